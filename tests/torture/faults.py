"""Makes each call to the system fail, one after the other: python tests/torture/faults.py [--runs N] [--seed S] [--only ...]

Each scenario is done again and again by the real program. The first time the first write to its files fails, then the second,
until there are no more; so do syncs, opens, reads, renames and so on, with the errors that there may be, once or from then on
for ever. --runs N tries only N of each, evenly spread. Then disks that are full. Linux with a C compiler only. Exits with 1
when a promise is broken, or when a control goes unnoticed.
"""

from __future__ import annotations

import errno
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from torture_child import Child, Say, trouble
from torture_files import ALL, content, left, older, patched, version_of, whole
from torture_report import Outcome, Scenario, main
from torture_review import add_call, calls, make
from torture_syscalls import Shim, enter, reason_against

from annotator import formats, paths, settings
from annotator.core.commands import speakers, turns
from annotator.core.errors import AnnotatorError, ProjectError
from annotator.formats.base import ExportOptions
from annotator.project import Project
from annotator.storage import backups
from annotator.storage.store import Store

MEMORY = Path("/dev/shm") if Path("/dev/shm").is_dir() else None
NAME, COPY, EXPORT = "p.annotator", "copy.annotator", "out.csv"
OLD_EXPORT = b"an export of before"
FAULTS = (
    ("write", errno.EIO),
    ("write", errno.ENOSPC),
    ("sync", errno.EIO),
    ("unlink", errno.EACCES),
    ("unlink", errno.EIO),
    ("open", errno.EACCES),
    ("open", errno.EIO),
    ("open", errno.ENOSPC),
    ("rename", errno.EACCES),
    ("rename", errno.EIO),
    ("rename", errno.ENOSPC),
    ("truncate", errno.EIO),
    ("read", errno.EIO),
)

SHIM: Shim
MODEL: Path
PLAIN: Expected
OLDER: tuple[object, int]
"""What the project of an older version holds."""

Attempt = Callable[[str, Callable[[], object]], bool]
"""Does something that has a name and may be refused; says and tells whether it was done."""


class Job(NamedTuple):
    """What is there at first, what is done, and what is broken when in the end some things were done of those that were begun."""

    prepare: Callable[[Path], object]
    work: Callable[[Path, Attempt], object]
    check: Callable[[Path, list[str], list[str]], list[str]]


# ---------------------------------------------------------------------- what is done to a project


def _edit(turn_id: int) -> Callable[[Project], object]:
    return lambda project: project.apply(turns.set_text(project.transcript(1), turn_id, f"правка {turn_id}"))


def _relabel(speaker_id: str) -> Callable[[Project], object]:
    return lambda project: project.apply(speakers.relabel(project.transcript(1), range(20, 320), speaker_id))


DEEDS: dict[str, Callable[[Project], object]] = {
    **{f"edit {n}": _edit(n) for n in range(1, 10)},
    **{f"relabel {speaker}": _relabel(speaker) for speaker in ("SPK00", "SPK01")},
    **{f"import {n}": partial(add_call, count=60, seed=n) for n in (1, 2)},
    "undo": Project.undo,
    "redo": Project.redo,
    "draft": lambda project: project.set_draft(1, 1, "начато", "before"),
    "drop draft": lambda project: project.drop_draft(1, 1),
    "setting": lambda project: project.set_setting("place", "{}"),
    "purge": Project.purge,
    "redact": lambda project: project.redact(1, {"договор": "[…]"}),
}
BEFORE_LAST, LAST = "edit 8", "edit 9"


def state(path: Path) -> tuple[object, ...]:
    """Return all that the deeds alter."""
    with Project.open(path) as project:
        assert not list(project.verify()), "digests"
        found = calls(project)
        kept = [(entry.kind, str(entry.label)) for entry in project.history(ALL)]
        drafts = [(draft.turn_id, draft.text) for draft in project.drafts()]
        return found, drafts, project.setting("place"), kept


