"""What is kept of learning: reports, and what is said of it."""

from __future__ import annotations

import json

import pytest

from annotator.detectors import MEASURED, learning
from annotator.detectors.learning import Measure, Outcome

MEASURES = {"edge": Measure(8, 2, 0.7, 0.6, 0.5, 0.75), "turn": Measure(0, 0, 0.69, 0.69, 0.0, 0.0)}


def test_a_report_comes_back_without_the_data():
    outcome = Outcome(b"weights", 3, 120, MEASURES)
    assert Outcome.of_report(outcome.report()) == outcome._replace(data=None)
    assert [measure.share for measure in MEASURES.values()] == [0.25, 0]
    assert MEASURES.keys() <= MEASURED.keys()


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "null", "{}", '{"calls": 1, "words": 2}', '{"calls": 1, "words": 2, "measures": []}'),
        '{"calls": 1, "words": 2, "measures": {"edge": {"items": 1}}}',
        '{"calls": "1", "words": 2, "measures": {}}',
        json.dumps({"calls": 1, "words": 2, "measures": {"edge": MEASURES["edge"]._asdict() | {"true": None}}}),
        json.dumps({"calls": 1, "words": 2, "measures": {"edge": MEASURES["edge"]._asdict() | {"more": 1}}}),
    ],
)
def test_what_is_no_report_is_refused(text):
    with pytest.raises(ValueError, match=r"report|Expecting"):
        Outcome.of_report(text)


def test_the_verdict_says_whether_it_is_used_and_why_not():
    assert "uses it from now on" in str(Outcome(b"weights", 3, 120, MEASURES).verdict)
    assert "no better" in str(Outcome(None, 3, 120, MEASURES).verdict)
    too_little = str(Outcome(None, 3, 120, {}).verdict)
    assert str(learning.LEAST_CALLS) in too_little
    assert str(learning.LEAST_EDGES) in too_little
