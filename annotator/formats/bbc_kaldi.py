"""JSON of BBC Kaldi: a list of words with ``punct``, and a segmentation by speaker beside it (stt-adapters of
react-transcript-editor). Words belong to the segment in which their middle is; a segment is a turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.building import Builder, Token
from annotator.formats.json_values import at, first, has, items, ms, number, objects, share, text, whole
from annotator.formats.recognised import value_of
from annotator.formats.turns_of_words import grouped


def sniff(file: File) -> int:
    some = objects(at(_result(file.json), "words"))[:5]
    return SURE if some and all(has(word, "punct") and has(word, "word") for word in some) else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    result = _result(value_of(file))
    words = [
        Token(
            text(first(word, "punct", "word")),
            whole(ms(word.get("start"))),
            whole(ms(word.get("end"))),
            share(word.get("confidence")),
        )
        for word in objects(at(result, "words"))
    ]
    builder = Builder(file, "bbc-kaldi")
    segments = sorted(_segments(at(result, "segmentation", "segments")))
    for whose, tokens in _divided(words, segments) if segments else grouped((word, None) for word in words):
        builder.turn(None, whose, tokens=tokens)
    left_out = len(items(at(result, "words"))) - len(words)
    for _ in range(left_out):
        builder.skip(msg("It has no text: left out."))
    return builder.finish()


def _result(value: Any) -> Any:
    """Return what holds the words: the whole, or what the service wraps."""
    return value["retval"] if has(value, "retval") else value


def _segments(segments: Any) -> Iterator[tuple[float, str]]:
    """Yield when each segment begins and who speaks."""
    for segment in objects(segments):
        start = number(segment.get("start"))
        if start is not None:
            speaker = segment.get("speaker")
            yield start * 1000, text(first(speaker, "@id", "id", "name") if isinstance(speaker, dict) else speaker)


def _divided(words: list[Token], segments: list[tuple[float, str]]) -> Iterator[tuple[str, list[Token]]]:
    """Yield the segments that have words; what is said between two belongs to the earlier one."""
    place, turn = 0, list[Token]()
    for word in words:
        times = [time for time in (word.start_ms, word.end_ms) if time is not None]
        following = place
        while times and following + 1 < len(segments) and segments[following + 1][0] <= sum(times) / len(times):
            following += 1
        if following > place and turn:
            yield segments[place][1], turn
            turn = []
        place = following
        turn.append(word)
    if turn:
        yield segments[place][1], turn


BBC_KALDI = Format(
    "bbc-kaldi",
    msg("BBC Kaldi JSON"),
    (".json",),
    reader=read,
    sniff=sniff,
)
