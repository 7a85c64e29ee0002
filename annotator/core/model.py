"""The transcript and what it consists of: immutable values, compared by content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from annotator.core.change import Change
from annotator.core.errors import StaleChange
from annotator.core.i18n import msg

TranscriptId = int
TurnId = int
SpeakerId = str
TopicId = int
AllowedId = int
RoleWordId = int
Key = tuple[str, int, int | str]

SIDES = ("agent", "client")
"""The sides of a call: who serves, and who is served."""
USES = ("name", "sign")
"""What words tell a side by: being what a speaker is called, or being what a speaker says."""


@dataclass(frozen=True, slots=True)
class Header:
    """A transcript's entry in the project."""

    id: TranscriptId
    name: str
    done: bool = False

    @property
    def transcript_id(self) -> TranscriptId:
        return self.id

    @property
    def key(self) -> Key:
        return ("header", self.id, 0)


@dataclass(frozen=True, slots=True)
class SourceTurn:
    """A turn as it was imported. `number` counts from 1 in the order of the file.

    `timing` says when its words were spoken, in the form of core.spoken; empty where the file does not.
    """

    number: int
    speaker_id: SpeakerId | None
    text: str
    start_ms: int | None = None
    end_ms: int | None = None
    timing: bytes = field(default=b"", repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        # A long call has many; this takes a fifth of the time that dataclasses take to be sent to another process.
        return SourceTurn, (self.number, self.speaker_id, self.text, self.start_ms, self.end_ms, self.timing)


@dataclass(frozen=True, slots=True)
class Source:
    """What was imported: never altered. `data` are the exact bytes of the file."""

    transcript_id: TranscriptId
    name: str
    format: str
    encoding: str
    data: bytes = field(repr=False)
    turns: tuple[SourceTurn, ...] = field(repr=False)

    @property
    def key(self) -> Key:
        return ("source", self.transcript_id, 0)


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """Code points start..end (half open) of the text of source turn `number`."""

    number: int
    start: int
    end: int

    def __reduce__(self) -> tuple[Any, ...]:
        return SourceSpan, (self.number, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A party of the call. `id` is the diarizer's, `name` and `role` are empty where unknown; `rank` is the order.

    `colour` is ``#rrggbb``; empty means the colour of the place in the order.
    """

    transcript_id: TranscriptId
    id: SpeakerId
    name: str = ""
    role: str = ""
    rank: float = 0.0
    colour: str = ""

    @property
    def key(self) -> Key:
        return ("speaker", self.transcript_id, self.id)

    @property
    def label(self) -> str:
        """What people call the speaker: the name, else the role, else the id."""
        return self.name or self.role or self.id


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a time.

    `rank` orders turns; a split takes a midpoint, so neighbours stay as they are. `sources` are the pieces of the
    imported turns that this turn comes from, in reading order. A hidden turn keeps its text and can be restored.
    `pinned` says that from here on the speakers are right, `bookmarked` that the reviewer wants to come back to it.
    """

    transcript_id: TranscriptId
    id: TurnId
    rank: float
    speaker_id: SpeakerId | None
    text: str
    start_ms: int | None = None
    end_ms: int | None = None
    topics: frozenset[TopicId] = frozenset()
    sources: tuple[SourceSpan, ...] = ()
    comment: str = ""
    hidden: bool = False
    reviewed: bool = False
    pinned: bool = False
    bookmarked: bool = False

    def __reduce__(self) -> tuple[Any, ...]:
        said = (self.transcript_id, self.id, self.rank, self.speaker_id, self.text, self.start_ms, self.end_ms)
        marks = (self.comment, self.hidden, self.reviewed, self.pinned, self.bookmarked)
        return Turn, (*said, self.topics, self.sources, *marks)

    @property
    def key(self) -> Key:
        return ("turn", self.transcript_id, self.id)


@dataclass(frozen=True, slots=True)
class Topic:
    """An entry of the project's codebook. `colour` is ``#rrggbb``; `hotkey` is 1..9 or 0 for none.

    `parent_id` is the topic that this one is a part of. `keywords` are rules by which turns are suggested for it: words in
    any form, several of a rule side by side (see detectors.topics).
    """

    id: TopicId
    name: str
    colour: str
    definition: str = ""
    hotkey: int = 0
    rank: float = 0.0
    parent_id: TopicId | None = None
    keywords: tuple[str, ...] = ()

    @property
    def transcript_id(self) -> None:
        return None

    @property
    def key(self) -> Key:
        return ("topic", 0, self.id)


def topic_tree(topics: Iterable[Topic]) -> list[tuple[Topic, int]]:
    """Return topics with their depth, from 0: each above its parts, equals by rank; those that are parts of themselves not."""
    known = sorted(topics, key=lambda topic: (topic.rank, topic.id))
    ids = {topic.id for topic in known}
    parts: dict[TopicId | None, list[Topic]] = {}
    for topic in known:
        parts.setdefault(topic.parent_id if topic.parent_id in ids else None, []).append(topic)
    found: list[tuple[Topic, int]] = []
    left = [(topic, 0) for topic in reversed(parts.get(None, []))]
    while left:
        topic, depth = left.pop()
        found.append((topic, depth))
        left += [(part, depth + 1) for part in reversed(parts.get(topic.id, []))]
    return found


def topic_paths(topics: Iterable[Topic]) -> dict[TopicId, tuple[str, ...]]:
    """Return, in the order of the codebook, what each topic is called in full: the names from the top down to its own."""
    paths: dict[TopicId | None, tuple[str, ...]] = {}
    for topic, _ in topic_tree(topics):
        paths[topic.id] = (*paths.get(topic.parent_id, ()), topic.name)
    return {topic_id: path for topic_id, path in paths.items() if topic_id is not None}


@dataclass(frozen=True, slots=True)
class Allowed:
    """A phrase that is repeated on purpose, in all calls of the project. `text` are its words in normal form."""

    id: AllowedId
    text: str

    @property
    def transcript_id(self) -> None:
        return None

    @property
    def key(self) -> Key:
        return ("allowed", 0, self.id)


@dataclass(frozen=True, slots=True)
class RoleWord:
    """Words that tell a side, in all calls of the project; `text` are they in normal form.

    `side` is one of SIDES, or empty: these words tell none, though the program thinks so. `use` is one of USES. `weight` is
    how telling a sign is, 1 to 3; a name has no use for it.
    """

    id: RoleWordId
    text: str
    side: str
    use: str = "name"
    weight: int = 2

    @property
    def transcript_id(self) -> None:
        return None

    @property
    def key(self) -> Key:
        return ("role_word", 0, self.id)


@dataclass(frozen=True, slots=True)
class Decision:
    """What the reviewer decided about a finding.

    `verdict` is "accepted", "alternative", "relabelled" (the reviewer chose the speaker) or "dismissed". `removed` are
    the words that an accepted fix removed, in terms of the source. `seconds` is the time the card was open, None when
    unknown.
    """

    transcript_id: TranscriptId
    finding: str
    verdict: str
    detector: str
    kind: str
    confidence: float
    removed: tuple[SourceSpan, ...] = ()
    seconds: float | None = None

    @property
    def key(self) -> Key:
        return ("decision", self.transcript_id, self.finding)


Entity = Header | Source | Speaker | Turn | Topic | Allowed | RoleWord | Decision


@dataclass(frozen=True, slots=True)
class Learned:
    """What a detector has learned from the project, in a form of its own, and what it says of it. No part of undo."""

    detector: str
    data: bytes = field(repr=False)
    report: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed into a turn and is not yet a change. `base` is the text that the turn had when it was begun."""

    transcript_id: TranscriptId
    turn_id: TurnId
    text: str
    base: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Damage:
    """Something that is no longer as it was written. `part` is "source" (the bytes that were imported), "call", or "shared"
    (topics, history and what else belongs to no call: `transcript_id` is None).
    """

    transcript_id: TranscriptId | None
    part: str


@dataclass(frozen=True)
class Imported:
    """What a format makes of a file: speakers in order of appearance and the source turns."""

    name: str
    format: str
    encoding: str
    data: bytes = field(repr=False)
    speakers: tuple[Speaker, ...]
    turns: tuple[SourceTurn, ...] = field(repr=False)


@dataclass(frozen=True)
class Transcript:
    """One call as it is now: source, speakers, turns by rank (hidden ones included), decisions, and what all calls share."""

    header: Header
    source: Source = field(repr=False)
    speakers: tuple[Speaker, ...] = ()
    turns: tuple[Turn, ...] = field(default=(), repr=False)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    topics: tuple[Topic, ...] = ()
    allowed: tuple[Allowed, ...] = ()
    role_words: tuple[RoleWord, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        shared = (self.topics, self.allowed, self.role_words)
        return Transcript, (self.header, self.source, self.speakers, self.turns, self.decisions, *shared)

    @property
    def id(self) -> TranscriptId:
        return self.header.id

    @cached_property
    def _positions(self) -> dict[TurnId, int]:
        return {turn.id: n for n, turn in enumerate(self.turns)}

    @cached_property
    def visible(self) -> tuple[Turn, ...]:
        """The turns that are not hidden."""
        return tuple(turn for turn in self.turns if not turn.hidden)

    @cached_property
    def _visible_positions(self) -> dict[TurnId, int]:
        return {turn.id: n for n, turn in enumerate(self.visible)}

    def __contains__(self, turn_id: TurnId) -> bool:
        return turn_id in self._positions

    def position(self, turn_id: TurnId) -> int:
        """Return the place of the turn among all turns, from 0; raise StaleChange where there is none."""
        try:
            return self._positions[turn_id]
        except KeyError:
            raise StaleChange(msg("This turn is no longer there.")) from None

    def turn(self, turn_id: TurnId) -> Turn:
        """Return the turn; raise StaleChange where there is none."""
        return self.turns[self.position(turn_id)]

    def previous(self, turn_id: TurnId) -> Turn | None:
        """Return the visible turn before a visible turn."""
        place = self._visible_positions.get(turn_id, 0)
        return self.visible[place - 1] if place > 0 else None

    def next(self, turn_id: TurnId) -> Turn | None:
        """Return the visible turn after a visible turn."""
        place = self._visible_positions.get(turn_id, len(self.visible))
        return self.visible[place + 1] if place + 1 < len(self.visible) else None

    def speaker(self, speaker_id: SpeakerId | None) -> Speaker | None:
        return next((s for s in self.speakers if s.id == speaker_id), None)

    def speaker_place(self, speaker_id: SpeakerId | None) -> int:
        """Return the speaker's place in the order of speakers, from 0; -1 where there is none."""
        return next((n for n, s in enumerate(self.speakers) if s.id == speaker_id), -1)

    def topic(self, topic_id: TopicId) -> Topic | None:
        return next((t for t in self.topics if t.id == topic_id), None)

    @cached_property
    def topic_paths(self) -> dict[TopicId, tuple[str, ...]]:
        """What each topic is called in full (see the function of this name)."""
        return topic_paths(self.topics)

    def source_turn(self, number: int) -> SourceTurn:
        return self.source.turns[number - 1]

    def source_text(self, turn: Turn) -> str:
        """Return the imported words that the turn comes from, pieces joined by one space."""
        pieces = (self.source_turn(s.number).text[s.start : s.end].strip() for s in turn.sources)
        return " ".join(piece for piece in pieces if piece)

    def source_speakers(self, turn: Turn) -> tuple[SpeakerId | None, ...]:
        """Return the imported speakers of the turn's pieces, each once, in reading order."""
        return tuple(dict.fromkeys(self.source_turn(s.number).speaker_id for s in turn.sources))

    def edited(self, turn: Turn) -> bool:
        """Tell whether text or speaker differ from the source."""
        if len(turn.sources) == 1:
            # Most turns are as they were imported, and a long call has many: this is a quarter of the work.
            span = turn.sources[0]
            said = self.source_turn(span.number)
            return turn.speaker_id != said.speaker_id or turn.text != said.text[span.start : span.end].strip()
        return turn.text != self.source_text(turn) or self.source_speakers(turn) != (turn.speaker_id,)

    def entities(self) -> Iterable[Entity]:
        """All that belongs to this transcript (not what all calls share)."""
        return (self.header, self.source, *self.speakers, *self.turns, *self.decisions.values())

    def apply(self, change: Change) -> Transcript:
        """Return the transcript after `change`; steps that belong to other transcripts are passed over.

        Raises StaleChange, and changes nothing, when a ``before`` is not what is there now.
        """
        header, speakers, topics, allowed, role_words, decisions = self.header, None, None, None, None, None
        turns: dict[TurnId, Turn | None] = {}
        reorder = False
        for step in change.steps:
            before, after = step.before, step.after
            entity = after if after is not None else before
            assert entity is not None
            if entity.transcript_id not in (None, self.id):
                continue
            current: Entity | None
            if isinstance(entity, Turn):
                place = self._positions.get(entity.id)
                current = None if place is None else self.turns[place]
                turns[entity.id] = after if isinstance(after, Turn) else None
                reorder = reorder or not (isinstance(before, Turn) and isinstance(after, Turn) and before.rank == after.rank)
            elif isinstance(entity, Speaker):
                speakers = {s.id: s for s in self.speakers} if speakers is None else speakers
                current = speakers.pop(entity.id, None)
                if isinstance(after, Speaker):
                    speakers[after.id] = after
            elif isinstance(entity, Topic):
                topics = {t.id: t for t in self.topics} if topics is None else topics
                current = topics.pop(entity.id, None)
                if isinstance(after, Topic):
                    topics[after.id] = after
            elif isinstance(entity, Allowed):
                allowed = {a.id: a for a in self.allowed} if allowed is None else allowed
                current = allowed.pop(entity.id, None)
                if isinstance(after, Allowed):
                    allowed[after.id] = after
            elif isinstance(entity, RoleWord):
                role_words = {w.id: w for w in self.role_words} if role_words is None else role_words
                current = role_words.pop(entity.id, None)
                if isinstance(after, RoleWord):
                    role_words[after.id] = after
            elif isinstance(entity, Decision):
                decisions = dict(self.decisions) if decisions is None else decisions
                current = decisions.pop(entity.finding, None)
                if isinstance(after, Decision):
                    decisions[after.finding] = after
            elif isinstance(entity, Header) and isinstance(after, Header):
                current, header = self.header, after
            else:
                raise StaleChange(msg("A transcript is added or removed as a whole."))
            if current != before:
                raise StaleChange(msg("The transcript has changed meanwhile; nothing was done. Try again."))
        result = Transcript(
            header,
            self.source,
            self.speakers if speakers is None else tuple(sorted(speakers.values(), key=lambda s: (s.rank, s.id))),
            self._with_turns(turns, reorder) if turns else self.turns,
            self.decisions if decisions is None else decisions,
            self.topics if topics is None else tuple(sorted(topics.values(), key=lambda t: (t.rank, t.id))),
            self.allowed if allowed is None else tuple(sorted(allowed.values(), key=lambda a: a.id)),
            self.role_words if role_words is None else tuple(sorted(role_words.values(), key=lambda w: w.id)),
        )
        if not reorder:
            # The same turns in the same order: a long call need not be counted again after each edit.
            result.__dict__["_positions"] = self._positions
            if all(turn is not None and turn.hidden == self.turn(turn_id).hidden for turn_id, turn in turns.items()):
                places = result.__dict__["_visible_positions"] = self._visible_positions
                visible = list(self.visible)
                for turn_id, turn in turns.items():
                    if turn is not None and not turn.hidden:
                        visible[places[turn_id]] = turn
                result.__dict__["visible"] = tuple(visible)
        return result

    def _with_turns(self, changed: Mapping[TurnId, Turn | None], reorder: bool) -> tuple[Turn, ...]:
        if not reorder:
            turns = list(self.turns)
            for turn_id, turn in changed.items():
                assert turn is not None
                turns[self._positions[turn_id]] = turn
            return tuple(turns)
        kept = [turn for turn in self.turns if turn.id not in changed]
        kept += [turn for turn in changed.values() if turn is not None]
        return tuple(sorted(kept, key=lambda turn: (turn.rank, turn.id)))

    @classmethod
    def build(
        cls,
        entities: Iterable[Entity],
        topics: Iterable[Topic] = (),
        allowed: Iterable[Allowed] = (),
        role_words: Iterable[RoleWord] = (),
    ) -> Transcript:
        """Put a transcript together from all its entities, in any order, and what all calls share."""
        header: Header | None = None
        source: Source | None = None
        speakers: list[Speaker] = []
        turns: list[Turn] = []
        decisions: dict[str, Decision] = {}
        for entity in entities:
            if isinstance(entity, Turn):
                turns.append(entity)
            elif isinstance(entity, Speaker):
                speakers.append(entity)
            elif isinstance(entity, Decision):
                decisions[entity.finding] = entity
            elif isinstance(entity, Header):
                header = entity
            elif isinstance(entity, Source):
                source = entity
        if header is None or source is None:
            raise StaleChange(msg("A transcript is added or removed as a whole."))
        made = cls(
            header,
            source,
            tuple(sorted(speakers, key=lambda s: (s.rank, s.id))),
            tuple(sorted(turns, key=lambda t: (t.rank, t.id))),
            decisions,
            tuple(sorted(topics, key=lambda t: (t.rank, t.id))),
            tuple(sorted(allowed, key=lambda a: a.id)),
            tuple(sorted(role_words, key=lambda w: w.id)),
        )
        made.find_places()
        return made

    def find_places(self) -> tuple[dict[TurnId, int], dict[TurnId, int]]:
        """Compute where the turns stand: whoever puts a long call together does, perhaps on another thread, not who shows it."""
        return self._positions, self._visible_positions
