from __future__ import annotations

import pytest

from annotator.core.commands import role_words
from annotator.core.errors import CommandError
from annotator.core.model import RoleWord, Transcript


@pytest.fixture
def transcript(call) -> Transcript:
    t = call("A: how can I help", "B: yes")
    return t.apply(role_words.add(t, "operator", "agent"))


def test_words_are_kept_in_normal_form(transcript):
    t = transcript.apply(role_words.add(transcript, "  «Ещё — чуть-чуть», НИЖЕ!  ", "client", "sign", 3))
    t = t.apply(role_words.add(t, "I’d like", "client", "sign"))
    assert t.role_words[1:] == (
        RoleWord(2, "еще чуть-чуть ниже", "client", "sign", 3),
        RoleWord(3, "i'd like", "client", "sign", 2),
    )


@pytest.mark.parametrize("text", ["", " ", "— ...", "Operator!", "007", "word " * 9])
def test_what_is_no_name_or_on_the_list_already_is_refused(transcript, text):
    with pytest.raises(CommandError):
        role_words.add(transcript, text, "agent")


def test_the_same_words_tell_another_side_or_none_or_something_else_in_what_is_said(transcript):
    for side in ("client", ""):
        t = transcript.apply(role_words.add(transcript, "Operator", side))
        assert t.role_words == (RoleWord(1, "operator", side),)
    t = transcript.apply(role_words.add(transcript, "operator", "client", "sign", 1))
    assert t.role_words == (RoleWord(1, "operator", "agent"), RoleWord(2, "operator", "client", "sign", 1))
    assert t.apply(role_words.add(t, "operator", "client", "sign", 3)).role_words[1].weight == 3


def test_the_weight_of_what_has_none_makes_no_difference(transcript):
    for side, use in (("agent", "name"), ("", "sign")):
        t = transcript.apply(role_words.add(transcript, "seller", side, use, 3))
        with pytest.raises(CommandError, match="already"):
            role_words.add(t, "seller", side, use, 1)


def test_words_are_taken_off_the_list(transcript):
    t = transcript.apply(role_words.add(transcript, "word " * 8, "client", "sign"))
    assert t.apply(role_words.remove(t, {1})).role_words == t.role_words[1:]
    assert t.apply(role_words.remove(t, [1, 2])).role_words == ()
    with pytest.raises(CommandError):
        role_words.remove(t, [9])


def test_without_a_project_words_are_each_once_and_the_last_counts():
    texts = ["Оператор=agent", "1+1=2 ты прав = client:sign:3 ", "мне бы=client:sign", "гость=none", "оператор= client"]
    assert role_words.as_role_words(texts) == (
        RoleWord(1, "оператор", "client"),
        RoleWord(2, "1+1=2 ты прав", "client", "sign", 3),
        RoleWord(3, "мне бы", "client", "sign"),
        RoleWord(4, "гость", ""),
    )


@pytest.mark.parametrize(
    "text",
    ["", "оператор", "оператор=", "оператор=seller", "=agent", "?=agent", "a=agent:say", "a=agent:sign:4", "a=agent:", "a=Agent"],
)
def test_what_does_not_tell_a_side_is_refused(text):
    with pytest.raises(CommandError):
        role_words.as_role_words(["гость=client", text])
