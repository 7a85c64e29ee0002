"""Entities as rows and back: the only place that knows column names."""

from __future__ import annotations

import hashlib
import json
import math
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from annotator.core.change import Step
from annotator.core.history import JournalEntry
from annotator.core.i18n import Message
from annotator.core.model import (
    Allowed,
    Decision,
    Draft,
    Entity,
    Header,
    Learned,
    RoleWord,
    Source,
    SourceSpan,
    SourceTurn,
    Speaker,
    Topic,
    Transcript,
    TranscriptId,
    Turn,
    topic_tree,
)
from annotator.core.spoken import sound

Row = tuple[Any, ...]

_INFLATED = 1 << 30
"""What is larger was made to fill the memory; cut off here, it is no JSON."""
DIGEST_SIZE = 16


@dataclass(frozen=True)
class Table:
    """A table, its columns in the order of a row, and how many of the first ones are its key."""

    name: str
    columns: tuple[str, ...]
    keys: int

    @property
    def insert(self) -> str:
        """SQL that takes a row."""
        return f"INSERT INTO {self.name} ({', '.join(self.columns)}) VALUES ({', '.join('?' * len(self.columns))})"

    @property
    def update(self) -> str:
        """SQL that takes `values` and then the key."""
        return f"UPDATE {self.name} SET {', '.join(f'{c} = ?' for c in self.columns[self.keys :])} WHERE {self._key}"

    @property
    def delete(self) -> str:
        """SQL that takes the key."""
        return f"DELETE FROM {self.name} WHERE {self._key}"

    def select(self, key: str = "") -> str:
        """Return SQL for all rows, or for those whose `key` column is the parameter, in the order of their key."""
        where = f" WHERE {key} = ?" if key else ""
        return f"SELECT {', '.join(self.columns)} FROM {self.name}{where} ORDER BY {', '.join(self.columns[: self.keys])}"

    def page(self, further: bool) -> str:
        """Return SQL for rows of one value of the first key column, in the order of their key; `further` after a second one.

        Takes that value, the second one if `further`, and how many rows at most.
        """
        first, *rest = self.columns[: self.keys]
        after = f" AND {rest[0]} > ?" if further else ""
        order = ", ".join(self.columns[: self.keys])
        return f"SELECT {', '.join(self.columns)} FROM {self.name} WHERE {first} = ?{after} ORDER BY {order} LIMIT ?"

    @property
    def after(self) -> str:
        """SQL for rows that come after a key of one column; takes that and how many rows at most."""
        key = self.columns[0]
        return f"SELECT {', '.join(self.columns)} FROM {self.name} WHERE {key} > ? ORDER BY {key} LIMIT ?"

    @property
    def _key(self) -> str:
        return " AND ".join(f"{c} = ?" for c in self.columns[: self.keys])


TRANSCRIPTS = Table("transcripts", ("id", "name", "done"), 1)
SOURCES = Table("sources", ("transcript_id", "name", "format", "encoding", "data"), 1)
SOURCE_TURNS = Table("source_turns", ("transcript_id", "number", "speaker_id", "text", "start_ms", "end_ms", "timing"), 2)
SPEAKERS = Table("speakers", ("transcript_id", "id", "name", "role", "rank", "colour"), 2)
TURNS = Table(
    "turns",
    (
        *("transcript_id", "id", "rank", "speaker_id", "text", "start_ms", "end_ms"),
        *("topics", "sources", "comment", "hidden", "reviewed", "pinned", "bookmarked"),
    ),
    2,
)
TOPICS = Table("topics", ("id", "name", "colour", "definition", "hotkey", "rank", "parent_id", "keywords"), 1)
ALLOWED = Table("allowed", ("id", "text"), 1)
ROLE_WORDS = Table("role_words", ("id", "text", "side", "use", "weight"), 1)
ACTIVITY = Table("activity", ("transcript_id", "day", "seconds"), 2)
LEARNED = Table("learned", ("detector", "data", "report", "at"), 1)
JOURNAL = Table("journal", ("seq", "kind", "ref", "at", "who", "label", "steps"), 1)
DRAFTS = Table("drafts", ("transcript_id", "turn_id", "text", "base", "at"), 2)
DIGESTS = Table("digests", ("transcript_id", "source", "content"), 1)
TOUCHED = Table("touched", ("transcript_id", "seq"), 2)
PSEUDONYMS = Table("pseudonyms", ("kind", "digest", "number"), 2)
DECISIONS = Table("decisions", ("transcript_id", "finding", "verdict", "detector", "kind", "confidence", "removed", "seconds"), 2)

