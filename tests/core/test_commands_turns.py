from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.change import Change
from annotator.core.commands import turns
from annotator.core.commands.transcripts import as_transcript
from annotator.core.errors import CommandError, StaleChange
from annotator.core.i18n import msg
from annotator.core.model import Imported, SourceSpan, SourceTurn, Speaker


def test_set_text_strips_and_replaces_what_storage_refuses(call):
    t = call("A: one")
    t = t.apply(turns.set_text(t, 1, "  two\nthree \ud83d "))
    assert t.turn(1).text == "two\nthree \ufffd"
    assert t.edited(t.turn(1))


@pytest.mark.parametrize("text", ["", " \n "])
def test_set_text_refuses_an_empty_text(call, text):
    with pytest.raises(CommandError, match="Hide it"):
        turns.set_text(call("A: one"), 1, text)


def test_set_text_without_a_difference_is_no_change(call):
    with pytest.raises(CommandError):
        turns.set_text(call("A: one"), 1, " one ")


def test_split_gives_each_part_its_words_sources_and_outer_time(call, said):
    t = call("A: one two three", "B: four")
    t = t.apply(Change.of(msg("Prepare"), [(t.turn(1), replace(t.turn(1), topics=frozenset({3}), comment="c", reviewed=True))]))
    t = t.apply(turns.split(t, 1, 4, "B"))
    first, second, _ = t.turns
    assert said(t) == ["A: one", "B: two three", "B: four"]
    assert (first.id, second.id) == (1, 3)
    assert (first.sources, second.sources) == ((SourceSpan(1, 0, 4),), (SourceSpan(1, 4, 13),))
    assert (first.start_ms, first.end_ms, second.start_ms, second.end_ms) == (1000, None, None, 2000)
    assert first.topics == second.topics == {3}
    assert (first.comment, first.reviewed) == (second.comment, second.reviewed) == ("c", True)


def test_split_keeps_the_speaker_unless_another_is_given(call, said):
    t = call("A: one two")
    assert said(t.apply(turns.split(t, 1, 3))) == ["A: one", "A: two"]


@pytest.mark.parametrize("at", [0, 7, 99])
def test_split_at_an_end_has_nothing_to_split(call, at):
    with pytest.raises(CommandError, match="nothing to split"):
        turns.split(call("A: one two"), 1, at)


def test_split_refuses_an_unknown_speaker_and_a_missing_turn(call):
    t = call("A: one two")
    with pytest.raises(CommandError, match="no speaker X"):
        turns.split(t, 1, 4, "X")
    with pytest.raises(StaleChange):
        turns.split(t, 9, 4)


def test_split_of_an_edited_turn_follows_the_words(call):
    t = call("A: I sent the the request yesterday and they told me to wait")
    t = t.apply(turns.set_text(t, 1, "Well, I sent a request yesterday, and they told me: wait"))
    t = t.apply(turns.split(t, 1, t.turn(1).text.index("and")))
    assert [t.source_text(turn) for turn in t.turns] == ["I sent the the request yesterday", "and they told me to wait"]


def test_words_that_were_never_imported_keep_their_place_in_the_source(call, coverage):
    t = call("A: one two")
    before = coverage(t)
    t = t.apply(turns.set_text(t, 1, "one two and more"))
    t = t.apply(turns.split(t, 1, t.turn(1).text.index("and")))
    assert t.turns[1].sources == (SourceSpan(1, 7, 7),)
    assert coverage(t) == before
    with pytest.raises(CommandError, match="None of these words"):
        turns.revert(t, t.turns[1].id)
    t = t.apply(turns.merge(t, [turn.id for turn in t.turns]))
    assert t.turns[0].sources == (SourceSpan(1, 0, 7),)


def test_words_that_were_never_imported_bring_no_speaker_along(call):
    t = call("A: one", "B: two three")
    t = t.apply(turns.set_text(t, 2, "and more two three"))
    t = t.apply(turns.move_words_to_previous(t, 2, 8))
    assert t.turn(1).text == "one and more"
    assert t.turn(1).sources == (SourceSpan(1, 0, 3),)
    assert t.turn(2).sources == (SourceSpan(2, 0, 9),)


