from __future__ import annotations

import os
import sqlite3
import stat
import sys
import threading
from contextlib import contextmanager
from dataclasses import replace

import pytest

from annotator.core.change import Change
from annotator.core.commands import speakers, transcripts, turns
from annotator.core.errors import Damaged, InUse, IoFailure, Moved, NoSpace, ProjectError, ReadOnly
from annotator.core.i18n import msg
from annotator.core.model import Decision, Source, Transcript
from annotator.storage import schema
from annotator.storage import store as store_module
from annotator.storage.store import Store


@pytest.fixture
def store(project):
    opened = Store.open(project[0])
    yield opened
    opened.close()


@pytest.fixture
def transcript(project) -> Transcript:
    return project[1]


def stored(store: Store) -> Transcript:
    return store.transcript(1, store.topics(), store.allowed(), store.role_words())


def content(path) -> tuple[list[object], ...]:
    connection = sqlite3.connect(path)
    try:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        return tuple(list(connection.execute(f"SELECT * FROM {name}")) for name in names)
    finally:
        connection.close()


def test_what_was_written_is_read_again(store, transcript):
    assert store.headers() == (transcript.header,)
    assert store.topics() == transcript.topics
    assert store.allowed() == transcript.allowed
    assert store.role_words() == transcript.role_words
    assert transcript.turn(2).pinned
    read = stored(store)
    assert read == transcript
    assert read.source.data == bytes(range(256))
    assert store.setting("place") == "{}"
    assert store.setting("other") is None


@pytest.mark.parametrize("rows", [1, 3, 20])
def test_a_transcript_is_read_page_by_page(store, transcript, monkeypatch, rows):
    monkeypatch.setattr(store_module, "PAGE", rows)
    assert stored(store) == transcript
    assert len(transcript.source.turns) == 40, "two pages that are full, and then none"


def test_the_connection_has_the_settings_that_keep_work_safe(store):
    wanted = {
        "journal_mode": "delete",
        "synchronous": 3,
        "locking_mode": "normal",
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "recursive_triggers": 0,
        "cache_spill": 0,
        "temp_store": 2,
        "mmap_size": 0,
        "query_only": 0,
        "application_id": 0x414E4E54,
        "user_version": schema.version(),
    }
    connection = store._db.conn
    connection.set_authorizer(None)
    # Some builds leave the memory map out altogether, then its pragma gives no row.
    assert {name: (connection.execute(f"PRAGMA {name}").fetchone() or (0,))[0] for name in wanted} == wanted
    assert connection.getlimit(sqlite3.SQLITE_LIMIT_LENGTH) == 64 << 20
    assert connection.isolation_level is None


def test_all_tables_are_strict_and_there_is_nothing_else(store):
    objects = list(store._db.execute("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"))
    assert {kind for kind, _, _ in objects} == {"table"}
    assert all("STRICT" in sql for _, _, sql in objects)


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH ':memory:' AS other",
        "PRAGMA writable_schema = ON",
        "PRAGMA synchronous_ = OFF",
        "CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM meta; END",
        "CREATE TEMP VIEW v AS SELECT 1",
    ],
)
def test_statements_that_are_never_ours_are_denied(store, statement):
    with pytest.raises(sqlite3.DatabaseError, match="not authorized"):
        store._db.execute(statement)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_project_is_readable_by_its_owner_only(path):
    previous = os.umask(0)
    try:
        Store.create(path).close()
    finally:
        os.umask(previous)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_one_file_is_all_there_is_at_rest(store, transcript):
    store.apply(turns.set_text(transcript, 1, "new"), "me")
    store.close()
    assert list(store.path.parent.iterdir()) == [store.path]


@pytest.mark.parametrize("content", [b"", b"notes", b"SQLite format 3\0"])
def test_creating_never_touches_an_existing_file(path, content):
    path.write_bytes(content)
    with pytest.raises(ProjectError, match="already exists"):
        Store.create(path)
    assert path.read_bytes() == content


def test_creating_where_one_cannot_leaves_nothing(tmp_path, monkeypatch):
    with pytest.raises(ProjectError, match="no such file or folder"):
        Store.create(tmp_path / "missing" / "p.annotator")
    (tmp_path / "file").write_text("")
    with pytest.raises(ProjectError):
        Store.create(tmp_path / "file" / "p.annotator")
    monkeypatch.setattr("annotator.storage.schema.MIGRATIONS", (lambda db: db.execute("CREATE TABLE x (y) STRICT"),))
    with pytest.raises(ProjectError):
        Store.create(tmp_path / "p.annotator")
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_a_change_and_its_journal_entry_are_one(store, transcript):
    change = turns.split(transcript, 5, 6)
    entry = store.apply(change, "Maria")
    assert stored(store) == transcript.apply(change)
    assert store.journal(1) == [entry]
    assert store.journal()[-1] == entry
    assert (entry.kind, entry.ref, entry.who, entry.label) == ("do", None, "Maria", change.label)
    assert store.change(entry.seq) == change
    undone = store.apply(change.inverse(), "Maria", "undo", entry.seq)
    assert stored(store) == transcript
    assert (undone.seq, undone.ref) == (entry.seq + 1, entry.seq)


