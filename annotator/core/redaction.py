"""Words made unreadable for good: in a transcript, in what it was imported from, and in all that is remembered of either.

Every text that is kept goes through the same function, so that the states in the history still follow from each other: what
was undone before can be undone after, without the words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from annotator.core.change import Step
from annotator.core.i18n import Message
from annotator.core.model import Draft, Entity, Header, Source, SourceTurn, Speaker, TranscriptId, Turn

BLOT = "*"
"""Stands for each character in what was imported: places there are counted in characters, in any encoding."""
_GAPS = r"[\s().\-]*"


class Redaction:
    """What becomes of the texts of one transcript.

    `values` are words as they stand in a text and what is to stand for them. They are found in any case, with any white space
    between them; a number of four digits and more with any separators. With `numbers` only what comes from these source turns
    is touched: for words that mean something else elsewhere.
    """

    def __init__(self, transcript_id: TranscriptId, values: Mapping[str, str], numbers: Collection[int] | None = None):
        self.transcript_id = transcript_id
        self._numbers = None if numbers is None else frozenset(numbers)
        known = {_pattern(value): text for value, text in values.items() if value.strip()}
        # The longest first: of a name and a name with a surname the latter is meant where it stands.
        ordered = sorted(known, key=len, reverse=True)
        self._texts = [known[pattern] for pattern in ordered]
        self._pattern = re.compile("|".join(f"({pattern})" for pattern in ordered) or r"(?!)", re.IGNORECASE)

    def text(self, text: str) -> str:
        """Return a text in which something else stands for the words."""
        return self._pattern.sub(lambda found: self._texts[(found.lastindex or 1) - 1], text)

    def blot(self, text: str) -> str:
        """Return a text of the same length in which the words cannot be read."""
        return self._pattern.sub(lambda found: BLOT * len(found.group()), text)

    def label(self, label: Message) -> Message:
        """Return what an entry of the history is called, without the words."""
        return Message(label.text, tuple((name, self._value(value)) for name, value in label.values))

    def json(self, value: Any) -> Any:
        """Return a JSON value in whose strings the words cannot be read."""
        match value:
            case str():
                return self.text(value)
            case list():
                return [self.json(item) for item in value]
            case dict():
                return {self.text(key): self.json(item) for key, item in value.items()}
        return value

    def draft(self, draft: Draft) -> Draft:
        if draft.transcript_id != self.transcript_id:
            return draft
        return replace(draft, text=self.text(draft.text), base=self.text(draft.base))

    def entity(self, entity: Entity) -> Entity:
        """Return what becomes of an entity: itself where it has none of the words, or belongs to another transcript."""
        if entity.transcript_id != self.transcript_id:
            return entity
        match entity:
            case Turn():
                if not self._concerns(span.number for span in entity.sources):
                    return entity
                speaker_id = None if entity.speaker_id is None else self._everywhere(entity.speaker_id)
                return replace(entity, speaker_id=speaker_id, text=self.text(entity.text), comment=self.text(entity.comment))
            case Speaker():
                id_, name, role = map(self._everywhere, (entity.id, entity.name, entity.role))
                return replace(entity, id=id_, name=name, role=role)
            case Header():
                return replace(entity, name=self._everywhere(entity.name))
            case Source():
                turns = tuple(map(self._source_turn, entity.turns))
                return replace(entity, name=self._everywhere(entity.name), data=self._data(entity, turns), turns=turns)
        return entity

    def steps(self, steps: Collection[Step]) -> tuple[Step, ...]:
        """Return what becomes of the steps of a change."""
        return tuple(
            Step(*(None if entity is None else self.entity(entity) for entity in (step.before, step.after))) for step in steps
        )

    def _concerns(self, numbers: Any) -> bool:
        return self._numbers is None or not self._numbers.isdisjoint(numbers)

    def _everywhere(self, text: str) -> str:
        """Return a text that belongs to no source turn: it is left alone where only some of these are meant."""
        return self.text(text) if self._numbers is None else text

    def _source_turn(self, turn: SourceTurn) -> SourceTurn:
        if not self._concerns((turn.number,)):
            return turn
        speaker_id = None if turn.speaker_id is None else self._everywhere(turn.speaker_id)
        return replace(turn, speaker_id=speaker_id, text=self.blot(turn.text))

    def _data(self, source: Source, turns: tuple[SourceTurn, ...]) -> bytes:
        """Return the bytes without the words; none at all where it is not certain that all of these are found."""
        if source.format != "text":
            # Recognisers write the same words in several places, and in ways that no search for them finds.
            return b""
        altered = [turn for turn, blotted in zip(source.turns, turns, strict=True) if turn != blotted]
        try:
            text = source.data.decode(source.encoding, "surrogateescape")
        except (UnicodeError, LookupError):
            return b"" if altered else source.data
        if self._numbers is None:
            return self.blot(text).encode(source.encoding, "surrogateescape")
        for turn in altered:
            place = re.search(r"\s+".join(map(re.escape, turn.text.split())), text)
            if place is None:
                return b""
            text = text[: place.start()] + self.blot(place.group()) + text[place.end() :]
        return text.encode(source.encoding, "surrogateescape")

    def _value(self, value: Any) -> Any:
        if isinstance(value, Message):
            return self.label(value)
        return self.text(value) if isinstance(value, str) else value


def _pattern(value: str) -> str:
    """Return the regular expression by which a value is found."""
    digits = re.sub(r"\D", "", value)
    if len(digits) >= 4 and not any(map(str.isalpha, value)):
        return r"(?<!\d)\+?" + _GAPS.join(digits) + r"(?!\d)"
    return r"(?<!\w)" + r"\s+".join(map(re.escape, value.split())) + r"(?!\w)"
