"""Paints the cells of the table of turns and makes the editor of a turn's text."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from annotator.core.finding import Finding
from annotator.core.model import Transcript, Turn, TurnId
from annotator.gui.session import Session
from annotator.gui.theme import Theme, Tokens, kind_mark, paint_shape, text_font
from annotator.gui.turns.columns import CLIP, COLUMNS, TEXT, speaker_label
from annotator.gui.turns.editor import TurnEditor
from annotator.gui.turns.filter import occurrences
from annotator.gui.turns.model import Index, TurnsModel

PAD = 8
GUTTER = 24
LINE_HEIGHT = 1.45
MOST_CHARACTERS = 95
KEPT_LAYOUTS = 400
PIN = 10

Range = tuple[int, int, str]
"""Code points start..end and a style (see format_range)."""


@dataclass
class TextBlock:
    """A laid-out text: what it was made from, and its height."""

    made_from: object
    layout: QTextLayout
    height: int


class TurnDelegate(QStyledItemDelegate):
    def __init__(self, session: Session, theme: Theme, model: TurnsModel, view: QTableView):
        super().__init__(view)
        self._view = view
        self._session, self._theme, self._model = session, theme, model
        self._blocks: OrderedDict[TurnId, TextBlock] = OrderedDict()
        self.needle = ""
        self.editing: TurnId | None = None

    # ------------------------------------------------------------------ layout

    @property
    def font(self) -> QFont:
        return text_font(self._session.settings.font_size)

    def forget(self) -> None:
        """Lay everything out anew: colours or fonts have changed."""
        self._blocks.clear()

    def height(self, turn: Turn, width: int) -> int:
        """Return the height of the turn's row when its text column is `width` wide."""
        chips = self._topic_rows(turn, self._topics_width())
        return max(self.block(turn, width).height + 2 * PAD, 38, len(chips) * 24 + 2 * PAD - 4)

    def block(self, turn: Turn, width: int) -> TextBlock:
        """Return the laid-out text of a turn, from the cache when nothing has changed."""
        ranges = tuple(self._ranges(turn))
        made_from = (turn.text, turn.hidden, width, ranges)
        block = self._blocks.get(turn.id)
        if block is None or block.made_from != made_from:
            layout, height = self._lay_out(turn, self.text_width(width), ranges)
            block = self._blocks[turn.id] = TextBlock(made_from, layout, height)
            if len(self._blocks) > KEPT_LAYOUTS:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(turn.id)
        return block

    def text_width(self, column_width: int) -> int:
        """Return the width of the lines: at most about 95 characters."""
        most = QFontMetrics(self.font).averageCharWidth() * MOST_CHARACTERS
        return max(80, min(column_width - GUTTER - PAD, most))

    def _lay_out(self, turn: Turn, width: int, ranges: tuple[Range, ...]) -> tuple[QTextLayout, int]:
        text = turn.text[:CLIP] + ("…" if len(turn.text) > CLIP else "")
        return lay_out(text, self.font, width, [format_range(self._theme.tokens, text, *r) for r in ranges])

    def _ranges(self, turn: Turn) -> Iterator[Range]:
        if turn.hidden:
            yield 0, len(turn.text), "hidden"
        for finding in self._model.findings_of(turn.id):
            active = finding == self._session.finding
            gone = [s for s in finding.fix.removes if s.turn_id == turn.id]
            moved = [r.span for r in finding.fix.relabels if r.span.turn_id == turn.id] if active else []
            two = finding.kind == "two_speakers"
            rest = "copy" if finding.detector == "duplicates" else "cut" if active else "quiet"
            for span in finding.spans:
                if span.turn_id == turn.id and not two and not any(g.start <= span.start and span.end <= g.end for g in gone):
                    yield span.start, min(span.end, CLIP), rest
            for style, spans in (("two" if two else "moved", moved), ("gone", gone)):
                for span in spans:
                    yield span.start, min(span.end, CLIP), style
        for start, end in occurrences(turn.text[:CLIP], self.needle):
            yield start, end, "match"

    # ------------------------------------------------------------------ painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        turn, transcript = self._model.turn_at(index.row()), self._session.transcript
        if turn is None or transcript is None:
            return
        t = self._theme.tokens
        rect: QRect = option.rect  # type: ignore[attr-defined]
        selected = turn.id in self._session.selected and len(self._session.selected) > 1
        painter.save()
        painter.fillRect(rect, t.highlight if selected else t.surface)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line)
        key = COLUMNS[index.column()].key
        if key == "number":
            self._paint_number(painter, rect, transcript, turn)
        elif key == "time":
            painter.setPen(t.text_dim)
            painter.drawText(
                rect.adjusted(PAD, PAD, -4, 0), Qt.AlignmentFlag.AlignTop, COLUMNS[index.column()].text(transcript, turn)
            )
        elif key == "speaker":
            self._paint_speaker(painter, rect, transcript, turn)
        elif key == "text":
            self._paint_text(painter, rect, turn)
        else:
            self._paint_topics(painter, rect, transcript, turn)
        painter.restore()

    def _paint_number(self, painter: QPainter, rect: QRect, transcript: Transcript, turn: Turn) -> None:
        t = self._theme.tokens
        if turn.id == self._session.turn_id:
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height() - 1), t.accent)
        font = QFont(painter.font())
        font.setPixelSize(12)
        painter.setFont(font)
        top = rect.adjusted(6, PAD + 2, -8, 0)
        painter.setPen(t.text_dim)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(top, flags, str(transcript.position(turn.id) + 1))
        if transcript.edited(turn):
            painter.fillRect(QRect(rect.right() - 3, rect.top() + PAD, 3, rect.height() - 2 * PAD - 1), t.edited)
        if turn.reviewed:
            painter.setPen(QPen(t.accent, 2))
            x, y = rect.left() + 11, rect.top() + PAD + 9
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawPolyline([QPointF(x, y), QPointF(x + 3, y + 3), QPointF(x + 8, y - 4)])
        if turn.comment:
            painter.setPen(QPen(t.text_dim, 1.5))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(rect.right() - 24, rect.top() + PAD + 18, 12, 8)
            if box.bottom() + 4 < rect.bottom():
                painter.drawRoundedRect(box, 2, 2)
                painter.drawLine(box.bottomLeft() + QPointF(3, 0), box.bottomLeft() + QPointF(3, 3))

    def _paint_speaker(self, painter: QPainter, rect: QRect, transcript: Transcript, turn: Turn) -> None:
        place = transcript.speaker_place(turn.speaker_id)
        colour = self._theme.speaker_colour(place)
        font = QFont(painter.font())
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        middle = rect.top() + PAD + round(self.font.pixelSize() * LINE_HEIGHT / 2)
        paint_shape(painter, QRectF(rect.left() + PAD, middle - 5, 10, 10), place, colour)
        painter.setPen(colour)
        room = QRect(rect.left() + PAD + 18, middle - 12, rect.width() - PAD - 22, 24)
        if turn.pinned:
            room.setRight(rect.right() - PAD - PIN)
            paint_pin(painter, QRectF(rect.right() - PAD - PIN + 3, middle - 7, PIN, 14), self._theme.tokens.accent)
            painter.setPen(colour)
        label = painter.fontMetrics().elidedText(speaker_label(transcript, turn), Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)

    def _paint_text(self, painter: QPainter, rect: QRect, turn: Turn) -> None:
        t = self._theme.tokens
        if turn.id == self.editing:
            return
        findings = self._model.findings_of(turn.id)
        self._paint_marks(painter, rect, findings)
        painter.setClipRect(rect)
        painter.setPen(t.text)
        origin = QPointF(rect.left() + GUTTER, rect.top() + PAD)
        block = self.block(turn, rect.width())
        block.layout.draw(painter, origin)
        for finding in findings:
            if finding.split is not None and finding.split[0] == turn.id and finding.split[1] < CLIP:
                colour, _ = self._theme.finding_colours(finding.detector, finding.kind)
                self._paint_caret(painter, block.layout, origin, utf16(turn.text, finding.split[1]), colour)

    def _paint_marks(self, painter: QPainter, rect: QRect, findings: list[Finding]) -> None:
        """Paint one mark per kind in the gutter: the active finding's one filled."""
        font = QFont(painter.font())
        font.setPixelSize(11)
        font.setBold(True)
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kinds: dict[str, Finding] = {}
        for finding in findings:
            mark = kind_mark(finding.detector, finding.kind)
            if mark not in kinds or finding == self._session.finding:
                kinds[mark] = finding
        y = rect.top() + PAD + 2
        for mark, finding in kinds.items():
            if y + 16 > rect.bottom():
                break
            colour, ground = self._theme.finding_colours(finding.detector, finding.kind)
            active = finding == self._session.finding
            box = QRectF(rect.left() + 3, y, 16, 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour if active else ground)
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(self._theme.tokens.surface if active else colour)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark)
            y += 19

    def _paint_caret(self, painter: QPainter, layout: QTextLayout, origin: QPointF, at: int, colour: QColor) -> None:
        line = layout.lineForTextPosition(at)
        if line.isValid():
            x = origin.x() + line.cursorToX(at)[0] - 1.5  # type: ignore[index]
            y = origin.y() + line.y()
            painter.fillRect(QRectF(x - 1, y - 1, 2, line.height() + 2), colour)
            painter.fillRect(QRectF(x - 3, y - 1, 6, 2), colour)
            painter.fillRect(QRectF(x - 3, y + line.height(), 6, 2), colour)

    def _topics_width(self) -> int:
        return self._view.columnWidth(len(COLUMNS) - 1)

    def _topic_rows(self, turn: Turn, width: int) -> list[tuple[str, str]]:
        """Return (name, colour) of each chip; one chip a row."""
        transcript = self._session.transcript
        if transcript is None or not turn.topics:
            return []
        return [(topic.name, topic.colour) for topic in transcript.topics if topic.id in turn.topics]

    def _paint_topics(self, painter: QPainter, rect: QRect, transcript: Transcript, turn: Turn) -> None:
        font = QFont(painter.font())
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = rect.top() + PAD
        for name, given in self._topic_rows(turn, rect.width()):
            colour, ground = self._theme.topic_colours(given)
            metrics = painter.fontMetrics()
            label = metrics.elidedText(name, Qt.TextElideMode.ElideRight, rect.width() - 2 * PAD - 16)
            box = QRectF(rect.left() + PAD, y, metrics.horizontalAdvance(label) + 16, 20)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 6, 6)
            painter.setPen(colour)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)
            y += 24

    # ------------------------------------------------------------------ editing

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        turn = self._model.turn_at(index.row())
        width = option.rect.width()  # type: ignore[attr-defined]
        return QSize(width, 38 if turn is None else self.height(turn, width))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget | None:
        turn = self._model.turn_at(index.row())
        if turn is None or index.column() != TEXT:
            return None
        self.editing = turn.id
        editor = TurnEditor(turn, self.font, parent)
        editor.setAccessibleName(speaker_label(self._session.transcript, turn) if self._session.transcript else "")
        editor.ended.connect(self._on_editor_ended)
        return editor

    def _on_editor_ended(self) -> None:
        self.editing = None

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave keys and focus to the editor: Qt would commit and close on its own terms."""
        return False

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Keep what is being typed: the editor got its text when it was made."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Leave it to the view, which knows what the text is to become (see TurnsView)."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        # Border, padding and margin of the editor are 8 pixels, so its lines break where those of the cell do.
        editor.setGeometry(rect.adjusted(GUTTER - 8, 1, 0, -2))


def paint_pin(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Paint a pin that stands: from here on the speakers are right."""
    head = QRectF(box.left() + 2, box.top(), box.width() - 4, box.height() * 0.45)
    foot = box.top() + box.height() * 0.62
    path = QPainterPath(head.topLeft())
    for corner in (head.topRight(), head.bottomRight(), QPointF(box.right(), foot), QPointF(box.left(), foot), head.bottomLeft()):
        path.lineTo(corner)
    path.closeSubpath()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    painter.drawLine(QPointF(box.center().x(), foot), QPointF(box.center().x(), box.bottom()))
    painter.fillPath(path, colour)


