"""The whole call as one JSON object, for programs: all that a transcript holds, and nothing that it does not.

``{"format": "annotator", "version": 1, "name", "source", "topics", "speakers", "turns"}``. Times are milliseconds, places are code
points, half open. A turn has what it was imported as (``source_text`` and ``sources``, places in the turns of ``source``), and
its words as far as it is known when they were spoken. Hidden turns are marked; reading such a file leaves them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from annotator.core.errors import FormatError
from annotator.core.i18n import msg
from annotator.core.model import Imported, Transcript, Turn
from annotator.core.spoken import SpokenWord, spoken_words, unpack
from annotator.formats.base import CONTENTS, NO, SURE, ExportOptions, File, Format, ImportReport, topic_names
from annotator.formats.building import Builder, Token
from annotator.formats.encoding import encode
from annotator.formats.json_lines import span_object, spread, tell_decided
from annotator.formats.json_values import at, has, items, ms, objects, share, text, whole
from annotator.formats.recognised import value_of

_VERSION = 1
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def sniff(file: File) -> int:
    return SURE if at(file.json, "format") == "annotator" and has(file.json, "turns") else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read the turns as they were when the file was written, without the hidden ones. What was decided is only told."""
    call = value_of(file)
    version = at(call, "version")
    if isinstance(version, int) and version > _VERSION:
        raise FormatError(
            msg(
                "{name} was written by a newer version of the program. Update it, or export the call there in another format.",
                name=file.name,
            )
        )
    known = {text(speaker.get("id")).strip(): speaker for speaker in objects(at(call, "speakers"))}
    builder = Builder(file, "json")
    turns = items(at(call, "turns"))
    hidden = 0
    for turn in turns:
        said = at(turn, "text")
        if not isinstance(said, str):
            builder.skip(msg("It has no text: left out."))
        elif turn.get("hidden") is True:
            builder.blank()
            hidden += 1
        else:
            whose = text(turn.get("speaker"))
            speaker = known.get(whose.strip())
            builder.turn(
                said,
                whose,
                ms(turn.get("start_ms"), 1),
                ms(turn.get("end_ms"), 1),
                _tokens(said, turn.get("words")),
                text(at(speaker, "role")),
                text(at(speaker, "name")),
            )
    if hidden:
        builder.remark(msg("{n} turns were hidden: left out.", n=hidden))
    tell_decided(builder, (turn for turn in objects(turns) if turn.get("hidden") is not True))
    imported, report = builder.finish()
    colours = {whose: colour for whose, speaker in known.items() if _COLOUR.fullmatch(colour := text(speaker.get("colour")))}
    speakers = tuple(replace(speaker, colour=colours.get(speaker.id, "")) for speaker in imported.speakers)
    return replace(imported, speakers=speakers), report


def _tokens(said: str, words: Any) -> Iterator[Token]:
    """Yield the words where the file says that they are, and what stands between them, so that each is found in its place."""
    at_place = 0
    for word in objects(words):
        start, end = word.get("start"), word.get("end")
        if isinstance(start, int) and isinstance(end, int) and at_place <= start < end <= len(said):
            yield Token(said[at_place:start])
            times = whole(ms(word.get("start_ms"), 1)), whole(ms(word.get("end_ms"), 1))
            yield Token(said[start:end], *times, share(word.get("confidence")))
            at_place = end
    yield Token(said[at_place:])


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    call: dict[str, object] = {"format": "annotator", "version": _VERSION, "name": transcript.header.name}
    call["source"] = {
        "name": transcript.source.name,
        "format": transcript.source.format,
        "encoding": transcript.source.encoding,
        "turns": [
            {
                "number": said.number,
                "start_ms": said.start_ms,
                "end_ms": said.end_ms,
                **({"speaker": said.speaker_id} if options.speakers else {}),
                "text": said.text,
                "words": [_word(said.text, word) for word in unpack(said.timing)],
            }
            for said in transcript.source.turns
        ],
    }
    if options.topics:
        call["topics"] = [
            {"name": " / ".join(path), "colour": topic.colour, "definition": topic.definition}
            for topic_id, path in transcript.topic_paths.items()
            if (topic := transcript.topic(topic_id)) is not None
        ]
    if options.speakers:
        call["speakers"] = [
            {
                "id": speaker.id,
                "name": speaker.name,
                **({"role": speaker.role} if options.roles else {}),
                "colour": speaker.colour,
            }
            for speaker in transcript.speakers
        ]
    call["turns"] = [
        _turn(transcript, number, turn, options)
        for number, turn in enumerate(transcript.turns, 1)
        if turn.reviewed or not options.only_reviewed
    ]
    return encode(spread(call, 3) + "\n", "utf-8")


def _turn(transcript: Transcript, number: int, turn: Turn, options: ExportOptions) -> dict[str, object]:
    row: dict[str, object] = {"number": number, "start_ms": turn.start_ms, "end_ms": turn.end_ms}
    if options.speakers:
        row["speaker"] = turn.speaker_id
    row["text"] = turn.text
    if options.topics:
        row["topics"] = topic_names(transcript, turn)
    return row | {
        "comment": turn.comment,
        "reviewed": turn.reviewed,
        "hidden": turn.hidden,
        "pinned": turn.pinned,
        "bookmarked": turn.bookmarked,
        "sources": [span_object(span) for span in turn.sources],
        "source_text": transcript.source_text(turn),
        "words": [_word(turn.text, word) for word in spoken_words(transcript, turn)],
    }


def _word(text: str, word: SpokenWord) -> dict[str, object]:
    return {
        "text": text[word.start : word.end],
        "start": word.start,
        "end": word.end,
        "start_ms": word.start_ms,
        "end_ms": word.end_ms,
        "confidence": word.confidence,
    }


JSON = Format(
    "json",
    msg("The whole call as JSON"),
    (".json",),
    reader=read,
    writer=write,
    sniff=sniff,
    holds=frozenset({"speakers", "roles", "topics", "only_reviewed"}),
    keeps=frozenset(CONTENTS),
)
