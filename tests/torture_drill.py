"""Projects to back up, restore, damage and rescue."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from torture_report import Outcome

from annotator.core.change import Change
from annotator.core.commands import topics, transcripts, turns
from annotator.core.errors import AnnotatorError
from annotator.core.i18n import msg
from annotator.core.model import Imported, SourceTurn, Speaker
from annotator.project import Project
from annotator.storage import backups
from annotator.storage.salvage import salvage

PAGE = 4096
WORDS = "добрый день подскажите пожалуйста номер заказа сейчас посмотрю одну минуту спасибо до свидания".split()


def said(call: int, turn: int) -> str:
    """Return what is said in a turn: there is no other like it."""
    chance = random.Random(call * 100_000 + turn)
    return f"к{call}р{turn} " + " ".join(chance.choices(WORDS, k=chance.randrange(3, 25)))


def call_of(number: int, size: int) -> Imported:
    heard = (SourceTurn(n, f"S{n % 2}", said(number, n).upper(), n * 1000, n * 1000 + 900) for n in range(1, size + 1))
    speakers = (Speaker(0, "S0", role="клиент"), Speaker(0, "S1"))
    data = "\n".join(said(number, n) for n in range(1, size + 1)).encode("cp1251")
    return Imported(f"call {number}.txt", "text", "cp1251", data, speakers, tuple(heard))


def large(path: Path, calls: int = 4, size: int = 500, history: bool = True) -> None:
    """Make a project of calls in which each turn was edited: its words stand in one place of the file only."""
    with Project.create(path) as project:
        for number in range(1, calls + 1):
            project.apply(transcripts.add(call_of(number, size), number))
            transcript = project.transcript(number)
            pairs = [(turn, replace(turn, text=said(number, turn.id))) for turn in transcript.turns]
            project.apply(Change.of(msg("Edit"), pairs))
        project.apply(topics.add(project.topics, "Цена", "#112233"))
        project.apply(topics.tag(project.transcript(1), [1, 2, 3], 1))
        project.set_setting("place", "{}")
        if not history:
            project.purge()


# ---------------------------------------------------------------------- damage


def places(data: bytes, calls: int, size: int) -> dict[tuple[int, int], int]:
    """Return the page on which each turn stands, found by its words and not by the structure of the file."""
    found = {}
    for number in range(1, calls + 1):
        for turn in range(1, size + 1):
            text = said(number, turn).encode()
            at = data.find(text)
            assert at >= 0
            assert at // PAGE == (at + len(text)) // PAGE, "on one page"
            assert data.find(text, at + 1) < 0, "and on no other"
            found[number, turn] = at // PAGE
    return found


def _overwrite(data: bytearray, chance: random.Random) -> set[int]:
    page = chance.randrange(len(data) // PAGE)
    data[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
    return {page}


def _zero(data: bytearray, chance: random.Random) -> set[int]:
    page = chance.randrange(len(data) // PAGE)
    count = chance.randrange(1, 4)
    data[page * PAGE : (page + count) * PAGE] = bytes(len(data[page * PAGE : (page + count) * PAGE]))
    return set(range(page, page + count))


def _truncate(data: bytearray, chance: random.Random) -> set[int]:
    pages = len(data) // PAGE
    length = chance.randrange(PAGE, len(data))
    del data[length:]
    return set(range(length // PAGE, pages))


def _flip(data: bytearray, chance: random.Random) -> set[int]:
    touched = set()
    for _ in range(chance.randrange(1, 40)):
        at = chance.randrange(len(data))
        data[at] ^= 1 << chance.randrange(8)
        touched.add(at // PAGE)
    return touched


def _scratch(data: bytearray, chance: random.Random) -> set[int]:
    """Damage the beginning, where the head of the file and the list of the tables are."""
    at = chance.randrange(PAGE - 200)
    data[at : at + 100] = chance.randbytes(100)
    return {0}


def _swap(data: bytearray, chance: random.Random) -> set[int]:
    one, other = chance.sample(range(len(data) // PAGE), 2)
    data[one * PAGE : (one + 1) * PAGE] = data[other * PAGE : (other + 1) * PAGE]
    return {one}


DAMAGES: tuple[Callable[[bytearray, random.Random], set[int]], ...] = (_overwrite, _zero, _truncate, _flip, _scratch, _swap)
"""Each damages a file and returns the pages it has touched, from 0."""
LEAST = 0.95


def rescues(folder: Path, runs: int, seed: int, history: bool, calls: int = 4, size: int = 500) -> Outcome:
    """Damage a project and rescue it: at least LEAST of the turns on pages that were not touched, and never a crash."""
    original = folder / "original.annotator"
    large(original, calls, size, history)
    data = original.read_bytes()
    where = places(data, calls, size)
    outcome = Outcome()
    readable_turns = rescued_turns = 0
    for run in range(runs):
        chance = random.Random(seed * 1_000_003 + run)
        broken = bytearray(data)
        damage = DAMAGES[run % len(DAMAGES)]
        touched = damage(broken, chance)
        damaged, target = folder / "damaged.annotator", folder / f"rescued {run}.annotator"
        damaged.write_bytes(broken)
        readable = {key for key, page in where.items() if page not in touched}
        lines, rescued = list[str](), set[tuple[int, int]]()
        try:
            report = salvage(damaged, target)
            with Project.open(target) as project:
                for header in project.transcripts():
                    here = project.transcript(header.id).turns
                    kept = {(header.id, turn.id) for turn in here if turn.text == said(header.id, turn.id)}
                    rescued |= kept & readable
            outcome.seen["history kept" if report.history else "history lost"] += 1
            target.unlink()
        except AnnotatorError as error:
            if readable:
                lines.append(f"{len(readable)} turns, and: {error}")
        if damaged.read_bytes() != broken:
            lines.append("the damaged file was changed")
        if left := {path.name for path in folder.iterdir()} - {original.name, damaged.name}:
            lines.append(f"{sorted(left)} are left over")
        if len(rescued) < LEAST * len(readable):
            lines.append(f"{len(rescued)} of {len(readable)} turns rescued")
        readable_turns += len(readable)
        rescued_turns += len(rescued)
        outcome.add(lines, f"{damage.__name__} {run}")
    outcome.seen["readable turns"] = readable_turns
    outcome.seen["rescued"] = rescued_turns
    return outcome


# ---------------------------------------------------------------------- backups


def content(path: Path) -> list[object]:
    """Return all that a project holds."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
    try:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        return [list(connection.execute(f"SELECT * FROM {name}")) for name in names]
    finally:
        connection.close()


