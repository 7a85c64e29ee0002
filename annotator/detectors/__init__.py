"""What deserves a look in a transcript. A detector is one module here and one entry in DETECTORS."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from annotator.core.finding import Finding, Span
from annotator.core.i18n import Message
from annotator.core.model import Transcript
from annotator.detectors.base import Detector, Progress
from annotator.detectors.corrections import Corrections
from annotator.detectors.duplicates import Duplicates
from annotator.detectors.learning import Outcome
from annotator.detectors.personal import Masker as Masker
from annotator.detectors.personal import Personal
from annotator.detectors.speakers import Speakers
from annotator.detectors.speakers_roles import lexicon_of as lexicon_of
from annotator.detectors.speakers_roles import named_side as named_side
from annotator.detectors.speakers_roles import packaged_role_words as packaged_role_words
from annotator.detectors.speakers_roles import role_word_key as role_word_key
from annotator.detectors.topics import Topics

DETECTORS: tuple[Detector, ...] = (Duplicates(), Speakers(), Topics(), Corrections(), Personal())

KINDS = frozenset(kind for detector in DETECTORS for kind in detector.kinds)
QUIET = frozenset(kind for detector in DETECTORS for kind in detector.quiet)
"""Kinds of findings that users do not see unless they ask for them."""

PERSONAL: Mapping[str, Message] = Personal.kinds
"""Kinds of personal data: what can be masked (see Masker)."""

WHOLE_CALL = Speakers.whole_call
"""Kinds of findings that concern the labels of a whole call: decided first, they spare many others."""

LEARNER = Speakers.name
"""The detector that learns from finished calls."""
MEASURED: Mapping[str, Message] = {
    "edge": Speakers.kinds["cut"],
    "split": Speakers.kinds["two_speakers"],
    "turn": Speakers.kinds["wrong_speaker"],
}
"""What is measured of what it has learned: the items of an Outcome, and the kinds of findings that come of them."""

SURE = 0.9
"""From this confidence on a finding is called sure; the words that a sure duplicate removes are hidden from later detectors."""


def analyse(
    transcript: Transcript,
    names: Collection[str] = (),
    min_confidence: float | None = None,
    kinds: Collection[str] | None = None,
    memory: dict[str, Any] | None = None,
    learned: Mapping[str, bytes] | None = None,
) -> Iterator[Finding | Progress]:
    """Run the detectors called `names` (all when empty) and yield what they find, in the order of DETECTORS.

    `min_confidence` None means each detector's own threshold, `kinds` None all kinds but the quiet ones. Duplicates
    always run first, since the others must not take a copy for speech; when they are not asked for, only their findings
    are held back. What is of a quiet kind is speech. `memory`, one dictionary per call, spares work when a later version
    of the call is analysed. `learned` is what detectors have learned from the project, by their names (see `usable`); with
    another, `memory` must be another too.
    """
    kinds = KINDS - QUIET if kinds is None else kinds
    removed: list[Span] = []
    for detector in DETECTORS:
        wanted = (not names or detector.name in names) and any(kind in kinds for kind in detector.kinds)
        if not wanted and detector.name != Duplicates.name:
            continue
        least = detector.threshold if min_confidence is None else min_confidence
        taught = learned.get(detector.name) if learned else None
        least = least if wanted else SURE
        for item in detector.find(transcript, min_confidence=least, ignore=removed, memory=memory, learned=taught):
            if isinstance(item, Progress):
                yield item
                continue
            if item.detector == Duplicates.name and item.confidence >= SURE and item.kind not in QUIET:
                removed.extend(item.fix.removes)
            if wanted and item.kind in kinds:
                yield item


def learn(calls: Sequence[Transcript]) -> Iterator[Progress | Outcome]:
    """Learn from finished calls what LEARNER can use; the last item yielded is the outcome."""
    from annotator.detectors import speakers_learn

    yield from speakers_learn.learn(calls)


def usable(learned: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return of what was learned that which this version can use: it may be damaged, or of another version."""
    data = learned.get(LEARNER)
    if data is None:
        return {}
    from annotator.detectors import speakers_learn

    try:
        speakers_learn.adapted(data)
    except ValueError:
        return {}
    return {LEARNER: data}
