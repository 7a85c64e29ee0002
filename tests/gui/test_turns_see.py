"""What the table shows beyond texts: sources, context, columns, bookmarks, unknown words; and what is said of it."""

from __future__ import annotations

import json

import pytest
from driving import add_call, press, type_text
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator import settings
from annotator.core.commands import speakers, turns
from annotator.core.finding import Finding, Fix, Relabel, Span
from annotator.core.i18n import Message
from annotator.detectors.dictionary import unknown_words
from annotator.detectors.worker import Reply
from annotator.gui.turns.columns import TEXT, place_of
from annotator.gui.turns.delegate import source_note
from annotator.gui.turns.filter import TurnFilter
from annotator.gui.turns.jump import JumpDialog, milliseconds, turn_at_time
from annotator.gui.turns.model import runs

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def table(qtbot, window, call):
    qtbot.waitUntil(lambda: call.transcript is not None)
    window.table.setFocus()
    return window.table


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def numbers(table) -> list[int]:
    """Return the numbers of the turns that are shown."""
    model = table.turns_model
    return [model.transcript.position(model.turn_at(row).id) + 1 for row in range(model.rowCount())]


def suspect(session, *numbers: int, kind: str = "loop") -> list[Finding]:
    """Let the detectors have found something in these turns."""
    found = []
    for number in numbers:
        span = Span.of(session.transcript, session.transcript.turns[number - 1].id, 0, 2)
        label = Message("Fix it")
        detector = "speakers" if kind == "roles_swapped" else "duplicates"
        found.append(Finding(f"k{number}{kind}", detector, kind, 0.95, (span,), (Message("why"),), Fix(label, (span,))))
    session._found = [*session._found, *found]
    session._pick_findings()
    settle()
    return found


@pytest.fixture
def long_call(qtbot, table, call):
    add_call(call, "\n".join(f"{'AB'[n % 2]} (SPK0{n % 2}): слово {n}" for n in range(1, 41)) + "\n", "long.txt")
    qtbot.waitUntil(lambda: len(call.transcript.turns) == 40)
    return call


# ---------------------------------------------------------------------- source


def test_the_source_stands_under_edited_turns_with_what_was_lost_and_what_is_new(table, call):
    turn = call.transcript.visible[0]
    call.do(turns.set_text, turn.id, "добрый вечер у меня не приходят письма")
    before = table.delegate.height(call.transcript.turn(turn.id), 600)
    other = table.delegate.height(call.transcript.visible[1], 600)
    press(table, KEY.Key_D, CTRL)
    assert call.settings.show_source
    assert settings.load().show_source
    block = table.delegate.block(call.transcript.turn(turn.id), 600)
    assert [note.kind for note in block.notes] == ["source"]
    assert block.notes[0].layout.text() == "Source: добрый день у меня не приходят письма"
    assert table.delegate.height(call.transcript.turn(turn.id), 600) > before
    assert table.delegate.height(call.transcript.visible[1], 600) == other
    table.viewport().repaint()
    assert table.rowHeight(0) == table.delegate.height(call.transcript.turn(turn.id), table.columnWidth(TEXT))
    press(table, KEY.Key_D, CTRL)
    assert table.delegate.block(call.transcript.turn(turn.id), 600).notes == []


def test_what_a_note_on_the_source_says():
    said, lost, new = source_note("", "один два три", "один пять три")
    assert [said[a:b] for a, b, _ in lost] == ["два"]
    assert [("один пять три"[a:b], style) for a, b, style in new] == [("пять", "new")]
    assert source_note("Клиент", "да", "да") == ("Source, Клиент: the same words", [], [])
    assert source_note("", "", "да")[0].endswith("none of these words")


def test_a_long_text_is_compared_as_far_as_it_is_shown():
    source = "начало " + "слово " * 2000
    said, lost, new = source_note("", source, source.removeprefix("начало "))
    assert [said[a:b] for a, b, _ in lost] == ["начало"]
    assert new == []


