"""Addresses of e-mail, as they are written and as they are said: "иван точка петров собака мейл точка ру"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from annotator.core.text import fold
from annotator.detectors.personal_numbers import is_numeral, runs

_WRITTEN = re.compile(r"(?<![\w.+-])[\w][\w.+-]{0,63}@(?:[\w-]{1,63}\.)+[^\W\d_]{2,18}(?![\w-])")
_AT = re.compile(r"\b(?:собак\w{1,2}|собачк\w{1,2}|эт|at)\b|@")
_WORD = re.compile(r"[\w]+(?:[.-][\w]+)*|@")
_DOT = frozenset("точка точку тчк dot .".split())
_JOINS = {"точка": ".", "точку": ".", "dot": ".", "дефис": "-", "тире": "-", "минус": "-", "подчеркивание": "_", "плюс": "+"}
_LOW = frozenset("нижнее нижний земля".split())
_TOPS = {"ру": "ru", "ком": "com", "рф": "рф", "нет": "net", "орг": "org", "бай": "by", "кз": "kz", "юа": "ua", "инфо": "info"}
_TOPS |= {top: top for top in ("ru", "com", "net", "org", "by", "kz", "ua", "info", "su", "io", "me")}
_HOSTS = {
    "мейл": "mail", "майл": "mail", "мэйл": "mail", "меил": "mail", "яндекс": "yandex", "джимейл": "gmail", "гмейл": "gmail",
    "джимэйл": "gmail", "гмайл": "gmail", "жмейл": "gmail", "рамблер": "rambler", "бк": "bk", "инбокс": "inbox", "лист": "list",
    "айклауд": "icloud", "аутлук": "outlook", "хотмейл": "hotmail", "я": "ya",
}  # fmt: skip
_ANNOUNCING = frozenset("почта почту почте почты адрес мейл имейл емейл мыло электронная это на моя мой номер с и".split())
"""Words before an address that are no part of it."""
LONGEST = 9
"""Words of what stands before the at sign, at most."""


class Mail(NamedTuple):
    """An address: code points start..end of the text, and what it is written out."""

    start: int
    end: int
    address: str
    spoken: bool


def mails(text: str) -> list[Mail]:
    """Return the addresses in a text, in reading order."""
    folded = fold(text)
    found = [Mail(m.start(), m.end(), m.group().lower(), False) for m in _WRITTEN.finditer(text)] if "@" in text else []
    if not _AT.search(folded):
        return found
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(folded)]
    for at, (word, start, end) in enumerate(words):
        if _AT.fullmatch(word) and not any(mail.start < end and start < mail.end for mail in found):
            mail = _spoken(words, at)
            if mail is not None:
                found.append(mail)
    return sorted(found)


def _spoken(words: list[tuple[str, int, int]], at: int) -> Mail | None:
    """Return the address around a spoken at sign; None where no domain follows it, or nothing goes before."""
    host = _host(words, at + 1)
    if host is None or at == 0:
        return None
    last, domain = host
    if words[at][0] == "at" and ("." in words[last][0] or domain.partition(".")[0] not in _HOSTS.values()):
        return None
    first = at - 1
    if words[first][0] in _DOT:
        return None
    while first > 0 and at - first < LONGEST:
        word, before = words[first][0], words[first - 1][0]
        joined = word in _JOINS or word in _LOW or before in _JOINS or (_local(word) and _local(before))
        if not joined and not (is_numeral(word) and before.isalpha() and before not in _ANNOUNCING):
            break
        first -= 1
    while first < at - 1 and (words[first][0] in _JOINS or words[first][0] in _LOW):
        first += 1
    local = "".join(_JOINS.get(part, part) for part in _with_digits([word for word, _, _ in words[first:at] if word not in _LOW]))
    return Mail(words[first][1], words[last][2], f"{local}@{domain}", True)


def _with_digits(said: list[str]) -> Iterator[str]:
    """Yield the words, digits for those that say a number."""
    for numeral, group in groupby(said, is_numeral):
        yield from (run.digits for run in runs(" ".join(group))) if numeral else group


def _local(word: str) -> bool:
    """Tell whether a word that stands alone belongs to an address: Latin letters, digits or a number said."""
    return word.isascii() or is_numeral(word)


def _host(words: list[tuple[str, int, int]], at: int) -> tuple[int, str] | None:
    """Return the place of the last word of a domain that begins at `at`, and the domain."""
    parts: list[str] = []
    place = at
    while place < len(words) and place - at < 6:
        word = words[place][0]
        if not parts and "." in word:
            name, _, top = word.rpartition(".")
            return (place, word) if name and top in _TOPS.values() else None
        parts.append(_HOSTS.get(word, word))
        if place + 2 < len(words) and words[place + 1][0] in _DOT:
            following = words[place + 2][0]
            if following in _TOPS and not (place + 3 < len(words) and words[place + 3][0] in _DOT):
                return place + 2, "".join(parts) + "." + _TOPS[following]
            parts.append(".")
            place += 2
        elif word in _HOSTS and place + 1 < len(words) and words[place + 1][0] in _TOPS:
            return place + 1, "".join(parts) + "." + _TOPS[words[place + 1][0]]
        elif len(parts) < 2:
            place += 1
        else:
            return None
    return None
