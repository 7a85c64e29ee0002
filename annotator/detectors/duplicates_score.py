"""How likely a pair of copies is an artefact, and which copy is the real one: boosted trees over features with names."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Indel

from annotator.detectors.duplicates_align import Pair, Stream

_LONG = 4
"""From so many words on people do not say the same again at once by chance."""

_FAR = 8
"""Beyond so many words (or turns) it does not matter how far away something is."""

_INSISTED = 7
"""So few emphatic words may well be meant: "ниже ниже ниже ниже"."""

_FASTEST_MS, _SLOWEST_MS = 120, 600
"""Nobody says words faster than this, and hardly anybody more slowly."""

_ROUNDED_MS = 1000
"""Times are often given in whole seconds."""

_OVERLAP_MS = 300
_SILENCE_MS = 5000
_OVERLAPPING, _SILENCE = 2.0, -1.0
"""Log odds, set by judgement: there are no recordings with times and known copies to fit them on."""

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


GROUPS: Mapping[str, tuple[str, ...]] = {
    "alignment": ("matched", "first size", "second size", "odd words", "exact", "letters", "period", "times"),
    "place": ("gap", "free gap", "turns apart", "first lead", "first trail", "second lead", "second trail", "turn inside"),
    "speaker": ("same speaker", "same speaker all along"),
    "words": ("distinct", "content", "function", "emphatic", "numbers", "first word", "last word", "word before", "word after"),
}  # fmt: skip
"""What the models look at, by group, in the order of the values that Scorer.features returns."""

FEATURES = tuple(name for names in GROUPS.values() for name in names)


@lru_cache(maxsize=50_000)
def is_number(word: str) -> bool:
    return word in NUMBERS or any(map(str.isdigit, word))


def is_meant(word: str) -> bool:
    """Tell whether people say this word several times on purpose."""
    return word in EMPHATIC or is_number(word)


@dataclass(frozen=True, eq=False)
class Model:
    """Trees for two questions: is the pair an artefact, and is its later copy the real one.

    A tree is a number or (feature, limit, tree up to the limit, tree above it); the sum of all numbers is the log odds.
    """

    artefact: Sequence[Any]
    later: Sequence[Any]


@cache
def load(path: Path = WEIGHTS) -> Model:
    """Read the trained models, once per process."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Model(data["artefact"], data["later"])


def log_odds(trees: Sequence[Any], features: Sequence[float]) -> float:
    """Return what the trees say."""
    total = 0.0
    for tree in trees:
        while type(tree) is not float:  # quicker than isinstance, and this is where the time goes
            feature, limit, below, above = tree
            tree = below if features[feature] <= limit else above
        total += tree
    return total


def probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


@lru_cache(maxsize=20_000)
def _artefact(model: Model, features: tuple[float, ...]) -> float:
    """Remember what the trees say: after an edit most pairs are seen again."""
    return log_odds(model.artefact, features)


@lru_cache(maxsize=20_000)
def _later(model: Model, features: tuple[float, ...]) -> float:
    return log_odds(model.later, features)


