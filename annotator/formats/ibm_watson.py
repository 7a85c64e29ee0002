"""IBM Watson Speech to Text: results of a request, of a job, or of a stream, with or without speakers.

Described in the API reference of IBM Watson Speech to Text, "SpeechRecognitionResults". A final result is a turn; where the speaker
changes within it, each has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.building import Token
from annotator.formats.json_values import at, items, ms, objects, share, text, whole
from annotator.formats.recognised import Said, opening, phrases, stream_of, transcript


def read(file: File) -> tuple[Imported, ImportReport]:
    messages = [message for value in stream_of(file) for message in _messages(value)]
    speakers = {
        whole(ms(label.get("from"))): text(label.get("speaker"))
        for message in messages
        for label in objects(at(message, "speaker_labels"))
    }
    return transcript(file, IBM_WATSON.name, (said for message in messages for said in _said(message, speakers)))


def sniff(file: File) -> int:
    for message in _messages(opening(file)):
        result, label = at(message, "results", 0), at(message, "speaker_labels", 0)
        if at(label, "from") is not None and at(label, "speaker") is not None:
            return SURE
        best = at(result, "alternatives", 0)
        if isinstance(best, dict) and (
            {"timestamps", "word_confidence"} & best.keys() or ("final" in result and "transcript" in best)
        ):
            return SURE
    return NO


def _messages(value: Any) -> list[Any]:
    """Return the messages of a value: itself, or those that a job holds."""
    inner = [each for each in objects(at(value, "results")) if "results" in each or "speaker_labels" in each]
    return inner or [value]


def _said(message: Any, speakers: dict[int | None, str]) -> Iterator[Said | None]:
    if not isinstance(message, dict):
        yield None
        return
    for result in items(message.get("results")):
        best = at(result, "alternatives", 0)
        if not isinstance(best, dict):
            yield None
        elif at(result, "final") is not False:
            words = _words(best)
            yield from phrases(text(best.get("transcript")), [(word, speakers.get(word.start_ms, "")) for word in words])


def _words(best: dict[str, Any]) -> list[Token]:
    """Return the words; their confidences are in a list of the same length."""
    confidences = items(best.get("word_confidence"))
    return [
        Token(text(at(word, 0)), whole(ms(at(word, 1))), whole(ms(at(word, 2))), share(at(confidences, n, 1)))
        for n, word in enumerate(items(best.get("timestamps")))
    ]


IBM_WATSON = Format("ibm-watson", msg("IBM Watson Speech to Text"), (".json",), reader=read, sniff=sniff)
