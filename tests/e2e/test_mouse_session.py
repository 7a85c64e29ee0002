"""The whole call of test_cockpit by mouse alone: the real program in a window of a real X server."""

from __future__ import annotations

import ctypes
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import cockpit_call
import pytest
from cockpit_call import TOPICS
from PySide6.QtCore import QLibraryInfo

from annotator import settings
from annotator.core.commands import topics, transcripts
from annotator.formats import read_file
from annotator.project import Project

WINDOW = Path(__file__).with_name("window_under_test.py")
PATIENCE = 60
"""Seconds after which something that is waited for will not come any more."""
LEFT, RIGHT, WHEEL_UP, WHEEL_DOWN = 1, 3, 4, 5
NEAR = 12
"""So many rows are scrolled with the wheel; what is further away is gone to by the overview."""
SCREEN = "1440x900x24"

State = dict[str, Any]
Place = tuple[int, int]
Box = tuple[int, int, int, int]


def missing() -> str:
    """Return what a window of an X server needs and is not there, "" when all is."""
    tools = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
    if tools:
        return f"not installed: {', '.join(tools)}"
    plugin = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms", "libqxcb.so")
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return f"Qt's xcb plugin cannot be loaded: {error}"
    return ""


def middle(box: Box) -> Place:
    return box[0] + box[2] // 2, box[1] + box[3] // 2


def covers(box: Box, place: Place) -> bool:
    return 0 <= place[0] - box[0] < box[2] and 0 <= place[1] - box[1] < box[3]


