"""The list of hits: each in its turn, with the words that go struck out, those that come behind them, and a check box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from annotator.core.finding import Replacement, Span
from annotator.core.i18n import tr
from annotator.core.model import Transcript, TranscriptId, Turn, TurnId
from annotator.gui.theme import Theme, paint_shape, text_font
from annotator.gui.turns.columns import speaker_label
from annotator.gui.turns.delegate import Range, format_range, lay_out
from annotator.gui.turns.model import Index
from annotator.gui.widgets.chip import paint_check_box
from annotator.gui.widgets.labels import shown_name
from annotator.gui.widgets.snippet import with_replacements
from annotator.search.worker import Hit

PAD = 12
BOX = 16
LEFT = PAD + BOX + PAD
NUMBER = 44
SPEAKER = 128
HEIGHT = 32
CONTEXT = 200
"""Characters around a hit that a row may show; more do not fit into any."""
MOST = 60
"""Characters of the words themselves that a row shows."""
ROW = Qt.ItemDataRole.UserRole
ONE_LINE = 100_000


@dataclass(slots=True)
class CallRow:
    """The heading of the hits of a call, which stand below it in the list. `row` is its own place there."""

    transcript: Transcript
    row: int
    total: int = 0
    checked: int = 0


@dataclass(slots=True)
class HitRow:
    hit: Hit
    call: CallRow
    checked: bool = True

    @property
    def turn(self) -> Turn:
        return self.call.transcript.turn(self.hit.turn_id)

    @property
    def found(self) -> str:
        return self.turn.text[self.hit.start : self.hit.end]


class HitsModel(QAbstractListModel):
    counted = Signal()
    """How many hits there are, or are checked."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._rows: list[CallRow | HitRow] = []
        self._off: set[Hit] = set()
        """What was unchecked, to be so again when the same words are looked for anew."""
        self._going: dict[tuple[TranscriptId, TurnId], list[HitRow]] = {}
        """The hits that nothing takes the place of, by turn."""

    # ------------------------------------------------------------------ what there is

    def clear(self, forget: bool) -> None:
        """Drop all hits, and keep in mind which were unchecked, unless they are to be forgotten."""
        self._off = set() if forget else {row.hit for row in self._rows if isinstance(row, HitRow) and not row.checked}
        self.beginResetModel()
        self._rows.clear()
        self._going.clear()
        self.endResetModel()
        self.counted.emit()

    def add(self, hits: Sequence[Hit], transcripts: Mapping[TranscriptId, Transcript]) -> None:
        """Add hits, in reading order, to those there are."""
        call = next((row if isinstance(row, CallRow) else row.call for row in self._rows[-1:]), None)
        new: list[CallRow | HitRow] = []
        for hit in hits:
            if call is None or call.transcript.id != hit.transcript_id:
                call = CallRow(transcripts[hit.transcript_id], len(self._rows) + len(new))
                new.append(call)
            row = HitRow(hit, call)
            row.checked = not self._off or hit not in self._off
            call.total += 1
            call.checked += row.checked
            new.append(row)
            if not hit.text.strip():
                self._going.setdefault((hit.transcript_id, hit.turn_id), []).append(row)
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(new) - 1)
        self._rows += new
        self.endInsertRows()
        self.counted.emit()

    @property
    def calls(self) -> list[CallRow]:
        found, row = [], 0
        while row < len(self._rows):
            call = self._rows[row]
            assert isinstance(call, CallRow), "a call's hits follow it"
            found.append(call)
            row += call.total + 1
        return found

    def checked(self) -> list[HitRow]:
        """Return the hits that are to be replaced."""
        return [row for row in self._rows if isinstance(row, HitRow) and row.checked]

    def emptied(self) -> int:
        """Return how many turns would keep no words."""
        return sum(_nothing_left(rows) for rows in self._going.values())

    def row_at(self, row: int) -> CallRow | HitRow:
        return self._rows[row]

    # ------------------------------------------------------------------ check marks

    def toggle(self, row: int) -> None:
        """Check or uncheck a hit; of a call all its hits, which are checked first where some are not."""
        entry = self._rows[row]
        if isinstance(entry, CallRow):
            self._check(self._rows[row + 1 : row + 1 + entry.total], entry.checked < entry.total)
            self.dataChanged.emit(self.index(row), self.index(row + entry.total))
        else:
            self._check([entry], not entry.checked)
            self.dataChanged.emit(self.index(row), self.index(row))
            self.dataChanged.emit(self.index(entry.call.row), self.index(entry.call.row))
        self.counted.emit()

    def check_all(self, checked: bool) -> None:
        self._check(self._rows, checked)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.counted.emit()

    def _check(self, rows: Iterable[CallRow | HitRow], checked: bool) -> None:
        for row in rows:
            if isinstance(row, HitRow) and row.checked != checked:
                row.checked = checked
                row.call.checked += 1 if checked else -1

    # ------------------------------------------------------------------ Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.CheckStateRole:
            return state_of(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, CallRow):
                return f"{row.transcript.header.name}: {counts(row)}"
            place = row.call.transcript.position(row.hit.turn_id) + 1
            said = f"{place} {speaker_label(row.call.transcript, row.turn)}: "
            return said + " ".join(around(row)) + f" ({row.found} → {row.hit.text})"
        return None