def test_the_journal_brings_back_a_removed_transcript_to_the_byte(store, transcript, imported):
    entry = store.apply(transcripts.remove(transcript), "me")
    assert store.headers() == ()
    assert [len(list(store._db.execute(f"SELECT 1 FROM {table}"))) for table in ("sources", "source_turns", "turns")] == [0, 0, 0]
    change = store.change(entry.seq).inverse()
    assert change == transcripts.remove(transcript).inverse()
    store.apply(change, "me", "undo", entry.seq)
    assert stored(store) == transcript
    source = next(step.after for step in change.steps if isinstance(step.after, Source))
    assert (source.data, source.turns) == (imported.data, imported.turns)


def test_what_was_learned_is_kept_replaced_and_forgotten(store):
    before = store.journal()
    kept = store.learn("speakers", bytes(range(256)), "first")
    assert store.learned("speakers") == kept
    assert (kept.data, kept.report) == (bytes(range(256)), "first")
    store.learn("duplicates", b"", "other")
    again = store.learn("speakers", b"\0", "second")
    store.close()
    store = Store.open(store.path)
    assert store.learned("speakers") == again
    assert again.at >= kept.at
    store.forget("speakers")
    store.forget("speakers")
    assert store.learned("speakers") is None
    assert store.learned("duplicates").report == "other"
    assert store.journal() == before
    store.close()


def test_a_failed_change_leaves_the_file_as_it_was(store, transcript):
    before = content(store.path)
    one, two = transcript.turns[:2]
    bad = Change.of(msg("Bad"), [(one, None), (two, replace(two, speaker_id="nobody"))])
    with pytest.raises(Damaged):
        store.apply(bad, "me")
    assert content(store.path) == before
    store.apply(turns.set_text(transcript, 1, "new"), "me")
    assert content(store.path) != before


def test_a_full_disk_changes_nothing(store, transcript, imported):
    before = content(store.path)
    store._db.conn.set_authorizer(None)
    store._db.execute(f"PRAGMA max_page_count = {store._pragma('page_count') + 2}")
    with pytest.raises(NoSpace):
        store.apply(transcripts.add(imported, 2), "me")
    assert content(store.path) == before
    store.apply(speakers.rename(transcript, "S0", "Olga"), "me")
    assert store.transcript(1, ()).speaker("S0").name == "Olga"


def test_what_is_too_large_is_refused(store, transcript):
    store._db.conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 100_000)
    with pytest.raises(ProjectError, match="too large"):
        store.apply(turns.set_text(transcript, 1, "word " * 30_000), "me")
    with pytest.raises(ProjectError, match="too large"):
        store.learn("speakers", bytes(100_001), "")
    assert stored(store) == transcript


def test_a_busy_project_is_left_alone(store, transcript):
    store._db.conn.set_authorizer(None)
    store._db.execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(InUse, match="try again"):
        store.apply(turns.set_text(transcript, 1, "new"), "me")
    other.close()
    store.apply(turns.set_text(transcript, 1, "new"), "me")


def test_what_another_program_changed_is_not_overwritten(store, transcript):
    other = sqlite3.connect(store.path)
    with other:
        other.execute("UPDATE turns SET text = 'theirs' WHERE id = 1")
    other.close()
    for attempt in (
        lambda: store.apply(turns.set_text(transcript, 1, "ours"), "me"),
        lambda: store.set_setting("place", "x"),
        lambda: store.learn("speakers", b"", ""),
        lambda: store.forget("speakers"),
        lambda: store.learned("speakers"),
        lambda: store.transcript(1, ()),
    ):
        with pytest.raises(InUse, match="open the project again"):
            attempt()
    store.close()
    again = Store.open(store.path)
    assert again.transcript(1, ()).turn(1).text == "theirs"
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not move open files")
@pytest.mark.parametrize("how", ["rename", "delete", "replace"])
def test_nothing_is_acknowledged_in_a_file_that_was_moved(store, transcript, how):
    before = content(store.path)
    aside = store.path.with_suffix(".aside")
    match how:
        case "rename":
            store.path.rename(aside)
        case "delete":
            store.path.unlink()
        case "replace":
            aside.write_bytes(store.path.read_bytes())
            aside.replace(store.path)
    for _ in range(2):
        with pytest.raises(Moved):
            store.apply(turns.set_text(transcript, 1, "new"), "me")
    if how != "delete":
        assert content(aside if how == "rename" else store.path) == before


def test_a_commit_that_was_not_acknowledged_stops_all_further_ones(store, transcript, monkeypatch):
    change = turns.set_text(transcript, 1, "new")
    places = iter([None, Moved(msg("Gone"))])

    def check_place(_self):
        if error := next(places, None):
            raise error

    monkeypatch.setattr(Store, "_check_place", check_place)
    with pytest.raises(Moved):
        store.apply(change, "me")
    with pytest.raises(InUse, match="open the project again"):
        store.apply(change, "me")


