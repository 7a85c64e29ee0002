"""The whole window, driven by keys: menus, modes, languages, colours, messages."""

from __future__ import annotations

import time

import pytest
from driving import press, type_text, wait_checked
from PySide6.QtCore import QLibraryInfo, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl, QVersionNumber
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from annotator.core.commands import topics, turns
from annotator.core.finding import Finding, Fix, Span
from annotator.core.i18n import msg
from annotator.gui import theme as themes
from annotator.gui.actions import ACTIONS
from annotator.gui.app import QtTexts
from annotator.gui.docks import DOCKS
from annotator.gui.docks.finding import lost_words
from annotator.gui.faults import Faults
from annotator.gui.main_window import MainWindow
from annotator.gui.session import Notice, Session
from annotator.gui.widgets.decision import DecisionButton
from annotator.gui.widgets.flow import FlowLayout

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

CALL = """\
Саппорт (SPK00): добрый день чем могу помочь
Клиент (SPK01): здравствуйте не приходит заказ я оплатил его две недели назад
Саппорт (SPK00): я оплатил его две недели назад назовите номер заказа
Клиент (SPK01): спасибо
"""


@pytest.fixture
def called(window, open_text) -> MainWindow:
    open_text(CALL)
    window.table.setFocus()
    return window


# ---------------------------------------------------------------------- keys


def test_default_keys_are_unique_and_reachable_on_every_layout():
    seen: dict[tuple[str, bool], str] = {}
    for action in ACTIONS:
        for keys in action.keys:
            sequence = QKeySequence(keys)
            assert not sequence.isEmpty(), (action.name, keys)
            combination = sequence[0]
            key, modifiers = combination.key(), combination.keyboardModifiers()
            bare = modifiers in (Qt.KeyboardModifier.NoModifier, SHIFT)
            assert not (bare and KEY.Key_A <= key <= KEY.Key_Z), (action.name, "a bare letter")
            assert not (bare and 0x21 <= key <= 0x2F), (action.name, "bare punctuation")
            assert modifiers != Qt.KeyboardModifier.AltModifier | SHIFT, action.name
            assert (key, modifiers) != (KEY.Key_Space, CTRL), action.name
            assert sequence.toString() not in seen, (action.name, seen.get(sequence.toString()))
            seen[sequence.toString()] = action.name


def test_space_and_backspace_decide_and_advance(qtbot, called, session):
    press(called.table, KEY.Key_Right)
    first = session.finding
    assert first is not None
    assert session.turn_id == first.spans[0].turn_id
    press(called.table, KEY.Key_Space)
    assert session.transcript.decisions[first.key].verdict == "accepted"
    press(called.table, KEY.Key_Z, CTRL)
    wait_checked(qtbot, session)
    session.show_finding(next(f for f in session.queue if f.key == first.key))
    press(called.table, KEY.Key_Backspace)
    assert session.transcript.decisions[first.key].verdict == "dismissed"


def test_the_digit_on_a_speaker_finding_decides_it(qtbot, called, session):
    from dataclasses import replace

    press(called.table, KEY.Key_Right)
    # The same card, as if the speakers detector had put it there.
    session.finding = replace(session.finding, detector="speakers", kind="cut", key="own")
    session.queue = (session.finding,)
    turn = session.transcript.turn(session.turn_id)
    other = 2 if turn.speaker_id == session.transcript.speakers[0].id else 1
    press(called.table, KEY.Key_0 + other)
    assert session.transcript.decisions["own"].verdict == "relabelled"
    assert session.transcript.turn(turn.id).speaker_id != turn.speaker_id


def show_own_finding(session: Session, kind: str, detector: str = "duplicates") -> None:
    """Put a finding about the first two words of the call on the card, as if the detector had found it."""
    span = Span.of(session.transcript, session.transcript.visible[0].id, 0, len("добрый день"))
    finding = Finding("own", detector, kind, 0.9, (span,), (msg("Why"),), Fix(msg("Drop"), (span,)))
    session._found.append(finding)
    session._pick_findings()
    session.show_finding(next((f for f in session.queue if f.key == "own"), None))


