"""Learning from the reviewer: what finished calls of a project teach the speakers detector, on the machine of its user.

A finished call says of every label of its source whether it was right. The boundary models are trained on with its words,
and the confidences are fitted to what became of its labels. What was learned is kept only where it does better on calls that
it was not learned from.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from math import log
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

import numpy as np

from annotator.core.model import Transcript, Turn
from annotator.core.text import normal, words
from annotator.detectors.base import Progress
from annotator.detectors.learning import LEAST_CALLS, LEAST_EDGES, Measure, Outcome
from annotator.detectors.speakers_boundary import BITS, EXACT, GENERAL, UNIT, Boundary, Floats, features, layers
from annotator.detectors.speakers_labels import Line
from annotator.detectors.speakers_models import ITEMS, Models, facts, judge, models
from annotator.detectors.speakers_score import Facts, logit
from annotator.detectors.speakers_stream import Stretch, talkers, unmarked, word_of

TABLES = {"general": GENERAL, "exact": EXACT}
FOLDS = 5
EPOCHS = 3
RATE = 0.05
BATCH = 1024
WRONG = 0.8
"""A turn with so many wrong words is the other speaker's."""
SHRINK = 20.0
"""A confidence is fitted as if so many more items had shown it to be right as it is."""
BOUNDS = 3.0
"""Log-odds are scaled by no more than this, nor by less than its inverse, and moved by no more than this."""
LARGEST = 16 << 20
"""Bytes of what was learned, unpacked: all weights there are, and their places, take less."""


class Lesson(NamedTuple):
    """A finished call: the turns of its source in today's words, and who says each word."""

    stretch: Stretch
    true: Sequence[int]


class Lessons(NamedTuple):
    """What is added to the weights for a change of speaker, by their places, and scale and shift of log-odds per item."""

    places: Mapping[str, np.ndarray]
    added: Mapping[str, np.ndarray]
    scales: Mapping[str, tuple[float, ...]]


def lesson(transcript: Transcript) -> Lesson | None:
    """Return what a finished call teaches; None where it is no talk of two."""
    people = [speaker.id for speaker, _ in talkers(transcript)[:2]]
    if len(people) < 2:
        return None
    lines: list[Line] = []
    said: list[str] = []
    marks: list[int] = []
    true: list[int] = []
    number = 0
    for turn in transcript.visible:
        for text, origin in zip(words(turn.text), origins(transcript, turn), strict=True):
            word, after = word_of(text.text)
            source = transcript.source_turn(origin) if origin else None
            if not word or source is None or turn.speaker_id not in people or source.speaker_id not in people:
                continue
            if origin != number:
                lines.append(Line(len(said), len(said), people.index(source.speaker_id), len(source.text)))
                number = origin
            said.append(word)
            marks.append(after)
            true.append(people.index(turn.speaker_id))
            lines[-1] = lines[-1]._replace(end=len(said))
    if not said:
        return None
    nothing = [False] * len(said)
    return Lesson(Stretch(lines, said, unmarked(marks), nothing, nothing), true)


def origins(transcript: Transcript, turn: Turn) -> list[int]:
    """Return for each word of the turn the number of the source turn that it comes from, 0 where there is none."""
    source = [
        (normal(word.text), span.number)
        for span in turn.sources
        for word in words(transcript.source_turn(span.number).text[span.start : span.end])
    ]
    ours = [normal(word.text) for word in words(turn.text)]
    if not source:
        return [0] * len(ours)
    found = [0] * len(ours)
    for _, start, end, first, last in SequenceMatcher(None, ours, [word for word, _ in source], autojunk=False).get_opcodes():
        for k in range(start, end):
            found[k] = source[min(first + k - start, max(first, last - 1), len(source) - 1)][1]
    return found


def learn(calls: Sequence[Transcript]) -> Iterator[Progress | Outcome]:
    """Learn from finished calls; the last item yielded is the outcome."""
    lessons = [found for call in calls if (found := lesson(call))]
    size = sum(len(each.true) for each in lessons)
    base = models()
    total = min(FOLDS, len(lessons)) + 2
    yield Progress(0, total)
    before = [_items(base, each) for each in lessons]
    edges = sum(len(rows["edge"][0]) for rows in before)
    if len(lessons) < LEAST_CALLS or edges < LEAST_EDGES:
        yield Outcome(None, len(lessons), size, {})
        return
    folds = min(FOLDS, len(lessons))
    after: list[dict[str, tuple[Floats, Floats]]] = [{}] * len(lessons)
    for fold in range(folds):
        yield Progress(fold + 1, total)
        taught = [n for n in range(len(lessons)) if n % folds != fold]
        model = _taught(base, [lessons[n] for n in taught], [before[n] for n in taught])
        for n in range(fold, len(lessons), folds):
            after[n] = _items(model, lessons[n])
    measures = {
        item: _measure([rows[item] for rows in before], [rows[item] for rows in after]) for item in ("edge", "split", "turn")
    }
    better = sum(m.items * (m.loss_before - m.loss_after) for m in measures.values()) > 0
    no_worse = measures["edge"].precision_after >= measures["edge"].precision_before
    yield Progress(folds + 1, total)
    data = _to_bytes(_lessons(base, lessons, before)) if better and no_worse else None
    yield Outcome(data, len(lessons), size, measures)


