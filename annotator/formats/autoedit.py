"""Transcripts of autoEdit 2 (``text`` of paragraphs of lines of words), of autoEdit 3 and digital-paper-edit (``words`` and
``paragraphs`` side by side), as its documentation and stt-adapters of react-transcript-editor describe them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import LIKELY, NO, SURE, File, Format, ImportReport
from annotator.formats.building import Builder, Token
from annotator.formats.json_values import at, has, items, ms, objects, text, whole
from annotator.formats.recognised import value_of
from annotator.formats.turns_of_words import grouped


def sniff(file: File) -> int:
    value = file.json
    if has(at(value, "text", 0), "paragraph"):
        return SURE
    value = _beside(value)
    words, paragraphs = objects(at(value, "words"))[:5], objects(at(value, "paragraphs"))[:5]
    fits = all(has(word, "text") and has(word, "start") for word in words)
    fits = fits and all(has(each, "speaker") and has(each, "start") and not has(each, "text") for each in paragraphs)
    return LIKELY if words and paragraphs and fits else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    value = value_of(file)
    builder = Builder(file, "autoedit")
    if isinstance(at(value, "text"), list):
        for block in items(at(value, "text")):
            speaker = text(at(block, "speaker"))
            paragraphs = items(at(block, "paragraph"))
            if not paragraphs:
                builder.skip(msg("It has no text: left out."))
            for paragraph in paragraphs:
                words = [word for line in items(at(paragraph, "line")) for word in _line(line)]
                builder.turn(None, speaker, ms(at(paragraph, "startTime")), ms(at(paragraph, "endTime")), words)
        return builder.finish()
    value = _beside(value)
    words = list(_words(at(value, "words"), "start", "end"))
    paragraphs = [each for each in objects(at(value, "paragraphs")) if ms(each.get("start")) is not None]
    if paragraphs:
        _divided(builder, words, sorted(paragraphs, key=lambda each: ms(each["start"]) or 0))
    else:
        for whose, tokens in grouped((word, None) for word in words):
            builder.turn(None, whose, tokens=tokens)
    return builder.finish()


def _beside(value: Any) -> Any:
    """Return what holds words and paragraphs: the whole, or what stands in it as the transcript."""
    return value["transcript"] if has(value, "transcript", lambda inside: has(inside, "words")) else value


def _line(line: Any) -> Iterator[Token]:
    """Yield the words of a line; it is a list of them, a word, or an object that holds such a list."""
    if isinstance(line, dict) and not has(line, "text"):
        line = next((inside for inside in line.values() if isinstance(inside, list)), [])
    yield from _words(line if isinstance(line, list) else [line], "startTime", "endTime")


def _words(words: Any, start: str, end: str) -> Iterator[Token]:
    for word in objects(words):
        yield Token(text(word.get("text")), whole(ms(word.get(start))), whole(ms(word.get(end))))


def _divided(builder: Builder, words: list[Token], paragraphs: list[dict[str, Any]]) -> None:
    """Add the paragraphs, each with the words that begin before the next one does."""
    at_word = 0
    for place, paragraph in enumerate(paragraphs):
        limit = ms(paragraphs[place + 1]["start"]) if place + 1 < len(paragraphs) else None
        own = []
        while at_word < len(words):
            start = words[at_word].start_ms
            if limit is not None and start is not None and start >= round(limit):
                break
            own.append(words[at_word])
            at_word += 1
        builder.turn(None, text(paragraph.get("speaker")), ms(paragraph["start"]), ms(paragraph.get("end")), own)


AUTOEDIT = Format(
    "autoedit",
    msg("autoEdit and digital-paper-edit JSON"),
    (".json",),
    reader=read,
    sniff=sniff,
)
