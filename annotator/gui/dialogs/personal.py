"""What is asked before words are made unreadable for good, and the page that shows the personal data of all calls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QHeaderView,
    QLineEdit,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.finding import Replacement
from annotator.core.i18n import tr
from annotator.core.model import TranscriptId
from annotator.detectors import PERSONAL, QUIET
from annotator.gui.dialogs import Dialog
from annotator.gui.session import Session
from annotator.gui.widgets.labels import button, label, shown_name

MOST_SHOWN = 6
LONGEST = 160
"""Characters of words that are shown; the whole of a turn can be longer."""
ID = Qt.ItemDataRole.UserRole
Redact = Callable[[Collection[TranscriptId], Collection[str], Callable[[], object]], bool]


class _Irreversible(Dialog):
    """Says what redaction covers. Enter redacts; Space, which accepts a finding, does not: it would be pressed twice."""

    def _add_consequences(self, backups: int) -> None:
        covers = tr("The words go from the turns, from what was imported, from the history, drafts and settings of this project.")
        self.body.addWidget(label(covers, wrap=True))
        self.body.addWidget(label(tr("This cannot be undone."), style="alarm", wrap=True))
        leaves = tr("The files you imported or exported are left as they are.")
        if backups:
            leaves += " " + tr("{n} backups still hold the words; you can delete them afterwards.", n=backups)
        self.body.addWidget(label(leaves, style="dim", wrap=True))

    def _add_buttons(self) -> None:
        self.ok = button(tr("Redact"), self.accept, primary=True)
        stay = button(tr("Cancel"), self.reject)
        self.finish(self.ok, stay)
        stay.setFocus()
        self.setMinimumWidth(480)


class RedactDialog(_Irreversible):
    """Asks before findings are redacted; without `replaces` it is all of what was chosen elsewhere."""

    def __init__(self, replaces: Sequence[Replacement], numbered: bool, backups: int, parent: QWidget | None = None):
        super().__init__(tr("Redact"), parent)
        shown = dict.fromkeys((_short(r.span.text), r.text) for r in replaces)
        if shown:
            pairs = [f"{words} → {text}" for words, text in list(shown)[:MOST_SHOWN]]
            if len(shown) > MOST_SHOWN:
                pairs.append(tr("and {n} more", n=len(shown) - MOST_SHOWN))
            self.body.addWidget(label("\n".join(pairs), style="strong", wrap=True))
        self._add_consequences(backups)
        example = next((text for _, text in shown), tr("[name]"))
        self._numbered = QCheckBox(tr("Number the values, the same in all calls: {example}", example=f"{example[:-1]} 3]"))
        self._numbered.setChecked(numbered)
        self._unasked = QCheckBox(tr("Do not ask again until annotator is closed"))
        for box in (self._numbered, self._unasked):
            self.body.addWidget(box)
        self.body.addStretch(1)
        self._add_buttons()

    @property
    def numbered(self) -> bool:
        return self._numbered.isChecked()

    @property
    def unasked(self) -> bool:
        return self._unasked.isChecked()


class SelectionDialog(_Irreversible):
    """Asks before words that were marked by hand are redacted, and what is to stand for them."""

    def __init__(self, words: str, local: bool, placeholder: str, backups: int, parent: QWidget | None = None):
        super().__init__(tr("Redact selection"), parent)
        self.body.addWidget(label(_short(words), style="strong", wrap=True))
        self.body.addWidget(label(tr("Write instead")))
        self.field = QLineEdit(placeholder)
        self.field.setAccessibleName(tr("Write instead"))
        self.field.selectAll()
        self.body.addWidget(self.field)
        self._scope = QButtonGroup(self)
        inside = QVBoxLayout()
        inside.setSpacing(8)
        for n, title in enumerate((tr("In this turn, and where its words come from"), tr("Everywhere in this call"))):
            choice = QRadioButton(title)
            self._scope.addButton(choice, n)
            inside.addWidget(choice)
        self._scope.button(0 if local else 1).setChecked(True)
        self.body.addLayout(inside)
        self._add_consequences(backups)
        self.body.addStretch(1)
        self._add_buttons()
        self.field.textChanged.connect(lambda text: self.ok.setEnabled(bool(text.strip())))

    @property
    def placeholder(self) -> str:
        return self.field.text().strip()

    @property
    def local(self) -> bool:
        return self._scope.checkedId() == 0


class PersonalDialog(Dialog):
    """What personal data was found, per call and kind; the calls that are checked in the list are redacted."""

    def __init__(self, session: Session, redact: Redact, parent: QWidget | None = None):
        super().__init__(tr("Personal data"), parent)
        self._session, self._redact = session, redact
        about = tr("What was found in the calls of this project and nobody has decided. Look at the findings of a call first.")
        self.body.addWidget(label(about, style="dim", wrap=True))
        self.names = QCheckBox(tr("Names of people too"))
        self.names.setChecked(not any(kind in session.hidden_kinds for kind in QUIET.intersection(PERSONAL)))
        self.names.toggled.connect(self._fill)
        self.body.addWidget(self.names)
        self.table = QTableWidget()
        self.table.setAccessibleName(tr("Personal data"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setProperty("ring", "true")
        self.table.setStyleSheet("QTableView::item { padding: 0 8px; }")
        self.table.itemChanged.connect(self._count)
        self.body.addWidget(self.table, 1)
        self.told = label(wrap=True)
        self.body.addWidget(self.told)
        self.all = button(tr("Check all"), lambda: self._check(Qt.CheckState.Checked))
        self.none = button(tr("Check none"), lambda: self._check(Qt.CheckState.Unchecked))
        self.ok = button("", self._on_ok, primary=True)
        self.finish(self.ok, button(tr("Close"), self.reject), aside=(self.all, self.none))
        self.resize(760, 480)
        session.counts_changed.connect(self._fill)
        session.project_changed.connect(self.reject)
        self._fill()
        self.table.setFocus()

    @property
    def kinds(self) -> list[str]:
        """The kinds that are shown and redacted."""
        return [kind for kind in PERSONAL if self.names.isChecked() or kind not in QUIET]

    def _found(self) -> list[tuple[TranscriptId, str, Counter[str] | None]]:
        """Return per call what was found of each kind; None while it is not checked."""
        rows = []
        for header in self._session.headers():
            counted = self._session.open_counts(header.id)
            kinds = None if counted is None else Counter({k: n for (_, k), n in counted.items() if k in self.kinds})
            rows.append((header.id, header.name, kinds))
        return rows

    def _fill(self) -> None:
        """Show what there is now; calls stay checked."""
        rows, checked = self._found(), set(self.chosen)
        shown = [kind for kind in self.kinds if any(counts and counts[kind] for _, _, counts in rows)]
        self.table.blockSignals(True)
        self.table.setColumnCount(1 + len(shown))
        self.table.setHorizontalHeaderLabels([tr("Call"), *(str(PERSONAL[kind]) for kind in shown)])
        self.table.setRowCount(len(rows))
        for row, (transcript_id, name, counts) in enumerate(rows):
            call = QTableWidgetItem(shown_name(name))
            call.setData(ID, transcript_id)
            some = counts is not None and counts.total() > 0
            call.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if some:
                call.setFlags(call.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                call.setCheckState(Qt.CheckState.Checked if transcript_id in checked else Qt.CheckState.Unchecked)
            self.table.setItem(row, 0, call)
            for column, kind in enumerate(shown, 1):
                number = QTableWidgetItem("…" if counts is None else str(counts[kind] or "–"))
                number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                number.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.table.setItem(row, column, number)
        self.table.blockSignals(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        title = QTableWidgetItem(tr("Call"))
        title.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setHorizontalHeaderItem(0, title)
        if rows:
            # Columns that have come since then belong to the chosen row too.
            self.table.selectRow(max(0, self.table.currentRow()))
        waiting = sum(counts is None for _, _, counts in rows)
        total = sum((counts.total() for _, _, counts in rows if counts is not None), 0)
        text = tr("{n} values in all.", n=total)
        self.told.setText(text + (" " + tr("{n} calls are still to be checked.", n=waiting) if waiting else ""))
        self._count()

    @property
    def chosen(self) -> list[TranscriptId]:
        """The calls that are checked."""
        items = (self.table.item(row, 0) for row in range(self.table.rowCount()))
        return [item.data(ID) for item in items if item is not None and item.checkState() == Qt.CheckState.Checked]

    def _check(self, state: Qt.CheckState) -> None:
        for row in range(self.table.rowCount()):
            item = self.table.item(row, 0)
            if item is not None and item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                item.setCheckState(state)

    def _count(self) -> None:
        n = len(self.chosen)
        self.ok.setText(tr("Redact in {n} calls", n=n))
        self.ok.setEnabled(n > 0)

    def _on_ok(self) -> None:
        if self._redact(self.chosen, self.kinds, self._fill):
            self._check(Qt.CheckState.Unchecked)
            self.told.setText(tr("Redacting…"))


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
