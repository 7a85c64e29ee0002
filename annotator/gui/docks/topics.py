"""The topics of the codebook: a click on one tags the turns at hand."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.change import Change
from annotator.core.commands import topics
from annotator.core.i18n import tr
from annotator.core.model import Topic, TopicId, Transcript, Turn
from annotator.gui.dialogs.topic import TopicDialog
from annotator.gui.session import Session
from annotator.gui.theme import Theme, text_font
from annotator.gui.turns.model import Index
from annotator.gui.widgets.chip import HEIGHT, chip_width, paint_chip, paint_tick
from annotator.gui.widgets.flow import FlowLayout
from annotator.gui.widgets.labels import button, label, tooltip
from annotator.gui.widgets.tool import ToolButton

ROW = 32
CHIP_LEFT = 32
RIGHT = 52
MOST_DEFINITION = 120
KEYS = {
    Qt.Key.Key_Space: "toggle",
    Qt.Key.Key_Return: "toggle",
    Qt.Key.Key_Enter: "toggle",
    Qt.Key.Key_F2: "edit",
    Qt.Key.Key_Delete: "remove",
}


class TopicsModel(QAbstractListModel):
    """One row a topic; the display text is what a screen reader says."""

    def __init__(self, session: Session, parent: QWidget):
        super().__init__(parent)
        self._session = session
        self.topics: tuple[Topic, ...] = ()
        self.counts: Counter[TopicId] = Counter()
        session.project_changed.connect(self._refresh)
        session.transcript_changed.connect(self._refresh)
        session.changed.connect(self._refresh)
        session.turn_changed.connect(self._repaint)
        session.preferences_changed.connect(self._repaint)
        self._refresh()

    def _refresh(self) -> None:
        project, transcript = self._session.project, self._session.transcript
        visible = transcript.visible if transcript is not None else ()
        self.counts = Counter(topic_id for turn in visible for topic_id in turn.topics)
        wanted = project.topics if project is not None else ()
        if [t.id for t in wanted] == [t.id for t in self.topics]:
            self.topics = wanted
            self._repaint()
        else:
            self.beginResetModel()
            self.topics = wanted
            self.endResetModel()

    def _repaint(self) -> None:
        if self.topics:
            self.dataChanged.emit(self.index(0), self.index(len(self.topics) - 1))

    def turns(self) -> list[Turn]:
        """Return the turns at hand, those that a click tags."""
        transcript = self._session.transcript
        return [] if transcript is None else [transcript.turn(i) for i in self._session.selected if i in transcript]

    def share(self, topic: Topic) -> Qt.CheckState:
        """Tell whether all, some or none of the turns at hand have the topic."""
        have = [topic.id in turn.topics for turn in self.turns()]
        if not any(have):
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if all(have) else Qt.CheckState.PartiallyChecked

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        return 0 if parent.isValid() else len(self.topics)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or index.row() >= len(self.topics):
            return None
        topic = self.topics[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return topic.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip("\n".join(filter(None, (topic.name, topic.definition))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [topic.name, tr("{n} turns", n=self.counts[topic.id])]
            if self.share(topic) == Qt.CheckState.Checked:
                parts.append(tr("on this turn"))
            return ", ".join(parts)
        return None


class TopicDelegate(QStyledItemDelegate):
    """The digit, the chip, a tick where the turns at hand have the topic, and how many turns of the call have it."""

    clicked = Signal()
    """On the chip of the current row."""

    def __init__(self, theme: Theme, parent: QWidget):
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    def chip_box(self, rect: QRect, name: str) -> QRectF:
        width = chip_width(name, rect.width() - CHIP_LEFT - RIGHT)
        return QRectF(rect.left() + CHIP_LEFT, rect.top() + (rect.height() - HEIGHT) / 2, width, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = self._theme.tokens
        model = index.model()
        assert isinstance(model, TopicsModel)
        topic = model.topics[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        dim = t.on_highlight if chosen else t.text_dim
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            focused = state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(t.focus, 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(t.highlight)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 6, 6)
        painter.setFont(text_font(12))
        if topic.hotkey:
            cap = QRectF(rect.left() + 8, rect.top() + (rect.height() - 18) / 2, 18, 18)
            painter.setBrush(t.surface)
            painter.setPen(QPen(t.line, 1))
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(t.text_dim)
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(topic.hotkey))
        box = self.chip_box(rect, topic.name)
        paint_chip(painter, box, self._theme, topic.name, topic.colour)
        share = model.share(topic)
        mark = QPointF(box.right() + 14, rect.top() + rect.height() / 2)
        if share == Qt.CheckState.Checked:
            paint_tick(painter, mark, t.accent)
        elif share == Qt.CheckState.PartiallyChecked:
            painter.fillRect(QRectF(mark.x() - 5, mark.y() - 1, 10, 2), t.accent)
        painter.setPen(dim)
        if model.counts[topic.id]:
            room = rect.adjusted(0, 0, -8, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(model.counts[topic.id]))
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            rect: QRect = option.rect
            if event.button() == Qt.MouseButton.LeftButton and self.chip_box(rect, index.data()).contains(event.position()):
                self.clicked.emit()
                return True
        return False


class TopicsView(QListView):
    """Asks for what its keys mean."""

    asked = Signal(str)
    """One of the values of KEYS."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in KEYS and self.currentIndex().isValid():
            self.asked.emit(KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class TopicsDock(QWidget):
    def __init__(self, session: Session, theme: Theme):
        super().__init__()
        self._session, self._theme = session, theme
        self._current: TopicId | None = None
        self.list = TopicsView()
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(ROW)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model = TopicsModel(session, self.list)
        self.list.setModel(self.model)
        delegate = TopicDelegate(theme, self.list)
        self.list.setItemDelegate(delegate)
        self.empty = label(style="dim", wrap=True)
        self.definition = label(style="dim", wrap=True)
        self.add = ToolButton(theme, "add", self._on_add)
        self.edit = ToolButton(theme, "edit", self._on_edit)
        self.remove = ToolButton(theme, "remove", self._on_remove)
        self.buttons = QWidget()
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.add)
        row.addStretch(1)
        row.addWidget(self.edit)
        row.addWidget(self.remove)
        self.question = QFrame()
        self.question.setProperty("card", "true")
        self._asking = label(wrap=True)
        self._confirm = button("", self._on_confirmed)
        self._keep = button("", self._on_kept)
        inside = QVBoxLayout(self.question)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(8)
        inside.addWidget(self._asking)
        answers = QWidget()
        flow = FlowLayout(answers, 8)
        flow.addWidget(self._keep)
        flow.addWidget(self._confirm)
        inside.addWidget(answers)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.definition)
        layout.addWidget(self.question)
        layout.addWidget(self.buttons)
        layout.addStretch()

        delegate.clicked.connect(self._toggle)
        self.list.asked.connect(self._on_asked)
        self.list.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.model.modelReset.connect(self._restore_current)
        session.changed.connect(self._on_changed)
        session.project_changed.connect(self._refresh)
        session.preferences_changed.connect(self.retranslate)
        theme.changed.connect(self.list.viewport().update)
        self._restore_current()
        self.retranslate()

    def retranslate(self) -> None:
        self.list.setAccessibleName(tr("Topics"))
        self.add.call(tr("Add…"), tip=tr("Add a topic to the codebook"), beside=True)
        self.edit.call(tr("Edit topic…"))
        self.remove.call(tr("Remove topic…"))
        self._confirm.setText(tr("Remove topic"))
        self._keep.setText(tr("Keep it"))
        self._refresh()

    # ------------------------------------------------------------------ the current topic

    @property
    def topic(self) -> Topic | None:
        return next((t for t in self.model.topics if t.id == self._current), None)

    def _restore_current(self) -> None:
        """Keep the current topic current when rows come and go; where it is gone, the first one."""
        ids = [t.id for t in self.model.topics]
        row = ids.index(self._current) if self._current in ids else 0
        self.list.setCurrentIndex(self.model.index(row))
        self._refresh()

    def _on_current_changed(self, index: Index) -> None:
        if index.isValid():
            self._current = self.model.topics[index.row()].id
            self._ask("")

    def _on_changed(self, change: Change) -> None:
        added = [step.after.id for step in change.steps if isinstance(step.after, Topic) and step.before is None]
        if added:
            self._current = added[-1]
            self._restore_current()
        if any(isinstance(step.entity, Topic) for step in change.steps):
            self._ask("")

    def _refresh(self) -> None:
        key = QKeySequence("Ctrl+1").toString(QKeySequence.SequenceFormat.NativeText)
        is_open, topic = self._session.project is not None, self.topic
        next_step = tr("No topics yet. Add one, then press {key} on a turn.", key=key)
        self.empty.setText(next_step if is_open else tr("Open a call to tag its turns."))
        self.empty.setVisible(topic is None)
        self.list.setVisible(topic is not None)
        definition = topic.definition if topic is not None else ""
        self.definition.setText(definition if len(definition) <= MOST_DEFINITION else definition[:MOST_DEFINITION] + "…")
        self.definition.setToolTip(tooltip(definition))
        asking = bool(self._asking.text())
        self.question.setVisible(asking)
        self.buttons.setHidden(asking)
        self.definition.setVisible(bool(definition) and not asking)
        self.add.setEnabled(is_open)
        for made in (self.edit, self.remove):
            made.setVisible(topic is not None)

    # ------------------------------------------------------------------ what is done to it

    def _on_asked(self, what: str) -> None:
        {"toggle": self._toggle, "edit": self._on_edit, "remove": self._on_remove}[what]()

    def _toggle(self) -> None:
        turns = self.model.turns()
        if turns and self.topic is not None:
            self._session.do(topics.toggle, [turn.id for turn in turns], self.topic.id)

    def _on_add(self) -> None:
        self._open_dialog(None)

    def _on_edit(self) -> None:
        self._open_dialog(self.topic)

    def _open_dialog(self, topic: Topic | None) -> None:
        dialog = TopicDialog(self._session, self._theme, topic, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_remove(self) -> None:
        if self.topic is not None:
            self._session.guard(self._ask_or_remove, self.topic)

    def _ask_or_remove(self, topic: Topic) -> None:
        """Remove the topic; where turns have it, ask first, here and once."""
        tagged = [sum(topic.id in turn.topics for turn in transcript.turns) for transcript in self._transcripts()]
        if not any(tagged):
            self._on_confirmed()
            return
        turns, calls = tr("{n} turns", n=sum(tagged)), tr("in {n} calls", n=sum(map(bool, tagged)))
        self._ask(tr("Remove {name}? Tagged with it: {turns} {calls}.", name=topic.name, turns=turns, calls=calls))
        self._keep.setFocus()

    def _ask(self, question: str) -> None:
        """Show the question with its answers in place of the buttons; an empty one puts these back."""
        self._asking.setText(question)
        self._refresh()

    def _transcripts(self) -> list[Transcript]:
        project = self._session.project
        return [project.transcript(header.id) for header in project.transcripts()] if project is not None else []

    def _on_confirmed(self) -> None:
        topic = self.topic
        self._on_kept()
        if topic is not None:
            self._session.apply(lambda: topics.remove(self._transcripts(), topic.id, self.model.topics))

    def _on_kept(self) -> None:
        self._ask("")
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._asking.text():
            self._on_kept()
        else:
            super().keyPressEvent(event)

