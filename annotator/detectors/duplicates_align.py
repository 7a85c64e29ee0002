"""Where a call says the same words twice: the words of the visible turns as one stream, aligned with itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, count, pairwise
from operator import eq
from typing import NamedTuple

from annotator.core.finding import Span
from annotator.core.model import SpeakerId, Turn, TurnId
from annotator.core.text import normal, words
from annotator.detectors.base import Progress

GAP = 80
"""So many words at most stand between two copies: four hypotheses of a full turn of about 20 words."""

LAG = 200
"""So many words at most stand between the starts of two copies: more than anyone says in a minute."""

_REMEMBERED = 200_000
_STEM = 4
_SHORT = 3
_BLOCK = 2000
"""So many words are indexed at a time: a small index is quicker, and progress is seen in between."""

_NEAR = {1: 1, 2: 8, 3: 25}
"""The widest gap at which a copy of so few words is looked at: short ones come again everywhere by chance."""

_STEPS = ((1, 1), (0, 1), (1, 0), (2, 2), (1, 2), (2, 1), (0, 2), (2, 0), (0, 3), (3, 0))
"""How many words of the first and of the second copy may be skipped between two matching parts, the likeliest first."""

_LONG = 6
"""From so many words on a part belongs to the same copies even where a turn begins between the parts."""


class _Compared(dict[str, str]):
    """Per word as it stands: how it is compared, nothing for a mark. As a mapping it is several times as quick as a function."""

    def __missing__(self, word: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        self[word] = normal(word) if any(map(str.isalnum, word)) else ""
        return self[word]


class _Stems(dict[str, int]):
    """Per word as it is compared: a number for what it and its other forms have in common; digits have no other forms."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        stem = word[:_STEM] if len(word) > _STEM and not any(map(str.isdigit, word)) else word + "$"
        return self.setdefault(word, self._numbers.setdefault(stem, len(self._numbers)))


_compared = _Compared()


class Stream:
    """The words of turns in reading order, as they are compared; marks without a letter or digit are no words.

    Word k stands in turn number `turn[k]`; turn t owns the words `first[t]` .. `first[t + 1]`.
    """

    def __init__(self, turns: Sequence[Turn], ignore: Collection[Span] = ()):
        self.turns = turns
        self.words: list[str] = []
        self.turn: list[int] = []
        self.first = [0]
        self._known_places: dict[int, list[tuple[int, int]]] = {}
        self._ignored: defaultdict[TurnId, list[Span]] = defaultdict(list)
        for span in ignore:
            self._ignored[span.turn_id].append(span)
        for number, turn in enumerate(turns):
            if turn.id in self._ignored:
                said = [_compared[turn.text[start:end]] for start, end in self._places(number)]
            else:
                said = list(filter(None, map(_compared.__getitem__, turn.text.split())))
            self.words += said
            self.turn += [number] * len(said)
            self.first.append(len(self.words))
        self.stems = list(map(_Stems().__getitem__, self.words))
        """Equal for words that have the same stem."""

    def speaker(self, k: int) -> SpeakerId | None:
        """Return whose turn word k stands in."""
        return self.turns[self.turn[k]].speaker_id

    def place(self, k: int) -> tuple[int, int]:
        """Return where word k stands in the text of its turn: code points start..end (half open)."""
        number = self.turn[k]
        return self._places(number)[k - self.first[number]]

    def _places(self, number: int) -> list[tuple[int, int]]:
        if number not in self._known_places:
            turn = self.turns[number]
            ignored = self._ignored.get(turn.id, ())
            self._known_places[number] = [
                (word.start, word.end)
                for word in words(turn.text)
                if any(map(str.isalnum, word.text)) and not any(span.start <= word.start < span.end for span in ignored)
            ]
        return self._known_places[number]

    def starts(self, k: int) -> bool:
        """Tell whether a turn starts with word k."""
        return k == 0 or k >= len(self.turn) or self.turn[k] != self.turn[k - 1]

    def lead(self, k: int) -> int:
        """Return how many words of the turn stand before word k."""
        return k - self.first[self.turn[k]]

    def trail(self, k: int) -> int:
        """Return how many words of the turn stand after word k."""
        return self.first[self.turn[k] + 1] - 1 - k

    def crosses(self, start: int, stop: int) -> bool:
        """Tell whether a turn starts with one of the words start + 1 .. stop."""
        return stop > start and self.turn[min(stop, len(self.turn) - 1)] != self.turn[start]


