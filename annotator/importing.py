"""Transcripts taken into a project by the pile: files and folders in, one outcome a file out, and no bad file stops the others.

The command line goes through `Importer.take`. The window does the same in steps: `prepare` on another thread, `change` and `taken`
where the project lives.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator import formats, log
from annotator.core.change import Change
from annotator.core.commands import transcripts
from annotator.core.errors import Ambiguous, FormatError
from annotator.core.i18n import Message, msg
from annotator.core.model import Imported, TranscriptId
from annotator.formats.base import ImportReport, Remark
from annotator.formats.table_columns import NeedsColumns
from annotator.likeness import Likeness
from annotator.project import Project

PROJECT = ".annotator"
MEDIA = frozenset(
    ".3gp .aac .aif .aiff .amr .avi .flac .flv .gsm .m4a .m4b .m4v .mkv .mov .mp2 .mp3 .mp4 .mpeg .mpg .oga .ogg .ogv .opus .ra "
    ".vox .wav .weba .webm .wma .wmv".split()
)
_OF_SYSTEMS = frozenset(("thumbs.db", "desktop.ini", "icon\r", "ehthumbs.db"))
PASSED_OVER = {
    "hidden": msg("hidden files"),
    "media": msg("sound or video"),
    "project": msg("projects"),
    "joined": msg("read with another file of the same name"),
    "system": msg("of the system"),
    "link": msg("links in a circle"),
    "unreadable": msg("folders that may not be read"),
}
"""What is not looked at in folders, and not complained of."""
REMARKS = 20
"""Remarks on a file that its outcome keeps."""

STATES = {
    "imported": msg("imported"),
    "similar": msg("left out: like another call"),
    "there": msg("already there"),
    "question": msg("needs an answer"),
    "refused": msg("not imported"),
}
"""What became of a file."""


@dataclass
class Pile:
    """The files to import, in order, and how many were passed over, by the names of PASSED_OVER."""

    files: list[Path] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)


def gather(paths: Iterable[Path], ended: Callable[[], bool] = lambda: False) -> Pile:
    """Return the files that are given, and those in the folders that are given, at any depth, each once.

    What is given by name is always taken; what is no transcript by its looks is passed over in folders. Where `ended` says so,
    nothing more is looked at.
    """
    pile, seen = Pile(), set[tuple[int, int]]()
    for path in paths:
        if ended():
            break
        if path.is_dir():
            _gather_folder(path, pile, seen, ended)
        else:
            pile.files.append(path)
    pile.files = list(dict.fromkeys(pile.files))
    return pile


def _gather_folder(folder: Path, pile: Pile, seen: set[tuple[int, int]], ended: Callable[[], bool]) -> None:
    """Add the files of a folder, and of those in it, by name; not by recursion, since folders can be nested deeply."""
    waiting = [folder]
    while waiting and not ended():
        here = waiting.pop()
        try:
            status = here.stat()
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError:
            pile.passed_over["unreadable"] += 1
            continue
        if (status.st_dev, status.st_ino) in seen:
            pile.passed_over["link"] += 1
            continue
        seen.add((status.st_dev, status.st_ino))
        folders = []
        spoken = {Path(entry.name).stem for entry in entries if Path(entry.name).suffix.lower() in (".ctm", ".stm")}
        for entry in entries:
            path = here / entry.name
            if reason := _passed_over(entry):
                pile.passed_over[reason] += 1
            elif _is_folder(entry):
                folders.append(path)
            elif path.suffix.lower() == ".rttm" and path.stem in spoken:
                pile.passed_over["joined"] += 1  # it says who speaks of what the other one says
            else:
                pile.files.append(path)
        waiting += reversed(folders)


def _passed_over(entry: os.DirEntry[str]) -> str:
    name = entry.name.lower()
    if name in _OF_SYSTEMS:
        return "system"
    if name.startswith((".", "~$")) or _is_hidden(entry):
        return "hidden"
    suffix = Path(name).suffix
    if suffix == PROJECT or PROJECT + "-" in name:
        return "project"
    return "media" if suffix in MEDIA else ""


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    """Tell whether a file is marked as hidden, as Windows does."""
    try:
        return bool(getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_HIDDEN)
    except OSError:
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class Options:
    """How files are read: what is not said is found out.

    `layouts` are columns of tables that were chosen before, by their layout. With `skip_similar` a call that is like another one is
    left out; otherwise it is imported and reported.
    """

    encoding: str | None = None
    format: str | None = None
    columns: Mapping[str, int] | None = None
    layouts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    skip_similar: bool = False


@dataclass(frozen=True, slots=True)
class Like:
    """The call that another one is like, and how much, from 0 to 1."""

    transcript_id: TranscriptId
    share: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: one of STATES.

    `turns` of `items` (lines, cues, segments, rows) were understood as turns; `doubtful` were not understood. `transcript_id` is
    the call that it is now, or that was there already. `reason` says why it was refused, or what has to be answered: which of
    `formats`, or what the columns of `table` hold.
    """

    path: Path
    state: str
    format: str = ""
    transcript_id: TranscriptId | None = None
    turns: int = 0
    items: int = 0
    doubtful: int = 0
    speakers: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Remark, ...] = ()
    more_remarks: int = 0
    like: Like | None = None
    reason: Message | None = None
    formats: tuple[str, ...] = ()
    table: NeedsColumns | None = None


@dataclass(frozen=True)
class Prepared:
    """A file that was read and is to be added."""

    path: Path
    imported: Imported
    report: ImportReport
    digest: bytes
    like: Like | None = None
    change: tuple[TranscriptId, Change] | None = None
    """What adds it to the project, if that id is still free then."""


class Importer:
    """Takes files into a project, one after the other.

    Without a project one is made with `create` for the first file that can be read. What has been imported is known by digests of
    its bytes and by its words, so no call stays in memory.
    """

    def __init__(self, project: Project | None, options: Options | None = None, create: Callable[[], Project] | None = None):
        self.options = options or Options()
        self._project, self._create = project, create
        self._digests: dict[bytes, TranscriptId] | None = None
        self._likeness: Likeness | None = None
        self._added: list[tuple[TranscriptId, Imported]] = []
        """Calls that others are to be compared with; they are looked at by the thread that compares."""

    @property
    def project(self) -> Project | None:
        return self._project

    def use(self, project: Project) -> None:
        """Import into this project from now on."""
        self._project = project
        self._digests = self._likeness = None
        self._added.clear()

    # ------------------------------------------------------------------ step by step

    def read(self, path: Path) -> Prepared | Outcome:
        """Read a file, on any thread; an Outcome says why that cannot be done."""
        try:
            imported, report = self._read(path)
        except Ambiguous as error:
            return self._asking(path, error, formats=error.formats)
        except NeedsColumns as error:
            return self._asking(path, error, table=error)
        except FormatError as error:
            return Outcome(path, "refused", reason=error.message)
        except Exception as error:  # a fault of a reader is noted, and stops no other file
            log.record(error)
            text = msg("{name} cannot be read because of a fault in the program, which is noted in its log.", name=path.name)
            return Outcome(path, "refused", reason=text)
        return Prepared(path, imported, report, hashlib.sha256(imported.data).digest())

    def _read(self, path: Path) -> tuple[Imported, ImportReport]:
        options = self.options
        try:
            return formats.read_file(path, options.encoding, options.format, options.columns)
        except NeedsColumns as error:
            known = options.layouts.get(error.layout)
            if known is None:
                raise
            return formats.read_file(path, options.encoding, options.format, known)

    def _asking(self, path: Path, error: FormatError, formats: tuple[str, ...] = (), table: NeedsColumns | None = None) -> Outcome:
        """Return that something has to be answered, unless the file was imported before: then it was."""
        known = None
        if self._project is not None:
            with suppress(OSError):  # then it is asked about, and read again
                known = self._known(hashlib.sha256(path.read_bytes()).digest())
        if known is not None:
            return Outcome(path, "there", transcript_id=known)
        return Outcome(path, "question", reason=error.message, formats=formats, table=table)

    def judge(self, prepared: Prepared) -> Prepared | Outcome:
        """Look whether a file, or one like it, is in the project, on any thread; an Outcome says that it is not to be added."""
        known = self._known(prepared.digest)
        if known is not None:
            return Outcome(prepared.path, "there", prepared.imported.format, known)
        like = next((Like(key, share) for key, share in self._known_words().similar(_words(prepared.imported))), None)
        if like is not None and self.options.skip_similar:
            return _outcome(replace(prepared, like=like), "similar", None)
        assert self._project is not None
        transcript_id = self._project.new_transcript_id()
        return replace(prepared, like=like, change=(transcript_id, transcripts.add(prepared.imported, transcript_id)))

    def prepare(self, path: Path) -> Prepared | Outcome:
        """Read a file and, where there is a project, look whether it is to be added, on any thread."""
        found = self.read(path)
        return self.judge(found) if isinstance(found, Prepared) and self._project is not None else found

    def change(self, prepared: Prepared, transcript_id: TranscriptId) -> Change:
        """Return the change that adds a file to the project; mostly it has been computed by the thread that has read the file."""
        known = prepared.change
        return known[1] if known is not None and known[0] == transcript_id else transcripts.add(prepared.imported, transcript_id)

    def taken(self, prepared: Prepared, transcript_id: TranscriptId) -> Outcome:
        """Return the outcome of a file that has been added, and let the later ones be compared with it."""
        if self._digests is not None:
            self._digests[prepared.digest] = transcript_id
        if self._likeness is not None:
            self._added.append((transcript_id, prepared.imported))
        return _outcome(prepared, "imported", transcript_id)

    # ------------------------------------------------------------------ all at once

    def take(self, path: Path) -> Outcome:
        """Import a file. Raises ProjectError where the project cannot be written to."""
        found = self.prepare(path)
        if isinstance(found, Prepared) and self._project is None and self._create is not None:
            self.use(self._create())
            found = self.judge(found)
        if isinstance(found, Outcome):
            return found
        project = self._project
        assert project is not None, "there is somewhere to import to"
        transcript_id = project.new_transcript_id()
        project.apply(self.change(found, transcript_id))
        project.release(transcript_id)
        return self.taken(found, transcript_id)

    # ------------------------------------------------------------------ what is there

    def _known(self, digest: bytes) -> TranscriptId | None:
        assert self._project is not None
        if self._digests is None:
            self._digests = self._project.source_digests()
        return self._digests.get(digest)

    def _known_words(self) -> Likeness:
        assert self._project is not None
        if self._likeness is None:
            self._likeness = Likeness()
            for header in self._project.transcripts():
                self._likeness.add(header.id, [word for text in self._project.source_texts(header.id) for word in text.split()])
        while self._added:
            transcript_id, imported = self._added.pop()
            self._likeness.add(transcript_id, _words(imported))
        return self._likeness


