"""Tables: cells divided by a comma (CSV, RFC 4180) or another sign, one row a turn.

Read are those of spreadsheets, scripts and Whisper's TSV, whatever stands between the cells and however times are written.
"""

from __future__ import annotations

from annotator.core.i18n import msg
from annotator.core.model import Imported, Transcript
from annotator.formats.base import NO, ExportOptions, File, Format, ImportReport
from annotator.formats.building import Builder
from annotator.formats.delimited import certainty, delimiter_of, rows_of
from annotator.formats.refuse import refuse_binary, refuse_text
from annotator.formats.rows import rows
from annotator.formats.spreadsheet import harmed, table
from annotator.formats.table_columns import fill
from annotator.formats.table_columns import table as titled


def sniff(file: File) -> int:
    delimiter, sure = certainty(file)
    return NO if delimiter == "\t" else sure


def sniff_tabs(file: File) -> int:
    delimiter, sure = certainty(file)
    return sure if delimiter == "\t" else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read a table, whose columns are those of `file.columns` or else are guessed. Raises NeedsColumns where that is not sure."""
    return _read(file, "csv", ",")


def read_tabs(file: File) -> tuple[Imported, ImportReport]:
    """Read a table with tabs, or what stands there instead."""
    return _read(file, "tsv", "\t")


def _read(file: File, format_name: str, usual: str) -> tuple[Imported, ImportReport]:
    refuse_binary(file.data, file.name)
    refuse_text(file.decoded.text, file.name)
    delimiter = delimiter_of(file.head) or usual
    found = titled([[harmed(cell) for cell in row] for row in rows_of(file, delimiter)], delimiter)
    builder = Builder(file, format_name)
    fill(builder, found, found.columns(file.name, file.columns))
    return builder.finish()


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    return table(rows(transcript, options))


def write_tabs(transcript: Transcript, options: ExportOptions) -> bytes:
    return table(rows(transcript, options), "\t")


CSV = Format(
    "csv",
    msg("Table for spreadsheets (CSV), with an apostrophe before = + - @"),
    (".csv",),
    read,
    write,
    sniff,
    holds=frozenset({"speakers", "roles", "topics", "only_reviewed"}),
    keeps=frozenset({"speakers", "roles", "times", "topics", "comments", "reviewed"}),
)
TSV = Format(
    "tsv",
    msg("Table with tabs between cells (TSV), with an apostrophe before = + - @"),
    (".tsv", ".tab"),
    read_tabs,
    write_tabs,
    sniff_tabs,
    holds=CSV.holds,
    keeps=CSV.keeps,
)
