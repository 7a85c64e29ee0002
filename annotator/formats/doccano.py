"""Exports of doccano: a document a line (JSONL) or a list of them, each with its ``text`` and what it is labelled with: ``label``
or ``labels`` (spans ``[start, end, name]``, or names), or ``entities``. A document is a turn, or a call with a turn a line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import LIKELY, NO, File, Format, ImportReport
from annotator.formats.building import Builder
from annotator.formats.json_lines import values
from annotator.formats.json_segments import Segment, segment, take, take_lines, tell_labels
from annotator.formats.json_values import at, first, items, text
from annotator.formats.lines import lines_of
from annotator.formats.recognised import value_of

_LOOKED_AT = 20


def sniff(file: File) -> int:
    found = list(islice(_documents(file), _LOOKED_AT))
    return LIKELY if found and all(map(_fits, found)) and any(list(_labels(value)) for value in found) else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    builder = Builder(file, "doccano")
    found = list(_documents(file)) or items(value_of(file))
    labels = Counter[str]()
    segments: list[Segment | None] = []
    for value in found:
        said = isinstance(at(value, "text"), str)
        segments.append(segment(value) if said else None)
        labels.update(_labels(value) if said else ())
    texts = [each.text or "" for each in segments if each is not None]
    turns = not any("\n" in said.strip() for said in texts)
    if turns and any(each.speaker or each.name or each.role for each in segments if each is not None):
        for each in segments:
            take(builder, each)
    elif not (turns and None not in segments and len(texts) > 1 and take_lines(builder, "\n".join(map(str.strip, texts)))):
        for each in segments:
            if each is None or "\n" not in (each.text or "").strip():
                take(builder, each)
            elif not take_lines(builder, each.text or ""):
                for part in lines_of(each.text or "") if len(segments) == 1 else [each.text]:
                    builder.turn(part, each.speaker)
    tell_labels(builder, labels)
    return builder.finish()


def _documents(file: File) -> Iterator[Any]:
    return iter(file.json) if isinstance(file.json, list) else values(file)


def _fits(value: Any) -> bool:
    return isinstance(at(value, "text"), str) and isinstance(first(value, "label", "labels", "entities"), list)


def _labels(value: Any) -> Iterator[str]:
    """Yield the names of the labels of a document."""
    for label in items(first(value, "label", "labels", "entities")):
        name = at(label, 2) if isinstance(label, list) else at(label, "label") if isinstance(label, dict) else label
        if isinstance(name, str) and (isinstance(label, str) or _placed(label)):
            yield name


def _placed(label: Any) -> bool:
    start = at(label, 0) if isinstance(label, list) else first(label, "start_offset", "startOffset")
    return isinstance(start, int) and bool(text(start))


DOCCANO = Format(
    "doccano",
    msg("doccano export"),
    (".jsonl",),
    reader=read,
    sniff=sniff,
)
