"""What should not happen: one bar, one line in the log, and nothing that was typed is lost."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from driving import CALL, add_call, press, type_text
from PySide6.QtCore import QAbstractListModel, QEvent, QMessageLogContext, Qt, QTimer, QtMsgType, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QListView, QMessageBox, QPushButton

from annotator import log
from annotator.core.commands import turns
from annotator.core.errors import IoFailure, Moved, NoSpace, ProjectError, ReadOnly
from annotator.core.i18n import msg
from annotator.core.model import Transcript
from annotator.gui import faults as faults_module
from annotator.gui.faults import Faults
from annotator.gui.main_window import MainWindow
from annotator.gui.session import Session
from annotator.gui.widgets.notice_bar import Bar
from annotator.project import Project

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SECRET = "карта 4276"


@pytest.fixture
def faults(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[Faults]:
    """The hooks of the running program, in place of those that would fail the test."""
    monkeypatch.setattr(log.LOGGER, "handlers", [])
    monkeypatch.setattr(log.LOGGER, "propagate", True)
    made = Faults(window)
    made.install()
    yield made
    made.remove()
    for handler in log.LOGGER.handlers:
        handler.close()


@pytest.fixture
def called(window: MainWindow, call: Session) -> MainWindow:
    """The window on a small call."""
    window.table.setFocus()
    return window


class Disk:
    """Lets the project write, or refuses with an error."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch):
        self.error: Exception | None = None
        self.tries = 0
        write = Project.write

        def maybe(project: Project, change):
            self.tries += 1
            if self.error is not None:
                raise self.error
            return write(project, change)

        monkeypatch.setattr(Project, "write", maybe)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    made = Disk(monkeypatch)
    yield made
    made.error = None  # or the window would ask at its end


def logged() -> list[str]:
    return log.path().read_text(encoding="utf-8").splitlines() if log.path().exists() else []


def saved_text(window: MainWindow) -> str:
    for _ in range(3):
        QApplication.processEvents()
    return window._saved.text()


def bars(window: MainWindow) -> list[Bar]:
    return list(window.bars._bars.values())


def offers(window: MainWindow) -> dict[str, QPushButton]:
    """Return the buttons of the last message, by what they say."""
    return {made.text(): made for made in bars(window)[-1].findChildren(QPushButton)}


def texts(session: Session) -> list[str]:
    assert session.transcript is not None
    return [turn.text for turn in session.transcript.visible]


def on_disk(session: Session) -> list[str]:
    """Return the texts as another program would read them."""
    assert session.project is not None
    assert session.transcript is not None
    return [turn.text for turn in session.project.read(session.transcript.id).visible]