OF_A_TRANSCRIPT = (TRANSCRIPTS, SOURCES, SOURCE_TURNS, SPEAKERS, TURNS, DECISIONS)
OF_ALL = (TOPICS, ALLOWED, ROLE_WORDS, JOURNAL)
"""The tables that a digest covers: that of a transcript, and that of what all transcripts share."""
SHARED = 0
"""Stands for a transcript where something belongs to all of them."""

INSERT_ENTRY = "INSERT INTO journal (kind, ref, at, who, label, steps) VALUES (?, ?, ?, ?, ?, ?)"
_ENTRY = "SELECT seq, kind, ref, at, who, label FROM journal"
SELECT_ENTRIES = f"{_ENTRY} ORDER BY seq"
SELECT_LAST_ENTRIES = f"{_ENTRY} WHERE seq < ? ORDER BY seq DESC LIMIT ?"
SELECT_LAST_ENTRIES_OF = (
    f"{_ENTRY} WHERE seq IN (SELECT seq FROM touched WHERE transcript_id = ?) AND seq < ? ORDER BY seq DESC LIMIT ?"
)
SELECT_TOUCHING = (
    "SELECT seq, label, steps FROM touched JOIN journal USING (seq) WHERE transcript_id = ? AND seq > ? ORDER BY seq LIMIT 1"
)
TOUCHED_OTHERS = "SELECT 1 FROM touched WHERE seq = ? AND transcript_id != ?"
SELECT_DONE = "SELECT seq, steps FROM journal WHERE steps IS NOT NULL AND seq > ? ORDER BY seq LIMIT 1"
SELECT_REFERRING = "SELECT seq, ref FROM journal WHERE ref IS NOT NULL"
UPDATE_ENTRY = "UPDATE journal SET label = ?, steps = ? WHERE seq = ?"
DELETE_ENTRIES_BEFORE = "DELETE FROM journal WHERE at < ?"
DELETE_ENTRY = "DELETE FROM journal WHERE seq = ?"
DELETE_UNTOUCHED = "DELETE FROM touched WHERE seq NOT IN (SELECT seq FROM journal)"
DELETE_TOUCHED = "DELETE FROM touched WHERE transcript_id = ? AND seq = ?"
PUT_DRAFT = f"{DRAFTS.insert} ON CONFLICT DO UPDATE SET text = excluded.text, base = excluded.base, at = excluded.at"
PUT_DIGEST = f"{DIGESTS.insert} ON CONFLICT DO UPDATE SET source = excluded.source, content = excluded.content"
SELECT_PSEUDONYM = "SELECT number FROM pseudonyms WHERE kind = ? AND digest = ?"
SELECT_LAST_PSEUDONYM = "SELECT coalesce(max(number), 0) FROM pseudonyms WHERE kind = ?"
PUT_SETTING = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
SELECT_SETTINGS = "SELECT key, value FROM meta"
UPDATE_SETTING = "UPDATE meta SET value = ? WHERE key = ?"
SELECT_LAST_SEQ = "SELECT coalesce(max(seq), 0) FROM journal"
SELECT_FIRST_TIME = "SELECT at FROM journal ORDER BY seq LIMIT 1"
SELECT_STEPS = "SELECT label, steps FROM journal WHERE seq = ?"
SELECT_ACTIVITY = "SELECT transcript_id, sum(seconds) FROM activity GROUP BY transcript_id"
ADD_ACTIVITY = f"{ACTIVITY.insert} ON CONFLICT DO UPDATE SET seconds = seconds + excluded.seconds"
PUT_HOURS = f"{ACTIVITY.insert} ON CONFLICT DO UPDATE SET seconds = max(seconds, excluded.seconds)"
DELETE_ACTIVITY = "DELETE FROM activity WHERE transcript_id = ?"
SELECT_SOURCE_DATA = "SELECT data FROM sources WHERE transcript_id = ?"
SELECT_SOURCE_DIGESTS = "SELECT source, transcript_id FROM digests WHERE transcript_id != 0 ORDER BY transcript_id DESC"
SELECT_SOURCE_NAMES = "SELECT transcript_id, name FROM sources"
SELECT_SOURCE_TEXTS = "SELECT text FROM source_turns WHERE transcript_id = ? ORDER BY number LIMIT ?"
COUNT_TURNS = "SELECT count(*) FROM turns WHERE transcript_id = ?"
COUNT_TAGGED = (
    "SELECT t.transcript_id, count(*) FROM turns t, json_each(t.topics) tag WHERE t.topics != '[]' AND tag.value = ? "
    "GROUP BY t.transcript_id"
)
SELECT_STEPS_SIZE = "SELECT length(steps) FROM journal WHERE seq = ?"
SELECT_SETTING = "SELECT value FROM meta WHERE key = ?"