def replacements(rows: Iterable[HitRow]) -> dict[TranscriptId, list[Replacement]]:
    """Return what hits ask for, by call."""
    found: dict[TranscriptId, list[Replacement]] = {}
    for row in rows:
        hit = row.hit
        found.setdefault(hit.transcript_id, []).append(Replacement(Span(hit.turn_id, hit.start, hit.end, row.found), hit.text))
    return found


def state_of(row: CallRow | HitRow) -> Qt.CheckState:
    if isinstance(row, HitRow):
        return Qt.CheckState.Checked if row.checked else Qt.CheckState.Unchecked
    if 0 < row.checked < row.total:
        return Qt.CheckState.PartiallyChecked
    return Qt.CheckState.Checked if row.checked else Qt.CheckState.Unchecked


def counts(call: CallRow) -> str:
    return tr("{checked} of {total} checked", checked=call.checked, total=call.total)


def around(row: HitRow) -> Iterator[str]:
    """Yield the words before a hit, the hit, and those after it; a row shows them on one line."""
    text, hit = row.turn.text, row.hit
    for start, end in ((max(0, hit.start - CONTEXT), hit.start), (hit.start, hit.end), (hit.end, hit.end + CONTEXT)):
        yield text[start:end].replace("\n", " ")


def _nothing_left(rows: list[HitRow]) -> bool:
    text, at, kept = rows[0].turn.text, 0, ""
    for row in rows:
        if row.checked:
            kept += text[at : row.hit.start]
            at = row.hit.end
    return not (kept + text[at:]).strip()


