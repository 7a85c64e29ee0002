"""Mislabelled speakers: sentences cut between speakers, two people in one turn, turns of the wrong person, and whole calls."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from annotator.core.finding import Finding, Span
from annotator.core.i18n import Message, msg
from annotator.core.model import Transcript
from annotator.detectors.base import Progress


class Speakers:
    """Finds words that carry the wrong speaker, in calls of two people.

    It is silent where more people talk, and where it does not know the language.
    """

    name = "speakers"
    title = msg("Mislabelled speakers")
    kinds: Mapping[str, Message] = {
        "cut": msg("Cut sentence"),
        "two_speakers": msg("Two people in one turn"),
        "wrong_speaker": msg("Wrong speaker"),
        "roles_swapped": msg("Roles swapped"),
        "labels_flipped": msg("Labels flipped"),
        "extra_speaker": msg("One person, two names"),
        "shared_id": msg("Two people, one name"),
    }
    whole_call = frozenset(("roles_swapped", "labels_flipped", "extra_speaker", "shared_id"))
    quiet: frozenset[str] = frozenset()
    threshold = 0.72

    def find(
        self,
        transcript: Transcript,
        *,
        min_confidence: float,
        ignore: Collection[Span] = (),
        memory: dict[str, Any] | None = None,
        learned: bytes | None = None,
    ) -> Iterator[Finding | Progress]:
        # Only who looks for speakers waits for numpy and the weights.
        from annotator.detectors.speakers_examine import examine
        from annotator.detectors.speakers_learn import adapted
        from annotator.detectors.speakers_models import models

        trained = adapted(learned) if learned else models()
        total = len(transcript.visible)
        kept = {} if memory is None else memory
        seen: dict[Any, Any] = {}
        found: list[Finding] = []
        for item in examine(transcript, trained, min_confidence, ignore, kept.get(self.name, {}), seen):
            if isinstance(item, Progress):
                yield item
            else:
                found.append(item)
        kept[self.name] = seen
        flipped = {
            (relabel.span.turn_id, relabel.speaker_id)
            for finding in found
            if finding.kind == "labels_flipped" and finding.confidence >= max(self.threshold, min_confidence)
            for relabel in finding.fix.relabels
        }
        for finding in found:
            one = finding.kind == "wrong_speaker" and {(r.span.turn_id, r.speaker_id) for r in finding.fix.relabels} <= flipped
            if finding.confidence >= min_confidence and not one:
                yield finding
        yield Progress(total, total)
