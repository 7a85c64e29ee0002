"""Damaged and nonsensical project files, opened and used: python tests/torture/mutate.py [--runs N] [--seed S] [--window N]

What is opened either works or says what is wrong in a ProjectError, then and later; a file that is refused is not altered by a
byte and nothing is left beside it. With --window that many are opened in the window as well (offscreen). Exits with 1 when a
case is broken; `--one N` does case N alone, in this process, and keeps its file.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import torture_workers
from torture_project import everything, use

from annotator.core.errors import AnnotatorError, ProjectError
from annotator.project import Project

SLOWEST = 1.0
"""Seconds of work in which a file is opened or refused; one of 64 MB may take twice as long."""
WRITTEN = 10**18
"""When a file was written last, in nanoseconds."""
OLDER = sorted((Path(__file__).parents[1] / "storage" / "data").glob("version_*.sql"))
PAGE = 4096
SQL_TYPES = (" TEXT", " INTEGER", " REAL", " BLOB")
NUMBERS = (-1, 0, 1, 2, 3, 7, 2**31, 2**53 + 1, 2**63 - 1, -(2**63), -0.0, 0.5, 1e308, float("inf"), float("-inf"), float("nan"))
TEXTS = (
    *(
        "",
        " ",
        "\0",
        "a\0b",
        "x" * 70_000,
        "<img src=x>",
        "\u202eabc",
        "9" * 5000,
        "2026-01-01",
        "2026-01-01T00:00:00",
        "0001-01-01",
    ),
    *(
        "9999-12-31T23:59:59+00:00",
        "0001-01-01T00:00:00+14:00",
        "do",
        "undo",
        "redo",
        "purge",
        "redact",
        "agent",
        "accepted",
        "SPK00",
        "#zz",
    ),
    *(
        "{",
        "[]",
        "{}",
        "null",
        "7",
        "[1, 2, 999]",
        '["x"]',
        "[[1, 0, 1]]",
        "[[1, 0]]",
        "[[1, 0, 99999]]",
        "[[0, 0, 0]]",
        "[[1.5, 0, 1]]",
    ),
    *('[["1", "0", "1"]]', "[[true, false, true]]", "[NaN]", "[1e400]", "[[1, -1, 1]]", "[[]]", '[{"a": 1}]', "[" * 5000, "[null]"),
    *('["Edit turn {number}", {}]', '["{n:>99999999999}", {"n": 1}]', '["{n.__class__}", {"n": 1}]', '["{", {}]', '["{0}", {}]'),
    *(
        '["x", {"x y": 1}]',
        '["x", {"text": 1}]',
        '["x", []]',
        '["x"]',
        "[7, {}]",
        '["{n}", {"n": ["{m}", {}]}]',
        '["{n}", {"n": 1e999}]',
    ),
    *('["{n}", {"n": null}]', '["{n}", {"n": {"a": 1}}]', '["{n!r:}", {"n": "x"}]', '["{n[0]}", {"n": "x"}]', '["\\ud800", {}]'),
    *('{"transcript": 99, "turn": "x"}', '{"ids": 7}', '{"ids": [{}]}', '{"words": [1, null]}', '{"words": 5}', '{"filter": 7}'),
    *('{"transcript": 1, "turn": 99, "filter": {"text": 7, "speaker": [], "topic": "x"}, "finding": {}}',),
    *('{"annotator_rules": 1, "sets": 7}', '{"annotator_rules": 1, "sets": [{"name": "x", "rules": [{}]}]}'),
)
BLOBS = (b"", b"x", b"\xff\xfe\x00\xd8", bytes(256), b"\x78\x9c\x03\x00\x00\x00\x00\x01")
STATEMENTS = (
    "UPDATE topics SET parent_id = id",
    "UPDATE topics SET parent_id = 3 - id",
    "UPDATE topics SET parent_id = 99",
    "UPDATE topics SET rank = 9e999",
    "UPDATE turns SET rank = 1",
    "UPDATE turns SET rank = -9e999 WHERE id > 2",
    "UPDATE turns SET id = 9223372036854775807 WHERE id = 2",
    "UPDATE turns SET id = -id",
    "UPDATE turns SET start_ms = -5, end_ms = 9223372036854775807",
    "UPDATE turns SET speaker_id = 'nobody'",
    "UPDATE turns SET hidden = 2, reviewed = -1",
    "UPDATE turns SET hidden = 1",
    "UPDATE turns SET text = ''",
    "UPDATE turns SET topics = '[1, 1, 99, -1]'",
    "UPDATE turns SET topics = '[1.0, true]'",
    "UPDATE turns SET topics = '[\"1\"]'",
    "UPDATE turns SET sources = '[[1, 0, 0]]'",
    "UPDATE turns SET sources = (SELECT group_concat(sources) FROM turns)",
    "UPDATE turns SET text = CAST(x'eda080' AS TEXT)",
    "UPDATE turns SET comment = CAST(x'ff41' AS TEXT)",
    "DELETE FROM turns",
    "DELETE FROM speakers",
    "DELETE FROM sources",
    "DELETE FROM source_turns",
    "DELETE FROM transcripts",
    "DELETE FROM transcripts WHERE id = 2",
    "DELETE FROM topics WHERE id = 1",
    "DELETE FROM meta",
    "DELETE FROM journal WHERE seq % 2",
    "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
    "DELETE FROM journal",
    "INSERT INTO transcripts VALUES (77, 'nothing in it', 0)",
    "INSERT INTO transcripts VALUES (-9223372036854775808, 'first', 0)",
    "INSERT INTO transcripts VALUES (9223372036854775807, 'last', 0)",
    "INSERT INTO speakers SELECT 77, id, name, role, rank, colour FROM speakers",
    "UPDATE transcripts SET id = id + 1000",
    "UPDATE transcripts SET name = '../../etc/passwd'",
    "UPDATE speakers SET id = id || '\n', name = CAST(x'c3' AS TEXT)",
    "UPDATE speakers SET rank = 9e999, colour = 'url(file:///etc/passwd)'",
    "UPDATE sources SET data = zeroblob(1000000), encoding = 'zlib'",
    "UPDATE sources SET encoding = 'utf-7', format = 'pairs'",
    "UPDATE sources SET encoding = 'idna', format = '../../x'",
    "UPDATE sources SET encoding = 'utf-16'",
    "UPDATE sources SET name = ''",
    "UPDATE source_turns SET number = number + 1 WHERE number > 3",
    "UPDATE source_turns SET text = text || char(0) || text",
    "UPDATE source_turns SET speaker_id = NULL, start_ms = -9223372036854775808",
    "UPDATE decisions SET confidence = 9e999, seconds = -9e999",
    "UPDATE decisions SET verdict = 'maybe', detector = 'none', kind = 'none'",
    "UPDATE decisions SET removed = '[[99, 0, 1]]'",
    "UPDATE decisions SET removed = '[[1, 5, 2]]'",
    "UPDATE activity SET seconds = 9e999",
    "UPDATE activity SET seconds = -1e308",
    "UPDATE activity SET day = 'never', transcript_id = -1",
    "UPDATE learned SET at = 'x'",
    "UPDATE learned SET data = zeroblob(1000000)",
    "UPDATE journal SET ref = seq",
    "UPDATE journal SET ref = NULL",
    "UPDATE journal SET kind = 'do'",
    "UPDATE journal SET kind = 'undo'",
    "UPDATE journal SET kind = 'redo', ref = 1",
    "UPDATE journal SET steps = NULL",
    "UPDATE journal SET steps = (SELECT steps FROM journal WHERE seq = 1)",
    "UPDATE journal SET steps = (SELECT steps FROM journal j WHERE j.seq = journal.seq + 1) WHERE kind = 'do'",
    "UPDATE journal SET seq = 9223372036854775807 WHERE seq = (SELECT max(seq) FROM journal)",
    "UPDATE journal SET seq = -seq",
    "UPDATE journal SET at = '2026-01-01'",
    "UPDATE journal SET who = CAST(x'ff' AS TEXT)",
    "UPDATE sqlite_sequence SET seq = 9223372036854775807",
    "UPDATE sqlite_sequence SET seq = -1",
    "UPDATE sqlite_sequence SET seq = 'x'",
    "DELETE FROM sqlite_sequence",
    "INSERT INTO sqlite_sequence VALUES ('turns', 7)",
    "UPDATE meta SET value = '7'",
    "UPDATE meta SET value = zeroblob(66000)",
    "UPDATE role_words SET side = 'seller', use = 'x', weight = 99",
    "UPDATE allowed SET text = ''",
    "UPDATE allowed SET id = -9223372036854775808",
)


# ---------------------------------------------------------------------- making files

Change = Callable[[bytearray, random.Random], None]


def _flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 4, 64))):
        data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)


def _flip_schema(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 3, 10))):
        data[chance.randrange(100, PAGE)] = chance.randrange(256)


def _edit_schema(data: bytearray, chance: random.Random) -> None:
    """Write other words of the same length into the text of the schema."""
    end = 3 * PAGE
    words = (
        b"TEXT",
        b"REAL",
        b"BLOB",
        b"NULL",
        b"TABLE",
        b"STRICT",
        b"INTEGER",
        b"PRIMARY",
        b"turns",
        b"meta",
        b"journal",
        b"CHECK",
    )
    for _ in range(chance.choice((1, 2))):
        old, new = chance.choice(words), chance.choice(words)
        places = [at for at in range(100, end) if data[at : at + len(old)] == old]
        if places:
            at = chance.choice(places)
            data[at : at + len(old)] = new[: len(old)].ljust(len(old), b" ")


def _header(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 3))):
        data[chance.choice((*range(16, 30), 32, 36, 40, 44, 47, 52, 55, 56, 59, 63, 64, 68, 72, 92, 96))] = chance.randrange(256)


def _page_size(data: bytearray, chance: random.Random) -> None:
    data[16:18] = chance.choice((0, 1, 256, 512, 1024, 8192, 16384, 32768, 4095, 65535)).to_bytes(2, "big")


def _encoding(data: bytearray, chance: random.Random) -> None:
    data[56:60] = chance.choice((0, 2, 3, 4, 255, 2**32 - 1)).to_bytes(4, "big")


def _version(data: bytearray, chance: random.Random) -> None:
    data[60:64] = chance.choice((0, 1, 2, 3, 4, 6, 99, 2**31, 2**32 - 1)).to_bytes(4, "big")


def _program(data: bytearray, chance: random.Random) -> None:
    data[68:72] = chance.choice((bytes(4), b"ANNT"[::-1], chance.randbytes(4)))


def _journal_mode(data: bytearray, chance: random.Random) -> None:
    data[18:20] = bytes((chance.choice((1, 2, 3, 255)), chance.choice((1, 2, 3, 255))))


def _reserved(data: bytearray, chance: random.Random) -> None:
    data[20] = chance.choice((1, 8, 32, 200, 255))


def _free_list(data: bytearray, chance: random.Random) -> None:
    data[32:40] = chance.choice((1, 2, 3, 7, 2**31)).to_bytes(4, "big") + chance.choice((0, 1, 2, 2**32 - 1)).to_bytes(4, "big")


def _page(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) // PAGE) * PAGE
    data[at : at + PAGE] = chance.choice((bytes(PAGE), b"\xff" * PAGE, chance.randbytes(PAGE)))


def _page_head(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(1, len(data) // PAGE) * PAGE
    for _ in range(chance.choice((1, 2, 4))):
        data[at + chance.randrange(40)] = chance.randrange(256)


def _swap_pages(data: bytearray, chance: random.Random) -> None:
    a, b = (chance.randrange(1, len(data) // PAGE) * PAGE for _ in range(2))
    data[a : a + PAGE], data[b : b + PAGE] = data[b : b + PAGE], data[a : a + PAGE]


def _overwrite(data: bytearray, chance: random.Random) -> None:
    at, length = chance.randrange(100, len(data)), chance.randrange(1, 3000)
    data[at : at + length] = chance.randbytes(min(length, len(data) - at))


def _splice(data: bytearray, chance: random.Random) -> None:
    a, b, length = chance.randrange(100, len(data)), chance.randrange(100, len(data)), chance.randrange(1, 5000)
    data[a : a + length] = data[b : b + length]


def _insert(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(100, len(data))
    data[at:at] = chance.randbytes(chance.choice((1, 100, PAGE)))


def _truncate(data: bytearray, chance: random.Random) -> None:
    del data[chance.choice((chance.randrange(len(data)), chance.randrange(len(data) // PAGE) * PAGE, chance.randrange(200))) :]


def _extend(data: bytearray, chance: random.Random) -> None:
    data += chance.choice((bytes, random.Random(0).randbytes))(chance.choice((1, PAGE, 10 * PAGE)))


def _garbage(data: bytearray, chance: random.Random) -> None:
    body = chance.randbytes(chance.randrange(9000))
    data[:] = chance.choice((body, data[:100] + body, data[:PAGE] + body, data[:16], b""))


BYTES: tuple[Change, ...] = (
    *(_flip, _flip, _flip_schema, _edit_schema, _header, _page_size, _encoding, _version, _program, _journal_mode, _reserved),
    *(_free_list, _page, _page_head, _page_head, _swap_pages, _overwrite, _splice, _insert, _truncate, _extend, _garbage),
)


def _rows(data: bytes, chance: random.Random) -> tuple[str, bytes]:
    """Write rows that make no sense into a file whose structure is good: as one would who writes bytes, types and all."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        db.deserialize(bytes(data))
        for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON", "writable_schema = ON"):
            db.execute(f"PRAGMA {pragma}")
        schema = db.execute("SELECT rowid, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
        for rowid, sql in schema:
            db.execute("UPDATE sqlite_schema SET sql = ? WHERE rowid = ?", (_loose(sql), rowid))
        loose = bytearray(db.serialize())
        db.deserialize(bytes(loose))
        for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON", "writable_schema = ON"):
            db.execute(f"PRAGMA {pragma}")
        kind = "rows"
        for _ in range(chance.choice((1, 1, 2, 4))):
            if chance.random() < 0.5:
                kind = chance.choice(STATEMENTS)
                _try(db, kind)
            else:
                kind = _nonsense(db, chance)
        for rowid, sql in schema:
            db.execute("UPDATE sqlite_schema SET sql = ? WHERE rowid = ?", (sql, rowid))
        return kind, db.serialize()
    finally:
        db.close()


def _loose(sql: str) -> str:
    """Return the definition of a table that takes anything."""
    for old, new in (("STRICT, WITHOUT ROWID", "WITHOUT ROWID"), ("STRICT", ""), (" NOT NULL", "")):
        sql = sql.replace(old, new)
    for name in SQL_TYPES:
        sql = sql.replace(f"{name},", ",").replace(f"{name} DEFAULT", " DEFAULT").replace(f"{name} CHECK", " CHECK")
    return sql


def _nonsense(db: sqlite3.Connection, chance: random.Random) -> str:
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    table = chance.choice(tables)
    column = chance.choice([row[1] for row in db.execute(f"PRAGMA table_info({table})")])
    rows = db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    value: Any = chance.choice((None, chance.choice(NUMBERS), chance.choice(TEXTS), chance.choice(TEXTS), chance.choice(BLOBS)))
    huge = chance.random() < 0.003
    if huge:
        value = bytes(65 << 20)
    if rows and not huge and chance.random() < 0.3:
        # All rows get this value, one row otherwise.
        where = ""
    else:
        keys = [row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[5]] or ["rowid"]
        chosen = db.execute(f"SELECT {', '.join(keys)} FROM {table} LIMIT 1 OFFSET ?", (chance.randrange(rows or 1),)).fetchone()
        values = [f"{key} IS {_literal(db, given)}" for key, given in zip(keys, chosen or (), strict=False)]
        where = f" WHERE {' AND '.join(values) or 'FALSE'}"
    _try(db, f"UPDATE {table} SET {column} = ?{where}", (value,))
    return f"{table}.{column} = {repr(value)[:40]}"


def _literal(db: sqlite3.Connection, value: object) -> str:
    return str(db.execute("SELECT quote(?)", (value,)).fetchone()[0])


def _try(db: sqlite3.Connection, statement: str, values: tuple[Any, ...] = ()) -> None:
    with suppress(sqlite3.Error, OverflowError):  # keys that clash; the other changes of this case are there
        db.execute(statement, values)


def case(number: int, seed: str, originals: list[bytes]) -> tuple[str, bytes]:
    """Return what kind of damage case `number` is, and its file."""
    chance = random.Random(f"{seed} {number}")
    original = originals[0] if chance.random() < 0.85 else chance.choice(originals)
    if chance.random() < 0.45:
        return _rows(original, chance)
    data, change = bytearray(original), chance.choice(BYTES)
    change(data, chance)
    return change.__name__.strip("_"), bytes(data)


# ---------------------------------------------------------------------- trying them

Outcome = tuple[str, bool]
"""In a few words, and whether it is none that was promised."""


def attempt(path: Path, work: Callable[[Path], str]) -> Outcome:
    """Open the project at `path`, then do `work` with it, which returns what came of it; return the outcome."""
    data, began = path.read_bytes(), process_time()
    try:
        Project.open(path).close()
    except ProjectError as error:
        refused = type(error).__name__
    except BaseException as error:
        return _uncaught("opening", error), True
    else:
        refused = ""
    taken = process_time() - began
    if taken >= SLOWEST * (1 + len(data) / (64 << 20)):
        return f"{taken:.1f} s until it was {'refused' if refused else 'open'}", True
    try:
        outcome = work(path)
    except AnnotatorError as error:
        outcome = refused if type(error).__name__ == refused else f"opened, then {type(error).__name__}"
    except BaseException as error:
        return _uncaught("using", error), True
    if refused and (path.read_bytes() != data or path.stat().st_mtime_ns != WRITTEN):
        return f"{refused}, and written to", True
    if left := sorted(entry.name for entry in path.parent.iterdir() if entry != path):
        return f"{outcome}, and {left} are left", True
    return outcome, False


def _uncaught(when: str, error: BaseException) -> str:
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    where = f"{Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at is not None else ""
    return f"{when}: {type(error).__name__} at {where}: {str(error)[:80]}"


def work_on(path: Path) -> str:
    with Project.open(path) as project:
        use(project)
    Project.open(path).close()
    return "works"


def in_window() -> tuple[Callable[[Path], str], Callable[[], None]]:
    """Return what opens a project in a window that stays and goes through its calls, and what ends it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from annotator import settings
    from annotator.gui.main_window import MainWindow
    from annotator.gui.session import Session
    from annotator.gui.theme import Theme

    app = QApplication.instance() or QApplication([])
    caught: list[BaseException] = []
    told: list[str] = []
    settings.save(settings.Settings(language="en", reopen_last=False))

    def close_dialog() -> None:
        asking = app.activeModalWidget()
        if asking is not None:
            asking.close()

    session, theme = Session(), Theme(app)
    session.analyst.send = lambda *_, **__: 0  # type: ignore[method-assign]
    session.noticed.connect(lambda notice: told.append(notice.kind))
    session.refused.connect(lambda *_: told.append("error"))
    window = MainWindow(session, theme)
    window.resize(1200, 800)
    window.show()
    closer = QTimer(window, interval=10)
    closer.timeout.connect(close_dialog)
    closer.start()
    sys.excepthook = lambda _kind, error, _trace: caught.append(error)

    def do(work: Callable[[], object]) -> None:
        """Do something as a click would: what goes wrong must not get out."""
        QTimer.singleShot(0, work)
        for _ in range(3):
            app.processEvents()
        if caught:
            error = caught.pop()
            caught.clear()
            raise RuntimeError(_uncaught("in the window", error)) from error

    def open_(path: Path) -> str:
        told.clear()
        try:
            do(lambda: session.open_paths([path]))
            if session.project is None:
                return "refused, and it is said" if "error" in told else "refused in silence"
            for header in session.headers():
                do(partial(session.show_transcript, header.id))
            for work in (session.undo, session.redo):
                do(work)
        finally:
            do(session.close_project)
        return "works, and something is said" if "error" in told else "works"

    def end() -> None:
        session.close()
        window.close()

    return open_, end


def originals(folder: Path) -> list[bytes]:
    """Return the bytes of good projects: one of today, and what older versions left."""
    path = folder / "good.annotator"
    everything(path)
    found = [path.read_bytes()]
    for script in OLDER:
        older = folder / f"{script.stem}.annotator"
        db = sqlite3.connect(older)
        db.executescript(script.read_text("utf-8"))
        db.close()
        found.append(older.read_bytes())
    for left in folder.iterdir():
        left.unlink()
    return found


def cases(numbers: range, seed: str, folder: Path, window: bool) -> Iterator[tuple[int, str, str, bool]]:
    good = originals(folder)
    work, end = in_window() if window else (work_on, lambda: None)
    path = folder / "project.annotator"
    for number in numbers:
        for left in folder.iterdir():
            left.unlink()
        kind, data = case(number, seed, good)
        path.write_bytes(data)
        os.utime(path, ns=(WRITTEN, WRITTEN))
        outcome, broken = attempt(path, work)
        yield number, kind, outcome, broken or "silence" in outcome
    end()


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--window", type=int, default=400)
    parser.add_argument("--one", type=int)
    parser.add_argument("--cases", type=int, nargs=2)
    parser.add_argument("--in-window", action="store_true")
    args = parser.parse_args(argv)
    with torture_workers.folder() as name:
        os.environ["ANNOTATOR_CONFIG_DIR"] = str(Path(name, "config"))
        folder = Path(name, "projects")
        folder.mkdir()
        if args.one is not None:
            kind, data = case(args.one, args.seed, originals(folder))
            kept = Path(tempfile.gettempdir(), f"mutated_{args.one}.annotator")
            kept.write_bytes(data)
            print(kind, kept)
            work_on(kept)
            return 0
        if args.cases is not None:
            done = cases(range(*args.cases), args.seed, folder, args.in_window)
            memory = None if args.in_window else 2 * torture_workers.MEMORY
            torture_workers.serve(range(*args.cases), lambda _: next(done)[1:], memory)
            next(done, None)
            return 0
    script, options = Path(__file__), ("--seed", args.seed)
    good = torture_workers.figures("mutated projects", torture_workers.run(script, options, args.runs))
    if args.window:
        found = torture_workers.run(script, (*options, "--in-window"), args.window)
        good = torture_workers.figures("mutated projects in the window", found) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
