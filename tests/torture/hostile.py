"""Project files made to do harm, opened: python tests/torture/hostile.py [--one NAME] [--strace]

Each is refused by a ProjectError of the right kind, or is harmless and works. Nothing in it runs: no byte of a refused file
changes, none of a file beside or outside, nothing outside is opened, no socket. --strace looks at what SQLite itself opens, too.
Exits with 1 when a case is broken.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import torture_workers
from torture_project import everything, use

from annotator.core.errors import AnnotatorError, ProjectError
from annotator.project import Project

WORKS = "works"
MAGIC = bytes.fromhex("d9d505f920a163d7")
"""What a journal of SQLite begins with, and what the name of a super-journal at its end is followed by."""

Make = Callable[[Path, Path], None]
"""Puts a case at the first path; the second is a file elsewhere that must stay as it is."""


class Skip(Exception):
    """This system or this SQLite has no such thing."""


CASES: dict[str, tuple[Make, frozenset[str]]] = {}


def case(name: str, make: Make, *expected: str) -> None:
    assert name not in CASES, name
    CASES[name] = (make, frozenset(expected or ("Hostile",)))


def _statements(*statements: str) -> Make:
    """Return what runs SQL on a good project, as its owner could with any tool."""

    def make(path: Path, _outside: Path) -> None:
        with sqlite3.connect(path, isolation_level=None) as db:
            for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON", "writable_schema = ON"):
                db.execute(f"PRAGMA {pragma}")
            for statement in statements:
                try:
                    db.execute(statement)
                except sqlite3.OperationalError as error:
                    if "no such module" in str(error) or "no such function" in str(error):
                        raise Skip(str(error)) from None
                    raise
        db.close()

    return make


def _defined(table: str, old: str, new: str) -> Make:
    """Return what alters the text of a definition, and nothing else."""
    return _statements(f"UPDATE sqlite_schema SET sql = replace(sql, {_quoted(old)}, {_quoted(new)}) WHERE name = {_quoted(table)}")


def _row(kind: str, name: str, table: str, sql: str | None, root: int = 0) -> Make:
    """Return what adds a row to the schema as it is."""
    values = f"{_quoted(kind)}, {_quoted(name)}, {_quoted(table)}, {root}, {'NULL' if sql is None else _quoted(sql)}"
    return _statements(f"INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ({values})")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _bytes(change: Callable[[bytearray], object]) -> Make:
    def make(path: Path, _outside: Path) -> None:
        data = bytearray(path.read_bytes())
        change(data)
        path.write_bytes(data)

    return make


def _put(at: int, value: bytes) -> Make:
    def change(data: bytearray) -> None:
        data[at : at + len(value)] = value

    return _bytes(change)


def _both(*makes: Make) -> Make:
    def make(path: Path, outside: Path) -> None:
        for part in makes:
            part(path, outside)

    return make


_ENDLESS = "WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id"
_HARM = "DELETE FROM journal; UPDATE meta SET value = 'harm'"

# ---------------------------------------------------------------------- triggers

for n, when in enumerate(
    (
        *("AFTER UPDATE ON turns", "BEFORE UPDATE OF text ON turns", "AFTER INSERT ON journal", "BEFORE INSERT ON journal"),
        *(
            "AFTER DELETE ON turns",
            "AFTER INSERT ON meta",
            "AFTER UPDATE ON meta",
            "AFTER INSERT ON touched",
            "AFTER DELETE ON drafts",
        ),
    )
):
    case(f"trigger {when}", _statements(f"CREATE TRIGGER evil{n} {when} BEGIN {_HARM}; END"))
case(
    "trigger that calls load_extension",
    _statements("CREATE TRIGGER evil AFTER INSERT ON journal WHEN load_extension('/harm/x.so') BEGIN SELECT 1; END"),
)
case(
    "trigger that fires itself",
    _statements("CREATE TRIGGER evil AFTER UPDATE ON meta BEGIN UPDATE meta SET value = value || 'x'; END"),
)
case("trigger called like a table", _statements("CREATE TRIGGER turns AFTER UPDATE ON turns BEGIN DELETE FROM journal; END"))
case(
    "trigger on a view",
    _statements("CREATE VIEW v AS SELECT * FROM meta", "CREATE TRIGGER evil INSTEAD OF UPDATE ON v BEGIN DELETE FROM journal; END"),
)
case("trigger that raises", _statements("CREATE TRIGGER evil BEFORE INSERT ON journal BEGIN SELECT RAISE(ROLLBACK, 'no'); END"))

# ---------------------------------------------------------------------- views and virtual tables

case("a view more", _statements("CREATE VIEW evil AS SELECT * FROM turns"))
for table, columns in (("allowed", "'x' text"), ("topics", "'x' name"), ("journal", "id seq"), ("transcripts", "'x' name, 0 done")):
    view = f"CREATE VIEW {table} AS {_ENDLESS}, {columns} FROM n"
    case(f"endless view instead of {table}", _statements(f"DROP TABLE {table}", view))
case("view that refers to itself", _row("view", "evil", "evil", "CREATE VIEW evil AS SELECT * FROM evil"))
for module in (
    *("fts5 (x)", "fts4 (x)", "fts3 (x)", "rtree (id, a, b)", "dbstat", "fts5vocab (evil, 'row')"),
    *("fts5 (x, content=turns)", "fts4aux (evil)", "rtree_i32 (id, a, b)"),
):
    case(f"virtual table {module}", _statements(f"CREATE VIRTUAL TABLE evil USING {module}"))
case("virtual table csv", _row("table", "evil", "evil", "CREATE VIRTUAL TABLE evil USING csv (filename='/harm/table.csv')"))
case(
    "virtual table instead of turns",
    _both(
        _statements("DROP TABLE turns"),
        _row("table", "turns", "turns", "CREATE VIRTUAL TABLE turns USING fts5 (transcript_id, id)"),
    ),
)

# ---------------------------------------------------------------------- tables, columns and indexes that differ

case("a table more", _statements("CREATE TABLE evil (x)"))
case("a table of 2,000 columns", _statements(f"CREATE TABLE evil ({', '.join(f'c{n}' for n in range(2000))})"))
case("a column more", _statements("ALTER TABLE meta ADD COLUMN evil TEXT"))
case("generated column", _statements("ALTER TABLE turns ADD COLUMN evil TEXT AS (upper(text)) VIRTUAL"))
case("stored generated column", _defined("meta", "value TEXT NOT NULL", "value TEXT NOT NULL, evil TEXT AS (hex(value)) STORED"))
case("renamed column", _statements("ALTER TABLE turns RENAME COLUMN comment TO komment"))
case("renamed table", _statements("ALTER TABLE allowed RENAME TO allowed2"))
case("name in other case", _statements("UPDATE sqlite_schema SET name = 'TURNS', tbl_name = 'TURNS' WHERE name = 'turns'"))
case("definition in other case", _defined("turns", "CREATE TABLE turns", "CREATE TABLE TURNS"))
case("definition with a comment", _defined("meta", "STRICT", "STRICT -- evil"))
case("expression index", _statements("CREATE INDEX evil ON turns (lower(text))"))
case("partial index", _statements("CREATE INDEX evil ON turns (text) WHERE length(text) > 3"))
case("unique index", _statements("CREATE UNIQUE INDEX evil ON journal (label, seq)"))
case(
    "index with an unknown collation",
    _row("index", "evil", "meta", "CREATE INDEX evil ON meta (value COLLATE harm)", 3),
    "Hostile",
    "Damaged",
)
case("index without a page", _row("index", "evil", "meta", "CREATE INDEX evil ON meta (value)"))
case(
    "CHECK that calls a function",
    _defined("meta", "value TEXT NOT NULL", "value TEXT NOT NULL CHECK (load_extension('/harm/x') IS NULL)"),
)
case(
    "CHECK with endless work", _defined("meta", "value TEXT NOT NULL", "value TEXT NOT NULL CHECK (length(hex(zeroblob(1e9))) > 0)")
)
case(
    "CHECK nested deep",
    _defined("meta", "value TEXT NOT NULL", f"value TEXT NOT NULL CHECK ({'(' * 900}1{')' * 900})"),
    "Hostile",
    "Damaged",
)
case("CHECK with a long sum", _defined("meta", "value TEXT NOT NULL", f"value TEXT NOT NULL CHECK ({'+'.join('1' * 900)})"))
case("CHECK dropped", _defined("role_words", " CHECK (side IN ('agent', 'client', ''))", ""))
case(
    "DEFAULT that calls a function",
    _defined("meta", "value TEXT NOT NULL", "value TEXT NOT NULL DEFAULT (load_extension('/harm/x'))"),
)
case("collation of a column", _defined("meta", "key TEXT", "key TEXT COLLATE NOCASE"))
case("not STRICT", _defined("meta", ") STRICT", ")"))
case("with rowid", _defined("activity", "STRICT, WITHOUT ROWID", "STRICT"))
case("foreign key that cascades", _defined("turns", "DEFERRABLE", "ON DELETE CASCADE DEFERRABLE"))
case("foreign key dropped", _defined("speakers", "REFERENCES transcripts (id) DEFERRABLE INITIALLY DEFERRED", ""))
case("no AUTOINCREMENT", _defined("journal", "AUTOINCREMENT", ""))
case("ON CONFLICT REPLACE", _defined("meta", "key TEXT PRIMARY KEY", "key TEXT PRIMARY KEY ON CONFLICT REPLACE"))
case("statistics", _statements("ANALYZE"))
case("statistics that lie", _statements("ANALYZE", "UPDATE sqlite_stat1 SET stat = '1 1 1 1 1 1 1 1 1'"))
case("table dropped", _statements("DROP TABLE allowed"), "Damaged")

# ---------------------------------------------------------------------- rows of the schema that no statement makes

case("schema row of no kind", _row("harm", "evil", "evil", None), "Hostile", "Damaged")
case("schema row without SQL", _row("table", "evil", "evil", None, 2), "Hostile", "Damaged")
case("schema row that is no CREATE", _row("table", "evil", "evil", "SELECT load_extension('/harm/x')"), "Damaged")
case(
    "schema row of a system name",
    _row("table", "sqlite_evil", "sqlite_evil", "CREATE TABLE sqlite_evil (x)", 2),
    "Hostile",
    "Damaged",
)
case(
    "schema row of 2 MB",
    _row("table", "evil", "evil", f"CREATE TABLE evil (x /* {'x' * (2 << 20)} */)", 2),
    "Hostile",
    "Damaged",
    "TooLarge",
)
case(
    "schema row twice",
    _statements("INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'meta'"),
    "Damaged",
    "Hostile",
)
case(
    "schema with a number for a name",
    _statements("UPDATE sqlite_schema SET name = 7, tbl_name = 7 WHERE name = 'meta'"),
    "Damaged",
    "Hostile",
)
case(
    "schema with bytes for SQL",
    _statements("UPDATE sqlite_schema SET sql = CAST(x'ff00' AS TEXT) WHERE name = 'meta'"),
    "Damaged",
    "Hostile",
)
case("temporary names", _row("table", "temp.evil", "temp.evil", 'CREATE TABLE "temp.evil" (x)', 2), "Hostile", "Damaged")
for table, root in (("meta", 0), ("meta", 1), ("meta", 99999), ("turns", 2), ("journal", -1)):
    case(
        f"root page of {table} is {root}",
        _statements(f"UPDATE sqlite_schema SET rootpage = {root} WHERE name = '{table}'"),
        "Damaged",
    )
case(
    "two tables share a page",
    _statements(
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'allowed') WHERE name = 'meta'"
    ),
    "Damaged",
)
case("counter at its end", _statements("UPDATE sqlite_sequence SET seq = 9223372036854775807"), "Damaged")
case("counter of another table", _statements("INSERT INTO sqlite_sequence VALUES ('evil', 1)"), "Damaged", WORKS)
case("counter that is text", _statements("UPDATE sqlite_sequence SET seq = 'evil'"), "Damaged", WORKS)

# ---------------------------------------------------------------------- kinds of files


def _rebuilt(*pragmas: str) -> Make:
    def make(path: Path, _outside: Path) -> None:
        with sqlite3.connect(path, isolation_level=None) as db:
            for pragma in pragmas:
                db.execute(f"PRAGMA {pragma}")
            db.execute("VACUUM")
        db.close()

    return make


def _in_utf_16(path: Path, _outside: Path) -> None:
    with sqlite3.connect(path) as db:
        dump = "\n".join(db.iterdump())
        number = db.execute("PRAGMA user_version").fetchone()[0]
        program = db.execute("PRAGMA application_id").fetchone()[0]
    db.close()
    path.unlink()
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA encoding = 'UTF-16le'")
    db.executescript(dump)
    db.execute(f"PRAGMA user_version = {number}")
    db.execute(f"PRAGMA application_id = {program}")
    db.close()


def _sparse(path: Path, _outside: Path) -> None:
    try:
        os.truncate(path, 1 << 40)
    except OSError as error:
        raise Skip(str(error)) from None


def _special(make: Callable[[Path, Path], object]) -> Make:
    """Return what puts something that is no file in the place of the project."""

    def put(path: Path, outside: Path) -> None:
        path.unlink()
        try:
            make(path, outside)
        except (AttributeError, OSError, NotImplementedError) as error:
            raise Skip(str(error)) from None

    return put


def _listening(path: Path, _outside: Path) -> None:
    server = socket.socket(socket.AF_UNIX)
    server.bind(os.path.relpath(path))
    server.close()


def _linked(path: Path, _outside: Path) -> None:
    real = path.with_name("real.annotator")
    path.rename(real)
    path.symlink_to(real)


for size in (512, 1024, 8192, 16384, 32768, 65536):
    case(f"pages of {size} bytes", _rebuilt(f"page_size = {size}"), WORKS, "Unsupported")
case("self-vacuuming", _rebuilt("auto_vacuum = FULL"), WORKS, "Unsupported")
case("incrementally vacuuming", _rebuilt("auto_vacuum = INCREMENTAL"), WORKS, "Unsupported")
case("UTF-16", _in_utf_16, "Unsupported")
case("UTF-16 told by the header only", _put(56, (2).to_bytes(4, "big")), "Unsupported", "Damaged")
case("write-ahead log", _put(18, b"\2\2"), "Unsupported")
case("written by a later format", _put(18, b"\3\1"), "Unsupported")
case("reserved bytes", _put(20, b"\40"), "Damaged", "Unsupported")
case("header of zeros after the version", _put(72, bytes(28)), WORKS, "Damaged")
case("made by a newer version", _put(60, (99).to_bytes(4, "big")), "TooNew")
case("made by version 0", _put(60, bytes(4)), "Damaged")
case("called an older version", _put(60, (2).to_bytes(4, "big")), "Hostile")
case("another program's", _put(68, b"evil"), "NotAProject")
case("archive at the end", _bytes(lambda data: data.extend(b"PK\5\6" + bytes(18))), WORKS, "Damaged")
case("web page at the end", _bytes(lambda data: data.extend(b"<script>harm()</script>".ljust(4096))), WORKS, "Damaged")
case("a terabyte of nothing", _sparse, "Damaged", WORKS, "TooLarge")
case("folder", _special(lambda path, _: path.mkdir()), "Unsupported", "ProjectError", "IoFailure", "NotAProject")
case("pipe", _special(lambda path, _: os.mkfifo(path)), "Unsupported")
case("socket", _special(_listening), "Unsupported", "IoFailure")
case("link to a device", _special(lambda path, _: path.symlink_to("/dev/zero")), "Unsupported")
case(
    "link to the memory of the process",
    _special(lambda path, _: path.symlink_to("/proc/self/mem")),
    "NotAProject",
    "IoFailure",
    "Unsupported",
)
case("link to nothing", _special(lambda path, outside: path.symlink_to(outside.parent / "nothing")), "ProjectError")
case("link to itself", _special(lambda path, _: path.symlink_to(path)), "ProjectError", "IoFailure")
case("link to a file that is no project", _special(lambda path, outside: path.symlink_to(outside)), "NotAProject")
case("link to a project", _linked, WORKS)

# ---------------------------------------------------------------------- files beside


def _beside(suffix: str, content: Callable[[Path], bytes]) -> Make:
    def make(path: Path, outside: Path) -> None:
        path.with_name(path.name + suffix).write_bytes(content(outside))

    return make


def _journal(path: Path) -> bytes:
    """Return a journal that brings the project back to what it is: as a killed program leaves it, in the middle of a write."""
    data, nonce = path.read_bytes(), 7
    pages = [data[at : at + 4096] for at in range(0, len(data), 4096)]
    head = MAGIC + b"".join(n.to_bytes(4, "big") for n in (len(pages), nonce, len(pages), 512, 4096))
    records = [head.ljust(512, b"\0")]
    for number, page in enumerate(pages, 1):
        check = (nonce + sum(page[at] for at in range(4096 - 200, 0, -200))) & 0xFFFFFFFF
        records += [number.to_bytes(4, "big"), page, check.to_bytes(4, "big")]
    return b"".join(records)


def _naming(name: bytes) -> bytes:
    """Return what names a super-journal at the end of a journal: SQLite reads that file, and deletes it when it is done."""
    lock_page = 0x40000000 // 4096 + 1
    check = sum(byte if byte < 128 else byte - 256 for byte in name) & 0xFFFFFFFF
    return lock_page.to_bytes(4, "big") + name + len(name).to_bytes(4, "big") + check.to_bytes(4, "big") + MAGIC


def _with_journal(tail: Callable[[Path], bytes]) -> Make:
    def make(path: Path, outside: Path) -> None:
        path.with_name(path.name + "-journal").write_bytes(_journal(path) + tail(outside))

    return make


def _with_log(path: Path, _outside: Path) -> None:
    """Leave a write-ahead log that adds a trigger, beside a file that says it has none."""
    work = path.with_name("work.annotator")
    shutil.copy(path, work)
    db = sqlite3.connect(work, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA wal_autocheckpoint = 0")
    db.execute("CREATE TRIGGER evil AFTER INSERT ON journal BEGIN DELETE FROM turns; END")
    shutil.copy(work, path)
    shutil.copy(f"{work}-wal", f"{path}-wal")
    db.close()
    for left in path.parent.glob("work.annotator*"):
        left.unlink()
    _put(18, b"\1\1")(path, _outside)


def _link_beside(suffix: str) -> Make:
    return lambda path, outside: path.with_name(path.name + suffix).symlink_to(outside)


def _folder_beside(suffix: str) -> Make:
    return lambda path, _outside: path.with_name(path.name + suffix).mkdir()


case("journal of a killed program", _with_journal(lambda _: b""), WORKS)
case("journal that names a file to be deleted", _with_journal(lambda outside: _naming(bytes(outside))), "Hostile")
case("journal that names a file that is not there", _with_journal(lambda outside: _naming(bytes(outside) + b"?")), "Hostile")
case("journal that brings in a trigger", lambda path, outside: _journal_with_trigger(path, outside), "Hostile")
case("journal of zeros", _beside("-journal", lambda _: bytes(5000)), WORKS, "Damaged")
case("journal that is empty", _beside("-journal", lambda _: b""), WORKS)
case("journal of garbage", _beside("-journal", lambda _: MAGIC + b"\xff" * 5000), WORKS, "Damaged", "Hostile")
case("journal that is a folder", _folder_beside("-journal"), WORKS, "IoFailure", "Damaged", "Unsupported", "Hostile")
case("journal that is a link", _link_beside("-journal"), WORKS, "IoFailure", "Unsupported", "Hostile")
case("log that brings in a trigger", _with_log, "Hostile", "Unsupported")
case("log of garbage", _beside("-wal", lambda _: b"\xff" * 5000), WORKS, "Hostile", "Unsupported")
case("log that is a link", _link_beside("-wal"), WORKS, "Hostile", "Unsupported", "IoFailure")
case("shared memory of garbage", _beside("-shm", lambda _: b"\xff" * 40000), WORKS, "Hostile", "Unsupported")
case("lock that is a link", _link_beside(".lock"), WORKS, "InUse", "Unsupported", "ReadOnly", "IoFailure")
case("lock that is a folder", _folder_beside(".lock"), WORKS, "InUse", "Unsupported", "ReadOnly", "IoFailure")
case("lock of garbage", _beside(".lock", lambda _: b"\xff" * 5000), WORKS, "InUse")
case("lock of deep JSON", _beside(".lock", lambda _: b"[" * 100_000), WORKS, "InUse")


def _journal_with_trigger(path: Path, outside: Path) -> None:
    good = path.read_bytes()
    _statements(f"CREATE TRIGGER evil AFTER UPDATE ON turns BEGIN {_HARM}; END")(path, outside)
    journal = _journal(path)
    path.write_bytes(good)
    path.with_name(path.name + "-journal").write_bytes(journal)


# ---------------------------------------------------------------------- trying them

RECOVERED = frozenset({"journal that brings in a trigger"})
"""Cases in which SQLite takes back what a killed program has begun before anything can be looked at: the file is written to."""


class Watch:
    """What the interpreter does while a case is tried, told by its audit events."""

    _OPENS = frozenset(
        {"open", "os.remove", "os.rename", "os.truncate", "os.link", "os.symlink", "os.mkdir", "os.chmod", "shutil.copyfile"}
    )

    def __init__(self) -> None:
        self.box: Path | None = None
        self.project = ""
        self.seen: list[str] = []
        own = (sys.prefix, sys.base_prefix, Path(__file__).parents[2], "/usr/share/zoneinfo", f"/proc/{os.getpid()}/stat")
        self._allowed = tuple(map(os.path.realpath, own))
        sys.addaudithook(self._hear)

    def _hear(self, event: str, values: tuple[Any, ...]) -> None:
        if self.box is None:
            return
        if event.startswith(("socket.", "subprocess.", "os.exec", "os.system", "os.fork", "ctypes.dlopen")):
            self.seen.append(event)
        elif event in self._OPENS and isinstance(values[0], str | bytes | os.PathLike):
            path = Path(os.fsdecode(values[0]))
            # A link that is not followed is a place like others.
            unfollowed = event == "open" and values[2] & getattr(os, "O_NOFOLLOW", 0)
            place = str(path.parent.resolve() / path.name) if unfollowed else os.path.realpath(path)
            if not place.startswith((str(self.box), *self._allowed)) and place != self.project:
                self.seen.append(f"{event} {place}")


def attempt(name: str, good: bytes, folder: Path, watch: Watch) -> tuple[str, bool]:
    """Make a case, open it; return the outcome and whether it is another than was promised."""
    shutil.rmtree(folder, ignore_errors=True)
    box, outside = folder / "box", folder / "outside" / "file"
    box.mkdir(parents=True)
    outside.parent.mkdir()
    outside.write_bytes(b"must stay")
    path = box / "project.annotator"
    path.write_bytes(good)
    make, expected = CASES[name]
    try:
        make(path, outside)
    except Skip as reason:
        return f"skipped ({reason})", False
    before = _state(box)
    watch.seen.clear()
    watch.box, watch.project = box, os.path.realpath(path)
    try:
        with Project.open(path) as project:
            use(project)
        outcome = WORKS
    except ProjectError as error:
        outcome = type(error).__name__
    except AnnotatorError as error:
        outcome = f"opened, then {type(error).__name__}"
    except BaseException as error:
        outcome = f"uncaught {type(error).__name__}: {error}"
    finally:
        watch.box = None
    if outcome not in expected:
        return f"{outcome}, not {' or '.join(sorted(expected))}", True
    if watch.seen:
        return f"{outcome}, but {watch.seen[:3]}", True
    if _state(outside.parent) != {"file": b"must stay"}:
        return f"{outcome}, but a file outside was altered", True
    if outcome != WORKS and name not in RECOVERED and (after := _state(box)) != before:
        changed = sorted(n for n in before.keys() | after.keys() if before.get(n) != after.get(n))
        return f"{outcome}, but altered {changed}", True
    return outcome, False


def _state(folder: Path) -> dict[str, bytes | str]:
    """Return what is in a folder: the content of files, the kind of everything else."""
    found: dict[str, bytes | str] = {}
    for entry in folder.iterdir():
        if entry.is_symlink():
            found[entry.name] = f"link to {entry.readlink()}"
        elif entry.is_file():
            sparse = entry.stat().st_size > 1 << 30
            found[entry.name] = f"{entry.stat().st_size} {entry.stat().st_mtime_ns}" if sparse else entry.read_bytes()
        else:
            found[entry.name] = "no file"
    return found


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--one", choices=CASES)
    parser.add_argument("--strace", action="store_true")
    parser.add_argument("--cases", type=int, nargs=2)
    args = parser.parse_args(argv)
    with torture_workers.folder() as name:
        folder = Path(name).resolve()
        if args.one is not None or args.cases is not None:
            os.environ["ANNOTATOR_CONFIG_DIR"] = str(folder / "config")
            everything(folder / "good.annotator")
            good = (folder / "good.annotator").read_bytes()
            names, watch = list(CASES), Watch()
            if args.one is not None:
                print(attempt(args.one, good, folder / "case", watch))
                return 0

            def work(number: int) -> tuple[str, str, bool]:
                return (names[number], *attempt(names[number], good, folder / "case", watch))

            torture_workers.serve(range(*args.cases), work)
            return 0
        clean = torture_workers.figures("hostile projects", torture_workers.run(Path(__file__), (), len(CASES)))
        if args.strace:
            clean = _traced(folder) and clean
        return 0 if clean else 1


def _traced(folder: Path) -> bool:
    """Do all cases under strace: what the system was asked to open, whoever asked."""
    log = folder / "trace"
    calls = "trace=open,openat,creat,connect,socket,unlink,unlinkat,rename,renameat2,execve"
    command = ["strace", "-f", "-qq", "-o", str(log), "-e", calls, sys.executable, __file__, "--cases", "0", str(len(CASES))]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    text = log.read_text(errors="replace")
    bad = [line for line in text.splitlines() if re.search(r"AF_INET|/harm", line)]
    print(
        f"hostile projects under strace: {len(text.splitlines())} calls, {len(bad)} that must not be",
        *bad[:5],
        sep="\n  ",
        flush=True,
    )
    return not bad


if __name__ == "__main__":
    sys.exit(main())
