"""The Speakers menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.commands import review, speakers
from annotator.core.i18n import msg, tr
from annotator.core.model import Transcript, TurnId
from annotator.gui.actions.base import Action, Menu, has_call, has_turn
from annotator.gui.docks.speakers import SpeakersDock

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


def relabel(window: MainWindow, digit: int) -> None:
    """Give the selected turns to speaker `digit` (0: unclear); on the active speaker finding this decides it and advances."""
    session = window.session
    transcript = session.transcript
    if transcript is None or not session.selected:
        return
    if digit > len(transcript.speakers):
        window.say(tr("This call has {n} speakers. Add one in the speakers panel.", n=len(transcript.speakers)))
        return
    speaker_id = transcript.speakers[digit - 1].id if digit else None
    finding = session.finding
    if finding is None or finding.detector != "speakers" or session.turn_id not in finding.turn_ids:
        session.do(speakers.relabel, session.selected, speaker_id)
    elif all(transcript.turn(turn_id).speaker_id == speaker_id for turn_id in session.selected):
        session.decide(review.dismiss)
    else:
        session.decide(review.relabel_instead, turn_ids=session.selected, speaker_id=speaker_id)


def _digit(digit: int) -> Action:
    def run(window: MainWindow) -> None:
        relabel(window, digit)

    text = msg("Speaker {digit}", digit=digit) if digit else msg("Speaker is unclear")
    return Action(f"speaker_{digit}", text, run, (str(digit),), in_table=True, enabled=has_turn)


def _flip(window: MainWindow, turn_ids: tuple[TurnId, ...]) -> bool:
    transcript = window.session.transcript
    pair = speakers.main_pair(transcript) if transcript is not None else None
    if pair is None:
        window.say(tr("There are no two speakers to exchange."))
        return False
    return window.session.do(speakers.swap, *pair, turn_ids)


def flip(window: MainWindow) -> None:
    _flip(window, window.session.selected)


def flip_from_here(window: MainWindow) -> None:
    """Flip up to the next pin, and say so where there is one."""
    transcript, turn_id = window.session.transcript, window.session.turn_id
    if transcript is None or turn_id is None:
        return
    turn_ids = speakers.turns_from(transcript, turn_id)
    if _flip(window, turn_ids):
        _say_pinned(window, transcript, transcript.position(turn_ids[-1]) + 1)


def flip_call(window: MainWindow) -> None:
    """Flip all turns that no pin says to be right."""
    transcript = window.session.transcript
    if transcript is None:
        return
    turn_ids = speakers.turns_before_pins(transcript)
    if not turn_ids:
        window.say(tr("The first turn is pinned: the speakers are right from there on. Take the pin off to flip them."))
    elif _flip(window, turn_ids):
        _say_pinned(window, transcript, len(turn_ids))


def _say_pinned(window: MainWindow, transcript: Transcript, end: int) -> None:
    if end < len(transcript.turns):
        window.say(tr("Flipped up to the pin at turn {number}; from there on the speakers are right.", number=end + 1))


def toggle_pin(window: MainWindow) -> None:
    session = window.session
    if session.transcript is not None and session.selected:
        chosen = [session.transcript.turn(turn_id) for turn_id in session.selected]
        session.do(speakers.pin, session.selected, not all(turn.pinned for turn in chosen))


def swap_roles(window: MainWindow) -> None:
    transcript = window.session.transcript
    pair = speakers.main_pair(transcript) if transcript is not None else None
    if pair is None:
        window.say(tr("There are no two speakers to exchange."))
    else:
        window.session.do(speakers.swap_roles, *pair)


def merge(window: MainWindow) -> None:
    """Ask who is merged into whom, in the speakers panel."""
    panel = window.docks["speakers"]
    panel.show()
    panel.raise_()
    dock = panel.widget()
    assert isinstance(dock, SpeakersDock)
    dock.ask_merge()


def _has_two(window: MainWindow) -> bool:
    return window.session.transcript is not None and len(window.session.transcript.speakers) > 1


SPEAKERS = Menu(
    "speakers",
    msg("Speakers"),
    (
        *(_digit(digit) for digit in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)),
        None,
        Action("flip", msg("Flip the speaker of these turns"), flip, ("F6",), in_table=True, icon="flip", enabled=has_turn),
        Action(
            "flip_from_here", msg("Flip the speakers from here on"), flip_from_here, ("Shift+F6",), in_table=True, enabled=has_turn
        ),
        Action("flip_call", msg("Flip the speakers of the whole call"), flip_call, ("Ctrl+F6",), enabled=has_call),
        Action("swap_roles", msg("Swap the roles of the two speakers"), swap_roles, enabled=has_call),
        Action("merge_speakers", msg("Merge two speakers…"), merge, enabled=_has_two),
        None,
        Action("pin", msg("Speakers are right from here on"), toggle_pin, ("F9",), in_table=True, icon="pin", enabled=has_turn),
    ),
)
