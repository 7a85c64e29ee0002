"""What the readers of recognisers share: values of unknown shape, words in texts, turns of words, streams."""

from __future__ import annotations

import copy
import json
import random
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.commands.transcripts import as_transcript
from annotator.core.errors import FormatError
from annotator.core.spoken import SpokenWord, unpack
from annotator.formats.base import File
from annotator.formats.building import Builder, Token
from annotator.formats.json_values import at, first, items, ms, number, objects, share, text, ticks
from annotator.formats.places import places
from annotator.formats.recognised import opening, stream_of
from annotator.formats.turns_of_words import grouped

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4) | st.just(10**400),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "seconds", "nanos"]), inner, max_size=3),
    max_leaves=6,
)


def tokens(*said: str, step: int = 100) -> list[Token]:
    return [Token(word, n * step, n * step + step) for n, word in enumerate(said)]


def found(written: str, *said: Token) -> list[tuple[str, int | None, int | None]]:
    return [(written[w.start : w.end], w.start_ms, w.end_ms) for w in places(written, said)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1, 1.0),
        (1.5, 1.5),
        ("2.25", 2.25),
        ("1.5s", 1.5),
        (" 3 ", 3.0),
        ("-0.5", -0.5),
        ("1e-3", 0.001),
        ("PT1.2S", 1.2),
        ("PT1H2M3.5S", 3723.5),
        ("P1DT1S", 86401.0),
        ({"seconds": "12", "nanos": 900000000}, 12.9),
        ({"nanos": 500000000}, 0.5),
        ({"seconds": None, "nanos": None}, None),
        ({"seconds": {"seconds": 1}}, None),
        ({}, None),
        ("", None),
        ("PT", None),
        ("P", None),
        ("1.5 m", None),
        ("soon", None),
        ("1" * 5000, None),
        (float("nan"), None),
        (float("inf"), None),
        ("1e999", None),
        (10**400, None),
        (True, None),
        (None, None),
        ([1], None),
    ],
)
def test_a_number_however_it_is_written(value, expected):
    assert number(value) == expected


@given(JSON)
@settings(max_examples=40)
def test_looking_up_never_fails(value):
    for looked in (at(value, "a", 0, "a"), at(value, 0, 5), first(value, "a", "seconds")):
        assert looked is None or looked is not value
    assert isinstance(items(value), list)
    assert all(isinstance(each, dict) for each in objects(value))
    assert isinstance(text(value), str)
    found = number(value)
    assert found is None or abs(found) < float("inf")
    assert share(value) is None or 0 <= share(value) <= 1
    assert ms(value) is None or isinstance(ms(value), float)
    assert ticks(value) is None or isinstance(ticks(value), float)


def test_values_are_found_by_names_and_places():
    value = {"a": [{"b": None, "c": 0}], "d": "x"}
    assert (at(value, "a", 0, "c"), at(value, "a", 1, "c"), at(value, "d", "x"), at(value, 0)) == (0, None, None, None)
    assert (at([1], 1.5), at([1], None)) == (None, None)
    assert first(value["a"][0], "b", "c") == 0
    assert (text(7), text(1.5), text(True), text(None), text([]), text("x")) == ("7", "1.5", "", "", "", "x")
    assert (ms("1.2345"), ms(2, 1), ticks(15_000)) == (1234.5, 2, 1.5)
    assert (share("0.5"), share(1.5), share(-1)) == (0.5, None, None)


def test_words_are_found_by_letters_whatever_capitals_and_marks_the_text_has():
    assert found("— Ёлка, «Дом»?", *tokens("елка", "дом")) == [("Ёлка", 0, 100), ("Дом", 100, 200)]
    assert found("Алло, (смех) да.", *tokens("Алло,", "(смех)", "да")) == [
        ("Алло,", 0, 100),
        ("(смех)", 100, 200),
        ("да", 200, 300),
    ]
    assert found("Die Straße", *tokens("die", "strasse")) == [("Die", 0, 100), ("Straße", 100, 200)]


