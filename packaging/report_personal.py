"""Say how far the detector of personal data can be trusted: python packaging/report_personal.py [EVAL_FOLDER]

Calls of a few turns are generated: sentences around numbers, addresses and names in the forms in which recognisers write
them, and sentences around what only looks like them (orders, prices, dates, tracking numbers). Two sets of sentences were
written: "tune" was looked at while the rules were made, "test" was not. Counted is what users are shown. The place of a hit
is right where something of its kind is said; its value, where all digits are right too ("девятьсот два" may be 902, or 900
and 2). With EVAL_FOLDER, that of
train_duplicates.py, findings per 1,000 turns of its dialogues come last: all are false, but for names. Takes half a minute.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.detectors.personal import Personal, read
from annotator.detectors.personal_numbers import is_card, is_inn, is_snils

SETS = ("plays_ru", "service_ru", "podcast_en")
SHOWN = 8

UNITS = "ноль один два три четыре пять шесть семь восемь девять".split()
TEENS = "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать".split()
TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split()
HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split()


class Truth(NamedTuple):
    turn: int
    kind: str
    value: str
    form: str


class Call(NamedTuple):
    lines: list[tuple[int, str, str]]
    truths: list[Truth]


# ---------------------------------------------------------------------- numbers as they are said


def say(digits: str) -> str:
    """Return up to four digits as one number, zeros in front one by one."""
    if digits.startswith("0") and len(digits) > 1:
        return f"ноль {say(digits[1:])}"
    n, words = int(digits), []
    if n >= 1000:
        thousand = n // 1000
        words.append({1: "тысяча", 2: "две тысячи"}.get(thousand, f"{UNITS[thousand]} {'тысячи' if thousand < 5 else 'тысяч'}"))
        n %= 1000
        if not n:
            return " ".join(words)
    if n >= 100:
        words.append(HUNDREDS[n // 100 - 1])
        n %= 100
    if n >= 20:
        words.append(TENS[n // 10 - 2])
        n %= 10
    if n >= 10:
        words.append(TEENS[n - 10])
    elif n or not words:
        words.append(UNITS[n])
    return " ".join(words)


def cut(digits: str, *sizes: int) -> list[str]:
    made, at = [], 0
    for size in sizes:
        made.append(digits[at : at + size])
        at += size
    return made


def said(digits: str, *sizes: int) -> str:
    return " ".join(map(say, cut(digits, *sizes)))


def one_by_one(rng: random.Random, digits: str) -> str:
    words = [UNITS[int(d)] for d in digits]
    text = " ".join(words)
    return text.replace("ноль ноль", "два нуля", 1) if rng.random() < 0.5 else text


def with_fillers(rng: random.Random, text: str) -> str:
    words = text.split()
    if rng.random() < 0.3:
        words.insert(rng.randrange(1, len(words)), rng.choice(("э", "так", "да", "дальше")))
    return " ".join(words)


# ---------------------------------------------------------------------- values


def digits_of(rng: random.Random, size: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(size))


def a_card(rng: random.Random) -> str:
    head = rng.choice(("2200", "2202", "2204", "4276", "4279", "4081", "5469", "5536", "5213", "6390", "4111"))
    while True:
        number = head + digits_of(rng, 12)
        if is_card(number):
            return number


def a_snils(rng: random.Random) -> str:
    while True:
        body = digits_of(rng, 9)
        number = body + f"{sum(int(d) * (9 - n) for n, d in enumerate(body)) % 101 % 100:02}"
        if is_snils(number):
            return number


def an_inn(rng: random.Random) -> str:
    size = rng.choice((10, 12))
    while True:
        number = digits_of(rng, size)
        if number[0] != "0" and is_inn(number):
            return number


def a_phone(rng: random.Random) -> str:
    return "79" + digits_of(rng, 9)


def a_passport(rng: random.Random) -> str:
    return rng.choice(("45", "46", "40", "65", "03", "92")) + f"{rng.randrange(24):02}" + digits_of(rng, 6)


# ---------------------------------------------------------------------- forms


def card_forms(rng: random.Random, v: str) -> tuple[str, str]:
    form = rng.choice(("digits", "digits", "spoken"))
    if form == "digits":
        return form, rng.choice((v, " ".join(cut(v, 4, 4, 4, 4)), "-".join(cut(v, 4, 4, 4, 4)), ", ".join(cut(v, 4, 4, 4, 4))))
    ways = (said(v, 4, 4, 4, 4), said(v, *[2] * 8), one_by_one(rng, v), said(v, 4, 2, 2, 4, 2, 2), said(v, 1, 3, 1, 3, 1, 3, 1, 3))
    return form, with_fillers(rng, rng.choice(ways))


def phone_forms(rng: random.Random, v: str) -> tuple[str, str]:
    form = rng.choice(("digits", "digits", "spoken"))
    _, a, b, c, d = cut(v, 1, 3, 3, 2, 2)
    if form == "digits":
        plain = (
            f"+7{v[1:]}",
            f"8{v[1:]}",
            f"8 {a} {b} {c} {d}",
            f"+7 ({a}) {b}-{c}-{d}",
            f"8-{a}-{b}-{c}-{d}",
            f"8 ({a}) {b} {c}{d}",
        )
        return form, rng.choice(plain)
    eight = "8" + v[1:]
    ways = (said(eight, 1, 3, 3, 2, 2), "плюс " + said(v, 1, 3, 3, 2, 2), one_by_one(rng, eight), said(eight, 1, 3, 1, 2, 2, 2))
    return form, with_fillers(rng, rng.choice(ways))


def snils_forms(rng: random.Random, v: str) -> tuple[str, str]:
    form = rng.choice(("digits", "spoken"))
    if form == "digits":
        return form, rng.choice((v, "{}-{}-{} {}".format(*cut(v, 3, 3, 3, 2)), "{} {} {} {}".format(*cut(v, 3, 3, 3, 2))))
    return form, with_fillers(rng, rng.choice((said(v, 3, 3, 3, 2), one_by_one(rng, v))))


def inn_forms(rng: random.Random, v: str) -> tuple[str, str]:
    form = rng.choice(("digits", "spoken"))
    if form == "digits":
        return form, rng.choice((v, " ".join(cut(v, 4, 4, 4)).strip()))
    return form, with_fillers(rng, rng.choice((said(v, *[2] * (len(v) // 2)), one_by_one(rng, v))))


def passport_forms(rng: random.Random, v: str) -> tuple[str, str]:
    form = rng.choice(("digits", "spoken"))
    a, b, c, d = cut(v, 2, 2, 3, 3)
    if form == "digits":
        return form, rng.choice((f"{a}{b} {c}{d}", f"{a} {b} {c}{d}", f"{a}{b} номер {c}{d}"))
    return form, rng.choice((said(v, 2, 2, 3, 3), f"{said(v, 2, 2)} номер {said(v[4:], 3, 3)}", one_by_one(rng, v)))


MAILBOXES = (
    ("ivan.petrov", "иван точка петров"),
    ("olga85", "ольга восемьдесят пять"),
    ("shop", "шоп"),
    ("d_smirnov", "d нижнее подчеркивание smirnov"),
)
HOSTS = (
    ("mail.ru", "мейл точка ру"),
    ("yandex.ru", "яндекс точка ру"),
    ("gmail.com", "джимейл точка ком"),
    ("bk.ru", "бк точка ру"),
)


def an_email(rng: random.Random) -> tuple[str, str, str]:
    mailbox, host = rng.choice(MAILBOXES), rng.choice(HOSTS)
    if rng.random() < 0.5:
        return "digits", f"{mailbox[0]}@{host[0]}", f"{mailbox[0]}@{host[0]}"
    local = {"иван точка петров": "иван.петров", "ольга восемьдесят пять": "ольга85", "шоп": "шоп"}.get(mailbox[1], "d_smirnov")
    return "spoken", f"{local}@{host[0]}", f"{mailbox[1]} собака {host[1]}"


NAMES = {
    "tune": (
        ("анна сергеевна", "анна сергеевна"), ("дмитрий", "дмитрий"), ("вера", "вера"),
        ("марию петровну кузнецову", "мария петровна кузнецов"),
    ),
    "test": (
        ("елена", "елена"), ("игоря викторовича", "игорь викторович"), ("наталье", "наталья"), ("алексей смирнов", "алексей смирнов"),
        ("надежда павловна", "надежда павловна"), ("роман", "роман"), ("гульнара", "гульнара"), ("тимуром", "тимур"), ("артем", "артем"),
    ),
}  # fmt: skip

# ---------------------------------------------------------------------- sentences

# ruff: noqa: E501 sentences are read more easily in few lines

SENTENCES: dict[str, dict[str, tuple[str, ...]]] = {
    "tune": {
        "card": ("номер карты {}", "записывайте карту {} до двенадцатого двадцать восьмого", "переведите на {}", "вот смотрите {} видите"),
        "phone": ("мой телефон {}", "перезвоните мне на {} пожалуйста", "записывайте {}", "{}"),
        "snils": ("снилс {}", "мой снилс такой {}"),
        "inn": ("инн {}", "инн организации {} верно"),
        "passport": ("паспорт {}", "паспорт серия {} выдан в москве"),
        "email": ("почта {}", "напишите мне на {} хорошо"),
        "name": ("меня зовут {}", "здравствуйте {} слушаю вас"),
        "cvv": ("код с обратной стороны {}", "cvv {}"),
        "none": (
            "номер заказа {order}", "стоит {price} рублей", "двенадцатого {date}", "трек номер {track}", "в {time} приеду",
            "раз два три четыре пять", "восемь девятьсот рублей", "договор номер {contract} от {date}", "инн {badinn} не проходит",
            "нужно {quantity} штук по {price}", "у нас собака точка большая", "один один один один один один один один один один один",
        ),
    },
    "test": {
        "card": (
            "ну карта у меня {} сбербанк", "смотрите цифры на карте такие {}", "оплачивал вот этой картой {} вчера", "{}",
            "да сейчас продиктую {} всё верно", "карточка {} на имя мужа",
        ),
        "phone": (
            "звоните лучше по номеру {}", "со мной можно связаться {} в любое время", "{} это мой сотовый", "номер для смс {}",
            "я оставлю контактный {} спросите меня", "да {} всё правильно",
        ),
        "snils": ("номер снилса {}", "а снилс вот {} записали", "по снилс у меня {}"),
        "inn": ("инн компании у нас {}", "запишите инн {} пожалуйста", "мой инн {}"),
        "passport": ("серия и номер паспорта {}", "паспортные данные {} выдан овд", "паспорт у меня {}"),
        "email": ("электронная почта {} отправьте туда", "адрес такой {}", "на почту {} пришлите счёт", "имейл {}"),
        "name": ("это {} вам звонила вчера", "меня зовут {} очень приятно", "а можно {} к телефону", "подскажите {} сейчас на месте"),
        "cvv": ("три цифры на обороте {}", "код безопасности {}", "цвв код {}"),
        "none": (
            "заказ у меня {order} когда привезут", "артикул товара {track}", "счёт на оплату {account} выставили", "баланс {price} рублей",
            "поставка {date} в {time}", "код товара {order} посмотрите", "накладная {track} от {date}", "обращение {contract} зарегистрировано",
            "у меня было {quantity} коробок потом ещё {quantity}", "лицевой счёт {account}", "примерно {quantity} {quantity} {quantity} метров",
            "за {price} а потом за {price}", "отправление {track} не обновляется", "восемь восемьсот рублей девятьсот доставка",
            "восемь девятьсот рублей", "инн не помню но код {badinn}", "паспорт я потом пришлю а заказ {order}", "бонусная карта {loyalty}",
            "полис номер {account}", "размер {quantity} на {quantity} на {quantity}", "штрих код {track}", "собака лает точка не уходит",
            "любой вариант подойдет", "вера в людей помогает", "роман интересный читала", "на неделе коли получится", "сто сто сто сто сто",
            "телефон сломался {date}", "карту привязал {date}", "позвоните в {time} насчет {price}",
        ),
    },
}  # fmt: skip
AROUND = ("хорошо", "да", "минуту", "угу понял", "так слушаю вас", "сейчас посмотрю в системе", "спасибо за ожидание", "алло")


def filled(rng: random.Random, template: str) -> str:
    """Return a sentence around what is not personal."""

    def either(digits: str, *sizes: int) -> str:
        return digits if rng.random() < 0.5 else said(digits, *sizes)

    def price() -> str:
        n = str(rng.randrange(100, 9999))
        return n if rng.random() < 0.5 else say(n)

    track = digits_of(rng, rng.choice((13, 14, 16)))
    account = "40817810" + digits_of(rng, 12)
    bad = next(number for number in iter(lambda: digits_of(rng, rng.choice((10, 12))), "") if not is_inn(number))
    values: dict[str, Callable[[], str]] = {
        "order": lambda: either(*_cut_evenly(digits_of(rng, rng.choice((5, 7, 8, 10, 11))))),
        "price": price,
        "date": lambda: rng.choice(
            ("12.03.2024", "12 марта 2024 года", "двенадцатого марта две тысячи двадцать четвертого года", "5 мая")
        ),
        "time": lambda: rng.choice(("10:30", "десять тридцать", "в семь сорок пять")),
        "track": lambda: either(*_cut_evenly(track)),
        "contract": lambda: either(*_cut_evenly(digits_of(rng, rng.choice((6, 9, 11))))),
        "quantity": lambda: either(str(rng.randrange(1, 300)), 3),
        "badinn": lambda: bad,
        "account": lambda: account,
        "loyalty": lambda: "29" + digits_of(rng, 11),
    }
    for name, value in values.items():
        while "{" + name + "}" in template:
            template = template.replace("{" + name + "}", value(), 1)
    return template


def _cut_evenly(digits: str) -> tuple[str | int, ...]:
    sizes = [2] * (len(digits) // 2) + [1] * (len(digits) % 2)
    return (digits, *sizes)


VALUES = {
    "card": (a_card, card_forms),
    "phone": (a_phone, phone_forms),
    "snils": (a_snils, snils_forms),
    "inn": (an_inn, inn_forms),
    "passport": (a_passport, passport_forms),
}


def in_parts(rng: random.Random, kind: str, which: str) -> tuple[list[str], str]:
    """Return a number in the turns of one speaker, and its value; the other speaker listens or repeats."""
    if kind == "card":
        value = a_card(rng)
        parts = cut(value, *rng.choice(((4, 4, 4, 4), (8, 8), (4, 8, 4))))
    else:
        value = a_phone(rng)
        parts = cut("8" + value[1:], *rng.choice(((4, 7), (4, 3, 4), (1, 3, 7))))
    spoken = rng.random() < 0.6
    shown = [
        said(p, *[2] * (len(p) // 2), *[1] * (len(p) % 2)) if spoken and len(p) > 3 else say(p) if spoken else p for p in parts
    ]
    turns = []
    for part in shown:
        turns.append(rng.choice(("{}", "{} так", "дальше {}") if which == "test" else ("{}",)).format(part))
        turns.append(rng.choice(("угу", "да", "записал", part)))
    return turns[:-1], value


def call(rng: random.Random, which: str) -> Call:
    """Return a call of some turns with at most one thing of each sort."""
    sentences, lines, truths = SENTENCES[which], [], []

    def add(text: str) -> int:
        lines.append((len(lines), "AB"[len(lines) % 2], text))
        return len(lines) - 1

    for _ in range(rng.randrange(2, 6)):
        add(rng.choice(AROUND))
        kind = rng.choice((*VALUES, "email", "name", "cvv", "parts", *["none"] * 7))
        if kind == "none":
            add(filled(rng, rng.choice(sentences["none"])))
        elif kind in VALUES:
            make, forms = VALUES[kind]
            value = make(rng)
            form, text = forms(rng, value)
            truths.append(Truth(add(rng.choice(sentences[kind]).format(text)), kind, value, form))
        elif kind == "email":
            form, value, text = an_email(rng)
            truths.append(Truth(add(rng.choice(sentences[kind]).format(text)), kind, value, form))
        elif kind == "name":
            text, value = rng.choice(NAMES[which])
            truths.append(Truth(add(rng.choice(sentences[kind]).format(text)), kind, value, "spoken"))
        elif kind == "cvv":
            value = digits_of(rng, 3)
            form, text = rng.choice((("digits", value), ("spoken", one_by_one(rng, value))))
            truths.append(Truth(add(rng.choice(sentences[kind]).format(text)), kind, value, form))
        else:
            kind = rng.choice(("card", "phone"))
            add("продиктуйте номер карты" if kind == "card" else "продиктуйте номер телефона")
            turns, value = in_parts(rng, kind, which)
            if len(lines) % 2 == 0:
                add("хорошо")
            truths += [
                Truth(add(text), kind, value, "parts") if n % 2 == 0 else Truth(add(text), "", "", "")
                for n, text in enumerate(turns)
            ]
    return Call(lines, truths)


# ---------------------------------------------------------------------- judging


def judge(which: str, seed: int, calls: int) -> Iterator[str]:
    rng = random.Random(f"{which} {seed}")
    right: Counter[tuple[str, str]] = Counter()
    placed: Counter[tuple[str, str]] = Counter()
    there: Counter[tuple[str, str]] = Counter()
    wrong: dict[str, list[str]] = defaultdict(list)
    missed: dict[str, list[str]] = defaultdict(list)
    hits: Counter[str] = Counter()
    misread: Counter[str] = Counter()
    turns = 0
    for _ in range(calls):
        made = call(rng, which)
        turns += len(made.lines)
        found = read(made.lines, Personal.kinds)
        said_here = {(kind, value) for _, kind, value, _ in made.truths if kind}
        for truth in made.truths:
            if truth.kind:
                there[truth.kind, truth.form] += 1
                own = [f.hit.value for f in found[truth.turn] if f.hit.kind == truth.kind and f.confidence >= Personal.threshold]
                ok = truth.value in own
                right[truth.kind, truth.form] += ok
                placed[truth.kind, truth.form] += bool(own)
                if not ok:
                    missed[truth.kind].append(f"{truth.form}: {made.lines[truth.turn][2]}")
        for place, own in found.items():
            for f in own:
                if f.confidence >= Personal.threshold:
                    hits[f.hit.kind] += 1
                    misread[f.hit.kind] += (f.hit.kind, f.hit.value) not in said_here
                    if not any(truth.kind == f.hit.kind and truth.turn == place for truth in made.truths):
                        echo = (f.hit.kind, f.hit.value) in said_here
                        wrong[f.hit.kind] += [] if echo else [made.lines[int(str(place))][2]]
    yield f"{which}: {calls} calls, {turns} turns"
    yield f"  {'kind':9} {'precision':>11} {'hits':>6}   recall by form: place/value (number)"
    for kind in Personal.kinds:
        precision = 1 - len(wrong[kind]) / hits[kind] if hits[kind] else 1.0
        forms = ", ".join(
            f"{form} {placed[k, form] / n:.3f}/{right[k, form] / n:.3f} ({n})"
            for (k, form), n in sorted(there.items())
            if k == kind
        )
        values = 1 - misread[kind] / hits[kind] if hits[kind] else 1.0
        yield f"  {kind:9} {precision:.3f}/{values:.3f} {hits[kind]:6}   {forms}"
    if which == "tune":
        for title, lines in (("false", wrong), ("missed", missed)):
            for kind, texts in lines.items():
                yield from (f"    {title} {kind}: {text}" for text in texts[:SHOWN])


def alarms(folder: Path) -> Iterator[str]:
    yield "findings per 1,000 turns of dialogues (turns)"
    for name in SETS:
        counts: Counter[str] = Counter()
        turns = 0
        for row in (folder / "data" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            lines = [(n, turn["speaker"], turn["text"]) for n, turn in enumerate(json.loads(row)["turns"])]
            turns += len(lines)
            for own in read(lines, Personal.kinds).values():
                counts.update(f.hit.kind for f in own if f.confidence >= Personal.threshold)
        shown = ", ".join(f"{kind} {1000 * counts[kind] / turns:.2f}" for kind in Personal.kinds)
        yield f"  {name} ({turns}): {shown}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("eval_folder", nargs="?", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--calls", type=int, default=6000)
    args = parser.parse_args()
    for which in SENTENCES:
        print("\n".join(judge(which, args.seed, args.calls)), flush=True)
    if args.eval_folder is not None:
        print("\n".join(alarms(args.eval_folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
