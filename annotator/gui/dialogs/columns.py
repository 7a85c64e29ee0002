"""Asks what the columns of a table hold, with the first rows below and the turns that come of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from annotator import formats
from annotator.core.i18n import tr
from annotator.core.model import Imported
from annotator.formats.base import ImportReport
from annotator.formats.table_columns import FIELDS, NeedsColumns
from annotator.gui.dialogs import Dialog
from annotator.gui.session import Session
from annotator.gui.tasks import Background
from annotator.gui.theme import Theme
from annotator.gui.widgets.elided import ElidedLabel
from annotator.gui.widgets.first_turns import FirstTurns, Glimpse, glimpse
from annotator.gui.widgets.labels import button, label, shown_name, tooltip
from annotator.gui.widgets.message_bar import MessageBar

ROWS, MOST = 6, 60
"""Rows of the table that are shown, and columns that can be chosen."""
SETTLE_MS = 150
WIDTHS = 120, 280

Read = Callable[[Mapping[str, int]], tuple[Imported, ImportReport]]
"""Reads the table with these columns, on any thread."""


class ColumnsDialog(Dialog):
    """A combo box over each column; the same thing cannot be in two of them."""

    def __init__(self, session: Session, theme: Theme, name: str, table: NeedsColumns, read: Read, parent: QWidget | None = None):
        super().__init__(tr("Columns of the table"), parent)
        self._session, self._theme, self._read = session, theme, read
        self.layout_key = table.layout
        self.body.addWidget(ElidedLabel(name, style="heading", mode=Qt.TextElideMode.ElideMiddle))
        question = tr("Say over each column what it holds. A column with the words is needed.")
        self.body.addWidget(label(question, style="dim", wrap=True))
        self.combos: list[QComboBox] = []
        self.grid = self._grid(table)
        self.body.addWidget(self.grid)
        self.state = label(style="strong")
        self.body.addWidget(self.state)
        self.message = MessageBar()
        self.body.addWidget(self.message)
        self.turns = FirstTurns(theme)
        self.body.addWidget(self.turns, 1)
        self.remember = QCheckBox(tr("Read tables with these columns in this way from now on"))
        self.remember.setChecked(True)
        self.body.addWidget(self.remember)
        self.ok = button(tr("Read"), self._on_ok, primary=True)
        self.finish(self.ok, button(tr("Cancel"), self.reject))
        self.resize(920, 640)
        self._background = Background(self)
        self._late = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._late.timeout.connect(self._look)
        self.finished.connect(self._late.stop)
        self.finished.connect(self._background.stop)
        for field, place in table.guess.items():
            if field in FIELDS and 0 <= place < len(self.combos):
                self.combos[place].setCurrentIndex(self.combos[place].findData(field))
        for place, combo in enumerate(self.combos):
            combo.currentIndexChanged.connect(lambda _, place=place: self._on_chosen(place))
        self._look()
        if self.combos:
            self.combos[0].setFocus()

    def _grid(self, table: NeedsColumns) -> QTableWidget:
        rows: Sequence[Sequence[str]] = table.rows[:ROWS]
        width = min(MOST, max([len(table.header), *map(len, rows)], default=0))
        grid = QTableWidget(len(rows) + 1, width)
        grid.setAccessibleName(tr("The first rows"))
        grid.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        grid.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        grid.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        grid.setWordWrap(False)
        grid.setTabKeyNavigation(False)
        grid.setHorizontalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        grid.verticalHeader().hide()
        header = grid.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        titles = [self._title(table.header, place) for place in range(width)]
        grid.setHorizontalHeaderLabels(titles)
        for place in range(width):
            combo = QComboBox()
            combo.setAccessibleName(tr("What column {name} holds", name=titles[place]))
            combo.addItem(tr("pass over"), None)
            for field, title in FIELDS.items():
                combo.addItem(str(title), field)
            self.combos.append(combo)
            grid.setCellWidget(0, place, combo)
            for number, row in enumerate(rows, 1):
                text = row[place] if place < len(row) else ""
                item = QTableWidgetItem(shown_name(text))
                item.setToolTip(tooltip(text))
                grid.setItem(number, place, item)
        grid.setRowHeight(0, 40)
        for place in range(width):
            grid.setColumnWidth(place, max(WIDTHS[0], min(WIDTHS[1], grid.sizeHintForColumn(place) + 16)))
        heights = sum(grid.rowHeight(row) for row in range(grid.rowCount()))
        grid.setFixedHeight(heights + 48)
        return grid

    @staticmethod
    def _title(header: Sequence[str], place: int) -> str:
        name = shown_name(header[place]) if place < len(header) else ""
        return f"{place + 1}  {name}".strip()

    def chosen(self) -> dict[str, int]:
        """Return the columns, from 0, by what they hold."""
        return {str(combo.currentData()): place for place, combo in enumerate(self.combos) if combo.currentData() is not None}

    def _on_chosen(self, place: int) -> None:
        field = self.combos[place].currentData()
        for other, combo in enumerate(self.combos):
            if field is not None and other != place and combo.currentData() == field:
                combo.setCurrentIndex(0)
        self._late.start()

    def _look(self) -> None:
        columns = self.chosen()
        there = "text" in columns
        self.ok.setEnabled(there)
        self.message.say("" if there else tr("Choose the column with the words."), "info")
        self.state.setText(tr("Reading…") if there else "")
        if there:
            work = lambda: glimpse(self._read(columns)[0])  # noqa: E731
            self._background.do(work, partial(self._take, columns), lambda error: self._take(columns, str(error)))
        else:
            self.turns.fill(None)

    def _take(self, columns: dict[str, int], seen: Glimpse | str) -> None:
        if columns != self.chosen():
            return  # another answer is on its way
        self.turns.fill(seen if isinstance(seen, Glimpse) else None)
        self.state.setText(str(seen) if isinstance(seen, Glimpse) else "")
        self.message.say(seen if isinstance(seen, str) else "", "error")
        self.ok.setEnabled(isinstance(seen, Glimpse))

    def _on_ok(self) -> None:
        if self.remember.isChecked():
            layouts = {key: columns for key, columns in self._session.settings.layouts.items() if key != self.layout_key}
            self._session.prefer(layouts=layouts | {self.layout_key: self.chosen()})
        self.accept()


def choose_columns(
    session: Session, theme: Theme, path: Path, table: NeedsColumns, parent: QWidget | None
) -> Mapping[str, int] | None:
    """Ask what the columns of a table hold; None where the user leaves that open."""
    options = session.imports.options
    dialog = ColumnsDialog(
        session,
        theme,
        path.name,
        table,
        lambda columns: formats.read_file(path, options.encoding, options.format, columns),
        parent,
    )
    chosen = dialog.chosen() if dialog.exec() == Dialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return chosen
