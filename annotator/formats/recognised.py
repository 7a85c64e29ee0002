"""What recognisers have in common: phrases with words, said by speakers or on channels, in JSON or in a stream of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from annotator.core.errors import FormatError
from annotator.core.i18n import Message, msg
from annotator.core.model import Imported
from annotator.core.text import normal
from annotator.formats.base import File, ImportReport
from annotator.formats.building import Builder, Token
from annotator.formats.json_values import first, ms, objects, share, text, whole
from annotator.formats.refuse import refuse_json
from annotator.formats.turns_of_words import grouped

_SAME_SPEECH = 0.8
"""Share of the words that two channels have in common when they are the same sound; parties of a call stay below 0.6."""
_FEW_WORDS = 20
_MOST_CHANNELS = 8
_MOST_DAMAGED = 1000


SAID_TWICE = msg("The file holds the speech twice, the second time with its speakers. That one is taken.")


@dataclass(frozen=True, slots=True)
class Said:
    """What has a turn. Without `text` it is made of its words; `speaker` and `channel` are as the file has them, empty for none."""

    text: str | None
    words: Sequence[Token] = ()
    speaker: str = ""
    channel: str = ""
    start_ms: float | None = None
    end_ms: float | None = None
    role: str = ""
    name: str = ""


def transcript(
    file: File, format_name: str, said: Iterable[Said | Message | None], in_order_of_time: bool = False
) -> tuple[Imported, ImportReport]:
    """Make turns of what was said; None is an item that is not what it should be, a message is about the whole file.

    Where a file has several channels, turns are put in the order of time, and a channel is a speaker, unless speakers are told
    apart on it. Raises FormatError where there are no words.
    """
    said = list(said)
    spoken = [each for each in said if isinstance(each, Said)]
    parties = _parties(spoken)
    builder = Builder(file, format_name)
    for each in said:
        if each is None:
            builder.skip(msg("No phrase as the recogniser writes them: left out."))
        elif isinstance(each, Message):
            builder.remark(each)
        else:
            party = parties[each.channel, each.speaker]
            builder.turn(each.text, party, each.start_ms, each.end_ms, each.words, each.role, each.name)
    several = {channel for channel, _ in parties if channel}
    for one, other in _same_speech(spoken, several):
        names = {"first": _called("channel", one), "second": _called("channel", other)}
        builder.remark(msg("{first} and {second} hold the same speech. Both are kept.", **names))
    return builder.finish(in_order_of_time=in_order_of_time or len(several) > 1)


def words_of(
    values: Any, word: Sequence[str], start: Sequence[str], end: Sequence[str], unit: float = 1000, confidence: str = "confidence"
) -> list[Token]:
    """Return the words of a list of objects, by the names that their parts may have; `unit` is how many ms a time is made of."""
    return [
        Token(
            text(first(value, *word)),
            whole(ms(first(value, *start), unit)),
            whole(ms(first(value, *end), unit)),
            share(value.get(confidence)),
        )
        for value in objects(values)
    ]


def of_words(words: Iterable[tuple[Token, str]], channel: str = "") -> list[Said]:
    """Return turns of words with their speakers."""
    return [Said(None, tokens, speaker or "", channel) for speaker, tokens in grouped(words)]


def phrases(
    written: str | None,
    words: Sequence[tuple[Token, str]],
    channel: str = "",
    start_ms: float | None = None,
    end_ms: float | None = None,
) -> list[Said]:
    """Return a phrase whose words have speakers: as it is written where one speaks, else a turn for each in turn."""
    speakers = {speaker for _, speaker in words if speaker}
    if len(speakers) > 1:
        return of_words(words, channel)
    return [Said(written, [token for token, _ in words], "".join(speakers), channel, start_ms, end_ms)]


def of_channels(channels: Iterable[tuple[str, Iterable[tuple[Token, str]]]]) -> list[Said]:
    """Return turns of the words of channels, with their speakers, in the order of time.

    What one says without a word of the others is one turn.
    """
    heard = [(channel, list(words)) for channel, words in channels]
    said = [each for channel, words in heard for each in of_words(words, channel)]
    if sum(1 for _, words in heard if words) < 2:
        return said
    if all(_start(each) is not None for each in said):
        said.sort(key=lambda each: _start(each) or 0)
    joined: list[Said] = []
    run: list[Token] = []
    for each in said:
        if joined and (joined[-1].channel, joined[-1].speaker) == (each.channel, each.speaker):
            run += each.words
        else:
            run = list(each.words)
            joined.append(replace(each, words=run))
    return joined


def value_of(file: File) -> Any:
    """Return the JSON that the file is. Raises FormatError where it is none, or damaged."""
    if file.json is None:
        refuse_json(file.text, file.name)
        raise FormatError(msg("{name} is no JSON. Choose the file that the recogniser wrote.", name=file.name))
    return file.json


def stream_of(file: File) -> Iterator[Any]:
    """Yield the values of a stream: a list, a value a line, or one after the other; None for what is damaged.

    Raises FormatError where there is not one value.
    """
    if isinstance(file.json, list):
        yield from file.json
        return
    if file.json is not None:
        yield file.json
        return
    if _opening(file.text) is None:
        value_of(file)
    decoder, body, at, damaged = json.JSONDecoder(), file.text, 0, 0
    while (at := body.find("{", at)) >= 0:
        try:
            value, at = decoder.raw_decode(body, at)
            yield value
        except (ValueError, RecursionError) as error:
            yield None
            damaged += 1
            cut_off = isinstance(error, json.JSONDecodeError) and (error.pos >= len(body) or error.msg.startswith("Unterminated"))
            at = body.find("\n", at)
            if at < 0 or cut_off or damaged >= _MOST_DAMAGED:
                return


def opening(file: File) -> Any:
    """Return the first value of a stream, or of the list that it is; None where there is none."""
    value = file.json if file.json is not None else _opening(file.head)
    return next(iter(value), None) if isinstance(value, list) else value


def _opening(body: str) -> Any:
    try:
        return json.JSONDecoder().raw_decode(body.lstrip())[0] if body.lstrip()[:1] == "{" else None
    except (ValueError, RecursionError):
        return None


def _parties(said: Sequence[Said]) -> dict[tuple[str, str], str | None]:
    """Return who speaks, by channel and speaker: by the speaker where that is enough, else by the channel, else by both."""
    pairs = dict.fromkeys((each.channel, each.speaker) for each in said)
    channels = {channel for channel, _ in pairs if channel}
    if len(channels) < 2 or (all(speaker for _, speaker in pairs) and _apart(speaker for _, speaker in pairs)):
        return {pair: pair[1] or None for pair in pairs}
    if _apart(channel for channel, _ in pairs):
        return {pair: _called("channel", pair[0]) or None for pair in pairs}
    return {pair: f"{_called('channel', pair[0])} {_called('speaker', pair[1])}".strip() or None for pair in pairs}


def _apart(ids: Iterable[str]) -> bool:
    return all(count == 1 for count in Counter(ids).values())


def _called(kind: str, id_: str) -> str:
    """Return what a channel is called, or a speaker on it: a number alone would not tell one from the other."""
    return f"{kind} {id_}" if id_.isdigit() else id_


def _start(said: Said) -> float | None:
    starts = [token.start_ms for token in said.words if token.start_ms is not None]
    return min(starts, default=None) if said.start_ms is None else said.start_ms


def _same_speech(said: Iterable[Said], channels: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the channels that have nearly the same words."""
    counts: dict[str, Counter[str]] = {channel: Counter() for channel in sorted(channels)[:_MOST_CHANNELS]}
    for each in said:
        if each.channel in counts:
            spoken = each.text.split() if each.text is not None else [token.text for token in each.words]
            counts[each.channel].update(map(normal, spoken))
    for one, other in combinations(counts, 2):
        most = max(counts[one].total(), counts[other].total())
        if most >= _FEW_WORDS and (counts[one] & counts[other]).total() >= _SAME_SPEECH * most:
            yield one, other
