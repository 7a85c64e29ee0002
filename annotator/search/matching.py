"""Finds words in a text: as they are typed, as whole words, in any form, or by a regular expression."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from annotator.core.errors import CommandError
from annotator.core.i18n import Message, msg
from annotator.core.text import clean, fold, like
from annotator.morphology import analyzer

MODES = ("plain", "word", "lemma", "regex")

_LETTER = r"[\w\u0300-\u036f]"
"""A letter, a digit, or an accent that stands behind its letter."""
_WORD = re.compile(rf"{_LETTER}+(?:[-’']{_LETTER}+)*")
_RUSSIAN = re.compile("[а-яё]", re.IGNORECASE)
_LIKELY = 0.05
"""Readings of a word that are rarer than this are passed over: «из» would be a form of the name «Иза»."""

_REASONS: tuple[tuple[str, Message], ...] = (
    ("missing )", msg("a bracket is not closed")),
    ("missing", msg("a bracket is not closed")),
    ("unterminated character set", msg("a square bracket is not closed")),
    ("unbalanced parenthesis", msg("a bracket is closed that was not opened")),
    ("nothing to repeat", msg("there is nothing before it to repeat")),
    ("multiple repeat", msg("two signs of repetition follow each other")),
    ("min repeat greater", msg("the first number of repetitions is greater than the second")),
    ("bad character range", msg("a range of characters runs backwards")),
    ("look-behind requires", msg("what is looked for behind must have a fixed length")),
    ("bad escape", msg("the backslash has no meaning here")),
    ("invalid group reference", msg("there is no group of this number")),
    ("unknown group name", msg("there is no group of this name")),
    ("unknown extension", msg("the sign after (? is unknown")),
)
"""What the library says of a pattern, by how it begins, and how it is put here."""

Match = tuple[int, int, str]
"""Code points start..end (half open) of a text, and the words that come there."""
Finder = Callable[[str], Iterator[Match]]


class QueryError(CommandError):
    """What is looked for, or what comes in its place, cannot be understood."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for and what comes in its place.

    `mode` is one of MODES. `ignore_case` holds for all but "lemma", which always does; with `fold_yo` ё is as good as е in all
    but "regex", which says exactly what it means. `keep_case` gives the replacement the capitals of the words found, but for
    "regex". There `replacement` may speak of groups: ``\\1``, ``\\g<name>``.
    """

    text: str
    replacement: str = ""
    mode: str = "plain"
    ignore_case: bool = True
    fold_yo: bool = True
    keep_case: bool = True

    def finder(self) -> Finder:
        """Return what finds the places in a text, in reading order; raise QueryError. Empty places are none."""
        if not self.text.strip() and (self.mode != "plain" or not self.text):
            raise QueryError(msg("Type the words to look for."))
        if self.mode == "regex":
            return self._regex()
        spans = {"plain": self._plain, "word": self._word, "lemma": self._lemma}[self.mode]()
        return partial(self._replaced, spans)

    def _replaced(self, spans: Callable[[str], Iterator[tuple[int, int]]], text: str) -> Iterator[Match]:
        replacement = clean_words(self.replacement)
        for start, end in spans(text):
            yield start, end, like(text[start:end], replacement) if self.keep_case else replacement

    def _folded(self, text: str) -> str:
        return fold(text, self.ignore_case or self.mode == "lemma", self.fold_yo)

    def _plain(self) -> Callable[[str], Iterator[tuple[int, int]]]:
        needle = self._folded(self.text)

        def spans(text: str) -> Iterator[tuple[int, int]]:
            folded = self._folded(text)
            at = folded.find(needle)
            while at >= 0:
                yield at, at + len(needle)
                at = folded.find(needle, at + len(needle))

        return spans

    def _word(self) -> Callable[[str], Iterator[tuple[int, int]]]:
        """Any white space between the words is as good as another."""
        wanted = self._folded(self.text).split()
        inner = r"\s+".join(map(re.escape, wanted))
        before = rf"(?<!{_LETTER})" if re.match(_LETTER, wanted[0]) else ""
        after = rf"(?!{_LETTER})" if re.search(rf"{_LETTER}$", wanted[-1]) else ""
        pattern = re.compile(before + inner + after)
        return lambda text: (match.span() for match in pattern.finditer(self._folded(text)))

    def _lemma(self) -> Callable[[str], Iterator[tuple[int, int]]]:
        """Words of a phrase stand side by side, each in any form, with nothing but white space in between."""
        wanted = [Forms.of(match.group()) for match in _WORD.finditer(fold(self.text))]
        if not wanted:
            raise QueryError(msg("Type the words to look for."))

        def spans(text: str) -> Iterator[tuple[int, int]]:
            folded = fold(text)
            found: list[re.Match[str]] = []
            for word in _WORD.finditer(folded):
                if found and folded[found[-1].end() : word.start()].strip():
                    found = []
                while found and not (len(found) < len(wanted) and word.group() in wanted[len(found)]):
                    # The words so far may begin one later: "номер номера заказа".
                    found = _rest(found, wanted)
                if word.group() in wanted[len(found)]:
                    found.append(word)
                if len(found) == len(wanted):
                    yield found[0].start(), word.end()
                    found = []

        return spans

    def _regex(self) -> Finder:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                pattern = re.compile(self.text, re.IGNORECASE if self.ignore_case else re.NOFLAG)
        except re.error as error:
            raise QueryError(_refusal(error)) from None
        except (RecursionError, OverflowError):
            raise QueryError(msg("This pattern is too deep or repeats too often.")) from None
        template = clean_words(self.replacement)
        try:
            pattern.sub(template, "")
        except re.error as error:
            raise QueryError(msg("The replacement is not understood: {reason}.", reason=_reason(error.msg))) from None
        except IndexError:
            raise QueryError(msg("The replacement is not understood: {reason}.", reason=_reason("unknown group name"))) from None

        def find(text: str) -> Iterator[Match]:
            for match in pattern.finditer(text):
                if match.end() > match.start():
                    yield match.start(), match.end(), match.expand(template)

        return find


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a word, without case and ё."""

    word: str
    lemmas: frozenset[str]
    forms: frozenset[str]

    @classmethod
    def of(cls, word: str) -> Forms:
        """Return the forms of a folded word: of the one that it names, or of those that it may be a form of."""
        if not _RUSSIAN.search(word):
            return cls(word, frozenset((word,)), frozenset((word,)))
        readings = _readings(word)
        named = [r for r in readings if fold(r.normal_form) == word]
        meant = named or readings
        forms = {fold(form.word) for reading in meant for form in reading.lexeme}
        return cls(word, frozenset(fold(r.normal_form) for r in meant), frozenset(forms | {word}))

    def __contains__(self, word: str) -> bool:
        """Tell whether a folded word is a form: it looks like one, and is likely to be one."""
        return word == self.word or (word in self.forms and not self.lemmas.isdisjoint(_lemmas(word)))


