"""How long the reviewer works on each call: the time between keys, clicks and turns of the wheel, without breaks."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QInputEvent
from PySide6.QtWidgets import QApplication

from annotator.core.model import TranscriptId
from annotator.gui.session import Session

BREAK = 30.0
"""Seconds without a key or a click that are a break: reading a long turn takes less, fetching a coffee more."""
KEPT_EVERY_MS = 60_000
SIGNS = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel})


class Activity(QObject):
    """An application-wide event filter that takes no event; `now` tells the time in seconds."""

    def __init__(self, session: Session, parent: QObject | None = None, now: Callable[[], float] = time.monotonic):
        super().__init__(parent)
        self._session, self._now = session, now
        self._call: TranscriptId | None = None
        self._last: float | None = None
        self._seconds: defaultdict[TranscriptId, float] = defaultdict(float)
        session.transcript_changed.connect(self._on_transcript_changed)
        session.closing.connect(self.keep)
        timer = QTimer(self, interval=KEPT_EVERY_MS)
        timer.timeout.connect(self.keep)
        timer.start()
        self._on_transcript_changed()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Most events are no input; asking for the type of each would take longer than all the rest.
        if self._call is not None and isinstance(event, QInputEvent) and event.type() in SIGNS:
            now = self._now()
            if self._last is not None and now - self._last <= BREAK:
                self._seconds[self._call] += now - self._last
            self._last = now
        return False

    def keep(self) -> None:
        """Put what has come together into the project, unless something big is being written: then the next time."""
        project = self._session.project
        if project is None or project.read_only:
            self._seconds.clear()
        elif not self._session.busy:
            kept = dict(self._seconds)
            self._seconds.clear()
            for call, seconds in kept.items():
                self._session.guard(project.add_activity, call, seconds)

    def _on_transcript_changed(self) -> None:
        """Keep the time of the call that was on screen until now; that of another begins with the next event."""
        self.keep()
        transcript = self._session.transcript
        self._call, self._last = None if transcript is None else transcript.id, None

    def end(self) -> None:
        """Watch no longer."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
