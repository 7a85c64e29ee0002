"""A reviewer repairs the Russian sample by keyboard; what is written is compared with what should be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from driving import press, type_text, wait_checked
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from annotator import paths
from annotator.core.finding import Finding
from annotator.gui.dialogs.export import ExportDialog
from annotator.gui.dialogs.topic import TopicDialog
from annotator.gui.keys import LATIN
from annotator.gui.main_window import MainWindow
from annotator.project import Project

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SAMPLE = "support_call_ru.txt"
CLIENT, SUPPORT = "Клиент (SPK01)", "Саппорт (SPK00)"
REPEATED = "не звоните в домофон спит ребенок"
CYRILLIC = {latin.upper(): letter for letter, latin in LATIN.items()}


class Reviewer:
    """Hands on the keyboard, with a Latin or a Cyrillic layout."""

    def __init__(self, qtbot, window: MainWindow, layout: str):
        self.qtbot, self.window, self.layout = qtbot, window, layout
        self.session, self.table = window.session, window.table

    def key(self, key: Qt.Key | int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.table, key, modifiers)

    def ctrl(self, letter: str) -> None:
        """Press Ctrl and the key that has this Latin letter."""
        if self.layout == "latin":
            press(self.table, ord(letter), CTRL)
        else:
            press(self.table, ord(CYRILLIC[letter].upper()), CTRL, text=chr(ord(letter) - 64))

    def go_to(self, number: int) -> None:
        """Walk to a turn of the source with the arrow keys."""
        while self._number() != number:
            self.key(KEY.Key_Down if self._number() < number else KEY.Key_Up)

    def _number(self) -> int:
        return self.session.turn.sources[0].number

    def find(self, kinds: set[str], words: str) -> Finding:
        """Press Right until the finding about these words is the active one."""
        for _ in range(len(self.session.queue) + 1):
            self.key(KEY.Key_Right)
            finding = self.session.finding
            if finding is not None and finding.detector in kinds and any(words in span.text for span in finding.spans):
                return finding
        raise AssertionError(f"no finding about {words}")

    def editor_at(self, words: str) -> None:
        """Open the editor with Enter and walk the caret to the start of these words."""
        self.key(KEY.Key_Return)
        editor = self.table.editor
        for _ in range(editor.toPlainText().index(words)):
            press(editor, KEY.Key_Right)

    def in_dialog(self, kind: type, fill) -> None:
        """Fill in the dialog that the next key opens, as soon as it is there."""
        timer = QTimer(self.window, interval=20)

        def act() -> None:
            dialog = next((w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()), None)
            if dialog is None:
                return
            timer.stop()
            try:
                fill(dialog)
            finally:
                dialog.reject()  # a test that failed must not wait for ever
                self.window.activateWindow()  # there is no window manager to do it

        timer.timeout.connect(act)
        timer.start()


def expected_turns() -> list[tuple[str, str]]:
    """Return (label, text) of each line that is to be written, made from the sample by hand."""
    lines = (paths.resources() / "samples" / SAMPLE).read_text(encoding="utf-8").split("\n")
    turns = [tuple(line.split(": ", 1)) for line in lines]
    turns[44] = (SUPPORT, turns[44][1])
    turns[46] = (SUPPORT, turns[46][1].replace(f"{REPEATED} {REPEATED}", REPEATED))
    turns[23] = (SUPPORT, "ну нам месяца хватит за глаза")
    first, second = turns[10][1].split(" так открываю")
    return [*turns[:10], (CLIENT, first), (SUPPORT, "так открываю" + second), *turns[11:]]


@pytest.mark.parametrize("layout", ["latin", "cyrillic"])
def test_a_reviewer_repairs_the_sample_by_keyboard(qtbot, window, session, tmp_path: Path, monkeypatch, layout):
    source = tmp_path / SAMPLE
    source.write_bytes((paths.resources() / "samples" / SAMPLE).read_bytes())
    session.open_paths([source])
    wait_checked(qtbot, session)
    hands = Reviewer(qtbot, window, layout)
    window.table.setFocus()

    # A phrase that stands twice in a turn: accept. An echo that may well have been said: dismiss.
    accepted = hands.find({"duplicates"}, REPEATED)
    hands.key(KEY.Key_Space)
    dismissed = hands.find({"duplicates"}, "нужно настроить соответствие полей")
    hands.key(KEY.Key_Backspace)

    # A turn of the wrong speaker: the digit.
    hands.go_to(45)
    hands.key(KEY.Key_2)

    # Two people in one turn: split at the caret.
    hands.go_to(11)
    hands.editor_at("так открываю")
    press(window.table.editor, KEY.Key_Return, CTRL)

    # A slip that is taken back.
    hands.go_to(3)
    hands.key(KEY.Key_2)
    assert session.turn.speaker_id == "SPK00"
    hands.ctrl("Z")
    assert session.turn.speaker_id == "SPK01"

    # A missing word.
    hands.go_to(24)
    hands.editor_at("за глаза")
    type_text(window.table.editor, "хватит ")
    press(window.table.editor, KEY.Key_Return)

    # A topic, made with Ctrl+T, for three selected turns.
    hands.in_dialog(TopicDialog, lambda dialog: (dialog.name.setText("Цена"), dialog.ok.click()))
    hands.ctrl("T")
    hands.go_to(48)
    hands.key(KEY.Key_Down, SHIFT)
    hands.key(KEY.Key_Down, SHIFT)
    hands.key(KEY.Key_1, CTRL)

    # Both exports.
    for chosen, name in (("text", "out.txt"), ("pairs", "pairs.jsonl")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (str(tmp_path / name), ""))
        hands.in_dialog(ExportDialog, lambda dialog, chosen=chosen: (dialog.formats.choose(chosen), dialog.ok.click()))
        hands.ctrl("E")
        qtbot.waitUntil(lambda name=name: (tmp_path / name).exists() and not session.working)
    project = session.project.path
    window.close()

    wanted = expected_turns()
    written = (tmp_path / "out.txt").read_bytes().decode("utf-8")
    assert written == "\n".join(f"{label}: {text}" for label, text in wanted)
    assert source.read_bytes() == (paths.resources() / "samples" / SAMPLE).read_bytes()

    pairs = [json.loads(line) for line in (tmp_path / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [pair["text"] for pair in pairs] == [text for _, text in wanted]
    by_number = {pair["sources"][0]["turn"]: pair for pair in reversed(pairs)}
    assert (by_number[45]["speaker_before"], by_number[45]["speaker_after"]) == ("SPK01", "SPK00")
    assert by_number[47]["source_text"].count(REPEATED) == 2
    assert [span["text"] for span in by_number[47]["duplicates"]] == [REPEATED]
    assert by_number[24]["source_text"] == "ну нам месяца за глаза"
    split = [pair for pair in pairs if pair["sources"][0]["turn"] == 11]
    assert [pair["source_text"] for pair in split] == [pair["text"] for pair in split]
    assert [pair["speaker_after"] for pair in split] == ["SPK01", "SPK00"]
    assert [n for n, pair in by_number.items() if pair["topics"] == ["Цена"]] == [50, 49, 48]
    assert all(pair["text"] == pair["source_text"] for n, pair in by_number.items() if n not in (24, 47))

    with Project.open(project) as reopened:
        decisions = reopened.transcript(1).decisions
        assert decisions[accepted.key].verdict == "accepted"
        assert decisions[dismissed.key].verdict == "dismissed"
        assert len(decisions) == 2
