"""Work off the GUI thread: the detectors and their learning in processes of their own, files in a thread."""

from __future__ import annotations

import gc
import multiprocessing
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from annotator.core.change import Change
from annotator.core.errors import AnnotatorError
from annotator.core.i18n import Message
from annotator.core.model import Transcript
from annotator.detectors.base import Progress
from annotator.detectors.learning import Outcome
from annotator.detectors.worker import Reply, Request, serve, teach

TELL_S = 0.1
"""So often at most it is told how far files are: a bar that moves is painted at once, and what is under it."""


class Analyst(QObject):
    """The detectors in a worker process; replies arrive on the GUI thread.

    A thread would not do: pure Python in another thread holds every paint up by the switching interval of the
    interpreter lock, several times a frame.
    """

    replied = Signal(object)
    """A Reply."""
    stopped = Signal()
    """The process ended by itself: a bug in a detector, or the system killed it."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._number = 0
        self._requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._writer: threading.Thread | None = None
        self._learned: Mapping[str, bytes] = {}
        self._told = False
        """Whether the process knows what was learned."""

    def use(self, learned: Mapping[str, bytes]) -> None:
        """Have all later work done with what detectors have learned, by their names."""
        if learned != self._learned:
            self._learned, self._told = learned, False

    def forget(self) -> None:
        """Have the process drop what it remembers of a call, before the next one is sent whole."""
        self._told = False

    def send(self, work: Transcript | Change | None, keep: bool = True, min_confidence: float | None = None) -> int:
        """Start on `work` (see Request), ending what is at work now; return the number its replies will carry."""
        self._number += 1
        self._start()
        learned = None if self._told else self._learned
        self._requests.put(Request(self._number, work, keep, learned, min_confidence=min_confidence))
        self._told = True
        return self._number

    def ask(self, words: frozenset[str]) -> None:
        """Ask which of these words the dictionary does not know; a Reply with the number 0 answers, in the order of asking."""
        self._start()
        self._requests.put(Request(0, None, words=words))

    def _start(self) -> None:
        if self._writer is None or not self._writer.is_alive():
            self._requests = queue.SimpleQueue()
            self._writer = threading.Thread(target=self._write, name="annotator requests", daemon=True)
            self._writer.start()
            self._told = False

    def _write(self) -> None:
        """Own the process: start it, pass requests on (a big one takes a while to pass), end it."""
        context = multiprocessing.get_context("spawn")
        connection, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs,), name="annotator detectors", daemon=True)
        process.start()
        theirs.close()
        reader = threading.Thread(target=self._read, args=(connection,), name="annotator replies", daemon=True)
        reader.start()
        try:
            while (request := self._requests.get()) is not None:
                connection.send(request)
            connection.send(None)
        except OSError:
            pass
        process.join(0.5)
        if process.is_alive():
            process.terminate()
            process.join()
        reader.join()
        connection.close()

    def _read(self, connection: Connection) -> None:
        while True:
            try:
                reply: Reply = connection.recv()
            except (EOFError, OSError):
                break
            self.replied.emit(reply)
        self._requests.put(None)
        self.stopped.emit()

    def close(self) -> None:
        """End the process and wait for it; nothing is emitted after that."""
        self.blockSignals(True)
        if self._writer is not None:
            self._requests.put(None)
            self._writer.join()
            self._writer = None


class LearnTask(QObject):
    """Learns from calls in a process of its own, beside that which checks them. Signals come on the GUI thread."""

    _told = Signal(object)
    progressed = Signal(int, int)
    ended = Signal(object)
    """The Outcome; None where it was cancelled, or the process ended by itself. Nothing comes after it."""

    def __init__(self, calls: Sequence[Transcript], parent: QObject | None = None):
        super().__init__(parent)
        self.cancelled = False
        self._calls = calls
        self._process: SpawnProcess | None = None
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name="annotator learning", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        """End the process; what it has learned so far is dropped."""
        self.cancelled = True
        if self._process is not None:
            self._process.terminate()

    def wait(self) -> None:
        """Cancel and wait for the thread: for the end of the program."""
        self.blockSignals(True)
        self.cancel()
        self._thread.join()

    def _run(self) -> None:
        context = multiprocessing.get_context("spawn")
        connection, theirs = context.Pipe()
        process = context.Process(target=teach, args=(theirs,), name="annotator learning", daemon=True)
        process.start()
        theirs.close()
        self._process = process
        if self.cancelled:
            process.terminate()
        outcome = None
        try:
            connection.send(self._calls)
            while outcome is None:
                item: Progress | Outcome = connection.recv()
                if isinstance(item, Progress):
                    self._told.emit(item)
                else:
                    outcome = item
        except (EOFError, OSError):
            pass  # it was cancelled, or has failed
        process.join()
        connection.close()
        self._told.emit(outcome)

    def _on_told(self, item: Progress | Outcome | None) -> None:
        if isinstance(item, Progress):
            self.progressed.emit(item.done, item.total)
            return
        self._thread.join()
        self.ended.emit(None if self.cancelled else item)


@dataclass(frozen=True)
class Job:
    """Work for another thread: `work` is done there, `take` or `fail` with what came of it on the GUI thread."""

    label: Message
    work: Callable[[], Any]
    take: Callable[[Any], None]
    fail: Callable[[AnnotatorError], None]


class Jobs(QObject):
    """Does one job after the other, in the order in which they were given."""

    changed = Signal()
    """Another job is at work, or none."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._waiting: deque[Job] = deque()
        self._task: FileTask | None = None
        self.at_work: Job | None = None

    def start(self, job: Job) -> None:
        self._waiting.append(job)
        self.at_work = self.at_work or job  # asked for by what came of another one, it begins in a moment
        self._next()

    def _next(self) -> None:
        if self._task is not None or not self._waiting:
            return
        job = self.at_work = self._waiting.popleft()
        self._task = FileTask(
            (job,),
            lambda _: job.work(),
            lambda _, result: self._end(job.take, result),
            lambda _, error: self._end(job.fail, error),
            self,
        )
        self._task.finished.connect(self._on_finished)
        self._task.start()
        self.changed.emit()

    def _end(self, use: Callable[[Any], None], what: Any) -> None:
        self.at_work = None  # what comes of it may be that something else is done at once
        use(what)

    def _on_finished(self) -> None:
        assert self._task is not None
        self._task.deleteLater()
        self._task = self.at_work = None
        self.changed.emit()
        self._next()

    def wait(self) -> None:
        """Drop the jobs that have not begun and wait for the one at work; nothing comes of it in this program."""
        self._waiting.clear()
        if self._task is not None:
            self._task.wait()
            self._task = self.at_work = None


