"""Search and replace in the window: preview, check marks, one undo step, rule sets, and the same fix elsewhere."""

from __future__ import annotations

import json
import time
from itertools import pairwise

import pytest
from driving import add_call, press, type_text, wait_checked
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox

from annotator.core.commands import turns
from annotator.gui import session as session_module
from annotator.gui.dialogs.accept_all import lines
from annotator.gui.dialogs.hits import CallRow, HitRow, fitted
from annotator.gui.dialogs.replace import ReplaceDialog, SaveRuleDialog, keep_sets, kept_sets
from annotator.gui.dialogs.rule_sets import RuleSetsDialog
from annotator.gui.theme import text_font
from annotator.search.matching import Query
from annotator.search.rules import SETTING, Rule, RuleSet, from_json, to_json
from annotator.search.worker import MOST_HITS

CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = """Клиент (SPK00): Сапорт не отвечает
Саппорт (SPK01): это сапорт слушаю вас
Клиент (SPK00): хочу поговорить с сапортом
Саппорт (SPK01): сапорт и ещё раз сапорт
"""
OTHER = """Клиент (SPK00): другой сапорт
Саппорт (SPK01): да
"""


@pytest.fixture
def calls(call):
    """The session with two calls, the first of them on screen."""
    add_call(call, TEXT, "one.txt")
    add_call(call, OTHER, "two.txt")
    call.show_transcript(2)
    return call


