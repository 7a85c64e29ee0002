"""Which words the Russian dictionary knows. Words in other letters, with digits, and of one or two letters are not judged."""

from __future__ import annotations

import re
from collections.abc import Iterable

from annotator.core.text import fold
from annotator.morphology import analyzer

LEAST = 3

_WORD = re.compile(r"(?<![\w-])[а-яё]+(?:-[а-яё]+)*(?![\w-])", re.IGNORECASE)


def words_of(text: str) -> list[tuple[int, int, str]]:
    """Return the words of a text that are judged: code points start..end, and the word in lower case, ё as е."""
    found = ((m.start(), m.end(), fold(m.group())) for m in _WORD.finditer(text))
    return [(start, end, word) for start, end, word in found if len(word) >= LEAST]


def unknown_words(words: Iterable[str]) -> frozenset[str]:
    """Return those of the words, in the form of `words_of`, that the dictionary does not know."""
    return frozenset(word for word in words if not _known(word))


def _known(word: str) -> bool:
    """Tell whether the dictionary has a word, or all parts of one with hyphens."""
    known = analyzer().word_is_known
    return bool(known(word)) or ("-" in word and all(len(part) < LEAST or known(part) for part in word.split("-")))
