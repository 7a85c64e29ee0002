"""The Topics menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.commands import topics
from annotator.core.i18n import msg, tr
from annotator.gui.actions.base import Action, Menu, has_project, has_turn
from annotator.gui.dialogs.topic import TopicDialog

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


def tag(window: MainWindow, digit: int) -> None:
    """Tag exactly the selected turns, or, with one turn, from it until the next topic mark; the same again takes the topic off."""
    session = window.session
    if session.transcript is None or session.turn_id is None:
        return
    topic = next((t for t in session.transcript.topics if t.hotkey == digit), None)
    if topic is None:
        window.say(tr("No topic has the key {digit}. Add one in the topics panel.", digit=digit))
    elif len(session.selected) > 1:
        session.do(topics.toggle, session.selected, topic.id)
    else:
        session.do(topics.tag_from, session.turn_id, topic.id)


def _digit(digit: int) -> Action:
    def run(window: MainWindow) -> None:
        tag(window, digit)

    return Action(f"topic_{digit}", msg("Topic {digit}", digit=digit), run, (f"Ctrl+{digit}",), enabled=has_turn)


def new_topic(window: MainWindow) -> None:
    window.ask(TopicDialog(window.session, window.theme, None, window))


TOPICS = Menu(
    "topics",
    msg("Topics"),
    (
        *(_digit(digit) for digit in range(1, 10)),
        None,
        Action("new_topic", msg("New topic…"), new_topic, ("Ctrl+T",), icon="topic", enabled=has_project),
    ),
)
