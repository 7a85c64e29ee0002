"""What a detector is: a pure generator of findings. It knows neither storage nor Qt nor threads."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from annotator.core.finding import Finding, Span
from annotator.core.i18n import Message
from annotator.core.model import Transcript


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a detector has come; yielded now and then, which also makes it cancellable."""

    done: int
    total: int


class Detector(Protocol):
    """Finds one sort of fault.

    `kinds` names each kind of finding, `quiet` are those that users do not see unless they ask for them; `threshold` is
    the confidence from which users see the others.
    """

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> Message: ...
    @property
    def kinds(self) -> Mapping[str, Message]: ...
    @property
    def quiet(self) -> frozenset[str]: ...
    @property
    def threshold(self) -> float: ...

    def find(
        self,
        transcript: Transcript,
        *,
        min_confidence: float,
        ignore: Collection[Span] = (),
        memory: dict[str, Any] | None = None,
        learned: bytes | None = None,
    ) -> Iterator[Finding | Progress]:
        """Yield findings of at least `min_confidence` in the visible turns, in any order, with Progress in between.

        `ignore` are words that are not speech of their own (copies that another detector is sure of). In `memory` a
        detector may keep under its name what spares it work when it sees a later version of the same call; what it finds
        is the same without. `learned` is what a detector that learns has learned from the project.
        """
        ...
