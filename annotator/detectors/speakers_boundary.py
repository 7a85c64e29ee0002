"""How likely a change of speaker, the end of a sentence and the end of a question are at each gap between two words."""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Sequence
from itertools import accumulate
from operator import add
from typing import NamedTuple

from annotator.detectors.speakers_words import Code, Lexicon

BITS = 12
UNIT = 32
FIELD = 20
LEFT_BAG, RIGHT_BAG = 8, 6
PAD = 8
LIMIT = 8.0

WORD, TAG, AGREE, PERSON, QUESTION, ECHO, MARK = range(7)

# Each template is one feature of a gap: parts (layer, offset); offset -1 is the word before the gap, 0 the word after it.
# Layers from AGREE on belong to the gap itself.
TEMPLATES: tuple[tuple[tuple[int, int], ...], ...] = (
    (),
    ((WORD, -1),), ((WORD, -2),), ((WORD, -3),), ((WORD, 0),), ((WORD, 1),), ((WORD, 2),),
    ((WORD, -2), (WORD, -1)), ((WORD, 0), (WORD, 1)), ((WORD, -1), (WORD, 0)), ((WORD, -2), (WORD, 0)), ((WORD, -1), (WORD, 1)),
    ((WORD, -3), (WORD, -2), (WORD, -1)), ((WORD, 0), (WORD, 1), (WORD, 2)),
    ((WORD, -2), (WORD, -1), (WORD, 0)), ((WORD, -1), (WORD, 0), (WORD, 1)),
    ((TAG, -1),), ((TAG, 0),), ((TAG, -1), (TAG, 0)), ((TAG, -2), (TAG, -1)), ((TAG, 0), (TAG, 1)),
    ((TAG, -2), (TAG, -1), (TAG, 0)), ((TAG, -1), (TAG, 0), (TAG, 1)),
    ((TAG, -3), (TAG, -2), (TAG, -1)), ((TAG, 0), (TAG, 1), (TAG, 2)),
    ((WORD, -1), (TAG, 0)), ((TAG, -1), (WORD, 0)),
    ((AGREE, 0),), ((AGREE, 0), (TAG, 0)), ((PERSON, 0),), ((PERSON, 0), (WORD, 0)),
    ((QUESTION, 0),), ((QUESTION, 0), (WORD, 0)), ((ECHO, 0),),
    ((MARK, 0),), ((MARK, 0), (WORD, 0)), ((MARK, 0), (WORD, -1)),
)  # fmt: skip
BEFORE, AFTER = len(TEMPLATES), len(TEMPLATES) + 1

NO_MARKS, NONE, COMMA, STOP, ASKS, DASH = range(6)
MARKS = {",": COMMA, ";": COMMA, ":": COMMA, ".": STOP, "!": STOP, "…": STOP, "?": ASKS, "-": DASH, "—": DASH, "–": DASH}


def mark(text: str) -> int:
    """Return what punctuation stands at the end of `text`."""
    return MARKS.get(text.rstrip("\"'»”)]")[-1:], NONE)


class Gap(NamedTuple):
    """Log-odds of a change of speaker, of a sentence end and of a question end at one gap."""

    change: float
    sentence: float
    question: float


def layers(lexicon: Lexicon, codes: Sequence[Code], words: Sequence[str], marks: Sequence[int]) -> tuple[list[int], ...]:
    """Return the values of every layer; word layers are padded with PAD zeros on both sides, gap layers start with the first word.

    `words` are in normal form; `marks` is the punctuation after each word, NO_MARKS throughout where the text has none.
    """
    n = len(codes)
    pad = [0] * PAD
    first = list(accumulate((c.person == 1 for c in codes), initial=0))
    second = list(accumulate((c.person == 2 for c in codes), initial=0))
    asks = list(accumulate((c.asks for c in codes), initial=0))
    person, question = [], []
    for i in range(n):
        back, far, ahead = max(0, i - 7), max(0, i - 9), min(n, i + 7)
        person.append(
            27 * min(2, first[i] - first[back]) + 9 * min(2, second[i] - second[back])
            + 3 * min(2, first[ahead] - first[i]) + min(2, second[ahead] - second[i])
        )  # fmt: skip
        question.append(3 * min(2, asks[i] - asks[far]) + min(2, asks[min(n, i + 4)] - asks[i]))
    echo = [0] * n
    for i in range(1, n):
        if words[i] == words[i - 1]:
            echo[i] = 1
        elif i > 1 and words[i] == words[i - 2]:
            echo[i] = 3 if i + 1 < n and words[i + 1] == words[i - 1] else 2
    return (
        [*pad, *(c.word for c in codes), *pad],
        [*pad, *(c.tag for c in codes), *pad],
        [0, *map(lexicon.agreement, codes, codes[1:])],
        person,
        question,
        echo,
        [NO_MARKS, *marks[:-1]],
    )


