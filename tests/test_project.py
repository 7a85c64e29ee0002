from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.core.change import Change, Step
from annotator.core.commands import allowed, review, role_words, speakers, topics, transcripts, turns
from annotator.core.errors import CommandError, Damaged, InUse, NoSpace, ProjectError, StaleChange
from annotator.core.finding import Finding, Fix, Relabel, Span
from annotator.core.i18n import msg
from annotator.core.model import Imported, SourceTurn, Speaker
from annotator.core.spoken import SpokenWord, pack, unpack
from annotator.project import Project


def imported(name: str = "call.txt", turns: int = 6) -> Imported:
    said = tuple(SourceTurn(n, f"S{n % 2}", f"words of turn {n} in {name}") for n in range(1, turns + 1))
    return Imported(name, "text", "utf-8", name.encode() * 3, (Speaker(0, "S0"), Speaker(0, "S1")), said)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "p.annotator"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    with Project.create(tmp_path_factory.mktemp("built") / "p.annotator") as made:
        for name in ("one.txt", "two.txt"):
            made.apply(transcripts.add(imported(name), made.new_transcript_id()))
        made.apply(topics.add(made.topics, "Price", "#112233", hotkey=1))
    return made.path.read_bytes()


@pytest.fixture
def project(built: bytes, path: Path) -> Iterator[Project]:
    """Open a project with two calls and one topic."""
    path.write_bytes(built)
    with Project.open(path) as opened:
        yield opened


def reopened(project: Project) -> Project:
    project.close()
    return Project.open(project.path)


def test_a_new_project_is_empty(path):
    with Project.create(path) as project:
        assert (project.transcripts(), project.topics, project.new_transcript_id()) == ((), (), 1)
        assert (project.undo(), project.redo(), project.undo_label, project.redo_label) == (None, None, None, None)
        assert project.history() == []
        assert project.path == path
        assert not project.read_only


def test_what_is_in_memory_is_what_is_on_disk(project):
    t = project.transcript(1)
    project.apply(turns.split(t, 2, 6, "S1"))
    project.apply(topics.tag_from(project.transcript(1), 1, 1))
    one, two = project.transcript(1), project.transcript(2)
    with reopened(project) as again:
        assert [h.name for h in again.transcripts()] == ["one.txt", "two.txt"]
        assert (again.transcript(1), again.transcript(2)) == (one, two)
        assert again.transcript(1) is again.transcript(1)
        assert again.topics == one.topics == two.topics


def test_undo_and_redo_survive_a_restart(project):
    before = project.transcript(1)
    change = speakers.relabel(before, [2, 4], "S1")
    project.apply(change)
    after = project.transcript(1)
    with reopened(project) as again:
        assert str(again.undo_label) == "Relabel 2 turns"
        assert again.undo() == change.inverse()
        assert again.transcript(1) == before
    with Project.open(project.path) as again:
        assert str(again.redo_label) == "Relabel 2 turns"
        assert again.redo() == change
        assert again.transcript(1) == after
        assert again.redo_label is None
    with Project.open(project.path) as again:
        while again.undo():
            pass
        assert (again.transcripts(), again.topics, again.undo_label) == ((), (), None)
    with Project.open(project.path) as again:
        for _ in range(4):
            again.redo()
        assert again.transcript(1) == after
        assert again.transcript(1).source.data == b"one.txt" * 3


def test_undo_removes_the_speaker_that_a_fix_has_brought(project):
    before = project.transcript(1)
    spans = (Span.of(before, 2, 0, len("words")),)
    fix = Fix(msg("Give"), relabels=(Relabel(spans[0], "S2"),))
    project.apply(review.accept(before, Finding("k", "speakers", "cut", 0.9, spans, (msg("Why"),), fix)))
    project = reopened(project)
    assert [s.id for s in project.transcript(1).speakers] == ["S0", "S1", "S2"]
    project.undo()
    assert reopened(project).transcript(1) == before


def test_a_new_change_ends_redo(project):
    project.apply(speakers.rename(project.transcript(1), "S0", "Anna"))
    project.undo()
    project.apply(speakers.rename(project.transcript(1), "S0", "Olga"))
    assert project.redo() is None
    with reopened(project) as again:
        assert again.redo_label is None
        again.undo()
        assert again.transcript(1).speaker("S0").name == ""


