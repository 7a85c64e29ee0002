"""The window answers within a tenth of a second also where there is much to do (the heartbeat of conftest.py checks it)."""

from __future__ import annotations

import gc
import random
from pathlib import Path

from driving import press, type_text
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from annotator.core.model import Turn
from annotator.gui.session import Session

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = "да нет вот тариф договор доставка звонок клиент заявка номер адрес завтра оплата счет система кнопка почта скидка".split()


def write_call(path: Path, turns: int) -> Path:
    """Write a call of short turns with a repeat here and there."""
    rng = random.Random(7)
    lines: list[str] = []
    for n in range(turns):
        words = rng.choices(WORDS, k=rng.choice((2, 4, 9)))
        if n % 500 == 0 and lines:
            words = lines[-1].partition(": ")[2].split() + words
        lines.append(f"{('Саппорт (SPK00)', 'Клиент (SPK01)')[n % 2]}: {' '.join(words)}")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_gap_is_noticed(qtbot, heartbeat):
    QTimer.singleShot(0, lambda: sum(range(60_000_000)))
    qtbot.wait(50)
    assert [gap.during for gap in heartbeat.gaps] == ["events"]
    heartbeat.gaps.clear()


def open_long(qtbot, session: Session, path: Path) -> None:
    """Open a long call and leave it unchecked: its check takes a while, in a process of its own."""
    session.open_paths([path])
    settle(qtbot, session)


def settle(qtbot, session: Session) -> None:
    qtbot.waitUntil(lambda: not session.reading and session.transcript is not None, timeout=120_000)
    session.cancel()
    QApplication.processEvents()


def test_a_hundred_thousand_turns(qtbot, window, session, tmp_path):
    open_long(qtbot, session, write_call(tmp_path / "long.txt", 100_000))
    assert len(session.transcript.turns) == 100_000
    first, second = (speaker.id for speaker in session.transcript.speakers)
    window.table.setFocus()
    press(window.table, KEY.Key_End)
    press(window.table, KEY.Key_1)
    assert [turn.speaker_id for turn in session.transcript.visible[-2:]] == [first, first]
    press(window.table, ord("Z"), CTRL)
    assert session.transcript.visible[-1].speaker_id == second
    press(window.table, KEY.Key_PageUp)
    press(window.table, ord("L"), CTRL)
    press(window.table, ord("L"), CTRL)
    window.filters.start_search()
    type_text(window.filters.search, "оплата")
    press(window.filters.search, KEY.Key_Return)
    window.filters.search.clear()
    path = session.project.path
    session.close_project()
    session.open_project(path)
    settle(qtbot, session)
    assert len(session.transcript.turns) == 100_000


def test_ten_thousand_turns_at_once(qtbot, window, session, tmp_path):
    open_long(qtbot, session, write_call(tmp_path / "long.txt", 10_000))
    window.table.setFocus()
    press(window.table, ord("A"), CTRL)
    assert len(session.selected) == 10_000
    press(window.table, KEY.Key_2)
    settle(qtbot, session)
    assert {turn.speaker_id for turn in session.transcript.visible} == {session.transcript.speakers[1].id}
    press(window.table, ord("Z"), CTRL)
    settle(qtbot, session)
    assert {turn.speaker_id for turn in session.transcript.visible} == {s.id for s in session.transcript.speakers}
    press(window.table, KEY.Key_F12)
    settle(qtbot, session)
    assert all(turn.reviewed for turn in session.transcript.visible)


def test_a_line_of_ten_million_letters_is_refused(qtbot, window, session, tmp_path):
    path = tmp_path / "line.txt"
    path.write_text("Клиент (SPK00): " + "слово " * 1_700_000, encoding="utf-8")
    notices = []
    session.noticed.connect(notices.append)
    session.open_paths([path])
    qtbot.waitUntil(lambda: bool(notices) and not session.working, timeout=30_000)
    assert session.transcript is None


def test_the_longest_turn_there_may_be(qtbot, window, session, tmp_path):
    words = " ".join(random.Random(7).choices(WORDS, k=140_000))
    path = tmp_path / "long.txt"
    path.write_text(f"Саппорт (SPK01): добрый день\nКлиент (SPK00): {words}\n", encoding="utf-8")
    open_long(qtbot, session, path)
    window.table.setFocus()
    press(window.table, KEY.Key_Down)
    press(window.table, KEY.Key_1)
    settle(qtbot, session)
    assert [turn.speaker_id for turn in session.transcript.turns] == ["SPK01", "SPK01"]
    press(window.table, ord("Z"), CTRL)
    settle(qtbot, session)
    assert [turn.speaker_id for turn in session.transcript.turns] == ["SPK01", "SPK00"]
    press(window.table, ord("D"), CTRL)


def test_what_long_calls_consist_of_is_not_gone_through(qtbot, session, tmp_path):
    assert not gc.isenabled()
    open_long(qtbot, session, write_call(tmp_path / "long.txt", 3_000))
    assert gc.get_freeze_count() > 3_000
    assert not any(isinstance(thing, Turn) for thing in gc.get_objects())