def test_another_speaker_of_the_source_is_named(table, call):
    turn = call.transcript.visible[1]
    call.do(speakers.relabel, [turn.id], "SPK00")
    call.prefer(show_source=True)
    note = table.delegate.block(call.transcript.turn(turn.id), 600).notes[0]
    assert note.layout.text() == "Source, Саппорт: the same words"


def test_sources_of_parts_and_of_words_that_came_over(table, call):
    first, second = call.transcript.visible[:2]
    call.do(turns.split, first.id, 12)
    call.do(turns.move_words_to_previous, second.id, 12)
    call.prefer(show_source=True)
    shown = [table.delegate.block(turn, 900).notes for turn in call.transcript.visible[:3]]
    # A part stands for its own piece of the source and differs from nothing; words of the other speaker do.
    assert (shown[0], shown[2]) == ([], [])
    assert [note.layout.text() for note in shown[1]] == ["Source, Клиент, Саппорт: the same words"]


# ---------------------------------------------------------------------- context


def test_context_shows_two_turns_around_findings_and_says_what_is_left_out(window, table, long_call):
    suspect(long_call, 10, 12, 30)
    press(table, KEY.Key_L, CTRL)
    assert numbers(table) == [8, 9, 10, 11, 12, 13, 14, 28, 29, 30, 31, 32]
    model = table.turns_model
    gaps = [model.gap_before(model.turn_at(row).id) for row in range(model.rowCount())]
    assert gaps == [7, 0, 0, 0, 0, 0, 0, 13, 0, 0, 0, 0]
    spoken = model.data(model.index(7, TEXT), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("13 turns are left out here.")
    table.viewport().repaint()
    heights = [table.delegate.height(model.turn_at(row), table.columnWidth(TEXT)) for row in (7, 8)]
    assert heights[0] - heights[1] == 24
    assert not model.adjacent(6)
    assert model.adjacent(7)
    settle()
    assert window.actions_by_name["context"].isChecked()
    press(table, KEY.Key_L, CTRL)
    assert len(numbers(table)) == 40
    assert model.gap_before(model.turn_at(7).id) == 0


def test_a_finding_about_the_whole_call_brings_its_turns_only_while_it_is_active(table, long_call):
    suspect(long_call, 30)
    suspect(long_call, 5, kind="roles_swapped")
    table.turns_model.set_filter(TurnFilter(show="context"))
    assert numbers(table) == [28, 29, 30, 31, 32]
    long_call.show_finding(next(f for f in long_call.queue if f.kind == "roles_swapped"))
    settle()
    assert numbers(table)[:5] == [3, 4, 5, 6, 7]


def test_decided_findings_leave_and_nothing_jumps(window, table, long_call):
    window.resize(1200, 480)
    suspect(long_call, *range(3, 40, 6))
    long_call.step_finding(1)
    press(table, KEY.Key_L, CTRL)
    settle()
    for _ in range(3):
        press(table, KEY.Key_Backspace)
        settle()
    here = long_call.transcript.position(long_call.turn_id) + 1
    assert here == 21
    assert {19, 20, 21, 22, 23} <= set(numbers(table))
    assert 3 not in numbers(table)
    model, bar = table.turns_model, table.verticalScrollBar()
    table.viewport().repaint()
    top, value = table.rowViewportPosition(model.row_of(long_call.turn_id)), bar.value()
    suspect(long_call, 2)  # rows come above
    assert {1, 2, 3, 4} <= set(numbers(table))
    assert table.rowViewportPosition(model.row_of(long_call.turn_id)) == top
    assert bar.value() > value


def test_the_turn_the_reviewer_is_at_stays_until_the_reviewer_moves(table, long_call):
    suspect(long_call, 10)
    long_call.step_finding(1)
    press(table, KEY.Key_L, CTRL)
    settle()
    press(table, KEY.Key_Backspace)
    settle()
    assert numbers(table) == [10]
    long_call.set_turn(long_call.transcript.turns[0].id)
    assert numbers(table) == []


def test_an_empty_table_says_what_to_do(table, long_call):
    shown = table.viewport().grab().toImage()
    table.turns_model.set_filter(TurnFilter(show="bookmarked"))
    settle()
    assert numbers(table) == []
    grabbed = table.viewport().grab().toImage()
    assert grabbed != shown
    assert len({grabbed.pixel(x, 38) for x in range(grabbed.width())}) > 2  # letters


def test_runs():
    assert runs([]) == []
    assert runs([1, 2, 3, 7, 9, 10]) == [(1, 3), (7, 7), (9, 10)]


# ---------------------------------------------------------------------- columns


def test_columns_are_hidden_by_their_actions_and_kept(window, table, call):
    window.actions_by_name["column_speaker"].trigger()
    assert table.isColumnHidden(place_of("speaker"))
    assert settings.load().hidden_columns == ("speaker",)
    assert not window.actions_by_name["column_speaker"].isChecked()
    call.do(turns.hide, [call.transcript.visible[0].id])
    assert table.isColumnHidden(place_of("speaker"))
    window.actions_by_name["column_speaker"].trigger()
    assert not table.isColumnHidden(place_of("speaker"))
    assert "column_text" not in window.actions_by_name


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_header_offers_the_columns(window, table):
    table.columns_requested.emit(QPoint(100, 100))
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions()] == ["Number", "Time", "Speaker", "Topics"]
    menu.close()


