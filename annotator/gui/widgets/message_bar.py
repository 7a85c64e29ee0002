"""A line in a dialog that says what went wrong, or what was done: there the status bar is not looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from annotator.gui.widgets.labels import visible


class MessageBar(QLabel):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMargin(8)
        self.say("")

    def say(self, text: str, kind: str = "info") -> None:
        """Say something; `kind` is "info" or "error"."""
        self.setText(visible(text))
        if self.property("bar") != kind:
            self.setProperty("bar", kind)
            self.style().polish(self)
        self.setVisible(bool(text))