@pytest.mark.skipif(sys.platform == "win32", reason="links need special rights on Windows")
def test_the_same_file_is_opened_once(store, transcript, tmp_path):
    link = tmp_path / "link.annotator"
    link.symlink_to(store.path)
    for path in (store.path, link):
        with pytest.raises(InUse, match="already open"):
            Store.open(path)
    store.apply(turns.set_text(transcript, 1, "new"), "me")
    store.close()
    again = Store.open(link)
    assert again.path == store.path
    again.close()


@pytest.mark.parametrize("locked", ["file", "folder"])
def test_what_cannot_be_written_opens_for_reading(others_copy, transcript, locked):
    (others_copy if locked == "file" else others_copy.parent).chmod(0o444 if locked == "file" else 0o555)
    before = others_copy.read_bytes()
    store = Store.open(others_copy)
    try:
        assert store.read_only
        assert stored(store) == transcript
        for attempt in (
            lambda: store.apply(turns.set_text(transcript, 1, "new"), "me"),
            lambda: store.set_setting("place", "x"),
            lambda: store.learn("speakers", b"", ""),
            lambda: store.forget("speakers"),
        ):
            with pytest.raises(ReadOnly):
                attempt()
    finally:
        store.close()
    assert others_copy.read_bytes() == before
    assert list(others_copy.parent.iterdir()) == [others_copy]


def test_what_may_not_be_read_or_created_is_refused(others_copy):
    others_copy.parent.chmod(0o555)
    with pytest.raises(ReadOnly):
        Store.create(others_copy.with_name("new.annotator"))
    others_copy.chmod(0)
    with pytest.raises(ReadOnly):
        Store.open(others_copy)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_IOERR_FSYNC, IoFailure),
        (sqlite3.SQLITE_IOERR_WRITE, IoFailure),
        (sqlite3.SQLITE_CANTOPEN, IoFailure),
        (sqlite3.SQLITE_FULL, NoSpace),
        (sqlite3.SQLITE_READONLY_DIRECTORY, ReadOnly),
        (sqlite3.SQLITE_READONLY_DBMOVED, Moved),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, InUse),
    ],
)
def test_errors_of_the_disk_say_what_to_do_and_change_nothing(store, transcript, monkeypatch, code, expected):
    """The error strikes where it is worst: at the commit."""
    execute = store._db.execute

    def failing(sql, *arguments):
        if sql == "COMMIT":
            error = sqlite3.OperationalError("simulated")
            error.sqlite_errorcode = code
            raise error
        return execute(sql, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(store._db, "execute", failing)
        with pytest.raises(expected, match="проект"):
            store.apply(turns.set_text(transcript, 1, "new"), "me")
    assert not store._db.conn.in_transaction
    assert stored(store) == transcript
    store.apply(turns.set_text(transcript, 1, "new"), "me")


def test_a_thread_waits_for_the_transaction_of_another_and_sees_all_of_it(store, monkeypatch):
    inside, go_on, found = threading.Event(), threading.Event(), []
    transaction = Store._transaction

    @contextmanager
    def slow(self):
        with transaction(self):
            yield
            inside.set()
            go_on.wait(10)

    monkeypatch.setattr(Store, "_transaction", slow)
    writer = threading.Thread(target=store.set_setting, args=("key", "written"))
    reader = threading.Thread(target=lambda: found.append(store.setting("key")))
    writer.start()
    assert inside.wait(10)
    reader.start()
    reader.join(0.05)
    assert found == []
    go_on.set()
    writer.join()
    reader.join()
    assert found == ["written"]


def test_hours_are_added_up_and_do_not_pass_to_another_call_of_the_same_id(project, imported):
    store = Store.open(project[0])
    for day, seconds in (("2026-11-25", 2.5), ("2026-11-26", 4.0), ("2026-11-26", 1.0)):
        store.add_activity(1, day, seconds)
    store.add_activity(7, "2026-11-26", 3.0)
    assert store.activity() == {1: 7.5, 7: 3.0}
    store.apply(transcripts.remove(project[1]), "me")
    assert store.activity() == {1: 7.5, 7: 3.0}
    store.apply(transcripts.add(imported, 1), "me")
    assert store.activity() == {7: 3.0}
    store.close()


def test_the_decisions_of_all_calls_are_read_at_once(project, imported):
    store = Store.open(project[0])
    store.apply(transcripts.add(imported, 2), "me")
    decision = Decision(2, "other", "dismissed", "speakers", "cut", 0.75)
    store.apply(Change.of(msg("Decide"), [(None, decision)]), "me")
    assert store.decisions() == [*project[1].decisions.values(), decision]
    store.close()


def test_the_size_of_a_change_is_known_without_reading_it(project):
    store = Store.open(project[0])
    sizes = [store.steps_size(entry.seq) for entry in store.journal()]
    assert sizes[0] == max(sizes) > 1000
    store.close()


def test_a_setting_that_cannot_be_written_is_not_acknowledged(store):
    store.set_setting("place", "kept")
    store._db.conn.set_authorizer(None)
    store._db.execute(f"PRAGMA max_page_count = {store._pragma('page_count')}")
    with pytest.raises(NoSpace):
        store.set_setting("place", "x" * 100_000)
    assert store.setting("place") == "kept"
