"""How far confidences can be trusted in this project: each kind's odds, corrected by what the reviewer accepts and dismisses."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.core.model import Decision

Kind = tuple[str, str]
"""A detector, and a kind of its findings."""

SPREAD = 2 / 3
"""Standard deviation of the offsets before anything is decided: the odds of most kinds are off by less than a factor of two.

By it a handful of decisions changes little. A confidence of 0.80 counts as 0.74 after one dismissal, as 0.54 when 5 of 5 were
dismissed, as 0.40 after 10 of 10; 0.50 counts as 0.67 when 5 of 5 were accepted. When 70 of 100 at 0.80 were dismissed: 0.35.
"""
LEAST = 5
"""Decisions on a kind from which on it is said what share is accepted."""
EXAMPLE = 0.8
"""The confidence by which the dialog shows what has changed."""
_STEPS = 60
_FAR = 40.0
"""No offset is as large, whatever is decided."""


@dataclass(frozen=True, slots=True)
class Taught:
    """What the decisions on a kind say: so many accepted of those decided, and what the confidence EXAMPLE counts as now."""

    detector: str
    kind: str
    accepted: int
    decided: int
    example: float


def confirmed(decision: Decision) -> bool:
    """Tell whether the finding was right.

    All but a dismissal says so, also the alternative, another place or another speaker: a confidence says how likely a
    suspicion is, not how likely the first of its repairs.
    """
    return decision.verdict != "dismissed"


@dataclass(frozen=True)
class Calibration:
    """An offset per kind: the odds that a finding is right are those of the detector times ``exp(offset)``.

    One number a kind shifts all its confidences the same way, so their order within the kind stays as it is.
    """

    offsets: Mapping[Kind, float]
    shares: Mapping[Kind, tuple[int, int]]
    """Accepted and decided per kind."""

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> Calibration:
        """Learn from decisions; their confidences must be those of the detectors, not corrected ones."""
        seen: dict[Kind, Counter[tuple[float, bool]]] = {}
        for decision in decisions:
            # To two digits: so a decision costs the same when there are thousands.
            case = round(decision.confidence, 2), confirmed(decision)
            seen.setdefault((decision.detector, decision.kind), Counter())[case] += 1
        shares = {kind: (sum(n for (_, right), n in own.items() if right), own.total()) for kind, own in seen.items()}
        return cls({kind: _offset(own) for kind, own in seen.items()}, shares)

    def confidence(self, detector: str, kind: str, raw: float) -> float:
        """Return what the detector's confidence counts as in this project; it rises with `raw`, and 0 and 1 stay."""
        return _shifted(raw, self.offsets.get((detector, kind), 0.0))

    def needed(self, detector: str, kind: str, confidence: float) -> float:
        """Return the detector's confidence that counts as `confidence` in this project: the inverse of `confidence`."""
        return _shifted(confidence, -self.offsets.get((detector, kind), 0.0))

    def share(self, detector: str, kind: str) -> tuple[int, int] | None:
        """Return how many of a kind were accepted, and decided; None while too few are decided to say so."""
        share = self.shares.get((detector, kind))
        return share if share is not None and share[1] >= LEAST else None

    def explain(self) -> list[Taught]:
        """Return what is known of each kind that was decided on, most decided first."""
        rows = [Taught(d, k, *share, self.confidence(d, k, EXAMPLE)) for (d, k), share in self.shares.items()]
        return sorted(rows, key=lambda row: (-row.decided, row.detector, row.kind))


def _offset(seen: Mapping[tuple[float, bool], int]) -> float:
    """Return the likeliest offset of a kind, given a normal distribution around 0 with the standard deviation SPREAD.

    The slope of the log-likelihood falls all the way, so Newton's steps are kept between what is known to be too low and
    too high: far from the goal they would overshoot.
    """
    logits = [(_logit(confidence), right, n) for (confidence, right), n in seen.items()]
    precision = SPREAD**-2
    low, high, offset = -_FAR, _FAR, 0.0
    for _ in range(_STEPS):
        slope, curve = -precision * offset, precision
        for logit, right, n in logits:
            p = 1 / (1 + math.exp(-logit - offset))
            slope += n * (right - p)
            curve += n * p * (1 - p)
        low, high = (offset, high) if slope > 0 else (low, offset)
        following = offset + slope / curve
        following = following if low < following < high else (low + high) / 2
        if abs(following - offset) < 1e-9:
            return following
        offset = following
    return offset


def _shifted(confidence: float, offset: float) -> float:
    if not offset:
        return confidence
    right, wrong = confidence * math.exp(offset / 2), (1 - confidence) * math.exp(-offset / 2)
    return right / (right + wrong)


def _logit(confidence: float) -> float:
    """Return the logarithm of the odds; who says 0 or 1 is taken to mean nearly so."""
    kept = min(0.995, max(0.005, confidence))
    return math.log(kept / (1 - kept))
