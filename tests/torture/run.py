"""Runs all scripts of this folder and prints a table: python tests/torture/run.py [--quick] [--only NAME ...]

Each line is a scenario: what was run how often, how often a promise was broken. Controls are broken on purpose and must be
noticed. Exits with 1 when any script does.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).parent
QUICK = ("--quick",)
SCRIPTS = {
    "kill": QUICK,
    "power": QUICK,
    "faults": QUICK,
    "moved": QUICK,
    "planted": QUICK,
    "drill": QUICK,
    "signals": ("--runs", "2"),
    "mutate": ("--runs", "200", "--window", "4"),
    "hostile": (),
    "inputs": ("--runs", "100"),
    "canary": QUICK,
    "sockets": (),
}
"""The scripts, and with what arguments they are quick."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="few runs: a minute or two in all")
    parser.add_argument("--only", nargs="+", choices=SCRIPTS, default=list(SCRIPTS), metavar="NAME", help=", ".join(SCRIPTS))
    args = parser.parse_args()
    table: list[tuple[str, str, str]] = []
    for name in args.only:
        print(f"--- {name}", flush=True)
        began = time.monotonic()
        command = [sys.executable, str(FOLDER / f"{name}.py"), *(SCRIPTS[name] if args.quick else ())]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for line in process.stdout:
                print(line, end="", flush=True)
        table.append((name, "ok" if process.returncode == 0 else "BROKEN", f"{time.monotonic() - began:.0f} s"))
    print("---")
    for name, outcome, spent in table:
        print(f"{name:<10} {outcome:<8} {spent:>8}")
    return int(any(outcome != "ok" for _, outcome, _ in table))


if __name__ == "__main__":
    sys.exit(main())
