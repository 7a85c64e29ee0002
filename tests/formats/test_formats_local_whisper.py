"""JSON of Whisper and its kin, of WhisperX, and of segments by any names: what is read of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from annotator import formats
from annotator.core.errors import FormatError
from annotator.core.model import Imported
from annotator.core.spoken import unpack
from annotator.formats import candidates
from annotator.formats.base import File, ImportReport

Row = tuple[str | None, str, int | None, int | None]


def read(value: Any, name: str = "call.json", **options: Any) -> tuple[Imported, ImportReport]:
    data = value if isinstance(value, bytes) else value.encode() if isinstance(value, str) else json.dumps(value).encode()
    return formats.read(data, name, **options)


def rows(imported: Imported) -> list[Row]:
    return [(turn.speaker_id, turn.text, turn.start_ms, turn.end_ms) for turn in imported.turns]


def heard(imported: Imported, number: int = 1) -> list[tuple[str, int | None, int | None, float | None]]:
    turn = imported.turns[number - 1]
    return [
        (turn.text[word.start : word.end].strip(",.?"), word.start_ms, word.end_ms, word.confidence) for word in unpack(turn.timing)
    ]


def remarks(report: ImportReport) -> list[str]:
    return [str(remark.message) for remark in report.remarks]


def whisper(**segment: Any) -> dict[str, Any]:
    return {
        "id": 0,
        "seek": 0,
        "avg_logprob": -0.2,
        "no_speech_prob": 0.1,
        "tokens": [50364, 2425],
        "start": 0.5,
        "end": 2.0,
        **segment,
    }


# ---------------------------------------------------------------------- Whisper


def test_openai_whisper_with_words() -> None:
    words = [
        {"word": " добрый", "start": 0.5, "end": 0.9, "probability": 0.75},
        {"word": " день", "start": 0.9, "end": 1.5, "probability": 0.5},
        {"word": "-то", "start": 1.5, "end": 2.0, "probability": 0.25},
    ]
    value = {"text": " добрый день-то", "segments": [whisper(text=" добрый день-то", words=words)], "language": "ru"}
    imported, report = read(value)
    assert (imported.format, rows(imported)) == ("whisper", [(None, "добрый день-то", 500, 2000)])
    assert heard(imported) == [("добрый", 500, 900, 0.75), ("день-то", 900, 2000, 0.25)]
    assert (report.lines, report.turns, report.remarks) == (1, 1, ())


def test_whisper_timestamped_has_other_names() -> None:
    words = [{"text": "да,", "start": 1, "end": 2, "confidence": 0.5}, {"text": "да", "start": 2, "end": 3, "confidence": 1}]
    imported, _ = read({"segments": [whisper(text=" да, да", words=words, confidence=0.7)]})
    assert heard(imported) == [("да", 1000, 2000, 0.5), ("да", 2000, 3000, 1.0)]


def test_faster_whisper_as_objects_and_as_lists() -> None:
    named = [whisper(text=" one two", words=[[0.5, 1.0, " one", 0.5], [1.0, 2.0, " two", 0.25]])]
    bare = [
        [0, 0, 0.5, 2.0, " one two", [1, 2], -0.2, 1.1, 0.0, [[0.5, 1.0, " one", 0.5], [1.0, 2.0, " two", 0.25]], 0.0],
        [1, 0, 2.0, 3.0, " three", [3], -0.2, 1.1, 0.0, None, 0.0],
    ]
    assert rows(read(named)[0]) == [(None, "one two", 500, 2000)]
    imported, _ = read(bare)
    assert (imported.format, rows(imported)) == ("whisper", [(None, "one two", 500, 2000), (None, "three", 2000, 3000)])
    assert heard(imported) == [("one", 500, 1000, 0.5), ("two", 1000, 2000, 0.25)]
    assert rows(read([[0.5, 2.0, " one two", None]])[0]) == [(None, "one two", 500, 2000)]


def test_words_beside_the_segments_belong_to_their_time() -> None:
    value = {
        "task": "transcribe",
        "language": "english",
        "duration": 3.0,
        "text": "Yes. No, thanks.",
        "segments": [whisper(text="Yes.", start=0.0, end=1.0), whisper(text="No, thanks.", start=1.0, end=3.0)],
        "words": [{"word": w, "start": s, "end": e} for w, s, e in [("Yes", 0.0, 0.8), ("No", 0.9, 1.4), ("thanks", 1.5, 3.0)]],
    }
    imported, _ = read(value)
    assert rows(imported) == [(None, "Yes.", 0, 1000), (None, "No, thanks.", 1000, 3000)]
    assert [heard(imported, n) for n in (1, 2)] == [
        [("Yes", 0, 800, None)],
        [("No", 900, 1400, None), ("thanks", 1500, 3000, None)],
    ]
    only_words = {key: value[key] for key in ("task", "language", "duration", "text", "words")}
    assert rows(read(only_words)[0]) == [(None, "Yes No thanks", 0, 3000)]


def cpp(*items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"systeminfo": "", "model": {"type": "base"}, "result": {"language": "ru"}, "transcription": list(items), **more}


def cpp_item(text: str, start: int, end: int, **more: Any) -> dict[str, Any]:
    return {
        "timestamps": {"from": "00:00:00,000", "to": "00:00:01,000"},
        "offsets": {"from": start, "to": end},
        "text": text,
        **more,
    }


def cpp_token(text: str, start: int, end: int, p: float) -> dict[str, Any]:
    return {"text": text, "offsets": {"from": start, "to": end}, "id": 1, "p": p, "t_dtw": -1}


def test_whisper_cpp_puts_words_together_from_tokens() -> None:
    tokens = [
        cpp_token("[_BEG_]", 0, 0, 0.9),
        cpp_token(" го", 0, 400, 0.5),
        cpp_token("род", 400, 800, 1.0),
        cpp_token(" есть", 800, 1500, 0.25),
        cpp_token(".", 1500, 1500, 0.75),
        cpp_token("[_TT_75]", 1500, 1500, 0.1),
    ]
    imported, _ = read(cpp(cpp_item(" город есть.", 0, 1500, tokens=tokens), cpp_item(" [_TT_80]", 1500, 1600)))
    assert (imported.format, rows(imported)) == ("whisper", [(None, "город есть.", 0, 1500)])
    assert heard(imported) == [("город", 0, 800, 0.75), ("есть", 800, 1500, 0.5)]


def test_whisper_cpp_whose_tokens_are_halves_of_letters() -> None:
    tokens = [cpp_token(" МАРК", 0, 400, 0.5), cpp_token("ЕР", 400, 900, 1.0), cpp_token(" да", 900, 1000, 1.0)]
    text = json.dumps(cpp(cpp_item(" жук да", 0, 1000, tokens=tokens)), ensure_ascii=False)
    data = (
        text.encode()
        .replace("МАРК".encode(), "ж".encode() + "у".encode()[:1])
        .replace("ЕР".encode(), "у".encode()[1:] + "к".encode())
    )
    imported, report = read(data)
    assert (imported.format, imported.data, imported.encoding) == ("whisper", data, "utf-8")
    assert (report.encoding_is_sure, report.remarks) == (True, ())
    assert heard(imported) == [("жук", 0, 900, 0.75), ("да", 900, 1000, 1.0)]


def test_whisper_cpp_with_speakers() -> None:
    stereo = cpp(cpp_item(" a", 0, 1, speaker="0"), cpp_item(" b", 1, 2, speaker="1"), cpp_item(" c", 2, 3, speaker="?"))
    assert [turn.speaker_id for turn in read(stereo)[0].turns] == ["0", "1", None]
    turns = cpp(
        cpp_item(" a", 0, 1, speaker_turn_next=False),
        cpp_item(" b [SPEAKER_TURN]", 1, 2, speaker_turn_next=True),
        cpp_item(" c", 2, 3, speaker_turn_next=True),
        cpp_item(" d", 3, 4, speaker_turn_next=False),
    )
    imported, report = read(turns)
    assert [(turn.speaker_id, turn.text) for turn in imported.turns] == [("1", "a"), ("1", "b"), ("2", "c"), ("1", "d")]
    assert remarks(report) == ["The file only says where the speaker changes: two speakers were taken to speak by turns."]


def test_chunks_of_transformers() -> None:
    chunks = [{"text": " Hello there.", "timestamp": [0.0, 1.5]}, {"text": " Bye.", "timestamp": [1.5, None]}]
    imported, _ = read({"text": " Hello there. Bye.", "chunks": chunks})
    assert (imported.format, rows(imported)) == ("whisper", [(None, "Hello there.", 0, 1500), (None, "Bye.", 1500, None)])
    words = [{"text": w, "timestamp": t} for w, t in [(" Hello", [0.0, 0.5]), (" there.", [0.5, 1.0]), (" Bye", [3.0, 3.5])]]
    assert rows(read({"text": " Hello there. Bye", "chunks": words})[0]) == [
        (None, "Hello there.", 0, 1000),
        (None, "Bye", 3000, 3500),
    ]
    told = [{"speaker": "SPEAKER_00", **chunks[0]}, {"speaker": "SPEAKER_01", **chunks[1]}]
    assert [turn.speaker_id for turn in read({"speakers": told, "chunks": chunks, "text": ""})[0].turns] == [
        "SPEAKER_00",
        "SPEAKER_01",
    ]


def test_whisper_that_heard_nothing() -> None:
    with pytest.raises(FormatError, match=r"call\.json holds no words"):
        read({"text": "", "segments": [], "language": "ru"})
    imported, report = read({"text": " только текст", "segments": [], "language": "ru"})
    assert rows(imported) == [(None, "только текст", None, None)]
    assert remarks(report) == ["The file does not say where anything begins: all of it is one turn."]


# ---------------------------------------------------------------------- WhisperX


def aligned(word: str, start: float, speaker: str | None) -> dict[str, Any]:
    return {"word": word, "start": start, "end": start + 0.5, "score": 0.5} | ({"speaker": speaker} if speaker else {})


def test_whisperx_divides_a_segment_where_the_speaker_of_its_words_changes() -> None:
    words = [aligned("Да?", 0.0, "S1"), aligned("Нет,", 0.5, "S0"), {"word": "2014."}, aligned("А", 2.0, "S1")]
    value = {
        "segments": [
            {"start": 0.0, "end": 9.0, "text": " — Да? Нет, 2014. А", "words": words, "speaker": "S0"},
            {"start": 9.0, "end": 9.5, "text": "ясно", "words": [aligned("ясно", 9.0, "S1")], "speaker": "S1"},
            {"start": 9.5, "end": 9.9, "text": "м"},
        ],
        "word_segments": words,
        "language": "ru",
    }
    imported, report = read(value)
    assert imported.format == "whisperx"
    assert rows(imported) == [
        ("S1", "— Да?", 0, 500),
        ("S0", "Нет, 2014.", 500, 1000),
        ("S1", "А", 2000, 9000),
        ("S1", "ясно", 9000, 9500),
        (None, "м", 9500, 9900),
    ]
    assert [(remark.line, str(remark.message)) for remark in report.remarks] == [
        (1, "The speaker changes between words of one segment: it was divided there.")
    ]
    assert heard(imported) == [("Да", 0, 500, 0.5)]


def test_whisperx_of_letters_keeps_them_together() -> None:
    words = [aligned("今", 0.0, "A"), aligned("天", 0.5, "A"), aligned("好", 1.0, "B")]
    imported, _ = read({"segments": [{"start": 0, "end": 2, "text": "今天好", "words": words, "speaker": "A"}], "language": "zh"})
    assert [(turn.speaker_id, turn.text) for turn in imported.turns] == [("A", "今天"), ("B", "好")]


def test_whisperx_that_heard_nothing() -> None:
    with pytest.raises(FormatError, match=r"call\.json holds no words"):
        read({"text": "", "segments": [], "word_segments": [], "language": "ru"})


def test_whisperx_without_segments_goes_by_words() -> None:
    words = [aligned("one", 0.0, "A"), aligned("two", 0.5, "A"), aligned("three", 1.0, "B")]
    assert rows(read({"segments": [], "word_segments": words})[0]) == [("A", "one two", 0, 1000), ("B", "three", 1000, 1500)]


# ---------------------------------------------------------------------- any segments


@pytest.mark.parametrize(
    "item",
    [
        {"speaker": "A", "start": 1.5, "end": "2", "text": "слова"},
        {"speaker": {"id": "A"}, "start_ms": 1500, "end_ms": "2000", "transcript": "слова"},
        {"SpeakerId": "A", "StartTime": "00:00:01.5", "EndTime": "0:02", "Text": "слова"},
        {"author": "A", "timestamp": "[00:00:01.500 --> 00:00:02.000]", "message": "слова"},
        {"spk": "A", "time": [1.5, 2.0], "utterance": "слова"},
        {"speaker": "A", "offset": 1.5, "duration": 0.5, "sentence": "слова"},
        {"спикер": "A", "начало": 1.5, "конец": 2, "текст": "слова"},
        {"role": "A", "startTimeInMilliseconds": 1500, "endTimeInMilliseconds": 2000, "content": "слова"},
        {"speaker": "A", "words": [{"word": "слова", "start": 1.5, "end": 2}]},
        {"speaker": "A", "start": {"seconds": 1, "nanos": 500_000_000}, "end": "2.0s", "phrase": "слова"},
    ],
)
@pytest.mark.parametrize("where", ["top", "inside", "deep", "one"])
def test_segments_are_found_by_usual_names(item: dict[str, Any], where: str) -> None:
    value: Any = {
        "top": [item],
        "inside": {"file": "a.mp3", "result": [item], "tags": ["x"]},
        "deep": {"data": {"call": {"x": [item]}}},
        "one": [{"id": 7, "parts": [item]}],
    }
    imported, _ = read(value[where])
    assert imported.format == "segments"
    assert rows(imported) == [("A", "слова", 1500, 2000)]


def test_segments_keep_id_name_and_role_apart() -> None:
    item = {"speaker_id": 0, "speaker_name": "Ольга", "role": "AGENT", "text": "да", "start": 0}
    (speaker,) = read([item])[0].speakers
    assert (speaker.id, speaker.name, speaker.role) == ("0", "Ольга", "AGENT")


def test_times_that_cannot_be_seconds_are_milliseconds() -> None:
    items = [{"speaker": "A", "text": "ровно двадцать слов", "start": 0, "end": 1500}, {"text": "да", "start": 1500, "end": 1900}]
    imported, report = read(items)
    assert [turn.end_ms for turn in imported.turns] == [1500, 1900]
    assert remarks(report) == ["Times are taken for milliseconds: as seconds they would be too long for the words."]
    slow = [{"speaker": "A", "text": "да", "start": 0, "end": 8}]
    assert rows(read(slow)[0]) == [("A", "да", 0, 8000)]


@pytest.mark.parametrize(
    "shape",
    [
        lambda agent, client: {"file": "x", "agent": agent, "client": client},
        lambda agent, client: {"channels": [{"channel": "agent", "items": agent}, {"channel": "client", "items": client}]},
        lambda agent, client: [{"speaker": "agent", **each} for each in agent] + [{"speaker": "client", **each} for each in client],
    ],
)
def test_lists_of_each_party_are_put_in_the_order_of_time(shape: Callable[..., Any]) -> None:
    agent = [{"text": "алло", "start": 0, "end": 1}, {"text": "слушаю", "start": 5, "end": 6}]
    client = [{"text": "привет", "start": 2, "end": 3}]
    imported, _ = read(shape(agent, client))
    assert rows(imported) == [("agent", "алло", 0, 1000), ("client", "привет", 2000, 3000), ("agent", "слушаю", 5000, 6000)]


def test_segments_by_turns_keep_the_order_of_the_file() -> None:
    items = [{"speaker": who, "text": who, "start": start} for who, start in (("A", 5), ("B", 1), ("A", 7))]
    assert [turn.text for turn in read(items)[0].turns] == ["A", "B", "A"]


def test_items_that_are_none_are_counted_and_named() -> None:
    good = {"speaker": "A", "text": "да", "start": 0}
    imported, report = read([good, good, good, good, {"speaker": "A"}, {"text": "  ", "speaker": "A"}, good])
    assert len(imported.turns) == 5
    assert (report.lines, report.turns, report.blank, report.not_understood) == (7, 5, 1, 1)
    assert [(remark.line, str(remark.message)) for remark in report.remarks] == [(5, "It has no text: left out.")]


@pytest.mark.parametrize(
    "script",
    [
        "export const data = {};",
        "// made by hand\n/* of a call */\nconst data: Call = {}\nexport default data;\n",
        "module.exports = {}",
        "window.call = {};",
    ],
)
def test_segments_in_a_script(script: str) -> None:
    value = json.dumps({"segments": [{"start": "1.0", "end": "2.5", "text": "¿aló?", "speaker": "S2"}], "num_speakers": 1})
    imported, _ = read(script.replace("{}", value), "data.js")
    assert (imported.format, rows(imported)) == ("segments", [("S2", "¿aló?", 1000, 2500)])


@pytest.mark.parametrize(
    "other",
    [
        {"name": "left-pad", "files": ["a"], "scripts": {"test": "true"}},
        [{"id": 1, "title": "x"}, {"id": 2, "title": "y"}],
        {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "x"}}]},
        {},
        [],
    ],
)
def test_other_json_is_refused(other: Any) -> None:
    with pytest.raises(FormatError):
        read(other)


def test_plain_text_with_braces_is_none_of_ours() -> None:
    for text in ("A: {x}\nB: да", "const x = 5\nA: да", "A: export default {}\nB: нет"):
        assert [entry.name for entry in candidates(File(text.encode(), "call.txt"))] == ["text"]
