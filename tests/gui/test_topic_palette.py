"""The topic palette (F4): what is typed filters, Enter and digits tag as the keys of topics do, a new topic is one step away."""

from __future__ import annotations

import pytest
from driving import press, type_text
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.commands import topics
from annotator.gui import tagging
from annotator.gui.dialogs.topic_palette import TopicPalette

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def book(call) -> dict[str, int]:
    made: dict[str, int] = {}
    for name, parent in (("Цена", ""), ("Скидка", "Цена"), ("Доставка", ""), ("Счёт на оценку", ""), ("Прочее", "Доставка")):
        call.apply(lambda name=name, parent=parent: topics.add(call.project.topics, name, "#1F6F5C", parent_id=made.get(parent, 0)))
        made[name] = max(topic.id for topic in call.project.topics)
    return made


@pytest.fixture
def palette(qtbot, call, theme, book):
    def open_() -> TopicPalette:
        made = TopicPalette(call, theme)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.open()
        return made

    return open_


def shown(palette: TopicPalette) -> list[str]:
    return [entry.full for entry in palette.model.entries]


def tags(session) -> list[set[int]]:
    return [set(turn.topics) for turn in session.transcript.turns]


def test_what_is_typed_filters_by_the_whole_name_and_enter_tags_until_the_next_mark(palette, call, book) -> None:
    made = palette()
    assert shown(made) == ["Цена", "Цена / Скидка", "Доставка", "Доставка / Прочее", "Счёт на оценку"]
    type_text(made.typed, "ЦЕН")
    assert shown(made) == ["Цена", "Цена / Скидка", "Счёт на оценку", "ЦЕН"], "what begins so comes first, a new one last"
    made.typed.setText("счет")
    assert shown(made)[0] == "Счёт на оценку"
    made.typed.setText("цен скид")
    assert shown(made)[0] == "Цена / Скидка"
    press(made.typed, KEY.Key_Down)
    press(made.typed, KEY.Key_Up)
    press(made.typed, KEY.Key_Up)
    press(made.typed, KEY.Key_Return)
    assert not made.isVisible()
    assert tags(call) == [{book["Скидка"]}] * 4
    call.set_turn(3)
    made = palette()
    made.typed.setText("дост")
    press(made.typed, KEY.Key_Return)
    assert tags(call) == [{book["Скидка"]}] * 2 + [{book["Доставка"]}] * 2


def test_with_a_selection_exactly_these_turns_are_tagged(palette, call, book) -> None:
    call.set_turn(3, [2, 3])
    made = palette()
    press(made.typed, KEY.Key_Return)
    assert tags(call) == [set(), {book["Цена"]}, {book["Цена"]}, set()]
    made = palette()
    assert made.model.index(0).data(SPOKEN) == "1, Цена, 2 turns, on this turn"
    press(made.typed, KEY.Key_Return)
    assert tags(call) == [set()] * 4


def test_digits_are_what_was_used_last_while_nothing_is_typed(palette, call, book) -> None:
    tagging.tag(call, book["Прочее"])
    tagging.tag(call, book["Цена"])
    tagging.tag(call, book["Прочее"])
    made = palette()
    assert [(e.digit, e.full) for e in made.model.entries[:3]] == [(1, "Доставка / Прочее"), (2, "Цена"), (0, "Цена / Скидка")]
    press(made.typed, KEY.Key_3, text="3")
    assert made.typed.text() == "3", "there is no third one: it is the start of a name"
    press(made.typed, KEY.Key_2, text="2")
    assert made.isVisible()
    made.typed.clear()
    call.set_turn(2)
    press(made.typed, KEY.Key_2, text="2")
    assert not made.isVisible()
    assert tags(call)[1] == {book["Цена"]}
    assert [topic.name for topic in tagging.recent(call)] == ["Цена", "Прочее"]


def test_recent_topics_are_kept_in_the_project_and_forgotten_with_the_topic(call, book) -> None:
    for topic_id in book.values():
        tagging.tag(call, topic_id)
    path = call.project.path
    call.close_project()
    call.open_project(path)
    assert [topic.id for topic in tagging.recent(call)] == list(book.values())[::-1]
    call.apply(lambda: topics.remove([call.transcript], book["Прочее"]))
    assert tagging.recent(call)[0].name == "Счёт на оценку"
    call.project.set_setting(tagging.SETTING, '{"ids": 5}')
    assert tagging.recent(call) == []


@pytest.mark.parametrize("key", ["ctrl", "row"])
def test_a_new_topic_of_the_typed_name_tags_in_the_same_undo_step(palette, call, book, key) -> None:
    made = palette()
    type_text(made.typed, "Цена / Налог")
    assert shown(made) == ["Цена / Налог"]
    press(made.typed, KEY.Key_Return, CTRL if key == "ctrl" else Qt.KeyboardModifier.NoModifier)
    topic = max(call.project.topics, key=lambda topic: topic.id)
    assert (topic.name, topic.parent_id, topic.hotkey) == ("Налог", book["Цена"], 1)
    assert tags(call) == [{topic.id}] * 4
    assert not made.isVisible()
    call.undo()
    assert (len(call.project.topics), tags(call)) == (len(book), [set()] * 4)


def test_no_new_topic_of_a_name_that_there_is_and_none_without_a_name(palette, call, book) -> None:
    made = palette()
    press(made.typed, KEY.Key_Return, CTRL)
    assert made.isVisible()
    type_text(made.typed, "цена")
    assert shown(made) == ["Цена", "Цена / Скидка"]
    notices: list[str] = []
    call.noticed.connect(lambda notice: notices.append(notice.text))
    press(made.typed, KEY.Key_Return, CTRL)
    assert made.isVisible()
    assert "already" in notices[-1]
    assert len(call.project.topics) == len(book)


def test_a_click_tags_and_escape_does_nothing(palette, call, book) -> None:
    made = palette()
    QTest.mouseClick(made.list.viewport(), Qt.MouseButton.LeftButton, pos=made.list.visualRect(made.model.index(2)).center())
    assert tags(call) == [{book["Доставка"]}] * 4
    made = palette()
    press(made.typed, KEY.Key_Escape)
    assert not made.isVisible()
    assert tags(call) == [{book["Доставка"]}] * 4


def test_says_the_next_step_while_there_are_no_topics(qtbot, call, theme) -> None:
    made = TopicPalette(call, theme)
    qtbot.addWidget(made)
    assert "Ctrl+Enter" in made.about.text()
    assert not made.ok.isEnabled()
