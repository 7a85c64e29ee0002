"""The statistics page: what it shows of a call and of the project, how it counts, what it writes."""

from __future__ import annotations

import csv
import io
import threading
from collections import Counter
from pathlib import Path

import pytest
from driving import CALL, add_call, press
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea

from annotator.core.change import Change, Step
from annotator.core.commands import review, speakers, turns
from annotator.core.errors import ProjectError
from annotator.core.i18n import msg
from annotator.core.model import Decision
from annotator.gui.dialogs.statistics import StatisticsDialog
from annotator.gui.session import Session
from annotator.gui.widgets.chart import PATTERNS, Bar, BarChart, Part
from annotator.project import Project

DUPLICATE, CUT, SILENT = ("duplicates", "overlap"), ("speakers", "cut"), ("duplicates", "disfluency")


@pytest.fixture
def left(monkeypatch) -> dict[int, Counter]:
    """What the check has found and nobody has decided, per call that was checked."""
    found: dict[int, Counter] = {}
    monkeypatch.setattr(Session, "open_counts", lambda _, transcript_id: found.get(transcript_id))
    return found


def decide(session, *decisions: tuple[str, str, str]) -> None:
    for n, (detector, kind, verdict) in enumerate(decisions):
        made = Decision(session.transcript.id, f"{kind}{n}", verdict, detector, kind, 0.8)
        session.project.apply(Change(msg("Decide"), (Step(None, made),)))


@pytest.fixture
def worked(call, left):
    """Two calls: the first with four decisions, a word mended, a turn hidden, done after two minutes; the second as it came."""
    decide(call, (*CUT, "accepted"), (*CUT, "relabelled"), (*CUT, "dismissed"), (*DUPLICATE, "accepted"))
    call.do(turns.set_text, 4, "тариф стоит три тысячи в месяц")
    call.do(turns.hide, [1])
    call.do(speakers.relabel, [2], "SPK00")
    call.do(review.set_done, True)
    call.project.add_activity(1, 120)
    left[1] = Counter({CUT: 1, SILENT: 5})
    add_call(call, CALL + "Клиент (SPK00): и еще вот что\n", "second.txt")
    return call


@pytest.fixture
def open_page(qtbot, theme):
    def open_(session) -> StatisticsDialog:
        dialog = StatisticsDialog(session, theme)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        qtbot.waitUntil(lambda: not dialog.counting)
        return dialog

    return open_


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def tiles(dialog) -> list[tuple[str, str]]:
    return [(plain(tile.number.text()), plain(tile.detail.text())) for tile in dialog.page.tiles]


def table(dialog) -> list[list[str]]:
    shown = dialog.page.table
    heads = [shown.horizontalHeaderItem(column).text() for column in range(6)]
    return [heads, *([plain(shown.item(row, column).text()) for column in range(6)] for row in range(shown.rowCount()))]


def test_the_project_in_numbers(worked, open_page):
    dialog = open_page(worked)
    assert dialog.whole.isChecked()
    assert dialog.page.title.text() == "calls"
    shown = tiles(dialog)
    assert shown.pop(2)[1].startswith("1 left; 1 call")
    assert shown == [
        ("1 of 2", "Calls of the project"),
        ("0 of 8", "0 %"),
        ("75 %", "3 accepted, 1 dismissed"),
        ("17.8 %", "8 of 45 words changed"),
        ("3", "text 1, speaker 1, hidden 1"),
        ("8.9 %", "4 of 45 words"),
        ("2 min", "1 min a call"),
    ]


def test_this_call_in_numbers(worked, open_page):
    worked.show_transcript(1)
    dialog = open_page(worked)
    QTest.mouseClick(dialog.this_call, Qt.MouseButton.LeftButton)
    assert dialog.page.title.text() == "call.txt"
    assert tiles(dialog)[0] == ("yes", "This call")
    assert tiles(dialog)[2] == ("4 of 5", "1 left")
    assert tiles(dialog)[7] == ("2 min", "Without breaks")
    assert not dialog.page._worst_section.isVisible()


