"""The dialogs: what they show, what they refuse, and what they do when they are accepted."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from driving import CALL, add_call, press, type_text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QColorDialog, QFileDialog, QLabel, QMessageBox, QPlainTextEdit, QTreeWidget

from annotator import __version__, formats
from annotator.core.commands import allowed, review, role_words, topics, turns
from annotator.core.finding import Finding, Fix, Relabel, Span, finding_key
from annotator.core.i18n import msg
from annotator.detectors.worker import Reply
from annotator.gui import keymap
from annotator.gui.dialogs.about import AboutDialog, notice_text
from annotator.gui.dialogs.accept_all import AcceptAllDialog
from annotator.gui.dialogs.allowed import AllowedDialog
from annotator.gui.dialogs.export import ExportDialog
from annotator.gui.dialogs.import_report import ImportBar, ImportReportDialog
from annotator.gui.dialogs.keys import KeysDialog, Section, balance, sections
from annotator.gui.dialogs.role_words import RoleWordsDialog
from annotator.gui.dialogs.topic import Swatch, TopicDialog
from annotator.gui.session import Notice
from annotator.gui.theme import TOPIC_COLOURS


def labels(widget) -> list[str]:
    return [found.text() for found in widget.findChildren(QLabel)]


# ---------------------------------------------------------------------- topic


@pytest.fixture
def topic_dialog(qtbot, call, theme):
    def open_(topic=None) -> TopicDialog:
        dialog = TopicDialog(call, theme, topic)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return open_


def test_a_topic_is_added_with_a_colour_and_key_of_its_own(topic_dialog, call) -> None:
    for name in ("Цена", "Доставка"):
        dialog = topic_dialog()
        assert dialog.name.hasFocus()
        assert len(dialog.swatches.buttons()) == len(TOPIC_COLOURS)
        assert not dialog.ok.isEnabled(), "a topic needs a name"
        dialog.name.setText(f"  {name} ")
        dialog.definition.setPlainText("Что\nи когда")
        press(dialog.name, Qt.Key.Key_Return)
        assert dialog.result() == TopicDialog.DialogCode.Accepted
    first, second = call.project.topics
    assert (first.name, first.definition, first.hotkey, first.colour) == ("Цена", "Что\nи когда", 1, TOPIC_COLOURS[0])
    assert (second.hotkey, second.colour) == (2, TOPIC_COLOURS[1])


def test_a_taken_name_is_refused_while_it_is_typed(topic_dialog, call) -> None:
    call.apply(lambda: topics.add((), "Цена", "#000000"))
    dialog = topic_dialog()
    dialog.name.setText("цена")
    assert "already" in dialog.error.text()
    assert dialog.error.isVisible()
    assert not dialog.ok.isEnabled()
    dialog.name.setText("цена и оплата")
    assert not dialog.error.isVisible()
    assert dialog.ok.isEnabled()


def test_editing_changes_what_was_edited_and_nothing_without_an_edit(topic_dialog, call) -> None:
    call.apply(lambda: topics.add((), "Цена", "#123456", "деньги", 4))
    topic = call.project.topics[0]
    dialog = topic_dialog(topic)
    assert dialog.colour == "#123456", "a colour that is not in the palette is offered too"
    dialog.ok.click()
    assert dialog.result() == TopicDialog.DialogCode.Accepted
    assert str(call.project.undo_label) == "Add topic Цена", "nothing was done"
    dialog = topic_dialog(topic)
    dialog.name.setText("Оплата")
    dialog.findChildren(Swatch)[2].click()
    dialog.key.setCurrentIndex(0)
    dialog.ok.click()
    changed = call.project.topics[0]
    assert (changed.name, changed.colour, changed.hotkey, changed.definition) == ("Оплата", TOPIC_COLOURS[2], 0, "деньги")


def test_says_whose_key_it_is_and_takes_it_over(topic_dialog, call) -> None:
    call.apply(lambda: topics.add((), "Цена", "#000000", hotkey=3))
    dialog = topic_dialog()
    assert "Цена" in dialog.key.itemText(3)
    assert "Цена" not in dialog.key.itemText(2)
    dialog.name.setText("Доставка")
    dialog.key.setCurrentIndex(3)
    dialog.ok.click()
    assert [(t.name, t.hotkey) for t in call.project.topics] == [("Цена", 0), ("Доставка", 3)]


def test_another_colour_can_be_picked_and_escape_changes_nothing(topic_dialog, call, monkeypatch) -> None:
    dialog = topic_dialog()
    monkeypatch.setattr(QColorDialog, "getColor", lambda *a: type(a[0])("#abcdef"))
    dialog._on_other()
    assert dialog.colour == "#abcdef"
    dialog.name.setText("Цена")
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert call.project.topics == ()


# ---------------------------------------------------------------------- allowed repeats


@pytest.fixture
def allowed_dialog(qtbot, call):
    def open_() -> AllowedDialog:
        dialog = AllowedDialog(call)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return open_


def phrases(dialog: AllowedDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_an_empty_list_says_how_to_fill_it(allowed_dialog) -> None:
    dialog = allowed_dialog()
    assert dialog.field.hasFocus()
    assert dialog.empty.isVisible()
    assert "Shift+Backspace" in dialog.empty.text()
    assert not dialog.list.isVisible()
    assert not dialog.remove.isVisible()
    assert not dialog.add.isEnabled()


def test_phrases_are_added_with_enter_each_as_a_step_of_its_own(allowed_dialog, call) -> None:
    dialog = allowed_dialog()
    for phrase in ("Чуть-чуть ниже", "да, да"):
        dialog.field.setText(phrase)
        press(dialog.field, Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert dialog.field.text() == ""
    assert phrases(dialog) == ["да да", "чуть-чуть ниже"]
    assert not dialog.empty.isVisible()
    call.undo()
    assert [a.text for a in call.project.allowed] == ["чуть-чуть ниже"]


def test_a_phrase_that_cannot_be_added_is_refused_while_it_is_typed(allowed_dialog, call) -> None:
    call.do(allowed.allow, "да да")
    dialog = allowed_dialog()
    for typed in ("Да, да!", "?", "слово " * 21):
        dialog.field.setText(typed)
        assert dialog.error.isVisible()
        assert not dialog.add.isEnabled()
    dialog.field.setText("да нет")
    assert not dialog.error.isVisible()
    assert dialog.add.isEnabled()


def test_the_selected_phrases_are_removed(allowed_dialog, call) -> None:
    for phrase in ("а", "б", "в"):
        call.do(allowed.allow, phrase)
    dialog = allowed_dialog()
    assert not dialog.remove.isEnabled()
    dialog.list.item(0).setSelected(True)
    dialog.list.item(2).setSelected(True)
    dialog.remove.click()
    assert phrases(dialog) == [a.text for a in call.project.allowed] == ["б"]
    dialog.list.setCurrentRow(0)
    press(dialog.list, Qt.Key.Key_Delete)
    assert dialog.empty.isVisible()
    assert dialog.field.hasFocus()
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


# ---------------------------------------------------------------------- role words


@pytest.fixture
def words_dialog(qtbot, call):
    def open_() -> RoleWordsDialog:
        dialog = RoleWordsDialog(call)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return open_


def shown(dialog: RoleWordsDialog, side: str) -> list[str]:
    return [dialog.lists[side].item(row).text() for row in range(dialog.lists[side].count())]


def row_of(dialog: RoleWordsDialog, side: str, text: str) -> int:
    return shown(dialog, side).index(text)


def told(call) -> list[tuple[str, str, str, int]]:
    return [(w.text, w.side, w.use, w.weight) for w in call.project.role_words]


def test_both_sides_show_what_the_program_knows(words_dialog) -> None:
    dialog = words_dialog()
    assert dialog.field.hasFocus()
    for side, word in (("agent", "оператор"), ("client", "абонент")):
        assert shown(dialog, side)[0] == "Built in"
        item = dialog.lists[side].item(row_of(dialog, side, word))
        assert item.checkState() == Qt.CheckState.Checked
        assert item.foreground().color() != dialog.palette().text().color()
    assert not dialog.weight.isVisible()
    assert not dialog.add.isEnabled()
    assert not dialog.remove.isEnabled()


def test_names_and_signs_are_added_with_keys(words_dialog, call) -> None:
    dialog = words_dialog()
    type_text(dialog.field, "Мастер участка")
    press(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.field.text() == ""
    assert shown(dialog, "agent")[:3] == ["Yours", "мастер участка", "Built in"]
    dialog.uses.button(0).setFocus()
    press(dialog.uses.button(0), Qt.Key.Key_Right)
    assert dialog.weight.isVisible()
    press(dialog.side, Qt.Key.Key_Down)
    press(dialog.weight, Qt.Key.Key_Down)
    dialog.field.setFocus()
    type_text(dialog.field, "у нас протекает")
    press(dialog.field, Qt.Key.Key_Return)
    assert shown(dialog, "client")[:3] == ["Yours", "у нас протекает  •••", "Built in"]
    item = dialog.lists["client"].item(1)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole).startswith("у нас протекает, Strong sign")
    assert told(call) == [("мастер участка", "agent", "name", 2), ("у нас протекает", "client", "sign", 3)]
    assert "мастер участка" not in shown(dialog, "agent")
    call.undo()
    assert len(call.project.role_words) == 1


def test_what_is_typed_is_looked_for_in_any_form_on_both_sides(words_dialog, call) -> None:
    call.do(role_words.add, "мой оператор", "client")
    dialog = words_dialog()
    dialog.field.setText("Операторы")
    assert (shown(dialog, "agent"), shown(dialog, "client")) == (["Built in", "оператор"], [])
    dialog.field.setText("оператор")
    assert shown(dialog, "client") == ["Yours", "мой оператор"]
    dialog.field.setText("ничего")
    assert shown(dialog, "agent") == shown(dialog, "client") == []


def test_what_is_there_or_can_be_no_name_is_refused_while_it_is_typed(words_dialog, call) -> None:
    call.do(role_words.add, "мастер", "agent")
    dialog = words_dialog()
    for typed in ("Мастер!", "Мастера", "операторы", "?", "12", "слово " * 9):
        dialog.field.setText(typed)
        assert dialog.error.isVisible(), typed
        assert not dialog.add.isEnabled()
    dialog.field.setText("мастер")
    dialog.side.setCurrentIndex(1)
    assert not dialog.error.isVisible()
    press(dialog.field, Qt.Key.Key_Return)
    assert told(call) == [("мастер", "client", "name", 2)]


def test_words_of_the_project_are_removed_and_those_of_the_program_are_not(words_dialog, call) -> None:
    for word in ("а", "б", "в"):
        call.do(role_words.add, word, "agent")
    call.do(role_words.add, "г", "client")
    dialog = words_dialog()
    dialog.lists["client"].item(1).setSelected(True)
    for row in (1, 3):
        dialog.lists["agent"].item(row).setSelected(True)
    assert dialog.lists["client"].selectedItems() == [], "one list at a time"
    dialog.remove.click()
    assert [w.text for w in call.project.role_words] == ["б", "г"]
    dialog.lists["agent"].setCurrentRow(1)
    press(dialog.lists["agent"], Qt.Key.Key_Delete)
    assert shown(dialog, "agent")[:2] == ["Built in", "саппорт"]
    assert dialog.lists["agent"].hasFocus()
    dialog.lists["agent"].setCurrentRow(1)
    assert not dialog.remove.isEnabled()
    press(dialog.lists["agent"], Qt.Key.Key_Delete)
    assert "саппорт" in shown(dialog, "agent")
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_word_of_the_program_is_switched_off_and_on_with_space(words_dialog, call) -> None:
    dialog = words_dialog()
    agents = dialog.lists["agent"]
    agents.setFocus()
    agents.setCurrentRow(row_of(dialog, "agent", "оператор"))
    press(agents, Qt.Key.Key_Space)
    assert told(call) == [("оператор", "", "name", 2)]
    dialog.reject()
    dialog = words_dialog()
    item = dialog.lists["agent"].item(row_of(dialog, "agent", "оператор"))
    assert item.checkState() == Qt.CheckState.Unchecked
    dialog.lists["agent"].setCurrentItem(item)
    press(dialog.lists["agent"], Qt.Key.Key_Space)
    assert told(call) == []
    assert item.checkState() == Qt.CheckState.Checked


def test_what_cannot_be_saved_is_not_shown_as_done(words_dialog, call, monkeypatch) -> None:
    dialog = words_dialog()
    monkeypatch.setattr(call, "do", lambda *_: False)
    agents = dialog.lists["agent"]
    agents.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert agents.item(1).checkState() == Qt.CheckState.Checked


def test_a_word_of_the_program_that_the_project_tells_otherwise_is_not_shown(words_dialog, call) -> None:
    call.do(role_words.add, "операторы", "client")
    dialog = words_dialog()
    assert "оператор" not in shown(dialog, "agent")
    assert shown(dialog, "client")[:2] == ["Yours", "операторы"]


# ---------------------------------------------------------------------- export


@pytest.fixture
def export_dialog(qtbot, call, theme):
    def open_() -> ExportDialog:
        dialog = ExportDialog(call, theme)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_


def choose(dialog: ExportDialog, name: str) -> None:
    dialog.formats.choose(name)


def exported(qtbot, call) -> None:
    qtbot.waitUntil(lambda: not call.working)


def test_exports_this_call_in_the_shape_of_its_source(qtbot, export_dialog, call, tmp_path, monkeypatch) -> None:
    asked: list[str] = []

    def answer(parent, title: str, proposed: str, kinds: str) -> tuple[str, str]:
        asked.append(Path(proposed).name)
        return str(tmp_path / "out.txt"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    dialog = export_dialog()
    dialog.ok.click()
    exported(qtbot, call)
    assert (tmp_path / "out.txt").read_bytes() == CALL.encode()
    assert asked == ["call.corrected.txt"], "the name of the source is not proposed"
    assert not dialog.isVisible()


def test_options_that_the_format_does_not_hold_cannot_be_chosen(export_dialog) -> None:
    dialog = export_dialog()
    for format in formats.FORMATS:
        if format.writer is not None:
            choose(dialog, format.name)
            enabled = {name for name, box in dialog.options.items() if box.isEnabled()}
            assert enabled == format.holds - {"encoding"}
            assert dialog.encoding.isVisible() == ("encoding" in format.holds)
    choose(dialog, "csv")
    dialog.options["speakers"].setChecked(False)
    assert not dialog.options["roles"].isEnabled()


def test_only_reviewed_turns_when_there_are_none_says_so(export_dialog, call) -> None:
    dialog = export_dialog()
    dialog.options["only_reviewed"].click()
    assert dialog.hint.isVisible()
    assert not dialog.ok.isEnabled()
    dialog.reject()
    call.do(turns.mark_reviewed, [2])
    dialog = export_dialog()
    dialog.options["only_reviewed"].click()
    assert dialog.ok.isEnabled()
    assert dialog.chosen().only_reviewed


def test_all_calls_go_into_a_folder_under_names_of_their_own(qtbot, export_dialog, call, tmp_path, monkeypatch) -> None:
    add_call(call, "A: other\nB: text\n", "CALL.txt")
    add_call(call, "A: third\nB: text\n", "a/b: c?.txt")
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    dialog = export_dialog()
    choose(dialog, "jsonl")
    dialog.scope.button(1).click()
    dialog.ok.click()
    exported(qtbot, call)
    written = {path.name: path.read_text("utf-8").splitlines() for path in folder.iterdir()}
    texts = {name: [json.loads(line)["text"] for line in lines] for name, lines in written.items()}
    assert {name: found[0] for name, found in texts.items()} == {
        "call.jsonl": "добрый день у меня не приходят письма",
        "CALL (2).jsonl": "other",
        "a_b_ c_.jsonl": "third",
    }
    assert len(texts["call.jsonl"]) == 4


@pytest.mark.parametrize("answer", ["Replace them", "Keep them"])
def test_files_that_are_there_are_replaced_only_when_the_user_says_so(
    qtbot, export_dialog, call, tmp_path, monkeypatch, answer
) -> None:
    add_call(call, "A: other\nB: text\n", "other.txt")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "call.csv").write_text("mine", encoding="utf-8")
    asked: list[str] = []

    def decide(box: QMessageBox) -> None:
        asked.append(box.text())
        assert box.textFormat() == Qt.TextFormat.PlainText
        next(b for b in box.buttons() if b.text() == answer).click()

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    monkeypatch.setattr(QMessageBox, "exec", decide)
    dialog = export_dialog()
    choose(dialog, "csv")
    dialog.scope.button(1).click()
    dialog.ok.click()
    exported(qtbot, call)
    assert len(asked) == 1
    assert "call.csv" in asked[0]
    assert ((folder / "call.csv").read_bytes() == b"mine") == (answer == "Keep them")
    assert dialog.isVisible() == (answer == "Keep them")
    assert (folder / "other.csv").exists() == (answer == "Replace them")


def test_choices_are_remembered_in_the_project(qtbot, export_dialog, call, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out.csv"), ""))
    dialog = export_dialog()
    choose(dialog, "csv")
    dialog.options["topics"].setChecked(True)
    dialog.options["roles"].setChecked(False)
    dialog.ok.click()
    exported(qtbot, call)
    again = export_dialog()
    assert again.format.name == "csv"
    assert again.options["topics"].isChecked()
    assert not again.options["roles"].isChecked()
    assert again._folder() == tmp_path


def test_the_source_s_encoding_can_be_left_for_utf_8(qtbot, export_dialog, call, tmp_path, monkeypatch) -> None:
    add_call(call, CALL.encode("cp1251"), "old.txt")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "new.txt"), ""))
    dialog = export_dialog()
    assert "CP1251" in dialog.encoding.currentText()
    dialog.encoding.setCurrentIndex(1)
    dialog.ok.click()
    exported(qtbot, call)
    assert (tmp_path / "new.txt").read_bytes() == CALL.encode()


def test_a_project_is_never_written_over(qtbot, export_dialog, call, monkeypatch) -> None:
    before = call.project.path.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(call.project.path), ""))
    dialog = export_dialog()
    with qtbot.waitSignal(call.noticed) as told:
        dialog.ok.click()
    assert told.args[0].kind == "error"
    assert not call.working
    assert dialog.isVisible()
    assert call.project.path.read_bytes() == before


# ---------------------------------------------------------------------- import report


BROKEN = "no label at all\n" + CALL + "\ngoes on here\n"


def test_the_bar_says_in_one_line_how_the_import_went(qtbot, call, theme) -> None:
    asked: list[bool] = []
    header = call.transcript.header
    bar = ImportBar(call, theme, header, call.reports[header.id], partial(asked.append, True))
    qtbot.addWidget(bar)
    assert bar.summary.text() == "call.txt: 4 turns read, 0 lines not understood, UTF-8"
    assert bar.property("bar") == "info"
    bar.details.click()
    assert asked == [True]
    bar.show()
    bar.shut.click()
    assert not bar.isVisible()


def test_the_bar_warns_of_what_was_not_understood_and_of_a_guess(qtbot, call, theme) -> None:
    sure = call.reports[call.transcript.id]
    for report, said in (
        (replace(sure, encoding="cp866", encoding_is_sure=False), "CP866, a guess"),
        (replace(sure, not_understood=2), "2 lines not understood"),
    ):
        bar = ImportBar(call, theme, call.transcript.header, report, call.undo)
        qtbot.addWidget(bar)
        assert said in bar.summary.text()
        assert bar.property("bar") == "error"


@pytest.fixture
def report_dialog(qtbot, call, theme):
    def open_() -> ImportReportDialog:
        header = call.transcript.header
        dialog = ImportReportDialog(call, theme, header, call.reports[header.id])
        qtbot.addWidget(dialog)
        return dialog

    return open_


def test_the_report_lists_figures_and_remarks(report_dialog, call) -> None:
    add_call(call, BROKEN, "broken.txt")
    report = call.reports[call.transcript.id]
    dialog = report_dialog()
    shown = labels(dialog)
    for number in (report.lines, report.turns, report.continued, report.blank, report.not_understood):
        assert str(number) in shown
    table = dialog.findChild(QTreeWidget)
    rows = [(table.topLevelItem(n).text(0), table.topLevelItem(n).text(1)) for n in range(table.topLevelItemCount())]
    assert rows == [("–" if r.line is None else str(r.line), str(r.message)) for r in report.remarks]
    assert rows


def test_a_wrong_encoding_is_seen_and_mended(report_dialog, call) -> None:
    project = call.project
    call._add(*formats.read(CALL.encode("cp1251"), "old.txt", "koi8-r"))
    assert "добрый" not in call.transcript.turns[0].text
    dialog = report_dialog()
    assert dialog.encoding.currentData() == "koi8-r"
    assert not dialog.again.isEnabled(), "it is in this encoding already"
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("cp1251"))
    assert dialog.preview.toPlainText().startswith("Клиент (SPK00): добрый день")
    dialog.again.click()
    assert call.transcript.turns[0].text.startswith("добрый день")
    assert call.transcript.source.encoding == "cp1251"
    assert len(project.transcripts()) == 2
    call.undo()
    assert call.project.transcript(project.transcripts()[-1].id).source.encoding == "koi8-r"


def test_an_encoding_that_cannot_be_is_refused_and_the_call_stays(qtbot, report_dialog, call) -> None:
    data = CALL.encode("cp1251")
    add_call(call, data, "old.txt")
    dialog = report_dialog()
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("utf-8"))
    assert "\ufffd" in dialog.preview.toPlainText()
    with qtbot.waitSignal(call.noticed) as told:
        dialog.again.click()
    assert isinstance(told.args[0], Notice)
    assert told.args[0].kind == "error"
    assert call.transcript.source.data == data
    assert dialog.result() == 0


# ---------------------------------------------------------------------- about, keys


def test_about_shows_version_licence_and_notice(qtbot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    assert __version__ in labels(dialog)
    assert dialog.findChild(QPlainTextEdit).toPlainText() == notice_text()
    assert "LGPL" in notice_text()
    assert "CC BY-SA" in notice_text()


def test_the_cheat_sheet_has_every_key_as_a_cap(qtbot, call) -> None:
    call.prefer(keys={"zoom_in": ("Ctrl++", "F10")})
    dialog = KeysDialog(call)
    qtbot.addWidget(dialog)
    rows = [row for section in sections(keymap.of(call)) for _, group in section.groups for row in group]
    caps = [found.text() for found in dialog.findChildren(QLabel) if found.property("card")]
    place = next(n for n in range(len(caps)) if caps[n : n + 3] == ["Ctrl", "+", "F10"])
    assert caps[place + 3 : place + 5] == ["Ctrl", "PgDown"]
    assert {"Review mode", "Text mode", "Edit", *(what for _, what in rows)} <= set(labels(dialog))


def test_the_columns_of_the_cheat_sheet_are_balanced() -> None:
    rows = [Section(str(n), "", (("", (("A", "b"),) * n),)) for n in (20, 1, 2)]
    assert balance(rows) == 1
    assert balance(rows[::-1]) == 2


# ---------------------------------------------------------------------- accept all


def found(call, confidence: float, turn_id: int, words: str, kind: str = "repeat", speaker_id: str | None = None) -> Finding:
    transcript = call.transcript
    at = transcript.turn(turn_id).text.index(words)
    span = Span.of(transcript, turn_id, at, at + len(words))
    detector = "duplicates" if speaker_id is None else "speakers"
    fix = Fix(msg("Drop this copy"), (span,)) if speaker_id is None else Fix(msg("Move"), relabels=(Relabel(span, speaker_id),))
    key = finding_key(transcript, detector, kind, (span,))
    return Finding(key, detector, kind, confidence, (span,), (msg("because"),), fix)


def show(call, *findings: Finding) -> None:
    call._analyse()
    call._on_analyst_replied(Reply(0, findings, done=True))
    assert len(call.findings) == len(findings)


@pytest.fixture
def accept_dialog(qtbot, call, theme):
    def open_(finding: Finding) -> AcceptAllDialog:
        dialog = AcceptAllDialog(call, theme, finding)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return open_


def test_sure_duplicates_are_checked_and_accepted_as_one_step(accept_dialog, call) -> None:
    sure, unsure = found(call, 0.97, 1, "добрый день"), found(call, 0.7, 4, "в месяц")
    other = found(call, 0.99, 3, "да да", kind="loop")
    show(call, unsure, sure, other)
    dialog = accept_dialog(unsure)
    assert dialog.list.count() == 2, "those of other kinds are not like it"
    assert dialog.checked == [sure], "most certain first, only the sure one checked"
    dialog.all.click()
    assert dialog.checked == [sure, unsure]
    assert dialog.ok.text() == "Accept 2 findings"
    dialog.ok.click()
    assert dialog.result() == AcceptAllDialog.DialogCode.Accepted
    assert [turn.text for turn in call.transcript.turns][0::3] == ["у меня не приходят письма", "тариф стоит две тысячи"]
    assert {d.verdict for d in call.transcript.decisions.values()} == {"accepted"}
    call.undo()
    assert call.transcript.decisions == {}
    assert call.transcript.turns[0].text.startswith("добрый день")


def test_what_decisions_have_taught_counts_for_the_check_marks_too(accept_dialog, call, monkeypatch) -> None:
    sure = found(call, 0.97, 1, "добрый день")
    show(call, sure)
    monkeypatch.setattr(call, "confidence", lambda _finding: 0.61)
    dialog = accept_dialog(sure)
    assert dialog.checked == []
    assert dialog.list.item(0).text().startswith("0.61: ")


def test_shows_the_exact_words_that_go_or_move(accept_dialog, call) -> None:
    gone, moved = found(call, 0.95, 1, "добрый день"), found(call, 0.95, 3, "да да", kind="cut", speaker_id="SPK01")
    show(call, gone, moved)
    assert "1  Клиент:  добрый день у меня" in accept_dialog(gone).list.item(0).text()
    assert "3  Клиент → Саппорт:  да да сейчас" in accept_dialog(moved).list.item(0).text()


def test_speaker_findings_start_unchecked(accept_dialog, call) -> None:
    moved = found(call, 0.99, 3, "да да", kind="cut", speaker_id="SPK01")
    show(call, moved)
    dialog = accept_dialog(moved)
    assert dialog.checked == []
    assert not dialog.ok.isEnabled()
    press(dialog.list, Qt.Key.Key_Space)
    assert dialog.checked == [moved]
    dialog.none.click()
    assert dialog.checked == []


def test_a_click_on_the_words_checks_the_row(qtbot, accept_dialog, call) -> None:
    unsure = found(call, 0.7, 4, "в месяц")
    show(call, unsure)
    dialog = accept_dialog(unsure)
    place = dialog.list.visualItemRect(dialog.list.item(0)).center()
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.checked == [unsure]
    dialog.grab()


def test_nothing_happens_when_all_was_decided_meanwhile(qtbot, accept_dialog, call) -> None:
    sure = found(call, 0.97, 1, "добрый день")
    show(call, sure)
    dialog = accept_dialog(sure)
    call.do(review.accept, sure)
    with qtbot.waitSignal(call.noticed):
        dialog.ok.click()
    assert dialog.result() == 0
