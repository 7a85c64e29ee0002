"""The same fix elsewhere: what is learned from an edit, where it is offered, and what is left alone."""

from __future__ import annotations

import pytest

from annotator import formats
from annotator.core.commands import review, transcripts, turns
from annotator.core.finding import Finding
from annotator.core.model import Transcript
from annotator.detectors import analyse
from annotator.detectors.corrections import Corrections, corrections


def call(*texts: str) -> Transcript:
    imported, _ = formats.read("\n".join(f"A: {text}" for text in texts).encode(), "c.txt")
    return Transcript.build(step.after for step in transcripts.add(imported, 1).steps)


def edit(transcript: Transcript, turn_id: int, text: str) -> Transcript:
    return transcript.apply(turns.set_text(transcript, turn_id, text))


def find(transcript: Transcript, memory=None) -> list[Finding]:
    found = Corrections().find(transcript, min_confidence=Corrections.threshold, memory=memory)
    return [item for item in found if isinstance(item, Finding)]


def learned(source: str, text: str) -> list[tuple[str, str]]:
    return [(c.before, c.after) for c in corrections(source, text)]


@pytest.mark.parametrize(
    ("source", "text", "words"),
    [
        ("звонит сапорт вам", "звонит саппорт вам", [("сапорт", "саппорт")]),
        ("звонит «Сапорт», да", "звонит Саппорт да", [("Сапорт", "Саппорт")]),
        ("в тех под держке был", "в техподдержке был", [("тех под держке", "техподдержке")]),
        ("вот битрикс сломан", "вот битрикс двадцать четыре сломан", []),
        ("ну вот битрикс", "вот битрикс", []),
        ("ещё Раз. сказал", "еще, раз сказал", []),
        ("скажу да вам", "скажу нет вам", []),
        ("скажу 1500 вам", "скажу 2500 вам", []),
        ("ну да конечно", "но до конечно", [("ну да", "но до")]),
        ("а б в г д один", "е ж з и к один", []),
        ("- сапорт - тут", "- саппорт тут", [("сапорт", "саппорт")]),
        ("тут", "сапорт", []),
    ],
)
def test_what_an_edit_teaches(source, text, words):
    assert learned(source, text) == words


def test_nothing_is_found_where_nothing_was_corrected_or_nothing_is_left():
    one = call("звонит сапорт", "да сапорт", "нет")
    assert find(one) == []
    assert find(edit(edit(one, 1, "звонит саппорт"), 2, "да саппорт")) == []


def test_one_finding_for_all_places_and_accepting_it_replaces_them():
    one = edit(call("звонит сапорт", "Сапорт, это вы? сапорт?", "сапорта нет", "САПОРТ"), 1, "звонит саппорт")
    (finding,) = find(one)
    assert [(s.turn_id, s.start, s.end, s.text) for s in finding.spans] == [
        *((2, 0, 6, "Сапорт"), (2, 16, 22, "сапорт"), (4, 0, 6, "САПОРТ"))
    ]
    assert [str(fact) for fact in finding.evidence] == ["In turn 1 “сапорт” became “саппорт”; 2 more turns have it"]
    assert (finding.kind, str(finding.fix.label)) == ("same_fix", "Replace by “саппорт”")
    after = one.apply(review.accept(one, finding))
    assert [t.text for t in after.visible] == ["звонит саппорт", "Саппорт, это вы? саппорт?", "сапорта нет", "САППОРТ"]
    assert find(after) == []


def test_the_corrected_turn_has_been_seen_and_is_no_place():
    one = edit(call("сапорт и сапорт", "сапорт"), 1, "саппорт и сапорт")
    assert [f.turn_ids for f in find(one)] == [(2,)]


def test_a_capital_of_the_sentence_is_not_the_words_own():
    one = edit(call("Сапорт тут", "звонит сапорт", "ждёт битрекс"), 1, "Саппорт тут")
    assert [r.text for r in find(one)[0].fix.replaces] == ["саппорт"]
    one = edit(call("ждёт битрекс", "ждёт битрекс"), 1, "ждёт Битрикс")
    assert [r.text for r in find(one)[0].fix.replaces] == ["Битрикс"]


