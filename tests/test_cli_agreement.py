"""The command line: agreement and merge."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from annotator import __main__ as entry
from annotator import formats
from annotator.core import i18n
from annotator.core.commands import review, speakers, transcripts, turns
from annotator.project import Project

CALL = """Клиент (SPK00): добрый день у меня не приходят письма
Саппорт (SPK01): здравствуйте подскажите ваш адрес
Клиент (SPK00): да сейчас
"""


@pytest.fixture(autouse=True)
def surroundings(tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.chdir(tmp_path)
    yield
    i18n.use(i18n.Catalogue())


@pytest.fixture
def annotator(capsys):
    """Runs the program; returns status, what it printed, and what it said on stderr."""

    def run(*arguments):
        status = entry.main([str(a) for a in arguments])
        printed = capsys.readouterr()
        return status, printed.out.replace("\N{NO-BREAK SPACE}", " "), printed.err

    return run


@pytest.fixture
def reviewed() -> tuple[Path, Path]:
    """A project of two calls and a copy of it; in each the first call was worked on."""
    with Project.create("a.annotator") as project:
        for number, (name, text) in enumerate((("one.txt", CALL), ("two.txt", CALL + "Клиент (SPK00): алло\n")), 1):
            project.apply(transcripts.add(formats.read(text.encode(), name)[0], number))
        shutil.copy("a.annotator", "b.annotator")
        project._who = "Anna"
        project.apply(turns.set_text(project.transcript(1), 3, "да сейчас скажу"))
    with Project.open("b.annotator") as project:
        project._who = "Boris"
        project.apply(speakers.relabel(project.transcript(1), [3], "SPK01"))
        project.apply(review.set_done(project.transcript(1), True))
    return Path("a.annotator"), Path("b.annotator")


def test_two_projects(annotator, reviewed):
    status, out, err = annotator("agreement", "--json", *reviewed)
    assert (status, err) == (0, "")
    data = json.loads(out)
    assert [(pair["first"], pair["second"]) for pair in data["pairs"]] == [
        ("1: one.txt", "1: one.txt"),
        ("2: two.txt", "2: two.txt"),
    ]
    one, two = data["pairs"]
    assert (one["places"], one["places_differing"], one["word_errors"], one["words"]) == (3, 1, 1, 14)
    assert (one["speaker_words"], one["speaker_words_same"]) == (13, 11)
    assert (two["speaker_kappa"], two["wer"], two["verdict_kappa"]) == (1.0, 0.0, None)
    assert data["total"]["calls"] == 2
    assert data["total"]["speaker_words"] == one["speaker_words"] + two["speaker_words"]


def test_report_for_people(annotator, reviewed):
    status, out, err = annotator("agreement", *reviewed)
    assert (status, err) == (0, "")
    head, one, two, total, _, about = out.splitlines()
    assert head.split() == ["places", "speakers", "topics", "decisions", "WER", "versions"]
    assert one.split()[:3] == ["2/3", "0.683", "–"]
    assert (two.split()[:2], total.split()[-1]) == (["4/4", "1.000"], "total")
    assert "kappa" in about


def test_versions_of_one_project(annotator, reviewed):
    status, out, _ = annotator("merge", *reviewed, "-o", "new.annotator", "--json")
    assert status == 0
    report = json.loads(out)
    assert (report["differing"], report["same"]) == ([["one.txt (Anna)", "one.txt (Boris)"]], ["two.txt"])
    data = json.loads(annotator("agreement", "new.annotator", "--json")[1])
    assert [(pair["first"], pair["second"]) for pair in data["pairs"]] == [("1: one.txt (Anna)", "3: one.txt (Boris)")]
    assert json.loads(annotator("agreement", "new.annotator", 3, 1, "--json")[1])["pairs"][0]["words"] == 13
    status, _, err = annotator("agreement", "new.annotator", 1, 2)
    assert (status, "do not come from the same file" in err) == (2, True)


def test_where_there_is_nothing_to_compare(annotator, reviewed):
    status, out, err = annotator("agreement", "a.annotator")
    assert (status, err) == (1, "")
    assert "no two versions" in out
    assert json.loads(annotator("agreement", "a.annotator", "--json")[1])["pairs"] == []
    for wrong in (("a.annotator", "1"), ("a.annotator", "1", "2", "3"), ("a.annotator", "1", "b.annotator")):
        status, _, err = annotator("agreement", *wrong)
        assert (status, "two projects" in err) == (2, True)
    assert annotator("agreement", "a.annotator", 1, 9)[0] == 2
    assert annotator("agreement", "a.annotator", "none.annotator")[0] == 2


def test_merge(annotator, reviewed):
    before = [path.read_bytes() for path in reviewed]
    status, out, err = annotator("merge", *reviewed, "-o", "new.annotator", "--names", "А.,Б.")
    assert (status, err) == (0, "")
    same, *lines = out.splitlines()
    assert same.startswith("1 call")
    assert lines == [
        "They differ, both are kept: one.txt (А.) and one.txt (Б.)",
        "3 changes added to the history",
    ]
    assert [path.read_bytes() for path in reviewed] == before
    assert annotator("verify", "new.annotator")[0] == 0
    with Project.open("new.annotator") as project:
        assert [(header.name, header.done) for header in project.transcripts()] == [
            ("one.txt (А.)", False),
            ("two.txt", False),
            ("one.txt (Б.)", True),
        ]


def test_what_merge_refuses(annotator, reviewed):
    before = [path.read_bytes() for path in reviewed]
    for names in ("Anna", "Anna,", "Anna,Anna", ",Boris"):
        status, _, err = annotator("merge", *reviewed, "-o", "new.annotator", "--names", names)
        assert (status, "two different names" in err) == (2, True)
    assert annotator("merge", *reviewed, "-o", "b.annotator")[0] == 2
    assert annotator("merge", "a.annotator", "a.annotator", "-o", "new.annotator")[0] == 2
    assert not Path("new.annotator").exists()
    assert [path.read_bytes() for path in reviewed] == before
