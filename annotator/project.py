"""An open project: its transcripts as values, and the one way in which anything is changed."""

from __future__ import annotations

import getpass
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from annotator.core.change import Change, Step
from annotator.core.commands import history
from annotator.core.errors import CommandError, Damaged, ProjectError, StaleChange
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
    Key,
    Learned,
    RoleWord,
    Topic,
    TopicId,
    Transcript,
    TranscriptId,
    TurnId,
)
from annotator.core.redaction import Redaction
from annotator.storage import backups, lock
from annotator.storage.backups import Backup, Contents, Drop
from annotator.storage.connection import LAST
from annotator.storage.lock import Holder
from annotator.storage.salvage import Report, salvage
from annotator.storage.store import Store

__all__ = ["Backup", "Contents", "Drop", "Holder", "Project", "Report", "Reread", "Rewritten", "Written", "salvage"]
LONGEST = 1_000_000
"""Entries of the journal that are looked through for a state of before."""
Shared = TypeVar("Shared", Topic, Allowed, RoleWord)
"""What all calls of a project have in common."""


@dataclass(frozen=True)
class _State:
    """What is in memory: all headers, what the calls share, and the transcripts that have been asked for."""

    headers: dict[TranscriptId, Header]
    topics: tuple[Topic, ...]
    allowed: tuple[Allowed, ...]
    role_words: tuple[RoleWord, ...]
    loaded: dict[TranscriptId, Transcript]


@dataclass(frozen=True)
class Written:
    """A change that is on disk, and not yet in memory: see Project.write."""

    change: Change
    entry: JournalEntry
    state: _State


@dataclass(frozen=True)
class Rewritten:
    """What was left by a rewriting of what is remembered: the transcript concerned, if any, and the journal."""

    transcript: Transcript | None
    journal: list[JournalEntry]


@dataclass(frozen=True)
class Reread:
    """What another program has made of the file, and how that differs from before: see Project.reread."""

    change: Change
    state: _State
    history: History
    at: datetime


