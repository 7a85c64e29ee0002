"""Why a project was not opened: what happened, what is safe, and what can be done instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from annotator.core.errors import (
    Damaged,
    Hostile,
    InUse,
    IoFailure,
    NoSpace,
    NotAProject,
    ProjectError,
    ReadOnly,
    TooNew,
    Unsupported,
)
from annotator.core.i18n import Message, msg, tr
from annotator.gui.dialogs import Dialog
from annotator.gui.dialogs.restore import RestoreDialog
from annotator.gui.session import SUFFIX
from annotator.gui.widgets.labels import button, choose, label, shown_name
from annotator.gui.widgets.notice_bar import Offer
from annotator.project import Holder, Report, copy_project, holder_of, salvage

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

SAFE: dict[type[ProjectError], Message] = {
    NotAProject: msg("The file was only looked at."),
    TooNew: msg("The file was not altered. Update annotator, or ask for a copy that was made by this version."),
    Damaged: msg("The file was not altered. Backups are kept apart from it; what can still be read of it can be taken over too."),
    Hostile: msg("Nothing in the file was run, and it was not altered. Its texts can be taken over without the rest."),
    InUse: msg("Nothing was altered. What is done there is saved there."),
    ReadOnly: msg("Nothing was altered."),
    NoSpace: msg("The project is as it was."),
    IoFailure: msg("The project is as it was. If it is on a network or a removable drive, see that it is connected."),
    Unsupported: msg("The file was not altered."),
}
"""By the kind of an error, what has not been harmed."""


def offers(window: MainWindow, path: Path, error: ProjectError) -> list[Offer]:
    """Return what can be done about a project that was refused, the first of it being what most want."""
    session = window.session
    if error.way == "import":
        return [(tr("Import as a transcript"), partial(session.import_files, [path]))]
    if error.way == "restore":
        return [
            (tr("Restore a backup…"), partial(restore, window, path)),
            (tr("Salvage what can be read…"), partial(take_texts, window, path)),
        ]
    if error.way == "salvage":
        return [(tr("Take the texts into a new project…"), partial(take_texts, window, path))]
    if error.way == "read_only":
        found: list[Offer] = [(tr("Open for reading"), partial(session.offer, path, read_only=True))]
        found.append((tr("Open a copy…"), partial(open_copy, window, path)))
        holder = holder_of(path)
        if holder is None or not holder.here:
            found.append((tr("Open anyway…"), partial(force, window, path, holder)))
        return found
    if error.way == "copy":
        return [(tr("Open a copy…"), partial(open_copy, window, path))]
    if error.way in ("retry", "reload", "save_copy"):
        return [(tr("Try again"), partial(session.offer, path))]
    return []


def restore(window: MainWindow, path: Path) -> None:
    window.ask(RestoreDialog(window, path))


def take_texts(window: MainWindow, path: Path) -> None:
    """Make a new project of what can be read, and open it."""
    target = _ask_for(window, tr("New project for what can be read"), path, tr("salvaged"))
    if target is None:
        return

    def done(report: Report) -> None:
        window.session.offer(target)
        calls, turns = tr("{n} calls", n=len(report.calls)), tr("{n} turns", n=report.turns)
        if report.whole:
            text = tr("{calls} with {turns} were taken over, and their history: all that was there.", calls=calls, turns=turns)
        else:
            missing = len(report.missing) + sum(not call.intact for call in report.calls)
            text = tr("{calls} with {turns} were taken over.", calls=calls, turns=turns)
            if missing:
                text += " " + tr("Of {n} calls parts may be missing or be as they were imported: look them through.", n=missing)
            if not report.history:
                text += " " + tr("The history of changes could not be taken over.")
        text += " " + tr("{name} was left as it is.", name=shown_name(path.name))
        window.bars.show_error(text, key="salvaged", times=1, kind="info")

    window.session.in_background(msg("Reading what can be read"), partial(salvage, path, target), done)


def open_copy(window: MainWindow, path: Path) -> None:
    target = _ask_for(window, tr("Open a copy"), path, tr("copy"))
    if target is not None:
        opening = partial(window.session.offer, target)
        window.session.in_background(msg("Copying the project"), partial(copy_project, path, target), lambda _: opening())


def force(window: MainWindow, path: Path, holder: Holder | None) -> None:
    """Open a project that is noted as open elsewhere, if the user knows that it is not."""
    if holder is None:
        who = tr("Nobody can tell who has this project open, or whether somebody has.")
    else:
        who = tr("This project is noted as open on {host} by {user}.", host=holder.host or "?", user=holder.user or "?")
    text = tr("If it is open there still, what one of you changes will be lost. Open it only if you know that it is closed.")
    if choose(window, tr("Open anyway"), f"{who} {text}", tr("Do not open"), tr("It is closed there: open it")) == 0:
        window.session.offer(path, force=True)


def _ask_for(window: MainWindow, title: str, path: Path, word: str) -> Path | None:
    """Ask where a new project is to be, proposing a name that is free."""
    names = (f"{path.stem} ({word}{'' if n == 1 else f' {n}'}){SUFFIX}" for n in range(1, 1000))
    proposed = next(place for name in names if not (place := path.with_name(name)).exists())
    chosen, _ = QFileDialog.getSaveFileName(window, title, str(proposed), tr("Projects") + f" (*{SUFFIX})")
    if not chosen:
        return None
    target = Path(chosen)
    return target if target.suffix == SUFFIX else target.with_name(target.name + SUFFIX)


class RefusalDialog(Dialog):
    """One refusal, in plain text. What is chosen is done when the dialog is gone."""

    def __init__(self, window: MainWindow, path: Path, error: ProjectError):
        super().__init__(tr("Not opened"), window)
        self.chosen: Offer | None = None
        self.body.addWidget(label(tr("{name} was not opened", name=shown_name(path.name)), style="heading", wrap=True))
        told = label(str(error), wrap=True)
        told.setMinimumWidth(440)
        self.body.addWidget(told)
        safe = SAFE.get(type(error)) or next((text for kind, text in SAFE.items() if isinstance(error, kind)), None)
        if safe is not None:
            self.body.addWidget(label(str(safe), style="dim", wrap=True))
        self.body.addStretch(1)
        self._finish(offers(window, path, error))

    def _finish(self, found: Sequence[Offer]) -> None:
        close = button(tr("Close"), self.reject, primary=not found)
        self.offers = [button(offer[0], partial(self._choose, offer), primary=n == 0) for n, offer in enumerate(found)]
        if self.offers:
            self.finish(self.offers[0], *reversed(self.offers[1:]), aside=(close,))
        else:
            self.finish(close)
        (self.offers or [close])[0].setFocus()

    def _choose(self, offer: Offer) -> None:
        self.chosen = offer
        self.accept()


class Refusals(QObject):
    """Shows a dialog for a project that was refused; a message on the first page where it was to be opened at the start."""

    def __init__(self, window: MainWindow):
        super().__init__(window)
        self._window = window
        self._starting = True
        """Whether what is refused is still what was to be opened when the program started: nobody is in front of a dialog yet."""
        window.session.refused.connect(self._on_refused)
        window.session.project_changed.connect(self._on_started)
        QTimer.singleShot(0, self, self._on_idle)

    def _on_idle(self) -> None:
        self._starting = self._starting and self._window.session.busy

    def _on_started(self) -> None:
        self._starting = False

    def _on_refused(self, path: Path, error: ProjectError) -> None:
        window = self._window
        if self._starting:
            self._starting = False
            key = str(path)
            found = [(name, partial(self._do, key, run)) for name, run in offers(window, path, error)]
            window.bars.show_error(str(error), found, key=key)
        else:
            # Later: it may come from the midst of work whose end should not wait for an answer.
            QTimer.singleShot(0, self, partial(self._ask, path, error))

    def _do(self, key: str, run: Callable[[], object]) -> None:
        self._window.bars.drop(key)
        run()

    def _ask(self, path: Path, error: ProjectError) -> None:
        dialog = RefusalDialog(self._window, path, error)
        dialog.exec()
        chosen = dialog.chosen
        dialog.deleteLater()
        if chosen is not None:
            chosen[1]()
