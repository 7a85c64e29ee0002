"""What the scripts of tests/torture share: scenarios that must keep their promises, controls that must not, one line for each."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

SHOWN = 5
"""Broken promises of a scenario that are told in full."""


@dataclass
class Outcome:
    """What came of the runs of a scenario: how often what was seen, and what was broken, a line each."""

    runs: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    broken_runs: int = 0
    skipped: str = ""

    def add(self, broken: Sequence[str], where: str) -> None:
        """Count a run, in which these promises were broken."""
        self.runs += 1
        self.broken_runs += bool(broken)
        self.broken += [f"{where}: {line}" for line in broken]

    def merge(self, other: Outcome) -> None:
        """Count the runs of another outcome too."""
        self.runs += other.runs
        self.seen += other.seen
        self.broken += other.broken
        self.broken_runs += other.broken_runs


class Scenario(NamedTuple):
    """`work` is given the number of runs and the seed. A control is broken on purpose: `least` of its runs must fail."""

    name: str
    work: Callable[[int, int], Outcome]
    full: int
    quick: int
    least: float = 0.0

    @property
    def control(self) -> bool:
        return self.least > 0


def main(description: str | None, scenarios: Sequence[Scenario]) -> int:
    """Run the scenarios that the arguments ask for; print a line each; return 1 when a promise was broken, or a control not."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="few runs: a few seconds in all")
    parser.add_argument("--runs", type=int, help="of each scenario (default: its own number)")
    parser.add_argument("--seed", type=int, default=1)
    names = [scenario.name for scenario in scenarios]
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="SCENARIO", help=", ".join(names))
    args = parser.parse_args()
    failed = False
    for scenario in scenarios:
        if scenario.name in args.only:
            runs = args.runs or (scenario.quick if args.quick else scenario.full)
            if runs:
                failed |= not _judge(scenario, runs, args.seed)
    return int(failed)


def _judge(scenario: Scenario, runs: int, seed: int) -> bool:
    began = time.monotonic()
    outcome = scenario.work(runs, seed)
    seen = ", ".join(f"{what} {n}" for what, n in sorted(outcome.seen.items()))
    spent = f"{time.monotonic() - began:.0f} s"
    if outcome.skipped:
        print(f"{scenario.name}: skipped, {outcome.skipped}", flush=True)
        return True
    if scenario.control:
        good = outcome.runs > 0 and outcome.broken_runs >= max(1, scenario.least * outcome.runs)
        judgement = "noticed, as it must be" if good else "NOT NOTICED"
        print(f"{scenario.name}: {outcome.runs} runs, {outcome.broken_runs} broken: {judgement} ({seen}; {spent})", flush=True)
        return good
    print(f"{scenario.name}: {outcome.runs} runs, {outcome.broken_runs} broken ({seen}; {spent})", flush=True)
    for line in outcome.broken[:SHOWN]:
        print(f"  {line}", flush=True)
    if len(outcome.broken) > SHOWN:
        print(f"  and {len(outcome.broken) - SHOWN} more", flush=True)
    if not outcome.runs:
        print("  nothing was run", file=sys.stderr)
    return outcome.runs > 0 and not outcome.broken_runs
