"""Workbooks of spreadsheets (XLSX, Office Open XML, ISO 29500): one row a turn in a sheet with titles."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from datetime import time, timedelta
from itertools import chain
from typing import Any
from xml.sax.saxutils import escape

from annotator.core.errors import FormatError
from annotator.core.i18n import msg
from annotator.core.model import Imported, Transcript
from annotator.formats import timecode
from annotator.formats.archives import BROKEN, damaged, legal, packed, refuse_bombs
from annotator.formats.base import NO, SURE, ExportOptions, File, Format, ImportReport
from annotator.formats.building import Builder
from annotator.formats.rows import rows
from annotator.formats.spreadsheet import harmless
from annotator.formats.table_columns import MOST_COLUMNS, Table, fill, guess, table

MOST_ROWS = 200_000
LONGEST_CELL = 32_767
"""Characters that Excel takes."""
_HIDDEN = re.compile("_x([0-9A-Fa-f]{4})_")
"""A character that XML does not know, as it is written in a workbook, and all that looks like one."""
_WIDTHS = {"number": 8, "start": 14, "end": 14, "speaker": 20, "role": 14, "text": 80, "topics": 24, "comment": 30, "reviewed": 10}
_TITLE, _WORDS, _QUOTED = 1, 2, 3
"""Styles of cells, by their places in styles.xml."""


def sniff(file: File) -> int:
    return SURE if "xl/workbook.xml" in file.parts else NO


# ---------------------------------------------------------------------- reading


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read the first sheet that is surely a transcript, else the first that could be one. Formulas count by their last result."""
    refuse_bombs(file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl says what of a workbook it does not know: looks, and checks of input
            sheets = list(_sheets(file.data, file.name))
    except BROKEN:
        raise damaged(file) from None
    sheets = [(name, found) for name, found in sheets if found.rows]
    if not sheets:
        raise FormatError(msg("{name} has no rows. Choose the file that holds the transcript.", name=file.name))
    name, found = next((sheet for sheet in sheets if guess(sheet[1].header, sheet[1].rows).sure), sheets[0])
    builder = Builder(file, "xlsx")
    fill(builder, found, found.columns(file.name, file.columns))
    if len(sheets) > 1:
        builder.remark(msg("Read was the sheet {name} of {n}.", name=name, n=len(sheets)))
    return builder.finish()


def _sheets(data: bytes, name: str) -> Iterator[tuple[str, Table]]:
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()
            cells = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
            filled = []
            for number, row in enumerate(cells, 1):
                if number > MOST_ROWS:
                    raise FormatError(msg("{name} has more than {n} rows. Divide it.", name=name, n=MOST_ROWS))
                texts = ["" if cell is None else _text(cell) for cell in row]
                while texts and not texts[-1]:
                    texts.pop()
                if texts:
                    filled.append(texts)
            yield sheet.title, table(filled, "\t")
    finally:
        workbook.close()


def _text(value: Any) -> str:
    """Return what stands in a cell, times as on a clock."""
    if isinstance(value, str):
        return _HIDDEN.sub(lambda match: chr(int(match[1], 16)), value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    if isinstance(value, time):
        return value.isoformat("milliseconds" if value.microsecond else "seconds")
    if isinstance(value, timedelta):
        return timecode.write(max(0, round(value.total_seconds() * 1000)))
    return str(value)


# ---------------------------------------------------------------------- writing


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write one sheet whose cells are all text: none is a formula. The same transcript gives the same bytes."""
    titles, *body = rows(transcript, options)
    lines = [f'<row r="{number}">{"".join(cells)}</row>' for number, cells in enumerate(_cells(titles, body), 1)]
    widths = "".join(
        f'<col min="{place}" max="{place}" width="{_WIDTHS[title]}" customWidth="1"/>' for place, title in enumerate(titles, 1)
    )
    sheet = (
        f'{_XML}<worksheet xmlns="{_MAIN}"><dimension ref="A1:{chr(64 + len(titles))}{len(lines)}"/>'
        '<sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData>{''.join(lines)}</sheetData></worksheet>"
    )
    return packed({**_PARTS, "xl/worksheets/sheet1.xml": sheet.encode()})


def _cells(titles: list[str], body: list[list[str]]) -> Iterator[list[str]]:
    styled = chain([(titles, _TITLE)], ((row, _WORDS) for row in body))
    for number, (row, style) in enumerate(styled):
        cells = []
        for place, cell in enumerate(row):
            text = legal(cell.replace("\r\n", "\n").replace("\r", "\n"))
            if len(text) > LONGEST_CELL:
                values = {"number": number, "limit": LONGEST_CELL}
                raise FormatError(msg("Turn {number} is longer than a cell takes ({limit} characters). Divide it.", **values))
            own = _QUOTED if harmless(text) != text else style
            words = escape(_HIDDEN.sub(r"_x005F\g<0>", text))
            at = f"{chr(ord('A') + place)}{number + 1}"
            cells.append(f'<c r="{at}" s="{own}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>' if text else "")
        yield cells


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPEN = "http://schemas.openxmlformats.org"
_MAIN = f"{_OPEN}/spreadsheetml/2006/main"
_RELATIONS = f"{_OPEN}/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    name: (_XML + text).encode()
    for name, text in {
        "[Content_Types].xml": f'<Types xmlns="{_OPEN}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_OPEN}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
        '<sheets><sheet name="Transcript" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_OPEN}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">'
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>'
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
        '<alignment vertical="top" wrapText="1"/></xf>'
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1">'
        '<alignment vertical="top" wrapText="1"/></xf></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    }.items()
}

XLSX = Format(
    "xlsx",
    msg("Workbook for spreadsheets (XLSX)"),
    (".xlsx",),
    read,
    write,
    sniff,
    holds=frozenset({"speakers", "roles", "topics", "only_reviewed"}),
    keeps=frozenset({"speakers", "roles", "times", "topics", "comments", "reviewed"}),
)