class Expected:
    """What a project is like after some deeds, by doing them to another one that nothing happens to."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], tuple[object, ...]] = {}

    def after(self, deeds: tuple[str, ...]) -> tuple[object, ...]:
        if deeds not in self._known:
            with tempfile.TemporaryDirectory(dir=MEMORY) as name:
                path = Path(name, NAME)
                shutil.copyfile(MODEL, path)
                with Project.open(path) as project:
                    for deed in deeds:
                        DEEDS[deed](project)
                self._known[deeds] = state(path)
        return self._known[deeds]

    def check(self, folder: Path, done: Sequence[str], begun: Sequence[str]) -> list[str]:
        """Say what is broken: what was done is there, what was begun only may be there, as a whole."""
        possible: list[tuple[str, ...]] = [()]
        for deed in (deed for deed in begun if deed.split(",")[0] in DEEDS):
            then = [(*deeds, deed.split(",")[0]) for deeds in possible]
            possible = then if deed in done else [*possible, *then]
        found = state(folder / NAME)
        if any(found == self.after(deeds) for deeds in possible):
            return whole(folder / NAME)
        return [*whole(folder / NAME), f"the content is not that after {done} of {begun}"]


def copied_model(folder: Path) -> None:
    shutil.copyfile(MODEL, folder / NAME)


def on_project(*deeds: str) -> Job:
    """Return the job to open a project and do these, each of which may be refused; then to go on without faults."""

    def work(folder: Path, attempt: Attempt) -> None:
        held: list[Project] = []
        if attempt("open", lambda: held.append(Project.open(folder / NAME))):
            for deed in deeds:
                attempt(deed, lambda deed=deed: DEEDS[deed.split(",")[0]](held[0]))
        SHIM.stop_failing()
        if held:
            attempt(BEFORE_LAST, lambda: DEEDS[BEFORE_LAST](held[0]))
            held[0].close()
        # A process that has said that it cannot go on can do so when it has opened the file again.
        with Project.open(folder / NAME) as project:
            DEEDS[LAST](project)
        attempt(LAST, lambda: None)

    return Job(copied_model, work, lambda folder, done, begun: PLAIN.check(folder, done, begun))


# ---------------------------------------------------------------------- all else


def creating(folder: Path, attempt: Attempt) -> None:
    held: list[Project] = []
    if attempt("create", lambda: held.append(Project.create(folder / NAME))):
        attempt("import 1", lambda: DEEDS["import 1"](held[0]))
        held[0].close()
    SHIM.stop_failing()
    if not (folder / NAME).exists():
        Project.create(folder / NAME).close()


def created(folder: Path, done: list[str], begun: list[str]) -> list[str]:
    path = folder / NAME
    if not done and path.exists() and not path.stat().st_size:
        return []  # what could not even be removed again
    found, _ = content(path)
    return whole(path) + ["an acknowledged import is lost"] * ("import 1" in done and len(found) != 1)


def copying(folder: Path, attempt: Attempt) -> None:
    def copy() -> None:
        with Project.open(folder / NAME) as project:
            project.save_copy(folder / COPY, history=False)

    attempt("copy", copy)
    SHIM.stop_failing()
    with Project.open(folder / NAME) as project:
        DEEDS[LAST](project)
    attempt(LAST, lambda: None)


def copied(folder: Path, done: list[str], begun: list[str]) -> list[str]:
    copy = folder / COPY
    broken = PLAIN.check(folder, done, begun) + ["the copy is lost"] * ("copy" in done and not copy.exists())
    return broken + ["the copy differs"] * (copy.exists() and content(copy)[0] != PLAIN.after(())[0])


def backing_up(folder: Path, attempt: Attempt) -> None:
    def back_up() -> None:
        with Project.open(folder / NAME) as project:
            backups.make(project, "daily")

    attempt("backup", back_up)
    SHIM.stop_failing()
    attempt("second", back_up)


def backed_up(folder: Path, done: list[str], begun: list[str]) -> list[str]:
    kept = backups.listed(folder / NAME)
    broken = [str(contents.refusal) for contents in (backup.read() for backup in kept) if contents.refusal]
    if "second" not in done or len(kept) < len({"backup", "second"}.intersection(done)):
        broken.append(f"{len(kept)} backups after {done}")
    return broken + PLAIN.check(folder, done, begun)


def to_be_restored(folder: Path) -> None:
    copied_model(folder)
    with Project.open(folder / NAME) as project:
        DEEDS["edit 1"](project)


def restoring(folder: Path, attempt: Attempt) -> None:
    attempt("restore", lambda: backups.restore(MODEL, folder / NAME))
    SHIM.stop_failing()
    attempt("again", lambda: backups.restore(MODEL, folder / NAME))


def restored(folder: Path, done: list[str], begun: list[str]) -> list[str]:
    found = {path.name: content(path)[0] for path in folder.glob("*.annotator")}
    broken = ["it is not restored"] * ("again" not in done or found[NAME] != PLAIN.after(())[0])
    return broken + ["what was there is lost"] * (PLAIN.after(("edit 1",))[0] not in found.values())


def to_be_exported(folder: Path) -> None:
    copied_model(folder)
    (folder / EXPORT).write_bytes(OLD_EXPORT)


def exporting(folder: Path, attempt: Attempt) -> None:
    def export() -> None:
        with Project.open(folder / NAME) as project:
            data = formats.write(project.transcript(1), "csv", ExportOptions())
        formats.write_file(folder / EXPORT, data)

    attempt("export", export)
    SHIM.stop_failing()


def exported(folder: Path, done: list[str], begun: list[str]) -> list[str]:
    found = (folder / EXPORT).read_bytes()
    new = formats.write(content(MODEL)[0][0], "csv", ExportOptions())
    return [] if found in ((new,) if done else (OLD_EXPORT, new)) else ["the export is neither the old one nor the new one"]


def to_be_set(_: Path) -> None:
    settings.save(settings.Settings(font_size=13))


def setting(folder: Path, attempt: Attempt) -> None:
    attempt("save", lambda: settings.save(settings.Settings(font_size=20)))
    SHIM.stop_failing()


def were_set(folder: Path, done: list[str], begun: list[str]) -> list[str]:
    size = settings.load().font_size
    return [] if size in ((20,) if done else (13, 20)) else [f"the settings are neither the old nor the new ones: {size}"]


def migrating(folder: Path, attempt: Attempt) -> None:
    attempt("migrate", lambda: Project.open(folder / NAME).close())
    SHIM.stop_failing()


def migrated(folder: Path, done: list[str], begun: list[str]) -> list[str]:
    kept = [version_of(backup.path) for backup in backups.listed(folder / NAME) if backup.reason == "migration"]
    broken = ["there is no backup of before"] * (3 not in kept) + whole(folder / NAME)
    return broken + ["it holds something else"] * (content(folder / NAME) != OLDER)


def reading(folder: Path, attempt: Attempt) -> None:
    def read() -> None:
        with Project.open(folder / NAME) as project:
            calls(project)
            list(project.verify())

    attempt("read", read)
    SHIM.stop_failing()
    read()


def untouched(folder: Path, done: list[str], begun: list[str]) -> list[str]:
    return [] if (folder / NAME).read_bytes() == MODEL.read_bytes() else ["the file was altered by being read"]


JOBS = {
    "creating": Job(Path.stat, creating, created),
    "editing": on_project("edit 1", "edit 2", "edit 3", "edit 4"),
    "bulk edits": on_project("relabel SPK00", "edit 1", "relabel SPK01"),
    "importing": on_project("import 1", "import 2"),
    "undoing": on_project("edit 1", "relabel SPK00", "undo", "redo", "undo, again"),
    "drafts": on_project("draft", "setting", "edit 1", "draft, again", "drop draft"),
    "purging": on_project("edit 1", "purge", "edit 2"),
    "redacting": on_project("edit 1", "redact", "edit 2"),
    "migrating": Job(lambda folder: older(folder / NAME, 3, 100), migrating, migrated),
    "Save As": Job(copied_model, copying, copied),
    "backing up": Job(copied_model, backing_up, backed_up),
    "restoring": Job(to_be_restored, restoring, restored),
    "exporting": Job(to_be_exported, exporting, exported),
    "saving settings": Job(to_be_set, setting, were_set),
    "reading": Job(copied_model, reading, untouched),
}
SLOW = ("bulk edits", "importing", "undoing", "purging", "redacting", "restoring", "reading")
"""Left out where there is little time: they take the same ways."""


# ---------------------------------------------------------------------- the faults


class Fault(NamedTuple):
    kind: str
    error: int
    number: int
    forever: bool

    def __str__(self) -> str:
        return f"{self.kind} {self.number} fails with {errno.errorcode[self.error]}{' for ever' * self.forever}"


def points(most: int, job: Job) -> Outcome:
    """Do a job once for each of its calls, or for so many of each kind, with that call failing."""
    outcome = Outcome()
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        folder = Path(name, "work")
        for kind, error, forever in faults(most):
            for number in numbers(folder, job, kind, most):
                fault = Fault(kind, error, number, forever)
                hit, broken = failing(folder, job, fault)
                if not hit:
                    break
                outcome.add(broken, str(fault))
                outcome.seen[kind] += 1
    return outcome


def faults(most: int) -> Iterable[tuple[str, int, bool]]:
    """Return which kinds of calls fail how, and whether for ever; where only one call of each is tried, each kind fails once."""
    if most > 1:
        return [(kind, error, forever) for kind, error in FAULTS for forever in (False, True)]
    return [(kind, error, kind == "write") for kind, error in dict(FAULTS).items()]


def numbers(folder: Path, job: Job, kind: str, most: int) -> Iterable[int]:
    """Return which calls of a kind are to fail: one after the other until there is none, or some, evenly spread."""
    if most >= ALL:
        return count(1)
    prepare(folder, job)
    said, _ = Child(lambda say: do(folder, job, Fault(kind, 0, 0, False), say)).end()
    made = next(int(line.removeprefix("calls ")) for line in said if line.startswith("calls "))
    return sorted({1 + made * (2 * n + 1) // (2 * most) for n in range(most)} & set(range(1, made + 1)))


def prepare(folder: Path, job: Job) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    os.environ["ANNOTATOR_CONFIG_DIR"] = str(folder / "config")
    job.prepare(folder)


def failing(folder: Path, job: Job, fault: Fault) -> tuple[bool, list[str]]:
    """Do a job with a call failing; return whether there was such a call, and what is broken."""
    prepare(folder, job)
    before = {path.name for path in folder.rglob("*")}
    said, errors = Child(lambda say: do(folder, job, fault, say)).end()
    done, begun = ([line.removeprefix(word) for line in said if line.startswith(word)] for word in ("done ", "begun "))
    broken = trouble(errors)
    if not broken:
        if fault.kind == "read" and not fault.forever:
            broken += [f"after one failed read: {line}" for line in said if line.startswith("refused") and line.endswith("Damaged")]
        Child(lambda _: start_again(folder)).end()
        try:
            broken += job.check(folder, done, begun)
        except (AnnotatorError, AssertionError) as problem:
            broken.append(f"{type(problem).__name__}: {problem}")
        kept = (path.name for path in (*paths.backups().rglob("[0-9a]*"), *folder.glob("p (*.annotator")))
        broken += left(folder, NAME, COPY, "settings.json", *before, *kept)
    return "hit" in said or bool(trouble(errors)), broken


def start_again(folder: Path) -> None:
    """Start the program: it cleans up."""
    path = folder / NAME
    if path.exists() and path.stat().st_size:
        with Project.open(path) as project:
            backups.make(project, "daily")
    formats.write_file(folder / "another.txt", b"")
    (folder / "another.txt").unlink()


def do(folder: Path, job: Job, fault: Fault, say: Say) -> None:
    """Do a job, with a call failing until the job says that it is enough; say what comes of it."""

    def attempt(name: str, work: Callable[[], object]) -> bool:
        say(f"begun {name}")
        try:
            work()
        except AnnotatorError as refusal:
            say(f"refused {name}: {type(refusal).__name__}")
            return False
        say(f"done {name}")
        return True

    def stop_failing() -> None:
        say(f"calls {SHIM.count(fault.kind)}")
        if SHIM.hits:
            say("hit")
        stop()

    stop, SHIM.stop_failing = SHIM.stop_failing, stop_failing  # type: ignore[method-assign]
    SHIM.watch(folder)
    SHIM.fail(fault.kind, fault.number, fault.error, fault.forever)
    job.work(folder, attempt)


# ---------------------------------------------------------------------- full disks


@contextmanager
def small_disk(size: int) -> Iterator[tuple[Path, Callable[[], None]]]:
    """Yield a folder on a disk of so many bytes, and what makes it that small where nothing can be mounted."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        mounted = (
            os.getuid() == 0
            and not subprocess.run(
                ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", name], capture_output=True, check=False
            ).returncode
        )
        try:
            yield Path(name), lambda: None if mounted else SHIM.set_room(size)
        finally:
            if mounted:
                subprocess.run(["umount", name], check=True)


