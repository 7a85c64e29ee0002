"""The command line: dataset."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
import reviewed_calls

from annotator import __main__ as entry
from annotator import cli, training
from annotator.core import i18n
from annotator.core.commands import review, turns
from annotator.datasets import RECIPES
from annotator.project import Project

NAMES = [recipe.name for recipe in RECIPES]


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """Ten calls with nothing left to decide, the last one nearly the same as the first; two reviewers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LOGNAME", "anna")
        again = reviewed_calls.text(0).replace("how can i help you today", "my phone is 8 912 123-45-67")
        path = reviewed_calls.make(tmp_path_factory.mktemp("made") / "calls.annotator", 9, more=(again,))
        patch.setenv("LOGNAME", "boris")
        with Project.open(path) as project:
            project.apply(turns.set_text(project.transcript(2), 1, "hello what was it that you wanted"))
            for finding in reviewed_calls.found(project.transcript(2)):
                project.apply(review.dismiss(project.transcript(2), finding))
    return path


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


@pytest.fixture(scope="module")
def built(made, tmp_path_factory) -> Path:
    """All sets, in both formats where Parquet can be written."""
    target = tmp_path_factory.mktemp("built") / "sets"
    formats = "jsonl,parquet" if has_parquet() else "jsonl"
    assert entry.main(["dataset", str(made), "all", "-o", str(target), "--format", formats, "--seed", "3"]) == 0
    return target


def has_parquet() -> bool:
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        return False
    return True


def rows(folder: Path, pattern: str = "data/*.jsonl") -> list[dict]:
    return [json.loads(line) for path in sorted(folder.glob(pattern)) for line in path.read_text("utf-8").splitlines()]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# ---------------------------------------------------------------------- what is written


def test_every_recipe_has_rows_with_provenance(built):
    assert sorted(path.name for path in built.iterdir()) == sorted([*NAMES, "manifest.json", "SHA256SUMS"])
    for recipe in RECIPES:
        found = rows(built / recipe.name)
        assert found
        schema = json.loads((built / recipe.name / "schema.json").read_text())["tables"][recipe.tables[0].name]
        assert list(found[0]) == [field["name"] for field in schema]
        assert all(list(row) == list(found[0]) for row in found)
        assert len({row["id"] for row in found}) == len(found)
        assert {row["reviewer"] for row in found} <= {"reviewer-1", "reviewer-2"}
        assert all(row["decided_at"].endswith("+00:00") for row in found)
    edited = [row for row in rows(built / "correction") if "that you wanted" in row["target_text"]]
    assert [(row["reviewer"], row["call_id"], row["turn_ids"]) for row in edited] == [("reviewer-2", 2, [1])]


def test_splits_are_by_call_and_keep_what_is_nearly_the_same_together(built):
    for name in NAMES:
        parts: dict[int, set[str]] = {}
        for path in (built / name / "data").rglob("*.jsonl"):
            for line in path.read_text("utf-8").splitlines():
                row = json.loads(line)
                assert row["split"] == path.stem
                parts.setdefault(row["call_id"], set()).add(row["split"])
        assert all(len(own) == 1 for own in parts.values())
        assert parts[1] == parts[10]
        assert set.union(*parts.values()) == {"train", "validation", "test"}
        manifest = json.loads((built / name / "manifest.json").read_text())
        assert manifest["near_duplicates"] == [{"calls": [1, 10], "split": parts[1].pop()}]
        assert "1, 10" in (built / name / "README.md").read_text("utf-8")


def test_preferences_tell_what_was_accepted_and_dismissed(built):
    found = rows(built / "preferences")
    accepted = [row for row in found if row["verdict"] == "accepted"]
    assert {row["call_id"] for row in accepted} == set(range(1, 11))
    for row in accepted:
        assert "i would like to know when" in row["rejected"]
        assert "i would like to know when" not in row["chosen"].split("Support: ")[-1]
        assert len(row["rejected"]) > len(row["chosen"])
    dismissed = [row for row in found if row["verdict"] == "dismissed"]
    assert dismissed
    decided = {row["call_id"]: row["source_sha256"] for row in found}
    assert len(set(decided.values())) == 10
    texts = {row["call_id"]: row["target_text"] for row in rows(built / "correction", "data/windows/*.jsonl")}
    for row in dismissed:
        if row["call_id"] != 2:  # there words have changed since
            assert row["chosen"] in texts[row["call_id"]]
            assert row["rejected"] not in texts[row["call_id"]]


