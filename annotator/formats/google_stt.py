"""Google Cloud Speech-to-Text: responses and operations of versions 1, 1p1beta1 and 2, in the spelling of REST or of protobuf.

Described in the reference of Speech-to-Text, "SpeechRecognitionResult". A result is a turn. Where speakers are told apart, the last
result repeats the words of all others with their speakers: it is taken instead of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from annotator.core.i18n import Message, msg
from annotator.core.model import Imported
from annotator.core.text import normal
from annotator.formats.base import LIKELY, NO, SURE, File, Format, ImportReport
from annotator.formats.building import Token
from annotator.formats.json_values import at, first, ms, objects, text
from annotator.formats.recognised import SAID_TWICE, Said, of_words, phrases, transcript, value_of, words_of

_START = ("startTime", "startOffset", "start_time", "start_offset")
_END = ("endTime", "endOffset", "end_time", "end_offset")
_SPEAKER = ("speakerLabel", "speaker_label", "speakerTag", "speaker_tag")
_OWN = ("resultEndTime", "resultEndOffset", "result_end_time", "result_end_offset", "channelTag", "channel_tag", "languageCode")
_INNER = ("response", "results", "result", "transcript", "inlineResult", "inline_result")
_FOREIGN = {"final", "type", "channel", "start_time", "startTime", "normalized_text", "start", "word_alternatives"}
"""What results of other recognisers have that are made alike."""
_DEPTH = 7


def read(file: File) -> tuple[Imported, ImportReport]:
    return transcript(file, GOOGLE_STT.name, _said(_results(value_of(file))))


def sniff(file: File) -> int:
    results = _results(file.json)
    best = at(results, 0, "alternatives", 0)
    if not isinstance(best, dict) or _FOREIGN & results[0].keys() or "timestamps" in best:
        return NO
    if isinstance(file.json, dict) and {"speaker_labels", "result_index", "chunks"} & file.json.keys():
        return NO
    own = first(results[0], *_OWN) is not None or first(at(best, "words", 0), *_START, *_END) is not None
    return SURE if own else LIKELY if "transcript" in best else NO


def _results(value: Any, depth: int = _DEPTH) -> list[dict[str, Any]]:
    """Return the results, however deep in the response of an operation or of several files they are."""
    if depth == 0:
        return []
    if isinstance(value, list):
        own = [each for each in value if isinstance(each, dict) and isinstance(each.get("alternatives"), list)]
        return own or [result for each in objects(value) for result in _results(each, depth - 1)]
    if not isinstance(value, dict):
        return []
    for key in _INNER:
        inner = value.get(key)
        found = _results(inner, depth - 1)
        if not found and isinstance(inner, dict):
            found = [result for each in inner.values() if isinstance(each, dict) for result in _results(each, depth - 1)]
        if found:
            return found
    return []


def _said(results: list[dict[str, Any]]) -> Iterator[Said | Message | None]:
    results = [result for result in results if first(result, "isFinal", "is_final") is not False]
    heard = [(result, _words(at(result, "alternatives", 0, "words"))) for result in results]
    last = _repeating(heard)
    if last:
        yield SAID_TWICE
    for n, (result, words) in enumerate(heard):
        channel, best = _channel(result), at(result, "alternatives", 0)
        if n < last.get(channel, -1):
            continue
        if n == last.get(channel):
            yield from of_words(words, channel)
        elif isinstance(best, dict):
            end_ms = ms(first(result, "resultEndTime", "resultEndOffset", "result_end_time", "result_end_offset"))
            yield from phrases(text(best.get("transcript")) or None, words, channel, None, None if words else end_ms)
        else:
            yield None


def _words(values: Any) -> list[tuple[Token, str]]:
    tokens = words_of(values, ("word",), _START, _END)
    speakers = [text(first(value, *_SPEAKER)) for value in objects(values)]
    return [(token, "" if speaker == "0" else speaker) for token, speaker in zip(tokens, speakers, strict=True)]


def _repeating(heard: Sequence[tuple[dict[str, Any], Sequence[tuple[Token, str]]]]) -> dict[str, int]:
    """Return, by channel, which result is the last to hold the words of all before it, with their speakers."""
    found: dict[str, int] = {}
    said: dict[str, int] = {}
    begun: dict[str, Sequence[tuple[Token, str]]] = {}
    for n, (result, words) in enumerate(heard):
        if not words:
            continue
        channel = _channel(result)
        before = said.get(channel, 0)
        if len(words) >= before > 0 and any(speaker for _, speaker in words) and _begins_like(words, begun[channel]):
            found[channel] = n
            said[channel] = len(words)
        else:
            said[channel] = before + len(words)
            begun.setdefault(channel, words)
    return found


def _begins_like(words: Sequence[tuple[Token, str]], earlier: Sequence[tuple[Token, str]]) -> bool:
    """Tell whether words begin where earlier ones did: at the same time, or with the same words where there are no times."""
    starts = words[0][0].start_ms, earlier[0][0].start_ms
    if starts[0] is not None and starts[1] is not None:
        return starts[0] <= starts[1]
    return [normal(token.text) for token, _ in words[: len(earlier)]] == [normal(token.text) for token, _ in earlier]


def _channel(result: dict[str, Any]) -> str:
    return text(first(result, "channelTag", "channel_tag"))


GOOGLE_STT = Format("google-stt", msg("Google Speech-to-Text"), (".json",), reader=read, sniff=sniff)
