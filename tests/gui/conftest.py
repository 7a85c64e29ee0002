"""What tests of the window share: one application, a session on a project of its own, and keys as a person types them."""

from __future__ import annotations

import multiprocessing
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from logging import FileHandler
from pathlib import Path

import pytest
from driving import CALL, add_call, wait_checked
from heartbeat import Heartbeat
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from annotator import log, settings
from annotator.gui.main_window import MainWindow
from annotator.gui.responsive import Responsive
from annotator.gui.session import Session
from annotator.gui.theme import Theme

PATIENCE = 4
"""So many looks at a dialog, 5 s apart, are as long as a person would think about it."""


@pytest.fixture(scope="session", autouse=True)
def quick_processes() -> Iterator[None]:
    """Have processes come from one that has imported what they need: most tests of the window start one.

    Those of the command line and of the real program (tests/e2e) start them as users do.
    """
    if sys.platform == "win32":
        yield
        return
    context = multiprocessing.get_context("forkserver")
    ours = ("annotator.detectors.worker", "annotator.search.worker", "annotator.training")
    context.set_forkserver_preload([*ours, "numpy", "pymorphy3"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(multiprocessing, "get_context", lambda _: context)
        yield


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Settings and projects of a test are its own; the language is English."""
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", str(tmp_path / "config"))
    settings.save(settings.Settings(language="en", theme="light"))
    settings.use_language("en")
    yield
    settings.use_language("en")
    for handler in tuple(log.LOGGER.handlers):  # the log of a test is its own, too
        if isinstance(handler, FileHandler):
            log.LOGGER.removeHandler(handler)
            handler.close()
    log.LOGGER.propagate = True  # else pytest would add handlers of its own to it, and it would count as started


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = Theme(qapp)
    made.choose("light")
    return made


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    made = Session()
    responsive = Responsive(made)
    yield made
    made.close()
    responsive.end()


@pytest.fixture
def window(qtbot, session: Session, theme: Theme) -> Iterator[MainWindow]:
    """The whole window, shown and active."""
    made = MainWindow(session, theme)
    made.resize(1440, 900)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()
    made.deleteLater()
    # Now, not with the next loop of events: a change of style would go through the widgets of all tests before.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def open_text(qtbot, session: Session, tmp_path: Path) -> Callable[..., None]:
    """Open a transcript written for the test and wait until it is checked."""

    def open_(text: str, name: str = "call.txt") -> None:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        session.open_paths([path])
        wait_checked(qtbot, session)

    return open_


@pytest.fixture
def call(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """The session on a small call in a project of its own, with no detectors at work: for the parts of the window."""
    monkeypatch.setattr(session.analyst, "send", lambda *_, **__: 0)
    session.create_project(tmp_path / "calls.annotator")
    add_call(session, CALL)
    return session


@pytest.fixture(autouse=True)
def heartbeat(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Heartbeat]:
    """The window answers within a tenth of a second, whatever a test does."""
    made = Heartbeat(monkeypatch)
    yield made
    assert not made.gaps, "the window did not answer for so many seconds"


@pytest.fixture(autouse=True)
def nobody_answers(qapp: QApplication) -> Iterator[None]:
    """A dialog that nobody answers ends the test that it waits in, not the whole run."""
    seen: list[object] = []
    left: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        seen.append(dialog)
        if isinstance(dialog, QDialog) and seen[-PATIENCE:] == [dialog] * PATIENCE:
            left.append(type(dialog).__name__)
            dialog.reject()

    timer = QTimer(interval=5000)
    timer.timeout.connect(look)
    timer.start()
    yield
    timer.stop()
    assert not left, "dialogs that waited for an answer"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Let the heart beat while the test runs; what sets it up, the window too, takes the time it takes."""
    made = item.funcargs.get("heartbeat") if isinstance(item, pytest.Function) else None
    if made is not None:
        made.start()
    yield
    if made is not None:
        made.stop()
