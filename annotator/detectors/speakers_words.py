"""What a word is to the speakers detector: itself or its class, its grammar, whom it speaks of."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from annotator.morphology import analyzer

LISTS: dict[str, frozenset[str]] = {
    name: frozenset(listed)
    for name, listed in json.loads(files(__package__).joinpath("speakers_lists.json").read_text(encoding="utf-8")).items()
}
"""Words in normal form: of the first and second person, that ask, that end no sentence (binding), that begin none (clinging)."""

ENDINGS = ("ing", "tion", "ed", "ly", "er", "est", "able", "ness", "ment", "ous", "ive", "al", "s", "y")
NOMINAL = frozenset(("NOUN", "NPRO", "ADJF", "PRTF", "NUMR"))
KINDS = {"ADJF": "A", "PRTF": "A", "NOUN": "N", "NPRO": "N", "NUMR": "M", "VERB": "V"}
PAIRS = {("A", "N"): 1, ("A", "A"): 2, ("N", "A"): 3, ("M", "N"): 4, ("N", "V"): 5, ("V", "N"): 6}
CYRILLIC = re.compile("[а-я]")
LATIN = re.compile("[a-z]")


class Code(NamedTuple):
    """A word form as the models see it. `word` and `tag` are ids of the lexicon, `full` stands for any word.

    `person` is 1, 2 or 0 for neither; `form` is the id of its part of speech and readings, see `Lexicon.agreement`.
    """

    word: int
    full: int
    tag: int
    person: int
    asks: int
    form: int


class Form(NamedTuple):
    """Part of speech of the likeliest reading, and all likely readings.

    A reading is (case, number, gender) of a nominal or ("verb", number, gender or person) of a verb.
    """

    part: str
    readings: frozenset[tuple[str, str, str]]


@cache
def grammar(word: str) -> tuple[str, Form]:
    """Return tag and form of a word in normal form (see `core.text.normal`)."""
    if word[0].isdigit():
        return "NUMBER", Form("NUMR", frozenset())
    if CYRILLIC.search(word):
        return _russian(word)
    if LATIN.search(word):
        ending = next((e for e in ENDINGS if word.endswith(e) and len(word) > len(e) + 2), "")
        return f"LATIN.{ending}", Form("", frozenset())
    return "OTHER", Form("", frozenset())


def _russian(word: str) -> tuple[str, Form]:
    parses = analyzer().parse(word)[:6]
    tag = parses[0].tag
    part = str(tag.POS or "")
    fields: tuple[Any, ...]
    match part:
        case "NOUN":
            kind = "NAME" if tag.grammemes & {"Name", "Patr", "Surn"} else "NOUN"
            fields = (kind, tag.case, tag.number)
        case "ADJF" | "PRTF" | "NUMR":
            fields = (part, tag.case, tag.number)
        case "NPRO":
            fields = (part, tag.case, tag.person)
        case "VERB":
            fields = (part, tag.mood, tag.tense, tag.person or tag.number)
        case _:
            fields = (part or "UNKNOWN",)
    readings = set()
    for parse in parses:
        t = parse.tag
        number, gender = str(t.number or ""), str(t.gender or "") if t.number == "sing" else ""
        if t.POS in NOMINAL and t.case:
            readings.add((str(t.case), number, gender))
        elif t.POS == "VERB":
            readings.add(("verb", number, gender or str(t.person or "")))
    return ".".join(str(f) for f in fields if f), Form(part, frozenset(readings))


def agreement(left: Form, right: Form) -> int:
    """Return an id for how two neighbouring words fit: odd when they agree, even when not, 0 when they need not."""
    pair = PAIRS.get((KINDS.get(left.part, ""), KINDS.get(right.part, "")), 0)
    match pair:
        case 0:
            return 0
        case 1 | 2 | 3:
            fits = bool(left.readings & right.readings)
        case 4:
            fits = any(case == "gent" for case, _, _ in right.readings)
        case _:
            noun, verb = (left, right) if pair == 5 else (right, left)
            fits = any(
                case == "nomn" and kind == "verb" and number == verb_number and (gender == mark or not mark or mark.endswith("per"))
                for case, number, gender in noun.readings
                for kind, verb_number, mark in verb.readings
            )
    return 2 * pair + fits


class Lexicon:
    """Ids of the frequent words and of the tags; a word that is not frequent has the id of its tag."""

    def __init__(self, words: Sequence[str], tags: Sequence[str]):
        self.words, self.tags = tuple(words), tuple(tags)
        self._tag_ids = {tag: n for n, tag in enumerate(tags, 1)}
        self._word_ids = {word: n for n, word in enumerate(words, 1 + len(tags))}
        self._codes: dict[str, Code] = {}
        self._forms: list[Form] = []
        self._form_ids: dict[Form, int] = {}
        self._fits: dict[tuple[int, int], int] = {}

    def code(self, word: str) -> Code:
        """Return the code of a word in normal form."""
        code = self._codes.get(word)
        if code is None:
            tag, form = grammar(word)
            tag_id = self._tag_ids.get(tag, 0)
            first = word in LISTS["first"] or ".1per" in tag
            second = word in LISTS["second"] or ".2per" in tag or ".impr" in tag
            person = 1 if first else 2 if second else 0
            form_id = self._form_ids.setdefault(form, len(self._forms))
            if form_id == len(self._forms):
                self._forms.append(form)
            full = zlib.crc32(word.encode("utf-8", "replace"))
            code = Code(self._word_ids.get(word, tag_id), full, tag_id, person, int(word in LISTS["question"]), form_id)
            self._codes[word] = code
        return code

    def knows(self, code: Code) -> bool:
        """Tell whether the word is one of the frequent ones."""
        return code.word > len(self.tags)

    def agreement(self, left: Code, right: Code) -> int:
        """Return how two neighbouring words fit, see `agreement`."""
        key = left.form, right.form
        fits = self._fits.get(key)
        if fits is None:
            fits = self._fits[key] = agreement(self._forms[left.form], self._forms[right.form])
        return fits
