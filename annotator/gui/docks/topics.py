"""The topics of the codebook, each above its parts: a click on one tags the turns at hand."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.change import Change
from annotator.core.commands import topics
from annotator.core.errors import AnnotatorError
from annotator.core.i18n import msg, tr
from annotator.core.model import Topic, TopicId, Transcript, TranscriptId, Turn, TurnId, topic_paths, topic_tree
from annotator.gui import keymap
from annotator.gui.dialogs.codebook import export_codebook, import_codebook
from annotator.gui.dialogs.topic import TopicDialog
from annotator.gui.session import BIG, Notice, Session
from annotator.gui.tasks import Job, Jobs
from annotator.gui.theme import Theme, text_font
from annotator.gui.turns.model import Index
from annotator.gui.widgets.chip import HEIGHT, chip_width, paint_chip, paint_tick, paint_triangle
from annotator.gui.widgets.flow import FlowLayout
from annotator.gui.widgets.labels import button, label, tooltip
from annotator.gui.widgets.tool import ToolButton
from annotator.project import Project

ROW = 32
CHIP_LEFT = 32
FOLD = 16
"""Room for the triangle by which parts are folded in; there is none in a codebook without parts."""
INDENT, MOST_INDENTED = 12, 6
RIGHT, TICK = 28, 24
MOST_DEFINITION = 120
DRAGGED = "application/x-annotator-topic"
PLAIN, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
KEYS = {
    (PLAIN, Qt.Key.Key_Space): "toggle",
    (PLAIN, Qt.Key.Key_Return): "toggle",
    (PLAIN, Qt.Key.Key_Enter): "toggle",
    (PLAIN, Qt.Key.Key_F2): "edit",
    (PLAIN, Qt.Key.Key_Delete): "remove",
    (PLAIN, Qt.Key.Key_Left): "fold",
    (PLAIN, Qt.Key.Key_Right): "unfold",
    (ALT, Qt.Key.Key_Up): "up",
    (ALT, Qt.Key.Key_Down): "down",
    (ALT, Qt.Key.Key_Left): "out",
    (ALT, Qt.Key.Key_Right): "in",
}


class TopicsModel(QAbstractListModel):
    """One row a topic that is not folded in; the display text is what a screen reader says."""

    def __init__(self, session: Session, parent: QWidget):
        super().__init__(parent)
        self._session = session
        self._shares: tuple[Transcript | None, tuple[TurnId, ...], int, Counter[TopicId]] | None = None
        """Transcript and selection for which it was counted how many turns at hand there are, and how many have each topic."""
        self.codebook: tuple[Topic, ...] = ()
        self.topics: tuple[Topic, ...] = ()
        """Those that have a row."""
        self.depths: tuple[int, ...] = ()
        self.parents: frozenset[TopicId] = frozenset()
        """What has parts."""
        self.folded: frozenset[TopicId] = frozenset()
        self.counts: Counter[TopicId] = Counter()
        """How many turns of the call have each topic or, where its parts are folded in, one of them."""
        self._own = f"{os.getpid()} "
        self._together: Counter[frozenset[TopicId]] = Counter()
        """How many visible turns of the call have exactly these topics: of a long call only a few sets differ."""
        session.project_changed.connect(self._refresh)
        session.transcript_changed.connect(self._count)
        session.changed.connect(self._on_changed)
        session.turn_changed.connect(self._repaint)
        session.preferences_changed.connect(self._repaint)
        self._count()

    def _count(self) -> None:
        transcript = self._session.transcript
        if transcript is None:
            self._together = Counter()
        elif transcript.topics:
            self._together = Counter(turn.topics for turn in transcript.visible)
        else:
            self._together = Counter({frozenset(): len(transcript.visible)})
        self._refresh()

    def _on_changed(self, change: Change) -> None:
        """Count only the turns that have changed: a call may have 100,000."""
        here = self._session.transcript
        for step in change.steps:
            for turn, more in ((step.before, -1), (step.after, 1)):
                if here is not None and isinstance(turn, Turn) and turn.transcript_id == here.id and not turn.hidden:
                    self._together[turn.topics] += more
        self._refresh()

    def _refresh(self) -> None:
        project = self._session.project
        self.codebook = project.topics if project is not None else ()
        self.parents = frozenset(t.parent_id for t in self.codebook if t.parent_id is not None)
        rows: list[tuple[Topic, int]] = []
        shown_as: dict[TopicId, TopicId] = {}
        for topic, depth in topic_tree(self.codebook):
            above = shown_as.get(topic.parent_id or 0)
            hidden = above is not None and above in self.folded
            shown_as[topic.id] = above if above is not None and hidden else topic.id
            rows += [] if hidden else [(topic, depth)]
        self.counts = Counter()
        for together, count in self._together.items():
            self.counts.update(dict.fromkeys({shown_as[i] for i in together if i in shown_as}, count))
        wanted, depths = tuple(topic for topic, _ in rows), tuple(depth for _, depth in rows)
        if [t.id for t in wanted] == [t.id for t in self.topics]:
            self.topics, self.depths = wanted, depths
            self._repaint()
        else:
            self.beginResetModel()
            self.topics, self.depths = wanted, depths
            self.endResetModel()

    def fold(self, topic_id: TopicId, folded: bool) -> None:
        """Fold the parts of a topic in, or show them."""
        if topic_id in self.parents and folded != (topic_id in self.folded):
            self.folded ^= {topic_id}
            self._refresh()

    def unfold_to(self, topic: Topic) -> None:
        """Show a topic that is folded in."""
        parents = {t.id: t.parent_id for t in self.codebook}
        above = topic.parent_id
        while above is not None:
            self.folded -= {above}
            above = parents.get(above)
        self._refresh()

    def parts(self, parent_id: TopicId | None) -> list[Topic]:
        """Return the parts of a topic, or the topics at the top, in their order."""
        return [topic for topic, _ in topic_tree(self.codebook) if topic.parent_id == parent_id]

    def _repaint(self) -> None:
        if self.topics:
            self.dataChanged.emit(self.index(0), self.index(len(self.topics) - 1))

    def turns(self) -> list[Turn]:
        """Return the turns at hand, those that a click tags."""
        transcript = self._session.transcript
        return [] if transcript is None else [transcript.turn(i) for i in self._session.selected if i in transcript]

    def share(self, topic: Topic) -> Qt.CheckState:
        """Tell whether all, some or none of the turns at hand have the topic."""
        at_hand = self._session.transcript, self._session.selected
        if self._shares is None or self._shares[0] is not at_hand[0] or self._shares[1] is not at_hand[1]:
            turns = self.turns()
            self._shares = *at_hand, len(turns), Counter(topic_id for turn in turns for topic_id in turn.topics)
        _, _, turns_at_hand, having = self._shares
        if not having[topic.id]:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if having[topic.id] == turns_at_hand else Qt.CheckState.PartiallyChecked

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        return 0 if parent.isValid() else len(self.topics)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or index.row() >= len(self.topics):
            return None
        topic = self.topics[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return topic.name
        if role == Qt.ItemDataRole.ToolTipRole:
            full = " / ".join(topic_paths(self.codebook)[topic.id])
            return tooltip("\n".join(filter(None, (full, topic.definition, *topic.keywords))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [" / ".join(topic_paths(self.codebook)[topic.id]), tr("{n} turns", n=self.counts[topic.id])]
            if topic.id in self.parents:
                parts.append(tr("folded in") if topic.id in self.folded else tr("parts shown"))
            if self.share(topic) == Qt.CheckState.Checked:
                parts.append(tr("on this turn"))
            return ", ".join(parts)
        return None

    # ------------------------------------------------------------------ dragging

    def flags(self, index: Index) -> Qt.ItemFlag:
        drop = Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | drop | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else drop

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(DRAGGED, f"{self._own}{self.topics[indexes[0].row()].id}".encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Make the topic a part of the one it is dropped on, or move it to between two; the rows follow with the project."""
        # What another window of the program drags is a topic of another project.
        dragged = bytes(data.data(DRAGGED).data()).decode("ascii", "replace").removeprefix(self._own)
        if not dragged.isdecimal():
            return False
        topic_id = int(dragged)
        if parent.isValid():
            target = self.topics[parent.row()].id
            self._session.apply(lambda: topics.move(self.codebook, topic_id, target, len(self.codebook)))
        elif 0 <= row < len(self.topics):
            below = self.topics[row]
            beside = [t.id for t in self.parts(below.parent_id) if t.id != topic_id]
            place = beside.index(below.id) if below.id in beside else 0
            if below.id != topic_id:
                self._session.apply(lambda: topics.move(self.codebook, topic_id, below.parent_id or topics.TOP, place))
        else:
            self._session.apply(lambda: topics.move(self.codebook, topic_id, topics.TOP, len(self.codebook)))
        return False


