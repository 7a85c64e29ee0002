"""What the speakers detector finds in calls."""

import random

import pytest

from annotator.core.finding import Finding, Span
from annotator.core.model import Header, Source, SourceSpan, SourceTurn, Speaker, Transcript, Turn
from annotator.detectors.base import Progress
from annotator.detectors.speakers import Speakers

SPEAKERS = Speakers()

RUSSIAN = """
a добрый день служба доставки чем могу помочь
b здравствуйте я вчера заказал у вас стиральную машину и мне до сих пор никто не позвонил
a назовите пожалуйста номер вашего заказа
b сейчас посмотрю сорок пять двенадцать
a спасибо минуточку я проверю да вижу ваш заказ он передан в доставку
b и когда его привезут
a вам удобно завтра с десяти до двух
b да мне удобно только позвоните за час
a хорошо курьер вам позвонит нужна ли вам установка
b нет спасибо у меня есть свой мастер
a тогда все оформлено хорошего дня
b спасибо до свидания
"""

ENGLISH = """
a thank you for calling city internet how can i help you today
b hi my internet has been down since last night and i need it for work
a i'm sorry to hear that can i get your account number please
b sure it's four five six one two
a thank you let me check the line for you
b okay
a i can see there is a problem with the modem would you like me to send a technician
b yes please can he come tomorrow morning
a yes we have a slot between nine and eleven
b that would be great thank you
a is there anything else i can help you with
b no that's all thanks for your help
"""


def call(text, roles=None, names=None):
    turns = [(line[0], line[2:]) for line in text.strip().splitlines()]
    ids = sorted({speaker for speaker, _ in turns})
    roles = roles or {}
    source = Source(1, "call", "text", "utf-8", b"", tuple(SourceTurn(n, s, t) for n, (s, t) in enumerate(turns, 1)))
    return Transcript.build(
        [
            Header(1, "call"),
            source,
            *(Speaker(1, s, (names or {}).get(s, ""), roles.get(s, ""), float(n)) for n, s in enumerate(ids)),
            *(Turn(1, n, float(n), s, t, sources=(SourceSpan(n, 0, len(t)),)) for n, (s, t) in enumerate(turns, 1)),
        ]
    )


def found(transcript, least=SPEAKERS.threshold, ignore=()):
    return [f for f in SPEAKERS.find(transcript, min_confidence=least, ignore=ignore) if isinstance(f, Finding)]


def replaced(text, **lines):
    """The call with line n replaced by the lines given as `_n`."""
    rows = text.strip().splitlines()
    for name, new in lines.items():
        rows[int(name[1:]) - 1] = new
    return "\n".join(rows)


@pytest.mark.parametrize("text", [RUSSIAN, ENGLISH])
def test_a_correct_call_is_left_alone(text):
    assert found(call(text)) == []


def test_a_sentence_cut_between_speakers():
    text = replaced(RUSSIAN, _7="a вам удобно завтра с", _8="b десяти до двух да мне удобно только позвоните за час")
    cut = next(f for f in found(call(text)) if f.edge == (7, 8))
    assert cut.kind == "cut"
    assert [(r.span.text, r.speaker_id) for r in cut.fix.relabels] == [("десяти до двух", "a")]
    assert cut.split == (8, len("десяти до двух "))
    assert cut.alternative is not None
    assert {r.speaker_id for r in cut.alternative.relabels} == {"b"}
    facts = [str(fact) for fact in cut.evidence]
    assert "вам удобно завтра с | десяти до двух да" in facts[0]
    assert "preposition “с”" in facts[1]


def test_a_number_torn_from_its_noun():
    text = replaced(RUSSIAN, _5="a спасибо ваш заказ будет готов через два", _6="b дня и когда его привезут")
    cut = next(f for f in found(call(text)) if f.edge == (5, 6))
    assert ["дня"] in [[r.span.text for r in fix.relabels] for fix in (cut.fix, cut.alternative)]
    assert any("“два” is torn from its noun “дня”" in str(fact) for fact in cut.evidence)


def test_an_english_sentence_cut_between_speakers():
    text = replaced(ENGLISH, _7="a i can see there is a problem with the", _8="b modem yes please can you send a technician")
    cut = next(f for f in found(call(text)) if f.edge == (7, 8))
    fixes = [[(r.span.text, r.speaker_id) for r in fix.relabels] for fix in (cut.fix, cut.alternative)]
    assert [("modem", "a")] in fixes
    assert any("hardly ends on “the”" in str(fact) for fact in cut.evidence)


def test_question_and_answer_in_one_turn():
    text = RUSSIAN.strip().replace(
        "\nb нет спасибо у меня есть свой мастер\na тогда", " нет спасибо у меня есть свой мастер\na тогда"
    )
    split = next(f for f in found(call(text)) if f.kind == "two_speakers")
    turn_id, at = split.split
    assert turn_id == 9
    assert call(text).turn(9).text[at:].startswith("нет спасибо")
    assert [(r.span.text, r.speaker_id) for r in split.fix.relabels] == [("нет спасибо у меня есть свой мастер", "b")]
    assert len(split.evidence) >= 2


