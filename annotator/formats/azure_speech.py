"""Azure AI Speech: batch transcription of version 3 and of the one before, fast transcription, and results of the Speech SDK.

Described in the documentation of Azure AI services, "Get batch transcription results" and "Use the fast transcription API", and
"Conversation summarization" for the conversations that Azure AI Language takes. A phrase, or an item of a conversation, is a turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.building import Token
from annotator.formats.json_values import at, first, items, ms, number, objects, share, text, ticks, whole
from annotator.formats.recognised import Said, opening, stream_of, transcript, value_of

_TICK = 1e-4
_UNKNOWN = ("unknown", "unidentified")


def read(file: File) -> tuple[Imported, ImportReport]:
    return transcript(file, AZURE_SPEECH.name, _said(file))


def sniff(file: File) -> int:
    value = file.json
    if isinstance(at(value, "recognizedPhrases"), list) or isinstance(at(value, "AudioFileResults"), list):
        return SURE
    if isinstance(at(value, "combinedPhrases"), list) and isinstance(at(value, "phrases"), list):
        return SURE
    item = at(_conversation(value), 0)
    if isinstance(at(item, "text"), str) and at(item, "participantId") is not None:
        return SURE
    return SURE if isinstance(at(opening(file), "RecognitionStatus"), str | int) else NO


def _said(file: File) -> Iterator[Said | None]:
    if isinstance(file.json, dict) and "RecognitionStatus" not in file.json:
        value = value_of(file)
        files = items(value.get("AudioFileResults"))
        for n, each in enumerate(files):
            channel = str(n) if len(files) > 1 else ""
            yield from (_phrase(phrase, channel) for phrase in items(at(each, "SegmentResults")))
        yield from (_phrase(phrase) for phrase in items(value.get("recognizedPhrases")))
        yield from (_phrase(phrase, unit=1) for phrase in items(value.get("phrases")))
        yield from (_item(item) for item in _conversation(value))
        if not any(items(value.get(key)) for key in ("AudioFileResults", "recognizedPhrases", "phrases")):
            combined = (*objects(value.get("combinedPhrases")), *objects(value.get("combinedRecognizedPhrases")))
            yield from (Said(text(first(each, "text", "display")), channel=text(each.get("channel"))) for each in combined)
    else:
        yield from (_phrase(each) for each in stream_of(file))


def _conversation(value: Any) -> list[Any]:
    """Return the items of the conversations that a value holds, or those that are to be analysed."""
    if own := items(at(value, "conversationItems")):
        return own
    conversations = objects(at(value, "conversations")) or objects(at(value, "analysisInput", "conversations"))
    return [item for conversation in conversations for item in items(conversation.get("conversationItems"))]


def _item(item: Any) -> Said | None:
    if not isinstance(item, dict):
        return None
    words = [_word(word, _TICK) for word in objects(item.get("audioTimings"))]
    start = _time(item, "offset", _TICK)
    times = start, _end(item, start, _TICK)
    return Said(text(item.get("text")), words, text(item.get("participantId")), "", *times, role=text(item.get("role")))


def _phrase(phrase: Any, channel: str = "", unit: float = _TICK) -> Said | None:
    """Return a phrase; `unit` is how many milliseconds a time without a unit of its own is made of."""
    if not isinstance(phrase, dict):
        return None
    best = at(_get(phrase, "nBest"), 0)
    written = first(phrase, "text", "DisplayText") if best is None else _get(best, "display", "maskedITN", "ITN", "itn", "lexical")
    spoken = next((found for source in (best, phrase) if (found := objects(_get(source, "displayWords", "words")))), [])
    speaker = text(_get(phrase, "speaker", "speakerId"))
    start = _time(phrase, "offset", unit)
    return Said(
        text(written),
        [_word(word, unit) for word in spoken],
        "" if speaker.lower() in _UNKNOWN else speaker,
        text(_get(phrase, "channel", "channelNumber")) or channel,
        start,
        _end(phrase, start, unit),
    )


def _word(word: dict[str, Any], unit: float) -> Token:
    start = _time(word, "offset", unit)
    written = text(_get(word, "displayText", "word", "text"))
    return Token(written, whole(start), whole(_end(word, start, unit)), share(_get(word, "confidence")))


def _end(value: dict[str, Any], start: float | None, unit: float) -> float | None:
    duration = _time(value, "duration", unit)
    return None if start is None or duration is None else start + duration


def _time(value: dict[str, Any], name: str, unit: float) -> float | None:
    """Return a time in milliseconds, whichever way it is given."""
    if (found := number(_get(value, f"{name}Milliseconds", f"{name}InMs"))) is not None:
        return found
    if (found := ticks(_get(value, f"{name}InTicks"))) is not None:
        return found
    plain = _get(value, name)
    if isinstance(plain, str) and plain.startswith("P"):
        return ms(plain)
    if (found := ms(_get(value, f"{name}InSeconds"))) is not None:
        return found
    return ms(plain, unit)


def _get(value: Any, *names: str) -> Any:
    """Return what is under one of the names, which the older version begins with a capital."""
    return first(value, *(spelling for name in names for spelling in (name, name[:1].upper() + name[1:])))


AZURE_SPEECH = Format("azure-speech", msg("Azure Speech"), (".json",), reader=read, sniff=sniff)
