"""Keyword rules: words in any form, several of a rule side by side, and where they stand in a text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from annotator.core.commands.topics import MOST_WORDS
from annotator.core.text import fold
from annotator.morphology import analyzer

GAP = 3
"""So many words at most may stand where a rule has an ellipsis or an asterisk between its words."""
MOST_HITS = 20
"""Of a rule in one turn: more are no more telling."""

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_PART = re.compile(rf"{_WORD.pattern}|…|\.{{2,}}|\*")
_CYRILLIC = re.compile(r"[а-яё]")


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule of `owner` holds: code points start..end of a text."""

    owner: Any
    rule: str
    start: int
    end: int


@cache
def forms(word: str) -> frozenset[str]:
    """Return all forms of a word in lower case, ё as е. A word that is a dictionary form stands for that word only.

    Where it is none, it stands for every word of which it may be a form. What is not Russian has one form.
    """
    plain = _plain(word)
    if not _CYRILLIC.search(plain):
        return frozenset((plain,))
    parses = analyzer().parse(plain)
    own = [parse for parse in parses if _plain(parse.normal_form) == plain] or parses
    return frozenset((plain, *(_plain(form.word) for parse in own for form in parse.lexeme)))


def _plain(word: str) -> str:
    return fold(word).replace("’", "'")


class Rules:
    """Rules of several owners, made ready to be looked for all at once."""

    def __init__(self, rules: Iterable[tuple[Hashable, str]]):
        self._by_first: dict[str, list[tuple[Hashable, str, list[tuple[bool, frozenset[str]]]]]] = defaultdict(list)
        for owner, rule in rules:
            parts = _parts(rule)
            for form in parts[0][1] if 0 < len(parts) <= MOST_WORDS else ():
                self._by_first[form].append((owner, rule, parts[1:]))

    def hits(self, text: str) -> tuple[Hit, ...]:
        """Return where rules hold in a text, by where they begin."""
        tokens = [(_plain(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]
        found: list[Hit] = []
        counts: Counter[tuple[Hashable, str]] = Counter()
        for at, (token, start, _) in enumerate(tokens):
            for owner, rule, rest in self._by_first.get(token, ()):
                last = _last(tokens, at, rest)
                if last is not None and counts[owner, rule] < MOST_HITS:
                    counts[owner, rule] += 1
                    found.append(Hit(owner, rule, start, tokens[last][2]))
        return tuple(found)


def _parts(rule: str) -> list[tuple[bool, frozenset[str]]]:
    """Return the words of a rule as (whether others may stand before it, its forms)."""
    parts: list[tuple[bool, frozenset[str]]] = []
    gap = False
    for piece in _PART.findall(rule):
        if _WORD.fullmatch(piece):
            parts.append((gap and bool(parts), forms(piece)))
        gap = not _WORD.fullmatch(piece)
    return parts


def _last(tokens: list[tuple[str, int, int]], at: int, rest: list[tuple[bool, frozenset[str]]]) -> int | None:
    """Return the place of the last word of a rule whose first stands at `at`, the nearest; None where the rule does not hold."""
    places = {at}
    for gap, own in rest:
        places = {n for place in places for n in range(place + 1, place + 2 + gap * GAP) if n < len(tokens) and tokens[n][0] in own}
    return min(places, default=None)
