"""Backups of projects, kept outside of them: made, counted, thinned out, put back.

Each project has a folder named by its id, with a note of where the project was seen last: one that is too damaged to tell its
id is found by its path. Backups are files that anybody may have altered, and are read like any other.
"""

from __future__ import annotations

import contextlib
import filecmp
import hashlib
import itertools
import json
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from annotator import paths
from annotator.core.errors import Damaged, IoFailure, ProjectError
from annotator.core.i18n import tr
from annotator.files import publish, sync, sync_folder
from annotator.storage import lock
from annotator.storage.connection import ATTEMPTS, check, connect, sniff
from annotator.storage.files import placed, sweep
from annotator.storage.refusals import damaged, typed

DAILY, FRESH = timedelta(hours=24), timedelta(hours=48)
"""How old the newest backup may become, and how old one must be before it may be thinned out."""
DROP = 0.2
"""The share of turns whose loss from one backup to the next is no everyday's work."""
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d\.\d\d\.\d\d)Z-([a-z]+)(?:-(\d+))?\.annotator", re.ASCII)
_TIME = "%Y-%m-%dT%H.%M.%S"
_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)
_NOTE = "about.json"
_NOTE_BYTES = 1 << 16
_NAME_BYTES = 255
_PERIODS: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (12, datetime.date),
    (10, lambda at: at.isocalendar()[:2]),
    (9, lambda at: (at.year, at.month)),
)
"""How many are kept of what is no longer fresh: one a day first, of what is older one a week, then one a month."""


class Kept(Protocol):
    """An open project, as far as backups are concerned."""

    @property
    def path(self) -> Path: ...
    @property
    def id(self) -> str: ...
    def back_up(self, target: Path) -> None: ...


@dataclass(frozen=True)
class Contents:
    """What a project file holds: numbers, and when it was changed last. With a `refusal` it cannot be read, and why."""

    calls: int = 0
    turns: int = 0
    entries: int = 0
    changed: datetime | None = None
    refusal: ProjectError | None = None


@dataclass(frozen=True)
class Backup:
    """A backup by what its name tells; `read` looks into it, which takes a moment for a large one."""

    path: Path
    at: datetime
    reason: str

    def read(self) -> Contents:
        """Return what it holds, never raising."""
        return examine(self.path)


@dataclass(frozen=True)
class Drop:
    """The turns that the last two backups hold, where too many are gone."""

    before: int
    now: int


