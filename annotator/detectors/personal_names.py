"""Names of people in Russian text, in any case and without capitals: first names, patronymics, and surnames beside them.

First names are a list of what people are called, declined here; a dictionary has ten thousand more, among them most that are words
or are misspelt. Surnames are told by the dictionary, and only beside a name: alone, too many are words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from annotator.core.text import fold
from annotator.morphology import analyzer

LIST = "personal_names.json"

SURE, LIKELY = 0.9, 0.75
"""A name with a patronymic, a surname or a word that announces it; a name alone that is no word."""

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[.!?,;:…]")
_HUSH = "гкхжшчщ"
_ANNOUNCED = re.compile(
    r"(?:\b(?:зовут|звать|имя|имени|на имя|уважаем\w+|фио|ф и о|получатель|здравствуйте|добрый день|добрый вечер|доброе утро"
    r"|приветствую|спасибо вам|слушаю вас|до свидания))(?: это| мое| ваше)? $"
)
_FOLLOWED = re.compile(r"(?:к телефону|вам звон|вас беспокоит|меня зовут|из компании|вам перезвон|вам удобно|подскажите|скажите)")
_SAYS_SURNAME = re.compile(r"\bфамили[яюи](?: (?:моя|ваша|у меня|его|ее|клиента))?(?: это)? $")
_SURNAME = re.compile(
    r"[а-я-]{2,}?(?:ов|ев|ин|ын|ск|цк|енк|к|юк|ук|ак|як|ик|ян|янц|дзе|швили|их|ых|ер|ман|штейн|берг|ич|ец|ун|ар|ой|ий|им|ай|ец|оз|ед|ель|ань|ура|уля)"
    r"(?:ий|ого|ому|им|ом|ая|ой|ую|а|у|ым|е|о|ы|ем|я|ю)?"
)
_FOREIGN_PATRONYMIC = re.compile(r"[а-я]{3,}(?:[ео]вич(?:а|у|ем|е)?|[ео]вн(?:а|ы|е|у|ой)|оглы|кызы)")


class Name(NamedTuple):
    """A name: code points start..end of the text, what it is in the nominative, and how sure that is."""

    start: int
    end: int
    lemma: str
    confidence: float
    announced: bool
    """Whether words beside it say that it is a name."""


class _Lists(NamedTuple):
    names: dict[str, str]
    patronymics: dict[str, str]
    words: frozenset[str]
    """Names, in the forms that are words too; in the nominative with all their forms."""


@cache
def _lists() -> _Lists:
    data = {key: fold(value).split() for key, value in json.loads(files(__package__).joinpath(LIST).read_text("utf-8")).items()}
    names: dict[str, str] = {}
    for name in (*data["male"], *data["female"], *data["short"]):
        for form in _forms(name, name in data["male"]):
            names.setdefault(form, name)
    patronymics: dict[str, str] = {}
    for name in data["male"]:
        for lemma, endings in _patronymics(name):
            stem = lemma.removesuffix("а") if lemma.endswith("на") else lemma
            for ending in endings:
                patronymics.setdefault(stem + ending, lemma)
    return _Lists(names, patronymics, frozenset(data["words"]))


def _forms(name: str, male: bool) -> Iterator[str]:
    """Yield a first name in its cases, ё as е."""
    irregular = {"павел": "павл", "лев": "льв", "петр": "петр"}
    stem, last = name[:-1], name[-1]
    yield name
    if last in "ая":
        soft = last == "я"
        yield from (stem + ("и" if soft or stem[-1] in _HUSH else "ы"), stem + ("и" if stem[-1] == "и" else "е"))
        yield from (stem + ("ю" if soft else "у"), stem + ("ей" if soft or stem[-1] in "жшчщц" else "ой"))
    elif last == "й":
        yield from (stem + ending for ending in ("я", "ю", "ем", "и" if stem[-1] == "и" else "е"))
    elif last == "ь":
        yield from (stem + ending for ending in (("я", "ю", "ем", "е") if male else ("и", "ью")))
        if name == "любовь":
            yield "любовью"
    elif last not in "еиоуыэю":
        stem = irregular.get(name, name)
        yield from (stem + ending for ending in ("а", "у", "е", "ем" if stem[-1] in "жшчщц" else "ом"))


def _patronymics(name: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield what children of a man are called, and the endings of its cases."""
    he, she = ("", "а", "у", "ем", "е"), ("а", "ы", "е", "у", "ой")
    special = {
        "илья": "иль",
        "никита": "никит",
        "кузьма": "кузьм",
        "фома": "фом",
        "лука": "лук",
        "савва": "савв",
        "данила": "данил",
    }
    stems = {"павел": "павл", "лев": "льв", "яков": "яковл", "петр": "петр"}
    if name in special:
        stem = special[name]
        yield from ((stem + "ич", he), (stem + ("инична" if name != "никита" else "ична"), she))
        return
    stem, last = name[:-1], name[-1]
    if last == "й":
        ways = (stem[:-1] + "ь", stem) if stem[-1] == "и" else (stem,)
        for way in ways:
            yield from ((way + "евич", he), (way + "евна", she))
        yield (stem if stem[-1] != "и" else stem[:-1] + "ь") + "ич", he
        if stem[-1] == "и":
            yield stem[:-1] + "ич", he
    elif last == "ь":
        yield from ((stem + "евич", he), (stem + "евна", she))
    elif last not in "аеиоуыэюя":
        stem = stems.get(name, name)
        e = "евич" if name == "яков" or stem[-1] in "жшчщц" else "ович"
        yield from ((stem + e, he), (stem + e.replace("ич", "на"), she), (stem + "ыч", he))
        if name == "александр":
            yield "саныч", he
        if name in ("михаил", "гавриил", "даниил"):
            short = {"михаил": "михайл", "гавриил": "гаврил", "даниил": "данил"}[name]
            yield from ((short + "ович", he), (short + "овна", she), ("михалыч", he))
        if name == "павел":
            yield "палыч", he


