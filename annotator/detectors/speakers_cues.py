"""Hard evidence of who speaks: the gender of "I", names that people call or give, words of the one who serves or is served.

A cue compares some words of a turn with what the other turns of the call tell of the two people. It is as strong as these
turns are many and of one mind; where they tell nothing, there is none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import log
from typing import NamedTuple

from annotator.core.i18n import Message, msg
from annotator.detectors import speakers_roles as roles
from annotator.detectors.speakers_words import CYRILLIC, grammar
from annotator.morphology import analyzer

Turns = Sequence[tuple[int, Sequence[str]]]

MISLABELLED = 0.15
"""So many of the words that a cue is compared with are expected to carry the wrong label."""
MISHEARD = 0.05
"""So many forms of a gender are expected not to be the speaker's: that of the other is one sound away."""
MISREAD = 0.03
"""So many names are expected to be called by whoever bears them, or given by another."""
THIRD = 0.1
"""So likely a name is that of neither of the two."""
LEAST = 1.5
"""Cues of gender and name that are weaker are left out: that takes two uses elsewhere, or one on each side."""
PER_WEIGHT = 0.7
"""What a sign of a role tells about a single turn, for each unit of its weight; typed dialogues have three times as much."""
MOST = 4.0
CLEAR = 3.0
"""So great must be the log odds of who serves and who is served before signs of it count."""

MAN, WOMAN = "masc", "femn"
CALLED, GIVEN = "called", "given"
QUOTED = 2
"""How many words on either side of a name are quoted."""

INSERTED_MOST = 3
INSERTED = frozenset("его ее их так и тоже также уже бы б же ж все это еще вообще кстати наверное конечно может значит".split())
"""Words besides adverbs, particles and oblique cases that may stand between "я" and its verb."""
SUBJECTS = frozenset("он она оно кто никто ты вы".split())
QUOTING = frozenset(
    "сказал сказала сказали говорит говорят говорил говорила спросил спросила спрашивает ответил ответила отвечает "
    "пишет написал написала писал писала думает кричит мол типа такой такая будто".split()
)
"""Shortly before "я" or a name they begin somebody else's words."""
ALONE = {
    form: gender
    for gender, listed in (
        (MAN, ("понял", "согласен", "услышал", "записал", "принял", "рад", "хотел бы")),
        (WOMAN, ("поняла", "согласна", "услышала", "записала", "приняла", "рада", "хотела бы")),
    )
    for form in listed
}
"""Forms that begin an answer without "я"."""
OPENING = frozenset("да ага угу ну так все хорошо ясно ладно отлично спасибо ок нет не алло здравствуйте добрый день вечер".split())
"""Words after which an answer may still begin."""

GIVING = ("меня зовут", "мое имя", "зовут меня", "вас приветствует", "вас беспокоит", "вам звонит", "my name is", "my name's")
ASKING = ("вас зовут", "тебя зовут", "вам обращаться", "тебе обращаться", "ваше имя", "представьтесь", "your name")
ANSWERING = frozenset("слушаю слушает зовут speaking".split())
PLACES = frozenset("из компания менеджер оператор служба банк from".split())
"""They follow the name of one who says who is calling, or of whom one asks for."""
GOVERNING = frozenset("это и или зовут что как не чем".split())
GOVERN = frozenset(("NOUN", "ADJF", "ADJS", "NUMR", "PREP", "CONJ", "PRTF", "PRTS", "VERB"))
"""After these words, and parts of speech, a name is a part of the sentence."""
NO_NAMES = frozenset("a an not the on in".split())
GREETING = frozenset(
    "здравствуйте здравствуй привет день вечер утро спасибо пожалуйста хорошо понятно да нет так ну алло извините простите "
    "слушайте смотрите скажите подскажите понял поняла свидания доброго ладно отлично вам вас вы ты ой "
    "hi hello thanks you okay ok yes sorry bye".split()
)
"""After them a name is a call."""
TO_YOU = frozenset(("а вы", "а ты", "у вас", "у тебя", "can you", "could you", "do you"))
"""Before them too."""


class Cue(NamedTuple):
    """Words start..end (half open) of a turn that tell who says them.

    `strength` is the log odds that it is the other of the two people, so it is positive where the label looks wrong.
    """

    turn: int
    start: int
    end: int
    strength: float
    kind: str
    fact: Message


class Use(NamedTuple):
    """Words by which whoever says them is `what`: a man or a woman, one who calls the other by a name or gives the own."""

    turn: int
    label: int
    start: int
    end: int
    what: str
    name: str = ""
    gender: str = ""
    """Of the name."""


