"""The file formats: which there are, bytes to transcript and back, and files read and replaced safely."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from annotator.core.errors import FormatError
from annotator.core.i18n import msg
from annotator.core.model import Imported, Transcript
from annotator.files import placed, sweep
from annotator.formats.base import ExportOptions, Format, ImportReport
from annotator.formats.csv_table import CSV
from annotator.formats.docx_document import DOCX
from annotator.formats.encoding import ENCODINGS as ENCODINGS
from annotator.formats.jsonl import JSONL
from annotator.formats.pairs import PAIRS
from annotator.formats.text import TEXT

FORMATS = (TEXT, CSV, JSONL, DOCX, PAIRS)

LARGEST = 512 * 1024 * 1024
"""Bytes of a file that is read: three times a million turns."""


def by_name(name: str) -> Format:
    """Return the format of this name; raise FormatError where there is none."""
    found = next((entry for entry in FORMATS if entry.name == name), None)
    if found is None:
        known = ", ".join(entry.name for entry in FORMATS)
        raise FormatError(msg("There is no format {name}. There are: {known}.", name=name, known=known))
    return found


def for_path(path: Path) -> Format | None:
    """Return the format that the longest known suffix of a file name proposes, None where none is known."""
    name = path.name.lower()
    suffixes = [(suffix, entry) for entry in FORMATS for suffix in entry.suffixes if name.endswith(suffix)]
    return max(suffixes, key=lambda pair: len(pair[0]))[1] if suffixes else None


def read(data: bytes, name: str, encoding: str | None = None, format: str | None = None) -> tuple[Imported, ImportReport]:
    """Read the bytes of a file called `name`; `encoding` and `format` None mean detect. Raises FormatError."""
    chosen = by_name(format) if format is not None else TEXT
    if chosen.reader is None:
        known = ", ".join(entry.name for entry in FORMATS if entry.reader)
        raise FormatError(msg("The format {name} can only be written. These can be read: {known}.", name=chosen.name, known=known))
    return chosen.reader(data, name, encoding)


def read_file(path: Path, encoding: str | None = None) -> tuple[Imported, ImportReport]:
    """Read a file; the transcript is called as the file is. Raises FormatError."""
    place = str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FormatError(msg("{path} is a folder. Choose a file in it.", path=place))
        if not stat.S_ISREG(status.st_mode):
            raise FormatError(msg("{path} is no ordinary file. Save the transcript to a file and choose that.", path=place))
        if status.st_size > LARGEST:
            size, limit = status.st_size // 1024**2, LARGEST // 1024**2
            raise FormatError(msg("{path} has {size} MB, the limit is {limit} MB. Divide it.", path=place, size=size, limit=limit))
        data = path.read_bytes()
    except FileNotFoundError:
        raise FormatError(msg("{path} does not exist. Check the name and the folder.", path=place)) from None
    except PermissionError:
        raise FormatError(msg("{path} may not be read. Ask its owner for the right to read it.", path=place)) from None
    except (OSError, ValueError) as error:
        raise FormatError(msg("{path} cannot be read: {reason}. Try a copy of it.", path=place, reason=_reason(error))) from None
    return read(data, path.name, encoding)


def write(transcript: Transcript, format_name: str, options: ExportOptions) -> bytes:
    """Return the bytes of the exported file. Raises FormatError."""
    chosen = by_name(format_name)
    if chosen.writer is None:
        known = ", ".join(entry.name for entry in FORMATS if entry.writer)
        raise FormatError(msg("The format {name} can only be read. These can be written: {known}.", name=chosen.name, known=known))
    return chosen.writer(transcript, options)


def write_file(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file at once: a reader sees the old file or the new one, and a failure leaves the old one.

    A link stays a link, and a file that was there keeps its mode; a new one is for its owner alone. What is no ordinary file (a
    pipe, a terminal) is written to as it is. Raises FormatError.
    """
    place = str(path)
    try:
        mode = path.stat().st_mode if path.exists() else None
        if mode is not None and stat.S_ISDIR(mode):
            raise FormatError(msg("{path} is a folder. Give the name of a file in it.", path=place))
        if mode is not None and not stat.S_ISREG(mode):
            path.write_bytes(data)
        else:
            _replace(Path(os.path.realpath(path)), data, mode)
    except FileNotFoundError:
        raise FormatError(msg("{path}: there is no such folder. Create it.", path=place)) from None
    except PermissionError:
        raise FormatError(msg("{path} may not be written. Close it, or choose another folder.", path=place)) from None
    except (OSError, ValueError) as error:
        reason = _reason(error)
        raise FormatError(msg("{path} cannot be written: {reason}. Choose another place.", path=place, reason=reason)) from None


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    sweep(target.parent)
    with placed(target, replace=True, mode=0o600 if mode is None else stat.S_IMODE(mode)) as made:
        made.write_bytes(data)


def _reason(error: OSError | ValueError) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
