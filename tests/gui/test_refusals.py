"""A project that is refused: one dialog that says why and offers a way on; a message on the first page at the start."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from driving import answer, offered, take
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox

from annotator.core.errors import Changed, Damaged, Hostile, InUse, Moved, NoSpace, NotAProject, ReadOnly, TooNew
from annotator.core.i18n import msg
from annotator.gui.dialogs import refusal
from annotator.gui.dialogs.refusal import RefusalDialog, Refusals, offers
from annotator.gui.dialogs.restore import RestoreDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.session import Session
from annotator.project import Holder, Project

FAR = Holder(7, "PC-17", "maria", datetime(2026, 1, 2, 10, 2, tzinfo=UTC))


@pytest.fixture
def path(call: Session, window: MainWindow) -> Path:
    """Where a project stands that is not open."""
    path = call.project.path
    call.close_project()
    return path


def hurt(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def names(window: MainWindow, path: Path, kind: type) -> list[str]:
    return [name for name, _ in offers(window, path, kind(msg("what happened")))]


def answered(qtbot, window: MainWindow, path: Path, offer: str) -> list[str]:
    """Open a project that is refused, choose an offer; return what the dialog said."""
    said: list[str] = []

    def act(dialog: RefusalDialog) -> None:
        said.extend(made.text() for made in dialog.findChildren(QLabel))
        take(dialog, offer)

    answer(RefusalDialog, act, window)
    window.session.open_paths([path])
    qtbot.waitUntil(lambda: bool(said))
    return said


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (NotAProject, ["Import as a transcript"]),
        (TooNew, []),
        (Damaged, ["Restore a backup…", "Salvage what can be read…"]),
        (Hostile, ["Take the texts into a new project…"]),
        (ReadOnly, ["Open a copy…"]),
        (NoSpace, ["Try again"]),
        (Changed, ["Try again"]),
        (Moved, ["Try again"]),
    ],
)
def test_each_refusal_offers_its_way(window, path, kind, found):
    assert names(window, path, kind) == found


def test_only_what_is_noted_of_another_machine_can_be_opened_anyway(window, path, monkeypatch):
    monkeypatch.setattr(refusal, "holder_of", lambda _: FAR)
    assert names(window, path, InUse) == ["Open for reading", "Open a copy…", "Open anyway…"]
    with Project.open(path):
        monkeypatch.undo()
        assert names(window, path, InUse) == ["Open for reading", "Open a copy…"]


def test_a_damaged_project_says_what_is_safe_and_leads_to_its_backups(qtbot, window, path):
    hurt(path)
    before = path.read_bytes()
    shown: list[Path] = []

    def close(dialog: RestoreDialog) -> None:
        shown.append(dialog.path)
        dialog.reject()

    answer(RestoreDialog, close, window)
    said = answered(qtbot, window, path, "Restore a backup…")
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [path]
    assert said[0] == "calls.annotator was not opened"
    assert "is damaged" in said[1]
    assert "not altered" in said[2]
    assert path.read_bytes() == before


def test_what_can_be_read_is_taken_into_a_new_project(qtbot, window, path, tmp_path, monkeypatch):
    db = sqlite3.connect(path)
    db.execute("CREATE VIEW foreign_one AS SELECT * FROM turns")
    db.commit()
    db.close()
    target = tmp_path / "saved.annotator"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    answered(qtbot, window, path, "Take the texts into a new project…")
    qtbot.waitUntil(lambda: window.session.transcript is not None)
    assert window.session.project.path == target
    assert window.session.transcript.visible[0].text.startswith("добрый день")
    assert any("1 call with 4 turns" in text for text in window.bars.texts())


def test_at_the_start_nothing_blocks_and_the_first_page_has_the_same_offers(qtbot, qapp, session, theme, tmp_path):
    broken = tmp_path / "broken.annotator"
    with Project.create(broken):
        pass
    hurt(broken)
    window = MainWindow(session, theme)
    session.open_paths([broken])
    window.show()
    qtbot.wait(20)
    assert not [w for w in qapp.topLevelWidgets() if isinstance(w, RefusalDialog) and w.isVisible()]
    assert "is damaged" in window.bars.texts()[0]
    assert offered(window.bars) == ["Restore a backup…", "Salvage what can be read…"]
    answer(RestoreDialog, lambda dialog: dialog.reject(), window)
    take(window.bars, "Restore a backup…")
    assert window.bars.texts() == []
    window.close()
    window.deleteLater()


def test_a_transcript_whose_project_is_refused_makes_no_other_project(qtbot, window, path, tmp_path):
    hurt(path)
    (tmp_path / "calls.txt").write_text("Клиент (SPK00): да\nСаппорт (SPK01): нет\n", encoding="utf-8")
    answer(RefusalDialog, lambda dialog: dialog.reject(), window)
    window.session.open_paths([tmp_path / "calls.txt"])
    qtbot.waitUntil(lambda: not window.session.working)
    qtbot.wait(20)
    assert window.session.project is None
    assert not list((tmp_path / "config").rglob("*.annotator"))


def test_opening_anyway_asks_first_and_takes_the_lock(qtbot, window, path, monkeypatch):
    lock = path.with_name(path.name + ".lock")
    lock.write_text(json.dumps(FAR.to_json()), encoding="utf-8")
    said: list[str] = []

    def agree(box: QMessageBox) -> None:
        said.append(box.text())
        take(box, "It is closed there: open it")

    answer(QMessageBox, agree, window)
    answered(qtbot, window, path, "Open anyway…")
    qtbot.waitUntil(lambda: window.session.project is not None)
    assert "PC-17 by maria" in said[0]
    assert not window.session.project.read_only


def test_dialogs_are_plain_text(window, path, monkeypatch):
    dialog = RefusalDialog(window, path, Damaged(msg("<b>{path}</b>", path="<img src=x>")))
    assert all(made.textFormat().name == "PlainText" for made in dialog.findChildren(QLabel))
    dialog.deleteLater()


def test_the_refusals_of_the_start_end_with_it(window, session):
    assert not window.findChild(Refusals)._starting
