"""What the store keeps besides the transcripts: digests, drafts, what of the history; and copies of all of it."""

from __future__ import annotations

import sqlite3
import stat
import sys
import threading
import zlib
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from annotator.core.change import Change
from annotator.core.commands import topics, transcripts, turns
from annotator.core.errors import Changed, CommandError, Damaged, InUse, NoSpace, ProjectError, ReadOnly
from annotator.core.i18n import msg
from annotator.core.model import Damage, Imported, SourceTurn, Speaker
from annotator.project import Project
from annotator.storage import rows
from annotator.storage.store import Store

CANARY = "кенар 4276 1234 5678 9010"
CALL = Imported(
    "кенар.txt",
    "text",
    "utf-8",
    f"S0: привет\nS1: моя карта {CANARY}\nS0: спасибо\n".encode(),
    (Speaker(0, "S0"), Speaker(0, "S1")),
    (SourceTurn(1, "S0", "привет"), SourceTurn(2, "S1", f"моя карта {CANARY}"), SourceTurn(3, "S0", "спасибо")),
)


@pytest.fixture
def opened(project):
    with Project.open(project[0]) as made:
        yield made


@pytest.fixture
def call(tmp_path: Path):
    """Return a project with one call that holds a canary."""
    with Project.create(tmp_path / "call.annotator") as made:
        made.apply(transcripts.add(CALL, 1))
        yield made


def spoil(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(sql)
        connection.commit()


def damages(path: Path) -> list[Damage]:
    with closing(Store.open(path)) as store:
        return list(store.verify())


def everything(path: Path) -> bytes:
    """Return the bytes of a project, and what is compressed in it."""
    with closing(sqlite3.connect(path)) as connection:
        blobs = [zlib.decompress(blob) for (blob,) in connection.execute("SELECT steps FROM journal WHERE steps IS NOT NULL")]
    return b"".join([path.read_bytes(), *blobs])


# ---------------------------------------------------------------------- digests


def test_digests_follow_every_change_there_and_back(project):
    assert damages(project[0]) == []
    with Project.open(project[0]) as opened:
        opened.apply(transcripts.add(CALL, 2))
        opened.apply(turns.merge(opened.transcript(2), [1, 2]))
        opened.apply(topics.remove([opened.transcript(1), opened.transcript(2)], 1, opened.topics))
        assert list(opened.verify()) == []
        opened.undo()
        opened.apply(transcripts.remove(opened.transcript(2)))
        assert list(opened.verify()) == []
        while opened.undo():
            pass
        assert list(opened.verify()) == []
    with closing(sqlite3.connect(project[0])) as connection:
        assert [owner for (owner,) in connection.execute("SELECT transcript_id FROM digests")] == [rows.SHARED]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("UPDATE turns SET text = replace(text, 'слова', 'слива') WHERE id = 7", Damage(1, "call")),
        ("UPDATE source_turns SET text = text || ' ' WHERE number = 9", Damage(1, "call")),
        ("UPDATE transcripts SET name = 'other'", Damage(1, "call")),
        ("UPDATE speakers SET role = 'support' WHERE id = 'S0'", Damage(1, "call")),
        ("UPDATE decisions SET confidence = 0.5", Damage(1, "call")),
        ("DELETE FROM digests WHERE transcript_id = 1", Damage(1, "call")),
        ("UPDATE topics SET name = 'Prize' WHERE id = 1", Damage(None, "shared")),
        ("DELETE FROM role_words", Damage(None, "shared")),
        ("UPDATE journal SET who = 'other' WHERE seq = 3", Damage(None, "shared")),
        ("UPDATE journal SET steps = x'00' WHERE seq = 3", Damage(None, "shared")),
    ],
)
def test_what_is_not_as_it_was_written_is_reported(project, sql, expected):
    spoil(project[0], sql)
    assert expected in damages(project[0])


def test_damage_to_the_bytes_of_a_source_is_told_apart(project):
    spoil(project[0], "UPDATE sources SET data = zeroblob(256)")
    assert damages(project[0]) == [Damage(1, "source"), Damage(1, "call")]


