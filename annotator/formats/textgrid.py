"""TextGrid, the annotation of Praat (Praat manual, "TextGrid file formats"): long, short and chronological text files.

A tier of intervals is a speaker, each interval with a label a turn. Tiers of words ("Anna - words", as the Montreal Forced Aligner
writes them) say when the words of these turns are spoken; where there are no others, turns are made of them. Like Praat itself the
reader heeds only numbers, texts in quotes and flags that stand free, which is all that the text formats have in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotator.core.errors import FormatError
from annotator.core.i18n import msg
from annotator.core.model import Imported, Transcript
from annotator.formats.base import NO, SURE, ExportOptions, File, Format, ImportReport
from annotator.formats.building import Builder
from annotator.formats.tiers import Mark, Tier, remark_on_others, speaker_of, take, tiers_of, told_apart

_CHRONOLOGICAL = "Praat chronological TextGrid text file"
_SIGN = re.compile(r'(?:File type\s*=\s*)?"ooTextFile')
_INTERVALS, _POINTS = "IntervalTier", "TextTier"
# A text whose closing quote is missing ends before the line on which the next interval begins.
_TOKEN = re.compile(
    r"""
    "(?P<text>(?:[^"\n]++|""|\n(?![ \t]{0,40}(?:intervals|points|item)[ ]?\[|[-\d.e]{1,25}\s?\n[-\d.e]{1,25}\s?\n"))*+)
    (?P<closed>"?)
    | (?<!\S)(?P<number>[-+]?\d{1,40}(?:[.,]\d{0,40})?(?:[eE][-+]?\d{1,3})?)(?!\S)
    | ![^\n]*+
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class _Found:
    """The tiers of a file, those of points, and what is wrong with it: labels missing or without a time, texts without an end."""

    tiers: list[Tier] = field(default_factory=list)
    points: list[Tier] = field(default_factory=list)
    missing: int = 0
    untimed: int = 0
    unclosed: int = 0


def sniff(file: File) -> int:
    start = file.head[:200]
    if (_SIGN.match(start) and "TextGrid" in start) or start.startswith(f'"{_CHRONOLOGICAL}') or _binary(file):
        return SURE
    return NO


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read a transcript. A damaged file gives the intervals that are whole."""
    if _binary(file):
        raise FormatError(msg("{name} is a TextGrid in binary form. Open it in Praat and save it as a text file.", name=file.name))
    found = _parse(file.decoded.text)
    builder = Builder(file, "textgrid")
    turns, spoken, others = told_apart(found.tiers)
    points = [tier for tier in found.points if tier.labels]
    if not turns and not spoken:
        turns = [tier for tier in points if any(map(str.isalpha, "".join(tier.labels)))]
        if not turns and others:
            names = ", ".join(others)
            raise FormatError(
                msg(
                    "{name} has tiers of sounds only: {tiers}. Export it with a tier of words or turns.",
                    name=file.name,
                    tiers=names,
                )
            )
    take(builder, turns, spoken)
    for _ in range(found.untimed):
        builder.skip(msg("A label without a time: left out."))
    if found.missing:
        builder.remark(msg("The file is cut off or damaged: {n} intervals are missing.", n=found.missing))
    if found.unclosed:
        builder.remark(msg("The file is damaged: {n} labels have no closing quotation mark.", n=found.unclosed))
    remark_on_others(builder, [*others, *(tier.name for tier in points if tier not in turns)])
    return builder.finish()


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write a tier a speaker, with empty intervals between turns, and one of words where it is known when they were spoken."""
    tiers = [tier for pair in tiers_of(transcript, options) for tier in pair if tier.marks]
    last = max((mark.end_ms or 0 for tier in tiers for mark in tier.marks), default=1)
    lines = [
        'File type = "ooTextFile"',
        'Object class = "TextGrid"',
        "",
        "xmin = 0",
        f"xmax = {_seconds(last)}",
        "tiers? <exists>",
        f"size = {len(tiers)}",
        "item []:",
    ]
    for number, tier in enumerate(tiers, 1):
        filled = list(_filled(tier.marks, last))
        lines += [
            f"    item [{number}]:",
            f'        class = "{_INTERVALS}"',
            f"        name = {_quoted(tier.name)}",
            "        xmin = 0",
            f"        xmax = {_seconds(last)}",
            f"        intervals: size = {len(filled)}",
        ]
        for place, (start, end, text) in enumerate(filled, 1):
            lines += [
                f"        intervals [{place}]:",
                f"            xmin = {_seconds(start)}",
                f"            xmax = {_seconds(end)}",
                f"            text = {_quoted(text)}",
            ]
    return "\n".join([*lines, ""]).encode()


def _binary(file: File) -> bool:
    return file.data.startswith(b"ooBinaryFile") and b"TextGrid" in file.data[:64]


def _tokens(text: str, found: _Found) -> Iterator[str | float]:
    """Yield the numbers and the texts that stand free."""
    for match in _TOKEN.finditer(text.replace("\r\n", "\n").replace("\r", "\n")):
        if match["number"] is not None:
            yield float(match["number"].replace(",", "."))
        elif match["text"] is not None:
            found.unclosed += not match["closed"]
            yield match["text"].replace('""', '"')


def _parse(text: str) -> _Found:
    found = _Found()
    tokens = _tokens(text, found)
    chronological = text.lstrip().startswith(f'"{_CHRONOLOGICAL}')
    numbers: list[float] = []
    tiers: list[tuple[Tier, int]] = []
    promised = 0
    for token in tokens:
        if isinstance(token, float):
            numbers.append(token)
            continue
        # Before a tier stand no numbers but those of the tier above, if that is empty.
        begins = not numbers or not tiers or (not tiers[-1][0].marks and len(numbers) <= 3)
        if token in (_INTERVALS, _POINTS) and begins:
            name = str(next(tokens, "")).strip()
            tiers.append((Tier(name, name), 2 if token == _INTERVALS else 1))
            (found.tiers if token == _INTERVALS else found.points).append(tiers[-1][0])
        elif tiers:
            tier, count = _numbered(tiers, numbers) if chronological else tiers[-1]
            if not tier.marks and not chronological and len(numbers) == count + 3:
                promised += int(min(numbers[2], 1e9))
            if len(numbers) >= count:
                start, *end = (1000 * time for time in numbers[-count:])
                tier.marks.append(Mark(start, end[0] if end else None, token))
            else:
                found.untimed += bool(token.strip())
        numbers = []
    found.missing = max(0, promised - sum(len(tier.marks) for tier, _ in tiers) - found.untimed)
    names = {tier.name for tier in found.tiers}
    for tier in (*found.tiers, *found.points):
        tier.speaker = speaker_of(tier.name, names)
        tier.marks.sort(key=lambda mark: mark.start_ms)
    return found


def _numbered(tiers: list[tuple[Tier, int]], numbers: list[float]) -> tuple[Tier, int]:
    """Return the tier whose number stands before the times of a label, and how many times that has."""
    for count in (2, 1):
        number = numbers[-count - 1] if len(numbers) > count else 0
        if 1 <= number <= len(tiers) and tiers[int(number) - 1][1] == count:
            return tiers[int(number) - 1]
    return tiers[-1][0], len(numbers) + 1


def _filled(marks: list[Mark], last: float) -> Iterator[tuple[float, float, str]]:
    """Yield the intervals of a tier, with empty ones where it has none."""
    at: float = 0
    for mark in marks:
        if mark.start_ms > at:
            yield at, mark.start_ms, ""
        at = mark.end_ms or mark.start_ms
        yield mark.start_ms, at, mark.text
    if at < last:
        yield at, last, ""


def _seconds(ms: float) -> str:
    return f"{ms / 1000:.3f}".rstrip("0").rstrip(".")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


TEXTGRID = Format(
    "textgrid",
    msg("TextGrid for Praat, a tier a speaker"),
    (".textgrid",),
    read,
    write,
    sniff,
    holds=frozenset({"speakers", "only_reviewed"}),
    keeps=frozenset({"speakers", "times", "word_times"}),
)