class Scorer:
    """Looks at the pairs of one stream; all it looks at lies within LAG words of the copies."""

    def __init__(self, stream: Stream, pairs: Collection[Pair], model: Model):
        self.stream = stream
        self._model = model
        covered = [False] * len(stream.words)
        for pair in pairs:
            if len(pair.links) >= _LONG and not pair.period:
                for copy in (pair.a, pair.b):
                    covered[copy.start : copy.stop] = [True] * len(copy)
        self._covered = [0, *accumulate(covered)]

    def artefact(self, pair: Pair, features: tuple[float, ...]) -> float:
        """Return how likely the pair is an artefact: what the words tell and, where the turns have times, what these add."""
        return probability(_artefact(self._model, features) + timing(self.stream, pair))

    def later(self, features: tuple[float, ...]) -> float:
        """Return how likely the later copy is the real one."""
        return probability(_later(self._model, features))

    def meant(self, pair: Pair) -> bool:
        """Tell whether people say such a thing twice on purpose.

        That is a few emphatic words, or what is mostly numbers or differs in them: read back to be sure, or the next entry
        of a list.
        """
        words = self.stream.words
        if len(pair.b) < _INSISTED and all(is_meant(words[k]) for k in pair.b):
            return True
        if pair.period:
            return False
        numbers = sum(is_number(words[k]) for k in pair.b)
        same = {k for i, j in pair.links if words[i] == words[j] for k in (i, j)}
        others = min(sum(is_number(words[k]) for k in copy if k not in same) for copy in (pair.a, pair.b))
        return others > 1 or (numbers > 1 and 3 * numbers >= 2 * len(pair.b))

    def features(self, pair: Pair) -> tuple[float, ...]:
        """Return what speaks for or against the pair, in the order of FEATURES."""
        s = self.stream
        a, b = pair.a, pair.b
        once = range(b.start, b.start + pair.period) if pair.period else b
        text = s.words[once.start : once.stop]
        size, matched = len(once), len(pair.links)
        exact = sum(s.words[i] == s.words[j] for i, j in pair.links)
        first, second = s.turn[a.start], s.turn[b.start]
        between = s.turn[a.stop - 1]
        gap = max(0, pair.gap)
        speakers = {s.speaker(k) for k in (a.start, b.start)}
        all_along = len({s.turns[n].speaker_id for n in range(first, s.turn[b.stop - 1] + 1)}) == 1
        return (
            min(matched, size) if pair.period else matched,
            len(a),
            size,
            (0 if pair.period else min(len(a), len(b)) - matched) + abs(len(a) - size),
            exact / matched,
            _letters(s, pair),
            pair.period,
            1 + len(b) // pair.period if pair.period else 0,
            gap,
            gap - (self._covered[b.start] - self._covered[a.stop] if gap else 0),
            min(_FAR, second - between),
            min(_FAR, s.lead(a.start)),
            min(_FAR, s.trail(a.stop - 1)),
            min(_FAR, s.lead(b.start)),
            min(_FAR, s.trail(b.stop - 1)),
            (between > first) + 2 * (s.turn[b.stop - 1] > second),
            0.5 if None in speakers else float(len(speakers) == 1),
            float(all_along),
            len(set(text)) / size,
            sum(word not in FUNCTION and not is_meant(word) for word in text),
            sum(word in FUNCTION for word in text) / size,
            sum(map(is_meant, text)) / size,
            sum(map(is_number, text)),
            _sort(text[0]),
            _sort(text[-1]),
            3 if s.starts(a.start) else _sort(s.words[a.start - 1]),
            3 if s.starts(b.stop) else _sort(s.words[b.stop]),
        )


def timing(stream: Stream, pair: Pair) -> float:
    """Return what the times of the turns add to the log odds; 0 where they say nothing or are not known.

    Turns that overlap, or follow so fast that nobody could have said the words between their starts, were heard once;
    after a long silence people say things again.
    """
    first, second = stream.turn[pair.a.start], stream.turn[pair.b.start]
    one, other = stream.turns[first], stream.turns[second]
    if first == second or one.start_ms is None or other.start_ms is None:
        return 0.0
    took = other.start_ms - one.start_ms
    needed = stream.first[second] - stream.first[first]
    if one.end_ms is not None and other.start_ms < one.end_ms - _OVERLAP_MS:
        return _OVERLAPPING
    if took + _ROUNDED_MS < needed * _FASTEST_MS:
        return _OVERLAPPING
    return _SILENCE if took > needed * _SLOWEST_MS + _SILENCE_MS else 0.0


def _sort(word: str) -> int:
    """Return 0 for a word that is often said twice on purpose, 1 for a function word, 2 for any other."""
    return 0 if is_meant(word) else 1 if word in FUNCTION else 2


def _letters(stream: Stream, pair: Pair) -> float:
    """Return the share of letters that differ between the copies (a loop's copies: the first two)."""
    second = pair.b[: pair.period] if pair.period else pair.b
    return Indel.normalized_distance(" ".join(stream.words[k] for k in pair.a), " ".join(stream.words[k] for k in second))
