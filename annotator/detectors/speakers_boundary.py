"""How likely a change of speaker, the end of a sentence and the end of a question are at each gap between two words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from annotator.detectors.speakers_words import Code, Lexicon

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

BITS = 20
UNIT = 32
"""Weights are stored in 1/UNIT."""
LIMIT = 8.0

_FIELD = 20
_LOW, _HALF = (1 << _FIELD) - 1, 1 << (_FIELD - 1)
FIELDS = np.array([0, _FIELD, 2 * _FIELD])
"""Where the three weights stand in a packed number."""

CHANGE, SENTENCE, QUESTION, EXACT_CHANGE, EXACT_SENTENCE, EXACT_QUESTION, SEEN = range(7)
"""Columns of `Boundary.gaps`: log-odds by grammar and frequent words, then by all words, and the share of features known."""
ASKED = 3
"""So many questions each model answers."""

WORD, FULL, TAG, AGREE, PERSON, ASKS, ECHO, MARK = range(8)
_OFFSETS = range(-8, 6)

# Each template is one feature of a gap: parts (layer, offset); offset -1 is the word before the gap, 0 the word after it.
# Layers from AGREE on belong to the gap itself.
_NEAR: tuple[tuple[tuple[int, int], ...], ...] = (
    ((WORD, -1),), ((WORD, -2),), ((WORD, -3),), ((WORD, 0),), ((WORD, 1),), ((WORD, 2),),
    ((WORD, -2), (WORD, -1)), ((WORD, 0), (WORD, 1)), ((WORD, -1), (WORD, 0)), ((WORD, -2), (WORD, 0)), ((WORD, -1), (WORD, 1)),
    ((WORD, -3), (WORD, -2), (WORD, -1)), ((WORD, 0), (WORD, 1), (WORD, 2)),
    ((WORD, -2), (WORD, -1), (WORD, 0)), ((WORD, -1), (WORD, 0), (WORD, 1)),
    ((WORD, -1), (TAG, 0)), ((TAG, -1), (WORD, 0)),
    ((PERSON, 0), (WORD, 0)), ((ASKS, 0), (WORD, 0)), ((MARK, 0), (WORD, 0)), ((MARK, 0), (WORD, -1)),
)  # fmt: skip
_GRAMMAR: tuple[tuple[tuple[int, int], ...], ...] = (
    ((TAG, -1),), ((TAG, 0),), ((TAG, -1), (TAG, 0)), ((TAG, -2), (TAG, -1)), ((TAG, 0), (TAG, 1)),
    ((TAG, -2), (TAG, -1), (TAG, 0)), ((TAG, -1), (TAG, 0), (TAG, 1)),
    ((TAG, -3), (TAG, -2), (TAG, -1)), ((TAG, 0), (TAG, 1), (TAG, 2)),
    ((AGREE, 0),), ((AGREE, 0), (TAG, 0)), ((PERSON, 0),), ((ASKS, 0),), ((ECHO, 0),), ((MARK, 0),),
)  # fmt: skip
GENERAL = (*_GRAMMAR, *_NEAR)
EXACT = (*_GRAMMAR, *(tuple((FULL if layer == WORD else layer, at) for layer, at in parts) for parts in _NEAR))
"""Templates of the two models: of frequent words and grammar, which hold for any talk, and of all words."""

_BEFORE, _AFTER = 1000, 1001

NO_MARKS, NONE, COMMA, STOP, ASKING, DASH = range(6)
MARKS = {",": COMMA, ";": COMMA, ":": COMMA, ".": STOP, "!": STOP, "…": STOP, "?": ASKING, "-": DASH, "—": DASH, "–": DASH}


def mark(text: str) -> int:
    """Return what punctuation stands at the end of `text`."""
    return MARKS.get(text.rstrip("\"'»”)]")[-1:], NONE)


def layers(lexicon: Lexicon, codes: Sequence[Code], marks: Sequence[int]) -> tuple[Ints, ...]:
    """Return the values of every layer; the word layers (WORD, FULL, TAG) are padded for `_OFFSETS` on both sides.

    `marks` is the punctuation after each word, NO_MARKS throughout where the text has none.
    """
    table = np.array(codes, np.int64)
    word, full, tag, whom, asks, _ = table.T
    n = len(codes)
    left, right = -_OFFSETS.start, _OFFSETS.stop

    def count(flags: Ints, start: int, stop: int) -> Ints:
        """Of the words from `start` to `stop` beside each gap, how many have the flag, two at most."""
        total = np.concatenate(([0], np.cumsum(flags)))
        gap = np.arange(n)
        counts: Ints = np.minimum(2, total[np.clip(gap + stop, 0, n)] - total[np.clip(gap + start, 0, n)])
        return counts

    first, second = (whom == 1).astype(np.int64), (whom == 2).astype(np.int64)
    person = 27 * count(first, -7, 0) + 9 * count(second, -7, 0) + 3 * count(first, 0, 7) + count(second, 0, 7)
    padded = [np.pad(layer, (left, right)) for layer in (word, full, tag)]
    at = padded[1]
    here, before, far = at[left:-right], at[left - 1 : -right - 1], at[left - 2 : -right - 2]
    following = at[left + 1 : n + left + 1]
    echo = np.where(here == before, 1, np.where(here == far, np.where(following == before, 3, 2), 0))
    return (
        *padded,
        np.array([0, *(lexicon.agreement(a, b) for a, b in pairwise(codes))], np.int64),
        person,
        3 * count(asks, -9, 0) + count(asks, 0, 4),
        echo,
        np.array([NO_MARKS, *marks[:-1]], np.int64),
    )


def _hashed(number: int, *values: Ints) -> NDArray[np.uint32]:
    """Return the places of feature `number` with these values in a table of 2**BITS weights."""
    spread = np.uint64(0x9E3779B97F4A7C15)
    # Numbers and ids are all small: unmixed, those of one feature would fall on the places of another.
    key = np.full(values[0].shape, number, np.uint64) * spread
    key ^= key >> np.uint64(29)
    for value in values:
        key = (key ^ value.astype(np.uint64)) * spread
        key ^= key >> np.uint64(29)
    return ((key * spread) >> np.uint64(64 - BITS)).astype(np.uint32)


def features(templates: Sequence[tuple[tuple[int, int], ...]], values: Sequence[Ints]) -> NDArray[np.uint32]:
    """Return the places of the features of every gap: one row per gap.

    The first columns are those of the templates, the last the words around, wherever they stand.
    """
    n, left = len(values[AGREE]), -_OFFSETS.start

    def value(layer: int, offset: int) -> Ints:
        return values[layer][left + offset : left + offset + n] if layer in (WORD, FULL, TAG) else values[layer]

    around = next(layer for parts in templates for layer, _ in parts if layer in (WORD, FULL))
    columns = [_hashed(number, *(value(*part) for part in parts)) for number, parts in enumerate(templates, 1)]
    columns += [_hashed(_AFTER if offset >= 0 else _BEFORE, value(around, offset)) for offset in _OFFSETS]
    return np.stack(columns, 1)


def answer(gaps: Floats, question: int) -> Floats:
    """Return the log-odds by both models together of CHANGE, SENTENCE or QUESTION, one per gap."""
    both: Floats = (gaps[:, question] + gaps[:, question + ASKED]) / 2
    return both


class Boundary:
    """Two log-linear models, each answering the same three questions; their weights stand in tables found by hash.

    `general` and `exact` have a row of three weights, in 1/UNIT, for each place.
    """

    def __init__(self, lexicon: Lexicon, general: NDArray[np.int8], exact: NDArray[np.int8]):
        self.lexicon, self.general, self.exact = lexicon, general, exact
        self._weights: dict[tuple[int, int], float] = {}
        # Packed into one number, the three weights of a feature cost one look-up and one addition.
        self._packed = [(table.astype(np.int64) << FIELDS).sum(1) for table in (general, exact)]

    def word_weight(self, offset: int, code: Code) -> float:
        """Return what the word beside a gap alone says about a change of speaker; offset -1: the word before it, 0: after it."""
        weight = self._weights.get((offset, code.word))
        if weight is None:
            number = 1 + GENERAL.index(((WORD, offset),))
            weight = self._weights[offset, code.word] = float(self.general[_hashed(number, np.array([code.word]))[0], 0]) / UNIT
        return weight

    def gaps(self, codes: Sequence[Code], marks: Sequence[int]) -> Floats:
        """Return one row per word about the gap before it, see CHANGE ...; `marks` as in `layers`."""
        if not codes:
            return np.zeros((0, SEEN + 1))
        values = layers(self.lexicon, codes, marks)
        found = [packed[features(templates, values)] for packed, templates in zip(self._packed, (GENERAL, EXACT), strict=True)]
        answers = np.concatenate([_unpacked(each.sum(1)) for each in found], 1) / UNIT
        seen = ((found[1] & _LOW) != 0).mean(1, keepdims=True)
        return np.concatenate([np.clip(answers, -LIMIT, LIMIT), seen], 1)


def _unpacked(sums: Ints) -> Ints:
    """Return the three sums that stand in one number."""
    columns = []
    for _ in FIELDS:
        low = ((sums + _HALF) & _LOW) - _HALF
        columns.append(low)
        sums = (sums - low) >> _FIELD
    return np.stack(columns, 1)