def test_a_number_in_figures_has_the_time_of_its_words():
    said = tokens("мне", "двадцать", "пять", "лет", "да")
    assert found("Мне 25 лет, да.", *said) == [("Мне", 0, 100), ("25", 100, 300), ("лет", 300, 400), ("да", 400, 500)]
    assert found("Мне двадцать пять", *tokens("мне", "25")) == [("Мне", 0, 100)]
    assert found("Мне пять лет", *tokens("мне", "5", "лет")) == [("Мне", 0, 100), ("пять", 100, 200), ("лет", 200, 300)]


def test_a_word_that_is_missing_does_not_take_the_place_of_another_that_holds_it():
    said = tokens("но", "а", "драма", "пошла", "в", "театр")
    assert found("Драма пошла в театр", *said) == [
        ("Драма", 200, 300),
        ("пошла", 300, 400),
        ("в", 400, 500),
        ("театр", 500, 600),
    ]
    assert found("и вот он и пришёл домой", *tokens("и", "пришёл", "домой")) == [
        ("и", 0, 100),
        ("пришёл", 100, 200),
        ("домой", 200, 300),
    ]


def test_a_word_that_comes_twice_is_not_taken_for_the_other():
    assert found("вот тут и там мы", *tokens("и", "тут", "и", "там", "мы")) == [
        ("вот", 0, 100),
        ("тут", 100, 200),
        ("и", 200, 300),
        ("там", 300, 400),
        ("мы", 400, 500),
    ]


def test_the_nearest_place_is_where_it_goes_on():
    said = tokens("да", "в", "театр", "пошли", "мы", "все", "домой")
    assert [start for _, start, _ in found("да пошли мы все домой в театр", *said)] == [0, 300, 400, 500, 600]


def test_what_is_glued_to_a_word_is_part_of_it_and_marks_are_none():
    said = [
        Token("кто", 0, 100, 0.9),
        Token("-то", 100, 200, 0.4, glued=True),
        Token(",", 200, 200, glued=True),
        Token("«", 200, 200),
        Token("да", 300, 400, glued=True),
    ]
    assert places("кто-то, «да", said) == [SpokenWord(0, 6, 0, 200, 0.4), SpokenWord(9, 11, 300, 400, None)]


def test_times_that_cannot_be_are_left_out():
    said = [Token("раз", -5, 10**12, 0.5), Token("два", 10**400, None), Token("три", 7, 9)]
    assert found("раз два три", *said) == [("раз", None, None), ("три", 7, 9)]
    assert places("раз", [Token("раз")]) == []


@given(
    st.lists(st.sampled_from(["а", "б", "в,", "25", "Г", "-"]), max_size=40),
    st.lists(st.sampled_from(["а", "б", "в", "г", "пять"]), max_size=40),
)
@settings(max_examples=40)
def test_places_are_words_of_the_text_in_their_order(written, said):
    body = " ".join(written)
    spoken = places(body, tokens(*said))
    assert all(0 <= word.start < word.end <= len(body) and " " not in body[word.start : word.end] for word in spoken)
    assert all(one.end <= other.start and one.start_ms <= other.start_ms for one, other in pairwise(spoken))


@given(st.lists(st.text(alphabet="абЁß1-,", min_size=1, max_size=4), min_size=1, max_size=20))
@settings(max_examples=40)
def test_every_word_with_a_letter_has_its_time_where_the_text_is_made_of_the_words(said):
    spoken = places(" ".join(said), tokens(*said))
    expected = [n * 100 for n, word in enumerate(said) if any(map(str.isalnum, word))]
    assert [word.start_ms for word in spoken] == expected


def test_words_of_one_speaker_in_a_row_are_a_turn():
    words = [
        (Token("алло."), "A"),
        (Token("да", 10_000), "A"),
        (Token("кто"), "B"),
        (Token("?", glued=True), "A"),
        (Token("я"), None),
    ]
    turns = [(speaker, [token.text for token in said]) for speaker, said in grouped(words)]
    assert turns == [("A", ["алло.", "да"]), ("B", ["кто", "?"]), (None, ["я"])]
    assert list(grouped([])) == []


