"""Paints the cells of the table of turns and makes the editor of a turn's text."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from annotator.core.diff import changed_words
from annotator.core.finding import Finding
from annotator.core.i18n import tr
from annotator.core.model import Transcript, Turn, TurnId
from annotator.gui import keymap
from annotator.gui.dictionary import Dictionary
from annotator.gui.session import Session
from annotator.gui.theme import Theme, Tokens, kind_mark, paint_shape, text_font
from annotator.gui.turns.columns import CLIP, COLUMNS, TEXT, clipped, place_of, speaker_label
from annotator.gui.turns.editor import TurnEditor
from annotator.gui.turns.filter import occurrences
from annotator.gui.turns.marks import paint_bookmark, paint_bubble, paint_pin
from annotator.gui.turns.model import Index, TurnsModel
from annotator.gui.turns.units import code_point, utf16
from annotator.gui.widgets.labels import shown_name

PAD = 8
GUTTER = 24
LINE_HEIGHT = 1.45
MOST_CHARACTERS = 95
KEPT_LAYOUTS = 400
PIN = 10
GAP = 24
"""Height of the strip that stands for turns that are left out."""
NOTE = 4
"""Room between a text and what stands under it."""
BUBBLE = 18
"""Room for the mark before a comment."""

Range = tuple[int, int, str]
"""Code points start..end and a style (see format_range)."""


@dataclass
class TextBlock:
    """A laid-out text: what it was made from, what stands under it, and the height of it all."""

    made_from: object
    layout: QTextLayout
    height: int
    notes: list[Note] = field(default_factory=list)


@dataclass
class Note:
    """Dim words under a text: `kind` is "source" or "comment"."""

    kind: str
    layout: QTextLayout
    top: int


@dataclass(frozen=True)
class Carried:
    """Words that are being carried over a border: those before or after code point `at` of a turn."""

    turn_id: TurnId
    at: int
    before: bool


class TurnDelegate(QStyledItemDelegate):
    def __init__(self, session: Session, theme: Theme, model: TurnsModel, dictionary: Dictionary, view: QTableView):
        super().__init__(view)
        self._dictionary = dictionary
        self._view = view
        self._session, self._theme, self._model = session, theme, model
        self._blocks: OrderedDict[TurnId, TextBlock] = OrderedDict()
        self.needle = ""
        self.editing: TurnId | None = None
        self.carried: Carried | None = None

    # ------------------------------------------------------------------ layout

    @property
    def font(self) -> QFont:
        return text_font(self._session.settings.font_size)

    def forget(self) -> None:
        """Lay everything out anew: colours or fonts have changed."""
        self._blocks.clear()

    def height(self, turn: Turn, width: int) -> int:
        """Return the height of the turn's row when its text column is `width` wide."""
        chips = [] if self._view.isColumnHidden(place_of("topics")) else self._topic_rows(turn, self._topics_width())
        return self.gap(turn) + max(self.block(turn, width).height + 2 * PAD, 38, len(chips) * 24 + 2 * PAD - 4)

    def gap(self, turn: Turn) -> int:
        """Return the height of the strip over a turn that stands for turns that are left out."""
        return GAP if self._model.gap_before(turn.id) else 0

    def block(self, turn: Turn, width: int) -> TextBlock:
        """Return the laid-out text of a turn, from the cache when nothing has changed."""
        ranges = tuple(self._ranges(turn))
        source = self._source(turn)
        made_from = (turn.text, turn.hidden, turn.comment, width, ranges, source)
        block = self._blocks.get(turn.id)
        if block is None or block.made_from != made_from:
            block = self._blocks[turn.id] = self._lay_out(turn, self.text_width(width), ranges, source)
            block.made_from = made_from
            if len(self._blocks) > KEPT_LAYOUTS:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(turn.id)
        return block

    def text_width(self, column_width: int) -> int:
        """Return the width of the lines: at most about 95 characters."""
        most = QFontMetrics(self.font).averageCharWidth() * MOST_CHARACTERS
        return max(80, min(column_width - GUTTER - PAD, most))

    @property
    def _note_font(self) -> QFont:
        return text_font(max(11, self._session.settings.font_size - 2))

    def _source(self, turn: Turn) -> tuple[str, str] | None:
        """Return who speaks the source of a turn, "" where it is the same speaker, and its words; None when it is not shown."""
        transcript = self._session.transcript
        if not self._session.settings.show_source or transcript is None or not transcript.edited(turn):
            return None
        before = transcript.source_speakers(turn)
        labels = [shown_name(s.label) for s in transcript.speakers if s.id in before] + [tr("Unclear")] * (None in before)
        return ("" if before == (turn.speaker_id,) else ", ".join(labels)), transcript.source_text(turn)

    def _lay_out(self, turn: Turn, width: int, ranges: tuple[Range, ...], source: tuple[str, str] | None) -> TextBlock:
        tokens, text = self._theme.tokens, clipped(turn.text)
        notes: list[Note] = []
        changed: list[Range] = []
        if source is not None:
            said, lost, changed = source_note(*source, turn.text)
            formats = [format_range(tokens, said, *r) for r in lost]
            layout, room = lay_out(said, self._note_font, width, formats)
            notes.append(Note("source", layout, room))
        if turn.comment:
            metrics = QFontMetrics(self._note_font)
            words = metrics.elidedText(" ".join(turn.comment[:CLIP].split()), Qt.TextElideMode.ElideRight, width - BUBBLE)
            layout, room = lay_out(words, self._note_font, width, [])
            notes.append(Note("comment", layout, room))
        layout, height = lay_out(text, self.font, width, [format_range(tokens, text, *r) for r in (*changed, *ranges)])
        for note in notes:
            room, note.top = note.top, height + NOTE
            height = note.top + room
        return TextBlock(None, layout, height, notes)

    def code_point_at(self, turn: Turn, cell: QRect, place: QPoint) -> int:
        """Return the code point of a turn's text that stands nearest to `place` in its cell."""
        layout = self.block(turn, cell.width()).layout
        x, y = place.x() - cell.left() - GUTTER, place.y() - cell.top() - self.gap(turn) - PAD
        line_height = round(self.font.pixelSize() * LINE_HEIGHT)
        line = layout.lineAt(max(0, min(layout.lineCount() - 1, y // line_height)))
        at: int = line.xToCursor(x)
        return min(code_point(turn.text[: CLIP + 1], at), CLIP, len(turn.text))

    def _ranges(self, turn: Turn) -> Iterator[Range]:
        if turn.hidden:
            yield 0, len(turn.text), "hidden"
        for finding in self._model.findings_of(turn.id):
            active = finding == self._session.finding
            gone = [s for s in finding.fix.removes if s.turn_id == turn.id]
            moved = [r.span for r in finding.fix.relabels if r.span.turn_id == turn.id] if active else []
            two = finding.kind == "two_speakers"
            rests = {"duplicates": "copy", "topics": "topic", "corrections": "fix"}
            rest = rests.get(finding.detector, "cut" if active else "quiet")
            for span in finding.spans:
                if span.turn_id == turn.id and not two and not any(g.start <= span.start and span.end <= g.end for g in gone):
                    yield span.start, min(span.end, CLIP), rest
            for style, spans in (("two" if two else "moved", moved), ("gone", gone)):
                for span in spans:
                    yield span.start, min(span.end, CLIP), style
        for start, end in occurrences(turn.text[:CLIP], self.needle):
            yield start, end, "match"
        if self._dictionary.on:
            for start, end in self._dictionary.unknown(turn.text[:CLIP]):
                yield start, end, "unknown"
        if self.carried is not None and self.carried.turn_id == turn.id:
            shown = min(len(turn.text), CLIP)
            yield (0, self.carried.at, "carried") if self.carried.before else (self.carried.at, shown, "carried")

    # ------------------------------------------------------------------ painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        turn, transcript = self._model.turn_at(index.row()), self._session.transcript
        if turn is None or transcript is None:
            return
        t = self._theme.tokens
        rect: QRect = option.rect  # type: ignore[attr-defined]
        selected = len(self._session.selected) > 1 and self._session.is_selected(turn.id)
        key = COLUMNS[index.column()].key
        painter.save()
        left_out = self._model.gap_before(turn.id)
        if left_out:
            self._paint_gap(painter, QRect(rect.left(), rect.top(), rect.width(), GAP), left_out if key == "text" else 0)
            rect = rect.adjusted(0, GAP, 0, 0)
        painter.fillRect(rect, t.highlight if selected else t.surface)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line)
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

    def _paint_gap(self, painter: QPainter, rect: QRect, left_out: int) -> None:
        """Paint a strip that says how many turns are left out; 0 says nothing."""
        t = self._theme.tokens
        painter.fillRect(rect, t.surface_alt)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line)
        if left_out:
            painter.setFont(text_font(12))
            painter.setPen(t.text_dim)
            words = "· · ·   " + tr("{n} turns left out", n=left_out)
            painter.drawText(rect.adjusted(GUTTER, 0, 0, -1), Qt.AlignmentFlag.AlignVCenter, words)

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
        if turn.bookmarked:
            paint_bookmark(painter, QRectF(rect.right() - 16, rect.top() + PAD + 17, 8, 11), t.text)

    def _paint_speaker(self, painter: QPainter, rect: QRect, transcript: Transcript, turn: Turn) -> None:
        place, colour = self._theme.speaker_look(transcript, turn.speaker_id)
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
        name = shown_name(speaker_label(transcript, turn))
        label = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room.width())
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
        painter.setPen(t.text_dim)
        for note in block.notes:
            under = origin + QPointF(0, note.top)
            if note.kind == "comment":
                middle = under.y() + self._note_font.pixelSize() * LINE_HEIGHT / 2
                paint_bubble(painter, QRectF(under.x() + 1, middle - 5, 11, 8), t.text_dim)
                under += QPointF(BUBBLE, 0)
            note.layout.draw(painter, under)
        if self.carried is not None and self.carried.turn_id == turn.id:
            self._paint_caret(painter, block.layout, origin, utf16(turn.text, self.carried.at), t.accent)
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
            label = metrics.elidedText(shown_name(name), Qt.TextElideMode.ElideRight, rect.width() - 2 * PAD - 16)
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
        editor = TurnEditor(turn, self.font, lambda event: keymap.of(self._session).chord(event), parent)
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
        turn = self._model.turn_at(index.row())
        top = 1 if turn is None else 1 + self.gap(turn)
        editor.setGeometry(rect.adjusted(GUTTER - 8, top, 0, -2))


