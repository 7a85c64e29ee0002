"""Size, place and panels of the window, kept from one start to the next."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from annotator.gui.dock_sizes import DockSizes
from annotator.paths import config


def _store() -> QSettings:
    return QSettings(str(config() / "window.ini"), QSettings.Format.IniFormat)


def save(window: QMainWindow, arrangement: QByteArray, sizes: DockSizes) -> None:
    """Keep the geometry, and `arrangement` (a saveState) of the panels."""
    store = _store()
    store.setValue("geometry", window.saveGeometry())
    store.setValue("state", arrangement)
    sizes.save(store)
    store.sync()
    with suppress(OSError):
        Path(store.fileName()).chmod(0o600)  # as all files of the settings


def restore(window: QMainWindow, sizes: DockSizes) -> None:
    """Restore what was saved; without it, or when no screen shows it any more, take most of the screen."""
    store = _store()
    sizes.restore(store)
    geometry, state = store.value("geometry"), store.value("state")
    if not (geometry and window.restoreGeometry(geometry)):
        screen = QGuiApplication.primaryScreen().availableSize()
        window.resize(min(1440, max(800, screen.width() - 80)), min(900, max(600, screen.height() - 80)))
    if state:
        window.restoreState(state)
