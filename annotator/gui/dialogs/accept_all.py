"""Accept many findings of one kind at once: each with the exact words that go or move, the risky ones unchecked."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QTextLayout
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.core.finding import Finding
from annotator.core.i18n import tr
from annotator.core.model import Transcript
from annotator.detectors import SURE
from annotator.gui.dialogs import Dialog
from annotator.gui.session import Session, kind_title
from annotator.gui.theme import Theme, kind_mark, text_font
from annotator.gui.turns.columns import speaker_label
from annotator.gui.turns.delegate import Range, format_range, lay_out
from annotator.gui.turns.model import Index
from annotator.gui.widgets.chip import paint_check_box
from annotator.gui.widgets.labels import button, label
from annotator.gui.widgets.snippet import clip, with_replacements

PAD = 12
BOX = 18
LEFT = PAD + BOX + PAD
HEAD = 34
FINDING = Qt.ItemDataRole.UserRole


class AcceptAllDialog(Dialog):
    """The open findings of the same kind as `finding`, most certain first."""

    def __init__(self, session: Session, theme: Theme, finding: Finding, parent: QWidget | None = None):
        super().__init__(tr("Accept all like this"), parent)
        assert session.transcript is not None, "a finding belongs to the call on screen"
        self._session = session
        alike = [f for f in session.queue if (f.detector, f.kind) == (finding.detector, finding.kind)]
        alike.sort(key=lambda f: -f.confidence)
        self.body.addWidget(label(f"{kind_mark(finding.detector, finding.kind)}  {kind_title(finding)}", style="heading"))
        told = tr("Checked findings are repaired as one step, which you can undo.")
        if finding.detector == "personal":
            told = tr("The words of checked findings are redacted for good, all at once.")
        self.body.addWidget(label(told, style="dim", wrap=True))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Findings to accept"))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setItemDelegate(FindingDelegate(session, session.transcript, theme, self.list))
        for one in alike:
            does = "; ".join(text for text, _ in lines(session.transcript, one))
            item = QListWidgetItem(f"{session.confidence(one):.2f}: {does}")
            item.setData(FINDING, one)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            # Only what takes away words that stand elsewhere too is safe to take on trust.
            safe = one.detector == "duplicates" and session.confidence(one) >= SURE
            item.setCheckState(Qt.CheckState.Checked if safe else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.body.addWidget(self.list, 1)
        self.ok = button("", self._on_ok, primary=True)
        self.all = button(tr("Check all"), self._on_all)
        self.none = button(tr("Check none"), self._on_none)
        self.finish(self.ok, button(tr("Cancel"), self.reject), aside=(self.all, self.none))
        self.resize(640, 520)
        self.list.itemChanged.connect(self._count)
        self.list.setFocus()
        self._count()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    @property
    def checked(self) -> list[Finding]:
        """The findings that will be accepted."""
        return [item.data(FINDING) for item in self._items() if item.checkState() == Qt.CheckState.Checked]

    def _count(self) -> None:
        n = len(self.checked)
        self.ok.setText(tr("Accept {n} findings", n=n))
        self.ok.setEnabled(n > 0)

    def _check(self, state: Qt.CheckState) -> None:
        for item in self._items():
            item.setCheckState(state)

    def _on_all(self) -> None:
        self._check(Qt.CheckState.Checked)

    def _on_none(self) -> None:
        self._check(Qt.CheckState.Unchecked)

    def _on_ok(self) -> None:
        if self._session.accept_all(self.checked):
            self.accept()


Line = tuple[str, list[Range]]


def lines(transcript: Transcript, finding: Finding) -> Iterator[Line]:
    """Yield, per turn, what accepting does: the words that go or move, with a few around them, and where they stand."""
    fix = finding.fix
    if fix.swap_roles or fix.tags:
        yield str(fix.label), []
    by_turn: dict[int, list[tuple[int, int, str]]] = {}
    for replacement in fix.replaces:
        span = replacement.span
        by_turn.setdefault(span.turn_id, []).append((span.start, span.end, replacement.text))
    for turn_id, replaces in by_turn.items():
        turn = transcript.turn(turn_id)
        text, ranges = clip(*with_replacements(turn.text, replaces))
        head = f"{transcript.position(turn_id) + 1}  {speaker_label(transcript, turn)}:  "
        yield head + text, [(start + len(head), end + len(head), style) for start, end, style in ranges]
    spans = [(span, "gone", "") for span in fix.removes]
    spans += [(span, "topic", "") for span in finding.spans if fix.tags]
    for relabel in fix.relabels:
        speaker = transcript.speaker(relabel.speaker_id)
        spans.append((relabel.span, "two" if finding.split else "cut", speaker.label if speaker else relabel.speaker_id))
    for turn_id in sorted({span.turn_id for span, _, _ in spans}, key=transcript.position):
        turn = transcript.turn(turn_id)
        here = [(span, style, to) for span, style, to in spans if span.turn_id == turn_id]
        text, ranges = clip(turn.text, [(span.start, span.end, style) for span, style, _ in here])
        to = next((f" → {to}" for _, _, to in here if to), "")
        head = f"{transcript.position(turn_id) + 1}  {speaker_label(transcript, turn)}{to}:  "
        yield head + text, [(start + len(head), end + len(head), style) for start, end, style in ranges]


class FindingDelegate(QStyledItemDelegate):
    """A check box, how sure the finding is and what the fix does, and below it the words concerned, as in the table of turns."""

    def __init__(self, session: Session, transcript: Transcript, theme: Theme, parent: QListView):
        super().__init__(parent)
        self._confidence = session.confidence
        self._transcript, self._theme, self._view = transcript, theme, parent

    def _layouts(self, finding: Finding, width: int) -> list[tuple[QTextLayout, int]]:
        font, tokens = text_font(13), self._theme.tokens
        return [
            lay_out(text, font, max(80, width - LEFT - PAD), [format_range(tokens, text, *r) for r in ranges])
            for text, ranges in lines(self._transcript, finding)
        ]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, HEAD + sum(height for _, height in self._layouts(index.data(FINDING), width)) + PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = self._theme.tokens
        finding: Finding = index.data(FINDING)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, t.surface)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height() - 1), t.accent)
        box = QRectF(rect.left() + PAD, rect.top() + 10, BOX, BOX)
        paint_check_box(painter, box, self._theme, Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)))
        painter.setFont(text_font(12))
        painter.setPen(t.text_dim)
        room = QRect(rect.left() + LEFT, rect.top() + 8, rect.width() - LEFT - PAD, 22)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, f"{self._confidence(finding):.2f} · {finding.fix.label}")
        painter.setPen(t.text)
        y = rect.top() + HEAD
        for layout, height in self._layouts(finding, rect.width()):
            layout.draw(painter, QPointF(rect.left() + LEFT, y))
            y += height
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Let a click anywhere in the row, and Space, check and uncheck it."""
        clicked = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not (clicked or pressed):
            return False
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
        after = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
        return model.setData(index, after.value, Qt.ItemDataRole.CheckStateRole)
