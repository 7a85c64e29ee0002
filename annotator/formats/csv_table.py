"""A table for spreadsheets: comma-separated values, one row a turn."""

from __future__ import annotations

import codecs
import csv
import io

from annotator.core.i18n import msg
from annotator.core.model import Transcript
from annotator.formats import timecode
from annotator.formats.base import ExportOptions, Format, exported, topic_names
from annotator.formats.encoding import encode

_COLUMNS = ("number", "start", "end", "speaker", "role", "text", "topics", "comment", "reviewed")
_FORMULA = tuple("=+-@\t\r＝＋－＠")


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write UTF-8 with a byte order mark, without which Excel garbles Cyrillic.

    A cell that a spreadsheet would run as a formula (it begins with = + - @, a tab or a carriage return) gets a ``'`` in front.
    """
    speakers = {speaker.id: speaker for speaker in transcript.speakers}
    file = io.StringIO()
    table = csv.writer(file)
    wanted = {"speaker": options.speakers, "role": options.speakers and options.roles, "topics": options.topics}
    columns = [column for column in _COLUMNS if wanted.get(column, True)]
    table.writerow(columns)
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
        table.writerow([_harmless(row[column]) for column in columns])
    return encode(file.getvalue(), "utf-8", codecs.BOM_UTF8)


def _harmless(cell: str) -> str:
    """Put ``'`` before a formula, and before what already looks like one with it, so that one can be taken away again."""
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA) else cell


CSV = Format(
    "csv",
    msg("Table for spreadsheets (CSV), with an apostrophe before = + - @"),
    (".csv",),
    writer=write,
    holds=frozenset({"speakers", "roles", "topics", "only_reviewed"}),
)
