"""Nothing that comes from a call or a project is taken for markup, and none of it alters the words around it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from driving import CALL, add_call
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLabel, QTextEdit, QToolTip, QWidget

from annotator.core.commands import allowed, review, role_words, speakers, topics, transcripts, turns
from annotator.core.errors import NoSpace
from annotator.core.finding import Finding, Fix, Span
from annotator.core.i18n import msg
from annotator.gui.dialogs.accept_all import AcceptAllDialog
from annotator.gui.dialogs.allowed import AllowedDialog
from annotator.gui.dialogs.confidence import ConfidenceDialog
from annotator.gui.dialogs.export import ExportDialog
from annotator.gui.dialogs.history import HistoryDialog
from annotator.gui.dialogs.import_report import ImportReportDialog
from annotator.gui.dialogs.keymap import KeymapDialog
from annotator.gui.dialogs.keys import KeysDialog
from annotator.gui.dialogs.learning import LearningDialog
from annotator.gui.dialogs.palette import PaletteDialog
from annotator.gui.dialogs.personal import SelectionDialog
from annotator.gui.dialogs.purge import PurgeDialog
from annotator.gui.dialogs.replace import ReplaceDialog, keep_sets
from annotator.gui.dialogs.role_words import RoleWordsDialog
from annotator.gui.dialogs.rule_sets import RuleSetsDialog
from annotator.gui.dialogs.save_copy import SaveCopyDialog
from annotator.gui.dialogs.statistics import StatisticsDialog
from annotator.gui.dialogs.topic import TopicDialog
from annotator.gui.dialogs.topic_palette import TopicPalette
from annotator.gui.main_window import MainWindow
from annotator.gui.session import Notice, Session
from annotator.gui.widgets.labels import LONGEST, NAME, label, shown_name, tooltip, visible
from annotator.search.matching import Query
from annotator.search.rules import Rule, RuleSet

RIGHT_TO_LEFT = "\u202e"
_opened: list[str] = []
_bait: list[str] = []


def _listen(event: str, values: tuple[Any, ...]) -> None:
    if _bait and event == "open" and str(values[0]) in _bait:
        _opened.append(str(values[0]))


sys.addaudithook(_listen)


@pytest.fixture
def bait(tmp_path: Path) -> Iterator[Path]:
    """A picture that markup would show. Reading it leaves a trace: its time of access was long ago."""
    path = tmp_path / "bait.png"
    picture = QImage(300, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    assert picture.save(str(path))
    os.utime(path, (1, path.stat().st_mtime))
    _opened.clear()
    _bait[:] = [str(path)]
    yield path
    _bait.clear()


@pytest.fixture
def bomb(bait: Path) -> Callable[[str], str]:
    """Return what is put in place of each name and text; `mark` makes it unlike the others."""
    return lambda mark: f"<img src={bait.as_posix()}><a href=file:{bait.as_posix()}>{mark}<b>x</b></a>{RIGHT_TO_LEFT}gnp.exe"


@pytest.fixture
def bombed(window: MainWindow, call: Session, bomb) -> Session:
    """A project in which every string is one."""
    add_call(call, CALL.replace("добрый", "доброе"), "second.txt")
    session = call
    call_id = session.transcript.id
    session.do(transcripts.rename, bomb("call"))
    for n, speaker in enumerate(session.transcript.speakers):
        session.do(speakers.rename, speaker.id, bomb(f"speaker{n}"))
        session.do(speakers.set_role, speaker.id, bomb(f"role{n}"))
    for n, turn in enumerate(session.transcript.visible):
        session.do(turns.set_text, turn.id, bomb(f"turn{n}"))
        session.do(turns.comment, turn.id, bomb(f"comment{n}"))
    session.apply(lambda: topics.add(session.project.topics, bomb("topic"), "#1F6F5C", bomb("definition"), 1))
    session.apply(
        lambda: topics.add(session.project.topics, bomb("part"), "#0B5CAD", bomb("part"), 2, session.project.topics[0].id)
    )
    for topic in session.project.topics:
        session.do(topics.tag_from, session.transcript.visible[0].id, topic.id)
    session.do(allowed.allow, bomb("allowed"))
    session.do(role_words.add, bomb("word"), "agent")
    keep_sets(session, [RuleSet(bomb("set"), (Rule(bomb("rule"), Query(bomb("query"), "plain", bomb("new"))),))])
    first = session.transcript.visible[0]
    span = Span.of(session.transcript, first.id, 0, 30)
    finding = Finding(
        "own", "duplicates", "phrase", 0.9, (span,), (msg("Why"),), Fix(msg("Drop {what}", what=bomb("fix")), (span,))
    )
    session._found.append(finding)
    session._pick_findings()
    session.show_finding(finding)
    assert session.transcript.id == call_id
    return session


def texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what a widget shows or may show, and as what: "rich" where Qt decides by itself whether it is markup."""
    yield "title", widget.windowTitle()
    yield "rich", widget.toolTip()
    yield "rich", widget.whatsThis()
    for action in widget.actions():
        yield "text", action.text()
    if isinstance(widget, QLabel):
        yield ("text" if widget.textFormat() == Qt.TextFormat.PlainText else "rich"), widget.text()
    if isinstance(widget, QTextEdit):
        yield "rich", widget.toHtml() if "<img" in widget.toHtml() else ""
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        for index in indexes(widget.model()):
            tip = index.data(Qt.ItemDataRole.ToolTipRole)
            yield "rich", tip if isinstance(tip, str) else ""


