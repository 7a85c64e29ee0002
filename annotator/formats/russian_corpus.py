"""The markup of spoken texts in the Russian National Corpus, and of LiveCorpus after it.

A ``<speech>`` of sentences (``<se>``) is a turn; who speaks is in its attributes. The files are made by hand: they call themselves
XHTML and are often not well formed, and the encoding that they declare is not always theirs. Links to a place of a video
(``?t=74``) between speeches tell when the next one begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.building import Builder
from annotator.formats.markup import declared
from annotator.formats.tag_soup import pieces
from annotator.formats.taken_out import TakenOut

_SIGN = re.compile(r"<speech\s[^>]{1,2000}>[^<]{0,200}<se\b")
_PLACE = re.compile(r"[?&#]t=(?:(\d{1,3})m)?(\d{1,6})s?(?![\d\w])")
_WHO = ("speaker", "role", "actor")
"""Attributes that say who speaks, the most telling first."""
_BEFORE_MARKS = re.compile(r"\s+(?=[.,?!;:…])")


@dataclass(slots=True)
class _Speech:
    speaker: str
    start_ms: int | None
    end_ms: int | None = None
    data: list[str] = field(default_factory=list)


def sniff(file: File) -> int:
    return SURE if _SIGN.search(file.head) else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read a transcript; notes of the transcriber are no words."""
    file = declared(file)
    speeches, notes = _speeches(file.decoded.text)
    builder = Builder(file, "rnc")
    for speech in speeches:
        text = _BEFORE_MARKS.sub("", " ".join("".join(speech.data).split()))
        builder.turn(text, speech.speaker, speech.start_ms, speech.end_ms)
    taken = TakenOut()
    taken.count("comments", notes)
    taken.remark(builder)
    return builder.finish()


def _speeches(text: str) -> tuple[list[_Speech], int]:
    """Return the speeches, and how many notes there are."""
    found: list[_Speech] = []
    speaks = noted = False
    notes = 0
    at: int | None = None
    for tag, attributes, after in pieces(text):
        if tag == "speech":
            speaker = next((attributes[name] for name in _WHO if attributes.get(name)), "")
            found.append(_Speech(speaker, at))
            speaks, at = True, None
        elif tag == "/speech":
            speaks = False
        elif tag == "span":
            noted = attributes.get("class") == "note"
            notes += noted
        elif tag == "/span":
            noted = False
        elif tag == "a" and (match := _PLACE.search(attributes.get("href", ""))):
            at = (int(match.group(1) or 0) * 60 + int(match.group(2))) * 1000
            if found and found[-1].end_ms is None:
                found[-1].end_ms = at
        if speaks and not noted:
            found[-1].data += [" ", after] if tag == "se" else [after]
    return found, notes


RNC = Format("rnc", msg("Russian National Corpus, spoken (XHTML)"), (".xhtml",), read, sniff=sniff)
