"""RTTM, the rich transcription time marks of NIST: who speaks when (SPEAKER lines), and sometimes which words (LEXEME lines).

Diarizers write the former only; what is said is then in a CTM, an STM or a plain text of the same name.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from annotator.core.errors import FormatError
from annotator.core.i18n import msg
from annotator.core.model import Imported, Transcript
from annotator.formats.base import NO, SURE, ExportOptions, File, Format, ImportReport
from annotator.formats.building import Builder, Token
from annotator.formats.encoding import encode
from annotator.formats.nist import NONE, called, fields_of, labels, lines, milliseconds, recording_of, seconds, timed_words
from annotator.formats.nist_speech import (
    Segment,
    Voices,
    Word,
    add_segments,
    add_turns,
    beside,
    ctm_words,
    remark_recordings,
    rttm_segments,
    stm_segments,
    with_voices,
)
from annotator.formats.refuse import refuse_binary, refuse_text
from annotator.formats.timing import timed_turns

_TYPES = frozenset(
    ("SPEAKER", "LEXEME", "SPKR-INFO", "SEGMENT", "NOSCORE", "NO_RT_METADATA", "NON-LEX", "NON-SPEECH", "FILLER", "EDIT", "IP")
) | {"SU", "CB", "A/P"}
_SAMPLE = 50


def sniff(file: File) -> int:
    rows = [fields for _, fields in islice(lines(file.head.rpartition("\n")[0] or file.head), _SAMPLE)]
    return SURE if rows and all(fields[0] in _TYPES and 8 <= len(fields) <= 10 for fields in rows) else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read the segments with their words, from the file itself or from one beside it. Raises FormatError where there are none."""
    refuse_binary(file.data, file.name)
    refuse_text(file.decoded.text, file.name)
    builder = Builder(file, "rttm")
    text = file.decoded.text
    spoken = _lexemes(text, builder)
    voices = rttm_segments(text)
    if spoken:
        _add_words(builder, voices, spoken)
    elif words := ctm_words(beside(file, ".ctm")):
        add_turns(builder, with_voices(words, voices))
    elif said := stm_segments(beside(file, ".stm")):
        add_segments(builder, said, voices)
    elif plain := beside(file, ".txt"):
        _add_lines(builder, voices, [line.strip() for line in plain.splitlines() if line.strip()], file.name)
    else:
        stem = file.name.rpartition(".")[0] or file.name
        names = ", ".join(f"{stem}{suffix}" for suffix in (".ctm", ".stm", ".txt"))
        raise FormatError(
            msg(
                "{name} says who speaks when, but not what is said. Put the words beside it in one of {names}, and read it again.",
                name=file.name,
                names=names,
            )
        )
    return builder.finish()


def _lexemes(text: str, builder: Builder) -> list[Word]:
    """Return the words with their speakers."""
    names = labels(text)
    found = []
    for number, fields in lines(text):
        if fields[0] != "LEXEME":
            if fields[0] not in _TYPES or len(fields) < 8:
                builder.skip(msg("It is no line of an RTTM: left out."), number)
            continue
        start, length = (milliseconds(field) for field in fields[3:5]) if len(fields) > 7 else (None, None)
        if start is None or length is None or start < 0 or length < 0:
            builder.skip(msg("It is no word with its times: left out."), number)
            continue
        confidence = float(fields[8]) if len(fields) > 8 and milliseconds(fields[8]) is not None else None
        token = Token(fields[5], start, start + length, confidence if confidence is not None and 0 <= confidence <= 1 else None)
        found.append(Word(fields[1], token, called(names, fields[7])))
    return found


def _add_words(builder: Builder, voices: list[Segment], spoken: list[Word]) -> None:
    """Give each word to the segment of its speaker in which it lies; a word that lies in none has a turn with its neighbours."""
    keys = [(segment.recording, segment.speaker) for segment in voices]
    speech = {key: Voices(segment for segment, own in zip(voices, keys, strict=True) if own == key) for key in dict.fromkeys(keys)}
    held: dict[int, list[Token]] = {}
    strays: list[Word] = []
    place = {id(segment): number for number, segment in enumerate(voices)}
    for word in sorted(spoken, key=lambda word: word.token.start_ms or 0):
        own = speech.get((word.recording, word.speaker))
        segment = own.at(word.middle) if own else None
        if segment is None:
            strays.append(word)
        else:
            held.setdefault(place[id(segment)], []).append(word.token)
    recordings = {name: n for n, name in enumerate(dict.fromkeys([*(k[0] for k in keys), *(word.recording for word in spoken)]))}
    for number in sorted(range(len(voices)), key=lambda n: (recordings[voices[n].recording], voices[n].start_ms)):
        segment = voices[number]
        if number in held:
            builder.turn(None, segment.speaker, segment.start_ms, segment.end_ms, tokens=held[number])
        else:
            builder.blank()
    if strays:
        add_turns(builder, strays)
    remark_recordings(builder, len(recordings))


def _add_lines(builder: Builder, voices: list[Segment], said: list[str], name: str) -> None:
    """Give each line of a text its segment, where there are as many; or as many as there are when those of one speaker are one."""
    voices = sorted(voices, key=lambda segment: segment.start_ms)
    joined: list[Segment] = []
    for segment in voices:
        if joined and joined[-1].speaker == segment.speaker:
            joined[-1] = replace(joined[-1], end_ms=max(joined[-1].end_ms, segment.end_ms))
        else:
            joined.append(segment)
    fitting = next((some for some in (voices, joined) if len(some) == len(said)), None)
    if fitting is None:
        values = {"name": name, "lines": len(said), "segments": len(voices), "turns": len(joined)}
        raise FormatError(
            msg(
                "The text beside {name} has {lines} lines, but there are {segments} segments of speech, {turns} turns. "
                "Write a line for each, or put a CTM with the times of words beside it.",
                **values,
            )
        )
    for segment, line in zip(fitting, said, strict=True):
        builder.turn(line, segment.speaker, segment.start_ms, segment.end_ms)


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write a SPEAKER line a turn, in the order of time, with a LEXEME line for each of its words."""
    fields, comments = fields_of(transcript, options)
    recording = recording_of(transcript)
    written = []
    for turn, start, end in sorted(timed_turns(transcript, options), key=lambda timed: timed[1]):
        speaker = fields.get(turn.speaker_id or "", NONE)
        tokens = timed_words(transcript, turn, start, end)
        if not tokens:
            continue
        written.append(f"SPEAKER {recording} 1 {seconds(start)} {seconds(end - start)} {NONE} {NONE} {speaker} {NONE} {NONE}\n")
        for token in tokens:
            first = min(max(token.start_ms or 0, start), end)
            last = min(max(token.end_ms or 0, first), end)
            confidence = NONE if token.confidence is None else f"{token.confidence:.4f}"
            times = f"{seconds(first)} {seconds(last - first)}"
            written.append(f"LEXEME {recording} 1 {times} {token.text} lex {speaker} {confidence} {NONE}\n")
    return encode("".join([*comments, *written]), "utf-8")


RTTM = Format(
    "rttm",
    msg("RTTM, who speaks when, with the words"),
    (".rttm",),
    read,
    write,
    sniff,
    holds=frozenset({"speakers", "only_reviewed"}),
    keeps=frozenset({"speakers", "times", "word_times", "confidences"}),
)
