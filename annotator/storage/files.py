"""Files put in their place as a whole or not at all, readable by their owner only."""

from __future__ import annotations

import errno
import os
import re
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.core.errors import ProjectError
from annotator.storage.lock import SUFFIX, Lock, holder, start_of
from annotator.storage.refusals import typed

TEMPORARY = ".annotator-{}.tmp"
_LEFT = re.compile(r"\.annotator-(\d+)-[0-9a-f]{16}\.tmp(-journal)?")


@contextmanager
def placed(target: Path, replace: bool = False) -> Iterator[Path]:
    """Yield an empty file to fill, in the folder of `target`; put it in the place of `target` when that went well.

    It is on disk then, name included. Otherwise it is removed, and what was at `target` is untouched; so is it where there is
    something and not `replace`. Raises ProjectError.
    """
    temporary = target.with_name(TEMPORARY.format(f"{os.getpid()}-{secrets.token_hex(8)}"))
    with typed(target):
        try:
            os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            if sys.platform != "win32":
                temporary.chmod(0o600)  # whatever the umask
            yield temporary
            sync(temporary)
            if replace:
                temporary.replace(target)
            else:
                publish(temporary, target)
            sync_folder(target.parent)
        finally:
            for name in (temporary, temporary.with_name(temporary.name + "-journal")):
                with suppress(OSError):  # then it is swept away when its process has ended
                    name.unlink()


def sweep(folder: Path) -> None:
    """Remove what `placed` has left in a folder in processes that were ended before they were done, and locks of nothing."""
    for path in folder.glob(TEMPORARY.format("*") + "*"):
        name = _LEFT.fullmatch(path.name)
        if name is not None and start_of(int(name[1])) is None:
            with suppress(OSError):
                path.unlink()
    for path in folder.glob("*" + SUFFIX):
        # Others call files so, too: only one that says who held it is ours.
        project = path.with_suffix("")
        noted = None if project.exists() else holder(project)
        if noted is not None and noted.gone:
            with suppress(ProjectError):
                Lock.take(project).release()


def publish(temporary: Path, target: Path) -> None:
    """Give a file another name; raise FileExistsError where there is something of that name."""
    if sys.platform == "win32":
        temporary.rename(target)  # refuses to replace
    else:
        try:
            os.link(temporary, target)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            if target.exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
            temporary.rename(target)


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
