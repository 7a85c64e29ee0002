"""What turns are about, and where in a call the topic changes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from annotator.core.i18n import msg
from annotator.datasets.base import Call, Field, Recipe, Row, Shape, Table


def turns(call: Call, shape: Shape) -> Iterator[Row]:
    """Yield a row for every chosen turn of a call in which any turn has a topic."""
    if any(turn.topics for turn in call.transcript.visible):
        for turn in call.transcript.visible:
            if turn.id in call.chosen:
                yield call.row(
                    [turn],
                    text=turn.text,
                    context=call.before(turn, shape.context),
                    speaker=call.label(turn.speaker_id) or None,
                    topics=call.topics(turn),
                )


def calls(call: Call, _shape: Shape) -> Iterator[Row]:
    """Yield a row for every stretch of chosen turns in which any has a topic: most often one a call."""
    for stretch in call.stretches:
        part = [turn for turn in stretch if not turn.hidden]
        topics = [call.topics(turn) for turn in part]
        if any(topics):
            yield call.row(
                part,
                turns=[{"speaker": call.label(turn.speaker_id), "text": turn.text} for turn in part],
                topics=topics,
                boundaries=[0, *(int(one != other) for one, other in pairwise(topics))],
            )


TOPICS = Recipe(
    "topics",
    msg("Topics: of turns, and where they change"),
    "`turns` has a row a turn with all its topics, called in full (`Delivery / Delay`); none is a label too: calls in which "
    "nothing is tagged are left out. `calls` has the turns of a call and a 1 for each turn with which the topics change.",
    ("text-classification", "token-classification"),
    (
        Table(
            "turns",
            (
                Field("text", "string", "the corrected words of the turn"),
                Field("context", ["string"], "corrected turns before it, with their speakers, the nearest last"),
                Field("speaker", "string", "who says it; null where that is not known", True),
                Field("topics", ["string"], "its topics, in the order of the codebook; empty where it has none"),
            ),
            turns,
            "text",
            lambda row: row["topics"] or ("(none)",),
        ),
        Table(
            "calls",
            (
                Field("turns", [{"speaker": "string", "text": "string"}], "the corrected turns"),
                Field("topics", [["string"]], "the topics of each turn"),
                Field("boundaries", ["int64"], "1 for a turn whose topics are not those of the turn before, else 0"),
            ),
            calls,
            "turns",
            lambda row: (str(mark) for mark in row["boundaries"]),
        ),
    ),
)
