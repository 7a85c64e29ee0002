"""Entry points: what is a command, what opens the window, and what happens where there is no screen."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import types

import pytest

from annotator import __main__ as entry
from annotator.core import i18n

CALL = "Support (SPK00): hello how can i help you\nClient (SPK01): my parcel has not come yet\n"


@pytest.fixture(autouse=True)
def surroundings(tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "call.txt").write_text(CALL, encoding="utf-8")
    yield
    i18n.use(i18n.Catalogue())


@pytest.fixture
def opened(monkeypatch):
    """What the window was opened with; a stand-in for the window itself, which has tests of its own."""
    calls = []
    window = types.ModuleType("annotator.gui.app")
    window.run = lambda *asked: calls.append(asked) or 5
    monkeypatch.setitem(sys.modules, "annotator.gui.app", window)
    monkeypatch.setattr(entry, "screen_available", lambda: True)
    return calls


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ([], None, None)),
        (["call.txt", "b.annotator"], (["call.txt", "b.annotator"], None, None)),
        (["./check"], (["./check"], None, None)),
        (["--language", "ru", "call.txt"], (["call.txt"], None, "ru")),
        (["call.txt", "--language=ru"], (["call.txt"], None, "ru")),
        (["--screenshot", "a.png", "call.txt"], (["call.txt"], "a.png", None)),
        (["--", "--odd.txt"], (["--odd.txt"], None, None)),
        (["open", "check"], (["open", "check"], None, None)),
    ],
)
def test_what_is_no_command_opens_the_window(opened, arguments, expected):
    assert entry.main(arguments) == 5
    assert opened == [expected]


def test_the_windowed_program_takes_every_argument_for_a_file(opened, monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert entry.app(["check", "call.txt"]) == 5
    assert opened == [(["check", "call.txt"], None, None)]
    assert isinstance(sys.stdout, io.StringIO)


def test_a_command_does_not_open_the_window(opened, capsys):
    entry.main(["check", "--json", "call.txt"])
    assert opened == []
    assert json.loads(capsys.readouterr().out)["turns"] == 2


def test_the_chosen_language_is_used(opened):
    entry.main(["--language", "ru"])
    assert i18n.language() == "ru"
    entry.main([])
    assert i18n.language() == "en"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen there")
@pytest.mark.parametrize(
    ("environment", "available"),
    [
        ({}, False),
        ({"DISPLAY": ":{free}"}, False),
        ({"DISPLAY": "localhost:10.0"}, True),
        ({"DISPLAY": "nonsense"}, False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, False),
        ({"WAYLAND_DISPLAY": "wayland-1"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "minimal:size=9"}, True),
        ({"QT_QPA_PLATFORM": "vnc"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
        ({"QT_QPA_PLATFORM": "wayland;xcb", "WAYLAND_DISPLAY": "wayland-1"}, True),
    ],
)
def test_a_screen_is_known_before_qt_looks_for_it(tmp_path, monkeypatch, environment, available):
    (tmp_path / "wayland-1").touch()
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    free = next(n for n in range(60, 999) if not os.path.exists(f"/tmp/.X11-unix/X{n}"))  # noqa: PTH110
    for name, value in environment.items():
        monkeypatch.setenv(name, value.replace("{free}", str(free)))
    assert entry.screen_available() is available


def start(*arguments, module="annotator", **environment):
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=kept | environment, check=False)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen there")
def test_without_a_screen_the_files_are_checked():
    seen, checked = start("call.txt"), start("check", "call.txt")
    assert seen.stderr == "There is no screen here, so the window cannot be opened.\n"
    assert seen.stdout == checked.stdout
    assert "2 turns" in seen.stdout
    assert seen.returncode == checked.returncode


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen there")
def test_without_a_screen_and_without_files_there_is_one_line():
    seen = start()
    assert (seen.returncode, seen.stdout, seen.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help"), ("--version",)])
def test_help_is_printed(arguments):
    seen = start(*arguments)
    assert (seen.returncode, seen.stderr) == (0, "")
    assert "annotator" in seen.stdout


def test_help_names_every_command():
    assert all(name in start("--help").stdout for name in ("check", "clean", "import", "export", "list"))


def test_help_imports_nothing_heavy():
    command = [sys.executable, "-X", "importtime", "-m", "annotator", "--help"]
    seen = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = {line.rpartition("|")[2].strip() for line in seen.stderr.splitlines()}
    assert "platformdirs" in imported
    assert not {"rapidfuzz", "sqlite_utils", "pymorphy3", "docx", "PySide6"} & imported


def test_a_bug_has_a_status_of_its_own(tmp_path):
    (tmp_path / "broken.py").write_text(
        "import annotator.cli\nannotator.cli.run = lambda args: 1 / 0\n"
        "from annotator.__main__ import main\nimport sys\nsys.exit(main(['check', 'call.txt']))\n",
        encoding="utf-8",
    )
    seen = start(module="broken")
    assert seen.returncode == 70
    assert "ZeroDivisionError" in seen.stderr
    assert "Traceback" not in seen.stderr
    assert "ZeroDivisionError at" in (tmp_path / "config" / "logs" / "annotator.log").read_text(encoding="utf-8")
