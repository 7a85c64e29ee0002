"""A new project of what can be read of a damaged one, or of one that holds things that were not to be run."""

from __future__ import annotations

import bisect
import contextlib
import hashlib
import itertools
import json
import math
import os
import re
import shutil
import sqlite3
import stat
import uuid
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from annotator.core.change import Change, Step
from annotator.core.errors import Damaged, InUse, ProjectError, StaleChange, Unsupported
from annotator.core.history import History, JournalEntry
from annotator.core.i18n import msg, tr
from annotator.core.model import (
    SIDES,
    USES,
    Allowed,
    Decision,
    Entity,
    Header,
    Key,
    RoleWord,
    Source,
    SourceSpan,
    SourceTurn,
    Speaker,
    Topic,
    TranscriptId,
    Turn,
    topic_tree,
)
from annotator.core.spoken import sound
from annotator.files import temporary
from annotator.storage import rows, schema
from annotator.storage.connection import connect, identity
from annotator.storage.files import placed, sweep
from annotator.storage.lock import holder, user
from annotator.storage.pages import Column, Found, Pages, Shape
from annotator.storage.refusals import exists, typed
from annotator.storage.rows import Row, Table
from annotator.storage.store import Store

META = Table("meta", ("key", "value"), 1)
_SEQUENCE = Shape("sqlite_sequence", (Column("name", "TEXT", True), Column("seq", "INTEGER", True)), rowid=True, key=False)
TABLES = (
    *(META, *rows.OF_A_TRANSCRIPT, *rows.OF_ALL),
    *(rows.ACTIVITY, rows.LEARNED, rows.DRAFTS, rows.PSEUDONYMS, rows.DIGESTS, rows.TOUCHED),
)
"""All tables; the last two can be computed from the others."""
_VERDICTS = ("accepted", "alternative", "relabelled", "dismissed")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_GREY = "#808080"
_ID = re.compile(r"[0-9a-f]{32}")
_MARK = "\N{REPLACEMENT CHARACTER}"
_MOST = 100_000
"""Source turns that are made for a call of which nothing but a number is known; a damaged number could be any."""
_KEYS = {table.name: table.keys for table in TABLES}
_SENSELESS = (
    *(ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OverflowError, AssertionError),
    *(StaleChange, zlib.error),
)
"""What comes of values that are not what they should be."""


@dataclass(frozen=True)
class Count:
    """The rows of a table: how many were read, how many were there and could not be, and pages whose rows are not known."""

    read: int
    lost: int
    pages: int


@dataclass(frozen=True)
class Call:
    """What has become of a call: its turns, and how many of them are as they were imported, since no more was left of them.

    `intact` says that it is known to be just as it was written; one that is not may be so too.
    """

    id: TranscriptId
    name: str
    turns: int
    restored: int
    intact: bool


@dataclass(frozen=True)
class Report:
    """What was read and what was lost, per table and per call; whether the history of changes still follows and was kept.

    `missing` are calls of which nothing but their being there is known.
    """

    tables: Mapping[str, Count]
    calls: tuple[Call, ...]
    missing: tuple[TranscriptId, ...]
    history: bool

    @property
    def turns(self) -> int:
        return sum(call.turns for call in self.calls)

    @property
    def whole(self) -> bool:
        """Whether all calls and their history are as they were: where rows are lost, the history may tell what they were."""
        return self.history and not self.missing and all(call.intact for call in self.calls)