def test_the_journal_tells_who_did_what_and_when(project, monkeypatch):
    began = datetime.now(UTC)
    project.apply(speakers.rename(project.transcript(1), "S0", "Anna"))
    project.undo()
    undone, done, *_ = project.history()
    assert [entry.kind for entry in project.history(2)] == ["undo", "do"]
    assert (done.kind, undone.kind, undone.ref) == ("do", "undo", done.seq)
    assert str(undone.label) == "Rename speaker S0"
    assert began <= done.at <= undone.at <= began + timedelta(minutes=1)
    assert project.saved_at == undone.at
    project.close()
    monkeypatch.setattr("getpass.getuser", lambda: "maria")
    with Project.open(project.path) as again:
        assert abs(again.saved_at - undone.at) < timedelta(minutes=1)
        again.redo()
        assert again.history(1)[0].who == "maria"


def test_a_user_without_a_name_can_work(path, monkeypatch):
    def nobody() -> str:
        raise OSError("no user name")

    monkeypatch.setattr("getpass.getuser", nobody)
    with Project.create(path) as project:
        project.apply(transcripts.add(imported(), 1))
        assert project.history(1)[0].who == ""


def test_transcripts_come_and_go_as_a_whole(project):
    one = project.transcript(1)
    project.apply(transcripts.remove(one))
    assert [h.id for h in project.transcripts()] == [2]
    with pytest.raises(CommandError, match="no transcript 1"):
        project.transcript(1)
    with reopened(project) as again:
        again.undo()
        assert again.transcript(1) == one
        renamed = transcripts.rename(again.transcript(1), "Monday")
        again.apply(renamed)
        assert again.transcripts()[0].name == "Monday"


def test_one_change_may_concern_several_transcripts(project):
    removed = transcripts.remove(project.transcript(1))
    added = transcripts.add(imported("three.txt"), project.new_transcript_id())
    project.apply(Change(msg("Import again"), removed.steps + added.steps))
    assert [h.name for h in project.transcripts()] == ["two.txt", "three.txt"]
    project.undo()
    assert [h.name for h in project.transcripts()] == ["one.txt", "two.txt"]


def test_a_topic_is_removed_from_all_transcripts(project):
    for transcript_id in (1, 2):
        project.apply(topics.tag(project.transcript(transcript_id), [1, 2], 1))
    one, two = project.transcript(1), project.transcript(2)
    project.apply(topics.remove([one, two], 1))
    assert project.topics == project.transcript(1).topics == project.transcript(2).topics == ()
    assert not any(turn.topics for i in (1, 2) for turn in project.transcript(i).turns)
    project.undo()
    assert (project.transcript(1), project.transcript(2)) == (one, two)


def test_topics_that_are_not_what_they_were_are_not_overwritten(project):
    change = topics.update(project.topics, 1, name="Cost")
    project.apply(topics.update(project.topics, 1, name="Sum"))
    with pytest.raises(StaleChange):
        project.apply(change)
    assert project.topics[0].name == "Sum"


def test_allowed_repeats_are_those_of_all_transcripts(project):
    two = project.transcript(2)
    project.apply(allowed.allow(project.transcript(1), "yes, yes"))
    assert [a.text for a in project.allowed] == ["yes yes"]
    assert project.transcript(1).allowed == project.transcript(2).allowed == project.allowed
    with pytest.raises(StaleChange):
        project.apply(allowed.allow(two, "no"))
    with reopened(project) as again:
        assert again.transcript(2).allowed == again.allowed
        again.apply(transcripts.add(imported("three.txt"), 3))
        assert again.transcript(3).allowed == again.allowed
        again.undo()
        again.undo()
        assert again.allowed == again.transcript(2).allowed == ()


def test_role_words_are_those_of_all_transcripts(project):
    two = project.transcript(2)
    project.apply(role_words.add(project.transcript(1), "Мастер", "agent"))
    assert [(w.text, w.side) for w in project.role_words] == [("мастер", "agent")]
    assert project.transcript(1).role_words == project.transcript(2).role_words == project.role_words
    with pytest.raises(StaleChange):
        project.apply(role_words.add(two, "гость", "client"))
    project.apply(role_words.add(project.transcript(2), "мастер", "client"))
    with reopened(project) as again:
        assert again.transcript(2).role_words == again.role_words
        again.apply(transcripts.add(imported("three.txt"), 3))
        assert [w.side for w in again.transcript(3).role_words] == ["client"]
        again.undo()
        again.undo()
        assert [w.side for w in again.transcript(1).role_words] == ["agent"]
        again.undo()
        assert again.role_words == again.transcript(2).role_words == ()


