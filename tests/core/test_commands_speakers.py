from __future__ import annotations

import pytest

from annotator.core.change import Change
from annotator.core.commands import speakers, transcripts, turns
from annotator.core.errors import CommandError
from annotator.core.i18n import msg
from annotator.core.model import Decision, Imported, SourceTurn, Speaker
from annotator.project import Project


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


def test_the_turns_from_one_on_end_before_the_next_pin(call):
    t = call("A: one", "B: two", "A: three", "B: four", "A: five")
    t = t.apply(speakers.pin(t, [2, 4]))
    assert speakers.turns_from(t, 1) == (1,)
    assert speakers.turns_from(t, 2) == (2, 3), "who starts at a pin means it"
    assert speakers.turns_from(t, 3) == (3,)
    assert speakers.turns_from(t, 4) == (4, 5)
    t = t.apply(turns.hide(t, [2]))
    assert speakers.turns_from(t, 1) == (1,), "what was said of the turns after it still holds"


def test_the_whole_call_is_what_no_pin_says_to_be_right(call):
    t = call("A: one", "B: two", "A: three", "B: four")
    assert speakers.turns_before_pins(t) == (1, 2, 3, 4)
    t = t.apply(turns.hide(t, [1]))
    t = t.apply(speakers.pin(t, [3, 4]))
    assert speakers.turns_before_pins(t) == (1, 2)
    t = t.apply(speakers.pin(t, [1]))
    assert speakers.turns_before_pins(t) == ()


def test_swap_from_here_on_reaches_hidden_turns_and_leaves_others_alone(call, said):
    t = call("A: one", "B: two", "C: three", "A: four", "B: five")
    t = t.apply(turns.hide(t, [4]))
    assert speakers.turns_from(t, 2) == (2, 3, 4, 5)
    t = t.apply(speakers.swap(t, "A", "B", speakers.turns_from(t, 2)))
    t = t.apply(turns.restore(t, [4]))
    assert said(t) == ["A: one", "A: two", "C: three", "B: four", "A: five"]
    with pytest.raises(CommandError, match="None of these turns is of A or B"):
        speakers.swap(t, "A", "B", [3])


@pytest.mark.parametrize(
    ("lines", "pair"),
    [
        (["A: one", "B: two", "C: three", "C: four", "B: five"], ("B", "C")),
        (["C: one", "C: two", "B: three", "A: four", "A: five"], ("A", "C")),
        (["C: one", "C: two"], ("A", "C")),
        (["C: one", "B: two", "A: three"], ("A", "B")),
        ([], ("A", "B")),
    ],
)
def test_the_main_pair_has_most_turns_and_comes_in_the_order_of_speakers(call, lines, pair):
    assert speakers.main_pair(call(*lines)) == pair


def test_the_main_pair_is_counted_in_what_is_shown_and_needs_two(call):
    t = call("A: one", "B: two", "C: three", "C: four")
    t = t.apply(turns.hide(t, [3, 4]))
    assert speakers.main_pair(t) == ("A", "B")
    t = call("A: one")
    for gone in ("B", "C"):
        t = t.apply(speakers.remove(t, gone))
    assert speakers.main_pair(t) is None


def test_colours_are_written_as_on_the_web_or_empty(call):
    t = call("A: one")
    t = t.apply(speakers.set_colour(t, "A", "#0B5CAD"))
    assert t.speaker("A").colour == "#0B5CAD"
    assert t.apply(speakers.set_colour(t, "A", "")).speaker("A").colour == ""
    for colour in ("red", "#12345", "#1234567", "#12345g", "#123456\n", "0B5CAD"):
        with pytest.raises(CommandError, match="is no colour"):
            speakers.set_colour(t, "A", colour)
    with pytest.raises(CommandError, match="no speaker X"):
        speakers.set_colour(t, "X", "#123456")


def test_the_order_of_speakers_is_theirs_to_choose(call):
    t = call("A: one")
    assert [s.id for s in t.apply(speakers.move(t, "C", 0)).speakers] == ["C", "A", "B"]
    assert [s.id for s in t.apply(speakers.move(t, "A", 2)).speakers] == ["B", "C", "A"]
    assert len(speakers.move(t, "A", 1).steps) == 2, "who keeps a place is not touched"
    with pytest.raises(CommandError):
        speakers.move(t, "B", 1)


