from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.commands import review, speakers, turns
from annotator.core.commands.transcripts import as_transcript
from annotator.core.errors import CommandError, StaleChange
from annotator.core.finding import Finding, Fix, Relabel, Span, finding_key
from annotator.core.i18n import msg
from annotator.core.model import Imported, SourceSpan, SourceTurn, Speaker, Transcript
from annotator.core.text import words


def span(t: Transcript, turn_id: int, text: str, occurrence: int = 0) -> Span:
    start = -1
    for _ in range(occurrence + 1):
        start = t.turn(turn_id).text.index(text, start + 1)
    return Span.of(t, turn_id, start, start + len(text))


def finding(t: Transcript, fix: Fix, alternative: Fix | None = None) -> Finding:
    spans = (*fix.removes, *(r.span for r in fix.relabels))
    return Finding(finding_key(t, "d", "k", spans), "d", "k", 0.75, spans, (msg("Why"),), fix, alternative)


def remove(*spans: Span) -> Fix:
    return Fix(msg("Drop the copies"), removes=spans)


def test_accepting_removes_words_and_remembers_them_in_terms_of_the_source(call, said):
    t = call("A: I sent it yesterday I sent it yesterday and", "B: and they told me")
    found = finding(t, remove(span(t, 1, "I sent it yesterday", 1), span(t, 2, "and")))
    change = review.accept(t, found, seconds=2.5)
    assert str(change.label) == "Drop the copies"
    after = t.apply(change)
    assert said(after) == ["A: I sent it yesterday and", "B: they told me"]
    decision = after.decisions[found.key]
    assert (decision.verdict, decision.detector, decision.kind, decision.confidence, decision.seconds) == (
        *("accepted", "d", "k"),
        *(0.75, 2.5),
    )
    assert decision.removed == (SourceSpan(1, 20, 39), SourceSpan(2, 0, 3))
    assert after.edited(after.turn(1))
    assert said(after.apply(turns.revert(after, 1)))[0] == said(t)[0]


def test_removed_words_are_found_in_the_source_after_edits_and_merges(call):
    t = call("A: one two three", "B: four five six")
    t = t.apply(turns.merge(t, [1, 2]))
    t = t.apply(turns.set_text(t, 1, "well one 2 three four five six"))
    found = finding(t, remove(span(t, 1, "three four")))
    assert t.apply(review.accept(t, found)).decisions[found.key].removed == (SourceSpan(1, 8, 13), SourceSpan(2, 0, 4))


def test_several_words_of_a_turn_go_at_once(call, said):
    t = call("A: no no no thanks no")
    found = finding(t, remove(span(t, 1, "no"), span(t, 1, "no", 1)))
    assert said(t.apply(review.accept(t, found))) == ["A: no thanks no"]


def test_a_turn_without_words_is_hidden_and_keeps_them(call, said):
    t = call("A: one", "B: one", "A: two")
    found = finding(t, remove(span(t, 2, "one")))
    after = t.apply(review.accept(t, found))
    assert said(after) == ["A: one", "A: two"]
    assert (after.turn(2).text, after.turn(2).hidden) == ("one", True)


@pytest.mark.parametrize(
    ("lines", "turn_id", "text", "speaker", "expected"),
    [
        (("A: one", "B: two"), 2, "two", "A", ["A: one", "A: two"]),
        (("A: one", "B: two three"), 2, "two", "A", ["A: one two", "B: three"]),
        (("C: one", "B: two three"), 2, "two", "A", ["C: one", "A: two", "B: three"]),
        (("A: one two", "B: three"), 1, "two", "B", ["A: one", "B: two three"]),
        (("A: one two", "C: three"), 1, "two", "B", ["A: one", "B: two", "C: three"]),
        (("A: one two three",), 1, "two", "B", ["A: one", "B: two", "A: three"]),
        (("B: zero", "A: one two three", "B: four"), 2, "two", "B", ["B: zero", "A: one", "B: two", "A: three", "B: four"]),
    ],
)
def test_words_go_to_the_speaker_who_says_them(call, said, lines, turn_id, text, speaker, expected):
    t = call(*lines)
    fix = Fix(msg("Relabel"), relabels=(Relabel(span(t, turn_id, text), speaker),))
    assert said(t.apply(review.accept(t, finding(t, fix)))) == expected


