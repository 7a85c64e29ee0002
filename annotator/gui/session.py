"""The session: the open project, the call on screen, its findings, and where the reviewer is. The only bridge to Project."""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QEventLoop, QObject, QStandardPaths, QTimer, Signal

from annotator import formats, settings
from annotator.core import i18n
from annotator.core.change import Change
from annotator.core.commands import review, transcripts
from annotator.core.errors import AnnotatorError, CommandError, ProjectError
from annotator.core.finding import Finding
from annotator.core.i18n import Message, msg
from annotator.core.model import (
    Allowed,
    Decision,
    Entity,
    Header,
    Imported,
    Learned,
    Source,
    Topic,
    Transcript,
    TranscriptId,
    Turn,
    TurnId,
)
from annotator.detectors import DETECTORS, LEARNER, QUIET, WHOLE_CALL
from annotator.detectors.calibration import Calibration
from annotator.detectors.learning import Outcome
from annotator.detectors.worker import Reply
from annotator.formats.base import ImportReport
from annotator.gui.imports import Imports
from annotator.gui.tasks import Analyst, FileTask, Job, Jobs, LearnTask
from annotator.importing import Options
from annotator.paths import config, resources
from annotator.project import Project, Reread, Rewritten, Written

SUFFIX = ".annotator"
WORKS = ("project", "files", "check", "learning")
"""Work that may go on at the same time; of the first of these the user is told."""
BIG = 1000
"""Turns from which on reading or changing them would hold the window up; another thread does it."""
BIG_FILE, BIG_RECORD = 4_000_000, 20_000
"""Bytes of a project, and of the record of a change, of which the same is true."""
OF_A_TURN = 200
"""Characters of a turn that is long."""
SETTLED_MS = 300
LONG_S = 0.7
"""Seconds of a check from which on its progress is shown: a shorter one, as after an edit, is over before it could be read."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the user: `kind` is "info" (status bar, passes) or "error" (bar, stays until closed).

    `way` is what can be done about an error (see ProjectError), `again` does once more what failed.
    """

    text: str
    kind: str = "info"
    way: str = ""
    again: Callable[[], object] | None = None


class Seen(NamedTuple):
    """Of an open finding what is counted."""

    detector: str
    kind: str
    confidence: float


