"""Make one project of the open one and another one, and say what came of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from annotator.core.errors import CommandError
from annotator.core.i18n import msg, tr
from annotator.gui.dialogs import Dialog
from annotator.gui.dialogs.save_copy import ask_target
from annotator.gui.session import Notice, Session
from annotator.gui.widgets.labels import button, label, shown_name
from annotator.gui.widgets.message_bar import MessageBar
from annotator.merging import MergeReport, merge_file


class MergeDialog(Dialog):
    """Asks what the reviewers are called and where the new project goes; then shows the report."""

    def __init__(self, session: Session, other: Path, parent: QWidget | None = None):
        super().__init__(tr("Merge another project"), parent)
        assert session.project is not None, "there is something to merge"
        self._session, self._project, self._other = session, session.project, other
        self._made: Path | None = None
        self._closed = False
        about = tr(
            "A new project is made that holds all of both. The two stay as they are. Calls that two people have worked on are kept "
            "in both versions, with the reviewer's name; compare them with Review → Compare two versions."
        )
        self.body.addWidget(label(about, wrap=True))
        self.names = QLineEdit(), QLineEdit()
        form = QFormLayout()
        for field, path in zip(self.names, (self._project.path, other), strict=True):
            text = tr("Reviewer of {name}", name=shown_name(path.name))
            field.setAccessibleName(text)
            field.setPlaceholderText(tr("as in the history"))
            form.addRow(label(text), field)
        self.body.addLayout(form)
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setAccessibleName(tr("Report"))
        self.report.setTabChangesFocus(True)
        self.report.setMinimumHeight(200)
        self.report.hide()
        self.body.addWidget(self.report, 1)
        self.message = MessageBar()
        self.body.addWidget(self.message)
        self.body.addStretch(1)
        self.ok = button(tr("Merge…"), lambda: session.guard(self._on_ok), primary=True)
        self.close_button = button(tr("Cancel"), self.reject)
        self.finish(self.ok, self.close_button)
        self.setMinimumWidth(560)
        self.finished.connect(self._on_finished)
        session.noticed.connect(self._on_noticed)
        session.project_changed.connect(self.reject)

    def _on_ok(self) -> None:
        if self._made is not None:
            made = self._made
            self.accept()
            self._session.offer(made)
            return
        first, second = (field.text().strip() for field in self.names)
        if bool(first) != bool(second) or (first and first == second):
            raise CommandError(msg("Give both reviewers a name of their own, or none."))
        target = ask_target(self, self._project, self._project.path.parent, tr("Merged project"))
        if target is None:
            return
        names = (first, second) if first else None
        self.ok.setEnabled(False)
        self.message.say(tr("Merging…"))
        work = partial(merge_file, self._project, self._other, target, names, replace=True)
        self._session.in_background(msg("Merging two projects"), work, partial(self._take, target))

    def _take(self, target: Path, report: MergeReport) -> None:
        self._session.noticed.emit(Notice(str(msg("The merged project is {name}.", name=shown_name(target.name)))))
        if self._closed:
            return
        self._made = target
        for field in self.names:
            field.setEnabled(False)
        self.report.setPlainText("\n".join(report.lines()))
        self.report.show()
        self.ok.setEnabled(True)
        self.ok.setText(tr("Open the merged project"))
        self.close_button.setText(tr("Close"))
        self.resize(self.width(), max(self.height(), 560))
        self.ok.setFocus()

    def _on_noticed(self, notice: Notice) -> None:
        self.message.say(notice.text, notice.kind)
        self.ok.setEnabled(True)

    def _on_finished(self) -> None:
        self._closed = True
