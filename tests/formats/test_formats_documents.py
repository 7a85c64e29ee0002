"""Documents to read and print, and what users make of templates: DOCX in its many layouts, Markdown, HTML."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.commands import topics, turns
from annotator.core.commands.transcripts import as_transcript
from annotator.core.errors import FormatError
from annotator.core.model import Imported, SourceTurn, Speaker, Transcript
from annotator.formats import docx_document, placeholders
from annotator.formats.base import ExportOptions
from annotator.formats.placeholders import TEMPLATES, suffix_of
from annotator.formats.table_columns import NeedsColumns

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def call() -> Transcript:
    who = (Speaker(0, "SPK00", "Анна", "Оператор", 1.0), Speaker(0, "SPK01", role="Клиент", rank=2.0))
    said = (
        SourceTurn(1, "SPK00", "# добрый *день*, <b>1. да</b>", 500, 2000),
        SourceTurn(2, "SPK01", "да & нет\n- вот\n1. так", 62_000),
        SourceTurn(3, None, "гм"),
    )
    call = as_transcript(Imported("my_call.x", "json", "utf-8", b"", who, said))
    call = call.apply(topics.add(call.topics, "Цена_1", "#336699"))
    call = call.apply(topics.tag(call, [2], call.topics[0].id))
    return call.apply(turns.comment(call, 1, "<см.>\nещё"))


def document(*paragraphs: str | tuple[str, str], table: list[tuple[str, ...]] | None = None) -> bytes:
    """Make a document; of a pair the first is bold."""
    made = Document()
    for paragraph in paragraphs:
        bold, plain = paragraph if isinstance(paragraph, tuple) else ("", paragraph)
        added = made.add_paragraph()
        added.add_run(bold).bold = True
        added.add_run(plain)
    if table:
        grid = made.add_table(0, len(table[0]))
        for row in table:
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                cell.text = text
    return saved(made)


def saved(made) -> bytes:
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def read(data: bytes, **about):
    return [(t.speaker_id, t.start_ms, t.end_ms, t.text) for t in formats.read(data, "call.docx", **about)[0].turns]


# ---------------------------------------------------------------------- DOCX: layouts of others


def test_names_with_a_colon_are_read_as_in_a_text():
    assert read(document("Анна: добрый день", "", "Борис: да: вот", "и ещё", "Анна: ну", "Борис: нет"))[:2] == [
        ("Анна", None, None, "добрый день"),
        ("Борис", None, None, "да: вот\nи ещё"),
    ]
    assert read(document("[00:01] Анна: да", "[00:02] Борис: нет"))[1] == ("Борис", 2000, None, "нет")


def test_teams_and_otter_write_the_name_and_the_time_above():
    teams = document(
        "Meeting-Transcript", "27m 42s", "Nick started transcription", "Anna Lee   0:03\nhello\nthere", "Bob   1:00:07\nyes"
    )
    assert read(teams) == [("Anna Lee", 3000, None, "hello there"), ("Bob", 3_607_000, None, "yes")]
    otter = document("Anna  0:00", "hello", "there", "Bob  0:09", "yes", "Anna  0:11", "Transcribed by https://otter.ai")
    assert read(otter) == [("Anna", 0, None, "hello there"), ("Bob", 9000, None, "yes")]


def test_older_teams_writes_ranges_of_time():
    data = document(
        "00:00:05.000 --> 00:00:09.100",
        "Anna",
        "hello",
        "there",
        "0:0:10.0 --> 0:0:12.0",
        "00:00:10.000 --> 00:00:12.000",
        "Bob",
        "bye",
    )
    assert read(data) == [("Anna", 5000, 9100, "hello there 0:0:10.0 --> 0:0:12.0"), ("Bob", 10_000, 12_000, "bye")]


def test_names_in_bold_above_the_words():
    data = document(("Анна", ""), "добрый день", ("Борис:", ""), "да", "вот", ("Анна", ""), "нет")
    assert read(data) == [("Анна", None, None, "добрый день"), ("Борис", None, None, "да вот"), ("Анна", None, None, "нет")]


def test_tables_of_transcripts():
    aws = [
        ("Start", "Dur.", "Speaker", "", "Transcription"),
        ("0:00:01.62", "4.2s", "spk_1", "", "[Topic 1] Hello."),
        ("0:00:07.77", "1s", "spk_0", "", "Hi"),
    ]
    data = document(
        "Call Summary", "A long summary of what was said in this call, which is none of the transcript at all.", table=aws
    )
    assert read(data) == [("spk_1", 1620, 5820, "Hello."), ("spk_0", 7770, 8770, "Hi")]
    bare = [("Анна", "добрый день вам"), ("Борис", "и вам добрый день"), ("Анна", "слушаю вас сейчас")]
    assert [turn[0] for turn in read(document("Интервью", table=bare))] == ["Анна", "Борис", "Анна"]
    unclear = document(table=[("one", "two three four"), ("five", "six seven eight")])
    with pytest.raises(NeedsColumns):
        read(unclear)
    assert read(unclear, columns={"text": 1, "speaker": 0})[1] == ("five", None, None, "six seven eight")


def test_what_is_deleted_or_only_beside_is_no_part_of_it():
    made = Document()
    made.add_heading("Анна: заголовок")
    made.add_paragraph("Анна: да")
    paragraph = made.add_paragraph("Борис: нет")
    for xml in (
        "<w:del {}><w:r><w:delText> gone</w:delText></w:r></w:del>",
        "<w:moveFrom {}><w:r><w:t> moved</w:t></w:r></w:moveFrom>",
        "<w:ins {}><w:r><w:t xml:space='preserve'> now</w:t></w:r></w:ins>",
        "<w:r {}><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:r>",
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
    assert [turn[3] for turn in read(saved(made))] == ["да", "нет now"]


def test_documents_without_a_transcript_are_refused():
    with pytest.raises(FormatError, match=r"No turn was recognised in call\.docx"):
        read(document("Only prose here, and nobody who says it."))
    with pytest.raises(FormatError, match=r"call\.docx holds no words"):
        read(document())
    for data in (document("A: b")[:-60], b"PK\3\4 no archive", b"PK\3\4"):
        with pytest.raises(FormatError, match=r"call\.docx is damaged"):
            formats.read(data, "call.docx", format="docx")


def test_a_document_that_would_fill_the_memory_is_not_unpacked(monkeypatch):
    data = document("A: b", "B: c")
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name) + (b" " * 30_000_000 if name == "word/document.xml" else b""))
    with pytest.raises(FormatError, match="packed so that it could do harm"):
        read(file.getvalue())
    monkeypatch.setattr(docx_document, "MOST_PARAGRAPHS", 1)
    with pytest.raises(FormatError, match="more than 1 paragraphs"):
        read(data)


# ---------------------------------------------------------------------- DOCX: ours


def test_golden_document(call):
    with zipfile.ZipFile(io.BytesIO(formats.write(call, "docx", ExportOptions(topics=True)))) as archive:
        body = archive.read("word/document.xml")
        styles = re.findall(rb'<w:style [^>]*w:styleId="Annotator.*?</w:style>', archive.read("word/styles.xml"), re.DOTALL)
    paragraphs = re.findall(rb"<w:p>.*?</w:p>", body)
    assert b"\n".join(paragraphs) == (GOLDEN / "call.document.xml").read_bytes().rstrip()
    assert b"\n".join(styles) == (GOLDEN / "call.styles.xml").read_bytes().rstrip()


def test_our_documents_come_back(call):
    imported, report = formats.read(formats.write(call, "docx", ExportOptions(topics=True)), "call.docx")
    assert [(t.speaker_id, t.start_ms, t.text) for t in imported.turns] == [
        ("Анна", 0, call.turns[0].text),
        ("Клиент", 62_000, call.turns[1].text),
        (None, None, "гм"),
    ]
    assert [(s.id, s.name, s.role) for s in imported.speakers] == [("Анна", "Анна", "Оператор"), ("Клиент", "", "Клиент")]
    assert (report.lines, report.turns, report.blank) == (4, 3, 1)


word = st.text(st.sampled_from("ab:-(я) [\n\t<1"), min_size=1, max_size=8).map(str.strip).filter(bool)
label = st.text(st.sampled_from("AБ-1"), min_size=1, max_size=4)


@settings(max_examples=6, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from((None, 0, 1)), word, st.none() | st.integers(0, 10**7)), min_size=1, max_size=4),
    label,
    label,
)
def test_import_export_import_is_a_fixed_point(said, name, role):
    """Lost are the ids of speakers with a name or a role, milliseconds and ends; the topics are written for people."""
    who = (Speaker(0, "S0", name, role, 1.0), Speaker(0, "S1", rank=2.0))
    made = tuple(SourceTurn(n, None if s is None else f"S{s}", text, start) for n, (s, text, start) in enumerate(said, 1))
    call = as_transcript(Imported("call.x", "json", "utf-8", b"", who, made))
    first, _ = formats.read(formats.write(call, "docx", ExportOptions()), "call.docx")
    names = {"S0": name, "S1": "S1"}
    assert [(t.speaker_id, t.text, t.start_ms) for t in first.turns] == [
        (names.get(t.speaker_id or ""), t.text, None if t.start_ms is None else t.start_ms // 1000 * 1000) for t in call.turns
    ]
    second, _ = formats.read(formats.write(as_transcript(first), "docx", ExportOptions()), "call.docx")
    assert (second.turns, second.speakers) == (first.turns, first.speakers)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_documents_and_workbooks(call, tmp_path):
    words = " ".join(turn.text for turn in call.turns).split()
    for name in ("docx", "xlsx"):
        (tmp_path / f"{name}.{name}").write_bytes(formats.write(call, name, ExportOptions()))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "html"]
    files = [tmp_path / "docx.docx", tmp_path / "xlsx.xlsx"]
    subprocess.run([*command, "--outdir", tmp_path, *files], check=True, capture_output=True, timeout=120)
    for name in ("docx", "xlsx"):
        page = Page()
        page.feed((tmp_path / f"{name}.html").read_text("utf-8"))
        assert [word for word in words if word not in page.words.split()] == []


# ---------------------------------------------------------------------- Markdown


def test_golden_markdown(call):
    assert formats.write(call, "markdown", ExportOptions(topics=True)).decode() == (GOLDEN / "call.md").read_text("utf-8")


def test_what_is_said_is_no_markup(call):
    text = formats.write(call, "markdown", ExportOptions(speakers=False)).decode()
    assert r"\# добрый \*день\*, \<b\>1. да\</b\>" in text
    assert "\n1\\. так" in text
    assert "\n\\- вот" in text


# ---------------------------------------------------------------------- HTML


class Page(HTMLParser):
    """Collects the elements, and the words that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self._open: list[str] = []

    def handle_startendtag(self, tag, attrs):
        self.words += " "

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag in ("meta", "br", "col", "hr", "link"):
            self.words += " "
        else:
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        self.words += "" if self._open[-1:] == ["style"] else data


