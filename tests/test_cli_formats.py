"""The command line on many files and formats: what is imported, what is asked, what is written, and what that does not hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator import __main__ as entry
from annotator.core import i18n
from annotator.core.commands import turns
from annotator.formats.base import CONTENTS
from annotator.project import Project

CALL = (
    "Client (SPK00): hello my order has not come\nSupport (SPK01): let me look when did you order it\nClient (SPK00): last week\n"
)
SRT = (
    "1\n00:00:01,000 --> 00:00:02,000\nClient: hello it is about the invoice\n\n"
    "2\n00:00:03,000 --> 00:00:04,500\nSupport: which one\n"
)
TABLE = "speaker;role;beta;gamma\n" + "".join(f"S{n % 2};client;y{n} words of it;z{n} other things\n" for n in range(6))


@pytest.fixture(autouse=True)
def surroundings(tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    yield
    i18n.use(i18n.Catalogue())


@pytest.fixture
def annotator(capsys):
    def run(*arguments):
        status = entry.main([str(a) for a in arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def put(name: str, content: str = CALL) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


@pytest.fixture
def folder():
    put("calls/a.txt")
    put("calls/b/b.srt", SRT)
    put("calls/b/c.txt", CALL.replace("last week", "last month"))
    put("calls/d.txt")
    put("calls/e.csv", TABLE)
    put("calls/f.json", '{"cut": ')
    put("calls/g.mp3", "ID3")
    put("calls/.h", "x")


def test_a_folder_is_imported_with_a_report_at_the_end(annotator, folder):
    status, out, err = annotator("import", "p.annotator", "calls")
    lines = out.splitlines()
    assert status == 2
    assert lines[0].startswith(f"{Path('calls/a.txt')}: transcript 1, 3 turns, 2 speakers (SPK00 Client, SPK01 Support)")
    assert f"{Path('calls/d.txt')}: is there already as transcript 1" in lines
    assert lines[-1] == (
        "imported: 3, already there: 1, needs an answer: 1, not imported: 1, like another call: 1, "
        "passed over: hidden files 1, sound or video 1"
    )
    table = [line.split() for line in lines if line.startswith(("file", str(Path("calls/e.csv")))) and "transcript" not in line]
    assert table[0] == ["file", "what", "became", "of", "it", "format", "turns", "findings", "like"]
    assert table[1][1:4] == ["needs", "an", "answer"]
    assert "text=3" in err
    assert "damaged JSON" in err


def test_the_report_in_json_has_a_line_a_file_and_the_sums(annotator, folder):
    status, out, _ = annotator("import", "--json", "--check", "p.annotator", "calls", "nowhere.txt")
    *files, sums = map(json.loads, out.splitlines())
    assert status == 2
    by_name = {Path(row["file"]).name: row for row in files}
    assert {name: row["state"] for name, row in by_name.items()} == {
        **dict.fromkeys(("a.txt", "b.srt", "c.txt"), "imported"),
        **{"d.txt": "there", "e.csv": "question", "f.json": "refused", "nowhere.txt": "refused"},
    }
    assert (by_name["a.txt"]["turns"], by_name["a.txt"]["items"], by_name["a.txt"]["findings"]) == (3, 3, 0)
    assert by_name["b.srt"]["format"] == "srt"
    assert by_name["c.txt"]["like"]["transcript"] in (1, 2)
    assert by_name["d.txt"]["findings"] is None
    assert sums["files"] == 7
    assert (sums["imported"], sums["like"], sums["passed_over"]) == (3, 1, {"hidden": 1, "media": 1})


def test_what_is_like_another_call_can_be_left_out(annotator, folder):
    _, out, _ = annotator("import", "--skip-similar", "p.annotator", "calls")
    assert "left out: like another call: 1" in out
    assert len(annotator("list", "p.annotator")[1].splitlines()) == 3


def test_columns_and_format_are_given_with_numbers_from_one(annotator):
    put("e.csv", TABLE)
    status, _, err = annotator("check", "e.csv")
    assert (status, "columns" in err) == (2, True)
    found = json.loads(annotator("check", "--json", "--columns", "text=3,speaker=1", "e.csv")[1])
    assert (found["turns"], found["speakers"], found["format"]) == (6, ["S0", "S1"], "csv")
    annotator("import", "p.annotator", "e.csv", "--columns", "text=4")
    with Project.open("p.annotator") as project:
        assert project.transcript(1).turns[0].text == "z0 other things"
    put("s.srt", SRT)
    assert json.loads(annotator("check", "--json", "--format", "text", "s.srt")[1])["format"] == "text"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--columns", "text"), "names no columns"),
        (("--columns", "text=9"), "4 columns"),
        (("--columns", "word=1"), "There are: text"),
        (("--columns", "speaker=1"), "text=3"),
        (("--format", "nothing"), "There is no format nothing"),
    ],
)
def test_what_makes_no_sense_is_answered_with_what_would(annotator, arguments, said):
    put("e.csv", TABLE)
    for command in (("import", "p.annotator", "e.csv"), ("check", "e.csv")):
        status, _, err = annotator(*command, *arguments)
        assert (status, said in err) == (2, True)
    assert not Path("p.annotator").exists()


# ---------------------------------------------------------------------- formats


def test_the_formats_are_listed(annotator):
    status, out, _ = annotator("formats")
    rows = out.splitlines()
    assert status == 0
    assert rows[0].split()[:3] == ["name", "read", "written"]
    text = next(row for row in rows if row.startswith("text "))
    assert text.split()[1:3] == ["yes", "yes"]
    listed = [json.loads(line) for line in annotator("formats", "--json")[1].splitlines()]
    assert len(listed) == len(rows) - 1
    plain = next(entry for entry in listed if entry["name"] == "text")
    assert plain["suffixes"][0] == ".txt"
    assert "comments" in plain["does_not_hold"]
    assert "speakers" not in plain["does_not_hold"]
    assert all(entry["read"] or entry["written"] for entry in listed)
    assert all(not entry["does_not_hold"] for entry in listed if not entry["written"])


def test_an_export_says_what_the_file_does_not_hold(annotator):
    put("a.srt", SRT)
    annotator("import", "p.annotator", "a.srt")
    with Project.open("p.annotator") as project:
        project.apply(turns.comment(project.transcript(1), 1, "why"))
    err = annotator("export", "p.annotator", "-o", "out.txt")[2]
    assert err.startswith("The format text does not hold: ")
    assert str(CONTENTS["source"]) not in err, "the imported file is where it was"
    assert annotator("export", "p.annotator", "-o", "out.json")[2] == ""


def test_files_are_called_by_a_pattern(annotator):
    put("a.txt")
    put("b.txt", CALL.replace("order", "invoice"))
    annotator("import", "p.annotator", "a.txt", "b.txt")
    Path("out").mkdir()
    pattern = "{number:02}_{call}_{done}"
    assert annotator("export", "p.annotator", "-o", "out", "-F", "csv", "--name-pattern", pattern)[0] == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["01_a_open.csv", "02_b_open.csv"]
    status, _, err = annotator("export", "p.annotator", "-o", "out", "--name-pattern", "{speaker}")
    assert (status, "{call}, {id}" in err) == (2, True)


def test_a_template_is_read_from_a_file(annotator):
    put("a.txt")
    put("mine.tpl", "suffix: .log\n{number}|{id}|{text}\n")
    annotator("import", "p.annotator", "a.txt")
    Path("out").mkdir()
    status, _, err = annotator("export", "p.annotator", "-o", "out", "--template", "mine.tpl")
    assert (status, "--template" in err) == (0, False)
    assert Path("out/a.log").read_text(encoding="utf-8").splitlines()[0] == "1|SPK00|hello my order has not come"
    put("empty.tpl", " \n")
    put("wrong.tpl", "{nobody}\n")
    for name in ("empty.tpl", "gone.tpl", "wrong.tpl"):
        status, _, err = annotator("export", "p.annotator", "-o", "out", "--template", name)
        assert status == 2
        assert "Traceback" not in err
