"""Commands on turns: their text, their borders, their marks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from annotator.core.change import Change
from annotator.core.commands._sources import divide, joined, timed
from annotator.core.commands.speakers import add as add_speaker
from annotator.core.commands.speakers import existing
from annotator.core.errors import CommandError
from annotator.core.i18n import msg
from annotator.core.model import Entity, SpeakerId, Transcript, Turn, TurnId
from annotator.core.text import clean, join

_NARROW = 2.0**-20
"""Ranks closer than this are spread before a turn is put between them; a float at 1,000,000 still tells 2**-33 apart."""
_WIDE = 2.0**-10
"""How far apart spread ranks are at least."""


def set_text(transcript: Transcript, turn_id: TurnId, text: str) -> Change:
    """Replace the text of a turn; white space at its ends is dropped."""
    turn = transcript.turn(turn_id)
    text = clean(text)
    if not text:
        raise CommandError(msg("A turn cannot be empty. Hide it instead."))
    return Change.of(msg("Edit turn {number}", number=_number(transcript, turn)), [(turn, replace(turn, text=text))])


def split(transcript: Transcript, turn_id: TurnId, at: int, speaker_id: SpeakerId | None = None) -> Change:
    """Divide a turn before code point `at`; the second part goes to `speaker_id`, or stays with the speaker when None.

    Both parts keep topics and comment; pin and bookmark stay with the first. The time of the border is that of the words, where it
    is known when they were spoken; else it is left open.
    """
    turn = transcript.turn(turn_id)
    if speaker_id is not None:
        existing(transcript, speaker_id)
    head, tail = turn.text[:at].strip(), turn.text[at:].strip()
    if not head or not tail:
        raise CommandError(msg("There is nothing to split here: put the cursor between two words."))
    left, right = divide(transcript, turn, at)
    rank, ranks = _rank_after(transcript, turn)
    first = replace(turn, rank=ranks.pop(turn.id, turn.rank), text=head, end_ms=None, sources=left)
    second = replace(
        turn,
        id=max(t.id for t in transcript.turns) + 1,
        rank=rank,
        speaker_id=turn.speaker_id if speaker_id is None else speaker_id,
        text=tail,
        start_ms=None,
        sources=right,
        pinned=False,
        bookmarked=False,
    )
    moved = [(t, replace(t, rank=r)) for t, r in ((transcript.turn(i), r) for i, r in ranks.items())]
    parts = [(turn, timed(transcript, first)), (None, timed(transcript, second))]
    return Change.of(msg("Split turn {number}", number=_number(transcript, turn)), [*moved, *parts])


def merge(transcript: Transcript, turn_ids: Collection[TurnId]) -> Change:
    """Make one turn of visible turns that follow each other, with one space between their words.

    It keeps the speaker of the first, the topics and comments of all and a pin or bookmark of any, and counts as reviewed only if
    all were.
    """
    turns = sorted({transcript.turn(i) for i in turn_ids}, key=lambda t: (t.rank, t.id))
    if len(turns) < 2:
        raise CommandError(msg("Select at least two turns to merge."))
    for upper, lower in pairwise(turns):
        if upper.hidden or lower.hidden or transcript.next(upper.id) is not lower:
            raise CommandError(msg("Only visible turns that follow each other can be merged."))
    merged = replace(
        turns[0],
        text=join(*(t.text for t in turns)),
        end_ms=turns[-1].end_ms,
        topics=frozenset().union(*(t.topics for t in turns)),
        sources=joined(transcript, (t.sources for t in turns)),
        comment="\n".join(dict.fromkeys(t.comment for t in turns if t.comment)),
        reviewed=all(t.reviewed for t in turns),
        pinned=any(t.pinned for t in turns),
        bookmarked=any(t.bookmarked for t in turns),
    )
    gone: list[tuple[Entity | None, Entity | None]] = [(t, None) for t in turns[1:]]
    return Change.of(msg("Merge {n} turns", n=len(turns)), [(turns[0], merged), *gone])


def hide(transcript: Transcript, turn_ids: Collection[TurnId]) -> Change:
    """Hide turns; they keep their text and can be restored."""
    pairs = [(t, replace(t, hidden=True)) for t in _turns(transcript, turn_ids) if not t.hidden]
    return Change.of(msg("Hide {n} turns", n=len(pairs)), pairs)


def restore(transcript: Transcript, turn_ids: Collection[TurnId]) -> Change:
    """Show hidden turns again."""
    pairs = [(t, replace(t, hidden=False)) for t in _turns(transcript, turn_ids) if t.hidden]
    return Change.of(msg("Restore {n} turns", n=len(pairs)), pairs)


def move_words_to_previous(transcript: Transcript, turn_id: TurnId, at: int) -> Change:
    """Put the words before code point `at` at the end of the visible turn before."""
    turn, neighbour = transcript.turn(turn_id), transcript.previous(turn_id)
    moved, kept = turn.text[:at].strip(), turn.text[at:].strip()
    neighbour = _receiver(turn, neighbour, moved, kept)
    left, right = divide(transcript, turn, at)
    sources = joined(transcript, (neighbour.sources, left))
    above = replace(neighbour, text=join(neighbour.text, moved), end_ms=None, sources=sources)
    below = replace(turn, text=kept, start_ms=None, sources=right)
    return Change.of(
        msg("Move words of turn {number} to the previous turn", number=_number(transcript, turn)),
        [(neighbour, timed(transcript, above)), (turn, timed(transcript, below))],
    )


def move_words_to_next(transcript: Transcript, turn_id: TurnId, at: int) -> Change:
    """Put the words after code point `at` at the start of the visible turn after."""
    turn, neighbour = transcript.turn(turn_id), transcript.next(turn_id)
    kept, moved = turn.text[:at].strip(), turn.text[at:].strip()
    neighbour = _receiver(turn, neighbour, moved, kept)
    left, right = divide(transcript, turn, at)
    sources = joined(transcript, (right, neighbour.sources))
    above = replace(turn, text=kept, end_ms=None, sources=left)
    below = replace(neighbour, text=join(moved, neighbour.text), start_ms=None, sources=sources)
    return Change.of(
        msg("Move words of turn {number} to the next turn", number=_number(transcript, turn)),
        [(turn, timed(transcript, above)), (neighbour, timed(transcript, below))],
    )


def comment(transcript: Transcript, turn_id: TurnId, text: str) -> Change:
    """Set the comment on a turn; an empty one removes it."""
    turn = transcript.turn(turn_id)
    return Change.of(
        msg("Comment on turn {number}", number=_number(transcript, turn)), [(turn, replace(turn, comment=clean(text)))]
    )


def mark_reviewed(transcript: Transcript, turn_ids: Collection[TurnId], reviewed: bool = True) -> Change:
    """Mark turns as reviewed, or as not."""
    pairs = [(t, replace(t, reviewed=reviewed)) for t in _turns(transcript, turn_ids) if t.reviewed != reviewed]
    n = len(pairs)
    label = msg("Mark {n} turns as reviewed", n=n) if reviewed else msg("Mark {n} turns as not reviewed", n=n)
    return Change.of(label, pairs)


def bookmark(transcript: Transcript, turn_ids: Collection[TurnId], bookmarked: bool = True) -> Change:
    """Bookmark turns to come back to, or take the bookmarks off."""
    pairs = [(t, replace(t, bookmarked=bookmarked)) for t in _turns(transcript, turn_ids) if t.bookmarked != bookmarked]
    n = len(pairs)
    label = msg("Bookmark {n} turns", n=n) if bookmarked else msg("Take the bookmarks off {n} turns", n=n)
    return Change.of(label, pairs)


def revert(transcript: Transcript, turn_id: TurnId, text: bool = True, speaker: bool = True) -> Change:
    """Give a turn back the words and the speaker of the source it comes from, and show it if it was hidden."""
    turn = transcript.turn(turn_id)
    source = transcript.source_text(turn)
    if text and not source:
        raise CommandError(msg("None of these words were imported, so there is nothing to go back to."))
    reverted = replace(
        turn,
        text=source if text else turn.text,
        speaker_id=transcript.source_speakers(turn)[0] if speaker else turn.speaker_id,
        hidden=False,
    )
    change = Change.of(msg("Revert turn {number}", number=_number(transcript, turn)), [(turn, reverted)])
    if reverted.speaker_id is None or transcript.speaker(reverted.speaker_id) is not None:
        return change
    # The speaker of the source was merged into another one, or removed.
    return replace(change, steps=(*add_speaker(transcript, reverted.speaker_id).steps, *change.steps))


def _turns(transcript: Transcript, turn_ids: Collection[TurnId]) -> list[Turn]:
    return [transcript.turn(i) for i in dict.fromkeys(turn_ids)]


def _number(transcript: Transcript, turn: Turn) -> int:
    return transcript.position(turn.id) + 1


def _receiver(turn: Turn, neighbour: Turn | None, moved: str, kept: str) -> Turn:
    if neighbour is None or turn.hidden:
        raise CommandError(msg("There is no visible turn to move the words to."))
    if not moved:
        raise CommandError(msg("There is nothing to move: put the cursor between two words."))
    if not kept:
        raise CommandError(msg("All words of the turn would go. Merge the turns instead."))
    return neighbour


def _rank_after(transcript: Transcript, turn: Turn) -> tuple[float, dict[TurnId, float]]:
    """Return a rank between `turn` and the one after it, and new ranks for its neighbours where they stand too close.

    The neighbourhood is widened until its ranks can be spread; beyond the last turn there is always room.
    """
    turns, place = transcript.turns, transcript.position(turn.id)
    if place + 1 == len(turns):
        return turn.rank + 1, {}
    if turns[place + 1].rank - turn.rank > _NARROW:
        return (turn.rank + turns[place + 1].rank) / 2, {}
    reach, step = 1, 0.0
    while step < _WIDE:
        reach *= 2
        first, last = max(0, place - reach), min(len(turns), place + reach)
        low = turns[first - 1].rank if first else turns[0].rank - 1
        step = 1.0 if last == len(turns) else (turns[last].rank - low) / (last - first + 2)
    ranks = {t.id: low + step * (n - first + (1 if n <= place else 2)) for n, t in enumerate(turns[first:last], first)}
    return low + step * (place - first + 2), ranks
