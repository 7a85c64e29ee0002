"""Takes the file away from an open project, and lets others at it: python tests/torture/moved.py [--runs N] [--seed S]

While edits are made it is deleted, renamed, replaced, put with its folder somewhere else, or locked; a second instance opens it,
also where locks do not work (Linux with a C compiler only); another program alters it. What is acknowledged must be in the file
that stands under the name. POSIX only. Exits with 1 when a promise is broken, or when a control goes unnoticed.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from torture_child import Child, Say, trouble
from torture_files import content, left, patched, whole
from torture_report import Outcome, Scenario, main
from torture_review import calls, make
from torture_syscalls import Shim, enter, reason_against

from annotator.core.commands import turns
from annotator.core.errors import InUse, ProjectError
from annotator.project import Project
from annotator.storage import connection
from annotator.storage import store as store_module
from annotator.storage.store import Store

NAME = "p.annotator"
TURNS = 20
MOST, LONGEST = 10, 0.03
"""Edits that are acknowledged, and seconds after the last one, until the file is taken away."""
MEMORY = Path("/dev/shm") if Path("/dev/shm").is_dir() else None

SHIM: Shim | None


def number_in(text: str) -> int:
    return int(text.removeprefix("правка ")) if text.startswith("правка ") else 0


def edit(path: Path, first: int, most: int, say: Say) -> None:
    """Number turns, from `first` on round and round, until it is refused; say the time before and after each edit."""
    try:
        with Project.open(path) as project:
            say(f"open 0 {time.monotonic()}")
            for number in range(1, most + 1):
                turn_id = first + number % TURNS
                say(f"begun {number} {time.monotonic()}")
                project.apply(turns.set_text(project.transcript(1), turn_id, f"правка {number}"))
                say(f"saved {number} {time.monotonic()}")
            say(f"closes 0 {time.monotonic()}")
    except ProjectError as refusal:
        say(f"refused {type(refusal).__name__}")


def numbers(said: list[str], word: str) -> dict[int, float]:
    """Return the numbers that were said with a word, and when."""
    lines = (line.split() for line in said if line.startswith(word))
    return {int(number): float(at) for _, number, at in lines}


def last_number(path: Path, first: int = 1) -> int:
    """Return the number of the last edit that is in a file, of those of turns from `first` on."""
    (call, *_), _ = content(path)
    return max(number_in(turn.text) for turn in call.turns if first <= turn.id < first + TURNS)


# ---------------------------------------------------------------------- the file is taken away


def delete(path: Path) -> Path | None:
    path.unlink()
    return None


def rename(path: Path) -> Path:
    return path.rename(path.with_name("moved.annotator"))


def replace(path: Path) -> Path | None:
    path.with_name("other.annotator").replace(path)
    return None


def move_folder(path: Path) -> Path:
    return path.parent.rename(path.parent.with_name("moved")) / path.name


def swap(path: Path) -> Path:
    """Put the file aside and another in its place."""
    moved = path.rename(path.with_name("moved.annotator"))
    shutil.copyfile(path.with_name("other.annotator"), path)
    return moved


MISHAPS = (delete, rename, replace, move_folder, swap)


def taken_away(runs: int, seed: int, editing: Callable[[Path, int, int, Say], None] = edit) -> Outcome:
    """No edit is acknowledged that is begun after the file is gone, and those before it are in the file, wherever it is."""
    outcome = Outcome()
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        model = Path(name, "model.annotator")
        make(model, 2 * TURNS)
        for n in range(runs):
            mishap = MISHAPS[n % len(MISHAPS)]
            folder = Path(name, "here")
            for place in (folder, folder.with_name("moved")):
                shutil.rmtree(place, ignore_errors=True)
            folder.mkdir()
            path, other = folder / NAME, folder / "other.annotator"
            shutil.copyfile(model, path)
            shutil.copyfile(model, other)
            before = other.read_bytes()
            child = Child(partial(editing, path, 1, 1 << 20))
            child.wait_for("open")
            child.wait_for("saved", rng.randrange(MOST))
            time.sleep(rng.uniform(0, LONGEST))
            moved = mishap(path)
            at = time.monotonic()
            said, errors = child.end()
            begun, saved = numbers(said, "begun"), numbers(said, "saved")
            false = [number for number in saved if begun[number] > at]
            broken = trouble(errors) + [f"{len(false)} false acknowledgements"] * bool(false)
            if said[-1] not in ("refused Moved", "refused Changed", "refused IoFailure"):
                broken.append(said[-1])
            try:
                if moved and last_number(moved) < max(saved, default=0):
                    broken.append("acknowledged edits are not in the moved file")
            except ProjectError as error:
                broken.append(f"{type(error).__name__}: {error}")
            if mishap in (replace, swap) and path.read_bytes() != before:
                broken.append("the file that has come instead was altered")
            outcome.seen["acknowledged"] += len(saved)
            outcome.seen[f"{mishap.__name__}"] += 1
            outcome.add(broken, f"run {n}, {mishap.__name__}")
    return outcome


def taken_away_meanwhile(runs: int, seed: int) -> Outcome:
    """An edit is not acknowledged either when the file goes after SQLite has looked for it, and before it is committed."""
    outcome = Outcome()
    enter_ = Store._enter
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        for n in range(runs):
            mishap = MISHAPS[n % len(MISHAPS)]
            folder = Path(name, str(n), "here")
            folder.mkdir(parents=True)
            make(folder / NAME, TURNS)
            shutil.copyfile(folder / NAME, folder / "other.annotator")

            def entered(store: Store, *args: Any, mishap: Callable[[Path], object] = mishap) -> Any:
                mishap(store.path)
                return enter_(store, *args)

            broken = ["a false acknowledgement"]
            with Project.open(folder / NAME) as project, patched(Store, _enter=entered):
                try:
                    apply(project)
                except ProjectError:
                    broken = []
            outcome.add(broken, f"run {n}, {mishap.__name__}")
    return outcome


def locked(runs: int, seed: int) -> Outcome:
    """While another program locks the file edits wait or are refused; afterwards they go on."""
    outcome = Outcome()
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, NAME)
        for n in range(runs):
            shutil.rmtree(name)
            Path(name).mkdir()
            make(path, 2 * TURNS)
            most = 40
            child = Child(partial(edit, path, 1, most))
            child.wait_for("open")
            holding = rng.choice([0.05, 0.2, 2.4])
            with closing(sqlite3.connect(path, isolation_level=None, timeout=5)) as other:
                other.execute("BEGIN EXCLUSIVE")
                time.sleep(holding)
                other.execute("ROLLBACK")
            said, errors = child.end()
            saved = numbers(said, "saved")
            broken = trouble(errors)
            if last_number(path) != max(saved, default=0):
                broken.append("what is in the file is not what was acknowledged")
            if said[-1] != "refused InUse" and len(saved) < most:
                broken.append(said[-1])
            outcome.seen["refused"] += said[-1].startswith("refused")
            outcome.add(broken + whole(path) + left(path.parent, NAME), f"run {n}")
    return outcome


# ---------------------------------------------------------------------- two of us


def two_instances(runs: int, seed: int, broken_locks: bool = False) -> Outcome:
    """Two processes open a project at the same moment: no edit of either that was acknowledged is lost."""
    outcome = Outcome()
    if broken_locks and SHIM is None:
        outcome.skipped = reason_against()
        return outcome
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        path = Path(name, NAME)
        for n in range(runs):
            shutil.rmtree(name)
            Path(name).mkdir()
            make(path, 2 * TURNS)
            start = time.monotonic() + 0.02
            children = [Child(partial(one_of_two, path, first, start, broken_locks)) for first in (1, 1 + TURNS)]
            ends = [child.end() for child in children]
            broken = [line for _, errors in ends for line in trouble(errors)]
            spans = [(numbers(said, "open"), numbers(said, "closes")) for said, _ in ends]
            open_at_once = [(began[0], ended.get(0, float("inf"))) for began, ended in spans if began]
            got_in = len(open_at_once)
            if got_in == 2 and max(began for began, _ in open_at_once) < min(ended for _, ended in open_at_once):
                broken.append("both had it open at the same time")
            outcome.seen["both in"] += got_in == 2
            outcome.seen["neither in"] += got_in == 0
            for first, (said, _) in zip((1, 1 + TURNS), ends, strict=True):
                saved = max(numbers(said, "saved"), default=0)
                outcome.seen["acknowledged"] += saved
                try:
                    if last_number(path, first) < saved:
                        broken.append("acknowledged edits are lost")
                except (ProjectError, AssertionError) as error:
                    broken.append(f"{type(error).__name__}: {error}")
            outcome.add(broken + whole(path) + left(path.parent, NAME), f"run {n}")
    return outcome


def one_of_two(path: Path, first: int, start: float, broken_locks: bool, say: Say) -> None:
    if broken_locks and SHIM is not None:
        SHIM.watch(path.parent)
        SHIM.break_locks()
    while time.monotonic() < start:
        pass
    edit(path, first, 100, say)


# ---------------------------------------------------------------------- another program


def altered(runs: int, seed: int) -> Outcome:
    """What another program writes into the file is noticed before it is read or written over."""
    outcome = Outcome()
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        path = Path(name, NAME)
        make(path, TURNS)
        for n in range(runs):
            broken = []
            with Project.open(path) as project:
                calls(project)
                for _ in range(rng.randrange(3)):
                    project.apply(turns.set_text(project.transcript(1), 1, f"правка {time.monotonic_ns()}"))
                Child(partial(alter, path, f"чужое {n}")).end()
                for deed in rng.sample(DEEDS, 2):
                    try:
                        deed(project)
                    except InUse:
                        continue
                    broken.append(f"{deed.__name__} did not notice")
            with closing(sqlite3.connect(path)) as connection_:
                text = connection_.execute("SELECT text FROM turns WHERE id = 2").fetchone()[0]
            broken += ["it was written over"] * (text != f"чужое {n}")
            outcome.add(broken, f"run {n}")
    return outcome


def alter(path: Path, text: str, _: Say) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE turns SET text = ? WHERE id = 2", (text,))
        other.commit()


def apply(project: Project) -> None:
    project.apply(turns.set_text(project.transcript(1), 2, f"our own {time.monotonic_ns()}"))


def undo(project: Project) -> None:
    if project.undo() is None:
        apply(project)


def read(project: Project) -> None:
    project.read(1)


def set_setting(project: Project) -> None:
    project.set_setting("place", str(time.monotonic_ns()))


def draft(project: Project) -> None:
    project.set_draft(1, 2, "our own", "")


DEEDS: tuple[Callable[[Project], None], ...] = (apply, undo, read, set_setting, draft)


# ---------------------------------------------------------------------- controls, broken on purpose


def not_looked_for(runs: int, seed: int) -> Outcome:
    """With a log beside the file SQLite does not notice that it is gone, and neither do we."""
    pragmas = {**connection.PRAGMAS, "journal_mode": "WAL"}

    def careless(path: Path, first: int, most: int, say: Say) -> None:
        with patched(connection, PRAGMAS=pragmas), patched(Store, _check_place=lambda _: None):
            edit(path, first, 60, say)

    return taken_away(runs, seed, careless)


class NoLock:
    """A lock that everybody gets."""

    @classmethod
    def take(cls, _path: Path, _force: bool = False) -> NoLock:
        return cls()

    def release(self) -> None:
        pass


def no_lock_file(runs: int, seed: int) -> Outcome:
    """Locks do not work, and there is no lock file."""
    with patched(store_module, Lock=NoLock):
        return two_instances(runs, seed, broken_locks=True)


def not_compared(runs: int, seed: int) -> Outcome:
    """Whether the file has been written by others is not asked."""
    with patched(Store, _pragma=lambda *_: 1):
        return altered(runs, seed)


SCENARIOS = (
    Scenario("file taken away", taken_away, 300, 3),
    Scenario("file taken away in the middle of a change", taken_away_meanwhile, 100, 3),
    Scenario("file locked", locked, 20, 1),
    Scenario("second instance", two_instances, 100, 2),
    Scenario("second instance, broken locks", partial(two_instances, broken_locks=True), 100, 4),
    Scenario("file altered by another program", altered, 100, 4),
    Scenario("control: a file that is gone not looked for", not_looked_for, 30, 2, 0.2),
    Scenario("control: broken locks and no lock file", no_lock_file, 20, 12, 0.05),
    Scenario("control: data_version not compared", not_compared, 20, 3, 0.5),
)

if __name__ == "__main__":
    if sys.platform == "win32":
        print("moved.py: skipped, needs POSIX")
        sys.exit()
    SHIM = None if reason_against() else enter()
    with tempfile.TemporaryDirectory() as config:
        os.environ["ANNOTATOR_CONFIG_DIR"] = config
        sys.exit(main(__doc__, SCENARIOS))
