"""The menu of a place in the table: everything that can be done there, by the mouse alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from annotator.core.change import Change
from annotator.core.commands import allowed, review, speakers, turns
from annotator.core.finding import Finding
from annotator.core.i18n import tr
from annotator.core.model import Transcript, Turn, topic_tree
from annotator.core.text import normal
from annotator.detectors import WHOLE_CALL
from annotator.gui import keymap, tagging
from annotator.gui.dialogs.topic import INDENT
from annotator.gui.session import kind_title
from annotator.gui.theme import kind_mark, paint_shape
from annotator.gui.turns.boundary import border_near, word_at
from annotator.gui.turns.columns import COLUMNS
from annotator.gui.turns.view import Place

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

ICON = 16
LONGEST = 24
"""Characters of a word that a menu shows."""


def attach(window: MainWindow) -> None:
    """Have the menus of the table and of its header opened where they are asked for."""
    window.table.menu_requested.connect(partial(open_menu, window))
    window.table.columns_requested.connect(partial(open_columns, window))


def open_menu(window: MainWindow, where: QPoint, by_key: bool) -> None:
    """Open the menu of a place of the table's viewport; words are concerned only where the mouse is at them."""
    place, session = window.table.place_at(where), window.session
    if place is None or session.transcript is None:
        return
    if place.turn.id not in session.selected:
        session.set_turn(place.turn.id)
    menu = PlaceMenu(window, session.transcript, place, words=not by_key)
    menu.popup(window.table.viewport().mapToGlobal(where))


