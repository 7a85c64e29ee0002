"""Commands on two versions of a call: a third one, the gold version, in which each disagreement is decided.

What is decided is told by the gold version itself: all its turns of that place are reviewed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from annotator.core.change import Change
from annotator.core.errors import CommandError
from annotator.core.i18n import msg, tr
from annotator.core.model import (
    Decision,
    Entity,
    Header,
    SourceSpan,
    Speaker,
    SpeakerId,
    Transcript,
    TranscriptId,
    Turn,
    TurnId,
)
from annotator.core.text import clean
from annotator.core.versions import Block, blocks, differences, reach, same_source, tellers, voices

Pairs = list[tuple[Entity | None, Entity | None]]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A block of two versions and the gold version, in this order, on which the two do not agree (see versions.DIFFERENCES)."""

    block: Block
    differs: frozenset[str]

    @property
    def decided(self) -> bool:
        return all(turn.reviewed for turn in self.block.turns[2])


def disagreements(a: Transcript, b: Transcript, gold: Transcript) -> list[Disagreement]:
    """Return where two versions do not agree, in the order of the call, with what the gold version has there."""
    told = tellers(a, b)
    found = ((block, differences(block.turns[0], block.turns[1], told)) for block in blocks(a, b, gold))
    return [Disagreement(block, differs) for block, differs in found if differs]


def begin(a: Transcript, b: Transcript, new_id: TranscriptId) -> Change:
    """Add the gold version of two versions: what they agree on, and the rest as it was imported.

    Turns that they agree on are reviewed, with the comments, bookmarks and pins of both; so are verdicts that they agree on.
    """
    if not same_source(a, b):
        raise CommandError(msg("These are not two versions of one call: what was imported differs."))
    name = a.header.name if a.header.name == b.header.name else a.source.name
    header = Header(new_id, tr("{name} (gold)", name=clean(name)))
    told, turns = tellers(a, b), list[Turn]()
    for block in blocks(a, b):
        made = (
            list(_agreed(block.turns[0], block.turns[1]))
            if not differences(block.turns[0], block.turns[1], told)
            else list(_imported(a, block))
        )
        for turn, rank in zip(made, _ranks(block.first, block.last + 1, len(made)), strict=True):
            turns.append(replace(turn, transcript_id=new_id, id=len(turns) + 1, rank=rank))
    source = replace(a.source, transcript_id=new_id)
    entities: list[Entity] = [header, source, *_speakers(a, b, new_id), *turns, *_verdicts(a, b, new_id)]
    return Change.of(msg("Begin the gold version of {name}", name=clean(name)), [(None, entity) for entity in entities])


def take(gold: Transcript, block: Block, version: Transcript) -> Change:
    """Let a block of the gold version be as in another version, and be decided."""
    theirs = [turn for turn in version.turns if block.first <= reach(turn)[0] <= block.last]
    ours = [turn for turn in gold.turns if block.first <= reach(turn)[0] <= block.last]
    if any(last > block.last for _, last in map(reach, (*theirs, *ours))):
        raise CommandError(msg("Turns were joined over the border of this place meanwhile. Look at it again."))
    told, of_version = voices(gold, version)
    known = {voice: speaker_id for speaker_id, voice in told.items()}
    added = {s.id: s for s in version.speakers if of_version[s.id] not in known}
    speakers = {speaker_id: known.get(voice, speaker_id) for speaker_id, voice in of_version.items()}
    new_id, rank = max(turn.id for turn in gold.turns) + 1, max((s.rank for s in gold.speakers), default=0.0)
    ids = chain((turn.id for turn in ours), range(new_id, new_id + len(theirs)))
    ranks = _ranks(*_room(gold, ours), len(theirs))
    made = {
        turn_id: replace(
            turn,
            transcript_id=gold.id,
            id=turn_id,
            rank=place,
            speaker_id=speakers[turn.speaker_id],
            reviewed=True,
        )
        for turn_id, turn, place in zip(ids, theirs, ranks, strict=False)
    }
    before = {turn.id: turn for turn in ours}
    pairs: Pairs = [(before.get(i), made.get(i)) for i in dict.fromkeys([*before, *made])]
    needed = [added[i] for i in dict.fromkeys(turn.speaker_id for turn in theirs) if i in added]
    pairs += [(None, replace(s, transcript_id=gold.id, rank=rank + n)) for n, s in enumerate(needed, 1)]
    return Change.of(msg("Take a place from {name}", name=version.header.name), pairs)


def decide(gold: Transcript, block: Block, mine: Mapping[TurnId, tuple[str, SpeakerId | None]]) -> Change:
    """Let turns of a block of the gold version have another text and speaker than either version, and the block be decided."""
    pairs: Pairs = []
    for turn in block.turns[2]:
        text, speaker_id = mine.get(turn.id, (turn.text, turn.speaker_id))
        if not clean(text):
            raise CommandError(msg("A turn cannot be empty. Hide it instead."))
        now = gold.turn(turn.id)
        pairs.append((now, replace(now, text=clean(text), speaker_id=speaker_id, reviewed=True)))
    return Change.of(msg("Decide a place otherwise than both versions"), pairs)


def _agreed(ours: Sequence[Turn], theirs: Sequence[Turn]) -> Iterator[Turn]:
    for one, other in zip(ours, theirs, strict=True):
        comments = dict.fromkeys(filter(None, (one.comment, other.comment)))
        pinned, bookmarked = one.pinned or other.pinned, one.bookmarked or other.bookmarked
        yield replace(one, comment="\n".join(comments), pinned=pinned, bookmarked=bookmarked, reviewed=True)


def _imported(version: Transcript, block: Block) -> Iterator[Turn]:
    for said in version.source.turns[block.first - 1 : block.last]:
        spans = (SourceSpan(said.number, 0, len(said.text)),)
        yield Turn(0, 0, 0.0, said.speaker_id, said.text.strip(), said.start_ms, said.end_ms, sources=spans)


def _speakers(a: Transcript, b: Transcript, new_id: TranscriptId) -> Iterable[Speaker]:
    """Return the speakers of the first version, and those that only the second one or the source has."""
    known = {speaker.id: speaker for speaker in (*b.speakers, *a.speakers)}
    imported = dict.fromkeys(said.speaker_id for said in a.source.turns if said.speaker_id is not None)
    ordered = dict.fromkeys([*(s.id for s in a.speakers), *(s.id for s in b.speakers), *imported])
    for rank, speaker_id in enumerate(ordered, 1):
        yield replace(known.get(speaker_id, Speaker(new_id, speaker_id)), transcript_id=new_id, rank=float(rank))


def _verdicts(a: Transcript, b: Transcript, new_id: TranscriptId) -> Iterator[Decision]:
    for key, decision in a.decisions.items():
        other = b.decisions.get(key)
        if other is not None and other.verdict == decision.verdict:
            yield replace(decision, transcript_id=new_id)


def _ranks(low: float, high: float, count: int) -> list[float]:
    """Return ranks from `low` on, evenly spread up to below `high`."""
    return [low + (high - low) * n / count for n in range(count)]


def _room(gold: Transcript, ours: Sequence[Turn]) -> tuple[float, float]:
    """Return the rank of the first of some turns that follow each other, and that of the turn after them."""
    after = gold.position(ours[-1].id) + 1
    return ours[0].rank, gold.turns[after].rank if after < len(gold.turns) else ours[-1].rank + 1
