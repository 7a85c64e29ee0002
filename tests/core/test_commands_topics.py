from __future__ import annotations

import pytest

from annotator.core.commands import topics, turns
from annotator.core.errors import CommandError
from annotator.core.model import Topic, Transcript, topic_tree

PRICE, DELIVERY = Topic(1, "Price", "#112233", hotkey=1, rank=1.0), Topic(2, "Delivery", "#445566", rank=2.0)


@pytest.fixture
def transcript(call) -> Transcript:
    return call("A: one", "B: two", "A: three", "B: four", topics=(PRICE, DELIVERY))


def tags(transcript: Transcript) -> list[set[int]]:
    return [set(turn.topics) for turn in transcript.turns]


def test_a_new_topic_has_a_new_id_and_takes_its_hotkey_from_the_other(transcript):
    t = transcript.apply(topics.add(transcript.topics, " Returns ", "#000000", "goods", 1))
    assert t.topics == (
        Topic(1, "Price", "#112233", rank=1.0),
        DELIVERY,
        Topic(3, "Returns", "#000000", "goods", 1, 3.0),
    )


@pytest.mark.parametrize("name", ["", " ", "PRICE"])
def test_topic_names_are_unique_whatever_their_case(transcript, name):
    with pytest.raises(CommandError):
        topics.add(transcript.topics, name, "#000000")
    with pytest.raises(CommandError):
        topics.update(transcript.topics, 2, name=name)


def test_update_changes_only_what_is_given(transcript):
    t = transcript.apply(topics.update(transcript.topics, 2, definition="when it arrives", hotkey=1))
    assert t.topics == (
        Topic(1, "Price", "#112233", "", 0, 1.0),
        Topic(2, "Delivery", "#445566", "when it arrives", 1, 2.0),
    )
    t = t.apply(topics.update(t.topics, 1, name="price", colour="#ffffff"))
    assert (t.topics[0].name, t.topics[0].colour) == ("price", "#ffffff")
    with pytest.raises(CommandError):
        topics.update(t.topics, 1, name="price")
    with pytest.raises(CommandError, match="no longer"):
        topics.update(t.topics, 9, name="x")


def test_remove_takes_the_topic_from_turns_and_codebook(transcript):
    tagged = transcript.apply(topics.tag(transcript, [1, 2], 1))
    tagged = tagged.apply(topics.tag(tagged, [2], 2))
    after = tagged.apply(topics.remove([tagged], 1))
    assert after.topics == (DELIVERY,)
    assert tags(after) == [set(), {2}, set(), set()]


def test_remove_works_without_any_call():
    assert [step.before for step in topics.remove([], 2, (PRICE, DELIVERY)).steps] == [DELIVERY]
    with pytest.raises(CommandError):
        topics.remove([], 2)


def test_tag_untag_and_toggle_concern_exactly_these_turns(transcript):
    t = transcript.apply(topics.tag(transcript, [1, 3], 1))
    assert tags(t) == [{1}, set(), {1}, set()]
    t = t.apply(topics.toggle(t, [1, 2], 1))
    assert tags(t) == [{1}, {1}, {1}, set()]
    t = t.apply(topics.toggle(t, [1, 2], 1))
    assert tags(t) == [set(), set(), {1}, set()]
    t = t.apply(topics.tag(t, [3], 2))
    assert tags(t.apply(topics.untag(t, [3], 1)))[2] == {2}
    with pytest.raises(CommandError):
        topics.untag(t, [1], 1)
    with pytest.raises(CommandError, match="no longer"):
        topics.tag(t, [1], 9)


def test_a_topic_begins_here_and_lasts_until_the_topics_change(transcript):
    t = transcript.apply(topics.tag(transcript, [4], 2))
    t = t.apply(topics.tag_from(t, 2, 1))
    assert tags(t) == [set(), {1}, {1}, {2}]
    t = t.apply(topics.tag_from(t, 3, 2))
    assert tags(t) == [set(), {1}, {2}, {2}]
    t = t.apply(topics.tag_from(t, 3, 2))
    assert tags(t) == [set(), {1}, set(), set()]


def test_a_topic_passes_over_hidden_turns(transcript):
    t = transcript.apply(turns.hide(transcript, [2]))
    t = t.apply(topics.tag_from(t, 1, 1))
    assert tags(t) == [{1}, set(), {1}, {1}]


# ---------------------------------------------------------------------- a topic and its parts

DISCOUNT, SALE = Topic(3, "Discount", "#000000", rank=3.0, parent_id=1), Topic(4, "Sale", "#000000", rank=4.0, parent_id=3)
BOOK = (PRICE, DELIVERY, DISCOUNT, SALE)


def shape(book) -> list[tuple[str, int]]:
    return [(topic.name, depth) for topic, depth in topic_tree(book)]


def after(book, change) -> tuple[Topic, ...]:
    found = {topic.id: topic for topic in book}
    for step in change.steps:
        found.pop(step.entity.id, None)
        if step.after is not None:
            found[step.after.id] = step.after
    return tuple(found.values())


def test_a_part_stands_last_among_the_parts_of_its_parent_and_shares_its_name_with_none_of_them():
    book = after(BOOK, topics.add(BOOK, "Returns", "#000000", parent_id=1, keywords=(" вернуть  деньги ", "", "возврат;Возврат")))
    assert shape(book) == [("Price", 0), ("Discount", 1), ("Sale", 2), ("Returns", 1), ("Delivery", 0)]
    assert book[-1].keywords == ("вернуть деньги", "Возврат")
    after(BOOK, topics.add(BOOK, "Discount", "#000000"))
    with pytest.raises(CommandError, match="already"):
        topics.add(BOOK, "discount", "#000000", parent_id=1)
    with pytest.raises(CommandError, match="no longer"):
        topics.add(BOOK, "x", "#000000", parent_id=9)


