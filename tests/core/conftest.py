"""Calls to try commands on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.core.commands.transcripts import as_transcript
from annotator.core.model import Imported, SourceTurn, Speaker, Topic, Transcript, Turn

Call = Callable[..., Transcript]


@pytest.fixture
def call() -> Call:
    """Return a function that makes a call of lines such as "A: words"; turn n has the id n and lasts from second n to n + 1."""

    def make(*lines: str, topics: tuple[Topic, ...] = ()) -> Transcript:
        turns = []
        for number, line in enumerate(lines, 1):
            speaker_id, _, text = line.partition(": ")
            turns.append(SourceTurn(number, speaker_id, text, number * 1000, number * 1000 + 1000))
        speakers = tuple(Speaker(0, speaker_id) for speaker_id in ("A", "B", "C"))
        imported = Imported("call.txt", "text", "utf-8", "\n".join(lines).encode(), speakers, tuple(turns))
        transcript = as_transcript(imported)
        return Transcript.build(transcript.entities(), topics)

    return make


@pytest.fixture
def said() -> Callable[[Transcript], list[str]]:
    """Return a function that writes the visible turns as lines."""

    def lines(transcript: Transcript) -> list[str]:
        return [f"{turn.speaker_id}: {turn.text}" for turn in transcript.visible]

    return lines


@pytest.fixture
def coverage() -> Callable[[Transcript], list[tuple[int, int]]]:
    """Return a function that lists the places of the source, white space apart, that the turns say they come from."""

    def places(transcript: Transcript) -> list[tuple[int, int]]:
        def of(turn: Turn) -> list[tuple[int, int]]:
            spans = [(s.number, at) for s in turn.sources for at in range(s.start, s.end)]
            return [(number, at) for number, at in spans if not transcript.source_turn(number).text[at].isspace()]

        return sorted(place for turn in transcript.turns for place in of(turn))

    return places
