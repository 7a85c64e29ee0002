"""Turns as the rows of a table, one a turn, with titles above."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.core.model import Transcript
from annotator.formats import timecode
from annotator.formats.base import ExportOptions, exported, speaker_names, topic_names

COLUMNS = ("number", "start", "end", "speaker", "role", "text", "topics", "comment", "reviewed")


def rows(transcript: Transcript, options: ExportOptions) -> Iterator[list[str]]:
    """Yield the titles, and a row for each turn that the export holds."""
    speakers = {speaker.id: speaker for speaker in transcript.speakers}
    names = speaker_names(transcript)
    wanted = {"speaker": options.speakers, "role": options.speakers and options.roles, "topics": options.topics}
    columns = [column for column in COLUMNS if wanted.get(column, True)]
    yield columns
    for number, turn in exported(transcript, options):
        speaker = speakers.get(turn.speaker_id or "")
        row = {
            "number": str(number),
            "start": "" if turn.start_ms is None else timecode.write(turn.start_ms),
            "end": "" if turn.end_ms is None else timecode.write(turn.end_ms),
            "speaker": names.get(turn.speaker_id or "", ""),
            "role": speaker.role if speaker else "",
            "text": turn.text,
            "topics": ", ".join(topic_names(transcript, turn)),
            "comment": turn.comment,
            "reviewed": "yes" if turn.reviewed else "no",
        }
        yield [row[column] for column in columns]
