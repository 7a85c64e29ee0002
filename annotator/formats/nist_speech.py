"""What is said and who speaks when, from the lines of RTTM, CTM and STM files; how words get their speakers, and become turns."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from annotator.core.i18n import msg
from annotator.formats.base import File
from annotator.formats.building import Builder, Token
from annotator.formats.nist import called, labels, lines, milliseconds
from annotator.formats.turns_of_words import grouped

_NEAR_MS = 1000
"""Diarizers cut the edges of speech: a word that is this near to what somebody said is theirs."""
_FARTHEST = 200
"""Segments or words that are looked at around a moment."""
_TAGGED = re.compile(r"(?:[^;\\]|\\.)*")
_SILENCES = frozenset(("<eps>", "!sil", "<sil>", "<silence>", "[silence]"))
LABELLED = re.compile(r"<(?:[oO]|[^<>\s]*,[^<>\s]*)>(?:\s+|$)")
_CHOICE = re.compile(r"\{\s+([^{}/]*?)\s*/[^{}]*\}")
"""Alternatives in a transcript: { first / second / @ }."""
_NOT_SCORED = ("ignore_time_segment_in_scoring", "inter_segment_gap")


@dataclass(frozen=True, slots=True)
class Segment:
    """What a speaker says without a pause, in a recording."""

    recording: str
    start_ms: int
    end_ms: int
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a recording, and who says it, if that is known."""

    recording: str
    token: Token
    speaker: str | None = None
    channel: str = ""

    @property
    def middle(self) -> float:
        start = self.token.start_ms or 0
        return (start + (start if self.token.end_ms is None else self.token.end_ms)) / 2


@dataclass(frozen=True, slots=True)
class Said:
    """A segment, and the words that are said in it."""

    segment: Segment
    words: str


class Voices:
    """Who speaks when, in one recording."""

    def __init__(self, segments: Iterable[Segment]):
        self._segments = sorted(segments, key=lambda segment: (segment.start_ms, segment.end_ms))
        self._starts = [segment.start_ms for segment in self._segments]
        self._longest = max((segment.end_ms - segment.start_ms for segment in self._segments), default=0)

    def at(self, ms: float) -> Segment | None:
        """Return the segment that holds a moment, of several that which began last; else the nearest one."""
        best: tuple[float, int] | None = None
        place = bisect_right(self._starts, ms)
        for n in range(place - 1, max(-1, place - _FARTHEST), -1):
            segment = self._segments[n]
            if segment.start_ms + self._longest + _NEAR_MS < ms:
                break
            if ms <= segment.end_ms:
                return segment
            best = min(best or (ms - segment.end_ms, n), (ms - segment.end_ms, n))
        if place < len(self._segments):
            best = min(best or (self._starts[place] - ms, place), (self._starts[place] - ms, place))
        return self._segments[best[1]] if best is not None and best[0] <= _NEAR_MS else None


def rttm_segments(text: str) -> list[Segment]:
    """Return what the SPEAKER lines of an RTTM say; other lines are passed over."""
    names = labels(text)
    found = []
    for _, fields in lines(text):
        if fields[0] == "SPEAKER" and len(fields) >= 8:
            start, length = milliseconds(fields[3]), milliseconds(fields[4])
            if start is not None and length is not None and start >= 0 and length >= 0:
                found.append(Segment(fields[1], start, start + length, called(names, fields[7])))
    return found


def ctm_words(text: str, builder: Builder | None = None) -> list[Word]:
    """Return the words of a CTM: of alternatives the first, without silences and tags. `builder` is told what is left out.

    The speaker is that of the eighth field, else the channel, where there is more than one.
    """
    names = labels(text)
    found: list[Word] = []
    channels: dict[str, set[str]] = {}
    passed_over = False
    for number, fields in lines(text):
        word = _TAGGED.match(fields[4])[0].replace("\\;", ";") if len(fields) > 4 else ""  # type: ignore[index]
        mark = word.upper()
        if mark in ("<ALT_BEGIN>", "<ALT>", "<ALT_END>"):
            passed_over = mark == "<ALT>"
            continue
        if passed_over or word.casefold() in _SILENCES or (word == "@" and fields[2] == "*"):
            continue
        start, length = (milliseconds(field) for field in fields[2:4]) if len(fields) > 4 else (None, None)
        if start is None or length is None or start < 0 or length < 0 or not word:
            if builder:
                builder.skip(msg("It is no word with its times: left out."), number)
            continue
        confidence = float(fields[5]) if len(fields) > 5 and milliseconds(fields[5]) is not None else None
        speaker = called(names, fields[7]) if len(fields) > 7 and fields[7].casefold() != "unknown" else None
        token = Token(word, start, start + length, confidence if confidence is not None and 0 <= confidence <= 1 else None)
        channels.setdefault(fields[0], set()).add(fields[1])
        found.append(Word(fields[0], token, speaker, fields[1]))
    several = len(channels) > 1
    for place, word_found in enumerate(found):
        own = word_found.channel
        if word_found.speaker is None and (len(channels[word_found.recording]) > 1 or own in names):
            name = called(names, own)
            found[place] = replace(word_found, speaker=f"{word_found.recording} {name}" if several and name else name)
    return found


