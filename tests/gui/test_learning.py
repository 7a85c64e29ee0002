"""Learning from finished calls: what the session does with what comes of it, and the dialog."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from pathlib import Path

import pytest
from driving import CALL, add_call, learn_forever, press, wait_checked
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog
from written_calls import corrections, written

from annotator.core.commands import review, turns
from annotator.core.errors import ReadOnly
from annotator.core.i18n import msg
from annotator.detectors.base import Progress
from annotator.detectors.learning import LEAST_CALLS, Measure, Outcome
from annotator.detectors.worker import Reply
from annotator.gui import session as session_module
from annotator.gui import tasks
from annotator.gui.dialogs.learning import LearningDialog
from annotator.gui.tasks import Analyst, LearnTask
from annotator.project import Project

MEASURES = {
    "edge": Measure(213, 60, 0.5, 0.44, 0.71, 0.75),
    "split": Measure(190, 66, 0.6, 0.59, 0.65, 0.68),
    "turn": Measure(320, 12, 0.15, 0.16, 0.41, 0.4),
}
BETTER = Outcome(b"weights", 3, 1234, MEASURES)
NO_BETTER, TOO_LITTLE = BETTER._replace(data=None), Outcome(None, 3, 20, {})


class Taught(QObject):
    """Stands for a LearnTask, at a standstill until the test goes on."""

    progressed = Signal(int, int)
    ended = Signal(object)

    def __init__(self, calls, parent):
        super().__init__(parent)
        self.calls, self.cancelled = calls, False

    def start(self) -> None: ...

    def wait(self) -> None: ...

    def cancel(self) -> None:
        self.cancelled = True


@pytest.fixture
def taught(monkeypatch) -> list[Taught]:
    """The tasks that were started."""
    started: list[Taught] = []

    def start(calls, parent):
        started.append(Taught(calls, parent))
        return started[-1]

    monkeypatch.setattr(session_module, "LearnTask", start)
    return started


@pytest.fixture
def used(call, monkeypatch) -> list:
    """What the detectors are to use."""
    seen: list = []
    monkeypatch.setattr(call.analyst, "use", seen.append)
    return seen


@pytest.fixture
def finished(call):
    """A project with as many finished calls as it takes."""
    for n in range(LEAST_CALLS):
        if n:
            add_call(call, f"{CALL}Клиент (SPK00): {n}\n", f"{n}.txt")
        call.do(review.set_done, True)
    return call


@pytest.fixture
def learning_dialog(qtbot):
    def open_(session) -> LearningDialog:
        dialog = LearningDialog(session)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return open_


def notices(session) -> list:
    seen: list = []
    session.noticed.connect(seen.append)
    return seen


def learn(session, taught: list[Taught], outcome: Outcome | None) -> None:
    session.learn()
    taught[-1].ended.emit(outcome)


# ---------------------------------------------------------------------- the session


def test_learns_from_finished_calls_keeps_it_and_checks_again(finished, taught, used, monkeypatch):
    add_call(finished, f"{CALL}Клиент (SPK00): ещё\n", "open.txt")
    sent: list = []
    monkeypatch.setattr(finished.analyst, "send", lambda work, **_: sent.append((work, list(used))) or 0)
    finished.counts = {1: Counter()}
    seen = notices(finished)
    learn(finished, taught, BETTER)
    assert [call.id for call in taught[0].calls] == [1, 2, 3]
    assert finished.learned.data == b"weights"
    assert Outcome.of_report(finished.learned.report) == NO_BETTER
    assert sent == [(finished.transcript, [{"speakers": b"weights"}])]
    assert 1 in finished._outdated
    assert str(BETTER.verdict) in [notice.text for notice in seen]
    assert not finished.learning


@pytest.mark.parametrize("outcome", [NO_BETTER, TOO_LITTLE])
def test_what_does_no_better_changes_nothing_and_is_said(finished, taught, used, outcome):
    learn(finished, taught, BETTER)
    used.clear()
    seen = notices(finished)
    learn(finished, taught, outcome)
    assert finished.learned.data == b"weights"
    assert used == []
    assert [(notice.kind, notice.text) for notice in seen] == [("info", str(outcome.verdict))]


def test_learning_that_fails_is_said_and_one_that_is_cancelled_is_not(finished, taught, used):
    seen = notices(finished)
    learn(finished, taught, None)
    assert [notice.kind for notice in seen] == ["error"]
    finished.learn()
    finished.cancel()
    assert taught[-1].cancelled
    taught[-1].ended.emit(None)
    assert len(seen) == 1
    assert finished.learned is None
    assert not finished.learning


def test_what_cannot_be_written_is_not_used(finished, taught, used, monkeypatch):
    def refuse(*_):
        raise ReadOnly(msg("no"))

    monkeypatch.setattr(finished.project, "learn", refuse)
    seen = notices(finished)
    learn(finished, taught, BETTER)
    assert [notice.kind for notice in seen] == ["error"]
    assert (finished.outcome, used, finished.learning) == (None, [], False)


def test_a_project_that_is_closed_meanwhile_keeps_nothing_of_it(finished, taught, tmp_path):
    finished.learn()
    path = finished.project.path
    seen = notices(finished)
    finished.create_project(tmp_path / "other.annotator")
    assert taught[0].cancelled
    taught[0].ended.emit(BETTER)  # it was on its way already
    assert finished.learned is None
    assert seen == []
    with Project.open(path) as project:
        assert project.learned("speakers") is None
    add_call(finished, CALL)
    finished.do(review.set_done, True)
    learn(finished, taught, BETTER)
    assert finished.learned.data == b"weights"


def test_a_project_is_opened_with_what_was_learned_and_closed_without(finished, taught, used):
    learn(finished, taught, BETTER)
    path = finished.project.path
    used.clear()
    finished.close_project()
    assert used == [{}]
    finished.open_project(path)
    assert used[1:] == [{"speakers": b"weights"}]
    assert finished.outcome is None


def test_a_second_learning_waits_for_the_end_of_the_first(finished, taught):
    finished.learn()
    finished.learn()
    assert len(taught) == 1


def test_of_work_at_the_same_time_files_are_told_first_and_learning_last(finished, taught):
    told: list = []
    finished.progressed.connect(lambda *what: told.append(what))
    finished.learn()
    taught[0].progressed.emit(1, 5)
    finished._tell("check", msg("Checking"), 2, 3)
    finished._tell("files", msg("Exporting"), 0, 1)
    taught[0].progressed.emit(2, 5)
    finished._tell("files")
    finished._tell("check")
    taught[0].ended.emit(None)
    assert [what for n, what in enumerate(told) if what != told[n - 1]] == [
        ("Learning", 0, 1),
        ("Learning", 1, 5),
        ("Checking", 2, 3),
        ("Exporting", 0, 1),
        ("Checking", 2, 3),
        ("Learning", 2, 5),
        ("", 0, 0),
    ]


def test_what_the_detectors_cannot_use_is_said(finished, taught, used, learning_dialog):
    learn(finished, taught, BETTER)
    seen = notices(finished)
    finished._on_analyst_replied(Reply(0, unusable=True))
    assert [notice.kind for notice in seen] == ["error"]
    assert "cannot be used" in learning_dialog(finished).state.text()
    learn(finished, taught, BETTER)
    assert finished.usable


# ---------------------------------------------------------------------- processes


@pytest.fixture
def requests(monkeypatch) -> list:
    """What is put on the way to the process, of which there is none."""
    sent: list = []

    class Alive:
        def is_alive(self) -> bool:
            return bool(sent)

        def start(self) -> None: ...

        def join(self) -> None: ...

    monkeypatch.setattr(tasks.threading, "Thread", lambda **_: Alive())
    monkeypatch.setattr(tasks.queue, "SimpleQueue", lambda: type("Sent", (), {"put": lambda _, request: sent.append(request)})())
    return sent


def test_what_was_learned_is_sent_once_and_to_every_new_process(qapp, requests):
    analyst, learned = Analyst(), {"speakers": b"weights"}
    analyst.send(None)
    analyst.use(learned)
    analyst.send(None)
    analyst.use(dict(learned))
    analyst.send(None)
    analyst.use({})
    analyst.send(None)
    assert [request.learned for request in requests] == [{}, learned, None, {}]
    analyst.use(learned)
    analyst.send(None)
    requests.clear()  # the process is gone
    analyst.send(None)
    analyst.send(None)
    assert [request.learned for request in requests] == [learned, None]


def test_a_process_learns_and_tells_how_far_it_is(qtbot, call):
    task, told = LearnTask([call.transcript], call), []
    task.progressed.connect(lambda done, total: told.append(Progress(done, total)))
    with qtbot.waitSignal(task.ended, timeout=60_000) as ended:
        task.start()
    (outcome,) = ended.args
    assert (outcome.data, outcome.measures, outcome.verdict) == (None, {}, TOO_LITTLE.verdict)
    assert told
    assert not [child for child in multiprocessing.active_children() if child.name == "annotator learning"]


@pytest.mark.parametrize("started", [False, True])
@pytest.mark.parametrize("end", ["cancel", "wait"])
def test_a_process_that_learns_can_be_cancelled_at_any_time(qtbot, call, monkeypatch, started, end):
    monkeypatch.setattr(tasks, "teach", learn_forever)
    task, ended = LearnTask([call.transcript] * 1000, call), []
    task.ended.connect(ended.append)
    task.start()
    if started:
        qtbot.waitUntil(lambda: task._process is not None)
    getattr(task, end)()
    if end == "cancel":
        qtbot.waitUntil(lambda: ended == [None], timeout=20_000)
    assert not task._thread.is_alive()
    assert not [child for child in multiprocessing.active_children() if child.name == "annotator learning"]


def test_what_came_of_it_before_it_was_cancelled_is_dropped(qtbot, call):
    task = LearnTask([call.transcript], call)
    with qtbot.waitSignal(task.ended, timeout=60_000) as ended:
        task.start()
        task._thread.join()
        task.cancel()
    assert ended.args == [None]


def test_the_end_of_the_process_ends_learning(qtbot, call, monkeypatch):
    monkeypatch.setattr(tasks, "teach", learn_forever)
    task = LearnTask([call.transcript] * 1000, call)
    with qtbot.waitSignal(task.ended, timeout=60_000) as ended:
        task.start()
        qtbot.waitUntil(lambda: task._process is not None)
        task._process.kill()
    assert ended.args == [None]
    assert not task.cancelled


def test_what_the_reviewer_corrects_is_learned_and_used_at_once(qtbot, session, tmp_path):
    session.create_project(tmp_path / "calls.annotator")
    for seed in (*range(8), 99):
        add_call(session, written(seed)[0], f"{seed}.txt")
        for change in corrections(session.transcript, seed) if seed != 99 else ():
            session.project.apply(change)
    wait_checked(qtbot, session)
    before = {finding.key: finding.confidence for finding in session.findings}
    session.learn()
    session.do(turns.comment, session.turn_id, "one can work meanwhile")
    qtbot.waitUntil(lambda: not session.learning, timeout=60_000)
    wait_checked(qtbot, session)
    assert session.outcome.data == session.learned.data
    learned = {finding.key: finding.confidence for finding in session.findings}
    assert session.usable
    assert learned != before
    session.forget()
    wait_checked(qtbot, session)
    assert {finding.key: finding.confidence for finding in session.findings} == before


# ---------------------------------------------------------------------- the dialog


def figures(dialog: LearningDialog) -> list[list[str]]:
    return [[cell.text() for cell in row] for row in dialog.cells.values()]


def test_says_how_many_finished_calls_it_takes(learning_dialog, call) -> None:
    call.do(review.set_done, True)
    dialog = learning_dialog(call)
    assert dialog.state.text() == "Nothing learned yet."
    assert "1 call" in dialog.finished_calls.text()
    assert str(LEAST_CALLS) in dialog.finished_calls.text()
    assert [made.isEnabled() for made in (dialog.learn, dialog.export, dialog.reset)] == [False, False, False]
    assert not dialog.work.isVisible()
    assert not dialog.message.isVisible()
    assert dialog.shut.hasFocus()
    assert figures(dialog) == [[title, "–", "–", "–", "–"] for title in ("Cut sentence", "Two people in one turn", "Wrong speaker")]


def test_enter_learns_and_shows_what_came_of_it(learning_dialog, finished, taught, used) -> None:
    dialog = learning_dialog(finished)
    assert dialog.learn.hasFocus()
    press(dialog.learn, Qt.Key.Key_Return)
    assert finished.learning
    assert dialog.work.isVisible()
    assert dialog.cancel.hasFocus()
    assert not dialog.learn.isEnabled()
    taught[0].progressed.emit(2, 5)
    assert (dialog.progress.value(), dialog.progress.maximum()) == (2, 5)
    taught[0].ended.emit(BETTER)
    assert not dialog.work.isVisible()
    assert dialog.shut.hasFocus()
    assert dialog.state.text().startswith("Learned from 3 calls, 1234 words, on ")
    assert figures(dialog) == [
        ["Cut sentence", "213", "28 %", "0.71", "0.75"],
        ["Two people in one turn", "190", "35 %", "0.65", "0.68"],
        ["Wrong speaker", "320", "4 %", "0.41", "0.40"],
    ]
    assert dialog.message.text() == str(BETTER.verdict)
    assert [made.isEnabled() for made in (dialog.learn, dialog.export, dialog.reset)] == [True, True, True]
    dialog.learn.setFocus()
    press(dialog.learn, Qt.Key.Key_Return)
    assert dialog.cancel.hasFocus()
    taught[1].ended.emit(NO_BETTER)
    assert dialog.shut.hasFocus()


def test_what_was_not_used_is_shown_with_its_figures_also_later(learning_dialog, finished, taught) -> None:
    learn(finished, taught, NO_BETTER)
    dialog = learning_dialog(finished)
    assert dialog.state.text() == "Nothing learned yet."
    assert dialog.message.text() == str(NO_BETTER.verdict)
    assert figures(dialog)[0][1:] == ["213", "28 %", "0.71", "0.75"]


def test_where_there_was_no_fault_there_is_no_precision(learning_dialog, finished, taught) -> None:
    none = Measure(320, 0, 0.15, 0.16, 0.0, 0.0)
    learn(finished, taught, NO_BETTER._replace(measures={**MEASURES, "turn": none}))
    assert figures(learning_dialog(finished))[2][1:] == ["320", "0 %", "–", "–"]


def test_learning_can_be_cancelled_and_goes_on_when_the_dialog_is_closed(learning_dialog, finished, taught, used) -> None:
    dialog = learning_dialog(finished)
    dialog.learn.click()
    press(dialog.cancel, Qt.Key.Key_Space)
    assert taught[0].cancelled
    taught[0].ended.emit(None)
    assert dialog.learn.isEnabled()
    assert dialog.state.text() == "Nothing learned yet."
    dialog.learn.click()
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not taught[1].cancelled
    again = learning_dialog(finished)
    assert again.work.isVisible()
    taught[1].ended.emit(BETTER)
    assert finished.learned.data == b"weights"


def test_reset_forgets_and_says_how_to_have_it_back(learning_dialog, finished, taught, used) -> None:
    learn(finished, taught, BETTER)
    dialog = learning_dialog(finished)
    dialog.reset.click()
    assert finished.learned is None
    assert used[-1] == {}
    assert "Learn from the finished calls again" in dialog.message.text()
    assert dialog.state.text() == "Nothing learned yet."
    assert figures(dialog)[0][1:] == ["–"] * 4
    assert not dialog.export.isEnabled()


def test_exports_what_was_learned(learning_dialog, finished, taught, used, tmp_path, monkeypatch) -> None:
    learn(finished, taught, BETTER)
    dialog = learning_dialog(finished)
    asked: list[Path] = []

    def answer(name: str):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: asked.append(Path(a[2])) or (name, ""))

    answer("")
    dialog.export.click()
    answer(str(tmp_path / "mine.learned"))
    dialog.export.click()
    assert (tmp_path / "mine.learned").read_bytes() == b"weights"
    assert asked[0] == finished.project.path.with_suffix(".learned")
    assert "mine.learned" in dialog.message.text()
    before = finished.project.path.read_bytes()
    answer(str(finished.project.path))
    dialog.export.click()
    assert finished.project.path.read_bytes() == before
    assert dialog.message.property("bar") == "error"


def test_a_project_that_can_only_be_read_cannot_learn(learning_dialog, finished, taught, used, monkeypatch) -> None:
    learn(finished, taught, BETTER)
    monkeypatch.setattr(Project, "read_only", property(lambda _: True))
    dialog = learning_dialog(finished)
    assert [made.isEnabled() for made in (dialog.learn, dialog.export, dialog.reset)] == [False, True, False]
    assert "only be read" in dialog.finished_calls.text()
    monkeypatch.undo()


def test_a_report_of_another_version_does_not_keep_the_dialog_from_opening(learning_dialog, finished) -> None:
    finished.project.learn("speakers", b"weights", '{"other": 1}')
    dialog = learning_dialog(finished)
    assert dialog.state.text().startswith("Learned on ")
    assert dialog.reset.isEnabled()


def test_the_dialog_goes_with_its_project(learning_dialog, finished) -> None:
    dialog = learning_dialog(finished)
    finished.close_project()
    assert not dialog.isVisible()


def test_the_menu_offers_learning_where_there_is_a_project(window, tmp_path, monkeypatch) -> None:
    window.refresh()
    assert not window.actions_by_name["learning"].isEnabled()
    window.session.create_project(tmp_path / "p.annotator")
    window.refresh()
    asked: list = []
    monkeypatch.setattr(window, "ask", asked.append)
    window.actions_by_name["learning"].trigger()
    assert isinstance(asked[0], LearningDialog)
