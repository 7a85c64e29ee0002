"""The same fix elsewhere: words that the reviewer has corrected in one turn and that stand in others still."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from hashlib import blake2b
from typing import Any

from annotator.core.finding import Finding, Fix, Replacement, Span
from annotator.core.i18n import Message, msg
from annotator.core.model import Transcript, Turn, TurnId
from annotator.core.text import Word, fold, like, normal, words
from annotator.detectors.base import Progress

MOST_WORDS = 4
"""More words than this are a passage that was written anew, not a word that is misheard again and again."""
LEAST_LETTERS = 4
"""Shorter words are too often right elsewhere: "нет" that was "да" once."""
FEW = 5
"""So many words are looked for in the letters of a text before it is divided into words, which takes longer."""
LONG = 1000
"""Words of a turn that are compared at most: it takes the square of them."""

Phrase = tuple[str, ...]
"""Words in normal form."""
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Correction:
    """Words of the source, the words in their place now, and these as they are written."""

    old: Phrase
    new: Phrase
    before: str
    after: str

    def at(self, found: str) -> str:
        """Return the new words for a place where the old ones are written as `found`."""
        # A capital that began the sentence in the corrected turn is none of the word's own.
        plain = self.after[:1].lower() + self.after[1:] if self.before[:1].isupper() else self.after
        return like(found, plain)


@dataclass(slots=True)
class _Seen:
    """What was found in a turn as it was."""

    turn: Turn
    corrections: tuple[Correction, ...]
    folded: str = ""
    spoken: tuple[list[Word], list[str]] | None = None
    """Its words, and these in normal form, once something like a corrected word was seen in it."""


@dataclass(slots=True)
class _Memory:
    turns: dict[TurnId, _Seen] = field(default_factory=dict)
    places: dict[Phrase, dict[TurnId, list[Place]]] = field(default_factory=dict)
    """Where words stand that were corrected somewhere."""


class Corrections:
    """Learns from each edited turn which words became which, and finds the same words elsewhere: one finding per correction."""

    name = "corrections"
    title = msg("Corrections")
    kinds: Mapping[str, Message] = {"same_fix": msg("Same fix elsewhere")}
    quiet: frozenset[str] = frozenset()
    threshold = 0.6

    def find(
        self,
        transcript: Transcript,
        *,
        min_confidence: float,
        ignore: Collection[Span] = (),  # noqa: ARG002 a copy that stays is to be corrected too
        memory: dict[str, Any] | None = None,
        learned: bytes | None = None,  # noqa: ARG002 it learns from the call itself
    ) -> Iterator[Finding | Progress]:
        known: _Memory = _Memory() if memory is None else memory.setdefault(self.name, _Memory())
        changed = _look(transcript, known)
        corrected: dict[Correction, list[Turn]] = {}
        for turn in transcript.visible:
            for correction in known.turns[turn.id].corrections:
                corrected.setdefault(correction, []).append(turn)
        by_old: dict[Phrase, Counter[Phrase]] = {}
        first: dict[tuple[Phrase, Phrase], Correction] = {}
        where: dict[tuple[Phrase, Phrase], dict[TurnId, Turn]] = {}
        for correction, turns in corrected.items():
            key = correction.old, correction.new
            first.setdefault(key, correction)
            where.setdefault(key, {}).update((turn.id, turn) for turn in turns)
        for old, new in first:
            by_old.setdefault(old, Counter())[new] = len(where[old, new])
        _locate(known, by_old, changed)
        for old, counts in by_old.items():
            new, times = counts.most_common(1)[0]
            finding = self._finding(transcript, known, first[old, new], where[old, new], counts.total() - times)
            if finding is not None and finding.confidence >= min_confidence:
                yield finding

    def _finding(
        self, transcript: Transcript, known: _Memory, correction: Correction, corrected: Mapping[TurnId, Turn], otherwise: int
    ) -> Finding | None:
        """Return the finding of a correction.

        The confidence is the rule of succession: of so many places that a person has looked at, so many were corrected in this
        way, and one of each kind is added for what nobody has looked at yet.
        """
        there = [transcript.turn(turn_id) for turn_id in known.places[correction.old] if turn_id not in corrected]
        left = sorted((turn for turn in there if not turn.reviewed), key=lambda turn: transcript.position(turn.id))
        if not left:
            return None
        kept = len(there) - len(left)
        spans, replaces = [], []
        for turn in left:
            for start, end in known.places[correction.old][turn.id]:
                spans.append(Span(turn.id, start, end, turn.text[start:end]))
                replaces.append(Replacement(spans[-1], correction.at(spans[-1].text)))
        number = min(transcript.position(turn_id) for turn_id in corrected) + 1
        evidence = [
            msg(
                "In turn {number} “{old}” became “{new}”; {n} more turns have it",
                number=number,
                old=correction.before,
                new=correction.after,
                n=len(left),
            )
        ]
        if len(corrected) > 1:
            evidence.append(msg("You have corrected it in {n} turns", n=len(corrected)))
        if otherwise:
            evidence.append(msg("In {n} turns it became something else", n=otherwise))
        if kept:
            evidence.append(msg("In {n} reviewed turns it was left as it is", n=kept))
        words = "\x1f".join((self.name, "same_fix", " ".join(correction.old), " ".join(correction.new)))
        return Finding(
            blake2b(words.encode("utf-8", "replace"), digest_size=12).hexdigest(),
            self.name,
            "same_fix",
            (len(corrected) + 1) / (len(corrected) + otherwise + kept + 2),
            tuple(spans),
            tuple(evidence),
            Fix(msg("Replace by “{new}”", new=correction.after), replaces=tuple(replaces)),
        )


def _look(transcript: Transcript, known: _Memory) -> set[TurnId]:
    """Bring what is known of the turns up to date; return those that differ or are gone."""
    turns = known.turns
    visible = transcript.visible
    changed = set()
    for turn in visible:
        seen = turns.get(turn.id)
        if seen is None or seen.turn is not turn:
            changed.add(turn.id)
            turns[turn.id] = _Seen(turn, tuple(corrections(transcript.source_text(turn), turn.text)))
    if len(turns) > len(visible):
        gone = turns.keys() - {turn.id for turn in visible}
        for turn_id in gone:
            del turns[turn_id]
        changed |= gone
    return changed


def _locate(known: _Memory, wanted: Collection[Phrase], changed: set[TurnId]) -> None:
    """Bring the places of the wanted words up to date: of new ones in all turns, of others in those that differ."""
    for old in known.places.keys() - set(wanted):
        del known.places[old]
    for places in known.places.values():
        for turn_id in changed:
            places.pop(turn_id, None)
    fresh = [old for old in wanted if old not in known.places]
    for phrases, turn_ids in ((list(known.places), changed & known.turns.keys()), (fresh, known.turns.keys())):
        firsts: dict[str, list[Phrase]] = {}
        for old in phrases:
            firsts.setdefault(old[0], []).append(old)
            known.places.setdefault(old, {})
        for turn_id in turn_ids if firsts else ():
            for old, found in _places(known.turns[turn_id], firsts):
                known.places[old][turn_id] = found


def _places(seen: _Seen, firsts: Mapping[str, list[Phrase]]) -> Iterator[tuple[Phrase, list[Place]]]:
    """Yield which of some phrases, given by their first words, stand in a turn, and where, without the marks around them."""
    if len(firsts) <= FEW:
        seen.folded = seen.folded or fold(seen.turn.text)
        if not any(first in seen.folded for first in firsts):
            return
    if seen.spoken is None:
        spoken = _spoken(seen.turn.text)
        seen.spoken = spoken, [normal(word.text) for word in spoken]
    there, normals = seen.spoken
    for old in dict.fromkeys(old for word in normals for old in firsts.get(word, ())):
        found: list[Place] = []
        k = 0
        while k + len(old) <= len(there):
            if normals[k] == old[0] and tuple(normals[k : k + len(old)]) == old:
                found.append(_span(seen.turn.text, there[k : k + len(old)]))
                k += len(old)
            else:
                k += 1
        if found:
            yield old, found


def corrections(source: str, text: str) -> Iterator[Correction]:
    """Yield which words of the source became which, where few words became few others.

    Words that came or went tell nothing of other places. Capitals, marks and ё are passed over: in a transcript without them
    they would come up everywhere, and figures differ from place to place.
    """
    if source == text:
        return
    theirs, ours = _spoken(source), _spoken(text)
    if max(len(theirs), len(ours)) > LONG:
        return
    before, after = [normal(w.text) for w in theirs], [normal(w.text) for w in ours]
    if before == after:
        return
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old, new = tuple(before[a:b]), tuple(after[c:d])
        if tag != "replace" or len(old) > MOST_WORDS or len(new) > MOST_WORDS:
            continue
        letters = sum(map(str.isalpha, "".join(old)))
        if letters >= LEAST_LETTERS or (letters and len(old) > 1):
            was, is_ = _span(source, theirs[a:b]), _span(text, ours[c:d])
            yield Correction(old, new, source[slice(*was)], text[slice(*is_)])


def _spoken(text: str) -> list[Word]:
    """Return the words of a text; marks that stand alone are none."""
    return [word for word in words(text) if any(map(str.isalnum, word.text))]


def _span(text: str, those: list[Word]) -> Place:
    """Return where words that follow each other stand, without the marks before and after them."""
    start, end = those[0].start, those[-1].end
    while not text[start].isalnum():
        start += 1
    while not text[end - 1].isalnum():
        end -= 1
    return start, end
