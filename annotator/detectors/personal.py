"""Personal data in what is said: numbers of cards, phones and documents, addresses of e-mail, names of people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple

from annotator.core.finding import Finding, Fix, Replacement, Span
from annotator.core.i18n import Message, msg
from annotator.core.masking import masked, substituted
from annotator.core.model import Transcript, Turn, TurnId
from annotator.detectors import personal_numbers as digits
from annotator.detectors.base import Progress
from annotator.detectors.personal_mail import mails
from annotator.detectors.personal_names import names
from annotator.detectors.personal_numbers import Number, Run

STEP = 500
"""Turns between two reports of progress: a tenth of a second, in which a window can wait for an end."""
PARTS, APART, WORDS_BETWEEN = 6, 6, 3
"""A number that is said in parts: how many at most, in turns how far from each other, with so many other words between two."""
LONGEST = 19
"""Digits of a number."""
NUMBERS = frozenset({"card", "phone", "passport", "snils", "inn"})
"""Kinds whose value is a long number: parts of it tell much of it."""
TELLING, ECHOED = 6, 3
"""Digits of a number that are personal wherever they stand, and those that are where the number was said in just these parts."""

_WORDS = {
    "card": ("карта", "card"),
    "cvv": ("код карты", "card code"),
    "phone": ("телефон", "phone"),
    "email": ("почта", "e-mail"),
    "passport": ("паспорт", "passport"),
    "snils": ("СНИЛС", "SNILS"),
    "inn": ("ИНН", "INN"),
    "name": ("имя", "name"),
}
"""What stands for each kind in a Russian call, and in others: it becomes a part of the call, whatever the window's language."""
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)

Line = tuple[Any, object, str]
"""A turn: what it is known by, who speaks, and the text."""
Piece = tuple[int, Hashable, Run]
"""A number that is nothing by itself: the place of its turn, what that is known by, and the number."""


class Hit(NamedTuple):
    """Personal data in a text: code points start..end, and the value as it compares: digits, an address, a name's nominative."""

    start: int
    end: int
    kind: str
    value: str


class Found(NamedTuple):
    """A hit in one of several turns, and what speaks for it. `parts` is how many parts the number was said in."""

    hit: Hit
    confidence: float
    cue: str = ""
    checked: bool = False
    parts: int = 1
    part: str = ""
    """The digits of this part."""


@dataclass(slots=True)
class _Seen:
    """What is known of a turn with this text."""

    text: str
    runs: tuple[Run, ...]
    words: tuple[Found, ...]
    tail: str
    """The end of what is said after the last number: it may tell what the next one is."""
    context: tuple[str, str] | None = None
    """What was said in the two turns before when its numbers were judged."""
    hits: tuple[Found, ...] = ()
    """The words and the numbers, in reading order."""
    free: tuple[Run, ...] = ()
    """Numbers that are nothing by themselves."""


def placeholder(kind: str, russian: bool, number: int | None = None) -> str:
    """Return what is to stand for personal data, with the number of the value where there is one."""
    word = _WORDS[kind][0 if russian else 1]
    return f"[{word}]" if number is None else f"[{word} {number}]"


def hits(text: str, kinds: Collection[str]) -> list[Hit]:
    """Return the personal data of these kinds in one text, in reading order; none overlaps another."""
    return [found.hit for found in read([(0, None, text)], kinds)[0]]


def read(
    lines: Sequence[Line],
    kinds: Collection[str],
    memory: dict[Hashable, Any] | None = None,
    known: Collection[Found] = (),
) -> dict[Any, list[Found]]:
    """Return what is in each of several turns, in reading order; a number may be said in parts, by one speaker.

    `memory` holds what is known of the turns, by what they are known by; those that are gone are dropped from it. `known` was
    found elsewhere in the call: parts of it are found here too.
    """
    result: dict[Hashable, list[Found]] = {}
    for _ in _read(lines, {} if memory is None else memory, result, "name" in kinds, known):
        pass
    return {key: [found for found in result.get(key, ()) if found.hit.kind in kinds] for key, _, _ in lines}


