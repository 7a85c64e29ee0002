"""What the line formats of the NIST scoring tools have in common (SCTK: RTTM, CTM, STM): fields divided by spaces, ``;;`` before a
comment, seconds, and speakers without spaces in them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from annotator.core.model import SpeakerId, Transcript, Turn
from annotator.core.spoken import SpokenWord, spoken_words
from annotator.core.text import words
from annotator.formats.base import ExportOptions, speaker_names
from annotator.formats.building import Token

NONE = "<NA>"
"""What stands where there is nothing."""
_LABEL = re.compile(r";;\s+(\S+): (\S.*)")
_SECONDS = re.compile(r"[+-]?\d{1,9}(?:\.\d{0,12})?|[+-]?\.\d{1,12}")


def lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the fields of each line that is no comment, with its number from 1."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith(";;"):
            yield number, line.split()


def labels(text: str) -> dict[str, str]:
    """Return what is behind the ids in a file, as far as comments say it: ``;; S1: Anna Petrovna``."""
    found = (_LABEL.fullmatch(line.strip()) for line in text.splitlines() if line.lstrip().startswith(";;"))
    return {match[1]: match[2] for match in found if match}


def milliseconds(field: str) -> int | None:
    """Return the milliseconds of a field in seconds; None where it is no number."""
    return round(float(field) * 1000) if _SECONDS.fullmatch(field) else None


def seconds(ms: int) -> str:
    return f"{ms // 1000}.{ms % 1000:03}"


def recording_of(transcript: Transcript) -> str:
    """Return what the call is called in a field."""
    name = transcript.header.name
    return "_".join((name.rpartition(".")[0] or name).split()).lstrip(";") or "call"


def fields_of(transcript: Transcript, options: ExportOptions) -> tuple[dict[SpeakerId, str], list[str]]:
    """Return the fields that stand for the speakers, and the comments that say what those are called that have spaces."""
    if not options.speakers:
        return {}, []
    names = {id_: " ".join(name.split()) for id_, name in speaker_names(transcript).items()}
    taken = {name for name in names.values() if " " not in name}
    found, comments, number = {}, [], 0
    for id_, name in names.items():
        if " " in name or name in ("", NONE):
            number += 1
            while f"S{number}" in taken:
                number += 1
            comments.append(f";; S{number}: {name}\n")
            name = f"S{number}"
        found[id_] = name
    return found, comments


def timed_words(transcript: Transcript, turn: Turn, start_ms: int, end_ms: int) -> list[Token]:
    """Return the words of a turn, each with a time: those that are not known share what is between the others by their length."""
    heard = spoken_words(transcript, turn)
    starts = [word.start for word in heard]
    tokens: list[Token] = []
    run: list[Token] = []
    at = start_ms

    def share(until: int) -> None:
        length, passed = sum(len(token.text) for token in run), 0
        span = max(0, until - at)
        for token in run:
            begin, passed = passed, passed + len(token.text)
            tokens.append(Token(token.text, at + span * begin // length, at + span * passed // length))
        run.clear()

    for word in words(turn.text):
        known = _time_of(heard, starts, word.start, word.end)
        if known is None or known.start_ms is None or known.end_ms is None or known.end_ms < known.start_ms:
            run.append(Token(word.text))
            continue
        share(known.start_ms)
        tokens.append(Token(word.text, known.start_ms, known.end_ms, known.confidence))
        at = max(at, known.end_ms)
    share(end_ms)
    return tokens


def _time_of(heard: Sequence[SpokenWord], starts: Sequence[int], start: int, end: int) -> SpokenWord | None:
    place = bisect_left(starts, start)
    return heard[place] if place < len(heard) and heard[place].end <= end else None


def called(fields: Mapping[str, str], field: str) -> str | None:
    """Return the speaker that a field stands for; None where it says that there is none."""
    return None if field == NONE else fields.get(field, field)
