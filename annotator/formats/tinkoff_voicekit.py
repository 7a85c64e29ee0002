"""T-Bank (Tinkoff) VoiceKit: results of recognition, with channels.

Described in the documentation of VoiceKit, "Speech to text: RecognizeResponse". A result is a turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.json_values import at, first, items, ms, text
from annotator.formats.recognised import Said, transcript, value_of, words_of

_START, _END = ("startTime", "start_time"), ("endTime", "end_time")


def read(file: File) -> tuple[Imported, ImportReport]:
    return transcript(file, TINKOFF_VOICEKIT.name, _said(_results(value_of(file))))


def sniff(file: File) -> int:
    result = at(_results(file.json), 0)
    timed = first(result, *_START) is not None or first(result, *_END) is not None
    return SURE if timed and isinstance(at(result, "alternatives", 0, "transcript"), str) else NO


def _results(value: Any) -> Any:
    inner = at(value, "response")
    return at(inner, "results") if isinstance(inner, dict) else at(value, "results")


def _said(results: Any) -> Iterator[Said | None]:
    for result in items(results):
        best = at(result, "alternatives", 0)
        if isinstance(best, dict):
            words = words_of(best.get("words"), ("word",), _START, _END)
            times = ms(first(result, *_START)), ms(first(result, *_END))
            yield Said(text(best.get("transcript")), words, "", text(at(result, "channel")), *times)
        else:
            yield None


TINKOFF_VOICEKIT = Format("tinkoff-voicekit", msg("T-Bank VoiceKit"), (".json",), reader=read, sniff=sniff)
