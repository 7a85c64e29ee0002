"""What became of many imported files: a table to sort and to narrow down, and what can be done about each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QToolButton,
    QWidget,
)

from annotator import formats
from annotator.core.i18n import msg, tr
from annotator.formats import spreadsheet
from annotator.gui.dialogs import Dialog
from annotator.gui.dialogs.choose_format import choose_format
from annotator.gui.dialogs.columns import choose_columns
from annotator.gui.session import Session
from annotator.gui.theme import Theme
from annotator.gui.turns.model import Index
from annotator.gui.widgets.flow import FlowLayout
from annotator.gui.widgets.labels import button, label, shown_name, tooltip
from annotator.importing import Outcome, told

STATES = {
    "question": (msg("Needs an answer"), "?"),
    "refused": (msg("Not imported"), "!"),
    "doubtful": (msg("Read in part"), "◐"),
    "like": (msg("Like another call"), "≈"),
    "similar": (msg("Left out: like another call"), "≈"),
    "there": (msg("Already there"), "="),
    "imported": (msg("Imported"), "✓"),
    "removed": (msg("Removed again"), "–"),
}
"""What a file can be in, what needs somebody first; with a mark that stands beside the colour."""
STATE, FILE, FORMAT, TURNS, FINDINGS, LIKE, NOTE = range(7)
TITLES = (msg("State"), msg("File"), msg("Format"), msg("Turns"), msg("Findings"), msg("Like"), msg("What there is to say"))
NUMBERS = (TURNS, FINDINGS)
FOLLOW_MS = 150


class OutcomesModel(QAbstractTableModel):
    """A row a file. It sorts by itself: a proxy would ask for each of a thousand rows twenty times."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget):
        super().__init__(parent)
        self._session, self._theme, self._imports = session, theme, session.imports
        self.rows: list[Outcome] = list(self._imports.outcomes)
        self._names = {header.id: header.name for header in session.headers()}
        self._by = STATE, False

    def follow(self) -> None:
        """Show what there is now."""
        self._names = {header.id: header.name for header in self._session.headers()}
        rows = self._sorted(self._imports.outcomes)
        if [outcome.path for outcome in rows] != [outcome.path for outcome in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(TITLES) - 1))

    def _sorted(self, rows: Sequence[Outcome]) -> list[Outcome]:
        column, descending = self._by
        return sorted(rows, key=lambda outcome: self._sort(outcome, column), reverse=descending)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._by = column, order == Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        known, before = self.persistentIndexList(), self.rows
        self.rows = self._sorted(self._imports.outcomes)
        places = {outcome.path: row for row, outcome in enumerate(self.rows)}
        self.changePersistentIndexList(known, [self.index(places[before[i.row()].path], i.column()) for i in known])
        self.layoutChanged.emit()

    def state(self, outcome: Outcome) -> str:
        if outcome.state == "imported":
            if outcome.transcript_id not in self._names:
                return "removed"
            return "doubtful" if outcome.doubtful else "like" if outcome.like is not None else "imported"
        return outcome.state

    def call(self, outcome: Outcome) -> str:
        """Return what the call is called that a file is now, empty where it is none."""
        return self._names.get(outcome.transcript_id or 0, "")

    def like(self, outcome: Outcome) -> str:
        if outcome.like is None:
            return ""
        name = self._names.get(outcome.like.transcript_id, tr("a call that was removed"))
        return tr("{share} %  {name}", share=int(100 * outcome.like.share), name=shown_name(name))

    def findings(self, outcome: Outcome) -> int | None:
        if outcome.state != "imported" or outcome.transcript_id not in self._names or outcome.transcript_id is None:
            return None
        return self._session.open_findings(outcome.transcript_id)

    def note(self, outcome: Outcome) -> str:
        """Return what there is to say in one line."""
        if outcome.reason is not None:
            return str(outcome.reason)
        if outcome.state == "there":
            return tr("in this project as {name}", name=shown_name(self.call(outcome)))
        if outcome.doubtful:
            return tr("{n} not understood", n=outcome.doubtful)
        return next((str(remark.message) for remark in outcome.remarks), "")

    # ------------------------------------------------------------------ Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return str(TITLES[section])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if section in NUMBERS else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        outcome, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(outcome, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(outcome, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and column in (FILE, LIKE, NOTE):
            return tooltip(str(outcome.path) if column == FILE else self.text(outcome, column))
        return None

    def text(self, outcome: Outcome, column: int) -> str:
        if column == STATE:
            title, mark = STATES[self.state(outcome)]
            return f"{mark}  {title}"
        if column == FILE:
            return shown_name(outcome.path.name)
        if column == FORMAT:
            return str(formats.by_name(outcome.format).title) if outcome.format else ""
        if column == TURNS:
            return turns_text(outcome)
        if column == FINDINGS:
            count = self.findings(outcome)
            return "" if outcome.state != "imported" or not self.call(outcome) else "…" if count is None else str(count)
        return self.like(outcome) if column == LIKE else self.note(outcome)

    def _sort(self, outcome: Outcome, column: int) -> Any:
        if column == STATE:
            return list(STATES).index(self.state(outcome))
        if column == TURNS:
            return outcome.turns
        if column == FINDINGS:
            count = self.findings(outcome)
            return -1 if count is None else count
        if column == LIKE:
            return 0.0 if outcome.like is None else outcome.like.share
        return self.text(outcome, column).casefold()

    def _colour(self, outcome: Outcome, column: int) -> QColor | None:
        t = self._theme.tokens
        if column == STATE:
            colours = {"question": t.cut, "refused": t.error, "doubtful": t.cut, "like": t.edited, "similar": t.edited}
            return colours.get(self.state(outcome), t.accent if self.state(outcome) == "imported" else t.text_dim)
        return t.text_dim if column in (FORMAT, NOTE) else None


