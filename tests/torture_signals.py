"""Ends the real program with a signal while words are being typed in it, and looks what is left of them.

    python torture_signals.py FOLDER DURING

is the program under test: it opens the call in the folder, types, says so and waits for its end.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

CALL = "Support (SPK00): good morning how can I help\nClient (SPK01): my order has not arrived\n"
SIGNALS = () if sys.platform == "win32" else (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
PATIENCE = 60


@dataclass(frozen=True)
class Told:
    """How the program has ended, within how many seconds, and whether the words are in the project or among its drafts."""

    status: int
    errors: str
    seconds: float
    kept: bool
    leftovers: list[str]


def run_once(folder: Path, asked: int, words: str, during: str = "", wait: float = 0.0) -> Told:
    """Let the program type `words`, send the signal `wait` seconds later, and tell what came of it.

    `during` is "dialog" for a question on the screen, "refusal" for a project that cannot be changed any more.
    """
    (folder / "call.txt").write_text(CALL, encoding="utf-8")
    env = os.environ | {"ANNOTATOR_CONFIG_DIR": str(folder / "config"), "QT_QPA_PLATFORM": "offscreen"}
    env["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [sys.executable, __file__, str(folder), words, during]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, text=True, **pipes) as child:  # type: ignore[call-overload]
        assert child.stdout is not None
        try:
            said = child.stdout.readline()
            assert said == "typed\n", child.communicate(timeout=PATIENCE)
            time.sleep(wait)
            began = time.monotonic()
            child.send_signal(asked)
            _, errors = child.communicate(timeout=PATIENCE)
            seconds = time.monotonic() - began
        finally:
            child.kill()
    errors = "".join(line for line in errors.splitlines(keepends=True) if "This plugin does not support" not in line)
    left = [path.name for path in folder.iterdir() if path.name.startswith(".") or path.suffix not in (".txt", ".annotator", "")]
    return Told(child.returncode, errors, seconds, _kept(folder / "call.annotator", words), left)


def _kept(project: Path, words: str) -> bool:
    from annotator.project import Project

    with Project.open(project) as opened:
        texts = [turn.text for header in opened.transcripts() for turn in opened.transcript(header.id).turns]
        return any(words.strip() in text for text in (*texts, *(draft.text for draft in opened.drafts())))


def _type(words: str, during: str) -> None:
    """Wait for the call, type into its first turn, and say so."""
    from driving import press, type_text
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication, QMessageBox

    from annotator.core.errors import NoSpace
    from annotator.core.i18n import msg
    from annotator.gui.main_window import MainWindow
    from annotator.project import Project

    def refuse(*_: object) -> None:
        raise NoSpace(msg("The disk is full."))

    def look() -> None:
        window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)), None)
        if window is None or window.session.transcript is None or window.session.analysing or window.session.reading:
            return
        timer.stop()
        window.table.setFocus()
        press(window.table, Qt.Key.Key_Return)
        type_text(window.table.editor, words)
        if during == "refusal":
            Project.write = refuse  # type: ignore[assignment]
        print("typed", flush=True)
        if during == "dialog":
            QMessageBox(window).exec()

    timer = QTimer(interval=20)
    timer.timeout.connect(look)
    timer.start()
    _type.timer = timer  # type: ignore[attr-defined]  # kept while the program runs


if __name__ == "__main__":
    from PySide6.QtWidgets import QApplication

    from annotator.__main__ import main

    application = QApplication(sys.argv[:1])
    _type(sys.argv[2], sys.argv[3])
    sys.exit(main([str(Path(sys.argv[1]) / "call.txt")]))
