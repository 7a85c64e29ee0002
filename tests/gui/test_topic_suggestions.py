"""Topics that are suggested by keywords: from the dialog over the card to the turns, in the whole window."""

from __future__ import annotations

import pytest
from driving import add_call, press, wait_checked
from PySide6.QtCore import Qt

from annotator.core.commands import topics
from annotator.core.model import Topic
from annotator.gui import tagging
from annotator.gui.dialogs import accept_all
from annotator.gui.dialogs.topic import TopicDialog
from annotator.gui.dialogs.topic_palette import TopicPalette
from annotator.gui.docks.finding import FindingDock

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
CALL = """Клиент (SPK00): добрый день
Саппорт (SPK01): здравствуйте чем могу помочь
Клиент (SPK00): подскажите стоимость подключения
Саппорт (SPK01): сейчас посмотрю
Клиент (SPK00): и есть ли скидки на стоимость
Саппорт (SPK01): всё вижу спасибо за ожидание
"""


@pytest.fixture
def suggested(qtbot, window, session, open_text):
    """A call, a topic with keywords and one that it is a part of; the call is checked again."""
    open_text(CALL)
    session.apply(lambda: topics.add((), "Деньги", "#0B5CAD", hotkey=1))
    session.apply(lambda: topics.add(session.project.topics, "Цена", "#1F6F5C", parent_id=1, keywords=["стоимость", "скидка"]))
    wait_checked(qtbot, session)
    return window


def queue(session) -> list[str]:
    return [f.kind for f in session.queue]


def tags(session) -> list[set[int]]:
    return [set(turn.topics) for turn in session.transcript.turns]


def test_space_tags_the_turns_and_undo_brings_the_suggestion_back(qtbot, suggested, session):
    assert queue(session) == ["topic_suggested"]
    suggested.table.setFocus()
    press(suggested.table, KEY.Key_Right)
    card = suggested.docks["finding"].widget()
    assert isinstance(card, FindingDock)
    qtbot.waitUntil(lambda: card._topic.isVisible())
    assert card._topic.accessibleName() == "Деньги / Цена"
    assert "Topic suggested" in card._kind.text()
    assert "#" in card._kind.text()
    assert "Tag 3 turns with Деньги / Цена" in card._accept.accessibleName()
    assert card._alternative.accessibleName() == "Tag only the 2 turns with these words"
    facts = [fact.text() for fact in card._facts if fact.isVisible()]
    assert facts[0] == "· Rule “стоимость”: “стоимость” (turns: 3, 5)"
    assert facts[1] == "· Rule “скидка”: “скидки” (turns: 5)"
    press(suggested.table, KEY.Key_Space)
    assert tags(session) == [set(), set(), {2}, {2}, {2}, set()]
    wait_checked(qtbot, session)
    assert queue(session) == []
    qtbot.waitUntil(lambda: not card._topic.isVisible())
    press(suggested.table, KEY.Key_Z, CTRL)
    wait_checked(qtbot, session)
    assert (queue(session), tags(session)) == (["topic_suggested"], [set()] * 6)


def test_a_dismissed_one_stays_away_and_a_topic_set_by_hand_takes_it_out_at_once(qtbot, suggested, session):
    press(suggested.table, KEY.Key_Right)
    press(suggested.table, KEY.Key_Backspace)
    session.do(topics.tag, [3], 2)
    wait_checked(qtbot, session)
    assert queue(session) == []
    session.undo()
    session.undo()
    wait_checked(qtbot, session)
    assert queue(session) == ["topic_suggested"]
    session.do(topics.tag, [3, 4, 5], 2)
    assert queue(session) == []


def test_suggestions_follow_the_codebook(qtbot, suggested, session):
    session.apply(lambda: topics.update(session.project.topics, 2, keywords=["ожидание"]))
    wait_checked(qtbot, session)
    assert [f.turn_ids for f in session.queue] == [(6,)]
    add_call(session, CALL.replace("ожидание", "звонок"), "other.txt")
    wait_checked(qtbot, session)
    assert session.queue == ()
    first = session.headers()[0].id
    session.apply(lambda: topics.update(session.project.topics, 2, keywords=[]))
    qtbot.waitUntil(lambda: session.open_findings(first) == 0, timeout=10_000)
    session.apply(lambda: topics.remove([session.project.transcript(h.id) for h in session.headers()], 2))
    wait_checked(qtbot, session)
    assert session.check_ended


def test_the_list_of_all_says_what_is_tagged_and_by_which_words(suggested, session):
    ((head, _), *words) = accept_all.lines(session.transcript, session.queue[0])
    assert head == "Tag 3 turns with Деньги / Цена"
    assert [text[start:end] for text, ranges in words for start, end, style in ranges if style == "topic"] == [
        "стоимость",
        "скидки",
        "стоимость",
    ]


def test_f4_opens_the_palette_and_the_menu_ends_topics(qtbot, suggested, session):
    suggested.table.setFocus()
    session.set_turn(2)
    press(suggested.table, KEY.Key_F4)
    palette = suggested.findChild(TopicPalette)
    qtbot.waitUntil(palette.isVisible)
    palette.typed.setText("цен")
    press(palette.typed, KEY.Key_Return)
    assert tags(session) == [set()] + [{2}] * 5
    assert [topic.id for topic in tagging.recent(session)] == [2]
    session.set_turn(4)
    suggested.refresh()
    suggested.actions_by_name["end_topic"].trigger()
    assert tags(session) == [set(), {2}, {2}, set(), set(), set()]
    suggested.refresh()
    assert not suggested.actions_by_name["end_topic"].isEnabled()


# ---------------------------------------------------------------------- the dialog


def test_the_dialog_knows_parents_and_keywords(qtbot, call, theme):
    price = Topic(1, "Цена", "#1F6F5C", rank=1.0)
    for name, parent in (("Цена", 0), ("Скидка", 1), ("Купон", 2), ("Доставка", 0)):
        call.apply(lambda name=name, parent=parent: topics.add(call.project.topics, name, price.colour, parent_id=parent))
    dialog = TopicDialog(call, theme, call.project.topics[1])
    qtbot.addWidget(dialog)
    offered = [dialog.part_of.itemData(n) for n in range(dialog.part_of.count())]
    assert offered == [0, 1, 4], "neither itself nor its parts"
    assert dialog.part_of.currentData() == 1
    assert not dialog.error.isVisibleTo(dialog)
    dialog.keywords.setPlainText("\n".join(["a b c d e f g h i"]))
    assert "8 words" in dialog.error.text()
    assert not dialog.ok.isEnabled()
    dialog.keywords.setPlainText("скидка\n\n  дешевле … раза ")
    dialog.part_of.setCurrentIndex(2)
    dialog.ok.click()
    changed = call.project.topics[-1]
    assert (changed.name, changed.parent_id, changed.keywords) == ("Скидка", 4, ("скидка", "дешевле … раза"))
    again = TopicDialog(call, theme, changed)
    qtbot.addWidget(again)
    before = call.project.undo_label
    again.ok.click()
    assert call.project.undo_label is before, "nothing was done"


def test_a_new_part_may_be_called_as_a_topic_elsewhere(qtbot, call, theme):
    call.apply(lambda: topics.add((), "Цена", "#1F6F5C"))
    dialog = TopicDialog(call, theme, None, part_of=1, name="Цена")
    qtbot.addWidget(dialog)
    assert dialog.ok.isEnabled()
    dialog.part_of.setCurrentIndex(0)
    assert "already" in dialog.error.text()
    dialog.part_of.setCurrentIndex(1)
    dialog.ok.click()
    assert call.project.topics[-1].parent_id == 1
