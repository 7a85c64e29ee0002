"""The history panel: what was done to the call on screen, or to all calls, what each change did, and the way back to before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.change import Change
from annotator.core.diff import changed_words
from annotator.core.errors import CommandError
from annotator.core.history import JournalEntry
from annotator.core.i18n import Message, msg, tr
from annotator.core.model import Header, Speaker, Topic, Transcript, TranscriptId, Turn, TurnId
from annotator.core.text import words
from annotator.gui.dialogs.history import HistoryDelegate, HistoryModel, Line, Row, timeline
from annotator.gui.session import BIG, Session
from annotator.gui.tasks import Job, Jobs
from annotator.gui.theme import Theme
from annotator.gui.turns.columns import speaker_label
from annotator.gui.turns.delegate import Range
from annotator.gui.widgets.labels import button, label, shown_name
from annotator.gui.widgets.snippet import Snippet
from annotator.project import LONGEST, Project

PAGE = 500
"""Entries of the journal that are read first, and again when the end of the list is in view."""
NEWEST = 20
"""Entries that are read after a change; with more new ones all are read again."""
MOST_TURNS = 20
MOST_WORDS = 160
"""Characters of a turn that are shown where its words are the same."""


@dataclass(frozen=True)
class TurnChange:
    """What became of a turn, and its words with those that went and came."""

    before: Turn | None
    after: Turn | None
    text: str
    ranges: list[Range]

    @property
    def turn(self) -> Turn:
        turn = self.after or self.before
        assert turn is not None, "it was there before or after"
        return turn


@dataclass(frozen=True)
class Told:
    """What a change did: `turns` are the first ones, `more` how many others; of whole calls only how many turns they have."""

    calls: frozenset[TranscriptId]
    turns: list[TurnChange]
    more: int
    whole: int
    others: list[tuple[str, str]]


def told(change: Change) -> Told:
    """Return what is to be shown of a change, on any thread."""
    whole = {s.entity.transcript_id for s in change.steps if isinstance(s.entity, Header) and None in (s.before, s.after)}
    steps = [step for step in change.steps if isinstance(step.entity, Turn)]
    own = sorted((s for s in steps if s.entity.transcript_id not in whole), key=lambda s: getattr(s.entity, "rank", 0.0))
    others = [
        (getattr(step.before, "name", ""), getattr(step.after, "name", ""))
        for step in change.steps
        if isinstance(step.entity, Speaker | Topic | Header) and step.entity.transcript_id not in whole
    ]
    calls = frozenset(s.entity.transcript_id for s in change.steps if s.entity.transcript_id is not None)
    turns = [_turn_change(step.before, step.after) for step in own[:MOST_TURNS]]
    renamed = [(before, after) for before, after in others if before != after]
    return Told(calls, turns, len(own) - len(turns), len(steps) - len(own), renamed)


def _turn_change(before: Any, after: Any) -> TurnChange:
    if before is None or after is None:
        text = (after or before).text
        return TurnChange(before, after, text, [(0, len(text), "new" if before is None else "gone")])
    if before.text == after.text:
        text = after.text if len(after.text) <= MOST_WORDS else after.text[:MOST_WORDS] + "…"
        return TurnChange(before, after, text, [])
    return TurnChange(before, after, *inline(before.text, after.text))


def inline(before: str, after: str) -> tuple[str, list[Range]]:
    """Return the text after a change, with the words that went before those that came, and both as ranges."""
    lost, new = changed_words(before, after)
    came = {start for start, _ in new}
    kept = [w for w in words(after) if not any(start <= w.start < end for start, end in new)]
    stood = [w for w in words(before) if not any(start <= w.start < end for start, end in lost)]
    gone: dict[int, list[str]] = {}
    for start, end in lost:
        # As many kept words stand before it here as there.
        place = sum(w.start < start for w in stood)
        gone.setdefault(kept[place - 1].end if place else 0, []).append(before[start:end])
    text, at, ranges = "", 0, []
    for place in sorted({*gone, *came}):
        text, at = text + after[at:place], place
        for old in gone.get(place, ()):
            text += " " if text else ""
            ranges.append((len(text), len(text) + len(old), "lost"))
            text += old + ("" if place else " ")
        for end in (end for start, end in new if start == place):
            ranges.append((len(text), len(text) + end - place, "new"))
            text, at = text + after[place:end], end
    return text + after[at:], ranges


class CallHistoryModel(HistoryModel):
    """Takes newer and older entries without building the list anew, which would take long for a long one."""

    def follow(self, entry: JournalEntry, needle: str) -> None:
        """Show one more entry that was done, undone or redone."""
        if entry.kind == "do":
            for line in [line for line in self.lines if line.state == "undone"]:
                self._restate(line.entry.seq, "lost")
            self._insert(Line(entry, "done"), needle)
        elif entry.ref is not None:
            self._restate(entry.ref, "undone" if entry.kind == "undo" else "done")
        self._mark_present()

    def extend(self, lines: list[Line], needle: str) -> None:
        """Show `lines`, which go further back than those that are shown."""
        older, self.lines = lines[len(self.lines) :], lines
        rows = self.rows_of(older, needle)
        if rows and self.rows and self.rows[-1].day_of == rows[0].day_of:
            del rows[0]
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()

    def _restate(self, seq: int, state: str) -> None:
        self.lines = [Line(line.entry, state) if line.entry.seq == seq else line for line in self.lines]
        for n, row in enumerate(self.rows):
            if row.line is not None and row.line.entry.seq == seq:
                self._put(n, replace(row, line=Line(row.line.entry, state)))

    def _insert(self, line: Line, needle: str) -> None:
        self.lines.insert(0, line)
        rows = self.rows_of([line], needle)
        if not rows:
            return
        if self.rows and self.rows[0] == rows[0]:
            rows, at = rows[1:], 1
        else:
            at = 0
        self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
        self.rows[at:at] = rows
        self.endInsertRows()

    def _mark_present(self) -> None:
        present = self.present_seq
        for n, row in enumerate(self.rows):
            now = row.line is not None and row.line.entry.seq == present
            if row.line is not None and row.now != now:
                self._put(n, replace(row, now=now))

    def _put(self, n: int, row: Row) -> None:
        self.rows[n] = row
        self.dataChanged.emit(self.index(n), self.index(n))

    def seq(self, row: int) -> int | None:
        """Return the entry of a row, None for the title of a day."""
        line = self.rows[row].line if 0 <= row < len(self.rows) else None
        return None if line is None else line.entry.seq


class HistoryDock(QWidget):
    """Reads the journal while it is shown only, a page at a time; what a change did is read on another thread."""

    def __init__(self, session: Session, theme: Theme):
        super().__init__()
        self._session, self._theme = session, theme
        self._entries: list[JournalEntry] = []
        """What was read so far, newest first."""
        self._complete, self._last = True, 0
        self._stale = True
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._read_more)
        self._jobs = Jobs(self)
        self._shown: int | None = None
        """The entry whose details are shown, or are on their way."""
        self._told: Told | None = None
        self._going = False
        """Whether its first turn is to be gone to."""
        self.scopes = QButtonGroup(self)
        self.this_call, self.all_calls = QToolButton(), QToolButton()
        scopes = QHBoxLayout()
        scopes.setSpacing(8)
        for n, choice in enumerate((self.this_call, self.all_calls)):
            choice.setCheckable(True)
            self.scopes.addButton(choice, n)
            scopes.addWidget(choice)
        scopes.addStretch(1)
        self.this_call.setChecked(True)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.model = CallHistoryModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(HistoryDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("ring", "true")
        self.empty = label(style="dim", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        above = QWidget()
        rows = QVBoxLayout(above)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(scopes)
        rows.addWidget(self.search)
        rows.addWidget(self.list, 1)
        rows.addWidget(self.empty, 1)
        self.what, self.when = label(style="strong", wrap=True), label(style="dim", wrap=True)
        self.more = label(style="dim", wrap=True)
        self.snippets = [Snippet() for _ in range(MOST_TURNS)]
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(12, 12, 12, 12)
        self._inside.setSpacing(12)
        self._inside.addWidget(self.more)
        for snippet in self.snippets:
            self._inside.addWidget(snippet)
        self._inside.addStretch(1)
        self.details = QScrollArea()
        self.details.setWidget(inside)
        self.details.setWidgetResizable(True)
        self.details.setFrameShape(QFrame.Shape.NoFrame)
        self.details.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        below = QWidget()
        rows = QVBoxLayout(below)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.what)
        rows.addWidget(self.when)
        rows.addWidget(self.details, 1)
        self.back = button("", self._on_back)
        self.imported = button("", self._on_imported)
        for made in (self.back, self.imported):
            rows.addWidget(made)
        self._below = below
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(above)
        parts.addWidget(below)
        parts.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 8, 12, 12)
        outer.addWidget(parts)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self.list.verticalScrollBar().valueChanged.connect(lambda: self._more.start())
        self.search.textChanged.connect(self._fill)
        self.scopes.idToggled.connect(lambda _, on: self._restart() if on else None)
        session.project_changed.connect(self._restart)
        session.transcript_changed.connect(self._on_transcript_changed)
        session.changed.connect(self._on_changed)
        session.closing.connect(self._jobs.wait)
        session.preferences_changed.connect(self.retranslate)
        session.progressed.connect(self._on_progressed)
        theme.changed.connect(self._on_theme_changed)
        self._call: TranscriptId | None = None
        self.retranslate()

    def retranslate(self) -> None:
        self.this_call.setText(tr("This call"))
        self.all_calls.setText(tr("All calls"))
        self.search.setPlaceholderText(tr("Find a change"))
        self.search.setAccessibleName(tr("Find a change"))
        self.list.setAccessibleName(tr("Changes"))
        self.details.setAccessibleName(tr("What the change did"))
        self.back.setText(tr("Bring the call back to here"))
        self.imported.setText(tr("Bring the call back to as it was imported"))
        self._restart()

    # ------------------------------------------------------------------ the list

    @property
    def _scope(self) -> TranscriptId | None:
        """The call whose history is shown; None for that of all."""
        transcript = self._session.transcript
        return transcript.id if transcript is not None and self.this_call.isChecked() else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._restart()

    def _on_theme_changed(self) -> None:
        if self._told is not None:
            self._show_told()

    def _on_progressed(self) -> None:
        """Read what could not be read while something was being written."""
        if self._stale and self.isVisible() and not self._session.busy:
            self._restart()

    def _on_transcript_changed(self) -> None:
        if self._call != self._scope or self._scope is not None:
            self._restart()

    def _restart(self) -> None:
        """Show the newest entries of what is chosen, once the panel is in view."""
        self._call = self._scope
        self._show(None)
        self._read()

    def _read(self) -> None:
        project = self._session.project
        self._stale = not self.isVisible() or self._session.busy
        self._entries = project.history(PAGE, self._scope) if project is not None and not self._stale else []
        self._complete = len(self._entries) < PAGE
        self._last = self._entries[0].seq if self._entries else 0
        self.model.lines = timeline(self._entries)
        self._fill()

    def _read_more(self) -> None:
        """Read older entries until the end of the list is out of view."""
        project = self._session.project
        if project is None or self._complete or self._stale or self._session.busy or not self._ends_in_view():
            return
        older = project.history(PAGE, self._scope, self._entries[-1].seq)
        self._complete = len(older) < PAGE
        self._entries += older
        self.model.extend(timeline(self._entries), self._needle)
        self._show_empty()
        self._more.start()

    def _ends_in_view(self) -> bool:
        last = len(self.model.rows) - 1
        return last < 0 or self.list.visualRect(self.model.index(last, 0)).top() <= self.list.viewport().height()

    @property
    def _needle(self) -> str:
        return self.search.text().strip().casefold()

    def _fill(self) -> None:
        """Show the lines that hold what is looked for; the chosen one stays chosen, and in its place."""
        chosen, scrolled = self.model.seq(self.list.currentIndex().row()), self.list.verticalScrollBar().value()
        self.model.fill(self.model.lines, complete=False, needle=self._needle)
        row = next((n for n in range(len(self.model.rows)) if chosen is not None and self.model.seq(n) == chosen), -1)
        self.list.setCurrentIndex(self.model.index(row, 0))
        self.list.verticalScrollBar().setValue(scrolled)
        self._show_empty()
        self._more.start()

    def _show_empty(self) -> None:
        found = bool(self.model.rows)
        self.list.setVisible(found)
        self.empty.setVisible(not found)
        nothing = tr("Nothing was changed yet. Each change will stand here, and can be taken back.")
        self.empty.setText(tr("No change is called so.") if self.model.lines else nothing)
        self.imported.setEnabled(self._session.transcript is not None)

    def _on_changed(self) -> None:
        """Take what is new; after words were redacted or history deleted all is read again."""
        project = self._session.project
        if project is None or not self.isVisible() or self._stale or self._call != self._scope:
            self._stale = True
            if self.isVisible():
                self._restart()
            return
        new = [entry for entry in project.history(NEWEST, self._scope) if entry.seq > self._last]
        if len(new) == NEWEST or any(entry.kind in ("redact", "purge") for entry in new):
            self._restart()
            return
        for entry in reversed(new):
            self._entries.insert(0, entry)
            self.model.follow(entry, self._needle)
            self._last = entry.seq
        self._show_empty()
        self._show_buttons()

    # ------------------------------------------------------------------ what a change did

    def _on_current_changed(self, current: Any) -> None:
        row = self.model.rows[current.row()] if 0 <= current.row() < len(self.model.rows) else None
        line = row.line if row is not None else None
        if (None if line is None else line.entry.seq) != self._shown:
            self._show(line)

    def _show(self, line: Line | None) -> None:
        """Show one change; what it did follows."""
        self._shown, self._told, self._going = None if line is None else line.entry.seq, None, False
        self._below.setVisible(line is not None)
        self.what.setText("" if line is None else str(line.entry.label))
        self._clear()
        if line is None:
            return
        at = line.entry.at.astimezone()
        self.when.setText("  ·  ".join(part for part in (at.strftime("%d.%m.%Y %H:%M:%S"), shown_name(line.entry.who)) if part))
        self._show_buttons()
        project = self._session.project
        if line.state in ("redact", "purge"):
            self._say(tr("The words are gone for good.") if line.state == "redact" else tr("What was done before is forgotten."))
        elif project is not None:
            read = partial(self._read_told, project, line.entry)
            self._jobs.start(Job(msg("Opening the history"), read, partial(self._take, line.entry.seq), self._fail))

    def _read_told(self, project: Project, entry: JournalEntry) -> Told | None:
        """Return what an entry did, on another thread; None where another one has been chosen meanwhile."""
        return told(project.recorded(entry)) if entry.seq == self._shown else None

    def _take(self, seq: int, what: Told | None) -> None:
        if seq == self._shown and what is not None:
            self._told = what
            self._show_told()
            if self._going:
                self._go_to_first()

    def _fail(self, error: Exception) -> None:
        self._say(str(error))

    def _say(self, text: str) -> None:
        self.more.setText(text)
        self.more.setVisible(bool(text))

    def _clear(self) -> None:
        self._say("")
        for snippet in self.snippets:
            snippet.clear()

    def _show_told(self) -> None:
        assert self._told is not None
        what, parts = self._told, []
        if what.whole:
            parts.append(tr("A whole call with {n} turns.", n=what.whole))
        parts += [f"{before or '–'} → {after or '–'}" for before, after in what.others[:MOST_TURNS]]
        if what.more:
            parts.append(tr("The first {shown} turns, and {n} more.", shown=len(what.turns), n=what.more))
        if not parts and not what.turns:
            parts.append(tr("No words were changed."))
        self._say("\n".join(parts))
        for snippet, change in zip(self.snippets, what.turns, strict=False):
            transcript = self._transcript(change.turn.transcript_id)
            look = (-1, self._theme.tokens.text_dim)
            if transcript is not None:
                look = self._theme.speaker_look(transcript, change.turn.speaker_id)
            snippet.fill(self._theme, _heading(transcript, change), look, change.text, change.ranges)
        for snippet in self.snippets[len(what.turns) :]:
            snippet.clear()

    def _transcript(self, transcript_id: TranscriptId) -> Transcript | None:
        """Return a call that is in memory."""
        project = self._session.project
        return project.transcript(transcript_id) if project is not None and project.loaded(transcript_id) else None

    # ------------------------------------------------------------------ going there

    def _go(self) -> None:
        """Go to the first turn that the chosen change concerns, as soon as it is known."""
        self._going = self._told is None
        if self._told is not None:
            self._go_to_first()

    def _go_to_first(self) -> None:
        self._going = False
        first = self._first()
        if first is None or not self._session.may_leave():
            return
        transcript_id, turn_id = first
        if self._session.transcript is None or self._session.transcript.id != transcript_id:
            self._session.show_transcript(transcript_id, turn_id)
        else:
            self._session.set_turn(turn_id)

    def _first(self) -> tuple[TranscriptId, TurnId] | None:
        turns = self._told.turns if self._told is not None else ()
        known = {header.id for header in self._session.headers()}
        here = [turn for turn in (change.turn for change in turns) if turn.transcript_id in known]
        there = ((t.transcript_id, t.id) for t in here if (call := self._transcript(t.transcript_id)) is None or t.id in call)
        return next(there, None)

    # ------------------------------------------------------------------ going back

    def _show_buttons(self) -> None:
        """Offer to go back where the change is in the call on screen, and something was done to that since."""
        self.back.setEnabled(self._session.transcript is not None and self._shown is not None and self._shown < self._last)

    def _on_back(self) -> None:
        if self._shown is not None:
            self._bring_back(self._shown)

    def _on_imported(self) -> None:
        self._bring_back(None)

    def _bring_back(self, seq: int | None) -> None:
        """Make of the call on screen what it was after an entry, or as it was imported; as one change, on another thread."""
        session, project, transcript = self._session, self._session.project, self._session.transcript
        if project is None or transcript is None or not session.may_leave():
            return

        def make() -> Change:
            return project.state_at(transcript.id, _import_of(project, transcript.id) if seq is None else seq)

        session.apply(make, BIG)


def _import_of(project: Project, transcript_id: TranscriptId) -> int:
    """Return the entry that brought a call into the project."""
    first = project.history(LONGEST, transcript_id)[-1]
    if first.kind != "do":
        raise CommandError(msg("The history of the import was deleted. Single turns can be reverted to their source."))
    return first.seq


def _heading(transcript: Transcript | None, change: TurnChange) -> str:
    """Return the number of a turn, who speaks, and what else has become another."""
    before, after, turn = change.before, change.after, change.turn
    number = str(transcript.position(turn.id) + 1) if transcript is not None and turn.id in transcript else "–"
    who = [_speaker(transcript, t) for t in (before, after) if t is not None]
    parts = [f"{number}  {' → '.join(dict.fromkeys(who))}", *map(str, _facts(before, after))]
    return "  ·  ".join(parts)


def _speaker(transcript: Transcript | None, turn: Turn) -> str:
    return shown_name(speaker_label(transcript, turn) if transcript is not None else turn.speaker_id or "–")


def _facts(before: Turn | None, after: Turn | None) -> Iterator[Message]:
    if before is None or after is None:
        yield msg("added") if before is None else msg("removed")
        return
    if before.hidden != after.hidden:
        yield msg("hidden") if after.hidden else msg("shown again")
    if before.comment != after.comment:
        yield msg("comment")
    if before.topics != after.topics:
        yield msg("topics")
    if before.bookmarked != after.bookmarked:
        yield msg("bookmark")
    if before.reviewed != after.reviewed:
        yield msg("reviewed") if after.reviewed else msg("not reviewed")
    if before.pinned != after.pinned:
        yield msg("speakers are right from here on") if after.pinned else msg("pin removed")
