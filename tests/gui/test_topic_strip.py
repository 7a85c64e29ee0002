"""The strip of topics beside the table: bars stand beside their rows, a click goes to the first turn, and it costs no time."""

from __future__ import annotations

import pytest
from driving import add_call
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.core.commands import topics
from annotator.gui.turns.topic_strip import WIDTH, TopicStrip
from annotator.gui.turns.view import TurnsView

LONG = "".join(f"S{n % 2}: реплика номер {n} и ещё несколько слов, чтобы строка была длиннее\n" for n in range(10_000))


@pytest.fixture
def strip(qtbot, call, theme) -> TopicStrip:
    page = QWidget()
    table = TurnsView(call, theme)
    made = TopicStrip(call, theme, table)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(table, 1)
    row.addWidget(made)
    page.resize(700, 400)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    made.page = page  # keeps it alive
    return made


def add(session, name: str, colour: str = "#1F6F5C", parent_id: int = 0) -> int:
    assert session.apply(lambda: topics.add(session.project.topics, name, colour, parent_id=parent_id))
    return max(topic.id for topic in session.project.topics)


def look(strip: TopicStrip) -> list[tuple[str, int, int, bool, bool]]:
    return [(bar.topic.name, bar.first, bar.last, bar.begins, bar.ends) for bar in strip.bars()]


def test_is_there_only_when_there_are_topics(strip, call) -> None:
    assert not strip.isVisible()
    add(call, "price")
    assert strip.isVisible()
    assert look(strip) == []
    call.undo()
    assert not strip.isVisible()
    call.redo()
    call.close_project()
    assert not strip.isVisible()


def test_a_bar_stands_beside_the_rows_that_have_its_topic(strip, call) -> None:
    price, tax = add(call, "price"), add(call, "tax", "#B4480F")
    call.do(topics.tag, [1, 2, 4], price)
    call.do(topics.tag, [2, 3], tax)
    assert look(strip) == [("price", 0, 1, True, True), ("tax", 1, 2, True, True), ("price", 3, 3, True, True)]
    first, second, third = strip.bars()
    assert [(bar.lane, bar.lanes) for bar in (first, second, third)] == [(0, 2), (1, 2), (0, 1)]
    table = strip._table
    top = table.viewport().geometry().top()
    for bar in (first, second, third):
        box = strip.box(bar)
        assert top + table.rowViewportPosition(bar.first) <= box.top() < top + table.rowViewportPosition(bar.first) + 6
        end = top + table.rowViewportPosition(bar.last) + table.rowHeight(bar.last)
        assert end - 6 < box.bottom() <= end
        assert 0 <= box.left() < box.right() <= WIDTH
    assert strip.box(first).right() <= strip.box(second).left()


def test_what_is_painted_is_the_colour_of_the_topic(strip, call, theme) -> None:
    price = add(call, "price", "#B4480F")
    call.do(topics.tag, [2, 3], price)
    image = strip.grab().toImage()
    ink, ground = theme.topic_colours("#B4480F")
    box = strip.box(strip.bars()[0]).toRect()
    assert image.pixelColor(box.left() + 1, box.center().y()) == ink
    assert image.pixelColor(box.right() - 2, box.bottom() - 6) == ground
    assert image.pixelColor(WIDTH // 2, box.bottom() + 12) == theme.tokens.surface
    theme.choose("dark")
    assert strip.grab().toImage().pixelColor(WIDTH // 2, box.bottom() + 12) == theme.tokens.surface


def test_more_topics_than_lanes_stay_inside_the_strip(strip, call) -> None:
    for n in range(6):
        call.do(topics.tag, [1, 2], add(call, f"topic {n}"))
    assert len(strip.bars()) == 6
    assert all(strip.box(bar).right() <= WIDTH for bar in strip.bars())
    strip.grab()


def test_scrolls_with_the_table_and_a_click_goes_to_where_the_topic_begins(qtbot, strip, call) -> None:
    add_call(call, LONG, "long.txt")
    qtbot.waitUntil(lambda: call.transcript.header.name == "long.txt" and not call.busy, timeout=30_000)
    money = add(call, "Деньги")
    price = add(call, "Цена", parent_id=money)
    call.do(topics.tag, list(range(11, 201)), price)
    call.set_turn(150)
    qtbot.waitUntil(lambda: strip._table.rowAt(0) > 100)
    ((name, first, last, begins, ends),) = look(strip)
    assert (name, begins, ends) == ("Цена", False, False)
    assert first == strip._table.rowAt(0)
    assert last > first + 3
    place = strip.box(strip.bars()[0]).toRect().center()
    place.setY(200)
    assert "Деньги / Цена" in strip.hint(place)
    assert "Turns 11 to 200" in strip.hint(place)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)
    assert call.turn_id == 11
    assert strip.hint(QPoint(3, 1)) == ""
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(3, 1))
    assert call.turn_id == 11


def test_in_a_long_call_only_what_is_in_view_is_painted(qtbot, strip, call, monkeypatch) -> None:
    add_call(call, LONG, "long.txt")
    qtbot.waitUntil(lambda: call.transcript.header.name == "long.txt" and not call.busy, timeout=30_000)
    ids = [add(call, f"topic {n}") for n in range(30)]
    for n, topic_id in enumerate(ids):
        call.do(topics.tag, list(range(1 + n * 300, 1 + n * 300 + 400)), topic_id)
    call.set_turn(5000)
    qtbot.waitUntil(lambda: strip._table.rowAt(0) > 1000)
    asked = []
    turn_at = strip._table.turns_model.turn_at
    monkeypatch.setattr(strip._table.turns_model, "turn_at", lambda row: asked.append(row) or turn_at(row))
    strip.render(QPixmap(strip.size()))
    assert 1 <= len(strip.bars()) < 5
    assert len(set(asked)) < 200
