"""Which words were lost and which are new."""

from __future__ import annotations

import time

import pytest

from annotator.core.diff import changed_words


def cut(text: str, ranges: list[tuple[int, int]]) -> list[str]:
    return [text[a:b] for a, b in ranges]


@pytest.mark.parametrize(
    ("source", "text", "lost", "new"),
    [
        ("да нет", "да нет", [], []),
        ("один два три", "один три", ["два"], []),
        ("один три", "один два три", [], ["два"]),
        ("заказ пять шесть не пришёл", "заказ семь не пришёл вчера", ["пять шесть"], ["семь", "вчера"]),
        ("", "слово", [], ["слово"]),
        ("слово", "", ["слово"], []),
    ],
)
def test_words_that_differ(source, text, lost, new):
    gone, come = changed_words(source, text)
    assert (cut(source, gone), cut(text, come)) == (lost, new)


def test_long_texts_of_few_words_are_compared_in_a_moment():
    began = time.process_time()
    changed_words("да нет " * 50_000, "нет да ну " * 40_000)
    assert time.process_time() - began < 5
