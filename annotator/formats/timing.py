"""Times for formats that are made of them: what a transcript does not know is worked out from its words and its neighbours."""

from __future__ import annotations

from annotator.core.errors import FormatError
from annotator.core.i18n import msg
from annotator.core.model import Transcript, Turn
from annotator.core.spoken import span_of, spoken_words
from annotator.formats.base import ExportOptions, exported

_MS_A_CHARACTER = 65
"""About fifteen characters a second are spoken."""
_LEAST_MS = 500


def timed_turns(transcript: Transcript, options: ExportOptions) -> list[tuple[Turn, int, int]]:
    """Return the turns that an export holds, in their order, each with when it begins and ends; a turn may last no time.

    A turn without a time has that of its spoken words, else it shares the time between its neighbours with others like it, in
    proportion to their length. A turn without an end lasts until the next one begins. Raises FormatError where no time is known.
    """
    turns = [turn for _, turn in exported(transcript, options)]
    starts: list[int | None] = []
    ends: list[int | None] = []
    for turn in turns:
        first, last = (None, None) if None not in (turn.start_ms, turn.end_ms) else span_of(spoken_words(transcript, turn))
        starts.append(first if turn.start_ms is None else turn.start_ms)
        ends.append(last if turn.end_ms is None else turn.end_ms)
    if turns and all(time is None for time in (*starts, *ends)):
        raise FormatError(
            msg("This call has no times, and the format is made of them. Export it as text, a document or a table instead.")
        )
    begun = _starts(turns, starts, ends)
    found = []
    for place, (turn, start, end) in enumerate(zip(turns, begun, ends, strict=True)):
        if end is None:
            following = begun[place + 1] if place + 1 < len(turns) else start
            end = following if following > start else start + _lasting(turn)
        found.append((turn, start, max(start, end)))
    return found


def _starts(turns: list[Turn], starts: list[int | None], ends: list[int | None]) -> list[int]:
    """Return the starts, those that are not known between what ends before and what begins after."""
    found: list[int] = []
    place = 0
    while place < len(turns):
        start = starts[place]
        if start is not None:
            found.append(start)
            place += 1
            continue
        after = next((n for n in range(place, len(turns)) if starts[n] is not None or ends[n] is not None), len(turns))
        run = turns[place : after + 1 if after < len(turns) and starts[after] is None else after]
        ended = ends[place - 1] if place else 0
        at = ended if ended is not None else found[-1] + _lasting(turns[place - 1])
        limit = next((time for time in (*starts[after : after + 1], *ends[after : after + 1]) if time is not None), None)
        wanted = room = sum(map(_lasting, run))
        if limit is not None:
            at = min(at, limit)
            room = limit - at
        passed = 0
        for turn in run:
            found.append(at + room * passed // wanted)
            passed += _lasting(turn)
        place += len(run)
    return found


def _lasting(turn: Turn) -> int:
    """Return about how long the words of a turn take to be said."""
    return max(_LEAST_MS, len(turn.text) * _MS_A_CHARACTER)
