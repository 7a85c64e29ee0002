"""Makes the user's own format: a template, and beside it what it makes of the call, while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget

from annotator.core.errors import FormatError
from annotator.core.i18n import tr
from annotator.core.model import Transcript
from annotator.formats.base import ExportOptions, exported
from annotator.formats.placeholders import AROUND, PLACEHOLDERS, TEMPLATES, render
from annotator.gui.dialogs import Dialog
from annotator.gui.session import Session
from annotator.gui.widgets.labels import button, label
from annotator.gui.widgets.message_bar import MessageBar

SHOWN, LONGEST = 12, 8000
"""Turns and characters of the preview."""
SETTLE_MS = 100


class TemplateDialog(Dialog):
    """Saves the template under its name in the user's settings."""

    def __init__(self, session: Session, transcript: Transcript, name: str, text: str, parent: QWidget | None = None):
        super().__init__(tr("Template"), parent)
        self._session, self._before = session, name
        shown = {turn.id for _, turn in zip(range(SHOWN), (t for _, t in exported(transcript, ExportOptions())), strict=False)}
        self._sample = replace(transcript, turns=tuple(turn for turn in transcript.turns if turn.id in shown))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(tr("Name")))
        self.name = QLineEdit(name)
        self.name.setAccessibleName(tr("Name of the template"))
        self.name.setMaxLength(60)
        row.addWidget(self.name, 1)
        row.addWidget(self._menu(tr("Begin with"), [(str(title), text, self._begin) for title, text in TEMPLATES]))
        inserts = [(f"{{{key}}}   {title}", f"{{{key}}}", self._insert) for key, title in {**PLACEHOLDERS, **AROUND}.items()]
        row.addWidget(self._menu(tr("Insert"), inserts))
        self.body.addLayout(row)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(label(tr("Template; [ ] is left out where it would be empty"), style="strong"), 0, 0)
        grid.addWidget(label(tr("The first turns of this call"), style="strong"), 0, 1)
        self.edit, self.preview = QPlainTextEdit(text), QPlainTextEdit()
        for place, (field, named) in enumerate(((self.edit, tr("Template")), (self.preview, tr("Preview")))):
            field.setAccessibleName(named)
            field.setTabChangesFocus(place == 1)
            field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            field.setStyleSheet(f"font-family: '{fixed.family()}';")
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1)
        self.preview.setReadOnly(True)
        self.body.addLayout(grid, 1)
        self.message = MessageBar()
        self.body.addWidget(self.message)
        self.ok = button(tr("Save the template"), self._on_ok, primary=True)
        self.delete = button(tr("Delete"), self._on_delete)
        self.delete.setEnabled(name in session.settings.templates)
        self.finish(self.ok, button(tr("Cancel"), self.reject), aside=(self.delete,))
        self.resize(960, 520)
        self._late = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._late.timeout.connect(self._show)
        self.finished.connect(self._late.stop)
        self.edit.textChanged.connect(self._late.start)
        self.name.textChanged.connect(self._show)
        self._show()
        (self.edit if name else self.name).setFocus()

    def _menu(self, title: str, entries: Sequence[tuple[str, str, Callable[[str], object]]]) -> QPushButton:
        made = QPushButton(title)
        made.setAutoDefault(False)
        menu = QMenu(made)
        for shown, text, do in entries:
            menu.addAction(shown).triggered.connect(partial(do, text))
        made.setMenu(menu)
        return made

    def _begin(self, text: str) -> None:
        """Put another template in place of this one; undo brings that back."""
        cursor = self.edit.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _insert(self, text: str) -> None:
        self.edit.textCursor().insertText(text)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> str:
        """What the template is called."""
        return self.name.text().strip()

    def _show(self) -> None:
        """Show what the template makes of the first turns, or what is wrong with it."""
        try:
            text, wrong = render(self.edit.toPlainText(), self._sample, ExportOptions())[:LONGEST], ""
        except FormatError as error:
            text, wrong = "", str(error)
        taken = self.chosen != self._before and self.chosen in self._session.settings.templates
        if not wrong:
            self.preview.setPlainText(text)
        missing = tr("Give the template a name.") if not self.chosen else ""
        replaced = tr("The template that is called so will be replaced.") if taken else ""
        self.message.say(wrong or missing or replaced, "error" if wrong else "info")
        self.ok.setEnabled(not wrong and bool(self.chosen))

    def _on_ok(self) -> None:
        known = {name: text for name, text in self._session.settings.templates.items() if name != self._before}
        self._session.prefer(templates=known | {self.chosen: self.edit.toPlainText()})
        self.accept()

    def _on_delete(self) -> None:
        known = {name: text for name, text in self._session.settings.templates.items() if name != self._before}
        self._session.prefer(templates=known)
        self.name.clear()
        self.accept()
