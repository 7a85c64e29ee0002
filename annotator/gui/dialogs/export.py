"""Export the call on screen, or all calls of the project."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator import formats
from annotator.core.errors import FormatError
from annotator.core.i18n import msg, tr
from annotator.core.model import Transcript
from annotator.formats.base import ExportOptions, Format
from annotator.gui.dialogs import Dialog
from annotator.gui.dialogs.masking import MaskGroup
from annotator.gui.session import SUFFIX, Session
from annotator.gui.theme import Theme
from annotator.gui.widgets.labels import button, choose, label

SETTING = "export"
UTF8 = "utf-8"
_RESERVED = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


class ExportDialog(Dialog):
    """Asks for format, content and target, then leaves the writing to the session. The choices are kept in the project."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None):
        super().__init__(tr("Export"), parent)
        assert session.project is not None, "there is something to export"
        assert session.transcript is not None, "there is something to export"
        self._session, self._project, self._transcript = session, session.project, session.transcript
        self._writers = [f for f in formats.FORMATS if f.writer is not None]
        last = self._last()
        columns = QHBoxLayout()
        columns.setSpacing(24)
        self.body.addLayout(columns)
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        columns.addLayout(self._column, 1)

        self.formats = QButtonGroup(self)
        self._column.addWidget(label(tr("Format"), style="strong"))
        self._add_choices(self.formats, [str(f.title) for f in self._writers])
        names = [f.name for f in self._writers]
        self.formats.button(names.index(last["format"]) if last.get("format") in names else 0).setChecked(True)

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
        self._headers = self._project.transcripts()
        everything = tr("All {n} calls of the project, into a folder", n=len(self._headers))
        self._add_choices(self.scope, [tr("This call: {name}", name=_short(self._transcript.header.name)), everything])
        self.scope.button(1).setEnabled(len(self._headers) > 1)
        self.scope.button(int(bool(last.get("all")) and len(self._headers) > 1)).setChecked(True)

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
        self.masking = MaskGroup(session, theme, last, self)
        columns.addWidget(self.masking)
        self.ok = button(tr("Export…"), self._on_ok, primary=True)
        self.finish(self.ok, button(tr("Cancel"), self.reject))
        self.formats.idToggled.connect(self._refresh)
        self.scope.idToggled.connect(self._refresh)
        self.ok.setFocus()
        self._refresh()

    # ------------------------------------------------------------------ parts

    def _indented(self) -> QVBoxLayout:
        inside = QVBoxLayout()
        inside.setContentsMargins(8, 0, 0, 0)
        inside.setSpacing(8)
        self._column.addLayout(inside)
        return inside

    def _add_choices(self, group: QButtonGroup, titles: Iterable[str]) -> None:
        inside = self._indented()
        for n, title in enumerate(titles):
            choice = QRadioButton(title.replace("&", "&&"))
            group.addButton(choice, n)
            inside.addWidget(choice)

    def _last(self) -> dict[str, Any]:
        """Return what was chosen last in this project."""
        return self._session.remembered(SETTING)

    # ------------------------------------------------------------------ what was chosen

    @property
    def format(self) -> Format:
        return self._writers[self.formats.checkedId()]

    @property
    def all_calls(self) -> bool:
        return self.scope.checkedId() == 1

    def chosen(self) -> ExportOptions:
        """Return the options that the format heeds; the others stay as they are by default."""
        holds = self.format.holds
        chosen: dict[str, Any] = {name: box.isChecked() for name, box in self.options.items() if name in holds}
        if "encoding" in holds:
            chosen["encoding"] = self.encoding.currentData()
        return ExportOptions(**chosen)

    def _refresh(self) -> None:
        """Show what the format can hold, and say when nothing would be exported."""
        holds = self.format.holds
        for name, box in self.options.items():
            box.setEnabled(name in holds)
        self.options["roles"].setEnabled("roles" in holds and self.options["speakers"].isChecked())
        self.encoding.setVisible("encoding" in holds)
        options = self.chosen()
        nothing = options.only_reviewed and not self.all_calls and not any(t.reviewed for t in self._transcript.visible)
        self.hint.setVisible(nothing)
        self.ok.setEnabled(not nothing)
        shown = [header.id for header in self._headers] if self.all_calls else [self._transcript.id]
        self.masking.show_for(shown, options.only_reviewed)

    # ------------------------------------------------------------------ doing it

    def done(self, result: int) -> None:
        self.masking.counting.close()
        super().done(result)

    def _on_ok(self) -> None:
        self._session.guard(self._export)

    def _export(self) -> None:
        """Ask for the target and start; a dialog that is left without a target leaves everything as it is."""
        # The project belongs to this thread: what is to be written is read before the writing starts.
        calls = [self._project.transcript(h.id) for h in self._headers] if self.all_calls else [self._transcript]
        maskers = [self.masking.masker(call) for call in calls]
        # A file is called as the call is, and people call calls by names and numbers.
        named = [replace(m.transcript, header=replace(m.transcript.header, name=m.text(m.transcript.header.name))) for m in maskers]
        files = self._ask_folder(named) if self.all_calls else self._ask_file(named[0])
        if not files:
            return
        wanted = dict(zip(files, maskers, strict=True))
        name, options, masks = self.format.name, self.chosen(), bool(self.masking.kinds)
        self._remember(files[0].parent)

        def work(path: Path) -> None:
            formats.write_file(path, formats.write(wanted[path].masked() if masks else wanted[path].transcript, name, options))

        self._session.export(work, files)
        self.accept()

    def _folder(self) -> Path:
        """Return where the last export went, else where the project is."""
        last = Path(str(self._last().get("folder", "")))
        return last if last.is_absolute() and last.is_dir() else self._project.path.parent

    def _ask_file(self, call: Transcript) -> list[Path]:
        proposed = self._folder() / file_name(call, self.format)
        kind = f"{self.format.title} (*{self.format.suffixes[0]})"
        answer, _ = QFileDialog.getSaveFileName(self, tr("Export to"), str(proposed), kind)
        if Path(answer).suffix == SUFFIX:
            raise FormatError(msg("{name} is a project. Give the exported file another name.", name=Path(answer).name))
        return [Path(answer)] if answer else []

    def _ask_folder(self, calls: Iterable[Transcript]) -> list[Path]:
        answer = QFileDialog.getExistingDirectory(self, tr("Export to the folder"), str(self._folder()))
        if not answer:
            return []
        files = [Path(answer) / name for name in file_names(calls, self.format)]
        there = [path.name for path in files if path.exists()]
        return files if not there or self._may_replace(there) else []

    def _may_replace(self, names: list[str]) -> bool:
        there = tr("{n} files of these names are in the folder already: {names}", n=len(names), names=_short(", ".join(names)))
        return choose(self, tr("Export"), there, tr("Keep them"), tr("Replace them")) == 0

    def _remember(self, folder: Path) -> None:
        if not self._project.read_only:
            chosen = {name: box.isChecked() for name, box in self.options.items()}
            kept = chosen | {"format": self.format.name, "all": self.all_calls, "folder": str(folder)}
            kept["encoding"] = self.encoding.currentData()
            kept |= self.masking.chosen()
            self._project.set_setting(SETTING, json.dumps(kept))


def file_name(transcript: Transcript, format: Format, number: int = 1) -> str:
    """Return the name of an exported file: that of the call, but never that of its source; from 2 on with a number."""
    name = Path(_RESERVED.sub("_", transcript.header.name))
    source, suffix = Path(transcript.source.name).suffix.lower(), format.suffixes[0]
    stem = (name.stem if name.suffix.lower() == source else name.name).strip(" .")
    counted = f"{stem} {number}" if number > 1 else stem
    return counted + (f".corrected{suffix}" if suffix == source else suffix)


def file_names(transcripts: Iterable[Transcript], format: Format) -> Iterator[str]:
    """Yield a name for each, none twice, not even in another case: some file systems take those for one."""
    taken: set[str] = set()
    for transcript in transcripts:
        names = (file_name(transcript, format, number) for number in count(1))
        name = next(name for name in names if name.casefold() not in taken)
        taken.add(name.casefold())
        yield name


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