SPARE = "spare"
"""A file that is removed in the end: there may be no copy and no backup whose going makes room."""


def full_disk(runs: int, seed: int) -> Outcome:
    """On a disk that fills up nothing is lost or damaged, nothing lies about, and the program goes on."""
    outcome = Outcome()
    rng = random.Random(seed)
    for n in range(runs):
        size = rng.randrange(500_000, 3_000_000)
        with small_disk(size) as (folder, limit):
            os.environ["ANNOTATOR_CONFIG_DIR"] = str(folder / "config")
            to_be_exported(folder)
            (folder / SPARE).write_bytes(bytes(100_000))
            said, errors = Child(partial(fill, folder, limit)).end()
            refused = sorted({line.rsplit(" ", 1)[1] for line in said if line.startswith("refused ")})
            broken = trouble(errors)
            broken += [f"it was refused as {kind}" for kind in refused if kind not in ("NoSpace", "FormatError", "AnnotatorError")]
            outcome.seen["refused"] += bool(refused)
            outcome.add(broken + left_by_filling(folder, said), f"run {n} on {size} bytes")
    return outcome


def fill(folder: Path, limit: Callable[[], None], say: Say) -> None:
    """Do all sorts of things on a disk that gets full; what is refused is tried again when there is room."""
    SHIM.watch(folder)
    job = Job(copied_model, _fill, lambda *_: [])
    limit()
    do(folder, job, Fault("read", 0, 0, False), say)