class Narrowed(QSortFilterProxyModel):
    """The files of a state, and with some words in them."""

    def __init__(self, model: OutcomesModel, parent: QWidget):
        super().__init__(parent)
        self._model, self.state, self.words = model, "", ""
        self.setSourceModel(model)
        self.setDynamicSortFilter(False)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._model.sort(column, order)

    def narrow(self, state: str, words: str) -> None:
        self.state, self.words = state, words.casefold()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        outcome = self._model.rows[row]
        if self.state and self._model.state(outcome) != self.state:
            return False
        if not self.words:
            return True
        texts = (str(outcome.path), *(self._model.text(outcome, column) for column in (FORMAT, LIKE, NOTE)))
        return any(self.words in text.casefold() for text in texts)


class OutcomesView(QTableView):
    """Enter and a double click do what a file asks for first."""

    entered = Signal()

    def __init__(self, model: Narrowed):
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(tr("Imported files"))
        self.setProperty("ring", "true")
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(30)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        for column, width in enumerate((176, 230, 130, 84, 92, 176)):
            header.resizeSection(column, width)
        self.setStyleSheet("QTableView::item { padding: 0 8px; }")
        self.doubleClicked.connect(lambda _: self.entered.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class ImportManyDialog(Dialog):
    """Stays beside the window, so that one can go to a call and come back."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None):
        super().__init__(tr("Import report"), parent)
        self._session, self._theme, self._imports = session, theme, session.imports
        self.model = OutcomesModel(session, theme, self)
        self.narrowed = Narrowed(self.model, self)
        self.heading = label(style="heading")
        self.aside = label(style="dim", wrap=True)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.aside)
        self._add_filters()
        self.table = OutcomesView(self.narrowed)
        self.body.addWidget(self.table, 1)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(tr("About the file"))
        self.details.setFixedHeight(92)
        self.body.addWidget(self.details)
        self._add_buttons()
        self.table.selectionModel().currentRowChanged.connect(self._show_details)
        self.table.selectionModel().selectionChanged.connect(self._show_details)
        self.table.entered.connect(self._on_entered)
        self._late = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._late.timeout.connect(self._follow)
        self.finished.connect(self._late.stop)
        for signal in (self._imports.changed, session.counts_changed, session.changed, theme.changed):
            signal.connect(self._late.start)
        self._imports.ended.connect(self._follow)
        session.project_changed.connect(self.reject)
        self._say()
        self.table.sortByColumn(STATE, Qt.SortOrder.AscendingOrder)
        self.table.selectRow(0)
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(min(1120, max(880, room.width() - 120)), min(720, max(520, room.height() - 120)))
        self.table.setFocus()

    # ------------------------------------------------------------------ parts

    def _add_filters(self) -> None:
        self.filters = QButtonGroup(self)
        self.chips: dict[str, QToolButton] = {}
        places = QWidget()
        row = FlowLayout(places, 6)
        for n, state in enumerate(("", *STATES)):
            self.chips[state] = chip = QToolButton()
            chip.setCheckable(True)
            chip.setProperty("chip", "true")
            self.filters.addButton(chip, n)
            row.addWidget(chip)
        self.chips[""].setChecked(True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a file"))
        self.search.setAccessibleName(tr("Find a file"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(220)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(places, 1)
        line.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.filters.idToggled.connect(lambda _, on: self._narrow() if on else None)
        self.search.textChanged.connect(self._narrow)

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.read_as = button(tr("Read as…"), self._on_answer)
        self.columns = button(tr("Choose columns…"), self._on_answer)
        self.remove = button(tr("Remove from the project"), self._on_remove)
        self.go = button(tr("Go to the call"), self._on_go)
        for made in (self.go, self.read_as, self.columns, self.remove):
            row.addWidget(made)
        row.addStretch(1)
        self.body.addLayout(row)
        line = QFrame()
        line.setProperty("footer", "true")
        line.setFixedHeight(1)
        self.body.addWidget(line)
        self.copy = QPushButton(tr("Copy the report"))
        self.copy.setAutoDefault(False)
        menu = QMenu(self.copy)
        for text, copy in ((tr("As text"), self.as_text), (tr("As CSV"), self.as_csv)):
            action = QAction(text, menu)
            action.triggered.connect(partial(self._on_copy, copy))
            menu.addAction(action)
        self.copy.setMenu(menu)
        self.finish(button(tr("Close"), self.accept, primary=True), aside=(self.copy,))

    # ------------------------------------------------------------------ what is shown

    def _follow(self) -> None:
        chosen = {outcome.path for outcome in self.selected}
        self.model.follow()
        if chosen and not self.selected:  # what is in another order has lost its selection
            self.table.selectRow(next((n for n in range(self.narrowed.rowCount()) if self._at(n).path in chosen), 0))
        self._narrow()
        self._say()
        self._show_details()

    def _narrow(self) -> None:
        checked = next((state for state, chip in self.chips.items() if chip.isChecked()), "")
        self.narrowed.narrow(checked, self.search.text())
        if not self.table.selectionModel().hasSelection() and self.narrowed.rowCount():
            self.table.selectRow(0)
        self._show_details()

    def _say(self) -> None:
        """Bring the heading and the numbers of the filters up to date."""
        rows, imports = self.model.rows, self._imports
        states = [self.model.state(outcome) for outcome in rows]
        added = sum(states.count(state) for state in ("imported", "like", "doubtful"))
        self.heading.setText(tr("{added} of {n} files imported", added=added, n=len(rows) + imports.left))
        parts = [tr("cancelled; not looked at: {n}", n=imports.left)] if imports.left else []
        passed = [f"{title} {number}" for title, number in told(imports.passed_over)]
        parts += [tr("passed over: {what}", what=", ".join(passed))] if passed else []
        self.aside.setText("; ".join(parts))
        self.aside.setVisible(bool(parts))
        self.chips[""].setText(tr("All: {n}", n=len(rows)))
        for state, (title, mark) in STATES.items():
            self.chips[state].setText(f"{mark}  {title}: {states.count(state)}")
            self.chips[state].setVisible(state in states or self.chips[state].isChecked())

    def _at(self, row: int) -> Outcome:
        return self.model.rows[self.narrowed.mapToSource(self.narrowed.index(row, 0)).row()]

    @property
    def selected(self) -> list[Outcome]:
        return [self._at(index.row()) for index in self.table.selectionModel().selectedRows()]

    def _show_details(self) -> None:
        chosen = self.selected
        self.details.setPlainText("\n".join(self._about(chosen[0])) if len(chosen) == 1 else "")
        only = chosen[0] if len(chosen) == 1 else None
        self.go.setEnabled(only is not None and bool(self.model.call(only)))
        asking = bool(chosen) and all(outcome.state == "question" for outcome in chosen)
        self.read_as.setEnabled(asking and len({outcome.formats for outcome in chosen}) == 1 and bool(chosen[0].formats))
        self.columns.setEnabled(asking and len(chosen) == 1 and chosen[0].table is not None)
        self.remove.setEnabled(any(o.state == "imported" and self.model.call(o) for o in chosen))

    def _about(self, outcome: Outcome) -> list[str]:
        lines = [str(outcome.path)]
        lines += [str(outcome.reason)] if outcome.reason is not None else []
        lines += [tr("Like {like}", like=self.model.like(outcome))] if outcome.like is not None else []
        for remark in outcome.remarks:
            lines.append(str(remark.message) if remark.line is None else f"{remark.line}: {remark.message}")
        if outcome.more_remarks:
            lines.append(tr("and {n} more remarks", n=outcome.more_remarks))
        return lines

    # ------------------------------------------------------------------ what can be done

    def _on_entered(self) -> None:
        """Do what the file asks for: answer, or go to the call."""
        for ask in (self.read_as, self.columns, self.go):
            if ask.isEnabled():
                ask.click()
                return

    def _on_go(self) -> None:
        self._session.show_transcript(self.selected[0].transcript_id)
        window = self.parentWidget()
        if window is not None:
            window.activateWindow()

    def _on_answer(self) -> None:
        answer(self._session, self._theme, self.selected, self)

    def _on_remove(self) -> None:
        self._imports.remove([outcome for outcome in self.selected if outcome.state == "imported"])

    def _on_copy(self, made: Callable[[], str]) -> None:
        QGuiApplication.clipboard().setText(made())

    def _shown(self) -> Sequence[Outcome]:
        return [self._at(row) for row in range(self.narrowed.rowCount())]

    def _rows(self) -> list[list[str]]:
        rows = [[str(title) for title in TITLES]]
        for outcome in self._shown():
            cells = [self.model.text(outcome, column) for column in range(len(TITLES))]
            cells[STATE], cells[FILE] = str(STATES[self.model.state(outcome)][0]), str(outcome.path)
            rows.append(cells)
        return rows

    def as_text(self) -> str:
        """Return what is shown, a file a line, with the sums in front."""
        sums = [self.heading.text(), self.aside.text() if not self.aside.isHidden() else ""]
        return "\n".join([*filter(None, sums), "", *("\t".join(row).rstrip() for row in self._rows()), ""])

    def as_csv(self) -> str:
        """Return what is shown as a table for spreadsheets."""
        return spreadsheet.table(self._rows()).decode("utf-8-sig")


def answer(session: Session, theme: Theme, chosen: Sequence[Outcome], parent: QWidget | None) -> None:
    """Ask what is to be asked about files that have the same question, and import them again, others with that question too."""
    imports, first = session.imports, chosen[0]
    asked = [outcome for outcome in imports.outcomes if outcome.state == "question" and outcome not in chosen]
    if first.table is not None:
        layout = first.table.layout
        columns = choose_columns(session, theme, first.path, first.table, parent)
        if columns is not None:
            same = [outcome for outcome in asked if outcome.table is not None and outcome.table.layout == layout]
            imports.answer([*chosen, *same], replace(imports.options, layouts={**session.settings.layouts, layout: columns}))
    else:
        same = [outcome for outcome in asked if outcome.formats == first.formats]
        picked = choose_format(session, theme, first.path, first.formats, len(same), parent)
        if picked is not None:
            imports.answer([*chosen, *same] if picked.for_all else chosen, replace(imports.options, format=picked.name))


def turns_text(outcome: Outcome) -> str:
    if not outcome.items:
        return ""
    return str(outcome.turns) if outcome.turns == outcome.items else tr("{k} of {n}", k=outcome.turns, n=outcome.items)