def answer(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Have questions answered with these buttons, one after the other; return what was asked."""
    asked: list[str] = []
    left = iter(answers)

    def choose(box: QMessageBox) -> None:
        asked.append(box.text())
        assert box.textFormat() == Qt.TextFormat.PlainText
        wanted = next(left)
        next(made for made in box.buttons() if made.text() == wanted).click()

    monkeypatch.setattr(QMessageBox, "exec", choose)
    return asked


# ---------------------------------------------------------------------- one hook


def raise_in_slot(window: MainWindow) -> None:
    timer = QTimer(window, singleShot=True)
    timer.timeout.connect(lambda: int(SECRET))
    timer.start(0)


def raise_in_virtual_method(window: MainWindow) -> None:
    class Wrong(QLabel):
        def event(self, event):
            raise ValueError(SECRET)

    QApplication.postEvent(Wrong(window), QEvent(QEvent.Type.User))


def raise_in_data(window: MainWindow) -> None:
    class Wrong(QAbstractListModel):
        def rowCount(self, parent=None) -> int:
            return 3

        left = 3

        def data(self, index, role=0):
            self.left -= 1
            if self.left >= 0:
                raise ValueError(SECRET)

    view = QListView(window)
    view.setModel(Wrong(view))
    QTimer.singleShot(0, view, view.show)


def raise_in_thread(window: MainWindow) -> None:
    thread = threading.Thread(target=lambda: int(SECRET))
    thread.start()
    thread.join()


def raise_while_destroyed(window: MainWindow) -> None:
    class Wrong:
        def __del__(self) -> None:
            raise ValueError(SECRET)

    Wrong()


@pytest.mark.qt_no_exception_capture
@pytest.mark.parametrize("wrong", [raise_in_slot, raise_in_virtual_method, raise_in_data, raise_in_thread, raise_while_destroyed])
def test_an_exception_from_anywhere_is_one_line_and_one_bar(qtbot, called, faults, capsys, wrong):
    wrong(called)
    qtbot.waitUntil(lambda: bool(called.bars.texts()))
    assert len(called.bars.texts()) == 1
    assert "ValueError" in called.bars.texts()[0]
    found = [line for line in logged() if "ValueError at" in line and not line.endswith("0 times)")]
    assert 1 <= len(found) <= (2 if wrong is raise_in_data else 1)  # asked by Qt, and by what is shown for the first time
    assert not any(word in line for line in logged() for word in SECRET.split())
    offers(called)["Copy details"].click()
    copied = QApplication.clipboard().text()
    assert any(line.partition(" (")[0] in found[0] for line in copied.splitlines())  # it may have come more often
    assert all(name in copied for name in ("ValueError at", "test_faults.py:", "Python 3.", "Qt 6.", "SQLite 3."))
    assert str(Path.home()) not in copied
    assert capsys.readouterr().err.replace("This plugin does not support propagateSizeHints()\n", "") == ""


@pytest.mark.qt_no_exception_capture
def test_a_cell_that_cannot_be_painted_is_counted_and_the_window_goes_on(qtbot, called, faults, monkeypatch):
    def wrong(*_) -> None:
        raise KeyError(SECRET)

    with monkeypatch.context() as patch:
        patch.setattr(called.table.delegate, "_paint_text", wrong)
        repaint = QTimer(called, interval=20)
        repaint.timeout.connect(called.table.viewport().update)
        repaint.start()
        qtbot.waitUntil(lambda: bool(called.bars.texts()) and bars(called)[0].times >= 8)
        repaint.stop()
    assert len(bars(called)) == 1
    assert f"×{bars(called)[0].times}" in [found.text() for found in bars(called)[0].findChildren(QLabel)]
    assert 1 <= len([line for line in logged() if "KeyError at" in line]) <= 3
    press(called.table, KEY.Key_F9)
    assert called.session.transcript.visible[0].pinned


@pytest.mark.qt_no_exception_capture
def test_an_edit_that_fails_on_the_way_is_marked_as_not_saved_until_the_next_is(qtbot, called, faults, disk):
    press(called.table, KEY.Key_F9)
    assert saved_text(called).startswith("saved ")
    press(called.table, KEY.Key_Return)
    type_text(called.table.editor, "ну ")
    disk.error = RuntimeError(SECRET)
    press(called.table.editor, KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(called.bars.texts()))
    assert "not saved" in saved_text(called)
    assert called._saved.property("alarm") == "true"
    assert "not saved" in called.bars.texts()[0]
    assert called.table.editor.text.startswith("ну ")
    assert not texts(called.session)[0].startswith("ну ")
    disk.error = None
    press(called.table.editor, KEY.Key_Return)
    assert called.table.editor is None
    assert on_disk(called.session)[0].startswith("ну ")
    assert saved_text(called).startswith("saved ")
    assert called._saved.property("alarm") == ""


@pytest.mark.qt_no_exception_capture
def test_what_goes_wrong_after_an_edit_is_saved_does_not_unsave_it(qtbot, called, faults, monkeypatch):
    def wrong(_change) -> None:
        raise ValueError(SECRET)

    called.session.changed.connect(wrong)
    press(called.table, KEY.Key_F9)
    qtbot.waitUntil(lambda: bool(called.bars.texts()))
    assert saved_text(called).startswith("saved ")
    assert "saved is saved" in called.bars.texts()[0]


def test_a_command_that_has_nothing_to_do_leaves_all_as_saved(called):
    press(called.table, KEY.Key_F9)
    called.session.do(turns.merge, [called.session.turn_id])
    assert saved_text(called).startswith("saved ")


def test_messages_of_qt_are_logged_without_their_words_and_not_without_end(faults, monkeypatch):
    faults.remove()
    faults.install()  # in place of what watches for messages in tests
    now = [100.0]
    monkeypatch.setattr(faults_module.time, "monotonic", lambda: now[0])
    for _ in range(50):
        qWarning(f"QPixmap::load: cannot read /home/{SECRET}")
    faults.on_qt_message(QtMsgType.QtWarningMsg, QMessageLogContext(), SECRET)
    assert len(logged()) == 21
    assert not any(word in line for line in logged() for word in (*SECRET.split(), "/home"))
    assert "QPixmap::load" in logged()[0]
    now[0] += 61
    qWarning("QPixmap::load: again")
    assert len(logged()) == 22


# ---------------------------------------------------------------------- writes that are refused


def refusals() -> list[ProjectError]:
    return [
        NoSpace(msg("The disk is full.")),
        IoFailure(msg("The disk reports an error.")),
        Moved(msg("The file has been moved.")),
        ReadOnly(msg("The file cannot be written.")),
    ]


@pytest.mark.parametrize("error", refusals(), ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Tab], ids=["Enter", "Tab"])
def test_a_refused_write_keeps_the_editor_and_a_later_one_stores_it(called, disk, error, key):
    press(called.table, KEY.Key_Return)
    type_text(called.table.editor, "очень ")
    disk.error = error
    press(called.table.editor, key)
    typed = called.table.editor.text
    assert typed.startswith("очень добрый")
    assert called.bars.texts() == [str(error)]
    assert "not saved" in saved_text(called)
    type_text(called.table.editor, "и весьма ")
    press(called.table.editor, key)
    assert bars(called)[0].times == 2
    disk.error = None
    press(called.table.editor, key)
    assert on_disk(called.session)[0].startswith("очень и весьма добрый")
    assert not called.bars.texts()  # what it told of is over
    assert saved_text(called).startswith("saved ")


@pytest.mark.parametrize("error", refusals()[:2], ids=lambda error: type(error).__name__)
def test_trying_again_with_the_mouse_stores_what_was_typed(called, disk, error):
    press(called.table, KEY.Key_Return)
    type_text(called.table.editor, "очень ")
    disk.error = error
    press(called.table.editor, KEY.Key_Return, CTRL)  # a split at the caret
    assert list(offers(called)) == ["Try again", "Save a copy elsewhere…"]
    QTest.mouseClick(offers(called)["Try again"], Qt.MouseButton.LeftButton)
    assert bars(called)[0].times == 2  # tried once, not once more because the focus was elsewhere
    disk.error = None
    QTest.mouseClick(offers(called)["Try again"], Qt.MouseButton.LeftButton)
    assert on_disk(called.session)[:2] == ["очень", "добрый день у меня не приходят письма"]
    assert called.table.editor is None
    assert not called.bars.texts()


def test_trying_again_does_what_was_asked_for_without_an_editor(called, disk):
    disk.error = NoSpace(msg("The disk is full."))
    press(called.table, KEY.Key_F9)
    assert not called.session.transcript.visible[0].pinned
    disk.error = None
    QTest.mouseClick(offers(called)["Try again"], Qt.MouseButton.LeftButton)
    assert called.session.transcript.visible[0].pinned
    assert not called.bars.texts()


def test_a_copy_elsewhere_holds_what_was_typed(qtbot, called, disk, monkeypatch, tmp_path):
    target = tmp_path / "elsewhere" / "copy"
    target.parent.mkdir()

    threads: list[threading.Thread] = []
    save_copy = Project.save_copy

    def copy(project: Project, *given) -> None:
        threads.append(threading.current_thread())
        save_copy(project, *given)

    monkeypatch.setattr(Project, "save_copy", copy)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press(called.table, KEY.Key_Down)
    press(called.table, KEY.Key_Return)
    type_text(called.table.editor, "ну ")
    disk.error = Moved(msg("The file has been moved."))
    press(called.table.editor, KEY.Key_Return)
    before = called.session.project
    disk.error = None
    QTest.mouseClick(offers(called)["Save a copy elsewhere…"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: called.session.project is not before and called.session.project is not None)
    qtbot.waitUntil(lambda: called.table.editor is None and texts(called.session)[1].startswith("ну "))
    assert called.session.project.path == target.with_name("copy.annotator")
    assert on_disk(called.session)[1].startswith("ну здравствуйте")
    assert not called.session.unsaved
    assert threading.main_thread() not in threads


def test_closing_asks_about_what_could_not_be_stored(called, disk, monkeypatch):
    press(called.table, KEY.Key_Return)
    type_text(called.table.editor, "ну ")
    disk.error = NoSpace(msg("The disk is full."))
    asked = answer(monkeypatch, "Stay here", "Stay here", "Discard what I typed")
    called.close()
    assert called.isVisible()
    assert called.table.editor.text.startswith("ну ")
    called.session.close_project()
    assert called.session.project is not None
    assert called.table.editor.text.startswith("ну ")
    called.close()
    assert not called.isVisible()
    assert len(asked) == 3
    assert all("turn 1" in text for text in asked)


@pytest.mark.qt_no_exception_capture
def test_closing_does_not_drop_what_a_bug_keeps_from_being_stored(qtbot, called, faults, disk):
    press(called.table, KEY.Key_Return)
    type_text(called.table.editor, "ну ")
    disk.error = RuntimeError(SECRET)
    QTimer.singleShot(0, called, called.close)
    qtbot.waitUntil(lambda: bool(called.bars.texts()))
    assert called.isVisible()
    assert called.table.editor.text.startswith("ну ")
    disk.error = None
    called.close()
    assert not called.isVisible()


# ---------------------------------------------------------------------- whatever is done while typing


def do_filter(window: MainWindow) -> None:
    press(window, KEY.Key_F, CTRL)
    type_text(window.filters.search, "тариф")
    window.filters.only.setChecked(True)
    window.filters.reset()


def do_columns(window: MainWindow) -> None:
    session = window.session
    hidden = session.settings.hidden_columns
    session.prefer(hidden_columns=() if hidden else ("speaker",))


def do_switch(window: MainWindow) -> None:
    session = window.session
    here = session.transcript.id
    session.show_transcript(next(header.id for header in session.headers() if header.id != here))


def do_undo(window: MainWindow) -> None:
    """The text that is typed is a change like others: undo takes it back, redo brings it again."""
    window.actions_by_name["undo"].trigger()
    saved_text(window)  # the menu follows
    window.actions_by_name["redo"].trigger()


def do_other_project(window: MainWindow) -> None:
    session, here = window.session, window.session.project.path
    other = here.with_name("other.annotator")
    if other.exists():
        session.open_project(other)
    else:
        session.create_project(other)
    session.open_project(here)


def do_focus(window: MainWindow) -> None:
    window.docks["calls"].widget().setFocus()


def do_quit(window: MainWindow) -> None:
    press(window, KEY.Key_Q, CTRL)


def do_menu(window: MainWindow) -> None:
    for name in ("context", "show_source", "worst_first", "zoom_in", "zoom_out", "context"):
        if name in window.actions_by_name:
            window.actions_by_name[name].trigger()


def do_close_project(window: MainWindow) -> None:
    path = window.session.project.path
    window.actions_by_name["close_project"].trigger()
    window.session.open_project(path)


WAYS: dict[str, Callable[[MainWindow], None]] = {
    "filter": do_filter,
    "columns": do_columns,
    "switch": do_switch,
    "undo": do_undo,
    "other project": do_other_project,
    "focus": do_focus,
    "menu": do_menu,
    "close project": do_close_project,
}


def all_texts(path: Path) -> str:
    with Project.open(path) as project:
        return "\n".join(turn.text for header in project.transcripts() for turn in project.transcript(header.id).visible)


def press_random(session: Session, chance: random.Random) -> None:
    transcript: Transcript = session.transcript
    session.set_turn(chance.choice(transcript.visible).id)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_while_typing_the_words_are_in_the_project(qtbot, called, seed):
    session = called.session
    add_call(session, CALL.replace("добрый", "доброе"), "second.txt")
    path, chance, typed = session.project.path, random.Random(seed), []
    for n, name in enumerate([*chance.sample(list(WAYS), 5), chance.choice(list(WAYS))]):
        press_random(session, chance)
        called.table.setFocus()
        press(called.table, KEY.Key_Return)
        word = f"слово{n}х "
        type_text(called.table.editor, word)
        WAYS[name](called)
        typed.append(word.strip())
        if called.table.editor is not None:
            assert word in called.table.editor.text, name
    if called.table.editor is not None:
        type_text(called.table.editor, "конец ")
        typed.append("конец")
    do_quit(called)
    assert not called.isVisible()
    kept = all_texts(path)
    assert [word for word in typed if word not in kept] == []


@pytest.mark.parametrize("name", ["filter", "columns", "focus", "menu"])
def test_what_cannot_be_stored_outlives_what_goes_on_around_it(called, disk, name):
    press(called.table, KEY.Key_Return)
    type_text(called.table.editor, "ну ")
    disk.error = NoSpace(msg("The disk is full."))
    WAYS[name](called)
    assert called.table.editor is not None
    assert called.table.editor.text.startswith("ну ")
    disk.error = None
    called.table.editor.setFocus()
    press(called.table.editor, KEY.Key_Return)
    assert on_disk(called.session)[0].startswith("ну ")


def test_an_editor_whose_turn_does_not_pass_the_filter_stays(called, disk):
    press(called.table, KEY.Key_Return)
    type_text(called.table.editor, "ну ")
    disk.error = NoSpace(msg("The disk is full."))
    called.filters.search.setText("тариф")
    called.filters.only.setChecked(True)
    assert called.table.editor.text.startswith("ну ")
    assert called.table.turns_model.rowCount() >= 1


@pytest.mark.parametrize("name", ["switch", "undo", "close project"])
def test_leaving_a_call_asks_when_its_text_cannot_be_stored(called, disk, monkeypatch, name):
    add_call(called.session, CALL.replace("добрый", "доброе"), "second.txt")
    here = called.session.transcript.id
    called.table.setFocus()
    press(called.table, KEY.Key_Return)
    type_text(called.table.editor, "ну ")
    disk.error = NoSpace(msg("The disk is full."))
    asked = answer(monkeypatch, *["Stay here"] * 3)
    WAYS[name](called)
    assert bool(asked) == (name != "undo")  # which is not done then, and nothing is left
    assert called.session.transcript.id == here
    assert called.table.editor.text.startswith("ну ")
    disk.error = None
