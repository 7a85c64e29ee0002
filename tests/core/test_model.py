from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from annotator.core.change import Change, Step
from annotator.core.commands import allowed, role_words
from annotator.core.errors import CommandError, StaleChange
from annotator.core.i18n import msg
from annotator.core.model import Allowed, Header, RoleWord, SourceSpan, Transcript, Turn

LABEL = msg("Try")


def test_neighbours_are_the_visible_ones(call):
    t = call("A: one", "B: two", "A: three")
    t = t.apply(Change.of(LABEL, [(t.turn(2), replace(t.turn(2), hidden=True))]))
    assert [turn.id for turn in t.visible] == [1, 3]
    assert (t.previous(3), t.next(1)) == (t.turn(1), t.turn(3))
    assert (t.previous(1), t.next(3)) == (None, None)
    assert (t.position(3), 3 in t, 4 in t) == (2, True, False)
    with pytest.raises(StaleChange):
        t.turn(4)


def test_turns_stay_in_order_of_their_ranks(call):
    t = call("A: one", "B: two")
    between = Turn(1, 9, 1.5, "A", "and", sources=(SourceSpan(1, 0, 0),))
    t = t.apply(Change.of(LABEL, [(None, between)]))
    assert [turn.id for turn in t.turns] == [1, 9, 2]
    t = t.apply(Change.of(LABEL, [(t.turn(1), replace(t.turn(1), rank=5.0)), (t.turn(9), None)]))
    assert [turn.id for turn in t.turns] == [2, 1]


def test_a_change_of_something_else_than_what_is_there_is_stale(call):
    t = call("A: one", "B: two")
    other = replace(t.turn(1), text="1")
    for step in (
        Step(other, t.turn(1)),
        Step(None, t.turn(1)),
        Step(replace(t.turn(1), id=7), None),
        Step(replace(t.speakers[0], name="x"), t.speakers[0]),
        Step(Header(1, "other"), Header(1, "x")),
        Step(Allowed(1, "one"), None),
        Step(RoleWord(1, "one", "agent"), None),
        Step(t.source, None),
        Step(t.header, None),
    ):
        with pytest.raises(StaleChange):
            t.apply(Change(LABEL, (step,)))


def test_steps_of_other_calls_are_passed_over(call):
    t = call("A: one")
    assert t.apply(Change(LABEL, (Step(Header(2, "x"), None),))) == t


def test_a_call_needs_its_header_and_source(call):
    t = call("A: one")
    assert Transcript.build(reversed([*t.entities()])) == t
    with pytest.raises(StaleChange):
        Transcript.build([t.header])


def test_a_call_can_be_sent_to_another_process(call):
    t = call("A: one", "B: two")
    t = t.apply(allowed.allow(t, "one"))
    t = t.apply(role_words.add(t, "one", "agent"))
    assert t.visible
    assert pickle.loads(pickle.dumps(t)) == t


def test_a_turn_knows_what_it_comes_from(call):
    t = call("A: one two ", "B: three")
    turn = replace(t.turn(1), text="one two three", sources=(SourceSpan(1, 0, 8), SourceSpan(2, 0, 5)))
    assert t.source_text(turn) == "one two three"
    assert t.source_speakers(turn) == ("A", "B")
    assert t.edited(turn)
    assert not t.edited(t.turn(1))


def test_a_change_leaves_out_what_stays_the_same(call):
    t = call("A: one", "B: two")
    assert len(Change.of(LABEL, [(t.turn(1), t.turn(1)), (t.turn(2), None)]).steps) == 1
    with pytest.raises(CommandError):
        Change.of(LABEL, [(t.turn(1), t.turn(1))])


def test_joined_changes_keep_the_first_before_and_the_last_after(call):
    t = call("A: one", "B: two")
    one, changed = t.turn(1), replace(t.turn(1), text="1")
    new = Turn(1, 3, 3.0, "A", "new")
    changes = [
        Change.of(LABEL, [(one, changed), (None, new)]),
        Change.of(LABEL, [(changed, replace(one, text="uno")), (new, None)]),
    ]
    joined = Change.join(LABEL, changes)
    assert joined.steps == (Step(one, replace(one, text="uno")),)
    assert t.apply(joined) == t.apply(changes[0]).apply(changes[1])
    with pytest.raises(CommandError):
        Change.join(LABEL, [changes[0], changes[0].inverse()])


def test_a_speaker_has_a_place_in_the_order(call):
    t = call("A: one", "B: two")
    assert [t.speaker_place(i) for i in ("A", "B", "nobody", None)] == [0, 1, -1, -1]
