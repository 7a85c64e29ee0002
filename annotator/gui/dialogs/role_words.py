"""The words that tell the two sides of a call: add some, take some off, switch off what the program knows by itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QWidget,
)

from annotator.core.commands import role_words
from annotator.core.errors import CommandError
from annotator.core.i18n import tr
from annotator.core.model import SIDES, USES, RoleWord
from annotator.core.text import phrase
from annotator.detectors import packaged_role_words, role_word_key
from annotator.gui.dialogs import Dialog
from annotator.gui.session import Session
from annotator.gui.theme import text_font
from annotator.gui.widgets.labels import button, label, tooltip
from annotator.gui.widgets.message_bar import MessageBar

WORD, SPOKEN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.AccessibleTextRole
DOT = "•"
"""As many as a sign has weight stand behind it."""
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class RoleWordsDialog(Dialog):
    """One list per side: the project's own words, and below them the program's, each with a check mark.

    What is typed is looked for in both lists, so that it is seen whether it is there. All is done at once; undo takes it back.
    """

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(tr("Role words"), parent)
        self._session = session
        about = tr(
            "Words by which the two sides of a call are told, in all calls of this project. Yours count before the built-in ones."
        )
        self.body.addWidget(label(about, wrap=True))
        self.uses = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(16)
        for n, text in enumerate((tr("What a speaker is called"), tr("What a speaker says"))):
            choice = QRadioButton(text)
            self.uses.addButton(choice, n)
            row.addWidget(choice)
        row.addStretch(1)
        self.body.addLayout(row)

        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Word or phrase"))
        self.field.setClearButtonEnabled(True)
        self.side = QComboBox()
        self.side.addItems([tr("Agent side"), tr("Client side")])
        self.side.setAccessibleName(tr("Side"))
        self.weight = QComboBox()
        for n, text in enumerate((tr("Weak sign"), tr("Clear sign"), tr("Strong sign")), 1):
            self.weight.addItem(f"{text} {DOT * n}")
        self.weight.setCurrentIndex(1)
        self.weight.setAccessibleName(tr("How telling it is"))
        self.add = button(tr("Add"), self._on_add, primary=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        for widget in (self.side, self.weight, self.add):
            row.addWidget(widget)
        self.body.addLayout(row)
        self.error = MessageBar()
        self.body.addWidget(self.error)

        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        self.lists = dict(zip(SIDES, (self._list(self.side.itemText(n)) for n in range(2)), strict=True))
        for n, shown in enumerate(self.lists.values()):
            grid.addWidget(label(self.side.itemText(n), style="strong"), 0, n)
            grid.addWidget(shown, 1, n)
            grid.setColumnStretch(n, 1)
        self.body.addLayout(grid, 1)

        self.remove = button(tr("Remove from the list"), self._on_remove)
        self.finish(button(tr("Close"), self.accept), aside=(self.remove,))
        self.add.setDefault(True)
        self.resize(760, 560)
        self.uses.button(0).setChecked(True)
        self.uses.idToggled.connect(lambda *_: self._fill())
        self.field.textChanged.connect(self._fill)
        self.side.currentIndexChanged.connect(self._check)
        self.weight.currentIndexChanged.connect(self._check)
        self.field.setFocus()
        self._fill()

    @property
    def use(self) -> str:
        """What the words in the lists are: names or signs."""
        return USES[self.uses.checkedId()]

    def _list(self, name: str) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(name)
        made.setProperty("ring", "true")
        made.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.itemSelectionChanged.connect(partial(self._on_selected, made))
        made.itemChanged.connect(self._on_checked)
        # PySide passes over a context that is given with a function: two such shortcuts in one window would be ambiguous.
        QShortcut(QKeySequence(Qt.Key.Key_Delete), made, self._on_remove).setContext(Qt.ShortcutContext.WidgetShortcut)
        return made

    # ------------------------------------------------------------------ what is shown

    def _fill(self) -> None:
        """Show the words of now that hold what is typed: the project's by the alphabet, then the program's as they come."""
        assert self._session.project is not None, "the words belong to a project"
        own = {role_word_key(word): word for word in self._session.project.role_words}
        self._known = {role_word_key(word): word for word in packaged_role_words()} | own
        typed = phrase(self.field.text())
        wanted = role_word_key(RoleWord(0, typed, "", self.use))
        for side, shown in self.lists.items():
            place = shown.verticalScrollBar().value()
            shown.blockSignals(True)
            shown.clear()
            here = [w for w in (*self._session.project.role_words, *packaged_role_words()) if (w.side, w.use) == (side, self.use)]
            here = [w for w in here if typed in w.text or role_word_key(w) == wanted]
            mine = [w for w in here if w.id]
            # What the project tells of the same words counts, and is all there is to see of them.
            theirs = [w for w in here if not w.id and (role_word_key(w) not in own or not own[role_word_key(w)].side)]
            if mine:
                self._section(shown, tr("Yours"), sorted(mine, key=lambda w: w.text))
            if theirs:
                self._section(shown, tr("Built in"), theirs)
                for row in range(shown.count() - len(theirs), shown.count()):
                    item = shown.item(row)
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                    item.setForeground(self._dim)
                    item.setCheckState(UNCHECKED if role_word_key(item.data(WORD)) in own else CHECKED)
            shown.blockSignals(False)
            shown.verticalScrollBar().setValue(place)
        self.weight.setVisible(self.use == "sign")
        self.field.setPlaceholderText(tr("A role or a name") if self.use == "name" else tr("Words, as they are said"))
        self._check()

    @property
    def _dim(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.PlaceholderText)

    def _section(self, shown: QListWidget, title: str, words: Sequence[RoleWord]) -> None:
        heading = QListWidgetItem(title)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setForeground(self._dim)
        heading.setFont(text_font(11))
        shown.addItem(heading)
        for word in words:
            sign = word.use == "sign"
            item = QListWidgetItem(f"{word.text}  {DOT * word.weight}" if sign else word.text)
            item.setData(WORD, word)
            item.setData(SPOKEN, f"{word.text}, {self.weight.itemText(word.weight - 1)}" if sign else word.text)
            item.setToolTip(tooltip(word.text))
            shown.addItem(item)

    def _check(self) -> None:
        """Say at once when what is typed cannot be on the list; that nothing is typed yet need not be said."""
        typed, problem = self.field.text().strip(), ""
        if typed and self._session.transcript is not None:
            try:
                word = role_words.add(self._session.transcript, *self._typed()).steps[0].after
                assert isinstance(word, RoleWord)
                known = self._known.get(role_word_key(word))
                if known is not None and (known.side, known.weight) == (word.side, word.weight):
                    problem = tr("“{phrase}” is on the list already.", phrase=known.text)
            except CommandError as error:
                problem = str(error)
        self.error.say(problem, "error")
        self.add.setEnabled(bool(typed) and not problem)
        self.remove.setEnabled(bool(self._chosen()))

    def _typed(self) -> tuple[str, str, str, int]:
        return self.field.text(), SIDES[self.side.currentIndex()], self.use, self.weight.currentIndex() + 1

    def _chosen(self) -> list[RoleWord]:
        """The words of the project that are selected."""
        chosen = [item.data(WORD) for shown in self.lists.values() for item in shown.selectedItems()]
        return [word for word in chosen if word.id]

    # ------------------------------------------------------------------ what is done

    def _on_selected(self, here: QListWidget) -> None:
        """Have a selection in one list only, so that it is plain what Remove removes."""
        for other in self.lists.values():
            if other is not here and here.selectedItems():
                other.clearSelection()
        self._check()

    def _on_add(self) -> None:
        if self._session.do(role_words.add, *self._typed()):
            self.field.clear()
            self._fill()

    def _on_remove(self) -> None:
        chosen = [word.id for word in self._chosen()]
        here = next((shown for shown in self.lists.values() if shown.selectedItems()), None)
        if here is not None and chosen and self._session.do(role_words.remove, chosen):
            self._fill()
            (here if here.count() else self.field).setFocus()

    def _on_checked(self, item: QListWidgetItem) -> None:
        """Switch a built-in word off, or on again."""
        assert self._session.project is not None, "the words belong to a project"
        word: RoleWord = item.data(WORD)
        off = [w.id for w in self._session.project.role_words if role_word_key(w) == role_word_key(word)]
        if item.checkState() == UNCHECKED:
            done = self._session.do(role_words.add, word.text, "", word.use)
        else:
            done = self._session.do(role_words.remove, off)
        if not done:
            self._fill()
