"""The table by the mouse alone: borders that are dragged, and the menu of a place. Real mouse events."""

from __future__ import annotations

import pytest
from driving import press
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from annotator.core.commands import topics, turns
from annotator.core.finding import Finding, Fix, Span
from annotator.core.i18n import Message
from annotator.gui import tagging
from annotator.gui.turns.boundary import border_near, word_at
from annotator.gui.turns.columns import TEXT
from annotator.gui.turns.delegate import GUTTER, PAD, Carried
from annotator.gui.turns.filter import TurnFilter

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # pop-ups without a window system


@pytest.fixture
def table(qtbot, window, call):
    qtbot.waitUntil(lambda: call.transcript is not None)
    window.table.setFocus()
    window.table.viewport().repaint()
    return window.table


def texts(session) -> list[str]:
    return [turn.text for turn in session.transcript.visible]


def at(table, row: int, code_point: int) -> QPoint:
    """Return where a character of a row's text is painted."""
    turn = table.turns_model.turn_at(row)
    cell = table.visualRect(table.turns_model.index(row, TEXT))
    layout = table.delegate.block(turn, cell.width()).layout
    line = layout.lineForTextPosition(code_point)
    x = line.cursorToX(code_point)[0]
    return QPoint(
        round(cell.left() + GUTTER + x), round(cell.top() + table.delegate.gap(turn) + PAD + line.y() + line.height() / 2)
    )


def border(table, row: int) -> QPoint:
    """Return a place on the lower border of a row."""
    cell = table.visualRect(table.turns_model.index(row, TEXT))
    return QPoint(cell.left() + 200, cell.bottom())


def move(table, where: QPoint, held: bool = True) -> None:
    """Move the mouse; QTest moves it without buttons."""
    buttons = LEFT if held else Qt.MouseButton.NoButton
    place = table.viewport().mapToGlobal(where)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, where.toPointF(), place.toPointF(), none, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(table.viewport(), event)


def drag(table, row: int, *places: QPoint, release: bool = True) -> None:
    QTest.mousePress(table.viewport(), LEFT, pos=border(table, row))
    for place in places:
        move(table, place)
    if release:
        QTest.mouseRelease(table.viewport(), LEFT, pos=places[-1])


# ---------------------------------------------------------------------- borders


def test_the_border_nearest_to_a_place():
    text = "один два  три"
    assert [border_near(text, n) for n in (0, 4, 5, 7, 8, 10, 13)] == [5, 5, 5, 10, 10, 10, 10]
    assert border_near("один", 2) is None
    assert word_at(text, 6).text == "два"
    assert word_at("a  b", 10) is None


def test_the_mouse_over_a_border_says_that_it_can_be_dragged(table):
    move(table, border(table, 0), held=False)
    assert table.viewport().cursor().shape() == Qt.CursorShape.SplitVCursor
    move(table, at(table, 0, 3), held=False)
    assert table.viewport().cursor().shape() != Qt.CursorShape.SplitVCursor
    last = table.turns_model.rowCount() - 1
    move(table, border(table, last), held=False)
    assert table.viewport().cursor().shape() != Qt.CursorShape.SplitVCursor
    beside = QPoint(table.visualRect(table.turns_model.index(0, 0)).left() + 5, border(table, 0).y())
    move(table, beside, held=False)
    assert table.viewport().cursor().shape() != Qt.CursorShape.SplitVCursor


def test_dragged_up_the_words_after_go_to_the_next_turn(table, call):
    drag(table, 0, at(table, 0, 29), release=False)
    turn = call.transcript.visible[0]
    assert table.delegate.carried == Carried(turn.id, 31, before=False)
    assert (31, 37, "carried") in list(table.delegate._ranges(turn))
    QTest.mouseRelease(table.viewport(), LEFT, pos=at(table, 0, 29))
    assert table.delegate.carried is None
    assert texts(call)[:2] == ["добрый день у меня не приходят", "письма здравствуйте подскажите ваш адрес"]
    call.undo()
    assert texts(call)[0] == "добрый день у меня не приходят письма"


def test_dragged_down_the_words_before_go_to_the_previous_turn(table, call):
    drag(table, 0, at(table, 1, 13))
    assert texts(call)[:2] == ["добрый день у меня не приходят письма здравствуйте", "подскажите ваш адрес"]


