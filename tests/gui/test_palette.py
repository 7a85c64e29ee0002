"""The command palette: what is found, in which order, and that it is done when the palette is gone."""

from __future__ import annotations

import pytest
from driving import add_call, press, type_text
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator import settings
from annotator.core.commands import topics, turns
from annotator.core.model import Header
from annotator.gui.actions import ACTIONS
from annotator.gui.dialogs.palette import NUMBERED, PaletteDialog
from annotator.gui.match import folded, score, typed

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def fit(query: str, name: str) -> float:
    return score(typed(query), folded(name))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("повтор", "Допустимые повторы"),
        ("gjdnjh", "Допустимые повторы"),
        ("GJDNJH", "Допустимые повторы"),
        ("ащкь", "Other form"),
        ("еще", "Ещё раз"),
        ("flip call", "Flip the speakers of the whole call"),
        ("fsk", "Flip speakers"),
        ("oin", "Join turns"),
        ("[jkjl", "Холод"),
        ("", "Anything"),
    ],
)
def test_fits(query, name):
    assert fit(query, name) > 0


@pytest.mark.parametrize(("query", "name"), [("xyz", "Join turns"), ("j", "Export"), ("turns joinx", "Join turns")])
def test_does_not_fit(query, name):
    assert fit(query, name) == 0


def test_beginnings_go_before_middles_before_letters():
    values = [fit("jo", name) for name in ("Join", "Join turns", "Do join", "Majors", "J and o")]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == len(values)
    assert fit("gjdnjh", "повтор") < fit("gjdnjh", "gjdnjh")


# ---------------------------------------------------------------------- in the window


@pytest.fixture
def called(qtbot, window, call):
    window.table.setFocus()
    qtbot.waitUntil(lambda: window.table.hasFocus())
    return window


@pytest.fixture
def open_palette(qtbot, called):
    def open_() -> PaletteDialog:
        press(QApplication.focusWidget(), KEY.Key_P, CTRL | SHIFT)
        palette = called.findChild(PaletteDialog)
        qtbot.waitUntil(lambda: palette.isActiveWindow() and palette.field.hasFocus())
        return palette

    return open_


def titles(palette: PaletteDialog) -> list[str]:
    return [entry.title for entry in palette.entries.shown]


def gone(qtbot, window) -> None:
    qtbot.waitUntil(lambda: window.isActiveWindow() and window.findChild(PaletteDialog) is None)
    QApplication.processEvents()


def test_all_that_can_be_done_is_there(called, session, open_palette):
    session.apply(lambda: topics.add(session.project.topics, "Цена", "#1F6F5C"))
    add_call(session, "А (SPK00): раз\n", "second.txt")
    session.show_transcript(1)
    QApplication.processEvents()
    palette = open_palette()
    everything = palette.entries._all
    shown = {entry.title for entry in everything}
    for wanted in ("Edit › Join turns", "View › Colours › Dark", "Speaker › Клиент", "Topic › Цена", "Go to call › second.txt"):
        assert wanted in shown
    names = {entry.name for entry in everything}
    for action in ACTIONS:
        can = called.actions_by_name[action.name].isEnabled()
        assert (action.name in names) == (can and action.name not in ("palette", *NUMBERED)), action.name
    assert not any(title.endswith("call.txt") for title in shown), "we are there"