def test_single_bits_that_nothing_else_notices_are_reported(project, tmp_path):
    """Flip one bit in words of the call, which SQLite takes for another text (reliability: 27 of 50)."""
    data = project[0].read_bytes()
    places = [at for n in range(1, 41) if (at := data.find(f"слова реплики {n} ".encode())) >= 0]
    noticed = 0
    for place in places:
        flipped = bytearray(data)
        flipped[place + 3] ^= 1
        path = tmp_path / "flipped.annotator"
        path.write_bytes(flipped)
        with suppress(ProjectError), closing(Store.open(path)) as store:
            assert Damage(1, "call") in set(store.verify())
            noticed += 1
    assert noticed > 30


def test_a_call_that_is_changed_while_it_is_verified_is_not_taken_for_damaged(opened):
    class Busy(threading.Thread):
        def run(self) -> None:
            for _ in range(30):
                opened.apply(turns.set_text(opened.transcript(1), 1, opened.transcript(1).turn(1).text + "x"))

    busy = Busy()
    busy.start()
    found = [damage for _ in range(20) for damage in opened.verify()]
    busy.join()
    assert found == []
    assert list(opened.verify()) == []


def test_writing_to_rows_that_are_not_there_is_refused(project):
    with Project.open(project[0]) as opened:
        transcript = opened.transcript(1)
        opened._store._db.conn.execute("DELETE FROM turns WHERE id = 9")  # by the same connection: no other program is noticed
        with pytest.raises(Damaged, match="does not hold"):
            opened.apply(turns.set_text(transcript, 9, "new"))
        assert opened.transcript(1) is transcript


def test_words_of_the_source_are_not_lost_by_a_fault(opened):
    turn = opened.transcript(1).turn(9)
    with pytest.raises(CommandError, match="fault of the program"):
        opened.apply(Change.of(msg("Lose"), [(turn, None)]))
    assert opened.transcript(1).turn(9) == turn


# ---------------------------------------------------------------------- drafts


def test_a_draft_is_kept_until_its_turn_has_another_text(project):
    with Project.open(project[0]) as opened:
        transcript = opened.transcript(1)
        for text in ("a", "ab"):
            opened.set_draft(1, 5, text, transcript.turn(5).text)
        opened.set_draft(1, 6, "other", "")
    with Project.open(project[0]) as opened:
        transcript = opened.transcript(1)
        kept = {draft.turn_id: draft for draft in opened.drafts()}
        assert (kept[5].text, kept[5].base) == ("ab", transcript.turn(5).text)
        opened.apply(turns.bookmark(transcript, [6]))
        opened.apply(turns.comment(opened.transcript(1), 5, "x"))
        assert {draft.turn_id for draft in opened.drafts()} == {5, 6}
        opened.apply(turns.set_text(opened.transcript(1), 5, "abc"))
        assert {draft.turn_id for draft in opened.drafts()} == {6}
        opened.apply(turns.merge(opened.transcript(1), [6, 7]))
        assert opened.drafts() == ()
        opened.set_draft(1, 8, "x", "")
        opened.drop_draft(1, 8)
        assert opened.drafts() == ()


def test_a_change_that_fails_keeps_the_draft(opened, monkeypatch):
    opened.set_draft(1, 5, "typed", "")
    change = turns.set_text(opened.transcript(1), 5, "typed")

    def full(*_args: object) -> None:
        raise NoSpace(msg("full"))

    monkeypatch.setattr(Store, "_enter", full)
    with pytest.raises(NoSpace):
        opened.apply(change)
    assert [draft.text for draft in opened.drafts()] == ["typed"]


# ---------------------------------------------------------------------- history


def test_the_history_of_a_call_is_told_apart(opened):
    opened.apply(transcripts.add(CALL, 2))
    opened.apply(turns.set_text(opened.transcript(2), 1, "x"))
    opened.undo()
    assert [(e.kind, str(e.label)) for e in opened.history(transcript_id=2)][-1] == ("do", str(opened.history(100)[2].label))
    assert [e.kind for e in opened.history(transcript_id=2)] == ["undo", "do", "do"]
    assert len(opened.history(2, transcript_id=2)) == 2
    assert not {e.seq for e in opened.history(transcript_id=1)} & {e.seq for e in opened.history(transcript_id=2)}


