"""What editors and annotation tools write: BBC Kaldi, autoEdit, Gecko, transcribee, Label Studio, doccano, SegLST, JSON lines."""

from __future__ import annotations

import json
from typing import Any

import pytest

from annotator import formats
from annotator.core.errors import FormatError
from annotator.core.model import Imported
from annotator.core.spoken import unpack
from annotator.formats.base import ImportReport


def read(value: Any, name: str = "call.json", **options: Any) -> tuple[Imported, ImportReport]:
    return formats.read(value.encode() if isinstance(value, str) else json.dumps(value).encode(), name, **options)


def lines(*values: Any) -> str:
    return "".join(json.dumps(value) + "\n" for value in values)


def rows(imported: Imported) -> list[tuple[str | None, str, int | None, int | None]]:
    return [(turn.speaker_id, turn.text, turn.start_ms, turn.end_ms) for turn in imported.turns]


def heard(imported: Imported, number: int = 1) -> list[tuple[str, int | None, int | None, float | None]]:
    turn = imported.turns[number - 1]
    return [
        (turn.text[word.start : word.end].strip(",.?"), word.start_ms, word.end_ms, word.confidence) for word in unpack(turn.timing)
    ]


def remarks(report: ImportReport) -> list[str]:
    return [str(remark.message) for remark in report.remarks]


# ---------------------------------------------------------------------- editors


def kaldi_word(punct: str, start: float, end: float) -> dict[str, Any]:
    return {"start": start, "confidence": 0.5, "end": end, "word": punct.lower(), "punct": punct, "index": 0}


def kaldi_segment(start: float, speaker: str) -> dict[str, Any]:
    return {"@type": "Segment", "start": start, "duration": 1, "bandwidth": "S", "speaker": {"@id": speaker, "gender": "F"}}


def test_kaldi_gives_words_to_the_segment_that_their_middle_is_in() -> None:
    words = [kaldi_word("Добрый", 0.8, 1.2), kaldi_word("день.", 1.2, 2.4), kaldi_word("Да?", 2.6, 3.0)]
    segments = [kaldi_segment(2.0, "S2"), kaldi_segment(1.0, "S1"), kaldi_segment(0, "S0"), kaldi_segment(5, "S0")]
    value = {"action": "audio-transcribe", "retval": {"status": True, "words": words, "segmentation": {"segments": segments}}}
    imported, _ = read(value)
    assert imported.format == "bbc-kaldi"
    assert rows(imported) == [("S1", "Добрый день.", 800, 2400), ("S2", "Да?", 2600, 3000)]
    assert heard(imported)[0] == ("Добрый", 800, 1200, 0.5)
    assert rows(read({"words": words})[0]) == [(None, "Добрый день.", 800, 2400), (None, "Да?", 2600, 3000)]


def test_autoedit_2_has_paragraphs_of_lines_of_words() -> None:
    def word(text: str, start: float, end: float) -> dict[str, Any]:
        return {"id": 0, "text": text, "startTime": start, "endTime": end}

    one = {"line": [word("oh", 0.5, 1.0), word("well.", 1.0, 2.0)], "startTime": 0.5, "endTime": 2.0}
    two = {"line": [[word("yes", 2.0, 3.0)], {"words": [word("yes", 3.0, 4.0)]}]}
    value = {
        "status": True,
        "text": [{"id": 0, "speaker": "Ann", "paragraph": [one]}, {"id": 1, "speaker": "Bob", "paragraph": [two]}],
    }
    imported, _ = read(value)
    assert (imported.format, rows(imported)) == ("autoedit", [("Ann", "oh well.", 500, 2000), ("Bob", "yes yes", 2000, 4000)])


@pytest.mark.parametrize("wrapped", [False, True])
def test_digital_paper_edit_has_words_and_paragraphs_side_by_side(wrapped: bool) -> None:
    words = [{"id": n, "text": text, "start": n + 0.5, "end": n + 1.0} for n, text in enumerate(("one", "two", "three"))]
    paragraphs = [{"id": 1, "start": 2.5, "end": 4, "speaker": "B"}, {"id": 0, "start": 0.25, "end": 2, "speaker": "A"}]
    value: Any = {"words": words, "paragraphs": paragraphs}
    imported, _ = read({"title": "x", "transcript": value} if wrapped else value)
    assert (imported.format, rows(imported)) == ("autoedit", [("A", "one two", 250, 2000), ("B", "three", 2500, 4000)])
    assert heard(imported, 2) == [("three", 2500, 3000, None)]


