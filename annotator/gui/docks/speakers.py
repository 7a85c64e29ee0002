"""The speakers of the call: shape, key, name and role (both edited in place), turns and share of the words."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.core import i18n
from annotator.core.change import Change
from annotator.core.commands import speakers
from annotator.core.i18n import tr
from annotator.core.model import Speaker, SpeakerId, Transcript, Turn
from annotator.gui.session import Session
from annotator.gui.theme import Theme, paint_shape, text_font
from annotator.gui.turns.model import Index
from annotator.gui.widgets.labels import label, tooltip
from annotator.gui.widgets.tool import ToolButton

ROW = 44
LEAST_WIDTH = 220
EDITOR_WIDTH = 140
PLACE, NAME, ROLE = range(3)
USUAL_ROLES = {
    "en": ("Client", "Support", "Agent", "Operator", "Manager"),
    "ru": ("Клиент", "Саппорт", "Оператор", "Менеджер"),
}
"""Roles are data in the language of the calls, not of the window: both are offered, that of the window first."""


class SpeakersModel(QAbstractTableModel):
    """One row a speaker, in their order; the display text is what a screen reader says."""

    def __init__(self, session: Session, parent: QWidget):
        super().__init__(parent)
        self._session = session
        self.speakers: tuple[Speaker, ...] = ()
        self.turns: Counter[SpeakerId | None] = Counter()
        self.words: Counter[SpeakerId | None] = Counter()
        session.transcript_changed.connect(self._on_transcript_changed)
        session.changed.connect(self._on_changed)
        session.preferences_changed.connect(self._on_preferences_changed)
        self._on_transcript_changed()

    def _on_transcript_changed(self) -> None:
        transcript = self._session.transcript
        self.beginResetModel()
        self.speakers = transcript.speakers if transcript is not None else ()
        self.turns, self.words = Counter(), Counter()
        for turn in transcript.visible if transcript is not None else ():
            self._count(turn, 1)
        self.endResetModel()

    def _on_changed(self, change: Change) -> None:
        """Follow a change by its steps: counting a long call anew would take longer than a frame."""
        transcript = self._session.transcript
        if transcript is None:
            return
        for step in change.steps:
            for entity, sign in ((step.before, -1), (step.after, 1)):
                if isinstance(entity, Turn) and entity.transcript_id == transcript.id and not entity.hidden:
                    self._count(entity, sign)
        if len(transcript.speakers) != len(self.speakers):
            self.beginResetModel()
            self.speakers = transcript.speakers
            self.endResetModel()
        else:
            self.speakers = transcript.speakers
            self._repaint()

    def _count(self, turn: Turn, sign: int) -> None:
        self.turns[turn.speaker_id] += sign
        self.words[turn.speaker_id] += sign * len(turn.text.split())

    def _on_preferences_changed(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, PLACE, ROLE)
        self._repaint()

    def _repaint(self) -> None:
        if self.speakers:
            self.dataChanged.emit(self.index(0, PLACE), self.index(len(self.speakers) - 1, ROLE))

    def share(self, speaker: Speaker) -> int:
        """Return how many per cent of the call's words are the speaker's."""
        return round(100 * self.words[speaker.id] / max(1, self.words.total()))

    def counts(self, speaker: Speaker) -> str:
        """Say in words how many turns and words are the speaker's."""
        turns = tr("{n} turns", n=self.turns[speaker.id])
        return tr("{turns}, {percent} % of the words", turns=turns, percent=self.share(speaker))

    # ------------------------------------------------------------------ Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        return 0 if parent.isValid() else len(self.speakers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags if index.column() == PLACE else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (tr("Key"), tr("Name"), tr("Role"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.speakers):
            return None
        speaker = self.speakers[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return (str(index.row() + 1), speaker.name, speaker.role)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip("\n".join(filter(None, (speaker.name, speaker.role, speaker.id, self.counts(speaker)))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken = (tr("Speaker {number}", number=index.row() + 1), speaker.name or tr("No name"), speaker.role or tr("No role"))
            return f"{spoken[index.column()]}, {speaker.id}, {self.counts(speaker)}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or text == self.data(index, role):
            return False
        command = speakers.rename if index.column() == NAME else speakers.set_role
        return self._session.do(command, self.speakers[index.row()].id, text)


class SpeakerDelegate(QStyledItemDelegate):
    """Two lines a cell: name over id, role over turns and share. What stands in the table of turns has the speaker's colour."""

    def __init__(self, theme: Theme, table: QTableView):
        super().__init__(table)
        self._theme, self._table = theme, table
        self.known_roles: dict[str, None] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = self._theme.tokens
        model = index.model()
        assert isinstance(model, SpeakersModel)
        speaker, colour = model.speakers[index.row()], self._theme.speaker_colour(index.row())
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, t.highlight if chosen else t.surface)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line)
        dim = t.on_highlight if chosen else t.text_dim
        colour = t.on_highlight if chosen else colour
        if index.column() == PLACE:
            paint_shape(painter, QRectF(rect.left() + 8, rect.top() + 10, 10, 10), index.row(), colour)
            painter.setFont(text_font(13))
            painter.setPen(t.on_highlight if chosen else t.text)
            if index.row() < 9:
                painter.drawText(rect.adjusted(23, 5, 0, 0), Qt.AlignmentFlag.AlignTop, str(index.row() + 1))
        else:
            is_name = index.column() == NAME
            text = speaker.name if is_name else speaker.role
            leads = bool(text) and (is_name or not speaker.name)
            ink = colour if chosen or leads else t.text if text else t.text_dim
            room = rect.adjusted(8, 5, -4, -5)
            font = text_font(13)
            font.setWeight(QFont.Weight.DemiBold if leads else QFont.Weight.Normal)
            shown = text or (tr("No name") if is_name else tr("No role"))
            self._line(painter, room, Qt.AlignmentFlag.AlignTop, font, ink, shown)
            below = speaker.id if is_name else f"{model.turns[speaker.id]} · {model.share(speaker)} %"
            self._line(painter, room, Qt.AlignmentFlag.AlignBottom, text_font(12), dim, below)
        painter.restore()

    def _line(self, painter: QPainter, room: QRect, side: Qt.AlignmentFlag, font: QFont, ink: Any, text: str) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(room, side, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width()))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() == NAME:
            return QLineEdit(parent)
        combo = QComboBox(parent)
        combo.setEditable(True)
        usual = sorted(USUAL_ROLES, key=lambda code: code != i18n.language())
        combo.addItems(list(dict.fromkeys([*self.known_roles, *(role for code in usual for role in USUAL_ROLES[code])])))
        return combo

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        width = max(rect.width(), EDITOR_WIDTH)
        left = min(rect.left(), self._table.viewport().width() - width)
        editor.setGeometry(left + 1, rect.top() + 1, width - 2, rect.height() - 3)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, ROW)


