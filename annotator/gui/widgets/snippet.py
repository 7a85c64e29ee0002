"""A few words of a turn with a heading, the words concerned painted as in the table."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.gui.theme import Theme, paint_shape, text_font
from annotator.gui.turns.delegate import Range, format_range, lay_out

CONTEXT = 70
THIN = "\u2009"
"""A space that divides old words from new ones and is none of either."""
HEAD = 22


class Snippet(QWidget):
    """Empty and hidden until it is filled."""

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._heading, self._text = "", ""
        self._look = (-1, QColor())
        self._ranges: list[Range] = []
        self._laid_out: tuple[int, tuple[QTextLayout, int]] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def fill(self, theme: Theme, heading: str, look: tuple[int, QColor], text: str, ranges: list[Range]) -> None:
        """Show words; `look` is the speaker's (see Theme.speaker_look)."""
        self._theme, self._heading, self._look = theme, heading, look
        self._text, self._ranges = clip(text, ranges)
        self._laid_out = None
        self.setAccessibleName(f"{heading}: {self._text}")
        self.setVisible(True)
        self.updateGeometry()
        self.update()

    def clear(self) -> None:
        """Show nothing, and keep no words."""
        self._theme, self._heading, self._text, self._ranges, self._laid_out = None, "", "", [], None
        self.setAccessibleName("")
        self.hide()

    def _layout(self, width: int) -> tuple[QTextLayout, int]:
        assert self._theme is not None
        if self._laid_out is None or self._laid_out[0] != width:
            formats = [format_range(self._theme.tokens, self._text, *r) for r in self._ranges]
            self._laid_out = (width, lay_out(self._text, text_font(13), max(60, width), formats))
        return self._laid_out[1]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 0 if self._theme is None else self._layout(width)[1] + HEAD + 2

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 60 else 260
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        place, colour = self._look
        paint_shape(painter, QRectF(0, 5, 10, 10), place, colour)
        font = QFont(text_font(12))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(18, 15), self._heading)
        painter.setPen(self._theme.tokens.text)
        self._layout(self.width())[0].draw(painter, QPointF(0, HEAD))


def with_replacements(text: str, replaces: Iterable[tuple[int, int, str]]) -> tuple[str, list[Range]]:
    """Return the text with the words that come (code points start..end, new words) behind those that go, and both as ranges."""
    made, at = "", 0
    ranges: list[Range] = []
    for start, end, new in sorted(replaces):
        made += text[at:end]
        ranges.append((len(made) - (end - start), len(made), "lost"))
        if new:
            made += THIN
            ranges.append((len(made), len(made) + len(new), "new"))
            made += new
        at = end
    return made + text[at:], ranges


def clip(text: str, ranges: list[Range]) -> tuple[str, list[Range]]:
    """Cut a long text down to its ranges and some words around them; ranges move along."""
    if not ranges or len(text) <= 3 * CONTEXT:
        return text, ranges
    first, last = min(r[0] for r in ranges), max(r[1] for r in ranges)
    start = 0 if first <= CONTEXT else text.find(" ", first - CONTEXT) + 1
    start = min(start, first)
    end = len(text) if last + CONTEXT >= len(text) else text.rfind(" ", last, last + CONTEXT)
    end = max(end, last)
    head, tail = "… " if start else "", " …" if end < len(text) else ""
    moved = [(a - start + len(head), b - start + len(head), style) for a, b, style in ranges]
    return head + text[start:end] + tail, moved
