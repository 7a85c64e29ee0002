"""Topics are suggested where their keyword rules hold, in any form of the words, once for a range of turns."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from annotator import formats
from annotator.core.commands import review, topics, turns
from annotator.core.commands.transcripts import as_transcript
from annotator.core.finding import Span
from annotator.core.model import Topic, Transcript
from annotator.detectors import analyse, keywords
from annotator.detectors.base import Progress
from annotator.detectors.topics import NEAR, Topics

PRICE = Topic(1, "Цена", "#000000", rank=1.0, keywords=("стоить", "цена"))
DISCOUNT = Topic(2, "Скидка", "#000000", rank=2.0, parent_id=1, keywords=("скидка", "акционная цена"))
BOOK = (PRICE, DISCOUNT)


def call(*lines: str, topics: tuple[Topic, ...] = BOOK) -> Transcript:
    text = "".join(f"SPK0{n % 2}: {line}\n" for n, line in enumerate(lines))
    return replace(as_transcript(formats.read(text.encode(), "call.txt")[0]), topics=topics)


def found(transcript: Transcript, memory=None, **options):
    options = {"min_confidence": 0.0} | options
    return [f for f in Topics().find(transcript, memory=memory, **options) if not isinstance(f, Progress)]


def tagged(finding) -> list[int]:
    return [turn_id for turn_id, _ in finding.fix.tags]


def holds(rule: str, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in keywords.Rules([(1, rule)]).hits(text)]


# ---------------------------------------------------------------------- rules


@pytest.mark.parametrize(
    ("rule", "text", "words"),
    [
        ("скидка", "Скидку дали, скидками не балуют, скидочный день", ["Скидку", "скидками"]),
        ("скидок", "одна скидка", ["скидка"]),
        ("учёт", "по учету и учётом", ["учету", "учётом"]),
        ("вернуть", "вернём вернувший вернулась", ["вернём", "вернувший"]),
        ("мыло", "мыть мыла", ["мыла"]),
        ("price", "Price prices PRICE", ["Price", "PRICE"]),
        ("don't", "I don’t know", ["don’t"]),
        ("тариф 5", "тарифом 5, тариф 50", ["тарифом 5"]),
        ("возврат денег", "возврата, деньги; возврат ваших денег", ["возврата, деньги"]),
        ("возврат … деньги", "возврат ваших кровных личных денег", ["возврат ваших кровных личных денег"]),
        ("возврат * деньги", "возврат ну вот этих самых денег", []),
        ("возврат...деньги", "возврат денег денег", ["возврат денег"]),
        ("... цена", "хорошая цена", ["цена"]),
        ("кол-центр", "из кол-центра звонят", ["кол-центра"]),
        ("…", "что угодно", []),
    ],
)
def test_a_rule_holds_on_any_form_of_its_words_side_by_side(rule, text, words):
    assert holds(rule, text) == words


def test_a_rule_of_many_gaps_takes_no_time():
    assert holds("а " + "… а " * 6 + "б", "а " * 3000) == []
    assert holds("а " + "… а " * 60, "а " * 3000) == [], "no rule has so many words"


def test_an_endless_turn_has_a_few_hits_of_each_rule():
    assert len(holds("цена", "цена " * 100_000)) == keywords.MOST_HITS


# ---------------------------------------------------------------------- findings


def test_neighbouring_turns_are_one_finding_that_tags_what_is_between_them():
    gap = ["да"] * NEAR
    transcript = call("алло", "сколько это стоит", "ну", "цена две тысячи", *gap, "и о цене ещё")
    first, second = found(transcript)
    assert (tagged(first), tagged(second)) == ([2, 3, 4], [8])
    assert [turn_id for turn_id, _ in first.alternative.tags] == [2, 4]
    assert second.alternative is None
    assert first.spans == (Span(2, 12, 17, "стоит"), Span(4, 0, 4, "цена"))
    assert [str(fact) for fact in first.evidence] == [
        "Rule “стоить”: “стоит” (turns: 2)",
        "Rule “цена”: “цена” (turns: 4)",
        "The confidence says only how many different rules hold: 2",
    ]
    assert (first.confidence, second.confidence) == (0.75, 0.6)
    after = transcript.apply(review.accept(transcript, first))
    assert [set(turn.topics) for turn in after.turns[:5]] == [set(), {1}, {1}, {1}, set()]
    assert [f.key for f in found(after)] == [second.key]


def test_what_has_the_topic_a_broader_or_a_narrower_one_is_left_alone():
    other = Topic(3, "Прочее", "#000000", rank=3.0)
    transcript = call("цена", "скидка", "да", "цена", topics=(*BOOK, other))
    assert [tagged(f) for f in found(transcript)] == [[1, 2, 3, 4], [2]]
    for topic_id in (1, 2):
        part = transcript.apply(topics.tag(transcript, [1, 2], topic_id))
        assert [tagged(f) for f in found(part)] == [[3, 4]]
    part = transcript.apply(topics.tag(transcript, [1, 2, 4], 1))
    assert found(part) == [], "no turn with these words lacks it"
    elsewhere = transcript.apply(topics.tag(transcript, [3, 4], 3))
    assert next(tagged(f) for f in found(elsewhere)) == [1, 2, 4], "a turn between them that has another topic keeps to that"


def test_a_decision_holds_until_the_words_change():
    transcript = call("сколько стоит", "цена", "да")
    (finding,) = found(transcript)
    part = transcript.apply(topics.tag(transcript, [1], 1))
    assert [(f.key, tagged(f)) for f in found(part)] == [(finding.key, [2])]
    longer = transcript.apply(turns.set_text(transcript, 1, "ну сколько стоит"))
    assert [f.key for f in found(longer)] == [finding.key]
    split = transcript.apply(turns.split(transcript, 1, 8))
    assert [f.key for f in found(split)] == [finding.key]
    changed = transcript.apply(turns.set_text(transcript, 3, "цены"))
    assert [f.key for f in found(changed)] != [finding.key]
    same = Topic(9, "Деньги", "#000000", rank=9.0, keywords=PRICE.keywords)
    keys = [f.key for f in found(replace(transcript, topics=(*BOOK, same)))]
    assert len(set(keys)) == 2, "two topics with the same words are two decisions"


def test_hidden_turns_and_words_that_go_do_not_speak():
    transcript = call("цена", "да", "цена")
    assert [tagged(f) for f in found(transcript, ignore=[Span(3, 0, 4, "цена")])] == [[1]]
    hidden = transcript.apply(turns.hide(transcript, [1]))
    assert [tagged(f) for f in found(hidden)] == [[3]]


def test_more_rules_make_more_confidence_but_none_is_sure():
    transcript = call(
        "цена стоит скидка", "акционной ценой", topics=(replace(PRICE, keywords=("цена", "стоить", "скидка", "акция")),)
    )
    (finding,) = found(transcript)
    assert finding.confidence == 0.85
    assert found(transcript, min_confidence=0.9) == []


def test_after_an_edit_only_its_turn_is_looked_at_and_only_its_range_made_anew(monkeypatch):
    transcript = call("цена", *["да"] * 9, "цена", *["да"] * 9, "скидка")
    memory: dict[str, object] = {}
    before = found(transcript, memory)
    looked: list[str] = []
    hits = keywords.Rules.hits
    monkeypatch.setattr(keywords.Rules, "hits", lambda self, text: looked.append(text) or hits(self, text))
    edited = transcript.apply(turns.set_text(transcript, 11, "о цене"))
    after = found(edited, memory)
    assert looked == ["о цене"]
    assert [a is b for a, b in zip(before, after, strict=True)] == [True, False, True]
    assert after == found(edited)
    looked.clear()
    renamed = replace(edited, topics=(replace(PRICE, name="Деньги"), DISCOUNT))
    assert "Деньги" in str(found(renamed, memory)[0].fix.label)
    merged = edited.apply(turns.merge(edited, [2, 3]))
    assert found(merged, memory) == found(merged), "the numbers of turns differ then"
    tagged_now = edited.apply(topics.tag(edited, [1], 1))
    assert found(tagged_now, memory) == found(tagged_now)


def test_runs_after_the_others_and_costs_nothing_without_rules():
    transcript = call("цена вопроса", "да")
    kinds = [f.kind for f in analyse(transcript) if not isinstance(f, Progress)]
    assert kinds == ["topic_suggested"]
    code = """
        import sys
        from annotator import formats
        from annotator.core.commands.transcripts import as_transcript
        from annotator.detectors.topics import Topics
        list(Topics().find(as_transcript(formats.read("A: цена".encode(), "x.txt")[0]), min_confidence=0))
        assert "pymorphy3" not in sys.modules
    """
    done = subprocess.run([sys.executable, "-c", "\n".join(map(str.strip, code.splitlines()))], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
