"""Colours, speaker shapes, fonts and icons: nothing else in the program names a colour."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPainterPath, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from annotator import paths
from annotator.core.model import SpeakerId, Transcript


@dataclass(frozen=True)
class Tokens:
    """One scheme's colours, by use. Every text colour has a contrast of at least 4.5:1 on its ground."""

    window: QColor
    surface: QColor
    surface_alt: QColor
    line: QColor
    text: QColor
    text_dim: QColor
    accent: QColor
    on_accent: QColor
    accent_ground: QColor
    focus: QColor
    highlight: QColor
    on_highlight: QColor
    match: QColor
    duplicate: QColor
    duplicate_ground: QColor
    cut: QColor
    cut_ground: QColor
    two: QColor
    two_ground: QColor
    topic: QColor
    topic_ground: QColor
    edited: QColor
    edited_ground: QColor
    error: QColor
    error_ground: QColor
    speakers: tuple[QColor, ...]


def _tokens(text: str) -> Tokens:
    rows = dict(line.split(maxsplit=1) for line in text.strip().splitlines())
    values = {
        f.name: tuple(QColor(c) for c in rows[f.name].split()) if f.name == "speakers" else QColor(rows[f.name])
        for f in fields(Tokens)
    }
    return Tokens(**values)  # type: ignore[arg-type]


LIGHT = _tokens("""
window #F7F7F5
surface #FFFFFF
surface_alt #F1F2F0
line #D9DBD6
text #1D1F1E
text_dim #5C625E
accent #1F6F5C
on_accent #FFFFFF
accent_ground #E6F1ED
focus #1A5FD0
highlight #D5E6F9
on_highlight #10243D
match #FFE58A
duplicate #B3261E
duplicate_ground #FCE8E6
cut #8A5A00
cut_ground #FFF1D6
two #6A3FA0
two_ground #F1E9FB
topic #1F6F5C
topic_ground #E1F2EC
edited #2E5FA8
edited_ground #E4EDFA
error #B3261E
error_ground #FCE8E6
speakers #0B5CAD #A8420D #00705A #8C2F6B #5B5F00 #4A4AB8
""")

DARK = _tokens("""
window #1B1D1C
surface #232625
surface_alt #2A2E2C
line #3C413E
text #ECEEEC
text_dim #A9B0AB
accent #5FC2A6
on_accent #10201B
accent_ground #25352F
focus #7FB0FF
highlight #2C4566
on_highlight #F2F6FB
match #6B5A12
duplicate #FF9A91
duplicate_ground #4A2522
cut #F2C26B
cut_ground #43351A
two #CBB0F5
two_ground #3A2E4D
topic #7FD3BA
topic_ground #1F3B33
edited #9CC0FF
edited_ground #2B3C57
error #FF9A91
error_ground #4A2522
speakers #8DBBF5 #F5A97F #6FD0B5 #E79CCB #CFCF6A #B3B3FF
""")

TOPIC_COLOURS = ("#1F6F5C", "#0B5CAD", "#8C2F6B", "#B4480F", "#4A4AB8", "#5B5F00", "#7A3E9D", "#A3293D", "#3F5E6B")
"""What new topics are given in turn; chips mix them with the ground, so they serve in both schemes."""

LEAST_CONTRAST = 4.5

KIND_MARKS = {
    "duplicates": "=",
    "cut": "]",
    "two_speakers": "/",
    "wrong_speaker": "?",
    "roles_swapped": "⇄",
    "topics": "#",
    "corrections": "≈",
}