def test_widths_are_kept(qtbot, window, table, call):
    table.setColumnWidth(place_of("speaker"), 177)
    qtbot.waitUntil(lambda: settings.load().column_widths.get("speaker") == 177)
    from annotator.gui.turns.view import TurnsView

    again = TurnsView(call, window.theme)
    assert again.columnWidth(place_of("speaker")) == 177
    again.deleteLater()


# ---------------------------------------------------------------------- bookmarks and comments


def test_bookmarks_are_set_found_and_filtered(window, table, call):
    ids = [turn.id for turn in call.transcript.turns]
    press(table, KEY.Key_B, CTRL | SHIFT)
    assert "no bookmarks" in window.statusBar().currentMessage()
    call.set_turn(ids[1], [ids[1], ids[2]])
    press(table, KEY.Key_B, CTRL)
    assert [turn.bookmarked for turn in call.transcript.turns] == [False, True, True, False]
    call.set_turn(ids[3])
    press(table, KEY.Key_B, CTRL | SHIFT)
    assert call.turn_id == ids[1]
    press(table, KEY.Key_B, CTRL | SHIFT)
    assert call.turn_id == ids[2]
    window.filters.choose("bookmarked")
    assert numbers(table) == [2, 3]
    press(table, KEY.Key_B, CTRL)
    assert [turn.bookmarked for turn in call.transcript.turns] == [False, True, False, False]
    call.undo()
    call.undo()
    assert not any(turn.bookmarked for turn in call.transcript.turns)


def test_a_bookmark_is_painted_in_the_number_column_of_a_low_row(table, call, theme):
    def dark(row: int) -> int:
        cell = table.viewport().grab(table.visualRect(table.turns_model.index(row, 0))).toImage()
        wanted = theme.tokens.text.rgb()
        return sum(cell.pixel(x, y) == wanted for x in range(cell.width()) for y in range(cell.height()))

    call.do(turns.bookmark, [call.transcript.visible[1].id])
    assert table.rowHeight(1) == 38
    assert dark(1) > 30
    assert dark(2) == 0


def test_a_bookmark_is_on_the_overview(window, table, call, qtbot):
    from annotator.gui.turns.overview import Overview

    strip = window.findChild(Overview)
    before = strip._draw().toImage()
    call.do(turns.bookmark, [call.transcript.visible[3].id])
    after = strip._draw().toImage()
    x, y = strip.width() - 3, strip.height() * 3 // 4 + 6
    assert before.pixel(x, y) != after.pixel(x, y)