@lru_cache(maxsize=2)
def adapted(data: bytes) -> Models:
    """Return the models with what was learned.

    Raises ValueError where `data` are not what `learn` made, or were learned with other weights than the program now has.
    """
    base = models()
    try:
        with ZipFile(io.BytesIO(data)) as packed:
            if sum(each.file_size for each in packed.infolist()) > LARGEST:
                raise ValueError("packed to fill the memory")
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            learned = Lessons(
                {name: arrays[f"{name}_places"] for name in TABLES},
                {name: arrays[f"{name}_added"] for name in TABLES},
                {item: tuple(map(float, arrays[item])) for item in ITEMS},
            )
            fits = int(arrays["base"]) == _fingerprint(base)
    except (LookupError, TypeError, ArithmeticError, MemoryError, OSError, EOFError, RuntimeError, zlib.error, BadZipFile) as error:
        raise ValueError("not what was learned") from error
    if not fits or not _sound(learned):
        raise ValueError("learned with other weights")
    return _applied(base, learned)


def _sound(learned: Lessons) -> bool:
    """Tell whether the numbers are such as can be learned."""
    places = all(
        each.dtype == np.uint32
        and each.ndim == 1
        and (each < 1 << BITS).all()
        and added.dtype == np.int16
        and added.shape == each.shape
        for each, added in ((learned.places[name], learned.added[name]) for name in TABLES)
    )
    return places and all(
        len(pair) == 2 and 1 / BOUNDS <= pair[0] <= BOUNDS and abs(pair[1]) <= BOUNDS for pair in learned.scales.values()
    )


def _fingerprint(base: Models) -> int:
    """Return what tells these weights from others."""
    return zlib.crc32(base.boundary.exact.tobytes(), zlib.crc32(base.boundary.general.tobytes()))


def _to_bytes(lessons: Lessons) -> bytes:
    arrays: dict[str, Any] = {item: np.array(pair) for item, pair in lessons.scales.items()}
    arrays["base"] = np.array(_fingerprint(models()))
    for name, places in lessons.places.items():
        arrays |= {f"{name}_places": places, f"{name}_added": lessons.added[name]}
    file = io.BytesIO()
    np.savez_compressed(file, allow_pickle=False, **arrays)
    return file.getvalue()


def _applied(base: Models, lessons: Lessons) -> Models:
    tables = {}
    for name in TABLES:
        tables[name] = getattr(base.boundary, name).copy()
        changed = tables[name][lessons.places[name], 0].astype(int) + lessons.added[name]
        tables[name][lessons.places[name], 0] = np.clip(changed, -127, 127)
    trees = {item: base.trees[item].rescaled(lessons.scales[item][0], lessons.scales[item][1]) for item in ITEMS}
    return Models(Boundary(base.boundary.lexicon, tables["general"], tables["exact"]), base.chain, trees)


def _taught(base: Models, lessons: Sequence[Lesson], before: Sequence[Mapping[str, tuple[Floats, Floats]]]) -> Models:
    return _applied(base, _lessons(base, lessons, before))


def _lessons(base: Models, lessons: Sequence[Lesson], before: Sequence[Mapping[str, tuple[Floats, Floats]]]) -> Lessons:
    """Return what these calls teach; the scales are fitted to what `base` says of the same calls, which it has not seen."""
    places, added = {}, {}
    lexicon = base.boundary.lexicon
    values = [layers(lexicon, [lexicon.code(word) for word in each.stretch.words], each.stretch.marks) for each in lessons]
    wanted = np.concatenate([[0, *(a != b for a, b in zip(each.true, each.true[1:], strict=False))] for each in lessons]).astype(
        float
    )
    for name, templates in TABLES.items():
        rows = np.concatenate([features(templates, each) for each in values])
        places[name], added[name] = _further(getattr(base.boundary, name)[:, 0], rows, wanted)
    scales: dict[str, tuple[float, ...]] = {}
    for item in ITEMS:
        odds, truth = (np.concatenate([rows[item][k] for rows in before]) for k in (0, 1))
        scales[item] = _scale(odds, truth)
    return Lessons(places, added, scales)


