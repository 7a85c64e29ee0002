"""The keys of every action and of text mode: give others, take some away, go back to the defaults."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator import formats
from annotator.core.errors import FormatError
from annotator.core.i18n import Message, tr
from annotator.gui import keymap
from annotator.gui.dialogs import Dialog
from annotator.gui.keymap import Binding, Keymap, native, natives
from annotator.gui.session import Session
from annotator.gui.widgets.flow import FlowLayout
from annotator.gui.widgets.labels import button, label

NAME = Qt.ItemDataRole.UserRole
ACTION, KEYS, WHERE, DEFAULT = range(4)
LARGEST = 1_000_000
"""Characters of a file that are read: no keymap has more."""
ROWS = "QTreeView::item { padding: 4px 5px; }"


class KeyButton(QPushButton):
    """Once clicked it takes the next key, whatever that is; Esc and a click elsewhere let it go."""

    taken = Signal(str)
    """Keys in portable notation."""
    listening_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__(tr("Add a key"))
        self.setAutoDefault(False)
        self.listening = False
        self.clicked.connect(self.listen)

    def listen(self) -> None:
        self._turn(True)
        self.setFocus()

    def _turn(self, listening: bool) -> None:
        if listening != self.listening:
            self.listening = listening
            self.setText(tr("Press the key…") if listening else tr("Add a key"))
            self.listening_changed.emit(listening)

    def event(self, event: QEvent) -> bool:
        if self.listening and isinstance(event, QKeyEvent):
            event.accept()
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self._take(event)
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        keys = keymap.recorded(event)
        if keys:
            self._turn(False)
            if keys != "Esc":
                self.taken.emit(keys)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._turn(False)


class KeymapDialog(Dialog):
    """What is changed here holds at once."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(tr("Change keys"), parent)
        self._session = session
        self._answer: Callable[[], object] = lambda: None
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find an action or a key"))
        self.search.setAccessibleName(tr("Find an action or a key"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.body.addWidget(self.search)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._groups: dict[Message, tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = {}
        """The rows of the menus, each with those of its actions."""
        self.tree = self._make_tree()
        self.body.addWidget(self.tree, 1)
        self.empty = label(tr("No action and no key is called so."), style="dim")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self._make_details())
        self.reset_all = button(tr("All defaults"), self._on_reset_all)
        save, read = button(tr("Export…"), self._on_export), button(tr("Import…"), self._on_import)
        self.finish(button(tr("Close"), self.accept), aside=(self.reset_all, save, read))
        self.resize(860, 640)
        session.preferences_changed.connect(self._fill)
        self._fill()
        self._filter("")
        self.tree.setCurrentItem(next(iter(self._items.values())))
        self.search.setFocus()

    # ------------------------------------------------------------------ parts

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(tr("Actions and their keys"))
        tree.setHeaderLabels([tr("Action"), tr("Keys"), tr("Acts"), tr("Default")])
        tree.setRootIsDecorated(False)
        tree.setItemsExpandable(False)
        tree.setUniformRowHeights(True)
        tree.setIndentation(12)
        tree.setStyleSheet(ROWS)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(ACTION, QHeaderView.ResizeMode.Stretch)
        for column, width in ((KEYS, 190), (WHERE, 130), (DEFAULT, 170)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            tree.setColumnWidth(column, width)
        where = {keymap.TABLE: tr("in the table"), keymap.WINDOW: tr("everywhere"), keymap.TEXT: tr("in a text")}
        bold = QFont()
        bold.setWeight(QFont.Weight.DemiBold)
        for binding in self._keymap.bindings.values():
            if binding.group not in self._groups:
                group = QTreeWidgetItem(tree, [str(binding.group)])
                self._groups[binding.group] = group, []
                group.setFlags(Qt.ItemFlag.ItemIsEnabled)
                group.setFont(ACTION, bold)
                group.setFirstColumnSpanned(True)
                group.setExpanded(True)
            group, rows = self._groups[binding.group]
            item = QTreeWidgetItem(group, [str(binding.text), "", where[binding.scope], natives(binding.defaults)])
            item.setData(ACTION, NAME, binding.name)
            for column in (WHERE, DEFAULT):
                item.setForeground(column, self.palette().placeholderText())
            item.setToolTip(ACTION, str(binding.text))
            self._items[binding.name] = item
            rows.append(item)
        tree.currentItemChanged.connect(self._show)
        tree.itemActivated.connect(lambda: self.add.listen())
        return tree

    def _make_details(self) -> QWidget:
        card = QFrame()
        card.setProperty("card", "true")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(12, 12, 12, 12)
        rows.setSpacing(8)
        self.title = label(style="strong", wrap=True)
        rows.addWidget(self.title)
        line = QHBoxLayout()
        line.setSpacing(8)
        self._chips = QWidget()
        self._held: list[QWidget] = []
        """The keys of the chosen action; a click takes one away."""
        self._chips_layout = FlowLayout(self._chips, 4)
        self.add = KeyButton()
        self.add.taken.connect(self._on_taken)
        self.add.listening_changed.connect(self._on_listening)
        self.reset = button(tr("Default"), self._on_reset)
        line.addWidget(self._chips, 1)
        line.addWidget(self.add)
        line.addWidget(self.reset)
        rows.addLayout(line)
        below = QHBoxLayout()
        below.setSpacing(8)
        self.note = label(wrap=True)
        self.note.setMinimumHeight(2 * self.note.fontMetrics().lineSpacing())
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.yes, self.no = button("", self._on_yes), button(tr("Leave it"), self._ask)
        below.addWidget(self.note, 1)
        below.addWidget(self.yes, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.no, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(below)
        self._ask()
        return card

    # ------------------------------------------------------------------ what is shown

    @property
    def _keymap(self) -> Keymap:
        return keymap.of(self._session)

    @property
    def binding(self) -> Binding | None:
        """The action whose keys are shown below the list."""
        item = self.tree.currentItem()
        name = item.data(ACTION, NAME) if item is not None else None
        return self._keymap.bindings[name] if name is not None else None

    def _fill(self) -> None:
        keys = self._keymap
        changed = QFont()
        changed.setWeight(QFont.Weight.Bold)
        for name, item in self._items.items():
            own = not keys.is_default(name)
            item.setText(KEYS, natives(keys.keys(name)) or (tr("none") if own else ""))
            item.setFont(KEYS, changed if own else QFont())
            item.setToolTip(KEYS, tr("Changed by you") if own else "")
        self.reset_all.setEnabled(bool(keys.chosen()))
        self._show()

    def _show(self) -> None:
        self._ask()
        binding, keys = self.binding, self._keymap
        for shown in self._held:
            self._chips_layout.removeWidget(shown)
            shown.deleteLater()
        self._held = []
        for widget in (self.add, self.reset):
            widget.setEnabled(binding is not None)
        if binding is None:
            self.title.setText("")
            return
        self.title.setText(str(binding.text))
        for held in keys.keys(binding.name):
            chip = button(f"{native(held)}   ×", partial(self._remove, held))
            chip.setAccessibleName(tr("Remove {key}", key=native(held)))
            chip.setToolTip(tr("Remove {key}", key=native(held)))
            self._held.append(chip)
        if not self._held:
            self._held.append(label(tr("No key"), style="dim"))
        for shown in self._held:
            self._chips_layout.addWidget(shown)
        self.reset.setEnabled(not keys.is_default(binding.name))

    def _filter(self, text: str) -> None:
        """Show the actions whose name, menu or keys hold the text."""
        wanted = text.casefold().strip()
        found = 0
        for group, rows in self._groups.values():
            whole, shown = wanted in group.text(ACTION).casefold(), 0
            for item in rows:
                fits = whole or any(wanted in item.text(column).casefold() for column in (ACTION, KEYS))
                item.setHidden(not fits)
                shown += fits
            group.setHidden(not shown)
            found += shown
        self.tree.setVisible(bool(found))
        self.empty.setVisible(not found)

    # ------------------------------------------------------------------ questions and warnings

    def _ask(self, text: str = "", yes: str = "", answer: Callable[[], object] = lambda: None) -> None:
        """Say something below the keys; with `yes` it is a question, and `answer` is done when it is clicked."""
        self.note.setText(text)
        self.yes.setText(yes)
        self.yes.setVisible(bool(yes))
        self.no.setVisible(bool(yes))
        self._answer = answer
        if yes:
            self.yes.setFocus()

    def _on_yes(self) -> None:
        self._answer()

    def _on_listening(self, listening: bool) -> None:
        self._ask(tr("Press the key, with Ctrl, Alt or Shift if you like. Esc stops.") if listening else "")

    # ------------------------------------------------------------------ changes

    def _on_taken(self, keys: str) -> None:
        binding = self.binding
        if binding is None:
            return
        held = self._keymap.keys(binding.name)
        trouble = keymap.trouble(binding, keys)
        if keys in held:
            self._ask(tr("{key} does this already.", key=native(keys)))
        elif trouble is not None and trouble.refused:
            self._ask(str(trouble.text))
        else:
            self._propose(binding, (*held, keys), (keys,))

    def _propose(self, binding: Binding, wanted: tuple[str, ...], new: tuple[str, ...]) -> None:
        """Give an action its keys; where something else has one of the `new` ones, ask first."""
        rivals = [(keys, rival) for keys in new for rival in self._keymap.rivals(binding.name, keys)]
        if not rivals:
            self._give(binding, wanted, new)
            return
        owned = "\n".join(tr("{key} is “{action}” now.", key=native(keys), action=str(rival.text)) for keys, rival in rivals)
        self._ask(f"{owned} " + tr("Take it away from there?"), tr("Take it away"), partial(self._give, binding, wanted, new))

    def _give(self, binding: Binding, wanted: tuple[str, ...], new: tuple[str, ...]) -> None:
        before = self._keymap
        warnings = [str(found.text) for keys in new if (found := keymap.trouble(binding, keys)) is not None]
        for keys in new:
            for other in before.shadows(binding.name, keys):
                chord = other if other.scope == keymap.TEXT else binding
                text = tr("While a text is edited {key} does this: {action}.", key=native(keys), action=str(chord.text))
                warnings.append(text)
        self._keep(before.changed(binding.name, wanted))
        self._ask("\n".join(warnings))
        self.add.setFocus()

    def _keep(self, chosen: dict[str, tuple[str, ...]]) -> None:
        self._session.prefer(keys=chosen)

    def _remove(self, keys: str) -> None:
        binding = self.binding
        if binding is not None:
            left = tuple(k for k in self._keymap.keys(binding.name) if k != keys)
            self._keep(self._keymap.changed(binding.name, left))
            self.add.setFocus()

    def _on_reset(self) -> None:
        binding = self.binding
        if binding is not None:
            held = self._keymap.keys(binding.name)
            self._propose(binding, binding.defaults, tuple(k for k in binding.defaults if k not in held))

    def _on_reset_all(self) -> None:
        n = len(self._keymap.chosen())
        self._ask(tr("{n} actions get their usual keys again.", n=n), tr("Use the defaults"), partial(self._keep, {}))

    # ------------------------------------------------------------------ files

    def _on_export(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export keys"), str(Path.home() / "keys.json"), "JSON (*.json)")
        if chosen:
            try:
                formats.write_file(Path(chosen), json.dumps(self._keymap.chosen(), indent=1).encode())
            except FormatError as error:
                self._ask(str(error))
            else:
                self._ask(tr("The keys that you have changed are in {name}.", name=Path(chosen).name))

    def _on_import(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Import keys"), str(Path.home()), "JSON (*.json)")
        if not chosen:
            return
        try:
            with Path(chosen).open(encoding="utf-8") as file:
                data = json.loads(file.read(LARGEST))
            read = {name: tuple(map(str, keys)) for name, keys in data.items() if isinstance(keys, list)}
        except (OSError, ValueError, AttributeError, RecursionError):
            self._ask(tr("{name} holds no keys.", name=Path(chosen).name))
            return
        self._keep(Keymap(read).chosen())
        self._ask(tr("{n} actions have other keys than usual now.", n=len(self._keymap.chosen())))
