"""Documents that are ZIP archives of XML (DOCX, XLSX): read within bounds, written without dates."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping

from annotator.core.errors import FormatError
from annotator.core.i18n import msg
from annotator.formats.base import File

MOST_PARTS = 2000
LARGEST_PART = 64 * 1024 * 1024
LARGEST = 256 * 1024 * 1024
SMALLEST_SHARE = 200
"""A part that is larger than this many times what it takes in the archive was made to do harm, if it is large at all."""
_HARMLESS_SIZE = 1024 * 1024
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARED = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))

BROKEN = (
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, AssertionError, SyntaxError, EOFError, OSError),
    *(NotImplementedError, RuntimeError, OverflowError, zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error),
)
"""What libraries raise where a document is not what they take it for."""


def refuse_bombs(file: File) -> None:
    """Raise FormatError where a ZIP archive is damaged, or has parts that would fill the memory or declare entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            parts = archive.infolist()
            if (
                len(parts) > MOST_PARTS
                or sum(part.file_size for part in parts) > LARGEST
                or len({part.filename for part in parts}) < len(parts)
                or any(map(_is_bomb, parts))
            ):
                raise FormatError(msg("{name} is packed so that it could do harm, or too large. Save it anew.", name=file.name))
            if any(part.flag_bits & 1 for part in parts):
                raise FormatError(msg("{name} is protected by a password. Save it without.", name=file.name))
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and any(declared in archive.read(part) for declared in _DECLARED):
                    raise FormatError(
                        msg("{name} declares entities, which could be made to do harm. Export it anew without.", name=file.name)
                    )
    except BROKEN:
        raise damaged(file) from None


def damaged(file: File) -> FormatError:
    """Return what to raise where a document cannot be taken apart."""
    return FormatError(msg("{name} is damaged, or no document of this kind. Save it anew and import that.", name=file.name))


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a ZIP archive with the earliest date there is on every part."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def undated(archive: bytes) -> bytes:
    """Return the ZIP archive with the earliest date there is on every part."""
    with zipfile.ZipFile(io.BytesIO(archive)) as old:
        return packed({name: old.read(name) for name in old.namelist()})


def legal(text: str) -> str:
    """Return the text without characters that XML does not know."""
    return _NOT_IN_XML.sub("\ufffd", text)


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    large = part.file_size > _HARMLESS_SIZE and part.file_size > SMALLEST_SHARE * max(1, part.compress_size)
    return part.file_size > LARGEST_PART or large
