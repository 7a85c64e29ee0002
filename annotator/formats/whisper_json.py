"""JSON of Whisper and its kin, without speakers: openai-whisper and what writes as it does (whisper-timestamped, stable-ts,
faster-whisper, the transcription API with ``verbose_json``), whisper.cpp (``-oj`` and ``-ojf``), and pipelines of transformers
(``chunks`` with a ``timestamp``). Described in the README of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import LIKELY, NO, SURE, File, Format, ImportReport
from annotator.formats.building import Builder, Token
from annotator.formats.json_segments import Segment, segment, spoken, take
from annotator.formats.json_values import at, has, items, ms, number, objects, share, text, whole
from annotator.formats.recognised import value_of
from annotator.formats.turns_of_words import grouped

_SIGNS = frozenset({"avg_logprob", "no_speech_prob", "compression_ratio", "seek", "temperature"})
_SPECIAL = re.compile(r"\[_[A-Za-z_]{1,20}\d{0,6}\]|<\|[^|]{0,40}\|>|\[SPEAKER_TURN\]")
_CPP = re.compile(rb'\s*\{.{0,4000}?"transcription"\s*:\s*\[', re.DOTALL)


def sniff(file: File) -> int:
    value = _mended(file).json
    found = items(at(value, "transcription"))
    if found:
        return SURE if all(has(item, "offsets") and has(item, "text") for item in found[:5]) else NO
    if has(value, "word_segments"):
        return NO
    found = items(value if isinstance(value, list) else at(value, "segments"))
    if not found:
        if has(value, "segments") and has(value, "text") and has(value, "language"):
            return LIKELY
        if (
            has(value, "words")
            and has(value, "text")
            and has(value, "duration")
            and all(map(_bare, objects(at(value, "words"))[:5]))
        ):
            return LIKELY
        return LIKELY if any(_chunk(item) for item in _chunks(value)[:5]) else NO
    if all(isinstance(item, list) for item in found[:5]):
        return LIKELY if all(_listed(item) is not None for item in found[:5]) else NO
    some = objects(found)[:5]
    if not some or not all(isinstance(item.get("text"), str) and "start" in item for item in some):
        return NO
    if any(item.get("speaker") is not None for item in objects(found)[:50]):
        return NO
    signs = any(len(_SIGNS & item.keys()) >= 2 for item in some)
    worded = any(has(word, "word") and has(word, "probability") for item in some for word in objects(item.get("words"))[:5])
    complete = isinstance(at(value, "text"), str) and has(value, "language")
    return LIKELY if signs or worded or complete else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    mended = _mended(file)
    value = value_of(mended)
    builder = Builder(mended, "whisper")
    if items(at(value, "transcription")):
        _cpp(builder, items(at(value, "transcription")))
    elif found := items(value if isinstance(value, list) else at(value, "segments")):
        words = list(spoken(at(value, "words")))
        segments = [_listed(item) if isinstance(item, list) else segment(item) for item in found]
        if words and not any(each.words for each in segments if each is not None):
            segments = _shared(segments, words)
        for each in segments:
            take(builder, each)
    elif found := _chunks(value):
        _take_chunks(builder, found)
    elif words := list(spoken(at(value, "words"))):
        for whose, tokens in grouped(words):
            builder.turn(None, whose, tokens=tokens)
    elif said := text(at(value, "text")).strip():
        builder.turn(said)
        builder.remark(msg("The file does not say where anything begins: all of it is one turn."))
    imported, report = builder.finish()
    return replace(imported, data=file.data), report


def _mended(file: File) -> File:
    """Return the file; one of whisper.cpp in which tokens are halves of letters, and hence no UTF-8, with signs instead of them."""
    if file.encoding is None and (not file.text or not file.decoded.sure) and _CPP.match(file.data[:5000]):
        return File(file.data.decode("utf-8", "replace").encode("utf-8"), file.name)
    return file


def _bare(word: dict[str, Any]) -> bool:
    return isinstance(word.get("word"), str) and number(word.get("start")) is not None and word.keys() <= {"word", "start", "end"}


def _listed(item: list[Any]) -> Segment | None:
    """Return what a segment of faster-whisper says that was written as a list: its fields in their order, without names."""
    place = next((n for n, part in enumerate(item[:6]) if isinstance(part, str)), 0)
    start, end = (ms(at(item, n)) for n in (place - 2, place - 1))
    if place < 2 or start is None or end is None:
        return None
    words = []
    for part in items(
        next((part for part in reversed(item) if any(isinstance(word, list | dict) for word in items(part)[:1])), [])
    ):
        if isinstance(part, list) and isinstance(at(part, 2), str):
            words.append({"start": part[0], "end": part[1], "word": part[2], "probability": at(part, 3)})
        elif isinstance(part, dict):
            words.append(part)
    return Segment(item[place], start_ms=start, end_ms=end, words=tuple(spoken(words)))


def _shared(segments: list[Segment | None], words: list[tuple[Token, str]]) -> list[Segment | None]:
    """Give words that stand beside the segments to those in whose time they are."""
    found: list[Segment | None] = []
    left = iter(words)
    word = next(left, None)
    for place, each in enumerate(segments):
        own: list[tuple[Token, str]] = []
        last = place == len(segments) - 1
        while each is not None and word is not None and (last or each.end_ms is None or _middle(word[0]) < each.end_ms):
            own.append(word)
            word = next(left, None)
        found.append(replace(each, words=tuple(own)) if each is not None else None)
    return found


def _middle(token: Token) -> float:
    times = [time for time in (token.start_ms, token.end_ms) if time is not None]
    return sum(times) / len(times) if times else 0.0


# ---------------------------------------------------------------------- transformers


def _chunks(value: Any) -> list[Any]:
    """Return the list of chunks; where speakers were told apart it stands beside them, under another name."""
    for name in ("speakers", "chunks"):
        found = items(at(value, name))
        if found and _chunk(found[0]):
            return found
    return items(value) if _chunk(at(value, 0)) else []


def _chunk(item: Any) -> bool:
    return has(item, "text") and isinstance(at(item, "timestamp"), list)


def _take_chunks(builder: Builder, found: list[Any]) -> None:
    segments = [segment(item) for item in found]
    said = [each for each in segments if each is not None and each.text is not None]
    if all(len((each.text or "").split()) == 1 for each in said) and not any(each.speaker for each in said):
        spaced = any((each.text or "")[:1].isspace() for each in said[1:])
        words = [
            Token(each.text or "", whole(each.start_ms), whole(each.end_ms), None, spaced and not (each.text or "")[:1].isspace())
            for each in said
        ]
        for _, tokens in grouped((word, None) for word in words):
            builder.turn(None, tokens=tokens)
        return
    for each in segments:
        take(builder, each)


# ---------------------------------------------------------------------- whisper.cpp


def _cpp(builder: Builder, found: list[Any]) -> None:
    turns = any(isinstance(at(item, "speaker_turn_next"), bool) and item["speaker_turn_next"] for item in found)
    speaking = 0
    for item in found:
        said = at(item, "text")
        if not isinstance(said, str):
            builder.skip(msg("It has no text: left out."))
            continue
        said = _SPECIAL.sub("", said)
        speaker = str(speaking + 1) if turns else text(at(item, "speaker")).strip(" ?")
        start, end = (ms(at(item, "offsets", key), 1) for key in ("from", "to"))
        builder.turn(said, speaker, start, end, list(_pieced(objects(at(item, "tokens")))))
        if at(item, "speaker_turn_next") is True:
            speaking = 1 - speaking
    if turns:
        builder.remark(msg("The file only says where the speaker changes: two speakers were taken to speak by turns."))


def _pieced(tokens: list[dict[str, Any]]) -> Iterator[Token]:
    """Yield words, put together from tokens: one that does not begin with a space goes on with the word before it."""
    words: list[list[dict[str, Any]]] = []
    for token in tokens:
        piece = text(token.get("text"))
        if not piece.strip() or _SPECIAL.fullmatch(piece.strip()):
            continue
        if words and not piece[:1].isspace():
            words[-1].append(token)
        else:
            words.append([token])
    for pieces in words:
        word = "".join(text(piece.get("text")) for piece in pieces)
        sure = [found for piece in pieces if (found := share(piece.get("p"))) is not None]
        start, end = ms(at(pieces[0], "offsets", "from"), 1), ms(at(pieces[-1], "offsets", "to"), 1)
        yield Token(word, whole(start), whole(end), sum(sure) / len(sure) if sure else None)


WHISPER = Format(
    "whisper",
    msg("Whisper JSON"),
    (".json",),
    reader=read,
    sniff=sniff,
)
