"""The turns of the call on screen as a Qt model: rows are the turns that pass the filter, in order."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotator.core.change import Change, Step
from annotator.core.finding import Finding
from annotator.core.i18n import tr
from annotator.core.model import Speaker, Topic, Transcript, Turn, TurnId
from annotator.detectors import WHOLE_CALL
from annotator.gui.session import Session, kind_title
from annotator.gui.turns.columns import COLUMNS, TEXT, speaker_label, topic_names
from annotator.gui.turns.filter import TurnFilter, gaps
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


def runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return the first and last of each stretch of rows that follow each other."""
    starts = [n for n, row in enumerate(rows) if n == 0 or rows[n - 1] != row - 1]
    ends = [*(n - 1 for n in starts[1:]), len(rows) - 1]
    return [(rows[a], rows[b]) for a, b in zip(starts, ends, strict=True)] if rows else []


def _comes_or_goes(step: Step) -> bool:
    before, after = step.before, step.after
    if not isinstance(step.entity, Turn):
        return False
    return not (isinstance(before, Turn) and isinstance(after, Turn) and (before.rank, before.hidden) == (after.rank, after.hidden))


class TurnsModel(QAbstractTableModel):
    shown_changed = Signal()
    """Other turns are shown: the filter, or what it lets through."""
    about_to_change = Signal()
    """Other turns will be shown."""
    filter_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None):
        super().__init__(parent)
        self.session = session
        self.filter = TurnFilter()
        self._rows: list[TurnId] = []
        self._row_of: dict[TurnId, int] = {}
        self._findings: dict[TurnId, list[Finding]] = {}
        self._local: set[TurnId] = set()
        """Turns with findings that are about some place of the call, or with the active one."""
        self._gaps: dict[TurnId, int] = {}
        self._lone: TurnId | None = None
        self.held: TurnId | None = None
        """The turn whose text is being typed: it stays, whatever the filter says."""
        session.transcript_changed.connect(self._on_transcript_changed)
        session.changed.connect(self._on_changed)
        session.findings_changed.connect(self._on_findings_changed)
        session.turn_changed.connect(self._on_turn_changed)
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

    def rows_of(self, turn_ids: Iterable[TurnId]) -> list[int]:
        """Return the rows of those turns that are shown, in order."""
        return sorted(row for turn_id in turn_ids if (row := self._row_of.get(turn_id)) is not None)

    @property
    def shown(self) -> list[TurnId]:
        """The turns that are shown, in order; another list when others are."""
        return self._rows

    def turn_ids(self, rows: Sequence[int]) -> list[TurnId]:
        """Return the turns in these rows."""
        return [self._rows[row] for row in rows]

    def findings_of(self, turn_id: TurnId) -> list[Finding]:
        """Return the open findings that concern the turn."""
        return self._findings.get(turn_id, [])

    def gap_before(self, turn_id: TurnId) -> int:
        """Return how many turns between this one and the row above are left out, where that must be seen."""
        return self._gaps.get(turn_id, 0)

    def adjacent(self, row: int) -> bool:
        """Tell whether words can go over the border between this row and the next: nothing stands between their turns."""
        upper, lower = self.turn_at(row), self.turn_at(row + 1)
        if self.transcript is None or upper is None or lower is None or upper.hidden or lower.hidden:
            return False
        return self.transcript.next(upper.id) is lower

    def set_filter(self, wanted: TurnFilter) -> None:
        if wanted != self.filter:
            self.filter = wanted
            self._refill(kept=None)
            self.filter_changed.emit()

    def _wanted(self) -> list[TurnId]:
        if self.transcript is None:
            return []
        return self.filter.turns(self.transcript, self._local if self.filter.show == "context" else self._findings)

    def _staying(self) -> TurnId | None:
        """Return the turn that must not go while the reviewer is at it, though its findings are decided."""
        turn = self.session.turn
        stays = turn is not None and not turn.hidden and self.filter.by_findings and self.row_of(turn.id) >= 0
        return turn.id if turn is not None and stays else None

    def _set_rows(self, rows: list[TurnId]) -> None:
        self._rows = rows
        self._row_of = {turn_id: row for row, turn_id in enumerate(rows)}

    def _refill(self, kept: TurnId | None) -> None:
        """Show what the filter lets through now, and `kept`, with as little disturbance as possible."""
        wanted = self._wanted()
        shown = set(wanted)
        if self.transcript is not None and self.held is not None and self.held in self.transcript:
            kept = self.held
        self._lone = None if kept in shown else kept
        if self._lone is not None and self.transcript is not None:
            shown.add(self._lone)
            insort(wanted, self._lone, key=self.transcript.position)
        transcript = self.transcript if self.filter.show == "context" else None
        self._gaps = gaps(transcript, shown) if transcript is not None else {}
        if wanted == self._rows:
            return
        self.about_to_change.emit()
        gone = [row for row, turn_id in enumerate(self._rows) if turn_id not in shown]
        left = [turn_id for turn_id in self._rows if turn_id in shown]
        come = [row for row, turn_id in enumerate(wanted) if turn_id not in self._row_of]
        stays = [turn_id for turn_id in wanted if turn_id in self._row_of]
        if len(gone) + len(come) > COARSE or left != stays:
            self.beginResetModel()
            self._set_rows(wanted)
            self.endResetModel()
        else:
            for first, last in reversed(runs(gone)):
                self.beginRemoveRows(QModelIndex(), first, last)
                self._set_rows(self._rows[:first] + self._rows[last + 1 :])
                self.endRemoveRows()
            for first, last in runs(come):
                self.beginInsertRows(QModelIndex(), first, last)
                self._set_rows([*self._rows[:first], *wanted[first : last + 1], *self._rows[first:]])
                self.endInsertRows()
        self.shown_changed.emit()

    # ------------------------------------------------------------------ what the session says

    def _on_transcript_changed(self) -> None:
        self.beginResetModel()
        self._findings, self._local, self._gaps, self._lone = {}, set(), {}, None
        if self.transcript is None or (self.held is not None and self.held not in self.transcript):
            self.held = None
        self.filter = TurnFilter()
        self._set_rows(self._wanted())
        self.endResetModel()
        self.filter_changed.emit()
        self.shown_changed.emit()

    def _on_changed(self, change: Change) -> None:
        # What depends on the findings follows when these do, unless turns are gone.
        here = None if self.transcript is None else self.transcript.id
        steps = [step for step in change.steps if step.entity.transcript_id in (None, here)]
        if change.steps and not steps:
            return  # other calls are not shown here
        filtered = self.filter != TurnFilter() and not self.filter.by_findings
        if filtered or any(_comes_or_goes(step) for step in steps):
            self._refill(self._staying())
        turns = [step.after.id for step in steps if isinstance(step.after, Turn)]
        if any(isinstance(step.entity, Speaker | Topic) for step in steps) or len(turns) > COARSE:
            self._repaint_all()
        else:
            for row in sorted(self._row_of[turn_id] for turn_id in turns if turn_id in self._row_of):
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def _on_findings_changed(self) -> None:
        found: dict[TurnId, list[Finding]] = {}
        local: set[TurnId] = set()
        for finding in self.session.queue:
            turn_ids = finding.turn_ids
            for turn_id in turn_ids:
                found.setdefault(turn_id, []).append(finding)
            if finding.kind not in WHOLE_CALL or finding is self.session.finding:
                local.update(turn_ids)
        self._findings, self._local = found, local
        if self.filter.by_findings:
            self._refill(self._staying())
        self._repaint_all()

    def _on_turn_changed(self) -> None:
        """Let a turn go that was shown only because the reviewer was at it."""
        if self._lone is not None and self._lone != self.session.turn_id:
            self._refill(self._staying())

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
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 0:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter  # as the numbers below stand
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
        states = {
            tr("Bookmarked"): turn.bookmarked,
            tr("Reviewed"): turn.reviewed,
            tr("Differs from the source"): transcript.edited(turn),
            tr("Hidden"): turn.hidden,
        }
        parts += [name for name, holds in states.items() if holds]
        parts += topic_names(transcript, turn)
        left_out = self.gap_before(turn.id)
        before = tr("{n} turns are left out here.", n=left_out) + " " if left_out else ""
        after = ". " + tr("Comment: {text}", text=turn.comment) if turn.comment else ""
        return before + ", ".join(parts) + ": " + COLUMNS[TEXT].text(transcript, turn) + after