def test_a_speaker_is_removed_only_without_turns(call):
    t = call("A: one", "B: two")
    assert [s.id for s in t.apply(speakers.remove(t, "C")).speakers] == ["A", "B"]
    t = t.apply(turns.hide(t, [2]))
    with pytest.raises(CommandError, match="B has turns"):
        speakers.remove(t, "B")


def test_merging_gives_all_turns_away_and_what_is_known_of_the_speaker(call, said):
    t = call("A: one", "B: two", "C: three", "B: four")
    for change in (
        lambda t: speakers.rename(t, "B", "Boris"),
        lambda t: speakers.set_role(t, "B", "client"),
        lambda t: speakers.set_colour(t, "B", "#123456"),
        lambda t: speakers.set_role(t, "C", "support"),
        lambda t: turns.hide(t, [4]),
        lambda _: Change.of(msg("Decide"), [(None, Decision(1, "key", "dismissed", "speakers", "cut", 0.5))]),
    ):
        t = t.apply(change(t))
    change = speakers.merge(t, "B", "C")
    assert str(change.label) == "Merge speaker Boris (B) into support (C)"
    merged = t.apply(change)
    assert merged.speakers == (t.speaker("A"), Speaker(1, "C", "Boris", "support", 3.0, "#123456"))
    assert [turn.speaker_id for turn in merged.turns] == ["A", "C", "C", "C"]
    assert merged.turn(4).hidden
    assert merged.decisions == t.decisions
    assert merged.apply(change.inverse()) == t


def test_nobody_is_merged_with_themselves_or_with_a_stranger(call):
    t = call("A: one")
    for gone, kept in (("A", "A"), ("A", "X"), ("X", "A")):
        with pytest.raises(CommandError):
            speakers.merge(t, gone, kept)


def test_reverting_a_turn_brings_back_the_speaker_of_its_source(call):
    t = call("A: one", "B: two", "A: three")
    t = t.apply(speakers.merge(t, "B", "A"))
    change = turns.revert(t, 2)
    back = t.apply(change)
    assert back.turn(2).speaker_id == "B"
    assert [s.id for s in back.speakers] == ["A", "C", "B"]
    assert back.apply(change.inverse()) == t
    t = t.apply(turns.set_text(t, 2, "words"))
    assert [s.id for s in t.apply(turns.revert(t, 2, speaker=False)).speakers] == ["A", "C"]


def test_a_project_keeps_merging_colour_and_order_and_takes_them_back(tmp_path):
    """The rows of turns refer to those of speakers: what the database refuses would show here."""
    path = tmp_path / "p.annotator"
    turns_ = tuple(SourceTurn(n, speaker, "words") for n, speaker in enumerate(("S0", "S1", "S2", "S1"), 1))
    imported = Imported("call.txt", "text", "utf-8", b"", tuple(Speaker(0, f"S{n}") for n in range(3)), turns_)
    with Project.create(path) as project:
        project.apply(transcripts.add(imported, 1))
        before = project.transcript(1)
        for command in (
            lambda t: speakers.set_colour(t, "S1", "#123456"),
            lambda t: speakers.merge(t, "S1", "S0"),
            lambda t: speakers.move(t, "S2", 0),
            lambda t: turns.revert(t, 2),
        ):
            project.apply(command(project.transcript(1)))
        after = project.transcript(1)
    assert [(s.id, s.colour) for s in after.speakers] == [("S2", ""), ("S0", "#123456"), ("S1", "")]
    assert [turn.speaker_id for turn in after.turns] == ["S0", "S1", "S2", "S0"]
    with Project.open(path) as project:
        assert project.transcript(1) == after
        for _ in range(4):
            project.undo()
        assert project.transcript(1) == before
    with Project.open(path) as project:
        assert project.transcript(1) == before
        for _ in range(4):
            project.redo()
        assert project.transcript(1) == after


def test_swap_roles_exchanges_names_and_roles_but_no_turns(call, said):
    t = call("A: one", "B: two")
    t = t.apply(speakers.rename(t, "A", "Anna")).apply(speakers.set_role(t, "B", "client"))
    before = said(t)
    t = t.apply(speakers.swap_roles(t, "A", "B"))
    assert [(s.name, s.role) for s in t.speakers[:2]] == [("", "client"), ("Anna", "")]
    assert said(t) == before
