"""Commands on speakers: who says a turn, and who the speakers are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from itertools import takewhile

from annotator.core.change import Change
from annotator.core.errors import CommandError
from annotator.core.i18n import msg
from annotator.core.model import Speaker, SpeakerId, Transcript, Turn, TurnId
from annotator.core.text import clean


def relabel(transcript: Transcript, turn_ids: Collection[TurnId], speaker_id: SpeakerId | None) -> Change:
    """Give turns to a speaker; None means that it is unclear who speaks."""
    if speaker_id is not None:
        existing(transcript, speaker_id)
    turns = [t for t in map(transcript.turn, dict.fromkeys(turn_ids)) if t.speaker_id != speaker_id]
    return Change.of(msg("Relabel {n} turns", n=len(turns)), [(t, replace(t, speaker_id=speaker_id)) for t in turns])


def rename(transcript: Transcript, speaker_id: SpeakerId, name: str) -> Change:
    """Set the name of a speaker; an empty one means unknown."""
    speaker = existing(transcript, speaker_id)
    return Change.of(msg("Rename speaker {speaker}", speaker=speaker.label), [(speaker, replace(speaker, name=clean(name)))])


def set_role(transcript: Transcript, speaker_id: SpeakerId, role: str) -> Change:
    """Set the role of a speaker; an empty one means unknown."""
    speaker = existing(transcript, speaker_id)
    return Change.of(msg("Set the role of {speaker}", speaker=speaker.label), [(speaker, replace(speaker, role=clean(role)))])


def add(transcript: Transcript, speaker_id: SpeakerId, name: str = "", role: str = "") -> Change:
    """Add a speaker after the others."""
    speaker_id = clean(speaker_id)
    if not speaker_id:
        raise CommandError(msg("A speaker needs an id, such as {example}.", example="SPK02"))
    if transcript.speaker(speaker_id) is not None:
        raise CommandError(msg("There is already a speaker {speaker} in this transcript.", speaker=speaker_id))
    rank = max((s.rank for s in transcript.speakers), default=0.0) + 1
    speaker = Speaker(transcript.id, speaker_id, clean(name), clean(role), rank)
    return Change.of(msg("Add speaker {speaker}", speaker=speaker.label), [(None, speaker)])


def set_colour(transcript: Transcript, speaker_id: SpeakerId, colour: str) -> Change:
    """Set the colour of a speaker, ``#rrggbb``; an empty one means that of the place in the order."""
    speaker = existing(transcript, speaker_id)
    if colour and not re.fullmatch("#[0-9a-fA-F]{6}", colour):
        raise CommandError(msg("{colour} is no colour; it should look like {example}.", colour=colour, example="#0B5CAD"))
    return Change.of(msg("Set the colour of {speaker}", speaker=speaker.label), [(speaker, replace(speaker, colour=colour))])


def move(transcript: Transcript, speaker_id: SpeakerId, place: int) -> Change:
    """Put a speaker at a place in the order, from 0: the order tells digits, shapes and the colours that nobody has chosen."""
    speaker = existing(transcript, speaker_id)
    order = [s for s in transcript.speakers if s.id != speaker_id]
    order.insert(place, speaker)
    steps = [(s, replace(s, rank=float(rank))) for rank, s in enumerate(order, 1)]
    return Change.of(msg("Move speaker {speaker}", speaker=speaker.label), steps)


def remove(transcript: Transcript, speaker_id: SpeakerId) -> Change:
    """Remove a speaker who says nothing, in hidden turns neither."""
    speaker = existing(transcript, speaker_id)
    if any(turn.speaker_id == speaker_id for turn in transcript.turns):
        raise CommandError(msg("{speaker} has turns. Merge with another speaker instead.", speaker=speaker.label))
    return Change.of(msg("Remove speaker {speaker}", speaker=speaker.label), [(speaker, None)])


