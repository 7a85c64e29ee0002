"""Commands on allowed repeats: the project's phrases whose repeats are never reported."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from annotator.core.change import Change
from annotator.core.errors import CommandError
from annotator.core.i18n import msg
from annotator.core.model import Allowed, AllowedId, Transcript
from annotator.core.text import clean, phrase

MOST_WORDS = 20


def allow(transcript: Transcript, text: str) -> Change:
    """Let a phrase be repeated in all calls of the project."""
    text = _checked(text)
    if any(a.text == text for a in transcript.allowed):
        raise CommandError(msg("“{phrase}” is on the list already.", phrase=text))
    added = Allowed(max((a.id for a in transcript.allowed), default=0) + 1, text)
    return Change.of(msg("Allow a repeat"), [(None, added)])


def disallow(transcript: Transcript, allowed_ids: Collection[AllowedId]) -> Change:
    """Have the repeats of these phrases reported again."""
    gone = [a for a in transcript.allowed if a.id in allowed_ids]
    return Change.of(msg("Remove {n} allowed repeats", n=len(gone)), [(a, None) for a in gone])


def as_allowed(texts: Iterable[str]) -> tuple[Allowed, ...]:
    """Return the list that these phrases would make, for work without a project."""
    return tuple(Allowed(n, text) for n, text in enumerate(dict.fromkeys(map(_checked, texts)), 1))


def _checked(text: str) -> str:
    """Return a phrase as the list has it; raise CommandError where it cannot be there."""
    text = phrase(clean(text))
    if not text:
        raise CommandError(msg("A phrase has at least one word."))
    if len(text.split()) > MOST_WORDS:
        raise CommandError(msg("A phrase has {n} words at most.", n=MOST_WORDS))
    return text
