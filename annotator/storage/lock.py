"""The lock file beside a project: who has it open for writing, on which machine, since when.

The system's lock on it ends with the process that holds it, however that ends. Where the system only pretends to lock (some
network folders), what the file says refuses a second writer as well.
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import json
import os
import platform
import stat
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

from annotator.core.errors import InUse, ProjectError, ReadOnly, Unsupported
from annotator.core.i18n import msg
from annotator.processes import start_of
from annotator.storage.refusals import from_os

SUFFIX = ".lock"
_NAME_BYTES = 255
_READ = 4096
"""Bytes of a lock file that are looked at; anybody may have written it."""
_SHOWN = 80
_SETTLE_S = 0.25
"""How long two who note themselves at the same moment may take for it, where the system only pretends to lock."""
_TRIES = 100
"""How often a file that is replaced just while it is being locked is tried again."""
_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30
    """The byte that is locked: others can read what stands before it, which a locked range would forbid on Windows."""

    def _lock(file: int) -> None:
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@dataclass(frozen=True)
class Holder:
    """Who has a project open for writing. `start` tells the process from a later one of the same number."""

    pid: int
    host: str
    user: str
    since: datetime
    start: str = ""

    @property
    def here(self) -> bool:
        """Whether it is a process of this machine."""
        return self.host == platform.node()

    @property
    def gone(self) -> bool:
        """Whether it is known to have ended; that of another machine never is."""
        if not self.here:
            return False
        start = start_of(self.pid)
        return start is None or bool(start and self.start and start != self.start)

    @property
    def own(self) -> bool:
        """Whether it is this process."""
        return self.here and self.pid == os.getpid() and self.start == (start_of(self.pid) or "")

    def to_json(self) -> dict[str, Any]:
        return {"pid": self.pid, "host": self.host, "user": self.user, "since": self.since.isoformat(), "start": self.start}

    @classmethod
    def from_json(cls, data: Any) -> Holder:
        """Return the holder; raise ValueError when the data say something else."""
        try:
            pid, host, user, since, start = (data[name] for name in ("pid", "host", "user", "since", "start"))
        except (TypeError, KeyError, IndexError) as error:
            raise ValueError("no holder of a lock") from error
        if type(pid) is not int or pid < 1 or not all(isinstance(v, str) for v in (host, user, since, start)):
            raise ValueError("no holder of a lock")
        began = datetime.fromisoformat(since)
        return cls(pid, _shown(host), _shown(user), began if began.tzinfo else began.replace(tzinfo=UTC), start)


def file_of(project: Path) -> Path:
    """Return where the lock file of a project stands; raise Unsupported when its name would be too long."""
    path = project.with_name(project.name + SUFFIX)
    if len(os.fsencode(path.name)) > _NAME_BYTES:
        message = msg("The name of {path} is too long: files that stand beside it would have none. Shorten it.", path=str(project))
        raise Unsupported(message)
    return path


def holder(project: Path) -> Holder | None:
    """Return who is noted as having the project open; None when nobody is, or when the note cannot be read."""
    try:
        with _opened(file_of(project.resolve()), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)) as file:
            return _read(file)
    except OSError:
        return None


class Lock:
    """The right to write to a project, from `take` to `release`."""

    _held: ClassVar[set[Path]] = set()

    def __init__(self, path: Path, file: int, mine: Holder):
        self.path = path
        self._file = file
        self._mine = mine

    @classmethod
    def take(cls, project: Path, force: bool = False) -> Lock:
        """Take the lock of a project, also one that a process of this machine has left behind when it ended.

        Raises InUse while somebody has it, and ReadOnly where no file can be made. `force` is the user's decision that a holder
        on another machine, or one that nothing is known of, has ended; a lock that the system knows to be held stays held.
        """
        project = project.resolve()
        path = file_of(project)
        for _ in range(_TRIES):
            try:
                file = os.open(path, _OPEN, 0o600)
            except OSError as error:
                if not (error.errno == errno.EACCES and os.path.lexists(path)):
                    raise _refused(error, project) from error
                if not force:
                    raise _in_use(project, None) from error  # somebody else's file, and not ours to read
                try:
                    path.unlink()
                except OSError as other:
                    raise _refused(other, project) from other
                continue
            try:
                lock = cls._claim(project, path, file, force)
            except BaseException:
                os.close(file)
                raise
            if lock:
                return lock
            os.close(file)
        raise _in_use(project, holder(project))

    @classmethod
    def _claim(cls, project: Path, path: Path, file: int, force: bool) -> Lock | None:
        """Lock the open file and note who has it; None when it is no longer the one under its name."""
        if not stat.S_ISREG(os.fstat(file).st_mode):
            raise Unsupported(msg("{path} is no ordinary file. Remove it and try again.", path=str(path)))
        try:
            _lock(file)
        except OSError as error:
            # Where locks are not supported at all, what the file says has to do.
            if error.errno in (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK):
                raise _in_use(project, _read(file)) from error
        if not _same(path, file):
            return None
        found = _read(file)
        # One of this very process that holds no lock was not finished, or could not be removed.
        left = found is not None and found.own and path not in cls._held
        if found and not found.gone and not left and not force:
            raise _in_use(project, found)
        mine = Holder(os.getpid(), platform.node(), user(), datetime.now(UTC), start_of(os.getpid()) or "")
        try:
            _write(file, mine)
            if not _locked(path):
                time.sleep(_SETTLE_S)
        except OSError as error:
            with contextlib.suppress(OSError):
                path.unlink()
            raise _refused(error, project) from error
        # Without locks that work another process may have noted itself at the same time: the last one has it.
        if _read(file) != mine:
            raise _in_use(project, _read(file))
        cls._held.add(path)
        return cls(path, file, mine)

    def release(self) -> None:
        """Give the project free and remove the file, unless another has it by now."""
        file, self._file = self._file, -1
        if file < 0:
            return
        Lock._held.discard(self.path)
        ours = _same(self.path, file) and _read(file) == self._mine
        if sys.platform == "win32":
            # An open file cannot be removed there, ours or that of the next holder.
            os.close(file)
        with contextlib.suppress(OSError):
            if ours:
                self.path.unlink()
        if sys.platform != "win32":
            os.close(file)

    def __enter__(self) -> Lock:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


@contextlib.contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    file = os.open(path, flags)
    try:
        yield file
    finally:
        os.close(file)


def _read(file: int) -> Holder | None:
    """Return what an open lock file says; None when that is nothing, or no sense."""
    try:
        os.lseek(file, 0, os.SEEK_SET)
        return Holder.from_json(json.loads(os.read(file, _READ)))
    except (OSError, ValueError, RecursionError):
        return None


def _write(file: int, mine: Holder) -> None:
    data = json.dumps(mine.to_json()).encode()
    os.lseek(file, 0, os.SEEK_SET)
    os.write(file, data)
    os.ftruncate(file, len(data))
    os.fsync(file)


def _locked(path: Path) -> bool:
    """Tell whether the system does keep others from a file that is locked."""
    with _opened(path, _OPEN & ~os.O_CREAT) as file:
        try:
            _lock(file)
        except OSError:
            return True
        return False


def _same(path: Path, file: int) -> bool:
    """Tell whether the open file is the one that stands under the name."""
    try:
        return os.path.samestat(path.lstat(), os.fstat(file))
    except OSError:
        return False


def _shown(text: str) -> str:
    """Return what another has written without what could mislead where it is shown."""
    return "".join(c for c in text if c.isprintable())[:_SHOWN]


def user() -> str:
    """Return the name under which the user is logged in; empty where the system does not tell."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return ""


def _in_use(project: Path, found: Holder | None) -> InUse:
    if found is None:
        return InUse(msg("Somebody has {path} open. Open it for reading, or a copy.", path=str(project)))
    return InUse(
        msg(
            "{path} is open on {host} by {user} since {since}. Open it for reading, or a copy.",
            path=str(project),
            host=found.host or "?",
            user=found.user or "?",
            since=found.since.astimezone().strftime("%Y-%m-%d %H:%M"),
        )
    )


def _refused(error: OSError, project: Path) -> ProjectError:
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnly(
            msg("Nothing can be written beside {path}. Open it for reading, or a copy in a folder of your own.", path=str(project))
        )
    return from_os(error, project)
