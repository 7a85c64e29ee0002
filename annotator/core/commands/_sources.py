"""Which imported words a turn comes from, when it is divided or joined with another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotator.core.model import SourceSpan, Transcript, Turn
from annotator.core.spoken import span_of, spoken_words
from annotator.core.text import map_position


def divide(transcript: Transcript, turn: Turn, at: int) -> tuple[tuple[SourceSpan, ...], tuple[SourceSpan, ...]]:
    """Return the pieces of the source that the words before and after code point `at` of the turn come from.

    A side made of words that were never imported gets an empty span, so that it still knows where it belongs.
    """
    border = map_position(turn.text, transcript.source_text(turn), at)
    left: list[SourceSpan] = []
    right: list[SourceSpan] = []
    for span, place, words in _pieces(transcript, turn.sources):
        cut = words.start + border - place
        if cut <= words.start:
            right.append(span)
        elif cut >= words.end:
            left.append(span)
        else:
            left.append(SourceSpan(span.number, span.start, cut))
            right.append(SourceSpan(span.number, cut, span.end))
    left = left or [SourceSpan(right[0].number, right[0].start, right[0].start)]
    right = right or [SourceSpan(left[-1].number, left[-1].end, left[-1].end)]
    return tuple(left), tuple(right)


def joined(transcript: Transcript, groups: Iterable[tuple[SourceSpan, ...]]) -> tuple[SourceSpan, ...]:
    """Return the pieces one after the other; pieces with nothing but white space between them become one again."""
    spans = [span for group in groups for span in group]
    result: list[SourceSpan] = []
    for span in [s for s in spans if _text(transcript, s).strip()] or spans[:1]:
        last = result[-1] if result else None
        if last and last.number == span.number and last.end <= span.start:
            between = SourceSpan(span.number, last.end, span.start)
            if not _text(transcript, between).strip():
                result[-1] = SourceSpan(span.number, last.start, span.end)
                continue
        result.append(span)
    return tuple(result)


def behind(transcript: Transcript, turn: Turn, start: int, end: int) -> tuple[SourceSpan, ...]:
    """Return the imported words that stand behind code points start..end of the turn, without white space at their ends."""
    source = transcript.source_text(turn)
    first, last = map_position(turn.text, source, start), map_position(turn.text, source, end)
    found = []
    for span, place, words in _pieces(transcript, turn.sources):
        cut = SourceSpan(span.number, max(words.start, words.start + first - place), min(words.end, words.start + last - place))
        if cut.start < cut.end and _text(transcript, cut).strip():
            found.append(_trimmed(transcript, cut))
    return tuple(found)


def timed(transcript: Transcript, turn: Turn) -> Turn:
    """Return the turn with a start or end that is not known taken from its words, where it is known when those were spoken."""
    if turn.start_ms is not None and turn.end_ms is not None:
        return turn
    first, last = span_of(spoken_words(transcript, turn))
    start, end = (turn.start_ms if turn.start_ms is not None else first), (turn.end_ms if turn.end_ms is not None else last)
    return turn if start is not None and end is not None and end < start else replace(turn, start_ms=start, end_ms=end)


def _pieces(transcript: Transcript, sources: Iterable[SourceSpan]) -> Iterator[tuple[SourceSpan, int, SourceSpan]]:
    """Yield each piece, where its words begin in `Transcript.source_text`, and the piece without white space at its ends."""
    place = 0
    for span in sources:
        words = _trimmed(transcript, span)
        yield span, place, words
        if words.start < words.end:
            place += words.end - words.start + 1


def _trimmed(transcript: Transcript, span: SourceSpan) -> SourceSpan:
    text = _text(transcript, span)
    start = span.start + len(text) - len(text.lstrip())
    return SourceSpan(span.number, start, max(start, span.start + len(text.rstrip())))


def _text(transcript: Transcript, span: SourceSpan) -> str:
    return transcript.source_turn(span.number).text[span.start : span.end]