def test_findings_by_kind(worked, open_page):
    dialog = open_page(worked)
    assert table(dialog) == [
        ["Kind", "Found", "Accepted", "Dismissed", "Left", "Precision"],
        ["=  Overlapping turns", "1", "1", "0", "0", "100 %"],
        ["]  Cut sentence", "4", "2", "1", "1", "67 %"],
        ["All kinds", "5", "3", "1", "1", "75 %"],
    ]
    assert dialog.page.fates.accessibleDescription() == (
        "Cut sentence: 4, Accepted 2, Dismissed 1, Left 1; Overlapping turns: 1, Accepted 1"
    )


def test_who_speaks_and_what_is_wrong(worked, open_page):
    dialog = open_page(worked)
    said = plain(dialog.page.talk.accessibleDescription())
    assert said.startswith("Words, ")
    assert "Клиент: 5 turns 64 %" in said
    wrong = plain(dialog.page.errors.accessibleDescription())
    assert [part.split()[2] for part in wrong.split("; ")] == ["1", "many:", "0"]
    assert dialog.page.worst.accessibleDescription().startswith("call.txt: ")


def test_what_the_check_finds_meanwhile_is_shown(worked, left, open_page, qtbot):
    dialog = open_page(worked)
    left[2] = Counter({CUT: 2})
    worked.counts_changed.emit()
    qtbot.waitUntil(lambda: tiles(dialog)[2] == ("4 of 7", "3 left"))


def test_a_call_of_which_nothing_is_known_yet(call, left, open_page):
    dialog = open_page(call)
    assert dialog.this_call.isChecked()
    assert tiles(dialog)[2:4] == [("0", "Not checked yet"), ("–", "Nothing is decided yet")]
    assert not dialog.page.table.isVisible()
    assert "Right brings the first finding" in dialog.page.kinds_hint.text()
    assert not dialog.page._fates_section.isVisible()


def test_a_project_without_calls(session, left, tmp_path, open_page):
    session.create_project(tmp_path / "empty.annotator")
    dialog = open_page(session)
    assert (dialog.this_call.isEnabled(), dialog.whole.isChecked()) == (False, True)
    assert dialog.page.empty.isVisible()
    assert not dialog.page.numbers.isVisible()
    assert not any(made.isEnabled() for made in dialog.exports)


