"""Project files that were damaged, or made to do harm: what hostile.py and mutate.py do at full length."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import torture_workers

sys.path.insert(0, str(Path(__file__).parent))

import hostile
import mutate

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the processes are ended by signals")


def broken(module, runs: int, *options: str, workers: int = 2) -> list[torture_workers.Case]:
    return [case for case in torture_workers.run(Path(module.__file__), options, runs, workers) if case.broken]


def test_projects_made_to_do_harm_are_refused_or_harmless():
    assert broken(hostile, len(hostile.CASES)) == []


def test_damaged_projects_work_or_are_refused_untouched():
    assert broken(mutate, 60, "--seed", "suite") == []


def test_damaged_projects_in_the_window_are_refused_aloud():
    assert broken(mutate, 12, "--seed", "suite", "--in-window", workers=1) == []


def test_a_case_that_ends_its_process_is_counted(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        f"import os, sys\nsys.path.insert(0, {str(Path(torture_workers.__file__).parent)!r})\nimport torture_workers\n"
        "def work(n):\n    if n == 2: os.abort()\n    if n == 4: raise KeyError(n)\n    return 'kind', 'works', False\n"
        "torture_workers.serve(range(*map(int, sys.argv[2:])), work)\n"
    )
    cases = sorted(torture_workers.run(script, (), 6), key=lambda case: case.number)
    assert [(case.number, case.broken) for case in cases] == [(0, False), (1, False), (2, True), (3, False), (4, True), (5, False)]
    assert cases[2].outcome.startswith("process ended with -6")
    assert cases[4].outcome == "process ended with 1: KeyError: 4"