def format_range(tokens: Tokens, text: str, start: int, end: int, style: str) -> QTextLayout.FormatRange:
    """Return how code points start..end of `text` look.

    `style` is "gone", "copy", "cut", "quiet" (a cut that is not at hand), "moved", "two", "match" or "hidden".
    """
    made = QTextCharFormat()
    if style == "gone":
        made.setFontStrikeOut(True)
        made.setForeground(tokens.duplicate)
        made.setBackground(tokens.duplicate_ground)
    elif style == "copy":
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(tokens.duplicate)
    elif style in ("cut", "quiet"):
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        made.setUnderlineColor(tokens.cut)
        if style == "cut":
            made.setBackground(tokens.cut_ground)
    elif style == "moved":
        made.setBackground(tokens.cut_ground)
        made.setForeground(tokens.cut)
    elif style == "two":
        made.setBackground(tokens.two_ground)
        made.setForeground(tokens.two)
    elif style == "hidden":
        made.setFontStrikeOut(True)
        made.setForeground(tokens.text_dim)
    else:
        made.setBackground(tokens.match)
    range_ = QTextLayout.FormatRange()
    range_.start = utf16(text, start)  # type: ignore[attr-defined]
    range_.length = utf16(text, end) - utf16(text, start)  # type: ignore[attr-defined]
    range_.format = made  # type: ignore[attr-defined]
    return range_


def lay_out(shown: str, font: QFont, width: int, formats: list[QTextLayout.FormatRange]) -> tuple[QTextLayout, int]:
    """Wrap a text at `width` with the line height of the program; return the layout and its height."""
    layout = QTextLayout(shown.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats)
    line_height = round(font.pixelSize() * LINE_HEIGHT)
    layout.beginLayout()
    y = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y + (line_height - line.height()) / 2))
        y += line_height
    layout.endLayout()
    return layout, max(y, line_height)


def utf16(text: str, at: int) -> int:
    """Return the offset in UTF-16 units, which Qt counts in, of code point `at`."""
    return at if max(text, default="") <= "\uffff" else at + sum(c > "\uffff" for c in text[:at])


def code_point(text: str, at: int) -> int:
    """Return the code point at a UTF-16 offset: the inverse of utf16."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * at].decode("utf-16-le", "ignore"))