class Theme(QObject):
    """The scheme in use. `changed` is emitted after palette and style sheet have been set."""

    changed = Signal()

    def __init__(self, app: QApplication):
        super().__init__(app)
        self._app = app
        self.choice = "system"
        self.tokens = LIGHT
        app.setStyle("fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def dark(self) -> bool:
        return self.tokens is DARK

    def choose(self, choice: str) -> None:
        """Use "light", "dark" or the "system" scheme from now on."""
        self.choice = choice
        system_is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self.tokens = DARK if choice == "dark" or (choice == "system" and system_is_dark) else LIGHT
        sheet = _style_sheet(self.tokens)
        if sheet != self._app.styleSheet():
            # It styles every widget anew, which takes a tenth of a second.
            self._app.setPalette(_palette(self.tokens))
            self._app.setStyleSheet(sheet)
        _pixmap.cache_clear()
        self.changed.emit()

    def _on_system_changed(self) -> None:
        if self.choice == "system":
            self.choose("system")

    def speaker_colour(self, place: int, chosen: str = "") -> QColor:
        """Return the colour of the speaker at this place in the order of speakers; -1 for none.

        `chosen` is a speaker's own colour (see Speaker.colour). One of the program's has a twin in the other scheme; any other is
        mixed with the colour of the text until it can be read.
        """
        twins = self.tokens.speakers
        if place < 0 or not chosen:
            return self.tokens.text_dim if place < 0 else twins[place % len(twins)]
        known = next((n for n, colour in enumerate(LIGHT.speakers) if colour == QColor(chosen)), None)
        return _readable(chosen, self.dark) if known is None else twins[known]

    def speaker_look(self, transcript: Transcript, speaker_id: SpeakerId | None) -> tuple[int, QColor]:
        """Return what a speaker is painted with: the place, which tells the shape, and the colour."""
        place = transcript.speaker_place(speaker_id)
        return place, self.speaker_colour(place, transcript.speakers[place].colour if place >= 0 else "")

    def finding_colours(self, detector: str, kind: str) -> tuple[QColor, QColor]:
        """Return colour and ground of a kind of finding."""
        t = self.tokens
        if detector == "duplicates":
            return t.duplicate, t.duplicate_ground
        if detector == "topics":
            return t.topic, t.topic_ground
        if detector == "corrections":
            return t.edited, t.edited_ground
        return (t.two, t.two_ground) if kind == "two_speakers" else (t.cut, t.cut_ground)

    def topic_colours(self, colour: str) -> tuple[QColor, QColor]:
        """Return text colour and ground of a topic's chip, from the colour it was given."""
        base = QColor(colour)
        if self.dark:
            return _mix(base, QColor("white"), 0.62), _mix(base, self.tokens.surface, 0.62)
        return _mix(base, QColor("black"), 0.12), _mix(base, self.tokens.surface, 0.88)

    def icon(self, name: str) -> QIcon:
        """Return one of the program's line icons in the colour of the text."""
        icon = QIcon()
        t = self.tokens
        for mode, colour in ((QIcon.Mode.Normal, t.text), (QIcon.Mode.Disabled, _mix(t.text_dim, t.window, 0.5))):
            icon.addPixmap(_pixmap(name, colour.name(), 20), mode)
            icon.addPixmap(_pixmap(name, colour.name(), 40), mode)
        return icon


def kind_mark(detector: str, kind: str) -> str:
    """Return the character that stands for a kind of finding wherever its colour is used."""
    return KIND_MARKS.get(kind) or KIND_MARKS.get(detector, "!")


def _mix(a: QColor, b: QColor, share_of_b: float) -> QColor:
    def mixed(x: int, y: int) -> int:
        return round(x + (y - x) * share_of_b)

    return QColor(mixed(a.red(), b.red()), mixed(a.green(), b.green()), mixed(a.blue(), b.blue()))


def contrast(a: QColor, b: QColor) -> float:
    """Return the contrast of two colours by WCAG: from 1, none, to 21."""
    lighter, darker = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@lru_cache(maxsize=256)
def _readable(colour: str, dark: bool) -> QColor:
    """Return the colour, mixed with that of the text until it can be read on every ground that speakers are named on."""
    t = DARK if dark else LIGHT
    mixes = (_mix(QColor(colour), t.text, step / 20) for step in range(21))
    grounds = (t.surface, t.surface_alt, t.window, t.highlight)
    return next((mix for mix in mixes if all(contrast(mix, ground) >= LEAST_CONTRAST for ground in grounds)), t.text)


@lru_cache(maxsize=256)
def _pixmap(name: str, colour: str, size: int) -> QPixmap:
    svg = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(size / 20)
    return pixmap


def app_icon() -> QIcon:
    return QIcon(str(paths.resources() / "icons" / "annotator.svg"))


def paint_shape(painter: QPainter, box: QRectF, place: int, colour: QColor) -> None:
    """Paint the speaker's own shape (circle, square, triangle, diamond, hexagon, star; a dash for none) into `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if place < 0:
        painter.drawRect(QRectF(box.left(), box.center().y() - 1, box.width(), 2))
    elif place % 6 == 0:
        painter.drawEllipse(box)
    elif place % 6 == 1:
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 1, 1)
    else:
        painter.drawPath(_polygon(box, place % 6))
    painter.restore()


_CORNERS: dict[int, tuple[tuple[float, float], ...]] = {
    2: ((0.5, 0.0), (1.0, 0.95), (0.0, 0.95)),
    3: ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    4: ((0.25, 0.05), (0.75, 0.05), (1.0, 0.5), (0.75, 0.95), (0.25, 0.95), (0.0, 0.5)),
    5: (
        *((0.5, 0.0), (0.62, 0.36), (1.0, 0.38), (0.7, 0.6), (0.81, 0.97)),
        *((0.5, 0.75), (0.19, 0.97), (0.3, 0.6), (0.0, 0.38), (0.38, 0.36)),
    ),
}


def _polygon(box: QRectF, shape: int) -> QPainterPath:
    path = QPainterPath()
    points = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in _CORNERS[shape]]
    path.moveTo(points[0])
    for point in points[1:]:
        path.lineTo(point)
    path.closeSubpath()
    return path


def text_font(size: int) -> QFont:
    """Return the font of turn texts; `size` in pixels."""
    font = QFont(QApplication.font())
    font.setPixelSize(size)
    return font


def _palette(t: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, t.window),
        (role.WindowText, t.text),
        (role.Base, t.surface),
        (role.AlternateBase, t.surface_alt),
        (role.Text, t.text),
        (role.Button, t.surface),
        (role.ButtonText, t.text),
        (role.BrightText, t.on_accent),
        (role.ToolTipBase, t.surface),
        (role.ToolTipText, t.text),
        (role.PlaceholderText, t.text_dim),
        (role.Highlight, t.highlight),
        (role.HighlightedText, t.on_highlight),
        (role.Link, t.focus),
        (role.Accent, t.accent),
        (role.Light, t.surface),
        (role.Midlight, t.surface_alt),
        (role.Mid, t.line),
        (role.Dark, t.line),
        (role.Shadow, t.line),
    ):
        palette.setColor(where, colour)
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, _mix(t.text_dim, t.window, 0.35))
    return palette


def _style_sheet(t: Tokens) -> str:
    c = {f.name: getattr(t, f.name).name() for f in fields(Tokens) if f.name != "speakers"}
    scheme = "dark" if t is DARK else "light"
    drawn = ("check", "tick", "arrow", "up", "close")
    c |= {name: (paths.resources() / "style" / f"{name}-{scheme}.svg").as_posix() for name in drawn}
    return """
* {{ font-size: 13px; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {line}; padding: 4px; }}
QMainWindow::separator {{ background: {line}; width: 1px; height: 1px; }}
QMainWindow::separator:hover {{ background: {accent}; }}
QMenuBar {{ background: {window}; border-bottom: 1px solid {line}; padding: 2px 8px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {surface_alt}; color: {text}; }}
QMenu {{ background: {surface}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {highlight}; color: {on_highlight}; }}
QMenu::item:disabled {{ color: {text_dim}; }}
QMenu::icon {{ margin-left: 6px; }}
QMenu::indicator {{ width: 14px; height: 14px; margin-left: 6px; }}
QMenu::indicator:checked {{ image: url("{tick}"); }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QStatusBar {{ background: {window}; border-top: 1px solid {line}; padding: 2px 8px; }}
QStatusBar::item {{ border: none; }}
QDockWidget {{ font-weight: 600; titlebar-close-icon: url("{close}"); }}
QDockWidget::title {{ background: {window}; padding: 8px 8px; }}
QDockWidget::close-button {{ border: none; border-radius: 4px; icon-size: 16px; padding: 0; subcontrol-position: right center;
    subcontrol-origin: padding; right: 8px; width: 20px; height: 20px; }}
QDockWidget::close-button:hover {{ background: {line}; }}
QDockWidget > QWidget {{ background: {window}; }}
QLineEdit, QComboBox, QSpinBox, QDateEdit, QPlainTextEdit, QTextEdit {{
    background: {surface}; color: {text}; border: 1px solid {line}; border-radius: 6px; padding: 4px 8px;
    selection-background-color: {highlight}; selection-color: {on_highlight}; }}
QLineEdit {{ lineedit-clear-button-icon: url("{close}"); }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{
    border: 2px solid {focus}; padding: 3px 7px; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{arrow}"); width: 10px; height: 10px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; background: transparent; width: 20px; }}
QSpinBox::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; }}
QSpinBox::down-arrow {{ image: url("{arrow}"); width: 10px; height: 10px; }}
QComboBox QAbstractItemView {{ background: {surface}; border: 1px solid {line}; selection-background-color: {highlight};
    selection-color: {on_highlight}; outline: none; }}
QPushButton, QToolButton {{
    background: {surface}; color: {text}; border: 1px solid {line}; border-radius: 6px; padding: 5px 12px; }}
QToolButton {{ padding: 4px 6px; }}
QToolButton[flat="true"] {{ border-color: transparent; background: transparent; }}
QPushButton:hover, QToolButton:hover {{ background: {surface_alt}; border-color: {text_dim}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {line}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {focus}; padding: 4px 11px; }}
QToolButton:focus {{ padding: 3px 5px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {text_dim}; border-color: {line}; background: {window}; }}
QPushButton[decision="true"] {{ text-align: left; padding: 6px 11px; }}
QPushButton[decision="true"]:focus {{ padding: 5px 10px; }}
QPushButton[primary="true"], QDialogButtonBox QPushButton:default {{
    background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton[primary="true"] {{ font-weight: 600; }}
QPushButton[primary="true"]:focus, QDialogButtonBox QPushButton:default:focus {{ border-color: {focus}; }}
QPushButton[primary="true"]:disabled {{ background: {surface_alt}; color: {text_dim}; border-color: {line}; }}
QPushButton[flat="true"] {{ border-color: transparent; background: transparent; color: {text_dim}; }}
QPushButton[flat="true"]:hover {{ background: {surface_alt}; border-color: {line}; color: {text}; }}
QPushButton[flat="true"]:focus {{ border-color: {focus}; }}
QToolButton:checked {{ background: {accent_ground}; border-color: {accent}; color: {text}; }}
QToolButton[chip="true"] {{ border-radius: 10px; padding: 1px 6px; font-size: 12px; }}
QToolButton[chip="true"]:!checked {{ border: 1px dashed {text_dim}; color: {text_dim}; }}
QToolButton[chip="true"]:focus {{ padding: 0 5px; }}
QCheckBox, QRadioButton {{ spacing: 8px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {text_dim}; background: {surface}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{check}"); }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {accent}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {focus}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {line}; background: {window}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {text_dim}; }}
QListView, QTreeView, QTableView {{ background: {surface}; border: 1px solid {line}; border-radius: 6px; outline: none;
    gridline-color: {line}; }}
QListView[plain="true"] {{ border: none; border-radius: 0; }}
QListView::item {{ padding: 6px 8px; border-radius: 4px; }}
QListView::item:selected {{ background: {highlight}; color: {on_highlight}; }}
QListView::indicator, QTableView::indicator {{ width: 14px; height: 14px; border: 1px solid {text_dim};
    border-radius: 4px; background: {surface}; }}
QListView::indicator:checked, QTableView::indicator:checked {{ background: {accent}; border-color: {accent};
    image: url("{check}"); }}
QListView[ring="true"]:focus, QTableView[ring="true"]:focus {{ border-color: {focus}; }}
QHeaderView {{ background: {window}; border: none; }}
QHeaderView::section {{ background: {window}; color: {text_dim}; border: none; border-bottom: 1px solid {line}; padding: 6px 8px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {line}; border-radius: 4px; min-height: 32px; margin: 2px; }}
QScrollBar::handle:vertical:hover {{ background: {text_dim}; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; }}
QScrollBar::handle:horizontal {{ background: {line}; border-radius: 4px; min-width: 32px; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSlider:horizontal {{ min-height: 20px; }}
QSlider::groove:horizontal {{ height: 4px; background: {line}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {text_dim}; border-radius: 2px; }}
QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; border: 1px solid {text_dim};
    background: {surface}; }}
QSlider::handle:horizontal:focus {{ border: 2px solid {focus}; }}
QProgressBar {{ background: {surface_alt}; border: none; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QLabel[dim="true"] {{ color: {text_dim}; }}
QLabel[heading="true"] {{ font-size: 20px; font-weight: 600; }}
QLabel[strong="true"] {{ font-weight: 600; }}
QLabel[alarm="true"] {{ color: {error}; font-weight: 600; }}
QFrame[card="true"] {{ background: {surface}; border: 1px solid {line}; border-radius: 6px; }}
QFrame[bar="info"] {{ background: {accent_ground}; border: none; border-bottom: 1px solid {line}; }}
QFrame[bar="error"] {{ background: {error_ground}; border: none; border-bottom: 1px solid {error}; }}
QTableView#turns {{ border: 1px solid {surface}; border-radius: 0; }}
QTableView#turns:focus {{ border-color: {focus}; }}
QTableView#turns QScrollBar:vertical {{ background: {window}; }}
QFrame[footer="true"] {{ border: none; border-top: 1px solid {line}; }}
""".format(**c)
