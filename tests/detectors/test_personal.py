"""Personal data is found as it is written and as it is said, with its value; what only looks like it is not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from annotator import formats
from annotator.core.commands import review, turns
from annotator.core.commands.transcripts import as_transcript
from annotator.core.model import Transcript
from annotator.detectors import KINDS, PERSONAL, QUIET, Masker, analyse
from annotator.detectors.base import Progress
from annotator.detectors.personal import Personal, hits, read
from annotator.detectors.personal_numbers import is_card, is_inn, is_snils, luhn, runs

CARD = "4276380000000005"
SPOKEN_CARD = "четыре тысячи двести семьдесят шесть тридцать восемь ноль ноль два нуля два нуля ноль ноль ноль пять"


def call(*lines: str) -> Transcript:
    """Return a call of two speakers in turn."""
    text = "".join(f"SPK0{n % 2}: {line}\n" for n, line in enumerate(lines))
    return as_transcript(formats.read(text.encode(), "call.txt")[0])


def found(transcript: Transcript, memory=None, least: float = Personal.threshold):
    return [f for f in Personal().find(transcript, min_confidence=least, memory=memory) if not isinstance(f, Progress)]


def values(text: str) -> list[tuple[str, str, str]]:
    return [(hit.kind, text[hit.start : hit.end], hit.value) for hit in hits(text, PERSONAL)]


# ---------------------------------------------------------------------- digits


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("четыре тысячи двести семьдесят шесть", ["4276"]),
        ("сорок два семьдесят шесть", ["4276"]),
        ("четыре два семь шесть", ["4276"]),
        ("восемь девятьсот двенадцать сто двадцать три", ["8912123"]),
        ("сорок четырнадцать", ["4014"]),
        ("две тысячи двести девяносто шесть тысяч триста", ["22906300"]),
        ("тысяча пять", ["1005"]),
        ("ноль пять", ["05"]),
        ("два нуля три пятёрки", ["00555"]),
        ("восемь э девятьсот, так, двенадцать", ["890012"]),
        ("4276 тридцать восемь", ["427638"]),
        ("4 тысячи 276", ["4276"]),
        ("номер пять а потом ещё два", ["5", "2"]),
        ("+7 (912) 123-45-67", ["79121234567"]),
        ("12.05.2024 в 10:30 по 1500.50", []),
        ("cb21 и 3d", []),
        ("раз два три четыре пять шесть семь", []),
        ("слов без чисел", []),
    ],
)
def test_numbers_are_read_as_they_are_said(text, digits):
    assert [run.digits for run in runs(text)] == digits


def test_check_digits():
    assert luhn("79927398713")
    assert not luhn("79927398710")
    assert is_card(CARD)
    assert not is_card("4276380000000006")
    assert not is_card("9276380000000000"), "no issuer's"
    assert not is_card("427638000005"), "too short"
    assert is_snils("11223344595")
    assert not is_snils("11223344596")
    assert is_inn("7707083893")
    assert is_inn("500100732259")
    assert not is_inn("7707083894")
    assert not is_inn("770708389")


# ---------------------------------------------------------------------- one text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"карта {CARD} верно", ("card", CARD, CARD)),
        ("переведите на 4276 3800 0000 0005", ("card", "4276 3800 0000 0005", CARD)),
        ("4276-3800-0000-0005", ("card", "4276-3800-0000-0005", CARD)),
        (f"записывайте {SPOKEN_CARD} сбербанк", ("card", SPOKEN_CARD, CARD)),
        ("мой телефон +7 (912) 123-45-67", ("phone", "+7 (912) 123-45-67", "79121234567")),
        ("89121234567", ("phone", "89121234567", "79121234567")),
        (
            "звоните восемь девятьсот двенадцать сто двадцать три сорок пять шестьдесят семь вечером",
            ("phone", "восемь девятьсот двенадцать сто двадцать три сорок пять шестьдесят семь", "79121234567"),
        ),
        ("мой сотовый 912 123 45 67", ("phone", "912 123 45 67", "79121234567")),
        ("плюс 375 29 123 45 67", ("phone", "плюс 375 29 123 45 67", "375291234567")),
        ("снилс 112-233-445 95", ("snils", "112-233-445 95", "11223344595")),
        ("112-233-445 95", ("snils", "112-233-445 95", "11223344595")),
        ("инн 7707083893", ("inn", "7707083893", "7707083893")),
        ("паспорт серия 4509 номер 123456", ("passport", "4509 номер 123456", "4509123456")),
        (
            "паспорт сорок пять ноль девять сто двадцать три четыреста пятьдесят шесть выдан",
            ("passport", "сорок пять ноль девять сто двадцать три четыреста пятьдесят шесть", "4509123456"),
        ),
        ("код с обратной стороны три два один", ("cvv", "три два один", "321")),
        ("cvv 321", ("cvv", "321", "321")),
        ("пишите на Ivan.Petrov@Mail.ru, жду", ("email", "Ivan.Petrov@Mail.ru", "ivan.petrov@mail.ru")),
        ("моя почта иван собака мейл точка ру", ("email", "иван собака мейл точка ру", "иван@mail.ru")),
        (
            "иван точка петров восемьдесят пять собака джимейл точка ком",
            ("email", "иван точка петров восемьдесят пять собака джимейл точка ком", "иван.петров85@gmail.com"),
        ),
        (
            "d нижнее подчеркивание smirnov собака яндекс точка ру",
            ("email", "d нижнее подчеркивание smirnov собака яндекс точка ру", "d_smirnov@yandex.ru"),
        ),
    ],
)
def test_a_value_is_found_where_it_stands(text, expected):
    assert values(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "номер заказа 89121234567",
        "трек номер 4276380000000005",
        "накладная четыре тысячи двести семьдесят шесть",
        "восемь девятьсот рублей",
        "восемь восемьсот пятьсот пятьдесят пять тридцать пять тридцать пять",
        "телефон горячей линии 8 800 555-35-35",
        "договор номер 12345678 от 12 марта 2024 года",
        "инн 7707083894",
        "7707083893",
        "912 123 45 67",
        "код 321",
        "паспорт пришлю потом, встретимся в 10:30",
        "у меня собака точка большая",
        "один один один один один один один один один один один",
        "2 3 4 5 6 7 8 9 10 11 12 13",
        "вера в людей роман про любовь любой коли",
        "по 3870 и 159 штук",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("меня зовут вера", [("вера", "вера")]),
        ("здравствуйте надежда слушаю", [("надежда", "надежда")]),
        ("позовите марию петровну кузнецову", [("марию петровну кузнецову", "мария петровна кузнецов")]),
        ("говорил с ИВАНОМ вчера", [("ИВАНОМ", "иван")]),
        ("иванова анна сергеевна", [("иванова анна сергеевна", "анна сергеевна иванов")]),
        ("это сказал Роман вчера", [("Роман", "роман")]),
        ("Роман интересный", []),
        ("анна готова ответить", [("анна", "анна")]),
        ("фамилия моя сидоров", [("сидоров", "сидоров")]),
        ("игорь олегович подскажет", [("игорь олегович", "игорь олегович")]),
        ("а можно артёма к телефону", [("артёма", "артем")]),
        ("вера", [("вера", "вера")]),
    ],
)
def test_names_in_any_case_and_words_only_with_support(text, expected):
    assert [(text[h.start : h.end], h.value) for h in hits(text, {"name"})] == expected


def test_only_the_kinds_asked_for():
    text = "иван 89121234567 ivan@mail.ru"
    assert [hit.kind for hit in hits(text, {"email"})] == ["email"]
    assert [hit.kind for hit in hits(text, PERSONAL)] == ["name", "phone", "email"]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("снилс сто двенадцать двести тридцать э три четыреста сорок пять девяносто пять", "snils", "11223344595"),
        ("снилс двадцать три сто двенадцать двести тридцать три семьдесят три", "snils", "20311223373"),
        ("инн семьдесят семь ноль семь ноль восемь тридцать э восемь девяносто три", "inn", "7707083893"),
        ("номер карты четыре двести семьдесят шесть три восемьсот ноль ноль ноль ноль ноль ноль ноль пять", "card", CARD),
        ("номер карты сорок два семьдесят шесть тридцать восемь ноль ноль ноль ноль ноль ноль ноль ноль ноль пять", "card", CARD),
        ("телефон восемь девятьсот двенадцать сто двадцать э три сорок пять шестьдесят семь", "phone", "79121234567"),
    ],
)
def test_a_group_is_joined_or_divided_where_only_that_makes_the_number(text, kind, value):
    assert [(hit.kind, hit.value) for hit in hits(text, PERSONAL)] == [(kind, value)]


@pytest.mark.parametrize("words", ["сорок два ", "4276 ", "девятьсот э двадцать ", "1 и ещё ", "собака ", "a@", "иван "])
def test_a_very_long_turn_takes_no_more_than_its_length(words):
    """A long list of numbers after a cue: what tries one place against all others would take minutes."""
    own = read([(0, 0, "номер карты " + words * 4000)], PERSONAL)
    assert isinstance(own[0], list)


# ---------------------------------------------------------------------- several turns


def kinds_by_turn(*lines: str) -> list[list[str]]:
    own = read([(n, n % 2, line) for n, line in enumerate(lines)], PERSONAL)
    return [[found.hit.kind for found in own[n]] for n in range(len(lines))]


def test_a_number_said_in_parts_is_one_finding_and_so_is_its_echo():
    parts = ["карта сорок два семьдесят шесть", "угу", "тридцать восемь ноль ноль", "тридцать восемь ноль ноль"]
    transcript = call("диктуйте", *parts, "два нуля два нуля ноль ноль ноль пять", "записала")
    (finding,) = found(transcript)
    assert finding.kind == "card"
    assert [span.text for span in finding.spans] == [
        "сорок два семьдесят шесть",
        *["тридцать восемь ноль ноль"] * 2,
        "два нуля два нуля ноль ноль ноль пять",
    ]
    assert [transcript.position(turn_id) for turn_id in finding.turn_ids] == [1, 3, 4, 5]


def test_parts_that_make_no_number_are_left_alone():
    assert kinds_by_turn("карта 4276", "да", "3800", "да", "0000", "да", "0006") == [[]] * 7
    assert kinds_by_turn("заказ 8912", "да", "1234567") == [[]] * 3
    assert kinds_by_turn("телефон 8912", "да", "1234567") == [["phone"], [], ["phone"]]
    assert kinds_by_turn("телефон 8912", "1234567") == [[], []], "another speaker's"
    assert kinds_by_turn("телефон 8912", *["да"] * 7, "1234567") == [[]] * 9, "too far away"
    assert kinds_by_turn("телефон за 8912 рублей", "да", "1234567") == [[]] * 3, "a price"


def test_what_is_asked_for_in_one_turn_is_told_in_the_next():
    assert kinds_by_turn("назовите три цифры с обратной стороны", "триста двадцать один") == [[], ["cvv"]]
    assert kinds_by_turn("ваш инн", "7707083893") == [[], ["inn"]]
    assert kinds_by_turn("номер заказа", "89121234567") == [[], []]
    assert kinds_by_turn("номер заказа", "сейчас", "89121234567") == [[], [], ["phone"]], "that is forgotten"
    assert kinds_by_turn("номер заказа", "8 912 123-45-67") == [[], ["phone"]], "it is written as a phone"
    assert kinds_by_turn("cvv 321", "да", "в семь сорок пять приеду") == [["cvv"], [], []], "what was asked for has been told"


def test_the_code_after_the_date_of_a_card():
    assert kinds_by_turn(f"карта {CARD} 0528 321") == [["card", "cvv"]]


# ---------------------------------------------------------------------- findings


def test_all_places_of_a_value_are_one_finding_that_redacts_them():
    transcript = call(
        "мой телефон 8 912 123-45-67", "повторяю восемь девятьсот двенадцать сто двадцать три сорок пять шестьдесят семь"
    )
    (finding,) = found(transcript)
    assert (finding.detector, finding.kind) == ("personal", "phone")
    assert [r.text for r in finding.fix.replaces] == ["[телефон]"] * 2
    repaired = transcript.apply(review.accept(transcript, finding))
    assert [turn.text for turn in repaired.turns] == ["мой телефон [телефон]", "повторяю [телефон]"]
    assert found(repaired) == []
    assert any("2" in str(fact) and "places" in str(fact) for fact in finding.evidence)


def test_no_evidence_and_no_key_tells_the_value():
    transcript = call(f"карта {CARD}", "почта ivan@mail.ru", "89121234567")
    for finding in found(transcript):
        told = " ".join(str(fact) for fact in finding.evidence) + finding.key + str(finding.fix.label)
        assert not any(secret in told for secret in (CARD, "ivan", "9121234567"))


def test_a_dismissed_finding_stays_so_until_its_value_changes():
    transcript = call("мой телефон 89121234567", "хорошо")
    (finding,) = found(transcript)
    longer = transcript.apply(turns.set_text(transcript, transcript.turns[0].id, "ну мой телефон 89121234567 да"))
    other = transcript.apply(turns.set_text(transcript, transcript.turns[0].id, "мой телефон 89121234568"))
    assert [f.key for f in found(longer)] == [finding.key]
    assert [f.key for f in found(other)] != [finding.key]


def test_english_calls_get_english_words():
    transcript = call("call me at +44 20 7946 0958 please", "thank you")
    assert [r.text for f in found(transcript) for r in f.fix.replaces] == ["[phone]"]


def test_names_are_quiet():
    transcript = call("меня зовут мария", "очень приятно")
    kinds = [f.kind for f in analyse(transcript, ["personal"]) if not isinstance(f, Progress)]
    assert kinds == []
    assert "name" in QUIET
    assert PERSONAL.keys() <= KINDS
    kinds = [f.kind for f in analyse(transcript, ["personal"], kinds=KINDS) if not isinstance(f, Progress)]
    assert kinds == ["name"]


def test_a_later_version_is_found_the_same_with_memory_as_without():
    transcript = call("телефон 8912", "да", "1234567", "инн", "7707083893", f"карта {CARD}", "иван петрович")
    memory: dict = {}
    found(transcript, memory)
    changes = [
        lambda t: turns.set_text(t, t.turns[3].id, "номер заказа"),
        lambda t: turns.hide(t, [t.turns[0].id]),
        lambda t: turns.set_text(t, t.turns[5].id, "карта 4276 3800"),
        lambda t: turns.restore(t, [t.turns[0].id]),
    ]
    for change in changes:
        transcript = transcript.apply(change(transcript))
        assert found(transcript, memory) == found(transcript)


def test_no_dictionary_is_loaded_for_numbers():
    code = (
        "import sys; from annotator.detectors.personal import Personal, hits; "
        "assert hits('карта 4276380000000005', Personal.kinds); assert 'pymorphy3' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# ---------------------------------------------------------------------- masking


@pytest.mark.parametrize("hidden", [None, 0, 2])
def test_a_masker_leaves_nothing_anywhere(hidden):
    lines = ["карта сорок два семьдесят шесть", "угу", "тридцать восемь ноль ноль", "да", "0000", "так", "0005 верно"]
    before = call(*lines)
    transcript = before if hidden is None else before.apply(turns.hide(before, [before.turns[hidden].id]))
    made = Masker(transcript, ["card"]).masked()
    assert [turn.text for turn in made.turns][::2] == ["карта [карта]", "[карта]", "[карта]", "[карта] верно"]
    assert [turn.text for turn in made.source.turns][::2] == ["карта " + "*" * 25, "*" * 25, "****", "**** верно"]
    assert [turn.text for turn in transcript.turns] == lines, "the call itself stays"


def test_numbers_beside_the_words_are_those_of_the_values():
    transcript = call("телефон 89121234567", "8 912 123-45-67 верно", "нет другой +7 912 123-45-68")
    made = Masker(
        transcript, ["phone"], lambda kind, value: {("phone", "79121234567"): 4, ("phone", "79121234568"): 5}[kind, value]
    ).masked()
    assert [turn.text for turn in made.turns] == ["телефон [телефон 4]", "[телефон 4] верно", "нет другой [телефон 5]"]
