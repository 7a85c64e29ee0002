"""Project files to be mistreated, and what is looked at afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database
from torture_review import Calls, calls

from annotator.core.errors import ProjectError
from annotator.project import Project
from annotator.storage import schema

OLDER = Path(__file__).parent / "storage" / "data"
ALL = 1 << 30
"""Entries of a journal: more than there are."""


@contextmanager
def patched(target: object, **values: object) -> Iterator[None]:
    """Break something on purpose."""
    before = {name: getattr(target, name) for name in values}
    for name, value in values.items():
        setattr(target, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(target, name, value)


def older(path: Path, number: int, turns: int) -> None:
    """Write a project as version `number` of the program did, with so many turns more than the stored one."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((OLDER / f"version_{number}.sql").read_text("utf-8"))
        names = [row[1] for row in connection.execute("PRAGMA table_info(turns)")]
        chosen = ", ".join({"id": "id + 1000 + n", "rank": "rank + 1000 + n"}.get(name, name) for name in names)
        connection.execute(
            f"""WITH RECURSIVE more (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM more WHERE n + 1 < ?)
            INSERT INTO turns ({", ".join(names)}) SELECT {chosen} FROM (SELECT * FROM turns ORDER BY id LIMIT 1), more""",
            (turns,),
        )
        connection.commit()


def whole(path: Path) -> list[str]:
    """Say what SQLite finds wrong in a file; what a killed program has left half done is taken back."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    return [] if found == "ok" else [f"corrupt: {found}"]


def version_of(path: Path) -> int | None:
    """Return the version whose tables a file has and says that it has; None when these differ."""
    with closing(sqlite3.connect(path)) as connection:
        told = int(connection.execute("PRAGMA user_version").fetchone()[0])
        found = schema.objects(Database(connection, execute_plugins=False))
    return told if 1 <= told <= schema.version() and found == schema.expected(told) else None


def left(folder: Path, *known: str) -> list[str]:
    """Say which files lie about that should not."""
    others = sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file() and p.name not in known)
    return [f"left lying about: {', '.join(others)}"] if others else []


def content(path: Path) -> tuple[Calls, int]:
    """Return the calls of a project, and how many entries its journal has; all digests must be right."""
    with Project.open(path) as project:
        assert not list(project.verify()), "digests"
        return calls(project), len(project.history(ALL))


class Known:
    """Tells which step a project stands at. What is the same in two files is compared once: most states are one of few."""

    def __init__(self, steps: Sequence[Calls], entries: int):
        """`steps` are the contents after 0, 1, 2 … entries of the journal more than `entries`."""
        self._steps = steps
        self._entries = entries
        self._known: dict[bytes, tuple[int, list[str]]] = {}

    def check(self, path: Path, acknowledged: int, unsure: int = 1) -> list[str]:
        """Open a project; say what is broken. Up to `unsure` steps after the acknowledged ones may be there or not."""
        try:
            Project.open(path).close()
            key = _without_counters(path.read_bytes())
            if key not in self._known:
                found, entries = content(path)
                number = entries - self._entries
                wrong = whole(path)
                if not 0 <= number < len(self._steps) or found != self._steps[number]:
                    wrong.append("the content is not that after any step")
                self._known[key] = number, wrong
        except (ProjectError, AssertionError) as error:
            return [f"{type(error).__name__}: {error}"]
        number, wrong = self._known[key]
        if number < acknowledged:
            return [*wrong, f"{acknowledged - number} acknowledged steps are lost"]
        return [*wrong, "there is more than was done"] if number > acknowledged + unsure else wrong


def _without_counters(data: bytes) -> bytes:
    """Leave out what SQLite counts up with each transaction, whatever it writes."""
    return data[:24] + data[28:92] + data[100:]
