"""By which words the two sides are told, and how a project changes them."""

from __future__ import annotations

from collections import Counter

import pytest

from annotator.core.model import SIDES, RoleWord
from annotator.core.text import phrase
from annotator.detectors.speakers_roles import chance_agent, lexicon_of, named_side, packaged_role_words, role_word_key, signs


def test_the_packaged_words_are_each_once_and_as_they_are_compared():
    assert [key for key, n in Counter(map(role_word_key, packaged_role_words())).items() if n > 1] == []
    assert all(word.text == phrase(word.text) and word.side in SIDES and word.weight in (1, 2, 3) for word in packaged_role_words())
    assert Counter((w.side, w.use) for w in packaged_role_words()).keys() == {(s, u) for s in SIDES for u in ("name", "sign")}


@pytest.mark.parametrize(
    ("agent", "client"),
    [
        ("Оператор", "Абонент"),
        ("Менеджер", "Покупатель"),
        ("Agent", "Customer"),
        ("Продавец", "Клиент"),
        ("Консультант", "Заказчик"),
        ("Врач", "Пациентка"),
        ("Саппорт", "Пользователь"),
        ("Assistant", "User"),
        ("Оператор 1", "Client (SPK01)"),
        ("оператор-2", "КЛИЕНТА"),
        ("операторы", "покупателей"),
        ("с продавцом", "Звонящего"),
        ("Sales reps", "Buyers"),
        ("Customer service", "customer"),
        ("Менеджер по работе с клиентами", "Клиенты_2"),
        ("Служба поддержки клиентов", "гостя"),
    ],
)
def test_common_roles_are_known_in_any_form(agent, client):
    assert (named_side(agent), named_side("", client)) == ("agent", "client")


@pytest.mark.parametrize("name", ["", "SPK00", "Анна", "Оператор/Абонент", "клиентский", "абонентский отдел", "service", "127"])
def test_what_tells_no_side_or_both(name):
    assert named_side(name) is None
    assert named_side("клиент", "оператор") is None


def test_a_project_adds_names_turns_them_round_and_switches_them_off():
    project = lexicon_of((RoleWord(1, "мастер", "agent"), RoleWord(2, "операторы", "client"), RoleWord(3, "покупатель", "")))
    told = {name: named_side(name, lexicon=project) for name in ("Мастера", "оператор", "Покупатель", "клиент")}
    assert told == {"Мастера": "agent", "оператор": "client", "Покупатель": None, "клиент": "client"}
    assert (named_side("мастер"), named_side("оператор"), named_side("покупатель")) == (None, "agent", "client")


def test_a_project_adds_signs_of_any_length_weighs_them_and_switches_them_off():
    turns = [(0, "да вот так я всегда начинаю разговор".split()), (1, "чем могу помочь".split())]
    assert [(s.text, s.side, s.weight, s.place) for s in signs(turns)] == [("чем могу помочь", "agent", 3, (1, 0, 3))]
    project = lexicon_of(
        (RoleWord(1, "вот так я всегда начинаю разговор", "agent", "sign", 3), RoleWord(2, "чем могу помочь", "client", "sign", 1))
    )
    found = signs(turns, lexicon=project)
    assert [(s.side, s.weight, s.place) for s in found] == [("agent", 3, (0, 1, 7)), ("client", 1, (1, 0, 3))]
    assert chance_agent(found, 0.5) > 0.7 > 0.3 > chance_agent(signs(turns), 0.5)
    off = lexicon_of((RoleWord(1, "чем могу помочь", "", "sign"), RoleWord(2, "могу помочь", "", "sign")))
    assert signs(turns, lexicon=off) == []


def test_a_name_is_no_sign_and_a_sign_is_no_name():
    project = lexicon_of((RoleWord(1, "мастер", "agent"), RoleWord(2, "заходите", "agent", "sign")))
    assert signs([(0, ["мастер"])], lexicon=project) == []
    assert named_side("заходите", lexicon=project) is None


def test_the_words_of_a_project_are_put_together_once():
    assert lexicon_of((RoleWord(1, "мастер", "agent"),)) is lexicon_of((RoleWord(1, "мастер", "agent"),))
