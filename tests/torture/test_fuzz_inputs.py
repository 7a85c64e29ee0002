"""Files that people import, made wrong in every way: what inputs.py does at full length."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import torture_workers

sys.path.insert(0, str(Path(__file__).parent))

import inputs

from annotator import formats

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the processes are ended by signals")


@pytest.mark.parametrize("kind", inputs.KINDS)
def test_files_are_read_or_refused_and_nothing_of_them_is_lost(kind):
    found = torture_workers.run(Path(inputs.__file__), ("--seed", "suite", "--only", kind), 50, workers=1)
    assert [case for case in found if case.broken] == []


def test_a_word_that_is_dropped_is_missed():
    text = "Анна: да нет да\nПётр: что\n"
    imported, report = formats.read(text.encode(), "call.txt")
    assert inputs._missing(text, imported, report) == []
    assert inputs._missing(text.replace("что", "что да слово"), imported, report) == ["да", "слово"]
