"""The history window: what was done and undone, and the way back to any of it."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from driving import type_text
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.commands import turns
from annotator.core.history import JournalEntry
from annotator.core.i18n import msg
from annotator.gui import session as session_module
from annotator.gui.dialogs import history
from annotator.gui.dialogs.history import HistoryDialog, HistoryModel, Row, day_title, timeline

KEY = Qt.Key
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def journal(text: str) -> list[JournalEntry]:
    """Return a journal, newest first, as written: "d" does something, "u2" undoes change 2, "r2" does it again."""
    entries = []
    for seq, word in enumerate(text.split(), 1):
        kind = {"d": "do", "u": "undo", "r": "redo"}[word[0]]
        entries.append(JournalEntry(seq, kind, int(word[1:]) if word[1:] else None, NOW, "a", msg("Change {n}", n=seq)))
    return entries[::-1]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("", ""),
        ("d d d", "done done done"),
        ("d d u2", "undone done"),
        ("d d u2 u1", "undone undone"),
        ("d d u2 u1 r1", "undone done"),
        ("d d u2 d", "done lost done"),
        ("d d u2 u1 d u5 r5 d", "done done lost lost"),
    ],
)
def test_the_journal_tells_what_has_become_of_each_change(text, states):
    lines = timeline(journal(text))
    assert " ".join(line.state for line in lines) == states
    assert [line.entry.seq for line in lines] == sorted((e.seq for e in journal(text) if e.kind == "do"), reverse=True)


def test_the_end_of_a_journal_is_enough():
    entries = journal("d d d u3 u2 r2 d")
    whole = {line.entry.seq: line.state for line in timeline(entries)}
    for n in range(1, len(entries)):
        assert {line.entry.seq: line.state for line in timeline(entries[:n])}.items() <= whole.items()


def test_days_have_names():
    today = date.today()
    assert day_title(today) == "Today"
    assert day_title(today - timedelta(days=1)) == "Yesterday"
    assert "2020" in day_title(date(2020, 5, 17))


# ---------------------------------------------------------------------- the window


@pytest.fixture
def edited(call):
    """The call with five changes after its import: comments, one of them undone and lost, the last one undone."""
    for n in (1, 2, 3):
        call.do(turns.comment, n, f"note {n}")
    call.undo()
    for n in (4, 1):
        call.do(turns.hide, [n])
    call.undo()
    return call


@pytest.fixture
def dialog(qtbot, edited, theme) -> HistoryDialog:
    return opened(qtbot, edited, theme)


def opened(qtbot, session, theme) -> HistoryDialog:
    QApplication.processEvents()
    made = HistoryDialog(session, theme)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def row_of(dialog: HistoryDialog, text: str) -> int:
    return next(n for n, row in enumerate(dialog.model.rows) if text in row.text)


def choose(dialog: HistoryDialog, text: str) -> None:
    dialog.list.setCurrentIndex(dialog.model.index(row_of(dialog, text), 0))


def shown(dialog: HistoryDialog) -> list[tuple[str, str]]:
    return [(row.text, row.mark) for row in dialog.model.rows if not row.day]


def test_it_lists_what_was_done_and_marks_where_we_are(dialog):
    assert dialog.model.rows[0] == Row("Today", day=True)
    assert shown(dialog) == [
        ("Hide 1 turn", "undone"),
        ("Hide 1 turn", "now"),
        ("Comment on turn 3", "undone for good"),
        ("Comment on turn 2", ""),
        ("Comment on turn 1", ""),
        ("Import call.txt", ""),
        ("The beginning, before all changes", ""),
    ]
    assert dialog.list.currentIndex().row() == 2
    assert dialog.told.text() == "The project is here."
    assert not dialog.go.isEnabled()


def test_going_back_and_forth(qtbot, dialog, edited):
    after = edited.transcript
    choose(dialog, "turn 1")
    assert dialog.told.text().startswith("Takes back 2 changes")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.list.isEnabled)
    assert [turn.comment for turn in edited.transcript.turns] == ["note 1", "", "", ""]
    assert not any(turn.hidden for turn in edited.transcript.turns)
    assert dialog.model.rows[dialog.model.present].text == "Comment on turn 1"
    dialog.list.setCurrentIndex(dialog.model.index(2, 0))
    assert dialog.told.text().startswith("Does 2 changes again")
    assert dialog.go.text() == "Do again up to here"
    rect = dialog.list.visualRect(dialog.model.index(2, 0))
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    QTest.mouseDClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.waitUntil(lambda: edited.transcript == after)
    qtbot.waitUntil(dialog.list.isEnabled)
    choose(dialog, "beginning")
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, KEY.Key_Return)
    qtbot.waitUntil(lambda: edited.transcript is None)
    qtbot.waitUntil(dialog.list.isEnabled)
    assert shown(dialog)[-1] == ("The beginning, before all changes", "now")


def test_steps_that_are_big_are_waited_for(qtbot, dialog, edited, monkeypatch):
    monkeypatch.setattr(session_module, "BIG_RECORD", 0)
    choose(dialog, "turn 1")
    dialog.go.click()
    qtbot.waitUntil(dialog.list.isEnabled)
    assert [turn.comment for turn in edited.transcript.turns] == ["note 1", "", "", ""]
    assert dialog.model.rows[dialog.model.present].text == "Comment on turn 1"


def test_a_big_step_that_was_on_its_way_is_shown_when_the_rest_is_stopped(qtbot, dialog, edited, monkeypatch):
    monkeypatch.setattr(session_module, "BIG_RECORD", 0)
    go_on, write_undo = threading.Event(), edited.project.write_undo
    monkeypatch.setattr(edited.project, "write_undo", lambda: go_on.wait(10) and write_undo())
    choose(dialog, "beginning")
    dialog.go.click()
    qtbot.waitUntil(lambda: edited.busy)
    QTest.keyClick(dialog, KEY.Key_Escape)
    assert dialog.list.isEnabled()
    go_on.set()
    qtbot.waitUntil(lambda: not edited.busy)
    assert [text for text, mark in shown(dialog) if mark == "now"] == ["Comment on turn 2"]


def test_what_is_lost_cannot_be_gone_to(dialog, edited):
    choose(dialog, "turn 3")
    assert "cannot be done again" in dialog.told.text()
    assert not dialog.go.isEnabled()
    before = len(edited.project.history())
    dialog.start()
    assert len(edited.project.history()) == before


def test_it_is_filtered_by_words(dialog):
    dialog.search.setFocus()
    type_text(dialog.search, "COMMENT")
    assert [text for text, _ in shown(dialog)] == ["Comment on turn 3", "Comment on turn 2", "Comment on turn 1"]
    choose(dialog, "turn 1")
    assert dialog.told.text().startswith("Takes back 2 changes"), "those that are not shown count too"
    dialog.search.setText("ъъъ")
    assert dialog.empty.isVisible()
    assert dialog.empty.text() == "No change is called so."


def test_nothing_yet(qtbot, session, theme, tmp_path):
    session.create_project(tmp_path / "empty.annotator")
    dialog = opened(qtbot, session, theme)
    assert "Nothing was changed yet" in dialog.empty.text()
    assert not dialog.go.isVisible()
    assert not dialog.list.isVisible()


def test_a_long_way_can_be_stopped_and_the_window_stays_alive(qtbot, call, theme, heartbeat):
    for n in range(60):
        call.do(turns.comment, 1, f"note {n}")
    dialog = opened(qtbot, call, theme)
    choose(dialog, "Import")
    assert dialog.told.text().startswith("Takes back 60 changes")
    dialog.go.click()
    assert not dialog.list.isEnabled()
    assert dialog.close_button.text() == "Stop"
    qtbot.waitUntil(lambda: dialog.progress.value() >= 5)
    assert "of 60 changes" in dialog.told.text()
    QTest.keyClick(dialog, KEY.Key_Escape)
    assert dialog.isVisible()
    assert dialog.list.isEnabled()
    left = int(call.transcript.turns[0].comment.split()[1])
    assert 10 < left < 59
    assert sum(mark == "undone" for _, mark in shown(dialog)) == 59 - left
    QApplication.processEvents()
    assert call.transcript.turns[0].comment == f"note {left}", "it has stopped"
    QTest.keyClick(dialog, KEY.Key_Escape)
    assert not dialog.isVisible()
    assert heartbeat.gaps == []


def test_it_stops_when_a_step_cannot_be_done(qtbot, dialog, edited, monkeypatch):
    choose(dialog, "turn 1")
    monkeypatch.setattr(edited, "undo", lambda: None)
    dialog.go.click()
    qtbot.waitUntil(dialog.list.isEnabled)
    assert edited.transcript.turns[1].comment == "note 2"


def test_older_changes_are_read_when_asked_for(qtbot, edited, theme, monkeypatch):
    monkeypatch.setattr(history, "READ", 4)
    dialog = opened(qtbot, edited, theme)
    assert dialog.older.isVisible()
    assert "beginning" not in shown(dialog)[-1][0]
    few = len(shown(dialog))
    dialog.older.click()
    dialog.older.click()
    assert len(shown(dialog)) > few
    assert "beginning" in shown(dialog)[-1][0]
    assert not dialog.older.isVisible()


def test_thousands_of_changes_open_at_once(qtbot, call, theme, monkeypatch, heartbeat):
    entries = journal("d " * 20_000)
    monkeypatch.setattr(call.project, "history", lambda limit: entries[:limit])
    dialog = opened(qtbot, call, theme)
    assert dialog.model.rowCount() == history.READ + 1
    for letter in "1999":
        type_text(dialog.search, letter)
    assert [text for text, _ in shown(dialog)] == [f"Change {n}" for n in (19999, *range(19998, 19989, -1))]
    assert heartbeat.gaps == []


def test_who_made_a_change_is_shown_where_there_are_several(qapp):
    model = HistoryModel(qapp)
    lines = timeline(journal("d d"))
    model.fill(lines, complete=True)
    assert model.who(model.rows[1]) == ""
    other = JournalEntry(3, "do", None, NOW, "b", msg("Change {n}", n=3))
    model.fill(timeline([other, *journal("d d")]), complete=True)
    assert [model.who(row) for row in model.rows] == ["", "b", "a", "a", ""]
