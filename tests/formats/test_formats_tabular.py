"""Tables that are read: what the columns hold, how times are written, what stands between cells; and that ours come back."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from annotator import formats
from annotator.core.commands.transcripts import as_transcript
from annotator.core.errors import FormatError
from annotator.core.model import Imported, SourceTurn, Speaker, Transcript
from annotator.formats import archives, xlsx
from annotator.formats.base import LIKELY, NO, POSSIBLE, ExportOptions, File
from annotator.formats.table_columns import NeedsColumns, guess, layout

GOLDEN = Path(__file__).parent / "golden"


def read(text: str | bytes, name: str = "call.csv", **about):
    return formats.read(text.encode() if isinstance(text, str) else text, name, **about)


def turns(text: str | bytes, name: str = "call.csv", **about):
    return [(turn.speaker_id, turn.start_ms, turn.end_ms, turn.text) for turn in read(text, name, **about)[0].turns]


def remarks(text: str | bytes, **about) -> str:
    return "\n".join(str(remark.message) for remark in read(text, **about)[1].remarks)


# ---------------------------------------------------------------------- shapes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Спикер;Начало;Конец;Текст\nА;0,5;2,5;Добрый день\nБ;2,5;4;Да, это я\n", [("А", 500, 2500), ("Б", 2500, 4000)]),
        ('Время,Говорящий,Реплика\n00:00:01,А,"да, да"\n0:03.5,Б,нет\n', [("А", 1000, None), ("Б", 3500, None)]),
        ("start\tend\ttext\n0\t2500\tHello there\n2500\t5000\tyes\n", [(None, 0, 2500), (None, 2500, 5000)]),
        ("start\tend\ttext\n0\t2\tHello there\n2\t5\tyes\n", [(None, 0, 2000), (None, 2000, 5000)]),
        ("start_ms,end_ms,speaker,text\n5,6,A,x\n7,9,B,y\n", [("A", 5, 6), ("B", 7, 9)]),
        ("Start (s)|Speaker|Text\n5|A|x\n7000|B|y\n", [("A", 5000, None), ("B", 7_000_000, None)]),
        ("Start,Dur.,Speaker,Text\n0:01,1.5s,A,x\n0:07,250ms,B,y\n", [("A", 1000, 2500), ("B", 7000, 7250)]),
        ("time,text\n0:01 - 0:04,x\n0:04 --> 0:05,y\n", [(None, 1000, 4000), (None, 4000, 5000)]),
        ("Timestamp,Speaker,Text\n2024-01-05 10:00:05,A,x\n2024-01-05T10:00:07.5,B,y\n", [("A", 0, None), ("B", 2500, None)]),
        (
            "0.0,1.5,A,how are you all\n1.5,3.0,B,well thank you both\n3,4,A,so be it\n",
            [("A", 0, 1500), ("B", 1500, 3000), ("A", 3000, 4000)],
        ),
        (
            "1|Оператор|добрый день вам\n2|Клиент|и вам добрый день\n3|Оператор|слушаю вас сейчас\n",
            [("Оператор", None, None), ("Клиент", None, None), ("Оператор", None, None)],
        ),
        ("sep=;\r\nSpeaker;Text\r\nA;x\r\nB;y\r\n", [("A", None, None), ("B", None, None)]),
    ],
)
def test_tables_of_many_kinds(text, expected):
    assert [turn[:3] for turn in turns(text)] == expected


def test_both_ends_of_dates_are_counted_from_the_first_turn():
    text = "Start,End,Text\n2024-01-05 10:00:05,2024-01-05 10:00:06,x\n2024-01-05 10:00:07,2024-01-05 10:00:09,y\n"
    assert [turn[1:3] for turn in turns(text)] == [(0, 1000), (2000, 4000)]


def test_what_is_said_is_kept_as_it_stands():
    text = 'speaker,text\nA,"one, ""two""\nthree"\nB,\'=four\nA,yes\n'
    assert [turn[3] for turn in turns(text)] == ['one, "two"\nthree', "=four", "yes"]


def test_roles_and_encodings_of_excel():
    text = "Роль;Спикер;Текст\r\nОператор;SPK00;Добрый день\r\nКлиент;SPK01;Здравствуйте\r\n"
    imported, report = read(text.encode("cp1251"))
    assert [(s.id, s.role) for s in imported.speakers] == [("SPK00", "Оператор"), ("SPK01", "Клиент")]
    assert (imported.encoding, report.encoding) == ("cp1251", "cp1251")
    assert [turn.text for turn in read(text.encode("utf-16"))[0].turns] == ["Добрый день", "Здравствуйте"]


def test_quotation_marks_that_do_not_fit_are_words():
    assert [t[3] for t in turns('start\tend\ttext\n0\t2500\t"Hello there\n2500\t5000\tyes\n')] == ['"Hello there', "yes"]
    for end in ("", 'B,four"\n'):
        assert len(turns("speaker,text\n" + 'A,"one\n' + "B,two\nA,three\n" * 1000 + end)) == 2001 + bool(end)


def test_a_row_with_too_many_cells_and_one_with_too_few():
    text = "speaker,text\nA,one, two\nB\n,,\nB,three\n"
    _, report = read(text)
    assert [turn[3] for turn in turns(text)] == ["one, two", "three"]
    assert (report.lines, report.turns, report.blank, report.not_understood) == (4, 2, 1, 1)
    assert "ends before the column" in remarks(text)
    assert "more cells than there are columns" in remarks("speaker,text,start\nA,one,0:01,x\nB,two,0:02\n")


def test_what_an_import_does_not_take_is_said():
    text = "number,speaker,text,topics,comment\n1,A,x,price,\n2,B,y,,\n"
    assert "Not read: topics." in remarks(text)
    assert "comment" not in remarks(text)


def test_a_cell_that_never_ends_is_refused():
    with pytest.raises(FormatError, match=r"call\.csv, line \d+"):
        read("speaker,text\nA," + '"' + "x" * 200_000 + '"\nB,y\n', format="csv")


@pytest.mark.parametrize(
    "text",
    [
        "Анна: привет, как дела\nБорис: хорошо, спасибо\nАнна: да, ладно\n",
        "[00:01] Анна: привет, да\n[00:02] Борис: хорошо, да\n",
        "Speaker;SPK00: да\nSPK01: нет\n",
        '"Анна: привет"\n"Борис: да"\n',
    ],
)
def test_plain_transcripts_are_no_tables(text):
    assert formats.CSV.sniff(File(text.encode(), "call.csv")) == NO


def test_how_sure_a_table_is():
    assert formats.CSV.sniff(File(b"speaker,text\nA,x\n", "a.txt")) == LIKELY
    assert formats.CSV.sniff(File(b"q;w;e\na;b;c d\nf;g;h i\n", "a.txt")) == POSSIBLE
    assert formats.CSV.sniff(File("Привет, Анна\nДа, слушаю\n".encode(), "a.txt")) == NO
    assert formats.TSV.sniff(File(b"speaker\ttext\nA\tx\n", "a.csv")) == LIKELY
    assert formats.CSV.sniff(File(b"speaker\ttext\nA\tx\n", "a.csv")) == NO


# ---------------------------------------------------------------------- columns that are asked for


UNCLEAR = "q1;q2;q3\nпривет как дела;раз;нечто\nеще текст тут;два;иное\n"


def test_columns_that_are_not_clear_are_asked_for_and_an_answer_is_taken():
    with pytest.raises(NeedsColumns, match=r"call\.csv: it is not clear") as raised:
        read(UNCLEAR)
    asked = raised.value
    assert asked.header == ("", "", "")
    assert asked.rows[1] == ("привет как дела", "раз", "нечто")
    assert asked.guess["text"] == 0
    assert asked.layout == layout(("", "", ""), ";")
    assert turns(UNCLEAR, columns={"text": 2, "speaker": 1})[2] == ("два", None, None, "иное")
    with pytest.raises(FormatError, match="has 3 columns"):
        read(UNCLEAR, columns={"text": 3})
    with pytest.raises(FormatError, match="which column holds the words"):
        read(UNCLEAR, columns={"speaker": 1})
    with pytest.raises(FormatError, match="There is no topic in a table"):
        read(UNCLEAR, columns={"text": 1, "topic": 2})


def test_an_answer_goes_over_the_titles():
    text = "speaker,text,original\nA,x,one\nB,y,two\n"
    assert [turn[3] for turn in turns(text, columns={"text": 2, "speaker": 0})] == ["one", "two"]


def test_a_layout_is_the_same_for_tables_of_one_kind_only():
    assert layout((" Speaker", "TEXT"), ",") == layout(("speaker", "text"), ",")
    assert len({layout(("a", "b"), ","), layout(("a", "b"), ";"), layout(("a", "c"), ","), layout(("", ""), ",")}) == 4


def test_two_columns_of_names_are_not_guessed_away():
    rows = [("A", "x", "so it is then"), ("B", "y", "yes it is now"), ("A", "x", "no it is not"), ("B", "y", "may be it is")]
    assert not guess(("", "", ""), rows).sure
    assert guess(("", "", ""), [(a, c) for a, _, c in rows]).sure


# ---------------------------------------------------------------------- what we write


@pytest.fixture
def call() -> Transcript:
    who = (Speaker(0, "SPK00", "Анна", "Оператор", 1.0), Speaker(0, "SPK01", rank=2.0))
    said = (
        SourceTurn(1, "SPK00", "=добрый день", 500, 2000),
        SourceTurn(2, "SPK01", 'да; "да"\nнет', 2000),
        SourceTurn(3, None, "-гм <&>", None),
    )
    return as_transcript(Imported("call.x", "json", "utf-8", b"", who, said))


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_golden_files(call, name):
    assert formats.write(call, name, ExportOptions(topics=True)) == (GOLDEN / f"call.{name}").read_bytes()


def test_golden_sheet(call):
    with zipfile.ZipFile(io.BytesIO(formats.write(call, "xlsx", ExportOptions()))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("xl/worksheets/sheet1.xml") == (GOLDEN / "call.sheet.xml").read_bytes()


def test_no_cell_of_a_workbook_is_a_formula(call):
    sheet = load_workbook(io.BytesIO(formats.write(call, "xlsx", ExportOptions()))).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    words = [row[5] for row in sheet.iter_rows(min_row=2)]
    assert [(cell.value, bool(cell.quotePrefix)) for cell in words] == [
        ("=добрый день", True),
        ('да; "да"\nнет', False),
        ("-гм <&>", True),
    ]


def test_what_excel_takes_for_a_hidden_character_comes_back(call):
    call = replace(call, turns=(replace(call.turns[0], text="_x0041_"), *call.turns[1:]))
    assert turns(formats.write(call, "xlsx", ExportOptions()), "call.xlsx")[0][3] == "_x0041_"


def test_a_turn_that_no_cell_takes_is_refused_and_not_cut(call):
    long = replace(call, turns=(replace(call.turns[0], text="x" * 32_768), *call.turns[1:]))
    with pytest.raises(FormatError, match="Turn 1 is longer than a cell takes"):
        formats.write(long, "xlsx", ExportOptions())


# What a table cannot hold is not made up: characters that XML forbids, white space around words, "\r" in a line end.
words = st.text(st.sampled_from("=+-@'\";,|\t\n _x0041аб<&>😀"), min_size=1, max_size=12).map(str.strip).filter(bool)
label = st.text(st.sampled_from("AБ -='\""), min_size=1, max_size=4).map(str.strip).filter(bool)
time = st.none() | st.integers(0, 10_000_000)


@st.composite
def calls(draw: st.DrawFn) -> Transcript:
    labels = draw(st.lists(label, min_size=1, max_size=3, unique=True))
    who = tuple(Speaker(0, f"S{n}", name, draw(st.sampled_from(("", "Client"))), n) for n, name in enumerate(labels))
    said = []
    for number, text in enumerate(draw(st.lists(words, min_size=1, max_size=5)), 1):
        start = draw(time)
        end = draw(st.none() | st.integers(start, start + 100_000)) if start is not None else None
        said.append(SourceTurn(number, draw(st.sampled_from((None, *(s.id for s in who)))), text, start, end))
    return as_transcript(Imported("call.x", "json", "utf-8", b"", who, tuple(said)))


@settings(max_examples=40, deadline=None)
@given(calls(), st.sampled_from(["csv", "tsv", "xlsx"]))
def test_import_export_import_is_a_fixed_point(call, name):
    """Lost is the id of a speaker who has a name; the role is kept where a turn has it, and the unsaid speakers are gone."""
    first, report = formats.read(formats.write(call, name, ExportOptions()), f"call.{name}")
    names = {speaker.id: speaker.name for speaker in call.speakers}
    assert [(t.speaker_id, t.text, t.start_ms, t.end_ms) for t in first.turns] == [
        (names.get(t.speaker_id or ""), t.text, t.start_ms, t.end_ms) for t in call.turns
    ]
    assert report.turns == report.lines == len(call.turns)
    second, _ = formats.read(formats.write(as_transcript(first), name, ExportOptions()), f"call.{name}")
    assert (second.turns, second.speakers) == (first.turns, first.speakers)


# ---------------------------------------------------------------------- workbooks of others


def workbook(*sheets: list[list[object]]) -> bytes:
    made = Workbook()
    made.remove(made.active)
    for rows in sheets:
        sheet = made.create_sheet()
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_workbooks_with_times_numbers_and_several_sheets():
    from datetime import time, timedelta

    data = workbook(
        [["Отчет", None], ["Дата", 5]],
        [
            ["Начало", "Спикер", "Текст"],
            [time(0, 0, 1, 500_000), "А", "да_x000D_"],
            [timedelta(seconds=63), "Б", 42],
            [None, None, None],
        ],
    )
    assert turns(data, "call.xlsx") == [("А", 1500, None, "да"), ("Б", 63_000, None, "42")]
    assert "Read was the sheet" in remarks(data, name="call.xlsx")
    with pytest.raises(NeedsColumns):
        read(workbook([["раз два три", "четыре пять шесть"], ["семь восемь", "девять десять"]]), "call.xlsx")


def test_a_workbook_that_would_fill_the_memory_is_not_unpacked(monkeypatch):
    good = workbook([["speaker", "text"], ["A", "x"]])
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("xl/padding.xml", b" " * 30_000_000)
    with pytest.raises(FormatError, match="packed so that it could do harm"):
        read(file.getvalue(), "call.xlsx")
    monkeypatch.setattr(archives, "MOST_PARTS", 3)
    with pytest.raises(FormatError, match="packed so that it could do harm"):
        read(good, "call.xlsx")


def test_a_workbook_that_declares_entities_is_refused():
    good = workbook([["speaker", "text"], ["A", "x"]])
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, b'<!DOCTYPE a [<!ENTITY b "c">]>' + data if name == "xl/workbook.xml" else data)
    with pytest.raises(FormatError, match="declares entities"):
        read(file.getvalue(), "call.xlsx")


def test_rows_without_end_are_cut_off(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    data = workbook([["speaker", "text"], *([["A", "x"], ["B", "y"]] * 3)])
    with pytest.raises(FormatError, match="more than 3 rows"):
        read(data, "call.xlsx")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_damaged_workbook_is_refused_or_read_and_nothing_else(data):
    whole = bytearray(DAMAGED)
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(1, len(whole)))])
    for broken in (cut, bytes(whole)):
        with suppress(FormatError):
            formats.read(broken, "call.xlsx", format="xlsx")


DAMAGED = workbook([["speaker", "text"], ["A", "x"], ["B", "y"]])


@pytest.mark.parametrize(
    ("first", "titled"), [("дата;кто;что сказано;заметка", True), ("2026-11-01;Анна;что сказано;заметка", False)]
)
def test_one_known_title_that_is_no_value_makes_titles_of_a_row(first, titled):
    lines = [
        first,
        *(f"2026-11-{day:02};{('Анна', 'Борис')[day % 2]};заказ {day} не приходит;без замечаний" for day in range(2, 9)),
    ]
    with pytest.raises(NeedsColumns) as raised:
        formats.read("\n".join(lines).encode(), "a.csv", format="csv", columns={})
    assert len(raised.value.rows) == 7 + (not titled)
    assert any(raised.value.header) == titled
