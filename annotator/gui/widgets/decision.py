"""A button that says what it does and which key does the same, below it where there is no room beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from annotator.gui.widgets.labels import tooltip

MARGINS = 36


class DecisionButton(QPushButton):
    """Hidden while it has no label. `style` is "", "primary" or "flat" (see the style sheet)."""

    def __init__(self, on_click: Callable[[], object], *, style: str = ""):
        super().__init__()
        self._label, self._key = "", ""
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if style:
            self.setProperty(style, "true")
        self.clicked.connect(lambda: on_click())

    def fill(self, label: str, key: str) -> None:
        """`key` in Qt's portable notation; shown as menus show it."""
        self._label, self._key = label, QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        self.setVisible(bool(label))
        self.setToolTip(tooltip(label))
        self.setAccessibleName(label)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics, room = self.fontMetrics(), self.width() - MARGINS
        text = f"{self._label}   [{self._key}]"
        if metrics.horizontalAdvance(text) > room:
            text = f"{metrics.elidedText(self._label, Qt.TextElideMode.ElideRight, room)}\n[{self._key}]"
        self.setText(text.replace("&", "&&"))