@dataclass(frozen=True, slots=True)
class Pair:
    """The same words at two places: `a` and later `b`, with the words that correspond, outermost ones included.

    A `period` above 0 means that the words come at least three times without a pause: `a` is the first time, `b` all the others.
    """

    a: range
    b: range
    links: tuple[tuple[int, int], ...]
    period: int = 0

    @property
    def gap(self) -> int:
        """How many words stand between the copies."""
        return self.b.start - self.a.stop


class _Run(NamedTuple):
    """Words start..stop that equal those `lag` before."""

    start: int
    lag: int
    stop: int

    @property
    def loops(self) -> bool:
        return self.stop - self.start > self.lag


def align(stream: Stream) -> Iterator[Pair | Progress]:
    """Yield every pair of copies that is worth a closer look, in reading order, with Progress in between.

    Linear in the number of words. What is found at a place depends only on the words between the copies and a few around
    them, so a part of a call can be aligned by itself.
    """
    runs: list[_Run] = []
    for item in _runs(stream):
        if isinstance(item, Progress):
            yield item
        else:
            runs += _pieces(stream, item)
    runs.sort()
    loop_at: dict[int, _Run] = {}
    for run in runs:
        if run.loops:
            for k in range(run.start - run.lag, run.stop):
                if k not in loop_at or loop_at[k].lag > run.lag:
                    loop_at[k] = run
    for chain in _chains(stream, runs):
        head, tail = chain[0], chain[-1]
        size = head.stop - head.start
        if len(chain) == 1 and head.lag - size > _NEAR.get(size, GAP):
            continue
        inside = loop_at.get(head.start - head.lag)
        if inside is not None and inside is not head and inside is loop_at.get(tail.stop - 1) and inside.lag <= head.lag:
            continue  # a multiple of the period
        yield from _pairs(stream, chain)


def _near(stream: Stream, pair: Pair) -> bool:
    if len(pair.b) == 1 and pair.gap == 1 and not stream.crosses(pair.a.start, pair.b.start):
        return False
    return pair.gap <= _NEAR.get(len(pair.links), GAP)


def _runs(stream: Stream) -> Iterator[_Run | Progress]:
    """Yield the stretches of two or more words that equal those `lag` before, and single words said again at once.

    A single odd word is bridged between two pairs of equal ones, but not in loops of a few words: what is odd there is
    what the speaker goes on with.
    """
    stems = stream.stems
    before: dict[int, int] = {}
    size = len(stems)
    twos = [one * size + other for one, other in pairwise(stems)]  # numbers: millions of tuples would keep the collector busy
    for start in range(0, size, _BLOCK):
        yield Progress(stream.turn[start], len(stream.turns))
        reach = max(0, start - LAG)
        last = {two: k for k, two in enumerate(twos[reach:start], reach)}
        for k, two in enumerate(twos[start : start + _BLOCK], start):
            j = last.get(two)
            last[two] = k
            if j is not None and k - j <= LAG:
                before[k] = j
    stop: dict[int, int] = {}
    start_of: dict[int, int] = {}
    for k in before:
        j = before.get(k)
        while j is not None and k - j <= LAG:
            lag = k - j
            end = stop.get(lag, -1)
            if end != k + 1 and not (end == k - 1 and lag > _SHORT and end - start_of[lag] >= 2):
                if end >= 0:
                    yield _Run(start_of[lag], lag, end)
                start_of[lag] = k
            stop[lag] = k + 2
            j = before.get(j)
    for lag, end in stop.items():
        yield _Run(start_of[lag], lag, end)
    for lag in (1, 2):
        for k in compress(count(), map(eq, stems, stems[lag:])):
            if not _matches(stems, k - 1, k + lag - 1) and not _matches(stems, k + 1, k + lag + 1):
                yield _Run(k + lag, lag, k + lag + 1)


def _matches(stems: Sequence[int], j: int, k: int) -> bool:
    return j >= 0 and k < len(stems) and stems[j] == stems[k]


def _pieces(stream: Stream, run: _Run) -> list[_Run]:
    """Cut a run that goes on beyond its second copy, but not to a third: what is cut off may belong to another copy."""
    if not run.loops or run.lag <= _SHORT or run.stop - run.start >= 2 * run.lag:
        return [run]
    start = run.start + _shift(stream, run)
    places = sorted({run.start, start, start + run.lag, run.stop})
    return [_Run(i, run.lag, j) for i, j in pairwise(places)]


