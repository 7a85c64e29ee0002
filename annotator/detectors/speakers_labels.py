"""Which words carry the wrong speaker: a two-state chain along the call, right or wrong, from the labels and the gaps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from math import exp
from typing import NamedTuple

import numpy as np

from annotator.detectors.speakers_boundary import (
    CHANGE,
    EXACT_CHANGE,
    QUESTION,
    SEEN,
    SENTENCE,
    Floats,
    answer,
)

INSIDE, NEAR_START, NEAR_END, SAME, OTHER, SHORT_AFTER, SHORT_BEFORE, CHUNK_INSIDE, CHUNK_SAME, CHUNK_OTHER = range(10)
"""What a gap between two words is to the labels: inside a turn, or between turns of the same or of the other speaker."""

TYPES = CHUNK_OTHER + 1

NEAR = 5
SHORT = 3
SURELY_NO_END = -2.0
SURELY_RIGHT = 1e-9


class Line(NamedTuple):
    """A turn in the stream: words start..end (half open), the speaker as 0 or 1, and how many characters it has."""

    start: int
    end: int
    label: int
    size: int


def chunked(lines: Sequence[Line]) -> list[bool]:
    """Tell of each line whether it belongs to a stretch that was cut by width and not by speech."""
    result = []
    for n, line in enumerate(lines):
        near = [other.size for other in lines[max(0, n - 3) : n + 4]]
        middle = sorted(near)[len(near) // 2]
        even = [abs(size - middle) <= middle / 4 for size in near]
        result.append(middle >= 50 and abs(line.size - middle) <= middle / 4 and sum(even) >= max(4, len(near) - 2))
    return result


def gap_types(lines: Sequence[Line]) -> list[int]:
    """Return the type of the gap before each word."""
    wide = chunked(lines)
    types: list[int] = []
    for n, line in enumerate(lines):
        before = lines[n - 1] if n else None
        after = lines[n + 1] if n + 1 < len(lines) else None
        length = line.end - line.start
        inside = [CHUNK_INSIDE if wide[n] else INSIDE] * length
        if not wide[n]:
            if after is not None and after.label != line.label:
                inside[-NEAR:] = [NEAR_END] * min(NEAR, length)
            if before is not None and before.label != line.label:
                head = min(NEAR + 1, (length + 2) // 2)
                inside[:head] = [NEAR_START] * head
        if before is None:
            inside[0] = SAME
        elif wide[n] and wide[n - 1]:
            inside[0] = CHUNK_SAME if before.label == line.label else CHUNK_OTHER
        elif before.label == line.label:
            inside[0] = SAME
        elif length <= SHORT:
            inside[0] = SHORT_AFTER
        elif before.end - before.start <= SHORT:
            inside[0] = SHORT_BEFORE
        else:
            inside[0] = OTHER
        types += inside
    return types


def evidence(gaps: Floats) -> Floats:
    """Return what the chain weighs about a true change at each gap."""
    sentence = answer(gaps, SENTENCE)
    return np.stack(
        [
            gaps[:, CHANGE],
            gaps[:, EXACT_CHANGE],
            gaps[:, EXACT_CHANGE] * gaps[:, SEEN],
            sentence,
            np.minimum(sentence, SURELY_NO_END),
            answer(gaps, QUESTION),
        ],
        1,
    )


EVIDENCE = 6
"""How many columns `evidence` has."""


class Chain:
    """The weights per type of gap: a bias for each pair of states, and weights of `evidence` for a true change of speaker.

    `leaning` weighs what tells of a single word that the other speaker says it: first cues, then styles.
    """

    def __init__(self, bias: Floats, weights: Floats, leaning: Floats, first_wrong: float):
        self._bias, self._weights, self._leaning, self._first_wrong = np.exp(bias), weights, leaning, first_wrong

    def run(self, lines: Sequence[Line], gaps: Floats, leanings: Floats, decided: Sequence[bool]) -> Posterior:
        """Weigh one stretch of turns of two speakers.

        Per word: `gaps` as `Boundary.gaps` gives them; `leanings` in log-odds, one column for cues and one for styles;
        `decided`, whether a person has decided who says it.
        """
        types = np.array(gap_types(lines))
        change = np.exp((evidence(gaps) * self._weights[types]).sum(1))
        moves = self._bias[types]
        changes = np.zeros(len(types), bool)
        changes[[line.start for before, line in pairwise(lines) if line.label != before.label]] = True
        moves[:, (0, 3)] *= np.where(changes, change, 1.0)[:, None]
        moves[:, (1, 2)] *= np.where(changes, 1.0, change)[:, None]
        wrong = np.where(decided, SURELY_RIGHT, np.exp(leanings @ self._leaning))
        moves[:, (1, 3)] *= wrong[:, None]
        moves /= moves.sum(1, keepdims=True)
        first = self._first_wrong * wrong[0]
        return Posterior(list(map(tuple, moves.tolist())), float(first / (1 - self._first_wrong + first)))


class Posterior:
    """What the chain makes of a stretch: probabilities of states and of moves between them.

    A move is a tuple of weights: right to right, right to wrong, wrong to right, wrong to wrong.
    """

    def __init__(self, moves: Sequence[tuple[float, ...]], first_wrong: float):
        # Both passes carry the odds of wrong against right; scales cancel out.
        odds = first_wrong / (1 - first_wrong)
        forward = [odds]
        for rr, rw, wr, ww in moves[1:]:
            odds = (rw + odds * ww) / (rr + odds * wr)
            forward.append(odds)
        odds = 1.0
        backward = [odds]
        for rr, rw, wr, ww in reversed(moves[1:]):
            odds = (wr + odds * ww) / (rr + odds * rw)
            backward.append(odds)
        backward.reverse()
        f, b = (np.stack([1 / (1 + ratio), ratio / (1 + ratio)], 1) for ratio in (np.array(forward), np.array(backward)))
        both = f * b
        self.wrong: Floats = both[:, 1] / both.sum(1)
        """Per word, how likely its label is wrong."""
        ahead = np.array(moves).reshape(-1, 2, 2) * b[:, None, :]
        pairs = np.concatenate([f[:1], f[:-1]])[:, :, None] * ahead
        self.pairs: Floats = (pairs / pairs.sum((1, 2), keepdims=True)).reshape(-1, 4)
        """Per word, the probabilities of the four moves from the word before it."""
        keeps = np.log(np.maximum(1e-12, np.diagonal(ahead, axis1=1, axis2=2) / ahead.sum(2)))
        keeps[0] = 0
        self._keeps = np.cumsum(keeps, 0)

    @cached_property
    def follows(self) -> Floats:
        """Per word, how likely it is wrong if the word before it is."""
        follows: Floats = self.pairs[:, 3] / np.maximum(1e-12, self.pairs[:, 2] + self.pairs[:, 3])
        return follows

    @cached_property
    def precedes(self) -> Floats:
        """Per word, how likely the word before it is wrong if it is wrong itself."""
        precedes: Floats = self.pairs[:, 3] / np.maximum(1e-12, self.pairs[:, 1] + self.pairs[:, 3])
        return precedes

    def stays(self, start: int, end: int, wrong: bool) -> float:
        """Return how likely all of words start..end (half open) are right, or all wrong."""
        state = int(wrong)
        chance = max(1e-12, self.wrong[start] if wrong else 1 - self.wrong[start])
        return float(chance * exp(self._keeps[end - 1, state] - self._keeps[start, state]))
