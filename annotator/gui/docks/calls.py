"""The calls of the project: which are done, and how many findings are open in each."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QInputDialog,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.commands import transcripts
from annotator.core.i18n import tr
from annotator.core.model import Header, Transcript
from annotator.gui.session import Notice, Session
from annotator.gui.theme import Theme
from annotator.gui.turns.model import Index
from annotator.gui.widgets.labels import shown_name, tooltip

ROW, FRAME = 34, 2


class CallsModel(QAbstractListModel):
    """One row a call; the display text is what a screen reader says."""

    def __init__(self, session: Session, parent: QWidget):
        super().__init__(parent)
        self._session = session
        self.headers: tuple[Header, ...] = session.headers()
        session.project_changed.connect(self._reload)
        session.changed.connect(self._on_changed)
        session.counts_changed.connect(self._repaint)
        session.preferences_changed.connect(self._repaint)

    def _reload(self) -> None:
        self.beginResetModel()
        self.headers = self._session.headers()
        self.endResetModel()

    def _on_changed(self) -> None:
        if self.headers != self._session.headers():
            self._reload()

    def _repaint(self) -> None:
        if self.headers:
            self.dataChanged.emit(self.index(0), self.index(len(self.headers) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        return 0 if parent.isValid() else len(self.headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or index.row() >= len(self.headers):
            return None
        header = self.headers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_name(header.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{header.name}: {self.status(header)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(f"{header.name}: {self.status(header)}")
        return None

    def status(self, header: Header) -> str:
        count = self._session.open_findings(header.id)
        if header.done:
            return tr("done")
        return tr("not checked yet") if count is None else tr("{n} open findings", n=count)


class CallDelegate(QStyledItemDelegate):
    """A ring for a call that is open, a tick for one that is done; the name; the number of open findings."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget):
        super().__init__(parent)
        self._session, self._theme = session, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = self._theme.tokens
        model = index.model()
        assert isinstance(model, CallsModel)
        header = model.headers[index.row()]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        shown = self._session.transcript is not None and self._session.transcript.id == header.id
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if shown:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.highlight)
            painter.drawRoundedRect(QRectF(rect).adjusted(4, 1, -4, -1), 6, 6)
        ink = t.on_highlight if shown else t.text
        ring = QRectF(rect.left() + 14, rect.center().y() - 5, 10, 10)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(t.accent, 2))
        if header.done:
            x, y = ring.left(), ring.center().y()
            painter.drawPolyline([QPointF(x, y), QPointF(x + 4, y + 4), QPointF(x + 11, y - 5)])
        else:
            painter.drawEllipse(ring)
        count = self._session.open_findings(header.id)
        badge = str(count) if count and not header.done else ""
        right = rect.right() - 12
        if badge:
            font = QFont(painter.font())
            font.setPixelSize(12)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            width = max(22, painter.fontMetrics().horizontalAdvance(badge) + 12)
            box = QRectF(right - width, rect.center().y() - 9, width, 19)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.duplicate_ground)
            painter.drawRoundedRect(box, 9, 9)
            painter.setPen(t.duplicate)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, badge)
            right -= width + 6
        font = QFont(painter.font())
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.DemiBold if shown else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(t.text_dim if header.done and not shown else ink)
        room = QRect(rect.left() + 34, rect.top(), int(right) - rect.left() - 34, rect.height())
        name = painter.fontMetrics().elidedText(shown_name(header.name), Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()


class CallsList(QListView):
    """Asks for the height of all its rows, and can do with one."""

    def sizeHint(self) -> QSize:
        return QSize(200, max(1, self.model().rowCount()) * ROW + FRAME)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, ROW + FRAME)


class CallsDock(QWidget):
    def __init__(self, session: Session, theme: Theme):
        super().__init__()
        self._session = session
        self.list = CallsList()
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setModel(CallsModel(session, self.list))
        self.list.setItemDelegate(CallDelegate(session, theme, self.list))
        self.list.clicked.connect(self._on_chosen)
        self.list.activated.connect(self._on_chosen)
        self._rename, self._remove = QAction(self.list), QAction(self.list)
        self._rename.setShortcut(QKeySequence(Qt.Key.Key_F2))
        self._remove.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        for action, run in ((self._rename, self._on_rename), (self._remove, self._on_remove)):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(run)
            self.list.addAction(action)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 12)
        layout.addWidget(self.list)
        self.list.model().modelReset.connect(self.list.updateGeometry)
        session.transcript_changed.connect(self._on_transcript_changed)
        theme.changed.connect(self.list.viewport().update)
        session.preferences_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        self.list.setAccessibleName(tr("Calls of the project"))
        self._rename.setText(tr("Rename call…"))
        self._remove.setText(tr("Remove call from the project"))

    def _on_chosen(self, index: QModelIndex) -> None:
        header = self._session.headers()[index.row()]
        if self._session.transcript is None or self._session.transcript.id != header.id:
            self._session.show_transcript(header.id)

    def _current(self) -> Transcript | None:
        project, row = self._session.project, self.list.currentIndex().row()
        return project.transcript(self._session.headers()[row].id) if project is not None and row >= 0 else None

    def _on_rename(self) -> None:
        call = self._current()
        if call is not None:
            title = tr("Rename call")
            name, given = QInputDialog.getText(self, title, tr("Name:"), QLineEdit.EchoMode.Normal, call.header.name)
            if given and name.strip() != call.header.name:
                self._session.apply(lambda: transcripts.rename(call, name))

    def _on_remove(self) -> None:
        """Take a call out of the project; nothing is asked, since undo brings it back with all that was done to it."""
        call = self._current()
        if call is not None and self._session.apply(lambda: transcripts.remove(call)):
            text = tr("{name} was removed from the project. Undo brings it back.", name=call.header.name)
            self._session.noticed.emit(Notice(text))

    def _on_transcript_changed(self) -> None:
        transcript = self._session.transcript
        for row, header in enumerate(self._session.headers()):
            if transcript is not None and header.id == transcript.id:
                self.list.setCurrentIndex(self.list.model().index(row, 0))
        self.list.viewport().update()
