"""The File menu."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QInputDialog

from annotator.core.i18n import msg, tr
from annotator.formats import ENCODINGS, FORMATS
from annotator.gui.actions.base import Action, Menu, has_call, has_project
from annotator.gui.dialogs.dataset import DatasetDialog
from annotator.gui.dialogs.export import ExportDialog
from annotator.gui.dialogs.import_report import ImportReportDialog
from annotator.gui.dialogs.merge import MergeDialog
from annotator.gui.dialogs.save_copy import SaveCopyDialog
from annotator.gui.session import SUFFIX, documents

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


def _folder(window: MainWindow) -> str:
    project = window.session.project
    return str(project.path.parent if project is not None else Path.home())


def open_files(window: MainWindow) -> None:
    patterns = " ".join(dict.fromkeys(f"*{suffix}" for f in FORMATS if f.reader is not None for suffix in f.suffixes))
    kinds = (
        tr("Transcripts and projects") + f" ({patterns} *{SUFFIX})",
        tr("Projects") + f" (*{SUFFIX})",
        tr("All files") + " (*)",
    )
    chosen, _ = QFileDialog.getOpenFileNames(window, tr("Open"), _folder(window), ";;".join(kinds))
    if chosen:
        window.session.open_paths([Path(path) for path in chosen])


def open_folder(window: MainWindow) -> None:
    """Import what is in a folder; folders can also be dropped on the window."""
    chosen = QFileDialog.getExistingDirectory(window, tr("Import a folder"), _folder(window))
    if chosen:
        window.session.open_paths([Path(chosen)])


def open_in_encoding(window: MainWindow) -> None:
    """Open transcripts whose encoding is not found out rightly."""
    title = tr("Open in another encoding")
    encoding, given = QInputDialog.getItem(
        window, title, tr("Encoding of the files:"), [name.upper() for name in ENCODINGS], 0, False
    )
    if not given:
        return
    chosen, _ = QFileDialog.getOpenFileNames(window, title, _folder(window), tr("All files") + " (*)")
    if chosen:
        window.session.open_paths([Path(path) for path in chosen], encoding.lower())


def new_project(window: MainWindow) -> None:
    folder = documents() if window.session.project is None else window.session.project.path.parent
    chosen, _ = QFileDialog.getSaveFileName(window, tr("New project"), str(folder), tr("Projects") + f" (*{SUFFIX})")
    if chosen:
        path = Path(chosen)
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        window.session.guard(window.session.create_project, path)


def export(window: MainWindow) -> None:
    if window.table.commit_editor():
        window.ask(ExportDialog(window.session, window.theme, window))


def build_dataset(window: MainWindow) -> None:
    if window.table.commit_editor():
        window.ask(DatasetDialog(window.session, window.theme, window))


def save_copy(window: MainWindow) -> None:
    if window.table.commit_editor():
        window.ask(SaveCopyDialog(window.session, window))


def merge(window: MainWindow) -> None:
    """Make a new project of the open one and another one."""
    if not window.table.commit_editor():
        return
    kinds = tr("Projects") + f" (*{SUFFIX})"
    chosen, _ = QFileDialog.getOpenFileName(window, tr("Merge another project"), _folder(window), kinds)
    if chosen:
        window.ask(MergeDialog(window.session, Path(chosen), window))


def show_report(window: MainWindow) -> None:
    """Show how the call on screen was read; a call opened in an earlier session is read again for that."""
    session = window.session
    assert session.transcript is not None
    session.guard(session.ensure_report)
    report = session.reports.get(session.transcript.id)
    if report is not None:
        window.ask(ImportReportDialog(session, window.theme, session.transcript.header, report, window))


def has_imports(window: MainWindow) -> bool:
    return bool(window.session.imports.outcomes)


FILE = Menu(
    "file",
    msg("File"),
    (
        Action("open", msg("Open…"), open_files, ("Ctrl+O",), icon="open"),
        Action("open_folder", msg("Import a folder…"), open_folder),
        Action("open_in_encoding", msg("Open in another encoding…"), open_in_encoding),
        Menu("recent", msg("Open recent"), ()),
        Action("new_project", msg("New project…"), new_project, ("Ctrl+N",)),
        None,
        Action("export", msg("Export…"), export, ("Ctrl+E",), icon="export", enabled=has_call),
        Action("build_dataset", msg("Build training set…"), build_dataset, enabled=has_call),
        Action("save_copy", msg("Save a copy…"), save_copy, enabled=has_project),
        Action("merge", msg("Merge another project…"), merge, enabled=has_project),
        Action("report", msg("How this call was read…"), show_report, enabled=has_call),
        Action("imports", msg("Report of the last import…"), lambda w: w.show_imports(), enabled=has_imports),
        Action("restore_backup", msg("Restore a backup…"), lambda w: w.restore_backup()),
        None,
        Action("close_project", msg("Close project"), lambda w: w.session.close_project(), ("Ctrl+W",), enabled=has_project),
        Action("quit", msg("Quit"), lambda w: w.close(), ("Ctrl+Q",)),
    ),
)
