"""Times the window: start to first painted rows, a decision to its repaint, frames while scrolling.

    python tests/benchmarks/window.py [--turns 10000] [--runs 5]

Needs a screen or QT_QPA_PLATFORM=offscreen. Figures are milliseconds; the machine is shared, so compare within one run.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORDS = (
    "да нет вот значит смотрите тариф договор доставка звонок клиент менеджер заявка номер адрес завтра "
    "сегодня оплата счет система кабинет кнопка настройка интеграция телефония письмо почта руководитель скидка месяц неделя"
).split()


def make_project(path: Path, turns: int) -> None:
    """Write a project with one call: short and long turns, now and then a repeated run, as the detectors expect them."""
    from annotator import formats
    from annotator.core.commands import transcripts
    from annotator.project import Project

    rng = random.Random(1)
    lines: list[str] = []
    for n in range(turns):
        words = rng.choices(WORDS, k=rng.choice((3, 8, 12, 20, 40)))
        if n % 25 == 0 and lines:
            words = lines[-1].partition(": ")[2].split()[-8:] + words
        lines.append(f"{('Саппорт (SPK00)', 'Клиент (SPK01)')[rng.random() < 0.5]}: {' '.join(words)}")
    imported, _ = formats.read("\n".join(lines).encode(), "call.txt")
    with Project.create(path) as project:
        project.apply(transcripts.add(imported, project.new_transcript_id()))


def child(project: Path, measure: bool) -> None:
    """Run the window on `project`, print when rows were first painted, and with `measure` what decisions and frames take."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from annotator import project as project_module
    from annotator.gui import app
    from annotator.gui.turns.view import TurnsView

    began = float(os.environ["BENCHMARK_BEGAN"])
    painted = TurnsView.paintEvent
    result: dict[str, object] = {}
    seen: list[TurnsView] = []
    paints: list[int] = []

    def paint_event(view: TurnsView, event) -> None:
        painted(view, event)
        paints.append(1)
        if not seen and view.turns_model.rowCount():
            seen.append(view)
            result["first_rows"] = (time.time() - began) * 1000
            QTimer.singleShot(0, finish)

    def finish() -> None:
        if measure:
            result.update(actions(seen[0], project_module, paints))
        print(json.dumps(result), flush=True)
        seen[0].window().close()
        QApplication.exit(0)

    TurnsView.paintEvent = paint_event  # type: ignore[method-assign]
    app.run([str(project)])


def actions(view, project_module, paints: list[int]) -> dict[str, list[float]]:
    """Time keys pressed in the window, with the commit taken out, and frames while scrolling."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    session = view._session
    commit: list[float] = []
    apply = project_module.Store.apply

    def timed(store, *args, **kwargs):
        start = time.perf_counter()
        try:
            return apply(store, *args, **kwargs)
        finally:
            commit.append((time.perf_counter() - start) * 1000)

    project_module.Store.apply = timed
    out: dict[str, list[float]] = {"relabel": [], "relabel_commit": [], "accept": [], "accept_commit": [], "scroll": []}

    def press(key: Qt.Key, name: str) -> None:
        QApplication.processEvents()
        commit.clear()
        paints.clear()
        start = time.perf_counter()
        QTest.keyClick(view, key)
        while not paints:
            QApplication.processEvents()
        spent = (time.perf_counter() - start) * 1000
        out[name].append(spent - sum(commit))
        out[f"{name}_commit"].append(sum(commit))

    view.window().activateWindow()
    QTest.qWaitForWindowActive(view.window())
    view.setFocus()
    deadline = time.time() + 120
    while (session.analysing or not session.queue) and time.time() < deadline:
        QApplication.processEvents()
        time.sleep(0.01)
    for n in range(40):
        turn = session.transcript.visible[n * 7 % len(session.transcript.visible)]
        session.set_turn(turn.id)
        first = turn.speaker_id == session.transcript.speakers[0].id
        press(Qt.Key.Key_2 if first else Qt.Key.Key_1, "relabel")
    session.step_finding(1)
    for _ in range(min(40, len(session.queue))):
        press(Qt.Key.Key_Space, "accept")
    bar = view.verticalScrollBar()
    bar.setValue(0)
    for n in range(400):
        start = time.perf_counter()
        bar.setValue(bar.value() + (60 if n % 50 else 5000))
        view.viewport().repaint()
        out["scroll"].append((time.perf_counter() - start) * 1000)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        child(args.child, args.measure)
        return
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "call.annotator"
        make_project(project, args.turns)
        os.environ["ANNOTATOR_CONFIG_DIR"] = str(Path(folder) / "config")

        def start(*options: str) -> dict:
            environment = os.environ | {"BENCHMARK_BEGAN": str(time.time())}
            command = [sys.executable, __file__, "--child", str(project), *options]
            run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
            return json.loads(run.stdout.strip().splitlines()[-1])

        starts = [start()["first_rows"] for _ in range(args.runs)]
        print(f"{args.turns} turns")
        show("process start to first rows painted", starts)
        measured = start("--measure")
        show("relabel to repaint, without the commit", measured["relabel"])
        show("  its commit", measured["relabel_commit"])
        both = [sum(pair) for pair in zip(measured["accept"], measured["accept_commit"], strict=True)]
        show("accept to next finding painted, commit included", both)
        show("  its commit", measured["accept_commit"])
        show("frame while scrolling", measured["scroll"])


def show(what: str, values: list[float]) -> None:
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    print(f"{what:52} median {statistics.median(values):8.1f}   p95 {p95:8.1f}   worst {ordered[-1]:8.1f}   n {len(values)}")


if __name__ == "__main__":
    main()
