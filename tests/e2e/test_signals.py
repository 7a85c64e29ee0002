"""The system ends the program: what is being typed is kept, quickly and unasked. The real program in a process of its own."""

from __future__ import annotations

import signal
import sys

import pytest
from torture_signals import SIGNALS, run_once

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")


@pytest.mark.parametrize("asked", SIGNALS, ids=lambda asked: signal.Signals(asked).name)
def test_a_signal_keeps_what_is_typed_and_ends_the_program(asked, tmp_path):
    told = run_once(tmp_path, asked, "ну совсем ")
    assert told.status == 0, told.errors
    assert told.errors == ""
    assert told.kept
    assert told.seconds < 3  # a second on a machine that has nothing else to do; tests/torture/signals.py measures it
    assert told.leftovers == []


def test_a_question_on_the_screen_holds_nothing_up(tmp_path):
    told = run_once(tmp_path, signal.SIGTERM, "ну совсем ", during="dialog")
    assert (told.status, told.errors, told.kept) == (0, "", True)


def test_what_cannot_be_written_is_kept_as_a_draft(tmp_path):
    told = run_once(tmp_path, signal.SIGTERM, "ну совсем ", during="refusal")
    assert (told.status, told.errors, told.kept) == (0, "", True)