@contextmanager
def ended(process: subprocess.Popen[Any]) -> Iterator[subprocess.Popen[Any]]:
    """End a process, and what it has started, at the end."""
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(PATIENCE)


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of its own."""
    lack = missing()
    if lack:
        pytest.skip(lack)
    number, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with ended(subprocess.Popen(command, pass_fds=[theirs], stderr=subprocess.DEVNULL, start_new_session=True)):
        os.close(theirs)
        with os.fdopen(number) as answer:
            assert select.select([answer], [], [], PATIENCE)[0], "the X server starts"
            name = answer.readline().strip()
        assert name, "the X server has a display"
        yield f":{name}"


class Reviewer:
    """Knows what was said, sees what stands where on the screen, and has a mouse with two buttons and a wheel."""

    def __init__(self, folder: Path, display: str, process: subprocess.Popen[Any]):
        self._file, self._said = folder / "state.json", folder / "stderr.txt"
        self._display, self._process = display, process
        self._read: tuple[int, State] = (0, {})
        self.said = cockpit_call.said()
        self.imported: State = self.wait("the first check")
        self.clicks: Counter[str] = Counter()
        self.verdicts: Counter[tuple[str, str]] = Counter()

    # ------------------------------------------------------------------ seeing

    def _look(self) -> State:
        """Return what was seen last, be it half done."""
        changed = self._file.stat().st_mtime_ns if self._file.exists() else 0
        if changed != self._read[0]:
            self._read = changed, json.loads(self._file.read_text(encoding="utf-8"))
        return self._read[1]

    def wait(self, what: str, holds: Callable[[State], object] = lambda _: True) -> State:
        """Return what stands where when nothing moves any more and something holds."""
        until = time.monotonic() + PATIENCE
        while not ((state := self._look()) and state["still"] and state["idle"] and holds(state)):
            assert self._process.poll() is None, f"the program ended before {what}: {self._said.read_text(encoding='utf-8')}"
            assert time.monotonic() < until, f"never came: {what}; last seen: { {**state, 'turns': [], 'ways': {}} }"
            time.sleep(0.01)
        return state

    # ------------------------------------------------------------------ the mouse

    def _do(self, *words: object) -> None:
        command = ["xdotool", *map(str, words)]
        subprocess.run(command, env={**os.environ, "DISPLAY": self._display}, check=True, timeout=PATIENCE)

    def click(self, what: str, place: Place, button: int = LEFT) -> None:
        self.clicks[what] += 1
        self._do("mousemove", *place)
        self.wait("no tip over it", lambda s: not any(covers(tip, place) for tip in s["tips"]))
        self._do("click", button)

    def drag(self, what: str, start: Place, end: Place) -> None:
        self.clicks[what] += 1
        half = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
        self._do("mousemove", *start, "mousedown", LEFT, "mousemove", *half, "mousemove", *end)
        self._do("mousemove", end[0] + 1, end[1], "mouseup", LEFT)

    def choose(self, what: str, *path: str) -> None:
        """Click through the open menu: each entry after the first is one of the menu that the one before it opens."""
        for depth, name in enumerate(path, 1):
            menus = self.wait(f"the menu with {name}", lambda s, d=depth: len(s["menus"]) == d)["menus"]
            places = [menu[name] for menu in menus if name in menu]
            assert places, f"{name} can be chosen of {menus}"
            self.click(what, middle(places[0]))

    def choose_in_bar(self, what: str, menu: str, begins: str) -> None:
        """Choose the entry of a menu of the window that begins so."""
        self.click(what, middle(self.wait(f"the menu {menu}")["menu_bar"][menu]))
        state = self.wait(f"the menu {menu} open", lambda s: s["menus"])
        self.choose(what, next((entry for entry in state["menus"][0] if entry.startswith(begins)), begins))

    def bring(self, row: int) -> dict[str, Any]:
        """Scroll until a row, counted from 0, is in view; return where it stands."""
        state = self.wait("the table")
        shown = [int(number) for number in state["rows"]]
        if row not in shown and min(abs(row - number) for number in shown) > NEAR:
            left, top, width, height = state["overview"]
            self.click("overview", (left + width // 2, top + int((row + 0.5) * height / len(state["turns"]))))
            state = self.wait("the far row", lambda s: str(row) in s["rows"])
        while str(row) not in state["rows"]:
            before = state["rows"]
            self.click("wheel", middle(state["table"]), WHEEL_UP if row < min(map(int, before)) else WHEEL_DOWN)
            state = self.wait("the rows moved", lambda s, b=before: s["rows"] != b)
        return state["rows"][str(row)]

    # ------------------------------------------------------------------ the review

    def decide_all(self) -> None:
        """Take the repair that brings the call nearest to what was said; where none does, say that it is fine."""
        while (state := self.wait("the check"))["left"]:
            if not state["finding"]:
                self.click("next", middle(state["buttons"]["next_finding"]))
                self.wait("the first finding", lambda s: s["finding"])
                continue
            turns = {"dismiss": state["turns"], **state["ways"]}
            way = min(turns, key=lambda name: cockpit_call.wrong(turns[name]))
            self.verdicts[state["kind"], {"accept": "accepted", "dismiss": "dismissed"}.get(way, "alternative")] += 1
            self.click("decide", middle(state["buttons"][way]))
            before = state["finding"], state["left"]
            state = self.wait("the next finding", lambda s, b=before: (s["finding"], s["left"]) != b)
            assert state["turns"] == turns[way], "the call is as the button said"

    def split(self) -> None:
        """Split turns that hold the words of two: the menu of the border between them gives the rest to the other."""
        for row, (_, text) in enumerate(self.said):
            state = self.wait("the turns")
            speaker, joined = state["turns"][row]
            if joined.startswith(text + " "):
                role, words, rest = self.said[row + 1][0], text.split(), joined[len(text) :].split()
                parts = [[speaker, text], [role, " ".join(rest)]]
                self.click("split", self.bring(row)["borders"][len(words) - 1], RIGHT)
                self.choose("split", f"Split “{words[-1]} | {rest[0]}”, the rest to {state['labels'][role]}")
                self.wait("the split", lambda s, n=row, parts=parts: s["turns"][n : n + 2] == parts)

    def relabel(self) -> None:
        for row, (role, _) in enumerate(self.said):
            if (state := self.wait("the turns"))["turns"][row][0] != role:
                self.click("relabel", middle(self.bring(row)["speaker"]), RIGHT)
                self.choose("relabel", "Speaker", state["labels"][role])
                self.wait("the speaker", lambda s, r=row, role=role: s["turns"][r][0] == role)

    def tag(self) -> None:
        for line, name in TOPICS.items():
            before = self.wait("the topics")["topics"]
            self.click("topic", middle(self.bring(line - 1)["text"]), RIGHT)
            self.choose("topic", "Topics", name)
            self.wait("the topic", lambda s, b=before: s["topics"] != b)

    def drag_and_undo(self, row: int) -> None:
        """Take the last word of a turn over its lower border with the mouse, and put it back through the menu."""
        self.bring(row + 1)
        place, before = self.bring(row), self.wait("the turns")["turns"]
        left, top, _, height = place["text"]
        self.drag("drag", (left + 60, top + height - 1), place["borders"][-1])
        word = before[row][1].split()[-1]
        self.wait("the word moved", lambda s: s["turns"][row + 1][1] == f"{word} {before[row + 1][1]}")
        self.choose_in_bar("undo", "Edit", "Undo:")
        self.wait("the word back", lambda s: s["turns"] == before)

    def undo_all_and_redo(self) -> None:
        """Go back to the call as it was imported, and forth again, in the list of what was changed."""
        repaired = self.wait("the turns")
        self.choose_in_bar("history", "Edit", "History")
        listed = self.wait("the history", lambda s: s["dialogs"])["dialogs"][0]
        while not (imported := [place for text, place in listed["rows"].values() if "call.txt" in text]):
            listed = self.turn_wheel(listed, WHEEL_DOWN)
        self.click("history", middle(imported[0]))
        self.press_in_dialog("Go back to here")
        state = self.wait("the call as imported", lambda s: s["turns"] == self.imported["turns"] and s["dialogs"][0]["rows"])
        listed = state["dialogs"][0]
        while "1" not in listed["rows"]:
            listed = self.turn_wheel(listed, WHEEL_UP)
        self.click("history", middle(listed["rows"]["1"][1]))
        self.press_in_dialog("Do again up to here")
        self.wait("all done again", lambda s: (s["turns"], s["topics"]) == (repaired["turns"], repaired["topics"]))
        self.press_in_dialog("Close")
        self.wait("the table", lambda s: not s["dialogs"])

    def turn_wheel(self, listed: State, button: int) -> State:
        """Turn the wheel over the list of a dialog; return what it shows then."""
        self.click("wheel", middle(next(place for _, place in listed["rows"].values())), button)
        return self.wait("the list moved", lambda s: s["dialogs"][0]["rows"] != listed["rows"])["dialogs"][0]

    def press_in_dialog(self, name: str) -> None:
        state = self.wait(f"the button {name}", lambda s: name in s["dialogs"][0]["buttons"])
        self.click("history", middle(state["dialogs"][0]["buttons"][name]))

    def finish(self) -> int:
        """Call it done and quit; return the exit status."""
        self.choose_in_bar("done", "Review", "Call is done")
        self.wait("done", lambda s: s["done"])
        self.choose_in_bar("quit", "File", "Quit")
        return self._process.wait(PATIENCE)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The call in a project with the topics that the calls of this shop have."""
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", str(tmp_path / "config"))
    settings.save(settings.Settings(language="en", theme="light"))
    source = tmp_path / "call.txt"
    source.write_text(cockpit_call.transcript(), encoding="utf-8")
    with Project.create(tmp_path / "calls.annotator") as made:
        for hotkey, name in enumerate(TOPICS.values(), 1):
            made.apply(topics.add(made.topics, name, "#1F6F5C", hotkey=hotkey))
        made.apply(transcripts.add(read_file(source)[0], made.new_transcript_id()))
        return made.path


