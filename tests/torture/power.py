"""Cuts the power at random points and looks at what the disk may hold: python tests/torture/power.py [--runs N] [--seed S]

What the real store does with its files is recorded call by call, with marks where something was acknowledged. For each point in
the record a state is made that the disk may then be in: what was synced is there; of what was not, each sector of 512 bytes is
there or not; names that were given, taken or changed in a folder hold once the folder was synced, and before that or do not.
The program opens it. Linux with a C compiler only. Exits with 1 when a promise is broken, or when a control goes unnoticed.
"""

from __future__ import annotations

import itertools
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from torture_files import Known, content, older, patched, version_of
from torture_report import Outcome, Scenario, main
from torture_review import Calls, Reviewer, add_call, calls, carry_out, expected, make
from torture_syscalls import Call, Shim, enter, reason_against, recorded

from annotator import formats
from annotator.core.errors import ProjectError
from annotator.project import Project
from annotator.storage import connection, schema

SECTOR = 512
AFTER = 0.2
"""The share of points that are just after an acknowledgement."""
MEMORY = Path("/dev/shm") if Path("/dev/shm").is_dir() else None
"""Where states are laid out: nothing there needs to last."""

SHIM: Shim

Work = Callable[[Path, Callable[[], None]], None]
Check = Callable[[Path, int], list[str]]
"""Is given the folder and how many acknowledgements there were before the power went; says what is broken."""


class Disk:
    """What is on a disk for certain, and what may be. Files are known by a number of their own: the system gives theirs anew."""

    def __init__(self, folder: Path):
        self._numbers = itertools.count(1)
        self._file: dict[int, int] = {}
        self._kept_names: dict[str, int] = {}
        self._pending_names: list[tuple[str, str, str, int]] = []
        self._names: dict[str, int] = {}
        self._kept: dict[int, bytearray] = {}
        self._pending: dict[int, list[Call]] = {}
        for path in folder.rglob("*"):
            if path.is_file():
                number = self._new(path.stat().st_ino)
                self._kept[number] = bytearray(path.read_bytes())
                self._kept_names[str(path.relative_to(folder))] = number
        self._names.update(self._kept_names)

    def _new(self, inode: int) -> int:
        number = self._file[inode] = next(self._numbers)
        self._kept[number], self._pending[number] = bytearray(), []
        return number

    def take(self, call: Call) -> None:
        """Follow a call."""
        name = call.data.decode() if call.what in "clu" else ""
        match call.what:
            case "c":
                self._names[name] = self._new(call.file)
                self._pending_names.append(("give", name, "", self._names[name]))
            case "l":
                self._names[name] = self._file[call.file]
                self._pending_names.append(("give", name, "", self._names[name]))
            case "u":
                self._pending_names.append(("take", name, "", self._names.pop(name)))
            case "r":
                old, new = call.data.decode().split("\0")
                self._names[new] = self._names.pop(old)
                self._pending_names.append(("change", old, new, self._names[new]))
            case "w" | "t":
                self._pending[self._file[call.file]].append(call)
            case "s" if call.file in self._file:
                number = self._file[call.file]
                for pending in self._pending[number]:
                    _carry_out(self._kept[number], pending)
                self._pending[number] = []
            case "s":
                for change in self._pending_names:
                    _rename(self._kept_names, change)
                self._pending_names = []

    def state(self, rng: random.Random) -> dict[str, bytes]:
        """Return the files as they may be when the power goes now."""
        names = dict(self._kept_names)
        for change in self._pending_names:
            if rng.random() < 0.5:
                _rename(names, change)
        contents: dict[int, bytes] = {}
        for number in set(names.values()):
            data = self._kept[number]
            if self._pending[number]:
                data = bytearray(data)
                for call in self._pending[number]:
                    for part in _sectors(call):
                        if rng.random() < 0.5:
                            _carry_out(data, part)
            contents[number] = bytes(data)
        return {name: contents[number] for name, number in names.items()}


def _rename(names: dict[str, int], change: tuple[str, str, str, int]) -> None:
    what, old, new, number = change
    if what == "give":
        names[old] = number
    else:
        if names.get(old) == number:
            del names[old]
        if what == "change":
            names[new] = number


def _sectors(call: Call) -> Iterator[Call]:
    if call.what == "t":
        yield call
    for start in range(0, len(call.data), SECTOR):
        yield Call("w", call.file, call.at + start, call.data[start : start + SECTOR])


