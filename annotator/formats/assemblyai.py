"""AssemblyAI: transcripts, and their paragraphs or sentences.

Described in the AssemblyAI API Reference, "Get transcript". Utterances are turns; where there are none the words are
grouped. Times are in milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import LIKELY, NO, SURE, File, Format, ImportReport
from annotator.formats.building import Token
from annotator.formats.json_values import at, items, ms, number, objects, text
from annotator.formats.recognised import Said, of_channels, transcript, value_of, words_of

_OWN = {"audio_url", "acoustic_model", "speech_model", "speech_models", "language_model", "audio_duration"}
_DIVIDED = ("utterances", "paragraphs", "sentences")


def read(file: File) -> tuple[Imported, ImportReport]:
    return transcript(file, ASSEMBLYAI.name, _said(value_of(file)))


def sniff(file: File) -> int:
    value = file.json
    if not isinstance(value, dict):
        return NO
    own = len(_OWN & value.keys())
    if own and "status" in value and ("text" in value or "words" in value):
        return SURE
    word = next((found for name in _DIVIDED if (found := at(value, name, 0, "words", 0)) is not None), None)
    if isinstance(at(word, "text"), str) and isinstance(at(word, "start"), int) and isinstance(at(word, "end"), int):
        return SURE if own else LIKELY
    return NO


def _said(value: Any) -> Iterator[Said | None]:
    phrases = next((found for name in _DIVIDED if (found := items(at(value, name)))), [])
    for phrase in phrases:
        if not isinstance(phrase, dict):
            yield None
            continue
        words = [token for token, _ in _words(phrase.get("words"))]
        speaker, channel = text(phrase.get("speaker")), text(phrase.get("channel"))
        yield Said(text(phrase.get("text")), words, speaker, channel, ms(phrase.get("start"), 1), ms(phrase.get("end"), 1))
    if phrases:
        return
    if spoken := objects(at(value, "words")):
        channels: dict[str, list[tuple[Token, str]]] = {}
        for word, pair in zip(spoken, _words(spoken), strict=True):
            channels.setdefault(text(word.get("channel")), []).append(pair)
        yield from of_channels(channels.items())
    else:
        duration = number(at(value, "audio_duration"))
        yield Said(text(at(value, "text")), end_ms=None if duration is None else duration * 1000)


def _words(values: Any) -> list[tuple[Token, str]]:
    tokens = words_of(values, ("text",), ("start",), ("end",), 1)
    return [(token, text(value.get("speaker"))) for token, value in zip(tokens, objects(values), strict=True)]


ASSEMBLYAI = Format("assemblyai", msg("AssemblyAI"), (".json",), reader=read, sniff=sniff)
