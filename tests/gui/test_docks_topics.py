"""The topics dock: tagging by mouse and key, the codebook, and removal after one question."""

from __future__ import annotations

import pytest
from driving import add_call, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.commands import topics, turns
from annotator.core.i18n import Catalogue, use
from annotator.gui.dialogs.topic import TopicDialog
from annotator.gui.docks.topics import TopicsDock

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def add(session, name: str, hotkey: int = 0, definition: str = "") -> int:
    assert session.apply(lambda: topics.add(session.project.topics, name, "#1F6F5C", definition, hotkey))
    return session.project.topics[-1].id


def tagged(session, topic_id: int) -> list[int]:
    return [turn.id for turn in session.transcript.turns if topic_id in turn.topics]


@pytest.fixture
def dock(qtbot, call, theme) -> TopicsDock:
    made = TopicsDock(call, theme)
    qtbot.addWidget(made)
    made.resize(232, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def click(dock: TopicsDock, row: int, x: int) -> None:
    place = dock.list.visualRect(dock.model.index(row)).center()
    place.setX(x)
    QTest.mouseClick(dock.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_says_the_next_step_while_there_are_no_topics(dock, call) -> None:
    assert "Ctrl+1" in dock.empty.text()
    assert dock.add.isEnabled()
    assert not dock.list.isVisible()
    assert not dock.edit.isVisible()
    call.close_project()
    assert "Open a call" in dock.empty.text()
    assert not dock.add.isEnabled()


def test_a_click_on_the_chip_tags_the_selected_turns_and_the_next_one_untags_them(dock, call) -> None:
    price = add(call, "price")
    call.set_turn(3, [3, 4])
    click(dock, 0, 50)
    assert tagged(call, price) == [3, 4]
    click(dock, 0, 50)
    assert tagged(call, price) == []


def test_a_click_beside_the_chip_only_makes_the_topic_current(dock, call) -> None:
    add(call, "price", definition="money")
    add(call, "delivery", definition="lorries")
    assert dock.definition.text() == "lorries", "a topic just added is the current one"
    click(dock, 0, 190)
    assert dock.definition.text() == "money"
    assert call.transcript.turns[0].topics == frozenset()


def test_keys_tag_edit_and_remove(dock, call) -> None:
    first, second = add(call, "price"), add(call, "delivery")
    dock.list.setFocus()
    press(dock.list, Qt.Key.Key_Space)
    press(dock.list, Qt.Key.Key_Up)
    press(dock.list, Qt.Key.Key_Return)
    assert (tagged(call, first), tagged(call, second)) == ([1], [1])
    press(dock.list, Qt.Key.Key_F2)
    dialog = dock.window().findChild(TopicDialog)
    assert dialog.name.text() == "price"
    dialog.reject()
    press(dock.list, Qt.Key.Key_Delete)
    assert dock.question.isVisible()
    press(dock.question, Qt.Key.Key_Escape)
    assert not dock.question.isVisible()
    assert len(call.project.topics) == 2


def test_tells_how_many_turns_have_a_topic_and_whether_this_one_has_it(dock, call) -> None:
    price = add(call, "price")
    call.do(topics.tag, [2, 3], price)
    index = dock.model.index(0)
    assert index.data(SPOKEN) == "price, 2 turns"
    call.set_turn(2)
    assert index.data(SPOKEN) == "price, 2 turns, on this turn"
    call.set_turn(1, [1, 2])
    assert dock.model.share(call.project.topics[0]) == Qt.CheckState.PartiallyChecked
    call.do(turns.hide, [3])
    assert dock.model.counts[price] == 1, "hidden turns do not count"


def test_a_topic_that_no_turn_has_is_removed_without_a_question(dock, call) -> None:
    add(call, "price")
    dock.remove.click()
    assert call.project.topics == ()
    call.undo()
    assert [t.name for t in call.project.topics] == ["price"]


def test_removing_asks_once_with_the_turns_and_calls_concerned(dock, call) -> None:
    price = add(call, "price")
    call.do(topics.tag, [1, 2], price)
    add_call(call, "A: one\nB: two\n", "other.txt")
    call.do(topics.tag, [2], price)
    dock.remove.click()
    assert dock.question.isVisible()
    assert "3 turns in 2 calls" in dock._asking.text()
    assert dock._keep.hasFocus()
    dock._keep.click()
    assert len(call.project.topics) == 1
    dock.remove.click()
    dock._confirm.click()
    assert call.project.topics == ()
    assert not any(turn.topics for h in call.headers() for turn in call.project.transcript(h.id).turns)
    assert not dock.question.isVisible()
    call.undo()
    assert tagged(call, price) == [2]


def test_the_question_goes_when_the_topic_is_gone_otherwise(dock, call) -> None:
    price = add(call, "price")
    call.do(topics.tag, [1], price)
    dock.remove.click()
    call.apply(lambda: topics.remove([call.transcript], price))
    assert not dock.question.isVisible()


def test_names_and_definitions_are_never_taken_for_markup(dock, call) -> None:
    add(call, "<b>price</b>", definition="<img src=/etc/passwd>" + "x" * 200)
    tip = dock.model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;price" in tip
    assert dock.definition.textFormat() == Qt.TextFormat.PlainText
    assert dock.definition.text().endswith("…")
    assert "&lt;img" in dock.definition.toolTip()


def test_follows_the_language_at_once(dock, call) -> None:
    use(Catalogue("ru", {"Add…": ("Добавить…",)}))
    call.preferences_changed.emit()
    assert dock.add.text() == "Добавить…"


def test_a_selected_turn_that_is_gone_is_passed_over(dock, call) -> None:
    price = add(call, "price")
    call.set_turn(1, [1, 2])
    call.do(turns.merge, [1, 2])
    dock.list.setFocus()
    press(dock.list, Qt.Key.Key_Space)
    assert tagged(call, price) == [1]
