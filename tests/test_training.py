"""What of the history of a project becomes training sets."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import reviewed_calls

from annotator import formats, training
from annotator.core.commands import review, role_words, speakers, topics, transcripts, turns
from annotator.core.errors import Changed, InUse
from annotator.core.i18n import msg
from annotator.project import Project
from annotator.training import Wanted

TEXT = reviewed_calls.text(1)
RUN = "i would like to know when the"


def run(work):
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.annotator") as made:
        imported, _ = formats.read(TEXT.encode(), "call.txt")
        made.apply(transcripts.add(imported, 1))
        yield made


def build(project: Project, name: str, **options) -> list[dict]:
    target = project.path.parent / "set"
    wanted = Wanted((name,), **{"all_turns": True, "with_open_findings": True, **options})
    run(training.build(project, wanted, target, overwrite=True))
    return [json.loads(line) for path in sorted(target.glob("data/*.jsonl")) for line in path.read_text("utf-8").splitlines()]


def left_out(project: Project) -> dict[str, int]:
    return json.loads((project.path.parent / "set" / "manifest.json").read_text())["left_out"]


def the(project: Project, detector: str):
    return reviewed_calls.found(project.transcript(1), detector)[0]


def test_several_that_were_accepted_as_one_are_told_apart(project):
    found = reviewed_calls.found(project.transcript(1))
    assert len(found) > 1
    project.apply(review.accept_all(project.transcript(1), found))
    accepted = set(project.transcript(1).decisions)
    rows = build(project, "preferences")
    assert {row["finding"] for row in rows} == accepted
    (overlap,) = (row for row in rows if row["kind"] == "overlap")
    assert RUN in overlap["rejected"]
    assert RUN not in overlap["chosen"].splitlines()[-1]
    others = [row for row in rows if row["kind"] != "overlap"]
    assert all(row["rejected"] != overlap["rejected"] for row in others)


def test_what_was_undone_is_no_decision(project):
    project.apply(review.accept(project.transcript(1), the(project, "duplicates")))
    assert [row["verdict"] for row in build(project, "preferences")] == ["accepted"]
    project.undo()
    assert build(project, "preferences") == []
    project.redo()
    assert [row["verdict"] for row in build(project, "preferences")] == ["accepted"]
    project.undo()
    project.apply(review.dismiss(project.transcript(1), the(project, "duplicates")))
    (row,) = build(project, "preferences")
    assert row["verdict"] == "dismissed"
    assert RUN in row["chosen"].splitlines()[-1]
    assert RUN not in row["rejected"].splitlines()[-1]


def test_what_was_dismissed_is_known_after_its_words_have_changed(project):
    project.apply(review.dismiss(project.transcript(1), the(project, "duplicates")))
    project.apply(turns.set_text(project.transcript(1), 3, "let me look that up"))
    (row,) = build(project, "preferences")
    assert RUN in row["chosen"].splitlines()[-1]


def test_by_another_speaker_than_proposed(project):
    finding = the(project, "speakers")
    project.apply(review.relabel_instead(project.transcript(1), finding, [3], "SPK01"))
    (row,) = build(project, "preferences")
    assert (row["verdict"], row["turn_ids"]) == ("relabelled", [3])
    assert (row["chosen"].split(":")[0], row["rejected"].split(":")[0]) == ("Client", "Support")


def test_topics_that_were_suggested_are_shown(project):
    project.apply(topics.add([], "Ordering", "#336699", keywords=["order"]))
    finding = the(project, "topics")
    project.apply(review.accept(project.transcript(1), finding))
    (row,) = build(project, "preferences")
    assert row["chosen"] == row["rejected"] + " [Ordering]"


def test_without_its_history_a_decision_is_left_out_and_counted(project):
    project.apply(review.accept(project.transcript(1), the(project, "duplicates")))
    project.purge()
    assert build(project, "preferences") == []
    assert left_out(project) == {"decisions whose history was deleted": 1}
    assert {row["reviewer"] for row in build(project, "roles")} == {None}
    tags = [tag for row in build(project, "duplicates") for tag in row["tags"]]
    assert tags.count("B-DUP") == 1, "what was removed is known without the history"


def test_decisions_about_personal_data_are_left_out(project):
    project.apply(turns.set_text(project.transcript(1), 6, "my mail is ivan.petrov@mail.ru"))
    project.apply(review.accept(project.transcript(1), the(project, "personal")))
    assert build(project, "preferences") == []
    assert sum(left_out(project).values()) == 1


def test_decisions_about_turns_that_are_not_reviewed_are_left_out(project):
    project.apply(review.dismiss(project.transcript(1), the(project, "duplicates")))
    project.apply(turns.mark_reviewed(project.transcript(1), [1, 4, 5, 6]))
    assert build(project, "preferences", all_turns=False) == []
    assert left_out(project) == {"decisions about turns that are not used": 1}
    project.apply(turns.mark_reviewed(project.transcript(1), [2, 3]))
    assert len(build(project, "preferences", all_turns=False)) == 1


def test_the_last_one_who_decided_is_told(project, tmp_path):
    project._who = "boris"
    project.apply(turns.bookmark(project.transcript(1), [1]))
    project.apply(turns.comment(project.transcript(1), 2, "see later"))
    project.apply(speakers.relabel(project.transcript(1), [4], "SPK00"))
    rows = build(project, "correction", reviewers="names")
    assert [row["turn_ids"] for row in rows if row["reviewer"] == "boris"] == [[4]], "a bookmark decides nothing"


def test_sides_follow_the_words_of_the_project(project):
    project.apply(speakers.set_role(project.transcript(1), "SPK00", "Wizard"))
    assert {row["label"] for row in build(project, "roles")} == {"Wizard", "client"}
    project.apply(role_words.add(project.transcript(1), "wizard", "agent"))
    assert {row["label"] for row in build(project, "roles")} == {"agent", "client"}


def test_calls_are_spread_by_topic_and_length(project):
    project.apply(topics.add([], "Ordering", "#336699"))
    project.apply(topics.tag(project.transcript(1), [1, 2], project.topics[0].id))
    transcript = project.transcript(1)
    looked = training._Looked(transcript, frozenset({1, 2, 3}), {})
    words = sum(len(transcript.turn(n).text.split()) for n in (1, 2, 3))
    assert training._stratum(looked, ("topic", "length")) == ("Ordering", str(words.bit_length()))
    assert training._stratum(looked, ()) == ()


@pytest.mark.parametrize(("text", "languages"), [("А: привет как дела", ["ru"]), (TEXT, ["en"]), ("A: guten tag wie geht es", [])])
def test_languages_are_told_only_if_they_are_certain(project, text, languages):
    call = transcripts.as_transcript(formats.read(text.encode(), "a.txt")[0])
    assert training._languages([call]) == languages


def test_the_file_is_known_by_its_bytes_or_else_by_its_words(project):
    one = project.transcript(1)
    blank = replace(one, source=replace(one.source, data=b""))
    assert len({training._key(one), training._key(blank)}) == 2
    assert training._key(blank) == training._key(replace(blank, header=replace(blank.header, name="other")))


def test_a_project_that_is_written_to_is_copied_all_the_same(project, monkeypatch, tmp_path):
    tries = []

    def back_up(self: Project, target: Path) -> None:
        tries.append(target)
        if len(tries) < 3:
            raise Changed(msg("x"))

    project.close()
    monkeypatch.setattr(Project, "back_up", back_up)
    training._copy(project.path, tmp_path / "copy")
    assert len(tries) == 3
    monkeypatch.setattr(Project, "back_up", lambda *_: (_ for _ in ()).throw(Changed(msg("x"))))
    with pytest.raises(InUse):
        training._copy(project.path, tmp_path / "copy")


def test_calls_of_the_same_file_are_together_even_without_words(project):
    imported, _ = formats.read(b"A: ...\nB: ?\n", "silence.txt")
    for n in range(2, 12):
        project.apply(transcripts.add(imported, n))
    survey = run(training.survey(project, Wanted((), all_turns=True)))
    assert survey.groups == (tuple(range(2, 12)),)
    assert len(build(project, "correction", seed=1)) == 26