def test_what_a_detector_has_learned_is_no_part_of_undo(project):
    label = project.undo_label
    kept = project.learn("speakers", b"weights", "{}")
    assert project.learned("speakers") == kept
    assert project.undo_label == label
    with reopened(project) as again:
        assert again.learned("speakers") == kept
        again.forget("speakers")
        assert again.learned("speakers") is None


def test_what_does_not_fit_is_refused_and_changes_nothing(project):
    one = project.transcript(1)
    change = turns.set_text(one, 1, "new")
    removal = transcripts.remove(one)
    project.apply(change)
    now, entries = project.transcript(1), project.history()
    for stale in (
        change,
        removal,
        transcripts.add(imported(), 2),
        Change(msg("Half"), transcripts.remove(now).steps[:-1]),
        Change(msg("Half"), (Step(None, now.header),)),
    ):
        with pytest.raises(StaleChange):
            project.apply(stale)
    assert project.transcript(1) is now
    assert project.history() == entries


def test_listeners_hear_of_a_change_when_it_is_done_and_recorded(project):
    heard = []

    def listen(change: Change) -> None:
        with sqlite3.connect(project.path) as other:
            (last,) = other.execute("SELECT text FROM turns WHERE transcript_id = 1 AND id = 1").fetchone()
        other.close()
        heard.append((str(change.label), str(project.undo_label), project.transcript(1).turn(1).text, last))

    project.listeners.append(listen)
    project.apply(turns.set_text(project.transcript(1), 1, "new"))
    assert heard == [("Edit turn 1", "Edit turn 1", "new", "new")]
    project.undo()
    assert heard[1][2:] == ("words of turn 1 in one.txt",) * 2


def test_a_full_disk_leaves_everything_as_it_was(project):
    heard = []
    project.listeners.append(heard.append)
    one, label = project.transcript(1), project.undo_label
    project._store._db.conn.set_authorizer(None)
    (pages,) = project._store._db.execute("PRAGMA page_count").fetchone()
    project._store._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NoSpace):
        project.apply(transcripts.add(imported("big.txt", 2000), 3))
    assert (heard, project.transcript(1), project.undo_label) == ([], one, label)
    assert [h.id for h in project.transcripts()] == [1, 2]
    project._store._db.execute(f"PRAGMA max_page_count = {pages * 1000}")
    project.apply(transcripts.add(imported("big.txt", 2000), 3))
    assert len(project.transcript(3).turns) == 2000


def test_settings_are_kept_and_are_no_change(project):
    label = project.undo_label
    project.set_setting("place", json.dumps({"transcript": 1, "filter": "роль"}))
    project.set_setting("place", json.dumps({"transcript": 2}))
    assert project.undo_label == label
    with reopened(project) as again:
        assert json.loads(again.setting("place") or "") == {"transcript": 2}
        assert again.setting("missing") is None


def test_a_project_is_open_once(project):
    with pytest.raises(InUse):
        Project.open(project.path)
    with pytest.raises(ProjectError, match="already exists"):
        Project.create(project.path)
    project.apply(turns.set_text(project.transcript(1), 1, "new"))


def test_a_journal_that_does_not_add_up_is_damage_and_closes_the_file(project):
    project.close()
    with sqlite3.connect(project.path) as other:
        other.execute("UPDATE journal SET kind = 'redo', ref = 77 WHERE seq = 2")
    other.close()
    for _ in range(2):
        with pytest.raises(Damaged):
            Project.open(project.path)


def test_ten_thousand_turns_are_read_and_changed_at_once(path):
    """The limits are several times the usual figures: they catch a loop over all turns per turn, not a slow computer."""
    with Project.create(path) as project:
        project.apply(transcripts.add(imported("big.txt", 10_000), 1))
    with Project.open(path) as project:
        began = time.process_time()
        t = project.transcript(1)
        assert time.process_time() - began < 1.0
        changes = [speakers.relabel(t, [5000], "S1"), turns.split(t, 7000, 6), turns.merge(t, [80, 81])]
        began = time.process_time()
        for change in changes:
            t.apply(change)
        assert time.process_time() - began < 0.3
        project.apply(Change.join(msg("Three"), changes))
        assert len(project.transcript(1).turns) == 10_000
        project.apply(review.set_done(project.transcript(1), True))