def merge(transcript: Transcript, gone: SpeakerId, kept: SpeakerId) -> Change:
    """Give all turns of `gone` to `kept`, hidden ones too, and remove `gone`.

    What `kept` lacks of name, role and colour it takes over.
    """
    one, other = existing(transcript, gone), existing(transcript, kept)
    if gone == kept:
        raise CommandError(msg("A speaker is merged with another one."))
    whole = replace(other, name=other.name or one.name, role=other.role or one.role, colour=other.colour or one.colour)
    steps: list[tuple[Turn | Speaker, Turn | Speaker | None]] = [(one, None), (other, whole)]
    steps += [(turn, replace(turn, speaker_id=kept)) for turn in transcript.turns if turn.speaker_id == gone]
    return Change.of(msg("Merge speaker {gone} into {kept}", gone=called(one), kept=called(other)), steps)


def called(speaker: Speaker) -> str:
    """Return label and id of a speaker: two ids of one person often have the same role."""
    return speaker.id if speaker.label == speaker.id else f"{speaker.label} ({speaker.id})"


def swap(transcript: Transcript, a: SpeakerId, b: SpeakerId, turn_ids: Collection[TurnId]) -> Change:
    """Give the turns of `a` among these to `b` and the other way round; turns of others stay as they are."""
    one, two = existing(transcript, a), existing(transcript, b)
    other = {a: b, b: a}
    turns = [t for t in map(transcript.turn, dict.fromkeys(turn_ids)) if t.speaker_id in other]
    if not turns:
        raise CommandError(msg("None of these turns is of {a} or {b}.", a=one.label, b=two.label))
    pairs = [(t, replace(t, speaker_id=other[t.speaker_id])) for t in turns if t.speaker_id is not None]
    return Change.of(msg("Swap the speakers of {n} turns", n=len(pairs)), pairs)


def main_pair(transcript: Transcript) -> tuple[SpeakerId, SpeakerId] | None:
    """Return the two speakers with the most turns, the first ones among equals; None when there are not two.

    Of a call with a third voice or a stray id, these are the ones that a diarizer takes for one another.
    """
    counts = Counter(turn.speaker_id for turn in transcript.visible)
    pair = sorted(transcript.speakers, key=lambda speaker: -counts[speaker.id])[:2]
    if len(pair) < 2:
        return None
    first, second = sorted(pair, key=transcript.speakers.index)
    return first.id, second.id


def turns_from(transcript: Transcript, turn_id: TurnId) -> tuple[TurnId, ...]:
    """Return the turn and those after it, hidden ones too, up to the next pin: from there on the speakers are right.

    A pin on the turn itself ends nothing: who starts at it means it. One on a hidden turn does, since what the reviewer has
    said of the turns after it still holds.
    """
    here = transcript.position(turn_id)
    after = transcript.turns[here + 1 :]
    return turn_id, *(turn.id for turn in takewhile(lambda turn: not turn.pinned, after))


def turns_before_pins(transcript: Transcript) -> tuple[TurnId, ...]:
    """Return the turns that no pin says to be right: those before the first one, hidden ones too."""
    return tuple(turn.id for turn in takewhile(lambda turn: not turn.pinned, transcript.turns))


def pin(transcript: Transcript, turn_ids: Collection[TurnId], pinned: bool = True) -> Change:
    """Say that the speakers are right from each of these turns on, or say so no longer."""
    turns = [t for t in map(transcript.turn, dict.fromkeys(turn_ids)) if t.pinned != pinned]
    n = len(turns)
    label = msg("Pin the speakers of {n} turns", n=n) if pinned else msg("Unpin the speakers of {n} turns", n=n)
    return Change.of(label, [(t, replace(t, pinned=pinned)) for t in turns])


def swap_roles(transcript: Transcript, a: SpeakerId, b: SpeakerId) -> Change:
    """Exchange the roles and names of two speakers; no turn changes."""
    one, two = existing(transcript, a), existing(transcript, b)
    return Change.of(
        msg("Swap the roles of {a} and {b}", a=one.label, b=two.label),
        [(one, replace(one, name=two.name, role=two.role)), (two, replace(two, name=one.name, role=one.role))],
    )


def existing(transcript: Transcript, speaker_id: SpeakerId) -> Speaker:
    """Return the speaker; raise CommandError where there is none."""
    speaker = transcript.speaker(speaker_id)
    if speaker is None:
        raise CommandError(msg("There is no speaker {speaker} in this transcript.", speaker=speaker_id))
    return speaker
