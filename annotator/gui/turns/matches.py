"""Which of the turns that are shown hold some words: looked for little by little, so that nobody waits in a long call."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.model import TurnId
from annotator.core.text import fold
from annotator.gui.turns.model import TurnsModel

SLICE_S = 0.02
AT_ONCE = 200
"""Turns between two looks at the clock."""


class Matches(QObject):
    changed = Signal()
    """All that there are have been found."""

    def __init__(self, model: TurnsModel):
        super().__init__(model)
        self._model = model
        self._looked_for: tuple[str, object, object] = "", None, None
        self._row = 0
        self.found: list[TurnId] = []
        self.done = True
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def look_for(self, needle: str) -> None:
        """Find the shown turns that hold `needle`, in order; what is known already is not looked for again."""
        wanted = (needle, self._model.transcript, self._model.shown)
        if needle == self._looked_for[0] and all(a is b for a, b in zip(wanted[1:], self._looked_for[1:], strict=True)):
            return
        self._looked_for, self._row, self.found = wanted, 0, []
        self.done = not needle
        self._timer.stop()
        if needle:
            self._go_on()

    def _go_on(self) -> None:
        needle, until = fold(self._looked_for[0]), time.perf_counter() + SLICE_S
        rows = self._model.rowCount()
        while True:
            for row in range(self._row, min(rows, self._row + AT_ONCE)):
                turn = self._model.turn_at(row)
                if turn is not None and needle in fold(turn.text):
                    self.found.append(turn.id)
            self._row += AT_ONCE
            if self._row >= rows or time.perf_counter() >= until:
                break
        self.done = self._row >= rows
        if self.done:
            self._timer.stop()
            self.changed.emit()
        elif not self._timer.isActive():
            self._timer.start()
