"""Every format that is read has small good files here; they are known by what is in them, whatever they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator import formats
from annotator.core.commands.transcripts import as_transcript
from annotator.core.errors import FormatError
from annotator.formats.base import ExportOptions, File

SAMPLES = sorted((Path(__file__).parent / "samples").iterdir())
PACKED = ("docx", "xlsx")
"""Formats whose files are made here: an empty document is larger than all samples together."""


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_is_known_and_read(path):
    data = path.read_bytes()
    assert [entry.name for entry in formats.candidates(File(data, "call"))] == [path.name.partition(".")[0]]
    imported, report = formats.read(data, "call")
    assert imported.turns
    assert report.turns + report.continued + report.blank + report.not_understood == report.lines


@pytest.mark.parametrize("name", PACKED)
def test_packed_formats_are_known_by_what_is_in_them(load, name):
    data = formats.write(load(), name, ExportOptions())
    assert [entry.name for entry in formats.candidates(File(data, "call"))] == [name]


def test_no_format_is_without_a_sample():
    known = {path.name.partition(".")[0] for path in SAMPLES} | {"text", *PACKED}
    assert {entry.name for entry in formats.FORMATS if entry.reader} == known


OF_TIMES = {"srt", "vtt", "textgrid", "eaf", "rttm", "stm", "ctm"}
"""Formats that are made of times."""


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_what_was_read_can_be_written_in_every_format_but_those_of_times(path):
    call = as_transcript(formats.read(path.read_bytes(), "call")[0])
    timeless = all(turn.start_ms is None for turn in call.turns)
    for entry in formats.FORMATS:
        if entry.writer is not None and timeless and entry.name in OF_TIMES:
            with pytest.raises(FormatError, match="This call has no times"):
                formats.write(call, entry.name, ExportOptions())
        elif entry.writer is not None:
            assert formats.write(call, entry.name, ExportOptions()), entry.name
