"""Vosk and Kaldi: results with the words of a phrase, one, a list or a stream of them.

Described in the documentation of Vosk and its example programs. A result is a turn. Vosk has no speakers, only vectors to tell them
by.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.json_values import at, text
from annotator.formats.recognised import Said, opening, stream_of, transcript, words_of


def read(file: File) -> tuple[Imported, ImportReport]:
    return transcript(file, VOSK.name, (said for value in stream_of(file) for said in _said(value)))


def sniff(file: File) -> int:
    value = opening(file)
    word = at(_result(value), "result", 0)
    return SURE if isinstance(word, dict) and {"word", "start", "end"} <= word.keys() else NO


def _said(value: Any) -> Iterator[Said | None]:
    if not isinstance(value, dict):
        yield None
        return
    result = _result(value)
    if isinstance(result, dict) and ("result" in result or isinstance(result.get("text"), str)):
        words = words_of(result.get("result"), ("word",), ("start",), ("end",), confidence="conf")
        yield Said(text(result.get("text")).strip() or None, words)


def _result(value: Any) -> Any:
    """Return a result, or the best of several."""
    best = at(value, "alternatives", 0)
    return best if isinstance(best, dict) else value


VOSK = Format("vosk", msg("Vosk"), (".json", ".jsonl"), reader=read, sniff=sniff)
