"""Times everything but the window and prints a table beside the budgets.

    python tests/benchmarks/run.py [--runs 5] [--only detection]

Figures are the median of the runs, with the quickest and the slowest. The machine may be shared: compare within one run.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from annotator import formats
from annotator.core.change import Change
from annotator.core.commands import review, speakers, transcripts
from annotator.core.finding import Finding, Fix, Span
from annotator.core.i18n import msg
from annotator.core.model import Transcript, Turn
from annotator.detectors import DETECTORS, analyse
from annotator.project import Project

MASCULINE = "договор заказ адрес счет тариф курьер номер звонок клиент менеджер магазин диван телефон сервис кабинет платеж возврат"
FEMININE = "доставк оплат заявк кнопк настройк скидк недел минут сумм карт почт систем программ"
INVARIABLE = (
    "да нет вот ну значит так и а но что как где когда это то мне вам у меня вас есть был была будет можно нужно надо если "
    "сейчас сегодня завтра хорошо понятно подскажите пожалуйста спасибо потому еще уже только не на в по за с к от до"
)
SMALL = INVARIABLE.split()
NOUNS = [stem + ending for stem in MASCULINE.split() for ending in ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")]
NOUNS += [stem + ending for stem in FEMININE.split() for ending in ("а", "у", "ой", "е", "и", "ам", "ами", "ах")]


class Table:
    """Runs what is to be timed and prints one row a figure."""

    def __init__(self, runs: int):
        self._runs = runs
        print(f"{'':58} {'median':>9} {'from':>9} {'to':>9}   budget")

    def row(self, name: str, budget: str, work: Callable[[], object], runs: int | None = None) -> None:
        times = []
        for _ in range(runs or self._runs):
            began = time.perf_counter()
            work()
            times.append(1000 * (time.perf_counter() - began))
        print(f"{name:58} {statistics.median(times):6.1f} ms {min(times):6.1f} ms {max(times):6.1f} ms   {budget}", flush=True)


def call(turns: int, words: int = 25, seed: int = 1) -> bytes:
    """Make a call with that many words a turn on average; every 25th turn begins with the end of the one before."""
    rng = random.Random(seed)
    lines: list[str] = []
    for n in range(turns):
        count = max(1, round(rng.gauss(words, words / 3)))
        said = [rng.choice(SMALL if rng.random() < 0.55 else NOUNS) for _ in range(count)]
        if n % 25 == 24:
            said = lines[-1].split()[-8:] + said
        lines.append(f"{('Саппорт (SPK00)', 'Клиент (SPK01)')[rng.random() < 0.5]}: {' '.join(said)}")
    return ("\n".join(lines) + "\n").encode()


def transcript_of(turns: int, seed: int = 1) -> Transcript:
    return transcripts.as_transcript(formats.read(call(turns, seed=seed), "call.txt")[0])


def finding_in(transcript: Transcript, turn_id: int) -> Finding:
    """Make a finding that removes the first word of a turn."""
    span = Span.of(transcript, turn_id, 0, len(transcript.turn(turn_id).text.split()[0]))
    return Finding(f"benchmark {turn_id}", "duplicates", "repeat", 1.0, (span,), (msg("Said twice"),), Fix(msg("Remove"), (span,)))


def command_line(table: Table) -> None:
    table.row("annotator --help, process start to end", "400 ms", lambda: _start("--help"))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "call.txt")
        file.write_bytes(call(60))
        table.row("annotator check, one call of 60 turns", "", lambda: _start("check", str(file)))


def _start(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "annotator", *arguments], stdout=subprocess.DEVNULL, check=False)


def detection(table: Table) -> None:
    transcript = transcript_of(1000)
    for detector in DETECTORS:
        run = lambda detector=detector: list(detector.find(transcript, min_confidence=detector.threshold))  # noqa: E731
        table.row(f"{detector.name}, 1,000 turns (25,000 words), first run", "", run, 1)
        table.row(f"{detector.name}, 1,000 turns (25,000 words)", "", run)
    table.row("all detectors, 1,000 turns (25,000 words)", "1500 ms", lambda: list(analyse(transcript)))
    sizes = {"duplicates": ((1_000, 5), (10_000, 2), (100_000, 1)), "speakers": ((1_000, 3), (10_000, 1))}
    per_turn = {"duplicates": 0.3, "speakers": 0.7}
    after_edit = {"duplicates": "10 ms", "speakers": "40 ms"}
    for detector in DETECTORS:
        for turns, runs in sizes[detector.name]:
            # Another call each time: what a detector remembers of pairs it has seen would flatter it.
            calls = [transcript_of(turns, seed) for seed in range(2, 2 + runs)]
            find = lambda calls=calls, detector=detector: list(  # noqa: E731
                detector.find(calls.pop(), min_confidence=detector.threshold)
            )
            budget = f"{per_turn[detector.name] * turns:.0f} ms"
            table.row(f"{detector.name}, {turns:,} turns never seen before", budget, find, runs)
        for turns, budget in ((60, after_edit[detector.name]), (10_000, "")):
            edited, memory = transcript_of(turns), {}
            list(detector.find(edited, min_confidence=detector.threshold, memory=memory))
            versions = [edited := _edited(edited, turn) for turn in edited.turns[: 50 * turns // 60 : turns // 60]]
            versions.reverse()
            edit = lambda versions=versions, memory=memory, detector=detector: list(  # noqa: E731
                detector.find(versions.pop(), min_confidence=detector.threshold, memory=memory)
            )
            table.row(f"{detector.name} after an edit of a turn, {turns:,} turns", budget, edit, len(versions))


def _edited(transcript: Transcript, turn: Turn) -> Transcript:
    return transcript.apply(Change.of(msg("Edit"), [(turn, replace(turn, text=f"{turn.text} {turn.text.split()[0]}а"))]))


def importing(table: Table) -> None:
    for turns, budget in ((10_000, ""), (100_000, "2000 ms")):
        data = call(turns, 12)
        table.row(f"read text, {turns:,} lines, {len(data) / 1e6:.1f} MB", budget, lambda data=data: formats.read(data, "call.txt"))


def project(table: Table) -> None:
    base = transcript_of(10_000)
    ids = iter(range(1, 10_000))
    table.row("relabel a turn, 10,000 turns, in memory", "16 ms", lambda: base.apply(_relabel(base, next(ids))))
    table.row("accept a finding, 10,000 turns, in memory", "16 ms", lambda: base.apply(_accept(base, next(ids))))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "benchmark.annotator")
        with Project.create(path) as opened:
            now = lambda: opened.transcript(1)  # noqa: E731
            change = transcripts.add(formats.read(call(10_000), "call.txt")[0], 1)
            table.row("add a transcript of 10,000 turns to a project", "", lambda: opened.apply(change), 1)
            table.row("relabel a turn, 10,000 turns, committed", "16 ms + disk", lambda: opened.apply(_relabel(now(), next(ids))))
            table.row("accept a finding, 10,000 turns, committed", "16 ms + disk", lambda: opened.apply(_accept(now(), next(ids))))
            table.row("undo, 10,000 turns, committed", "16 ms + disk", opened.undo)
        table.row("open a project of 10,000 turns, first transcript read", "250 ms", lambda: _open(path))


def _relabel(transcript: Transcript, turn_id: int) -> Change:
    other = "SPK01" if transcript.turn(turn_id).speaker_id == "SPK00" else "SPK00"
    return speakers.relabel(transcript, [turn_id], other)


def _accept(transcript: Transcript, turn_id: int) -> Change:
    return review.accept(transcript, finding_in(transcript, turn_id))


def _open(path: Path) -> None:
    with Project.open(path) as opened:
        opened.transcript(1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parts = {part.__name__: part for part in (command_line, detection, importing, project)}
    parser.add_argument("--only", choices=parts)
    args = parser.parse_args()
    table = Table(args.runs)
    for name, part in parts.items():
        if args.only in (None, name):
            part(table)


if __name__ == "__main__":
    main()
