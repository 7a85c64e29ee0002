from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.commands import transcripts
from annotator.core.errors import CommandError
from annotator.core.model import Header, Imported, SourceSpan, SourceTurn, Speaker, Transcript

IMPORTED = Imported(
    "call.txt",
    "text",
    "cp1251",
    b"\xca: \r\n",
    (Speaker(0, "S1", role="client"), Speaker(0, "S0")),
    (SourceTurn(1, "S1", " hello  there "), SourceTurn(2, None, "noise", 5, 9)),
)


def test_an_import_adds_everything_and_keeps_the_source():
    change = transcripts.add(IMPORTED, 7)
    t = Transcript.build(step.after for step in change.steps)
    assert t == transcripts.as_transcript(IMPORTED, 7)
    assert t.header == Header(7, "call.txt")
    assert (t.source.data, t.source.turns, t.source.encoding) == (IMPORTED.data, IMPORTED.turns, "cp1251")
    assert [(s.transcript_id, s.id, s.role, s.rank) for s in t.speakers] == [(7, "S1", "client", 1.0), (7, "S0", "", 2.0)]
    assert [(turn.id, turn.rank, turn.speaker_id, turn.text, turn.start_ms) for turn in t.turns] == [
        (1, 1.0, "S1", "hello  there", None),
        (2, 2.0, None, "noise", 5),
    ]
    assert [turn.sources for turn in t.turns] == [(SourceSpan(1, 0, 14),), (SourceSpan(2, 0, 5),)]
    assert not any(t.edited(turn) for turn in t.turns)


def test_a_file_name_that_is_no_text_can_be_kept():
    t = transcripts.as_transcript(replace(IMPORTED, name="\udcfe.txt"))
    assert t.header.name == t.source.name == "\ufffd.txt"


def test_removing_takes_away_everything():
    t = transcripts.as_transcript(IMPORTED)
    change = transcripts.remove(t)
    assert {step.before for step in change.steps} == set(t.entities())
    assert all(step.after is None for step in change.steps)


def test_rename_needs_a_name():
    t = transcripts.as_transcript(IMPORTED)
    assert t.apply(transcripts.rename(t, " Monday ")).header.name == "Monday"
    for name in ("", "call.txt"):
        with pytest.raises(CommandError):
            transcripts.rename(t, name)
