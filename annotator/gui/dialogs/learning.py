"""What the check of speakers has learned from the finished calls of the project: learn, look at it, take it out, drop it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QWidget

from annotator import formats
from annotator.core.errors import FormatError
from annotator.core.i18n import msg, tr
from annotator.core.model import Learned
from annotator.detectors import MEASURED
from annotator.detectors.learning import LEAST_CALLS, Outcome
from annotator.gui.dialogs import Dialog
from annotator.gui.session import SUFFIX, Notice, Session
from annotator.gui.widgets.labels import button, label, tooltip
from annotator.gui.widgets.message_bar import MessageBar

LEARNED = ".learned"
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class LearningDialog(Dialog):
    """Learning goes on when the dialog is closed; the session owns it, and the status bar shows it then."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(tr("Learning"), parent)
        self._session = session
        about = tr(
            "The check of speakers learns from the calls that you have finished, on this computer. What it has learned is used in "
            "this project, and only if it does better on calls that it has not seen."
        )
        self.body.addWidget(label(about, wrap=True))
        self.state = label(style="strong", wrap=True)
        self.body.addWidget(self.state)
        self.finished_calls = label(style="dim", wrap=True)
        self.body.addWidget(self.finished_calls)
        self.body.addWidget(label(tr("Measured on calls that it had not seen"), style="dim"))
        self.body.addWidget(self._measures())
        self.message = MessageBar()
        self.body.addWidget(self.message)
        self.body.addStretch(1)

        self.work = QWidget()
        row = QHBoxLayout(self.work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Learning"))
        row.addWidget(label(tr("You can close this window and work on meanwhile."), style="dim"))
        row.addWidget(self.progress, 1)
        self.cancel = button(tr("Cancel"), session.cancel_learning)
        row.addWidget(self.cancel)
        self.body.addWidget(self.work)

        self.export = button(tr("Export…"), lambda: session.guard(self._on_export))
        self.reset = button(tr("Reset"), self._on_reset)
        self.learn = button(tr("Learn from finished calls"), self._on_learn, primary=True)
        self.shut = button(tr("Close"), self.accept)
        self.finish(self.learn, self.shut, aside=(self.export, self.reset))
        self.resize(660, 420)
        session.learning_changed.connect(self._fill)
        session.noticed.connect(self._say)
        session.progressed.connect(self._on_progressed)
        session.project_changed.connect(self.reject)
        self._say(Notice(""))
        self._fill()
        if session.outcome is not None and session.outcome.data is None:
            self._say(Notice(str(session.outcome.verdict)))
        (self.learn if self.learn.isEnabled() else self.shut).setFocus()

    # ------------------------------------------------------------------ what is shown

    def _fill(self) -> None:
        """Show what is so now."""
        session, project = self._session, self._session.project
        if project is None:
            return
        learned, count = session.learned, len(session.finished)
        self._learned = learned
        report = _report(learned)
        if learned is None:
            state = tr("Nothing learned yet.")
        elif not session.usable:
            state = tr("What was learned on {date} cannot be used by this version. Learn again.", date=_date(learned))
        elif report is None:
            state = tr("Learned on {date}.", date=_date(learned))
        else:
            calls, words = tr("{n} calls", n=report.calls), tr("{n} words", n=report.words)
            state = tr("Learned from {calls}, {words}, on {date}.", calls=calls, words=words, date=_date(learned))
        self.state.setText(state)
        if project.read_only:
            hint = tr("This project can only be read, so nothing that is learned could be kept.")
        elif count < LEAST_CALLS:
            hint = tr("{n} calls of this project are finished; at least {least} are needed.", n=count, least=LEAST_CALLS)
        else:
            hint = tr("{n} calls of this project are finished.", n=count)
        self.finished_calls.setText(hint)
        shown = session.outcome if session.outcome is not None and session.outcome.measures else report
        self._show_measures(shown)
        was_here = self.cancel.hasFocus()
        self.work.setVisible(session.learning)
        self.learn.setEnabled(not session.learning and not project.read_only and count >= LEAST_CALLS)
        self.export.setEnabled(learned is not None)
        self.reset.setEnabled(learned is not None and not project.read_only and not session.learning)
        if was_here and not session.learning:
            self.shut.setFocus()

    def _measures(self) -> QFrame:
        """Return the table, and keep its cells by what was measured."""
        made = QFrame()
        made.setProperty("card", "true")
        grid = QGridLayout(made)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        heads = ("", tr("Places"), tr("Faults"), tr("Precision before"), tr("after"))
        for column, text in enumerate(heads):
            head = label(text, style="dim")
            if column >= 3:
                head.setToolTip(tooltip(tr("1 would mean that every fault is more suspect to it than any place that is none")))
            grid.addWidget(head, 0, column, LEFT if column == 0 else RIGHT)
        self.cells: dict[str, list[QLabel]] = {}
        for row, (item, title) in enumerate(MEASURED.items(), 1):
            self.cells[item] = [label(str(title)), *(label() for _ in heads[1:])]
            for column, cell in enumerate(self.cells[item]):
                grid.addWidget(cell, row, column, LEFT if column == 0 else RIGHT)
        return made

    def _show_measures(self, outcome: Outcome | None) -> None:
        for item, (_, *cells) in self.cells.items():
            measure = outcome.measures.get(item) if outcome is not None else None
            texts = ["–"] * len(cells)
            if measure is not None:
                texts[:2] = str(measure.items), f"{100 * measure.share:.0f} %"
                if measure.true:
                    texts[2:] = f"{measure.precision_before:.2f}", f"{measure.precision_after:.2f}"
            for cell, text in zip(cells, texts, strict=True):
                cell.setText(text)

    def _say(self, notice: Notice) -> None:
        """Show here what the status bar says: it is not looked at while there is a dialog."""
        self.message.say(notice.text, notice.kind)

    def _on_progressed(self, *_: object) -> None:
        done, total = self._session.learning_progress
        self.progress.setMaximum(total)
        self.progress.setValue(done)

    # ------------------------------------------------------------------ what is done

    def _on_learn(self) -> None:
        self._say(Notice(""))
        self._session.guard(self._session.learn)

    def _on_reset(self) -> None:
        self._session.forget()
        if self._session.learned is None:
            self._say(Notice(tr("It is forgotten. Learn from the finished calls again to have it back.")))
            self.shut.setFocus()

    def _on_export(self) -> None:
        assert self._learned is not None, "there is something to export"
        assert self._session.project is not None, "there is something to export"
        proposed = self._session.project.path.with_suffix(LEARNED)
        kind = f"{tr('What was learned')} (*{LEARNED})"
        answer, _ = QFileDialog.getSaveFileName(self, tr("Export what was learned"), str(proposed), kind)
        if not answer:
            return
        path = Path(answer)
        if path.suffix == SUFFIX:
            raise FormatError(msg("{name} is a project. Give the exported file another name.", name=path.name))
        formats.write_file(path, self._learned.data)
        self._say(Notice(tr("Exported {name} to {folder}", name=path.name, folder=str(path.parent))))


def _report(learned: Learned | None) -> Outcome | None:
    """Return what was measured; None where nothing was learned, or another version says it otherwise."""
    try:
        return None if learned is None else Outcome.of_report(learned.report)
    except ValueError:
        return None


def _date(learned: Learned) -> str:
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(learned.at.timestamp())), QLocale.FormatType.ShortFormat)
