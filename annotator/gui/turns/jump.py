"""Going to a turn by its number or by a time."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from annotator.core.i18n import tr
from annotator.core.model import Transcript, Turn, TurnId
from annotator.gui.session import Session
from annotator.gui.turns.filter_bar import FilterBar
from annotator.gui.widgets.labels import label


def turn_at_time(transcript: Transcript, ms: int) -> Turn | None:
    """Return the visible turn during which this time passes: the last that has begun, else the first that has a time."""
    timed = [turn for turn in transcript.visible if turn.start_ms is not None]
    begun = [turn for turn in timed if turn.start_ms is not None and turn.start_ms <= ms]
    return max(begun, key=lambda turn: turn.start_ms or 0, default=None) or next(iter(timed), None)


def milliseconds(text: str) -> int | None:
    """Read "1:23" or "1:02:03"; None where it is no such thing."""
    parts = text.split(":")
    if not 2 <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() and len(part) < 5 for part in parts):
        return None
    seconds = 0
    for part in parts:
        seconds = 60 * seconds + int(part)
    return 1000 * seconds


class JumpDialog(QDialog):
    """One field; Enter goes there. What cannot be found is said under the field."""

    def __init__(self, session: Session, filters: FilterBar, parent: QWidget):
        super().__init__(parent)
        self._session, self._filters = session, filters
        self.setWindowTitle(tr("Go to turn"))
        self.setMinimumWidth(320)
        transcript = session.transcript
        self._timed = transcript is not None and any(turn.start_ms is not None for turn in transcript.turns)
        last = len(transcript.turns) if transcript is not None else 0
        asked = tr("Number of the turn, 1 to {last}, or a time such as 1:23:", last=last)
        head = label(asked if self._timed else tr("Number of the turn, 1 to {last}:", last=last))
        self.field = QLineEdit()
        self.field.setAccessibleName(head.text())
        self.said = label(style="dim", wrap=True)
        self.said.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 4)  # so that nothing moves when something is said
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        go, cancel = buttons.button(QDialogButtonBox.StandardButton.Ok), buttons.button(QDialogButtonBox.StandardButton.Cancel)
        go.setText(tr("Go there"))
        cancel.setText(tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(lambda: self.said.setText(""))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(8)
        for widget in (head, self.field, self.said, buttons):
            rows.addWidget(widget)

    def _wanted(self) -> TurnId | None:
        """Return the turn that is asked for; None, and the reason is said, when there is none."""
        transcript, text = self._session.transcript, self.field.text().strip()
        if transcript is None:
            return None
        ms = milliseconds(text)
        if ms is not None:
            turn = turn_at_time(transcript, ms)
            if turn is None:
                self.said.setText(tr("The turns of this call have no times."))
            return None if turn is None else turn.id
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
        if 1 <= number <= len(transcript.turns):
            return transcript.turns[number - 1].id
        last = len(transcript.turns)
        self.said.setText(tr("There is no turn “{text}”: they have the numbers 1 to {last}.", text=text, last=last))
        return None

    def accept(self) -> None:
        turn_id = self._wanted()
        if turn_id is None:
            self.field.setFocus()
            self.field.selectAll()
            return
        super().accept()
        self._filters.reveal(turn_id)