def salvage(damaged: Path, target: Path) -> Report:
    """Write what can be read of a project that is not open into a new one at `target`, which must not exist.

    Not a byte of `damaged` changes. Raises Damaged when nothing can be read, and other ProjectErrors; then there is no target.
    """
    with typed(damaged):
        damaged = damaged.resolve(strict=True)
        status = damaged.stat()
    if not stat.S_ISREG(status.st_mode):
        raise Unsupported(msg("{path} is no ordinary file. Choose a project file.", path=str(damaged)))
    writing = holder(damaged)
    if identity(damaged) in Store._open or (writing and not writing.gone):
        raise InUse(msg("{path} is open. Close it, or take a copy of it, and try again.", path=str(damaged)))
    if target.exists():
        raise exists(target)
    with _settled(damaged, target.parent) as file, typed(damaged), file.open("rb") as data:
        found = Pages(data).tables([*_shapes(), _SEQUENCE], lambda name: _KEYS.get(name, 1))
    if not any(found[table.name].rows for table in (rows.TRANSCRIPTS, rows.TURNS, rows.SOURCE_TURNS, rows.JOURNAL)):
        raise Damaged(msg("Nothing can be read of {path}. Go back to a backup.", path=str(damaged)))
    cause: Exception | None = None
    for attempt in (_of_journal, _of_rows, _of_rows_without_history):
        try:
            made = attempt(found)
            if made is None:
                continue
            digests = made.digests()
            with placed(target) as temporary:
                _write(temporary, made, digests, found)
                _prove(temporary)
        except (Damaged, sqlite3.Error, *_SENSELESS) as error:
            cause = error
            continue
        return _report(made, digests, found)
    raise Damaged(msg("Nothing can be read of {path}. Go back to a backup.", path=str(damaged))) from cause


