"""The table of turns: model, filter, painting, and editing in place with real keys."""

from __future__ import annotations

import pytest
from driving import add_call, press, type_text, wait_checked
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from annotator.core.commands import speakers, turns
from annotator.gui.turns import matches
from annotator.gui.turns.columns import CLIP, COLUMNS, TEXT, place_of, timecode
from annotator.gui.turns.editor import PAGE
from annotator.gui.turns.filter import TurnFilter, occurrences
from annotator.gui.turns.model import TurnsModel
from annotator.gui.turns.units import code_point, utf16
from annotator.gui.turns.view import stretches

KEY = Qt.Key
CTRL, ALT, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier

CALL = """\
Саппорт (SPK00): добрый день чем могу помочь
Клиент (SPK01): здравствуйте не приходит заказ ещё
Саппорт (SPK00): назовите номер заказа четыре один семь
Клиент (SPK01): спасибо
"""


@pytest.fixture
def table(window, open_text):
    open_text(CALL)
    window.table.setFocus()
    return window.table


def texts(session) -> list[str]:
    return [turn.text for turn in session.transcript.visible]


def test_the_model_keeps_qts_rules_through_every_kind_of_change(session, open_text, qtbot):
    open_text(CALL)
    model = TurnsModel(session)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert model.rowCount() == 4
    first = session.transcript.visible[0].id
    session.do(turns.split, first, 7)
    assert model.rowCount() == 5
    session.do(turns.hide, [first])
    assert model.rowCount() == 4
    assert model.row_of(first) == -1
    session.do(turns.set_text, session.transcript.visible[0].id, "другое")
    assert model.data(model.index(0, TEXT)) == "другое"
    session.undo()
    session.undo()
    session.undo()
    assert model.rowCount() == 4
    model.set_filter(TurnFilter(speaker_id="SPK01"))
    assert model.rowCount() == 2
    session.show_transcript(None)
    assert model.rowCount() == 0
    del tester


def test_many_rows_that_go_at_once_reset_the_model(session, open_text):
    open_text("\n".join(f"{'AB'[n % 2]} (SPK0{n % 2}): words number {n}" for n in range(200)) + "\n")
    model = TurnsModel(session)
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    session.do(turns.hide, [turn.id for turn in session.transcript.visible[:100]])
    assert resets == [1]
    assert model.rowCount() == 100


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (TurnFilter(speaker_id="SPK01"), [2, 4]),
        (TurnFilter(text="ЗАКАЗ"), [2, 3]),
        (TurnFilter(text="еще"), [2]),
        (TurnFilter(show="edited"), [4]),
        (TurnFilter(show="hidden"), [1]),
        (TurnFilter(show="commented"), [3]),
        (TurnFilter(show="unreviewed"), [2, 4]),
        (TurnFilter(show="findings"), [4]),
    ],
)
def test_filters(session, open_text, wanted, numbers):
    open_text(CALL)
    ids = [turn.id for turn in session.transcript.turns]
    session.do(turns.hide, [ids[0]])
    session.do(turns.mark_reviewed, [ids[2]])
    session.do(turns.comment, ids[2], "номер проверить")
    session.do(turns.set_text, ids[3], "спасибо большое")
    shown = wanted.turns(session.transcript, {ids[3]})
    assert [session.transcript.position(turn_id) + 1 for turn_id in shown] == numbers


def test_words_are_found_whatever_their_case_and_yo():
    assert occurrences("Ещё раз ЕЩЕ", "еще") == [(0, 3), (8, 11)]
    assert occurrences("abc", "") == []


def test_times_and_offsets():
    assert [timecode(ms) for ms in (None, 0, 61_999, 3_600_000)] == ["", "0:00", "1:01", "1:00:00"]
    text = "да 😀 нет"
    assert [code_point(text, utf16(text, n)) for n in range(len(text) + 1)] == list(range(len(text) + 1))
    assert utf16(text, 5) == 6


def test_a_screen_reader_hears_number_speaker_and_text(session, open_text):
    open_text(CALL)
    model = TurnsModel(session)
    spoken = model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Turn 2, Клиент")
    assert "здравствуйте" in spoken


