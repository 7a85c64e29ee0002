"""Deleting history: of a call, of the project, of what is old; what is there stays, and backups go when that is wanted."""

from __future__ import annotations

import pytest
from driving import add_call
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from annotator.core.commands import turns
from annotator.gui.dialogs.purge import BEFORE, CALL, PROJECT, PurgeDialog
from annotator.storage import backups


@pytest.fixture
def edited(call):
    call.do(turns.comment, 1, "first")
    add_call(call, "Клиент (SPK00): да\nСаппорт (SPK01): нет\n", "other.txt")
    call.do(turns.comment, 2, "second")
    return call


@pytest.fixture
def dialog(qtbot, edited) -> PurgeDialog:
    made = PurgeDialog(edited)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def purge(qtbot, dialog: PurgeDialog, session) -> list[str]:
    notices = []
    session.noticed.connect(lambda notice: notices.append(notice.text))
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not session.busy and bool(notices))
    return notices


def labels(session) -> list[str]:
    return [str(entry.label) for entry in session.project.history()]


@pytest.mark.parametrize(
    ("scope", "left"),
    [
        (CALL, ["Delete history", "Comment on turn 1", "Import call.txt"]),
        (PROJECT, ["Delete history"]),
    ],
)
def test_what_is_chosen_goes_and_the_calls_stay(qtbot, dialog, edited, scope, left) -> None:
    before = [edited.project.transcript(header.id) for header in edited.headers()]
    dialog.scope.button(scope).click()
    assert purge(qtbot, dialog, edited) == ["The history was deleted."]
    assert labels(edited) == left
    assert [edited.project.transcript(header.id) for header in edited.headers()] == before
    assert edited.project.undo_label is None
    edited.undo()
    assert edited.transcript == before[-1]
    edited.do(turns.comment, 1, "after")
    assert edited.project.undo_label is not None, "what is done from now on can be undone"


def test_what_is_older_than_a_day(qtbot, dialog, edited) -> None:
    dialog.scope.button(BEFORE).click()
    assert "brought back" in dialog.told.text()
    dialog.day.setDate(QDate.currentDate().addDays(-1))
    before = labels(edited)
    purge(qtbot, dialog, edited)
    assert labels(edited) == ["Delete history", *before], "nothing is that old"


def test_it_says_what_it_takes_and_enter_keeps_all(dialog, edited) -> None:
    assert "cannot be taken back" in dialog.told.text()
    before = labels(edited)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert labels(edited) == before


def test_backups_go_too_when_that_is_wanted(qtbot, edited) -> None:
    backups.make(edited.project, "daily")
    dialog = PurgeDialog(edited)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "1 backup" in dialog.with_backups.text()
    assert not dialog.with_backups.isChecked()
    dialog.with_backups.click()
    assert purge(qtbot, dialog, edited) == ["The history was deleted. 1 backup was deleted."]
    assert edited.project.backups() == ()