def test_golden_page(call):
    assert formats.write(call, "html", ExportOptions(topics=True)).decode() == (GOLDEN / "call.html").read_text("utf-8")


def test_a_page_shows_what_is_said_and_fetches_and_runs_nothing(call):
    call = call.apply(turns.set_text(call, 3, '<script>alert(1)</script> <img src="http://x/"> "&lt;\x07'))
    text = formats.write(call, "html", ExportOptions(topics=True)).decode()
    page = Page()
    page.feed(text)
    page.close()
    assert {tag for tag, _ in page.elements} == set("html head meta title style body h1 p time b span q".split())
    assert not {name for _, attributes in page.elements for name in attributes} - {"charset", "name", "content", "class", "id"}
    assert "url(" not in text
    assert "@import" not in text
    assert '<script>alert(1)</script> <img src="http://x/"> "&lt;\ufffd' in page.words
    assert "да & нет\n- вот" in page.words


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_names_can_be_read_in_both_schemes():
    from annotator.formats.html_page import _COLOURS

    for on_white, on_black in _COLOURS:
        assert contrast(on_white, "#ffffff") >= 4.5
        assert contrast(on_black, "#161616") >= 4.5


# ---------------------------------------------------------------------- templates


def made(call: Transcript, template: str) -> str:
    return formats.write(call, "template", ExportOptions(template=template)).decode()


