"""How the speakers of a call look in their panel, and what keys and clicks do there."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from annotator.core.i18n import tr
from annotator.gui.docks.speakers_model import NAME, PLACE, ROLE, TOOLTIP, SpeakersModel
from annotator.gui.session import Session
from annotator.gui.theme import Theme, paint_shape, text_font
from annotator.gui.turns.model import Index
from annotator.gui.widgets.chip import paint_triangle
from annotator.gui.widgets.labels import shown_name

ROW = 56
LINE = 44
EDITOR_WIDTH = 140
EDITOR_HEIGHT = 32
HEAD = 42
"""Width of the column with disclosure triangle, shape and digit."""
USUAL_ROLES = {
    "ru": ("Клиент", "Саппорт", "Оператор", "Менеджер"),
    "en": ("Client", "Support", "Agent", "Operator", "Manager"),
}
"""Roles are data in the language of the calls, not of the window: both are offered, that of the call first."""


class SpeakerDelegate(QStyledItemDelegate):
    """Two lines a cell: name over id, role over turns and share. What stands in the table of turns has the speaker's colour."""

    def __init__(self, session: Session, theme: Theme, view: SpeakersView):
        super().__init__(view)
        self._session, self._theme, self._view = session, theme, view
        self.known_roles: dict[str, None] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, t = index.model(), self._theme.tokens
        assert isinstance(model, SpeakersModel)
        speaker = model.speaker_at(index)
        if speaker is None:
            return
        colour = self._theme.speaker_colour(index.row(), speaker.colour)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        dim = t.on_highlight if self._view.is_chosen(index) else t.text_dim
        painter.save()
        if index.column() == PLACE:
            if model.rowCount(index):
                paint_triangle(painter, QPointF(rect.left() + 9, rect.top() + 15), dim, self._view.isExpanded(index))
            paint_shape(painter, QRectF(rect.left() + 17, rect.top() + 10, 10, 10), index.row(), colour)
            painter.setFont(text_font(13))
            painter.setPen(t.text)
            if index.row() < 9:
                painter.drawText(rect.adjusted(32, 6, 0, 0), Qt.AlignmentFlag.AlignTop, str(index.row() + 1))
        else:
            is_name = index.column() == NAME
            text = speaker.name if is_name else speaker.role
            leads = bool(text) and (is_name or not speaker.name)
            room = QRect(rect.left() + 4, rect.top() + 6, rect.width() - (2 if is_name else 12), 36)
            font = text_font(13)
            font.setWeight(QFont.Weight.DemiBold if leads else QFont.Weight.Normal)
            shown = text or (tr("No name") if is_name else tr("No role"))
            self._line(painter, room, Qt.AlignmentFlag.AlignTop, font, colour if leads else t.text if text else dim, shown)
            below = speaker.id if is_name else f"{model.figures.turns[speaker.id]} · {model.share(speaker)} %"
            self._line(painter, room, Qt.AlignmentFlag.AlignBottom, text_font(12), dim, below)
        painter.restore()

    def paint_ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint what lies under all cells of a row, and the bar that goes through a speaker's."""
        model, t = index.model(), self._theme.tokens
        assert isinstance(model, SpeakersModel)
        current = self._view.selectionModel().isRowSelected(index.row(), index.parent())
        painter.fillRect(rect, t.highlight if self._view.is_chosen(index) else t.surface_alt if current else t.surface)
        speaker = model.speaker_at(index)
        last = index.row() == model.rowCount(index.parent()) - 1 if index.internalId() else not self._view.isExpanded(index)
        if last:
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line)
        if index.internalId() or speaker is None:
            return
        bar = QRectF(rect.left() + HEAD + 4, rect.bottom() - 9, rect.width() - HEAD - 12, 4)
        said = QRectF(bar.left(), bar.top(), bar.width() * model.share(speaker) / 100, bar.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for box, colour in ((bar, t.line), (said, self._theme.speaker_colour(index.row(), speaker.colour))):
            painter.setBrush(colour)
            painter.drawRoundedRect(box, 2, 2)
        painter.restore()

    def paint_context(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint number and words of a turn in one line over all columns."""
        model, transcript, t = index.model(), self._session.transcript, self._theme.tokens
        assert isinstance(model, SpeakersModel)
        turn = model.turn_at(index)
        if turn is None or transcript is None:
            return
        chosen = self._view.is_chosen(index)
        painter.save()
        painter.setFont(text_font(12))
        painter.setPen(t.on_highlight if chosen else t.text_dim)
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        number = QRect(rect.left(), rect.top() + 5, HEAD - 4, rect.height())
        painter.drawText(number, top | Qt.AlignmentFlag.AlignRight, str(transcript.position(turn.id) + 1))
        room, font, ink = rect.adjusted(HEAD + 4, 4, -8, -5), text_font(13), t.on_highlight if chosen else t.text
        layout = QTextLayout(turn.text[:TOOLTIP], font)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(room.width())
        end = line.textLength()
        layout.endLayout()
        text = layout.text()
        self._line(painter, room, top, font, ink, text[:end].rstrip())
        self._line(painter, room, bottom, font, ink, text[end:])
        painter.restore()

    def paint_focus(self, painter: QPainter, rect: QRect) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.tokens.focus, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -2), 4, 4)
        painter.restore()

    def _line(self, painter: QPainter, room: QRect, side: Qt.AlignmentFlag, font: QFont, ink: QColor, text: str) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(room, side, painter.fontMetrics().elidedText(shown_name(text), Qt.TextElideMode.ElideRight, room.width()))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() == NAME:
            return QLineEdit(parent)
        combo = QComboBox(parent)
        combo.setEditable(True)
        usual = sorted(USUAL_ROLES, key=lambda code: code != self._language())
        combo.addItems(list(dict.fromkeys([*self.known_roles, *(role for code in usual for role in USUAL_ROLES[code])])))
        return combo

    def _language(self) -> str:
        """Return the language of the call by the letters of its first turns."""
        transcript = self._session.transcript
        head = " ".join(turn.text[:TOOLTIP] for turn in transcript.turns[:20]) if transcript is not None else ""
        return "ru" if len(re.findall("[а-яё]", head.lower())) > len(re.findall("[a-z]", head.lower())) else "en"

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        width = max(rect.width(), EDITOR_WIDTH)
        left = min(rect.left(), self._view.viewport().width() - width)
        editor.setGeometry(left + 1, rect.top() + 1, width - 2, EDITOR_HEIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, LINE if index.internalId() else ROW)


class SpeakersView(QTreeView):
    """Enter and F2 edit a speaker's name; Enter goes to a turn. A click on shape or digit shows the longest turns."""

    activated_turn = Signal(QPersistentModelIndex)
    resized = Signal()
    EDIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._on_clicked)

    def speaker_delegate(self) -> SpeakerDelegate:
        made = self.itemDelegate()
        assert isinstance(made, SpeakerDelegate)
        return made

    def is_chosen(self, index: Index) -> bool:
        """Tell whether keys act on the row: it is the current one, and the focus is here."""
        here = self.hasFocus() or self.state() == QAbstractItemView.State.EditingState
        return here and self.selectionModel().isRowSelected(index.row(), index.parent())

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        delegate = self.speaker_delegate()
        delegate.paint_ground(painter, rect, index)
        if index.internalId():
            delegate.paint_context(painter, rect, index)
        else:
            super().drawRow(painter, option, index)
        current = self.currentIndex()
        if self.hasFocus() and (current.row(), current.internalId()) == (index.row(), index.internalId()):
            delegate.paint_focus(painter, rect)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.internalId():
            self.activated_turn.emit(QPersistentModelIndex(index))
        elif index.column() == PLACE:
            self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        # Enter that ends an editor arrives here too.
        if event.key() not in self.EDIT or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif index.internalId() and event.key() != Qt.Key.Key_F2:
            self.activated_turn.emit(QPersistentModelIndex(index))
        elif index.isValid() and not index.internalId():
            self.edit(index.siblingAtColumn(max(NAME, index.column())))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab goes from the name to the role and back."""
        hints = QAbstractItemDelegate.EndEditHint
        index = self.currentIndex()
        other = {(hints.EditNextItem, NAME): ROLE, (hints.EditPreviousItem, ROLE): NAME}.get((hint, index.column()))
        super().closeEditor(editor, hints.NoHint if hint in (hints.EditNextItem, hints.EditPreviousItem) else hint)
        if other is not None:
            self.setCurrentIndex(index.siblingAtColumn(other))
            self.edit(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing until a cell is edited."""
