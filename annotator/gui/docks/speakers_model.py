"""What the speakers of a call are, how much each says, and the longest turns of each: for the panel to show."""

from __future__ import annotations

from collections import Counter
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.change import Change
from annotator.core.commands import speakers
from annotator.core.i18n import tr
from annotator.core.model import Entity, Speaker, SpeakerId, Transcript, Turn, TurnId
from annotator.gui.session import Session
from annotator.gui.turns.model import Index
from annotator.gui.widgets.labels import tooltip

PLACE, NAME, ROLE = range(3)
MOST_CONTEXT = 3
SLICE = 2_000
"""Turns that are counted at a time: a call of 100,000 turns would hold up the window."""
LATE_MS = 50
TOOLTIP = 400


class Figures:
    """How much each speaker says; follows a change by its steps."""

    def __init__(self) -> None:
        self.turns: Counter[SpeakerId | None] = Counter()
        self.words: Counter[SpeakerId | None] = Counter()
        self.time: Counter[SpeakerId | None] = Counter()
        self._lengths: dict[TurnId, tuple[SpeakerId | None, int]] = {}
        self._longest: dict[SpeakerId | None, list[tuple[int, TurnId]]] = {}
        self._is_current = True
        """Whether no turn has left the longest since they were looked for."""

    def add(self, turn: Turn, words: int | None = None) -> None:
        """Count a visible turn; `words` are how many it has, where that is known."""
        words = len(turn.text.split()) if words is None else words
        self._sum(turn, words, 1)
        self._lengths[turn.id] = turn.speaker_id, words
        self._consider(turn.id, turn.speaker_id, words)

    def drop(self, turn: Turn) -> int:
        """Count a turn no longer; return how many words it had."""
        speaker_id, words = self._lengths.pop(turn.id)
        self._sum(turn, -words, -1)
        self._is_current = self._is_current and (-words, turn.id) not in self._longest[speaker_id]
        return words

    def _sum(self, turn: Turn, words: int, sign: int) -> None:
        self.turns[turn.speaker_id] += sign
        self.words[turn.speaker_id] += words
        if turn.start_ms is not None and turn.end_ms is not None:
            self.time[turn.speaker_id] += sign * max(0, turn.end_ms - turn.start_ms)

    def _consider(self, turn_id: TurnId, speaker_id: SpeakerId | None, words: int) -> None:
        top = self._longest.setdefault(speaker_id, [])
        if len(top) < MOST_CONTEXT or (-words, turn_id) < top[-1]:
            top.append((-words, turn_id))
            top.sort()
            del top[MOST_CONTEXT:]

    def follow(self, change: Change, transcript: Transcript) -> None:
        """Count what a change has changed; only words that are new are counted one by one."""
        for step in change.steps:
            before, after = _visible(step.before, transcript), _visible(step.after, transcript)
            words = self.drop(before) if before is not None else None
            if after is not None:
                self.add(after, words if before is not None and before.text == after.text else None)

    def longest(self) -> dict[SpeakerId | None, list[TurnId]]:
        """Return per speaker the turns with most words, the longest first, of equal ones the older first."""
        if not self._is_current:
            self._longest, self._is_current = {}, True
            for turn_id, (speaker_id, words) in self._lengths.items():
                self._consider(turn_id, speaker_id, words)
        return {speaker_id: [turn_id for _, turn_id in top] for speaker_id, top in self._longest.items()}


def _visible(entity: Entity | None, transcript: Transcript) -> Turn | None:
    """Return a turn of the transcript that is not hidden, None for anything else."""
    there = isinstance(entity, Turn) and entity.transcript_id == transcript.id and not entity.hidden
    return entity if isinstance(entity, Turn) and there else None


