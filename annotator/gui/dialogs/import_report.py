"""What became of an imported file: in one line over the table, and in full with another encoding to try."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.i18n import tr
from annotator.core.model import Header
from annotator.formats.base import ImportReport
from annotator.formats.encoding import ENCODINGS
from annotator.gui.dialogs import Dialog
from annotator.gui.session import Session
from annotator.gui.theme import Theme
from annotator.gui.widgets.elided import ElidedLabel
from annotator.gui.widgets.labels import button, label, tooltip
from annotator.gui.widgets.tool import ToolButton

PREVIEW_BYTES = 8192
PREVIEW_LINES = 12


class ImportBar(QFrame):
    """One line on the import of a call; a warning when something was not understood or guessed."""

    def __init__(self, session: Session, theme: Theme, header: Header, report: ImportReport, on_details: Callable[[], object]):
        super().__init__()
        self._theme, self._header, self._report = theme, header, report
        doubtful = report.not_understood > 0 or not report.encoding_is_sure
        self.setProperty("bar", "error" if doubtful else "info")
        self.icon = QLabel()
        self.summary = label(wrap=True)
        self.summary.setMinimumWidth(1)  # a long file name must not widen the window
        self.details = button("", on_details)
        self.shut = ToolButton(theme, "dismiss", self.hide)
        self.shut.setProperty("flat", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self.icon)
        row.addWidget(self.summary, 1)
        row.addWidget(self.details)
        row.addWidget(self.shut)
        session.preferences_changed.connect(self.retranslate)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.retranslate()

    def _recolour(self) -> None:
        self.icon.setPixmap(self._theme.icon("info").pixmap(20, 20))

    def retranslate(self) -> None:
        report = self._report
        parts = [tr("{n} turns read", n=report.turns), tr("{n} lines not understood", n=report.not_understood)]
        parts.append(encoding_text(report))
        self.summary.setText(f"{self._header.name}: {', '.join(parts)}")
        self.details.setText(tr("Details…"))
        self.shut.call(tr("Close"))


class ImportReportDialog(Dialog):
    """The report of the call on screen."""

    def __init__(self, session: Session, theme: Theme, header: Header, report: ImportReport, parent: QWidget | None = None):
        super().__init__(tr("Import report"), parent)
        self._session, self._theme, self._report = session, theme, report
        transcript = session.transcript
        assert transcript is not None, "the call is on screen"
        self._source = transcript.source
        self.body.addWidget(ElidedLabel(header.name, style="heading", mode=Qt.TextElideMode.ElideMiddle))
        self._add_figures()
        self._add_remarks()
        self._add_encoding()
        close = button(tr("Close"), self.reject, primary=True)
        self.finish(close)
        self.resize(640, 600)
        close.setFocus()
        self._preview()

    def _add_figures(self) -> None:
        report = self._report
        row = QHBoxLayout()
        row.setSpacing(8)
        for number, caption in (
            (report.lines, tr("lines")),
            (report.turns, tr("turns")),
            (report.continued, tr("continued")),
            (report.blank, tr("blank")),
            (report.not_understood, tr("not understood")),
        ):
            card = QFrame()
            card.setProperty("card", "true")
            inside = QVBoxLayout(card)
            inside.setContentsMargins(12, 8, 12, 8)
            inside.setSpacing(0)
            inside.addWidget(label(str(number), style="heading"))
            inside.addWidget(label(caption, style="dim"))
            row.addWidget(card, 1)
        self.body.addLayout(row)

    def _add_remarks(self) -> None:
        if not self._report.remarks:
            self.body.addWidget(label(tr("Every line was understood."), style="dim"))
            return
        self.body.addWidget(label(tr("Remarks; every line was kept"), style="strong"))
        table = QTreeWidget()
        table.setAccessibleName(tr("Remarks"))
        table.setHeaderLabels([tr("Line"), tr("Remark")])
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setStyleSheet("QTreeView::item { padding: 4px; }")
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for remark in self._report.remarks:
            item = QTreeWidgetItem(["–" if remark.line is None else str(remark.line), str(remark.message)])
            item.setToolTip(1, tooltip(str(remark.message)))
            table.addTopLevelItem(item)
        table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.body.addWidget(table, 2)

    def _add_encoding(self) -> None:
        self.body.addWidget(label(tr("Encoding"), style="strong"))
        row = QHBoxLayout()
        row.setSpacing(8)
        if not self._report.encoding_is_sure:
            icon = QLabel()
            icon.setPixmap(self._theme.icon("info").pixmap(20, 20))
            row.addWidget(icon)
        row.addWidget(label(encoding_text(self._report), wrap=True), 1)
        self.body.addLayout(row)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.encoding = QComboBox()
        self.encoding.setAccessibleName(tr("Encoding"))
        for name in dict.fromkeys([self._report.encoding, *ENCODINGS]):
            self.encoding.addItem(name.upper(), name)
        self.again = button(tr("Read again in this encoding"), self._on_again)
        row.addWidget(self.encoding)
        row.addWidget(self.again)
        row.addStretch(1)
        self.body.addLayout(row)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(tr("The first lines in this encoding"))
        self.body.addWidget(self.preview, 3)
        self.encoding.currentIndexChanged.connect(self._preview)

    def _preview(self) -> None:
        chosen = self.encoding.currentData()
        text = self._source.data[:PREVIEW_BYTES].decode(chosen, "replace")
        self.preview.setPlainText("\n".join(text.lstrip("\ufeff").splitlines()[:PREVIEW_LINES]))
        self.again.setEnabled(chosen != self._report.encoding)

    def _on_again(self) -> None:
        if self._session.guard(self._session.reimport, self.encoding.currentData()):
            self.accept()


def encoding_text(report: ImportReport) -> str:
    """Say which encoding the file is in, and whether that is sure."""
    name = report.encoding.upper()
    return name if report.encoding_is_sure else tr("{encoding}, a guess: check that the text is right", encoding=name)
