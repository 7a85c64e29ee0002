"""Times the import of a thousand files of mixed formats, by the command line and by the real window.

Prints seconds, the peak of memory, and the longest time in which the window did not answer. Run as
``python tests/benchmarks/imports.py [--files N] [--turns N] [--only cli|window]``.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

WORDS = 4000
BEAT_MS = 5
LONGEST = 0.1


def word(number: int) -> str:
    syllables = ("ба", "во", "гра", "де", "жи", "зу", "ка", "ле", "ми", "но", "пе", "ру", "сы", "та", "фе", "хо")
    return "".join(syllables[number >> shift & 15] for shift in (0, 4, 8))


def turns(number: int, count: int) -> list[tuple[str, int, int, str]]:
    """Return turns (speaker, start and end in ms, words); each file has words in an order of its own."""
    chance = random.Random(number)
    made, at = [], 0
    for n in range(count):
        said = " ".join(word(chance.randrange(WORDS)) for _ in range(chance.randint(4, 22)))
        long = 350 * len(said.split())
        made.append((f"SPK0{n % 2}", at, at + long, said))
        at += long + 400
    return made


def clock(ms: int, comma: str = ",") -> str:
    seconds = ms // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{comma}{ms % 1000:03}"


def text(said: list[tuple[str, int, int, str]]) -> str:
    return "".join(f"{('Клиент', 'Саппорт')[speaker == 'SPK01']} ({speaker}): {words}\n" for speaker, _, _, words in said)


def srt(said: list[tuple[str, int, int, str]]) -> str:
    return "\n".join(f"{n}\n{clock(a)} --> {clock(b)}\n{speaker}: {words}\n" for n, (speaker, a, b, words) in enumerate(said, 1))


def vtt(said: list[tuple[str, int, int, str]]) -> str:
    cues = (f"{clock(a, '.')} --> {clock(b, '.')}\n<v {speaker}>{words}\n" for speaker, a, b, words in said)
    return "WEBVTT\n\n" + "\n".join(cues)


def whisperx(said: list[tuple[str, int, int, str]]) -> str:
    segments: list[dict[str, Any]] = []
    for speaker, a, b, words in said:
        step = (b - a) / 1000 / len(words.split())
        timed = [
            {
                "word": w,
                "start": round(a / 1000 + n * step, 3),
                "end": round(a / 1000 + (n + 1) * step, 3),
                "score": 0.9,
                "speaker": speaker,
            }
            for n, w in enumerate(words.split())
        ]
        segments.append({"start": a / 1000, "end": b / 1000, "text": f" {words}", "words": timed, "speaker": speaker})
    return json.dumps({"segments": segments, "language": "ru"}, ensure_ascii=False)


def table(said: list[tuple[str, int, int, str]]) -> str:
    return "start,end,speaker,text\n" + "".join(
        f"{clock(a, '.')},{clock(b, '.')},{speaker},{words}\n" for speaker, a, b, words in said
    )


KINDS = ((text, ".txt"), (srt, ".srt"), (vtt, ".vtt"), (whisperx, ".json"), (table, ".csv"))


def write(folder: Path, files: int, count: int) -> None:
    """Write the files: of a hundred one is empty, one cut off, one there already and one nearly so."""
    for n in range(files):
        make, suffix = KINDS[n % len(KINDS)]
        said = turns(n, count)
        if n % 100 == 60:
            said = [
                (speaker, a, b, words + " и") if at == 3 else (speaker, a, b, words)
                for at, (speaker, a, b, words) in enumerate(turns(n - 5, count))
            ]
        body = make(turns(n - 50, count) if n % 100 == 70 else said).encode()
        body = b"" if n % 100 == 81 else body[: len(body) // 2] if n % 100 == 83 else body
        place = folder / f"{n // 100:02}" / f"call {n:04}{suffix}"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(body)
        if n % 50 == 0:
            (place.parent / f"call {n:04}.mp3").write_bytes(b"ID3")


def with_command_line(folder: Path, work: Path) -> None:
    began = time.perf_counter()
    command = [sys.executable, "-m", "annotator", "--language", "en", "import", str(work / "cli.annotator"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    taken = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"command line: {taken:.1f} s, peak {peak:.0f} MB, status {done.returncode}")
    print(f"  {done.stdout.splitlines()[-1]}")


def with_window(folder: Path, work: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from annotator.gui.main_window import MainWindow
    from annotator.gui.responsive import Responsive
    from annotator.gui.session import Session
    from annotator.gui.theme import Theme
    from annotator.importing import counts

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    session = Session("en")
    Responsive(session)
    window = MainWindow(session, Theme(app))
    window.resize(1440, 900)
    window.show()
    session.create_project(work / "window.annotator")
    for _ in range(20):
        app.processEvents()
    gaps: list[float] = []
    schedule = Path(f"/proc/self/task/{os.getpid()}/schedstat")

    def now() -> float:
        waited = int(schedule.read_text().split()[1]) if schedule.exists() else 0
        return time.perf_counter() - waited / 1e9

    last = [now()]

    def beat() -> None:
        gaps.append(now() - last[0])
        last[0] = now()

    timer = QTimer(interval=BEAT_MS)
    timer.timeout.connect(beat)
    timer.start()
    loop = QEventLoop()
    session.imports.ended.connect(lambda _: QTimer.singleShot(500, loop.quit))
    began = time.perf_counter()
    session.open_paths([folder])
    last[0] = now()
    loop.exec()
    taken = time.perf_counter() - began - 0.5
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = {state: number for state, number in counts(session.imports.outcomes).items() if number}
    over = sorted((gap for gap in gaps if gap > LONGEST), reverse=True)
    print(f"window: {taken:.1f} s, peak {peak:.0f} MB, longest gap {max(gaps):.3f} s, {len(over)} over {LONGEST} s")
    print(f"  {found}, passed over {dict(session.imports.passed_over)}")
    window.close()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--turns", type=int, default=120)
    parser.add_argument("--only", choices=("cli", "window"))
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        os.environ["ANNOTATOR_CONFIG_DIR"] = str(work / "config")
        write(work / "calls", args.files, args.turns)
        size = sum(path.stat().st_size for path in (work / "calls").rglob("*") if path.is_file()) / 1e6
        print(f"{args.files} files of {args.turns} turns, {size:.0f} MB")
        for kind, run in (("cli", with_command_line), ("window", with_window)):
            if args.only in (None, kind):
                process = multiprocessing.get_context("spawn").Process(target=run, args=(work / "calls", work))
                process.start()
                process.join()


if __name__ == "__main__":
    main()
