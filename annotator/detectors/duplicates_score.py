"""How likely a pair of copies is an artefact, and which copy is the real one: two logistic models over features with names."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Collection, Mapping
from itertools import accumulate, pairwise
from pathlib import Path

from rapidfuzz.distance import Indel

from annotator.detectors.duplicates_align import Pair, Stream

Features = dict[str, float]

_LONG = 4
"""From so many words on people do not say the same again at once by chance."""

_INSISTED = 7
"""An emphatic word that comes again less often than this may well be meant ("lower lower lower lower lower")."""

WEIGHTS = Path(__file__).with_name("duplicates_weights.json")

_EMPHATIC = """
да нет так ну все очень чуть ага угу хорошо понял поняла понятно ясно давай давайте конечно ладно вот спасибо подожди
подождите секунду минуту сейчас быстро много долго далеко ниже выше дальше ближе больше меньше левее правее еще раз стоп тихо
алло пока едва еле только просто точно верно
yeah yes yep no nope ok okay right sure very really many much so far long more again bye hello hey hi wait well oh uh um mhm
thanks please
"""
EMPHATIC = frozenset(_EMPHATIC.split())
"""What people say several times on purpose."""

_NUMBERS = """
ноль нуля один одна одну два две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать
пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят
девяносто сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот тысяча
zero oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand double triple
"""
NUMBERS = frozenset(_NUMBERS.split())
"""What is read back digit by digit."""

_FUNCTION = """
и а но или что чтобы как если то же ли бы не ни в во на с со к ко у о об от до по за из под над при для без про через между я
ты он она оно мы вы они это этот эта эти тот та те мой твой наш ваш его ее их меня тебя нас вас мне тебе нам вам ну вот там
тут так уже еще
the a an of to in on at and or but if as with for from by i you he she it we they me him us them that this is are am was were
be been have has had do does did not my your his her our their there here what which who it's that's i'm don't just like
"""
FUNCTION = frozenset(_FUNCTION.split())
"""What is said all the time, so that it comes again by chance."""


def is_number(word: str) -> bool:
    return word in NUMBERS or any(map(str.isdigit, word))


def is_meant(word: str) -> bool:
    """Tell whether people say this word several times on purpose."""
    return word in EMPHATIC or is_number(word)


def _bin(value: int, *edges: int) -> str:
    """Name the class of a count: "2" alone, "3-4" for a range, "9+" for the last."""
    for low, high in pairwise(edges):
        if value < high:
            return str(low) if high == low + 1 else f"{low}-{high - 1}"
    return f"{edges[-1]}+"


class Scorer:
    """Scores the pairs of one stream; how rare a word is, is taken from the call itself, so it needs no dictionary."""

    def __init__(self, stream: Stream, pairs: Collection[Pair]):
        self.stream = stream
        steps = [0] * (len(stream.words) + 1)
        for pair in pairs:
            if len(pair.links) >= _LONG and not pair.period:
                for copy in (pair.a, pair.b):
                    steps[copy.start] += 1
                    steps[copy.stop] -= 1
        self._pairs_at = list(accumulate(steps))
        counts = Counter(stream.stems)
        total = max(2, len(stream.stems))
        self._rarity = {stem: math.log(total / count) / math.log(total) for stem, count in counts.items()}

    def _rarity_of(self, copy: range) -> list[float]:
        """Return per word 1 for one that the call has once only, towards 0 the more often it comes."""
        return [self._rarity[self.stream.stems[k]] for k in copy]

    def numeric(self, pair: Pair) -> bool:
        """Tell whether the pair is mostly numbers or differs in them: read back to be sure, or the next entry of a list."""
        if pair.period:
            return False
        words = self.stream.words
        numbers = sum(is_number(words[k]) for k in pair.b)
        same = {k for i, j in pair.links if words[i] == words[j] for k in (i, j)}
        others = min(sum(is_number(words[k]) for k in copy if k not in same) for copy in (pair.a, pair.b))
        return others > 1 or (numbers > 1 and 3 * numbers >= 2 * len(pair.b))

    def artefact(self, pair: Pair) -> Features:
        """Return what speaks for or against the pair being an artefact."""
        s = self.stream
        a, b = pair.a, pair.b
        once = b if not pair.period else range(b.start, b.start + pair.period)
        text = s.words[once.start : once.stop]
        size, matched = len(once), len(pair.links)
        exact = sum(s.words[i] == s.words[j] for i, j in pair.links)
        turns = s.turn[b.start] - s.turn[a.stop - 1]
        length = _bin(min(size, matched), 1, 2, 3, 4, 5, 7, 10, 15)
        if pair.period:
            where = "loop"
        elif turns == 0:
            where = "inside " + _bin(pair.gap, 0, 1, 2, 5, 13)
        elif turns == 1:
            where = "next " + _bin(s.trail(a.stop - 1), 0, 1, 3, 6) + "|" + _bin(s.lead(b.start), 0, 1, 3, 6)
        else:
            where = "later " + _bin(turns, 2, 3, 5)
        same = s.speakers[s.turn[a.start]] == s.speakers[s.turn[b.start]]
        content = sum(word not in FUNCTION and not is_meant(word) for word in text)
        rarity = self._rarity_of(once)
        size_class = "long" if size >= _LONG else _bin(size, 1, 2, 3)
        whole_a = s.starts(a.start) and s.starts(a.stop)
        whole_b = s.starts(b.start) and s.starts(b.stop)
        found: Features = {
            "bias": 1.0,
            f"length {length}": 1.0,
            f"where {where}": 1.0,
            f"{where.split()[0]} length {length}": 1.0,
            "log length": math.log(size),
            "odd words": 1 - matched / max(len(b), len(a)) if not pair.period else 1 - matched / len(b),
            "inexact words": 1 - exact / matched,
            "letters": _letters(s, pair),
            "distinct": len(set(text)) / size,
            "rarity mean": sum(rarity) / size,
            "rarity most": max(rarity),
            "rarity sum": min(8.0, sum(rarity)) / 4,
            "content": min(content, 8) / 4,
            "turn starts in the middle of b": any(s.starts(k) for k in b[1:]),
            "turn starts in the middle of a": any(s.starts(k) for k in a[1:]),
        }
        if not content:
            found["only function words"] = 1.0
            if all(map(is_meant, text)):
                found["only emphatic words"] = 1.0
                found[f"only emphatic words {where.split()[0]}"] = 1.0
        found[f"{'same' if same else 'other'} speaker {where.split()[0]} {size_class}"] = 1.0
        if whole_a:
            found[f"a whole {size_class}"] = 1.0
        if whole_b:
            found[f"b whole {size_class}"] = 1.0
        if whole_a and whole_b:
            found[f"both whole {size_class}"] = 1.0
        if not pair.period:
            found[f"gap {_bin(max(0, pair.gap), 0, 1, 2, 3, 6, 12, 25, 45)}"] = 1.0
            found["log gap"] = math.log1p(max(0, pair.gap))
            found[f"log gap {where.split()[0]}"] = found["log gap"]
            found[f"odd words {where.split()[0]}"] = found["odd words"]
            found[f"a ends turn {size_class}"] = s.starts(a.stop)
            found[f"b starts turn {size_class}"] = s.starts(b.start)
            found[f"b ends turn {size_class}"] = s.starts(b.stop)
            found[f"a starts turn {size_class}"] = s.starts(a.start)
            if matched >= _LONG:
                found["other copies"] = min(3.0, max(sum(self._pairs_at[k] for k in copy) / len(copy) for copy in (a, b)) - 1)
        else:
            times = len(b) // pair.period
            if "only emphatic words" in found and pair.period == 1 and times < _INSISTED:
                times = 2
            found[f"times {_bin(times, 2, 3, 4, 5, 7)}"] = 1.0
            found[f"times {_bin(times, 2, 3, 4, 6)} period {_bin(pair.period, 1, 2, 3)}"] = 1.0
            found["loop rarity"] = sum(rarity) / size
        return {name: float(value) for name, value in found.items() if value}

    def later(self, pair: Pair) -> Features:
        """Return what speaks for the later copy being the real one."""
        s = self.stream
        a, b = pair.a, pair.b
        length = _bin(len(pair.links), 1, 2, 3, 4, 6, 10)
        ends, starts = s.starts(a.stop), s.starts(b.start)
        edge = f"{'end' if ends else 'mid'}|{'start' if starts else 'mid'}"
        same = "same" if s.speakers[s.turn[a.start]] == s.speakers[s.turn[b.start]] else "other"
        found: Features = {
            "bias": 1.0,
            f"{edge} {length}": 1.0,
            f"{edge} {same}": 1.0,
            f"gap {_bin(max(0, pair.gap), 0, 1, 2, 4, 10)}": 1.0,
            f"a lead {_bin(s.lead(a.start), 0, 1, 3)}": 1.0,
            f"a trail {_bin(s.trail(a.stop - 1), 0, 1, 2, 3)}": 1.0,
            f"b lead {_bin(s.lead(b.start), 0, 1, 2, 3)}": 1.0,
            f"b trail {_bin(s.trail(b.stop - 1), 0, 1, 3)}": 1.0,
            f"{edge} a whole": s.starts(a.start) and ends,
            f"{edge} b whole": starts and s.starts(b.stop),
            "longer": (len(b) - len(a)) / 2,
            "rarer": sum(self._rarity_of(b)) - sum(self._rarity_of(a)),
        }
        return {name: float(value) for name, value in found.items() if value}


def _letters(stream: Stream, pair: Pair) -> float:
    """Return the share of letters that differ between the copies (a loop's copies: the first two)."""
    second = pair.b[: pair.period] if pair.period else pair.b
    return Indel.normalized_distance(" ".join(stream.words[k] for k in pair.a), " ".join(stream.words[k] for k in second))


def probability(weights: Mapping[str, float], features: Features) -> float:
    """Return the probability that a logistic model gives."""
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in features.items())))


def load_weights(path: Path = WEIGHTS) -> tuple[dict[str, float], dict[str, float]]:
    """Return the weights of the two models: artefact, later copy."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return data["artefact"], data["later"]
