"""Backups put back, and damaged projects rescued: python tests/torture/drill.py [--runs N] [--seed S] [--quick]

restore: a project is backed up after each of N edits; each backup, put back, is what the project was at that moment, and
  nothing that stood in its place is lost.
killed: putting a backup back is killed before each step that changes a file, with and without a journal that is left; done
  again it ends the same, and until then nothing is out of reach.
rescue: a project of 2,000 turns is damaged (pages overwritten, zeroed, swapped, bits flipped, the file cut, the list of tables
  scratched): of the turns on pages that were not touched 95 % and more are in the new project, in the history-less one, too.
Exits with 1 when a promise is broken.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import torture_drill
from torture_report import Outcome, Scenario, main

STEPS = 60
"""More than putting a backup back takes."""


def _apart(work: Callable[[Path, int, int], Outcome]) -> Callable[[int, int], Outcome]:
    """Return a scenario that is given a folder of its own, for its backups too."""

    def scenario(runs: int, seed: int) -> Outcome:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["ANNOTATOR_CONFIG_DIR"] = str(Path(folder) / "config")
            place = Path(folder) / "work"
            place.mkdir()
            return work(place, runs, seed)

    return scenario


def _killed(hot: bool) -> Callable[[Path, int, int], Outcome]:
    return lambda folder, _runs, _seed: torture_drill.killed_restores(folder, STEPS, hot)


def _rescue(history: bool) -> Callable[[Path, int, int], Outcome]:
    return lambda folder, runs, seed: torture_drill.rescues(folder, runs, seed, history)


SCENARIOS = (
    Scenario("restore", _apart(torture_drill.restores), 100, 5),
    Scenario("killed", _apart(_killed(hot=False)), STEPS, STEPS),
    Scenario("killed_with_journal", _apart(_killed(hot=True)), STEPS, STEPS),
    Scenario("rescue", _apart(_rescue(history=True)), 100, 3),
    Scenario("rescue_without_history", _apart(_rescue(history=False)), 100, 3),
)

if __name__ == "__main__":
    sys.exit(main(__doc__, SCENARIOS))
