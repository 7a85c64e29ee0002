"""The lock beside a project: one writer at a time, whatever the system makes of locks, and none that stays for ever."""

from __future__ import annotations

import json
import os
import platform
import stat
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from annotator.core.errors import InUse, ProjectError, ReadOnly, Unsupported
from annotator.storage import lock as lock_module
from annotator.storage.lock import Holder, Lock, file_of, holder

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
DEAD = 2**22 + 1
"""No process has this number: it is beyond the largest."""
WORKER = """
import sys
from pathlib import Path
from annotator.core.errors import InUse
from annotator.storage.lock import Lock

for line in sys.stdin:
    if line == "take\\n":
        try:
            lock = Lock.take(Path(sys.argv[1]))
        except InUse:
            lock = None
        print("have" if lock else "in use", flush=True)
    else:
        if lock:
            lock.release()
        print("done", flush=True)
"""


class Worker:
    def __init__(self, path: Path):
        arguments = [sys.executable, "-c", WORKER, str(path)]
        self.process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def tell(self, word: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def answer(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def ask(self, word: str) -> str:
        self.tell(word)
        return self.answer()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def workers(path):
    begun: list[Worker] = []

    def begin() -> Worker:
        begun.append(Worker(path))
        return begun[-1]

    yield begin
    for worker in begun:
        worker.end()


def note(path: Path, **values: object) -> Path:
    """Write a lock file as another process would have left it."""
    known = {"pid": DEAD, "host": platform.node(), "user": "anna", "since": "2026-01-02T03:04:05+00:00", "start": "7"}
    file = file_of(path)
    file.write_text(json.dumps(known | values), encoding="utf-8")
    return file


def test_a_lock_says_who_has_the_project_and_is_gone_afterwards(path):
    before = datetime.now(UTC)
    with Lock.take(path):
        found = holder(path)
        assert found
        assert (found.pid, found.host, found.here, found.gone) == (os.getpid(), platform.node(), True, False)
        assert before <= found.since <= datetime.now(UTC)
        assert file_of(path).name == f"{path.name}.lock"
        assert sys.platform == "win32" or stat.S_IMODE(file_of(path).stat().st_mode) == 0o600
    assert (list(path.parent.iterdir()), holder(path)) == ([], None)


def test_the_mode_does_not_depend_on_the_umask(path):
    previous = os.umask(0)
    try:
        with Lock.take(path):
            assert sys.platform == "win32" or stat.S_IMODE(file_of(path).stat().st_mode) == 0o600
    finally:
        os.umask(previous)


def test_the_second_one_is_told_who_has_it(path, workers):
    worker = workers()
    assert worker.ask("take") == "have"
    found = holder(path)
    assert found
    assert found.pid == worker.process.pid
    with pytest.raises(InUse) as refused:
        Lock.take(path)
    for told in (str(path), platform.node(), found.since.astimezone().strftime("%Y-%m-%d %H:%M"), "for reading, or a copy"):
        assert told in str(refused.value)
    with pytest.raises(InUse):
        Lock.take(path, force=True)
    assert worker.ask("release") == "done"
    Lock.take(path).release()


def test_a_lock_is_taken_once_in_a_process_too(path):
    with Lock.take(path), pytest.raises(InUse):
        Lock.take(path)
    Lock.take(path).release()


def test_a_lock_by_another_name_of_the_file_is_the_same(path, tmp_path):
    path.touch()
    other = tmp_path / "other.annotator"
    try:
        other.symlink_to(path)
    except OSError:
        pytest.skip("no links here")
    with Lock.take(path), pytest.raises(InUse):
        Lock.take(other)


def test_what_a_killed_process_has_left_is_taken_over(path, workers):
    worker = workers()
    assert worker.ask("take") == "have"
    worker.end()
    assert holder(path) is not None
    with Lock.take(path):
        found = holder(path)
        assert found
        assert found.pid == os.getpid()


def test_of_several_processes_that_take_over_at_once_one_has_it(path, workers):
    team = [workers() for _ in range(3)]
    for _ in range(20):
        note(path)
        for worker in team:
            worker.tell("take")
        assert sorted(worker.answer() for worker in team) == ["have", "in use", "in use"]
        assert all(worker.ask("release") == "done" for worker in team)
        assert not file_of(path).exists()


def test_of_several_threads_that_take_and_release_one_has_it_at_a_time(path):
    inside, most, faults = [0], [0], list[BaseException]()
    start = threading.Barrier(4)

    def work() -> None:
        start.wait()
        for _ in range(100):
            try:
                taken = Lock.take(path)
            except InUse:
                continue
            except BaseException as error:
                faults.append(error)
                return
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            inside[0] -= 1
            taken.release()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (faults, most[0]) == ([], 1)


def test_a_file_that_is_replaced_while_it_is_being_locked_does_not_count(path, monkeypatch):
    real, calls = lock_module._lock, []

    def replaced(file: int) -> None:
        real(file)
        calls.append(file)
        if len(calls) == 1:
            file_of(path).unlink()
            file_of(path).touch()

    monkeypatch.setattr(lock_module, "_lock", replaced)
    with Lock.take(path):
        found = holder(path)
        assert (len(calls), found and found.pid) == (2, os.getpid())


def test_a_lock_of_another_machine_is_never_taken_silently(path):
    note(path, host="pc-17", user="мария")
    with pytest.raises(InUse, match="pc-17 by мария since 2026-01-02"):
        Lock.take(path)
    found = holder(path)
    assert found
    assert (found.here, found.gone) == (False, False)
    with Lock.take(path, force=True):
        found = holder(path)
        assert found
        assert found.here


def no_lock(_file: int) -> None:
    """A lock of a network folder that only pretends."""


def unsupported(_file: int) -> None:
    raise OSError(95, "Operation not supported")


@pytest.mark.parametrize("pretended", [no_lock, unsupported])
def test_where_locks_do_not_work_the_note_keeps_others_out(path, workers, monkeypatch, pretended):
    worker = workers()
    assert worker.ask("take") == "have"
    monkeypatch.setattr(lock_module, "_lock", pretended)
    with pytest.raises(InUse):
        Lock.take(path)
    assert worker.ask("release") == "done"
    with Lock.take(path):
        assert worker.ask("take") == "in use"
    assert worker.ask("take") == "have"


def test_where_locks_do_not_work_the_last_of_two_that_take_at_once_has_it(path, monkeypatch):
    real = lock_module._write
    other = Holder(os.getpid() + 1, platform.node(), "anna", datetime.now(UTC))

    def written_over(file: int, mine: Holder) -> None:
        real(file, mine)
        real(file, other)

    monkeypatch.setattr(lock_module, "_lock", no_lock)
    monkeypatch.setattr(lock_module, "_write", written_over)
    with pytest.raises(InUse, match="anna"):
        Lock.take(path)
    assert holder(path) == other


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not tell when a process began")
def test_a_process_that_got_the_number_of_a_dead_one_is_not_taken_for_it(path, monkeypatch):
    monkeypatch.setattr(lock_module, "_lock", no_lock)
    note(path, pid=os.getpid(), start="7")
    found = holder(path)
    assert found
    assert found.gone
    Lock.take(path).release()


def test_a_process_of_which_it_is_not_known_when_it_began_counts_as_the_holder(path, monkeypatch):
    monkeypatch.setattr(lock_module, "_lock", no_lock)
    note(path, pid=os.getpid(), start="")
    with pytest.raises(InUse):
        Lock.take(path)
    Lock.take(path, force=True).release()


def test_release_leaves_the_lock_of_another_alone(path):
    taken = Lock.take(path)
    file_of(path).unlink(missing_ok=True)
    left = note(path, host="pc-17")
    taken.release()
    taken.release()
    assert left.exists()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"\xff" * 9000, b"[" * 4000, b'{"pid": true}', b'{"pid": 1, "host": 2}']
)
def test_a_note_that_makes_no_sense_is_none(path, content):
    file_of(path).write_bytes(content)
    assert holder(path) is None
    Lock.take(path).release()


