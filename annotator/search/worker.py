"""Searches in a process of its own: nothing but its end interrupts a regular expression that has lost its way."""

from __future__ import annotations

import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import NamedTuple

from annotator.core.errors import CommandError
from annotator.core.i18n import Message
from annotator.core.model import TranscriptId, TurnId
from annotator.search.matching import Query
from annotator.search.rules import find

MOST_HITS = 10_000
BATCH = 250
EVERY = 0.1
"""Seconds after which it says at the latest how far it is, between two texts."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts of the turns of a call; `first` says that they replace those sent before."""

    transcript_id: TranscriptId
    first: bool
    turns: tuple[tuple[TurnId, str], ...]


@dataclass(frozen=True, slots=True)
class Search:
    """Look through these calls for what any of the queries finds. A newer search ends the one at work."""

    number: int
    queries: tuple[Query, ...]
    transcript_ids: tuple[TranscriptId, ...]


class Hit(NamedTuple):
    """Code points start..end of the text of a turn, and the words that come in their place.

    There are thousands of them: a tuple is unpacked from the pipe without holding the window up.
    """

    transcript_id: TranscriptId
    turn_id: TurnId
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What was found, and how many of all turns have been looked through.

    The first reply comes when the search begins. `ended` is sent once, last: with `error` when a query cannot be understood,
    with `cut` when there is more than MOST_HITS.
    """

    number: int
    hits: tuple[Hit, ...] = ()
    done: int = 0
    total: int = 0
    ended: bool = False
    cut: bool = False
    error: Message | None = None


def serve(connection: Connection) -> None:
    """Answer searches from `connection` until None comes or the other side is gone."""
    texts: dict[TranscriptId, list[tuple[TurnId, str]]] = {}
    try:
        while (request := connection.recv()) is not None:
            if isinstance(request, Texts):
                if request.first:
                    texts[request.transcript_id] = []
                texts[request.transcript_id] += request.turns
            elif not connection.poll():
                _search(connection, request, texts)
    except (EOFError, BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        return


def _search(connection: Connection, search: Search, texts: dict[TranscriptId, list[tuple[TurnId, str]]]) -> None:
    total = sum(len(texts[i]) for i in search.transcript_ids)
    try:
        # The dictionary may take its time to load; from the first reply on, silence means that a pattern is too slow.
        for query in search.queries:
            if query.mode == "lemma":
                query.finder()
        connection.send(Reply(search.number, total=total))
        finders = [query.finder() for query in search.queries]
    except CommandError as error:
        connection.send(Reply(search.number, ended=True, error=error.message))
        return
    batch: list[Hit] = []
    done = count = 0
    told = time.monotonic()
    for transcript_id in search.transcript_ids:
        for turn_id, text in texts[transcript_id]:
            for start, end, new in find(finders, text):
                if count == MOST_HITS:
                    connection.send(Reply(search.number, tuple(batch), done, total, ended=True, cut=True))
                    return
                count += 1
                batch.append(Hit(transcript_id, turn_id, start, end, new))
                if len(batch) == BATCH:
                    connection.send(Reply(search.number, tuple(batch), done, total))
                    batch.clear()
                    told = time.monotonic()
            done += 1
            if time.monotonic() - told >= EVERY:
                connection.send(Reply(search.number, tuple(batch), done, total))
                batch.clear()
                told = time.monotonic()
            if connection.poll():
                connection.send(Reply(search.number, ended=True))
                return
    connection.send(Reply(search.number, tuple(batch), done, total, ended=True))