def indexes(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent or QModelIndex())
    for row in range(model.rowCount(parent or QModelIndex())):
        for column in range(columns):
            index = model.index(row, column, parent or QModelIndex())
            yield index
            if column == 0:
                yield from indexes(model, index)


def wrong(seen: QWidget) -> list[str]:
    """Return what a window shows as markup, or lets turn the words around."""
    found = []
    for widget in [seen, *seen.findChildren(QWidget)]:
        for kind, text in texts_of(widget):
            if kind == "rich" and "<img" in text and GuiQt.mightBeRichText(text):
                found.append(f"{type(widget).__name__}: markup: {text[:60]}")
            if RIGHT_TO_LEFT in text:
                found.append(f"{type(widget).__name__}: {kind} turns around: {text[-60:]!r}")
    return found


def dialogs(window: MainWindow, session: Session, bomb) -> Iterator[QDialog]:
    theme, finding = window.theme, session.finding
    session.ensure_report()
    yield HistoryDialog(session, theme, window)
    yield StatisticsDialog(session, theme, window)
    yield ConfidenceDialog(session, theme, window)
    yield KeysDialog(session, window)
    yield KeymapDialog(session, window)
    yield AllowedDialog(session, window)
    yield RoleWordsDialog(session, window)
    yield ExportDialog(session, theme, window)
    yield ImportReportDialog(session, theme, session.transcript.header, session.reports[session.transcript.id], window)
    yield LearningDialog(session, window)
    yield AcceptAllDialog(session, theme, finding, window)
    yield TopicDialog(session, theme, session.project.topics[0], window)
    yield TopicPalette(session, theme, window)
    yield PaletteDialog(window)
    yield RuleSetsDialog(session, window)
    yield ReplaceDialog(session, theme, window.table.commit_editor, None, window)
    yield PurgeDialog(session, window)
    yield SaveCopyDialog(session, window)
    yield SelectionDialog(bomb("selected"), True, bomb("placeholder"), 1, window)


def test_nothing_of_a_project_is_markup_in_any_window(qtbot, window, bombed, bomb, bait):
    session = bombed
    session.noticed.emit(Notice(bomb("notice")))
    session.noticed.emit(Notice(str(NoSpace(msg("{path} is full.", path=bomb("path")))), "error", "retry"))
    session.prefer(recent=(str(bait.parent / bomb("recent").replace("/", "∕")),))
    window._fill_recent()
    session.prefer(show_source=True)
    for _ in range(5):
        QApplication.processEvents()
    window.grab()
    found = {f"window, {text}" for text in wrong(window)}
    assert RIGHT_TO_LEFT not in window.statusBar().currentMessage()
    for dialog in dialogs(window, session, bomb):
        dialog.show()
        for _ in range(5):
            QApplication.processEvents()
        dialog.grab()
        found.update(f"{type(dialog).__name__}, {text}" for text in wrong(dialog))
        dialog.close()
        dialog.deleteLater()
    session.close_project()
    QApplication.processEvents()
    found.update(f"first page, {text}" for text in wrong(window))
    assert not found, "\n".join(sorted(found))
    assert _opened == []
    read = bait.stat().st_atime
    control = QLabel(f"<img src={bait.as_posix()}>")
    control.grab()
    if bait.stat().st_atime == 1:
        pytest.skip("this file system does not tell when a file was read")
    assert read == 1, "the picture was read"


def test_a_menu_shows_no_tip_of_its_own_making(qtbot, window, bombed):
    menu = window._menus["speakers"]
    named = next(action for action in menu.actions() if "<img" in action.text())
    menu.popup(window.pos())
    place = menu.actionGeometry(named).center()
    QApplication.sendEvent(menu, QHelpEvent(QHelpEvent.Type.ToolTip, place, menu.mapToGlobal(place)))
    assert not QToolTip.isVisible()
    menu.close()


def test_the_walk_finds_what_is_wrong(qtbot, window, bomb):
    mistakes = [QLabel(bomb("label"), window), label("x", parent=window)]
    mistakes[1].setToolTip(bomb("tip"))
    window.docks["calls"].setWindowTitle(bomb("title"))
    found = "\n".join(wrong(window))
    assert "QLabel: markup" in found
    assert "PlainLabel: markup" in found
    assert "QDockWidget: title turns around" in found


def test_marks_of_direction_are_named_and_long_texts_cut():
    assert visible("a\u202eb\u2066c\u200fd") == "a‹U+202E›b‹U+2066›c‹U+200F›d"
    assert visible("имя\nи 💳") == "имя\nи 💳"
    assert len(shown_name("x" * 10**6)) == NAME + 1
    assert shown_name("a\n  b") == "a b"
    assert len(tooltip("<" * 10**6)) < 5 * LONGEST
    made = label("one")
    made.setText("two \u202e")
    assert made.text() == "two ‹U+202E›"
    assert made.textFormat() == Qt.TextFormat.PlainText


def test_a_decision_is_said_plainly(bombed):
    bombed.decide(review.dismiss)
    assert bombed.transcript.decisions
