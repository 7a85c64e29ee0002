"""The panels follow the size of the window and what is in them, until their borders are dragged."""

from __future__ import annotations

import pytest
from driving import CALL, add_call
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.commands import topics
from annotator.gui.main_window import MainWindow
from annotator.gui.session import Session


def settle() -> None:
    for _ in range(8):
        QApplication.processEvents()


@pytest.fixture
def shown(window: MainWindow, call: Session) -> MainWindow:
    settle()
    return window


def drag(window: MainWindow, start: QPoint, by: QPoint) -> None:
    """Take hold of the border between two panels, which has no widget of its own."""
    QTest.mouseMove(window, start)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in (1, 2):
        QTest.mouseMove(window, start + by * step / 2)
        settle()
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start + by)
    settle()


def test_the_panels_at_the_sides_grow_and_shrink_with_the_window(shown):
    finding, calls = shown.docks["finding"], shown.docks["calls"]
    usual = finding.width(), calls.width()
    shown.resize(1100, 700)
    settle()
    assert finding.width() < usual[0]
    shown.resize(1920, 1080)
    settle()
    assert finding.width() > usual[0]
    assert calls.width() > usual[1]
    shown.resize(1440, 900)
    settle()
    assert (finding.width(), calls.width()) == usual


def test_what_was_dragged_stays_so_in_proportion_and_over_a_restart(shown, theme):
    finding = shown.docks["finding"]
    border = finding.geometry().left() - 1
    drag(shown, QPoint(border, 400), QPoint(-120, 0))
    dragged = finding.width()
    assert dragged > 400
    shown.resize(1100, 700)
    settle()
    shown.resize(1440, 900)
    settle()
    assert abs(finding.width() - dragged) <= 1
    shown.close()
    again = MainWindow(shown.session, theme)
    again._dock_sizes.fit()
    assert abs(again._dock_sizes._shares[Qt.DockWidgetArea.RightDockWidgetArea] * 1440 - dragged) <= 1
    again.deleteLater()


def test_calls_take_the_room_that_they_need_and_leave_the_rest_to_the_others(shown, call):
    calls, speakers = shown.docks["calls"], shown.docks["speakers"]
    one = calls.height()
    assert one < 90
    assert speakers.height() > 3 * one
    for n in range(6):
        add_call(call, f"{CALL}SPK00: {n}\n", f"{n}.txt")
    settle()
    assert calls.height() > one + 5 * 30
    for n in range(6, 20):
        add_call(call, f"{CALL}SPK00: {n}\n", f"{n}.txt")
    settle()
    assert calls.height() < 0.45 * shown.height()


def test_topics_get_room_with_the_first_topic(shown, call):
    panel = shown.docks["topics"]
    empty = panel.height()
    assert empty < 140
    call.apply(lambda: topics.add(call.project.topics, "Delivery", "#1F6F5C"))
    settle()
    assert panel.height() > 2 * empty


def test_heights_that_were_dragged_are_left_alone(shown, call):
    calls = shown.docks["calls"]
    drag(shown, QPoint(60, calls.geometry().bottom() + 1), QPoint(0, 90))
    dragged = calls.height()
    assert dragged > 150
    call.apply(lambda: topics.add(call.project.topics, "Delivery", "#1F6F5C"))
    add_call(call, f"{CALL}SPK00: more\n", "other.txt")
    settle()
    assert calls.height() == dragged