@pytest.mark.parametrize(("topic_id", "parent_id"), [(1, 1), (1, 3), (1, 4), (3, 4)])
def test_no_topic_becomes_a_part_of_itself(topic_id, parent_id):
    with pytest.raises(CommandError, match="part of itself"):
        topics.update(BOOK, topic_id, parent_id=parent_id)
    with pytest.raises(CommandError, match="part of itself"):
        topics.move(BOOK, topic_id, parent_id, 0)


def test_update_keeps_the_parent_unless_one_is_given():
    assert after(BOOK, topics.update(BOOK, 3, name="Rebate"))[-1].parent_id == 1
    assert shape(after(BOOK, topics.update(BOOK, 3, parent_id=2))) == [("Price", 0), ("Delivery", 0), ("Discount", 1), ("Sale", 2)]
    assert shape(after(BOOK, topics.update(BOOK, 3, parent_id=topics.TOP)))[2:] == [("Discount", 0), ("Sale", 1)]
    assert shape(after(BOOK, topics.update(BOOK, 2, parent_id=1)))[-1] == ("Delivery", 1), "it comes last there"
    assert after(BOOK, topics.update(BOOK, 3, keywords=["a", "b\nc"]))[-1].keywords == ("a", "b", "c")


def test_move_puts_a_topic_among_the_parts_of_any_parent():
    assert shape(after(BOOK, topics.move(BOOK, 2, topics.TOP, 0)))[0] == ("Delivery", 0)
    assert shape(after(BOOK, topics.move(BOOK, 2, 1, 0)))[:2] == [("Price", 0), ("Delivery", 1)]
    assert shape(after(BOOK, topics.move(BOOK, 2, 1, 9)))[-1] == ("Delivery", 1)
    same = (*BOOK, Topic(5, "sale", "#000000", rank=9.0))
    with pytest.raises(CommandError, match="already"):
        topics.move(same, 5, 3, 0)
    once = after(BOOK, topics.move(BOOK, 2, topics.TOP, 0))
    with pytest.raises(CommandError):
        topics.move(once, 2, topics.TOP, 0)


def test_the_parts_of_a_removed_topic_take_its_place():
    book = (*BOOK, Topic(5, "Refund", "#000000", rank=5.0, parent_id=1))
    assert shape(after(book, topics.remove([], 1, book))) == [("Discount", 0), ("Sale", 1), ("Refund", 0), ("Delivery", 0)]
    assert shape(after(book, topics.remove([], 3, book))) == [("Price", 0), ("Sale", 1), ("Refund", 1), ("Delivery", 0)]
    clash = (*BOOK, Topic(5, "delivery", "#000000", rank=5.0, parent_id=1))
    with pytest.raises(CommandError, match="already"):
        topics.remove([], 1, clash)
    same = (PRICE, Topic(3, "price", "#000000", rank=3.0, parent_id=1))
    assert shape(after(same, topics.remove([], 1, same))) == [("price", 0)], "its own name is free then"


def test_keyword_rules_have_limits():
    with pytest.raises(CommandError, match="rules"):
        topics.update(BOOK, 1, keywords=[f"w{n}" for n in range(topics.MOST_KEYWORDS + 1)])
    with pytest.raises(CommandError, match="characters"):
        topics.update(BOOK, 1, keywords=["w" * (topics.LONGEST_KEYWORDS + 1)])
    topics.update(BOOK, 1, keywords=["a b … c-d e f g h i"])
    with pytest.raises(CommandError, match="8 words"):
        topics.update(BOOK, 1, keywords=["a b … c d * e f g h i"])


def test_a_codebook_is_taken_over_in_one_step_and_nothing_is_lost():
    given = (
        Topic(1, "DELIVERY", "#aaaaaa", "lorries", 1, 1.0, None, ("lorry",)),
        Topic(2, "Price", "", "", 3, 2.0),
        Topic(3, "Discount", "", "less", 2, 3.0, 2),
        Topic(4, "Cost", "", "", 2, 4.0, 2),
        Topic(5, "Discount", "", "", 0, 5.0),
    )
    book = after(BOOK, topics.take_over(BOOK, given, ("#111111", "#222222")))
    by_id = {topic.id: topic for topic in book}
    assert by_id[1] == PRICE, "what the file leaves empty stays, and so does the key of a topic that has one"
    assert by_id[2] == Topic(2, "Delivery", "#aaaaaa", "lorries", 0, 2.0, None, ("lorry",)), "its key is that of another topic"
    assert (by_id[3].definition, by_id[3].colour, by_id[3].hotkey) == ("less", "#000000", 2), "a free key is taken, once"
    assert by_id[5] == Topic(5, "Cost", "#111111", "", 0, 5.0, 1)
    assert by_id[6] == Topic(6, "Discount", "#222222", "", 0, 6.0), "the same name elsewhere is another topic"
    with pytest.raises(CommandError):
        topics.take_over(book, given, ("#111111",))


def test_a_topic_lasts_over_a_hidden_turn_that_has_others_and_begins_at_one(call):
    t = call("A: one", "B: two", "A: three", "B: four", topics=(PRICE, DELIVERY))
    t = t.apply(topics.tag(t, [2], 2))
    t = t.apply(turns.hide(t, [2]))
    assert tags(t.apply(topics.tag_from(t, 1, 1))) == [{1}, {2}, {1}, {1}]
    assert tags(t.apply(topics.tag_from(t, 2, 2))) == [set(), set(), set(), set()]
