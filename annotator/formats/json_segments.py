"""Segments in JSON: their text, speaker, times and words, by whichever of the usual names they go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from annotator.core.i18n import msg
from annotator.formats import timecode
from annotator.formats.building import Builder, Token
from annotator.formats.json_values import first, items, number, objects, share, text
from annotator.formats.lines import lines_of, parse

_TEXTS = (
    *("text", "transcript", "transcription", "utterance", "sentence", "phrase", "words", "content", "message", "caption", "body"),
    *("текст", "реплика", "фраза", "слова", "сообщение", "расшифровка"),
)
_IDS = (
    *("speakerid", "speakerlabel", "speakertag", "speaker", "spkid", "spk", "sid", "channelid", "channel"),
    *("idспикера", "спикер", "говорящий", "диктор", "канал"),
)
_NAMES = ("speakername", "displayname", "name", "author", "participant", "имяспикера", "имя", "автор", "участник")
_ROLES = ("role", "speakerrole", "participantrole", "speakertype", "роль", "рольспикера")
_STARTS = (
    *("start", "starttime", "startsat", "begin", "begintime", "from", "tstart", "startoffset", "offset", "timestart", "t0"),
    *("начало", "времяначала", "старт", "с"),
)
_ENDS = (
    *("end", "endtime", "endsat", "to", "until", "stop", "stoptime", "finish", "tend", "endoffset", "timeend", "t1"),
    *("конец", "времяконца", "времяокончания", "окончание", "по"),
)
_LASTING = ("duration", "dur", "длительность")
_SPANS = ("timestamp", "timestamps", "time", "times", "interval", "span", "range", "dur", "время", "таймкод")
_WORDS = ("words", "wordtimestamps", "tokens", "terms", "слова")
_WORD = ("word", "text", "punctuated_word", "token", "слово", "текст")
_SURE = ("confidence", "probability", "score", "conf", "prob", "p")
_MS = re.compile(r"(.+?)(?:in)?(?:ms|msec|millis|milliseconds|мс)")
_SECONDS = re.compile(r"(.+?)(?:in)?(?:sec|secs|seconds|сек)")
_RANGE = re.compile(rf"\[?\s*({timecode.TIME})\s*(?:(?:-->|[-–—])\s*({timecode.TIME})\s*)?\]?")
_SLOWEST = 5.0
"""Seconds that a character takes to be said, on average, in no call: such times are milliseconds."""
_LABELS_TOLD = 20
_LONGEST_NAME = 40
_LOOKED_AT = 20
_DEEPEST = 4
_MOST_NODES = 500
_MOST_PARTIES = 8
_USUAL = {
    *("segments", "transcript", "transcription", "transcripts", "utterances", "turns", "dialogue", "dialog", "dialogs", "messages"),
    *("conversation", "monologues", "results", "result", "sentences", "phrases", "captions", "subtitles", "chunks", "entries"),
    *("сегменты", "реплики", "диалог", "расшифровка", "транскрипция", "транскрипт", "фразы", "сообщения"),
}


@dataclass(frozen=True, slots=True)
class Segment:
    """What a segment says; `text` None where only its words do. Times are milliseconds; words have speakers of their own."""

    text: str | None
    speaker: str = ""
    name: str = ""
    role: str = ""
    start_ms: float | None = None
    end_ms: float | None = None
    words: tuple[tuple[Token, str], ...] = ()


def segment(item: Any, unit: float = 1000) -> Segment | None:
    """Return what an object says, None where it says nothing; `unit` is the milliseconds of a time whose name does not say."""
    if not isinstance(item, dict):
        return None
    fields = _fields(item)
    words = tuple(spoken(_of(fields, _WORDS), unit))
    said = next((found for name in _TEXTS if isinstance(found := fields.get(name), str)), None)
    if said is None and not words:
        return None
    speaker, name, role = _who(fields)
    start, end = _span(fields, unit)
    return Segment(said, speaker, name, role, start, end, words)


def spoken(words: Any, unit: float = 1000) -> Iterator[tuple[Token, str]]:
    """Yield the words of a list of objects, each with its own speaker, empty where it has none.

    Where words bring the space before them along, those that have none are glued to the word before.
    """
    found = [(said, word) for word in objects(words) if (said := text(first(word, *_WORD))).strip()]
    spaced = any(said[:1].isspace() for said, _ in found[1:])
    for place, (said, word) in enumerate(found):
        fields = _fields(word)
        start, end = _span(fields, unit)
        glued = place > 0 and ((spaced and not said[:1].isspace()) or text(word.get("type")).lower() == "punctuation")
        yield Token(said, _whole(start), _whole(end), share(first(word, *_SURE)), glued), _who(fields)[0]


def take(builder: Builder, found: Segment | None) -> None:
    """Add the turn that a segment is; where the speaker of its words changes it is divided."""
    if found is None:
        builder.skip(msg("It has no text: left out."))
        return
    runs = _runs(found.words)
    if len(runs) < 2:
        speaker = found.speaker or next((whose for _, whose in found.words if whose), "")
        tokens = [token for token, _ in found.words]
        builder.turn(found.text, speaker, found.start_ms, found.end_ms, tokens, found.role, found.name)
        return
    parts = _divided(found.text, runs)
    for place, ((speaker, tokens), said) in enumerate(zip(runs, parts, strict=True)):
        start = found.start_ms if place == 0 else None
        end = found.end_ms if place == len(runs) - 1 else None
        own = not speaker or speaker == found.speaker
        builder.turn(said, speaker or found.speaker, start, end, tokens, found.role if own else "", found.name if own else "")
        if place == 0:
            builder.remark(msg("The speaker changes between words of one segment: it was divided there."), builder.item)


def take_lines(builder: Builder, said: str) -> bool:
    """Add the turns that a text has which holds several, one a line, with speakers and times before them; tell whether it does."""
    parsed = parse(said)
    if parsed.started * 2 <= len(lines_of(said)):
        return False
    for turn in parsed.turns:
        role = parsed.speakers[turn.speaker_id].role if turn.speaker_id is not None else ""
        builder.turn(turn.text, turn.speaker_id, turn.start_ms, turn.end_ms, role=role)
    return True


def tell_labels(builder: Builder, labels: Mapping[str, int]) -> None:
    """Say which labels a file has: topics are the project's own."""
    if labels:
        most = sorted(labels.items(), key=lambda pair: (-pair[1], pair[0]))
        told = ", ".join(f"{label} × {count}" for label, count in most[:_LABELS_TOLD])
        more = f", … ({len(most)})" if len(most) > _LABELS_TOLD else ""
        builder.remark(msg("Labels are not imported: {labels}.", labels=told + more))


