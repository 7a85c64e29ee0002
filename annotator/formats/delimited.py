"""Cells divided by commas, semicolons, tabs or strokes, as spreadsheets and scripts write them (RFC 4180, and less strictly)."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from annotator.core.errors import FormatError
from annotator.core.i18n import msg
from annotator.formats.base import LIKELY, NO, POSSIBLE, File
from annotator.formats.lines import LINE, label_of
from annotator.formats.table_columns import guess, table, title_of

DELIMITERS = "\t;,|"
_HINT = re.compile(r'"?sep=(.)"?\r?\n')
"""First line by which Excel is told what stands between cells."""
_SAMPLE = 50
_MOST_LINES = 1000
"""Lines of one cell: more are there only where a quotation mark is missing."""


def delimiter_of(text: str) -> str:
    """Return what stands between the cells of a table; empty where the text is none."""
    if hint := _HINT.match(text):
        return hint[1]
    best, found = 0.0, ""
    for delimiter in DELIMITERS:
        if delimiter not in text:
            continue
        rows = _sample(text, delimiter)
        (width, count), *_ = Counter(map(len, rows)).most_common(1) or [(0, 0)]
        titles = sum(title_of(cell) is not None for cell in rows[0] if cell) if rows else 0
        share = count / max(1, len(rows)) + titles * (len(rows[0]) > 1 if rows else False)
        if width > 1 and (share > best) and (share >= 0.8 or titles > 1):
            best, found = share, delimiter
    return found


def certainty(file: File) -> tuple[str, int]:
    """Return what stands between the cells, and how sure it is that the file is a table.

    Known titles make it likely; without them a table has times or speakers that come again. What reads as lines with a speaker
    before the words, with commas in what is said, is none.
    """
    text = file.head
    delimiter = delimiter_of(text)
    if not delimiter or file.root or text[:1] in ("{", "["):
        return "", NO
    rows = [row for row in _sample(_HINT.sub("", text, count=1), delimiter) if any(row)]
    seen = table(rows, delimiter)
    if "text" in map(title_of, seen.header) and sum(bool(title_of(cell)) for cell in seen.header) > 1:
        return delimiter, LIKELY
    labelled = sum(_has_label(delimiter.join(row)) for row in rows)
    if labelled * 2 >= len(rows) or len(rows) < 2:
        return "", NO
    guessed = guess(seen.header, seen.rows)
    if any(map(title_of, seen.header)) or guessed.sure or {"speaker", "start"} & guessed.places.keys():
        return delimiter, POSSIBLE
    return (delimiter, POSSIBLE) if delimiter != "," or file.name.lower().endswith(".csv") else ("", NO)


def rows_of(file: File, delimiter: str) -> Iterator[list[str]]:
    """Yield the rows of a table. Quotation marks that do not fit are taken as they stand. Raises FormatError."""
    text = _HINT.sub("", file.decoded.text, count=1)
    lines = io.StringIO(text, newline="")
    if _quoted(text, delimiter):
        reader = csv.reader(lines, delimiter=delimiter)
    else:
        reader = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    try:
        yield from reader
    except csv.Error:
        raise FormatError(
            msg(
                "{name}, line {line}: a cell is longer than a table takes. Is a quotation mark missing?",
                name=file.name,
                line=reader.line_num,
            )
        ) from None


def _quoted(text: str, delimiter: str) -> bool:
    """Tell whether cells stand in quotation marks by the rules: what begins with one ends with one, within a thousand lines."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 0
    try:
        for _ in reader:
            if reader.line_num - line > _MOST_LINES:
                return False
            line = reader.line_num
    except csv.Error:
        return False
    return True


def _sample(text: str, delimiter: str) -> list[list[str]]:
    try:
        rows = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _SAMPLE))
    except csv.Error:
        return []
    return [row for row in rows if row]


def _has_label(line: str) -> bool:
    match = LINE.match(line)
    return match is not None and match["label"] is not None and len(label_of(match["label"]).text.split()) <= 4
