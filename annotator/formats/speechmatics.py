"""Speechmatics: version 2 of its JSON, from batch jobs and from streams, and version 1.

Described in the Speechmatics documentation, "Speech to text: output". Words are grouped by speaker; UU is a speaker who is not
known. In version 1 the file says from when on which speaker speaks: each such stretch is a turn.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.building import Token
from annotator.formats.json_values import at, first, ms, objects, share, text, whole
from annotator.formats.recognised import Said, of_channels, of_words, opening, stream_of, transcript, value_of

_KINDS = ("word", "punctuation", "entity")
_UNKNOWN = "UU"


def read(file: File) -> tuple[Imported, ImportReport]:
    if isinstance(at(file.json, "words"), list):
        return transcript(file, SPEECHMATICS.name, _version_1(value_of(file)))
    return transcript(file, SPEECHMATICS.name, _version_2(file))


def sniff(file: File) -> int:
    value = opening(file)
    results, message = at(value, "results"), at(value, "message")
    if message in ("RecognitionStarted", "AddTranscript", "AddPartialTranscript"):
        return SURE
    if at(results, 0, "type") in _KINDS and at(results, 0, "alternatives", 0, "content") is not None:
        return SURE
    word = at(value, "words", 0)
    return SURE if isinstance(word, dict) and {"name", "time", "duration"} <= word.keys() else NO


def _version_1(value: Any) -> Iterator[Said | None]:
    speakers = objects(at(value, "speakers"))
    starts = [ms(speaker.get("time")) or 0 for speaker in speakers]
    words: list[list[Token]] = [[] for _ in speakers]
    place = 0
    tokens = []
    for word in objects(at(value, "words")):
        start, name = ms(word.get("time")), text(word.get("name"))
        token = Token(name, whole(start), whole(_end(word)), share(word.get("confidence")), not any(map(str.isalnum, name)))
        tokens.append(token)
        if not speakers:
            continue
        if start is not None and not token.glued:
            place = max(0, bisect_right(starts, start) - 1)
        words[place].append(token)
    if not speakers:
        yield from of_words((token, "") for token in tokens)
    for speaker, spoken in zip(speakers, words, strict=True):
        yield Said(None, spoken, _known(speaker.get("name")), "", ms(speaker.get("time")), _end(speaker))


def _version_2(file: File) -> Iterator[Said | None]:
    channels: dict[str, list[tuple[Token, str]]] = {}
    damaged = 0
    for value in stream_of(file):
        damaged += not isinstance(value, dict)
        if at(value, "message") == "AddPartialTranscript":
            continue
        following = False
        for result in objects(at(value, "results")):
            best = at(result, "alternatives", 0)
            if result.get("type", "word") not in _KINDS or not isinstance(best, dict):
                continue
            mark = result.get("type") == "punctuation"
            where = text(first(result, "attaches_to") or first(best, "attaches_to")) or ("previous" if mark else "")
            glued = following or where in ("previous", "both")
            following = where in ("next", "both")
            times = whole(ms(result.get("start_time"))), whole(ms(result.get("end_time")))
            token = Token(text(best.get("content")), *((None, None) if mark else times), share(best.get("confidence")), glued)
            speaker = _known(first(best, "speaker") or result.get("speaker"))
            channels.setdefault(text(first(result, "channel") or at(value, "channel")), []).append((token, speaker))
    yield from of_channels(channels.items())
    yield from (None for _ in range(damaged))


def _end(value: dict[str, Any]) -> float | None:
    start, duration = ms(value.get("time")), ms(value.get("duration"))
    return None if start is None or duration is None else start + duration


def _known(speaker: Any) -> str:
    name = text(speaker)
    return "" if name == _UNKNOWN else name


SPEECHMATICS = Format("speechmatics", msg("Speechmatics"), (".json",), reader=read, sniff=sniff)