def test_a_call_goes_back_to_each_point_of_its_history_as_a_new_change(opened):
    states = {}
    for make in (
        lambda t: turns.set_text(t, 1, "first"),
        lambda t: turns.split(t, 2, 4),
        lambda t: turns.merge(t, [6, 7]),
        lambda t: turns.hide(t, [5]),
    ):
        opened.apply(make(opened.transcript(1)))
        states[opened.history(1)[0].seq] = opened.transcript(1)
    for _ in range(2):
        opened.undo()
    states[opened.history(1)[0].seq] = opened.transcript(1)
    opened.redo()
    done = len(opened.history())
    for seq, state in reversed(states.items()):
        if opened.transcript(1) != state:
            opened.apply(opened.state_at(1, seq))
        assert opened.transcript(1).turns == state.turns
    assert len(opened.history()) > done
    opened.undo()
    assert list(opened.verify()) == []


def test_purged_history_is_gone_and_what_is_there_stays(call):
    call.apply(turns.set_text(call.transcript(1), 2, "secret"))
    call.apply(turns.set_text(call.transcript(1), 2, "public"))
    there = call.transcript(1)
    assert b"secret" in everything(call.path)
    call.purge()
    assert [entry.kind for entry in call.history()] == ["purge"]
    assert b"secret" not in everything(call.path)
    assert call.undo() is None
    path = call.path
    assert (call.transcript(1), list(call.verify())) == (there, [])
    call.apply(turns.set_text(there, 3, "later"))
    call.close()
    with Project.open(path) as again:
        assert again.undo_label is not None
        again.undo()
        assert again.transcript(1) == there
        assert again.undo() is None


def test_history_from_before_a_time_is_purged(call, monkeypatch):
    first = call.history()[0]
    call.apply(turns.set_text(call.transcript(1), 1, "x"))
    call.purge(before=first.at + timedelta(microseconds=1))
    assert [entry.kind for entry in call.history()] == ["purge", "do"]
    assert call.undo() is None
    with pytest.raises(CommandError, match="as it was"):
        call.state_at(1, call.history()[1].seq)


def test_the_history_of_one_call_is_purged_from_changes_of_several_too(call):
    call.apply(transcripts.add(replace(CALL, name="other.txt"), 2))
    both = [turns.set_text(call.transcript(n), 1, f"both {n}") for n in (1, 2)]
    call.apply(Change.join(msg("Both"), both))
    call.apply(turns.set_text(call.transcript(2), 1, "other"))
    call.purge(transcript_id=1)
    assert b"both 1" not in everything(call.path).replace(call.transcript(1).turn(1).text.encode(), b"")
    assert [entry.kind for entry in call.history(transcript_id=1)] == ["purge"]
    kept = call.history(transcript_id=2)
    assert [entry.kind for entry in kept] == ["do", "do", "do"]
    call.apply(call.state_at(2, kept[1].seq))
    assert call.transcript(2).turn(1).text == "both 2"
    with pytest.raises(CommandError, match="not there yet"):
        call.state_at(2, 0)
    assert list(call.verify()) == []


def test_redacted_words_are_nowhere_and_work_goes_on(call):
    call.apply(turns.set_text(call.transcript(1), 2, f"карта {CANARY} да"))
    call.apply(turns.comment(call.transcript(1), 3, f"сказал {CANARY}"))
    call.set_draft(1, 3, f"спасибо {CANARY}", "спасибо")
    call.set_setting("place", '{"search": "\\u043a\\u0435\\u043d\\u0430\\u0440 4276 1234 5678 9010"}')
    call.undo()
    path = call.path
    call.redact(1, {CANARY: "[карта]", "кенар": "[имя]"})
    left = everything(path)
    for trace in ("кенар", "Кенар", "4276", "9010"):
        assert trace.encode() not in left
    assert b"\\u043a\\u0435\\u043d" not in left
    assert call.transcript(1).turn(2).text == "карта [карта] да"
    assert call.transcript(1).header.name == "[имя].txt"
    assert [draft.text for draft in call.drafts()] == ["спасибо [карта]"]
    assert list(call.verify()) == []
    assert call.history()[0].kind == "redact"
    call.redo()
    assert call.transcript(1).turn(3).comment == "сказал [карта]"
    while call.undo():
        pass
    assert call.transcripts() == ()
    call.redo()
    assert call.transcript(1).turn(2).text == "моя карта [карта]"
    call.close()
    with Project.open(path) as again:
        assert again.transcript(1).source.turns[1].text == f"моя карта {'*' * len(CANARY)}"


