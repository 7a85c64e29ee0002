"""What exported files are called."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import naming
from annotator.core.errors import FormatError
from annotator.core.model import Header

TEXTS = st.text(st.characters(max_codepoint=0x2FFF), max_size=300)


def call(name: str = "call.txt", source: str | None = None, id_: int = 1, done: bool = False) -> tuple[Header, str]:
    return Header(id_, name, done), name if source is None else source


def named(pattern: str, *calls: tuple[Header, str], suffix: str = ".csv") -> list[str]:
    taken: set[str] = set()
    return [naming.file_name(pattern, *one, number, suffix, taken) for number, one in enumerate(calls, 1)]


def test_a_pattern_is_filled_in():
    made = named("{number:03} {call} {id} {done} {date}", call("a.txt", id_=7), call("b.txt", id_=8, done=True))
    today = date.today().isoformat()
    assert made == [f"001 a 7 open {today}.csv", f"002 b 8 done {today}.csv"]
    assert named("{{x}} {call}", call()) == ["{x} call.csv"]


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{speaker}", "{call}, {id}"),
        ("{call", "brace"),
        ("}", "brace"),
        ("{}", "placeholder"),
        ("{call.x}", "placeholder"),
        ("{call[0]}", "placeholder"),
        ("{call!r}", "takes no"),
        ("{call:9}", "takes no"),
        ("{number:>99999999}", "takes no"),
        ("{number:{id}}", "takes no"),
        ("", "needs a name"),
        (" . ", "needs a name"),
    ],
)
def test_what_is_no_pattern_is_refused_with_what_would_be_one(pattern, said):
    with pytest.raises(FormatError) as raised:
        named(pattern, call())
    assert said in str(raised.value)


def test_the_suffix_of_the_source_is_left_out_and_no_other():
    assert named("{call}", call("call.JSON", "call.json"), call("talk 1.5", "talk.txt"), call(".txt", ".txt")) == [
        "call.csv",
        "talk 1.5.csv",
        "txt.csv",
    ]


def test_no_two_names_are_one_on_any_system():
    calls = [call(name) for name in ("Call.txt", "CALL.txt", "café.txt", "cafe\u0301.txt", "a/b.txt", "a?b.txt", "call (2).txt")]
    assert named("{call}", *calls) == [
        "Call.csv",
        "CALL (2).csv",
        "café.csv",
        "cafe\u0301 (2).csv",
        "a_b.csv",
        "a_b (2).csv",
        "call (2) (2).csv",
    ]


@pytest.mark.parametrize("name", ["CON", "nul", "com1", "LPT9.backup", "Aux ", "com\u00b9", "CONIN$"])
def test_names_of_devices_are_none_of_files(name):
    assert named("{call}", call(name))[0].startswith("_")


@pytest.mark.parametrize("name", ["console", "common", "com10", "null", "lpt"])
def test_names_that_only_begin_like_those_of_devices_stay(name):
    assert named("{call}", call(name)) == [f"{name}.csv"]


def test_long_names_are_cut_where_a_letter_ends():
    long, longer = named("{call}", call("я" * 300), call("я" * 301))
    assert long == "я" * 90 + ".csv"
    assert longer == "я" * 90 + " (2).csv"


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_name_is_one_that_every_system_takes(text):
    name = named("{call}", call(text or "x", "x.txt"))[0]
    assert 0 < len(name.encode()) < 200
    assert not set(name) & set('<>:"/\\|?*\0\n\r\t\u202e')
    stem = name.removesuffix(".csv")
    assert stem == stem.strip(" .")
    assert stem
