"""What the decisions in this project say about the confidences of findings: look at it, switch it off, start anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from annotator.core.i18n import tr
from annotator.detectors.calibration import EXAMPLE, LEAST, Taught
from annotator.gui.dialogs import Dialog
from annotator.gui.dialogs.statistics import Section, how_to_decide, kind_title
from annotator.gui.session import Notice, Session
from annotator.gui.theme import Theme, kind_mark
from annotator.gui.widgets.chart import Figures
from annotator.gui.widgets.labels import button, label
from annotator.gui.widgets.message_bar import MessageBar
from annotator.statistics import percent

METER = 3
"""The column of the table that shows shares as bars."""


class ConfidenceDialog(Dialog):
    """Everything acts at once; the session keeps it."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None):
        super().__init__(tr("What your decisions taught"), parent)
        self._session = session
        about = tr(
            "A finding says how sure it is. When you often dismiss what is called sure, or accept what is not, its kind is "
            "believed less or more in this project: one number a kind, from your decisions alone. A few decisions change little. "
            "Which of two findings of a kind is surer stays the same."
        )
        self.body.addWidget(label(about, wrap=True))
        self.switch = QCheckBox(tr("Correct confidences by my decisions"))
        self.switch.toggled.connect(self._on_switched)
        self.body.addWidget(self.switch)
        scroll = QScrollArea()
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(tr("What your decisions taught"))
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 8, 0)
        self.table = Figures(theme, tr("By kind of finding"), METER)
        self.hint = label(f"{tr('No decisions count yet.')} {how_to_decide(session)}", style="dim", wrap=True)
        rows.addWidget(Section(tr("By kind of finding"), self.hint, self.table))
        rows.addStretch(1)
        scroll.setWidget(page)
        self.body.addWidget(scroll, 1)
        self.message = MessageBar()
        self.body.addWidget(self.message)
        self.reset = button(tr("Start anew"), self._on_reset)
        self.reset.setToolTip(tr("Decisions so far no longer count; they stay as they are."))
        self.shut = button(tr("Close"), self.accept, primary=True)
        self.finish(self.shut, aside=(self.reset,))
        self.resize(720, 440)
        session.calibration_changed.connect(self._fill)
        session.noticed.connect(self._say)
        session.project_changed.connect(self.reject)
        self._fill()
        self.shut.setFocus()

    def _fill(self) -> None:
        """Show what is so now."""
        session = self._session
        taught = session.calibration.explain()
        fixed = session.project is None or session.project.read_only
        self.switch.setChecked(session.calibrates)
        self.switch.setEnabled(not fixed)
        self.reset.setEnabled(bool(taught) and not fixed)
        self._fill_table(taught)
        self.table.setVisible(bool(taught))
        self.hint.setVisible(not taught)

    def _fill_table(self, taught: list[Taught]) -> None:
        heads = (tr("Kind"), tr("Decided"), tr("Accepted"), "", tr("What {raw} counts as", raw=f"{EXAMPLE:.2f}"))
        rows, shares = [], []
        for one in taught:
            enough, share = one.decided >= LEAST, one.accepted / one.decided
            title = f"{kind_mark(one.detector, one.kind)}  {kind_title((one.detector, one.kind))}"
            rows.append((title, str(one.decided), percent(share) if enough else tr("too few"), "", f"{one.example:.2f}"))
            shares.append(share if enough else None)
        self.table.fill(heads, rows, shares, total=False)

    def _say(self, notice: Notice) -> None:
        """Show here what the status bar says: it is not looked at while there is a dialog."""
        self.message.say(notice.text, notice.kind)

    def _on_switched(self, on: bool) -> None:
        if on != self._session.calibrates:
            self._session.use_calibration(on)
            self._fill()

    def _on_reset(self) -> None:
        self._session.reset_calibration()
        if not self._session.calibration.explain():
            self._say(Notice(tr("Started anew: confidences are those of the detectors until you decide more findings.")))
            self.shut.setFocus()
