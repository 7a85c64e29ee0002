"""Tables for spreadsheets, with cells that are shown and not run."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence

from annotator.formats.encoding import encode

_FORMULA = tuple("=+-@\t\r＝＋－＠")


def table(rows: Iterable[Sequence[str]], delimiter: str = ",") -> bytes:
    """Return cells with `delimiter` between them, in UTF-8 with a byte order mark, without which Excel garbles Cyrillic.

    A cell that a spreadsheet would run as a formula (it begins with = + - @, a tab or a carriage return) gets a ``'`` in front.
    """
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter)
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
    return encode(file.getvalue(), "utf-8", codecs.BOM_UTF8)


def harmless(cell: str) -> str:
    """Put ``'`` before a formula, and before what already looks like one with it, so that one can be taken away again."""
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA) else cell


def harmed(cell: str) -> str:
    """Return what the cell was before it was made harmless."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell
