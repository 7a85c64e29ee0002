"""Labels and buttons that show text as it is: nothing the user imported is ever taken for markup."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget


def label(text: str = "", *, style: str = "", wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Return a plain-text label; `style` is "", "dim", "strong" or "heading" (see the style sheet)."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if style:
        made.setProperty(style, "true")
    return made


def button(text: str, on_click: Callable[[], object], *, primary: bool = False) -> QPushButton:
    """Return a push button that never becomes the default by accident."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if primary:
        made.setProperty("primary", "true")
    made.clicked.connect(lambda: on_click())
    return made


def tooltip(text: str) -> str:
    """Return the text as a tooltip that shows it as it is: Qt takes a tooltip for markup when it looks like some."""
    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>") if text else ""