def test_enter_does_it_when_the_palette_is_gone(qtbot, called, session, open_palette):
    called.filters.search.setFocus()
    palette = open_palette()
    type_text(palette.field, "hide")
    assert titles(palette)[0] == "Edit › Hide turns"
    seen: list[bool] = []
    in_table = called.actions_by_name["hide"].triggered
    in_table.connect(lambda: seen.append(called.focusWidget() is called.table and called.findChild(PaletteDialog) is None))
    QTest.keyClick(palette.field, KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [True]
    gone(qtbot, called)
    assert session.transcript.turns[0].hidden


def test_typed_on_the_wrong_layout_and_by_key_moves(qtbot, called, session, open_palette):
    palette = open_palette()
    type_text(palette.field, "ощшт")
    assert titles(palette)[0] == "Edit › Join turns"
    palette.field.clear()
    press(palette.field, KEY.Key_Down)
    press(palette.field, KEY.Key_Down)
    assert palette.list.currentIndex().row() == 2
    press(palette.field, KEY.Key_Up)
    press(palette.field, KEY.Key_Up)
    press(palette.field, KEY.Key_Up)
    assert palette.list.currentIndex().row() == palette.entries.rowCount() - 1
    press(palette.field, KEY.Key_PageUp)
    press(palette.field, KEY.Key_PageDown)
    assert palette.list.currentIndex().row() == palette.entries.rowCount() - 1


def test_a_click_does_it_and_what_was_done_comes_first_next_time(qtbot, called, session, open_palette):
    palette = open_palette()
    palette.field.setText("bookmark")
    row = titles(palette).index("Edit › Bookmark")
    QTest.mouseClick(palette.list.viewport(), LEFT, pos=palette.list.visualRect(palette.entries.index(row, 0)).center())
    qtbot.waitUntil(lambda: session.turn.bookmarked)
    gone(qtbot, called)
    assert settings.load().recent_actions == ("bookmark",)
    palette = open_palette()
    assert titles(palette)[0] == "Edit › Bookmark"
    QTest.keyClick(palette.field, KEY.Key_Return)
    qtbot.waitUntil(lambda: not session.turn.bookmarked)
    assert settings.load().recent_actions == ("bookmark",)


def test_speakers_topics_and_calls_by_name(qtbot, called, session, open_palette):
    session.apply(lambda: topics.add(session.project.topics, "Цена", "#1F6F5C"))
    add_call(session, "А (SPK00): раз\n", "second.txt")
    session.show_transcript(1)
    for query, done in (
        ("саппорт", lambda: session.turn.speaker_id == "SPK01"),
        ("цена", lambda: bool(session.turn.topics)),
        ("second", lambda: session.transcript.id == 2),
    ):
        palette = open_palette()
        type_text(palette.field, query)
        QTest.keyClick(palette.field, KEY.Key_Return)
        qtbot.waitUntil(done)
        gone(qtbot, called)
    assert session.settings.recent_actions == ()


def test_what_is_typed_into_a_turn_is_kept_first(qtbot, called, session, open_palette):
    called.table.edit_turn()
    type_text(called.table.editor, "да ")
    palette = open_palette()
    palette.field.setText("bookmark")
    QTest.keyClick(palette.field, KEY.Key_Return)
    qtbot.waitUntil(lambda: session.turn.bookmarked)
    assert session.turn.text.startswith("да добрый")
    assert called.table.editor is None


def test_escape_and_a_click_into_the_window_close_it(qtbot, called, session, open_palette):
    before = len(session.project.history())
    palette = open_palette()
    QTest.keyClick(palette.field, KEY.Key_Escape)
    called.activateWindow()
    gone(qtbot, called)
    open_palette()
    called.activateWindow()
    gone(qtbot, called)
    assert len(session.project.history()) == before


def test_nothing_found_is_said(called, open_palette):
    palette = open_palette()
    palette.field.setText("ъъъъъ")
    assert palette.empty.isVisible()
    assert not palette.list.isVisible()
    QTest.keyClick(palette.field, KEY.Key_Return)
    assert palette.isVisible()


def test_typing_is_quick_with_thousands_of_calls(qtbot, called, session, open_palette, monkeypatch, heartbeat):
    headers = tuple(Header(n, f"2026-11-{n % 30:02} call of client {n}.txt") for n in range(2, 5000))
    monkeypatch.setattr(session, "headers", lambda: headers)
    palette = open_palette()
    type_text(palette.field, "client 4321")
    assert titles(palette) == ["Go to call › 2026-11-01 call of client 4321.txt"]
    assert [gap for gap in heartbeat.gaps if gap.during == "sendEvent"] == []


def test_text_of_changes_that_hold_ampersands(called, session, open_palette):
    session.do(turns.comment, 1, "R&D")
    QApplication.processEvents()
    palette = open_palette()
    palette.field.setText("undo")
    assert titles(palette)[0] == "Edit › Undo: Comment on turn 1"