Chances = Mapping[str, float]
"""How the uses of a person are spread."""


_SEXES = {MAN: 1 - MISHEARD, WOMAN: MISHEARD}, {MAN: MISHEARD, WOMAN: 1 - MISHEARD}
_OWNER, _OTHER = {GIVEN: 1 - MISREAD, CALLED: MISREAD}, {GIVEN: MISREAD, CALLED: 1 - MISREAD}
_EITHER = {GIVEN: 0.5, CALLED: 0.5}
GENDERS = tuple((0.25, (first, second)) for first in _SEXES for second in _SEXES)
OWNERS = (((1 - THIRD) / 2, (_OWNER, _OTHER)), ((1 - THIRD) / 2, (_OTHER, _OWNER)), (THIRD, (_EITHER, _EITHER)))


class Belief:
    """What the uses in a call make of its two people. A case is what both may be: its chance, and how each of them speaks then."""

    def __init__(self, cases: Sequence[tuple[float, tuple[Chances, Chances]]], uses: Sequence[Use]):
        self._cases = cases
        self._seen = Counter((use.label, use.what) for use in uses)
        self._in_turn: dict[int, Counter[tuple[int, str]]] = defaultdict(Counter)
        for use in uses:
            self._in_turn[use.turn][use.label, use.what] += 1

    def strength(self, use: Use) -> float:
        """Return the log odds that the other of the two says this, by all turns but its own."""
        elsewhere = self._seen - self._in_turn[use.turn]
        own = other = 0.0
        for weight, chances in self._cases:
            for (label, what), n in elsewhere.items():
                weight *= ((1 - MISLABELLED) * chances[label][what] + MISLABELLED * chances[1 - label][what]) ** min(n, 20)
            own += weight * chances[use.label][use.what]
            other += weight * chances[1 - use.label][use.what]
        return log(other / own)


def cues(turns: Turns, *, lexicon: roles.Lexicon | None = None) -> list[Cue]:
    """Return the cues in the turns of two people, given as (label 0 or 1, words in normal form), in the order of the words."""
    named = _names(turns)
    return sorted([*_by_gender(turns, named), *_by_name(turns, named), *_by_role(turns, lexicon)], key=lambda cue: cue[:3])


def _first(uses: Iterable[Use]) -> list[Use]:
    """Return the uses without those that tell the same as the one before in their turn: together they tell no more."""
    found: list[Use] = []
    for use in uses:
        if not found or (found[-1].turn, found[-1].what) != (use.turn, use.what):
            found.append(use)
    return found


# Gender


def _by_gender(turns: Turns, named: Mapping[str, Sequence[Use]]) -> Iterator[Cue]:
    said = _first(Use(n, label, i, end, sex) for n, (label, words) in enumerate(turns) for i, end, sex in gendered(words))
    told = [*said, *_by_their_names(named)] if said else []
    belief = Belief(GENDERS, told)
    for use in said:
        strength = belief.strength(use)
        if abs(strength) < LEAST:
            continue
        clashing = use.label if strength > 0 else 1 - use.label
        others = [other for other in told if other.label == clashing and other.what != use.what and other.turn != use.turn]
        if others:
            nearest = min(others, key=lambda other: (bool(other.name), abs(other.turn - use.turn)))
            fact = _of_gender(_quote(turns, use), use.what, strength > 0, nearest.name.capitalize(), _quote(turns, nearest))
            yield Cue(use.turn, use.start, use.end, strength, "gender", fact)


def _of_gender(words: str, gender: str, against: bool, name: str, other: str) -> Message:
    by = msg("a man") if gender == MAN else msg("a woman")
    match against, bool(name):
        case True, True:
            return msg("“{words}” is said by {by}, but this speaker is {name}", words=words, by=by, name=name)
        case True, False:
            return msg("“{words}” is said by {by}, but elsewhere this speaker says “{other}”", words=words, by=by, other=other)
        case False, True:
            return msg("“{words}” is said by {by}, and the other speaker is {name}", words=words, by=by, name=name)
    return msg("“{words}” is said by {by}, and the other speaker says “{other}”", words=words, by=by, other=other)


def _by_their_names(named: Mapping[str, Sequence[Use]]) -> Iterator[Use]:
    """Yield the gender of the people by their names, for each label once: to say a name again tells no more."""
    for uses in named.values():
        for use in {(use.label, use.what): use for use in uses if use.gender}.values():
            yield use._replace(label=use.label if use.what == GIVEN else 1 - use.label, what=use.gender)