def _read(
    lines: Sequence[Line],
    memory: dict[Hashable, Any],
    result: dict[Hashable, list[Found]],
    named: bool,
    known: Collection[Found] = (),
) -> Iterator[Progress]:
    pieces: dict[object, list[Piece]] = defaultdict(list)
    before = ("", "")
    for place, (key, speaker, text) in enumerate(lines):
        if place % STEP == 0:
            yield Progress(place, len(lines))
        seen: _Seen | None = memory.get(key)
        if seen is None or seen.text != text:
            seen = memory[key] = _look(text, named)
        if seen.runs:
            if seen.context != before:
                _judge(seen, before)
            for run in seen.free:
                pieces[speaker].append((place, key, run))
        if seen.hits:
            result[key] = list(seen.hits)
        before = (seen.tail, before[0])
    if len(memory) > len(lines):
        for gone in memory.keys() - {key for key, _, _ in lines}:
            del memory[gone]
    if not pieces:
        return
    more: list[tuple[Hashable, Found]] = []
    taken: set[tuple[Hashable, int]] = set()
    near: dict[str, list[int]] = {found.part: [] for found in known if len(found.part) >= ECHOED}
    for own in pieces.values():
        for place, key, found in _in_parts(own, memory):
            taken.add((key, found.hit.start))
            more.append((key, found))
            if len(found.part) >= ECHOED:
                near.setdefault(found.part, []).append(place)
    whole = [*known, *(found for own in result.values() for found in own), *(found for _, found in more)]
    left = [piece for own in pieces.values() for piece in own if (piece[1], piece[2].start) not in taken]
    more += _echoes(left, whole, near)
    for key, found in more:
        result[key] = sorted([*result.get(key, ()), found])


def _look(text: str, named: bool) -> _Seen:
    words = [Found(Hit(m.start, m.end, "email", m.address), 0.9 if m.spoken else 0.98) for m in mails(text)]
    taken = [(found.hit.start, found.hit.end) for found in words]
    for name in names(text) if named else ():
        if not _overlaps(name.start, name.end, taken):
            words.append(Found(Hit(name.start, name.end, "name", name.lemma), name.confidence))
    runs = tuple(run for run in digits.runs(text) if not _overlaps(run.start, run.end, taken))
    tail = text[runs[-1].end if runs else 0 :][-digits.NEAR :]
    return _Seen(text, runs, tuple(words), tail, hits=tuple(sorted(words)))


def _overlaps(start: int, end: int, taken: Iterable[tuple[int, int]]) -> bool:
    return any(start < last and first < end for first, last in taken)


def _judge(seen: _Seen, context: tuple[str, str]) -> None:
    """Say which numbers of a turn are personal after what was said before."""
    numbers = digits.numbers(seen.text, seen.runs, context)
    taken = [(number.start, number.end) for number in numbers]
    seen.context, seen.hits = context, tuple(sorted((*seen.words, *map(_found, numbers))))
    seen.free = tuple(
        run
        for run in seen.runs
        if len(run.digits) <= LONGEST and not _overlaps(run.start, run.end, taken) and not digits.counts_things(seen.text, run)
    )


def _found(number: Number) -> Found:
    return Found(Hit(number.start, number.end, number.kind, number.digits), number.confidence, number.cue, number.checked)


def _in_parts(pieces: Sequence[Piece], seen: Mapping[Hashable, _Seen]) -> Iterator[tuple[int, Hashable, Found]]:
    """Yield the parts of numbers that one speaker has said piece by piece, each as a hit with the value of the whole."""
    at = 0
    while at < len(pieces):
        chain = [pieces[at]]
        size = len(pieces[at][2].digits)
        found = None
        for following in pieces[at + 1 : at + PARTS]:
            size += len(following[2].digits)
            if size > LONGEST or not _goes_on(chain[-1], following):
                break
            chain.append(following)
            if size >= 10:
                first = seen[chain[0][1]]
                told = digits.cue_of(first.text, chain[0][2], first.context or ())
                found = digits.joined([run for _, _, run in chain], told)
                if found is not None:
                    break
        if found is None:
            at += 1
            continue
        kind, value, confidence = found
        for place, key, run in chain:
            yield place, key, Found(Hit(run.start, run.end, kind, value), confidence, "", kind == "card", len(chain), run.digits)
        at += len(chain)


def _goes_on(one: Piece, other: Piece) -> bool:
    if one[0] == other[0]:
        return other[2].before <= WORDS_BETWEEN
    return other[0] - one[0] <= APART and one[2].after + other[2].before <= WORDS_BETWEEN


def _echoes(free: Sequence[Piece], whole: Sequence[Found], near: Mapping[str, Sequence[int]]) -> Iterator[tuple[Hashable, Found]]:
    """Yield what stands of a number elsewhere in the call: a long part of it, or one of the parts that it was said in.

    `near` are these parts and the places of the turns around which they are looked for, none where that does not matter.
    """
    values = {value: found for found in whole if found.hit.kind in NUMBERS for value in _written(found.hit)}
    every = "|".join(values)
    for place, key, run in free:
        said = run.digits
        places = near.get(said)
        echoed = places is not None and (not places or any(abs(place - other) <= 2 * APART for other in places))
        if (len(said) >= TELLING or echoed) and said in every:
            found = next(found for value, found in values.items() if said in value)
            yield key, found._replace(hit=found.hit._replace(start=run.start, end=run.end))


