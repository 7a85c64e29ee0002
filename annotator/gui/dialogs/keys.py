"""The cheat sheet: every key and what it does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QWidget

from annotator.core.i18n import tr
from annotator.gui.dialogs import Dialog
from annotator.gui.widgets.labels import button, label

Group = tuple[str, Sequence[tuple[str, str]]]
"""The title of a group, and (keys, what they do) in it. Keys are written like "Ctrl+Z", other ways after a comma."""


class KeysDialog(Dialog):
    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None):
        super().__init__(tr("Keys"), parent)
        sheet = QWidget()
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(32)
        for part in halves(groups):
            grid = QGridLayout()
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(8)
            grid.setColumnStretch(1, 1)
            for title, keys in part:
                row = grid.rowCount()
                grid.setRowMinimumHeight(row, 32)
                grid.addWidget(label(title, style="strong"), row, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)
                for n, (text, what) in enumerate(keys, row + 1):
                    grid.addWidget(_caps(text), n, 0, Qt.AlignmentFlag.AlignTop)
                    grid.addWidget(label(what, wrap=True), n, 1)
            grid.setRowStretch(grid.rowCount(), 1)
            columns.addLayout(grid, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(sheet)
        self.body.addWidget(scroll)
        close = button(tr("Close"), self.accept, primary=True)
        self.finish(close)
        self.resize(900, 640)
        close.setFocus()


def halves(groups: Sequence[Group]) -> tuple[Sequence[Group], Sequence[Group]]:
    """Divide the groups, in order, into two columns of about the same height."""
    heights = [len(keys) + 2 for _, keys in groups]
    cut = min(range(len(groups) + 1), key=lambda n: abs(sum(heights[:n]) - sum(heights[n:])))
    return groups[:cut], groups[cut:]


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
