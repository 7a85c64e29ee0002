"""Starts the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from annotator import __version__, log, paths
from annotator.core import i18n
from annotator.core.i18n import tr
from annotator.gui.main_window import MainWindow
from annotator.gui.responsive import Responsive
from annotator.gui.session import Session
from annotator.gui.theme import Theme, app_icon

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
    session, theme = Session(language), Theme(app)
    translator = QtTexts(app, session)
    Responsive(session)
    theme.choose(session.settings.theme)  # before there are widgets: styling them afterwards would take longer
    window = MainWindow(session, theme)
    sys.excepthook = ExceptionHook(window)
    _open(session, files)  # before the window is painted: else its first page would be, for nothing
    window.show()
    # Kept: Python would collect it, and its timer's slot with it.
    picture = Screenshot(window, screenshot) if screenshot is not None else None
    status = app.exec()
    del picture
    translator.remove()
    return status


def _open(session: Session, files: Sequence[str]) -> None:
    """Open what was asked for, or what was open last."""
    if files:
        session.open_paths([Path(file) for file in files])
    elif session.settings.reopen_last and session.settings.recent and Path(session.settings.recent[0]).exists():
        session.open_paths([Path(session.settings.recent[0])])


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


class ExceptionHook:
    """Records what should not have happened and says so in the window, which goes on."""

    def __init__(self, window: MainWindow):
        self._window = window

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        log.record(error)
        text = tr(
            "Something unexpected happened ({kind}); the last action may not have been done. What you see as saved is saved. "
            "Details, without transcript text, are in {log}",
            kind=kind.__name__,
            log=str(log.path()),
        )
        self._window.bars.show_error(text)


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