@pytest.fixture
def open_dialog(qtbot, calls, theme):
    made = []

    def open_(find="", replacement="", **options) -> ReplaceDialog:
        dialog = ReplaceDialog(calls, theme, **options)
        qtbot.addWidget(dialog)
        made.append(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        type_text(dialog.words, find)
        type_text(dialog.replacement, replacement)
        settle(qtbot, dialog)
        return dialog

    yield open_
    for dialog in made:
        dialog.reject()


def settle(qtbot, dialog: ReplaceDialog) -> None:
    """Wait until what is looked for has been found."""
    qtbot.waitUntil(lambda: not dialog._timer.isActive() and (dialog._complete or not dialog.queries), timeout=20_000)


def rows(dialog: ReplaceDialog) -> list[str]:
    found = [dialog.hits.row_at(n) for n in range(dialog.hits.rowCount())]
    return [
        row.transcript.header.name if isinstance(row, CallRow) else f"{row.hit.turn_id} {row.found} {'x' if row.checked else '-'}"
        for row in found
    ]


def texts(session, transcript_id=2) -> list[str]:
    return [turn.text for turn in session.project.transcript(transcript_id).turns]


def click(dialog: ReplaceDialog, row: int, twice: bool = False) -> None:
    place = dialog.list.visualRect(dialog.hits.index(row)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if twice:
        QTest.mouseDClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseRelease(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


# ---------------------------------------------------------------------- preview


def test_what_is_typed_is_found_by_itself_and_replaced_as_one_step(qtbot, open_dialog, calls):
    dialog = open_dialog("сапорт", "саппорт")
    assert rows(dialog) == ["one.txt", *("1 Сапорт x", "2 сапорт x", "3 сапорт x", "4 сапорт x", "4 сапорт x")]
    assert (dialog.count.text(), dialog.ok.text()) == ("5 of 5 hits", "Replace in 5 places")
    before = calls.transcript
    press(dialog.words, Qt.Key.Key_Return)
    assert dialog.list.hasFocus(), "Enter in the field goes to the hits and replaces nothing"
    press(dialog.list, Qt.Key.Key_Down)
    press(dialog.list, Qt.Key.Key_Space)
    assert (dialog.count.text(), dialog.ok.text()) == ("4 of 5 hits", "Replace in 4 places")
    press(dialog.list, Qt.Key.Key_Return, CTRL)
    assert texts(calls) == [
        *("Саппорт не отвечает", "это сапорт слушаю вас", "хочу поговорить с саппортом", "саппорт и ещё раз саппорт")
    ]
    assert "Undo takes it back" in dialog.message.text()
    settle(qtbot, dialog)
    assert rows(dialog) == ["one.txt", "2 сапорт -"], "what was unchecked stays so"
    assert "Undo takes it back" in dialog.message.text()
    calls.undo()
    assert calls.transcript == before
    settle(qtbot, dialog)
    assert rows(dialog)[2] == "2 сапорт -"


def test_it_may_be_closed_while_many_places_are_written(qtbot, open_dialog, calls, monkeypatch):
    monkeypatch.setattr(session_module, "BIG", 2)
    dialog = open_dialog("сапорт", "саппорт")
    dialog.ok.click()
    assert calls.busy
    dialog.close()
    qtbot.waitUntil(lambda: not calls.busy)
    assert texts(calls)[1] == "это саппорт слушаю вас"
    assert not dialog.message.text()
    assert not dialog.task.busy, "nothing is looked for any more"


def test_enter_searches_at_once(qtbot, open_dialog):
    dialog = open_dialog()
    type_text(dialog.words, "ещё")
    assert not dialog.ok.isEnabled()
    press(dialog.words, Qt.Key.Key_Return)
    assert not dialog._timer.isActive()
    settle(qtbot, dialog)
    assert rows(dialog) == ["one.txt", "4 ещё x"]
    assert dialog.list.currentIndex().row() == 1


def test_the_whole_project_is_grouped_by_call(qtbot, open_dialog, calls):
    dialog = open_dialog("сапорт", "саппорт")
    QTest.mouseClick(dialog.scopes.button(1), Qt.MouseButton.LeftButton)
    settle(qtbot, dialog)
    assert rows(dialog)[6:] == ["two.txt", "1 сапорт x"]
    assert dialog.count.text() == "6 of 6 hits in 2 calls"
    click(dialog, 0)
    assert dialog.count.text() == "1 of 6 hits in 2 calls"
    click(dialog, 0)
    click(dialog, 1)
    assert dialog.hits.data(dialog.hits.index(0), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.PartiallyChecked
    click(dialog, 0)
    assert dialog.count.text() == "6 of 6 hits in 2 calls", "some unchecked: all are checked first"
    QTest.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
    assert (dialog.ok.isEnabled(), set(rows(dialog)[1:6])) == (
        False,
        {f"{row} -" for row in ("1 Сапорт", "2 сапорт", "3 сапорт", "4 сапорт")},
    )
    QTest.mouseClick(dialog.all, Qt.MouseButton.LeftButton)
    changes = []
    calls.changed.connect(changes.append)
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert len(changes) == 1
    assert "сапорт" not in " ".join(texts(calls) + texts(calls, 3)).lower()
    calls.undo()
    assert "сапорт" in texts(calls, 3)[0]
    assert "Сапорт" in texts(calls)[0]


@pytest.mark.parametrize(
    ("mode", "found"),
    [(0, 5), (1, 4), (2, 5), (3, 5)],
)
def test_modes(qtbot, open_dialog, mode, found):
    dialog = open_dialog("сапорт")
    QTest.mouseClick(dialog.modes.button(mode), Qt.MouseButton.LeftButton)
    settle(qtbot, dialog)
    assert sum(call.total for call in dialog.hits.calls) == found
    assert (dialog.case.isEnabled(), dialog.yo.isEnabled(), dialog.keep.isEnabled()) == (mode != 2, mode != 3, mode != 3)


def test_options(qtbot, open_dialog):
    dialog = open_dialog("сапорт", "саппорт")
    dialog.case.click()
    settle(qtbot, dialog)
    assert len(rows(dialog)) == 5
    dialog.case.click()
    dialog.keep.click()
    settle(qtbot, dialog)
    assert dialog.hits.row_at(1).hit.text == "саппорт"
    dialog.words.setText("еще")
    settle(qtbot, dialog)
    assert len(rows(dialog)) == 2
    dialog.yo.click()
    settle(qtbot, dialog)
    assert rows(dialog) == []
    assert dialog.count.text() == "Nothing found."


def test_a_wrong_pattern_says_where_and_a_slow_one_is_ended(qtbot, open_dialog, calls):
    dialog = open_dialog("сапорт(")
    dialog.modes.button(3).click()
    settle(qtbot, dialog)
    assert "character 7: a bracket is not closed" in dialog.message.text()
    assert dialog.message.isVisible()
    assert not dialog.ok.isEnabled()
    calls.do(turns.set_text, 1, "a" * 60 + "b")
    dialog.words.setText("(a+)+$")
    settle(qtbot, dialog)
    assert dialog.message.text() == "This pattern is too slow: (a+)+$. Make it simpler."
    dialog.words.setText("сапорт")
    settle(qtbot, dialog)
    assert not dialog.message.isVisible()
    assert len(rows(dialog)) == 5


def test_a_slow_search_can_be_cancelled(qtbot, open_dialog, calls):
    calls.do(turns.set_text, 1, "a" * 60 + "b")
    dialog = open_dialog("b")
    dialog.modes.button(3).click()
    dialog.words.setText("(a+)+$")
    qtbot.waitUntil(dialog.cancel.isVisible, timeout=20_000)
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert "cancelled" in dialog.message.text()
    assert not dialog.task.busy
    assert not dialog.cancel.isVisible()


def test_turns_that_keep_no_words_are_announced_and_hidden(qtbot, open_dialog, calls):
    dialog = open_dialog("другой сапорт")
    dialog.scopes.button(1).click()
    settle(qtbot, dialog)
    assert dialog.count.text().endswith("1 turn keeps no words and will be hidden")
    click(dialog, 1)
    assert "hidden" not in dialog.count.text()
    click(dialog, 1)
    dialog.ok.click()
    (first, _) = calls.project.transcript(3).turns
    assert (first.text, first.hidden) == ("другой сапорт", True)


def test_words_that_change_meanwhile_are_looked_for_again(qtbot, open_dialog, calls):
    dialog = open_dialog("сапорт", "саппорт")
    calls.do(turns.set_text, 2, "это саппорт")
    assert not dialog.ok.isEnabled(), "what is shown is not what is there"
    settle(qtbot, dialog)
    assert len(rows(dialog)) == 5
    calls.show_transcript(3)
    settle(qtbot, dialog)
    assert rows(dialog) == ["two.txt", "1 сапорт x"]


def test_a_read_only_project_disables_the_button(qtbot, open_dialog, calls, monkeypatch):
    monkeypatch.setattr(type(calls.project), "read_only", property(lambda _: True))
    dialog = open_dialog("сапорт")
    assert "only be read" in dialog.message.text()
    assert (dialog.ok.isEnabled(), dialog.save.isEnabled()) == (False, False)


def test_a_row_shows_the_hit_with_what_is_around_it(qtbot, open_dialog, calls):
    calls.do(turns.set_text, 1, "раз " * 300 + "сапорт" + " два" * 300)
    dialog = open_dialog("сапорт", "саппорт")
    from PySide6.QtGui import QFontMetrics

    metrics = QFontMetrics(text_font(13))
    row = dialog.hits.row_at(1)
    assert isinstance(row, HitRow)
    text, ranges = fitted(metrics, 400, row)
    assert [(text[a:b], style) for a, b, style in ranges] == [("сапорт", "lost"), ("саппорт", "new")]
    assert (text[0], text[-1]) == ("…", "…")
    assert metrics.horizontalAdvance(text) <= 410
    row.checked = False
    assert [style for *_, style in fitted(metrics, 400, row)[1]] == ["quiet"]
    said = dialog.hits.data(dialog.hits.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("1 Клиент: ")
    assert said.endswith("(сапорт → саппорт)")


def test_ten_thousand_hits_in_a_long_call_leave_the_window_free(qtbot, open_dialog, calls):
    add_call(calls, "".join(f"A: слово {n} и ещё слово\n" for n in range(30_000)), "long.txt")
    qtbot.waitUntil(lambda: not calls.busy and calls.transcript.header.name == "long.txt", timeout=30_000)
    calls.transcript.position(1)  # the table has asked for it, where there is a window
    # The time that this thread works between two beats: what other processes take says nothing about the program.
    beats = [time.thread_time()]
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: beats.append(time.thread_time()))
    timer.start()
    dialog = open_dialog("слово", "дело")
    assert dialog.message.text().startswith(f"Only the first {MOST_HITS} hits are shown")
    assert dialog.hits.rowCount() == MOST_HITS + 1
    press(dialog.words, Qt.Key.Key_Return)
    press(dialog.list, Qt.Key.Key_End)
    press(dialog.list, Qt.Key.Key_Space)
    assert dialog.count.text() == "9999 of 10000 hits"
    for work in (dialog.none.click, dialog.all.click, dialog.replacement.clear):
        so_far = len(beats)
        work()
        qtbot.waitUntil(lambda so_far=so_far: len(beats) > so_far + 1)
    settle(qtbot, dialog)
    timer.stop()
    assert len(beats) > 20
    assert max(after - before for before, after in pairwise(beats)) < 0.1


# ---------------------------------------------------------------------- in the window


def the_dialog(window) -> ReplaceDialog:
    return next(d for d in window.findChildren(ReplaceDialog) if d.isVisible())


def test_the_keys_open_it_with_the_words_of_the_find_bar_and_enter_goes_to_a_turn(qtbot, window, calls):
    window.filters.search.setText("ещё")
    window.table.setFocus()
    press(window.table, Qt.Key.Key_H, CTRL)
    dialog = the_dialog(window)
    qtbot.waitUntil(dialog.isActiveWindow)
    settle(qtbot, dialog)
    assert rows(dialog) == ["one.txt", "4 ещё x"]
    assert dialog.words.hasFocus()
    assert dialog.words.selectedText() == "ещё"
    dialog.scopes.button(1).click()
    type_text(dialog.words, "другой")
    settle(qtbot, dialog)
    click(dialog, 1, twice=True)
    qtbot.waitUntil(window.isActiveWindow)
    assert (calls.transcript.id, calls.turn_id) == (3, 1)
    assert window.table.hasFocus()
    assert rows(dialog)[1] == "1 другой x", "going there leaves its check mark as it was"
    press(window.table, Qt.Key.Key_H, CTRL)
    assert the_dialog(window) is dialog, "there is one"
    calls.show_transcript(2)
    settle(qtbot, dialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.words.setText("поговорить")
    settle(qtbot, dialog)
    press(dialog.words, Qt.Key.Key_Return)
    press(dialog.list, Qt.Key.Key_Return)
    assert calls.turn_id == 3
    dialog.reject()
    assert not dialog.task._workers


def test_it_takes_the_words_that_are_selected_in_the_editor_and_keeps_what_was_typed(qtbot, window, calls):
    calls.set_turn(2)
    window.table.edit_turn()
    editor = window.table.editor
    type_text(editor, "ну ")
    cursor = editor.textCursor()
    cursor.setPosition(editor.toPlainText().index("слушаю"))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    window.actions_by_name["replace"].trigger()
    dialog = the_dialog(window)
    assert dialog.words.text() == "слушаю"
    assert texts(calls)[1] == "ну это сапорт слушаю вас"
    dialog.reject()


def test_what_is_being_typed_is_kept_before_anything_is_replaced(qtbot, window, calls):
    window.actions_by_name["replace"].trigger()
    dialog = the_dialog(window)
    dialog.words.setText("сапорт")
    dialog.replacement.setText("саппорт")
    settle(qtbot, dialog)
    calls.set_turn(3)
    window.table.edit_turn()
    type_text(window.table.editor, "я ")
    dialog.ok.click()
    assert texts(calls)[2] == "я хочу поговорить с сапортом"
    assert texts(calls)[1] == "это сапорт слушаю вас"
    assert "once more" in dialog.message.text()
    settle(qtbot, dialog)
    dialog.ok.click()
    assert texts(calls)[2] == "я хочу поговорить с саппортом"
    dialog.reject()


def test_it_closes_with_the_project(qtbot, window, calls):
    window.actions_by_name["replace"].trigger()
    dialog = the_dialog(window)
    dialog.words.setText("сапорт")
    settle(qtbot, dialog)
    gone = []
    dialog.destroyed.connect(lambda: gone.append(True))
    calls.close_project()
    qtbot.waitUntil(lambda: bool(gone))


# ---------------------------------------------------------------------- rule sets

SETS = (
    RuleSet("Имена", (Rule("саппорт", Query("сапорт", "саппорт")), Rule("ещё", Query("ещё раз", "снова", "word")))),
    RuleSet("Даты", (Rule("май", Query(r"(\d+) мая", r"\1.05", "regex")),)),
)


def test_a_search_is_saved_as_a_rule(qtbot, open_dialog, calls):
    dialog = open_dialog("сапорт", "саппорт")
    ask = SaveRuleDialog(calls, dialog.query, dialog)
    qtbot.addWidget(ask)
    ask.show()
    assert (ask.name.text(), ask.set.currentText()) == ("сапорт → саппорт", "My rules")
    ask.set.setEditText("Имена")
    press(ask.name, Qt.Key.Key_Return)
    assert kept_sets(calls) == (RuleSet("Имена", (Rule("сапорт → саппорт", dialog.query),)),)
    again = SaveRuleDialog(calls, dialog.query, dialog)
    qtbot.addWidget(again)
    again.show()
    press(again.name, Qt.Key.Key_Return)
    assert "already" in again.error.text()
    assert again.error.isVisible()
    wrong = SaveRuleDialog(calls, Query("(", mode="regex"), dialog)
    qtbot.addWidget(wrong)
    wrong.show()
    press(wrong.name, Qt.Key.Key_Return)
    assert "bracket" in wrong.error.text()
    assert len(kept_sets(calls)) == 1
    assert calls.project.undo_label is not None
    calls.undo()
    assert len(kept_sets(calls)) == 1, "rules are no part of undo"


@pytest.fixture
def sets(qtbot, calls):
    keep_sets(calls, SETS)
    dialog = RuleSetsDialog(calls)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def test_a_set_runs_all_its_rules_with_one_preview_and_one_undo_step(qtbot, window, calls):
    keep_sets(calls, SETS)
    dialog = RuleSetsDialog(calls, window)
    qtbot.addWidget(dialog)
    from annotator.gui.actions.replace import _open

    dialog.ran.connect(lambda rule_set: _open(window, rule_set))
    dialog.show()
    press(dialog.run, Qt.Key.Key_Return)
    run = the_dialog(window)
    settle(qtbot, run)
    assert len(rows(run)) == 7
    assert not run.words.isVisible()
    before = calls.transcript
    run.ok.click()
    assert texts(calls)[3] == "саппорт и снова саппорт"
    calls.undo()
    assert calls.transcript == before
    run.reject()


def test_rules_are_moved_renamed_and_deleted_by_keys(sets, calls, monkeypatch):
    press(sets.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [rule.name for rule in kept_sets(calls)[0].rules] == ["ещё", "саппорт"]
    assert sets.list.currentRow() == 1
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: (" снова ", True))
    press(sets.list, Qt.Key.Key_F2)
    assert [rule.name for rule in kept_sets(calls)[0].rules] == ["ещё", "снова"]
    press(sets.list, Qt.Key.Key_Up)
    press(sets.list, Qt.Key.Key_F2)
    assert "already one called снова" in sets.message.text()
    press(sets.list, Qt.Key.Key_Delete)
    assert [rule.name for rule in kept_sets(calls)[0].rules] == ["снова"]
    press(sets.list, Qt.Key.Key_Delete)
    assert kept_sets(calls)[0].rules == ()
    assert not sets.run.isEnabled()
    assert kept_sets(calls)[1] == SETS[1]


def test_sets_are_renamed_and_deleted(sets, calls, monkeypatch):
    sets.set.setCurrentIndex(1)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Имена", True))
    sets.rename_set.click()
    assert "already" in sets.message.text()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Числа", True))
    sets.rename_set.click()
    assert [s.name for s in kept_sets(calls)] == ["Имена", "Числа"]
    assert not sets.message.isVisible()
    answers = iter(["Cancel", "Delete", "Delete"])

    def answer(box: QMessageBox) -> None:
        wanted = next(answers)
        next(b for b in box.buttons() if b.text() == wanted).click()

    monkeypatch.setattr(QMessageBox, "exec", answer)
    sets.delete_set.click()
    assert len(kept_sets(calls)) == 2
    sets.delete_set.click()
    sets.delete_set.click()
    assert kept_sets(calls) == ()
    assert "no rules yet" in sets.message.text()
    assert not any(made.isEnabled() for made in (sets.export, sets.rename_set, sets.run))


def test_sets_go_out_and_come_in(sets, calls, monkeypatch, tmp_path):
    path = tmp_path / "имена.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    sets.export.click()
    assert from_json(path.read_bytes()) == SETS
    assert "Exported" in sets.message.text()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    sets.load.click()
    assert [s.name for s in kept_sets(calls)] == ["Имена", "Даты", "Имена 2", "Даты 2"]
    assert sets.set.currentText() == "Имена 2"
    path.write_text(json.dumps(json.loads(to_json(SETS)) | {"annotator_rules": 9}))
    sets.load.click()
    assert "newer version" in sets.message.text()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "none.json"), ""))
    sets.load.click()
    assert "none.json cannot be read" in sets.message.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "p.annotator"), ""))
    sets.export.click()
    assert "is a project" in sets.message.text()
    assert len(kept_sets(calls)) == 4


