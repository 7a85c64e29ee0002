"""CTM, the time-marked conversations of the NIST scoring tools (SCTK): a word a line, with its recording, channel, start and length
in seconds, and the recogniser's confidence.
"""

from __future__ import annotations

from itertools import islice

from annotator.core.i18n import msg
from annotator.core.model import Imported, Transcript
from annotator.formats.base import LIKELY, NO, ExportOptions, File, Format, ImportReport
from annotator.formats.building import Builder
from annotator.formats.encoding import encode
from annotator.formats.nist import NONE, fields_of, lines, milliseconds, recording_of, seconds, timed_words
from annotator.formats.nist_speech import add_turns, beside, ctm_words, rttm_segments, with_voices
from annotator.formats.refuse import refuse_binary, refuse_text
from annotator.formats.timing import timed_turns

_SAMPLE = 50


def sniff(file: File) -> int:
    rows = [fields for _, fields in islice(lines(file.head.rpartition("\n")[0] or file.head), _SAMPLE)]
    return LIKELY if rows and all(map(_fits, rows)) else NO


def _fits(fields: list[str]) -> bool:
    if not 5 <= len(fields) <= 8:
        return False
    timed = all(milliseconds(field) is not None for field in fields[2:4])
    marked = fields[2:4] == ["*", "*"] and fields[4][:1] == "<"
    return marked or (timed and (len(fields) == 5 or fields[5] in (NONE, "NA") or milliseconds(fields[5]) is not None))


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read the words; who says them is in an RTTM of the same name, else the channels tell."""
    refuse_binary(file.data, file.name)
    refuse_text(file.decoded.text, file.name)
    builder = Builder(file, "ctm")
    spoken = ctm_words(file.decoded.text, builder)
    voices = rttm_segments(beside(file, ".rttm"))
    add_turns(builder, with_voices(spoken, voices) if voices else spoken)
    return builder.finish()


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write a word a line, in the order of time; the speaker is the channel."""
    fields, comments = fields_of(transcript, options)
    recording = recording_of(transcript)
    rows = [
        (token.start_ms or 0, fields.get(turn.speaker_id or "", NONE), token)
        for turn, start, end in timed_turns(transcript, options)
        for token in timed_words(transcript, turn, start, end)
    ]
    rows.sort(key=lambda row: row[0])
    written = []
    for start, channel, token in rows:
        confidence = "" if token.confidence is None else f" {token.confidence:.4f}"
        word = token.text.replace(";", "\\;")
        written.append(f"{recording} {channel} {seconds(start)} {seconds((token.end_ms or start) - start)} {word}{confidence}\n")
    declared = [f";; {name}: {name}\n" for name in dict.fromkeys(fields.values()) if f";; {name}: " not in "".join(comments)]
    return encode("".join([*comments, *declared, *written]), "utf-8")


CTM = Format(
    "ctm",
    msg("CTM, words with their times for scoring"),
    (".ctm",),
    read,
    write,
    sniff,
    holds=frozenset({"speakers", "only_reviewed"}),
    keeps=frozenset({"speakers", "word_times", "confidences"}),
)
