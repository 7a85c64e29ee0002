"""Calls whose diarizer makes one mistake again and again, and the corrections of a reviewer: something to learn from."""

from __future__ import annotations

import random
from collections.abc import Iterator

from annotator.core.change import Change
from annotator.core.commands import review, turns
from annotator.core.commands.transcripts import as_transcript
from annotator.core.model import Transcript
from annotator.formats import read

THINGS = "parcel invoice account meter ticket router garden kitchen window engine jacket letter".split()
OPENINGS = "and the number of the {} is|so my {} has the number|but on the {} there is|well for this {} i have written".split("|")
NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
ANSWERS = (
    "yes i can see the {} here thank you|no we have never sent a {}|all right when did the {} arrive|the {} is what i wanted".split(
        "|"
    )
)


def written(seed: int) -> tuple[str, list[tuple[int, int]]]:
    """Return the text of a call, and for each cut sentence the turn that its end is in, and how many characters it has there.

    People say their numbers at the end of a sentence, and the diarizer gives them to the other one more often than not.
    """
    rng = random.Random(seed)
    lines: list[str] = []
    cuts = []
    for _ in range(24):
        opening, answer = (rng.choice(said).format(rng.choice(THINGS)) for said in (OPENINGS, ANSWERS))
        tail = f"{rng.choice(NUMBERS)} {rng.choice(NUMBERS)} zulu"
        if rng.random() < 0.6:
            lines += [f"A: {opening}", f"B: {tail} {answer}"]
            cuts.append((len(lines), len(tail)))
        else:
            lines += [f"A: {opening} {tail}", f"B: {answer}"]
    return "\n".join(lines) + "\n", cuts


def imported(seed: int) -> Transcript:
    return as_transcript(read(written(seed)[0].encode(), f"{seed}.txt")[0])


def corrections(transcript: Transcript, seed: int) -> Iterator[Change]:
    """Yield what the reviewer does, one change after the other."""
    for turn_id, at in written(seed)[1]:
        change = turns.move_words_to_previous(transcript, turn_id, at)
        transcript = transcript.apply(change)
        yield change
    yield review.set_done(transcript, True)


def finished(seed: int) -> Transcript:
    transcript = imported(seed)
    for change in corrections(transcript, seed):
        transcript = transcript.apply(change)
    return transcript
