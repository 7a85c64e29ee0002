"""What should not have happened: one place that exceptions from anywhere and Qt's own messages come to. The program goes on."""

from __future__ import annotations

import re
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, Signal, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from annotator import log
from annotator.core.i18n import tr

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

TOGETHER_MS = 200
"""What goes wrong within this time is shown at once: a cell that cannot be painted fails with every paint."""
MOST_QT, WITHIN_S = 20, 60.0
"""So many of Qt's messages of a kind are written in so many seconds."""
KINDS = {
    QtMsgType.QtDebugMsg: "debug",
    QtMsgType.QtInfoMsg: "info",
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}
SPEAKER = re.compile(r"(Q\w+(?:::\w+)*)[ (:]")
"""The class or function that most of Qt's messages begin with. What follows may be a path, or words of a call."""


class Faults(QObject):
    """Writes down where it happened, without content, and says so in the window, once for all of it."""

    _happened = Signal(str)

    def __init__(self, window: MainWindow):
        super().__init__(window)
        self._window = window
        self._count, self._kind = 0, ""
        self._details: dict[str, int] = {}
        """What is copied: per place how often."""
        self._qt_messages: dict[str, deque[float]] = {}
        self._before: tuple[Any, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=TOGETHER_MS)
        self._timer.timeout.connect(self._show)
        self._happened.connect(self._on_happened)

    def install(self) -> None:
        """Hear of exceptions that nobody has caught: in slots and virtual methods, in threads, while objects are destroyed."""
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook, qInstallMessageHandler(self.on_qt_message)
        sys.excepthook = lambda _kind, error, _trace: self.record(error)
        threading.excepthook = lambda args: self.record(args.exc_value)
        sys.unraisablehook = lambda args: self.record(args.exc_value)

    def remove(self) -> None:
        """Leave them to those who heard of them before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook, messages = self._before
        qInstallMessageHandler(messages)
        self._timer.stop()

    # ------------------------------------------------------------------ exceptions

    def record(self, error: BaseException | None) -> None:
        """Take an exception from any thread. Nothing that goes wrong here may come here again."""
        if error is None or isinstance(error, SystemExit):
            return
        if isinstance(error, KeyboardInterrupt):
            self._window.close()
            return
        try:
            details = log.record(error, f"{log.versions()}, Qt {qVersion()}")
            self._details[details] = self._details.get(details, 0) + 1
            self._happened.emit(type(error).__name__)
        except Exception:  # the disk of the log may be full, the window gone
            return

    def survived(self, work: Callable[[], object]) -> bool:
        """Do `work`; return False after what nobody has foreseen, which is recorded."""
        try:
            work()
        except Exception as error:  # the window comes up without it
            self.record(error)
            return False
        return True

    def _on_happened(self, kind: str) -> None:
        self._count, self._kind = self._count + 1, kind
        if not self._timer.isActive():
            self._timer.start()

    def _show(self) -> None:
        where = tr("Details, without words of a call, are in {log}", log=str(log.path()))
        if self._window.session.unsaved:
            text = tr(
                "Something unexpected happened ({kind}), and the last change is not saved. What you typed stays open: try again.",
                kind=self._kind,
            )
        else:
            text = tr("Something unexpected happened ({kind}). What is marked as saved is saved.", kind=self._kind)
        offers = [(tr("Copy details"), self.copy)]
        self._window.bars.show_error(f"{text} {where}", offers, key="fault", times=self._count)

    def copy(self) -> None:
        """Put on the clipboard what the log holds of it."""
        lines = [details + (f" ({times} times)" if times > 1 else "") for details, times in self._details.items()]
        QApplication.clipboard().setText("\n".join(lines))
        self._window.say(tr("Copied. It holds no words, names or paths."))

    # ------------------------------------------------------------------ Qt

    def on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """Write down that Qt has complained, and which part of it: not what about."""
        found = SPEAKER.match(text)
        told = f"Qt {KINDS[kind]}, {context.category or 'default'}, {found[1] if found else '-'}"
        now = time.monotonic()
        times = self._qt_messages.setdefault(told, deque(maxlen=MOST_QT))
        if len(times) < MOST_QT or now - times[0] >= WITHIN_S:
            times.append(now)
            log.start()
            log.LOGGER.warning("%s", told)
