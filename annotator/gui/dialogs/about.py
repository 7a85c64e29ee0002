"""What this program is, its version, and whose work is in it."""

from __future__ import annotations

import platform
import sqlite3

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from annotator import __version__, paths
from annotator.core.i18n import tr
from annotator.gui.dialogs import Dialog
from annotator.gui.theme import app_icon
from annotator.gui.widgets.labels import button, label

ICON = 64


class AboutDialog(Dialog):
    def __init__(self, parent: QWidget | None = None):
        super().__init__(tr("About annotator"), parent)
        head = QHBoxLayout()
        head.setSpacing(16)
        icon = QLabel()
        icon.setPixmap(app_icon().pixmap(ICON, ICON))
        head.addWidget(icon)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label("annotator", style="heading"))
        words.addWidget(label(tr("Correct, tag and export transcripts of two-party calls.")))
        words.addWidget(label(tr("Nothing leaves this computer."), style="dim"))
        head.addLayout(words, 1)
        self.body.addLayout(head)
        facts = QGridLayout()
        facts.setHorizontalSpacing(16)
        facts.setVerticalSpacing(4)
        facts.setColumnStretch(1, 1)
        for row, (what, value) in enumerate(
            (
                (tr("Version"), __version__),
                (tr("Licence"), "MIT"),
                (tr("Runs on"), f"Python {platform.python_version()}, Qt {qVersion()}, SQLite {sqlite3.sqlite_version}"),
            )
        ):
            facts.addWidget(label(what, style="dim"), row, 0)
            facts.addWidget(label(value), row, 1)
        self.body.addLayout(facts)
        self.body.addWidget(label(tr("Other people's work in it"), style="strong"))
        notice = QPlainTextEdit(notice_text())
        notice.setReadOnly(True)
        notice.setTabChangesFocus(True)
        notice.setAccessibleName(tr("Licences of what is included"))
        self.body.addWidget(notice, 1)
        close = button(tr("Close"), self.accept, primary=True)
        self.finish(close)
        self.resize(600, 560)
        close.setFocus()


def notice_text() -> str:
    """Return the licences of what is included: with the resources in a wheel or bundle, beside them in a checkout."""
    folder = paths.resources()
    found = next(path for path in (folder / "NOTICE", folder.parent / "NOTICE") if path.is_file())
    return found.read_text("utf-8")