def names(text: str) -> list[Name]:
    """Return the names in a text, in reading order."""
    folded = fold(text)
    lists = _lists()
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(folded)]
    words = [word for word, _, _ in tokens]
    if not any(word in lists.names or word in lists.patronymics or word.startswith("фамили") for word in words):
        return []
    found: list[Name] = []
    at = 0
    while at < len(tokens):
        name, taken = _name(text, folded, tokens, at, lists)
        if name is not None:
            if found and name.start < found[-1].end:
                found.pop()
            found.append(name)
        at += taken
    return found


def _name(text: str, folded: str, tokens: Sequence[tuple[str, int, int]], at: int, lists: _Lists) -> tuple[Name | None, int]:
    """Return the name that begins at a word, None where none does, and how many words it takes."""
    word, start, _ = tokens[at]

    def token(place: int) -> str:
        return tokens[place][0] if 0 <= place < len(tokens) else ""

    before = " ".join(token(n) for n in range(at - 4, at)) + " "
    announced = bool(_ANNOUNCED.search(before) or _FOLLOWED.match(f"{token(at + 1)} {token(at + 2)}"))
    if word not in lists.names:
        if word in lists.patronymics:
            return Name(start, tokens[at][2], lists.patronymics[word], SURE, False), 1
        if _SAYS_SURNAME.search(before) and (surname := _surname(word)):
            return Name(start, tokens[at][2], surname, SURE, True), 1
        return None, 1
    first, last, parts = at, at, [lists.names[word]]
    following = token(at + 1)
    patronymic = lists.patronymics.get(following) or (following if _FOREIGN_PATRONYMIC.fullmatch(following) else None)
    if patronymic:
        last, parts = at + 1, [*parts, patronymic]
    word_too = word in lists.words or lists.names[word] in lists.words
    if surname := _surname(token(last + 1)):
        last, parts = last + 1, [*parts, surname]
    elif (surname := _surname(token(at - 1))) and (patronymic or not word_too):
        first, parts = at - 1, [*parts, surname]
    supported = len(parts) > 1 or announced
    alone = len(tokens) == 1
    if not supported and word_too and not alone and not _capital(text, tokens, at, folded):
        return None, 1
    confidence = SURE if supported else LIKELY
    return Name(tokens[first][1], tokens[last][2], " ".join(parts), confidence, announced), last - at + 1


def _capital(text: str, tokens: Sequence[tuple[str, int, int]], at: int, folded: str) -> bool:
    """Tell whether a word has a capital that no sentence begins with."""
    _, start, end = tokens[at]
    inside = at > 0 and tokens[at - 1][0] not in (".", "!", "?", "…")
    return inside and text[start] != folded[start] and text[start + 1 : end] == folded[start + 1 : end]


@lru_cache(maxsize=10_000)
def _surname(word: str) -> str | None:
    """Return the nominative of a word that the dictionary takes for a surname, None where it does not."""
    if len(word) < 4 or not _SURNAME.fullmatch(word) or word in _lists().names or word in _lists().patronymics:
        return None
    parses = analyzer().parse(word)
    surnames = [parse for parse in parses if "Surn" in parse.tag]
    if not surnames or sum(parse.score for parse in surnames) < 0.4:
        return None
    return fold(surnames[0].normal_form)
