"""Plain text as it is read: which lines begin a turn, whose it is, and what the report says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.errors import FormatError
from annotator.formats.base import ImportReport

Row = tuple[str | None, str]


def rows(text: str) -> list[Row]:
    imported, _ = formats.read(text.encode(), "call.txt")
    return [(turn.speaker_id, turn.text) for turn in imported.turns]


def report(text: str) -> ImportReport:
    return formats.read(text.encode(), "call.txt")[1]


def remarks(text: str) -> list[tuple[int | None, str]]:
    return [(remark.line, str(remark.message)) for remark in report(text).remarks]


# ---------------------------------------------------------------------- shapes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Support (SPK00): hello\nClient (SPK01): yes\n", [("SPK00", "hello"), ("SPK01", "yes")]),
        ("Support(SPK00) :hello\n  Client  ( SPK01 ) :  yes  \n", [("SPK00", "hello"), ("SPK01", "yes")]),
        ("SPK00: hello\nSPK01: yes\n", [("SPK00", "hello"), ("SPK01", "yes")]),
        ("Speaker 1: hello\nСпикер 2: да\n", [("Speaker 1", "hello"), ("Спикер 2", "да")]),
        ("[SPEAKER_00]: hello\n[SPEAKER_01]: yes\n", [("SPEAKER_00", "hello"), ("SPEAKER_01", "yes")]),
        ("[SPEAKER_00] hello\n[SPEAKER_01] :) yes\n", [("SPEAKER_00", "hello"), ("SPEAKER_01", ":) yes")]),
        ("[Client] hello\n[Agent] [laughs] yes\n[Client] ok", [("Client", "hello"), ("Agent", "[laughs] yes"), ("Client", "ok")]),
        ("Anna: hello\nBoris: yes\n", [("Anna", "hello"), ("Boris", "yes")]),
        ("client: hello\nagent: yes\n", [("client", "hello"), ("agent", "yes")]),
        ("1: hello\n2: yes\n1: so\n2: no", [("1", "hello"), ("2", "yes"), ("1", "so"), ("2", "no")]),
        ("Anna (client): hello\nBoris (agent): yes\n", [("Anna (client)", "hello"), ("Boris (agent)", "yes")]),
        ("- Anna: hello\n– Boris: yes\n", [("Anna", "hello"), ("Boris", "yes")]),
        ("?: hello\nAnna: yes\nAnna: no", [(None, "hello"), ("Anna", "yes"), ("Anna", "no")]),
        ("SPK00:\nhello\n\nSPK01:\nyes\n", [("SPK00", "hello"), ("SPK01", "yes")]),
    ],
)
def test_shapes(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("[00:01:02] Anna: hello", 62_000, None),
        ("(00:01:02) Anna: hello", 62_000, None),
        ("00:01:02 Anna: hello", 62_000, None),
        ("01:02 Anna: hello", 62_000, None),
        ("[1:02:03.5] Anna: hello", 3_723_500, None),
        ("[00:01:02,345] Anna: hello", 62_345, None),
        ("[00:01.123456] Anna: hello", 1_123, None),
        ("[00:00:01 - 00:00:04] Anna: hello", 1_000, 4_000),
        ("[00:00:01-00:00:04]Anna:hello", 1_000, 4_000),
        ("00:00:01,000 --> 00:00:04,500 Anna: hello", 1_000, 4_500),
        ("00:01 - Anna: hello", 1_000, None),
        ("Anna (00:12): hello", 12_000, None),
        ("Anna [00:12]: hello", 12_000, None),
        ("[90:00] Anna: hello", 5_400_000, None),
    ],
)
def test_times(line: str, start: int, end: int | None) -> None:
    imported, _ = formats.read(line.encode(), "call.txt")
    turn = imported.turns[0]
    assert (turn.speaker_id, turn.text, turn.start_ms, turn.end_ms) == ("Anna", "hello", start, end)


def test_times_alone_begin_turns_without_a_speaker() -> None:
    text = "[00:00.000 --> 00:04.000]  hello\n[00:04.000 --> 00:06.000]  question: why\n"
    assert rows(text) == [(None, "hello"), (None, "question: why")]
    assert (None, "2 turns have a time but no speaker.") in remarks(text)


def test_a_time_in_the_words_of_an_untimed_file_begins_nothing() -> None:
    assert rows("Anna: at\n12:30 I come\nBoris: well\nAnna: yes\nBoris: no") == [
        ("Anna", "at\n12:30 I come"),
        ("Boris", "well"),
        ("Anna", "yes"),
        ("Boris", "no"),
    ]


def test_role_and_id_are_kept_apart() -> None:
    imported, _ = formats.read("Саппорт (SPK00): да\nSPK01: нет\nКлиент (SPK01): ну\nSPK02: я".encode(), "call.txt")
    assert [(s.id, s.role) for s in imported.speakers] == [("SPK00", "Саппорт"), ("SPK01", "Клиент"), ("SPK02", "")]


def test_the_first_of_two_roles_stays() -> None:
    text = "Client (SPK00): a\nAgent (SPK00): b\nAgent (SPK00): c\nAgent (SPK01): d"
    imported, _ = formats.read(text.encode(), "call.txt")
    assert [(s.id, s.role) for s in imported.speakers] == [("SPK00", "Client"), ("SPK01", "Agent")]
    assert remarks(text) == [(2, "SPK00 is “Agent” here and “Client” above: the first is kept.")]


# ---------------------------------------------------------------------- colons in what people say


def test_a_rare_word_before_a_colon_is_no_speaker() -> None:
    text = "Support (SPK00): so\nfor example: this\nClient (SPK01): no\nNote: that\n"
    assert rows(text) == [("SPK00", "so\nfor example: this"), ("SPK01", "no\nNote: that")]
    assert remarks(text) == [
        (2, "“for example” does not look like a speaker here: kept as words of the turn above."),
        (4, "“Note” does not look like a speaker here: kept as words of the turn above."),
    ]


def test_a_name_that_recurs_among_ids_is_a_speaker() -> None:
    assert rows("Client (SPK01): a\n" + "Robot: b\n" * 3)[1:] == [("Robot", "b")] * 3


def test_among_names_only_those_that_recur_are_speakers() -> None:
    text = "Anna: yes\nBoris: no\nAnna: listen\nhe said: no\nBoris: at 12:30\nhttp://example.org\nAnna: 5:30\nin 12:30 minutes\n"
    assert [speaker for speaker, _ in rows(text)] == ["Anna", "Boris", "Anna", "Boris", "Anna"]
    assert rows(text)[2] == ("Anna", "listen\nhe said: no")


def test_a_time_of_day_is_no_label() -> None:
    text = "Anna: when\nBoris: well\nAt 12:30\nAnna: no\nAt 12:45\nBoris: yes\n"
    assert [speaker for speaker, _ in rows(text)] == ["Anna", "Boris", "Anna", "Boris"]


@pytest.mark.parametrize("label", ["a word and three more words", "x" * 41, "so, well", "yes; no", '"quoted"', "a/b"])
def test_what_is_no_name(label: str) -> None:
    assert rows(f"Anna: yes\nBoris: no\n{label}: yes\nAnna: ok\nBoris: ok\n{label}: yes") == [
        ("Anna", "yes"),
        ("Boris", f"no\n{label}: yes"),
        ("Anna", "ok"),
        ("Boris", f"ok\n{label}: yes"),
    ]


# ---------------------------------------------------------------------- lines


def test_only_line_ends_divide_lines() -> None:
    text = "SPK00: a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g\r\nSPK01: h\rSPK00: i\nSPK01: j"
    assert rows(text) == [("SPK00", "a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g"), ("SPK01", "h"), ("SPK00", "i"), ("SPK01", "j")]


def test_every_line_is_accounted_for() -> None:
    text = "Call 12\nof today\n\nSPK00: yes\n  and no\n\n\nSPK01:\nSPK00: well\n"
    found = report(text)
    assert (found.lines, found.turns, found.continued, found.blank, found.not_understood) == (9, 3, 1, 3, 2)
    assert rows(text) == [(None, "Call 12\nof today"), ("SPK00", "yes\nand no"), ("SPK01", ""), ("SPK00", "well")]
    assert remarks(text) == [
        (1, "No speaker yet: kept as a turn without speaker."),
        (2, "No speaker yet: kept as a turn without speaker."),
        (8, "No words: kept as an empty turn."),
    ]


def test_remarks_on_the_whole_file() -> None:
    assert "fewer than two speakers" in remarks("SPK00: a\nSPK00: b")[0][1]
    assert remarks("\n".join(f"S{n}: a" for n in range(10)))[0][1].startswith("There are 10 speakers")
    assert remarks("[00:05] A: x\n[00:03] B: y\n[00:09 - 00:07] A: z") == [
        (2, "The time goes backwards here; the order of the file is kept."),
        (3, "The time goes backwards here; the order of the file is kept."),
    ]


def test_a_guessed_encoding_is_said() -> None:
    imported, found = formats.read("A: ну\nB: да\n".encode("cp1251"), "call.txt")
    assert (imported.encoding, found.encoding, found.encoding_is_sure) == ("cp1251", "cp1251", False)
    assert "cp1251" in str(found.remarks[0].message)


def test_source_turns_are_numbered_and_hold_the_words() -> None:
    imported, _ = formats.read(b"\xef\xbb\xbfSPK00: a  b \r\n c\r\nSPK01: d", "call.txt")
    assert (imported.name, imported.format, imported.encoding) == ("call.txt", "text", "utf-8")
    assert [(turn.number, turn.text) for turn in imported.turns] == [(1, "a  b\nc"), (2, "d")]


_LABELS = ["Anna", "Support (SPK00)", "SPK01", "[SPEAKER_00]", "00:01:02", "[00:01]"]
_MARKS = [*"[]():-? \n\r\t", "\r\n", " --> ", "//"]
_WORDS = ["да", "ну вот", "12", "\u2028", "\x85", "\u200b", "🙂", "é"]
_PARTS = st.sampled_from([*_LABELS, *_MARKS, *_WORDS])


@settings(deadline=None)
@given(st.lists(_PARTS, max_size=30).map("".join))
def test_no_words_are_lost(text: str) -> None:
    try:
        imported, found = formats.read(text.encode(), "call.txt")
    except FormatError:
        return
    assert found.lines == found.turns + found.continued + found.blank + found.not_understood
    assert len(imported.turns) == found.turns + bool(found.not_understood)
    rest = text
    for turn in imported.turns:
        for words in turn.text.split():
            assert words in rest
            rest = rest[rest.index(words) + len(words) :]


# ---------------------------------------------------------------------- bad input


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", r"call\.txt is empty"),
        (b" \r\n\t\n", r"call\.txt is empty"),
        (b"\xef\xbb\xbf\n", r"call\.txt is empty"),
        (b"%PDF-1.7\n%\xe2\xe3", r"call\.txt is a PDF document"),
        (b"PK\x03\x04\x14\0", "an office document or a ZIP archive"),
        (b"SQLite format 3\0\x10\0", "a database"),
        (b"\x89PNG\r\n\x1a\n\0", "an image"),
        (b"RIFF\x10\0\0\0WAVEfmt ", "a sound or video file"),
        (b"\0\0\0\x20ftypM4A ", "a sound or video file"),
        (b"{\\rtf1\\ansi SPK00: a", "an RTF document"),
        (bytes(range(256)) * 4, "binary data"),
        (b"\0" * 100, "binary data"),
        (b"SPK00: a\nSPK01: b\0c and some more words\n", r"call\.txt, line 2: a NUL character"),
        (b"SPK00: " + b"a " * 500_001, r"call\.txt, line 1: longer than 1000000 characters"),
        (b"Just some prose.\nMore of it: yes.\nAnd the end.\n", r"No turn was recognised in call\.txt"),
        (b'{\n "speaker": "A",\n "text": "a: b"\n}\n', "no known recogniser"),
        (b"Notes: a\n" + b"prose\n" * 50 + b"Notes: b\n", "No turn was recognised"),
    ],
)
def test_what_is_no_transcript_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        formats.read(data, "call.txt")


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        imported, _ = formats.read(data, "call.txt")
    except FormatError:
        return
    assert imported.data == data
    assert imported.turns