def _rest(found: list[re.Match[str]], wanted: list[Forms]) -> list[re.Match[str]]:
    """Return the longest end of `found`, shorter than it, that is a beginning of what is wanted."""
    for first in range(1, len(found)):
        if all(word.group() in forms for word, forms in zip(found[first:], wanted, strict=False)):
            return found[first:]
    return []


@cache
def _lemmas(word: str) -> frozenset[str]:
    return frozenset(fold(reading.normal_form) for reading in _readings(word))


def _readings(word: str) -> list[Any]:
    """Return the likely readings of a word; of one that is in no dictionary all are guesses, and as good as each other."""
    readings = analyzer().parse(word)
    return [r for r in readings if r.score >= _LIKELY] or readings


def clean_words(text: str) -> str:
    """Return typed words without what cannot be kept (see core.text.clean), white space at the ends included."""
    kept = clean(f"x{text}x")
    return kept[1:-1]


def _refusal(error: re.error) -> Message:
    reason = _reason(error.msg)
    if error.pos is None:
        return msg("This pattern is not understood: {reason}.", reason=reason)
    return msg("This pattern is not understood at character {place}: {reason}.", place=error.pos + 1, reason=reason)


def _reason(said: str) -> Message | str:
    return next((message for begin, message in _REASONS if said.startswith(begin)), said)
