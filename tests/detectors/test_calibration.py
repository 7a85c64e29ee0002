"""Confidences corrected by what the reviewer decides."""

from __future__ import annotations

import math
import random

import pytest

from annotator.core.model import Decision
from annotator.detectors.calibration import EXAMPLE, LEAST, Calibration, Taught


def decisions(accepted: int, dismissed: int, confidence: float = 0.8, kind: str = "cut") -> list[Decision]:
    verdicts = ["accepted"] * accepted + ["dismissed"] * dismissed
    return [Decision(1, f"{kind}{n}", verdict, "speakers", kind, confidence) for n, verdict in enumerate(verdicts)]


def after(accepted: int, dismissed: int, confidence: float = 0.8) -> float:
    calibration = Calibration.of(decisions(accepted, dismissed, confidence))
    return calibration.confidence("speakers", "cut", confidence)


def test_without_decisions_confidences_stay_as_they_are():
    nothing = Calibration.of([])
    assert [nothing.confidence("speakers", "cut", c) for c in (0.0, 0.3, 1.0)] == [0.0, 0.3, 1.0]
    assert nothing.share("speakers", "cut") is None
    assert nothing.explain() == []


@pytest.mark.parametrize(
    ("accepted", "dismissed", "confidence", "counts_as"),
    [(0, 1, 0.8, 0.74), (0, 5, 0.8, 0.54), (0, 10, 0.8, 0.40), (5, 0, 0.5, 0.67), (30, 70, 0.8, 0.35)],
)
def test_a_handful_changes_little_and_many_change_much(accepted, dismissed, confidence, counts_as):
    assert after(accepted, dismissed, confidence) == pytest.approx(counts_as, abs=0.005)


def test_what_was_right_all_along_changes_hardly():
    assert after(80, 20) == pytest.approx(0.8, abs=1e-6)


def test_what_a_confidence_must_be_to_count_as_another_is_the_inverse():
    taught = Calibration.of(decisions(1, 9))
    for confidence in (0.05, 0.5, 0.8, 0.99):
        assert taught.confidence("speakers", "cut", taught.needed("speakers", "cut", confidence)) == pytest.approx(confidence)
    assert taught.needed("speakers", "cut", 0.8) > 0.9, "what is mostly dismissed must be surer"


def test_extremes_converge():
    assert after(0, 10_000, 0.99) < 0.01
    assert after(10_000, 0, 0.01) > 0.99
    assert after(0, 3, 1.0) == 1.0
    assert after(3, 0, 0.0) == 0.0


def test_the_offset_is_the_likeliest_one():
    made = decisions(3, 4, 0.8) + decisions(2, 1, 0.6)
    offset = Calibration.of(made).offsets["speakers", "cut"]

    def likelihood(b: float) -> float:
        logits = [(math.log(d.confidence / (1 - d.confidence)) + b, d.verdict == "accepted") for d in made]
        return sum(-math.log1p(math.exp(-x if right else x)) for x, right in logits) - b * b / (2 * (2 / 3) ** 2)

    assert likelihood(offset) > max(likelihood(offset - 0.01), likelihood(offset + 0.01))


def test_order_within_a_kind_stays():
    calibration = Calibration.of(decisions(1, 9))
    shown = [calibration.confidence("speakers", "cut", n / 20) for n in range(21)]
    assert shown == sorted(shown)
    assert len(set(shown)) == 21
    assert (shown[0], shown[-1]) == (0.0, 1.0)


def test_kinds_and_detectors_are_apart():
    calibration = Calibration.of(decisions(0, 9))
    assert calibration.confidence("speakers", "two_speakers", 0.8) == 0.8
    assert calibration.confidence("duplicates", "cut", 0.8) == 0.8


@pytest.mark.parametrize("verdict", ["accepted", "alternative", "relabelled"])
def test_another_repair_says_that_the_suspicion_was_right(verdict):
    made = [Decision(1, str(n), verdict, "speakers", "cut", 0.5) for n in range(LEAST)]
    calibration = Calibration.of(made)
    assert calibration.share("speakers", "cut") == (5, 5)
    assert calibration.confidence("speakers", "cut", 0.5) > 0.6


def test_shares_are_told_from_five_decisions_on():
    assert Calibration.of(decisions(3, 1)).share("speakers", "cut") is None
    assert Calibration.of(decisions(3, 2)).share("speakers", "cut") == (3, 5)


def test_explanation():
    made = decisions(1, 2, kind="cut") + decisions(4, 0, kind="loop")
    cut, loop = Calibration.of(made).explain()[::-1]
    assert (loop.kind, loop.accepted, loop.decided) == ("loop", 4, 4)
    assert cut == Taught("speakers", "cut", 1, 3, Calibration.of(made).confidence("speakers", "cut", EXAMPLE))
    assert cut.example < EXAMPLE < loop.example


def simulated(draw: random.Random, offset: float, count: int) -> list[Decision]:
    """Decisions on a kind whose odds are really those of its confidence times ``exp(offset)``."""
    made = []
    for n in range(count):
        confidence = draw.uniform(0.5, 0.98)
        odds = confidence / (1 - confidence) * math.exp(offset)
        made.append(Decision(1, str(n), "accepted" if draw.random() < odds / (1 + odds) else "dismissed", "d", "k", confidence))
    return made


def losses(calibration: Calibration, held_out: list[Decision]) -> tuple[float, float]:
    """Mean log loss and Brier score."""
    pairs = [(calibration.confidence("d", "k", d.confidence), d.verdict == "accepted") for d in held_out]
    log_loss = -sum(math.log(p if right else 1 - p) for p, right in pairs) / len(pairs)
    return log_loss, sum((p - right) ** 2 for p, right in pairs) / len(pairs)


@pytest.mark.parametrize(("offset", "least", "most"), [(-1.5, 0.1, 1), (1.0, 0.02, 1), (0.0, -0.01, 0.01)])
def test_held_out_decisions_are_foretold_better_and_never_much_worse(offset, least, most):
    draw = random.Random(7)
    gains = []
    for _ in range(40):
        calibration, held_out = Calibration.of(simulated(draw, offset, 40)), simulated(draw, offset, 400)
        before, now = losses(Calibration.of([]), held_out), losses(calibration, held_out)
        gains.append((before[0] - now[0], before[1] - now[1]))
    log_loss, brier = (sum(column) / len(gains) for column in zip(*gains, strict=True))
    assert least < log_loss < most
    assert (brier > 0) if offset else (abs(brier) < 0.005)
