"""Which turns the table shows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from annotator.core.model import SpeakerId, TopicId, Transcript, Turn, TurnId
from annotator.core.text import fold

SHOW = ("all", "findings", "context", "edited", "unreviewed", "commented", "bookmarked", "hidden")
CONTEXT = 2
"""Visible turns before and after one with findings that "context" shows."""


@dataclass(frozen=True, slots=True)
class TurnFilter:
    """All conditions must hold. `show` is one of SHOW; hidden turns are shown by "hidden" only; `text` ignores case and ё."""

    show: str = "all"
    speaker_id: SpeakerId | None = None
    topic_id: TopicId | None = None
    text: str = ""

    @property
    def by_findings(self) -> bool:
        """Tell whether it depends on the findings which turns are shown."""
        return self.show in ("findings", "context")

    def turns(self, transcript: Transcript, with_findings: Collection[TurnId]) -> list[TurnId]:
        """Return the turns to show, in order."""
        needle = fold(self.text)
        if self == TurnFilter():
            return [turn.id for turn in transcript.visible]
        if self.show == "context":
            with_findings = surrounded(transcript, with_findings)
        if self.by_findings and self == TurnFilter(show=self.show):
            return [turn.id for turn in transcript.visible if turn.id in with_findings]
        return [turn.id for turn in transcript.turns if self._holds(transcript, turn, with_findings, needle)]

    def _holds(self, transcript: Transcript, turn: Turn, with_findings: Collection[TurnId], needle: str) -> bool:
        return (
            turn.hidden == (self.show == "hidden")
            and (not self.by_findings or turn.id in with_findings)
            and (self.speaker_id is None or turn.speaker_id == self.speaker_id)
            and (self.topic_id is None or self.topic_id in turn.topics)
            and (self.show != "edited" or transcript.edited(turn))
            and (self.show != "unreviewed" or not turn.reviewed)
            and (self.show != "commented" or bool(turn.comment))
            and (self.show != "bookmarked" or turn.bookmarked)
            and (not needle or needle in fold(turn.text))
        )


def surrounded(transcript: Transcript, turn_ids: Collection[TurnId]) -> set[TurnId]:
    """Return these turns and the visible ones around them."""
    visible = transcript.visible
    found: set[TurnId] = set()
    for place, turn in enumerate(visible):
        if turn.id in turn_ids:
            found.update(near.id for near in visible[max(0, place - CONTEXT) : place + CONTEXT + 1])
    return found


def gaps(transcript: Transcript, shown: Collection[TurnId]) -> dict[TurnId, int]:
    """Return how many visible turns are left out before each of the shown ones, where any are."""
    found: dict[TurnId, int] = {}
    left_out = 0
    for turn in transcript.visible:
        if turn.id not in shown:
            left_out += 1
        elif left_out:
            found[turn.id] = left_out
            left_out = 0
    return found


def occurrences(text: str, needle: str) -> list[tuple[int, int]]:
    """Return where `needle` (as typed) stands in `text`, in code points."""
    folded, wanted = fold(text), fold(needle)
    found, at = [], folded.find(wanted) if wanted else -1
    while at >= 0:
        found.append((at, at + len(wanted)))
        at = folded.find(wanted, at + len(wanted))
    return found
