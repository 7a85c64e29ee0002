"""Which findings are yielded, and what one detector hides from the next: with detectors made for the test."""

from __future__ import annotations

from multiprocessing import Pipe
from threading import Thread

import pytest

from annotator import detectors
from annotator.core.commands.transcripts import as_transcript
from annotator.core.finding import Finding, Fix, Span
from annotator.core.i18n import msg
from annotator.core.model import Imported, SourceTurn, Speaker, Transcript
from annotator.detectors import KINDS, QUIET, analyse, usable, worker
from annotator.detectors.base import Progress
from annotator.detectors.learning import Measure, Outcome


class Known:
    """Finds what it is told to: (kind, confidence) by turn; keeps what it was to ignore."""

    title = msg("Known")
    threshold = 0.5

    def __init__(self, name: str, *found: tuple[str, float]):
        self.name, self.found = name, found
        detector = next(d for d in detectors.DETECTORS if d.name == name)
        self.kinds, self.quiet = detector.kinds, detector.quiet
        self.ignored: list[int] = []
        self.learned: bytes | None = None

    def find(self, transcript, *, min_confidence, ignore=(), memory=None, learned=None):
        self.learned = learned
        self.ignored = [span.turn_id for span in ignore]
        yield Progress(1, 1)
        for turn, (kind, confidence) in zip(transcript.turns, self.found, strict=False):
            if confidence >= min_confidence:
                span = Span.of(transcript, turn.id, 0, 3)
                yield Finding(
                    f"{self.name} {turn.id}", self.name, kind, confidence, (span,), (msg("Why"),), Fix(msg("Drop"), (span,))
                )


@pytest.fixture
def transcript() -> Transcript:
    turns = tuple(SourceTurn(n, "A", "one two") for n in range(1, 5))
    return as_transcript(Imported("call.txt", "text", "utf-8", b"", (Speaker(0, "A"),), turns))


@pytest.fixture
def speakers(monkeypatch) -> Known:
    """Both detectors as above, the one of speakers to look at."""
    duplicates = Known("duplicates", ("loop", 0.95), ("disfluency", 0.95), ("repeat", 0.7), ("disfluency", 0.7))
    made = Known("speakers", ("cut", 0.9), ("roles_swapped", 0.6))
    monkeypatch.setattr(detectors, "DETECTORS", (duplicates, made))
    return made


def kinds(transcript: Transcript, *args, **kwargs) -> list[str]:
    return [item.kind for item in analyse(transcript, *args, **kwargs) if isinstance(item, Finding)]


def test_quiet_kinds_are_left_out_unless_asked_for(transcript, speakers):
    assert "disfluency" in QUIET < KINDS
    assert kinds(transcript) == ["loop", "repeat", "cut", "roles_swapped"]
    assert kinds(transcript, kinds=KINDS) == ["loop", "disfluency", "repeat", "disfluency", "cut", "roles_swapped"]
    assert kinds(transcript, ["duplicates"], 0.9, {"disfluency", "cut"}) == ["disfluency"]
    assert kinds(transcript, kinds=()) == []


@pytest.mark.parametrize("wanted", [None, KINDS, {"cut"}, {"cut", "disfluency"}])
def test_only_sure_repeats_that_are_not_quiet_hide_words_from_later_detectors(transcript, speakers, wanted):
    list(analyse(transcript, kinds=wanted))
    assert speakers.ignored == [1]


def test_a_detector_that_has_none_of_the_kinds_is_not_run(transcript, speakers):
    assert kinds(transcript, kinds={"repeat"}) == ["repeat"]
    assert speakers.ignored == []


def test_the_worker_sends_all_kinds(transcript, speakers):
    here, there = Pipe()
    worker._answer(there, worker._Requests(there), worker.Request(7, transcript), transcript, None, {})
    replies = []
    while not replies or not replies[-1].done:
        replies.append(here.recv())
    assert [f.kind for f in replies[-1].findings].count("disfluency") == 2


def test_a_detector_gets_what_it_has_learned_and_no_other(transcript, speakers):
    list(analyse(transcript, learned={"speakers": b"weights"}))
    assert [detector.learned for detector in detectors.DETECTORS] == [None, b"weights"]
    list(analyse(transcript))
    assert speakers.learned is None


def test_what_cannot_be_used_is_left_out(monkeypatch):
    monkeypatch.setattr("annotator.detectors.speakers_learn.adapted", lambda data: int(data))
    assert usable({"speakers": b"1", "other": b"2"}) == {"speakers": b"1"}
    assert usable({"speakers": b"?"}) == usable({}) == {}


@pytest.fixture
def asked(monkeypatch) -> list:
    """What the worker asks `analyse` for: memory, and what was learned."""
    calls: list = []

    def analyse(transcript, *, kinds, memory, learned, min_confidence):
        calls.append((None if memory is None else dict(memory), dict(learned)))
        if memory is not None:
            memory["seen"] = True
        return iter(())

    monkeypatch.setattr(worker, "analyse", analyse)
    monkeypatch.setattr(worker, "usable", lambda learned: {name: data for name, data in learned.items() if data != b"?"})
    return calls


def serve(*requests: worker.Request) -> list[worker.Reply]:
    """Have the worker answer the requests, one after the other."""
    here, there = Pipe()
    thread = Thread(target=worker.serve, args=(there,))
    thread.start()
    replies: list[worker.Reply] = []
    for request in requests:
        here.send(request)
        replies.append(here.recv())
        while not replies[-1].done:
            replies.append(here.recv())
    here.send(None)
    thread.join()
    return replies


def test_the_worker_forgets_what_it_remembers_only_when_what_was_learned_differs(transcript, asked):
    learned = {"speakers": b"weights"}
    replies = serve(
        worker.Request(1, transcript),
        worker.Request(2, transcript),
        worker.Request(3, transcript, learned=learned),
        worker.Request(4, transcript),
        worker.Request(5, transcript, keep=False),
        worker.Request(6, transcript, learned={}),
    )
    seen = {"seen": True}
    assert asked == [({}, {}), (seen, {}), ({}, learned), (seen, learned), (None, learned), ({}, {})]
    assert not any(reply.unusable for reply in replies)


def test_the_worker_checks_without_what_it_cannot_use_and_says_so_once(transcript, asked):
    replies = serve(worker.Request(1, transcript, learned={"speakers": b"?"}), worker.Request(2, transcript))
    assert [learned for _, learned in asked] == [{}, {}]
    assert [(reply.number, reply.unusable, reply.done) for reply in replies] == [
        (1, True, False),
        (1, False, True),
        (2, False, True),
    ]


def test_learning_sends_how_far_it_is_and_last_what_came_of_it(transcript, monkeypatch):
    outcome = Outcome(b"weights", 1, 8, {"edge": Measure(4, 1, 0.7, 0.6, 0.5, 0.75)})
    monkeypatch.setattr(worker, "learn", lambda calls: iter((Progress(0, len(calls)), outcome)))
    here, there = Pipe()
    here.send([transcript])
    worker.teach(there)
    assert [here.recv(), here.recv()] == [Progress(0, 1), outcome]


def test_the_worker_finds_from_the_confidence_on_that_it_is_asked_for(transcript, monkeypatch):
    asked = []
    monkeypatch.setattr(worker, "analyse", lambda *_, min_confidence, **__: iter(asked.append(min_confidence) or ()))
    serve(worker.Request(1, transcript), worker.Request(2, transcript, min_confidence=0.55))
    assert asked == [None, 0.55]
