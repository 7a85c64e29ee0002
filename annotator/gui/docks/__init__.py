"""The panels around the table. A dock is one module here and one entry in DOCKS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator.core.i18n import Message, msg
from annotator.gui.docks.calls import CallsDock
from annotator.gui.docks.finding import FindingDock
from annotator.gui.docks.history import HistoryDock
from annotator.gui.docks.speakers import SpeakersDock
from annotator.gui.docks.topics import TopicsDock
from annotator.gui.session import Session
from annotator.gui.theme import Theme


@dataclass(frozen=True)
class Dock:
    """`name` is kept in the saved state of the window. One with `behind` is closed at first, and opens as a tab of that dock."""

    name: str
    title: Message
    area: Qt.DockWidgetArea
    make: Callable[[Session, Theme], QWidget]
    behind: str = ""


LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea

DOCKS: tuple[Dock, ...] = (
    Dock("calls", msg("Calls"), LEFT, CallsDock),
    Dock("speakers", msg("Speakers"), LEFT, SpeakersDock),
    Dock("topics", msg("Topics"), LEFT, TopicsDock),
    Dock("finding", msg("Findings"), RIGHT, FindingDock),
    Dock("history", msg("History"), RIGHT, HistoryDock, behind="finding"),
)
