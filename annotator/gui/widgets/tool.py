"""A small button with one of the program's icons, with its name beside it or as a tooltip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

from annotator.gui.theme import Theme
from annotator.gui.widgets.labels import tooltip

ICON = 16


class ToolButton(QToolButton):
    def __init__(self, theme: Theme, icon: str, on_click: Callable[[], object]):
        super().__init__()
        self._theme, self._icon, self._on_click = theme, icon, on_click
        self.setIconSize(QSize(ICON, ICON))
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._recolour)
        self._recolour()

    def call(self, name: str, *, tip: str = "", beside: bool = False) -> None:
        """Name the button; the name stands `beside` the icon, or in the tooltip unless there is a better `tip`."""
        self.setText(name)
        self.setAccessibleName(name)
        self.setToolTip(tooltip(tip or name))
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if beside else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(style)

    def _on_clicked(self) -> None:
        self._on_click()

    def _recolour(self) -> None:
        self.setIcon(self._theme.icon(self._icon))
