"""The history panel: what was done to a call, what each change did, and the way back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from driving import add_call, type_text
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.commands import speakers, turns
from annotator.core.history import JournalEntry
from annotator.core.i18n import msg
from annotator.gui.dialogs.history import timeline
from annotator.gui.docks import history
from annotator.gui.docks.history import CallHistoryModel, HistoryDock, inline

KEY = Qt.Key
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("один два три", "один пять три"),
        ("один два три", "один три"),
        ("один три", "один два три"),
        ("один", "другой"),
        ("", "слова"),
        ("ноль один два", "один два"),
        ("один два", "один два три"),
        ("а б в г д", "а х в у д"),
    ],
)
def test_words_that_went_stand_before_those_that_came(before, after) -> None:
    text, ranges = inline(before, after)
    lost = [text[a:b] for a, b, style in ranges if style == "lost"]
    left = text
    for a, b, style in sorted(ranges, reverse=True):
        if style == "lost":
            left = left[:a] + left[b:]
    assert left.split() == after.split()
    assert text.split(" ") == [word for word in text.split(" ") if word], "no word is without a space beside it, or has two"
    assert " ".join(lost).split() == [w for w in before.split() if w not in after.split()]
    assert all(a < b for a, b, _ in ranges)


@pytest.fixture
def edited(call):
    call.do(turns.set_text, 2, "здравствуйте подскажите адрес")
    call.do(speakers.relabel, [3], "SPK01")
    call.do(turns.comment, 4, "note")
    return call


@pytest.fixture
def dock(qtbot, edited, theme) -> HistoryDock:
    made = HistoryDock(edited, theme)
    made.resize(380, 800)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def shown(dock: HistoryDock) -> list[tuple[str, str]]:
    return [(row.text, row.mark) for row in dock.model.rows if not row.day]


def choose(qtbot, dock: HistoryDock, text: str) -> None:
    row = next(n for n, row in enumerate(dock.model.rows) if text in row.text)
    rect = dock.list.visualRect(dock.model.index(row, 0))
    QTest.mouseClick(dock.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.waitUntil(lambda: dock._told is not None)


def test_it_follows_what_is_done(dock, edited) -> None:
    assert [text for text, _ in shown(dock)] == ["Comment on turn 4", "Relabel 1 turn", "Edit turn 2", "Import call.txt"]
    assert shown(dock)[0][1] == "now"
    edited.do(turns.hide, [1])
    edited.undo()
    assert shown(dock)[:2] == [("Hide 1 turn", "undone"), ("Comment on turn 4", "now")]
    edited.redo()
    assert shown(dock)[:2] == [("Hide 1 turn", "now"), ("Comment on turn 4", "")]
    edited.undo()
    edited.do(turns.bookmark, [1], True)
    assert shown(dock)[1] == ("Hide 1 turn", "undone for good")
    whole = timeline(edited.project.history(1000, 1))
    assert dock.model.lines == whole, "as if it were read anew"


def test_a_change_shows_its_words_and_leads_to_its_turn(qtbot, dock, edited) -> None:
    edited.set_turn(1)
    choose(qtbot, dock, "Edit turn 2")
    assert edited.turn_id == 2
    words = dock.snippets[0]
    assert "ваш" in words.accessibleName()
    assert [words._text[a:b] for a, b, style in words._ranges if style == "lost"] == ["ваш"]
    choose(qtbot, dock, "Relabel")
    assert "→" in dock.snippets[0].accessibleName()
    assert edited.turn_id == 3
    dock.list.setFocus()
    QTest.keyClick(dock.list, KEY.Key_Down)
    qtbot.waitUntil(lambda: dock._told is not None and "ваш" in dock.snippets[0].accessibleName())
    assert edited.turn_id == 3, "looking at a change goes nowhere"
    QTest.keyClick(dock.list, KEY.Key_Return)
    assert edited.turn_id == 2


def test_many_turns_are_told_of_the_first_ones(qtbot, session, theme, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(session.analyst, "send", lambda *_, **__: 0)
    session.create_project(tmp_path / "long.annotator")
    add_call(session, "".join(f"A (SPK0{n % 2}): слова {n}\n" for n in range(60)))
    session.do(turns.hide, [turn.id for turn in session.transcript.turns[:50]])
    dock = HistoryDock(session, theme)
    qtbot.addWidget(dock)
    dock.show()
    choose(qtbot, dock, "Hide 50 turns")
    assert sum(snippet.isVisibleTo(dock) for snippet in dock.snippets) == history.MOST_TURNS
    assert "30 more" in dock.more.text()
    choose(qtbot, dock, "Import")
    assert "60 turns" in dock.more.text()


def test_the_call_is_brought_back_as_one_step(qtbot, dock, edited) -> None:
    now = edited.transcript
    choose(qtbot, dock, "Edit turn 2")
    QTest.mouseClick(dock.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not edited.busy and edited.transcript != now)
    assert edited.transcript.turn(2).text == "здравствуйте подскажите адрес"
    assert (edited.transcript.turn(3).speaker_id, edited.transcript.turn(4).comment) == ("SPK00", "")
    assert shown(dock)[0] == ("Go back to an earlier state of the call", "now")
    edited.undo()
    assert edited.transcript == now
    QTest.mouseClick(dock.imported, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not edited.busy and edited.transcript != now)
    assert [turn.text for turn in edited.transcript.turns] == [turn.text for turn in edited.transcript.source.turns]


def test_the_newest_change_is_nothing_to_go_back_to(qtbot, dock) -> None:
    choose(qtbot, dock, "Comment on turn 4")
    assert not dock.back.isEnabled()
    choose(qtbot, dock, "Edit turn 2")
    assert dock.back.isEnabled()


def test_all_calls_or_this_one(qtbot, dock, edited) -> None:
    add_call(edited, "Клиент (SPK00): да\n", "other.txt")
    assert [text for text, _ in shown(dock)] == ["Import other.txt"]
    QTest.mouseClick(dock.all_calls, Qt.MouseButton.LeftButton)
    assert len(shown(dock)) == 5
    choose(qtbot, dock, "Edit turn 2")
    qtbot.waitUntil(lambda: edited.transcript.id == 1)
    assert edited.turn_id == 2


def test_it_is_filtered_by_words(dock) -> None:
    type_text(dock.search, "RELABEL")
    assert [text for text, _ in shown(dock)] == ["Relabel 1 turn"]
    dock.search.setText("ъъъ")
    assert dock.empty.text() == "No change is called so."


def test_history_that_was_deleted_or_redacted(qtbot, dock, edited) -> None:
    project = edited.project
    edited.rewrite(lambda: project.write_redaction(1, {"ваш": "[слово]"}), lambda: None)
    qtbot.waitUntil(lambda: not edited.busy and shown(dock)[0] == ("Redact 1 value", "for good"))
    choose_quietly(dock, 1)
    assert dock.more.text() == "The words are gone for good."
    edited.rewrite(lambda: project.write_purge(None, 1), lambda: None)
    qtbot.waitUntil(lambda: not edited.busy and len(shown(dock)) == 1)
    QTest.mouseClick(dock.imported, Qt.MouseButton.LeftButton)
    notices = []
    edited.noticed.connect(lambda notice: notices.append(notice.text))
    qtbot.waitUntil(lambda: bool(notices))
    assert "history of the import was deleted" in notices[0]


def choose_quietly(dock: HistoryDock, row: int) -> None:
    dock.list.setCurrentIndex(dock.model.index(row, 0))


def test_closed_it_reads_nothing(qtbot, edited, theme, monkeypatch) -> None:
    dock = HistoryDock(edited, theme)
    qtbot.addWidget(dock)
    reads = []
    read = edited.project.history
    monkeypatch.setattr(edited.project, "history", lambda *args: reads.append(args) or read(*args))
    edited.do(turns.hide, [1])
    assert reads == []
    dock.show()
    assert shown(dock)[0] == ("Hide 1 turn", "now")
    assert len(reads) == 1


def scroll_to_the_end(dock: HistoryDock) -> None:
    while not dock._complete:
        dock.list.verticalScrollBar().setValue(dock.list.verticalScrollBar().maximum())
        QApplication.processEvents()


def test_ten_thousand_changes_stay_fluid(qtbot, edited, theme, monkeypatch, heartbeat) -> None:
    entries = [JournalEntry(n, "do", None, NOW, "a", msg("Change {n}", n=n)) for n in range(10_000, 0, -1)]
    monkeypatch.setattr(
        edited.project, "history", lambda n, _=None, before=None: [e for e in entries if before is None or e.seq < before][:n]
    )
    dock = HistoryDock(edited, theme)
    qtbot.addWidget(dock)
    dock.show()
    assert dock.model.rowCount() == history.PAGE + 1
    QApplication.processEvents()
    assert dock.model.rowCount() == history.PAGE + 1, "no more is read than can be seen"
    scroll_to_the_end(dock)
    assert dock.model.rowCount() == 10_001
    assert dock.model.lines == timeline(entries)
    entries.insert(0, JournalEntry(10_001, "do", None, datetime.now(UTC), "a", msg("Change {n}", n=10_001)))
    edited.do(turns.hide, [1])
    assert shown(dock)[0] == ("Change 10001", "now")
    edited.project_changed.emit()
    type_text(dock.search, "change 77")
    scroll_to_the_end(dock)
    assert len(shown(dock)) == 111, "what is looked for is found however old it is"
    assert heartbeat.gaps == []


def test_the_list_grows_by_days(qapp) -> None:
    model = CallHistoryModel(qapp)
    model.fill(timeline([JournalEntry(1, "do", None, NOW, "a", msg("Change {n}", n=1))]), complete=False)
    model.follow(JournalEntry(2, "do", None, datetime.now(UTC), "a", msg("Change {n}", n=2)), "")
    assert [row.day for row in model.rows] == [True, False, True, False]
    model.follow(JournalEntry(3, "do", None, datetime.now(UTC), "a", msg("Change {n}", n=3)), "")
    assert [row.text for row in model.rows if not row.day] == ["Change 3", "Change 2", "Change 1"]
    assert [row.now for row in model.rows if not row.day] == [True, False, False]
