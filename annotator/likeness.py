"""Which calls are nearly the same, by their words.

Calls that may be alike share a band of their MinHash signatures (Broder 1997; bands as in Leskovec, Rajaraman, Ullman,
"Mining of Massive Datasets", chapter 3); whether they are alike is then decided by aligning their words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from annotator.core.text import normal

LEAST = 0.8
"""Calls are nearly the same from this share of common words on: twice their number by the words of both, in their order."""
LONGEST = 20_000
"""Words of a call that are looked at, from its beginning: the work of an alignment grows with the square of them."""
_SHORT = 60
"""Words below which a call is known by single words: one wrong word spoils three runs of three, and there are not many."""
_CHUNK = 4096
_BINS = 1024
_CODES = 0x110000
"""So many characters there are: words are aligned as characters, which is many times as fast."""

_Signature = NDArray[np.uint64]


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


class _Shingles:
    """Runs of `size` words as numbers, and `bands` times `rows` smallest ones of them, each in another order."""

    def __init__(self, size: int, bands: int, rows: int):
        self.bands, self._rows = bands, rows
        constants = [[_hash(f"{name}{n}") | 1 for n in range(count)] for name, count in (("word", size), ("order", bands * rows))]
        self._places, self._orders = (np.array(numbers, dtype=np.uint64) for numbers in constants)

    def keys(self, hashes: _Signature) -> Iterator[tuple[int, bytes]]:
        """Yield what calls that are alike have in common: at least one of these, most probably."""
        size = min(len(self._places), len(hashes))
        runs = np.zeros(len(hashes) - size + 1, dtype=np.uint64)
        for n in range(size):
            runs += hashes[n : n + len(runs)] * self._places[n]
        runs = np.unique(runs ^ (runs >> np.uint64(29)))
        least = np.full(len(self._orders), np.iinfo(np.uint64).max, dtype=np.uint64)
        for at in range(0, len(runs), _CHUNK):
            ordered = self._orders[:, None] * runs[at : at + _CHUNK]
            ordered ^= ordered >> np.uint64(31)
            least = np.minimum(least, ordered.min(axis=1))
        for band in range(self.bands):
            yield band, least[band * self._rows : (band + 1) * self._rows].tobytes()


# At a likeness of 0.8 two calls share a third of their runs of three words, or two thirds of their words.
_RUNS, _WORDS = _Shingles(3, 40, 2), _Shingles(1, 40, 2)


class Likeness:
    """Calls by number, and which of them are like another. The order in which they were added makes no difference."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        """Words as they stand in calls; those that are the same in normal form have one number, what is no word has -1."""
        self._known: dict[str, int] = {}
        self._hashes: list[int] = []
        self._keys: list[int] = []
        self._texts: list[str] = []
        self._counts = np.zeros((16, _BINS), dtype=np.uint16)
        """How often words of each bin stand in a call: in how many words two calls may agree at most."""
        self._buckets: dict[tuple[str, int, bytes], list[int]] = defaultdict(list)

    def add(self, key: int, words: Sequence[str]) -> None:
        """Add a call; one without words is like none."""
        numbers = self._numbered(words)
        if not numbers:
            return
        place = len(self._keys)
        self._keys.append(key)
        self._texts.append(_text(numbers))
        if place == len(self._counts):
            self._counts = np.concatenate([self._counts, np.zeros_like(self._counts)])
        self._counts[place] = _bins(numbers)
        for band in self._places(numbers):
            self._buckets[band].append(place)

    def similar(self, words: Sequence[str], least: float = LEAST) -> list[tuple[int, float]]:
        """Return the calls that are like these words, and how much, from `least` to 1: the most similar first.

        Below LEAST not all are found.
        """
        numbers = self._numbered(words)
        if not numbers:
            return []
        text, places = _text(numbers), self._near([self._buckets.get(band, []) for band in self._places(numbers)])
        likely = places[self._most(_bins(numbers), places) >= least - 1e-6]
        found = [(self._keys[place], _share(text, self._texts[place], least)) for place in likely]
        return sorted(((key, share) for key, share in found if share is not None), key=lambda one: (-one[1], one[0]))

    def groups(self, least: float = LEAST) -> list[tuple[int, ...]]:
        """Return the calls that are like others, in groups: whoever is like one of a group belongs to it."""
        first: dict[str, int] = {}
        group = np.array([first.setdefault(text, place) for place, text in enumerate(self._texts)], dtype=np.int64)
        bands: list[list[list[int]]] = [[] for _ in self._keys]
        for bucket in self._buckets.values():
            if len(bucket) > 1:
                for place in bucket:
                    bands[place].append(bucket)
        for place in sorted(first.values()):
            near = self._near(bands[place])
            near = near[(near < place) & (group[near] != group[place])]
            for other in near[self._most(self._counts[place], near) >= least - 1e-6]:
                if group[other] != group[place] and _share(self._texts[place], self._texts[other], least) is not None:
                    group[group == group[other]] = group[place]
        together: dict[int, list[int]] = defaultdict(list)
        for key, number in zip(self._keys, group.tolist(), strict=True):
            together[number].append(key)
        return sorted(tuple(sorted(keys)) for keys in together.values() if len(keys) > 1)

    def _near(self, buckets: Sequence[Sequence[int]]) -> NDArray[np.int64]:
        """Return the places of all that are in these buckets: of all calls, if that is less work (those that follow a script)."""
        if sum(map(len, buckets)) > 2 * len(self._keys):
            return np.arange(len(self._keys))
        return np.array(sorted({place for bucket in buckets for place in bucket}), dtype=np.int64)

    def _most(self, counts: NDArray[np.uint16], places: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return how much calls can be like one with these counts, whatever the order of their words."""
        length = int(counts.sum()) + np.array([len(self._texts[place]) for place in places], dtype=np.int64)
        common: NDArray[np.float64] = 2 * np.minimum(self._counts[places], counts).sum(axis=1, dtype=np.int64) / length
        return common

    def _numbered(self, words: Sequence[str]) -> list[int]:
        numbers = []
        for word in words:
            number = self._numbers.get(word)
            if number is None:
                number = self._numbers[word] = self._number(word)
            if number >= 0:
                numbers.append(number)
        return numbers[:LONGEST]

    def _number(self, word: str) -> int:
        if not any(map(str.isalnum, word)):
            return -1
        known = normal(word)
        if known not in self._known:
            self._known[known] = len(self._hashes)
            self._hashes.append(_hash(known))
        return self._known[known]

    def _places(self, numbers: Sequence[int]) -> Iterator[tuple[str, int, bytes]]:
        hashes = np.array([self._hashes[number] for number in numbers], dtype=np.uint64)
        for band, key in _RUNS.keys(hashes):
            yield "runs", band, key
        if len(numbers) < _SHORT:
            for band, key in _WORDS.keys(hashes):
                yield "words", band, key


def _bins(numbers: Sequence[int]) -> NDArray[np.uint16]:
    return np.bincount(np.array(numbers) % _BINS, minlength=_BINS).astype(np.uint16)


def _text(numbers: Sequence[int]) -> str:
    return "".join([chr(number % _CODES) for number in numbers])


def _share(text: str, other: str, least: float) -> float | None:
    """Return how much of two texts is the same, None if less than `least`."""
    # What is just as much as asked for must not be lost in the last digit of a float.
    share = Indel.normalized_similarity(text, other, score_cutoff=max(0.0, least - 1e-6))
    return share if share >= least - 1e-9 else None


def clusters(texts: Mapping[int, Sequence[str]], least: float = LEAST) -> list[tuple[int, ...]]:
    """Return which of the calls (by number: their words) are nearly the same, in groups of two and more."""
    likeness = Likeness()
    for key, words in texts.items():
        likeness.add(key, words)
    return likeness.groups(least)
