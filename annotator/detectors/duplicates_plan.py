"""Which words go: scored pairs of copies become duplicate runs, each with the copy that stays."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from annotator.detectors.duplicates_align import Pair, Stream, linked, stretches

_TELLING = 4
"""From so many words on a part of a pair still says something, and so do words beside it that look alike."""

_SAID_AGAIN = 7
"""So many words at most are said again in the same call by chance."""

_RAGGED = 2
"""How many misheard words at an end of a copy may belong to it."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A pair with the probability that it is an artefact, and that its later copy is the real one."""

    pair: Pair
    artefact: float
    later: float


@dataclass(slots=True)
class DuplicateRun:
    """The copies of one run of words, as word numbers: those that stay, and the `copies` that go, the surest first."""

    pairs: list[Pair] = field(default_factory=list)
    copies: list[range] = field(default_factory=list)
    stays: set[int] = field(default_factory=set)
    goes: set[int] = field(default_factory=set)
    weight: float = 0.0

    @property
    def confidence(self) -> float:
        """The mean over the words that go."""
        return self.weight / len(self.goes)

    @property
    def loops(self) -> bool:
        return any(pair.period for pair in self.pairs)

    @property
    def all_copies(self) -> list[range]:
        """Every copy in reading order, the one that stays too; a copy may reach over a turn's end."""
        return sorted([*stretches(self.stays), *self.copies], key=lambda copy: (copy.start, copy.stop))

    def other_way(self) -> set[int]:
        """Return the words that go when the fullest copy that goes stays instead; each has a counterpart that stays."""
        first = min(self.stays)
        keep = max(self.copies, key=lambda copy: (len(copy), abs(copy.start - first)))
        group = {k: k for k in (*self.stays, *self.goes)}

        def root(k: int) -> int:
            while group.setdefault(k, k) != k:
                k = group[k]
            return k

        for pair in self.pairs:
            for i, j in pair.links:
                group[root(j)] = root(i)
        odd = group.keys() - {k for pair in self.pairs for link in pair.links for k in link}
        kept = {root(k) for k in keep}
        rest = self.stays.difference(keep)
        linked = [k for k in rest if root(k) in kept]
        goes = {k for k in rest if linked and min(linked) <= k <= max(linked) and (k in odd or root(k) in kept)}
        remaining = kept | {root(k) for k in self.stays - goes}
        for copy in self.copies:
            if copy != keep and 2 * sum(root(k) in remaining for k in copy) > len(copy):
                goes.update(k for k in self.goes.intersection(copy).difference(keep) if k in odd or root(k) in remaining)
        return goes


def plan(stream: Stream, scored: Iterable[Scored], joining: float) -> list[DuplicateRun]:
    """Return the duplicate runs; pairs that share copies make one run where both are at least as likely as `joining`.

    The likely pairs come first, and of these the strongest. A word goes only while its counterpart is there, so of every
    word one copy is left.
    """
    gone: dict[int, int] = {}
    kept: set[int] = set()
    runs: list[DuplicateRun] = []
    run_of: dict[int, DuplicateRun] = {}

    def strength(item: Scored) -> tuple[bool, float, int, int]:
        return item.artefact < joining, -item.artefact * math.log(1 + len(item.pair.b)), item.pair.b.start, item.pair.a.start

    for item in sorted(scored, key=strength):
        likely = item.artefact >= joining
        for pair in _remaining(stream, item.pair, gone, kept):
            if not pair.period and not _adjoins(stream, pair, gone):
                continue
            stays, goes = _choose(stream, pair, item.later, kept)
            run = next((run_of[k] for k in (*stays, *goes) if k in run_of), None) if likely else None
            if run is None:
                run = DuplicateRun()
                runs.append(run)
            counterpart = {k: other for i, j in pair.links for k, other in ((i, j), (j, i))}
            new = {k for k in goes if k not in gone and (k in counterpart or k not in kept)}
            run.pairs.append(pair)
            run.copies += [goes[k : k + pair.period] for k in range(0, len(goes), pair.period)] if pair.period else [goes]
            run.goes |= new
            run.stays = run.stays.union(stays) - run.goes
            run.weight += item.artefact * len(new)
            gone |= {k: counterpart.get(k, k) for k in new}
            kept |= set(stays)
            if likely:
                run_of |= dict.fromkeys((*stays, *goes), run)
    return runs