def allow_button(window: MainWindow) -> DecisionButton:
    return next(b for b in window.docks["finding"].findChildren(DecisionButton) if b.property("flat"))


def test_shift_backspace_never_reports_the_repeat_again(qtbot, called, session):
    show_own_finding(session, "phrase")
    qtbot.waitUntil(allow_button(called).isVisible)
    assert "добрый день" in allow_button(called).accessibleName()
    press(called.table, KEY.Key_Backspace, SHIFT)
    assert [a.text for a in session.project.allowed] == ["добрый день"]
    assert session.transcript.decisions["own"].verdict == "dismissed"
    press(called.table, KEY.Key_Z, CTRL)
    assert session.project.allowed == ()
    assert "own" not in session.transcript.decisions


def test_only_repeats_can_be_allowed(qtbot, called, session):
    show_own_finding(session, "cut", "speakers")
    qtbot.waitUntil(lambda: any("Cut sentence" in found.text() for found in called.docks["finding"].findChildren(QLabel)))
    assert not allow_button(called).isVisible()
    press(called.table, KEY.Key_Backspace, SHIFT)
    assert "Only repeats" in called.statusBar().currentMessage()
    assert session.project.allowed == ()


def test_a_quiet_kind_has_a_chip_that_brings_it_and_is_not_counted(qtbot, called, session):
    loud = len(session.queue)
    show_own_finding(session, "disfluency")

    def chip() -> QToolButton:
        return next((c for c in called.docks["finding"].findChildren(QToolButton) if "Disfluency" in c.text()), QToolButton())

    qtbot.waitUntil(lambda: chip().isVisible())
    assert not chip().isChecked()
    assert "Left out" in chip().toolTip()
    assert f"{loud} finding" in called.filters.progress.text()
    chip().click()
    qtbot.waitUntil(lambda: "Shown" in chip().toolTip())
    assert chip().isChecked()
    assert len(session.queue) == len(session.findings) == session.open_findings(1)


def test_f12_asks_nothing_about_quiet_findings(called, session):
    session._found.clear()
    show_own_finding(session, "disfluency")
    assert session.findings
    press(called.table, KEY.Key_F12)
    assert session.transcript.header.done


@pytest.mark.parametrize("letter", ["Z", "Я"])
def test_ctrl_with_a_letter_works_on_both_layouts(called, session, letter):
    press(called.table, KEY.Key_2)
    assert session.transcript.visible[0].speaker_id == "SPK01"
    press(called.table, ord(letter), CTRL, text="" if letter == "Z" else "\x1a")
    assert session.transcript.visible[0].speaker_id == "SPK00"


def test_ctrl_with_a_cyrillic_letter_reaches_a_text_field(called):
    search = called.filters.search
    search.setFocus()
    type_text(search, "заказ")
    press(search, ord("Ф"), CTRL, text="\x01")
    assert search.selectedText() == "заказ"


def test_flips_and_roles(called, session):
    press(called.table, KEY.Key_F6)
    assert [t.speaker_id for t in session.transcript.visible] == ["SPK01", "SPK01", "SPK00", "SPK01"]
    press(called.table, KEY.Key_Down)
    press(called.table, KEY.Key_F6, SHIFT)
    assert [t.speaker_id for t in session.transcript.visible] == ["SPK01", "SPK00", "SPK01", "SPK00"]
    press(called.table, KEY.Key_F6, CTRL)
    assert [t.speaker_id for t in session.transcript.visible] == ["SPK00", "SPK01", "SPK00", "SPK01"]
    called.actions_by_name["swap_roles"].trigger()
    assert [s.label for s in session.transcript.speakers] == ["Клиент", "Саппорт"]


def test_f9_pins_the_selected_turns_and_unpins_them_when_all_are(called, session):
    def pinned() -> list[bool]:
        return [turn.pinned for turn in session.transcript.visible]

    press(called.table, KEY.Key_F9)
    assert pinned() == [True, False, False, False]
    press(called.table, KEY.Key_Down, SHIFT)
    press(called.table, KEY.Key_F9)
    assert pinned() == [True, True, False, False]
    press(called.table, KEY.Key_F9)
    assert pinned() == [False] * 4
    press(called.table, KEY.Key_Z, CTRL)
    assert pinned() == [True, True, False, False]