def test_escape_and_the_border_itself_change_nothing(table, call):
    before = texts(call)
    drag(table, 0, at(table, 0, 12), release=False)
    assert table.delegate.carried is not None
    press(table, KEY.Key_Escape)
    assert table.delegate.carried is None
    QTest.mouseRelease(table.viewport(), LEFT, pos=at(table, 0, 12))
    assert texts(call) == before
    drag(table, 0, at(table, 0, 12), border(table, 0) + QPoint(30, 0))
    assert texts(call) == before
    assert call.project.undo_label.text.startswith("Import")


def test_a_click_on_a_border_selects_the_row(table, call):
    where = border(table, 1)
    QTest.mouseClick(table.viewport(), LEFT, pos=where)
    assert call.turn_id == call.transcript.visible[1].id


def test_rows_that_do_not_follow_each_other_have_no_border_to_drag(table, call):
    table.turns_model.set_filter(TurnFilter(speaker_id="SPK00"))
    table.viewport().repaint()
    before = texts(call)
    move(table, border(table, 0), held=False)
    assert table.viewport().cursor().shape() != Qt.CursorShape.SplitVCursor
    drag(table, 0, at(table, 0, 12))
    assert texts(call) == before


def test_a_turn_of_one_word_keeps_it(table, call):
    call.do(turns.set_text, call.transcript.visible[0].id, "добрый")
    table.viewport().repaint()
    drag(table, 0, at(table, 0, 2))
    assert texts(call)[0] == "добрый"


def test_rows_are_selected_with_shift_and_ctrl(table, call):
    ids = [turn.id for turn in call.transcript.visible]
    for row, modifier in (
        (0, Qt.KeyboardModifier.NoModifier),
        (2, Qt.KeyboardModifier.ShiftModifier),
        (1, Qt.KeyboardModifier.ControlModifier),
    ):
        QTest.mouseClick(table.viewport(), LEFT, modifier, at(table, row, 3))
    assert call.selected == (ids[0], ids[2])


# ---------------------------------------------------------------------- the menu


