"""Gladia: results of version 2, and predictions of version 1.

Described in the Gladia API reference, "Get the result of pre-recorded transcription". An utterance is a turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import LIKELY, NO, SURE, File, Format, ImportReport
from annotator.formats.json_values import at, first, items, ms, text
from annotator.formats.recognised import Said, transcript, value_of, words_of

_START, _END = ("start", "time_begin"), ("end", "time_end")


def read(file: File) -> tuple[Imported, ImportReport]:
    return transcript(file, GLADIA.name, _said(_utterances(value_of(file))))


def sniff(file: File) -> int:
    first_of_all = at(_utterances(file.json), 0)
    if isinstance(at(first_of_all, "transcription"), str) and at(first_of_all, "time_begin") is not None:
        return SURE
    if not isinstance(at(first_of_all, "text"), str) or at(first_of_all, "start") is None:
        return NO
    transcription = next(iter(_transcriptions(file.json)), None)
    return SURE if at(transcription, "full_transcript") is not None else LIKELY


def _transcriptions(value: Any) -> list[Any]:
    return [found for found in (at(value, "result", "transcription"), at(value, "transcription")) if isinstance(found, dict)]


def _utterances(value: Any) -> list[Any]:
    if isinstance(predictions := at(value, "prediction"), list):
        return predictions
    return next((found for each in _transcriptions(value) if (found := items(each.get("utterances")))), [])


def _said(utterances: list[Any]) -> Iterator[Said | None]:
    for utterance in utterances:
        if not isinstance(utterance, dict):
            yield None
            continue
        words = words_of(utterance.get("words"), ("word",), _START, _END)
        speaker, channel = text(utterance.get("speaker")), text(utterance.get("channel"))
        times = ms(first(utterance, *_START)), ms(first(utterance, *_END))
        written = text(first(utterance, "text", "transcription"))
        yield Said(written, words, "" if speaker in ("speaker_not_activated", "unknown") else speaker, channel, *times)


GLADIA = Format("gladia", msg("Gladia"), (".json",), reader=read, sniff=sniff)
