"""Where a call says the same words twice: the words of the visible turns as one stream, aligned with itself."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.core.finding import Span
from annotator.core.model import SpeakerId, Turn, TurnId
from annotator.core.text import normal, words
from annotator.detectors.base import Progress

WINDOW = 80
"""How many words back a copy is looked for: four hypotheses of a full turn of about 20 words."""

_STEM = 4
_SHORT = 3
_FAR = {1: 1, 2: 8, 3: 25}
"""The widest gap at which a run of so few words is looked at: short ones come again everywhere by chance."""


class Stream:
    """The words of the visible turns in reading order, as they are compared; marks without a letter or digit are no words.

    Word k stands in turn number `turn[k]`; turn t owns the words `first[t]` .. `first[t + 1]`.
    """

    def __init__(self, turns: Sequence[Turn], ignore: Collection[Span] = ()):
        self.turn_ids: list[TurnId] = []
        self.speakers: list[SpeakerId | None] = []
        self.words: list[str] = []
        self.stems: list[str] = []
        self.turn: list[int] = []
        self.places: list[tuple[int, int]] = []
        self.first = [0]
        ignored = defaultdict(list)
        for span in ignore:
            ignored[span.turn_id].append(span)
        known: dict[str, str] = {}
        for number, turn in enumerate(turns):
            for word in words(turn.text):
                if any(span.start <= word.start < span.end for span in ignored[turn.id]):
                    continue
                if word.text not in known:
                    known[word.text] = normal(word.text) if any(map(str.isalnum, word.text)) else ""
                if text := known[word.text]:
                    self.words.append(text)
                    self.stems.append(text[:_STEM] if len(text) > _STEM else text + "$")
                    self.turn.append(number)
                    self.places.append((word.start, word.end))
            self.turn_ids.append(turn.id)
            self.speakers.append(turn.speaker_id)
            self.first.append(len(self.words))

    def starts(self, k: int) -> bool:
        """Tell whether a turn starts with word k."""
        return k == 0 or k >= len(self.turn) or self.turn[k] != self.turn[k - 1]

    def lead(self, k: int) -> int:
        """Return how many words of the turn stand before word k."""
        return k - self.first[self.turn[k]]

    def trail(self, k: int) -> int:
        """Return how many words of the turn stand after word k."""
        return self.first[self.turn[k] + 1] - 1 - k


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


@dataclass(frozen=True, slots=True)
class _Run:
    lag: int
    start: int
    stop: int
    matched: int

    @property
    def loops(self) -> bool:
        return self.stop - self.start > self.lag


def align(stream: Stream) -> Iterator[Pair | Progress]:
    """Yield every pair of copies that is worth a closer look, with Progress in between; linear in the number of words."""
    runs: list[_Run] = []
    for item in _runs(stream):
        if isinstance(item, Progress):
            yield item
        else:
            runs += _pieces(stream, item)
    runs.sort(key=lambda run: (run.start, run.lag))
    loop_at = [-1] * len(stream.words)
    for number, run in enumerate(runs):
        if run.loops:
            for k in range(run.start - run.lag, run.stop):
                if loop_at[k] < 0 or runs[loop_at[k]].lag > run.lag:
                    loop_at[k] = number
    for number, chain in _chains(stream, runs):
        head, tail = chain[0], chain[-1]
        inside = loop_at[head.start - head.lag]
        if inside >= 0 and inside != number and inside == loop_at[tail.stop - 1] and runs[inside].lag <= head.lag:
            continue  # a multiple of the period
        pair = _pair(stream, chain)
        if pair.period or _near(stream, pair):
            yield pair


def _near(stream: Stream, pair: Pair) -> bool:
    if len(pair.b) == 1 and pair.gap == 1 and stream.turn[pair.a.start] == stream.turn[pair.b.start]:
        return False
    return pair.gap <= _FAR.get(len(pair.links), WINDOW)


def _runs(stream: Stream) -> Iterator[_Run | Progress]:
    """Yield the stretches in which words equal those `lag` before; a single odd word is bridged where two or more match.

    Not in loops of a few words: what is odd there is what the speaker goes on with.
    """
    seen: defaultdict[str, deque[int]] = defaultdict(deque)
    current: dict[int, list[int]] = {}
    for k, stem in enumerate(stream.stems):
        if k % 1000 == 0:
            yield Progress(stream.turn[k], len(stream.turn_ids))
        before = seen[stem]
        while before and before[0] < k - WINDOW:
            before.popleft()
        for j in before:
            run = current.get(k - j)
            if run is not None and (k == run[1] or (k == run[1] + 1 and k - j > _SHORT and run[2] > 1 + run[1] - run[0] - run[2])):
                run[1] = k + 1
                run[2] += 1
            else:
                if run is not None:
                    yield _Run(k - j, *run)
                current[k - j] = [k, k + 1, 1]
        before.append(k)
    for lag, run in current.items():
        yield _Run(lag, *run)


def _pieces(stream: Stream, run: _Run) -> list[_Run]:
    """Leave out a lone word far from its copy; cut a run that goes on beyond its second copy, but not to a third.

    What is cut off may belong to another copy.
    """
    if run.matched == 1 and run.lag > 1 + _FAR[1]:
        return []
    if not run.loops or run.lag <= _SHORT or run.stop - run.start >= 2 * run.lag:
        return [run]
    start = run.start + _shift(stream, run)
    places = sorted({run.start, start, start + run.lag, run.stop})
    return [_Run(run.lag, i, j, _matched(stream, run.lag, i, j)) for i, j in pairwise(places)]


def _chains(stream: Stream, runs: list[_Run]) -> Iterator[tuple[int, list[_Run]]]:
    """Yield runs, each with its number, joined where words were added or lost inside one of the copies."""
    starting = defaultdict(list)
    for number, run in enumerate(runs):
        if run.matched > 1 and not run.loops:
            starting[run.start].append(number)
    used = set()
    for number, run in enumerate(runs):
        if number in used:
            continue
        chain = [run]
        if run.matched > 1 and not run.loops:
            while (follower := _follower(stream, chain, runs, starting)) is not None and follower not in used:
                used.add(follower)
                chain.append(runs[follower])
        yield number, chain


def _follower(stream: Stream, chain: list[_Run], runs: list[_Run], starting: dict[int, list[int]]) -> int | None:
    last = chain[-1]
    end = last.stop - last.lag
    for start in range(last.stop, last.stop + 3):
        for number in starting.get(start, ()):
            run = runs[number]
            skipped = start - run.lag - end
            if not 0 <= skipped <= 3 - (start - last.stop) or run.stop - run.lag > chain[0].start:
                continue
            turns = [any(map(stream.starts, range(*ends))) for ends in ((end, end + skipped + 1), (last.stop, start + 1))]
            if turns[0] == turns[1] or run.matched > 5:  # otherwise a new sentence that happens to begin alike
                return number
    return None


def _pair(stream: Stream, chain: list[_Run]) -> Pair:
    head, tail = chain[0], chain[-1]
    if head.loops:
        return _loop(stream, head)
    stems = stream.stems
    links = [(k - run.lag, k) for run in chain for k in range(run.start, run.stop) if stems[k] == stems[k - run.lag]]
    return Pair(range(head.start - head.lag, tail.stop - tail.lag), range(head.start, tail.stop), tuple(links))


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


def _matched(stream: Stream, lag: int, start: int, stop: int) -> int:
    return sum(stream.stems[k] == stream.stems[k - lag] for k in range(start, stop))


def stretches(numbers: Collection[int], stream: Stream | None = None) -> list[range]:
    """Return the unbroken stretches of these words in reading order, cut at turn ends where a stream is given."""
    ordered = sorted(numbers)
    if not ordered:
        return []
    cuts = [n for n, (j, k) in enumerate(pairwise(ordered), 1) if k != j + 1 or (stream is not None and stream.starts(k))]
    return [range(ordered[i], ordered[j - 1] + 1) for i, j in pairwise([0, *cuts, len(ordered)])]
