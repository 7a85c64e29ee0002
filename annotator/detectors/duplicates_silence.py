"""Phrases that recognisers write where nobody speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PHRASES = (
    r"(?:субтитры|титры) (?:сделал|создавал|создал|подогнал|делал)а? \w+",
    r"субтитры (?:добавил|предоставил)\w* (?:сообщество )?\w+",
    r"редактор субтитров \w+ \w+(?: корректор \w+ \w+)?",
    "продолжение следует",
    "спасибо за просмотр",
    "(?:не забудьте )?подпи(?:сывайтесь|шитесь|саться) на (?:мой |наш )?канал",
    "став(?:ьте|ь) лайки?(?: и подписывайтесь(?: на канал)?)?",
    "(?:thanks|thank you)(?: so much| very much)? for watching",
    "(?:please )?(?:like and )?subscribe to (?:my|our|the) channel",
    "(?:subtitles|captions|transcription|translation) by(?: the)? amara org(?: community)?",
    r"subtitles by \w+",
)
"""What those write that were trained on videos."""

_HINTS = "субтитр титры следует просмотр канал лайк watching channel amara subtitles".split()
"""One of these is part of every such phrase; to look for them first is much quicker."""

_PATTERN = re.compile("|".join(rf"\b{phrase}\b".replace(" ", r"\W+") for phrase in _PHRASES), re.IGNORECASE)

_ALONE, _AT_EDGE, _INSIDE = 0.95, 0.8, 0.6
"""The confidence in such a phrase, set by judgement: as a turn of its own, at an end of a turn, or in the middle."""


class Phrase(NamedTuple):
    """Code points start..end (half open) of a turn's text; `before` and `after` tell whether words stand there too."""

    start: int
    end: int
    before: bool
    after: bool

    @property
    def confidence(self) -> float:
        return _INSIDE if self.before and self.after else _AT_EDGE if self.before or self.after else _ALONE


def may_be_silent(text: str) -> bool:
    """Tell quickly whether `phrases` may find something."""
    text = text.lower()
    return any(hint in text for hint in _HINTS)


def phrases(text: str) -> Iterator[Phrase]:
    """Yield such phrases; one that is all a turn has takes the marks around it with it."""
    for match in _PATTERN.finditer(text):
        start, end = match.span()
        before, after = (any(map(str.isalnum, part)) for part in (text[:start], text[end:]))
        yield Phrase(start, end, before, after) if before or after else Phrase(0, len(text), before, after)
