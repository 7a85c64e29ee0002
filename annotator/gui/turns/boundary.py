"""A border between two turns, dragged with the mouse: the words that it passes go over to the other turn."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint

from annotator.core.commands import turns
from annotator.core.model import Transcript, Turn, TurnId
from annotator.core.text import Word, words
from annotator.gui.session import Session
from annotator.gui.turns.columns import CLIP
from annotator.gui.turns.delegate import PAD, Carried


def word_at(text: str, at: int) -> Word | None:
    """Return the word of a text that code point `at` stands in or beside."""
    return next((word for word in words(text[:CLIP]) if word.start <= at <= word.end), None)


def border_near(text: str, at: int) -> int | None:
    """Return the start of the word whose border with the one before is nearest to code point `at`; None in a single word."""
    found = words(text[:CLIP])
    near = min(((max(a.end - at, at - b.start, 0), b.start) for a, b in pairwise(found)), default=None)
    return None if near is None else near[1]


class Boundary:
    """A drag that is going on, between two turns that follow each other."""

    def __init__(self, session: Session, upper: Turn, lower: Turn, start: QPoint):
        self._session, self._start = session, start
        self.upper, self.lower = upper.id, lower.id
        self.moved = False
        self.carried: Carried | None = None

    def aim(self, place: QPoint, border: int, side: TurnId | None, at: int) -> None:
        """Carry words up to code point `at` of the turn `side`, to which the mouse was dragged; on the border none."""
        self.moved = self.moved or (place - self._start).manhattanLength() > PAD
        transcript = self._session.transcript
        self.carried = None
        if transcript is not None and side in (self.upper, self.lower) and abs(place.y() - border) > PAD:
            edge = border_near(transcript.turn(side).text, at)
            if edge is not None:
                self.carried = Carried(side, edge, before=side == self.lower)

    def drop(self) -> None:
        """Give the carried words to the other turn."""
        carried, transcript = self.carried, self._session.transcript
        if carried is None or transcript is None or not self._holds(transcript):
            return
        command = turns.move_words_to_previous if carried.before else turns.move_words_to_next
        if self._session.do(command, carried.turn_id, carried.at):
            self._session.set_turn(carried.turn_id)

    def _holds(self, transcript: Transcript) -> bool:
        """Tell whether the two turns still follow each other."""
        following = transcript.next(self.upper) if self.upper in transcript else None
        return following is not None and following.id == self.lower
