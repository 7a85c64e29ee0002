"""Kills the program at random moments and looks at what is left: python tests/torture/kill.py [--runs N] [--seed S] [--only ...]

Work goes on in a child of this process, which says through a pipe what it holds for saved, until it is killed. Then the file is
opened again and compared by content with the same steps done in memory. POSIX only. Exits with 1 when a promise is broken, or
when a control, which is broken on purpose, goes unnoticed.
"""

from __future__ import annotations

import itertools
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from sqlite_utils import Database
from torture_child import Child, Say, Work, trouble
from torture_files import content, left, older, patched, version_of, whole
from torture_report import Outcome, Scenario, main
from torture_review import REDO, UNDO, Calls, Reviewer, calls, carry_out, expected, lines, make

from annotator import cli, formats, paths
from annotator.core.commands import transcripts
from annotator.core.errors import ProjectError
from annotator.project import Project
from annotator.storage import backups, connection, schema
from annotator.storage.store import Store

MOST_KEYS, LONGEST_KEY = 170, 0.05
"""Keys that are typed into the window, and seconds after the last one, until it is killed."""
PAUSE, LATE = 0.02, 10
"""Seconds between keys that are typed slowly, and how many times as late as the keys a draft may be on a busy machine."""
ALONE = "copies of the file without its journal refused"
MOST_STEPS, LONGEST_STEP = 20, 0.03
"""Steps that are acknowledged, and seconds after the last one, until the reviewer is killed."""
LARGE, MANY = 20_000, 20
"""Turns of a call that takes long to write; it is smaller where the runs are few."""


def killed(work: Work, after: float) -> tuple[list[str], list[str]]:
    """Do work, kill it after so many seconds; return what it said and what is wrong about the way it went."""
    child = Child(work)
    time.sleep(after)
    child.kill()
    said, errors = child.end()
    return said, trouble(errors)


def duration(work: Work) -> float:
    """Return how many seconds work takes that is let to its end."""
    began = time.monotonic()
    _, errors = Child(work).end()
    assert "Traceback" not in errors, errors
    return time.monotonic() - began


def large(runs: int) -> int:
    return LARGE if runs >= MANY else LARGE // 10


def journal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


class Bench:
    """A folder, in it a project that every run gets a copy of, and one folder a run."""

    def __init__(self, folder: Path, *sizes: int):
        self._folder = folder
        self._number = itertools.count()
        self.model = folder / "model.annotator"
        make(self.model, *sizes)
        self.start, self.entries = content(self.model)

    @contextmanager
    def run(self) -> Iterator[Path]:
        """Give the project of a run; nothing of it remains."""
        folder = self._folder / f"run {next(self._number)}"
        folder.mkdir()
        path = folder / "p.annotator"
        shutil.copyfile(self.model, path)
        yield path
        shutil.rmtree(folder)


@contextmanager
def bench(*sizes: int) -> Iterator[Bench]:
    with tempfile.TemporaryDirectory() as folder:
        yield Bench(Path(folder), *sizes)


# ---------------------------------------------------------------------- editing


def review(path: Path, seed: int, too_early: bool, say: Say) -> None:
    """Review for ever; say the number of each step when it is saved."""
    with Project.open(path) as project:
        reviewer = Reviewer(seed)
        for number in itertools.count(1):
            step = reviewer.next(calls(project))
            if too_early:
                say(number)
            carry_out(project, step)
            if not too_early:
                say(number)


def edit(runs: int, seed: int, too_early: bool = False) -> Outcome:
    """Edits are all there that were said to be saved, and none by half."""
    outcome = Outcome()
    rng = random.Random(seed)
    with bench(600, 40) as table:
        for n in range(runs):
            own = rng.randrange(1 << 30)
            with table.run() as path:
                # Steps are waited for, not only time: a machine may have other things to do.
                child = Child(partial(review, path, own, too_early))
                child.wait_for("", rng.randrange(MOST_STEPS))
                time.sleep(rng.uniform(0, LONGEST_STEP))
                child.kill()
                said, errors = child.end()
                broken, saved = trouble(errors), len(said)
                outcome.seen["acknowledged"] += saved
                outcome.seen["hot journals"] += journal_of(path).exists()
                outcome.add(broken + reviewed(path, table, own, saved), f"run {n}")
    return outcome


