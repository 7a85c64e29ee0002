"""Labels and buttons that show text as it is: nothing the user imported is ever taken for markup."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget

MARKS = {mark: f"‹U+{mark:04X}›" for mark in (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}
"""Characters that are not seen and turn the direction of writing, also that of the words around them."""
NAME, LONGEST = 200, 4000
"""Characters of a name, and of any text of a label, that are shown: to lay out a million would hold the window up."""


def visible(text: str, most: int = LONGEST) -> str:
    """Return the text with its unseen marks of direction named, and cut where it is too long to be shown in one place."""
    return (text if len(text) <= most else text[:most] + "…").translate(MARKS)


def shown_name(text: str) -> str:
    """Return how a name is shown in titles, menus and lists: on one line, with nothing that alters the words around it."""
    return visible(" ".join(text[: 2 * NAME].split()), NAME)


class PlainLabel(QLabel):
    """Takes nothing for markup, and no mark of direction out of the text it stands in."""

    def __init__(self, text: str = "", parent: QWidget | None = None):
        super().__init__(visible(text), parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:
        super().setText(visible(text))


def label(text: str = "", *, style: str = "", wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Return a plain-text label; `style` is "", "dim", "strong" or "heading" (see the style sheet)."""
    made = PlainLabel(text, parent)
    made.setWordWrap(wrap)
    if style:
        made.setProperty(style, "true")
    return made


def style(widget: QWidget, *styles: str) -> None:
    """Let a label have these styles ("dim", "strong", "heading", "alarm") and no other."""
    for name in ("dim", "strong", "heading", "alarm"):
        widget.setProperty(name, "true" if name in styles else "")
    widget.style().polish(widget)


def button(text: str, on_click: Callable[[], object], *, primary: bool = False) -> QPushButton:
    """Return a push button that never becomes the default by accident."""
    made = QPushButton(visible(text))
    made.setAutoDefault(False)
    if primary:
        made.setProperty("primary", "true")
    made.clicked.connect(lambda: on_click())
    return made


def tooltip(text: str) -> str:
    """Return the text as a tooltip that shows it as it is: Qt takes a tooltip for markup when it looks like some."""
    return f"<qt>{escape(visible(text))}</qt>".replace("\n", "<br>") if text else ""


def choose(parent: QWidget, title: str, text: str, stay: str, *ways: str) -> int:
    """Ask a question whose answers are buttons; return which of `ways` was chosen, from 0, or -1 for `stay`: so Esc does."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setText(visible(text))
    buttons = [box.addButton(way, QMessageBox.ButtonRole.AcceptRole) for way in ways]
    none = box.addButton(stay, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(none)
    box.setEscapeButton(none)
    box.exec()
    chosen = box.clickedButton()
    return buttons.index(chosen) if chosen in buttons else -1
