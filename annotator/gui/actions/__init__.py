"""The actions that menus, keys and buttons offer: an action is a row in one of these menus."""

from __future__ import annotations

from annotator.gui.actions.base import Action, Menu
from annotator.gui.actions.edit import EDIT
from annotator.gui.actions.file import FILE
from annotator.gui.actions.review import REVIEW
from annotator.gui.actions.speakers import SPEAKERS
from annotator.gui.actions.topics import TOPICS
from annotator.gui.actions.view import HELP, VIEW

MENUS: tuple[Menu, ...] = (FILE, EDIT, REVIEW, SPEAKERS, TOPICS, VIEW, HELP)
ACTIONS: tuple[Action, ...] = tuple(action for menu in MENUS for action in menu.actions())
