"""Twilio Conversational (Voice) Intelligence: the sentences of a transcript.

Described in the Twilio API reference, "Transcript Sentence subresource". A sentence is a turn, its media channel the speaker.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.json_values import at, first, items, ms, text
from annotator.formats.recognised import Said, transcript, value_of, words_of

_START, _END = ("start_time", "startTime"), ("end_time", "endTime")


def read(file: File) -> tuple[Imported, ImportReport]:
    return transcript(file, TWILIO.name, _said(value_of(file)))


def sniff(file: File) -> int:
    sentence = at(_sentences(file.json), 0)
    channel = first(sentence, "media_channel", "mediaChannel")
    return SURE if channel is not None and isinstance(at(sentence, "transcript"), str) else NO


def _sentences(value: Any) -> list[Any]:
    return items(value if isinstance(value, list) else at(value, "sentences"))


def _said(value: Any) -> Iterator[Said | None]:
    for sentence in _sentences(value):
        if isinstance(sentence, dict):
            words = words_of(sentence.get("words"), ("word",), _START, _END)
            times = ms(first(sentence, *_START)), ms(first(sentence, *_END))
            channel = text(first(sentence, "media_channel", "mediaChannel"))
            yield Said(text(sentence.get("transcript")), words, "", channel, *times)
        else:
            yield None


TWILIO = Format("twilio", msg("Twilio Voice Intelligence"), (".json",), reader=read, sniff=sniff)