def open_columns(window: MainWindow, where: QPoint) -> None:
    """Open the choice of columns at a place of the screen."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addActions([window.actions_by_name[f"column_{column.key}"] for column in COLUMNS if column.width])
    menu.popup(where)


class PlaceMenu(QMenu):
    """Entries that work on turns work on the selection, those that name words on the turn under the mouse."""

    def __init__(self, window: MainWindow, transcript: Transcript, place: Place, words: bool):
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._session, self._theme = window, window.session, window.theme
        self._add_findings(place)
        if words and place.column == "text" and not place.turn.hidden:
            self._add_borders(transcript, place.turn, place.at)
        if words and place.word is not None:
            self._add_word(place.word.text)
        self._add_speakers(transcript, place.turn)
        self._add_topics(transcript, place.turn)
        self.addSeparator()
        self._add_turn(transcript, place, words)

    # ------------------------------------------------------------------ parts

    def _add_findings(self, place: Place) -> None:
        """Offer the decisions about the finding under the mouse; of several that of the card, else one about this place."""
        found = sorted(self._window.table.turns_model.findings_of(place.turn.id), key=lambda f: f.kind in WHOLE_CALL)
        if not found:
            return
        under = [f for f in found if place.column == "text" and holds(f, place.turn, place.at)]
        finding = next((f for f in (*under, *found) if f == self._session.finding), (under or found)[0])
        for other in (f for f in found if f is not finding):
            self._entry(self, f"{_titled(other)}…", partial(self._session.show_finding, other))
        self._entry(self, _titled(finding), partial(self._session.show_finding, finding), bold=True)
        decide = partial(self._decide, finding)
        self._entry(self, str(finding.fix.label), partial(decide, review.accept), "accept", icon="accept")
        if finding.alternative is not None:
            self._entry(self, str(finding.alternative.label), partial(decide, review.accept, alternative=True), "alternative")
        for n, fix in enumerate(finding.places, 1):
            self._entry(self, str(fix.label), partial(decide, review.accept, place=n), f"place_{n + 1}")
        self._entry(self, tr("Fine as it is"), partial(decide, review.dismiss), "dismiss", icon="dismiss")
        if finding.detector == "duplicates" and 0 < len(finding.phrase.split()) <= allowed.MOST_WORDS:
            never = tr("Never report “{phrase}”", phrase=_short(finding.phrase))
            self._entry(self, never, partial(decide, review.allow_repeat), "allow_repeat")
        self.addSeparator()

    def _decide(self, finding: Finding, command: Callable[..., Change], **options: Any) -> None:
        if self._session.finding != finding:
            self._session.show_finding(finding)
        self._session.decide(command, **options)

    def _add_borders(self, transcript: Transcript, turn: Turn, at: int) -> None:
        """Offer to split and to move words at the border that is nearest to the click, named by the words around it."""
        edge = border_near(turn.text, at)
        if edge is None:
            return
        do = self._session.do
        head = word_at(turn.text, len(turn.text[:edge].rstrip()))
        tail = word_at(turn.text, edge)
        before, after = _short(head.text if head is not None else ""), _short(tail.text if tail is not None else "")
        other = next((s for s in transcript.speakers if s.id == self._window.table.other_speaker(turn)), None)
        if other is not None and other.id != turn.speaker_id:
            text = tr("Split “{before} | {after}”, the rest to {speaker}", before=before, after=after, speaker=other.label)
            self._entry(self, text, partial(do, turns.split, turn.id, edge, other.id), icon="split")
        text = tr("Split “{before} | {after}”, same speaker", before=before, after=after)
        self._entry(self, text, partial(do, turns.split, turn.id, edge))
        if transcript.previous(turn.id) is not None:
            text = tr("Words up to “{word}” to the previous turn", word=before)
            self._entry(self, text, partial(do, turns.move_words_to_previous, turn.id, edge))
        if transcript.next(turn.id) is not None:
            text = tr("Words from “{word}” to the next turn", word=after)
            self._entry(self, text, partial(do, turns.move_words_to_next, turn.id, edge))
        self.addSeparator()

    def _add_word(self, text: str) -> None:
        word, dictionary = normal(text), self._window.table.dictionary
        if not any(map(str.isalnum, word)):
            return
        shown = _short(word)
        self._entry(self, tr("Find “{word}” in this call", word=shown), partial(self._find, word), icon="search")
        if dictionary.is_unknown(word):
            self._entry(self, tr("Add “{word}” to the project's dictionary", word=shown), partial(dictionary.add, word))
        elif dictionary.has(word):
            self._entry(self, tr("Take “{word}” out of the project's dictionary", word=shown), partial(dictionary.remove, word))
        self.addSeparator()

    def _find(self, word: str) -> None:
        self._window.filters.search.setText(word)
        self._window.filters.search.setFocus()

    def _add_speakers(self, transcript: Transcript, turn: Turn) -> None:
        menu = self.addMenu(tr("Speaker"))
        for n, speaker in enumerate(transcript.speakers, 1):
            name = f"speaker_{n}"
            shared = self._window.actions_by_name.get(name)
            relabel = partial(self._session.do, speakers.relabel, self._session.selected, speaker.id)
            place, colour = self._theme.speaker_look(transcript, speaker.id)
            made = self._entry(menu, speaker.label, shared.trigger if shared is not None else relabel, name if shared else "")
            made.setIcon(_drawn(partial(paint_shape, place=place, colour=colour)))
            _embolden(made, speaker.id == turn.speaker_id)
        _embolden(self._shared(menu, "speaker_0"), turn.speaker_id is None)
        menu.addSeparator()
        for name in ("flip", "flip_from_here"):
            self._shared(menu, name)
        self._tick(self._shared(menu, "pin"), turn.pinned)

    def _add_topics(self, transcript: Transcript, turn: Turn) -> None:
        menu = self.addMenu(tr("Topics"))
        for topic, depth in topic_tree(transcript.topics):
            tag, key = partial(tagging.tag, self._session, topic.id), f"topic_{topic.hotkey}" if topic.hotkey else ""
            made = self._entry(menu, INDENT * depth + topic.name, tag, key)
            made.setIcon(_drawn(partial(_paint_chip, colour=self._theme.topic_colours(topic.colour)[0])))
            self._tick(made, topic.id in turn.topics)
        menu.addSeparator()
        self._shared(menu, "new_topic")

    def _add_turn(self, transcript: Transcript, place: Place, words: bool) -> None:
        turn, table = place.turn, self._window.table
        edit = partial(table.edit_turn, place.at) if words and place.column == "text" else table.edit_turn
        self._entry(self, tr("Edit text"), edit, "edit_text", icon="edit")
        self._shared(self, "join")
        self._shared(self, "restore" if turn.hidden else "hide")
        self.addSeparator()
        self._shared(self, "comment")
        self._tick(self._shared(self, "bookmark"), turn.bookmarked)
        self._tick(self._shared(self, "reviewed"), turn.reviewed)
        self._shared(self, "revert").setEnabled(transcript.edited(turn))

    # ------------------------------------------------------------------ entries

    def _entry(
        self, menu: QMenu, text: str, run: Callable[..., object], name: str = "", icon: str = "", bold: bool = False
    ) -> QAction:
        """Add an entry; `name` is the action whose key it has, which stands beside it."""
        key = keymap.native(keymap.of(self._session).first(name)) if name else ""
        action = menu.addAction(text.replace("&", "&&") + (f"\t{key}" if key else ""))
        action.triggered.connect(lambda: run())
        if icon:
            action.setIcon(self._theme.icon(icon))
        _embolden(action, bold)
        return action

    def _shared(self, menu: QMenu, name: str) -> QAction:
        """Add an entry that does what an action of the menu bar does."""
        action = self._window.actions_by_name[name]
        made = self._entry(menu, action.text().replace("&&", "&"), action.trigger, name)
        made.setIcon(action.icon())
        made.setEnabled(action.isEnabled())
        return made

    def _tick(self, action: QAction, checked: bool) -> None:
        """Show that something holds already: a check mark in place of the icon; menus show one of them."""
        action.setCheckable(True)
        action.setChecked(checked)
        if checked:
            action.setIcon(self._theme.icon("accept"))


def holds(finding: Finding, turn: Turn, at: int) -> bool:
    """Tell whether words of the finding stand at code point `at` of the turn."""
    return any(span.turn_id == turn.id and span.start <= at <= span.end for span in finding.spans)


def _embolden(action: QAction, bold: bool) -> None:
    if bold:
        font = action.font()
        font.setBold(True)
        action.setFont(font)


def _titled(finding: Finding) -> str:
    return f"{kind_mark(finding.detector, finding.kind)}  {kind_title(finding)}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _drawn(paint: Callable[[QPainter, QRectF], None]) -> QIcon:
    """Return an icon that `paint` paints into a box, sharp at up to 200 %."""
    pixmap = QPixmap(QSize(2 * ICON, 2 * ICON))
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint(painter, QRectF(3, 3, ICON - 6, ICON - 6))
    painter.end()
    return QIcon(pixmap)


def _paint_chip(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, 3, 3)