def test_without_speakers_a_turn_ends_with_a_sentence_or_a_pause():
    words = [
        Token("Алло.", 0, 100),
        Token("Да", 100, 200),
        Token("…", glued=True),
        Token("нет", 300, 400),
        Token("ещё", 1900, 2000),
        Token("вот", 3501, 3600),
        Token("«так!»", 3600, 3700),
        Token("10.5", None, None),
        Token("всё", None, None),
    ]
    turns = [[token.text for token in said] for _, said in grouped((token, "") for token in words)]
    assert turns == [["Алло."], ["Да", "…"], ["нет", "ещё"], ["вот", "«так!»"], ["10.5", "всё"]]


def test_a_turn_has_the_times_of_its_words_and_says_what_is_no_time():
    builder = Builder(File(b"{}", "call.json"), "x")
    builder.turn(None, "A", tokens=[Token("раз", 500, 900), Token("два", 1000, 1500)])
    builder.turn("два", "A", start_ms=-1, end_ms=2.0**40, tokens=[Token("два", 2000, 2500)])
    imported, report = builder.finish()
    assert [(turn.text, turn.start_ms, turn.end_ms) for turn in imported.turns] == [("раз два", 500, 1500), ("два", 2000, 2500)]
    assert [remark.line for remark in report.remarks] == [2, 2]


def test_a_stream_is_a_list_or_lines_or_values_in_a_row_and_damage_is_one_value():
    values = [{"a": 1}, {"b": {"c": "}{"}}]
    for body in (json.dumps(values), "\n".join(map(json.dumps, values)), "".join(json.dumps(value, indent=1) for value in values)):
        assert list(stream_of(File(body.encode(), "x"))) == values
        assert opening(File(body.encode(), "x")) == {"a": 1}
    assert list(stream_of(File(b'{"a": 1}\n{"b": \n{"c": 1}]\n{"d": 2}', "x"))) == [{"a": 1}, None, {"c": 1}, {"d": 2}]
    assert list(stream_of(File(b'{"a": 1}\n{"b": [\n{"c": 1},\n', "x"))) == [{"a": 1}, None]
    for body in (b"", b"[]", b'"x"', b"plain", b"[1"):
        assert opening(File(body, "x")) is None
    with pytest.raises(FormatError, match="damaged JSON"):
        list(stream_of(File(b'{"a": ', "x")))


def test_a_stream_of_nothing_but_damage_ends():
    body = b'{"a": 1}\n' + b'{"a":\n' * 20_000
    assert list(stream_of(File(body, "x"))).count(None) <= 1000