def counts(outcomes: Iterable[Outcome]) -> Counter[str]:
    """Return how many files came to which state, and under "like" how many were imported although they are like another call."""
    found: Counter[str] = Counter()
    for outcome in outcomes:
        found[outcome.state] += 1
        found["like"] += outcome.state == "imported" and outcome.like is not None
    return found


def told(passed_over: Mapping[str, int]) -> Iterator[tuple[Message, int]]:
    """Yield what was passed over in folders, and how many of it."""
    yield from ((title, passed_over[name]) for name, title in PASSED_OVER.items() if passed_over.get(name))


def _words(imported: Imported) -> list[str]:
    return [word for turn in imported.turns for word in turn.text.split()]


def _outcome(prepared: Prepared, state: str, transcript_id: TranscriptId | None) -> Outcome:
    imported, report = prepared.imported, prepared.report
    return Outcome(
        prepared.path,
        state,
        imported.format,
        transcript_id,
        turns=report.turns,
        items=report.lines - report.blank - report.continued,
        doubtful=report.not_understood,
        speakers=tuple((speaker.id, speaker.role or speaker.name) for speaker in imported.speakers),
        remarks=report.remarks[:REMARKS],
        more_remarks=max(0, len(report.remarks) - REMARKS),
        like=prepared.like,
    )
