"""Starts the program as its entry point does, and writes down where on the screen things are that a mouse can go to.

    python window_under_test.py STATE_FILE [ARGUMENTS OF THE PROGRAM]

It reads and never acts: whatever happens to the window came through the window system. What is written is one JSON object,
anew with each look; places are those of the screen.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cockpit_call import turns_of
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QListView, QMenu, QMenuBar, QPushButton, QWidget

from annotator.__main__ import main
from annotator.core.commands import review
from annotator.core.errors import AnnotatorError
from annotator.core.model import Transcript
from annotator.gui.main_window import MainWindow
from annotator.gui.turns.columns import TEXT, place_of
from annotator.gui.turns.delegate import GUTTER, PAD
from annotator.gui.turns.overview import Overview
from annotator.gui.turns.units import utf16

LOOK_MS = 40
WAYS: dict[str, dict[str, Any]] = {
    "accept": {},
    "alternative": {"alternative": True},
    "place_2": {"place": 1},
    "place_3": {"place": 2},
}

Turns = list[tuple[str, str]]
Box = tuple[int, int, int, int]


def box(widget: QWidget, rect: QRect) -> Box:
    corner = widget.mapToGlobal(rect.topLeft())
    return corner.x(), corner.y(), rect.width(), rect.height()


def overdue(timer: QTimer) -> bool:
    """Tell whether a part of the window is yet to follow what has changed."""
    return timer.isActive() and timer.isSingleShot() and timer.interval() == 0


def entries(menu: QMenu | QMenuBar) -> dict[str, Box]:
    """Return where the entries of a menu stand that can be chosen, by what they are called."""

    def called(action: QAction) -> str:
        return action.text().partition("\t")[0].replace("&&", "&")

    return {called(a): box(menu, menu.actionGeometry(a)) for a in menu.actions() if a.isVisible() and a.isEnabled() and a.text()}


def dialog(shown: QDialog) -> dict[str, Any]:
    """Return where the buttons of a dialog stand that can be pressed, and the rows of its list that are in view."""
    pushed = [b for b in shown.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]
    rows = {}
    for view in (v for v in shown.findChildren(QListView) if v.isVisible() and v.isEnabled()):
        model, room = view.model(), view.viewport().rect()
        for index in (model.index(n, 0) for n in range(model.rowCount())):
            if room.contains(view.visualRect(index)):
                rows[index.row()] = (index.data(), box(view.viewport(), view.visualRect(index)))
    return {"buttons": {b.text(): box(b, b.rect()) for b in pushed}, "rows": rows}


class Watch:
    def __init__(self, path: Path):
        self._path = path
        self._looks = self._still = 0
        self._seen: dict[str, Any] = {}
        self._judged: tuple[object, object] = (None, None)
        self._ways: dict[str, Turns] = {}
        self._timer = QTimer(interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()), None)
        if window is None or window.session.transcript is None:
            return
        seen = self._describe(window, window.session.transcript)
        self._still = self._still + 1 if seen == self._seen else 0
        self._seen, self._looks = seen, self._looks + 1
        draft = self._path.with_suffix(".new")
        draft.write_text(json.dumps({"looks": self._looks, "still": self._still, **seen}, ensure_ascii=False), encoding="utf-8")
        draft.replace(self._path)

    def _describe(self, window: MainWindow, transcript: Transcript) -> dict[str, Any]:
        session, model = window.session, window.table.turns_model
        visible = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        overview = window.findChild(Overview)
        assert overview is not None
        return {
            "idle": not (session.analysing or session.working or session.busy or any(map(overdue, window.findChildren(QTimer)))),
            "finding": session.finding.key if session.finding is not None else "",
            "kind": session.finding.kind if session.finding is not None else "",
            "left": len(session.queue),
            "turns": turns_of(transcript),
            "topics": [sorted(turn.topics) for turn in transcript.visible],
            "labels": {speaker.role: speaker.label for speaker in transcript.speakers},
            "done": transcript.header.done,
            "ways": self._ways_of(window, transcript),
            "menu_bar": entries(window.menuBar()),
            "menus": [entries(w) for w in visible if isinstance(w, QMenu)],
            "dialogs": [dialog(w) for w in visible if isinstance(w, QDialog)],
            "tips": [box(w, w.rect()) for w in visible if w.windowType() == Qt.WindowType.ToolTip],
            "buttons": dict(self._buttons(window)),
            "overview": box(overview, overview.rect()),
            "table": box(window.table.viewport(), window.table.viewport().rect()),
            "rows": {row: self._row(window, row) for row in range(model.rowCount()) if self._in_view(window, row)},
        }

    def _ways_of(self, window: MainWindow, transcript: Transcript) -> dict[str, Turns]:
        """Return what each way to decide the finding at hand would make of the call."""
        finding = window.session.finding
        if self._judged != (transcript, finding):
            self._judged, self._ways = (transcript, finding), {}
            for way, options in WAYS.items() if finding is not None else ():
                try:
                    self._ways[way] = turns_of(transcript.apply(review.accept(transcript, finding, **options)))
                except AnnotatorError:
                    continue  # there is no such way
        return self._ways

    @staticmethod
    def _buttons(window: MainWindow) -> Iterator[tuple[str, Box]]:
        """Yield the buttons of the card, by the names of the actions that do the same."""
        card: Any = window.docks["finding"].widget()
        named = {"accept": card._accept, "alternative": card._alternative, "dismiss": card._dismiss, "next_finding": card._later}
        named |= {f"place_{n}": button for n, button in enumerate(card._places, 2)}
        yield from ((name, box(button, button.rect())) for name, button in named.items() if button.isVisible())

    @staticmethod
    def _in_view(window: MainWindow, row: int) -> bool:
        top = window.table.rowViewportPosition(row)
        return top >= 0 and top + window.table.rowHeight(row) <= window.table.viewport().height()

    @staticmethod
    def _row(window: MainWindow, row: int) -> dict[str, Any]:
        """Return where the cells of a row stand, and the borders between its words."""
        table = window.table
        turn = table.turns_model.turn_at(row)
        assert turn is not None
        cells = {name: table.visualRect(table.turns_model.index(row, place_of(name))) for name in ("speaker", "text")}
        layout = table.delegate.block(turn, table.columnWidth(TEXT)).layout
        borders = []
        for at in (n + 1 for n, letter in enumerate(turn.text) if letter == " "):
            line = layout.lineForTextPosition(utf16(turn.text, at))
            x: float = line.cursorToX(utf16(turn.text, at))[0]  # type: ignore[index]
            place = cells["text"].topLeft() + QPoint(GUTTER + round(x) - 2, PAD + round(line.y() + line.height() / 2))
            borders.append(table.viewport().mapToGlobal(place).toTuple())
        return {**{name: box(table.viewport(), cell) for name, cell in cells.items()}, "borders": borders}


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    watch = Watch(Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
