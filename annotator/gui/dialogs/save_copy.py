"""Save the project to another file: with all that is remembered of it, or as a copy to be shared."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QRadioButton, QWidget

from annotator.core.errors import ProjectError
from annotator.core.i18n import msg, tr
from annotator.gui.dialogs import Dialog
from annotator.gui.session import SUFFIX, Notice, Session
from annotator.gui.widgets.labels import button, label, shown_name
from annotator.project import Project


class SaveCopyDialog(Dialog):
    """Asks what the copy is to hold and where it goes; work goes on in the project that is open."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(tr("Save a copy"), parent)
        assert session.project is not None, "there is something to copy"
        self._session, self._project = session, session.project
        self.choices = QButtonGroup(self)
        size = QLocale().formattedDataSize(self._project.path.stat().st_size)
        ways = (
            (
                tr("With history"),
                tr("All of it, as it is: undo, drafts, settings and what was learned. The project takes {size} now.", size=size),
            ),
            (
                tr("To share: without history"),
                tr(
                    "The calls as they are and as they were imported. No history, drafts, settings, working hours, pseudonyms, "
                    "and nothing that was learned. It is smaller."
                ),
            ),
        )
        for n, (title, about) in enumerate(ways):
            choice = QRadioButton(title)
            self.choices.addButton(choice, n)
            self.body.addWidget(choice)
            told = label(about, style="dim", wrap=True)
            told.setIndent(24)
            choice.setAccessibleDescription(about)
            self.body.addWidget(told)
        self.choices.button(0).setChecked(True)
        self.body.addStretch(1)
        self.ok = button(tr("Save a copy…"), self._on_ok, primary=True)
        self.finish(self.ok, button(tr("Cancel"), self.reject))
        self.setMinimumWidth(460)
        self.ok.setFocus()

    @property
    def history(self) -> bool:
        """Whether the copy is to hold the history."""
        return self.choices.checkedId() == 0

    def _on_ok(self) -> None:
        self._session.guard(self._save)

    def _save(self) -> None:
        session, history = self._session, self.history
        path = ask_target(self, self._project, self._project.path.parent, tr("Save a copy"))
        if path is None:
            return

        def done() -> None:
            size = QLocale().formattedDataSize(path.stat().st_size)
            told = msg("Saved a copy of {size} as {name} in {folder}.", size=size, name=path.name, folder=str(path.parent))
            session.noticed.emit(Notice(str(told)))

        session.save_copy(path, done, history, replace=True)
        self.accept()


def ask_target(parent: QWidget, project: Project, folder: Path, title: str) -> Path | None:
    """Ask where a copy of the project goes, None where the user wants none; a file that is replaced, the system asks about.

    The project itself is refused.
    """
    proposed = folder / f"{project.path.stem} {date.today().isoformat()}{SUFFIX}"
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), tr("Projects") + f" (*{SUFFIX})")
    if not chosen:
        return None
    path = Path(chosen)
    path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
    if path.exists() and path.samefile(project.path):
        raise ProjectError(msg("{name} is the project itself. Give the copy another name.", name=shown_name(path.name)))
    return path