@pytest.fixture
def reviewer(tmp_path: Path, display: str, project: Path) -> Iterator[Reviewer]:
    """Somebody at the program, which has the project open."""
    command = [sys.executable, str(WINDOW), str(tmp_path / "state.json"), str(project)]
    beside = str(Path(cockpit_call.__file__).parent)
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": beside}
    with (tmp_path / "stderr.txt").open("w", encoding="utf-8") as said:
        process = subprocess.Popen(command, env=environment, stdout=said, stderr=said, start_new_session=True)
        with ended(process):
            yield Reviewer(tmp_path, display, process)


def test_a_whole_call_by_mouse_alone(reviewer, project, tmp_path):
    assert len(reviewer.imported["turns"]) == 120
    reviewer.decide_all()
    reviewer.drag_and_undo(9)
    reviewer.split()
    reviewer.relabel()
    reviewer.decide_all()
    reviewer.tag()
    reviewer.undo_all_and_redo()
    status = reviewer.finish()
    print(f"\n{reviewer.clicks.total()} clicks: " + ", ".join(f"{n} {what}" for what, n in reviewer.clicks.most_common()))

    assert status == 0
    assert "Traceback" not in (tmp_path / "stderr.txt").read_text(encoding="utf-8")
    logs = [path.name for path in (tmp_path / "config" / "logs").iterdir() if path.stat().st_size]
    assert logs == [], "nothing unexpected has happened"
    with Project.open(project) as kept:
        assert cockpit_call.outcome(kept) == cockpit_call.wanted()
        assert Counter((d.kind, d.verdict) for d in kept.transcript(1).decisions.values()) == reviewer.verdicts
