"""The table of turns. Only what is visible is laid out, so 10,000 turns open as fast as ten."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from annotator.core.commands import turns
from annotator.core.i18n import msg
from annotator.core.model import SpeakerId, Turn, TurnId
from annotator.gui.session import Notice, Session
from annotator.gui.theme import Theme
from annotator.gui.turns.columns import COLUMNS, TEXT, place_of
from annotator.gui.turns.delegate import TurnDelegate, code_point, utf16
from annotator.gui.turns.editor import TurnEditor
from annotator.gui.turns.filter import occurrences
from annotator.gui.turns.model import TurnsModel

SAMPLE = 200


class TurnsView(QTableView):
    mode_changed = Signal(str)
    """ "review" or "text"."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("turns")
        self._session, self._theme = session, theme
        self._editor: TurnEditor | None = None
        self._following = False
        self.turns_model = TurnsModel(session, self)
        self.setModel(self.turns_model)
        self.delegate = TurnDelegate(session, theme, self.turns_model, self)
        self.setItemDelegate(self.delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(24)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(44)
        for n, column in enumerate(COLUMNS):
            header.setSectionResizeMode(n, QHeaderView.ResizeMode.Interactive if column.width else QHeaderView.ResizeMode.Stretch)
            if column.width:
                self.setColumnWidth(n, column.width)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.selectionModel().currentRowChanged.connect(self._on_selection_changed)
        self.doubleClicked.connect(lambda index: self.edit_turn())
        self.turns_model.shown_changed.connect(self._on_shown_changed)
        session.transcript_changed.connect(self._on_transcript_changed)
        session.turn_changed.connect(self.follow_session)
        session.changed.connect(self._on_changed)
        session.finding_shown.connect(self._show_context)
        session.preferences_changed.connect(self._on_preferences_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_transcript_changed()

    # ------------------------------------------------------------------ heights

    def _text_width(self) -> int:
        return self.columnWidth(TEXT)

    def _height_of(self, row: int, turn: Turn) -> int:
        height = self.delegate.height(turn, self._text_width())
        if self._editor is not None and self._editor.turn.id == turn.id:
            height = max(height, min(self._editor.wanted_height() + 3, max(120, self.viewport().height() - 40)))
        return height

    def _size_row(self, row: int) -> int:
        """Give the row the height that its text takes; return by how much it has changed."""
        turn = self.turns_model.turn_at(row)
        if turn is None:
            return 0
        height = self._height_of(row, turn)
        change = height - self.rowHeight(row)
        if change:
            self.setRowHeight(row, height)
        return change

    def _settle(self) -> None:
        """Size the rows in view, without moving what the reviewer looks at."""
        row, rows = self.rowAt(0), self.turns_model.rowCount()
        while 0 <= row < rows and self.rowViewportPosition(row) < self.viewport().height():
            above = self.rowViewportPosition(row) < 0
            change = self._size_row(row)
            if change and above:
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() + change)
            row += 1

    def paintEvent(self, event: QPaintEvent) -> None:
        self._settle()
        super().paintEvent(event)

    def scrollTo(self, index: QModelIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        """Scroll to a row by real heights: those of the rows above it that will be in view are set first."""
        if index.isValid():
            row, room = index.row(), self.viewport().height()
            resized = self._size_row(row) != 0
            top = self.rowViewportPosition(row)
            if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
                room //= 2
            elif top < 0 or top + self.rowHeight(row) <= room:
                room = 0
            while row > 0 and room > 0:
                room -= self.rowHeight(row)
                row -= 1
                resized = self._size_row(row) != 0 or resized
            if resized:
                self.updateGeometries()  # the scroll bar's range would follow only later
        super().scrollTo(index, hint)

    def _guess_heights(self) -> None:
        """Let rows that nobody has seen yet have the mean height, so that the scroll bar tells the truth."""
        count = self.turns_model.rowCount()
        metrics = self.fontMetrics()
        per_line = max(10, self.delegate.text_width(self._text_width()) // max(1, metrics.averageCharWidth()))
        sample = [self.turns_model.turn_at(row) for row in range(0, count, max(1, count // SAMPLE))]
        lines = [1 + len(turn.text) // per_line for turn in sample if turn is not None]
        mean = sum(lines) / len(lines) if lines else 1
        self.verticalHeader().setDefaultSectionSize(max(38, round(mean * self._session.settings.font_size * 1.45) + 16))

    def _on_theme_changed(self) -> None:
        self.delegate.forget()
        self.viewport().update()

    def _on_preferences_changed(self) -> None:
        self._on_theme_changed()
        self._guess_heights()
        if self._editor is not None:
            self._editor.use_font(self.delegate.font)
        QTimer.singleShot(0, self._center_on_turn)

    # ------------------------------------------------------------------ the session's turn

    def _on_transcript_changed(self) -> None:
        transcript = self._session.transcript
        timed = transcript is not None and any(turn.start_ms is not None for turn in transcript.turns)
        self.setColumnHidden(place_of("time"), not timed)
        self._show_topics_column()
        self.delegate.forget()
        self._guess_heights()
        self.follow_session()

    def _show_topics_column(self) -> None:
        transcript = self._session.transcript
        self.setColumnHidden(place_of("topics"), transcript is None or not transcript.topics)

    def _on_changed(self) -> None:
        self._show_topics_column()
        self.follow_session()

    def _on_shown_changed(self) -> None:
        self.follow_session()
        QTimer.singleShot(0, self._center_on_turn)

    def _center_on_turn(self) -> None:
        row = self.turns_model.row_of(self._session.turn_id)
        if row >= 0:
            self.scrollTo(self.turns_model.index(row, TEXT))

    def _show_context(self) -> None:
        """Move the session's turn to the middle unless there are turns to read on both sides of it."""
        row = self.turns_model.row_of(self._session.turn_id)
        if row >= 0:
            top, room = self.rowViewportPosition(row), self.viewport().height()
            if not room / 6 <= top <= room * 0.6:
                self.scrollTo(self.turns_model.index(row, TEXT), QAbstractItemView.ScrollHint.PositionAtCenter)

    def follow_session(self) -> None:
        """Make the session's turn current and its selection selected."""
        row = self.turns_model.row_of(self._session.turn_id)
        if row < 0:
            return
        self._following = True
        index = self.turns_model.index(row, TEXT)
        selection = QItemSelection()
        for turn_id in self._session.selected:
            chosen = self.turns_model.row_of(turn_id)
            if chosen >= 0:
                selection.select(self.turns_model.index(chosen, 0), self.turns_model.index(chosen, len(COLUMNS) - 1))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False
        self.scrollTo(index)
        self.viewport().update()

    def _on_selection_changed(self) -> None:
        if self._following:
            return
        turn = self.turns_model.turn_at(self.currentIndex().row())
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        chosen = [t.id for row in rows if (t := self.turns_model.turn_at(row)) is not None]
        if turn is not None:
            self._session.set_turn(turn.id, chosen or [turn.id])
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing in review mode."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Left and right belong to the findings, and a letter must not reach the table's own search.
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Backtab) or (
            event.text().isprintable() and event.text()
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ find

    def mark(self, needle: str) -> None:
        """Mark where `needle` stands in the texts."""
        self.delegate.needle = needle
        self.viewport().update()

    def matches(self, needle: str) -> list[TurnId]:
        """Return the shown turns that hold `needle`, in order."""
        if not needle.strip():
            return []
        shown = (self.turns_model.turn_at(row) for row in range(self.turns_model.rowCount()))
        return [turn.id for turn in shown if turn is not None and occurrences(turn.text, needle)]

    # ------------------------------------------------------------------ text mode

    @property
    def editor(self) -> TurnEditor | None:
        """The open editor, None in review mode."""
        return self._editor

    def edit_turn(self, at: int = 0) -> None:
        """Open the editor of the session's turn with the caret at code point `at`."""
        row = self.turns_model.row_of(self._session.turn_id)
        turn = self.turns_model.turn_at(row)
        project = self._session.project
        if self._editor is not None:
            self._editor.setFocus()
            return
        if turn is None or project is None:
            return
        index = self.turns_model.index(row, TEXT)
        self.scrollTo(index)
        self.edit(index)
        editor = self.indexWidget(index) or self.findChild(TurnEditor)
        if not isinstance(editor, TurnEditor):
            return
        self._editor = editor
        editor.asked.connect(self._on_editor_asked)
        editor.document().documentLayout().documentSizeChanged.connect(self._on_editor_grew)
        cursor = editor.textCursor()
        cursor.setPosition(utf16(turn.text, at))
        editor.setTextCursor(cursor)
        self._on_editor_grew()
        editor.setFocus()
        self.mode_changed.emit("text")

    def _on_editor_grew(self) -> None:
        if self._editor is not None:
            row = self.turns_model.row_of(self._editor.turn.id)
            if row >= 0 and self._size_row(row):
                self.updateEditorGeometries()

    def commit_editor(self) -> bool:
        """Store what was typed and leave text mode; False when it cannot be stored (the editor stays open)."""
        return self._editor is None or self._finish("commit")

    def _on_editor_asked(self, what: str) -> None:
        # Closing the editor takes its focus away, which it reports once more.
        if self._editor is None:
            return
        if what != "leave":
            self._finish(what)
        elif not self._finish("commit") and not self._editor.toPlainText().strip():
            self._close_editor()  # the turn keeps its text: there is nothing typed that could be lost

    def _finish(self, what: str) -> bool:
        """Do what the editor's keys ask for, the typed text first, as one undo step, and close the editor."""
        editor, session = self._editor, self._session
        assert editor is not None
        turn_id = editor.turn.id
        if what == "cancel" or session.transcript is None or turn_id not in session.transcript:
            self._close_editor()
            return True
        typed = editor.toPlainText()
        before = typed[: code_point(typed, editor.textCursor().position())]
        at = max(0, len(before) - (len(typed) - len(typed.lstrip())))
        steps = []
        if typed.strip() != session.transcript.turn(turn_id).text:
            steps.append(partial(turns.set_text, turn_id=turn_id, text=typed))
        previous, following = session.transcript.previous(turn_id), session.transcript.next(turn_id)
        if what in ("merge_previous", "merge_next"):
            neighbour = previous if what == "merge_previous" else following
            if neighbour is None:
                session.noticed.emit(Notice(str(msg("There is no turn to join it with."))))
                return False
            steps.append(partial(turns.merge, turn_ids=[turn_id, neighbour.id]))
        elif what.startswith("split"):
            speaker_id = self._other_speaker(session.transcript.turn(turn_id)) if what == "split_other" else None
            steps.append(partial(turns.split, turn_id=turn_id, at=at, speaker_id=speaker_id))
        elif what == "move_previous":
            steps.append(partial(turns.move_words_to_previous, turn_id=turn_id, at=at))
        elif what == "move_next":
            steps.append(partial(turns.move_words_to_next, turn_id=turn_id, at=at))
        if steps and not session.do_all(*steps):
            return False
        self._close_editor()
        if what.startswith("split"):
            new = session.transcript.next(turn_id)
            session.set_turn(new.id if new is not None else turn_id)
        elif what in ("edit_next", "edit_previous"):
            target = following if what == "edit_next" else previous
            if target is not None:
                session.set_turn(target.id)
                self.edit_turn()
        return True

    def _other_speaker(self, turn: Turn) -> SpeakerId | None:
        transcript = self._session.transcript
        assert transcript is not None
        return next((s.id for s in transcript.speakers if s.id != turn.speaker_id), turn.speaker_id)

    def _close_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.ended.emit()
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.setFocus()
            self.viewport().update()
            self.mode_changed.emit("review")