def find(value: Any) -> list[Any]:
    """Return the list that looks most like segments, at the top or inside of objects; an empty one where there is none.

    Where each party of the call has a list of its own, they are one after the other, with the party as the speaker.
    """
    best: tuple[tuple[bool, bool, bool, int, int], list[Any]] | None = None
    level = [("", value)]
    for depth in range(_DEEPEST):
        following: list[tuple[str, Any]] = []
        for name, inside in level[:_MOST_NODES]:
            if isinstance(inside, dict):
                following += inside.items()
            elif isinstance(inside, list) and len(inside) == 1:
                following.append((name, inside[0]))
            for found in (inside, _of_parties(inside)):
                worth = _worth(name, found) if isinstance(found, list) else None
                if worth is not None and (best is None or (*worth, -depth, len(found)) > best[0]):
                    best = (*worth, -depth, len(found)), found
        level = following
    return best[1] if best else []


def by_blocks(found: Iterable[Any]) -> bool:
    """Tell whether segments are those of one speaker, then those of the next: they are not in the order of time then."""
    speakers = [speaker for item in found if isinstance(item, dict) and (speaker := "".join(_who(_fields(item))))]
    changes = sum(one != other for one, other in pairwise(speakers))
    return changes == len(set(speakers)) - 1


def _of_parties(inside: Any) -> list[Any]:
    """Return the segments of lists of which each is a party's: under its name, or in an object that tells who it is."""
    if isinstance(inside, dict):
        lists = [(name, found) for name, found in inside.items() if isinstance(found, list) and _folded(name) not in _USUAL]
    else:
        lists = []
        for part in items(inside)[: _MOST_PARTIES + 1]:
            speaker = next(filter(None, _who(_fields(part))), "") if isinstance(part, dict) else ""
            own = [found for found in part.values() if isinstance(found, list) and found] if speaker else []
            lists += [(speaker, own[0] if len(own) == 1 else [])]
    if not 2 <= len(lists) <= _MOST_PARTIES:
        return []
    worths = [_worth("", found) for _, found in lists]
    if any(worth is None or worth[:2] != (False, True) for worth in worths):
        return []
    return [{**item, "speaker": name} for name, found in lists for item in found if isinstance(item, dict)]


def unit(found: Iterable[Any]) -> float:
    """Return the milliseconds of what times without a unit are in: seconds, or milliseconds where seconds cannot be meant."""
    lasting = characters = 0.0
    for item in objects(list(found)):
        fields = _fields(item)
        start, end = number(_of(fields, _STARTS)), number(_of(fields, _ENDS))
        said = next((said for name in _TEXTS if isinstance(said := fields.get(name), str)), "")
        if start is not None and end is not None and end > start and said:
            lasting, characters = lasting + end - start, characters + len(said)
    return 1 if lasting > _SLOWEST * characters > 0 else 1000


def _worth(name: str, found: list[Any]) -> tuple[bool, bool, bool] | None:
    """Tell how much a list looks like segments: who, when, and what it is called; None where it does not."""
    looked = [_fields(item) for item in found[:_LOOKED_AT] if isinstance(item, dict)]
    said = [fields for fields in looked if _says(fields)]
    if not said or len(said) * 5 < min(len(found), _LOOKED_AT) * 4 or _folded(name) in ("words", "tokens"):
        return None
    spoken = any(any(_who(fields)) for fields in said)
    timed = any(_span(fields, 1000)[0] is not None for fields in said)
    usual = _folded(name) in _USUAL
    return (spoken, timed, usual) if spoken or timed or usual else None


