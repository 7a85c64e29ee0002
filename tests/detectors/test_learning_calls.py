"""Learning from written calls: what was corrected again and again is found better afterwards."""

from __future__ import annotations

import pytest
from written_calls import finished, imported

from annotator.core.commands import review
from annotator.core.finding import Finding
from annotator.core.model import Transcript
from annotator.detectors import LEARNER, analyse, learn, usable
from annotator.detectors.base import Progress
from annotator.detectors.learning import Outcome

CALLS = 8


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    *progress, last = learn([finished(seed) for seed in range(CALLS)])
    assert progress
    assert all(isinstance(item, Progress) and 0 <= item.done <= item.total for item in progress)
    assert isinstance(last, Outcome)
    return last


def said(transcript: Transcript) -> list[str | None]:
    """Return who says each word."""
    return [turn.speaker_id for turn in transcript.visible for _ in turn.text.split()]


def test_what_is_corrected_again_and_again_is_learned(outcome):
    assert outcome.calls == CALLS
    assert outcome.words == sum(len(said(finished(seed))) for seed in range(CALLS))
    edge = outcome.measures["edge"]
    assert edge.precision_after >= edge.precision_before
    assert edge.loss_after < edge.loss_before
    assert outcome.data is not None


def test_what_was_learned_mends_more_of_another_call(outcome):
    before, after = imported(99), said(finished(99))
    learned = usable({LEARNER: outcome.data})
    assert learned == {LEARNER: outcome.data}

    def right(**options) -> int:
        """Return how many words have the right speaker when all cuts that are found are accepted."""
        found = [f for f in analyse(before, [LEARNER], **options) if isinstance(f, Finding) and f.kind in ("cut", "two_speakers")]
        mended = before.apply(review.accept_all(before, found)) if found else before
        return sum(a == b for a, b in zip(said(mended), after, strict=True))

    assert right(learned=learned) > right()
    assert right(learned={}) == right()


@pytest.mark.parametrize("count", [0, 2])
def test_too_few_calls_teach_nothing(count):
    *_, last = learn([finished(seed) for seed in range(count)])
    assert (last.data, last.calls, last.measures) == (None, count, {})


@pytest.mark.parametrize(("start", "end"), [(0, 0), (0, 1), (0, 5000), (0, -1), (200, None)])
def test_a_part_of_the_data_is_not_used(outcome, start, end):
    assert usable({LEARNER: outcome.data[start:end]}) == {}


@pytest.mark.parametrize("at", [0, 60, 500, 5000])
def test_damaged_data_are_not_used(outcome, at):
    data = bytearray(outcome.data)
    data[at : at + 40] = bytes(255 - byte for byte in data[at : at + 40])
    assert usable({LEARNER: bytes(data)}) == {}
