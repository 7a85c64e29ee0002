"""Pairs of imported and corrected text: per turn, and per window of turns with their speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.core.i18n import msg
from annotator.core.model import SpeakerId, Transcript, Turn
from annotator.datasets.base import Call, Field, Recipe, Row, Shape, Table, said

LINES = [{"speaker": "string", "text": "string"}]


def turns(call: Call, shape: Shape) -> Iterator[Row]:
    """Yield a row for every chosen turn that has imported words."""
    transcript = call.transcript
    for turn in transcript.visible:
        source = transcript.source_text(turn)
        if turn.id not in call.chosen or not source:
            continue
        before = transcript.source_speakers(turn)
        yield call.row(
            [turn],
            context=call.before(turn, shape.context),
            source_text=source,
            target_text=turn.text,
            source_speaker=call.label(before[0]) if len(before) == 1 and before[0] is not None else None,
            target_speaker=call.label(turn.speaker_id) or None,
            changed=transcript.edited(turn),
        )


def windows(call: Call, shape: Shape) -> Iterator[Row]:
    """Yield a row for every window of chosen turns that follow each other; the last one of a stretch may overlap more."""
    for stretch in call.stretches:
        visible = [n for n, turn in enumerate(stretch) if not turn.hidden]
        last = max(0, len(visible) - shape.window)
        for at in sorted({*range(0, last, shape.stride), last}):
            end = at + shape.window
            # What is hidden after the last turn belongs to it: most often it repeats that.
            stop = visible[end] if end < len(visible) else len(stretch)
            part = stretch[visible[at] if at else 0 : stop]
            yield _window(call, part)


def _window(call: Call, part: Sequence[Turn]) -> Row:
    before = list(imported(call.transcript, part))
    source = [{"speaker": call.label(speaker), "text": text} for speaker, text in before]
    target = [{"speaker": call.label(turn.speaker_id), "text": turn.text} for turn in part if not turn.hidden]
    return call.row(
        part,
        source_text="\n".join(said(line["speaker"], line["text"]) for line in source),
        target_text="\n".join(said(line["speaker"], line["text"]) for line in target),
        source_turns=source,
        target_turns=target,
        changed=source != target,
    )


def imported(transcript: Transcript, part: Sequence[Turn]) -> Iterator[tuple[SpeakerId | None, str]]:
    """Yield the imported turns behind some turns, as far as they are: who, and what."""
    number, pieces = 0, list[str]()
    for span in (span for turn in part for span in turn.sources):
        text = transcript.source_turn(span.number).text[span.start : span.end].strip()
        if not text:
            continue
        if span.number != number and pieces:
            yield transcript.source_turn(number).speaker_id, " ".join(pieces)
            pieces = []
        number = span.number
        pieces.append(text)
    if pieces:
        yield transcript.source_turn(number).speaker_id, " ".join(pieces)


CORRECTION = Recipe(
    "correction",
    msg("Correction: imported and corrected text"),
    "What the recogniser wrote and what a reviewer made of it. `turns` has a row a turn; what was removed as a whole is not in it. "
    "`windows` has several turns at a time, a line a turn with the speaker in front, with what was removed, moved and given to "
    "another speaker: the source lines are those of the imported file.",
    ("text-generation",),
    (
        Table(
            "turns",
            (
                Field("context", ["string"], "corrected turns before it, with their speakers, the nearest last"),
                Field("source_text", "string", "the imported words of the turn"),
                Field("target_text", "string", "the corrected words"),
                Field("source_speaker", "string", "who said it in the file; null where there is none, or several", True),
                Field("target_speaker", "string", "who says it; null where that is not known", True),
                Field("changed", "bool", "whether words or speaker differ"),
            ),
            turns,
            "source_text",
            lambda row: ("changed" if row["changed"] else "as imported",),
        ),
        Table(
            "windows",
            (
                Field("source_text", "string", "the imported turns, one a line: speaker, colon, words"),
                Field("target_text", "string", "the corrected turns in the same form"),
                Field("source_turns", LINES, "the imported turns"),
                Field("target_turns", LINES, "the corrected turns"),
                Field("changed", "bool", "whether they differ"),
            ),
            windows,
            "source_text",
            lambda row: ("changed" if row["changed"] else "as imported",),
        ),
    ),
)
