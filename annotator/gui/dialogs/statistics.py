"""What was done in this call or in the project, in numbers and pictures; to be taken out as tables and as a picture."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Generator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QDate, QIODevice, QLocale, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QButtonGroup,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator import formats
from annotator.core.errors import FormatError
from annotator.core.i18n import msg, tr
from annotator.core.model import TranscriptId
from annotator.detectors import DETECTORS
from annotator.gui import keymap
from annotator.gui.dialogs import Dialog
from annotator.gui.session import SUFFIX, Notice, Session
from annotator.gui.theme import Theme, kind_mark
from annotator.gui.widgets.chart import Bar, BarChart, Figures, Part
from annotator.gui.widgets.elided import ElidedLabel
from annotator.gui.widgets.labels import button, label
from annotator.gui.widgets.message_bar import MessageBar
from annotator.statistics import (
    CallStatistics,
    Decided,
    Kind,
    Statistics,
    Talk,
    by_recogniser,
    calls_csv,
    count_call,
    duration,
    kinds_csv,
    of_project,
    percent,
    recogniser_title,
    with_left,
)

SLICE = 0.02
"""Seconds of counting at a time; between them the window answers."""
READ_MS = 50
"""Until it is asked again whether a long call has been read."""
CALLS_SHOWN = 15
PICTURE_SCALE = 2
PAD = 12
SCROLLED_BY = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
ACCEPTED, METER = 2, 6
"""Columns of the table of kinds."""
RATES_METER = 7
"""Column of the table of error rates that shows one of them as a bar."""


class StatisticsDialog(Dialog):
    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None):
        super().__init__(tr("Statistics"), parent)
        assert session.project is not None, "there is something to count"
        self._session, self._theme, self._project = session, theme, session.project
        self.calls: dict[TranscriptId, CallStatistics] = {}
        here = session.transcript.id if session.transcript is not None else None
        self._here = here
        headers = session.headers()
        # The call on screen is looked at first.
        self._waiting = sorted((header.id for header in headers), key=lambda i: (i != here, i))[::-1]
        self._total = len(headers)
        self._activity: dict[TranscriptId, float] = {}
        self._counting: tuple[TranscriptId, Generator[None, None, CallStatistics]] | None = None

        self.this_call, self.whole = QRadioButton(tr("This call")), QRadioButton(tr("Whole project"))
        self._scope = QButtonGroup(self)
        top = QHBoxLayout()
        top.setSpacing(16)
        for choice in (self.this_call, self.whole):
            self._scope.addButton(choice)
            top.addWidget(choice)
        self.this_call.setEnabled(here is not None)
        (self.whole if here is None or self._total > 1 else self.this_call).setChecked(True)
        top.addStretch(1)
        self._working = label(style="dim")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(140)
        self._progress.setMaximum(max(1, self._total))
        self._progress.setAccessibleName(tr("Counting"))
        top.addWidget(self._working)
        top.addWidget(self._progress)
        self.body.addLayout(top)
        self._page: Page | None = None
        scroll = self._scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(tr("Statistics"))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(scroll, 1)
        self.message = MessageBar()
        self.body.addWidget(self.message)
        self.to_calls = button(tr("Table of calls…"), partial(session.guard, self._on_table, "calls"))
        self.to_kinds = button(tr("Table of findings…"), partial(session.guard, self._on_table, "findings"))
        self.to_picture = button(tr("Picture…"), partial(session.guard, self._on_picture))
        self.exports = (self.to_calls, self.to_kinds, self.to_picture)
        close = button(tr("Close"), self.accept, primary=True)
        self.finish(close, aside=self.exports)
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(min(1080, max(860, room.width() - 80)), min(860, max(560, room.height() - 60)))

        self._scope.buttonToggled.connect(self._on_scope)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_timeout)
        self._late = QTimer(self, singleShot=True, interval=200)
        self._late.timeout.connect(self._fill)
        for timer in (self._timer, self._late):
            self.finished.connect(timer.stop)
        session.counts_changed.connect(self._late.start)
        session.noticed.connect(self._say)
        session.project_changed.connect(self.reject)
        theme.changed.connect(self._fill)
        self._timer.start()
        self._show_progress()
        close.setFocus()

    def _open(self) -> None:
        """Make the page when the window is there: both at once would take too long."""
        self._page = Page(self._theme, how_to_decide(self._session))
        self._scroll.setWidget(self._page)
        self._activity = self._project.activity()

    @property
    def page(self) -> Page:
        assert self._page is not None, "it is made before anything is counted"
        return self._page

    # ------------------------------------------------------------------ counting

    @property
    def counting(self) -> bool:
        return self._timer.isActive()

    def _on_timeout(self) -> None:
        if not self._session.guard(self._open if self._page is None else self._count):
            self._timer.stop()
            self._fill()

    def _count(self) -> None:
        """Go on counting for a moment."""
        until = time.perf_counter() + SLICE
        before = len(self.calls)
        while True:
            if self._counting is None:
                if not self._waiting:
                    self._timer.stop()
                    self._fill()
                    return
                if not self._session.at_hand(self._waiting[-1]):
                    self._timer.setInterval(READ_MS)
                    break
                self._timer.setInterval(0)
                here = self._waiting.pop()
                seconds = self._activity.get(here, 0.0)
                self._counting = here, count_call(self._project.transcript(here), None, seconds)
            transcript_id, counting = self._counting
            try:
                next(counting)
            except StopIteration as end:
                self._counting = None
                self.calls[transcript_id] = end.value
            if time.perf_counter() >= until:
                break
        self._show_progress()
        if self._here in self.calls and before == 0 and self.this_call.isChecked():
            self._fill()

    def _show_progress(self) -> None:
        self._working.setVisible(self.counting)
        self._progress.setVisible(self.counting)
        self._working.setText(tr("Counting {done} of {total} calls", done=len(self.calls), total=self._total))
        self._progress.setValue(len(self.calls))
        for made in self.exports:
            made.setEnabled(not self.counting and bool(self.calls))

    def _left(self, transcript_id: TranscriptId) -> Counter[Kind] | None:
        """Return the open findings of a call, but for kinds that are left out; None while it is not checked."""
        found = self._session.open_counts(transcript_id)
        hidden = self._session.hidden_kinds
        return None if found is None else Counter({kind: n for kind, n in found.items() if kind[1] not in hidden})

    def shown(self) -> list[CallStatistics]:
        """Return the calls that are asked for, as far as they are counted, in the order of the list of calls."""
        wanted = [i for i in sorted(self.calls) if self.whole.isChecked() or i == self._here]
        return [with_left(self.calls[i], self._left(i)) for i in wanted]

    # ------------------------------------------------------------------ what is shown

    def _on_scope(self, _: object, checked: bool) -> None:
        if checked:
            self._fill()

    def _fill(self) -> None:
        self._show_progress()
        if self._page is None:
            return
        calls = self.shown()
        if self.whole.isChecked():
            self.page.fill(self._project.path.stem, of_project(calls), calls, self._talk_parts(None), done=not self.counting)
        else:
            for call in calls:
                self.page.fill(call.name, call, calls, self._talk_parts(call), done=True)

    def _talk_parts(self, call: CallStatistics | None) -> dict[int, Part]:
        """Return what speakers are painted with, by their places."""
        transcript = self._session.transcript if call is not None else None
        colours = [s.colour for s in transcript.speakers] if transcript is not None else []
        places = range(-1, len(colours) if transcript is not None else len(self._theme.tokens.speakers))
        return {
            place: Part("", self._theme.speaker_colour(place, colours[place] if 0 <= place < len(colours) else ""), max(0, place))
            for place in places
        }

    def _say(self, notice: Notice) -> None:
        """Show here what the status bar says: it is not looked at while there is a dialog."""
        self.message.say(notice.text, notice.kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll from wherever the focus is: there is nothing on the page to put it on."""
        bar = self._scroll.verticalScrollBar()
        action = SCROLLED_BY.get(Qt.Key(event.key()))
        if action is not None:
            bar.triggerAction(action)
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ what is taken out

    def _ask(self, name: str, suffix: str, kind: str) -> Path | None:
        stem = self._project.path.stem if self.whole.isChecked() else Path(self.shown()[0].name).stem
        proposed = self._project.path.with_name(f"{stem} {name}{suffix}")
        answer, _ = QFileDialog.getSaveFileName(self, tr("Export statistics"), str(proposed), f"{kind} (*{suffix})")
        if not answer:
            return None
        path = Path(answer)
        if path.suffix == SUFFIX:
            raise FormatError(msg("{name} is a project. Give the exported file another name.", name=path.name))
        return path

    def _on_table(self, what: str) -> None:
        name = tr("calls") if what == "calls" else tr("findings")
        path = self._ask(name, ".csv", tr("Table for spreadsheets"))
        if path is not None:
            data = calls_csv(self.shown()) if what == "calls" else kinds_csv(self.shown())
            self._session.export(partial(_put, lambda: data), [path])

    def _on_picture(self) -> None:
        path = self._ask(tr("statistics"), ".png", tr("Picture"))
        if path is not None:
            picture = self.page.picture()
            self._session.export(partial(_put, lambda: _png(picture)), [path])


