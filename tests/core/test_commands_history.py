from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.change import Change
from annotator.core.commands import history, speakers, topics, transcripts, turns
from annotator.core.errors import CommandError
from annotator.core.i18n import msg
from annotator.core.model import Imported, SourceSpan, SourceTurn, Speaker, Transcript

IMPORTED = Imported(
    "call.txt",
    "text",
    "utf-8",
    b"",
    (Speaker(0, "S0"), Speaker(0, "S1")),
    tuple(SourceTurn(n, f"S{n % 2}", f"one two three {n}") for n in range(1, 5)),
)


@pytest.fixture
def transcript() -> Transcript:
    return transcripts.as_transcript(IMPORTED)


def test_an_earlier_state_is_one_change_from_now(transcript: Transcript) -> None:
    done, now = [], transcript
    for make in (
        lambda t: turns.set_text(t, 1, "first"),
        lambda t: turns.split(t, 2, 4),
        lambda t: speakers.rename(t, "S0", "Anna"),
        lambda t: turns.merge(t, [3, 4]),
        lambda t: turns.set_text(t, 1, "second"),
    ):
        done.append(make(now))
        now = now.apply(done[-1])
    for kept in range(len(done)):
        expected = transcript
        for change in done[:kept]:
            expected = expected.apply(change)
        back = history.state_before(now, reversed(done[kept:]), ())
        assert now.apply(back) == expected


def test_topics_that_are_gone_do_not_come_back(transcript: Transcript) -> None:
    tagged = transcript.apply(topics.add(transcript.topics, "Price", "#112233"))
    tagged = tagged.apply(topics.tag(tagged, [1], 1))
    change = topics.untag(tagged, [1], 1)
    changed = tagged.apply(change)
    assert changed.apply(history.state_before(changed, [change], {1})).turn(1).topics == {1}
    other = turns.set_text(changed, 1, "other")
    left = changed.apply(other)
    assert left.apply(history.state_before(left, [other, change], ())).turn(1).topics == frozenset()


def test_where_nothing_lies_between_there_is_nothing_to_do(transcript: Transcript) -> None:
    with pytest.raises(CommandError, match="as it was"):
        history.state_before(transcript, [], ())
    there, back = turns.set_text(transcript, 1, "x"), turns.set_text(transcript, 1, "x").inverse()
    with pytest.raises(CommandError, match="nothing to change"):
        history.state_before(transcript, [back, there], ())


def test_a_call_cannot_go_back_to_before_it_was_there(transcript: Transcript) -> None:
    with pytest.raises(CommandError, match="not there yet"):
        history.state_before(transcript, [transcripts.add(IMPORTED, 1)], ())


def test_changes_that_lose_words_of_the_source_are_refused(transcript: Transcript) -> None:
    one, two = transcript.turns[:2]
    shorter = replace(two, sources=(SourceSpan(2, 0, 4),))
    for pairs in ([(one, None)], [(two, shorter)], [(one, None), (two, replace(two, sources=(SourceSpan(1, 0, 5), *two.sources)))]):
        with pytest.raises(CommandError, match="fault of the program"):
            history.guard(Change.of(msg("Lose"), pairs))
    history.guard(Change.of(msg("Keep"), [(one, None), (two, replace(two, sources=one.sources + two.sources))]))
    halves = [replace(one, sources=(SourceSpan(1, *ends),), id=id_) for id_, ends in ((1, (0, 7)), (9, (7, 15)))]
    history.guard(Change.of(msg("Split"), [(one, halves[0]), (None, halves[1])]))


def test_a_call_is_removed_and_added_as_a_whole(transcript: Transcript) -> None:
    history.guard(transcripts.remove(transcript))
    history.guard(transcripts.remove(transcript).inverse())
