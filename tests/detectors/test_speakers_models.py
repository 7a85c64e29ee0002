"""The models of the speakers detector: words, gaps, the chain of labels, trees, and the files they come in."""

import importlib.util
import subprocess
import sys
import zlib
from importlib.resources import files
from itertools import pairwise, product
from math import exp, log
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from short_calls import ENGLISH, RUSSIAN, call

from annotator.detectors import speakers_boundary as boundary
from annotator.detectors import speakers_labels as labels
from annotator.detectors import speakers_models
from annotator.detectors.speakers_boundary import Boundary
from annotator.detectors.speakers_cues import Cue
from annotator.detectors.speakers_labels import Chain, Line
from annotator.detectors.speakers_models import ITEMS, facts, judge, models, save, spread
from annotator.detectors.speakers_score import MOST_CUES, Trees, styles
from annotator.detectors.speakers_stream import spoken_turns, stretch_of, unmarked, word_of
from annotator.detectors.speakers_words import Code, Lexicon, agreement, grammar


def codes_of(lexicon, text):
    return [lexicon.code(word) for word in text.split()]


# Words


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
    lexicon = Lexicon([], [])
    for _ in range(2):
        assert lexicon.agreement(lexicon.code(left), lexicon.code(right)) == value


def test_words_without_morphology_have_a_class():
    assert grammar("running")[0] == "LATIN.ing"
    assert grammar("42")[0] == "NUMBER"
    assert grammar("你好")[0] == "OTHER"
    assert agreement(grammar("blue")[1], grammar("car")[1]) == 0


