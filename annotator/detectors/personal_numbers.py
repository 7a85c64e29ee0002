"""Numbers that are personal: how digits are written and said in Russian, and which of them are a card, a phone, a document.

Recognisers write a number in digits ("8 912 123-45-67"), in words ("восемь девятьсот двенадцать …") or in both; what is said is
taken apart into atoms, and several atoms side by side are a run.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import accumulate, combinations, pairwise
from typing import NamedTuple

from annotator.core.text import fold

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_NUMBER = re.compile(
    r"\d|\b(?:[нд]оль|нул|нол|един|один|одн|дв|тр[ие]|тро|четыр|четв|пят|шест|сем|восем|восьм|девят|десят|одинн|сорок|ст[оа]\b|тысяч)"
)
"""What every text with a number has; to look for it first is much quicker."""

_COUNTED_THINGS = re.compile(
    r"\W*(?:руб|коп|штук|шт\b|процент|%|лет\b|год|минут|час|дн[еяю]|день|недел|месяц|метр|килограмм|кг\b|грамм|литр|раз\b|короб|человек"
    r"|долл|евро|₽|\$|градус|секунд|см\b|мм\b|км\b|квартир|этаж|этаже|позици)"
)
FILLERS = frozenset("э ээ эээ эм м мм ммм а ну так да и вот дальше далее потом затем значит тире дефис пробел это".split())
"""Words between the parts of one number."""
MOST_FILLERS = 2
COUNTED = 4
"""So many numbers that follow each other are counting."""
_BETWEEN = frozenset("-–—(),.;…")
"""Marks between the parts of one number."""

_UNITS = "один два три четыре пять шесть семь восемь девять".split()
_TEENS = "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать".split()
_TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split()
_HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split()
_NAMED = "единиц двоек троек четверок пятерок шестерок семерок восьмерок девяток".split()

UNIT, TEEN, TEN, HUNDRED, THOUSAND = range(5)


@cache
def _numerals() -> dict[str, tuple[int, int]]:
    """Return the words that are numbers, ё as е, with rank and value."""
    found = {word: (UNIT, n) for n, word in enumerate(_UNITS, 1)}
    found |= dict.fromkeys(("одна", "одно", "одну"), (UNIT, 1)) | {"две": (UNIT, 2)}
    found |= {word: (TEEN, n) for n, word in enumerate(_TEENS, 10)}
    found |= {word: (TEN, 10 * n) for n, word in enumerate(_TENS, 2)}
    found |= {word: (HUNDRED, 100 * n) for n, word in enumerate(_HUNDREDS, 1)}
    return found


_ZERO = frozenset("ноль нуль нолик нолика ноликов нуля ноля нулей нолей".split())
_THOUSANDS = frozenset("тысяча тысячи тысяч тысячу".split())


@cache
def _digit_names() -> dict[str, str]:
    """Return the words that name a digit: "пятёрка", and "пятёрки" after a count."""
    found = dict.fromkeys(_ZERO, "0")
    for n, many in enumerate(_NAMED, 1):
        stem = "единиц" if n == 1 else many[:-2] + ("к" if many.endswith("ок") or many.endswith("ек") else "")
        found |= dict.fromkeys((many, stem + "а", stem + "ы", stem + "и", stem + "у"), str(n))
    return found


def is_numeral(word: str) -> bool:
    """Tell whether a word, ё as е, is a number or a part of one."""
    return word in _numerals() or word in _digit_names() or word in _THOUSANDS


class Atom(NamedTuple):
    """A group of digits, or the words that say it: code points start..end of the text."""

    digits: str
    start: int
    end: int
    plus: int = -1
    """Where a plus begins that stands before it; -1 where none does."""
    spoken: bool = False


class Run(NamedTuple):
    """Atoms of one number, or of several said in one breath; `before` and `after` count the other words around it in its text,
    up to the runs beside it."""

    atoms: tuple[Atom, ...]
    before: int
    after: int
    digits: str

    @property
    def start(self) -> int:
        return self.atoms[0].start

    @property
    def end(self) -> int:
        return self.atoms[-1].end


class Number(NamedTuple):
    """A number that is personal: where it stands, its digits, and how sure that is."""

    kind: str
    start: int
    end: int
    digits: str
    confidence: float
    cue: str = ""
    """The words near it that say what it is."""
    checked: bool = False
    """Whether its check digits are right."""


# ---------------------------------------------------------------------- reading


def runs(text: str) -> list[Run]:
    """Return the numbers of a text, in reading order."""
    folded = fold(text)
    if not _NUMBER.search(folded):
        return []
    found: list[list[Atom]] = []
    others = [0]
    pending, plus, passed = 0, -1, MOST_FILLERS + 1
    for atom, word, at in _parts(folded):
        if atom is not None:
            atom = atom._replace(plus=plus)
            if found and passed <= MOST_FILLERS and others[-1] == 0 and not (plus >= 0 and found[-1][-1].plus >= 0):
                found[-1].append(atom)
            else:
                others[-1] += pending
                found.append([atom])
                others.append(0)
            pending, passed, plus = 0, 0, -1
        elif word in ("+", "плюс"):
            plus = at
        elif word in FILLERS:
            pending, passed = pending + 1, passed + 1
        elif word in _BETWEEN:
            plus = -1
        else:
            others[-1] += pending + 1
            pending, plus = 0, -1
    others[-1] += pending
    return [
        Run(tuple(atoms), others[n], others[n + 1], "".join(atom.digits for atom in atoms))
        for n, atoms in enumerate(found)
        if not _counts(atoms)
    ]


def _counts(atoms: Sequence[Atom]) -> bool:
    """Tell whether somebody only counts: one, two, three, four …"""
    values = [int(atom.digits[:6]) for atom in atoms]
    return len(values) >= COUNTED and all(after - before == 1 for before, after in pairwise(values))


def _parts(folded: str) -> Iterator[tuple[Atom | None, str, int]]:
    """Yield the atoms of a text and what stands between them, word by word and mark by mark, and where it begins."""
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(folded)]
    at = 0
    while at < len(tokens):
        word, start, _ = tokens[at]
        if word.isdecimal() and _ends_decimal(folded, tokens, at):
            yield None, "0", start
            at += 1
            continue
        taken, digits = _atom(tokens, at)
        if taken:
            yield Atom(digits, start, tokens[at + taken - 1][2], spoken=not word.isdecimal()), "", start
            at += taken
        else:
            yield None, word, start
            at += 1


def _ends_decimal(folded: str, tokens: Sequence[tuple[str, int, int]], at: int) -> bool:
    """Tell whether a number in digits is a part of a date, a time, a price with a fraction or a word."""
    _, start, end = tokens[at]
    before, after = folded[max(0, start - 2) : start], folded[end : end + 2]
    if (after[:1].isalpha() or after[:1] == "_") or (before[-1:].isalpha() or before[-1:] == "_"):
        return True
    return (before[-1:] in (".", ",", ":", "/", "#", "@") and before[:1].isdecimal()) or (
        after[:1] in (".", ",", ":", "/", "@") and after[1:].isdecimal()
    )


def _atom(tokens: Sequence[tuple[str, int, int]], at: int) -> tuple[int, str]:
    """Return how many words from `at` on say one group of digits, and the digits; 0 words where none does."""
    numerals, names = _numerals(), _digit_names()
    word = tokens[at][0]
    if word.isdecimal():
        if len(word) <= 3 and at + 1 < len(tokens) and tokens[at + 1][0] in _THOUSANDS:
            taken, rest = _below(tokens, at + 2, THOUSAND, True)
            if not taken and at + 2 < len(tokens) and tokens[at + 2][0].isdecimal() and len(tokens[at + 2][0]) <= 3:
                taken, rest = 1, int(tokens[at + 2][0])
            return 2 + taken, str(int(word) * 1000 + rest)
        return 1, word if word.isascii() else "".join(str(int(c)) for c in word)
    if word in names:
        return 1, names[word]
    if word in _THOUSANDS:
        taken, value = _below(tokens, at + 1, THOUSAND, True)
        return 1 + taken, str(1000 + value)
    if word not in numerals:
        return 0, ""
    taken, value = _below(tokens, at, THOUSAND)
    following = tokens[at + taken][0] if at + taken < len(tokens) else ""
    if following in _THOUSANDS:
        more, rest = _below(tokens, at + taken + 1, THOUSAND, True)
        return taken + 1 + more, str(value * 1000 + rest)
    if taken == 1 and value < 10 and following in names and following not in ("ноль", "нуль") and (value > 1 or following in _ZERO):
        return 2, names[following] * value
    return taken, str(value)


def _below(tokens: Sequence[tuple[str, int, int]], at: int, rank: int, inside: bool = False) -> tuple[int, int]:
    """Return how many words from `at` on say one number whose parts are all below a rank, and the number.

    `inside`: thousands go before it.
    """
    numerals = _numerals()
    taken = value = 0
    while at + taken < len(tokens):
        own, part = numerals.get(tokens[at + taken][0], (rank, 0))
        if own >= rank:
            break
        if inside and at + taken + 1 < len(tokens) and tokens[at + taken + 1][0] in _THOUSANDS:
            break  # the next group begins: "… девяносто | шесть тысяч"
        value, taken = value + part, taken + 1
        # Nothing goes on after a unit or a teen, and after tens only units do.
        rank = {TEEN: UNIT, TEN: TEEN}.get(own, own)
    return taken, value


# ---------------------------------------------------------------------- judging


_CUES: dict[str, str] = {
    "card": r"карт(?:а|ы|е|у|ой|очк\w*)\b|\bcard\b|\bmastercard\b|\bvisa\b",
    "cvv": (
        r"\b(?:cv[vc]2?|[цс]в[вцс]|си ?ви ?(?:ви|си)|цэ ?вэ ?вэ|це ?ве ?ве)\b|код\w* (?:с|на) (?:обратн|оборот|обороте)"
        r"|обратн\w* сторон|на обороте|с оборота|(?:трех|3-?х?) ?значн\w* код|код\w* безопасности|провероч\w* код\w* карт"
        r"|security code"
    ),
    "phone": (
        r"\bтел(?:ефон\w*)?\b|звон\w*|набер\w*|набир\w*|\bсотов\w*|\bмобильн\w*|в[оа]тс?апп?\w*|whatsapp|вайбер\w*|телеграм\w*"
        r"|\bконтактн\w*|\bсмс\w*|\bphone\b|\bcall\b|\bдля связи\b|\bсвяза\w*|\bсвяж\w*"
    ),
    "inn": r"\bинн\b|\bи ?эн ?эн\b|налогоплательщик\w*",
    "snils": r"\bснилс\w*|страхов\w+ (?:номер|свидетельств)\w*",
    "passport": r"паспорт\w*|\bсери[яию]\w*",
    "other": (
        r"заказ\w*|договор\w*|\bтрек\w*|отправлен\w*|накладн\w*|артикул\w*|\bсчет\w*|заявк\w*|обращени\w*|\bчек\w*|квитанц\w*|полис\w*"
        r"|билет\w*|идентификатор\w*|серийн\w*|лицев\w*|посылк\w*|штрих\w*|платеж\w*|\bкод товара|лояльност\w*|скидочн\w*|бонусн\w*"
        r"|\border\b|\btracking\b|\bcontract\b|\binvoice\b|\bогрн\w*|\bкпп\b|\bбик\b|\bбаланс\w*|инвентарн\w*|\bкассов\w*|\bпартии\b"
    ),
}
_CUE = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _CUES.items()))
AHEAD = 40
"""Groups of digits that are looked at together: more than any number has."""
SLACK = 6
"""Digits that two changes in how a number is divided add or take at most."""
NEAR = 90
"""Characters before a number in which its cue stands."""


class Cue(NamedTuple):
    """The nearest cue before a number; `here` tells whether it stands in the same turn, and not in one before."""

    kind: str
    text: str
    here: bool


NO_CUE = Cue("", "", False)


def cue(before: str, context: Sequence[str] = ()) -> Cue:
    """Return what is said to come before a number: in the same turn, else in the one before that, else in the one before that.

    What two turns before was said of something else is forgotten by now.
    """
    for back, said in enumerate((before, *context)):
        found = [(m.lastgroup or "", m.group()) for m in _CUE.finditer(fold(said[-NEAR:]))]
        if found and (back < 2 or found[-1][0] != "other"):
            return Cue(*found[-1], here=back == 0)
    return NO_CUE


def cue_of(text: str, run: Run, context: Sequence[str]) -> Cue:
    """Return what is said to come before a number of a text; `context` is what was said in the turns before, the last first."""
    return cue(text[max(0, run.start - NEAR) : run.start], context)


def luhn(digits: str) -> bool:
    """Tell whether the last digit is right by the formula that cards are numbered by."""
    doubled = [int(d) * 2 if n % 2 else int(d) for n, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def counts_things(text: str, run: Run) -> bool:
    """Tell whether the number is followed by what it counts: it is a price or a quantity."""
    return _COUNTED_THINGS.match(fold(text[run.end : run.end + 12])) is not None


def is_card(digits: str) -> bool:
    """Tell whether this is the number of a payment card: its issuer, its length and its check digit."""
    return _issued(digits) and len(set(digits)) > 1 and luhn(digits)


def _issued(digits: str) -> bool:
    """Tell whether an issuer gives numbers that begin so and are so long."""
    head, size = int(digits[:4] or 0), len(digits)
    if 2200 <= head <= 2204:
        return 16 <= size <= 19
    if 2221 <= head <= 2720 or 5100 <= head <= 5599:
        return size == 16
    if head // 100 in (34, 37):
        return size == 15
    if head // 100 in (30, 36, 38, 39):
        return size == 14
    if 3528 <= head <= 3589:
        return size == 16
    if head // 1000 == 4:
        return size in (13, 16, 19)
    return head // 100 in (50, 56, 57, 58, 60, 62, 63, 64, 65, 67, 81) and 16 <= size <= 19


def is_snils(digits: str) -> bool:
    """Tell whether this is the number of an insured person: 11 digits of which the last two check the others."""
    if len(digits) != 11 or len(set(digits[:9])) == 1:
        return False
    total = sum(int(d) * (9 - n) for n, d in enumerate(digits[:9]))
    return total % 101 % 100 == int(digits[9:])


_INN_WEIGHTS = {10: ((2, 4, 10, 3, 5, 9, 4, 6, 8),), 12: ((7, 2, 4, 10, 3, 5, 9, 4, 6, 8), (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8))}


def is_inn(digits: str) -> bool:
    """Tell whether this is the number of a taxpayer: 10 or 12 digits, of which the last one or two check the others."""
    checks = _INN_WEIGHTS.get(len(digits))
    if checks is None or len(set(digits)) == 1:
        return False
    return all(
        sum(w * int(d) for w, d in zip(weights, digits, strict=False)) % 11 % 10 == int(digits[len(weights)]) for weights in checks
    )


def phone(digits: str, plus: bool, told: bool) -> str | None:
    """Return a phone number as digits with the country, None where this is none.

    `told` says that a word near it says so. Numbers that all may call for nothing belong to companies.
    """
    if len(digits) == 11 and digits[0] in "78":
        if digits[1:4] == "800" or len(set(digits[1:])) < 3:
            return None
        return "7" + digits[1:] if digits[1] == "9" or ((plus or told) and digits[1] in "348") else None
    if plus:
        return digits if 10 <= len(digits) <= 15 and digits[0] not in "07" else None
    if told and len(digits) == 10 and digits[0] in "9348" and digits[:3] != "800" and len(set(digits)) > 2:
        return "7" + digits
    return None


_LIKE_A_PHONE = re.compile(r"[78][ -]?\(?\d{3}\)?[ -]\d{3}[ -]?\d{2}[ -]?\d{2}")


def numbers(text: str, known: Sequence[Run], context: Sequence[str] = ("", "")) -> list[Number]:
    """Return which of the runs of a text are personal, in reading order; `context` as in `cue_of`."""
    found: list[Number] = []
    passport = _passport(text, known, context)
    said_card = False
    for run in known:
        if passport and run.start < passport.end and run.end > passport.start:
            if passport not in found:
                found.append(passport)
            continue
        told = cue_of(text, run, context)
        own = list(_in_run(text, run, told)) or list(_as_heard(run, told))
        if not own and len(run.digits) == 3 and _is_cvv(text, run, told, said_card):
            own = [Number("cvv", run.start, run.end, run.digits, 0.95 if told.kind == "cvv" else 0.8, told.text)]
        said_card = said_card or any(number.kind == "card" for number in own)
        found += own
    return found


def _is_cvv(text: str, run: Run, told: Cue, said_card: bool) -> bool:
    return told.kind == "cvv" or (
        said_card and bool(re.search(r"\bкод\w*\W+(?:\w+\W+){0,2}$", fold(text[max(0, run.start - NEAR) : run.start])))
    )


def _passport(text: str, known: Sequence[Run], context: Sequence[str]) -> Number | None:
    """Return a series of 4 digits and a number of 6, in one run or with a word between, where a word says so."""
    for place, run in enumerate(known):
        told = cue_of(text, run, context)
        if told.kind != "passport":
            continue
        digits, end = run.digits, run.end
        if len(digits) == 4 and place + 1 < len(known):
            after = known[place + 1]
            between = fold(text[run.end : after.start])
            if len(after.digits) == 6 and len(between.split()) <= 3 and "номер" in between:
                digits, end = digits + after.digits, after.end
        if len(digits) != 10:
            digits = next((v for v in _variants(run.atoms, {10}) if end == run.end), digits)
        if len(digits) == 10:
            return Number("passport", run.start, end, digits, 0.93, told.text)
    return None


def _in_run(text: str, run: Run, told: Cue) -> Iterator[Number]:
    """Yield the numbers of a run from its start on; what is left over after a card may be its date and its code."""
    atoms, at = run.atoms, 0
    while at < len(atoms):
        match = next(_candidates(text, atoms, at, told), None)
        if match is None:
            if told.kind != "card":
                return
            at += 1
            continue
        number, at = match
        yield number
        if number.kind == "card":
            rest = [atom.digits for atom in atoms[at : at + AHEAD]]
            sums = list(accumulate(len(digits) for digits in rest))
            if sums and sums[-1] == 7 and 4 in sums:
                first = at + sums.index(4) + 1
                yield Number("cvv", atoms[first].start, atoms[-1].end, "".join(rest)[4:], 0.85)
                return


def _candidates(text: str, atoms: Sequence[Atom], at: int, told: Cue) -> Iterator[tuple[Number, int]]:
    """Yield what the atoms from `at` on may be, likeliest first, with the place after it."""
    near = atoms[at : at + AHEAD]
    sizes = list(accumulate(len(atom.digits) for atom in near))
    whole = "".join(atom.digits for atom in near)
    plus = near[0].plus >= 0

    def made(kind: str, stop: int, digits: str, confidence: float, checked: bool = False) -> tuple[Number, int]:
        first = near[0].plus if plus else near[0].start
        words = told.text if told.kind == kind else ""
        return Number(kind, first, near[stop].end, digits, confidence, words, checked), at + stop + 1

    ends = {size: n for n, size in enumerate(sizes)}
    last = len(sizes) - 1
    if told.kind == "snils" and 11 in ends and is_snils(whole[:11]):
        yield made("snils", ends[11], whole[:11], 0.98, True)
    if told.kind == "inn":
        for size in (12, 10):
            if size in ends and is_inn(whole[:size]):
                yield made("inn", ends[size], whole[:size], 0.98, True)
    if told.kind != "other":
        for size in (16, 18, 19, 17, 15, 14, 13):
            stop = ends.get(size)
            if stop is not None and is_card(whole[:size]) and (stop == last or told.kind == "card" or sizes[-1] - size in (4, 7)):
                if size < 16 and told.kind != "card":
                    continue
                yield made("card", stop, whole[:size], 0.99 if told.kind == "card" else 0.93, True)
    told_phone = told.kind == "phone"
    written = bool(_LIKE_A_PHONE.fullmatch(text[near[0].start : near[-1].end]))
    if plus or told.kind in ("", "phone", "card", "cvv") or (not told.here and (written or told.kind != "other")):
        for size in (11, 10, 12, 13, 14, 15) if plus else (11, 10):
            stop = ends.get(size)
            number = phone(whole[:size], plus, told_phone) if stop is not None else None
            rest = whole[size:]
            if rest and len(rest) < 3 and near[-1].spoken:
                continue  # a group too many: it was said otherwise
            if number and (stop == last or told_phone or (len(rest) in (10, 11) and rest[0] in "789")) and stop is not None:
                yield made("phone", stop, number, 0.97 if told_phone or plus else 0.88)
    if sizes[-1] == 11 and is_snils(whole) and re.fullmatch(r"\d{3}-\d{3}-\d{3}[ -]\d{2}", text[near[0].start : near[-1].end]):
        yield made("snils", last, whole, 0.97, True)
    if told.kind == "card" and sizes[-1] == 16 and _issued(whole) and len(set(whole)) > 2:
        yield made("card", last, whole, 0.72)


def _as_heard(run: Run, told: Cue) -> Iterator[Number]:
    """Yield the number that a run is when it is divided otherwise: "девятьсот два" is 902, but may be 900 and 2."""
    if told.kind == "card":
        variants = (v for v in _variants(run.atoms, {16}) if is_card(v))
    elif not told.kind and len(run.atoms) >= 4 and 14 <= len(run.digits) <= 18:
        told = Cue("card", "", False)
        variants = (v for v in _variants(run.atoms, {16}) if is_card(v))
    elif told.kind == "snils":
        variants = (v for v in _variants(run.atoms, {11}) if is_snils(v))
    elif told.kind == "inn":
        variants = (v for v in _variants(run.atoms, {10, 12}) if is_inn(v))
    elif told.kind == "phone":
        plus = run.atoms[0].plus >= 0
        variants = (number for v in _variants(run.atoms, {11}) if (number := phone(v, plus, True)))
    else:
        return
    value = next(variants, None)
    if value is not None:
        yield Number(told.kind, run.start, run.end, value, 0.85 if told.text else 0.75, told.text, told.kind != "phone")


def _variants(atoms: Sequence[Atom], sizes: Collection[int]) -> Iterator[str]:
    """Yield the digits of these sizes that spoken atoms are with one or two of them divided, or joined over a filler, otherwise."""
    if not min(sizes) - SLACK <= sum(len(atom.digits) for atom in atoms) <= max(sizes) + SLACK:
        return
    other = [(n, n + 1, digits) for n, atom in enumerate(atoms) if atom.spoken for digits in _divided(atom.digits)]
    other += [
        (n, n + 2, whole)
        for n, (one, two) in enumerate(pairwise(atoms))
        if one.spoken and two.spoken and (whole := _as_one(one, two))
    ]
    plain = [atom.digits for atom in atoms]
    for changes in (*combinations(other, 1), *combinations(sorted(other), 2)):
        if len(changes) == 2 and changes[0][1] > changes[1][0]:
            continue
        digits = list(plain)
        for first, last, made in changes:
            digits[first:last] = [made, *[""] * (last - first - 1)]
        text = "".join(digits)
        if len(text) in sizes:
            yield text


def _divided(digits: str) -> Iterator[str]:
    """Yield what a group is as two groups: "восемьдесят девять тысяч" is 89000, or 80 and 9000."""
    if len(digits) in (5, 6):
        for place in range(1, len(digits) - 3):
            if digits[place] != "0" and digits[place - 1 : place + 1][:1] != "1":
                yield digits[:place] + "0" * (len(digits) - 3 - place) + digits[place:]
        return
    for place in range(1, len(digits)):
        head, tail = digits[:place], digits[place:].lstrip("0")
        if tail and head.strip("0") and len(digits) <= 4 and not (len(digits) == 4 and place == 1):
            teen = place == len(digits) - 1 and digits[-2] == "1"
            if not teen:
                yield head + "0" * (len(digits) - place) + tail


def _as_one(one: Atom, two: Atom) -> str:
    """Return two groups as one, "" where the second cannot be the end of the first."""
    zeros = len(one.digits) - len(one.digits.rstrip("0"))
    fits = 0 < len(two.digits) <= zeros < len(one.digits) and two.digits[0] != "0" and one.digits != "10"
    return one.digits[: -len(two.digits)] + two.digits if fits else ""


def joined(parts: Sequence[Run], told: Cue) -> tuple[str, str, float] | None:
    """Return what several runs are together: kind, digits and confidence; None where they are nothing.

    What has no check digit needs a word that says what it is, or the first digits that tell.
    """
    digits = "".join(run.digits for run in parts)
    if told.kind not in ("", "phone", "card", "cvv"):
        return None
    fours = all(len(run.digits) % 4 == 0 for run in parts)
    if (told.kind == "card" or fours) and len(digits) >= (13 if told.kind == "card" else 16) and is_card(digits):
        return "card", digits, 0.95 if told.kind == "card" else 0.85
    if told.kind not in ("", "phone") or (told.kind != "phone" and parts[0].digits[:2] not in ("89", "79", "8", "7")):
        return None
    number = phone(digits, parts[0].atoms[0].plus >= 0, told.kind == "phone")
    return ("phone", number, 0.9 if told.kind == "phone" else 0.75) if number else None
