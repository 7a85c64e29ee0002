"""What was typed and not stored when the program ended: what stands in the turns now, what was typed, which of it stays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from annotator.core.diff import changed_words
from annotator.core.i18n import tr
from annotator.gui.dialogs import Dialog
from annotator.gui.drafts import Drafts, Left
from annotator.gui.theme import Theme
from annotator.gui.turns.delegate import Range
from annotator.gui.widgets.labels import button, choose, label, shown_name
from annotator.gui.widgets.snippet import Snippet

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

KEY = "drafts"
NAMED, WORDS = 2, 40
"""So many drafts are named in the message, with so many characters of each."""
GONE_LINES = 3


def tell(window: MainWindow) -> None:
    """Offer the drafts that were left, in a message that stays while there are any."""
    drafts, project = window.table.drafts, window.session.project
    if project is None or not drafts.left:
        window.bars.drop(KEY)
        return
    which = "; ".join(_named(left) for left in drafts.left[:NAMED]) + ("; …" if len(drafts.left) > NAMED else "")
    text = tr("{n} drafts were not finished when the program ended: {which}", n=len(drafts.left), which=which)
    offers = [(tr("Look…"), partial(look, window))]
    if not project.read_only:
        offers = [(tr("Restore"), partial(restore, window)), *offers, (tr("Discard"), partial(discard, window, drafts.left))]
    window.bars.show_error(text, offers, key=KEY, times=1, kind="info")


def restore(window: MainWindow) -> None:
    """Restore what can be without a question; show the rest."""
    drafts = window.table.drafts
    plain = [left for left in drafts.left if not left.gone and not left.contested]

    def rest() -> None:
        if drafts.left:
            look(window)

    if plain:
        drafts.restore(plain, rest)
    else:
        rest()


def look(window: MainWindow) -> None:
    window.ask(DraftsDialog(window))


def discard(window: MainWindow, chosen: tuple[Left, ...], parent: QWidget | None = None) -> None:
    """Drop drafts once the user has said so again: nothing brings them back."""
    text = tr("{n} drafts will be gone for good: what was typed, and not stored.", n=len(chosen))
    if choose(parent or window, tr("Discard drafts"), text, tr("Keep"), tr("Discard")) == 0:
        window.table.drafts.discard(chosen)


def place(left: Left) -> str:
    """Say which turn of which call a draft belongs to."""
    if left.call is None:
        return tr("a call that is no longer there")
    if left.number is None:
        return tr("{call}, a turn that is no longer there", call=shown_name(left.call))
    return tr("{call}, turn {number}", call=shown_name(left.call), number=left.number)


def _named(left: Left) -> str:
    text = " ".join(left.draft.text.split())
    text = text if len(text) <= WORDS else text[:WORDS].rstrip() + "…"
    where = place(left) if left.number is None else tr("turn {number}", number=left.number)
    return tr("{where}, “{text}”", where=where, text=text)


class Card(QFrame):
    """One draft, with what stands in its turn now; words that differ are marked."""

    def __init__(self, window: MainWindow, left: Left, parent: QWidget):
        super().__init__()
        drafts, theme = window.table.drafts, window.theme
        self.setProperty("card", "true")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 12, 12)
        rows.setSpacing(8)
        rows.addWidget(label(place(left), style="strong", wrap=True))
        if left.contested:
            told = tr("The turn has got another text since this was typed. Nothing is replaced unless you say so.")
            rows.addWidget(label(told, style="alarm", wrap=True))
        if left.now is None:
            rows.addWidget(_copyable(left.draft.text))
        else:
            lost, new = changed_words(left.now, left.draft.text)
            rows.addWidget(_words(theme, tr("Stands there"), left.now, [(a, b, "lost") for a, b in lost]))
            rows.addWidget(_words(theme, tr("Was typed"), left.draft.text, [(a, b, "new") for a, b in new]))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.copy = button(tr("Copy the text"), partial(_copy, left.draft.text))
        row.addWidget(self.copy)
        self.drop = self.restore = None
        project = window.session.project
        if project is not None and not project.read_only:
            self.drop = button(tr("Discard"), partial(discard, window, (left,), parent))
            row.addWidget(self.drop)
            if not left.gone:
                name = tr("Replace what stands there") if left.contested else tr("Restore")
                self.restore = button(name, partial(drafts.restore, [left]))
                row.addWidget(self.restore)
        rows.addLayout(row)


def _words(theme: Theme, heading: str, text: str, ranges: list[Range]) -> Snippet:
    made = Snippet()
    made.fill(theme, heading, (-1, theme.tokens.text_dim), text, ranges)
    return made


def _copyable(text: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setAccessibleName(tr("Was typed"))
    made.setFixedHeight(GONE_LINES * made.fontMetrics().lineSpacing() + 20)
    return made


def _copy(text: str) -> None:
    QApplication.clipboard().setText(text)


class DraftsDialog(Dialog):
    """Closes by itself when something has become of all of them."""

    def __init__(self, window: MainWindow):
        super().__init__(tr("Drafts that were not finished"), window)
        self._window = window
        self._drafts: Drafts = window.table.drafts
        self.cards: list[Card] = []
        about = tr("This was typed and not yet stored when the program ended.")
        self.body.addWidget(label(about, wrap=True))
        self._list = QScrollArea()
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._list, 1)
        self.all = button(tr("Restore all"), self._restore_all, primary=True)
        self.shut = button(tr("Close"), self.reject)
        self.finish(self.all, self.shut)
        self.resize(640, 480)
        self._drafts.changed.connect(self._fill)
        self._fill()
        (self.all if self.all.isVisibleTo(self) else self.shut).setFocus()

    def _plain(self) -> list[Left]:
        project = self._window.session.project
        if project is None or project.read_only:
            return []
        return [left for left in self._drafts.left if not left.gone and not left.contested]

    def _restore_all(self) -> None:
        self._drafts.restore(self._plain())

    def _fill(self) -> None:
        if not self._drafts.left:
            self.accept()
            return
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(8)
        self.cards = [Card(self._window, left, self) for left in self._drafts.left]
        for card in self.cards:
            rows.addWidget(card)
        rows.addStretch(1)
        # A click on a button of the old page may be what rebuilds it: it must outlive the click.
        if (old := self._list.takeWidget()) is not None:
            old.hide()
            old.deleteLater()
        self._list.setWidget(page)
        self.all.setVisible(len(self._plain()) > 1)
