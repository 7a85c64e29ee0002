"""What goes on around the open project unasked: the daily backup, the check of the file, following other programs."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError, Changed, Damaged, IoFailure
from annotator.core.i18n import msg, tr
from annotator.core.model import Damage
from annotator.gui import folders
from annotator.gui.session import Notice
from annotator.gui.tasks import Background
from annotator.gui.turns.view import Typed
from annotator.gui.widgets.labels import shown_name
from annotator.project import Drop, Holder, Project, Reread, back_up_daily, holder_of

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

START_MS = 4000
"""So long after a project is opened, when its call is checked, the rounds begin."""
FOLLOW_MS = 2000
REST_S = 0.01
"""So long the check of the file rests after each page of rows."""
LOOKS = 3
"""So often a file is looked at that seems to be damaged: one wrong answer of a disk is no damage."""
NOTICED = "noticed_folder"
WORDS = 80


class Keeping(QObject):
    """Tells only of what the user should know; nothing is ever restored or repaired by itself."""

    holder_changed = Signal()
    """Another program has the project open for writing, or does so no longer."""

    def __init__(self, window: MainWindow):
        super().__init__(window)
        self._window, self._session = window, window.session
        self.holder: Holder | None = None
        """Who has a project open for writing that can only be read here."""
        self._rounds, self._watch = Background(self), Background(self)
        self._looking = self._told = False
        self._start = QTimer(self, singleShot=True)
        self._start.timeout.connect(self._begin)
        self._follow = QTimer(self)
        self._follow.timeout.connect(self._look)
        self._session.project_changed.connect(self._on_project_changed)
        self._session.closing.connect(self._on_closing)

    def _on_project_changed(self) -> None:
        project = self._session.project
        self._looking, self._told, self.holder = False, False, None
        if project is not None:
            self._start.start(START_MS)
            self._follow.start(FOLLOW_MS)
            if project.read_only:
                self._look()

    def _on_closing(self) -> None:
        self._start.stop()
        self._follow.stop()
        self._rounds.stop()
        self._watch.stop()

    # ------------------------------------------------------------------ rounds

    def _begin(self) -> None:
        session, project = self._session, self._session.project
        if project is None:
            return
        if session.analysing or session.reading:
            self._start.start(START_MS)
            return
        if not project.read_only:
            self._rounds.do(partial(back_up_daily, project), self._on_backed_up, self._on_backup_failed)
            self._rounds.do(partial(_folder, project), partial(self._on_folder, project), _pass_over)
        self._rounds.do(partial(self._verify, project), self._on_verified, _pass_over)

    def _on_backed_up(self, drop: Drop | None) -> None:
        if drop is not None:
            text = tr(
                "The project holds {now} turns; when it was backed up before, it held {before}. All backups are kept.",
                now=drop.now,
                before=drop.before,
            )
            self._window.bars.show_error(text, [(tr("Compare and restore…"), self._window.restore_backup)], key="drop", times=1)

    def _on_backup_failed(self, error: AnnotatorError) -> None:
        text = tr("Today's backup could not be made; it is tried again when the project is opened next.")
        self._window.bars.show_error(f"{text} {error}", key="backup", times=1)

    def _verify(self, project: Project) -> set[Damage]:
        """Return what is no longer as it was written, and says so as often as it is looked at: a wrong answer may be just that."""
        found: set[Damage] | None = None
        for _ in range(LOOKS):
            now: set[Damage] = set()
            try:
                now = set(project.verify(self._rest))
            except (Damaged, IoFailure):
                now = {Damage(None, "file")}
            if self._rounds.stopped.is_set():
                return set()
            found = now if found is None else found & now
            if not found:
                break
        return found or set()

    def _rest(self) -> bool:
        return self._rounds.stopped.wait(REST_S)

    def _on_verified(self, damages: set[Damage]) -> None:
        if not damages:
            return
        names = {header.id: shown_name(header.name) for header in self._session.headers()}
        texts = []
        for damage in sorted(damages, key=lambda damage: (damage.transcript_id or 0, damage.part)):
            name = names.get(damage.transcript_id, "") if damage.transcript_id is not None else ""
            if damage.part == "source":
                texts.append(tr("The bytes that {name} was imported from are no longer as they were written.", name=name))
            elif damage.part == "call":
                texts.append(tr("What is kept of {name} is no longer as it was written.", name=name))
            elif damage.part == "shared":
                texts.append(tr("The topics or the history are no longer as they were written."))
            else:
                texts.append(tr("Parts of the project file cannot be read."))
        texts.append(tr("The disk may be failing. Nothing was altered; compare with a backup."))
        self._window.bars.show_error(
            " ".join(texts), [(tr("Restore a backup…"), self._window.restore_backup)], key="damage", times=1
        )

    def _on_folder(self, project: Project, found: folders.Shared) -> None:
        """Tell once for each project and place."""
        seen = "|".join([found.where, *found.copies])
        if found and project is self._session.project:
            with suppress(AnnotatorError):
                if project.setting(NOTICED) != seen:
                    project.set_setting(NOTICED, seen)
                    self._window.bars.show_error(found.text, key="folder", times=1, kind="info")

    # ------------------------------------------------------------------ other programs

    def _look(self) -> None:
        project = self._session.project
        if project is not None and not self._looking:
            self._looking = True
            self._watch.do(partial(_look_at, project), self._on_looked, self._on_look_failed)

    def _on_looked(self, holder: Holder | None) -> None:
        self._looking = False
        if holder != self.holder:
            self.holder = holder
            self.holder_changed.emit()

    def _on_look_failed(self, error: AnnotatorError) -> None:
        self._looking = False
        project = self._session.project
        if not isinstance(error, Changed) or project is None:
            return  # what cannot be read now is looked at again; who wants to change it is told then
        if project.read_only:
            self.reload()
        elif not self._told:
            self._told = True
            self._session.noticed.emit(Notice(str(error), "error", error.way))

    def why_read_only(self) -> str:
        """Say who has the project open for writing, where somebody has, or that it cannot be written."""
        if self.holder is None:
            return tr("read only: changes cannot be saved here")
        return tr("read only: open on {host} by {user}", host=self.holder.host or "?", user=self.holder.user or "?")

    def reload(self) -> None:
        """Read again what another program has changed. What is being typed stays in its editor."""
        project, transcript = self._session.project, self._session.transcript
        if project is not None:
            self._looking = True
            work = partial(project.reread, None if transcript is None else transcript.id)
            self._watch.do(work, partial(self._on_reread, project), self._on_reread_failed)

    def _on_reread(self, project: Project, reread: Reread) -> None:
        self._looking = self._told = False
        typed, before = self._window.table.typed, self._text_of(self._window.table.typed)
        self._session.follow(project, reread)
        after = self._text_of(typed)
        if typed is not None and after is not None and before != after:
            number = self._session.transcript.position(typed.turn_id) + 1  # type: ignore[union-attr]
            text = msg(
                "Turn {number} was changed by another program meanwhile, to “{text}”. What you typed is still in the editor.",
                number=number,
                text=after if len(after) <= WORDS else after[:WORDS] + "…",
            )
            self._session.noticed.emit(Notice(str(text), "error"))
        self._session.noticed.emit(Notice(str(msg("Another program has changed the project; this is how it is now."))))

    def _on_reread_failed(self, error: AnnotatorError) -> None:
        self._looking = False
        self._session.noticed.emit(Notice(str(error), "error", getattr(error, "way", ""), self.reload))

    def _text_of(self, typed: Typed | None) -> str | None:
        transcript = self._session.transcript
        if typed is None or transcript is None or transcript.id != typed.transcript_id or typed.turn_id not in transcript:
            return None
        return transcript.turn(typed.turn_id).text


def _look_at(project: Project) -> Holder | None:
    project.look()
    return holder_of(project.path) if project.read_only else None


def _folder(project: Project) -> folders.Shared:
    try:
        return folders.look(project.path)
    except OSError:  # it was only a hint
        return folders.Shared()


def _pass_over(_: AnnotatorError) -> None:
    """Leave it to the next time."""
