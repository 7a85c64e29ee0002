"""Two programs with one project: the second reads and follows, and no one's work is lost or written over."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from driving import answer, offered, press, take, type_text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from annotator.core.errors import InUse
from annotator.gui import keeping
from annotator.gui.dialogs.refusal import RefusalDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.session import Session
from annotator.project import Project

OTHER = """
import sys
from annotator.core.commands import turns
from annotator.project import Project
from annotator.storage.lock import Lock

path, lock = sys.argv[1:3]
if lock == "no":
    # What no lock keeps out: a folder whose locks do not hold.
    Lock.take = classmethod(lambda cls, *_: None)
project = Project.open(path)
print("open", flush=True)
for line in sys.stdin:
    number, text = line.split(" ", 1)
    turn = project.transcript(1).visible[int(number)]
    project.apply(turns.set_text(project.transcript(1), turn.id, text))
    print("done", flush=True)
project.close()
"""


class Other:
    """Another program that has a project open."""

    def __init__(self, path: Path, lock: bool = True):
        environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, "-c", OTHER, str(path), "yes" if lock else "no"]
        self._process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", bufsize=1
        )
        self._hear("open")

    def _hear(self, word: str) -> None:
        assert self._process.stdout is not None
        assert self._process.stdout.readline().strip() == word

    def edit(self, number: int, text: str) -> None:
        assert self._process.stdin is not None
        print(number, text, file=self._process.stdin, flush=True)
        self._hear("done")

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "FOLLOW_MS", 20)


@pytest.fixture
def other() -> Iterator[Callable[..., Other]]:
    made: list[Other] = []

    def start(path: Path, lock: bool = True) -> Other:
        made.append(Other(path, lock))
        return made[-1]

    yield start
    for one in made:
        one.close()


@pytest.fixture
def reading(qtbot, call: Session, window: MainWindow, other, heartbeat) -> tuple[Session, Other]:
    """The session reads a project that another program has open."""
    path = call.project.path
    call.close_project()
    started = other(path)
    call.open_project(path, read_only=True)
    return call, started


def test_a_project_that_is_open_elsewhere_says_by_whom_and_can_be_read(qtbot, call, window, other):
    path = call.project.path
    call.close_project()
    other(path)
    said: list[str] = []

    def read(dialog: RefusalDialog) -> None:
        said.extend(made.text() for made in dialog.findChildren(QLabel))
        take(dialog, "Open for reading")

    answer(RefusalDialog, read, window)
    call.open_paths([path])
    qtbot.waitUntil(lambda: call.project is not None)
    assert "is open on" in said[1]
    assert call.project.read_only
    qtbot.waitUntil(lambda: window.keeping.holder is not None)
    window.refresh()
    assert window._saved.text().startswith("read only: open on ")
    assert "calls (read only)" in window.windowTitle()


def test_a_reader_follows_what_the_writer_does_at_the_same_place(qtbot, reading, window):
    session, writer = reading
    here = session.transcript.visible[2].id
    session.set_turn(here)
    writer.edit(1, "как вас зовут")
    qtbot.waitUntil(lambda: session.transcript.visible[1].text == "как вас зовут")
    assert session.turn_id == here
    assert window.bars.texts() == []
    assert "Another program" in window.statusBar().currentMessage()
    writer.edit(1, "кто вы")
    qtbot.waitUntil(lambda: session.transcript.visible[1].text == "кто вы")


def test_an_edit_there_is_refused_with_two_ways_on_and_what_was_typed_stays(qtbot, reading, window):
    session, writer = reading
    press(window.table, Qt.Key.Key_Return)
    press(window.table.editor, Qt.Key.Key_End)
    type_text(window.table.editor, " ещё")
    typed = window.table.editor.text
    press(window.table.editor, Qt.Key.Key_Return)
    assert window.table.editor.text == typed
    assert offered(window.bars) == ["Save a copy elsewhere…", "Try to open for writing"]
    take(window.bars, "Try to open for writing")  # it is still open there
    assert session.project.read_only
    assert window.table.editor.text == typed
    writer.close()
    window.bars.clear()
    press(window.table.editor, Qt.Key.Key_Return)
    take(window.bars, "Try to open for writing")
    assert not session.project.read_only
    assert session.transcript.visible[0].text == typed


def test_a_writer_is_told_of_foreign_changes_and_keeps_what_is_typed(qtbot, call, window, other):
    path = call.project.path
    press(window.table, Qt.Key.Key_Return)
    press(window.table.editor, Qt.Key.Key_End)
    type_text(window.table.editor, " ещё")
    typed = window.table.editor.text
    intruder = other(path, lock=False)
    intruder.edit(0, "чужое")
    intruder.edit(1, "тоже")
    qtbot.waitUntil(lambda: offered(window.bars) == ["Read the project again"])
    assert call.transcript.visible[1].text != "тоже"
    take(window.bars, "Read the project again")
    qtbot.waitUntil(lambda: call.transcript.visible[1].text == "тоже")
    assert window.table.editor is not None
    assert window.table.editor.text == typed
    assert any("“чужое”" in text for text in window.bars.texts())
    press(window.table.editor, Qt.Key.Key_Return)
    assert call.transcript.visible[0].text == typed
    with pytest.raises(InUse):
        Project.open(path)


def test_nothing_is_written_over_a_foreign_change(qtbot, call, window, other):
    window.keeping._follow.stop()
    intruder = other(call.project.path, lock=False)
    press(window.table, Qt.Key.Key_Return)
    type_text(window.table.editor, "я")
    intruder.edit(0, "чужое")
    press(window.table.editor, Qt.Key.Key_Return)
    assert window.table.editor is not None
    assert call.unsaved
    window.table.discard_editor()
    path = call.project.path
    call.close_project()
    with Project.open(path) as project:
        assert project.transcript(1).visible[0].text == "чужое"


def test_the_same_project_opened_again_shows_its_window(qtbot, call, window, monkeypatch):
    raised = []
    monkeypatch.setattr(window, "raise_", lambda: raised.append(True))
    project = call.project
    call.open_paths([project.path])
    assert raised == [True]
    assert call.project is project
    assert "open already" in window.statusBar().currentMessage()


def test_where_one_was_is_no_reason_for_a_message_when_the_project_has_changed(qtbot, call, window, other):
    window.keeping._follow.stop()
    other(call.project.path, lock=False).edit(0, "чужое")
    call.set_turn(call.transcript.visible[2].id)
    call.close_project()
    assert call.project is None
    qtbot.wait(20)
    assert window.bars.texts() == []
