"""What became of an imported file: in one line over the table, and in full with another encoding to try."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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

from annotator import formats
from annotator.core.i18n import tr
from annotator.core.model import Header, Imported, Source
from annotator.formats.base import ImportReport
from annotator.formats.encoding import ENCODINGS
from annotator.formats.refuse import binary_kind
from annotator.formats.table_columns import NeedsColumns
from annotator.gui.dialogs import Dialog
from annotator.gui.dialogs.choose_format import ChooseFormatDialog
from annotator.gui.dialogs.columns import ColumnsDialog
from annotator.gui.session import Session
from annotator.gui.theme import Theme
from annotator.gui.widgets.elided import ElidedLabel
from annotator.gui.widgets.labels import button, label, tooltip
from annotator.gui.widgets.tool import ToolButton

PREVIEW_BYTES = 8192
PREVIEW_LINES = 12
LINES = "text"
"""The format that is read line by line; in others what has a turn each is counted."""
TABLES = ("csv", "tsv", "xlsx")


class ImportBar(QFrame):
    """One line on the import of a call; a warning when something was not understood or guessed."""

    def __init__(self, session: Session, theme: Theme, header: Header, report: ImportReport, on_details: Callable[[], object]):
        super().__init__()
        self._theme, self._header, self._report = theme, header, report
        call = session.transcript
        self._format = call.source.format if call is not None and call.id == header.id else LINES
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
        parts = [tr("{n} turns read", n=report.turns)]
        if self._format == LINES:
            parts += [tr("{n} lines not understood", n=report.not_understood), encoding_text(report)]
        else:
            parts += [tr("{n} not understood", n=report.not_understood)] if report.not_understood else []
            parts.append(str(formats.by_name(self._format).title))
            parts += [] if report.encoding_is_sure else [encoding_text(report)]
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
        self._lines = self._source.format == LINES
        self.body.addWidget(ElidedLabel(header.name, style="heading", mode=Qt.TextElideMode.ElideMiddle))
        self._add_format()
        self._add_figures()
        self._add_remarks()
        with_encoding = has_encoding(self._source, report)
        if with_encoding:
            self._add_encoding()
        close = button(tr("Close"), self.reject, primary=True)
        self.finish(close)
        self.resize(680, 640 if with_encoding else 440)
        close.setFocus()
        if with_encoding:
            self._preview()

    def _add_format(self) -> None:
        """The format, and ways to read the file as another one or with other columns."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(tr("Read as: {format}", format=formats.by_name(self._source.format).title), wrap=True), 1)
        self.columns = button(tr("Choose columns…"), lambda: self._session.guard(self._on_columns))
        self.columns.setVisible(self._source.format in TABLES)
        self.other = button(tr("Read as another format…"), self._on_other)
        row.addWidget(self.columns)
        row.addWidget(self.other)
        self.body.addLayout(row)

    def _on_other(self) -> None:
        source = self._source
        names = [entry.name for entry in formats.FORMATS if entry.reader is not None]
        names.sort(key=lambda name: name != source.format)
        question = tr("Choose a format to see what it makes of the file. The call as it is now is replaced; undo brings it back.")
        dialog = ChooseFormatDialog(
            self._session,
            self._theme,
            source.name,
            names,
            lambda name: formats.read(source.data, source.name, source.encoding, name),
            chosen=source.format,
            question=question,
            parent=self,
        )
        chosen = dialog.name if dialog.exec() == Dialog.DialogCode.Accepted else source.format
        dialog.deleteLater()
        if chosen != source.format and self._session.guard(self._session.reimport, format=chosen):
            self.accept()

    def _on_columns(self) -> None:
        """Ask for the columns of the table, whatever is thought to be known of them."""
        source = self._source

        def read(columns: Mapping[str, int]) -> tuple[Imported, ImportReport]:
            return formats.read(source.data, source.name, source.encoding, source.format, columns)

        try:
            read({})
        except NeedsColumns as table:
            dialog = ColumnsDialog(self._session, self._theme, source.name, table, read, self)
            columns = dialog.chosen() if dialog.exec() == Dialog.DialogCode.Accepted else None
            dialog.deleteLater()
            if columns is not None:
                self._session.reimport(columns=columns)
                self.accept()

    def _add_figures(self) -> None:
        report = self._report
        row = QHBoxLayout()
        row.setSpacing(8)
        for number, caption in (
            (report.lines, tr("lines") if self._lines else tr("entries")),
            (report.turns, tr("turns")),
            (report.continued, tr("continued")),
            (report.blank, tr("blank")),
            (report.not_understood, tr("not understood")),
        ):
            if not number and not self._lines and caption in (tr("continued"), tr("blank")):
                continue  # few formats have such entries
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
            all_well = tr("Every line was understood.") if self._lines else tr("Every entry was understood.")
            self.body.addWidget(label(all_well, style="dim"))
            if not has_encoding(self._source, self._report):
                self.body.addStretch(1)
            return
        self.body.addWidget(label(tr("Remarks; every line was kept") if self._lines else tr("Remarks"), style="strong"))
        table = QTreeWidget()
        table.setAccessibleName(tr("Remarks"))
        table.setHeaderLabels([tr("Line") if self._lines else tr("Entry"), tr("Remark")])
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


def has_encoding(source: Source, report: ImportReport) -> bool:
    """Tell whether the file is a text whose encoding is the user's to choose: JSON, XML and documents say it themselves."""
    if source.format == LINES or not report.encoding_is_sure:
        return True
    return binary_kind(source.data) is None and not source.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[", b"<"))


def encoding_text(report: ImportReport) -> str:
    """Say which encoding the file is in, and whether that is sure."""
    name = report.encoding.upper()
    return name if report.encoding_is_sure else tr("{encoding}, a guess: check that the text is right", encoding=name)
