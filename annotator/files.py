"""Files put in their place as a whole or not at all, readable by their owner only."""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.processes import start_of

TEMPORARY = ".annotator-{}.tmp"
_LEFT = re.compile(r"\.annotator-(\d+)-[0-9a-f]{16}\.tmp(-journal)?")
_PAUSES_S = (0.05, 0.1, 0.2, 0.4, 0.8)
_BUSY = (5, 32, 33)
"""What Windows says of a file that a virus scanner or an indexer looks at just now."""


def temporary(folder: Path) -> Path:
    """Return a free name in a folder for what is not yet in its place; `sweep` knows whose it is."""
    return folder / TEMPORARY.format(f"{os.getpid()}-{secrets.token_hex(8)}")


@contextmanager
def placed(target: Path, replace: bool = False, mode: int = 0o600) -> Iterator[Path]:
    """Yield an empty file to fill, in the folder of `target`; put it in the place of `target` when that went well.

    It is on disk then, name included. Otherwise it is removed, and what was at `target` is untouched; so is it where there is
    something and not `replace`. Raises OSError.
    """
    made = temporary(target.parent)
    try:
        os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        if sys.platform != "win32":
            made.chmod(0o600)  # whatever the umask
        yield made
        if mode != 0o600:
            made.chmod(mode)
        sync(made)
        if replace:
            put(made, target)
        else:
            publish(made, target)
        sync_folder(target.parent)
    finally:
        for name in (made, made.with_name(made.name + "-journal")):
            with suppress(OSError):  # then it is swept away when its process has ended
                name.unlink()


def sweep(folder: Path) -> None:
    """Remove files and folders that were left in a folder by processes that were ended before they had put them in their place."""
    for path in folder.glob(TEMPORARY.format("*") + "*"):
        name = _LEFT.fullmatch(path.name)
        if name is not None and start_of(int(name[1])) is None:
            with suppress(OSError):
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path)
                else:
                    path.unlink()


def put(made: Path, target: Path) -> None:
    """Give a file another name, in place of what is there; wait a little for others who look at that."""
    for pause in (*_PAUSES_S, None):
        try:
            made.replace(target)
            return
        except OSError as error:
            if pause is None or getattr(error, "winerror", None) not in _BUSY:
                raise
            time.sleep(pause)


def publish(made: Path, target: Path) -> None:
    """Give a file another name; raise FileExistsError where there is something of that name."""
    if sys.platform == "win32":
        made.rename(target)  # refuses to replace
    else:
        try:
            os.link(made, target)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            if target.exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
            made.rename(target)


def sync(path: Path) -> None:
    """Return when what was written to a file, by whomever, is on disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Return when names that were given in a folder are on disk; Windows does so by itself."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
