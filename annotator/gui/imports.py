"""Transcripts taken into the open project: files and folders, read on another thread, added one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.change import Change
from annotator.core.commands import transcripts
from annotator.core.errors import AnnotatorError, ProjectError
from annotator.core.i18n import msg
from annotator.core.model import Header, TranscriptId
from annotator.gui.tasks import FileTask, Job
from annotator.importing import Importer, Options, Outcome, Pile, Prepared, gather
from annotator.project import Project, Written

if TYPE_CHECKING:
    from annotator.gui.session import Session

BIG, BIG_FILE = 1000, 100_000
"""Turns and bytes from which on adding them would hold the window up; another thread does it."""
MANY = 10
"""Files of which there is a report that shows itself; what there is to say of fewer is said in messages."""


class Imports(QObject):
    """What is being imported, and what became of it the last time.

    Where there is no project, one is opened or made for the first file that can be read. The first call that was added is shown;
    the others do not stay in memory.
    """

    changed = Signal()
    """There is one more outcome, or one is another."""
    ended = Signal(bool)
    """All files are dealt with, or the rest was cancelled. True: there is something to look at."""
    asked = Signal(object)
    """An Outcome: a single file has a question."""

    def __init__(self, session: Session):
        super().__init__(session)
        self._session = session
        self.outcomes: list[Outcome] = []
        self.passed_over: Counter[str] = Counter()
        self.left: int = 0
        """Files that were not looked at any more."""
        self._importer = Importer(None)
        self._task: FileTask | None = None
        self._places: dict[Path, int] = {}
        self._files: Sequence[Path] = ()
        self._shown = self._from_folder = False
        self._said: set[Path] = set()
        """Files of which it has been said why they were not added."""

    @property
    def options(self) -> Options:
        """How files were read the last time."""
        return self._importer.options

    # ------------------------------------------------------------------ beginning

    def start(self, paths: Sequence[Path], options: Options) -> None:
        """Import files, and those in folders."""
        session = self._session
        if not session.free_for_files():
            return
        if not any(path.is_dir() for path in paths):
            self._begin(gather(paths), options, from_folder=False)
            return
        found: list[Pile] = []

        def work(_: object) -> Pile:
            return gather(paths, lambda: self._task is not None and self._task.cancelled)

        def end() -> None:
            if found:
                self._begin(found[0], options, from_folder=True)

        # Folders can be large and far away.
        self._task = session.run_files(msg("Looking for transcripts"), [paths], work, lambda _, pile: found.append(pile), then=end)

    def answer(self, outcomes: Sequence[Outcome], options: Options) -> None:
        """Import files again about which there was a question, in the way that was chosen."""
        if self._session.free_for_files():
            self._importer = Importer(self._session.project, options)
            self._run([outcome.path for outcome in outcomes])

    def _begin(self, pile: Pile, options: Options, from_folder: bool) -> None:
        self._importer = Importer(self._session.project, options)
        self.outcomes, self._places, self.passed_over = [], {}, pile.passed_over
        self._from_folder = from_folder
        self._run(pile.files)

    def _run(self, files: Sequence[Path]) -> None:
        self._files, self._shown = files, False
        self._said.clear()
        importer = self._importer
        self._task = self._session.run_files(
            msg("Opening files"), files, importer.prepare, self._take, fail=self._fail, then=partial(self._end, importer)
        )

    # ------------------------------------------------------------------ file by file

    def _take(self, path: Path, found: Prepared | Outcome) -> None:
        session = self._session
        if isinstance(found, Outcome):
            self._note(found)
        elif self._importer.project is not None:
            self._add(found)
        elif session.project is not None or session.guard(session.open_home_of, path):
            self._hold()
            session.when_idle(partial(self._judge, found))
        else:
            self._stop()

    def _judge(self, prepared: Prepared) -> None:
        """Compare a file with what is in the project that was opened for it, and add it."""
        project, importer = self._session.project, self._importer
        if project is None:  # it could not be opened, which has been said
            self._stop()
            return
        importer.use(project)

        def take(found: Prepared | Outcome) -> None:
            if isinstance(found, Outcome):
                self._note(found)
                self._resume()
            else:
                self._add(found)

        judge = partial(importer.judge, prepared)
        self._session.do_beside(Job(msg("Opening files"), judge, take, partial(self._fail, prepared.path)))

    def _add(self, prepared: Prepared) -> None:
        """Add a file to the project: here, or on another thread where it is long."""
        session, project, importer = self._session, self._importer.project, self._importer
        assert project is not None
        if project is not session.project:
            self._stop()
            return

        def write() -> tuple[TranscriptId, Written]:
            transcript_id = project.new_transcript_id()
            with session.attempt():
                return transcript_id, project.write(importer.change(prepared, transcript_id))

        def take(result: tuple[TranscriptId, Written]) -> None:
            project.take(result[1])
            self._added(project, prepared, result[0])
            self._resume()

        long = len(prepared.imported.turns) >= BIG or len(prepared.imported.data) >= BIG_FILE
        if long or session.busy:
            self._hold()
            session.do_beside(Job(msg("Changing the project"), write, take, partial(self._fail, prepared.path)))
            return
        try:
            result = write()
        except AnnotatorError as error:
            self._fail(prepared.path, error)
        else:
            take(result)

    def _added(self, project: Project, prepared: Prepared, transcript_id: TranscriptId) -> None:
        session = self._session
        self._note(self._importer.taken(prepared, transcript_id))
        if self._shown:
            project.release(transcript_id)
            return
        self._shown = True
        session.reports[transcript_id] = prepared.report
        session.show_transcript(transcript_id)
        if session.transcript is not None and session.transcript.id == transcript_id:
            session.imported.emit(session.transcript.header, prepared.report)

    def _fail(self, path: Path, error: AnnotatorError) -> None:
        """Note that a file cannot be added; where that is for the project's sake, the others cannot either."""
        self._note(Outcome(path, "refused", reason=error.message))
        if isinstance(error, ProjectError):
            self._said.add(path)
            self._session.fail(error)
            self._stop()
        else:
            self._resume()

    def _note(self, outcome: Outcome) -> None:
        place = self._places.get(outcome.path)
        if place is None:
            self._places[outcome.path] = len(self.outcomes)
            self.outcomes.append(outcome)
        else:
            self.outcomes[place] = outcome
        self.changed.emit()

    def _hold(self) -> None:
        if self._task is not None:
            self._task.hold()

    def _resume(self) -> None:
        if self._task is not None:
            self._task.resume()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    # ------------------------------------------------------------------ the end

    def _end(self, importer: Importer) -> None:
        self._task = None
        done = self.outcomes
        self.left = sum(path not in self._places for path in self._files)
        worth_a_report = self._from_folder or len(done) + self.left >= MANY
        worth_a_report = worth_a_report or (len(done) > 1 and any(outcome.state == "question" for outcome in done))
        if not worth_a_report:
            for path in self._files:
                if path in self._places:
                    self._tell(done[self._places[path]])
        self.ended.emit(worth_a_report)

    def _tell(self, outcome: Outcome) -> None:
        """Say in a message what became of a file of few."""
        session = self._session
        if outcome.state == "question":
            self.asked.emit(outcome)
        elif outcome.reason is not None and outcome.path not in self._said:
            session.tell(outcome.reason, error=True)
        elif outcome.state == "there" and (header := self.header(outcome.transcript_id)) is not None:
            session.show_transcript(header.id)
            session.tell(msg("{name} is in this project already; here it is.", name=header.name))
        elif outcome.like is not None and (other := self.header(outcome.like.transcript_id)) is not None:
            share = int(100 * outcome.like.share)
            session.tell(msg("{name} is {share} % like {other}.", name=outcome.path.name, share=share, other=other.name))

    def header(self, transcript_id: TranscriptId | None) -> Header | None:
        """Return the entry of a call, None where it is in the project no more."""
        return next((header for header in self._session.headers() if header.id == transcript_id), None)

    def remove(self, outcomes: Sequence[Outcome]) -> None:
        """Take imported calls out of the project again, in one undo step."""
        project = self._session.project
        ids = {outcome.transcript_id for outcome in outcomes}
        headers = [header for header in self._session.headers() if header.id in ids]
        if project is None or not headers:
            return

        def make() -> Change:
            removed = [transcripts.remove(project.read(header.id)) for header in headers]
            label = removed[0].label if len(removed) == 1 else msg("Remove {n} calls", n=len(removed))
            return Change.join(label, removed)

        self._session.apply(make, BIG if len(headers) > 1 else 0, self.changed.emit)
