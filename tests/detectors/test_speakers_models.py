"""The models of the speakers detector: words, gaps, the chain of labels."""

import importlib.util
import subprocess
import sys
from itertools import product
from math import exp, log
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.detectors import speakers_boundary as boundary
from annotator.detectors import speakers_labels as labels
from annotator.detectors.speakers import models
from annotator.detectors.speakers_boundary import Gap
from annotator.detectors.speakers_labels import Chain, Line
from annotator.detectors.speakers_words import Lexicon, agreement, grammar

WEIGHT = st.integers(-127, 127)


@pytest.mark.parametrize(
    ("left", "right", "fits"),
    [
        ("новый", "тариф", True),
        ("новый", "карту", False),
        ("два", "дня", True),
        ("пять", "карту", False),
        ("она", "пришла", True),
        ("она", "пришел", False),
        ("они", "пришли", True),
    ],
)
def test_agreement_of_russian_neighbours(left, right, fits):
    value = agreement(grammar(left)[1], grammar(right)[1])
    assert value > 0
    assert value % 2 == fits


def test_words_without_morphology_have_a_class():
    assert grammar("running")[0] == "LATIN.ing"
    assert grammar("42")[0] == "NUMBER"
    assert grammar("你好")[0] == "OTHER"
    assert agreement(grammar("blue")[1], grammar("car")[1]) == 0


