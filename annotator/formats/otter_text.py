"""The text export of Otter.ai: a line with the name and the time (``Anna  0:05``), the words on the lines below, an empty line.

Files in which a script has put one and the same time before every line are read as if it had not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats import timecode
from annotator.formats.base import LIKELY, NO, SURE, File, Format, ImportReport
from annotator.formats.building import Builder

_LINE_END = re.compile(r"\r\n?|\n")
_CLOCK = r"\d{1,3}:[0-5]\d(?::[0-5]\d)?"
_HEADER = re.compile(rf"(?:(?P<name>[^\s:\[\]][^\t:\[\]]{{0,79}}?)(?:[ \u00a0]{{2,8}}|\t))?(?P<time>{_CLOCK})[ \t\u00a0]*")
_BEFORE_ALL = re.compile(rf"{_CLOCK} ")
_UNKNOWN = "Unknown Speaker"
_TRAILER = re.compile(r"transcribed by (?:https?://)?otter\.ai\W*", re.IGNORECASE)


@dataclass(slots=True)
class _Block:
    """Lines with words, and the header above them if it has one."""

    speaker: str
    start_ms: int | None
    lines: list[str] = field(default_factory=list)


def sniff(file: File) -> int:
    lines = _lines(file.head)
    blocks = _blocks(lines)
    paragraphs = sum(bool(line) and not above for above, line in zip(["", *lines], lines, strict=False))
    headed = sum(block.start_ms is not None for block in blocks)
    named = sum(bool(block.speaker) for block in blocks)
    if named and _TRAILER.search(file.text[-200:]):
        return SURE
    return LIKELY if named > 1 and headed * 5 >= paragraphs * 2 else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read a transcript. It says when turns begin, not when they end."""
    builder = Builder(file, "otter")
    unknown = 0
    for block in _blocks(_lines(file.decoded.text)):
        unknown += block.speaker == _UNKNOWN
        if block.start_ms is None:
            builder.skip(msg("It stands before the first speaker: left out."))
        else:
            builder.turn(" ".join(block.lines), block.speaker, block.start_ms)
    if unknown:
        builder.remark(msg("{n} turns are of speakers that Otter did not know; they may be several people.", n=unknown))
    return builder.finish()


def _lines(text: str) -> list[str]:
    """Return the lines, without what a script has put before all of them."""
    lines = [line.strip() for line in _LINE_END.split(text)]
    prefix = next((match.group() for line in lines if line and (match := _BEFORE_ALL.match(line))), "")
    if prefix and all(line.startswith(prefix) for line in lines if line):
        lines = [line.removeprefix(prefix).strip() for line in lines]
    return lines


def _blocks(lines: list[str]) -> list[_Block]:
    """Return what stands below each header, and what stands above the first."""
    blocks: list[_Block] = []
    for above, line in zip(["", *lines], lines, strict=False):
        header = None if above else _HEADER.fullmatch(line)
        if header is not None:
            blocks.append(_Block(header["name"] or "", timecode.parse(header["time"])))
        elif line and not _TRAILER.fullmatch(line):
            if not blocks:
                blocks.append(_Block("", None))
            blocks[-1].lines.append(line)
    return blocks


OTTER = Format("otter", msg("Otter.ai text"), (), read, sniff=sniff)
