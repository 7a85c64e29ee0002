"""Files that are no project, or not one that can be trusted: a typed refusal, and not a byte is altered."""

from __future__ import annotations

import json
import os
import platform
import random
import sqlite3
import sys
import zlib
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from annotator.core.commands import role_words, speakers
from annotator.core.errors import CommandError, Damaged, Hostile, NotAProject, ProjectError, ReadOnly, TooNew, Unsupported
from annotator.core.i18n import msg
from annotator.project import Project
from annotator.storage import connection as connection_module
from annotator.storage import rows, schema
from annotator.storage.lock import Holder
from annotator.storage.store import Store


def change_file(path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def refused(path, error: type[ProjectError], match: str | None = None) -> None:
    before, listing = path.read_bytes(), sorted(path.parent.iterdir())
    with pytest.raises(error, match=match):
        Store.open(path)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == listing


@pytest.mark.parametrize("content", [b"", b"A: hello", b"\0" * 200, b"SQLite format 3\0", b"SQLite format 3\0" + b"\0" * 4080])
def test_other_files_are_never_turned_into_projects(path, content):
    path.write_bytes(content)
    refused(path, NotAProject)


def test_other_programs_databases_are_refused(path):
    change_file(path, "CREATE TABLE notes (id)", "PRAGMA application_id = 7", "PRAGMA user_version = 1")
    refused(path, NotAProject)


def test_folders_and_missing_files_are_refused(tmp_path):
    with pytest.raises(ProjectError):
        Store.open(tmp_path)
    with pytest.raises(ProjectError, match="no such file"):
        Store.open(tmp_path / "missing.annotator")
    assert list(tmp_path.iterdir()) == []


def test_newer_projects_are_refused(project):
    change_file(project[0], f"PRAGMA user_version = {schema.version() + 1}")
    refused(project[0], TooNew, "Update annotator")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER UPDATE ON turns BEGIN DELETE FROM journal; END",
        "CREATE VIEW evil AS SELECT * FROM turns",
        "CREATE TABLE evil (x)",
        "CREATE INDEX evil ON turns (lower(text))",
        "CREATE VIRTUAL TABLE evil USING fts5 (x)",
        "ALTER TABLE meta ADD COLUMN evil TEXT",
        "ANALYZE",
    ],
)
def test_projects_with_things_that_we_never_write_are_refused(project, statement):
    try:
        change_file(project[0], statement)
    except sqlite3.OperationalError as error:
        if "no such module" in str(error):
            pytest.skip("this SQLite has no full text search")
        raise
    refused(project[0], Hostile, "evil|meta|sqlite_stat1")


def test_a_project_that_lacks_a_table_is_damaged(project):
    change_file(project[0], "DROP TABLE journal")
    refused(project[0], Damaged)


def test_a_version_that_never_was_is_damaged(project):
    change_file(project[0], "PRAGMA user_version = 0")
    refused(project[0], Damaged)


def test_truncated_and_overwritten_files_are_damaged(project):
    path = project[0]
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    refused(path, Damaged)
    path.write_bytes(data[:4096] + bytes(8192) + data[12288:])
    refused(path, Damaged)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE turns SET sources = '[[41, 0, 1]]' WHERE id = 2",
        "UPDATE turns SET sources = '[[1, 0, 999]]' WHERE id = 2",
        "UPDATE turns SET sources = '[[1, 5, 2]]' WHERE id = 2",
        "UPDATE turns SET sources = '[]' WHERE id = 2",
        "UPDATE turns SET sources = '{' WHERE id = 2",
        "UPDATE turns SET sources = '[[1]]' WHERE id = 2",
        "UPDATE turns SET topics = '[[]]' WHERE id = 2",
        "UPDATE turns SET topics = replace(hex(zeroblob(100000)), '00', '[') WHERE id = 2",
        "UPDATE turns SET text = CAST(x'ff' AS TEXT) WHERE id = 2",
        "DELETE FROM source_turns WHERE number = 7",
        "DELETE FROM sources",
        "UPDATE decisions SET removed = '7'",
    ],
)
def test_rows_that_make_no_sense_are_damage_and_no_crash(project, statement):
    change_file(project[0], statement)
    store = Store.open(project[0])
    with pytest.raises(Damaged):
        store.transcript(1, ())
    store.close()


@pytest.mark.parametrize(
    "statement", ["UPDATE journal SET label = '7'", "UPDATE journal SET label = 'x'", "UPDATE journal SET at = 'x'"]
)
def test_a_journal_that_makes_no_sense_is_damage(project, statement):
    change_file(project[0], statement)
    store = Store.open(project[0])
    with pytest.raises(Damaged):
        store.journal()
    store.close()


def test_steps_that_make_no_sense_or_fill_the_memory_are_damage(project, monkeypatch):
    monkeypatch.setattr(rows, "_INFLATED", 1000)
    connection = sqlite3.connect(project[0])
    for seq, blob in enumerate((b"x", zlib.compress(b"[[7]]"), zlib.compress(b"[" * 5000), zlib.compress(b'[["x",[],[]]]')), 1):
        connection.execute("UPDATE journal SET steps = ? WHERE seq = ?", (blob, seq))
    connection.commit()
    connection.close()
    store = Store.open(project[0])
    for seq in (1, 2, 3, 4):
        with pytest.raises(Damaged):
            store.change(seq)
    with pytest.raises(CommandError):
        store.change(99)
    store.close()


