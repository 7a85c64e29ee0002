"""Horizontal bars with labels and values, in parts that differ by pattern as well as by colour; and tables of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QToolTip,
    QWidget,
)

from annotator.gui.theme import Theme
from annotator.gui.widgets.labels import tooltip

BAR, ROW_GAP, GAP = 16, 12, 12
SWATCH = 14
LABEL_SHARE = 0.36
"""Of the width, which labels may take; longer ones go on in a second line."""
LINES = 2
PLATE = 34
"""Width from which on a part has room for its share."""
NO_WRAP = Qt.TextFlag.TextSingleLine
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ROW, METER, LEAST_COLUMN = 24, 64, 84
SHARE = Qt.ItemDataRole.UserRole

PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense5Pattern,
    Qt.BrushStyle.DiagCrossPattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.VerPattern,
)


@dataclass(frozen=True)
class Part:
    """What the parts of bars stand for: the n-th of each bar for the n-th of these. `pattern` is a place in PATTERNS."""

    name: str
    colour: QColor
    pattern: int = 0


@dataclass(frozen=True)
class Bar:
    """`values` are one for each part; `text` says them at the end; `inside` is what stands in the parts, where there is room."""

    label: str
    values: tuple[float, ...]
    text: str
    inside: tuple[str, ...] = ()


@dataclass
class _Places:
    """Where things are for a width."""

    label_width: int = 0
    text_width: int = 0
    legend: list[QPoint] = field(default_factory=list)
    rows: list[QRect] = field(default_factory=list)
    height: int = 0


class BarChart(QWidget):
    """`full` is the value of a bar over the whole width; None: that of the longest one."""

    def __init__(self, theme: Theme):
        super().__init__()
        self._theme = theme
        self._parts: tuple[Part, ...] = ()
        self._bars: tuple[Bar, ...] = ()
        self._full = 1.0
        self._placed: dict[int, _Places] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def fill(self, name: str, parts: Sequence[Part], bars: Sequence[Bar], full: float | None = None) -> None:
        """Show these bars; `name` is what a screen reader calls the chart, before it reads the bars."""
        self._parts, self._bars = tuple(parts), tuple(bars)
        self._full = full or max((sum(bar.values) for bar in bars), default=0) or 1.0
        self._placed.clear()
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(self.said(bar) for bar in bars))
        self.updateGeometry()
        self.update()

    def said(self, bar: Bar) -> str:
        """Return a bar in words."""
        inside = [f"{part.name} {text}" for part, text in zip(self._parts, bar.inside, strict=False) if text]
        return ", ".join(filter(None, (f"{bar.label}: {bar.text}" if bar.text else bar.label, *inside)))

    # ------------------------------------------------------------------ places

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width).height

    def sizeHint(self) -> QSize:
        return QSize(420, self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 0)

    def _places(self, width: int) -> _Places:
        """Return where things are; kept by width, layouts ask very often."""
        if width not in self._placed:
            self._placed[width] = self._place(width)
        return self._placed[width]

    def _place(self, width: int) -> _Places:
        metrics = self.fontMetrics()
        found = _Places()
        longest = max((metrics.horizontalAdvance(bar.label) for bar in self._bars), default=0) + 2
        found.label_width = min(longest, int(width * LABEL_SHARE))
        longest = max((metrics.horizontalAdvance(bar.text) for bar in self._bars), default=0)
        found.text_width = longest + GAP if longest else 0
        x = y = 0
        if len(self._parts) > 1:
            for part in self._parts:
                needed = SWATCH + 6 + metrics.horizontalAdvance(part.name) + 16
                if x and x + needed > width:
                    x, y = 0, y + metrics.height() + 6
                found.legend.append(QPoint(x, y))
                x += needed
            y += metrics.height() + GAP
        for bar in self._bars:
            height = max(BAR, self._label_height(metrics, bar.label, found.label_width))
            found.rows.append(QRect(0, y, width, height))
            y += height + ROW_GAP
        found.height = y - ROW_GAP if self._bars else y
        return found

    @staticmethod
    def _label_height(metrics: QFontMetrics, label: str, width: int) -> int:
        most = metrics.boundingRect(QRect(0, 0, 10_000, 10_000), WRAP, "\n".join("x" * LINES)).height()
        return min(most, metrics.boundingRect(QRect(0, 0, max(1, width), 10_000), WRAP, label).height())

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        t, places = self._theme.tokens, self._places(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for part, at in zip(self._parts, places.legend, strict=False):
            height = self.fontMetrics().height()
            self._paint_part(painter, QRectF(at.x(), at.y() + (height - SWATCH) / 2, SWATCH, SWATCH), part)
            painter.setPen(t.text)
            painter.drawText(QPointF(at.x() + SWATCH + 6, at.y() + self.fontMetrics().ascent()), part.name)
        for bar, row in zip(self._bars, places.rows, strict=True):
            self._paint_bar(painter, bar, row, places)

    def _paint_bar(self, painter: QPainter, bar: Bar, row: QRect, places: _Places) -> None:
        t, metrics = self._theme.tokens, self.fontMetrics()
        label = QRect(row.left(), row.top(), places.label_width, row.height())
        painter.setPen(t.text)
        painter.drawText(label, WRAP, _shortened(metrics, bar.label, label))
        text = QRect(row.right() + 1 - places.text_width, row.top(), places.text_width, row.height())
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | NO_WRAP), bar.text)
        room = QRectF(row.adjusted(places.label_width + GAP, 0, -places.text_width, 0))
        room = QRectF(room.left(), room.center().y() - BAR / 2, max(1.0, room.width()), BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.surface_alt)
        painter.drawRoundedRect(room, 3, 3)
        x = room.left()
        for n, (part, value) in enumerate(zip(self._parts, bar.values, strict=True)):
            if value <= 0:
                continue
            box = QRectF(x, room.top(), max(2.0, room.width() * value / self._full), BAR)
            self._paint_part(painter, box, part)
            x = box.right()
            if n < len(bar.inside) and box.width() >= max(PLATE, metrics.horizontalAdvance(bar.inside[n]) + 14):
                self._paint_plate(painter, box, bar.inside[n])

    def _paint_part(self, painter: QPainter, box: QRectF, part: Part) -> None:
        """Fill a box with colour and pattern; the line around it keeps parts apart that lie side by side."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(part.colour)
        box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 3, 3)
        pattern = PATTERNS[part.pattern % len(PATTERNS)]
        if pattern != Qt.BrushStyle.SolidPattern:
            painter.setBrush(QBrush(self._theme.tokens.surface, pattern))
            painter.drawRoundedRect(box, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(part.colour, 1))
        painter.drawRoundedRect(box, 3, 3)

    def _paint_plate(self, painter: QPainter, box: QRectF, text: str) -> None:
        width = self.fontMetrics().horizontalAdvance(text) + 8
        plate = QRectF(box.center().x() - width / 2, box.top() + 1, width, box.height() - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.surface)
        painter.drawRoundedRect(plate, 3, 3)
        painter.setPen(self._theme.tokens.text)
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), text)

    # ------------------------------------------------------------------ telling more

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._placed.clear()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self.bar_at(event.pos())
            QToolTip.showText(event.globalPos(), tooltip(self.said(bar)) if bar is not None else "", self)
            return True
        return super().event(event)

    def bar_at(self, at: QPoint) -> Bar | None:
        rows = self._places(self.width()).rows
        return next((bar for bar, row in zip(self._bars, rows, strict=True) if row.contains(at)), None)


