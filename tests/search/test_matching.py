"""How words are found: as typed, whole, in any form, by a regular expression."""

from __future__ import annotations

import pytest

from annotator.core.errors import AnnotatorError
from annotator.search.matching import MODES, Query, QueryError


def found(query: Query, text: str) -> list[str]:
    return [text[start:end] for start, end, _ in query.finder()(text)]


def replaced(query: Query, text: str) -> list[str]:
    return [new for _, _, new in query.finder()(text)]


def test_plain_ignores_case_and_yo_unless_told_otherwise():
    text = "Ещё еще ЕЩЁ щека"
    assert found(Query("ещё"), text) == ["Ещё", "еще", "ЕЩЁ"]
    assert found(Query("ещё", ignore_case=False), text) == ["еще"]
    assert found(Query("Ещё", fold_yo=False), text) == ["Ещё", "ЕЩЁ"]
    assert found(Query("ещё", ignore_case=False, fold_yo=False), text) == []
    assert found(Query(" "), "а б") == [" "], "a space is as good as any other character"


def test_plain_hits_do_not_overlap_and_are_taken_literally():
    assert found(Query("ана"), "бананана") == ["ана", "ана"]
    assert found(Query("(a+)."), "x(a+).y") == ["(a+)."]


@pytest.mark.parametrize("mode", MODES)
def test_places_are_code_points(mode):
    text = "🙂🙂 Клиент 🇷🇺 клиент"
    assert [m[:2] for m in Query("клиент", mode=mode).finder()(text)] == [(3, 9), (13, 19)]


def test_letters_that_grow_in_small_type_keep_the_places():
    assert found(Query("дом"), "İİ Дом") == ["Дом"]


def test_whole_words_end_where_cyrillic_words_do():
    query = Query("кот", mode="word")
    assert found(query, "кот, который скот (Кот) кот-баюн кот1 «кот»") == ["кот", "Кот", "кот", "кот"]
    assert found(query, "ко\u0442\u0301 кот") == ["кот"], "an accent belongs to its letter"
    assert found(Query("два слова", mode="word"), "два  слова два\nслова два словаря") == ["два  слова", "два\nслова"]
    assert found(Query("c++", mode="word"), "c++ и c++11, abc++") == ["c++", "c++"], "a sign has no border"


def test_any_form_of_a_word():
    text = "Клиенту нужен клиент, клиентами и клиентура"
    assert found(Query("клиент", mode="lemma"), text) == ["Клиенту", "клиент", "клиентами"]
    assert found(Query("клиентов", mode="lemma"), text) == ["Клиенту", "клиент", "клиентами"], "asked for by another form"
    assert found(Query("ещё", mode="lemma"), "еще и ещё") == ["еще", "ещё"]
    assert found(Query("сапорт", mode="lemma"), "сапорта сапорту саппорт") == ["сапорта", "сапорту"], "in no dictionary"
    assert found(Query("support", mode="lemma"), "Support supports") == ["Support"]


def test_a_word_that_is_typed_in_its_first_form_means_that_word():
    assert found(Query("мой", mode="lemma"), "моего мыли") == ["моего"]


def test_a_form_must_be_a_likely_one():
    assert found(Query("сталь", mode="lemma"), "мы стали ждать стальной стали сталью") == ["сталью"]
    assert found(Query("иза", mode="lemma"), "из дома изе") == ["изе"]


def test_a_phrase_is_found_in_any_forms_side_by_side():
    query = Query("номер заказа", mode="lemma")
    text = "номером заказа, номера  заказов. номер, заказа; номер вашего заказа; заказ номер номера заказа"
    assert found(query, text) == ["номером заказа", "номера  заказов", "номера заказа"]
    assert found(Query("да да нет", mode="lemma"), "да да да нет") == ["да да нет"], "a beginning may begin one later"


def test_a_regular_expression_says_what_it_means():
    assert found(Query(r"\d{2,}", mode="regex"), "1 22 333") == ["22", "333"]
    assert found(Query("ещё", mode="regex"), "еще Ещё") == ["Ещё"], "ё is ё"
    assert found(Query("Ещё", mode="regex", ignore_case=False), "ещё Ещё") == ["Ещё"]
    assert found(Query("x*|б", mode="regex"), "аxxб") == ["xx", "б"], "nothing is no hit"
    assert found(Query("[[a]", mode="regex"), "a[") == ["a", "["], "what may change its meaning some day does not today"


def test_groups_come_in_the_replacement():
    assert replaced(Query(r"(\w+) (?P<b>\w+)", r"\g<b> \1", "regex"), "раз два") == ["два раз"]
    assert replaced(Query("(а)|(б)", r"<\1\2>", "regex"), "аб") == ["<а>", "<б>"]


@pytest.mark.parametrize("mode", ["plain", "word", "lemma"])
def test_capitals_are_kept(mode):
    text = "Сапорт САПОРТ сапорт"
    assert replaced(Query("сапорт", "саппорт", mode), text) == ["Саппорт", "САППОРТ", "саппорт"]
    assert replaced(Query("сапорт", "саппорт", mode, keep_case=False), text) == ["саппорт"] * 3
    assert replaced(Query("сапорт", "Саппорт", mode), text)[2] == "Саппорт", "small letters ask for nothing"
    assert replaced(Query("сапорт", r"\1", mode), "сапорт") == [r"\1"]


def test_a_replacement_keeps_its_spaces_and_loses_what_cannot_be_stored():
    assert replaced(Query("а", " и \ud800"), "а") == [" и \ufffd"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (Query("a(b", mode="regex"), "character 2: a bracket is not closed"),
        (Query("ab)", mode="regex"), "character 3: a bracket is closed that was not opened"),
        (Query("[a", mode="regex"), "character 1: a square bracket"),
        (Query("*a", mode="regex"), "character 1: there is nothing before it"),
        (Query("(?<=a+)b", mode="regex"), "understood: what is looked for behind"),
        (Query("(" * 9000 + ")" * 9000, mode="regex"), "too deep"),
        (Query("a{99999999999}", mode="regex"), "too deep"),
        (Query("a", r"\1", "regex"), "replacement is not understood: there is no group of this number"),
        (Query("a", r"\g<x>", "regex"), "replacement is not understood: there is no group of this name"),
        (Query("a", "\\", "regex"), "replacement is not understood: the backslash"),
        (Query("", mode="plain"), "Type the words"),
        (Query("  ", mode="word"), "Type the words"),
        (Query("?!", mode="lemma"), "Type the words"),
        (Query("", mode="regex"), "Type the words"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_the_place(query, said):
    with pytest.raises(QueryError) as caught:
        query.finder()
    assert said in str(caught.value)
    assert isinstance(caught.value, AnnotatorError)
