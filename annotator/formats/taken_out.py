"""What transcribers put between words and what is taken out of them on import, counted so that the user is told."""

from __future__ import annotations

import re
from collections import Counter

from annotator.core.i18n import msg
from annotator.formats.building import Builder


class TakenOut:
    """Counts what is taken out, by its kind: "codes", "comments", "events", "others", "omitted", "pauses"."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def count(self, kind: str, number: int = 1) -> None:
        self._counts[kind] += number

    def cut(self, kind: str, pattern: re.Pattern[str], text: str, instead: str = "") -> str:
        """Return the text without what matches."""
        text, number = pattern.subn(instead, text)
        self.count(kind, number)
        return text

    def remark(self, builder: Builder) -> None:
        """Say how much of each kind was taken out."""
        for kind, n in self._counts.items():
            said = {
                "codes": msg("{n} codes in brackets were taken out of the words.", n=n),
                "comments": msg("{n} comments were taken out of the words.", n=n),
                "events": msg("{n} noises and events were taken out of the words.", n=n),
                "omitted": msg("{n} words that nobody said were taken out.", n=n),
                "others": msg("{n} words of others inside a turn were taken out.", n=n),
                "pauses": msg("{n} marks of pauses were taken out of the words.", n=n),
            }
            if n:
                builder.remark(said[kind])