def test_the_first_words_of_a_comment_stand_under_the_text(table, call):
    turn = call.transcript.visible[1]
    low = table.delegate.height(turn, 600)
    call.do(turns.comment, turn.id, "проверить\nномер " + "и ещё " * 200)
    note = table.delegate.block(call.transcript.turn(turn.id), 600).notes[0]
    assert note.kind == "comment"
    assert note.layout.text().startswith("проверить номер и ещё")
    assert note.layout.text().endswith("…")
    assert note.layout.lineCount() == 1
    assert table.delegate.height(call.transcript.turn(turn.id), 600) > low


# ---------------------------------------------------------------------- jump


def test_ctrl_g_goes_to_a_turn_by_number_and_clears_a_filter_that_hides_it(window, table, call, monkeypatch):
    said = []

    def answer(dialog: JumpDialog) -> None:
        dialog.show()
        type_text(dialog.field, "9")
        press(dialog.field, KEY.Key_Return)
        said.append(dialog.said.text())
        assert dialog.isVisible()
        dialog.field.clear()
        type_text(dialog.field, "3")
        press(dialog.field, KEY.Key_Return)
        assert not dialog.isVisible()
        dialog.deleteLater()

    monkeypatch.setattr(window, "ask", answer)
    window.filters.choose("edited")
    press(table, KEY.Key_G, CTRL)
    assert said == ["There is no turn “9”: they have the numbers 1 to 4."]
    assert call.turn_id == call.transcript.turns[2].id
    assert table.turns_model.filter == TurnFilter()
    assert "filter left turn 3 out" in window.statusBar().currentMessage()


def test_a_hidden_turn_is_revealed_among_the_hidden_ones(window, table, call):
    third = call.transcript.turns[2].id
    call.do(turns.hide, [third])
    window.filters.reveal(third)
    assert table.turns_model.filter.show == "hidden"
    assert call.turn_id == third


def test_times_are_understood(qtbot, table, call):
    assert [milliseconds(text) for text in ("1:23", "1:02:03", "12", "1:x", "::", "1:2:3:4")] == [
        83_000,
        3_723_000,
        *[None] * 4,
    ]
    assert turn_at_time(call.transcript, 0) is None
    add_call(call, "[00:01:02] A: да\n[00:01:05] B: нет\n[00:01:09] A: да\n", "timed.txt")
    qtbot.waitUntil(lambda: len(call.transcript.turns) == 3)
    found = [turn_at_time(call.transcript, ms * 1000) for ms in (0, 62, 66, 900)]
    assert [call.transcript.position(turn.id) for turn in found] == [0, 0, 1, 2]


# ---------------------------------------------------------------------- the caret


def test_enter_puts_the_caret_where_the_finding_suspects_a_border(table, call):
    turn, following = call.transcript.visible[0], call.transcript.visible[1]
    span = Span.of(call.transcript, turn.id, 12, 37)
    two = Finding("k", "speakers", "two_speakers", 0.9, (span,), (Message("w"),), Fix(Message("f")), split=(turn.id, 12))
    call.finding = two
    press(table, KEY.Key_Return)
    assert table.editor.textCursor().position() == 12
    press(table.editor, KEY.Key_Return, CTRL)
    assert call.transcript.turn(turn.id).text == "добрый день"
    call.undo()
    moved = Span.of(call.transcript, following.id, 0, 12)
    cut = Finding("c", "speakers", "cut", 0.9, (moved,), (Message("w"),), Fix(Message("f"), relabels=(Relabel(moved, "SPK00"),)))
    call.set_turn(following.id)
    call.finding = cut
    press(table, KEY.Key_Return)
    assert table.editor.textCursor().position() == 12
    press(table.editor, KEY.Key_Escape)
    call.finding = None
    press(table, KEY.Key_Return)
    assert table.editor.textCursor().position() == 0
    press(table.editor, KEY.Key_Escape)


def test_a_double_click_edits_at_the_word(table, call):
    cell = table.visualRect(table.turns_model.index(1, TEXT))
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell.left() + 150, cell.top() + 19))
    assert call.turn_id == call.transcript.visible[1].id
    assert 5 < table.editor.textCursor().position() < 30
    press(table.editor, KEY.Key_Escape)