def test_mutated_projects_are_read_or_refused_but_never_crash(project, tmp_path):
    original = project[0].read_bytes()
    chance = random.Random(1)
    outcomes = {"read": 0, "refused": 0}
    path = tmp_path / "mutated.annotator"
    for _ in range(250):
        data = bytearray(original)
        match chance.randrange(4):
            case 0:
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            case 1:
                start = chance.randrange(len(data))
                data[start : start + 50] = chance.randbytes(50)
            case 2:
                del data[chance.randrange(len(data)) :]
            case 3:
                page = chance.randrange(len(data) // 4096) * 4096
                data[page : page + 100] = chance.randbytes(100)
        path.write_bytes(data)
        try:
            store = Store.open(path)
        except ProjectError:
            assert path.read_bytes() == data
            outcomes["refused"] += 1
            continue
        try:
            store.topics()
            for header in store.headers():
                store.transcript(header.id, ())
            for entry in store.journal():
                store.change(entry.seq)
            outcomes["read"] += 1
        except ProjectError:
            outcomes["refused"] += 1
        finally:
            store.close()
    assert min(outcomes.values()) > 20


def next_version(db) -> None:
    db.execute("ALTER TABLE transcripts ADD COLUMN note TEXT NOT NULL DEFAULT ''")


def test_an_older_project_is_brought_to_the_newest_version(project, monkeypatch):
    path, transcript = project
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, next_version))
    for _ in range(2):
        store = Store.open(path)
        assert store._pragma("user_version") == schema.version()
        assert list(store._db.execute("SELECT note FROM transcripts")) == [("",)]
        assert store.transcript(1, store.topics(), store.allowed(), store.role_words()) == transcript
        store.close()
    monkeypatch.undo()
    refused(path, TooNew)


@pytest.mark.parametrize("number", range(1, schema.version()))
def test_a_project_that_an_older_version_has_left_opens_with_its_history(path, number):
    connection = sqlite3.connect(path)
    connection.executescript((Path(__file__).parent / "data" / f"version_{number}.sql").read_text("utf-8"))
    connection.close()
    store = Store.open(path)
    assert store._pragma("user_version") == schema.version()
    assert [a.text for a in store.allowed()] == ["чуть чуть"] * (number > 1)
    assert store.role_words() == ()
    assert store.learned("speakers") is None
    store.close()
    with Project.open(path) as project:
        left = project.transcript(1)
        said = [(t.speaker_id, t.text, t.hidden, t.comment, sorted(t.topics), t.pinned) for t in left.turns]
        assert said == [
            ("S0", "да", False, "", [1], False),
            ("S1", "да", True, "", [1], False),
            ("S1", "что ж", False, "look", [], number > 2),
        ]
        assert [t.id for t in left.turns if t.bookmarked] == [2] * (number > 3)
        assert [(t.name, t.parent_id, t.keywords) for t in project.topics] == [("Цена", None, ())]
        assert {s.colour for s in left.speakers} == {""}
        assert [draft.text for draft in project.drafts()] == ["черновик"] * (number > 4)
        assert {t.timing for t in left.source.turns} == {b""}
        project.apply(speakers.pin(left, [1]))
        project.apply(role_words.add(project.transcript(1), "мастер", "agent"))
        done = sum(iter(lambda: project.undo() is not None, False))
        assert (done, project.transcripts()) == (7 + min(number, 4), ())
        while project.redo():
            pass
        assert project.transcript(1).turn(1).pinned
    store = Store.open(path)
    assert [w.text for w in store.role_words()] == ["мастер"]
    store.close()


def test_topics_that_are_parts_of_themselves_are_refused(project):
    change_file(project[0], "UPDATE topics SET parent_id = 2 WHERE id = 1")
    store = Store.open(project[0])
    with pytest.raises(Damaged):
        store.topics()
    store.close()
    with pytest.raises(Damaged):
        Project.open(project[0])


@pytest.mark.parametrize("row", ["(9, 'x', 'seller', 'name', 1)", "(9, 'x', 'agent', 'sound', 1)", "(9, 'x', 'agent', 'sign', 4)"])
def test_role_words_that_make_no_sense_are_refused(project, row):
    change_file(project[0], "PRAGMA ignore_check_constraints = ON", f"INSERT INTO role_words VALUES {row}")
    refused(project[0], Damaged)


def test_a_migration_that_fails_leaves_the_old_version(project, monkeypatch):
    def failing(db) -> None:
        next_version(db)
        db.execute("CREATE TABLE meta (x) STRICT")

    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, failing))
    refused(project[0], Damaged)
    monkeypatch.undo()
    store = Store.open(project[0])
    assert store.transcript(1, store.topics(), store.allowed(), store.role_words()) == project[1]
    store.close()


