"""RTTM, CTM and STM: who speaks when and what is said, alone and joined with files of the same name; and that ours come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.commands import turns as commands
from annotator.core.commands.transcripts import as_transcript
from annotator.core.errors import FormatError
from annotator.core.model import Imported, SourceTurn, Speaker, Transcript
from annotator.core.spoken import SpokenWord, pack, unpack
from annotator.formats.base import ExportOptions, File

GOLDEN = Path(__file__).parent / "golden"
NAMES = ("rttm", "ctm", "stm")


def read(text: str, name: str, **beside: str):
    return formats.read(text.encode(), name, beside={f".{suffix}": data.encode() for suffix, data in beside.items()})


def turns(text: str, name: str, **beside: str):
    return [(turn.speaker_id, turn.start_ms, turn.end_ms, turn.text) for turn in read(text, name, **beside)[0].turns]


# ---------------------------------------------------------------------- CTM


CTM = """;; a comment
call A 0.10 0.40 good 0.5
call A 0.60 0.30 day NA
call B 0.55 0.20 mm
call B 1.00 0.50 yes;tag\\;s 2.5
call A 1.60 0.40 a\\;s 0.25
"""


def test_words_of_channels_are_turns_and_cross_talk_cuts_none():
    assert turns(CTM, "call.ctm") == [
        ("A", 100, 900, "good day"),
        ("B", 550, 1500, "mm yes"),
        ("A", 1600, 2000, "a;s"),
    ]
    first = read(CTM, "call.ctm")[0].turns[0]
    assert unpack(first.timing) == (SpokenWord(0, 4, 100, 500, 0.5), SpokenWord(5, 8, 600, 900, None))


def test_a_whole_word_of_another_ends_a_turn():
    text = "c A 0 1 one\nc A 3 1 two\nc B 1.5 1 three\n"
    assert [turn[3] for turn in turns(text, "call.ctm")] == ["one", "three", "two"]


def test_of_alternatives_the_first_is_taken_and_silences_are_none():
    lines = ("0 1 one", "* * <ALT_BEGIN>", "1 1 two", "* * <ALT>", "1 1 to", "1 1 o", "* * <ALT_END>", "2 1 <eps>", "3 1 go")
    assert turns("".join(f"c A {line}\n" for line in lines), "call.ctm") == [(None, 0, 4000, "one two go")]


def test_one_channel_is_nobody_and_turns_end_with_pauses():
    assert turns("c 1 0 1 one\nc 1 1 1 two.\nc 1 2 1 three\nc 1 9 1 four\n", "call.ctm") == [
        (None, 0, 2000, "one two."),
        (None, 2000, 3000, "three"),
        (None, 9000, 10_000, "four"),
    ]


def test_speakers_of_the_eighth_field_and_of_an_rttm():
    assert turns("c 1 0 1 one 0.9 lex S1\nc 1 1 1 two 0.9 lex S2\n", "call.ctm") == [
        ("S1", 0, 1000, "one"),
        ("S2", 1000, 2000, "two"),
    ]
    rttm = "SPEAKER other 1 0 1.4 <NA> <NA> Ann <NA> <NA>\nSPEAKER other 1 1.5 0.4 <NA> <NA> Bob <NA> <NA>\n"
    text = "c 1 0 1 one\nc 1 1 1 two\nc 1 2.5 0.5 three\nc 1 8 1 four\n"
    assert [(turn[0], turn[3]) for turn in turns(text, "call.ctm", rttm=rttm)] == [
        ("Ann", "one"),
        ("Bob", "two three"),
        (None, "four"),
    ]


def test_several_recordings_one_after_the_other():
    imported, report = read("x A 5 1 one\ny A 0 1 three\nx B 6 1 two\ny B 1 1 four\n", "call.ctm")
    assert [(turn.speaker_id, turn.text) for turn in imported.turns] == [
        ("x A", "one"),
        ("x B", "two"),
        ("y A", "three"),
        ("y B", "four"),
    ]
    assert "2 recordings" in str(report.remarks[0].message)


def test_lines_that_are_no_words_are_counted_and_named():
    _, report = formats.read(b"c A 0 1 one\nc A -1 1 two\nc A x\nc A 2 1 three\n", "call.ctm", format="ctm")
    assert (report.turns, report.not_understood) == (1, 2)
    assert [remark.line for remark in report.remarks] == [2, 3]


# ---------------------------------------------------------------------- STM


STM = """;; LABEL "O" "Overall" "Overall"
call 1 B 2.5 4 <o,f0,female> { yes / yeah / @ } it is
call 1 A 0 2 <o,f0,male> good day
call 1 inter_segment_gap 4 5 <o,,>
call 1 A 5 6.25 ignore_time_segment_in_scoring
call 1 A 7 8
"""


def test_segments_in_the_order_of_time_without_what_is_not_scored():
    imported, report = read(STM, "call.stm")
    assert [(t.speaker_id, t.start_ms, t.end_ms, t.text) for t in imported.turns] == [
        ("A", 0, 2000, "good day"),
        ("B", 2500, 4000, "yes it is"),
    ]
    assert (report.lines, report.turns, report.blank, report.not_understood) == (5, 2, 3, 0)


def test_an_rttm_says_who_speaks_in_an_stm():
    rttm = "SPEAKER c 1 0 2 <NA> <NA> Ann <NA> <NA>\nSPEAKER c 1 2 2 <NA> <NA> Bob <NA> <NA>\n"
    assert [turn[0] for turn in turns("c 1 UNK 0 2 a\nc 1 UNK 2 4 b\n", "call.stm", rttm=rttm)] == ["Ann", "Bob"]


# ---------------------------------------------------------------------- RTTM


WITH_WORDS = """SPKR-INFO c 1 <NA> <NA> <NA> unknown A <NA>
SPEAKER c 1 0.00 2.00 <NA> <NA> A <NA>
LEXEME c 1 0.10 0.40 good lex A 0.5
LEXEME c 1 0.60 0.40 day lex A <NA>
SPEAKER c 1 1.50 1.00 <NA> <NA> B <NA>
LEXEME c 1 1.55 0.40 yes lex B 0.9
SPEAKER c 1 3.00 1.00 <NA> <NA> A <NA>
LEXEME c 1 9.00 0.50 stray lex C 0.1
LEXEME c 1 x 0.50 broken lex C 0.1
"""


def test_segments_with_their_words():
    imported, report = read(WITH_WORDS, "call.rttm")
    assert [(t.speaker_id, t.start_ms, t.end_ms, t.text) for t in imported.turns] == [
        ("A", 0, 2000, "good day"),
        ("B", 1500, 2500, "yes"),
        ("C", 9000, 9500, "stray"),
    ]
    assert (report.turns, report.blank, report.not_understood) == (3, 1, 1)
    assert unpack(imported.turns[0].timing)[0] == SpokenWord(0, 4, 100, 500, 0.5)


DIARIZED = "".join(
    f"SPEAKER c 1 {start} {length} <NA> <NA> {speaker} <NA> <NA>\n"
    for start, length, speaker in ((0, 1, "A"), (1.2, 0.8, "A"), (2.5, 1, "B"), (4, 1, "A"))
)


def test_a_diarization_with_words_beside_it():
    assert turns(DIARIZED, "call.rttm", ctm="x 1 0.2 0.5 one\nx 1 2.6 0.5 two\n") == [
        ("A", 200, 700, "one"),
        ("B", 2600, 3100, "two"),
    ]
    assert turns(DIARIZED, "call.rttm", stm="x 1 U 0 2 one\nx 1 U 2.4 3 two\n") == [("A", 0, 2000, "one"), ("B", 2400, 3000, "two")]


def test_a_diarization_with_lines_beside_it_only_if_they_are_as_many():
    assert [turn[0] for turn in turns(DIARIZED, "call.rttm", txt="a\nb\n\nc\nd\n")] == ["A", "A", "B", "A"]
    assert turns(DIARIZED, "call.rttm", txt="a\nb\nc\n") == [("A", 0, 2000, "a"), ("B", 2500, 3500, "b"), ("A", 4000, 5000, "c")]
    with pytest.raises(FormatError, match=r"call\.rttm has 2 lines, but there are 4 segments of speech, 3 turns"):
        read(DIARIZED, "call.rttm", txt="a\nb\n")


def test_a_diarization_alone_says_what_to_put_beside_it():
    with pytest.raises(FormatError, match=r"who speaks when, but not what is said.*call\.ctm, call\.stm, call\.txt"):
        read(DIARIZED, "call.rttm")


def test_files_of_the_same_name_are_found(tmp_path):
    (tmp_path / "a.rttm").write_text(DIARIZED)
    (tmp_path / "a.ctm").write_text("x 1 0.2 0.5 one\nx 1 2.6 0.5 two\n")
    for suffix in ("rttm", "ctm"):
        imported, _ = formats.read_file(tmp_path / f"a.{suffix}")
        assert [turn.speaker_id for turn in imported.turns] == ["A", "B"]


@pytest.mark.parametrize(
    ("text", "name"),
    [(CTM, "ctm"), (STM, "stm"), (WITH_WORDS, "rttm"), (DIARIZED, "rttm"), ("a b c d\n", None), ("r 1 1 0 1 2\n", "ctm")],
)
def test_formats_are_told_by_what_is_in_the_file(text, name):
    found = formats.candidates(File(text.encode(), "call.txt"))
    assert [entry.name for entry in found] == [name or "text"]


# ---------------------------------------------------------------------- what we write


@pytest.fixture
def call() -> Transcript:
    heard = pack([SpokenWord(0, 6, 500, 900, 0.75), SpokenWord(7, 11, 900, 1500, 0.5)])
    who = (Speaker(0, "SPK00", "Анна Петровна", "Оператор", 1.0), Speaker(0, "S1", rank=2.0))
    said = (
        SourceTurn(1, "SPK00", "добрый день", 500, 2000, heard),
        SourceTurn(2, "S1", "да; вот\nтак", 2000, 3000),
        SourceTurn(3, None, "гм", 4000, 4500),
    )
    return as_transcript(Imported("my call.x", "json", "utf-8", b"", who, said))


@pytest.mark.parametrize("name", NAMES)
def test_golden_files(call, name):
    assert formats.write(call, name, ExportOptions()) == (GOLDEN / f"call.{name}").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_speakers_with_spaces_come_back(call, name):
    imported, _ = formats.read(formats.write(call, name, ExportOptions()), "call.x")
    assert [turn.speaker_id for turn in imported.turns] == ["Анна Петровна", "S1", None]


@pytest.mark.parametrize("name", NAMES)
def test_calls_without_times_are_refused_with_what_needs_none(name):
    call = as_transcript(formats.read(b"SPK00: a\nSPK01: b\n", "call.txt")[0])
    with pytest.raises(FormatError, match="no times"):
        formats.write(call, name, ExportOptions())


def test_corrected_words_share_the_time_of_those_that_were_heard(call):
    call = call.apply(commands.set_text(call, 1, "добрый всем день"))
    lines = formats.write(call, "ctm", ExportOptions()).decode().splitlines()
    assert [line for line in lines if " S2 " in line] == [
        "my_call S2 0.500 0.400 добрый 0.7500",
        "my_call S2 0.900 0.000 всем",
        "my_call S2 0.900 0.600 день 0.5000",
    ]


word = st.text(st.sampled_from("ab;-.я😀"), min_size=1, max_size=4).filter(lambda text: any(map(str.isalnum, text)))


@st.composite
def calls(draw: st.DrawFn) -> Transcript:
    ids = draw(st.lists(st.sampled_from(("A", "B", "S1", "Ann Lee", "Bob B")), min_size=1, max_size=3, unique=True))
    said, at = [], 0
    ends: dict[str | None, int] = {}
    for number in range(1, draw(st.integers(1, 5)) + 1):
        texts = draw(st.lists(word, min_size=1, max_size=4))
        speaker = draw(st.sampled_from((None, *ids)))
        start = max(at + draw(st.integers(0, 3000)), ends.get(speaker, -1) + 1)
        at = end = ends[speaker] = start + draw(st.integers(len(texts) * 20, 4000))
        at -= draw(st.sampled_from((0, 0, min(500, end - start))))
        heard, place = [], 0
        for n, text in enumerate(texts):
            begin = start + (end - start) * n // len(texts)
            heard.append(SpokenWord(place, place + len(text), begin, begin + 10, draw(st.none() | st.integers(0, 10_000)) and 0.5))
            place += len(text) + 1
        timing = pack(heard) if draw(st.booleans()) else b""
        said.append(SourceTurn(number, speaker, " ".join(texts), start, end, timing))
    return as_transcript(
        Imported("call.x", "json", "utf-8", b"", tuple(Speaker(0, i, rank=n) for n, i in enumerate(ids)), tuple(said))
    )


@settings(max_examples=40, deadline=None)
@given(calls(), st.sampled_from(NAMES))
def test_import_export_import_is_a_fixed_point(call, name):
    """Lost in a CTM is where one turn ends and the next of the same speaker begins; in an STM the words' times.

    In an RTTM one speaker cannot say two things at the same time.
    """
    first, _ = formats.read(formats.write(call, name, ExportOptions()), f"call.{name}", format=name)
    if name != "ctm":
        assert [(t.speaker_id, t.text, t.start_ms, t.end_ms) for t in first.turns] == [
            (t.speaker_id, t.text, t.start_ms, t.end_ms) for t in sorted(call.turns, key=lambda turn: turn.start_ms or 0)
        ]
    assert sorted(" ".join(turn.text for turn in first.turns).split()) == sorted(" ".join(t.text for t in call.turns).split())
    second, _ = formats.read(formats.write(as_transcript(first), name, ExportOptions()), f"call.{name}", format=name)
    assert (second.turns, second.speakers) == (first.turns, first.speakers)


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(NAMES))
def test_whatever_stands_in_a_line_is_read_or_refused(data, name):
    field = st.sampled_from(
        ("SPEAKER", "LEXEME", "c", "A", "0", "1.5", "-1", "1e400", "nan", "*", "<NA>", "<ALT>", "9" * 12, "x;y", ";;", "@")
    )
    lines = data.draw(st.lists(st.lists(field, max_size=10), max_size=6))
    text = "\n".join(" ".join(line) for line in lines)
    try:
        _, report = formats.read(text.encode(), f"call.{name}", format=name)
    except FormatError:
        return
    assert report.turns + report.continued + report.blank + report.not_understood == report.lines
