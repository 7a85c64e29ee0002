"""The speakers of the call: shape, digit, name and role (both edited in place), how much each says, the longest turns of each."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QHeaderView, QMenu, QVBoxLayout, QWidget

from annotator.core.commands import speakers
from annotator.core.i18n import msg, tr
from annotator.core.model import Speaker, SpeakerId, Transcript
from annotator.gui.docks.speakers_model import NAME, PLACE, ROLE, SpeakersModel
from annotator.gui.docks.speakers_view import HEAD, LINE, ROW, SpeakerDelegate, SpeakersView
from annotator.gui.session import Notice, Session
from annotator.gui.theme import LIGHT, Theme, paint_shape
from annotator.gui.widgets.labels import label
from annotator.gui.widgets.tool import ToolButton

LEAST_WIDTH = 220
OPEN = "open_speakers"
"""Under this name the project keeps whose longest turns the user has shown or folded."""
COLOUR_NAMES = (msg("Blue"), msg("Orange"), msg("Green"), msg("Purple"), msg("Olive"), msg("Indigo"))
"""The program's colours for speakers, in their order; all six can be told apart by colour-blind eyes."""


class SpeakersDock(QWidget):
    def __init__(self, session: Session, theme: Theme):
        super().__init__()
        self._session, self._theme = session, theme
        self._current: SpeakerId | None = None
        self._open: dict[SpeakerId, bool] = {}
        """What OPEN keeps; the turns of the others are shown where there is room."""
        self.menu: QMenu | None = None
        self.setMinimumWidth(LEAST_WIDTH)
        self.table = SpeakersView()
        self.table.setMinimumHeight(2 * ROW + 4)  # a call has two
        self.model = SpeakersModel(session, self.table)
        self._delegate = SpeakerDelegate(session, theme, self.table)
        self.table.setModel(self.model)
        self.table.setItemDelegate(self._delegate)
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(HEAD)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(PLACE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(PLACE, HEAD)
        self.hint = label(style="dim", wrap=True)
        self.add = ToolButton(theme, "add", self._on_add)
        self.swap = ToolButton(theme, "flip", self._on_swap)
        self.more = ToolButton(theme, "more", self._on_more)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.add)
        row.addStretch(1)
        row.addWidget(self.swap)
        row.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.hint)
        layout.addLayout(row)
        self._actions = {
            name: self._add_action(key, run)
            for name, key, run in (
                ("remove", "Del", self._on_remove),
                ("up", "Alt+Up", partial(self._on_move, -1)),
                ("down", "Alt+Down", partial(self._on_move, 1)),
            )
        }
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_context_menu)
        self.table.activated_turn.connect(self._on_turn)
        self.table.expanded.connect(partial(self._on_toggled, True))
        self.table.collapsed.connect(partial(self._on_toggled, False))
        self.table.resized.connect(self._arrange)
        self.table.selectionModel().currentChanged.connect(self._on_current)
        self.model.modelReset.connect(self._on_reset)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self._arrange)
        for changed in (session.transcript_changed, session.changed, self.model.counted):
            changed.connect(self._refresh)
        session.project_changed.connect(self._on_project_changed)
        session.preferences_changed.connect(self.retranslate)
        theme.changed.connect(self.table.viewport().update)
        self._on_project_changed()
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(tr("Speakers of the call"))
        tip = tr("Swap the two roles: the speakers exchange name and role, every turn stays with its speaker")
        self.swap.call(tr("Swap the two roles"), tip=tip)
        self.add.call(tr("Add"), tip=tr("Add speaker"), beside=True)
        self.add.setAccessibleName(tr("Add speaker"))
        self.more.call(tr("Change the speaker: colour, order, merge, remove"))
        self._actions["remove"].setText(tr("Remove speaker"))
        self._actions["up"].setText(tr("Move up"))
        self._actions["down"].setText(tr("Move down"))
        self._refresh()

    def _add_action(self, key: str, run: Callable[[], object]) -> QAction:
        action = QAction(self.table)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: run())
        self.table.addAction(action)
        return action

    # ------------------------------------------------------------------ state

    def _refresh(self) -> None:
        transcript = self._session.transcript
        self._delegate.known_roles.update((s.role, None) for s in self.model.speakers if s.role)
        is_open, unclear = transcript is not None, self.model.figures.turns[None]
        self.table.setVisible(is_open)
        self.hint.setText(tr("{n} turns are unclear", n=unclear) if is_open else tr("Open a call to see who speaks."))
        self.hint.setVisible(bool(unclear) or not is_open)
        self.swap.setEnabled(is_open and len(self.model.speakers) == 2)
        self.add.setEnabled(is_open)
        self._on_current()

    def _on_project_changed(self) -> None:
        self._delegate.known_roles.clear()
        self._open = {} if self._session.project is None else self._session.remembered(OPEN)

    def _speaker(self) -> Speaker | None:
        """Return the speaker of the current row."""
        index = self.table.currentIndex()
        return self.model.speaker_at(index) if index.isValid() else None

    def _on_current(self) -> None:
        speaker = self._speaker()
        if speaker is not None:
            self._current = speaker.id
        self.more.setEnabled(speaker is not None)
        order = [s.id for s in self.model.speakers]
        place = order.index(speaker.id) if speaker is not None else -1
        self._actions["remove"].setEnabled(speaker is not None and not self._is_used(speaker))
        self._actions["up"].setEnabled(place > 0)
        self._actions["down"].setEnabled(0 <= place < len(order) - 1)

    def _is_used(self, speaker: Speaker) -> bool:
        transcript = self._session.transcript
        hidden = transcript.turns if transcript is not None and not self.model.figures.turns[speaker.id] else ()
        return bool(self.model.figures.turns[speaker.id]) or any(turn.speaker_id == speaker.id for turn in hidden)

    def _on_reset(self) -> None:
        """Go back to the speaker that was current before the order was another one."""
        order = [speaker.id for speaker in self.model.speakers]
        if order:
            self._go(order.index(self._current) if self._current in order else 0)
        self._arrange()

    def _go(self, row: int, column: int = NAME) -> None:
        self.table.setCurrentIndex(self.model.index(row, column))

    def _arrange(self) -> None:
        """Show the longest turns of those whom the user has opened, and where there is room those of all but the folded ones."""
        rows = range(self.model.rowCount())
        lines = sum(self.model.rowCount(self.model.index(row, PLACE)) for row in rows)
        roomy = self.table.viewport().height() >= len(rows) * ROW + lines * LINE
        blocked = QSignalBlocker(self.table)
        for row in rows:
            self.table.setExpanded(self.model.index(row, PLACE), bool(self._open.get(self.model.speakers[row].id, roomy)))
        blocked.unblock()

    def _on_toggled(self, is_open: bool, index: QModelIndex) -> None:
        speaker = self.model.speaker_at(index)
        project = self._session.project
        if speaker is None or project is None:
            return
        self._open[speaker.id] = is_open
        if not project.read_only:
            self._session.guard(project.set_setting, OPEN, json.dumps(self._open))

    def _on_turn(self, index: QPersistentModelIndex) -> None:
        turn = self.model.turn_at(index)
        if turn is not None:
            self._session.set_turn(turn.id)

    # ------------------------------------------------------------------ the menu

    def _on_context_menu(self, at: QPoint) -> None:
        if self._speaker() is not None:
            self._pop_up(self._speaker_menu(), self.table.viewport().mapToGlobal(at))

    def _on_more(self) -> None:
        if self._speaker() is not None:
            self._pop_up(self._speaker_menu(), self.more.mapToGlobal(QPoint(0, self.more.height())))

    def ask_merge(self) -> None:
        """Let the user choose whom to merge into whom."""
        menu = QMenu(self)
        for speaker in self.model.speakers:
            self._merge_menu(menu.addMenu(tr("Merge {speaker} into", speaker=_literal(speakers.called(speaker)))), speaker)
        self.table.setFocus()
        self._pop_up(menu, self.table.mapToGlobal(QPoint(0, 0)))

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu = menu
        menu.destroyed.connect(self._forget_menu)
        menu.popup(at)

    def _forget_menu(self) -> None:
        self.menu = None

    def _speaker_menu(self) -> QMenu:
        """Return a menu of what can be done with the current speaker."""
        menu, speaker = QMenu(self), self._speaker()
        assert speaker is not None
        row = [s.id for s in self.model.speakers].index(speaker.id)
        menu.addAction(tr("Rename…"), QKeySequence("F2"), partial(self._edit, row, NAME))
        menu.addAction(tr("Choose the role…"), partial(self._edit, row, ROLE))
        self._colour_menu(menu.addMenu(tr("Colour")), speaker, row)
        menu.addSeparator()
        others = [s for s in self.model.speakers if s.id != speaker.id]
        swap = menu.addMenu(tr("Swap roles with"))
        for other in others:
            swap.addAction(_literal(speakers.called(other)), partial(self._session.do, speakers.swap_roles, speaker.id, other.id))
        merge = menu.addMenu(tr("Merge into"))
        self._merge_menu(merge, speaker)
        for submenu in (swap, merge):
            submenu.setEnabled(bool(others))
        menu.addSeparator()
        menu.addActions([self._actions["up"], self._actions["down"]])
        menu.addSeparator()
        menu.addAction(tr("Add speaker"), self._on_add)
        menu.addAction(self._actions["remove"])
        return menu

    def _merge_menu(self, menu: QMenu, gone: Speaker) -> None:
        for kept in self.model.speakers:
            if kept.id != gone.id:
                menu.addAction(_literal(speakers.called(kept)), partial(self._merge, gone, kept))

    def _colour_menu(self, menu: QMenu, speaker: Speaker, row: int) -> None:
        """Offer the six colours that can be told apart, that of the place in the order, and any other."""

        def add(text: str, chosen: str, run: Callable[[], object]) -> None:
            action = menu.addAction(self._swatch(row, chosen), text, run)
            action.setCheckable(True)
            action.setChecked(text == marked)
            # Beside an icon the menu has no room for a tick.
            font = action.font()
            font.setBold(text == marked)
            action.setFont(font)

        known = {colour.name(): str(name) for colour, name in zip(LIGHT.speakers, COLOUR_NAMES, strict=True)}
        automatic, other = tr("By order"), tr("Other…")
        marked = known.get(speaker.colour.lower(), other) if speaker.colour else automatic
        for colour, name in known.items():
            add(name, colour, partial(self._session.do, speakers.set_colour, speaker.id, colour))
        menu.addSeparator()
        add(automatic, "", partial(self._session.do, speakers.set_colour, speaker.id, ""))
        add(other, speaker.colour, partial(self._on_other_colour, speaker, row))

    def _swatch(self, row: int, chosen: str) -> QIcon:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(QSize(16, 16) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_shape(painter, QRectF(2, 2, 12, 12), row, self._theme.speaker_colour(row, chosen))
        painter.end()
        return QIcon(pixmap)

    # ------------------------------------------------------------------ what is done

    def _edit(self, row: int, column: int) -> None:
        self.table.setFocus()
        self._go(row, column)
        self.table.edit(self.table.currentIndex())

    def _on_swap(self) -> None:
        if len(self.model.speakers) == 2:
            one, two = self.model.speakers
            self._session.do(speakers.swap_roles, one.id, two.id)

    def _on_add(self) -> None:
        """Add a speaker and wait for the name, in place."""
        transcript = self._session.transcript
        if transcript is not None and self._session.do(speakers.add, new_speaker_id(transcript)):
            self._edit(len(self.model.speakers) - 1, NAME)

    def _on_other_colour(self, speaker: Speaker, row: int) -> None:
        now = self._theme.speaker_colour(row, speaker.colour)
        picked = QColorDialog.getColor(now, self, tr("Colour of {speaker}", speaker=speaker.label))
        if picked.isValid():
            self._session.do(speakers.set_colour, speaker.id, picked.name())

    def _on_move(self, step: int) -> None:
        speaker = self._speaker()
        if speaker is not None:
            place = [s.id for s in self.model.speakers].index(speaker.id) + step
            self._session.do(speakers.move, speaker.id, place)

    def _on_remove(self) -> None:
        speaker = self._speaker()
        if speaker is not None and self._session.do(speakers.remove, speaker.id):
            text = tr("{speaker} was removed. Undo brings it back.", speaker=speakers.called(speaker))
            self._session.noticed.emit(Notice(text))

    def _merge(self, gone: Speaker, kept: Speaker) -> None:
        """Merge two ids of one person; nothing is asked, since undo brings the other one back with all turns."""
        transcript = self._session.transcript
        if transcript is None:
            return
        n, one, other = self.model.figures.turns[gone.id], speakers.called(gone), speakers.called(kept)
        notice = Notice(tr("{n} turns of {gone} went to {kept}. Undo brings {gone} back.", n=n, gone=one, kept=other))
        self._current = kept.id
        self._session.apply(lambda: speakers.merge(transcript, gone.id, kept.id), n, lambda: self._session.noticed.emit(notice))


def _literal(text: str) -> str:
    """Return the text so that a menu shows it as it is."""
    return text.replace("&", "&&")


def new_speaker_id(transcript: Transcript) -> SpeakerId:
    """Return a free id in the style of the diarizer's: one more than the highest number, with as many digits."""
    taken = {speaker.id for speaker in transcript.speakers}
    numbered = [m for m in (re.fullmatch(r"(.*?)(\d+)", speaker_id) for speaker_id in sorted(taken)) if m]
    prefix, digits = max(((m[1], m[2]) for m in numbered), key=lambda found: int(found[1]), default=("SPK", "-1"))
    width = len(digits) if numbered else 2
    number = int(digits) + 1
    while (made := f"{prefix}{number:0{width}}") in taken:
        number += 1
    return made