def test_topics_by_key_last_until_the_next_mark(called, session):
    session.apply(lambda: topics.add(session.project.topics, "Доставка", "#1F6F5C", hotkey=1))
    session.apply(lambda: topics.add(session.project.topics, "Цена", "#0B5CAD", hotkey=2))
    one, two = (topic.id for topic in session.project.topics)
    press(called.table, KEY.Key_Down)
    press(called.table, KEY.Key_1, CTRL)
    press(called.table, KEY.Key_Down)
    press(called.table, KEY.Key_Down)
    press(called.table, KEY.Key_2, CTRL)
    assert [set(t.topics) for t in session.transcript.visible] == [set(), {one}, {one}, {two}]
    press(called.table, KEY.Key_Up, SHIFT)
    press(called.table, KEY.Key_1, CTRL)
    assert [set(t.topics) for t in session.transcript.visible] == [set(), {one}, {one}, {one, two}]
    assert called.actions_by_name["topic_2"].text() == "Цена"


def test_hide_and_restore_through_the_filter(called, session):
    press(called.table, KEY.Key_Delete)
    assert len(session.transcript.visible) == 3
    assert session.turn_id == session.transcript.visible[0].id
    called.filters.show_only.setCurrentIndex(called.filters.show_only.findData("hidden"))
    called.filters.show_only.activated.emit(0)
    assert called.table.turns_model.rowCount() == 1
    session.set_turn(session.transcript.turns[0].id)
    press(called.table, KEY.Key_Delete, SHIFT)
    assert len(session.transcript.visible) == 4


def test_join_revert_and_reviewed(called, session):
    press(called.table, KEY.Key_Down)
    press(called.table, KEY.Key_J, CTRL)
    assert session.transcript.visible[0].text.startswith("добрый день чем могу помочь здравствуйте")
    assert "keeps the speaker" in called.statusBar().currentMessage()
    press(called.table, KEY.Key_R, CTRL)
    assert session.transcript.visible[0].reviewed
    session.undo()
    session.undo()
    press(called.table, KEY.Key_2)
    press(called.table, KEY.Key_Backspace, CTRL)
    assert not session.transcript.edited(session.turn)


def test_f12_asks_once_while_findings_are_open(called, session, open_text):
    assert session.findings
    press(called.table, KEY.Key_F12)
    assert not session.transcript.header.done
    assert "Press F12 again" in called.statusBar().currentMessage()
    press(called.table, KEY.Key_F12)
    assert session.transcript.header.done
    assert all(turn.reviewed for turn in session.transcript.visible)
    press(called.table, KEY.Key_F12)
    assert not session.transcript.header.done


# ---------------------------------------------------------------------- looks


def test_the_first_start_says_what_to_do(window, session):
    assert window._pages.currentWidget() is window.welcome
    assert session.transcript is None
    assert not window.actions_by_name["export"].isEnabled()
    assert not window.docks["finding"].isVisible()


def test_everything_changes_language_at_once(called, session, qapp):
    texts = QtTexts(qapp, session)
    before = {name: action.text() for name, action in called.actions_by_name.items()}
    session.prefer(language="ru")
    assert called.actions_by_name["dismiss"].text() != before["dismiss"]
    assert called.menuBar().actions()[0].text() == "Файл"
    assert all(called.docks[dock.name].windowTitle() == str(dock.title) for dock in DOCKS)
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Отмена"
    session.prefer(language="en")
    assert called.actions_by_name["dismiss"].text() == before["dismiss"]
    texts.remove()


def test_the_scheme_changes_at_once(called, session, theme):
    light = called.grab().toImage().pixelColor(700, 600)
    session.prefer(theme="dark")
    dark = called.grab().toImage().pixelColor(700, 600)
    assert light.lightness() > 200
    assert dark.lightness() < 80
    session.prefer(theme="light")
    assert called.grab().toImage().pixelColor(700, 600) == light


