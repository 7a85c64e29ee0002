"""JSON of WhisperX and of whisper-diarization: segments of Whisper with a speaker, words with a score and a speaker of their own
(README of WhisperX). A segment in which the speaker of the words changes is divided there.
"""

from __future__ import annotations

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import LIKELY, NO, File, Format, ImportReport
from annotator.formats.building import Builder
from annotator.formats.json_segments import segment, spoken, take
from annotator.formats.json_values import at, has, items, objects
from annotator.formats.recognised import value_of
from annotator.formats.turns_of_words import grouped


def sniff(file: File) -> int:
    found = items(file.json if isinstance(file.json, list) else at(file.json, "segments"))
    some = objects(found)[:50]
    if not found:
        return LIKELY if has(file.json, "segments") and has(file.json, "word_segments") else NO
    if len(some) < min(len(found), 50) or not all(isinstance(item.get("text"), str) and "start" in item for item in some):
        return NO
    spoken = any(item.get("speaker") is not None for item in some)
    scored = any(has(word, "word") and has(word, "score") for item in some for word in objects(item.get("words"))[:5])
    aligned = has(file.json, "word_segments") or scored
    diarized = spoken and any("avg_logprob" in item or has(item, "words", lambda words: bool(objects(words))) for item in some)
    return LIKELY if aligned or diarized else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    value = value_of(file)
    builder = Builder(file, "whisperx")
    found = items(value if isinstance(value, list) else at(value, "segments"))
    for item in found:
        take(builder, segment(item))
    if not found:
        for whose, tokens in grouped(spoken(at(value, "word_segments"))):
            builder.turn(None, whose, tokens=tokens)
    return builder.finish()


WHISPERX = Format(
    "whisperx",
    msg("WhisperX JSON, with speakers"),
    (".json",),
    reader=read,
    sniff=sniff,
)