def test_counting_goes_on_call_by_call(call, left, theme, qtbot, monkeypatch):
    monkeypatch.setattr("annotator.gui.dialogs.statistics.SLICE", 0)
    for n in range(6):
        add_call(call, f"{CALL}Клиент (SPK00): {n}\n", f"{n}.txt")
    dialog = StatisticsDialog(call, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    seen = set()
    first = []

    def done() -> bool:
        seen.add(len(dialog.calls))
        first.extend(dialog.calls)
        assert dialog.to_calls.isEnabled() is not dialog.counting
        return not dialog.counting

    qtbot.waitUntil(done)
    assert max(seen) == 7
    assert first[0] == call.transcript.id  # the call on screen before the others
    assert not dialog._progress.isVisible()


def test_a_long_call_is_read_beside_the_window(call, left, theme, qtbot, monkeypatch):
    add_call(call, CALL + "Клиент (SPK00): и еще\n", "two.txt")
    path = call.project.path
    call.close_project()
    monkeypatch.setattr("annotator.gui.session.BIG", 5)
    read_on: dict[int, str] = {}
    read = Project.read

    def watched(project, transcript_id):
        assert transcript_id not in read_on
        read_on[transcript_id] = threading.current_thread().name
        return read(project, transcript_id)

    monkeypatch.setattr(Project, "read", watched)
    call.open_project(path)
    dialog = StatisticsDialog(call, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.counting)
    assert sorted(dialog.calls) == [1, 2]
    assert read_on[1] == threading.main_thread().name  # it is short
    assert read_on[2] != threading.main_thread().name


def test_closing_ends_the_counting(call, left, theme, qtbot):
    dialog = StatisticsDialog(call, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    call.close_project()
    assert not dialog.isVisible()
    QApplication.processEvents()
    assert not dialog.counting


def test_a_call_that_cannot_be_read_is_said(call, left, theme, qtbot, monkeypatch):
    def fail(*_: object):
        raise ProjectError(msg("Gone."))

    monkeypatch.setattr(Project, "transcript", fail)
    dialog = StatisticsDialog(call, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.counting)
    assert dialog.message.text() == "Gone."


def test_a_long_call_does_not_hold_up_the_window(call, left, qtbot, theme, monkeypatch):
    said = "".join(f"Клиент (SPK0{n % 2}): слово номер {n} и еще десять слов о том же самом деле\n" for n in range(10_000))
    add_call(call, said, "long.txt")
    qtbot.waitUntil(lambda: call.transcript.header.name == "long.txt" and not call.busy, timeout=20_000)
    slices: list[int] = []
    count = StatisticsDialog._count
    monkeypatch.setattr(StatisticsDialog, "_count", lambda dialog: (slices.append(1), count(dialog)))
    dialog = StatisticsDialog(call, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.counting, timeout=20_000)
    assert dialog.calls[2].turns == 10_000
    assert len(slices) > 5


# ---------------------------------------------------------------------- taken out


def answer(monkeypatch, path: Path | str) -> list[str]:
    asked: list[str] = []

    def ask(_parent, _title, proposed, _filter):
        asked.append(Path(proposed).name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return asked


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))


def test_tables(worked, open_page, monkeypatch, tmp_path, qtbot):
    dialog = open_page(worked)
    asked = answer(monkeypatch, tmp_path / "calls.csv")
    QTest.mouseClick(dialog.to_calls, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.message.text().startswith("Exported calls.csv") and not worked.working)
    assert [(row["name"], row["accepted"], row["left"]) for row in rows(tmp_path / "calls.csv")] == [
        ("call.txt", "3", "1"),
        ("second.txt", "0", ""),
        ("total", "3", "1"),
    ]
    answer(monkeypatch, tmp_path / "kinds.csv")
    QTest.mouseClick(dialog.to_kinds, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not worked.working)
    assert [row["kind"] for row in rows(tmp_path / "kinds.csv")] == ["overlap", "cut", "overlap", "cut"]
    assert asked == ["calls calls.csv"]


def test_the_table_of_this_call_has_this_call_only(worked, open_page, monkeypatch, tmp_path, qtbot):
    dialog = open_page(worked)
    QTest.mouseClick(dialog.this_call, Qt.MouseButton.LeftButton)
    asked = answer(monkeypatch, tmp_path / "one.csv")
    QTest.mouseClick(dialog.to_calls, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not worked.working)
    assert [row["name"] for row in rows(tmp_path / "one.csv")] == ["second.txt", "total"]
    assert asked == ["second calls.csv"]


def test_the_picture_is_of_the_whole_page_at_twice_its_size(worked, open_page, monkeypatch, tmp_path, qtbot):
    dialog = open_page(worked)
    dialog.resize(dialog.width(), 400)
    QApplication.processEvents()
    answer(monkeypatch, tmp_path / "page.png")
    QTest.mouseClick(dialog.to_picture, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not worked.working)
    picture = QImage(str(tmp_path / "page.png"))
    page, last = dialog.page, dialog.page._worst_section
    bottom = last.mapTo(page, QPoint(0, last.height())).y()
    assert picture.width() == 2 * page.width()
    assert picture.height() >= 2 * bottom > 2 * dialog.findChild(QScrollArea).viewport().height()
    assert picture.pixelColor(2 * page.width() // 2, 2 * bottom - 20) != picture.pixelColor(1, 1)  # the last card is on it


def test_a_project_is_never_overwritten_and_no_answer_is_none(worked, open_page, monkeypatch):
    dialog = open_page(worked)
    before = worked.project.path.read_bytes()
    answer(monkeypatch, worked.project.path)
    QTest.mouseClick(dialog.to_picture, Qt.MouseButton.LeftButton)
    assert "is a project" in dialog.message.text()
    answer(monkeypatch, "")
    QTest.mouseClick(dialog.to_calls, Qt.MouseButton.LeftButton)
    assert worked.project.path.read_bytes() == before


# ---------------------------------------------------------------------- by keys, and looks


def test_keys(worked, open_page):
    dialog = open_page(worked)
    dialog.resize(900, 400)
    QApplication.processEvents()
    bar = dialog.findChild(QScrollArea).verticalScrollBar()
    for key, at in ((Qt.Key.Key_End, bar.maximum()), (Qt.Key.Key_Home, 0), (Qt.Key.Key_PageDown, bar.pageStep())):
        press(QApplication.focusWidget(), key)
        assert bar.value() == at
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_everything_has_a_name(worked, open_page):
    dialog = open_page(worked)
    assert all(tile.accessibleName().startswith(tile.name) for tile in dialog.page.tiles)
    assert all(chart.accessibleName() for chart in dialog.page.findChildren(BarChart))
    assert dialog.page.table.accessibleName() == "Findings by kind"
    assert dialog.page.table.item(1, 2).toolTip() == "<qt>1 of them in another way than proposed first</qt>"


def test_the_page_follows_the_scheme(worked, open_page, theme):
    dialog = open_page(worked)
    light = dialog.page.picture()
    theme.choose("dark")
    QApplication.processEvents()
    assert dialog.page.picture() != light
    theme.choose("light")


def test_action_opens_the_page(window, left, open_text, monkeypatch):
    open_text(CALL)
    opened: list = []
    monkeypatch.setattr(window, "ask", lambda dialog: (opened.append(type(dialog).__name__), dialog.deleteLater()))
    press(window.table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert opened == ["StatisticsDialog"]


@pytest.fixture
def chart(qtbot, theme) -> BarChart:
    made = BarChart(theme)
    qtbot.addWidget(made)
    made.resize(400, 200)
    return made


def test_a_bar_is_as_long_as_its_value(chart, theme):
    t = theme.tokens
    chart.fill("Chart", [Part("", t.accent)], [Bar("a", (1.0,), ""), Bar("b", (0.5,), ""), Bar("c", (0.0,), "")])
    chart.resize(400, chart.heightForWidth(400))
    image = chart.grab().toImage()
    lengths = []
    for row in chart._places(400).rows:
        line = [image.pixelColor(x, row.center().y()) for x in range(image.width())]
        lengths.append(sum(c == t.accent for c in line))
    assert lengths[2] == 0
    assert lengths[0] > 300
    assert lengths[1] == pytest.approx(lengths[0] / 2, abs=3)


def test_parts_differ_without_colour(chart, theme):
    t = theme.tokens
    parts = [Part("one", t.accent, n) for n in range(len(PATTERNS))]
    for n, part in enumerate(parts):
        chart.fill("Chart", [part], [Bar("", (1.0,), "")])
        parts[n] = chart.grab().toImage()
    assert all(parts[a] != parts[b] for a in range(len(parts)) for b in range(a))


def test_long_labels_take_two_lines_and_are_shortened(chart, theme):
    short, long = Bar("a", (1,), "1"), Bar("слово за словом " * 30, (1,), "1")
    chart.fill("Chart", [Part("", theme.tokens.accent)], [short, long])
    places = chart._places(400)
    assert places.label_width <= 400 * 0.36
    assert places.rows[0].height() < places.rows[1].height() < 3 * chart.fontMetrics().height()
    assert places.rows[-1].bottom() < chart.heightForWidth(400)
    assert chart.bar_at(places.rows[1].center()) is long
    assert chart.bar_at(QPoint(5, places.height + 20)) is None


def test_the_legend_goes_on_in_a_second_line(chart, theme):
    parts = [Part("a rather long name of a speaker", theme.tokens.accent, n) for n in range(4)]
    chart.fill("Chart", parts, [Bar("a", (1, 1, 1, 1), "")])
    legend = chart._places(400).legend
    assert len({point.y() for point in legend}) > 1
    assert all(point.x() == 0 or point.x() < 400 - 150 for point in legend)


def test_a_call_is_summed_up_also_when_the_time_of_work_cannot_be_read(qtbot, window, call, monkeypatch):
    def unreadable() -> None:
        raise ProjectError(msg("Gone."))

    said: list[str] = []
    monkeypatch.setattr(window, "say", said.append)
    monkeypatch.setattr(call.project, "activity", unreadable)
    window.actions_by_name["call_done"].trigger()
    if not call.transcript.header.done:
        window.actions_by_name["call_done"].trigger()
    qtbot.waitUntil(lambda: bool(said) and said[-1].startswith("call.txt: "))
    assert "All calls of this project are done." in said[-1]
