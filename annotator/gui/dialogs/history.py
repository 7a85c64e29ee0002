"""What was changed in the project, by whom and when, and the way back to any of it: step after step, as undo and redo go.

The list is that of the history panel, too (gui.docks.history).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QAbstractListModel, QDate, QLocale, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QProgressBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.core.history import JournalEntry
from annotator.core.i18n import tr
from annotator.gui.dialogs import Dialog
from annotator.gui.session import Session
from annotator.gui.theme import Theme
from annotator.gui.turns.model import Index
from annotator.gui.widgets.labels import button, label, tooltip, visible

READ = 2000
"""Entries of the journal that are read at once; older ones when they are asked for."""
ROW, PAD, TIME = 28, 12, 56
WAIT_MS = 20
PURGED = {"done": "past", "undone": "lost"}
"""What becomes of the states of changes when history is deleted."""


@dataclass(frozen=True)
class Line:
    """A change that was made, or words redacted, or history deleted, for good.

    `state` is "done", "undone" (and can be done again), "lost" (undone, and then something else was done), "past" (done before
    history was deleted: it cannot be undone), "redact" or "purge".
    """

    entry: JournalEntry
    state: str


def timeline(newest_first: Iterable[JournalEntry]) -> list[Line]:
    """Return the changes that a journal, or the end of one, tells of, and what has become of them, newest first."""
    made: dict[int, JournalEntry] = {}
    states: dict[int, str] = {}
    undone: set[int] = set()
    for entry in sorted(newest_first, key=lambda entry: entry.seq):
        if entry.kind == "do":
            made[entry.seq], states[entry.seq] = entry, "done"
            states |= dict.fromkeys(undone, "lost")
            undone.clear()
        elif entry.kind in ("redact", "purge"):
            if entry.kind == "purge":
                states = {seq: PURGED.get(state, state) for seq, state in states.items()}
                undone.clear()
            made[entry.seq], states[entry.seq] = entry, entry.kind
        elif entry.ref is not None:
            states[entry.ref] = "undone" if entry.kind == "undo" else "done"
            (undone.add if entry.kind == "undo" else undone.discard)(entry.ref)
    return [Line(made[seq], states[seq]) for seq in sorted(made, reverse=True)]


@dataclass(frozen=True)
class Row:
    """A row of the list: the title of a day, a change, or (neither) the beginning, before all changes."""

    text: str
    line: Line | None = None
    day: bool = False
    now: bool = False

    @property
    def day_of(self) -> str:
        """The title of the day that the row is of."""
        return self.text if self.line is None else day_title(_local(self.line.entry.at).date())

    @property
    def time(self) -> str:
        return "" if self.line is None else _local(self.line.entry.at).strftime("%H:%M")

    @property
    def mark(self) -> str:
        """What has become of the change, as a word."""
        if self.now:
            return tr("now")
        state = "done" if self.line is None else self.line.state
        marks = {"undone": tr("undone"), "lost": tr("undone for good"), "redact": tr("for good"), "purge": tr("for good")}
        return marks.get(state, "")


class HistoryModel(QAbstractListModel):
    def __init__(self, parent: QObject):
        super().__init__(parent)
        self.rows: list[Row] = []
        self.lines: list[Line] = []
        self._several = False

    def fill(self, lines: list[Line], complete: bool, needle: str = "") -> None:
        """Show the changes whose words hold `needle`, and the beginning when these are all of them."""
        self.beginResetModel()
        self.lines = lines
        self._several = len({line.entry.who for line in lines}) > 1
        self.rows = self.rows_of(lines, needle)
        if complete and lines and not needle and not any(line.state == "purge" for line in lines):
            self.rows.append(Row(tr("The beginning, before all changes"), now=not self.present_seq))
        self.endResetModel()

    def rows_of(self, lines: list[Line], needle: str) -> list[Row]:
        """Return the rows of lines whose words hold `needle`, each day with its title."""
        rows, day, present = [], None, self.present_seq
        for line in lines:
            text = str(line.entry.label)
            if needle not in text.casefold():
                continue
            if day != _local(line.entry.at).date():
                day = _local(line.entry.at).date()
                rows.append(Row(day_title(day), day=True))
            rows.append(Row(text, line, now=line.entry.seq == present))
        return rows

    @property
    def present_seq(self) -> int:
        """The change after which the project is as it is now: the last that is done, or that deleted the history; 0 for none."""
        purged = next((line.entry.seq for line in self.lines if line.state == "purge"), 0)
        return next((line.entry.seq for line in self.lines if line.state == "done"), purged)

    @property
    def present(self) -> int:
        """The row where the project is, -1 when it is not in the list."""
        return next((n for n, row in enumerate(self.rows) if row.now), -1)

    def steps(self, row: Row) -> int:
        """Return how many changes lie between now and the state after this row: to redo, or, below 0, to undo."""
        if row.day or (row.line is not None and row.line.state in ("lost", "past")):
            return 0
        seq = row.line.entry.seq if row.line is not None else 0
        if row.line is not None and row.line.state == "undone":
            return sum(line.state == "undone" and line.entry.seq <= seq for line in self.lines)
        return -sum(line.state == "done" and line.entry.seq > seq for line in self.lines)

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.rows) if parent is None or not parent.isValid() else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (row.time, row.text, row.mark) if part)
        if role == Qt.ItemDataRole.ToolTipRole and row.line is not None and row.line.entry.who:
            return tooltip(tr("{what} (by {who})", what=row.text, who=row.line.entry.who))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.NoItemFlags if self.rows[index.row()].day else super().flags(index)

    def who(self, row: Row) -> str:
        """Return who made the change, where several people did."""
        return row.line.entry.who if row.line is not None and self._several else ""


class HistoryDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListView):
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, tokens = index.model(), self._theme.tokens
        assert isinstance(model, HistoryModel)
        row, rect = model.rows[index.row()], option.rect.adjusted(PAD, 0, -PAD, 0)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        middle, right = int(Qt.AlignmentFlag.AlignVCenter), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        strong, plain, struck = QFont(option.font), option.font, QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        struck.setStrikeOut(True)
        painter.save()
        if row.day:
            painter.setFont(strong)
            painter.setPen(tokens.text)
            painter.drawText(rect, middle, row.text)
            painter.restore()
            return
        if chosen:
            painter.fillRect(option.rect, tokens.highlight)
        if row.now:
            painter.fillRect(option.rect.x(), option.rect.y(), 3, option.rect.height(), tokens.accent)
        dim, text = (tokens.on_highlight,) * 2 if chosen else (tokens.text_dim, tokens.text)
        painter.setFont(plain)
        painter.setPen(dim)
        painter.drawText(rect, middle, row.time)
        beside = "   ".join(part for part in (model.who(row), row.mark) if part)
        painter.setFont(strong if row.now else plain)
        painter.drawText(rect, right, beside)
        room = rect.width() - TIME - (QFontMetrics(strong).horizontalAdvance(beside) + PAD if beside else 0)
        gone = row.line is not None and row.line.state in ("undone", "lost")
        painter.setFont(strong if row.now else struck if gone else plain)
        painter.setPen(dim if gone else text)
        words = QFontMetrics(painter.font()).elidedText(visible(row.text), Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect.adjusted(TIME, 0, 0, 0), middle, words)
        painter.restore()


class HistoryDialog(Dialog):
    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None):
        super().__init__(tr("History of the project"), parent)
        self._session = session
        self._limit = READ
        self._lines: list[Line] = []
        self._complete = True
        self._left = self._total = 0
        """Steps to go, below 0 to undo, and how many there were."""
        self._moved = False
        """Whether the last step was taken."""
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a change"))
        self.search.setAccessibleName(tr("Find a change"))
        self.search.setClearButtonEnabled(True)
        self.body.addWidget(self.search)
        self.model = HistoryModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(HistoryDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Changes"))
        self.list.setProperty("ring", "true")
        self.list.activated.connect(lambda: self.start())
        self.list.selectionModel().currentChanged.connect(self._show_steps)
        self.body.addWidget(self.list, 1)
        self.empty = label(style="dim", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(32)
        self.body.addWidget(self.empty, 1)
        self.told = label(wrap=True)
        self.body.addWidget(self.told)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress"))
        self.body.addWidget(self.progress)
        self.older = button(tr("Older changes"), self._on_older)
        self.close_button = button(tr("Close"), self.reject)
        self.go = button(tr("Go back to here"), self.start, primary=True)
        self.finish(self.go, self.close_button, aside=(self.older,))
        self.resize(640, 560)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        session.changed.connect(self._on_changed)
        self.search.textChanged.connect(self._fill)
        self._read()
        self._show_progress()
        self.list.setFocus()

    # ------------------------------------------------------------------ what is shown

    def _read(self) -> None:
        project = self._session.project
        entries = project.history(self._limit) if project is not None else []
        self._lines, self._complete = timeline(entries), len(entries) < self._limit
        self.older.setVisible(not self._complete)
        self._fill()

    def _on_older(self) -> None:
        self._limit *= 2
        self._read()

    def _fill(self) -> None:
        needle = self.search.text().strip().casefold()
        self.model.fill(self._lines, self._complete, needle)
        found = bool(self.model.rows)
        self.list.setVisible(found)
        self.empty.setVisible(not found)
        nothing = tr("Nothing was changed yet. Each change will stand here, and can be taken back.")
        self.empty.setText(tr("No change is called so.") if self._lines else nothing)
        for widget in (self.search, self.go):
            widget.setVisible(bool(self._lines))
        row = self.model.present
        first = next((n for n, shown in enumerate(self.model.rows) if not shown.day), -1)
        index = self.model.index(row if row >= 0 else first, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)
        self._show_steps()

    def _steps(self) -> int:
        index = self.list.currentIndex()
        return self.model.steps(self.model.rows[index.row()]) if index.isValid() else 0

    def _show_steps(self) -> None:
        """Say what going to the chosen change means."""
        steps, index = self._steps(), self.list.currentIndex()
        row = self.model.rows[index.row()] if index.isValid() else None
        if steps < 0:
            text = tr("Takes back {n} changes, one after the other. They can be done again.", n=-steps)
        elif steps > 0:
            text = tr("Does {n} changes again, one after the other.", n=steps)
        elif row is not None and row.now:
            text = tr("The project is here.")
        elif row is not None and row.line is not None and row.line.state == "past":
            text = tr("The history was deleted after this: it cannot be undone.")
        elif row is not None and row.line is not None and row.line.state in ("redact", "purge"):
            text = tr("This cannot be undone; what was done since then can.")
        elif row is not None and not row.day:
            text = tr("This was taken back, and then something else was done: it cannot be done again.")
        else:
            text = ""
        self.told.setText(text)
        self.go.setText(tr("Do again up to here") if steps > 0 else tr("Go back to here"))
        self.go.setEnabled(bool(steps))

    # ------------------------------------------------------------------ going there

    def start(self) -> None:
        """Go to the chosen change, a step at a time, so that the window stays alive and it can be stopped."""
        steps = self._steps()
        if steps and not self._timer.isActive():
            self._left, self._total, self._moved = steps, abs(steps), True
            self._timer.start()
            self._show_progress()

    def _step(self) -> None:
        """Go one step further; a big one is written on another thread, and waited for."""
        self._timer.setInterval(WAIT_MS if self._session.busy else 0)
        if self._session.busy:
            return
        if not self._left or not self._moved:
            self._end()
            return
        self._moved = False
        forward = self._left > 0
        self._left += -1 if forward else 1
        (self._session.redo if forward else self._session.undo)()
        self._show_progress()

    def _on_changed(self) -> None:
        self._moved = True
        if not self._timer.isActive():
            self._read()  # a big step that was on its way when the rest was stopped

    def _end(self) -> None:
        self._timer.stop()
        self._left = 0
        if self._moved or not self._session.busy:
            self._read()  # else what is on its way will have it read
        self._show_progress()

    def _show_progress(self) -> None:
        going = self._timer.isActive()
        self.progress.setVisible(going)
        self.progress.setMaximum(max(1, self._total))
        self.progress.setValue(self._total - abs(self._left))
        for widget in (self.search, self.list, self.older):
            widget.setEnabled(not going)
        self.go.setEnabled(not going and bool(self._steps()))
        self.close_button.setText(tr("Stop") if going else tr("Close"))
        if going:
            self.told.setText(tr("{done} of {n} changes", done=self._total - abs(self._left), n=self._total))

    def reject(self) -> None:
        """Esc stops what goes on, and closes the dialog only then."""
        if self._timer.isActive():
            self._end()
        else:
            super().reject()


def _local(at: datetime) -> datetime:
    return at.astimezone()


def day_title(day: date) -> str:
    """Return what a day is called: today, yesterday, or its date."""
    today = date.today()
    if day == today:
        return tr("Today")
    if day == today - timedelta(days=1):
        return tr("Yesterday")
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
