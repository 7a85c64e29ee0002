"""Says how sure findings must be to be shown: a slider with the number of those that would be left."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from annotator.core.i18n import tr
from annotator.gui.session import Session
from annotator.gui.widgets.labels import label
from annotator.settings import SENSITIVITIES

RECOMMENDED = 0.0
LEVELS = (
    *(n / 100 for n in SENSITIVITIES if n < 70),
    RECOMMENDED,
    *(n / 100 for n in SENSITIVITIES if n > 70),
)
"""Least confidences from left to right; what each detector recommends stands where most of them have their threshold."""
SETTLED_MS = 150


class Sensitivity(QWidget):
    def __init__(self, session: Session):
        super().__init__()
        self._session = session
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(LEVELS) - 1)
        self.slider.setPageStep(1)
        self.slider.setMinimumWidth(80)
        self.slider.setMaximumWidth(160)
        self.count = label(style="dim")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slider, 1)
        row.addWidget(self.count)
        row.addStretch(1)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._on_settled)
        self.slider.setValue(LEVELS.index(session.settings.least))
        self.slider.valueChanged.connect(self._on_moved)
        self.retranslate()

    @property
    def level(self) -> float:
        """The least confidence that the slider stands at; 0 for what is recommended."""
        return LEVELS[self.slider.value()]

    def retranslate(self) -> None:
        self.slider.setAccessibleName(tr("Least confidence of the findings that are shown"))
        self.slider.setToolTip(tr("Left: more findings, also doubtful ones. Right: fewer and surer ones."))
        self.refresh()

    def refresh(self) -> None:
        """Say how many findings there are from this confidence on."""
        shown, known = self._session.count_from(self.level)
        counted = tr("{shown} of {known}", shown=shown, known=known)
        self.count.setText(f"≥ {self.level:.2f} · {counted}" if self.level else counted)
        self.count.setToolTip("" if self.level else tr("As each detector recommends"))

    def _on_moved(self) -> None:
        self.refresh()
        self._settled.start()

    def _on_settled(self) -> None:
        if self.level != self._session.settings.least:
            self._session.ask_from(self.level)
