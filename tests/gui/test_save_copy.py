"""Copies of a project: all of it, or clean ones to be shared; the project itself and what is open are never written over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from annotator.core.commands import turns
from annotator.gui.dialogs.save_copy import SaveCopyDialog
from annotator.project import Project


@pytest.fixture
def edited(call):
    call.do(turns.set_text, 1, "другие слова")
    call.project.set_setting("place", "{}")
    return call


@pytest.fixture
def dialog(qtbot, edited) -> SaveCopyDialog:
    made = SaveCopyDialog(edited)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def answer(monkeypatch):
    """Have the dialog of the system answer with a path."""
    return lambda path: monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))


def save(qtbot, dialog, session) -> list:
    notices = []
    session.noticed.connect(notices.append)
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(notices) and not session.busy)
    return notices


@pytest.mark.parametrize("history", [True, False])
def test_a_copy_holds_what_was_chosen(qtbot, dialog, edited, answer, tmp_path, history) -> None:
    answer(tmp_path / "copy")
    dialog.choices.button(0 if history else 1).click()
    (notice,) = save(qtbot, dialog, edited)
    target = tmp_path / "copy.annotator"
    assert "copy.annotator" in notice.text
    assert str(tmp_path) in notice.text
    assert edited.project.path.name == "calls.annotator", "work goes on where it was"
    with Project.open(target) as copy:
        assert copy.transcript(1) == edited.transcript
        assert bool(copy.history()) is history
        assert (copy.setting("place") is not None) is history
        assert copy.id != edited.project.id
    assert ("другие" in "".join(notice.text)) is False


def test_a_file_that_is_there_is_replaced_when_the_system_has_asked(qtbot, dialog, edited, answer, tmp_path) -> None:
    target = tmp_path / "copy.annotator"
    Project.create(target).close()
    answer(target)
    save(qtbot, dialog, edited)
    with Project.open(target) as copy:
        assert len(copy.transcripts()) == 1


def test_the_project_itself_is_refused(qtbot, dialog, edited, answer) -> None:
    answer(edited.project.path)
    (notice,) = save(qtbot, dialog, edited)
    assert notice.kind == "error"
    assert "is the project itself" in notice.text
    assert dialog.isVisible(), "another name can be given"


def test_another_project_that_is_open_is_refused(qtbot, dialog, edited, answer, tmp_path) -> None:
    target = tmp_path / "open.annotator"
    with Project.create(target) as other:
        answer(target)
        (notice,) = save(qtbot, dialog, edited)
        assert notice.kind == "error"
        assert other.transcripts() == ()


def test_left_without_a_name_nothing_is_written(dialog, edited, answer, tmp_path) -> None:
    answer("")
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert not edited.busy
    assert [file.name for file in tmp_path.glob("*.annotator")] == ["calls.annotator"]


def test_it_says_how_large_the_project_is(dialog) -> None:
    described = [choice.accessibleDescription() for choice in dialog.choices.buttons()]
    assert any("kB" in text or "KB" in text or "KiB" in text for text in described)
