"""What of an export is masked: kinds of personal data with their number, and some passages as they would be written."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import islice
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.i18n import tr
from annotator.core.masking import Numbers
from annotator.core.model import Transcript, TranscriptId, Turn
from annotator.detectors import PERSONAL, Masker
from annotator.gui.session import Session
from annotator.gui.tasks import FileTask
from annotator.gui.theme import Theme
from annotator.gui.turns.columns import speaker_label
from annotator.gui.widgets.labels import label
from annotator.gui.widgets.snippet import Snippet, with_replacements

PASSAGES = 3
LONGEST = 200
"""Characters from the first place in a turn to the last that a passage shows."""
LOOKED_AT = 5000
"""Places that passages are chosen from."""
WIDTH = 380

NumberOf = Callable[[str, str], int]


class _Counting(QObject):
    """Looks through calls in a thread, each once; what is found in them is kept as long as the window is open."""

    def __init__(self, session: Session, told: Callable[[], object], parent: QObject):
        super().__init__(parent)
        self._session, self._told = session, told
        self._closing = threading.Event()
        self._task: FileTask | None = None
        self._wanted: list[TranscriptId] = []
        self.maskers: dict[TranscriptId, Masker] = {}

    def want(self, transcript_ids: Iterable[TranscriptId]) -> None:
        self._wanted = [i for i in transcript_ids if i not in self.maskers]
        self._next()

    @property
    def busy(self) -> bool:
        return bool(self._wanted)

    def _next(self) -> None:
        project = self._session.project
        if self._task is not None or not self._wanted or project is None or self._closing.is_set():
            return
        wanted = self._wanted[0]
        there = project.transcript(wanted) if project.loaded(wanted) else None

        def work(transcript_id: TranscriptId) -> Masker | None:
            masker = Masker(project.read(transcript_id) if there is None else there, PERSONAL)
            return None if any(self._closing.is_set() for _ in masker.look()) else masker

        self._task = FileTask([wanted], work, self._take, self._fail, self)
        self._task.finished.connect(self._on_finished)
        self._task.start()

    def _take(self, transcript_id: TranscriptId, masker: Masker | None) -> None:
        if masker is not None:
            self.maskers[transcript_id] = masker

    def _fail(self, transcript_id: TranscriptId, _error: AnnotatorError) -> None:
        """Leave a call out that cannot be read: the export will say so."""
        self._wanted.remove(transcript_id)

    def _on_finished(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
        self._task = None
        self._wanted = [i for i in self._wanted if i not in self.maskers]
        self._told()
        self._next()

    def close(self) -> None:
        self._closing.set()
        if self._task is not None:
            self._task.wait()
            self._task = None


class MaskGroup(QWidget):
    """A check box for each kind of personal data, one for numbers beside them, and passages before and after."""

    def __init__(self, session: Session, theme: Theme, last: dict[str, Any], parent: QWidget | None = None):
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._transcript_ids: tuple[TranscriptId, ...] = ()
        self._only_reviewed = False
        self._numbers = Numbers()
        self._counted: dict[tuple[TranscriptId, bool], Counter[str]] = {}
        self.counting = _Counting(session, self._refresh, self)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(label(tr("Mask personal data"), style="strong"))
        grid = QGridLayout()
        grid.setContentsMargins(8, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        chosen = last.get("mask")
        self.boxes: dict[str, QCheckBox] = {}
        for n, kind in enumerate(PERSONAL):
            self.boxes[kind] = box = QCheckBox()
            box.setChecked(isinstance(chosen, list) and kind in chosen)
            box.toggled.connect(self._refresh)
            grid.addWidget(box, n // 2, n % 2)
        inside.addLayout(grid)
        self.numbered = QCheckBox(tr("The same number for the same person, phone …"))
        self.numbered.setChecked(bool(last.get("pseudonyms")))
        self.numbered.toggled.connect(self._refresh)
        row = QVBoxLayout()
        row.setContentsMargins(8, 0, 0, 0)
        row.addWidget(self.numbered)
        inside.addLayout(row)
        self.state = label(style="dim", wrap=True)
        inside.addWidget(self.state)
        self.passages = [Snippet() for _ in range(PASSAGES)]
        for passage in self.passages:
            inside.addWidget(passage)
        inside.addStretch(1)
        self.setFixedWidth(WIDTH)
        self._refresh()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that are to be masked."""
        return tuple(kind for kind, box in self.boxes.items() if box.isChecked())

    def chosen(self) -> dict[str, Any]:
        """Return what to remember."""
        return {"mask": list(self.kinds), "pseudonyms": self.numbered.isChecked()}

    def show_for(self, transcript_ids: Sequence[TranscriptId], only_reviewed: bool) -> None:
        """Count in these calls."""
        wanted = tuple(transcript_ids), only_reviewed
        if wanted != (self._transcript_ids, self._only_reviewed):
            self._transcript_ids, self._only_reviewed = wanted
            if self.isVisible():
                self.counting.want(transcript_ids)
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.counting.want(self._transcript_ids)
        self._refresh()

    def masker(self, transcript: Transcript) -> Masker:
        """Return what masks a call as chosen; it works on any thread."""
        return Masker(transcript, self.kinds, self._number_of() if self.numbered.isChecked() else None)

    def _number_of(self) -> NumberOf:
        """Return what numbers the values: the project, which remembers them, unless nothing can be written to it."""
        project = self._session.project
        return self._numbers if project is None or project.read_only else project.pseudonym

    def _refresh(self) -> None:
        maskers = self.counting.maskers
        ready = [maskers[i] for i in self._transcript_ids if i in maskers]
        counts: Counter[str] = Counter()
        for masker in ready:
            counts += self._counts(masker)
        counted = len(ready) == len(self._transcript_ids) or not (self.counting.busy or self.isHidden())
        for kind, box in self.boxes.items():
            box.setText(f"{PERSONAL[kind]}: {counts[kind]}" if counted else f"{PERSONAL[kind]}: …")
        self.numbered.setEnabled(bool(self.kinds))
        self._show_passages(ready, [kind for kind in self.kinds if counts[kind]])
        places = sum(counts[kind] for kind in self.kinds)
        if not self.kinds:
            self.state.setText(tr("Nothing is masked. What is counted are places in the turns."))
        elif not counted:
            self.state.setText(tr("Counting…"))
        else:
            self.state.setText(tr("{n} places in the turns are masked; comments, names and the imported words too.", n=places))

    def _counts(self, masker: Masker) -> Counter[str]:
        key = masker.transcript.id, self._only_reviewed
        if key not in self._counted:
            self._counted[key] = Counter(hit.kind for _, hit in masker.hits(self._turns(masker.transcript)))
        return self._counted[key]

    def _turns(self, transcript: Transcript) -> Iterable[Turn]:
        return (turn for turn in transcript.visible if turn.reviewed or not self._only_reviewed)

    def _show_passages(self, maskers: Iterable[Masker], kinds: Collection[str]) -> None:
        """Show the first passages of kinds that there are, of each kind one before another comes twice."""
        shown = _passages(maskers, kinds, self._turns) if kinds else []
        numbers = Numbers()
        for n, passage in enumerate(self.passages):
            if n >= len(shown):
                passage.hide()
                continue
            transcript, turn, masker = shown[n]
            numbered = numbers if self.numbered.isChecked() else None
            hits = [hit for _, hit in masker.hits([turn]) if hit.kind in kinds]
            near = [hit for hit in hits if hit.start <= hits[0].start + LONGEST]
            replaces = [(hit.start, hit.end, masker.instead(hit, numbered)) for hit in near]
            text, ranges = with_replacements(turn.text, replaces)
            heading = f"{transcript.position(turn.id) + 1}  {speaker_label(transcript, turn)}"
            passage.fill(self._theme, heading, self._theme.speaker_look(transcript, turn.speaker_id), text, ranges)


def _passages(
    maskers: Iterable[Masker], kinds: Collection[str], turns: Callable[[Transcript], Iterable[Turn]]
) -> list[tuple[Transcript, Turn, Masker]]:
    """Return turns to show, first one of each kind, in reading order."""
    first: dict[str, tuple[Transcript, Turn, Masker]] = {}
    more: list[tuple[Transcript, Turn, Masker]] = []
    there = ((masker, turn, hit) for masker in maskers for turn, hit in masker.hits(turns(masker.transcript)))
    for masker, turn, hit in islice(there, LOOKED_AT):
        place = masker.transcript, turn, masker
        if hit.kind in kinds and hit.kind not in first:
            first[hit.kind] = place
        elif hit.kind in kinds and len(more) < PASSAGES:
            more.append(place)
        if len(first) == len(kinds) and len(more) >= PASSAGES:
            break
    found: list[tuple[Transcript, Turn, Masker]] = []
    for place in (*first.values(), *more):
        if len(found) < PASSAGES and not any(place[1] is shown[1] for shown in found):
            found.append(place)
    return found
