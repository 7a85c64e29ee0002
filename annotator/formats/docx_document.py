"""Documents to read and print (DOCX, Office Open XML, ISO 29500): one paragraph a turn, with a style for each speaker.

Read are documents of our own, tables (those of Amazon Transcribe, and any with titles), the layouts of Teams and Otter, names in
bold above the words, and whatever reads like plain text.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from annotator.core.errors import FormatError
from annotator.core.i18n import msg
from annotator.core.model import Imported, Transcript
from annotator.formats import timecode
from annotator.formats.archives import BROKEN, damaged, legal, refuse_bombs, undated
from annotator.formats.base import NO, SURE, ExportOptions, File, Format, ImportReport, exported, topic_names
from annotator.formats.building import Builder
from annotator.formats.labels import speaker_labels
from annotator.formats.lines import understood
from annotator.formats.table_columns import Table, fill, guess, table, title_of

MOST_PARAGRAPHS = 200_000
_COLOURS = ("1F4E9E", "A8480A", "1B6B4A", "7A2E8E", "8A1538", "0F6674")
"""Dark enough for white paper (contrast above 4.5:1), and told apart by colour-blind eyes in the order of speakers."""
_GREY = "595959"
_TURN, _SPEAKER, _ROLE, _TIME, _TOPICS = "AnnotatorTurn", "AnnotatorSpeaker", "AnnotatorRole", "AnnotatorTime", "AnnotatorTopics"
"""What the ids of our styles begin with."""

_PASSED_OVER = frozenset(("del", "moveFrom", "Fallback", "txbxContent", "pPr", "rPr", "tblPr", "instrText"))
"""Elements that hold no words, or words that are no longer or not only there."""
_HEADED = re.compile(rf"(?P<name>[^\s:][^\t:\n]{{0,79}}?)(?:[ \u00a0]{{2,8}}|[ \u00a0]?\t[ \u00a0]?)(?P<time>{timecode.TIME})\s*")
_RANGED = re.compile(rf"({timecode.TIME})\s*-->\s*({timecode.TIME})\s*")
_RECORDER = re.compile(
    r".{1,80} (?:started|stopped) (?:the )?transcription\.?|transcribed by (?:https?://)?otter\.ai\W*", re.IGNORECASE
)
_DIVIDED = re.compile(r"(\r\n|\r|\n|\t)")
_MARKS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\r": "<w:br/>", "\r\n": "<w:br/>"}
_TOPIC_MARK = re.compile(r"\[Topic \d+\]\s*")
"""What Amazon's documents write before the words where a topic begins."""


def sniff(file: File) -> int:
    return SURE if "word/document.xml" in file.parts else NO


# ---------------------------------------------------------------------- reading


@dataclass(frozen=True, slots=True)
class _Run:
    style: str
    bold: bool
    text: str


