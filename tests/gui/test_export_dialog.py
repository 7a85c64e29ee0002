"""The export dialog: formats in groups, what they do not hold, file names, and templates of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import add_call, answer, press, take, type_text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from annotator import formats
from annotator.core.commands import turns
from annotator.gui.dialogs.export import GROUPS, ExportDialog, FormatList
from annotator.gui.dialogs.template import TemplateDialog


@pytest.fixture
def export_dialog(qtbot, call, theme):
    def open_() -> ExportDialog:
        dialog = ExportDialog(call, theme)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return open_


def test_every_format_that_is_written_is_listed_once(export_dialog) -> None:
    dialog = export_dialog()
    names = [dialog.formats.item(row).data(Qt.ItemDataRole.UserRole) for row in range(dialog.formats.count())]
    assert sorted(filter(None, names)) == sorted(entry.name for entry in formats.FORMATS if entry.writer is not None)
    grouped = [name for _, group in GROUPS for name in group]
    assert len(grouped) == len(set(grouped))
    assert set(filter(None, names)) <= set(grouped), "a format has no group"


def test_keys_go_past_the_headings(export_dialog) -> None:
    dialog = export_dialog()
    dialog.formats.choose("text")
    dialog.formats.setFocus()
    seen = []
    for _ in range(dialog.formats.count()):
        seen.append(dialog.formats.name)
        press(dialog.formats, Qt.Key.Key_Down)
    assert None not in seen
    assert len(set(seen)) == sum(entry.writer is not None for entry in formats.FORMATS)


def test_a_format_nobody_has_put_in_a_group_is_listed_all_the_same(qtbot, theme) -> None:
    made = FormatList(theme, [formats.Format("new", formats.by_name("text").title, (".new",))])
    qtbot.addWidget(made)
    assert next(made.item(row).text() for row in range(made.count())) == "Other"
    made.choose("gone")
    assert made.name == "new"


def test_what_the_file_does_not_hold_is_said(export_dialog, call) -> None:
    call.do(turns.comment, 1, "why")
    dialog = export_dialog()
    dialog.formats.choose("text")
    assert dialog.losses.text() == "Not in the file: comments"
    dialog.formats.choose("jsonl")
    assert dialog.losses.text() == "Holds all that this call has."
    assert dialog.about.text().endswith(".jsonl")


def test_names_follow_the_pattern_while_it_is_typed(qtbot, export_dialog, call, tmp_path, monkeypatch) -> None:
    assert not export_dialog().names.isVisible(), "one call has one name"
    add_call(call, "A: other\nB: text\n", "other.txt")
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    dialog = export_dialog()
    dialog.formats.choose("csv")
    assert not dialog.names.isEnabled()
    dialog.scope.button(1).click()
    dialog.pattern.selectAll()
    type_text(dialog.pattern, "{numb")
    assert not dialog.ok.isEnabled()
    assert "brace" in dialog.example.text()
    dialog.scope.button(0).click()
    assert dialog.ok.isEnabled(), "a single file does not need it"
    dialog.scope.button(1).click()
    type_text(dialog.pattern, "er:02} ")
    dialog.pattern.setCursorPosition(99)
    next(action for action in dialog.findChildren(type(call_action(dialog))) if action.text().startswith("{call}")).trigger()
    assert dialog.pattern.text() == "{number:02} {call}"
    assert dialog.example.text() == "For example 01 other.csv"
    dialog.ok.click()
    qtbot.waitUntil(lambda: len(list(folder.iterdir())) == 2 and not call.working)
    assert sorted(path.name for path in folder.iterdir()) == ["01 call.csv", "02 other.csv"]
    assert export_dialog().pattern.text() == "{number:02} {call}"


def call_action(dialog: ExportDialog):
    from PySide6.QtGui import QAction

    return QAction(dialog)


def test_a_folder_that_is_not_chosen_changes_nothing(export_dialog, call, monkeypatch) -> None:
    add_call(call, "A: other\nB: text\n", "other.txt")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    dialog = export_dialog()
    dialog.scope.button(1).click()
    dialog.ok.click()
    assert dialog.isVisible()
    assert not call.working


def test_calls_are_read_one_after_the_other(qtbot, export_dialog, call, tmp_path, monkeypatch) -> None:
    add_call(call, "A: other\nB: text\n", "other.txt")
    call.project.release(1)
    (tmp_path / "out").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    dialog = export_dialog()
    dialog.scope.button(1).click()
    dialog.ok.click()
    qtbot.waitUntil(lambda: len(list((tmp_path / "out").iterdir())) == 2 and not call.working)
    assert not call.project.loaded(1)


# ---------------------------------------------------------------------- templates


def test_a_template_is_made_with_a_preview_and_written(qtbot, export_dialog, call, tmp_path, monkeypatch) -> None:
    target = tmp_path / "out.log"
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (asked.append(Path(a[2]).name), (str(target), ""))[1])
    dialog = export_dialog()
    assert not dialog.template_part.isVisible()
    dialog.formats.choose("template")
    assert dialog.template_part.isVisible()

    def make(editor: TemplateDialog) -> None:
        assert not editor.ok.isEnabled(), "it has no name yet"
        editor.name.setFocus()
        type_text(editor.name, "Mine")
        editor.edit.selectAll()
        type_text(editor.edit, "{nobody")
        qtbot.waitUntil(lambda: editor.message.property("bar") == "error" and "line 1" in editor.message.text().lower())
        assert not editor.ok.isEnabled()
        assert "Клиент" in editor.preview.toPlainText(), "the last that was right stays"
        editor.edit.setPlainText("suffix: .log\n{number}> {text}\n")
        qtbot.waitUntil(lambda: editor.preview.toPlainText().startswith("1> добрый день"))
        editor.ok.click()

    answer(TemplateDialog, make, dialog)
    take(dialog, "New…")
    assert dialog.template.currentText() == "Mine"
    assert call.settings.templates == {"Mine": "suffix: .log\n{number}> {text}\n"}
    dialog.ok.click()
    qtbot.waitUntil(lambda: target.exists() and not call.working)
    assert target.read_text(encoding="utf-8").splitlines()[1] == "2> здравствуйте подскажите ваш адрес"
    assert asked == ["call.log"]
    again = export_dialog()
    assert (again.format.name, again.template.currentText()) == ("template", "Mine")


def test_a_template_is_renamed_replaced_and_deleted(qtbot, export_dialog, call) -> None:
    call.prefer(templates={"One": "{text}", "Two": "{id}"})
    dialog = export_dialog()
    dialog.formats.choose("template")
    dialog.template.setCurrentIndex(dialog.template.findText("One"))

    def rename(editor: TemplateDialog) -> None:
        editor.name.setText("Two")
        assert "replaced" in editor.message.text()
        editor.name.setText("Three")
        assert not editor.message.isVisible()
        editor.ok.click()

    answer(TemplateDialog, rename, dialog)
    take(dialog, "Edit…")
    assert call.settings.templates == {"Two": "{id}", "Three": "{text}"}
    answer(TemplateDialog, lambda editor: editor.delete.click(), dialog)
    take(dialog, "Edit…")
    assert call.settings.templates == {"Two": "{id}"}
    assert dialog.template.currentText() == "Two"
