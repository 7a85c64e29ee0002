"""Small marks that cells of the table are painted with."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


def paint_pin(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Paint a pin that stands: from here on the speakers are right."""
    head = QRectF(box.left() + 2, box.top(), box.width() - 4, box.height() * 0.45)
    foot = box.top() + box.height() * 0.62
    path = QPainterPath(head.topLeft())
    for corner in (head.topRight(), head.bottomRight(), QPointF(box.right(), foot), QPointF(box.left(), foot), head.bottomLeft()):
        path.lineTo(corner)
    path.closeSubpath()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    painter.drawLine(QPointF(box.center().x(), foot), QPointF(box.center().x(), box.bottom()))
    painter.fillPath(path, colour)


def paint_bookmark(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Paint a ribbon with a notch: a turn to come back to."""
    notch = QPointF(box.center().x(), box.bottom() - box.width() * 0.45)
    path = QPainterPath(box.topLeft())
    for corner in (box.topRight(), box.bottomRight(), notch, box.bottomLeft()):
        path.lineTo(corner)
    path.closeSubpath()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, colour)


def paint_bubble(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Paint what somebody says: a comment."""
    foot = QPointF(box.left() + 3, box.bottom())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    painter.drawRoundedRect(box, 2, 2)
    painter.drawLine(foot, foot + QPointF(0, 3))
