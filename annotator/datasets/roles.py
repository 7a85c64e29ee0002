"""Which side of the call a turn is said by."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.core.i18n import msg
from annotator.datasets.base import Call, Field, Recipe, Row, Shape, Table


def turns(call: Call, shape: Shape) -> Iterator[Row]:
    """Yield a row for every chosen turn of a speaker whose side or role is known."""
    for turn in call.transcript.visible:
        speaker = call.transcript.speaker(turn.speaker_id)
        if turn.id not in call.chosen or speaker is None:
            continue
        side = call.sides.get(speaker.id)
        if side is None and not speaker.role:
            continue
        previous = call.transcript.previous(turn.id)
        yield call.row(
            [turn],
            text=turn.text,
            context=call.before(turn, shape.context),
            label=side or speaker.role,
            role=speaker.role or None,
            speaker=speaker.id,
            same_speaker=None if previous is None else previous.speaker_id == turn.speaker_id,
        )


ROLES = Recipe(
    "roles",
    msg("Roles: which side says a turn"),
    "Turns with the side that says them: `agent` or `client` where the role or name of the speaker tells that, else the role as it "
    "is called in the project. `context` are the turns before, with who says them: leave it out to tell sides by the words alone.",
    ("text-classification",),
    (
        Table(
            "turns",
            (
                Field("text", "string", "the corrected words of the turn"),
                Field("context", ["string"], "corrected turns before it, with their speakers, the nearest last"),
                Field("label", "string", "agent, client, or another role"),
                Field("role", "string", "the role as it is called in the project; null where there is only a name", True),
                Field("speaker", "string", "the diarizer's id"),
                Field("same_speaker", "bool", "whether the turn before is said by the same; null for the first turn", True),
            ),
            turns,
            "text",
            lambda row: (row["label"],),
        ),
    ),
)