# ---------------------------------------------------------------------- unknown words


@pytest.fixture
def asked(call, monkeypatch) -> list[frozenset[str]]:
    """What the dictionary is asked; it answers at once."""
    found: list[frozenset[str]] = []

    def ask(words: frozenset[str]) -> None:
        found.append(words)
        call.analyst.replied.emit(Reply(0, unknown=unknown_words(words)))

    monkeypatch.setattr(call.analyst, "ask", ask)
    return found


def test_unknown_words_are_marked_when_asked_for_and_looked_up_once(table, call, asked, qtbot):
    turn = call.transcript.visible[0].id
    call.do(turns.set_text, turn, "добрый день подскожите")
    settle()
    assert asked == []
    call.prefer(mark_unknown=True)
    qtbot.waitUntil(lambda: bool(asked))
    settle()
    assert "подскожите" in asked[0]
    styles = [r for r in table.delegate._ranges(call.transcript.turn(turn)) if r[2] == "unknown"]
    assert styles == [(12, 22, "unknown")]
    known = len(asked)
    call.do(turns.set_text, turn, "добрый день подскожите зокоз")
    qtbot.waitUntil(lambda: len(asked) > known)
    assert asked[-1] == {"зокоз"}


def test_words_of_the_projects_dictionary_are_known(table, call, asked, qtbot):
    turn = call.transcript.visible[0].id
    call.do(turns.set_text, turn, "добрый день Подскожите")
    call.prefer(mark_unknown=True)
    qtbot.waitUntil(lambda: table.dictionary.is_unknown("подскожите"))
    table.dictionary.add("Подскожите")
    assert not table.dictionary.is_unknown("подскожите")
    assert table.dictionary.has("подскожите")
    assert json.loads(call.project.setting("dictionary")) == {"words": ["подскожите"]}
    table.dictionary.remove("подскожите")
    assert table.dictionary.is_unknown("подскожите")


def test_words_are_asked_again_when_the_process_has_ended(table, call, asked, monkeypatch):
    sent = []
    monkeypatch.setattr(call.analyst, "ask", sent.append)
    call.settings = settings.Settings(mark_unknown=True, language="en", theme="light")
    table.dictionary.unknown("зокоз")
    table.dictionary._ask()
    table.dictionary.unknown("зокоз")
    table.dictionary._ask()
    assert len([words for words in sent if "зокоз" in words]) == 1
    call.analyst.stopped.emit()
    table.dictionary.unknown("зокоз")
    table.dictionary._ask()
    assert len([words for words in sent if "зокоз" in words]) == 2


# ---------------------------------------------------------------------- what is said


def test_a_screen_reader_hears_the_state_of_a_turn(table, call):
    turn = call.transcript.visible[1]
    call.do(turns.set_text, turn.id, "здравствуйте подскажите")
    call.do(turns.bookmark, [turn.id])
    call.do(turns.mark_reviewed, [turn.id])
    call.do(turns.comment, turn.id, "номер проверить")
    suspect(call, 2)
    QAccessible.setActive(True)
    interface = QAccessible.queryAccessibleInterface(table)
    cell = interface.tableInterface().cellAt(1, TEXT) if hasattr(interface, "tableInterface") else None
    text = cell.text(QAccessible.Text.Name) if cell is not None else ""
    if not text:
        texts = [interface.child(n).text(QAccessible.Text.Name) for n in range(interface.childCount())]
        text = next(t for t in texts if t.startswith("Turn 2,"))
    for part in ("Саппорт", "Loop", "Bookmarked", "Reviewed", "Differs from the source", "Comment: номер проверить"):
        assert part in text
    assert "здравствуйте подскажите" in text


def test_the_focus_of_the_table_can_be_seen(window, table, theme):
    def ring() -> bool:
        return table.grab().toImage().pixel(table.width() // 2, 0) == theme.tokens.focus.rgb()

    assert ring()
    window.filters.search.setFocus()
    assert not ring()