def test_merge_joins_words_topics_comments_and_times(call, said):
    t = call("A: one", "B: two", "C: three")
    for turn_id, mark in ((1, {1}), (2, {2})):
        turn = t.turn(turn_id)
        t = t.apply(
            Change.of(msg("Prepare"), [(turn, replace(turn, topics=frozenset(mark), comment=f"c{turn_id}", reviewed=turn_id == 1))])
        )
    t = t.apply(turns.merge(t, [2, 1]))
    assert said(t) == ["A: one two", "C: three"]
    merged = t.turns[0]
    assert (merged.id, merged.topics, merged.comment, merged.reviewed) == (1, {1, 2}, "c1\nc2", False)
    assert (merged.start_ms, merged.end_ms) == (1000, 3000)
    assert merged.sources == (SourceSpan(1, 0, 3), SourceSpan(2, 0, 3))
    assert t.source_speakers(merged) == ("A", "B")


def test_merge_passes_over_hidden_turns_but_joins_none(call, said):
    t = call("A: one", "B: two", "A: three")
    t = t.apply(turns.hide(t, [2]))
    with pytest.raises(CommandError, match="visible"):
        turns.merge(t, [1, 2])
    t = t.apply(turns.merge(t, [1, 3]))
    assert said(t) == ["A: one three"]
    assert [turn.id for turn in t.turns] == [1, 2]


@pytest.mark.parametrize("ids", [[], [2], [2, 2], [1, 3]])
def test_merge_needs_neighbours(call, ids):
    with pytest.raises(CommandError):
        turns.merge(call("A: one", "B: two", "A: three"), ids)


def test_hide_and_restore_pass_over_what_is_so_already(call, said):
    t = call("A: one", "B: two", "A: three")
    t = t.apply(turns.hide(t, [1]))
    change = turns.hide(t, [1, 2, 3])
    assert [step.entity.key for step in change.steps] == [("turn", 1, 2), ("turn", 1, 3)]
    assert str(change.label) == "Hide 2 turns"
    assert said(t.apply(change)) == []
    t = t.apply(turns.restore(t, [1, 2]))
    assert said(t) == ["A: one", "B: two", "A: three"]
    with pytest.raises(CommandError):
        turns.restore(t, [1])


def test_words_move_to_the_previous_turn_and_back(call, said):
    t = call("A: one two", "B: three four five")
    moved = t.apply(turns.move_words_to_previous(t, 2, 6))
    assert said(moved) == ["A: one two three", "B: four five"]
    assert moved.turn(1).sources == (SourceSpan(1, 0, 7), SourceSpan(2, 0, 6))
    assert (moved.turn(1).end_ms, moved.turn(2).start_ms) == (None, None)
    back = moved.apply(turns.move_words_to_next(moved, 1, 7))
    assert said(back) == said(t)
    assert [turn.sources for turn in back.turns] == [turn.sources for turn in t.turns]


def test_words_move_over_hidden_turns(call, said):
    t = call("A: one", "B: hidden", "A: two three")
    t = t.apply(turns.hide(t, [2]))
    assert said(t.apply(turns.move_words_to_previous(t, 3, 3))) == ["A: one two", "A: three"]
    t = t.apply(turns.set_text(t, 1, "zero one"))
    assert said(t.apply(turns.move_words_to_next(t, 1, 4))) == ["A: zero", "A: one two three"]


def test_moving_all_or_no_words_or_to_nowhere_is_refused(call):
    t = call("A: one two", "B: three four")
    for command, turn_id, at, reason in (
        (turns.move_words_to_previous, 2, 10, "Merge"),
        (turns.move_words_to_next, 1, 0, "Merge"),
        (turns.move_words_to_previous, 2, 0, "nothing to move"),
        (turns.move_words_to_next, 1, 7, "nothing to move"),
        (turns.move_words_to_previous, 1, 4, "no visible turn"),
        (turns.move_words_to_next, 2, 4, "no visible turn"),
    ):
        with pytest.raises(CommandError, match=reason):
            command(t, turn_id, at)


