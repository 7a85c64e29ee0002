"""The topic palette: type a part of a name, press Enter, and the turns at hand have the topic."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.core.i18n import tr
from annotator.core.model import Topic, TopicId, topic_paths
from annotator.gui import keymap, tagging
from annotator.gui.dialogs import Dialog
from annotator.gui.match import folded
from annotator.gui.session import Session
from annotator.gui.theme import Theme, text_font
from annotator.gui.turns.model import Index
from annotator.gui.widgets.chip import HEIGHT, PAD, chip_width, paint_chip, paint_tick
from annotator.gui.widgets.labels import button, label, shown_name, tooltip

ROW = 34
ROWS = 10
LEFT, TICK = 36, 24
MOST_ABOVE = 0.4
"""Of the room for a name: what the names above it may take."""
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -ROWS, Qt.Key.Key_PageDown: ROWS}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: a topic or, where `topic` is None, the topic of this name that could be made. `digit` chooses it, 0 for none."""

    path: tuple[str, ...]
    topic: Topic | None = None
    digit: int = 0
    count: int = 0
    have: bool = False

    @property
    def full(self) -> str:
        return " / ".join(self.path)


class PaletteModel(QAbstractListModel):
    def __init__(self, session: Session, parent: QWidget):
        super().__init__(parent)
        project, transcript = session.project, session.transcript
        assert project is not None, "topics belong to a project"
        assert transcript is not None, "there are turns to tag"
        self._transcript = transcript
        paths = topic_paths(project.topics)
        counts: Counter[TopicId] = Counter()
        for together, count in Counter(turn.topics for turn in transcript.visible).items():
            counts.update(dict.fromkeys(together, count))
        chosen = [transcript.turn(i) for i in session.selected if i in transcript]
        last = {topic.id: digit for digit, topic in enumerate(tagging.recent(session), 1)}
        by_id = {topic.id: topic for topic in project.topics}
        self._all = [
            Entry(path, by_id[i], last.get(i, 0), counts[i], bool(chosen) and all(i in turn.topics for turn in chosen))
            for i, path in paths.items()
        ]
        self.entries: list[Entry] = []
        self.filter("")

    def filter(self, typed: str) -> None:
        """Show what has all that is typed in its name in full; with nothing typed, what was used last comes first."""
        wanted = folded(typed).split()
        if wanted:
            found = [Entry(e.path, e.topic, 0, e.count, e.have) for e in self._all if all(w in folded(e.full) for w in wanted)]
            found.sort(key=lambda entry: _rank(entry, wanted))
        else:
            found = sorted(self._all, key=lambda entry: entry.digit or len(self._all) + 10)
        parent_id, name = tagging.under(self._transcript, typed)
        entry = Entry((*self._transcript.topic_paths.get(parent_id, ()), name))
        new = [entry] if name and all(e.full.casefold() != entry.full.casefold() for e in self._all) else []
        self.beginResetModel()
        self.entries = [*found, *new]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.full
        if role == Qt.ItemDataRole.ToolTipRole and entry.topic is not None:
            return tooltip("\n".join(filter(None, (entry.full, entry.topic.definition))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if entry.topic is None:
                return tr("New topic “{name}”", name=shown_name(entry.full))
            parts = [str(entry.digit)] if entry.digit else []
            parts += [entry.full, tr("{n} turns", n=entry.count)]
            return ", ".join(parts + ([tr("on this turn")] if entry.have else []))
        return None


def _rank(entry: Entry, wanted: list[str]) -> int:
    """Sort what begins with what is typed before what has it at the start of a word, and that before the rest."""
    own = folded(entry.path[-1])
    if own.startswith(wanted[0]):
        return 0
    return 1 if all(any(word.startswith(w) for word in folded(entry.full).split()) for w in wanted) else 2


class PaletteDelegate(QStyledItemDelegate):
    """The digit, the names above, the chip, a tick where the turns at hand have the topic, how many turns have it, and its key."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget):
        super().__init__(parent)
        self._theme = theme
        keys = keymap.of(session)
        self._keys = {digit: keymap.native(keys.first(f"topic_{digit}")) for digit in range(1, 10)}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(320, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, PaletteModel)
        entry, t = model.entries[index.row()], self._theme.tokens
        rect: QRect = option.rect  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        dim = t.on_highlight if chosen else t.text_dim
        middle, right = rect.top() + rect.height() / 2, rect.right() - 12
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(13))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.highlight)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 6, 6)
        if entry.digit or entry.topic is None:
            cap = QRectF(rect.left() + 10, middle - 9, 18, 18)
            painter.setBrush(t.surface)
            painter.setPen(QPen(t.line, 1))
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(t.text_dim)
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(entry.digit) if entry.digit else "+")
        metrics = painter.fontMetrics()
        painter.setPen(dim)
        key = self._keys.get(entry.topic.hotkey, "") if entry.topic is not None else keymap.native("Ctrl+Return")
        for text, room in ((key, 72), (str(entry.count) if entry.count else "", 44)):
            painter.drawText(QRect(right - room, rect.top(), room, rect.height()), flags | Qt.AlignmentFlag.AlignRight, text)
            right -= room + 8
        left = rect.left() + LEFT
        if entry.topic is None:
            new = tr("New topic “{name}”", name=shown_name(entry.full))
            said = metrics.elidedText(new, Qt.TextElideMode.ElideRight, right - left)
            painter.setPen(t.on_highlight if chosen else t.text)
            painter.drawText(QRect(left, rect.top(), right - left, rect.height()), flags, said)
        else:
            room = right - left - TICK
            above = "".join(f"{shown_name(name)} / " for name in entry.path[:-1])
            above = metrics.elidedText(above, Qt.TextElideMode.ElideLeft, int(room * MOST_ABOVE))
            own = chip_width(entry.path[-1], room - metrics.horizontalAdvance(above))
            painter.drawText(QRect(left, rect.top(), right - left, rect.height()), flags, above)
            box = QRectF(left + metrics.horizontalAdvance(above), middle - HEIGHT / 2, own, HEIGHT)
            paint_chip(painter, box, self._theme, entry.path[-1], entry.topic.colour)
            if entry.have:
                paint_tick(painter, QPointF(box.right() + PAD + 6, middle), t.on_highlight if chosen else t.accent)
        painter.restore()


class TopicPalette(Dialog):
    """What is typed filters; keys that are no text go to the list."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None):
        super().__init__(tr("Topics"), parent)
        self._session = session
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(tr("Part of a name"))
        self.typed.setAccessibleName(tr("Part of a name"))
        self.typed.setClearButtonEnabled(True)
        self.typed.installEventFilter(self)
        self.list = QListView()
        self.list.setAccessibleName(tr("Topics"))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setMinimumHeight(ROW * ROWS + 2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model = PaletteModel(session, self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(session, theme, self.list))
        self.about = label(style="dim", wrap=True)
        count = len(session.selected)
        self.body.addWidget(label(self._what(count), style="strong", wrap=True))
        self.body.addWidget(self.typed)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.about)
        self.ok = button(tr("Tag"), self._on_chosen, primary=True)
        self.finish(self.ok, button(tr("Cancel"), self.reject))
        self.setMinimumWidth(560)
        self.typed.textChanged.connect(self._on_typed)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(self._on_clicked)
        self._on_typed("")
        self.typed.setFocus()

    def _what(self, count: int) -> str:
        transcript, turn_id = self._session.transcript, self._session.turn_id
        if count > 1 or transcript is None or turn_id is None:
            return tr("Tag the {n} selected turns", n=count)
        return tr("Tag from turn {number} until the next topic mark", number=transcript.position(turn_id) + 1)

    @property
    def entry(self) -> Entry | None:
        row = self.list.currentIndex().row()
        return self.model.entries[row] if 0 <= row < len(self.model.entries) else None

    def _on_typed(self, typed: str) -> None:
        self.model.filter(typed)
        self.list.setCurrentIndex(self.model.index(0))
        self.ok.setEnabled(bool(self.model.entries))
        digits = sum(entry.digit > 0 for entry in self.model.entries)
        parts = [tr("A digit tags with what was used last.")] if digits else []
        if not self.model.entries:
            parts = [tr("No topics yet: type a name and press {key}.", key=keymap.native("Ctrl+Return"))]
        self.about.setText(" ".join(parts))
        self.about.setVisible(bool(parts))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._on_key(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in STEPS and not modifiers:
            last = self.model.rowCount() - 1
            self.list.setCurrentIndex(self.model.index(min(last, max(0, self.list.currentIndex().row() + STEPS[key]))))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers == Qt.KeyboardModifier.ControlModifier:
            self._make_new()
            return True
        digit = key - Qt.Key.Key_0
        recent = next((e for e in self.model.entries if e.digit == digit > 0), None)
        if recent is not None and not modifiers and not self.typed.text():
            self._choose(recent)
            return True
        return False

    def _on_clicked(self, index: Index) -> None:
        self._choose(self.model.entries[index.row()])

    def _on_chosen(self) -> None:
        if (entry := self.entry) is not None:
            self._choose(entry)

    def _choose(self, entry: Entry) -> None:
        if entry.topic is None:
            self._make_new()
        else:
            self.accept()
            tagging.tag(self._session, entry.topic.id)

    def _make_new(self) -> None:
        if self.typed.text().strip() and tagging.tag_new(self._session, self.typed.text()):
            self.accept()
