from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.text import clean, cut, join, map_position, normal, phrase, words

TEXT = st.text(alphabet="ab ,.ё\n", max_size=20)


@given(TEXT)
def test_words_are_those_of_split(text):
    assert [w.text for w in words(text)] == text.split()
    assert all(text[w.start : w.end] == w.text for w in words(text))


@pytest.mark.parametrize(
    ("word", "expected"), [("Ёлка,", "елка"), ("«Да»", "да"), ("...", "..."), ("кто-то", "кто-то"), ("9%", "9")]
)
def test_words_compare_without_case_and_punctuation(word, expected):
    assert normal(word) == expected


def test_a_phrase_is_its_words_as_they_compare():
    assert phrase(" Ёлка, —\n«из-за»  ОКНА ...") == "елка из-за окна"


def test_join_puts_one_space_and_leaves_out_nothing_else():
    assert join(" a ", "", "b", "  ", "c d") == "a b c d"


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [([], "one two three"), ([(0, 3)], "two three"), ([(4, 7)], "one three"), ([(2, 5), (0, 3)], "wo three"), ([(0, 13)], "")],
)
def test_cut_takes_out_ranges(ranges, expected):
    assert cut("one two three", ranges) == expected


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.booleans()), max_size=8))
def test_cut_leaves_exactly_the_other_words(marked):
    text = " ".join(word for word, _ in marked)
    ranges = [(w.start, w.end) for w, (_, goes) in zip(words(text), marked, strict=True) if goes]
    assert cut(text, ranges) == " ".join(word for word, goes in marked if not goes)


@pytest.mark.parametrize(
    ("text", "source", "before", "expected"),
    [
        ("one two three", "one two three", "two", "two three"),
        ("One, 2 three", "one two three", "three", "three"),
        ("one three", "one two three", "three", "three"),
        ("one and two", "one two", "two", "two"),
        ("one and more", "one", "and", ""),
    ],
)
def test_positions_follow_the_words(text, source, before, expected):
    assert source[map_position(text, source, text.index(before)) :] == expected


@given(TEXT, TEXT, st.integers(0, 20))
def test_positions_never_go_backwards(text, source, at):
    here, later = map_position(text, source, min(at, len(text))), map_position(text, source, min(at + 1, len(text)))
    assert 0 <= here <= later <= len(source)


@given(st.text(alphabet=st.characters(codec=None), max_size=10))
def test_clean_text_can_be_stored(text):
    assert clean(text).encode().decode() == clean(text)
    assert len(clean(text)) == len(text.strip())
