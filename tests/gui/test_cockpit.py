"""A whole call by keyboard: what the window brings is decided with one key, and few keys repair the call."""

from __future__ import annotations

from collections import Counter

import cockpit_call
import pytest
from cockpit_call import SPEAKER_IDS, TOPICS, turns_of, wrong
from driving import press, wait_checked
from PySide6.QtCore import Qt

from annotator.core.commands import review, topics
from annotator.core.errors import AnnotatorError
from annotator.core.finding import Finding
from annotator.core.model import Transcript
from annotator.gui.keys import LATIN
from annotator.gui.main_window import MainWindow
from annotator.project import Project

KEY = Qt.Key
CTRL, SHIFT, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
CYRILLIC = {latin: letter for letter, latin in LATIN.items()}
BUDGET = 40
WAYS = (
    (KEY.Key_Space, NONE, {}),
    (KEY.Key_Space, SHIFT, {"alternative": True}),
    (KEY.Key_2, ALT, {"place": 1}),
    (KEY.Key_3, ALT, {"place": 2}),
)


class Reviewer:
    """Knows what was said, sees what the window shows, and presses keys; those that decide are counted."""

    def __init__(self, qtbot, window: MainWindow, layout: str):
        self.qtbot, self.window, self.layout = qtbot, window, layout
        self.session, self.table = window.session, window.table
        self.said = cockpit_call.said()
        self.keys: Counter[str] = Counter()

    def press(self, what: str, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.keys[what] += 1
        press(self.table.editor or self.table, key, modifiers)
        wait_checked(self.qtbot, self.session)

    def decide(self, finding: Finding) -> None:
        """Take the repair that brings the call nearest to what was said; where none does, say that it is fine."""
        now = self.session.transcript
        found = [(wrong(turns_of(now)), KEY.Key_Backspace, NONE)]
        for key, modifiers, options in WAYS:
            try:
                found.append((wrong(turns_of(now.apply(review.accept(now, finding, **options)))), key, modifiers))
            except AnnotatorError:
                continue  # there is no such way
        _, key, modifiers = min(found, key=lambda way: way[0])
        self.press(finding.kind, key, modifiers)

    def go_to(self, place: int) -> None:
        """Walk to a visible turn, counted from 0, with the arrow keys."""
        while (here := self.table.currentIndex().row()) != place:
            press(self.table, KEY.Key_Down if here < place else KEY.Key_Up)

    def decide_all(self) -> None:
        press(self.table, KEY.Key_Right)
        while self.session.queue:
            assert self.session.finding is not None, "the next finding is at hand"
            self.decide(self.session.finding)

    def split(self) -> None:
        """Split turns that hold the words of two: the caret goes word by word to the border."""
        for place, (_, text) in enumerate(self.said):
            turn = self.session.transcript.visible[place]
            if turn.text != text and turn.text.startswith(text + " "):
                self.go_to(place)
                self.press("split", KEY.Key_Return)
                for _ in text.split():
                    self.press("split", KEY.Key_Right, CTRL)
                self.press("split", KEY.Key_Return, CTRL)

    def relabel(self) -> None:
        for place, (role, _) in enumerate(self.said):
            if turns_of(self.session.transcript)[place][0] != role:
                self.go_to(place)
                number = self.session.transcript.speaker_place(SPEAKER_IDS[role]) + 1
                self.press("relabel", KEY(KEY.Key_0 + number))

    def tag(self) -> None:
        for hotkey, line in enumerate(TOPICS, 1):
            self.go_to(line - 1)
            self.press("topic", KEY(KEY.Key_0 + hotkey), CTRL)

    def letter(self, letter: str) -> None:
        """Press Ctrl and the key that has this Latin letter, as the layout sends it."""
        code, text = (ord(letter), "") if self.layout == "latin" else (ord(CYRILLIC[letter.lower()].upper()), chr(ord(letter) - 64))
        press(self.table, code, CTRL, text=text)

    def undo_all_and_redo(self, imported: Transcript) -> None:
        repaired = self.session.transcript
        steps = 0
        while self.session.transcript != imported:
            self.letter("Z")
            steps += 1
        for _ in range(steps):
            self.letter("Y")
        assert self.session.transcript == repaired


@pytest.fixture
def codebook(session, tmp_path) -> None:
    """A project with the topics that the calls of this shop have."""
    session.create_project(tmp_path / "calls.annotator")
    for hotkey, name in enumerate(TOPICS.values(), 1):
        session.apply(lambda name=name, hotkey=hotkey: topics.add(session.project.topics, name, "#1F6F5C", hotkey=hotkey))


@pytest.mark.parametrize("layout", ["latin", "cyrillic"])
def test_a_whole_call_takes_forty_decisions(qtbot, window, session, codebook, tmp_path, layout):
    source = tmp_path / "call.txt"
    source.write_text(cockpit_call.transcript(), encoding="utf-8")
    session.open_paths([source])
    wait_checked(qtbot, session)
    imported = session.transcript
    assert len(imported.turns) == 120
    window.table.setFocus()
    reviewer = Reviewer(qtbot, window, layout)
    reviewer.decide_all()
    reviewer.split()
    reviewer.relabel()
    reviewer.decide_all()
    reviewer.tag()
    reviewer.undo_all_and_redo(imported)
    decisions = session.transcript.decisions
    reviewer.press("done", KEY.Key_F12)
    path = session.project.path
    window.close()

    assert sum(reviewer.keys.values()) <= BUDGET, reviewer.keys
    with Project.open(path) as project:
        assert cockpit_call.outcome(project) == cockpit_call.wanted()
        assert project.transcript(1).decisions == decisions
