"""The command line: stats."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from annotator import __main__ as entry
from annotator.core import i18n
from annotator.core.commands import review, turns
from annotator.core.finding import Finding
from annotator.detectors import LEARNER, analyse
from annotator.project import Project

RUN = "i would like to know when the red sofa is going to be delivered to my house"
CALL = f"""Support (SPK00): hello this is the furniture shop how can i help you today
Client (SPK01): good morning yes {RUN}
Support (SPK00): {RUN} let me look that up for you one moment please
Client (SPK01): thank you very much i will wait
"""
PLAIN = """Support (SPK00): hello this is the furniture shop how can i help you today
Client (SPK01): good morning my sofa has arrived and i only wanted to say thank you
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
        return status, printed.out, printed.err

    return run


@pytest.fixture
def project(annotator) -> Path:
    """Two calls; in the first the repeat is decided, a word is mended and the call is done after five minutes."""
    Path("call.txt").write_text(CALL, encoding="utf-8")
    Path("plain.txt").write_text(PLAIN, encoding="utf-8")
    annotator("import", "p.annotator", "call.txt", "plain.txt")
    with Project.open("p.annotator") as opened:
        (finding,) = repeats(opened)
        opened.apply(review.accept(opened.transcript(1), finding))
        opened.apply(turns.set_text(opened.transcript(1), 4, "thank you very much i shall wait"))
        opened.apply(turns.mark_reviewed(opened.transcript(1), [1]))
        opened.apply(review.set_done(opened.transcript(1), True))
        opened.add_activity(1, 300)
    return Path("p.annotator")


def repeats(project: Project) -> list[Finding]:
    return [f for f in analyse(project.transcript(1), ["duplicates"]) if isinstance(f, Finding)]


def undo_work(project: Project) -> None:
    """Take back what the fixture has done to the first call."""
    for _ in range(4):
        project.undo()


def test_report_for_people(annotator, project):
    status, out, err = annotator("stats", project)
    assert (status, err) == (0, "")
    calls, kinds, talk, rates = out.replace("\N{NO-BREAK SPACE}", " ").split("\n\n")
    assert "turns changed" in calls.splitlines()[0]
    one, two, total = (line.split() for line in calls.splitlines()[1:])
    removed = len(RUN.split())
    assert one[:9] == ["1", "yes", "1/4", "1", "1", "0", "–", "100", "%"]
    assert one[9:] == ["2", str(removed + 1), *one[11:13], "5", "min", "call.txt"]
    assert two == ["2", "no", "0/2", "0", "0", "0", "–", "–", "0", "0", "0.0", "%", "0", "min", "plain.txt"]
    assert total[:3] == ["1/2", "1/6", "1"]
    assert total[-1] == "total"
    assert kinds.splitlines()[1].split()[-6:] == ["1", "1", "0", "–", "100", "%"]
    assert [line.split()[0] for line in talk.splitlines()] == ["speaker", "Support", "Client"]
    assert rates.splitlines()[0].split() == ["source", "calls", "words", "WER", "CER", "cpWER", "WDER"]
    words = len(CALL.split()) + len(PLAIN.split()) - 2 * 6 - removed
    wer = f"{100 * (removed + 1) / words:.1f}"
    assert rates.splitlines()[1].split()[:5] == ["Plain", "text", "2", str(words), wer]
    assert rates.splitlines()[-1].split()[:4] == ["total", "2", str(words), wer]


