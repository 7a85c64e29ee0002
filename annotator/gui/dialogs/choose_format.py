"""Asks in which format a file is to be read, with what each would make of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator import formats
from annotator.core.i18n import tr
from annotator.core.model import Imported
from annotator.formats.base import ImportReport
from annotator.gui.dialogs import Dialog
from annotator.gui.session import Session
from annotator.gui.tasks import Background
from annotator.gui.theme import Theme
from annotator.gui.widgets.elided import ElidedLabel
from annotator.gui.widgets.first_turns import FirstTurns, Glimpse, glimpse
from annotator.gui.widgets.labels import button, label
from annotator.gui.widgets.message_bar import MessageBar

NAME = Qt.ItemDataRole.UserRole
LIST_WIDTH = 290

Read = Callable[[str], tuple[Imported, ImportReport]]
"""Reads the file in the format of a name, on any thread."""


@dataclass(frozen=True)
class Picked:
    """The format that was chosen, and whether it holds for the other files too."""

    name: str
    for_all: bool = False


class ChooseFormatDialog(Dialog):
    """A list of formats, and beside it the first turns that the chosen one gives."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        name: str,
        names: Sequence[str],
        read: Read,
        others: int = 0,
        chosen: str = "",
        question: str = "",
        parent: QWidget | None = None,
    ):
        """`names` are the formats to choose among; `others` files have the same question."""
        super().__init__(tr("Read as"), parent)
        self._session, self._read = session, read
        self._seen: dict[str, Glimpse | str] = {}
        """What a format gives, or why it gives nothing."""
        self.body.addWidget(ElidedLabel(name, style="heading", mode=Qt.TextElideMode.ElideMiddle))
        self.body.addWidget(
            label(question or tr("This file can be read in several ways. Which one gives what was said?"), style="dim", wrap=True)
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Formats"))
        self.list.setProperty("ring", "true")
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for known in names:
            item = QListWidgetItem(str(formats.by_name(known).title))
            item.setData(NAME, known)
            self.list.addItem(item)
        row.addWidget(self.list)
        right = QVBoxLayout()
        right.setSpacing(8)
        self.state = label(style="strong")
        self.message = MessageBar()
        self.turns = FirstTurns(theme)
        right.addWidget(self.state)
        right.addWidget(self.message)
        right.addWidget(self.turns, 1)
        row.addLayout(right, 1)
        self.body.addLayout(row, 1)
        self.for_all = QCheckBox(tr("Read the other {n} files with this question in the same way", n=others))
        self.for_all.setVisible(others > 0)
        self.for_all.setChecked(True)
        self.body.addWidget(self.for_all)
        self.ok = button(tr("Read"), self.accept, primary=True)
        self.finish(self.ok, button(tr("Cancel"), self.reject))
        self.resize(920, 480)
        self._background = Background(self)
        self.finished.connect(self._background.stop)
        self.list.currentItemChanged.connect(self._show)
        self.list.itemDoubleClicked.connect(lambda _: self.ok.click())
        self.list.setCurrentRow(next((n for n, known in enumerate(names) if known == chosen), 0))
        self.list.setFocus()

    @property
    def name(self) -> str:
        item = self.list.currentItem()
        return "" if item is None else str(item.data(NAME))

    def picked(self) -> Picked:
        return Picked(self.name, self.for_all.isVisibleTo(self) and self.for_all.isChecked())

    def _show(self) -> None:
        name = self.name
        seen = self._seen.get(name)
        if seen is None:
            self._background.do(lambda: self._look(name), partial(self._take, name), lambda error: self._take(name, str(error)))
        self.turns.fill(seen if isinstance(seen, Glimpse) else None)
        self.turns.setVisible(not isinstance(seen, str))
        self.state.setText(str(seen) if isinstance(seen, Glimpse) else tr("Reading…") if seen is None else "")
        self.message.say(seen if isinstance(seen, str) else "", "error")
        self.ok.setEnabled(isinstance(seen, Glimpse))

    def _look(self, name: str) -> Glimpse:
        return glimpse(self._read(name)[0])

    def _take(self, name: str, seen: Glimpse | str) -> None:
        self._seen[name] = seen
        if name == self.name:
            self._show()


def choose_format(
    session: Session, theme: Theme, path: Path, names: Sequence[str], others: int, parent: QWidget | None
) -> Picked | None:
    """Ask in which of some formats a file is to be read; None where the user leaves that open."""
    encoding = session.imports.options.encoding
    dialog = ChooseFormatDialog(
        session, theme, path.name, names, lambda name: formats.read_file(path, encoding, name), others, parent=parent
    )
    chosen = dialog.picked() if dialog.exec() == Dialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return chosen
