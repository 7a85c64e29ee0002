"""The strip beside the table that shows over which turns each topic lasts. A click on a bar goes to where it begins."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.core.i18n import tr
from annotator.core.model import Topic, TopicId, Turn
from annotator.gui.session import Session
from annotator.gui.theme import Theme, text_font
from annotator.gui.turns.view import TurnsView
from annotator.gui.widgets.labels import shown_name, tooltip

WIDTH = 22
EDGE = 3
MOST_LANES = 3
NAMED = 14
"""A bar that is narrower has no room for its name."""
LEAST_NAME = 30


@dataclass
class Bar:
    """A topic on the rows first..last of those in view; `begins` and `ends` tell whether it does so there.

    Bars that stand beside each other share the width: this one has lane number `lane` of `lanes`.
    """

    topic: Topic
    first: int
    last: int
    begins: bool
    ends: bool
    lane: int = 0
    lanes: int = 1


class TopicStrip(QWidget):
    """Hidden while the codebook is empty."""

    def __init__(self, session: Session, theme: Theme, table: TurnsView):
        super().__init__()
        self._session, self._theme, self._table, self._model = session, theme, table, table.turns_model
        self.setFixedWidth(WIDTH)
        self.setMouseTracking(True)
        for signal in (
            table.verticalScrollBar().valueChanged,
            table.verticalScrollBar().rangeChanged,
            table.verticalHeader().sectionResized,
            self._model.shown_changed,
            theme.changed,
        ):
            signal.connect(self.update)
        for changed in (session.changed, session.transcript_changed, session.project_changed):
            changed.connect(self._refresh)
        session.preferences_changed.connect(self.retranslate)
        self.retranslate()
        self._refresh()

    def retranslate(self) -> None:
        self.setAccessibleName(tr("Topics beside the turns"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 200)

    def _refresh(self) -> None:
        self.setVisible(self._session.transcript is not None and bool(self._session.transcript.topics))
        self.update()

    # ------------------------------------------------------------------ what is where

    def _turn(self, row: int) -> Turn | None:
        return self._model.turn_at(row) if 0 <= row < self._model.rowCount() else None

    def bars(self) -> list[Bar]:
        """Return the bars in view."""
        transcript = self._session.transcript
        row = max(0, self._table.rowAt(0))
        if transcript is None:
            return []
        known = {topic.id: topic for topic in transcript.topics}
        order = {topic_id: place for place, topic_id in enumerate(transcript.topic_paths)}
        before = self._turn(row - 1)
        open_bars: dict[TopicId, Bar] = {}
        found: list[Bar] = []
        room = self._table.viewport().height()
        while (turn := self._turn(row)) is not None and self._table.rowViewportPosition(row) < room:
            for topic_id in [i for i in open_bars if i not in turn.topics]:
                del open_bars[topic_id]
            for topic_id in sorted(turn.topics & known.keys(), key=lambda i: order[i]):
                if topic_id in open_bars:
                    open_bars[topic_id].last = row
                else:
                    begins = before is None or topic_id not in before.topics
                    open_bars[topic_id] = Bar(known[topic_id], row, row, begins, True)
                    found.append(open_bars[topic_id])
            before, row = turn, row + 1
        after = self._turn(row)
        for topic_id, bar in open_bars.items():
            bar.ends = after is None or topic_id not in after.topics
        _share_lanes(found)
        return found

    def box(self, bar: Bar) -> QRectF:
        """Return where a bar is painted: beside its rows."""
        width = (WIDTH - 2) / bar.lanes
        above = self._table.viewport().geometry().top()
        top = self._table.rowViewportPosition(bar.first) + (3 if bar.begins else -8)
        bottom = self._table.rowViewportPosition(bar.last) + self._table.rowHeight(bar.last) - (4 if bar.ends else -8)
        return QRectF(1 + bar.lane * width, above + top, width - 1, bottom - top)

    def bar_at(self, place: QPoint) -> Bar | None:
        return next((bar for bar in self.bars() if self.box(bar).contains(place)), None)

    def range_of(self, bar: Bar) -> tuple[int, int]:
        """Return the first and the last row on which the topic lasts, in view or not."""
        ends = []
        for row, step in ((bar.first, -1), (bar.last, 1)):
            while (turn := self._turn(row + step)) is not None and bar.topic.id in turn.topics:
                row += step
            ends.append(row)
        return ends[0], ends[1]

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        t = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), t.surface)
        painter.fillRect(0, 0, 1, self.height(), t.line)
        area = self._table.viewport().geometry()
        painter.fillRect(0, 0, WIDTH, area.top() - 1, t.window)
        painter.setClipRect(0, area.top(), WIDTH, area.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(11))
        for bar in self.bars():
            self._paint_bar(painter, bar, self.box(bar), area.top(), area.bottom())

    def _paint_bar(self, painter: QPainter, bar: Bar, box: QRectF, top: int, bottom: int) -> None:
        ink, ground = self._theme.topic_colours(bar.topic.colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(box.left(), box.top(), EDGE, box.height()), 1.5, 1.5)
        seen = box.intersected(QRectF(box.left(), top + 3, box.width(), bottom - top - 6))
        if box.width() < NAMED or seen.height() < LEAST_NAME:
            return
        painter.save()
        painter.setPen(ink)
        painter.translate(seen.left() + EDGE, seen.top())
        painter.rotate(90)
        room = QRectF(5, -(seen.width() - EDGE), seen.height() - 10, seen.width() - EDGE)
        name = painter.fontMetrics().elidedText(shown_name(bar.topic.name), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()

    # ------------------------------------------------------------------ the mouse

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.hint(event.pos()), self)
            return True
        return super().event(event)

    def hint(self, place: QPoint) -> str:
        """Return what is said of the bar under the mouse: its topic in full, and its turns."""
        bar, transcript = self.bar_at(place), self._session.transcript
        if bar is None or transcript is None:
            return ""
        numbers = [transcript.position(turn.id) + 1 for row in self.range_of(bar) if (turn := self._turn(row)) is not None]
        turns = tr("Turns {first} to {last}", first=numbers[0], last=numbers[-1])
        full = " / ".join(transcript.topic_paths[bar.topic.id])
        return tooltip("\n".join((full, turns if numbers[0] != numbers[-1] else tr("Turn {number}", number=numbers[0]))))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        there = self.bar_at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar = self.bar_at(event.position().toPoint())
        if bar is not None and event.button() == Qt.MouseButton.LeftButton:
            turn = self._turn(self.range_of(bar)[0])
            if turn is not None:
                self._session.set_turn(turn.id)


def _share_lanes(bars: list[Bar]) -> None:
    """Give each bar a lane; bars come by their first rows. Where there are too many, some are painted over others."""
    group: list[Bar] = []
    ends: list[int] = []
    for bar in bars:
        if ends and bar.first > max(ends):
            group, ends = [], []
        bar.lane = next((lane for lane, last in enumerate(ends) if last < bar.first), min(len(ends), MOST_LANES - 1))
        ends[bar.lane : bar.lane + 1] = [bar.last]
        group.append(bar)
        for one in group:
            one.lanes = len(ends)
