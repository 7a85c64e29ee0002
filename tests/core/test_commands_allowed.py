from __future__ import annotations

import pytest

from annotator.core.commands import allowed, review
from annotator.core.errors import CommandError
from annotator.core.finding import Finding, Fix, Span
from annotator.core.i18n import msg
from annotator.core.model import Allowed, Transcript


@pytest.fixture
def transcript(call) -> Transcript:
    t = call("A: step by step, Step by step we go", "B: yes")
    return t.apply(allowed.allow(t, "one moment"))


def test_a_phrase_is_kept_in_normal_form(transcript):
    t = transcript.apply(allowed.allow(transcript, "  «Ещё — чуть-чуть», НИЖЕ!  "))
    assert t.allowed == (Allowed(1, "one moment"), Allowed(2, "еще чуть-чуть ниже"))


@pytest.mark.parametrize("text", ["", " ", "— ...", "One, moment!", "word " * 21])
def test_what_is_no_phrase_or_on_the_list_already_is_refused(transcript, text):
    with pytest.raises(CommandError):
        allowed.allow(transcript, text)


def test_phrases_are_taken_off_the_list(transcript):
    t = transcript.apply(allowed.allow(transcript, "yes " * 20))
    assert t.apply(allowed.disallow(t, {1})).allowed == t.allowed[1:]
    assert t.apply(allowed.disallow(t, [1, 2])).allowed == ()
    with pytest.raises(CommandError):
        allowed.disallow(t, [9])


def test_without_a_project_phrases_are_each_once():
    assert allowed.as_allowed(["Yes yes", "one moment", "yes, YES"]) == (Allowed(1, "yes yes"), Allowed(2, "one moment"))
    with pytest.raises(CommandError):
        allowed.as_allowed(["yes", "?"])


def test_a_repeat_is_allowed_by_its_shortest_copy_and_dismissed_in_one_step(transcript):
    spans = (Span.of(transcript, 1, 0, 13), Span.of(transcript, 1, 14, 29))
    finding = Finding("key", "duplicates", "phrase", 0.9, spans, (msg("Why"),), Fix(msg("Drop"), spans[1:]))
    change = review.allow_repeat(transcript, finding, seconds=1.5)
    after = transcript.apply(change)
    assert after.allowed[1:] == (Allowed(2, "step by step"),)
    assert (after.decisions["key"].verdict, after.decisions["key"].seconds) == ("dismissed", 1.5)
    assert after.apply(change.inverse()) == transcript
    with pytest.raises(CommandError, match="already"):
        review.allow_repeat(after, finding)
