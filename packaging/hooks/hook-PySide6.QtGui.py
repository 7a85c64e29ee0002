"""Collect QtGui with the plugins that a desktop needs; the others would bring GTK, EGL and image libraries along."""

import re
from pathlib import Path

from PyInstaller.utils.hooks.qt import add_qt6_dependencies

LEFT_OUT = re.compile(
    "(lib)?(q(direct2d|eglfs|gif|gtk3|icns|jpeg|linuxfb|minimalegl|pdf|tga|tiff|vkkhrdisplay|vnc|wbmp|webp)|qtvirtualkeyboardplugin)"
)
LEFT_OUT_FOLDERS = {"egldeviceintegrations", "generic"}

hiddenimports, binaries, datas = add_qt6_dependencies(__file__)
binaries = [
    (source, target)
    for source, target in binaries
    if not LEFT_OUT.fullmatch(Path(source).name.partition(".")[0]) and Path(source).parent.name not in LEFT_OUT_FOLDERS
]