def menu_at(table, where: QPoint, by_key: bool = False) -> QMenu:
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    target = table.viewport()
    event = QContextMenuEvent(reason, where, target.mapToGlobal(where), Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entry(menu: QMenu, text: str):
    return next(a for a in menu.actions() if a.text().partition("\t")[0].replace("&&", "&").startswith(text))


def has(menu: QMenu, text: str) -> bool:
    return any(a.text().startswith(text) for a in menu.actions())


def choose(menu: QMenu, text: str) -> None:
    """Click an entry."""
    action = entry(menu, text)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def choose_in(menu: QMenu, sub: str, text: str) -> None:
    inner = entry(menu, sub).menu()
    inner.popup(QPoint(0, 0))
    choose(inner, text)
    menu.close()


def test_splitting_and_moving_words_at_the_click(table, call):
    choose(menu_at(table, at(table, 0, 12)), "Split “день | у”, the rest to Саппорт")
    assert texts(call)[:2] == ["добрый день", "у меня не приходят письма"]
    assert [turn.speaker_id for turn in call.transcript.visible[:2]] == ["SPK00", "SPK01"]
    call.undo()
    choose(menu_at(table, at(table, 0, 12)), "Split “день | у”, same speaker")
    assert [turn.speaker_id for turn in call.transcript.visible[:2]] == ["SPK00", "SPK00"]
    call.undo()
    choose(menu_at(table, at(table, 1, 13)), "Words up to “здравствуйте” to the previous turn")
    assert texts(call)[0].endswith("письма здравствуйте")
    call.undo()
    choose(menu_at(table, at(table, 1, 24)), "Words from “ваш” to the next turn")
    assert texts(call)[2].startswith("ваш адрес да да")


def test_what_does_not_apply_is_not_offered(table, call):
    menu = menu_at(table, at(table, 0, 12))
    assert not has(menu, "Words up to")
    assert not has(menu, "Fine as it is")
    assert not has(menu, "Restore")
    assert not entry(menu, "Revert").isEnabled()
    menu.close()
    cell = table.visualRect(table.turns_model.index(0, 0))
    menu = menu_at(table, cell.center())
    assert not has(menu, "Split")
    assert not has(menu, "Find")
    menu.close()


def test_a_right_click_goes_to_the_turn_and_keeps_a_selection_that_holds_it(table, call):
    ids = [turn.id for turn in call.transcript.visible]
    menu_at(table, at(table, 2, 3)).close()
    assert call.selected == (ids[2],)
    call.set_turn(ids[0], ids[:2])
    choose(menu_at(table, at(table, 1, 3)), "Hide turns")
    assert len(texts(call)) == 2


def test_speakers_topics_and_marks(table, call):
    call.apply(lambda: topics.add(call.project.topics, "Цена & срок", "#1F6F5C"))
    second = call.transcript.visible[1].id
    choose_in(menu_at(table, at(table, 1, 3)), "Speaker", "Клиент")
    assert call.transcript.turn(second).speaker_id == "SPK00"
    choose_in(menu_at(table, at(table, 1, 3)), "Topics", "Цена & срок")
    assert call.transcript.turn(second).topics
    assert [topic.name for topic in tagging.recent(call)] == ["Цена & срок"], "as by key and palette"
    for text, field in (("Bookmark", "bookmarked"), ("Turn is reviewed", "reviewed")):
        choose(menu_at(table, at(table, 1, 3)), text)
        assert getattr(call.transcript.turn(second), field)
        menu = menu_at(table, at(table, 1, 3))
        assert entry(menu, text).isChecked()
        menu.close()
    choose(menu_at(table, at(table, 1, 3)), "Revert turn to source")
    assert call.transcript.turn(second).speaker_id == "SPK01"
    choose(menu_at(table, at(table, 1, 3)), "Join turns")
    assert len(texts(call)) == 3


def test_editing_begins_at_the_word(table, call):
    choose(menu_at(table, at(table, 1, 15)), "Edit text")
    assert table.editor.textCursor().position() == 15
    press(table.editor, KEY.Key_Escape)


def test_words_are_searched_and_added_to_the_dictionary(table, call, window):
    choose(menu_at(table, at(table, 1, 15)), "Find “подскажите” in this call")
    assert window.filters.search.text() == "подскажите"
    table.dictionary._known["подскажите"] = False
    call.settings = type(call.settings)(mark_unknown=True, language="en", theme="light")
    choose(menu_at(table, at(table, 1, 15)), "Add “подскажите” to the project's dictionary")
    assert table.dictionary.has("подскажите")
    choose(menu_at(table, at(table, 1, 15)), "Take “подскажите” out")
    assert not table.dictionary.has("подскажите")


def test_the_finding_under_the_mouse_is_decided(table, call):
    turn = call.transcript.visible[2]
    for n, (start, end) in enumerate(((0, 5), (13, 20))):
        span = Span.of(call.transcript, turn.id, start, end)
        fix = Fix(Message(f"Fix {n}"), (span,))
        call._found.append(Finding(f"k{n}", "duplicates", "loop", 0.95, (span,), (Message("why"),), fix))
    call._pick_findings()
    QApplication.processEvents()
    menu = menu_at(table, at(table, 2, 15))
    assert has(menu, "Fix 1")
    assert not has(menu, "Fix 0")
    choose(menu, "Fine as it is")
    assert call.transcript.decisions["k1"].verdict == "dismissed"
    choose(menu_at(table, at(table, 2, 3)), "Fix 0")
    assert call.transcript.decisions["k0"].verdict == "accepted"
    assert texts(call)[2] == "сейчас и сколько это стоит"


def test_the_menu_key_opens_the_menu_of_the_turn(table, call):
    call.set_turn(call.transcript.visible[2].id)
    menu = menu_at(table, QPoint(0, 0), by_key=True)
    assert not has(menu, "Split")
    choose(menu, "Bookmark")
    assert call.transcript.visible[2].bookmarked


def test_hidden_turns_are_restored(table, call, window):
    third = call.transcript.visible[2].id
    call.do(turns.hide, [third])
    window.filters.choose("hidden")
    table.viewport().repaint()
    menu = menu_at(table, at(table, 0, 3))
    assert not has(menu, "Split")
    choose(menu, "Restore hidden turns")
    assert not call.transcript.turn(third).hidden


def test_what_holds_already_is_ticked(table, call, theme):
    """Menus show an icon or a check mark, not both: the check mark wins."""
    turn = call.transcript.visible[1].id
    plain = entry(menu := menu_at(table, at(table, 1, 3)), "Bookmark").icon().pixmap(20).toImage()
    menu.close()
    call.do(turns.bookmark, [turn])
    ticked = entry(menu := menu_at(table, at(table, 1, 3)), "Bookmark")
    assert ticked.isChecked()
    assert ticked.icon().pixmap(20).toImage() == theme.icon("accept").pixmap(20).toImage() != plain
    assert entry(entry(menu, "Speaker").menu(), "Саппорт").font().bold()
    menu.close()
