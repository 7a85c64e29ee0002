"""Codebooks as files: what is written is read again, as is what people make in spreadsheets; the rest is refused with a reason."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import FormatError
from annotator.core.model import Topic
from annotator.formats import codebook

PRICE = Topic(3, "Цена", "#1f6f5c", "Сколько\nстоит", 1, 2.0, None, ("цена", "сколько … стоит"))
DISCOUNT = Topic(7, "=Скидка / акция", "#0b5cad", "", 0, 1.0, 3)
DELIVERY = Topic(5, "Доставка/возврат", "#b4480f", "", 2, 1.0)
BOOK = (PRICE, DISCOUNT, DELIVERY)


def told(topics) -> list[tuple[object, ...]]:
    names = {topic.id: topic.name for topic in topics}
    return [(t.name, names.get(t.parent_id), t.colour, t.definition, t.hotkey, t.keywords) for t in topics]


IN_ORDER = [DELIVERY, PRICE, DISCOUNT]


@pytest.mark.parametrize("encode", [codebook.encode_csv, codebook.encode_json])
def test_what_is_written_is_read_again_in_its_order(encode):
    read = codebook.decode(encode(BOOK), "book")
    assert told(read) == told(IN_ORDER)
    assert [t.rank for t in read] == sorted(t.rank for t in read)


def test_the_table_is_safe_for_spreadsheets():
    data = codebook.encode_csv(BOOK)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["topic", "colour", "definition", "hotkey", "keywords"]
    assert [row[0] for row in rows[1:]] == ["Доставка/возврат", "Цена", "Цена / =Скидка // акция"]
    assert rows[2][1:] == ["#1f6f5c", "Сколько\nстоит", "1", "цена; сколько … стоит"]
    alone = codebook.encode_csv([Topic(1, "=1+1", "")])
    assert "'=1+1" in alone.decode()
    assert told(codebook.decode(alone, "b.csv"))[0][0] == "=1+1"


NAMES = st.text(st.sampled_from("аб /\\'=;,\"\n"), min_size=1, max_size=8).map(str.strip).filter(bool)


@given(st.lists(st.tuples(NAMES, st.integers(0, 5)), min_size=1, max_size=6))
def test_any_names_come_back(names):
    topics: dict[tuple[int | None, str], Topic] = {}
    for n, (name, parent) in enumerate(names, 1):
        above = parent if 0 < parent < n and any(t.id == parent for t in topics.values()) else None
        topics.setdefault((above, name.casefold()), Topic(n, name, "", rank=n, parent_id=above))
    book = list(topics.values())
    for encode in (codebook.encode_csv, codebook.encode_json):
        assert sorted(map(str, told(codebook.decode(encode(book), "book")))) == sorted(map(str, told(book)))


def test_a_table_of_a_spreadsheet_is_read_whatever_it_puts_between_cells_and_in_whatever_order():
    for between in ";,\t":
        text = between.join(("Клавиша", "Тема", "Заметка")) + "\r\n" + between.join(("4", "Цена / Скидка", "x")) + "\r\n\r\n"
        assert told(codebook.decode(text.encode(), "b.csv")) == [
            ("Цена", None, "", "", 0, ()),
            ("Скидка", "Цена", "", "", 4, ()),
        ], "a parent without a row of its own is there all the same"
    assert told(codebook.decode("sep=;\nname;color\nЦена;1F6F5C\n".encode(), "b.csv"))[0][2] == "#1F6F5C"


def test_what_excel_saves_in_russia_is_read():
    rows = "тема;определение;ключевые слова\r\nСтоимость услуг;сколько стоит подключение и обслуживание;стоимость; цена\r\n"
    read = codebook.decode(rows.replace("стоимость; цена", '"стоимость; цена"').encode("cp1251"), "b.csv")
    assert told(read) == [("Стоимость услуг", None, "", "сколько стоит подключение и обслуживание", 0, ("стоимость", "цена"))]


BAD = {
    "": "no text",
    "a;b\n1;2\n": "line 1.*names the columns",
    "topic;topic\na;b\n": "line 1.*names the columns",
    "topic\n": "no topics",
    "topic,colour\nPrice,red\n": "line 2.*red is no colour",
    "topic,hotkey\nx,1\nPrice,12\n": "line 3.*12 is no key",
    "topic,hotkey\nPrice,ten\n": "no key",
    "topic\nPrice\nprice\n": "line 3.*already a topic",
    "topic\nPrice / \n": "line 2",
    "topic,colour\n,#112233\n": "line 2.*needs a name",
    'topic\n"Price\n': "no row of a table",
    "topic\n" + " / ".join("abcdefghijklmn") + "\n": "nested",
    "topic\n" + "x" * 201 + "\n": "200 characters",
    "topic,definition\nx," + "y" * 20_001 + "\n": "20000 characters",
    "topic\n" + "\n".join(map(str, range(2001))): "2000 topics",
    "topic\n" + "x" * 140_000: "no row of a table",
    "{": "line 1.*no JSON",
    "[" * 100_000: "nested",
    "[]": "no codebook of version 1",
    '{"codebook": 2, "topics": []}': "no codebook of version 1",
    '{"codebook": 1, "topics": {}}': "no codebook of version 1",
    '{"codebook": 1, "topics": []}': "no topics",
    '{"codebook": 1, "topics": [3]}': "object with a name",
    '{"codebook": 1, "topics": [{"name": "a", "parts": 3}]}': "object with a name",
    '{"codebook": 1, "topics": [{"name": "a", "keywords": [3]}]}': "topic a.*are texts",
    '{"codebook": 1, "topics": [{"name": "a", "colour": 3}]}': "are texts",
    '{"codebook": 1, "topics": [{"name": "a", "hotkey": true}]}': "no key",
    '{"codebook": 1, "topics": [{"name": "a"}, {"name": "A"}]}': "already a topic",
}


@pytest.mark.parametrize("text", BAD, ids=[text[:30] for text in BAD])
def test_what_is_no_codebook_is_refused_with_the_place_and_the_reason(text):
    with pytest.raises(FormatError, match=f"(?s)book.csv.*{BAD[text]}"):
        codebook.decode(text.encode(), "book.csv")


def test_hostile_and_unreadable_files_are_refused(tmp_path):
    deep: dict[str, object] = {"name": "a"}
    for _ in range(codebook.DEEPEST):
        deep = {"name": "a", "parts": [deep]}
    with pytest.raises(FormatError, match="nested"):
        codebook.decode(json.dumps({"codebook": 1, "topics": [deep]}).encode(), "b")
    large = tmp_path / "large.csv"
    large.write_bytes(b"topic\n" + b"a" * 1024 * 1024)
    with pytest.raises(FormatError, match="larger than 1 MB"):
        codebook.read_file(large)
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(FormatError, match="cannot be read"):
            codebook.read_file(path)
    with pytest.raises(FormatError, match="encoding"):
        codebook.decode("topic\nЦена\n".encode("koi8-r"), "b.csv")
    with pytest.raises(FormatError):
        codebook.decode(b"topic\nPrice\0\n", "b.csv")
