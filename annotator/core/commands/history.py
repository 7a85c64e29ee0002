"""Going back: what a transcript was before, as a new change; and the guard against changes that lose what they should not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from annotator.core.change import Change, Step
from annotator.core.errors import CommandError
from annotator.core.i18n import msg
from annotator.core.model import Entity, Header, TopicId, Transcript, TranscriptId, Turn


def state_before(transcript: Transcript, later: Iterable[Change], topics: Collection[TopicId]) -> Change:
    """Return the change that takes back what `later` changes, newest first, did to the transcript.

    Turns get no topic that is not among `topics` any more. Raises CommandError where that makes no difference, and where the
    transcript was added by one of the changes.
    """
    label = msg("Go back to an earlier state of the call")
    back = []
    for change in later:
        steps = tuple(step for step in change.inverse().steps if step.entity.transcript_id == transcript.id)
        if any(isinstance(step.entity, Header) and None in (step.before, step.after) for step in steps):
            raise CommandError(msg("The call was not there yet. Choose a later point."))
        back.append(Change(label, steps))
    if not back:
        raise CommandError(msg("The call is as it was then."))
    return Change.of(label, ((step.before, _with(step.after, topics)) for step in Change.join(label, back).steps))


def guard(change: Change) -> None:
    """Raise CommandError where a change would leave words of the source that no turn comes from any more.

    No command does that, whatever it hides, joins or rewrites, but for removing a whole call; a fault in one of them would,
    and in a long call nobody would see it.
    """
    whole = {s.entity.transcript_id for s in change.steps if isinstance(s.entity, Header) and None in (s.before, s.after)}
    before: defaultdict[tuple[TranscriptId, int], list[tuple[int, int]]] = defaultdict(list)
    after: defaultdict[tuple[TranscriptId, int], list[tuple[int, int]]] = defaultdict(list)
    for step in change.steps:
        for turn, spans in ((step.before, before), (step.after, after)):
            if isinstance(turn, Turn) and turn.transcript_id not in whole and not _same_sources(step):
                for span in turn.sources:
                    spans[turn.transcript_id, span.number].append((span.start, span.end))
    lost = {place for place, spans in before.items() if not _covers(after[place], spans)}
    if lost:
        raise CommandError(
            msg(
                "This would have lost the words of {n} imported turns, which is a fault of the program. Nothing was changed.",
                n=len(lost),
            )
        )


def _same_sources(step: Step) -> bool:
    return isinstance(step.before, Turn) and isinstance(step.after, Turn) and step.before.sources == step.after.sources


def _covers(spans: Iterable[tuple[int, int]], others: Iterable[tuple[int, int]]) -> bool:
    """Tell whether all places of the others are in these."""
    joined: list[list[int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return all(start == end or any(a <= start and end <= b for a, b in joined) for start, end in others)


def _with(entity: Entity | None, topics: Collection[TopicId]) -> Entity | None:
    return replace(entity, topics=entity.topics.intersection(topics)) if isinstance(entity, Turn) else entity
