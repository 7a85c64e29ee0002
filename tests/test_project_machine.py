"""Random sequences of all commands, undo, redo and reopening against a real file."""

from __future__ import annotations

import inspect
import shutil
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from annotator.core.change import Change
from annotator.core.commands import allowed, review, role_words, speakers, topics, transcripts, turns
from annotator.core.errors import AnnotatorError
from annotator.core.finding import Finding, Fix, Relabel, Span, finding_key
from annotator.core.i18n import msg
from annotator.core.model import Imported, SourceTurn, Speaker, Topic, Transcript, topic_tree
from annotator.core.text import words
from annotator.project import Project

Draw = Callable[[st.SearchStrategy[Any]], Any]

TEXTS = st.text(alphabet="абв ё,.\n\0😀\ud800", max_size=12)
SOURCES = st.lists(st.sampled_from(["да", "нет,", "one", "two", " ", "three\u00a0four"]), min_size=1, max_size=7).map(" ".join)
SPEAKERS = ("S0", "S1", "S2")
SOME = st.sampled_from(SPEAKERS)


def imported(draw: Draw) -> Imported:
    said = draw(st.lists(st.tuples(SOME, SOURCES.filter(str.strip)), min_size=1, max_size=6))
    source = tuple(SourceTurn(n, speaker, text, n * 100, n * 100 + 90) for n, (speaker, text) in enumerate(said, 1))
    data = draw(st.binary(max_size=20))
    return Imported(f"{draw(TEXTS)}.txt", "text", "utf-8", data, tuple(Speaker(0, s) for s in SPEAKERS), source)


def turn_id(draw: Draw, t: Transcript) -> int:
    return draw(st.sampled_from(t.turns)).id


def turn_ids(draw: Draw, t: Transcript) -> list[int]:
    first = draw(st.integers(0, len(t.turns) - 1))
    return [turn.id for turn in t.turns[first : first + draw(st.integers(1, 4))]]


def place(draw: Draw, t: Transcript) -> tuple[int, int]:
    chosen = turn_id(draw, t)
    return chosen, draw(st.integers(0, len(t.turn(chosen).text)))


def topic_ids(t: Transcript) -> st.SearchStrategy[int]:
    return st.sampled_from([*(topic.id for topic in t.topics), 99])


def topic_id(draw: Draw, t: Transcript) -> int:
    return draw(topic_ids(t))


def span(draw: Draw, t: Transcript) -> Span:
    turn = draw(st.sampled_from(t.visible or t.turns))
    found = words(turn.text)
    first = draw(st.integers(0, len(found) - 1))
    return Span.of(t, turn.id, found[first].start, found[min(len(found) - 1, first + draw(st.integers(0, 3)))].end)


def finding(draw: Draw, t: Transcript) -> Finding:
    removes = tuple(span(draw, t) for _ in range(draw(st.integers(0, 2))))
    relabels = tuple(Relabel(span(draw, t), draw(SOME)) for _ in range(draw(st.integers(0, 1))))
    fix = Fix(msg("Repair"), removes, relabels, draw(st.sampled_from([None, ("S0", "S1")])))
    spans = (*removes, *(r.span for r in relabels)) or (span(draw, t),)
    return Finding(finding_key(t, "d", "k", spans), "d", "k", 0.5, spans, (msg("Why"),), fix, Fix(msg("Drop"), spans[:1]))


