"""Drives the window as a person does: keys, typing, waiting for what is shown."""

from __future__ import annotations

import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from annotator import formats
from annotator.gui.session import Session


def wait_checked(qtbot, session: Session) -> None:
    """Wait until nothing is being read or checked."""
    qtbot.waitUntil(lambda: session.transcript is not None and not session.analysing and not session.working, timeout=30_000)


def press(
    widget: QWidget, key: Qt.Key | int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, text: str = ""
) -> None:
    """Press and release a key as the window system does: shortcuts first, then the widget."""
    QApplication.processEvents()  # a person's keys come when the window has caught up
    if (not text and int(key) < 0x1000000 and key < 0x80) or int(key) >= 0x1000000:
        QTest.keyClick(widget, Qt.Key(key), modifiers)
        return
    override = QKeyEvent(QEvent.Type.ShortcutOverride, int(key), modifiers, text)
    QApplication.sendEvent(widget, override)
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, int(key), modifiers, text))
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyRelease, int(key), modifiers, text))


def type_text(widget: QWidget, text: str) -> None:
    """Type any characters, Cyrillic ones too (QTest knows Latin-1 only and aborts)."""
    for character in text:
        key = ord(character.upper()) if len(character.upper()) == 1 else 0
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, character))
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyRelease, key, Qt.KeyboardModifier.NoModifier, character))


def learn_forever(connection: Connection) -> None:
    """Stand for detectors.worker.teach in its process, to be ended from outside."""
    connection.recv()
    time.sleep(600)


CALL = """Клиент (SPK00): добрый день у меня не приходят письма
Саппорт (SPK01): здравствуйте подскажите ваш адрес
Клиент (SPK00): да да сейчас и сколько это стоит
Саппорт (SPK01): тариф стоит две тысячи в месяц
"""
"""A call of four turns."""


def add_call(session: Session, text: str | bytes, name: str = "call.txt") -> None:
    """Import a transcript into the open project, at once and without a file, and show it."""
    data = text.encode() if isinstance(text, str) else text
    assert session.project is not None
    session._add(*formats.read(data, name))
    session.wait_idle(20_000)


def offered(bars: QWidget) -> list[str]:
    """Return what the buttons of the messages over the table say."""
    return [made.text() for made in bars.findChildren(QPushButton) if made.isVisibleTo(bars)]


def take(inside: QWidget, offer: str) -> None:
    """Click on the button that says so."""
    found = next(made for made in inside.findChildren(QPushButton) if made.text() == offer and made.isVisibleTo(inside))
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def answer(kind: type[QWidget], act: Callable[[Any], object], parent: QObject) -> None:
    """Do something with the dialog of this kind, as soon as it is there."""
    timer = QTimer(parent, interval=5)

    def look() -> None:
        dialog = next((w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()), None)
        if dialog is not None:
            timer.stop()
            act(dialog)

    timer.timeout.connect(look)
    timer.start()
