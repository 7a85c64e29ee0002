"""An open project file: checked before it is read, changed in transactions, never acknowledged before it is on disk."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import secrets
import sqlite3
import threading
import time
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar
from uuid import uuid4

from annotator.core.change import Change, Step
from annotator.core.errors import CommandError, Damaged, InUse, IoFailure
from annotator.core.history import History, JournalEntry
from annotator.core.i18n import Message, msg
from annotator.core.merging import Addition
from annotator.core.model import (
    Allowed,
    Damage,
    Decision,
    Draft,
    Entity,
    Header,
    Learned,
    RoleWord,
    Source,
    Topic,
    TopicId,
    Transcript,
    TranscriptId,
    Turn,
    TurnId,
)
from annotator.core.redaction import Redaction
from annotator.storage import connection, rows, schema
from annotator.storage.files import placed, sweep
from annotator.storage.lock import Lock
from annotator.storage.refusals import changed, damaged, exists, from_os, io_failure, moved, read_only, typed
from annotator.storage.rows import Row, Table

PAGE = 2000
"""Rows that are read at once of a table of a transcript."""
ENTRIES = 50
"""Entries of the journal, which can be long, that are read at once."""
COPIED, PAUSE_S = 256, 0.001
"""Pages that are backed up at once, and how long others may go first then."""
ATTEMPTS = 3
"""So often a transcript is looked through that is changed meanwhile; then it is left to the next time."""
_DIGESTS = 1 << 8 * rows.DIGEST_SIZE
_SLOW = {"n": 1 << 10, "r": 8, "p": 1, "dklen": 16}
"""scrypt: some milliseconds for each guess at what a pseudonym stands for; for us once per value."""


class Store:
    """The file and the one connection to it. All methods raise ProjectError; threads that call them wait for each other."""

    _open: ClassVar[set[tuple[int, int]]] = set()
    """Files that are open in this process: reading one with another descriptor would drop the locks of the first."""

    def __init__(self, path: Path, read_only: bool):
        self.path = path
        self.read_only = read_only
        self._seq = 0
        self._lock = threading.RLock()
        self._file_lock: Lock | None = None
        """Given up when the store is closed."""
        with ExitStack() as undone, typed(path):
            self._identity = connection.identity(path)
            self._db = connection.connect(path, read_only)
            undone.callback(self._db.close)
            self._data_version = self._pragma("data_version")
            undone.pop_all()
        self._new_id = uuid4().hex
        Store._open.add(self._identity)

    @classmethod
    def create(cls, path: Path) -> Store:
        """Make an empty project, readable by its owner only; an existing file is never touched."""
        path = path.absolute()
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            raise exists(path) from None
        except OSError as error:
            raise from_os(error, path) from error
        store = None
        try:
            path = path.resolve()
            lock = Lock.take(path)
            try:
                store = cls(path, read_only=False)
            except BaseException:
                lock.release()
                raise
            store._file_lock = lock
            with store._transaction():
                schema.migrate(store._db, 0)
                store._complete(0)
        except BaseException as error:
            if store:
                store.close()
            with suppress(OSError):
                path.unlink()
            if isinstance(error, Damaged):  # what is new cannot be: the disk has failed
                raise io_failure(path, os.strerror(errno.EIO)) from error
            raise
        return store

    @classmethod
    def open(
        cls,
        path: Path,
        read_only: bool = False,
        before_migration: Callable[[Store], object] | None = None,
        force: bool = False,
    ) -> Store:
        """Open a project after checking that it is one, that it is whole and that it holds nothing else.

        A refused file is not altered. An older one is brought to the newest version, after `before_migration` was called with
        it as it is. With `read_only` the file may be in use elsewhere; otherwise InUse is raised then (see lock.Lock.take for
        `force`).
        """
        with typed(path):
            path = Path(os.path.realpath(path, strict=True))
            if connection.identity(path) in cls._open:
                raise InUse(msg("{path} is already open in this program.", path=str(path)))
            connection.sniff(path)  # before anything is made beside what is no project
            read_only = read_only or not connection.writable(path)
        lock = None if read_only else Lock.take(path, force)
        try:
            store, number = cls._checked(path, read_only)
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        store._file_lock = lock
        try:
            if number < schema.version():
                if before_migration is not None and not read_only:
                    before_migration(store)
                store._migrate(number)
            store._clear()
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def _checked(cls, path: Path, read_only: bool, attempts: int = connection.ATTEMPTS) -> tuple[Store, int]:
        """Open a file, refuse it where it should be; return its version too. A disk may fail once, and then not again."""
        try:
            with typed(path):
                number = connection.sniff(path)
            store = cls(path, read_only)
            try:
                with store._reading():
                    connection.check(store._db, path, number)
                    store._seq = store._last_seq()
            except BaseException:
                store.close()
                raise
        except (Damaged, IoFailure):
            if attempts > 1:
                return cls._checked(path, read_only, attempts - 1)
            raise
        return store, number

    def close(self) -> None:
        """Close the file; no other file remains beside it. It may be closed already."""
        with self._lock:
            self._db.close()
            Store._open.discard(self._identity)
            if self._file_lock is not None:
                self._file_lock.release()

    # ------------------------------------------------------------------ reading

    @property
    def id(self) -> str:
        """What tells this project from all others, whatever its file is called."""
        known = self.setting("id")
        if known is not None:
            return known
        # One of an older version has none yet; until it is brought to the newest, it is told by where it began.
        with self._reading():
            first = self._db.execute(rows.SELECT_FIRST_TIME).fetchone()
        return self._new_id if first is None else hashlib.blake2b(f"{self.path}\n{first[0]}".encode(), digest_size=16).hexdigest()

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
        with self._readable():
            return rows.transcript(transcript_id, lambda table: self._pages(table, transcript_id), topics, allowed, role_words)

    def _pages(self, table: Table, transcript_id: TranscriptId) -> Iterator[Row]:
        """Yield the rows of a transcript in the order of their key, reading a page when the one before is used up."""
        after: Row = ()
        while page := self._page(table, transcript_id, after):
            yield from page
            if table.keys == 1 or len(page) < PAGE:
                break
            after = page[-1][1 : table.keys]

    def _page(self, table: Table, transcript_id: TranscriptId, after: Row) -> list[Row]:
        """Return the rows of a transcript that come after a key, PAGE of them at most."""
        with self._reading():
            return self._db.execute(table.page(bool(after)), (transcript_id, *after, PAGE)).fetchall()

    def source_data(self, transcript_id: TranscriptId) -> bytes:
        """Return the bytes that a transcript was imported from."""
        with self._reading():
            return bytes(self._db.execute(rows.SELECT_SOURCE_DATA, (transcript_id,)).fetchone()[0])

    def imported_digests(self) -> dict[TranscriptId, bytes]:
        """Return the SHA-256 of the bytes that each transcript was imported from; versions of a call have the same."""
        with self._reading():
            return {owner: source for source, owner in self._db.execute(rows.SELECT_SOURCE_DIGESTS)}

    def source_digests(self) -> dict[bytes, TranscriptId]:
        """Return which transcript was imported from bytes of this SHA-256; the first, where there are several."""
        with self._reading():
            return {bytes(digest): transcript_id for digest, transcript_id in self._db.execute(rows.SELECT_SOURCE_DIGESTS)}

    def source_names(self) -> dict[TranscriptId, str]:
        """Return the names of the files that transcripts were imported from."""
        with self._reading():
            return {transcript_id: str(name) for transcript_id, name in self._db.execute(rows.SELECT_SOURCE_NAMES)}

    def source_texts(self, transcript_id: TranscriptId, most: int) -> list[str]:
        """Return the texts of the first source turns of a transcript, `most` of them at most."""
        with self._reading():
            return [str(row[0]) for row in self._db.execute(rows.SELECT_SOURCE_TEXTS, (transcript_id, most))]

    def size(self, transcript_id: TranscriptId) -> int:
        """Return how many turns a transcript has."""
        with self._reading():
            return int(self._db.execute(rows.COUNT_TURNS, (transcript_id,)).fetchone()[0])

    def tagged(self, topic_id: TopicId) -> dict[TranscriptId, int]:
        """Return how many turns have a topic, per transcript with any."""
        with self._reading():
            return dict(self._db.execute(rows.COUNT_TAGGED, (topic_id,)).fetchall())

    def decisions(self) -> list[Decision]:
        """Return the decisions of all transcripts."""
        with self._reading():
            return [rows.decision(row) for row in self._db.execute(rows.DECISIONS.select())]

    def verify(self, ended: Callable[[], bool] = lambda: False) -> Iterator[Damage]:
        """Yield what is no longer as it was written, transcript by transcript; on any thread, while others work.

        `ended` is asked now and then, and can take its time: where it says so, nothing more is looked at.
        """
        for owner in (rows.SHARED, *(header.id for header in self.headers())):
            yield from self._damages(owner, ended)

    def _damages(self, owner: TranscriptId, ended: Callable[[], bool]) -> list[Damage]:
        for _ in range(ATTEMPTS):
            with self._reading():
                seq = self._last_seq()
                kept = self._db.execute(rows.DIGESTS.select("transcript_id"), (owner,)).fetchone()
            found = self._digest(owner, ended)
            if found is None:
                return []
            with self._reading():
                if self._last_seq() != seq:
                    continue
                row = self._db.execute(rows.SELECT_SOURCE_DATA, (owner,)).fetchone()
            source = hashlib.sha256(row[0]).digest() if row else b""
            _, kept_source, content = kept or (owner, b"", b"")
            part, transcript_id = ("shared", None) if owner == rows.SHARED else ("call", owner)
            return [
                *([Damage(transcript_id, "source")] if source != kept_source else []),
                *([Damage(transcript_id, part)] if found != int.from_bytes(content) else []),
            ]
        return []

    def _digest(self, owner: TranscriptId, ended: Callable[[], bool] = lambda: False) -> int | None:
        """Return the digest of all rows of a transcript, or of what belongs to none; None where it is `ended`."""
        total = number = 0
        for table in rows.OF_ALL if owner == rows.SHARED else rows.OF_A_TRANSCRIPT:
            for row in self._all(table) if owner == rows.SHARED else self._pages(table, owner):
                total += rows.digest(table, row)
                number += 1
                if not number % PAGE and ended():
                    return None
        return None if ended() else total % _DIGESTS

    def _all(self, table: Table) -> Iterator[Row]:
        """Yield all rows of a table whose key is a number, some at a time."""
        after = -1
        while True:
            with self._reading():
                page = self._db.execute(table.after, (after, ENTRIES)).fetchall()
            yield from page
            if len(page) < ENTRIES:
                return
            after = page[-1][0]

    # ------------------------------------------------------------------ the journal

    def journal(
        self, limit: int | None = None, transcript_id: TranscriptId | None = None, before: int = connection.LAST
    ) -> list[JournalEntry]:
        """Return the journal in its order, or its last `limit` entries (those that concern one transcript), newest first.

        With `before`, the last of those whose seq is smaller.
        """
        with self._reading():
            if limit is None:
                return [rows.entry(row) for row in self._db.execute(rows.SELECT_ENTRIES)]
            if transcript_id is None:
                return [rows.entry(row) for row in self._db.execute(rows.SELECT_LAST_ENTRIES, (before, limit))]
            return [rows.entry(row) for row in self._db.execute(rows.SELECT_LAST_ENTRIES_OF, (transcript_id, before, limit))]

    def change(self, seq: int) -> Change:
        """Return the change that journal entry `seq`, a "do", has recorded; raise CommandError where that is gone."""
        with self._reading():
            row = self._db.execute(rows.SELECT_STEPS, (seq,)).fetchone()
            if row is None:
                raise CommandError(msg("The history that this needs was deleted. Choose a later point."))
            return Change(rows.load_label(row[0]), rows.load_steps(row[1]))

    def steps_size(self, seq: int) -> int:
        """Return how many bytes the steps of journal entry `seq` take: whether it is a big change."""
        with self._reading():
            return int(self._db.execute(rows.SELECT_STEPS_SIZE, (seq,)).fetchone()[0] or 0)

    def apply(self, change: Change, who: str, kind: str = "do", ref: int | None = None) -> JournalEntry:
        """Write a change and its journal entry in one transaction; return only when they are on disk under the known name.

        Steps are recorded with a "do"; an "undo" or "redo" only refers to it.
        """
        steps = rows.dump_steps(change.steps) if kind == "do" else None
        with self._transaction():
            self._follow()
            self._carry_out(change.steps, forget_hours=kind == "do")
            self._drop_drafts(change.steps)
            entry = self._enter(kind, ref, who, change.label, steps, {step.entity.transcript_id for step in change.steps})
        self._seq = entry.seq
        return entry

    def purge(self, who: str, before: datetime | None = None, transcript_id: TranscriptId | None = None) -> JournalEntry:
        """Forget the history: all of it, what came `before` a time, or what concerns one transcript; what is there stays.

        Nothing that was done until now can be undone then.
        """
        with self._transaction():
            self._follow()
            if transcript_id is not None:
                self._forget_history_of(transcript_id)
            else:
                until = (datetime.max if before is None else before.astimezone(UTC)).isoformat()
                self._db.execute(rows.DELETE_ENTRIES_BEFORE, (until,))
            self._db.execute(rows.DELETE_UNTOUCHED)
            entry = self._enter("purge", None, who, msg("Delete history"), None, {transcript_id})
            self._renew_digest(rows.SHARED)
        self._seq = entry.seq
        return entry

    def take_over(self, addition: Addition, who: str) -> JournalEntry:
        """Put in what another project has, its history too, in one transaction.

        Its entries follow those that are here. Nothing that was done before can be undone then, in either: to undo one of
        this project would reach over those of the other. Calls can be brought back to any state of before.
        """
        with self._transaction():
            self._follow()
            self._carry_out(Step(entity, None) for entity in addition.gone)
            self._carry_out(addition.steps)
            touched: set[TranscriptId | None] = {step.entity.transcript_id for step in addition.steps}
            seqs = dict(addition.seqs)
            for past in addition.history:
                entry = past.entry
                # One that is no longer there is called 0, which none is.
                ref = None if entry.ref is None else seqs.get(entry.ref, 0)
                steps = None if past.steps is None else rows.dump_steps(past.steps)
                made = self._enter(entry.kind, ref, entry.who, entry.label, steps, {*past.touched}, entry.at)
                seqs[entry.seq] = made.seq
            for draft in addition.drafts:
                self._put_draft(draft)
            self._db.conn.executemany(rows.PUT_HOURS, addition.hours)
            for key, value in addition.settings.items():
                self._set(key, value)
            if addition.learned is not None:
                learned = addition.learned
                self._db.execute(rows.LEARNED.insert, (learned.detector, learned.data, learned.report, learned.at.isoformat()))
            if addition.renames:
                self._carry_out(addition.renames)
                renamed: set[TranscriptId | None] = {step.entity.transcript_id for step in addition.renames}
                label = msg("Rename {n} calls", n=len(renamed))
                self._enter("do", None, who, label, rows.dump_steps(addition.renames), renamed)
            entry = self._enter("purge", None, who, addition.label, None, touched)
        self._seq = entry.seq
        return entry

    def _forget_history_of(self, transcript_id: TranscriptId) -> None:
        """Delete the entries about one transcript; from those that concern others too, take what is about this one."""
        after = 0
        while row := self._db.execute(rows.SELECT_TOUCHING, (transcript_id, after)).fetchone():
            after, _label, blob = row
            if self._db.execute(rows.TOUCHED_OTHERS, (after, transcript_id)).fetchone() is None:
                self._db.execute(rows.DELETE_ENTRY, (after,))
            elif blob is not None:
                kept = tuple(step for step in rows.load_steps(blob) if step.entity.transcript_id != transcript_id)
                label = rows.dump_label(msg("Change several calls"))
                self._db.execute(rows.UPDATE_ENTRY, (label, rows.dump_steps(kept), after))
            self._db.execute(rows.DELETE_TOUCHED, (transcript_id, after))

    def redact(self, redaction: Redaction, who: str, label: Message) -> JournalEntry:
        """Make words unreadable in a transcript and in all that is remembered of it; it cannot be undone.

        Their traces in free pages are gone after `compact`.
        """
        transcript = self.transcript(redaction.transcript_id)
        with self._transaction():
            self._follow()
            pairs = ((entity, redaction.entity(entity)) for entity in transcript.entities())
            self._carry_out(step for before, after in pairs if before != after for step in _replaced(before, after))
            seq = 0
            while row := self._db.execute(rows.SELECT_TOUCHING, (transcript.id, seq)).fetchone():
                seq, title, blob = row
                steps = None if blob is None else rows.dump_steps(redaction.steps(rows.load_steps(blob)))
                self._db.execute(rows.UPDATE_ENTRY, (rows.dump_label(redaction.label(rows.load_label(title))), steps, seq))
            for draft in map(rows.draft, self._db.execute(rows.DRAFTS.select()).fetchall()):
                self._put_draft(redaction.draft(draft))
            for key, value in self._db.execute(rows.SELECT_SETTINGS).fetchall():
                self._db.execute(rows.UPDATE_SETTING, (_redacted(redaction, value), key))
            entry = self._enter("redact", None, who, label, None, {transcript.id})
            self._renew_digest(rows.SHARED)
        self._seq = entry.seq
        return entry

    # ------------------------------------------------------------------ what is no part of undo

    def drafts(self) -> tuple[Draft, ...]:
        """Return what was typed and is not yet a change, in all transcripts."""
        with self._reading():
            return tuple(map(rows.draft, self._db.execute(rows.DRAFTS.select())))

    def set_draft(self, transcript_id: TranscriptId, turn_id: TurnId, text: str, base: str) -> None:
        """Keep what is being typed into a turn; the change that alters its text drops it."""
        with self._transaction():
            self._put_draft(Draft(transcript_id, turn_id, text, base, datetime.now(UTC)))

    def drop_draft(self, transcript_id: TranscriptId, turn_id: TurnId) -> None:
        with self._transaction():
            self._db.execute(rows.DRAFTS.delete, (transcript_id, turn_id))

    def activity(self) -> dict[TranscriptId, float]:
        """Return the seconds of work on each transcript."""
        with self._reading():
            return dict(map(rows.hours, self._db.execute(rows.SELECT_ACTIVITY)))

    def hours(self) -> list[tuple[TranscriptId, str, float]]:
        """Return the seconds of work on each transcript, day by day."""
        with self._reading():
            return [(*row[:2], rows.hours((row[0], row[2]))[1]) for row in self._db.execute(rows.ACTIVITY.select())]

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
            self._set(key, value)

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

    def pseudonym(self, kind: str, value: str) -> int:
        """Return the number that stands for a value in this project, always the same one; from 1 for each kind.

        The value itself is not kept, but something that a guess can be compared with, slowly.
        """
        digest = hashlib.scrypt(value.encode(), salt=self._salt(), **_SLOW)
        with self._reading():
            known = self._db.execute(rows.SELECT_PSEUDONYM, (kind, digest)).fetchone()
        if known is not None:
            return int(known[0])
        with self._transaction():
            number = 1 + int(self._db.execute(rows.SELECT_LAST_PSEUDONYM, (kind,)).fetchone()[0])
            self._db.execute(rows.PSEUDONYMS.insert, (kind, digest, number))
        return number

    def _salt(self) -> bytes:
        with self._readable():
            known = self.setting("salt")
            if known is not None:
                return bytes.fromhex(known)
        salt = secrets.token_bytes(16)
        self.set_setting("salt", salt.hex())
        return salt

    # ------------------------------------------------------------------ copies

    def back_up(self, target: Path) -> None:
        """Copy the project as it is, history and all, to a new file, and check the copy; others go on meanwhile."""
        with self._reading(), placed(target) as temporary, self._copying(target):
            copy = sqlite3.connect(temporary)
            try:
                self._db.conn.backup(copy, pages=COPIED, progress=self._let_others)
                if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                    raise damaged(target)
            finally:
                copy.close()

    @contextmanager
    def _copying(self, target: Path) -> Iterator[None]:
        """Blame the disk for a copy that is not whole while the project is; it may be so once, and then not again."""
        try:
            with typed(target):
                yield
        except Damaged as error:
            raise (io_failure(target, os.strerror(errno.EIO)) if self._sound() else damaged(self.path)) from error

    def _let_others(self, *_progress: int) -> None:
        self._lock.release()
        time.sleep(PAUSE_S)
        self._lock.acquire()

    def save_copy(
        self,
        target: Path,
        history: bool = True,
        replace: bool = False,
        complete: Callable[[Store], object] | None = None,
    ) -> None:
        """Write the project to another file, compact, as a project of its own; this one stays open.

        Without `history` it holds what there is, and nothing of how it came about: no journal, no drafts, no settings, nothing
        that was learned, no hours, no pseudonyms. With `replace` a file that is there is replaced, but not one that is open,
        here or elsewhere. `complete` is called with the copy before it is put in its place.
        """
        with typed(target):
            if target.exists() and (not replace or connection.identity(target) in Store._open):
                raise exists(target)
        with Lock.take(target), placed(target, replace) as temporary, self._copying(target):
            with self._lock, typed(target), self._unguarded():
                self._db.execute("VACUUM INTO ?", (str(temporary),))
            copy = Store(temporary, read_only=False)
            try:
                copy._become_another(history)
                if complete is not None:
                    complete(copy)
            finally:
                copy.close()

    def _become_another(self, history: bool) -> None:
        self._seq = self._last_seq()
        with self._transaction():
            if not history:
                for name in ("journal", "touched", "drafts", "meta", "learned", "activity", "pseudonyms"):
                    self._db.execute(f"DELETE FROM {name}")
                self._renew_digest(rows.SHARED)
            self._set("id", self._new_id)
        if not history:
            self.compact()

    def catch_up(self) -> None:
        """Go on from what another program has made of the file, once that is checked like a file that is opened."""
        self._check_place()
        with self._lock, typed(self.path), self._readable():
            version = self._pragma("data_version")
            connection.check(self._db, self.path, schema.version())
            self._seq, self._data_version = self._last_seq(), version

    def compact(self) -> None:
        """Write the file anew, so that nothing is left in it of what was deleted."""
        self._check_place()
        with self._lock, typed(self.path), self._unguarded():
            self._db.execute("VACUUM")
        self._check_place()

    # ------------------------------------------------------------------ inside a transaction

    def _carry_out(self, steps: Iterable[Step], forget_hours: bool = False) -> None:
        """Write the rows of steps and follow with the digests; raise Damaged where the file did not hold what they replace."""
        inserts: defaultdict[Table, list[Row]] = defaultdict(list)
        updates: defaultdict[Table, list[Row]] = defaultdict(list)
        deletes: defaultdict[Table, list[Row]] = defaultdict(list)
        sums: defaultdict[TranscriptId, int] = defaultdict(int)
        sources: dict[TranscriptId, bytes] = {}
        for step in steps:
            owner = step.entity.transcript_id or rows.SHARED
            if step.before is not None:
                for table, row in rows.rows(step.before):
                    sums[owner] -= rows.digest(table, row)
                    if step.after is None:
                        deletes[table].append(row[: table.keys])
            if step.after is not None:
                for table, row in rows.rows(step.after):
                    sums[owner] += rows.digest(table, row)
                    if step.before is None:
                        inserts[table].append(row)
                    else:
                        updates[table].append((*row[table.keys :], *row[: table.keys]))
            if isinstance(step.after, Source):
                sources[owner] = hashlib.sha256(step.after.data).digest()
        for table, keys in deletes.items():
            self._each(table.delete, keys)
        for table, values in updates.items():
            self._each(table.update, values)
        for table, values in inserts.items():
            self._each(table.insert, values)
        if forget_hours:
            # An id that was free may have been that of a transcript that is gone; its hours are no work on this one.
            self._db.conn.executemany(rows.DELETE_ACTIVITY, [(row[0],) for row in inserts[rows.TRANSCRIPTS]])
        for owner, difference in sums.items():
            self._move_digest(owner, difference, sources.get(owner))
        self._db.conn.executemany(rows.DIGESTS.delete, deletes[rows.TRANSCRIPTS])

    def _each(self, sql: str, parameters: list[Row]) -> None:
        """Write one row for each of `parameters`: that more or fewer are concerned is noticed before it counts."""
        if self._db.conn.executemany(sql, parameters).rowcount != len(parameters):
            raise Damaged(
                msg(
                    "{path} does not hold what it should. Nothing was changed; open it again, or an earlier backup.",
                    path=str(self.path),
                )
            )

    def _move_digest(self, owner: TranscriptId, difference: int, source: bytes | None = None) -> None:
        row = self._db.execute(rows.DIGESTS.select("transcript_id"), (owner,)).fetchone()
        _, kept, content = row or (owner, b"", b"")
        total = (int.from_bytes(content) + difference) % _DIGESTS
        self._db.execute(rows.PUT_DIGEST, (owner, kept if source is None else source, total.to_bytes(rows.DIGEST_SIZE)))

    def _renew_digest(self, owner: TranscriptId) -> None:
        """Compute a digest from the rows as they are: where those that were are not known."""
        row = self._db.execute(rows.SELECT_SOURCE_DATA, (owner,)).fetchone()
        source = hashlib.sha256(row[0]).digest() if row else b""
        digest = self._digest(owner)
        assert digest is not None, "nobody ends it"
        self._db.execute(rows.PUT_DIGEST, (owner, source, digest.to_bytes(rows.DIGEST_SIZE)))

    def _enter(
        self,
        kind: str,
        ref: int | None,
        who: str,
        label: Message,
        steps: bytes | None,
        touched: set[TranscriptId | None],
        at: datetime | None = None,
    ) -> JournalEntry:
        at = at or datetime.now(UTC)
        row = (kind, ref, at.isoformat(), who, rows.dump_label(label), steps)
        seq = self._db.execute(rows.INSERT_ENTRY, row).lastrowid
        assert seq is not None
        self._db.conn.executemany(rows.TOUCHED.insert, [(owner, seq) for owner in touched if owner is not None])
        self._move_digest(rows.SHARED, rows.digest(rows.JOURNAL, (seq, *row)))
        return JournalEntry(seq, kind, ref, at, who, label)

    def _drop_drafts(self, steps: Iterable[Step]) -> None:
        texts = ((s.before, s.after.text if isinstance(s.after, Turn) else None) for s in steps if isinstance(s.before, Turn))
        gone = [(turn.transcript_id, turn.id) for turn, text in texts if isinstance(turn, Turn) and turn.text != text]
        self._db.conn.executemany(rows.DRAFTS.delete, gone)

    def _put_draft(self, draft: Draft) -> None:
        row = (draft.transcript_id, draft.turn_id, draft.text, draft.base, draft.at.isoformat())
        self._db.execute(rows.PUT_DRAFT, row)

    def _set(self, key: str, value: str) -> None:
        # Not by upsert of sqlite-utils: it takes a full disk for a database that cannot do this, writes nothing and says nothing.
        self._db.execute(rows.PUT_SETTING, (key, value))

    def _migrate(self, number: int) -> None:
        """Bring the file from an older version to the newest, in one transaction that loses no row."""
        with self._transaction():
            counts = self._counts()
            schema.migrate(self._db, number)
            now = self._counts()
            if any(now[name] != count for name, count in counts.items()):
                raise damaged(self.path)
            self._complete(number)
            self._read_all()

    def _clear(self) -> None:
        """Remove what sessions that were killed have left beside the file."""
        if self.read_only:
            return
        sweep(self.path.parent)
        if self.path.with_name(f"{self.path.name}-journal").exists():
            # Of a change that had not begun to alter the file: SQLite would keep it until the next one.
            with self._transaction():
                self._db.execute(f"PRAGMA user_version = {schema.version()}")

    def _counts(self) -> Mapping[str, int]:
        names = [name for kind, name, _ in schema.objects(self._db) if kind == "table" and not name.startswith("sqlite_")]
        return {name: int(self._db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]) for name in names}

    def _complete(self, number: int) -> None:
        """Compute what a file of an older version (0: none) does not hold."""
        self._set("id", self.id)
        with self._readable():
            if number < 5:
                self._note_touched()
            for owner in (rows.SHARED, *(header.id for header in self.headers())):
                self._renew_digest(owner)

    def _read_all(self) -> None:
        """Read what a project reads when it is opened: a file that is refused for it is not altered."""
        with self._readable():
            self.headers(), self.topics(), self.allowed(), self.role_words(), self.drafts()
            History(self.journal())

    def _note_touched(self) -> None:
        """Note for each entry of the journal which transcripts it concerns."""
        of: dict[int, set[TranscriptId]] = {}
        seq = 0
        while row := self._db.execute(rows.SELECT_DONE, (seq,)).fetchone():
            seq, blob = row
            concerned = (step.entity.transcript_id for step in rows.load_steps(blob))
            of[seq] = {transcript_id for transcript_id in concerned if transcript_id is not None}
        for seq, ref in self._db.execute(rows.SELECT_REFERRING).fetchall():
            of[seq] = of.get(ref, set())
        pairs = [(transcript_id, seq) for seq, concerned in of.items() for transcript_id in concerned]
        self._db.conn.executemany(rows.TOUCHED.insert, pairs)

    # ------------------------------------------------------------------ guards

    def _follow(self) -> None:
        """Refuse to go on from a state that was not acknowledged: a commit may have failed after it reached the disk."""
        if self._last_seq() != self._seq:
            raise changed(self.path)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Turn what can go wrong while rows are read from a file that anybody may have written into Damaged."""
        with self._lock, typed(self.path, self._sound), self._readable():
            if self._pragma("data_version") != self._data_version:
                raise changed(self.path)
            yield

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Turn what can go wrong while rows become entities into Damaged."""
        try:
            yield
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OverflowError, zlib.error) as error:
            raise damaged(self.path) from error

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Commit what is written inside, or nothing; the file must be under its name and as we left it."""
        if self.read_only:
            raise read_only(self.path)
        self._check_place()
        with self._lock, typed(self.path, self._sound):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                if self._pragma("data_version") != self._data_version:
                    raise changed(self.path)
                yield
                self._db.execute("COMMIT")
            finally:
                self._db.rollback()
        self._check_place()

    @contextmanager
    def _unguarded(self) -> Iterator[None]:
        """Allow for a moment what VACUUM does inside; no statement of ours needs it."""
        self._db.conn.set_authorizer(None)
        try:
            self._db.execute("PRAGMA query_only = 0")
            yield
        finally:
            self._db.execute(f"PRAGMA query_only = {int(self.read_only)}")
            self._db.conn.set_authorizer(connection.authorize)

    def _check_place(self) -> None:
        """Make sure that the file under the known name is the one that is open."""
        try:
            same = connection.identity(self.path) == self._identity
        except OSError:
            same = False
        if not same:
            raise moved(self.path)

    def _sound(self) -> bool:
        """Tell whether the pages of the file are whole."""
        try:
            return bool(self._db.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
        except sqlite3.Error:
            return False

    def _last_seq(self) -> int:
        return int(self._db.execute(rows.SELECT_LAST_SEQ).fetchone()[0])

    def _pragma(self, name: str) -> int:
        return int(self._db.execute(f"PRAGMA {name}").fetchone()[0])


def _replaced(before: Entity, after: Entity) -> Iterator[Step]:
    """Yield the steps from one entity to another; where the key differs one goes and one comes."""
    if before.key == after.key:
        yield Step(before, after)
    else:
        yield Step(before, None)
        yield Step(None, after)


def _redacted(redaction: Redaction, value: str) -> str:
    """Return a setting without the words; what is JSON is looked through as such, since it may escape them."""
    try:
        return json.dumps(redaction.json(json.loads(value)))
    except ValueError:
        return redaction.text(value)
