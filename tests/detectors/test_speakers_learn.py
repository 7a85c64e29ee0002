"""What finished calls teach: from which source turn each word is, who says it, and what becomes of the weights."""

import io
import random

import numpy as np
import pytest
from short_calls import CUT, LONG, RUSSIAN, call, found, said_by, with_turns
from written_calls import finished, imported

from annotator.core.commands import speakers, turns
from annotator.core.model import Transcript
from annotator.detectors import speakers_learn
from annotator.detectors.base import Progress
from annotator.detectors.learning import LEAST_CALLS, LEAST_EDGES, Measure, Outcome
from annotator.detectors.speakers_learn import LARGEST, adapted, learn, lesson, origins, precision
from annotator.detectors.speakers_models import models


def after(transcript, *commands):
    for command, *args in commands:
        transcript = transcript.apply(command(transcript, *args))
    return transcript


def origins_of(transcript):
    return {turn.id: origins(transcript, turn) for turn in transcript.visible}


def outcome_of(calls):
    *progress, last = learn(calls)
    assert progress
    assert all(isinstance(item, Progress) and 0 <= item.done <= item.total for item in progress)
    assert [item.done for item in progress] == sorted(item.done for item in progress)
    assert isinstance(last, Outcome)
    return last


SMALL = "a раз два три\nb четыре пять\na шесть семь"


# Where words come from


def test_words_come_from_their_turn():
    assert origins_of(call(SMALL)) == {1: [1, 1, 1], 2: [2, 2], 3: [3, 3]}


def test_words_keep_their_origin_when_turns_are_split_and_joined():
    transcript = after(call(SMALL), (turns.split, 1, 4), (turns.merge, [2, 3]))
    assert origins_of(transcript) == {1: [1], 4: [1, 1], 2: [2, 2, 3, 3]}


def test_words_keep_their_origin_when_they_move():
    transcript = after(call(SMALL), (turns.move_words_to_previous, 2, len("четыре ")))
    there = after(transcript, (turns.move_words_to_next, 1, len("раз ")))
    assert origins_of(transcript) == {1: [1, 1, 1, 2], 2: [2], 3: [3, 3]}
    assert origins_of(there) == {1: [1], 2: [1, 1, 2, 2], 3: [3, 3]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("раз три четыре пять", [1, 1, 2, 2]),
        ("Раз, два. ТРИ! четыре", [1, 1, 1, 2]),
        ("раз двое три четыре шесть", [1, 1, 1, 2, 2]),
        ("ой раз два три ну четыре пять", [1, 1, 1, 1, 2, 2, 2]),
        ("раз два три четыре пять да", [1, 1, 1, 2, 2, 2]),
        ("совсем другое", [1, 1]),
    ],
)
def test_words_that_were_corrected_come_from_where_they_stand(text, expected):
    transcript = after(call(SMALL), (turns.merge, [1, 2]), (turns.set_text, 1, text))
    assert origins(transcript, transcript.turn(1)) == expected


def test_words_of_a_turn_without_source_come_from_nowhere():
    transcript = with_turns(call(SMALL), 2, sources=())
    assert origins(transcript, transcript.turn(2)) == [0, 0]


# What a call teaches


def test_a_call_without_corrections_teaches_that_its_labels_are_right():
    made = lesson(call(RUSSIAN))
    words = [line[2:].split() for line in RUSSIAN.strip().splitlines()]
    assert list(made.stretch.words) == [word for line in words for word in line]
    assert [line.end - line.start for line in made.stretch.lines] == list(map(len, words))
    assert [line.label for line in made.stretch.lines for _ in range(line.start, line.end)] == list(made.true)


def test_a_corrected_call_teaches_who_says_what_the_source_gave_to_another():
    transcript = call(CUT)
    mended = after(transcript, (turns.move_words_to_previous, 8, len("десяти до двух ")), (speakers.relabel, [10], "a"))
    made = lesson(mended)
    assert len(made.stretch.lines) == 12
    given = [line.label for line in made.stretch.lines for _ in range(line.start, line.end)]
    wrong = [word for word, a, b in zip(made.stretch.words, given, made.true, strict=True) if a != b]
    assert " ".join(wrong) == "десяти до двух нет спасибо у меня есть свой мастер"
    labels = [line.label for line in made.stretch.lines]
    assert labels in ([0, 1] * 6, [1, 0] * 6)


