"""The turns of a call as the speakers detector takes them: two labels, the words that count, what a person has decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from annotator.core.finding import Span
from annotator.core.model import Speaker, SpeakerId, Transcript, Turn, TurnId
from annotator.core.text import normal, words
from annotator.detectors.speakers_boundary import ASKING, NO_MARKS, NONE, STOP, mark
from annotator.detectors.speakers_labels import Line

MARKED = 0.02
"""Where fewer words than this have a stop after them, the recogniser does not punctuate, and its few stops mean nothing."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A turn with the words that count.

    Of these: their places, as they stand, in normal form, the punctuation after them, and whether words to ignore (code
    points `ignored`) stand before them. `decided`: a person has said who speaks.
    """

    turn: Turn
    label: int
    decided: bool
    ignored: tuple[tuple[int, int], ...]
    places: list[tuple[int, int]]
    shown: list[str]
    words: list[str]
    marks: list[int]
    cut: list[bool]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Turns of two speakers that follow each other, as words.

    Per word: the punctuation after it, see `Boundary`; whether words to ignore stood before it (`cut`); whether a person has
    decided who says it (`decided`).
    """

    lines: Sequence[Line]
    words: Sequence[str]
    marks: Sequence[int]
    cut: Sequence[bool]
    decided: Sequence[bool]


def talkers(transcript: Transcript) -> list[tuple[Speaker, int]]:
    """Return the speakers who say something, those who say most first, with about how many words they say."""
    said: Counter[SpeakerId | None] = Counter()
    for turn in transcript.visible:
        said[turn.speaker_id] += turn.text.count(" ") + bool(turn.text)
    return sorted(((s, said[s.id]) for s in transcript.speakers if said[s.id]), key=lambda pair: -pair[1])


def spoken_turns(transcript: Transcript, labels: Mapping[SpeakerId, int], ignore: Collection[Span] = ()) -> Iterator[Spoken]:
    """Yield the visible turns of the speakers who have a label that keep a word when the words to ignore are left out."""
    ignored: dict[TurnId, list[Span]] = {}
    for span in ignore:
        ignored.setdefault(span.turn_id, []).append(span)
    for turn in transcript.visible:
        if turn.speaker_id is not None and turn.speaker_id in labels:
            spoken = _spoken(transcript, turn, labels[turn.speaker_id], ignored.get(turn.id, ()))
            if spoken.words:
                yield spoken


def stretches(turns: Iterable[Spoken], people: Collection[SpeakerId]) -> list[list[Spoken]]:
    """Return runs of turns of these people; a turn of somebody else ends a run."""
    runs = groupby(turns, key=lambda spoken: spoken.turn.speaker_id in people)
    return [list(run) for theirs, run in runs if theirs]


def decided(transcript: Transcript, turn: Turn) -> bool:
    """Tell whether a person has said who speaks."""
    return turn.reviewed or turn.pinned or turn.speaker_id not in transcript.source_speakers(turn)


def _spoken(transcript: Transcript, turn: Turn, label: int, ignored: Sequence[Span]) -> Spoken:
    left_out = tuple((span.start, span.end) for span in ignored)
    return Spoken(turn, label, decided(transcript, turn), left_out, *_words(turn.text, left_out))


@lru_cache(maxsize=20_000)
def _words(
    text: str, ignored: tuple[tuple[int, int], ...]
) -> tuple[list[tuple[int, int]], list[str], list[str], list[int], list[bool]]:
    """Return the fields of Spoken that hang on the text alone: after an edit most turns are seen again."""
    places: list[tuple[int, int]] = []
    shown: list[str] = []
    forms: list[str] = []
    marks: list[int] = []
    cuts: list[bool] = []
    cut = False
    for word in words(text):
        if ignored and any(start <= word.start < end for start, end in ignored):
            cut = True
            continue
        form, after = word_of(word.text)
        if form:
            places.append((word.start, word.end))
            shown.append(word.text)
            forms.append(form)
            marks.append(after)
            cuts.append(cut)
            cut = False
        elif marks and after != NONE:
            marks[-1] = after
    return places, shown, forms, marks, cuts


@lru_cache(maxsize=100_000)
def word_of(text: str) -> tuple[str, int]:
    """Return the word in normal form as the models know it, empty where it is none, and the punctuation after it."""
    form = normal(text).replace("’", "'")
    return form if any(map(str.isalnum, form)) else "", mark(text)


def stretch_of(turns: Sequence[Spoken]) -> Stretch:
    """Return the turns as the models take them."""
    lines, at = [], 0
    for spoken in turns:
        lines.append(Line(at, at + len(spoken.words), spoken.label, len(spoken.turn.text)))
        at += len(spoken.words)
    marks = unmarked([m for spoken in turns for m in spoken.marks])
    decided = [spoken.decided for spoken in turns for _ in spoken.words]
    return Stretch(
        lines, [w for spoken in turns for w in spoken.words], marks, [c for spoken in turns for c in spoken.cut], decided
    )


def unmarked(marks: Sequence[int]) -> list[int]:
    """Return the punctuation after words as it stands; as none at all where there is hardly any."""
    few = sum(m in (STOP, ASKING) for m in marks) < MARKED * len(marks)
    return [NO_MARKS] * len(marks) if few else list(marks)
