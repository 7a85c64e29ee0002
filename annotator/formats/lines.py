"""Plain text taken apart: which lines begin a turn, who speaks there and when; for all files that hold such lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from annotator.core.errors import FormatError
from annotator.core.i18n import msg
from annotator.core.model import Imported, SourceTurn, Speaker, SpeakerId
from annotator.formats import timecode
from annotator.formats.base import File, ImportReport, Remark
from annotator.formats.refuse import refuse_text

_RANGE = rf"{timecode.TIME}(?:\s*(?:-->|[-–—])\s*{timecode.TIME})?"
_STAMP = rf"\[\s*{_RANGE}\s*\]|\(\s*{_RANGE}\s*\)"
_NAME = r"""[^\W_][^:\r\n\[\](){}<>"«»“”;,!?=*#|/\\]{0,39}?"""
LINE = re.compile(
    rf"""\s*+
    (?: (?P<early>{_STAMP}|{_RANGE}(?=\s|$)) \s*+ )?
    (?: (?:[-–—|]\s*+)?
        (?P<open>\[\s*+)?
        (?P<label>
            [^\W_][^:()\[\]\r\n]{{0,59}}? \s*+ \(\s*[A-ZА-Я][^\W\d]*[ -]?\d{{1,4}}\s*\)
            | (?:(?(open) [^\W_][^:()\[\]\r\n]{{0,59}}? | {_NAME}) | \?) (?:\s*+\([^():\r\n]{{1,40}}\))?
        )
        (?:\s*+(?P<late>{_STAMP}))? \s*+
        (?P<close> (?(open) \](?::|\s*+:(?=\s|$))? | : ) )
        \s*+
    )?""",
    re.VERBOSE,
)
"""Regular expression: what may stand at the start of a line before the words; every part is optional."""
_WITH_ID = re.compile(r"(.*?)\s*\(\s*([^\W\d_]*[ _-]?\d{1,4}|[A-ZА-Я])\s*\)")
_DIARIZED = re.compile(r"(?:spk|spkr|speaker|sp|s|спикер|говорящий|диктор|channel|ch|канал)[ _-]?\d{1,4}", re.IGNORECASE)
_LINES = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n)|([^\r\n]+)")
UNKNOWN = "?"
"""Label of a turn whose speaker is not known; needed where a line without label would continue the turn above."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before the colon. A `sure` one is a speaker wherever it stands, another one only if the file bears it out."""

    text: str
    id: SpeakerId | None
    role: str
    sure: bool


class Line(NamedTuple):
    """A line and the code point that it starts at; a blank one has no match."""

    number: int
    start: int
    match: re.Match[str] | None
    label: Label | None = None

    @property
    def timed(self) -> bool:
        return self.match is not None and self.match["early"] is not None

    @property
    def bare(self) -> bool:
        """Tell whether the label is one in brackets without a colon."""
        return self.match is not None and self.match["close"] == "]"


