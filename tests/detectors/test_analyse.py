"""Which findings are yielded, and what one detector hides from the next: with detectors made for the test."""

from __future__ import annotations

from multiprocessing import Pipe

import pytest

from annotator import detectors
from annotator.core.commands.transcripts import as_transcript
from annotator.core.finding import Finding, Fix, Span
from annotator.core.i18n import msg
from annotator.core.model import Imported, SourceTurn, Speaker, Transcript
from annotator.detectors import KINDS, QUIET, analyse, worker
from annotator.detectors.base import Progress


class Known:
    """Finds what it is told to: (kind, confidence) by turn; keeps what it was to ignore."""

    title = msg("Known")
    threshold = 0.5

    def __init__(self, name: str, *found: tuple[str, float]):
        self.name, self.found = name, found
        detector = next(d for d in detectors.DETECTORS if d.name == name)
        self.kinds, self.quiet = detector.kinds, detector.quiet
        self.ignored: list[int] = []

    def find(self, transcript, *, min_confidence, ignore=(), memory=None):
        self.ignored = [span.turn_id for span in ignore]
        yield Progress(1, 1)
        for turn, (kind, confidence) in zip(transcript.turns, self.found, strict=False):
            if confidence >= min_confidence:
                span = Span.of(transcript, turn.id, 0, 3)
                yield Finding(
                    f"{self.name} {turn.id}", self.name, kind, confidence, (span,), (msg("Why"),), Fix(msg("Drop"), (span,))
                )


@pytest.fixture
def transcript() -> Transcript:
    turns = tuple(SourceTurn(n, "A", "one two") for n in range(1, 5))
    return as_transcript(Imported("call.txt", "text", "utf-8", b"", (Speaker(0, "A"),), turns))


@pytest.fixture
def speakers(monkeypatch) -> Known:
    """Both detectors as above, the one of speakers to look at."""
    duplicates = Known("duplicates", ("loop", 0.95), ("disfluency", 0.95), ("repeat", 0.7), ("disfluency", 0.7))
    made = Known("speakers", ("cut", 0.9), ("roles_swapped", 0.6))
    monkeypatch.setattr(detectors, "DETECTORS", (duplicates, made))
    return made


def kinds(transcript: Transcript, *args, **kwargs) -> list[str]:
    return [item.kind for item in analyse(transcript, *args, **kwargs) if isinstance(item, Finding)]


def test_quiet_kinds_are_left_out_unless_asked_for(transcript, speakers):
    assert "disfluency" in QUIET < KINDS
    assert kinds(transcript) == ["loop", "repeat", "cut", "roles_swapped"]
    assert kinds(transcript, kinds=KINDS) == ["loop", "disfluency", "repeat", "disfluency", "cut", "roles_swapped"]
    assert kinds(transcript, ["duplicates"], 0.9, {"disfluency", "cut"}) == ["disfluency"]
    assert kinds(transcript, kinds=()) == []


@pytest.mark.parametrize("wanted", [None, KINDS, {"cut"}, {"cut", "disfluency"}])
def test_only_sure_repeats_that_are_not_quiet_hide_words_from_later_detectors(transcript, speakers, wanted):
    list(analyse(transcript, kinds=wanted))
    assert speakers.ignored == [1]


def test_a_detector_that_has_none_of_the_kinds_is_not_run(transcript, speakers):
    assert kinds(transcript, kinds={"repeat"}) == ["repeat"]
    assert speakers.ignored == []


def test_the_worker_sends_all_kinds(transcript, speakers):
    here, there = Pipe()
    worker._answer(there, 7, transcript, None)
    replies = []
    while not replies or not replies[-1].done:
        replies.append(here.recv())
    assert [f.kind for f in replies[-1].findings].count("disfluency") == 2