def _further(weights: np.ndarray, rows: np.ndarray, wanted: Floats) -> tuple[np.ndarray, np.ndarray]:
    """Train weights on with AdaGrad; return the places of those that change, and what is added to them."""
    used, inverse = np.unique(rows, return_inverse=True)
    columns = inverse.reshape(rows.shape)
    start = weights[used] / UNIT
    now, squares = start.copy(), np.full(len(used), 0.1)
    rng = np.random.default_rng(0)
    for _ in range(EPOCHS):
        order = rng.permutation(len(wanted))
        for at in range(0, len(order), BATCH):
            some = order[at : at + BATCH]
            error = 1 / (1 + np.exp(-now[columns[some]].sum(1))) - wanted[some]
            slope = np.bincount(columns[some].ravel(), np.repeat(error, rows.shape[1]), len(used))
            squares += slope * slope
            now -= RATE * slope / np.sqrt(squares)
    added = np.rint((now - start) * UNIT).astype(np.int16)
    return used[added != 0].astype(np.uint32), added[added != 0]


def _scale(odds: Floats, truth: Floats) -> tuple[float, float]:
    """Return a and b by which a * odds + b fits best, shrunk towards 1 and 0: Newton's method, with steps that always help."""

    def unfit(a: float, b: float) -> float:
        said = a * odds + b
        return float(np.logaddexp(0, np.where(truth > 0, -said, said)).sum() + SHRINK / 2 * ((a - 1) ** 2 + b**2))

    a, b = 1.0, 0.0
    for _ in range(20):
        p = 1 / (1 + np.exp(-np.clip(a * odds + b, -30, 30)))
        rest, weight = truth - p, p * (1 - p)
        slope = np.array([(rest * odds).sum() - SHRINK * (a - 1), rest.sum() - SHRINK * b])
        curve = np.array(
            [[(weight * odds * odds).sum() + SHRINK, (weight * odds).sum()], [(weight * odds).sum(), weight.sum() + SHRINK]]
        )
        step = np.linalg.solve(curve, slope)
        while np.abs(step).max() > 1e-9 and unfit(a + step[0], b + step[1]) > unfit(a, b):
            step /= 2
        a, b = a + float(step[0]), b + float(step[1])
    return min(BOUNDS, max(1 / BOUNDS, a)), min(BOUNDS, max(-BOUNDS, b))


def _items(trained: Models, each: Lesson) -> dict[str, tuple[Floats, Floats]]:
    """Return per item what the models say of a call, in log-odds, and what is true."""
    seen = facts(trained.boundary, trained.chain, each.stretch)
    said = judge(trained.trees, seen)
    result = {}
    for item, chances in said.items():
        truth = [float(truth_of(item, seen, each.true, n)) for n in chances]
        result[item] = np.array([logit(chance) for chance in chances.values()]), np.array(truth)
    return result


def truth_of(item: str, seen: Facts, true: Sequence[int], n: int) -> bool:
    """Return whether the item is true of line n (see ITEMS), where `true` tells who says each word."""
    line = seen.lines[n]
    match item:
        case "edge":
            return true[line.start] == true[line.start - 1]
        case "edge_tail":
            return true[line.start - 1] != seen.lines[n - 1].label
        case "edge_head":
            return true[line.start] != line.label
        case "split":
            return len(set(true[line.start : line.end])) > 1
        case "split_tail":
            return true[seen.place(n) - 1] != line.label
        case "split_head":
            return true[seen.place(n)] != line.label
        case _:
            return sum(speaker != line.label for speaker in true[line.start : line.end]) >= WRONG * (line.end - line.start)


def _measure(before: Sequence[tuple[Floats, Floats]], after: Sequence[tuple[Floats, Floats]]) -> Measure:
    old, new = (np.concatenate([odds for odds, _ in rows]) for rows in (before, after))
    truth = np.concatenate([found for _, found in before])
    return Measure(len(truth), int(truth.sum()), _loss(old, truth), _loss(new, truth), precision(old, truth), precision(new, truth))


def _loss(odds: Floats, truth: Floats) -> float:
    return float(np.logaddexp(0, np.where(truth > 0, -odds, odds)).mean()) if len(odds) else log(2)


def precision(odds: Floats, truth: Floats) -> float:
    """Return the average precision of the items ranked by their odds; 0 where none is true."""
    if not truth.any():
        return 0.0
    ranked = truth[np.argsort(-odds, kind="stable")]
    return float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1))[ranked > 0].mean())
