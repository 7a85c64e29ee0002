"""Files of cues that stand below a line with their times (SRT, WebVTT, SBV): taken apart, and put together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from annotator.core.errors import FormatError
from annotator.core.i18n import msg
from annotator.core.model import Imported, SpeakerId, Transcript
from annotator.formats.base import NO, POSSIBLE, SURE, ExportOptions, File, ImportReport
from annotator.formats.building import Builder
from annotator.formats.cues import CLOCK, INVISIBLE, Cue, build, clock, speaker_of, tagged
from annotator.formats.lines import UNKNOWN
from annotator.formats.refuse import refuse_binary, refuse_text
from annotator.formats.timing import timed_turns

Times = tuple[int | None, int | None, str]
"""Start and end of a line of times, and what stands after them."""

_START = re.compile(rf"\s*({CLOCK})\s*")
_END = re.compile(rf"\s*({CLOCK})(?!\S)")
_HALF_OF_TIMES = re.compile(r"\s*-?\d[^\s:]{0,9}:")
_SETTINGS = re.compile(r"(?:\s+\w+:\S+)*\s*")
_LINES = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_NUMBER = re.compile(r"\W{0,3}\d{1,9}\W{0,3}")
_DIGITS = re.compile(r"\d{1,9}")
_BEGUN = re.compile(r"(?:\d{1,9}\n)?[\d\s]{1,9}:[\d\s:.,>-]*")
_COMMENT = re.compile(r"(?:NOTE|WEBVTT)(?=\s|$)|(?:STYLE|REGION)\s*$")
_VOICE = re.compile(r"<v[.\s]")
_SNIFFED_LINES = 500


# ---------------------------------------------------------------------- reading


def arrow_times(line: str) -> Times | None:
    """Return the times of ``00:00:01,000 --> 00:00:02,000``; None where the line is none. One of them may be damaged."""
    before, arrow, after = line.partition("->")
    if not arrow:
        return None
    first, last = _START.fullmatch(before.rstrip("-–—")), _END.match(after)
    start, end = first and clock(first[1]), last and clock(last[1])
    if start is None or end is None:
        begun = start is not None and not after.strip(" 0123456789:.,-")
        damaged = before.endswith("-") and all(map(_HALF_OF_TIMES.match, (before, after)))
        if not (begun or damaged):
            return None
    return start, end, after[last.end() :] if last else ""


def claim(file: File, vtt: bool, times: Callable[[str], Times | None] = arrow_times) -> int:
    """Return how sure it is that a file is one of cues. Without a heading, voices and points in the times make it WebVTT."""
    if file.head.startswith("WEBVTT"):
        return SURE if vtt else NO
    lines = [line for line in islice(split_lines(file.head), _SNIFFED_LINES) if line.strip()]
    timed = [(number, seen[2]) for number, line in enumerate(lines) if (seen := times(line))]
    found = [number for number, rest in timed if _SETTINGS.fullmatch(rest)]
    if len(timed) > 2 * len(found):
        return NO  # the words stand on the lines of times, as in plain text
    if not found or vtt != bool(_VOICE.search(file.head) and "." in lines[found[0]]):
        return NO
    if found[0] == 0 or (found[0] == 1 and (vtt or _NUMBER.fullmatch(lines[0]))):
        return SURE
    return POSSIBLE if len(found) > 2 else NO


def read(file: File, format_name: str, times: Callable[[str], Times | None] = arrow_times) -> tuple[Imported, ImportReport]:
    """Read a file of cues. Raises FormatError where it is no text, and where no cue has words."""
    refuse_binary(file.data, file.name)
    refuse_text(file.decoded.text, file.name)
    builder = Builder(file, format_name)
    cues = _cues(builder, list(split_lines(file.decoded.text)), format_name == "vtt", times)
    if not cues:
        raise FormatError(
            msg("No line of times like 00:00:01,000 --> 00:00:04,000 was found in {name}. Choose another format.", name=file.name)
        )
    if not cues[-1].lines and all(cue.lines for cue in cues[:-1]):
        builder.remark(msg("The file breaks off in its last cue, which has no words."))
    build(builder, cues)
    return builder.finish()


def _cues(builder: Builder, lines: list[str], vtt: bool, times: Callable[[str], Times | None]) -> list[Cue]:
    """Return the cues; what is below a line of times, up to the number of the next cue, is in it, even after a blank line."""
    found = [(number, seen) for number, line in enumerate(lines) if (seen := times(line))]
    if not found:
        return []
    whole = _whole(lines, found[-1][0])
    firsts = [number - _has_id(lines, number, vtt) for number, _ in found]
    if _words(lines[: firsts[0]], vtt, above=""):
        builder.skip(msg("What stands before the first time is left out."))
    cues: list[Cue] = []
    for (number, (start, end, after)), last in zip(found, [*firsts[1:], whole], strict=True):
        if start is None or end is None:
            shown = lines[number].strip()
            builder.remark(msg("“{time}” is damaged: the time that cannot be read is left out.", time=shown), len(cues) + 1)
        text = "\n".join(_words(lines[number + 1 : last], vtt, above="" if _SETTINGS.fullmatch(after) else after))
        cues.append(Cue(start, end, tagged(text, start, end, braces=not vtt)))
    if whole < len(lines):
        builder.skip(msg("The file breaks off: the beginning of one more cue is left out."))
    return cues


def split_lines(text: str) -> Iterator[str]:
    """Yield the lines, the last one empty where the text ends with a line end.

    One after the other: splitting a long text at once would not let another thread run.
    """
    for match in _LINES.finditer(text):
        yield match[1]
        if not match[2]:
            break


def _has_id(lines: Sequence[str], number: int, vtt: bool) -> bool:
    """Tell whether what stands above a line of times belongs to it: a number, and in WebVTT any line after a blank one."""
    line = lines[number - 1].strip() if number else ""
    return bool(line) and (_NUMBER.fullmatch(line) is not None or (vtt and (number < 2 or not lines[number - 2].strip())))


def _words(lines: Sequence[str], vtt: bool, above: str) -> list[str]:
    """Return the lines that are not blank, and in WebVTT not of a comment; with what stands in the line above, if anything."""
    kept, comment, blank = [above] if above else [], False, not lines
    for number, line in enumerate(lines):
        if not line.strip():
            comment, blank = False, True
            continue
        if vtt and (blank or number == 0) and _COMMENT.match(line):
            comment = True
        blank = False
        if not comment:
            kept.append(line)
    return kept


def _whole(lines: Sequence[str], last: int) -> int:
    """Return where the last cue, whose times are in line `last`, ends: before the number or half the times of one more."""
    end = len(lines)
    while not lines[end - 1].strip():
        end -= 1
    start = end
    while lines[start - 1].strip() and start - 1 > last:
        start -= 1
    if start - 1 == last:
        return len(lines)
    tail, above = "\n".join(lines[start:end]), lines[last - 1].strip() if last else ""
    if _DIGITS.fullmatch(tail):
        begun = _DIGITS.fullmatch(above) is not None and int(tail) == int(above) + 1
    else:
        begun = end == len(lines) and _BEGUN.fullmatch(tail) is not None
    return start if begun else len(lines)


# ---------------------------------------------------------------------- writing


class Shown(NamedTuple):
    """A cue to be written. `speaker` is empty where none is to be; `surely`: nothing in it may be taken for something else."""

    number: int
    start_ms: int
    end_ms: int
    speaker: str
    words: str
    surely: bool


def written(transcript: Transcript, options: ExportOptions, heading: str, cue: Callable[[Shown], str]) -> str:
    """Return the text of a file of cues, one a turn that has words; one with a heading is WebVTT.

    Where it would not be read as the same turns, every cue says who speaks, in a way that cannot be taken for words, and line ends
    inside turns become spaces. Raises FormatError where the call has no times.
    """
    labels = _labels(transcript, options)
    said = [(turn, start, end, words) for turn, start, end in timed_turns(transcript, options) if (words := _said(turn.text))]
    text = heading
    for surely in (False, True):
        shown = []
        for number, (turn, start, end, words) in enumerate(said, 1):
            label = labels.get(turn.speaker_id or "", UNKNOWN if surely else "") if options.speakers else ""
            shown.append(Shown(number, start, end, label, " ".join(words.split("\n")) if surely else words, surely))
        text = heading + "".join(map(cue, shown))
        if (
            not options.speakers
            or not said
            or _read_back(text, bool(heading))
            == [(speaker_of(cue.speaker)[0] or None, cue.words, cue.start_ms, cue.end_ms) for cue in shown]
        ):
            break
    return text


def _read_back(text: str, vtt: bool) -> list[tuple[SpeakerId | None, str, int | None, int | None]]:
    builder = Builder(File(b"", ""), "")
    build(builder, _cues(builder, list(split_lines(text)), vtt, arrow_times))
    try:
        turns = builder.finish()[0].turns
    except FormatError:
        return []  # what was to be words was taken for a name
    return [(turn.speaker_id, turn.text, turn.start_ms, turn.end_ms) for turn in turns]


def _said(text: str) -> str:
    """Return the words of a turn, without blank lines, which would end a cue."""
    return "\n".join(line for part in split_lines(text) if (line := part.strip(INVISIBLE)))


def _labels(transcript: Transcript, options: ExportOptions) -> dict[SpeakerId, str]:
    """Return what speakers are written as: the name, ``Role (SPK00)`` or the id; a name of several has the id with it, too."""
    names = Counter(speaker.name for speaker in transcript.speakers)
    shown = {}
    for speaker in transcript.speakers:
        label = speaker.name if names[speaker.name] == 1 else f"{speaker.name} ({speaker.id})" if speaker.name else ""
        with_role = f"{speaker.role} ({speaker.id})" if speaker.role and options.roles else ""
        label = label or (with_role if speaker_of(with_role) == (speaker.id, speaker.role) else speaker.id)
        shown[speaker.id] = " ".join(label.split())
    return shown
