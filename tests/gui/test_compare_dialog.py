"""Two versions side by side: deciding by keys and by mouse, undo, what is kept; merging from the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from driving import CALL, press, type_text
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator import formats
from annotator.core.commands import review, speakers, topics, transcripts, turns
from annotator.gui.dialogs import compare
from annotator.gui.dialogs.compare import CompareDialog, choose_versions
from annotator.gui.dialogs.merge import MergeDialog
from annotator.gui.session import Session
from annotator.project import Project

Open = Callable[[Session], CompareDialog]


def apply(session: Session, transcript_id: int, command, *arguments) -> None:
    assert session.project is not None
    session.project.apply(command(session.project.transcript(transcript_id), *arguments))


def add_version(session: Session, text: str, name: str) -> None:
    imported, _ = formats.read(text.encode(), "call.txt")
    assert session.project is not None
    session.project.apply(transcripts.add(imported, session.project.new_transcript_id()))
    apply(session, session.project.transcripts()[-1].id, transcripts.rename, name)


@pytest.fixture
def versions(call: Session) -> Session:
    """Two versions of a call that differ in three of four turns: words, speaker, and what is hidden."""
    add_version(call, CALL, "Boris")
    apply(call, 1, transcripts.rename, "Anna")
    apply(call, 1, turns.set_text, 1, "добрый день у меня не доходят письма")
    apply(call, 2, turns.set_text, 1, "добрый день у меня не приходит письмо")
    apply(call, 1, speakers.relabel, [2], "SPK00")
    apply(call, 2, turns.hide, [4])
    return call


@pytest.fixture
def compare_(qtbot, theme) -> Open:
    def open_dialog(session: Session) -> CompareDialog:
        dialog = CompareDialog(session, theme, 1, 2)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        qtbot.waitUntil(lambda: dialog.compared is not None)
        dialog.board.setFocus()
        return dialog

    return open_dialog


def begun(qtbot, dialog: CompareDialog) -> None:
    """Wait until what was begun is compared with."""
    qtbot.waitUntil(lambda: dialog.gold_id is not None and not dialog._session.reading)
    qtbot.waitUntil(lambda: any(one.decided for one in dialog.disagreements))


def gold(dialog: CompareDialog) -> list[tuple[str | None, str, bool, bool]]:
    assert dialog.gold_id is not None
    turns_ = dialog._project.transcript(dialog.gold_id).turns
    return [(t.speaker_id, t.text, t.hidden, t.reviewed) for t in turns_]


def test_what_is_shown(versions, compare_):
    dialog = compare_(versions)
    assert dialog.progress_label.text() == "1 of 3, 0 decided"
    assert dialog.differs.text() == "They differ in: words"
    assert "Speakers: kappa 0.00" in dialog.figures.text()
    assert "1 of 4 places the same" in dialog.figures.text()
    assert [column.title.accessibleName() for column in dialog.columns] == ["A: Anna", "B: Boris", "Gold: not decided"]
    assert dialog.after.accessibleName() == "2  Клиент: здравствуйте подскажите ваш адрес"
    assert dialog.gold_id is None  # to look makes nothing
    assert len(versions.headers()) == 2


def test_a_call_decided_with_keys(qtbot, versions, compare_):
    dialog = compare_(versions)
    press(dialog.board, Qt.Key.Key_1)
    begun(qtbot, dialog)
    assert dialog.progress_label.text() == "2 of 3, 1 decided"
    press(dialog.board, Qt.Key.Key_2)
    assert dialog.differs.text() == "They differ in: what is hidden"
    press(dialog.board, Qt.Key.Key_2)
    assert dialog.message.text() == "All disagreements are decided."
    assert gold(dialog) == [
        ("SPK00", "добрый день у меня не доходят письма", False, True),
        ("SPK01", "здравствуйте подскажите ваш адрес", False, True),
        ("SPK00", "да да сейчас и сколько это стоит", False, True),
        ("SPK01", "тариф стоит две тысячи в месяц", True, True),
    ]
    press(dialog.board, Qt.Key.Key_Right)
    assert dialog.columns[0].title.accessibleName() == "✓ A: Anna"
    assert dialog.gold.title.accessibleName() == "Gold: as in A"
    press(dialog.board, Qt.Key.Key_Left)
    assert dialog.gold.title.accessibleName() == "Gold: as in B"


def test_writing_it_oneself(qtbot, versions, compare_):
    dialog = compare_(versions)
    press(dialog.board, Qt.Key.Key_3)
    (_, text, speaker) = dialog.gold.fields[0]
    assert text.hasFocus()
    assert [speaker.itemText(n) for n in range(speaker.count())] == ["Клиент", "Саппорт", "Unclear"]
    press(text, Qt.Key.Key_1)  # a digit is text here
    type_text(text, " мая")
    press(text, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.gold.editing, dialog.gold_id) == (True, False, None)
    press(dialog.board, Qt.Key.Key_Return)
    (_, text, speaker) = dialog.gold.fields[0]
    type_text(text, "письма не ходят")
    press(speaker, Qt.Key.Key_Down)
    press(text, Qt.Key.Key_Return)
    begun(qtbot, dialog)
    assert gold(dialog)[0] == ("SPK01", "письма не ходят", False, True)
    assert dialog.progress_label.text() == "2 of 3, 1 decided"
    assert dialog.board.hasFocus()


def test_what_is_decided_while_it_is_compared_is_not_forgotten(qtbot, versions, compare_, monkeypatch):
    dialog = compare_(versions)
    jobs: list[tuple[Callable[[], object], Callable[[object], object]]] = []
    monkeypatch.setattr(versions, "beside", lambda _, work, done: jobs.append((work, done)))
    press(dialog.board, Qt.Key.Key_1)
    work, done = jobs.pop()
    of_before = work()
    press(dialog.board, Qt.Key.Key_2)
    done(of_before)
    work, done = jobs.pop()
    done(work())
    assert [one.decided for one in dialog.disagreements] == [True, True, False]


def test_by_mouse_alone(qtbot, versions, compare_):
    dialog = compare_(versions)
    QTest.mouseClick(dialog.on, Qt.MouseButton.LeftButton)
    assert dialog.differs.text() == "They differ in: speaker"
    QTest.mouseClick(dialog.take_a, Qt.MouseButton.LeftButton)
    begun(qtbot, dialog)
    assert gold(dialog)[1][0] == "SPK00"
    QTest.mouseClick(dialog.mine, Qt.MouseButton.LeftButton)
    assert dialog.gold.editing
    assert not dialog.take_a.isEnabled()
    QTest.mouseClick(dialog.board, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    press(dialog.board, Qt.Key.Key_Escape)  # gives up what is written, not the dialog
    assert (dialog.isVisible(), dialog.gold.editing) == (True, False)


def test_undo_takes_back_a_decision_and_the_beginning(qtbot, versions, compare_):
    dialog = compare_(versions)
    press(dialog.board, Qt.Key.Key_1)
    begun(qtbot, dialog)
    press(dialog.board, Qt.Key.Key_1)
    assert dialog.progress_label.text() == "3 of 3, 2 decided"
    press(dialog.board, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: sum(one.decided for one in dialog.disagreements) == 1 and not versions.reading)
    QTest.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not any(one.decided for one in dialog.disagreements) and not versions.reading)
    assert dialog.gold_id is None
    assert [header.name for header in versions.headers()] == ["Anna", "Boris"]
    press(dialog.board, Qt.Key.Key_2)
    begun(qtbot, dialog)


def test_what_is_decided_survives(qtbot, versions, compare_):
    dialog = compare_(versions)
    press(dialog.board, Qt.Key.Key_2)
    begun(qtbot, dialog)
    dialog.reject()
    path = versions.project.path
    versions.close_project()
    versions.open_project(path)
    again = compare_(versions)
    assert (again.gold_id, again.progress_label.text()) == (3, "2 of 3, 1 decided")
    QTest.mouseClick(again.to_gold, Qt.MouseButton.LeftButton)
    assert versions.transcript.id == 3


def test_a_long_call_is_decided_without_a_gap(qtbot, call, theme):
    text = "".join(f"Клиент (SPK00): письмо номер {n} не приходит\nСаппорт (SPK01): ответ номер {n} да\n" for n in range(500))
    for name in ("Anna", "Boris"):
        add_version(call, text, name)
    apply(call, 2, turns.set_text, 500, "совсем другое")
    apply(call, 3, turns.merge, [700, 701])
    apply(call, 3, turns.hide, [900])
    dialog = CompareDialog(call, theme, 2, 3)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.compared is not None, timeout=20_000)
    press(dialog.board, Qt.Key.Key_1)
    begun(qtbot, dialog)
    press(dialog.board, Qt.Key.Key_2)
    assert dialog.progress_label.text() == "3 of 3, 2 decided"


def test_versions_that_agree(call, compare_):
    add_version(call, CALL, "Boris")
    dialog = compare_(call)
    assert dialog.differs.text() == "The two versions agree everywhere."
    assert not any(made.isEnabled() for made in dialog.decisions)


def test_which_versions_are_compared(qtbot, versions, theme, monkeypatch):
    window = QWidget()
    qtbot.addWidget(window)
    asked: list[str] = []
    monkeypatch.setattr(compare, "choose", lambda _parent, _title, text, *_: asked.append(text) or -1)
    assert choose_versions(versions, theme, window) is None
    assert "Anna, Boris" in asked[0]  # nobody sees what the other has decided before both are done
    apply(versions, 1, review.set_done, True)
    assert choose_versions(versions, theme, window) is None
    assert "Not done yet: Boris." in asked[1]
    apply(versions, 2, review.set_done, True)
    dialog = choose_versions(versions, theme, window)
    qtbot.addWidget(dialog)
    assert (dialog._ids, len(asked)) == ((1, 2), 2)


def test_a_call_without_another_version(qtbot, call, theme):
    window = QWidget()
    qtbot.addWidget(window)
    told = []
    call.noticed.connect(told.append)
    assert choose_versions(call, theme, window) is None
    assert "no other version" in told[0].text


def test_merging_from_the_window(qtbot, versions, tmp_path: Path, monkeypatch):
    project = versions.project
    project.save_copy(tmp_path / "other.annotator")
    with Project.open(tmp_path / "other.annotator") as other:
        other._who = "Boris"
        other.apply(topics.add(other.topics, "Price", "#1F6F5C"))
        other.apply(turns.hide(other.transcript(1), [2]))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "new.annotator"), ""))
    dialog = MergeDialog(versions, tmp_path / "other.annotator")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.names[0].setText("Anna")
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert "name of their own" in dialog.message.text()
    dialog.names[1].setText("Clara")
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.report.toPlainText()))
    assert "They differ, both are kept: Anna (Anna) and Anna (Clara)" in dialog.report.toPlainText()
    assert "Topics added: Price" in dialog.report.toPlainText()
    assert versions.project is project
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: versions.project.path == tmp_path / "new.annotator")
    assert [header.name for header in versions.headers()] == ["Anna (Anna)", "Boris", "Anna (Clara)"]
