"""A reviewer who decides by a seed and by what is there: the same steps in a project file and, as the expectation, in memory."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from annotator import formats
from annotator.core.change import Change
from annotator.core.commands import review, speakers, topics, transcripts, turns
from annotator.core.errors import AnnotatorError
from annotator.core.finding import Finding, Fix, Span, finding_key
from annotator.core.i18n import msg
from annotator.core.model import Transcript, Turn
from annotator.core.text import words
from annotator.project import Project

UNDO, REDO = "undo", "redo"
Step = Change | str
Calls = tuple[Transcript, ...]

WORDS = (
    "да нет вот значит смотрите тариф договор доставка звонок клиент менеджер заявка номер адрес завтра сегодня оплата счёт "
    "система кабинет кнопка настройка письмо почта руководитель скидка месяц неделя ещё 😀"
).split()
BULK = 300


def text(rng: random.Random, longest: int = 20) -> str:
    return " ".join(rng.choices(WORDS, k=rng.randint(1, longest)))


def lines(count: int, seed: int = 0) -> bytes:
    """Return a call of so many turns as it would be imported."""
    rng = random.Random(seed)
    said = (f"{('Саппорт (SPK00)', 'Клиент (SPK01)')[rng.random() < 0.5]}: {text(rng)}" for _ in range(count))
    return "\n".join(said).encode()


def add_call(project: Project, count: int, seed: int = 0) -> None:
    """Import a call of so many turns."""
    imported, _ = formats.read(lines(count, seed), f"call {seed}.txt")
    project.apply(transcripts.add(imported, project.new_transcript_id()))


def make(path: Path, *sizes: int) -> None:
    """Write a project with a topic and with calls of so many turns."""
    with Project.create(path) as project:
        project.apply(topics.add((), "Цена", "#112233", "what it costs", 1))
        for seed, size in enumerate(sizes):
            add_call(project, size, seed)


def calls(project: Project) -> Calls:
    return tuple(project.transcript(header.id) for header in project.transcripts())


class Reviewer:
    """Decides what to do next. What was there before it came is not undone."""

    def __init__(self, seed: int, bulk: float = 0.04):
        """`bulk` is how often many turns are changed at once."""
        self._rng = random.Random(seed)
        self._bulk = bulk
        self._done = self._undone = 0

    def next(self, now: Sequence[Transcript]) -> Step:
        """Return what to do with the calls as they are now."""
        chance = self._rng.random()
        if chance < 0.08 and self._done:
            self._done, self._undone = self._done - 1, self._undone + 1
            return UNDO
        if chance < 0.12 and self._undone:
            self._done, self._undone = self._done + 1, self._undone - 1
            return REDO
        while True:
            transcript = self._rng.choice(now)
            way = _bulk if self._rng.random() < self._bulk else self._rng.choices(*zip(*_WAYS, strict=True))[0]
            try:
                change = way(self._rng, transcript)
            except AnnotatorError:
                continue
            self._done, self._undone = self._done + 1, 0
            return change


def _turn(rng: random.Random, t: Transcript) -> Turn:
    return rng.choice(t.visible)


def _some(rng: random.Random, t: Transcript, most: int = 4) -> list[int]:
    first = rng.randrange(len(t.turns))
    return [turn.id for turn in t.turns[first : first + rng.randint(1, most)]]


def _split(rng: random.Random, t: Transcript) -> Change:
    turn = _turn(rng, t)
    return turns.split(t, turn.id, rng.randint(0, len(turn.text)), rng.choice([None, "SPK00"]))


def _accept(rng: random.Random, t: Transcript) -> Change:
    turn = _turn(rng, t)
    word = rng.choice(words(turn.text))
    span = Span.of(t, turn.id, word.start, word.end)
    finding = Finding(finding_key(t, "d", "k", (span,)), "d", "k", 0.5, (span,), (msg("Why"),), Fix(msg("Repair"), (span,)))
    return review.dismiss(t, finding) if rng.random() < 0.3 else review.accept(t, finding, seconds=rng.random())


def _bulk(rng: random.Random, t: Transcript) -> Change:
    first = rng.randrange(max(1, len(t.turns) - BULK))
    return speakers.relabel(t, [turn.id for turn in t.turns[first : first + BULK]], rng.choice(["SPK00", "SPK01", None]))


_WAYS: tuple[tuple[Callable[[random.Random, Transcript], Change], float], ...] = (
    (lambda rng, t: turns.set_text(t, _turn(rng, t).id, text(rng, 60)), 8),
    (_split, 2),
    (lambda rng, t: turns.merge(t, _some(rng, t)), 1),
    (lambda rng, t: turns.hide(t, _some(rng, t)), 1),
    (lambda rng, t: turns.restore(t, _some(rng, t, 40)), 1),
    (lambda rng, t: turns.move_words_to_next(t, _turn(rng, t).id, rng.randint(0, 20)), 1),
    (lambda rng, t: turns.comment(t, _turn(rng, t).id, text(rng)), 1),
    (lambda rng, t: turns.mark_reviewed(t, _some(rng, t), rng.random() < 0.8), 1),
    (lambda rng, t: speakers.relabel(t, _some(rng, t), rng.choice(["SPK00", "SPK01"])), 3),
    (lambda rng, t: speakers.rename(t, "SPK00", text(rng, 2)), 0.3),
    (lambda rng, t: topics.toggle(t, _some(rng, t), 1), 2),
    (_accept, 3),
)


def carry_out(project: Project, step: Step) -> None:
    if isinstance(step, Change):
        project.apply(step)
    else:
        done = project.undo() if step == UNDO else project.redo()
        assert done is not None


def expected(start: Calls, reviewer: Reviewer) -> Iterator[Calls]:
    """Yield what the calls are at first and after each step of the reviewer; no file is involved."""
    now = start
    done: list[Change] = []
    undone: list[Change] = []
    while True:
        yield now
        step = reviewer.next(now)
        if step == UNDO:
            undone.append(done.pop())
            change = undone[-1].inverse()
        elif step == REDO:
            done.append(undone.pop())
            change = done[-1]
        else:
            assert isinstance(step, Change)
            done.append(step)
            undone.clear()
            change = step
        concerned = {s.entity.transcript_id for s in change.steps}
        now = tuple(t.apply(change) if t.id in concerned else t for t in now)
