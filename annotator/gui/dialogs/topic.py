"""Add a topic to the codebook, or edit one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen
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
from annotator.core.model import Topic
from annotator.gui.dialogs import Dialog
from annotator.gui.session import Session
from annotator.gui.theme import TOPIC_COLOURS, Theme
from annotator.gui.widgets.chip import Chip, paint_tick
from annotator.gui.widgets.labels import button, label

LONGEST_NAME = 60


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
    """Name, definition, key and colour of a topic; `topic` None adds a new one."""

    def __init__(self, session: Session, theme: Theme, topic: Topic | None = None, parent: QWidget | None = None):
        super().__init__(tr("New topic") if topic is None else tr("Edit topic"), parent)
        assert session.project is not None, "topics belong to a project"
        self._session, self._theme, self._topic = session, theme, topic
        self._codebook = session.project.topics
        colour = topic.colour if topic else TOPIC_COLOURS[len(self._codebook) % len(TOPIC_COLOURS)]
        self.name = QLineEdit(topic.name if topic else "", maxLength=LONGEST_NAME)
        self.name.setPlaceholderText(tr("Short, as it will stand in the table"))
        self.definition = QPlainTextEdit(topic.definition if topic else "")
        self.definition.setPlaceholderText(tr("When does a turn have this topic, when does it not?"))
        self.definition.setTabChangesFocus(True)
        self.definition.setFixedHeight(96)
        self.key = QComboBox()
        self._fill_keys(topic.hotkey if topic else self._free_key())
        self.swatches = QButtonGroup(self)
        self.chip = Chip(theme)
        self.error = label(wrap=True)
        self.error.setProperty("bar", "error")
        self.error.setMargin(8)
        self.ok = button(tr("Add topic") if topic is None else tr("Save topic"), self._on_ok, primary=True)

        form = QGridLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(12)
        form.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, (title, widget) in enumerate(
            (
                (tr("Name"), self.name),
                (tr("Definition"), self.definition),
                (tr("Key"), self.key),
                (tr("Colour"), self._colours(colour)),
                (tr("Looks like"), self.chip),
            )
        ):
            caption = label(title, style="dim")
            caption.setBuddy(widget)
            widget.setAccessibleName(title)
            form.addWidget(caption, row, 0, top if widget is self.definition else Qt.AlignmentFlag.AlignVCenter)
            form.addWidget(widget, row, 1)
        self.body.addLayout(form)
        self.body.addWidget(self.error)
        self.body.addStretch(1)
        self.finish(self.ok, button(tr("Cancel"), self.reject))
        self.setMinimumWidth(560)
        self.name.textChanged.connect(self._check)
        self.swatches.buttonClicked.connect(self._check)
        self.name.setFocus()
        self._check()

    # ------------------------------------------------------------------ parts

    def _free_key(self) -> int:
        taken = {t.hotkey for t in self._codebook}
        return next((key for key in range(1, 10) if key not in taken), 0)

    def _fill_keys(self, chosen: int) -> None:
        owners = {t.hotkey: t.name for t in self._codebook if self._topic is None or t.id != self._topic.id}
        self.key.addItem(tr("No key"), 0)
        for key in range(1, 10):
            text = QKeySequence(f"Ctrl+{key}").toString(QKeySequence.SequenceFormat.NativeText)
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
        if self._topic is None:
            return topics.add(self._codebook, name, self.colour, definition, hotkey)
        return topics.update(
            self._codebook, self._topic.id, name=name, colour=self.colour, definition=definition, hotkey=hotkey
        )

    def _unchanged(self) -> bool:
        now = (self.name.text().strip(), self.colour, self.definition.toPlainText().strip(), self.key.currentData())
        topic = self._topic
        return topic is not None and now == (topic.name, topic.colour, topic.definition, topic.hotkey)

    def _check(self) -> None:
        """Say at once when the name cannot be; that it is still empty need not be said."""
        name = self.name.text()
        self.chip.show_topic(name.strip() or tr("Name"), self.colour)
        problem = ""
        if name.strip() and not self._unchanged():
            try:
                self._change()
            except CommandError as error:
                problem = str(error)
        self.error.setText(problem)
        self.error.setVisible(bool(problem))
        self.ok.setEnabled(bool(name.strip()) and not problem)

    def _on_ok(self) -> None:
        if self._unchanged() or self._session.apply(self._change):
            self.accept()