def says(item: Any) -> bool:
    """Tell whether an object says something, by a look at it."""
    return isinstance(item, dict) and _says(_fields(item))


def _says(fields: Mapping[str, Any]) -> bool:
    if any(isinstance(fields.get(name), str) for name in _TEXTS):
        return True
    return any(text(first(word, *_WORD)).strip() for word in objects(items(_of(fields, _WORDS))[:3]))


def _fields(item: Mapping[Any, Any]) -> dict[str, Any]:
    """Return what an object holds by folded names; null is as good as nothing."""
    return {_folded(name): value for name, value in item.items() if value is not None}


@lru_cache(maxsize=1024)
def _folded(name: str) -> str:
    return re.sub(r"[\s_-]+", "", name).casefold()


def _of(fields: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((fields[name] for name in names if name in fields), None)


def _who(fields: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return id, name and role of the speaker; a speaker that only has a name or a role is known by it."""
    whose = _of(fields, _IDS)
    name, role = _said(_of(fields, _NAMES)), _said(_of(fields, _ROLES))
    if isinstance(whose, dict):
        inside = _fields(whose)
        name, role = name or _said(_of(inside, ("name", "displayname", "имя"))), role or _said(_of(inside, _ROLES))
        whose = _of(inside, ("id", "label", *_IDS))
    speaker = _said(whose)
    return (speaker, name, role) if speaker else (name or role, "", role)


def _said(value: Any) -> str:
    return text(value).strip()


def _span(fields: Mapping[str, Any], unit: float) -> tuple[float | None, float | None]:
    """Return when something begins and ends, in milliseconds."""
    start, end = _time(fields, _STARTS, unit), _time(fields, _ENDS, unit)
    if start is None or end is None:
        both = _of(fields, _SPANS)
        if isinstance(both, dict):
            inside = _fields(both)
            begun, ended = _time(inside, _STARTS, unit), _time(inside, _ENDS, unit)
        elif isinstance(both, list):
            begun, ended = (_ms(time, unit) for time in (*both[:2], None, None)[:2])
        elif isinstance(both, str) and (match := _RANGE.fullmatch(both)):
            begun, ended = (timecode.parse(time) if time else None for time in match.groups())
        else:
            begun, ended = _time(fields, ("timestamp", "time", "время", "таймкод"), unit), None
        start, end = begun if start is None else start, ended if end is None else end
    if end is None and start is not None and (lasting := _time(fields, _LASTING, unit)) is not None:
        end = start + lasting
    return start, end


def _time(fields: Mapping[str, Any], names: tuple[str, ...], unit: float) -> float | None:
    for name in names:
        if name in fields and (found := _ms(fields[name], unit)) is not None:
            return found
    for name, value in fields.items():
        measure = _measure(name)
        if measure is not None and measure[0] in names and (found := _ms(value, measure[1])) is not None:
            return found
    return None


@lru_cache(maxsize=4096)
def _measure(name: str) -> tuple[str, float] | None:
    """Return what is measured in milliseconds or seconds by its name, and the milliseconds of one."""
    for pattern, known in ((_MS, 1), (_SECONDS, 1000)) if len(name) <= _LONGEST_NAME else ():
        if match := pattern.fullmatch(name):
            return match[1], known
    return None


def _ms(value: Any, unit: float) -> float | None:
    if isinstance(value, str) and (match := re.fullmatch(rf"\[?\s*({timecode.TIME})\s*\]?", value)):
        return timecode.parse(match[1])
    found = number(value)
    return None if found is None else found * unit


def _whole(time: float | None) -> int | None:
    return round(time) if time is not None and 0 <= time < 2**31 else None


def _runs(words: tuple[tuple[Token, str], ...]) -> list[tuple[str, list[Token]]]:
    """Return the words in runs of one speaker; those of nobody belong to whoever spoke before, or after at the start."""
    speakers: list[str] = []
    tokens: list[list[Token]] = []
    for token, speaker in words:
        if speakers and (not speaker or token.glued or speakers[-1] in ("", speaker)):
            speakers[-1] = speakers[-1] or speaker
            tokens[-1].append(token)
        else:
            speakers.append(speaker)
            tokens.append([token])
    return list(zip(speakers, tokens, strict=True))


def _divided(said: str | None, runs: list[tuple[str, list[Token]]]) -> list[str | None]:
    """Return the text of each run; None where the words cannot be found in the text one after the other."""
    if said is None:
        return [None] * len(runs)
    starts, at = [], 0
    for _, tokens in runs:
        for place, token in enumerate(tokens):
            word = token.text.strip()
            start = said.find(word, at, at + len(word) + 50)
            if start < 0:
                return [None] * len(runs)
            at = start + len(word)
            if place == 0:
                starts.append(start)
    starts[0] = 0
    return [said[start:end] for start, end in zip(starts, [*starts[1:], len(said)], strict=True)]
