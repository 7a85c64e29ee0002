"""The first page: open transcripts, a sample, or a project of late."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.core.i18n import tr
from annotator.gui.session import Session
from annotator.gui.theme import Theme, app_icon, text_font
from annotator.gui.widgets.labels import button, label, tooltip, visible
from annotator.paths import resources

WIDTH = 640
ICON = 72
ROW = 44
MOST_RECENT = 6
SAMPLES = {"ru": "support_call_ru.txt", "en": "sales_call_en.txt"}


class DropFrame(QFrame):
    """A place with a dashed border: files can be dropped here (the window takes them)."""

    def __init__(self, theme: Theme):
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.text_dim, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(t.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class RecentProject(QAbstractButton):
    """The name of a project over its folder; one that is gone cannot be pressed and says so."""

    def __init__(self, theme: Theme, path: Path):
        super().__init__()
        self._theme, self._name = theme, path.stem
        self.setEnabled(path.is_file())
        self._folder = str(path.parent) if self.isEnabled() else tr("not found in {folder}", folder=str(path.parent))
        self.setAccessibleName(f"{self._name}, {self._folder}")
        self.setToolTip(tooltip(str(path)))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(200, ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or (self.underMouse() and self.isEnabled()):
            painter.setPen(QPen(t.focus, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(t.surface_alt)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        room = self.rect().adjusted(8, 5, -8, -5)
        bold = text_font(13)
        bold.setWeight(QFont.Weight.DemiBold)
        for font, side, ink, text in (
            (bold, Qt.AlignmentFlag.AlignTop, t.text if self.isEnabled() else t.text_dim, self._name),
            (text_font(12), Qt.AlignmentFlag.AlignBottom, t.text_dim, self._folder),
        ):
            painter.setFont(font)
            painter.setPen(ink)
            shown = painter.fontMetrics().elidedText(visible(text), Qt.TextElideMode.ElideMiddle, room.width())
            painter.drawText(room, side, shown)


class WelcomePage(QWidget):
    """`on_open` asks for files; `on_open_sample` is given the path of a sample."""

    def __init__(self, session: Session, theme: Theme, on_open: Callable[[], object], on_open_sample: Callable[[Path], object]):
        super().__init__()
        self._session, self._theme = session, theme
        self._on_open, self._on_open_sample = on_open, on_open_sample
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        session.preferences_changed.connect(self.retranslate)
        session.project_changed.connect(self.retranslate)  # the recent projects have changed
        self.retranslate()

    def retranslate(self) -> None:
        """Build the page anew: in another language, or when the list of recent projects differs."""
        page = QWidget()
        middle = QHBoxLayout(page)
        middle.setContentsMargins(24, 24, 24, 24)
        middle.addStretch(1)
        column = QWidget()
        column.setMaximumWidth(WIDTH)
        middle.addWidget(column, 100)
        middle.addStretch(1)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(24)
        rows.addStretch(1)
        rows.addLayout(self._head())
        rows.addWidget(self._drop())
        if self._session.settings.recent:
            rows.addLayout(self._recent())
        private = tr("Everything stays on this computer: nothing is sent anywhere, and your files are never altered.")
        rows.addWidget(label(private, style="dim", wrap=True))
        rows.addStretch(2)
        # A click on a button of the old page may be what rebuilds it: it must outlive the click.
        if (old := self._scroll.takeWidget()) is not None:
            old.deleteLater()
        self._scroll.setWidget(page)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        icon = QLabel()
        icon.setPixmap(app_icon().pixmap(ICON, ICON))
        row.addWidget(icon)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(label("annotator", style="heading"))
        words.addWidget(label(tr("Correct, tag and export transcripts of two-party calls."), wrap=True))
        words.addStretch(1)
        row.addLayout(words, 1)
        return row

    def _drop(self) -> QFrame:
        frame = DropFrame(self._theme)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(24, 24, 24, 24)
        inside.setSpacing(16)
        text = label(tr("Drop transcripts here, or open a sample."), style="strong", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(text)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.open = button(tr("Open…"), self._on_open, primary=True)
        row.addWidget(self.open)
        self.samples = []
        for code, title in (("ru", tr("Sample in Russian")), ("en", tr("Sample in English"))):
            made = button(title, partial(self._on_open_sample, resources() / "samples" / SAMPLES[code]))
            self.samples.append(made)
            row.addWidget(made)
        row.addStretch(1)
        inside.addLayout(row)
        return frame

    def _recent(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.addWidget(label(tr("Recent projects"), style="strong"))
        rows.addSpacing(4)
        self.recent = []
        for path in map(Path, self._session.settings.recent[:MOST_RECENT]):
            made = RecentProject(self._theme, path)
            made.clicked.connect(partial(self._session.open_paths, [path]))
            self.recent.append(made)
            rows.addWidget(made)
        return rows