class FileTask(QObject):
    """Does `work` to one item after the other in a thread; results come back, in order, on the GUI thread.

    The next item waits until the result of the one before has been taken, so a cancelled task leaves nothing half done.
    """

    _worked = Signal(object, object, object)
    progressed = Signal(int, int)
    finished = Signal()

    def __init__(
        self,
        items: Iterable[Any],
        work: Callable[[Any], Any],
        take: Callable[[Any, Any], None],
        fail: Callable[[Any, AnnotatorError], None],
        parent: QObject | None = None,
    ):
        """`take(item, result)` and `fail(item, error)` are called on the GUI thread."""
        super().__init__(parent)
        self._items, self._work, self._take, self._fail = list(items), work, take, fail
        self._cancelled = threading.Event()
        self._taken = threading.Semaphore(0)
        self._done = 0
        self._tell_at = 0.0
        self._held = False
        self._worked.connect(self._on_worked, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run)

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        """Stop after the item at work, whose result is dropped."""
        self._cancelled.set()
        self._taken.release()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def hold(self) -> None:
        """Let the next item wait longer, until `resume`: for a result that `take` has passed on to others."""
        self._held = True

    def resume(self) -> None:
        if self._held:
            self._held = False
            self._taken.release()

    def wait(self) -> None:
        """Cancel and wait for the thread: for the end of the program."""
        self.blockSignals(True)
        self.cancel()
        self._thread.join()

    def _run(self) -> None:
        for item in self._items:
            result, error = None, None
            try:
                result = self._work(item)
            except Exception as raised:  # handed to the GUI thread, which shows it or raises it again
                error = raised
            # What was read stays as it is: nobody need look for garbage in it (see gui.responsive).
            gc.freeze()
            if self._cancelled.is_set():
                break
            self._worked.emit(item, result, error)
            self._taken.acquire()
            if self._cancelled.is_set():
                break
        self._worked.emit(None, None, None)

    def _on_worked(self, item: Any, result: Any, error: Exception | None) -> None:
        if item is None:
            self._thread.join()
            self.finished.emit()
            return
        self._done += 1
        try:
            if error is None:
                if not self._cancelled.is_set():
                    self._take(item, result)
            elif isinstance(error, AnnotatorError):
                self._fail(item, error)
            else:
                raise error
        finally:
            if time.monotonic() >= self._tell_at or self._done == len(self._items):
                self._tell_at = time.monotonic() + TELL_S
                self.progressed.emit(self._done, len(self._items))
            if not self._held:
                self._taken.release()


Take = Callable[[Any], object]
Task = tuple[Callable[[], Any], Take, Callable[[AnnotatorError], object]]


class Background(QObject):
    """A thread for what nobody waits for: drafts, backups, checks of the file.

    It does one thing after the other, from the first `do` until `stop`. Nothing is taken after `stop`.
    """

    _came = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self.stopped = threading.Event()
        """Set when nothing is wanted any more: long work is to look at it, and to rest with `wait`."""
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)

    def do(self, work: Callable[[], Any], take: Take, fail: Callable[[AnnotatorError], object]) -> None:
        """Do `work` on the thread when what was asked for before is done; then `take` what it returned, or `fail`."""
        if self._thread is None:
            self.stopped, self._tasks = threading.Event(), queue.SimpleQueue()
            self._thread = threading.Thread(target=self._run, args=(self._tasks, self.stopped))
            self._thread.start()
        self._tasks.put((work, take, fail))

    def settle(self) -> None:
        """Wait until all that was asked for is done. It is taken later."""
        if self._thread is not None:
            done = threading.Event()
            self._tasks.put((done.set, _pass_over, _pass_over))
            done.wait()

    def stop(self) -> None:
        """Drop what has not begun, and wait for what has."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self.stopped.set()
            self._tasks.put(None)
            thread.join()

    def _run(self, tasks: queue.SimpleQueue[Task | None], stopped: threading.Event) -> None:
        while (task := tasks.get()) is not None and not stopped.is_set():
            work, take, fail = task
            try:
                result = work()
            except AnnotatorError as error:
                self._came.emit(stopped, fail, error)
            except Exception as error:  # raised again on the GUI thread, where all that nobody has foreseen comes to
                self._came.emit(stopped, _raise, error)
            else:
                self._came.emit(stopped, take, result)

    def _on_came(self, stopped: threading.Event, use: Take, what: Any) -> None:
        if not stopped.is_set():
            use(what)


def _pass_over(_: Any) -> None:
    """Take nothing."""


def _raise(error: Exception) -> None:
    raise error