def stm_segments(text: str, builder: Builder | None = None) -> list[Said]:
    """Return the segments of an STM, without those that are not to be scored. `builder` is told what is left out."""
    names = labels(text)
    found = []
    for number, fields in lines(text):
        start, end = (milliseconds(field) for field in fields[3:5]) if len(fields) > 4 else (None, None)
        if start is None or end is None or start < 0:
            if builder:
                builder.skip(msg("It is no segment with its times: left out."), number)
            continue
        words = _CHOICE.sub(r"\1", LABELLED.sub("", " ".join(fields[5:]), count=1)).replace(" @ ", " ")
        if fields[2].casefold() in _NOT_SCORED or words.casefold() in _NOT_SCORED:
            if builder:
                builder.blank()
            continue
        found.append(Said(Segment(fields[0], start, end, called(names, fields[2])), words))
    return found


def with_voices(spoken: Sequence[Word], voices: Sequence[Segment]) -> list[Word]:
    """Give each word the speaker whose segment holds its middle."""
    known = _by_recording(dict.fromkeys(word.recording for word in spoken), voices)
    heard = [known[word.recording].at(word.middle) for word in spoken]
    return [replace(word, speaker=segment.speaker if segment else None) for word, segment in zip(spoken, heard, strict=True)]


def add_segments(builder: Builder, said: Sequence[Said], voices: Sequence[Segment] = ()) -> None:
    """Give segments to `builder` as turns, recording after recording; where there are `voices`, those say who speaks in them."""
    recordings = {name: place for place, name in enumerate(dict.fromkeys(each.segment.recording for each in said))}
    known = _by_recording(recordings, voices)
    for each in sorted(said, key=lambda each: (recordings[each.segment.recording], each.segment.start_ms)):
        own = each.segment
        heard = known[own.recording].at((own.start_ms + own.end_ms) / 2) if voices else own
        builder.turn(each.words, heard.speaker if heard else None, own.start_ms, own.end_ms)
    remark_recordings(builder, len(recordings))


def _by_recording(names: Iterable[str], voices: Sequence[Segment]) -> dict[str, Voices]:
    """Return who speaks in each recording. Where there is one on both sides it is the same, whatever it is called."""
    own, theirs = set(names), {segment.recording for segment in voices}
    alone = len(own) == len(theirs) == 1
    return {name: Voices(segment for segment in voices if alone or segment.recording == name) for name in own}


def add_turns(builder: Builder, spoken: Iterable[Word]) -> None:
    """Give the words to `builder` as turns, recording after recording.

    Consecutive words of one speaker are a turn, also where others talk across them; a whole word of another one in between ends it.
    """
    recordings: dict[str, list[Word]] = {}
    for word in spoken:
        recordings.setdefault(word.recording, []).append(word)
    for own in recordings.values():
        own.sort(key=lambda word: word.token.start_ms or 0)
        spoken_by = any(word.speaker for word in own)
        turns = _in_turn(own) if spoken_by else grouped((word.token, None) for word in own)
        for speaker, tokens in turns:
            end = max(token.end_ms or 0 for token in tokens)
            builder.turn(None, speaker, tokens[0].start_ms, end, tokens=tokens)
    remark_recordings(builder, len(recordings))


def remark_recordings(builder: Builder, count: int) -> None:
    """Say that a file holds several recordings, where it does."""
    if count > 1:
        builder.remark(msg("The file holds {n} recordings: they were read as one call, one after the other.", n=count))


def _in_turn(spoken: Sequence[Word]) -> list[tuple[str | None, list[Token]]]:
    """Return turns of words that are in the order of time: those of one speaker as far as nobody says a whole word in between."""
    starts = [word.token.start_ms or 0 for word in spoken]
    ends = [start if word.token.end_ms is None else word.token.end_ms for start, word in zip(starts, spoken, strict=True)]
    latest: dict[str | None, tuple[int, int]] = {}
    turns: list[tuple[str | None, list[Token]]] = []
    for place, word in enumerate(spoken):
        number, last = latest.get(word.speaker, (-1, -1))
        first = bisect_left(starts, ends[last]) if number >= 0 else place
        if number < 0 or any(
            ends[other] <= starts[place] and spoken[other].speaker != word.speaker
            for other in range(max(first, last + 1), min(place, max(first, last + 1) + _FARTHEST))
        ):
            number = len(turns)
            turns.append((word.speaker, []))
        turns[number][1].append(word.token)
        latest[word.speaker] = number, place
    return turns


def beside(file: File, suffix: str) -> str:
    """Return the text of a file of the same name; empty where there is none."""
    data = file.beside.get(suffix)
    return "" if data is None else File(data, file.name.rpartition(".")[0] + suffix, file.encoding).decoded.text
