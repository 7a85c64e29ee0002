"""When words were spoken and how sure the recogniser was: kept with what was imported, and found again for what became of it."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from annotator.core.diff import aligned
from annotator.core.model import Transcript, Turn
from annotator.core.text import normal, words

_RECORD = struct.Struct("<IIiiH")
_UNKNOWN = -1
_MOST_MS = 2**31 - 1
_UNSURE = 0xFFFF
"""Stands for a confidence that is not known; others are in ten thousandths."""


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word of a text (code points start..end, half open), when it was spoken, and how sure the recogniser was, 0 to 1."""

    start: int
    end: int
    start_ms: int | None = None
    end_ms: int | None = None
    confidence: float | None = None


def pack(spoken: Iterable[SpokenWord]) -> bytes:
    """Return words in the form in which a source turn keeps them: an hour of speech is 180 KB."""
    return b"".join(
        _RECORD.pack(word.start, word.end, _pack_ms(word.start_ms), _pack_ms(word.end_ms), _pack_confidence(word.confidence))
        for word in spoken
    )


def sound(timing: bytes) -> bool:
    """Tell whether these bytes can be what `pack` made."""
    return len(timing) % _RECORD.size == 0


def unpack(timing: bytes) -> tuple[SpokenWord, ...]:
    """Return the words that `pack` was given; raise ValueError where the bytes are none of its."""
    if not sound(timing):
        raise ValueError("timing of words is cut off")
    return tuple(
        SpokenWord(
            start,
            end,
            None if start_ms < 0 else start_ms,
            None if end_ms < 0 else end_ms,
            None if confidence == _UNSURE else confidence / 10_000,
        )
        for start, end, start_ms, end_ms, confidence in _RECORD.iter_unpack(timing)
    )


def spoken_words(transcript: Transcript, turn: Turn) -> list[SpokenWord]:
    """Return the words of a turn's text as far as it is known when they were spoken; the places are those of ``turn.text``.

    Words that are as they were imported have the times and the confidence of the source. Words written instead of others
    share the time of those, in proportion to their length, and have no confidence; added ones have neither, and are left out.
    """
    source: list[str] = []
    heard: list[SpokenWord] = []
    length = 0
    for span in turn.sources:
        said = transcript.source_turn(span.number)
        piece = said.text[span.start : span.end]
        if not piece.strip():
            continue
        start = span.start + len(piece) - len(piece.lstrip())
        for word in unpack(said.timing):
            if start <= word.start and word.end <= span.end:
                heard.append(replace(word, start=word.start - start + length, end=word.end - start + length))
        source.append(piece.strip())
        length += len(source[-1]) + 1
    if not heard or turn.text == " ".join(source):
        return heard
    return _carried_over(turn.text, " ".join(source), heard)


def _carried_over(text: str, source: str, heard: Sequence[SpokenWord]) -> list[SpokenWord]:
    """Return the words of `text` with what is known of those of `source`."""
    ours, theirs = words(text), words(source)
    known: list[list[SpokenWord]] = [[] for _ in theirs]
    at = 0
    for word in heard:
        while at < len(theirs) and theirs[at].end <= word.start:
            at += 1
        if at < len(theirs):
            known[at].append(word)
    found: list[SpokenWord] = []
    for tag, a1, a2, b1, b2 in aligned([normal(word.text) for word in ours], [normal(word.text) for word in theirs]):
        if tag == "equal":
            for own, parts in zip(ours[a1:a2], known[b1:b2], strict=True):
                sure = [part.confidence for part in parts if part.confidence is not None]
                if parts:
                    found.append(SpokenWord(own.start, own.end, *span_of(parts), min(sure, default=None)))
        elif tag == "replace":
            found += _shared([(own.start, own.end) for own in ours[a1:a2]], [part for parts in known[b1:b2] for part in parts])
    return found


def span_of(spoken: Sequence[SpokenWord]) -> tuple[int | None, int | None]:
    """Return when the first of the words begins and the last one ends, None where that is not known."""
    starts = [word.start_ms for word in spoken if word.start_ms is not None]
    ends = [word.end_ms for word in spoken if word.end_ms is not None]
    return min(starts, default=None), max(ends, default=None)


def _shared(places: Sequence[tuple[int, int]], heard: Sequence[SpokenWord]) -> list[SpokenWord]:
    """Give the time of the words `heard` to the words at `places`."""
    first, last = span_of(heard)
    if first is None or last is None or last < first:
        return []
    length = sum(end - start for start, end in places)
    found, at = [], 0
    for start, end in places:
        begin, at = at, at + end - start
        found.append(SpokenWord(start, end, first + (last - first) * begin // length, first + (last - first) * at // length))
    return found


def _pack_ms(ms: int | None) -> int:
    return _UNKNOWN if ms is None or not 0 <= ms <= _MOST_MS else ms


def _pack_confidence(confidence: float | None) -> int:
    return _UNSURE if confidence is None or not 0 <= confidence <= 1 else round(confidence * 10_000)
