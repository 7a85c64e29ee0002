"""Which words a stretch of turns has more than once; after an edit only the neighbourhood of the edit is looked at again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, takewhile

from annotator.core.finding import Finding, Span
from annotator.core.model import Allowed, Turn
from annotator.detectors.base import Progress
from annotator.detectors.duplicates_align import LAG, Pair, Stream, align
from annotator.detectors.duplicates_plan import DuplicateRun, Scored, plan
from annotator.detectors.duplicates_score import FUNCTION, Scorer, is_meant, load
from annotator.detectors.duplicates_silence import may_be_silent

REACH = LAG + 40
"""So many words from an edit, what is found there depends on the edit only if copies reach from there to here."""

FEW = 3
"""So many words at most are said again by somebody who stumbles, or carried over a boundary; longer copies are overlaps."""

STUMBLED = 0.85
"""The share of such repeats that are no emphasis and no accident, in made speech whose stumbles are known: 0.80 to 0.97."""


@dataclass(slots=True)
class Found:
    """A duplicate run (or, where `stumble`, a disfluency) with the stream that its word numbers belong to.

    `first` is the place of its first turn among the turns that were examined. `finding` is what was made of it while that
    turn was number `position` of the call.
    """

    stream: Stream
    run: DuplicateRun
    first: int
    stumble: bool = False
    position: int = -1
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What else than the turns decides what is found: `joining` is the probability from which a pair is believed."""

    joining: float
    least: float
    allowed: tuple[Allowed, ...] = ()
    ignore: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in turns, by turn number.

    `silent` are turns that may hold a phrase heard in silence. No copies stand on both sides of a cut, so that there a call
    may be taken apart.
    """

    turns: Sequence[Turn]
    options: Options
    found: tuple[Found, ...] = field(repr=False)
    silent: tuple[int, ...] = field(repr=False)
    cuts: tuple[int, ...] = field(repr=False)


def examine(turns: Sequence[Turn], options: Options, before: Examined | None = None) -> Iterator[Progress | Examined]:
    """Yield what is found in the turns, last, with Progress before.

    `before` is what this function found in an earlier version of the turns; the result is the same with and without it.
    """
    if before is None or before.options != options:
        yield from _examine(turns, options)
        return
    if turns == before.turns:
        yield before
        return
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(turns, before.turns, strict=False)))
    ends = zip(reversed(turns[same:]), reversed(before.turns[same:]), strict=False)
    after = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends))
    start = _last_cut(before, turns, same)
    stop = _first_cut(before, turns, len(turns) - after)
    behind = len(before.turns) - len(turns)
    context = _reach(turns, start, -1), _reach(turns, stop, 1)
    for item in _examine(turns[context[0] : context[1]], options):
        if isinstance(item, Progress):
            yield item
            continue
        near = [found for found in item.found if start <= found.first + context[0] < stop]
        for found in near:
            found.first += context[0]
        later = [found for found in before.found if found.first >= stop + behind]
        for found in later:
            found.first -= behind
        silent = [number + context[0] for number in item.silent]
        cuts = [cut + context[0] for cut in item.cuts]
        yield Examined(
            turns,
            options,
            (*(found for found in before.found if found.first < start), *near, *later),
            (
                *(number for number in before.silent if number < start),
                *(number for number in silent if start <= number < stop),
                *(number - behind for number in before.silent if number - behind >= stop),
            ),
            (
                *(cut for cut in before.cuts if cut < start),
                *(cut for cut in cuts if start <= cut <= stop),
                *(cut - behind for cut in before.cuts if cut - behind > stop),
            ),
        )


def _last_cut(before: Examined, turns: Sequence[Turn], changed: int) -> int:
    """Return the last cut that is so far before turn number `changed` that what changed there cannot be felt."""
    safe = _reach(turns, changed, -1)
    place = bisect_right(before.cuts, safe)
    return before.cuts[place - 1] if place else 0


def _first_cut(before: Examined, turns: Sequence[Turn], changed: int) -> int:
    """Return the same for the turns from `changed` on, which were not changed."""
    behind = len(before.turns) - len(turns)
    safe = _reach(turns, changed, 1)
    place = bisect_left(before.cuts, safe + behind)
    return before.cuts[place] - behind if place < len(before.cuts) else len(turns)


def _reach(turns: Sequence[Turn], place: int, step: int) -> int:
    """Return the turn number that is REACH words before (`step` -1) or after (1) the start of turn number `place`."""
    words = 0
    while words < REACH and (place > 0 if step < 0 else place < len(turns)):
        words += len(turns[place - 1 if step < 0 else place].text.split())
        place += step
    return place


def _examine(turns: Sequence[Turn], options: Options) -> Iterator[Progress | Examined]:
    stream = Stream(turns, options.ignore)
    pairs: list[Pair] = []
    for item in align(stream):
        if isinstance(item, Progress):
            yield item
        else:
            pairs.append(item)
    scorer = Scorer(stream, pairs, load())
    allowed = _allowed(stream, options.allowed)
    believed, stumbles = [], []
    for n, pair in enumerate(pairs):
        if n % 500 == 0:
            yield Progress(len(turns), len(turns))
        if scorer.meant(pair) or allowed.issuperset((*pair.a, *pair.b)):
            continue
        features = scorer.features(pair)
        artefact = scorer.artefact(pair, features)
        if artefact < options.joining and _stumbles(stream, pair):
            stumbles.append(pair)
        elif artefact >= options.least:
            believed.append(Scored(pair, artefact, scorer.later(features)))
    runs = plan(stream, believed, options.joining)
    taken = {k for run in runs if run.confidence >= options.joining for k in (*run.goes, *run.stays)}
    found = [Found(stream, run, stream.turn[min((*run.goes, *run.stays))]) for run in runs]
    for pair in stumbles:
        if taken.isdisjoint((*pair.a, *pair.b)):
            taken.update((*pair.a, *pair.b))
            found.append(Found(stream, _stumble(pair), stream.turn[pair.a.start], stumble=True))
    found.sort(key=lambda f: (f.first, min((*f.run.goes, *f.run.stays)), f.stumble))
    silent = (number for number, turn in enumerate(turns) if may_be_silent(turn.text))
    yield Examined(turns, options, tuple(found), tuple(silent), tuple(_cuts(stream, pairs)))


def _cuts(stream: Stream, pairs: Collection[Pair]) -> Iterator[int]:
    steps = [0] * (len(stream.words) + 2)
    for pair in pairs:
        steps[pair.a.start + 1] += 1
        steps[pair.b.stop] -= 1
    over = list(accumulate(steps))
    yield from (turn for turn, k in enumerate(stream.first) if over[k] == 0)


def _allowed(stream: Stream, phrases: Collection[Allowed]) -> set[int]:
    """Return the words that belong to a phrase which may be repeated."""
    marked: set[int] = set()
    for phrase in phrases:
        wanted = phrase.text.split()
        for k, word in enumerate(stream.words):
            if word == wanted[0] and stream.words[k : k + len(wanted)] == wanted:
                marked.update(range(k, k + len(wanted)))
    return marked


def _stumbles(stream: Stream, pair: Pair) -> bool:
    """Tell whether somebody says a few words again at once, and not for emphasis: «у нас у нас»."""
    text = [stream.words[k] for k in pair.a]
    return (
        pair.gap == 0
        and len(text) <= FEW
        and text == [stream.words[k] for k in pair.b[: len(text)]]
        and (len(pair.b) == len(text) or pair.period == len(text))
        and stream.turn[pair.a.start] == stream.turn[pair.b[-1]]
        and any(word in FUNCTION for word in text)
        and not all(map(is_meant, text))
    )


def _stumble(pair: Pair) -> DuplicateRun:
    """Return the run in which the last time stays: people go on from there."""
    size = len(pair.a)
    starts = [pair.a.start, *range(pair.b.start, pair.b.stop, size)]
    *goes, stays = [range(start, start + size) for start in starts]
    run = DuplicateRun([pair], goes, set(stays), {k for copy in goes for k in copy})
    run.weight = STUMBLED * len(run.goes)
    return run
