"""Signals while words are typed: python tests/torture/signals.py [--runs N] [--seed S]

Ends the real window (offscreen) N times with each of SIGTERM, SIGINT and SIGHUP, at a random moment of the second after the last
key. What was typed has to be in the project or among its drafts, the program has to end well, without a word, and within a second.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from torture_signals import SIGNALS, run_once

LIMIT_S = 1.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=50, help="per signal")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance, broken = random.Random(given.seed), 0
    for asked in SIGNALS:
        told = []
        for n in range(given.runs):
            with tempfile.TemporaryDirectory() as folder:
                told.append(run_once(Path(folder), asked, f"word {n} of {chance.random()} ", wait=chance.uniform(0, 1)))
        times = sorted(one.seconds for one in told)
        lost, wrong = sum(not one.kept for one in told), sum(one.status != 0 or bool(one.errors) for one in told)
        late, left = sum(seconds > LIMIT_S for seconds in times), sum(bool(one.leftovers) for one in told)
        broken += lost + wrong + late + left
        print(
            f"{signal.Signals(asked).name}: {given.runs} runs, {lost} lost, {wrong} ended badly, {left} left files behind, "
            f"{late} took more than {LIMIT_S:.0f} s (median {times[len(times) // 2]:.2f} s, worst {times[-1]:.2f} s)"
        )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
