"""What is being typed is kept in the project meanwhile, and offered again when the program has ended before it was stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.change import Change
from annotator.core.commands import turns
from annotator.core.errors import AnnotatorError, ProjectError
from annotator.core.i18n import msg
from annotator.core.model import Draft, Transcript, TranscriptId, Turn, TurnId
from annotator.core.text import clean
from annotator.gui.session import Notice, Session
from annotator.gui.tasks import Background
from annotator.gui.turns.editor import TurnEditor
from annotator.project import Project

AFTER_MS = 700
"""So long after the first key that is not yet in the file, all that is typed by then is written."""
AGAIN_MS = 4000
"""So long after a failure it is tried again."""

Place = tuple[TranscriptId, TurnId]


@dataclass(frozen=True)
class Left:
    """A draft that was not finished: in which call, the number of its turn, and its text now. None where they are gone."""

    draft: Draft
    call: str | None = None
    number: int | None = None
    now: str | None = None

    @property
    def place(self) -> Place:
        return self.draft.transcript_id, self.draft.turn_id

    @property
    def gone(self) -> bool:
        return self.now is None

    @property
    def contested(self) -> bool:
        """Whether the turn has got another text since the draft was begun."""
        return self.now is not None and self.now != self.draft.base


class Drafts(QObject):
    """Follows the open editor. One write is under way at most, on another thread; what is typed meanwhile is in the next one."""

    changed = Signal()
    """`left` differs."""

    def __init__(self, session: Session, parent: QObject | None = None):
        super().__init__(parent)
        self._session = session
        self.left: tuple[Left, ...] = ()
        """The drafts that were in the project when it was opened, until something has become of them."""
        self._editor: TurnEditor | None = None
        self._kept: dict[Place, str] = {}
        """What was written, or is being written, in this session and was not dropped."""
        self._writing = self._failing = False
        self._background = Background(self)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._write)
        session.project_changed.connect(self._on_project_changed)
        session.closing.connect(self._on_closing)
        session.changed.connect(self._on_changed)

    # ------------------------------------------------------------------ what is being typed

    def follow(self, editor: TurnEditor) -> None:
        """Keep what is typed into an editor from now on. One of a turn with a draft of before goes on with that."""
        self._editor = editor
        place = editor.turn.transcript_id, editor.turn.id
        left = next((left for left in self.left if left.place == place and not left.contested), None)
        if left is not None and editor.text == left.now:
            editor.fill(left.draft.text, editor.at)
            editor.document().setModified(True)
            self._kept[place] = left.draft.text
            self._leave_out([left])
            self._session.noticed.emit(Notice(str(msg("What was typed here before is back. Esc leaves the turn as it is."))))
        editor.textChanged.connect(self._on_typed)

    def _on_typed(self) -> None:
        if not self._timer.isActive():
            self._timer.start(AFTER_MS)

    def leave(self, drop: bool) -> None:
        """Follow the editor no longer; its draft is dropped, or stays where what was typed is needed still."""
        editor, self._editor = self._editor, None
        self._timer.stop()
        if editor is not None and drop:
            self._drop((editor.turn.transcript_id, editor.turn.id))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Write nothing while the text is being stored: what was on its way would come after that, and stay."""
        self._timer.stop()
        self._background.settle()
        try:
            yield
        finally:
            if self._editor is not None:
                self._timer.start(AFTER_MS)

    def _write(self) -> None:
        """Write what stands in the editor, unless it is in the file already."""
        editor, project = self._editor, self._session.project
        if editor is None or project is None or project.read_only or self._writing:
            return
        turn, text = editor.turn, editor.text
        place = turn.transcript_id, turn.id
        if text == turn.text:
            self._drop(place)
        elif self._kept.get(place) != text:
            before, self._kept[place] = self._kept.get(place), text
            self._writing = True
            work = partial(project.set_draft, *place, text, turn.text)
            self._background.do(work, self._on_written, partial(self._on_failed, place, before))

    def _on_written(self, _: object) -> None:
        self._writing = False
        if self._failing:
            self._failing = False
            self._mark(False)
        if self._editor is not None:
            self._on_typed()  # more may have come meanwhile

    def _on_failed(self, place: Place, before: str | None, error: AnnotatorError) -> None:
        """Say once that what is typed is not saved, and try again."""
        self._writing = False
        self._kept.pop(place, None)
        if before is not None:
            self._kept[place] = before
        if not self._failing:
            self._failing = True
            way = error.way if isinstance(error, ProjectError) else ""
            self._session.noticed.emit(Notice(str(error), "error", way, self._write))
        self._mark(True)
        self._timer.start(AGAIN_MS)

    def _mark(self, unsaved: bool) -> None:
        if self._session.unsaved != unsaved:
            self._session.unsaved = unsaved
            self._session.unsaved_changed.emit()

    def _drop(self, place: Place) -> None:
        project = self._session.project
        if self._kept.pop(place, None) is not None and project is not None and not project.read_only:
            self._forget(project, place)

    def _forget(self, project: Project, place: Place) -> None:
        """Drop a draft in the file; where that fails it is offered once more than it should be, which is no loss."""
        self._background.do(partial(project.drop_draft, *place), lambda _: None, lambda _: None)

    def _on_changed(self, change: Change) -> None:
        """Note whose drafts have gone with a change."""
        for step in change.steps:
            if isinstance(step.before, Turn) and not (isinstance(step.after, Turn) and step.after.text == step.before.text):
                self._kept.pop((step.before.transcript_id, step.before.id), None)
        if any(isinstance(step.entity, Turn) for step in change.steps):
            self._look_again()
        elif not change.steps and self.left and self._session.project is not None:
            # Words may have been redacted in the drafts too.
            self.left = ()
            self._session.guard(self._find, self._session.project)
            self.changed.emit()

    def _on_closing(self) -> None:
        self._timer.stop()
        self._background.settle()
        self._background.stop()

    # ------------------------------------------------------------------ what was left

    def _on_project_changed(self) -> None:
        project = self._session.project
        self._kept.clear()
        self._writing = self._failing = False
        self.left = ()
        if project is not None:
            self._session.guard(self._find, project)
        self.changed.emit()

    def _find(self, project: Project) -> None:
        drafts = project.drafts()
        if drafts:
            known = {header.id for header in project.transcripts()}
            wanted = {d.transcript_id for d in drafts if d.transcript_id in known and not project.loaded(d.transcript_id)}
            work = partial(_read, project.read, wanted)
            self._background.do(work, partial(self._take, project, drafts), lambda error: None)

    def _take(self, project: Project, drafts: Collection[Draft], transcripts: Collection[Transcript]) -> None:
        for transcript in transcripts:
            project.keep(transcript)
        self.left = tuple(self._left(project, draft) for draft in drafts)
        for left in self.left:
            if left.now is not None and clean(left.draft.text) == left.now and not project.read_only:
                self._forget(project, left.place)  # it was stored just when the program ended
        self.left = tuple(left for left in self.left if left.now is None or clean(left.draft.text) != left.now)
        self.changed.emit()

    @staticmethod
    def _left(project: Project, draft: Draft) -> Left:
        header = next((header for header in project.transcripts() if header.id == draft.transcript_id), None)
        if header is None:
            return Left(draft)
        transcript = project.transcript(header.id)
        if draft.turn_id not in transcript:
            return Left(draft, header.name)
        turn = transcript.turn(draft.turn_id)
        return Left(draft, header.name, transcript.position(turn.id) + 1, turn.text)

    def _look_again(self) -> None:
        """Follow what has become of the turns of drafts."""
        project = self._session.project
        if project is not None and self.left:
            found = tuple(self._left(project, left.draft) for left in self.left)
            if found != self.left:
                self.left = found
                self.changed.emit()

    def _leave_out(self, done: Collection[Left]) -> None:
        places = {left.place for left in done}
        self.left = tuple(left for left in self.left if left.place not in places)
        self.changed.emit()

    def restore(self, chosen: Collection[Left], done: Callable[[], object] | None = None) -> None:
        """Give turns the texts of drafts, as one undo step; one whose text is another than when it was begun, too."""
        session, project = self._session, self._session.project
        wanted = [left for left in chosen if not left.gone]
        if project is None or not wanted or not session.may_leave():
            return
        by_call: defaultdict[TranscriptId, list[Left]] = defaultdict(list)
        for left in wanted:
            by_call[left.draft.transcript_id].append(left)

        def make() -> Change:
            changes = []
            for transcript_id, drafts in by_call.items():
                transcript = project.transcript(transcript_id)
                changes += [turns.set_text(transcript, left.draft.turn_id, left.draft.text) for left in drafts]
            return Change.join(msg("Restore {n} drafts", n=len(wanted)), changes)

        def restored() -> None:
            self._leave_out(wanted)
            session.noticed.emit(Notice(str(msg("{n} drafts are restored. Undo takes that back.", n=len(wanted)))))
            if done is not None:
                done()

        session.apply(make, len(wanted), restored)

    def discard(self, chosen: Collection[Left]) -> None:
        """Drop drafts for good."""
        project = self._session.project
        if project is not None and not project.read_only:
            for left in chosen:
                self._forget(project, left.place)
        self._leave_out(chosen)


def _read(read: Callable[[TranscriptId], Transcript], wanted: Collection[TranscriptId]) -> list[Transcript]:
    return [read(transcript_id) for transcript_id in wanted]
