"""What can be undone and redone, told from the journal of changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from annotator.core.i18n import Message


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One line of the journal: `kind` is "do", "undo" or "redo"; `ref` is the seq of the change that was undone or redone.

    Two more kinds cannot be undone: "redact" (words were made unreadable, here and in all entries before) and "purge" (entries
    before it are gone, so nothing before it can be undone).
    """

    seq: int
    kind: str
    ref: int | None
    at: datetime
    who: str
    label: Message


class History:
    """The two stacks of changes. Undoing and redoing are entries like any other, so the journal is never rewritten."""

    def __init__(self, entries: Iterable[JournalEntry] = ()):
        self._done: list[JournalEntry] = []
        self._undone: list[JournalEntry] = []
        known = list(entries)
        purged = max((n for n, entry in enumerate(known) if entry.kind == "purge"), default=0)
        for entry in known[purged:]:
            self.record(entry)

    @property
    def undoable(self) -> JournalEntry | None:
        """The change that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> JournalEntry | None:
        """The change that redo would do again."""
        return self._undone[-1] if self._undone else None

    def record(self, entry: JournalEntry) -> None:
        """Follow one entry of the journal; raise ValueError when it undoes or redoes something else than the last change."""
        if entry.kind == "redact":
            return
        if entry.kind == "purge":
            self._done.clear()
            self._undone.clear()
            return
        if entry.kind == "do":
            self._done.append(entry)
            self._undone.clear()
            return
        source, target = (self._done, self._undone) if entry.kind == "undo" else (self._undone, self._done)
        if not source or source[-1].seq != entry.ref:
            raise ValueError(f"journal entry {entry.seq} does not follow from the ones before")
        target.append(source.pop())
