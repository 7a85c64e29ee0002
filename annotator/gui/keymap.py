"""Which keys do what: the defaults of actions and of text mode, and what the user has put in their place.

Keys are written in Qt's portable notation ("Ctrl+Z"); only what differs from a default is kept in the settings.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.core.i18n import Message, msg, tr
from annotator.gui.keys import LATIN

if TYPE_CHECKING:
    from annotator.gui.session import Session

KEY = Qt.Key
CTRL, SHIFT, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier

MOST = 10
"""Keys that an action may have."""
TABLE, WINDOW, TEXT = "table", "window", "text"
"""Where keys act: while the table has the focus (review mode), in the whole window, or inside a cell (text mode)."""

MODIFIERS = (KEY.Key_Shift, KEY.Key_Control, KEY.Key_Alt, KEY.Key_Meta, KEY.Key_AltGr, KEY.Key_CapsLock, KEY.Key_NumLock)


@dataclass(frozen=True)
class Binding:
    """Something that has keys: `group` is its menu, `scope` one of TABLE, WINDOW and TEXT."""

    name: str
    text: Message
    group: Message
    scope: str
    defaults: tuple[str, ...]


def _chord(name: str, text: Message, *keys: str) -> Binding:
    return Binding(f"text.{name}", text, msg("While editing a text"), TEXT, keys)


CHORDS = (
    _chord("commit", msg("Commit"), "Return", "F2"),
    _chord("cancel", msg("Cancel"), "Esc"),
    _chord("edit_next", msg("Commit and edit the next turn"), "Tab"),
    _chord("edit_previous", msg("Commit and edit the previous turn"), "Shift+Tab"),
    _chord("split_other", msg("Split at the caret; the second part gets the other speaker"), "Ctrl+Return"),
    _chord("split_same", msg("Split at the caret; both parts keep the speaker"), "Ctrl+Alt+Return"),
    _chord("move_previous", msg("Words before the caret go to the previous turn"), "Alt+Up"),
    _chord("move_next", msg("Words after the caret go to the next turn"), "Alt+Down"),
)
"""The chords of text mode. What they ask the view for is their name without the "text."."""


def bindings() -> tuple[Binding, ...]:
    """Return all that has keys, or could have some, in the order of the menus; the chords of text mode last."""
    from annotator.gui.actions import MENUS  # actions ask for keys too

    placed = (found for menu in MENUS for found in menu.placed())
    actions = (
        Binding(row.name, row.text, menus[0].text, TABLE if row.in_table else WINDOW, row.shortcuts) for menus, row in placed
    )
    return (*actions, *CHORDS)


class Keymap:
    """The keys in use. What the user has chosen wins over a default that is the same key."""

    def __init__(self, chosen: Mapping[str, tuple[str, ...]]):
        self.bindings = {binding.name: binding for binding in bindings()}
        self._keys: dict[str, tuple[str, ...]] = {}
        own = {name: _usable(keys[:MOST]) for name, keys in chosen.items() if name in self.bindings}
        own = {name: keys for name, keys in own.items() if keys or not chosen[name]}
        for name, keys in own.items():
            self._keys[name] = tuple(k for k in keys if not self._clashes(name, k))
        for name, binding in self.bindings.items():
            if name not in own:
                self._keys[name] = tuple(k for k in _usable(binding.defaults) if not (own and self._clashes(name, k)))
        chords = ((name, k) for name in self._keys if self.bindings[name].scope == TEXT for k in self._keys[name])
        self._chords = {_entered(k): name.removeprefix("text.") for name, k in chords}

    def _clashes(self, name: str, keys: str) -> bool:
        return any(self.bindings[name].scope in _rivals(self.bindings[other]) for other in self._holders(name, keys))

    def _holders(self, name: str, keys: str) -> list[str]:
        wanted = _entered(keys)
        return [other for other, held in self._keys.items() if other != name and any(_entered(k) == wanted for k in held)]

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys, the one to show first."""
        return self._keys[name]

    def first(self, name: str) -> str:
        """Return the key to show, "" where there is none."""
        return next(iter(self._keys[name]), "")

    def named(self, name: str) -> str:
        """Return what to press, for a sentence: the key, or the name of the action where it has none."""
        return native(self.first(name)) or tr("“{action}”", action=str(self.bindings[name].text))

    def is_default(self, name: str) -> bool:
        return self._keys[name] == _usable(self.bindings[name].defaults)

    def rivals(self, name: str, keys: str) -> list[Binding]:
        """Return what else has these keys in the same mode: only one of them could have its way."""
        scope = self.bindings[name].scope
        return [b for other in self._holders(name, keys) if scope in _rivals(b := self.bindings[other])]

    def shadows(self, name: str, keys: str) -> list[Binding]:
        """Return what has these keys too and takes them, or loses them, while a text is edited."""
        both = {WINDOW, TEXT}
        found = [self.bindings[other] for other in self._holders(name, keys)]
        return [b for b in found if {b.scope, self.bindings[name].scope} == both]

    def chord(self, event: QKeyEvent) -> str:
        """Return what a key press asks for in text mode, "" for nothing."""
        return self._chords.get(_entered(recorded(event)), "")

    def changed(self, name: str, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return what the settings are to keep when `name` has these keys and nothing else of the same mode has them."""
        wanted = self._keys | {name: _usable(dict.fromkeys(keys))}
        for held in wanted[name]:
            for rival in self.rivals(name, held):
                wanted[rival.name] = tuple(k for k in wanted[rival.name] if _entered(k) != _entered(held))
        return {n: keys for n, keys in wanted.items() if keys != _usable(self.bindings[n].defaults)}

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """Return the keys that are not the defaults: what the settings are to keep."""
        return {name: keys for name, keys in self._keys.items() if not self.is_default(name)}


def _rivals(binding: Binding) -> tuple[str, ...]:
    return (TEXT,) if binding.scope == TEXT else (TABLE, WINDOW)


@lru_cache(maxsize=4)
def _made(chosen: tuple[tuple[str, tuple[str, ...]], ...]) -> Keymap:
    return Keymap(dict(chosen))


def of(session: Session) -> Keymap:
    """Return the keys in use now."""
    return _made(tuple(session.settings.keys.items()))


# ---------------------------------------------------------------------- notation


def usable(keys: str) -> bool:
    """Tell whether this is one key, with or without modifiers: not a sequence of several, no modifier alone, no nonsense."""
    return QKeySequence(keys).count() == 1 and _combination(keys).key() not in (KEY.Key_unknown, *MODIFIERS)


def _combination(keys: str) -> QKeyCombination:
    combination: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]
    return combination


def _usable(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(QKeySequence(k).toString() for k in keys if usable(k))


@lru_cache(maxsize=1024)
def _entered(keys: str) -> str:
    """Return the keys as they are compared: the two Enter keys are one."""
    return keys.replace("Enter", "Return")


def native(keys: str) -> str:
    """Return the keys as menus show them, but Return as what stands on the key."""
    shown = keys if sys.platform == "darwin" else keys.replace("Return", "Enter")
    return QKeySequence(shown).toString(QKeySequence.SequenceFormat.NativeText)


def natives(keys: Iterable[str]) -> str:
    """Return several keys, separated by commas; those that are shown alike once."""
    return ", ".join(dict.fromkeys(map(native, keys)))


def recorded(event: QKeyEvent) -> str:
    """Return the keys that were pressed; "" for a modifier alone, or a key that has no name.

    A Cyrillic letter is the Latin one of the same key. Shift that only makes a sign of a key is no part of its name.
    """
    key, modifiers = event.key(), event.modifiers() & ~KEYPAD & ~Qt.KeyboardModifier.GroupSwitchModifier
    if key in (0, KEY.Key_unknown, *MODIFIERS):
        return ""
    if 0x0400 <= key <= 0x04FF:
        key = ord(LATIN.get(chr(key).lower(), chr(key)).upper())
    if key == KEY.Key_Backtab:
        key, modifiers = KEY.Key_Tab, modifiers | SHIFT
    if 0x21 <= key < 0x0100 and not chr(key).isalnum():
        modifiers &= ~SHIFT
    return QKeySequence(QKeyCombination(modifiers, KEY(key))).toString()


# ---------------------------------------------------------------------- keys that hurt

EDITING = {
    "Ctrl+C": msg("copies"),
    "Ctrl+X": msg("cuts"),
    "Ctrl+V": msg("pastes"),
    "Ctrl+A": msg("selects all"),
    "Ctrl+Z": msg("undoes typing"),
    "Ctrl+Y": msg("redoes typing"),
    "Ctrl+Shift+Z": msg("redoes typing"),
}
"""What keys do in every field of text."""
SYSTEM = ("Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Space", "Alt+Esc", "Ctrl+Esc", "Ctrl+Alt+Del")
SYSTEM_MAC = (
    *("Ctrl+H", "Ctrl+Alt+H", "Ctrl+M", "Ctrl+Q", "Ctrl+,", "Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+Space", "Ctrl+Alt+Esc"),
    *("Ctrl+Shift+3", "Ctrl+Shift+4", "Ctrl+Shift+5", "Meta+Up", "Meta+Down", "Meta+Left", "Meta+Right"),
)
"""Of the Mac; Qt writes Ctrl for its Cmd key and Meta for its Ctrl key."""
CURSOR = (KEY.Key_Up, KEY.Key_Down, KEY.Key_PageUp, KEY.Key_PageDown, KEY.Key_Home, KEY.Key_End)
TYPING = (*CURSOR, KEY.Key_Left, KEY.Key_Right, KEY.Key_Backspace, KEY.Key_Delete)


@dataclass(frozen=True)
class Trouble:
    """Why a key is a bad choice; `refused` when it could not work at all."""

    text: Message
    refused: bool = False


def trouble(binding: Binding, keys: str) -> Trouble | None:
    """Return what speaks against these keys for `binding`, conflicts with other bindings apart."""
    if keys in binding.defaults:
        return None
    mac = sys.platform == "darwin"
    combination = _combination(keys)
    key, modifiers = combination.key(), combination.keyboardModifiers()
    bare = modifiers in (NONE, SHIFT)
    letter, printable = KEY.Key_A <= key <= KEY.Key_Z, 0x20 <= key < 0x1000000
    shown = native(keys)
    if keys in (SYSTEM_MAC if mac else SYSTEM) or (modifiers & Qt.KeyboardModifier.MetaModifier and not mac):
        return Trouble(msg("{key} belongs to the system; it would never arrive here.", key=shown), refused=True)
    if binding.scope == TEXT and bare and (printable or key in TYPING):
        return Trouble(msg("{key} types or moves the caret while a text is edited.", key=shown), refused=True)
    if not letter and not KEY.Key_0 <= key <= KEY.Key_9 and printable and key != KEY.Key_Space:
        return Trouble(msg("{key} is a sign that stands elsewhere on other layouts, so it may not work on yours.", key=shown))
    if bare and letter:
        return Trouble(msg("{key} works on a Latin layout only; take it together with Ctrl, or another key.", key=shown))
    if modifiers & ALT and modifiers & SHIFT and not modifiers & CTRL:
        return Trouble(msg("Alt with Shift switches the layout on many computers."))
    if keys in ("Ctrl+Space", "Ctrl+Shift+Space"):
        return Trouble(msg("{key} switches the layout or the input method on many computers.", key=shown))
    if keys in EDITING:
        return Trouble(msg("In a field of text {key} {does}; elsewhere it will do what you choose.", key=shown, does=EDITING[keys]))
    if binding.scope != TEXT and modifiers in (NONE, SHIFT) and key in CURSOR:
        return Trouble(msg("{key} moves through the table; it will do so no longer.", key=shown))
    if binding.scope == WINDOW and bare and printable:
        return Trouble(msg("{key} will act in lists and on buttons too.", key=shown))
    return None
