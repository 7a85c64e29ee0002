"""An open project file: checked before it is read, changed in transactions, never acknowledged before it is on disk."""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from sqlite_utils import Database

from annotator.core.change import Change
from annotator.core.errors import (
    Damaged,
    Hostile,
    InUse,
    IoFailure,
    Moved,
    NoSpace,
    NotAProject,
    ProjectError,
    ReadOnly,
    TooNew,
)
from annotator.core.history import JournalEntry
from annotator.core.i18n import msg
from annotator.core.model import Allowed, Decision, Header, Learned, RoleWord, Topic, TopicId, Transcript, TranscriptId
from annotator.storage import rows, schema
from annotator.storage.rows import Row, Table

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 64 << 20,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1 << 20,
    sqlite3.SQLITE_LIMIT_ATTACHED: 1,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 250_000,
}
_PRAGMAS = {
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "mmap_size": "0",
    "foreign_keys": "ON",
    "recursive_triggers": "OFF",
    "secure_delete": "ON",
    "temp_store": "MEMORY",
    "cache_size": "-65536",
    # A killed import must not leave a main file that is good only together with its journal.
    "cache_spill": "OFF",
    # One file at rest that can be mailed and synced; EXTRA is the only level at which DELETE loses no acknowledged change.
    "journal_mode": "DELETE",
    "synchronous": "EXTRA",
}
_READ_PRAGMAS = {"application_id", "user_version", "data_version", "quick_check", "query_only", "table_info", "foreign_key_list"}
_DENIED = {
    sqlite3.SQLITE_ATTACH,
    sqlite3.SQLITE_DETACH,
    sqlite3.SQLITE_CREATE_TRIGGER,
    sqlite3.SQLITE_CREATE_TEMP_TRIGGER,
    sqlite3.SQLITE_CREATE_VIEW,
    sqlite3.SQLITE_CREATE_TEMP_VIEW,
    sqlite3.SQLITE_CREATE_VTABLE,
}


PAGE = 2000
"""Rows that are read at once of a table of a transcript."""