class Piece(NamedTuple):
    """A turn as it stands in the file: head, words (body) and what follows up to the next turn (tail).

    `stamp` and `label` are where the time and the speaker stand in the head.
    """

    head: str
    body: str
    tail: str
    stamp: tuple[int, int] | None = None
    label: tuple[int, int] | None = None

    @property
    def raw(self) -> str:
        return self.head + self.body + self.tail

    @property
    def label_text(self) -> str:
        return self.head[slice(*self.label)] if self.label else ""

    @property
    def time(self) -> list[int]:
        """The milliseconds of start and end, as far as they are given."""
        return [timecode.parse(time) for time in re.findall(timecode.TIME, self.head[slice(*self.stamp)])] if self.stamp else []

    @property
    def shows_id(self) -> bool:
        """Tell whether the label is one with the diarizer's id."""
        label = label_of(self.label_text)
        return label.sure or bool(label.role)

    @property
    def names_speaker(self) -> bool:
        return self.label is not None and label_of(self.label_text).id is not None

    def head_with(self, label: str, start_ms: int | None, end_ms: int | None) -> str:
        """Return the head with this label and time; a time that is not known is left out."""
        head = self.head
        spans = [(self.label, label)] if self.label else []
        if self.stamp:
            time = _stamp(head[slice(*self.stamp)], start_ms, end_ms)
            first, last = self.stamp
            while not time and head[last : last + 1].isspace():
                last += 1
            spans.append(((first, last), time))
        for (first, last), text in sorted(spans, reverse=True):
            head = head[:first] + text + head[last:]
        if label and not self.label:
            head = f"{head.rstrip()} {label}: ".lstrip()
        return head

    def time_with(self, start_ms: int | None, end_ms: int | None) -> str:
        """Return the head without speaker."""
        time = _stamp(self.head[slice(*self.stamp)], start_ms, end_ms) if self.stamp else ""
        return time and time + " "


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text taken apart: `preamble` and the raw pieces, one a turn, are the whole text."""

    preamble: str
    pieces: tuple[Piece, ...]
    speakers: Mapping[SpeakerId, Speaker]
    turns: tuple[SourceTurn, ...]
    lines: int
    started: int
    blank: int
    not_understood: int
    remarks: tuple[Remark, ...]


def understood(file: File, text: str, format_name: str, encoding: str, sure: bool = True) -> tuple[Imported, ImportReport]:
    """Return what is read from the `text` of a file. Raises FormatError where it is none, and where no turn is recognised."""
    name = file.name
    refuse_text(text, name)
    parsed = parse(text)
    if not parsed.started:
        raise FormatError(
            msg(
                "No turn was recognised in {name}. A turn begins like “Client (SPK00): …”, “SPK00: …”, “Name: …”, "
                "“[00:01:02] Name: …” or “[SPEAKER_00]: …”. Put speakers before the lines, or choose another encoding.",
                name=name,
            )
        )
    remarks = list(parsed.remarks)
    if not sure:
        message = msg("The encoding was guessed: {encoding}. If letters look wrong, choose another one.", encoding=encoding)
        remarks.insert(0, Remark(None, message))
    report = ImportReport(
        lines=parsed.lines,
        turns=parsed.started,
        continued=parsed.lines - parsed.started - parsed.blank - parsed.not_understood,
        blank=parsed.blank,
        not_understood=parsed.not_understood,
        encoding=encoding,
        encoding_is_sure=sure,
        remarks=tuple(remarks),
    )
    return Imported(name, format_name, encoding, file.data, tuple(parsed.speakers.values()), parsed.turns), report


def parse(text: str) -> Parsed:
    """Take a text apart; one in which no line begins a turn has no pieces."""
    lines = [_line(number, text, match) for number, match in enumerate(_LINES.finditer(text), 1)]
    written = [line for line in lines if line.match]
    labels, times = _conventions(written)
    starts = [line for line in written if (line.label and line.label.text in labels) or (times and line.timed)]
    if not starts:
        return Parsed("", (), {}, (), len(lines), 0, len(lines) - len(written), len(written), ())
    lead = [line for line in written if line.number < starts[0].number]
    firsts = lead[:1] + starts
    remarks = [Remark(line.number, msg("No speaker yet: kept as a turn without speaker.")) for line in lead]
    for line in written[len(lead) :]:
        if line.label and line.label.text not in labels and not (times and line.timed):
            message = msg("“{label}” does not look like a speaker here: kept as words of the turn above.", label=line.label.text)
            remarks.append(Remark(line.number, message))
    speakers: dict[SpeakerId, Speaker] = {}
    pieces, turns, roles = [], [], set()
    latest = 0
    ends = [*(line.start for line in firsts[1:]), len(text)]
    for number, (line, end) in enumerate(zip(firsts, ends, strict=True), 1):
        label = line.label if line.label and line.label.text in labels else None
        piece = _piece(text, line, end, label is not None, times)
        pieces.append(piece)
        speaker_id = label.id if label else None
        if label and speaker_id is not None:
            first = speakers.get(speaker_id) or Speaker(0, speaker_id, rank=len(speakers) + 1.0)
            speakers[speaker_id] = first if first.role else replace(first, role=label.role)
            if first.role and label.role not in ("", first.role) and label not in roles:
                roles.add(label)
                values = {"id": first.id, "role": label.role, "first": first.role}
                remarks.append(Remark(line.number, msg("{id} is “{role}” here and “{first}” above: the first is kept.", **values)))
        words = "\n".join(lines_of(piece.body)) if "\n" in piece.body or "\r" in piece.body else piece.body
        if not words:
            remarks.append(Remark(line.number, msg("No words: kept as an empty turn.")))
        span = piece.time
        if span and (span[0] < latest or span[-1] < span[0]):
            remarks.append(Remark(line.number, msg("The time goes backwards here; the order of the file is kept.")))
        latest = span[0] if span else latest
        start_ms, end_ms = span[0] if span else None, span[1] if len(span) > 1 else None
        turns.append(SourceTurn(number, speaker_id, words, start_ms, end_ms))
    return Parsed(
        text[: firsts[0].start],
        tuple(pieces),
        speakers,
        tuple(turns),
        lines=len(lines),
        started=len(starts),
        blank=len(lines) - len(written),
        not_understood=len(lead),
        remarks=(*_on_the_whole(speakers, turns), *sorted(remarks, key=lambda remark: remark.line or 0)),
    )


def _on_the_whole(speakers: Mapping[SpeakerId, Speaker], turns: list[SourceTurn]) -> Iterator[Remark]:
    unlabelled = sum(turn.speaker_id is None and turn.start_ms is not None for turn in turns)
    if unlabelled:
        yield Remark(None, msg("{n} turns have a time but no speaker.", n=unlabelled))
    if len(speakers) < 2:
        yield Remark(None, msg("There are fewer than two speakers: checks of speakers need two."))
    elif len(speakers) > 2:
        yield Remark(None, msg("There are {n} speakers; calls of two are what checks of speakers are made for.", n=len(speakers)))


def _line(number: int, text: str, found: re.Match[str]) -> Line:
    start = found.start()
    if found.group().isspace():
        return Line(number, start, None)
    match = LINE.match(text, start, found.end(found.lastindex or 0))
    assert match is not None, "every part of the pattern is optional"
    if match["label"] is None:
        return Line(number, start, match)
    label = label_of(match["label"])
    if match["open"] and match["close"] != "]":
        label = replace(label, sure=True)
    if not label.sure:
        after = text[match.end("close") : match.end("close") + 2]
        clock = label.text[-1].isdigit() and after[:1].isdigit()
        if clock or after == "//" or len(label.text.split()) > 4:
            return Line(number, start, match)
    return Line(number, start, match, label)


@lru_cache(maxsize=4096)
def label_of(text: str) -> Label:
    """Return what a label says."""
    text = " ".join(text.split())
    if text == UNKNOWN:
        return Label(text, None, "", True)
    if match := _WITH_ID.fullmatch(text):
        role, speaker_id = match.groups()
        return Label(text, speaker_id, role, not speaker_id.isdigit())
    return Label(text, text, "", _DIARIZED.fullmatch(text) is not None)


def _conventions(lines: list[Line]) -> tuple[set[str], bool]:
    """Return the labels that begin a turn in this file, and whether a time without a label does.

    Labels that look like a diarizer's always count. Others count when they recur or when (nearly) every line has one, so that a
    colon in what somebody says does not make a speaker; in a file of times only those after a time are considered.
    """
    timed = [line for line in lines if line.timed]
    labelled = [line for line in lines if line.label and not line.bare]
    times = len(timed) * 2 >= max(1, len(labelled)) and len(timed) * 4 >= len(lines)
    sure = [line.label for line in lines if line.label and line.label.sure]
    surely = sum(label.id is not None for label in sure)
    field = timed if times else lines
    boxed = not surely and sum(line.bare for line in field) * 2 >= len(field) - len(sure)
    doubtful = Counter(line.label.text for line in field if line.label and not line.label.sure and (boxed or not line.bare))
    if surely and surely >= doubtful.total():
        names = {label for label, n in doubtful.items() if n >= max(3, surely // 20) and label[0].isupper()}
    else:
        made = (doubtful.total() + len(sure)) / max(1, len(field))
        often = max(2, doubtful.total() // 100) if made >= 0.05 else len(field)
        names = {text for text, n in doubtful.items() if n >= often or made >= 1 or (made >= 0.8 and text[0].isupper())}
    return names | {label.text for label in sure}, times


def _piece(text: str, line: Line, end: int, labelled: bool, times: bool) -> Piece:
    """Take apart what stands between the start of `line` and code point `end`."""
    match, start = line.match, line.start
    assert match is not None, "a blank line begins no turn"
    at, stamp, label = start, None, None
    if line.timed and (labelled or times):
        at, stamp = match.end("early"), match.span("early")
    if labelled:
        at, label = match.end("close"), match.span("label")
        stamp = stamp or (match.span("late") if match["late"] else None)
    rest = text[at:end]
    body = rest.strip()
    at += len(rest) - len(rest.lstrip()) if body else 0
    return Piece(text[start:at], body, text[at + len(body) : end], _shifted(stamp, start), _shifted(label, start))


def _shifted(span: tuple[int, int] | None, start: int) -> tuple[int, int] | None:
    return span and (span[0] - start, span[1] - start)


def _stamp(stamp: str, start_ms: int | None, end_ms: int | None) -> str:
    """Return the time as `stamp` writes it, "" without a start and without the range's end when that is not known."""
    times = list(re.finditer(timecode.TIME, stamp))
    known = [ms for ms in (start_ms, end_ms)[: len(times)] if ms is not None]
    if start_ms is None:
        return ""
    written = [
        time.group() if timecode.parse(time.group()) == ms else timecode.write(ms, time.group())
        for time, ms in zip(times, known, strict=False)
    ]
    between = stamp[times[0].end() : times[-1].start()]
    return stamp[: times[0].start()] + between.join(written) + stamp[times[-1].end() :]


def lines_of(text: str) -> list[str]:
    """Return the lines with words, without white space at their ends."""
    return [stripped for line in text.replace("\r", "\n").split("\n") if (stripped := line.strip())]
