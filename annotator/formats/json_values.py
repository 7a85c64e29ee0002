"""Values of JSON whose shape nobody vouches for: looked up without an error, whatever is there instead of what should be."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

_NUMBER = re.compile(r"\s*([+-]?\d{1,18}(?:\.\d{0,18})?(?:[eE][+-]?\d{1,3})?)\s*s?\s*")
_ISO = re.compile(r"P(?:(\d{1,9})D)?T?(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,12}(?:\.\d{1,12})?)S)?")


def at(value: Any, *keys: str | int) -> Any:
    """Return what is found by one key after the other, names in objects and places in lists; None where there is nothing."""
    for key in keys:
        if isinstance(value, dict) if isinstance(key, str) else isinstance(value, list):
            try:
                value = value[key]
            except (KeyError, IndexError, TypeError):
                return None
        else:
            return None
    return value


def first(value: Any, *keys: str) -> Any:
    """Return what is under the first of the names that an object has; null is as good as nothing."""
    if isinstance(value, dict):
        for key in keys:
            if (found := value.get(key)) is not None:
                return found
    return None


def items(value: Any) -> list[Any]:
    """Return the items of a list; none where it is no list."""
    return value if isinstance(value, list) else []


def objects(value: Any) -> list[dict[str, Any]]:
    """Return the items of a list that are objects."""
    return [item for item in items(value) if isinstance(item, dict)]


def text(value: Any) -> str:
    """Return a string as it is and a number as it is written; empty where it is neither."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and number(value) is not None else ""


def number(value: Any) -> float | None:
    """Return a number, however it is written; None where it is none, or not finite.

    Durations are numbers of seconds: "1.5s", ISO 8601 ("PT1M2.5S"), and objects of seconds and nanos. Booleans are no numbers.
    """
    if isinstance(value, str):
        if match := _NUMBER.fullmatch(value):
            value = float(match[1])
        elif len(value) > 2 and (match := _ISO.fullmatch(value)):
            days, hours, minutes, seconds = (float(part or 0) for part in match.groups())
            return ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    elif isinstance(value, dict):
        seconds, nanos = at(value, "seconds"), at(value, "nanos")
        if isinstance(seconds, dict) or isinstance(nanos, dict) or seconds is nanos is None:
            return None
        return (number(seconds) or 0.0) + (number(nanos) or 0.0) / 1e9
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value) if math.isfinite(value) else None
    except OverflowError:
        return None


def ms(value: Any, unit: float = 1000) -> float | None:
    """Return a time in milliseconds; `unit` is how many of them one is."""
    found = number(value)
    if found is None:
        return None
    found = round(found * unit, 3)
    return found if math.isfinite(found) else None


def ticks(value: Any) -> float | None:
    """Return a time of ticks, of which a millisecond has ten thousand, in milliseconds."""
    found = number(value)
    return None if found is None else found / 10_000


def whole(found: float | None) -> int | None:
    """Return a time to the millisecond, as words have it."""
    return None if found is None else round(found)


def share(value: Any) -> float | None:
    """Return a confidence from 0 to 1; None where it is no such thing."""
    found = number(value)
    return found if found is not None and 0 <= found <= 1 else None


def has(value: Any, key: str, *tests: Callable[[Any], bool]) -> bool:
    """Tell whether an object has a name, and whether what is under it passes the tests."""
    return isinstance(value, dict) and key in value and all(test(value[key]) for test in tests)