def test_the_same_project_and_seed_make_the_same_bytes(built, made, tmp_path, annotator):
    arguments = ("--format", "jsonl,parquet" if has_parquet() else "jsonl", "--seed", 3)
    assert annotator("dataset", made, "all", "-o", "again", *arguments)[0] == 0
    assert files(tmp_path / "again") == files(built)
    for name in NAMES:
        for path in (built / name).rglob("*"):
            if path.suffix in (".jsonl", ".json", ".md"):
                text = path.read_text("utf-8")
                assert str(made.parent) not in text
                assert "anna" not in text
    assert annotator("dataset", made, "roles", "-o", "other", "--seed", 4)[0] == 0
    assert rows(tmp_path / "other") != rows(built / "roles")


def test_loaders_take_it_without_code(built, tmp_path):
    pytest.importorskip("datasets")
    code = """
        import sys, datasets
        datasets.disable_progress_bars()
        for root in sys.argv[1:]:
            for name in datasets.get_dataset_config_names(root):
                got = datasets.load_dataset(root, name)
                print(name, sum(len(part) for part in got.values()), *got["train"].features)
        """
    environment = os.environ | {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HOME": str(tmp_path / "hf")}
    folders = [str(built / "duplicates"), str(built / "topics" / "parquet")]
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *folders], capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr
    loaded = [line.split() for line in done.stdout.splitlines()]
    for (name, count, *columns), (recipe, pattern) in zip(
        loaded, [(r, p) for r in ("duplicates", "topics") for p in ("data/*.jsonl", "data/calls/*.jsonl")], strict=True
    ):
        written = rows(built / recipe, pattern)
        assert (name, int(count)) == ("calls" if "calls" in pattern else "turns", len(written))
        assert columns == list(written[0])


