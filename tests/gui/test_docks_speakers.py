"""The speakers dock: figures, editing in place, roles to choose from, swapping and adding."""

from __future__ import annotations

import pytest
from driving import CALL, add_call, press, type_text
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QColorDialog, QComboBox, QLineEdit, QWidget

from annotator.core.commands import speakers, turns
from annotator.core.model import Speaker, Transcript
from annotator.gui.docks import speakers_model
from annotator.gui.docks.speakers import SpeakersDock, new_speaker_id
from annotator.gui.docks.speakers_model import NAME, PLACE, ROLE
from annotator.gui.theme import LIGHT, contrast

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""Menus raise themselves and grab the keyboard, which the offscreen platform cannot do."""

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def dock(qtbot, call, theme) -> SpeakersDock:
    made = SpeakersDock(call, theme)
    qtbot.addWidget(made)
    made.resize(260, 300)
    with qtbot.waitActive(made):
        made.show()
    return made


def shown(dock: SpeakersDock) -> list[tuple[str, str]]:
    return [(dock.model.index(row, NAME).data(), dock.model.index(row, ROLE).data()) for row in range(dock.model.rowCount())]


def spoken(dock: SpeakersDock, row: int) -> str:
    return dock.model.index(row, PLACE).data(SPOKEN)


def test_shows_the_speakers_with_their_figures(dock, call) -> None:
    assert shown(dock) == [("", "Клиент"), ("", "Саппорт")]
    words = [len(turn.text.split()) for turn in call.transcript.turns]
    percent = round(100 * (words[0] + words[2]) / sum(words))
    assert spoken(dock, 0) == f"Speaker 1, SPK00, 2 turns, {percent} % of the words"


@pytest.mark.parametrize(
    "command",
    [
        lambda t: speakers.relabel(t, [1], "SPK01"),
        lambda t: turns.hide(t, [2]),
        lambda t: turns.split(t, 1, 12),
        lambda t: turns.merge(t, [3, 4]),
        lambda t: turns.set_text(t, 1, "одно слово и ещё четыре слова"),
    ],
)
def test_figures_follow_every_change_and_its_undo(dock, call, theme, qtbot, command) -> None:
    before = spoken(dock, 0), spoken(dock, 1)
    assert call.do(command)
    fresh = SpeakersDock(call, theme)
    qtbot.addWidget(fresh)
    after = spoken(dock, 0), spoken(dock, 1)
    assert after == (spoken(fresh, 0), spoken(fresh, 1))
    assert after != before
    call.undo()
    assert (spoken(dock, 0), spoken(dock, 1)) == before


def edit(dock: SpeakersDock, row: int, column: int, kind: type) -> QLineEdit | QComboBox:
    dock.table.setFocus()
    dock.table.setCurrentIndex(dock.model.index(row, column))
    press(dock.table, Qt.Key.Key_F2)
    return dock.table.findChild(kind)


def test_a_name_is_edited_in_place_as_one_undo_step(dock, call, qtbot) -> None:
    editor = edit(dock, 0, NAME, QLineEdit)
    type_text(editor, "Анна")
    press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: call.transcript.speaker("SPK00").name == "Анна")
    assert shown(dock)[0] == ("Анна", "Клиент")
    call.undo()
    assert shown(dock)[0] == ("", "Клиент")


def test_leaving_an_editor_without_a_change_is_no_change(dock, call, qtbot) -> None:
    press(edit(dock, 0, ROLE, QComboBox).lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dock.table.state() == dock.table.State.NoState)
    assert str(call.project.undo_label) == "Import call.txt"
    assert not dock.model.setData(QModelIndex(dock.model.index(0, ROLE)), "  Клиент ")


def test_a_role_is_chosen_from_the_usual_ones_and_those_of_the_project(dock, call, qtbot) -> None:
    call.do(speakers.set_role, "SPK00", "Покупатель")
    add_call(call, "A: one\nB: two\n", "other.txt")
    call.show_transcript(1)
    combo = edit(dock, 0, ROLE, QComboBox)
    offered = [combo.itemText(n) for n in range(combo.count())]
    assert {"Покупатель", "Саппорт", "Клиент", "Support", "Agent"} <= set(offered)
    assert len(offered) == len(set(offered))
    assert offered.index("Оператор") < offered.index("Client"), "those of the call's language come first"
    combo.setCurrentIndex(offered.index("Покупатель"))
    press(combo.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: call.transcript.speakers[0].role == "Покупатель")


def test_a_role_of_one_s_own_is_typed(dock, call, qtbot) -> None:
    combo = edit(dock, 1, ROLE, QComboBox)
    assert combo.currentText() == "Саппорт"
    combo.lineEdit().selectAll()
    type_text(combo.lineEdit(), "Вторая линия")
    press(combo.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: call.transcript.speakers[1].role == "Вторая линия")
    assert dock.table.state() == dock.table.State.NoState


def test_leaving_the_editor_keeps_what_was_typed_and_escape_does_not(dock, call, qtbot) -> None:
    combo = edit(dock, 1, ROLE, QComboBox)
    combo.setEditText("Оператор")
    dock.add.setFocus()
    qtbot.waitUntil(lambda: call.transcript.speakers[1].role == "Оператор")
    editor = edit(dock, 0, NAME, QLineEdit)
    type_text(editor, "Имя")
    press(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dock.table.state() == dock.table.State.NoState)
    assert shown(dock)[0] == ("", "Клиент")
    assert str(call.project.undo_label) == "Set the role of Саппорт"


def test_swapping_exchanges_the_roles_and_leaves_the_turns(dock, call) -> None:
    before = [turn.speaker_id for turn in call.transcript.turns]
    dock.swap.click()
    assert shown(dock) == [("", "Саппорт"), ("", "Клиент")]
    assert [turn.speaker_id for turn in call.transcript.turns] == before


def test_of_three_speakers_two_are_chosen_to_be_swapped(dock, call) -> None:
    call.do(speakers.add, "SPK07", role="Бот")
    assert not dock.swap.isEnabled()
    choose(dock, 1, "Swap roles with", "Бот (SPK07)")
    assert [role for _, role in shown(dock)] == ["Клиент", "Бот", "Саппорт"]


def test_adding_a_speaker_waits_for_the_name(dock, call, qtbot) -> None:
    dock.add.click()
    assert [s.id for s in call.transcript.speakers] == ["SPK00", "SPK01", "SPK02"]
    editor = dock.table.findChild(QLineEdit)
    type_text(editor, "Третий")
    press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: call.transcript.speaker("SPK02").name == "Третий")


def test_unclear_turns_are_counted(dock, call) -> None:
    assert not dock.hint.isVisible()
    call.do(speakers.relabel, [1, 2], None)
    assert dock.hint.text() == "2 turns are unclear"
    assert dock.hint.isVisible()


# ---------------------------------------------------------------------- keys and menu


def choose(dock: SpeakersDock, row: int, *texts: str) -> None:
    """Click on a speaker with the right button and go through the menus by keys."""
    place = dock.table.visualRect(dock.model.index(row, NAME)).center()
    QTest.mouseClick(dock.table.viewport(), Qt.MouseButton.RightButton, pos=place)
    dock.table.customContextMenuRequested.emit(place)  # the window system makes this of the click
    menu = dock.menu
    for text in texts:
        assert menu is not None
        action = next(a for a in menu.actions() if a.text() == text)
        while menu.activeAction() != action:
            press(menu, Qt.Key.Key_Down)
        press(menu, Qt.Key.Key_Return)
        menu = action.menu()


def test_a_merge_tells_what_it_did_and_is_undone_as_one_step(dock, call, qtbot) -> None:
    call.do(speakers.add, "SPK07", role="Клиент")
    call.do(speakers.relabel, [3, 4], "SPK07")
    before = call.transcript
    with qtbot.waitSignal(call.noticed) as told:
        choose(dock, 2, "Merge into", "Саппорт (SPK01)")
    assert told.args[0].text == "2 turns of Клиент (SPK07) went to Саппорт (SPK01). Undo brings Клиент (SPK07) back."
    assert [turn.speaker_id for turn in call.transcript.turns] == ["SPK00", "SPK01", "SPK01", "SPK01"]
    assert [s.id for s in call.transcript.speakers] == ["SPK00", "SPK01"]
    assert spoken(dock, 1).startswith("Speaker 2, SPK01, 3 turns")
    assert dock.table.currentIndex().row() == 1, "the one who is left is current"
    call.undo()
    assert call.transcript == before
    assert spoken(dock, 2).startswith("Speaker 3, SPK07, 2 turns")


def test_order_and_removal_by_keys(dock, call, qtbot) -> None:
    call.do(speakers.add, "SPK07", role="Бот")
    dock.table.setFocus()
    dock.table.setCurrentIndex(dock.model.index(2, NAME))
    press(dock.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [s.id for s in call.transcript.speakers] == ["SPK00", "SPK07", "SPK01"]
    assert dock.table.currentIndex().row() == 1, "it follows the speaker"
    press(dock.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(dock.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(dock.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [s.id for s in call.transcript.speakers] == ["SPK00", "SPK07", "SPK01"]
    with qtbot.waitSignal(call.noticed) as told:
        press(dock.table, Qt.Key.Key_Delete)
    assert told.args[0].text == "Бот (SPK07) was removed. Undo brings it back."
    call.undo()
    assert [s.id for s in call.transcript.speakers] == ["SPK00", "SPK07", "SPK01"]


def test_who_has_turns_hidden_ones_too_is_not_removed(dock, call) -> None:
    call.do(turns.hide, [2, 4])
    dock.table.setFocus()
    dock.table.setCurrentIndex(dock.model.index(1, NAME))
    press(dock.table, Qt.Key.Key_Delete)
    assert [s.id for s in call.transcript.speakers] == ["SPK00", "SPK01"]


def test_a_colour_is_chosen_by_name_taken_back_and_freely(dock, call, monkeypatch) -> None:
    choose(dock, 1, "Colour", "Green")
    assert call.transcript.speakers[1].colour == LIGHT.speakers[2].name()
    choose(dock, 1, "Colour", "By order")
    assert call.transcript.speakers[1].colour == ""
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor("#FFFF00"))
    choose(dock, 1, "Colour", "Other…")
    assert call.transcript.speakers[1].colour == "#ffff00"
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor())
    choose(dock, 0, "Colour", "Other…")
    assert call.transcript.speakers[0].colour == ""


def test_the_menu_marks_the_colour_in_use(dock, call) -> None:
    def marked() -> list[str]:
        dock.more.click()
        colours = next(a for a in dock.menu.actions() if a.text() == "Colour").menu()
        found = [a.text() for a in colours.actions() if a.isChecked() and a.font().bold()]
        dock.menu.close()
        return found

    assert marked() == ["By order"]
    call.do(speakers.set_colour, "SPK00", LIGHT.speakers[3].name().upper())
    assert marked() == ["Purple"]
    call.do(speakers.set_colour, "SPK00", "#123456")
    assert marked() == ["Other…"]


def test_tab_goes_from_the_name_to_the_role_and_back(dock, call, qtbot) -> None:
    editor = edit(dock, 0, NAME, QLineEdit)
    type_text(editor, "Анна")
    press(editor, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: dock.table.findChild(QComboBox) is not None)
    assert call.transcript.speakers[0].name == "Анна"
    assert dock.table.currentIndex().column() == ROLE
    combo = dock.table.findChild(QComboBox)
    press(combo, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: dock.table.currentIndex().column() == NAME)


# ---------------------------------------------------------------------- the longest turns


def context(dock: SpeakersDock, row: int) -> list[str]:
    above = dock.model.index(row, PLACE)
    return [dock.model.index(n, PLACE, above).data() for n in range(dock.model.rowCount(above))]


def test_the_three_longest_turns_follow_every_change(dock, call, qtbot) -> None:
    add_call(call, "A: one\nA: one two three\nB: yes\nA: one two\nA: 1 2 3 4\nA: a b c\n", "long.txt")
    assert context(dock, 0) == ["1 2 3 4", "one two three", "a b c"]
    assert context(dock, 1) == ["yes"]
    call.do(turns.set_text, 1, "now these are five words")
    qtbot.waitUntil(lambda: context(dock, 0) == ["now these are five words", "1 2 3 4", "one two three"])
    call.do(speakers.relabel, [5], "B")
    qtbot.waitUntil(lambda: context(dock, 1) == ["1 2 3 4", "yes"])
    call.do(turns.hide, [2, 6, 4])
    qtbot.waitUntil(lambda: context(dock, 0) == ["now these are five words"])
    call.do(speakers.relabel, [1], "B")
    qtbot.waitUntil(lambda: context(dock, 0) == [])
    for _ in range(4):
        call.undo()
    qtbot.waitUntil(lambda: context(dock, 0) == ["1 2 3 4", "one two three", "a b c"])


def test_a_turn_that_is_gone_leaves_no_trace_before_the_rows_follow(dock, call) -> None:
    call.do(turns.merge, [3, 4])
    dock.grab()
    assert None in [dock.model.index(n, PLACE, dock.model.index(1, PLACE)).data() for n in range(2)]


def test_the_longest_turns_are_shown_where_there_is_room(dock, qtbot) -> None:
    tops = [dock.model.index(row, PLACE) for row in (0, 1)]
    assert not any(map(dock.table.isExpanded, tops))
    dock.resize(260, 700)
    qtbot.waitUntil(lambda: all(map(dock.table.isExpanded, tops)))
    dock.resize(260, 300)
    qtbot.waitUntil(lambda: not any(map(dock.table.isExpanded, tops)))


def test_what_was_shown_or_folded_stays_so(dock, call, qtbot) -> None:
    def click(row: int) -> None:
        place = dock.table.visualRect(dock.model.index(row, PLACE)).center()
        QTest.mouseClick(dock.table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def is_open() -> list[bool]:
        return [dock.table.isExpanded(dock.model.index(row, PLACE)) for row in (0, 1)]

    click(0)
    assert is_open() == [True, False]
    call.do(speakers.add, "SPK07")
    call.do(speakers.move, "SPK00", 1)
    assert is_open() == [False, True], "the speaker's, not the row's"
    call.do(speakers.move, "SPK00", 0)
    dock.resize(260, 900)
    qtbot.waitUntil(lambda: is_open() == [True, True])
    click(1)
    dock.table.setFocus()
    dock.table.setCurrentIndex(dock.model.index(0, NAME))
    press(dock.table, Qt.Key.Key_Left)
    add_call(call, CALL.replace("SPK07", "SPK02"), "other.txt")
    assert is_open() == [False, False]
    path = call.project.path
    call.close_project()
    call.open_project(path)
    assert is_open() == [False, False], "from one start to the next"


def test_a_click_or_enter_on_a_turn_goes_there(dock, call, qtbot) -> None:
    dock.resize(260, 700)
    qtbot.waitUntil(lambda: dock.table.isExpanded(dock.model.index(1, PLACE)))
    longest = dock.model.index(0, PLACE, dock.model.index(1, PLACE))
    assert longest.data() == "тариф стоит две тысячи в месяц"
    assert longest.data(SPOKEN) == "Turn 4: тариф стоит две тысячи в месяц"
    row = dock.table.visualRect(longest)
    QTest.mouseClick(
        dock.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(dock.table.viewport().width() - 20, row.center().y())
    )
    assert call.turn_id == 4
    dock.table.setFocus()
    press(dock.table, Qt.Key.Key_Down)
    press(dock.table, Qt.Key.Key_Return)
    assert call.turn_id == 2


def test_a_long_call_is_counted_a_part_at_a_time(dock, call, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(speakers_model, "SLICE", 3)
    add_call(call, "".join(f"{'AB'[n % 2]}: {'word ' * (n + 1)}\n" for n in range(10)), "long.txt")
    assert dock.model.figures.turns.total() < 10
    call.do(speakers.relabel, [1, 9], "B")
    qtbot.waitUntil(lambda: dock.model.figures.turns.total() == 10)
    qtbot.waitUntil(lambda: len(context(dock, 1)) == 3)
    assert dock.model.figures.turns == {"A": 3, "B": 7}
    assert dock.model.figures.words == {"A": 15, "B": 40}
    call.do(speakers.relabel, list(range(2, 10)), None)
    qtbot.waitUntil(lambda: dock.hint.text() == "8 turns are unclear")


def test_shares_of_the_time_are_told_where_there_are_times(dock, call) -> None:
    add_call(call, "[00:00:00 - 00:00:03] A: one two\n[00:00:03 - 00:00:04] B: three four\n", "times.txt")
    if call.transcript.turns[0].end_ms is None:
        pytest.fail("this shape has no ends of turns")
    assert spoken(dock, 0) == "Speaker 1, A, 1 turn, 50 % of the words, 75 % of the time"


# ---------------------------------------------------------------------- the window


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("chosen", ["#FFFF00", "#ffffff", "#000000", "#808080", "#ff0000", "#00ff00", "#0000ff", "#7fb0ff"])
def test_any_chosen_colour_can_be_read(theme, scheme, chosen) -> None:
    theme.choose(scheme)
    t, colour = theme.tokens, theme.speaker_colour(0, chosen)
    assert min(contrast(colour, ground) for ground in (t.surface, t.surface_alt, t.window, t.highlight)) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_program_s_own_colours_can_be_read_and_have_a_twin_in_the_other_scheme(theme, scheme) -> None:
    theme.choose(scheme)
    t = theme.tokens
    for n, colour in enumerate(LIGHT.speakers):
        twin = theme.speaker_colour(5 - n, colour.name())
        assert twin == theme.speaker_colour(n) == t.speakers[n]
        assert min(contrast(twin, ground) for ground in (t.surface, t.surface_alt, t.window, t.highlight)) >= 4.5


def test_a_colour_that_can_be_read_stays_as_it_was_chosen(theme) -> None:
    assert theme.speaker_colour(0, "#7A3E9D") == QColor("#7A3E9D")


def test_a_chosen_colour_is_seen_wherever_the_speaker_is(window, session, open_text) -> None:
    open_text(CALL)
    chosen = QColor("#ff00aa")

    def pixels(widget: QWidget) -> int:
        picture = widget.grab().toImage()
        wanted = window.theme.speaker_colour(0, chosen.name()).rgb()
        return sum(picture.pixel(x, y) == wanted for x in range(picture.width()) for y in range(picture.height()))

    session.do(turns.set_text, 1, "другие слова")  # so that the card shows the source
    session.set_turn(1)
    QApplication.processEvents()
    places = (window.table.viewport(), window.docks["speakers"].widget().table.viewport(), window.docks["finding"].widget())
    assert [pixels(place) for place in places] == [0, 0, 0]
    session.do(speakers.set_colour, "SPK00", chosen.name())
    QApplication.processEvents()
    assert all(pixels(place) > 20 for place in places)


FLIPPED = "".join(f"{'AB'[n % 2]}: слово\n" for n in range(6))


def said(session) -> str:
    return "".join(turn.speaker_id for turn in session.transcript.turns)


def test_flips_end_before_the_next_pin_and_say_so(window, session, open_text) -> None:
    open_text(FLIPPED)
    session.do(speakers.pin, [4])
    session.set_turn(2)
    window.table.setFocus()
    press(window.table, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert said(session) == "AABBAB"
    assert "up to the pin at turn 4" in window.statusBar().currentMessage()
    press(window.table, Qt.Key.Key_F6, Qt.KeyboardModifier.ControlModifier)
    assert said(session) == "BBABAB"
    session.set_turn(4)
    press(window.table, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert said(session) == "BBAABA"
    session.do(speakers.pin, [1])
    press(window.table, Qt.Key.Key_F6, Qt.KeyboardModifier.ControlModifier)
    assert said(session) == "BBAABA"
    assert "The first turn is pinned" in window.statusBar().currentMessage()


def test_of_three_voices_the_two_with_most_turns_are_flipped(window, session, open_text) -> None:
    open_text("C: гудок\n" + FLIPPED)
    window.table.setFocus()
    press(window.table, Qt.Key.Key_F6)
    assert said(session) == "CABABAB"
    assert window.statusBar().currentMessage() == "None of these turns is of A or B."
    press(window.table, Qt.Key.Key_F6, Qt.KeyboardModifier.ControlModifier)
    assert said(session) == "CBABABA"


def test_the_menu_of_the_window_asks_whom_to_merge(window, session, open_text, qtbot) -> None:
    open_text("C: гудок\n" + FLIPPED)
    window.docks["speakers"].close()
    window.actions_by_name["merge_speakers"].trigger()
    dock = window.docks["speakers"].widget()
    assert dock.isVisible()
    assert [action.text() for action in dock.menu.actions()] == ["Merge C into", "Merge A into", "Merge B into"]
    below = dock.menu.actions()[0].menu()
    assert [action.text() for action in below.actions()] == ["A", "B"]
    press(dock.menu, Qt.Key.Key_Down)
    press(dock.menu, Qt.Key.Key_Right)
    press(below, Qt.Key.Key_Return)
    assert said(session) == "AABABAB"
    session.do(speakers.merge, "B", "A")
    QApplication.processEvents()
    assert not window.actions_by_name["merge_speakers"].isEnabled()


def test_without_a_call_it_says_so(dock, call) -> None:
    call.close_project()
    assert "Open a call" in dock.hint.text()
    assert not dock.add.isEnabled()
    assert not dock.swap.isEnabled()


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        (["SPK00", "SPK01"], "SPK02"),
        (["SPEAKER_9", "SPEAKER_10"], "SPEAKER_11"),
        (["Анна", "Борис"], "SPK00"),
        ([], "SPK00"),
        (["7"], "8"),
        (["A1", "B1", "B2", "A2"], "A3"),
    ],
)
def test_a_new_id_is_in_the_style_of_the_others(call, taken, free) -> None:
    transcript = Transcript(call.transcript.header, call.transcript.source, tuple(Speaker(1, name) for name in taken))
    assert new_speaker_id(transcript) == free
