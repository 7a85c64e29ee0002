from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from annotator.core.commands import topics, turns
from annotator.core.finding import Finding, Fix, Relabel, Span, finding_key
from annotator.core.i18n import msg
from annotator.core.model import Topic


@pytest.fixture
def transcript(call):
    return call("A: one two", "B: one two three")


def test_a_span_is_current_while_its_words_stand_there(transcript):
    span = Span.of(transcript, 2, 4, 7)
    assert (span.text, span.current(transcript)) == ("two", True)
    for change in (turns.set_text(transcript, 2, "two one"), turns.hide(transcript, [2]), turns.merge(transcript, [1, 2])):
        assert not span.current(transcript.apply(change))


def test_a_finding_is_current_while_all_its_words_stand_there(transcript):
    kept, copy = Span.of(transcript, 1, 0, 7), Span.of(transcript, 2, 0, 7)
    finding = Finding("k", "d", "k", 0.9, (kept, copy), (msg("Why"),), Fix(msg("Drop"), removes=(copy,)))
    assert finding.turn_ids == (1, 2)
    assert finding.current(transcript)
    assert not finding.current(transcript.apply(turns.set_text(transcript, 1, "one")))
    elsewhere = replace(finding, spans=(kept,), fix=Fix(msg("Relabel"), relabels=(Relabel(copy, "A"),)))
    assert not elsewhere.current(transcript.apply(turns.set_text(transcript, 2, "one")))


def test_a_topic_that_all_turns_have_by_now_is_suggested_no_longer(call):
    transcript = call("A: one two", "B: one two three", topics=(Topic(1, "Price", "#112233"),))
    span = Span.of(transcript, 1, 0, 3)
    finding = Finding("k", "topics", "k", 0.9, (span,), (msg("Why"),), Fix(msg("Tag"), tags=((1, 1), (2, 1))))
    assert finding.current(transcript)
    one = transcript.apply(topics.tag(transcript, [1], 1))
    assert finding.current(one)
    assert not finding.current(one.apply(topics.tag(one, [2], 1)))


def test_a_finding_crosses_processes_with_its_places(transcript):
    span = Span.of(transcript, 2, 0, 7)
    places = tuple(Fix(msg("Give {n} words", n=n), relabels=(Relabel(span, "A"),)) for n in (1, 2))
    finding = Finding("k", "d", "k", 0.9, (span,), (msg("Why"),), Fix(msg("Drop"), removes=(span,)), places=places)
    assert pickle.loads(pickle.dumps(finding)) == finding
    assert finding.current(transcript)


def test_a_key_depends_on_source_and_words_not_on_places(transcript):
    key = finding_key(transcript, "d", "k", (Span.of(transcript, 2, 4, 7),))
    split = transcript.apply(turns.split(transcript, 2, 4))
    part = split.turns[2]
    assert finding_key(split, "d", "k", (Span.of(split, part.id, 0, 3),)) == key
    others = {
        finding_key(transcript, "d", "other", (Span.of(transcript, 2, 4, 7),)),
        finding_key(transcript, "other", "k", (Span.of(transcript, 2, 4, 7),)),
        finding_key(transcript, "d", "k", (Span.of(transcript, 1, 4, 7),)),
        finding_key(transcript, "d", "k", (Span.of(transcript, 2, 0, 7),)),
    }
    assert len(others | {key}) == 5