class SpeakersView(QTableView):
    """Enter and F2 edit the cell."""

    KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter that ends an editor arrives here too.
        if event.key() in self.KEYS and self.state() != QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing until a cell is edited."""


class SpeakersDock(QWidget):
    def __init__(self, session: Session, theme: Theme):
        super().__init__()
        self._session = session
        self.setMinimumWidth(LEAST_WIDTH)
        self.table = SpeakersView()
        self.table.setMinimumHeight(2 * ROW + 8)  # a call has two
        self.model = SpeakersModel(session, self.table)
        self._delegate = SpeakerDelegate(theme, self.table)
        self.table.setModel(self.model)
        self.table.setItemDelegate(self._delegate)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.SelectedClicked)
        self.table.setShowGrid(False)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        header = self.table.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(PLACE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(PLACE, 36)
        self.hint = label(style="dim", wrap=True)
        self.swap = ToolButton(theme, "flip", self._on_swap)
        self.add = ToolButton(theme, "add", self._on_add)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.add)
        row.addStretch(1)
        row.addWidget(self.swap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.hint)
        layout.addLayout(row)
        self.table.selectionModel().selectionChanged.connect(self._refresh)
        session.transcript_changed.connect(self._refresh)
        session.changed.connect(self._refresh)
        session.project_changed.connect(self._delegate.known_roles.clear)
        session.preferences_changed.connect(self.retranslate)
        theme.changed.connect(self.table.viewport().update)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(tr("Speakers of the call"))
        tip = tr("Swap the two roles: the speakers exchange name and role, every turn stays with its speaker")
        self.swap.call(tr("Swap the two roles"), tip=tip)
        self.add.call(tr("Add speaker"), beside=True)
        self._refresh()

    def _refresh(self) -> None:
        transcript = self._session.transcript
        self._delegate.known_roles.update((s.role, None) for s in self.model.speakers if s.role)
        unclear = self.model.turns[None]
        self.table.setVisible(transcript is not None)
        is_open = transcript is not None
        self.hint.setText(tr("{n} turns are unclear", n=unclear) if is_open else tr("Open a call to see who speaks."))
        self.hint.setVisible(bool(unclear) or transcript is None)
        self.swap.setEnabled(self._two() is not None)
        self.add.setEnabled(transcript is not None)

    def _two(self) -> tuple[SpeakerId, SpeakerId] | None:
        """Return the two speakers that are meant: the two selected, or the only two."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        chosen = [self.model.speakers[row].id for row in rows] if len(rows) == 2 else [s.id for s in self.model.speakers]
        return (chosen[0], chosen[1]) if len(chosen) == 2 else None

    def _on_swap(self) -> None:
        if two := self._two():
            self._session.do(speakers.swap_roles, *two)

    def _on_add(self) -> None:
        """Add a speaker and wait for the name, in place."""
        transcript = self._session.transcript
        if transcript is not None and self._session.do(speakers.add, new_speaker_id(transcript)):
            self.table.setFocus()
            self.table.setCurrentIndex(self.model.index(len(self.model.speakers) - 1, NAME))
            self.table.edit(self.table.currentIndex())


def new_speaker_id(transcript: Transcript) -> SpeakerId:
    """Return a free id in the style of the diarizer's: one more than the highest number, with as many digits."""
    taken = {speaker.id for speaker in transcript.speakers}
    numbered = [m for m in (re.fullmatch(r"(.*?)(\d+)", speaker_id) for speaker_id in sorted(taken)) if m]
    prefix, digits = max(((m[1], m[2]) for m in numbered), key=lambda found: int(found[1]), default=("SPK", "-1"))
    width = len(digits) if numbered else 2
    number = int(digits) + 1
    while (made := f"{prefix}{number:0{width}}") in taken:
        number += 1
    return made
