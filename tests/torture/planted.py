"""Plants bugs and looks which check catches them: python tests/torture/planted.py [--only NUMBER ...]

Each is an exact change of the text of the program, made in a copy of it. The check that is named for it must pass without it
and fail with it. Prints a table; exits with 1 when one is not caught, cannot be planted any more, or its check fails anyway.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

TREE = Path(__file__).parents[2]
LONGEST = 300


class Planted(NamedTuple):
    """A bug, the file that it is in, what stands there and what is to stand there, and the arguments of the check."""

    name: str
    file: str
    changes: tuple[tuple[str, str], ...]
    check: tuple[str, ...]


def script(name: str, *scenarios: str) -> tuple[str, ...]:
    return (f"tests/torture/{name}.py", "--quick", "--only", *scenarios)


def suite(*tests: str) -> tuple[str, ...]:
    return ("-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests)


STORE, FILES, CONNECTION = "storage/store.py", "files.py", "storage/connection.py"
BUGS = (
    Planted(
        "acknowledged before COMMIT: only every third step is committed",
        STORE,
        (
            (
                '            self._db.execute("BEGIN IMMEDIATE")\n            try:\n                if self._pragma("data',
                '            if not self._db.conn.in_transaction:\n                self._db.execute("BEGIN IMMEDIATE")\n'
                '            try:\n                if self._pragma("data',
            ),
            (
                '                self._db.execute("COMMIT")\n            finally:\n                self._db.rollback()',
                '                if self._last_seq() % 3 == 0:\n                    self._db.execute("COMMIT")\n'
                "            except BaseException:\n                self._db.rollback()\n                raise",
            ),
        ),
        script("kill", "kill while editing"),
    ),
    Planted(
        "no rollback after an error",
        STORE,
        (("            finally:\n                self._db.rollback()", "            finally:\n                pass"),),
        suite("tests/storage/test_store.py"),
    ),
    Planted(
        "an error of the disk in a transaction is passed over",
        STORE,
        (
            (
                "            finally:\n                self._db.rollback()",
                "            except sqlite3.Error:\n                pass\n"
                "            finally:\n                self._db.rollback()",
            ),
        ),
        script("faults", "faults in editing"),
    ),
    Planted(
        "journal entry in a transaction of its own",
        STORE,
        (
            (
                "            entry = self._enter(kind, ref, who, change.label, steps, {step",
                '            self._db.execute("COMMIT")\n            self._db.execute("BEGIN IMMEDIATE")\n'
                "            entry = self._enter(kind, ref, who, change.label, steps, {step",
            ),
        ),
        script("power", "power cut while editing"),
    ),
    Planted(
        "synchronous = OFF",
        CONNECTION,
        (('"synchronous": "EXTRA"', '"synchronous": "OFF"'),),
        script("power", "power cut while editing"),
    ),
    Planted(
        "cache_spill on",
        CONNECTION,
        (('"cache_spill": "OFF"', '"cache_spill": "ON"'),),
        suite("tests/storage/test_store.py"),
    ),
    Planted(
        "the place of the file is not looked at",
        STORE,
        (("        if not same:\n            raise moved(self.path)", "        del same"),),
        script("moved", "file taken away in the middle of a change"),
    ),
    Planted(
        "data_version is not compared",
        STORE,
        (('            if self._pragma("data_version") != self._data_version:', "            if False:"),) * 1,
        script("moved", "file altered by another program"),
    ),
    Planted(
        "no lock is taken",
        STORE,
        (("None if read_only else Lock.take(path, force)", "None"),),
        script("moved", "second instance, broken locks"),
    ),
    Planted(
        "migration without a transaction",
        STORE,
        (
            (
                "        with self._transaction():\n            counts = self._counts()",
                "        if True:\n            counts = self._counts()",
            ),
        ),
        script("power", "power cut in migrations"),
    ),
    Planted(
        "user_version is set after the transaction",
        STORE,
        (
            (
                "            self._read_all()\n",
                '            self._read_all()\n            self._db.execute(f"PRAGMA user_version = {number}")\n'
                '        self._db.execute(f"PRAGMA user_version = {schema.version()}")\n',
            ),
        ),
        script("power", "power cut in migrations"),
    ),
    Planted(
        "no backup before a migration",
        STORE,
        (("                    before_migration(store)", "                    pass"),),
        script("faults", "faults in migrating"),
    ),
    Planted(
        "a draft is not dropped by the change of its text",
        STORE,
        (("            self._drop_drafts(change.steps)\n", ""),),
        suite("tests/storage/test_keeping.py"),
    ),
    Planted(
        "a draft is dropped before its change is on disk",
        STORE,
        (
            (
                "        with self._transaction():\n            self._follow()\n            self._carry_out(change.steps, forget",
                "        with self._transaction():\n            self._drop_drafts(change.steps)\n"
                "        with self._transaction():\n            self._follow()\n            self._carry_out(change.steps, forget",
            ),
        ),
        script("faults", "faults in drafts", "--runs", "3"),
    ),
    Planted(
        "the digest does not follow a change",
        STORE,
        (("            self._move_digest(owner, difference, sources.get(owner))", "            pass"),),
        script("kill", "kill while editing"),
    ),
    Planted(
        "rows that are not there are written over unnoticed",
        STORE,
        (("rowcount != len(parameters)", "rowcount < -1"),),
        suite("tests/storage/test_store.py", "tests/storage/test_keeping.py"),
    ),
    Planted(
        "a backup is not checked",
        "storage/backups.py",
        (
            (
                "        contents = examine(target)\n        if contents.refusal:\n            raise contents.refusal\n    except",
                "        pass\n    except",
            ),
        ),
        suite("tests/storage/test_backups.py"),
    ),
    Planted(
        "a file gets its name before it is on disk",
        FILES,
        (("        sync(made)\n", ""),),
        script("power", "power cut in exports"),
    ),
    Planted(
        "the name of a copy is not on disk when it is acknowledged",
        FILES,
        (("        sync_folder(target.parent)\n    finally", "    finally"),),
        script("power", "power cut in Save As"),
    ),
    Planted(
        "an export is written in place",
        "formats/__init__.py",
        (("    sweep(target.parent)\n", "    target.write_bytes(data)\n    sweep(target.parent)\n"),),
        script("faults", "faults in exporting"),
    ),
    Planted(
        "settings are written in place",
        "settings.py",
        (("        with placed(path(), replace=True) as made:", "        made = path()\n        if True:"),),
        script("faults", "faults in saving settings"),
    ),
)


def copy(folder: Path) -> None:
    """Lay out a copy of the program, to be changed; tests are taken from the tree."""
    shutil.copytree(TREE / "annotator", folder / "annotator", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("resources", "tests", "packaging", "pyproject.toml", "README.md"):
        (folder / name).symlink_to(TREE / name)


def passes(folder: Path, check: tuple[str, ...]) -> bool:
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, *check], cwd=folder, env=environment, capture_output=True, timeout=LONGEST, check=False)
    return done.returncode == 0


def planted(bug: Planted) -> str:
    """Plant a bug; return what comes of it, in capital letters when that is wrong."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy(folder)
        path = folder / "annotator" / bug.file
        text = path.read_text("utf-8")
        for before, after in bug.changes:
            if before not in text:
                return "CANNOT BE PLANTED"
            text = text.replace(before, after)
        path.write_text(text, "utf-8")
        return "NOT CAUGHT" if passes(folder, bug.check) else "caught"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="only whether all of them can be planted")
    parser.add_argument("--only", nargs="+", type=int, default=range(1, len(BUGS) + 1), metavar="NUMBER")
    args = parser.parse_args()
    chosen = [(number, BUGS[number - 1]) for number in args.only]
    wrong = 0
    sound: dict[tuple[str, ...], bool] = {}
    for number, bug in chosen:
        if args.quick:
            text = (TREE / "annotator" / bug.file).read_text("utf-8")
            outcome = "can be planted" if all(before in text for before, _ in bug.changes) else "CANNOT BE PLANTED"
        else:
            if bug.check not in sound:
                with tempfile.TemporaryDirectory() as name:
                    copy(Path(name))
                    sound[bug.check] = passes(Path(name), bug.check)
            outcome = planted(bug) if sound[bug.check] else "THE CHECK FAILS WITHOUT IT"
        wrong += outcome.isupper()
        how = " ".join(part for part in bug.check if part not in ("--quick", "--only", "-m", "-q", "-x", "-p", "no:cacheprovider"))
        print(f"{number:>2} {bug.name:<66} {outcome:<15} {how}", flush=True)
    print(f"planted bugs: {len(chosen)}, of them wrong: {wrong}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
