"""The columns of the table of turns: a column is a row here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from annotator.core.i18n import Message, msg, tr
from annotator.core.model import Transcript, Turn

CLIP = 2000
"""Characters of a turn that the table shows; painting a longer text would take longer than a frame. The editor has all of it."""


@dataclass(frozen=True, slots=True)
class Column:
    """`text` is what is copied, read out and, but for the columns that the delegate paints, shown. `width` 0 takes the rest."""

    key: str
    title: Message
    width: int
    text: Callable[[Transcript, Turn], str]


def clipped(text: str) -> str:
    """Return what the table shows of a text."""
    return text if len(text) <= CLIP else f"{text[:CLIP]}… " + tr("({n} characters)", n=len(text))


def timecode(ms: int | None) -> str:
    """Return h:mm:ss, without hours where there are none."""
    if ms is None:
        return ""
    minutes, seconds = divmod(ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def speaker_label(transcript: Transcript, turn: Turn) -> str:
    speaker = transcript.speaker(turn.speaker_id)
    return speaker.label if speaker is not None else str(msg("Unclear"))


def topic_names(transcript: Transcript, turn: Turn) -> list[str]:
    return [topic.name for topic in transcript.topics if topic.id in turn.topics]


COLUMNS: tuple[Column, ...] = (
    Column("number", msg("#"), 56, lambda t, turn: str(t.position(turn.id) + 1)),
    Column("time", msg("Time"), 68, lambda t, turn: timecode(turn.start_ms)),
    Column("speaker", msg("Speaker"), 132, speaker_label),
    Column("text", msg("Text"), 0, lambda t, turn: clipped(turn.text)),
    Column("topics", msg("Topics"), 112, lambda t, turn: ", ".join(topic_names(t, turn))),
)


def place_of(key: str) -> int:
    """Return the number of the column called `key`."""
    return next(n for n, column in enumerate(COLUMNS) if column.key == key)


TEXT = place_of("text")
