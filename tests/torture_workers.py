"""Many numbered cases in processes of their own: a case that kills its process, or takes too long, is an outcome like others.

A script hands its own path to `run`; it is then started with ``--cases FIRST END`` and calls `serve`, which prints a line a case.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from time import process_time

LONGEST, HANGING = 10, 120
"""Seconds of a case, on a processor and in all; the system ends the process then, whatever it is at."""
MEMORY = 1 << 30
"""Bytes of address space of a process, where the system knows such a limit."""

FAST = Path("/dev/shm")
"""A folder in memory, where there is one: waiting for a disk takes most of the time otherwise."""
SHOWN = 3
"""Broken cases of an outcome that are named."""


@dataclass(frozen=True)
class Case:
    """What came of a case: `outcome` in a few words, `broken` when it is not one that was promised."""

    number: int
    kind: str
    outcome: str
    broken: bool = False
    seconds: float = 0.0


def folder() -> TemporaryDirectory[str]:
    """Return a folder for files that need not outlive anything."""
    return TemporaryDirectory(dir=FAST if FAST.is_dir() and os.access(FAST, os.W_OK) else None)


def serve(numbers: Iterable[int], work: Callable[[int], tuple[str, str, bool]], memory: int | None = MEMORY) -> None:
    """Do the cases one after the other and print what comes of each; `work` returns kind, outcome and whether it is broken."""
    if memory is not None and sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    for number in numbers:
        print(f"begin {number}", flush=True)
        _end_after(LONGEST, HANGING)
        began = process_time()
        case = Case(number, *work(number), process_time() - began)
        print(json.dumps(asdict(case)), flush=True)
        _end_after(0, 0)


def _end_after(busy: int, waiting: int) -> None:
    """Have the system end the process after so many seconds; not where it cannot."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, busy)
        signal.alarm(waiting)


def run(script: Path, arguments: Iterable[str], runs: int, workers: int = 2) -> Iterator[Case]:
    """Yield what comes of cases 0 to `runs`, in no order."""
    done: SimpleQueue[Case | None] = SimpleQueue()
    command = [sys.executable, str(script), *arguments]
    bounds = [n * runs // workers for n in range(workers + 1)]
    threads = [threading.Thread(target=_follow, args=(command, first, end, done), daemon=True) for first, end in pairwise(bounds)]
    for thread in threads:
        thread.start()
    left = len(threads)
    while left:
        case = done.get()
        if case is None:
            left -= 1
        else:
            yield case


def _follow(command: list[str], first: int, end: int, done: SimpleQueue[Case | None]) -> None:
    while first < end:
        numbers = ("--cases", str(first), str(end))
        pipes = subprocess.PIPE
        with subprocess.Popen([*command, *numbers], stdout=pipes, stderr=pipes, text=True, encoding="utf-8") as process:
            assert process.stdout is not None
            assert process.stderr is not None
            said: list[str] = []
            listener = threading.Thread(target=lambda pipe=process.stderr, to=said: to.append(pipe.read()), daemon=True)
            listener.start()
            at = first
            for line in process.stdout:
                if line.startswith("begin "):
                    at = int(line.removeprefix("begin "))
                elif line.startswith("{"):
                    done.put(Case(**json.loads(line)))
                    first = at + 1
            listener.join()
        status = process.returncode
        if status:
            last = "".join(said).strip().splitlines()[-1:] or [""]
            how = "took too long" if -status in (signal.SIGALRM, signal.SIGPROF) else f"process ended with {status}: {last[0]}"
            done.put(Case(at, "?", how, broken=True))
            first = at + 1
    done.put(None)


def figures(title: str, cases: Iterable[Case]) -> bool:
    """Print a line with how often each outcome came, and the first broken cases of each; return whether none was broken."""
    counts: dict[str, int] = {}
    worst, broken, total = 0.0, 0, 0
    for case in cases:
        total += 1
        counts[case.outcome] = counts.get(case.outcome, 0) + 1
        worst = max(worst, case.seconds)
        if case.broken:
            broken += 1
        if case.broken and counts[case.outcome] <= SHOWN:
            print(f"  BROKEN case {case.number} ({case.kind}): {case.outcome}", flush=True)
    told = ", ".join(f"{outcome} {n}" for outcome, n in sorted(counts.items(), key=lambda item: -item[1])[:14])
    print(f"{title}: {total} cases, {broken} broken, the longest {worst:.2f} s ({told})", flush=True)
    return broken == 0
