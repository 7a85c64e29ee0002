"""How sure findings must be to be shown, what decisions teach about it, and what takes long is done beside the window."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from driving import add_call, press
from PySide6.QtCore import Qt

from annotator import formats
from annotator.core.commands import review, speakers, transcripts, turns
from annotator.core.finding import Finding, Fix, Span
from annotator.core.i18n import msg
from annotator.detectors.worker import Reply
from annotator.gui.docks.finding import FindingDock
from annotator.gui.session import BIG, Seen, Session
from annotator.gui.widgets.sensitivity import LEVELS, RECOMMENDED, Sensitivity

KEY = Qt.Key
LONG_CALL = "".join(f"{('Клиент (SPK00)', 'Саппорт (SPK01)')[n % 2]}: слово{n} дело{n}\n" for n in range(BIG + 20))


def finding(session: Session, turn_id: int, confidence: float, kind: str = "phrase") -> Finding:
    span = Span.of(session.transcript, turn_id, 0, len(session.transcript.turn(turn_id).text.split()[0]))
    key = f"{kind} {turn_id} {confidence}"
    return Finding(key, "duplicates", kind, confidence, (span,), (msg("Why"),), Fix(msg("Drop"), (span,)))


def find(session: Session, *confidences: float) -> None:
    """Have the detectors find one repeat a turn."""
    session._analyse()
    findings = tuple(finding(session, n, confidence) for n, confidence in enumerate(confidences, 1))
    session._on_analyst_replied(Reply(0, findings, done=True))


@pytest.fixture
def asked(call, monkeypatch) -> list[float | None]:
    """The least confidences that the detectors are asked for."""
    least: list[float | None] = []
    monkeypatch.setattr(call.analyst, "send", lambda *_, min_confidence=None, **__: least.append(min_confidence) or 0)
    return least


# ---------------------------------------------------------------------- the slider


def test_the_slider_leaves_out_what_is_less_sure_and_counts_while_it_moves(qtbot, call, asked):
    find(call, 0.7, 0.8, 0.95)
    assert len(call.queue) == 3
    row = Sensitivity(call)
    qtbot.addWidget(row)
    assert row.level == RECOMMENDED
    row.slider.setFocus()
    for _ in range(3):
        press(row.slider, KEY.Key_Right)
    assert row.level == 0.85
    assert row.count.text() == "≥ 0.85 · 1 of 3"
    assert len(call.queue) == 3, "it is still moving"
    qtbot.waitUntil(lambda: [f.confidence for f in call.queue] == [0.95])
    assert call.open_findings(call.transcript.id) == 1
    assert set(asked) == {None}, "what is surer is known already"
    assert Session().settings.least == 0.85


def test_the_slider_asks_the_detectors_for_more(qtbot, call, asked):
    find(call, 0.7)
    row = Sensitivity(call)
    qtbot.addWidget(row)
    row.slider.setValue(LEVELS.index(0.5))
    qtbot.waitUntil(lambda: asked[-1] == 0.5)
    call._on_analyst_replied(Reply(0, (finding(call, 1, 0.7), finding(call, 2, 0.55)), done=True))
    row.refresh()
    assert row.count.text() == "≥ 0.50 · 2 of 2"
    call.ask_from(RECOMMENDED)
    assert asked[-2:] == [0.5, None]


def test_other_calls_are_counted_from_the_same_confidence_on(call):
    call.counts[7] = [Seen("duplicates", "loop", 0.7), Seen("duplicates", "loop", 0.95), Seen("speakers", "cut", 0.8)]
    assert call.open_counts(7) == {("duplicates", "loop"): 2, ("speakers", "cut"): 1}
    call.ask_from(0.9)
    assert call.open_findings(7) == 1
    assert call.open_counts(8) is None


# ---------------------------------------------------------------------- what decisions teach


def decide(call: Session, *verdicts: str) -> None:
    """Decide one finding of confidence 0.8 after another."""
    for n, verdict in enumerate(verdicts):
        made = replace(finding(call, 1, 0.8), key=f"decided {n} {len(call.transcript.decisions)}")
        assert call.do(review.dismiss, made) if verdict == "no" else call.do(review.relabel_instead, made, [1], verdict)


def test_a_kind_that_is_dismissed_counts_for_less_from_the_next_call_on(qtbot, call, theme):
    dock = FindingDock(call, theme)
    qtbot.addWidget(dock)
    find(call, 0.7, 0.95)
    call.step_finding(1)
    decide(call, *["no"] * 8)
    qtbot.waitUntil(lambda: call.calibration.share("duplicates", "phrase") == (0, 8))
    assert call.confidence(call.queue[0]) == 0.7, "not in the middle of a call"
    assert len(call.queue) == 2
    qtbot.waitUntil(lambda: "You accept 0" in dock._share.text() and "0 of 8" in dock._share.text())
    call.show_transcript(call.transcript.id)
    find(call, 0.7, 0.95)
    assert [f.confidence for f in call.queue] == [0.95]
    assert call.confidence(call.queue[0]) < 0.9
    assert call.open_findings(call.transcript.id) == 1


def test_what_decisions_teach_can_be_switched_off_and_reset_for_good(qtbot, call, tmp_path):
    decide(call, *["no"] * 8)
    qtbot.waitUntil(lambda: call.calibration.share("duplicates", "phrase") == (0, 8))
    call.show_transcript(call.transcript.id)
    find(call, 0.7)
    assert call.queue == ()
    call.use_calibration(False)
    assert len(call.queue) == 1
    call.use_calibration(True)
    assert call.queue == ()
    call.reset_calibration()
    assert len(call.queue) == 1
    path = call.project.path
    call.close_project()
    assert call.calibration.share("duplicates", "phrase") is None
    call.open_project(path)
    assert call.calibrates
    assert call.calibration.share("duplicates", "phrase") is None
    decide(call, *["no"] * 6)
    qtbot.waitUntil(lambda: call.calibration.share("duplicates", "phrase") == (0, 6))


def test_undoing_a_decision_unteaches_it(qtbot, call):
    decide(call, *["no"] * 6)
    qtbot.waitUntil(lambda: call.calibration.share("duplicates", "phrase") == (0, 6))
    call.undo()
    qtbot.waitUntil(lambda: call.calibration.share("duplicates", "phrase") == (0, 5))


@pytest.mark.parametrize("kept", ["[]", '{"on": 3, "before_reset": 4}', "{"])
def test_nonsense_about_calibration_does_not_keep_a_project_from_opening(call, kept):
    path = call.project.path
    call.project.set_setting("calibration", kept)
    call.close_project()
    call.open_project(path)
    assert call.calibrates


# ---------------------------------------------------------------------- what takes long


def idle(session: Session) -> bool:
    return not session.reading


def test_a_long_call_is_written_and_read_beside_the_window(qtbot, call):
    here = threading.get_ident()
    ran_on = []
    write, read = call.project.write, call.project.read
    call.project.write = lambda change: ran_on.append(threading.get_ident()) or write(change)
    call.project.read = lambda transcript_id: ran_on.append(threading.get_ident()) or read(transcript_id)
    call._add(*formats.read(LONG_CALL.encode(), "long.txt"))
    assert call.busy
    assert call.transcript.header.name == "call.txt"
    qtbot.waitUntil(lambda: idle(call) and call.transcript.header.name == "long.txt")
    long_id, first_id = call.transcript.id, call.headers()[0].id
    call.project._state.loaded.clear()
    call.show_transcript(first_id)
    call.show_transcript(long_id)
    assert call.transcript.id == first_id
    qtbot.waitUntil(lambda: call.transcript.id == long_id)
    assert len(ran_on) == 3
    assert ran_on[0] != here
    assert ran_on[2] != here
    assert ran_on[1] == here, "a short call is read at once"


def test_nothing_else_is_changed_while_something_big_is_written(qtbot, call):
    notices = []
    call.noticed.connect(notices.append)
    before = call.transcript
    call._add(*formats.read(LONG_CALL.encode(), "long.txt"))
    assert not call.do(turns.comment, 1, "look")
    call.undo()
    assert call.transcript == before
    assert [notice.text for notice in notices] == ["Something is still being written to the project. Try again in a moment."] * 2
    qtbot.waitUntil(lambda: idle(call) and call.transcript.header.name == "long.txt")
    assert call.do(turns.comment, 1, "look")


def test_many_turns_at_once_are_one_undo_step_beside_the_window(qtbot, call, monkeypatch):
    monkeypatch.setattr("annotator.gui.session.BIG_RECORD", 5000)
    add_call(call, LONG_CALL, "long.txt")
    qtbot.waitUntil(lambda: idle(call) and call.transcript.header.name == "long.txt")
    before = call.transcript
    everyone = tuple(turn.id for turn in before.turns)
    assert call.do(speakers.relabel, everyone, "SPK00")
    assert call.busy
    qtbot.waitUntil(lambda: idle(call))
    assert {turn.speaker_id for turn in call.transcript.turns} == {"SPK00"}
    call.undo()
    assert call.busy
    qtbot.waitUntil(lambda: idle(call))
    assert call.transcript == before
    call.redo()
    qtbot.waitUntil(lambda: idle(call))
    assert {turn.speaker_id for turn in call.transcript.turns} == {"SPK00"}


def test_a_big_change_that_cannot_be_made_is_said_and_lets_others_in(qtbot, call):
    notices = []
    call.noticed.connect(notices.append)
    add_call(call, LONG_CALL, "long.txt")
    qtbot.waitUntil(lambda: idle(call) and call.transcript.header.name == "long.txt")
    everyone = tuple(turn.id for turn in call.transcript.turns)
    call.do(speakers.relabel, everyone, "nobody")
    qtbot.waitUntil(lambda: idle(call))
    assert [notice.text for notice in notices] == ["There is no speaker nobody in this transcript."]
    assert call.do(turns.comment, 1, "look")


def test_a_project_that_is_closed_meanwhile_has_all_or_nothing(qtbot, call):
    path = call.project.path
    add_call(call, LONG_CALL, "long.txt")
    call.close_project()
    assert call.project is None
    assert not call.busy
    call.open_project(path)
    assert [header.name for header in call.headers()] == ["call.txt", "long.txt"]
    call.undo()
    qtbot.waitUntil(lambda: idle(call))
    assert [header.name for header in call.headers()] == ["call.txt"]


def test_a_big_project_is_opened_beside_the_window(qtbot, call, monkeypatch):
    path = call.project.path
    call.close_project()
    monkeypatch.setattr("annotator.gui.session.BIG_FILE", 100)
    call.open_project(path)
    assert call.project is None
    qtbot.waitUntil(lambda: call.transcript is not None)
    assert call.project.path == path


def test_a_long_call_that_is_removed_comes_back_with_undo(qtbot, call):
    add_call(call, LONG_CALL, "long.txt")
    qtbot.waitUntil(lambda: idle(call) and call.transcript.header.name == "long.txt")
    before = call.transcript
    assert call.apply(lambda: transcripts.remove(before))
    qtbot.waitUntil(lambda: idle(call) and call.transcript.header.name == "call.txt")
    call.undo()
    qtbot.waitUntil(lambda: idle(call) and call.transcript == before)


def test_findings_of_a_long_check_are_taken_over_now_and_then(qtbot, call):
    call._analyse()
    changes = []
    call.findings_changed.connect(lambda: changes.append(len(call.queue)))
    for n in range(1, 4):
        call._on_analyst_replied(Reply(0, (finding(call, n, 0.9),)))
    assert call.queue == ()
    qtbot.waitUntil(lambda: len(call.queue) == 3)
    assert set(changes) <= {0, 3}


def test_the_turns_around_the_next_finding_are_laid_out_ahead(qtbot, window, session, tmp_path, monkeypatch):
    monkeypatch.setattr(session.analyst, "send", lambda *_, **__: 0)
    session.create_project(tmp_path / "calls.annotator")
    add_call(session, "".join(f"Клиент (SPK0{n % 2}): реплика {n}\n" for n in range(400)))
    session._analyse()
    session._on_analyst_replied(Reply(0, (finding(session, 1, 0.9), finding(session, 350, 0.9)), done=True))
    session.step_finding(1)
    assert session.following.turn_ids == (350,)
    qtbot.waitUntil(lambda: {345, 350, 355} <= set(window.table.delegate._blocks))
    session.step_finding(1)
    assert session.following is None