def _fill(folder: Path, attempt: Attempt) -> None:
    with Project.open(folder / NAME) as project:
        data = formats.write(project.transcript(1), "csv", ExportOptions())
        for round_ in count(1):
            room = [
                attempt(f"import {round_}", partial(add_call, project, 400, round_)),
                attempt(f"edit {round_}", partial(_edit(round_), project)),
                attempt("export", partial(formats.write_file, folder / EXPORT, data)),
                attempt(f"copy {round_}", partial(project.save_copy, folder / f"copy {round_}.annotator")),
                attempt("backup", partial(backups.make, project, "daily")),
                attempt("settings", partial(settings.save, settings.Settings(font_size=20))),
            ]
            if not all(room):
                break
        for copy in folder.glob("copy *.annotator"):
            copy.unlink()
        shutil.rmtree(paths.backups())
        (folder / SPARE).unlink()
        attempt("at last", partial(_edit(300), project))


def left_by_filling(folder: Path, said: list[str]) -> list[str]:
    done = [line.removeprefix("done ") for line in said if line.startswith("done ")]
    broken = ["there is room again, but it does not go on"] * ("at last" not in done)
    with Project.open(folder / NAME, read_only=True) as project:
        now = calls(project)
        broken += ["a digest is wrong"] * bool(list(project.verify()))
    edits = {int(deed.removeprefix("edit ")) for deed in done if deed.startswith("edit ")} | {300}
    texts = {turn.id: f"правка {turn.id}" if turn.id in edits else turn.text for turn in content(MODEL)[0][0].turns}
    broken += ["the content is not that after what was done"] * ({turn.id: turn.text for turn in now[0].turns} != texts)
    broken += ["an import is lost, or half one there"] * (
        [len(call.turns) for call in now[1:]] != [400] * sum(deed.startswith("import ") for deed in done)
    )
    new = formats.write(content(MODEL)[0][0], "csv", ExportOptions())
    broken += ["an export is damaged"] * ((folder / EXPORT).read_bytes() not in ((new,) if "export" in done else (OLD_EXPORT, new)))
    return broken + whole(folder / NAME) + left(folder, NAME, EXPORT, "settings.json")