COMMANDS: dict[Callable[..., Any], Callable[[Draw, Transcript, Project], Change]] = {
    turns.set_text: lambda draw, t, _: turns.set_text(t, turn_id(draw, t), draw(TEXTS)),
    turns.split: lambda draw, t, _: turns.split(t, *place(draw, t), draw(st.sampled_from([None, *SPEAKERS]))),
    turns.merge: lambda draw, t, _: turns.merge(t, turn_ids(draw, t)),
    turns.hide: lambda draw, t, _: turns.hide(t, turn_ids(draw, t)),
    turns.restore: lambda draw, t, _: turns.restore(t, turn_ids(draw, t)),
    turns.move_words_to_previous: lambda draw, t, _: turns.move_words_to_previous(t, *place(draw, t)),
    turns.move_words_to_next: lambda draw, t, _: turns.move_words_to_next(t, *place(draw, t)),
    turns.comment: lambda draw, t, _: turns.comment(t, turn_id(draw, t), draw(TEXTS)),
    turns.mark_reviewed: lambda draw, t, _: turns.mark_reviewed(t, turn_ids(draw, t), draw(st.booleans())),
    turns.bookmark: lambda draw, t, _: turns.bookmark(t, turn_ids(draw, t), draw(st.booleans())),
    turns.revert: lambda draw, t, _: turns.revert(t, turn_id(draw, t), draw(st.booleans()), draw(st.booleans())),
    speakers.relabel: lambda draw, t, _: speakers.relabel(t, turn_ids(draw, t), draw(st.sampled_from([None, *SPEAKERS]))),
    speakers.rename: lambda draw, t, _: speakers.rename(t, draw(SOME), draw(TEXTS)),
    speakers.set_role: lambda draw, t, _: speakers.set_role(t, draw(SOME), draw(TEXTS)),
    speakers.add: lambda draw, t, _: speakers.add(t, draw(TEXTS), draw(TEXTS), draw(TEXTS)),
    speakers.swap: lambda draw, t, _: speakers.swap(t, draw(SOME), draw(SOME), speakers.turns_from(t, turn_id(draw, t))),
    speakers.set_colour: lambda draw, t, _: speakers.set_colour(t, draw(SOME), draw(st.sampled_from(["", "#123456", "red"]))),
    speakers.move: lambda draw, t, _: speakers.move(t, draw(SOME), draw(st.integers(0, 3))),
    speakers.remove: lambda draw, t, _: speakers.remove(t, draw(SOME)),
    speakers.merge: lambda draw, t, _: speakers.merge(t, draw(SOME), draw(SOME)),
    speakers.pin: lambda draw, t, _: speakers.pin(t, turn_ids(draw, t), draw(st.booleans())),
    speakers.swap_roles: lambda draw, t, _: speakers.swap_roles(t, draw(SOME), draw(SOME)),
    topics.add: lambda draw, t, p: topics.add(
        p.topics,
        draw(TEXTS),
        "#123456",
        draw(TEXTS),
        draw(st.integers(0, 2)),
        draw(st.just(0) | topic_ids(t)),
        draw(st.lists(TEXTS)),
    ),
    topics.update: lambda draw, t, p: topics.update(
        p.topics, draw(topic_ids(t)), name=draw(TEXTS), hotkey=draw(st.integers(0, 2)), parent_id=draw(st.none() | topic_ids(t))
    ),
    topics.move: lambda draw, t, p: topics.move(
        p.topics, draw(topic_ids(t)), draw(st.just(0) | topic_ids(t)), draw(st.integers(0, 3))
    ),
    topics.take_over: lambda draw, _, p: topics.take_over(
        p.topics, [Topic(5, draw(TEXTS), "", hotkey=1), Topic(7, draw(TEXTS), "#aabbcc", parent_id=5)], ("#112233",)
    ),
    topics.remove: lambda draw, t, p: topics.remove([p.transcript(h.id) for h in p.transcripts()], topic_id(draw, t)),
    topics.tag: lambda draw, t, _: topics.tag(t, turn_ids(draw, t), topic_id(draw, t)),
    topics.untag: lambda draw, t, _: topics.untag(t, turn_ids(draw, t), topic_id(draw, t)),
    topics.toggle: lambda draw, t, _: topics.toggle(t, turn_ids(draw, t), topic_id(draw, t)),
    topics.end_topics: lambda draw, t, _: topics.end_topics(t, turn_id(draw, t)),
    topics.tag_from: lambda draw, t, _: topics.tag_from(t, turn_id(draw, t), topic_id(draw, t)),
    allowed.allow: lambda draw, t, _: allowed.allow(t, draw(SOURCES | TEXTS)),
    allowed.disallow: lambda draw, t, _: allowed.disallow(t, draw(st.sets(st.integers(1, 4)))),
    role_words.add: lambda draw, t, _: role_words.add(
        t, draw(SOURCES | TEXTS), draw(st.sampled_from(["agent", "client", ""])), draw(st.sampled_from(["name", "sign"]))
    ),
    role_words.remove: lambda draw, t, _: role_words.remove(t, draw(st.sets(st.integers(1, 4)))),
    review.accept: lambda draw, t, _: review.accept(t, finding(draw, t), draw(st.booleans()), draw(st.none() | st.floats(0, 99))),
    review.accept_all: lambda draw, t, _: review.accept_all(t, [finding(draw, t) for _ in range(draw(st.integers(1, 3)))]),
    review.dismiss: lambda draw, t, _: review.dismiss(t, finding(draw, t)),
    review.allow_repeat: lambda draw, t, _: review.allow_repeat(t, finding(draw, t)),
    review.relabel_instead: lambda draw, t, _: review.relabel_instead(t, finding(draw, t), turn_ids(draw, t), draw(SOME)),
    review.set_done: lambda draw, t, _: review.set_done(t, draw(st.booleans())),
    transcripts.add: lambda draw, _, p: transcripts.add(imported(draw), p.new_transcript_id()),
    transcripts.remove: lambda _, t, __: transcripts.remove(t),
    transcripts.rename: lambda draw, t, _: transcripts.rename(t, draw(TEXTS)),
}
OFTEN = [turns.split, turns.merge, turns.move_words_to_previous, turns.move_words_to_next, turns.set_text, review.accept]