def test_a_redaction_that_fails_changes_nothing(call, monkeypatch):
    before = everything(call.path), call.transcript(1)

    def full(*_args: object) -> None:
        raise NoSpace(msg("full"))

    with monkeypatch.context() as patch:
        patch.setattr(Store, "_enter", full)
        with pytest.raises(NoSpace):
            call.redact(1, {CANARY: "[карта]"})
    assert (everything(call.path), call.transcript(1)) == before
    call.apply(turns.set_text(call.transcript(1), 1, "x"))


def test_redactions_wait_for_nothing_and_changes_for_them(call):
    rewritten = call.write_redaction(1, {CANARY: "[карта]"})
    with pytest.raises(CommandError):
        call.apply(turns.set_text(call.transcript(1), 1, "x"))
    call.renew(rewritten)
    call.apply(turns.set_text(call.transcript(1), 1, "x"))


# ---------------------------------------------------------------------- pseudonyms


def test_pseudonyms_stay_the_same_and_do_not_tell_the_value(project):
    with Project.open(project[0]) as opened:
        assert [opened.pseudonym("name", value) for value in ("иван", "анна", "иван")] == [1, 2, 1]
        assert opened.pseudonym("phone", "иван") == 1
    with Project.open(project[0]) as opened:
        assert opened.pseudonym("name", "анна") == 2
    assert "иван".encode() not in project[0].read_bytes()


# ---------------------------------------------------------------------- copies


def same(one: Project, other: Project) -> bool:
    return [one.transcript(h.id) for h in one.transcripts()] == [other.transcript(h.id) for h in other.transcripts()]


def test_a_backup_is_the_project_as_it_is(opened, tmp_path):
    target = tmp_path / "backup.annotator"
    opened.set_draft(1, 5, "typed", "")
    opened.back_up(target)
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with Project.open(target) as copy:
        assert same(copy, opened)
        assert copy.id == opened.id
        assert copy.history() == opened.history()
        assert [draft.text for draft in copy.drafts()] == ["typed"]
    assert sorted(p.name for p in tmp_path.iterdir() if p.suffix == ".tmp") == []


def test_work_goes_on_while_a_backup_is_made(opened, tmp_path, monkeypatch):
    opened.apply(transcripts.add(replace(CALL, turns=tuple(replace(t, number=n) for n, t in enumerate(CALL.turns * 9000, 1))), 2))
    done = []

    def pause(_store: Store, *_progress: int) -> None:
        if not done:
            _store._lock.release()
            other = threading.Thread(target=lambda: opened.apply(turns.set_text(opened.transcript(1), 1, "while")))
            other.start()
            other.join()
            done.append(True)
            _store._lock.acquire()

    monkeypatch.setattr(Store, "_let_others", pause)
    opened.back_up(tmp_path / "backup.annotator")
    with Project.open(tmp_path / "backup.annotator") as copy:
        assert copy.transcript(1).turn(1).text == "while"
        assert list(copy.verify()) == []


def test_a_copy_is_a_project_of_its_own(opened, tmp_path):
    target = tmp_path / "copy.annotator"
    opened.save_copy(target)
    with Project.open(target) as copy:
        assert same(copy, opened)
        assert copy.id != opened.id
        assert copy.history() == opened.history()
        assert list(copy.verify()) == []
    with pytest.raises(ProjectError, match="already exists"):
        opened.save_copy(target)
    opened.save_copy(target, replace=True)
    with pytest.raises(ProjectError, match="already exists"):
        opened.save_copy(opened.path, replace=True)


def test_a_clean_copy_tells_nothing_of_how_it_came_about(call, tmp_path):
    call.apply(turns.set_text(call.transcript(1), 1, "secret"))
    call.apply(turns.set_text(call.transcript(1), 1, "public"))
    call.set_draft(1, 3, "secret", "")
    call.set_setting("place", "secret")
    call.pseudonym("name", "x")
    call.save_copy(tmp_path / "clean.annotator", history=False)
    assert b"secret" not in everything(tmp_path / "clean.annotator")
    with Project.open(tmp_path / "clean.annotator") as copy:
        assert same(copy, call)
        assert (copy.history(), copy.drafts(), copy.undo(), copy.setting("salt")) == ([], (), None, None)
        assert list(copy.verify()) == []
        copy.apply(turns.set_text(copy.transcript(1), 1, "x"))
        copy.undo()
    assert call.setting("place") == "secret"