def test_comment_and_reviewed(call):
    t = call("A: one", "B: two")
    t = t.apply(turns.comment(t, 1, " ask \ud800")).apply(turns.mark_reviewed(t, [2]))
    assert (t.turn(1).comment, t.turn(2).reviewed) == ("ask \ufffd", True)
    change = turns.mark_reviewed(t, [1, 2], reviewed=False)
    assert [step.entity.key[2] for step in change.steps] == [2]
    assert t.apply(turns.comment(t, 1, "")).turn(1).comment == ""


def test_revert_brings_back_words_and_speaker(call, said):
    t = call("A: one two", "B: three")
    t = t.apply(turns.set_text(t, 1, "1 2"))
    t = t.apply(Change.of(msg("Prepare"), [(t.turn(1), replace(t.turn(1), speaker_id="C", hidden=True))]))
    assert said(t.apply(turns.revert(t, 1, speaker=False)))[0] == "C: one two"
    assert said(t.apply(turns.revert(t, 1, text=False)))[0] == "A: 1 2"
    t = t.apply(turns.revert(t, 1))
    assert said(t)[0] == "A: one two"
    assert not t.edited(t.turn(1))
    with pytest.raises(CommandError):
        turns.revert(t, 1)


def test_splitting_at_one_spot_renumbers_the_neighbours_when_ranks_run_out(call, said):
    t = call(*(f"A: {' '.join(f'w{n}.{k}' for k in range(120))}" for n in range(6)))
    words = [word for turn in t.turns for word in turn.text.split()]
    moved = 0
    for _ in range(110):
        change = turns.split(t, 3, t.turn(3).text.rindex(" "))
        moved += len(change.steps) > 2
        t = t.apply(change)
        ranks = [turn.rank for turn in t.turns]
        assert all(b - a >= 2**-21 for a, b in pairwise(ranks))
    assert [word for turn in t.turns for word in turn.text.split()] == words
    assert moved >= 5
    assert t.apply(change.inverse()).apply(change) == t


def test_bookmarks_are_set_and_taken_off(call):
    t = call("A: one two", "A: three")
    t = t.apply(turns.bookmark(t, [1, 2]))
    assert [turn.bookmarked for turn in t.turns] == [True, True]
    off = turns.bookmark(t, [1], False)
    assert [turn.bookmarked for turn in t.apply(off).turns] == [False, True]
    with pytest.raises(CommandError):
        turns.bookmark(t, [1])


def test_a_bookmark_stays_with_the_first_part_and_is_kept_by_what_is_joined(call):
    t = call("A: one two", "A: three")
    t = t.apply(turns.bookmark(t, [1]))
    parts = t.apply(turns.split(t, 1, 3))
    assert [turn.bookmarked for turn in parts.turns] == [True, False, False]
    t = t.apply(turns.bookmark(t, [2]))
    t = t.apply(turns.bookmark(t, [1], False))
    assert t.apply(turns.merge(t, [1, 2])).turns[0].bookmarked


LINES = st.lists(st.lists(st.sampled_from(["да", "нет", "хорошо,", "one", "two"]), min_size=1, max_size=6), min_size=1, max_size=5)


@given(lines=LINES, data=st.data())
def test_split_then_merge_is_as_before(lines, data):
    source = tuple(SourceTurn(n, "A", " ".join(words), n, n + 1) for n, words in enumerate(lines, 1))
    t = as_transcript(Imported("call", "text", "utf-8", b"", (Speaker(0, "A"), Speaker(0, "B")), source))
    turn = data.draw(st.sampled_from(t.turns))
    places = [at for at, letter in enumerate(turn.text) if letter == " "]
    if places:
        parts = t.apply(turns.split(t, turn.id, data.draw(st.sampled_from(places)), "B"))
        place = parts.position(turn.id)
        merged = parts.apply(turns.merge(parts, [turn.id, parts.turns[place + 1].id]))
        assert merged == t
