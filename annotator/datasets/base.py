"""What a recipe is, what it is given of a call, and what all rows of training sets have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any

from annotator.core.i18n import Message
from annotator.core.model import SourceSpan, SpeakerId, Transcript, Turn, TurnId

Row = dict[str, Any]
SPLITS = ("train", "validation", "test")
"""In the order of their shares; the names are those that loaders of data sets know."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column: `type` is string, int64, float64 or bool, a list of one of them in brackets, or a mapping of names to types."""

    name: str
    type: Any
    meaning: str
    nullable: bool = False


SPANS = [{"turn": "int64", "start": "int64", "end": "int64"}]
PROVENANCE = (
    Field("id", "string", "the row: unique, and the same each time"),
    Field("split", "string", "train, validation or test: the same for all rows of a call and of calls nearly the same"),
    Field("call_id", "int64", "the number of the call in its project"),
    Field("call", "string", "the name of the call"),
    Field("source_sha256", "string", "SHA-256 of the file that the call was imported from"),
    Field("turn_ids", ["int64"], "the turns of the project that the row comes from"),
    Field("source_spans", SPANS, "the imported words behind them: turn of the file (from 1), code points start..end (half open)"),
    Field("reviewer", "string", "who decided last what the row says; null where that is not known or not to be told", True),
    Field("decided_at", "string", "when that was, UTC, ISO 8601; null where it is not known", True),
    Field("app_version", "string", "the version of annotator that wrote the row"),
)
"""What every row tells of where it comes from."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who decided something, as it is to be written, and when (UTC, ISO 8601)."""

    who: str | None
    at: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What a reviewer decided about a finding: of two versions of the same turns one is better.

    `prompt` are the lines before them, `turn_ids` and `spans` what is concerned.
    """

    finding: str
    verdict: str
    detector: str
    kind: str
    confidence: float
    prompt: tuple[str, ...]
    chosen: str
    rejected: str
    turn_ids: tuple[TurnId, ...]
    spans: tuple[SourceSpan, ...]
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Shape:
    """How rows are cut: windows of so many turns, one beginning so many turns after the other; so many turns of context."""

    window: int = 8
    stride: int = 4
    context: int = 3


@dataclass(frozen=True)
class Call:
    """A call as recipes see it: already masked. `chosen` are the visible turns that may be used.

    `key` tells its file from all others (SHA-256), `sides` say which speakers are agent and client, as far as their roles tell.
    """

    transcript: Transcript = field(repr=False)
    key: str
    chosen: frozenset[TurnId]
    stamps: Mapping[TurnId, Stamp] = field(default_factory=dict, repr=False)
    sides: Mapping[SpeakerId, str] = field(default_factory=dict)
    judged: tuple[Judged, ...] = field(default=(), repr=False)

    @cached_property
    def stretches(self) -> list[list[Turn]]:
        """Chosen turns that follow each other, with the hidden ones between them."""
        chosen = [(turn, self.settled(turn)) for turn in self.transcript.turns]
        runs = [[turn for turn, _ in run] for settled, run in groupby(chosen, key=lambda one: one[1]) if settled]
        return [run for run in runs if any(not turn.hidden for turn in run)]

    def settled(self, turn: Turn) -> bool:
        """Tell whether the turn may be used; of a hidden one its visible neighbours say so, unless it is chosen itself."""
        return turn.id in self.chosen or (turn.hidden and turn.id in self._between)

    @cached_property
    def _between(self) -> set[TurnId]:
        """The hidden turns with chosen neighbours."""
        found: set[TurnId] = set()
        waiting: list[TurnId] = []
        open_before = True
        for turn in self.transcript.turns:
            if turn.hidden:
                waiting.append(turn.id)
                continue
            good = turn.id in self.chosen
            if good and open_before:
                found.update(waiting)
            waiting, open_before = [], good
        if open_before:
            found.update(waiting)
        return found

    def label(self, speaker_id: SpeakerId | None) -> str:
        """Return what a speaker is called in texts: the role, else the name, else the id."""
        speaker = self.transcript.speaker(speaker_id)
        return "" if speaker is None else speaker.role or speaker.label

    def line(self, turn: Turn) -> str:
        return said(self.label(turn.speaker_id), turn.text)

    def before(self, turn: Turn, count: int) -> list[str]:
        """Return the lines of the visible turns before a turn, of which there may be fewer than `count`."""
        visible = self.transcript.visible
        place = self._places[turn.id]
        return [self.line(one) for one in visible[max(0, place - count) : place]]

    @cached_property
    def _places(self) -> dict[TurnId, int]:
        return {turn.id: n for n, turn in enumerate(self.transcript.visible)}

    def topics(self, turn: Turn) -> list[str]:
        """Return what the turn's topics are called in full, in the order of the codebook."""
        return [" / ".join(path) for topic_id, path in self.transcript.topic_paths.items() if topic_id in turn.topics]

    def row(self, turns: Sequence[Turn], spans: Iterable[SourceSpan] | None = None, /, **own: Any) -> Row:
        """Return a row of what it says itself, with what it comes from; what is the same for all of a call is added later."""
        stamps = [self.stamps[turn.id] for turn in turns if turn.id in self.stamps]
        last = max(stamps, key=lambda stamp: stamp.at, default=None)
        pieces = [span for turn in turns for span in turn.sources] if spans is None else list(spans)
        return {
            "turn_ids": [turn.id for turn in turns],
            "source_spans": [{"turn": s.number, "start": s.start, "end": s.end} for s in pieces],
            "reviewer": last.who if last else None,
            "decided_at": last.at if last else None,
            **own,
        }


def said(label: str, text: str) -> str:
    """Return a turn as a line of text."""
    text = " ".join(text.split())
    return f"{label}: {text}" if label else text


Make = Callable[[Call, Shape], Iterator[Row]]


@dataclass(frozen=True)
class Table:
    """Rows of one shape. `make` yields them for a call, `labels` the labels of a row that are worth counting.

    `given` is the field that a model is given: a row with the same there in another split is reported.
    """

    name: str
    fields: tuple[Field, ...]
    make: Make
    given: str
    labels: Callable[[Row], Iterable[str]] | None = None

    @property
    def columns(self) -> tuple[Field, ...]:
        return (*PROVENANCE, *self.fields)


@dataclass(frozen=True)
class Recipe:
    """How a training set is built: what it is for (`tasks` as Hugging Face calls them), and its tables, the main one first.

    `about` explains the rows, in the words of the card. `files` yields further files of a table and a split, by their name.
    """

    name: str
    title: Message
    about: str
    tasks: tuple[str, ...]
    tables: tuple[Table, ...]
    files: Callable[[str, str, Sequence[Row]], Iterator[tuple[str, str]]] | None = None
