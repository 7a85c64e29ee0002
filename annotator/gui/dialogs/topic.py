"""Add a topic to the codebook, or edit one: what it is called, what it is a part of, and the words that suggest it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QColorDialog,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from annotator.core.change import Change
from annotator.core.commands import topics
from annotator.core.errors import CommandError
from annotator.core.i18n import tr
from annotator.core.model import Topic, TopicId, topic_paths, topic_tree
from annotator.detectors.keywords import GAP
from annotator.gui import keymap
from annotator.gui.dialogs import Dialog
from annotator.gui.session import Session
from annotator.gui.theme import TOPIC_COLOURS, Theme
from annotator.gui.widgets.chip import Chip, paint_tick
from annotator.gui.widgets.labels import button, label
from annotator.gui.widgets.message_bar import MessageBar

LONGEST_NAME = 60
INDENT = "\u2003"
EXAMPLES = "стоимость\nвернуть … деньги"
"""In the language of the calls, whatever that of the program."""


class Swatch(QAbstractButton):
    """One colour to choose; the chosen one has a tick."""

    def __init__(self, theme: Theme, colour: str, parent: QWidget):
        super().__init__(parent)
        self._theme, self.colour = theme, colour
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Colour {code}", code=colour))

    def sizeHint(self) -> QSize:
        return QSize(28, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = self._theme.tokens
        ink, ground = self._theme.topic_colours(self.colour)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(t.focus, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(ink if self.isChecked() else ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 4, 4)
        if self.isChecked():
            paint_tick(painter, QRectF(self.rect()).center(), ground)


class TopicDialog(Dialog):
    """All that a topic has; `topic` None adds a new one, as a part of the topic `part_of` and with a `name` if they are given."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        topic: Topic | None = None,
        parent: QWidget | None = None,
        *,
        part_of: TopicId = topics.TOP,
        name: str = "",
    ):
        super().__init__(tr("New topic") if topic is None else tr("Edit topic"), parent)
        assert session.project is not None, "topics belong to a project"
        self._session, self._theme, self._topic = session, theme, topic
        self._codebook = session.project.topics
        colour = topic.colour if topic else TOPIC_COLOURS[len(self._codebook) % len(TOPIC_COLOURS)]
        self.name = QLineEdit(topic.name if topic else name, maxLength=LONGEST_NAME)
        self.name.setPlaceholderText(tr("Short, as it will stand in the table"))
        self.definition = QPlainTextEdit(topic.definition if topic else "")
        self.definition.setPlaceholderText(tr("When does a turn have this topic, when does it not?"))
        self.definition.setTabChangesFocus(True)
        self.definition.setFixedHeight(72)
        self.part_of = QComboBox()
        self._fill_parents((topic.parent_id or topics.TOP) if topic else part_of)
        self.keywords = QPlainTextEdit("\n".join(topic.keywords) if topic else "")
        self.keywords.setPlaceholderText(tr("One rule a line, for example:\n{rules}", rules=EXAMPLES))
        self.keywords.setTabChangesFocus(True)
        self.keywords.setFixedHeight(84)
        about = label(
            tr("Words in any form; … stands for up to {limit} others. Turns that have them are suggested.", limit=GAP), style="dim"
        )
        about.setWordWrap(True)
        self.key = QComboBox()
        self._fill_keys(topic.hotkey if topic else self._free_key())
        self.swatches = QButtonGroup(self)
        self.chip = Chip(theme)
        self.error = MessageBar()
        self.ok = button(tr("Add topic") if topic is None else tr("Save topic"), self._on_ok, primary=True)

        form = QGridLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(12)
        form.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, (title, widget) in enumerate(
            (
                (tr("Name"), self.name),
                (tr("Part of"), self.part_of),
                (tr("Definition"), self.definition),
                (tr("Keywords"), self.keywords),
                ("", about),
                (tr("Key"), self.key),
                (tr("Colour"), self._colours(colour)),
                (tr("Looks like"), self.chip),
            )
        ):
            if title:
                caption = label(title, style="dim")
                caption.setBuddy(widget)
                widget.setAccessibleName(title)
                form.addWidget(caption, row, 0, top if isinstance(widget, QPlainTextEdit) else Qt.AlignmentFlag.AlignVCenter)
            form.addWidget(widget, row, 1)
        self.body.addLayout(form)
        self.body.addWidget(self.error)
        self.body.addStretch(1)
        self.finish(self.ok, button(tr("Cancel"), self.reject))
        self.setMinimumWidth(560)
        for changed in (self.name.textChanged, self.keywords.textChanged, self.part_of.currentIndexChanged):
            changed.connect(self._check)
        self.swatches.buttonClicked.connect(self._check)
        self.name.setFocus()
        self._check()

    # ------------------------------------------------------------------ parts

    def _free_key(self) -> int:
        taken = {t.hotkey for t in self._codebook}
        return next((key for key in range(1, 10) if key not in taken), 0)

    def _fill_parents(self, chosen: TopicId) -> None:
        """Offer all topics but the topic itself and its parts."""
        self.part_of.addItem(tr("None: it stands at the top"), topics.TOP)
        paths = topic_paths(self._codebook)
        own = paths[self._topic.id] if self._topic is not None else None
        for topic, depth in topic_tree(self._codebook):
            if own is None or paths[topic.id][: len(own)] != own:
                self.part_of.addItem(INDENT * depth + topic.name, topic.id)
        self.part_of.setCurrentIndex(max(0, self.part_of.findData(chosen)))

    def _fill_keys(self, chosen: int) -> None:
        owners = {t.hotkey: t.name for t in self._codebook if self._topic is None or t.id != self._topic.id}
        self.key.addItem(tr("No key"), 0)
        for key in range(1, 10):
            text = keymap.of(self._session).named(f"topic_{key}")
            if key in owners:
                text = tr("{key}, now of {name}", key=text, name=owners[key])
            self.key.addItem(text, key)
        self.key.setCurrentIndex(chosen)

    def _colours(self, chosen: str) -> QWidget:
        frame = QWidget()
        self._row = QHBoxLayout(frame)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        for colour in TOPIC_COLOURS:
            self._add_swatch(colour)
        self._row.addStretch(1)
        self._row.addWidget(button(tr("Other…"), self._on_other))
        self._choose(chosen)
        return frame

    def _add_swatch(self, colour: str) -> Swatch:
        swatch = Swatch(self._theme, colour, self)
        self.swatches.addButton(swatch)
        self._row.insertWidget(len(self.swatches.buttons()) - 1, swatch)
        return swatch

    def _choose(self, colour: str) -> None:
        known = next((s for s in self._swatches() if s.colour.casefold() == colour.casefold()), None)
        (known or self._add_swatch(colour)).setChecked(True)

    def _swatches(self) -> list[Swatch]:
        return [made for made in self.swatches.buttons() if isinstance(made, Swatch)]

    def _on_other(self) -> None:
        picked = QColorDialog.getColor(QColor(self.colour), self, tr("Colour of the topic"))
        if picked.isValid():
            self._choose(picked.name())
            self._check()

    # ------------------------------------------------------------------ what was entered

    @property
    def colour(self) -> str:
        return next(swatch.colour for swatch in self._swatches() if swatch.isChecked())

    def _change(self) -> Change:
        name, hotkey, definition = self.name.text(), self.key.currentData(), self.definition.toPlainText()
        parent_id, keywords = self.part_of.currentData(), self.keywords.toPlainText().splitlines()
        if self._topic is None:
            return topics.add(self._codebook, name, self.colour, definition, hotkey, parent_id, keywords)
        return topics.update(
            self._codebook,
            self._topic.id,
            name=name,
            colour=self.colour,
            definition=definition,
            hotkey=hotkey,
            parent_id=parent_id,
            keywords=keywords,
        )

    def _unchanged(self) -> bool:
        now = (self.name.text().strip(), self.colour, self.definition.toPlainText().strip(), self.key.currentData())
        more = (self.part_of.currentData(), self.keywords.toPlainText())
        t = self._topic
        if t is None:
            return False
        return (*now, *more) == (t.name, t.colour, t.definition, t.hotkey, t.parent_id or topics.TOP, "\n".join(t.keywords))

    def _check(self) -> None:
        """Say at once when the name, or a rule, cannot be; that the name is still empty need not be said."""
        name = self.name.text()
        self.chip.show_topic(name.strip() or tr("Name"), self.colour)
        problem = ""
        if name.strip() and not self._unchanged():
            try:
                self._change()
            except CommandError as error:
                problem = str(error)
        self.error.say(problem, "error")
        self.ok.setEnabled(bool(name.strip()) and not problem)

    def _on_ok(self) -> None:
        if self._unchanged() or self._session.apply(self._change):
            self.accept()
