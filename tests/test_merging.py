"""Two projects made one: all of both is found again, neither is altered, and what is left can be worked with."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.change import Change, Step
from annotator.core.commands import adjudicate, allowed, review, role_words, speakers, topics, transcripts, turns
from annotator.core.errors import CommandError, ProjectError
from annotator.core.i18n import msg
from annotator.core.model import Decision, Draft, Transcript
from annotator.core.versions import paths_of
from annotator.detectors import LEARNER
from annotator.merging import MergeReport, merge
from annotator.project import Project
from annotator.search.rules import SETTING, Query, Rule, RuleSet, from_json, to_json

TEXT = "Клиент (SPK00): добрый день {n}\nСаппорт (SPK01): здравствуйте слушаю\nКлиент (SPK00): не приходят письма\n"
NOTHING = MergeReport("Anna", "Boris")


def add_calls(project: Project, *numbers: int) -> None:
    for n in numbers:
        imported, _ = formats.read(TEXT.format(n=n).encode(), f"call{n}.txt")
        project.apply(transcripts.add(imported, project.new_transcript_id()))


@pytest.fixture
def pair(tmp_path) -> Iterator[tuple[Project, Project]]:
    """A project of two calls, and a copy of it: one for each reviewer."""
    base = Project.create(tmp_path / "base.annotator")
    base._who = "lead"
    add_calls(base, 1, 2)
    base.apply(topics.add(base.topics, "Price", "#1F6F5C", "what it costs"))
    base.save_copy(tmp_path / "other.annotator")
    other = Project.open(tmp_path / "other.annotator")
    base._who, other._who = "Anna", "Boris"
    yield base, other
    base.close()
    other.close()


@contextmanager
def merged(first: Project, second: Project, **options) -> Iterator[tuple[Project, MergeReport]]:
    target = first.path.with_name("new.annotator")
    before = first.path.read_bytes(), second.path.read_bytes()
    report = merge(first, second, target, **options)
    assert (first.path.read_bytes(), second.path.read_bytes()) == before
    with Project.open(target) as project:
        assert not list(project.verify())
        yield project, report


def names(project: Project) -> list[str]:
    return [header.name for header in project.transcripts()]


def test_the_same_calls_are_there_once(pair):
    with merged(*pair) as (project, report):
        assert (names(project), report.same) == (["call1.txt", "call2.txt"], ["call1.txt", "call2.txt"])
        assert (report.differing, report.changes_added, report.topics_joined) == ([], 0, ["Price"])


def test_what_one_has_done_to_a_call_that_the_other_left_alone(pair):
    anna, boris = pair
    anna.apply(turns.set_text(anna.transcript(1), 1, "добрый вечер"))
    boris.apply(turns.set_text(boris.transcript(2), 1, "доброе утро"))
    add_calls(anna, 3)
    add_calls(boris, 4)
    with merged(anna, boris) as (project, report):
        assert names(project) == ["call1.txt", "call2.txt", "call3.txt", "call4.txt"]
        assert [project.transcript(n).turn(1).text for n in (1, 2)] == ["добрый вечер", "доброе утро"]
        assert (report.from_first, report.from_second) == (["call1.txt"], ["call2.txt"])
        assert (report.only_first, report.only_second, report.same) == (["call3.txt"], ["call4.txt"], [])
        assert (report.first, report.second) == ("Anna", "Boris")


def test_versions_that_differ_are_both_kept_and_named(pair):
    anna, boris = pair
    anna.apply(turns.set_text(anna.transcript(1), 1, "добрый вечер"))
    boris.apply(turns.hide(boris.transcript(1), [2]))
    with merged(anna, boris) as (project, report):
        assert names(project) == ["call1.txt (Anna)", "call2.txt", "call1.txt (Boris)"]
        assert report.differing == [("call1.txt (Anna)", "call1.txt (Boris)")]
        assert project.transcript(1).turn(1).text == "добрый вечер"
        assert project.transcript(3).turn(2).hidden
    pair[0].path.with_name("new.annotator").unlink()
    with merged(anna, boris, names=("А.", "Б.")) as (project, _):
        assert names(project) == ["call1.txt (А.)", "call2.txt", "call1.txt (Б.)"]


def test_who_has_the_same_name_is_told_by_the_file(pair):
    anna, boris = pair
    boris._who = "Anna"
    anna.apply(turns.hide(anna.transcript(1), [1]))
    boris.apply(turns.hide(boris.transcript(1), [2]))
    with merged(anna, boris) as (project, _):
        assert names(project) == ["call1.txt (base)", "call2.txt", "call1.txt (other)"]


def test_looking_at_a_call_is_work_too(pair):
    anna, boris = pair
    anna.apply(turns.mark_reviewed(anna.transcript(1), [1]))
    boris.set_draft(1, 1, "добрый", "добрый день 1")
    with merged(anna, boris) as (project, report):
        assert len(report.differing) == report.drafts_added == 1
        (draft,) = project.drafts()
        assert (draft.transcript_id, draft.turn_id, draft.text) == (3, 1, "добрый")


def test_what_is_only_being_typed_is_not_lost(pair):
    anna, boris = pair
    boris.set_draft(2, 1, "добрый", "добрый день 2")
    with merged(anna, boris) as (project, report):
        assert ([draft.text for draft in project.drafts()], report.from_second) == (["добрый"], ["call2.txt"])
    anna.path.with_name("new.annotator").unlink()
    anna.set_draft(2, 1, "доброе", "добрый день 2")
    with merged(anna, boris) as (project, report):
        assert {draft.text for draft in project.drafts()} == {"добрый", "доброе"}
        assert len(report.differing) == 1


def test_a_gold_version_that_was_only_begun_is_no_import(pair):
    anna, boris = pair
    add_calls(boris, 1)
    boris.apply(adjudicate.begin(boris.transcript(1), boris.transcript(3), 4))
    with merged(anna, boris) as (project, _):
        assert "call1.txt (gold)" in names(project)


def test_topics_are_joined_by_their_full_name(pair):
    anna, boris = pair
    anna.apply(topics.add(anna.topics, "Delivery", "#0B5CAD", hotkey=1))
    boris.apply(topics.add(boris.topics, "Returns", "#0B5CAD", hotkey=1))
    boris.apply(topics.add(boris.topics, "price", "#0B5CAD", parent_id=2))
    boris.apply(topics.update(boris.topics, 1, definition="when money is spoken of", keywords=["деньги"]))
    boris.apply(topics.tag(boris.transcript(1), [1], 1))
    boris.apply(topics.tag(boris.transcript(1), [1, 2], 3))
    with merged(anna, boris) as (project, report):
        assert list(paths_of(project.topics).values()) == [("price",), ("delivery",), ("returns",), ("returns", "price")]
        price, delivery, returns, part = project.topics
        assert price.definition == "what it costs\n\nBoris: when money is spoken of"
        assert (price.keywords, delivery.hotkey, returns.hotkey) == (("деньги",), 1, 0)
        assert [turn.topics for turn in project.transcript(1).turns] == [{price.id, part.id}, {part.id}, frozenset()]
        assert (report.topics_joined, report.topics_differing) == (["Price"], ["Price"])
        assert report.topics_added == ["Returns", "price"]


def test_what_the_calls_share_is_joined(pair):
    anna, boris = pair
    for project, phrase, side in ((anna, "да да", "agent"), (boris, "ну ну", "client")):
        project.apply(allowed.allow(project.transcript(1), phrase))
        project.apply(allowed.allow(project.transcript(1), "спасибо за ожидание"))
        project.apply(role_words.add(project.transcript(1), "мастер", side))
        project.set_setting(SETTING, to_json([RuleSet(phrase, (Rule("r", Query("a", "b")),)), RuleSet("both")]))
        project.set_setting("dictionary", json.dumps({"words": [phrase]}))
        project.add_activity(1, 100)
    boris.apply(role_words.add(boris.transcript(1), "гость", "client"))
    boris.learn(LEARNER, b"weights", "{}")
    with merged(anna, boris) as (project, report):
        assert [one.text for one in project.allowed] == ["да да", "спасибо за ожидание", "ну ну"]
        assert [(word.text, word.side) for word in project.role_words] == [("мастер", "agent"), ("гость", "client")]
        assert report.role_words_differing == ["мастер"]
        assert [one.name for one in from_json(project.setting(SETTING) or "")] == ["да да", "both", "ну ну"]
        assert json.loads(project.setting("dictionary") or "") == {"words": ["да да", "ну ну"]}
        assert project.activity() == {1: 100}
        assert (report.learned, project.learned(LEARNER).data) == ("second", b"weights")


def test_history_of_both_is_kept_and_calls_can_be_brought_back(pair):
    anna, boris = pair
    anna.apply(turns.set_text(anna.transcript(1), 1, "добрый вечер"))
    boris.apply(turns.set_text(boris.transcript(1), 1, "доброе утро"))
    boris.apply(turns.set_text(boris.transcript(1), 1, "доброе доброе утро"))
    boris.apply(turns.hide(boris.transcript(1), [2]))
    boris.undo()
    with merged(anna, boris) as (project, report):
        told = [(entry.who, entry.kind, entry.label.text) for entry in project.history(100, 3)][::-1]
        assert told == [
            ("lead", "do", "Import {name}"),
            ("Boris", "do", "Edit turn {number}"),
            ("Boris", "do", "Edit turn {number}"),
            ("Boris", "do", "Hide {n} turns"),
            ("Boris", "undo", "Hide {n} turns"),
            ("Anna", "do", "Rename {n} calls"),
            ("Anna", "purge", "Merge with {name}"),
        ]
        assert report.changes_added == 4
        assert [entry.label.text for entry in project.history(100, 1)] == [
            "Rename {n} calls",
            "Edit turn {number}",
            "Import {name}",
        ]
        assert project.undo() is None
        first_edit = project.history(100, 3)[::-1][1]
        project.apply(project.state_at(3, first_edit.seq))
        assert project.transcript(3).turn(1).text == "доброе утро"
        project.undo()
        assert project.transcript(3).turn(1).text == "доброе доброе утро"


def test_gold_versions_stay_known(pair):
    anna, boris = pair
    add_calls(boris, 1)
    boris.apply(turns.hide(boris.transcript(3), [1]))
    boris.apply(turns.hide(boris.transcript(1), [2]))
    anna.apply(turns.hide(anna.transcript(1), [3]))
    boris.set_setting("adjudication", json.dumps({"3": [1, 2]}))
    with merged(anna, boris) as (project, _):
        assert json.loads(project.setting("adjudication") or "") == {"4": [3, 2]}


def test_nothing_is_replaced_and_a_project_is_not_merged_with_itself(pair, tmp_path):
    anna, boris = pair
    there = tmp_path / "new.annotator"
    there.write_bytes(b"mine")
    with pytest.raises(ProjectError):
        merge(anna, boris, there)
    assert there.read_bytes() == b"mine"
    with pytest.raises(CommandError):
        merge(anna, anna, tmp_path / "third.annotator")
    assert not (tmp_path / "third.annotator").exists()


# ---------------------------------------------------------------------- whatever was done


def work(project: Project, chance: random.Random, steps: int) -> None:
    """Do something of everything that a project can hold."""
    for _ in range(steps):
        transcript = project.transcript(chance.choice(project.transcripts()).id)
        turn = chance.choice(transcript.turns)
        n = chance.randint(1, 4)
        try:
            match chance.randint(0, 13):
                case 0:
                    change = turns.set_text(transcript, turn.id, f"{turn.text} слово{n}")
                case 1:
                    change = speakers.relabel(transcript, [turn.id], chance.choice(["SPK00", "SPK01", None]))
                case 2:
                    change = turns.comment(transcript, turn.id, f"comment {n}")
                case 3:
                    change = turns.bookmark(transcript, [turn.id], True)
                case 4:
                    change = topics.add(project.topics, f"topic {n}", "#1F6F5C", chance.choice(["", f"about {n}", "other"]))
                case 5 if project.topics:
                    change = topics.tag(transcript, [turn.id], chance.choice(project.topics).id)
                case 6:
                    decision = Decision(
                        transcript.id, f"finding {n}", chance.choice(["accepted", "dismissed"]), "duplicates", "loop", 0.9
                    )
                    change = Change(msg("Decide"), (Step(transcript.decisions.get(decision.finding), decision),))
                case 7:
                    change = turns.split(transcript, turn.id, turn.text.find(" ") + 1)
                case 8:
                    change = allowed.allow(transcript, f"phrase {n}")
                case 9:
                    change = role_words.add(transcript, f"word{'а' * n}", chance.choice(["agent", "client", ""]))
                case 10:
                    project.set_draft(transcript.id, turn.id, f"draft {n}", turn.text)
                    continue
                case 11:
                    project.undo()
                    continue
                case 12:
                    change = review.set_done(transcript, not transcript.header.done)
                case _:
                    change = turns.mark_reviewed(transcript, [turn.id], not turn.reviewed)
            project.apply(change)
        except CommandError:
            continue


def told(project: Project, transcript: Transcript, drafts: tuple[Draft, ...]) -> tuple[object, ...]:
    """Return all that a transcript holds, without numbers of its project."""
    paths = paths_of(project.topics)
    return (
        transcript.source.data,
        transcript.header.done,
        tuple((s.id, s.name, s.role, s.colour) for s in transcript.speakers),
        tuple((replace(t, transcript_id=0, topics=frozenset()), frozenset(paths[i] for i in t.topics)) for t in transcript.turns),
        frozenset((d.finding, d.verdict, d.confidence) for d in transcript.decisions.values()),
        frozenset((d.turn_id, d.text, d.base) for d in drafts if d.transcript_id == transcript.id),
    )


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), copies=st.booleans())
def test_all_of_both_projects_is_found_again(tmp_path_factory, seed, copies):
    folder: Path = tmp_path_factory.mktemp("merge")
    chance = random.Random(seed)
    with Project.create(folder / "a.annotator") as first:
        add_calls(first, 1, 2, 3)
        work(first, chance, 6 if copies else 0)
        if copies:
            first.save_copy(folder / "b.annotator")
        else:
            Project.create(folder / "b.annotator").close()
        with Project.open(folder / "b.annotator") as second:
            if not copies:
                add_calls(second, 3, 2, 4)
            work(first, chance, 12)
            work(second, chance, 12)
            with merged(first, second) as (project, report):
                there = [told(project, project.transcript(h.id), project.drafts()) for h in project.transcripts()]
                for n, own in enumerate((first, second)):
                    for header in own.transcripts():
                        transcript = own.transcript(header.id)
                        content = told(own, transcript, own.drafts())
                        untouched = header.name in (report.from_second if n == 0 else report.from_first)
                        assert content in there or untouched, header.name
                        if untouched:
                            assert header.id not in {decision.transcript_id for decision in own.decisions()}
                            assert all(turn.text == transcript.source_text(turn) and not turn.comment for turn in transcript.turns)
                    paths = {path: project.topics[i] for i, path in enumerate(paths_of(project.topics).values())}
                    for topic_id, path in paths_of(own.topics).items():
                        definition = next(t.definition for t in own.topics if t.id == topic_id)
                        assert definition in paths[path].definition
                    assert {a.text for a in own.allowed} <= {a.text for a in project.allowed}
                    assert {(w.text, w.use) for w in own.role_words} <= {(w.text, w.use) for w in project.role_words}
                    entries = {(e.kind, e.at, e.who, str(e.label)) for e in own.history(1000)}
                    assert entries <= {(e.kind, e.at, e.who, str(e.label)) for e in project.history(1000)}
                for header in project.transcripts():
                    for entry in project.history(1000, header.id):
                        try:
                            change = project.state_at(header.id, entry.seq)
                        except CommandError:
                            continue
                        project.transcript(header.id).apply(change)