def test_golden_template(call):
    lines = ("suffix: .log", "Call {call}: {speakers}", "---", "{number}. [{start:0:00} ]{speaker}[ ({role})]", "{text:line}")
    template = "\n".join((*lines, "[Topics: {topics}]", "[Note: {comment:line}]", "---", "{turns} turns", ""))
    assert made(call, template) == (GOLDEN / "call.template.txt").read_text("utf-8")
    assert (suffix_of(template), suffix_of("{text}")) == (".log", ".txt")


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{text:line}", ["# добрый *день*, <b>1. да</b>", "да & нет - вот 1. так", "гм"]),
        ("[{start:ms}[-{end:ms}] ]{id:upper}", ["500-2000 SPK00", "62000 SPK01"]),
        ("[[{start:s}]] {{{number}}}", ["[0.500] {1}", "[62.000] {2}", "[] {3}"]),
        ("[{start:0:00:00}–{end:0:00:00}]x", ["0:00:00–0:00:02x", "x", "x"]),
        ("[{start:ms}[-{end:ms}]]", ["500-2000", "62000"]),
        ("[{role}]", ["Оператор", "Клиент"]),
    ],
)
def test_placeholders_shapes_and_conditions(call, template, expected):
    assert made(call, template).splitlines() == expected


def test_an_empty_template_is_the_first_to_begin_with(call):
    assert made(call, "") == made(call, TEMPLATES[0][1])
    for _, text in TEMPLATES:
        assert "день" in made(call, text)


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{text}\n{txet}", r"Line 2 of the template: there is no \{txet\} here\. There are: \{number\}, \{start\}"),
        ("suffix: .x\n{text}\n---\n{text}", r"Line 2 of the template: there is no \{text\} here\. There are: \{call\}"),
        ("{text.__class__}", "there is no"),
        ("{text!r}", "there is no"),
        ("{text", "no partner"),
        ("text}", "no partner"),
        ("[{text}", "no partner"),
        ("{text}]", "no partner"),
        ("[a" * 9 + "]" * 9, "no partner"),
        ("{start:noon}", "noon is no shape"),
        ("{text:0:00}", "0:00 is no shape"),
        ("  \n", "The template is empty"),
        ("---\n---\n", "no line for a turn"),
        ("---\n---\n---\n", "more than two lines"),
        ("x" * (placeholders.LONGEST + 1), "longer than"),
    ],
)
def test_what_is_no_template_is_said_with_the_line(call, template, reason):
    with pytest.raises(FormatError, match=reason):
        made(call, template)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("{}[]:. -\nabs"), max_size=25))
def test_any_template_writes_or_says_why_not(template):
    call = as_transcript(formats.read(b"[00:01] A: x\n[00:02] B: {0.__class__}[\n", "call.txt")[0])
    try:
        made(call, "{text}" + template)
    except FormatError as error:
        assert "template" in str(error)  # noqa: PT017
    else:
        assert "{0.__class__}[" in made(call, "{text}" + template)
