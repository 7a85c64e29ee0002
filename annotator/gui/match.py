"""How well a name fits what was typed: by the beginnings of its words, by its words, by its letters in order.

Typed on the wrong layout fits too: "gjdnjh" finds "повтор".
"""

from __future__ import annotations

RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
ENGLISH = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_SWAP = str.maketrans(RUSSIAN + ENGLISH, ENGLISH + RUSSIAN)

OTHER_LAYOUT = 0.8
"""What a fit on the other layout is worth beside one as typed."""


def folded(text: str) -> str:
    """Return the text as it is compared."""
    return text.casefold().replace("ё", "е")


def typed(query: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a query, as they were typed and as they would be on the other layout."""
    lower = query.casefold()
    return tuple(dict.fromkeys(tuple(folded(text).split()) for text in (lower, lower.translate(_SWAP))))


def score(query: tuple[tuple[str, ...], ...], name: str) -> float:
    """Return how well the folded `name` fits, from 0 for not at all to 1 for all of it."""
    return max((_words(words, name) * (OTHER_LAYOUT if n else 1) for n, words in enumerate(query)), default=0.0)


def _words(words: tuple[str, ...], name: str) -> float:
    total = 0.0
    for word in words:
        value = _word(word, name)
        if not value:
            return 0.0
        total += value
    return total / len(words) if words else 1.0


def _word(word: str, name: str) -> float:
    at = name.find(word)
    if at == 0:
        return 0.9 + 0.1 * len(word) / len(name)
    if at > 0:
        start = f" {name}".find(f" {word}")
        return 0.8 - min(start, 50) / 1000 if start > 0 else 0.5 - min(at, 50) / 1000
    return _letters(word, name)


def _letters(word: str, name: str) -> float:
    """Return how well the letters of `word` stand in `name` in their order; better the closer they are. One letter is no word."""
    first = at = name.find(word[0])
    if first < 0 or len(word) < 2:
        return 0.0
    for letter in word[1:]:
        at = name.find(letter, at + 1)
        if at < 0:
            return 0.0
    spread = at - first + 1
    return 0.4 * len(word) / spread if spread <= 4 * len(word) else 0.0