def test_words_go_and_change_speaker_in_one_fix(call, said):
    t = call("A: one two two three", "B: four five four five six")
    fix = Fix(
        msg("Repair"),
        removes=(span(t, 1, "two"), span(t, 2, "four five", 1)),
        relabels=(Relabel(span(t, 1, "two two three"), "B"), Relabel(span(t, 2, "six"), "A")),
    )
    assert said(t.apply(review.accept(t, finding(t, fix)))) == ["A: one", "B: two three four five", "A: six"]


def test_words_that_have_their_speaker_already_stay(call, said):
    t = call("A: one two", "B: three")
    fix = Fix(msg("Repair"), removes=(span(t, 2, "three"),), relabels=(Relabel(span(t, 1, "two"), "A"),))
    assert said(t.apply(review.accept(t, finding(t, fix)))) == ["A: one two"]


def test_roles_are_swapped(call):
    t = call("A: one", "B: two")
    t = t.apply(speakers.set_role(t, "A", "client"))
    found = Finding("roles", "speakers", "roles", 0.9, (), (msg("Why"),), Fix(msg("Swap"), swap_roles=("A", "B")))
    assert [s.role for s in t.apply(review.accept(t, found)).speakers] == ["", "client", ""]
    assert [s.role for s in t.apply(review.accept_all(t, [found])).speakers] == ["", "client", ""]


def test_the_alternative_is_another_fix(call, said):
    t = call("A: one", "B: one")
    found = finding(t, remove(span(t, 2, "one")), remove(span(t, 1, "one")))
    after = t.apply(review.accept(t, found, alternative=True))
    assert said(after) == ["B: one"]
    assert after.decisions[found.key].verdict == "alternative"
    with pytest.raises(CommandError, match="second way"):
        review.accept(t, replace(found, alternative=None), alternative=True)


def test_a_further_place_is_another_way_too(call, said):
    t = call("A: one two", "B: three four")
    first, second, third = (
        Fix(msg("Give"), relabels=(Relabel(span(t, turn_id, words), speaker),))
        for turn_id, words, speaker in ((2, "three", "A"), (1, "two", "B"), (1, "one two", "B"))
    )
    found = replace(finding(t, first), places=(second, third))
    ways = [t.apply(review.accept(t, found, place=n)) for n in range(3)]
    assert [said(after) for after in ways] == [
        ["A: one two three", "B: four"],
        ["A: one", "B: two three four"],
        ["B: one two", "B: three four"],
    ]
    assert [after.decisions[found.key].verdict for after in ways] == ["accepted", "alternative", "alternative"]
    with pytest.raises(CommandError, match="second way"):
        review.accept(t, found, place=3)
    changed = t.apply(turns.set_text(t, 1, "one too"))
    with pytest.raises(StaleChange):
        review.accept(changed, found, place=1)


def test_a_speaker_that_is_not_there_yet_comes_with_the_fix(call, said):
    t = call("A: one", "A: two", "A: three")
    found = [finding(t, Fix(msg("Give"), relabels=(Relabel(span(t, n, words), "D"),))) for n, words in ((1, "one"), (3, "three"))]
    change = review.accept(t, found[0])
    after = t.apply(change)
    assert said(after) == ["D: one", "A: two", "A: three"]
    assert [s.id for s in after.speakers] == ["A", "B", "C", "D"]
    assert after.speakers[-1].rank > after.speakers[-2].rank
    assert after.apply(change.inverse()) == t
    both = review.accept_all(t, found)
    assert said(t.apply(both)) == ["D: one", "A: two", "D: three"]
    assert t.apply(both).apply(both.inverse()) == t


def test_a_finding_whose_words_changed_is_stale(call):
    t = call("A: one two", "B: one two")
    copy, kept = span(t, 2, "one two"), span(t, 1, "one two")
    found = replace(finding(t, remove(copy)), spans=(kept, copy))
    for change in (
        turns.set_text(t, 2, "one  two"),
        turns.hide(t, [2]),
        turns.merge(t, [1, 2]),
        turns.set_text(t, 1, "two"),
    ):
        with pytest.raises(StaleChange):
            review.accept(t.apply(change), found)


