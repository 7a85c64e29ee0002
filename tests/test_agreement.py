"""Agreement of two versions of a call: textbook figures, and calls counted by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.agreement import Agreement, agreement, alpha, compare, kappa, masi, nominal, versions_between, versions_in
from annotator.core.change import Change, Step
from annotator.core.commands import speakers, topics, transcripts, turns
from annotator.core.commands.transcripts import as_transcript
from annotator.core.i18n import msg
from annotator.core.model import Decision, Imported, SourceTurn, Speaker, Topic, Transcript
from annotator.core.versions import GOLD, keep_gold_versions
from annotator.project import Project

SAID = ("раз два три", "четыре пять", "шесть", "семь восемь девять десять")
PRICE, DELIVERY = Topic(1, "Price", "#000000"), Topic(2, "Delivery", "#000000")


def imported(*said: str, data: bytes = b"") -> Imported:
    made = tuple(SourceTurn(n, "AB"[(n - 1) % 2], text) for n, text in enumerate(said or SAID, 1))
    parties = (Speaker(0, "A", role="Agent", rank=1), Speaker(0, "B", role="Client", rank=2))
    return Imported("call.txt", "text", "utf-8", data, parties, made)


def version(*commands, transcript_id: int = 1) -> Transcript:
    transcript = replace(as_transcript(imported(), transcript_id), topics=(PRICE, DELIVERY))
    for command, *arguments in commands:
        transcript = transcript.apply(command(transcript, *arguments))
    return transcript


def decided(transcript: Transcript, **verdicts: str) -> Transcript:
    made = (Decision(transcript.id, key, verdict, "duplicates", "loop", 0.9) for key, verdict in verdicts.items())
    return transcript.apply(Change(msg("Decide"), tuple(Step(None, decision) for decision in made)))


# ---------------------------------------------------------------------- figures of textbooks


def test_kappa_of_cohen():
    # Fifty proposals, two readers: both yes 20, both no 15.
    assert kappa({("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}) == pytest.approx(0.4)
    # The same agreement in 60 of 100, with other shares of yes.
    assert kappa({("y", "y"): 45, ("y", "n"): 15, ("n", "y"): 25, ("n", "n"): 15}) == pytest.approx(0.1304, abs=5e-5)
    assert kappa({("y", "y"): 25, ("y", "n"): 35, ("n", "y"): 5, ("n", "n"): 35}) == pytest.approx(0.2593, abs=5e-5)
    assert kappa({("A", "A"): 3, ("B", "B"): 1}) == 1
    assert kappa({("A", "B"): 1, ("B", "A"): 1}) == -1
    assert (kappa({}), kappa({("A", "A"): 9})) == (None, None)


def test_alpha_of_krippendorff():
    # Krippendorff (2011), Computing Krippendorff's Alpha-Reliability: examples A, B and C (nominal).
    assert alpha(zip("0100000010", "1110010000", strict=True), nominal) == pytest.approx(0.095, abs=5e-4)
    assert alpha(zip("aabbdcccedda", "babbbccceddd", strict=True), nominal) == pytest.approx(0.692, abs=5e-4)
    observers = "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."
    units = [[v for v in unit if v != "."] for unit in zip(*(values.split() for values in observers), strict=True)]
    assert alpha(units, nominal) == pytest.approx(0.743, abs=5e-4)
    # The same with the metric of intervals, as the paper has it.
    assert alpha(units, lambda a, b: float((int(a) - int(b)) ** 2)) == pytest.approx(0.849, abs=5e-4)
    assert (alpha([], nominal), alpha(["a"], nominal), alpha(["aa", "aa"], nominal)) == (None, None, None)


def test_distance_of_passonneau():
    a, b, c, d = "abcd"
    assert masi(frozenset(), frozenset()) == masi(frozenset({a}), frozenset({a})) == 0
    assert masi(frozenset({a}), frozenset({b})) == masi(frozenset(), frozenset({a})) == 1
    assert masi(frozenset({a, b}), frozenset({a, b, c, d})) == pytest.approx(1 - 1 / 2 * 2 / 3)
    assert masi(frozenset({a, b}), frozenset({b, c})) == pytest.approx(1 - 1 / 3 * 1 / 3)
    # Four units: two the same, a part, and nothing in common. Expected by hand from the eight values.
    sets = [({a}, {a}), ({b}, {b}), ({a, b}, {a}), ({a}, {b})]
    units = [(frozenset(one), frozenset(other)) for one, other in sets]
    observed = 2 * (2 / 3 + 1)
    expected = 2 * (4 * 3 * 1 + 4 * 1 * 2 / 3 + 3 * 1 * 2 / 3)
    assert alpha(units, masi) == pytest.approx(1 - 7 * observed / expected)
    assert alpha(units, masi) > alpha(units, nominal)


# ---------------------------------------------------------------------- versions


def test_versions_that_are_the_same():
    found = agreement(version(), version())
    assert (found.blocks, found.differing, found.words, found.errors) == (4, 0, 10, 0)
    assert (found.speaker_kappa, found.wer, found.topic_alpha, found.verdict_kappa) == (1, 0, None, None)
    assert found.speakers == {("agent", "agent"): 4, ("client", "client"): 6}


def test_speakers_are_compared_word_by_word_of_the_source():
    one = version((speakers.relabel, [3], "B"), (turns.merge, [2, 3]), (turns.set_text, 1, "раз два тра и ещё"))
    other = version((turns.split, 4, len("семь"), "A"), (turns.hide, [1]))
    found = agreement(one, other)
    # Of the seven words that the second one shows: "шесть", and what follows "семь".
    assert found.speakers == {("client", "client"): 3, ("client", "agent"): 4}
    assert found.differing == 3


def test_swapped_roles_are_as_flipped_labels():
    flipped = version((speakers.relabel, [1, 3], "B"), (speakers.relabel, [2, 4], "A"))
    # The second call of relabel takes turns that the first has not touched.
    swapped = version((speakers.swap_roles, "A", "B"))
    assert agreement(flipped, swapped).speaker_kappa == 1
    assert agreement(flipped, swapped).differing == 0
    assert agreement(flipped, version()).speaker_kappa < 0


def test_without_the_same_roles_ids_tell_the_speakers():
    assert agreement(version((speakers.set_role, "A", "Operator")), version()).speaker_kappa == 1


def test_topics_are_compared_turn_by_turn_of_the_source():
    one = version((topics.tag, [1, 2], 1), (turns.merge, [3, 4]), (topics.tag, [3], 2))
    other = version((topics.tag, [1], 1), (topics.tag, [4], 2))
    found = agreement(one, other)
    price, delivery, none = frozenset({("price",)}), frozenset({("delivery",)}), frozenset()
    assert found.topics == {(price, price): 1, (price, none): 1, (delivery, none): 1, (delivery, delivery): 1}
    units = [(price, price), (price, none), (delivery, none), (delivery, delivery)]
    assert found.topic_alpha == pytest.approx(alpha(units, nominal))
    assert (
        agreement(one, replace(other, topics=(replace(PRICE, id=2, name="PRICE"), replace(DELIVERY, id=1)))).topics[price, price]
        == 0
    )


def test_words_and_verdicts():
    one = decided(version((turns.set_text, 1, "раз два тра")), a="accepted", b="dismissed", c="alternative", d="accepted")
    other = decided(version((turns.hide, [3])), a="relabelled", b="accepted", c="accepted", e="accepted")
    found = agreement(one, other)
    assert (found.words, found.errors) == (10, 2)
    assert found.verdicts == {("repaired", "repaired"): 2, ("dismissed", "repaired"): 1}


def test_calls_add_up():
    one, two = agreement(version((speakers.relabel, [1], "B")), version()), agreement(version(), version())
    total = sum([one, two], Agreement())
    row = total.as_row()
    assert (row["calls"], row["speaker_words"], row["speaker_words_same"], row["places_differing"]) == (2, 20, 17, 1)
    assert total.speaker_kappa == pytest.approx(kappa(one.speakers + two.speakers))
    assert Agreement().as_row()["speaker_kappa"] is None


def test_a_long_call_is_compared_in_steps():
    long = as_transcript(imported(*SAID * 500))
    assert sum(1 for _ in compare(long, long)) > 50


def test_versions_are_found_by_what_was_imported(tmp_path):
    with Project.create(tmp_path / "a.annotator") as project, Project.create(tmp_path / "b.annotator") as other:
        for number, data in enumerate((b"x", b"y", b"x", b"x", b"x"), 1):
            project.apply(transcripts.add(imported(data=data), number))
        project.apply(transcripts.add(imported("другое", data=b"x"), 6))
        project.set_setting(GOLD, keep_gold_versions({5: (1, 3)}))
        other.apply(transcripts.add(imported(data=b"y"), 1))
        assert versions_in(project) == [(1, 3), (1, 4), (3, 4)]
        assert versions_between(project, other) == [(2, 1)]
        project.set_setting(GOLD, "[what others have written]")
        assert len(versions_in(project)) == 6
