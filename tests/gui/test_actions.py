"""Every action that changes the project, done, undone and done again, leaves what it should. A new action is listed here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pytest
from driving import add_call
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QWidget

from annotator.core.commands import speakers, topics, turns
from annotator.core.finding import Finding, Fix, Relabel, Span
from annotator.core.i18n import msg
from annotator.core.model import Topic
from annotator.formats import codebook
from annotator.gui.actions import ACTIONS
from annotator.gui.dialogs.accept_all import AcceptAllDialog
from annotator.gui.dialogs.allowed import AllowedDialog
from annotator.gui.dialogs.role_words import RoleWordsDialog
from annotator.gui.dialogs.topic import TopicDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.session import Session

TEXT = """\
Клиент (SPK00): добрый день добрый день у меня не приходят письма
Саппорт (SPK01): здравствуйте подскажите ваш адрес
Клиент (SPK00): да да сейчас и сколько это стоит
Саппорт (SPK01): тариф стоит две тысячи в месяц
"""
Prepare = Callable[[MainWindow], object]


def nothing(_window: MainWindow) -> None:
    """Prepare nothing."""


def select(*turn_ids: int) -> Prepare:
    return lambda window: window.session.set_turn(turn_ids[0], turn_ids)


def do(command: Callable, *args: object) -> Prepare:
    return lambda window: window.session.do(command, *args)


def both(*steps: Prepare) -> Prepare:
    return lambda window: [step(window) for step in steps]


def answer(kind: type[QDialog], fill: Callable[[QDialog], object]) -> Prepare:
    """Fill in the dialog that the action opens, as soon as it is there."""

    def prepare(window: MainWindow) -> None:
        timer = QTimer(window, interval=5)

        def act() -> None:
            dialog = next((w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()), None)
            if dialog is not None:
                timer.stop()
                try:
                    fill(dialog)
                finally:
                    dialog.reject()

        timer.timeout.connect(act)
        timer.start()

    return prepare


def add_topics(window: MainWindow) -> None:
    for digit in range(1, 10):
        window.session.apply(partial(topics.add, window.session.project.topics, f"Topic {digit}", "#1F6F5C", "", digit))


def speaker_finding(session: Session, turn_id: int, start: int, end: int) -> Relabel:
    return Relabel(Span.of(session.transcript, turn_id, start, end), "SPK01")


def show_cut(window: MainWindow) -> None:
    """Put a cut sentence with two further places on the card."""
    session = window.session
    relabels = [speaker_finding(session, 3, 0, end) for end in (2, 5, 12)]
    fixes = [Fix(msg("Move"), relabels=(relabel,)) for relabel in relabels]
    show(window, Finding("cut", "speakers", "cut", 0.8, (relabels[0].span,), (msg("Why"),), fixes[0], places=tuple(fixes[1:])))


def show_repeat(window: MainWindow) -> None:
    first, second = (Span.of(window.session.transcript, 1, *span) for span in ((0, 11), (12, 23)))
    fix, other = Fix(msg("Drop the second"), (second,)), Fix(msg("Drop the first"), (first,))
    show(window, Finding("own", "duplicates", "phrase", 0.95, (first, second), (msg("Why"),), fix, other))


def show(window: MainWindow, finding: Finding) -> None:
    window.session._found = [finding]
    window.session._pick_findings()
    window.session.show_finding(finding)
    assert window.session.finding == finding


def fill_comment(dialog: QDialog) -> None:
    dialog.setTextValue("important")
    dialog.accept()


def fill_allowed(dialog: QDialog) -> None:
    dialog.field.setText("добрый день")
    dialog.add.click()


def fill_role_words(dialog: QDialog) -> None:
    dialog.field.setText("мастер")
    dialog.add.click()


def fill_topic(dialog: QDialog) -> None:
    dialog.name.setText("Price")
    dialog.ok.click()


@dataclass(frozen=True)
class Case:
    """How an action is brought to change something, by one undo step."""

    prepare: Prepare = nothing
    turn_id: int = 2


CHANGES: dict[str, Case] = {
    "join": Case(),
    "hide": Case(select(2, 3)),
    "restore": Case(both(do(turns.hide, [2]), select(2))),
    "revert": Case(do(turns.set_text, 2, "other words")),
    "comment": Case(answer(QInputDialog, fill_comment)),
    "bookmark": Case(select(1, 3)),
    "accept": Case(show_repeat),
    "alternative": Case(show_repeat),
    "place_2": Case(show_cut),
    "place_3": Case(show_cut),
    "dismiss": Case(show_repeat),
    "accept_all": Case(both(show_repeat, answer(AcceptAllDialog, lambda dialog: dialog.ok.click()))),
    "allow_repeat": Case(show_repeat),
    "allowed_repeats": Case(answer(AllowedDialog, fill_allowed)),
    "role_words": Case(answer(RoleWordsDialog, fill_role_words)),
    "reviewed": Case(select(1, 2, 3)),
    "call_done": Case(),
    "flip": Case(select(2, 3)),
    "flip_from_here": Case(do(speakers.pin, [4], True)),
    "flip_call": Case(),
    "swap_roles": Case(),
    "pin": Case(select(2, 4)),
    "end_topic": Case(both(add_topics, lambda window: window.session.do(topics.tag_from, 1, 1))),
    "new_topic": Case(answer(TopicDialog, fill_topic)),
    **{f"topic_{digit}": Case(add_topics) for digit in range(1, 10)},
    **{f"speaker_{digit}": Case(select(1, 2, 3)) for digit in range(3)},
    **{f"speaker_{digit}": Case(lambda window: add_call(window.session, nine_speakers(), "nine.txt")) for digit in range(3, 10)},
}
"""What changes the project, and how."""

ELSEWHERE = {
    "edit_text": "what is typed, and each chord: test_turns",
    "merge_speakers": "the panel asks first: test_docks_speakers",
    "topic_palette": "test_topic_palette",
    "import_codebook": "test_import_of_a_codebook_can_be_undone, below",
    "replace": "test_replace",
    "rule_sets": "test_replace",
    "redact": "what cannot be undone: test_redaction",
}
"""What changes the project after more than one step, and where that is tested."""

CHANGES_NOTHING = {
    *("open", "open_folder", "open_in_encoding", "new_project", "export", "report", "imports", "restore_backup"),
    *("close_project", "quit"),
    *("purge_history", "save_copy", "personal", "build_dataset", "merge", "compare"),
    *("undo", "redo", "history", "next_bookmark", "jump", "find", "find_next", "find_previous"),
    *("next_finding", "previous_finding", "worst_first", "learning", "confidence"),
    *("export_codebook", "show_source", "context", "mark_unknown", "statistics"),
    *("column_number", "column_time", "column_speaker", "column_topics"),
    *("zoom_in", "zoom_out", "zoom_reset", "theme_system", "theme_light", "theme_dark"),
    *("language_system", "language_en", "language_ru", "palette", "keys", "about"),
}
"""What is no undo step: it shows something, or is kept outside of undo."""


def nine_speakers() -> str:
    return "".join(f"S{n} (SPK0{n}): слова номер {n}\n" for n in range(1, 10))


def test_every_action_is_listed_once() -> None:
    lists = [set(CHANGES), set(ELSEWHERE), CHANGES_NOTHING]
    assert {action.name for action in ACTIONS} == set.union(*lists)
    assert sum(map(len, lists)) == len(ACTIONS)


@pytest.fixture
def called(window: MainWindow, call: Session) -> MainWindow:
    add_call(call, TEXT, "own.txt")
    window.table.setFocus()
    return window


def state(session: Session) -> object:
    """Return all that undo concerns."""
    project = session.project
    calls = [project.transcript(header.id) for header in project.transcripts()]
    return calls, project.topics, project.allowed, project.role_words


def steps(session: Session) -> int:
    return len(session.project.history(1_000_000))


@pytest.mark.parametrize("names", [sorted(CHANGES)[n::4] for n in range(4)], ids=["a", "b", "c", "d"])
def test_what_is_done_can_be_undone_and_done_again(called: MainWindow, names: list[str]) -> None:
    session = called.session
    for name in names:
        case = CHANGES[name]
        start = state(session)
        shown = session.transcript.id
        session.set_turn(case.turn_id)
        case.prepare(called)
        QApplication.processEvents()
        before, made = state(session), steps(session)
        called.actions_by_name[name].trigger()
        close_dialogs(called)
        after = state(session)
        assert after != before, f"{name} has changed nothing"
        assert steps(session) == made + 1, f"{name} is no single step"
        called.actions_by_name["undo"].setEnabled(True)
        called.actions_by_name["undo"].trigger()
        assert state(session) == before, name
        called.actions_by_name["redo"].setEnabled(True)
        called.actions_by_name["redo"].trigger()
        assert state(session) == after, name
        while state(session) != start:
            session.undo()
        session.show_transcript(shown)


def close_dialogs(window: MainWindow) -> None:
    for widget in QApplication.topLevelWidgets():
        if widget is not window and isinstance(widget, QDialog) and widget.isVisible():
            widget.close()


QUIET = sorted(CHANGES_NOTHING - {"close_project", "quit", "undo", "redo"})


def test_what_changes_nothing_leaves_no_step(called: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    session = called.session
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: ("", False))
    monkeypatch.setattr(called, "ask", QWidget.deleteLater)
    before, made = state(session), steps(session)
    for name in QUIET:
        called.actions_by_name[name].setEnabled(True)
        called.actions_by_name[name].trigger()
        close_dialogs(called)
        assert (state(session), steps(session)) == (before, made), name


def test_import_of_a_codebook_can_be_undone(qtbot, called: MainWindow, tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = called.session
    file = tmp_path / "codebook.json"
    file.write_bytes(codebook.encode_json([Topic(1, "Price", "#1F6F5C"), Topic(2, "Delivery", "#0B5CAD", parent_id=1)]))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(file), ""))
    before = state(session)
    called.actions_by_name["import_codebook"].trigger()
    qtbot.waitUntil(lambda: not session.busy)
    after = state(session)
    assert [topic.name for topic in session.project.topics] == ["Price", "Delivery"]
    session.undo()
    assert state(session) == before
    session.redo()
    assert state(session) == after
