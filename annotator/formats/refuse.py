"""What is no transcript in plain text, and what to do about it."""

from __future__ import annotations

import json
import re

from annotator.core.errors import FormatError
from annotator.core.i18n import Message, msg

LONGEST_LINE = 1_000_000
"""Characters of a line; the longest turn of a day's call is far below."""

_OFFICE = msg("an office document or a ZIP archive")
_IMAGE = msg("an image")
_SOUND = msg("a sound or video file")
_KINDS: tuple[tuple[bytes, Message], ...] = (
    (rb"%PDF-", msg("a PDF document")),
    (rb"PK\x03\x04|\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
    (rb"\{\\rtf", msg("an RTF document")),
    (rb"SQLite format 3\0", msg("a database (a project is opened, not imported)")),
    (rb"\x89PNG\r\n|\xff\xd8\xff[\xdb\xe0-\xef]|GIF8[79]a|II\*\0|MM\0\*|RIFF....WEBP", _IMAGE),
    (rb"RIFF....(?:WAVE|AVI )|ID3[\2-\4]|\xff[\xf2\xf3\xfa\xfb][\x10-\xe0]\0|OggS\0|fLaC\0|\0\0..ftyp|\x1a\x45\xdf\xa3", _SOUND),
    (rb"\x1f\x8b\x08|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|BZh\d1AY|\xfd7zXZ\0", msg("an archive")),
    (rb"\x7fELF|MZ.\0", msg("a program")),
)
_CONTROL = re.compile("[\0-\b\x0e-\x1a\x1c-\x1f\x7f]")
_JSON = re.compile(r"\s*(?:\{|\[\s*[\[\]{\"])")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")


def binary_kind(data: bytes) -> Message | None:
    """Return what the file is that begins like one of a kind that is known not to be plain text; None where it does not."""
    return next((kind for magic, kind in _KINDS if re.match(magic, data, re.DOTALL)), None)


def refuse_binary(data: bytes, name: str) -> None:
    """Raise FormatError where the file begins like one of a kind that is known not to be plain text."""
    kind = binary_kind(data)
    if kind is not None:
        raise _not_text(name, kind)


def refuse_text(text: str, name: str) -> None:
    """Raise FormatError where the text cannot be a transcript: nothing in it, control characters, endless lines."""
    if not text.strip():
        raise FormatError(msg("{name} is empty. Choose the file that holds the transcript.", name=name))
    head = text[:65_536]
    controls = len(_CONTROL.findall(head))
    if controls > 3 and controls * 20 > len(head):
        raise _not_text(name, msg("binary data"))
    if (at := text.find("\0")) >= 0:
        line = len(re.findall(r"\r\n|\r|\n", text[:at])) + 1
        raise FormatError(
            msg("{name}, line {line}: a NUL character. The file is damaged or no text: export it anew.", name=name, line=line)
        )
    # Line by line: one call for the whole of a long text would not let another thread run until it is done.
    for number, match in enumerate(_LINE.finditer(text), 1):
        if match.end(1) > match.start() + LONGEST_LINE:
            raise FormatError(
                msg(
                    "{name}, line {line}: longer than {limit} characters. Divide it into turns, one a line.",
                    name=name,
                    line=number,
                    limit=LONGEST_LINE,
                )
            )


def refuse_json(text: str, name: str) -> None:
    """Raise FormatError where the text begins like JSON: no format has known it as its own, so it is damaged or of another kind."""
    if not _JSON.match(text):
        return
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise FormatError(
            msg(
                "{name} is damaged JSON: line {line}, column {column}. Export it anew.",
                name=name,
                line=error.lineno,
                column=error.colno,
            )
        ) from None
    except (RecursionError, ValueError):  # and numbers of thousands of digits
        raise FormatError(
            msg("{name} is JSON that is too deep or too long to be a transcript. Export it anew.", name=name)
        ) from None
    raise FormatError(
        msg("{name} is JSON in which no known recogniser’s transcript was found. Export it as text, SRT or a table.", name=name)
    )


def _not_text(name: str, kind: Message) -> FormatError:
    return FormatError(
        msg("{name} is {kind}, no transcript. Export the transcript from there and import that.", name=name, kind=kind)
    )