def rows(entity: Entity) -> Iterator[tuple[Table, Row]]:
    """Yield the rows that an entity consists of, with values as SQLite gives them back; all but a Source have just one."""
    match entity:
        case Turn():
            yield TURNS, _turn_row(entity)
        case Header():
            yield TRANSCRIPTS, (entity.id, entity.name, int(entity.done))
        case Speaker():
            yield SPEAKERS, (entity.transcript_id, entity.id, entity.name, entity.role, float(entity.rank), entity.colour)
        case Topic():
            about = (entity.name, entity.colour, entity.definition, entity.hotkey, float(entity.rank))
            yield TOPICS, (entity.id, *about, entity.parent_id, json.dumps(entity.keywords, ensure_ascii=False))
        case Allowed():
            yield ALLOWED, (entity.id, entity.text)
        case RoleWord():
            yield ROLE_WORDS, (entity.id, entity.text, entity.side, entity.use, entity.weight)
        case Decision():
            removed = _dump_spans(entity.removed)
            decided = (entity.verdict, entity.detector, entity.kind, float(entity.confidence))
            seconds = None if entity.seconds is None else float(entity.seconds)
            yield DECISIONS, (entity.transcript_id, entity.finding, *decided, removed, seconds)
        case Source():
            yield SOURCES, (entity.transcript_id, entity.name, entity.format, entity.encoding, entity.data)
            for t in entity.turns:
                yield SOURCE_TURNS, (entity.transcript_id, t.number, t.speaker_id, t.text, t.start_ms, t.end_ms, t.timing)


def header(row: Row) -> Header:
    id_, name, done = row
    return Header(id_, name, bool(done))


def speaker(row: Row) -> Speaker:
    """Return the speaker; a journal from before version 4 has rows without a colour."""
    _finite(row[4])
    return Speaker(*row)


def topic(row: Row) -> Topic:
    """Return the topic; a journal from before version 4 has rows without a parent and keywords."""
    id_, name, colour, definition, hotkey, rank, *rest = row
    parent_id, keywords = rest or (None, "[]")
    rules = tuple(json.loads(keywords))
    if not all(isinstance(rule, str) for rule in rules):
        raise ValueError("keywords are texts")
    _finite(rank)
    return Topic(id_, name, colour, definition, hotkey, rank, parent_id, rules)


def topics(all_rows: Iterable[Row]) -> tuple[Topic, ...]:
    """Return the codebook by rank; raise ValueError where topics are parts of themselves."""
    found = tuple(sorted(map(topic, all_rows), key=lambda t: (t.rank, t.id)))
    if len(topic_tree(found)) != len(found):
        raise ValueError("topics are their own parents")
    return found


