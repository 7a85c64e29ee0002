"""Words of a text: where they are, how they compare, how texts are joined and mapped onto each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+")
_EDGES = re.compile(r"^\W+|\W+$")
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: code points start..end (half open)."""

    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Split at white space; the count is that of ``text.split()``."""
    return [Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]


def normal(word: str) -> str:
    """Return the word as it is compared: lower case, ё as е, without punctuation at its ends (unless nothing else is left)."""
    folded = word.casefold().replace("ё", "е")
    return _EDGES.sub("", folded) or folded


def fold(text: str, case: bool = True, yo: bool = True) -> str:
    """Return the text as it is searched: the same length, without `case`, ё as е with `yo`."""
    if case:
        lower = text.lower()
        text = lower if len(lower) == len(text) else "".join(c.lower()[0] for c in text)
    return text.replace("ё", "е").replace("Ё", "Е") if yo else text


def like(found: str, text: str) -> str:
    """Return `text` in capitals as `found` is: all of them, or the first; small letters of `found` ask for nothing."""
    letters = [c for c in found if c.isalpha()]
    if len(letters) > 1 and all(map(str.isupper, letters)):
        return text.upper()
    return text[:1].upper() + text[1:] if found[:1].isupper() else text


def phrase(text: str) -> str:
    """Return the words of a text in normal form, joined by one space; marks without a letter or digit are no words."""
    return " ".join(normal(word) for word in text.split() if any(map(str.isalnum, word)))


def join(*texts: str) -> str:
    """Join texts with exactly one space, leaving out empty ones."""
    return " ".join(stripped for text in texts if (stripped := text.strip()))


def cut(text: str, ranges: list[tuple[int, int]]) -> str:
    """Return the text without these half-open ranges, with one space where they were."""
    kept, at = [], 0
    for start, end in sorted(ranges):
        kept.append(text[at:start])
        at = max(at, end)
    kept.append(text[at:])
    return join(*kept)


def map_position(text: str, source: str, at: int) -> int:
    """Return the place in `source` that corresponds to position `at` of `text`, by aligning their words.

    The result stands at the start of a source word or at the end of the source.
    """
    if text == source:
        return at
    ours, theirs = words(text), words(source)
    place = next((n for n, word in enumerate(ours) if word.end > at), len(ours))
    matcher = SequenceMatcher(None, [normal(w.text) for w in ours], [normal(w.text) for w in theirs], autojunk=False)
    target = len(theirs)
    for _, a1, a2, b1, b2 in matcher.get_opcodes():
        if a1 <= place < a2:
            target = min(b1 + place - a1, b2)
            break
    return theirs[target].start if target < len(theirs) else len(source)


def clean(text: str) -> str:
    """Return what people typed as it is kept: no white space at its ends, U+FFFD for lone surrogates.

    SQLite refuses lone surrogates and Qt empties a string that has one.
    """
    return _SURROGATES.sub("\ufffd", text).strip()
