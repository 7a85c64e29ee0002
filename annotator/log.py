"""The program's log: what went wrong and where, never what was said in a call."""

from __future__ import annotations

import faulthandler
import io
import logging
import os
import sys
import traceback
from collections import Counter
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from annotator import __version__, paths
from annotator.core.i18n import tr

LOGGER = logging.getLogger("annotator")
BUG, INTERRUPTED = 70, 130
PACKAGE = Path(__file__).parent
OUTER, INNER = 8, 24
"""So many calls of a trace are named from its ends: an endless recursion has a thousand."""

_seen: Counter[str] = Counter()


def path() -> Path:
    """Return where the log is kept; three older ones stand beside it."""
    return paths.logs() / "annotator.log"


def crash_path() -> Path:
    """Return where it is noted in which function the program was when the system ended it; the one before stands beside it."""
    return paths.logs() / "crash.log"


class _PrivateFile(RotatingFileHandler):
    """Files that only their owner can read."""

    def _open(self) -> io.TextIOWrapper:
        stream = open(self.baseFilename, self.mode, encoding=self.encoding, opener=_private)  # noqa: SIM115  (the handler closes it)
        assert isinstance(stream, io.TextIOWrapper)
        return stream


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def start() -> None:
    """Write what is logged from now on to the file; without a place to write, do without."""
    if LOGGER.handlers:
        return
    try:
        paths.private(path().parent)
        handler = _PrivateFile(path(), maxBytes=256 * 1024, backupCount=3, encoding="utf-8")
    except OSError:
        return
    _seen.clear()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False


def note_crashes() -> BinaryIO | None:
    """Have a crash of the interpreter or of Qt leave behind where it was: functions and lines, no values.

    Returns the file that is written to then, for as long as it is open; None without a place to write.
    """
    with suppress(OSError):
        paths.private(crash_path().parent)
        if crash_path().exists() and crash_path().stat().st_size:
            crash_path().replace(crash_path().with_suffix(".old.log"))
        file = open(crash_path(), "wb", opener=_private)  # noqa: SIM115  (the caller keeps it)
        faulthandler.enable(file)
        return file
    return None


def describe(error: BaseException) -> str:
    """Return the types of an error and of its causes and where they were raised, innermost last.

    Messages are left out: they may hold words of a transcript, names or paths.
    """
    chain: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        frames = traceback.extract_tb(cause.__traceback__)
        places = [f"{_module(Path(frame.filename))}:{frame.lineno} {frame.name}" for frame in frames]
        if len(places) > OUTER + INNER:
            places[OUTER:-INNER] = [f"({len(places) - OUTER - INNER} more)"]
        chain.append(f"{type(cause).__qualname__} at " + " > ".join(places))
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "; from ".join(chain)


def _module(file: Path) -> str:
    return file.relative_to(PACKAGE.parent).as_posix() if file.is_relative_to(PACKAGE) else file.name


def versions() -> str:
    """Return what the program runs on."""
    from sqlite3 import sqlite_version  # a command that keeps no project need not load it

    return f"{__version__}, Python {sys.version.split()[0]}, SQLite {sqlite_version}, {sys.platform}"


def record(error: BaseException, on: str | None = None) -> str:
    """Write an error that should not have happened to the log; return what was written of it.

    One that comes again and again at the same place is written the first, 10th, 100th … time, with its number. `on` is what
    the program runs on, where that is more than `versions`.
    """
    start()
    details = f"{on or versions()}: {describe(error)}"
    _seen[details] += 1
    times = _seen[details]
    if times == 10 ** (len(str(times)) - 1):
        LOGGER.error("%s%s", details, f" ({times} times)" if times > 1 else "")
    return details


def excepthook(_type: type[BaseException], error: BaseException, _traceback: TracebackType | None) -> None:
    """End a command that met a bug: log it, say so on one line, and exit with a status that means nothing else."""
    if isinstance(error, KeyboardInterrupt):
        raise SystemExit(INTERRUPTED)
    record(error)
    print(
        tr(
            "annotator: this should not have happened ({kind}); the details, without transcript text, are in {log}",
            kind=type(error).__name__,
            log=path(),
        ),
        file=sys.stderr,
    )
    raise SystemExit(BUG)