@dataclass(frozen=True, slots=True)
class _Paragraph:
    style: str
    runs: tuple[_Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        return all(run.bold for run in self.runs if run.text.strip())

    @property
    def heading(self) -> bool:
        return self.style.casefold().startswith(("heading", "title", "subtitle", "berschrift", "заголовок"))


@dataclass(frozen=True, slots=True)
class _Block:
    """The header of a turn, and the words below."""

    speaker: str
    start_ms: int | None
    end_ms: int | None
    lines: list[str]


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read a document: what is deleted in tracked changes, in text boxes, headers and notes is no part of the transcript."""
    refuse_bombs(file)
    try:
        paragraphs, tables = _contents(file)
    except BROKEN:
        raise damaged(file) from None
    builder = Builder(file, "docx")
    if any(paragraph.style.startswith(_TURN) for paragraph in paragraphs):
        _add_own(builder, paragraphs)
        return builder.finish()
    found = _chosen(tables, paragraphs, file)
    if found is not None:
        if any(title.casefold().startswith("dur.") for title in found.header):
            found = Table(found.header, [[_TOPIC_MARK.sub("", cell) for cell in row] for row in found.rows], found.delimiter)
        fill(builder, found, found.columns(file.name, file.columns))
        return builder.finish()
    paragraphs = [paragraph for paragraph in paragraphs if not paragraph.heading]
    for blocks in (_under_times(paragraphs), _under_ranges(paragraphs), _under_bold(paragraphs)):
        if blocks:
            for block in blocks:
                words = [line for line in block.lines if not _RECORDER.fullmatch(line)]
                builder.turn(" ".join(words), block.speaker, block.start_ms, block.end_ms)
            return builder.finish()
    text = "\n".join(paragraph.text.strip("\n") for paragraph in paragraphs)
    if not text.strip():
        raise FormatError(msg("{name} holds no words. Choose the file that holds the transcript.", name=file.name))
    return understood(file, text, "docx", "utf-8")


def _contents(file: File) -> tuple[list[_Paragraph], list[list[list[str]]]]:
    """Return the paragraphs, and the rows of the tables. Raises FormatError where there are too many."""
    from docx import Document

    paragraphs: list[_Paragraph] = []
    tables: list[list[list[str]]] = []
    cells = 0
    for element in _blocks(Document(io.BytesIO(file.data)).element.body):
        if _local(element) == "p":
            paragraphs.append(_paragraph(element))
        else:
            rows = [[_cell(cell) for cell in row if _local(cell) == "tc"] for row in element if _local(row) == "tr"]
            cells += sum(map(len, rows))
            tables.append(rows)
        if len(paragraphs) + cells > MOST_PARAGRAPHS:
            raise FormatError(msg("{name} has more than {n} paragraphs. Divide it.", name=file.name, n=MOST_PARAGRAPHS))
    return paragraphs, tables


def _blocks(body: Any) -> Iterator[Any]:
    """Yield paragraphs and tables, also those in content controls."""
    for child in body:
        name = _local(child)
        if name in ("p", "tbl"):
            yield child
        elif name in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _blocks(child)


def _paragraph(element: Any) -> _Paragraph:
    runs: list[_Run] = []
    _collect(element, "", False, runs)
    return _Paragraph(_style(element, "pPr", "pStyle"), tuple(runs))


def _collect(element: Any, style: str, bold: bool, runs: list[_Run]) -> None:
    for child in element:
        name = _local(child)
        if name in _PASSED_OVER:
            continue
        if name == "t":
            runs.append(_Run(style, bold, child.text or ""))
        elif name in ("tab", "ptab"):
            runs.append(_Run(style, bold, "\t"))
        elif name in ("br", "cr"):
            runs.append(_Run(style, bold, "\n"))
        elif name == "noBreakHyphen":
            runs.append(_Run(style, bold, "-"))
        elif name == "r":
            _collect(child, _style(child, "rPr", "rStyle"), _bold(child), runs)
        else:
            _collect(child, style, bold, runs)


def _style(element: Any, *path: str) -> str:
    """Return the id of the style that an element has; empty where it has none."""
    for name in path:
        element = next((child for child in element if _local(child) == name), ())
    return _value(element) or "" if len(path) and not isinstance(element, tuple) else ""


def _bold(run: Any) -> bool:
    properties = next((child for child in run if _local(child) == "rPr"), ())
    mark = next((child for child in properties if _local(child) == "b"), None)
    return mark is not None and _value(mark) not in ("0", "false", "off")


def _value(element: Any) -> str | None:
    return next((str(value) for name, value in element.attrib.items() if name.rpartition("}")[2] == "val"), None)


def _cell(element: Any) -> str:
    texts = [_paragraph(child).text.strip() for child in _blocks(element) if _local(child) == "p"]
    return "\n".join(text for text in texts if text)


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _add_own(builder: Builder, paragraphs: list[_Paragraph]) -> None:
    """Read what we have written: the styles say what is what. Paragraphs that were put in between go on with the turn above."""
    begun = False
    for paragraph in paragraphs:
        if not paragraph.style.startswith(_TURN):
            if begun and paragraph.text.strip() and not paragraph.heading:
                builder.more(paragraph.text)
            else:
                builder.blank()
            continue
        parts = dict.fromkeys((_TIME, _SPEAKER, _ROLE, _TOPICS, ""), "")
        for run in paragraph.runs:
            parts[next(style for style in parts if run.style.startswith(style))] += run.text
        time, name, role = parts[_TIME].strip(), parts[_SPEAKER].strip(), parts[_ROLE].strip().removeprefix("(").removesuffix(")")
        text = parts[""].removeprefix(": ") if name or role else parts[""]
        start = timecode.parse(time) if re.fullmatch(timecode.TIME, time) else None
        builder.turn(text, name or role, start, role=role, name=name if role and name else "")
        begun = begun or bool(text.strip())


def _chosen(tables: list[list[list[str]]], paragraphs: list[_Paragraph], file: File) -> Table | None:
    """Return the table that holds the transcript: one with titles for words and what else a turn has, or most of the words."""
    made = [table(rows, "\t") for rows in tables if rows]
    titled = [each for each in made if {"text", "speaker"} <= set(map(title_of, each.header))]
    titled = titled or [each for each in made if {"text", "start"} <= set(map(title_of, each.header))]
    if titled:
        return max(titled, key=_words)
    largest = max(made, key=_words, default=None)
    words = sum(len(paragraph.text.split()) for paragraph in paragraphs)
    if largest is None or len(largest.rows) < 2 or _words(largest) <= words:
        return None
    if file.columns is not None or guess(largest.header, largest.rows).sure or not words:
        return largest
    return None


def _words(found: Table) -> int:
    return sum(len(cell.split()) for row in found.rows for cell in row)


def _under_times(paragraphs: list[_Paragraph]) -> list[_Block]:
    """Return turns with ``Name   0:05`` above (Otter, Teams); none where there is at most one."""
    blocks: list[_Block] = []
    for line in _lines(paragraphs):
        if match := _HEADED.fullmatch(line):
            blocks.append(_Block(match["name"], timecode.parse(match["time"]), None, []))
        elif blocks:
            blocks[-1].lines.append(line)
    return blocks if len(blocks) > 1 else []


def _under_ranges(paragraphs: list[_Paragraph]) -> list[_Block]:
    """Return turns with ``00:00:05.000 --> 00:00:09.000`` and a name above (older Teams)."""
    blocks: list[_Block] = []
    named = False
    for line in _lines(paragraphs):
        if match := _RANGED.fullmatch(line):
            blocks.append(_Block("", timecode.parse(match[1]), timecode.parse(match[2]), []))
            named = False
        elif blocks and not named:
            last = blocks.pop()
            blocks.append(_Block(line, last.start_ms, last.end_ms, []))
            named = True
        elif blocks:
            blocks[-1].lines.append(line)
    return blocks if any(block.lines for block in blocks) else []


def _under_bold(paragraphs: list[_Paragraph]) -> list[_Block]:
    """Return turns with a name in bold above that comes again."""
    blocks: list[_Block] = []
    for paragraph in paragraphs:
        text = paragraph.text.strip()
        if text and paragraph.bold and len(text) <= 60 and len(text.split()) <= 5 and text[-1] not in ".?!…":
            blocks.append(_Block(text.rstrip(": "), None, None, []))
        elif text and blocks:
            blocks[-1].lines.append(text)
    names = Counter(block.speaker for block in blocks)
    words = all(block.lines for block in blocks)
    return blocks if words and len(blocks) > 2 and len(names) * 2 <= len(blocks) + 1 else []


def _lines(paragraphs: list[_Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        for line in paragraph.text.split("\n"):
            if line.strip():
                yield line.strip()


# ---------------------------------------------------------------------- writing


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write a title and the turns. The same transcript gives the same bytes; no user, date or folder is written.

    Each speaker has a style of paragraphs and one of the name, so that all of their turns can be made to look otherwise at once.
    """
    from docx import Document

    document = Document()
    labels = speaker_labels(transcript, options)
    places = {speaker.id: place for place, speaker in enumerate(transcript.speakers, 1)}
    _add_styles(document, {places[id_]: "".join(label) for id_, label in labels.items()})
    document.add_heading(legal(transcript.header.name), level=1)
    written = []
    for _, turn in exported(transcript, options):
        place = places.get(turn.speaker_id or "", 0) if options.speakers else 0
        runs = []
        if turn.start_ms is not None:
            runs.append(_run(f"{timecode.write(turn.start_ms, '0:00:00')}  ", _TIME))
        if place:
            name, role = labels[turn.speaker_id or ""]
            runs += [_run(name, f"{_SPEAKER}{place}"), _run(role, f"{_ROLE}{place}"), _run(": ")]
        runs.append(_run(turn.text))
        if options.topics and turn.topics:
            runs.append(_run(f"  [{', '.join(topic_names(transcript, turn))}]", _TOPICS))
        written.append(f'<w:p><w:pPr><w:pStyle w:val="{_TURN}{place}"/></w:pPr>{"".join(runs)}</w:p>')
    _append(document, "".join(written))
    properties = document.core_properties
    for dated in properties._element.xpath("dcterms:created | dcterms:modified"):  # the template's own
        properties._element.remove(dated)
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.title = legal(transcript.header.name)[:255]
    file = io.BytesIO()
    document.save(file)
    return undated(file.getvalue())


def _add_styles(document: Any, labels: dict[int, str]) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    def add(name: str, id_: str, kind: Any, colour: str = "", size: int = 0, bold: bool = False) -> Any:
        style = document.styles.add_style(name, kind)
        style.element.set(qn("w:styleId"), id_)
        style.quick_style = True
        if colour:
            style.font.color.rgb = RGBColor.from_string(colour)
        if size:
            style.font.size = Pt(size)
        if bold:
            style.font.bold = True
        return style

    paragraph, character = WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER
    add("Time of turn", _TIME, character, _GREY, 9)
    add("Topics of turn", _TOPICS, character, _GREY, 8)
    for place, label in {0: "", **labels}.items():
        shown = " ".join(re.sub(r"[,;\\]", " ", legal(label)).split())[:60]
        turn = add(f"Turn {place} {shown}".strip() if place else "Turn without speaker", f"{_TURN}{place}", paragraph)
        turn.base_style = document.styles["Normal"]
        turn.paragraph_format.space_after = Pt(6)
        if place:
            colour = _COLOURS[(place - 1) % len(_COLOURS)]
            add(f"Speaker {place} {shown}".strip(), f"{_SPEAKER}{place}", character, colour, bold=True)
            add(f"Role {place} {shown}".strip(), f"{_ROLE}{place}", character, colour, bold=True)


def _run(text: str, style: str = "") -> str:
    """Return a run in XML; empty where the text is."""
    marked = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    parts = [_MARKS.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in _DIVIDED.split(legal(text)) if part]
    return f"<w:r>{marked}{''.join(parts)}</w:r>" if parts else ""


def _append(document: Any, paragraphs: str) -> None:
    """Put paragraphs at the end of a document: one by one, python-docx looks through all that are there already for each."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    end = document.element.body[-1]
    for paragraph in parse_xml(f"<w:body {nsdecls('w')}>{paragraphs}</w:body>"):
        end.addprevious(paragraph)


DOCX = Format(
    "docx",
    msg("Document to read and print (DOCX)"),
    (".docx",),
    read,
    write,
    sniff,
    holds=frozenset({"speakers", "roles", "topics", "only_reviewed"}),
    keeps=frozenset({"speakers", "roles", "times", "topics"}),
)
