"""The command palette: type a few letters of what you want done, Enter does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from heapq import nlargest
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from annotator import settings
from annotator.core.i18n import tr
from annotator.gui import keymap, tagging
from annotator.gui.keymap import native
from annotator.gui.match import folded, score, typed
from annotator.gui.theme import Theme
from annotator.gui.turns.model import Index
from annotator.gui.widgets.labels import label, shown_name

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

MOST = 100
WIDTH, ROW, ROWS = 620, 30, 12
TOP = 56
PAD = 12
RECENT_BONUS = 0.05
NUMBERED = {f"{kind}_{digit}" for kind in ("speaker", "topic") for digit in range(10)}
"""Actions that are shown as the speakers and topics that they stand for."""


@dataclass(frozen=True)
class Entry:
    """Something to do: `where` is its menu, or what kind of thing it is; `name` is what is remembered of it, "" for nothing."""

    text: str
    where: str
    run: Callable[[], object]
    keys: str = ""
    name: str = ""
    in_table: bool = False

    @property
    def title(self) -> str:
        return f"{self.where} › {self.text}"


def entries(window: MainWindow) -> list[Entry]:
    """Return all that can be done now: the actions of the menus, the calls, and the speakers and topics of the call."""
    return [*_actions(window), *_speakers(window), *_topics(window), *_calls(window)]


def _actions(window: MainWindow) -> Iterator[Entry]:
    keys = keymap.of(window.session)
    for menus, row in (found for menu in window.menus for found in menu.placed()):
        action = window.actions_by_name[row.name]
        if action.isEnabled() and row.name not in ("palette", *NUMBERED):
            text = action.text().replace("&&", "&") + (" ✓" if action.isChecked() else "")
            where = " › ".join(str(menu.text) for menu in menus)
            yield Entry(text, where, action.trigger, native(keys.first(row.name)), row.name, row.in_table)


def _speakers(window: MainWindow) -> Iterator[Entry]:
    transcript, keys = window.session.transcript, keymap.of(window.session)
    names = [speaker.label for speaker in transcript.speakers[:9]] if transcript is not None else []
    for digit, text in ((0, tr("Speaker is unclear")), *enumerate(names, 1)):
        action = window.actions_by_name[f"speaker_{digit}"]
        if action.isEnabled():
            yield Entry(text, tr("Speaker"), action.trigger, native(keys.first(action.objectName())), in_table=True)


def _topics(window: MainWindow) -> Iterator[Entry]:
    session, keys = window.session, keymap.of(window.session)
    paths = session.transcript.topic_paths if session.transcript is not None and session.turn is not None else {}
    hotkeys = {topic.id: topic.hotkey for topic in session.transcript.topics} if session.transcript is not None else {}
    for topic_id, path in paths.items():
        key = native(keys.first(f"topic_{hotkeys[topic_id]}")) if hotkeys[topic_id] else ""
        yield Entry(" / ".join(path), tr("Topic"), partial(tagging.tag, session, topic_id), key, in_table=True)


def _calls(window: MainWindow) -> Iterator[Entry]:
    session = window.session
    for header in session.headers():
        if session.transcript is None or header.id != session.transcript.id:
            yield Entry(header.name, tr("Go to call"), partial(session.show_transcript, header.id), in_table=True)


class Entries(QAbstractListModel):
    """The entries that fit what was typed, the best first; without anything typed, those chosen last come first."""

    def __init__(self, all_entries: list[Entry], recent: tuple[str, ...], parent: QObject):
        super().__init__(parent)
        places = {name: n for n, name in enumerate(recent)}
        self._all = sorted(all_entries, key=lambda entry: places.get(entry.name, len(places)))
        self._folded = [(folded(entry.text), folded(entry.title)) for entry in self._all]
        self._recent = len([entry for entry in self._all if entry.name in places])
        self.shown = self._all[:MOST]

    def filter(self, text: str) -> None:
        self.beginResetModel()
        query = typed(text)
        if any(query):
            fits = ((self._fit(query, n), -n) for n in range(len(self._all)))
            self.shown = [self._all[-n] for value, n in nlargest(MOST, fits) if value > 0]
        else:
            self.shown = self._all[:MOST]
        self.endResetModel()

    def _fit(self, query: tuple[tuple[str, ...], ...], n: int) -> float:
        name, title = self._folded[n]
        value = score(query, name) or 0.9 * score(query, title)
        return value + RECENT_BONUS if value and n < self._recent else value

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.shown) if parent is None or not parent.isValid() else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.title}, {entry.keys}" if entry.keys else entry.title
        return None


class EntryDelegate(QStyledItemDelegate):
    """Where, what, and at the right the keys."""

    def __init__(self, theme: Theme, view: QListView):
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, tokens = index.model(), self._theme.tokens
        assert isinstance(model, Entries)
        entry = model.shown[index.row()]
        rect, metrics = option.rect.adjusted(PAD, 0, -PAD, 0), option.fontMetrics
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, tokens.highlight)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(tokens.on_highlight if chosen else tokens.text_dim)
        keys = metrics.horizontalAdvance(entry.keys)
        painter.drawText(rect, int(middle | Qt.AlignmentFlag.AlignRight), entry.keys)
        room = rect.width() - (keys + PAD if keys else 0)
        where = metrics.elidedText(shown_name(entry.where) + " › ", Qt.TextElideMode.ElideRight, room // 2)
        painter.drawText(rect, int(middle), where)
        painter.setPen(tokens.on_highlight if chosen else tokens.text)
        before = metrics.horizontalAdvance(where)
        text = metrics.elidedText(shown_name(entry.text), Qt.TextElideMode.ElideRight, room - before)
        painter.drawText(QRect(rect.left() + before, rect.top(), room - before, rect.height()), int(middle), text)
        painter.restore()


class PaletteField(QLineEdit):
    """A line in which the arrow keys move through the list below it."""

    MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

    def __init__(self, view: QListView):
        super().__init__()
        self._view = view

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self.MOVES:
            rows, row = self._view.model().rowCount(), self._view.currentIndex().row()
            step = (1 if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) else ROWS - 1) * (
                -1 if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_PageUp) else 1
            )
            if rows:
                wanted = (row + step) % rows if abs(step) == 1 else max(0, min(rows - 1, row + step))
                self._view.setCurrentIndex(self._view.model().index(wanted, 0))
        else:
            super().keyPressEvent(event)


class PaletteDialog(QDialog):
    """Stands in the upper middle of the window until something is chosen, Esc is pressed, or the window is clicked."""

    def __init__(self, window: MainWindow):
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Command palette"))
        self.entries = Entries(entries(window), window.session.settings.recent_actions, self)
        self.list = QListView()
        self.list.setModel(self.entries)
        self.list.setItemDelegate(EntryDelegate(window.theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setProperty("plain", "true")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Commands"))
        self.list.clicked.connect(self._choose)
        self.field = PaletteField(self.list)
        self.field.setPlaceholderText(tr("What is to be done? Type a few letters"))
        self.field.setAccessibleName(tr("Command"))
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(lambda: self._choose(self.list.currentIndex()))
        self.empty = label(tr("Nothing is called so. Try fewer letters."), style="dim")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setFixedHeight(2 * ROW)
        frame = QFrame()
        frame.setProperty("card", "true")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(8)
        for widget in (self.field, self.list, self.empty):
            inside.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        layout.addWidget(frame)
        frame.setFixedWidth(min(WIDTH, window.width() - 80))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - frame.width()) // 2, corner.y() + TOP)
        self._filter("")
        self.field.setFocus()

    def _filter(self, text: str) -> None:
        self.entries.filter(text)
        found = self.entries.rowCount()
        self.list.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.list.setFixedHeight(ROW * max(1, min(ROWS, found)) + 2)
        self.list.setCurrentIndex(self.entries.index(0, 0))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            chosen = self.entries.shown[index.row()]
            self.accept()
            self._window.activateWindow()
            # When the window has the focus again, and what stands here is gone.
            QTimer.singleShot(0, self._window, partial(run, self._window, chosen))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.reject()


def run(window: MainWindow, entry: Entry) -> None:
    """Do what was chosen, as if it had been pressed in the table, and remember it."""
    if entry.name:
        session = window.session
        recent = (entry.name, *(name for name in session.settings.recent_actions if name != entry.name))
        session.settings = replace(session.settings, recent_actions=recent[: settings.RECENT])
        session.guard(settings.save, session.settings)
    if entry.in_table:
        if not window.table.commit_editor():
            return
        window.table.setFocus()
    entry.run()
