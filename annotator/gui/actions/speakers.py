"""The Speakers menu."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotator.core.commands import review, speakers
from annotator.core.i18n import msg, tr
from annotator.core.model import SpeakerId, Transcript, TurnId
from annotator.gui.actions.base import Action, Menu, has_call, has_turn

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


def main_pair(transcript: Transcript) -> tuple[SpeakerId, SpeakerId] | None:
    """Return the two speakers with the most turns, None when there are not two."""
    counts = Counter(turn.speaker_id for turn in transcript.visible if turn.speaker_id is not None)
    common = sorted(counts.most_common(2), key=lambda pair: pair[0])
    if len(common) < 2:
        ids = [speaker.id for speaker in transcript.speakers]
        return (ids[0], ids[1]) if len(ids) > 1 else None
    return common[0][0], common[1][0]


def _flip(window: MainWindow, turn_ids: tuple[TurnId, ...]) -> None:
    transcript = window.session.transcript
    pair = main_pair(transcript) if transcript is not None else None
    if pair is None:
        window.say(tr("There are no two speakers to exchange."))
    else:
        window.session.do(speakers.swap, *pair, turn_ids)


def flip(window: MainWindow) -> None:
    _flip(window, window.session.selected)


def flip_from_here(window: MainWindow) -> None:
    transcript, turn_id = window.session.transcript, window.session.turn_id
    if transcript is not None and turn_id is not None:
        _flip(window, speakers.turns_from(transcript, turn_id))


def flip_call(window: MainWindow) -> None:
    transcript = window.session.transcript
    if transcript is not None:
        _flip(window, tuple(turn.id for turn in transcript.turns))


def toggle_pin(window: MainWindow) -> None:
    session = window.session
    if session.transcript is not None and session.selected:
        chosen = [session.transcript.turn(turn_id) for turn_id in session.selected]
        session.do(speakers.pin, session.selected, not all(turn.pinned for turn in chosen))


def swap_roles(window: MainWindow) -> None:
    transcript = window.session.transcript
    pair = main_pair(transcript) if transcript is not None else None
    if pair is None:
        window.say(tr("There are no two speakers to exchange."))
    else:
        window.session.do(speakers.swap_roles, *pair)


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
        None,
        Action("pin", msg("Speakers are right from here on"), toggle_pin, ("F9",), in_table=True, icon="pin", enabled=has_turn),
    ),
)
