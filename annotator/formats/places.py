"""Where the words of a recogniser stand in the text that it makes of them: with capitals, marks, and figures for numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from annotator.core.spoken import SpokenWord, span_of
from annotator.core.text import clean, words

LONGEST_MS = 2**31 - 1
_REACH = 30
"""Words that may be missing, or more than there were, in a place."""
_SHORT = 32
_MOST_LOOKS = 300_000
"""How often a text is searched for where it goes on; texts that have little to do with their words are given up then."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word as a recogniser writes it; `confidence` is 0 to 1. A mark after a word is a token with `glued`: no space before it."""

    text: str
    start_ms: int | None = None
    end_ms: int | None = None
    confidence: float | None = None
    glued: bool = False


@dataclass(frozen=True, slots=True)
class _Heard:
    """Letters and digits, folded, when they were spoken, and what stands before and after them in the token."""

    letters: str
    before: str
    after: str
    start_ms: int | None
    end_ms: int | None
    confidence: float | None


def places(text: str, tokens: Iterable[Token]) -> list[SpokenWord]:
    """Find the tokens in the text, one after the other, by their letters and digits.

    A token that the text has in another form (a number in figures) is found where all around it is. Those that are not there are
    left out, and so are those without a time or a confidence. A word that is glued to another is part of it.
    """
    heard = _heard(tokens)
    if not any(word.start_ms is not None or word.confidence is not None for word in heard):
        return []
    letters, positions = _letters(text)
    if letters == "".join(word.letters for word in heard):
        found, at = [], 0
        for word in heard:
            start, at = at, at + len(word.letters)
            found.append(_spoken(text, positions[start], positions[at - 1] + 1, word))
    else:
        found = _aligned(text, heard)
    return [word for word in found if word.start_ms is not None or word.confidence is not None]


def _heard(tokens: Iterable[Token]) -> list[_Heard]:
    heard: list[_Heard] = []
    joins = False
    for token in tokens:
        for n, part in enumerate(clean(token.text).split()):
            letters, before, after = (_known_parts if len(part) <= _SHORT else _parts)(part)
            if not letters:
                joins = joins and token.glued
                continue
            word = _Heard(letters, before, after, _sound(token.start_ms), _sound(token.end_ms), token.confidence)
            if joins and n == 0 and token.glued:
                last = heard.pop()
                confidences = [each.confidence for each in (last, word) if each.confidence is not None]
                end_ms = last.end_ms if word.end_ms is None else word.end_ms
                confidence = min(confidences, default=None)
                word = replace(last, letters=last.letters + letters, after=after, end_ms=end_ms, confidence=confidence)
            heard.append(word)
            joins = True
    return heard


def _letters(text: str) -> tuple[str, list[int]]:
    """Return letters and digits in the form in which they compare, each with its position in the text."""
    folded = text.casefold().replace("ё", "е")
    if len(folded) != len(text):  # ß and its like become two
        pairs = [(letter, n) for n, character in enumerate(text) for letter in character.casefold().replace("ё", "е")]
        pairs = [(letter, n) for letter, n in pairs if letter.isalnum()]
        return "".join(letter for letter, _ in pairs), [n for _, n in pairs]
    return "".join(filter(str.isalnum, folded)), [n for n, letter in enumerate(folded) if letter.isalnum()]


def _parts(word: str) -> tuple[str, str, str]:
    """Return the letters of a word without spaces, and what is before and after them."""
    letters, positions = _letters(word)
    return (letters, word[: positions[0]], word[positions[-1] + 1 :]) if letters else ("", "", "")


_known_parts = lru_cache(16_384)(_parts)
"""A call has each of its words often."""


def _aligned(text: str, heard: Sequence[_Heard]) -> list[SpokenWord]:
    """Go along the words of both; where they differ, go on at the nearest place where they are the same again.

    Two in a row must be, unless as many words were replaced by others: one alone may be any "and".
    """
    ours: list[tuple[str, int, int]] = []
    for word in words(text):
        letters, positions = _letters(word.text)
        if letters:
            ours.append((letters, word.start + positions[0], word.start + positions[-1] + 1))
    where: dict[str, list[int]] = defaultdict(list)
    for n, (letters, _, _) in enumerate(ours):
        where[letters].append(n)
    found: list[SpokenWord] = []
    i = j = looks = 0
    while i < len(ours) and j < len(heard):
        if ours[i][0] == heard[j].letters:
            found.append(_spoken(text, ours[i][1], ours[i][2], heard[j]))
            i, j = i + 1, j + 1
            continue
        best = None
        for theirs in range(min(_REACH, len(heard) - j)):
            if best is not None and theirs >= sum(best):
                break
            looks += 1
            following = where.get(heard[j + theirs].letters, ())
            place = bisect_left(following, i)
            own = following[place] - i if place < len(following) else _REACH
            nearer = own < _REACH and (best is None or own + theirs < sum(best))
            if nearer and (own == theirs or _goes_on(ours, heard, i + own, j + theirs)):
                best = own, theirs
        if looks > _MOST_LOOKS:
            break
        if best is None:
            own, theirs = len(ours) - i, len(heard) - j
            best = (own, theirs) if max(own, theirs) <= _REACH else (0, 1)
        found += _instead(text, ours[i : i + best[0]], heard[j : j + best[1]])
        i, j = i + best[0], j + best[1]
    return found


def _goes_on(ours: Sequence[tuple[str, int, int]], heard: Sequence[_Heard], i: int, j: int) -> bool:
    """Tell whether the words that follow these are the same as well, or one of the two ends here."""
    return i + 1 >= len(ours) or j + 1 >= len(heard) or ours[i + 1][0] == heard[j + 1].letters


def _instead(text: str, ours: Sequence[tuple[str, int, int]], heard: Sequence[_Heard]) -> list[SpokenWord]:
    """Give words that are written instead of others the time of those: one for one, or all to one."""
    if len(ours) == len(heard):
        return [_spoken(text, start, end, word) for (_, start, end), word in zip(ours, heard, strict=True)]
    if len(ours) == 1 and heard:
        _, start, end = ours[0]
        return [SpokenWord(start, end, *span_of([SpokenWord(0, 0, word.start_ms, word.end_ms) for word in heard]))]
    return []


def _spoken(text: str, start: int, end: int, word: _Heard) -> SpokenWord:
    """Return the word with the marks of the token, as far as they are in the text as well."""
    if word.before and text.endswith(word.before, 0, start):
        start -= len(word.before)
    if word.after and text.startswith(word.after, end):
        end += len(word.after)
    return SpokenWord(start, end, word.start_ms, word.end_ms, word.confidence)


def _sound(time: int | None) -> int | None:
    return time if time is not None and 0 <= time <= LONGEST_MS else None
