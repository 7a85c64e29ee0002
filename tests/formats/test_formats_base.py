"""How formats are told apart, transcripts put together, and what harm markup may not do."""

from __future__ import annotations

import io
import math
import zipfile
from dataclasses import replace

import pytest

from annotator import formats
from annotator.core.errors import Ambiguous, FormatError
from annotator.core.i18n import msg
from annotator.core.spoken import unpack
from annotator.formats.base import CONTENTS, LIKELY, NO, SURE, ExportOptions, File, Format, lost
from annotator.formats.building import Builder, Token
from annotator.formats.markup import DEEPEST, local, root, xml


def file(data: str | bytes, name: str = "call.x") -> File:
    return File(data if isinstance(data, bytes) else data.encode(), name)


# ---------------------------------------------------------------------- telling formats apart


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch):
    """Make the formats known that claim files with the given certainty."""

    def make(**claims: int) -> None:
        def entry(name: str, claim: int) -> Format:
            def reader(file: File):
                builder = Builder(file, name)
                builder.turn(file.text)
                return builder.finish()

            return Format(name, msg("Subtitles"), (f".{name}",), reader, sniff=lambda _: claim)

        made = tuple(entry(name, claim) for name, claim in claims.items())
        monkeypatch.setattr(formats, "FORMATS", (formats.TEXT, *made))

    return make


def test_the_surest_format_reads_the_file_whatever_it_is_called(known):
    known(a=LIKELY, b=SURE, c=NO)
    assert formats.read(b"words", "call.c")[0].format == "b"


def test_a_tie_asks_and_an_answer_settles_it(known):
    known(a=LIKELY, b=LIKELY, c=NO)
    with pytest.raises(Ambiguous, match=r"call\.c can be read in several formats: .*\(a\), .*\(b\)") as raised:
        formats.read(b"words", "call.c")
    assert raised.value.formats == ("a", "b")
    assert formats.read(b"words", "call.c", format="a")[0].format == "a"


def test_what_nobody_claims_is_plain_text(known):
    known(a=NO)
    assert formats.read(b"SPK00: a", "call.a")[0].format == "text"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"results": [{"text": "a"', r"damaged JSON: line 1, column \d+"),
        ('[{"a": 1}]', "no known recogniser"),
        ("[" * 100_000, "too deep or too long"),
        ('{"a": ' + "9" * 5000 + "}", "too deep or too long"),
    ],
)
def test_json_that_nobody_knows_is_refused_with_the_reason(text, reason):
    with pytest.raises(FormatError, match=rf"call\.json .*{reason}"):
        formats.read(text.encode(), "call.json")