class SpeakersModel(QAbstractItemModel):
    """One row a speaker, in their order, and below it the longest turns; the display text is what a screen reader says."""

    counted = Signal()
    """All turns of the call have been counted."""

    def __init__(self, session: Session, parent: QWidget):
        super().__init__(parent)
        self._session = session
        self.speakers: tuple[Speaker, ...] = ()
        self.figures = Figures()
        self.context: dict[SpeakerId | None, list[TurnId]] = {}
        self._uncounted: tuple[Turn, ...] = ()
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self._count)
        # Shares and longest turns are shown when the table, which the reviewer waits for, has been painted.
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(self._show_longest)
        self._late.timeout.connect(self._repaint)
        session.transcript_changed.connect(self._on_transcript_changed)
        session.changed.connect(self._on_changed)
        session.preferences_changed.connect(self._on_preferences_changed)
        self._on_transcript_changed()

    def _on_transcript_changed(self) -> None:
        transcript = self._session.transcript
        self.beginResetModel()
        self.speakers = transcript.speakers if transcript is not None else ()
        self.context = {}
        self.endResetModel()
        self._count_anew()

    def _count_anew(self) -> None:
        transcript = self._session.transcript
        self.figures = Figures()
        self._uncounted = transcript.visible if transcript is not None else ()
        self._count()

    def _count(self) -> None:
        part, self._uncounted = self._uncounted[:SLICE], self._uncounted[SLICE:]
        for turn in part:
            self.figures.add(turn)
        if self._uncounted:
            self._counting.start()
        else:
            self._show_longest()
            self._repaint()
            self.counted.emit()

    def _on_changed(self, change: Change) -> None:
        """Follow a change by its steps: counting a long call anew would take longer than a frame."""
        transcript = self._session.transcript
        if transcript is None:
            return
        if self._uncounted or len(change.steps) > SLICE:
            self._count_anew()
        else:
            self.figures.follow(change, transcript)
        before, self.speakers = self.speakers, transcript.speakers
        if [s.id for s in before] == [s.id for s in self.speakers]:
            if before != self.speakers:
                self._repaint()
            self._late.start()
            return
        self.speakers = before
        self.beginResetModel()
        self.speakers, self.context = transcript.speakers, self.figures.longest()
        self.endResetModel()

    def _show_longest(self) -> None:
        """Bring the rows below the speakers up to date; those that stay keep their place."""
        longest = self.figures.longest()
        for row, speaker in enumerate(self.speakers):
            parent = self.index(row, PLACE)
            old, new = self.context.get(speaker.id, []), longest.get(speaker.id, [])
            if len(new) < len(old):
                self.beginRemoveRows(parent, len(new), len(old) - 1)
                self.context[speaker.id] = new
                self.endRemoveRows()
            elif len(new) > len(old):
                self.beginInsertRows(parent, len(old), len(new) - 1)
                self.context[speaker.id] = new
                self.endInsertRows()
            self.context[speaker.id] = new
            if old and new:
                self.dataChanged.emit(self.index(0, PLACE, parent), self.index(len(new) - 1, ROLE, parent))

    def _on_preferences_changed(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, PLACE, ROLE)
        self._repaint()

    def _repaint(self) -> None:
        if self.speakers:
            self.dataChanged.emit(self.index(0, PLACE), self.index(len(self.speakers) - 1, ROLE))

    def share(self, speaker: Speaker) -> int:
        """Return how many per cent of the call's words are the speaker's."""
        return round(100 * self.figures.words[speaker.id] / max(1, self.figures.words.total()))

    def counts(self, speaker: Speaker) -> str:
        """Say in words how many turns, words and, where they are known, seconds are the speaker's."""
        turns = tr("{n} turns", n=self.figures.turns[speaker.id])
        said = tr("{turns}, {percent} % of the words", turns=turns, percent=self.share(speaker))
        total = self.figures.time.total()
        if not total:
            return said
        time = round(100 * self.figures.time[speaker.id] / total)
        return tr("{said}, {percent} % of the time", said=said, percent=time)

    def speaker_at(self, index: Index) -> Speaker | None:
        """Return the speaker of a row, also of one with a turn."""
        row = index.internalId() - 1 if index.internalId() else index.row()
        return self.speakers[row] if index.isValid() and row < len(self.speakers) else None

    def turn_at(self, index: Index) -> Turn | None:
        """Return the turn of a row below a speaker."""
        transcript, speaker = self._session.transcript, self.speaker_at(index)
        if not index.internalId() or transcript is None or speaker is None:
            return None
        shown = self.context.get(speaker.id, [])
        turn_id = shown[index.row()] if index.row() < len(shown) else None
        return transcript.turn(turn_id) if turn_id is not None and turn_id in transcript else None

    # ------------------------------------------------------------------ Qt

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008  (Qt's signature)
        there = 0 <= row < self.rowCount(parent) and 0 <= column <= ROLE
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0) if there else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(above - 1, PLACE, 0) if above else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self.speakers)
        speaker = self.speaker_at(parent)
        return 0 if parent.internalId() or parent.column() or speaker is None else len(self.context.get(speaker.id, []))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags if index.column() == PLACE or index.internalId() else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (tr("Key"), tr("Name"), tr("Role"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        speaker = self.speaker_at(index)
        if speaker is None:
            return None
        if index.internalId():
            return self._context_data(index, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return (str(index.row() + 1), speaker.name, speaker.role)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip("\n".join(filter(None, (speaker.name, speaker.role, speaker.id, self.counts(speaker)))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken = (tr("Speaker {number}", number=index.row() + 1), speaker.name or tr("No name"), speaker.role or tr("No role"))
            return f"{spoken[index.column()]}, {speaker.id}, {self.counts(speaker)}"
        return None

    def _context_data(self, index: Index, role: int) -> Any:
        turn, transcript = self.turn_at(index), self._session.transcript
        if turn is None or transcript is None or index.column() != PLACE:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return turn.text[:TOOLTIP]
        number, text = transcript.position(turn.id) + 1, turn.text[:TOOLTIP] + ("…" if len(turn.text) > TOOLTIP else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(text)
        return tr("Turn {number}: {text}", number=number, text=text) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or text == self.data(index, role):
            return False
        command = speakers.rename if index.column() == NAME else speakers.set_role
        return self._session.do(command, self.speakers[index.row()].id, text)
