"""The card of the active finding: what is suspected, why, both versions on screen, and a key for each decision."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from annotator.core.commands import allowed, review, turns
from annotator.core.diff import changed_words
from annotator.core.finding import Finding
from annotator.core.i18n import msg, tr
from annotator.core.model import Transcript, Turn
from annotator.detectors import DETECTORS, SURE
from annotator.gui import keymap
from annotator.gui.session import Session, kind_title
from annotator.gui.theme import Theme, kind_mark
from annotator.gui.turns.columns import speaker_label
from annotator.gui.turns.delegate import Range
from annotator.gui.widgets.chip import Chip
from annotator.gui.widgets.decision import DecisionButton
from annotator.gui.widgets.flow import FlowLayout
from annotator.gui.widgets.labels import label, tooltip
from annotator.gui.widgets.place import PlaceButton
from annotator.gui.widgets.sensitivity import Sensitivity
from annotator.gui.widgets.snippet import Snippet, with_replacements
from annotator.statistics import percent

MOST_TURNS = 8
LEAST_WIDTH = 240
MOST_PLACES = 2
SIDE = 12
ROOMY = 300
"""Width from which on chips show the whole names of kinds; below it what stands here, so that the card keeps its room."""
SHORT = {
    "overlap": msg("Overlap"),
    "growth": msg("Growing"),
    "chain": msg("Run"),
    "repeat": msg("Turn"),
    "carried": msg("Carried"),
    "phrase": msg("Phrase"),
    "loop": msg("Looped"),
    "silence": msg("Silence"),
    "disfluency": msg("Stumble"),
    "cut": msg("Cut"),
    "two_speakers": msg("Two people"),
    "wrong_speaker": msg("Speaker"),
    "roles_swapped": msg("Roles"),
    "labels_flipped": msg("Labels"),
    "extra_speaker": msg("Two names"),
    "shared_id": msg("One name"),
    "topic_suggested": msg("Topic"),
    "same_fix": msg("Same fix"),
}
CHIP_GAP = 4


class FindingDock(QWidget):
    """All widgets are made once and filled anew: making and styling them takes longer than a frame."""

    done_asked = Signal()
    """The reviewer says that the call is done."""

    def __init__(self, session: Session, theme: Theme):
        super().__init__()
        self._session, self._theme = session, theme
        self._shown: object = None
        self._chips: dict[tuple[str, str], QToolButton] = {}
        self._kind, self._confidence = label(style="strong", wrap=True), label(style="dim")
        self._place = label(style="dim", wrap=True)
        self._topic = Chip(theme)
        self._share = label(style="dim", wrap=True)
        self._sensitivity = Sensitivity(session)
        self._card, self._snippets = _card()
        self._more = label(style="dim")
        self._why = label(style="strong")
        self._facts: list[QLabel] = []
        self._source_head = label(style="strong")
        self._source_card, self._source_snippets = _card()
        self._was = label(wrap=True)
        self._revert = DecisionButton(theme, self._on_revert)
        self._accept = DecisionButton(theme, partial(session.decide, review.accept), style="primary")
        self._alternative = DecisionButton(theme, partial(session.decide, review.accept, alternative=True))
        self._dismiss = DecisionButton(theme, partial(session.decide, review.dismiss))
        self._allow = DecisionButton(theme, partial(session.decide, review.allow_repeat), style="flat")
        self._later = DecisionButton(theme, partial(session.step_finding, 1))
        self._done = DecisionButton(theme, self.done_asked.emit, style="primary")
        self._elsewhere = label(style="dim")
        self._places = [PlaceButton(theme, partial(session.decide, review.accept, place=n)) for n in range(1, MOST_PLACES + 1)]
        self.setMinimumWidth(LEAST_WIDTH)
        self._lay_out()
        # One decision is several signals; the card follows once, when all is settled.
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._refresh)
        for signal in (
            session.findings_changed,
            session.turn_changed,
            session.changed,
            session.transcript_changed,
            session.calibration_changed,
        ):
            signal.connect(self._settled.start)
        session.preferences_changed.connect(self.retranslate)
        theme.changed.connect(self.retranslate)
        self._refresh()

    def _lay_out(self) -> None:
        self._chips_frame = QWidget()
        chips = FlowLayout(self._chips_frame, CHIP_GAP)
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
        self._rows.addWidget(self._share)
        self._rows.addWidget(self._topic)
        # The reasons come first: a run over many turns would push them out of sight, and its words stand in the table too.
        self._rows.addWidget(self._why)
        self._facts_layout = QVBoxLayout()
        self._facts_layout.setSpacing(4)
        self._rows.addLayout(self._facts_layout)
        card: tuple[QWidget, ...] = (self._card, self._more, self._allow)
        for widget in card:
            self._rows.addWidget(widget)
        self._rows.addSpacing(8)
        parts: tuple[QWidget, ...] = (self._source_head, self._was, self._source_card, self._revert)
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
        above.setContentsMargins(SIDE, 0, SIDE, 8)
        above.setSpacing(8)
        above.addWidget(self._chips_frame)
        above.addWidget(self._sensitivity)
        layout.addLayout(above)
        layout.addWidget(scroll, 1)
        self._decisions = QFrame()
        self._decisions.setProperty("footer", "true")
        below = QVBoxLayout(self._decisions)
        below.setContentsMargins(12, 8, 12, 12)
        below.setSpacing(4)
        for made in (self._accept, self._alternative, self._dismiss, self._later, self._done):
            below.addWidget(made)
        self._elsewhere.setContentsMargins(0, 8, 0, 0)
        below.addWidget(self._elsewhere)
        for place in self._places:
            below.addWidget(place)
        layout.addWidget(self._decisions)

    def retranslate(self) -> None:
        self._shown = None
        self._sensitivity.retranslate()
        self._refresh()

    def _refresh(self) -> None:
        """Fill the card, but only when it would differ."""
        session = self._session
        transcript, turn, finding, queue = session.transcript, session.turn, session.finding, session.queue
        edited = turn if transcript is not None and turn is not None and transcript.edited(turn) else None
        counts = Counter((f.detector, f.kind) for f in session.findings)
        place = queue.index(finding) if finding in queue else -1
        wanted = (
            transcript and (transcript.header, transcript.speakers, transcript.topics),
            finding,
            len(queue),
            place,
            counts,
            session.hidden_kinds,
            session.analysing,
            session.check_ended,
            session.settings.least,
            session.calibration,
            edited,
        )
        if wanted == self._shown:
            return
        self._shown = wanted
        self.setUpdatesEnabled(False)
        self._fill_chips(counts)
        self._sensitivity.setVisible(transcript is not None and session.count_from(0.0)[1] > 0)
        self._sensitivity.refresh()
        if transcript is not None and finding is not None:
            self._fill_card(transcript, finding, place)
        else:
            self._fill_empty(transcript)
        self._fill_source(transcript, edited)
        self._decisions.setVisible(not all(made.isHidden() for made in (self._accept, self._later, self._done)))
        self.setUpdatesEnabled(True)

    # ------------------------------------------------------------------ parts

    def _fill_chips(self, counts: Counter[tuple[str, str]]) -> None:
        """One chip per kind, with its count; a click takes the kind out of the queue or back in."""
        titles = {(d.name, kind): title for d in DETECTORS for kind, title in d.kinds.items()}
        for (detector, kind), chip in self._chips.items():
            count = counts[detector, kind]
            chip.setVisible(bool(count))
            if count:
                name = SHORT.get(kind, titles[detector, kind]) if self.width() - 2 * SIDE < ROOMY else titles[detector, kind]
                chip.setText(f"{kind_mark(detector, kind)} {name} {count}")
                chip.setAccessibleName(f"{titles[detector, kind]}: {count}")
                shown = kind not in self._session.hidden_kinds
                chip.setChecked(shown)
                leave_out, show = tr("Shown; click to leave this kind out"), tr("Left out; click to show this kind")
                chip.setToolTip(tooltip(f"{titles[detector, kind]}\n{leave_out if shown else show}"))
        self._chips_frame.setVisible(bool(counts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.retranslate()

    def _on_chip_clicked(self, kind: str) -> None:
        self._session.filter_kinds(self._session.hidden_kinds ^ {kind})

    def _fill_card(self, transcript: Transcript, finding: Finding, place: int) -> None:
        confidence = self._session.confidence(finding)
        sure = tr("sure") if confidence >= SURE else tr("look")
        self._kind.setText(f"{kind_mark(finding.detector, finding.kind)}\u00a0\u00a0{kind_title(finding)}")
        self._confidence.setText(f"{confidence:.2f} · {sure}")
        told = tr(
            "The detector says {confidence}; your decisions in this project correct it.", confidence=f"{finding.confidence:.2f}"
        )
        self._confidence.setToolTip(told if round(confidence, 2) != round(finding.confidence, 2) else "")
        self._fill_share(finding)
        self._place.setText(tr("{place} of {total}", place=place + 1, total=len(self._session.queue)))
        topic = transcript.topic(finding.fix.tags[0][1]) if finding.fix.tags else None
        self._topic.setVisible(topic is not None)
        if topic is not None:
            self._topic.show_topic(" / ".join(transcript.topic_paths[topic.id]), topic.colour)
        shown = finding.turn_ids[:MOST_TURNS]
        self._card.setVisible(True)
        for snippet, turn_id in zip(self._snippets, shown, strict=False):
            turn = transcript.turn(turn_id)
            heading = f"{transcript.position(turn.id) + 1}  {speaker_label(transcript, turn)}"
            look = self._theme.speaker_look(transcript, turn.speaker_id)
            replaces = [(r.span.start, r.span.end, r.text) for r in finding.fix.replaces if r.span.turn_id == turn.id]
            text, ranges = with_replacements(turn.text, replaces) if replaces else (turn.text, ranges_of(turn, finding))
            snippet.fill(self._theme, heading, look, text, ranges)
        for snippet in self._snippets[len(shown) :]:
            snippet.clear()
        left = len(finding.turn_ids) - len(shown)
        self._more.setVisible(left > 0)
        self._more.setText(tr("and {n} more turns", n=left))
        self._why.setText(tr("Why"))
        self._why.setVisible(True)
        # A count stays beside what it counts.
        self._fill_facts([f"· {fact}".replace(" ×", "\u00a0×") for fact in finding.evidence])
        key = keymap.of(self._session).first
        self._accept.fill(str(finding.fix.label), key("accept"))
        self._alternative.fill(str(finding.alternative.label) if finding.alternative is not None else "", key("alternative"))
        self._dismiss.fill(tr("Fine as it is"), key("dismiss"))
        repeat = finding.phrase if finding.detector == "duplicates" else ""
        can_allow = repeat and len(repeat.split()) <= allowed.MOST_WORDS
        self._allow.fill(tr("Never report “{phrase}”", phrase=repeat) if can_allow else "", key("allow_repeat"))
        self._later.fill(tr("Later"), key("next_finding"))
        self._done.fill("", "")
        style = "two" if finding.kind == "two_speakers" else "moved"
        for n, made in enumerate(self._places, 1):
            made.fill(transcript, finding.places[n - 1] if n <= len(finding.places) else None, style, key(f"place_{n + 1}"))
        self._elsewhere.setText(tr("Or the border is here"))
        self._elsewhere.setVisible(not all(made.isHidden() for made in self._places))

    def _fill_share(self, finding: Finding) -> None:
        """Say how many of these the reviewers of this project accept, once enough are decided."""
        share = self._session.calibration.share(finding.detector, finding.kind)
        self._share.setVisible(share is not None)
        if share is not None:
            accepted, decided = share
            self._share.setText(
                tr(
                    "You accept {share} of these ({accepted} of {n}).",
                    share=percent(accepted / decided),
                    accepted=accepted,
                    n=decided,
                )
            )

    def _fill_empty(self, transcript: Transcript | None) -> None:
        """Say what to do next when no finding is at hand."""
        session = self._session
        keys = keymap.of(session)
        parts: tuple[QWidget, ...] = (self._share, self._topic, self._card, self._more, self._why)
        decisions = (self._accept, self._alternative, self._dismiss, self._allow, self._later, self._done)
        for widget in (*parts, *decisions, self._elsewhere, *self._places):
            widget.setVisible(False)
        self._confidence.setText("")
        self._fill_facts([])
        for snippet in self._snippets:
            snippet.clear()
        if transcript is None:
            self._kind.setText("")
            self._place.setText("")
        elif session.queue:
            self._kind.setText(tr("{n} findings to decide", n=len(session.queue)))
            self._place.setText(tr("Press {key} to see the first one.", key=keys.named("next_finding")))
            self._later.fill(tr("Next finding"), keys.first("next_finding"))
        elif session.analysing:
            self._kind.setText(tr("Checking this call…"))
            self._place.setText("")
        elif not session.check_ended:
            self._kind.setText(tr("This call is not checked"))
            self._place.setText(
                tr("The check was stopped. It starts again with the next change, or when the call is opened again.")
            )
        else:
            if not transcript.header.done:
                self._done.fill(tr("Call is done, next call"), keys.first("call_done"))
            decided = transcript.decisions.values()
            dismissed = sum(d.verdict == "dismissed" for d in decided)
            self._kind.setText(tr("No open findings"))
            self._place.setText(
                tr("{accepted} accepted, {dismissed} dismissed.", accepted=len(decided) - dismissed, dismissed=dismissed)
                + " "
                + tr(
                    "Tag topics with {first} to {last}, or press {done} when the call is done.",
                    first=keys.named("topic_1"),
                    last=keys.named("topic_9"),
                    done=keys.named("call_done"),
                )
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
        source = transcript.source_text(turn) if transcript is not None and turn is not None else ""
        changed = turn is not None and source != turn.text
        for widget, there in ((self._source_head, turn), (self._source_card, changed), (self._was, turn), (self._revert, turn)):
            widget.setVisible(bool(there))
        if transcript is None or turn is None:
            return
        self._source_head.setText(tr("Source of turn {number}", number=transcript.position(turn.id) + 1))
        before = transcript.source_speakers(turn)
        labels = [s.label for s in transcript.speakers if s.id in before]
        was = ", ".join(labels) or tr("Unclear")
        self._was.setText(tr("Speaker was {speaker}; the words are the same.", speaker=was))
        self._was.setVisible(not changed)
        look = self._theme.speaker_look(transcript, before[0] if before else None)
        self._source_snippets[0].fill(self._theme, was, look, source, lost_words(source, turn.text))
        for snippet in self._source_snippets[1:]:
            snippet.clear()
        self._revert.fill(tr("Revert this turn"), keymap.of(self._session).first("revert"))

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
    rest = {"duplicates": "copy", "topics": "topic"}.get(finding.detector, "cut")
    if finding.split is not None and finding.split[0] == turn.id and not moved:
        return [(finding.split[1], len(turn.text), style), *gone]
    spans = [s for s in finding.spans if s.turn_id == turn.id and style == "cut"]
    kept: list[Range] = [(s.start, s.end, rest) for s in spans if not any(a <= s.start and s.end <= b for a, b, _ in gone)]
    return [*kept, *((s.start, s.end, "two" if style == "two" else "moved") for s in moved), *gone]


def lost_words(source: str, text: str) -> list[Range]:
    """Return where `source` has words that `text` has no longer."""
    return [(start, end, "gone") for start, end in changed_words(source, text)[0]]
