"""Which words of a text were lost and which are new."""

from __future__ import annotations

from difflib import SequenceMatcher

from annotator.core.text import words

MOST_WORDS = 1000

Ranges = list[tuple[int, int]]
"""Code points start..end (half open)."""


def changed_words(source: str, text: str) -> tuple[Ranges, Ranges]:
    """Return where `source` has words that `text` has no longer, and where `text` has words that `source` had not."""
    theirs, ours = words(source), words(text)
    before, after = [w.text for w in theirs], [w.text for w in ours]
    same = _alike(before, after)
    tail = _alike(before[same:][::-1], after[same:][::-1])
    before, after = before[same : len(before) - tail], after[same : len(after) - tail]
    # Comparing takes the square of what is left, so in a long text the most frequent words are passed over.
    matcher = SequenceMatcher(None, before, after, autojunk=len(after) > MOST_WORDS)
    differing = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    lost = [(theirs[a + same].start, theirs[b + same - 1].end) for _, a, b, _, _ in differing if a < b]
    new = [(ours[a + same].start, ours[b + same - 1].end) for _, _, _, a, b in differing if a < b]
    return lost, new


def _alike(one: list[str], other: list[str]) -> int:
    """Return how many words are the same from the start."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