CHILD = """
import random, sys
from annotator.core.commands import turns
from annotator.project import Project

project = Project.open(sys.argv[1])
chance = random.Random(sys.argv[2])
for n in range(10_000):
    ids = chance.sample(range(1, 301), chance.choice([1, 1, 1, 200]))
    t = project.transcript(1)
    changes = [turns.comment(t, i, f"{n} {i} {chance.random()}") for i in ids]
    project.apply(changes[0].join(changes[0].label, changes))
    print(n, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the signal exists on POSIX only")
def test_a_killed_program_loses_nothing_that_was_acknowledged(path):
    with Project.create(path) as project:
        project.apply(transcripts.add(imported(turns=300), 1))
    chance, expected, begun = random.Random(7), {}, 0
    for round_ in range(4):
        child = subprocess.Popen([sys.executable, "-c", CHILD, str(path), str(round_)], stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        acknowledged = [child.stdout.readline()]
        time.sleep(chance.uniform(0, 0.15))
        child.send_signal(signal.SIGKILL)
        acknowledged += child.stdout.read().splitlines()
        child.stdout.close()
        child.wait()
        replay = random.Random(str(round_))
        with Project.open(path) as project:
            comments = {turn.id: turn.comment for turn in project.transcript(1).turns}
            done = project.history(1)[0].seq - 1 - begun
            begun += done
            assert done in (len(acknowledged), len(acknowledged) + 1)
        for n in range(done):
            ids = replay.sample(range(1, 301), replay.choice([1, 1, 1, 200]))
            expected |= {i: f"{n} {i} {replay.random()}" for i in ids}
        assert comments == {i: expected.get(i, "") for i in range(1, 301)}


def test_a_setting_does_not_wait_for_what_is_being_written(project):
    written = project.write(turns.comment(project.transcript(1), 1, "x"))
    with pytest.raises(CommandError, match="still being written"):
        project.set_setting("place", "{}")
    project.take(written)
    project.set_setting("place", "{}")
    assert project.setting("place") == "{}"


def test_turns_with_a_topic_are_counted_without_reading_calls(project, path):
    price = project.topics[0].id
    project.apply(topics.tag(project.transcript(1), [1, 2], price))
    project.apply(topics.tag(project.transcript(2), [6], price))
    project.apply(turns.hide(project.transcript(2), [6]))
    project.close()
    with Project.open(path) as opened:
        assert opened.tagged(price) == {1: 2, 2: 1}
        assert opened.tagged(price + 10) == {}
        assert not opened.loaded(1)


def test_a_transcript_that_was_read_before_a_change_does_not_take_its_place(project):
    before = project.read(1)
    project.apply(turns.comment(project.transcript(1), 1, "x"))
    project.apply(topics.add(project.topics, "Delivery", "#112233"))
    project.keep(before)
    assert project.transcript(1).turn(1).comment == "x"
    other = project.read(2)
    project.apply(topics.add(project.topics, "Discount", "#112233"))
    project.keep(other)
    assert project.transcript(2).topics == project.topics, "what all share is that of now"


def test_when_words_were_spoken_is_kept_and_survives_undo_and_redaction(project):
    spoken = [SpokenWord(0, 2, 100, 200, 0.5), SpokenWord(3, 10, 200, None)]
    said = (SourceTurn(1, "A", "да 4111111", 100, 900, pack(spoken)), SourceTurn(2, None, "нет"))
    timed = Imported("call.json", "whisper", "utf-8", '{"text": "да 4111111"}'.encode(), (Speaker(0, "A"),), said)
    number = project.new_transcript_id()
    project.apply(transcripts.add(timed, number))
    with reopened(project) as again:
        assert again.transcript(number).source.turns == said
        again.undo()
        again.redo()
        assert again.transcript(number).source.turns == said
        again.redact(number, {"4111111": "[номер]"})
        left = again.transcript(number)
        assert (left.turns[0].text, left.source.turns[0].text) == ("да [номер]", "да *******")
        assert [unpack(turn.timing) for turn in left.source.turns] == [tuple(spoken), ()]
        assert left.source.data == b""
        assert not list(again.verify())
