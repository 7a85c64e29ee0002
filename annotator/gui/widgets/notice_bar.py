"""Messages that stay over the table until they are closed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotator.core.i18n import tr
from annotator.gui.theme import Theme
from annotator.gui.widgets.labels import label

MOST_HEIGHT = 168


class NoticeBars(QScrollArea):
    """One bar a message, the newest on top; the same message is shown once. Many messages scroll."""

    def __init__(self, theme: Theme):
        super().__init__()
        self._theme = theme
        self._bars: list[tuple[str, QFrame]] = []
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def sizeHint(self) -> QSize:
        height = self._rows.totalHeightForWidth(max(200, self.width()))
        return QSize(200, min(MOST_HEIGHT, height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # the messages wrap differently

    def texts(self) -> list[str]:
        """Return the messages, the oldest first."""
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
        self._rows.insertWidget(0, bar)
        self.show()
        self.updateGeometry()

    def clear(self) -> None:
        for _, bar in list(self._bars):
            self._close(bar)

    def _close(self, bar: QFrame) -> None:
        self._bars = [(text, other) for text, other in self._bars if other is not bar]
        self._rows.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
        self.setVisible(bool(self._bars))
        self.updateGeometry()
