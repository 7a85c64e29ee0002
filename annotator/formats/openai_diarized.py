"""OpenAI: transcripts with speakers (diarized_json), whole or as a stream of events.

Described in the OpenAI API reference, "The diarized transcription object". A segment is a turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.json_values import at, items, ms, text
from annotator.formats.recognised import Said, opening, stream_of, transcript

_SEGMENT = "transcript.text.segment"
_EVENTS = (_SEGMENT, "transcript.text.delta", "transcript.text.done")


def read(file: File) -> tuple[Imported, ImportReport]:
    return transcript(file, OPENAI_DIARIZED.name, (said for value in stream_of(file) for said in _said(value)))


def sniff(file: File) -> int:
    value = opening(file)
    return SURE if at(value, "segments", 0, "type") == _SEGMENT or at(value, "type") in _EVENTS else NO


def _said(value: Any) -> Iterator[Said | None]:
    if at(value, "type") in _EVENTS:
        values = [value] if value["type"] == _SEGMENT else []
    else:
        values = items(at(value, "segments")) if isinstance(value, dict) else [None]
    for segment in values:
        if isinstance(segment, dict):
            times = ms(segment.get("start")), ms(segment.get("end"))
            yield Said(text(segment.get("text")), (), text(segment.get("speaker")), "", *times)
        else:
            yield None


OPENAI_DIARIZED = Format("openai-diarized", msg("OpenAI diarized JSON"), (".json",), reader=read, sniff=sniff)
