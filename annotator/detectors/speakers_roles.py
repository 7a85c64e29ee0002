"""Who of the two speaks like the one who serves and who like the one who is served."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import exp

from annotator.core.model import SIDES, RoleWord
from annotator.core.text import normal

AGENT, CLIENT = SIDES
REPEATED = 4
"""A sign counts at most so often for each speaker: a habit of speech is no more telling than four uses of it."""
SCALE = 0.6


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that tell a side. `place` is (turn, first word, word after the last) in the order they were given."""

    text: str
    side: str
    weight: int
    label: int
    place: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words that tell a side, by their words (of names by the stems of these), with the weights of signs."""

    names: Mapping[tuple[str, ...], str]
    signs: Mapping[tuple[str, ...], tuple[str, int]]
    longest: int
    """How many words the longest of both has."""


@cache
def packaged_role_words() -> tuple[RoleWord, ...]:
    """Return the words that the program knows by itself, all with the id 0."""
    data = json.loads(files(__package__).joinpath("speakers_roles.json").read_text(encoding="utf-8"))
    names = [RoleWord(0, text, side) for side in SIDES for text in data["names"][side]]
    return (*names, *(RoleWord(0, text, side, "sign", weight) for side in SIDES for text, weight in data["signs"][side].items()))


@lru_cache(maxsize=8)
def lexicon_of(role_words: tuple[RoleWord, ...] = ()) -> Lexicon:
    """Return the packaged words with those of a project, which win; words that tell no side are left out."""
    merged = {role_word_key(word): word for word in (*packaged_role_words(), *role_words)}
    names = {words: word.side for (use, words), word in merged.items() if word.side and use == "name"}
    signs = {words: (word.side, word.weight) for (use, words), word in merged.items() if word.side and use == "sign"}
    return Lexicon(names, signs, max(map(len, (*names, *signs)), default=0))


def role_word_key(word: RoleWord) -> tuple[str, tuple[str, ...]]:
    """Return what is equal for words that are taken for the same, of which the last one counts."""
    return word.use, _stems(word.text) if word.use == "name" else tuple(word.text.split())


def named_side(*names: str, lexicon: Lexicon | None = None) -> str | None:
    """Return the side that a role or a name tells (in Russian or English), None when it tells none.

    Of words that tell something together the longest count: "customer" tells one side, "customer service" the other.
    """
    known = lexicon or lexicon_of()
    sides = {known.names[stems[i:end]] for stems in map(_stems, names) for i, end in _places(stems, known.names, known.longest)}
    return sides.pop() if len(sides) == 1 else None


def signs(turns: Iterable[tuple[int, Sequence[str]]], lexicon: Lexicon | None = None) -> list[Sign]:
    """Return the signs in turns given as (label, words in normal form); of overlapping ones the longest."""
    known = lexicon or lexicon_of()
    found, uses = [], Counter[tuple[str, int]]()
    for n, (label, spoken) in enumerate(turns):
        for i, end in _places(tuple(spoken), known.signs, known.longest):
            text = tuple(spoken[i:end])
            side, weight = known.signs[text]
            uses[" ".join(text), label] += 1
            if uses[" ".join(text), label] <= REPEATED:
                found.append(Sign(" ".join(text), side, weight, label, (n, i, end)))
    return found


def chance_agent(found: Sequence[Sign], share: float) -> float:
    """Return how likely label 0 is the agent; `share` is its share of the words, by which signs would fall if they told nothing."""
    score = 0.0
    for sign in found:
        by_first = (1 - share) if sign.label == 0 else -share
        score += sign.weight * by_first * (1 if sign.side == AGENT else -1)
    return 1 / (1 + exp(-SCALE * score))


def _places(words: tuple[str, ...], known: Collection[tuple[str, ...]], longest: int) -> Iterator[tuple[int, int]]:
    """Yield where known words stand (first, after the last), from left to right, the longest of those that begin together."""
    i = 0
    while i < len(words):
        end = next((end for end in range(min(len(words), i + longest), i, -1) if words[i:end] in known), None)
        if end is not None:
            yield i, end
        i = end or i + 1


_LETTERS = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(
    r"(?<=[а-я]{3})(ыми|ими|ами|ями|ого|его|ому|ему|ая|яя|ую|юю|ой|ей|ий|ый|ым|им|ом|ем|ов|ев|ам|ям|ах|ях|[аяоеиыуюьй])$|(?<=[a-z]{3})s$"
)


def _stems(text: str) -> tuple[str, ...]:
    """Return the words of a name without digits and endings, so that "Продавцы-2" and "продавец" are one."""
    return tuple(re.sub("ец$", "ц", _ENDING.sub("", word)) for word in _LETTERS.findall(normal(text)))
