"""Piles of files: what is found in folders, what becomes of each file, and that no file stops the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from annotator import formats, log
from annotator.core.errors import ReadOnly
from annotator.core.i18n import msg
from annotator.formats.base import LIKELY, Format
from annotator.formats.building import Builder
from annotator.importing import Importer, Options, Outcome, Prepared, counts, gather, told
from annotator.project import Project


def said(seed: int, turns: int = 12) -> str:
    """A call whose words no other seed has."""
    return "".join(
        f"{('Client', 'Support')[n % 2]} (SPK0{n % 2}): " + " ".join(f"w{seed}x{n}y{m}" for m in range(8)) + "\n"
        for n in range(turns)
    )


def put(path: Path, text: str | bytes = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.annotator") as made:
        yield made


# ---------------------------------------------------------------------- folders


def test_folders_are_looked_through_and_what_is_no_transcript_is_counted(tmp_path):
    top = tmp_path / "calls"
    wanted = [put(top / name) for name in ("a.txt", "b/c/d.json", "b/e.srt", "z.pdf")]
    for name in (".git/config", ".x.txt", "Thumbs.db", "b/desktop.ini", "call.MP3", "b/v.mkv", "p.annotator", "~$doc.docx"):
        put(top / name)
    put(top / "p.annotator-journal")
    pile = gather([top])
    assert pile.files == [wanted[0], wanted[3], wanted[2], wanted[1]], "files of a folder before those in it"
    assert pile.passed_over == {"hidden": 3, "system": 2, "media": 2, "project": 2}
    assert next((str(title), n) for title, n in told(pile.passed_over)) == ("hidden files", 3)


def test_who_speaks_is_read_with_what_is_said(tmp_path):
    for name in ("a.ctm", "a.rttm", "a.txt", "b.rttm", "b.txt", "c/a.rttm"):
        put(tmp_path / name)
    pile = gather([tmp_path])
    assert [path.name for path in pile.files] == ["a.ctm", "a.txt", "b.rttm", "b.txt", "a.rttm"]
    assert pile.passed_over == {"joined": 1}


def test_what_is_given_by_name_is_taken_whatever_it_looks_like_and_once(tmp_path):
    given = [put(tmp_path / name) for name in (".hidden", "sound.mp3", "a.txt")]
    assert gather([*given, tmp_path / "not there", given[0], tmp_path]).files == [*given, tmp_path / "not there"]


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights on Windows")
def test_links_are_followed_but_not_in_circles(tmp_path):
    top, other = tmp_path / "top", tmp_path / "other"
    put(top / "a.txt")
    put(other / "b.txt")
    (top / "circle").symlink_to(top)
    (top / "over there").symlink_to(other)
    (other / "back").symlink_to(top)
    (top / "nowhere").symlink_to(tmp_path / "gone")
    pile = gather([top])
    assert [path.name for path in pile.files] == ["a.txt", "nowhere", "b.txt"]
    assert pile.passed_over["link"] == 2


def test_looking_can_be_ended(tmp_path):
    for n in range(5):
        put(tmp_path / f"{n}" / "a.txt")
    looks = iter([False, False, False, True, True, True])
    assert len(gather([tmp_path], lambda: next(looks)).files) < 5


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the rights of a folder do not bind this user")
def test_a_folder_that_may_not_be_read_is_counted(tmp_path):
    put(tmp_path / "top" / "closed" / "a.txt").parent.chmod(0)
    assert gather([tmp_path / "top"]).passed_over == {"unreadable": 1}


# ---------------------------------------------------------------------- files


def test_each_file_comes_to_an_outcome_and_none_stops_the_others(tmp_path, project):
    files = [
        put(tmp_path / "good.txt", said(1)),
        put(tmp_path / "empty.txt", ""),
        put(tmp_path / "broken.json", '{"results": ['),
        tmp_path / "gone.txt",
        put(tmp_path / "again.txt", said(1)),
        put(tmp_path / "partly.txt", "no name here\n" + said(2)),
    ]
    importer = Importer(project)
    outcomes = [importer.take(path) for path in files]
    assert [o.state for o in outcomes] == ["imported", "refused", "refused", "refused", "there", "imported"]
    good, empty, broken, gone, again, partly = outcomes
    assert (good.turns, good.items, good.format, good.transcript_id) == (12, 12, "text", 1)
    assert good.speakers == (("SPK00", "Client"), ("SPK01", "Support"))
    assert "empty.txt" in str(empty.reason)
    assert "damaged JSON" in str(broken.reason)
    assert "does not exist" in str(gone.reason)
    assert again.transcript_id == 1
    assert (partly.turns, partly.items, partly.doubtful, len(partly.remarks)) == (12, 13, 1, 1)
    assert counts(outcomes) == {"imported": 2, "refused": 3, "there": 1, "like": 0}
    assert [header.name for header in project.transcripts()] == ["good.txt", "partly.txt"]


def test_no_call_stays_in_memory(tmp_path, project):
    importer = Importer(project)
    ids = [importer.take(put(tmp_path / f"{n}.txt", said(n))).transcript_id for n in range(3)]
    assert ids == [1, 2, 3]
    assert not any(project.loaded(transcript_id) for transcript_id in ids)
    assert project.transcript(2).turns[0].text.startswith("w1x0y0")


def test_a_call_like_another_is_imported_and_reported_or_left_out(tmp_path, project):
    words = said(1).split(" ")
    like = " ".join([*words[:-3], "other", "words", "here"])
    Importer(project).take(put(tmp_path / "first.txt", said(1)))
    importer = Importer(project)  # it does not know what was imported before, but the project does
    near = importer.take(put(tmp_path / "near.txt", like))
    assert (near.state, near.like.transcript_id) == ("imported", 1)
    assert 0.9 < near.like.share < 1
    nearer = importer.take(put(tmp_path / "nearer.txt", like.replace("here", "there")))
    assert nearer.like.transcript_id == 2, "those of the same pile too, and the most similar one"
    assert importer.take(put(tmp_path / "far.txt", said(2))).like is None
    left_out = Importer(project, Options(skip_similar=True)).take(put(tmp_path / "more.txt", like.replace("here", "where")))
    assert (left_out.state, left_out.transcript_id, left_out.turns) == ("similar", None, 12)
    assert len(project.transcripts()) == 4
    assert counts([near, left_out]) == {"imported": 1, "similar": 1, "like": 1}


def test_without_a_project_one_is_made_for_the_first_file_that_can_be_read(tmp_path):
    made: list[Project] = []

    def create() -> Project:
        made.append(Project.create(tmp_path / "new.annotator"))
        return made[0]

    importer = Importer(None, create=create)
    assert importer.take(put(tmp_path / "bad.txt", "")).state == "refused"
    assert made == []
    assert importer.take(put(tmp_path / "good.txt", said(1))).state == "imported"
    assert importer.take(put(tmp_path / "good too.txt", said(2))).transcript_id == 2
    assert importer.project is made[0]
    assert len(made) == 1
    made[0].close()


def test_a_project_that_cannot_be_written_to_stops_the_work(tmp_path, project, monkeypatch):
    def refuse(_change):
        raise ReadOnly(msg("no"))

    monkeypatch.setattr(project, "apply", refuse)
    with pytest.raises(ReadOnly):
        Importer(project).take(put(tmp_path / "a.txt", said(1)))


# ---------------------------------------------------------------------- questions


def shout(name: str, change) -> Format:
    """A format that claims text of two exclamation marks."""

    def read(file):
        builder = Builder(file, name)
        for line in file.text.removeprefix("!!").splitlines():
            builder.turn(change(line))
        return builder.finish()

    return Format(name, msg("Shouting"), (".shout",), reader=read, sniff=lambda f: LIKELY if f.head.startswith("!!") else 0)


@pytest.fixture
def two_shouts(monkeypatch):
    both = (shout("loud", str.upper), shout("quiet", str.lower))
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, *both))


def test_a_tie_is_a_question_until_it_is_answered(tmp_path, project, two_shouts):
    file = put(tmp_path / "x.shout", "!!Hello There\nYou\n")
    asked = Importer(project).take(file)
    assert (asked.state, asked.formats, asked.transcript_id) == ("question", ("loud", "quiet"), None)
    assert "several formats" in str(asked.reason)
    answered = Importer(project, Options(format="quiet")).take(file)
    assert (answered.state, answered.format) == ("imported", "quiet")
    assert [turn.text for turn in project.transcript(1).turns] == ["hello there", "you"]
    assert Importer(project).take(file).state == "there", "it is not asked about again"


TABLE = "speaker;role;beta;gamma\n" + "".join(f"S{n % 2};client;y{n} words of it;z{n} other things\n" for n in range(6))


def test_columns_are_asked_for_once_a_layout(tmp_path, project):
    first, second = put(tmp_path / "1.csv", TABLE), put(tmp_path / "2.csv", TABLE.replace("words", "other"))
    asked = Importer(project).take(first)
    assert (asked.state, asked.formats) == ("question", ())
    assert asked.table.header == ("speaker", "role", "beta", "gamma")
    layouts = {asked.table.layout: {"text": 2, "speaker": 0}}
    importer = Importer(project, Options(layouts=layouts))
    assert [importer.take(path).state for path in (first, second)] == ["imported", "imported"]
    assert project.transcript(1).turns[0].text == "y0 words of it"
    given = Importer(project, Options(columns={"text": 3})).take(put(tmp_path / "3.csv", TABLE.replace("words", "third")))
    assert project.transcript(given.transcript_id).turns[0].text == "z0 other things"


# ---------------------------------------------------------------------- step by step


def test_the_steps_of_the_window_come_to_the_same(tmp_path, project):
    importer = Importer(None)
    found = importer.prepare(put(tmp_path / "a.txt", said(1)))
    assert isinstance(found, Prepared)
    importer.use(project)
    judged = importer.judge(found)
    assert isinstance(judged, Prepared)
    project.apply(importer.change(judged, 1))
    assert importer.taken(judged, 1).state == "imported"
    assert isinstance(importer.prepare(put(tmp_path / "b.txt", said(1))), Outcome)
    near = importer.prepare(put(tmp_path / "c.txt", said(1).replace("w1x0y0", "else")))
    assert near.like.transcript_id == 1


def test_words_are_compared_of_what_was_imported_not_of_what_became_of_it(tmp_path, project):
    from annotator.core.commands import turns

    Importer(project).take(put(tmp_path / "a.txt", said(1)))
    for turn in project.transcript(1).turns:
        project.apply(turns.set_text(project.transcript(1), turn.id, "nothing of it"))
    assert Importer(project).take(put(tmp_path / "b.txt", said(1) + "Client: more\n")).like.transcript_id == 1


def test_source_digests_names_and_texts_are_read_without_the_calls(tmp_path, project):
    importer = Importer(project)
    for n in range(2):
        importer.take(put(tmp_path / f"{n}.txt", said(n, turns=3)))
    assert sorted(project.source_digests().values()) == [1, 2]
    assert project.source_names() == {1: "0.txt", 2: "1.txt"}
    assert [len(project.source_texts(1)), len(project.source_texts(1, 2))] == [3, 2]
    assert not project.loaded(1)
    project.transcript(1)
    project.release(1)
    project.release(7)
    assert not project.loaded(1)


def test_a_fault_of_a_reader_stops_no_other_file_and_is_noted_without_a_word(project, tmp_path, monkeypatch):
    def reader(file):
        raise ZeroDivisionError("the words of a call")

    faulty = Format("a", msg("Subtitles"), (".a",), reader, sniff=lambda file: LIKELY if file.data == b"x" else 0)
    monkeypatch.setattr(formats, "FORMATS", (formats.TEXT, faulty))
    noted: list[str] = []
    monkeypatch.setattr(log.LOGGER, "error", lambda text, *values: noted.append(text % values))
    importer = Importer(project)
    outcomes = [importer.take(put(tmp_path / name, data)) for name, data in (("bad.a", "x"), ("good.txt", said(1)))]
    assert [outcome.state for outcome in outcomes] == ["refused", "imported"]
    assert "bad.a cannot be read because of a fault in the program" in str(outcomes[0].reason)
    (line,) = noted
    assert "ZeroDivisionError" in line
    assert "the words of a call" not in line