def gendered(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the words by which the speaker is surely a man or a woman, as start, end and gender."""
    opening = True
    for i, word in enumerate(words):
        if word == "я" and not QUOTING.intersection(words[max(0, i - 3) : i]):
            end, gender = _predicate(words, i + 1)
            if gender:
                yield i, end, gender
        elif opening:
            end = i + 1 if word in ALONE else i + 2
            gender = ALONE.get(" ".join(words[i:end]), "")
            if gender and SUBJECTS.isdisjoint(words[end : end + 1]):
                yield i, end, gender
        opening = opening and word in OPENING


def _predicate(words: Sequence[str], start: int) -> tuple[int, str]:
    """Return where the first verb or adjective after "я" ends and its gender, none where it may have another subject."""
    for i in range(start, min(len(words), start + INSERTED_MOST + 1)):
        if gender := _gender(words[i]):
            governed = grammar(words[i - 1])[1].part == "PREP"
            return (i + 1, gender) if not governed and SUBJECTS.isdisjoint(words[i + 1 : i + 2]) else (i, "")
        if not _inserted(words[i]):
            break
    return start, ""


@cache
def _gender(word: str) -> str:
    """Return the gender of a verb of the past or of a predicative adjective, none of other words and where it is not sure."""
    if word in ("сам", "рад", "сама", "рада"):
        return MAN if word in ("сам", "рад") else WOMAN
    form = grammar(word)[1]
    if form.part == "VERB":
        genders = {gender if number == "sing" else "" for _, number, gender in form.readings}
    elif form.part in ("ADJS", "PRTS"):
        genders = {str(parse.tag.gender or "") for parse in analyzer().parse(word) if form.part == parse.tag.POS}
    else:
        return ""
    gender = genders.pop() if len(genders) == 1 else ""
    return gender if gender in (MAN, WOMAN) else ""


@cache
def _inserted(word: str) -> bool:
    form = grammar(word)[1]
    if word in INSERTED or form.part in ("ADVB", "PRCL", "PREP"):
        return True
    return form.part in ("NOUN", "NPRO", "ADJF") and bool(form.readings) and all(case != "nomn" for case, _, _ in form.readings)


# Names


def _by_name(turns: Turns, named: Mapping[str, Sequence[Use]]) -> Iterator[Cue]:
    for name, uses in named.items():
        belief = Belief(OWNERS, uses)
        for use in uses:
            strength = belief.strength(use)
            if abs(strength) >= LEAST:
                fact = _of_name(_quote(turns, use), name.capitalize(), use.what, strength > 0)
                yield Cue(use.turn, use.start, use.end, strength, "name", fact)


def _of_name(words: str, name: str, what: str, against: bool) -> Message:
    match what == CALLED, against:
        case True, True:
            return msg("“{words}” calls {name}, but by the other turns this speaker is {name}", words=words, name=name)
        case True, False:
            return msg("“{words}” calls {name}, and by the other turns the other speaker is {name}", words=words, name=name)
        case False, True:
            return msg("In “{words}” {name} speaks, but by the other turns the other speaker is {name}", words=words, name=name)
    return msg("In “{words}” {name} speaks, and by the other turns this speaker is {name}", words=words, name=name)


def _quote(turns: Turns, use: Use) -> str:
    """Return the words of the use, of a name with some around it."""
    around = QUOTED if use.name else 0
    return " ".join(turns[use.turn][1][max(0, use.start - around) : use.end + around])


def _names(turns: Turns) -> dict[str, list[Use]]:
    """Return the uses of every name in the call."""
    texts = [" ".join(words) for _, words in turns]
    introduced = {
        words[i]
        for (_, words), text in zip(turns, texts, strict=True)
        if any(phrase in text for phrase in GIVING)
        for i in range(len(words))
        if _given(words, i) < i and _may_be_name(words[i])
    }
    found: dict[str, list[Use]] = defaultdict(list)
    asked = False
    for n, (label, words) in enumerate(turns):
        for i, word in enumerate(words):
            name, gender = _name(word, word in introduced)
            if name and (mention := _mention(words, i, gender, asked)):
                found[name].append(Use(n, label, *mention, name, gender))
        asked = any(phrase in texts[n] for phrase in ASKING)
    return {name: _first(uses) for name, uses in found.items()}


def _mention(words: Sequence[str], i: int, gender: str, asked: bool) -> tuple[int, int, str] | None:
    """Return start and end of the words that call the name at i or give it as the speaker's, and which; None where neither is sure.

    `asked` tells that the turn before asks for a name.
    """
    start, end = _given(words, i), i + 1 + (i + 1 < len(words) and _patronymic(words[i + 1]))
    before, after = words[i - 1] if i else "", words[end] if end < len(words) else ""
    says_who = start < i or after in ANSWERING or (before in ("я", "это") and after in PLACES)
    if says_who or (asked and i < 2 and not _bids(after)):
        return start, end, GIVEN
    if before in GOVERNING or after in PLACES or QUOTING.intersection(words[max(0, i - 3) : i]):
        return None
    if _bids(after) or " ".join(words[end : end + 2]) in TO_YOU:
        return i, end, CALLED
    if _acts(words[end : end + INSERTED_MOST + 1], gender):
        return None
    if before in GREETING:
        return i, end, CALLED
    governed = before and grammar(before)[1].part in GOVERN
    at_edge = len(words) > end - i and (i == 0 or end == len(words))
    return (i, end, CALLED) if (at_edge or end - i == 2) and not governed and CYRILLIC.search(words[i]) else None


def _given(words: Sequence[str], i: int) -> int:
    """Return where the words begin that give word i as the speaker's name, i where there are none."""
    return next((i - size for size in (2, 3) if i >= size and " ".join(words[i - size : i]) in GIVING), i)


def _acts(words: Sequence[str], gender: str) -> bool:
    """Tell whether the first verb of the words may be what somebody of this gender does, of whom one speaks."""
    for word in words:
        does = _gender(word)
        if does or ".3per" in grammar(word)[0]:
            return not (does and gender) or does == gender
        if not _inserted(word):
            break
    return False


@cache
def _name(word: str, introduced: bool) -> tuple[str, str]:
    """Return the name that the word is, in the nominative or as a call, and its gender; one that is introduced may be any word."""
    if introduced or grammar(word)[0].startswith("NAME."):
        for tag, name in ((parse.tag, str(parse.normal_form)) for parse in analyzer().parse(word)):
            if "Name" in tag and tag.number == "sing" and tag.case in ("nomn", "voct"):
                return (word if tag.case == "nomn" else name), str(tag.gender) if tag.gender in (MAN, WOMAN) else ""
    return (word if introduced else ""), ""


@cache
def _may_be_name(word: str) -> bool:
    if not CYRILLIC.search(word):
        return word not in NO_NAMES
    return not analyzer().word_is_known(word) or any("Name" in parse.tag for parse in analyzer().parse(word))


@cache
def _patronymic(word: str) -> bool:
    return grammar(word)[0].startswith("NAME.") and any("Patr" in p.tag and p.tag.case == "nomn" for p in analyzer().parse(word))


@cache
def _bids(word: str) -> bool:
    """Tell whether the word is "you" or a verb about the one spoken to."""
    tag = grammar(word)[0] if word else ""
    return ".2per" in tag or ".impr" in tag


# Roles


def _by_role(turns: Turns, lexicon: roles.Lexicon | None) -> Iterator[Cue]:
    said = Counter[int]()
    for label, words in turns:
        said[label] += len(words)
    found = [roles.signs([turn], lexicon) for turn in turns]
    uses = Counter[tuple[str, int]]()
    leans = []
    for signs in found:
        counted = []
        for sign in signs:
            uses[sign.text, sign.label] += 1
            if uses[sign.text, sign.label] <= roles.REPEATED:
                counted.append(sign)
        leans.append(_log_odds(roles.chance_agent(counted, said[0] / max(1, said.total()))))
    lean = sum(leans)
    for n, signs in enumerate(found):
        others = lean - leans[n]
        if abs(others) < CLEAR:
            continue
        for sign in signs:
            _, start, end = sign.place
            against = (sign.side == roles.AGENT) != (sign.label == (others < 0))
            strength = min(MOST, PER_WEIGHT * sign.weight) * (1 if against else -1)
            yield Cue(n, start, end, strength, "role", _of_role(sign.text, sign.side, against))


def _of_role(words: str, side: str, against: bool) -> Message:
    match side == roles.AGENT, against:
        case True, True:
            return msg("“{words}” is what an agent says, but by the other turns this speaker is the client", words=words)
        case True, False:
            return msg("“{words}” is what an agent says, and by the other turns this speaker is the agent", words=words)
        case False, True:
            return msg("“{words}” is what a client says, but by the other turns this speaker is the agent", words=words)
    return msg("“{words}” is what a client says, and by the other turns this speaker is the client", words=words)


def _log_odds(chance: float) -> float:
    chance = min(1 - 1e-9, max(1e-9, chance))
    return log(chance / (1 - chance))
