"""The editor of a turn's text inside its cell: text mode."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from annotator.core.model import Turn
from annotator.gui.turns.units import code_point, utf16

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
PAGE = 20_000
"""Characters that are laid out at a time: of more, each key would take longer than a frame."""
NEAR = 200
"""So near to the end of a page, in characters, a space is looked for to end it at."""
BACK = {KEY.Key_Up, KEY.Key_Left, KEY.Key_PageUp, KEY.Key_Backspace}
ON = {KEY.Key_Down, KEY.Key_Right, KEY.Key_PageDown, KEY.Key_Delete}


class TurnEditor(QPlainTextEdit):
    """Emits what its keys ask for; the view does it, since it concerns more than the text.

    A long text is shown a page at a time: keys and the wheel that lead beyond the end of one bring the next.
    """

    asked = Signal(str)
    """What a chord of keymap.CHORDS is called, "merge_previous", "merge_next", or "leave" when the focus goes elsewhere."""
    ended = Signal()
    paged = Signal(int, int, int)
    """Another page of a long text is shown: its first and last character, from 1 on, and how many the text has."""

    def __init__(self, turn: Turn, font: QFont, chord: Callable[[QKeyEvent], str], parent: QWidget):
        """`chord` tells what a key press asks for, "" for nothing."""
        super().__init__(parent)
        self.turn = turn
        self._chord_of = chord
        self._before = self._after = ""
        """What the text has before and after the page that is shown."""
        self.use_font(font)
        self.fill(turn.text)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(2)
        self._asked = False

    def use_font(self, font: QFont) -> None:
        # The style sheet of the program sets the size of all widgets, and it wins over setFont.
        self.setStyleSheet(f"font-size: {font.pixelSize()}px; padding: 3px 4px;")
        self.document().setDefaultFont(font)

    # ------------------------------------------------------------------ the text and its pages

    @property
    def page(self) -> str:
        """What is shown, as it is typed by now. Qt's own plain text would have plain spaces for those that do not break."""
        return self.document().toRawText().replace("\u2029", "\n")

    @property
    def text(self) -> str:
        """The whole text as it is typed by now."""
        return self._before + self.page + self._after

    @property
    def at(self) -> int:
        """The code point of the whole text at which the caret stands."""
        return len(self._before) + code_point(self.page, self.textCursor().position())

    def fill(self, text: str, at: int = 0) -> None:
        """Show another text, with the caret at code point `at`."""
        at = min(at, len(text))
        start = end = 0
        while end < len(text) and end <= at:
            start, end = end, _page_end(text, end)
        self._before, self._after = text[:start], text[end:]
        self.setPlainText(text[start:end])
        self.go_to(at)
        if self.shown is not None:
            self.paged.emit(*self.shown)

    def go_to(self, at: int) -> None:
        """Put the caret at a code point of the whole text, and show the page it is on."""
        page = self.page
        if len(self._before) <= at <= len(self._before) + len(page):
            cursor = self.textCursor()
            cursor.setPosition(utf16(page, at - len(self._before)))
            self.setTextCursor(cursor)
        elif self._before or self._after:
            self.fill(self.text, at)

    def _turn_page(self, step: int) -> bool:
        """Show the page before or after this one, with the caret where they meet; False when there is none."""
        page = self.page
        if not (self._before if step < 0 else self._after):
            return False
        text, border = self.text, len(self._before) + (0 if step < 0 else len(page))
        if step > 0:
            start, end = border, _page_end(text, border)
        else:
            start, end = max(0, border - PAGE), border
        self._before, self._after = text[:start], text[end:]
        self.setPlainText(text[start:end])
        self.go_to(border)
        if self.shown is not None:
            self.paged.emit(*self.shown)
        return True

    @property
    def shown(self) -> tuple[int, int, int] | None:
        """What `paged` told of the page that is shown; None where it is all of the text."""
        if not self._before and not self._after:
            return None
        first, last = len(self._before), len(self._before) + len(self.page)
        return first + 1, last, last + len(self._after)

    def wanted_height(self) -> int:
        """Return the height that shows all of the page."""
        lines: int = sum(max(1, block.layout().lineCount()) for block in self._blocks())
        return lines * self.fontMetrics().lineSpacing() + 16

    def _blocks(self):
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    # ------------------------------------------------------------------ keys

    def ask(self, what: str) -> None:
        """Ask once: what follows closes the editor, and closing it takes the focus away."""
        if not self._asked:
            self._asked = True
            try:
                self.asked.emit(what)
            finally:
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
            return
        if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and not self.textCursor().hasSelection():
            cursor, key = self.textCursor(), event.key()
            turned = (key in BACK and cursor.atStart() and self._turn_page(-1)) or (
                key in ON and cursor.atEnd() and self._turn_page(1)
            )
            if turned and key not in (KEY.Key_Backspace, KEY.Key_Delete):
                return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar, delta = self.verticalScrollBar(), event.angleDelta().y()
        at_edge = bar.value() == (bar.maximum() if delta < 0 else bar.minimum())
        if delta and at_edge and self._turn_page(1 if delta < 0 else -1):
            event.accept()
        else:
            super().wheelEvent(event)

    def _chord(self, event: QKeyEvent) -> str:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        cursor = self.textCursor()
        if modifiers == NONE and not cursor.hasSelection():
            if key == KEY.Key_Backspace and cursor.atStart() and not self._before:
                return "merge_previous"
            if key == KEY.Key_Delete and cursor.atEnd() and not self._after:
                return "merge_next"
        return self._chord_of(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.ask("leave")


def _page_end(text: str, start: int) -> int:
    """Return where the page that begins at `start` ends: after a space, where there is one near."""
    end = start + PAGE
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", end - NEAR, end)
    return space + 1 if space >= 0 else end
