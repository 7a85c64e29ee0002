"""Deepgram: responses for recorded speech, with or without utterances, paragraphs and channels, and streams of live results.

Described in the Deepgram API Reference, "Transcribe pre-recorded audio". Utterances are turns, else paragraphs, else the words are
grouped.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.building import Token
from annotator.formats.json_values import at, first, items, ms, number, objects, text
from annotator.formats.recognised import Said, of_channels, opening, phrases, stream_of, transcript, words_of


def read(file: File) -> tuple[Imported, ImportReport]:
    return transcript(file, DEEPGRAM.name, _said(file))


def sniff(file: File) -> int:
    if isinstance(at(_results(file.json), "channels", 0, "alternatives"), list):
        return SURE
    return SURE if isinstance(at(opening(file), "channel", "alternatives"), list) else NO


def _said(file: File) -> Iterator[Said | None]:
    results = _results(file.json)
    if isinstance(results, dict):
        yield from _recorded(results)
    else:
        yield from (said for value in stream_of(file) for said in _live(value))


def _results(value: Any) -> Any:
    """Return the results of a response, or of what the JavaScript client makes of it."""
    return first(value, "results") or at(value, "result", "results")


def _recorded(results: dict[str, Any]) -> Iterator[Said | None]:
    utterances = items(results.get("utterances"))
    for utterance in utterances:
        yield _utterance(utterance) if isinstance(utterance, dict) else None
    if utterances:
        return
    channels = items(results.get("channels"))
    best = [(str(n), at(channel, "alternatives", 0)) for n, channel in enumerate(channels)]
    if any(objects(at(alternative, "paragraphs", "paragraphs")) for _, alternative in best):
        for channel, alternative in best:
            yield from _paragraphs(channel, alternative)
    elif any(objects(at(alternative, "words")) for _, alternative in best):
        yield from of_channels((channel, _words(at(alternative, "words"))) for channel, alternative in best)
    else:
        yield from (Said(text(at(alternative, "transcript")), channel=channel) for channel, alternative in best)


def _utterance(value: dict[str, Any]) -> Said:
    words = [token for token, _ in _words(value.get("words"))]
    speaker, channel = text(value.get("speaker")), text(value.get("channel"))
    return Said(text(value.get("transcript")), words, speaker, channel, ms(value.get("start")), ms(value.get("end")))


def _paragraphs(channel: str, alternative: Any) -> Iterator[Said | None]:
    """Yield the paragraphs of a channel; they say how many of its words they have."""
    words = iter(_words(at(alternative, "words")))
    for paragraph in items(at(alternative, "paragraphs", "paragraphs")):
        if not isinstance(paragraph, dict):
            yield None
            continue
        count = max(0, int(min(number(paragraph.get("num_words")) or 0, 1e6)))
        spoken = [token for token, _ in islice(words, count)]
        written = " ".join(text(sentence.get("text")) for sentence in objects(paragraph.get("sentences")))
        times = ms(paragraph.get("start")), ms(paragraph.get("end"))
        yield Said(written or None, spoken, text(paragraph.get("speaker")), channel, *times)


def _live(value: Any) -> Iterator[Said | None]:
    """Yield what a message of a stream settles."""
    if not isinstance(value, dict):
        yield None
    elif isinstance(best := at(value, "channel", "alternatives", 0), dict) and value.get("is_final") is not False:
        start, duration = ms(value.get("start")), ms(value.get("duration"))
        end = None if start is None or duration is None else start + duration
        channel = text(at(value, "channel_index", 0))
        yield from phrases(text(best.get("transcript")), _words(best.get("words")), channel, start, end)


def _words(values: Any) -> list[tuple[Token, str]]:
    tokens = words_of(values, ("punctuated_word", "word"), ("start",), ("end",))
    return [(token, text(value.get("speaker"))) for token, value in zip(tokens, objects(values), strict=True)]


DEEPGRAM = Format("deepgram", msg("Deepgram"), (".json",), reader=read, sniff=sniff)
