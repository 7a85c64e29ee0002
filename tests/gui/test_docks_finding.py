"""The card of a finding: further places of the border, by key and by mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from driving import press
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from annotator.core.commands import speakers, turns
from annotator.core.finding import Finding, Fix, Relabel, Span
from annotator.core.i18n import msg
from annotator.gui.docks.finding import ranges_of
from annotator.gui.main_window import MainWindow
from annotator.gui.session import Session
from annotator.gui.theme import text_font
from annotator.gui.widgets.place import PlaceButton, border, fit

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
FIRST, SECOND = "добрый день у меня не приходят письма", "здравствуйте подскажите ваш адрес"


def give(session: Session, turn_id: int, words: str, speaker_id: str) -> Fix:
    transcript = session.transcript
    at = transcript.turn(turn_id).text.index(words)
    span = Span.of(transcript, turn_id, at, at + len(words))
    return Fix(msg("Give {n} words to {speaker}", n=len(words.split()), speaker=speaker_id), relabels=(Relabel(span, speaker_id),))


@pytest.fixture
def cut(call: Session) -> Finding:
    """A cut between the first two turns with two more places where the border may be."""
    fix = give(call, 2, "здравствуйте", "SPK00")
    places = give(call, 2, "здравствуйте подскажите", "SPK00"), give(call, 1, "приходят письма", "SPK01")
    spans = give(call, 1, "письма", "").relabels[0].span, fix.relabels[0].span
    return Finding("own", "speakers", "cut", 0.8, spans, (msg("Why"),), fix, places=places)


@pytest.fixture
def shown(qtbot, window: MainWindow, call: Session):
    """Return a function that puts a finding on the card; it returns the places that are shown."""

    def show(finding: Finding) -> list[PlaceButton]:
        call._found = [finding]
        call._pick_findings()
        call.show_finding(finding)
        window.table.setFocus()
        card = window.docks["finding"]
        qtbot.waitUntil(lambda: any(found.text() == f"· {finding.evidence[0]}" for found in card.findChildren(QLabel)))
        return [button for button in card.findChildren(PlaceButton) if button.isVisible()]

    return show


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (KEY.Key_2, [f"{FIRST} здравствуйте подскажите", "ваш адрес"]),
        (KEY.Key_3, ["добрый день у меня не", f"приходят письма {SECOND}"]),
    ],
)
def test_alt_and_a_digit_put_the_border_elsewhere(window, call, cut, shown, key, said):
    shown(cut)
    press(window.table, key, ALT)
    assert [turn.text for turn in call.transcript.visible][:2] == said
    assert call.transcript.decisions["own"].verdict == "alternative"
    press(window.table, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [turn.text for turn in call.transcript.visible][:2] == [FIRST, SECOND]
    assert call.transcript.decisions == {}


def test_a_click_on_a_place_decides_too(call, cut, shown):
    _, third = shown(cut)
    QTest.mouseClick(third, Qt.MouseButton.LeftButton)
    assert call.transcript.turn(1).text == "добрый день у меня не"
    assert call.transcript.decisions["own"].verdict == "alternative"


def test_a_place_says_its_words_and_is_painted(cut, shown):
    second, third = shown(cut)
    assert second.accessibleName().startswith(f"Give 2 words to SPK00: {FIRST} здравствуйте подскажите | ваш адрес")
    assert third.accessibleName().startswith(f"Give 2 words to SPK01: добрый день у меня не | приходят письма {SECOND}")
    assert second.grab().toImage() != third.grab().toImage()


def test_the_key_stands_below_where_there_is_no_room_beside_it(qtbot, theme, call, cut):
    button = PlaceButton(theme, lambda: None)
    qtbot.addWidget(button)
    button.fill(call.transcript, cut.places[0], "moved", "Alt+2")
    button.resize(400, 30)
    button.show()
    one_line = button.sizeHint().height()
    button.resize(200, 30)
    assert button.sizeHint().height() > one_line
    button.grab()


def test_there_are_no_places_where_the_finding_has_none(window, call, cut, shown):
    assert len(shown(cut)) == 2
    assert len(shown(replace(cut, evidence=(msg("One more place"),), places=cut.places[:1]))) == 1
    press(window.table, KEY.Key_3, ALT)
    assert "no such place" in window.statusBar().currentMessage()
    assert call.transcript.decisions == {}
    assert shown(replace(cut, evidence=(msg("No other place"),), places=())) == []


def test_a_place_whose_words_have_changed_is_not_offered(call, cut, shown):
    call.do(turns.set_text, 2, "здравствуйте скажите ваш адрес")
    (third,) = shown(cut)
    assert "SPK01" in third.accessibleName()


def test_digits_act_on_no_place_while_a_text_is_edited(window, call, cut, shown):
    shown(cut)
    press(window.table, KEY.Key_Return)
    press(window.table.editor, KEY.Key_2, ALT)
    assert call.transcript.decisions == {}


@pytest.mark.parametrize(
    ("turn_id", "words", "speaker_id", "left", "right", "moved"),
    [
        (2, "здравствуйте подскажите", "SPK00", f"{FIRST} здравствуйте подскажите", "ваш адрес", "здравствуйте подскажите"),
        (1, "приходят письма", "SPK01", "добрый день у меня не", f"приходят письма {SECOND}", "приходят письма"),
        (1, "у меня", "SPK01", "добрый день", "у меня не приходят письма", "у меня"),
        (2, SECOND, "SPK00", f"{FIRST} {SECOND}", "да да сейчас", SECOND),
        (2, SECOND, "SPK02", FIRST, f"{SECOND} да да сейчас", SECOND),
        (1, "добрый день", "SPK01", "добрый день", "у меня не приходят письма", "добрый день"),
        (4, "в месяц", "SPK00", "тариф стоит две тысячи", "в месяц", "в месяц"),
    ],
)
def test_the_border_is_where_the_fix_puts_it(call, turn_id, words, speaker_id, left, right, moved):
    before, after, ((start, end),) = border(call.transcript, give(call, turn_id, words, speaker_id))
    assert before.endswith(left)
    assert after.startswith(right)
    assert (before[start : end or None] if start < 0 else after[start:end]) == moved


def test_words_that_do_not_fit_are_left_out_from_the_outside(qapp):
    metrics = QFontMetrics(text_font(13))
    left, right = "one two three four", "five six seven eight"
    whole = metrics.horizontalAdvance(f"{left} | {right}")
    assert fit(metrics, whole + 2, left, right, [(0, 8, "moved")]) == (f"{left} | {right}", [(21, 29, "moved")])
    for room in range(60, whole, 7):
        for start, end, words in ((-10, 0, "three four"), (0, 8, "five six")):
            shown, ranges = fit(metrics, room, left, right, [(start, end, "moved")])
            assert metrics.horizontalAdvance(shown) <= room
            for a, b, _ in ranges:
                assert shown[a:b].replace("…", "").strip() in words
    assert fit(metrics, metrics.horizontalAdvance("… three four | five …"), left, right, [(-10, 0, "moved")])[0].startswith("… ")
    long = fit(metrics, 120, "достопримечательностями", "водогрязеторфопарафинолечение", [(0, 29, "moved")])[0]
    assert all(len(part.strip()) > 1 for part in long.split(" | ")), "a part of a word where no whole one fits"


def test_the_part_after_a_split_is_marked_on_the_card_though_nothing_is_relabelled(call):
    turn = call.transcript.turn(2)
    at = len("здравствуйте ")
    split = Finding("own", "speakers", "two_speakers", 0.8, (), (msg("Why"),), Fix(msg("Split"), split=(2, at)), split=(2, at))
    assert ranges_of(turn, split) == [(at, len(turn.text), "two")]
    assert ranges_of(call.transcript.turn(1), split) == []


def test_where_only_the_speaker_differs_the_source_is_not_repeated(qtbot, window, call):
    card = window.docks["finding"].widget()
    call.set_turn(2)
    before = call.transcript.turn(2).speaker_id
    other = next(s.id for s in call.transcript.speakers if s.id != before)
    call.do(speakers.relabel, [2], other)
    label = call.transcript.speaker(before).label
    qtbot.waitUntil(lambda: card._was.isVisible() and card._was.text() == f"Speaker was {label}; the words are the same.")
    assert not card._source_card.isVisible()
    call.do(turns.set_text, 2, "здравствуйте")
    qtbot.waitUntil(lambda: card._source_card.isVisible() and not card._was.isVisible())
    call.do(turns.revert, 2)
    qtbot.waitUntil(lambda: not card._source_card.isVisible() and not card._revert.isVisible())


def test_a_narrow_card_has_short_names_of_kinds_and_a_wide_one_whole_ones(qtbot, window, cut, shown):
    shown(cut)
    card = window.docks["finding"].widget()
    chip = card._chips["speakers", "cut"]
    assert chip.text() == "] Cut sentence 1"
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: chip.text() == "] Cut 1")
    assert chip.accessibleName() == "Cut sentence: 1"
