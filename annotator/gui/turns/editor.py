"""The editor of a turn's text inside its cell: text mode."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from annotator.core.model import Turn

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier


class TurnEditor(QPlainTextEdit):
    """Emits what its keys ask for; the view does it, since it concerns more than the text."""

    asked = Signal(str)
    """What a chord of keymap.CHORDS is called, "merge_previous", "merge_next", or "leave" when the focus goes elsewhere."""
    ended = Signal()

    def __init__(self, turn: Turn, font: QFont, chord: Callable[[QKeyEvent], str], parent: QWidget):
        """`chord` tells what a key press asks for, "" for nothing."""
        super().__init__(parent)
        self.turn = turn
        self._chord_of = chord
        self.use_font(font)
        self.setPlainText(turn.text)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(2)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._asked = False

    def use_font(self, font: QFont) -> None:
        # The style sheet of the program sets the size of all widgets, and it wins over setFont.
        self.setStyleSheet(f"font-size: {font.pixelSize()}px; padding: 3px 4px;")
        self.document().setDefaultFont(font)

    def wanted_height(self) -> int:
        """Return the height that shows the whole text."""
        lines: int = sum(max(1, block.layout().lineCount()) for block in self._blocks())
        return lines * self.fontMetrics().lineSpacing() + 16

    def _blocks(self):
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def ask(self, what: str) -> None:
        """Ask once: what follows closes the editor, and closing it takes the focus away."""
        if not self._asked:
            self._asked = True
            self.asked.emit(what)
            self._asked = False

    def event(self, event: QEvent) -> bool:
        # Chords of the editor win over the window's shortcuts of the same keys.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._chord(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chord = self._chord(event)
        if chord:
            self.ask(chord)
        else:
            super().keyPressEvent(event)

    def _chord(self, event: QKeyEvent) -> str:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        cursor = self.textCursor()
        if modifiers == NONE and not cursor.hasSelection():
            if key == KEY.Key_Backspace and cursor.atStart():
                return "merge_previous"
            if key == KEY.Key_Delete and cursor.atEnd():
                return "merge_next"
        return self._chord_of(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.ask("leave")
