"""Who of the two speaks like the one who serves and who like the one who is served."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from annotator.core.text import normal, words

AGENT, CLIENT = "agent", "client"
LONGEST = 4
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


@cache
def _lexicon() -> tuple[dict[str, str], dict[tuple[str, ...], tuple[str, int]]]:
    data = json.loads(files(__package__).joinpath("speakers_roles.json").read_text(encoding="utf-8"))
    names = {name: side for side, listed in data["names"].items() for name in listed}
    signs = {tuple(text.split()): (side, weight) for side, listed in data["signs"].items() for text, weight in listed.items()}
    return names, signs


def named_side(*names: str) -> str | None:
    """Return the side that a role or a name tells (in Russian or English), None when it tells none."""
    known, _ = _lexicon()
    sides = {known[word] for name in names for w in words(name) if (word := normal(w.text)) in known}
    return sides.pop() if len(sides) == 1 else None


def signs(turns: Iterable[tuple[int, Sequence[str]]]) -> list[Sign]:
    """Return the signs in turns given as (label, words in normal form); of overlapping ones the longest."""
    _, known = _lexicon()
    found, uses = [], Counter[tuple[str, int]]()
    for n, (label, spoken) in enumerate(turns):
        i = 0
        while i < len(spoken):
            for size in range(LONGEST, 0, -1):
                text = tuple(spoken[i : i + size])
                if text in known and len(text) == size:
                    side, weight = known[text]
                    uses[" ".join(text), label] += 1
                    if uses[" ".join(text), label] <= REPEATED:
                        found.append(Sign(" ".join(text), side, weight, label, (n, i, i + size)))
                    i += size
                    break
            else:
                i += 1
    return found


def chance_agent(found: Sequence[Sign], share: float) -> float:
    """Return how likely label 0 is the agent; `share` is its share of the words, by which signs would fall if they told nothing."""
    score = 0.0
    for sign in found:
        by_first = (1 - share) if sign.label == 0 else -share
        score += sign.weight * by_first * (1 if sign.side == AGENT else -1)
    return 1 / (1 + exp(-SCALE * score))