def contrast(a: QColor, b: QColor) -> float:
    def luminance(colour: QColor) -> float:
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read_on_its_ground(theme, scheme):
    theme.choose(scheme)
    t = theme.tokens
    pairs = [(ink, ground) for ink in (t.text, t.text_dim) for ground in (t.window, t.surface, t.surface_alt)]
    pairs += [(t.on_accent, t.accent), (t.on_highlight, t.highlight), (t.text, t.match), (t.text, t.accent_ground)]
    pairs += [(t.duplicate, t.duplicate_ground), (t.cut, t.cut_ground), (t.two, t.two_ground), (t.text, t.error_ground)]
    pairs += [(colour, t.surface) for colour in t.speakers]
    pairs += [theme.topic_colours(colour) for colour in themes.TOPIC_COLOURS]
    poor = [(a.name(), b.name(), round(contrast(a, b), 2)) for a, b in pairs if contrast(a, b) < 4.5]
    assert not poor


def test_text_size_has_limits(called, session):
    for _ in range(20):
        press(called, KEY.Key_PageUp, CTRL)
    assert session.settings.font_size == 22
    called.actions_by_name["zoom_reset"].trigger()
    assert session.settings.font_size == 15


# ---------------------------------------------------------------------- messages and files


def test_markup_in_a_transcript_is_shown_as_it_is(window, session, open_text):
    open_text("<b>А</b> (SPK00): <img src=/etc/passwd> да\nКлиент (SPK01): <a href=x>нет</a>\n", "bomb.txt")
    from PySide6.QtWidgets import QLabel

    window.session.set_turn(session.transcript.visible[0].id)
    for found in window.findChildren(QLabel):
        assert found.textFormat() == Qt.TextFormat.PlainText or "<" not in found.text()


def test_dropped_files_are_opened(qtbot, window, session, tmp_path):
    path = tmp_path / "dropped.txt"
    path.write_text(CALL, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(50, 50) if QLibraryInfo.version() >= QVersionNumber(6, 12) else QPoint(50, 50)
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, buttons, none))
    wait_checked(qtbot, session)
    assert session.transcript.header.name == "dropped.txt"


def test_errors_stay_until_closed_and_are_not_repeated(window, session):
    for _ in range(2):
        session.noticed.emit(Notice("the disk is full", "error"))
    assert window.bars.texts() == ["the disk is full"]
    window.bars.clear()
    assert not window.bars.texts()


def test_an_unexpected_error_is_logged_without_its_words_and_shown(qtbot, window, tmp_path):
    faults = Faults(window)
    try:
        raise KeyError("номер карты 4276")
    except KeyError as error:
        faults.record(error)
    qtbot.waitUntil(lambda: bool(window.bars.texts()))
    assert "KeyError" in window.bars.texts()[0]
    written = (tmp_path / "config" / "logs" / "annotator.log").read_text(encoding="utf-8")
    assert "KeyError" in written
    assert "4276" not in written + window.bars.texts()[0]


def test_closing_commits_what_is_being_typed(qtbot, called, session):
    from annotator.project import Project

    path = session.project.path
    press(called.table, KEY.Key_Return)
    type_text(called.table.editor, "ну ")
    called.close()
    with Project.open(path) as project:
        assert project.transcript(1).visible[0].text.startswith("ну добрый")


def test_a_panel_that_was_closed_stays_closed(called, session, theme):
    path = session.project.path
    called.docks["speakers"].close()
    called.close()
    again = Session()
    second = MainWindow(again, theme)
    second.show()
    assert not second.docks["finding"].isVisible()
    again.open_paths([path])
    assert second.docks["finding"].isVisible()
    assert not second.docks["speakers"].isVisible()
    second.close()
    second.deleteLater()


# ---------------------------------------------------------------------- room and messages