def test_gecko_has_terms_and_marks() -> None:
    def term(text: str, start: float, end: float, type_: str = "WORD") -> dict[str, Any]:
        return {"start": start, "end": end, "text": text, "type": type_, "confidence": 0.5}

    terms = [term("Да", 0.25, 0.5), term(",", 0.5, 0.5, "PUNCTUATION"), term("вот", 0.5, 1.0)]
    monologues = [
        {"speaker": {"name": "Анна", "id": "1"}, "terms": terms},
        {"speaker": {"name": None, "id": "2"}, "start": 1.0, "end": 2.0, "text": "ну", "terms": []},
        {"speaker": "", "start": 2.0, "end": 3.0, "terms": [term("м", 2.25, 2.5)]},
        {"speaker": {"id": "2"}, "terms": [{"start": 3, "end": 4}]},
    ]
    imported, report = read({"schemaVersion": "2.0", "monologues": monologues})
    assert imported.format == "gecko"
    assert rows(imported) == [("1", "Да, вот", 250, 1000), ("2", "ну", 1000, 2000), (None, "м", 2000, 3000)]
    assert heard(imported) == [("Да", 250, 500, 0.5), ("вот", 500, 1000, 0.5)]
    assert [speaker.name for speaker in imported.speakers] == ["Анна", ""]
    assert (report.lines, report.blank) == (4, 1)


def test_transcribee_atoms_bring_their_spaces_along() -> None:
    def atom(text: str, start: float | None, end: float | None, conf: float = 0.5) -> dict[str, Any]:
        return {"conf": conf, "conf_ts": 0, "start": start, "end": end, "text": text}

    atoms = [atom("*", 0.5, 0.75), atom(" N", 1, 1.25), atom("auen", 1.25, 2, 0.25), atom(" ja", None, None), atom(" *", 3, 4)]
    paragraphs = [{"type": "paragraph", "lang": "de", "speaker": "0", "children": atoms}]
    imported, _ = read({"children": paragraphs, "speaker_names": {"0": "Uta"}, "version": 2})
    assert (imported.format, rows(imported)) == ("transcribee", [("0", "* Nauen ja *", 500, 4000)])
    assert heard(imported)[0] == ("Nauen", 1000, 2000, 0.25)
    assert imported.speakers[0].name == "Uta"


# ---------------------------------------------------------------------- SegLST


def test_seglst_is_put_in_the_order_of_time() -> None:
    def item(words: str, start: Any, speaker: str = "A", session: str = "s") -> dict[str, Any]:
        return {"session_id": session, "speaker": speaker, "words": words, "start_time": start, "end_time": 9}

    imported, report = read([item("two", "2.5"), item("one", 1, "B"), item("", 3)])
    assert (imported.format, rows(imported)) == ("seglst", [("B", "one", 1000, 9000), ("A", "two", 2500, 9000)])
    assert (report.lines, report.blank, report.remarks) == (3, 1, ())
    imported, report = read([item("two", 2), item("one", 1, session="t")])
    assert [turn.text for turn in imported.turns] == ["two", "one"]
    assert remarks(report) == ["The file holds 2 recordings: they were read as one call, in the order of the file."]


# ---------------------------------------------------------------------- annotation tools


def mark(kind: str, id_: str = "a", **value: Any) -> dict[str, Any]:
    return {"id": id_, "from_name": "x", "to_name": "y", "type": kind, "value": value}


def test_label_studio_dialogue_and_what_it_is_labelled_with() -> None:
    dialogue = [{"author": "Анна", "text": "добрый день", "start": 0.5, "end": 1}, {"author": "Олег", "text": "привет"}]
    result = [
        mark("paragraphlabels", start="0", end="0", startOffset=0, endOffset=6, paragraphlabels=["Price"]),
        mark("paragraphlabels", "b", start="1", end="1", startOffset=0, endOffset=6, paragraphlabels=["Price", "Mood"]),
        mark("choices", "c", choices=["Good"]),
    ]
    task = {"id": 1, "data": {"call": "x", "dialogue": dialogue}, "annotations": [{"id": 1, "result": result}], "predictions": []}
    imported, report = read([task])
    assert imported.format == "label-studio"
    assert rows(imported) == [("Анна", "добрый день", 500, 1000), ("Олег", "привет", None, None)]
    assert remarks(report) == ["Labels are not imported: Price × 2, Good × 1, Mood × 1."]
    again = {**task, "annotations": [{"was_cancelled": True, "result": result}], "predictions": [{"result": result[2:]}]}
    _, report = read([again, task])
    assert remarks(report) == [
        "The file holds 2 tasks: they were read as one call, in the order of the file.",
        "Labels are not imported: Good × 2, Price × 2, Mood × 1.",
    ]


