"""How likely a change of label is false, two people stand in a turn, and a turn is the other speaker's: features and trees."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.detectors.speakers_boundary import (
    CHANGE,
    EXACT_CHANGE,
    QUESTION,
    SEEN,
    SENTENCE,
    Floats,
    answer,
)
from annotator.detectors.speakers_cues import Cue
from annotator.detectors.speakers_labels import Line, Posterior, chunked

NEAR = 14
"""Words beside a change of label among which a better place is looked for."""

NONE = -9.0
"""What stands for log-odds where there is no place to have any."""

MOST_CUES = 4.0
ECHO = 3


class Trees(NamedTuple):
    """Boosted trees, one row each: a node goes on to node `left` where its feature is at most `limit`, else to the next one.

    A leaf has feature -1. Its `value` is in log-odds, and so is `base`.
    """

    base: Floats
    feature: NDArray[np.int16]
    limit: Floats
    left: NDArray[np.int16]
    value: NDArray[np.float32]

    def rescaled(self, scale: float, shift: float) -> Trees:
        """Return trees whose log-odds are these, scaled and then shifted."""
        return self._replace(base=self.base * scale + shift, value=(self.value * scale).astype(np.float32))

    def log_odds(self, rows: Floats) -> Floats:
        """Return what the trees say of each row of features."""
        tree = np.arange(len(self.feature))
        at = np.zeros((len(rows), len(self.feature)), np.int64)
        row = np.arange(len(rows))[:, None]
        while True:
            feature = self.feature[tree, at]
            inner = feature >= 0
            if not inner.any():
                odds: Floats = self.base + self.value[tree, at].sum(1, dtype=np.float64)
                return odds
            at = np.where(inner, self.left[tree, at] + (rows[row, feature] > self.limit[tree, at]), at)


def logit(p: float) -> float:
    p = min(1 - 1e-6, max(1e-6, p))
    return log(p / (1 - p))


class Facts:
    """What is known of a stretch of turns, gap by gap and line by line, for the features of its items.

    Per word: `leanings` of cues and of styles, in log-odds that the other speaker says it; `cut`, whether words to ignore stood
    before it.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        words: Sequence[str],
        gaps: Floats,
        posterior: Posterior,
        leanings: Floats,
        cues: Sequence[Cue],
        cut: Sequence[bool],
    ):
        self.lines, self.words, self.gaps, self.posterior = lines, words, gaps, posterior
        self.leanings, self.cues, self.cut = leanings, cues, cut
        self.change = answer(gaps, CHANGE)
        self.sentence = answer(gaps, SENTENCE)
        self.question = answer(gaps, QUESTION)
        self.false = posterior.pairs[:, 1] + posterior.pairs[:, 2]
        # Single values are read from lists, which is far quicker.
        self._changes, self._sentences, self._questions = self.change.tolist(), self.sentence.tolist(), self.question.tolist()
        self._differ, self._seen = (gaps[:, EXACT_CHANGE] - gaps[:, CHANGE]).tolist(), gaps[:, SEEN].tolist()
        self._false, self._wrong = self.false.tolist(), posterior.wrong.tolist()
        self._chances = (1 / (1 + np.exp(-self.change))).tolist()
        self._totals = [(0.0, 0.0), *map(tuple, np.cumsum(leanings, 0).tolist())]
        self.wide = chunked(lines)
        self.size = [line.end - line.start for line in lines]
        self.whole = [logit(posterior.stays(line.start, line.end, True)) for line in lines]
        edges = [line.start for before, line in pairwise(lines) if line.label != before.label]
        self.call = (
            float(self.false[edges].mean()) if edges else 0.0,
            len(words) / len(lines),
            sum(self.wide) / len(lines),
            float(gaps[:, SEEN].mean()),
            len(edges) / len(lines),
        )

    def edge(self, n: int) -> list[float]:
        """The change of label before line n."""
        before, line = self.lines[n - 1], self.lines[n]
        i = line.start
        tail = self._best(max(before.start + 1, i - NEAR), i)
        head = self._best(i + 1, min(line.end, i + 1 + NEAR))
        pairs = self.posterior.pairs[i].tolist()
        return [
            logit(self._false[i]), logit(pairs[1]), logit(pairs[2]), *self._at(i), self._seen[i],
            tail[0], tail[0] - self._changes[i], tail[1], i - tail[2],
            head[0], head[0] - self._changes[i], head[1], head[2] - i,
            self._length(n - 2), self._length(n - 1), self._length(n), self._length(n + 1), before.size, line.size,
            *self._border(n - 1), *self._border(n + 1), self.whole[n - 1], self.whole[n],
            *self._lean(before.start, before.end), *self._lean(line.start, line.end),
            self.wide[n - 1] + 2 * self.wide[n], self._echo(i), self.cut[i], *self.call,
        ]  # fmt: skip

    def split(self, n: int) -> list[float]:
        """Line n, of two words or more: whether another speaker begins in it."""
        line = self.lines[n]
        start, end = line.start, line.end
        inside = slice(start + 1, end)
        at = self.place(n)
        order = sorted(self._changes[inside])
        strongest, sentence, place = self._best(start + 1, end)
        one = self.posterior.stays(start, end, False) + self.posterior.stays(start, end, True)
        return [
            logit(self._false[at]), logit(1 - one), sum(self._false[inside]),
            *self._at(at), self._seen[at], at - start, end - at,
            strongest, sentence, place - start, end - place, order[-2] if len(order) > 1 else NONE,
            sum(self._chances[inside]), max(self._sentences[inside]), max(self._questions[inside]),
            self.size[n], line.size, self._length(n - 1), self._length(n + 1), *self._border(n), *self._border(n + 1),
            logit(self._wrong[start]), logit(self._wrong[end - 1]),
            *self._lean(start, at), *self._lean(at, end), float(self.wide[n]), *self.call,
        ]  # fmt: skip

    def turn(self, n: int) -> list[float]:
        """Line n: whether all of it is the other speaker's."""
        start, end = self.lines[n].start, self.lines[n].end
        return [
            self.whole[n], sum(self._wrong[start:end]) / (end - start),
            self.size[n], self._length(n - 1), self._length(n + 1), self._length(n - 2), self._length(n + 2),
            *self._border(n), *self._border(n + 1), *self._border(n - 1)[:2], *self._border(n + 2)[:2],
            self._questions[start], self._questions[end] if n + 1 < len(self.lines) else NONE,
            max(self._false[start + 1 : end], default=0.0),
            *self._lean(start, end), float(self.wide[n]), *self.call,
        ]  # fmt: skip

    def place(self, n: int) -> int:
        """Return the word of line n at which another speaker begins, if one does."""
        line = self.lines[n]
        inside: list[float] = self._false[line.start + 1 : line.end]
        return line.start + 1 + inside.index(max(inside))

    def _length(self, n: int) -> int:
        return self.size[n] if 0 <= n < len(self.lines) else 0

    def _at(self, i: int) -> tuple[float, ...]:
        return self._changes[i], self._sentences[i], self._questions[i], self._differ[i]

    def _border(self, n: int) -> tuple[float, ...]:
        """What is known of the gap before line n, wherever there is one; first whether the label changes."""
        if not 0 < n < len(self.lines):
            return -1, NONE, NONE, 0.5
        i = self.lines[n].start
        return int(self.lines[n].label != self.lines[n - 1].label), self._changes[i], self._sentences[i], self._false[i]

    def _best(self, start: int, end: int) -> tuple[float, float, int]:
        """Return the strongest change at the gaps start..end, its sentence end, and where it is."""
        if start >= end:
            return NONE, NONE, -1
        inside = self._changes[start:end]
        at = start + inside.index(max(inside))
        return self._changes[at], self._sentences[at], at

    def _lean(self, start: int, end: int) -> tuple[float, float]:
        """Return the cues of words start..end together, and their mean style."""
        (cues, styles), (cues_before, styles_before) = self._totals[end], self._totals[start]
        return cues - cues_before, (styles - styles_before) / (end - start)

    def _echo(self, i: int) -> int:
        """Return how many words before gap i stand again after it: an echo, or words that a recogniser carried over."""
        return next((k for k in range(ECHO, 0, -1) if self.words[max(0, i - k) : i] == self.words[i : i + k]), 0)


def styles(lines: Sequence[Line], words: Sequence[str]) -> Floats:
    """Return per word how much rather the other speaker uses it than its own, in log-odds; its own line does not count.

    Both are shrunk towards how often the word is said in the call at all: a naive Bayes classifier that leaves one line out.
    """
    shrink, most = 8.0, 2.0
    ids: dict[str, int] = {}
    word = np.array([ids.setdefault(each, len(ids)) for each in words], np.int64)
    sizes = np.array([line.end - line.start for line in lines])
    label = np.repeat([line.label for line in lines], sizes)
    line = np.repeat(np.arange(len(lines)), sizes)
    said = np.stack([np.bincount(word[label == who], minlength=len(ids)) for who in (0, 1)])
    _, place, counts = np.unique(line * len(ids) + word, return_inverse=True, return_counts=True)
    own, other, here = said[label, word], said[1 - label, word], counts[place.reshape(-1)]
    totals = said.sum(1)
    base = shrink * (own + other) / len(words)
    by_other = (other + base) / (totals[1 - label] + shrink)
    by_own = (own - here + base) / (totals[label] - sizes[line] + shrink)
    result: Floats = np.clip(np.log(by_other / by_own), -most, most)
    return result
