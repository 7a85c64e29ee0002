"""The list of calls: showing, renaming and removing them."""

from __future__ import annotations

import pytest
from driving import add_call, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from annotator.core.commands import review
from annotator.gui.docks.calls import CallsDock
from annotator.gui.session import Seen

OTHER = "Support (SPK00): good morning\nClient (SPK01): hello\n"


@pytest.fixture
def dock(qtbot, call, theme) -> CallsDock:
    made = CallsDock(call, theme)
    qtbot.addWidget(made)
    add_call(call, OTHER, "other.txt")
    with qtbot.waitActive(made):
        made.show()
    made.list.setFocus()
    return made


def names(dock: CallsDock) -> list[str]:
    model = dock.list.model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def test_the_call_on_screen_is_the_current_one_and_enter_shows_another(dock, call):
    assert names(dock) == ["call.txt", "other.txt"]
    assert dock.list.currentIndex().row() == 1
    press(dock.list, Qt.Key.Key_Up)
    press(dock.list, Qt.Key.Key_Return)
    assert call.transcript.header.name == "call.txt"


def test_a_call_says_whether_it_is_done_and_what_is_open(dock, call):
    model = dock.list.model()
    first = model.index(0, 0)
    call.counts[1] = [Seen("duplicates", kind, 0.9) for kind in ["loop"] * 3 + ["disfluency"] * 2]
    assert model.data(first, Qt.ItemDataRole.AccessibleTextRole) == "call.txt: 3 open findings"
    call.filter_kinds(())
    assert model.data(first, Qt.ItemDataRole.AccessibleTextRole) == "call.txt: 5 open findings"
    call.show_transcript(1)
    call.do(review.set_done, True)
    assert model.data(first, Qt.ItemDataRole.AccessibleTextRole) == "call.txt: done"


def test_a_call_can_be_renamed(dock, call, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Monday", True))
    press(dock.list, Qt.Key.Key_F2)
    assert names(dock) == ["call.txt", "Monday"]
    assert call.transcript.header.name == "Monday"


def test_a_removed_call_comes_back_with_undo(dock, call):
    seen = []
    call.noticed.connect(seen.append)
    press(dock.list, Qt.Key.Key_Delete)
    assert names(dock) == ["call.txt"]
    assert call.transcript.header.name == "call.txt"
    assert "Undo brings it back" in seen[-1].text
    call.undo()
    assert names(dock) == ["call.txt", "other.txt"]
    assert call.transcript.header.name == "other.txt"
