"""The command line about project files: backups, restore, salvage, verify, copy."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import torture_drill

from annotator import __main__ as entry
from annotator import cli
from annotator.core import i18n
from annotator.core.commands import turns
from annotator.project import Project
from annotator.storage import backups
from annotator.storage.store import Store

PROJECT = Path("p.annotator")


@pytest.fixture(autouse=True)
def surroundings(tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    torture_drill.large(PROJECT, calls=2, size=30)
    yield
    i18n.use(i18n.Catalogue())


@pytest.fixture
def annotator(capsys):
    """Runs the program; returns status, what it printed, and what it said on stderr."""

    def run(*arguments):
        status = entry.main([str(a) for a in arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def back_up(reason: str = "daily") -> backups.Backup:
    with Project.open(PROJECT) as project:
        return backups.make(project, reason)


def edit(text: str) -> None:
    with Project.open(PROJECT) as project:
        project.apply(turns.set_text(project.transcript(1), 1, text))


def first_words(path: Path = PROJECT) -> str:
    with Project.open(path) as project:
        return project.transcript(1).turn(1).text


def damage(path: Path) -> None:
    """Overwrite a page on which turns are."""
    data = bytearray(path.read_bytes())
    page = data.find(torture_drill.said(2, 15).encode()) // 4096
    data[page * 4096 : (page + 1) * 4096] = bytes(4096)
    path.write_bytes(data)


def test_the_verbs_are_listed():
    assert {"backups", "restore", "salvage", "verify", "copy"} <= set(cli.COMMANDS)


def test_without_backups_it_is_said_that_there_are_none(annotator):
    assert annotator("backups", PROJECT) == (1, "p.annotator: there are no backups\n", "")
    status, out, _ = annotator("backups", "--json", PROJECT)
    assert (status, json.loads(out)) == (1, {"project": "p.annotator", "backups": []})
    status, _, err = annotator("restore", PROJECT)
    assert status == 2
    assert "no such backup" in err


def test_backups_are_listed_with_what_they_hold(annotator):
    first = back_up()
    edit("a")
    second = back_up("migration")
    second.path.write_bytes(second.path.read_bytes()[:9000])
    status, out, err = annotator("backups", "--json", PROJECT)
    assert (status, err) == (0, "")
    newest, oldest = json.loads(out)["backups"]
    assert (oldest["name"], oldest["reason"], oldest["error"]) == (first.path.name, "daily", None)
    assert (oldest["calls"], oldest["turns"], oldest["changes"]) == (2, 60, 6)
    assert "damaged" in newest["error"]
    status, out, _ = annotator("backups", PROJECT)
    lines = out.splitlines()
    assert status == 0
    assert lines[0].split() == ["made", "reason", "calls", "turns", "changes", "last", "change", "name"]
    assert "new version  cannot be read" in lines[1]
    assert lines[2].split()[2:6] == ["daily", "2", "60", "6"]


def test_the_last_good_backup_is_put_back(annotator):
    back_up()
    edit("a")
    broken = back_up()
    broken.path.write_bytes(b"x")
    edit("b")
    status, out, err = annotator("restore", PROJECT)
    assert (status, err) == (0, "")
    assert first_words() == torture_drill.said(1, 1)
    (aside,) = Path().glob("p (before restore *).annotator")
    assert f"What stood there is {aside.absolute()} now" in out
    assert first_words(aside) == "b"


def test_the_backup_that_is_named_is_put_back_also_over_a_damaged_project(annotator):
    old = back_up()
    edit("a")
    back_up()
    damage(PROJECT)
    assert annotator("restore", PROJECT, "--backup", old.path.name)[0] == 0
    assert first_words() == torture_drill.said(1, 1)
    assert len(list(Path().glob("p (damaged *).annotator"))) == 1
    assert annotator("restore", PROJECT, "--backup", "../x")[0] == 2


def test_a_project_that_is_gone_is_put_back_by_its_path(annotator):
    back_up()
    PROJECT.unlink()
    assert annotator("restore", PROJECT)[0] == 0
    assert first_words() == torture_drill.said(1, 1)


def test_a_project_that_is_open_is_not_replaced(annotator):
    back_up()
    edit("a")
    with Project.open(PROJECT):
        status, _, err = annotator("restore", PROJECT)
    assert status == 2
    assert "is open" in err
    assert first_words() == "a"


def test_what_can_be_read_of_a_damaged_project_is_written(annotator):
    damage(PROJECT)
    before = PROJECT.read_bytes()
    status, out, err = annotator("salvage", PROJECT, "-o", "new.annotator")
    assert (status, err) == (0, "")
    assert "turns: " in out
    assert "The history of changes was kept" in out
    assert PROJECT.read_bytes() == before
    assert first_words(Path("new.annotator")) == torture_drill.said(1, 1)
    assert annotator("verify", "new.annotator")[0] == 0


def test_it_is_said_what_is_lost_of_a_damaged_project(annotator):
    with Project.open(PROJECT) as project:
        project.purge()
    damage(PROJECT)
    status, out, _ = annotator("salvage", PROJECT, "-o", "new.annotator", "--json")
    told = json.loads(out)
    assert (status, told["whole"], told["tables"]["turns"]["pages"]) == (1, False, 1)
    one, two = told["calls"]
    assert one["restored"] + two["restored"] > 0
    assert (two["turns"], two["intact"]) == (30, False)
    status, _, err = annotator("salvage", PROJECT, "-o", "new.annotator")
    assert status == 2
    assert "already exists" in err


def test_a_sound_project_is_found_sound(annotator):
    assert annotator("verify", PROJECT) == (0, "p.annotator: all is as it was written\n", "")
    status, out, _ = annotator("verify", "--json", PROJECT)
    assert (status, json.loads(out)) == (0, {"project": "p.annotator", "damages": [], "error": None})


def test_a_single_letter_that_is_another_is_found(annotator):
    data = bytearray(PROJECT.read_bytes())
    data[data.find(torture_drill.said(2, 7).encode()) + 1] ^= 1
    PROJECT.write_bytes(data)
    status, out, _ = annotator("verify", PROJECT)
    assert (status, out) == (1, "call 2.txt: turns, speakers or decisions are damaged\n")
    status, out, _ = annotator("verify", "--json", PROJECT)
    assert (status, json.loads(out)["damages"]) == (1, [{"transcript": 2, "part": "call"}])


def test_a_damaged_or_hostile_project_is_found_so(annotator):
    connection = sqlite3.connect(PROJECT)
    connection.execute("CREATE VIEW evil AS SELECT 1")
    connection.close()
    status, out, err = annotator("verify", PROJECT)
    assert (status, out) == (1, "")
    assert "evil" in err
    damage(PROJECT)
    status, out, _ = annotator("verify", "--json", PROJECT)
    assert status == 1
    assert json.loads(out)["error"]
    assert annotator("verify", "missing.annotator")[0] == 2


def test_a_copy_is_a_project_of_its_own_with_or_without_history(annotator):
    for name, *options in (("a.annotator",), ("b.annotator", "--without-history")):
        assert annotator("copy", PROJECT, "-o", name, *options) == (0, "", "")
        assert first_words(Path(name)) == torture_drill.said(1, 1)
    with Project.open(PROJECT) as project, Project.open("a.annotator") as a, Project.open("b.annotator") as b:
        assert len({project.id, a.id, b.id}) == 3
        assert (len(a.history()), len(b.history())) == (6, 0)
    assert annotator("copy", PROJECT, "-o", "a.annotator")[0] == 2
    assert annotator("copy", PROJECT, "-o", PROJECT)[0] == 2


@pytest.mark.parametrize("verb", ["verify", "copy"])
def test_a_project_that_is_open_elsewhere_can_be_looked_at(annotator, verb):
    code = "import sys; from annotator.project import Project; p = Project.open('p.annotator'); print(1, flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        assert annotator(verb, PROJECT, *(["-o", "new"] if verb == "copy" else []))[0] == 0
        other.communicate(b"\n")


def test_a_project_of_an_older_version_is_brought_to_the_newest_first(annotator):
    old = Path("old.annotator")
    connection = sqlite3.connect(old)
    connection.executescript((Path(__file__).parent / "storage" / "data" / "version_2.sql").read_text("utf-8"))
    connection.close()
    assert annotator("copy", old, "-o", "new.annotator")[0] == 0
    assert annotator("verify", "new.annotator")[0] == 0
    status, out, _ = annotator("backups", "--json", old)
    assert status == 0
    assert [backup["reason"] for backup in json.loads(out)["backups"]] == ["migration"]


def test_what_only_reads_works_while_the_project_is_open_elsewhere(annotator, monkeypatch):
    with Project.open(PROJECT):
        monkeypatch.setattr(Store, "_open", set())  # as in another program
        for arguments in (
            ["list", PROJECT],
            ["stats", PROJECT],
            ["export", PROJECT, "-o", "out.csv", "--transcript", "1"],
            ["copy", PROJECT, "-o", "copy.annotator"],
        ):
            assert annotator(*arguments)[0] == 0
        status, _, said = annotator("learn", PROJECT)
        assert status == cli.UNREADABLE
        assert "is open on" in said
