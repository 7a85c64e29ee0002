"""The rule sets of a project: run one, put its rules in order, carry them to other projects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QInputDialog, QListWidget, QVBoxLayout, QWidget

from annotator import formats
from annotator.core.errors import AnnotatorError, CommandError, FormatError
from annotator.core.i18n import msg, tr
from annotator.core.text import clean
from annotator.gui.dialogs import Dialog
from annotator.gui.dialogs.replace import keep_sets, kept_sets
from annotator.gui.session import SUFFIX, Session
from annotator.gui.widgets.labels import button, choose, label, tooltip
from annotator.gui.widgets.message_bar import MessageBar
from annotator.search.rules import MOST_BYTES, Rule, RuleSet, from_json, merged, to_json

ENDING = ".rules.json"


class RuleSetsDialog(Dialog):
    """What is done here is kept at once; it is no part of undo."""

    ran = Signal(object)
    """A RuleSet to run; the dialog is closed then."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(tr("Rule sets"), parent)
        self._session = session
        self._sets: tuple[RuleSet, ...] = ()
        about = tr("Rules that are run together, with one preview and one undo step. Save rules from Edit → Replace.")
        self.body.addWidget(label(about, style="dim", wrap=True))
        self.set = QComboBox()
        self.set.setAccessibleName(tr("Rule set"))
        self.rename_set = button(tr("Rename…"), lambda: self._do(self._on_rename_set))
        self.delete_set = button(tr("Delete"), lambda: self._do(self._on_delete_set))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(tr("Rule set")))
        row.addWidget(self.set, 1)
        row.addWidget(self.rename_set)
        row.addWidget(self.delete_set)
        self.body.addLayout(row)
        self.message = MessageBar()
        self.body.addWidget(self.message)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Rules"))
        self.list.setProperty("ring", "true")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.up = button(tr("Move up"), lambda: self._do(lambda: self._on_move(-1)))
        self.down = button(tr("Move down"), lambda: self._do(lambda: self._on_move(1)))
        self.rename = button(tr("Rename…"), lambda: self._do(self._on_rename))
        self.delete = button(tr("Delete"), lambda: self._do(self._on_delete))
        column = QVBoxLayout()
        column.setSpacing(8)
        for made in (self.up, self.down, self.rename, self.delete):
            column.addWidget(made)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list, 1)
        row.addLayout(column)
        self.body.addLayout(row, 1)
        for keys, made in (("Alt+Up", self.up), ("Alt+Down", self.down), ("Del", self.delete)):
            QShortcut(QKeySequence(keys), self.list, made.click).setContext(Qt.ShortcutContext.WidgetShortcut)
        for made, keys in ((self.up, "Alt+Up"), (self.down, "Alt+Down"), (self.rename, "F2"), (self.delete, "Del")):
            made.setToolTip(tooltip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)))
        QShortcut(QKeySequence("F2"), self.list, self.rename.click).setContext(Qt.ShortcutContext.WidgetShortcut)
        self.load = button(tr("Import…"), lambda: self._do(self._on_import))
        self.export = button(tr("Export…"), lambda: self._do(self._on_export))
        self.run = button(tr("Preview…"), self._on_run, primary=True)
        self.finish(self.run, button(tr("Close"), self.accept), aside=(self.load, self.export))
        self.resize(720, 480)
        session.closing.connect(self.reject)
        self.set.currentIndexChanged.connect(lambda: self._show_rules(0))
        self.list.currentRowChanged.connect(self._enable)
        self._do(lambda: self._take(kept_sets(session)))
        self._enable()
        (self.list if self._sets else self.load).setFocus()

    # ------------------------------------------------------------------ what is shown

    @property
    def current(self) -> RuleSet | None:
        """The set that is chosen."""
        return self._sets[self.set.currentIndex()] if self._sets else None

    def _take(self, sets: Sequence[RuleSet], place: int = 0, row: int = 0) -> None:
        """Show these sets: the one at `place`, with its rule at `row` chosen."""
        self._sets = tuple(sets)
        self.set.blockSignals(True)
        self.set.clear()
        self.set.addItems([s.name for s in self._sets])
        self.set.setCurrentIndex(max(0, min(place, len(self._sets) - 1)))
        self.set.blockSignals(False)
        self._show_rules(row)

    def _keep(self, sets: Sequence[RuleSet], place: int, row: int = 0) -> None:
        keep_sets(self._session, sets)
        self._take(sets, place, row)

    def _show_rules(self, row: int) -> None:
        self.list.clear()
        for rule in self.current.rules if self.current is not None else ():
            self.list.addItem(said(rule))
            self.list.item(self.list.count() - 1).setToolTip(tooltip(said(rule)))
        self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        self._enable()

    def _enable(self) -> None:
        project, row = self._session.project, self.list.currentRow()
        writable = project is not None and not project.read_only
        for made in (self.rename_set, self.delete_set):
            made.setEnabled(bool(self._sets) and writable)
        for made in (self.rename, self.delete):
            made.setEnabled(row >= 0 and writable)
        self.up.setEnabled(row > 0 and writable)
        self.down.setEnabled(0 <= row < self.list.count() - 1 and writable)
        self.load.setEnabled(writable)
        self.export.setEnabled(bool(self._sets))
        self.run.setEnabled(self.list.count() > 0)

    # ------------------------------------------------------------------ what is done

    def _do(self, work: Callable[[], object]) -> None:
        """Do it, and show here what went wrong."""
        self.message.say("")
        try:
            work()
        except AnnotatorError as error:
            self.message.say(str(error), "error")
        if not self._sets and not self.message.text():
            self.message.say(tr("There are no rules yet. Import some, or save one from Edit → Replace."))

    def _changed(self, rules: Sequence[Rule], row: int) -> None:
        """Keep the set that is chosen with other rules."""
        place = self.set.currentIndex()
        sets = [replace(s, rules=tuple(rules)) if n == place else s for n, s in enumerate(self._sets)]
        self._keep(sets, place, row)

    def _rules(self) -> list[Rule]:
        return list(self.current.rules) if self.current is not None else []

    def _on_move(self, step: int) -> None:
        rules, row = self._rules(), self.list.currentRow()
        rules.insert(row + step, rules.pop(row))
        self._changed(rules, row + step)

    def _on_delete(self) -> None:
        rules, row = self._rules(), self.list.currentRow()
        del rules[row]
        self._changed(rules, row)

    def _on_rename(self) -> None:
        rules, row = self._rules(), self.list.currentRow()
        others = [rule.name for n, rule in enumerate(rules) if n != row]
        name = self._ask_name(tr("Rename the rule"), rules[row].name, others)
        if name:
            rules[row] = replace(rules[row], name=name)
            self._changed(rules, row)

    def _on_rename_set(self) -> None:
        place, sets = self.set.currentIndex(), list(self._sets)
        name = self._ask_name(tr("Rename the rule set"), sets[place].name, [s.name for n, s in enumerate(sets) if n != place])
        if name:
            sets[place] = replace(sets[place], name=name)
            self._keep(sets, place, self.list.currentRow())

    def _ask_name(self, title: str, name: str, others: Sequence[str]) -> str:
        """Return the new name, empty when none was given; raise CommandError when it is taken."""
        typed, agreed = QInputDialog.getText(self, title, tr("Name"), text=name)
        typed = clean(typed)
        if agreed and typed in others:
            raise CommandError(msg("There is already one called {name}.", name=typed))
        return typed if agreed else ""

    def _on_delete_set(self) -> None:
        place, current = self.set.currentIndex(), self.current
        assert current is not None, "the button is disabled without"
        question = tr("Delete the rule set {name} with {n} rules? This cannot be undone.", name=current.name, n=len(current.rules))
        if choose(self, tr("Delete"), question, tr("Cancel"), tr("Delete")) == 0:
            self._keep([s for n, s in enumerate(self._sets) if n != place], place)

    def _on_import(self) -> None:
        answer, _ = QFileDialog.getOpenFileName(self, tr("Import rule sets"), "", f"{tr('Rules')} (*.json)")
        if not answer:
            return
        path = Path(answer)
        try:
            if path.stat().st_size > MOST_BYTES:
                raise FormatError(msg("This file is too big to hold rules."))
            data = path.read_bytes()
        except OSError as error:
            raise FormatError(msg("{path} cannot be read: {reason}", path=answer, reason=error.strerror or str(error))) from None
        self._keep(merged(self._sets, from_json(data)), len(self._sets))

    def _on_export(self) -> None:
        assert self._session.project is not None, "rules belong to a project"
        proposed = self._session.project.path.with_suffix(ENDING)
        answer, _ = QFileDialog.getSaveFileName(self, tr("Export rule sets"), str(proposed), f"{tr('Rules')} (*.json)")
        if not answer:
            return
        path = Path(answer)
        if path.suffix == SUFFIX:
            raise FormatError(msg("{name} is a project. Give the exported file another name.", name=path.name))
        formats.write_file(path, to_json(self._sets).encode("utf-8", "replace"))
        self.message.say(tr("Exported {name} to {folder}", name=path.name, folder=str(path.parent)))

    def _on_run(self) -> None:
        current = self.current
        if current is not None and current.rules:
            self.accept()
            self.ran.emit(current)


def said(rule: Rule) -> str:
    """Return a rule as a line."""
    modes = {"plain": tr("As typed"), "word": tr("Whole words"), "lemma": tr("Any word form"), "regex": tr("Regular expression")}
    does = f"{rule.query.text} → {rule.query.replacement or '∅'}"
    what = does if rule.name in (does, rule.query.text) else f"{rule.name}:  {does}"
    return f"{what}   ·   {modes[rule.query.mode]}"