def test_label_studio_text_of_several_lines() -> None:
    task = {"data": {"text": "Анна: добрый день\nОлег: да\nАнна: вот"}, "annotations": []}
    assert [turn.speaker_id for turn in read([task])[0].turns] == ["Анна", "Олег", "Анна"]
    assert rows(read([{"data": {"text": "одно"}, "annotations": []}])[0]) == [(None, "одно", None, None)]


def test_label_studio_regions_of_a_recording() -> None:
    result = [
        mark("labels", "b", start=2.5, end=4.0, channel=0, labels=["Client"]),
        mark("textarea", "b", start=2.5, end=4.0, channel=0, text=["добрый", "день"]),
        mark("labels", "a", start=0.5, end=2.0, channel=0, labels=["Agent"]),
        mark("textarea", "a", start=0.5, end=2.0, channel=0, text=["алло"]),
        mark("labels", "c", start=4.0, end=5.0, channel=0, labels=["Noise"]),
    ]
    first, second = {"id": 1, "result": result}, {"id": 2, "result": result[:2]}
    imported, report = read([{"data": {"audio": "/data/a.wav"}, "annotations": [first, second]}])
    assert rows(imported) == [("Agent", "алло", 500, 2000), ("Client", "добрый день", 2500, 4000)]
    assert remarks(report) == ["A task has 2 annotations: the first was read."]
    minimal = {
        "audio": "/data/a.wav",
        "id": 1,
        "labels": [{"start": 0.5, "end": 2.0, "channel": 0, "labels": ["Agent"]}, {"start": 2.5, "end": 4.0, "labels": ["Client"]}],
        "transcription": ["алло", "день"],
        **{"annotator": 1, "annotation_id": 1, "created_at": "", "updated_at": "", "lead_time": 3.5},
    }
    imported, _ = read([minimal])
    assert (imported.format, rows(imported)) == ("label-studio", [("Agent", "алло", 500, 2000), ("Client", "день", 2500, 4000)])


def test_label_studio_tasks_without_words_are_named() -> None:
    with pytest.raises(FormatError, match="holds no words"):
        read([{"data": {"image": "a.jpg"}, "annotations": []}])


@pytest.mark.parametrize(
    "label",
    [
        {"label": [[0, 4, "WHO"]]},
        {"labels": [[0, 4, "WHO"]]},
        {"entities": [{"id": 1, "label": "WHO", "start_offset": 0, "end_offset": 4}]},
    ],
)
def test_doccano_documents_are_turns_or_calls(label: dict[str, Any]) -> None:
    imported, report = read(
        lines({"id": 1, "text": "Анна: добрый день", **label}, {"id": 2, "text": "Олег: да", "label": []}), "x.jsonl"
    )
    assert imported.format == "doccano"
    assert rows(imported) == [("Анна", "добрый день", None, None), ("Олег", "да", None, None)]
    assert remarks(report) == ["Labels are not imported: WHO × 1."]
    imported, _ = read(lines({"id": 1, "text": "Анна: добрый день\nОлег: да\nАнна: да", **label}), "x.jsonl")
    assert [turn.speaker_id for turn in imported.turns] == ["Анна", "Олег", "Анна"]
    imported, _ = read(
        lines({"text": "добрый день", "speaker": "A", "start": 1.5, **label}, {"text": "да", "label": []}), "x.jsonl"
    )
    assert rows(imported) == [("A", "добрый день", 1500, None), (None, "да", None, None)]
    few = [{"text": text, "label": ["X"]} for text in ("Анна: да", "нет", "вот", "Анна: ну")]
    assert [turn.text for turn in read(few)[0].turns] == ["Анна: да", "нет", "вот", "Анна: ну"]
    imported, _ = read([{"text": "one\ntwo", **label}])
    assert [turn.text for turn in imported.turns] == ["one", "two"]


# ---------------------------------------------------------------------- JSON lines


def test_json_lines_of_others_with_a_broken_one() -> None:
    good = [{"speaker": "A", "text": "да", "start": 1.5, "end": 2}, {"speaker": "B", "text": "нет", "start": 2, "end": 3}]
    imported, report = read(lines(*good) + '{"speaker": "A", "te\n\n' + lines({"x": 1}) + lines(*good * 3), "x.jsonl")
    assert (imported.format, len(imported.turns), rows(imported)[0]) == ("jsonl", 8, ("A", "да", 1500, 2000))
    assert (report.lines, report.turns, report.not_understood) == (10, 8, 2)
    assert [(remark.line, str(remark.message)) for remark in report.remarks] == [
        (3, "The line is no JSON: left out."),
        (4, "It has no text: left out."),
    ]


def test_training_pairs_are_no_call() -> None:
    pair = {"source_text": "a a", "text": "a", "speaker_before": "A", "speaker_after": "A"}
    with pytest.raises(FormatError):
        read(lines(pair, pair), "x.pairs.jsonl")