def how_to_decide(session: Session) -> str:
    """Return what to press so that there is something to count."""
    keys = keymap.of(session)
    return tr(
        "In the table, {next} brings the first finding; {accept} repairs it, {dismiss} says that all is fine.",
        next=keys.named("next_finding"),
        accept=keys.named("accept"),
        dismiss=keys.named("dismiss"),
    )


class Page(QWidget):
    """All that there is to see, whole: what does not fit into the window is part of the picture too."""

    def __init__(self, theme: Theme, how: str):
        super().__init__()
        self._theme, self._how = theme, how
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4, 4, PAD, 8)
        rows.setSpacing(12)
        self.title, self.about = ElidedLabel("", style="heading"), label(style="dim", wrap=True)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.about)
        rows.addLayout(head)
        self.empty = Section(
            tr("No calls yet"),
            label(tr("Open a transcript or drop one on the window; what is found and done in it is counted here."), wrap=True),
        )
        self.empty.setVisible(False)  # nothing is known yet, not even that there is nothing
        rows.addWidget(self.empty)
        self.numbers = QWidget()
        rows.addWidget(self.numbers)
        rows.addStretch(1)
        rows = QVBoxLayout(self.numbers)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        tiles = QGridLayout()
        tiles.setSpacing(12)
        names = (
            (tr("Done"), tr("Turns reviewed"), tr("Findings decided"), tr("Precision of the findings")),
            (tr("Word error rate of the source"), tr("Turns changed"), tr("Words of another speaker"), tr("Time of work")),
        )
        self.tiles = [Tile(name) for row in names for name in row]
        for n, tile in enumerate(self.tiles):
            tiles.addWidget(tile, n // 4, n % 4)
            tiles.setColumnStretch(n % 4, 1)
        rows.addLayout(tiles)
        kinds = Section(tr("Findings by kind"))
        self.kinds_hint = label(wrap=True, style="dim")
        kinds.rows.addWidget(self.kinds_hint)
        self.table = Figures(theme, tr("Findings by kind"), METER)
        kinds.rows.addWidget(self.table)
        rows.addWidget(kinds)
        self.fates, self.talk, self.errors, self.worst = (BarChart(theme) for _ in range(4))
        self._fates_section = Section(tr("What became of the findings"), self.fates)
        self._talk_section = Section(tr("Who speaks"), self.talk)
        self._errors_section = Section(tr("What the source has wrong"), self.errors)
        self.rates = Figures(theme, tr("Error rates of the source"), RATES_METER)
        about = tr(
            "WER and CER: words and characters that are wrong, missing or too many. cpWER: the same of words, where those of the "
            "wrong speaker are wrong too; the bar shows it. WDER: words of the wrong speaker, of those that stand opposite others."
        )
        self._rates_section = Section(tr("Error rates of the source"), self.rates, label(about, style="dim", wrap=True))
        self.worst_hint = label(style="dim", wrap=True)
        self._worst_section = Section(tr("Calls with the most errors in the source"), self.worst, self.worst_hint)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self._talk_section)
        side.addWidget(self._errors_section)
        side.addStretch(1)
        pair.addWidget(self._fates_section, 1, Qt.AlignmentFlag.AlignTop)
        pair.addLayout(side, 1)
        rows.addLayout(pair)
        rows.addWidget(self._rates_section)
        rows.addWidget(self._worst_section)

    def fill(
        self, title: str, counted: Statistics, calls: Sequence[CallStatistics], talk_parts: dict[int, Part], *, done: bool
    ) -> None:
        """Show the numbers of some calls; not `done`: more calls are being counted."""
        self._title(title, counted, done)
        self._fill_tiles(counted)
        self._fill_kinds(counted)
        self._fill_fates(counted)
        self._fill_talk(counted, talk_parts)
        self._fill_errors(counted)
        self._fill_rates(counted, calls)
        self._fill_worst(calls)

    def _title(self, title: str, counted: Statistics, done: bool) -> None:
        self.title.fill(title)
        empty = done and not counted.calls
        today = QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
        parts = [] if empty or isinstance(counted, CallStatistics) else [tr("{n} calls", n=counted.calls)]
        self.about.setText(" · ".join([*parts, today]))
        self.empty.setVisible(empty)
        self.numbers.setVisible(not empty)

    def _fill_tiles(self, c: Statistics) -> None:
        findings = c.findings
        alone = isinstance(c, CallStatistics)
        whole = tr("yes") if alone and c.done else tr("no")
        decided = _of(findings.decided, findings.found) if findings.left is not None else _number(findings.decided)
        left = tr("{n} left", n=findings.left) if findings.left is not None else tr("Not checked yet")
        if 0 < c.checked < c.calls:
            left = tr("{left}; {n} calls are not checked yet", left=left, n=c.calls - c.checked)
        verdicts = tr("{n} accepted", n=findings.accepted) + ", " + tr("{n} dismissed", n=findings.dismissed)
        counts = {"text": c.text_changed, "speaker": c.speaker_changed, "hidden": c.hidden}
        ways = tr("text {text}, speaker {speaker}, hidden {hidden}", **counts)
        average = tr("{time} a call", time=duration(c.seconds / c.calls)) if c.calls > 1 else tr("Without breaks")
        for tile, (number, detail) in zip(
            self.tiles,
            (
                (whole if alone else _of(c.done, c.calls), tr("This call") if alone else tr("Calls of the project")),
                (_of(c.reviewed, c.turns), percent(c.reviewed / c.turns if c.turns else None)),
                (decided, left),
                (percent(findings.precision), verdicts if findings.decided else tr("Nothing is decided yet")),
                (percent(c.wer, 1), tr("{words} words changed", words=_of(c.words_changed, c.words))),
                (_number(c.changed), ways),
                (percent(c.speaker_rate, 1), tr("{words} words", words=_of(c.relabelled, c.standing))),
                (duration(c.seconds), average),
            ),
            strict=True,
        ):
            tile.fill(number, detail)

    def _fill_kinds(self, counted: Statistics) -> None:
        self.kinds_hint.setText(
            tr("Nothing is found or decided yet.") + " " + self._how
            if not counted.kinds
            else tr("Precision is the share of the decided findings that were right, also when they were repaired in another way.")
        )
        order = [(detector.name, kind) for detector in DETECTORS for kind in detector.kinds]
        kinds = sorted(counted.kinds, key=lambda kind: order.index(kind) if kind in order else len(order))
        rows = [(f"{kind_mark(*kind)}  {kind_title(kind)}", counted.kinds[kind]) for kind in kinds]
        if len(rows) > 1:
            rows.append((tr("All kinds"), counted.findings))
        heads = (tr("Kind"), tr("Found"), tr("Accepted"), tr("Dismissed"), tr("Left"), tr("Precision"), "")
        texts = [
            (title, *map(_number, (own.found, own.accepted, own.dismissed, own.left)), percent(own.precision), "")
            for title, own in rows
        ]
        self.table.fill(heads, texts, [own.precision for _, own in rows], total=len(rows) > 1)
        for row, (_, own) in enumerate(rows):
            if own.otherwise:
                tip = tr("{n} of them in another way than proposed first", n=own.otherwise)
                self.table.explain(row, ACCEPTED, tip)
        self.table.setVisible(bool(rows))

    def _fill_fates(self, counted: Statistics) -> None:
        t = self._theme.tokens
        parts = (Part(tr("Accepted"), t.accent), Part(tr("Dismissed"), t.cut, 1), Part(tr("Left"), t.text_dim, 2))
        bars = [
            Bar(kind_title(kind), (own.accepted, own.dismissed, own.left or 0), _number(own.found), _fates(own))
            for kind, own in sorted(counted.kinds.items(), key=lambda item: -item[1].found)
            if own.found
        ]
        self.fates.fill(tr("What became of the findings"), parts, bars)
        self._fates_section.setVisible(bool(bars))

    def _fill_talk(self, counted: Statistics, look: dict[int, Part]) -> None:
        def bar(title: str, values: Sequence[float]) -> Bar:
            total = sum(values)
            return Bar(title, tuple(v / total for v in values), "", tuple(percent(v / total) for v in values))

        shown = [talk for talk in counted.talk if talk.words]
        bars = [bar(tr("Words"), [talk.words for talk in shown])] if shown else []
        if sum(talk.ms or 0 for talk in shown):
            bars.append(bar(tr("Time"), [talk.ms or 0 for talk in shown]))
        parts = [self._talk_part(talk, look) for talk in shown]
        self.talk.fill(tr("Who speaks"), parts, bars, 1.0)
        self._talk_section.setVisible(bool(bars))

    @staticmethod
    def _talk_part(talk: Talk, look: dict[int, Part]) -> Part:
        places = max(1, len(look) - 1)
        part = look[talk.place % places if talk.place >= 0 else -1]
        name = talk.label or tr("Unclear")
        return Part(f"{name}: {tr('{n} turns', n=talk.turns)}", part.colour, part.pattern)

    def _fill_errors(self, c: Statistics) -> None:
        t = self._theme.tokens
        rows = ((tr("Wrong words"), c.replaced), (tr("Words too many"), c.removed), (tr("Missing words"), c.added))
        bars = [Bar(name, (n,), f"{_number(n)}   {percent(n / c.words if c.words else None, 1)}") for name, n in rows]
        self.errors.fill(tr("What the source has wrong"), [Part("", t.edited)], bars)
        self._errors_section.setVisible(bool(c.words))

    def _fill_rates(self, c: Statistics, calls: Sequence[CallStatistics]) -> None:
        titles = {f.name: str(f.title) for f in formats.FORMATS}
        rows = [(recogniser_title(name, titles), own) for name, own in by_recogniser(calls).items()]
        if len(rows) > 1:
            rows.append((tr("All calls"), c))
        heads = (tr("Source"), tr("Calls"), tr("Word count"), tr("WER"), tr("CER"), tr("cpWER"), tr("WDER"), "")
        texts = [
            (title, _number(own.calls), _number(own.words), *(percent(r, 1) for r in (own.wer, own.cer, own.cpwer, own.wder)), "")
            for title, own in rows
        ]
        shares = [None if own.cpwer is None else min(1.0, own.cpwer) for _, own in rows]
        self.rates.fill(heads, texts, shares, total=len(rows) > 1)
        self._rates_section.setVisible(bool(c.words))

    def _fill_worst(self, calls: Sequence[CallStatistics]) -> None:
        rated = sorted(((call.wer, call) for call in calls if call.wer), key=lambda pair: -pair[0])
        bars = [Bar(call.name, (wer,), percent(wer, 1)) for wer, call in rated[:CALLS_SHOWN]]
        self.worst.fill(tr("Calls with the most errors in the source"), [Part("", self._theme.tokens.edited)], bars)
        self._worst_section.setVisible(len(calls) > 1 and bool(bars))
        rest = rated[CALLS_SHOWN:]
        if rest:
            self.worst_hint.setText(tr("{n} more calls have {rate} and less.", n=len(rest), rate=percent(rest[0][0], 1)))
        self.worst_hint.setVisible(bool(rest))

    def picture(self) -> QImage:
        """Return the whole page, at twice its size on screen."""
        size = QSize(self.width(), min(self.height(), self.childrenRect().bottom() + PAD))
        picture = QImage(size * PICTURE_SCALE, QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(PICTURE_SCALE)
        picture.fill(self._theme.tokens.window)
        self.render(picture, QPoint())
        return picture


class Tile(QFrame):
    """A number, what it is, and what more there is to say of it."""

    def __init__(self, name: str):
        super().__init__()
        self.setProperty("card", "true")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 10, 12, 10)
        rows.setSpacing(2)
        self.name = name
        self.number, self.detail = label(style="heading"), label(style="dim", wrap=True)
        rows.addWidget(label(name, style="dim", wrap=True))
        rows.addWidget(self.number)
        rows.addWidget(self.detail)
        rows.addStretch(1)

    def fill(self, number: str, detail: str) -> None:
        self.number.setText(number)
        self.detail.setText(detail)
        self.setAccessibleName(f"{self.name}: {number}. {detail}")


class Section(QFrame):
    """A card with a title and what belongs to it."""

    def __init__(self, title: str, *shown: QWidget):
        super().__init__()
        self.setProperty("card", "true")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(16, 12, 16, 14)
        self.rows.setSpacing(10)
        self.rows.addWidget(label(title, style="strong", wrap=True))
        for widget in shown:
            self.rows.addWidget(widget)


def kind_title(kind: Kind) -> str:
    """Return the name of a kind, also of one that this version does not know any more."""
    detector = next((d for d in DETECTORS if d.name == kind[0]), None)
    return str(detector.kinds.get(kind[1], kind[1])) if detector is not None else kind[1]


def _fates(own: Decided) -> tuple[str, ...]:
    return tuple(_number(n) if n else "" for n in (own.accepted, own.dismissed, own.left))


def _put(data: Callable[[], bytes], path: Path) -> None:
    formats.write_file(path, data())


def _png(picture: QImage) -> bytes:
    """Return the picture as a file; packing it takes long, and any thread may do it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _number(n: int | None) -> str:
    return "–" if n is None else QLocale().toString(n)


def _of(some: int, total: int) -> str:
    return tr("{some} of {total}", some=_number(some), total=_number(total))