def fitted(metrics: QFontMetrics, room: int, row: HitRow) -> tuple[str, list[Range]]:
    """Return the hit with as many words around it as there is room for, and how they look; one that is not checked stays."""
    left, found, right = around(row)
    found, new = (clipped(words.replace("\n", " ")) for words in (found, row.hit.text))
    middle, ranges = with_replacements(found, [(0, len(found), new)]) if row.checked else (found, [(0, len(found), "quiet")])
    room -= metrics.horizontalAdvance(middle)
    # What one side does not need belongs to the other; the words before a hit tell more than those after it.
    needs = metrics.horizontalAdvance(right)
    left = metrics.elidedText(left, Qt.TextElideMode.ElideLeft, max(0, room // 2, room - needs))
    right = metrics.elidedText(right, Qt.TextElideMode.ElideRight, max(0, room - metrics.horizontalAdvance(left)))
    return left + middle + right, [(a + len(left), b + len(left), style) for a, b, style in ranges]


def clipped(words: str) -> str:
    return words if len(words) <= MOST else f"{words[: MOST // 2]}…{words[-MOST // 2 :]}"


class HitDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QTableView):
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = self._theme.tokens
        row: CallRow | HitRow = index.data(ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setClipRect(rect)
        current = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, t.highlight if current else t.surface_alt if isinstance(row, CallRow) else t.surface)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line)
        if current:
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height() - 1), t.accent)
        box = QRectF(rect.left() + PAD, rect.center().y() - BOX / 2, BOX, BOX)
        paint_check_box(painter, box, self._theme, state_of(row))
        if isinstance(row, CallRow):
            font = QFont(text_font(13))
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(t.on_highlight if current else t.text)
            room = rect.adjusted(LEFT, 0, -PAD, -1)
            said = counts(row)
            name = QRect(room)
            name.setWidth(room.width() - painter.fontMetrics().horizontalAdvance(said) - PAD)
            called = shown_name(row.transcript.header.name)
            shown = painter.fontMetrics().elidedText(called, Qt.TextElideMode.ElideMiddle, name.width())
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, shown)
            painter.setFont(text_font(12))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, said)
        else:
            self._paint_hit(painter, rect, row, current)
        painter.restore()

    def _paint_hit(self, painter: QPainter, rect: QRect, row: HitRow, current: bool) -> None:
        t = self._theme.tokens
        transcript, turn = row.call.transcript, row.turn
        painter.setFont(text_font(12))
        painter.setPen(t.on_highlight if current else t.text_dim)
        number = QRect(rect.left() + LEFT, rect.top(), NUMBER - 8, rect.height() - 1)
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(transcript.position(turn.id) + 1))
        place, colour = self._theme.speaker_look(transcript, turn.speaker_id)
        x = number.right() + PAD
        paint_shape(painter, QRectF(x, rect.center().y() - 5, 10, 10), place, colour)
        font = QFont(text_font(12))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colour)
        name = QRect(x + 16, rect.top(), SPEAKER - 24, rect.height() - 1)
        speaker = shown_name(speaker_label(transcript, turn))
        shown = painter.fontMetrics().elidedText(speaker, Qt.TextElideMode.ElideMiddle, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, shown)
        text_left = x + SPEAKER
        font = text_font(13)
        text, ranges = fitted(QFontMetrics(font), rect.right() - PAD - text_left, row)
        layout, height = lay_out(text, font, ONE_LINE, [format_range(t, text, *r) for r in ranges])
        painter.setPen(t.on_highlight if current else t.text)
        layout.draw(painter, QPointF(text_left, rect.center().y() - height / 2 + 1))


class HitsView(QTableView):
    """Space and a click check and uncheck; Enter and a double click go to the turn.

    It is a table since a list lays out all its rows whenever some are added.
    """

    went = Signal(object)
    """A HitRow."""

    def __init__(self, model: HitsModel, theme: Theme, parent: QWidget | None = None):
        super().__init__(parent)
        self._hits = model
        self.setModel(model)
        self.setItemDelegate(HitDelegate(theme, self))
        self.setProperty("ring", "true")
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        self._doubled = False
        """Whether the mouse is down for the second time of a double click."""
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        theme.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self._hits.toggle(index.row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self._go(index)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.setCurrentIndex(self._hits.index(0 if event.key() == Qt.Key.Key_Home else self._hits.rowCount() - 1))
        elif event.text().isprintable() and event.text():
            event.ignore()  # the search of the list for what is typed would go through thousands of rows
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._doubled = False

    def _on_clicked(self, index: Index) -> None:
        if not self._doubled:
            self._hits.toggle(index.row())

    def _on_double_clicked(self, index: Index) -> None:
        """Go to the turn; the first click of the two has toggled the check mark, which was not meant."""
        self._doubled = True
        if isinstance(self._hits.row_at(index.row()), HitRow):
            self._hits.toggle(index.row())
        self._go(index)

    def _go(self, index: Index) -> None:
        row = self._hits.row_at(index.row()) if index.isValid() else None
        if isinstance(row, HitRow):
            self.went.emit(row)