def _written(hit: Hit) -> Iterator[str]:
    """Yield how the digits of a number may begin: a phone is called with 8 or with 7."""
    yield hit.value
    if hit.kind == "phone" and hit.value.startswith("7"):
        yield "8" + hit.value[1:]


# ---------------------------------------------------------------------- in a call


def is_russian(texts: Iterable[str]) -> bool:
    """Tell whether there is a Russian letter in one of the texts."""
    return any(_CYRILLIC.search(text) for text in texts)


@dataclass(slots=True)
class _Memory:
    lines: dict[Hashable, Any] = field(default_factory=dict)
    findings: dict[tuple[str, str], tuple[object, Finding]] = field(default_factory=dict)


class Personal:
    """Finds personal data, one finding for each value: all the places where it is said go together."""

    name = "personal"
    title = msg("Personal data")
    kinds: Mapping[str, Message] = {
        "card": msg("Card number"),
        "cvv": msg("Card code"),
        "phone": msg("Phone number"),
        "email": msg("E-mail address"),
        "passport": msg("Passport number"),
        "snils": msg("SNILS"),
        "inn": msg("INN"),
        "name": msg("Name of a person"),
    }
    quiet: frozenset[str] = frozenset({"name"})
    threshold = 0.67

    def find(
        self,
        transcript: Transcript,
        *,
        min_confidence: float,
        ignore: Collection[Span] = (),  # noqa: ARG002 a copy that stays is personal too
        memory: dict[str, Any] | None = None,
        learned: bytes | None = None,  # noqa: ARG002 it learns nothing
    ) -> Iterator[Finding | Progress]:
        known: _Memory = _Memory() if memory is None else memory.setdefault(self.name, _Memory())
        turns = transcript.visible
        result: dict[Hashable, list[Found]] = {}
        yield from _read(_lines(turns), known.lines, result, True)
        values: dict[tuple[str, str], list[tuple[Turn, Found]]] = defaultdict(list)
        for turn in turns:
            for found in result.get(turn.id, ()):
                values[found.hit.kind, found.hit.value].append((turn, found))
        russian = is_russian(turn.text for turn in turns)
        findings: dict[tuple[str, str], tuple[object, Finding]] = {}
        for key, places in values.items():
            facts = russian, [(turn.id, turn.text, found) for turn, found in places]
            made_from, finding = known.findings.get(key, (None, None))
            if finding is None or made_from != facts:
                finding = self._finding(key, places, russian)
            findings[key] = facts, finding
            if finding.confidence >= min_confidence:
                yield finding
        known.findings = findings

    def _finding(self, key: tuple[str, str], places: Sequence[tuple[Turn, Found]], russian: bool) -> Finding:
        kind, value = key
        spans = tuple(Span(t.id, f.hit.start, f.hit.end, t.text[f.hit.start : f.hit.end]) for t, f in places)
        instead = placeholder(kind, russian)
        return Finding(
            _key(kind, value, places),
            self.name,
            kind,
            max(found.confidence for _, found in places),
            spans,
            tuple(_evidence(kind, value, [found for _, found in places])),
            Fix(msg("Redact"), replaces=tuple(Replacement(span, instead) for span in spans)),
        )


def _key(kind: str, value: str, places: Sequence[tuple[Turn, Found]]) -> str:
    """Return a key that stays until the value or its first place change.

    Of the value it holds one byte: decisions are kept under it when the value has long been redacted, and all phone numbers there
    are can be tried in a minute.
    """
    turn = places[0][0]
    number = turn.sources[0].number if turn.sources else 0
    check = blake2b(value.encode("utf-8", "replace"), digest_size=1).hexdigest()
    return blake2b("\x1f".join((Personal.name, kind, str(number), check)).encode(), digest_size=12).hexdigest()


