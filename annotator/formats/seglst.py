"""SegLST, the segments of long recordings that the CHiME challenges and meeteval score: a JSON list of objects with
``session_id``, ``speaker``, ``words``, ``start_time`` and ``end_time`` in seconds.
"""

from __future__ import annotations

from annotator.core.i18n import msg
from annotator.core.model import Imported, Transcript
from annotator.formats.base import LIKELY, NO, ExportOptions, File, Format, ImportReport, exported, speaker_names
from annotator.formats.building import Builder
from annotator.formats.encoding import encode
from annotator.formats.json_lines import spread
from annotator.formats.json_values import items, ms, text
from annotator.formats.recognised import value_of


def sniff(file: File) -> int:
    some = items(file.json)[:20]
    fits = all(
        isinstance(item, dict)
        and isinstance(item.get("words"), str)
        and "speaker" in item
        and ("session_id" in item or "start_time" in item)
        for item in some
    )
    return LIKELY if some and fits else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read the segments in the order of time; those of several recordings as they stand, with a remark."""
    builder = Builder(file, "seglst")
    sessions = set()
    for item in items(value_of(file)):
        if not isinstance(item, dict) or not isinstance(item.get("words"), str):
            builder.skip(msg("It has no text: left out."))
            continue
        sessions.add(text(item.get("session_id")))
        builder.turn(item["words"], text(item.get("speaker")), ms(item.get("start_time")), ms(item.get("end_time")))
    if len(sessions) > 1:
        builder.remark(msg("The file holds {n} recordings: they were read as one call, in the order of the file.", n=len(sessions)))
    return builder.finish(in_order_of_time=len(sessions) == 1)


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write what is known: a turn without times has none in the file, one without a speaker an empty one."""
    labels = speaker_names(transcript) if options.speakers else {}
    session = transcript.header.name.rpartition(".")[0] or transcript.header.name
    rows = []
    for _, turn in exported(transcript, options):
        speaker = labels.get(turn.speaker_id or "", "")
        row: dict[str, object] = {"session_id": session, "speaker": speaker, "words": turn.text}
        if turn.start_ms is not None:
            row["start_time"] = turn.start_ms / 1000
        if turn.end_ms is not None:
            row["end_time"] = turn.end_ms / 1000
        rows.append(row)
    return encode(spread(rows, 1) + "\n", "utf-8")


SEGLST = Format(
    "seglst",
    msg("SegLST, segments for scoring (JSON)"),
    (".seglst.json",),
    reader=read,
    writer=write,
    sniff=sniff,
    holds=frozenset({"speakers", "only_reviewed"}),
    keeps=frozenset({"speakers", "times"}),
)
