"""What a format is, and the report of an import."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from annotator.core.i18n import Message
from annotator.core.model import Imported, Transcript, Turn


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the file that the user should know. `line` counts from 1; None when it is about the whole file."""

    line: int | None
    message: Message


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of the lines of a file: turns + continued + blank + not_understood == lines.

    `not_understood` lines are kept all the same; each has a remark that says as what.
    """

    lines: int
    turns: int
    continued: int
    blank: int
    not_understood: int
    encoding: str
    encoding_is_sure: bool
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What an export holds. A writer passes over what is not in its format's `holds`.

    `encoding` None means that of the source.
    """

    speakers: bool = True
    roles: bool = True
    topics: bool = False
    only_reviewed: bool = False
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: `name` is used on the command line, `suffixes` (with dot, lower case) propose it, never decide it.

    `holds` names the fields of ExportOptions that the writer heeds.
    """

    name: str
    title: Message
    suffixes: tuple[str, ...]
    reader: Reader | None = None
    writer: Writer | None = None
    holds: frozenset[str] = frozenset()


class Reader(Protocol):
    def __call__(self, data: bytes, name: str, encoding: str | None = None) -> tuple[Imported, ImportReport]:
        """Read the bytes of a file called `name`; `encoding` None means detect. Raises FormatError."""
        ...


class Writer(Protocol):
    def __call__(self, transcript: Transcript, options: ExportOptions) -> bytes:
        """Return the bytes of the exported file. Raises FormatError."""
        ...


def exported(transcript: Transcript, options: ExportOptions) -> Iterator[tuple[int, Turn]]:
    """Yield the turns that an export holds, each with its number among the visible turns, from 1."""
    for number, turn in enumerate(transcript.visible, 1):
        if turn.reviewed or not options.only_reviewed:
            yield number, turn


def topic_names(transcript: Transcript, turn: Turn) -> list[str]:
    """Return what the turn's topics are called in full ("Price / Discount"), in the order of the codebook."""
    return [" / ".join(path) for topic_id, path in transcript.topic_paths.items() if topic_id in turn.topics]
