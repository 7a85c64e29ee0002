"""Search and replace: what is found is shown while it is typed, and what is checked is replaced as one step."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QWidget,
)

from annotator.core.commands.replace import replace_words
from annotator.core.errors import AnnotatorError
from annotator.core.i18n import Message, msg, tr
from annotator.core.model import Transcript, TranscriptId
from annotator.gui.dialogs import Dialog
from annotator.gui.dialogs.hits import HitRow, HitsModel, HitsView, replacements
from annotator.gui.search_task import SearchTask
from annotator.gui.session import Session
from annotator.gui.tasks import Job, Jobs
from annotator.gui.theme import Theme
from annotator.gui.widgets.labels import button, label, tooltip
from annotator.gui.widgets.message_bar import MessageBar
from annotator.project import Project
from annotator.search.matching import MODES, Query
from annotator.search.rules import SETTING, Rule, RuleSet, from_json, to_json, with_rule
from annotator.search.worker import Hit

DELAY = 250
"""Milliseconds after typing in which nothing is looked for."""
ADDED, ADD_EVERY = 2000, 250
"""Hits that are added to the list at most at a time, and milliseconds between two times: the list is laid out anew each time."""
EVERY = 0.1
"""Seconds between two movements of the bar."""
SLICE = 0.2
"""Seconds in which calls are read from the project before it is shown how many there are now."""


class Field(QLineEdit):
    """A line whose Enter and Down go to the hits: a replacement is never one careless Enter away."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down) and not event.modifiers():
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ReplaceDialog(Dialog):
    """Stands beside the window, which can be used meanwhile. With `rule_set` it runs its rules instead of what is typed."""

    went = Signal(int, int)
    """A transcript and a turn in it that the user wants to see."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        commit: Callable[[], bool] = lambda: True,
        rule_set: RuleSet | None = None,
        parent: QWidget | None = None,
    ):
        """`commit` stores what is being typed in the window, and returns whether it could."""
        super().__init__(tr("Replace") if rule_set is None else tr("Run rule set"), parent)
        self._session, self._commit, self._rule_set = session, commit, rule_set
        self._transcripts: dict[TranscriptId, Transcript] = {}
        self._fresh = False
        """Whether the hits shown are of an earlier search, and go when the first ones of this search come."""
        self._forget = False
        self._row = 1
        """Where the user is in the list, to be there again after the hits have been looked for anew."""
        self._found: list[Hit] = []
        """Hits that are not in the list yet."""
        self._adding = QTimer(self, singleShot=True)
        self._adding.timeout.connect(self._add)
        self._outcome: tuple[Message | None] | None = None
        """What the search ended with, once it has."""
        self._told = 0.0
        self._complete = False
        """Whether the hits shown are those of what is looked for now."""
        self._ended = False
        self.task = SearchTask(self)
        self.task.found.connect(self._on_found)
        self.task.progressed.connect(self._on_progressed)
        self.task.ended.connect(self._on_ended)
        self.hits = HitsModel(self)
        self.list = HitsView(self.hits, theme)
        self.list.setAccessibleName(tr("Hits"))
        self.list.went.connect(self._on_went)
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._search)
        self._jobs = Jobs(self)
        self._reading = False
        """Whether the search waits for calls to be read."""
        self._reader = QTimer(self, singleShot=True, interval=0)
        self._reader.timeout.connect(self._read)

        self.words, self.replacement = Field(), Field()
        self.modes, self.scopes = QButtonGroup(self), QButtonGroup(self)
        self.case, self.yo, self.keep = QCheckBox(tr("Match case")), QCheckBox(tr("Tell ё from е")), QCheckBox(tr("Keep capitals"))
        self.message = MessageBar()
        self.count = label(style="strong")
        self.progress = QProgressBar()
        self.cancel = button(tr("Cancel the search"), self._on_cancel)
        self._lay_out()
        self.all = button(tr("Check all"), lambda: self.hits.check_all(True))
        self.none = button(tr("Check none"), lambda: self.hits.check_all(False))
        self.save = button(tr("Save as rule…"), self._on_save)
        self.save.setVisible(rule_set is None)
        self.ok = button("", self._on_replace, primary=True)
        self.ok.setToolTip(tooltip(QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)))
        self.finish(self.ok, button(tr("Close"), self.reject), aside=(self.all, self.none, self.save))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.ok.click)
        self.resize(920, 620)

        self.hits.counted.connect(self._count)
        session.changed.connect(self._on_changed)
        session.transcript_changed.connect(self._on_call_changed)
        session.closing.connect(self.reject)
        self.finished.connect(self._end)
        self._say(None)
        self._on_options()
        (self.words if rule_set is None else self.list).setFocus()
        self._search()

    def _lay_out(self) -> None:
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, (title, field) in enumerate(((tr("Find"), self.words), (tr("Replace with"), self.replacement))):
            field.setAccessibleName(title)
            field.setClearButtonEnabled(True)
            field.textChanged.connect(self._on_typed)
            field.left.connect(self._to_hits)
            grid.addWidget(label(title), row, 0)
            grid.addWidget(field, row, 1)
        self.replacement.setPlaceholderText(tr("Nothing: the words go"))
        modes = QHBoxLayout()
        modes.setSpacing(16)
        titles = (tr("As typed"), tr("Whole words"), tr("Any word form"), tr("Regular expression"))
        for n, title in enumerate(titles):
            choice = QRadioButton(title)
            self.modes.addButton(choice, n)
            modes.addWidget(choice)
        modes.addStretch(1)
        grid.addLayout(modes, 2, 1)
        options = QHBoxLayout()
        options.setSpacing(16)
        self.keep.setChecked(True)
        self.keep.setToolTip(tooltip(tr("New words begin with a capital where the old ones do")))
        for box in (self.case, self.yo, self.keep):
            box.toggled.connect(self._on_options)
            options.addWidget(box)
        options.addStretch(1)
        grid.addLayout(options, 3, 1)
        self.modes.button(0).setChecked(True)
        self.modes.idToggled.connect(lambda _, on: self._on_options() if on else None)
        if self._rule_set is None:
            self.body.addWidget(fields)
        else:
            rules = tr("{n} rules", n=len(self._rule_set.rules))
            self.body.addWidget(label(f"{self._rule_set.name}: {rules}", style="heading", wrap=True))
            about = tr("All rules look at the words as they are now. Where two want the same words, the upper rule has them.")
            self.body.addWidget(label(about, style="dim", wrap=True))
            fields.setParent(self)
            fields.hide()
        scopes = QHBoxLayout()
        scopes.setSpacing(16)
        for n, title in enumerate((tr("This call"), tr("Whole project"))):
            choice = QRadioButton(title)
            self.scopes.addButton(choice, n)
            scopes.addWidget(choice)
        self.scopes.button(0).setChecked(True)
        self.scopes.idToggled.connect(lambda _, on: self._on_options() if on else None)
        if self._rule_set is None:
            grid.addWidget(label(tr("Where")), 4, 0)
            grid.addLayout(scopes, 4, 1)
        else:
            self.body.addLayout(scopes)
        scopes.addStretch(1)
        self.body.addWidget(self.message)
        state = QHBoxLayout()
        state.setSpacing(8)
        state.addWidget(self.count, 1)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(140)
        self.progress.setAccessibleName(tr("Searching"))
        state.addWidget(self.progress)
        state.addWidget(self.cancel)
        self.body.addLayout(state)
        self.body.addWidget(self.list, 1)

    def _end(self) -> None:
        self._ended, self._reading = True, False
        self._jobs.wait()
        self.task.close()

    # ------------------------------------------------------------------ what is looked for

    @property
    def runs_rules(self) -> bool:
        return self._rule_set is not None

    @property
    def query(self) -> Query:
        """What is typed and chosen."""
        return Query(
            self.words.text(),
            self.replacement.text(),
            MODES[self.modes.checkedId()],
            ignore_case=not self.case.isChecked(),
            fold_yo=not self.yo.isChecked(),
            keep_case=self.keep.isChecked(),
        )

    @property
    def queries(self) -> list[Query]:
        if self._rule_set is not None:
            return [rule.query for rule in self._rule_set.rules]
        return [self.query] if self.words.text() else []

    def look_for(self, text: str) -> None:
        """Look for these words, and let them be typed over."""
        self.words.setText(text)
        self.words.selectAll()
        self.words.setFocus()

    def _on_typed(self) -> None:
        self._ask_again(forget=True)

    def _on_options(self) -> None:
        mode = MODES[self.modes.checkedId()]
        self.case.setEnabled(mode != "lemma")
        self.yo.setEnabled(mode != "regex")
        self.keep.setEnabled(mode != "regex")
        self._ask_again(forget=True)

    def _on_changed(self) -> None:
        """Look again after a change; what was unchecked stays so."""
        self._ask_again(forget=False)

    def _on_call_changed(self) -> None:
        if self.scopes.checkedId() == 0:
            self._on_changed()

    def _ask_again(self, forget: bool) -> None:
        self._forget = self._forget or forget
        self._complete = False
        self._timer.start()
        self._count()

    def _search(self) -> None:
        """Start anew; what was found before is shown until something comes."""
        self._timer.stop()
        self._fresh, self._complete = True, False
        self._say(None)
        self._found.clear()
        self._adding.stop()
        self._outcome = None
        self._reading = bool(self.queries)
        if not self._reading:
            self.task.cancel()
            self._clear()
            self._show_work(False)
            return
        self._read()

    def _read(self) -> None:
        """Look through the calls; those that nobody has looked at yet are read from the project first, on another thread."""
        project, here = self._session.project, self._session.transcript
        if project is None or not self._reading:
            return
        wanted = [here.id] if here is not None else []
        if self.scopes.checkedId() == 1:
            wanted = [header.id for header in project.transcripts()]
        missing = [transcript_id for transcript_id in wanted if not project.loaded(transcript_id)]
        if not missing:
            self._reading = False
            self._transcripts = {transcript_id: project.transcript(transcript_id) for transcript_id in wanted}
            self.task.search(self.queries, list(self._transcripts.values()))
            return
        self._on_progressed(len(wanted) - len(missing), len(wanted))
        if self._jobs.at_work is None:
            work = partial(_read_some, project, missing)
            self._jobs.start(Job(msg("Reading calls"), work, partial(self._on_read, project), self._on_unreadable))

    def _on_read(self, project: Project, transcripts: Sequence[Transcript]) -> None:
        for transcript in transcripts:
            project.keep(transcript)
        self._reader.start()

    def _on_unreadable(self, error: AnnotatorError) -> None:
        self._reading = False
        self._say(error.message)
        self._show_work(False)

    def _clear(self) -> None:
        if self._fresh:
            self._fresh = False
            self._row = 1 if self._forget else max(1, self.list.currentIndex().row())
            self.hits.clear(self._forget)
            self._forget = False

    def _on_found(self, hits: Sequence[Hit]) -> None:
        self._found += hits
        if not self._adding.isActive():
            self._adding.start(0 if self._fresh else ADD_EVERY)

    def _add(self) -> None:
        """Show some of what was found; when it is all, and the search has ended, it is complete."""
        self._clear()
        if self._found:
            self.hits.add(self._found[:ADDED], self._transcripts)
            del self._found[:ADDED]
        if self._found:
            self._adding.start(0)
        elif self._outcome is not None:
            self._complete = True
            if self._outcome[0] is not None:
                self._say(self._outcome[0])
            if self.hits.rowCount() and not self.list.selectionModel().hasSelection():
                self.list.setCurrentIndex(self.hits.index(min(self._row, self.hits.rowCount() - 1)))
            self._show_work(False)

    def _on_progressed(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._told < EVERY and not self.progress.isHidden():
            return  # a bar that moves is painted at once, which takes longer than a batch of hits
        self._told = now
        self.progress.setMaximum(max(1, total))
        self.progress.setValue(done)
        self._show_work(True)

    def _on_ended(self, message: Message | None) -> None:
        self._outcome = (message,)
        self._adding.start(0)

    def _on_cancel(self) -> None:
        self._reading = False
        self.task.cancel()
        self._outcome = (None,)
        self._add()
        self.message.say(tr("The search was cancelled: there may be more hits than these."))

    def _show_work(self, busy: bool) -> None:
        had = self.cancel.hasFocus()
        self.progress.setVisible(busy)
        self.cancel.setVisible(busy)
        if had and not busy:
            self.list.setFocus()
        self._count()

    # ------------------------------------------------------------------ what is shown

    def _say(self, message: Message | None) -> None:
        """Show what is wrong; without it why nothing can be replaced, if so."""
        project = self._session.project
        if message is None and project is not None and project.read_only:
            self.message.say(tr("This project can only be read, so nothing can be replaced."))
        else:
            self.message.say("" if message is None else str(message), "error")

    def _count(self) -> None:
        calls = self.hits.calls
        total, checked = sum(call.total for call in calls), sum(call.checked for call in calls)
        if total:
            text = tr("{checked} of {n} hits", checked=checked, n=total)
            if len(calls) > 1:
                text += " " + tr("in {n} calls", n=len(calls))
            emptied = self.hits.emptied() if self._complete else 0
            if emptied:
                text += "   ·   " + tr("{n} turns keep no words and will be hidden", n=emptied)
        elif not self.queries:
            text = tr("Type the words to look for.")
        elif not self._complete:
            text = tr("Searching…")
        else:
            text = "" if self._outcome != (None,) else tr("Nothing found.")
        self.count.setText(text)
        project = self._session.project
        self.ok.setText(tr("Replace in {n} places", n=checked))
        self.ok.setEnabled(bool(checked) and self._complete and project is not None and not project.read_only)
        self.save.setEnabled(bool(self.queries) and project is not None and not project.read_only)
        for made in (self.all, self.none):
            made.setEnabled(bool(total))

    def _to_hits(self) -> None:
        """Go to the hits, at once if there are any of what is typed."""
        if self._timer.isActive():
            self._search()
        self.list.setFocus()

    # ------------------------------------------------------------------ what is done

    def _on_went(self, row: HitRow) -> None:
        self.went.emit(row.hit.transcript_id, row.hit.turn_id)

    def _on_replace(self) -> None:
        """Replace what is checked, as one step."""
        project = self._session.project
        if not self.ok.isEnabled() or project is None or not self._commit():
            return
        if not self._complete:
            self._search()
            self.message.say(tr("What you were editing was kept first. Look at the hits once more."))
            return
        rows = self.hits.checked()
        n = len(rows)
        # As it is now, not as it was found: what has changed in between is stale.
        transcripts = [project.transcript(i) for i in dict.fromkeys(row.hit.transcript_id for row in rows)]
        self._session.apply(lambda: replace_words(transcripts, replacements(rows)), n, partial(self._on_replaced, n))

    def _on_replaced(self, n: int) -> None:
        if self._ended:
            return  # it was closed while many places were being written
        self._search()
        self.message.say(tr("Replaced in {n} places. Undo takes it back.", n=n))

    def _on_save(self) -> None:
        assert self._session.project is not None, "the button is disabled without"
        dialog = SaveRuleDialog(self._session, self.query, self)
        dialog.saved.connect(lambda name: self.message.say(tr("Saved in the rule set {name}.", name=name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.exec()


class SaveRuleDialog(Dialog):
    """Asks under which name and in which set a rule is kept."""

    saved = Signal(str)
    """The name of the set."""

    def __init__(self, session: Session, query: Query, parent: QWidget | None = None):
        super().__init__(tr("Save as rule"), parent)
        self._session, self._query = session, query
        self.name = QLineEdit(f"{query.text} → {query.replacement}" if query.replacement else query.text)
        self.name.setAccessibleName(tr("Name"))
        self.set = QComboBox()
        self.set.setEditable(True)
        self.set.setAccessibleName(tr("Rule set"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, (title, field) in enumerate(((tr("Name"), self.name), (tr("Rule set"), self.set))):
            grid.addWidget(label(title), row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.error = MessageBar()
        self.body.addWidget(self.error)
        self.finish(button(tr("Save"), self._on_ok, primary=True), button(tr("Cancel"), self.reject))
        self.resize(440, self.sizeHint().height())
        try:
            self._sets = kept_sets(session)
        except AnnotatorError as error:
            self._sets = ()
            self._fail(error)
        self.set.addItems([s.name for s in self._sets] or [tr("My rules")])
        self.name.selectAll()
        self.name.setFocus()

    def _fail(self, error: AnnotatorError) -> None:
        self.error.say(str(error), "error")

    def _on_ok(self) -> None:
        try:
            if self._query.mode != "lemma":
                self._query.finder()
            sets = with_rule(self._sets, self.set.currentText(), Rule(self.name.text(), self._query))
            keep_sets(self._session, sets)
        except AnnotatorError as error:
            self._fail(error)
            return
        self.saved.emit(self.set.currentText().strip())
        self.accept()


def _read_some(project: Project, transcript_ids: Sequence[TranscriptId]) -> list[Transcript]:
    """Read calls for a while: how far it is shall be seen."""
    found: list[Transcript] = []
    until = time.monotonic() + SLICE
    for transcript_id in transcript_ids:
        found.append(project.read(transcript_id))
        if time.monotonic() > until:
            break
    return found


def kept_sets(session: Session) -> tuple[RuleSet, ...]:
    """Return the rule sets of the open project; raise FormatError when they are damaged."""
    assert session.project is not None, "rules belong to a project"
    text = session.project.setting(SETTING)
    return from_json(text) if text else ()


def keep_sets(session: Session, sets: Sequence[RuleSet]) -> None:
    """Keep the rule sets in the open project: at once, and no part of undo, which is for what was done to the calls."""
    assert session.project is not None, "rules belong to a project"
    session.project.set_setting(SETTING, to_json(sets))