def test_the_machine_knows_all_commands():
    modules = (allowed, review, role_words, speakers, topics, transcripts, turns)
    public = {
        f for m in modules for name, f in inspect.getmembers(m, inspect.isfunction) if f.__module__ == m.__name__ and name[0] != "_"
    }
    assert {f for f in public if inspect.signature(f).return_annotation == "Change"} == set(COMMANDS)


def snapshot(project: Project) -> tuple[Any, ...]:
    return project.topics, project.allowed, project.role_words, [project.transcript(header.id) for header in project.transcripts()]


class Reviewing(RuleBasedStateMachine):
    """The expectation is a list of snapshots, one after each change, and the place in it that undo and redo have reached."""

    def __init__(self) -> None:
        super().__init__()
        # Every step is a commit: a disk in memory, where there is one, makes this twenty times faster.
        self.folder = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
        self.project = Project.create(self.folder / "p.annotator")
        self.expected = [snapshot(self.project)]
        self.at = 0

    @initialize(data=st.data())
    def start(self, data: st.DataObject) -> None:
        self._apply(transcripts.add(imported(data.draw), 1))
        self._apply(topics.add((), "Price", "#112233", hotkey=1))

    def _apply(self, change: Change) -> None:
        self.project.apply(change)
        self.at += 1
        self.expected[self.at :] = [snapshot(self.project)]

    @rule(data=st.data(), command=st.sampled_from([*COMMANDS, *OFTEN]))
    def command(self, data: st.DataObject, command: Callable[..., Any]) -> None:
        headers = self.project.transcripts()
        if not headers:
            command = transcripts.add
        transcript = self.project.transcript(data.draw(st.sampled_from(headers)).id) if headers else None
        try:
            change = COMMANDS[command](data.draw, transcript, self.project)  # type: ignore[arg-type]
        except AnnotatorError as error:
            event(str(error))
            return
        self._apply(change)

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self) -> None:
        assert self.project.undo() is not None
        self.at -= 1

    @precondition(lambda self: self.at + 1 < len(self.expected))
    @rule()
    def redo(self) -> None:
        assert self.project.redo() is not None
        self.at += 1

    @rule(undo=st.booleans())
    def reopen(self, undo: bool) -> None:
        """Undo at once, or not, for then no transcript has been read yet."""
        self.project.close()
        self.project = Project.open(self.folder / "p.annotator")
        if undo and self.at > 0:
            self.undo()

    @invariant()
    def is_as_expected(self) -> None:
        assert snapshot(self.project) == self.expected[self.at]
        assert (self.project.undo_label is None) == (self.at == 0)
        assert (self.project.redo_label is None) == (self.at + 1 == len(self.expected))

    @invariant()
    def makes_sense(self) -> None:
        known = {topic.id for topic in self.project.topics}
        hotkeys = [topic.hotkey for topic in self.project.topics if topic.hotkey]
        assert len(hotkeys) == len(set(hotkeys))
        assert len({(topic.parent_id, topic.name.casefold()) for topic in self.project.topics}) == len(known)
        assert len(topic_tree(self.project.topics)) == len(known)
        assert len({a.text for a in self.project.allowed}) == len(self.project.allowed)
        assert len({(w.text, w.use) for w in self.project.role_words}) == len(self.project.role_words)
        for header in self.project.transcripts():
            t = self.project.transcript(header.id)
            shared = (self.project.topics, self.project.allowed, self.project.role_words)
            assert (t.topics, t.allowed, t.role_words) == shared
            assert all(a.rank < b.rank for a, b in pairwise(t.turns))
            assert all(turn.text and turn.text == turn.text.strip() and turn.sources for turn in t.turns)
            assert all(turn.topics <= known for turn in t.turns)
            assert all(turn.speaker_id is None or t.speaker(turn.speaker_id) for turn in t.turns)
            covered = sorted((s.number, at) for turn in t.turns for s in turn.sources for at in range(s.start, s.end))
            everything = [(turn.number, at) for turn in t.source.turns for at in range(len(turn.text))]
            spoken = {(number, at) for number, at in everything if not t.source_turn(number).text[at].isspace()}
            assert [where for where in covered if where in spoken] == sorted(spoken)

    def teardown(self) -> None:
        while self.project.undo():
            self.at -= 1
            self.is_as_expected()
        self.project.close()
        shutil.rmtree(self.folder)


Reviewing.TestCase.settings = settings(
    max_examples=max(1, settings().max_examples // 2),
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestReviewing = Reviewing.TestCase
