"""The phrases of the project that may be repeated: add some, take some off the list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from annotator.core.commands import allowed
from annotator.core.errors import CommandError
from annotator.core.i18n import tr
from annotator.core.model import AllowedId
from annotator.gui import keymap
from annotator.gui.dialogs import Dialog
from annotator.gui.session import Session
from annotator.gui.widgets.labels import button, label
from annotator.gui.widgets.message_bar import MessageBar

ID = Qt.ItemDataRole.UserRole


class AllowedDialog(Dialog):
    """What is added or removed here is done at once; undo takes it back, one phrase after the other."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(tr("Allowed repeats"), parent)
        self._session = session
        about = tr("Phrases that people say twice on purpose. No call of this project reports a repeat of them.")
        self.body.addWidget(label(about, wrap=True))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("A phrase, as it is said"))
        self.field.setAccessibleName(tr("Phrase to allow"))
        self.add = button(tr("Add"), self._on_add, primary=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.add)
        self.body.addLayout(row)
        self.error = MessageBar()
        self.body.addWidget(self.error)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Allowed repeats"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setWordWrap(True)
        self.body.addWidget(self.list, 1)
        self.empty = label(style="dim", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(32)
        key = keymap.of(session).named("allow_repeat")
        self.empty.setText(tr("No phrases yet. Add one above, or press {key} on a repeat that is fine.", key=key))
        self.body.addWidget(self.empty, 1)
        self.remove = button(tr("Remove from the list"), self._on_remove)
        self.finish(button(tr("Close"), self.accept), aside=(self.remove,))
        self.add.setDefault(True)
        # PySide passes over a context that is given with a function; in the field Del would take phrases off the list.
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, self._on_remove).setContext(Qt.ShortcutContext.WidgetShortcut)
        self.resize(520, 440)
        self.field.textChanged.connect(self._check)
        self.list.itemSelectionChanged.connect(self._check)
        self.field.setFocus()
        self._fill()

    def _fill(self) -> None:
        """Show the phrases of now, by the alphabet."""
        assert self._session.project is not None, "the list belongs to a project"
        self.list.clear()
        for entry in sorted(self._session.project.allowed, key=lambda a: a.text):
            item = QListWidgetItem(entry.text)
            item.setData(ID, entry.id)
            self.list.addItem(item)
        for made in (self.list, self.remove):
            made.setVisible(self.list.count() > 0)
        self.empty.setVisible(self.list.count() == 0)
        self._check()

    def _check(self) -> None:
        """Say at once when what is typed cannot be on the list; that nothing is typed yet need not be said."""
        typed, problem = self.field.text().strip(), ""
        if typed and self._session.transcript is not None:
            try:
                allowed.allow(self._session.transcript, typed)
            except CommandError as error:
                problem = str(error)
        self.error.say(problem, "error")
        self.add.setEnabled(bool(typed) and not problem)
        self.remove.setEnabled(bool(self.list.selectedItems()))

    def _on_add(self) -> None:
        if self._session.do(allowed.allow, self.field.text()):
            self.field.clear()
            self._fill()

    def _on_remove(self) -> None:
        chosen: list[AllowedId] = [item.data(ID) for item in self.list.selectedItems()]
        if chosen and self._session.do(allowed.disallow, chosen):
            self._fill()
            (self.list if self.list.count() else self.field).setFocus()
