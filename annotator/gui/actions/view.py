"""The View and Help menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from annotator.core.i18n import LANGUAGES, Message, msg, tr
from annotator.gui.actions.base import Action, Menu
from annotator.gui.dialogs.about import AboutDialog
from annotator.gui.dialogs.keys import KeysDialog
from annotator.settings import FONT_SIZES

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


def zoom(window: MainWindow, step: int) -> None:
    session = window.session
    size = session.settings.font_size + step if step else 15
    session.prefer(font_size=max(FONT_SIZES[0], min(FONT_SIZES[-1], size)))


def _theme(choice: str, text: Message) -> Action:
    return Action(
        f"theme_{choice}", text, lambda w: w.session.prefer(theme=choice), checked=lambda w: w.session.settings.theme == choice
    )


def _language(code: str) -> Action:
    # A language is called by its own name, whatever the language of the window.
    return Action(
        f"language_{code}",
        Message(LANGUAGES[code]),
        lambda w: w.session.prefer(language=code),
        checked=lambda w: w.session.settings.language == code,
    )


SYSTEM_LANGUAGE = Action(
    "language_system",
    msg("As the system"),
    lambda w: w.session.prefer(language="system"),
    checked=lambda w: w.session.settings.language == "system",
)


def show_keys(window: MainWindow) -> None:
    window.ask(KeysDialog(key_groups(window), window))


NUMBERED = {f"{of}_{digit}" for of in ("speaker", "topic") for digit in range(2, 10)}
"""Actions that the cheat sheet shows in one row with the first of their kind."""


def key_groups(window: MainWindow) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the cheat sheet: per menu, and for text mode, keys and what they do."""
    groups = []
    for menu in window.menus:
        shown = [action for action in menu.actions() if action.shortcuts and action.name not in NUMBERED]
        ranges = {
            "speaker_1": ("1…9", tr("Speaker n of the selected turns")),
            "topic_1": (_native("Ctrl+1") + "…9", tr("Topic n from here on, or for the selected turns")),
        }
        rows = [ranges.get(action.name, (shown_keys(action), str(action.text))) for action in shown]
        groups.append((str(menu.text), rows))
    text_mode = [
        ("Enter", tr("Commit")),
        ("Esc", tr("Cancel")),
        ("Tab, Shift+Tab", tr("Commit and edit the next or previous turn")),
        (_native("Ctrl+Return"), tr("Split at the caret; the second part gets the other speaker")),
        (_native("Ctrl+Alt+Return"), tr("Split at the caret; both parts keep the speaker")),
        (_native("Alt+Up"), tr("Words before the caret go to the previous turn")),
        (_native("Alt+Down"), tr("Words after the caret go to the next turn")),
        ("Backspace, Del", tr("At the very start or end: join with the turn there")),
    ]
    return [*groups, (tr("While editing a text"), text_mode)]


def shown_keys(action: Action) -> str:
    return ", ".join(_native(keys) for keys in action.shortcuts if keys != "Enter")


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def about(window: MainWindow) -> None:
    window.ask(AboutDialog(window))


VIEW = Menu(
    "view",
    msg("View"),
    (
        Menu("panels", msg("Panels"), ()),
        None,
        Action("zoom_in", msg("Larger text"), lambda w: zoom(w, 1), ("Ctrl++", "Ctrl+=")),
        Action("zoom_out", msg("Smaller text"), lambda w: zoom(w, -1), ("Ctrl+-",)),
        Action("zoom_reset", msg("Usual text size"), lambda w: zoom(w, 0), ("Ctrl+0",)),
        None,
        Menu(
            "theme",
            msg("Colours"),
            (_theme("system", msg("As the system")), _theme("light", msg("Light")), _theme("dark", msg("Dark"))),
        ),
        Menu("language", msg("Language"), (SYSTEM_LANGUAGE, *(_language(code) for code in LANGUAGES))),
    ),
)

HELP = Menu(
    "help",
    msg("Help"),
    (
        Action("keys", msg("Keys"), show_keys, ("F1",)),
        Action("about", msg("About annotator"), about, icon="info"),
    ),
)
