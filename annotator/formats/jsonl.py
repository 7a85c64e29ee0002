"""JSON lines: one object a turn, for programs; those that others write are read by the usual names of text, speaker and times."""

from __future__ import annotations

from itertools import islice
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported, Transcript
from annotator.formats.base import NO, POSSIBLE, SURE, ExportOptions, File, Format, ImportReport, exported, topic_names
from annotator.formats.building import Builder
from annotator.formats.encoding import encode
from annotator.formats.json_lines import line, span_object, tell_decided, values
from annotator.formats.json_segments import says, segment, take, unit
from annotator.formats.json_values import has

_OWN = frozenset({"number", "text", "comment", "reviewed", "sources"})
_LOOKED_AT = 20


def sniff(file: File) -> int:
    found = list(islice(values(file), _LOOKED_AT))
    if not found or any(_paired(value) for value in found):
        return NO
    if all(isinstance(value, dict) and value.keys() >= _OWN for value in found):
        return SURE
    return POSSIBLE if len(found) > 1 and sum(map(says, found)) * 5 >= len(found) * 4 else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    builder = Builder(file, "jsonl")
    found = list(values(file))
    milliseconds = unit(found)
    for value in found:
        if value is None:
            builder.skip(msg("The line is no JSON: left out."))
        else:
            take(builder, segment(value, milliseconds))
    tell_decided(builder, (value for value in found if isinstance(value, dict)))
    return builder.finish()


def _paired(value: Any) -> bool:
    """Tell whether a line is a training pair: of two texts, none is the turn's alone."""
    return has(value, "source_text") and has(value, "speaker_before")


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write UTF-8; times are milliseconds, `sources` the code points of the imported turns that the turn comes from."""
    speakers = {speaker.id: speaker for speaker in transcript.speakers}
    lines = []
    for number, turn in exported(transcript, options):
        speaker = speakers.get(turn.speaker_id or "")
        row: dict[str, object] = {"number": number, "start_ms": turn.start_ms, "end_ms": turn.end_ms}
        if options.speakers:
            row |= {"speaker": turn.speaker_id, "name": speaker.name if speaker else ""}
        if options.speakers and options.roles:
            row["role"] = speaker.role if speaker else ""
        row["text"] = turn.text
        if options.topics:
            row["topics"] = topic_names(transcript, turn)
        row |= {"comment": turn.comment, "reviewed": turn.reviewed, "sources": [span_object(span) for span in turn.sources]}
        lines.append(line(row))
    return encode("".join(lines), "utf-8")


JSONL = Format(
    "jsonl",
    msg("JSON lines, one object a turn"),
    (".jsonl", ".ndjson"),
    reader=read,
    writer=write,
    sniff=sniff,
    holds=frozenset({"speakers", "roles", "topics", "only_reviewed"}),
    keeps=frozenset({"speakers", "roles", "times", "topics", "comments", "reviewed"}),
)
