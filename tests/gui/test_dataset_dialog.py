"""The dialog that builds training sets: what it says of the calls, what holds the sets up, and what it builds."""

from __future__ import annotations

import json
import pickle
from collections import Counter
from pathlib import Path

import pytest
import reviewed_calls
from driving import press, wait_checked
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from annotator.core.commands import turns
from annotator.datasets import RECIPES
from annotator.gui.dataset_task import DatasetTask
from annotator.gui.dialogs import dataset as module
from annotator.gui.dialogs.dataset import DatasetDialog, free_folder
from annotator.project import Project
from annotator.training import CallSurvey, OpenFindings, Order, Survey, serve


@pytest.fixture(scope="module")
def project_file(tmp_path_factory) -> Path:
    """A project of two calls, in which nothing is decided."""
    return reviewed_calls.make(tmp_path_factory.mktemp("made") / "calls.annotator", 2, decide=False)


@pytest.fixture
def project(qtbot, session, project_file, tmp_path) -> Path:
    path = tmp_path / "calls.annotator"
    path.write_bytes(project_file.read_bytes())
    session.open_project(path)
    wait_checked(qtbot, session)
    return path


@pytest.fixture
def open_dialog(qtbot, session, theme, project):
    def open_(looked: bool = True) -> DatasetDialog:
        dialog = DatasetDialog(session, theme)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        if looked:
            qtbot.waitUntil(lambda: dialog.survey is not None, timeout=60_000)
        return dialog

    return open_


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    made = tmp_path / "target"
    made.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(made))
    return made


def click(box) -> None:
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))


def built(qtbot, dialog: DatasetDialog) -> str:
    qtbot.waitUntil(lambda: not dialog.building and bool(dialog.message.text()), timeout=60_000)
    return dialog.message.text()


def test_open_findings_hold_it_up_until_told_otherwise(qtbot, open_dialog, folder, session) -> None:
    dialog = open_dialog()
    assert dialog.turns.text() == "2 calls, 12 of 12 turns"
    assert "findings are left to decide in 2 calls" in dialog.left.text()
    assert not dialog.ok.isEnabled()
    for box in dialog.recipes.values():
        assert box.isChecked()
    for name in ("correction", "duplicates", "speakers", "topics", "preferences"):
        click(dialog.recipes[name])
    dialog.seed.setFocus()
    press(dialog.seed, Qt.Key.Key_Up)
    click(dialog.nevertheless)
    assert dialog.ok.isEnabled()
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert dialog.building
    assert not dialog.ok.isEnabled()
    assert "12 rows written" in built(qtbot, dialog)
    manifest = json.loads((folder / "manifest.json").read_text())
    assert (manifest["recipe"], manifest["seed"], manifest["calls"]) == ("roles", 1, 2)
    assert manifest["open_findings"] > 0
    assert session.remembered("dataset")["recipes"] == ["roles"]
    assert open_dialog(looked=False).seed.value() == 1, "what was chosen is remembered"


def test_nothing_is_built_of_nothing(qtbot, open_dialog) -> None:
    dialog = open_dialog(looked=False)
    assert dialog.ok.isEnabled(), "nobody has to wait until the calls were looked at"
    click(dialog.formats["jsonl"])
    assert not dialog.ok.isEnabled()
    click(dialog.formats["jsonl"])
    assert dialog.ok.isEnabled()
    for box in dialog.recipes.values():
        click(box)
    assert not dialog.ok.isEnabled()


def test_the_calls_are_looked_at_again_for_other_turns(qtbot, open_dialog, session) -> None:
    for header in session.headers():
        visible = [turn.id for turn in session.project.transcript(header.id).visible]
        session.project.apply(turns.mark_reviewed(session.project.transcript(header.id), visible, False))
    dialog = open_dialog()
    assert dialog.turns.text() == "No turn is marked as reviewed."
    assert not dialog.ok.isEnabled()
    click(dialog.reviewed)
    qtbot.waitUntil(lambda: dialog.turns.text() == "2 calls, 12 of 12 turns", timeout=60_000)


def test_building_can_be_cancelled_and_leaves_nothing(qtbot, open_dialog, folder) -> None:
    dialog = open_dialog()
    click(dialog.nevertheless)
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert built(qtbot, dialog) == "Cancelled; nothing was written."
    assert list(folder.iterdir()) == []
    assert list(folder.parent.glob(".annotator-*")) == []
    assert dialog.ok.isEnabled()


def test_closing_ends_the_work(qtbot, open_dialog) -> None:
    dialog = open_dialog(looked=False)
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not DatasetTask._abandoned, timeout=60_000)


def test_what_came_meanwhile_is_told(qtbot, open_dialog, folder, monkeypatch) -> None:
    dialog = open_dialog(looked=False)
    (folder / "thesis.txt").write_text("years of work")
    monkeypatch.setattr(module, "free_folder", lambda chosen, _stem: chosen)
    monkeypatch.setattr(module, "choose", lambda *_: 0)
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert "is not empty" in built(qtbot, dialog)
    assert (folder / "thesis.txt").exists()


def test_a_folder_with_other_things_gets_one_inside(tmp_path) -> None:
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    assert free_folder(chosen, "calls") == chosen
    (chosen / "thesis.txt").write_text("years of work")
    assert free_folder(chosen, "calls") == chosen / "calls training"
    (chosen / "calls training").mkdir()
    assert free_folder(chosen, "calls") == chosen / "calls training 2"
    (chosen / "calls training" / "manifest.json").write_text('{"made_by": "annotator dataset"}')
    assert free_folder(chosen, "calls") == chosen / "calls training"
    assert free_folder(chosen / "calls training", "calls") == chosen / "calls training"


def test_what_a_process_says_arrives_whole(project_file, tmp_path) -> None:
    survey = Survey((CallSurvey(1, "call", 5, 6, Counter({("duplicates", "loop"): 2})),), ((1, 2),))
    error = pickle.loads(pickle.dumps(OpenFindings(survey)))
    assert error.survey == survey
    assert str(error) == str(OpenFindings(survey))

    class Pipe:
        sent: list = []

        def recv(self):
            return Order(tmp_path / "nothing.annotator", module.Wanted(("roles",)))

        def send(self, item):
            self.sent.append(item)

        def poll(self):
            return False

    serve(Pipe())
    assert "nothing.annotator" in str(Pipe.sent[-1])


def test_titles_are_those_of_the_recipes(open_dialog) -> None:
    dialog = open_dialog(looked=False)
    assert [box.text() for box in dialog.recipes.values()] == [str(recipe.title) for recipe in RECIPES]
    names = [spin.accessibleName() for spin in (*dialog.shares.values(), dialog.seed)]
    assert names == ["Training", "Validation", "Test", "Seed"]
    assert isinstance(dialog._project, Project)
