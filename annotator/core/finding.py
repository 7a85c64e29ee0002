"""A finding: words that deserve a look, why, and what would repair them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from annotator.core.i18n import Message
from annotator.core.model import SpeakerId, TopicId, Transcript, TurnId
from annotator.core.text import phrase


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a turn: code points start..end (half open) of its text, and the text itself to notice when it has changed."""

    turn_id: TurnId
    start: int
    end: int
    text: str

    @classmethod
    def of(cls, transcript: Transcript, turn_id: TurnId, start: int, end: int) -> Span:
        return cls(turn_id, start, end, transcript.turn(turn_id).text[start:end])

    def current(self, transcript: Transcript) -> bool:
        """Tell whether these words still stand there."""
        if self.turn_id not in transcript:
            return False
        turn = transcript.turn(self.turn_id)
        return not turn.hidden and turn.text[self.start : self.end] == self.text


@dataclass(frozen=True, slots=True)
class Relabel:
    """Words that belong to another speaker: `speaker_id` is who says them."""

    span: Span
    speaker_id: SpeakerId


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words that are to become others."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What accepting does, in words (`label`) and as data: words that go, become others or change speaker, a turn to split,
    roles that swap, turns that get a topic.

    A fix is data, not a change: the change is computed from the transcript at the moment it is accepted.
    """

    label: Message
    removes: tuple[Span, ...] = ()
    relabels: tuple[Relabel, ...] = ()
    swap_roles: tuple[SpeakerId, SpeakerId] | None = None
    split: tuple[TurnId, int] | None = None
    """The code point before which a turn is split; both parts keep its speaker."""
    replaces: tuple[Replacement, ...] = ()
    tags: tuple[tuple[TurnId, TopicId], ...] = ()

    def current(self, transcript: Transcript) -> bool:
        """Tell whether all the words concerned still stand there, and a turn still lacks the topic."""
        spans = (*self.removes, *(r.span for r in self.relabels), *(r.span for r in self.replaces))
        known = all(turn_id in transcript and transcript.topic(topic_id) is not None for turn_id, topic_id in self.tags)
        lacking = not self.tags or any(topic_id not in transcript.turn(turn_id).topics for turn_id, topic_id in self.tags if known)
        return known and lacking and all(span.current(transcript) for span in spans)


@dataclass(frozen=True, slots=True)
class Finding:
    """One suspicion, one decision.

    `spans` are the words concerned in reading order (for duplicates: every copy); the cursor goes to the first.
    `evidence` is never empty. `edge`: the change of label between these two turns is suspected to be false.
    `split`: another speaker is suspected to begin at this code point of the turn. `fix` and `alternative` repair one
    place from its two sides; `places` repair other places where the sentence may have been cut, likeliest first.
    """

    key: str
    detector: str
    kind: str
    confidence: float
    spans: tuple[Span, ...]
    evidence: tuple[Message, ...]
    fix: Fix
    alternative: Fix | None = None
    edge: tuple[TurnId, TurnId] | None = None
    split: tuple[TurnId, int] | None = None
    places: tuple[Fix, ...] = ()
    expected_words: float = 0.0
    """So many words of its turns are expected to carry the wrong speaker, whatever the fix."""

    @property
    def turn_ids(self) -> tuple[TurnId, ...]:
        """The turns concerned, each once, in reading order."""
        return tuple(dict.fromkeys(span.turn_id for span in self.spans))

    @property
    def phrase(self) -> str:
        """The words of the shortest copy in normal form: what the list of allowed repeats takes."""
        return phrase(min((span.text for span in self.spans), key=len))

    def current(self, transcript: Transcript) -> bool:
        """Tell whether the finding still speaks of words that stand there."""
        return self.fix.current(transcript) and all(span.current(transcript) for span in self.spans)


def finding_key(transcript: Transcript, detector: str, kind: str, spans: tuple[Span, ...]) -> str:
    """Return a key that stays the same until the words concerned change: source turns and words, not ids or offsets.

    A dismissed finding is remembered under it, also after its turn was split or joined.
    """
    parts = [detector, kind]
    for span in spans:
        sources = transcript.turn(span.turn_id).sources
        parts += [str(sources[0].number if sources else 0), " ".join(span.text.split())]
    return blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=12).hexdigest()