def _carry_out(data: bytearray, call: Call) -> None:
    if call.what == "t":
        del data[call.at :]
    end = call.at + len(call.data)
    if len(data) < end:
        data.extend(bytes(end - len(data)))
    data[call.at : end] = call.data


def record(folder: Path, work: Work) -> list[Call]:
    """Do work in a process of its own; return what it asked the system to do, with a mark at each acknowledgement."""
    with tempfile.NamedTemporaryFile() as file:
        pid = os.fork()
        if not pid:
            status = 1
            try:
                SHIM.watch(folder)
                SHIM.record(os.open(file.name, os.O_WRONLY))
                work(folder, lambda: SHIM.mark(1))
                status = 0
            finally:
                os._exit(status)
        if os.waitpid(pid, 0)[1]:
            raise AssertionError("the work to be recorded has failed")
        return list(recorded(Path(file.name).read_bytes()))


def cut(points: int, seed: int, prepare: Callable[[Path], None], work: Work, check: Check) -> Outcome:
    """Record work, and check what the disk may hold at so many points of it."""
    outcome = Outcome()
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        folder, laid = Path(name, "work"), Path(name, "state")
        folder.mkdir()
        prepare(folder)
        disk = Disk(folder)
        done = record(folder, work)
        # Many of them just after an acknowledgement: it is there that something can be lost.
        marks = [place for place, call in enumerate(done, 1) if call.what == "!"]
        chosen = [rng.choice(marks) if rng.random() < AFTER else rng.randrange(1, len(done) + 1) for _ in range(points)]
        at = acknowledged = 0
        for point in sorted(chosen):
            for call in done[at:point]:
                disk.take(call)
                acknowledged += call.what == "!"
            at = point
            laid.mkdir()
            for file, data in disk.state(rng).items():
                laid.joinpath(file).parent.mkdir(parents=True, exist_ok=True)
                laid.joinpath(file).write_bytes(data)
            outcome.add(check(laid, acknowledged), f"after call {point} of {len(done)}")
            shutil.rmtree(laid)
        outcome.seen["calls"] = len(done)
        outcome.seen["acknowledged"] = sum(call.what == "!" for call in done)
    return outcome


# ---------------------------------------------------------------------- scenarios

NAME = "p.annotator"


def steps_of(model: Path, seed: int, count: int, bulk: float) -> tuple[list[Calls], int]:
    start, entries = content(model)
    return list(itertools.islice(expected(start, Reviewer(seed, bulk)), count + 1)), entries


def reviewing(points: int, seed: int, bulk: float, turns: int, count: int) -> Outcome:
    """Steps that were acknowledged are there, and none by half."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        model = Path(name, "model.annotator")
        make(model, turns, 10)
        known = Known(*steps_of(model, seed, count, bulk))

        def work(folder: Path, acknowledge: Callable[[], None]) -> None:
            reviewer = Reviewer(seed, bulk)
            with Project.open(folder / NAME) as project:
                for _ in range(count):
                    carry_out(project, reviewer.next(calls(project)))
                    acknowledge()

        return cut(
            points,
            seed,
            lambda folder: shutil.copyfile(model, folder / NAME),
            work,
            lambda folder, acknowledged: known.check(folder / NAME, acknowledged),
        )


def edit(points: int, seed: int) -> Outcome:
    return reviewing(points, seed, 0.0, 60, 120)


def bulk(points: int, seed: int) -> Outcome:
    return reviewing(points, seed, 0.6, 400, 40)


def import_(points: int, seed: int, first: bool = False) -> Outcome:
    """Imports that were acknowledged are there; with `first` the project itself is made as well."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        model = Path(name, "model.annotator")
        if first:
            Project.create(model).close()
        else:
            make(model, 60)
        start, entries = content(model)
        steps = [start]
        with Project.open(model) as project:
            for number in range(5):
                add_call(project, 300, number)
                steps.append(calls(project))
        known = Known(steps, entries)

        def prepare(folder: Path) -> None:
            if not first:
                make(folder / NAME, 60)

        def work(folder: Path, acknowledge: Callable[[], None]) -> None:
            with Project.create(folder / NAME) if first else Project.open(folder / NAME) as project:
                if first:
                    acknowledge()
                for number in range(len(steps) - 1):
                    add_call(project, 300, number)
                    acknowledge()

        def check(folder: Path, acknowledged: int) -> list[str]:
            if first and not acknowledged:
                # Nothing was promised; what is there is a new project, or is refused.
                with suppress(ProjectError):
                    Project.open(folder / NAME).close()
                return []
            return known.check(folder / NAME, acknowledged - first)

        return cut(points, seed, prepare, work, check)


