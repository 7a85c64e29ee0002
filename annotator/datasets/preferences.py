"""Of two versions of the same words the one that a reviewer preferred."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.core.i18n import msg
from annotator.datasets.base import Call, Field, Recipe, Row, Shape, Table


def decisions(call: Call, shape: Shape) -> Iterator[Row]:
    """Yield a row for every decision whose two versions are known."""
    for judged in call.judged:
        row = call.row(
            [],
            judged.spans,
            prompt="\n".join(judged.prompt[-shape.context :] if shape.context else ()),
            chosen=judged.chosen,
            rejected=judged.rejected,
            verdict=judged.verdict,
            detector=judged.detector,
            kind=judged.kind,
            confidence=round(judged.confidence, 4),
            finding=judged.finding,
        )
        yield row | {"turn_ids": list(judged.turn_ids), "reviewer": judged.stamp.who, "decided_at": judged.stamp.at}


PREFERENCES = Recipe(
    "preferences",
    msg("Preferences: what was accepted and dismissed"),
    "A row a decision about a finding. Where it was accepted, the text after the fix is `chosen` and that before it `rejected`; "
    "where it was dismissed, the text as it stood is `chosen` and what the fix would have made of it `rejected`. `prompt` are the "
    "turns before. Findings of topics show the topics in brackets after a turn. Of long stretches (a whole call relabelled) the "
    "first turns are shown.",
    ("text-generation",),
    (
        Table(
            "decisions",
            (
                Field("prompt", "string", "the turns before, one a line"),
                Field("chosen", "string", "the turns as the reviewer wants them, one a line; empty where none is left"),
                Field("rejected", "string", "the other version"),
                Field("verdict", "string", "accepted, alternative (repaired elsewhere), relabelled (by hand), dismissed"),
                Field("detector", "string", "what found it"),
                Field("kind", "string", "the kind of the finding"),
                Field("confidence", "float64", "how sure the detector was, 0 to 1"),
                Field("finding", "string", "the key of the finding"),
            ),
            decisions,
            "chosen",
            lambda row: (f"{row['detector']} / {row['kind']} / {row['verdict']}",),
        ),
    ),
)
