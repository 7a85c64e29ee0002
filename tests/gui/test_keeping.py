"""The daily backup, the check of the file and the notice of a special folder: unseen unless there is something to say."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from driving import answer, offered, take
from PySide6.QtCore import QByteArray, QStorageInfo

from annotator.core.commands import turns
from annotator.core.errors import IoFailure, NoSpace
from annotator.core.i18n import msg
from annotator.core.model import Damage
from annotator.gui import folders, keeping
from annotator.gui.dialogs.restore import RestoreDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.session import Session
from annotator.project import Project
from annotator.storage import backups


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "START_MS", 10)
    monkeypatch.setattr(keeping, "REST_S", 0.0)
    monkeypatch.setattr(Session, "_analyse", lambda session, *_: session._end_check())  # no detectors are at work


@pytest.fixture
def reopen(qtbot, call: Session, window: MainWindow, monkeypatch: pytest.MonkeyPatch):
    """Open the project again, and wait until the rounds are over."""
    verified = []
    original = keeping.Keeping._on_verified

    def note(self, damages):
        original(self, damages)
        verified.append(damages)

    monkeypatch.setattr(keeping.Keeping, "_on_verified", note)

    def open_(before=lambda _: None) -> set[Damage]:
        path = call.project.path
        call.close_project()
        before(path)
        call.open_project(path)
        verified.clear()
        qtbot.waitUntil(lambda: bool(verified), timeout=10_000)
        return verified[-1]

    return open_


def test_a_backup_is_made_when_it_is_due_and_nobody_notices(reopen, call, window):
    assert reopen() == set()
    (backup,) = call.project.backups()
    assert backup.reason == "daily"
    assert backup.read().turns == 4
    assert reopen() == set()
    assert call.project.backups() == (backup,)
    assert window.bars.texts() == []


def test_many_turns_that_are_gone_are_said_with_a_way_back(reopen, call, window):
    backups.make(call.project, "daily", datetime.now(UTC) - timedelta(days=2))
    call.do(turns.merge, [turn.id for turn in call.transcript.visible[:3]])
    reopen()
    (text,) = window.bars.texts()
    assert "holds 2 turns" in text
    assert "held 4" in text
    answer(RestoreDialog, lambda dialog: dialog.reject(), window)
    take(window.bars, "Compare and restore…")


def test_a_backup_that_fails_is_said_once_and_tried_the_next_time(reopen, call, window, monkeypatch):
    def full(*_):
        raise NoSpace(msg("The disk is full."))

    with monkeypatch.context() as patch:
        patch.setattr(Project, "back_up", full)
        reopen()
        (text,) = window.bars.texts()
        assert "could not be made" in text
        assert "The disk is full." in text
        assert call.project.backups() == ()
    reopen()
    assert len(call.project.backups()) == 1
    assert window.bars.texts() == []


def test_altered_bytes_are_named_and_lead_to_the_backups(reopen, call, window):
    def flip(path: Path) -> None:
        db = sqlite3.connect(path)
        db.execute("UPDATE turns SET text = replace(text, 'письма', 'пиcьма')")
        db.commit()
        db.close()

    assert reopen(flip) == {Damage(1, "call")}
    (text,) = window.bars.texts()
    assert "call.txt is no longer as it was written" in text
    assert offered(window.bars) == ["Restore a backup…"]


@pytest.mark.parametrize("wrong", [1, 2])
def test_what_is_wrong_only_sometimes_is_no_damage(reopen, call, window, monkeypatch, wrong):
    original, asked = Project.verify, []

    def verify(project, *args):
        asked.append(True)
        if len(asked) == 1:
            raise IoFailure(msg("no"))
        if len(asked) <= wrong:
            yield Damage(1, "source")
        yield from original(project, *args)

    monkeypatch.setattr(Project, "verify", verify)
    assert reopen() == set()
    assert window.bars.texts() == []


def test_what_cannot_be_read_each_time_is_damage(reopen, call, window, monkeypatch):
    def verify(*_):
        raise IoFailure(msg("no"))

    monkeypatch.setattr(Project, "verify", verify)
    assert reopen() == {Damage(None, "file")}
    assert "cannot be read" in window.bars.texts()[0]


def test_closing_ends_the_check(qtbot, call, window, monkeypatch):
    began = []

    def verify(_project, ended):
        began.append(True)
        while not ended():
            pass
        return iter(())

    monkeypatch.setattr(keeping, "REST_S", 0.01)
    monkeypatch.setattr(Project, "verify", verify)
    path = call.project.path
    call.close_project()
    call.open_project(path)
    qtbot.waitUntil(lambda: bool(began))
    call.close_project()
    assert call.project is None


def test_a_project_to_be_read_only_is_not_backed_up(qtbot, call, window):
    path = call.project.path
    call.close_project()
    call.open_project(path, read_only=True)
    qtbot.wait(100)
    assert call.project.backups() == ()


# ---------------------------------------------------------------------- folders


def test_a_folder_of_a_sync_program_is_told_once_for_each_place(reopen, call, window, tmp_path, monkeypatch):
    monkeypatch.setattr(keeping.folders, "look", lambda _: folders.Shared("Dropbox"))
    reopen()
    (text,) = window.bars.texts()
    assert "a folder of Dropbox" in text
    reopen()
    assert window.bars.texts() == []
    monkeypatch.setattr(keeping.folders, "look", lambda _: folders.Shared("network"))
    reopen()
    assert "network drive" in window.bars.texts()[0]


@pytest.mark.parametrize(
    ("parts", "service"),
    [
        ("OneDrive - Example/calls", "OneDrive"),
        ("Dropbox (Personal)", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-a", "Google Drive"),
        ("Яндекс.Диск", "Яндекс.Диск"),
        ("YandexDisk", "Yandex.Disk"),
        ("calls", ""),
    ],
)
def test_folders_of_sync_programs_are_known_by_their_names(tmp_path, parts, service):
    folder = tmp_path / parts
    folder.mkdir(parents=True)
    assert folders.look(folder / "calls.annotator").where == service


def test_a_network_drive_is_known_by_its_file_system(tmp_path, monkeypatch):
    monkeypatch.setattr(QStorageInfo, "fileSystemType", lambda _: QByteArray(b"nfs4"))
    assert folders.look(tmp_path / "calls.annotator").where == "network"


def test_copies_of_conflicts_are_found_beside_it(tmp_path):
    here = tmp_path / "calls.annotator"
    wanted = [
        "calls (conflicted copy 2026-01-02).annotator",
        "calls (конфликтующая копия).annotator",
        "calls.sync-conflict-1.annotator",
    ]
    others = ["calls of may.annotator", "other (conflicted copy).annotator", "calls (conflicted copy).txt"]
    for name in [here.name, *wanted, *others]:
        (tmp_path / name).touch()
    assert folders.conflict_copies(here) == tuple(sorted(wanted))
    assert wanted[0] in folders.Shared(copies=(wanted[0],)).text
