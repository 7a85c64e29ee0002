"""Delete history: what was done stays as it is, but how it came about is forgotten, and cannot be undone."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QDateEdit, QHBoxLayout, QRadioButton, QWidget

from annotator.core.i18n import msg, tr
from annotator.core.model import TranscriptId
from annotator.gui.dialogs import Dialog
from annotator.gui.session import Notice, Session
from annotator.gui.widgets.labels import button, label, shown_name

CALL, PROJECT, BEFORE = range(3)


class PurgeDialog(Dialog):
    """Asks of what the history is to go; Esc leaves all of it."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(tr("Delete history"), parent)
        assert session.project is not None, "there is a history"
        self._session, self._project = session, session.project
        about = tr("The calls stay as they are, and what was imported stays too. What you changed is forgotten: how it was before.")
        self.body.addWidget(label(about, wrap=True))
        self.scope = QButtonGroup(self)
        transcript = session.transcript
        name = shown_name(transcript.header.name) if transcript is not None else ""
        this_call = tr("Of this call: {name}", name=name) if name else tr("Of this call")
        for n, title in enumerate((this_call, tr("Of the whole project"), tr("Of the whole project, before"))):
            choice = QRadioButton(title.replace("&", "&&"))
            self.scope.addButton(choice, n)
            if n < BEFORE:
                self.body.addWidget(choice)
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setMaximumDate(QDate.currentDate())
        self.day.setAccessibleName(tr("Delete what is older than this day"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.scope.button(BEFORE))
        row.addWidget(self.day)
        row.addStretch(1)
        self.body.addLayout(row)
        self.scope.button(CALL).setEnabled(transcript is not None)
        self.scope.button(CALL if transcript is not None else PROJECT).setChecked(True)
        self.told = label(style="alarm", wrap=True)
        self.body.addWidget(self.told)
        self._backups = len(self._project.backups())
        self.with_backups = QCheckBox(tr("Delete the {n} backups of this project too: they hold its history", n=self._backups))
        self.with_backups.setVisible(self._backups > 0)
        self.body.addWidget(self.with_backups)
        self.body.addStretch(1)
        self.ok = button(tr("Delete history"), self._on_ok)
        stay = button(tr("Keep it"), self.reject, primary=True)
        self.finish(stay, self.ok)
        self.setMinimumWidth(500)
        self.scope.idToggled.connect(self._refresh)
        self.day.dateChanged.connect(self._refresh)
        self.scope.button(CALL if transcript is not None else PROJECT).setFocus()
        self._refresh()

    @property
    def before(self) -> datetime | None:
        """The beginning of the chosen day here; None where all goes, however old."""
        if self.scope.checkedId() != BEFORE:
            return None
        day = self.day.date()
        return datetime(day.year(), day.month(), day.day()).astimezone(UTC)

    @property
    def transcript_id(self) -> TranscriptId | None:
        """The call whose history goes; None where it is that of all."""
        transcript = self._session.transcript
        return transcript.id if transcript is not None and self.scope.checkedId() == CALL else None

    def _refresh(self) -> None:
        self.day.setEnabled(self.scope.checkedId() == BEFORE)
        text = tr("Nothing that was done until now can be undone afterwards, in any call. This cannot be taken back.")
        if self.scope.checkedId() == BEFORE:
            text += " " + tr("Calls can still be brought back to what they were from that day on.")
        self.told.setText(text)

    def _on_ok(self) -> None:
        session, project = self._session, self._project
        before, transcript_id = self.before, self.transcript_id
        with_backups = self.with_backups.isChecked()

        def end() -> int:
            project.compact()
            return project.delete_backups() if with_backups else 0

        def told(deleted: int) -> None:
            text = str(msg("The history was deleted."))
            if deleted:
                text += " " + str(msg("{n} backups were deleted.", n=deleted))
            session.noticed.emit(Notice(text))

        def go_on() -> None:
            session.in_background(msg("Deleting history"), end, told)

        if session.rewrite(lambda: project.write_purge(before, transcript_id), go_on):
            self.accept()
