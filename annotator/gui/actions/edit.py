"""The Edit menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QInputDialog, QPlainTextEdit

from annotator.core.commands import turns
from annotator.core.i18n import msg, tr
from annotator.gui.actions.base import Action, Menu, can_write, has_call, has_project, has_turn
from annotator.gui.actions.replace import show_replace, show_rule_sets
from annotator.gui.dialogs.history import HistoryDialog
from annotator.gui.dialogs.purge import PurgeDialog
from annotator.gui.turns.jump import JumpDialog

if TYPE_CHECKING:
    from annotator.core.model import Turn
    from annotator.gui.main_window import MainWindow
    from annotator.gui.session import Session


def undo(window: MainWindow) -> None:
    if window.table.commit_editor():
        window.session.undo()


def redo(window: MainWindow) -> None:
    if window.table.commit_editor():
        window.session.redo()


def can_undo(window: MainWindow) -> bool:
    return window.session.project is not None and window.session.project.undo_label is not None


def can_redo(window: MainWindow) -> bool:
    return window.session.project is not None and window.session.project.redo_label is not None


def show_history(window: MainWindow) -> None:
    if window.table.commit_editor():
        window.ask(HistoryDialog(window.session, window.theme, window))


def purge_history(window: MainWindow) -> None:
    if window.table.commit_editor():
        window.ask(PurgeDialog(window.session, window))


def join(window: MainWindow) -> None:
    """Join the selected turns, or the turn with the one before it."""
    session = window.session
    chosen = list(session.selected)
    if len(chosen) < 2 and session.transcript is not None and session.turn_id is not None:
        previous = session.transcript.previous(session.turn_id)
        chosen = [previous.id, session.turn_id] if previous is not None else chosen
    before = [session.transcript.turn(t) for t in chosen] if session.transcript is not None else []
    if session.do(turns.merge, chosen):
        session.set_turn(before[0].id)
        if len({turn.speaker_id for turn in before}) > 1:
            window.say(tr("Joined; the turn keeps the speaker of its first part."))


def hide(window: MainWindow) -> None:
    session = window.session
    transcript = session.transcript
    if transcript is None or not session.selected:
        return
    following = transcript.next(session.selected[-1]) or transcript.previous(session.selected[0])
    if session.do(turns.hide, session.selected):
        session.set_turn(following.id if following is not None else None)


def comment(window: MainWindow) -> None:
    """Ask for the comment on the turn; Tab goes on to the buttons and Ctrl+Enter is OK."""
    turn = window.session.turn
    if turn is None or not window.table.commit_editor():
        return
    dialog = QInputDialog(window)
    dialog.setWindowTitle(tr("Comment"))
    dialog.setLabelText(tr("Comment on this turn:"))
    dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
    dialog.setTextValue(turn.comment)
    dialog.resize(440, 240)
    for field in dialog.findChildren(QPlainTextEdit):
        field.setTabChangesFocus(True)
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        QShortcut(QKeySequence(keys), dialog, dialog.accept)
    dialog.accepted.connect(lambda: _keep_comment(window.session, turn, dialog.textValue()))
    window.ask(dialog)


def _keep_comment(session: Session, turn: Turn, text: str) -> None:
    if text.strip() != turn.comment:
        session.do(turns.comment, turn.id, text)


def toggle_bookmark(window: MainWindow) -> None:
    session = window.session
    if session.transcript is not None and session.selected:
        chosen = [session.transcript.turn(turn_id) for turn_id in session.selected]
        session.do(turns.bookmark, session.selected, not all(turn.bookmarked for turn in chosen))


def next_bookmark(window: MainWindow) -> None:
    """Go to the next turn with a bookmark, going round at the end."""
    transcript, turn_id = window.session.transcript, window.session.turn_id
    if transcript is None or turn_id is None:
        return
    here = transcript.position(turn_id) + 1
    marked = (turn.id for turn in (*transcript.turns[here:], *transcript.turns[:here]) if turn.bookmarked)
    target = next(marked, None)
    if target is None:
        window.say(tr("There are no bookmarks in this call."))
    else:
        window.filters.reveal(target)


def jump(window: MainWindow) -> None:
    if window.table.commit_editor():
        window.ask(JumpDialog(window.session, window.filters, window))


EDIT = Menu(
    "edit",
    msg("Edit"),
    (
        Action("undo", msg("Undo"), undo, ("Ctrl+Z",), icon="undo", enabled=can_undo),
        Action("redo", msg("Redo"), redo, ("Ctrl+Y", "Ctrl+Shift+Z"), icon="redo", enabled=can_redo),
        Action("history", msg("History of the project…"), show_history, ("Ctrl+Shift+H",), enabled=has_project),
        Action("purge_history", msg("Delete history…"), purge_history, enabled=can_write),
        None,
        Action(
            "edit_text", msg("Edit text"), lambda w: w.table.edit_turn(), ("Return", "Enter", "F2"), in_table=True, enabled=has_turn
        ),
        Action("join", msg("Join turns"), join, ("Ctrl+J",), in_table=True, icon="merge", enabled=has_turn),
        Action("hide", msg("Hide turns"), hide, ("Del",), in_table=True, icon="hide", enabled=has_turn),
        Action(
            "restore",
            msg("Restore hidden turns"),
            lambda w: w.session.do(turns.restore, w.session.selected),
            ("Shift+Del",),
            in_table=True,
            icon="restore",
            enabled=has_turn,
        ),
        Action(
            "revert",
            msg("Revert turn to source"),
            lambda w: w.session.do(turns.revert, w.session.turn_id),
            ("Ctrl+Backspace",),
            in_table=True,
            enabled=has_turn,
        ),
        Action("comment", msg("Comment…"), comment, ("Ctrl+M",), mac=("Ctrl+Shift+M",), icon="comment", enabled=has_turn),
        Action("bookmark", msg("Bookmark"), toggle_bookmark, ("Ctrl+B",), in_table=True, icon="bookmark", enabled=has_turn),
        Action("next_bookmark", msg("Next bookmark"), next_bookmark, ("Ctrl+Shift+B",), in_table=True, enabled=has_turn),
        Action("jump", msg("Go to turn…"), jump, ("Ctrl+G",), enabled=has_call),
        Action("redact", msg("Redact selection…"), lambda w: w.redactor.redact_selection(), enabled=has_turn),
        None,
        Action("find", msg("Find in this call"), lambda w: w.filters.start_search(), ("Ctrl+F",), icon="search", enabled=has_call),
        Action("replace", msg("Replace…"), show_replace, ("Ctrl+H",), mac=("Ctrl+Alt+F",), enabled=has_call),
        Action("rule_sets", msg("Rule sets…"), show_rule_sets, enabled=has_project),
        Action("find_next", msg("Next match"), lambda w: w.filters.step(1), ("F3",), enabled=has_call),
        Action("find_previous", msg("Previous match"), lambda w: w.filters.step(-1), ("Shift+F3",), enabled=has_call),
    ),
)
