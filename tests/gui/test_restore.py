"""Backups: what each holds, the way back to one, and nothing lost by it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from driving import answer, take
from PySide6.QtWidgets import QMessageBox

from annotator.core.commands import turns
from annotator.core.errors import NoSpace
from annotator.core.i18n import msg
from annotator.gui.dialogs import restore
from annotator.gui.dialogs.restore import CALLS, COMPARED, CONTENTS, ENTRIES, TURNS, WHEN, RestoreDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.session import Session
from annotator.project import Project
from annotator.storage import backups

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def backed_up(call: Session, window: MainWindow) -> Session:
    """A project with a damaged backup, one of before two changes, and these changes."""
    broken = backups.make(call.project, "daily", NOW - timedelta(days=2))
    broken.path.write_bytes(broken.path.read_bytes()[:7000])
    backups.make(call.project, "daily", NOW - timedelta(days=1))
    ids = [turn.id for turn in call.transcript.visible]
    call.do(turns.merge, ids[:2])
    call.do(turns.set_text, ids[3], "другое")
    return call


def shown(qtbot, window: MainWindow, path: Path | None = None) -> RestoreDialog:
    dialog = RestoreDialog(window, path)
    dialog.show()
    items = [dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount())]
    qtbot.waitUntil(lambda: all(item.data(WHEN, CONTENTS) is not None for item in items))
    return dialog


def test_each_backup_says_what_it_holds_and_how_that_compares(qtbot, backed_up, window):
    dialog = shown(qtbot, window)
    good, broken = (dialog.list.topLevelItem(n) for n in range(2))
    assert [good.text(column) for column in (CALLS, TURNS, ENTRIES)] == ["1", "4", "1"]
    assert good.text(COMPARED).startswith("+1 turn")
    assert good.text(COMPARED).endswith("−2 changes")
    assert "damaged" in broken.text(COMPARED)
    assert dialog.state.text().startswith("Now: 1 call,")
    assert dialog.restore.isEnabled()
    dialog.list.setCurrentItem(broken)
    assert not dialog.restore.isEnabled()
    dialog.reject()


def test_restoring_brings_back_what_was_and_keeps_what_is(qtbot, backed_up, window):
    path, now = backed_up.project.path, [turn.text for turn in backed_up.transcript.visible]
    dialog = shown(qtbot, window)
    answer(QMessageBox, lambda box: take(box, "Restore"), window)
    take(dialog, "Restore")
    qtbot.waitUntil(lambda: backed_up.project is not None and backed_up.transcript is not None and not backed_up.busy)
    assert backed_up.project.path == path
    assert len(backed_up.transcript.visible) == 4
    (text,) = window.bars.texts()
    (aside,) = (p for p in path.parent.glob("*.annotator") if p != path)
    assert aside.name in text
    with Project.open(aside) as before:
        assert [turn.text for turn in before.transcript(1).visible] == now


def test_without_a_yes_nothing_is_restored(qtbot, backed_up, window):
    dialog = shown(qtbot, window)
    answer(QMessageBox, lambda box: take(box, "Cancel"), window)
    take(dialog, "Restore")
    assert dialog.isVisible()
    assert backed_up.project is not None
    assert not list(backed_up.project.path.parent.glob("*(*"))
    dialog.reject()


def test_a_damaged_project_is_put_back(qtbot, backed_up, window):
    path = backed_up.project.path
    backed_up.close_project()
    path.write_bytes(path.read_bytes()[:9000])
    dialog = shown(qtbot, window, path)
    assert "cannot be read" in dialog.state.text()
    answer(QMessageBox, lambda box: take(box, "Restore"), window)
    take(dialog, "Restore")
    qtbot.waitUntil(lambda: backed_up.project is not None)
    assert len(backed_up.transcript.visible) == 4


def test_a_restore_that_fails_leaves_the_project_open_as_it_was(qtbot, backed_up, window, monkeypatch):
    def full(*_):
        raise NoSpace(msg("The disk is full."))

    monkeypatch.setattr(restore, "restore_backup", full)
    now = [turn.text for turn in backed_up.transcript.visible]
    dialog = shown(qtbot, window)
    answer(QMessageBox, lambda box: take(box, "Restore"), window)
    take(dialog, "Restore")
    qtbot.waitUntil(lambda: backed_up.project is not None)
    assert [turn.text for turn in backed_up.transcript.visible] == now
    assert window.bars.texts() == ["The disk is full."]


def test_a_project_without_backups_says_when_there_will_be_some(call, window):
    dialog = RestoreDialog(window)
    assert not dialog.empty.isHidden()
    assert "each day" in dialog.empty.text()
    assert not dialog.restore.isEnabled()
    dialog.reject()
    dialog.deleteLater()
