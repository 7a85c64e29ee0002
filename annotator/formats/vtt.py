"""WebVTT: cues of ``00:00:01.000 --> 00:00:04.000`` and lines of text, with voices as ``<v Name>``.

Described in "WebVTT: The Web Video Text Tracks Format" of the W3C. Microsoft Teams writes voices, Zoom names before a colon, and
YouTube captions that roll, with the times of words.
"""

from __future__ import annotations

from annotator.core.i18n import msg
from annotator.core.model import Imported, Transcript
from annotator.formats import timecode
from annotator.formats.base import ExportOptions, File, Format, ImportReport
from annotator.formats.cue_blocks import Shown, claim, written
from annotator.formats.cue_blocks import read as read_cues
from annotator.formats.encoding import encode


def sniff(file: File) -> int:
    return claim(file, vtt=True)


def read(file: File) -> tuple[Imported, ImportReport]:
    return read_cues(file, "vtt")


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write one cue a turn, its speaker as the voice. WebVTT is always UTF-8."""
    return encode(written(transcript, options, "WEBVTT\n\n", _cue), "utf-8")


def _cue(cue: Shown) -> str:
    words = _escaped(cue.words)
    if cue.speaker:
        words = f"<v {_escaped(cue.speaker)}>{words}</v>"
    return f"{timecode.write(cue.start_ms)} --> {timecode.write(cue.end_ms)}\n{words}\n\n"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


VTT = Format(
    "vtt",
    msg("Captions with voices (WebVTT)"),
    (".vtt",),
    read,
    write,
    sniff,
    holds=frozenset({"speakers", "roles", "only_reviewed"}),
    keeps=frozenset({"speakers", "times"}),
)
