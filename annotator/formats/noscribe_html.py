"""The HTML transcripts of noScribe: paragraphs whose pieces are anchors that say when they are spoken and by whom.

An anchor is called ``ts_START_END_SPEAKER``, in milliseconds; one called ``//SPEAKER`` is said while somebody else speaks. A turn
is what one speaker says in a paragraph before another one does. What a paragraph begins with ("Anna:") is the name of the speaker
where somebody has put it in the place of the id.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.building import Builder
from annotator.formats.tag_soup import pieces
from annotator.formats.taken_out import TakenOut

_ANCHOR = re.compile(r"ts_(\d{1,12})_(\d{1,12})(?:_(.{0,200}))?", re.DOTALL)
_SIGN = re.compile(r"""<a\s[^>]{0,200}?name\s*=\s*["']ts_\d{1,12}_\d{1,12}[_"']""")
_STAMP = re.compile(r"\[\d{1,3}:\d{2}:\d{2}(?:\.\d{1,3})?\]")
_LABEL = re.compile(r"(?://)?([^\s:\[\]/][^:\[\]]{0,60}):(?=\s|\Z)")
_ID = re.compile(r"S\d{1,3}")
_ASIDE = re.compile(r"(?://)?\s?\([^()]{0,200}\)")
_OVERLAP = "//"


@dataclass(slots=True)
class _Piece:
    """What an anchor holds; `first` where it is the first of its paragraph."""

    start_ms: int
    end_ms: int
    speaker: str
    first: bool
    data: list[str]
    text: str = ""
    label: str = ""


def sniff(file: File) -> int:
    return SURE if file.head.startswith("<") and _SIGN.search(file.head) else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read a transcript. Pieces in round brackets are pauses and noises, no words."""
    builder = Builder(file, "noscribe")
    taken = TakenOut()
    turn: list[_Piece] = []
    for piece in _pieces(file.decoded.text):
        _tidy(piece, turn[-1].speaker if turn and not piece.first else "")
        if turn and (piece.first or piece.speaker != turn[-1].speaker):
            _give(builder, turn, taken)
            turn = []
        turn.append(piece)
    if turn:
        _give(builder, turn, taken)
    taken.remark(builder)
    return builder.finish()


def _pieces(text: str) -> list[_Piece]:
    """Return what the anchors hold, with what is written between them in a paragraph."""
    found: list[_Piece] = []
    before: list[str] = []
    inside = False
    for tag, attributes, after in pieces(text):
        match = _ANCHOR.fullmatch(attributes.get("name", "")) if tag == "a" else None
        if tag == "p":
            before, inside = [], False
        elif match is not None:
            start, end, speaker = match.groups(default="")
            found.append(_Piece(int(start), int(end), speaker.strip(), not inside, before))
            before, inside = [], True
        data = found[-1].data if inside else before
        data += [" ", after] if tag in ("br", "/p") else [after]
    return found


def _tidy(piece: _Piece, above: str) -> None:
    """Leave only words in a piece, and find out whose they are; `above` is who speaks in the piece above in the paragraph."""
    text = " ".join(_STAMP.sub(" ", "".join(piece.data)).split())
    begins = piece.first or piece.speaker.startswith(_OVERLAP)
    match = _LABEL.match(text) if begins else None
    if match is not None and (piece.speaker or _ID.fullmatch(match.group(1))):
        piece.label = match.group(1)
        text = text[match.end() :]
    piece.speaker = piece.speaker.removeprefix(_OVERLAP) or piece.label or above
    piece.text = text.removeprefix(_OVERLAP).removesuffix(_OVERLAP).strip()


def _give(builder: Builder, turn: list[_Piece], taken: TakenOut) -> None:
    said = [piece for piece in turn if piece.text and not _ASIDE.fullmatch(piece.text)]
    taken.count("pauses", sum(bool(piece.text) for piece in turn) - len(said))
    if not said:
        builder.blank()
        return
    speaker, name = turn[0].speaker, turn[0].label
    start, end = said[0].start_ms, max(piece.end_ms for piece in said)
    builder.turn(" ".join(piece.text for piece in said), speaker, start, end, name=name if name != speaker else "")


NOSCRIBE = Format("noscribe", msg("noScribe (HTML)"), (".html", ".htm"), read, sniff=sniff)