def examine(path: Path, attempts: int = ATTEMPTS) -> Contents:
    """Return what a project file that is not open holds, having checked it like one that is opened; never raises."""
    try:
        with typed(path):
            if _journal(path).exists():
                raise damaged(path)  # It is whole only together with another file, which no backup of ours is.
            number = sniff(path)
            db = connect(path, read_only=True)
            try:
                check(db, path, number)
                calls, turns, entries = (
                    int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in ("transcripts", "turns", "journal")
                )
                last = db.execute("SELECT at FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
                return Contents(calls, turns, entries, _time(last[0]) if last else None)
            finally:
                db.close()
    except ProjectError as error:
        if attempts > 1 and isinstance(error, Damaged | IoFailure):
            return examine(path, attempts - 1)
        return Contents(refusal=error)


def make(project: Kept, reason: str, now: datetime | None = None) -> Backup:
    """Back an open project up and check the backup; raise ProjectError, and then there is none."""
    at = _utc(now)
    folder = _folder(project.id)
    with typed(folder):
        paths.private(folder)
        sweep(folder)
        _note(folder, project)
        target = next(path for n in itertools.count(1) if not (path := folder / _name(at, reason, n)).exists())
    try:
        project.back_up(target)
        contents = examine(target)
        if contents.refusal:
            raise contents.refusal
    except BaseException:
        with contextlib.suppress(OSError):
            target.unlink()
        raise
    return Backup(target, at.replace(microsecond=0), reason)


def due(project_id: str, now: datetime | None = None) -> bool:
    """Tell whether it is time for the daily backup. One that seems to be of the future says nothing about that."""
    at = _utc(now)
    return not any(timedelta() <= at - backup.at < DAILY for backup in listed(project_id))


def listed(project: str | Path) -> tuple[Backup, ...]:
    """Return the backups of a project, newest first: by its id, or by where it was seen last.

    By path, one that stands elsewhere now is known by its file name if no other was seen there.
    """
    found = [backup for folder in _folders(project) for backup in _within(folder)]
    return tuple(sorted(found, key=lambda backup: (backup.at, backup.path.stat().st_mtime_ns), reverse=True))


def thin(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return the times of the backups that may go: none that is fresh, none of the future, and never all.

    It is periods with backups that are counted, not days gone by: a clock that jumps makes none superfluous.
    """
    periods = iter(_PERIODS)
    left, period = next(periods)
    last: datetime | None = None
    gone = set()
    for at in sorted({at for at in times if at <= now - FRESH}, reverse=True):
        if not left:
            left, period = next(periods, (0, period))
        if left and (last is None or period(at) != period(last)):
            left, last = left - 1, at
        else:
            gone.add(at)
    return gone


def alarm(project_id: str, now: datetime | None = None) -> Drop | None:
    """Return by how much the last backup holds less than the one before, if that is suspicious."""
    at = _utc(now)
    known = (backup.read() for backup in listed(project_id) if backup.at <= at)
    last = list(itertools.islice((contents.turns for contents in known if not contents.refusal), 2))
    return Drop(last[1], last[0]) if len(last) == 2 and last[0] < (1 - DROP) * last[1] else None


def tidy(project_id: str, now: datetime | None = None) -> Drop | None:
    """Remove the backups that are too many, unless many turns are suddenly gone: then all are kept, and that is returned."""
    at = _utc(now)
    drop = alarm(project_id, at)
    if drop is None:
        known = listed(project_id)
        gone = thin((backup.at for backup in known), at)
        for backup in known:
            if backup.at in gone:
                with typed(backup.path):
                    backup.path.unlink(missing_ok=True)
    return drop


def purge(project_id: str) -> int:
    """Remove all backups of a project and what is noted of it; return how many there were."""
    folder = _folder(project_id)
    number = len(listed(project_id))
    with typed(folder):
        if folder.is_dir():
            shutil.rmtree(folder)
    return number


def restore(backup: Path, target: Path) -> Path | None:
    """Put a copy of a backup in the place of a project that is not open; return where what stood there was put, if anything.

    That is the name with a note in brackets, a journal that belongs to it included; nothing is overwritten. Each step leaves
    both within reach, and doing it again after it was cut short ends the same. Raises ProjectError.
    """
    contents = examine(backup)
    if contents.refusal:
        raise contents.refusal
    target = target.resolve()
    with lock.Lock.take(target), typed(target):
        sweep(target.parent)
        if _equal(backup, target) and not _journal(target).exists():
            return None
        with placed(target, replace=True) as temporary:
            with backup.open("rb") as original, temporary.open("wb") as copy:
                shutil.copyfileobj(original, copy, 1 << 20)
            contents = examine(temporary)
            if contents.refusal:
                raise contents.refusal
            sync(temporary)  # as long as nothing has been moved
            return _put_aside(target)


def _put_aside(target: Path) -> Path | None:
    """Give what stands at `target`, and its journal, another name; `target` is free then.

    The file leaves before its journal does: under the old name it would be taken for whole without it.
    """
    journal = _journal(target)
    if not target.exists():
        if journal.exists():
            left = [path for path in target.parent.glob("*-journal") if path != journal and _equal(path, journal)]
            if not left:
                publish(journal, _journal(_aside(journal, target, tr("before restore"))))
            journal.unlink(missing_ok=True)
        return None
    damage = not journal.exists() and examine(target).refusal
    aside = _aside(target, target, tr("damaged") if damage else tr("before restore"))
    if journal.exists() and not _journal(aside).exists():
        _copy_journal(journal, _journal(aside))
    if not aside.exists():
        publish(target, aside)
    sync_folder(target.parent)
    target.unlink(missing_ok=True)
    journal.unlink(missing_ok=True)
    return aside


def _copy_journal(journal: Path, target: Path) -> None:
    """Put a copy of a journal under another name."""
    with placed(target) as temporary:
        shutil.copyfile(journal, temporary)


def _aside(dated: Path, target: Path, word: str) -> Path:
    """Return a free name beside `target` that tells why and of when it is, or the one it was about to get before."""
    at = datetime.fromtimestamp(dated.stat().st_mtime).astimezone().strftime("%Y-%m-%d %H.%M")
    for n in itertools.count(1):
        note = f" ({word} {at})" if n == 1 else f" ({word} {at}, {n})"
        stem = target.stem
        while len(os.fsencode(f"{stem}{note}{target.suffix}-journal")) > _NAME_BYTES:
            stem = stem[:-1]
        aside = target.with_name(f"{stem}{note}{target.suffix}")
        pairs = ((aside, target), (_journal(aside), _journal(target)))
        if all(not os.path.lexists(new) or _equal(new, old) for new, old in pairs):
            return aside
    raise AssertionError("numbers do not end")


def _equal(one: Path, other: Path) -> bool:
    """Tell whether both are files with the same bytes."""
    if not (one.is_file() and other.is_file()):
        return False
    return one.samefile(other) or filecmp.cmp(one, other, shallow=False)


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _folder(project_id: str) -> Path:
    """Return the folder of a project; an id that none of ours gave it cannot lead elsewhere."""
    known = _ID.fullmatch(project_id)
    return paths.backups() / (project_id if known else hashlib.sha256(project_id.encode("utf-8", "replace")).hexdigest()[:32])


def _folders(project: str | Path) -> list[Path]:
    if isinstance(project, str):
        return [_folder(project)]
    here = project.resolve()
    seen = {folder: path for folder in _entries(paths.backups()) if (path := _noted(folder))}
    same = [folder for folder, path in seen.items() if path == here]
    return same or [folder for folder, path in seen.items() if path.name == here.name]


def _entries(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from sorted(folder.iterdir())


def _within(folder: Path) -> Iterator[Backup]:
    for path in _entries(folder):
        match = _NAME.fullmatch(path.name)
        if match and path.is_file() and not path.is_symlink():
            with contextlib.suppress(ValueError):
                yield Backup(path, datetime.strptime(match[1], _TIME).replace(tzinfo=UTC), match[2])


def _name(at: datetime, reason: str, number: int) -> str:
    return f"{at.strftime(_TIME)}Z-{reason}{'' if number == 1 else f'-{number}'}.annotator"


def _note(folder: Path, project: Kept) -> None:
    """Note where a project is now."""
    about = json.dumps({"id": project.id, "path": str(project.path.resolve())})
    if _noted(folder) != project.path.resolve():
        with placed(folder / _NOTE, replace=True) as temporary:
            temporary.write_text(about, encoding="utf-8")


def _noted(folder: Path) -> Path | None:
    """Return where the project of a folder was seen last."""
    try:
        with (folder / _NOTE).open("rb") as file:
            about: Any = json.loads(file.read(_NOTE_BYTES))
        return Path(str(about["path"]))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _time(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _utc(now: datetime | None) -> datetime:
    return (now or datetime.now(UTC)).astimezone(UTC)