def reviewed(path: Path, table: Bench, seed: int, saved: int, unsure: int = 1) -> list[str]:
    """Say what is wrong with a project that a reviewer left who had `saved` steps acknowledged; the last ones may be there too."""
    try:
        with Project.open(path) as project:
            found = calls(project)
            kinds = [entry.kind for entry in reversed(project.history(1 << 30))][table.entries :]
    except ProjectError as error:
        return [f"{type(error).__name__}: {error}"]
    broken = whole(path) + left(path.parent, path.name)
    if len(kinds) < saved:
        broken.append(f"{saved - len(kinds)} acknowledged steps are lost")
    elif len(kinds) > saved + unsure:
        broken.append(f"{len(kinds) - saved} steps more than were done")
    wanted = next(itertools.islice(expected(table.start, Reviewer(seed)), len(kinds), None))
    if found != wanted:
        broken.append("the content is not that after any step")
    return broken + ["the journal tells of what was not done"] * (not {"do", UNDO, REDO}.issuperset(kinds))


# ---------------------------------------------------------------------- long work on a project


def long_work(
    runs: int,
    seed: int,
    table: Bench,
    work: Callable[[Path, Say], object],
    check: Callable[[Path, list[str], Outcome], list[str]],
    prepare: Callable[[Path], object] = Path.stat,
) -> Outcome:
    """Kill work at any moment of the time it takes, and somewhat after it; `check` says what is broken."""
    outcome = Outcome()
    rng = random.Random(seed)
    with table.run() as path:
        prepare(path)
        longest = 1.2 * duration(lambda say: work(path, say))
    for n in range(runs):
        shutil.rmtree(paths.backups(), ignore_errors=True)
        with table.run() as path:
            prepare(path)
            said, broken = killed(lambda say, p=path: work(p, say), rng.uniform(0, longest))
            try:
                broken += check(path, said, outcome)
            except (ProjectError, AssertionError) as error:
                broken.append(f"{type(error).__name__}: {error}")
            outcome.add(broken, f"run {n}")
    return outcome


def import_(runs: int, seed: int) -> Outcome:
    """An import is there as a whole or not at all, and the other calls are as they were."""
    imported, _ = formats.read(lines(large(runs), 7), "large.txt")
    change = transcripts.add(imported, 3)

    def work(path: Path, say: Say) -> None:
        with Project.open(path) as project:
            project.apply(change)
            say("saved")

    with bench(600, 40) as table:
        added = replace(transcripts.as_transcript(imported, 3), topics=table.start[0].topics)

        def check(path: Path, said: list[str], outcome: Outcome) -> list[str]:
            alone = path.with_name("alone.annotator")
            shutil.copyfile(path, alone)
            outcome.seen["hot journals"] += journal_of(path).exists()
            broken = imported_wholly(path, said) + whole(path)
            try:
                broken += [f"a copy of the file without its journal: {line}" for line in imported_wholly(alone, said)]
            except ProjectError:
                outcome.seen[ALONE] += 1
            alone.unlink()
            return broken + left(path.parent, path.name)

        def imported_wholly(path: Path, said: list[str]) -> list[str]:
            now, _ = content(path)
            if said and len(now) < 3:
                return ["an acknowledged import is lost"]
            return [] if now in (table.start, (*table.start, added)) else ["half an import, or another call is damaged"]

        return long_work(runs, seed, table, work, check)