class Project:
    """A project file and what is known of it. Made by `create` or `open`.

    It belongs to one thread. `write`, `write_undo`, `write_redo` and `read` may be called on another, for what would take
    that thread too long; what they return is then given to `take` or `keep` on the own one.
    """

    def __init__(self, store: Store):
        self._store = store
        headers = {h.id: h for h in store.headers()}
        self._state = _State(headers, store.topics(), store.allowed(), store.role_words(), {})
        self._history = _history(store)
        self._who = _user()
        self.saved_at = datetime.fromtimestamp(store.path.stat().st_mtime, UTC)
        self.listeners: list[Callable[[Change], None]] = []
        self._writing = threading.Lock()
        """Held from the writing of a change until it is in memory: what is computed in between would be stale."""

    @classmethod
    def create(cls, path: Path | str) -> Self:
        """Make a new project file; raise ProjectError when there is one of this name."""
        return cls(Store.create(Path(path)))

    @classmethod
    def open(cls, path: Path | str, read_only: bool = False, force: bool = False) -> Self:
        """Open a project file; raise ProjectError when it is none, is damaged, in use elsewhere, or cannot be read.

        One of an older version is backed up and brought to the newest. `read_only` opens also what is in use elsewhere; `force`
        is the user's decision that whoever has it open on another machine has in fact ended.
        """
        store = Store.open(Path(path), read_only, lambda store: backups.make(store, "migration"), force)
        try:
            return cls(store)
        except ProjectError:
            store.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._store.close()

    @property
    def path(self) -> Path:
        return self._store.path

    @property
    def id(self) -> str:
        """What tells this project from all others, whatever its file is called."""
        return self._store.id

    @property
    def read_only(self) -> bool:
        """Whether the file can be looked at only; `apply` and `set_setting` raise ReadOnly then."""
        return self._store.read_only

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The codebook in its order."""
        return self._state.topics

    @property
    def allowed(self) -> tuple[Allowed, ...]:
        """The phrases whose repeats are not reported, in the order of their being added."""
        return self._state.allowed

    @property
    def role_words(self) -> tuple[RoleWord, ...]:
        """The words that tell the sides of a call, in the order of their being added."""
        return self._state.role_words

    def transcripts(self) -> tuple[Header, ...]:
        """Return the entries of all transcripts in the order of their import."""
        return tuple(sorted(self._state.headers.values(), key=lambda header: header.id))

    def transcript(self, transcript_id: TranscriptId) -> Transcript:
        """Return a transcript as it is now, reading it from the file the first time."""
        if transcript_id not in self._state.loaded:
            self.keep(self.read(transcript_id))
        return self._state.loaded[transcript_id]

    def loaded(self, transcript_id: TranscriptId) -> bool:
        """Tell whether the transcript has been read: then it is there at once."""
        return transcript_id in self._state.loaded

    def size(self, transcript_id: TranscriptId) -> int:
        """Return how many turns a transcript has, without reading them."""
        return self._store.size(transcript_id)

    def tagged(self, topic_id: TopicId) -> dict[TranscriptId, int]:
        """Return how many turns, hidden ones too, have a topic, per transcript with any; on any thread, without reading these."""
        return self._store.tagged(topic_id)

    def source_data(self, transcript_id: TranscriptId) -> bytes:
        """Return the bytes that a transcript was imported from, without reading the rest of it."""
        return self._store.source_data(transcript_id)

    def imported_digests(self) -> dict[TranscriptId, bytes]:
        """Return the SHA-256 of the bytes that each transcript was imported from, on any thread, without reading any."""
        return self._store.imported_digests()

    def source_digests(self) -> dict[bytes, TranscriptId]:
        """Return which transcript was imported from bytes of this SHA-256, on any thread, without reading any."""
        return self._store.source_digests()

    def source_names(self) -> dict[TranscriptId, str]:
        """Return the names of the files that transcripts were imported from, on any thread, without reading any."""
        return self._store.source_names()

    def source_texts(self, transcript_id: TranscriptId, most: int = 20_000) -> list[str]:
        """Return the texts of the first turns that a transcript was imported with, on any thread, without reading the rest."""
        return self._store.source_texts(transcript_id, most)

    def release(self, transcript_id: TranscriptId) -> None:
        """Let go of a transcript that was read, in work on many: it is read anew when somebody asks for it."""
        self._state.loaded.pop(transcript_id, None)

    def read(self, transcript_id: TranscriptId) -> Transcript:
        """Read a transcript from the file, on any thread."""
        if transcript_id not in self._state.headers:
            raise CommandError(msg("There is no transcript {id} in this project.", id=transcript_id))
        return self._store.transcript(transcript_id, self.topics, self.allowed, self.role_words)

    def keep(self, transcript: Transcript) -> None:
        """Take over a transcript that was read, unless it has been taken over or removed meanwhile."""
        state = self._state
        if transcript.id in state.headers and transcript.id not in state.loaded:
            shared = (state.topics, state.allowed, state.role_words)
            if (transcript.topics, transcript.allowed, transcript.role_words) != shared:
                transcript = replace(transcript, topics=state.topics, allowed=state.allowed, role_words=state.role_words)
            state.loaded[transcript.id] = transcript

    def new_transcript_id(self) -> TranscriptId:
        return max(self._state.headers, default=0) + 1

    def apply(self, change: Change) -> None:
        """Carry out a change: check it, write it, keep the new values, remember it, tell the listeners.

        Raises StaleChange or ProjectError, and then nothing has changed.
        """
        self.take(self.write(change))

    def undo(self) -> Change | None:
        """Take back the last change; return what was done for it, or None when there is nothing to undo."""
        written = self.write_undo()
        return None if written is None else self.take(written)

    def redo(self) -> Change | None:
        """Do again what was undone last; return the change, or None when there is nothing to redo."""
        written = self.write_redo()
        return None if written is None else self.take(written)

    def write(self, change: Change) -> Written:
        """Check a change and write it to the file; it counts once `take` has got the result. Raises like `apply`."""
        return self._write(lambda: change, "do", None)

    def write_undo(self) -> Written | None:
        """Write what undoes the last change; None when there is nothing to undo."""
        entry = self._history.undoable
        return None if entry is None else self._write(lambda: self._store.change(entry.seq).inverse(), "undo", entry.seq)

    def write_redo(self) -> Written | None:
        """Write again what was undone last; None when there is nothing to redo."""
        entry = self._history.redoable
        return None if entry is None else self._write(lambda: self._store.change(entry.seq), "redo", entry.seq)

    def take(self, written: Written) -> Change:
        """Keep the values after a written change, remember it, tell the listeners; return the change."""
        self._state = written.state
        self.saved_at = written.entry.at
        self._history.record(written.entry)
        self._writing.release()
        for listener in tuple(self.listeners):
            listener(written.change)
        return written.change

    @property
    def undo_size(self) -> int:
        """How many bytes the record of the change takes that undo would take back: tells whether that takes long."""
        return 0 if self._history.undoable is None else self._store.steps_size(self._history.undoable.seq)

    @property
    def redo_size(self) -> int:
        """The same of the change that redo would do again."""
        return 0 if self._history.redoable is None else self._store.steps_size(self._history.redoable.seq)

    @property
    def undo_label(self) -> Message | None:
        entry = self._history.undoable
        return entry.label if entry else None

    @property
    def redo_label(self) -> Message | None:
        entry = self._history.redoable
        return entry.label if entry else None

    def history(self, limit: int = 100, transcript_id: TranscriptId | None = None, before: int | None = None) -> list[JournalEntry]:
        """Return the last entries of the journal (those that concern one transcript), newest first, on any thread.

        With `before`, the last of those that come before the entry of this seq.
        """
        return self._store.journal(limit, transcript_id, LAST if before is None else before)

    def recorded(self, entry: JournalEntry) -> Change:
        """Return what an entry of the journal did, on any thread; raise CommandError where that is not recorded any more."""
        change = self._store.change(entry.seq if entry.ref is None else entry.ref)
        return change.inverse() if entry.kind == "undo" else change

    def state_at(self, transcript_id: TranscriptId, seq: int) -> Change:
        """Return the change that makes of a transcript what it was after entry `seq` of the journal, on any thread.

        Topics that are gone since then stay gone. Raises CommandError where the transcript was not there yet, where it is as
        it was then, or where the history in between was deleted.
        """
        transcript = self.read(transcript_id)
        later = [e for e in self._store.journal(LONGEST, transcript_id) if e.seq > seq and e.kind in ("do", "undo", "redo")]
        known = {topic.id for topic in self.topics}
        return history.state_before(transcript, map(self.recorded, later), known)

    def purge(self, before: datetime | None = None, transcript_id: TranscriptId | None = None) -> None:
        """Forget the history: all of it, what came `before` a time, or what concerns one transcript. Nothing can be undone then.

        The history of what is in the backups is not touched.
        """
        self.renew(self.write_purge(before, transcript_id))
        self.compact()

    def redact(self, transcript_id: TranscriptId, values: Mapping[str, str], numbers: Collection[int] | None = None) -> None:
        """Have something else stand for words, for good: in a transcript, its source, its history, drafts and settings.

        See core.redaction.Redaction for `values` and `numbers`. It cannot be undone, but what was done before can. Backups
        and exports still hold the words.
        """
        self.renew(self.write_redaction(transcript_id, values, numbers))
        self.compact()

    def write_purge(self, before: datetime | None = None, transcript_id: TranscriptId | None = None) -> Rewritten:
        """Delete history in the file, on any thread; it counts once `renew` has got the result, and `compact` was called."""
        with self._rewriting():
            self._store.purge(self._who, before, transcript_id)
            return Rewritten(None, self._store.journal())

    def write_redaction(
        self, transcript_id: TranscriptId, values: Mapping[str, str], numbers: Collection[int] | None = None
    ) -> Rewritten:
        """Redact in the file, on any thread; see write_purge."""
        with self._rewriting():
            redaction = Redaction(transcript_id, values, numbers)
            self._store.redact(redaction, self._who, msg("Redact {n} values", n=len(values)))
            return Rewritten(self.read(transcript_id), self._store.journal())

    def renew(self, rewritten: Rewritten) -> None:
        """Take over what `write_purge` or `write_redaction` has left; raises ProjectError."""
        self._history = History(rewritten.journal)
        self.saved_at = rewritten.journal[-1].at
        transcript = rewritten.transcript
        if transcript is not None:
            self._state.headers[transcript.id] = transcript.header
            self._state.loaded[transcript.id] = transcript
        self._writing.release()

    def reread(self, transcript_id: TranscriptId | None = None) -> Reread:
        """Read again what another program has changed, and one transcript, on any thread; `take_reread` then goes on with it."""
        store = self._store
        with self._rewriting():
            store.catch_up()
            headers = {h.id: h for h in store.headers()}
            topics, allowed, role_words = store.topics(), store.allowed(), store.role_words()
            wanted = [transcript_id] if transcript_id is not None and transcript_id in headers else []
            loaded = {known: store.transcript(known, topics, allowed, role_words) for known in wanted}
            state = _State(headers, topics, allowed, role_words, loaded)
            change = Change(msg("Read again"), _differences(self._state, state))
            return Reread(change, state, _history(store), datetime.fromtimestamp(store.path.stat().st_mtime, UTC))

    def take_reread(self, reread: Reread) -> None:
        """Go on with what was read again, and tell the listeners."""
        self._state, self._history, self.saved_at = reread.state, reread.history, reread.at
        self._writing.release()
        for listener in tuple(self.listeners):
            listener(reread.change)

    def look(self) -> None:
        """Raise Changed when another program has changed the file, on any thread."""
        self._store.setting("id")

    def compact(self) -> None:
        """Write the file anew, on any thread, so that no trace is left in it of what was redacted or purged."""
        self._store.compact()

    @contextmanager
    def _rewriting(self) -> Iterator[None]:
        """Keep changes out from here until `renew`, or until this fails."""
        self._begin_writing()
        try:
            yield
        except BaseException:
            self._writing.release()
            raise

    def drafts(self) -> tuple[Draft, ...]:
        """Return what was typed and is not yet a change, in all transcripts."""
        return self._store.drafts()

    def set_draft(self, transcript_id: TranscriptId, turn_id: TurnId, text: str, base: str) -> None:
        """Keep what is being typed into a turn, on any thread. A change that alters the turn's text drops it."""
        self._store.set_draft(transcript_id, turn_id, text, base)

    def drop_draft(self, transcript_id: TranscriptId, turn_id: TurnId) -> None:
        """Forget what was typed into a turn, on any thread."""
        self._store.drop_draft(transcript_id, turn_id)

    def verify(self, ended: Callable[[], bool] = lambda: False) -> Iterator[Damage]:
        """Yield what in the file is no longer as it was written: single bits, too; on any thread, while work goes on.

        `ended` is asked now and then, and can take its time: where it says so, nothing more is looked at.
        """
        return self._store.verify(ended)

    def back_up(self, target: Path) -> None:
        """Copy the project as it is to a new file, on any thread, and check the copy."""
        self._store.back_up(target)

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups of this project, newest first."""
        return backups.listed(self.id)

    def contents(self) -> Contents:
        """Return what the project holds now, in numbers, on any thread."""
        headers, journal = self._store.headers(), self._store.journal()
        turns = sum(self._store.size(header.id) for header in headers)
        return Contents(len(headers), turns, len(journal), journal[-1].at if journal else None)

    def delete_backups(self) -> int:
        """Delete all backups of this project, on any thread; return how many there were."""
        return backups.purge(self.id)

    def save_copy(self, target: Path, history: bool = True, replace: bool = False) -> None:
        """Write the project to another file, compact, as a project of its own, on any thread; see Store.save_copy."""
        self._store.save_copy(target, history, replace)

    def save_merged(self, target: Path, addition: Addition, replace: bool = False) -> None:
        """Write the project, with what it takes over from another one, to a new file, on any thread; this one stays as it is."""
        self._store.save_copy(target, replace=replace, complete=lambda copy: copy.take_over(addition, self._who))

    def pseudonym(self, kind: str, value: str) -> int:
        """Return the number that stands for a value of a kind in this project, always the same, from 1 for each kind."""
        return self._store.pseudonym(kind, value)

    def setting(self, key: str) -> str | None:
        """Return what was kept under `key` in this project; it is no part of undo."""
        return self._store.setting(key)

    def set_setting(self, key: str, value: str) -> None:
        """Keep a string, such as JSON, under `key`; raise CommandError instead of waiting for what is being written."""
        if self._writing.locked():
            raise CommandError(msg("Something is still being written to the project. Try again in a moment."))
        self._store.set_setting(key, value)

    def decisions(self) -> list[Decision]:
        """Return the decisions about findings of all transcripts, without reading these."""
        return self._store.decisions()

    def activity(self) -> dict[TranscriptId, float]:
        """Return the seconds of work on each transcript; it is no part of undo."""
        return self._store.activity()

    def hours(self) -> list[tuple[TranscriptId, str, float]]:
        """Return the seconds of work on each transcript, day by day (ISO 8601)."""
        return self._store.hours()

    def add_activity(self, transcript_id: TranscriptId, seconds: float) -> None:
        """Add seconds of work on a transcript, today."""
        self._store.add_activity(transcript_id, datetime.now(UTC).date().isoformat(), seconds)

    def learned(self, detector: str) -> Learned | None:
        """Return what the detector of this name has learned from this project; it is no part of undo."""
        return self._store.learned(detector)

    def learn(self, detector: str, data: bytes, report: str) -> Learned:
        """Keep what a detector has learned, and its report, in place of what it had learned before."""
        return self._store.learn(detector, data, report)

    def forget(self, detector: str) -> None:
        """Drop what a detector has learned."""
        self._store.forget(detector)

    def _write(self, make: Callable[[], Change], kind: str, ref: int | None) -> Written:
        with self._rewriting():
            change = make()
            state = self._after(change)
            history.guard(change)
            return Written(change, self._store.apply(change, self._who, kind, ref), state)

    def _begin_writing(self) -> None:
        if not self._writing.acquire(blocking=False):
            raise CommandError(msg("Something is still being written to the project. Try again in a moment."))

    def _after(self, change: Change) -> _State:
        """Return the values after `change`; raise StaleChange when it does not fit those of now."""
        topics = _shared_after(change, Topic, self._state.topics)
        allowed = _shared_after(change, Allowed, self._state.allowed)
        role_words = _shared_after(change, RoleWord, self._state.role_words)
        steps: dict[TranscriptId, list[Step]] = {}
        for step in change.steps:
            if step.entity.transcript_id is not None:
                steps.setdefault(step.entity.transcript_id, []).append(step)
        headers, loaded = dict(self._state.headers), dict(self._state.loaded)
        for transcript_id, own in steps.items():
            header = next((s for s in own if isinstance(s.entity, Header)), None)
            if header and header.before is None:
                if transcript_id in headers:
                    raise StaleChange(msg("There is already a transcript {id} in this project.", id=transcript_id))
                loaded[transcript_id] = Transcript.build((s.after for s in own if s.after), topics, allowed, role_words)
            elif header and header.after is None:
                present = {e.key: e for e in self.transcript(transcript_id).entities()}
                if {s.entity.key: s.before for s in own} != present:
                    raise StaleChange(msg("The transcript has changed meanwhile; nothing was done. Try again."))
                del headers[transcript_id]
                loaded.pop(transcript_id, None)
                continue
            else:
                loaded[transcript_id] = self.transcript(transcript_id).apply(change)
            headers[transcript_id] = loaded[transcript_id].header
        if (topics, allowed, role_words) != (self._state.topics, self._state.allowed, self._state.role_words):
            loaded = {i: replace(t, topics=topics, allowed=allowed, role_words=role_words) for i, t in loaded.items()}
        return _State(headers, topics, allowed, role_words, loaded)


def holder_of(path: Path) -> Holder | None:
    """Return who is noted as having a project open; None when nobody is, or that cannot be told."""
    return lock.holder(path)


def copy_project(path: Path, target: Path) -> None:
    """Write a project that is not open here, but may be elsewhere, to another file, as a project of its own."""
    with Project.open(path, read_only=True) as project:
        project.save_copy(target, replace=True)


def back_up_daily(project: Project) -> Drop | None:
    """Back a project up if that is due, on any thread; return by how much it holds less than before, if suspiciously much."""
    if not backups.due(project.id):
        return None
    backups.make(project, "daily")
    return backups.tidy(project.id)


def backups_of(path: Path) -> tuple[Backup, ...]:
    """Return the backups of a project that is not open, newest first."""
    return backups.listed(path)


def contents_of(path: Path) -> Contents:
    """Return what a project file holds that is not open here; never raises."""
    return backups.examine(path)


def restore_backup(backup: Backup, target: Path) -> Path | None:
    """Put a backup in the place of a project that is not open; return where what stood there was put."""
    return backups.restore(backup.path, target)


def _shared_after(change: Change, kind: type[Shared], now: tuple[Shared, ...]) -> tuple[Shared, ...]:
    """Return what is there of `kind` after `change`, in its order; raise StaleChange when it does not fit what is there now."""
    steps = [s for s in change.steps if isinstance(s.entity, kind)]
    if not steps:
        return now
    found = {entity.key: entity for entity in now}
    for step in steps:
        if found.pop(step.entity.key, None) != step.before:
            raise StaleChange(msg("The project has changed meanwhile; nothing was done. Try again."))
        if isinstance(step.after, kind):
            found[step.after.key] = step.after
    return tuple(sorted(found.values(), key=_rank))


def _rank(entity: Topic | Allowed | RoleWord) -> tuple[float, int]:
    return entity.rank if isinstance(entity, Topic) else 0.0, entity.id


def _differences(before: _State, after: _State) -> tuple[Step, ...]:
    """Return the steps from one state to another, as far as both are in memory."""

    def entities(state: _State) -> dict[Key, Entity]:
        found: list[Iterable[Entity]] = [state.headers.values(), state.topics, state.allowed, state.role_words]
        found += [state.loaded[known].entities() for known in before.loaded.keys() & after.loaded.keys()]
        return {entity.key: entity for some in found for entity in some}

    old, new = entities(before), entities(after)
    keys = (key for key in {**old, **new} if old.get(key) != new.get(key))
    return tuple(Step(old.get(key), new.get(key)) for key in keys)


def _history(store: Store) -> History:
    try:
        return History(store.journal())
    except ValueError as error:
        message = msg("The journal of {path} is damaged. The file was left as it is.", path=str(store.path))
        raise Damaged(message) from error


def _user() -> str:
    """Return the name under which the user is logged in; empty where the system does not tell."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return ""
