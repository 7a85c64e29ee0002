"""How far a text is from the one that is right: words and characters aligned, words of the right speaker, speakers matched.

`WER` and `CER` are errors of words and characters. `cpWER` is the concatenated minimum-permutation word error rate (CHiME-6): the
words of each speaker one after the other, speakers matched so that fewest words are wrong. `WDER` is the word diarization error
rate of Shafey et al. (2019): of the words that stand opposite each other in the two texts, those of another speaker; speakers are
matched so that fewest are (as DiarizationLM does). Both texts are words in normal form (core.text.normal).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import inf
from typing import TypeVar

from annotator.core.text import normal

WINDOW = 2_000
"""Words that are aligned at a time: the work grows with the square of it."""
WHOLE = 8_000
"""Words of a speaker whose distance is computed in one go, a few milliseconds; that of more is a sum over windows."""
MOST_SPEAKERS = 20
"""Of a side that are matched with each other; of more, each counts as who has the same id."""
_FIRM = 3
"""Equal words in a row at which an alignment may be cut: fewer may be equal by chance."""

Speaker = TypeVar("Speaker", bound=Hashable)
Numbered = Sequence[int]
"""Words as numbers, the same number for the same word (see Words)."""


class Words:
    """Gives each word in normal form a number; words are many, different ones are few."""

    def __init__(self) -> None:
        self._numbers: dict[str, int | None] = {}
        self.texts: list[str] = []
        """The words by number."""
        self._known: dict[str, int] = {}

    def of(self, text: str) -> list[int]:
        """Return the words of a text that have a letter or digit, as numbers."""
        numbers = self._numbers
        found = []
        for word in text.split():
            number = numbers[word] if word in numbers else self._learn(word)
            if number is not None:
                found.append(number)
        return found

    def length(self, words: Iterable[int]) -> int:
        """Return the characters of words with a space behind each."""
        return sum(len(self.texts[word]) + 1 for word in words)

    def _learn(self, word: str) -> int | None:
        number = None
        if any(map(str.isalnum, word)):
            number = self._known.setdefault(normal(word), len(self.texts))
            if number == len(self.texts):
                self.texts.append(normal(word))
        self._numbers[word] = number
        return number


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words start..end of the reference stand opposite words of the other text: `kind` is "equal", "substitute", "insert" (words
    that the reference has not) or "delete" (words that it alone has).
    """

    kind: str
    start: int
    end: int
    other_start: int
    other_end: int


def aligned(reference: Numbered, other: Numbered, words: Words) -> Generator[None, None, list[Chunk]]:
    """Align two texts with fewest errors, a window at a time, pausing after each; what is the same costs nothing.

    A window ends behind the last words that are firmly equal; what comes after them is aligned again with what follows. One
    alignment of a whole call would take minutes for a long one, and fewer errors it finds in the rarest of cases.
    """
    from jiwer import process_words

    texts = words.texts
    chunks: list[Chunk] = []
    ours = theirs = 0
    while ours < len(reference) and theirs < len(other):
        same = _same(reference, other, ours, theirs)
        if same and (same >= _FIRM or ours + same == len(reference) == len(other) - theirs + ours):
            chunks.append(Chunk("equal", ours, ours + same, theirs, theirs + same))
            ours, theirs = ours + same, theirs + same
            continue
        last = len(reference) - ours <= WINDOW and len(other) - theirs <= WINDOW
        here, there = reference[ours : ours + WINDOW], other[theirs : theirs + WINDOW]
        found = process_words(" ".join(texts[n] for n in here), " ".join(texts[n] for n in there)).alignments[0]
        firm = [n for n, c in enumerate(found) if c.type == "equal" and c.ref_end_idx - c.ref_start_idx >= _FIRM]
        if firm and not last:
            found = found[: firm[-1] + 1]
        chunks += [
            Chunk(c.type, ours + c.ref_start_idx, ours + c.ref_end_idx, theirs + c.hyp_start_idx, theirs + c.hyp_end_idx)
            for c in found
        ]
        ours, theirs = ours + found[-1].ref_end_idx, theirs + found[-1].hyp_end_idx
        yield
    if ours < len(reference):
        chunks.append(Chunk("delete", ours, len(reference), theirs, theirs))
    if theirs < len(other):
        chunks.append(Chunk("insert", ours, ours, theirs, len(other)))
    return chunks


def errors(chunks: Iterable[Chunk]) -> int:
    """Return how many words are wrong, too many, or missing."""
    return sum(max(c.end - c.start, c.other_end - c.other_start) for c in chunks if c.kind != "equal")


def character_errors(reference: Numbered, other: Numbered, chunks: Sequence[Chunk], words: Words) -> Generator[None, None, int]:
    """Return how many characters are wrong, too many, or missing between words that are aligned; spaces count."""
    from rapidfuzz.distance import Levenshtein

    def text(some: Numbered) -> str:
        return "".join(f"{words.texts[n]} " for n in some)

    total = start = work = 0
    while start < len(chunks):
        first = last = chunks[start]
        start += 1
        if first.kind == "equal":
            continue
        # Up to the next firm words; few equal ones between wrong ones need not stand opposite each other.
        while start < len(chunks):
            following = chunks[start]
            firm = following.kind == "equal" and following.end - following.start >= _FIRM
            if firm or max(following.end - first.start, following.other_end - first.other_start) > WINDOW:
                break
            last, start = following, start + 1
        total += Levenshtein.distance(text(reference[first.start : last.end]), text(other[first.other_start : last.other_end]))
        work += last.end - first.start
        if work > WINDOW:
            work = 0
            yield
    return total


