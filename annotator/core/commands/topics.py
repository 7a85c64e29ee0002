"""Commands on topics: the project's codebook, and which turns have which topic."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from annotator.core.change import Change
from annotator.core.errors import CommandError
from annotator.core.i18n import msg
from annotator.core.model import Entity, Topic, TopicId, Transcript, Turn, TurnId, topic_tree
from annotator.core.text import clean

TOP: TopicId = 0
"""Stands for no parent where None means that the parent stays as it is."""
MOST_KEYWORDS = 200
LONGEST_KEYWORDS = 200
MOST_WORDS = 8
"""Of a rule; one with more holds nowhere, so that no text takes long to look through."""
_WORD = re.compile(r"\w[^\s…*.]*")
_BETWEEN_KEYWORDS = re.compile(r"[;\r\n]+")


def add(
    topics: Collection[Topic],
    name: str,
    colour: str,
    definition: str = "",
    hotkey: int = 0,
    parent_id: TopicId = TOP,
    keywords: Iterable[str] = (),
) -> Change:
    """Add a topic to the codebook, last among the parts of its parent; a hotkey that another topic has moves to the new one."""
    parent = _topic(topics, parent_id).id if parent_id else None
    topic = Topic(
        max((t.id for t in topics), default=0) + 1,
        _unique(topics, name, parent),
        colour,
        clean(definition),
        hotkey,
        max((t.rank for t in topics), default=0.0) + 1,
        parent,
        _keywords(keywords),
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
    parent_id: TopicId | None = None,
    keywords: Iterable[str] | None = None,
) -> Change:
    """Change what is given of a topic; a hotkey that another topic has moves to this one, a new parent has it as its last part."""
    topic = _topic(topics, topic_id)
    others = [t for t in topics if t.id != topic_id]
    parent = topic.parent_id if parent_id is None else _parent(topics, topic, parent_id)
    changed = replace(
        topic,
        name=_unique(others, topic.name if name is None else name, parent),
        colour=topic.colour if colour is None else colour,
        definition=topic.definition if definition is None else clean(definition),
        hotkey=topic.hotkey if hotkey is None else hotkey,
        rank=topic.rank if parent == topic.parent_id else max(t.rank for t in topics) + 1,
        parent_id=parent,
        keywords=topic.keywords if keywords is None else _keywords(keywords),
    )
    pairs = [(topic, changed), *_without_hotkey(others, changed.hotkey)]
    return Change.of(msg("Change topic {name}", name=topic.name), pairs)


def move(topics: Collection[Topic], topic_id: TopicId, parent_id: TopicId, place: int) -> Change:
    """Make a topic the part number `place`, from 0, of a parent."""
    topic = _topic(topics, topic_id)
    parent = _parent(topics, topic, parent_id)
    others = [t for t in topics if t.id != topic_id]
    _unique(others, topic.name, parent)
    parts = _parts(others, parent)
    parts.insert(max(0, place), topic)
    pairs = [(t, replace(t, rank=float(rank), parent_id=parent)) for rank, t in enumerate(parts, 1)]
    return Change.of(msg("Move topic {name}", name=topic.name), pairs)


def remove(transcripts: Collection[Transcript], topic_id: TopicId, topics: Collection[Topic] = ()) -> Change:
    """Remove a topic from the codebook and from the turns of `transcripts`, which must be all that have such turns.

    Its parts take its place. The codebook is taken from the transcripts; where there are none, give `topics`.
    """
    topics = next((t.topics for t in transcripts), tuple(topics))
    topic = _topic(topics, topic_id)
    parts, others = _parts(topics, topic_id), [t for t in topics if t.id != topic_id]
    for part in parts:
        _unique(others, part.name, topic.parent_id)
    beside = _parts(topics, topic.parent_id)
    place = beside.index(topic)
    order = [*beside[:place], *parts, *beside[place + 1 :]] if parts else []
    tagged = (turn for t in transcripts for turn in t.turns if topic_id in turn.topics)
    pairs: list[tuple[Entity | None, Entity | None]] = [(t, replace(t, topics=t.topics - {topic_id})) for t in tagged]
    pairs += [(t, replace(t, rank=float(rank), parent_id=topic.parent_id)) for rank, t in enumerate(order, 1)]
    return Change.of(msg("Remove topic {name}", name=topic.name), [*pairs, (topic, None)])


def take_over(topics: Collection[Topic], imported: Collection[Topic], colours: Sequence[str]) -> Change:
    """Take over another codebook: what has the same name under the same parent is brought up to date, the rest is added.

    What `imported` leaves empty stays as it is; a new topic without a colour gets one of `colours`. Hotkeys stay with the
    topics that have them: an imported one counts only where it is free, and not for a topic that has another.
    """
    before = {t.id: t for t in topics}
    after = dict(before)
    known = {(t.parent_id, t.name.casefold()): t.id for t in topics}
    ids: dict[TopicId | None, TopicId] = {}
    taken = {t.hotkey for t in topics}
    new_id, rank = max(before, default=0), max((t.rank for t in topics), default=0.0)
    for given, _ in topic_tree(imported):
        parent, name = ids.get(given.parent_id), _named(given.name)
        topic_id = known.get((parent, name.casefold()))
        if topic_id is None:
            topic_id, new_id, rank = new_id + 1, new_id + 1, rank + 1
            known[parent, name.casefold()] = topic_id
            after[topic_id] = Topic(topic_id, name, colours[(topic_id - 1) % len(colours)], rank=rank, parent_id=parent)
        ids[given.id] = topic_id
        topic = after[topic_id]
        hotkey = topic.hotkey or (given.hotkey if given.hotkey not in taken else 0)
        taken.add(hotkey)
        after[topic_id] = replace(
            topic,
            colour=given.colour or topic.colour,
            definition=clean(given.definition) or topic.definition,
            hotkey=hotkey,
            keywords=_keywords(given.keywords) or topic.keywords,
        )
    pairs = [(before.get(topic_id), topic) for topic_id, topic in after.items() if before.get(topic_id) != topic]
    return Change.of(msg("Import {n} topics", n=len(pairs)), pairs)


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
    run = _run(transcript, turn_id)
    label = msg("Topic {topic} on {n} turns", n=len(run), topic=topic.name)
    if topic_id in topics:
        label = msg("Remove {topic} from {n} turns", n=len(run), topic=topic.name)
    return Change.of(label, [(t, replace(t, topics=after)) for t in run])


def end_topics(transcript: Transcript, turn_id: TurnId) -> Change:
    """Let the topics of this turn end before it, up to where the topics change."""
    if not transcript.turn(turn_id).topics:
        raise CommandError(msg("This turn has no topic that could end here."))
    run = _run(transcript, turn_id)
    return Change.of(msg("End the topics of {n} turns", n=len(run)), [(t, replace(t, topics=frozenset())) for t in run])


def _run(transcript: Transcript, turn_id: TurnId) -> list[Turn]:
    """Return the turn and the visible ones after it as long as they have the same topics."""
    topics = transcript.turn(turn_id).topics
    following = (t for t in transcript.turns[transcript.position(turn_id) :] if t.id == turn_id or not t.hidden)
    return list(takewhile(lambda turn: turn.topics == topics, following))


def _turns(transcript: Transcript, turn_ids: Iterable[TurnId]) -> list[Turn]:
    return [transcript.turn(i) for i in dict.fromkeys(turn_ids)]


def _topic(topics: Iterable[Topic], topic_id: TopicId) -> Topic:
    topic = next((t for t in topics if t.id == topic_id), None)
    if topic is None:
        raise CommandError(msg("This topic is no longer in the codebook."))
    return topic


def _parts(topics: Iterable[Topic], parent_id: TopicId | None) -> list[Topic]:
    """Return the parts of a topic, or the topics at the top, in their order."""
    return sorted((t for t in topics if t.parent_id == parent_id), key=lambda t: (t.rank, t.id))


def _parent(topics: Collection[Topic], topic: Topic, parent_id: TopicId) -> TopicId | None:
    """Return the new parent of a topic; raise CommandError where it is the topic itself or a part of it."""
    if not parent_id:
        return None
    above: Topic | None = _topic(topics, parent_id)
    while above is not None:
        if above.id == topic.id:
            raise CommandError(msg("{name} cannot be a part of itself.", name=topic.name))
        above = _topic(topics, above.parent_id) if above.parent_id is not None else None
    return parent_id


def _named(name: str) -> str:
    name = clean(name)
    if not name:
        raise CommandError(msg("A topic needs a name."))
    return name


def _unique(topics: Iterable[Topic], name: str, parent_id: TopicId | None) -> str:
    """Return the name cleaned; raise CommandError where a topic with the same parent has it."""
    name = _named(name)
    if any(t.parent_id == parent_id and t.name.casefold() == name.casefold() for t in topics):
        raise CommandError(msg("There is already a topic called {name}.", name=name))
    return name


def _keywords(rules: Iterable[str]) -> tuple[str, ...]:
    """Return the rules cleaned, each once; a line end or a semicolon divides one into two."""
    pieces = (" ".join(clean(piece).split()) for rule in rules for piece in _BETWEEN_KEYWORDS.split(rule))
    found = {piece.casefold(): piece for piece in pieces if any(map(str.isalnum, piece))}
    if len(found) > MOST_KEYWORDS:
        raise CommandError(msg("A topic has {limit} keyword rules at most.", limit=MOST_KEYWORDS))
    if any(len(rule) > LONGEST_KEYWORDS for rule in found):
        raise CommandError(msg("A keyword rule has {limit} characters at most.", limit=LONGEST_KEYWORDS))
    if any(len(_WORD.findall(rule)) > MOST_WORDS for rule in found):
        raise CommandError(msg("A keyword rule has {limit} words at most.", limit=MOST_WORDS))
    return tuple(found.values())


def _without_hotkey(topics: Iterable[Topic], hotkey: int) -> list[tuple[Entity | None, Entity | None]]:
    return [(t, replace(t, hotkey=0)) for t in topics if hotkey and t.hotkey == hotkey]