class Store:
    """The file and the one connection to it. All methods raise ProjectError; threads that call them wait for each other."""

    _open: ClassVar[set[tuple[int, int]]] = set()
    """Files that are open in this process: reading one with another descriptor would drop the locks of the first."""

    def __init__(self, path: Path, read_only: bool):
        self.path = path
        self.read_only = read_only
        self._identity = _identity(path)
        self._seq = 0
        self._lock = threading.RLock()
        with _typed(path):
            connection = sqlite3.connect(path, isolation_level=None, timeout=2.0, check_same_thread=False)
            self._db = Database(connection, execute_plugins=False, recursive_triggers=False, strict=True)
            try:
                for limit, value in _LIMITS.items():
                    connection.setlimit(limit, value)
                connection.set_authorizer(_authorize)
                for pragma, setting in _PRAGMAS.items():
                    self._db.execute(f"PRAGMA {pragma} = {setting}")
                self._db.execute(f"PRAGMA query_only = {int(read_only)}")
                self._data_version = self._pragma("data_version")
            except sqlite3.Error:
                connection.close()
                raise
        Store._open.add(self._identity)

    @classmethod
    def create(cls, path: Path) -> Store:
        """Make an empty project, readable by its owner only; an existing file is never touched."""
        path = path.absolute()
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            message = msg("{path} already exists. Open it, or choose another name.", path=str(path))
            raise ProjectError(message) from None
        except OSError as error:
            raise _from_os(error, path) from error
        store = None
        try:
            store = cls(path.resolve(), read_only=False)
            with store._transaction():
                schema.migrate(store._db, 0)
        except ProjectError:
            if store:
                store.close()
            path.unlink(missing_ok=True)
            raise
        return store

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open a project after checking that it is one, that it is whole and that it holds nothing else.

        A refused file is not altered. An older one is brought to the newest version.
        """
        try:
            path = path.resolve(strict=True)
            if _identity(path) in cls._open:
                raise InUse(msg("{path} is already open in this program.", path=str(path)))
            number = _sniff(path)
            read_only = not _writable(path)
        except OSError as error:
            raise _from_os(error, path) from error
        store = cls(path, read_only)
        try:
            store._check(number)
            store._seq = store._last_seq()
            if number < schema.version():
                with store._transaction():
                    schema.migrate(store._db, number)
        except ProjectError:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Close the file; no other file remains beside it."""
        self._db.close()
        Store._open.discard(self._identity)

    def headers(self) -> tuple[Header, ...]:
        with self._reading():
            return tuple(map(rows.header, self._db.execute(rows.TRANSCRIPTS.select())))

    def topics(self) -> tuple[Topic, ...]:
        with self._reading():
            return rows.topics(self._db.execute(rows.TOPICS.select()))

    def allowed(self) -> tuple[Allowed, ...]:
        with self._reading():
            return tuple(map(rows.allowed, self._db.execute(rows.ALLOWED.select())))

    def role_words(self) -> tuple[RoleWord, ...]:
        with self._reading():
            return tuple(map(rows.role_word, self._db.execute(rows.ROLE_WORDS.select())))

    def transcript(
        self,
        transcript_id: TranscriptId,
        topics: Iterable[Topic] = (),
        allowed: Iterable[Allowed] = (),
        role_words: Iterable[RoleWord] = (),
    ) -> Transcript:
        """Read a transcript page by page, so that another thread never waits for the whole of a long one."""

        def read(table: Table) -> Iterator[Row]:
            after: Row = ()
            while page := self._page(table, transcript_id, after):
                yield from page
                if table.keys == 1 or len(page) < PAGE:
                    break
                after = page[-1][1 : table.keys]

        with self._readable():
            return rows.transcript(transcript_id, read, topics, allowed, role_words)

    def _page(self, table: Table, transcript_id: TranscriptId, after: Row) -> list[Row]:
        """Return the rows of a transcript that come after a key, PAGE of them at most."""
        with self._reading():
            return self._db.execute(table.page(bool(after)), (transcript_id, *after, PAGE)).fetchall()

    def source_data(self, transcript_id: TranscriptId) -> bytes:
        """Return the bytes that a transcript was imported from."""
        with self._reading():
            return bytes(self._db.execute(rows.SELECT_SOURCE_DATA, (transcript_id,)).fetchone()[0])

    def size(self, transcript_id: TranscriptId) -> int:
        """Return how many turns a transcript has."""
        with self._reading():
            return int(self._db.execute(rows.COUNT_TURNS, (transcript_id,)).fetchone()[0])

    def tagged(self, topic_id: TopicId) -> dict[TranscriptId, int]:
        """Return how many turns have a topic, per transcript with any."""
        with self._reading():
            return dict(self._db.execute(rows.COUNT_TAGGED, (topic_id,)).fetchall())

    def journal(self, limit: int | None = None) -> list[JournalEntry]:
        """Return the journal in its order, or its last `limit` entries, newest first."""
        with self._reading():
            if limit is None:
                return [rows.entry(row) for row in self._db.execute(rows.SELECT_ENTRIES)]
            return [rows.entry(row) for row in self._db.execute(rows.SELECT_LAST_ENTRIES, (limit,))]

    def change(self, seq: int) -> Change:
        """Return the change that journal entry `seq`, a "do", has recorded."""
        with self._reading():
            label, steps = self._db.execute(rows.SELECT_STEPS, (seq,)).fetchone()
            return Change(rows.load_label(label), rows.load_steps(steps))

    def steps_size(self, seq: int) -> int:
        """Return how many bytes the steps of journal entry `seq` take: whether it is a big change."""
        with self._reading():
            return int(self._db.execute(rows.SELECT_STEPS_SIZE, (seq,)).fetchone()[0] or 0)

    def decisions(self) -> list[Decision]:
        """Return the decisions of all transcripts."""
        with self._reading():
            return [rows.decision(row) for row in self._db.execute(rows.DECISIONS.select())]

    def activity(self) -> dict[TranscriptId, float]:
        """Return the seconds of work on each transcript."""
        with self._reading():
            return dict(self._db.execute(rows.SELECT_ACTIVITY))

    def add_activity(self, transcript_id: TranscriptId, day: str, seconds: float) -> None:
        """Add seconds of work on a transcript on a day (ISO 8601)."""
        with self._transaction():
            self._db.execute(rows.ADD_ACTIVITY, (transcript_id, day, seconds))

    def setting(self, key: str) -> str | None:
        with self._reading():
            row = self._db.execute(rows.SELECT_SETTING, (key,)).fetchone()
            return None if row is None else str(row[0])

    def set_setting(self, key: str, value: str) -> None:
        with self._transaction():
            self._db.table("meta").upsert({"key": key, "value": value}, pk="key")

    def learned(self, detector: str) -> Learned | None:
        with self._reading():
            return next(map(rows.learned, self._db.execute(rows.LEARNED.select("detector"), (detector,))), None)

    def learn(self, detector: str, data: bytes, report: str) -> Learned:
        """Keep what a detector has learned, in place of what it had learned before."""
        at = datetime.now(UTC)
        with self._transaction():
            self._db.execute(rows.LEARNED.delete, (detector,))
            self._db.execute(rows.LEARNED.insert, (detector, data, report, at.isoformat()))
        return Learned(detector, data, report, at)

    def forget(self, detector: str) -> None:
        with self._transaction():
            self._db.execute(rows.LEARNED.delete, (detector,))

    def apply(self, change: Change, who: str, kind: str = "do", ref: int | None = None) -> JournalEntry:
        """Write a change and its journal entry in one transaction; return only when they are on disk under the known name.

        Steps are recorded with a "do"; an "undo" or "redo" only refers to it.
        """
        inserts: defaultdict[Table, list[Row]] = defaultdict(list)
        updates: defaultdict[Table, list[Row]] = defaultdict(list)
        deletes: defaultdict[Table, list[Row]] = defaultdict(list)
        for step in change.steps:
            for table, row in rows.rows(step.entity):
                if step.after is None:
                    deletes[table].append(row[: table.keys])
                elif step.before is None:
                    inserts[table].append(row)
                else:
                    updates[table].append((*row[table.keys :], *row[: table.keys]))
        at = datetime.now(UTC)
        steps = rows.dump_steps(change.steps) if kind == "do" else None
        with self._transaction():
            # A commit may have failed after it reached the disk: the file is then ahead of what was acknowledged.
            if self._last_seq() != self._seq:
                raise _changed(self.path)
            for table, keys in deletes.items():
                self._db.conn.executemany(table.delete, keys)
            for table, values in updates.items():
                self._db.conn.executemany(table.update, values)
            for table, values in inserts.items():
                self._db.conn.executemany(table.insert, values)
            if kind == "do":
                # An id that was free may have been that of a transcript that is gone; its hours are no work on this one.
                self._db.conn.executemany(rows.DELETE_ACTIVITY, [(row[0],) for row in inserts[rows.TRANSCRIPTS]])
            row = (kind, ref, at.isoformat(), who, rows.dump_label(change.label), steps)
            seq = self._db.execute(rows.INSERT_ENTRY, row).lastrowid
        assert seq is not None
        self._seq = seq
        return JournalEntry(seq, kind, ref, at, who, change.label)

    def _check(self, number: int) -> None:
        """Refuse a file whose tables are not exactly those of version `number`, or whose pages are damaged."""
        with self._reading():
            found, wanted = schema.objects(self._db), schema.expected(number)
            foreign = sorted(name for _, name, _ in found - wanted)
            if foreign:
                raise Hostile(
                    msg(
                        "{path} holds things that annotator never writes ({names}). It was not opened, to be safe.",
                        path=str(self.path),
                        names=", ".join(foreign),
                    )
                )
            if found != wanted or self._db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise _damaged(self.path)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Turn what can go wrong while rows are read from a file that anybody may have written into Damaged."""
        with self._lock, _typed(self.path), self._readable():
            if self._pragma("data_version") != self._data_version:
                raise _changed(self.path)
            yield

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Turn what can go wrong while rows become entities into Damaged."""
        try:
            yield
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, zlib.error) as error:
            raise _damaged(self.path) from error

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Commit what is written inside, or nothing; the file must be under its name and as we left it."""
        if self.read_only:
            raise _read_only(self.path)
        self._check_place()
        with self._lock, _typed(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                if self._pragma("data_version") != self._data_version:
                    raise _changed(self.path)
                yield
                self._db.execute("COMMIT")
            finally:
                self._db.rollback()
        self._check_place()

    def _check_place(self) -> None:
        """Make sure that the file under the known name is the one that is open."""
        try:
            same = _identity(self.path) == self._identity
        except OSError:
            same = False
        if not same:
            raise _moved(self.path)

    def _last_seq(self) -> int:
        return int(self._db.execute(rows.SELECT_LAST_SEQ).fetchone()[0])

    def _pragma(self, name: str) -> int:
        return int(self._db.execute(f"PRAGMA {name}").fetchone()[0])


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def _sniff(path: Path) -> int:
    """Return the schema version told by the header, before any connection exists (closing a file drops its locks)."""
    with path.open("rb") as file:
        head = file.read(100)
    if head[:16] != b"SQLite format 3\0" or int.from_bytes(head[68:72], "big") != schema.APPLICATION_ID:
        raise NotAProject(msg("{path} is no annotator project. Import it instead if it is a transcript.", path=str(path)))
    number = int.from_bytes(head[60:64], "big")
    if number > schema.version():
        raise TooNew(msg("{path} was made by a newer version of annotator. Update annotator to open it.", path=str(path)))
    if number < 1:
        raise _damaged(path)
    return number


def _writable(path: Path) -> bool:
    """Tell whether the file and, for the journal, its folder can be written."""
    try:
        os.close(os.open(path, os.O_RDWR))
    except PermissionError:
        return False
    except OSError as error:
        if error.errno == errno.EROFS:
            return False
        raise
    return os.access(path.parent, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _authorize(action: int, first: str | None, _second: str | None, _database: str | None, _trigger: str | None) -> int:
    """Deny what no statement of ours does, should a file talk SQLite into it."""
    if action == sqlite3.SQLITE_PRAGMA and first not in _PRAGMAS.keys() | _READ_PRAGMAS:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_DENY if action in _DENIED else sqlite3.SQLITE_OK


@contextmanager
def _typed(path: Path) -> Iterator[None]:
    """Turn errors of SQLite that the user can act on into ProjectErrors; the rest are bugs and pass."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        known = _from_sqlite(error, path)
        if known is None:
            raise
        raise known from error