def test_english_needs_no_dictionary():
    code = (
        "import sys; from annotator.detectors.speakers import models; b = models().boundary;"
        "words = 'thank you for calling how can i help'.split();"
        "b.gaps([b.lexicon.code(w) for w in words], words, [0] * len(words));"
        "sys.exit('pymorphy3' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_frequent_words_keep_their_identity_and_others_share_their_class():
    lexicon = Lexicon(["да"], ["INFN"])
    assert lexicon.code("писать").word == lexicon.code("читать").word == lexicon.code("читать").tag > 0
    assert lexicon.knows(lexicon.code("да"))
    assert not lexicon.knows(lexicon.code("читать"))


@given(st.lists(st.tuples(WEIGHT, WEIGHT, WEIGHT), max_size=50))
def test_packed_weights_add_up(rows):
    total = sum(boundary.pack(*row) for row in rows)
    assert boundary.unpack_whole(total) == tuple(sum(column) for column in zip((0, 0, 0), *rows, strict=True))


@given(st.dictionaries(st.integers(0, 2**50), st.tuples(WEIGHT, WEIGHT, WEIGHT), min_size=1))
def test_weights_survive_the_file(table):
    weights = {key: boundary.pack(*row) for key, row in table.items()}
    assert boundary.from_bytes(boundary.to_bytes(weights)) == weights


def gaps(text):
    model = models().boundary
    words = text.split()
    return model.gaps([model.lexicon.code(word) for word in words], words, [boundary.NO_MARKS] * len(words))


def test_a_change_is_likelier_after_a_question_than_inside_a_phrase():
    found = gaps("скажите пожалуйста когда приедет мастер завтра утром до двенадцати хорошо спасибо")
    inside, after = found[2], found[9]
    assert after.change > inside.change + 2
    assert after.sentence > inside.sentence + 1


def test_punctuation_tells_the_end_of_a_sentence():
    model = models().boundary
    words = ["я", "приеду", "завтра", "вы", "будете", "дома"]
    codes = [model.lexicon.code(word) for word in words]
    plain = [boundary.NONE] * 6
    stopped = [*plain[:2], boundary.STOP, *plain[3:]]
    assert model.gaps(codes, words, stopped)[3].sentence > model.gaps(codes, words, plain)[3].sentence + 3


BIAS = [[0.1 * k, -1.0, 0.3, -0.2 * k] for k in range(10)]
WEIGHTS = [[0.5, 0.1 * k, 0.2, 0.3] for k in range(10)]
CHAIN = Chain(bias=BIAS, weights=WEIGHTS, first_wrong=0.2)
LINES = [Line(0, 3, 0, 12), Line(3, 5, 1, 9), Line(5, 6, 1, 3), Line(6, 8, 0, 10)]
GAPS = [Gap(0.7 * k - 2, 1 - 0.5 * k, 0.1 * k) for k in range(8)]


def enumerated():
    """Every sequence of states with its probability, by the definition of the chain."""
    types = labels.gap_types(LINES)
    label = [line.label for line in LINES for _ in range(line.end - line.start)]
    weights = {}
    for states in product((False, True), repeat=8):
        score = log(0.2 if states[0] else 0.8)
        for i in range(1, 8):
            before, after = states[i - 1], states[i]
            score += BIAS[types[i]][2 * before + after]
            if (label[i] != label[i - 1]) ^ before ^ after:
                score += sum(w * x for w, x in zip(WEIGHTS[types[i]], labels.evidence(GAPS[i]), strict=True))
        weights[states] = exp(score)
    total = sum(weights.values())
    return {states: weight / total for states, weight in weights.items()}


def test_the_posterior_is_exact():
    posterior, truth = CHAIN.run(LINES, GAPS), enumerated()

    def chance(test):
        return pytest.approx(sum(p for states, p in truth.items() if test(states)))

    for i in range(8):
        assert posterior.wrong[i] == chance(lambda s, i=i: s[i])
    for i in range(1, 8):
        assert posterior.pair(i) == tuple(
            chance(lambda s, i=i, m=(a, b): s[i - 1 : i + 1] == m) for a, b in product((False, True), repeat=2)
        )
        for a, b in product((False, True), repeat=2):
            both = sum(p for s, p in truth.items() if s[i - 1] == a and s[i] == b)
            assert posterior.follows(i, a, b) == pytest.approx(both / sum(p for s, p in truth.items() if s[i - 1] == a))
            assert posterior.precedes(i, a, b) == pytest.approx(both / sum(p for s, p in truth.items() if s[i] == b))
    assert posterior.stays(2, 6, True) == chance(lambda s: all(s[2:6]))
    assert posterior.stays(0, 8, False) == chance(lambda s: not any(s))


def test_a_stretch_of_even_lines_was_cut_by_width():
    speech = [Line(0, 1, 0, size) for size in (12, 140, 7, 33, 90, 4, 210)]
    chunks = [Line(0, 1, 0, size) for size in (96, 101, 99, 94, 103, 97, 100)]
    assert not any(labels.chunked(speech))
    assert all(labels.chunked(chunks))


def test_gaps_near_a_change_of_label_are_told_from_those_deep_inside():
    types = labels.gap_types([Line(0, 20, 0, 130), Line(20, 40, 1, 20), Line(40, 60, 1, 70)])
    assert types[5] == labels.INSIDE
    assert types[18] == labels.NEAR_END
    assert types[20] == labels.OTHER
    assert types[22] == labels.NEAR_START
    assert types[40] == labels.SAME


def trainer():
    path = Path(__file__).parents[2] / "packaging" / "train_speakers.py"
    spec = importlib.util.spec_from_file_location("train_speakers", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["train_speakers"] = module
    spec.loader.exec_module(module)
    return module


def test_training_and_run_time_see_the_same_features():
    model = models().boundary
    words = "когда приедет мастер завтра в десять часов хорошо thank you very much до свидания".split()
    marks = [boundary.ASKS if word == "часов" else boundary.NONE for word in words]
    rows = trainer().features(model.lexicon, words, marks)
    totals = [sum(model.weights.get(int(key), 0) for key in row) for row in rows]
    codes = [model.lexicon.code(word) for word in words]
    assert [boundary.unpack(total) for total in totals] == model.gaps(codes, words, marks)
    assert len({gap.change for gap in model.gaps(codes, words, marks)}) > 5


def test_corrupted_labels_are_told_from_right_ones():
    train = trainer()
    talk = [[train.Token(f"слово{n}", n % 2, boundary.NONE, k == 7) for k in range(8)] for n in range(60)]
    rng = train.random.Random(5)
    for _ in range(20):
        lines, wrong = train.mislabel(talk, rng)
        assert [line.start for line in lines[1:]] == [line.end for line in lines[:-1]]
        assert lines[-1].end == len(wrong) == 480
        given = [line.label for line in lines for _ in range(line.end - line.start)]
        true = [n % 2 for n in range(60) for _ in range(8)]
        assert [int(a != b) for a, b in zip(given, true, strict=True)] == list(wrong)
