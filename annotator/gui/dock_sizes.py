"""How much room the panels have: by the size of the window and by what is in them, until the user drags their borders."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
SHARES = {LEFT: (0.16, 220, 320), RIGHT: (0.24, 240, 480)}
"""Of the width of the window, and the least and most that this comes to: a wide window has room to spare for the panels."""
MOST_FIRST, BARE = 0.4, 140
"""Of the height, for the first panel, which takes what it needs, as one does that needs less than `BARE` pixels since there is
nothing in it yet; the others share the rest evenly."""
DRAGGED = 3
"""Pixels; what changes less was no drag."""


class DockSizes(QObject):
    """`first` is the panel that takes the height it needs."""

    def __init__(self, window: QMainWindow, docks: list[QDockWidget], first: QDockWidget):
        super().__init__(window)
        self._window, self._docks, self._first = window, docks, first
        self._shares: dict[Qt.DockWidgetArea, float] = {}
        """What the user has chosen."""
        self._own_heights = False
        self._pressed: list[tuple[int, int]] = []
        self._heights: list[int] = []
        for watched in (window, *(dock.widget() for dock in docks)):
            watched.installEventFilter(self)

    def restore(self, store: QSettings) -> None:
        for area in SHARES:
            share = store.value(f"share/{area.name}")
            if share is not None:
                self._shares[area] = float(str(share))
        self._own_heights = store.value("own_heights") in (True, "true")

    def save(self, store: QSettings) -> None:
        for area, share in self._shares.items():
            store.setValue(f"share/{area.name}", f"{share:.4f}")
        store.setValue("own_heights", self._own_heights)

    def fit(self) -> None:
        """Give the panels their room in the window as it is now."""
        for area, (share, least, most) in SHARES.items():
            shown = self._shown(area)
            if shown:
                width = self._window.width()
                wanted = self._shares[area] * width if area in self._shares else max(least, min(most, share * width))
                self._window.resizeDocks(shown[:1], [round(wanted)], Qt.Orientation.Horizontal)
        self._fit_heights()

    def _fit_heights(self) -> None:
        shown = self._shown(LEFT)
        if self._own_heights or len(shown) < 2:
            return
        room = sum(dock.height() for dock in shown)
        needed = {dock: _needed(dock) for dock in shown}
        fixed = {dock: needed[dock] for dock in shown if dock is not self._first and needed[dock] < BARE}
        if self._first in shown:
            fixed[self._first] = min(needed[self._first], round(MOST_FIRST * room))
        rest = (room - sum(fixed.values())) // max(1, len(shown) - len(fixed))
        heights = [max(1, fixed.get(dock, rest)) for dock in shown]
        if heights != self._heights:
            self._heights = heights
            self._window.resizeDocks(shown, heights, Qt.Orientation.Vertical)

    def _shown(self, area: Qt.DockWidgetArea) -> list[QDockWidget]:
        here = [dock for dock in self._docks if self._window.dockWidgetArea(dock) == area]
        return [dock for dock in here if not dock.isHidden() and not dock.isFloating()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window and what is in the panels; the borders between them, which are the window's own, can be dragged."""
        if watched is not self._window:
            if event.type() == QEvent.Type.LayoutRequest:
                self._fit_heights()
        elif event.type() == QEvent.Type.Resize:
            self.fit()
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = self._sizes()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            QTimer.singleShot(0, self, self._note)
        return False

    def _sizes(self) -> list[tuple[int, int]]:
        return [(dock.width(), dock.height()) if dock.isVisible() else (0, 0) for dock in self._docks]

    def _note(self) -> None:
        """Keep what the user has dragged."""
        for dock, (width, height) in zip(self._docks, self._pressed, strict=False):
            area = self._window.dockWidgetArea(dock)
            if dock in self._shown(area) and abs(dock.width() - width) >= DRAGGED and area in SHARES:
                self._shares[area] = dock.width() / self._window.width()
            if dock in self._shown(LEFT) and abs(dock.height() - height) >= DRAGGED:
                self._own_heights = True
        self._pressed = []


def _needed(dock: QDockWidget) -> int:
    """Return the height that a panel needs with its title, as wide as it is."""
    layout, inside = dock.widget().layout(), dock.widget()
    height = (
        layout.heightForWidth(dock.width()) if layout is not None and layout.hasHeightForWidth() else inside.sizeHint().height()
    )
    return height + dock.height() - inside.height()
