"""JSON that is not what it should be: whatever stands in it, it is read in part or refused with a reason."""

from __future__ import annotations

import copy
import json
import os
import random
from collections.abc import Iterator
from typing import Any

import pytest

from annotator.core.errors import FormatError
from annotator.formats import FORMATS
from annotator.formats.base import File

ROUNDS = int(os.environ.get("ANNOTATOR_FUZZ_ROUNDS", "25"))
"""For each kind of file; some thousands take minutes and were run while the readers were written."""

WORD = {"word": " да", "text": "да", "punct": "Да.", "start": 0.5, "end": 1.0, "score": 0.5, "speaker": "A", "type": "WORD"}
SEGMENT = {"start": 0.5, "end": 1.0, "text": " да да", "speaker": "A", "avg_logprob": -0.1, "seek": 0, "words": [WORD, WORD]}
REGION = [{"id": "a", "type": "textarea", "value": {"start": 1, "end": 2, "text": ["да"]}}, {"id": "a", "value": {"labels": ["A"]}}]
CPP = {"offsets": {"from": 0, "to": 9}, "text": " да", "tokens": [{"text": " да", "offsets": {"from": 0, "to": 9}, "p": 0.5}]}
SEEDS: dict[str, Any] = {
    "whisper": {"text": "да", "language": "ru", "segments": [{**SEGMENT, "speaker": None}], "words": [WORD]},
    "whisper.cpp": {"transcription": [{**CPP, "speaker_turn_next": True}, {**CPP, "speaker": "0"}]},
    "lists": [[0, 0, 0.5, 2.0, "да", [1], -0.2, 1.0, 0.0, [[0.5, 1.0, "да", 0.5]], 0.0]],
    "chunks": {"text": "да", "chunks": [{"text": " да нет", "timestamp": [0, 1]}, {"text": " да", "timestamp": [1, None]}]},
    "whisperx": {"segments": [SEGMENT, {**SEGMENT, "words": [WORD, {**WORD, "speaker": "B"}]}], "word_segments": [WORD]},
    "segments": {"data": {"call": [{"спикер": "A", "начало": "0:01", "конец": 2, "текст": "да"}, {"time": [1, 2], "text": "да"}]}},
    "seglst": [{"session_id": "s", "speaker": "A", "words": "да", "start_time": "1", "end_time": 2}],
    "kaldi": {"retval": {"words": [WORD], "segmentation": {"segments": [{"start": 0, "speaker": {"@id": "S0"}}]}}},
    "autoedit": {
        "text": [{"speaker": "A", "paragraph": [{"line": [{"text": "да", "startTime": 1, "endTime": 2}], "startTime": 1}]}]
    },
    "paperedit": {"words": [WORD], "paragraphs": [{"id": 0, "start": 0, "end": 1, "speaker": "A"}]},
    "gecko": {"monologues": [{"speaker": {"id": "A", "name": None}, "terms": [WORD, {**WORD, "type": "PUNCTUATION"}]}]},
    "transcribee": {
        "children": [{"type": "paragraph", "speaker": "0", "children": [{"text": "да", "conf": 0.5, "start": 0, "end": 1}]}]
    },
    "label studio": [{"data": {"dialogue": [{"author": "A", "text": "да", "start": 1}]}, "annotations": [{"result": REGION}]}],
    "regions": [{"data": {"audio": "x"}, "annotations": [{"result": REGION}], "predictions": [{"result": REGION}]}],
    "minimal": [
        {
            "labels": [{"start": 0, "end": 1, "labels": ["A"]}],
            "transcription": ["да"],
            "annotation_id": 1,
            "created_at": "",
            "lead_time": 1,
        }
    ],
    "doccano": [{"text": "A: да\nB: нет", "label": [[0, 1, "X"]]}, {"text": "да", "entities": [{"start_offset": 0, "label": "Y"}]}],
    "json": {
        "format": "annotator",
        "version": 1,
        "speakers": [{"id": "A"}],
        "turns": [{"text": "да", "words": [WORD], "hidden": True}],
    },
}
ODD = (
    *(
        None,
        True,
        0,
        -1,
        -5.5,
        1e400,
        float("nan"),
        2**70,
        10**400,
        "",
        "x",
        "\ud800",
        "nan",
        "1e999",
        "0:99:99",
        "999999:00",
        "PT1S",
    ),
    *([], {}, [[]], [None], [{}], {"a": 1}, [1, 2], {"text": "x"}, [{"text": "x"}], {"id": [1]}, "x" * 60),
)
READERS = [
    entry
    for entry in FORMATS
    if entry.name
    in ("whisper", "whisperx", "segments", "seglst", "bbc-kaldi", "autoedit", "gecko", "transcribee", "label-studio", "doccano")
    or entry.name in ("json", "jsonl")
]


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every place in a value: what holds it, and its key there."""
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from places(value[key])


def harmed(value: Any, chance: random.Random) -> Any:
    value = copy.deepcopy(value)
    for _ in range(chance.randint(1, 4)):
        found = list(places(value))
        if not found:
            return copy.deepcopy(chance.choice(ODD))
        holder, key = chance.choice(found)
        what = chance.random()
        if what < 0.7:
            holder[key] = copy.deepcopy(chance.choice(ODD))
        elif what < 0.85:
            del holder[key]
        elif isinstance(holder, list):
            holder.insert(0, copy.deepcopy(chance.choice(ODD)))
        else:
            holder[chance.choice(("text", "words", "speaker", "start", "end"))] = copy.deepcopy(chance.choice(ODD))
    return value


@pytest.mark.parametrize("kind", SEEDS)
def test_nothing_but_a_reason(kind: str) -> None:
    chance, refused = random.Random(kind), list[str]()
    for _ in range(ROUNDS):
        value = harmed(SEEDS[kind], chance)
        lines = isinstance(value, list) and chance.random() < 0.3
        text = "\n".join(map(json.dumps, value)) if lines else json.dumps(value)
        data = text[: chance.randint(0, len(text))].encode() if chance.random() < 0.1 else text.encode()
        file = File(data, "x.json")
        for entry in READERS:
            assert entry.sniff is not None
            assert entry.reader is not None
            assert entry.sniff(file) in range(4)
            try:
                imported, report = entry.reader(file)
            except FormatError as error:
                refused.append(str(error))
                continue
            assert report.turns + report.continued + report.blank + report.not_understood == report.lines
            assert imported.turns
            for turn in imported.turns:
                assert turn.text.strip()
                assert turn.text.encode("utf-8")
                assert turn.start_ms is None or 0 <= turn.start_ms < 2**31
            assert all(str(remark.message) for remark in report.remarks)
    assert all("x.json" in reason for reason in refused)


@pytest.mark.parametrize("kind", SEEDS)
def test_the_seeds_are_read(kind: str) -> None:
    file = File(json.dumps(SEEDS[kind]).encode(), "x.json")
    assert any(entry.sniff is not None and entry.sniff(file) for entry in READERS)


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b'{"segments":' * 20_000,
        b'{"text": "x", "segments": [{"start": 0, "text": "x"',
        b'{"transcription": [\xff\xfe',
        b"export const data = {" + b'"a":{' * 30_000,
        b"/*" * 20_000 + b"const a = {}",
    ],
)
def test_damaged_and_nested_files_are_refused(data: bytes) -> None:
    for entry in READERS:
        assert entry.sniff is not None
        assert entry.reader is not None
        assert entry.sniff(File(data, "x.json")) == 0
        with pytest.raises(FormatError):
            entry.reader(File(data, "x.json"))
