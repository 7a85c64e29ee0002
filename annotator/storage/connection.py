"""Connections to files that anybody may have written: checked before, and limited in what a file can make them do."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import sys
from contextlib import suppress
from pathlib import Path

from sqlite_utils import Database

from annotator.core.errors import Hostile, NotAProject, TooNew, Unsupported
from annotator.core.i18n import msg
from annotator.storage import schema
from annotator.storage.refusals import damaged, typed

LARGEST = 64 << 20
"""Bytes of a value."""
NAMES_ANOTHER = bytes.fromhex("d9d505f920a163d7")
"""The end of a journal that belongs to several files."""
ATTEMPTS = 3
"""So often a file is looked at before it is called damaged: a disk may fail once, and then not again."""
LAST = 1 << 53
"""No journal gets so long."""
LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: LARGEST,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1 << 20,
    sqlite3.SQLITE_LIMIT_ATTACHED: 1,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 250_000,
}
PRAGMAS = {
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "mmap_size": "0",
    "foreign_keys": "ON",
    "recursive_triggers": "OFF",
    "secure_delete": "ON",
    "temp_store": "MEMORY",
    "cache_size": "-65536",
    # A killed import must not leave a main file that is good only together with its journal.
    "cache_spill": "OFF",
    # One file at rest that can be mailed and synced; EXTRA is the only level at which DELETE loses no acknowledged change.
    "journal_mode": "DELETE",
    "synchronous": "EXTRA",
    # macOS acknowledges what is still in the cache of the disk, unless asked this way; the others pass over it.
    "fullfsync": "ON",
}
READ_PRAGMAS = {
    *("application_id", "user_version", "data_version", "quick_check", "integrity_check", "query_only"),
    *("table_info", "foreign_key_list", "encoding"),
}
_DENIED = {
    sqlite3.SQLITE_ATTACH,
    sqlite3.SQLITE_DETACH,
    sqlite3.SQLITE_CREATE_TRIGGER,
    sqlite3.SQLITE_CREATE_TEMP_TRIGGER,
    sqlite3.SQLITE_CREATE_VIEW,
    sqlite3.SQLITE_CREATE_TEMP_VIEW,
    sqlite3.SQLITE_CREATE_VTABLE,
}


def connect(path: Path, read_only: bool) -> Database:
    """Open a connection with the settings that keep work safe; raise ProjectError.

    `read_only` keeps its statements from writing; what a killed program has left half done is taken back all the same.
    """
    with typed(path):
        connection = sqlite3.connect(path, isolation_level=None, timeout=2.0, check_same_thread=False)
        db = Database(connection, execute_plugins=False, recursive_triggers=False, strict=True)
        try:
            for limit, value in LIMITS.items():
                connection.setlimit(limit, value)
            if sys.version_info >= (3, 12):
                connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
            connection.set_authorizer(authorize)
            for pragma, setting in PRAGMAS.items():
                db.execute(f"PRAGMA {pragma} = {setting}")
            db.execute(f"PRAGMA query_only = {int(read_only)}")
        except BaseException:
            connection.close()
            raise
        return db


def authorize(action: int, first: str | None, _second: str | None, _database: str | None, _trigger: str | None) -> int:
    """Deny what no statement of ours does, should a file talk SQLite into it."""
    if action == sqlite3.SQLITE_PRAGMA and first not in PRAGMAS.keys() | READ_PRAGMAS:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_DENY if action in _DENIED else sqlite3.SQLITE_OK


def identity(path: Path) -> tuple[int, int]:
    """Return what tells a file from all others, whatever its name."""
    status = path.stat()
    return status.st_dev, status.st_ino


def sniff(path: Path) -> int:
    """Return the schema version told by the header, before any connection exists (closing a file drops its locks).

    Raises ProjectError or OSError.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise Unsupported(msg("{path} is no ordinary file. Choose a project file.", path=str(path)))
    _check_beside(path)
    with path.open("rb") as file:
        head = file.read(100)
    if head[:16] != b"SQLite format 3\0" or int.from_bytes(head[68:72], "big") != schema.APPLICATION_ID:
        raise NotAProject(msg("{path} is no annotator project. Import it instead if it is a transcript.", path=str(path)))
    number = int.from_bytes(head[60:64], "big")
    if number > schema.version():
        raise TooNew(msg("{path} was made by a newer version of annotator. Update annotator to open it.", path=str(path)))
    if number < 1:
        raise damaged(path)
    if head[56:60] != (1).to_bytes(4, "big") or head[18:20] != b"\1\1":
        # Another encoding of text, or a journal of another mode: no version has written these.
        message = msg(
            "{path} is of a kind that annotator does not write. It was left as it is; open a copy from before.", path=str(path)
        )
        raise Unsupported(message)
    return number


def _check_beside(path: Path) -> None:
    """Refuse what stands beside a project and makes SQLite do more than take back what a killed program has begun.

    A log is played into the file, whatever its header says; and the file that the end of a journal names is deleted.
    """
    suspects = [beside for suffix in ("-wal", "-shm") if os.path.lexists(beside := path.with_name(path.name + suffix))]
    journal = path.with_name(f"{path.name}-journal")
    if os.path.lexists(journal):
        with suppress(FileNotFoundError):  # of another program, which is done with it
            status = journal.lstat()
            if not stat.S_ISREG(status.st_mode):
                suspects.append(journal)
            elif status.st_size >= len(NAMES_ANOTHER):
                with journal.open("rb") as file:
                    file.seek(-len(NAMES_ANOTHER), os.SEEK_END)
                    if file.read() == NAMES_ANOTHER:
                        suspects.append(journal)
    if suspects:
        raise Hostile(
            msg(
                "{path} stands beside files that annotator never writes ({names}). It was not opened, to be safe.",
                path=str(path),
                names=", ".join(suspect.name for suspect in suspects),
            )
        )


def check(db: Database, path: Path, number: int) -> None:
    """Refuse a file whose tables are not exactly those of version `number`, or whose pages are damaged."""
    found, wanted = schema.objects(db), schema.expected(number)
    foreign = sorted(name for _, name, _ in found - wanted)
    if foreign:
        raise Hostile(
            msg(
                "{path} holds things that annotator never writes ({names}). It was not opened, to be safe.",
                path=str(path),
                names=", ".join(foreign),
            )
        )
    if found != wanted or db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise damaged(path)
    last = db.execute("SELECT max(seq) FROM (SELECT seq FROM sqlite_sequence UNION ALL SELECT seq FROM journal)").fetchone()[0]
    if last is not None and not (isinstance(last, int) and last < LAST):
        raise damaged(path)  # there would be no room for another change


def writable(path: Path) -> bool:
    """Tell whether the file and, for the journal, its folder can be written; raise OSError where that cannot be told."""
    try:
        os.close(os.open(path, os.O_RDWR))
    except PermissionError:
        return False
    except OSError as error:
        if error.errno == errno.EROFS:
            return False
        raise
    return os.access(path.parent, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
