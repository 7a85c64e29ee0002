"""The program's log: what went wrong and where, never what was said in a call."""

from __future__ import annotations

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from annotator import __version__, paths
from annotator.core.i18n import tr

LOGGER = logging.getLogger("annotator")
BUG, INTERRUPTED = 70, 130
PACKAGE = Path(__file__).parent


def path() -> Path:
    """Return where the log is kept; three older ones stand beside it."""
    return paths.logs() / "annotator.log"


def start() -> None:
    """Write what is logged from now on to the file; without a place to write, do without."""
    if LOGGER.handlers:
        return
    try:
        path().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path(), maxBytes=256 * 1024, backupCount=3, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False


def describe(error: BaseException) -> str:
    """Return the types of an error and of its causes and where they were raised, innermost last.

    Messages are left out: they may hold words of a transcript, names or paths.
    """
    chain: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        places = (
            f"{_module(Path(frame.filename))}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(cause.__traceback__)
        )
        chain.append(f"{type(cause).__qualname__} at " + " > ".join(places))
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "; from ".join(chain)


def _module(file: Path) -> str:
    return file.relative_to(PACKAGE.parent).as_posix() if file.is_relative_to(PACKAGE) else file.name


def record(error: BaseException) -> None:
    """Write an error that should not have happened to the log."""
    start()
    LOGGER.error("%s, Python %s: %s", __version__, sys.version.split()[0], describe(error))


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
