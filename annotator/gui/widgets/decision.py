"""A button that says what it does and which key does the same, below it where there is no room beside it."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from annotator.gui.keymap import native
from annotator.gui.theme import Theme
from annotator.gui.widgets.keycap import HEIGHT, cap_width, paint_cap
from annotator.gui.widgets.labels import tooltip

PAD, GAP = 12, 8
LINES = 2


class DecisionButton(QPushButton):
    """Hidden while it has no label. `style` is "", "primary" or "flat" (see the style sheet)."""

    def __init__(self, theme: Theme, on_click: Callable[[], object], *, style: str = ""):
        super().__init__()
        self._theme, self._primary = theme, style == "primary"
        self._label, self._key = "", ""
        self._beside = True
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setProperty("decision", "true")
        if style:
            self.setProperty(style, "true")
        self.clicked.connect(lambda: on_click())

    def fill(self, label: str, key: str) -> None:
        """`key` in Qt's portable notation, "" for none."""
        self._label, self._key = label, native(key)
        self.setVisible(bool(label))
        self.setToolTip(tooltip(label))
        self.setAccessibleName(label)
        self.setAccessibleDescription(self._key)
        self._wrap()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        self.ensurePolished()
        metrics, room = self.fontMetrics(), self.width() - 2 * PAD
        lines = wrapped(metrics, self._label, room - (cap_width(self._key) + GAP if self._key else 0))
        self._beside = " ".join(lines) == self._label
        if not self._beside:
            lines = [*wrapped(metrics, self._label, room), *([" "] if self._key else [])]
        self.setText("\n".join(lines).replace("&", "&&"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tokens = self._theme.tokens
        ink, line = (tokens.on_accent, tokens.on_accent) if self._primary else (tokens.text_dim, tokens.line)
        middle = self.height() / 2 if self._beside else self.height() - 6 - HEIGHT / 2
        paint_cap(QPainter(self), self.width() - PAD, middle, self._key, ink, line)


def wrapped(metrics: QFontMetrics, text: str, room: int) -> list[str]:
    """Return the text in lines of whole words; the last one that may be is elided when it has to hold more than fits."""
    lines, words = [""], re.split(r" (?!\d+$)", text)  # a number alone in the last line would not be read
    while words:
        longer = f"{lines[-1]} {words[0]}".lstrip()
        if lines[-1] and metrics.horizontalAdvance(longer) > room:
            if len(lines) == LINES:
                break
            lines.append("")
        else:
            lines[-1] = longer
            del words[0]
    if words:
        lines[-1] = " ".join([lines[-1], *words])
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]