def allowed(row: Row) -> Allowed:
    return Allowed(*row)


def role_word(row: Row) -> RoleWord:
    return RoleWord(*row)


def learned(row: Row) -> Learned:
    detector, data, report, at = row
    return Learned(detector, data, report, datetime.fromisoformat(at))


def turn(row: Row) -> Turn:
    """Return the turn; a journal from before version 3 or 4 has rows without `pinned`, `bookmarked`."""
    transcript_id, id_, rank, speaker_id, text, start_ms, end_ms, topics, sources, comment, *marks = row
    tags = json.loads(topics)
    if not all(type(tag) is int for tag in tags):
        raise ValueError("topics are numbers")
    _finite(rank)
    return Turn(
        *(transcript_id, id_, rank, speaker_id, text, start_ms, end_ms),
        *(frozenset(tags), _load_spans(sources), comment, *map(bool, marks)),
    )


def decision(row: Row) -> Decision:
    transcript_id, finding, verdict, detector, kind, confidence, removed, seconds = row
    _finite(confidence, seconds or 0)
    return Decision(transcript_id, finding, verdict, detector, kind, confidence, _load_spans(removed), seconds)


def _finite(*numbers: float) -> None:
    """Raise ValueError where one is not: a column takes it, but nothing can be counted with it."""
    if not all(map(math.isfinite, numbers)):
        raise ValueError("a number is not finite")


def source_turn(row: Row) -> SourceTurn:
    """Return the source turn; a journal from before version 6 has rows without the timing of words."""
    found = SourceTurn(*row[1:])
    if not sound(found.timing):
        raise ValueError("the timing of words is cut off")
    return found


def source(row: Row, turn_rows: Iterable[Row]) -> Source:
    transcript_id, name, format_, encoding, data = row
    turns = tuple(map(source_turn, turn_rows))
    return Source(transcript_id, name, format_, encoding, data, turns)


def transcript(
    transcript_id: TranscriptId,
    read: Callable[[Table], Iterable[Row]],
    topics: Iterable[Topic],
    allowed: Iterable[Allowed],
    role_words: Iterable[RoleWord],
) -> Transcript:
    """Put a transcript together; `read` returns the rows of a table that belong to it.

    Raises ValueError where rows do not fit each other.
    """
    headers = [header(row) for row in read(TRANSCRIPTS)]
    sources = [source(row, read(SOURCE_TURNS)) for row in read(SOURCES)]
    if not headers or not sources:
        raise ValueError(f"transcript {transcript_id} is not complete")
    built = Transcript.build(
        [
            *headers,
            *sources,
            *map(speaker, read(SPEAKERS)),
            *map(turn, read(TURNS)),
            *map(decision, read(DECISIONS)),
        ],
        topics,
        allowed,
        role_words,
    )
    texts = [t.text for t in built.source.turns]
    if [t.number for t in built.source.turns] != list(range(1, len(texts) + 1)):
        raise ValueError(f"the source turns of transcript {transcript_id} are not numbered from 1")

    known = {None, *(s.id for s in built.speakers)}
    if not all(t.speaker_id in known for t in built.turns):
        raise ValueError(f"transcript {transcript_id} has turns of speakers that are not there")

    def exists(span: SourceSpan) -> bool:
        return 0 < span.number <= len(texts) and 0 <= span.start <= span.end <= len(texts[span.number - 1])

    if not all(t.sources and all(map(exists, t.sources)) for t in built.turns):
        raise ValueError(f"transcript {transcript_id} has turns that come from nowhere")
    return built


def digest(table: Table, row: Row) -> int:
    """Return a number that stands for a row; that of several rows is their sum, so that a change costs what it changes.

    Not made to withstand an attacker, who could put another one beside the rows: to notice what a disk has altered.
    """
    plain = [hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else value for value in row]
    return int.from_bytes(hashlib.blake2b(_json([table.name, *plain]).encode(), digest_size=DIGEST_SIZE).digest())


def hours(row: Row) -> tuple[TranscriptId, float]:
    transcript_id, seconds = row
    _finite(seconds)
    return transcript_id, seconds


