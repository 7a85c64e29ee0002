"""Which call goes to which split: by call, never by turn, and calls that are nearly the same together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate

from annotator.datasets.base import SPLITS, Row

LEAST = 10
"""Units that a stratum needs to be divided by itself; what is less goes to the stratum above."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """Calls that stay together: `place` is where the seed puts them in the order, 0 to 1."""

    calls: tuple[int, ...]
    stratum: tuple[str, ...]
    place: float


def split(
    keys: Mapping[int, str],
    strata: Mapping[int, Sequence[str]],
    groups: Iterable[Collection[int]],
    shares: Sequence[float],
    seed: int,
) -> dict[int, str]:
    """Return the split of each call.

    `keys` tell calls apart and are all that their place depends on; `strata` is what is to be spread evenly, the most important
    first; `shares` are those of SPLITS. In a stratum the calls are ordered by a hash of seed and key, and divided by the shares,
    so that another call moves hardly any: those next to a border. A group that is larger than a split is trained on.
    """
    total = sum(shares)
    units = _units(keys, strata, groups, seed)
    limits = {name: len(keys) * share / total for name, share in zip(SPLITS, shares, strict=True)}
    small = [limit for name, limit in limits.items() if limit and name != SPLITS[0]]
    result: dict[int, str] = {}
    strays = [unit for unit in units if shares[0] and small and len(unit.calls) > max(1.0, min(small))]
    for unit in strays:
        result |= dict.fromkeys(unit.calls, SPLITS[0])
    waiting = [unit for unit in units if unit not in strays]
    for depth in range(max((len(unit.stratum) for unit in waiting), default=0), -1, -1):
        by_stratum: dict[tuple[str, ...], list[_Unit]] = defaultdict(list)
        for unit in waiting:
            by_stratum[unit.stratum[:depth]].append(unit)
        waiting = []
        for stratum, own in sorted(by_stratum.items()):
            if depth and len(own) < LEAST:
                waiting += own
            else:
                result |= _divided(own, shares, _hash(seed, "stratum", *stratum))
    _fill(result, units, shares)
    return dict(sorted(result.items()))


def _hash(seed: int, *parts: str) -> float:
    digest = blake2b("\x1f".join((str(seed), *parts)).encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2**64


def _units(
    keys: Mapping[int, str], strata: Mapping[int, Sequence[str]], groups: Iterable[Collection[int]], seed: int
) -> list[_Unit]:
    together = [tuple(sorted(group)) for group in groups]
    grouped = {call for group in together for call in group}
    together += [(call,) for call in keys if call not in grouped]
    made = []
    for group in together:
        # The first by its key, not by its number: that is the same in every project.
        first = min(group, key=lambda call: (keys[call], call))
        made.append(_Unit(group, tuple(strata[first]), _hash(seed, keys[first])))
    return sorted(made, key=lambda unit: (unit.place, unit.calls))


def _divided(units: Sequence[_Unit], shares: Sequence[float], start: float) -> dict[int, str]:
    """Divide units in their order by the shares. `start` is where in its own length each is looked at: without it, rounding
    would favour the same split in every stratum.
    """
    total = sum(len(unit.calls) for unit in units)
    borders = list(accumulate(share / sum(shares) for share in shares))
    result: dict[int, str] = {}
    at = 0
    for unit in units:
        place = (at + start * len(unit.calls)) / total
        at += len(unit.calls)
        name = next((name for name, border in zip(SPLITS, borders, strict=True) if place < border - 1e-12), SPLITS[-1])
        result |= dict.fromkeys(unit.calls, name)
    return result


def _fill(result: dict[int, str], units: Sequence[_Unit], shares: Sequence[float]) -> None:
    """Give a split that got nothing the last unit of the largest one, as far as there are units for all."""
    for name, share in zip(SPLITS, shares, strict=True):
        counts = Counter(result.values())
        if share and not counts[name]:
            most = max(SPLITS, key=lambda other: counts[other])
            own = [unit for unit in units if result[unit.calls[0]] == most]
            if len(own) > 1:
                result |= dict.fromkeys(min(reversed(own), key=lambda unit: len(unit.calls)).calls, name)


class Leak(AssertionError):
    """The same call, or nearly the same, is in two splits: a bug, and no such set is written."""


def check(rows: Mapping[str, Iterable[Row]], groups: Iterable[Collection[int]]) -> None:
    """Raise Leak where rows of a call, or of calls that are nearly the same, are in several splits."""
    group_of = {call: ("group", n) for n, group in enumerate(groups) for call in group}
    seen: dict[object, str] = {}
    for name, own in rows.items():
        for row in own:
            for what in (("call", row["call_id"]), ("file", row["source_sha256"]), group_of.get(row["call_id"])):
                if what is not None and seen.setdefault(what, name) != name:
                    raise Leak(f"{what[0]} {what[1]} is in {seen[what]} and {name}")


def common(rows: Mapping[str, Iterable[Row]], given: str) -> dict[str, int]:
    """Return how many rows of each later split give a model what it was given in training, such as "yes": no leak of calls."""
    trained = {_text(row[given]) for row in rows.get(SPLITS[0], ())}
    return {name: sum(_text(row[given]) in trained for row in rows.get(name, ())) for name in SPLITS[1:]}


def _text(value: object) -> str:
    return " ".join(str(value).casefold().split())
