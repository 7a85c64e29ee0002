"""Commands on topics: the project's codebook, and which turns have which topic."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import takewhile

from annotator.core.change import Change
from annotator.core.errors import CommandError
from annotator.core.i18n import msg
from annotator.core.model import Entity, Topic, TopicId, Transcript, Turn, TurnId
from annotator.core.text import clean


def add(topics: Collection[Topic], name: str, colour: str, definition: str = "", hotkey: int = 0) -> Change:
    """Add a topic to the codebook; a hotkey that another topic has moves to the new one."""
    topic = Topic(
        max((t.id for t in topics), default=0) + 1,
        _unique(topics, name),
        colour,
        clean(definition),
        hotkey,
        max((t.rank for t in topics), default=0.0) + 1,
    )
    return Change.of(msg("Add topic {name}", name=topic.name), [*_without_hotkey(topics, hotkey), (None, topic)])


def update(
    topics: Collection[Topic],
    topic_id: TopicId,
    *,
    name: str | None = None,
    colour: str | None = None,
    definition: str | None = None,
    hotkey: int | None = None,
) -> Change:
    """Change what is given of a topic; a hotkey that another topic has moves to this one."""
    topic = _topic(topics, topic_id)
    others = [t for t in topics if t.id != topic_id]
    changed = replace(
        topic,
        name=topic.name if name is None else _unique(others, name),
        colour=topic.colour if colour is None else colour,
        definition=topic.definition if definition is None else clean(definition),
        hotkey=topic.hotkey if hotkey is None else hotkey,
    )
    pairs = [(topic, changed), *_without_hotkey(others, changed.hotkey)]
    return Change.of(msg("Change topic {name}", name=topic.name), pairs)


def remove(transcripts: Collection[Transcript], topic_id: TopicId, topics: Collection[Topic] = ()) -> Change:
    """Remove a topic from the codebook and from the turns of `transcripts`, which must be all of the project.

    The codebook is taken from the transcripts; in a project without any, give `topics`.
    """
    topic = _topic(next((t.topics for t in transcripts), tuple(topics)), topic_id)
    tagged = (turn for t in transcripts for turn in t.turns if topic_id in turn.topics)
    pairs: list[tuple[Entity | None, Entity | None]] = [(t, replace(t, topics=t.topics - {topic_id})) for t in tagged]
    return Change.of(msg("Remove topic {name}", name=topic.name), [*pairs, (topic, None)])


def tag(transcript: Transcript, turn_ids: Collection[TurnId], topic_id: TopicId) -> Change:
    """Give exactly these turns the topic."""
    topic = _topic(transcript.topics, topic_id)
    turns = [t for t in _turns(transcript, turn_ids) if topic_id not in t.topics]
    label = msg("Tag {n} turns with {topic}", n=len(turns), topic=topic.name)
    return Change.of(label, [(t, replace(t, topics=t.topics | {topic_id})) for t in turns])


def untag(transcript: Transcript, turn_ids: Collection[TurnId], topic_id: TopicId) -> Change:
    """Take the topic from these turns."""
    topic = _topic(transcript.topics, topic_id)
    turns = [t for t in _turns(transcript, turn_ids) if topic_id in t.topics]
    label = msg("Remove {topic} from {n} turns", n=len(turns), topic=topic.name)
    return Change.of(label, [(t, replace(t, topics=t.topics - {topic_id})) for t in turns])


def toggle(transcript: Transcript, turn_ids: Collection[TurnId], topic_id: TopicId) -> Change:
    """Take the topic from these turns if all have it, else give it to all."""
    everywhere = all(topic_id in t.topics for t in _turns(transcript, turn_ids))
    return (untag if everywhere else tag)(transcript, turn_ids, topic_id)


def tag_from(transcript: Transcript, turn_id: TurnId, topic_id: TopicId) -> Change:
    """Let the topic begin at this turn and last as long as the visible turns have the same topics as this one.

    These turns then have this topic only. If the turn has the topic already, it ends here instead.
    """
    topic = _topic(transcript.topics, topic_id)
    topics = transcript.turn(turn_id).topics
    after = topics - {topic_id} if topic_id in topics else frozenset({topic_id})
    following = (t for t in transcript.turns[transcript.position(turn_id) :] if t.id == turn_id or not t.hidden)
    run = list(takewhile(lambda turn: turn.topics == topics, following))
    label = msg("Topic {topic} on {n} turns", n=len(run), topic=topic.name)
    if topic_id in topics:
        label = msg("Remove {topic} from {n} turns", n=len(run), topic=topic.name)
    return Change.of(label, [(t, replace(t, topics=after)) for t in run])


def _turns(transcript: Transcript, turn_ids: Iterable[TurnId]) -> list[Turn]:
    return [transcript.turn(i) for i in dict.fromkeys(turn_ids)]


def _topic(topics: Iterable[Topic], topic_id: TopicId) -> Topic:
    topic = next((t for t in topics if t.id == topic_id), None)
    if topic is None:
        raise CommandError(msg("This topic is no longer in the codebook."))
    return topic


def _unique(topics: Iterable[Topic], name: str) -> str:
    name = clean(name)
    if not name:
        raise CommandError(msg("A topic needs a name."))
    if any(t.name.casefold() == name.casefold() for t in topics):
        raise CommandError(msg("There is already a topic called {name}.", name=name))
    return name


def _without_hotkey(topics: Iterable[Topic], hotkey: int) -> list[tuple[Entity | None, Entity | None]]:
    return [(t, replace(t, hotkey=0)) for t in topics if hotkey and t.hotkey == hotkey]
