"""What the formats of JSON that we write have in common."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import SourceSpan
from annotator.formats.base import File
from annotator.formats.building import Builder
from annotator.formats.json_values import items, text

_LINE = re.compile(r"[^\r\n]+")


def line(row: dict[str, object]) -> str:
    """Return an object as one line, with its line end."""
    return json.dumps(row, ensure_ascii=False) + "\n"


def spread(value: Any, depth: int) -> str:
    """Return JSON in which what is in the outer `depth` levels has a line each.

    It can be read, and is written in a fraction of the time that indents take.
    """
    if depth and isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f"{json.dumps(key)}: {spread(inside, depth - 1)}" for key, inside in value.items()) + "\n}"
    if depth and isinstance(value, list) and value:
        return "[\n" + ",\n".join(spread(inside, depth - 1) for inside in value) + "\n]"
    return json.dumps(value, ensure_ascii=False)


def span_object(span: SourceSpan) -> dict[str, object]:
    """Return a piece of a source turn as an object."""
    return {"turn": span.number, "start": span.start, "end": span.end}


def values(file: File) -> Iterator[Any]:
    """Yield the value of each line that is not blank, None for one that is no JSON; nothing where the file holds no objects."""
    if isinstance(file.json, dict):
        yield file.json
    elif file.head[:1] == "{":
        for match in _LINE.finditer(file.text):
            if not match.group().isspace():
                try:
                    yield json.loads(match.group())
                except (ValueError, RecursionError):
                    yield None


def tell_decided(builder: Builder, turns: Iterable[Mapping[str, Any]]) -> None:
    """Say how many turns have what a reviewer has decided: an import begins anew."""
    decided = sum(
        1 for turn in turns if items(turn.get("topics")) or text(turn.get("comment")).strip() or turn.get("reviewed") is True
    )
    if decided:
        builder.remark(msg("{n} turns have topics, a comment or a review mark; these are not imported.", n=decided))
