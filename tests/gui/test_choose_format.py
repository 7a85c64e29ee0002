"""The dialog that asks in which format a file is to be read, and the report of one call that offers it too."""

from __future__ import annotations

import pytest
from driving import add_call, answer, press, take
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from annotator import formats
from annotator.gui.dialogs.choose_format import ChooseFormatDialog
from annotator.gui.dialogs.columns import ColumnsDialog
from annotator.gui.dialogs.import_report import ImportBar, ImportReportDialog

SRT = "".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{'AB'[n % 2]}: said number {n}\n\n" for n in range(1, 4))
TABLE = "speaker;text;note\n" + "".join(f"S{n % 2};words {n} of it;remark {n} of mine\n" for n in range(4))


@pytest.fixture
def chooser(qtbot, call, theme):
    def open_(*names: str, others: int = 0, chosen: str = "") -> ChooseFormatDialog:
        data = SRT.encode()
        made = ChooseFormatDialog(call, theme, "x.srt", names, lambda name: formats.read(data, "x.srt", None, name), others, chosen)
        qtbot.addWidget(made)
        with qtbot.waitActive(made):
            made.show()
        qtbot.waitUntil(lambda: made.state.text() not in ("", "Reading…") or made.message.isVisible())
        return made

    return open_


def shown(dialog) -> list[tuple[str, ...]]:
    items = [dialog.turns.topLevelItem(n) for n in range(dialog.turns.topLevelItemCount())]
    return [tuple(item.text(column) for column in range(3)) for item in items]


def test_the_first_turns_of_the_chosen_format_are_shown(qtbot, chooser) -> None:
    dialog = chooser("srt", "text")
    assert dialog.state.text() == "3 turns, 2 speakers"
    assert shown(dialog)[0] == ("0:01", "B", "said number 1")
    assert dialog.list.hasFocus()
    press(dialog.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: dialog.state.text() not in ("Reading…", "3 turns, 2 speakers"))
    assert shown(dialog) != []
    press(dialog.list, Qt.Key.Key_Up)
    assert dialog.state.text() == "3 turns, 2 speakers", "what was read is known"
    assert dialog.picked().name == "srt"
    dialog.reject()


def test_a_format_that_cannot_read_it_says_why_and_cannot_be_chosen(qtbot, chooser) -> None:
    dialog = chooser("eaf", "srt")
    assert dialog.message.text() != ""
    assert not dialog.ok.isEnabled()
    assert not dialog.turns.isVisible()
    press(dialog.list, Qt.Key.Key_Down)
    qtbot.waitUntil(dialog.ok.isEnabled)
    assert not dialog.message.isVisible()
    dialog.reject()


def test_the_answer_can_be_for_all_files_with_the_question(qtbot, chooser) -> None:
    dialog = chooser("text", "srt", others=4, chosen="srt")
    assert dialog.name == "srt"
    assert "4 files" in dialog.for_all.text()
    assert dialog.picked().for_all
    dialog.for_all.click()
    assert not dialog.picked().for_all
    dialog.reject()
    assert not chooser("srt").picked().for_all


# ---------------------------------------------------------------------- the report of one call


def report_of(qtbot, call, theme, text: str, name: str) -> ImportReportDialog:
    add_call(call, text, name)
    header = call.transcript.header
    dialog = ImportReportDialog(call, theme, header, call.reports[header.id])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_report_speaks_of_entries_where_there_are_no_lines(qtbot, call, theme) -> None:
    dialog = report_of(qtbot, call, theme, SRT, "x.srt")
    labels = [found.text() for found in dialog.findChildren(QLabel)]
    assert {"entries", "turns", "not understood", "Every entry was understood."} <= set(labels)
    assert not {"lines", "continued", "blank"} & set(labels)
    assert not dialog.columns.isVisible()
    bar = ImportBar(call, theme, call.transcript.header, call.reports[call.transcript.id], dialog.accept)
    qtbot.addWidget(bar)
    assert bar.summary.text().startswith("x.srt: 3 turns read, ")
    assert "lines" not in bar.summary.text()


def test_an_encoding_is_offered_only_where_there_is_one_to_choose(qtbot, call, theme) -> None:
    assert report_of(qtbot, call, theme, SRT, "x.srt").encoding.isVisible()
    whisper = '{"segments": [{"start": 0, "end": 1, "text": " hello there"}], "text": "hello there", "language": "en"}'
    dialog = report_of(qtbot, call, theme, whisper, "x.json")
    assert call.transcript.source.format == "whisper"
    assert not hasattr(dialog, "encoding")


def test_a_call_is_read_as_another_format_and_undo_brings_it_back(qtbot, call, theme) -> None:
    dialog = report_of(qtbot, call, theme, SRT, "x.srt")
    seen: list[str] = []

    def choose(chooser: ChooseFormatDialog) -> None:
        seen.append(chooser.name)
        names = [chooser.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(chooser.list.count())]
        assert len(names) == len(set(names)) == sum(entry.reader is not None for entry in formats.FORMATS)
        chooser.list.setCurrentRow(names.index("text"))
        qtbot.waitUntil(chooser.ok.isEnabled)
        chooser.ok.click()

    answer(ChooseFormatDialog, choose, dialog)
    take(dialog, "Read as another format…")
    assert seen == ["srt"]
    assert call.transcript.source.format == "text"
    assert str(call.project.undo_label).startswith("Read x.srt as ")
    call.undo()
    assert call.project.transcripts()[-1].name == "x.srt"
    assert call.project.transcript(call.project.transcripts()[-1].id).source.format == "srt"


def test_a_table_is_read_with_other_columns(qtbot, call, theme) -> None:
    dialog = report_of(qtbot, call, theme, TABLE, "x.csv")
    assert call.transcript.turns[0].text == "words 0 of it"

    def choose(columns: ColumnsDialog) -> None:
        assert columns.chosen() == {"speaker": 0, "text": 1}
        columns.combos[2].setCurrentIndex(columns.combos[2].findData("text"))
        assert columns.chosen() == {"speaker": 0, "text": 2}
        assert columns.combos[1].currentData() is None, "nothing is in two columns"
        qtbot.waitUntil(lambda: columns.ok.isEnabled() and "turns" in columns.state.text())
        columns.ok.click()

    answer(ColumnsDialog, choose, dialog)
    take(dialog, "Choose columns…")
    assert call.transcript.turns[0].text == "remark 0 of mine"
    assert call.transcript.source.format == "csv"
