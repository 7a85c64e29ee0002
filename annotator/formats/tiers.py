"""Tiers: speech written down speaker by speaker along a time line, with words and sounds on tiers of their own.

What TextGrid and EAF have in common: which tiers hold turns and which the words of them, and tiers made of a transcript.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from annotator.core.i18n import msg
from annotator.core.model import Transcript
from annotator.core.spoken import spoken_words
from annotator.core.text import normal, words
from annotator.formats.base import ExportOptions
from annotator.formats.building import Builder, Token
from annotator.formats.timing import timed_turns
from annotator.formats.turns_of_words import grouped

UNKNOWN = "?"
"""What the tier of turns without a speaker is called."""
WORDS = " - words"
"""What is added to the name of a speaker's tier for that of the words."""

_OF_WORDS = ("words", "word", "tokens", "token", "ort-mau", "tokensalign", "слова", "слово")
_OF_SOUNDS = (
    "phones",
    "phone",
    "phonemes",
    "phoneme",
    "phns",
    "phn",
    "syllables",
    "syllable",
    "kan-mau",
    "mau",
    "mas",
    "phonalign",
    "фонемы",
)
_OF_PROGRAMS = ("phonetization", "activity", "metainformation")
"""What tiers are called on which SPPAS writes down what is neither."""
_SEPARATORS = " _-/.:|"
_SINGLE = 0.8
"""Share of the labels of a tier of words or sounds that are one word, and of those of a tier of words that are in the turns."""
_FURTHER = re.compile(r"(.+) \[\d+\]", re.DOTALL)
_TELLING = 5
"""Labels from which on it is no chance that they are the words of another tier."""
_FEW = 50
"""Tiers that are compared with each other."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a tier and what is written there."""

    start_ms: float
    end_ms: float | None
    text: str


@dataclass(slots=True)
class Tier:
    """A tier called `name`; `speaker` is who is heard on it. Its marks are in the order of time."""

    name: str
    speaker: str
    marks: list[Mark] = field(default_factory=list)

    @property
    def labels(self) -> list[str]:
        return [text for mark in self.marks if (text := mark.text.strip())]


def kind_of(tier: Tier) -> tuple[str, str]:
    """Return "words", "sounds", "others" or "turns", and the name of the speaker that the tier's name begins with."""
    single = sum(len(label.split()) == 1 for label in tier.labels) >= _SINGLE * len(tier.labels)
    name = tier.name.strip()
    if name.casefold() in _OF_PROGRAMS:
        return "others", ""
    for kind, endings in (("words", _OF_WORDS), ("sounds", _OF_SOUNDS)):
        for ending in endings:
            head = name[: len(name) - len(ending)]
            if single and name.casefold().endswith(ending) and (not head or head[-1] in _SEPARATORS):
                return kind, head.rstrip(_SEPARATORS)
    return "turns", tier.speaker


def told_apart(tiers: Sequence[Tier]) -> tuple[list[Tier], list[tuple[Tier, list[Tier]]], list[str]]:
    """Return the tiers of turns, those of words, each with the tiers of turns that they may be from, and the names of all others.

    Tiers of words are known by their names, or because their labels are the words of another tier. A tier of words whose speaker
    has no tier of turns comes with none.
    """
    turns, spoken, others = [], [], []
    for tier in tiers:
        kind, speaker = kind_of(tier)
        if kind == "words":
            tier.speaker = speaker
            spoken.append(tier)
        elif kind == "turns":
            turns += [tier] if tier.labels else []
        else:
            others.append(tier.name)
    found = [(tier, _owners(tier.speaker, turns)) for tier in spoken]
    if 1 < len(turns) <= _FEW:
        for tier in [tier for tier in turns if len(tier.labels) >= _TELLING]:
            owner = next((other for other in turns if are_words_of(tier, other)), None)
            if owner is not None:
                turns.remove(tier)
                found.append((tier, [owner]))
    return turns, found, others


def are_words_of(tier: Tier, turns: Tier) -> bool:
    """Tell whether the labels of a tier are the words of the turns of another one, each in its place, of which there are more."""
    labels = tier.labels
    if len(labels) <= len(turns.labels):
        return False
    found = 0
    for number, marks in _inside(tier.marks, turns.marks).items():
        said = Counter(normal(word.text) for word in words(turns.marks[number].text))
        found += (Counter(normal(mark.text.strip()) for mark in marks) & said).total()
    return found >= _SINGLE * len(labels)


def take(builder: Builder, turns: Sequence[Tier], spoken: Sequence[tuple[Tier, Sequence[Tier]]]) -> None:
    """Give the turns on tiers to the builder, in the order of time, whatever that of the tiers is.

    `spoken` are tiers of words as `told_apart` returns them; those that belong to no turns are made turns of.
    """
    taken: list[tuple[float, float | None, str, str | None, list[Token]]] = []
    heard: dict[tuple[int, int], list[Mark]] = {}
    for tier, owners in spoken:
        for owner in owners:
            for number, marks in _inside(tier.marks, owner.marks).items():
                heard.setdefault((id(owner), number), []).extend(marks)
        if not owners:
            for _, said in grouped((token, None) for token in as_tokens(tier.marks)):
                taken.append((said[0].start_ms or 0, said[-1].end_ms, tier.speaker, None, said))
    for tier in turns:
        for number, mark in enumerate(tier.marks):
            tokens = as_tokens(heard.get((id(tier), number), ()))
            taken.append((mark.start_ms, mark.end_ms, tier.speaker, mark.text, tokens))
    for start, end, speaker, text, tokens in sorted(taken, key=_in_order):
        builder.turn(text, "" if speaker == UNKNOWN else speaker, start, end, tokens)


