"""A key as it stands on a button that it does the same as: its name in a frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from annotator.gui.theme import text_font

HEIGHT = 18
PAD = 6
SIZE = 12


def cap_width(key: str) -> int:
    """Return how wide the cap of this key is; 0 for none."""
    return QFontMetrics(text_font(SIZE)).horizontalAdvance(key) + 2 * PAD if key else 0


def paint_cap(painter: QPainter, right: float, middle: float, key: str, ink: QColor, line: QColor) -> None:
    """Paint the cap so that it ends at `right`, at the height `middle`."""
    if not key:
        return
    width = cap_width(key)
    box = QRectF(right - width, middle - HEIGHT / 2, width, HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(line, 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    font = text_font(SIZE)
    font.setWeight(QFont.Weight.Normal)  # whatever that of the button is
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()
