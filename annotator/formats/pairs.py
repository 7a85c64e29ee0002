"""Training pairs: what each turn was when it was imported and what it became, as JSON lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from annotator.core.i18n import msg
from annotator.core.model import SourceSpan, Transcript, Turn
from annotator.formats.base import ExportOptions, Format, topic_names
from annotator.formats.encoding import encode
from annotator.formats.json_lines import line, span_object


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write one object for every turn, hidden ones too, all with the same keys, in UTF-8.

    `number` counts all turns from 1. `speaker_before` is null where the pieces had different speakers (each piece tells its own)
    or none. `duplicates` are the source words of the turn that were removed as repeats.
    """
    speakers = {speaker.id: speaker for speaker in transcript.speakers}
    repeats = defaultdict(list)
    for decision in transcript.decisions.values():
        for span in decision.removed if decision.detector == "duplicates" else ():
            repeats[span.number].append(span)
    lines = []
    for number, turn in enumerate(transcript.turns, 1):
        if options.only_reviewed and not turn.reviewed:
            continue
        before = transcript.source_speakers(turn)
        speaker = speakers.get(turn.speaker_id or "")
        row = {
            "transcript": transcript.header.name,
            "number": number,
            "sources": [{**span_object(span), "speaker": transcript.source_turn(span.number).speaker_id} for span in turn.sources],
            "source_text": transcript.source_text(turn),
            "text": turn.text,
            "speaker_before": before[0] if len(before) == 1 else None,
            "speaker_after": turn.speaker_id,
            "role": speaker.role if speaker else "",
            "topics": topic_names(transcript, turn),
            "duplicates": [
                {**span_object(span), "text": transcript.source_turn(span.number).text[span.start : span.end]}
                for span in _within(turn, repeats)
            ],
            "hidden": turn.hidden,
            "reviewed": turn.reviewed,
        }
        lines.append(line(row))
    return encode("".join(lines), "utf-8")


def _within(turn: Turn, repeats: Mapping[int, list[SourceSpan]]) -> list[SourceSpan]:
    """Return what of the repeats lies in the pieces that the turn comes from; repeats are looked up by source turn."""
    found = {
        SourceSpan(span.number, max(span.start, piece.start), min(span.end, piece.end))
        for piece in turn.sources
        for span in repeats.get(piece.number, ())
        if span.start < piece.end and piece.start < span.end
    }
    return sorted(found, key=lambda span: (span.number, span.start, span.end))


PAIRS = Format(
    "pairs",
    msg("Training pairs: source and corrected turns (JSON lines)"),
    (".pairs.jsonl",),
    writer=write,
    holds=frozenset({"only_reviewed"}),
    keeps=frozenset({"speakers", "roles", "topics", "reviewed", "source"}),
)