def test_hidden_turns_and_reviewed_ones_are_left_alone():
    one = edit(call("сапорт", "сапорт а", "сапорт б", "сапорт в", "сапорт г"), 1, "саппорт")
    one = edit(one, 5, "саппорт г")
    one = one.apply(turns.hide(one, [2]))
    one = one.apply(turns.mark_reviewed(one, [3]))
    (finding,) = find(one)
    assert finding.turn_ids == (4,)
    assert [str(fact) for fact in finding.evidence[1:]] == [
        "You have corrected it in 2 turns",
        "In 1 reviewed turns it was left as it is",
    ]


def test_it_is_the_surer_the_more_often_it_was_done_and_the_less_often_left():
    one = edit(call(*["сапорт"] * 6), 1, "саппорт")
    confidences = [find(one)[0].confidence]
    one = edit(one, 2, "саппорт")
    confidences.append(find(one)[0].confidence)
    one = one.apply(turns.mark_reviewed(one, [3]))
    confidences.append(find(one)[0].confidence)
    assert confidences == [pytest.approx(2 / 3), pytest.approx(3 / 4), pytest.approx(3 / 5)]
    one = one.apply(turns.mark_reviewed(one, [4]))
    assert find(one) == [], "left as often as corrected"


def test_of_two_ways_to_correct_the_usual_one_is_offered():
    one = call(*["сапорт"] * 5)
    for turn_id, text in ((1, "суппорт"), (2, "саппорт"), (3, "саппорт")):
        one = edit(one, turn_id, text)
    (finding,) = find(one)
    assert finding.fix.replaces[0].text == "саппорт"
    assert finding.confidence == pytest.approx(3 / 5)
    assert "In 1 turns it became something else" in map(str, finding.evidence)


def test_a_dismissed_fix_stays_dismissed_while_places_are_corrected_by_hand():
    one = edit(call(*["сапорт"] * 4), 1, "саппорт")
    (finding,) = find(one)
    one = edit(one.apply(review.dismiss(one, finding)), 2, "саппорт")
    (later,) = find(one)
    assert later.key == finding.key
    assert later.spans != finding.spans
    other = edit(one, 1, "суппорт")
    assert {f.key for f in find(edit(other, 2, "суппорт"))}.isdisjoint({finding.key}), "another fix is another question"


def test_remembering_changes_nothing_of_what_is_found():
    memory: dict = {}
    one = call("сапорт а", "сапорт б", "битрекс сапорт", "битрекс", "сапорт")
    steps = [
        lambda t: edit(t, 1, "саппорт а"),
        lambda t: edit(t, 3, "битрикс сапорт"),
        lambda t: t.apply(turns.hide(t, [2])),
        lambda t: t.apply(turns.merge(t, [4, 5])),
        lambda t: t.apply(turns.split(t, 4, 8)),
        lambda t: t.apply(turns.restore(t, [2])),
        lambda t: t.apply(turns.mark_reviewed(t, [4])),
        lambda t: edit(t, 2, "больше ничего"),
        lambda t: t.apply(turns.revert(t, 1)),
    ]
    find(one, memory)
    seen = 0
    for step in steps:
        one = step(one)
        assert find(one, memory) == find(one)
        seen += len(find(one))
    assert seen > 5


def test_after_an_edit_only_the_edited_turn_is_compared(monkeypatch):
    memory: dict = {}
    one = edit(call(*["сапорт тут"] * 50), 1, "саппорт тут")
    find(one, memory)
    compared = []
    monkeypatch.setattr(
        "annotator.detectors.corrections.corrections", lambda source, text: compared.append(text) or corrections(source, text)
    )
    placed = []
    real = type(one).source_text
    monkeypatch.setattr(Transcript, "source_text", lambda self, turn: placed.append(turn.id) or real(self, turn))
    (finding,) = find(edit(one, 7, "саппорт тут"), memory)
    assert (compared, placed) == (["саппорт тут"], [7])
    assert len(finding.spans) == 48


def test_it_runs_with_the_others_and_finds_nothing_in_a_file_as_it_was_imported():
    one = call("звонит сапорт вчера утром", "сапорт ответил им сразу же", "сапорт молчит третий день подряд")
    assert not [f for f in analyse(one, names=["corrections"]) if isinstance(f, Finding)]
    found = [f for f in analyse(edit(one, 1, "звонит саппорт вчера утром"), names=["corrections"]) if isinstance(f, Finding)]
    assert [f.turn_ids for f in found] == [(2, 3)]