def test_files_of_the_same_name_are_seen_beside(tmp_path, monkeypatch):
    seen = {}

    def reader(file: File):
        seen.update(file.beside)
        return Builder(file, "a").finish()

    monkeypatch.setattr(formats, "FORMATS", (formats.TEXT, Format("a", msg("Subtitles"), (".a",), reader, sniff=lambda _: SURE)))
    for name in ("call.rttm", "call.ctm", "other.stm"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    with pytest.raises(FormatError, match=r"call\.ctm holds no words"):
        formats.read_file(tmp_path / "call.ctm")
    assert seen == {".rttm": b"call.rttm"}


# ---------------------------------------------------------------------- a file as it is seen


def test_a_file_is_seen_in_several_ways():
    assert file('{"a": [1]}').json == {"a": [1]}
    assert file("[00:01] A: a").json is None
    assert file('{"a": 1}\n{"a": 2}\n').json_lines == [{"a": 1}, {"a": 2}]
    assert file("<?xml version='1.0'?>\n<!-- x -->\n<!DOCTYPE a SYSTEM 'x.dtd'>\n<n:Root a='1'>").root == "Root"
    assert (file("A: <b> a").root, file(b"\x89PNG\r\n\x1a\n").text) == ("", "")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert file(packed.getvalue()).parts == {"word/document.xml"}
    assert (file(b"PK\3\4broken").parts, file(packed.getvalue()).text) == (frozenset(), "")


def test_of_json_lines_only_whole_ones_of_a_long_file_count():
    assert len(file('{"a": 1}\n' * 20_000).json_lines) > 100
    assert file('{"a": 1}\n{"a":').json_lines == []


# ---------------------------------------------------------------------- putting together


def test_a_transcript_is_put_together_and_accounted_for():
    builder = Builder(file("x"), "a")
    builder.turn("Добрый день.", "A", 1000, 2000, role="Agent")
    builder.turn("", "B")
    builder.turn("да", "B", 2000.4, 1000, name="Boris")
    builder.more("нет", 3000)
    builder.skip(msg("No time"))
    builder.blank()
    imported, report = builder.finish()
    assert [(t.number, t.speaker_id, t.text, t.start_ms, t.end_ms) for t in imported.turns] == [
        (1, "A", "Добрый день.", 1000, 2000),
        (2, "B", "да нет", 2000, 3000),
    ]
    assert [(s.id, s.role, s.name, s.rank) for s in imported.speakers] == [("A", "Agent", "", 1.0), ("B", "", "Boris", 2.0)]
    assert (report.lines, report.turns, report.continued, report.blank, report.not_understood) == (6, 2, 1, 2, 1)
    assert [(r.line, str(r.message)) for r in report.remarks] == [
        (3, "It ends before it begins: the end is left out."),
        (5, "No time"),
    ]


def test_words_make_the_text_and_the_time_of_a_turn():
    builder = Builder(file("x"), "a")
    tokens = [Token("Да", 100, 200, 0.5), Token(",", glued=True), Token("нет", 300, 400), Token("."), Token(" ")]
    builder.turn(None, "A", tokens=tokens)
    (turn,) = builder.finish()[0].turns
    assert (turn.text, turn.start_ms, turn.end_ms) == ("Да, нет .", 100, 400)
    assert [(w.start, w.end, w.confidence) for w in unpack(turn.timing)] == [(0, 2, 0.5), (4, 7, None)]


@pytest.mark.parametrize("odd", [-1, math.nan, math.inf, 1e300])
def test_what_is_no_time_is_left_out_and_told(odd):
    builder = Builder(file("x"), "a")
    builder.turn("да", None, odd, odd)
    imported, report = builder.finish()
    assert (imported.turns[0].start_ms, imported.turns[0].end_ms, imported.speakers) == (None, None, ())
    assert len(report.remarks) == 2


def test_turns_in_order_of_time_and_speakers_as_they_come():
    builder = Builder(file("x"), "a")
    for speaker, ms in (("B", 300), ("B", 100), ("A", 0)):
        builder.turn(f"{ms}", speaker, ms)
    imported, _ = builder.finish(in_order_of_time=True)
    assert [(t.number, t.text) for t in imported.turns] == [(1, "0"), (2, "100"), (3, "300")]
    assert [s.id for s in imported.speakers] == ["A", "B"]


def test_a_turn_of_a_book_is_refused():
    builder = Builder(file("x"), "a")
    with pytest.raises(FormatError, match=r"call\.x, turn 1: longer than 1000000 characters"):
        builder.turn("a" * 1_000_001)


# ---------------------------------------------------------------------- markup


def test_markup_in_another_encoding_than_it_declares():
    data = "<?xml version='1.0' encoding='windows-1251'?>\n<!DOCTYPE a SYSTEM 'a.dtd'>\n<a xmlns='x'><b>да</b></a>"
    found = xml(file(data.encode("utf-8-sig")))
    assert (local(found), local(found[0]), found[0].text) == ("a", "b", "да")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<?xml version='1.0'?>\n<a>\n<b></a>", "damaged in line 3, column 6"),
        ('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "declares entities"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "declares entities"),
        ("<a>" * (DEEPEST + 1) + "</a>" * (DEEPEST + 1), "nested more than 100 deep"),
        ("", "damaged in line 1"),
    ],
)
def test_markup_that_is_damaged_or_meant_to_harm_is_refused(text, reason):
    with pytest.raises(FormatError, match=rf"call\.x .*{reason}"):
        xml(file(text))


def test_the_outermost_element_of_endless_comments_is_found_at_once():
    assert root("<!--" * 20_000) == ""
    assert root("<?" * 30_000) == ""
    assert root("<!DOCTYPE" + " " * 60_000) == ""


# ---------------------------------------------------------------------- what a file cannot hold


def test_what_is_lost_is_what_the_call_has_and_the_format_has_not(load):
    call = load("[00:01] Клиент (SPK00): один\n")
    nothing = replace(formats.by_name("text"), keeps=frozenset())
    assert lost(nothing, call, ExportOptions()) == [CONTENTS[name] for name in ("speakers", "roles", "times", "source")]
    everything = replace(nothing, keeps=frozenset(CONTENTS))
    assert lost(everything, call, ExportOptions()) == []


def test_formats_keep_what_there_is():
    for entry in formats.FORMATS:
        assert entry.keeps <= set(CONTENTS), entry.name
        assert bool(entry.keeps) == (entry.writer is not None), entry.name
