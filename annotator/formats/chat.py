"""CHAT, the transcription format of CLAN, CHILDES and TalkBank ("CHAT Transcription Format").

A main line (``*CHI:``) is a turn, with the lines that go on after a tab. What CHAT marks in the words is taken out: pauses, events,
codes in square brackets, angle brackets around what they are about, signs of conversation analysis; a remark says how much of it.
Lines about a turn (``%mor:``) are passed over but for ``%wor:``, which says when its words are spoken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import LIKELY, NO, SURE, File, Format, ImportReport
from annotator.formats.building import Builder, Token
from annotator.formats.taken_out import TakenOut
from annotator.formats.tiers import Mark, as_tokens

_LINE_END = re.compile(r"\r\n?|\n")
_MAIN = re.compile(r"\*([^\s:*]{1,24}):(.*)", re.DOTALL)
_SIGNED = re.compile(r"^\*[A-Z0-9][^\s:*]{0,23}:\t", re.MULTILINE)
_BULLET = re.compile(r"\x15[^\x15\d]{0,200}?(?:\"[^\"\x15]{0,200}\"_)?(\d{1,9})_(\d{1,9})-?\x15")
_ANY_BULLET = re.compile(r"\x15[^\x15]{0,300}\x15")
_HEADER = re.compile(r"^@(?:Begin\s*$|Participants:)", re.MULTILINE)
_TIMED_WORD = re.compile(r"(?<![^\s\x15])([^\s\x15]++)\s*+\x15(\d{1,9})_(\d{1,9})\x15")

_TAKEN = (
    ("codes", re.compile(r"\[[^\[\]]{0,2000}\]")),
    ("others", re.compile(r"&\*[A-Z0-9]{2,4}[:=]\S+")),
    ("events", re.compile(r"&(?:=\S+|[{}][nl]\S*)|(?<!\S)0(?=[\s.?!]|\Z)")),
    ("pauses", re.compile(r"\((?:\.{1,3}|\d{0,2}:?\d{0,3}\.?\d{0,3})\)|(?<!\S)#\S*")),
    ("omitted", re.compile(r"(?<!\S)0(?:\d\s?)?[^\W\d]\S*")),
)
"""What is taken out and counted, in this order: codes hold what looks like the rest."""
_LINKERS = re.compile(r'(?<!\S)\+(?:["^<,+≈≋.]|\+)(?=\s)')
_ENDS = (
    (re.compile(r'\+[./"!]*([?!])'), r"\1"),
    (re.compile(r"\+//?\.|\+\.\.\.|\+\"/?\.|\+\."), "…"),
)
_PREFIXES = re.compile(r"(?<!\S)&[-+~]?(?=[^\W\d])")
_FORMS = re.compile(r"(?<=\w)@\S+")
_LONG = re.compile(r"(?<=[^\W\d]):+")
_TOGETHER = re.compile(r"(?<=\w)[_+](?=\w)")
_SIGNS = str.maketrans(dict.fromkeys("<>()^~↑↓→↗↘⇗⇘⌈⌉⌊⌋°∇∆⁇☺♋Ϋ∬≈≋∾⁎⤇▁▔∙∲§↫ˈˌ≠→⁑◉⁫↻", "") | {"‡": ",", "„": ","})
_CONTROL = re.compile("[\x01-\x08\x0e-\x1f]")
_BEFORE_MARKS = re.compile(r"\s+(?=[.?!,;…](?:\s|\Z))")
_WORDLESS = re.compile(r"[\W_]*")


@dataclass(slots=True)
class _Line:
    """A line with those that go on with it, and lines about it in the same form."""

    pieces: list[str]
    below: list[_Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.pieces)


def sniff(file: File) -> int:
    head = file.head
    signed = len(_SIGNED.findall(head))
    if signed and _HEADER.search(head):
        return SURE
    lines = sum(not line.startswith(("\t", "%", "@")) for line in _LINE_END.split(head) if line.strip())
    return LIKELY if signed > 1 and signed * 5 >= lines * 4 else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read a transcript; lines that belong to nothing are left out."""
    builder = Builder(file, "chat")
    parties: dict[str, tuple[str, str]] = {}
    taken = TakenOut()
    for line in _lines(file.decoded.text):
        whole = line.text
        if whole.startswith("@"):
            if whole.startswith("@Participants:"):
                parties |= _participants(whole)
            continue
        match = _MAIN.fullmatch(whole)
        if match is None:
            builder.skip(msg("Neither a turn nor a header: left out."))
            continue
        speaker, said = match.groups()
        times = [int(time) for bullet in _BULLET.findall(said) for time in bullet]
        text = _words(said, taken)
        name, role = parties.get(speaker, ("", ""))
        start, end = (times[0], times[-1]) if times else (None, None)
        builder.turn(text, speaker, start, end, _spoken(line.below), role=role, name=name if name != speaker else "")
    taken.remark(builder)
    return builder.finish()


def _lines(text: str) -> Iterator[_Line]:
    """Yield headers, main lines and what is neither."""
    line: _Line | None = None
    last: _Line | None = None
    for piece in _LINE_END.split(text):
        if not piece.strip():
            continue
        if piece[0] in "\t " and last is not None:
            last.pieces.append(piece.strip())
        elif piece[0] == "%" and line is not None:
            last = _Line([piece])
            line.below.append(last)
        else:
            if line is not None:
                yield line
            line = last = _Line([piece])
    if line is not None:
        yield line


def _participants(header: str) -> dict[str, tuple[str, str]]:
    """Return name and role of each speaker: the header has a code, perhaps a name, and a role."""
    found = {}
    for entry in header.partition(":")[2].split(","):
        code, *rest = (word.replace("_", " ") for word in entry.split()) if entry.strip() else ("",)
        if code and rest:
            found[code] = (" ".join(rest[:-1]), rest[-1])
    return found


def _words(said: str, taken: TakenOut) -> str:
    """Return what was said as one reads it, and count what is taken out."""
    text = _CONTROL.sub("", _ANY_BULLET.sub(" ", said))
    for kind, pattern in _TAKEN:
        text = taken.cut(kind, pattern, text, " ")
    text = _LINKERS.sub("", text)
    for pattern, mark in _ENDS:
        text = pattern.sub(mark, text)
    for pattern, instead in ((_PREFIXES, ""), (_FORMS, ""), (_LONG, ""), (_TOGETHER, " ")):
        text = pattern.sub(instead, text)
    text = _BEFORE_MARKS.sub("", " ".join(text.translate(_SIGNS).split()))
    return "" if _WORDLESS.fullmatch(text) else text


def _spoken(below: list[_Line]) -> list[Token]:
    """Return the words of a turn with the times of the line %wor below it."""
    timed = next((line.text[5:] for line in below if line.pieces[0].startswith("%wor:")), "")
    return as_tokens(Mark(int(start), int(end), word) for word, start, end in _TIMED_WORD.findall(timed))


CHAT = Format("chat", msg("CHAT for CLAN"), (".cha",), read, sniff=sniff)
