"""Words made unreadable for good: by a finding and one key, by hand, in all calls at once; nothing in the window keeps them."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from driving import press, type_text, wait_checked
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget

from annotator import formats
from annotator.core.commands import transcripts, turns
from annotator.core.finding import Span
from annotator.core.model import Transcript
from annotator.detectors import KINDS, PERSONAL
from annotator.gui.dialogs.accept_all import AcceptAllDialog
from annotator.gui.dialogs.personal import PersonalDialog, RedactDialog, SelectionDialog
from annotator.gui.dialogs.purge import PurgeDialog
from annotator.gui.dialogs.replace import ReplaceDialog
from annotator.gui.redaction import Value, is_local, passes_of
from annotator.storage import backups

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CARD, PHONE, MAIL = "4111 1111 1111 1111", "+7 912 345-67-89", "petrov.canary@mail.ru"
CALL = f"""Клиент (SPK00): добрый день моя карта {CARD} не проходит
Саппорт (SPK01): здравствуйте повторите пожалуйста
Клиент (SPK00): карта {CARD} а телефон {PHONE}
Саппорт (SPK01): и адрес почты
Клиент (SPK00): {MAIL} записали
"""


def transcript_of(*texts: str) -> Transcript:
    imported, _ = formats.read("".join(f"A (SPK00): {text}\n" for text in texts).encode(), "call.txt")
    return Transcript.build(step.after for step in transcripts.add(imported, 1).steps)


def value(transcript: Transcript, turn_id: int, words: str, local: bool, whole: bool = False) -> Value:
    start = transcript.turn(turn_id).text.index(words)
    return Value(Span.of(transcript, turn_id, start, start + len(words)), "[x]", local, whole)


@pytest.mark.parametrize(
    ("kind", "words", "local"),
    [
        ("card", CARD, False),
        ("card", "42 76", True),
        ("cvv", "сто двадцать три", True),
        ("phone", "восемь девятьсот двенадцать триста сорок пять", False),
        ("name", "Вера", True),
        ("name", "Вера Петровна", False),
        ("email", MAIL, False),
        ("", "да", True),
    ],
)
def test_what_may_mean_something_else_is_meant_where_it_was_found(kind: str, words: str, local: bool) -> None:
    assert is_local(kind, words) is local


def test_what_is_meant_everywhere_and_what_is_not_go_in_two_passes() -> None:
    call = transcript_of("это вера 89123456789", "вера в людей", "вера")
    call = call.apply(turns.hide(call, [3]))
    found = passes_of(call, [value(call, 1, "вера", True), value(call, 1, "89123456789", False)], lambda _: [])
    assert [tuple(one) for one in found] == [({"89123456789": "[x]"}, None), ({"вера": "[x]"}, frozenset({1, 3}))]


def test_what_was_misheard_goes_with_what_it_was_put_right_to() -> None:
    call = transcript_of("карта 4111111111111112 вот")
    call = call.apply(turns.set_text(call, 1, "карта 4111111111111111 вот"))
    found = passes_of(call, [value(call, 1, "4111111111111111", False)], lambda _: ["карта 4111111111111112 вот"])
    assert [tuple(one) for one in found] == [
        ({"4111111111111111": "[x]"}, None),
        ({"4111111111111112": "[x]"}, frozenset({1})),
    ]
    whole = value(call, 1, "карта 4111111111111111 вот", True, whole=True)
    assert "карта 4111111111111112 вот" in passes_of(call, [whole], lambda _: ["карта 4111111111111112 вот"])[0].values


# ---------------------------------------------------------------------- the window


def answer(kind: type[QDialog], fill: Callable[[QDialog], object]) -> list[QDialog]:
    """Have the next dialog of a kind filled in as soon as it is there; return the list that tells that it was."""
    seen: list[QDialog] = []
    timer = QTimer(QApplication.instance(), interval=5)

    def act() -> None:
        dialog = next((w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isActiveWindow()), None)
        if dialog is not None:
            timer.stop()
            timer.deleteLater()
            seen.append(dialog)
            fill(dialog)

    timer.timeout.connect(act)
    timer.start()
    return seen


def confirm(dialog: QDialog) -> None:
    QTest.keyClick(dialog, KEY.Key_Return)


@pytest.fixture
def opened(qtbot, window, open_text):
    window.session.filter_kinds((KINDS - set(PERSONAL)) | {"name"})
    open_text(CALL)
    window.table.setFocus()
    return window


def space(qtbot, window) -> None:
    """Press Space when the window is the active one again: without a window manager a dialog leaves none."""
    with qtbot.waitActive(window):
        window.activateWindow()
    press(window.table, KEY.Key_Space)


def idle(qtbot, session) -> None:
    qtbot.waitUntil(lambda: not session.busy)
    wait_checked(qtbot, session)
    qtbot.waitUntil(lambda: not session.busy)


def delete_backups(qtbot, window) -> None:
    """Click what the message offers, where there are backups."""
    if window.session.project.backups():
        offer = window.bars._bars["redacted"]._row.itemAt(0).widget()
        QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not window.session.busy)


def traces(*folders: Path, words: str) -> list[str]:
    """Return where words stand: in files as they are, and in what projects keep compressed."""
    found = []
    for file in (file for folder in folders for file in folder.rglob("*") if file.is_file()):
        if words.encode() in file.read_bytes():
            found.append(file.name)
        if file.suffix == ".annotator":
            with closing(sqlite3.connect(file)) as db:
                blobs = db.execute("SELECT steps FROM journal WHERE steps IS NOT NULL").fetchall()
            found += [f"{file.name}: journal" for (blob,) in blobs if words in zlib.decompress(blob).decode()]
    return found


def shown_texts(window) -> str:
    """Return all that widgets show or hold."""
    parts = []
    for widget in (w for top in QApplication.topLevelWidgets() for w in (top, *top.findChildren(QWidget))):
        parts += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()]
        if isinstance(widget, QLabel | QLineEdit):
            parts.append(widget.text())
        if isinstance(widget, QLineEdit):
            widget.undo()
            parts.append(widget.text())
    parts += [repr(vars(block)) for block in window.table.delegate._blocks.values()]
    parts += [repr(vars(window.table.dictionary)), repr(window.session.queue), repr(window.session._found)]
    parts += [action.text() for action in window.actions_by_name.values()]
    return "\n".join(parts)


def test_space_redacts_after_a_question_that_space_does_not_answer(qtbot, opened, tmp_path) -> None:
    session = opened.session
    press(opened.table, KEY.Key_Right)
    assert (session.finding.kind, len(session.finding.spans)) == ("card", 2)
    asked = answer(RedactDialog, lambda dialog: QTest.keyClick(dialog.focusWidget(), KEY.Key_Space))
    space(qtbot, opened)
    assert asked, "it asks"
    assert not session.busy
    assert CARD in session.transcript.turns[0].text, "pressed twice it does nothing"
    answer(RedactDialog, confirm)
    space(qtbot, opened)
    idle(qtbot, session)
    assert [turn.text for turn in session.transcript.turns[:3:2]] == [
        "добрый день моя карта [карта] не проходит",
        f"карта [карта] а телефон {PHONE}",
    ]
    assert session.finding.kind == "phone", "and on to the next"
    assert session.project.history()[0].kind == "redact"
    assert "*" * 19 in session.transcript.source.turns[0].text
    assert "gone, from the history too" in "".join([opened.statusBar().currentMessage(), *opened.bars.texts()])


def test_it_is_asked_each_time_until_that_is_no_more_wanted(qtbot, opened) -> None:
    session = opened.session
    press(opened.table, KEY.Key_Right)

    def agree(dialog: RedactDialog) -> None:
        dialog._unasked.click()
        confirm(dialog)

    answer(RedactDialog, agree)
    space(qtbot, opened)
    idle(qtbot, session)
    for kind in ("phone", "email"):
        assert session.finding.kind == kind
        space(qtbot, opened)
        idle(qtbot, session)
    assert session.finding is None
    assert not any(words in turn.text for turn in session.transcript.turns for words in (CARD, PHONE, MAIL))


def test_nothing_in_the_window_or_on_disk_keeps_the_words(qtbot, opened, tmp_path) -> None:
    session = opened.session
    opened.docks["history"].show()
    opened.docks["history"].raise_()
    session.prefer(mark_unknown=True, show_source=True)
    # What was imported is put right by hand, so that it stands in the history; then it is searched for.
    session.set_turn(5)
    press(opened.table, KEY.Key_Return)
    type_text(opened.table.editor, "это ")
    press(opened.table.editor, KEY.Key_Return)
    assert session.transcript.turn(5).text.count(MAIL) == 1
    opened.filters.start_search()
    type_text(opened.filters.search, MAIL)
    opened.actions_by_name["replace"].trigger()
    qtbot.waitUntil(lambda: any(d.isVisible() for d in opened.findChildren(ReplaceDialog)))
    idle(qtbot, session)
    opened.table.setFocus()
    session.show_finding(next(f for f in session.queue if f.kind == "email"))
    QApplication.processEvents()
    dock = opened.docks["history"].widget()
    dock.list.setCurrentIndex(dock.model.index(1, 0))
    qtbot.waitUntil(lambda: any(MAIL in snippet.accessibleName() for snippet in dock.snippets))
    assert MAIL in shown_texts(opened)
    opened.filters.search.setText(MAIL)
    session.undo()
    session.redo()
    idle(qtbot, session)
    session.show_finding(next(f for f in session.queue if f.kind == "email"))
    answer(RedactDialog, confirm)
    opened.activateWindow()
    opened.actions_by_name["accept"].trigger()
    idle(qtbot, session)
    qtbot.waitUntil(lambda: not any(d.isVisible() for d in opened.findChildren(ReplaceDialog)))
    QApplication.sendPostedEvents(None, 52)  # deferred deletions
    QApplication.processEvents()
    assert "petrov" not in shown_texts(opened)
    (tmp_path / "call.txt").unlink()  # what was imported from is the user's own
    delete_backups(qtbot, opened)
    assert traces(tmp_path, words="petrov") == []
    # What was done before can be undone after, without the words.
    session.undo()
    assert session.transcript.turn(5).text == "[почта] записали"
    answer(PurgeDialog, lambda dialog: dialog.ok.click())
    opened.actions_by_name["purge_history"].setEnabled(True)
    opened.actions_by_name["purge_history"].trigger()
    idle(qtbot, session)
    session.close_project()
    assert traces(tmp_path, words="petrov") == []
    assert traces(tmp_path, words=PHONE), "what was not redacted is there: the search finds what there is"


def test_backups_that_hold_the_words_are_counted_and_can_be_deleted(qtbot, opened) -> None:
    session = opened.session
    backups.make(session.project, "daily")
    press(opened.table, KEY.Key_Right)
    told: list[str] = []

    def look(dialog: RedactDialog) -> None:
        told.extend(made.text() for made in dialog.findChildren(QLabel))
        confirm(dialog)

    answer(RedactDialog, look)
    space(qtbot, opened)
    idle(qtbot, session)
    n = len(session.project.backups())
    assert n >= 1
    assert any(f"{n} backup" in text for text in told)
    (text,) = [text for text in opened.bars.texts() if "Redacted" in text]
    assert f"{n} backup" in text
    assert opened.bars._bars["redacted"].property("bar") == "info"
    delete_backups(qtbot, opened)
    assert session.project.backups() == ()
    assert opened.bars.texts() == []


def test_values_are_numbered_when_that_is_wanted(qtbot, opened) -> None:
    session = opened.session
    press(opened.table, KEY.Key_Right)

    def agree(dialog: RedactDialog) -> None:
        dialog._numbered.click()
        confirm(dialog)

    answer(RedactDialog, agree)
    space(qtbot, opened)
    idle(qtbot, session)
    assert "[карта 1]" in session.transcript.turns[0].text
    assert "[карта 1]" in session.transcript.turns[2].text
    seen = []
    answer(RedactDialog, lambda dialog: (seen.append(dialog.numbered), dialog.reject()))
    space(qtbot, opened)
    assert seen == [True], "the choice is kept"


def test_all_like_this(qtbot, window, open_text) -> None:
    window.session.filter_kinds((KINDS - set(PERSONAL)) | {"name"})
    open_text(f"Клиент (SPK00): телефон {PHONE} или телефон +7 921 555-44-33\nСаппорт (SPK01): поняла записываю\n")
    session = window.session
    window.table.setFocus()
    press(window.table, KEY.Key_Right)

    def all_of_them(dialog: AcceptAllDialog) -> None:
        dialog.all.click()
        answer(RedactDialog, confirm)
        dialog.ok.click()

    answer(AcceptAllDialog, all_of_them)
    press(window.table, KEY.Key_Return, CTRL)
    idle(qtbot, session)
    assert session.transcript.turns[0].text == "телефон [телефон] или телефон [телефон]"
    assert [entry.kind for entry in session.project.history()] == ["redact", "do"], "at once"


def test_words_selected_in_the_editor(qtbot, opened) -> None:
    session = opened.session
    session.set_turn(2)
    press(opened.table, KEY.Key_Return)
    cursor = opened.table.editor.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(len("здравствуйте"), cursor.MoveMode.KeepAnchor)
    opened.table.editor.setTextCursor(cursor)

    def fill(dialog: SelectionDialog) -> None:
        assert dialog.local
        assert dialog.placeholder == "[вымарано]"
        dialog.field.setText("[привет]")
        confirm(dialog)

    assert answer(SelectionDialog, fill) == []
    opened.actions_by_name["redact"].trigger()
    idle(qtbot, session)
    assert session.transcript.turn(2).text == "[привет] повторите пожалуйста"
    assert session.transcript.source.turns[1].text == "************ повторите пожалуйста"


def test_a_whole_turn_goes_with_all_that_it_was(qtbot, opened, tmp_path) -> None:
    session = opened.session
    for text in ("адрес мой совсем другой", "и адрес почты тут"):
        session.do(turns.set_text, 4, text)
    session.set_turn(4)
    answer(SelectionDialog, confirm)
    opened.actions_by_name["redact"].trigger()
    idle(qtbot, session)
    assert session.transcript.turn(4).text == "[вымарано]"
    (tmp_path / "call.txt").unlink()
    delete_backups(qtbot, opened)
    for words in ("почты", "совсем другой"):
        assert traces(tmp_path, words=words) == []
    assert session.transcript.turn(3).text.startswith("карта"), "the others are as they were"


def test_all_calls_at_once(qtbot, opened, open_text, tmp_path) -> None:
    open_text(f"Клиент (SPK00): вот {MAIL}\nСаппорт (SPK01): меня зовут Екатерина Сергеевна спасибо\n", "second.txt")
    session = opened.session
    qtbot.waitUntil(lambda: len(session.counts) == 2)

    dialog = PersonalDialog(session, opened.redactor.redact_calls, opened)
    qtbot.addWidget(dialog)
    dialog.show()
    assert [dialog.table.item(row, 0).text() for row in range(2)] == ["call.txt", "second.txt"]
    columns = dialog.table.columnCount()
    dialog.names.click()
    assert dialog.table.columnCount() == columns + 1
    dialog.all.click()
    assert dialog.ok.text() == "Redact in 2 calls"
    answer(RedactDialog, confirm)
    dialog.ok.click()
    qtbot.waitUntil(lambda: not session.busy and "0 values" in dialog.told.text(), timeout=20_000)
    assert not dialog.ok.isEnabled()
    dialog.reject()
    idle(qtbot, session)
    assert [turn.text for turn in session.transcript.turns] == ["вот [почта]", "меня зовут [имя] спасибо"]
    other = session.project.transcript(1)
    assert not any(words in turn.text for turn in other.turns for words in (CARD, PHONE, MAIL))
    for file in ("call.txt", "second.txt"):
        (tmp_path / file).unlink()
    delete_backups(qtbot, opened)
    session.close_project()
    for words in (CARD, PHONE, "petrov", "Екатерина"):
        assert traces(tmp_path, words=words) == []
