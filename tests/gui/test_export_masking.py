"""The export dialog masks personal data: it counts, shows what would be written, and writes it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from driving import add_call, press, wait_checked
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from annotator.core.commands import turns
from annotator.gui.dialogs.export import ExportDialog

CALL = """Саппорт (SPK00): здравствуйте меня зовут мария диктуйте телефон
Клиент (SPK01): восемь девятьсот двенадцать сто двадцать три сорок пять шестьдесят семь
Саппорт (SPK00): записала 8 912 123-45-67 и почта
Клиент (SPK01): ivan.petrov@mail.ru
Саппорт (SPK00): спасибо до свидания
"""


@pytest.fixture
def call(qtbot, session, tmp_path):
    session.create_project(tmp_path / "p.annotator")
    add_call(session, CALL)
    wait_checked(qtbot, session)
    return session


@pytest.fixture
def export_dialog(qtbot, call, theme):
    def open_() -> ExportDialog:
        dialog = ExportDialog(call, theme)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        qtbot.waitUntil(lambda: not dialog.masking.counting.busy)
        return dialog

    return open_


def titles(dialog: ExportDialog) -> dict[str, str]:
    return {kind: box.text() for kind, box in dialog.masking.boxes.items()}


def shown(dialog: ExportDialog) -> list[str]:
    return [passage.accessibleName() for passage in dialog.masking.passages if passage.isVisible()]


def test_the_kinds_are_counted_in_what_is_exported(export_dialog, call) -> None:
    dialog = export_dialog()
    assert titles(dialog)["phone"] == "Phone number: 2"
    assert titles(dialog)["email"] == "E-mail address: 1"
    assert titles(dialog)["name"] == "Name of a person: 1"
    assert titles(dialog)["card"] == "Card number: 0"
    assert not any(box.isChecked() for box in dialog.masking.boxes.values()), "nothing is masked unasked"
    assert call.do(turns.mark_reviewed, [call.transcript.turns[2].id])
    dialog.reject()
    dialog = export_dialog()
    press(dialog.options["only_reviewed"], Qt.Key.Key_Space)
    assert titles(dialog)["phone"] == "Phone number: 1"
    assert titles(dialog)["email"] == "E-mail address: 0"


def test_passages_show_before_and_after(export_dialog) -> None:
    dialog = export_dialog()
    assert shown(dialog) == []
    assert not dialog.masking.numbered.isEnabled()
    QTest.mouseClick(dialog.masking.boxes["phone"], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    first, second = shown(dialog)
    assert first.startswith("2  Клиент: восемь девятьсот двенадцать")
    assert "[телефон]" in first
    assert second == "3  Саппорт: записала 8 912 123-45-67\u2009[телефон] и почта"
    press(dialog.masking.numbered, Qt.Key.Key_Space)
    press(dialog.masking.boxes["email"], Qt.Key.Key_Space)
    assert [text.partition("\u2009")[2] for text in shown(dialog)] == ["[телефон 1]", "[почта 1]", "[телефон 1] и почта"]
    assert "3 places" in dialog.masking.state.text()


def test_what_is_masked_is_written_and_remembered(qtbot, export_dialog, call, tmp_path, monkeypatch) -> None:
    target = tmp_path / "out.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog = export_dialog()
    for kind in ("phone", "email"):
        press(dialog.masking.boxes[kind], Qt.Key.Key_Space)
    press(dialog.masking.numbered, Qt.Key.Key_Space)
    press(dialog.ok, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: target.exists() and not call.working)
    expected = CALL.replace("восемь девятьсот двенадцать сто двадцать три сорок пять шестьдесят семь", "[телефон 1]")
    expected = expected.replace("8 912 123-45-67", "[телефон 1]").replace("ivan.petrov@mail.ru", "[почта 1]")
    assert target.read_text(encoding="utf-8") == expected
    assert call.transcript.turns[3].text == "ivan.petrov@mail.ru"
    assert call.project.pseudonym("phone", "79121234567") == 1
    again = export_dialog()
    assert again.masking.kinds == ("phone", "email")
    assert again.masking.numbered.isChecked()
    kept = json.loads(call.project.setting("export"))
    assert "912" not in json.dumps(kept)


def test_all_calls_are_counted_and_masked_and_files_not_called_by_names(qtbot, export_dialog, call, tmp_path, monkeypatch) -> None:
    add_call(call, CALL.replace("мария", "анна"), "анна ивановна.txt")
    wait_checked(qtbot, call)
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    dialog = export_dialog()
    dialog.scope.button(1).setFocus()
    press(dialog.scope.button(1), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: titles(dialog)["phone"] == "Phone number: 4")
    press(dialog.masking.boxes["name"], Qt.Key.Key_Space)
    press(dialog.ok, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(list(out.iterdir())) == 2 and not call.working)
    assert sorted(path.name for path in out.iterdir()) == ["[имя].corrected.txt", "call.corrected.txt"]
    assert all("меня зовут [имя] диктуйте" in path.read_text(encoding="utf-8") for path in out.iterdir())


def test_a_project_that_cannot_be_written_to_is_numbered_all_the_same(qtbot, export_dialog, call, tmp_path, monkeypatch) -> None:
    target = tmp_path / "out.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(type(call.project), "read_only", property(lambda _: True))
    dialog = export_dialog()
    press(dialog.masking.boxes["email"], Qt.Key.Key_Space)
    press(dialog.masking.numbered, Qt.Key.Key_Space)
    press(dialog.ok, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: target.exists() and not call.working)
    assert "[почта 1]" in target.read_text(encoding="utf-8")


def test_closing_while_it_counts_leaves_nothing_running(qtbot, session, theme, tmp_path: Path) -> None:
    session.create_project(tmp_path / "p.annotator")
    add_call(session, "".join(f"Клиент (SPK0{n % 2}): мой телефон 8 912 123-45-{n % 100:02} и ещё\n" for n in range(6000)))
    qtbot.waitUntil(lambda: session.transcript is not None, timeout=30_000)
    session.cancel()  # the check is not what is tested here
    dialog = ExportDialog(session, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.masking.counting.busy
    assert titles(dialog)["phone"] == "Phone number: …"
    dialog.reject()
    assert dialog.masking.counting._task is None


def test_a_long_call_does_not_hold_the_window_up(qtbot, session, theme, tmp_path: Path, heartbeat) -> None:
    session.create_project(tmp_path / "p.annotator")
    add_call(
        session, "".join(f"Клиент (SPK0{n % 2}): мой телефон 8 912 123-{n // 100:02}-{n % 100:02} и ещё\n" for n in range(10000))
    )
    qtbot.waitUntil(lambda: session.transcript is not None, timeout=30_000)
    session.cancel()  # the check is not what is tested here
    dialog = ExportDialog(session, theme)
    qtbot.addWidget(dialog)
    heartbeat.gaps.clear()  # what came before is not what is tested here
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.masking.counting.busy, timeout=30_000)
    for kind in ("phone", "email", "name"):
        press(dialog.masking.boxes[kind], Qt.Key.Key_Space)
    assert titles(dialog)["phone"] == "Phone number: 10000"


def test_every_control_has_a_name_and_no_markup_is_obeyed(export_dialog) -> None:
    dialog = export_dialog()
    assert all(box.text() for box in dialog.masking.boxes.values())
    assert all(found.textFormat() == Qt.TextFormat.PlainText for found in dialog.masking.findChildren(QLabel))
