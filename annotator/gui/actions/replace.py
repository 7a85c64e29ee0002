"""What Edit → Replace and Edit → Rule sets do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from annotator.core.model import TranscriptId, TurnId
from annotator.gui.dialogs.replace import ReplaceDialog
from annotator.gui.dialogs.rule_sets import RuleSetsDialog

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow
    from annotator.search.rules import RuleSet


def show_replace(window: MainWindow) -> None:
    """Look for the words that are selected in the editor, else for those in the find bar."""
    editor = window.table.editor
    chosen = editor.textCursor().selectedText().replace("\u2029", "\n") if editor is not None else ""
    if not window.table.commit_editor():
        return
    dialog = _open(window, None)
    text = chosen.strip() or window.filters.search.text().strip()
    if text:
        dialog.look_for(text)


def show_rule_sets(window: MainWindow) -> None:
    if window.table.commit_editor():
        dialog = RuleSetsDialog(window.session, window)
        dialog.ran.connect(partial(_open, window))
        window.ask(dialog)


def _open(window: MainWindow, rule_set: RuleSet | None) -> ReplaceDialog:
    """Show the dialog beside the window; there is one for what is typed, and one per run of a set."""
    if rule_set is None:
        there = next((d for d in window.findChildren(ReplaceDialog) if d.isVisible() and not d.runs_rules), None)
        if there is not None:
            there.activateWindow()
            return there
    dialog = ReplaceDialog(window.session, window.theme, window.table.commit_editor, rule_set, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.went.connect(partial(_go, window))
    dialog.show()
    dialog.activateWindow()
    return dialog


def _go(window: MainWindow, transcript_id: TranscriptId, turn_id: TurnId) -> None:
    """Show a turn, in another call too."""
    session = window.session
    if not window.table.commit_editor():
        return
    if session.transcript is None or session.transcript.id != transcript_id:
        session.show_transcript(transcript_id, turn_id)
    else:
        session.set_turn(turn_id)
    window.activateWindow()
    window.table.setFocus()
