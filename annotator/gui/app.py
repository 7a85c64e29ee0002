"""Starts the window."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLibraryInfo, QObject, QSocketNotifier, Qt, QTimer, QTranslator
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from annotator import __version__, log, paths
from annotator.core import i18n
from annotator.core.i18n import tr
from annotator.gui.faults import Faults
from annotator.gui.main_window import MainWindow
from annotator.gui.responsive import Responsive
from annotator.gui.session import Session
from annotator.gui.starts import Starts
from annotator.gui.theme import Theme, app_icon

ASKING = () if sys.platform == "win32" else (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
SCREENSHOT_TIMEOUT_MS = 60_000
SETTLE_MS = 300
"""In this time the window has followed the last change everywhere, the overview too."""


def run(files: Sequence[str], screenshot: str | None = None, language: str | None = None) -> int:
    """Open the window on `files` (the last project without any) and return the exit status.

    `language` holds for this run only. With `screenshot` a picture of the window is saved there when all is checked, and
    the program ends.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("annotator")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("annotator")
    app.setWindowIcon(app_icon())
    crashes = log.note_crashes()
    session, theme = Session(language), Theme(app)
    translator = QtTexts(app, session)
    Responsive(session)
    theme.choose(session.settings.theme)  # before there are widgets: styling them afterwards would take longer
    window = MainWindow(session, theme)
    faults, endings = Faults(window), Endings(app, window)
    faults.install()
    wanted = list(files) or _last(session)
    starts = Starts(session, wanted)
    starts.begin()
    if starts.safe:
        _say_safe(window, starts, wanted)
    else:
        _open(session, faults, starts, wanted)  # before the window is painted: else its first page would be, for nothing
    window.show()
    # Kept: Python would collect it, and its timer's slot with it.
    picture = Screenshot(window, screenshot) if screenshot is not None else None
    status = app.exec()
    del picture
    if crashes is not None:
        faulthandler.disable()
        crashes.close()
    starts.end()
    endings.remove()
    faults.remove()
    translator.remove()
    return status


def _last(session: Session) -> list[str]:
    """Return the project that was open last, where it is to be opened again."""
    last = session.settings.recent[:1] if session.settings.reopen_last else ()
    return [path for path in last if Path(path).exists()]


def _open(session: Session, faults: Faults, starts: Starts, files: Sequence[str]) -> None:
    """Open files; what nobody has foreseen is told of, and the window comes up without them."""
    if files and not faults.survived(lambda: session.open_paths([Path(file) for file in files])):
        starts.fail()


def _say_safe(window: MainWindow, starts: Starts, files: Sequence[str]) -> None:
    """Say why nothing was opened, and offer to do so."""
    name = ", ".join(Path(file).name for file in files)
    text = tr(
        "The program did not get as far as to show {name}, twice in a row. So it was not opened now; it is as it was.", name=name
    )

    def open_anyway() -> None:
        window.bars.drop(text)
        window.session.open_paths([Path(file) for file in files])
        starts.opened()

    window.bars.show_error(text, [(tr("Open it anyway"), open_anyway)])


class QtTexts:
    """Qt's own texts (dialog buttons, context menus) in the language of the window."""

    def __init__(self, app: QApplication, session: Session):
        self._app, self._session = app, session
        self._translator = QTranslator(app)
        session.preferences_changed.connect(self._use)
        self._use()

    def _use(self) -> None:
        self._app.removeTranslator(self._translator)
        folders = (str(paths.resources() / "i18n"), QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        if any(self._translator.load(f"qtbase_{i18n.language()}", folder) for folder in folders):
            self._app.installTranslator(self._translator)

    def remove(self) -> None:
        self._app.removeTranslator(self._translator)


class Endings(QObject):
    """Ends the program when the system asks for it, by a signal or at the end of the user's session: at once and unasked."""

    def __init__(self, app: QApplication, window: MainWindow):
        super().__init__(window)
        self._app, self._window = app, window
        app.commitDataRequest.connect(self._on_session_ending, Qt.ConnectionType.DirectConnection)
        app.aboutToQuit.connect(window.session.close)
        self._handlers: dict[signal.Signals, Any] = {}
        if sys.platform == "win32":
            return  # there are no such signals
        # Python handles a signal between two of its instructions, and while Qt waits for events there are none: a byte in a
        # pipe ends the wait.
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        self._waker = signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
        self._handlers = {asked: signal.signal(asked, lambda *_: None) for asked in ASKING}
        self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def _on_signal(self) -> None:
        os.read(self._pipe[0], 64)
        self._notifier.setEnabled(False)
        self._window.end()

    def _on_session_ending(self, manager: QSessionManager) -> None:
        """Store what is being typed; the session may go on all the same."""
        manager.setRestartHint(QSessionManager.RestartHint.RestartNever)
        self._window.store_typed()

    def remove(self) -> None:
        for asked, handler in self._handlers.items():
            signal.signal(asked, handler)
        if self._handlers:
            self._notifier.setEnabled(False)
            signal.set_wakeup_fd(self._waker)
            for end in self._pipe:
                os.close(end)


class Screenshot:
    """Saves a picture of the window when there is nothing more to check, then closes it."""

    def __init__(self, window: MainWindow, path: str):
        self._window, self._path = window, path
        self._left_ms = SCREENSHOT_TIMEOUT_MS
        self._timer = QTimer(window, interval=100)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        session = self._window.session
        self._left_ms -= self._timer.interval()
        busy = session.analysing or session.working or session.transcript is None
        if busy and self._left_ms > 0:
            return
        self._timer.stop()
        session.show_finding(session.queue[0] if session.queue else None)
        QTimer.singleShot(SETTLE_MS, self._window, lambda: self._save(not busy))

    def _save(self, complete: bool) -> None:
        saved = self._window.grab().save(self._path)
        self._window.close()
        QApplication.exit(0 if saved and complete else 1)
