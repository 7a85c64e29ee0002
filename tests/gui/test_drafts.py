"""What is being typed is in the project within a second, leaves it when it is stored, and comes back after the program has died."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from driving import answer, offered, press, take, type_text
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from annotator.core.errors import NoSpace
from annotator.core.i18n import msg
from annotator.gui import drafts as drafts_module
from annotator.gui.dialogs.drafts import DraftsDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.session import Session
from annotator.project import Project

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts_module, "AFTER_MS", 10)
    monkeypatch.setattr(drafts_module, "AGAIN_MS", 30)


@pytest.fixture
def edited(call: Session, window: MainWindow) -> MainWindow:
    """The window with the editor of the second turn open."""
    call.set_turn(call.transcript.visible[1].id)
    press(window.table, Qt.Key.Key_Return)
    assert window.table.editor is not None
    press(window.table.editor, Qt.Key.Key_End)
    return window


def kept(session: Session) -> dict[int, str]:
    return {draft.turn_id: draft.text for draft in session.project.drafts()}


def write(path: Path, turn: int, text: str, base: str | None = None) -> None:
    """Leave a draft behind as a program that was killed would."""
    with Project.open(path) as project:
        there = project.transcript(1).turn(turn).text
        project.set_draft(1, turn, text, there if base is None else base)


def test_typed_text_is_in_the_project_before_it_is_stored_and_no_longer_afterwards(qtbot, edited, call):
    editor, turn = edited.table.editor, call.turn
    type_text(editor, " и ещё")
    qtbot.waitUntil(lambda: kept(call) == {turn.id: turn.text + " и ещё"})
    assert call.project.drafts()[0].base == turn.text
    assert call.transcript.turn(turn.id).text == turn.text
    type_text(editor, " два")
    qtbot.waitUntil(lambda: kept(call) == {turn.id: turn.text + " и ещё два"})
    press(editor, Qt.Key.Key_Return)
    assert call.transcript.turn(turn.id).text == turn.text + " и ещё два"
    assert kept(call) == {}


def test_escape_drops_the_draft(qtbot, edited, call):
    type_text(edited.table.editor, " лишнее")
    qtbot.waitUntil(lambda: bool(kept(call)))
    press(edited.table.editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: kept(call) == {})


def test_text_that_is_as_before_again_is_no_draft(qtbot, edited, call):
    type_text(edited.table.editor, "я")
    qtbot.waitUntil(lambda: bool(kept(call)))
    press(edited.table.editor, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: kept(call) == {})
    assert edited.table.editor is not None


def test_one_write_is_under_way_at_most_and_typing_goes_on_meanwhile(qtbot, edited, call, monkeypatch):
    going, on, written = threading.Event(), threading.Event(), []
    original = Project.set_draft

    def slow(project, *args):
        written.append(args)
        going.set()
        on.wait(10)
        original(project, *args)

    monkeypatch.setattr(Project, "set_draft", slow)
    editor = edited.table.editor
    type_text(editor, " раз")
    qtbot.waitUntil(going.is_set)
    for _ in range(5):
        type_text(editor, " два")
        QTest.qWait(15)
    assert editor.text.endswith(" раз" + " два" * 5)
    on.set()
    qtbot.waitUntil(lambda: list(kept(call).values()) == [editor.text])
    assert len(written) == 2


def test_a_write_on_its_way_does_not_outlive_the_stored_text(qtbot, edited, call, monkeypatch):
    going, original = threading.Event(), Project.set_draft

    def late(project, *args):
        going.set()
        threading.Event().wait(0.05)
        original(project, *args)

    monkeypatch.setattr(Project, "set_draft", late)
    type_text(edited.table.editor, " раз")
    qtbot.waitUntil(going.is_set)
    press(edited.table.editor, Qt.Key.Key_Return)
    assert call.turn.text.endswith(" раз")
    QTest.qWait(100)
    assert kept(call) == {}


def test_a_draft_that_cannot_be_written_is_said_once_and_tried_again(qtbot, edited, call, monkeypatch):
    tries, full, original = [], [True], Project.set_draft

    def set_draft(project, *args):
        tries.append(args)
        if full[0]:
            raise NoSpace(msg("The disk is full."))
        original(project, *args)

    monkeypatch.setattr(Project, "set_draft", set_draft)
    type_text(edited.table.editor, " раз")
    qtbot.waitUntil(lambda: len(tries) > 2)
    edited.refresh()
    assert call.unsaved
    assert "not saved" in edited._saved.text()
    assert edited.bars.texts() == ["The disk is full."]
    full[0] = False
    qtbot.waitUntil(lambda: list(kept(call).values()) == [edited.table.editor.text])
    qtbot.waitUntil(lambda: not call.unsaved)
    assert edited.bars.texts() == []


def test_a_stored_text_that_fails_stays_a_draft(qtbot, edited, call, monkeypatch):
    def refuse(*_):
        raise NoSpace(msg("The disk is full."))

    monkeypatch.setattr(Project, "write", refuse)
    type_text(edited.table.editor, " раз")
    press(edited.table.editor, Qt.Key.Key_Return)
    assert edited.table.editor is not None
    qtbot.waitUntil(lambda: list(kept(call).values()) == [edited.table.editor.text])
    edited.table.discard_editor()
    assert len(kept(call)) == 1


def test_filter_focus_and_the_call_on_screen_do_not_drop_it(qtbot, edited, call):
    turn = call.turn
    type_text(edited.table.editor, " раз")
    edited.filters.search.setText("тариф")
    edited.filters.only.setChecked(True)
    qtbot.waitUntil(lambda: turn.id in kept(call) or call.transcript.turn(turn.id).text.endswith(" раз"))
    edited.filters.search.setFocus()
    call.close_project()
    with Project.open(Path(call.settings.recent[0])) as project:
        assert project.transcript(1).turn(turn.id).text == turn.text + " раз"
        assert project.drafts() == ()


def test_a_project_to_be_read_only_is_not_written(qtbot, call, window, monkeypatch):
    path = call.project.path
    call.close_project()
    call._take_project(Project.open(path, read_only=True))
    monkeypatch.setattr(Project, "set_draft", lambda *_: pytest.fail("written"))
    press(window.table, Qt.Key.Key_Return)
    type_text(window.table.editor, "я")
    QTest.qWait(50)
    assert not window.bars.texts()
    window.table.discard_editor()


# ---------------------------------------------------------------------- after the program has died


@pytest.fixture
def reopen(qtbot, call: Session, window: MainWindow):
    """Open the project again after something was done to it."""

    def open_(*drafts: tuple) -> None:
        path = call.project.path
        call.close_project()
        for draft in drafts:
            write(path, *draft)
        call.open_project(path)
        qtbot.waitUntil(lambda: len(window.table.drafts.left) == len(drafts))

    return open_


def test_drafts_of_before_are_offered_and_restored_as_one_step(qtbot, reopen, call, window):
    first, second = call.transcript.visible[:2]
    reopen((first.id, "добрый вечер"), (second.id, "  здравствуйте "))
    (text,) = window.bars.texts()
    assert text.startswith("2 drafts")
    assert "turn 1, “добрый вечер”" in text
    take(window.bars, "Restore")
    assert [turn.text for turn in call.transcript.visible[:2]] == ["добрый вечер", "здравствуйте"]
    assert kept(call) == {}
    assert window.bars.texts() == []
    call.undo()
    assert [turn.text for turn in call.transcript.visible[:2]] == [first.text, second.text]


def test_a_draft_of_a_turn_that_has_changed_is_shown_and_never_put_over_it_unasked(qtbot, reopen, call, window):
    first, second = call.transcript.visible[:2]
    reopen((first.id, "добрый вечер"), (second.id, "да здравствуйте", "было другое"))
    seen = []

    def decide(dialog: DraftsDialog) -> None:
        (card,) = dialog.cards
        assert call.transcript.visible[0].text == "добрый вечер"
        assert call.transcript.visible[1].text == second.text
        seen.append([button.text() for button in (card.restore, card.drop, card.copy)])
        take(card, "Replace what stands there")

    answer(DraftsDialog, decide, window)
    take(window.bars, "Restore")
    assert seen == [["Replace what stands there", "Discard", "Copy the text"]]
    assert call.transcript.visible[1].text == "да здравствуйте"
    assert window.table.drafts.left == ()
    call.undo()
    assert [turn.text for turn in call.transcript.visible[:2]] == ["добрый вечер", second.text]


def test_a_draft_whose_turn_is_gone_is_shown_to_be_copied(qtbot, reopen, call, window, monkeypatch):
    left = drafts_module.Left(drafts_module.Draft(9, 4, "слова остались", "", call.project.saved_at))
    window.table.drafts.left = (left,)
    window.table.drafts.changed.emit()

    def copy(dialog: DraftsDialog) -> None:
        (card,) = dialog.cards
        assert card.restore is None
        take(card, "Copy the text")
        dialog.reject()

    answer(DraftsDialog, copy, window)
    take(window.bars, "Restore")
    assert QApplication.clipboard().text() == "слова остались"


def test_drafts_are_discarded_after_a_question_only(qtbot, reopen, call, window):
    reopen((call.turn.id, "лишнее"))
    answer(QMessageBox, lambda box: take(box, "Keep"), window)
    take(window.bars, "Discard")
    assert len(window.table.drafts.left) == 1
    answer(QMessageBox, lambda box: take(box, "Discard"), window)
    take(window.bars, "Discard")
    assert window.table.drafts.left == ()
    assert window.bars.texts() == []
    qtbot.waitUntil(lambda: kept(call) == {})


def test_a_turn_with_a_draft_goes_on_with_it_when_it_is_edited(qtbot, reopen, call, window):
    turn = call.turn
    reopen((turn.id, "добрый вечер"))
    call.set_turn(turn.id)
    press(window.table, Qt.Key.Key_Return)
    assert window.table.editor.text == "добрый вечер"
    assert window.bars.texts() == []
    press(window.table.editor, Qt.Key.Key_Escape)
    assert call.turn.text == turn.text
    qtbot.waitUntil(lambda: kept(call) == {})


def test_a_turn_that_has_changed_is_edited_as_it_is(qtbot, reopen, call, window):
    turn = call.turn
    reopen((turn.id, "добрый вечер", "было другое"))
    call.set_turn(turn.id)
    press(window.table, Qt.Key.Key_Return)
    assert window.table.editor.text == turn.text
    assert len(window.table.drafts.left) == 1
    press(window.table.editor, Qt.Key.Key_Escape)


def test_a_draft_that_was_stored_after_all_is_not_offered(qtbot, call, window):
    path, turn = call.project.path, call.turn
    call.close_project()
    write(path, turn.id, f" {turn.text}")
    call.open_project(path)
    qtbot.waitUntil(lambda: kept(call) == {})
    assert window.bars.texts() == []


def test_what_is_redacted_is_not_offered_any_more(qtbot, reopen, call, window):
    turn = call.turn
    reopen((turn.id, f"{turn.text} номер 4417"))
    call.rewrite(lambda: call.project.write_redaction(1, {"4417": "…"}), lambda: None)
    qtbot.waitUntil(lambda: [left.draft.text for left in window.table.drafts.left] == [f"{turn.text} номер …"])
    assert "4417" not in window.bars.texts()[0]


def test_drafts_of_a_project_to_be_read_only_are_shown_only(qtbot, call, window):
    path, turn = call.project.path, call.turn
    call.close_project()
    write(path, turn.id, "добрый вечер")
    call.open_project(path, read_only=True)
    qtbot.waitUntil(lambda: bool(window.bars.texts()))
    assert offered(window.bars) == ["Look…"]


# ---------------------------------------------------------------------- a real program, killed

TYPING = """
import itertools, sys, time
from driving import press, type_text
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from annotator.gui import app
from annotator.gui.main_window import MainWindow

