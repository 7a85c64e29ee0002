"""What an action is: a row in a menu, with its keys and what it does."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.i18n import Message

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


@dataclass(frozen=True)
class Action:
    """`keys` in Qt's portable notation, the first one is shown; `mac` replaces them there.

    Keys with `in_table` act while the table has the focus (review mode), others in the whole window. `checked` makes
    the action a check mark; `enabled` None means always.
    """

    name: str
    text: Message
    run: Callable[[MainWindow], object]
    keys: tuple[str, ...] = ()
    mac: tuple[str, ...] | None = None
    in_table: bool = False
    icon: str = ""
    checked: Callable[[MainWindow], bool] | None = None
    enabled: Callable[[MainWindow], bool] | None = None

    @property
    def shortcuts(self) -> tuple[str, ...]:
        return self.mac if self.mac is not None and sys.platform == "darwin" else self.keys


@dataclass(frozen=True)
class Menu:
    """A menu or submenu; None separates groups. `name` lets the window add entries of its own."""

    name: str
    text: Message
    items: tuple[Action | Menu | None, ...]

    def actions(self) -> list[Action]:
        """Return the actions, those of submenus included."""
        return [action for _, action in self.placed()]

    def placed(self, above: tuple[Menu, ...] = ()) -> Iterator[tuple[tuple[Menu, ...], Action]]:
        """Yield the actions, those of submenus included, each with the menus that lead to it."""
        for item in self.items:
            if isinstance(item, Menu):
                yield from item.placed((*above, self))
            elif item is not None:
                yield (*above, self), item


def has_call(window: MainWindow) -> bool:
    return window.session.transcript is not None


def has_turn(window: MainWindow) -> bool:
    return window.session.turn is not None


def can_write(window: MainWindow) -> bool:
    """Tell whether there is a project, and not one to be looked at only."""
    return window.session.project is not None and not window.session.project.read_only


def has_project(window: MainWindow) -> bool:
    return window.session.project is not None
