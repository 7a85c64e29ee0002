"""Words of a call must not get out: python tests/torture/canary.py [--keep FOLDER] [--quick]

A session with the command line and with the window (offscreen), in which every field holds words that are nowhere else: import,
edits, comments, topics, rules, search, replacement, codebooks, exports, errors that quote them, a killed window, a crash. Then all
files that are there are searched for the words, in four encodings and in what is packed in them. They are in the project, its
backups and the exports, and nowhere else; after redaction and purge they are in the exports alone. What was made can be read by
nobody else. Exits with 1 when something is found.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

WORDS = ("zqcanary", "щъканарейка")
"""Found nowhere but where a session has put them."""
NAME = "zqname"
"""What the call's file is called: settings name the projects that were open last, and their paths."""
SAID = " ".join(WORDS)
ENCODINGS = ("utf-8", "cp1251", "utf-16-le", "utf-16-be", "koi8-r", "cp866")
CALL = f"""Клиент (SPK00): добрый день {SAID} у меня не приходят письма
Саппорт (SPK01): здравствуйте подскажите ваш адрес
Клиент (SPK00): да и сколько это стоит {SAID} сколько это стоит {SAID} сейчас
{SAID} (SPK01): тариф стоит две тысячи в месяц
"""
OPEN: dict[str, Any] = {"umask": 0} if os.name == "posix" else {}
"""How programs are started: with no file private unless it is made so."""
MAY_NAME = ("settings.json", "starting.json", "about.json")
"""Files outside of the project that may hold its name: which were open last, and of which one these are the backups."""


# ---------------------------------------------------------------------- the session


def session(folder: Path, thorough: bool) -> list[str]:
    """Do what a user does, and some things that nobody should; return what went otherwise than it was to.

    If `thorough`, with all commands and the window.
    """
    calls, exports = folder / "calls", folder / "exports"
    for made in (calls, exports, folder / "home", folder / "tmp"):
        made.mkdir()
    call = calls / f"{NAME}.txt"
    call.write_text(CALL, encoding="utf-8")
    (calls / f"{SAID}.txt").write_bytes(CALL.encode("cp1251"))
    (calls / "broken.txt").write_bytes(f"{SAID}\0\n{SAID}".encode())
    (calls / "rules.json").write_text(f'{{"annotator_rules": 1, "sets": [{{"name": "{SAID}"}}]}}', encoding="utf-8")
    (calls / "book.csv").write_text(f"topic,keywords\n{SAID},{SAID}\n", encoding="utf-8")
    project = calls / f"{NAME}.annotator"
    wrong: list[str] = []

    def run(expected: int, *arguments: str | Path) -> None:
        command = [sys.executable, "-m", "annotator", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, env=environment(folder), cwd=exports, timeout=120, check=False, **OPEN)
        if done.returncode != expected:
            wrong.append(f"{arguments[0]} ended with {done.returncode}: {done.stderr.decode()[-300:]}")

    run(0, "import", project, call, calls / f"{SAID}.txt")
    run(1, "check", "--json", call, "--role-word", f"{WORDS[0]}=agent")
    run(2, "check", calls / f"{SAID} missing.txt", calls / "broken.txt")
    (exports / "text").mkdir(mode=0o700)
    run(0, "export", project, "-o", exports / "text", "-F", "text")
    if thorough:
        run(1, "check", call, "--allow", SAID)
        run(0, "clean", call, "-o", exports / "clean.txt")
        run(0, "list", project)
        run(0, "stats", project, "--csv", exports / "stats.csv")
        run(1, "learn", project)
        for name in ("csv", "jsonl", "docx", "pairs"):
            (exports / name).mkdir(mode=0o700)
            run(0, "export", project, "-o", exports / name, "-F", name)
        run(2, "check", call, "--encoding", SAID)
        run(2, "check", call, "--role-word", f"{SAID}=nobody")
        run(2, "check", call, "--learned", call)
        run(2, "import", folder / SAID / "p.annotator", call)
        run(2, "import", call, call)
        run(2, "export", project, "-o", folder / SAID / "deep" / "x.txt", "--transcript", "1")
    bug = f"import sys; sys.argv = ['annotator', 'check', {str(call)!r}]; from annotator import __main__, formats\n"
    bug += f"def fail(*_): raise KeyError({SAID!r}) from ValueError({SAID!r})\nformats.read_file = fail\nsys.exit(__main__.main())"
    done = subprocess.run(
        [sys.executable, "-c", bug], capture_output=True, env=environment(folder), timeout=60, check=False, **OPEN
    )
    if done.returncode != 70:
        wrong.append(f"a bug in a command ended with {done.returncode}")
    if thorough:
        for number, (how, arguments) in enumerate(((-signal.SIGKILL, [call]), (-signal.SIGSEGV, []), (0, [])), 1):
            command = [sys.executable, __file__, "--window", str(number), "--keep", str(folder), *map(str, arguments)]
            # What the program prints on a terminal is not kept, and may say more.
            done = subprocess.run(command, capture_output=True, env=environment(folder), timeout=120, check=False, **OPEN)
            if done.returncode != how:
                wrong.append(f"window {number} ended with {done.returncode}: {done.stderr.decode()[-600:]}")
    return wrong


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a user with a home of its own."""
    home = str(folder / "home")
    own = {name: str(folder / "tmp") for name in ("TMPDIR", "TEMP", "TMP")}
    own |= {"HOME": home, "USERPROFILE": home, "APPDATA": home, "LOCALAPPDATA": home, "QT_QPA_PLATFORM": "offscreen"}
    own |= {"ANNOTATOR_CONFIG_DIR": str(folder / "config"), "PYTHONDONTWRITEBYTECODE": "1", "LANG": "ru_RU.UTF-8"}
    return {name: value for name, value in os.environ.items() if not name.startswith("XDG_")} | own


def in_window(number: int, folder: Path, arguments: list[str]) -> int:
    """Run the program with something that acts in it as a user does."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from annotator.__main__ import app

    running = QApplication(sys.argv[:1])
    running.setQuitOnLastWindowClosed(True)
    steps = {1: _first, 2: _second, 3: _third}[number](folder)
    waiting: list[Callable[[], bool]] = [lambda: True]
    ticks = 0

    def act() -> None:
        nonlocal ticks
        ticks += 1
        if ticks > 2000:
            os._exit(99)
        try:
            if waiting[0]():
                ticks = 0
                waiting[0] = next(steps)
        except StopIteration:
            timer.stop()

    timer = QTimer(interval=20)
    timer.timeout.connect(act)
    timer.start()
    return app(arguments)


