"""The main window: it puts the parts together and has no behaviour of its own beyond that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDockWidget,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core import i18n
from annotator.core.i18n import Message, msg, tr
from annotator.core.model import Header, TranscriptId
from annotator.formats.base import ImportReport
from annotator.gui import keymap, window_state
from annotator.gui.actions import MENUS
from annotator.gui.actions.base import Action, Menu
from annotator.gui.actions.file import open_files, show_report
from annotator.gui.actions.review import call_done
from annotator.gui.actions.view import zoom
from annotator.gui.activity import Activity
from annotator.gui.dialogs import drafts
from annotator.gui.dialogs.import_many import ImportManyDialog, answer
from annotator.gui.dialogs.import_report import ImportBar
from annotator.gui.dialogs.refusal import Refusals
from annotator.gui.dialogs.restore import RestoreDialog
from annotator.gui.dialogs.save_copy import ask_target
from annotator.gui.dock_sizes import DockSizes
from annotator.gui.docks import DOCKS, Dock
from annotator.gui.docks.finding import FindingDock
from annotator.gui.keeping import Keeping
from annotator.gui.keys import CyrillicShortcuts
from annotator.gui.redaction import Redactor
from annotator.gui.session import Notice, Session, documents
from annotator.gui.theme import Theme, app_icon
from annotator.gui.turns import context_menu
from annotator.gui.turns.filter_bar import FilterBar
from annotator.gui.turns.overview import Overview
from annotator.gui.turns.topic_strip import TopicStrip
from annotator.gui.turns.view import TurnsView, Typed
from annotator.gui.widgets.labels import button, choose, label, shown_name, style, visible
from annotator.gui.widgets.notice_bar import NoticeBars
from annotator.gui.widgets.welcome import WelcomePage

NOTICE_MS = 8000
PATIENCE_MS = 400
"""So long the end of the program, asked for by the system, waits for what is being written."""
TABLE_WIDTH = 632
"""In a narrow window the panels give way: table and filter bar need this much, while searching too."""


class MainWindow(QMainWindow):
    menus = MENUS
    session: Session
    theme: Theme
    table: TurnsView
    filters: FilterBar
    redactor: Redactor

    def __init__(self, session: Session, theme: Theme):
        super().__init__()
        self.session, self.theme = session, theme
        self.armed_done: TranscriptId | None = None
        """The call that F12 was pressed on once although findings were open."""
        self._elsewhere: tuple[Path, Typed] | None = None
        """A copy of the project that is being opened, and what is to be stored there."""
        self._ending = False
        self.setObjectName("main")
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks)
        self.table = TurnsView(session, theme)
        self.filters = FilterBar(session, theme, self.table)
        self.bars = NoticeBars(theme)
        self._import_bar: ImportBar | None = None
        self._imports: ImportManyDialog | None = None
        self._pages = QStackedWidget()
        self.welcome = WelcomePage(session, theme, partial(open_files, self), self._open_sample)
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self._call_page())
        centre = QWidget()
        rows = QVBoxLayout(centre)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bars)
        rows.addWidget(self._pages, 1)
        self.setCentralWidget(centre)
        self.docks: dict[str, QDockWidget] = {}
        for row in DOCKS:
            self.docks[row.name] = self._add_dock(row)
        self._dock_sizes = DockSizes(self, list(self.docks.values()), self.docks["calls"])
        self.actions_by_name: dict[str, QAction] = {}
        self._action_rows: dict[str, Action] = {}
        self._menus: dict[str, QMenu] = {}
        for menu in MENUS:
            self._add_menu(menu, self.menuBar().addMenu(""))
        self._menus["recent"].aboutToShow.connect(self._fill_recent)
        for name, dock in self.docks.items():
            self._menus["panels"].addAction(dock.toggleViewAction())
            dock.setObjectName(name)
        self._add_status_bar()
        self._shortcuts = CyrillicShortcuts(self, self.actions_by_name)
        QApplication.instance().installEventFilter(self._shortcuts)  # type: ignore[union-attr]
        self._activity = Activity(session, self)
        self.redactor = Redactor(self)
        for signal in (
            session.project_changed,
            session.transcript_changed,
            session.changed,
            session.findings_changed,
            session.turn_changed,
        ):
            signal.connect(self._schedule_refresh)
        session.transcript_changed.connect(self._on_transcript_changed)
        session.project_changed.connect(self._on_project_changed)
        session.noticed.connect(self._on_noticed)
        session.imported.connect(self._on_imported)
        session.imports.ended.connect(lambda worth_a_report: self.show_imports() if worth_a_report else None)
        session.imports.asked.connect(lambda outcome: answer(session, self.theme, [outcome], self))
        session.progressed.connect(self._on_progressed)
        session.preferences_changed.connect(self._on_preferences_changed)
        session.unsaved_changed.connect(self._on_unsaved_changed)
        session.transcript_changed.connect(self._store_elsewhere, Qt.ConnectionType.QueuedConnection)
        session.changed.connect(self.bars.settle)
        session.may_leave = self.settle_editor
        self.table.drafts.changed.connect(partial(drafts.tell, self))
        self.keeping, self._refusals = Keeping(self), Refusals(self)
        self.keeping.holder_changed.connect(self._schedule_refresh)
        session.found_open.connect(self._on_found_open)
        theme.changed.connect(self._recolour)
        self.table.mode_changed.connect(self._show_mode)
        self.table.zoomed.connect(partial(zoom, self))
        finding_dock = self.docks["finding"].widget()
        assert isinstance(finding_dock, FindingDock)
        finding_dock.done_asked.connect(partial(call_done, self))
        self.table.turns_model.filter_changed.connect(self._schedule_refresh)
        context_menu.attach(self)
        self._refresh_timer = QTimer(self, singleShot=True, interval=0)
        self._refresh_timer.timeout.connect(self.refresh)
        theme.choose(session.settings.theme)
        window_state.restore(self, self._dock_sizes)
        self._arrangement = self.saveState()
        """Which panels are where while a call is on screen; the first page has none."""
        self._arranged = True
        self._on_preferences_changed()
        self._on_transcript_changed()

    # ------------------------------------------------------------------ parts

    def _call_page(self) -> QWidget:
        page = QWidget()
        page.setMinimumWidth(TABLE_WIDTH)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._import_place = QVBoxLayout()
        rows.addLayout(self._import_place)
        rows.addWidget(self.filters)
        self._mode_line = QWidget()
        self._mode_line.setFixedHeight(2)
        rows.addWidget(self._mode_line)
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self.table, 1)
        columns.addWidget(TopicStrip(self.session, self.theme, self.table))
        columns.addWidget(Overview(self.session, self.theme, self.table.turns_model))
        rows.addLayout(columns, 1)
        return page

    def _add_dock(self, dock: Dock) -> QDockWidget:
        made = QDockWidget(self)
        made.setObjectName(dock.name)
        made.setWidget(dock.make(self.session, self.theme))
        made.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable | QDockWidget.DockWidgetFeature.DockWidgetMovable)
        self.addDockWidget(dock.area, made)
        if dock.behind:
            self.tabifyDockWidget(self.docks[dock.behind], made)
            made.hide()
            # Opened by the user, it comes to the front of its tabs.
            made.toggleViewAction().triggered.connect(lambda shown: made.raise_() if shown else None)
        return made

    def _add_menu(self, menu: Menu, made: QMenu) -> None:
        self._menus[menu.name] = made
        made.setToolTipsVisible(True)
        for item in menu.items:
            if item is None:
                made.addSeparator()
            elif isinstance(item, Menu):
                self._add_menu(item, made.addMenu(""))
            else:
                made.addAction(self._make_action(item))

    def _make_action(self, row: Action) -> QAction:
        action = QAction(self)
        action.setObjectName(row.name)
        action.setCheckable(row.checked is not None)
        action.triggered.connect(lambda: row.run(self))
        if row.name in ("quit", "about"):
            action.setMenuRole(QAction.MenuRole.QuitRole if row.name == "quit" else QAction.MenuRole.AboutRole)
        else:
            action.setMenuRole(QAction.MenuRole.NoRole)
        if row.in_table:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.table.addAction(action)
        else:
            self.addAction(action)
        self.actions_by_name[row.name] = action
        self._action_rows[row.name] = row
        return action

    def _add_status_bar(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(8, 0, 8, 0)
        self._mode = label(style="strong")
        self._saved, self._hint = label(style="dim"), label(style="dim")
        self._working = label(style="dim")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(140)
        self._cancel: QPushButton = button("", self.session.cancel)
        bar.addWidget(self._mode)
        bar.addWidget(self._saved)
        bar.addWidget(self._hint)
        for widget in (self._working, self._progress, self._cancel, self.filters.progress):
            bar.addPermanentWidget(widget)
        self._on_progressed("", 0, 0)

    # ------------------------------------------------------------------ texts and state

    def _on_preferences_changed(self) -> None:
        if self.session.settings.theme != self.theme.choice:
            self.theme.choose(self.session.settings.theme)
        QLocale.setDefault(QLocale("ru_RU" if i18n.language() == "ru" else "en_GB"))
        for menu in MENUS:
            self._title_menu(menu)
        for dock in DOCKS:
            self.docks[dock.name].setWindowTitle(str(dock.title))
        keys = keymap.of(self.session)
        for name, row in self._action_rows.items():
            self.actions_by_name[name].setText(str(row.text))
            shortcuts = [QKeySequence(k) for k in keys.keys(name)]
            if shortcuts != self.actions_by_name[name].shortcuts():
                self.actions_by_name[name].setShortcuts(shortcuts)
        self.table.setAccessibleName(tr("Turns"))
        self._cancel.setText(tr("Cancel"))
        self._recolour()
        self._show_mode()
        self.refresh()

    def _title_menu(self, menu: Menu) -> None:
        self._menus[menu.name].setTitle(str(menu.text))
        for item in menu.items:
            if isinstance(item, Menu):
                self._title_menu(item)

    def _recolour(self) -> None:
        for name, row in self._action_rows.items():
            if row.icon:
                self.actions_by_name[name].setIcon(self.theme.icon(row.icon))

    def _schedule_refresh(self) -> None:
        self._refresh_timer.start()

    def refresh(self) -> None:
        """Bring titles, menus and the status bar up to date."""
        session, project = self.session, self.session.project
        name = project.path.stem if project is not None else ""
        name = tr("{name} (read only)", name=name) if project is not None and project.read_only else name
        call = session.transcript.header.name if session.transcript is not None else ""
        self.setWindowTitle(" — ".join(shown_name(part) for part in (call, name, "annotator") if part))
        for action_name, row in self._action_rows.items():
            action = self.actions_by_name[action_name]
            if row.enabled is not None:
                action.setEnabled(row.enabled(self))
            if row.checked is not None:
                action.setChecked(row.checked(self))
        self._name_digits()
        undo, redo = (project.undo_label, project.redo_label) if project is not None else (None, None)
        self.actions_by_name["undo"].setText(tr("Undo: {what}", what=_literal(str(undo))) if undo is not None else tr("Undo"))
        self.actions_by_name["redo"].setText(tr("Redo: {what}", what=_literal(str(redo))) if redo is not None else tr("Redo"))
        saved = project.saved_at if project is not None else None
        if project is not None and project.read_only:
            self._saved.setText(self.keeping.why_read_only())
        elif session.unsaved:
            self._saved.setText("●  " + tr("not saved"))
        else:
            self._saved.setText(tr("saved {time}", time=saved.astimezone().strftime("%H:%M:%S")) if saved is not None else "")
        style(self._saved, "alarm" if session.unsaved else "dim")
        self._hint.setText("·  " + tr("undo: {what}", what=str(undo)) if undo is not None else "")

    def _name_digits(self) -> None:
        """Call the digits in the menus by the speakers and topics they stand for, and show no more of them than there are."""
        transcript = self.session.transcript
        speakers = transcript.speakers if transcript is not None else ()
        by_key = {t.hotkey: t.name for t in transcript.topics} if transcript is not None else {}
        for digit in range(1, 10):
            speaker, topic = self.actions_by_name[f"speaker_{digit}"], self.actions_by_name[f"topic_{digit}"]
            speaker.setVisible(digit <= max(2, len(speakers)))
            topic.setVisible(digit in by_key or digit == 1)
            named = speakers[digit - 1].label if digit <= len(speakers) else str(self._action_rows[speaker.objectName()].text)
            speaker.setText(_literal(named))
            topic.setText(_literal(by_key.get(digit) or str(self._action_rows[topic.objectName()].text)))

    def _show_mode(self) -> None:
        editing, tokens = self.table.editor is not None, self.theme.tokens
        # Emptied, not hidden: showing it again would draw it over a message.
        self._mode.setText("" if self.session.transcript is None else tr("Text mode") if editing else tr("Review mode"))
        colour = tokens.focus if editing else tokens.line
        self._mode_line.setStyleSheet(f"background: {colour.name()};")

    def _on_project_changed(self) -> None:
        if self.session.project is None:
            self.bars.clear()

    def _on_transcript_changed(self) -> None:
        self.armed_done = None
        there = self.session.transcript is not None
        self._pages.setCurrentIndex(1 if there else 0)
        self._arrange(there)
        self._drop_import_bar()
        self._show_mode()
        if there:
            self.table.setFocus()
        self.refresh()

    def _arrange(self, with_call: bool) -> None:
        """Show the panels that the user has not closed while there is a call, and none on the first page."""
        if with_call and not self._arranged:
            self.restoreState(self._arrangement)
        elif self._arranged and not with_call:
            self._arrangement = self.saveState()
            for dock in self.docks.values():
                dock.hide()
        self._arranged = with_call
        self._dock_sizes.fit()

    # ------------------------------------------------------------------ messages

    @staticmethod
    def ask(dialog: QDialog) -> None:
        """Show a dialog until it is closed, then forget it."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.exec()

    def say(self, text: str) -> None:
        """Show a passing message in the status bar."""
        self.statusBar().showMessage(visible(text), NOTICE_MS)

    def _on_noticed(self, notice: Notice) -> None:
        if notice.kind != "error":
            self.say(notice.text)
            return
        ways = WAYS.get(notice.way, ())
        offers = [(str(way.text), partial(way.run, self, notice)) for way in ways]
        self.bars.show_error(notice.text, offers, lasting=all(way.lasting for way in ways))

    def try_again(self, notice: Notice) -> None:
        """Do once more what failed: store what stands in the open editor, else what the notice is about."""
        if self.table.editor is not None:
            self.table.try_again()
        elif notice.again is not None and notice.again():
            self.bars.drop(notice.text)

    def save_copy(self, _notice: Notice | None = None) -> None:
        """Write the project to another place and go on there, with what is being typed."""
        project = self.session.project
        if project is None:
            return

        def save() -> None:
            path = ask_target(self, project, documents(), tr("Save a copy elsewhere"))
            if path is not None:
                self.session.save_copy(path, partial(self._go_on_in, path), replace=True)

        self.session.guard(save)

    def _go_on_in(self, path: Path) -> None:
        """Open a copy of the project in its place, and store there what is being typed."""
        typed = self.table.typed
        self.table.discard_editor()
        if not self.session.guard(self.session.open_project, path):
            if typed is not None:
                self.table.take_up(typed)
            return
        if typed is not None:
            self._elsewhere = path, typed
            self._store_elsewhere()
        self.say(tr("Saved as {name}; work goes on there.", name=shown_name(path.name)))

    def _store_elsewhere(self) -> None:
        """Store what was typed before a copy was opened, as soon as its call is on screen there."""
        session = self.session
        if self._elsewhere is None or session.project is None or session.project.path != self._elsewhere[0]:
            return
        typed = self._elsewhere[1]
        if session.transcript is None or session.transcript.id != typed.transcript_id:
            session.show_transcript(typed.transcript_id, typed.turn_id)
        elif self.table.take_up(typed):
            self._elsewhere = None
            self.table.commit_editor()

    def restore_backup(self) -> None:
        """Show the backups of the open project, or of others."""
        if self.table.commit_editor():
            self.ask(RestoreDialog(self))

    def try_to_write(self, _notice: Notice | None = None) -> None:
        """Open the project again, for writing if that is possible now, at the same place and with what is being typed."""
        session, project = self.session, self.session.project
        if project is None:
            return
        path, typed, transcript, turn_id = project.path, self.table.typed, session.transcript, session.turn_id
        self.table.discard_editor()
        session.close_project()
        if not session.guard(session.open_project, path):
            session.offer(path, read_only=True)
        if session.project is None or transcript is None:
            return
        session.show_transcript(transcript.id, turn_id)
        if typed is not None and session.project.read_only:
            self.table.take_up(typed)
        elif typed is not None:
            self._elsewhere = path, typed
            self._store_elsewhere()

    def _on_found_open(self) -> None:
        """The project that was asked for is this one: show it."""
        self.raise_()
        self.activateWindow()
        self.say(tr("This project is open already; here it is."))

    def settle_editor(self) -> bool:
        """Store what is being typed; where that fails ask what is to become of it. False: the user wants to stay with it."""
        if self.table.release_editor():
            return True
        typed, transcript = self.table.typed, self.session.transcript
        assert typed is not None, "there is an editor"
        assert transcript is not None
        number = transcript.position(typed.turn_id) + 1
        text = tr("What you typed into turn {number} could not be saved. It stays in the open editor.", number=number)
        ways = [tr("Save a copy elsewhere…"), tr("Discard what I typed")]
        chosen = choose(self, tr("Not saved"), text, tr("Stay here"), *ways)
        if chosen == 0:
            self.save_copy()
        elif chosen == 1:
            self.table.discard_editor(drop_draft=True)
        return self.table.editor is None

    def end(self) -> None:
        """End the program because the system asks: what is typed is stored, nobody is asked anything."""
        self._ending = True
        self.store_typed()
        while (dialog := QApplication.activeModalWidget()) is not None and dialog.close():
            pass
        self.close()
        QApplication.exit()

    def store_typed(self) -> None:
        """Store what is being typed, or keep it as a draft where that fails, without a question."""
        session = self.session
        session.wait_idle(PATIENCE_MS)
        typed, project = self.table.typed, session.project
        if not self.table.release_editor() and typed is not None and project is not None and self.table.editor is not None:
            session.guard(project.set_draft, typed.transcript_id, typed.turn_id, typed.text, self.table.editor.turn.text)

    def _on_unsaved_changed(self) -> None:
        self._schedule_refresh()
        if not self.session.unsaved:
            self.bars.settle()

    def _on_imported(self, header: Header, report: ImportReport) -> None:
        self._drop_import_bar()
        self._import_bar = ImportBar(self.session, self.theme, header, report, partial(show_report, self))
        self._import_place.addWidget(self._import_bar)

    def _drop_import_bar(self) -> None:
        if self._import_bar is not None:
            self._import_bar.hide()
            self._import_bar.deleteLater()
            self._import_bar = None

    def show_imports(self) -> None:
        """Show what became of the files that were imported last; the dialog stays beside the window."""
        if self._imports is None:
            self._imports = ImportManyDialog(self.session, self.theme, self)
            self._imports.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._imports.finished.connect(self._forget_imports)
        self._imports.show()
        self._imports.raise_()
        self._imports.activateWindow()

    def _forget_imports(self) -> None:
        self._imports = None

    def _on_progressed(self, what: str, done: int, total: int) -> None:
        busy = total > 0
        for widget in (self._working, self._progress, self._cancel):
            widget.setVisible(busy)
        self._working.setText(what)
        self._progress.setMaximum(max(1, total))
        self._progress.setValue(done)

    # ------------------------------------------------------------------ files

    def _open_sample(self, path: Path) -> None:
        self.session.open_paths([path])

    def _fill_recent(self) -> None:
        menu = self._menus["recent"]
        menu.clear()
        for path in map(Path, self.session.settings.recent):
            action = menu.addAction(_literal(f"{path.stem} — {path.parent}"))
            action.setEnabled(path.exists())
            action.triggered.connect(partial(self.session.open_paths, [path]))
        if menu.isEmpty():
            menu.addAction(tr("No recent projects")).setEnabled(False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.session.open_paths([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # also where something fails: an open editor would be gone with the window
        if not self._ending and not self.settle_editor():
            return
        self.table.discard_editor()
        window_state.save(self, self.saveState() if self._arranged else self._arrangement, self._dock_sizes)
        self.session.close()
        QApplication.instance().removeEventFilter(self._shortcuts)  # type: ignore[union-attr]
        self._activity.end()
        event.accept()


def _literal(text: str) -> str:
    """Return the text so that a menu shows it as it is: an ampersand alone would underline the next letter."""
    return shown_name(text).replace("&", "&&")


@dataclass(frozen=True)
class Way:
    """What can be done about an error, as a button of its message. One that is not `lasting` goes with the next saved change."""

    text: Message
    run: Callable[[MainWindow, Notice], object]
    lasting: bool = True


AGAIN = Way(msg("Try again"), MainWindow.try_again, lasting=False)
ELSEWHERE = Way(msg("Save a copy elsewhere…"), MainWindow.save_copy, lasting=False)
WAYS: dict[str, tuple[Way, ...]] = {
    "retry": (AGAIN, ELSEWHERE),
    "save_copy": (ELSEWHERE,),
    "copy": (ELSEWHERE, Way(msg("Try to open for writing"), MainWindow.try_to_write, lasting=False)),
    "read_only": (AGAIN, ELSEWHERE),
    "reload": (Way(msg("Read the project again"), lambda window, _: window.keeping.reload(), lasting=False),),
    "restore": (Way(msg("Restore a backup…"), lambda window, _: window.restore_backup()),),
}
"""By the `way` of an error."""
