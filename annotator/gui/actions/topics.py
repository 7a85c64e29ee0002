"""The Topics menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from annotator.core.commands import topics
from annotator.core.i18n import msg, tr
from annotator.gui import tagging
from annotator.gui.actions.base import Action, Menu, has_project, has_turn
from annotator.gui.dialogs.codebook import export_codebook, import_codebook
from annotator.gui.dialogs.topic import TopicDialog
from annotator.gui.dialogs.topic_palette import TopicPalette

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


def tag(window: MainWindow, digit: int) -> None:
    """Tag the turns at hand with the topic that has this key (see tagging.tag)."""
    session = window.session
    if session.transcript is None or session.turn_id is None:
        return
    topic = next((t for t in session.transcript.topics if t.hotkey == digit), None)
    if topic is None:
        window.say(tr("No topic has the key {digit}. Add one in the topics panel.", digit=digit))
    else:
        tagging.tag(session, topic.id)


def _digit(digit: int) -> Action:
    def run(window: MainWindow) -> None:
        tag(window, digit)

    return Action(f"topic_{digit}", msg("Topic {digit}", digit=digit), run, (f"Ctrl+{digit}",), enabled=has_turn)


def new_topic(window: MainWindow) -> None:
    window.ask(TopicDialog(window.session, window.theme, None, window))


def palette(window: MainWindow) -> None:
    made = TopicPalette(window.session, window.theme, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.open()


def end_topic(window: MainWindow) -> None:
    window.session.do(topics.end_topics, window.session.turn_id)


def _has_topic(window: MainWindow) -> bool:
    turn = window.session.turn
    return turn is not None and bool(turn.topics)


def _has_topics(window: MainWindow) -> bool:
    return window.session.project is not None and bool(window.session.project.topics)


TOPICS = Menu(
    "topics",
    msg("Topics"),
    (
        Action("topic_palette", msg("Find topic…"), palette, ("F4",), icon="search", enabled=has_turn),
        None,
        *(_digit(digit) for digit in range(1, 10)),
        Action("end_topic", msg("End topic before this turn"), end_topic, enabled=_has_topic),
        None,
        Action("new_topic", msg("New topic…"), new_topic, ("Ctrl+T",), icon="topic", enabled=has_project),
        Action("import_codebook", msg("Import codebook…"), lambda w: import_codebook(w.session, w), enabled=has_project),
        Action("export_codebook", msg("Export codebook…"), lambda w: export_codebook(w.session, w), enabled=_has_topics),
    ),
)