def test_hidden_turns_typed_turns_and_third_people_teach_nothing():
    hidden = lesson(with_turns(call(RUSSIAN), 5, hidden=True))
    assert "минуточку" not in hidden.stretch.words
    typed = lesson(with_turns(call(RUSSIAN), 5, sources=()))
    assert typed.stretch.words == hidden.stretch.words
    assert len(typed.stretch.lines) == 11
    third = lesson(call(said_by(RUSSIAN, "c", [12])))
    assert "свидания" not in third.stretch.words
    assert len(third.stretch.lines) == 11


@pytest.mark.parametrize("text", ["a да\na нет", "a ...\nb —", said_by(RUSSIAN, "a", range(13))])
def test_what_is_no_talk_of_two_teaches_nothing(text):
    assert lesson(call(text)) is None


def test_a_call_without_turns_teaches_nothing():
    transcript = call(RUSSIAN)
    assert lesson(Transcript(transcript.header, transcript.source)) is None


# Learning


@pytest.mark.parametrize("count", [0, 1, LEAST_CALLS - 1])
def test_few_calls_teach_nothing(count):
    assert outcome_of([call(LONG)] * count)[:2] == (None, count)


def test_calls_of_few_turns_teach_nothing():
    outcome = outcome_of([call("a да\nb нет")] * (LEAST_EDGES - 1))
    assert (outcome.data, outcome.calls, outcome.words, outcome.measures) == (None, LEAST_EDGES - 1, 2 * (LEAST_EDGES - 1), {})


def test_calls_that_contradict_nothing():
    outcome = outcome_of([call(RUSSIAN), call(LONG), call(said_by(LONG, "b", []))])
    assert outcome.measures.keys() == {"edge", "split", "turn"}
    assert all(measure.true == 0 for measure in outcome.measures.values())
    assert outcome.measures["edge"].items == 11 + 27 + 27
    if outcome.data is not None:
        assert found(call(LONG), learned=outcome.data) == []


def test_what_holds_for_no_other_call_is_not_used():
    """One call has none but false changes of label, the others none: each teaches the wrong thing about the rest."""
    odd = call(LONG)
    odd = odd.apply(speakers.relabel(odd, range(1, 28), "a"))
    outcome = outcome_of([odd, call(LONG), call(RUSSIAN)])
    assert outcome.data is None
    assert outcome.measures["edge"].true > 20
    assert outcome.measures["edge"].loss_after > outcome.measures["edge"].loss_before


@pytest.mark.parametrize("seed", range(3))
def test_nonsense_is_only_used_where_it_does_better_on_unseen_calls(seed):
    """Who says what is drawn by lot, in each call at another rate."""
    rng = random.Random(seed)
    calls = []
    for n, rate in enumerate((0.0, 0.9, 0.0, 0.5)):
        transcript = imported(n)
        given = [turn.id for turn in transcript.visible if rng.random() < rate]
        calls.append(transcript.apply(speakers.relabel(transcript, given, "A")) if given else transcript)
    outcome = outcome_of(calls)
    measures = outcome.measures.values()
    better = sum(m.items * (m.loss_before - m.loss_after) for m in measures) > 0
    edge = outcome.measures["edge"]
    assert (outcome.data is not None) == (better and edge.precision_after >= edge.precision_before)
    assert outcome.data is None


@pytest.mark.parametrize(
    ("loss", "precision", "used"), [(0.4, 0.5, True), (0.4, 0.6, True), (0.4, 0.4, False), (0.6, 0.6, False), (0.5, 0.5, False)]
)
def test_what_was_learned_is_used_where_it_does_better_on_unseen_calls(monkeypatch, loss, precision, used):
    monkeypatch.setattr(speakers_learn, "_measure", lambda *_: Measure(100, 10, 0.5, loss, 0.5, precision))
    outcome = outcome_of([call(LONG)] * 3)
    assert (outcome.data is not None) == used
    assert outcome.measures["edge"].loss_after == loss


@pytest.fixture(scope="module")
def data():
    outcome = outcome_of([finished(seed) for seed in range(6)])
    assert outcome.data is not None
    return outcome.data


def test_what_was_learned_comes_back(data):
    lessons = [lesson(finished(seed)) for seed in range(6)]
    learned = speakers_learn._taught(models(), lessons, [speakers_learn._items(models(), each) for each in lessons])
    read = adapted(data)
    assert (read.boundary.general == learned.boundary.general).all()
    assert (read.boundary.exact == learned.boundary.exact).all()
    for item, trees in learned.trees.items():
        assert trees.base == pytest.approx(read.trees[item].base)
        assert trees.value == pytest.approx(read.trees[item].value)