def test_a_pin_is_spoken_and_told_by_a_tooltip_beside_the_speaker(session, open_text):
    open_text(CALL)
    model = TurnsModel(session)
    session.do(speakers.pin, [session.transcript.visible[1].id])
    said = [model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert ["right from here on" in text for text in said] == [False, True]
    assert said[1].startswith("Turn 2, Клиент, Speakers are right from here on")
    speaker = place_of("speaker")
    told = [model.data(model.index(1, column), Qt.ItemDataRole.ToolTipRole) for column in (speaker, TEXT)]
    assert told == ["<qt>Клиент<br>Speakers are right from here on</qt>", None]
    assert model.data(model.index(0, speaker), Qt.ItemDataRole.ToolTipRole) == "<qt>Саппорт</qt>"


def test_a_pin_is_painted_in_the_cell_of_the_speaker(table, session, theme):
    def inked(row: int, column: int) -> bool:
        """Tell whether a cell has the colour of pins in it."""
        cell = table.viewport().grab(table.visualRect(table.turns_model.index(row, column))).toImage()
        accent = theme.tokens.accent.rgb()
        return any(cell.pixel(x, y) == accent for x in range(cell.width()) for y in range(cell.height()))

    session.do(speakers.rename, "SPK01", "очень длинное имя клиента, которое не помещается")
    session.do(speakers.pin, [session.transcript.visible[n].id for n in (0, 1)])
    speaker = place_of("speaker")
    assert [inked(row, speaker) for row in range(4)] == [True, True, False, False]
    assert not any(inked(row, TEXT) for row in range(4))


@pytest.mark.parametrize("words", ["слово " * 60_000, "слово" * 199_000, "💳" * 300_000], ids=["words", "one word", "wide"])
def test_a_huge_turn_is_clipped_in_the_table_and_comes_in_pages_in_the_editor(qtbot, session, window, call, words):
    add_call(session, f"A (SPK00): {words}\nB (SPK01): да\n", "long.txt")
    model, table, text = window.table.turns_model, window.table, session.transcript.visible[0].text
    assert model.data(model.index(0, TEXT)) == f"{text[:CLIP]}… ({len(text)} characters)"
    window.table.viewport().repaint()
    assert all(len(block.layout.text()) < 2 * CLIP + 50 for block in table.delegate._blocks.values())  # in UTF-16 units
    table.edit_turn(0)
    seen, laid_out = 0, []
    while table.editor.shown is not None and table.editor.shown[1] > seen:
        first, seen, total = table.editor.shown
        assert (first, total) == (sum(laid_out) + 1, len(text))
        laid_out.append(len(table.editor.page))
        assert table.editor.text == text
        table.editor.moveCursor(table.editor.textCursor().MoveOperation.End)
        press(table.editor, KEY.Key_PageDown)
    assert seen == len(text)
    assert max(laid_out) <= PAGE
    press(table.editor, KEY.Key_Escape)
    assert session.transcript.visible[0].text == text


def test_what_is_typed_on_a_page_of_a_huge_turn_stays_there(qtbot, session, window, call):
    add_call(session, f"A (SPK00): {'слово ' * 10_000}\nB (SPK01): да\n", "long.txt")
    table, text = window.table, session.transcript.visible[0].text
    table.edit_turn(30_000)
    assert table.editor.at == 30_000
    type_text(table.editor, "раз ")
    table.editor.moveCursor(table.editor.textCursor().MoveOperation.Start)
    first = table.editor.shown[0]
    press(table.editor, KEY.Key_Backspace)  # not a join with the turn before: it takes the end of the page before
    assert table.editor.shown[1] == first - 2
    press(table.editor, KEY.Key_Return)
    assert session.transcript.visible[0].text == text[: first - 2] + text[first - 1 : 30_000] + "раз " + text[30_000:]
    table.edit_turn(0)
    table.editor.verticalScrollBar().setValue(table.editor.verticalScrollBar().maximum())
    place, notch, buttons, phase = QPointF(9, 9), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(place, place, QPoint(), notch, buttons, Qt.KeyboardModifier.NoModifier, phase, False)
    QApplication.sendEvent(table.editor.viewport(), wheel)
    assert table.editor.shown[0] > 1


def test_spaces_that_do_not_break_stay_so(table, session):
    session.do(turns.set_text, session.turn_id, "цена 5\u00a0000 ₽")
    press(table, KEY.Key_Return)
    table.editor.moveCursor(table.editor.textCursor().MoveOperation.End)
    type_text(table.editor, " да")
    press(table.editor, KEY.Key_Return)
    assert texts(session)[0] == "цена 5\u00a0000 ₽ да"


def test_enter_edits_and_commits_and_cyrillic_can_be_typed(table, session):
    press(table, KEY.Key_Return)
    assert table.editor is not None
    table.editor.moveCursor(table.editor.textCursor().MoveOperation.End)
    type_text(table.editor, " сегодня")
    press(table.editor, KEY.Key_Return)
    assert table.editor is None
    assert texts(session)[0] == "добрый день чем могу помочь сегодня"
    assert QApplication.focusWidget() is table


def test_escape_leaves_everything_as_it_was(table, session):
    press(table, KEY.Key_F2)
    type_text(table.editor, "нет ")
    press(table.editor, KEY.Key_Escape)
    assert texts(session)[0] == "добрый день чем могу помочь"
    assert session.project.undo_label.text.startswith("Import")


def test_letters_do_nothing_in_review_mode(table, session):
    type_text(table, "abc где")
    assert table.editor is None
    assert session.turn_id == session.transcript.visible[0].id


def test_tab_commits_and_edits_the_next_turn(table, session):
    press(table, KEY.Key_Return)
    type_text(table.editor, "так ")
    press(table.editor, KEY.Key_Tab)
    assert texts(session)[0].startswith("так добрый")
    assert table.editor.turn.id == session.transcript.visible[1].id
    press(table.editor, KEY.Key_Backtab, SHIFT)
    assert table.editor.turn.id == session.transcript.visible[0].id
    press(table.editor, KEY.Key_Escape)


def at(table, text: str, edge: int) -> None:
    """Open the editor with the caret at a place of the text."""
    press(table, KEY.Key_Return)
    assert table.editor.toPlainText() == text
    cursor = table.editor.textCursor()
    cursor.setPosition(edge)
    table.editor.setTextCursor(cursor)


def test_split_at_the_caret_gives_the_second_part_to_the_other_speaker(table, session):
    at(table, "добрый день чем могу помочь", 11)
    press(table.editor, KEY.Key_Return, CTRL)
    assert texts(session)[:2] == ["добрый день", "чем могу помочь"]
    assert [turn.speaker_id for turn in session.transcript.visible[:2]] == ["SPK00", "SPK01"]
    assert session.turn_id == session.transcript.visible[1].id
    session.undo()
    assert texts(session)[0] == "добрый день чем могу помочь"


def test_split_with_alt_keeps_the_speaker_and_typed_words(table, session):
    at(table, "добрый день чем могу помочь", 12)
    type_text(table.editor, "так ")
    press(table.editor, KEY.Key_Return, CTRL | ALT)
    assert texts(session)[:2] == ["добрый день так", "чем могу помочь"]
    assert [turn.speaker_id for turn in session.transcript.visible[:2]] == ["SPK00", "SPK00"]
    session.undo()
    assert texts(session)[0] == "добрый день чем могу помочь"


def test_a_split_at_the_edge_says_that_there_is_nothing_to_split(table, session, window):
    at(table, "добрый день чем могу помочь", 0)
    press(table.editor, KEY.Key_Return, CTRL)
    assert len(texts(session)) == 4
    assert table.editor is not None
    assert "nothing to split" in window.statusBar().currentMessage()


def test_words_move_to_the_neighbours(table, session):
    session.set_turn(session.transcript.visible[1].id)
    at(table, "здравствуйте не приходит заказ ещё", 12)
    press(table.editor, KEY.Key_Up, ALT)
    assert texts(session)[:2] == ["добрый день чем могу помочь здравствуйте", "не приходит заказ ещё"]
    at(table, "не приходит заказ ещё", 17)
    press(table.editor, KEY.Key_Down, ALT)
    assert texts(session)[1:3] == ["не приходит заказ", "ещё назовите номер заказа четыре один семь"]


def test_backspace_at_the_start_and_delete_at_the_end_merge(table, session):
    session.set_turn(session.transcript.visible[1].id)
    at(table, "здравствуйте не приходит заказ ещё", 0)
    press(table.editor, KEY.Key_Backspace)
    assert texts(session)[0] == "добрый день чем могу помочь здравствуйте не приходит заказ ещё"
    session.set_turn(session.transcript.visible[1].id)
    text = session.transcript.visible[1].text
    at(table, text, len(text))
    press(table.editor, KEY.Key_Delete)
    assert texts(session)[1] == text + " спасибо"


def test_what_is_typed_is_committed_when_the_focus_goes_elsewhere(table, session, window):
    press(table, KEY.Key_Return)
    type_text(table.editor, "ну ")
    window.filters.search.setFocus()
    assert texts(session)[0].startswith("ну добрый")


def test_an_empty_text_is_refused_and_the_editor_stays_open(table, session, window):
    press(table, KEY.Key_Return)
    table.editor.selectAll()
    press(table.editor, KEY.Key_Delete)
    press(table.editor, KEY.Key_Return)
    assert table.editor is not None
    assert "hide" in window.statusBar().currentMessage().lower()
    press(table.editor, KEY.Key_Escape)


def test_selection_by_keys_and_mouse_is_what_commands_work_on(table, session, qtbot):
    press(table, KEY.Key_Down, SHIFT)
    press(table, KEY.Key_Down, SHIFT)
    assert len(session.selected) == 3
    press(table, KEY.Key_2)
    assert [turn.speaker_id for turn in session.transcript.visible] == ["SPK01", "SPK01", "SPK01", "SPK01"]
    model = table.turns_model
    where = table.visualRect(model.index(3, TEXT)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert session.selected == (session.transcript.visible[3].id,)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert table.editor is not None
    press(table.editor, KEY.Key_Escape)


def test_rows_are_as_high_as_their_text_and_the_last_one_can_be_reached(qtbot, session, window, open_text):
    open_text("\n".join(f"{'AB'[n % 2]} (SPK0{n % 2}): {'слово ' * (1 + n % 60)}" for n in range(400)) + "\n")
    table = window.table
    press(table, KEY.Key_End, CTRL)
    table.viewport().repaint()
    last = table.visualRect(table.turns_model.index(399, TEXT))
    assert session.turn_id == session.transcript.visible[-1].id
    assert last.bottom() <= table.viewport().rect().bottom() + 1
    assert last.height() > 38
    assert table.rowAt(0) > 350


def test_the_overview_goes_where_it_is_clicked(qtbot, session, window, open_text):
    from annotator.gui.turns.overview import Overview

    open_text("\n".join(f"{'AB'[n % 2]} (SPK0{n % 2}): слово {n}" for n in range(100)) + "\n")
    strip = window.findChild(Overview)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, strip.height() // 2))
    assert abs(session.transcript.position(session.turn_id) - 50) <= 1


def test_find_steps_through_matches_and_can_filter(qtbot, table, session, window):
    press(window, KEY.Key_F, CTRL)
    search = window.filters.search
    assert QApplication.focusWidget() is search
    type_text(search, "заказ")
    assert window.filters.count.text() == "0 of 2"
    press(search, KEY.Key_Return)
    assert session.turn_id == session.transcript.visible[1].id
    press(search, KEY.Key_Return)
    assert session.turn_id == session.transcript.visible[2].id
    window.filters.only.click()
    assert table.turns_model.rowCount() == 2
    window.filters.clear.click()
    assert table.turns_model.rowCount() == 4


def test_columns_without_content_are_not_shown(table):
    hidden = [column.key for n, column in enumerate(COLUMNS) if table.isColumnHidden(n)]
    assert hidden == ["time", "topics"]


def test_times_are_shown_where_there_are_some(qtbot, window, open_text):
    open_text("[00:01:02] A: да\n[00:01:05] B: нет\n[00:01:09] A: да\n[00:01:11] B: нет\n")
    table = window.table
    assert not table.isColumnHidden(1)
    assert table.turns_model.data(table.turns_model.index(0, 1)) == "1:02"


def test_checking_does_not_wait_for_the_window(qtbot, session, window, open_text):
    """Keys work while the detectors run: the window is never held up by them."""
    lines = [f"{'AB'[n % 2]} (SPK0{n % 2}): {'слово за слово и так далее ' * 6}{n}" for n in range(1500)]
    open_text("A (SPK00): да\nB (SPK01): нет\n", "small.txt")
    source = session.project.path.parent / "long.txt"
    source.write_text("\n".join(lines), encoding="utf-8")
    session.open_paths([source])
    qtbot.waitUntil(lambda: session.transcript is not None and len(session.transcript.visible) == 1500, timeout=20_000)
    assert session.analysing
    press(window.table, KEY.Key_Down)
    assert session.transcript.position(session.turn_id) == 1
    wait_checked(qtbot, session)


def test_the_editor_has_the_text_size_of_the_table(table, session, qtbot):
    press(table, KEY.Key_Return)
    assert table.editor.fontInfo().pixelSize() == session.settings.font_size
    session.prefer(font_size=22)
    assert table.editor.fontInfo().pixelSize() == 22
    shown = table.viewport().rect()
    qtbot.waitUntil(lambda: shown.contains(table.visualRect(table.currentIndex()).topLeft()))


def test_an_emptied_editor_that_loses_the_focus_closes_and_leaves_the_text(table, session, window):
    before = texts(session)
    press(table, KEY.Key_Return)
    table.editor.selectAll()
    press(table.editor, KEY.Key_Delete)
    window.filters.search.setFocus()
    assert table.editor is None
    assert texts(session) == before
    assert "hide" in window.statusBar().currentMessage().lower()


def test_enter_goes_back_to_an_editor_that_could_not_be_closed(table, session, window, monkeypatch):
    press(table, KEY.Key_Return)
    type_text(table.editor, "ну ")
    monkeypatch.setattr(session, "do_all", lambda *_: False)
    table.setFocus()
    assert table.editor is not None
    press(table, KEY.Key_Return)
    assert QApplication.focusWidget() is table.editor
    assert table.editor.toPlainText().startswith("ну ")
    press(table.editor, KEY.Key_Escape)


def test_home_and_end_go_to_the_first_and_the_last_turn_and_select_it(table, session):
    ids = [turn.id for turn in session.transcript.visible]
    for modifiers in (Qt.KeyboardModifier.NoModifier, CTRL):
        press(table, KEY.Key_End, modifiers)
        assert (session.turn_id, session.selected) == (ids[-1], (ids[-1],))
        press(table, KEY.Key_Home, modifiers)
        assert (session.turn_id, session.selected) == (ids[0], (ids[0],))
    press(table, KEY.Key_End, SHIFT | CTRL)
    assert session.selected == tuple(ids)


def test_all_turns_are_selected_at_once_also_with_gaps_between_them(table, session):
    ids = [turn.id for turn in session.transcript.visible]
    press(table, ord("A"), CTRL)
    assert session.selected == tuple(ids)
    session.set_turn(ids[0], [ids[0], ids[1], ids[3]])
    rows = {index.row() for index in table.selectionModel().selectedRows()}
    assert rows == {0, 1, 3}
    assert [session.is_selected(turn_id) for turn_id in ids] == [True, True, False, True]


@pytest.mark.parametrize(("rows", "runs"), [([], []), ([3], [(3, 3)]), ([0, 1, 2, 5, 7, 8], [(0, 2), (5, 5), (7, 8)])])
def test_rows_that_follow_each_other_are_one_stretch(rows, runs):
    assert list(stretches(rows)) == runs


def test_matches_in_a_long_call_are_found_little_by_little(qtbot, window, session, open_text, monkeypatch):
    monkeypatch.setattr(matches, "SLICE_S", 0.0)
    monkeypatch.setattr(matches, "AT_ONCE", 1)
    open_text("".join(f"Клиент (SPK0{n % 2}): {'ёлка' if n % 4 == 3 else 'сосна'} {n}\n" for n in range(12)))
    window.filters.start_search()
    type_text(window.filters.search, "елка")
    press(window.filters.search, KEY.Key_Return)
    qtbot.waitUntil(lambda: window.filters.count.text() == "1 of 3")
    assert session.turn.text == "ёлка 3"
    press(window.filters.search, KEY.Key_Return, SHIFT)
    qtbot.waitUntil(lambda: window.filters.count.text() == "3 of 3")
    session.do(turns.set_text, session.turn_id, "дуб")
    press(window.filters.search, KEY.Key_Return)
    qtbot.waitUntil(lambda: window.filters.count.text() == "1 of 2")
