"""Two versions of a call side by side: one disagreement after the other is decided, into a gold version."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.agreement import Agreement, agreement
from annotator.core.change import Change
from annotator.core.commands import adjudicate
from annotator.core.commands.adjudicate import Disagreement
from annotator.core.diff import changed_words
from annotator.core.errors import CommandError
from annotator.core.i18n import msg, tr
from annotator.core.model import Header, SpeakerId, Transcript, TranscriptId, Turn, TurnId
from annotator.core.versions import GOLD, differences, gold_versions, keep_gold_versions, reach, same_source, tellers
from annotator.gui.dialogs import Dialog
from annotator.gui.session import Notice, Session
from annotator.gui.theme import Theme
from annotator.gui.turns.columns import speaker_label, topic_names
from annotator.gui.turns.delegate import Range
from annotator.gui.widgets.decision import DecisionButton
from annotator.gui.widgets.elided import ElidedLabel
from annotator.gui.widgets.labels import button, choose, label, shown_name
from annotator.gui.widgets.message_bar import MessageBar
from annotator.gui.widgets.snippet import Snippet
from annotator.project import Project
from annotator.statistics import percent

LONGEST = 4000
"""Characters of a turn that are shown."""
MOST_TURNS = 60
"""Turns of a place that are shown of each version."""
FRAME, STEP = 4, 168
"""Room around the versions, in which the frame of the focus is, and the width of the buttons that go to the next place."""
FIELDS = {
    "text": msg("words"),
    "speaker": msg("speaker"),
    "topics": msg("topics"),
    "hidden": msg("what is hidden"),
    "borders": msg("where turns end"),
}


@dataclass(frozen=True)
class Compared:
    """What another thread has made of the two versions; `gold` is what it would be where nothing is decided yet."""

    a: Transcript
    b: Transcript
    gold: Transcript
    agreement: Agreement
    disagreements: list[Disagreement]


class CompareDialog(Dialog):
    def __init__(self, session: Session, theme: Theme, a_id: TranscriptId, b_id: TranscriptId, parent: QWidget | None = None):
        super().__init__(tr("Compare two versions"), parent)
        assert session.project is not None, "it holds the versions"
        self._session, self._theme, self._project = session, theme, session.project
        self._ids = a_id, b_id
        self.compared: Compared | None = None
        self.place = 0
        self._closed = False
        self._begun: TranscriptId | None = None
        """The gold version that was begun here, whether that is noted in the project yet or not."""
        self._changes = 0

        self.figures = label(wrap=True)
        self.body.addWidget(self.figures)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.progress_label = label(style="strong")
        self.differs = label(style="dim", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._bar.setAccessibleName(tr("Decided"))
        row.addWidget(self.progress_label)
        row.addWidget(self.differs, 1)
        row.addWidget(self._bar)
        self.body.addLayout(row)
        self.before, self.after = ElidedLabel("", style="dim"), ElidedLabel("", style="dim")
        self.body.addWidget(self.before)
        self.board = QFrame()
        self.board.setObjectName("board")
        self.board.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.board.setAccessibleName(tr("Versions side by side"))
        columns = QHBoxLayout(self.board)
        columns.setContentsMargins(FRAME, FRAME, FRAME, FRAME)
        columns.setSpacing(12)
        self.columns = [Column(theme) for _ in range(3)]
        for column in self.columns:
            columns.addWidget(column, 1)
        self.gold = self.columns[2]
        self.gold.written.connect(self._on_written)
        self.gold.left.connect(self._on_left)
        self.body.addWidget(self.board, 1)
        self.body.addWidget(self.after)
        self.message = MessageBar()
        self.body.addWidget(self.message)

        self.take_a = DecisionButton(theme, partial(self.take, 0))
        self.take_b = DecisionButton(theme, partial(self.take, 1))
        self.mine = DecisionButton(theme, self.edit)
        self.back = DecisionButton(theme, partial(self.step, -1))
        self.on = DecisionButton(theme, partial(self.step, 1))
        keys = QHBoxLayout()  # each below its version
        keys.setContentsMargins(FRAME, 0, FRAME, 0)
        keys.setSpacing(12)
        texts = (tr("Take A"), tr("Take B"), tr("Write it myself"), tr("Previous"), tr("Next"))
        self.decisions = (self.take_a, self.take_b, self.mine, self.back, self.on)
        for n, (made, text, key) in enumerate(zip(self.decisions, texts, ("1", "2", "3", "Left", "Right"), strict=True)):
            made.fill(text, key)
            if n < len(self.columns):
                keys.addWidget(made, 1)
            else:
                made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
                made.setFixedWidth(STEP)
        self.body.addLayout(keys)
        self.undo = button(tr("Undo"), self._on_undo)
        self.to_gold = button(tr("Open the gold version"), self._on_to_gold)
        for aside in (self.undo, self.to_gold):
            aside.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.finish(button(tr("Close"), self.accept), self.back, self.on, aside=(self.undo, self.to_gold))
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(min(1240, max(860, room.width() - 80)), min(720, max(520, room.height() - 80)))

        self.finished.connect(self._on_finished)
        session.changed.connect(self._on_changed)
        session.noticed.connect(self._on_noticed)
        session.project_changed.connect(self.reject)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.board.setFocus()

    # ------------------------------------------------------------------ what there is

    @property
    def gold_id(self) -> TranscriptId | None:
        """The gold version, once something is decided."""
        known = {header.id for header in self._session.headers()}
        if self._begun in known:
            return self._begun
        pairs = gold_versions(self._project.setting(GOLD))
        return next((gold for gold, of in pairs.items() if gold in known and set(of) == set(self._ids)), None)

    @property
    def disagreements(self) -> list[Disagreement]:
        return [] if self.compared is None else self.compared.disagreements

    @property
    def current(self) -> Disagreement | None:
        return self.disagreements[self.place] if self.place < len(self.disagreements) else None

    def _load(self) -> None:
        """Compare on another thread: a long call takes a while."""
        if self._closed or self._session.project is not self._project:
            return
        if self.compared is None:
            self.figures.setText(tr("Comparing…"))
            self._enable()
        work = partial(_compare, self._project, *self._ids, self.gold_id, self._project.new_transcript_id())
        self._session.beside(msg("Comparing two versions"), work, partial(self._take_compared, self._changes))

    def _take_compared(self, changes: int, compared: Compared) -> None:
        if self._closed:
            return
        if changes != self._changes:
            self._load()  # something was decided meanwhile
            return
        first, self.compared = self.compared is None, compared
        if self.gold_id == compared.gold.id:
            self._project.keep(compared.gold)
        if first:
            undecided = (n for n, one in enumerate(compared.disagreements) if not one.decided)
            self.place = next(undecided, 0)
        self.place = max(0, min(self.place, len(compared.disagreements) - 1))
        self._show()

    def _on_changed(self, change: Change) -> None:
        """Follow a change of the gold version: where only turns of one place differ, the others are what they were."""
        compared = self.compared
        self._changes += 1
        if compared is None or self._closed:
            return
        gold_id = self.gold_id
        own = [step for step in change.steps if step.entity.transcript_id == compared.gold.id]
        turns = [step.entity for step in own if isinstance(step.entity, Turn)]
        current = self.current
        whole = gold_id is None or not own or any(isinstance(step.entity, Header) for step in own)
        if whole or current is None or not all(_within(turn, current) for turn in turns):
            self._load()
            return
        gold = self._project.transcript(compared.gold.id)
        block = current.block
        theirs = tuple(turn for turn in gold.turns if block.first <= reach(turn)[0] <= block.last)
        again = Disagreement(type(block)(block.first, block.last, (*block.turns[:2], theirs)), current.differs)
        found = list(compared.disagreements)
        found[self.place] = again
        self.compared = Compared(compared.a, compared.b, gold, compared.agreement, found)
        self._show()

    # ------------------------------------------------------------------ what is shown

    def _show(self) -> None:
        compared = self.compared
        if compared is None:
            return
        self.figures.setText(_figures(compared))
        found, current = compared.disagreements, self.current
        decided = sum(one.decided for one in found)
        self._bar.setMaximum(max(1, len(found)))
        self._bar.setValue(decided)
        self.progress_label.setVisible(bool(found))
        self.progress_label.setText(tr("{place} of {total}, {n} decided", place=self.place + 1, total=len(found), n=decided))
        self._enable()
        if current is None:
            self.differs.setText(tr("The two versions agree everywhere."))
            for column in self.columns:
                column.hide()
            return
        self.differs.setText(
            tr("They differ in: {what}", what=", ".join(str(t) for f, t in FIELDS.items() if f in current.differs))
        )
        block = current.block
        marks = _marks(block.turns[0], block.turns[1])
        taken = [
            current.decided and not differences(block.turns[2], block.turns[n], tellers(compared.gold, version))
            for n, version in enumerate((compared.a, compared.b))
        ]
        for n, (version, letter) in enumerate(((compared.a, "A"), (compared.b, "B"))):
            title = tr("{letter}: {name}", letter=letter, name=shown_name(version.header.name))
            self.columns[n].fill(f"✓ {title}" if taken[n] else title, version, block.turns[n], marks[n])
        states = (tr("as in A"), tr("as in B"))
        state = next((states[n] for n in (0, 1) if taken[n]), tr("otherwise")) if current.decided else tr("not decided")
        self.gold.fill(tr("Gold: {state}", state=state), compared.gold, block.turns[2], [[] for _ in block.turns[2]])
        first, last = block.turns[0][0] if block.turns[0] else None, block.turns[0][-1] if block.turns[0] else None
        self.before.fill(_context(compared.a, first, -1))
        self.after.fill(_context(compared.a, last, 1))

    def _recolour(self) -> None:
        focus = self._theme.tokens.focus.name()
        ring = f"QFrame#board:focus {{ border: 1px solid {focus}; border-radius: 8px; }}"
        self.board.setStyleSheet(f"QFrame#board {{ border: 1px solid transparent; }} {ring}")
        self._show()

    def _enable(self) -> None:
        there = self.current is not None and not self._project.read_only
        for made in (self.take_a, self.take_b, self.mine):
            made.setEnabled(there and not self.gold.editing)
        for made in (self.back, self.on):
            made.setEnabled(len(self.disagreements) > 1 and not self.gold.editing)
        self.undo.setEnabled(self._project.undo_label is not None and not self._project.read_only and not self.gold.editing)
        self.to_gold.setEnabled(self.gold_id is not None)

    def _on_noticed(self, notice: Notice) -> None:
        self.message.say(notice.text, notice.kind)

    # ------------------------------------------------------------------ what is done

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) disagreement, round at the ends."""
        if self.disagreements and not self.gold.editing:
            self.message.say("")
            self.place = (self.place + step) % len(self.disagreements)
            self._show()

    def take(self, n: int) -> None:
        """Decide the disagreement as the first (0) or the second (1) version has it, and go to the next that is not decided."""
        compared, current = self.compared, self.current
        if compared is not None and current is not None and not self.gold.editing:
            version = (compared.a, compared.b)[n]
            self._decide(lambda gold: adjudicate.take(gold, current.block, version))

    def edit(self) -> None:
        """Write what is right, and choose who says it, in place."""
        if self.compared is not None and self.current is not None and not self._project.read_only:
            self.gold.edit()
            self._enable()

    def _on_written(self, mine: dict[TurnId, tuple[str, SpeakerId | None]]) -> None:
        current = self.current
        if current is not None:
            self._decide(lambda gold: adjudicate.decide(gold, current.block, mine))
        self.board.setFocus()

    def _on_left(self) -> None:
        self._show()
        self.board.setFocus()

    def _decide(self, command: Callable[[Transcript], Change]) -> None:
        """Change the gold version, which is begun with the first decision."""
        compared, project = self.compared, self._project
        assert compared is not None, "there is something to decide"
        self.message.say("")
        if self.gold_id is not None:
            self._session.apply(lambda: command(project.transcript(compared.gold.id)), done=self._go_on)
            return

        def make() -> Change:
            change = command(compared.gold)
            return Change.join(change.label, [adjudicate.begin(compared.a, compared.b, compared.gold.id), change])

        def done() -> None:
            known = gold_versions(project.setting(GOLD))
            kept = keep_gold_versions({**known, compared.gold.id: self._ids})
            self._session.guard(project.set_setting, GOLD, kept)
            self._go_on()

        self._begun = compared.gold.id
        # All its turns are made: so many are made on another thread.
        self._session.apply(make, 4 * len(compared.gold.turns), done)

    def _go_on(self) -> None:
        """Go to the next disagreement that is not decided."""
        found = self.disagreements
        order = [*range(self.place + 1, len(found)), *range(self.place)]
        following = next((n for n in order if not found[n].decided), None)
        if following is None:
            self.message.say(tr("All disagreements are decided."))
        else:
            self.place = following
        self._show()

    def _on_undo(self) -> None:
        if not self.gold.editing:
            self.message.say("")
            self._session.undo()

    def _on_to_gold(self) -> None:
        gold_id = self.gold_id
        self.accept()
        if gold_id is not None:
            self._session.show_transcript(gold_id)

    def _on_finished(self) -> None:
        self._closed = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.compared is None:
            self._load()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.gold.editing:
            if key == Qt.Key.Key_Escape:
                self.gold.leave()
            return
        ways: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Left: partial(self.step, -1),
            Qt.Key.Key_Right: partial(self.step, 1),
            Qt.Key.Key_1: partial(self.take, 0),
            Qt.Key.Key_2: partial(self.take, 1),
            Qt.Key.Key_3: self.edit,
        }
        if self.board.hasFocus():
            ways |= dict.fromkeys((Qt.Key.Key_Return, Qt.Key.Key_Enter), self.edit)
        if event.matches(QKeySequence.StandardKey.Undo):
            self._on_undo()
        elif plain and key in ways:
            ways[key]()
        else:
            super().keyPressEvent(event)


