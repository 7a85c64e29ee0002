"""The program as a whole, from its start to its end: starts that come to nothing, and all that is at work when it is closed."""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from driving import CALL, learn_forever
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from annotator import log, paths, settings
from annotator.core.commands import transcripts
from annotator.formats import read
from annotator.gui import app as app_module
from annotator.gui import tasks
from annotator.gui.main_window import MainWindow
from annotator.gui.starts import Starts
from annotator.project import Project

PATIENCE_MS = 30_000


@pytest.fixture(autouse=True)
def heartbeat() -> None:
    """The window is made and ended here within a test, which may take its time."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "calls.annotator"
    with Project.create(path) as made:
        imported, _ = read(CALL.encode(), "call.txt")
        made.apply(transcripts.add(imported, made.new_transcript_id()))
    settings.save(settings.remember_recent(settings.Settings(language="en", theme="light"), str(path)))
    return path


@pytest.fixture
def run(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., MainWindow]]:
    """Run the program until `done`, do something, and close it."""
    monkeypatch.setattr(log, "note_crashes", lambda: None)  # the tests have a file of their own for that
    used: list[MainWindow] = []

    def run_(
        files: list[str], done: Callable[[MainWindow], bool], then: Callable[[MainWindow], object] = lambda _: None
    ) -> MainWindow:
        timer = QTimer(interval=20)

        def look() -> None:
            window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w not in used), None)
            if window is not None and window.isVisible() and done(window):
                timer.stop()
                used.append(window)
                then(window)
                window.close()

        timer.timeout.connect(look)
        timer.start()
        late = QTimer(singleShot=True, interval=PATIENCE_MS)
        late.timeout.connect(lambda: QApplication.exit(99))
        late.start()
        assert app_module.run(files) == 0
        late.stop()
        return used[-1]

    yield run_
    for window in used:
        window.deleteLater()


def starting() -> dict:
    path = paths.config() / "starting.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def at_rest(window: MainWindow) -> bool:
    return window.session.transcript is not None and not starting()


def plant(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[Path]:
    """Have the project end the opening in a way that nobody has foreseen; return how often that was tried."""
    tried: list[Path] = []
    usual = Project.open

    def broken(given: Path, *others: Any, **named: Any) -> Project:
        if Path(given) == path:
            tried.append(Path(given))
            raise ZeroDivisionError("planted")
        return usual(given, *others, **named)

    monkeypatch.setattr(Project, "open", broken)
    return tried


def test_a_start_that_comes_to_rest_leaves_nothing_behind(run, project):
    seen = []
    run([], at_rest, lambda window: seen.append(window.session.project.path))
    assert seen == [project]
    assert not starting()


@pytest.mark.parametrize("given", [True, False], ids=["named", "last"])
def test_the_third_start_does_not_open_what_has_failed_twice(run, project, monkeypatch, given):
    files = [str(project)] if given else []
    with monkeypatch.context() as patch:
        tried = plant(patch, project)
        for n in range(2):
            window = run(files, lambda window: bool(window.bars.texts()))
            assert "ZeroDivisionError" in window.bars.texts()[0]
            assert starting()["failed"] == n + 1
        for _ in range(2):  # it stays so: a start that opens nothing proves nothing
            window = run(files, lambda window: bool(window.bars.texts()))
            assert "calls.annotator" in window.bars.texts()[0]
            assert window.session.project is None
        assert len(tried) == 2

    def anyway(window: MainWindow) -> None:
        button = next(b for b in window.bars.findChildren(QPushButton) if b.text() == "Open it anyway")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.session.project is not None
        assert not window.bars.texts()

    run(files, lambda window: bool(window.bars.texts()), anyway)
    assert not starting()
    assert run(files, at_rest).bars.texts() == []


def test_starts_on_something_else_are_not_counted(run, project, tmp_path, monkeypatch):
    other = tmp_path / "other.annotator"
    Project.create(other).close()
    with monkeypatch.context() as patch:
        plant(patch, project)
        for _ in range(2):
            run([], lambda window: bool(window.bars.texts()))
        window = run([str(other)], lambda window: window.session.project is not None)
        assert not window.bars.texts()


def test_a_program_that_was_killed_while_it_started_counts(session, project):
    for n in range(3):
        starts = Starts(session, [str(project)])
        assert starts.failed == n
        assert starts.safe == (n == 2)
        starts.begin()
        starts._timer.stop()  # it never got so far
    assert not Starts(session, []).safe


@pytest.mark.parametrize("content", ["", "[]", '{"files": 3}', '{"files": [], "failed": "many"}'])
def test_a_damaged_count_is_none(session, content):
    (paths.config() / "starting.json").write_text(content, encoding="utf-8")
    assert Starts(session, []).failed == 0


# ---------------------------------------------------------------------- whatever is at work when the window is closed


def import_long(window: MainWindow, folder: Path) -> None:
    path = folder / "long.txt"
    path.write_text("".join(f"A (SPK0{n % 2}): реплика номер {n} по делу\n" for n in range(3000)), encoding="utf-8")
    window.session.open_paths([path])


def export(window: MainWindow, folder: Path) -> None:
    window.session.export(lambda path: path.write_bytes(b"x" * 10**7), [folder / f"out{n}.txt" for n in range(5)])


def search(window: MainWindow, _folder: Path) -> None:
    def type_and_close() -> None:
        dialog = QApplication.activeModalWidget()
        dialog.words.setText("день")
        dialog.close()

    QTimer.singleShot(100, window, type_and_close)
    window.actions_by_name["replace"].trigger()


def check(window: MainWindow, _folder: Path) -> None:
    window.session._check_again()


def learn(window: MainWindow, _folder: Path) -> None:
    window.session.learn()


def nothing(_window: MainWindow, _folder: Path) -> None:
    pass


WORK = {"import": import_long, "export": export, "search": search, "check": check, "learning": learn, "nothing": nothing}


@pytest.mark.parametrize("name", list(WORK))
def test_what_is_at_work_ends_with_the_window(run, project, tmp_path, monkeypatch, name):
    monkeypatch.setattr(tasks, "teach", learn_forever)
    threads = set(threading.enumerate())
    run([], lambda window: window.session.transcript is not None, lambda window: WORK[name](window, tmp_path))
    assert [thread.name for thread in threading.enumerate() if thread not in threads] == []
    assert [process.name for process in multiprocessing.active_children()] == []
    assert not list(tmp_path.glob(".*.tmp"))


def test_the_process_ends_well_while_it_checks(project, tmp_path):
    code = (
        "import sys; from PySide6.QtCore import QTimer; from PySide6.QtWidgets import QApplication;"
        "app = QApplication([]); QTimer.singleShot(400, app.closeAllWindows);"
        "from annotator.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code, str(project)], env=env, capture_output=True, text=True, timeout=60)
    said = [line for line in done.stderr.splitlines() if "This plugin does not support" not in line]
    assert (done.returncode, said) == (0, [])
