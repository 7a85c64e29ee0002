"""Messages that stay over the table until they are closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from annotator.core.i18n import tr
from annotator.gui.theme import Theme
from annotator.gui.widgets.labels import label

MOST = 3


class NoticeBars(QWidget):
    """Up to three bars, the newest last; the same message is shown once."""

    def __init__(self, theme: Theme):
        super().__init__()
        self._theme = theme
        self._bars: list[tuple[str, QFrame]] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def texts(self) -> list[str]:
        return [text for text, _ in self._bars]

    def show_error(self, text: str) -> None:
        if text in self.texts():
            return
        bar = QFrame()
        bar.setProperty("bar", "error")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 8, 8)
        words = label(text, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(words, 1)
        close = QToolButton()
        close.setProperty("flat", "true")
        close.setIcon(self._theme.icon("dismiss"))
        close.setToolTip(tr("Close this message"))
        close.setAccessibleName(tr("Close this message"))
        close.clicked.connect(lambda: self._close(bar))
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._bars.append((text, bar))
        self._rows.addWidget(bar)
        while len(self._bars) > MOST:
            self._close(self._bars[0][1])

    def clear(self) -> None:
        for _, bar in list(self._bars):
            self._close(bar)

    def _close(self, bar: QFrame) -> None:
        self._bars = [(text, other) for text, other in self._bars if other is not bar]
        bar.hide()
        bar.deleteLater()