def test_an_older_project_that_cannot_be_written_is_refused(others_copy, monkeypatch):
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, next_version))
    others_copy.chmod(0o444)
    refused(others_copy, ReadOnly)


@pytest.mark.parametrize(
    "label",
    [
        '["{n:>99999999999}", {"n": 1}]',
        '["{n.__class__}", {"n": 1}]',
        '["{0}", {}]',
        '["{n!r}", {"n": 1}]',
        '["{n}", {"n": "many"}]',
        '["{n}", {"n": Infinity}]',
        '["{n}", {"n": {}}]',
        "[7, {}]",
    ],
)
def test_labels_that_would_have_anything_done_are_damage(project, label):
    with closing(sqlite3.connect(project[0])) as connection:
        connection.execute("UPDATE journal SET label = ? WHERE seq = 2", (label,))
        connection.commit()
    with pytest.raises(Damaged):
        Project.open(project[0])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE activity SET seconds = 9e999",
        "UPDATE turns SET rank = -9e999 WHERE id = 3",
        "UPDATE decisions SET confidence = 9e999",
        "UPDATE topics SET keywords = '[null]'",
        "UPDATE turns SET topics = '[\"1\"]' WHERE id = 1",
        "DELETE FROM speakers WHERE id = 'S0'",
    ],
)
def test_values_that_nothing_can_be_done_with_are_damage(project, statement):
    with closing(sqlite3.connect(project[0])) as connection:
        connection.execute("INSERT INTO activity VALUES (1, '2026-01-01', 1.0)")
        connection.execute(statement)
        connection.commit()

    def read() -> None:
        with closing(Store.open(project[0])) as store:
            store.activity()
            store.topics()
            store.transcript(1)

    with pytest.raises(Damaged):
        read()


def test_a_journal_at_the_end_of_its_numbers_is_damage(project):
    with closing(sqlite3.connect(project[0])) as connection:
        connection.execute("UPDATE sqlite_sequence SET seq = 9223372036854775807")
        connection.commit()
    refused(project[0], Damaged)


def test_a_journal_that_names_another_file_to_be_deleted_is_never_played_back(project, tmp_path):
    victim = tmp_path / "victim.txt"
    victim.write_text("dear")
    name = str(victim).encode()
    header = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + (0).to_bytes(4, "big") + b"\0" * 4 + (1).to_bytes(4, "big")
    header += (512).to_bytes(4, "big") + (4096).to_bytes(4, "big")
    tail = b"\0\0\0\0" + name + len(name).to_bytes(4, "big") + sum(name).to_bytes(4, "big") + b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
    beside = project[0].with_name(project[0].name + "-journal")
    beside.write_bytes(header.ljust(512, b"\0") + tail)
    refused(project[0], Hostile)
    assert victim.read_text() == "dear"


@pytest.mark.parametrize("suffix", ["-wal", "-shm"])
def test_a_log_beside_a_project_is_never_played_into_it(project, suffix):
    beside = project[0].with_name(project[0].name + suffix)
    beside.write_bytes(b"log")
    refused(project[0], Hostile)
    assert beside.read_bytes() == b"log"


def test_what_killed_sessions_have_left_is_cleared_away(project):
    folder = project[0].parent
    journal = project[0].with_name(project[0].name + "-journal")
    journal.write_bytes(b"\0" * 9000)
    gone, ours, others = (folder / f".annotator-{pid}-{'0' * 16}.tmp" for pid in (2**22 + 1, os.getpid(), "x"))
    for path in (gone, ours, others):
        path.touch()
    others_lock, left_lock, begun_lock = (folder / f"{name}.lock" for name in ("yarn", "copy.annotator", "other.annotator"))
    begun_lock.touch()
    others_lock.write_text("words")
    holder = Holder(2**22 + 1, platform.node(), "me", datetime.now(UTC), "1")
    left_lock.write_text(json.dumps(holder.to_json()))
    with closing(Store.open(project[0])) as store:
        assert store.headers() == (project[1].header,)
    assert not journal.exists()
    assert not left_lock.exists()
    assert not begun_lock.exists()
    assert others_lock.read_text() == "words"
    assert not gone.exists()
    assert ours.exists()
    assert others.exists()


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_disk_that_fails_once_is_no_damage(project, monkeypatch, times):
    real, left = connection_module.check, [times]

    def check(*args: object) -> None:
        left[0] -= 1
        if left[0] >= 0:
            raise Damaged(msg("once"))
        real(*args)

    monkeypatch.setattr(connection_module, "check", check)
    if times < 3:
        Store.open(project[0]).close()
    else:
        refused(project[0], Damaged)


def test_a_link_to_itself_is_refused(tmp_path):
    link = tmp_path / "link.annotator"
    link.symlink_to(link)
    with pytest.raises(ProjectError):
        Store.open(link)


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    if sys.platform == "win32":
        pytest.skip("there are no such pipes on Windows")
    os.mkfifo(tmp_path / "pipe.annotator")
    with pytest.raises(Unsupported):
        Store.open(tmp_path / "pipe.annotator")
