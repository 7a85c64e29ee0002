"""The backups of a project, what each holds, and the way back to one of them."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFileDialog, QHeaderView, QTreeWidget, QTreeWidgetItem

from annotator.core.errors import ProjectError
from annotator.core.i18n import msg, tr
from annotator.gui.dialogs import Dialog
from annotator.gui.session import SUFFIX, Notice
from annotator.gui.tasks import Background
from annotator.gui.widgets.labels import button, choose, label, shown_name, tooltip
from annotator.project import Backup, Contents, Project, backups_of, contents_of, restore_backup

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

REASONS = {"daily": msg("daily"), "migration": msg("before a new version")}
WHEN, WHY, CALLS, TURNS, ENTRIES, CHANGED, COMPARED = range(7)
NUMBERS = (CALLS, TURNS, ENTRIES)
WHERE, BACKUP, CONTENTS = (Qt.ItemDataRole.UserRole + n for n in range(3))
MINUS = "\N{MINUS SIGN}"
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RestoreDialog(Dialog):
    """Shows the backups of the open project, or of another one. They are looked into one after the other, the newest first."""

    def __init__(self, window: MainWindow, path: Path | None = None):
        super().__init__(tr("Restore a backup"), window)
        self._window, self._session = window, window.session
        self._now: Contents | None = None
        self._background = Background(self)
        self.projects = QComboBox()
        self.projects.setAccessibleName(tr("Project"))
        self.projects.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        project = self._session.project
        known = [path] if path is not None else [] if project is None else [project.path]
        for place in dict.fromkeys([*known, *map(Path, self._session.settings.recent)]):
            self._add(place)
        self.body.addWidget(label(tr("Project"), style="dim"))
        self.body.addWidget(self.projects)
        self.state = label(style="dim", wrap=True)
        self.body.addWidget(self.state)
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Backups"))
        self.list.setProperty("ring", "true")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setStyleSheet("QTreeView::item { padding: 5px 4px; }")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        titles = (tr("Made"), tr("Why"), tr("Calls"), tr("Turns"), tr("Changes"), tr("Last change"), tr("Against now"))
        self.list.setHeaderLabels(titles)
        for column in NUMBERS:
            self.list.headerItem().setTextAlignment(column, RIGHT)
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.list.currentItemChanged.connect(self._show_choice)
        self.list.itemActivated.connect(lambda *_: self._on_restore())
        self.body.addWidget(self.list, 1)
        self.empty = label(style="dim", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(32)
        self.body.addWidget(self.empty, 1)
        self.other = button(tr("Another project…"), self._on_other)
        self.restore = button(tr("Restore"), self._on_restore, primary=True)
        self.shut = button(tr("Close"), self.reject)
        self.finish(self.restore, self.shut, aside=(self.other,))
        self.resize(940, 480)
        self.projects.currentIndexChanged.connect(self._fill)
        self._fill()
        self.list.setFocus()

    def done(self, result: int) -> None:
        self._background.stop()
        super().done(result)

    # ------------------------------------------------------------------ what is shown

    def _add(self, path: Path) -> None:
        name = shown_name(path.stem) + " — " + shown_name(str(path.parent))
        self.projects.addItem(name if path.exists() else tr("{name} (not there)", name=name), path)

    @property
    def path(self) -> Path | None:
        """The project whose backups are shown."""
        path: Path | None = self.projects.currentData()
        return path

    def _open_one(self) -> Project | None:
        """Return the open project if it is the one whose backups are shown."""
        project = self._session.project
        return project if project is not None and project.path == self.path else None

    def _fill(self) -> None:
        self._background.stop()
        self.list.clear()
        self._now = None
        path, project = self.path, self._open_one()
        known: tuple[Backup, ...] = ()
        if path is not None:
            known = backups_of(path) if project is None else project.backups()
        for backup in known:
            reason = REASONS.get(backup.reason)
            item = QTreeWidgetItem([_when(backup.at), backup.reason if reason is None else str(reason), *["…"] * 3, "", ""])
            item.setData(WHEN, BACKUP, backup)
            for column in NUMBERS:
                item.setTextAlignment(column, RIGHT)
            self.list.addTopLevelItem(item)
        self.list.setVisible(bool(known))
        self.empty.setVisible(not known)
        nothing = tr("There are no backups yet. One is made each day that a project is open, some seconds after it is opened.")
        self.empty.setText(nothing)
        self.state.setText("")
        if known and path is not None:
            work = partial(contents_of, path) if project is None else project.contents
            self._background.do(work, self._on_now_read, lambda _: None)
            for n, backup in enumerate(known):
                self._background.do(backup.read, partial(self._on_read, n), lambda _: None)
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._show_choice()

    def _on_now_read(self, now: Contents) -> None:
        path = self.path
        assert path is not None, "it was read"
        if not now.refusal:
            self._now = now
            text = tr("Now: {calls}, {turns}.", calls=tr("{n} calls", n=now.calls), turns=tr("{n} turns", n=now.turns))
        elif path.exists():
            text = tr("The project as it is now cannot be read.")
        else:
            text = tr("The project is not where it was; what is restored is put there.")
        self.state.setText(text)

    def _on_read(self, row: int, contents: Contents) -> None:
        item = self.list.topLevelItem(row)
        assert item is not None, "the list is as it was when this was asked for"
        item.setData(WHEN, CONTENTS, contents)
        if contents.refusal:
            for column in NUMBERS:
                item.setText(column, "–")
            item.setText(COMPARED, tr("damaged: cannot be restored"))
            item.setToolTip(COMPARED, tooltip(str(contents.refusal)))
        else:
            for column, number in zip(NUMBERS, (contents.calls, contents.turns, contents.entries), strict=True):
                item.setText(column, QLocale().toString(number))
            item.setText(CHANGED, "" if contents.changed is None else _when(contents.changed))
            item.setText(COMPARED, self._against(contents))
            item.setToolTip(COMPARED, tooltip(item.text(COMPARED)))
        self._show_choice()

    def _against(self, then: Contents) -> str:
        """Say what is more or less in a backup than now."""
        now = self._now
        if now is None:
            return ""
        calls, turns, entries = then.calls - now.calls, then.turns - now.turns, then.entries - now.entries
        counted = (
            (calls, tr("{n} calls", n=abs(calls))),
            (turns, tr("{n} turns", n=abs(turns))),
            (entries, tr("{n} changes", n=abs(entries))),
        )
        return ", ".join(f"{'+' if n > 0 else MINUS}{text}" for n, text in counted if n) or tr("as it is now")

    def _show_choice(self) -> None:
        item = self.list.currentItem()
        contents = None if item is None else item.data(WHEN, CONTENTS)
        self.restore.setEnabled(isinstance(contents, Contents) and contents.refusal is None)

    def _on_other(self) -> None:
        folder = str(Path.home() if self.path is None else self.path.parent)
        kinds = (tr("Projects") + f" (*{SUFFIX})", tr("All files") + " (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Backups of another project"), folder, ";;".join(kinds))
        if chosen:
            path = Path(chosen)
            if self.projects.findData(path) < 0:
                self._add(path)
            self.projects.setCurrentIndex(self.projects.findData(path))

    # ------------------------------------------------------------------ going back

    def _on_restore(self) -> None:
        item, path = self.list.currentItem(), self.path
        if item is None or path is None or not self.restore.isEnabled():
            return
        backup = item.data(WHEN, BACKUP)
        text = tr("{name} is put back to what it was on {when}.", name=shown_name(path.name), when=_when(backup.at))
        if path.exists():
            text += " " + tr("What it is now stays beside it, under another name.")
        if choose(self, tr("Restore a backup"), text, tr("Cancel"), tr("Restore")) != 0:
            return
        if self._open_one() is not None:
            self._session.close_project()
            if self._session.project is not None:
                return  # there is something that the user wants to stay with
        self.accept()
        work = partial(_restored, backup, path)
        self._session.in_background(msg("Restoring the backup"), work, partial(self._on_restored, self._window, backup, path))

    @staticmethod
    def _on_restored(window: MainWindow, backup: Backup, path: Path, came: Path | ProjectError | None) -> None:
        if isinstance(came, ProjectError):
            window.session.noticed.emit(Notice(str(came), "error"))
        window.session.offer(path)
        if isinstance(came, ProjectError):
            return
        text = tr("{name} is now what it was on {when}.", name=shown_name(path.name), when=_when(backup.at))
        if came is not None:
            text += " " + tr("What it was before is in {name}, in the same folder.", name=shown_name(came.name))
        window.bars.show_error(text, key="restored", times=1, kind="info")


def _restored(backup: Backup, path: Path) -> Path | ProjectError | None:
    """Put a backup in place; return where what was there is now, or why nothing was done."""
    try:
        return restore_backup(backup, path)
    except ProjectError as error:
        return error


def _when(at: datetime) -> str:
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(at.timestamp())), QLocale.FormatType.ShortFormat)