class Column(QFrame):
    """A version of a place: its turns one below the other. The gold one can be written in."""

    written = Signal(object)
    """Per turn the text and the speaker that were written."""
    left = Signal()
    """What was written was given up."""

    def __init__(self, theme: Theme):
        super().__init__()
        self._theme = theme
        self.setProperty("card", "true")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 10, 4, 8)
        rows.setSpacing(8)
        self.title = ElidedLabel("", style="strong")
        rows.addWidget(self.title)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        rows.addWidget(self._scroll, 1)
        self._shown: tuple[Transcript, tuple[Turn, ...]] | None = None
        self.fields: list[tuple[TurnId, QPlainTextEdit, QComboBox]] = []
        """What the turns are written in, while they are."""

    @property
    def editing(self) -> bool:
        return bool(self.fields)

    def fill(self, title: str, version: Transcript, turns: Sequence[Turn], marks: Sequence[list[Range]]) -> None:
        """Show turns of a version; `marks` are the words to be marked in each."""
        self.show()
        self.title.fill(title)
        self.fields = []
        self._shown = version, tuple(turns)
        page, rows = self._page()
        for turn, ranges in zip(turns[:MOST_TURNS], marks, strict=False):
            snippet = Snippet()
            rows.addWidget(snippet)
            text = turn.text[:LONGEST]
            kept = [(start, end, style) for start, end, style in ranges if end <= len(text)]
            look = self._theme.speaker_look(version, turn.speaker_id)
            snippet.fill(
                self._theme, _heading(version, turn), look, text, [*kept, *([(0, len(text), "hidden")] if turn.hidden else [])]
            )
        if not turns:
            rows.addWidget(label(tr("Nothing stands here."), style="dim", wrap=True))
        elif len(turns) > MOST_TURNS:
            rows.addWidget(label(tr("and {n} more", n=len(turns) - MOST_TURNS), style="dim"))
        rows.addStretch(1)
        self._put(page)

    def edit(self) -> None:
        """Have the turns written in, the first one first."""
        if self._shown is None:
            return
        version, turns = self._shown
        page, rows = self._page()
        for turn in turns[:MOST_TURNS]:
            speaker = QComboBox()
            speaker.setAccessibleName(tr("Speaker"))
            for one in version.speakers:
                speaker.addItem(shown_name(one.label), one.id)
            speaker.addItem(tr("Unclear"), None)
            speaker.setCurrentIndex(
                next((n for n, s in enumerate(version.speakers) if s.id == turn.speaker_id), speaker.count() - 1)
            )
            text = QPlainTextEdit(turn.text)
            text.setAccessibleName(tr("Text"))
            text.setTabChangesFocus(True)
            text.setFixedHeight(min(240, max(64, 22 * (2 + len(turn.text) // 34))))
            for field in (speaker, text):
                field.installEventFilter(self)
                rows.addWidget(field)
            self.fields.append((turn.id, text, speaker))
        rows.addWidget(label(tr("Enter keeps it, Esc gives it up."), style="dim", wrap=True))
        rows.addStretch(1)
        self._put(page)
        if self.fields:
            self.fields[0][1].setFocus()
            self.fields[0][1].selectAll()

    def leave(self) -> None:
        """Give up what was written."""
        self.fields = []
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.editing and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                mine = {turn_id: (text.toPlainText(), speaker.currentData()) for turn_id, text, speaker in self.fields}
                self.fields = []
                self.written.emit(mine)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        return super().eventFilter(watched, event)

    def _put(self, page: QWidget) -> None:
        self._scroll.setWidget(page)
        page.setAutoFillBackground(False)  # the area fills that of its widget

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(10)
        return page, rows


def _compare(
    project: Project, a_id: TranscriptId, b_id: TranscriptId, gold_id: TranscriptId | None, new_id: TranscriptId
) -> Compared:
    """Compare two versions, on any thread."""
    a, b = project.read(a_id), project.read(b_id)
    if not same_source(a, b):
        raise CommandError(msg("These are not two versions of one call: what was imported differs."))
    if gold_id is not None:
        gold = project.read(gold_id)
    else:
        begun = adjudicate.begin(a, b, new_id)
        gold = Transcript.build((step.after for step in begun.steps if step.after is not None), a.topics)
    return Compared(a, b, gold, agreement(a, b), adjudicate.disagreements(a, b, gold))


def _figures(compared: Compared) -> str:
    own = compared.agreement

    def figure(value: float | None) -> str:
        return "–" if value is None else f"{value:.2f}"

    parts = [
        tr("Speakers: kappa {kappa}", kappa=figure(own.speaker_kappa)),
        tr("Topics: alpha {alpha}", alpha=figure(own.topic_alpha_masi)),
        tr("Words of B against A: WER {rate}", rate=percent(own.wer, 1)),
        tr("Decisions: kappa {kappa}", kappa=figure(own.verdict_kappa)),
        tr("{same} of {n} places the same", same=own.blocks - own.differing, n=own.blocks),
    ]
    return "   ·   ".join(parts)


def _heading(version: Transcript, turn: Turn) -> str:
    parts = [shown_name(speaker_label(version, turn)), *map(shown_name, topic_names(version, turn))]
    return " · ".join([*parts, *([tr("hidden")] if turn.hidden else [])])


def _context(version: Transcript, turn: Turn | None, step: int) -> str:
    """Return the visible turn before (-1) or after (1) a turn, in a line; empty where there is none."""
    place = -1 if turn is None else version.position(turn.id) + step
    while 0 <= place < len(version.turns) and version.turns[place].hidden:
        place += step
    if not 0 <= place < len(version.turns):
        return ""
    near = version.turns[place]
    text = near.text[:LONGEST] if step > 0 else near.text[-LONGEST:]
    return f"{place + 1}  {shown_name(speaker_label(version, near))}: {text}"


def _marks(ours: Sequence[Turn], theirs: Sequence[Turn]) -> tuple[list[list[Range]], list[list[Range]]]:
    """Return per turn of each version the words that the other one has not."""
    texts = [" ".join(turn.text for turn in turns) for turns in (ours, theirs)]
    found: tuple[list[list[Range]], list[list[Range]]] = [], []
    for marked, turns, ranges in zip(found, (ours, theirs), changed_words(*texts), strict=True):
        at = 0
        for turn in turns:
            end = at + len(turn.text)
            inside = [(max(a, at) - at, min(b, end) - at, "new") for a, b in ranges if a < end and b > at]
            marked.append(inside)
            at = end + 1
    return found


def _within(turn: Turn, disagreement: Disagreement) -> bool:
    first, last = reach(turn)
    return disagreement.block.first <= first and last <= disagreement.block.last


def choose_versions(session: Session, theme: Theme, parent: QWidget) -> CompareDialog | None:
    """Return the dialog for the call on screen and another version of it; None, and say why, where it is not to be shown.

    Where there are several, the user is asked which; and also before a version is shown that is not done: its reviewer, or
    this one, is to decide without knowing what the other has decided.
    """
    project, transcript = session.project, session.transcript
    if project is None or transcript is None:
        return None
    gold = gold_versions(project.setting(GOLD))
    headers = {header.id: header for header in session.headers()}
    pair = gold.get(transcript.id)
    if pair is None or not headers.keys() >= set(pair):
        digests = project.imported_digests()
        others = [
            header
            for header in headers.values()
            if header.id not in (transcript.id, *gold) and digests.get(header.id) == digests.get(transcript.id)
        ]
        if not others:
            text = msg("There is no other version of this call in the project. Merge the project of the other reviewer first.")
            session.noticed.emit(Notice(str(text)))
            return None
        other = others[0]
        if len(others) > 1:
            names = [tr("{id}: {name}", id=header.id, name=shown_name(header.name)) for header in others]
            title = tr("Compare two versions")
            name, given = QInputDialog.getItem(
                parent, title, tr("Compare {name} with:", name=transcript.header.name), names, 0, False
            )
            if not given:
                return None
            other = others[names.index(name)]
        pair = min(transcript.id, other.id), max(transcript.id, other.id)
    unfinished = [shown_name(headers[i].name) for i in pair if not headers[i].done]
    if unfinished and transcript.id not in gold:
        told = tr(
            "Not done yet: {names}. Whoever still works on it should not see what the other one has decided.",
            names=", ".join(unfinished),
        )
        if choose(parent, tr("Compare two versions"), told, tr("Cancel"), tr("Compare all the same")) < 0:
            return None
    return CompareDialog(session, theme, *pair, parent)