def test_what_was_learned_leaves_the_models_of_the_package_alone(data):
    before = models().boundary.general.copy(), models().boundary.exact.copy()
    learned = adapted(data)
    assert (models().boundary.general == before[0]).all()
    assert (models().boundary.exact == before[1]).all()
    assert (learned.boundary.general != before[0]).any()
    assert (learned.boundary.general[:, 1:] == before[0][:, 1:]).all()
    assert learned.chain is models().chain
    assert found(call(LONG)) == []


def saved(**arrays):
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **arrays)
    return file.getvalue()


def too_much():
    file = io.BytesIO()
    np.savez_compressed(file, base=np.zeros(LARGEST + 1, np.int8))
    return file.getvalue()


def array_alone():
    file = io.BytesIO()
    np.save(file, np.zeros(3))
    return file.getvalue()


@pytest.mark.parametrize(
    "wrong", [b"", b"weights", b"PK\x03\x04", saved(), saved(general_places=np.zeros(1)), array_alone(), too_much()]
)
def test_what_was_not_learned_is_refused(wrong):
    with pytest.raises(ValueError, match=r"."):
        adapted(wrong)


@pytest.mark.parametrize(
    "changes",
    [
        {"edge": np.array([1.0])},
        {"edge": np.array([np.nan, 0.0])},
        {"turn": np.array([1e9, 0.0])},
        {"base": np.array(np.inf)},
        {"general_places": np.array([1 << 25], np.uint32), "general_added": np.array([1], np.int16)},
        {"exact_added": np.zeros(1, np.int16)},
        {"exact_places": None},
    ],
)
def test_data_that_were_tampered_with_are_refused(data, changes):
    with np.load(io.BytesIO(data)) as arrays:
        kept = {name: array for name, array in {**arrays, **changes}.items() if array is not None}
    with pytest.raises(ValueError, match=r"."):
        adapted(saved(**kept))


# How confidences are fitted


def unfit(a, b, odds, truth):
    said = a * odds + b
    return np.logaddexp(0, np.where(truth > 0, -said, said)).sum() + speakers_learn.SHRINK / 2 * ((a - 1) ** 2 + b**2)


@pytest.mark.parametrize(("a", "b", "spread"), [(1.0, 0.0, 3), (0.5, 1.0, 3), (1.5, -0.5, 2), (0.8, 0.0, 9)])
def test_the_scale_fits_best(a, b, spread):
    rng = np.random.default_rng(4)
    odds = rng.normal(-1, spread, 1500)
    truth = (rng.random(1500) < 1 / (1 + np.exp(-(a * odds + b)))).astype(float)
    made = speakers_learn._scale(odds, truth)
    assert made == pytest.approx((a, b), abs=0.3)
    for near in ((0.02, 0), (-0.02, 0), (0, 0.05), (0, -0.05)):
        assert unfit(*made, odds, truth) <= unfit(made[0] + near[0], made[1] + near[1], odds, truth)


@pytest.mark.parametrize("against", ["lot", "opposite", "never"])
def test_confidences_that_tell_nothing_are_weakened(against):
    """Sure and wrong: Newton's steps alone would overshoot here and strengthen them."""
    rng = np.random.default_rng(5)
    odds = rng.normal(0, 8, 2000)
    truth = {"lot": rng.random(2000) < 0.5, "opposite": odds < 0, "never": np.zeros(2000, bool)}[against].astype(float)
    odds = abs(odds) if against == "never" else odds
    a, b = speakers_learn._scale(odds, truth)
    assert a == pytest.approx(1 / speakers_learn.BOUNDS)
    assert unfit(a, b, odds, truth) < unfit(1, 0, odds, truth)


def test_nothing_to_fit_changes_nothing():
    assert speakers_learn._scale(np.array([]), np.array([])) == (1.0, 0.0)


def test_precision_of_a_ranking():
    truth = np.array([1.0, 0.0, 1.0, 0.0])
    assert precision(np.array([4.0, 3.0, 2.0, 1.0]), truth) == pytest.approx((1 + 2 / 3) / 2)
    assert precision(np.array([4.0, 1.0, 3.0, 2.0]), truth) == 1
    assert precision(np.array([4.0, 1.0]), np.zeros(2)) == 0
