"""What the bundles are made of: icons, notices, and the files that tell each system about the program."""

from __future__ import annotations

import configparser
import plistlib
import re
import struct
import xml.etree.ElementTree as ET
from importlib.metadata import requires
from pathlib import Path
from string import Template
from typing import Any

import pytest

from annotator import __version__, paths
from annotator.storage.schema import APPLICATION_ID

ROOT = Path(__file__).parents[1]
PACKAGING, ICONS = ROOT / "packaging", paths.resources() / "icons"
SVG = "{http://www.w3.org/2000/svg}"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
LINE_ICONS = sorted(path for path in ICONS.glob("*.svg") if path.stem != "annotator")
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def plist() -> dict[str, Any]:
    found: dict[str, Any] = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())
    return found


@pytest.mark.parametrize("path", LINE_ICONS, ids=lambda path: path.stem)
def test_line_icons_are_one_family(path: Path) -> None:
    svg = ET.parse(path).getroot()
    style = {"viewBox": "0 0 20 20", "fill": "none", "stroke": "currentColor", "stroke-width": "1.5"}
    assert style.items() <= svg.attrib.items()
    shapes = list(svg)
    assert {shape.tag.removeprefix(SVG) for shape in shapes} <= {"path", "circle", "rect"}
    assert not any(name.startswith(("fill", "stroke")) for shape in shapes for name in shape.attrib)


def test_every_icon_that_the_window_names_is_there() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "annotator" / "gui").rglob("*.py"))
    named = set(re.findall(r"""icon(?:=|\()"([\w-]+)\"""", code))
    assert len(named) > 10
    assert named <= {path.stem for path in LINE_ICONS}


def test_program_icon_sizes() -> None:
    png = (ICONS / "annotator.png").read_bytes()
    assert struct.unpack(">II", png[16:24]) == (256, 256)
    ico = (ICONS / "annotator.ico").read_bytes()
    count = struct.unpack("<HHH", ico[:6])[2]
    assert {ico[6 + 16 * k] or 256 for k in range(count)} >= {16, 24, 32, 48, 64, 128, 256}
    icns, widths, place = (ICONS / "annotator.icns").read_bytes(), set(), 8
    assert icns[:4] == b"icns"
    while place < len(icns):
        length = int.from_bytes(icns[place + 4 : place + 8], "big")
        image = icns[place + 8 : place + length]
        if image.startswith(PNG):
            widths.add(int.from_bytes(image[16:20], "big"))
        place += length
    assert widths >= {32, 64, 128, 256, 512, 1024}


def test_notice_names_every_library_and_text() -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8").casefold()
    needed = [re.match(r"[\w.-]+", line) for line in requires("annotator") or () if "extra" not in line]
    assert len(needed) >= 6
    assert all(name and name[0].casefold() in notice for name in needed)
    works = ("lgpl-3.0", "cc by-sa 3.0", "opencorpora", "russian drama corpus", "multiwoz", "python bytes")
    assert all(work in notice for work in works)


def test_folder_is_no_package() -> None:
    # A package of this name would hide the library `packaging`, which sqlite-utils' and pytest's tools import.
    assert not (PACKAGING / "__init__.py").exists()


def test_project_type_is_the_same_everywhere(plist: dict[str, Any]) -> None:
    [exported] = plist["UTExportedTypeDeclarations"]
    tags = exported["UTTypeTagSpecification"]
    assert exported["UTTypeIdentifier"] in plist["CFBundleDocumentTypes"][0]["LSItemContentTypes"]
    assert tags["public.filename-extension"] == ["annotator"]
    [mime] = tags["public.mime-type"]
    [declared] = ET.parse(PACKAGING / "linux" / "annotator.mime.xml").getroot()
    assert declared.get("type") == mime
    assert [glob.get("pattern") for glob in declared.iter(f"{MIME}glob")] == ["*.annotator"]
    magic = declared.find(f"{MIME}magic/{MIME}match/{MIME}match")
    assert magic is not None
    assert (magic.get("offset"), magic.get("value", "").encode()) == ("68", APPLICATION_ID.to_bytes(4, "big"))
    desktop = configparser.ConfigParser(interpolation=None)
    desktop.read(PACKAGING / "linux" / "annotator.desktop", "utf-8")
    assert mime in desktop["Desktop Entry"]["MimeType"].split(";")
    assert desktop["Desktop Entry"]["Exec"] == "annotator %F"
    installer = (PACKAGING / "windows" / "annotator.iss").read_text("utf-8-sig")
    assert r"Software\Classes\.annotator" in installer
    metainfo = ET.parse(PACKAGING / "linux" / f"{plist['CFBundleIdentifier']}.metainfo.xml").getroot()
    assert (metainfo.findtext("id"), metainfo.findtext("provides/mediatype")) == (plist["CFBundleIdentifier"], mime)


def test_both_languages_everywhere(plist: dict[str, Any]) -> None:
    assert plist["CFBundleLocalizations"] == ["en", "ru"]
    installer = (PACKAGING / "windows" / "annotator.iss").read_bytes()
    assert installer.startswith(b"\xef\xbb\xbf")  # Inno Setup takes a script without it for the system's code page
    english, russian = (
        set(re.findall(rf"^{language}\.(\w+)=\S", installer.decode("utf-8-sig"), re.MULTILINE)) for language in ("en", "ru")
    )
    assert english == russian != set()


def test_installer_finds_its_files() -> None:
    folder = PACKAGING / "windows"
    installer = (folder / "annotator.iss").read_text("utf-8-sig")
    named = re.findall(r"^(?:LicenseFile|SetupIconFile)=(.+)$", installer, re.MULTILINE)
    assert len(named) == 2
    assert all((folder / name.replace("\\", "/")).is_file() for name in named)


def test_windows_version_resource_is_valid() -> None:
    numbers, strings = [], {}

    def fixed(*, filevers: tuple[int, ...], prodvers: tuple[int, ...], **_: object) -> None:
        numbers.extend([filevers, prodvers])

    def struct_of_strings(name: str, value: str) -> None:
        strings[name] = value

    others = ("VSVersionInfo", "StringFileInfo", "StringTable", "VarFileInfo", "VarStruct")
    namespace = dict.fromkeys(others, lambda *_, **__: None) | {"FixedFileInfo": fixed, "StringStruct": struct_of_strings}
    template = Template((PACKAGING / "windows" / "version_info.txt").read_text("utf-8"))
    eval(template.substitute(version=__version__, numbers=(1, 2, 3, 0)), namespace)
    assert numbers == [(1, 2, 3, 0)] * 2
    assert (strings["ProductName"], strings["ProductVersion"], strings["FileVersion"]) == ("annotator", __version__, __version__)
