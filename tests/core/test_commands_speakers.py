from __future__ import annotations

import pytest

from annotator.core.commands import speakers, turns
from annotator.core.errors import CommandError


def test_relabel_one_several_or_nobody(call, said):
    t = call("A: one", "B: two", "A: three")
    change = speakers.relabel(t, [1, 2, 3], "B")
    assert str(change.label) == "Relabel 2 turns"
    assert said(t.apply(change)) == ["B: one", "B: two", "B: three"]
    assert t.apply(speakers.relabel(t, [2], None)).turn(2).speaker_id is None


def test_relabel_refuses_unknown_speakers_and_what_is_so_already(call):
    t = call("A: one")
    with pytest.raises(CommandError, match="no speaker X"):
        speakers.relabel(t, [1], "X")
    with pytest.raises(CommandError):
        speakers.relabel(t, [1], "A")


def test_name_role_and_label(call):
    t = call("A: one")
    assert t.speaker("A").label == "A"
    t = t.apply(speakers.set_role(t, "A", " client "))
    assert t.speaker("A").label == "client"
    t = t.apply(speakers.rename(t, "A", "Anna"))
    assert (t.speaker("A").label, t.speaker("A").role) == ("Anna", "client")
    assert t.apply(speakers.rename(t, "A", "")).speaker("A").label == "client"
    with pytest.raises(CommandError, match="no speaker X"):
        speakers.rename(t, "X", "Anna")


def test_pins_are_set_and_taken_away(call):
    t = call("A: one", "B: two", "A: three")
    change = speakers.pin(t, [1, 3])
    assert str(change.label) == "Pin the speakers of 2 turns"
    t = t.apply(change)
    assert [turn.pinned for turn in t.turns] == [True, False, True]
    with pytest.raises(CommandError):
        speakers.pin(t, [3, 1])
    change = speakers.pin(t, [2, 3], False)
    assert str(change.label) == "Unpin the speakers of 1 turns"
    assert [turn.pinned for turn in t.apply(change).turns] == [True, False, False]


def test_a_pin_stays_where_it_was_when_a_turn_is_split_and_goes_on_when_turns_are_joined(call):
    t = call("A: one two", "B: three", "A: four")
    t = t.apply(speakers.pin(t, [1]))
    t = t.apply(turns.split(t, 1, 4, "B"))
    assert [(turn.text, turn.pinned) for turn in t.turns[:2]] == [("one", True), ("two", False)]
    for joined in ([1, 4], [4, 2]):
        assert [turn.text for turn in t.apply(turns.merge(t, joined)).turns if turn.pinned] == ["one two" if 1 in joined else "one"]
    t = t.apply(speakers.pin(t, [3]))
    assert [turn.text for turn in t.apply(turns.merge(t, [2, 3])).turns if turn.pinned] == ["one", "three four"]


def test_a_new_speaker_comes_last_and_needs_a_new_id(call):
    t = call("A: one")
    t = t.apply(speakers.add(t, "0", "Zoe", "support"))
    assert [s.id for s in t.speakers] == ["A", "B", "C", "0"]
    for speaker_id in ("A", "  "):
        with pytest.raises(CommandError):
            speakers.add(t, speaker_id)


def test_swap_from_here_on_reaches_hidden_turns_and_leaves_others_alone(call, said):
    t = call("A: one", "B: two", "C: three", "A: four", "B: five")
    t = t.apply(turns.hide(t, [4]))
    assert speakers.turns_from(t, 2) == (2, 3, 4, 5)
    t = t.apply(speakers.swap(t, "A", "B", speakers.turns_from(t, 2)))
    t = t.apply(turns.restore(t, [4]))
    assert said(t) == ["A: one", "A: two", "C: three", "B: four", "A: five"]
    with pytest.raises(CommandError):
        speakers.swap(t, "A", "B", [3])


def test_swap_roles_exchanges_names_and_roles_but_no_turns(call, said):
    t = call("A: one", "B: two")
    t = t.apply(speakers.rename(t, "A", "Anna")).apply(speakers.set_role(t, "B", "client"))
    before = said(t)
    t = t.apply(speakers.swap_roles(t, "A", "B"))
    assert [(s.name, s.role) for s in t.speakers[:2]] == [("", "client"), ("Anna", "")]
    assert said(t) == before