@pytest.mark.parametrize("first", ["a", "b"])
def test_swapped_roles_are_told_whoever_speaks_first(first):
    rows = RUSSIAN.strip().splitlines()
    text = "\n".join(rows if first == "a" else rows[1:])
    swapped = [f for f in found(call(text, {"a": "Клиент", "b": "Саппорт"})) if f.kind == "roles_swapped"]
    assert len(swapped) == 1
    assert swapped[0].fix.swap_roles == ("a", "b")
    assert len(swapped[0].spans) > 2
    assert all(span.current(call(text)) for span in swapped[0].spans)
    assert "speaks as an agent does" in str(swapped[0].evidence[1])


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (RUSSIAN, {"a": "Оператор", "b": "Абонент"}),
        (ENGLISH, {"a": "Agent", "b": "Customer"}),
        (RUSSIAN, {"a": "Ведущий", "b": "Гость студии"}),
        (RUSSIAN, {}),
    ],
)
def test_right_or_unknown_roles_are_left_alone(text, roles):
    assert not [f for f in found(call(text, roles), 0) if f.kind == "roles_swapped"]


def test_swapped_roles_in_english_and_as_names():
    swapped = found(call(ENGLISH, names={"a": "Customer", "b": "Support"}))
    assert [f.fix.swap_roles for f in swapped if f.kind == "roles_swapped"] == [("a", "b")]


def test_the_key_of_swapped_roles_outlives_an_edit():
    roles = {"a": "Клиент", "b": "Менеджер"}
    before = next(f for f in found(call(RUSSIAN, roles)) if f.fix.swap_roles)
    after = next(f for f in found(call(replaced(RUSSIAN, _3="a номер заказа"), roles)) if f.fix.swap_roles)
    assert before.key == after.key


def test_candidates_cover_every_change_of_label_once_and_say_why():
    transcript = call(RUSSIAN)
    every = found(transcript, 0)
    assert sorted(f.edge for f in every if f.edge) == [(n, n + 1) for n in range(1, 12)]
    assert len({f.key for f in every}) == len(every)
    assert all(f.evidence and all(str(fact) for fact in f.evidence) for f in every)
    assert all(f.current(transcript) for f in every)
    assert all(0 <= f.confidence <= 1 for f in every)
    assert [f for f in every if f.confidence >= SPEAKERS.threshold] == found(transcript)


def test_long_calls_are_taken_in_blocks_without_seams():
    rows = RUSSIAN.strip().splitlines()
    random.Random(1).shuffle(rows)
    text = "\n".join(rows * 40)
    transcript = call(text)
    items = list(SPEAKERS.find(transcript, min_confidence=0))
    progress = [item for item in items if isinstance(item, Progress)]
    assert len(progress) > 2
    assert progress[-1] == Progress(480, 480)
    edges = [f.edge for f in items if isinstance(f, Finding) and f.edge]
    labels = [row[0] for row in rows * 40]
    assert sorted(edges) == [(n, n + 1) for n in range(1, 480) if labels[n] != labels[n - 1]]
    same = {}
    for f in items:
        if isinstance(f, Finding) and f.edge and 24 < f.edge[0] < 456:
            same.setdefault(f.edge[0] % 12, []).append(f.confidence)
    assert all(max(values) - min(values) < 1e-3 for values in same.values())


def test_hidden_turns_and_words_to_ignore_are_no_speech():
    text = replaced(RUSSIAN, _7="a вам удобно завтра с", _8="b завтра с\nb десяти до двух да мне удобно только позвоните за час")
    transcript = call(text)
    copy = Span.of(transcript, 8, 0, len("завтра с"))
    cut = next(f for f in found(transcript, ignore=[copy]) if f.edge == (7, 9))
    assert [r.span.text for r in cut.fix.relabels] == ["десяти до двух"]
    turns = [*transcript.turns[:7], Turn(1, 8, 8.0, "b", "завтра с", hidden=True), *transcript.turns[8:]]
    hidden = Transcript.build([transcript.header, transcript.source, *transcript.speakers, *turns])
    assert [(f.key, f.confidence) for f in found(hidden)] == [(f.key, f.confidence) for f in found(transcript, ignore=[copy])]


def test_one_speaker_three_speakers_and_unknown_languages_are_passed_over():
    alone = "\n".join("a" + row[1:] for row in RUSSIAN.strip().splitlines())
    three = "\n".join("abc"[n % 3] + row[1:] for n, row in enumerate(RUSSIAN.strip().splitlines()))
    finnish = "a hyvää päivää miten voin auttaa\nb tilasin eilen pesukoneen eikä kukaan ole soittanut\na antaisitteko tilausnumeron"
    for text in (alone, three, finnish, "a 1 2 3\nb ...\na"):
        assert found(call(text), 0) == []


def test_a_few_words_of_a_third_person_only_end_the_stretch():
    text = replaced(RUSSIAN, _7="a вам удобно завтра с", _8="b десяти до двух да мне удобно только позвоните за час") + "\nc алло"
    assert (7, 8) in [f.edge for f in found(call(text))]
    assert not [f for f in found(call(text), 0) if 13 in f.turn_ids]
