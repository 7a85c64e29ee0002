"""Export the call on screen, or all calls of the project."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator import formats, naming
from annotator.core.errors import FormatError
from annotator.core.i18n import msg, tr
from annotator.core.model import Header
from annotator.formats.base import CONTENTS, ExportOptions, Format, lost
from annotator.formats.placeholders import TEMPLATES, suffix_of
from annotator.gui.dialogs import Dialog
from annotator.gui.dialogs.masking import MaskGroup
from annotator.gui.dialogs.template import TemplateDialog
from annotator.gui.session import SUFFIX, Session
from annotator.gui.theme import Theme
from annotator.gui.widgets.labels import button, choose, label, style

SETTING = "export"
UTF8 = "utf-8"
GROUPS = (
    (msg("To read and print"), ("text", "docx", "markdown", "html")),
    (msg("Tables"), ("csv", "tsv", "xlsx")),
    (msg("Subtitles"), ("srt", "vtt")),
    (msg("Speech research"), ("textgrid", "eaf", "rttm", "stm", "ctm", "seglst")),
    (msg("For programs"), ("json", "jsonl", "label-studio")),
    (msg("Training"), ("pairs",)),
    (msg("Your own"), ("template",)),
)
"""Formats that are written, as they are listed; others come last."""
NAME = Qt.ItemDataRole.UserRole
LIST_WIDTH, ABOUT_HEIGHT = 320, 104
HEIGHT = 620


class FormatList(QListWidget):
    """The formats in groups; headings cannot be chosen."""

    def __init__(self, theme: Theme, writers: Sequence[Format]):
        super().__init__()
        self.setAccessibleName(tr("Format"))
        self.setProperty("ring", "true")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dim = theme.tokens.text_dim.name()
        self.setStyleSheet(f"QListView::item {{ padding: 4px 8px; }} QListView::item:disabled {{ color: {dim}; }}")
        known = {entry.name: entry for entry in writers}
        grouped = [(str(title), [known.pop(name) for name in names if name in known]) for title, names in GROUPS]
        for title, entries in (*grouped, (tr("Other"), list(known.values()))):
            if entries:
                self._add_heading(title)
            for entry in entries:
                item = QListWidgetItem(str(entry.title))
                item.setData(NAME, entry.name)
                self.addItem(item)

    def _add_heading(self, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)  # keys go past it
        font = item.font()
        font.setPixelSize(12)
        font.setBold(True)
        item.setFont(font)
        self.addItem(item)

    @property
    def name(self) -> str:
        item = self.currentItem()
        return "" if item is None else str(item.data(NAME))

    def choose(self, name: str) -> None:
        """Choose a format by its name; the first one where it is not there."""
        items = [self.item(row) for row in range(self.count())]
        real = [item for item in items if item.data(NAME) is not None]
        self.setCurrentItem(next((item for item in real if item.data(NAME) == name), real[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ExportDialog(Dialog):
    """Asks for format, content and target, then leaves the writing to the session. The choices are kept in the project."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None):
        super().__init__(tr("Export"), parent)
        assert session.project is not None, "there is something to export"
        assert session.transcript is not None, "there is something to export"
        self._session, self._project, self._transcript = session, session.project, session.transcript
        self._headers = self._project.transcripts()
        self._closed = False
        last = self._last()
        columns = QHBoxLayout()
        columns.setSpacing(24)
        self.body.addLayout(columns)
        columns.addLayout(self._format_column(theme))
        columns.addLayout(self._content_column(theme, last), 1)
        self.masking = MaskGroup(session, theme, last, self)
        columns.addWidget(self.masking)
        self.ok = button(tr("Export…"), self._on_ok, primary=True)
        self.finish(self.ok, button(tr("Cancel"), self.reject))
        self.formats.choose(str(last.get("format")))
        self.formats.currentItemChanged.connect(self._refresh)
        self.scope.idToggled.connect(self._refresh)
        self.pattern.textChanged.connect(self._refresh)
        self.resize(self.sizeHint().width(), HEIGHT)
        self.ok.setFocus()
        self._refresh()

    # ------------------------------------------------------------------ parts

    def _format_column(self, theme: Theme) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(label(tr("Format"), style="strong"))
        self.formats = FormatList(theme, [f for f in formats.FORMATS if f.writer is not None])
        self.formats.setFixedWidth(LIST_WIDTH)
        self.formats.setMinimumHeight(300)
        column.addWidget(self.formats, 1)
        # As high as it can be needed: the list must not move while one goes through it.
        about = QWidget()
        about.setFixedSize(LIST_WIDTH, ABOUT_HEIGHT)
        inside = QVBoxLayout(about)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        self.about = label(wrap=True)
        inside.addWidget(self.about)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._losses_icon = QLabel()
        self._losses_icon.setPixmap(theme.icon("info").pixmap(20, 20))
        row.addWidget(self._losses_icon, 0, Qt.AlignmentFlag.AlignTop)
        self.losses = label(style="dim", wrap=True)
        row.addWidget(self.losses, 1, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(row)
        inside.addStretch(1)
        column.addWidget(about)
        return column

    def _content_column(self, theme: Theme, last: dict[str, Any]) -> QVBoxLayout:
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self._column.addWidget(self._template_part(last))
        self._column.addWidget(label(tr("Include"), style="strong"))
        self.options: dict[str, QCheckBox] = {}
        titles = {
            "speakers": tr("Speakers"),
            "roles": tr("Roles"),
            "topics": tr("Topics"),
            "only_reviewed": tr("Only turns marked as reviewed"),
        }
        inside = self._indented()
        for name, title in titles.items():
            self.options[name] = box = QCheckBox(title)
            box.setChecked(bool(last.get(name, getattr(ExportOptions(), name))))
            box.toggled.connect(self._refresh)
            inside.addWidget(box)
        self.encoding = QComboBox()
        self.encoding.setAccessibleName(tr("Encoding"))
        source = self._transcript.source.encoding
        self.encoding.addItem(tr("In the encoding of the source, {encoding}", encoding=source.upper()), None)
        if source != UTF8:
            self.encoding.addItem(tr("In UTF-8"), UTF8)
            self.encoding.setCurrentIndex(max(0, self.encoding.findData(last.get("encoding"))))
        inside.addWidget(self.encoding)

        self._column.addWidget(label(tr("Calls"), style="strong"))
        self.scope = QButtonGroup(self)
        everything = tr("All {n} calls of the project, into a folder", n=len(self._headers))
        inside = self._indented()
        for n, title in enumerate((tr("This call: {name}", name=_short(self._transcript.header.name, 34)), everything)):
            choice = QRadioButton(title.replace("&", "&&"))
            self.scope.addButton(choice, n)
            inside.addWidget(choice)
        self.scope.button(1).setEnabled(len(self._headers) > 1)
        self.scope.button(int(bool(last.get("all")) and len(self._headers) > 1)).setChecked(True)
        self.names = self._names_part(last)
        inside.addWidget(self.names)

        self.hint = QWidget()
        hint = QHBoxLayout(self.hint)
        hint.setContentsMargins(0, 0, 0, 0)
        hint.setSpacing(8)
        icon = QLabel()
        icon.setPixmap(theme.icon("info").pixmap(20, 20))
        hint.addWidget(icon)
        hint.addWidget(label(tr("No turn of this call is marked as reviewed yet."), wrap=True), 1)
        self._column.addWidget(self.hint)
        self._column.addStretch(1)
        return self._column

    def _template_part(self, last: dict[str, Any]) -> QWidget:
        """Which of the user's templates is used, and a way to edit it."""
        self.template_part = QWidget()
        rows = QVBoxLayout(self.template_part)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(label(tr("Template"), style="strong"))
        self.template = QComboBox()
        self.template.setAccessibleName(tr("Template"))
        self.template.setMinimumWidth(160)
        self._fill_templates(str(last.get("template", "")))
        self.template.currentIndexChanged.connect(self._refresh)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.template, 1)
        self.edit_template = button(tr("Edit…"), self._on_edit_template)
        row.addWidget(self.edit_template)
        row.addWidget(button(tr("New…"), lambda: self._ask_template("", TEMPLATES[0][1])))
        rows.addLayout(row)
        return self.template_part

    def _fill_templates(self, chosen: str) -> None:
        """List the user's templates, then those to begin with."""
        self.template.clear()
        own = self._session.settings.templates
        for name, text in (*own.items(), *((str(title), text) for title, text in TEMPLATES if str(title) not in own)):
            self.template.addItem(name, text)
        self.template.setCurrentIndex(max(0, self.template.findText(chosen)))

    def _on_edit_template(self) -> None:
        name, text = self.template.currentText(), str(self.template.currentData())
        self._ask_template(name if name in self._session.settings.templates else tr("My format"), text)

    def _ask_template(self, name: str, text: str) -> None:
        dialog = TemplateDialog(self._session, self._transcript, name, text, self)
        chosen = dialog.chosen if dialog.exec() == Dialog.DialogCode.Accepted else None
        dialog.deleteLater()
        if chosen is not None:
            self._fill_templates(chosen)
            self._refresh()

    def _names_part(self, last: dict[str, Any]) -> QWidget:
        """What the files of all calls are called, with an example that follows while the pattern is typed."""
        part = QWidget()
        rows = QVBoxLayout(part)
        rows.setContentsMargins(24, 0, 0, 0)
        rows.setSpacing(4)
        self.pattern = QLineEdit(str(last.get("pattern") or naming.PATTERN))
        self.pattern.setAccessibleName(tr("File names"))
        self.pattern.setMinimumWidth(150)
        insert = QPushButton(tr("Insert"))
        insert.setAutoDefault(False)
        menu = QMenu(insert)
        for name, title in naming.PLACEHOLDERS.items():
            action = menu.addAction(f"{{{name}}}   {title}")
            action.triggered.connect(partial(self._insert, name))
        insert.setMenu(menu)
        rows.addWidget(label(tr("File names")))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.pattern, 1)
        row.addWidget(insert)
        rows.addLayout(row)
        self.example = label(style="dim", wrap=True)
        rows.addWidget(self.example)
        return part

    def _insert(self, name: str) -> None:
        self.pattern.insert(f"{{{name}}}")
        self.pattern.setFocus()

    def _indented(self) -> QVBoxLayout:
        inside = QVBoxLayout()
        inside.setContentsMargins(8, 0, 0, 0)
        inside.setSpacing(8)
        self._column.addLayout(inside)
        return inside

    def _last(self) -> dict[str, Any]:
        """Return what was chosen last in this project."""
        return self._session.remembered(SETTING)

    # ------------------------------------------------------------------ what was chosen

    @property
    def format(self) -> Format:
        return formats.by_name(self.formats.name)

    @property
    def all_calls(self) -> bool:
        return self.scope.checkedId() == 1

    def chosen(self) -> ExportOptions:
        """Return the options that the format heeds; the others stay as they are by default."""
        holds = self.format.holds
        chosen: dict[str, Any] = {name: box.isChecked() for name, box in self.options.items() if name in holds}
        if "encoding" in holds:
            # Only a text in the shape of its source knows what encoding that is in.
            source = None if self.format.name == "text" else self._transcript.source.encoding
            chosen["encoding"] = self.encoding.currentData() or source
        if self._templated:
            chosen["template"] = str(self.template.currentData())
        return ExportOptions(**chosen)

    @property
    def _templated(self) -> bool:
        return self.format.name == "template"

    def _refresh(self) -> None:
        """Show what the format can hold, and say when nothing would be exported."""
        holds = self.format.holds
        for name, box in self.options.items():
            box.setEnabled(name in holds)
        self.options["roles"].setEnabled("roles" in holds and self.options["speakers"].isChecked())
        self.encoding.setVisible("encoding" in holds)
        self.template_part.setVisible(self._templated)
        options = self.chosen()
        nothing = options.only_reviewed and not self.all_calls and not any(t.reviewed for t in self._transcript.visible)
        self.hint.setVisible(nothing)
        self.names.setVisible(len(self._headers) > 1)
        self.names.setEnabled(self.all_calls)
        self.ok.setEnabled(self._show_example() and not nothing)
        self._show_losses(options)
        shown = [header.id for header in self._headers] if self.all_calls else [self._transcript.id]
        self.masking.show_for(shown, options.only_reviewed)

    def _show_example(self) -> bool:
        """Show what the first file would be called; False where the pattern makes no sense."""
        call = self._transcript
        try:
            name = naming.file_name(self.pattern.text(), call.header, call.source.name, 1, self._suffix(call.source.name), set())
        except FormatError as error:
            self.example.setText(str(error))
            style(self.example, "alarm")
            return not self.all_calls
        self.example.setText(tr("For example {name}", name=name))
        style(self.example, "dim")
        return True

    def _show_losses(self, options: ExportOptions) -> None:
        """Say what this call has and the file will not; what was imported is no loss, it is where it was."""
        missing = [str(title) for title in lost(self.format, self._transcript, options) if title != CONTENTS["source"]]
        if missing:
            self.losses.setText(tr("Not in the file: {contents}", contents=", ".join(missing)))
        else:
            self.losses.setText(tr("Holds all that this call has."))
        self._losses_icon.setVisible(bool(missing))
        self.about.setText(f"{self.format.title}  ·  {self._plain_suffix}")

    # ------------------------------------------------------------------ doing it

    def done(self, result: int) -> None:
        self._closed = True
        self.masking.counting.close()
        super().done(result)

    def _on_ok(self) -> None:
        self._session.guard(self._export_all if self.all_calls else self._export)

    def _export(self) -> None:
        """Ask for the target and start; a dialog that is left without a target leaves everything as it is."""
        masker = self.masking.masker(self._transcript)
        # A file is called as the call is, and people call calls by names and numbers.
        path = self._ask_file(replace(self._transcript.header, name=masker.text(self._transcript.header.name)))
        if path is None:
            return
        name, options, masks = self.format.name, self.chosen(), bool(self.masking.kinds)
        self._remember(path.parent)

        def work(target: Path) -> None:
            formats.write_file(target, formats.write(masker.masked() if masks else self._transcript, name, options))

        self._session.export(work, [path])
        self.accept()

    def _export_all(self) -> None:
        """Ask for a folder, look what the files are to be called, and write them one after the other: no call stays in memory."""
        naming.check_pattern(self.pattern.text())
        answer = QFileDialog.getExistingDirectory(self, tr("Export to the folder"), str(self._folder()))
        if not answer or not self._session.free_for_files():
            return
        project, masks, masker = self._project, bool(self.masking.kinds), self.masking.masker
        shown: list[Header] = []

        def called(header: Header) -> Header:
            return replace(header, name=masker(project.read(header.id)).text(header.name)) if masks else header

        self._session.run_files(
            msg("Exporting"),
            self._headers,
            called,
            lambda _, header: shown.append(header),
            then=lambda: self._session.guard(self._write_all, Path(answer), shown),
        )

    def _write_all(self, folder: Path, headers: Sequence[Header]) -> None:
        if self._closed or len(headers) < len(self._headers):
            return
        files = [folder / name for name in self._file_names(headers)]
        there = [path.name for path in files if path.exists()]
        if there and not self._may_replace(there):
            return
        project, options, masks, masker = self._project, self.chosen(), bool(self.masking.kinds), self.masking.masker
        name, ids = self.format.name, dict(zip(files, (header.id for header in headers), strict=True))

        def work(path: Path) -> None:
            call = project.read(ids[path])
            formats.write_file(path, formats.write(masker(call).masked() if masks else call, name, options))

        self._remember(folder)
        self._session.export(work, files)
        self.accept()

    def _file_names(self, headers: Iterable[Header]) -> Iterator[str]:
        sources, taken = self._project.source_names(), set[str]()
        for number, header in enumerate(headers, 1):
            source = sources.get(header.id, "")
            yield naming.file_name(self.pattern.text(), header, source, number, self._suffix(source), taken)

    def _suffix(self, source: str) -> str:
        """Return the suffix of an exported file, which is never called as its source is."""
        suffix = self._plain_suffix
        return f".corrected{suffix}" if suffix == Path(source).suffix.lower() else suffix

    @property
    def _plain_suffix(self) -> str:
        return suffix_of(str(self.template.currentData())) if self._templated else self.format.suffixes[0]

    def _folder(self) -> Path:
        """Return where the last export went, else where the project is."""
        last = Path(str(self._last().get("folder", "")))
        return last if last.is_absolute() and last.is_dir() else self._project.path.parent

    def _ask_file(self, header: Header) -> Path | None:
        source = self._transcript.source.name
        proposed = self._folder() / naming.file_name(naming.PATTERN, header, source, 1, self._suffix(source), set())
        kind = f"{self.format.title} (*{self._plain_suffix})"
        answer, _ = QFileDialog.getSaveFileName(self, tr("Export to"), str(proposed), kind)
        if Path(answer).suffix == SUFFIX:
            raise FormatError(msg("{name} is a project. Give the exported file another name.", name=Path(answer).name))
        return Path(answer) if answer else None

    def _may_replace(self, names: list[str]) -> bool:
        there = tr("{n} files of these names are in the folder already: {names}", n=len(names), names=_short(", ".join(names)))
        return choose(self, tr("Export"), there, tr("Keep them"), tr("Replace them")) == 0

    def _remember(self, folder: Path) -> None:
        if not self._project.read_only:
            chosen = {name: box.isChecked() for name, box in self.options.items()}
            kept = chosen | {"format": self.format.name, "all": self.all_calls, "folder": str(folder)}
            kept |= {"encoding": self.encoding.currentData(), "pattern": self.pattern.text()}
            kept["template"] = self.template.currentText()
            kept |= self.masking.chosen()
            self._project.set_setting(SETTING, json.dumps(kept))


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
