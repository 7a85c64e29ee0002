"""After an edit only the neighbourhood is looked at again, and the result is that of a full run."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.finding import Finding
from annotator.core.model import Header, Source, Transcript, Turn
from annotator.detectors import duplicates_examine
from annotator.detectors.duplicates import Duplicates
from annotator.detectors.duplicates_align import Stream
from annotator.detectors.duplicates_examine import REACH

WORDS = [a + b for a in ("при", "вы", "пере", "до", "за", "от") for b in ("дёт", "писал", "звонит", "даст", "нос", "вод", "пуск")]
SMALL = "и в не на я что да мы это у нас вам по ну".split()


def turn(number: int, text: str) -> Turn:
    return Turn(1, number, float(number), "AB"[number % 2], text)


def transcript(turns: Sequence[Turn]) -> Transcript:
    return Transcript(Header(1, "call"), Source(1, "call", "text", "utf-8", b"", ()), turns=tuple(turns))


def spoken(rng: random.Random, count: int) -> list[Turn]:
    """Make turns of which every sixth repeats something: the end of the turn before, a part of itself, or all of it."""
    turns: list[Turn] = []
    for number in range(1, count + 1):
        said = [rng.choice(SMALL if rng.random() < 0.5 else WORDS) for _ in range(rng.randint(1, 24))]
        kind = rng.randrange(6)
        if turns and kind == 0:
            said = turns[-1].text.split()[-rng.randint(1, 12) :] + said
        elif kind == 1 and rng.random() < 0.5:
            size = rng.randint(1, 6)
            said[size:size] = said[:size] * rng.randint(1, 4)
        elif kind == 2 and rng.random() < 0.3:
            said += ["продолжение", "следует"]
        turns.append(turn(number, " ".join(said)))
    return turns


def find(turns: Sequence[Turn], memory: dict[str, Any] | None = None) -> list[Finding]:
    items = Duplicates().find(transcript(turns), min_confidence=0.2, memory=memory)
    return [item for item in items if isinstance(item, Finding)]


def edited(turns: Sequence[Turn], rng: random.Random) -> list[Turn]:
    """Return the turns after an edit: words changed, a turn removed, hidden, split, joined, repeated or given away."""
    changed = list(turns)
    at = rng.randrange(len(changed))
    now, words = changed[at], changed[at].text.split()
    kind = rng.randrange(7)
    if kind == 0:
        words[rng.randrange(len(words))] = rng.choice(WORDS)
        changed[at] = replace(now, text=" ".join(words))
    elif kind == 1 and len(changed) > 1:
        del changed[at]
    elif kind == 2:
        changed[at] = replace(now, hidden=not now.hidden)
    elif kind == 3 and len(words) > 1:
        cut = rng.randrange(1, len(words))
        changed[at : at + 1] = [
            replace(now, text=" ".join(words[:cut])),
            replace(now, id=now.id + 5000, text=" ".join(words[cut:])),
        ]
    elif kind == 4 and at:
        changed[at - 1 : at + 1] = [replace(changed[at - 1], text=f"{changed[at - 1].text} {now.text}")]
    elif kind == 5:
        changed.insert(at, replace(now, id=now.id + 9000))
    else:
        changed[at] = replace(now, speaker_id="C")
    return [replace(t, id=n, rank=float(n)) if len({t.id for t in changed}) < len(changed) else t for n, t in enumerate(changed)]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from((6, 60, 150)), st.integers(1, 5))
def test_edits_give_what_a_full_run_gives(seed: int, count: int, edits: int) -> None:
    rng = random.Random(seed)
    turns = spoken(rng, count)
    memory: dict[str, Any] = {}
    assert find(turns, memory) == find(turns)
    for _ in range(edits):
        turns = edited(turns, rng)
        assert find(turns, memory) == find(turns)


def test_only_the_neighbourhood_of_an_edit_is_examined(monkeypatch: pytest.MonkeyPatch) -> None:
    examined: list[int] = []

    class Counting(Stream):
        def __init__(self, turns: Sequence[Turn], ignore: Any = ()):
            super().__init__(turns, ignore)
            examined.append(len(self.words))

    monkeypatch.setattr(duplicates_examine, "Stream", Counting)
    turns = spoken(random.Random(1), 1500)
    memory: dict[str, Any] = {}
    find(turns, memory)
    turns[700] = replace(turns[700], text="совсем другие слова " + turns[700].text)
    find(turns, memory)
    assert examined[0] > 15_000
    assert examined[1] < 6 * REACH
    find(turns, memory)
    assert len(examined) == 2


def test_a_run_that_was_ended_leaves_the_memory_as_it_was() -> None:
    turns = spoken(random.Random(2), 60)
    memory: dict[str, Any] = {}
    find(turns, memory)
    kept = memory["duplicates"]
    changed = edited(turns, random.Random(3))
    next(iter(Duplicates().find(transcript(changed), min_confidence=0.2, memory=memory)))
    assert memory["duplicates"] is kept
    assert find(changed, memory) == find(changed)


def test_other_options_start_anew() -> None:
    turns = spoken(random.Random(4), 60)
    memory: dict[str, Any] = {}
    every = find(turns, memory)
    shown = [item for item in Duplicates().find(transcript(turns), min_confidence=0.9, memory=memory) if isinstance(item, Finding)]
    assert len(shown) < len(every)
    assert find(turns, memory) == every


@pytest.mark.parametrize("texts", [[], ["да"], ["", "да", ""], ["— …", "!"]])
def test_turns_without_words(texts: list[str]) -> None:
    turns = [turn(n, text) for n, text in enumerate(texts)]
    memory: dict[str, Any] = {}
    assert find(turns, memory) == find([*turns, turn(99, "нет")], memory) == find(turns, memory) == []
