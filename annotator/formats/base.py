"""What a format is: a file as readers see it, what is written, and the report of an import."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from annotator.core.errors import FormatError
from annotator.core.i18n import Message, msg
from annotator.core.model import Imported, SpeakerId, Transcript, Turn
from annotator.formats.encoding import Decoded, decode
from annotator.formats.refuse import binary_kind

NO, POSSIBLE, LIKELY, SURE = range(4)
"""How sure a format is that a file is one of its own. POSSIBLE is for what nobody else claims; two that are equally sure are a tie,
which is the user's to decide."""

HEAD = 65_536
"""Characters that a text is told by."""


@dataclass(frozen=True)
class File:
    """The bytes of a file called `name`, and what can be seen in them; everything is worked out once, when it is first asked for.

    `encoding` None means detect. `beside` are the bytes of files of the same name that stand beside it, by their suffix (".rttm").
    `columns` say what the columns of a table hold (see formats.table_columns); None means find out.
    """

    data: bytes = field(repr=False)
    name: str
    encoding: str | None = None
    beside: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    columns: Mapping[str, int] | None = None

    @cached_property
    def decoded(self) -> Decoded:
        """The text and its encoding. Raises FormatError where the bytes are no text."""
        return decode(self.data, self.name, self.encoding)

    @cached_property
    def text(self) -> str:
        """The whole text; empty where the bytes are none."""
        if binary_kind(self.data) is not None:
            return ""
        try:
            return self.decoded.text
        except FormatError:
            return ""

    @cached_property
    def head(self) -> str:
        """The first 65,536 characters, without white space in front."""
        return self.text[:HEAD].lstrip()

    @cached_property
    def json(self) -> Any:
        """The value that the text is in JSON; None where it is none (or is null)."""
        if self.head[:1] not in ("{", "["):
            return None
        try:
            return json.loads(self.text)
        except (ValueError, RecursionError):
            return None

    @cached_property
    def json_lines(self) -> list[Any]:
        """The values of the first lines in JSON Lines, as far as the head reaches; empty where they are none."""
        found = []
        lines = self.head.splitlines()
        for line in lines[: -1 if len(lines) > 1 and len(self.text) > HEAD else None]:
            try:
                found += [json.loads(line)] if line.strip() else []
            except (ValueError, RecursionError):
                return []
        return found

    @cached_property
    def root(self) -> str:
        """The name of the outermost element, without its namespace; empty where the text is no XML."""
        from annotator.formats.markup import root

        return root(self.head)

    @cached_property
    def parts(self) -> frozenset[str]:
        """The names in the ZIP archive that the file is; empty where it is none."""
        if not self.data.startswith(b"PK\3\4"):
            return frozenset()
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                return frozenset(archive.namelist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            return frozenset()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the file that the user should know. `line` counts from 1; None when it is about the whole file.

    In a file that has no lines it counts what has a turn each: cues, segments, paragraphs, rows.
    """

    line: int | None
    message: Message


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of the lines of a file: turns + continued + blank + not_understood == lines.

    `not_understood` lines of a text are kept all the same; each has a remark that says as what. In a file that has no lines they
    are what has a turn each (cues, segments, paragraphs, rows), and those that are not understood are left out, with a remark.
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

    `encoding` None means that of the source. `template` is the text that the user's own format is made of.
    """

    speakers: bool = True
    roles: bool = True
    topics: bool = False
    only_reviewed: bool = False
    encoding: str | None = None
    template: str = ""


CONTENTS = {
    "speakers": msg("speakers"),
    "roles": msg("roles of speakers"),
    "times": msg("times of turns"),
    "word_times": msg("times of words"),
    "confidences": msg("confidences of words"),
    "topics": msg("topics"),
    "comments": msg("comments"),
    "reviewed": msg("which turns are reviewed"),
    "source": msg("what was imported"),
}
"""What a transcript can hold, by the names that `Format.keeps` is made of."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: `name` is used on the command line, `suffixes` (with dot, lower case) propose it, never decide it.

    `sniff` says how sure it is that a file is one of this format: NO to SURE, by content, at once, and never with an error. `holds`
    names the fields of ExportOptions that the writer heeds, `keeps` what of CONTENTS is in the file that it writes.
    """

    name: str
    title: Message
    suffixes: tuple[str, ...]
    reader: Reader | None = None
    writer: Writer | None = None
    sniff: Callable[[File], int] | None = None
    holds: frozenset[str] = frozenset()
    keeps: frozenset[str] = frozenset()


Reader = Callable[[File], tuple[Imported, ImportReport]]
"""Reads a file. Raises FormatError with what, where and what to do."""

Writer = Callable[[Transcript, ExportOptions], bytes]
"""Returns the bytes of the exported file. Raises FormatError."""


def exported(transcript: Transcript, options: ExportOptions) -> Iterator[tuple[int, Turn]]:
    """Yield the turns that an export holds, each with its number among the visible turns, from 1."""
    for number, turn in enumerate(transcript.visible, 1):
        if turn.reviewed or not options.only_reviewed:
            yield number, turn


def speaker_names(transcript: Transcript) -> dict[SpeakerId, str]:
    """Return what each speaker is called: the name, with the id behind it where two have the same, else the id."""
    names = {speaker.id: speaker.name or speaker.id for speaker in transcript.speakers}
    times = Counter(names.values())
    return {id_: f"{name} ({id_})" if times[name] > 1 and name != id_ else name for id_, name in names.items()}


def topic_names(transcript: Transcript, turn: Turn) -> list[str]:
    """Return what the turn's topics are called in full ("Price / Discount"), in the order of the codebook."""
    return [" / ".join(path) for topic_id, path in transcript.topic_paths.items() if topic_id in turn.topics]


def lost(chosen: Format, transcript: Transcript, options: ExportOptions) -> list[Message]:
    """Return what of CONTENTS the transcript has and the written file will not."""
    held: set[str] = {"source"}
    for _, turn in exported(transcript, options):
        speaker = transcript.speaker(turn.speaker_id)
        held |= {
            name
            for name, present in (
                ("speakers", speaker is not None),
                ("roles", speaker is not None and speaker.role != ""),
                ("times", turn.start_ms is not None),
                ("topics", bool(turn.topics)),
                ("comments", turn.comment != ""),
                ("reviewed", turn.reviewed),
            )
            if present
        }
    if any(turn.timing for turn in transcript.source.turns):
        held |= {"word_times", "confidences"}
    return [title for name, title in CONTENTS.items() if name in held and name not in chosen.keeps]