def shifted(layer: int, values: Sequence[int], offset: int, n: int) -> Sequence[int]:
    """Return the values that a part (layer, offset) has at gaps 0..n-1; gap i stands before word i."""
    return values[PAD + offset : PAD + offset + n] if layer in (WORD, TAG) else values


class Boundary:
    """The log-linear model.

    The weights of the three questions are packed into one number, so that a feature costs one look-up and one addition.
    """

    def __init__(self, lexicon: Lexicon, weights: dict[int, int]):
        self.lexicon = lexicon
        self.weights = weights

    def word_weight(self, offset: int, code: Code) -> float:
        """Return what the word beside a gap alone says about a change of speaker; offset -1: the word before it, 0: after it."""
        number = TEMPLATES.index(((WORD, offset),))
        return unpack(self.weights.get((number << 3 * BITS) + code.word, 0)).change

    def gaps(self, codes: Sequence[Code], words: Sequence[str], marks: Sequence[int]) -> list[Gap]:
        """Return one Gap per word: the gap before it. See `layers` for the arguments."""
        n = len(codes)
        values = layers(self.lexicon, codes, words, marks)
        get = self.weights.get
        totals = [get(0, 0)] * n
        for number, parts in enumerate(TEMPLATES[1:], 1):
            base = number << 3 * BITS
            columns = [shifted(layer, values[layer], offset, n) for layer, offset in parts]
            match columns:
                case [a]:
                    found = [get(base + x, 0) for x in a]
                case [a, b]:
                    found = [get(base + (x << BITS) + y, 0) for x, y in zip(a, b, strict=True)]
                case [a, b, c]:
                    found = [get(base + (x << 2 * BITS) + (y << BITS) + z, 0) for x, y, z in zip(a, b, c, strict=True)]
            totals = list(map(add, totals, found))
        word_ids = values[WORD][PAD : PAD + n]
        before = list(accumulate((get((BEFORE << 3 * BITS) + x, 0) for x in word_ids), initial=0))
        after = list(accumulate((get((AFTER << 3 * BITS) + x, 0) for x in word_ids), initial=0))
        return [
            unpack(total + before[i] - before[max(0, i - LEFT_BAG)] + after[min(n, i + RIGHT_BAG)] - after[i])
            for i, total in enumerate(totals)
        ]


def pack(change: int, sentence: int, question: int) -> int:
    """Pack three signed weights, in 1/UNIT, into one number; packed numbers can be added."""
    return change + (sentence << FIELD) + (question << 2 * FIELD)


def unpack_whole(packed: int) -> tuple[int, int, int]:
    """Return the three weights, in 1/UNIT."""
    half, size = 1 << (FIELD - 1), 1 << FIELD
    change = (packed + half) % size - half
    packed = (packed - change) >> FIELD
    sentence = (packed + half) % size - half
    return change, sentence, (packed - sentence) >> FIELD


def unpack(packed: int) -> Gap:
    change, sentence, question = (max(-LIMIT, min(LIMIT, whole / UNIT)) for whole in unpack_whole(packed))
    return Gap(change, sentence, question)


def to_bytes(weights: dict[int, int]) -> bytes:
    """Return the features as compressed arrays: little-endian keys of 8 bytes, then per question weights of 1 byte."""
    keys = sorted(weights)
    columns = [array("b", column) for column in zip(*(unpack_whole(weights[key]) for key in keys), strict=True)]
    head = array("q", keys)
    if sys.byteorder == "big":
        head.byteswap()
    return zlib.compress(head.tobytes() + b"".join(column.tobytes() for column in columns), 9)


def from_bytes(data: bytes) -> dict[int, int]:
    """Return the features that `to_bytes` wrote."""
    raw = zlib.decompress(data)
    n = len(raw) // 11
    keys = array("q", raw[: 8 * n])
    if sys.byteorder == "big":
        keys.byteswap()
    columns = (array("b", raw[(8 + k) * n : (9 + k) * n]) for k in range(3))
    return dict(zip(keys, map(pack, *columns), strict=True))
