"""Times the search for copies, and counts which of the planted ones it finds, beside a common method.

    python tests/benchmarks/candidates.py [--runs 3] [--turns 100000]

The other method is an index of pairs of neighbouring words over the 20 turns before: two turns that share at least 25 % of
the smaller one's pairs are a candidate. Both begin with the turns as they were read. A copy is found where one pair ties at
least half of its words to those they copy, or where the two turns are a candidate. Seconds are the median of the runs; the
machine may be shared: compare within one run. Takes about half a minute.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from run import NOUNS, SMALL

from annotator.core.model import Turn
from annotator.core.text import normal
from annotator.detectors.duplicates_align import Pair, Stream, align

WORDS = 12
EVERY = 40
"""One turn in so many is planted, or begins with planted words."""

ODD = (0.0, 0.05, 0.1, 0.15)
"""How many of the words of a turn that comes again are dropped, changed or added."""

WINDOW, SHARED = 20, 0.25


class Planted(NamedTuple):
    """A copy: which words (of all words of the call) stand again, and in which turns."""

    kind: str
    original: range
    copy: range
    turns: tuple[int, int]


def call(turns: int) -> tuple[list[Turn], list[Planted]]:
    """Make a call of two speakers with copies of whole turns up to three turns before, and of the end of the turn before."""
    rng = random.Random(1)
    said: list[list[str]] = []
    first = [0]
    planted: list[Planted] = []
    for n in range(turns):
        words = [word(rng) for _ in range(max(1, round(rng.gauss(WORDS, WORDS / 3))))]
        again = [m for m in range(max(0, n - 3), n) if len(said[m]) > 4] if n % EVERY == EVERY - 1 else []
        if again and rng.random() < 0.5:
            m = rng.choice(again)
            words = list(misheard(said[m], rng, rng.choice(ODD))) or words
            planted.append(Planted("turns", range(first[m], first[m + 1]), range(first[n], first[n] + len(words)), (m, n)))
        elif again and again[-1] == n - 1:
            size = min(rng.randint(4, 10), len(said[-1]))
            words = said[-1][-size:] + words
            planted.append(Planted("overlaps", range(first[n] - size, first[n]), range(first[n], first[n] + size), (n - 1, n)))
        said.append(words)
        first.append(first[n] + len(words))
    return [Turn(1, n, float(n), f"SPK0{rng.randrange(2)}", " ".join(words)) for n, words in enumerate(said)], planted


def word(rng: random.Random) -> str:
    return rng.choice(SMALL if rng.random() < 0.55 else NOUNS)


def misheard(words: Sequence[str], rng: random.Random, odd: float) -> Iterator[str]:
    """Yield the words; of some only the beginning, another one, one more, or none."""
    for said in words:
        change = rng.choice(("drop", "cut", "other", "add")) if rng.random() < odd else ""
        if change in ("", "add"):
            yield said
        if change == "cut":
            yield said[:-1] or said
        if change in ("other", "add"):
            yield word(rng)


def split(turns: list[Turn]) -> list[list[str]]:
    return [turn.text.split() for turn in turns]


def ours(turns: list[Turn]) -> list[Pair]:
    return [item for item in align(Stream(turns)) if isinstance(item, Pair)]


same = cache(normal)
"""Words are compared in the same form by both."""


def reference(turns: list[Turn]) -> list[tuple[int, int]]:
    places: dict[tuple[str, str], list[int]] = {}
    window: deque[set[tuple[str, str]]] = deque()
    sizes: list[int] = []
    found: list[tuple[int, int]] = []
    for n, turn in enumerate(turns):
        pairs = set(pairwise(map(same, turn.text.split())))
        sizes.append(len(pairs))
        shared: dict[int, int] = {}
        for pair in pairs:
            known = places.get(pair)
            if known is None:
                places[pair] = [n]
                continue
            for m in known:
                shared[m] = shared.get(m, 0) + 1
            known.append(n)
        found += [(m, n) for m, count in shared.items() if count >= SHARED * min(sizes[m], len(pairs))]
        window.append(pairs)
        if len(window) > WINDOW:  # far quicker than to let the index grow
            for pair in window.popleft():
                known = places[pair]
                if len(known) == 1:
                    del places[pair]
                else:
                    del known[0]
    return found


def found_by_ours(pairs: list[Pair], planted: list[Planted]) -> list[bool]:
    """Tell for each copy whether one pair ties at least half of its words to those they are a copy of."""
    at: defaultdict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        for k in pair.b:
            at[k].append(pair)

    def tied(pair: Pair, copy: Planted) -> int:
        return len({j for i, j in pair.links if i in copy.original and j in copy.copy})

    return [any(2 * tied(pair, copy) >= len(copy.copy) for k in copy.copy for pair in at[k]) for copy in planted]


def found_by_reference(pairs: list[tuple[int, int]], planted: list[Planted]) -> list[bool]:
    known = set(pairs)
    return [copy.turns in known for copy in planted]


METHODS: dict[str, tuple[Callable[..., list[Any]], Callable[..., list[bool]]]] = {
    "Stream and align": (ours, found_by_ours),
    "2-gram index, at least 25 % shared": (reference, found_by_reference),
}
"""What finds candidates in turns, and what tells which of the planted copies are among them."""


def timed(work: Callable[..., list[Any]], turns: list[Turn]) -> tuple[float, list[Any]]:
    """Return the seconds, and what was found."""
    began = time.perf_counter()
    found = work(turns)
    return time.perf_counter() - began, found


def shares(flags: list[bool], planted: list[Planted]) -> Iterator[float]:
    """Yield how many of all copies were found, of the turns, of the overlaps."""
    for kinds in (("turns", "overlaps"), ("turns",), ("overlaps",)):
        of_kind = [flag for flag, copy in zip(flags, planted, strict=True) if copy.kind in kinds]
        yield sum(of_kind) / len(of_kind)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--turns", type=int, default=100_000)
    args = parser.parse_args()
    turns, planted = call(args.turns)
    print(f"{args.turns:,} turns, {sum(len(turn.text.split()) for turn in turns):,} words, {len(planted):,} planted copies")
    print(f"{'':36} {'median':>9} {'candidates':>11} {'found':>8} {'turns':>8} {'overlaps':>8}", flush=True)
    seconds: dict[str, list[float]] = {name: [] for name in METHODS}
    found = {}
    for _ in range(args.runs):
        for name, (work, _) in METHODS.items():
            took, found[name] = timed(work, turns)
            seconds[name].append(took)
    for name, (_, judge) in METHODS.items():
        recall = "".join(f" {share:8.2%}" for share in shares(judge(found[name], planted), planted))
        print(f"{name:36} {statistics.median(seconds[name]):7.2f} s {len(found[name]):11,}{recall}")
    ratios = [one / other for one, other in zip(*seconds.values(), strict=True)]
    print(f"{'first by second':36} {statistics.median(ratios):7.2f}")
    floor = statistics.median(timed(split, turns)[0] for _ in range(args.runs))
    print(f"{'floor: split every turn':36} {floor:7.2f} s")
    tenth = turns[: args.turns // 10]
    print(f"{'Stream and align, a tenth of it':36} {statistics.median(timed(ours, tenth)[0] for _ in range(args.runs)):7.2f} s")


if __name__ == "__main__":
    main()
