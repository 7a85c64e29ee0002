"""Training sets are put in their place as a whole, and never over something else."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

import pytest

from annotator.core.errors import FormatError
from annotator.datasets import writing
from annotator.datasets.base import Field

FIELDS = (
    Field("id", "string", "a number"),
    Field("who", "string", "somebody", nullable=True),
    Field("sure", "float64", "how sure"),
    Field("spans", [{"start": "int64", "labels": ["string"]}], "places"),
)
ROWS = [
    {"id": "1", "who": None, "sure": 0.5, "spans": []},
    {"spans": [{"start": 3, "labels": ["а"]}], "sure": 1.0, "who": "Анна\n", "id": "2"},
]


def fill(folder: Path) -> None:
    writing.add(folder, "data/train.jsonl", b"{}\n")
    writing.add(folder, writing.MANIFEST, writing.as_json({"made_by": writing.MADE_BY}))
    writing.sum_up(folder)


def build(target: Path, overwrite: bool = False) -> None:
    with writing.placed_folder(target, overwrite) as made:
        fill(made)


def test_lines_have_the_same_keys_in_the_same_order():
    data = writing.json_lines(ROWS, FIELDS)
    assert [list(json.loads(line)) for line in data.splitlines()] == [["id", "who", "sure", "spans"]] * 2
    assert data.decode().count("\n") == 2
    assert "Анна\\n" in data.decode()
    assert not data.startswith(b"\xef\xbb\xbf")


def test_parquet_holds_the_same(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    writing.table(tmp_path / "a" / "x.parquet", ROWS, FIELDS)
    writing.table(tmp_path / "b" / "x.parquet", ROWS, FIELDS)
    assert parquet.read_table(tmp_path / "a" / "x.parquet").to_pylist() == ROWS
    assert (tmp_path / "a" / "x.parquet").read_bytes() == (tmp_path / "b" / "x.parquet").read_bytes()


def test_without_pyarrow_it_is_said_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(FormatError, match="pip install pyarrow"):
        writing.require_parquet()


def test_a_folder_appears_whole_with_sums(tmp_path):
    build(tmp_path / "set")
    assert [path.name for path in tmp_path.iterdir()] == ["set"]
    for line in (tmp_path / "set" / writing.SUMS).read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((tmp_path / "set" / name).read_bytes()).hexdigest() == digest
    assert len(line.split()) == 2


@pytest.mark.parametrize("overwrite", [False, True])
def test_what_fails_leaves_what_was_there(tmp_path, overwrite):
    target = tmp_path / "set"
    if overwrite:
        build(target)
        before = (target / writing.SUMS).read_bytes()

    def fail() -> None:
        with writing.placed_folder(target, overwrite) as made:
            fill(made)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert list(tmp_path.iterdir()) == ([target] if overwrite else [])
    if overwrite:
        assert (target / writing.SUMS).read_bytes() == before


def test_a_set_is_written_anew_only_if_asked_for(tmp_path):
    target = tmp_path / "set"
    target.mkdir()
    build(target)
    with pytest.raises(FormatError, match="holds a training set"):
        build(target)
    (target / "data" / "train.jsonl").write_bytes(b"old")
    build(target, overwrite=True)
    assert (target / "data" / "train.jsonl").read_bytes() == b"{}\n"
    assert [path.name for path in tmp_path.iterdir()] == ["set"]


def test_other_files_are_never_replaced(tmp_path):
    target = tmp_path / "set"
    target.mkdir()
    (target / "thesis.txt").write_text("years of work")
    for overwrite in (False, True):
        with pytest.raises(FormatError, match="not empty"):
            build(target, overwrite)
    (target / "thesis.txt").unlink()
    build(target)
    (target / "model.bin").write_text("what was trained on it")
    with pytest.raises(FormatError, match=r"model\.bin"):
        build(target, overwrite=True)
    assert (target / "model.bin").exists()
    with pytest.raises(FormatError, match="no folder"):
        build(target / "model.bin", overwrite=True)
    with pytest.raises(FormatError, match="no such folder"):
        build(tmp_path / "nowhere" / "set")


def test_what_a_killed_process_left_is_swept_away(tmp_path):
    left = tmp_path / f".annotator-{2**22 + 7}-0123456789abcdef.tmp"
    (left / "data").mkdir(parents=True)
    own = tmp_path / f".annotator-{os.getpid()}-0123456789abcdef.tmp"
    own.mkdir()
    build(tmp_path / "set")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([own.name, "set"])
