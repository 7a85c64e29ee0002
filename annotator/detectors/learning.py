"""What comes of learning from finished calls, in a form that a project can keep."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from annotator.core.i18n import Message, msg

LEAST_CALLS = 3
LEAST_EDGES = 30
"""With fewer finished calls, or changes of speaker in them, nothing could be said of how well it was learned."""


class Measure(NamedTuple):
    """How well items of one sort are told, before and after learning: mean log loss, and average precision.

    Where none is true, there is no precision.
    """

    items: int
    true: int
    loss_before: float
    loss_after: float
    precision_before: float
    precision_after: float

    @property
    def share(self) -> float:
        """The part of the items that are true: the precision of a guess."""
        return self.true / max(1, self.items)


class Outcome(NamedTuple):
    """What came of it, measured on calls that each was not learned from.

    `data` is None where nothing does better, and in a report; without `measures` there was too little to learn from.
    """

    data: bytes | None
    calls: int
    words: int
    measures: Mapping[str, Measure]

    @property
    def verdict(self) -> Message:
        """Say whether it is used, and why not."""
        if self.data is not None:
            return msg("It does better on calls that it has not seen: this project uses it from now on.")
        if self.measures:
            return msg("It does no better on calls that it has not seen, so it is not used; all stays as it was.")
        return msg(
            "There is too little to learn from. It takes at least {calls} finished calls of two people, with {edges} changes of "
            "speaker.",
            calls=LEAST_CALLS,
            edges=LEAST_EDGES,
        )

    def report(self) -> str:
        """Return all but the data."""
        measures = {item: measure._asdict() for item, measure in self.measures.items()}
        return json.dumps({"calls": self.calls, "words": self.words, "measures": measures})

    @classmethod
    def of_report(cls, text: str) -> Outcome:
        """Read what `report` wrote; raise ValueError where it is something else."""
        try:
            kept = json.loads(text)
            measures = {str(item): Measure(**measure) for item, measure in kept["measures"].items()}
            made = cls(None, kept["calls"], kept["words"], measures)
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError("no report of what was learned") from error
        if not all(isinstance(n, int | float) for n in (made.calls, made.words, *(n for m in measures.values() for n in m))):
            raise ValueError("no report of what was learned")
        return made
