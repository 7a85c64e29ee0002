"""The table of turns. Only what is visible is laid out, so 10,000 turns open as fast as ten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from annotator import settings
from annotator.core.change import Change
from annotator.core.commands import turns
from annotator.core.finding import Finding
from annotator.core.i18n import msg, tr
from annotator.core.model import SpeakerId, TranscriptId, Turn, TurnId
from annotator.core.text import Word
from annotator.gui.dictionary import Dictionary
from annotator.gui.drafts import Drafts
from annotator.gui.keys import COMMAND
from annotator.gui.session import Notice, Session
from annotator.gui.theme import Theme
from annotator.gui.turns.boundary import Boundary, word_at
from annotator.gui.turns.columns import CLIP, COLUMNS, TEXT
from annotator.gui.turns.delegate import GUTTER, PAD, TurnDelegate
from annotator.gui.turns.editor import TurnEditor
from annotator.gui.turns.model import TurnsModel

SAMPLE = 200
AROUND, AHEAD_MS = 12, 60
"""So many turns around the next finding are laid out, so long after this one was shown."""
NOTCH = 120
GRIP = 4
"""So near to the border of two turns, in pixels, the mouse takes hold of it."""
LATE_MS = 300


@dataclass(frozen=True)
class Place:
    """What is under the mouse: a turn, a column's key, and in the text the nearest code point and the word there."""

    turn: Turn
    column: str
    at: int
    word: Word | None


@dataclass(frozen=True)
class Typed:
    """What stands in an open editor: of which turn, the whole text, and the code point at which the caret is."""

    transcript_id: TranscriptId
    turn_id: TurnId
    text: str
    at: int


def suspected_at(turn: Turn, finding: Finding | None) -> int:
    """Return the code point at which a finding suspects that another speaker begins or ends, 0 where it suspects none."""
    if finding is None:
        return 0
    if finding.split is not None and finding.split[0] == turn.id:
        return finding.split[1]
    moved = [r.span for r in finding.fix.relabels if r.span.turn_id == turn.id]
    edges = [edge for span in moved for edge in (span.start, span.end) if turn.text[:edge].strip() and turn.text[edge:].strip()]
    return next(iter(edges), 0)


