"""Which words carry the wrong speaker: a two-state chain along the call, right or wrong, from the labels and the gaps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import exp, log
from typing import NamedTuple

from annotator.detectors.speakers_boundary import Gap

INSIDE, NEAR_START, NEAR_END, SAME, OTHER, SHORT_AFTER, SHORT_BEFORE, CHUNK_INSIDE, CHUNK_SAME, CHUNK_OTHER = range(10)
"""What a gap between two words is to the labels: inside a turn, or between turns of the same or of the other speaker."""

NEAR = 5
SHORT = 3
SURELY_NO_END = -2.0


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


def evidence(gap: Gap) -> tuple[float, ...]:
    """Return what the chain weighs about a true change at a gap."""
    return gap.change, gap.sentence, gap.question, min(gap.sentence, SURELY_NO_END)


class Chain:
    """The weights per type of gap: a bias for each pair of states, and weights of `evidence` for a true change of speaker."""

    def __init__(self, bias: Sequence[Sequence[float]], weights: Sequence[Sequence[float]], first_wrong: float):
        self._bias = [tuple(map(exp, row)) for row in bias]
        self._weights = weights
        self._first_wrong = first_wrong

    def run(self, lines: Sequence[Line], gaps: Sequence[Gap]) -> Posterior:
        """Weigh one stretch of turns of two speakers; `gaps` has one entry per word."""
        moves: list[tuple[float, float, float, float]] = [(1.0, 0.0, 0.0, 1.0)]
        types = gap_types(lines)
        starts = {line.start for before, line in pairwise(lines) if line.label != before.label}
        for i in range(1, len(gaps)):
            right, breaks, mends, wrong = self._bias[types[i]]
            change = exp(sum(w * x for w, x in zip(self._weights[types[i]], evidence(gaps[i]), strict=True)))
            if i in starts:
                moves.append((right * change, breaks, mends, wrong * change))
            else:
                moves.append((right, breaks * change, mends * change, wrong))
        return Posterior(moves, self._first_wrong)


class Posterior:
    """What the chain makes of a stretch: probabilities of states and of moves between them.

    A move is a tuple of weights: right to right, right to wrong, wrong to right, wrong to wrong.
    """

    def __init__(self, moves: Sequence[tuple[float, float, float, float]], first_wrong: float):
        right, wrong = 1 - first_wrong, first_wrong
        forward = [(right, wrong)]
        for rr, rw, wr, ww in moves[1:]:
            right, wrong = right * rr + wrong * wr, right * rw + wrong * ww
            total = right + wrong
            right, wrong = right / total, wrong / total
            forward.append((right, wrong))
        right = wrong = 1.0
        backward = [(1.0, 1.0)]
        for rr, rw, wr, ww in reversed(moves[1:]):
            right, wrong = rr * right + rw * wrong, wr * right + ww * wrong
            total = right + wrong
            right, wrong = right / total, wrong / total
            backward.append((right, wrong))
        backward.reverse()
        self.wrong: list[float] = []
        """Per word, how likely its label is wrong."""
        for (fr, fw), (br, bw) in zip(forward, backward, strict=True):
            self.wrong.append(fw * bw / (fr * br + fw * bw))
        self._moves, self._forward, self._backward = moves, forward, backward

    def pair(self, i: int) -> tuple[float, float, float, float]:
        """Return the probabilities of the four moves from word i-1 to word i."""
        (fr, fw), (br, bw) = self._forward[i - 1], self._backward[i]
        rr, rw, wr, ww = self._moves[i]
        both = fr * rr * br, fr * rw * bw, fw * wr * br, fw * ww * bw
        total = sum(both)
        return both[0] / total, both[1] / total, both[2] / total, both[3] / total

    def stays(self, start: int, end: int, wrong: bool) -> float:
        """Return how likely all of words start..end (half open) are right, or all wrong."""
        chance = log(max(1e-12, self.wrong[start] if wrong else 1 - self.wrong[start]))
        for i in range(start + 1, end):
            chance += log(max(1e-12, self.follows(i, wrong, wrong)))
        return exp(chance)

    def follows(self, i: int, before: bool, after: bool) -> float:
        """Return how likely word i is wrong (or right) given what word i-1 is."""
        rr, rw, wr, ww = self._moves[i]
        br, bw = self._backward[i]
        right, wrong = (wr * br, ww * bw) if before else (rr * br, rw * bw)
        return (wrong if after else right) / (right + wrong)

    def precedes(self, i: int, before: bool, after: bool) -> float:
        """Return how likely word i-1 is wrong (or right) given what word i is."""
        rr, rw, wr, ww = self._moves[i]
        fr, fw = self._forward[i - 1]
        right, wrong = (fr * rw, fw * ww) if after else (fr * rr, fw * wr)
        return (wrong if before else right) / (right + wrong)