def draft(row: Row) -> Draft:
    transcript_id, turn_id, text, base, at = row
    return Draft(transcript_id, turn_id, text, base, datetime.fromisoformat(at))


def entry(row: Row) -> JournalEntry:
    seq, kind, ref, at, who, label = row
    return JournalEntry(seq, kind, ref, datetime.fromisoformat(at), who, load_label(label))


def dump_label(label: Message) -> str:
    return json.dumps(label.to_json(), ensure_ascii=False)


@lru_cache(maxsize=1024)
def load_label(text: str) -> Message:
    return Message.from_json(json.loads(text))


def dump_steps(steps: Iterable[Step]) -> bytes:
    """Return steps as compressed JSON: table, row before, row after. A Source carries its turns and its bytes."""
    # Step by step: one call for all of a long import would not let another thread run until it is done.
    packer, packed, begin = zlib.compressobj(), [], "["
    for s in steps:
        item = f"[{_json(next(rows(s.entity))[0].name)}, {_to_json(s.before)}, {_to_json(s.after)}]"
        packed.append(packer.compress(f"{begin}{item}".encode()))
        begin = ", "
    packed += [packer.compress(b"]"), packer.flush()]
    return b"".join(packed)


def load_steps(blob: bytes) -> tuple[Step, ...]:
    text = zlib.decompressobj().decompress(blob, _INFLATED)
    return tuple(Step(_from_json(name, before), _from_json(name, after)) for name, before, after in _items(text.decode()))


def _items(text: str) -> Iterator[Any]:
    """Yield the items of a JSON list one by one, for the reason that dump_steps has; raise ValueError where it is none."""
    decode, at = json.JSONDecoder().raw_decode, 1
    if text[:1] != "[" or text[-1:] != "]":
        raise ValueError("no list of steps")
    while at < len(text) - 1:
        item, at = decode(text, at)
        yield item
        at += len(", ")


def _to_json(entity: Entity | None) -> str:
    if entity is None:
        return "null"
    (_, row), *turn_rows = rows(entity)
    if isinstance(entity, Source):
        about = ", ".join(map(_json, (*row[:-1], entity.data.decode("latin-1"))))
        said = (_json((*turn_row[:-1], turn_row[-1].decode("latin-1"))) for _, turn_row in turn_rows)
        return f"[{about}, {_dump(said)}]"
    return _json(row)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _from_json(name: str, row: list[Any] | None) -> Entity | None:
    if row is None:
        return None
    if name == SOURCES.name:
        *begin, data, turn_rows = row
        said = ((*turn_row[:6], *(timing.encode("latin-1") for timing in turn_row[6:])) for turn_row in turn_rows)
        return source((*begin, data.encode("latin-1")), said)
    return _ENTITIES[name](tuple(row))


_ENTITIES: dict[str, Callable[[Row], Entity]] = {
    TRANSCRIPTS.name: header,
    SPEAKERS.name: speaker,
    TURNS.name: turn,
    TOPICS.name: topic,
    ALLOWED.name: allowed,
    ROLE_WORDS.name: role_word,
    DECISIONS.name: decision,
}


def _turn_row(t: Turn) -> Row:
    return (
        *(t.transcript_id, t.id, float(t.rank), t.speaker_id, t.text, t.start_ms, t.end_ms),
        *(_dump(map(str, sorted(t.topics))), _dump_spans(t.sources), t.comment),
        *(int(t.hidden), int(t.reviewed), int(t.pinned), int(t.bookmarked)),
    )


def _dump_spans(spans: Iterable[SourceSpan]) -> str:
    return _dump(f"[{s.number}, {s.start}, {s.end}]" for s in spans)


def _dump(items: Iterable[str]) -> str:
    """Return a JSON list of items that are JSON; json.dumps takes half the time of an import for it."""
    return f"[{', '.join(items)}]"


def _load_spans(text: str) -> tuple[SourceSpan, ...]:
    return tuple(SourceSpan(*span) for span in json.loads(text))
