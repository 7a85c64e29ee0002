"""SRT and WebVTT as they are written: what players and other programs read, and what comes back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.commands import speakers, turns
from annotator.core.commands.transcripts import as_transcript
from annotator.core.errors import FormatError
from annotator.core.model import Imported, Transcript
from annotator.formats.base import ExportOptions

GOLDEN = Path(__file__).parent / "golden"

CALL = """[00:01 - 00:02.5] Support (SPK00): good <morning> & --> welcome
[00:03 - 00:04] Client (SPK01): one {\\an8} &lt; Name: two
[00:05] Client (SPK01): three
SPK00: without a time
[00:20 - 00:21] ?: nobody
"""


def call(text: str = CALL) -> Transcript:
    return as_transcript(formats.read(text.encode(), "call.txt")[0])


def write(transcript: Transcript, format: str, **options: object) -> str:
    return formats.write(transcript, format, ExportOptions(**options)).decode("utf-8")


def back(text: str, format: str) -> Imported:
    return formats.read(text.encode(), "call", format=format)[0]


def made(*said: tuple[str | None, str]) -> Transcript:
    """A call with these speakers and words, a second each."""
    start = call("[00:01 - 00:02] A: x\n" * len(said))
    ids = dict.fromkeys(speaker for speaker, _ in said if speaker)
    people = tuple(replace(start.speakers[0], id=id_, rank=rank) for rank, id_ in enumerate(ids, 1))
    changed = [
        replace(turn, speaker_id=speaker, text=text, start_ms=number * 1000, end_ms=number * 1000 + 900)
        for number, (turn, (speaker, text)) in enumerate(zip(start.turns, said, strict=True))
    ]
    return replace(start, speakers=people, turns=tuple(changed))


@pytest.mark.parametrize("format", ["srt", "vtt"])
def test_golden(format: str) -> None:
    transcript = call()
    transcript = transcript.apply(turns.set_text(transcript, 3, "three\n\n  four  \n"))
    assert write(transcript, format) == (GOLDEN / f"call.{format}").read_text(encoding="utf-8")


@pytest.mark.parametrize("format", ["srt", "vtt"])
def test_other_programs_read_the_same_words_and_times(format: str) -> None:
    pysubs2 = pytest.importorskip("pysubs2")
    transcript = made(("Анна", "алло, да"), ("Boris", "two\nlines"), (None, "nobody"))
    text = write(transcript, format)
    events = list(pysubs2.SSAFile.from_string(text, format_=format))
    assert [(event.start, event.end) for event in events] == [(0, 900), (1000, 1900), (2000, 2900)]
    words = ["алло, да", "two lines", "nobody"]
    assert [(event.plaintext.partition(": ")[2] or event.plaintext).split() for event in events] == [text.split() for text in words]
    if format == "vtt":
        webvtt = pytest.importorskip("webvtt")
        captions = list(webvtt.from_string(text))
        assert [(caption.voice, caption.text, caption.end) for caption in captions] == [
            ("Анна", "алло, да", "00:00:00.900"),
            ("Boris", "two\nlines", "00:00:01.900"),
            (None, "nobody", "00:00:02.900"),
        ]


def test_times_that_are_missing_come_from_the_neighbours() -> None:
    found = back(write(call(), "srt"), "srt").turns
    assert [turn.start_ms for turn in found][2:] == sorted(turn.start_ms or -1 for turn in found)[2:]
    assert found[2].start_ms == 5000
    assert 5000 < (found[3].start_ms or 0) < (found[3].end_ms or 0) <= 20_000


@pytest.mark.parametrize("format", ["srt", "vtt"])
def test_a_call_without_times_is_refused_with_what_to_do(format: str) -> None:
    with pytest.raises(FormatError, match=r"has no times.*Export it as text"):
        write(call("SPK00: one\nSPK01: two\n"), format)


def test_speakers_are_written_by_name_or_by_role_and_id() -> None:
    transcript = call("[00:01] Support (SPK00): one\n[00:02] Client (SPK01): two\n[00:03] SPK02: three\n[00:04] SPK00: four\n")
    transcript = transcript.apply(speakers.rename(transcript, "SPK01", "Olga"))
    assert [line for line in write(transcript, "srt").splitlines() if ": " in line] == [
        "Support (SPK00): one",
        "Olga: two",
        "SPK02: three",
        "Support (SPK00): four",
    ]
    assert "\nSPK00: one" in write(transcript, "srt", roles=False)
    assert "<v Olga>two</v>" in write(transcript, "vtt")
    bare = write(transcript, "srt", speakers=False)
    assert ": " not in bare
    assert "\none\n" in bare


def test_speakers_of_one_name_stay_apart() -> None:
    transcript = call("[00:01] SPK00: one\n[00:02] SPK01: two\n[00:03] SPK00: three\n")
    for id_ in ("SPK00", "SPK01"):
        transcript = transcript.apply(speakers.rename(transcript, id_, "Olga"))
    for format in ("srt", "vtt"):
        imported = back(write(transcript, format), format)
        assert [turn.speaker_id for turn in imported.turns] == ["SPK00", "SPK01", "SPK00"]
        assert [speaker.role for speaker in imported.speakers] == ["Olga", "Olga"]


def test_only_reviewed_turns_and_no_empty_ones() -> None:
    transcript = made(("A1", "one"), ("A1", " "), ("A1", "three"))
    transcript = transcript.apply(turns.mark_reviewed(transcript, [2, 3]))
    assert [turn.text for turn in back(write(transcript, "srt", only_reviewed=True), "srt").turns] == ["three"]
    assert write(transcript, "vtt").count("-->") == 2


def test_srt_keeps_the_encoding_of_an_srt_and_vtt_is_utf_8() -> None:
    data = (
        "1\n00:00:01,000 --> 00:00:02,000\nАнна: добрый день\n\n2\n00:00:02,000 --> 00:00:03,000\nБорис: здравствуйте\n\n".encode(
            "cp1251"
        )
    )
    transcript = as_transcript(formats.read(data, "call.srt")[0])
    assert formats.write(transcript, "srt", ExportOptions()) == data
    assert "<v Борис>" in write(transcript, "vtt")
    assert write(transcript, "srt", encoding="utf-8").startswith("1\n00:00:01,000 --> 00:00:02,000\nАнна")


def test_words_that_would_be_taken_for_something_else_come_back() -> None:
    said = [
        ("Анна", "<i>a</i> <v B>b</v> {\\an8} &amp; <br> 00:00:01,000 --> 00:00:02,000"),
        (None, "Борис: это не имя"),
        ("Борис", "12\n00:01 -> 00:02\nАнна: нет"),
        ("a: b [c], d", "NOTE x"),
        (None, "?: [x]: y"),
        ("Анна", "- 5 -> 6"),
    ]
    for format in ("srt", "vtt"):
        found = back(write(made(*said), format), format).turns
        assert [" ".join(turn.text.split()) for turn in found] == [" ".join(text.split()) for _, text in said]
        assert [turn.speaker_id for turn in found][:3] == ["Анна", None, "Борис"]


# ---------------------------------------------------------------------- there and back

NAMES = st.sampled_from(
    ["Анна", "SPK00", "Мария Петрова", "a", "x: y", "Оператор (SPK1)", "[b]", "& <i>", "Смотрите", "Имя, Фамилия"]
)
WORDS = st.lists(
    st.sampled_from(
        [
            "да",
            "Анна: ",
            "нет",
            "\n",
            "\n\n",
            "-->",
            "<i>",
            "</v>",
            "<v Анна>",
            "&lt;",
            "&",
            "{\\an8}",
            "[музыка]",
            "?: ",
            "SPK00: ",
            "12",
            "\u2028",
            "00:00:01,000 --> 00:00:02,000",
            "NOTE",
            "WEBVTT",
            "<00:00:01.000>",
            "- ",
            ">> ",
            "#",
            " ",
            "C:\\New",
            "\t",
            "\xa0",
        ]
    ),
    min_size=1,
    max_size=6,
).map("".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.none() | NAMES, WORDS), min_size=1, max_size=6), st.sampled_from(["srt", "vtt"]))
def test_import_export_import_is_a_fixed_point(said: list[tuple[str | None, str]], format: str) -> None:
    transcript = made(*said)
    if not any(text.strip() for _, text in said):
        return
    text = write(transcript, format)
    first = back(text, format)
    with_words = [(speaker, words) for speaker, words in said if words.strip()]
    assert ["".join(turn.text.split()) for turn in first.turns] == ["".join(words.split()) for _, words in with_words]
    assert [turn.speaker_id is None for turn in first.turns] == [speaker is None for speaker, _ in with_words]
    again = back(write(as_transcript(first), format), format)
    assert [replace(turn, timing=b"") for turn in again.turns] == list(first.turns)
    assert [speaker.id for speaker in again.speakers] == [speaker.id for speaker in first.speakers]
