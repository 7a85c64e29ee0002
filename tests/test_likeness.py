"""Calls that are nearly the same are found by their words."""

from __future__ import annotations

import random

import pytest
from rapidfuzz.distance import Indel

from annotator.likeness import LONGEST, Likeness, clusters

WORDS = [f"word{n}" for n in range(5000)]


def call(chance: random.Random, length: int) -> list[str]:
    return chance.choices(WORDS, k=length)


def misheard(chance: random.Random, words: list[str], share: float) -> list[str]:
    """Return the words with so many of them left out, and as many replaced."""
    kept = [word for word in words if chance.random() >= share / 2]
    return [chance.choice(WORDS) if chance.random() < share / 2 else word for word in kept]


@pytest.mark.parametrize("length", [5, 20, 59, 61, 400])
def test_what_is_nearly_the_same_is_found_and_how_much(length):
    chance = random.Random(length)
    for _ in range(20):
        words = call(chance, length)
        other = misheard(chance, words, 0.15)
        share = Indel.normalized_similarity(words, other)
        known = Likeness()
        known.add(7, words)
        found = known.similar(other)
        if share > 0.85:
            assert [key for key, _ in found] == [7]
            assert found[0][1] == pytest.approx(share)
        elif share < 0.799:
            assert found == []


def test_just_as_much_as_is_asked_for_is_enough():
    known = Likeness()
    known.add(1, "one two three four five".split())
    assert known.similar("one two three four other".split(), 0.8) == [(1, pytest.approx(0.8))]
    assert known.similar("one two three four other".split(), 0.81) == []


def test_case_and_marks_make_no_difference_and_nothing_is_like_nothing():
    known = Likeness()
    known.add(1, ["Ещё", "раз,", "—", "привет!"])
    known.add(2, ["—", "..."])
    known.add(3, [])
    assert known.similar(["еще", "раз", "привет"]) == [(1, 1.0)]
    assert known.similar([]) == known.similar(["—"]) == []


def test_the_most_similar_comes_first():
    chance = random.Random(1)
    words = call(chance, 300)
    known = Likeness()
    known.add(1, misheard(chance, words, 0.1))
    known.add(2, words)
    known.add(3, call(chance, 300))
    assert [key for key, _ in known.similar(words)] == [2, 1]


def test_groups_hold_whoever_is_like_one_of_them():
    chance = random.Random(2)
    first = call(chance, 200)
    second = first[30:] + call(chance, 30)
    third = second[30:] + call(chance, 30)
    assert Indel.normalized_similarity(first, third) < 0.8
    texts = {1: first, 5: call(chance, 200), 4: second, 3: third, 8: call(chance, 4)}
    assert clusters(texts) == [(1, 3, 4)]
    assert clusters(dict(reversed(texts.items()))) == [(1, 3, 4)]
    assert clusters(dict.fromkeys((9, 2, 4), first)) == [(2, 4, 9)]


def test_of_a_very_long_call_the_beginning_is_looked_at():
    chance = random.Random(3)
    words = call(chance, LONGEST + 1000)
    known = Likeness()
    known.add(1, words)
    assert known.similar([*words[:LONGEST], *call(chance, 5000)]) == [(1, 1.0)]