def format_range(tokens: Tokens, text: str, start: int, end: int, style: str) -> QTextLayout.FormatRange:
    """Return how code points start..end of `text` look.

    `style` is "gone", "copy", "cut", "quiet" (a cut that is not at hand), "moved", "two", "fix", "match", "hidden"; "lost" and
    "new" beside the source; "unknown" to the dictionary; "carried" over a border.
    """
    made = QTextCharFormat()
    if style == "gone":
        made.setFontStrikeOut(True)
        made.setForeground(tokens.duplicate)
        made.setBackground(tokens.duplicate_ground)
    elif style == "copy":
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(tokens.duplicate)
    elif style == "topic":
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        made.setUnderlineColor(tokens.topic)
    elif style == "fix":
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(tokens.edited)
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
    elif style == "lost":
        made.setFontStrikeOut(True)
        made.setForeground(tokens.edited)
    elif style == "new":
        made.setBackground(tokens.edited_ground)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(tokens.edited)
    elif style == "unknown":
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        made.setUnderlineColor(tokens.text_dim)
    elif style == "carried":
        made.setBackground(tokens.accent_ground)
        made.setForeground(tokens.accent)
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


def source_note(speaker: str, source: str, text: str) -> tuple[str, list[Range], list[Range]]:
    """Return what stands under a text about its source, which of these words were lost, and which words of the text are new.

    Of a long text only what is shown is compared, and what differs at the end of that may go on behind it.
    """
    head = tr("Source, {speaker}:", speaker=speaker) if speaker else tr("Source:")
    if source == text:
        return f"{head} {tr('the same words')}", [], []
    if not source:
        return f"{head} {tr('none of these words')}", [], [(0, min(len(text), CLIP), "new")]
    shown, ours = source[:CLIP].rstrip(), text[:CLIP].rstrip()
    lost, new = changed_words(shown, ours)
    if len(source) > CLIP or len(text) > CLIP:
        lost, new = [r for r in lost if r[1] < len(shown)], [r for r in new if r[1] < len(ours)]
    at = len(head) + 1
    return f"{head} {clipped(source)}", [(a + at, b + at, "lost") for a, b in lost], [(a, b, "new") for a, b in new]


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
