"""Other subtitles, to be read: ASS and SSA, TTML, SAMI, SBV, MPL2, TMPlayer, LRC and MicroDVD.

Described in "ASS File Format Specification" and "SubStation Alpha v4.00+ Script Format", "Timed Text Markup Language 2" of the W3C,
"Understanding SAMI 1.0", and for those of one line a cue in the documentation of the players that they are named after. All of
them are read here, not with pysubs2: that gives up a whole file for one bad line, and knows no speakers in TTML and no LRC.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, zip_longest
from xml.etree.ElementTree import Element

from annotator.core.errors import FormatError
from annotator.core.i18n import Message, msg
from annotator.core.model import Imported
from annotator.formats.base import HEAD, LIKELY, NO, POSSIBLE, SURE, File, Format, ImportReport
from annotator.formats.building import Builder
from annotator.formats.cue_blocks import Times, claim, split_lines
from annotator.formats.cue_blocks import read as read_blocks
from annotator.formats.cues import Cue, Fragment, build, clock, lines_of, names_speaker, tagged, unescaped
from annotator.formats.markup import local, xml
from annotator.formats.refuse import refuse_binary, refuse_text

_SNIFFED_LINES = 300
_CLAIMED = 0.9
"""Share of the lines that have the shape of a format; a line may be damaged."""


def _text(file: File) -> str:
    refuse_binary(file.data, file.name)
    text = file.decoded.text
    refuse_text(text, file.name)
    return text


def _finished(
    file: File, format_name: str, cues: Sequence[Cue], left_out: Iterable[Message] = (), names: Mapping[str, str] | None = None
) -> tuple[Imported, ImportReport]:
    builder = Builder(file, format_name)
    build(builder, cues, names)
    for message in left_out:
        builder.skip(message)
    return builder.finish()


def _not_understood(number: int) -> Message:
    return msg("Line {line} is not understood: left out.", line=number)


# ---------------------------------------------------------------------- ASS and SSA

_SECTION = re.compile(r"\[(script info|v4\+? styles\+?|events)\]", re.IGNORECASE)
_COLUMNS = ("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text")
_OVERRIDE = re.compile(r"\{([^{}]*)\}")
_SYLLABLE = re.compile(r"\\(?:k[fot]?|K)(\d{1,6})")
_DRAWING = re.compile(r"\\p(\d)")


def sniff_ass(file: File) -> int:
    if _SECTION.match(file.head):
        return SURE
    return LIKELY if "[Events]" in file.head and "\nDialogue:" in file.head else NO


def read_ass(file: File) -> tuple[Imported, ImportReport]:
    """Read what is spoken: comments, styles and drawings are not. Cues may stand in any order in such a file."""
    columns: Sequence[str] = _COLUMNS
    cues, left_out = [], []
    for number, line in enumerate(split_lines(_text(file)), 1):
        key, colon, rest = line.partition(":")
        if key.strip().lower() == "format":
            named = [column.strip().lower().replace("actor", "name") for column in rest.split(",")]
            columns = named if {"start", "end", "text"} <= set(named) else columns
        elif colon and key.strip().lower() == "dialogue":
            values = dict(zip(columns, rest.strip().split(",", len(columns) - 1), strict=False))
            start, end = clock(values.get("start", "")), clock(values.get("end", ""))
            if len(values) < len(columns) or start is None or end is None:
                left_out.append(_not_understood(number))
                continue
            name = " ".join(values.get("name", "").split())
            cues.append(Cue(start, end, lines_of(_without_overrides(values["text"], name, start), start, end)))
    cues.sort(key=lambda cue: cue.start_ms or 0)
    return _finished(file, "ass", cues, left_out)


def _without_overrides(text: str, name: str, start_ms: int) -> list[Fragment]:
    """Return the words between what is in braces there; karaoke says how long a syllable lasts, in hundredths of a second."""
    fragments, at, drawing = [], start_ms, False
    time: int | None = None
    for number, part in enumerate(_OVERRIDE.split(text)):
        if number % 2:
            for lasting in _SYLLABLE.findall(part):
                time, at = at, at + int(lasting) * 10
            drawing = int((_DRAWING.findall(part) or [drawing])[-1]) > 0
        elif part and not drawing:
            words = part.replace("\\N", "\n").replace("\\n", "\n").replace("\\h", " ")
            fragments.append(Fragment(words, name, time, None if time is None else at))
    return fragments


# ---------------------------------------------------------------------- TTML

_OFFSET = re.compile(r"(\d{1,12}(?:\.\d{1,9})?)(h|ms|m|s|f|t)?")
_FRAMES = re.compile(r"(\d{1,4}:\d{1,2}:\d{1,2}):(\d{1,3})(?:\.\d+)?")
_MS = {"h": 3_600_000, "m": 60_000, "s": 1000, "ms": 1, None: 1000}
_NO_WORDS = {"metadata", "title", "desc", "copyright", "agent", "name", "actor", "set"}


def sniff_ttml(file: File) -> int:
    return SURE if file.root == "tt" else NO


def read_ttml(file: File) -> tuple[Imported, ImportReport]:
    """Read the paragraphs; agents are speakers, and spans with times are words."""
    refuse_binary(file.data, file.name)
    root = xml(file)
    names = {}
    for element in root.iter():
        if local(element) == "agent":
            called = next((child.text for child in element if local(child) == "name" and child.text), "")
            names[_attributes(element).get("id", "")] = " ".join(called.split())
    timeline = _Timeline(root)
    cues = [cue for body in root if local(body) == "body" for cue in timeline.cues(body, 0, None, None, "")]
    return _finished(file, "ttml", cues, (), names)


class _Timeline:
    """What times of a TTML document mean."""

    def __init__(self, root: Element):
        about = _attributes(root)
        rate = _number(about.get("frameRate"), 30)
        times, *per = (_number(part, 1) for part in re.split(r"[\s:]+", about.get("frameRateMultiplier", "1 1").strip())[:2])
        self._frame = 1000 / (rate * times / (per[0] if per else 1))
        self._tick = 1000 / _number(about.get("tickRate"), rate if "frameRate" in about else 1)
        nested = [pair for element in root.iter() for pair in self._nested(element)]
        self._absolute = "timing" in about or (
            any(last > end - begin + 500 for begin, end, first, last in nested)
            and all(first >= begin for begin, _, first, _ in nested)
        )
        """Times inside a part count from its beginning. Lyrics, and some other files, count all from that of the recording."""

    def ms(self, time: str | None) -> float | None:
        time = (time or "").strip()
        if match := _FRAMES.fullmatch(time):
            return (clock(match[1]) or 0) + int(match[2]) * self._frame
        if match := _OFFSET.fullmatch(time):
            return float(match[1]) * {**_MS, "f": self._frame, "t": self._tick}[match[2]]
        return clock(time)

    def _nested(self, element: Element) -> Iterator[tuple[float, float, float, float]]:
        """Yield for every child with times inside an element with times what both say."""
        begin, end = self.ms(element.get("begin")), self.ms(element.get("end"))
        if begin and end is not None:
            for child in element:
                first = self.ms(child.get("begin"))
                if first is not None:
                    last = self.ms(child.get("end"))
                    yield begin, end, first, first if last is None else last

    def _span(self, element: Element, base: float) -> tuple[float | None, float | None]:
        base = 0 if self._absolute else base
        begin, end, lasting = (self.ms(element.get(name)) for name in ("begin", "end", "dur"))
        if end is None and lasting is not None:
            end = (begin or 0) + lasting
        return None if begin is None else base + begin, None if end is None else base + end

    def cues(self, element: Element, base: float, begin: float | None, end: float | None, agent: str) -> Iterator[Cue]:
        """Yield the paragraphs in an element that begins and ends then; times in it count from `base`."""
        first, last = self._span(element, base)
        begin, end = begin if first is None else first, end if last is None else last
        agent = _attributes(element).get("agent", agent)
        if local(element) == "p":
            fragments = list(self._fragments(element, begin or 0, agent, (None, None)))
            yield Cue(_ms(begin), _ms(end), lines_of(_with_single_spaces(fragments), _ms(begin), _ms(end)))
            return
        for child in element:
            if local(child) not in _NO_WORDS:
                yield from self.cues(child, begin or 0, begin, end, agent)

    def _fragments(self, element: Element, base: float, agent: str, times: tuple[float | None, float | None]) -> Iterator[Fragment]:
        first, last = map(_ms, times)
        yield Fragment(re.sub(r"\s+", " ", element.text or ""), agent, first, last)
        for child in element:
            if local(child) == "br":
                yield Fragment("\n", agent, first, last)
            elif local(child) not in _NO_WORDS:
                begin, end = self._span(child, base)
                inner = (begin, end) if begin is not None else times
                speaker = _attributes(child).get("agent", agent)
                yield from self._fragments(child, base if begin is None else begin, speaker, inner)
            yield Fragment(re.sub(r"\s+", " ", child.tail or ""), agent, first, last)


def _with_single_spaces(fragments: Iterable[Fragment]) -> list[Fragment]:
    found: list[Fragment] = []
    for fragment in fragments:
        spaced = not found or found[-1].text[-1].isspace()
        text = fragment.text.lstrip(" ") if spaced else fragment.text
        if text:
            found.append(replace(fragment, text=text))
    return found


def _attributes(element: Element) -> dict[str, str]:
    return {name.rpartition("}")[2]: value for name, value in element.attrib.items()}


def _number(text: str | None, otherwise: float) -> float:
    match = re.fullmatch(r"\s*(\d{1,9}(?:\.\d{1,9})?)\s*", text or "")
    return (float(match[1]) if match else 0) or otherwise


def _ms(time: float | None) -> int | None:
    return None if time is None else round(time)


# ---------------------------------------------------------------------- SAMI

_SYNC = re.compile(r"<sync\b([^<>]*)>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<p\b([^<>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(start|class|id)\s*=\s*[\"']?\s*([\w.-]+)", re.IGNORECASE)
_NEW_LINE = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


def sniff_sami(file: File) -> int:
    return SURE if file.root.lower() == "sami" else NO


def read_sami(file: File) -> tuple[Imported, ImportReport]:
    """Read what is shown until the next cue; of several languages the first. A paragraph of the id Source says who speaks."""
    before, *comments = _text(file).split("<!--")
    text = before + "".join(comment.partition("-->")[2] for comment in comments)
    syncs = [(sync, dict(_attributes_in(sync[1]))) for sync in _SYNC.finditer(text)]
    starts = [int(about["start"]) if re.fullmatch(r"-?\d{1,12}", about.get("start", "")) else None for _, about in syncs]
    cues: list[Cue] = []
    language, others, speaker = None, 0, ""
    for number, (sync, _) in enumerate(syncs):
        start_ms, end_ms = (*starts[number : number + 2], None)[:2]
        end = syncs[number + 1][0].start() if number + 1 < len(syncs) else len(text)
        paragraphs = _PARAGRAPH.split(text[sync.end() : end])
        for tag, content in zip(["", *paragraphs[1::2]], paragraphs[::2], strict=True):
            about = dict(_attributes_in(tag))
            written = " ".join(content.split())
            words = unescaped(_ANY_TAG.sub("", _NEW_LINE.sub("\n", written)))
            lines = lines_of([Fragment(words, speaker)], None, None)
            if about.get("id", "").lower() == "source":
                speaker = " ".join(words.split()).rstrip(":")
            elif lines and language not in (None, about.get("class")):
                others += 1
            elif lines:
                language = about.get("class", "")
                cues.append(Cue(start_ms, end_ms, lines))
    left_out = [msg("Cues of another language: the first one is read.")] * others
    return _finished(file, "sami", cues, left_out)


def _attributes_in(tag: str) -> Iterator[tuple[str, str]]:
    return ((match[1].lower(), match[2]) for match in _ATTRIBUTE.finditer(tag))


# ---------------------------------------------------------------------- SBV

_SBV = re.compile(r"\s*(\d{1,3}:\d{2}:\d{2}\.\d{3}),(\d{1,3}:\d{2}:\d{2}\.\d{3})\s*")


def _sbv_times(line: str) -> Times | None:
    match = _SBV.fullmatch(line)
    return (clock(match[1]), clock(match[2]), "") if match else None


def sniff_sbv(file: File) -> int:
    return claim(file, vtt=False, times=_sbv_times)


def read_sbv(file: File) -> tuple[Imported, ImportReport]:
    return read_blocks(file, "sbv", _sbv_times)


# ---------------------------------------------------------------------- a cue a line

_MPL2 = re.compile(r"\s*\[(-?\d{1,8})\]\[(-?\d{0,8})\](.*)")
_TMPLAYER = re.compile(r"\s*(-?\d{1,3}:\d{2}:\d{2})(?:,([12]))?[:=](.*)")
_MICRODVD = re.compile(r"\s*\{(-?\d{1,9})\}\{(-?\d{0,9})\}(.*)")
_LRC_TIME = r"\[(-?\d{1,3}:\d{2}(?:\.\d{1,3})?)\]"
_LRC = re.compile(rf"\s*((?:{_LRC_TIME}\s?)+)(.*)")
_LRC_EXACT = re.compile(r"\s*\[-?\d{1,3}:\d{2}\.\d{2,3}\]")
_LRC_ABOUT = re.compile(r"\s*\[(ti|ar|al|au|by|re|ve|la|length|offset|tool|lr|#):?([^\[\]]*)\]\s*", re.IGNORECASE)
_RATE = re.compile(r"\s*\{[01]\}\{[01]\}\s*(\d{1,3}(?:[.,]\d{1,4})?)\s*")
_MICRODVD_TAG = re.compile(r"\{[a-zA-Z]:[^{}]*\}")


def _bars(text: str) -> str:
    """Return the text with its lines apart, which a bar ends; a stroke before one stands for italics."""
    return "\n".join(line.strip().removeprefix("/") for line in text.split("|"))


def _numbered(file: File) -> list[tuple[int, str]]:
    return [(number, line) for number, line in enumerate(split_lines(_text(file)), 1) if line.strip()]


def _first_lines(file: File) -> list[str]:
    lines = file.head.splitlines()[: -1 if len(file.text) > HEAD else None]
    return list(islice((line for line in lines if line.strip()), _SNIFFED_LINES))


def _claimed(lines: Sequence[str], pattern: re.Pattern[str]) -> list[str]:
    """Return what stands after the time in the lines; empty where they are of another format."""
    found = [match[match.re.groups] for line in lines if (match := pattern.match(line))]
    return found if found and len(found) >= _CLAIMED * len(lines) else []


def _unlike_plain(texts: Sequence[str]) -> int:
    """Return how sure it is that lines with a time at their start are no plain transcript.

    Such a transcript has a space after the time, mostly a name next, and is read as plain text. Without names both mean the same.
    """
    if sum(map(names_speaker, texts)) * 2 >= len(texts):
        return NO
    return POSSIBLE if sum(text[:1].isspace() for text in texts) * 2 > len(texts) else LIKELY


def sniff_mpl2(file: File) -> int:
    texts = _claimed(_first_lines(file), _MPL2)
    return LIKELY if len(texts) > 1 else POSSIBLE if texts else NO


def read_mpl2(file: File) -> tuple[Imported, ImportReport]:
    """Read lines of ``[10][25]text``, in tenths of a second."""
    return _line_by_line(file, "mpl2", _MPL2, 100)


def sniff_microdvd(file: File) -> int:
    texts = _claimed(_first_lines(file), _MICRODVD)
    return LIKELY if len(texts) > 1 else POSSIBLE if texts else NO


def read_microdvd(file: File) -> tuple[Imported, ImportReport]:
    """Read lines of ``{25}{50}text``, in frames; how many of them a second has must stand in the first: ``{1}{1}25``."""
    rate = next((match for _, line in _numbered(file)[:3] if (match := _RATE.fullmatch(line))), None)
    per_second = float(rate[1].replace(",", ".")) if rate else 0
    if per_second < 1:
        raise FormatError(
            msg(
                "{name} counts in frames and does not say how many a second has. Convert it to SRT where the film is.",
                name=file.name,
            )
        )
    return _line_by_line(file, "microdvd", _MICRODVD, 1000 / per_second)


def _line_by_line(file: File, format_name: str, pattern: re.Pattern[str], unit_ms: float) -> tuple[Imported, ImportReport]:
    cues, left_out = [], []
    for number, line in _numbered(file):
        match = pattern.match(line)
        if match is None:
            left_out.append(_not_understood(number))
        elif pattern is not _MICRODVD or not _RATE.fullmatch(line):
            start, end = round(int(match[1]) * unit_ms), round(int(match[2]) * unit_ms) if match[2].strip("-") else None
            cues.append(Cue(start, end, tagged(_bars(_MICRODVD_TAG.sub("", match[3])), start, end, braces=True)))
    return _finished(file, format_name, cues, left_out)


def sniff_tmplayer(file: File) -> int:
    texts = _claimed(_first_lines(file), _TMPLAYER)
    return _unlike_plain([text if text[:1].isspace() else "" for text in texts]) if texts else NO


def read_tmplayer(file: File) -> tuple[Imported, ImportReport]:
    """Read lines of ``00:00:01:text``, which have no end; ``,2`` after the time is the second line of a cue."""
    cues: list[Cue] = []
    left_out = []
    for number, line in _numbered(file):
        match = _TMPLAYER.match(line)
        if match is None:
            left_out.append(_not_understood(number))
            continue
        start, lines = clock(match[1]), tagged(_bars(match[3]), None, None, braces=True)
        if match[2] == "2" and cues and cues[-1].start_ms == start:
            cues[-1] = replace(cues[-1], lines=cues[-1].lines + lines)
        else:
            cues.append(Cue(start, None, lines))
    return _finished(file, "tmplayer", _ended(cues), left_out)


def sniff_lrc(file: File) -> int:
    lines = _first_lines(file)
    words = [line for line in lines if not _LRC_ABOUT.fullmatch(line)]
    texts = _claimed(words, _LRC)
    if not texts or not (len(words) < len(lines) or all(map(_LRC_EXACT.match, words))):
        return NO
    return LIKELY if len(words) < len(lines) else _unlike_plain(texts)


def read_lrc(file: File) -> tuple[Imported, ImportReport]:
    """Read lines of ``[00:12.30]text``, which have no end; several times before a text repeat it, ``<00:12.50>`` are of words."""
    cues, left_out, earlier = [], [], 0
    for number, line in _numbered(file):
        if about := _LRC_ABOUT.fullmatch(line):
            offset = re.fullmatch(r"\s*([+-]?\d{1,8})\s*", about[2])
            earlier = int(offset[1]) if offset and about[1].lower() == "offset" else earlier
        elif match := _LRC.match(line):
            for time in re.findall(_LRC_TIME, match[1]):
                cues.append(Cue(clock(time), None, tagged(match[3], clock(time), None)))
        else:
            left_out.append(_not_understood(number))
    moved = [replace(cue, start_ms=None if cue.start_ms is None else cue.start_ms - earlier) for cue in cues]
    moved.sort(key=lambda cue: cue.start_ms or 0)
    return _finished(file, "lrc", _ended(moved), left_out)


def _ended(cues: Sequence[Cue]) -> list[Cue]:
    """Return the cues, with an end where one without words takes them off the screen."""
    return [
        replace(cue, end_ms=after.start_ms) if cue.lines and after and not after.lines else cue
        for cue, after in zip_longest(cues, cues[1:])
    ]


# ---------------------------------------------------------------------- formats

ASS = Format("ass", msg("Subtitles (ASS, SSA)"), (".ass", ".ssa"), read_ass, sniff=sniff_ass)
TTML = Format("ttml", msg("Timed text (TTML, DFXP)"), (".ttml", ".dfxp"), read_ttml, sniff=sniff_ttml)
SAMI = Format("sami", msg("Captions (SAMI)"), (".smi", ".sami"), read_sami, sniff=sniff_sami)
SBV = Format("sbv", msg("Captions of YouTube (SBV)"), (".sbv",), read_sbv, sniff=sniff_sbv)
MPL2 = Format("mpl2", msg("Subtitles in tenths of a second (MPL2)"), (".mpl",), read_mpl2, sniff=sniff_mpl2)
TMPLAYER = Format("tmplayer", msg("Subtitles of TMPlayer"), (".tmp",), read_tmplayer, sniff=sniff_tmplayer)
LRC = Format("lrc", msg("Lyrics with times (LRC)"), (".lrc",), read_lrc, sniff=sniff_lrc)
MICRODVD = Format("microdvd", msg("Subtitles in frames (MicroDVD)"), (".sub",), read_microdvd, sniff=sniff_microdvd)
