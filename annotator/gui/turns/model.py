"""The turns of the call on screen as a Qt model: rows are the turns that pass the filter, in order."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotator.core.change import Change, Step
from annotator.core.finding import Finding
from annotator.core.i18n import tr
from annotator.core.model import Speaker, Topic, Transcript, Turn, TurnId
from annotator.gui.session import Session, kind_title
from annotator.gui.turns.columns import COLUMNS, TEXT, speaker_label
from annotator.gui.turns.filter import TurnFilter
from annotator.gui.widgets.labels import tooltip

Index = QModelIndex | QPersistentModelIndex
ROLES = frozenset(
    (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.ToolTipRole,
    )
)
COARSE = 50
"""More rows than this that come or go reset the model: 500 single removals take 60 times as long."""


def _comes_or_goes(step: Step) -> bool:
    before, after = step.before, step.after
    if not isinstance(step.entity, Turn):
        return False
    return not (isinstance(before, Turn) and isinstance(after, Turn) and (before.rank, before.hidden) == (after.rank, after.hidden))


class TurnsModel(QAbstractTableModel):
    shown_changed = Signal()
    """Other turns are shown: the filter, or what it lets through."""

    def __init__(self, session: Session, parent: QObject | None = None):
        super().__init__(parent)
        self.session = session
        self.filter = TurnFilter()
        self._rows: list[TurnId] = []
        self._row_of: dict[TurnId, int] = {}
        self._findings: dict[TurnId, list[Finding]] = {}
        session.transcript_changed.connect(self._on_transcript_changed)
        session.changed.connect(self._on_changed)
        session.findings_changed.connect(self._on_findings_changed)
        session.preferences_changed.connect(self._on_preferences_changed)
        self._on_transcript_changed()

    @property
    def transcript(self) -> Transcript | None:
        return self.session.transcript

    # ------------------------------------------------------------------ rows and turns

    def turn_at(self, row: int) -> Turn | None:
        if self.transcript is None or not 0 <= row < len(self._rows) or self._rows[row] not in self.transcript:
            return None
        return self.transcript.turn(self._rows[row])

    def row_of(self, turn_id: TurnId | None) -> int:
        """Return the row of a turn, -1 when it is not shown."""
        return -1 if turn_id is None else self._row_of.get(turn_id, -1)

    def findings_of(self, turn_id: TurnId) -> list[Finding]:
        """Return the open findings that concern the turn."""
        return self._findings.get(turn_id, [])

    def set_filter(self, wanted: TurnFilter) -> None:
        if wanted != self.filter:
            self.filter = wanted
            self._refill()

    def _wanted(self) -> list[TurnId]:
        return [] if self.transcript is None else self.filter.turns(self.transcript, self._findings)

    def _set_rows(self, rows: list[TurnId]) -> None:
        self._rows = rows
        self._row_of = {turn_id: row for row, turn_id in enumerate(rows)}

    def _refill(self) -> None:
        """Show what the filter lets through now, with as little disturbance as possible."""
        wanted = self._wanted()
        if wanted == self._rows:
            return
        keep = set(wanted)
        gone = [row for row, turn_id in enumerate(self._rows) if turn_id not in keep]
        left = [turn_id for turn_id in self._rows if turn_id in keep]
        come = [row for row, turn_id in enumerate(wanted) if turn_id not in self._row_of]
        stays = [turn_id for turn_id in wanted if turn_id in self._row_of]
        if len(gone) + len(come) > COARSE or left != stays:
            self.beginResetModel()
            self._set_rows(wanted)
            self.endResetModel()
        else:
            for row in reversed(gone):
                self.beginRemoveRows(QModelIndex(), row, row)
                self._set_rows(self._rows[:row] + self._rows[row + 1 :])
                self.endRemoveRows()
            for row in come:
                self.beginInsertRows(QModelIndex(), row, row)
                self._set_rows([*self._rows[:row], wanted[row], *self._rows[row:]])
                self.endInsertRows()
        self.shown_changed.emit()

    # ------------------------------------------------------------------ what the session says

    def _on_transcript_changed(self) -> None:
        self.beginResetModel()
        self._findings = {}
        self.filter = TurnFilter()
        self._set_rows(self._wanted())
        self.endResetModel()
        self.shown_changed.emit()

    def _on_changed(self, change: Change) -> None:
        if self.filter != TurnFilter() or any(_comes_or_goes(step) for step in change.steps):
            self._refill()
        turns = [
            s.after.id
            for s in change.steps
            if isinstance(s.after, Turn) and self.transcript and s.after.transcript_id == self.transcript.id
        ]
        if any(isinstance(step.entity, Speaker | Topic) for step in change.steps) or len(turns) > COARSE:
            self._repaint_all()
        else:
            for row in sorted(self._row_of[turn_id] for turn_id in turns if turn_id in self._row_of):
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def _on_findings_changed(self) -> None:
        found: dict[TurnId, list[Finding]] = {}
        for finding in self.session.queue:
            for turn_id in finding.turn_ids:
                found.setdefault(turn_id, []).append(finding)
        self._findings = found
        if self.filter.show == "findings":
            self._refill()
        self._repaint_all()

    def _on_preferences_changed(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._repaint_all()

    def _repaint_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))

    # ------------------------------------------------------------------ Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == TEXT else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return str(COLUMNS[section].title)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in ROLES:
            return None
        turn = self.turn_at(index.row())
        if turn is None or self.transcript is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(self.transcript, turn)
        if role == Qt.ItemDataRole.EditRole:
            return turn.text
        if role == Qt.ItemDataRole.ToolTipRole:
            hint = self._of_speaker(self.transcript, turn, "\n") if COLUMNS[index.column()].key == "speaker" else turn.comment
            return tooltip(hint) if hint else None
        return COLUMNS[index.column()].text(self.transcript, turn)

    @staticmethod
    def _of_speaker(transcript: Transcript, turn: Turn, between: str) -> str:
        """Return the name of the speaker, and what the pin beside it says."""
        pin = [tr("Speakers are right from here on")] if turn.pinned else []
        return between.join([speaker_label(transcript, turn), *pin])

    def _spoken(self, transcript: Transcript, turn: Turn) -> str:
        """Return what a screen reader says of a row."""
        parts = [tr("Turn {number}", number=transcript.position(turn.id) + 1), self._of_speaker(transcript, turn, ", ")]
        parts += [kind_title(finding) for finding in self.findings_of(turn.id)]
        return ", ".join(parts) + ": " + COLUMNS[TEXT].text(transcript, turn)