@pytest.mark.parametrize("values", [{"pid": 0}, {"pid": -1}, {"pid": 1.5}, {"since": "yesterday"}, {"user": None}])
def test_a_note_with_values_that_make_no_sense_is_none(path, values):
    note(path, **values)
    assert holder(path) is None


def test_a_process_number_beyond_all_numbers_is_of_a_dead_one(path):
    note(path, pid=10**30)
    Lock.take(path).release()


def test_what_another_has_written_cannot_mislead_where_it_is_shown(path):
    note(path, host="pc\x1b[2J\n\u202e17", user="x" * 3000)
    found = holder(path)
    assert found
    assert found.host == "pc[2J17"
    assert len(found.user) < 100
    with pytest.raises(InUse) as refused:
        Lock.take(path)
    assert str(refused.value).isprintable()


def test_a_name_that_leaves_no_room_for_the_lock_is_refused_before_anything_is_done(tmp_path):
    name = "ж" * 125 + ".a"
    with pytest.raises(Unsupported, match="too long"):
        Lock.take(tmp_path / name)
    Lock.take(tmp_path / name[3:]).release()
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_folder_that_cannot_be_written_is_a_case_for_reading(others_copy):
    others_copy.parent.chmod(0o555)
    with pytest.raises(ReadOnly, match="for reading, or a copy"):
        Lock.take(others_copy)
    assert holder(others_copy) is None


@posix
@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="needs a file of another user")
def test_a_lock_that_is_not_ours_to_read_is_somebody_elses(others_copy):
    os.seteuid(0)
    file = note(others_copy)
    file.chmod(0o600)
    os.seteuid(65534)
    assert holder(others_copy) is None
    with pytest.raises(InUse, match="Somebody"):
        Lock.take(others_copy)
    with Lock.take(others_copy, force=True):
        assert file.stat().st_uid == 65534


@posix
def test_a_link_or_a_pipe_in_its_place_is_refused(path, tmp_path):
    outside = tmp_path / "outside"
    outside.write_text("{}")
    file_of(path).symlink_to(outside)
    with pytest.raises(ProjectError):
        Lock.take(path)
    assert outside.read_text() == "{}"
    file_of(path).unlink()
    os.mkfifo(file_of(path))
    with pytest.raises(Unsupported):
        Lock.take(path)
    file_of(path).unlink()
    file_of(path).mkdir()
    with pytest.raises(ProjectError):
        Lock.take(path)
