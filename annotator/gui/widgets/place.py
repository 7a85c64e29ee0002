"""A button that shows a place between words: where one speaker would end and the other begin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from annotator.core.finding import Fix
from annotator.core.model import Transcript
from annotator.gui.keymap import native
from annotator.gui.theme import Theme, text_font
from annotator.gui.turns.delegate import LINE_HEIGHT, Range, format_range, lay_out
from annotator.gui.widgets.keycap import cap_width, paint_cap
from annotator.gui.widgets.labels import tooltip

PAD = 12
GAP = 8
SIZE = 13
LINE = round(SIZE * LINE_HEIGHT)
NARROW = 240
"""Below this width the key stands under the words."""
BAR = " | "
CONTEXT = 120
"""Words further away are out of sight even on a wide card."""


class PlaceButton(QPushButton):
    """Hidden while it has no place."""

    def __init__(self, theme: Theme, on_click: Callable[[], object]):
        super().__init__()
        self._theme = theme
        self._left, self._right, self._key = "", "", ""
        self._beside = True
        self._ranges: list[Range] = []
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setVisible(False)
        self.clicked.connect(lambda: on_click())

    def fill(self, transcript: Transcript, fix: Fix | None, style: str, key: str) -> None:
        """Show where the fix puts the border, and in `style` the words that it moves.

        `key` in Qt's portable notation, "" for none.
        """
        there = fix is not None and bool(fix.relabels) and fix.current(transcript)
        self.setVisible(there)
        if fix is None or not there:
            return
        self._left, self._right, moved = border(transcript, fix)
        self._ranges = [(start, end, style) for start, end in moved]
        self._key = native(key)
        words = self._left + BAR + self._right
        self.setToolTip(tooltip(f"{fix.label}\n{words}"))
        self.setAccessibleName(f"{fix.label}: {words}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, (LINE if self._beside else 2 * LINE) + GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._beside = self.width() >= NARROW
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, tokens = QPainter(self), self._theme.tokens
        font = text_font(SIZE)
        metrics = QFontMetrics(font)
        words = QRect(PAD, GAP // 2, self.width() - 2 * PAD, LINE)
        key = words if self._beside else words.translated(0, LINE)
        painter.setFont(font)
        paint_cap(painter, words.right() + 1, key.top() + LINE / 2, self._key, tokens.text_dim, tokens.line)
        room = words.width() - (cap_width(self._key) + GAP if self._beside else 0)
        text, ranges = fit(metrics, room, self._left, self._right, self._ranges)
        painter.setPen(tokens.text)
        layout, _ = lay_out(text, font, words.width(), [format_range(tokens, text, *r) for r in ranges])
        layout.draw(painter, QPointF(words.topLeft()))


def border(transcript: Transcript, fix: Fix) -> tuple[str, str, list[tuple[int, int]]]:
    """Return the words before and after the border that the fix makes, and where those that it moves stand.

    Places count from the border; those before it are negative.
    """
    spans = [relabel.span for relabel in fix.relabels]
    first, last = spans[0], spans[-1]
    before, after = transcript.previous(first.turn_id), transcript.next(last.turn_id)
    opens = not transcript.turn(first.turn_id).text[: first.start].strip()
    closes = not transcript.turn(last.turn_id).text[last.end :].strip()
    # The words go back to the speaker before them, or a new border stands in front of them.
    ends = opens and (not closes or (before is not None and before.speaker_id == fix.relabels[0].speaker_id))
    text, at = "", 0
    moved: list[tuple[int, int]] = []
    for turn in (before, *map(transcript.turn, dict.fromkeys(span.turn_id for span in spans)), after):
        if turn is None:
            continue
        text += " " if text else ""
        here = [(len(text) + span.start, len(text) + span.end) for span in spans if span.turn_id == turn.id]
        moved += here
        text += turn.text
    at = moved[-1][1] if ends else moved[0][0]
    left, right = (part.replace("\n", " ") for part in (text[max(0, at - CONTEXT) : at], text[at : at + CONTEXT]))
    return left.rstrip(), right.lstrip(), [(a - at, b - at) for a, b in moved]


def fit(metrics: QFontMetrics, room: int, left: str, right: str, ranges: list[Range]) -> tuple[str, list[Range]]:
    """Return the words around the bar that fit into `room`, and where the ranges stand there."""
    room -= metrics.horizontalAdvance(BAR)
    # The words that move tell the places apart; what one side does not need belongs to the other.
    share = room * 2 // 3 if any(start < 0 for start, _, _ in ranges) else room // 3
    left = _elide(metrics, left, max(share, room - metrics.horizontalAdvance(right)), last=True)
    right = _elide(metrics, right, room - metrics.horizontalAdvance(left), last=False)
    shown, at, on = left + BAR + right, len(left), len(left) + len(BAR)
    moved = [(max(0, at + a), at + b) if a < 0 else (on + a, min(len(shown), on + b)) for a, b, _ in ranges]
    return shown, [(a, b, style) for (a, b), (_, _, style) in zip(moved, ranges, strict=True) if a < b]


def _elide(metrics: QFontMetrics, text: str, room: int, last: bool) -> str:
    """Return the last or the first words that fit into `room`, a part of a word only where no whole one does."""
    if last:
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideLeft, room)
        rest = shown[1:].partition(" ")[2]
        return f"… {rest}" if shown != text and rest else shown
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    rest = shown[:-1].rpartition(" ")[0]
    return f"{rest} …" if shown != text and rest else shown
