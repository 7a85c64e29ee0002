"""Piles of files in the window: what is read, what is asked, and the report."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from driving import answer as answer_dialog
from driving import press, take
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from annotator import formats
from annotator.core.errors import NoSpace
from annotator.core.i18n import msg
from annotator.formats.base import LIKELY, Format
from annotator.formats.building import Builder
from annotator.gui.dialogs.choose_format import ChooseFormatDialog
from annotator.gui.dialogs.columns import ColumnsDialog
from annotator.gui.dialogs.import_many import FILE, FINDINGS, LIKE, NOTE, STATE, TURNS, ImportManyDialog
from annotator.gui.session import Session
from annotator.project import Project

TABLE = "speaker;role;beta;gamma\n" + "".join(f"S{n % 2};client;y{n} words of it;z{n} other things\n" for n in range(6))


def said(seed: int, turns: int = 10) -> str:
    return "".join(
        f"{('Client', 'Support')[n % 2]} (SPK0{n % 2}): " + " ".join(f"w{seed}x{n}y{m}" for m in range(8)) + "\n"
        for n in range(turns)
    )


def put(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def shout(name: str, change) -> Format:
    def read(file):
        builder = Builder(file, name)
        for line in file.text.removeprefix("!!").splitlines():
            builder.turn(change(line))
        return builder.finish()

    title = msg("Loud") if name == "loud" else msg("Quiet")
    return Format(name, title, (".shout",), reader=read, sniff=lambda f: LIKELY if f.head.startswith("!!") else 0)


@pytest.fixture
def two_shouts(monkeypatch):
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, shout("loud", str.upper), shout("quiet", str.lower)))


@pytest.fixture
def quiet(session: Session, monkeypatch: pytest.MonkeyPatch) -> Session:
    """No detectors at work: they are not what is tested here."""
    monkeypatch.setattr(session.analyst, "send", lambda *_, **__: 0)
    return session


@pytest.fixture
def project(quiet: Session, tmp_path: Path) -> Session:
    quiet.create_project(tmp_path / "p.annotator")
    return quiet


def done(qtbot, session: Session) -> None:
    qtbot.waitUntil(lambda: not session.working and not session.busy)


def import_all(qtbot, session: Session, *paths: Path) -> list[str]:
    session.open_paths(paths)
    done(qtbot, session)
    return [outcome.state for outcome in session.imports.outcomes]


def told_of(session: Session) -> list[str]:
    said: list[str] = []
    session.noticed.connect(lambda notice: said.append(f"{notice.kind}: {notice.text}"))
    return said


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """A folder with one file of each fate."""
    top = tmp_path / "pile"
    put(top / "a.txt", said(1))
    put(top / "b.txt", "nobody\n" + said(2))
    put(top / "deep" / "c.txt", said(1).replace("w1x0y0", "else"))
    put(top / "deep" / "d.txt", said(1))
    put(top / "e.json", '{"a": ')
    put(top / "f.shout", "!!Hello There\nYou\n")
    put(top / "g.csv", TABLE)
    put(top / "h.mp3", "ID3")
    return top


# ---------------------------------------------------------------------- what is read


def test_a_folder_is_imported_and_no_call_stays_in_memory_but_the_first(qtbot, project, pile, two_shouts) -> None:
    ended: list[bool] = []
    project.imports.ended.connect(ended.append)
    states = import_all(qtbot, project, pile)
    assert states == ["imported", "imported", "refused", "question", "question", "imported", "there"]
    assert ended == [True]
    assert dict(project.imports.passed_over) == {"media": 1}
    assert [header.name for header in project.headers()] == ["a.txt", "b.txt", "c.txt"]
    assert project.transcript is not None
    assert project.transcript.header.name == "a.txt", "the first one is shown"
    assert [project.project.loaded(n) for n in (1, 2, 3)] == [True, False, False]
    project.undo()
    assert [header.name for header in project.headers()] == ["a.txt", "b.txt"], "a step each"


def test_a_few_good_files_need_no_report_and_the_bad_ones_are_told(qtbot, project, tmp_path) -> None:
    ended: list[bool] = []
    project.imports.ended.connect(ended.append)
    notices = told_of(project)
    files = [put(tmp_path / "a.txt", said(1)), put(tmp_path / "b.txt", ""), put(tmp_path / "c.txt", said(1) + "Client: no\n")]
    import_all(qtbot, project, *files)
    assert ended == [False]
    assert len(notices) == 2
    assert "b.txt is empty" in notices[0]
    assert notices[1].startswith("info: c.txt is 9")
    assert "like a.txt" in notices[1]
    project.show_transcript(2)
    import_all(qtbot, project, files[0])
    assert "already" in notices[-1]
    assert project.transcript.id == 1


def test_long_calls_are_added_beside_the_window_in_the_same_order(qtbot, project, tmp_path, heartbeat) -> None:
    files = [put(tmp_path / f"{n}.txt", said(n, turns=(3, 1500)[n % 2])) for n in range(4)]
    assert import_all(qtbot, project, *files) == ["imported"] * 4
    assert [header.name for header in project.headers()] == ["0.txt", "1.txt", "2.txt", "3.txt"]
    assert [project.project.size(n) for n in (1, 2, 3, 4)] == [3, 1500, 3, 1500]


def test_without_a_project_that_beside_the_first_good_file_is_used(qtbot, quiet, tmp_path) -> None:
    bad, good, other = put(tmp_path / "bad.txt", ""), put(tmp_path / "good.txt", said(1)), put(tmp_path / "other.txt", said(2))
    with Project.create(tmp_path / "good.annotator") as made:
        from annotator.importing import Importer

        Importer(made).take(other)
    assert import_all(qtbot, quiet, bad, good, other) == ["refused", "imported", "there"]
    assert quiet.project.path == tmp_path / "good.annotator"


def test_cancelling_leaves_what_is_done_and_says_what_is_left(qtbot, project, tmp_path) -> None:
    files = [put(tmp_path / "pile" / f"{n:02}.txt", said(n)) for n in range(12)]
    once = iter([True])
    project.imports.changed.connect(lambda: project.cancel() if len(project.imports.outcomes) == 3 and next(once, False) else None)
    assert import_all(qtbot, project, *files) == ["imported"] * 3
    assert (len(project.headers()), project.imports.left) == (3, 9)
    assert import_all(qtbot, project, *files)[:4] == ["there", "there", "there", "imported"]


def test_a_full_disk_ends_the_import_with_one_message(qtbot, project, tmp_path, monkeypatch) -> None:
    write = project.project.write

    def fail(change):
        if len(project.headers()) == 2:
            raise NoSpace(msg("The disk is full."))
        return write(change)

    monkeypatch.setattr(project.project, "write", fail)
    notices = told_of(project)
    files = [put(tmp_path / f"{n}.txt", said(n)) for n in range(5)]
    assert import_all(qtbot, project, *files) == ["imported", "imported", "refused"]
    assert [text for text in notices if "disk is full" in text] == ["error: The disk is full."]
    assert project.imports.left == 2
    monkeypatch.undo()


def test_a_second_pile_waits_for_the_first(qtbot, project, tmp_path) -> None:
    notices = told_of(project)
    project.open_paths([put(tmp_path / "a.txt", said(1))])
    project.open_paths([put(tmp_path / "b.txt", said(2))])
    done(qtbot, project)
    assert [header.name for header in project.headers()] == ["a.txt"]
    assert "Wait until" in notices[0]


def test_closing_the_project_ends_an_import(qtbot, project, tmp_path) -> None:
    files = [put(tmp_path / f"{n}.txt", said(n, turns=1200)) for n in range(3)]
    project.imports.changed.connect(project.close_project)
    project.open_paths(files)
    qtbot.waitUntil(lambda: project.project is None and not project.working)
    with Project.open(tmp_path / "p.annotator") as kept:
        assert len(kept.transcripts()) == 1


# ---------------------------------------------------------------------- questions about one file


def test_a_tie_is_asked_about_and_answered(qtbot, window, project, tmp_path, two_shouts) -> None:
    shown: list[list[str]] = []

    def choose(dialog: ChooseFormatDialog) -> None:
        qtbot.waitUntil(dialog.ok.isEnabled)
        shown.append([dialog.turns.topLevelItem(n).text(2) for n in range(dialog.turns.topLevelItemCount())])
        assert not dialog.for_all.isVisible()
        press(dialog.list, Qt.Key.Key_Down)
        qtbot.waitUntil(dialog.ok.isEnabled)
        shown.append([dialog.turns.topLevelItem(n).text(2) for n in range(dialog.turns.topLevelItemCount())])
        press(dialog, Qt.Key.Key_Return)

    answer_dialog(ChooseFormatDialog, choose, window)
    project.open_paths([put(tmp_path / "f.shout", "!!Hello There\nYou\n")])
    qtbot.waitUntil(lambda: project.transcript is not None)
    assert shown == [["HELLO THERE", "YOU"], ["hello there", "you"]]
    assert project.transcript.source.format == "quiet"
    done(qtbot, project)


def test_a_question_that_is_left_open_imports_nothing(qtbot, window, project, tmp_path, two_shouts) -> None:
    seen: list[str] = []
    answer_dialog(ChooseFormatDialog, lambda dialog: (seen.append(dialog.windowTitle()), dialog.reject()), window)
    project.open_paths([put(tmp_path / "f.shout", "!!Hello\n")])
    qtbot.waitUntil(lambda: bool(seen) and not project.working)
    assert project.headers() == ()


def test_columns_are_asked_for_once_a_layout(qtbot, window, project, tmp_path) -> None:
    def choose(dialog: ColumnsDialog) -> None:
        assert dialog.combos[0].currentData() == "speaker"
        dialog.combos[2].setCurrentIndex(dialog.combos[2].findData("text"))
        qtbot.waitUntil(dialog.ok.isEnabled)
        dialog.ok.click()

    answer_dialog(ColumnsDialog, choose, window)
    project.open_paths([put(tmp_path / "1.csv", TABLE)])
    qtbot.waitUntil(lambda: project.transcript is not None)
    done(qtbot, project)
    assert project.transcript.turns[0].text == "y0 words of it"
    assert import_all(qtbot, project, put(tmp_path / "2.csv", TABLE.replace("words", "parts"))) == ["imported"]
    assert project.transcript.turns[0].text == "y0 parts of it", "nobody was asked"


# ---------------------------------------------------------------------- the report


@pytest.fixture
def report(qtbot, window, project, pile, two_shouts) -> ImportManyDialog:
    import_all(qtbot, project, pile)
    assert window._imports is not None, "it shows itself"
    return window._imports


def cells(dialog: ImportManyDialog, column: int) -> list[str]:
    model = dialog.narrowed
    return [model.index(row, column).data() for row in range(model.rowCount())]


def choose_file(dialog: ImportManyDialog, *names: str) -> None:
    dialog.table.clearSelection()
    for row, name in enumerate(cells(dialog, FILE)):
        if name in names:
            flags = dialog.table.selectionModel().SelectionFlag.Select | dialog.table.selectionModel().SelectionFlag.Rows
            dialog.table.selectionModel().select(dialog.narrowed.index(row, 0), flags)


def shows_what_needs_somebody_first(report) -> None:
    assert report.heading.text() == "3 of 7 files imported"
    assert report.aside.text() == "passed over: sound or video 1"
    assert cells(report, FILE) == ["f.shout", "g.csv", "e.json", "b.txt", "c.txt", "d.txt", "a.txt"]
    assert [text.split("  ")[1] for text in cells(report, STATE)] == [
        *("Needs an answer", "Needs an answer", "Not imported", "Read in part", "Like another call", "Already there", "Imported"),
    ]
    assert cells(report, TURNS) == ["", "", "", "10 of 11", "10", "", "10"]
    assert cells(report, LIKE)[4].endswith("a.txt")
    assert "damaged JSON" in cells(report, NOTE)[2]
    assert cells(report, NOTE)[5] == "in this project as a.txt"
    assert "f.shout" in report.details.toPlainText()


def is_narrowed_by_state_and_words_and_sorted(report) -> None:
    report.chips["question"].click()
    assert cells(report, FILE) == ["f.shout", "g.csv"]
    report.search.setText("g.c")
    assert cells(report, FILE) == ["g.csv"]
    report.chips[""].click()
    report.search.setText("deep")
    assert cells(report, FILE) == ["c.txt", "d.txt"], "folders count too"
    report.search.clear()
    report.table.sortByColumn(FILE, Qt.SortOrder.DescendingOrder)
    assert cells(report, FILE)[0] == "g.csv"
    assert report.chips["refused"].text() == "!  Not imported: 1"
    assert not report.chips["removed"].isVisible()


def lets_only_what_can_be_done_be_clicked(report) -> None:
    buttons = (report.go, report.read_as, report.columns, report.remove)
    for name, able in (("f.shout", "0100"), ("g.csv", "0010"), ("e.json", "0000"), ("a.txt", "1001"), ("d.txt", "1000")):
        choose_file(report, name)
        assert "".join(str(int(made.isEnabled())) for made in buttons) == able, name
    choose_file(report, "a.txt", "b.txt")
    assert [made.isEnabled() for made in buttons] == [False, False, False, True]


def test_enter_goes_to_the_call_and_findings_follow(qtbot, report, project) -> None:
    project.counts = {1: [], 2: []}
    project.counts_changed.emit()
    qtbot.waitUntil(lambda: cells(report, FINDINGS)[6] == "0")
    assert cells(report, FINDINGS)[3:] == ["0", "…", "", "0"]
    choose_file(report, "c.txt")
    report.table.setFocus()
    press(report.table, Qt.Key.Key_Return)
    assert project.transcript.header.name == "c.txt"
    assert report.isVisible(), "it stays"


def test_a_question_is_answered_from_the_report(qtbot, report, project) -> None:
    def choose(dialog: ChooseFormatDialog) -> None:
        qtbot.waitUntil(dialog.ok.isEnabled)
        dialog.ok.click()

    answer_dialog(ChooseFormatDialog, choose, report)
    choose_file(report, "f.shout")
    take(report, "Read as…")
    done(qtbot, project)
    qtbot.waitUntil(lambda: report.heading.text() == "4 of 7 files imported")
    assert [header.name for header in project.headers()][-1] == "f.shout"
    assert report.selected[0].path.name == "f.shout", "it stays chosen where it is now"


def test_removing_is_one_step_that_undo_takes_back(qtbot, report, project) -> None:
    choose_file(report, "b.txt", "c.txt")
    take(report, "Remove from the project")
    done(qtbot, project)
    qtbot.waitUntil(lambda: report.heading.text() == "1 of 7 files imported")
    assert [text for text in cells(report, STATE) if "Removed" in text] != []
    project.undo()
    done(qtbot, project)
    qtbot.waitUntil(lambda: report.heading.text() == "3 of 7 files imported")


def is_copied_as_text_and_as_a_table(report) -> None:
    report.chips["refused"].click()
    report.copy.menu().actions()[0].trigger()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("3 of 7 files imported\npassed over: sound or video 1\n")
    assert "damaged JSON" in text
    report.chips[""].click()
    report._imports.outcomes[0] = replace(report._imports.outcomes[0], path=Path("=cmd.txt"))
    report._follow()
    report.copy.menu().actions()[1].trigger()
    rows = list(csv.reader(io.StringIO(QGuiApplication.clipboard().text())))
    assert len(rows) == 8
    assert rows[0][:2] == ["State", "File"]
    assert "'=cmd.txt" in [row[FILE] for row in rows], "no cell is run"


def test_the_report_tells_the_truth(report) -> None:
    shows_what_needs_somebody_first(report)
    lets_only_what_can_be_done_be_clicked(report)
    is_narrowed_by_state_and_words_and_sorted(report)
    is_copied_as_text_and_as_a_table(report)


def test_it_can_be_shown_again_and_goes_with_the_project(qtbot, report, window, project) -> None:
    press(report, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window._imports is None)
    window.refresh()
    window.actions_by_name["imports"].trigger()
    assert window._imports.heading.text() == "3 of 7 files imported"
    project.close_project()
    qtbot.waitUntil(lambda: window._imports is None)


def test_files_and_folders_are_dropped_on_the_window(qtbot, window, project, tmp_path) -> None:
    put(tmp_path / "pile" / "a.txt", said(1))
    single = put(tmp_path / "b.txt", said(2))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (tmp_path / "pile", single)])
    keys, action = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    window.dropEvent(QDropEvent(QPointF(QPoint(5, 5)), action, data, Qt.MouseButton.LeftButton, keys))
    qtbot.waitUntil(lambda: len(project.headers()) == 2 and not project.working)
    assert window._imports.heading.text() == "2 of 2 files imported"


def test_many_files_do_not_hold_the_window_up(qtbot, window, project, tmp_path, heartbeat) -> None:
    for n in range(25):
        put(tmp_path / "pile" / f"{n}.txt", said(n, turns=60))
    project.open_paths([tmp_path / "pile"])
    qtbot.waitUntil(lambda: len(project.headers()) == 25 and not project.working, timeout=60_000)
    press(window._imports.table, Qt.Key.Key_Down)
    QTest.mouseClick(window._imports.chips["imported"], Qt.MouseButton.LeftButton)
    assert window._imports.heading.text() == "25 of 25 files imported"
