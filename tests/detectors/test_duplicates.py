"""Duplicate runs: what is found, what goes, what stays, and what is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.finding import Finding, Fix, Span
from annotator.core.model import Allowed, Header, Source, SourceSpan, SourceTurn, Transcript, Turn
from annotator.core.text import cut, phrase
from annotator.detectors.base import Progress
from annotator.detectors.duplicates import Duplicates

FILLER = """A: добрый день подскажите что с заявкой которую вы оставляли во вторник утром
B: здравствуйте она ещё не закрыта мастер обещал позвонить после обеда но звонка так и не было
A: сейчас посмотрю минуту вижу её передали в другую смену поэтому вам никто не перезвонил
B: понятно тогда прошу назначить визит на пятницу желательно до двенадцати часов
"""


def call(text: str, hidden: Iterable[int] = ()) -> Transcript:
    """Make a transcript of lines "speaker: text"; turns count from 1."""
    sources = tuple(
        SourceTurn(number, speaker, said)
        for number, (speaker, said) in enumerate((line.split(": ", 1) for line in text.strip().splitlines()), 1)
    )
    turns = [
        Turn(
            1,
            s.number,
            float(s.number),
            s.speaker_id,
            s.text,
            sources=(SourceSpan(s.number, 0, len(s.text)),),
            hidden=s.number in hidden,
        )
        for s in sources
    ]
    return Transcript.build([Header(1, "call"), Source(1, "call", "text", "utf-8", b"", sources), *turns])


def found(transcript: Transcript, min_confidence: float = Duplicates.threshold, ignore: Iterable[Span] = ()) -> list[Finding]:
    """Return the findings but those of quiet kinds."""
    items = Duplicates().find(transcript, min_confidence=min_confidence, ignore=list(ignore))
    return [item for item in items if isinstance(item, Finding) and item.kind not in Duplicates.quiet]


def quiet(transcript: Transcript) -> list[Finding]:
    items = Duplicates().find(transcript, min_confidence=Duplicates.threshold)
    return [item for item in items if isinstance(item, Finding) and item.kind in Duplicates.quiet]


def left(transcript: Transcript, *fixes: Fix) -> list[str]:
    """Return what the turns say after the fixes."""
    spans = [span for fix in fixes for span in fix.removes]
    return [cut(turn.text, [(s.start, s.end) for s in spans if s.turn_id == turn.id]) for turn in transcript.turns]


def only(transcript: Transcript) -> Finding:
    (finding,) = found(transcript)
    return finding


def test_end_of_a_turn_again_at_the_start_of_the_next_is_an_overlap() -> None:
    text = FILLER + "A: записал вас на пятницу мастер придёт с десяти до двенадцати и возьмёт новый счётчик\n"
    text += "A: мастер придёт с десяти до двенадцати и возьмёт новый счётчик а старый мы заберём бесплатно\n"
    transcript = call(text)
    finding = only(transcript)
    assert finding.kind == "overlap"
    assert finding.confidence > 0.9
    assert [(s.turn_id, s.text) for s in finding.spans] == [
        (5, "мастер придёт с десяти до двенадцати и возьмёт новый счётчик"),
        (6, "мастер придёт с десяти до двенадцати и возьмёт новый счётчик"),
    ]
    assert finding.fix.removes == finding.spans[:1]  # the later copy goes on, so it stays
    assert finding.alternative is not None
    assert finding.alternative.removes == finding.spans[1:]
    assert str(finding.fix.label) != str(finding.alternative.label)


def test_one_misheard_word_does_not_hide_an_overlap() -> None:
    text = FILLER + "A: записал вас на пятницу мастер придёт с десяти до двенадцать и возьмёт новый счётчик\n"
    text += "A: мастер придёт с десяти до двенадцати и возьмёт нужный счётчик а старый мы заберём бесплатно\n"
    finding = only(call(text))
    assert len(finding.fix.removes) == 1
    assert finding.fix.removes[0].text == "мастер придёт с десяти до двенадцать и возьмёт новый счётчик"
    assert any(re.search(r"\b8 of 10 words", str(fact)) for fact in finding.evidence)


def test_a_run_that_grows_over_turns_is_one_finding_with_one_copy_left() -> None:
    run = "если клиент отказался мы переносим заявку в архив и пишем причину"
    text = FILLER + f"A: {' '.join(run.split()[:7])}\nA: {' '.join(run.split()[:9])}\nA: {run} чтобы потом посчитать\n"
    transcript = call(text)
    finding = only(transcript)
    assert finding.kind == "growth"
    assert finding.turn_ids == (5, 6, 7)
    assert left(transcript, finding.fix)[4:] == ["", "", f"{run} чтобы потом посчитать"]


def test_a_rewritten_run_that_crosses_speakers_leaves_every_word_once() -> None:
    text = FILLER + "A: смотрите договор у вас заканчивается в марте поэтому скидка пока не действует\n"
    text += "B: договор у вас заканчивается в марте поэтому скидка пока\n"
    text += "A: у вас заканчивается в марте поэтому скидка пока не действует\n"
    transcript = call(text)
    finding = only(transcript)
    assert finding.kind in ("chain", "growth", "overlap")
    assert " ".join(left(transcript, finding.fix)[4:]).split().count("марте") == 1
    assert "Different speakers" in map(str, finding.evidence)


def test_a_turn_written_twice_is_a_repeat_and_its_first_copy_stays() -> None:
    line = "я могу оплатить картой прямо сейчас через приложение"
    transcript = call(FILLER + f"B: {line}\nB: {line}\nA: да конечно ссылка уже у вас в сообщениях\n")
    finding = only(transcript)
    assert finding.kind == "repeat"
    assert left(transcript, finding.fix).count(line) == 1
    assert finding.alternative is not None
    assert left(transcript, finding.alternative).count(line) == 1


def test_a_phrase_said_twice_inside_a_turn() -> None:
    phrase = "нужно прислать фотографию показаний счётчика"
    transcript = call(FILLER + f"A: чтобы закрыть заявку вам {phrase} {phrase} за прошлый месяц\n")
    finding = only(transcript)
    assert finding.kind == "phrase"
    assert [s.text for s in finding.spans] == [phrase, phrase]
    assert left(transcript, finding.fix)[4] == f"чтобы закрыть заявку вам {phrase} за прошлый месяц"


@pytest.mark.parametrize("times", [3, 8])
def test_a_loop_over_two_turns_keeps_one_time(times: int) -> None:
    phrase = "он может перейти на годовой тариф"
    text = FILLER + f"B: ничего страшного {phrase}\nB: {' '.join([phrase] * (times - 1))}\nA: хорошо я оформлю\n"
    transcript = call(text)
    finding = only(transcript)
    assert finding.kind == "loop"
    assert left(transcript, finding.fix)[4:6] == [f"ничего страшного {phrase}", ""]
    assert any(f"{times} times" in str(fact) for fact in finding.evidence)
    assert finding.alternative is not None
    assert " ".join(left(transcript, finding.alternative)).count(phrase) == 1


def test_what_is_said_again_beside_a_loop_is_no_part_of_it() -> None:
    loop = "да заявка могла уйти в другой отдел"
    text = FILLER + f"B: {loop}\nB: {loop} {loop}\nA: и потом заявка могла уйти в архив потому что срок уже вышел\n"
    transcript = call(text)
    finding = only(transcript)
    assert left(transcript, finding.fix)[4:] == [loop, "", "и потом заявка могла уйти в архив потому что срок уже вышел"]


def test_a_word_carried_over_two_boundaries_is_found_once() -> None:
    text = (
        FILLER + "A: он всё равно уйдёт в архив потому что терминал\nB: терминал\nB: терминал не умеет по-другому печатать чеки\n"
    )
    transcript = call(text)
    finding = only(transcript)
    assert finding.turn_ids == (5, 6, 7)
    assert " ".join(left(transcript, finding.fix)).split().count("терминал") == 1


def test_english_calls_are_read_as_well() -> None:
    text = """A: thanks for calling the billing desk how can I help you today
