"""Runs the detectors, and their learning, in processes of their own, so that a window beside them never waits.

Findings of all kinds are sent, quiet ones too: the window knows which its user wants to see.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from annotator.core.change import Change
from annotator.core.finding import Finding
from annotator.core.model import Transcript
from annotator.detectors import KINDS, analyse, learn, usable
from annotator.detectors.base import Progress
from annotator.detectors.dictionary import unknown_words

BATCH = 50


@dataclass(frozen=True, slots=True)
class Request:
    """Analyse `work`: a transcript, or a change to the transcript last sent with `keep`; None only ends what is at work.

    Any newer request ends the one at work, but for one with `words`: it asks which of them the dictionary does not know, and
    is answered in between. `learned` is what detectors have learned from the project, from this request on;
    None: nothing else than before.
    """

    number: int
    work: Transcript | Change | None
    keep: bool = True
    learned: Mapping[str, bytes] | None = None
    words: frozenset[str] = frozenset()
    min_confidence: float | None = None
    """As in `analyse`: None means each detector's own threshold."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Findings of a request, and how far it is. `done` is sent once, last, and not for a request that a newer one ended.

    `unusable` tells once of what was learned that this version cannot use it. `unknown` answers a request with words.
    """

    number: int
    findings: tuple[Finding, ...] = ()
    progress: Progress | None = None
    done: bool = False
    unusable: bool = False
    unknown: frozenset[str] | None = None


class _Requests:
    """The requests that come from a connection; what the dictionary is asked is answered on the way."""

    def __init__(self, connection: Connection):
        self._connection = connection
        self._next: list[Request | None] = []

    def newer(self) -> bool:
        """Tell whether there is another request."""
        while not self._next and self._connection.poll():
            self._take()
        return bool(self._next)

    def get(self) -> Request | None:
        """Wait for the next request; None is the last."""
        while not self._next:
            self._take()
        return self._next.pop()

    def _take(self) -> None:
        request: Request | None = self._connection.recv()
        if request is not None and request.words:
            self._connection.send(Reply(request.number, unknown=unknown_words(request.words)))
        else:
            self._next.append(request)


def serve(connection: Connection) -> None:
    """Answer requests from `connection` until None comes or the other side is gone."""
    kept: Transcript | None = None
    memory: dict[str, Any] = {}
    learned: Mapping[str, bytes] = {}
    requests = _Requests(connection)
    try:
        while (request := requests.get()) is not None:
            if request.learned is not None:
                learned, memory = usable(request.learned), {}
                if learned != request.learned:
                    connection.send(Reply(request.number, unusable=True))
            if request.work is None:
                continue
            if isinstance(request.work, Transcript):
                transcript = request.work
            else:
                assert kept is not None, "a change follows the transcript that it changes"
                transcript = kept.apply(request.work)
            if request.keep:
                memory = memory if kept is not None and kept.id == transcript.id else {}
                kept = transcript
            _answer(connection, requests, request, transcript, memory if request.keep else None, learned)
    except (EOFError, BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        return


def _answer(
    connection: Connection,
    requests: _Requests,
    request: Request,
    transcript: Transcript,
    memory: dict[str, Any] | None,
    learned: Mapping[str, bytes],
) -> None:
    batch: list[Finding] = []
    number = request.number
    for item in analyse(transcript, min_confidence=request.min_confidence, kinds=KINDS, memory=memory, learned=learned):
        if requests.newer():
            return
        if isinstance(item, Progress):
            connection.send(Reply(number, progress=item))
        else:
            batch.append(item)
            if len(batch) == BATCH:
                connection.send(Reply(number, tuple(batch)))
                batch.clear()
    connection.send(Reply(number, tuple(batch), done=True))


def teach(connection: Connection) -> None:
    """Learn from the calls that come from `connection`; send how far it is, and last the Outcome."""
    try:
        for item in learn(connection.recv()):
            connection.send(item)
    except (EOFError, BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        return
