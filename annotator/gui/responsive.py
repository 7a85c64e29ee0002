"""Keeps the window answering while other threads of the program are at work."""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, QTimer

from annotator.gui.session import Session

SWITCH_S = 0.0002
"""How long a thread may keep the interpreter from another that wants it. The window's thread asks for it several times in an
event, and waits as long each time: with the usual 5 ms a paint beside an import would take a tenth of a second."""
EVERY_MS = 2000
REST_MS = 5000


class Responsive(QObject):
    """Collects garbage when nothing goes on, and never what a long call consists of.

    The interpreter would do so in the middle of anything, on any thread, and look at millions of objects each time: one to
    three seconds beside a call of 100,000 turns. What has been read is put aside for good instead, which takes no time.
    """

    def __init__(self, session: Session):
        super().__init__(session)
        self._session = session
        self._usual_s = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_S)
        gc.disable()
        self._thorough = QTimer(self, singleShot=True, interval=REST_MS)
        self._thorough.timeout.connect(self._collect_all)
        session.project_changed.connect(self._thorough.start)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def end(self) -> None:
        """Leave all that to the interpreter again."""
        self._timer.stop()
        self._thorough.stop()
        sys.setswitchinterval(self._usual_s)
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        """Collect what is young; while something is read or written, all of that would be."""
        if not self._session.reading:
            gc.collect(1)

    def _collect_all(self) -> None:
        """Collect what was put aside too, when no project is open: nobody is in the middle of anything then."""
        if self._session.project is None:
            gc.unfreeze()
            gc.collect()
