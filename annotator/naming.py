"""What exported files are called: a pattern filled in, safe on every system, and no name twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from string import Formatter

from annotator.core.errors import FormatError
from annotator.core.i18n import msg, tr
from annotator.core.model import Header
from annotator.core.text import clean

PATTERN = "{call}"
PLACEHOLDERS = {
    "call": msg("name of the call"),
    "id": msg("number of the call in the project"),
    "number": msg("number of the file in this export"),
    "date": msg("today’s date"),
    "done": msg("whether the call is done"),
}
"""What a pattern can hold in braces. Numbers take a width: {number:03} is 001, 002 …"""

_MOST = 180
"""Bytes of a name without its suffix: systems allow 255, and there is a suffix, and a number where the name is taken."""
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200e\u200f\u2028-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])\s*(?:\.|$)", re.IGNORECASE)
"""Names that Windows takes for devices, whatever suffix follows."""
_WIDTH = re.compile(r"0?\d?")


def check_pattern(pattern: str) -> None:
    """Raise FormatError where a pattern cannot be filled in, with what can stand in it."""
    known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    try:
        fields = [(name, spec, conversion) for _, name, spec, conversion in Formatter().parse(pattern) if name is not None]
    except ValueError:
        raise FormatError(
            msg(
                "“{pattern}”: a brace is not closed, or not opened. Write for example {example}.", pattern=pattern, example="{call}"
            )
        ) from None
    for name, spec, conversion in fields:
        if name not in PLACEHOLDERS:
            raise FormatError(msg("There is no placeholder {name}. There are: {known}.", name=f"{{{name}}}", known=known))
        if conversion or (spec and (name in ("call", "date", "done") or not _WIDTH.fullmatch(spec))):
            raise FormatError(
                msg(
                    "{name} takes no “{spec}”. Numbers take a width, for example {example}.",
                    name=f"{{{name}}}",
                    spec=spec or str(conversion),
                    example="{number:03}",
                )
            )
    if not pattern.strip(" ."):
        raise FormatError(msg("A file needs a name. Write for example {example}.", example="{call}"))


def file_name(pattern: str, header: Header, source: str, number: int, suffix: str, taken: set[str]) -> str:
    """Return the name of an exported file, and add it to `taken`, where names are folded as some file systems do.

    `source` is the name of the file that the call came from; `number` counts the files of an export from 1. Raises FormatError
    where the pattern makes no sense.
    """
    check_pattern(pattern)
    values = {
        "call": _without_suffix(header.name, Path(source).suffix),
        "id": header.id,
        "number": number,
        "date": date.today().isoformat(),
        "done": tr("done") if header.done else tr("open"),
    }
    stem = safe(pattern.format(**values))
    found = next(free for free in _numbered(stem, suffix) if _folded(free) not in taken)
    taken.add(_folded(found))
    return found


def _without_suffix(name: str, suffix: str) -> str:
    return name[: -len(suffix)] if suffix and name.lower().endswith(suffix.lower()) and len(name) > len(suffix) else name


def safe(stem: str) -> str:
    """Return a name, without a suffix, that every system takes: no marks it forbids, no device of Windows, not too long."""
    stem = _FORBIDDEN.sub("_", clean(stem))
    data = stem.encode("utf-8")
    if len(data) > _MOST:
        stem = data[:_MOST].decode("utf-8", "ignore")
    stem = stem.strip(" .") or "_"
    return f"_{stem}" if _RESERVED.match(stem) else stem


def _numbered(stem: str, suffix: str) -> Iterator[str]:
    yield stem + suffix
    for number in count(2):
        yield f"{stem} ({number}){suffix}"


def _folded(name: str) -> str:
    """Return what two names have in common that are one to some file system: case, and how letters are composed."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