@contextlib.contextmanager
def _settled(damaged: Path, folder: Path) -> Iterator[Path]:
    """Yield a file to read: `damaged` itself, or a private copy in which what a killed program left half done is taken back."""
    journal = damaged.with_name(damaged.name + "-journal")
    if not journal.exists():
        yield damaged
        return
    copy = temporary(folder)
    beside = copy.with_name(copy.name + "-journal")
    with typed(folder):
        sweep(folder)
        try:
            for original, private in ((damaged, copy), (journal, beside)):
                os.close(os.open(private, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
                shutil.copyfile(original, private)
            # A file that is too damaged for that is read as it is.
            with contextlib.suppress(ProjectError, sqlite3.Error):
                db = connect(copy, read_only=False)
                try:
                    db.execute("BEGIN IMMEDIATE")
                    db.rollback()
                finally:
                    db.close()
            yield copy
        finally:
            for private in (copy, beside):
                private.unlink(missing_ok=True)


def _shapes() -> list[Shape]:
    """Return what the rows of all tables look like in any version: columns were only ever added behind the others."""
    db = Database(memory=True, execute_plugins=False, recursive_triggers=False)
    try:
        for migration in schema.MIGRATIONS:
            migration(db)
        sql = {name: text for kind, name, text in schema.objects(db) if kind == "table"}
        shapes = []
        for table in TABLES:
            info = list(db.execute(f"PRAGMA table_info({table.name})"))
            columns = tuple(
                Column(name, kind, bool(needed or key), None if default is None else next(db.execute(f"SELECT {default}"))[0])
                for _, name, kind, needed, default, key in info
            )
            rowid = "WITHOUT ROWID" not in sql[table.name]
            shapes.append(Shape(table.name, columns, rowid, rowid and info[0][2] == "INTEGER" and bool(info[0][5])))
        return shapes
    finally:
        db.close()


# ---------------------------------------------------------------------- the history


@dataclass
class _Made:
    """What the new project is to hold of calls and of what they share, and its journal."""

    entities: list[Entity]
    journal: list[Row]
    touched: set[Row] = field(default_factory=set)
    restored: Mapping[TranscriptId, int] = field(default_factory=dict)
    history: bool = True
    told: bool = False
    """Whether it is the journal that has told all of it."""

    def digests(self) -> dict[TranscriptId, bytes]:
        """Return the digests of all rows, of each call and of what they share."""
        sums: defaultdict[TranscriptId, int] = defaultdict(int, {rows.SHARED: 0})
        for entity in self.entities:
            for table, row in rows.rows(entity):
                sums[entity.transcript_id or rows.SHARED] += rows.digest(table, row)
        for row in self.journal:
            sums[rows.SHARED] += rows.digest(rows.JOURNAL, row)
        size = rows.DIGEST_SIZE
        return {owner: (total % (1 << 8 * size)).to_bytes(size) for owner, total in sums.items()}


class _Journal:
    """The journal, when all of it can be read."""

    def __init__(self, found: Mapping[str, Found]):
        """Raise one of _SENSELESS when something is missing."""
        own = found[rows.JOURNAL.name]
        self.rows = [own.rows[key] for key in sorted(own.rows)]
        self.entries = [rows.entry(row[:-1]) for row in self.rows]
        History(self.entries)
        self._steps = {row[0]: row[-1] for row in self.rows}
        purges = [n for n, entry in enumerate(self.entries) if entry.kind == "purge"]
        self.purged = bool(purges)
        self.last = self.entries[purges[-1] if purges else 0 :]
        """The entries that can be undone, after what cannot."""
        numbers = [entry.seq for entry in self.last]
        end = found[_SEQUENCE.name].rows.get((rows.JOURNAL.name,))
        if not own.whole or numbers != list(range(numbers[0], numbers[-1] + 1)) or (end and end[1] != numbers[-1]):
            raise ValueError("the journal is not whole")

    def steps(self, entry: JournalEntry) -> tuple[Step, ...]:
        """Return what an entry has changed."""
        match entry.kind:
            case "do":
                return rows.load_steps(self._steps[entry.seq])
            case "undo":
                return Change(entry.label, rows.load_steps(self._steps[entry.ref or 0])).inverse().steps
            case "redo":
                return rows.load_steps(self._steps[entry.ref or 0])
        return ()

    def touched(self, found: Mapping[str, Found]) -> set[Row]:
        """Return which entries concern which calls."""
        known = {row for row in found[rows.TOUCHED.name].rows.values() if row[1] in self._steps}
        concerned = ((step.entity.transcript_id, entry.seq) for entry in self.entries for step in self._known(entry))
        return known | {pair for pair in concerned if pair[0] is not None}

    def _known(self, entry: JournalEntry) -> tuple[Step, ...]:
        """Return what an entry has changed; nothing where what it refers to was deleted before."""
        if entry.ref is not None and entry.ref not in self._steps:
            return ()
        return self.steps(entry)


def _of_journal(found: Mapping[str, Found]) -> _Made | None:
    """Return what the journal tells when it begins at the beginning: it has checksums, and tells all."""
    journal = _Journal(found)
    if journal.purged or journal.entries[0].seq != 1:
        return None
    state: dict[Key, Entity] = {}
    for entry in journal.entries:
        for step in journal.steps(entry):
            _follow(state, step.before, step.after)
    return _Made(list(state.values()), journal.rows, journal.touched(found), told=True)


def _of_rows(found: Mapping[str, Found]) -> _Made | None:
    """Return what the tables hold, with the journal if it leads to just that."""
    journal = _Journal(found)
    made = _mended(found)
    state = {entity.key: entity for entity in made.entities}
    for entry in reversed(journal.last):
        for step in reversed(journal.steps(entry)):
            _follow(state, step.after, step.before)
    return replace(made, journal=journal.rows, touched=journal.touched(found), history=True)


def _of_rows_without_history(found: Mapping[str, Found]) -> _Made | None:
    """Return what the tables hold; the journal begins anew."""
    return _mended(found)


def _follow(state: dict[Key, Entity], before: Entity | None, after: Entity | None) -> None:
    """Take a step; raise ValueError where it does not follow from what is there."""
    entity = before if before is not None else after
    assert entity is not None, "a step has a before or an after"
    if state.pop(entity.key, None) != before:
        raise ValueError("the journal does not lead to what is there")
    if after is not None:
        state[after.key] = after


# ---------------------------------------------------------------------- calls


def _mended(found: Mapping[str, Found]) -> _Made:
    """Return the calls with all that fits together, and what they share; what is missing in between is made anew."""
    grouped = {table.name: _grouped(found[table.name].rows.values()) for table in rows.OF_A_TRANSCRIPT}
    said = (rows.TRANSCRIPTS, rows.SOURCES, rows.SOURCE_TURNS, rows.TURNS)
    ids = sorted({i for table in said for i in grouped[table.name] if i > 0})
    torn = not found[rows.TURNS.name].whole
    entities: list[Entity] = []
    restored: dict[TranscriptId, int] = {}
    for transcript_id in ids:
        call = _Mended(transcript_id, {name: own.get(transcript_id, []) for name, own in grouped.items()})
        if torn:
            restored[transcript_id] = call.restore_turns()
        entities += call.entities()
    tags = {tag for entity in entities if isinstance(entity, Turn) for tag in entity.topics}
    entities += _topics(found[rows.TOPICS.name].rows.values(), tags)
    entities += [Allowed(id_, text) for id_, text in found[rows.ALLOWED.name].rows.values()]
    entities += [
        RoleWord(*row)
        for row in found[rows.ROLE_WORDS.name].rows.values()
        if row[2] in (*SIDES, "") and row[3] in USES and 1 <= row[4] <= 3
    ]
    entry = ("purge", None, datetime.now(UTC).isoformat(), user(), rows.dump_label(msg("Rescue from a damaged project")), None)
    return _Made(entities, [(1, *entry)], restored=restored, history=False)


def _grouped(all_rows: Iterable[Row]) -> dict[TranscriptId, list[Row]]:
    groups: defaultdict[TranscriptId, list[Row]] = defaultdict(list)
    for row in all_rows:
        groups[row[0]].append(row)
    return groups


def _source_turn(row: Row) -> SourceTurn:
    """Return the source turn, without the timing of its words where that is damaged."""
    said = SourceTurn(*row[1:])
    return said if sound(said.timing) else replace(said, timing=b"")


class _Mended:
    """One call as far as it can be read."""

    def __init__(self, transcript_id: TranscriptId, own: Mapping[str, list[Row]]):
        self.id = transcript_id
        self.turns = sorted(map(_turn, own[rows.TURNS.name]), key=lambda turn: (turn.rank, turn.id))
        self._speakers = {row[1]: replace(Speaker(*row), rank=_finite(row[4])) for row in own[rows.SPEAKERS.name]}
        self._decisions = [made for row in own[rows.DECISIONS.name] if (made := _decision(row))]
        _, file, format_, encoding, data = next(iter(own[rows.SOURCES.name]), (transcript_id, "", "text", "utf-8", b""))
        header = next(iter(own[rows.TRANSCRIPTS.name]), None)
        name = file or tr("Rescued call {id}", id=transcript_id)
        self._header = Header(transcript_id, header[1], bool(header[2])) if header else Header(transcript_id, name)
        known = {row[1]: _source_turn(row) for row in own[rows.SOURCE_TURNS.name] if row[1] > 0}
        self._source = Source(transcript_id, name, format_, encoding, data, tuple(self._numbered(known)))
        self._place_turns()

    def entities(self) -> list[Entity]:
        for turn in self.turns:
            if turn.speaker_id is not None and turn.speaker_id not in self._speakers:
                self._speakers[turn.speaker_id] = Speaker(self.id, turn.speaker_id, rank=float(len(self._speakers)))
        return [self._header, self._source, *self._speakers.values(), *self.turns, *self._decisions]

    def restore_turns(self) -> int:
        """Add a turn, as it was imported, for each imported one that no turn comes from; return how many these are."""
        covered = {span.number for turn in self.turns for span in turn.sources}
        missing = [said for said in self._source.turns if said.number not in covered and said.text]
        free = max((turn.id for turn in self.turns), default=0) + 1
        firsts = list(itertools.accumulate((min(s.number for s in turn.sources) for turn in self.turns), max))
        added = []
        for n, said in enumerate(missing):
            place = bisect.bisect(firsts, said.number)
            low = self.turns[place - 1].rank if place else self.turns[0].rank - 1 if self.turns else 0.0
            high = self.turns[place].rank if place < len(self.turns) else low + 1
            # Several in one gap follow each other by their ids.
            rank = (low + high) / 2
            spans = (SourceSpan(said.number, 0, len(said.text)),)
            added.append(Turn(self.id, free + n, rank, said.speaker_id, said.text, said.start_ms, said.end_ms, sources=spans))
        self.turns = sorted([*self.turns, *added], key=lambda turn: (turn.rank, turn.id))
        return len(added)

    def _numbered(self, known: Mapping[int, SourceTurn]) -> list[SourceTurn]:
        """Return the imported turns from 1 without gaps; what is missing is put together from the turns that come from it."""
        most = max(_MOST, 2 * len(known))
        budget = 1000 + 4 * sum(len(turn.text) for turn in self.turns)
        pieces: dict[int, list[tuple[SourceSpan, str, Turn]]] = {}
        for turn in self.turns:
            at = 0
            for span in turn.sources:
                length = span.end - span.start
                if span.number not in known and span.number <= most and span.end <= budget:
                    budget -= length
                    pieces.setdefault(span.number, []).append((span, turn.text[at : at + length], turn))
                at += length + 1
        numbers = [number for number in (*known, *pieces) if number <= most]
        made = []
        for number in range(1, max(numbers, default=0) + 1):
            if number in known:
                made.append(known[number])
                continue
            parts = sorted(pieces.get(number, ()), key=lambda part: part[0].start)
            text = ""
            for span, piece, _ in parts:
                text = text[: span.start].ljust(span.start) + piece.ljust(span.end - span.start)
            # Of what was merged into a turn only the first piece is known to be of its speaker and time.
            first = next((turn for span, _, turn in parts if span == turn.sources[0]), None)
            about = (first.speaker_id, text, first.start_ms, first.end_ms) if first else (None, text, None, None)
            made.append(SourceTurn(number, *about))
        return made

    def _place_turns(self) -> None:
        """See to it that each turn comes from somewhere: where its places are not there, from an imported turn of its own."""
        said = list(self._source.turns)
        placed_turns = []
        for turn in self.turns:
            spans = tuple(
                SourceSpan(span.number, min(span.start, length), min(span.end, length))
                for span in turn.sources
                if span.number <= len(self._source.turns) and (length := len(said[span.number - 1].text)) >= 0
            )
            if not spans:
                said.append(SourceTurn(len(said) + 1, turn.speaker_id, turn.text, turn.start_ms, turn.end_ms))
                spans = (SourceSpan(len(said), 0, len(turn.text)),)
            placed_turns.append(replace(turn, sources=spans))
        self.turns = placed_turns
        self._source = replace(self._source, turns=tuple(said))


def _turn(row: Row) -> Turn:
    """Return the turn of a row; topics and places that make no sense are left out."""
    transcript_id, id_, rank, speaker_id, text, start_ms, end_ms, topics, sources, comment, *marks = row
    tags = frozenset(tag for tag in _listed(topics) if type(tag) is int and 0 < tag < 1 << 63)
    spans = []
    for item in _listed(sources):
        if isinstance(item, list) and len(item) == 3 and all(type(n) is int for n in item):
            number, start, end = item
            if number > 0 and 0 <= start <= end:
                spans.append(SourceSpan(number, start, end))
    said = (transcript_id, id_, rank if math.isfinite(rank) else float(id_), speaker_id, text, start_ms, end_ms)
    return Turn(*said, tags, tuple(spans), comment, *map(bool, marks))


def _decision(row: Row) -> Decision | None:
    try:
        made = rows.decision(row)
    except _SENSELESS:
        return None
    places = all(type(n) is int for span in made.removed for n in (span.number, span.start, span.end))
    numbers = math.isfinite(made.confidence) and math.isfinite(made.seconds or 0)
    return made if made.verdict in _VERDICTS and places and numbers else None


def _topics(all_rows: Iterable[Row], tags: Iterable[int]) -> list[Topic]:
    """Return the codebook, with a topic of a made-up name for each of `tags` that is missing."""
    made = {}
    for id_, name, colour, definition, hotkey, rank, parent_id, keywords in all_rows:
        words = tuple(word for word in _listed(keywords) if isinstance(word, str) and _encodable(word))
        shown = colour if _COLOUR.fullmatch(colour) else _GREY
        made[id_] = Topic(id_, name, shown, definition, hotkey if 0 <= hotkey <= 9 else 0, _finite(rank), parent_id, words)
    last = max((topic.rank for topic in made.values()), default=0.0)
    for tag in sorted(set(tags) - made.keys()):
        last += 1
        made[tag] = Topic(tag, tr("Rescued topic {id}", id=tag), _GREY, rank=last)
    made = {id_: t if t.parent_id in made else replace(t, parent_id=None) for id_, t in made.items()}
    hung = {topic.id for topic, _ in topic_tree(made.values())}
    return [t if t.id in hung else replace(t, parent_id=None) for t in made.values()]


def _finite(rank: float) -> float:
    return rank if math.isfinite(rank) else 0.0


def _listed(text: str) -> list[Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return value if isinstance(value, list) else []


def _encodable(text: str) -> bool:
    return not any("\ud800" <= c <= "\udfff" for c in text)


# ---------------------------------------------------------------------- the new file


def _write(path: Path, made: _Made, digests: Mapping[TranscriptId, bytes], found: Mapping[str, Found]) -> None:
    """Fill an empty file in one transaction."""
    db = connect(path, read_only=False)
    try:
        db.execute("BEGIN IMMEDIATE")
        schema.migrate(db, 0)
        inserts: defaultdict[Table, list[Row]] = defaultdict(list)
        sources: dict[TranscriptId, bytes] = {}
        for entity in made.entities:
            for table, row in rows.rows(entity):
                inserts[table].append(row)
            if isinstance(entity, Source):
                sources[entity.transcript_id] = hashlib.sha256(entity.data).digest()
        inserts[rows.JOURNAL] = made.journal
        inserts[rows.TOUCHED] = sorted(made.touched)
        inserts[rows.DIGESTS] = [(owner, sources.get(owner, b""), content) for owner, content in digests.items()]
        for table, further in _further(made, found):
            inserts[table] = further
        for table, some in inserts.items():
            db.conn.executemany(table.insert, some)
        db.execute("COMMIT")
    finally:
        db.close()


def _further(made: _Made, found: Mapping[str, Found]) -> Iterator[tuple[Table, list[Row]]]:
    """Yield what is no part of the history, where it still makes sense."""
    calls = {entity.id for entity in made.entities if isinstance(entity, Header)}
    turns = {(entity.transcript_id, entity.id) for entity in made.entities if isinstance(entity, Turn)}

    def kept(table: Table, makes_sense: Callable[[Row], object]) -> tuple[Table, list[Row]]:
        return table, [row for row in found[table.name].rows.values() if makes_sense(row) and not _marked(row)]

    settings = dict(kept(META, lambda row: row[0] not in ("id", "salt"))[1])
    told = {key: str(row[1]) for (key,), row in found[META.name].rows.items()}
    settings["id"] = told["id"] if _ID.fullmatch(told.get("id", "")) else uuid.uuid4().hex
    if salted := bool(_ID.fullmatch(told.get("salt", ""))):
        settings["salt"] = told["salt"]
    yield META, list(settings.items())
    yield kept(rows.ACTIVITY, lambda row: row[0] in calls and 0 <= row[2] < math.inf and _sense(date.fromisoformat, row[1]))
    yield kept(rows.LEARNED, lambda row: _sense(datetime.fromisoformat, row[3]))
    yield kept(rows.DRAFTS, lambda row: row[:2] in turns and _sense(datetime.fromisoformat, row[4]))
    yield kept(rows.PSEUDONYMS, lambda _: salted)


def _marked(row: Row) -> bool:
    return any(isinstance(value, str) and _MARK in value for value in row[:2])


def _sense(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True


def _prove(path: Path) -> None:
    """Raise Damaged, or one of _SENSELESS, when the new file does not open like any other."""
    store = Store.open(path, read_only=True)
    try:
        shared = (store.topics(), store.allowed(), store.role_words())
        for header in store.headers():
            store.transcript(header.id, *shared)
        History(store.journal())
        if any(store.verify()):
            raise ValueError("not what was written")
    finally:
        store.close()


def _report(made: _Made, digests: Mapping[TranscriptId, bytes], found: Mapping[str, Found]) -> Report:
    turns = Counter(entity.transcript_id for entity in made.entities if isinstance(entity, Turn))
    headers = sorted((entity for entity in made.entities if isinstance(entity, Header)), key=lambda header: header.id)
    noted = {owner: content for owner, _, content in found[rows.DIGESTS.name].rows.values() if owner != rows.SHARED}
    calls = tuple(
        Call(h.id, h.name, turns[h.id], made.restored.get(h.id, 0), made.told or noted.get(h.id) == digests[h.id]) for h in headers
    )
    missing = () if made.told else tuple(sorted(noted.keys() - {call.id for call in calls}))
    tables = {table.name: found[table.name] for table in TABLES}
    counts = {name: Count(len(own.rows), own.lost, own.pages) for name, own in tables.items()}
    return Report(counts, calls, missing, made.history)
