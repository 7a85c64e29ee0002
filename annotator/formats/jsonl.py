"""JSON lines: one object a turn, for programs."""

from __future__ import annotations

from annotator.core.i18n import msg
from annotator.core.model import Transcript
from annotator.formats.base import ExportOptions, Format, exported, topic_names
from annotator.formats.encoding import encode
from annotator.formats.json_lines import line, span_object


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
    writer=write,
    holds=frozenset({"speakers", "roles", "topics", "only_reviewed"}),
)
