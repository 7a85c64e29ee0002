"""Tagging the turns at hand, the same by key, palette and menu, and which topics were used last."""

from __future__ import annotations

import json

from annotator.core.change import Change
from annotator.core.commands import topics
from annotator.core.model import Topic, TopicId, Transcript
from annotator.gui.session import Session
from annotator.gui.theme import TOPIC_COLOURS

SETTING = "recent_topics"
MOST_RECENT = 9


def tag(session: Session, topic_id: TopicId) -> None:
    """Tag exactly the selected turns, or, with one turn, from it until the next topic mark; the same again takes the topic off."""
    transcript = session.transcript
    if transcript is not None and session.turn_id is not None:
        session.apply(lambda: _tagged(session, transcript, topic_id), done=lambda: remember(session, topic_id))


def _tagged(session: Session, transcript: Transcript, topic_id: TopicId) -> Change:
    assert session.turn_id is not None, "there is a turn to tag"
    if len(session.selected) > 1:
        return topics.toggle(transcript, session.selected, topic_id)
    return topics.tag_from(transcript, session.turn_id, topic_id)


def tag_new(session: Session, name: str) -> bool:
    """Add a topic and tag with it, as one undo step. After "Price / " a name is that of a part of Price."""
    transcript = session.transcript
    if transcript is None or session.turn_id is None:
        return False
    book = transcript.topics
    topic_id = max((t.id for t in book), default=0) + 1
    taken = {t.hotkey for t in book}
    hotkey = next((key for key in range(1, 10) if key not in taken), 0)

    def make() -> Change:
        parent_id, own = under(transcript, name)
        added = topics.add(book, own, TOPIC_COLOURS[len(book) % len(TOPIC_COLOURS)], "", hotkey, parent_id)
        tagged = _tagged(session, transcript.apply(added), topic_id)
        return Change.join(tagged.label, [added, tagged])

    return session.apply(make, done=lambda: remember(session, topic_id))


def under(transcript: Transcript, name: str) -> tuple[TopicId, str]:
    """Return which topic a new one of this name is a part of, and what it is called there."""
    *above, own = [piece.strip() for piece in name.split(" / ")]
    path = tuple(piece.casefold() for piece in above)
    paths = {tuple(piece.casefold() for piece in full): topic_id for topic_id, full in transcript.topic_paths.items()}
    return (paths[path], own) if path in paths else (topics.TOP, name.strip())


def recent(session: Session) -> list[Topic]:
    """Return the topics that were used last in this project, the last one first."""
    if session.project is None:
        return []
    kept = session.remembered(SETTING).get("ids", [])
    known = {topic.id: topic for topic in session.project.topics}
    return [known[i] for i in kept if isinstance(i, int) and i in known] if isinstance(kept, list) else []


def remember(session: Session, topic_id: TopicId) -> None:
    """Make a topic the one that was used last."""
    project = session.project
    if project is not None:
        before = [topic.id for topic in recent(session)]
        ids = [topic_id, *(i for i in before if i != topic_id)][:MOST_RECENT]
        if ids != before:
            session.guard(project.set_setting, SETTING, json.dumps({"ids": ids}))
