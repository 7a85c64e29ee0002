"""Search in a process of its own, which is ended when a pattern takes too long."""

from __future__ import annotations

import multiprocessing
import queue
import threading
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from annotator.core.i18n import Message, msg
from annotator.core.model import Transcript, TranscriptId
from annotator.search.matching import Query
from annotator.search.worker import MOST_HITS, Reply, Search, Texts, serve

LIMIT = 2.0
"""Seconds without a sign of life after which a pattern is called too slow."""
PATIENCE = 0.3
"""The same for a search that a newer one waits to take the place of."""
CHUNK = 100
"""Turns that are sent at a time. The window must not wait for the interpreter meanwhile: it changes hands between two of them."""

Request = tuple[int, tuple[Query, ...], tuple[Transcript, ...]]


class SearchTask(QObject):
    """Signals come on the GUI thread, and only of the last search."""

    found = Signal(object)
    """A tuple of Hits, in reading order."""
    progressed = Signal(int, int)
    """Turns looked through, and all."""
    ended = Signal(object)
    """None, or a Message that says why there is no more to come: a pattern that is wrong or too slow, or too many hits."""

    _replied = Signal(object, object)
    _gone = Signal(object)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._number = 0
        self._queries: tuple[Query, ...] = ()
        self._request: Request | None = None
        """The search that is not ended yet."""
        self._worker: _Worker | None = None
        self._workers: list[_Worker] = []
        self._watch = QTimer(self, singleShot=True)
        self._watch.timeout.connect(self._on_silence)
        self._replied.connect(self._on_replied, Qt.ConnectionType.QueuedConnection)
        self._gone.connect(self._on_gone, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        return self._request is not None

    def search(self, queries: Sequence[Query], transcripts: Sequence[Transcript]) -> None:
        """Look through the visible turns of calls, in place of what is looked for now."""
        self._number += 1
        waits = self.busy
        self._queries = tuple(queries)
        self._request = (self._number, self._queries, tuple(transcripts))
        self._send()
        if waits:
            self._watch.start(round(PATIENCE * 1000))

    def _send(self) -> None:
        if self._worker is None:
            self._worker = _Worker(self._replied.emit, self._gone.emit)
            self._workers.append(self._worker)
        self._worker.requests.put(self._request)

    def cancel(self) -> None:
        """End the search, and the process with it; the next one starts another."""
        if self.busy:
            self._request = None
            self._kill()

    def _kill(self) -> None:
        self._watch.stop()
        if self._worker is not None:
            self._worker.kill()
            self._worker = None

    def close(self) -> None:
        """End the process and wait for it; nothing is emitted after that."""
        self.blockSignals(True)
        self._request = None
        self._kill()
        for worker in self._workers:
            worker.join()
        self._workers.clear()

    # ------------------------------------------------------------------ what comes back

    def _on_replied(self, worker: _Worker, reply: Reply) -> None:
        if worker is not self._worker or not self.busy or reply.number != self._number:
            return
        if reply.hits:
            self.found.emit(reply.hits)
        if not reply.ended:
            self._watch.start(round(LIMIT * 1000))
            self.progressed.emit(reply.done, reply.total)
        elif reply.cut:
            self._end(msg("Only the first {n} hits are shown. Replace these first, or look for something rarer.", n=MOST_HITS))
        else:
            self._end(reply.error)

    def _on_silence(self) -> None:
        """End the process where it is at one text for too long; what came while the window was busy itself is no silence."""
        worker = self._worker
        assert worker is not None, "it is watched"
        last, at = worker.heard
        if last is None or last.ended:
            return  # it has not begun yet: it gets the texts, or loads a dictionary
        limit = LIMIT if last.number == self._number else PATIENCE
        left = at + limit - time.monotonic()
        if left > 0:
            self._watch.start(round(left * 1000) + 1)
            return
        self._kill()
        if last.number == self._number:
            pattern = next((q.text for q in self._queries if q.mode == "regex"), self._queries[0].text)
            self._end(msg("This pattern is too slow: {pattern}. Make it simpler.", pattern=pattern))
        else:
            self._send()

    def _on_gone(self, worker: _Worker) -> None:
        """Forget a process; one that ended by itself is told of."""
        if worker in self._workers:
            worker.join()
            self._workers.remove(worker)
        if worker is self._worker:
            self._worker = None
            if self.busy:
                self._end(msg("The search stopped unexpectedly. Try again."))

    def _end(self, message: Message | None) -> None:
        self._request = None
        self._watch.stop()
        self.ended.emit(message)


class _Worker:
    """A process, and the threads that pass on what it is asked and what it answers."""

    def __init__(self, replied: Callable[[_Worker, Reply], None], gone: Callable[[_Worker], None]):
        self.requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self.heard: tuple[Reply | None, float] = (None, 0.0)
        """The last reply, and when it came."""
        self._replied, self._gone = replied, gone
        self._process: SpawnProcess | None = None
        self._killed = False
        self._thread = threading.Thread(target=self._run, name="annotator search", daemon=True)
        self._thread.start()

    def kill(self) -> None:
        self._killed = True
        self.requests.put(None)
        if self._process is not None:
            self._process.kill()

    def join(self) -> None:
        self._thread.join()

    def _run(self) -> None:
        context = multiprocessing.get_context("spawn")
        connection, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs,), name="annotator search", daemon=True)
        process.start()
        theirs.close()
        self._process = process
        if self._killed:
            process.kill()
        reader = threading.Thread(target=self._read, args=(connection,), name="annotator hits", daemon=True)
        reader.start()
        sent: dict[TranscriptId, Transcript] = {}
        try:
            while (request := self.requests.get()) is not None:
                number, queries, transcripts = request
                for transcript in transcripts:
                    if sent.get(transcript.id) is not transcript:
                        _send_texts(connection, transcript)
                        sent[transcript.id] = transcript
                connection.send(Search(number, queries, tuple(t.id for t in transcripts)))
        except OSError:
            pass  # it has ended
        process.kill()
        process.join()
        reader.join()
        connection.close()
        self._gone(self)

    def _read(self, connection: Connection) -> None:
        while True:
            try:
                reply: Reply = connection.recv()
            except (EOFError, OSError):
                break
            self.heard = (reply, time.monotonic())
            self._replied(self, reply)
        self.requests.put(None)


def _send_texts(connection: Connection, transcript: Transcript) -> None:
    turns = transcript.visible
    for start in range(0, max(1, len(turns)), CHUNK):
        chunk = tuple((turn.id, turn.text) for turn in turns[start : start + CHUNK])
        connection.send(Texts(transcript.id, start == 0, chunk))