class TopicDelegate(QStyledItemDelegate):
    """The digit, the chip, a tick where the turns at hand have the topic, and how many turns of the call have it."""

    clicked = Signal()
    """On the chip of the current row."""
    folded = Signal()
    """On its triangle."""

    def __init__(self, theme: Theme, parent: QWidget):
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    def chip_box(self, rect: QRect, index: Index) -> QRectF:
        model = _model(index)
        left = CHIP_LEFT + min(model.depths[index.row()], MOST_INDENTED) * INDENT + (FOLD if model.parents else 0)
        ticked = model.share(model.topics[index.row()]) != Qt.CheckState.Unchecked
        width = chip_width(model.topics[index.row()].name, rect.width() - left - RIGHT - (TICK if ticked else 0))
        return QRectF(rect.left() + left, rect.top() + (rect.height() - HEIGHT) / 2, width, HEIGHT)

    def fold_box(self, rect: QRect, index: Index) -> QRectF:
        """Return where the triangle is; empty where there is none."""
        model = _model(index)
        if model.topics[index.row()].id not in model.parents:
            return QRectF()
        return QRectF(self.chip_box(rect, index).left() - FOLD, rect.top(), FOLD, rect.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = self._theme.tokens
        model = _model(index)
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
        fold = self.fold_box(rect, index)
        if not fold.isEmpty():
            paint_triangle(painter, fold.center(), dim, topic.id not in model.folded)
        box = self.chip_box(rect, index)
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
            if event.button() == Qt.MouseButton.LeftButton and self.chip_box(rect, index).contains(event.position()):
                self.clicked.emit()
                return True
            if event.button() == Qt.MouseButton.LeftButton and self.fold_box(rect, index).contains(event.position()):
                self.folded.emit()
                return True
        return False


def _model(index: Index) -> TopicsModel:
    model = index.model()
    assert isinstance(model, TopicsModel)
    return model


def _removed(project: Project, topic_id: TopicId) -> Change:
    tagged = [project.transcript(transcript_id) for transcript_id in project.tagged(topic_id)]
    return topics.remove(tagged, topic_id, project.topics)


class TopicsView(QListView):
    """Asks for what its keys mean."""

    asked = Signal(str)
    """One of the values of KEYS."""
    menu_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = KEYS.get((event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(event.key())))
        if asked is not None and self.currentIndex().isValid():
            self.asked.emit(asked)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_asked.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))
        else:
            self.menu_asked.emit(event.globalPos())


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
        self.more = ToolButton(theme, "more", self._on_more)
        self.menu = QMenu(self)
        self._counting = Jobs(self)
        self.buttons = QWidget()
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.add)
        row.addStretch(1)
        row.addWidget(self.edit)
        row.addWidget(self.more)
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
        delegate.folded.connect(self._on_folded)
        self.list.menu_asked.connect(self.menu.popup)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.list.asked.connect(self._on_asked)
        self.list.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.model.modelReset.connect(self._restore_current)
        session.changed.connect(self._on_changed)
        session.project_changed.connect(self._refresh)
        session.closing.connect(self._counting.wait)
        session.preferences_changed.connect(self.retranslate)
        theme.changed.connect(self.list.viewport().update)
        self._restore_current()
        self.retranslate()

    def retranslate(self) -> None:
        self.list.setAccessibleName(tr("Topics"))
        self.add.call(tr("Add…"), tip=tr("Add a topic to the codebook"), beside=True)
        self.edit.call(tr("Edit topic…"))
        self.more.call(tr("More about topics"))
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
        added = [step.after for step in change.steps if isinstance(step.after, Topic) and step.before is None]
        if added:
            self._current = added[-1].id
            self.model.unfold_to(added[-1])
            self._restore_current()
        if any(isinstance(step.entity, Topic) for step in change.steps):
            self._ask("")

    def _refresh(self) -> None:
        key = keymap.of(self._session).named("topic_1")
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
        self.edit.setVisible(topic is not None)
        self.more.setEnabled(is_open)

    # ------------------------------------------------------------------ what is done to it

    def _on_asked(self, what: str) -> None:
        {
            "toggle": self._toggle,
            "edit": self._on_edit,
            "remove": self._on_remove,
            "fold": self._fold,
            "unfold": self._unfold,
            "up": lambda: self._move(-1),
            "down": lambda: self._move(1),
            "out": self._move_out,
            "in": self._move_in,
        }[what]()

    def _fill_menu(self) -> None:
        """Offer what can be done to the current topic, and to the codebook."""
        self.menu.clear()
        for title, run, needs_topic in self._offers():
            if not title:
                self.menu.addSeparator()
            elif self.topic is not None or not needs_topic:
                self.menu.addAction(title).triggered.connect(run)

    def _offers(self) -> Iterable[tuple[str, Callable[[], object], bool]]:
        yield tr("New topic…"), self._on_add, False
        yield tr("New part of this topic…"), self._on_add_part, True
        yield tr("Edit topic…"), self._on_edit, True
        yield tr("Remove topic…"), self._on_remove, True
        yield "", self._on_more, True
        yield tr("Move up") + "\t" + keymap.native("Alt+Up"), lambda: self._move(-1), True
        yield tr("Move down") + "\t" + keymap.native("Alt+Down"), lambda: self._move(1), True
        yield tr("Make it a part of the topic above") + "\t" + keymap.native("Alt+Right"), self._move_in, True
        yield tr("Move out of its topic") + "\t" + keymap.native("Alt+Left"), self._move_out, True
        yield "", self._on_more, True
        yield tr("Import codebook…"), lambda: import_codebook(self._session, self.window()), False
        yield tr("Export codebook…"), lambda: export_codebook(self._session, self.window()), False

    def _on_more(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    # ------------------------------------------------------------------ the tree

    def _on_folded(self) -> None:
        if self.topic is not None:
            self.model.fold(self.topic.id, self.topic.id not in self.model.folded)

    def _fold(self) -> None:
        """Fold the parts in; where there are none to fold, go to the topic that this one is a part of."""
        topic = self.topic
        if topic is not None and topic.id in self.model.parents - self.model.folded:
            self.model.fold(topic.id, True)
        elif topic is not None and topic.parent_id is not None:
            self._current = topic.parent_id
            self._restore_current()

    def _unfold(self) -> None:
        if self.topic is not None:
            self.model.fold(self.topic.id, False)

    def _beside(self) -> tuple[Topic, list[Topic], int] | None:
        """Return the current topic, the parts of its parent, and its place among them."""
        topic = self.topic
        if topic is None:
            return None
        beside = self.model.parts(topic.parent_id)
        return topic, beside, [t.id for t in beside].index(topic.id)

    def _move(self, step: int) -> None:
        if (here := self._beside()) is not None and 0 <= here[2] + step < len(here[1]):
            self._move_to(here[0], here[0].parent_id or topics.TOP, here[2] + step)

    def _move_in(self) -> None:
        if (here := self._beside()) is not None and here[2] > 0:
            above = here[1][here[2] - 1]
            self.model.fold(above.id, False)
            self._move_to(here[0], above.id, len(self.model.codebook))

    def _move_out(self) -> None:
        topic = self.topic
        parent = next((t for t in self.model.codebook if topic is not None and t.id == topic.parent_id), None)
        if topic is not None and parent is not None:
            place = [t.id for t in self.model.parts(parent.parent_id)].index(parent.id) + 1
            self._move_to(topic, parent.parent_id or topics.TOP, place)

    def _move_to(self, topic: Topic, parent_id: TopicId, place: int) -> None:
        self._session.apply(lambda: topics.move(self.model.codebook, topic.id, parent_id, place))

    def _toggle(self) -> None:
        turns = self.model.turns()
        if turns and self.topic is not None:
            self._session.do(topics.toggle, [turn.id for turn in turns], self.topic.id)

    def _on_add(self) -> None:
        self._open_dialog(None)

    def _on_add_part(self) -> None:
        if self.topic is not None:
            self._open_dialog(None, self.topic.id)

    def _on_edit(self) -> None:
        self._open_dialog(self.topic)

    def _open_dialog(self, topic: Topic | None, part_of: TopicId = topics.TOP) -> None:
        dialog = TopicDialog(self._session, self._theme, topic, self.window(), part_of=part_of)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_remove(self) -> None:
        """Count the turns that have the topic, in all calls: of a big project that takes a while."""
        project, topic = self._session.project, self.topic
        if project is not None and topic is not None and self._counting.at_work is None:
            take, fail = partial(self._ask_or_remove, topic), self._on_uncounted
            self._counting.start(Job(msg("Counting"), lambda: Counter(project.tagged(topic.id)), take, fail))

    def _on_uncounted(self, error: AnnotatorError) -> None:
        self._session.noticed.emit(Notice(str(error), "error"))

    def _ask_or_remove(self, topic: Topic, tagged: Counter[TranscriptId]) -> None:
        """Remove the topic; where turns have it, ask first, here and once."""
        if topic != self.topic:
            return
        if not tagged:
            self._on_confirmed()
            return
        turns, calls = tr("{n} turns", n=tagged.total()), tr("in {n} calls", n=len(tagged))
        self._ask(tr("Remove {name}? Tagged with it: {turns} {calls}.", name=topic.name, turns=turns, calls=calls))
        self._keep.setFocus()

    def _ask(self, question: str) -> None:
        """Show the question with its answers in place of the buttons; an empty one puts these back."""
        self._asking.setText(question)
        self._refresh()

    def _on_confirmed(self) -> None:
        """Remove the topic; the calls that have it may be long, and yet to be read."""
        project, topic = self._session.project, self.topic
        self._on_kept()
        if project is not None and topic is not None:
            self._session.apply(partial(_removed, project, topic.id), BIG)

    def _on_kept(self) -> None:
        self._ask("")
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._asking.text():
            self._on_kept()
        else:
            super().keyPressEvent(event)