def _from_sqlite(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> ProjectError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Text that is no UTF-8 has no code; misuse (closed, wrong thread) is a ProgrammingError.
        return None if isinstance(error, sqlite3.ProgrammingError) else _damaged(path)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return _moved(path)
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return InUse(msg("Another program is using {path}. Nothing was changed; try again later.", path=str(path)))
        case sqlite3.SQLITE_READONLY:
            return _read_only(path)
        case sqlite3.SQLITE_FULL:
            return _no_space(path)
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PROTOCOL:
            return _io_failure(path, str(error))
        case sqlite3.SQLITE_TOOBIG:
            return ProjectError(msg("This is too large for a project: {n} MB at most. Nothing was changed.", n=64))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_FORMAT | sqlite3.SQLITE_ERROR:
            return _damaged(path)
    return None


def _from_os(error: OSError, path: Path) -> ProjectError:
    match error.errno:
        case errno.ENOENT:
            return ProjectError(msg("There is no such file or folder: {path}. Check the name.", path=str(path)))
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return ReadOnly(msg("You may not open or write {path}. Choose another folder or ask for access.", path=str(path)))
        case errno.ENOSPC | errno.EDQUOT:
            return _no_space(path)
    return _io_failure(path, error.strerror or str(error))


def _read_only(path: Path) -> ReadOnly:
    return ReadOnly(msg("{path} cannot be written. Copy it to a folder of your own and open the copy.", path=str(path)))


def _no_space(path: Path) -> NoSpace:
    return NoSpace(msg("The disk with {path} is full. Nothing was changed; free some space and try again.", path=str(path)))


def _io_failure(path: Path, reason: str) -> IoFailure:
    message = msg("The disk or folder with {path} reports an error ({reason}). Nothing was changed.", path=str(path), reason=reason)
    return IoFailure(message)


def _damaged(path: Path) -> Damaged:
    return Damaged(msg("{path} is damaged and was left as it is. Open a copy from before.", path=str(path)))


def _moved(path: Path) -> Moved:
    message = msg("{path} was moved, deleted or replaced while it was open. Nothing more is saved; open it again.", path=str(path))
    return Moved(message)


def _changed(path: Path) -> InUse:
    message = msg("Another program has changed {path}. Nothing was changed here; open the project again.", path=str(path))
    return InUse(message)
