"""What decisions taught: the dialog on the real session."""

from __future__ import annotations

import pytest
from driving import press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from annotator.core.change import Change, Step
from annotator.core.i18n import msg
from annotator.core.model import Decision
from annotator.detectors.calibration import Calibration
from annotator.gui.dialogs.confidence import ConfidenceDialog
from annotator.project import Project


def decide(session, kind: str, accepted: int, dismissed: int) -> None:
    verdicts = ["accepted"] * accepted + ["dismissed"] * dismissed
    made = [Decision(session.transcript.id, f"{kind}{n}", v, "speakers", kind, 0.8) for n, v in enumerate(verdicts)]
    session.project.apply(Change(msg("Decide"), tuple(Step(None, decision) for decision in made)))


@pytest.fixture
def open_dialog(qtbot, theme):
    def open_(session) -> ConfidenceDialog:
        dialog = ConfidenceDialog(session, theme)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return open_


@pytest.fixture
def taught(call, qtbot):
    decide(call, "cut", 1, 9)
    decide(call, "wrong_speaker", 2, 0)
    qtbot.waitUntil(lambda: len(call.calibration.explain()) == 2)
    return call


def rows(dialog) -> list[list[str]]:
    table = dialog.table
    shown = [[table.item(row, column).text() for column in (0, 1, 2, 4)] for row in range(table.rowCount())]
    return [[text.replace("\N{NO-BREAK SPACE}", " ") for text in row] for row in shown]


def test_what_is_shown(taught, open_dialog):
    dialog = open_dialog(taught)
    assert dialog.table.horizontalHeaderItem(4).text() == "What 0.80 counts as"
    of = Calibration.of(taught.transcript.decisions.values()).confidence
    assert rows(dialog) == [
        ["]  Cut sentence", "10", "10 %", f"{of('speakers', 'cut', 0.8):.2f}"],
        ["?  Wrong speaker", "2", "too few", f"{of('speakers', 'wrong_speaker', 0.8):.2f}"],
    ]
    assert float(rows(dialog)[0][3]) < 0.5 < 0.8 < float(rows(dialog)[1][3])
    assert (dialog.switch.isChecked(), dialog.reset.isEnabled(), dialog.hint.isVisible()) == (True, True, False)


def test_without_decisions_it_says_how_to_make_some(call, open_dialog):
    dialog = open_dialog(call)
    assert (dialog.hint.isVisible(), dialog.table.isVisible(), dialog.reset.isEnabled()) == (True, False, False)
    assert "Right brings the first finding" in dialog.hint.text()


def test_switching_off_and_on_again_is_kept(taught, open_dialog):
    dialog = open_dialog(taught)
    told: list = []
    taught.calibration_changed.connect(lambda: told.append(taught.calibrates))
    dialog.switch.setFocus()
    press(dialog.switch, Qt.Key.Key_Space)
    assert (taught.calibrates, told) == (False, [False])
    QTest.mouseClick(dialog.switch, Qt.MouseButton.LeftButton, pos=dialog.switch.rect().center().transposed())
    QApplication.processEvents()
    dialog.switch.setChecked(False)
    path = taught.project.path
    taught.close_project()
    taught.open_project(path)
    assert not taught.calibrates
    assert not open_dialog(taught).switch.isChecked()


def test_starting_anew(taught, open_dialog, qtbot):
    dialog = open_dialog(taught)
    QTest.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert taught.calibration.explain() == []
    assert (dialog.table.isVisible(), dialog.hint.isVisible(), dialog.reset.isEnabled()) == (False, True, False)
    assert dialog.message.text().startswith("Started anew")
    assert QApplication.focusWidget() is dialog.shut
    assert len(taught.transcript.decisions) == 12  # they stay as they are
    decide(taught, "two_speakers", 6, 0)
    qtbot.waitUntil(lambda: len(taught.calibration.explain()) == 1)
    assert rows(open_dialog(taught))[0][:3] == ["/  Two people in one turn", "6", "100 %"]


def test_a_project_that_can_only_be_read(taught, open_dialog, monkeypatch):
    monkeypatch.setattr(Project, "read_only", property(lambda _: True))
    dialog = open_dialog(taught)
    assert (dialog.switch.isEnabled(), dialog.reset.isEnabled()) == (False, False)
    assert dialog.table.rowCount() == 2


def test_by_keys_alone(taught, open_dialog):
    dialog = open_dialog(taught)
    seen = set()
    for _ in range(6):
        seen.add(QApplication.focusWidget())
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert {dialog.switch, dialog.reset, dialog.shut} <= seen
    assert all(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_closing_the_project_closes_it(taught, open_dialog):
    dialog = open_dialog(taught)
    taught.close_project()
    assert not dialog.isVisible()


def test_action_opens_it(window, open_text, monkeypatch):
    open_text("Клиент (SPK00): добрый день\nСаппорт (SPK01): здравствуйте\n")
    opened: list = []
    monkeypatch.setattr(window, "ask", lambda dialog: (opened.append(type(dialog).__name__), dialog.deleteLater()))
    window.actions_by_name["confidence"].trigger()
    assert opened == ["ConfidenceDialog"]
