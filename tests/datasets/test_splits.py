"""Calls are divided by a seed: evenly, together where they are nearly the same, and hardly moved by other calls."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest

from annotator.datasets.splits import Leak, check, common, split

SHARES = (80, 10, 10)


def keys(count: int) -> dict[int, str]:
    return {n: f"key {n}" for n in range(count)}


def flat(count: int) -> dict[int, tuple[str, ...]]:
    return dict.fromkeys(range(count), ())


def test_shares_are_kept_and_the_seed_decides():
    one = split(keys(1000), flat(1000), [], SHARES, 1)
    assert Counter(one.values()) == {"train": 800, "validation": 100, "test": 100}
    assert split(keys(1000), flat(1000), [], SHARES, 1) == one
    other = split(keys(1000), flat(1000), [], SHARES, 2)
    assert sum(one[n] != other[n] for n in one) > 200


def test_the_order_and_numbers_of_calls_make_no_difference():
    one = split(keys(50), flat(50), [], SHARES, 0)
    turned = {n + 100: key for n, key in reversed(keys(50).items())}
    other = split(turned, dict.fromkeys(turned, ()), [], SHARES, 0)
    assert {n + 100: part for n, part in one.items()} == other


@pytest.mark.parametrize("count", [30, 300])
def test_one_more_call_moves_hardly_any(count):
    strata = {n: (f"topic {n % 3}", str(n % 2)) for n in range(count + 1)}
    before = split(keys(count), {n: strata[n] for n in range(count)}, [], SHARES, 0)
    moved = []
    for extra in range(10):
        more = keys(count) | {count: f"extra {extra}"}
        after = split(more, strata, [], SHARES, 0)
        moved.append(sum(before[n] != after[n] for n in before))
    assert sum(moved) / len(moved) <= 3


def test_every_stratum_is_divided_by_the_shares():
    strata = {n: (f"topic {n % 3}", str(n % 2)) for n in range(600)}
    parts = split(keys(600), strata, [], SHARES, 0)
    for topic, length in product(range(3), range(2)):
        own = Counter(parts[n] for n in parts if strata[n] == (f"topic {topic}", str(length)))
        assert abs(own["train"] - 80) <= 1
        assert abs(own["test"] - 10) <= 1


def test_rounding_favours_no_split():
    parts = split(keys(1400), {n: (f"topic {n % 100}",) for n in range(1400)}, [], SHARES, 0)
    assert all(115 <= Counter(parts.values())[name] <= 165 for name in ("validation", "test"))


def test_small_strata_are_divided_together():
    parts = split(keys(200), {n: (f"topic {n}",) for n in range(200)}, [], SHARES, 0)
    assert Counter(parts.values()) == {"train": 160, "validation": 20, "test": 20}


def test_groups_stay_together_and_large_ones_are_trained_on():
    groups = [tuple(range(n, n + 3)) for n in range(0, 60, 3)] + [tuple(range(60, 90))]
    for seed in range(5):
        parts = split(keys(200), flat(200), groups, SHARES, seed)
        assert all(len({parts[n] for n in group}) == 1 for group in groups)
        assert parts[60] == "train"
        assert all(14 <= Counter(parts.values())[name] <= 26 for name in ("validation", "test"))
        rows = {name: [{"call_id": n, "source_sha256": str(n)} for n in parts if parts[n] == name] for name in set(parts.values())}
        check(rows, groups)


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_of_few_calls_every_split_gets_one_if_there_are_enough(count):
    for seed in range(5):
        counts = Counter(split(keys(count), flat(count), [], SHARES, seed).values())
        assert counts["train"] >= 1
        assert len(counts) == min(count, 3)


def test_a_split_without_a_share_gets_nothing():
    assert set(split(keys(40), flat(40), [], (9, 0, 1), 0).values()) == {"train", "test"}
    assert set(split(keys(40), flat(40), [], (1, 0, 0), 0).values()) == {"train"}


@pytest.mark.parametrize(
    ("other", "groups"),
    [
        ({"call_id": 1, "source_sha256": "b"}, []),
        ({"call_id": 2, "source_sha256": "a"}, []),
        ({"call_id": 2, "source_sha256": "b"}, [(1, 2)]),
    ],
)
def test_a_leak_is_noticed(other, groups):
    rows = {"train": [{"call_id": 1, "source_sha256": "a"}], "test": [other]}
    with pytest.raises(Leak):
        check(rows, groups)
    check({"train": [*rows["train"], other], "test": [{"call_id": 3, "source_sha256": "c"}]}, groups)


def test_rows_that_are_given_the_same_as_in_training_are_counted():
    rows = {
        "train": [{"text": "Yes"}, {"text": "no"}],
        "validation": [{"text": "yes "}, {"text": "maybe"}],
        "test": [{"text": "no"}],
    }
    assert common(rows, "text") == {"validation": 1, "test": 1}
