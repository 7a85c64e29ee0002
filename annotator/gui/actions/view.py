"""The View and Help menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.i18n import LANGUAGES, Message, msg
from annotator.gui.actions.base import Action, Menu, has_call, has_project
from annotator.gui.dialogs.about import AboutDialog
from annotator.gui.dialogs.keys import KeysDialog
from annotator.gui.dialogs.palette import PaletteDialog
from annotator.gui.dialogs.statistics import StatisticsDialog
from annotator.gui.turns.columns import COLUMNS, Column
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


def shows_context(window: MainWindow) -> bool:
    return window.table.turns_model.filter.show == "context"


def show_context(window: MainWindow) -> None:
    window.filters.choose("all" if shows_context(window) else "context")


def _column(column: Column) -> Action:
    """Return the action that hides a column or shows it again."""

    def run(window: MainWindow) -> None:
        hidden = window.session.settings.hidden_columns
        kept = tuple(key for key in hidden if key != column.key)
        window.session.prefer(hidden_columns=kept if column.key in hidden else (*hidden, column.key))

    title = msg("Number") if column.key == "number" else column.title
    name = f"column_{column.key}"
    return Action(name, title, run, checked=lambda w: column.key not in w.session.settings.hidden_columns)


def show_statistics(window: MainWindow) -> None:
    if window.table.commit_editor():
        window.ask(StatisticsDialog(window.session, window.theme, window))


def show_palette(window: MainWindow) -> None:
    PaletteDialog(window).show()


def show_keys(window: MainWindow) -> None:
    window.ask(KeysDialog(window.session, window))


def about(window: MainWindow) -> None:
    window.ask(AboutDialog(window))


VIEW = Menu(
    "view",
    msg("View"),
    (
        Menu("panels", msg("Panels"), ()),
        None,
        Action(
            "show_source",
            msg("Source under edited turns"),
            lambda w: w.session.prefer(show_source=not w.session.settings.show_source),
            ("Ctrl+D",),
            in_table=True,
            checked=lambda w: w.session.settings.show_source,
        ),
        Action("context", msg("Only findings, in context"), show_context, ("Ctrl+L",), checked=shows_context, enabled=has_call),
        Action(
            "mark_unknown",
            msg("Mark unknown words"),
            lambda w: w.session.prefer(mark_unknown=not w.session.settings.mark_unknown),
            checked=lambda w: w.session.settings.mark_unknown,
        ),
        Menu("columns", msg("Columns"), tuple(_column(column) for column in COLUMNS if column.width)),
        None,
        Action("statistics", msg("Statistics…"), show_statistics, ("Ctrl+Shift+S",), enabled=has_project),
        None,
        Action("zoom_in", msg("Larger text"), lambda w: zoom(w, 1), ("Ctrl+PgUp",)),
        Action("zoom_out", msg("Smaller text"), lambda w: zoom(w, -1), ("Ctrl+PgDown",)),
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
        Action("palette", msg("Command palette…"), show_palette, ("Ctrl+Shift+P",)),
        Action("keys", msg("Keys"), show_keys, ("F1",)),
        Action("about", msg("About annotator"), about, icon="info"),
    ),
)
