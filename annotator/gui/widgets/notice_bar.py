"""Messages that stay over the table until they are closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotator.core.i18n import tr
from annotator.gui.theme import Theme
from annotator.gui.widgets.labels import button, label

MOST_HEIGHT = 168

Offer = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""


class Bar(QFrame):
    """A message with what can be done about it, and how often it has come. Its buttons leave the focus where it is when clicked."""

    def __init__(self, theme: Theme, close: Callable[[], object]):
        super().__init__()
        self.text, self.times, self.lasting = "", 0, True
        self._offers: Sequence[Offer] = ()
        self.setProperty("bar", "error")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        self._words = label(wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._count = label(style="strong")
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        shut = QToolButton()
        shut.setProperty("flat", "true")
        shut.setIcon(theme.icon("dismiss"))
        shut.setToolTip(tr("Close this message"))
        shut.setAccessibleName(tr("Close this message"))
        shut.clicked.connect(close)
        row.addWidget(self._words, 1)
        row.addWidget(self._count)
        row.addLayout(self._row)
        row.addWidget(shut, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, text: str, offers: Sequence[Offer], times: int, lasting: bool, kind: str) -> None:
        """Say it, once more or so many times in all."""
        if self.property("bar") != kind:
            self.setProperty("bar", kind)
            self.style().polish(self)
        self.text, self.times, self.lasting = text, times or self.times + 1, lasting
        self._words.setText(text)
        self._count.setText(f"×{self.times}" if self.times > 1 else "")
        self._count.setAccessibleName(tr("{n} times", n=self.times))
        self._count.setVisible(self.times > 1)
        if [name for name, _ in offers] != [name for name, _ in self._offers]:
            _empty(self._row)
            for n, (name, _) in enumerate(offers):
                made = button(name, partial(self._do, n))
                # An editor whose text could not be stored must not lose the focus: it would try again by itself.
                made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                self._row.addWidget(made)
        self._offers = offers

    def _do(self, number: int) -> None:
        self._offers[number][1]()


class NoticeBars(QScrollArea):
    """One bar a message, the newest on top; the same message is shown once, with a number. Many messages scroll."""

    def __init__(self, theme: Theme):
        super().__init__()
        self._theme = theme
        self._bars: dict[str, Bar] = {}
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def sizeHint(self) -> QSize:
        height = self._rows.totalHeightForWidth(max(200, self.width()))
        return QSize(200, min(MOST_HEIGHT, height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # the messages wrap differently

    def texts(self) -> list[str]:
        """Return the messages, the oldest first."""
        return [bar.text for bar in self._bars.values()]

    def show_error(
        self,
        text: str,
        offers: Sequence[Offer] = (),
        *,
        key: str = "",
        times: int = 0,
        lasting: bool = True,
        kind: str = "error",
    ) -> None:
        """Show a message; in place of that with the same `key`, which by default is the text.

        `times` is how often it has come in all, 0 once more. One that is not `lasting` goes when what it tells of is over
        (see `settle`). `kind` is "error", or "info" for what has gone well.
        """
        bar = self._bars.get(key or text)
        if bar is None:
            bar = self._bars[key or text] = Bar(self._theme, lambda: self._close(key or text))
            self._rows.insertWidget(0, bar)
        bar.say(text, offers, times, lasting, kind)
        self.show()
        self.updateGeometry()

    def settle(self) -> None:
        """Close what was said of things that are over now."""
        for key in [key for key, bar in self._bars.items() if not bar.lasting]:
            self._close(key)

    def drop(self, key: str) -> None:
        """Close a message, if it is shown."""
        if key in self._bars:
            self._close(key)

    def clear(self) -> None:
        for key in list(self._bars):
            self._close(key)

    def _close(self, key: str) -> None:
        bar = self._bars.pop(key)
        self._rows.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
        self.setVisible(bool(self._bars))
        self.updateGeometry()


def _empty(row: QLayout) -> None:
    while (item := row.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.deleteLater()
