"""STM, the segment time marks of the NIST scoring tools (SCTK): a segment a line, with its recording, channel, speaker, start and
end in seconds, perhaps a label like ``<o,f0,male>``, and its words.
"""

from __future__ import annotations

from itertools import islice

from annotator.core.i18n import msg
from annotator.core.model import Imported, Transcript
from annotator.formats.base import LIKELY, NO, POSSIBLE, ExportOptions, File, Format, ImportReport
from annotator.formats.building import Builder
from annotator.formats.encoding import encode
from annotator.formats.nist import NONE, fields_of, lines, milliseconds, recording_of, seconds
from annotator.formats.nist_speech import LABELLED, add_segments, beside, rttm_segments, stm_segments
from annotator.formats.refuse import refuse_binary, refuse_text
from annotator.formats.timing import timed_turns

_SAMPLE = 50


def sniff(file: File) -> int:
    rows = [fields for _, fields in islice(lines(file.head.rpartition("\n")[0] or file.head), _SAMPLE)]
    if not rows or not all(map(_fits, rows)):
        return NO
    return POSSIBLE if all(milliseconds(fields[2]) is not None and len(fields) < 7 for fields in rows) else LIKELY


def _fits(fields: list[str]) -> bool:
    if len(fields) < 5:
        return False
    start, end = (milliseconds(field) for field in fields[3:5])
    return start is not None and end is not None and start <= end


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read the segments in the order of time, one recording after the other; an RTTM of the same name says who speaks."""
    refuse_binary(file.data, file.name)
    refuse_text(file.decoded.text, file.name)
    builder = Builder(file, "stm")
    add_segments(builder, stm_segments(file.decoded.text, builder), rttm_segments(beside(file, ".rttm")))
    return builder.finish()


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write a segment a turn, in the order of time."""
    fields, comments = fields_of(transcript, options)
    recording = recording_of(transcript)
    written = []
    for turn, start, end in sorted(timed_turns(transcript, options), key=lambda timed: timed[1]):
        text = " ".join(turn.text.split())
        if LABELLED.match(text):
            text = f"<o,f0,unknown> {text}"
        if text:
            written.append(f"{recording} 1 {fields.get(turn.speaker_id or '', NONE)} {seconds(start)} {seconds(end)} {text}\n")
    return encode("".join([*comments, *written]), "utf-8")


STM = Format(
    "stm",
    msg("STM, turns with their times for scoring"),
    (".stm",),
    read,
    write,
    sniff,
    holds=frozenset({"speakers", "only_reviewed"}),
    keeps=frozenset({"speakers", "times"}),
)
