"""Templates that users write their own formats with: a line a turn, with names in braces where what they stand for is put.

    suffix: .txt
    Call {call}
    ---
    [{start:0:00:00} ]{speaker}[ ({role})]: {text}
    ---
    {turns} turns

What stands in [ ] is left out where one of its placeholders is empty, and so is a line of which nothing is left. Two of a brace or
bracket stand for one, but ]] where two are open closes both. The lines with ``---``, and what is before and after them, may be
missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from annotator.core.errors import FormatError
from annotator.core.i18n import Message, msg
from annotator.core.model import Transcript, Turn
from annotator.formats import timecode
from annotator.formats.base import ExportOptions, exported, speaker_names, topic_names

LONGEST = 20_000
SUFFIX = ".txt"
TEMPLATES: tuple[tuple[Message, str], ...] = (
    (msg("Lines with time, name and role"), "[{start:0:00:00} ]{speaker}[ ({role})]: {text:line}\n"),
    (
        msg("Blocks with comments"),
        "{call}\n\n---\n{number}. [{start:0:00:00}[ – {end:0:00:00}] ]{speaker}\n"
        "{text}\n[Topics: {topics}]\n[Comment: {comment}]\n\n---\n",
    ),
    (
        msg("Table with tabs"),
        "suffix: .tsv\nnumber\tstart\tend\tspeaker\ttext\n---\n{number}\t{start}\t{end}\t{speaker:line}\t{text:line}\n---\n",
    ),
    (msg("Words only"), "{text:line}\n"),
)
"""Templates to begin with, by what they are called."""
PLACEHOLDERS = {
    "number": msg("number of the turn"),
    "start": msg("when the turn begins; {example} writes it like that", example="{start:0:00:00}"),
    "end": msg("when the turn ends"),
    "speaker": msg("name of the speaker, else the id"),
    "id": msg("id of the speaker"),
    "role": msg("role of the speaker"),
    "text": msg("words of the turn; {example} on one line", example="{text:line}"),
    "topics": msg("topics of the turn"),
    "comment": msg("comment of the turn"),
    "call": msg("name of the call"),
}
"""What can stand in the line of a turn, and what it stands for."""
AROUND = {"call": PLACEHOLDERS["call"], "turns": msg("number of turns"), "speakers": msg("names of the speakers")}
"""What can stand before and after the turns."""

_SUFFIX = re.compile(r"suffix:[ \t]*(\.[\w.]{1,20})[ \t]*(?:\r?\n|\Z)")
_CLOCK = re.compile(r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?")
_FIELD = re.compile(r"([A-Za-z_]\w*)(?::([^{}\[\]]*))?")
_TOKEN = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{[^{}\[\]]*\}|[{}\[\]]|[^{}\[\]]+")
_TIMES = ("start", "end")
_DEEPEST = 5


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    shape: str


@dataclass(frozen=True, slots=True)
class _Part:
    """What vanishes as a whole where a field in it is empty."""

    nodes: tuple[_Node, ...]


_Node = str | _Field | _Part
_Line = tuple[_Node, ...]


def suffix_of(template: str) -> str:
    """Return the suffix of files that are written with a template: what its first line says, else ``.txt``."""
    match = _SUFFIX.match(template)
    return match[1] if match else SUFFIX


def render(template: str, transcript: Transcript, options: ExportOptions) -> str:
    """Return a transcript as a template has it. Raises FormatError where the template is none, with the line."""
    if len(template) > LONGEST:
        raise FormatError(msg("The template is longer than {n} characters.", n=LONGEST))
    before, each, after = _parsed(template)
    names = speaker_names(transcript)
    roles = {speaker.id: speaker.role for speaker in transcript.speakers}
    turns = list(exported(transcript, options))
    spoken = dict.fromkeys(turn.speaker_id for _, turn in turns if turn.speaker_id in names)
    around = {
        "call": transcript.header.name,
        "turns": str(len(turns)),
        "speakers": ", ".join(names[id_] for id_ in spoken if id_ is not None),
    }
    written = [*_written(before, around)]
    for number, turn in turns:
        written += _written(each, _values(transcript, number, turn, names, roles))
    written += _written(after, around)
    return "".join(written)


def _values(
    transcript: Transcript, number: int, turn: Turn, names: Mapping[str, str], roles: Mapping[str, str]
) -> dict[str, str | int | None]:
    id_ = turn.speaker_id or ""
    return {
        "number": str(number),
        "start": turn.start_ms,
        "end": turn.end_ms,
        "speaker": names.get(id_, ""),
        "id": id_,
        "role": roles.get(id_, ""),
        "text": turn.text,
        "topics": ", ".join(topic_names(transcript, turn)),
        "comment": turn.comment,
        "call": transcript.header.name,
    }


def _written(lines: list[_Line], values: Mapping[str, str | int | None]) -> Iterator[str]:
    for line in lines:
        text = _filled(line, values)[0]
        if text or not line:
            yield f"{text}\n"


def _filled(nodes: _Line, values: Mapping[str, str | int | None]) -> tuple[str, bool]:
    """Return the text of a line or part, and whether all of its own fields hold something."""
    written, whole = [], True
    for node in nodes:
        if isinstance(node, _Field):
            text = _shaped(values[node.name], node.shape)
            whole = whole and text != ""
        elif isinstance(node, _Part):
            inner, held = _filled(node.nodes, values)
            text = inner if held else ""
        else:
            text = node
        written.append(text)
    return "".join(written), whole


def _shaped(value: str | int | None, shape: str) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        simple: dict[str, Callable[[int], str]] = {"ms": str, "s": lambda ms: f"{ms // 1000}.{ms % 1000:03}"}
        return simple[shape](value) if shape in simple else timecode.write(value, shape or "00:00:00.000")
    text = " ".join(value.split()) if shape in ("line", "upper line") else value
    return text.upper() if shape.startswith("upper") else text


def _parsed(template: str) -> tuple[list[_Line], list[_Line], list[_Line]]:
    """Return the lines before, of each turn, and after."""
    if not template.strip():
        raise FormatError(msg("The template is empty. Write a line for a turn, e.g. {example}", example="{speaker}: {text}"))
    match = _SUFFIX.match(template)
    skipped = 1 if match else 0
    lines = template.replace("\r\n", "\n").removesuffix("\n").split("\n")[skipped:]
    dividers = [place for place, line in enumerate(lines) if line.strip() == "---"]
    if len(dividers) > 2:
        raise FormatError(msg("The template has more than two lines with ---: before the turns, and after them."))
    first = dividers[0] if dividers else -1
    last = dividers[1] if len(dividers) > 1 else len(lines)
    parts: tuple[list[_Line], list[_Line], list[_Line]] = [], [], []
    for place, line in enumerate(lines):
        if place not in dividers:
            which = 0 if place < first else 2 if place > last else 1
            parts[which].append(_line(line, place + 1 + skipped, PLACEHOLDERS if which == 1 else AROUND))
    if not parts[1]:
        raise FormatError(msg("The template has no line for a turn. Write one, e.g. {example}", example="{speaker}: {text}"))
    return parts


def _line(line: str, number: int, known: Mapping[str, Message]) -> _Line:
    stack: list[list[_Node]] = [[]]
    for token in _TOKEN.findall(line):
        if token == "[":
            stack.append([])
        elif token == "]" or (token == "]]" and len(stack) > 2):
            for _ in token:
                if len(stack) == 1:
                    raise _broken(number)
                part = _Part(tuple(stack.pop()))
                stack[-1].append(part)
        elif token in ("{{", "}}", "[[", "]]"):
            stack[-1].append(token[0])
        elif token[0] == "{" and len(token) > 1:
            stack[-1].append(_field(token[1:-1], number, known))
        elif token in ("{", "}"):
            raise _broken(number)
        else:
            stack[-1].append(token)
        if len(stack) > _DEEPEST:
            raise _broken(number)
    if len(stack) > 1:
        raise _broken(number)
    return tuple(stack[0])


def _field(inside: str, number: int, known: Mapping[str, Message]) -> _Field:
    match = _FIELD.fullmatch(inside.strip())
    name, shape = (match[1], (match[2] or "").strip()) if match else (inside, "")
    if name not in known:
        names = ", ".join(f"{{{name}}}" for name in known)
        raise FormatError(
            msg(
                "Line {line} of the template: there is no {name} here. There are: {known}.",
                line=number,
                name=f"{{{name}}}",
                known=names,
            )
        )
    fitting = (
        shape in ("", "ms", "s") or _CLOCK.fullmatch(shape) if name in _TIMES else shape in ("", "line", "upper", "upper line")
    )
    if not fitting:
        shapes = "0:00, 0:00:00, 00:00:00.000, ms, s" if name in _TIMES else "line, upper"
        raise FormatError(
            msg("Line {line} of the template: {shape} is no shape. There are: {known}.", line=number, shape=shape, known=shapes)
        )
    return _Field(name, shape)


def _broken(number: int) -> FormatError:
    return FormatError(
        msg(
            "Line {line} of the template: a brace or bracket has no partner. Write two of it where it is meant as a character.",
            line=number,
        )
    )
