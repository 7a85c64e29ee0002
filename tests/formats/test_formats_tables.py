"""Exports for spreadsheets, programs, readers and training: what stands in them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.commands import review, speakers, topics, turns
from annotator.core.commands.transcripts import as_transcript
from annotator.core.finding import Finding, Fix, Span
from annotator.core.i18n import msg
from annotator.core.model import Transcript
from annotator.formats import timecode
from annotator.formats.base import ExportOptions

Load = Callable[..., Transcript]
Export = Callable[..., str]


@pytest.fixture
def edited(load: Load) -> Transcript:
    """A call with something of everything."""
    call = load('[00:01] Support (SPK00): one\n[00:02 - 00:03.5] Client (SPK01): two; "2"\n[00:04] SPK01: three\nSPK00: four')
    call = call.apply(topics.add(call.topics, "price", "#336699"))
    call = call.apply(topics.tag(call, [2], call.topics[0].id))
    call = call.apply(speakers.rename(call, "SPK01", "Olga"))
    call = call.apply(turns.comment(call, 2, "=check"))
    call = call.apply(turns.mark_reviewed(call, [2]))
    call = call.apply(turns.hide(call, [3]))
    return call.apply(turns.set_text(call, 4, "-four\nfive"))


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


# ---------------------------------------------------------------------- CSV


def test_csv_holds_the_visible_turns(edited: Transcript, export: Export) -> None:
    text = export(edited, "csv", topics=True)
    assert text.startswith("\ufeffnumber,")
    assert rows(text) == [
        ["number", "start", "end", "speaker", "role", "text", "topics", "comment", "reviewed"],
        ["1", "00:00:01.000", "", "SPK00", "Support", "one", "", "", "no"],
        ["2", "00:00:02.000", "00:00:03.500", "Olga", "Client", 'two; "2"', "price", "'=check", "yes"],
        ["3", "", "", "SPK00", "Support", "'-four\nfive", "", "", "no"],
    ]


def test_csv_without_what_is_not_wanted(edited: Transcript, export: Export) -> None:
    assert rows(export(edited, "csv", roles=False))[0] == ["number", "start", "end", "speaker", "text", "comment", "reviewed"]
    assert rows(export(edited, "csv", speakers=False, only_reviewed=True)) == [
        ["number", "start", "end", "text", "comment", "reviewed"],
        ["2", "00:00:02.000", "00:00:03.500", 'two; "2"', "'=check", "yes"],
    ]


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from("=+-@＝＋－＠\t\r\n'\",; aя1")), min_size=2, max_size=2))
def test_no_cell_is_a_formula_and_the_words_can_be_had_back(texts: list[str]) -> None:
    call = as_transcript(formats.read(b"SPK00: one\nSPK01: two", "call.txt")[0])
    call = replace(call, turns=tuple(replace(turn, text=text) for turn, text in zip(call.turns, texts, strict=True)))
    text = formats.write(call, "csv", ExportOptions()).decode("utf-8-sig")
    cells = [row[5] for row in rows(text)[1:]]
    assert not any(cell.startswith(tuple("=+-@＝＋－＠\t\r")) for cell in cells)
    assert [cell.removeprefix("'") if cell.lstrip("'").startswith(tuple("=+-@＝＋－＠\t\r")) else cell for cell in cells] == texts


# ---------------------------------------------------------------------- JSON lines


def test_jsonl_holds_the_visible_turns(edited: Transcript, export: Export) -> None:
    found = [json.loads(line) for line in export(edited, "jsonl", topics=True).split("\n")[:-1]]
    assert found[1] == {
        "number": 2,
        "start_ms": 2000,
        "end_ms": 3500,
        "speaker": "SPK01",
        "name": "Olga",
        "role": "Client",
        "text": 'two; "2"',
        "topics": ["price"],
        "comment": "=check",
        "reviewed": True,
        "sources": [{"turn": 2, "start": 0, "end": 8}],
    }
    assert [row["text"] for row in found] == ["one", 'two; "2"', "-four\nfive"]


def test_jsonl_without_what_is_not_wanted(edited: Transcript, export: Export) -> None:
    (line,) = export(edited, "jsonl", speakers=False, only_reviewed=True).splitlines()
    assert list(json.loads(line)) == ["number", "start_ms", "end_ms", "text", "comment", "reviewed", "sources"]
    assert "role" not in json.loads(export(edited, "jsonl", roles=False).splitlines()[0])


def test_json_is_written_in_its_own_letters(load: Load, export: Export) -> None:
    assert '"text": "да"' in export(load("SPK00: да\nSPK01: нет"), "jsonl")


# ---------------------------------------------------------------------- training pairs


def test_pairs_tell_what_became_of_every_turn(load: Load, export: Export) -> None:
    call = load("Support (SPK00): the parcel the parcel has come\nSPK01: has come yes\nSPK01: thank you good bye\n")
    span = Span.of(call, 1, 11, 22)
    repeat = Finding("k", "duplicates", "loop", 0.9, (span,), (msg("repeated"),), Fix(msg("Remove"), removes=(span,)))
    call = call.apply(review.accept(call, repeat))
    call = call.apply(turns.split(call, 3, 10, "SPK00"))
    call = call.apply(turns.hide(call, [2]))
    call = call.apply(topics.add(call.topics, "thanks", "#336699"))
    call = call.apply(topics.tag(call, [3], call.topics[0].id))
    found = [json.loads(line) for line in export(call, "pairs").splitlines()]
    assert found[0] == {
        "transcript": "call.txt",
        "number": 1,
        "sources": [{"turn": 1, "start": 0, "end": 30, "speaker": "SPK00"}],
        "source_text": "the parcel the parcel has come",
        "text": "the parcel has come",
        "speaker_before": "SPK00",
        "speaker_after": "SPK00",
        "role": "Support",
        "topics": [],
        "duplicates": [{"turn": 1, "start": 11, "end": 21, "text": "the parcel"}],
        "hidden": False,
        "reviewed": False,
    }
    kept = ("number", "source_text", "text", "speaker_before", "speaker_after", "topics", "hidden")
    assert [tuple(row[key] for key in kept) for row in found[1:]] == [
        (2, "has come yes", "has come yes", "SPK01", "SPK01", [], True),
        (3, "thank you", "thank you", "SPK01", "SPK01", ["thanks"], False),
        (4, "good bye", "good bye", "SPK01", "SPK00", [], False),
    ]
    assert len({tuple(row) for row in found}) == 1


def test_pairs_share_out_a_repeat_that_was_split(load: Load, export: Export) -> None:
    call = load("Support (SPK00): the parcel the parcel has come\nSPK01: yes\n")
    span = Span.of(call, 1, 11, 22)
    repeat = Finding("k", "duplicates", "loop", 0.9, (span,), (msg("repeated"),), Fix(msg("Remove"), removes=(span,)))
    call = call.apply(review.accept(call, repeat))
    call = call.apply(turns.split(call, 1, 4, "SPK01"))
    first, second = [json.loads(line) for line in export(call, "pairs").splitlines()][:2]
    assert first["duplicates"] == [{"turn": 1, "start": 11, "end": 15, "text": "the "}]
    assert second["duplicates"] == [{"turn": 1, "start": 15, "end": 21, "text": "parcel"}]


def test_pairs_of_a_merged_turn_name_the_speaker_of_each_piece(load: Load, export: Export) -> None:
    call = load()
    call = call.apply(turns.merge(call, [1, 2]))
    row = json.loads(export(call, "pairs").splitlines()[0])
    assert [piece["speaker"] for piece in row["sources"]] == ["SPK00", "SPK01"]
    assert (row["speaker_before"], row["speaker_after"]) == (None, "SPK00")


def test_pairs_leave_dismissed_repeats_and_unreviewed_turns_out(load: Load, export: Export) -> None:
    call = load()
    span = Span.of(call, 4, 0, 12)
    repeat = Finding("k", "duplicates", "run", 0.9, (span,), (msg("repeated"),), Fix(msg("Remove"), removes=(span,)))
    call = call.apply(review.dismiss(call, repeat))
    call = call.apply(turns.mark_reviewed(call, [4]))
    (row,) = [json.loads(line) for line in export(call, "pairs", only_reviewed=True).splitlines()]
    assert (row["number"], row["duplicates"], row["reviewed"]) == (4, [], True)


# ---------------------------------------------------------------------- DOCX


def paragraphs(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]


def test_docx_reads_like_a_transcript(edited: Transcript) -> None:
    assert paragraphs(formats.write(edited, "docx", ExportOptions(topics=True))) == [
        "call.txt",
        "0:00:01  Support: one",
        '0:00:02  Olga (Client): two; "2"  [price]',
        "Support: -four\nfive",
    ]
    assert paragraphs(formats.write(edited, "docx", ExportOptions(roles=False, only_reviewed=True)))[1:] == [
        '0:00:02  Olga: two; "2"',
    ]
    assert paragraphs(formats.write(edited, "docx", ExportOptions(speakers=False)))[1] == "0:00:01  one"


def test_docx_has_styles_for_each_speaker_and_nothing_set_by_hand(edited: Transcript) -> None:
    document = Document(io.BytesIO(formats.write(edited, "docx", ExportOptions())))
    turns = document.paragraphs[1:]
    assert [turn.style.name for turn in turns] == ["Turn 1 Support", "Turn 2 Olga (Client)", "Turn 1 Support"]
    styled = [[(run.text, run.style.name) for run in turn.runs if run.style.font.bold] for turn in turns]
    assert styled == [
        [("Support", "Role 1 Support")],
        [("Olga", "Speaker 2 Olga (Client)"), (" (Client)", "Role 2 Olga (Client)")],
        [("Support", "Role 1 Support")],
    ]
    colours = [turn.runs[0 if n == 2 else 1].style.font.color.rgb for n, turn in enumerate(turns)]
    assert colours[0] == colours[2] != colours[1]
    assert not any(run.bold or run.font.color.rgb for turn in turns for run in turn.runs)


def test_docx_tells_nothing_of_who_wrote_it_and_when(edited: Transcript) -> None:
    data = formats.write(edited, "docx", ExportOptions())
    properties = Document(io.BytesIO(data)).core_properties
    assert (properties.author, properties.last_modified_by, properties.created, properties.modified) == ("", "", None, None)
    assert {entry.date_time[0] for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {1980}
    assert data == formats.write(edited, "docx", ExportOptions())


def test_docx_takes_characters_that_xml_does_not_know(load: Load) -> None:
    call = load("SPK00: a\x07b <c> & d\nSPK01: e")
    assert paragraphs(formats.write(call, "docx", ExportOptions()))[1] == "SPK00: a\ufffdb <c> & d"


# ---------------------------------------------------------------------- times


@pytest.mark.parametrize(
    ("ms", "like", "written"),
    [
        (62_345, "00:00:00.000", "00:01:02.345"),
        (62_345, "0:00", "1:02"),
        (62_345, "00:00,00", "01:02,34"),
        (62_345, "00:00.000000", "01:02.345000"),
        (5_999_000, "00:00", "99:59"),
        (6_000_000, "00:00", "01:40:00"),
        (360_000_000, "00:00:00", "100:00:00"),
    ],
)
def test_times_are_written_like_others(ms: int, like: str, written: str) -> None:
    assert timecode.write(ms, like) == written


@settings(deadline=None)
@given(st.integers(0, 3_599_999_999))
def test_a_written_time_is_read_as_it_was(ms: int) -> None:
    assert timecode.parse(timecode.write(ms)) == ms


def test_a_part_is_called_in_full_in_the_order_of_the_codebook(load):
    call = load()
    for name, parent_id in (("price", 0), ("delivery", 0), ("discount", 1)):
        call = call.apply(topics.add(call.topics, name, "#336699", parent_id=parent_id))
    for topic_id in (2, 3):
        call = call.apply(topics.tag(call, [2], topic_id))
    assert "price / discount, delivery" in formats.write(call, "csv", ExportOptions(topics=True)).decode()
    line = formats.write(call, "jsonl", ExportOptions(topics=True)).decode().splitlines()[1]
    assert json.loads(line)["topics"] == ["price / discount", "delivery"]