def hands():
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    window.activateWindow()
    press(window.table, Qt.Key.Key_Return)
    editor = window.table.editor
    press(editor, Qt.Key.Key_End)
    for n in itertools.count(1):
        type_text(editor, f" слово{n}")
        print(time.monotonic(), editor.text, flush=True)
        QTest.qWait(30)

if __name__ == "__main__":
    QApplication.exec = staticmethod(hands)
    app.run([sys.argv[1]], language="en")
"""
TYPED = 60
"""Words that are typed before it is killed: a few seconds."""
LOSS_S = 1.0
LATE_S = 0.5
"""How late a machine with other things to do may be."""


def test_a_program_that_is_killed_while_one_types_loses_the_last_second_at_most(qtbot, call, tmp_path):
    path = call.project.path
    call.close_project()
    script = tmp_path / "typing_window.py"
    script.write_text(TYPING, encoding="utf-8")
    folders = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(folders), "PYTHONIOENCODING": "utf-8"}
    told = tmp_path / "typed.txt"
    with told.open("wb") as output:
        process = subprocess.Popen([sys.executable, script, path], env=environment, stdout=output)
        qtbot.waitUntil(lambda: told.read_bytes().count(b"\n") > TYPED, timeout=60_000)
        process.kill()
        at = time.monotonic()
        process.wait()
    lines = told.read_text(encoding="utf-8", errors="replace").splitlines()[:-1]
    typed = [(float(when), text) for when, _, text in (line.partition(" ") for line in lines)]
    safe = [text for when, text in typed if at - when > LOSS_S + LATE_S]
    with Project.open(path) as project:
        (draft,) = project.drafts()
        assert safe
        assert draft.text.startswith(safe[-1])