def test_accept_all_is_one_change_and_passes_over_what_became_obsolete(call, said):
    t = call("A: one two one two", "B: two three", "A: three", "B: four four")
    found = [
        finding(t, remove(span(t, 1, "one two", 1))),
        finding(t, remove(span(t, 1, "two one"))),
        finding(t, remove(span(t, 4, "four"))),
        finding(t, Fix(msg("Relabel"), relabels=(Relabel(span(t, 2, "three"), "A"),))),
    ]
    change = review.accept_all(t, found)
    assert str(change.label) == "Accept 3 findings"
    after = t.apply(change)
    assert said(after) == ["A: one two", "B: two", "A: three three", "B: four"]
    assert set(after.decisions) == {found[0].key, found[2].key, found[3].key}
    assert after.apply(change.inverse()) == t
    with pytest.raises(CommandError, match="current"):
        review.accept_all(after, [found[0]])


def test_every_copy_of_a_chain_goes(call, said):
    t = call("A: and so on", "B: and so on", "A: and so on then")
    first, second, third = span(t, 1, "and so on"), span(t, 2, "and so on"), span(t, 3, "and so on")
    found = [replace(finding(t, remove(second)), spans=(first, second)), replace(finding(t, remove(third)), spans=(second, third))]
    assert said(t.apply(review.accept_all(t, found))) == ["A: and so on", "A: then"]


def test_a_decision_is_remembered_and_can_be_replaced(call, said):
    t = call("A: no no")
    found = finding(t, remove(span(t, 1, "no")))
    dismissed = t.apply(review.dismiss(t, found, seconds=1.0))
    assert said(dismissed) == said(t)
    assert (dismissed.decisions[found.key].verdict, dismissed.decisions[found.key].removed) == ("dismissed", ())
    accepted = dismissed.apply(review.accept(dismissed, found))
    assert accepted.decisions[found.key].verdict == "accepted"


def test_another_speaker_than_the_proposed_one_decides_a_finding_too(call, said):
    t = call("A: one two", "B: three")
    found = finding(t, Fix(msg("Relabel"), relabels=(Relabel(span(t, 1, "one two"), "B"),)))
    after = t.apply(review.relabel_instead(t, found, [1], "C", seconds=3.0))
    assert said(after)[0] == "C: one two"
    assert after.decisions[found.key].verdict == "relabelled"


def test_done(call):
    t = call("A: one")
    done = t.apply(review.set_done(t, True))
    assert done.header.done
    assert done.apply(review.set_done(done, False)) == t
    with pytest.raises(CommandError):
        review.set_done(t, False)


SPEAKERS = ("A", "B", "C")
WORDS = st.sampled_from(["да", "нет", "да,", "one", "two"])
LINES = st.lists(st.tuples(st.sampled_from(SPEAKERS), st.lists(WORDS, min_size=1, max_size=6)), min_size=1, max_size=5)
MARKS = st.lists(st.tuples(st.booleans(), st.sampled_from([None, None, *SPEAKERS])), min_size=30, max_size=30)


@given(lines=LINES, marks=MARKS)
def test_any_fix_removes_and_relabels_exactly_the_words_it_names(lines, marks):
    """Each word is marked at random as one that goes and as one that another speaker says; runs of equal marks are the spans."""
    source = tuple(SourceTurn(n, speaker, " ".join(said)) for n, (speaker, said) in enumerate(lines, 1))
    t = as_transcript(Imported("call", "text", "utf-8", b"", tuple(Speaker(0, s) for s in SPEAKERS), source))
    removes: list[Span] = []
    relabels: list[Relabel] = []
    expected: list[tuple[str | None, str]] = []
    marked = iter(marks)
    for turn in t.turns:
        previous: tuple[bool, str | None] = (False, None)
        for word in words(turn.text):
            goes, speaker = mark = next(marked)
            if goes:
                start = removes.pop().start if previous[0] and removes else word.start
                removes.append(Span.of(t, turn.id, start, word.end))
            if speaker:
                start = relabels.pop().span.start if previous[1] == speaker and relabels else word.start
                relabels.append(Relabel(Span.of(t, turn.id, start, word.end), speaker))
            if not goes:
                expected.append((speaker or turn.speaker_id, word.text))
            previous = mark
    after = t.apply(review.accept(t, finding(t, Fix(msg("Repair"), tuple(removes), tuple(relabels)))))
    assert [(turn.speaker_id, word) for turn in after.visible for word in turn.text.split()] == expected
    removed = [w for s in next(iter(after.decisions.values())).removed for w in source[s.number - 1].text[s.start : s.end].split()]
    assert removed == [word for s in removes for word in s.text.split()]
