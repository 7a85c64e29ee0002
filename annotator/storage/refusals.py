"""Why a file is refused or not written, as errors that the user can act on."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.core.errors import (
    Changed,
    Damaged,
    InUse,
    IoFailure,
    Moved,
    NoSpace,
    ProjectError,
    ReadOnly,
    TooLarge,
)
from annotator.core.i18n import msg


@contextmanager
def typed(path: Path, sound: Callable[[], bool] | None = None) -> Iterator[None]:
    """Turn errors of SQLite and of the system that the user can act on into ProjectErrors; the rest are bugs and pass.

    SQLite takes one read that fails for damage: `sound` looks again.
    """
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        known = from_sqlite(error, path)
        if known is None:
            raise
        if isinstance(known, Damaged) and _says_corrupt(error) and sound is not None and sound():
            known = io_failure(path, os.strerror(errno.EIO))
        raise known from error
    except OSError as error:
        raise from_os(error, path) from error


def _says_corrupt(error: Exception) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def from_sqlite(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> ProjectError | None:
    """Return what an error of SQLite means for the user; None where it is a bug."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Text that is no UTF-8 has no code; misuse (closed, wrong thread) is a ProgrammingError.
        return None if isinstance(error, sqlite3.ProgrammingError) else damaged(path)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return moved(path)
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return InUse(msg("Another program is using {path}. Nothing was changed; try again later.", path=str(path)))
        case sqlite3.SQLITE_READONLY:
            return read_only(path)
        case sqlite3.SQLITE_FULL:
            return no_space(path)
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PROTOCOL:
            return io_failure(path, str(error))
        case sqlite3.SQLITE_TOOBIG:
            return TooLarge(msg("This is too large for a project: {n} MB at most. Nothing was changed.", n=64))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_FORMAT | sqlite3.SQLITE_ERROR:
            return damaged(path)
        case sqlite3.SQLITE_CONSTRAINT:  # commands check what they do, so it is the rows there that do not fit each other
            return damaged(path)
    return None


def from_os(error: OSError, path: Path) -> ProjectError:
    """Return what an error of the system means for the user."""
    match error.errno:
        case errno.ENOENT:
            return ProjectError(msg("There is no such file or folder: {path}. Check the name.", path=str(path)))
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return ReadOnly(msg("You may not open or write {path}. Choose another folder or ask for access.", path=str(path)))
        case errno.ENOSPC | errno.EDQUOT:
            return no_space(path)
        case errno.EEXIST:
            return exists(path)
    return io_failure(path, error.strerror or str(error))


def exists(path: Path) -> ProjectError:
    return ProjectError(msg("{path} already exists. Open it, or choose another name.", path=str(path)))


def read_only(path: Path) -> ReadOnly:
    return ReadOnly(msg("{path} cannot be written. Copy it to a folder of your own and open the copy.", path=str(path)))


def no_space(path: Path) -> NoSpace:
    return NoSpace(msg("The disk with {path} is full. Nothing was changed; free some space and try again.", path=str(path)))


def io_failure(path: Path, reason: str) -> IoFailure:
    message = msg("The disk or folder with {path} reports an error ({reason}). Nothing was changed.", path=str(path), reason=reason)
    return IoFailure(message)


def damaged(path: Path) -> Damaged:
    return Damaged(msg("{path} is damaged and was left as it is. Open a copy from before.", path=str(path)))


def moved(path: Path) -> Moved:
    message = msg("{path} was moved, deleted or replaced while it was open. Nothing more is saved; open it again.", path=str(path))
    return Moved(message)


def changed(path: Path) -> Changed:
    message = msg("Another program has changed {path}. Nothing was changed here; open the project again.", path=str(path))
    return Changed(message)