class TurnsView(QTableView):
    mode_changed = Signal(str)
    """ "review" or "text"."""
    menu_requested = Signal(QPoint, bool)
    """What can be done at a place of the viewport is asked for; True: by a key, at the current turn."""
    columns_requested = Signal(QPoint)
    """The choice of columns is asked for, at a place of the screen."""
    zoomed = Signal(int)
    """Ctrl with the wheel asks for larger (1) or smaller (-1) text."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("turns")
        self._session, self._theme = session, theme
        self._editor: TurnEditor | None = None
        self.drafts = Drafts(session, self)
        self._carried_over: Typed | None = None
        """What was being typed when the model changed under the editor, which Qt then takes away."""
        self._reopening = self._finishing = False
        self._last_asked = "commit"
        self._following = self._telling = False
        """Whether the selection follows the session, or the session the selection."""
        self._drag: Boundary | None = None
        self._anchor: tuple[TurnId, int] | None = None
        self._timed = False
        self._wheel = 0
        """How far the wheel was turned with Ctrl since the last step; touchpads send small parts of a notch."""
        self.turns_model = TurnsModel(session, self)
        self.setModel(self.turns_model)
        self.dictionary = Dictionary(session, self)
        self.delegate = TurnDelegate(session, theme, self.turns_model, self.dictionary, self)
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
        # It would ask of each column whether all its cells are selected: seconds in a long call, with each paint.
        header.setSelectionModel(QItemSelectionModel(self.turns_model, self))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(44)
        for n, column in enumerate(COLUMNS):
            header.setSectionResizeMode(n, QHeaderView.ResizeMode.Interactive if column.width else QHeaderView.ResizeMode.Stretch)
            if column.width:
                self.setColumnWidth(n, self._session.settings.column_widths.get(column.key, column.width))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda place: self.columns_requested.emit(header.mapToGlobal(place)))
        # A drag of a column's edge is many changes; they are kept once.
        self._widths_timer = QTimer(self, singleShot=True, interval=LATE_MS)
        self._widths_timer.timeout.connect(self._keep_widths)
        header.sectionResized.connect(self._on_section_resized)
        self.viewport().setMouseTracking(True)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.selectionModel().currentRowChanged.connect(self._on_selection_changed)
        self.turns_model.modelAboutToBeReset.connect(self._carry_over)
        self.turns_model.rowsAboutToBeRemoved.connect(self._on_rows_about_to_go)
        self.turns_model.modelReset.connect(self._take_up_again)
        self.turns_model.rowsRemoved.connect(self._take_up_again)
        self.turns_model.about_to_change.connect(self._on_about_to_change)
        self.turns_model.shown_changed.connect(self._on_shown_changed)
        session.transcript_changed.connect(self._on_transcript_changed)
        session.turn_changed.connect(self.follow_session)
        session.changed.connect(self._on_changed)
        session.finding_shown.connect(self._show_context)
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD_MS)
        self._ahead.timeout.connect(self._lay_out_next)
        session.finding_shown.connect(self._ahead.start)
        session.preferences_changed.connect(self._on_preferences_changed)
        theme.changed.connect(self._on_theme_changed)
        self.dictionary.changed.connect(self.viewport().update)
        self._on_transcript_changed()

    # ------------------------------------------------------------------ heights

    def _text_width(self) -> int:
        return self.columnWidth(TEXT)

    def _height_of(self, row: int, turn: Turn) -> int:
        height = self.delegate.height(turn, self._text_width())
        if self._editor is not None and self._editor.turn.id == turn.id:
            wanted = self._editor.wanted_height() + 3 + self.delegate.gap(turn)
            height = max(height, min(wanted, max(120, self.viewport().height() - 40)))
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
        if self._session.transcript is not None and not self.turns_model.rowCount():
            self._paint_empty()

    def _paint_empty(self) -> None:
        """Say why nothing is shown, and what to do."""
        painter = QPainter(self.viewport())
        painter.setPen(self._theme.tokens.text_dim)
        room = self.viewport().rect().adjusted(24, 32, -24, 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, tr("No turn passes the filter. The cross in the bar above shows all turns again."))
        painter.end()

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
        lines = [1 + min(len(turn.text), CLIP) // per_line for turn in sample if turn is not None]
        mean = sum(lines) / len(lines) if lines else 1
        self.verticalHeader().setDefaultSectionSize(max(38, round(mean * self._session.settings.font_size * 1.45) + 16))

    def _put(self, row: int, top: int) -> None:
        """Scroll so that a row begins `top` pixels below the upper edge, by the real heights of the rows between."""
        self._size_row(row)
        room, above = top, row
        while above > 0 and room > 0:
            above -= 1
            self._size_row(above)
            room -= self.rowHeight(above)
        self.updateGeometries()
        self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(row) - top)

    def _on_theme_changed(self) -> None:
        self.delegate.forget()
        self.viewport().update()

    def _on_preferences_changed(self) -> None:
        self._on_theme_changed()
        self._show_columns()
        self._guess_heights()
        if self._editor is not None:
            self._editor.use_font(self.delegate.font)
        QTimer.singleShot(0, self._center_on_turn)

    # ------------------------------------------------------------------ the session's turn

    def _on_transcript_changed(self) -> None:
        transcript = self._session.transcript
        self._timed = transcript is not None and any(turn.start_ms is not None for turn in transcript.turns)
        self._end_drag()
        self._show_columns()
        self.delegate.forget()
        self._guess_heights()
        self.follow_session()

    def _show_columns(self) -> None:
        """Show the columns that have something to show and that the user has not hidden."""
        transcript = self._session.transcript
        empty = {"time": not self._timed, "topics": transcript is None or not transcript.topics}
        chosen = self._session.settings.hidden_columns
        for n, column in enumerate(COLUMNS):
            self.setColumnHidden(n, empty.get(column.key, False) or (column.key in chosen and n != TEXT))

    def _on_section_resized(self, section: int, before: int, width: int) -> None:
        if before and width and section != TEXT:
            self._widths_timer.start()

    def _keep_widths(self) -> None:
        """Keep the widths of the columns in view for the next start."""
        session = self._session
        shown = {c.key: self.columnWidth(n) for n, c in enumerate(COLUMNS) if c.width and not self.isColumnHidden(n)}
        session.settings = replace(session.settings, column_widths=session.settings.column_widths | shown)
        session.guard(settings.save, session.settings)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._widths_timer.isActive():
            self._widths_timer.stop()
            self._keep_widths()
        super().hideEvent(event)

    def _on_changed(self, change: Change) -> None:
        here = self._session.transcript
        # What concerns other calls alone is not on screen; without any steps all is shown anew.
        if here is None or any(step.entity.transcript_id in (None, here.id) for step in change.steps):
            self._show_columns()
            self.follow_session()

    def _on_about_to_change(self) -> None:
        """Note where the reviewer's turn is: it stays there when rows above it come or go."""
        row = self.turns_model.row_of(self._session.turn_id)
        top = self.rowViewportPosition(row) if row >= 0 else -1
        here = self._session.turn_id
        self._anchor = (here, top) if here is not None and 0 <= top < self.viewport().height() else None

    def _on_shown_changed(self) -> None:
        self.follow_session()
        anchor, self._anchor = self._anchor, None
        row = self.turns_model.row_of(anchor[0]) if anchor is not None else -1
        if anchor is not None and row >= 0:
            self._put(row, anchor[1])
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

    def _lay_out_next(self) -> None:
        """Lay out the turns around the next finding, while the reviewer reads this one."""
        following = self._session.following
        row = -1 if following is None else self.turns_model.row_of(following.spans[0].turn_id)
        if row >= 0:
            for near in range(max(0, row - AROUND), min(self.turns_model.rowCount(), row + AROUND)):
                turn = self.turns_model.turn_at(near)
                if turn is not None:
                    self.delegate.block(turn, self._text_width())

    def follow_session(self) -> None:
        """Make the session's turn current and its selection selected."""
        row = self.turns_model.row_of(self._session.turn_id)
        if row < 0 or self._telling:
            return
        self._following = True
        index = self.turns_model.index(row, TEXT)
        selection = QItemSelection()
        for first, last in stretches(self.turns_model.rows_of(self._session.selected)):
            selection.select(self.turns_model.index(first, 0), self.turns_model.index(last, len(COLUMNS) - 1))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False
        self.scrollTo(index)
        self.viewport().update()

    def _on_selection_changed(self) -> None:
        if self._following:
            return
        turn = self.turns_model.turn_at(self.currentIndex().row())
        rows = {row for part in self.selectionModel().selection().toList() for row in range(part.top(), part.bottom() + 1)}
        if turn is not None:
            self._telling = True
            self._session.set_turn(turn.id, self.turns_model.turn_ids(sorted(rows)) or [turn.id])
            self._telling = False
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing in review mode."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._end_drag()
            return
        # Left and right belong to the findings, and a letter must not reach the table's own search.
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Backtab) or (
            event.text().isprintable() and event.text() and not event.modifiers() & COMMAND
        ):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            # Qt's own would go along the columns, or with Ctrl leave the selection, that commands work on, where it was.
            self._go_to_row(0 if event.key() == Qt.Key.Key_Home else self.turns_model.rowCount() - 1, event.modifiers())
        else:
            super().keyPressEvent(event)

    def _go_to_row(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Go to a row; with Shift, all from here to there are selected."""
        turn, here = self.turns_model.turn_at(row), max(0, self.currentIndex().row())
        if turn is not None:
            passed = range(min(here, row), max(here, row) + 1) if modifiers & Qt.KeyboardModifier.ShiftModifier else [row]
            self._session.set_turn(turn.id, self.turns_model.turn_ids(passed))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._wheel += event.angleDelta().y()
            steps = int(self._wheel / NOTCH)
            self._wheel -= steps * NOTCH
            if steps:
                self.zoomed.emit(steps)
            event.accept()
        else:
            super().wheelEvent(event)

    # ------------------------------------------------------------------ mouse

    def place_at(self, where: QPoint) -> Place | None:
        """Return what stands at a place of the viewport."""
        index = self.indexAt(where)
        turn = self.turns_model.turn_at(index.row())
        if turn is None:
            return None
        key = COLUMNS[index.column()].key
        at = self.delegate.code_point_at(turn, self.visualRect(index), where) if key == "text" else 0
        return Place(turn, key, at, word_at(turn.text, at) if key == "text" else None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        where = self.visualRect(self.currentIndex()).topLeft() + QPoint(GUTTER, PAD) if by_key else event.pos()
        if self.place_at(where) is not None and self.commit_editor():
            self.menu_requested.emit(where, by_key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        if place is not None and event.button() == Qt.MouseButton.LeftButton and self._border_at(event.position().toPoint()) < 0:
            self._session.set_turn(place.turn.id)
            self.edit_turn(place.at)

    def _border_at(self, where: QPoint) -> int:
        """Return the row whose lower border is under the mouse and can be dragged, -1 for none."""
        row = self.rowAt(where.y())
        if self.columnAt(where.x()) != TEXT or row < 0 or self._editor is not None:
            return -1
        into = where.y() - self.rowViewportPosition(row)
        upper = row if self.rowHeight(row) - into <= GRIP else row - 1 if into < GRIP else -1
        return upper if upper >= 0 and self.turns_model.adjacent(upper) else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier
        row = self._border_at(where) if plain else -1
        upper, lower = self.turns_model.turn_at(row), self.turns_model.turn_at(row + 1)
        if row < 0 or upper is None or lower is None:
            super().mousePressEvent(event)
        else:
            self._drag = Boundary(self._session, upper, lower, where)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        if self._drag is not None:
            self._drag_to(where)
        else:
            super().mouseMoveEvent(event)
            if self._border_at(where) >= 0:
                self.viewport().setCursor(Qt.CursorShape.SplitVCursor)
            else:
                self.viewport().unsetCursor()

    def _drag_to(self, where: QPoint) -> None:
        assert self._drag is not None
        model, drag = self.turns_model, self._drag
        upper, lower = model.row_of(drag.upper), model.row_of(drag.lower)
        if upper < 0 or lower != upper + 1:
            self._end_drag()
            return
        border = self.rowViewportPosition(lower)
        row = upper if where.y() < border else lower
        turn = model.turn_at(row)
        if turn is not None:
            cell = self.visualRect(model.index(row, TEXT))
            drag.aim(where, border, turn.id, self.delegate.code_point_at(turn, cell, where))
            self.delegate.carried = drag.carried
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag = self._drag
        if drag is None:
            super().mouseReleaseEvent(event)
            return
        self._end_drag()
        place = self.place_at(event.position().toPoint())
        if drag.carried is not None:
            drag.drop()
        elif not drag.moved and place is not None:
            self._session.set_turn(place.turn.id)  # it was a click

    def _end_drag(self) -> None:
        self._drag = self.delegate.carried = None
        self.viewport().unsetCursor()
        self.viewport().update()

    # ------------------------------------------------------------------ find

    def mark(self, needle: str) -> None:
        """Mark where `needle` stands in the texts."""
        self.delegate.needle = needle
        self.viewport().update()

    # ------------------------------------------------------------------ text mode

    @property
    def editor(self) -> TurnEditor | None:
        """The open editor, None in review mode."""
        return self._editor

    def edit_turn(self, at: int | None = None) -> None:
        """Open the editor of the session's turn with the caret at code point `at`, or where the active finding suspects it."""
        if self._editor is not None:
            self._editor.setFocus()
            return
        turn = self.turns_model.turn_at(self.turns_model.row_of(self._session.turn_id))
        if turn is not None:
            self._open_editor(turn, suspected_at(turn, self._session.finding) if at is None else at)

    def _open_editor(self, turn: Turn, at: int) -> TurnEditor | None:
        """Open the editor of a turn in view with the caret at code point `at`; None where that cannot be."""
        if self._session.project is None:
            return None
        index = self.turns_model.index(self.turns_model.row_of(turn.id), TEXT)
        self.scrollTo(index)
        self.edit(index)
        editor = self.indexWidget(index)
        if not isinstance(editor, TurnEditor):
            return None
        self._editor, self.turns_model.held = editor, turn.id
        editor.asked.connect(self._on_editor_asked)
        editor.paged.connect(self._tell_page)
        editor.document().documentLayout().documentSizeChanged.connect(self._on_editor_grew)
        editor.go_to(at)
        self.drafts.follow(editor)
        self._on_editor_grew()
        editor.setFocus()
        if editor.shown is not None:
            self._tell_page(*editor.shown)
        self.mode_changed.emit("text")
        return editor

    def _tell_page(self, first: int, last: int, n: int) -> None:
        """Say which part of a long text the editor shows."""
        said = {"first": first, "last": last, "total": n}
        text = tr("Characters {first} to {last} of {total}. Page Down and Page Up go on at the ends.", **said)
        self._session.noticed.emit(Notice(text))

    @property
    def typed(self) -> Typed | None:
        """What stands in the open editor, None in review mode."""
        editor, transcript = self._editor, self._session.transcript
        if editor is None or transcript is None:
            return None
        return Typed(transcript.id, editor.turn.id, editor.text, editor.at)

    def take_up(self, typed: Typed) -> bool:
        """Open the editor of a turn with what was typed into it before; False where the turn is gone."""
        transcript = self._session.transcript
        if self._editor is not None or transcript is None or transcript.id != typed.transcript_id:
            return False
        turn = self.turns_model.turn_at(self.turns_model.row_of(typed.turn_id))
        editor = None if turn is None else self._open_editor(turn, typed.at)
        if editor is None:
            return False
        if editor.text != typed.text:
            editor.fill(typed.text, typed.at)
            editor.document().setModified(True)
        return True

    def _on_rows_about_to_go(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self._editor is not None and first <= self.turns_model.row_of(self._editor.turn.id) <= last:
            self._carry_over()

    def _carry_over(self) -> None:
        """Note what is being typed: Qt takes the editor away when the model is reset, or its row goes."""
        if self._editor is not None and not self._finishing:
            self._carried_over = self.typed
            self._forget_editor()

    def _take_up_again(self) -> None:
        typed, self._carried_over = self._carried_over, None
        if typed is None:
            return
        focus, self._reopening = QApplication.focusWidget(), True
        taken = self.take_up(typed)
        if taken and focus is not None and focus is not self and not self.isAncestorOf(focus):
            focus.setFocus()
        self._reopening = False
        if not taken:
            self.mode_changed.emit("review")
            text = msg("The turn that was being edited is no longer there. What was typed: {text}", text=typed.text)
            if self._session.transcript is not None:
                self._session.noticed.emit(Notice(str(text), "error"))

    def _forget_editor(self, drop_draft: bool = False) -> None:
        self.drafts.leave(drop_draft)
        editor, self._editor, self.turns_model.held = self._editor, None, None
        if editor is not None:
            editor.ended.emit()

    def _on_editor_grew(self) -> None:
        if self._editor is not None:
            row = self.turns_model.row_of(self._editor.turn.id)
            if row >= 0 and self._size_row(row):
                self.updateEditorGeometries()

    def commit_editor(self) -> bool:
        """Store what was typed and leave text mode; False when it cannot be stored (the editor stays open)."""
        return self._editor is None or self._finish("commit")

    def release_editor(self) -> bool:
        """Leave text mode when that loses nothing; False when what was typed cannot be stored (the editor stays open)."""
        if self._editor is not None and not self._finish("commit") and not self._editor.text.strip():
            self._close_editor(drop_draft=True)  # the turn keeps its text: there is nothing typed that could be lost
        return self._editor is None

    def try_again(self) -> bool:
        """Do again what the editor was asked for last; True when it is done, or there is no editor."""
        return self._editor is None or self._finish(self._last_asked)

    def discard_editor(self, drop_draft: bool = False) -> None:
        """Leave text mode without what was typed; its draft stays in the project, unless it is to go too."""
        self._close_editor(drop_draft)

    def _on_editor_asked(self, what: str) -> None:
        # Closing the editor takes its focus away, which it reports once more.
        if self._editor is None or self._reopening:
            return
        if what == "leave":
            self.release_editor()
        else:
            self._finish(what)

    def _finish(self, what: str) -> bool:
        """Do what the editor's keys ask for, the typed text first, as one undo step, and close the editor."""
        self._last_asked, self._finishing = what, True
        try:
            with self.drafts.held(), self._session.attempt():
                return self._do_asked(what)
        finally:
            self._finishing = False

    def _do_asked(self, what: str) -> bool:
        editor, session = self._editor, self._session
        assert editor is not None
        turn_id = editor.turn.id
        if what == "cancel" or session.transcript is None or turn_id not in session.transcript:
            self._close_editor(drop_draft=True)
            return True
        typed = editor.text
        at = max(0, editor.at - (len(typed) - len(typed.lstrip())))
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
            speaker_id = self.other_speaker(session.transcript.turn(turn_id)) if what == "split_other" else None
            steps.append(partial(turns.split, turn_id=turn_id, at=at, speaker_id=speaker_id))
        elif what == "move_previous":
            steps.append(partial(turns.move_words_to_previous, turn_id=turn_id, at=at))
        elif what == "move_next":
            steps.append(partial(turns.move_words_to_next, turn_id=turn_id, at=at))
        if steps and not session.do_all(*steps):
            return False
        self._close_editor(drop_draft=True)
        if what.startswith("split"):
            new = session.transcript.next(turn_id)
            session.set_turn(new.id if new is not None else turn_id)
        elif what in ("edit_next", "edit_previous"):
            target = following if what == "edit_next" else previous
            if target is not None:
                session.set_turn(target.id)
                self.edit_turn(0)
        return True

    def other_speaker(self, turn: Turn) -> SpeakerId | None:
        transcript = self._session.transcript
        assert transcript is not None
        return next((s.id for s in transcript.speakers if s.id != turn.speaker_id), turn.speaker_id)

    def _close_editor(self, drop_draft: bool = False) -> None:
        editor = self._editor
        self._forget_editor(drop_draft)
        if editor is not None:
            index = self.turns_model.index(self.turns_model.row_of(editor.turn.id), TEXT)
            if self.indexWidget(index) is editor or not editor.isVisible():
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            else:  # what was stored has made the view forget it
                editor.hide()
                editor.deleteLater()
            self.setFocus()
            self.viewport().update()
            self.mode_changed.emit("review")


def stretches(rows: list[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each run of sorted rows that follow each other: Qt takes a range as one, and each row as another."""
    first = 0
    for n in range(1, len(rows) + 1):
        if n == len(rows) or rows[n] != rows[n - 1] + 1:
            yield rows[first], rows[n - 1]
            first = n