WORD = {
    "start": 0.5,
    "end": "1.5s",
    "startTime": "1s",
    "endTime": {"seconds": 2},
    "start_time": "1",
    "end_time": 2,
    "confidence": 1,
}
WORD |= {"word": "да", "text": "да", "type": "word", "conf": 0.5, "speaker": 1, "speakerTag": 1, "ts": 1, "value": "да"}
BEST = {"transcript": "да", "text": "да", "display": "Да.", "content": "да", "words": [WORD], "confidence": 0.5}
SAMPLES: dict[str, Any] = {
    "aws-transcribe": {
        "results": {
            "transcripts": [{"transcript": "да"}],
            "items": [{"id": 0, "alternatives": [BEST], "type": "pronunciation", "start_time": "1", "end_time": "2"}],
            "speaker_labels": {"segments": [{"speaker_label": "a", "items": [{"start_time": "1", "end_time": "2"}]}]},
            "audio_segments": [{"id": 0, "transcript": "да", "speaker_label": "a", "items": [0]}],
            "channel_labels": {"channels": [{"channel_label": "ch_0", "items": [{"alternatives": [BEST]}]}]},
        }
    },
    "google-stt": {"results": [{"alternatives": [BEST], "channelTag": 1}, {"alternatives": [BEST], "channelTag": 2}]},
    "azure-speech": {"recognizedPhrases": [{"channel": 0, "speaker": 1, "offset": "PT1S", "duration": "PT1S", "nBest": [BEST]}]},
    "deepgram": {
        "results": {
            "channels": [
                {"alternatives": [{**BEST, "paragraphs": {"paragraphs": [{"sentences": [{"text": "да"}], "num_words": 1}]}}]}
            ],
            "utterances": [{**BEST, "start": 1, "end": 2, "speaker": 0, "channel": 0}],
        }
    },
    "assemblyai": {
        "status": "x",
        "audio_url": "x",
        "text": "да",
        "words": [{**WORD, "type": None}],
        "utterances": [{**BEST, "start": 1, "end": 2}],
    },
    "speechmatics": {
        "format": "2.9",
        "results": [{"type": "word", "alternatives": [{"content": "да", "speaker": "S1"}], "start_time": 1, "end_time": 2}],
    },
    "revai": {"speakers": [{"id": 0, "name": "x"}], "monologues": [{"speaker": 0, "elements": [WORD, WORD]}]},
    "ibm-watson": {
        "results": [{"final": True, "alternatives": [{**BEST, "timestamps": [["да", 1, 2]], "word_confidence": [["да", 1]]}]}],
        "speaker_labels": [{"from": 1, "to": 2, "speaker": 0}],
    },
    "yandex-speechkit": {
        "response": {"chunks": [{"alternatives": [BEST], "channelTag": "1"}, {"alternatives": [BEST], "channelTag": "2"}]}
    },
    "tinkoff-voicekit": {"results": [{"alternatives": [BEST], "channel": 0, "start_time": "1s", "end_time": "2s"}]},
    "salutespeech": [{"results": [{"normalized_text": "да", "start": "1s", "end": "2s"}], "speaker_info": {"speaker_id": -1}}],
    "vosk": {"result": [WORD], "text": "да"},
    "gladia": {"result": {"transcription": {"full_transcript": "да", "utterances": [{**BEST, "start": 1, "end": 2}]}}},
    "elevenlabs": {"words": [WORD, {"type": "spacing", "text": " "}], "text": "да"},
    "twilio": {"sentences": [{"media_channel": 1, "start_time": 1, "end_time": 2, "transcript": "да", "words": [WORD]}]},
    "openai-diarized": {"segments": [{"type": "transcript.text.segment", "start": 1, "end": 2, "speaker": "A", "text": "да"}]},
}
WEIRD = (
    None,
    True,
    -1,
    1e308,
    float("nan"),
    10**400,
    2**63,
    "",
    "x",
    "PT",
    [],
    {},
    [[]],
    [None],
    [{}],
    {"seconds": {}},
    "\ud800",
    "12:00",
)


def changed(value: Any, chance: random.Random) -> Any:
    """Return the value with something in it that should not be there, or missing."""
    value = copy.deepcopy(value)
    for _ in range(chance.randint(1, 3)):
        holders = [value]
        for holder in holders:
            holders += [
                each for each in (holder.values() if isinstance(holder, dict) else holder) if isinstance(each, dict | list) and each
            ]
        holder = chance.choice(holders)
        key = chance.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
        if chance.random() < 0.2 and len(holder) > 1:
            del holder[key]
        else:
            holder[key] = copy.deepcopy(chance.choice(WEIRD))
    return value


@pytest.mark.parametrize("name", SAMPLES)
def test_each_sample_is_claimed_by_one_format_only(name):
    file = File(json.dumps(SAMPLES[name]).encode(), "call.json")
    assert [claim.name for claim in formats.candidates(file)] == [name]
    imported, _ = formats.read(file.data, "call.json")
    assert [turn.text.strip(".").lower() for turn in imported.turns][:1] in (["да"], ["да да"])


@pytest.mark.parametrize("name", SAMPLES)
def test_whatever_the_values_are_it_is_read_or_refused(name):
    chance = random.Random(name)
    for _ in range(40):
        data = json.dumps(changed(SAMPLES[name], chance)).encode()
        formats.candidates(File(data, "call.json"))
        try:
            imported, report = formats.read(data, "call.json", format=name)
        except FormatError:
            continue
        assert report.lines == report.turns + report.continued + report.blank + report.not_understood
        assert as_transcript(imported).turns
        for turn in imported.turns:
            assert turn.text.encode()
            assert all(time is None or 0 <= time < 2**31 for time in (turn.start_ms, turn.end_ms))
            assert all(0 <= word.start < word.end <= len(turn.text) for word in unpack(turn.timing))
