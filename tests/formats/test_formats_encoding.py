"""Encodings: found, told apart, undone exactly."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.errors import FormatError
from annotator.formats.encoding import ENCODINGS, byte_order_mark, decode, encode

RUSSIAN = (
    "Клиент (SPK01): здравствуйте я вчера звонила вам по поводу доставки и мне обещали перезвонить\n"
    "Саппорт (SPK00): да вижу вашу заявку сейчас уточню у курьерской службы подождите пожалуйста\n"
    "Клиент (SPK01): хорошо я подожду только меня уже второй день переводят с линии на линию и ничего не меняется\n"
)
SENTENCES = [
    "Саппорт: добрый день, чем могу помочь",
    "Клиент: у меня второй день не работает интернет",
    "клиент: ну я перезагружал роутер и ничего не изменилось",
    "Оператор: назовите, пожалуйста, номер договора",
    "ОПЕРАТОР: ПОДОЖДИТЕ МИНУТУ, Я ПРОВЕРЮ",
    "Клиент: хорошо, жду",
    "клиент: Я хочу узнать, где мой заказ",
]


@pytest.mark.parametrize("encoding", ENCODINGS[:-1])
@pytest.mark.parametrize("text", [RUSSIAN, RUSSIAN.upper(), RUSSIAN.lower()], ids=["as written", "capitals", "small"])
def test_russian_is_found_in_every_encoding(encoding: str, text: str) -> None:
    found = decode(text.encode(encoding), "a.txt")
    assert (found.text, found.sure) == (text, True)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("text", SENTENCES)
def test_one_sentence_is_enough(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


def test_accents_and_typographic_marks_are_latin() -> None:
    for text in ("Client: the café in Zürich was closed – déjà vu\nAgent: it’s fine\n", "A: don’t\nB: I won’t – no…\n"):
        found = decode(text.encode("cp1252"), "a.txt")
        assert (found.text, found.sure) == (text, True)


def test_a_few_letters_are_a_guess() -> None:
    found = decode("A: ну\n".encode("cp1251"), "a.txt")
    assert (found.text, found.sure) == ("A: ну\n", False)


def test_letters_of_another_script_are_a_guess() -> None:
    greek = "Καλημέρα σας, πώς μπορώ να σας βοηθήσω σήμερα με το πρόβλημά σας\n" * 20
    assert not decode(greek.encode("cp1253"), "a.txt").sure


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_decides_and_is_no_text(mark: bytes, encoding: str) -> None:
    data = mark + RUSSIAN.encode(encoding)
    found = decode(data, "a.txt")
    assert (found.text, found.encoding, found.bom) == (RUSSIAN, encoding, mark)
    assert encode(found.text, found.encoding, found.bom) == data


@pytest.mark.parametrize("name", ["utf-16", "UTF_16", "utf-16-le"])
def test_utf_16_chosen_by_hand_with_and_without_a_mark(name: str) -> None:
    for data in (RUSSIAN.encode("utf-16-le"), codecs.BOM_UTF16_LE + RUSSIAN.encode("utf-16-le")):
        found = decode(data, "a.txt", name)
        assert found.text == RUSSIAN
        assert encode(found.text, found.encoding, found.bom) == data


def test_the_other_byte_order_is_found_by_its_mark() -> None:
    data = codecs.BOM_UTF16_BE + RUSSIAN.encode("utf-16-be")
    assert decode(data, "a.txt", "utf-16").encoding == "utf-16-be"


def test_a_chosen_encoding_is_not_questioned() -> None:
    found = decode(RUSSIAN.encode("koi8-r"), "a.txt", "cp1251")
    assert found.text != RUSSIAN
    assert (found.encoding, found.sure) == ("cp1251", True)


@pytest.mark.parametrize("name", ["no-such", "hex", "idna", "undefined", "utf-8\0"])
def test_what_is_no_encoding_of_files_is_refused(name: str) -> None:
    with pytest.raises(FormatError, match="There is no encoding"):
        decode(b"A: b", "a.txt", name)


@pytest.mark.parametrize("name", ["utf-7", "unicode_escape"])
def test_an_encoding_that_loses_bytes_is_refused(name: str) -> None:
    with pytest.raises(FormatError, match=r"a\.txt does not come back"):
        decode(b"A: +AGE- \\x41", "a.txt", name)


def test_damaged_utf_8_is_not_taken_for_something_else() -> None:
    before, after = RUSSIAN[:-20].encode(), RUSSIAN[-20:].encode()
    with pytest.raises(FormatError, match=rf"a\.txt, line 3: byte {len(before)} is not utf-8"):
        decode(before + b"\xff" + after, "a.txt")


def test_text_cut_inside_of_a_character_is_damaged() -> None:
    with pytest.raises(FormatError, match="line 1: byte"):
        decode("Клиент: да".encode()[:-1], "a.txt")
    with pytest.raises(FormatError, match="is not utf-16-le"):
        decode("Клиент: да\n".encode("utf-16")[:-1], "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        "Клиент: да ".encode() + b"\xed\xa0\xbd" + " нет".encode(),
        "Клиент: да ".encode("utf-16-le") + b"\x3d\xd8" + " нет".encode("utf-16-le"),
    ],
    ids=["utf-8", "utf-16"],
)
def test_half_a_surrogate_pair_is_named(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"a\.txt, line 1: byte \d+ begins half a surrogate pair"):
        decode(data, "a.txt")


def test_a_character_that_cannot_be_written_is_named() -> None:
    with pytest.raises(FormatError, match=r"☎ \(U\+260E\) cannot be written in cp1251.*UTF-8"):
        encode("звоните ☎", "cp1251")
    with pytest.raises(FormatError, match=r"\? \(U\+D83D\)"):
        encode("\ud83d", "utf-8")


def test_only_wide_encodings_get_a_mark() -> None:
    assert [byte_order_mark(e) for e in ("utf-8", "cp1251", "utf-16")] == [b"", b"", b""]
    assert byte_order_mark("utf-16-be") == codecs.BOM_UTF16_BE


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from([None, *ENCODINGS]))
def test_what_is_decoded_can_be_undone(data: bytes, encoding: str | None) -> None:
    try:
        found = decode(data, "a.txt", encoding)
    except FormatError:
        return
    assert encode(found.text, found.encoding, found.bom) == data


@settings(deadline=None)
@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщыьэюяёАБВ .,!?:\n—«»"), st.sampled_from(["cp1251", "utf-8", "utf-16-le"]))
def test_a_chosen_encoding_gives_the_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt", encoding).text == text
