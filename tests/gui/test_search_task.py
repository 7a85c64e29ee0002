"""Search in its own process: hits arrive in order, a slow pattern and a cancelled search end, a flood is cut off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from annotator import formats
from annotator.core.commands import transcripts, turns
from annotator.core.model import Transcript
from annotator.gui.search_task import SearchTask
from annotator.search.matching import Query
from annotator.search.worker import MOST_HITS

EVIL = Query("(a+)+$", mode="regex")
NUMBERS = iter(range(1, 1000))


def call(*texts: str) -> Transcript:
    number = next(NUMBERS)
    imported, _ = formats.read("\n".join(f"A: {text}" for text in texts).encode(), "c.txt")
    return Transcript.build(step.after for step in transcripts.add(imported, number).steps)


class Told:
    """What a task has told."""

    def __init__(self, task: SearchTask):
        self.hits, self.ends, self.progress = [], [], []
        task.found.connect(self.hits.extend)
        task.ended.connect(self.ends.append)
        task.progressed.connect(lambda done, total: self.progress.append((done, total)))


@pytest.fixture
def task(qapp) -> Iterator[SearchTask]:
    made = SearchTask()
    yield made
    made.close()


def wait(qtbot, told: Told, ends: int = 1) -> None:
    qtbot.waitUntil(lambda: len(told.ends) >= ends, timeout=20_000)


def test_hits_come_in_reading_order_with_what_is_to_come_there(qtbot, task):
    told, one, two = Told(task), call("сапорт", "x", "Сапорт и сапорт"), call("🙂 сапорт")
    task.search([Query("сапорт", "саппорт")], [two, one])
    wait(qtbot, told)
    assert [(h.transcript_id, h.turn_id, h.start, h.end, h.text) for h in told.hits] == [
        (two.id, 1, 2, 8, "саппорт"),
        (one.id, 1, 0, 6, "саппорт"),
        (one.id, 3, 0, 6, "Саппорт"),
        (one.id, 3, 9, 15, "саппорт"),
    ]
    assert told.ends == [None]
    assert told.progress[0] == (0, 4)
    assert not task.busy


def test_a_newer_version_of_a_call_is_searched_and_hidden_turns_are_not(qtbot, task):
    told, one = Told(task), call("а", "а", "а")
    task.search([Query("а", "б")], [one])
    wait(qtbot, told)
    one = one.apply(turns.hide(one, [1]))
    one = one.apply(turns.set_text(one, 2, "я а"))
    told.hits.clear()
    task.search([Query("а", "б")], [one])
    wait(qtbot, told, 2)
    assert [(h.turn_id, h.start) for h in told.hits] == [(2, 2), (3, 0)]


def test_a_slow_pattern_is_ended_and_named_and_the_next_search_works(qtbot, task):
    told, one = Told(task), call("aaab", "a" * 60 + "b")
    task.search([EVIL], [one])
    qtbot.waitUntil(lambda: task._worker is not None and task._worker.heard[0] is not None, timeout=20_000)
    process = task._worker._process
    wait(qtbot, told)
    assert str(told.ends[0]) == "This pattern is too slow: (a+)+$. Make it simpler."
    qtbot.waitUntil(lambda: not process.is_alive(), timeout=5000)
    task.search([Query("b", "c")], [one])
    wait(qtbot, told, 2)
    assert (told.ends[1], len(told.hits)) == (None, 2)


def test_a_search_that_waits_for_a_slow_one_takes_its_place_without_blame(qtbot, task):
    told, one = Told(task), call("a" * 60 + "b")
    task.search([EVIL], [one])
    qtbot.waitUntil(lambda: task._worker is not None and task._worker.heard[0] is not None, timeout=20_000)
    task.search([Query("b", "c")], [one])
    wait(qtbot, told)
    assert (told.ends, len(told.hits)) == ([None], 1)


def test_a_cancelled_search_ends_its_process_and_tells_nothing(qtbot, task):
    told, one = Told(task), call("a" * 60 + "b")
    task.search([EVIL], [one])
    qtbot.waitUntil(lambda: task._worker is not None and task._worker.heard[0] is not None, timeout=20_000)
    process = task._worker._process
    task.cancel()
    assert not task.busy
    qtbot.waitUntil(lambda: not process.is_alive(), timeout=5000)
    task.search([Query("b", "c")], [one])
    wait(qtbot, told)
    assert (told.ends, len(told.hits)) == ([None], 1)


def test_a_flood_is_cut_off_and_said(qtbot, task):
    told, one = Told(task), call("а" * (MOST_HITS + 5), "а")
    task.search([Query("а", "б")], [one])
    wait(qtbot, told)
    assert len(told.hits) == MOST_HITS
    assert "Only the first 10000 hits" in str(told.ends[0])


def test_as_many_hits_as_are_shown_are_no_flood(qtbot, task):
    told, one = Told(task), call("а" * MOST_HITS)
    task.search([Query("а", "б")], [one])
    wait(qtbot, told)
    assert (len(told.hits), told.ends) == (MOST_HITS, [None])


def test_a_pattern_that_is_wrong_is_said(qtbot, task):
    told = Told(task)
    task.search([Query("(", mode="regex")], [call("а")])
    wait(qtbot, told)
    assert "not understood at character 1" in str(told.ends[0])


def test_a_process_that_ends_by_itself_is_told_of(qtbot, task):
    told, one = Told(task), call("a" * 60 + "b")
    task.search([EVIL], [one])
    qtbot.waitUntil(lambda: task._worker is not None and task._worker.heard[0] is not None, timeout=20_000)
    task._worker._process.terminate()
    wait(qtbot, told)
    assert "stopped unexpectedly" in str(told.ends[0])
    task.search([Query("b", "c")], [one])
    wait(qtbot, told, 2)
    assert told.ends[1] is None
