"""Commands on speakers: who says a turn, and who the speakers are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from annotator.core.change import Change
from annotator.core.errors import CommandError
from annotator.core.i18n import msg
from annotator.core.model import Speaker, SpeakerId, Transcript, TurnId
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


def swap(transcript: Transcript, a: SpeakerId, b: SpeakerId, turn_ids: Collection[TurnId]) -> Change:
    """Give the turns of `a` among these to `b` and the other way round; turns of others stay as they are."""
    other = {existing(transcript, a).id: b, existing(transcript, b).id: a}
    turns = [t for t in map(transcript.turn, dict.fromkeys(turn_ids)) if t.speaker_id in other]
    pairs = [(t, replace(t, speaker_id=other[t.speaker_id])) for t in turns if t.speaker_id is not None]
    return Change.of(msg("Swap the speakers of {n} turns", n=len(pairs)), pairs)


def turns_from(transcript: Transcript, turn_id: TurnId) -> tuple[TurnId, ...]:
    """Return the turn and all turns after it, hidden ones too."""
    return tuple(t.id for t in transcript.turns[transcript.position(turn_id) :])


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