class MeterDelegate(QStyledItemDelegate):
    """Paints a share from 0 to 1 as a small bar beside the number that says it; nothing where there is none."""

    def __init__(self, theme: Theme, parent: QWidget):
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().paint(painter, option, index)
        share = index.data(SHARE)
        if share is None:
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(rect.left() + 8.5, rect.center().y() - 3.5, METER, 8)
        painter.setPen(QPen(self._theme.tokens.text_dim, 1))
        painter.setBrush(self._theme.tokens.surface)
        painter.drawRoundedRect(frame, 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.accent)
        inner = frame.adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(QRectF(inner.left(), inner.top(), inner.width() * share, inner.height()), 2, 2)
        painter.restore()


class Figures(QTableWidget):
    """A table as high as its rows: words in the first column, then numbers; `meter` is a column for shares as bars."""

    def __init__(self, theme: Theme, name: str, meter: int):
        super().__init__()
        self._meter = meter
        self.setAccessibleName(name)
        self.setStyleSheet("QTableView { border: none; } QHeaderView::section { padding: 4px 3px; }")
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.setItemDelegateForColumn(meter, MeterDelegate(theme, self))
        theme.changed.connect(self.viewport().update)

    def fill(self, heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float | None], total: bool) -> None:
        """Show rows of texts, with a share for each; `total`: the last row is the sum of the others."""
        self.setColumnCount(len(heads))
        self.setRowCount(len(rows))
        for column, text in enumerate(heads):
            head = QTableWidgetItem(text)
            head.setTextAlignment(RIGHT if column else LEFT)
            self.setHorizontalHeaderItem(column, head)
        bold = QFont(self.font())
        bold.setBold(True)
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(RIGHT if column else LEFT)
                if not column:
                    item.setToolTip(tooltip(text))
                if column == self._meter:
                    item.setData(SHARE, shares[row])
                if total and row == len(rows) - 1:
                    item.setFont(bold)
                self.setItem(row, column, item)
        header = self.horizontalHeader()
        for column in range(len(heads)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed if column else QHeaderView.ResizeMode.Stretch)
            needed = header.sectionSizeHint(column)
            self.setColumnWidth(column, METER + 17 if column == self._meter else max(LEAST_COLUMN, needed))
        self.setFixedHeight(header.sizeHint().height() + ROW * len(rows))
        self.clearSelection()

    def explain(self, row: int, column: int, text: str) -> None:
        """Say more of a number where the mouse stands on it."""
        item = self.item(row, column)
        assert item is not None, "every cell is filled"
        item.setToolTip(tooltip(text))


def _shortened(metrics: QFontMetrics, text: str, room: QRect) -> str:
    """Return the text, cut with an ellipsis where it does not fit into the lines that there is room for."""

    def fits(some: str) -> bool:
        needed = metrics.boundingRect(QRect(0, 0, room.width(), 10_000), WRAP, some)
        return needed.height() <= room.height() + 1 and needed.width() <= room.width() + 1

    if fits(text):
        return text
    if " " not in text:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    low, high = 0, len(text)
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(f"{text[:middle].rstrip()}…") else (low, middle)
    return f"{text[:low].rstrip()}…"