B: hi I was charged twice for the same order and I would like one of them back
A: of course could you read me the order number from the message
B: sure it is on the second page under the delivery address near the bottom
A: great I can see the payment and I will send the refund before Friday evening
A: I can see the payment and I will send the refund before Friday evening so please check your account"""
    finding = only(call(text))
    assert finding.kind == "overlap"
    assert [s.turn_id for s in finding.fix.removes] == [5]


@pytest.mark.parametrize(
    "said",
    [
        "A: чуть чуть ниже ещё чуть чуть ниже ниже ниже ниже вот здесь",
        "A: да да да я вас слышу",
        "A: очень очень долго ждали\nB: нет нет всё хорошо",
        "A: ваш номер восемь девять один один три три два два\nB: да восемь девять один один три три два два",
        "A: вам удобно в пятницу\nB: в пятницу да удобно",
        "A: поезд номер три отправляется в шесть двадцать и прибывает в восемь сорок\n"
        "A: поезд номер пять отправляется в семь двадцать и прибывает в девять сорок",
        "B: у нас у нас просто нет такого отдела",
        "A: мне это это не подходит",
        "A: okay okay I will wait\nB: no no no it is fine",
    ],
)
def test_what_people_say_twice_is_left_alone(said: str) -> None:
    assert found(call(FILLER + said)) == []


@pytest.mark.parametrize(
    ("said", "goes", "rest"),
    [
        ("B: у нас у нас просто нет такого отдела", ["у нас"], "у нас просто нет такого отдела"),
        ("A: мне это это это не подходит", ["это это"], "мне это не подходит"),
        ("B: я не могу я не могу найти договор", ["я не могу"], "я не могу найти договор"),
    ],
)
def test_what_somebody_stumbles_over_is_a_quiet_finding_and_the_last_time_stays(said: str, goes: list[str], rest: str) -> None:
    transcript = call(FILLER + said)
    (finding,) = quiet(transcript)
    assert finding.kind == "disfluency"
    assert [span.text for span in finding.fix.removes] == goes
    assert left(transcript, finding.fix)[4] == rest
    assert found(transcript) == []


@pytest.mark.parametrize("said", ["A: да да я слышу", "A: очень очень долго", "A: спасибо спасибо", "B: пять пять семь семь"])
def test_emphasis_is_no_stumble(said: str) -> None:
    assert quiet(call(FILLER + said)) == []


@pytest.mark.parametrize(
    ("said", "words", "confidence"),
    [
        ("A: Субтитры сделал DimaTorzok", "Субтитры сделал DimaTorzok", 0.95),
        ("A: Продолжение следует...", "Продолжение следует...", 0.95),
        ("B: хорошо жду звонка спасибо за просмотр", "спасибо за просмотр", 0.8),
        ("B: продолжение следует хорошо жду звонка", "продолжение следует", 0.8),
        ("A: so I will wait thanks for watching then okay", "thanks for watching", 0.6),
        ("A: Subtitles by the Amara.org community", "Subtitles by the Amara.org community", 0.95),
    ],
)
def test_phrases_that_recognisers_write_in_silence_are_a_kind_of_their_own(said: str, words: str, confidence: float) -> None:
    transcript = call(FILLER + said)
    (finding,) = found(transcript, 0.0)
    assert (finding.kind, finding.confidence) == ("silence", confidence)
    assert [span.text for span in finding.fix.removes] == [words]
    assert words not in " ".join(left(transcript, finding.fix))
    assert len(finding.evidence) == 2


def test_allowed_phrases_are_not_reported() -> None:
    line = "я могу оплатить картой прямо сейчас через приложение"
    text = FILLER + f"B: {line}\nB: {line}\nA: у нас у нас всё\nA: продолжение следует\n"
    transcript = call(text)
    assert [f.kind for f in found(transcript)] == ["repeat", "silence"]
    longer = (Allowed(1, phrase(f"{line} {line}")), Allowed(2, "у нас"), Allowed(3, "продолжение следует"))
    assert found(replace(transcript, allowed=longer)) == quiet(replace(transcript, allowed=longer)) == []
    assert [f.kind for f in found(replace(transcript, allowed=(Allowed(1, phrase(line)),)))] == ["silence"]
    partly = (Allowed(1, "могу оплатить картой"),)
    assert [f.kind for f in found(replace(transcript, allowed=partly))] == ["repeat", "silence"]


def test_times_speak_for_a_copy_or_against_it() -> None:
    said = "можно оплатить картой сейчас"
    text = FILLER + f"A: скажите {said}\nB: {said} или позже\n"

    def confidence(first: int, second: int) -> float:
        transcript = call(text)
        turns = list(transcript.turns)
        turns[4] = replace(turns[4], start_ms=first, end_ms=first + 2500)
        turns[5] = replace(turns[5], start_ms=second)
        (finding,) = (f for f in found(replace(transcript, turns=tuple(turns)), 0.0) if f.kind != "silence")
        assert any("times" in str(fact) for fact in finding.evidence) == (second < first + 2000)
        assert any("silence" in str(fact) for fact in finding.evidence) == (second > first + 9000)
        return finding.confidence

    apart, overlapping, late = confidence(60_000, 62_600), confidence(60_000, 60_500), confidence(60_000, 90_000)
    assert late < apart < overlapping


def test_languages_whose_words_are_not_listed_are_read_too() -> None:
    text = """A: guten tag sie sprechen mit der abteilung für rechnungen was kann ich für sie tun
