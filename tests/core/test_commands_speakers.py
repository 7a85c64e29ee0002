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
