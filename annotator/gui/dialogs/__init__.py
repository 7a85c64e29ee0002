"""Windows that ask or tell one thing. Each applies what it is for by itself; Esc closes it and changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget


class Dialog(QDialog):
    """Put what it shows into `body`, then call `finish`."""

    def __init__(self, title: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.setWindowTitle(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.setSpacing(12)

    def finish(self, default: QPushButton, *others: QPushButton, aside: Sequence[QPushButton] = ()) -> None:
        """Add the row of buttons: `aside` at the left, `default`, which Enter presses, last at the right."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for made in aside:
            row.addWidget(made)
        row.addStretch(1)
        for made in (*others, default):
            row.addWidget(made)
        default.setDefault(True)
        self.body.addLayout(row)
