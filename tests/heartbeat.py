"""Watches the GUI thread: what keeps it from its events for too long is a gap that a person would feel."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass
from functools import wraps
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

BESIDE = 2 if "PYTEST_XDIST_WORKER" in os.environ else 1
"""How much longer all may take where another process runs tests at the same time: caches and memory are shared."""
LONGEST = 0.1 * BESIDE
"""Seconds that the thread may be at work, on a machine that does `_piece_of_work` in PIECE_S, as a desktop computer does."""
LONGEST_WAIT = 0.25 * BESIDE
"""Seconds of work and waiting: for a disk or another thread that tests in other processes keep waiting, too."""
PIECE_S = 0.003
INPUTS = ("keyClick", "keyPress", "keyRelease", "mouseClick", "mouseDClick", "mouseMove", "mousePress", "mouseRelease")


@dataclass(frozen=True)
class Gap:
    seconds: float
    worked: float
    during: str


class Heartbeat(QObject):
    """Beats while events are handled; `gaps` are the times over LONGEST at work, or LONGEST_WAIT in all, between two beats.

    Counted are the stretches in which the program is at work: from where a test hands over (a key, a wait) to the next
    beat, or to where the test goes on. Time in which the thread waited for a processor does not count, where the system
    tells it (Linux).
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()
        self.gaps: list[Gap] = []
        self._last = self._worked = 0.0
        self._schedule = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(lambda: self._check("events"))
        for owner, names in ((QTest, INPUTS), (QApplication, ("sendEvent", "processEvents")), (QEventLoop, ("exec",))):
            for name in names:
                self._wrap(monkeypatch, owner, name)

    def start(self) -> None:
        self._begin()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _begin(self) -> None:
        self._last, self._worked = self._now(), time.thread_time()

    def _now(self) -> float:
        """Return a time in seconds that stands still while the thread waits for a processor."""
        try:
            waited = int(self._schedule.read_text().split()[1])
        except OSError:
            waited = 0
        return time.perf_counter() - waited / 1e9

    def _slowness(self) -> float:
        """Return how much longer things take than they should, at this moment: others may be at work on the machine."""
        began = self._now()
        _piece_of_work()
        return max(1.0, (self._now() - began) / PIECE_S)

    def _check(self, during: str) -> None:
        taken, worked = self._now() - self._last, time.thread_time() - self._worked
        if self._timer.isActive() and taken > LONGEST:
            slowness = self._slowness()
            if worked / slowness > LONGEST or taken / slowness > LONGEST_WAIT:
                self.gaps.append(Gap(round(taken / slowness, 3), round(worked / slowness, 3), during))
        self._begin()

    def _wrap(self, monkeypatch: pytest.MonkeyPatch, owner: type, name: str) -> None:
        original = getattr(owner, name)

        @wraps(original)
        def call(*args, **kwargs):
            self._begin()
            try:
                return original(*args, **kwargs)
            finally:
                self._check(name)

        monkeypatch.setattr(owner, name, call if owner is QEventLoop else staticmethod(call))


def _piece_of_work() -> int:
    texts = {n: str(n) for n in range(20_000)}
    return sum(len(text) for text in texts.values())
