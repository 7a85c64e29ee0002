"""Starts that came to nothing: a project that ends the program each time it is opened is not opened again by itself."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from annotator import paths
from annotator.gui.session import Session

MOST = 2
"""After so many starts in a row that did not come to rest, the next one opens nothing by itself."""
LOOK_MS = 250


class Starts(QObject):
    """Counts the starts on the same files that did not come to rest: in a file that is there only from the start until then."""

    def __init__(self, session: Session, files: Sequence[str]):
        super().__init__(session)
        self._session, self._files = session, [str(Path(file).absolute()) for file in files]
        self._path = paths.config() / "starting.json"
        self.failed = self._read()
        self._well = True
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def safe(self) -> bool:
        """Whether this start opens nothing by itself."""
        return bool(self._files) and self.failed >= MOST

    def begin(self) -> None:
        """Count this start, until the window has nothing more to do."""
        self._write(self.failed + 1)
        if not self.safe:
            self._timer.start()

    def fail(self) -> None:
        """Opening has failed in a way that nobody has foreseen: this start will not come to rest."""
        self._well = False
        self._timer.stop()

    def opened(self) -> None:
        """The user has it opened after all: it counts as a start of its own."""
        self.failed = 0
        self._timer.start()

    def end(self) -> None:
        """The program ends as it should."""
        self._timer.stop()
        if self._well and not self.safe:
            self._forget()

    def _look(self) -> None:
        session = self._session
        if not (session.reading or session.analysing):
            self._timer.stop()
            self._forget()

    def _forget(self) -> None:
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _read(self) -> int:
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return 0
        same = isinstance(kept, dict) and kept.get("files") == self._files and isinstance(kept.get("failed"), int)
        return int(kept["failed"]) if same else 0

    def _write(self, failed: int) -> None:
        with suppress(OSError):
            paths.private(self._path.parent)
            text = json.dumps({"files": self._files, "failed": failed})
            with open(self._path, "w", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
                file.write(text)
