"""The time of work on a call: keys, clicks and the wheel count it, breaks do not."""

from __future__ import annotations

import pytest
from driving import CALL, add_call, press
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core.errors import ProjectError
from annotator.core.i18n import msg
from annotator.gui import activity
from annotator.gui.activity import BREAK, KEPT_EVERY_MS, Activity
from annotator.project import Project


class Clock:
    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(call, clock):
    made = Activity(call, now=clock)
    yield made
    made.end()


@pytest.fixture
def page(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def work(page, clock):
    """Press a key after each of these numbers of seconds."""

    def do(*seconds: float) -> None:
        for wait in seconds:
            clock.time += wait
            QTest.keyClick(page, Qt.Key.Key_Down)

    return do


def kept(session) -> dict[int, float]:
    return session.project.activity()


def test_time_between_keys_counts_and_breaks_do_not(call, watch, work):
    work(0, 2, BREAK, BREAK + 0.1, 1)
    watch.keep()
    assert kept(call) == {1: pytest.approx(2 + BREAK + 1)}


def test_time_is_added_up(call, watch, work):
    work(0, 2)
    watch.keep()
    work(3)
    watch.keep()
    assert kept(call) == {1: pytest.approx(5)}


def test_clicks_and_the_wheel_count_and_nothing_else_does(call, watch, page, clock):
    QTest.mouseClick(page, Qt.MouseButton.LeftButton)
    clock.time += 4
    at = QPoint(5, 5)
    wheel = (QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase)
    QApplication.sendEvent(page, QWheelEvent(QPointF(at), QPointF(page.mapToGlobal(at)), *wheel, False))
    clock.time += 20
    page.resize(300, 200)
    QApplication.processEvents()
    watch.keep()
    assert kept(call) == {1: pytest.approx(4)}


def test_each_call_has_its_own_time(call, watch, work):
    work(0, 2)
    add_call(call, CALL + "Клиент (SPK00): и еще\n", "two.txt")
    assert kept(call) == {1: pytest.approx(2)}
    work(5, 3)  # the way from one call to the other belongs to none
    call.show_transcript(1)
    assert kept(call) == {1: pytest.approx(2), 2: pytest.approx(3)}


def test_without_a_call_nothing_counts(call, watch, work):
    call.show_transcript(None)
    work(0, 2)
    watch.keep()
    assert kept(call) == {}


def test_time_is_kept_when_the_project_is_closed(call, watch, work):
    work(0, 7)
    path = call.project.path
    call.close_project()
    with Project.open(path) as project:
        assert project.activity() == {1: pytest.approx(7)}


def test_time_is_kept_before_another_project_takes_its_place(call, watch, work, tmp_path):
    work(0, 7)
    path = call.project.path
    call.create_project(tmp_path / "other.annotator")
    add_call(call, CALL)
    work(0, 1)
    watch.keep()
    assert kept(call) == {1: pytest.approx(1)}
    with Project.open(path) as project:
        assert project.activity() == {1: pytest.approx(7)}


def test_time_is_kept_every_minute(call, clock, work, monkeypatch):
    assert KEPT_EVERY_MS == 60_000
    monkeypatch.setattr(activity, "KEPT_EVERY_MS", 1)
    watch = Activity(call, now=clock)
    (timer,) = watch.findChildren(QTimer)
    work(0, 2)
    timer.timeout.emit()
    assert kept(call) == {1: pytest.approx(2)}
    assert (timer.isActive(), timer.isSingleShot(), timer.interval()) == (True, False, 1)
    watch.end()


def test_a_project_that_can_only_be_read_is_left_alone(call, watch, work, monkeypatch):
    monkeypatch.setattr(Project, "read_only", property(lambda _: True))
    seen: list = []
    call.noticed.connect(seen.append)
    work(0, 2)
    watch.keep()
    assert (kept(call), seen) == ({}, [])


def test_nothing_is_kept_while_something_big_is_written(call, watch, work, monkeypatch):
    monkeypatch.setattr(type(call), "busy", property(lambda _: True))
    work(0, 2)
    call.show_transcript(None)
    assert kept(call) == {}
    monkeypatch.setattr(type(call), "busy", property(lambda _: False))
    watch.keep()
    assert kept(call) == {1: pytest.approx(2)}


def test_what_cannot_be_kept_is_said(call, watch, work, monkeypatch):
    def fail(*_: object) -> None:
        raise ProjectError(msg("No room."))

    monkeypatch.setattr(Project, "add_activity", fail)
    seen: list = []
    call.noticed.connect(seen.append)
    work(0, 2)
    watch.keep()
    assert [(notice.text, notice.kind) for notice in seen] == [("No room.", "error")]


def test_no_event_is_taken_away(call, watch, qtbot):
    from PySide6.QtWidgets import QLineEdit

    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    QTest.keyClicks(line, "ab")
    assert line.text() == "ab"


def test_the_window_watches(window, open_text, monkeypatch):
    times = iter(range(0, 10_000, 3))
    monkeypatch.setattr(window._activity, "_now", lambda: float(next(times)))
    open_text(CALL)
    press(window.table, Qt.Key.Key_Down)
    press(window.table, Qt.Key.Key_Down)
    path = window.session.project.path
    window.close()
    with Project.open(path) as project:
        assert project.activity()[1] >= 3
