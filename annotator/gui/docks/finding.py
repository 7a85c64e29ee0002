"""The card of the active finding: what is suspected, why, both versions on screen, and a key for each decision."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from annotator.core.commands import allowed, review, turns
from annotator.core.finding import Finding
from annotator.core.i18n import tr
from annotator.core.model import Transcript, Turn
from annotator.core.text import words
from annotator.detectors import DETECTORS, SURE
from annotator.gui.session import Session, kind_title
from annotator.gui.theme import Theme, kind_mark
from annotator.gui.turns.columns import speaker_label
from annotator.gui.turns.delegate import Range
from annotator.gui.widgets.decision import DecisionButton
from annotator.gui.widgets.flow import FlowLayout
from annotator.gui.widgets.labels import label
from annotator.gui.widgets.place import PlaceButton
from annotator.gui.widgets.snippet import Snippet

MOST_TURNS = 8
LEAST_WIDTH = 240
MOST_WORDS = 1000
MOST_PLACES = 2


class FindingDock(QWidget):
    """All widgets are made once and filled anew: making and styling them takes longer than a frame."""

    def __init__(self, session: Session, theme: Theme):
        super().__init__()
        self._session, self._theme = session, theme
        self._shown: object = None
        self._chips: dict[tuple[str, str], QToolButton] = {}
        self._kind, self._confidence = label(style="strong", wrap=True), label(style="dim")
        self._place = label(style="dim", wrap=True)
        self._card, self._snippets = _card()
        self._more = label(style="dim")
        self._why = label(style="strong")
        self._facts: list[QLabel] = []
        self._source_head = label(style="strong")
        self._source_card, self._source_snippets = _card()
        self._revert = DecisionButton(self._on_revert)
        self._accept = DecisionButton(partial(session.decide, review.accept), style="primary")
        self._alternative = DecisionButton(partial(session.decide, review.accept, alternative=True))
        self._dismiss = DecisionButton(partial(session.decide, review.dismiss))
        self._allow = DecisionButton(partial(session.decide, review.allow_repeat), style="flat")
        self._later = DecisionButton(partial(session.step_finding, 1))
        self._elsewhere = label(style="dim")
        self._places = [PlaceButton(theme, partial(session.decide, review.accept, place=n)) for n in range(1, MOST_PLACES + 1)]
        self.setMinimumWidth(LEAST_WIDTH)
        self._lay_out()
        # One decision is several signals; the card follows once, when all is settled.
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._refresh)
        for signal in (session.findings_changed, session.turn_changed, session.changed, session.transcript_changed):
            signal.connect(self._settled.start)
        session.preferences_changed.connect(self.retranslate)
        theme.changed.connect(self.retranslate)
        self._refresh()

    def _lay_out(self) -> None:
        self._chips_frame = QWidget()
        chips = FlowLayout(self._chips_frame, 4)
        for detector in DETECTORS:
            for kind in detector.kinds:
                chip = QToolButton()
                chip.setProperty("chip", "true")
                chip.setCheckable(True)
                chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                chip.clicked.connect(partial(self._on_chip_clicked, kind))
                self._chips[detector.name, kind] = chip
                chips.addWidget(chip)
        below_kind = QHBoxLayout()
        below_kind.addWidget(self._place, 1)
        below_kind.addWidget(self._confidence)
        body = QWidget()
        self._rows = QVBoxLayout(body)
        self._rows.setContentsMargins(12, 4, 12, 12)
        self._rows.setSpacing(8)
        self._rows.addWidget(self._kind)
        self._rows.addLayout(below_kind)
        # The reasons come first: a run over many turns would push them out of sight, and its words stand in the table too.
        self._rows.addWidget(self._why)
        self._facts_layout = QVBoxLayout()
        self._facts_layout.setSpacing(4)
        self._rows.addLayout(self._facts_layout)
        card: tuple[QWidget, ...] = (self._card, self._more, self._allow)
        for widget in card:
            self._rows.addWidget(widget)
        self._rows.addSpacing(8)
        parts: tuple[QWidget, ...] = (self._source_head, self._source_card, self._revert)
        for part in parts:
            self._rows.addWidget(part)
        self._rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(12, 0, 12, 8)
        above.addWidget(self._chips_frame)
        layout.addLayout(above)
        layout.addWidget(scroll, 1)
        below = QVBoxLayout()
        below.setContentsMargins(12, 8, 12, 12)
        below.setSpacing(4)
        for made in (self._accept, self._alternative, self._dismiss, self._later):
            below.addWidget(made)
        self._elsewhere.setContentsMargins(0, 8, 0, 0)
        below.addWidget(self._elsewhere)
        for place in self._places:
            below.addWidget(place)
        layout.addLayout(below)

    def retranslate(self) -> None:
        self._shown = None
        self._refresh()

    def _refresh(self) -> None:
        """Fill the card, but only when it would differ."""
        session = self._session
        transcript, turn, finding, queue = session.transcript, session.turn, session.finding, session.queue
        edited = turn if transcript is not None and turn is not None and transcript.edited(turn) else None
        counts = Counter((f.detector, f.kind) for f in session.findings)
        place = queue.index(finding) if finding in queue else -1
        wanted = (
            transcript and transcript.id,
            finding,
            len(queue),
            place,
            counts,
            session.hidden_kinds,
            session.analysing,
            session.check_ended,
            edited,
        )
        if wanted == self._shown:
            return
        self._shown = wanted
        self.setUpdatesEnabled(False)
        self._fill_chips(counts)
        if transcript is not None and finding is not None:
            self._fill_card(transcript, finding, place)
        else:
            self._fill_empty(transcript)
        self._fill_source(transcript, edited)
        self.setUpdatesEnabled(True)

    # ------------------------------------------------------------------ parts

    def _fill_chips(self, counts: Counter[tuple[str, str]]) -> None:
        """One chip per kind, with its count; a click takes the kind out of the queue or back in."""
        titles = {(d.name, kind): title for d in DETECTORS for kind, title in d.kinds.items()}
        for (detector, kind), chip in self._chips.items():
            count = counts[detector, kind]
            chip.setVisible(bool(count))
            if count:
                chip.setText(f"{kind_mark(detector, kind)} {titles[detector, kind]} {count}")
                shown = kind not in self._session.hidden_kinds
                chip.setChecked(shown)
                leave_out, show = tr("Shown; click to leave this kind out"), tr("Left out; click to show this kind")
                chip.setToolTip(leave_out if shown else show)
        self._chips_frame.setVisible(bool(counts))

    def _on_chip_clicked(self, kind: str) -> None:
        self._session.filter_kinds(self._session.hidden_kinds ^ {kind})

    def _fill_card(self, transcript: Transcript, finding: Finding, place: int) -> None:
        sure = tr("sure") if finding.confidence >= SURE else tr("look")
        self._kind.setText(f"{kind_mark(finding.detector, finding.kind)}\u00a0\u00a0{kind_title(finding)}")
        self._confidence.setText(f"{finding.confidence:.2f} · {sure}")
        self._place.setText(tr("{place} of {total}", place=place + 1, total=len(self._session.queue)))
        shown = finding.turn_ids[:MOST_TURNS]
        self._card.setVisible(True)
        for snippet, turn_id in zip(self._snippets, shown, strict=False):
            turn = transcript.turn(turn_id)
            heading = f"{transcript.position(turn.id) + 1}  {speaker_label(transcript, turn)}"
            snippet.fill(self._theme, heading, transcript.speaker_place(turn.speaker_id), turn.text, ranges_of(turn, finding))
        for snippet in self._snippets[len(shown) :]:
            snippet.setVisible(False)
        left = len(finding.turn_ids) - len(shown)
        self._more.setVisible(left > 0)
        self._more.setText(tr("and {n} more turns", n=left))
        self._why.setText(tr("Why"))
        self._why.setVisible(True)
        self._fill_facts([f"· {fact}" for fact in finding.evidence])
        self._accept.fill(str(finding.fix.label), "Space")
        self._alternative.fill(str(finding.alternative.label) if finding.alternative is not None else "", "Shift+Space")
        self._dismiss.fill(tr("Fine as it is"), "Backspace")
        repeat = finding.phrase if finding.detector == "duplicates" else ""
        can_allow = repeat and len(repeat.split()) <= allowed.MOST_WORDS
        self._allow.fill(tr("Never report “{phrase}”", phrase=repeat) if can_allow else "", "Shift+Backspace")
        self._later.fill(tr("Later"), "Right")
        style = "two" if finding.kind == "two_speakers" else "moved"
        for n, made in enumerate(self._places, 1):
            made.fill(transcript, finding.places[n - 1] if n <= len(finding.places) else None, style, f"Alt+{n + 1}")
        self._elsewhere.setText(tr("Or the border is here"))
        self._elsewhere.setVisible(not all(made.isHidden() for made in self._places))

    def _fill_empty(self, transcript: Transcript | None) -> None:
        """Say what to do next when no finding is at hand."""
        session = self._session
        parts: tuple[QWidget, ...] = (self._card, self._more, self._why)
        decisions = (self._accept, self._alternative, self._dismiss, self._allow, self._later)
        for widget in (*parts, *decisions, self._elsewhere, *self._places):
            widget.setVisible(False)
        self._confidence.setText("")
        self._fill_facts([])
        if transcript is None:
            self._kind.setText("")
            self._place.setText("")
        elif session.queue:
            self._kind.setText(tr("{n} findings to decide", n=len(session.queue)))
            self._place.setText(tr("Press Right to see the first one."))
            self._later.fill(tr("Next finding"), "Right")
        elif session.analysing:
            self._kind.setText(tr("Checking this call…"))
            self._place.setText("")
        elif not session.check_ended:
            self._kind.setText(tr("This call is not checked"))
            self._place.setText(
                tr("The check was stopped. It starts again with the next change, or when the call is opened again.")
            )
        else:
            decided = transcript.decisions.values()
            dismissed = sum(d.verdict == "dismissed" for d in decided)
            self._kind.setText(tr("No open findings"))
            self._place.setText(
                tr("{accepted} accepted, {dismissed} dismissed.", accepted=len(decided) - dismissed, dismissed=dismissed)
                + " "
                + tr("Tag topics with Ctrl+1 to Ctrl+9, or press F12 when the call is done.")
            )

    def _fill_facts(self, facts: list[str]) -> None:
        while len(self._facts) < len(facts):
            self._facts.append(label(wrap=True))
            self._facts_layout.addWidget(self._facts[-1])
        for n, fact in enumerate(self._facts):
            fact.setVisible(n < len(facts))
            fact.setText(facts[n] if n < len(facts) else "")

    def _fill_source(self, transcript: Transcript | None, turn: Turn | None) -> None:
        """Show what was imported where the turn differs from it now."""
        for widget in (self._source_head, self._source_card, self._revert):
            widget.setVisible(turn is not None)
        if transcript is None or turn is None:
            return
        self._source_head.setText(tr("Source of turn {number}", number=transcript.position(turn.id) + 1))
        before = transcript.source_speakers(turn)
        labels = [s.label for s in transcript.speakers if s.id in before]
        source = transcript.source_text(turn)
        place = transcript.speaker_place(before[0]) if before else -1
        heading = ", ".join(labels) or tr("Unclear")
        self._source_snippets[0].fill(self._theme, heading, place, source, lost_words(source, turn.text))
        for snippet in self._source_snippets[1:]:
            snippet.setVisible(False)
        self._revert.fill(tr("Revert this turn"), "Ctrl+Backspace")

    def _on_revert(self) -> None:
        if self._session.turn_id is not None:
            self._session.do(turns.revert, self._session.turn_id)


def _card() -> tuple[QFrame, list[Snippet]]:
    card = QFrame()
    card.setProperty("card", "true")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(12, 12, 12, 12)
    inside.setSpacing(12)
    snippets = [Snippet() for _ in range(MOST_TURNS)]
    for snippet in snippets:
        inside.addWidget(snippet)
    return card, snippets


def ranges_of(turn: Turn, finding: Finding) -> list[Range]:
    """Return how the words of a turn look on the card of a finding."""
    gone: list[Range] = [(s.start, s.end, "gone") for s in finding.fix.removes if s.turn_id == turn.id]
    moved = [r.span for r in finding.fix.relabels if r.span.turn_id == turn.id]
    style = "two" if finding.kind == "two_speakers" else "cut"
    rest = "copy" if finding.detector == "duplicates" else "cut"
    spans = [s for s in finding.spans if s.turn_id == turn.id and style == "cut"]
    kept: list[Range] = [(s.start, s.end, rest) for s in spans if not any(a <= s.start and s.end <= b for a, b, _ in gone)]
    return [*kept, *((s.start, s.end, "two" if style == "two" else "moved") for s in moved), *gone]


def lost_words(source: str, text: str) -> list[Range]:
    """Return where `source` has words that `text` has no longer."""
    theirs, ours = words(source), words(text)
    before, after = [w.text for w in theirs], [w.text for w in ours]
    same = _alike(before, after)
    tail = _alike(before[same:][::-1], after[same:][::-1])
    before, after = before[same : len(before) - tail], after[same : len(after) - tail]
    # Comparing takes the square of what is left, so in a long text the most frequent words are passed over.
    matcher = SequenceMatcher(None, before, after, autojunk=len(after) > MOST_WORDS)
    lost = [(a + same, b + same) for tag, a, b, _, _ in matcher.get_opcodes() if tag in ("delete", "replace")]
    return [(theirs[a].start, theirs[b - 1].end, "gone") for a, b in lost]


def _alike(one: list[str], other: list[str]) -> int:
    """Return how many words are the same from the start."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
