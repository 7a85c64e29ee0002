"""SALT, the transcripts of Systematic Analysis of Language Transcripts ("SALT transcription conventions").

``$ Child, Examiner`` names the speakers, and a line that begins with the first letter of a name is a turn. Time lines (``- 1:30``)
stand between turns. Words in mazes are kept without their parentheses; codes, comments and omitted words are taken out.
"""

from __future__ import annotations

import re

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.building import Builder
from annotator.formats.taken_out import TakenOut

_LINE_END = re.compile(r"\r\n?|\n")
_SPEAKERS = re.compile(r"\$[ \t]*([^\W\d_][^\r\n,:.?!]{0,60}(?:,[^\r\n,:.?!]{1,60}){0,20})[ \t]*(?=[\r\n]|\Z)")
_TIME = re.compile(r"-\s*(?:(\d{1,3}):)?(\d{0,4}):(\d{1,2}(?:\.\d{1,3})?)\s*")
_TAKEN = (
    ("codes", re.compile(r"\[[^\[\]]{0,500}\]")),
    ("comments", re.compile(r"\{[^{}]{0,2000}\}")),
    ("pauses", re.compile(r"(?<!\S)[:;]?\s?:\d{1,3}(?:\.\d{1,2})?(?!\S)")),
    ("omitted", re.compile(r"(?<!\S)\*[^\s*]+|/\*[\w']+")),
)
_ROOT_WORD = re.compile(r"\|[^\s.?!,]*")
_OWNING = re.compile(r"(?<=\w)/z\b")
_MORPHEME = re.compile(r"(?<=\w)/(?:3(?=s)|[dh](?=['’]))?(?=['’\w])")
_BROKEN_OFF = re.compile(r"(?<=\w)\*(?=\W|\Z)")
_SIGNS = str.maketrans({"(": "", ")": "", "<": "", ">": "", "%": "", "_": " "})
_BEFORE_MARKS = re.compile(r"\s+(?=[.?!,…](?:\s|\Z))")
_WORDLESS = re.compile(r"[\W_]*")


def sniff(file: File) -> int:
    speakers = _SPEAKERS.match(file.head)
    if speakers is None:
        return NO
    letters = "".join(_parties(speakers.group(1)))
    return SURE if re.search(rf"^[{re.escape(letters)}](?::|[ \t])", file.head[speakers.end() :], re.MULTILINE) else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read a transcript. What stands between two time lines begins with the first and ends with the second."""
    builder = Builder(file, "salt")
    parties: dict[str, str] = {}
    taken = TakenOut()
    since: int | None = None
    turns: list[tuple[str, list[str]]] = []
    for line in _LINE_END.split(file.decoded.text):
        line = line.strip()
        speakers = _SPEAKERS.fullmatch(line)
        time = _TIME.fullmatch(line)
        if speakers is not None:
            parties |= _parties(speakers.group(1))
        elif time is not None:
            at = _ms(time)
            _give(builder, turns, since, at, parties, taken)
            since, turns = at, []
        elif line[:1] in parties and (len(line) == 1 or line[1] in ": \t"):
            turns.append((line[0], [line[2:].strip()]))
        elif line and line[0] in "+-=:;":
            continue
        elif line and turns:
            turns[-1][1].append(line)
        elif line:
            builder.skip(msg("Neither a turn nor a header: left out."))
    _give(builder, turns, since, None, parties, taken)
    taken.remark(builder)
    return builder.finish()


def _parties(names: str) -> dict[str, str]:
    """Return the names of the speakers by the letters that stand before what they say."""
    return {name[0]: name for entry in reversed(names.split(",")) if (name := entry.strip())}


def _give(
    builder: Builder,
    turns: list[tuple[str, list[str]]],
    since: int | None,
    until: int | None,
    parties: dict[str, str],
    taken: TakenOut,
) -> None:
    """Give the builder the turns between two time lines; those that are all spoken at the same time share it."""
    together = all(lines[0].startswith("<") and lines[-1].rstrip(".?!").endswith(">") for _, lines in turns)
    for place, (speaker, lines) in enumerate(turns):
        start = since if together or place == 0 else None
        end = until if together or place == len(turns) - 1 else None
        name = parties[speaker]
        builder.turn(_words(" ".join(lines), taken), speaker, start, end, name=name if name != speaker else "")


def _words(said: str, taken: TakenOut) -> str:
    """Return what was said as one reads it, and count what is taken out."""
    text = said.strip()
    for kind, pattern in _TAKEN:
        text = taken.cut(kind, pattern, text)
    text = text.rstrip()
    if text.endswith(">") and text.count(">") > text.count("<"):  # abandoned, not said while somebody else speaks
        text = f"{text[:-1]}…"
    text = _BROKEN_OFF.sub("-", _MORPHEME.sub("", _OWNING.sub("s", _ROOT_WORD.sub("", text))))
    text = _BEFORE_MARKS.sub("", " ".join(text.translate(_SIGNS).replace("^", "…").replace("~", "…").split()))
    return "" if _WORDLESS.fullmatch(text) else text


def _ms(time: re.Match[str]) -> int:
    hours, minutes, seconds = time.groups()
    return round((int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(seconds)) * 1000)


SALT = Format("salt", msg("SALT"), (".slt",), read, sniff=sniff)