def test_english_needs_no_dictionary():
    code = (
        "import sys; from annotator.detectors.speakers_models import models; b = models().boundary;"
        "words = 'thank you for calling how can i help'.split();"
        "b.gaps([b.lexicon.code(w) for w in words], [0] * len(words));"
        "sys.exit('pymorphy3' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_frequent_words_keep_their_identity_and_others_share_their_class():
    lexicon = Lexicon(["да"], ["INFN"])
    assert lexicon.code("писать").word == lexicon.code("читать").word == lexicon.code("читать").tag > 0
    assert lexicon.code("писать").full != lexicon.code("читать").full
    assert lexicon.knows(lexicon.code("да"))
    assert not lexicon.knows(lexicon.code("читать"))


# Gaps


TINY = Lexicon([], [])
FIXED = [Code(3 + n % 4, 1000 * n * n + 7, n % 3, n % 3, n % 2, TINY.code("x").form) for n in range(12)]
FIXED_MARKS = [boundary.NONE, boundary.COMMA, boundary.STOP, boundary.ASKING] * 3


@pytest.mark.parametrize(("templates", "expected"), [(boundary.GENERAL, 1826882266), (boundary.EXACT, 402841688)])
def test_features_are_where_the_weights_of_the_package_expect_them(templates, expected):
    """Whoever changes a feature, or how it is hashed, must train anew."""
    rows = boundary.features(templates, boundary.layers(TINY, FIXED, FIXED_MARKS))
    assert rows.shape == (12, len(templates) + 14)
    assert rows.max() < 1 << boundary.BITS
    assert zlib.crc32(rows.astype("<u4").tobytes()) == expected


def test_features_of_a_gap_are_those_of_the_words_near_it():
    far = [*FIXED[:6], *(code._replace(full=code.full + 1) for code in FIXED[6:])]
    one, other = (boundary.features(boundary.EXACT, boundary.layers(TINY, codes, FIXED_MARKS)) for codes in (FIXED, far))
    assert (one[0] == other[0]).all()
    assert (one[5] != other[5]).any()
    assert (one[:, : len(boundary.EXACT) - 21] == other[:, : len(boundary.EXACT) - 21]).all()


@pytest.mark.parametrize("offset", [-1, 0])
def test_the_weight_of_a_word_is_what_it_adds_to_a_gap(offset):
    general = np.random.default_rng(2).integers(-20, 20, (1 << boundary.BITS, boundary.ASKED)).astype(np.int8)
    model = Boundary(TINY, general, np.zeros_like(general))
    places = boundary.features(boundary.GENERAL, boundary.layers(TINY, FIXED, FIXED_MARKS))
    place = places[5, boundary.GENERAL.index(((boundary.WORD, offset),))]
    uses = int((places[5] == place).sum())
    without = general.copy()
    without[place] = 0
    other = Boundary(TINY, without, np.zeros_like(general))
    weight = model.word_weight(offset, FIXED[5 + offset])
    assert weight != 0 == other.word_weight(offset, FIXED[5 + offset])
    gap, left = (each.gaps(FIXED, FIXED_MARKS)[5, boundary.CHANGE] for each in (model, other))
    assert gap - left == pytest.approx(uses * weight)


def test_gaps_add_up_the_weights_of_their_features():
    rng = np.random.default_rng(1)
    general, exact = (rng.integers(-20, 20, (1 << boundary.BITS, boundary.ASKED)).astype(np.int8) for _ in range(2))
    exact[::2] = 0
    gaps = Boundary(TINY, general, exact).gaps(FIXED, FIXED_MARKS)
    values = boundary.layers(TINY, FIXED, FIXED_MARKS)
    for i in range(len(FIXED)):
        for table, templates, first in ((general, boundary.GENERAL, 0), (exact, boundary.EXACT, boundary.ASKED)):
            places = boundary.features(templates, values)[i]
            for question in range(boundary.ASKED):
                total = sum(int(table[place, question]) for place in places) / boundary.UNIT
                assert gaps[i, first + question] == min(boundary.LIMIT, max(-boundary.LIMIT, total))
        known = [bool(exact[place, 0]) for place in boundary.features(boundary.EXACT, values)[i]]
        assert gaps[i, boundary.SEEN] == pytest.approx(sum(known) / len(known))
    assert Boundary(TINY, general, exact).gaps([], []).shape == (0, boundary.SEEN + 1)


def gaps(text):
    model = models().boundary
    return model.gaps(codes_of(model.lexicon, text), [boundary.NO_MARKS] * len(text.split()))


def test_a_change_is_likelier_after_a_question_than_inside_a_phrase():
    found = gaps("скажите пожалуйста когда приедет мастер завтра утром до двенадцати хорошо спасибо")
    inside, after = found[8], found[9]
    for general, exact in ((boundary.CHANGE, boundary.EXACT_CHANGE), (boundary.SENTENCE, boundary.EXACT_SENTENCE)):
        assert after[general] + after[exact] > inside[general] + inside[exact] + 2


def test_punctuation_tells_the_end_of_a_sentence():
    model = models().boundary
    codes = codes_of(model.lexicon, "я приеду завтра вы будете дома")
    plain = [boundary.NONE] * 6
    stopped = [*plain[:2], boundary.STOP, *plain[3:]]
    column = boundary.SENTENCE
    assert model.gaps(codes, stopped)[3, column] > model.gaps(codes, plain)[3, column] + 2


# Turns as the models take them


def test_words_and_the_punctuation_after_them():
    assert word_of("Ёлка,") == ("елка", boundary.COMMA)
    assert word_of("что?»") == ("что", boundary.ASKING)
    assert word_of("I’m") == ("i'm", boundary.NONE)
    assert word_of("—") == ("", boundary.DASH)


def test_a_stretch_has_the_words_that_count():
    transcript = call("a Да — конечно, приеду.\nb ...\nb Ёлка есть?")
    turns = list(spoken_turns(transcript, {"a": 0, "b": 1}))
    assert [spoken.turn.id for spoken in turns] == [1, 3]
    stretch = stretch_of(turns)
    assert stretch.words == ["да", "конечно", "приеду", "елка", "есть"]
    assert stretch.marks == [boundary.DASH, boundary.COMMA, boundary.STOP, boundary.NONE, boundary.ASKING]
    assert stretch.lines == [Line(0, 3, 0, 21), Line(3, 5, 1, 10)]
    assert [transcript.turn(1).text[slice(*place)] for place in turns[0].places] == ["Да", "конечно,", "приеду."]


def test_a_few_stops_mean_nothing():
    assert unmarked([boundary.NONE] * 99 + [boundary.STOP]) == [boundary.NO_MARKS] * 100
    assert unmarked([boundary.NONE] * 9 + [boundary.STOP])[-1] == boundary.STOP
    assert unmarked([]) == []


# The chain of labels


RNG = np.random.default_rng(3)
BIAS = RNG.normal(0, 1, (labels.TYPES, 4))
WEIGHTS = RNG.normal(0, 0.3, (labels.TYPES, labels.EVIDENCE))
LEANING = np.array([0.8, 0.3])
FIRST_WRONG = 0.2
CHAIN = Chain(BIAS, WEIGHTS, LEANING, FIRST_WRONG)


def enumerated(lines, gaps, leanings, decided):
    """Every sequence of states with its probability, by the definition of the chain."""
    types = labels.gap_types(lines)
    given = [line.label for line in lines for _ in range(line.end - line.start)]
    weighed = labels.evidence(gaps)
    weights = {}
    for states in product((False, True), repeat=len(given)):
        score = log(FIRST_WRONG if states[0] else 1 - FIRST_WRONG)
        for i, wrong in enumerate(states):
            if wrong:
                score += log(labels.SURELY_RIGHT) if decided[i] else float(leanings[i] @ LEANING)
            if i:
                score += BIAS[types[i]][2 * states[i - 1] + wrong]
                if (given[i] != given[i - 1]) ^ states[i - 1] ^ wrong:
                    score += float(weighed[i] @ WEIGHTS[types[i]])
        weights[states] = exp(score)
    total = sum(weights.values())
    return {states: weight / total for states, weight in weights.items()}


@st.composite
def small_calls(draw):
    """Lines of at most nine words, with gaps, leanings, and which words are decided."""
    lines, at = [], 0
    for size, label, width in draw(
        st.lists(st.tuples(st.integers(1, 4), st.integers(0, 1), st.integers(1, 200)), min_size=1, max_size=5)
    ):
        if at + size <= 9:
            lines.append(Line(at, at + size, label, width))
            at += size
    rng = np.random.default_rng(draw(st.integers(0, 99)))
    decided = [line_decided for line in lines for line_decided in [draw(st.integers(0, 3)) == 0] * (line.end - line.start)]
    return lines, rng.normal(0, 2, (at, boundary.SEEN + 1)), rng.normal(0, 2, (at, 2)), decided


@settings(max_examples=25, deadline=None)
@given(small_calls())
def test_the_posterior_is_exact(case):
    lines, gaps, leanings, decided = case
    size = len(decided)
    posterior, truth = CHAIN.run(lines, gaps, leanings, decided), enumerated(*case)

    def chance(test):
        return pytest.approx(sum(p for states, p in truth.items() if test(states)), abs=1e-9)

    for i in range(size):
        assert posterior.wrong[i] == chance(lambda s, i=i: s[i])
        assert posterior.wrong[i] < 1e-4 or not decided[i]
    for i in range(1, size):
        moves = [sum(p for s, p in truth.items() if s[i - 1 : i + 1] == move) for move in product((False, True), repeat=2)]
        assert posterior.pairs[i] == pytest.approx(moves, abs=1e-9)
        if moves[2] + moves[3] > 1e-6:
            assert posterior.follows[i] == pytest.approx(moves[3] / (moves[2] + moves[3]), abs=1e-6)
        if moves[1] + moves[3] > 1e-6:
            assert posterior.precedes[i] == pytest.approx(moves[3] / (moves[1] + moves[3]), abs=1e-6)
    for line in lines:
        start, end = line.start, line.end
        assert posterior.stays(start, end, True) == chance(lambda s, a=start, b=end: all(s[a:b]))
        assert posterior.stays(start, end, False) == chance(lambda s, a=start, b=end: not any(s[a:b]))
    assert posterior.stays(0, size, False) == chance(lambda s: not any(s))


@settings(max_examples=25, deadline=None)
@given(small_calls())
def test_what_the_posterior_tells_is_of_one_piece(case):
    lines, gaps, leanings, decided = case
    posterior = CHAIN.run(lines, gaps, leanings, decided)
    size = len(decided)
    assert posterior.pairs[1:].sum(1) == pytest.approx(np.ones(size - 1))
    for i in range(1, size):
        _, right_wrong, wrong_right, both = posterior.pairs[i]
        assert right_wrong + both == pytest.approx(posterior.wrong[i], abs=1e-9)
        assert wrong_right + both == pytest.approx(posterior.wrong[i - 1], abs=1e-9)
    if not any(decided):
        together = posterior.wrong[0] * np.prod(posterior.follows[1:])
        assert posterior.stays(0, size, True) == pytest.approx(together, abs=1e-9)
        backwards = posterior.wrong[-1] * np.prod(posterior.precedes[1:])
        assert posterior.stays(0, size, True) == pytest.approx(backwards, abs=1e-9)


def test_long_stretches_do_not_underflow():
    size = 5000
    lines = [Line(n, n + 10, n // 10 % 2, 60) for n in range(0, size, 10)]
    posterior = CHAIN.run(lines, np.full((size, boundary.SEEN + 1), 6.0), np.zeros((size, 2)), [False] * size)
    assert np.isfinite(posterior.pairs).all()
    assert np.isfinite(posterior.follows).all()
    assert 0 <= posterior.stays(0, size, True) <= posterior.stays(0, 10, True) <= 1


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


# Trees


def grown(rng, features, depth):
    """Return a random tree as nested tuples (feature, limit, low, high), a leaf as its value."""
    if depth == 0 or rng.random() < 0.25:
        return float(np.float32(rng.normal()))
    return int(rng.integers(features)), float(rng.integers(-2, 3)), *(grown(rng, features, depth - 1) for _ in range(2))


def laid_out(tree, size):
    """Return the rows of a tree: breadth first, the two branches of a node side by side."""
    rows, waiting = [], [tree]
    for node in waiting:
        if isinstance(node, tuple):
            rows.append((node[0], node[1], len(waiting), 0.0))
            waiting += node[2:]
        else:
            rows.append((-1, 0.0, 0, node))
    return rows + [(-1, 0.0, 0, 0.0)] * (size - len(rows))


def asked(tree, row):
    while isinstance(tree, tuple):
        feature, limit, low, high = tree
        tree = low if row[feature] <= limit else high
    return tree


@pytest.fixture(scope="module")
def forest():
    rng = np.random.default_rng(7)
    trees = [grown(rng, 5, 4) for _ in range(20)]
    columns = zip(*(zip(*laid_out(tree, 32), strict=True) for tree in trees), strict=True)
    kinds = (np.int16, float, np.int16, np.float32)
    return trees, Trees(np.array(0.3), *(np.array(column, kind) for column, kind in zip(columns, kinds, strict=True)))


def test_trees_say_what_each_says_when_asked_alone(forest):
    trees, packed = forest
    rows = np.random.default_rng(8).integers(-3, 4, (200, 5)).astype(float)
    expected = [0.3 + sum(asked(tree, row) for tree in trees) for row in rows]
    assert packed.log_odds(rows) == pytest.approx(expected, abs=1e-5)
    assert len(set(expected)) > 50


def test_rescaled_trees(forest):
    _, packed = forest
    rows = np.random.default_rng(9).normal(0, 2, (50, 5))
    assert packed.rescaled(2.5, -0.75).log_odds(rows) == pytest.approx(2.5 * packed.log_odds(rows) - 0.75, abs=1e-4)
    assert packed.rescaled(1.0, 0.0).log_odds(rows) == pytest.approx(packed.log_odds(rows))


# Features of items


def test_cues_of_a_turn_are_spread_over_their_words_up_to_a_limit():
    lines = [Line(0, 4, 0, 9), Line(4, 8, 1, 9)]
    weak = spread([Cue(0, 1, 3, 1.0, "role", "")], lines, 8)
    assert weak == pytest.approx([0, 0.5, 0.5, 0, 0, 0, 0, 0])
    strong = spread([Cue(1, 0, 2, 4.0, "role", ""), Cue(1, 1, 3, 4.0, "role", "")], lines, 8)
    assert strong.sum() == pytest.approx(MOST_CUES)
    assert strong[4:] == pytest.approx([1, 2, 1, 0])


def test_styles_tell_words_that_the_other_uses():
    words = "алло ага ну алло ага ну хорошо так хорошо так алло".split()
    lines = [Line(0, 3, 0, 9), Line(3, 6, 0, 9), Line(6, 10, 1, 9), Line(10, 11, 1, 9)]
    found = styles(lines, words)
    assert found[0] < 0 < found[10]
    assert found[6] < found[10]


@pytest.mark.parametrize("text", [RUSSIAN, ENGLISH, "a да\nb нет", "a да"])
def test_every_item_of_a_call_is_judged(text):
    turns = list(spoken_turns(call(text), {"a": 0, "b": 1}))
    trained = models()
    seen = facts(trained.boundary, trained.chain, stretch_of(turns))
    said = judge(trained.trees, seen)
    assert tuple(said) == ITEMS
    edges = [n for n, (a, b) in enumerate(pairwise(turns), 1) if a.label != b.label]
    assert [list(said[item]) for item in ITEMS[:3]] == [edges] * 3
    assert list(said["turn"]) == list(range(len(turns)))
    assert list(said["split"]) == [n for n, spoken in enumerate(turns) if len(spoken.words) > 1]
    assert all(0 <= chance <= 1 for chances in said.values() for chance in chances.values())
    for n in said["split"]:
        assert seen.lines[n].start < seen.place(n) < seen.lines[n].end


# Files


def test_models_survive_their_files(tmp_path, monkeypatch, forest):
    _, packed = forest
    chain = {"bias": BIAS, "weights": WEIGHTS, "leaning": LEANING, "first_wrong": np.array(FIRST_WRONG)}
    rng = np.random.default_rng(5)
    tables = [rng.integers(-127, 128, (64, boundary.ASKED)).astype(np.int8) for _ in range(2)]
    save(tmp_path, "made by a test", Boundary(Lexicon(["да", "нет"], ["INFN"]), *tables), chain, dict.fromkeys(ITEMS, packed))
    monkeypatch.setattr(speakers_models, "files", lambda _: tmp_path)
    read = models.__wrapped__()
    assert (read.boundary.lexicon.words, read.boundary.lexicon.tags) == (("да", "нет"), ("INFN",))
    assert (read.boundary.general == tables[0]).all()
    assert (read.boundary.exact == tables[1]).all()
    lines = [Line(0, 3, 0, 12), Line(3, 5, 1, 9)]
    case = lines, rng.normal(0, 1, (5, boundary.SEEN + 1)), rng.normal(0, 1, (5, 2)), [False] * 5
    assert read.chain.run(*case).wrong == pytest.approx(CHAIN.run(*case).wrong)
    rows = rng.normal(0, 2, (20, 5))
    assert read.trees.keys() == set(ITEMS)
    assert read.trees["turn"].log_odds(rows) == pytest.approx(packed.log_odds(rows))


def test_the_models_of_the_package_fit_the_program():
    trained = models()
    for table in (trained.boundary.general, trained.boundary.exact):
        assert table.shape == (1 << boundary.BITS, boundary.ASKED)
        assert table.dtype == np.int8
        assert table.any()
    turns = list(spoken_turns(call(RUSSIAN), {"a": 0, "b": 1}))
    seen = facts(trained.boundary, trained.chain, stretch_of(turns))
    columns = {"edge": len(seen.edge(1)), "split": len(seen.split(1)), "turn": len(seen.turn(1))}
    for item, trees in trained.trees.items():
        for tree in range(len(trees.feature)):
            reached = [0]
            for node in reached:
                assert np.isfinite(trees.value[tree, node])
                if trees.feature[tree, node] >= 0:
                    assert trees.feature[tree, node] < columns[item.partition("_")[0]]
                    assert np.isfinite(trees.limit[tree, node])
                    assert node < trees.left[tree, node] < trees.feature.shape[1] - 1
                    reached += [trees.left[tree, node], trees.left[tree, node] + 1]


def test_the_models_of_the_package_are_small():
    folder = files("annotator.detectors")
    sizes = [len(file.read_bytes()) for file in folder.iterdir() if file.name.endswith((".npz", ".json"))]
    assert len(sizes) >= 4
    assert sum(sizes) < 6e6


# Training


@pytest.fixture(scope="module")
def train():
    pytest.importorskip("scipy")
    path = Path(__file__).parents[2] / "packaging" / "train_speakers.py"
    spec = importlib.util.spec_from_file_location("train_speakers", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["train_speakers"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["train_speakers"]


def test_training_and_run_time_read_words_alike(train):
    text = "Ёлка, да — я I’m [вот] приеду?"
    tokens = train.tokens(text, 0)
    stretch = stretch_of(list(spoken_turns(call(f"a {text}"), {"a": 0})))
    assert [token.word for token in tokens] == stretch.words
    assert [token.mark for token in tokens] == stretch.marks


def test_corrupted_labels_are_told_from_right_ones(train):
    talk = [[train.Token(f"слово{n}", n % 2, boundary.NONE, k == 7) for k in range(8)] for n in range(60)]
    rng = train.random.Random(5)
    for _ in range(20):
        lines, wrong = train.mislabel(talk, rng)
        assert [line.start for line in lines[1:]] == [line.end for line in lines[:-1]]
        assert lines[-1].end == len(wrong) == 480
        given = [line.label for line in lines for _ in range(line.end - line.start)]
        true = [n % 2 for n in range(60) for _ in range(8)]
        assert [int(a != b) for a, b in zip(given, true, strict=True)] == list(wrong)
