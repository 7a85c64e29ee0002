"""Who of the two speaks like the one who serves and who like the one who is served."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from math import exp

from annotator.core.model import SIDES, RoleWord
from annotator.core.text import normal

AGENT, CLIENT = SIDES
REPEATED = 4
"""A sign counts at most so often for each speaker: a habit of speech is no more telling than four uses of it."""
SCALE = 0.6
REMEMBERED = 20_000
PER_DEVIATION, DOUBT = 1.75, 2.0


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
    longest: Mapping[str, int]
    """How many words the longest of both has that begins with a word."""
    found: dict[tuple[str, ...], list[tuple[int, int]]] = field(default_factory=dict, compare=False, repr=False)
    """Where signs stand in turns that were looked at: after an edit most turns are seen again."""


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
    longest: dict[str, int] = {}
    for words in (*names, *signs):
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return Lexicon(names, signs, longest)


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
        words = tuple(spoken)
        places = known.found.get(words)
        if places is None:
            if len(known.found) >= REMEMBERED:
                known.found.clear()
            places = known.found[words] = list(_places(words, known.signs, known.longest))
        for i, end in places:
            text = words[i:end]
            side, weight = known.signs[text]
            uses[" ".join(text), label] += 1
            if uses[" ".join(text), label] <= REPEATED:
                found.append(Sign(" ".join(text), side, weight, label, (n, i, end)))
    return found


def chance_agent(found: Sequence[Sign], share: float) -> float:
    """Return how likely label 0 is the agent; `share` is its share of the words, by which signs would fall if they told nothing."""
    return 1 / (1 + exp(-SCALE * sum(_told(found, share))))


def clearly_agent(found: Sequence[Sign], share: float) -> float:
    """Return how likely label 0 is the agent in a call whose labels may be wrong all over.

    What counts is by how many standard deviations the signs differ from such as fall at random: many that contradict each
    other tell less than few that agree. See `chance_agent` for the arguments.
    """
    told = _told(found, share)
    return 1 / (1 + exp(-PER_DEVIATION * sum(told) / (DOUBT + sum(x * x for x in told)) ** 0.5))


def _told(found: Sequence[Sign], share: float) -> list[float]:
    """Return per sign what it tells for label 0 being the agent."""
    by = {0: 1 - share, 1: -share}
    return [sign.weight * by[sign.label] * (1 if sign.side == AGENT else -1) for sign in found]


def _places(words: tuple[str, ...], known: Collection[tuple[str, ...]], longest: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Yield where known words stand (first, after the last), from left to right, the longest of those that begin together."""
    done = 0
    for i, word in enumerate(words):
        if i >= done and word in longest:
            end = next((end for end in range(min(len(words), i + longest[word]), i, -1) if words[i:end] in known), None)
            if end is not None:
                yield i, end
                done = end


_LETTERS = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(
    r"(?<=[а-я]{3})(ыми|ими|ами|ями|ого|его|ому|ему|ая|яя|ую|юю|ой|ей|ий|ый|ым|им|ом|ем|ов|ев|ам|ям|ах|ях|[аяоеиыуюьй])$|(?<=[a-z]{3})s$"
)


def _stems(text: str) -> tuple[str, ...]:
    """Return the words of a name without digits and endings, so that "Продавцы-2" and "продавец" are one."""
    return tuple(re.sub("ец$", "ц", _ENDING.sub("", word)) for word in _LETTERS.findall(normal(text)))