def test_a_user_can_train_on_it(built):
    pytest.importorskip("sklearn")
    script = Path(__file__).with_name("train_on_datasets.py")
    done = subprocess.run([sys.executable, str(script), str(built)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    scores = json.loads(done.stdout)
    assert scores["duplicates"]["f1"] > 0.6 > scores["duplicates"]["f1_of_always"]
    assert scores["roles"]["accuracy"] > 0.8 > scores["roles"]["accuracy_of_always"]


# ---------------------------------------------------------------------- what is asked for


def test_what_is_printed(annotator, made):
    status, out, err = annotator("dataset", made, "topics", "-o", "sets")
    assert (status, err) == (0, "")
    lines = [line.split() for line in out.splitlines()]
    assert lines[0] == ["recipe", "table", "train", "validation", "test"]
    assert lines[1][0] == "calls"
    assert sum(map(int, lines[1][1:])) == 10
    assert [line[:2] for line in lines[2:4]] == [["topics", "turns"], ["topics", "calls"]]
    assert out.splitlines()[-1] == "Nearly the same, and in one split: 1, 10"
    status, out, err = annotator("dataset", made, "topics", "-o", "sets", "--json", "--overwrite")
    data = json.loads(out)
    assert data["near_duplicates"] == [[1, 10]]
    assert data["sets"][0]["recipe"] == "topics"
    assert sum(data["sets"][0]["rows"]["turns"].values()) == len(rows(Path("sets")))
    status, out, err = annotator("dataset", made, "topics", "-o", "sets")
    assert (status, out) == (2, "")
    assert "holds a training set" in err


def test_open_findings_hold_it_up(annotator, tmp_path):
    path = reviewed_calls.make(tmp_path / "open.annotator", 1, decide=False)
    status, out, err = annotator("dataset", path, "roles", "-o", "sets")
    assert (status, out) == (2, "")
    assert "1 finding is left to decide in 1 calls" in err
    assert "1  call 0.txt" in err
    assert "overlap 1" in err
    assert not Path("sets").exists()
    status, out, err = annotator("dataset", path, "roles", "-o", "sets", "--json")
    data = json.loads(out)
    assert {"transcript": 1, "detector": "duplicates", "kind": "overlap", "open": 1} in data["open"]
    assert status == 2
    assert annotator("dataset", path, "roles", "-o", "sets", "--with-open-findings")[0] == 0
    manifest = json.loads(Path("sets/manifest.json").read_text())
    assert manifest["open_findings"] == sum(entry["open"] for entry in data["open"])
    assert f"{manifest['open_findings']} findings were open" in Path("sets/README.md").read_text()


def test_only_reviewed_turns_unless_asked(annotator, tmp_path):
    path = reviewed_calls.make(tmp_path / "some.annotator", 2)
    with Project.open(path) as project:
        project.apply(turns.mark_reviewed(project.transcript(1), [2, 3], False))
        project.apply(turns.mark_reviewed(project.transcript(2), [turn.id for turn in project.transcript(2).visible], False))
    assert annotator("dataset", path, "roles", "-o", "some")[0] == 0
    assert {(row["call_id"], *row["turn_ids"]) for row in rows(Path("some"))} == {(1, n) for n in (1, 4, 5, 6)}
    assert annotator("dataset", path, "roles", "-o", "all", "--all-turns")[0] == 0
    assert len(rows(Path("all"))) == 12
    with Project.open(path) as project:
        project.apply(turns.mark_reviewed(project.transcript(1), [1, 4, 5, 6], False))
    status, _, err = annotator("dataset", path, "roles", "-o", "none")
    assert status == 2
    assert "No turn is marked as reviewed" in err


def test_personal_data_is_masked_everywhere(annotator, made):
    for name in ("correction", "preferences"):
        assert annotator("dataset", made, name, "-o", name, "--mask", "phone", "--pseudonyms", "--reviewers", "names")[0] == 0
        assert "123-45-67" not in b"".join(files(Path(name)).values()).decode()
    assert any("[phone 1]" in row["target_text"] for row in rows(Path("correction")))
    assert any("[phone 1]" in row["prompt"] + row["chosen"] for row in rows(Path("preferences")))
    assert {row["reviewer"] for row in rows(Path("correction"))} == {"anna", "boris"}
    manifest = json.loads(Path("correction/manifest.json").read_text())
    assert manifest["masked"] == {"phone": 1}
    assert annotator("dataset", made, "roles", "-o", "nobody", "--reviewers", "none")[0] == 0
    assert {row["reviewer"] for row in rows(Path("nobody"))} == {None}


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["nonsense"], "There is no recipe nonsense"),
        (["roles", "--format", "xml"], "--format: there is no xml"),
        (["roles", "--stratify", "colour"], "--stratify: there is no colour"),
        (["roles", "--mask", "shoes"], "no kind of personal data shoes"),
        (["roles", "--pseudonyms"], "--mask all"),
    ],
)
def test_what_cannot_be_done_is_said(annotator, made, arguments, reason):
    status, out, err = annotator("dataset", made, *arguments, "-o", "sets")
    assert (status, out) == (2, "")
    assert reason in err
    assert not Path("sets").exists()


@pytest.mark.parametrize("shares", ["80,20", "0,50,50", "a,b,c", "-1,1,1", "nan,1,1"])
def test_shares_make_sense(made, shares, capsys):
    with pytest.raises(SystemExit):
        entry.main(["dataset", str(made), "roles", "-o", "sets", f"--splits={shares}"])
    assert "is not three shares" in capsys.readouterr().err


def test_help_names_every_recipe(capsys):
    with pytest.raises(SystemExit):
        entry.main(["dataset", "--help"])
    said = capsys.readouterr().out
    assert all(name in said for name in (*NAMES, "all"))
    assert "dataset" in cli.COMMANDS


def test_it_ends_early_without_a_trace(made, tmp_path):
    with Project.open(made, read_only=True) as project:
        work = training.build(project, training.Wanted(("roles", "topics")), tmp_path / "sets")
        seen = []
        for step in work:
            seen.append(step.done / step.total)
            if seen[-1] > 0.6:
                break
        assert any(path.name.startswith(".annotator-") for path in tmp_path.iterdir())
        work.close()
    assert seen == sorted(seen)
    assert list(tmp_path.iterdir()) == []