def restores(folder: Path, runs: int, seed: int) -> Outcome:
    """Back a project up after each of `runs` edits; each backup that is put back is what the project was at that moment."""
    path = folder / "project.annotator"
    large(path, calls=1, size=40)
    chance = random.Random(seed)
    moments = []
    with Project.open(path) as project:
        project_id = project.id
        now = datetime(2026, 1, 1, tzinfo=UTC)
        for n in range(runs):
            turn = chance.choice(project.transcript(1).turns)
            project.apply(turns.set_text(project.transcript(1), turn.id, f"{turn.text[:20]} {n}"))
            now += timedelta(hours=24)
            moments.append((backups.make(project, "daily", now), content(path)))
    outcome = Outcome()
    for backup, then in moments:
        lines = []
        before = content(path)
        aside = backups.restore(backup.path, path)
        if content(path) != then:
            lines.append("another content than at that moment")
        if aside is None:
            lines += [] if before == then else ["what stood there is gone"]
        elif content(aside) != before:
            lines.append("what stood there was changed")
        outcome.add(lines, backup.path.name)
    if len(backups.listed(project_id)) != runs:
        outcome.add(["backups are missing"], "listed")
    return outcome


KILLED = """
import os, sys
from pathlib import Path

last, path, backup = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
seen = 0

def count(event, values):
    # Each is told before it happens.
    global seen
    if event.startswith(("os.", "open", "shutil.")) and event not in ("os.listdir", "os.scandir"):
        if event != "open" or values[2] & (os.O_CREAT | os.O_WRONLY | os.O_RDWR):
            seen += 1
            if seen > last:
                os._exit(9)

from annotator.storage import backups
sys.addaudithook(count)
backups.restore(backup, path)
os._exit(0)
"""


def killed_restores(folder: Path, steps: int, hot: bool, every: int = 1) -> Outcome:
    """Put a backup back, being killed before `every` step that changes a file, and do it again: the end is the same.

    What stood there can be found all the time, with its journal if it has one; so can the backup.
    """
    original = folder / "original"
    original.mkdir()
    path, backup = original / "project.annotator", folder / "backup.annotator"
    large(path, calls=1, size=30)
    shutil.copyfile(path, backup)
    half_done(path, hot)
    stood = {name: file.read_bytes() for name, file in _files(original).items()}
    outcome = Outcome()
    ends: list[dict[str, bytes]] = []
    for last in [steps, *range(0, steps, every)]:
        place = folder / f"run {last}"
        shutil.copytree(original, place)  # times included
        arguments = [sys.executable, "-c", KILLED, str(last), str(place / path.name), str(backup)]
        status = subprocess.run(arguments, check=False, capture_output=True, text=True)
        lines = [] if status.returncode in (0, 9) else [status.stderr]
        left = [file.read_bytes() for file in _files(place).values()]
        lines += [f"{name} is nowhere" for name, data in stood.items() if data not in left]
        backups.restore(backup, place / path.name)
        ends.append({name: file.read_bytes() for name, file in _files(place).items()})
        if ends[-1] != ends[0]:
            lines.append(f"another end: {sorted(ends[-1])} instead of {sorted(ends[0])}")
        outcome.add(lines, f"step {last}")
        shutil.rmtree(place)
        outcome.seen["killed" if status.returncode == 9 else "done"] += 1
        if last != steps and status.returncode == 0:
            break
    if (ends[0].get(path.name), len(ends[0])) != (backup.read_bytes(), 1 + len(stood)):
        outcome.add([f"the end is {sorted(ends[0])}"], "not killed")
    return outcome


def half_done(path: Path, hot: bool) -> None:
    """Change a project; `hot` as a program does that is killed while it writes, so that a journal is left beside it."""
    code = """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA cache_size = 1")
db.execute("BEGIN")
db.execute("UPDATE turns SET text = hex(randomblob(600))")
db.execute("UPDATE source_turns SET text = hex(randomblob(600))")
if sys.argv[2] == "hot":
    os._exit(9)
db.execute("COMMIT")
"""
    subprocess.run([sys.executable, "-c", code, str(path), "hot" if hot else "done"], check=False)


def _files(folder: Path) -> dict[str, Path]:
    """Return the files of a folder but for the lock and what is hidden."""
    return {file.name: file for file in folder.iterdir() if file.suffix != ".lock" and not file.name.startswith(".")}
