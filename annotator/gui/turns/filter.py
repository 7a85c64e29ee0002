"""Which turns the table shows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from annotator.core.model import SpeakerId, TopicId, Transcript, Turn, TurnId

SHOW = ("all", "findings", "edited", "unreviewed", "commented", "hidden")


@dataclass(frozen=True, slots=True)
class TurnFilter:
    """All conditions must hold. `show` is one of SHOW; hidden turns are shown by "hidden" only; `text` ignores case and ё."""

    show: str = "all"
    speaker_id: SpeakerId | None = None
    topic_id: TopicId | None = None
    text: str = ""

    def turns(self, transcript: Transcript, with_findings: Collection[TurnId]) -> list[TurnId]:
        """Return the turns to show, in order."""
        needle = fold(self.text)
        if self == TurnFilter():
            return [turn.id for turn in transcript.visible]
        return [turn.id for turn in transcript.turns if self._holds(transcript, turn, with_findings, needle)]

    def _holds(self, transcript: Transcript, turn: Turn, with_findings: Collection[TurnId], needle: str) -> bool:
        return (
            turn.hidden == (self.show == "hidden")
            and (self.speaker_id is None or turn.speaker_id == self.speaker_id)
            and (self.topic_id is None or self.topic_id in turn.topics)
            and (self.show != "findings" or turn.id in with_findings)
            and (self.show != "edited" or transcript.edited(turn))
            and (self.show != "unreviewed" or not turn.reviewed)
            and (self.show != "commented" or bool(turn.comment))
            and (not needle or needle in fold(turn.text))
        )


def fold(text: str) -> str:
    """Return the text as it is searched: the same length, without case, ё as е."""
    lower = text.lower()
    return (lower if len(lower) == len(text) else "".join(c.lower()[0] for c in text)).replace("ё", "е")


def occurrences(text: str, needle: str) -> list[tuple[int, int]]:
    """Return where `needle` (as typed) stands in `text`, in code points."""
    folded, wanted = fold(text), fold(needle)
    found, at = [], folded.find(wanted) if wanted else -1
    while at >= 0:
        found.append((at, at + len(wanted)))
        at = folded.find(wanted, at + len(wanted))
    return found
