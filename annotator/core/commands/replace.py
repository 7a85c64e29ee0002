"""Replace words in turns of one or several calls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from annotator.core.change import Change
from annotator.core.errors import CommandError, StaleChange
from annotator.core.finding import Replacement
from annotator.core.i18n import msg
from annotator.core.model import Entity, Transcript, TranscriptId, TurnId
from annotator.core.text import clean


def replace_words(transcripts: Iterable[Transcript], replacements: Mapping[TranscriptId, Collection[Replacement]]) -> Change:
    """Replace words in these calls, as one change; nothing but the text of their turns differs then.

    A turn that would keep no words is hidden with the text that it has, as where a finding removes all of it. Raises
    StaleChange when words no longer stand where they are to be replaced.
    """
    pairs: list[tuple[Entity | None, Entity | None]] = []
    for transcript in transcripts:
        by_turn: dict[TurnId, list[Replacement]] = defaultdict(list)
        for replacement in replacements.get(transcript.id, ()):
            if not replacement.span.current(transcript):
                raise StaleChange(msg("The words have changed since they were found; nothing was done."))
            by_turn[replacement.span.turn_id].append(replacement)
        for turn_id, own in by_turn.items():
            turn = transcript.turn(turn_id)
            text = replaced(turn.text, own)
            pairs.append((turn, replace(turn, text=text) if text else replace(turn, hidden=True)))
    return Change.of(msg("Replace words in {n} turns", n=len(pairs)), pairs)


def replaced(text: str, replacements: Collection[Replacement]) -> str:
    """Return the text of a turn with words replaced; of the spaces around words that go for nothing one stays."""
    own = sorted(replacements, key=lambda r: (r.span.start, r.span.end))
    if any(first.span.end > second.span.start for first, second in pairwise(own)):
        raise CommandError(msg("Two replacements want the same words."))
    made, at = "", 0
    for replacement in own:
        made += text[at : replacement.span.start] + replacement.text
        at = replacement.span.end
        if not replacement.text and (not made or made[-1].isspace()):
            at += len(text[at:]) - len(text[at:].lstrip())
    return clean(made + text[at:])
