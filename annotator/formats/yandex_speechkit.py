"""Yandex SpeechKit: results of deferred recognition in version 2, and streams of events in version 3.

Described in the documentation of SpeechKit, "API v2 for asynchronous recognition" and "API v3: StreamingResponse". A chunk, or
the end of an utterance, is a turn. Version 3 sends an utterance twice, the second time with marks and figures: that text is
taken with the words of the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.json_values import at, first, items, ms, text
from annotator.formats.recognised import Said, opening, stream_of, transcript, value_of, words_of

_EVENTS = {"final", "finalRefinement", "final_refinement", "partial", "eouUpdate", "eou_update", "statusCode", "status_code"}
_EVENTS |= {"speakerAnalysis", "conversationAnalysis", "classifierUpdate", "summarization"}
_ENVELOPE = {"sessionUuid", "session_uuid", "audioCursors", "audio_cursors", "channelTag", "channel_tag", "responseWallTimeMs"}


def read(file: File) -> tuple[Imported, ImportReport]:
    if _chunks(file.json) is not None:
        return transcript(file, YANDEX_SPEECHKIT.name, _version_2(value_of(file)))
    return transcript(file, YANDEX_SPEECHKIT.name, _version_3(list(stream_of(file))))


def sniff(file: File) -> int:
    chunks = _chunks(file.json)
    if chunks is not None:
        best = at(chunks, 0, "alternatives", 0)
        return SURE if isinstance(at(best, "text"), str) or "yandex" in text(at(file.json, "response", "@type")) else NO
    event = _event(opening(file))
    if not isinstance(event, dict):
        return NO
    return SURE if _EVENTS & event.keys() and _ENVELOPE & event.keys() else NO


def _chunks(value: Any) -> list[Any] | None:
    found = first(value, "response", "result")
    chunks = at(found, "chunks") if isinstance(found, dict) else at(value, "chunks")
    return chunks if isinstance(chunks, list) else None


def _version_2(value: Any) -> Iterator[Said | None]:
    for chunk in _chunks(value) or ():
        best = at(chunk, "alternatives", 0)
        if isinstance(best, dict):
            words = words_of(best.get("words"), ("word",), ("startTime", "start_time"), ("endTime", "end_time"))
            yield Said(text(best.get("text")) or None, words, "", text(first(chunk, "channelTag", "channel_tag")))
        else:
            yield None


def _event(value: Any) -> Any:
    """Return an event out of the envelope that the gateway of REST puts it into."""
    return value["result"] if isinstance(at(value, "result"), dict) else value


def _version_3(values: Sequence[Any]) -> Iterator[Said | None]:
    said: list[Said | None] = []
    places: dict[tuple[str, str], int] = {}
    for event in map(_event, values):
        if not isinstance(event, dict):
            said.append(None)
            continue
        channel = text(first(event, "channelTag", "channel_tag"))
        refinement = first(event, "finalRefinement", "final_refinement")
        if refinement is not None:
            # What is zero is not written: the first utterance has no number.
            place = places.get((channel, text(first(refinement, "finalIndex", "final_index")) or "0"))
            refined = _utterance(first(refinement, "normalizedText", "normalized_text"), channel)
            before = said[place] if place is not None else None
            if place is None or before is None:
                said.append(refined)
            elif refined is not None:
                said[place] = Said(refined.text, before.words, "", channel, before.start_ms, before.end_ms)
        elif (final := event.get("final")) is not None:
            number = text(first(first(event, "audioCursors", "audio_cursors"), "finalIndex", "final_index")) or "0"
            places[channel, number] = len(said)
            said.append(_utterance(final, channel))
    yield from said


def _utterance(value: Any, channel: str) -> Said | None:
    alternatives = items(at(value, "alternatives"))
    best = at(alternatives, 0)
    if not isinstance(best, dict):
        return None if alternatives else Said("", channel=channel)
    starts, ends = ("startTimeMs", "start_time_ms"), ("endTimeMs", "end_time_ms")
    words = words_of(best.get("words"), ("text",), starts, ends, 1)
    return Said(text(best.get("text")), words, "", channel, ms(first(best, *starts), 1), ms(first(best, *ends), 1))


YANDEX_SPEECHKIT = Format("yandex-speechkit", msg("Yandex SpeechKit"), (".json", ".jsonl"), reader=read, sniff=sniff)
