"""The dialog that asks what the columns of a table hold."""

from __future__ import annotations

import pytest
from driving import press
from PySide6.QtCore import Qt

from annotator import formats, settings
from annotator.formats.table_columns import NeedsColumns
from annotator.gui.dialogs.columns import ColumnsDialog

TABLE = "when;who;beta;gamma\n" + "".join(f"0:0{n};S{n % 2};words {n} of it;other {n} of them\n" for n in range(5))


@pytest.fixture
def dialog(qtbot, call, theme):
    def read(columns):
        return formats.read(TABLE.encode(), "x.csv", None, "csv", columns)

    with pytest.raises(NeedsColumns) as asked:
        read({})
    made = ColumnsDialog(call, theme, "x.csv", asked.value, read)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.reject()


def turns(dialog: ColumnsDialog) -> list[str]:
    return [dialog.turns.topLevelItem(n).text(2) for n in range(dialog.turns.topLevelItemCount())]


def test_the_first_rows_stand_under_the_combo_boxes(dialog) -> None:
    assert dialog.grid.horizontalHeaderItem(2).text() == "3  beta"
    assert dialog.grid.item(1, 2).text() == "words 0 of it"
    assert [dialog.grid.cellWidget(0, place) for place in range(4)] == dialog.combos
    assert dialog.combos[1].currentData() == "speaker", "what is known is proposed"
    assert [combo.accessibleName() for combo in dialog.combos][2] == "What column 3  beta holds"
    assert dialog.combos[0].hasFocus()


def test_without_the_words_nothing_is_read(qtbot, dialog) -> None:
    for combo in dialog.combos:
        combo.setCurrentIndex(0)
    qtbot.waitUntil(lambda: not dialog.ok.isEnabled())
    assert dialog.message.text() == "Choose the column with the words."
    assert turns(dialog) == []


def test_the_turns_follow_and_the_answer_is_remembered(qtbot, dialog, call) -> None:
    dialog.combos[3].setFocus()
    while dialog.combos[3].currentData() != "text":
        press(dialog.combos[3], Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: turns(dialog)[:1] == ["other 0 of them"])
    assert dialog.state.text() == "5 turns, 2 speakers"
    dialog.ok.click()
    assert call.settings.layouts == settings.load().layouts == {dialog.layout_key: dialog.chosen()}


def test_the_answer_can_hold_for_this_file_only(qtbot, dialog, call) -> None:
    dialog.combos[2].setCurrentIndex(dialog.combos[2].findData("text"))
    qtbot.waitUntil(lambda: turns(dialog)[:1] == ["words 0 of it"] and dialog.ok.isEnabled())
    dialog.remember.click()
    dialog.ok.click()
    assert call.settings.layouts == {}


def test_nonsense_in_the_settings_is_passed_over() -> None:
    settings.path().write_text('{"layouts": {"a": {"text": 1}, "b": {"text": "x"}, "c": 4}, "templates": {"a": "{text}", "b": 1}}')
    loaded = settings.load()
    assert loaded.layouts == {"a": {"text": 1}}
    assert loaded.templates == {"a": "{text}"}
