"""Looks at the calls of a project, or builds training sets of them, in a process of its own."""

from __future__ import annotations

import multiprocessing
import threading
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Qt, Signal

from annotator.detectors.base import Progress
from annotator.training import Order, serve

LOOK_S = 0.1
"""How long it takes at most until it is noticed that somebody has cancelled."""


class DatasetTask(QObject):
    """Signals come on the GUI thread."""

    _told = Signal(object)
    progressed = Signal(int, int)
    ended = Signal(object)
    """A Survey, what was Built, or an AnnotatorError; None where it was cancelled, or the process ended by itself."""
    _abandoned: ClassVar[set[DatasetTask]] = set()
    """What nobody waits for any more, and has not ended yet."""

    def __init__(self, order: Order):
        super().__init__()
        self._order = order
        self._cancelled = threading.Event()
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name="annotator training sets", daemon=True)

    @property
    def builds(self) -> bool:
        """Whether it builds, or only looks."""
        return self._order.target is not None

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        """Have it ended soon; nothing is left of what was written."""
        self._cancelled.set()

    def abandon(self) -> None:
        """Cancel, and tell nobody when it has ended."""
        self.cancel()
        self.progressed.disconnect()
        self.ended.disconnect()
        self._abandoned.add(self)

    def _run(self) -> None:
        context = multiprocessing.get_context("spawn")
        connection, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs,), name="annotator training sets", daemon=True)
        process.start()
        theirs.close()
        result: Any = None
        try:
            connection.send(self._order)
            asked = False
            while True:
                if self.cancelled and not asked:
                    connection.send(None)
                    asked = True
                if not connection.poll(LOOK_S):
                    continue
                item = connection.recv()
                if not isinstance(item, Progress):
                    result = item
                    break
                self._told.emit(item)
        except (EOFError, OSError):
            pass  # it has failed
        process.join()
        connection.close()
        self._told.emit((result,))

    def _on_told(self, item: Progress | tuple[Any]) -> None:
        if isinstance(item, Progress):
            self.progressed.emit(item.done, item.total)
            return
        self._thread.join()
        self._abandoned.discard(self)
        self.ended.emit(None if self.cancelled else item[0])