def test_damaged_rules_are_told_of_and_not_touched(qtbot, calls):
    calls.project.set_setting(SETTING, "{")
    dialog = RuleSetsDialog(calls)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "no JSON" in dialog.message.text()
    assert calls.project.setting(SETTING) == "{"


# ---------------------------------------------------------------------- the same fix elsewhere


def test_a_correction_by_hand_is_offered_elsewhere_on_the_card(qtbot, window, session, open_text):
    open_text(TEXT)
    session.set_turn(2)
    window.table.edit_turn()
    editor = window.table.editor
    cursor = editor.textCursor()
    cursor.setPosition(editor.toPlainText().index("порт"))
    editor.setTextCursor(cursor)
    type_text(editor, "п")
    press(editor, Qt.Key.Key_Return)
    wait_checked(qtbot, session)
    finding = next(f for f in session.queue if f.kind == "same_fix")
    session.show_finding(finding)
    dock = window.docks["finding"].widget()
    qtbot.waitUntil(lambda: "Same fix elsewhere" in dock._kind.text())
    assert dock._kind.text().startswith("≈")
    shown = [s.accessibleName() for s in dock._snippets if s.isVisible()]
    assert shown[0].replace("\u2009", "|") == "1  Клиент: Сапорт|Саппорт не отвечает"
    assert (0, 6, "fix") in window.table.delegate._ranges(session.transcript.turn(1))
    text, ranges = next(lines(session.transcript, finding))
    assert [text[a:b] for a, b, _ in ranges] == ["Сапорт", "Саппорт"]
    window.table.setFocus()
    press(window.table, Qt.Key.Key_Space)
    assert [t.text for t in session.transcript.visible] == [
        *("Саппорт не отвечает", "это саппорт слушаю вас", "хочу поговорить с сапортом", "саппорт и ещё раз саппорт")
    ]
    wait_checked(qtbot, session)
    assert not [f for f in session.findings if f.kind == "same_fix"]
