"""SubRip (SRT): numbered cues of ``00:00:01,000 --> 00:00:04,000`` and lines of text.

There is no standard; this follows what players take (VLC's and MPC's readers, Matroska's page on SRT) and what recognisers write:
speakers as ``Name: text`` or ``[SPEAKER_00]: text``.
"""

from __future__ import annotations

from annotator.core.i18n import msg
from annotator.core.model import Imported, Transcript
from annotator.formats import timecode
from annotator.formats.base import ExportOptions, File, Format, ImportReport
from annotator.formats.cue_blocks import Shown, arrow_times, claim, written
from annotator.formats.cue_blocks import read as read_cues
from annotator.formats.cues import kept_as_words
from annotator.formats.encoding import byte_order_mark, canonical, decode, encode


def sniff(file: File) -> int:
    return claim(file, vtt=False)


def read(file: File) -> tuple[Imported, ImportReport]:
    return read_cues(file, "srt")


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write one cue a turn, in the encoding of the source where that is SRT. What would be a tag becomes entities."""
    source = transcript.source
    encoding, bom = "utf-8", b""
    if source.format == "srt":
        decoded = decode(source.data, source.name, source.encoding)
        encoding, bom = decoded.encoding, decoded.bom
    if options.encoding is not None and canonical(options.encoding) != encoding:
        encoding, bom = options.encoding, byte_order_mark(options.encoding)
    return encode(written(transcript, options, "", _cue), encoding, bom)


def _cue(cue: Shown) -> str:
    words = kept_as_words(cue.words)
    if any(map(arrow_times, words.split("\n"))):
        words = words.replace("->", "-&gt;")
    if cue.speaker and cue.surely:
        words = f"[{kept_as_words(cue.speaker).translate(_NOT_IN_BRACKETS)}]: {words}"
    elif cue.speaker:
        words = f"{kept_as_words(cue.speaker)}: {words}"
    start, end = (timecode.write(ms, "00:00:00,000") for ms in (cue.start_ms, cue.end_ms))
    return f"{cue.number}\n{start} --> {end}\n{words}\n\n"


_NOT_IN_BRACKETS = str.maketrans("[]", "()")

SRT = Format(
    "srt",
    msg("Subtitles (SRT), speakers before a colon"),
    (".srt",),
    read,
    write,
    sniff,
    holds=frozenset({"speakers", "roles", "only_reviewed", "encoding"}),
    keeps=frozenset({"speakers", "times"}),
)