def as_tokens(marks: Iterable[Mark]) -> list[Token]:
    """Return the words that marks are about."""
    return [Token(mark.text.strip(), _ms(mark.start_ms), _ms(mark.end_ms)) for mark in marks if mark.text.strip()]


def tiers_of(transcript: Transcript, options: ExportOptions) -> list[tuple[Tier, Tier]]:
    """Return the tiers of a transcript, each with that of its words, for files in which the stretches of a tier may not overlap.

    Turns of one speaker that overlap are on further tiers, "Anna [2]", and every stretch lasts a millisecond at least. Words are
    inside their turns.
    """
    labels = _labels(transcript) if options.speakers else {}
    made: dict[tuple[str, int], tuple[Tier, Tier]] = {}
    for turn, start, end in sorted(timed_turns(transcript, options), key=lambda entry: entry[1:]):
        if not turn.text.strip():
            continue
        speaker = labels.get(turn.speaker_id or "", UNKNOWN)
        number = 1
        while True:
            name = speaker if number == 1 else f"{speaker} [{number}]"
            tier, heard = made.setdefault((speaker, number), (Tier(name, speaker), Tier(name + WORDS, speaker)))
            if not tier.marks or (tier.marks[-1].end_ms or 0) <= start:
                break
            number += 1
        end = max(end, start + 1)
        tier.marks.append(Mark(start, end, turn.text))
        at = start
        for word in spoken_words(transcript, turn):
            if word.start_ms is None or word.end_ms is None:
                continue
            first, last = max(at, word.start_ms), min(end, word.end_ms)
            if first < last:
                heard.marks.append(Mark(first, last, turn.text[word.start : word.end]))
                at = last
    return list(made.values())


def evened(times: Sequence[float | None]) -> list[float | None]:
    """Return the times of a line of points; those that are not known stand evenly between those that are, or with the nearest."""
    known = [place for place, time in enumerate(times) if time is not None]
    found = list(times)
    for before, after in zip([None, *known], [*known, None], strict=True):
        first, last = (None if place is None else times[place] for place in (before, after))
        gap = range(0 if before is None else before + 1, len(times) if after is None else after)
        for number, place in enumerate(gap, 1):
            if first is None or last is None:
                found[place] = last if first is None else first
            else:
                found[place] = first + (last - first) * number / (len(gap) + 1)
    return found


def speaker_of(name: str, names: Iterable[str]) -> str:
    """Return whose tier it is by its name: "Anna [2]" is a further one of Anna's where she has one."""
    match = _FURTHER.fullmatch(name)
    return match.group(1) if match and match.group(1) in names else name


def remark_on_others(builder: Builder, names: Sequence[str]) -> None:
    """Say which tiers hold nothing that belongs into a transcript."""
    if names:
        builder.remark(msg("Passed over, because it holds no turns: {tiers}.", tiers=", ".join(names)))


def _in_order(turn: tuple[float, float | None, str, str | None, list[Token]]) -> tuple[float, float, str]:
    start, end, speaker, _, _ = turn
    return start, start if end is None else end, speaker


def _owners(speaker: str, turns: Sequence[Tier]) -> list[Tier]:
    """Return the tiers of turns that words said by a speaker may be from; all where it is not known who says them."""
    if not speaker:
        return list(turns)
    named = [tier for tier in turns if tier.name.rstrip(_SEPARATORS) == speaker]
    return named or [tier for tier in turns if tier.speaker.rstrip(_SEPARATORS) == speaker]


def _labels(transcript: Transcript) -> dict[str, str]:
    """Return what the tier of each speaker is called: the name, unless somebody else is called so."""
    called = Counter(name for speaker in transcript.speakers for name in {speaker.id, speaker.name})
    names = {speaker.id: speaker.name for speaker in transcript.speakers}
    return {id_: name if name not in ("", UNKNOWN) and called[name] == 1 else id_ for id_, name in names.items()}


def _inside(marks: Iterable[Mark], turns: Sequence[Mark]) -> dict[int, list[Mark]]:
    """Return the marks whose middle is inside of a turn, by the number of the turn; both are in the order of time."""
    starts = [turn.start_ms for turn in turns]
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        middle = (mark.start_ms + (mark.start_ms if mark.end_ms is None else mark.end_ms)) / 2
        number = bisect_right(starts, middle) - 1
        if number >= 0 and middle <= (turns[number].end_ms or turns[number].start_ms):
            found.setdefault(number, []).append(mark)
    return found


def _ms(ms: float | None) -> int | None:
    return round(ms) if ms is not None and 0 <= ms < 2**31 else None
