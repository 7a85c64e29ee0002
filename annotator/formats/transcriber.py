"""TRS, the format of Transcriber (trans-14.dtd).

A <Turn> is a turn, and where several speak at the same time each <Who> in it is one. Noises, remarks and background are no words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.building import Builder
from annotator.formats.markup import declared, local, xml
from annotator.formats.taken_out import TakenOut

_WORDLESS = {"Event": "events", "Background": "events", "Comment": "comments"}


def sniff(file: File) -> int:
    return SURE if file.root == "Trans" else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read a transcript, in the order of the file."""
    file = declared(file)
    document = xml(file)
    builder = Builder(file, "trs")
    names = {element.get("id", ""): element.get("name", "").strip() for element in document.iter("Speaker")}
    taken = TakenOut()
    for turn in document.iter("Turn"):
        speakers = turn.get("speaker", "").split()
        for child in turn:
            if local(child) in _WORDLESS:
                taken.count(_WORDLESS[local(child)])
        for number, text, start, end in _parts(turn):
            speaker = speakers[number - 1] if 1 <= number <= len(speakers) else ""
            name = names.get(speaker, "")
            builder.turn(text, speaker, start, end, name=name if name != speaker else "")
    taken.remark(builder)
    return builder.finish()


def _parts(turn: Element) -> Iterator[tuple[int, str, float | None, float | None]]:
    """Yield what each speaker of a turn says: the speaker's number, the text, start and end."""
    whole = _ms(turn.get("startTime")), _ms(turn.get("endTime"))
    if not any(local(child) == "Who" for child in turn):
        text = " ".join(piece for piece in (turn.text, *(child.tail for child in turn)) if piece)
        yield 1, " ".join(text.split()), *whole
        return
    parts: list[tuple[int, list[str], float | None]] = []
    number, at = 1, whole[0]
    pieces = [turn.text or ""]
    for child in turn:
        if local(child) in ("Sync", "Who"):
            parts.append((number, pieces, at))
            pieces = []
        if local(child) == "Sync":
            number, at = 1, _ms(child.get("time")) if child.get("time") else at
        elif local(child) == "Who":
            number = _number(child.get("nb"))
        pieces.append(child.tail or "")
    parts.append((number, pieces, at))
    starts = sorted({start for _, _, start in parts if start is not None})
    for number, pieces, start in parts:
        text = " ".join(" ".join(pieces).split())
        if text:
            yield number, text, start, _following(starts, start, whole[1])


def _following(starts: list[float], start: float | None, otherwise: float | None) -> float | None:
    """Return the first of the `starts`, which are in order, that is after one of them."""
    place = len(starts) if start is None else bisect_right(starts, start)
    return starts[place] if place < len(starts) else otherwise


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 4 else 0


def _ms(seconds: str | None) -> float | None:
    try:
        return float(seconds or "") * 1000
    except ValueError:
        return None


TRS = Format("trs", msg("Transcriber"), (".trs",), read, sniff=sniff)