def test_what_can_only_be_read_can_be_copied(project, tmp_path):
    with Project.open(project[0], read_only=True) as opened:
        opened.save_copy(tmp_path / "copy.annotator")
        opened.back_up(tmp_path / "backup.annotator")
        with pytest.raises(ReadOnly):
            opened.apply(turns.set_text(opened.transcript(1), 1, "x"))
    for name in ("copy", "backup"):
        with Project.open(tmp_path / f"{name}.annotator") as copy:
            copy.apply(turns.set_text(copy.transcript(1), 1, "x"))


def test_a_copy_that_fails_leaves_nothing(opened, tmp_path, monkeypatch):
    kept = tmp_path / "old.annotator"
    kept.write_bytes(b"old")

    def fail(*_args: object) -> None:
        raise NoSpace(msg("full"))

    monkeypatch.setattr("annotator.files.sync", fail)
    for copy in (opened.back_up, opened.save_copy):
        with pytest.raises(NoSpace):
            copy(tmp_path / "copy.annotator")
    with pytest.raises(NoSpace):
        opened.save_copy(kept, replace=True)
    assert kept.read_bytes() == b"old"
    assert not [p for p in tmp_path.iterdir() if p.name.startswith((".annotator", "copy"))]


# ---------------------------------------------------------------------- two of us


def test_a_second_writer_is_refused_and_a_reader_is_not(opened):
    Store._open.clear()  # as in another program
    with pytest.raises(InUse, match="is open on"):
        Store.open(opened.path)
    reader = Store.open(opened.path, read_only=True)
    assert reader.headers() == opened.transcripts()
    opened.apply(turns.set_text(opened.transcript(1), 1, "x"))
    with pytest.raises(Changed):
        reader.headers()
    reader.close()


def test_the_lock_goes_with_the_project(project):
    lock = project[0].with_name(project[0].name + ".lock")
    with Project.open(project[0]):
        assert lock.exists()
    assert not lock.exists()
    project[0].write_bytes(project[0].read_bytes()[:5000])
    with pytest.raises(ProjectError):
        Project.open(project[0])
    assert not lock.exists()


# ---------------------------------------------------------------------- older projects


@pytest.mark.parametrize("number", [1, 5])
def test_an_older_project_is_backed_up_before_it_is_altered(path, number, monkeypatch):
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((Path(__file__).parent / "data" / f"version_{number}.sql").read_text("utf-8"))
    before = path.read_bytes()
    kept = []

    def keep(store: Store) -> None:
        store.back_up(path.with_name("kept"))
        kept.append(store.id)

    store = Store.open(path, before_migration=keep)
    with closing(store):
        assert store.id == kept[0]
        assert list(store.verify()) == []
        done = [entry.seq for entry in store.journal() if entry.kind == "do"]
        concerned = {seq for seq in done if any(step.entity.transcript_id == 1 for step in store.change(seq).steps)}
        assert {entry.seq for entry in store.journal(100, 1) if entry.kind == "do"} == concerned
        assert 0 < len(concerned) < len(done)
    with closing(sqlite3.connect(path.with_name("kept"))) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (number,)

    path.write_bytes(before)

    def fail(_store: Store) -> None:
        raise NoSpace(msg("full"))

    ids = []
    for _ in range(2):
        with pytest.raises(NoSpace):
            Store.open(path, before_migration=lambda store: (ids.append(store.id), fail(store)))
    assert ids[0] == ids[1], "or each attempt would have backups of its own"
    assert path.read_bytes() == before


def test_an_older_project_that_is_refused_is_not_altered(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((Path(__file__).parent / "data" / "version_4.sql").read_text("utf-8"))
        connection.execute("UPDATE journal SET kind = 'redo', ref = 1 WHERE seq = 2")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(Damaged):
        Store.open(path)
    assert path.read_bytes() == before


def test_the_past_is_never_in_the_way_of_the_clock(call, monkeypatch):
    """Order and undo follow the numbers of entries, whatever the clock says."""

    class Jumping(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return datetime(2036 if len(call.history()) % 2 else 1971, 1, 1, tzinfo=tz)

    monkeypatch.setattr("annotator.storage.store.datetime", Jumping)
    for n in range(6):
        call.apply(turns.set_text(call.transcript(1), 1, f"text {n}"))
    assert [e.seq for e in call.history()] == sorted((e.seq for e in call.history()), reverse=True)
    for n in (4, 3, 2):
        call.undo()
        assert call.transcript(1).turn(1).text == f"text {n}"