def test_a_narrow_window_stays_so_while_searching_and_with_long_names(called, session):
    session.apply(lambda: topics.add(session.project.topics, "Delivery and returns", "#1F6F5C", hotkey=1))
    session.prefer(language="ru")
    called.resize(1100, 700)
    QApplication.processEvents()
    card = called.docks["finding"].width()
    press(called.table, KEY.Key_F, CTRL)
    type_text(called.filters.search, "заказ")
    called.bars.show_error("x" * 400)
    QApplication.processEvents()
    assert called.width() == 1100
    assert abs(called.docks["finding"].width() - card) < 8


def test_a_message_is_not_drawn_over_the_mode(called, session):
    mode = next(found for found in called.statusBar().findChildren(QLabel) if found.text() == "Review mode")
    called.say("something")
    session.do(turns.comment, session.turn_id, "look")
    press(called.table, KEY.Key_Return)
    QApplication.processEvents()
    assert called.statusBar().currentMessage() == "something"
    assert not mode.isVisible()
    called.statusBar().clearMessage()
    assert mode.text() == "Text mode"
    assert mode.isVisible()
    press(called.table.editor, KEY.Key_Escape)


def test_a_comment_is_given_by_keys_alone(called, session):
    def answer() -> None:
        field = QApplication.focusWidget()
        type_text(field, "look again")
        press(field, KEY.Key_Return, CTRL)

    QTimer.singleShot(200, answer)
    press(called.table, KEY.Key_M, CTRL)
    assert session.turn.comment == "look again"
    assert called.focusWidget() is called.table


def test_a_decision_that_does_not_fit_goes_on_below_and_then_has_its_key_there(qtbot, theme):
    shown = DecisionButton(theme, lambda: None)
    qtbot.addWidget(shown)
    shown.resize(400, 30)
    shown.fill("Keep only the second copy 2", "Space")
    assert shown.text() == "Keep only the second copy 2"
    one_line = shown.sizeHint().height()
    shown.resize(200, 30)
    assert shown.text() == "Keep only the\nsecond copy 2"
    assert shown.sizeHint().height() > one_line
    plain = shown.grab().toImage()
    shown.fill("Keep only the second copy 2", "Alt+2")
    assert shown.grab().toImage() != plain
    shown.fill("Keep only the second copy 2", "Ctrl+Shift+Backspace")
    assert shown.text() == "Keep only the second\ncopy 2\n "


def test_what_is_hidden_takes_no_room_in_a_flow(qtbot):
    frame = QWidget()
    qtbot.addWidget(frame)
    flow = FlowLayout(frame, 4)
    first, second = QLabel("first"), QLabel("second")
    flow.addWidget(first)
    flow.addWidget(second)
    frame.resize(400, 100)
    frame.show()
    first.hide()
    flow.activate()
    assert second.x() == 0


def test_words_that_the_source_has_and_the_turn_has_not():
    assert lost_words("a b c d", "a c d e") == [(2, 3, "gone")]
    assert lost_words("a b", "a b") == []
    assert lost_words("a a a", "a a") == [(4, 5, "gone")]
    began = time.monotonic()
    assert lost_words("word " * 8000 + "end", "start " + "word " * 8000)
    assert time.monotonic() - began < 5


def test_menus_show_names_as_they_are(called, session):
    session.apply(lambda: topics.add(session.project.topics, "Price & terms", "#1F6F5C", hotkey=1))
    called.refresh()
    assert called.actions_by_name["topic_1"].text() == "Price && terms"
    assert "Price && terms" in called.actions_by_name["undo"].text()


def test_every_file_that_cannot_be_read_is_named_and_the_others_are_opened(qtbot, window, session, tmp_path):
    names = [f"bad{n}.txt" for n in range(5)]
    for name in names:
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "good.txt").write_text(CALL, encoding="utf-8")
    session.open_paths([tmp_path / name for name in (*names, "good.txt")])
    wait_checked(qtbot, session)
    assert session.transcript.header.name == "good.txt"
    assert all(name in text for name, text in zip(names, window.bars.texts(), strict=True))
    assert 0 < window.bars.height() <= 168
    session.close_project()
    assert window.bars.texts() == []
    assert window.bars.isHidden()