def concatenated(reference: Mapping[Speaker, Numbered], other: Mapping[Speaker, Numbered]) -> Generator[None, None, int]:
    """Return the errors of cpWER: how many words are wrong when speakers are matched best, pausing often.

    Whoever is matched with nobody has all words wrong. With up to MOST_SPEAKERS on each side it is exact (for speakers of more
    than WHOLE words but for what `distance` says); with more it is an upper bound.
    """
    if max(len(reference), len(other)) > MOST_SPEAKERS:
        total = 0
        for speaker in dict.fromkeys([*reference, *other]):
            total += yield from distance(reference.get(speaker, ()), other.get(speaker, ()))
        return total
    sides = [[side[key] for key in side] + [()] * (max(len(reference), len(other)) - len(side)) for side in (reference, other)]
    counted: tuple[list[Counter[int]], list[Counter[int]]] = [], []
    for side, counts in zip(sides, counted, strict=True):
        for words in side:
            counts.append(Counter(words))
            yield
    places = range(len(sides[0]))
    # Few pairs are worth the work: what two speakers' words have in common tells how near they can be at best.
    costs = [[max(len(sides[0][a]), len(sides[1][b])) - (counted[0][a] & counted[1][b]).total() for b in places] for a in places]
    known: set[tuple[int, int]] = {(a, b) for a, b in product(places, places) if not sides[0][a] or not sides[1][b]}
    while True:
        matched = list(enumerate(cheapest(costs)))
        if known.issuperset(matched):
            return sum(costs[a][b] for a, b in matched)
        for a, b in matched:
            if (a, b) not in known:
                costs[a][b] = yield from distance(sides[0][a], sides[1][b])
                known.add((a, b))


def distance(one: Numbered, other: Numbered) -> Generator[None, None, int]:
    """Return how many words have to be replaced, added or removed to make one text of the other, pausing often.

    With more than WHOLE words it is a sum over windows that begin where the texts differ and end with words that are firmly
    equal: rarely more than the fewest there can be, never less.
    """
    from rapidfuzz.distance import Levenshtein

    if max(len(one), len(other)) <= WHOLE:
        yield
        return Levenshtein.distance(one, other)
    total = ours = theirs = 0
    while ours < len(one) and theirs < len(other):
        same = _same(one, other, ours, theirs)
        ours, theirs = ours + same, theirs + same
        here, there = one[ours : ours + WINDOW], other[theirs : theirs + WINDOW]
        last = len(one) - ours <= WINDOW and len(other) - theirs <= WINDOW
        blocks = Levenshtein.opcodes(here, there)
        firm = [op for op in blocks if op.tag == "equal" and op.src_end - op.src_start >= _FIRM]
        ends = (firm[-1].src_end, firm[-1].dest_end) if firm and not last else (len(here), len(there))
        total += sum(
            max(op.src_end - op.src_start, op.dest_end - op.dest_start)
            for op in blocks
            if op.tag != "equal" and op.src_end <= ends[0] and op.dest_end <= ends[1]
        )
        ours, theirs = ours + ends[0], theirs + ends[1]
        yield
    return total + len(one) - ours + len(other) - theirs


def matched(said: Mapping[tuple[Speaker, Speaker], int]) -> int:
    """Return how many words are of the right speaker, from how many each speaker of one text shares with each of the other.

    Speakers are matched so that most are; with more than MOST_SPEAKERS, each with who has the same id.
    """
    rows, columns = dict.fromkeys(one for one, _ in said), dict.fromkeys(other for _, other in said)
    if max(len(rows), len(columns)) > MOST_SPEAKERS:
        return sum(count for (one, other), count in said.items() if one == other)
    size = max(len(rows), len(columns))
    costs = [[0] * size for _ in range(size)]
    places = {key: n for n, key in enumerate(rows)}, {key: n for n, key in enumerate(columns)}
    for (one, other), count in said.items():
        costs[places[0][one]][places[1][other]] -= count
    return -sum(costs[row][column] for row, column in enumerate(cheapest(costs)))


def cheapest(costs: Sequence[Sequence[int]]) -> list[int]:
    """Return which column each row of a square matrix is assigned to so that the sum is smallest (the Hungarian method)."""
    size = len(costs)
    # Potentials and, of columns, the row and the column before on the shortest path; 0 stands for the row being added.
    of_row, of_column, rows, before = [0] * (size + 1), [0] * (size + 1), [0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        rows[0], column = row, 0
        left = dict.fromkeys(range(1, size + 1), inf)
        path = [0]
        while rows[column]:
            here = rows[column]
            for other in left:
                cost = costs[here - 1][other - 1] - of_row[here] - of_column[other]
                if cost < left[other]:
                    left[other], before[other] = cost, column
            column = min(left, key=lambda other: left[other])
            step = int(left.pop(column))
            for other in path:
                of_row[rows[other]] += step
                of_column[other] -= step
            left = {other: cost - step for other, cost in left.items()}
            path.append(column)
        while column:
            rows[column] = rows[before[column]]
            column = before[column]
    assigned = {row: column - 1 for column, row in enumerate(rows) if column}
    return [assigned[row] for row in range(1, size + 1)]


def _same(one: Numbered, other: Numbered, ours: int, theirs: int) -> int:
    """Return how many words are the same from these places on."""
    step, length = 4096, 0
    while True:
        here, there = one[ours + length : ours + length + step], other[theirs + length : theirs + length + step]
        if here != there or not here:
            break
        length += len(here)
    return length + next((n for n, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), min(len(here), len(there)))