def export(runs: int, seed: int) -> Outcome:
    """An export is the old file or the new one."""
    old = b"an export of before"
    with bench(large(runs) // 5) as table:

        def command(path: Path) -> int:
            return cli.run(cli.parse(["export", str(path), "-o", str(path.with_name("out.txt"))]))

        def work(path: Path, say: Say) -> None:
            say(command(path))

        def prepare(path: Path) -> None:
            path.with_name("out.txt").write_bytes(old)

        with table.run() as path:
            Child(lambda say: work(path, say)).end()
            new = path.with_name("out.txt").read_bytes()

        def check(path: Path, said: list[str], outcome: Outcome) -> list[str]:
            target = path.with_name("out.txt")
            found = target.read_bytes() if target.exists() else b""
            broken = [] if found in ((new,) if said else (old, new)) else ["the export is neither the old one nor the new one"]
            outcome.seen["new"] += found == new
            Child(lambda _: command(path)).end()
            return broken + left(path.parent, path.name, target.name) + whole(path)

        return long_work(runs, seed, table, work, check, prepare)


def migration(runs: int, seed: int) -> Outcome:
    """A project is of the old version or, after it was backed up, of the new one, never of both, and holds the same."""
    outcome = Outcome()
    for number in range(1, schema.version()):
        with tempfile.TemporaryDirectory() as name, bench(1) as table:
            table.model.unlink()
            older(table.model, number, large(runs))
            opened = Path(name, "opened.annotator")
            shutil.copyfile(table.model, opened)
            wanted = content(opened)

            def work(path: Path, say: Say) -> None:
                Project.open(path).close()
                say("saved")

            def check(
                path: Path, said: list[str], outcome: Outcome, number: int = number, wanted: tuple[Calls, int] = wanted
            ) -> list[str]:
                found = version_of(path)
                kept = [backup for backup in backups.listed(path) if not backup.read().refusal]
                outcome.seen["new" if found == schema.version() else "old"] += 1
                broken = [] if found == schema.version() or (found == number and not said) else [f"the tables are those of {found}"]
                if found == schema.version() and not kept:
                    broken.append("there is no backup of before")
                return broken + whole(path) + ["it holds something else"] * (content(path) != wanted) + left(path.parent, path.name)

            outcome.merge(long_work(runs // (schema.version() - 1), seed, table, work, check))
    return outcome


def save_as(runs: int, seed: int) -> Outcome:
    """The copy is not there or complete, and the project is as it was."""
    with bench(large(runs) // 5, 40) as table:

        def work(path: Path, say: Say) -> None:
            with Project.open(path) as project:
                project.save_copy(path.with_name("copy.annotator"), history=False)
                say("saved")

        def check(path: Path, said: list[str], outcome: Outcome) -> list[str]:
            copy = path.with_name("copy.annotator")
            outcome.seen["complete"] += copy.exists()
            broken = ["the copy is lost"] * (bool(said) and not copy.exists())
            if copy.exists():
                broken += whole(copy) + ["the copy differs"] * (content(copy)[0] != table.start)
            if path.read_bytes() != table.model.read_bytes():
                broken.append("the project was touched")
            restarted(path)
            return broken + left(path.parent, path.name, copy.name)

        return long_work(runs, seed, table, work, check)


def backup(runs: int, seed: int) -> Outcome:
    """A backup is not there or complete, and the project is as it was."""
    with bench(large(runs) // 5, 40) as table:

        def work(path: Path, say: Say) -> None:
            with Project.open(path) as project:
                backups.make(project, "daily")
                say("saved")

        def check(path: Path, said: list[str], outcome: Outcome) -> list[str]:
            known = backups.listed(path)
            outcome.seen["complete"] += len(known)
            broken = ["the backup is lost"] * (bool(said) and not known)
            for contents in (kept.read() for kept in known):
                found = (contents.calls, contents.turns, contents.entries)
                broken += [str(contents.refusal)] * bool(contents.refusal)
                broken += ["the backup differs"] * (found != (2, large(runs) // 5 + 40, table.entries))
            if path.read_bytes() != table.model.read_bytes():
                broken.append("the project was touched")
            restarted(path)
            return broken + left(path.parent, path.name)

        return long_work(runs, seed, table, work, check)


def restore(runs: int, seed: int) -> Outcome:
    """What was there and what was backed up are both within reach, and doing it again ends the same."""
    with bench(large(runs) // 10, 40) as table, bench(10) as other:

        def work(path: Path, say: Say) -> None:
            backups.restore(table.model, path)
            say("saved")

        def prepare(path: Path) -> None:
            shutil.copyfile(other.model, path)

        def check(path: Path, said: list[str], outcome: Outcome) -> list[str]:
            def here() -> list[Calls]:
                return [content(found)[0] for found in path.parent.glob("*.annotator") if not found.name.startswith(".")]

            found = here()
            outcome.seen["restored"] += table.start in found
            broken = ["what was there is lost"] * (other.start not in found)
            broken += ["what was restored is lost"] * (bool(said) and table.start not in found)
            backups.restore(table.model, path)
            if content(path)[0] != table.start or sorted(map(len, here())) != sorted(map(len, (table.start, other.start))):
                broken.append("doing it again ends otherwise")
            restarted(path)
            return broken + left(path.parent, *(found.name for found in path.parent.glob("*.annotator")))

        return long_work(runs, seed, table, work, check, prepare)


def purge(runs: int, seed: int) -> Outcome:
    """The history is there as a whole or gone, and the calls are as they were."""
    with reviewed_bench(seed) as table:

        def work(path: Path, say: Say) -> None:
            with Project.open(path) as project:
                project.purge()
                say("saved")

        def check(path: Path, said: list[str], outcome: Outcome) -> list[str]:
            calls_now, entries = content(path)
            outcome.seen["gone"] += entries == 1
            broken = [] if entries == 1 or (entries == table.entries and not said) else [f"{entries} entries of the journal"]
            return broken + ["it holds something else"] * (calls_now != table.start) + whole(path) + left(path.parent, path.name)

        return long_work(runs, seed, table, work, check)


def redact(runs: int, seed: int) -> Outcome:
    """Words are there as before, or nowhere any more."""
    with reviewed_bench(seed) as table:

        def work(path: Path, say: Say) -> None:
            with Project.open(path) as project:
                project.redact(1, {"договор": "[…]"})
                say("saved")

        with table.run() as path:
            Child(lambda say: work(path, say)).end()
            redacted, _ = content(path)
        assert redacted != table.start

        def check(path: Path, said: list[str], outcome: Outcome) -> list[str]:
            now, _ = content(path)
            outcome.seen["redacted"] += now == redacted
            broken = [] if now == redacted or (now == table.start and not said) else ["half redacted"]
            if said and "договор".encode() in path.read_bytes():
                broken.append("a trace of the words in the file")
            return broken + whole(path) + left(path.parent, path.name)

        return long_work(runs, seed, table, work, check)


@contextmanager
def reviewed_bench(seed: int) -> Iterator[Bench]:
    """Yield a project with a history, of one call."""
    with bench(600) as table:
        with Project.open(table.model) as project:
            reviewer = Reviewer(seed)
            for _ in range(60):
                carry_out(project, reviewer.next(calls(project)))
        table.start, table.entries = content(table.model)
        yield table


def restarted(path: Path) -> None:
    """Start the program anew, and have it open the project."""
    Child(lambda _: Project.open(path).close()).end()


# ---------------------------------------------------------------------- the window


def type_in_window(path: Path, slowly: bool, say: Say) -> None:
    """Type into one turn after the other, as the program was started; some texts slowly."""
    os.environ.update(QT_QPA_PLATFORM="offscreen", ANNOTATOR_CONFIG_DIR=str(path.parent / "config"))
    from driving import press, type_text
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from annotator.gui import app
    from annotator.gui.main_window import MainWindow

    def hands() -> int:
        window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
        session, table = window.session, window.table
        while session.transcript is None:
            QTest.qWait(1)
        window.activateWindow()
        table.setFocus()
        assert session.project is not None
        session.project.listeners.append(lambda _: say("saved"))
        for number in itertools.count(1):
            press(table, Qt.Key.Key_Down)
            press(table, Qt.Key.Key_Return)
            editor = table.editor
            assert editor is not None
            press(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            slow = slowly and number % 3 == 0
            for character in f"правка {number}" + " и ещё слова" * (10 * slow):
                type_text(editor, character)
                say(f"typed {time.monotonic()} {editor.turn.id} {editor.text}")
                QTest.qWait(int(1000 * PAUSE) if slow else 0)
            say(f"enter {editor.turn.id} {editor.text}")
            press(editor, Qt.Key.Key_Return)
            while session.working:
                QTest.qWait(1)
        return 0

    QApplication.exec = staticmethod(hands)
    app.run([str(path)], language="en")


def window(runs: int, seed: int) -> Outcome:
    """What the window holds for saved is saved; of what is being typed, no more than the last second is lost."""
    import PySide6.QtWidgets  # noqa: F401 -- here, so that no child has to

    import annotator.gui.app  # noqa: F401

    outcome = Outcome()
    rng = random.Random(seed)
    with bench(30) as table:
        for n in range(runs):
            with table.run() as path:
                child = Child(partial(type_in_window, path, n % 2 == 0))
                child.wait_for("typed", rng.randrange(MOST_KEYS))
                time.sleep(rng.uniform(0, LONGEST_KEY))
                at = time.monotonic()
                child.kill()
                said, errors = child.end()
                outcome.seen["acknowledged"] += said.count("saved")
                outcome.add(trouble(errors) + typed(path, table, said, at, outcome), f"run {n}")
    return outcome


def typed(path: Path, table: Bench, said: list[str], at: float, outcome: Outcome) -> list[str]:
    """Say what is lost of what was typed into the window until it was killed."""
    saved = said.count("saved")
    entered = [line.split(" ", 2)[1:] for line in said if line.startswith("enter ")]
    now, entries = content(path)
    done = entries - table.entries
    broken = [f"{saved - done} acknowledged edits are lost"] * (done < saved) + whole(path)
    texts = {turn.id: turn.text for turn in table.start[0].turns} | {int(turn): text for turn, text in entered[:done]}
    if done > len(entered) or {turn.id: turn.text for turn in now[0].turns} != texts:
        broken.append("the content is not that after any edit")
    with Project.open(path) as project:
        drafts = {draft.turn_id: draft.text for draft in project.drafts()}
    # Of the edit that was going on: what it was a second ago, at the latest.
    going_on = itertools.takewhile(lambda line: not line.startswith(("enter ", "saved")), reversed(said))
    keys = [line.split(" ", 3)[1:] for line in going_on if line.startswith("typed ")]
    times = [float(when) for when, _, _ in keys]
    late = max((later - earlier - PAUSE for later, earlier in pairwise(times)), default=0.0)
    safe = [(int(turn), text) for when, turn, text in keys if at - float(when) > 1 + LATE * max(late, PAUSE)]
    if safe:
        turn, text = safe[0]
        outcome.seen["drafts looked for"] += 1
        if not drafts.get(turn, "").startswith(text):
            broken.append("more than the last second of a draft is lost")
    outcome.seen["drafts found"] += bool(drafts)
    return broken + left(path.parent, path.name, *(p.name for p in (path.parent / "config").rglob("*")))


# ---------------------------------------------------------------------- controls, broken on purpose


def spilling_import(runs: int, seed: int) -> Outcome:
    """Rows that do not fit into the memory are written to the file before the end of the import."""
    with patched(connection, PRAGMAS={**connection.PRAGMAS, "cache_spill": "ON", "cache_size": "20"}):
        outcome = import_(runs, seed)
    # What a project is promised to survive holds; a copy of the file alone does not.
    outcome.broken_runs = max(outcome.broken_runs, outcome.seen[ALONE])
    return outcome


def truncating_export(runs: int, seed: int) -> Outcome:
    """The old export is overwritten in place."""

    def in_place(path: Path, data: bytes) -> None:
        with path.open("wb", buffering=0) as file:
            for start in range(0, len(data), 100):
                file.write(data[start : start + 100])
                time.sleep(0.0002)

    with patched(formats, write_file=in_place):
        return export(runs, seed)


def piecemeal_migration(runs: int, seed: int) -> Outcome:
    """Each statement of a migration counts at once."""

    @contextmanager
    def none(_: Store) -> Iterator[None]:
        yield

    def slowly(db: Database, current: int) -> None:
        migrate(db, current)
        time.sleep(0.1)

    migrate = schema.migrate
    with patched(Store, _transaction=none), patched(schema, migrate=slowly):
        return migration(runs, seed)


SCENARIOS = (
    Scenario("kill while editing", edit, 1000, 6),
    Scenario("kill in imports", import_, 200, 2),
    Scenario("kill in exports", export, 200, 2),
    Scenario("kill in migrations", migration, 200, 5),
    Scenario("kill in Save As", save_as, 200, 2),
    Scenario("kill in backups", backup, 200, 2),
    Scenario("kill in restoring", restore, 200, 2),
    Scenario("kill in purging", purge, 200, 2),
    Scenario("kill in redacting", redact, 200, 2),
    Scenario("kill of the window", window, 200, 1),
    Scenario("control: acknowledged too early", lambda runs, seed: edit(runs, seed, too_early=True), 100, 10, 0.05),
    Scenario("control: cache_spill in imports", spilling_import, 20, 0, 0.05),
    Scenario("control: export in place", truncating_export, 60, 0, 0.01),
    Scenario("control: migration without transaction", piecemeal_migration, 40, 0, 0.05),
)

if __name__ == "__main__":
    if sys.platform == "win32":
        print("kill.py: skipped, needs POSIX")
        sys.exit()
    with tempfile.TemporaryDirectory() as config:
        os.environ["ANNOTATOR_CONFIG_DIR"] = config
        sys.exit(main(__doc__, SCENARIOS))
