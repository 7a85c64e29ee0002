"""Any JSON that holds a list of segments with a text and, by usual names, a speaker and times: what programs made in house write.

Times are seconds or clock times; milliseconds where their name says so, and where seconds cannot be meant. Such JSON is also
read where a script assigns it to a constant (``export const data = {...}``). Read only where no other format claims the file.
"""

from __future__ import annotations

import json
import re
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import HEAD, NO, POSSIBLE, File, Format, ImportReport
from annotator.formats.building import Builder
from annotator.formats.json_segments import by_blocks, find, segment, spoken, take, unit
from annotator.formats.json_values import at, items
from annotator.formats.recognised import value_of
from annotator.formats.turns_of_words import grouped

_ASSIGNED = re.compile(
    r"(?:\s|//[^\n]*+\n|/\*(?:[^*]|\*(?!/))*+\*/|\ufeff)*+"
    r"(?:(?:export\s+)?(?:const|let|var)\s+[\w$]{1,80}(?:\s*:\s*[\w<>\[\]]{1,80})?\s*=|export\s+default|module\.exports\s*="
    r"|(?:window|exports)\.[\w$]{1,80}\s*=)\s*(?=[{\[])"
)
_AFTER = re.compile(r"\s*(?:as\s+const\s*)?;?\s*(?:(?:export\s+default|module\.exports\s*=)\s*[\w${}, ]{1,200};?\s*)?")


def sniff(file: File) -> int:
    value = file.json if file.json is not None else _assigned(file)
    return POSSIBLE if find(value) or _words(value) else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    value = _assigned(file)
    if value is None:
        value = value_of(file)
    builder = Builder(file, "segments")
    found = find(value)
    milliseconds = unit(found)
    for item in found:
        take(builder, segment(item, milliseconds))
    if milliseconds == 1:
        builder.remark(msg("Times are taken for milliseconds: as seconds they would be too long for the words."))
    if not found:
        for whose, tokens in grouped(spoken(_words(value))):
            builder.turn(None, whose, tokens=tokens)
    return builder.finish(in_order_of_time=by_blocks(found))


def _words(value: Any) -> list[Any]:
    """Return the words of a file that has nothing else."""
    found = items(value if isinstance(value, list) else at(value, "words"))
    timed = [token for token, _ in spoken(found[:20]) if token.start_ms is not None]
    return found if timed and len(timed) * 2 >= len(found[:20]) else []


def _assigned(file: File) -> Any:
    """Return the JSON that a script assigns to a constant; None where it is no such script."""
    match = _ASSIGNED.match(file.text, 0, HEAD)
    if match is None:
        return None
    try:
        value, end = json.JSONDecoder().raw_decode(file.text, match.end())
    except (ValueError, RecursionError):
        return None
    return value if _AFTER.fullmatch(file.text, end) else None


SEGMENTS = Format(
    "segments",
    msg("JSON with a list of segments"),
    (".json", ".js"),
    reader=read,
    sniff=sniff,
)