def test_json(annotator, project):
    status, out, err = annotator("stats", "--json", project)
    assert (status, err, out.count("\n")) == (0, "", 1)
    data = json.loads(out)
    assert data["project"] == "p.annotator"
    one, two = data["calls"]
    assert (one["id"], one["name"], one["done"], one["seconds"]) == (1, "call.txt", 1, 300)
    assert (one["found"], one["accepted"], one["dismissed"], one["left"], one["precision"]) == (1, 1, 0, None, 1.0)
    assert (one["insertions"], one["substitutions"], one["deletions"]) == (len(RUN.split()), 1, 0)
    assert [(row["detector"], row["accepted"]) for row in one["kinds"]] == [("duplicates", 1)]
    assert {row["speaker"] for row in two["talk"]} == {"Support", "Client"}
    assert (data["total"]["calls"], data["total"]["done"], data["total"]["left"]) == (2, 1, None)
    # The run stands in a turn of the other speaker; nothing is left of it, and no other word changes hands.
    assert (one["speaker_errors"], one["of_others"], two["cpwer"]) == (len(RUN.split()) + 1, 0, 0.0)
    added = {key: one[key] + two[key] for key in ("words", "characters", "characters_wrong", "speaker_errors", "opposite")}
    assert {key: data["total"][key] for key in added} == added == {key: data["recognisers"]["text"][key] for key in added}
    assert [call["recogniser"] for call in data["calls"]] == ["text", "text"]


def test_check_says_what_is_left(annotator, project):
    with Project.open(project) as opened:
        undo_work(opened)
    data = json.loads(annotator("stats", "--json", "--check", project)[1])
    one, two = data["calls"]
    left = {(row["detector"], row["kind"]): row["left"] for row in one["kinds"]}
    assert sum(n for (detector, _), n in left.items() if detector == "duplicates") == 1
    assert one["left"] == sum(left.values()) == one["found"]
    assert two["left"] == 0
    assert data["total"]["left"] == one["left"]


def test_what_is_decided_is_not_left(annotator, project):
    with Project.open(project) as opened:
        undo_work(opened)
        (finding,) = repeats(opened)
        opened.apply(review.dismiss(opened.transcript(1), finding))
    rows = json.loads(annotator("stats", "--json", "--check", project)[1])["calls"][0]["kinds"]
    (row,) = (row for row in rows if row["detector"] == "duplicates")
    assert (row["dismissed"], row["left"], row["precision"]) == (1, 0, 0.0)


def test_what_was_learned_is_used_or_passed_over(annotator, project):
    with Project.open(project) as opened:
        opened.learn(LEARNER, b"of another version", "{}")
    assert annotator("stats", "--check", project)[0] == 0


def table(path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(Path(path).read_text("utf-8-sig"))))


def test_csv(annotator, project):
    assert annotator("stats", "--csv", "calls.csv", project) == (0, "", "")
    assert [(row["name"], row["accepted"], row["left"]) for row in table("calls.csv")] == [
        ("call.txt", "1", ""),
        ("plain.txt", "0", ""),
        ("total", "1", ""),
    ]
    assert annotator("stats", "--check", "--csv", "kinds.csv", "--by-kind", project) == (0, "", "")
    rows = table("kinds.csv")
    assert [(row["name"], row["accepted"], row["left"]) for row in rows if row["detector"] == "duplicates"] == [
        ("call.txt", "1", "0"),
        ("total", "1", "0"),
    ]


def test_the_project_is_not_overwritten(annotator, project):
    before = project.read_bytes()
    status, _, err = annotator("stats", "--csv", project, project)
    assert (status, project.read_bytes()) == (2, before)
    assert "overwritten" in err


def test_by_kind_needs_a_file(annotator, project):
    status, out, err = annotator("stats", "--by-kind", project)
    assert (status, out) == (2, "")
    assert "--csv" in err


def test_an_empty_project(annotator):
    Project.create("empty.annotator").close()
    status, out, err = annotator("stats", "empty.annotator")
    assert (status, err) == (0, "")
    assert out.splitlines()[1].split()[0] == "0/0"
    assert json.loads(annotator("stats", "--json", "empty.annotator")[1])["calls"] == []


def test_no_project(annotator):
    assert annotator("stats", "none.annotator")[0] == 2


def test_help_imports_nothing_that_counts():
    code = "import sys, annotator.cli as c\ntry: c.parse(['stats', '--help'])\nexcept SystemExit: pass\n"
    code += "print(sorted({'jiwer', 'rapidfuzz', 'annotator.statistics', 'annotator.detectors'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert "--by-kind" in done.stdout
