"""The speakers dock: figures, editing in place, roles to choose from, swapping and adding."""

from __future__ import annotations

import pytest
from driving import add_call, press, type_text
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from annotator.core.commands import speakers, turns
from annotator.core.model import Speaker, Transcript
from annotator.gui.docks.speakers import NAME, PLACE, ROLE, SpeakersDock, new_speaker_id

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def dock(qtbot, call, theme) -> SpeakersDock:
    made = SpeakersDock(call, theme)
    qtbot.addWidget(made)
    made.resize(260, 300)
    with qtbot.waitActive(made):
        made.show()
    return made


def shown(dock: SpeakersDock) -> list[tuple[str, str]]:
    return [(dock.model.index(row, NAME).data(), dock.model.index(row, ROLE).data()) for row in range(dock.model.rowCount())]


def spoken(dock: SpeakersDock, row: int) -> str:
    return dock.model.index(row, PLACE).data(SPOKEN)


def test_shows_the_speakers_with_their_figures(dock, call) -> None:
    assert shown(dock) == [("", "Клиент"), ("", "Саппорт")]
    words = [len(turn.text.split()) for turn in call.transcript.turns]
    percent = round(100 * (words[0] + words[2]) / sum(words))
    assert spoken(dock, 0) == f"Speaker 1, SPK00, 2 turns, {percent} % of the words"


@pytest.mark.parametrize(
    "command",
    [
        lambda t: speakers.relabel(t, [1], "SPK01"),
        lambda t: turns.hide(t, [2]),
        lambda t: turns.split(t, 1, 12),
        lambda t: turns.merge(t, [3, 4]),
        lambda t: turns.set_text(t, 1, "одно слово и ещё четыре слова"),
    ],
)
def test_figures_follow_every_change_and_its_undo(dock, call, theme, qtbot, command) -> None:
    before = spoken(dock, 0), spoken(dock, 1)
    assert call.do(command)
    fresh = SpeakersDock(call, theme)
    qtbot.addWidget(fresh)
    after = spoken(dock, 0), spoken(dock, 1)
    assert after == (spoken(fresh, 0), spoken(fresh, 1))
    assert after != before
    call.undo()
    assert (spoken(dock, 0), spoken(dock, 1)) == before


def edit(dock: SpeakersDock, row: int, column: int, kind: type) -> QLineEdit | QComboBox:
    dock.table.setFocus()
    dock.table.setCurrentIndex(dock.model.index(row, column))
    press(dock.table, Qt.Key.Key_F2)
    return dock.table.findChild(kind)


def test_a_name_is_edited_in_place_as_one_undo_step(dock, call, qtbot) -> None:
    editor = edit(dock, 0, NAME, QLineEdit)
    type_text(editor, "Анна")
    press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: call.transcript.speaker("SPK00").name == "Анна")
    assert shown(dock)[0] == ("Анна", "Клиент")
    call.undo()
    assert shown(dock)[0] == ("", "Клиент")


def test_leaving_an_editor_without_a_change_is_no_change(dock, call, qtbot) -> None:
    press(edit(dock, 0, ROLE, QComboBox).lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dock.table.state() == dock.table.State.NoState)
    assert str(call.project.undo_label) == "Import call.txt"
    assert not dock.model.setData(QModelIndex(dock.model.index(0, ROLE)), "  Клиент ")


def test_a_role_is_chosen_from_the_usual_ones_and_those_of_the_project(dock, call, qtbot) -> None:
    call.do(speakers.set_role, "SPK00", "Покупатель")
    add_call(call, "A: one\nB: two\n", "other.txt")
    combo = edit(dock, 0, ROLE, QComboBox)
    offered = [combo.itemText(n) for n in range(combo.count())]
    assert {"Покупатель", "Саппорт", "Клиент", "Support", "Agent"} <= set(offered)
    assert len(offered) == len(set(offered))
    assert offered.index("Client") < offered.index("Оператор"), "those of the window's language come first"
    combo.setCurrentIndex(offered.index("Покупатель"))
    press(combo.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: call.transcript.speakers[0].role == "Покупатель")


def test_a_role_of_one_s_own_is_typed(dock, call, qtbot) -> None:
    combo = edit(dock, 1, ROLE, QComboBox)
    assert combo.currentText() == "Саппорт"
    combo.lineEdit().selectAll()
    type_text(combo.lineEdit(), "Вторая линия")
    press(combo.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: call.transcript.speakers[1].role == "Вторая линия")
    assert dock.table.state() == dock.table.State.NoState


def test_leaving_the_editor_keeps_what_was_typed_and_escape_does_not(dock, call, qtbot) -> None:
    combo = edit(dock, 1, ROLE, QComboBox)
    combo.setEditText("Оператор")
    dock.add.setFocus()
    qtbot.waitUntil(lambda: call.transcript.speakers[1].role == "Оператор")
    editor = edit(dock, 0, NAME, QLineEdit)
    type_text(editor, "Имя")
    press(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dock.table.state() == dock.table.State.NoState)
    assert shown(dock)[0] == ("", "Клиент")
    assert str(call.project.undo_label) == "Set the role of Саппорт"


def test_swapping_exchanges_the_roles_and_leaves_the_turns(dock, call) -> None:
    before = [turn.speaker_id for turn in call.transcript.turns]
    dock.swap.click()
    assert shown(dock) == [("", "Саппорт"), ("", "Клиент")]
    assert [turn.speaker_id for turn in call.transcript.turns] == before


def test_of_three_speakers_the_two_selected_are_swapped(dock, call) -> None:
    call.do(speakers.add, "SPK07", role="Бот")
    assert not dock.swap.isEnabled()
    dock.table.selectRow(1)
    dock.table.selectionModel().select(
        dock.model.index(2, NAME),
        dock.table.selectionModel().SelectionFlag.Select | dock.table.selectionModel().SelectionFlag.Rows,
    )
    dock.swap.click()
    assert [role for _, role in shown(dock)] == ["Клиент", "Бот", "Саппорт"]


def test_adding_a_speaker_waits_for_the_name(dock, call, qtbot) -> None:
    dock.add.click()
    assert [s.id for s in call.transcript.speakers] == ["SPK00", "SPK01", "SPK02"]
    editor = dock.table.findChild(QLineEdit)
    type_text(editor, "Третий")
    press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: call.transcript.speaker("SPK02").name == "Третий")


def test_unclear_turns_are_counted(dock, call) -> None:
    assert not dock.hint.isVisible()
    call.do(speakers.relabel, [1, 2], None)
    assert dock.hint.text() == "2 turns are unclear"
    assert dock.hint.isVisible()


def test_without_a_call_it_says_so(dock, call) -> None:
    call.close_project()
    assert "Open a call" in dock.hint.text()
    assert not dock.add.isEnabled()
    assert not dock.swap.isEnabled()


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        (["SPK00", "SPK01"], "SPK02"),
        (["SPEAKER_9", "SPEAKER_10"], "SPEAKER_11"),
        (["Анна", "Борис"], "SPK00"),
        ([], "SPK00"),
        (["7"], "8"),
        (["A1", "B1", "B2", "A2"], "A3"),
    ],
)
def test_a_new_id_is_in_the_style_of_the_others(call, taken, free) -> None:
    transcript = Transcript(call.transcript.header, call.transcript.source, tuple(Speaker(1, name) for name in taken))
    assert new_speaker_id(transcript) == free
