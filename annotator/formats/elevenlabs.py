"""ElevenLabs Scribe: transcripts of words, spaces and events, of one channel or several.

Described in the ElevenLabs API reference, "Create transcript". Words are grouped by speaker.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.building import Token
from annotator.formats.json_values import at, items, ms, number, objects, text, whole
from annotator.formats.recognised import Said, of_channels, transcript, value_of

_KINDS = ("word", "spacing", "audio_event")


def read(file: File) -> tuple[Imported, ImportReport]:
    return transcript(file, ELEVENLABS.name, _said(value_of(file)))


def sniff(file: File) -> int:
    word = at(at(_transcripts(file.json), 0), "words", 0)
    return SURE if at(word, "type") in _KINDS and isinstance(at(word, "text"), str) else NO


def _transcripts(value: Any) -> list[Any]:
    return items(at(value, "transcripts")) or [value]


def _said(value: Any) -> Iterator[Said | None]:
    transcripts = objects(_transcripts(value))
    channels = [text(each.get("channel_index")) or str(n) for n, each in enumerate(transcripts)]
    heard = [(channel, _words(each.get("words"))) for channel, each in zip(channels, transcripts, strict=True)]
    if any(words for _, words in heard):
        yield from of_channels(heard)
    else:
        yield from (Said(text(each.get("text")), channel=channel) for channel, each in zip(channels, transcripts, strict=True))


def _words(values: Any) -> list[tuple[Token, str]]:
    """Return words and events; where there is no space between two, they are one word in the text."""
    found: list[tuple[Token, str]] = []
    spaced = True
    for value in objects(values):
        if value.get("type") == "spacing" and not text(value.get("text")).strip():
            spaced = True
            continue
        logarithm = number(value.get("logprob"))
        token = Token(
            text(value.get("text")),
            whole(ms(value.get("start"))),
            whole(ms(value.get("end"))),
            math.exp(logarithm) if logarithm is not None and logarithm <= 0 else None,
        )
        speaker = text(value.get("speaker_id"))
        glued = not spaced and bool(found) and found[-1][1] == speaker
        found.append((replace(token, glued=glued), speaker))
        spaced = False
    return found


ELEVENLABS = Format("elevenlabs", msg("ElevenLabs Scribe"), (".json",), reader=read, sniff=sniff)
