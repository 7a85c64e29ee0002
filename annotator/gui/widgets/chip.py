"""What is painted in rows of lists: a topic's chip, its name on a ground of its colour; ticks, check boxes, triangles."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.gui.theme import Theme, text_font
from annotator.gui.widgets.labels import shown_name

HEIGHT = 22
PAD = 8


def chip_width(name: str, most: float) -> float:
    """Return how wide the chip of this name is, at most `most`."""
    return min(QFontMetrics(text_font(13)).horizontalAdvance(name) + 2 * PAD, most)


def paint_chip(painter: QPainter, box: QRectF, theme: Theme, name: str, colour: str) -> None:
    """Paint a chip into `box`; a name that does not fit is elided."""
    ink, ground = theme.topic_colours(colour)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 6, 6)
    painter.setFont(text_font(13))
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(shown_name(name), Qt.TextElideMode.ElideRight, int(box.width()) - 2 * PAD + 1)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


def paint_tick(painter: QPainter, middle: QPointF, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 2))
    painter.drawPolyline([middle + QPointF(-5, 0), middle + QPointF(-1.5, 3.5), middle + QPointF(5, -4)])
    painter.restore()


def paint_check_box(painter: QPainter, box: QRectF, theme: Theme, state: Qt.CheckState) -> None:
    """Paint a check box: empty, with a tick, or with a dash where some of what it stands for is checked."""
    t, off = theme.tokens, state == Qt.CheckState.Unchecked
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(t.text_dim if off else t.accent, 1.5))
    painter.setBrush(t.surface if off else t.accent)
    painter.drawRoundedRect(box, 4, 4)
    if state == Qt.CheckState.Checked:
        paint_tick(painter, box.center(), t.on_accent)
    elif not off:
        painter.fillRect(QRectF(box.left() + 4, box.center().y() - 1, box.width() - 8, 2), t.on_accent)


def paint_triangle(painter: QPainter, middle: QPointF, colour: QColor, is_open: bool) -> None:
    """Paint what says that there is more below: pointing right, or down where it is shown."""
    corners = ((-4, -2), (4, -2), (0, 3)) if is_open else ((-2, -4), (-2, 4), (3, 0))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
    painter.restore()


class Chip(QWidget):
    """A chip that shows how a topic will look."""

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme, self._name, self._colour = theme, "", "#000000"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_topic(self, name: str, colour: str) -> None:
        self._name, self._colour = name, colour
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        width = chip_width(self._name, self.width())
        paint_chip(QPainter(self), QRectF(0, 0, width, HEIGHT), self._theme, self._name, self._colour)
