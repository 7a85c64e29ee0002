; Inno Setup 6 recipe of the Windows installer. Run packaging/build.py first, then: iscc packaging\windows\annotator.iss
; For one user, without administrator rights.

#define Bundle SourcePath + "..\..\dist\annotator"
#define Version GetStringFileInfo(Bundle + "\annotator.exe", "ProductVersion")
#define ProgId "annotator.project"

[Setup]
AppId={{6A3C1B8E-5D0F-4C57-9B1E-2F7D8C4A9E31}
AppName=annotator
AppVersion={#Version}
AppPublisher=The annotator developers
DefaultDirName={autopf}\annotator
DefaultGroupName=annotator
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
ChangesAssociations=yes
CloseApplications=yes
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\resources\icons\annotator.ico
UninstallDisplayIcon={app}\annotator-app.exe
OutputDir=..\..\dist
OutputBaseFilename=annotator-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ru"; MessagesFile: "compiler:Languages\Russian.isl"

[CustomMessages]
en.ProjectType=annotator project
ru.ProjectType=Проект annotator
en.Associate=Open projects (.annotator) with this program
ru.Associate=Открывать проекты (.annotator) этой программой

[Tasks]
Name: "associate"; Description: "{cm:Associate}"
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; Libraries of an older version must not stay beside the new ones.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\annotator"; Filename: "{app}\annotator-app.exe"
Name: "{autodesktop}\annotator"; Filename: "{app}\annotator-app.exe"; Tasks: desktopicon

[Registry]
Root: HKCU; Subkey: "Software\Classes\.annotator\OpenWithProgids"; ValueType: string; ValueName: "{#ProgId}"; ValueData: ""; Flags: uninsdeletevalue; Tasks: associate
Root: HKCU; Subkey: "Software\Classes\.annotator"; ValueType: string; ValueName: ""; ValueData: "{#ProgId}"; Flags: uninsdeletevalue uninsdeletekeyifempty; Tasks: associate
Root: HKCU; Subkey: "Software\Classes\{#ProgId}"; ValueType: string; ValueName: ""; ValueData: "{cm:ProjectType}"; Flags: uninsdeletekey; Tasks: associate
Root: HKCU; Subkey: "Software\Classes\{#ProgId}\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\annotator-app.exe,0"; Tasks: associate
Root: HKCU; Subkey: "Software\Classes\{#ProgId}\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\annotator-app.exe"" ""%1"""; Tasks: associate

[Run]
Filename: "{app}\annotator-app.exe"; Description: "{cm:LaunchProgram,annotator}"; Flags: nowait postinstall skipifsilent