# ---------------------------------------------------------------------- controls, broken on purpose


def errors_passed_over(most: int, _: int) -> Outcome:
    """What SQLite refuses to commit is acknowledged all the same."""

    @contextmanager
    def careless(store: Store) -> Iterator[None]:
        try:
            with transaction(store):
                yield
        except ProjectError:
            pass

    transaction = Store._transaction
    with patched(Store, _transaction=careless):
        return points(most, JOBS["editing"])


def in_place(most: int, _: int) -> Outcome:
    """An export overwrites the old one."""
    with patched(formats, write_file=lambda path, data: path.write_bytes(data)):
        return points(most, JOBS["exporting"])


SCENARIOS = [
    *(
        Scenario(f"faults in {name}", lambda runs, _, job=job: points(runs, job), ALL, int(name not in SLOW))
        for name, job in JOBS.items()
    ),
    Scenario("full disks", full_disk, 100, 3),
    Scenario("control: errors passed over", errors_passed_over, 5, 1, 0.05),
    Scenario("control: exports in place", in_place, 5, 1, 0.05),
]

if __name__ == "__main__":
    if reason_against():
        print(f"faults.py: skipped, {reason_against()}")
        sys.exit()
    SHIM = enter()
    with tempfile.TemporaryDirectory(dir=MEMORY) as config:
        os.environ["ANNOTATOR_CONFIG_DIR"] = config
        MODEL = Path(config, "model.annotator")
        make(MODEL, 330)
        PLAIN = Expected()
        older(Path(config, NAME), 3, 100)
        OLDER = content(Path(config, NAME))
        sys.exit(main(__doc__, SCENARIOS))
