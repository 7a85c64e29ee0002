"""SaluteSpeech (Sber): results of asynchronous recognition, with channels or speakers.

Described in the documentation of SaluteSpeech, "Asynchronous recognition: getting the result". An utterance is a turn. Where
speakers are told apart, the speech of all of them comes as that of speaker -1 as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from annotator.core.i18n import Message, msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.json_values import at, items, ms, text
from annotator.formats.recognised import SAID_TWICE, Said, opening, stream_of, transcript, words_of

_ALL = "-1"
_MOST = 0.8
"""Share of the words of the speakers that the speech of all has when it repeats theirs."""


def read(file: File) -> tuple[Imported, ImportReport]:
    utterances = [each for value in stream_of(file) for each in (value if isinstance(value, list) else [value])]
    return transcript(file, SALUTESPEECH.name, _said(utterances), in_order_of_time=True)


def sniff(file: File) -> int:
    result = at(opening(file), "results", 0)
    return SURE if isinstance(at(result, "normalized_text"), str) else NO


def _said(utterances: Sequence[Any]) -> Iterator[Said | Message | None]:
    said = [_utterance(value) for value in utterances]
    of_all, of_each = (
        sum(len((each.text or "").split()) for each in said if each is not None and (each.speaker == _ALL) is whose)
        for whose in (True, False)
    )
    repeated = of_each > 0 and of_all >= _MOST * of_each
    if repeated:
        yield SAID_TWICE
    for each in said:
        if each is None or each.speaker != _ALL:
            yield each
        elif not repeated:
            yield Said(each.text, each.words, "", each.channel, each.start_ms, each.end_ms)


def _utterance(value: Any) -> Said | None:
    result = at(value, "results", 0)
    if not isinstance(result, dict):
        return None if items(at(value, "results")) or not isinstance(value, dict) else Said("")
    words = words_of(result.get("word_alignments"), ("word",), ("start",), ("end",))
    speaker, channel = text(at(value, "speaker_info", "speaker_id")), text(value.get("channel"))
    return Said(
        text(result.get("normalized_text")) or text(result.get("text")),
        words,
        speaker,
        channel,
        ms(result.get("start")),
        ms(result.get("end")),
    )


SALUTESPEECH = Format("salutespeech", msg("SaluteSpeech"), (".json",), reader=read, sniff=sniff)
