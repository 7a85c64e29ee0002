"""What the formats of JSON lines have in common."""

from __future__ import annotations

import json

from annotator.core.model import SourceSpan


def line(row: dict[str, object]) -> str:
    """Return an object as one line, with its line end."""
    return json.dumps(row, ensure_ascii=False) + "\n"


def span_object(span: SourceSpan) -> dict[str, object]:
    """Return a piece of a source turn as an object."""
    return {"turn": span.number, "start": span.start, "end": span.end}
