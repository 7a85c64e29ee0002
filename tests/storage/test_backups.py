"""Backups: made and checked, thinned without losing the way back, put back without losing what stood there."""

from __future__ import annotations

import errno
import itertools
import json
import os
import random
import shutil
import sqlite3
import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import torture_drill
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import paths
from annotator.core.errors import Damaged, Hostile, InUse, NoSpace, NotAProject, ProjectError, ReadOnly, TooNew
from annotator.storage import backups, schema
from annotator.storage.backups import Backup, Drop, alarm, due, examine, listed, make, purge, restore, thin, tidy
from annotator.storage.lock import Lock
from annotator.storage.store import Store

NOW = datetime(2026, 11, 26, 14, 2, 11, tzinfo=UTC)
DAY = timedelta(days=1)
ID = "0123456789abcdef" * 2


class Kept:
    """A project that backs up a file of its own."""

    def __init__(self, path: Path, project_id: str = ID, source: Path | None = None):
        self.path = path
        self.id = project_id
        self.source = source or path

    def back_up(self, target: Path) -> None:
        shutil.copyfile(self.source, target)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", str(tmp_path / "config"))
    return tmp_path / "config" / "backups"


@pytest.fixture
def kept(project) -> Kept:
    return Kept(project[0])


def listing(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def with_turns(path: Path, number: int) -> Path:
    """Leave so many turns in a project."""
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM turns WHERE id > ?", (number,))
    connection.commit()
    connection.close()
    return path


# ---------------------------------------------------------------------- making and listing


def test_a_backup_of_an_open_project_is_listed_and_says_what_it_holds(project, folder):
    store = Store.open(project[0])
    made = make(store, "daily", NOW)
    assert listed(store.id) == (made,) == listed(project[0])
    assert (made.at, made.reason, made.path.name) == (NOW, "daily", "2026-11-26T14.02.11Z-daily.annotator")
    contents = made.read()
    assert (contents.calls, contents.turns, contents.entries, contents.refusal) == (1, 41, 14, None)
    assert contents.changed == store.journal(1)[0].at
    assert torture_drill.content(made.path) == torture_drill.content(project[0])
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_backups_are_readable_by_their_owner_only(project, monkeypatch, tmp_path):
    monkeypatch.delenv("ANNOTATOR_CONFIG_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    previous = os.umask(0)
    try:
        store = Store.open(project[0])
        made = make(store, "daily")
        store.close()
    finally:
        os.umask(previous)
    assert paths.backups() in made.path.parents
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in made.path.parent.iterdir()} == {0o600}


def test_backups_of_the_same_second_all_count(kept):
    names = [make(kept, "daily", NOW).path.name for _ in range(3)]
    assert names[1:] == ["2026-11-26T14.02.11Z-daily-2.annotator", "2026-11-26T14.02.11Z-daily-3.annotator"]
    assert [backup.path.name for backup in listed(ID)] == names[::-1]


def test_the_newest_comes_first_whatever_the_zone_of_the_clock(kept):
    zone = NOW.astimezone(datetime.now().astimezone().tzinfo)
    for n in (2, 0, 1):
        make(kept, "daily", zone + n * DAY)
    assert [backup.at for backup in listed(ID)] == [NOW + 2 * DAY, NOW + DAY, NOW]


def test_a_project_is_known_by_where_it_was_seen_last_and_then_by_its_name(kept, tmp_path):
    made = make(kept, "daily", NOW)
    other = Kept(tmp_path / "elsewhere" / kept.path.name, "f" * 32, kept.path)
    assert listed(other.path) == (made,), "moved"
    of_other = make(other, "daily", NOW)
    assert (listed(kept.path), listed(other.path)) == ((made,), (of_other,))
    assert listed(tmp_path / "another.annotator") == ()
    kept.path = tmp_path / "renamed.annotator"
    again = make(Kept(kept.path, ID, other.source), "daily", NOW + DAY)
    assert listed(kept.path) == (again, made)


def test_other_files_among_the_backups_are_none(kept, folder):
    make(kept, "daily", NOW)
    own = folder / ID
    for name in ("2026-13-26T14.02.11Z-daily.annotator", "x.annotator", "2026-11-26T14.02.11Z-DAILY.annotator"):
        (own / name).touch()
    (own / "2027-11-26T14.02.11Z-daily.annotator").mkdir()
    if sys.platform != "win32":
        (own / "2028-11-26T14.02.11Z-daily.annotator").symlink_to(kept.path)
    assert len(listed(ID)) == 1


@pytest.mark.parametrize("project_id", ["", "..", "../../x", "A" * 32, "a" * 31, "\ud800", "x" * 5000])
def test_an_id_that_none_of_ours_gave_leads_nowhere_else(kept, folder, project_id):
    kept.id = project_id
    make(kept, "daily", NOW)
    assert len(listed(project_id)) == 1
    (own,) = folder.iterdir()
    assert len(own.name) == 32
    assert purge(project_id) == 1
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("note", [b"", b"[]", b"\xff", b'{"path": 7}', b"[" * 90_000])
def test_a_note_that_makes_no_sense_is_none(kept, folder, note):
    made = make(kept, "daily", NOW)
    (folder / ID / "about.json").write_bytes(note)
    assert listed(kept.path) == ()
    assert listed(ID) == (made,)
    make(kept, "daily", NOW)
    assert len(listed(kept.path)) == 2
    assert json.loads((folder / ID / "about.json").read_text("utf-8"))["path"] == str(kept.path)


def test_a_backup_that_is_not_whole_does_not_stay(kept, project, tmp_path):
    good = make(kept, "daily", NOW)
    kept.source = tmp_path / "broken"
    data = project[0].read_bytes()
    kept.source.write_bytes(data[: len(data) // 2])
    with pytest.raises(Damaged):
        make(kept, "daily", NOW + DAY)
    assert listed(ID) == (good,)


def test_a_backup_for_which_there_is_no_room_leaves_nothing(kept, monkeypatch, folder):
    def full(target: Path) -> None:
        target.write_bytes(b"half")
        raise NoSpace(backups.tr("full"))  # type: ignore[arg-type]

    monkeypatch.setattr(kept, "back_up", full)
    with pytest.raises(NoSpace):
        make(kept, "daily", NOW)
    assert [path.name for path in (folder / ID).iterdir()] == ["about.json"]


def test_what_was_left_of_a_backup_that_was_cut_short_goes_later(kept, folder):
    make(kept, "daily", NOW)
    of_dead, of_living = (folder / ID / f".annotator-{pid}-{'0' * 16}.tmp" for pid in (2**22 + 1, os.getpid()))
    for path in (of_dead, of_living):
        path.write_bytes(b"half")
    make(kept, "daily", NOW)
    assert (of_dead.exists(), of_living.exists()) == (False, True)


def test_purge_removes_the_backups_of_one_project(kept, tmp_path, folder):
    make(kept, "daily", NOW)
    make(kept, "daily", NOW)
    other = make(Kept(tmp_path / "other", "f" * 32, kept.path), "daily", NOW)
    assert purge(ID) == 2
    assert (listed(ID), listed(kept.path)) == ((), ())
    assert list(folder.iterdir()) == [other.path.parent]
    assert purge(ID) == 0


# ---------------------------------------------------------------------- looking into one


@pytest.mark.parametrize(
    ("statement", "refusal"),
    [
        ("CREATE TRIGGER evil AFTER UPDATE ON turns BEGIN DELETE FROM journal; END", Hostile),
        ("DROP TABLE journal", Damaged),
        ("PRAGMA user_version = 99", TooNew),
        ("PRAGMA application_id = 1", NotAProject),
        ("UPDATE journal SET at = 'x'", None),
    ],
)
def test_a_backup_that_somebody_has_altered_is_read_with_care(kept, statement, refusal):
    made = make(kept, "daily", NOW)
    connection = sqlite3.connect(made.path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    before = made.path.read_bytes()
    contents = made.read()
    assert type(contents.refusal) is (refusal or type(None))
    assert (contents.changed, contents.turns) == (None, 0 if refusal else 41)
    assert made.path.read_bytes() == before


def test_a_backup_with_a_journal_is_not_touched(kept):
    made = make(kept, "daily", NOW)
    journal = made.path.with_name(made.path.name + "-journal")
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(600))
    assert isinstance(made.read().refusal, Damaged)
    assert journal.exists()


def test_no_backup_is_too_damaged_to_be_listed(kept):
    made = make(kept, "daily", NOW)
    original, chance = made.path.read_bytes(), random.Random(1)
    refused = 0
    for _ in range(100):
        data = bytearray(original)
        at = chance.randrange(len(data))
        data[at : at + 60] = chance.randbytes(60)
        made.path.write_bytes(data[: chance.choice([len(data), at])])
        contents = made.read()
        refused += contents.refusal is not None
        assert made.path.exists()
    assert refused > 40
    made.path.unlink()
    assert made.read().refusal


@pytest.mark.parametrize("number", range(1, schema.version()))
def test_a_backup_of_an_older_version_can_be_read(path, number):
    connection = sqlite3.connect(path)
    connection.executescript((Path(__file__).parent / "data" / f"version_{number}.sql").read_text("utf-8"))
    connection.close()
    contents = examine(path)
    assert (contents.refusal, contents.calls, contents.turns) == (None, 1, 3)
    assert contents.changed


# ---------------------------------------------------------------------- when, and which


def test_a_backup_is_due_when_the_last_one_is_of_yesterday(kept):
    assert due(ID, NOW)
    make(kept, "migration", NOW)
    assert not due(ID, NOW)
    assert not due(ID, NOW + DAY - timedelta(seconds=1))
    assert due(ID, NOW + DAY)
    assert due(ID, NOW - 3650 * DAY), "one of the future says nothing about today"


def test_of_a_year_of_days_the_last_days_weeks_and_months_stay():
    kept: set[datetime] = set()
    for n in range(400):
        now = NOW + n * DAY
        kept.add(now)
        kept -= thin(kept, now)
        assert now in kept
    ages = sorted((now - at).days for at in kept)
    assert ages[:14] == list(range(14))
    weekly = [b - a for a, b in itertools.pairwise(ages[14:24])]
    assert set(weekly) == {7}
    monthly = [b - a for a, b in itertools.pairwise(ages[24:])]
    assert len(ages) == 2 + 12 + 10 + 9
    assert set(monthly) <= set(range(28, 37))
    assert max(ages) > 300


def test_all_of_the_last_two_days_stay():
    times = {NOW - n * timedelta(minutes=20) for n in range(144)}
    assert thin(times, NOW) == set()
    assert len(thin(times, NOW + 3 * DAY)) == len(times) - len({at.date() for at in times})


moments = st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))


@settings(max_examples=200, deadline=None)
@given(st.sets(st.integers(0, 9000), max_size=80), st.integers(-10 * 365, 10 * 365))
def test_a_clock_that_jumps_takes_no_backup_that_matters(hours, jump):
    times = {NOW - timedelta(hours=h) for h in hours}
    now = NOW + jump * DAY
    gone = thin(times, now)
    assert gone <= times
    assert not any(at > now - 2 * DAY for at in gone), "fresh ones and those of the future stay"
    if times:
        assert max(times) not in gone
    assert thin(times - gone, now) == set(), "once is enough"
    left = times - gone
    assert len(left) >= min(len({at.date() for at in times}), 12)
    if gone:
        assert {at for at in left if at < max(gone)} or {at for at in left if at > max(gone)}


@settings(max_examples=50, deadline=None)
@given(st.sets(moments, max_size=60), moments)
def test_backups_of_the_future_are_never_the_cause_of_a_deletion(times, now):
    assert thin(times, now) == thin({at for at in times if at <= now}, now)


def test_what_is_too_much_goes(kept):
    for n in range(30):
        make(kept, "daily", NOW + n * DAY)
    now = NOW + 29 * DAY
    expected = {backup.at for backup in listed(ID)} - thin({backup.at for backup in listed(ID)}, now)
    assert len(expected) < 30
    assert tidy(ID, now) is None
    assert {backup.at for backup in listed(ID)} == expected


def test_when_many_turns_are_suddenly_gone_all_backups_stay(kept):
    for n in range(29):
        make(kept, "daily", NOW + n * DAY)
    with_turns(kept.path, 32)
    make(kept, "daily", NOW + 29 * DAY)
    now = NOW + 29 * DAY
    assert alarm(ID, now) == Drop(41, 32) == tidy(ID, now)
    assert len(listed(ID)) == 30
    with_turns(kept.path, 30)
    make(kept, "daily", now + DAY)
    assert alarm(ID, now + DAY) is None
    assert tidy(ID, now + DAY) is None
    assert len(listed(ID)) < 30


def test_the_alarm_looks_past_what_cannot_be_read_and_what_is_of_the_future(kept):
    assert alarm(ID, NOW) is None
    make(kept, "daily", NOW)
    assert alarm(ID, NOW) is None
    make(kept, "daily", NOW + DAY).path.write_bytes(b"x")
    make(kept, "daily", NOW + 9 * DAY)
    with_turns(kept.path, 5)
    make(kept, "daily", NOW + 2 * DAY)
    assert alarm(ID, NOW + 3 * DAY) == Drop(41, 5)


# ---------------------------------------------------------------------- putting one back


@pytest.fixture
def backup(kept) -> Backup:
    return make(kept, "daily", NOW)


def test_a_backup_is_put_back_and_what_stood_there_is_kept(kept, backup):
    os.utime(kept.path, (NOW.timestamp(), NOW.timestamp()))
    with_turns(kept.path, 7)
    os.utime(kept.path, (NOW.timestamp(), NOW.timestamp()))
    changed, inode = kept.path.read_bytes(), kept.path.stat().st_ino
    aside = restore(backup.path, kept.path)
    at = NOW.astimezone().strftime("%Y-%m-%d %H.%M")
    assert aside
    assert aside.name == f"проект 100% (before restore {at}).annotator"
    assert (aside.read_bytes(), aside.stat().st_ino) == (changed, inode)
    assert kept.path.read_bytes() == backup.path.read_bytes()
    assert sys.platform == "win32" or stat.S_IMODE(kept.path.stat().st_mode) == 0o600
    assert len([path for path in kept.path.parent.iterdir() if path.is_file()]) == 2
    assert restore(backup.path, kept.path) is None, "it is what it should be already"
    assert len([path for path in kept.path.parent.iterdir() if path.is_file()]) == 2


def test_a_damaged_project_is_called_so_and_nothing_is_overwritten(kept, backup):
    data = kept.path.read_bytes()
    for n in range(3):
        kept.path.write_bytes(data[: 9000 + n])
        os.utime(kept.path, (NOW.timestamp(), NOW.timestamp()))
        restore(backup.path, kept.path)
    at = NOW.astimezone().strftime("%Y-%m-%d %H.%M")
    names = {path.name: path.stat().st_size for path in kept.path.parent.iterdir() if "damaged" in path.name}
    assert names == {f"проект 100% (damaged {at}{more}).annotator": 9000 + n for n, more in enumerate(("", ", 2", ", 3"))}


def test_a_project_that_is_gone_is_put_back(kept, backup):
    kept.path.unlink()
    assert restore(backup.path, kept.path) is None
    assert kept.path.read_bytes() == backup.path.read_bytes()


def test_a_journal_goes_with_the_project_that_it_belongs_to(kept, backup):
    journal = kept.path.with_name(kept.path.name + "-journal")
    torture_drill.half_done(kept.path, hot=True)
    hot = (kept.path.read_bytes(), journal.read_bytes())
    aside = restore(backup.path, kept.path)
    assert aside
    assert (aside.read_bytes(), aside.with_name(aside.name + "-journal").read_bytes()) == hot
    assert not journal.exists()
    assert kept.path.read_bytes() == backup.path.read_bytes()
    Store.open(aside).close()
    assert examine(aside).turns == 41, "it is whole with its journal"


def test_a_backup_that_is_no_good_replaces_nothing(kept, backup):
    before = listing(kept.path.parent)
    data = bytearray(backup.path.read_bytes())
    data[8192:12288] = bytes(4096)
    backup.path.write_bytes(data)
    with pytest.raises(Damaged):
        restore(backup.path, kept.path)
    assert listing(kept.path.parent) == before
    kept.path.write_bytes(data)
    with pytest.raises(Damaged):
        restore(backup.path, kept.path)


def test_a_copy_that_is_not_what_was_copied_replaces_nothing(kept, backup, monkeypatch):
    with_turns(kept.path, 7)
    before = listing(kept.path.parent)

    def half(source, target, _length):
        target.write(source.read()[:9000])

    monkeypatch.setattr(shutil, "copyfileobj", half)
    with pytest.raises(ProjectError):
        restore(backup.path, kept.path)
    assert listing(kept.path.parent) == before


def test_a_full_disk_leaves_everything_as_it_was(kept, backup, monkeypatch):
    with_turns(kept.path, 7)
    before = listing(kept.path.parent)

    def full(_source, target, _length):
        target.write(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", full)
    with pytest.raises(NoSpace):
        restore(backup.path, kept.path)
    assert listing(kept.path.parent) == before


def test_a_project_that_is_open_is_not_replaced(kept, backup):
    with_turns(kept.path, 7)
    before = kept.path.read_bytes()
    with Lock.take(kept.path), pytest.raises(InUse):
        restore(backup.path, kept.path)
    assert kept.path.read_bytes() == before
    restore(backup.path, kept.path)


def test_a_folder_that_cannot_be_written_is_said_to_be_so(others_copy, built):
    backup = others_copy.with_name("backup")
    backup.write_bytes(built[0])
    with_turns(others_copy, 7)
    others_copy.parent.chmod(0o555)
    with pytest.raises(ReadOnly):
        restore(backup, others_copy)


def test_a_long_name_is_cut_for_what_is_put_aside(kept, backup, tmp_path):
    target = tmp_path / ("ж" * 120 + ".annotator"[:10])
    target = target.with_name(target.name[-125:])
    shutil.copy(kept.path, target)
    with_turns(target, 7)
    before = target.read_bytes()
    aside = restore(backup.path, target)
    assert aside
    assert aside.read_bytes() == before
    assert len(os.fsencode(aside.name + "-journal")) <= 255
    assert target.read_bytes() == backup.path.read_bytes()


@pytest.mark.parametrize("hot", [False, True])
def test_restoring_can_be_killed_anywhere_and_done_again(tmp_path, hot):
    outcome = torture_drill.killed_restores(tmp_path, 60, hot, every=8)
    assert outcome.broken == []
    assert outcome.seen["killed"] >= 2


def test_each_backup_brings_back_what_was_at_its_moment(tmp_path):
    outcome = torture_drill.restores(tmp_path, 8, 1)
    assert (outcome.runs, outcome.broken) == (8, [])
