from __future__ import annotations

import pytest

from annotator.core.commands import topics, turns
from annotator.core.errors import CommandError
from annotator.core.model import Topic, Transcript

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