def _remaining(stream: Stream, pair: Pair, gone: dict[int, int], kept: set[int]) -> Iterator[Pair]:
    """Yield what of the pair is still there twice, a word that has gone taken as the one it was a copy of.

    That is its longest part, unless this is less than half of the pair or only a few words; and then, as `gone` grows, the
    few words that are the rest of a copy that has gone. Words that both stay for the sake of other pairs are alike only
    because a copy that went crossed both of them.
    """
    if gone.keys().isdisjoint(pair.a) and gone.keys().isdisjoint(pair.b):
        yield pair
        return
    if pair.period:
        return

    def present(k: int) -> int:
        while gone.get(k, k) != k:
            k = gone[k]
        return k

    parts: list[list[tuple[int, int]]] = [[]]
    for i, j in pair.links:
        i, j = sorted((present(i), present(j)))
        part = parts[-1]
        if i == j or i in gone or j in gone or {i, j} <= kept:
            parts.append([])
        elif not part or (0 < i - part[-1][0] < 4 and 0 < j - part[-1][1] < 4 and i < part[0][1]):
            part.append((i, j))
        else:
            parts.append([(i, j)])
    best = max(parts, key=len)
    if len(best) >= max(_TELLING, len(pair.links) / 2):
        yield linked(best)
        parts.remove(best)
    for part in parts:
        if part and gone.keys().isdisjoint(k for link in part for k in link):
            rest = linked(part)
            if _rest(stream, rest.b, gone):
                yield rest


def _adjoins(stream: Stream, pair: Pair, gone: dict[int, int]) -> bool:
    """Tell whether the copies still adjoin, or stand at an edge of a turn, when words around them have gone.

    Beside a long run much looks like a part of it: here what was said again a little later is told from it.
    """
    if len(pair.links) > _SAID_AGAIN or gone.keys().isdisjoint(range(pair.a.start, pair.b.stop)):
        return True
    between = [k for k in range(pair.a.stop, pair.b.start) if k not in gone]
    after = range(pair.a.stop, stream.first[stream.turn[pair.a[-1]] + 1])
    before = range(stream.first[stream.turn[pair.b.start]], pair.b.start)
    return len(between) <= _RAGGED or any(gone.keys() >= set(edge) for edge in (after, before))


def _rest(stream: Stream, words: range, gone: dict[int, int]) -> bool:
    """Tell whether a few words are what is left of a turn beside words that have gone."""
    before = not stream.starts(words.start) and words.start - 1 in gone
    after = not stream.starts(words.stop) and words.stop in gone
    return len(words) < _TELLING and (before or after)


def _choose(stream: Stream, pair: Pair, later: float, kept: set[int]) -> tuple[range, range]:
    """Return the copy that stays and the copy that goes: what another pair keeps had better stay."""
    if pair.period:
        return pair.a, pair.b
    protected = [2 * len(kept.intersection(copy)) > len(copy) for copy in (pair.a, pair.b)]
    if protected[0] != protected[1]:
        stays, goes = (pair.a, pair.b) if protected[0] else (pair.b, pair.a)
    elif all(stream.words[i] == stream.words[j] for i, j in pair.links) and len(pair.a) == len(pair.b) == len(pair.links):
        stays, goes = (pair.b, pair.a) if _reads_on(stream, pair) else (pair.a, pair.b)
    else:
        stays, goes = (pair.b, pair.a) if later > 0.5 else (pair.a, pair.b)
    return stays, _widened(stream, goes, stays) if len(goes) >= _TELLING else goes


def _reads_on(stream: Stream, pair: Pair) -> bool:
    """Tell whether the later of two equal copies begins a turn that goes on, while the first one ends its turn."""
    ends, begins = stream.starts(pair.a.stop), stream.starts(pair.b.start)
    return ends and begins and not stream.starts(pair.b.stop) and stream.turn[pair.b.start] == stream.turn[pair.b[-1]]


def _widened(stream: Stream, goes: range, stays: range) -> range:
    """Take in misheard words at the ends of the copy, up to the end of the turn: those which look like the other copy's."""
    start, stop, n = goes.start, goes.stop, len(stream.words)
    for k in range(_RAGGED):
        there = stays.stop + k
        if stop == n or stream.starts(stop) or there == n or there == goes.start or stop == stays.start:
            break
        if not _alike(stream.words[stop], stream.words[there]):
            break
        stop += 1
    for k in range(_RAGGED):
        there = stays.start - 1 - k
        if stream.starts(start) or there < 0 or there == goes.stop - 1 or start == stays.stop:
            break
        if not _alike(stream.words[start - 1], stream.words[there]):
            break
        start -= 1
    return range(start, stop)


def _alike(one: str, other: str) -> bool:
    """Tell whether one word may be the other misheard: an ending, a letter or two."""
    return Indel.normalized_similarity(one, other) >= 0.6
