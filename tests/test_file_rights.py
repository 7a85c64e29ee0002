"""Files that the program makes are for their owner alone, whatever the umask; nothing half-written is left lying about."""

from __future__ import annotations

import faulthandler
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import formats, log, paths, settings
from annotator.formats.base import ExportOptions
from annotator.project import Project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the rights of POSIX")


@pytest.fixture(autouse=True)
def open_to_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The umask takes nothing away."""
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setattr(log.LOGGER, "handlers", [])
    monkeypatch.setattr(log.LOGGER, "propagate", True)
    before = os.umask(0)
    yield
    os.umask(before)
    for handler in log.LOGGER.handlers:
        handler.close()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def others_see(folder: Path) -> list[str]:
    """Return what below a folder others can read or write."""
    return [path.name for path in [folder, *folder.rglob("*")] if mode(path) & 0o077]


def test_settings_and_logs_and_their_folders():
    settings.save(settings.Settings())
    for n in range(4000):
        log.record(ValueError(), on=f"version {n} " + "x" * 100)
    crashes = log.note_crashes()
    assert crashes is not None
    faulthandler.enable()
    crashes.close()
    assert {path.name for path in paths.logs().iterdir()} > {"annotator.log", "annotator.log.1", "crash.log"}
    assert others_see(paths.config()) == []
    assert mode(paths.config()) == mode(paths.logs()) == 0o700


def test_the_folders_of_the_system_are_made_private(tmp_path, monkeypatch):
    monkeypatch.delenv("ANNOTATOR_CONFIG_DIR")
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    assert mode(paths.private(folder)) == 0o700


def test_a_folder_that_the_user_names_keeps_its_mode(tmp_path):
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    assert mode(paths.private(folder)) == 0o755


def test_a_project_and_its_company(tmp_path):
    folder = tmp_path / "projects"
    folder.mkdir()
    with Project.create(folder / "a.annotator"):
        assert [name for name in others_see(folder) if name != "projects"] == []


def test_what_is_written_is_private_and_what_was_there_keeps_its_mode(tmp_path):
    new, old = tmp_path / "new.csv", tmp_path / "old.csv"
    old.write_bytes(b"old")
    old.chmod(0o640)
    for path in (new, old):
        formats.write_file(path, b"data")
        assert path.read_bytes() == b"data"
    assert (mode(new), mode(old)) == (0o600, 0o640)


def test_a_file_being_written_is_private_from_the_first_byte(tmp_path, monkeypatch):
    seen: list[int] = []
    fsync = os.fsync

    def look(handle: int) -> None:
        if stat.S_ISREG(os.fstat(handle).st_mode):
            seen.append(stat.S_IMODE(os.fstat(handle).st_mode))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", look)
    formats.write_file(tmp_path / "new.csv", b"data")
    assert seen
    assert set(seen) == {0o600}


def test_what_an_earlier_run_left_behind_goes_with_the_next_file(tmp_path):
    names = (f".annotator-{2**22 + 1}-{'0' * 16}.tmp", f".annotator-{os.getpid()}-{'0' * 16}.tmp", ".annotator-notes.tmp")
    left, ours, other = (tmp_path / name for name in names)
    for path in (left, ours, other):
        path.write_bytes(b"half")
    formats.write_file(tmp_path / "new.csv", b"data")
    assert not left.exists()
    assert ours.exists(), "this run may be at it"
    assert other.exists()


def test_a_failure_leaves_nothing(tmp_path, monkeypatch):
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(formats.FormatError):
        formats.write_file(tmp_path / "new.csv", b"data")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [entry.name for entry in formats.FORMATS if entry.writer is not None])
def test_every_format_is_written_so(tmp_path, name):
    imported, _ = formats.read(b"[00:01] A (SPK00): hello there\n[00:02] B (SPK01): hi\n", "call.txt")
    with Project.create(tmp_path / "a.annotator") as project:
        from annotator.core.commands import transcripts

        project.apply(transcripts.add(imported, project.new_transcript_id()))
        data = formats.write(project.transcript(1), name, ExportOptions())
    formats.write_file(tmp_path / f"out.{name}", data)
    assert mode(tmp_path / f"out.{name}") == 0o600
