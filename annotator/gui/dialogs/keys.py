"""The cheat sheet: every key and what it does, by mode and menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.core.i18n import Message, msg, tr
from annotator.gui import keymap
from annotator.gui.dialogs import Dialog
from annotator.gui.dialogs.keymap import KeymapDialog
from annotator.gui.keymap import Keymap, native, natives
from annotator.gui.session import Session
from annotator.gui.widgets.labels import button, label

Row = tuple[str, str]
"""Keys as they are shown, other ways after a comma, and what they do."""


@dataclass(frozen=True)
class Section:
    """A mode: its groups are menus, and rows in them."""

    title: str
    when: str
    groups: tuple[tuple[str, tuple[Row, ...]], ...]


NUMBERED = {
    "speaker": msg("Speaker n of the selected turns"),
    "topic": msg("Topic n from here on, or for the selected turns"),
}
"""Actions of which there is one for each digit, and what the cheat sheet calls them in one row."""


def sections(keys: Keymap) -> tuple[Section, ...]:
    """Return the cheat sheet with the keys in use."""
    fixed_text = (_row("Backspace, Del", tr("At the very start or end: join with the turn there")),)
    fixed = (
        (tr("List of calls"), (_row("F2", tr("Rename the call")), _row("Del", tr("Remove the call from the project")))),
        (tr("Find"), (_row("Return, Shift+Return", tr("Next, previous match")), _row("Esc", tr("Back to the table")))),
    )
    text = tuple(row for _, rows in _groups(keys, keymap.TEXT) for row in rows)
    return (
        Section(tr("Review mode"), tr("while the table has the focus"), _groups(keys, keymap.TABLE)),
        Section(tr("Text mode"), tr("while a text is edited"), (("", (*text, *fixed_text)),)),
        Section(tr("In both modes"), "", _groups(keys, keymap.WINDOW)),
        Section(tr("Elsewhere"), tr("where the focus is"), fixed),
    )


def _row(keys: str, what: str) -> Row:
    return natives(keys.split(", ")), what


def _groups(keys: Keymap, scope: str) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    groups: dict[Message, list[Row]] = {}
    together = {kind: _range(keys, kind) for kind in NUMBERED}
    for name, binding in keys.bindings.items():
        kind, _, digit = name.rpartition("_")
        if binding.scope != scope or not keys.keys(name):
            continue
        rows = groups.setdefault(binding.group, [])
        if not (digit in "123456789" and together.get(kind)):
            rows.append((natives(keys.keys(name)), str(binding.text)))
        elif digit == "1":
            rows.append((together[kind], str(NUMBERED[kind])))
    return tuple((str(group), tuple(rows)) for group, rows in groups.items())


def _range(keys: Keymap, kind: str) -> str:
    """Return the keys of the nine numbered actions as one entry, "" when they are no row of digits."""
    held = [keys.keys(f"{kind}_{digit}") for digit in range(1, 10)]
    before = held[0][0].removesuffix("1") if held[0] else ""
    if any(own != (f"{before}{digit}",) for digit, own in enumerate(held, 1)):
        return ""
    return native(held[0][0]) + "…9"


class KeysDialog(Dialog):
    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(tr("Keys"), parent)
        self._session = session
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(tr("Keys"))
        self.body.addWidget(self._scroll)
        self.change = button(tr("Change keys…"), self._on_change)
        close = button(tr("Close"), self.accept, primary=True)
        self.finish(close, aside=(self.change,))
        session.preferences_changed.connect(self._fill)
        self._fill()
        self.resize(940, 640)
        self._scroll.setFocus()

    def _fill(self) -> None:
        shown = sections(keymap.of(self._session))
        sheet = QWidget()
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(40)
        cut = balance(shown)
        for part in (shown[:cut], shown[cut:]):
            column = QVBoxLayout()
            column.setSpacing(24)
            for section in part:
                column.addWidget(_section(section))
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._scroll.setWidget(sheet)

    def _on_change(self) -> None:
        dialog = KeymapDialog(self._session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.exec()


def balance(shown: Sequence[Section]) -> int:
    """Return how many sections go into the first of two columns of about the same height."""
    heights = [sum(len(rows) + 1 for _, rows in section.groups) + 2 for section in shown]
    return min(range(1, len(shown)), key=lambda n: abs(sum(heights[:n]) - sum(heights[n:])))


def _section(section: Section) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, 130)
    grid.setColumnStretch(1, 1)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(label(section.title, style="heading"), 0, Qt.AlignmentFlag.AlignBaseline)
    head.addWidget(label(section.when, style="dim"), 1, Qt.AlignmentFlag.AlignBaseline)
    grid.addLayout(head, 0, 0, 1, 2)
    for title, rows in section.groups:
        row = grid.rowCount()
        if title:
            grid.setRowMinimumHeight(row, 28)
            grid.addWidget(label(title, style="strong"), row, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)
        for n, (keys, what) in enumerate(rows, row + 1):
            grid.addWidget(_caps(keys), n, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(what, wrap=True), n, 1, Qt.AlignmentFlag.AlignVCenter)
    return made


def _caps(text: str) -> QWidget:
    """Show keys as caps: those to press together side by side, other ways after a gap."""
    frame = QWidget()
    frame.setAccessibleName(text)
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for n, way in enumerate(text.split(", ")):
        if n:
            row.addSpacing(8)
        for key in way.replace("++", "+＋").split("+"):
            cap = label(key.replace("＋", "+"))
            cap.setProperty("card", "true")
            cap.setContentsMargins(6, 2, 6, 2)
            cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
            cap.setMinimumWidth(26)
            row.addWidget(cap)
    row.addStretch(1)
    return frame
