"""Rev AI and Rev.com: transcripts of monologues, and streams of final hypotheses.

Described in the Rev AI API documentation, "Get transcript by ID", and in Rev.com's of the same name. A monologue is a turn; its
marks and spaces are elements of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.building import Token
from annotator.formats.json_values import at, first, items, ms, objects, share, text, whole
from annotator.formats.recognised import Said, opening, stream_of, transcript
from annotator.formats.timecode import TIME, parse

_CLOCK = re.compile(TIME)


def read(file: File) -> tuple[Imported, ImportReport]:
    return transcript(file, REVAI.name, (said for value in stream_of(file) for said in _said(value)))


def sniff(file: File) -> int:
    value = opening(file)
    if isinstance(at(value, "monologues", 0, "elements"), list):
        return SURE
    return SURE if at(value, "type") in ("connected", "partial", "final") and ("elements" in value or "id" in value) else NO


def _said(value: Any) -> Iterator[Said | None]:
    if not isinstance(value, dict):
        yield None
        return
    names = {text(speaker.get("id")): text(speaker.get("name")) for speaker in objects(value.get("speakers"))}
    for monologue in items(value.get("monologues")):
        if isinstance(monologue, dict):
            speaker = text(monologue.get("speaker"))
            yield _monologue(monologue, speaker, text(at(monologue, "speaker_info", "display_name")) or names.get(speaker, ""))
        else:
            yield None
    if value.get("type") == "final":
        yield _monologue(value, text(first(value, "speaker_id", "speaker")))


def _monologue(value: dict[str, Any], speaker: str, name: str = "") -> Said:
    written: list[str] = []
    words = []
    word_before = False
    for element in objects(value.get("elements")):
        word = element.get("type") != "punct"
        part = text(element.get("value"))
        written.append(f" {part}" if word and word_before else part)
        if word:
            start, end = (_time(element, *names) for names in (("ts", "timestamp"), ("end_ts", "end_timestamp")))
            words.append(Token(part, whole(start), whole(end), share(element.get("confidence"))))
        word_before = word
    return Said("".join(written), words, speaker, "", ms(value.get("ts")), ms(value.get("end_ts")), name=name)


def _time(element: dict[str, Any], *names: str) -> float | None:
    """Return a time that is in seconds at Rev AI, and by the clock at Rev.com."""
    value = first(element, *names)
    return parse(value) if isinstance(value, str) and _CLOCK.fullmatch(value) else ms(value)


REVAI = Format("revai", msg("Rev AI"), (".json",), reader=read, sniff=sniff)
