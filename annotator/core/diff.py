"""Which words of a text were lost and which are new."""

from __future__ import annotations

from difflib import SequenceMatcher

from annotator.core.text import words

MOST_WORDS = 1000

Ranges = list[tuple[int, int]]
"""Code points start..end (half open)."""


def changed_words(source: str, text: str) -> tuple[Ranges, Ranges]:
    """Return where `source` has words that `text` has no longer, and where `text` has words that `source` had not."""
    if source == text:
        return [], []
    theirs, ours = words(source), words(text)
    differing = [code for code in aligned([w.text for w in theirs], [w.text for w in ours]) if code[0] != "equal"]
    lost = [(theirs[a].start, theirs[b - 1].end) for _, a, b, _, _ in differing if a < b]
    new = [(ours[a].start, ours[b - 1].end) for _, _, _, a, b in differing if a < b]
    return lost, new


def aligned(before: list[str], after: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Return how `before` becomes `after`, as difflib's opcodes; what is the same at both ends is so to begin with."""
    same = _alike(before, after)
    tail = _alike(before[same:][::-1], after[same:][::-1])
    end, last = len(before) - tail, len(after) - tail
    # Comparing takes the square of what is left, so in a long text the most frequent words are passed over.
    matcher = SequenceMatcher(None, before[same:end], after[same:last], autojunk=last - same > MOST_WORDS)
    codes = [(tag, a1 + same, a2 + same, b1 + same, b2 + same) for tag, a1, a2, b1, b2 in matcher.get_opcodes()]
    return [("equal", 0, same, 0, same), *codes, ("equal", end, len(before), last, len(after))]


def _alike(one: list[str], other: list[str]) -> int:
    """Return how many words are the same from the start."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
