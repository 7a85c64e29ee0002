"""Keys on a Russian layout: Ctrl or Alt with a Cyrillic letter does what it does with the Latin letter on the same key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

LATIN = dict(zip("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm", strict=True))
COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class CyrillicShortcuts(QObject):
    """An application-wide event filter.

    Qt matches such keys itself where the system also has a Latin layout; what reaches the filter as a key press was
    matched by nobody.
    """

    def __init__(self, window: QWidget, actions: dict[str, QAction]):
        super().__init__(window)
        self._window, self._actions = window, actions

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        command = bool(event.modifiers() & COMMAND)
        if not (command or event.modifiers() & Qt.KeyboardModifier.AltModifier) or not 0x0400 <= event.key() <= 0x04FF:
            return False
        letter = LATIN.get(chr(event.key()).lower())
        if letter is None:
            return False
        key = Qt.Key(ord(letter.upper()))
        sequence = QKeySequence(event.keyCombination().keyboardModifiers() | key)
        # As Qt asks before it looks for a shortcut: a field takes undo or copy itself, the editor of a turn its chords.
        asking = QKeyEvent(QEvent.Type.ShortcutOverride, key, event.modifiers(), "", event.isAutoRepeat())
        asking.ignore()
        QCoreApplication.sendEvent(watched, asking)
        if watched.window() is self._window and not asking.isAccepted():
            for action in self._actions.values():
                if sequence in action.shortcuts() and self._reaches(action):
                    if action.isEnabled():
                        action.trigger()
                    return True
        if not (command or asking.isAccepted()):
            return False
        QCoreApplication.sendEvent(watched, QKeyEvent(event.type(), key, event.modifiers(), "", event.isAutoRepeat()))
        return True

    @staticmethod
    def _reaches(action: QAction) -> bool:
        if action.shortcutContext() != Qt.ShortcutContext.WidgetShortcut:
            return True
        return QApplication.focusWidget() in action.associatedObjects()