B: ich habe die rechnung für märz zweimal bekommen und nur einmal bestellt
A: einen augenblick bitte ich sehe nach die zweite wird heute noch gelöscht
A: ich sehe nach die zweite wird heute noch gelöscht und sie bekommen das geld zurück
B: wunderbar dann warte ich auf die nachricht von ihnen
"""
    finding = only(call(text))
    assert [s.turn_id for s in finding.fix.removes] == [3]
    assert finding.confidence > 0.9


def test_clean_call_has_no_findings() -> None:
    assert found(call(FILLER)) == []
    assert found(call("A: алло")) == []
    assert found(Transcript.build([Header(1, "x"), Source(1, "x", "text", "utf-8", b"", ())])) == []


OVERLAP = (
    FILLER
    + """A: записал вас на пятницу мастер придёт с десяти до двенадцати и возьмёт новый счётчик
A: мастер придёт с десяти до двенадцати и возьмёт новый счётчик а старый мы заберём бесплатно
B: хорошо спасибо до свидания
B: хорошо спасибо до свидания
"""
)


def test_hidden_turns_and_ignored_words_are_not_compared() -> None:
    assert 5 not in {t for f in found(call(OVERLAP, hidden=[5])) for t in f.turn_ids}
    transcript = call(OVERLAP)
    first = next(f for f in found(transcript) if f.kind == "overlap")
    assert first.key not in {f.key for f in found(transcript, ignore=first.fix.removes)}


def test_a_higher_threshold_yields_a_part_of_the_same_findings() -> None:
    transcript = call(OVERLAP)
    every, sure = found(transcript, 0.0), found(transcript, 0.9)
    assert {f.key for f in sure} <= {f.key for f in found(transcript)} <= {f.key for f in every}
    assert all(f.confidence >= 0.9 for f in sure)
    assert len(sure) < len(every)


def test_keys_stay_when_other_turns_change() -> None:
    transcript = call(OVERLAP)
    shifted = call("A: одну минуту\n" + OVERLAP.replace("добрый день", "добрый вечер"), hidden=[1])
    texts = {f.key: [s.text for s in f.spans] for f in found(transcript)}
    assert [[s.text for s in f.spans] for f in found(shifted)] == list(texts.values())
    edited = call(OVERLAP.replace("добрый день", "добрый вечер"))
    assert {f.key for f in found(edited)} == set(texts)


def test_every_finding_gives_two_facts_one_with_a_number_and_known_kinds() -> None:
    for finding in found(call(OVERLAP), 0.0):
        facts = [str(fact) for fact in finding.evidence]
        assert len(facts) >= 2
        assert any(re.search(r"\d", fact) for fact in facts)
        assert not any("{" in fact for fact in facts)
        assert finding.kind in Duplicates.kinds


def test_progress_comes_before_the_findings_so_that_a_long_run_can_be_cancelled() -> None:
    items = Duplicates().find(call(OVERLAP * 40), min_confidence=0.6)
    seen = [item for item in items if isinstance(item, Progress)]
    assert len(seen) > 2
    assert all(0 <= p.done <= p.total for p in seen)
    assert [p.done for p in seen] == sorted(p.done for p in seen)


def test_marks_and_broken_characters_are_no_words() -> None:
    text = (
        FILLER
        + "A: — Мастер придёт, с десяти до двенадцати - и возьмёт счётчик.\n"
        + "A: мастер придёт с десяти до двенадцати и возьмёт счётчик \ud800 …\n"
    )
    transcript = call(text)
    finding = only(transcript)
    assert all(span.text == transcript.turn(span.turn_id).text[span.start : span.end] for span in finding.spans)
    assert (
        sorted(" ".join(left(transcript, finding.fix)[4:]).lower().split()).count("придёт")
        + " ".join(left(transcript, finding.fix)[4:]).lower().count("придёт,")
        == 1
    )


turn_texts = st.lists(
    st.sampled_from(["да", "нет", "счёт", "договор", "пришёл", "вчера", "оплата", "заявка"]), min_size=1, max_size=12
).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(st.lists(turn_texts, min_size=1, max_size=8), st.lists(st.integers(0, 7), max_size=4))
def test_findings_are_well_formed_whatever_is_said(texts: list[str], repeated: list[int]) -> None:
    lines = list(texts)
    for n in repeated:
        lines.insert(n % len(lines), lines[n % len(lines)])
    transcript = call("\n".join(f"{'AB'[n % 2]}: {text}" for n, text in enumerate(lines)))
    findings = found(transcript, 0.0)
    assert findings == found(transcript, 0.0)
    assert len({f.key for f in findings}) == len(findings)
    words = [word for text in lines for word in text.split()]
    for finding in findings:
        assert finding.current(transcript)
        assert [(s.turn_id, s.start) for s in finding.spans] == sorted((s.turn_id, s.start) for s in finding.spans)
        assert set(finding.fix.removes) < set(finding.spans)
        assert finding.alternative is not None
        for fix in (finding.fix, finding.alternative):
            removed = [word for span in fix.removes for word in span.text.split()]
            assert removed
            assert len(" ".join(left(transcript, fix)).split()) == len(words) - len(removed)
