"""Times as they are written in transcripts."""

from __future__ import annotations

import re

TIME = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?"
"""Regular expression: ``mm:ss`` or ``hh:mm:ss``, with a fraction after a point or a comma."""


def parse(time: str) -> int:
    """Return the milliseconds of a time that `TIME` matches."""
    clock, _, fraction = time.replace(",", ".").partition(".")
    seconds = 0
    for part in clock.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(fraction[:3].ljust(3, "0"))


def write(ms: int, like: str = "00:00:00.000") -> str:
    """Write milliseconds with the digits of the time `like`; hours are added where they are needed."""
    clock, point, fraction = re.fullmatch(r"([\d:]+)([.,]?)(\d*)", like).groups()  # type: ignore[union-attr]
    first, *rest = clock.split(":")
    seconds, part = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    tail = f"{seconds:02}{point}{f'{part:03}'.ljust(len(fraction), '0')[: len(fraction)]}"
    if len(rest) == 1 and minutes < 100:
        return f"{minutes:0{len(first)}}:{tail}"
    return f"{minutes // 60:0{len(first)}}:{minutes % 60:02}:{tail}"