class Session(QObject):
    project_changed = Signal()
    """Another project is open, or none."""
    closing = Signal()
    """The project is about to be closed."""
    transcript_changed = Signal()
    """Another call is on screen, or none; or much of it is another."""
    changed = Signal(object)
    """A Change was applied (or undone, redone) and is on disk. A big one has no steps here: `transcript_changed` follows."""
    findings_changed = Signal()
    """The open findings, their filter or the active one differ."""
    finding_shown = Signal()
    """A finding was made the active one: bring it into view."""
    turn_changed = Signal()
    """The reviewer is at another turn."""
    counts_changed = Signal()
    """Numbers of open findings of calls in the list."""
    imported = Signal(object, object)
    """A Header and the ImportReport of a call that was added."""
    noticed = Signal(object)
    """A Notice."""
    progressed = Signal(str, int, int)
    """What long work is going on, done and total; total 0 when it is over."""
    learning_changed = Signal()
    """Learning goes on, has ended, or what was learned differs."""
    calibration_changed = Signal()
    """What decisions have taught about confidences was switched on, off, or reset."""
    preferences_changed = Signal()
    """Language, scheme or text size."""
    refused = Signal(object, object)
    """A path that was to be opened as a project, and the ProjectError that says why it was not."""
    found_open = Signal()
    """A project that is open already was to be opened once more."""
    unsaved_changed = Signal()
    """`unsaved` differs."""

    def __init__(self, language: str | None = None, parent: QObject | None = None):
        """`language` holds for this session, until another one is chosen, and is not kept."""
        super().__init__(parent)
        self._language = language
        self.settings = settings.load()
        self.unsaved = False
        """Whether what was to be written last has failed: it is not in the project. The next change that is, ends that."""
        self.may_leave: Callable[[], bool] = lambda: True
        """Asked before another call or project is shown, and before undo: what is being typed is to be stored first."""
        self.redact: Callable[[Sequence[Finding]], bool] = lambda _: False
        """Makes the words of findings of personal data unreadable for good; False when that has not begun."""
        self.project: Project | None = None
        self.transcript: Transcript | None = None
        self.turn_id: TurnId | None = None
        self.selected: tuple[TurnId, ...] = ()
        self._among: tuple[tuple[TurnId, ...], frozenset[TurnId]] = (), frozenset()
        self.findings: tuple[Finding, ...] = ()
        """The open findings that are likely enough to be shown, of all kinds, in queue order."""
        self.filter: dict[str, Any] = {}
        """What the table is narrowed to, in the terms of its filter bar; kept with the place."""
        self.finding: Finding | None = None
        self.queue: tuple[Finding, ...] = ()
        """Those of the kinds that are not left out: what is shown, counted and decided."""
        self.hidden_kinds = QUIET.difference(self.settings.shown_kinds).union(self.settings.hidden_kinds)
        self.analysing = False
        self.check_ended = True
        """Whether the check of the call on screen came to its end; it may have been cancelled, or have failed."""
        self.counts: dict[TranscriptId, list[Seen]] = {}
        """Per call that was checked its open findings, also those that are not likely enough to be shown."""
        self.calibration = Calibration.of(())
        """What the decisions in this project say of confidences. It follows them, but findings only when a call is opened."""
        self.calibrates = True
        """Whether confidences follow the calibration."""
        self._in_use = self.calibration
        self._decisions: dict[tuple[TranscriptId, str], Decision] = {}
        self._before_reset: frozenset[str] = frozenset()
        """Keys of findings whose decisions teach nothing any more."""
        self.reports: dict[TranscriptId, ImportReport] = {}
        self._found: list[Finding] = []
        self._found_while: dict[str, Finding] = {}
        self._open: list[Finding] = []
        """The open ones of these, in queue order, likely or not."""
        self._asked_at = 0.0
        self._found_from: float | None = None
        """What the check of the call on screen was asked for: see _asked."""
        self._request: tuple[int, TranscriptId] | None = None
        self._counting: tuple[int, TranscriptId, list[Seen]] | None = None
        self._outdated: set[TranscriptId] = set()
        """Calls that are to be counted again."""
        self._card_shown_at = time.monotonic()
        self._last_order: tuple[float, ...] = (0, 0, 0, 0)
        self._reopened: frozenset[str] = frozenset()
        """Keys of findings whose decisions an undo has taken back; the first that is found again becomes the active one."""
        self._file_task: FileTask | None = None
        self._writes, self._reads = Jobs(self), Jobs(self)
        self._writes.changed.connect(self._on_writes_changed)
        self._learn_task: LearnTask | None = None
        self._learns_for: Project | None = None
        self._progress: dict[str, tuple[str, int, int]] = {}
        self.imports = Imports(self)
        self.outcome: Outcome | None = None
        """What came of learning last, since the project was opened."""
        self.usable = True
        """Whether the detectors can use what was learned in this project."""
        self.analyst = Analyst(self)
        self.analyst.replied.connect(self._on_analyst_replied)
        self.analyst.stopped.connect(self._on_analyst_stopped)
        self._count_timer = QTimer(self, singleShot=True, interval=200)
        self._count_timer.timeout.connect(partial(self.guard, self._count_next))
        self._pick_timer = QTimer(self, singleShot=True, interval=100)
        self._pick_timer.timeout.connect(self._pick_findings)
        self._teach_timer = QTimer(self, singleShot=True, interval=500)
        self._teach_timer.timeout.connect(self._follow_decisions)
        # One decision changes the findings several times over; the window follows once.
        self._findings_timer = QTimer(self, singleShot=True, interval=0)
        self._findings_timer.timeout.connect(self.findings_changed)
        self._use_language()

    # ------------------------------------------------------------------ preferences

    def prefer(self, **values: Any) -> None:
        """Change settings (see settings.Settings), keep them, and tell the window."""
        self.settings = replace(self.settings, **values)
        self._language = None if "language" in values else self._language
        self.guard(settings.save, self.settings)
        self._use_language()
        self.preferences_changed.emit()

    def _use_language(self) -> None:
        language = self._language or settings.effective_language(self.settings)
        if language != i18n.language():
            settings.use_language(language)

    # ------------------------------------------------------------------ projects

    def guard(self, work: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """Do `work`; show an error that the user can act on as a notice and return False."""
        try:
            work(*args, **kwargs)
        except CommandError as error:
            self.noticed.emit(Notice(str(error)))
            return False
        except AnnotatorError as error:
            way = error.way if isinstance(error, ProjectError) else ""
            self.noticed.emit(Notice(str(error), "error", way, partial(self.guard, work, *args, **kwargs)))
            return False
        return True

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Hold what is done inside for not saved when it fails, whatever the reason, until the next change is saved."""
        try:
            yield
        except CommandError:
            raise  # there was nothing to be saved
        except BaseException:
            self._tell_unsaved(True)
            raise

    def _tell_unsaved(self, unsaved: bool) -> None:
        if unsaved != self.unsaved:
            self.unsaved = unsaved
            self.unsaved_changed.emit()

    def save_copy(self, target: Path, done: Callable[[], object], history: bool = True, replace: bool = False) -> None:
        """Write the project as it is on disk to another file, on another thread, then call `done`; see Project.save_copy."""
        project = self.project
        if project is not None and not self._wait():
            self._write(msg("Saving a copy"), lambda: project.save_copy(target, history, replace), lambda _: done())

    def open_paths(self, paths: Sequence[Path], encoding: str | None = None) -> None:
        """Open a project, or add transcripts to the open project (without one: to a project beside the first of them).

        Folders are looked through for transcripts. `encoding` of these None means that it is found out.
        """
        projects = [p for p in paths if p.suffix == SUFFIX]
        others = [p for p in paths if p.suffix != SUFFIX]
        if projects:
            self.offer(projects[-1])
        if others:
            self.import_files(others, encoding)

    def offer(self, path: Path, read_only: bool = False, force: bool = False) -> None:
        """Open a project; where it is refused, that is told with what can be done instead (see `refused`)."""
        try:
            self.open_project(path, read_only, force)
        except ProjectError as error:
            self.refused.emit(path, error)

    def open_project(self, path: Path, read_only: bool = False, force: bool = False) -> None:
        """Open a project in place of the one open now, at the call and turn where the reviewer stopped.

        See Project.open for `read_only` and `force`. A large one is opened, or refused, later.
        """
        if self.project is not None and path.exists() and path.samefile(self.project.path):
            self.found_open.emit()
            return
        if not self.may_leave():
            return
        work = partial(Project.open, path, read_only, force)
        if path.exists() and path.stat().st_size > BIG_FILE:
            refuse = partial(self.refused.emit, path)
            self._writes.start(Job(msg("Opening the project"), work, partial(self._settle, self._take_project), refuse))
        else:
            self._take_project(work())

    def create_project(self, path: Path) -> None:
        """Make a new project file and open it; raises ProjectError where there is a file already."""
        if self.may_leave():
            self._take_project(Project.create(path))

    def open_home_of(self, transcript: Path) -> None:
        """Open or create the project named after `transcript`: beside it, or in the user's documents if that cannot be written."""
        samples = resources() / "samples"
        folders = [transcript.absolute().parent, documents()]
        if transcript.absolute().parent == samples.absolute():
            folders = folders[1:]
        for n, folder in enumerate(folders):
            home = folder / f"{transcript.stem}{SUFFIX}"
            try:
                if home.exists():
                    self.offer(home)
                else:
                    folder.mkdir(parents=True, exist_ok=True)
                    self.create_project(home)
                return
            except (AnnotatorError, OSError):
                if n == len(folders) - 1:
                    raise

    def _take_project(self, project: Project) -> None:
        self.close_project()
        if self.project is not None:
            project.close()  # there is something that the user wants to stay with
            return
        self.project = project
        project.listeners.append(self._on_project_changed)
        self.settings = settings.remember_recent(self.settings, str(project.path))
        self.guard(settings.save, self.settings)
        self.guard(self._use_learned)
        self.guard(self._read_decisions)
        self.project_changed.emit()
        place = self.remembered("place")
        known = [header.id for header in project.transcripts()]
        shown = place.get("transcript") if place.get("transcript") in known else next(iter(known), None)
        turn_id, narrowed = place.get("turn"), place.get("filter")
        self.show_transcript(
            shown,
            turn_id if isinstance(turn_id, int) else None,
            finding=str(place.get("finding")),
            narrowed=narrowed if isinstance(narrowed, dict) else {},
        )
        self._count_timer.start()

    def close_project(self) -> None:
        """Close the project; there is nothing to save but what is being typed. Where the reviewer is, is remembered."""
        if self.project is None or not self.may_leave():
            return
        self.remember_place()
        if self._file_task is not None:
            self._file_task.cancel()
        self.cancel_learning()
        self._writes.wait()
        self._reads.wait()
        self._on_writes_changed()
        self.closing.emit()
        self.outcome = None
        self.analyst.use({})
        project, self.project = self.project, None
        self.counts.clear()
        self._decisions.clear()
        self._before_reset = frozenset()
        self._follow_decisions()
        self._outdated.clear()
        self.reports.clear()
        self._counting = None
        self.show_transcript(None)
        project.close()
        self._tell_unsaved(False)
        self.project_changed.emit()

    def remember_place(self) -> None:
        """Keep call, turn, filter and finding in the project, for the next time it is opened."""
        if self.project is not None and self.transcript is not None and not self.project.read_only and not self.busy:
            finding = None if self.finding is None else self.finding.key
            place = {"transcript": self.transcript.id, "turn": self.turn_id, "finding": finding, "filter": self.filter}
            with suppress(AnnotatorError):  # it is no work that would be lost
                if place != self.remembered("place"):
                    self.project.set_setting("place", json.dumps(place))

    def remembered(self, key: str) -> dict[str, Any]:
        """Return the JSON object that is kept under `key` in the project; empty when there is none, or something else."""
        assert self.project is not None
        try:
            kept = json.loads(self.project.setting(key) or "{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def close(self) -> None:
        """End all work: for the end of the program."""
        if self._file_task is not None:
            self._file_task.wait()
        self._writes.wait()
        self._reads.wait()
        if self._learn_task is not None:
            self._learn_task.wait()
        self.analyst.close()
        self.close_project()

    # ------------------------------------------------------------------ files in and out

    def import_files(self, paths: Sequence[Path], encoding: str | None = None) -> None:
        """Add transcripts to the project, one after the other; a call that the project has already is shown, not added again.

        Without a project one is opened or made for the first file that can be read. See gui.imports.
        """
        self.imports.start(paths, Options(encoding, layouts=self.settings.layouts))

    def _add(self, imported: Imported, report: ImportReport) -> None:
        project = self.project
        if project is None:
            return  # it could not be opened, which has been said
        for header in project.transcripts():
            if header.name == imported.name and project.source_data(header.id) == imported.data:
                self.show_transcript(header.id)
                self.noticed.emit(Notice(str(msg("{name} is in this project already; here it is.", name=header.name))))
                return
        transcript_id = project.new_transcript_id()

        def added() -> None:
            self.reports[transcript_id] = report
            self.show_transcript(transcript_id)
            self.imported.emit(project.transcript(transcript_id).header, report)

        self.apply(lambda: transcripts.add(imported, transcript_id), len(imported.turns), added)

    def reimport(self, encoding: str | None = None, format: str | None = None, columns: Mapping[str, int] | None = None) -> None:
        """Read the source of the call on screen again in another way, in place of what it is now. One undo step.

        What is not given stays as it was read; other columns are those of a table in the same format.
        """
        transcript = self.transcript
        if self.project is None or transcript is None:
            return
        project, source = self.project, transcript.source
        transcript_id = project.new_transcript_id()
        if encoding is None and format is None:
            format = source.format
        imported, report = formats.read(source.data, source.name, encoding or source.encoding, format, columns)

        def make() -> Change:
            read_as = imported.encoding.upper() if format is None else str(formats.by_name(format).title)
            label = msg("Read {name} as {encoding}", name=imported.name, encoding=read_as)
            return Change(label, transcripts.remove(transcript).steps + transcripts.add(imported, transcript_id).steps)

        def read() -> None:
            self.reports[transcript_id] = report
            self.show_transcript(transcript_id)
            self.imported.emit(project.transcript(transcript_id).header, report)

        self.apply(make, len(imported.turns), read)

    def ensure_report(self) -> None:
        """Have the import report of the call on screen: of a call that was opened in an earlier session it is made again."""
        transcript = self.transcript
        if transcript is not None and transcript.id not in self.reports:
            source = transcript.source
            self.reports[transcript.id] = formats.read(source.data, source.name, source.encoding, source.format)[1]

    def export(self, work: Callable[[Path], None], files: Sequence[Path]) -> None:
        """Write files in the background: `work(path)` for each of them; raises nothing, tells how each went."""

        def take(path: Path, _result: None) -> None:
            self.noticed.emit(Notice(str(msg("Exported {name} to {folder}", name=path.name, folder=str(path.parent)))))

        self.run_files(msg("Exporting"), files, work, take)

    def run_files(
        self,
        label: Message,
        items: Sequence[Any],
        work: Callable[[Any], Any],
        take: Callable[[Any, Any], None],
        fail: Callable[[Any, AnnotatorError], None] | None = None,
        then: Callable[[], object] | None = None,
    ) -> FileTask | None:
        """Do `work` to items in the background and `take` what comes of it; `then` go on, also after a cancel (see FileTask).

        What fails is told, unless `fail` takes it. None where something else is going on, which is told.
        """
        if not self.free_for_files():
            return None

        def tell(_item: Any, error: AnnotatorError) -> None:
            self.tell(error.message, error=True)

        task = self._file_task = FileTask(items, work, take, fail or tell, self)
        task.progressed.connect(lambda done, total: self._tell("files", label, done, total))
        task.finished.connect(partial(self._on_file_task_finished, then))
        self._tell("files", label, 0, len(items))
        task.start()
        return task

    def free_for_files(self) -> bool:
        """Tell whether files can be read or written now; where others are at work, the user is told."""
        if self._file_task is not None:
            self.tell(msg("Wait until the files at work are done, or cancel them."))
        return self._file_task is None

    def tell(self, message: Message, error: bool = False) -> None:
        """Tell the user something in passing, or what went wrong, which stays until it is closed."""
        self.noticed.emit(Notice(str(message), "error" if error else "info"))

    def _tell(self, work: str, label: Message | None = None, done: int = 0, total: int = 0) -> None:
        """Tell how far one of WORKS is; without a label it is over."""
        self._progress.pop(work, None)
        if label is not None:
            self._progress[work] = (str(label), done, total)
        self.progressed.emit(*next((self._progress[w] for w in WORKS if w in self._progress), ("", 0, 0)))

    def cancel(self) -> None:
        """Stop what the user is told of: files after the one at work, else the check of the call on screen, else learning."""
        if self._file_task is not None:
            self._file_task.cancel()
        elif "learning" in self._progress and "check" not in self._progress:
            self.cancel_learning()
        elif self.analysing:
            self.analyst.send(None)
            self._request = None
            self._end_check(ended=False)

    def _end_check(self, ended: bool = True) -> None:
        self.analysing, self.check_ended = False, ended
        self._tell("check")
        self._findings_timer.start()

    def _on_file_task_finished(self, then: Callable[[], object] | None) -> None:
        if self._file_task is not None:
            self._file_task.deleteLater()
        self._file_task = None
        self._tell("files")
        if then is not None:
            then()

    @property
    def working(self) -> bool:
        """Tell whether files are being read or written."""
        return self._file_task is not None

    # ------------------------------------------------------------------ learning

    @property
    def learning(self) -> bool:
        return self._learn_task is not None

    @property
    def learning_progress(self) -> tuple[int, int]:
        """How far learning is: done and total."""
        _, done, total = self._progress.get("learning", ("", 0, 1))
        return done, total

    @property
    def learned(self) -> Learned | None:
        """What was learned from this project, and is in use."""
        return None if self.project is None else self.project.learned(LEARNER)

    @property
    def finished(self) -> list[TranscriptId]:
        """The calls that there are to learn from."""
        return [header.id for header in self.headers() if header.done]

    def learn(self) -> None:
        """Learn from the finished calls in the background; what does better is kept and used. Raises ProjectError."""
        project = self.project
        if project is None or self._learn_task is not None:
            return
        task = LearnTask([project.transcript(transcript_id) for transcript_id in self.finished], self)
        self._learn_task, self._learns_for = task, project
        task.progressed.connect(self._on_learning)
        task.ended.connect(self._on_learned)
        task.start()
        self._on_learning(0, 1)
        self.learning_changed.emit()

    def cancel_learning(self) -> None:
        """Stop learning; nothing of it is kept."""
        if self._learn_task is not None:
            self._learn_task.cancel()

    def _on_learning(self, done: int, total: int) -> None:
        self._tell("learning", msg("Learning"), done, total)

    def _on_learned(self, outcome: Outcome | None) -> None:
        """Keep what was learned for the project that it was learned from, if that is open still."""
        task, self._learn_task = self._learn_task, None
        project, self._learns_for = self._learns_for, None
        assert task is not None, "it ends once"
        task.deleteLater()
        self._tell("learning")
        if project is not None and project is self.project:
            if outcome is not None:
                self._take_outcome(project, outcome)
            elif not task.cancelled:
                text = msg("Learning stopped unexpectedly. Nothing has changed; try again.")
                self.noticed.emit(Notice(str(text), "error"))
        self.learning_changed.emit()

    def _take_outcome(self, project: Project, outcome: Outcome) -> None:
        if outcome.data is not None:
            if not self.guard(project.learn, LEARNER, outcome.data, outcome.report()):
                return
            self._check_again()
        self.outcome = outcome
        self.noticed.emit(Notice(str(outcome.verdict)))

    def forget(self) -> None:
        """Check again as if nothing had ever been learned."""
        if self.project is not None and self.guard(self.project.forget, LEARNER):
            self.outcome = None
            self._check_again()
            self.learning_changed.emit()

    def _use_learned(self) -> None:
        learned, self.usable = self.learned, True
        self.analyst.use({} if learned is None else {learned.detector: learned.data})

    def _check_again(self) -> None:
        """Check the call on screen, and then the others, with what is learned now."""
        self.guard(self._use_learned)
        self._outdated = set(self.counts)
        self._analyse()

    # ------------------------------------------------------------------ what decisions teach

    def confidence(self, finding: Finding) -> float:
        """Return how likely a finding is right, in view of what was decided about its kind in this project."""
        return self._in_use.confidence(finding.detector, finding.kind, finding.confidence)

    def use_calibration(self, on: bool) -> None:
        """Let confidences follow what was decided, or not; from now on in this project."""
        self.calibrates = on
        self._keep_calibration()

    def reset_calibration(self) -> None:
        """Let what was decided so far teach nothing any more."""
        self._before_reset = frozenset(key for _, key in self._decisions)
        self._keep_calibration()

    def _keep_calibration(self) -> None:
        project = self.project
        if project is not None and not project.read_only:
            kept = json.dumps({"on": self.calibrates, "before_reset": sorted(self._before_reset)})
            self.when_idle(lambda: self.guard(project.set_setting, "calibration", kept))
        self._follow_decisions()
        self._use_calibration()
        if self.transcript is not None:
            self._pick_likely()
        self.calibration_changed.emit()

    def _read_decisions(self) -> None:
        assert self.project is not None
        kept = self.remembered("calibration")
        self.calibrates = kept.get("on") is not False
        before = kept.get("before_reset")
        self._before_reset = frozenset(map(str, before)) if isinstance(before, list) else frozenset()
        self._decisions = {(d.transcript_id, d.finding): d for d in self.project.decisions()}
        self._follow_decisions()

    def _remember_decisions(self, change: Change) -> None:
        for step in change.steps:
            if isinstance(step.entity, Decision):
                if isinstance(step.after, Decision):
                    self._decisions[step.after.transcript_id, step.after.finding] = step.after
                else:
                    self._decisions.pop((step.entity.transcript_id, step.entity.finding), None)
                self._teach_timer.start()

    def _follow_decisions(self) -> None:
        self._teach_timer.stop()
        teaching = (d for (_, key), d in self._decisions.items() if key not in self._before_reset)
        self.calibration = Calibration.of(teaching)
        self._findings_timer.start()

    def _use_calibration(self) -> None:
        """From here on, not in the middle of a call: findings that come and go while one decides would be no queue."""
        self._in_use = self.calibration if self.calibrates else Calibration.of(())

    # ------------------------------------------------------------------ the call on screen

    def show_transcript(
        self,
        transcript_id: TranscriptId | None,
        turn_id: TurnId | None = None,
        finding: str = "",
        narrowed: dict[str, Any] | None = None,
    ) -> None:
        """Show another call, at `turn_id` or at its first turn; None shows none.

        `finding` is the key of one to show once it is found, `narrowed` what the table is to be narrowed to (see `filter`).
        """
        self.guard(self._show_transcript, transcript_id, turn_id, finding, narrowed)

    def _show_transcript(
        self, transcript_id: TranscriptId | None, turn_id: TurnId | None, finding: str, narrowed: dict[str, Any] | None
    ) -> None:
        project = self.project
        if project is not None and transcript_id is not None and self._is_long(project, transcript_id):
            self._read(transcript_id, lambda: self.show_transcript(transcript_id, turn_id, finding, narrowed))
            return
        known = self.transcript is not None and any(header.id == self.transcript.id for header in self.headers())
        if known and not self.may_leave():
            return
        self.remember_place()
        if self.transcript is not None and self.analysing:
            self._outdated.add(self.transcript.id)  # what was found so far is not all that there is
        self.transcript = project.transcript(transcript_id) if project is not None and transcript_id is not None else None
        visible = self.transcript.visible if self.transcript is not None else ()
        first = visible[0].id if visible else None
        self.turn_id = turn_id if self.transcript is not None and turn_id is not None and turn_id in self.transcript else first
        self.selected = () if self.turn_id is None else (self.turn_id,)
        self._found, self._open, self.findings, self.queue, self.finding = [], [], (), (), None
        self._pick_timer.stop()
        self._use_calibration()
        self._last_order, self._reopened = (0, 0, 0, 0), frozenset({finding})
        self.filter = narrowed or {}
        self._request = None
        self._end_check()
        self.analysing = self.transcript is not None
        self.transcript_changed.emit()
        if self.transcript is not None:
            # The window paints first; detecting starts when it has. To send a long call to the detectors is work too.
            QTimer.singleShot(0 if len(self.transcript.turns) < BIG else SETTLED_MS, self._analyse)

    def headers(self) -> tuple[Header, ...]:
        return () if self.project is None else self.project.transcripts()

    def set_turn(self, turn_id: TurnId | None, selected: Sequence[TurnId] | None = None) -> None:
        """Go to a turn; `selected` are the turns that commands work on (by default that one)."""
        self._reopened = frozenset()
        chosen = tuple(selected) if selected is not None else (() if turn_id is None else (turn_id,))
        if (turn_id, chosen) != (self.turn_id, self.selected):
            self.turn_id, self.selected = turn_id, chosen
            self.turn_changed.emit()

    def is_selected(self, turn_id: TurnId) -> bool:
        """Tell whether commands work on the turn, however many are selected."""
        if self._among[0] is not self.selected:
            self._among = self.selected, frozenset(self.selected)
        return turn_id in self._among[1]

    @property
    def turn(self) -> Turn | None:
        if self.transcript is None or self.turn_id is None or self.turn_id not in self.transcript:
            return None
        return self.transcript.turn(self.turn_id)

    # ------------------------------------------------------------------ changes

    def do(self, command: Callable[..., Change], *args: Any, **kwargs: Any) -> bool:
        """Apply `command(transcript, ...)`; say so and return False when it cannot be done."""
        transcript = self.transcript
        if transcript is None:
            return False
        concerned = max((len(given) for given in (*args, *kwargs.values()) if isinstance(given, tuple | list)), default=0)
        return self.apply(lambda: command(transcript, *args, **kwargs), concerned)

    def do_all(self, *commands: Callable[[Transcript], Change]) -> bool:
        """Apply several commands, each to the result of the one before, as one undo step named after the last."""

        def joined(transcript: Transcript) -> Change:
            changes = []
            for command in commands:
                changes.append(command(transcript))
                transcript = transcript.apply(changes[-1])
            return Change.join(changes[-1].label, changes)

        return self.do(joined)

    def apply(self, make: Callable[[], Change], turns: int = 0, done: Callable[[], None] | None = None) -> bool:
        """Apply the change that `make` computes, then call `done`; say so and return False when it cannot be done.

        A big change is written on another thread, and True says that this has begun. `turns` is about how many turns there
        are to look at: with many of them, it is computed there too.
        """
        project = self.project
        if project is None or self._wait():
            return False
        if turns >= BIG:
            self._write_change(lambda: project.write(make()), lambda written: self._take(project, written, done))
            return True
        return self.guard(self._apply, project, make, done)

    def _apply(self, project: Project, make: Callable[[], Change], done: Callable[[], None] | None) -> None:
        with self.attempt():
            change = make()
            weight = _weight(change)
            if weight < BIG:
                written = project.write(change)
        if weight >= BIG:
            self.apply(lambda: change, weight, done)
        else:
            self._take(project, written, done)

    @staticmethod
    def _take(project: Project, written: Written, done: Callable[[], None] | None) -> None:
        project.take(written)
        if done is not None:
            done()

    def undo(self) -> None:
        project = self.project
        if project is not None and self.may_leave() and not self._wait():
            self._retrace(project, project.write_undo, project.undo_size)

    def redo(self) -> None:
        project = self.project
        if project is not None and self.may_leave() and not self._wait():
            self._retrace(project, project.write_redo, project.redo_size)

    def _retrace(self, project: Project, write: Callable[[], Written | None], size: int) -> None:
        """Undo or redo with `write`, on another thread where it is much to do, and go to what has changed."""

        def take(written: Written | None) -> None:
            self._go_to(None if written is None else project.take(written))

        def retrace() -> None:
            with self.attempt():
                written = write()
            take(written)

        if size > BIG_RECORD:
            self._write_change(write, take)
        else:
            self.guard(retrace)

    def rewrite(self, write: Callable[[], Rewritten], done: Callable[[], object]) -> bool:
        """Redact or purge with `write` on another thread, show what is left, then call `done`; False when that has not begun."""
        project = self.project
        if project is None or self._wait():
            return False
        self._write_change(write, lambda rewritten: self._renew(project, rewritten, done))
        return True

    def _renew(self, project: Project, rewritten: Rewritten, done: Callable[[], object]) -> None:
        project.renew(rewritten)
        shown, renewed = self.transcript, rewritten.transcript
        if renewed is not None:
            self.reports.pop(renewed.id, None)
            self._outdated.add(renewed.id)
            self.analyst.forget()
        if shown is not None and renewed is not None and shown.id == renewed.id:
            self.transcript = project.transcript(shown.id)
            # What is found in other words may quote these; it is found again.
            self._found = [finding for finding in self._found if finding.detector == "personal"]
            self._pick_findings()
        self.changed.emit(Change(rewritten.journal[-1].label, ()))
        if shown is not self.transcript:
            self.transcript_changed.emit()
            self._analyse()
        done()

    def follow(self, project: Project, reread: Reread) -> None:
        """Go on with what another program has made of the project, at the same place."""
        project.take_reread(reread)
        self.guard(self._read_decisions)
        self._outdated |= set(self.counts) - ({self.transcript.id} if self.transcript is not None else set())
        if self.transcript is None:
            self.show_transcript(next((header.id for header in self.headers()), None))

    def in_background(self, label: Message, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Do `work` with the project on another thread while it cannot be changed, then call `done` with what came of it."""
        if not self._wait():
            self._write(label, work, done)

    def beside(self, label: Message, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Do `work` that changes nothing on another thread, then call `done`, unless the project has been closed meanwhile."""
        project = self.project

        def take(result: Any) -> None:
            if project is self.project:
                done(result)

        self._reads.start(Job(label, work, take, self.fail))

    # ------------------------------------------------------------------ what takes long

    def _wait(self) -> bool:
        """Tell whether the user has to wait with changes, and say so."""
        if self.busy:
            self.noticed.emit(Notice(str(msg("Something is still being written to the project. Try again in a moment."))))
        return self.busy

    @property
    def busy(self) -> bool:
        """Tell whether something big is being written to the project; until it is, nothing else can be changed."""
        return self._writes.at_work is not None

    def wait_idle(self, most_ms: int) -> None:
        """Handle events until nothing is being written to the project, but no longer than that."""
        until = time.monotonic() + most_ms / 1000
        while self.busy and time.monotonic() < until:
            loop = QEventLoop()
            self._writes.changed.connect(loop.quit)
            QTimer.singleShot(most_ms, loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    @property
    def reading(self) -> bool:
        """Tell whether another thread reads or writes calls."""
        return self.busy or self.working or self._reads.at_work is not None

    def _write(self, label: Message, work: Callable[[], Any], take: Callable[[Any], object]) -> None:
        """Do `work` on another thread while the project cannot be changed; `take` what comes of it on this one."""
        again = partial(self._write, label, work, take)
        self._writes.start(Job(label, work, lambda result: self._settle(take, result), lambda error: self.fail(error, again)))

    def do_beside(self, job: Job) -> None:
        """Do a job on another thread while the project cannot be changed by others, after those that are at work."""
        self._writes.start(job)

    def _write_change(self, write: Callable[[], Any], take: Callable[[Any], object]) -> None:
        """Write a change on another thread, and take it over on this one."""

        def attempt() -> Any:
            with self.attempt():
                return write()

        self._write(msg("Changing the project"), attempt, take)

    def _settle(self, take: Callable[[Any], object], result: Any) -> None:
        self.guard(take, result)

    def fail(self, error: AnnotatorError, again: Callable[[], object] | None = None) -> None:
        if isinstance(error, CommandError):
            self.noticed.emit(Notice(str(error)))
        else:
            way = error.way if isinstance(error, ProjectError) else ""
            self.noticed.emit(Notice(str(error), "error", way, again))

    def when_idle(self, do: Callable[[], object]) -> None:
        """Do something now, or after what is being written."""
        if self.busy:
            self._write(msg("Changing the project"), lambda: None, lambda _: do())
        else:
            do()

    def _on_writes_changed(self) -> None:
        job = self._writes.at_work
        if job is None:
            self._tell("project")
            self._count_timer.start()
        else:
            self._tell("project", job.label, 0, 1)

    @staticmethod
    def _is_long(project: Project, transcript_id: TranscriptId) -> bool:
        """Tell whether a call is yet to be read from the file, and long."""
        return not project.loaded(transcript_id) and project.size(transcript_id) >= BIG

    def at_hand(self, transcript_id: TranscriptId) -> bool:
        """Tell whether a call can be had at once; a long one is read on another thread meanwhile, so ask again."""
        if self.project is None or not self._is_long(self.project, transcript_id):
            return True
        if self._reads.at_work is None:
            self._read(transcript_id, lambda: None)
        return False

    def _read(self, transcript_id: TranscriptId, then: Callable[[], None]) -> None:
        """Read a call on another thread, then go on; not when the project has been closed meanwhile."""
        project = self.project
        assert project is not None

        def take(transcript: Transcript) -> None:
            if project is self.project:
                project.keep(transcript)
                if project.loaded(transcript_id):
                    then()

        self._reads.start(Job(msg("Opening the call"), lambda: project.read(transcript_id), take, self.fail))

    def _go_to(self, change: Change | None) -> None:
        """Go to what an undo or redo has changed, also in another call."""
        if change is None:
            self.noticed.emit(Notice(str(msg("There is nothing more to undo or redo."))))
            return
        turns = [step.after for step in change.steps if isinstance(step.after, Turn) and not step.after.hidden]
        reopened = [step.before for step in change.steps if isinstance(step.before, Decision) and step.after is None]
        known = {header.id for header in self.headers()}
        touched = [turn.transcript_id for turn in turns] + [decision.transcript_id for decision in reopened]
        there = next((transcript_id for transcript_id in touched if transcript_id in known), None)
        if there is None:
            return
        first = min((t for t in turns if t.transcript_id == there), key=lambda t: t.rank, default=None)
        if self.transcript is None or self.transcript.id != there:
            self.show_transcript(there, None if first is None else first.id)
        elif first is not None:
            self.set_turn(first.id)
        self._reopened = frozenset(decision.finding for decision in reopened)
        self._show_reopened()

    def _show_reopened(self) -> None:
        finding = next((f for f in self.queue if f.key in self._reopened), None)
        if finding is not None:
            self.show_finding(finding)

    def _on_project_changed(self, change: Change) -> None:
        assert self.project is not None
        self._tell_unsaved(False)
        if self.transcript is not None:
            known = {header.id for header in self.project.transcripts()}
            if self.transcript.id not in known:
                self.changed.emit(change)
                self.show_transcript(next(iter(sorted(known)), None))
                return
            self.transcript = self.project.transcript(self.transcript.id)
            if self.turn_id is not None and self.turn_id not in self.transcript:
                self.turn_id = self._nearest(change)
                self.selected = () if self.turn_id is None else (self.turn_id,)
        # Turns are looked at one by one here only, and quickly: an import has a hundred thousand.
        others = Change(change.label, tuple(s for s in change.steps if not isinstance(s.after if s.after else s.before, Turn)))
        self._remember_decisions(others)
        self._count_again(others)
        if self.transcript is not None and all(s.entity.transcript_id not in (None, self.transcript.id) for s in change.steps):
            # Nothing on screen is another; a thousand calls may be on their way into the project.
            self.changed.emit(change if len(change.steps) < BIG else Change(change.label, ()))
            return
        if len(change.steps) < BIG:
            self._pick_findings(change)
            self.changed.emit(change)
            self._analyse(change)
        else:
            # To look through so many steps takes everybody longer than to look at what there is now.
            self._pick_findings()
            self.changed.emit(Change(change.label, ()))
            self.transcript_changed.emit()
            self._analyse()

    def _nearest(self, change: Change) -> TurnId | None:
        """Return a turn near one that is gone: the last visible one before it, else the first."""
        assert self.transcript is not None
        gone = next((s.before.rank for s in change.steps if isinstance(s.before, Turn) and s.before.id == self.turn_id), 0.0)
        before = [t.id for t in self.transcript.visible if t.rank <= gone]
        return before[-1] if before else next((t.id for t in self.transcript.visible), None)

    # ------------------------------------------------------------------ findings

    def _analyse(self, change: Change | None = None) -> None:
        if self.transcript is None:
            return
        if change is not None:
            # Other calls need no check here, and the worker does not know of them.
            steps = tuple(s for s in change.steps if s.entity.transcript_id in (None, self.transcript.id))
            if not steps:
                return
            change = Change(change.label, steps)
        self.analysing = True
        self._counting = None
        self._found_while = {}
        follow_up = change is not None and self._request is not None and self._request[1] == self.transcript.id
        work: Transcript | Change = self.transcript
        if follow_up and change is not None:
            work = change
        self._found_from, self._asked_at = self._asked, time.monotonic()
        self._request = (self.analyst.send(work, min_confidence=self._asked), self.transcript.id)
        self._findings_timer.start()

    def _on_analyst_replied(self, reply: Reply) -> None:
        if reply.unusable:
            text = msg(
                "What was learned in this project cannot be used by this version; calls are checked without it. Learn again."
            )
            self.usable = False
            self.noticed.emit(Notice(str(text), "error"))
            self.learning_changed.emit()
            return
        if self._counting is not None and reply.number == self._counting[0]:
            self._on_counted(reply)
        if self._request is None or reply.number != self._request[0] or self.transcript is None:
            return
        self._found_while.update((f.key, f) for f in reply.findings)
        if reply.done:
            self._found = list(self._found_while.values())
            self._outdated.discard(self.transcript.id)
            self._end_check()
            self._count_timer.start()
        elif reply.findings:
            # Until all is checked again, what was found before stays. Of a long call there are many replies.
            self._found += reply.findings
            if not self._pick_timer.isActive():
                self._pick_timer.start()
            return
        elif reply.progress is not None:
            if time.monotonic() - self._asked_at > LONG_S:
                self._tell("check", msg("Checking"), reply.progress.done, reply.progress.total)
            return
        self._pick_findings()
        self._show_reopened()
        self._reopened = frozenset()

    def _on_analyst_stopped(self) -> None:
        self._request, self._counting = None, None
        self._end_check(ended=False)
        self.noticed.emit(
            Notice(str(msg("The check stopped unexpectedly. Your work is saved; reopen the call to check it again.")), "error")
        )
        self._findings_timer.start()

    def _pick_findings(self, change: Change | None = None) -> None:
        """Keep the findings that still speak of words that stand there and that nobody has decided, in queue order.

        After `change` only those are looked at again that speak of its turns: a long call has thousands.
        """
        transcript = self.transcript
        if transcript is None:
            self._open, self.findings, self.queue, self.finding = [], (), (), None
            return
        self._pick_timer.stop()
        steps = change.steps if change is not None else ()
        touched = {step.entity.id for step in steps if isinstance(step.entity, Turn)}
        allowed = {step.after.text for step in steps if isinstance(step.after, Allowed)}
        if allowed:
            self._found = [f for f in self._found if f.detector != "duplicates" or f.phrase not in allowed]
        decided = transcript.decisions
        reopened = any(isinstance(step.before, Decision) and step.after is None for step in steps)
        if change is None or reopened or allowed:
            found = {f.key: f for f in self._found}.values()
            open_ones = [f for f in found if f.key not in decided and f.current(transcript)]
            self._open = sorted(open_ones, key=lambda f: self._order(transcript, f))
        else:
            self._open = [
                f for f in self._open if f.key not in decided and (touched.isdisjoint(f.turn_ids) or f.current(transcript))
            ]
        self._pick_likely()

    def _pick_likely(self) -> None:
        """Show those of the open findings that are likely enough."""
        transcript = self.transcript
        assert transcript is not None
        least = self._least(self._in_use)
        self.findings = tuple(f for f in self._open if f.confidence >= least[f.detector, f.kind])
        counted = [Seen(f.detector, f.kind, f.confidence) for f in self._open]
        if self.counts.get(transcript.id) != counted:
            self.counts[transcript.id] = counted
            self.counts_changed.emit()
        self._fill_queue()

    def _least(self, calibration: Calibration, least: float | None = None) -> dict[tuple[str, str], float]:
        """Return per detector and kind the confidence from which on findings are shown, before it is calibrated."""
        least = self.settings.least if least is None else least
        return {(d.name, kind): calibration.needed(d.name, kind, least or d.threshold) for d in DETECTORS for kind in d.kinds}

    def _order(self, transcript: Transcript, finding: Finding) -> tuple[float, ...]:
        return queue_order(transcript, finding, self.settings.worst_first)

    def order_queue(self, worst_first: bool) -> None:
        """Show findings about speakers by the number of words concerned, or by place; now and from the next start on."""
        self.prefer(worst_first=worst_first)
        if self.transcript is not None:
            transcript = self.transcript
            self._open.sort(key=lambda f: self._order(transcript, f))
            if self.finding is not None:
                self._last_order = self._order(transcript, self.finding)
            self._pick_likely()

    def _fill_queue(self) -> None:
        self.queue = tuple(f for f in self.findings if f.kind not in self.hidden_kinds)
        if self.finding is not None:
            self.finding = next((f for f in self.queue if f.key == self.finding.key), None)
        self._findings_timer.start()

    def filter_kinds(self, hidden: Collection[str]) -> None:
        """Leave findings of these kinds out, now and from the next start on."""
        self.hidden_kinds = frozenset(hidden)
        hidden_kinds, shown_kinds = sorted(self.hidden_kinds - QUIET), sorted(QUIET - self.hidden_kinds)
        self.settings = replace(self.settings, hidden_kinds=tuple(hidden_kinds), shown_kinds=tuple(shown_kinds))
        self.guard(settings.save, self.settings)
        self._fill_queue()
        self.counts_changed.emit()

    def ask_from(self, least: float) -> None:
        """Show findings from this confidence on (0: as each detector recommends), now and from the next start on."""
        self.settings = replace(self.settings, least=least)
        self.guard(settings.save, self.settings)
        if self.transcript is not None:
            self._pick_likely()
            if self._asked != self._found_from:
                self._outdated = set(self.counts)
                self._analyse()
        self.counts_changed.emit()

    @property
    def _asked(self) -> float | None:
        """The confidence from which on detectors are to find: their own threshold (None), unless some are to find more."""
        least = self.settings.least
        return least if 0 < least < max(detector.threshold for detector in DETECTORS) else None

    def count_from(self, least: float) -> tuple[int, int]:
        """Return how many findings of the kinds that are not left out would be shown from this confidence on, and of how many."""
        needed = self._least(self._in_use, least)
        open_ones = [f for f in self._open if f.kind not in self.hidden_kinds]
        return sum(f.confidence >= needed[f.detector, f.kind] for f in open_ones), len(open_ones)

    def show_finding(self, finding: Finding | None) -> None:
        """Make a finding the active one and go to its first turn."""
        self.finding, self._reopened = finding, frozenset()
        self._card_shown_at = time.monotonic()
        if finding is not None and self.transcript is not None:
            self._last_order = self._order(self.transcript, finding)
            self.set_turn(finding.spans[0].turn_id)
        self._findings_timer.start()
        self.finding_shown.emit()

    def expect_finding(self, key: str) -> None:
        """Make a finding the active one, now or as soon as it is found again; the reviewer may go elsewhere meanwhile."""
        self.show_finding(None)
        self._reopened = frozenset({key})
        self._show_reopened()

    def step_finding(self, step: int) -> None:
        """Go to the next (1) or previous (-1) finding of the queue; without an active one, to the nearest from this turn on."""
        queue, transcript = self.queue, self.transcript
        if not queue or transcript is None:
            text = msg("Still checking this call.") if self.analysing else msg("No open findings.")
            self.noticed.emit(Notice(str(text)))
            return
        if self.finding in queue:
            place = queue.index(self.finding) + step
            if not 0 <= place < len(queue):
                self.noticed.emit(
                    Notice(
                        str(msg("That was the last one; going round.") if step > 0 else msg("That was the first one; going round."))
                    )
                )
            self.show_finding(queue[place % len(queue)])
        else:
            # The active finding is gone, or there was none: go on from where it was.
            later = [f for f in queue if self._order(transcript, f) >= self._last_order]
            earlier = [f for f in queue if self._order(transcript, f) < self._last_order]
            self.show_finding((later or queue)[0] if step > 0 else (earlier or queue)[-1])

    @property
    def following(self) -> Finding | None:
        """The finding that comes after the active one."""
        place = self.queue.index(self.finding) + 1 if self.finding in self.queue else len(self.queue)
        return self.queue[place] if place < len(self.queue) else None

    def decide(self, command: Callable[..., Change], **options: Any) -> bool:
        """Decide the active finding with `command` (review.accept or review.dismiss) and go to the next one."""
        finding, queue = self.finding, self.queue
        if finding is None or finding not in queue:
            self.step_finding(1)
            return False
        if command is review.accept and finding.detector == "personal":
            return self.redact((finding,))
        place = queue.index(finding)
        seconds = round(time.monotonic() - self._card_shown_at, 1)
        if not self.do(command, finding, seconds=seconds, **options):
            return False
        left = self.queue
        keys = {f.key for f in left}
        following = next((f for f in queue[place + 1 :] if f.key in keys), None) or (left[0] if left else None)
        self.show_finding(following)
        if following is None and not self.analysing:
            self.noticed.emit(Notice(str(msg("All findings of this call are decided."))))
        return True

    def accept_all(self, findings: Collection[Finding]) -> bool:
        """Accept these findings as one undo step."""
        transcript = self.transcript
        if transcript is None:
            return False
        if any(finding.detector == "personal" for finding in findings):
            return self.redact(tuple(findings))
        # Each is accepted in what the one before has left, so all turns are looked at again and again.
        return self.apply(lambda: review.accept_all(transcript, findings), len(findings) * len(transcript.turns) // 10)

    # ------------------------------------------------------------------ findings of the calls in the list

    def open_findings(self, transcript_id: TranscriptId) -> int | None:
        """Return how many findings of a call are open, of the kinds that are not left out; None while it is not checked."""
        counted = self.open_counts(transcript_id)
        return None if counted is None else sum(n for (_, kind), n in counted.items() if kind not in self.hidden_kinds)

    def open_counts(self, transcript_id: TranscriptId) -> Counter[tuple[str, str]] | None:
        """Return how many findings of a call are open, by detector and kind, quiet ones too; None while it is not checked."""
        seen = self.counts.get(transcript_id)
        if seen is None:
            return None
        least = self._least(self._in_use)
        return Counter((s.detector, s.kind) for s in seen if s.confidence >= least[s.detector, s.kind])

    def _count_again(self, change: Change) -> None:
        """Have the other calls counted again after a change to what may be repeated, tells a side or a topic, in all of them."""
        shared = [step for step in change.steps if step.entity.transcript_id is None]
        if any(not isinstance(step.entity, Topic) or _keywords(step.before) != _keywords(step.after) for step in shared):
            self._outdated = set(self.counts)

    def _count_next(self) -> None:
        """Count the findings of one more call of the project that nobody has looked at, while the worker has nothing to do."""
        if self.project is None or self.analysing or self.busy or self._counting is not None:
            return
        header = next((h for h in self.headers() if h.id not in self.counts or h.id in self._outdated), None)
        if header is not None and self._is_long(self.project, header.id):
            if self._reads.at_work is None:
                self._read(header.id, self._count_timer.start)
        elif header is not None:
            # One after the other of a thousand calls: none stays in memory for it.
            there = self.project.loaded(header.id)
            transcript = self.project.transcript(header.id) if there else self.project.read(header.id)
            number = self.analyst.send(transcript, keep=False, min_confidence=self._asked)
            self._counting = (number, header.id, [])

    def _on_counted(self, reply: Reply) -> None:
        assert self._counting is not None
        _, transcript_id, so_far = self._counting
        if self.project is None or transcript_id not in {header.id for header in self.headers()}:
            self._counting = None  # its import was undone meanwhile
            return
        decided = self._decisions
        so_far += [Seen(f.detector, f.kind, f.confidence) for f in reply.findings if (transcript_id, f.key) not in decided]
        if reply.done:
            self.counts[transcript_id] = so_far
            self._outdated.discard(transcript_id)
            self._counting = None
            self.counts_changed.emit()
            self._count_timer.start()


def queue_order(transcript: Transcript, finding: Finding, worst_first: bool = True) -> tuple[float, ...]:
    """Sort findings in passes of falling leverage (whole call, duplicates, speakers), within a pass by place.

    With `worst_first`, those come first within a pass whose turns are expected to have most words of the wrong speaker.
    """
    detector = next(n for n, d in enumerate(DETECTORS, 1) if d.name == finding.detector)
    first = finding.spans[0]
    weight = round(finding.expected_words) if worst_first else 0
    return 0 if finding.kind in WHOLE_CALL else detector, -weight, transcript.position(first.turn_id), first.start


def _weight(change: Change) -> int:
    """Return how many turns take as long to write: one may be as long as a call, and so may the bytes that were imported."""
    if len(change.steps) >= BIG:
        return len(change.steps)
    entities = [entity for step in change.steps for entity in (step.before, step.after)]
    texts = sum(len(entity.text) for entity in entities if isinstance(entity, Turn))
    data = sum(len(entity.data) for entity in entities if isinstance(entity, Source))
    return max(len(change.steps), (texts + data) // OF_A_TURN)


def _keywords(entity: Entity | None) -> tuple[str, ...]:
    return entity.keywords if isinstance(entity, Topic) else ()


def kind_title(finding: Finding) -> str:
    """Return the name of a finding's kind."""
    detector = next(d for d in DETECTORS if d.name == finding.detector)
    return str(detector.kinds[finding.kind])


def documents() -> Path:
    """Return the folder for projects that cannot stand beside their transcripts; follows ANNOTATOR_CONFIG_DIR in tests."""
    if "ANNOTATOR_CONFIG_DIR" in os.environ:
        return config() / "projects"
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)) / "annotator"
