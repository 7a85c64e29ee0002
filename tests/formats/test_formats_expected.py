"""Real files of many tools are read as they should be. They are no part of the project: without them this is skipped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator import formats
from annotator.core.errors import FormatError

FILES = Path(__file__).parents[3] / "shared" / "eval" / "formats"
EXPECTED = json.loads((Path(__file__).parent / "expected_files.json").read_text("utf-8"))


@pytest.mark.skipif(not FILES.is_dir(), reason="the real files are not here")
@pytest.mark.parametrize("expected", EXPECTED, ids=lambda row: row["path"])
def test_real_files(expected):
    path = FILES / expected["path"]
    if "refused" in expected:
        with pytest.raises(FormatError) as raised:
            formats.read_file(path)
        assert expected["refused"] in str(raised.value)
        return
    imported, report = formats.read_file(path)
    assert {
        "path": expected["path"],
        "format": imported.format,
        "turns": len(imported.turns),
        "speakers": [speaker.id for speaker in imported.speakers],
        "start_ms": min((turn.start_ms for turn in imported.turns if turn.start_ms is not None), default=None),
        "end_ms": max((turn.end_ms for turn in imported.turns if turn.end_ms is not None), default=None),
    } == expected
    assert report.turns == len(imported.turns)
    assert report.turns + report.continued + report.blank + report.not_understood == report.lines


@pytest.mark.skipif(not FILES.is_dir(), reason="the real files are not here")
def test_no_real_file_is_forgotten():
    there = {path.relative_to(FILES).as_posix() for path in FILES.rglob("*") if path.is_file()}
    assert there - {"SOURCES.tsv"} == {row["path"] for row in EXPECTED}
