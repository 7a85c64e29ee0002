"""A table for spreadsheets: comma-separated values, one row a turn."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.core.i18n import msg
from annotator.core.model import Transcript
from annotator.formats import timecode
from annotator.formats.base import ExportOptions, Format, exported, topic_names
from annotator.formats.spreadsheet import table

_COLUMNS = ("number", "start", "end", "speaker", "role", "text", "topics", "comment", "reviewed")


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    return table(_rows(transcript, options))


def _rows(transcript: Transcript, options: ExportOptions) -> Iterator[list[str]]:
    speakers = {speaker.id: speaker for speaker in transcript.speakers}
    wanted = {"speaker": options.speakers, "role": options.speakers and options.roles, "topics": options.topics}
    columns = [column for column in _COLUMNS if wanted.get(column, True)]
    yield columns
    for number, turn in exported(transcript, options):
        speaker = speakers.get(turn.speaker_id or "")
        row = {
            "number": str(number),
            "start": "" if turn.start_ms is None else timecode.write(turn.start_ms),
            "end": "" if turn.end_ms is None else timecode.write(turn.end_ms),
            "speaker": speaker.name or speaker.id if speaker else "",
            "role": speaker.role if speaker else "",
            "text": turn.text,
            "topics": ", ".join(topic_names(transcript, turn)),
            "comment": turn.comment,
            "reviewed": "yes" if turn.reviewed else "no",
        }
        yield [row[column] for column in columns]


CSV = Format(
    "csv",
    msg("Table for spreadsheets (CSV), with an apostrophe before = + - @"),
    (".csv",),
    writer=write,
    holds=frozenset({"speakers", "roles", "topics", "only_reviewed"}),
)
