"""Two versions of a call and the gold one: where they differ, what is taken, and that it can be undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.commands import adjudicate, history, speakers, topics, turns
from annotator.core.commands.adjudicate import Disagreement, begin, disagreements, take
from annotator.core.commands.transcripts import as_transcript
from annotator.core.errors import CommandError
from annotator.core.model import Decision, Imported, SourceTurn, Speaker, Topic, Transcript
from annotator.core.versions import blocks, differences, same_source, tellers

SAID = ("раз два три", "четыре пять", "шесть", "семь восемь девять", "десять", "одиннадцать")
PRICE = Topic(1, "Price", "#000000")


def version(*commands, transcript_id: int = 1, said: tuple[str, ...] = SAID) -> Transcript:
    made = tuple(SourceTurn(n, "AB"[(n - 1) % 2], text) for n, text in enumerate(said, 1))
    parties = (Speaker(0, "A", role="Agent", rank=1), Speaker(0, "B", role="Client", rank=2))
    transcript = as_transcript(Imported("call.txt", "text", "utf-8", b"", parties, made), transcript_id)
    transcript = replace(transcript, topics=(PRICE,))
    for command, *arguments in commands:
        transcript = transcript.apply(command(transcript, *arguments))
    return transcript


def gold_of(a: Transcript, b: Transcript) -> Transcript:
    steps = begin(a, b, 9).steps
    assert all(step.before is None for step in steps)
    return Transcript.build((step.after for step in steps), a.topics)


def told(transcript: Transcript) -> list[tuple[object, ...]]:
    return [(t.speaker_id, t.text, t.topics, t.hidden) for t in transcript.turns]


def borders(*versions: Transcript) -> list[tuple[int, int]]:
    return [(block.first, block.last) for block in blocks(*versions)]


def differ(a: Transcript, b: Transcript) -> list[set[str]]:
    return [set(one.differs) for one in disagreements(a, b, gold_of(a, b))]


def test_blocks_end_where_turns_end_in_both():
    assert borders(version(), version()) == [(n, n) for n in range(1, 7)]
    one = version((turns.merge, [1, 2]), (turns.split, 4, len("семь")))
    other = version((turns.merge, [2, 3]), (turns.merge, [5, 6]))
    assert borders(one, other) == [(1, 3), (4, 4), (5, 6)]
    assert [[[t.text for t in own] for own in block.turns] for block in blocks(one, other)][1:] == [
        [["семь", "восемь девять"], ["семь восемь девять"]],
        [["десять", "одиннадцать"], ["десять одиннадцать"]],
    ]
    assert borders(version(said=())) == []


def test_what_differs():
    assert differ(version(), version()) == []
    assert differ(version((turns.set_text, 2, "четыре шесть")), version()) == [{"text"}]
    assert differ(version((speakers.relabel, [2], "A")), version()) == [{"speaker"}]
    assert differ(version((topics.tag, [2], 1)), version((turns.hide, [4]))) == [{"topics"}, {"hidden"}]
    assert differ(version((turns.split, 4, len("семь"))), version()) == [{"borders"}]
    assert differ(version((turns.split, 4, len("семь"), "A")), version()) == [{"borders", "speaker"}]
    # The border between two people stands elsewhere: one word changes hands.
    assert differ(version((turns.move_words_to_next, 1, 8)), version()) == [{"borders", "speaker"}]
    both = version((turns.merge, [1, 2]), (turns.set_text, 1, "раз два"))
    assert differ(both, version()) == [{"borders", "text", "speaker"}]
    assert differ(version((turns.comment, 1, "what a call")), version((turns.mark_reviewed, [1]))) == []


def test_the_gold_version_begins_with_what_both_agree_on():
    change = (turns.set_text, 1, "раз два тра")
    a = version(change, (turns.comment, 1, "first"), (speakers.relabel, [2], "A"), (turns.bookmark, [3]))
    b = version(change, (turns.comment, 1, "second"), (turns.hide, [3]), transcript_id=2)
    verdicts = {"x": ("accepted", "accepted"), "y": ("accepted", "dismissed"), "z": ("accepted", None)}
    a, b = (
        replace(v, decisions={k: Decision(v.id, k, of[n], "d", "k", 0.9) for k, of in verdicts.items() if of[n]})
        for n, v in enumerate((a, b))
    )
    gold = gold_of(a, b)
    assert (gold.id, gold.header.name, gold.header.done) == (9, "call.txt (gold)", False)
    assert same_source(gold, a)
    assert [t.text for t in gold.turns] == ["раз два тра", *SAID[1:]]
    assert [t.speaker_id for t in gold.turns] == ["A", "B", "A", "B", "A", "B"]
    assert [t.reviewed for t in gold.turns] == [True, False, False, True, True, True]
    assert gold.turns[0].comment == "first\nsecond"
    assert list(gold.decisions) == ["x"]
    assert [one.decided for one in disagreements(a, b, gold)] == [False, False]


def test_taking_decides_and_can_be_undone():
    a = version((turns.merge, [1, 2]), (turns.split, 4, len("семь"), "A"), (turns.hide, [6]))
    b = version((turns.set_text, 1, "раз два тра"), (topics.tag, [4], 1), (turns.set_text, 6, "двенадцать"), transcript_id=2)
    gold = gold_of(a, b)
    states = [gold]
    for place, n in ((1, 0), (0, 1), (2, 0), (0, 0), (1, 1), (0, 1)):
        one = disagreements(a, b, gold)[place]
        change = take(gold, one.block, (a, b)[n])
        history.guard(change)
        assert gold.apply(change).apply(change.inverse()).turns == gold.turns
        gold = gold.apply(change)
        again = disagreements(a, b, gold)[place]
        assert again.decided
        assert differences(again.block.turns[2], again.block.turns[n], tellers(gold, (a, b)[n])) == frozenset()
        ranks = [turn.rank for turn in gold.turns]
        assert ranks == sorted(set(ranks))
        states.append(gold)
    assert [one.decided for one in disagreements(a, b, gold)] == [True, True, True]
    assert [t.text for t in gold.turns] == ["раз два тра", "четыре пять", "шесть", "семь восемь девять", "десять", "одиннадцать"]
    assert gold.turns[-1].hidden


def test_turns_at_the_end_have_places_of_their_own():
    said = ("раз два", "три четыре пять")
    a, b = version((turns.split, 2, 3), (turns.split, 3, 6), said=said), version(transcript_id=2, said=said)
    gold = gold_of(a, b)
    for one in disagreements(a, b, gold):
        gold = gold.apply(take(gold, one.block, a))
    ranks = [turn.rank for turn in gold.turns]
    assert ranks == sorted(set(ranks))
    assert told(gold) == told(a)


def test_what_one_writes_oneself():
    a, b = version((turns.set_text, 2, "четыре шесть")), version((turns.set_text, 2, "четыре семь"), transcript_id=2)
    gold = gold_of(a, b)
    (one,) = disagreements(a, b, gold)
    change = adjudicate.decide(gold, one.block, {2: ("  четыре восемь ", "A")})
    gold = gold.apply(change)
    assert (gold.turn(2).text, gold.turn(2).speaker_id, gold.turn(2).reviewed) == ("четыре восемь", "A", True)
    assert disagreements(a, b, gold)[0].decided
    with pytest.raises(CommandError):
        adjudicate.decide(gold, one.block, {2: (" ", "A")})


def test_a_speaker_that_only_one_version_has_comes_along():
    a = version()
    b = version((speakers.add, "C", "Мастер"), (speakers.relabel, [3], "C"), transcript_id=2)
    gold = gold_of(a, b)
    gold = gold.apply(speakers.merge(gold, "C", "B")) if gold.speaker("C") else gold
    (one,) = disagreements(a, b, gold)
    gold = gold.apply(take(gold, one.block, b))
    assert gold.turn(3).speaker_id == "C"
    assert gold.speaker("C").name == "Мастер"


def test_swapped_roles_take_the_speaker_that_is_meant():
    a = version((speakers.swap_roles, "A", "B"))
    b = version((speakers.relabel, [1, 3, 5], "B"), (speakers.relabel, [2, 4], "A"), transcript_id=2)
    gold = gold_of(a, b)
    (one,) = disagreements(a, b, gold)
    assert (one.block.first, set(one.differs)) == (6, {"speaker"})
    gold = gold.apply(take(gold, one.block, b))
    # There the last turn is the client's, whose id is A's where roles are swapped.
    assert gold.turn(6).speaker_id == "A"


def test_turns_joined_over_the_border_meanwhile():
    a, b = version((turns.hide, [2])), version(transcript_id=2)
    gold = gold_of(a, b)
    (one,) = disagreements(a, b, gold)
    joined = gold.apply(turns.merge(gold, [2, 3]))
    with pytest.raises(CommandError):
        take(joined, one.block, a)
    (again,) = disagreements(a, b, joined)
    assert (again.block.first, again.block.last) == (2, 3)
    assert told(joined.apply(take(joined, again.block, a))) == told(a)


def test_other_calls_are_no_versions():
    with pytest.raises(CommandError):
        begin(version(), version(said=("раз",)), 9)


COMMANDS = st.lists(st.tuples(st.integers(0, 6), st.integers(1, 8), st.integers(0, 20)), max_size=8)


def worked(transcript: Transcript, orders: list[tuple[int, int, int]]) -> Transcript:
    for what, number, at in orders:
        turn_id = transcript.turns[number % len(transcript.turns)].id
        try:
            match what:
                case 0:
                    change = turns.set_text(transcript, turn_id, f"слово {at}")
                case 1:
                    change = turns.split(transcript, turn_id, at, "AB"[at % 2])
                case 2:
                    following = transcript.next(turn_id)
                    change = turns.merge(transcript, [turn_id, following.id if following else turn_id])
                case 3:
                    change = turns.move_words_to_next(transcript, turn_id, at)
                case 4:
                    change = turns.hide(transcript, [turn_id])
                case 5:
                    change = topics.tag(transcript, [turn_id], 1)
                case _:
                    change = speakers.relabel(transcript, [turn_id], "AB"[at % 2])
            transcript = transcript.apply(change)
        except CommandError:
            continue
    return transcript


@settings(max_examples=60, deadline=None)
@given(COMMANDS, COMMANDS, st.lists(st.booleans(), min_size=6, max_size=6))
def test_all_of_one_version_makes_that_version(first, second, choices):
    a, b = worked(version(), first), worked(version(transcript_id=2), second)
    gold = gold_of(a, b)
    for own in (a, b):
        left = gold
        for one in disagreements(a, b, gold):
            left = left.apply(take(left, one.block, own))
        # Places on which both agree are alike in both.
        assert told(left) == told(own)
        assert all(one.decided for one in disagreements(a, b, left))
    for one, choice in zip(disagreements(a, b, gold), choices, strict=False):
        gold = gold.apply(take(gold, one.block, b if choice else a))
    found: list[Disagreement] = disagreements(a, b, gold)
    assert [turn for block in blocks(a, b, gold) for turn in block.turns[2]] == list(gold.turns)
    assert [one.decided for one in found[: len(choices)]] == [True] * min(len(found), len(choices))
