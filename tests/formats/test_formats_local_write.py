"""JSON that is written: the whole call, JSON lines, SegLST, Label Studio tasks; golden files, and that what was read comes back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.commands import speakers, topics, turns
from annotator.core.commands.transcripts import as_transcript
from annotator.core.errors import FormatError
from annotator.core.i18n import msg
from annotator.core.model import Decision, Imported, SourceSpan, SourceTurn, Speaker, Transcript
from annotator.core.spoken import SpokenWord, pack, unpack
from annotator.formats.base import CONTENTS, ExportOptions, lost

GOLDEN = Path(__file__).parent / "golden"
WRITERS = {"json": "call.json", "jsonl": "call.jsonl", "seglst": "call.seglst.json", "label-studio": "call.tasks.json"}


@pytest.fixture
def call() -> Transcript:
    """A call with something of everything: words with times, a role, a topic in a topic, a repeat that was removed."""
    spoken = pack([SpokenWord(0, 6, 500, 900, 0.75), SpokenWord(7, 11, 900, 1500, 0.5)])
    said = (
        SourceTurn(1, "SPK00", "добрый день 😀 день", 500, 2000, spoken),
        SourceTurn(2, "SPK01", 'да "да"', 2000, None),
        SourceTurn(3, "SPK00", "нет <&> нет", None, None),
        SourceTurn(4, None, "гм", 9000, 9500),
    )
    who = (Speaker(0, "SPK00", "Анна", "Оператор", 1.0), Speaker(0, "SPK01", rank=2.0))
    call = as_transcript(Imported("call.x.json", "whisperx", "utf-8", b"{}", who, said))
    call = call.apply(topics.add(call.topics, "Цена", "#336699"))
    call = call.apply(topics.add(call.topics, "Скидка", "#993366", parent_id=call.topics[0].id))
    call = call.apply(topics.tag(call, [2], call.topics[1].id))
    call = call.apply(turns.set_text(call, 1, "добрый день 😀"))
    call = call.apply(turns.comment(call, 2, "проверить"))
    call = call.apply(turns.mark_reviewed(call, [1, 2]))
    call = call.apply(turns.hide(call, [3]))
    call = call.apply(speakers.set_colour(call, "SPK00", "#112233"))
    decision = Decision(call.id, "d", "accepted", "duplicates", "loop", 0.9, (SourceSpan(1, 14, 18),))
    return replace(call, decisions={"d": decision})


@pytest.mark.parametrize("name", WRITERS)
def test_golden_files(call: Transcript, name: str) -> None:
    written = formats.write(call, name, ExportOptions(topics=True))
    assert written == (GOLDEN / WRITERS[name]).read_bytes()


@pytest.mark.parametrize("name", WRITERS)
def test_without_speakers_nothing_names_one(call: Transcript, name: str) -> None:
    text = formats.write(call, name, ExportOptions(speakers=False)).decode()
    assert not any(word in text for word in ("SPK00", "Анна", "Оператор", "Скидка"))
    assert "Оператор" not in formats.write(call, name, ExportOptions(roles=False)).decode()


@pytest.mark.parametrize("name", WRITERS)
def test_only_reviewed_turns(call: Transcript, name: str) -> None:
    imported, _ = formats.read(formats.write(call, name, ExportOptions(only_reviewed=True)), "x.json", format=name)
    assert [turn.text for turn in imported.turns] == ["добрый день 😀", 'да "да"']


def test_the_whole_call_loses_nothing(call: Transcript) -> None:
    entry = formats.by_name("json")
    assert lost(entry, call, ExportOptions()) == []
    assert entry.keeps == set(CONTENTS)
    written = json.loads(formats.write(call, "json", ExportOptions(topics=True)))
    assert written["turns"][0]["words"] == [
        {"text": "добрый", "start": 0, "end": 6, "start_ms": 500, "end_ms": 900, "confidence": 0.75},
        {"text": "день", "start": 7, "end": 11, "start_ms": 900, "end_ms": 1500, "confidence": 0.5},
    ]
    assert [turn["hidden"] for turn in written["turns"]] == [False, False, True, False]
    assert written["turns"][1]["topics"] == ["Цена / Скидка"]
    assert written["turns"][0]["source_text"] == "добрый день 😀 день"
    assert written["source"]["turns"][0]["text"] == "добрый день 😀 день"


def test_reading_the_whole_call_tells_what_it_leaves_out(call: Transcript) -> None:
    imported, report = formats.read(formats.write(call, "json", ExportOptions(topics=True)), "call.json")
    assert imported.format == "json"
    assert [turn.text for turn in imported.turns] == ["добрый день 😀", 'да "да"', "гм"]
    assert imported.speakers[0] == Speaker(0, "SPK00", "Анна", "Оператор", 1.0, "#112233")
    assert [remark.message for remark in report.remarks] == [
        msg("{n} turns were hidden: left out.", n=1),
        msg("{n} turns have topics, a comment or a review mark; these are not imported.", n=2),
    ]
    assert (report.lines, report.turns, report.blank) == (4, 3, 1)


def test_a_call_of_a_newer_version_is_not_guessed_at() -> None:
    with pytest.raises(FormatError, match=r"call\.json was written by a newer version"):
        formats.read(b'{"format": "annotator", "version": 2, "turns": []}', "call.json")


def test_label_studio_marks_in_utf_16_units(call: Transcript) -> None:
    (task,) = json.loads(formats.write(call, "label-studio", ExportOptions(topics=True)))
    marks = {mark["from_name"]: mark for mark in task["predictions"][0]["result"]}
    assert marks["topics"]["value"]["paragraphlabels"] == ["Цена / Скидка"]
    assert (marks["topics"]["value"]["start"], marks["topics"]["value"]["endOffset"]) == ("1", 7)
    assert marks["roles"]["value"]["endOffset"] == len("добрый день 😀") + 1
    repeat = marks["repeats"]["value"]
    said = task["data"]["source"][int(repeat["start"])]["text"].encode("utf-16-le")
    assert said[2 * repeat["startOffset"] : 2 * repeat["endOffset"]].decode("utf-16-le") == repeat["text"] == "день"
    assert len({mark["id"] for mark in task["predictions"][0]["result"]}) == len(task["predictions"][0]["result"])


def test_label_studio_config_shows_every_mark(call: Transcript) -> None:
    call = call.apply(speakers.set_role(call, "SPK01", '<"&>'))
    (task,) = json.loads(formats.write(call, "label-studio", ExportOptions(topics=True)))
    view = fromstring(task["meta"]["labeling_config"])
    offered = {(tag.get("name"), tag.get("toName")): [label.get("value") for label in tag] for tag in view.iter("ParagraphLabels")}
    assert offered == {
        ("topics", "dialogue"): ["Цена / Скидка"],
        ("roles", "dialogue"): ["Оператор", '<"&>'],
        ("repeats", "source"): ["repeat"],
    }
    assert {tag.get("value") for tag in view.iter("Paragraphs")} == {"$dialogue", "$source"}


def test_seglst_is_what_meeteval_scores(call: Transcript) -> None:
    meeteval = pytest.importorskip("meeteval", reason="meeteval is not installed")
    segments = meeteval.io.SegLST(json.loads(formats.write(call, "seglst", ExportOptions())))
    (score,) = meeteval.wer.cpwer(segments, segments).values()
    assert (score.errors, score.length) == (0, 6)


def test_seglst_keeps_two_of_one_name_apart(call: Transcript) -> None:
    call = call.apply(speakers.rename(call, "SPK01", "Анна"))
    written = json.loads(formats.write(call, "seglst", ExportOptions()))
    assert [row["speaker"] for row in written] == ["Анна (SPK00)", "Анна (SPK01)", ""]


# ---------------------------------------------------------------------- what was read comes back

_words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=12)
_ids = st.sampled_from(["SPK00", "Анна Петровна", "1", "a/b", None])
_times = st.none() | st.integers(0, 10**8)


@st.composite
def _imported(draw: Callable[..., Any]) -> Imported:
    said, who = [], {}
    for number in range(1, draw(st.integers(1, 5)) + 1):
        text = draw(_words).strip() or "ага"
        start = draw(_times)
        end = draw(st.none() | st.integers(start or 0, 10**9))
        timing = b""
        if start is not None and end is not None:
            at = draw(st.integers(0, len(text) - 1))
            timing = pack([SpokenWord(at, len(text), draw(_times), draw(_times), draw(st.sampled_from([None, 0.0, 0.1234, 1.0])))])
        speaker = draw(_ids)
        if speaker is not None and speaker not in who:
            who[speaker] = Speaker(0, speaker, draw(_words).strip(), draw(_words).strip(), float(len(who) + 1))
        said.append(SourceTurn(number, speaker, text, start, end, timing))
    return Imported("call.json", "text", "utf-8", b"", tuple(who.values()), tuple(said))


def _content(imported: Imported, name: str) -> list[Any]:
    keeps = formats.by_name(name).keeps
    who = {speaker.id: speaker for speaker in imported.speakers}

    def speaker(id_: str | None) -> Any:
        found = who.get(id_ or "")
        return found and (found.id, found.name, found.role if "roles" in keeps else "")

    return [
        (speaker(turn.speaker_id), turn.text, turn.start_ms, turn.end_ms, unpack(turn.timing) if "word_times" in keeps else ())
        for turn in imported.turns
    ]


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=25, deadline=None)
@given(imported=_imported())
def test_what_was_exported_and_read_is_a_fixed_point(name: str, imported: Imported) -> None:
    first, _ = formats.read(formats.write(as_transcript(imported), name, ExportOptions()), "call.json", format=name)
    assert formats.read(formats.write(as_transcript(imported), name, ExportOptions()), "call.json")[0].format == name
    assert len(first.turns) == len(imported.turns)
    if name in ("json", "jsonl"):
        assert [row[:4] for row in _content(first, name)] == [row[:4] for row in _content(imported, name)]
    again, _ = formats.read(formats.write(as_transcript(first), name, ExportOptions()), "call.json", format=name)
    assert _content(again, name) == _content(first, name)


def test_words_come_back_where_they_were(call: Transcript) -> None:
    imported, _ = formats.read(formats.write(call, "json", ExportOptions()), "call.json")
    assert unpack(imported.turns[0].timing) == (SpokenWord(0, 6, 500, 900, 0.75), SpokenWord(7, 11, 900, 1500, 0.5))
    word = {"start": 6, "end": 8, "start_ms": 5, "end_ms": 9}
    value = {"format": "annotator", "version": 1, "turns": [{"text": "да да да", "words": [word]}]}
    imported, _ = formats.read(json.dumps(value).encode(), "call.json")
    assert unpack(imported.turns[0].timing) == (SpokenWord(6, 8, 5, 9),)


def test_marks_of_review_are_only_told(call: Transcript) -> None:
    call = call.apply(turns.comment(call, 4, "?"))
    _, report = formats.read(formats.write(call, "jsonl", ExportOptions(topics=True)), "call.jsonl")
    assert [str(remark.message) for remark in report.remarks] == [
        "3 turns have topics, a comment or a review mark; these are not imported."
    ]
