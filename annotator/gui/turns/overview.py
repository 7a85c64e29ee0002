"""The strip beside the table: who speaks (left), where findings and bookmarks are (right), what is reviewed (a line).

A click goes there.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from annotator.core.i18n import tr
from annotator.gui.session import Session
from annotator.gui.theme import Theme
from annotator.gui.turns.model import TurnsModel

WIDTH = 22
LATE_MS = 120


class Overview(QWidget):
    def __init__(self, session: Session, theme: Theme, model: TurnsModel):
        super().__init__()
        self._session, self._theme, self._model = session, theme, model
        self._picture: QPixmap | None = None
        self.setFixedWidth(WIDTH)
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(self._forget)
        for signal in (session.changed, session.findings_changed):
            signal.connect(self._redraw)
        for signal in (session.preferences_changed, model.shown_changed, theme.changed):
            signal.connect(self._forget)
        session.turn_changed.connect(self.update)
        session.preferences_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(tr("Overview of the call"))
        self.setToolTip(tr("Left: who speaks. Right: findings, and bookmarks as flags. Click to go there."))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 200)

    def _redraw(self) -> None:
        """Follow a little later: the table is what the reviewer waits for."""
        self._late.start()

    def _forget(self) -> None:
        self._picture = None
        self.update()

    def resizeEvent(self, event: object) -> None:
        self._picture = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        row, rows = self._model.row_of(self._session.turn_id), self._model.rowCount()
        if row >= 0:
            y = row * self.height() / rows
            painter.fillRect(QRectF(0, y, WIDTH, max(3.0, self.height() / rows)), Qt.BrushStyle.NoBrush)
            painter.setPen(self._theme.tokens.text)
            painter.drawRect(QRectF(0.5, y, WIDTH - 1.5, max(3.0, min(12.0, self.height() / rows))))

    def _draw(self) -> QPixmap:
        """Paint one line of pixels per group of turns, so that any number of turns costs the same."""
        t, transcript = self._theme.tokens, self._session.transcript
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(round(WIDTH * ratio), max(1, round(self.height() * ratio))))
        picture.setDevicePixelRatio(ratio)
        picture.fill(t.window)
        rows = self._model.rowCount()
        if transcript is None or not rows:
            return picture
        painter = QPainter(picture)
        step = self.height() / rows
        stride = max(1, int(1 / step))
        looks = {s: self._theme.speaker_look(transcript, s) for s in (None, *(speaker.id for speaker in transcript.speakers))}
        for row in range(0, rows, stride):
            turn = self._model.turn_at(row)
            if turn is not None:
                place, colour = looks[turn.speaker_id]
                painter.setOpacity(0.55)
                # The second speaker's stripe is narrower: colour alone does not tell them apart.
                painter.fillRect(QRectF(3, row * step, 8 if place % 2 == 0 else 4, max(1.0, step * stride - 0.5)), colour)
                painter.setOpacity(1)
                if turn.reviewed:
                    painter.fillRect(QRectF(0, row * step, 2, max(1.0, step * stride)), t.accent)
        for finding in self._session.queue:
            if finding.fix.swap_roles is not None:
                continue  # it concerns the whole call, not these turns
            colour, _ = self._theme.finding_colours(finding.detector, finding.kind)
            for turn_id in finding.turn_ids:
                row = self._model.row_of(turn_id)
                if row >= 0:
                    painter.fillRect(QRectF(13, row * step, 6, max(2.0, min(step, 10.0))), colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(t.window)
        painter.setBrush(t.text)
        for turn in transcript.turns:
            row = self._model.row_of(turn.id) if turn.bookmarked else -1
            if row >= 0:
                y = row * step + min(step, 12.0) / 2
                painter.drawPolygon([QPointF(WIDTH, y - 5), QPointF(WIDTH, y + 5), QPointF(WIDTH - 8, y)])
        painter.end()
        return picture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        rows = self._model.rowCount()
        row = min(rows - 1, max(0, int(event.position().y() * rows / max(1, self.height()))))
        turn = self._model.turn_at(row)
        if turn is not None:
            self._session.set_turn(turn.id)
