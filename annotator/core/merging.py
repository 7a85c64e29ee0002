"""What one project takes over from another one: entities in new numbers, and how they came about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from annotator.core.change import Step
from annotator.core.history import JournalEntry
from annotator.core.i18n import Message
from annotator.core.model import (
    Allowed,
    Draft,
    Entity,
    Header,
    Learned,
    RoleWord,
    Topic,
    Transcript,
    TranscriptId,
    Turn,
)


class Numbers:
    """Which numbers things of another project get here. What is not known yet gets one that nothing has."""

    def __init__(self, free: int):
        self._free = free
        self._known: dict[int, int] = {}

    def __setitem__(self, theirs: int, ours: int) -> None:
        self._known[theirs] = ours
        self._free = max(self._free, ours + 1)

    def __getitem__(self, theirs: int) -> int:
        if theirs not in self._known:
            self[theirs] = self._free
        return self._known[theirs]

    def __contains__(self, theirs: int) -> bool:
        return theirs in self._known


@dataclass
class Renumbering:
    """The numbers of all that has one."""

    calls: Numbers
    topics: Numbers
    allowed: Numbers
    role_words: Numbers

    def entity(self, entity: Entity) -> Entity:
        """Return an entity of the other project as one of this one."""
        match entity:
            case Topic():
                parent_id = None if entity.parent_id is None else self.topics[entity.parent_id]
                return replace(entity, id=self.topics[entity.id], parent_id=parent_id)
            case Allowed():
                return replace(entity, id=self.allowed[entity.id])
            case RoleWord():
                return replace(entity, id=self.role_words[entity.id])
            case Header():
                return replace(entity, id=self.calls[entity.id])
            case Turn():
                topics = frozenset(self.topics[topic_id] for topic_id in entity.topics)
                return replace(entity, transcript_id=self.calls[entity.transcript_id], topics=topics)
        return replace(entity, transcript_id=self.calls[entity.transcript_id])

    def step(self, step: Step) -> Step:
        """Return a step of the other project as one of this one."""
        return Step(*(None if entity is None else self.entity(entity) for entity in (step.before, step.after)))

    def transcript(self, transcript: Transcript, topics: Iterable[Topic]) -> Transcript:
        """Return a transcript of the other project as one of this one, which has these topics."""
        return Transcript.build(map(self.entity, transcript.entities()), topics)


@dataclass(frozen=True)
class Past:
    """An entry of another project's journal, its steps (of a "do"), and which transcripts it concerns, in the numbers of here."""

    entry: JournalEntry
    steps: tuple[Step, ...] | None
    touched: frozenset[TranscriptId]


@dataclass(frozen=True)
class Addition:
    """What is put into a project that takes over another one: first `gone` goes, then `steps` are carried out.

    `history` comes in its order and can be long, so it is read as it is written; `seqs` are entries that are there already, by
    their number in the other project. `hours` are seconds of work per transcript and day.
    """

    label: Message
    gone: tuple[Entity, ...] = ()
    steps: tuple[Step, ...] = ()
    history: Iterable[Past] = ()
    seqs: Mapping[int, int] = field(default_factory=dict)
    drafts: tuple[Draft, ...] = ()
    hours: tuple[tuple[TranscriptId, str, float], ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    learned: Learned | None = None
    renames: tuple[Step, ...] = ()
    """Comes after all else and is remembered, so that what went before follows from it."""