def _chains(stream: Stream, runs: list[_Run]) -> Iterator[list[_Run]]:
    """Yield runs, joined where words were added, lost or misheard inside one of the copies."""
    starting = defaultdict(list)
    for run in runs:
        if not run.loops and run.stop - run.start > 1:
            starting[run.start].append(run)
    following = {
        run: follower
        for run in runs
        if not run.loops and run.stop - run.start > 1 and (follower := _follower(stream, run, starting)) is not None
    }
    followers = set(following.values())
    heads = [run for run in runs if run not in followers]
    for head in heads:
        chain = [head]
        while (follower := following.get(chain[-1])) is not None:
            if follower.stop - follower.lag > head.start:  # the first copy would run into the second
                heads.append(follower)
                break
            chain.append(follower)
        yield chain


def _follower(stream: Stream, run: _Run, starting: dict[int, list[_Run]]) -> _Run | None:
    end = run.stop - run.lag
    for ahead, behind in _STEPS:
        for other in starting.get(run.stop + behind, ()):
            if other.start - other.lag == end + ahead and other.stop - other.lag <= run.start:
                broken = stream.crosses(end - 1, end + ahead), stream.crosses(run.stop - 1, run.stop + behind)
                if not any(broken) or other.stop - other.start >= _LONG:
                    return other
    return None


def _pairs(stream: Stream, chain: list[_Run]) -> Iterator[Pair]:
    """Yield the pair of a chain, and another one that takes in single equal words beyond a misheard one at its ends."""
    if chain[0].loops:
        pair = _loop(stream, chain[0])
        if pair.period or _near(stream, pair):
            yield pair
        return
    stems = stream.stems
    links = [(k - run.lag, k) for run in chain for k in range(run.start, run.stop) if stems[k] == stems[k - run.lag]]
    if not links or not _near(stream, pair := linked(links)):
        return
    yield pair
    if len(links) > 1:
        whole = [*_single(stream, links, -1), *links, *_single(stream, links, 1)]
        if len(whole) > len(links) and whole[-1][0] < whole[0][1]:
            yield linked(whole)


def linked(links: list[tuple[int, int]]) -> Pair:
    """Return the pair that these links, in reading order, make."""
    (a, b), (c, d) = links[0], links[-1]
    return Pair(range(a, c + 1), range(b, d + 1), tuple(links))


def _single(stream: Stream, links: list[tuple[int, int]], step: int) -> Iterator[tuple[int, int]]:
    """Yield the single equal word that follows the last link (`step` 1) or precedes the first (-1) in the same turns."""
    i, j = links[-1] if step > 0 else links[0]
    for ahead, behind in _STEPS[:5]:
        p, q = i + step * (ahead + 1), j + step * (behind + 1)
        if p < 0 or q >= len(stream.words) or (p >= links[0][1] if step > 0 else q <= links[-1][0]):
            continue
        if stream.words[p] == stream.words[q] and (len(stream.words[p]) > 1 or ahead + behind == 1):
            if stream.turn[p] == stream.turn[i] and stream.turn[q] == stream.turn[j]:
                yield p, q
            return


def _loop(stream: Stream, run: _Run) -> Pair:
    """Cut a periodic stretch into the first time and the others."""
    period, times = run.lag, (run.stop - run.start) // run.lag
    start = run.start + _shift(stream, run)
    first, rest = range(start - period, start), range(start, start + times * period)
    both = ((first[(k - start) % period], k) for k in rest)
    links = tuple((j, k) for j, k in both if stream.stems[j] == stream.stems[k])
    return Pair(first, rest, links, period if times > 1 else 0)


def _shift(stream: Stream, run: _Run) -> int:
    """Return how far the cut of a periodic stretch moves so that, where possible, the second time begins with a turn."""
    return next((s for s in range((run.stop - run.start) % run.lag + 1) if stream.starts(run.start + s)), 0)


def stretches(numbers: Collection[int], stream: Stream | None = None) -> list[range]:
    """Return the unbroken stretches of these words in reading order, cut at turn ends where a stream is given."""
    ordered = sorted(numbers)
    if not ordered:
        return []
    cuts = [n for n, (j, k) in enumerate(pairwise(ordered), 1) if k != j + 1 or (stream is not None and stream.starts(k))]
    return [range(ordered[i], ordered[j - 1] + 1) for i, j in pairwise([0, *cuts, len(ordered)])]
