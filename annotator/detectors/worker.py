"""Runs the detectors in a process of its own, so that a window beside it never waits for them.

Findings of all kinds are sent, quiet ones too: the window knows which its user wants to see.
"""

from __future__ import annotations

from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from annotator.core.change import Change
from annotator.core.finding import Finding
from annotator.core.model import Transcript
from annotator.detectors import KINDS, analyse
from annotator.detectors.base import Progress

BATCH = 50


@dataclass(frozen=True, slots=True)
class Request:
    """Analyse `work`: a transcript, or a change to the transcript last sent with `keep`; None only ends what is at work.

    Any newer request ends the one at work.
    """

    number: int
    work: Transcript | Change | None
    keep: bool = True


@dataclass(frozen=True, slots=True)
class Reply:
    """Findings of a request, and how far it is. `done` is sent once, last, and not for a request that a newer one ended."""

    number: int
    findings: tuple[Finding, ...] = ()
    progress: Progress | None = None
    done: bool = False


def serve(connection: Connection) -> None:
    """Answer requests from `connection` until None comes or the other side is gone."""
    kept: Transcript | None = None
    memory: dict[str, Any] = {}
    try:
        while (request := connection.recv()) is not None:
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
            _answer(connection, request.number, transcript, memory if request.keep else None)
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        return


def _answer(connection: Connection, number: int, transcript: Transcript, memory: dict[str, Any] | None) -> None:
    batch: list[Finding] = []
    for item in analyse(transcript, kinds=KINDS, memory=memory):
        if connection.poll():
            return
        if isinstance(item, Progress):
            connection.send(Reply(number, progress=item))
        else:
            batch.append(item)
            if len(batch) == BATCH:
                connection.send(Reply(number, tuple(batch)))
                batch.clear()
    connection.send(Reply(number, tuple(batch), done=True))
