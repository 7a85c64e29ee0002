"""The first turns that a reading of a file gives: what tells a right reading from a wrong one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from annotator.core.i18n import tr
from annotator.core.model import Imported
from annotator.gui.theme import Theme, paint_shape
from annotator.gui.widgets.labels import shown_name, tooltip

SHOWN = 40
LONGEST = 300
"""Characters of a turn that are shown."""
SHAPE = 12


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The first turns of a call (start in ms, place of the speaker, name, text), and how many turns and speakers it has."""

    turns: tuple[tuple[int | None, int, str, str], ...]
    total: int
    speakers: int

    def __str__(self) -> str:
        return f"{tr('{n} turns', n=self.total)}, {tr('{n} speakers', n=self.speakers)}"


def glimpse(imported: Imported) -> Glimpse:
    """Return what to show of a call, so that the rest of it need not be kept."""
    places = {speaker.id: place for place, speaker in enumerate(imported.speakers)}
    names = {speaker.id: speaker.label for speaker in imported.speakers}
    turns = tuple(
        (turn.start_ms, places.get(turn.speaker_id or "", -1), names.get(turn.speaker_id or "", ""), turn.text[:LONGEST])
        for turn in imported.turns[:SHOWN]
    )
    return Glimpse(turns, len(imported.turns), len(imported.speakers))


class FirstTurns(QTreeWidget):
    """Time, speaker and words, a turn a row."""

    def __init__(self, theme: Theme):
        super().__init__()
        self._theme = theme
        self.setAccessibleName(tr("The first turns"))
        self.setHeaderHidden(True)
        self.setColumnCount(3)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setStyleSheet("QTreeView::item { padding: 4px 8px; }")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIconSize(QSize(SHAPE, SHAPE))
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(0)

    def fill(self, seen: Glimpse | None) -> None:
        """Show turns; None shows none."""
        self.clear()
        if seen is None:
            return
        timed = any(start is not None for start, *_ in seen.turns)
        spoken = any(place >= 0 for _, place, *_ in seen.turns)
        self.setColumnHidden(0, not timed)
        self.setColumnHidden(1, not spoken)
        for start_ms, place, name, text in seen.turns:
            item = QTreeWidgetItem([clock(start_ms), shown_name(name), " ".join(text.split())])
            item.setForeground(0, self._theme.tokens.text_dim)
            if place >= 0:
                colour = self._theme.speaker_colour(place)
                item.setForeground(1, colour)
                item.setIcon(1, self._shape(place))
            item.setToolTip(2, tooltip(text))
            self.addTopLevelItem(item)

    def _shape(self, place: int) -> QIcon:
        pixmap = QPixmap(SHAPE * 2, SHAPE * 2)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_shape(painter, QRectF(2, 2, 2 * SHAPE - 4, 2 * SHAPE - 4), place, self._theme.speaker_colour(place))
        painter.end()
        pixmap.setDevicePixelRatio(2)
        return QIcon(pixmap)


def clock(ms: int | None) -> str:
    """Return a time as m:ss, or h:mm:ss; empty for none."""
    if ms is None:
        return ""
    seconds = ms // 1000
    hours, minutes, seconds = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
