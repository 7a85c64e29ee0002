"""The sample calls: their shape, and that each fault which resources/samples/README.md names is really there."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from annotator import paths

FOLDER = paths.resources() / "samples"
LINE = re.compile(r"(?P<role>\w+) \((?P<id>SPK0[01])\): (?P<text>[^\W\d_]+(?: [^\W\d_]+)*)")
CALLS = {"support_call_ru.txt": {"Саппорт", "Клиент"}, "sales_call_en.txt": {"Support", "Client"}}


class Row(NamedTuple):
    """One row of a table of planted faults."""

    call: str
    turns: str
    kind: str
    words: str


def lines(name: str) -> list[re.Match[str]]:
    matches = [LINE.fullmatch(line) for line in (FOLDER / name).read_text("utf-8").removesuffix("\n").split("\n")]
    assert all(matches)
    return [match for match in matches if match]


def planted() -> list[Row]:
    rows, call = [], ""
    for line in (FOLDER / "README.md").read_text("utf-8").splitlines():
        if line.startswith("### "):
            call = line.removeprefix("### ")
        elif call and re.match(r"\| \d", line):
            rows.append(Row(call, *(cell.strip() for cell in line.strip("|").split("|"))))
    return rows


@pytest.mark.parametrize("name", CALLS)
def test_shape(name: str) -> None:
    turns = lines(name)
    text = [turn["text"] for turn in turns]
    assert {turn["role"] for turn in turns} == CALLS[name]
    assert 58 <= len(turns) <= 62
    assert 1000 <= sum(len(part.split()) for part in text) <= 1300
    assert all(part == part.lower() for part in text)
    listed = re.search(rf"\| {re.escape(name)} \| (\d+) turns, ([\d,]+) words", (FOLDER / "README.md").read_text("utf-8"))
    assert listed
    assert (int(listed[1]), int(listed[2].replace(",", ""))) == (len(turns), sum(len(part.split()) for part in text))


def test_ends_of_file() -> None:
    russian, english = ((FOLDER / name).read_bytes() for name in CALLS)
    assert not russian.startswith(b"\xef\xbb\xbf")
    assert not russian.endswith(b"\n")
    assert english.endswith(b"\n")
    assert b"\r" not in russian + english


@pytest.mark.parametrize("name", CALLS)
def test_every_kind_of_fault_is_planted(name: str) -> None:
    kinds = {row.kind for row in planted() if row.call == name}
    assert kinds == {"fixed-width chunks", "duplicate", "cut", "two people", "wrong speaker"}


@pytest.mark.parametrize("row", planted(), ids=lambda row: f"{row.call[-6:-4]}-{row.turns}-{row.kind}")
def test_planted_fault(row: Row) -> None:
    turns = lines(row.call)

    def text(number: str | int) -> str:
        return f" {turns[int(number) - 1]['text']} "

    if row.kind == "fixed-width chunks":
        first, last = row.turns.split("-")
        widths = [len(turn["text"]) for turn in turns[int(first) - 1 : int(last) - 1]]
        assert all(75 <= width <= 118 for width in widths)  # the last chunk takes what is left
    elif row.kind == "duplicate":
        for turn in row.turns.split(", "):
            number, _, times = turn.partition(" x ")
            assert text(number).count(f" {row.words}") == int(times or 1)
    elif row.kind == "cut":
        (first, second), (before, after) = row.turns.split(", "), row.words.split(" / ")
        assert turns[int(first) - 1]["id"] != turns[int(second) - 1]["id"]
        assert text(first).endswith(f" {before} ")
        assert text(second).startswith(f" {after} ")
    else:
        assert f" {row.words.replace(' / ', ' ')} " in text(row.turns)