def _evidence(kind: str, value: str, found: Sequence[Found]) -> Iterator[Message]:
    best = max(found, key=lambda f: f.confidence)
    if kind == "card" and best.checked:
        yield msg("{n} digits, and the last is right for a card number", n=len(value))
    elif kind == "card":
        yield msg("{n} digits after a word for a card; the last is not right, perhaps one was misheard", n=len(value))
    elif kind in ("snils", "inn"):
        yield msg("{n} digits, and the check digits are right", n=len(value))
    elif kind == "phone":
        yield msg("{n} digits as a phone number has them", n=len(value))
    elif kind == "cvv":
        yield msg("{n} digits where the code of a card is said; it must not be kept anywhere", n=len(value))
    elif kind == "passport":
        yield msg("A series of 4 digits and a number of 6")
    elif kind == "email":
        yield msg("An address with a mailbox and a domain")
    elif best.confidence >= 0.9:
        yield msg("A name with a patronymic, a surname, or words that announce it")
    else:
        yield msg("A first name that is no other word")
    if best.cue:
        yield msg("“{words}” stands before it", words=best.cue.strip())
    if best.parts > 1:
        yield msg("Said in {n} parts", n=best.parts)
    if len(found) > best.parts:
        yield msg("It stands in {n} places", n=len(found))


# ---------------------------------------------------------------------- masking


NumberOf = Callable[[str, str], int]


class Masker:
    """Finds what is to be masked in a call, and puts something else there.

    `number_of` gives each value of a kind a number that stands beside the word for its kind; without it only the word stands.
    """

    def __init__(self, transcript: Transcript, kinds: Collection[str], number_of: NumberOf | None = None):
        self.transcript = transcript
        # A project takes some milliseconds for each answer, on purpose.
        self._kinds, self._number_of = frozenset(kinds), number_of and cache(number_of)
        self._russian = is_russian(turn.text for turn in transcript.turns)
        self._known: dict[TurnId, list[Found]] | None = None

    def look(self) -> Iterator[Progress]:
        """Look through the turns; the rest is quick then. Whoever stops it in between has to begin again."""
        transcript, named = self.transcript, "name" in self._kinds
        # Words may have been corrected, moved and hidden: what the turns no longer say in one piece the source may.
        imported: dict[Any, list[Found]] = {}
        yield from _read(_said(transcript), {}, imported, False)
        whole = self._wanted(imported)
        turns: dict[Any, list[Found]] = {}
        yield from _read(_lines(transcript.visible), {}, turns, named, whole)
        hidden: dict[Any, list[Found]] = {}
        whole += self._wanted(turns)
        yield from _read(_lines(turn for turn in transcript.turns if turn.hidden), {}, hidden, named, whole)
        self._known = {key: [f for f in own if f.hit.kind in self._kinds] for key, own in (turns | hidden).items()}

    def _wanted(self, result: Mapping[Any, Iterable[Found]]) -> list[Found]:
        return [found for own in result.values() for found in own if found.hit.kind in self._kinds]

    def hits(self, turns: Iterable[Turn]) -> Iterator[tuple[Turn, Hit]]:
        """Yield what is masked in turns of the call, in reading order."""
        for turn in turns:
            yield from ((turn, found.hit) for found in self._found.get(turn.id, ()))

    def instead(self, hit: Hit, number_of: NumberOf | None = None) -> str:
        """Return what stands for it; with `number_of` numbered by that."""
        number_of = number_of or self._number_of
        return placeholder(hit.kind, self._russian, None if number_of is None else number_of(hit.kind, hit.value))

    def text(self, text: str) -> str:
        """Return a text that stands alone, such as a name, with something else in all places."""
        return substituted(text, self._alone(text))

    def masked(self) -> Transcript:
        """Return the call with something else in all places, also in what was imported, in comments and in names."""
        imported = self.transcript.source.turns
        sources = read(_said(self.transcript), self._kinds, known=self._wanted(self._found))
        return masked(
            self.transcript,
            self._alone,
            {turn.id: self._pieces(self._found.get(turn.id, ())) for turn in self.transcript.turns},
            {turn.number: self._pieces(sources[turn.number]) for turn in imported},
        )

    @property
    def _found(self) -> dict[TurnId, list[Found]]:
        if self._known is None:
            for _ in self.look():
                pass
        assert self._known is not None, "it was looked through"
        return self._known

    def _alone(self, text: str) -> list[tuple[int, int, str]]:
        return [(hit.start, hit.end, self.instead(hit)) for hit in hits(text, self._kinds)]

    def _pieces(self, found: Iterable[Found]) -> list[tuple[int, int, str]]:
        return [(f.hit.start, f.hit.end, self.instead(f.hit)) for f in found]


def _said(transcript: Transcript) -> list[Line]:
    return [(turn.number, turn.speaker_id, turn.text) for turn in transcript.source.turns]


def _lines(turns: Iterable[Turn]) -> list[Line]:
    return [(turn.id, turn.speaker_id, turn.text) for turn in turns]
