"""The bar over the table: find, filter, and how far the call is."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from annotator.core.i18n import msg, tr
from annotator.core.model import TurnId
from annotator.gui.session import Notice, Session
from annotator.gui.theme import Theme
from annotator.gui.turns.filter import SHOW, TurnFilter
from annotator.gui.turns.matches import Matches
from annotator.gui.turns.view import TurnsView
from annotator.gui.widgets.labels import label

WIDEST_LIST = 480


class SearchField(QLineEdit):
    """A line whose Enter steps through matches and whose Esc goes back to the table."""

    def __init__(self, bar: FilterBar):
        super().__init__(bar)
        self._bar = bar

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._bar.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._bar.table.setFocus()
        elif event.key() == Qt.Key.Key_Down:
            self._bar.table.setFocus()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    def __init__(self, session: Session, theme: Theme, table: TurnsView):
        super().__init__()
        self._session, self._theme, self.table = session, theme, table
        self.search = SearchField(self)
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(110)
        self.only = QToolButton()
        self.only.setCheckable(True)
        self.count = label(style="dim")
        self.speaker, self.show_only, self.topic = QComboBox(), QComboBox(), QComboBox()
        self.clear = QToolButton()
        self._matches = Matches(table.turns_model)
        self._matches.changed.connect(self._on_found)
        self._step = 0
        """Where to go once all matches are found."""
        self.progress = label(style="dim")
        """How far the call is; the window has it in its status bar."""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.search, 3)
        layout.addWidget(self.only)
        layout.addWidget(self.count)
        for combo in (self.show_only, self.speaker, self.topic):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            # A narrow window must not grow, nor its panels give way, when the bar has more to show.
            combo.setMinimumWidth(64)
            combo.setMaximumWidth(190)
            combo.activated.connect(self._apply)
            layout.addWidget(combo)
        layout.addWidget(self.clear)
        layout.addStretch(1)
        self.search.textChanged.connect(self._on_search_changed)
        self.only.toggled.connect(self._apply)
        self.clear.clicked.connect(self.reset)
        session.transcript_changed.connect(self._on_transcript_changed)
        session.changed.connect(self._refill)
        session.findings_changed.connect(self._show_progress)
        session.preferences_changed.connect(self.retranslate)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.retranslate()

    def _recolour(self) -> None:
        self.clear.setIcon(self._theme.icon("dismiss"))

    def retranslate(self) -> None:
        self.search.setPlaceholderText(tr("Find in this call"))
        self.search.setAccessibleName(tr("Find in this call"))
        self.only.setText(tr("Only matches"))
        self.only.setToolTip(tr("Show only the turns that hold the words"))
        self.clear.setToolTip(tr("Show all turns again"))
        self.speaker.setAccessibleName(tr("Speaker"))
        self.show_only.setAccessibleName(tr("Show"))
        self.topic.setAccessibleName(tr("Topic"))
        titles = {
            "all": tr("All turns"),
            "findings": tr("With findings"),
            "context": tr("Findings in context"),
            "edited": tr("Edited"),
            "unreviewed": tr("Not reviewed"),
            "commented": tr("With comments"),
            "bookmarked": tr("Bookmarked"),
            "hidden": tr("Hidden turns"),
        }
        self._fill(self.show_only, [(key, titles[key]) for key in SHOW])
        self._refill()
        self._show_progress()

    def _refill(self) -> None:
        transcript = self._session.transcript
        speakers = transcript.speakers if transcript is not None else ()
        topics = transcript.topics if transcript is not None else ()
        self._fill(self.speaker, [(None, tr("All speakers")), *((s.id, s.label) for s in speakers)])
        self._fill(self.topic, [(None, tr("All topics")), *((t.id, t.name) for t in topics)])
        self.topic.setVisible(bool(topics))

    @staticmethod
    def _fill(combo: QComboBox, entries: list[tuple[object, str]]) -> None:
        if [(combo.itemData(n), combo.itemText(n)) for n in range(combo.count())] == entries:
            return
        chosen = combo.currentData()
        combo.clear()
        for value, text in entries:
            combo.addItem(text, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        combo.view().setMinimumWidth(min(WIDEST_LIST, combo.view().sizeHintForColumn(0) + 24))

    def _show_progress(self) -> None:
        session = self._session
        if session.transcript is None:
            self.progress.setText("")
            return
        visible = session.transcript.visible
        reviewed = tr("{done} of {n} turns reviewed", done=sum(turn.reviewed for turn in visible), n=len(visible))
        found = tr("checking…") if session.analysing and not session.queue else tr("{n} findings", n=len(session.queue))
        self.progress.setText(f"{reviewed}   ·   {found}")

    # ------------------------------------------------------------------ filter

    def _on_transcript_changed(self) -> None:
        """Show all turns of another call, or those that it was narrowed to when the project was closed."""
        narrowed = self._session.filter
        self.reset()
        for combo, name in ((self.show_only, "show"), (self.speaker, "speaker_id"), (self.topic, "topic_id")):
            combo.setCurrentIndex(max(0, combo.findData(narrowed.get(name))))
        self._apply()

    def reset(self) -> None:
        """Show all turns."""
        self.search.clear()
        self.only.setChecked(False)
        for combo in (self.show_only, self.speaker, self.topic):
            combo.setCurrentIndex(0)
        self._refill()
        self._apply()

    def _apply(self) -> None:
        if not self.table.commit_editor():
            return
        wanted = TurnFilter(
            show=self.show_only.currentData() or "all",
            speaker_id=self.speaker.currentData(),
            topic_id=self.topic.currentData(),
            text=self.search.text().strip() if self.only.isChecked() else "",
        )
        self.table.turns_model.set_filter(wanted)
        self._session.filter = {name: value for name, value in asdict(wanted).items() if name != "text"}
        self.clear.setVisible(wanted != TurnFilter())
        self._count_matches()

    def choose(self, show: str) -> None:
        """Show the turns that one of SHOW lets through."""
        self.show_only.setCurrentIndex(self.show_only.findData(show))
        self._apply()

    def reveal(self, turn_id: TurnId) -> None:
        """Go to a turn; where the filter keeps it out, say so and show all turns, or the hidden ones when it is hidden."""
        transcript, model = self._session.transcript, self.table.turns_model
        if transcript is None or turn_id not in transcript or not self.table.commit_editor():
            return
        turn, number = transcript.turn(turn_id), transcript.position(turn_id) + 1
        if model.row_of(turn_id) < 0:
            self.reset()
            text = msg("The filter left turn {number} out; all turns are shown now.", number=number)
            if turn.hidden:
                self.choose("hidden")
                text = msg("Turn {number} is hidden; the hidden turns are shown now.", number=number)
            self._session.noticed.emit(Notice(str(text)))
        self._session.set_turn(turn_id)

    # ------------------------------------------------------------------ find

    def start_search(self) -> None:
        if self.table.commit_editor():
            self.search.setFocus()
            self.search.selectAll()

    def _on_search_changed(self) -> None:
        self.table.mark(self.search.text().strip())
        if self.only.isChecked():
            self._apply()
        self._count_matches()

    def _count_matches(self) -> None:
        needle = self.search.text().strip()
        self.only.setVisible(bool(needle))
        self.count.setVisible(bool(needle))
        self._matches.look_for(needle)
        if needle:
            found = self._matches.found
            place = found.index(self._session.turn_id) + 1 if self._session.turn_id in found else 0
            counted = tr("{place} of {total}", place=place, total=len(found)) if found else tr("not found")
            self.count.setText(counted if self._matches.done else "…")

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) turn that holds what is searched for, going round at the ends."""
        self._step = step
        self._matches.look_for(self.search.text().strip())
        if self._matches.done:
            self._on_found()

    def _on_found(self) -> None:
        """Go where `step` was to go, now that all matches are known."""
        step, self._step = self._step, 0
        transcript, turn_id, found = self._session.transcript, self._session.turn_id, self._matches.found
        if step and found and transcript is not None:
            here = transcript.position(turn_id) if turn_id is not None else -1
            if step > 0:
                target = next((t for t in found if transcript.position(t) > here), found[0])
            else:
                target = next((t for t in reversed(found) if transcript.position(t) < here), found[-1])
            self._session.set_turn(target)
        self._count_matches()
