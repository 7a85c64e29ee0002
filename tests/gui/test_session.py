"""The session: projects, calls, changes and findings, without a window."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from cockpit_call import SPEAKER_IDS, said
from driving import add_call, wait_checked

from annotator import formats
from annotator.core.change import Change
from annotator.core.commands import allowed, review, role_words, speakers, topics, transcripts, turns
from annotator.core.errors import NotAProject
from annotator.core.finding import Finding, Fix, Span
from annotator.core.i18n import msg
from annotator.detectors import QUIET
from annotator.detectors.worker import Reply
from annotator.formats.base import ExportOptions
from annotator.gui.session import SUFFIX, Session
from annotator.project import Project

CALL = """\
Support (SPK00): good morning this is the service desk how can i help you today
Client (SPK01): hello my order has not arrived and i paid for it two weeks ago already
Support (SPK00): i paid for it two weeks ago already let me see what is the number of the order
Client (SPK01): it is four one seven eight and it should have come on monday to my office
Client (SPK01): it is four one seven eight and it should have come on monday to my office
Support (SPK00): thank you i can see it here it was sent back to us
"""


def notices(session: Session) -> list:
    seen: list = []
    session.noticed.connect(seen.append)
    return seen


def test_a_transcript_gets_a_project_beside_it_and_is_not_added_twice(qtbot, session, open_text, tmp_path):
    open_text(CALL)
    assert session.project.path == tmp_path / f"call{SUFFIX}"
    assert session.transcript.visible[0].text.startswith("good morning")
    open_text(CALL)
    assert len(session.project.transcripts()) == 1


def test_a_folder_that_cannot_be_written_puts_the_project_among_the_documents(qtbot, session, tmp_path, monkeypatch):
    from annotator.core.errors import ReadOnly
    from annotator.core.i18n import msg

    create = Project.create

    def refuse(path: Path) -> Project:
        if path.parent == tmp_path:
            raise ReadOnly(msg("no"))
        return create(path)

    monkeypatch.setattr(Project, "create", refuse)
    (tmp_path / "call.txt").write_text(CALL, encoding="utf-8")
    session.open_paths([tmp_path / "call.txt"])
    wait_checked(qtbot, session)
    assert session.project.path.parent == tmp_path / "config" / "projects"


def test_reopening_lands_where_the_reviewer_stopped(qtbot, session, open_text, tmp_path):
    open_text(CALL)
    path, there = session.project.path, session.transcript.visible[3].id
    session.set_turn(there)
    session.close_project()
    assert session.project is None
    assert session.transcript is None
    session.open_paths([path])
    assert session.turn_id == there
    assert session.settings.recent[0] == str(path)


def test_findings_come_in_passes_and_a_decision_brings_the_next(qtbot, session, open_text):
    open_text(CALL)
    assert any(f.detector == "duplicates" for f in session.queue)
    session.step_finding(1)
    first = session.finding
    assert first is session.queue[0]
    before = len(session.queue)
    assert session.decide(review.accept)
    assert first.key in session.transcript.decisions
    assert session.transcript.decisions[first.key].seconds is not None
    assert len(session.queue) < before
    assert session.finding is None or session.finding in session.queue


def test_a_dismissed_finding_stays_dismissed_and_comes_back_with_undo(qtbot, session, open_text):
    open_text(CALL)
    session.step_finding(1)
    key = session.finding.key
    session.decide(review.dismiss)
    wait_checked(qtbot, session)
    assert key not in {f.key for f in session.findings}
    session.undo()
    wait_checked(qtbot, session)
    assert key in {f.key for f in session.findings}


def test_kinds_can_be_left_out_of_the_queue(qtbot, session, open_text):
    open_text(CALL)
    kind = session.queue[0].kind
    session.step_finding(1)
    session.filter_kinds({kind})
    assert kind not in {f.kind for f in session.queue}
    assert session.finding is None
    session.filter_kinds(())
    assert kind in {f.kind for f in session.queue}


def test_findings_are_looked_for_again_after_an_edit(qtbot, session, open_text):
    open_text(CALL)
    had = {f.key for f in session.findings if f.detector == "duplicates"}
    for turn in session.transcript.visible[1:]:
        session.do(turns.set_text, turn.id, f"something else entirely number {turn.id}")
    wait_checked(qtbot, session)
    assert had.isdisjoint(f.key for f in session.findings)


def test_undo_goes_to_the_call_and_turn_concerned(qtbot, session, open_text):
    open_text(CALL)
    first = session.transcript.id
    session.set_turn(session.transcript.visible[4].id)
    session.do(speakers.relabel, [session.transcript.visible[4].id], "SPK00")
    changed = session.turn_id
    open_text(CALL.replace("four", "six"), "other.txt")
    session.do(turns.comment, session.transcript.visible[0].id, "look")
    assert session.transcript.id != first
    session.undo()
    session.undo()  # the import of the other call
    assert session.transcript.id == first
    session.undo()
    assert session.turn_id == changed
    assert session.transcript.turn(changed).speaker_id == "SPK01"


def test_nothing_to_undo_and_commands_that_cannot_be_done_are_said(qtbot, session, open_text):
    open_text(CALL)
    seen = notices(session)
    assert not session.do(turns.split, session.transcript.visible[0].id, 0)
    assert seen[-1].kind == "info"
    assert "split" in seen[-1].text
    assert not session.do(speakers.relabel, [session.transcript.visible[0].id], "SPK00")


@pytest.mark.parametrize("content", [b"", b"\x00\x01binary", b"no label here at all"])
def test_a_file_that_is_no_transcript_is_refused_and_named(qtbot, session, open_text, tmp_path, content):
    open_text(CALL)
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    seen = notices(session)
    session.open_paths([bad])
    qtbot.waitUntil(lambda: not session.working)
    assert [notice.kind for notice in seen] == ["error"]
    assert "bad.txt" in seen[0].text
    assert bad.read_bytes() == content
    assert len(session.project.transcripts()) == 1


def test_a_bad_file_does_not_stop_the_others(qtbot, session, open_text, tmp_path):
    open_text(CALL)
    (tmp_path / "bad.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text(CALL.replace("hello", "hi"), encoding="utf-8")
    session.open_paths([tmp_path / "bad.txt", tmp_path / "good.txt"])
    wait_checked(qtbot, session)
    assert [header.name for header in session.project.transcripts()] == ["call.txt", "good.txt"]


def test_something_that_is_no_project_is_refused_and_left_alone(qtbot, session, tmp_path):
    fake = tmp_path / f"fake{SUFFIX}"
    fake.write_bytes(b"not a project")
    refused = []
    session.refused.connect(lambda path, error: refused.append((path, type(error))))
    session.open_paths([fake])
    assert session.project is None
    assert refused == [(fake, NotAProject)]
    assert fake.read_bytes() == b"not a project"


def test_export_writes_in_the_background(qtbot, session, open_text, tmp_path):
    open_text(CALL)
    transcript, target = session.transcript, tmp_path / "out.txt"
    session.export(lambda path: formats.write_file(path, formats.write(transcript, "text", ExportOptions())), [target])
    qtbot.waitUntil(lambda: not session.working)
    assert target.read_text(encoding="utf-8") == CALL


def test_a_call_can_be_read_again_in_another_encoding(qtbot, session, tmp_path):
    path = tmp_path / "call.txt"
    path.write_bytes("Саппорт (SPK00): добрый день\nКлиент (SPK01): здравствуйте\n".encode("cp1251"))
    session.open_paths([path])
    wait_checked(qtbot, session)
    session.guard(session.reimport, "koi8-r")
    assert session.transcript.source.encoding == "koi8-r"
    assert len(session.project.transcripts()) == 1
    session.undo()
    wait_checked(qtbot, session)
    assert session.transcript.visible[0].text == "добрый день"


def test_calls_in_the_list_are_counted_when_there_is_time(qtbot, session, open_text):
    open_text(CALL)
    first = session.transcript.id
    open_text(CALL.replace("four", "six"), "other.txt")
    session.counts.pop(first, None)
    session._count_timer.start()
    qtbot.waitUntil(lambda: first in session.counts, timeout=20_000)
    assert session.open_findings(first) > 0


def test_the_end_of_the_worker_is_said_and_the_next_change_starts_another(qtbot, session, open_text):
    open_text(CALL)
    seen = notices(session)
    with qtbot.waitSignal(session.analyst.stopped, timeout=10_000):
        for child in __import__("multiprocessing").active_children():
            child.kill()
    assert seen[-1].kind == "error"
    session.do(turns.comment, session.transcript.visible[0].id, "again")
    wait_checked(qtbot, session)
    assert session.findings


def test_topics_are_shared_by_the_calls_of_a_project(qtbot, session, open_text):
    open_text(CALL)
    session.apply(lambda: topics.add(session.project.topics, "Delivery", "#1F6F5C", hotkey=1))
    assert [topic.name for topic in session.transcript.topics] == ["Delivery"]
    open_text(CALL.replace("four", "six"), "other.txt")
    assert [topic.name for topic in session.transcript.topics] == ["Delivery"]


def test_a_language_for_this_run_holds_until_another_is_chosen(qapp):
    from annotator.core import i18n

    once = Session(language="ru")
    assert i18n.language() == "ru"
    once.prefer(theme="dark")
    assert i18n.language() == "ru"
    once.prefer(language="en")
    assert i18n.language() == "en"
    once.close()


def test_a_check_can_be_cancelled_and_starts_again_with_the_next_change(qtbot, session, open_text):
    open_text(CALL)
    session.do(turns.comment, session.transcript.visible[0].id, "look")
    assert session.analysing
    session.cancel()
    assert not session.analysing
    assert not session.check_ended
    session.do(turns.comment, session.transcript.visible[0].id, "look again")
    wait_checked(qtbot, session)
    assert session.check_ended
    assert session.findings


@pytest.mark.parametrize("command", [review.dismiss, review.accept])
def test_undoing_a_decision_brings_its_finding_back_to_the_card(qtbot, session, open_text, command):
    open_text(CALL)
    session.step_finding(1)
    decided = session.finding
    assert session.decide(command)
    wait_checked(qtbot, session)
    assert session.finding != decided
    session.set_turn(session.transcript.visible[-1].id)
    session.undo()
    qtbot.waitUntil(lambda: session.finding is not None and session.finding.key == decided.key)
    assert session.turn_id == decided.spans[0].turn_id


def test_undoing_a_decision_goes_to_its_call(qtbot, session, open_text):
    open_text(CALL)
    first = session.transcript.id
    open_text(CALL.replace("four", "six"), "other.txt")
    other = session.transcript.id
    session.step_finding(1)
    decided = session.finding
    assert session.decide(review.dismiss)
    session.show_transcript(first)
    wait_checked(qtbot, session)
    session.undo()
    assert session.transcript.id == other
    qtbot.waitUntil(lambda: session.finding is not None and session.finding.key == decided.key)


def test_a_finding_that_comes_back_late_does_not_take_the_reviewer_away(qtbot, session, open_text):
    open_text(CALL)
    session.step_finding(1)
    assert session.decide(review.accept)
    wait_checked(qtbot, session)
    session.undo()
    last = session.transcript.visible[-1].id
    session.set_turn(last)
    wait_checked(qtbot, session)
    assert session.turn_id == last


def test_a_bad_file_leaves_no_project_behind(qtbot, session, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"")
    session.open_paths([tmp_path / "bad.txt"])
    qtbot.waitUntil(lambda: not session.working)
    assert session.project is None
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["bad.txt"]


@pytest.mark.parametrize("kept", ["{broken", "[1]", '{"transcript": [], "turn": {}}'])
def test_nonsense_in_the_project_does_not_keep_it_from_opening(qtbot, session, open_text, kept):
    open_text(CALL)
    path = session.project.path
    session.close_project()
    with Project.open(path) as project:
        project.set_setting("place", kept)
    session.open_paths([path])
    assert session.turn_id == session.transcript.visible[0].id


# ---------------------------------------------------------------------- quiet kinds and allowed repeats


def found(session: Session, turn_id: int, kind: str = "phrase", words: int = 2) -> Finding:
    """Return a finding about the first words of a turn."""
    end = len(" ".join(session.transcript.turn(turn_id).text.split()[:words]))
    span = Span.of(session.transcript, turn_id, 0, end)
    return Finding(f"{kind} {turn_id}", "duplicates", kind, 0.9, (span,), (msg("Why"),), Fix(msg("Drop"), (span,)))


def show(session: Session, *findings: Finding) -> None:
    session._analyse()
    session._on_analyst_replied(Reply(0, findings, done=True))


@pytest.fixture
def sent(call, monkeypatch) -> list:
    """What the worker is sent."""
    work: list = []
    monkeypatch.setattr(call.analyst, "send", lambda what, **_: work.append(what) or 0)
    return work


def test_findings_of_quiet_kinds_wait_until_they_are_asked_for(call):
    show(call, found(call, 1), found(call, 2, "disfluency"))
    assert (len(call.findings), [f.kind for f in call.queue], call.open_findings(1)) == (2, ["phrase"], 1)
    call.filter_kinds(())
    assert (len(call.queue), call.open_findings(1)) == (2, 2)


def test_kinds_that_are_switched_off_and_on_stay_so(call):
    call.filter_kinds({"loop"})
    again = Session()
    assert again.hidden_kinds == {"loop"}
    again.filter_kinds({*QUIET, "cut"})
    assert (again.settings.hidden_kinds, again.settings.shown_kinds) == (("cut",), ())
    again.close()


def test_an_allowed_repeat_leaves_with_all_that_say_the_same_and_undo_brings_them_back(call, sent):
    add_call(call, "A: one moment one moment\nB: good day\nA: One moment, one moment\n", "other.txt")
    one, other, alike = found(call, 1), found(call, 2), found(call, 3)
    show(call, one, other, alike)
    call.show_finding(one)
    assert call.decide(review.allow_repeat)
    assert [a.text for a in call.transcript.allowed] == ["one moment"]
    assert (call.queue, call.finding) == ((other,), other)
    assert call.transcript.decisions[one.key].verdict == "dismissed"
    assert str(call.project.undo_label) == "Never report this repeat"
    call.undo()
    assert (call.transcript.allowed, call.transcript.decisions) == ((), {})
    assert all(isinstance(work, Change) for work in sent[-2:]), "the worker follows"
    call._on_analyst_replied(Reply(0, (one, other, alike), done=True))
    assert call.queue == (one, other, alike)
    assert call.finding == one


def test_other_calls_are_counted_again_when_a_repeat_is_allowed(call, sent):
    first = call.transcript
    show(call, found(call, 1))
    add_call(call, "A: one two\nB: three\n", "other.txt")
    show(call, found(call, 1))
    call._count_next()
    assert sent[-1] is call.transcript, "all are counted"
    call.do(allowed.allow, "three")
    call._on_analyst_replied(Reply(0, (), done=True))
    call._count_next()
    assert sent[-1].id == first.id
    assert [a.text for a in sent[-1].allowed] == ["three"]
    assert call.open_findings(first.id) == 1, "until then it has the number of before"
    call._on_analyst_replied(Reply(0, (), done=True))
    assert call.open_findings(first.id) == 0
    call._count_next()
    assert call._counting is None


def test_role_words_are_sent_to_the_worker_and_other_calls_are_counted_again(call, sent):
    first = call.transcript
    show(call)
    add_call(call, "A: one two\nB: three\n", "other.txt")
    show(call)
    call.do(role_words.add, "мастер", "agent")
    assert [step.entity.text for step in sent[-1].steps] == ["мастер"]
    call._on_analyst_replied(Reply(0, (), done=True))
    call._count_next()
    assert (sent[-1].id, [w.text for w in sent[-1].role_words]) == (first.id, ["мастер"])


def test_the_worker_is_not_sent_what_concerns_other_calls(call, sent):
    show(call)
    first = call.transcript
    call.apply(lambda: topics.add(call.project.topics, "Price", "#112233"))
    call.do(topics.tag, [1], 1)
    add_call(call, "A: one two\nB: three\n", "other.txt")
    show(call)
    before = len(sent)
    call.apply(lambda: transcripts.rename(first, "first"))
    assert len(sent) == before
    call.apply(lambda: topics.remove([call.project.transcript(header.id) for header in call.headers()], 1))
    (removed,) = sent[before:]
    assert [step.entity.key for step in removed.steps] == [("topic", 0, 1)]
    assert not call.project.transcript(first.id).turn(1).topics


def test_only_a_change_of_keywords_has_the_other_calls_counted_again(call):
    call.counts = {7: Counter()}
    call.apply(lambda: topics.add(call.project.topics, "Price", "#112233"))
    call.apply(lambda: topics.update(call.project.topics, 1, name="Cost"))
    assert not call._outdated
    call.apply(lambda: topics.update(call.project.topics, 1, keywords=["price"]))
    assert 7 in call._outdated


def test_the_worker_goes_on_after_topics_come_and_go(qtbot, session, open_text):
    open_text(CALL)
    session.apply(lambda: topics.add(session.project.topics, "Price", "#112233"))
    session.do(topics.tag, [session.turn_id], 1)
    session.apply(lambda: topics.remove([session.transcript], 1))
    session.do(allowed.allow, "nothing that is said")
    session.do(role_words.add, "nothing that is said", "agent")
    session.do(turns.comment, session.turn_id, "look")
    wait_checked(qtbot, session)
    assert session.check_ended
    assert session.findings


def test_reopening_lands_on_call_turn_filter_and_finding(qtbot, window, session, open_text):
    call = "".join(f"{role} ({SPEAKER_IDS[role]}): {text}\n" for role, text in said()[:20])
    repeat = "Клиент (SPK01): мне до сих пор не пришла посылка из вашего магазина\n"
    open_text("Саппорт (SPK01): здравствуйте\n", "first.txt")
    open_text(call + repeat + "Саппорт (SPK00): хорошо\n" + repeat, "second.txt")
    window.filters.choose("context")
    session.step_finding(1)
    wanted = (session.transcript.id, session.turn_id, session.finding.key)
    shown = window.table.turns_model.rowCount()
    assert 0 < shown < 23
    path = session.project.path
    session.close_project()
    session.open_project(path)
    qtbot.waitUntil(lambda: session.finding is not None, timeout=20_000)
    assert (session.transcript.id, session.turn_id, session.finding.key) == wanted
    assert window.filters.show_only.currentData() == "context"
    assert window.table.turns_model.rowCount() == shown


def test_a_count_of_a_call_that_is_gone_meanwhile_is_dropped(call, monkeypatch):
    add_call(call, CALL)
    monkeypatch.setattr(call.analyst, "send", lambda *_, **__: 7)
    call.counts, call.analysing = {}, False
    call._count_next()
    counted = call._counting[1]
    call.project.apply(transcripts.remove(call.project.transcript(counted)))
    call._on_analyst_replied(Reply(7, (found(call, 1),), done=True))
    assert call._counting is None or call._counting[1] != counted
    assert counted not in call.counts
