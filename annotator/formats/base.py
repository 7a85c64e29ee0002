"""What a format is, and the report of an import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from annotator.core.i18n import Message
from annotator.core.model import Imported, Transcript


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
    """What an export holds. Writers that cannot hold something leave it out and say so in their `holds`."""

    speakers: bool = True
    roles: bool = True
    topics: bool = False
    only_reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: `name` is used on the command line, `suffixes` (with dot, lower case) propose it, never decide it."""

    name: str
    title: Message
    suffixes: tuple[str, ...]
    reader: Reader | None = None
    writer: Writer | None = None


class Reader(Protocol):
    def __call__(self, data: bytes, name: str, encoding: str | None = None) -> tuple[Imported, ImportReport]:
        """Read the bytes of a file called `name`; `encoding` None means detect. Raises FormatError."""
        ...


class Writer(Protocol):
    def __call__(self, transcript: Transcript, options: ExportOptions) -> bytes:
        """Return the bytes of the exported file. Raises FormatError."""
        ...