def _window() -> Any:
    from PySide6.QtWidgets import QApplication

    from annotator.gui.main_window import MainWindow

    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()), None)


def _rest() -> bool:
    """Tell whether the window is there and has nothing to do."""
    window = _window()
    session = window and window.session
    return bool(session and session.transcript is not None and not session.analysing and not session.working and not session.busy)


def _type(text: str) -> None:
    from driving import type_text
    from PySide6.QtWidgets import QApplication

    widget = QApplication.focusWidget()
    if widget is not None:
        type_text(widget, text)


def _first(folder: Path) -> Iterator[Callable[[], bool]]:
    """Edit, tag, search, replace, export; fail in every way; then be killed while something is being typed."""
    from driving import press, type_text
    from PySide6.QtCore import Qt, QTimer, qWarning
    from PySide6.QtWidgets import QApplication, QFileDialog

    from annotator import formats
    from annotator.core.commands import allowed, role_words, speakers, topics, turns
    from annotator.formats import codebook
    from annotator.formats.base import ExportOptions
    from annotator.gui.dialogs import codebook as codebooks
    from annotator.gui.dialogs.replace import ReplaceDialog
    from annotator.search import rules
    from annotator.search.matching import Query

    key = Qt.Key
    yield _rest
    window = _window()
    session, table = window.session, window.table
    table.setFocus()
    press(table, key.Key_F2)
    yield lambda: table.editor is not None
    _type(f"{SAID} ")
    press(QApplication.focusWidget(), key.Key_Return)
    yield _rest
    for command, *values in (
        (turns.comment, 1, SAID),
        (allowed.allow, SAID),
        (role_words.add, SAID, "agent"),
        (speakers.rename, "SPK00", SAID),
        (turns.set_text, 2, f"подскажите {SAID}"),
        (turns.split, 3, 9),
    ):
        session.do(command, *values)
    assert session.project is not None
    session.apply(lambda: topics.add(session.project.topics, SAID, "#112233", SAID, keywords=[SAID]))
    session.project.set_setting(rules.SETTING, rules.to_json([rules.RuleSet(SAID, (rules.Rule(SAID, Query(SAID, f"{SAID}!")),))]))
    yield _rest
    press(table, key.Key_F, Qt.KeyboardModifier.ControlModifier)
    _type(SAID)
    yield _rest
    press(table, key.Key_H, Qt.KeyboardModifier.ControlModifier)
    dialog = next(d for d in window.findChildren(ReplaceDialog) if d.isVisible())
    type_text(dialog.replacement, f"{SAID}!")
    dialog.words.selectAll()
    type_text(dialog.words, SAID)
    press(dialog.words, key.Key_Return)
    yield lambda: not dialog._timer.isActive() and dialog._complete
    before = len(session.project.history())
    press(dialog.list, key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    yield lambda: len(session.project.history()) > before
    dialog.close()
    QFileDialog.getOpenFileName = lambda *_: (str(folder / "calls" / "book.csv"), "")  # type: ignore[method-assign]
    codebooks.import_codebook(session, window)
    yield _rest
    QFileDialog.getOpenFileName = lambda *_: (str(folder / "calls" / f"{SAID}.csv"), "")  # type: ignore[method-assign]
    codebooks.import_codebook(session, window)
    yield _rest
    formats.write_file(folder / "exports" / "book.csv", codebook.encode_csv(session.project.topics))
    shown, named = session.transcript, folder / "exports" / f"{SAID}.txt"
    session.export(lambda path: formats.write_file(path, formats.write(shown, "text", ExportOptions())), [named])
    yield _rest
    session.export(lambda path: formats.write_file(path, b""), [folder / SAID / SAID / "x.txt"])
    yield _rest
    session.undo()
    session.redo()
    session.open_paths([folder / "calls" / name for name in ("broken.txt", f"{SAID} missing.txt", f"{SAID} missing.annotator")])
    yield _rest
    session.guard(rules.from_json, (folder / "calls" / "rules.json").read_bytes())

    def fail() -> None:
        secret = SAID
        raise KeyError(secret) from ValueError({SAID: secret})

    for _ in range(3):
        QTimer.singleShot(0, fail)
    qWarning(SAID)
    qWarning(f"QWidget({SAID}): {SAID}")
    threading.Thread(target=fail, name=SAID).start()
    count = iter(range(30))
    yield lambda: next(count) > 20
    table.setFocus()
    press(table, key.Key_F2)
    _type(f"{SAID} draft ")
    count = iter(range(120))
    yield lambda: next(count) > 110
    os.kill(os.getpid(), signal.SIGKILL)


def _second(_folder: Path) -> Iterator[Callable[[], bool]]:
    """Come back to what was open, and crash in C code."""
    yield _rest
    count = iter(range(40))
    yield lambda: next(count) > 30
    os.kill(os.getpid(), signal.SIGSEGV)


def _third(_folder: Path) -> Iterator[Callable[[], bool]]:
    """Come back once more, and close the window."""
    yield _rest
    count = iter(range(60))
    yield lambda: next(count) > 50
    _window().close()
    yield lambda: False


# ---------------------------------------------------------------------- the search


def forms(words: tuple[str, ...] = WORDS) -> dict[bytes, str]:
    """Return what the words look like in bytes, in any case, and what to call that."""
    found = {}
    for word in words:
        for form in {word, word.upper(), word.title()}:
            for encoding in ENCODINGS:
                try:
                    found[form.encode(encoding)] = f"{word} in {encoding}"
                except UnicodeEncodeError:
                    continue
            found[form.encode("unicode_escape")] = f"{word} as escapes"
    return found


def hits(path: Path, wanted: dict[bytes, str]) -> list[str]:
    """Return which words are in a file: as they are, packed, or in the packed values of a database."""
    data = path.read_bytes()
    pieces = [data, *unpacked(data)]
    if data.startswith(b"SQLite format 3\0"):
        pieces += _values(path)
    return sorted({name for piece in pieces for form, name in wanted.items() if form in piece})


def unpacked(data: bytes) -> Iterator[bytes]:
    """Yield what can be unpacked from any place of the data on, as far as that goes."""
    for head in (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda", b"\x1f\x8b"):
        at = data.find(head)
        while at >= 0:
            packer = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
            piece = b""
            try:
                for start in range(at, len(data), 64):
                    piece += packer.decompress(data[start : start + 64])
            except zlib.error:
                pass
            yield piece
            at = data.find(head, at + 1)


def _values(path: Path) -> Iterator[bytes]:
    db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    db.text_factory = bytes
    for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        for row in db.execute(f"SELECT * FROM {table.decode()}"):
            for value in row:
                if isinstance(value, bytes):
                    yield value
                    yield from unpacked(value)
    db.close()


def searched(folder: Path, exempt: Callable[[Path], bool]) -> list[str]:
    """Return where the words are, and the name of the call where it may not be."""
    found = []
    for path in (p for p in folder.rglob("*") if p.is_file() and not exempt(p)):
        found += [f"{path.relative_to(folder)} has {word}" for word in hits(path, forms())]
        if path.name not in MAY_NAME:
            found += [f"{path.relative_to(folder)} has {word}" for word in hits(path, forms((NAME,)))]
        if any(word in path.name for word in WORDS):
            found.append(f"{path.relative_to(folder)} is called so")
    return found


def open_to_others(folder: Path) -> list[str]:
    """Return what somebody else may read of what was made, where the system tells."""
    if sys.platform == "win32":
        return []
    made = [p for part in ("config", "tmp", "exports", "calls") for p in (folder / part).rglob("*")]
    made.append(folder / "config")
    ours = [p for p in made if not (p.parent.name == "calls" and p.suffix in (".txt", ".csv", ".json"))]
    return [f"{p.relative_to(folder)} has mode {stat.S_IMODE(p.stat().st_mode):o}" for p in ours if p.stat().st_mode & 0o077]


def forget(folder: Path) -> None:
    """Have the program forget the words: redact the calls, delete what the calls share, the history and the backups."""
    from annotator.core.change import Change
    from annotator.core.i18n import msg
    from annotator.project import Project
    from annotator.search import rules
    from annotator.storage import backups

    with Project.open(folder / "calls" / f"{NAME}.annotator") as project:
        shared = (*project.allowed, *project.role_words, *reversed(project.topics))
        if shared:
            project.apply(Change.of(msg("Delete"), [(entity, None) for entity in shared]))
        project.set_setting(rules.SETTING, rules.to_json(()))
        for header in project.transcripts():
            project.redact(header.id, {SAID: "…", **dict.fromkeys((*WORDS, NAME), "…")})
        project.purge()
        backups.purge(project.id)


def redacted_alone(folder: Path) -> list[str]:
    """Return what is left in a project whose call was redacted, and whose history was kept."""
    from annotator import formats
    from annotator.core.commands import speakers, transcripts, turns
    from annotator.project import Project

    path = folder / "redacted.annotator"
    with Project.create(path) as project:
        project.apply(transcripts.add(formats.read(CALL.encode(), f"{SAID}.txt")[0], 1))
        for command, *values in ((turns.comment, 1, SAID), (speakers.rename, "SPK00", SAID), (turns.set_text, 2, f"да {SAID}")):
            project.apply(command(project.transcript(1), *values))
        project.undo()
        project.set_draft(1, 2, f"нет {SAID}", SAID)
        project.set_setting("place", f'{{"filter": {{"text": "{SAID}"}}}}')
        if not hits(path, forms()):
            return ["the words are not even in the project before"]
        project.redact(1, {SAID: "…", **dict.fromkeys(WORDS, "…")})
        left = hits(path, forms())
        while project.undo():
            pass
        if project.transcripts():
            left.append("what was done before cannot be undone")
    return [f"after redaction alone: {told}" for told in left]


def run(folder: Path, thorough: bool = True) -> list[str]:
    """Do the session in a folder; return what was found that must not be."""
    os.environ["ANNOTATOR_CONFIG_DIR"] = str(folder / "config")
    wrong = session(folder, thorough)
    inside = (folder / "calls", folder / "exports", folder / "config" / "backups")
    project = folder / "calls" / f"{NAME}.annotator"
    if len(hits(project, forms())) < len(WORDS):
        wrong.append("the words are not even in the project: the search finds nothing")
    wrong += searched(folder, lambda path: any(path.is_relative_to(part) for part in inside))
    wrong += open_to_others(folder)
    beside = [p for p in (folder / "calls").iterdir() if p.suffix not in (".txt", ".csv", ".json") and p != project]
    wrong += [f"{path.name} stands beside the project" for path in beside if not path.name.endswith(".lock")]
    wrong += [f"{path.name} has {word}" for path in beside for word in hits(path, forms())]
    wrong += redacted_alone(folder)
    (folder / "redacted.annotator").unlink()
    forget(folder)
    left = [p for p in (folder / "calls").iterdir() if p.suffix in (".txt", ".csv", ".json")]
    wrong += [f"after redaction: {told}" for told in searched(folder, lambda p: p in left or p.is_relative_to(folder / "exports"))]
    return wrong


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--window", type=int, help=argparse.SUPPRESS)
    args, rest = parser.parse_known_args(argv)
    if args.window is not None:
        return in_window(args.window, args.keep, rest)
    folder = args.keep or Path(tempfile.mkdtemp())
    try:
        wrong = run(folder, not args.quick)
        files = sum(path.is_file() for path in folder.rglob("*"))
    finally:
        if args.keep is None:
            shutil.rmtree(folder)
    print(f"privacy canary: {files} files searched, {len(wrong)} that must not be", *wrong, sep="\n  ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