def first_save(points: int, seed: int) -> Outcome:
    return import_(points, seed, first=True)


def migration(points: int, seed: int) -> Outcome:
    """A project is of the old version or of the new one, and holds the same."""
    outcome = Outcome()
    for number in range(1, schema.version()):
        outcome.merge(migration_from(number, points // (schema.version() - 1), seed))
    return outcome


def migration_from(number: int, points: int, seed: int) -> Outcome:
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        model, copy = Path(name, "model.annotator"), Path(name, "copy.annotator")
        older(model, number, 200)
        shutil.copyfile(model, copy)
        start, entries = content(copy)

        def work(folder: Path, acknowledge: Callable[[], None]) -> None:
            Project.open(folder / NAME).close()
            acknowledge()

        def check(folder: Path, acknowledged: int) -> list[str]:
            found = version_of(folder / NAME)
            if found != schema.version() and (acknowledged or found != number):
                return [f"the tables are those of version {found}"]
            return Known([start], entries).check(folder / NAME, 0, 0)

        return cut(points, seed, lambda folder: shutil.copyfile(model, folder / NAME), work, check)


def save_as(points: int, seed: int) -> Outcome:
    """The copy is there as a whole or not at all, and the project is as it was."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        model = Path(name, "model.annotator")
        make(model, 300, 10)
        known = Known(*steps_of(model, seed, 0, 0))
        bare = Known([content(model)[0]], 0)

        def work(folder: Path, acknowledge: Callable[[], None]) -> None:
            with Project.open(folder / NAME) as project:
                project.save_copy(folder / "whole.annotator")
                acknowledge()
                project.save_copy(folder / "bare.annotator", history=False)
                acknowledge()

        def check(folder: Path, acknowledged: int) -> list[str]:
            broken = known.check(folder / NAME, 0, 0)
            for place, (copy, is_as) in enumerate((("whole", known), ("bare", bare)), 1):
                if acknowledged >= place or (folder / f"{copy}.annotator").exists():
                    broken += [f"the {copy} copy: {line}" for line in is_as.check(folder / f"{copy}.annotator", 0, 0)]
            return broken

        return cut(points, seed, lambda folder: shutil.copyfile(model, folder / NAME), work, check)


def export(points: int, seed: int) -> Outcome:
    """What stands under the name of an export is the last one that was acknowledged or the one after it, whole."""
    exports = [bytes([65 + number]) * 3000 for number in range(4)]

    def work(folder: Path, acknowledge: Callable[[], None]) -> None:
        for data in exports[1:]:
            formats.write_file(folder / NAME, data)
            acknowledge()

    def check(folder: Path, acknowledged: int) -> list[str]:
        return [] if (folder / NAME).read_bytes() in exports[acknowledged : acknowledged + 2] else ["the export is damaged"]

    return cut(points, seed, lambda folder: (folder / NAME).write_bytes(exports[0]), work, check)


def unsynced(points: int, seed: int) -> Outcome:
    with patched(connection, PRAGMAS={**connection.PRAGMAS, "synchronous": "OFF"}):
        return edit(points, seed)


def unsynced_folder(points: int, seed: int) -> Outcome:
    """That a journal is gone may be forgotten: the last acknowledged edit is then taken back."""
    with patched(connection, PRAGMAS={**connection.PRAGMAS, "synchronous": "FULL"}):
        return edit(points, seed)


SCENARIOS = (
    Scenario("power cut while editing", edit, 3000, 60),
    Scenario("power cut in bulk edits", bulk, 3000, 30),
    Scenario("power cut in imports", import_, 3000, 30),
    Scenario("power cut in migrations", migration, 3000, 40),
    Scenario("power cut in the first save", first_save, 3000, 40),
    Scenario("power cut in Save As", save_as, 3000, 60),
    Scenario("power cut in exports", export, 3000, 60),
    Scenario("control: synchronous = OFF", unsynced, 3000, 20, 0.5),
    Scenario("control: synchronous = FULL", unsynced_folder, 3000, 0, 0.001),
)

if __name__ == "__main__":
    if reason_against():
        print(f"power.py: skipped, {reason_against()}")
        sys.exit()
    SHIM = enter()
    with tempfile.TemporaryDirectory() as config:
        os.environ["ANNOTATOR_CONFIG_DIR"] = config
        sys.exit(main(__doc__, SCENARIOS))
