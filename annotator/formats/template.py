"""The user's own format, made of a template (see formats.placeholders)."""

from __future__ import annotations

from annotator.core.i18n import msg
from annotator.core.model import Transcript
from annotator.formats.base import ExportOptions, Format
from annotator.formats.encoding import byte_order_mark, encode
from annotator.formats.placeholders import TEMPLATES, render


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write with the template of the options, or with the first of those to begin with. Raises FormatError where it is none."""
    encoding = options.encoding or "utf-8"
    text = render(options.template or TEMPLATES[0][1], transcript, options)
    return encode(text, encoding, byte_order_mark(encoding))


TEMPLATE = Format(
    "template",
    msg("A template of your own"),
    (".out.txt",),
    writer=write,
    holds=frozenset({"only_reviewed", "encoding"}),
    keeps=frozenset({"speakers", "roles", "times", "topics", "comments"}),
)
