"""Results of recognisers that are services: each in the shapes that its documentation tells of."""

from __future__ import annotations

import json
from typing import Any

import pytest

from annotator import formats
from annotator.core.errors import FormatError
from annotator.core.model import Imported
from annotator.core.spoken import unpack
from annotator.formats.base import ImportReport


def load(value: Any, name: str = "call.json") -> tuple[Imported, ImportReport]:
    return formats.read((value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).encode(), name)


def turns(imported: Imported) -> list[tuple[str | None, int | None, int | None, str]]:
    return [(turn.speaker_id, turn.start_ms, turn.end_ms, turn.text) for turn in imported.turns]


def spoken(imported: Imported, turn: int = 0) -> list[tuple[str, int | None, int | None, float | None]]:
    said = imported.turns[turn]
    return [(said.text[w.start : w.end], w.start_ms, w.end_ms, w.confidence) for w in unpack(said.timing)]


def aws_word(content: str, start: str, end: str, **more: Any) -> dict[str, Any]:
    best = {"confidence": "0.9", "content": content}
    return {"start_time": start, "end_time": end, "alternatives": [best], "type": "pronunciation", **more}


def aws_mark(content: str, **more: Any) -> dict[str, Any]:
    return {"alternatives": [{"confidence": "0.0", "content": content}], "type": "punctuation", **more}


def aws(results: dict[str, Any]) -> dict[str, Any]:
    return {
        "jobName": "call-1",
        "accountId": "1",
        "status": "COMPLETED",
        "results": {"transcripts": [{"transcript": ""}], **results},
    }


AWS_WORDS = [
    aws_word("Алло", "0.5", "0.9", id=0),
    aws_mark(",", id=1),
    aws_word("добрый", "1.0", "1.4", id=2),
    aws_word("день", "1.4", "1.8", id=3),
    aws_mark(".", id=4),
    aws_word("Слушаю", "2.0", "2.5", id=5),
    aws_mark(".", id=6),
]
AWS_SPEAKERS = {
    "speakers": 2,
    "segments": [
        {
            "start_time": "0.5",
            "end_time": "1.9",
            "speaker_label": "spk_0",
            "items": [{"start_time": s, "end_time": e} for s, e in (("0.5", "0.9"), ("1.0", "1.4"), ("1.4", "1.8"))],
        },
        {
            "start_time": "2.0",
            "end_time": "2.6",
            "speaker_label": "spk_1",
            "items": [{"start_time": "2.0", "end_time": "2.5"}],
        },
    ],
}


def test_amazon_without_speakers_is_sentences_with_words():
    imported, report = load(aws({"items": AWS_WORDS}))
    assert imported.format == "aws-transcribe"
    assert turns(imported) == [(None, 500, 1800, "Алло, добрый день."), (None, 2000, 2500, "Слушаю.")]
    assert spoken(imported) == [("Алло", 500, 900, 0.9), ("добрый", 1000, 1400, 0.9), ("день", 1400, 1800, 0.9)]
    assert (report.lines, report.turns, report.remarks) == (2, 2, ())


def test_amazon_with_speakers_has_a_turn_for_each_segment():
    imported, _ = load(aws({"items": AWS_WORDS, "speaker_labels": AWS_SPEAKERS}))
    assert turns(imported) == [("spk_0", 500, 1900, "Алло, добрый день."), ("spk_1", 2000, 2600, "Слушаю.")]
    assert [(speaker.id, speaker.name, speaker.role) for speaker in imported.speakers] == [("spk_0", "", ""), ("spk_1", "", "")]


def test_amazon_words_that_no_segment_names_stand_where_they_are_spoken():
    segments = [{**segment, "items": []} for segment in AWS_SPEAKERS["segments"]]
    imported, _ = load(aws({"items": AWS_WORDS, "speaker_labels": {"segments": segments}}))
    assert [turn.text for turn in imported.turns] == ["Алло, добрый день.", "Слушаю."]


def test_amazon_words_of_two_at_the_same_time_go_to_each():
    items = [{"start_time": "1.0", "end_time": "1.4"}]
    segments = [{"start_time": "1.0", "end_time": "1.4", "speaker_label": label, "items": items} for label in ("spk_0", "spk_1")]
    both = [aws_word("да", "1.0", "1.4"), aws_word("нет", "1.0", "1.4"), aws_mark(".")]
    imported, _ = load(aws({"items": both, "speaker_labels": {"segments": segments}}))
    assert turns(imported) == [("spk_0", 1000, 1400, "да"), ("spk_1", 1000, 1400, "нет.")]


def test_amazon_audio_segments_are_turns():
    segments = [
        {"id": 0, "transcript": "Алло, добрый день.", "start_time": "0.4", "end_time": "1.9", "items": [0, 1, 2, 3, 4]},
        {"id": 1, "transcript": "Слушаю.", "start_time": "2.0", "end_time": "2.6", "items": [5, 6]},
    ]
    imported, _ = load(aws({"items": AWS_WORDS, "audio_segments": segments}))
    assert turns(imported) == [(None, 400, 1900, "Алло, добрый день."), (None, 2000, 2600, "Слушаю.")]
    assert spoken(imported, 1) == [("Слушаю", 2000, 2500, 0.9)]
    labelled = [{**segment, "speaker_label": f"spk_{n}"} for n, segment in enumerate(segments)]
    imported, _ = load(aws({"items": AWS_WORDS, "audio_segments": labelled, "speaker_labels": AWS_SPEAKERS}))
    assert [turn.speaker_id for turn in imported.turns] == ["spk_0", "spk_1"]


def test_amazon_audio_segments_without_the_speakers_of_the_file_are_passed_over():
    segments = [{"id": 0, "transcript": "Алло, добрый день. Слушаю.", "start_time": "0.4", "end_time": "2.6", "items": [0]}]
    imported, _ = load(aws({"items": AWS_WORDS, "audio_segments": segments, "speaker_labels": AWS_SPEAKERS}))
    assert [(turn.speaker_id, turn.text) for turn in imported.turns] == [("spk_0", "Алло, добрый день."), ("spk_1", "Слушаю.")]


def test_amazon_channels_are_in_the_order_of_time_and_each_says_its_sentences_in_one_turn():
    one = [
        aws_word("Алло", "0.5", "0.9"),
        aws_mark("."),
        aws_word("Говорите", "1.0", "1.4"),
        aws_mark("."),
        aws_word("Да", "5.0", "5.2"),
    ]
    other = [aws_word("Здравствуйте", "2.0", "2.9"), aws_mark("!")]
    channels = {"channels": [{"channel_label": "ch_0", "items": one}, {"channel_label": "ch_1", "items": other}]}
    imported, _ = load(aws({"items": one + other, "channel_labels": channels}))
    assert turns(imported) == [
        ("ch_0", 500, 1400, "Алло. Говорите."),
        ("ch_1", 2000, 2900, "Здравствуйте!"),
        ("ch_0", 5000, 5200, "Да"),
    ]


def test_amazon_call_analytics_has_roles_and_keeps_marks_of_personal_data():
    items = [
        {"Type": "pronunciation", "Content": "Это", "BeginOffsetMillis": 40, "EndOffsetMillis": 300, "Confidence": 0.8},
        {"Type": "pronunciation", "Content": "[PII]", "BeginOffsetMillis": 300, "EndOffsetMillis": 900, "Redaction": [{}]},
        {"Type": "punctuation", "Content": ".", "Confidence": 0.0},
    ]
    value = {
        "JobStatus": "COMPLETED",
        "Participants": [{"ParticipantRole": "AGENT"}, {"ParticipantRole": "CUSTOMER"}],
        "Transcript": [
            {"ParticipantRole": "AGENT", "Content": "Это [PII].", "BeginOffsetMillis": 40, "EndOffsetMillis": 950, "Items": items},
            {"ParticipantRole": "CUSTOMER", "Content": "Да", "BeginOffsetMillis": 900, "EndOffsetMillis": 1200},
        ],
    }
    imported, _ = load(value)
    assert turns(imported) == [("AGENT", 40, 950, "Это [PII]."), ("CUSTOMER", 900, 1200, "Да")]
    assert [speaker.role for speaker in imported.speakers] == ["AGENT", "CUSTOMER"]
    assert spoken(imported) == [("Это", 40, 300, 0.8), ("[PII]", 300, 900, None)]


def test_amazon_contact_lens_finds_the_role_by_the_participant():
    value = {
        "Participants": [{"ParticipantId": "p1", "ParticipantRole": "AGENT"}],
        "Transcript": [{"ParticipantId": "p1", "Content": "Добрый день", "BeginOffsetMillis": 0, "EndOffsetMillis": 900}, "?"],
    }
    imported, report = load(value)
    assert [(speaker.id, speaker.role) for speaker in imported.speakers] == [("p1", "AGENT")]
    assert (report.lines, report.turns, report.not_understood, report.remarks[0].line) == (2, 1, 1, 2)


def test_amazon_bedrock_names_its_words_by_their_places():
    value = {
        "metadata": {},
        "audio_items": [
            {"content": "Слушаю", "start_timestamp_millis": 10, "end_timestamp_millis": 400},
            {"content": "вас", "start_timestamp_millis": 400, "end_timestamp_millis": 700},
        ],
        "audio_segments": [
            {
                "text": "Слушаю вас.",
                "start_timestamp_millis": 0,
                "end_timestamp_millis": 720,
                "speaker": {"speaker_label": "spk_0"},
                "channel": {"channel_label": "ch_0"},
                "audio_item_indices": [0, 1, 7, None, "x", 1.5],
            }
        ],
    }
    imported, _ = load(value)
    assert turns(imported) == [("spk_0", 0, 720, "Слушаю вас.")]
    assert spoken(imported) == [("Слушаю", 10, 400, None), ("вас", 400, 700, None)]


def google_word(word: str, start: Any, end: Any, **more: Any) -> dict[str, Any]:
    return {"word": word, "startTime": start, "endTime": end, **more}


def test_google_results_are_turns_whichever_way_times_are_written():
    results = [
        {
            "alternatives": [
                {
                    "transcript": "добрый день",
                    "confidence": 0.9,
                    "words": [
                        google_word("добрый", "0.100s", "0.5s", confidence=0.7, speakerTag=0),
                        google_word("день", {"seconds": "1", "nanos": 500000000}, {"seconds": 2}),
                    ],
                }
            ],
            "languageCode": "ru-ru",
        },
        {"alternatives": [{"transcript": " слушаю вас"}], "resultEndTime": "4s"},
    ]
    for value in (
        {"results": results},
        {"name": "1", "done": True, "response": {"@type": "LongRunningRecognizeResponse", "results": results}},
        {"results": {"gs://a/b.wav": {"transcript": {"results": results}}}},
        {"response": {"results": {"gs://a/b.wav": {"inlineResult": {"transcript": {"results": results}}}}}},
        [{"results": results[:1]}, {"results": results[1:]}],
    ):
        imported, _ = load(value)
        assert imported.format == "google-stt"
        assert turns(imported) == [(None, 100, 2000, "добрый день"), (None, None, 4000, "слушаю вас")]
        assert spoken(imported) == [("добрый", 100, 500, 0.7), ("день", 1500, 2000, None)]


def test_google_takes_the_last_result_where_it_repeats_all_with_speakers():
    words = [google_word(word, f"{n}s", f"{n + 1}s") for n, word in enumerate("алло добрый день слушаю".split())]
    tagged = [{**word, "speakerTag": 1 if n == 0 else 2} for n, word in enumerate(words)]
    results = [
        {"alternatives": [{"transcript": "алло добрый", "words": [{**word, "speakerTag": 0} for word in words[:2]]}]},
        {"alternatives": [{"transcript": " день слушаю", "words": words[2:]}]},
        {"alternatives": [{"words": tagged}]},
    ]
    imported, report = load({"results": results})
    assert turns(imported) == [("1", 0, 1000, "алло"), ("2", 1000, 4000, "добрый день слушаю")]
    assert len(report.remarks) == 1
    timeless = [{"word": word["word"], "speakerTag": word.get("speakerTag", 0)} for word in words + tagged]
    results = [{"alternatives": [{"transcript": "", "words": part}]} for part in (timeless[:2], timeless[2:4], timeless[4:])]
    imported, report = load({"results": [{**result, "languageCode": "ru"} for result in results]})
    assert turns(imported) == [("1", None, None, "алло"), ("2", None, None, "добрый день слушаю")]


def test_google_keeps_results_that_only_overlap_or_are_not_the_same_words():
    def result(*words: tuple[str, str | None, int]) -> dict[str, Any]:
        said = [
            {"word": word, "speakerTag": tag} | ({"startTime": start, "endTime": start} if start else {})
            for word, start, tag in words
        ]
        return {"alternatives": [{"transcript": " ".join(word for word, _, _ in words), "words": said}], "languageCode": "ru"}

    shorter = [result(("раз", "1s", 1), ("два", "2s", 1)), result(("три", "0s", 2))]
    other = [result(("раз", None, 1)), result(("два", None, 2), ("три", None, 2))]
    for results in (shorter, other):
        imported, report = load({"results": results})
        assert [turn.speaker_id for turn in imported.turns] == ["1", "2"]
        assert report.remarks == ()


def test_google_results_that_have_speakers_each_are_all_turns():
    def result(text: str, start: int, label: str) -> dict[str, Any]:
        words = [
            {"word": word, "startOffset": f"{start + n}s", "endOffset": f"{start + n + 1}s", "speakerLabel": label}
            for n, word in enumerate(text.split())
        ]
        return {"alternatives": [{"transcript": text, "words": words}], "resultEndOffset": f"{start + 9}s", "languageCode": "ru-RU"}

    imported, report = load({"results": [result("алло добрый", 0, "1"), result("день", 10, "2"), result("да да да да", 20, "1")]})
    assert [(turn.speaker_id, turn.text) for turn in imported.turns] == [("1", "алло добрый"), ("2", "день"), ("1", "да да да да")]
    assert report.remarks == ()


def test_google_channels_are_speakers_in_the_order_of_time():
    def result(text: str, start: int, channel: int) -> dict[str, Any]:
        words = [google_word(text, f"{start}s", f"{start + 1}s")]
        return {"alternatives": [{"transcript": text, "words": words}], "channelTag": channel}

    imported, _ = load({"results": [result("алло", 0, 1), result("да", 6, 1), result("слушаю", 3, 2)]})
    assert turns(imported) == [
        ("channel 1", 0, 1000, "алло"),
        ("channel 2", 3000, 4000, "слушаю"),
        ("channel 1", 6000, 7000, "да"),
    ]


def azure_phrase(display: str, start: float, **more: Any) -> dict[str, Any]:
    words = [
        {"word": word.strip(",.?").lower(), "offset": f"PT{start + n}S", "duration": "PT0.5S", "confidence": 0.5}
        for n, word in enumerate(display.split())
    ]
    best = [{"confidence": 0.9, "display": display, "lexical": display.lower(), "words": words}, {"display": "хуже"}]
    return {"recognitionStatus": "Success", "offset": f"PT{start}S", "duration": "PT2S", "nBest": best, **more}


def test_azure_batch_has_lexical_words_for_written_phrases_and_channels_in_the_order_of_time():
    phrases = [
        azure_phrase("Алло, слушаю?", 0.5, channel=0),
        azure_phrase("Да.", 5, channel=0),
        azure_phrase("Здравствуйте.", 3, channel=1),
        {"recognitionStatus": "NoMatch", "channel": 1, "offset": "PT9S", "duration": "PT1S"},
    ]
    imported, report = load({"source": "", "combinedRecognizedPhrases": [], "recognizedPhrases": phrases})
    assert imported.format == "azure-speech"
    assert turns(imported) == [
        ("channel 0", 500, 2500, "Алло, слушаю?"),
        ("channel 1", 3000, 5000, "Здравствуйте."),
        ("channel 0", 5000, 7000, "Да."),
    ]
    assert spoken(imported) == [("Алло", 500, 1000, 0.5), ("слушаю", 1500, 2000, 0.5)]
    assert (report.turns, report.blank) == (3, 1)


def test_azure_speakers_of_one_channel():
    phrases = [azure_phrase("Алло.", 0, channel=0, speaker=2), azure_phrase("Да.", 3, channel=0, speaker=1)]
    imported, _ = load({"recognizedPhrases": phrases})
    assert [turn.speaker_id for turn in imported.turns] == ["2", "1"]


def test_azure_times_in_ticks_and_in_milliseconds():
    ticks = {"nBest": [{"display": "Алло"}], "offsetInTicks": 7600000.0, "durationInTicks": 10000000}
    milliseconds = {"nBest": [{"display": "Да"}], "offsetMilliseconds": 2500, "durationMilliseconds": 300}
    imported, _ = load({"recognizedPhrases": [ticks, milliseconds]})
    assert [(turn.start_ms, turn.end_ms) for turn in imported.turns] == [(760, 1760), (2500, 2800)]


def test_azure_fast_transcription_counts_in_milliseconds():
    words = [{"text": "Алло,", "offsetMilliseconds": 80, "durationMilliseconds": 100}]
    phrases = [
        {"speaker": 1, "offsetMilliseconds": 80, "durationMilliseconds": 700, "text": "Алло, да.", "words": words},
        {"speaker": 2, "offset": 900, "duration": 100, "text": "Да."},
    ]
    imported, _ = load({"durationMilliseconds": 1000, "combinedPhrases": [{"text": "Алло, да. Да."}], "phrases": phrases})
    assert turns(imported) == [("1", 80, 780, "Алло, да."), ("2", 900, 1000, "Да.")]
    assert spoken(imported) == [("Алло,", 80, 180, None)]
    imported, _ = load({"combinedPhrases": [{"text": "Алло, да."}], "phrases": []})
    assert turns(imported) == [(None, None, None, "Алло, да.")]


def test_azure_results_of_version_2_and_of_the_sdk():
    segment = {
        "RecognitionStatus": "Success",
        "ChannelNumber": None,
        "SpeakerId": "Guest-1",
        "Offset": 400000,
        "Duration": 13300000,
        "NBest": [{"Confidence": 0.9, "Display": "Алло.", "Words": [{"Word": "алло", "Offset": 400000, "Duration": 5000000}]}],
    }
    imported, _ = load({"AudioFileResults": [{"AudioFileName": "Channel.0.wav", "SegmentResults": [segment]}]})
    assert turns(imported) == [("Guest-1", 40, 1370, "Алло.")]
    assert spoken(imported) == [("Алло", 40, 540, None)]
    said = {"RecognitionStatus": "Success", "SpeakerId": "Unknown", "Offset": 20000000, "Duration": 10000000, "DisplayText": "Да."}
    imported, _ = load(json.dumps(segment) + "\n" + json.dumps(said))
    assert turns(imported) == [("Guest-1", 40, 1370, "Алло."), (None, 2000, 3000, "Да.")]


def test_azure_files_of_channels_are_channels():
    files = [
        {"SegmentResults": [{"Offset": 10000 * n, "Duration": 10000, "NBest": [{"Display": text}]}]}
        for n, text in ((900, "Да"), (100, "Алло"))
    ]
    imported, _ = load({"AudioFileResults": files})
    assert turns(imported) == [("channel 1", 100, 101, "Алло"), ("channel 0", 900, 901, "Да")]


def deepgram_words(text: str, start: float, **more: Any) -> list[dict[str, Any]]:
    return [
        {
            "word": word.strip(",.").lower(),
            "punctuated_word": word,
            "start": start + n,
            "end": start + n + 0.5,
            "confidence": 0.8,
            **more,
        }
        for n, word in enumerate(text.split())
    ]


def deepgram(*alternatives: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"metadata": {"channels": 1}, "results": {"channels": [{"alternatives": [each]} for each in alternatives], **more}}


def test_deepgram_utterances_come_before_paragraphs_and_words():
    words = deepgram_words("Алло, слушаю.", 0, speaker=0) + deepgram_words("Да.", 4, speaker=1)
    utterances = [
        {"start": 0.0, "end": 1.5, "channel": 0, "speaker": 0, "transcript": "Алло, слушаю.", "words": words[:2]},
        {"start": 4.0, "end": 4.5, "channel": 0, "speaker": 1, "transcript": "Да.", "words": words[2:]},
    ]
    imported, _ = load(deepgram({"transcript": "Алло, слушаю. Да.", "words": words}, utterances=utterances))
    assert imported.format == "deepgram"
    assert turns(imported) == [("0", 0, 1500, "Алло, слушаю."), ("1", 4000, 4500, "Да.")]
    assert spoken(imported) == [("Алло,", 0, 500, 0.8), ("слушаю.", 1000, 1500, 0.8)]


def test_deepgram_paragraphs_take_as_many_words_as_they_say():
    words = deepgram_words("Алло, слушаю. Да.", 0)
    paragraphs = [
        {"sentences": [{"text": "Алло,"}, {"text": "слушаю."}], "speaker": 0, "num_words": 2, "start": 0.0, "end": 1.5},
        {"sentences": [{"text": "Да."}], "speaker": 1, "num_words": 1, "start": 2.0, "end": 2.5},
    ]
    imported, _ = load(deepgram({"transcript": "", "words": words, "paragraphs": {"paragraphs": paragraphs}}))
    assert turns(imported) == [("0", 0, 1500, "Алло, слушаю."), ("1", 2000, 2500, "Да.")]
    assert spoken(imported, 1) == [("Да.", 2000, 2500, 0.8)]


def test_deepgram_words_are_grouped_by_speaker_or_by_sentence():
    words = deepgram_words("Алло, слушаю.", 0, speaker=0) + deepgram_words("Да.", 4, speaker=1)
    assert [turn.text for turn in load(deepgram({"words": words}))[0].turns] == ["Алло, слушаю.", "Да."]
    imported, _ = load(deepgram({"words": deepgram_words("Алло. Слушаю вас", 0)}))
    assert turns(imported) == [(None, 0, 500, "Алло."), (None, 1000, 2500, "Слушаю вас")]
    assert turns(load(deepgram({"transcript": "алло"}))[0]) == [(None, None, None, "алло")]


def test_deepgram_channels_with_speakers_on_each():
    one = {"words": deepgram_words("Алло.", 0, speaker=0) + deepgram_words("Да.", 6, speaker=1)}
    other = {"words": deepgram_words("Слушаю.", 3, speaker=0)}
    imported, _ = load({"error": None, "result": deepgram(one, other)})
    assert [(turn.speaker_id, turn.text) for turn in imported.turns] == [
        ("channel 0 speaker 0", "Алло."),
        ("channel 1 speaker 0", "Слушаю."),
        ("channel 0 speaker 1", "Да."),
    ]


def test_deepgram_streams_keep_what_is_final():
    def message(text: str, start: float, final: bool) -> dict[str, Any]:
        best = {"transcript": text, "words": deepgram_words(text, start)}
        return {"type": "Results", "start": start, "duration": 2.0, "is_final": final, "channel": {"alternatives": [best]}}

    lines = [message("Ал", 0, False), message("Алло.", 0, True), {"type": "Metadata"}, message("Да.", 4, True)]
    imported, _ = load("\n".join(map(json.dumps, lines)))
    assert turns(imported) == [(None, 0, 2000, "Алло."), (None, 4000, 6000, "Да.")]


def assembly_words(text: str, start: int, **more: Any) -> list[dict[str, Any]]:
    return [
        {"text": word, "start": start + 1000 * n, "end": start + 1000 * n + 500, "confidence": 0.7, **more}
        for n, word in enumerate(text.split())
    ]


def test_assemblyai_utterances_words_and_text():
    own = {"id": "1", "status": "completed", "audio_url": "https://a", "audio_duration": 9, "text": "Алло, да. Слушаю."}
    words = assembly_words("Алло, да.", 100, speaker="A") + assembly_words("Слушаю.", 4000, speaker="B")
    utterances = [
        {"speaker": "A", "text": "Алло, да.", "start": 90, "end": 1650, "words": words[:2]},
        {"speaker": "B", "text": "Слушаю.", "start": 4000, "end": 4500, "words": words[2:]},
    ]
    imported, _ = load({**own, "words": words, "utterances": utterances})
    assert imported.format == "assemblyai"
    assert turns(imported) == [("A", 90, 1650, "Алло, да."), ("B", 4000, 4500, "Слушаю.")]
    assert spoken(imported) == [("Алло,", 100, 600, 0.7), ("да.", 1100, 1600, 0.7)]
    imported, _ = load({**own, "words": words, "utterances": None})
    assert turns(imported) == [("A", 100, 1600, "Алло, да."), ("B", 4000, 4500, "Слушаю.")]
    imported, _ = load({**own, "words": [], "utterances": None})
    assert turns(imported) == [(None, None, 9000, "Алло, да. Слушаю.")]


def test_assemblyai_channels_and_paragraphs():
    words = assembly_words("Алло.", 0, channel="1", speaker="1") + assembly_words("Да.", 2000, channel="2", speaker="2")
    imported, _ = load({"status": "completed", "audio_url": "", "text": "", "words": words})
    assert [(turn.speaker_id, turn.text) for turn in imported.turns] == [("1", "Алло."), ("2", "Да.")]
    paragraphs = [{"text": "Алло. Да.", "start": 0, "end": 2500, "confidence": 0.9, "words": words}]
    assert turns(load({"id": "1", "audio_duration": 3, "paragraphs": paragraphs})[0]) == [(None, 0, 2500, "Алло. Да.")]


def speechmatics(kind: str, content: str, start: float, end: float, speaker: str = "UU", **more: Any) -> dict[str, Any]:
    best = {"content": content, "confidence": 0.9, "language": "ru", "speaker": speaker}
    return {"type": kind, "start_time": start, "end_time": end, "alternatives": [best], **more}


def test_speechmatics_version_2_groups_by_speaker_and_glues_marks():
    results = [
        speechmatics("word", "Алло", 0.1, 0.5, "S1"),
        speechmatics("punctuation", ",", 0.5, 0.5, "S1", attaches_to="previous"),
        speechmatics("punctuation", "«", 0.5, 0.5, "S1", attaches_to="next"),
        speechmatics("word", "Ромашка", 0.6, 1.0, "S1"),
        speechmatics("punctuation", "»", 1.0, 1.0, "S1", attaches_to="previous"),
        speechmatics("word", "да", 2.0, 2.2, "S2"),
        speechmatics("punctuation", ".", 2.2, 2.2, "S1"),
    ]
    imported, _ = load({"format": "2.9", "job": {}, "metadata": {}, "results": results})
    assert imported.format == "speechmatics"
    assert turns(imported) == [("S1", 100, 1000, "Алло, «Ромашка»"), ("S2", 2000, 2200, "да.")]
    assert spoken(imported) == [("Алло", 100, 500, 0.9), ("Ромашка", 600, 1000, 0.9)]


def test_speechmatics_speaker_uu_is_nobody_and_channels_are_speakers():
    one = [speechmatics("word", "Алло", 0.1, 0.5), speechmatics("punctuation", ".", 0.5, 0.5), speechmatics("word", "Да", 0.6, 0.9)]
    assert turns(load({"format": "2.9", "results": one})[0]) == [(None, 100, 500, "Алло."), (None, 600, 900, "Да")]
    channels = [{**each, "channel": "channel_1"} for each in one]
    channels.append(speechmatics("word", "Слушаю", 3, 4, channel="channel_2"))
    imported, _ = load({"format": "2.9", "results": channels})
    assert turns(imported) == [("channel_1", 100, 900, "Алло. Да"), ("channel_2", 3000, 4000, "Слушаю")]


def test_speechmatics_streams_keep_what_is_final():
    lines = [
        {"message": "RecognitionStarted", "id": "1"},
        {"message": "AddPartialTranscript", "results": [speechmatics("word", "Ал", 0, 1)]},
        {"message": "AddTranscript", "results": [speechmatics("word", "Алло", 0, 1)]},
        {"message": "AddTranscript", "results": [speechmatics("punctuation", ".", 1, 1, attaches_to="previous")]},
    ]
    assert turns(load("\n".join(map(json.dumps, lines)))[0]) == [(None, 0, 1000, "Алло.")]


def test_speechmatics_version_1_has_stretches_of_speakers():
    words = [("Алло", "0.10", "0.40"), (".", "0.50", "0.00"), ("Слушаю", "2.00", "0.50"), (".", "2.50", "0.00")]
    value = {
        "format": "1.0",
        "job": {},
        "speakers": [
            {"name": "M1", "time": "0.10", "duration": "0.45", "confidence": None},
            {"name": "UU", "time": "1.00", "duration": "0.20", "confidence": None},
            {"name": "F1", "time": "2.00", "duration": "0.60", "confidence": None},
        ],
        "words": [{"name": name, "time": time, "duration": lasts, "confidence": "0.9"} for name, time, lasts in words],
    }
    imported, report = load(value)
    assert imported.format == "speechmatics"
    assert turns(imported) == [("M1", 100, 550, "Алло."), ("F1", 2000, 2600, "Слушаю.")]
    assert report.blank == 1
    assert [turn.text for turn in load({**value, "speakers": []})[0].turns] == ["Алло.", "Слушаю."]


def test_rev_monologues_are_turns_with_names_of_speakers():
    def element(value: str, start: Any = None, end: Any = None, **more: Any) -> dict[str, Any]:
        return {"type": "punct", "value": value} if start is None else {"type": "text", "value": value, "ts": start, "end_ts": end}

    value = {
        "speakers": [{"id": 0, "name": "Анна"}],
        "monologues": [
            {
                "speaker": 0,
                "elements": [
                    element("Алло", 0.1, 0.5),
                    element(","),
                    element(" "),
                    element("слушаю", 0.6, 1.0),
                    element("."),
                    {"type": "unknown", "value": "<inaudible>"},
                ],
            },
            {
                "speaker": 1,
                "elements": [{"type": "text", "value": "Да.", "timestamp": "00:00:02,500", "end_timestamp": "00:00:03,000"}],
            },
            None,
        ],
    }
    imported, report = load(value)
    assert imported.format == "revai"
    assert turns(imported) == [("0", 100, 1000, "Алло, слушаю.<inaudible>"), ("1", 2500, 3000, "Да.")]
    assert [(speaker.id, speaker.name) for speaker in imported.speakers] == [("0", "Анна"), ("1", "")]
    assert report.not_understood == 1
    hypotheses = [
        {"type": "connected", "id": "1"},
        {"type": "partial", "ts": 0, "end_ts": 1, "elements": [element("Ал", 0, 1)]},
        {"type": "final", "ts": 0, "end_ts": 1.5, "elements": [element("Алло", 0, 1), element("да", 1, 1.5)]},
    ]
    assert turns(load("\n".join(map(json.dumps, hypotheses)))[0]) == [(None, 0, 1500, "Алло да")]


def test_watson_results_are_divided_where_the_speaker_changes():
    def result(final: bool, text: str, *times: tuple[float, float]) -> dict[str, Any]:
        words = text.split()
        timestamps = [[word, start, end] for word, (start, end) in zip(words, times, strict=True)]
        confidences = [[word, 0.6] for word in words]
        best = {"transcript": text + " ", "confidence": 0.9, "timestamps": timestamps, "word_confidence": confidences}
        return {"final": final, "alternatives": [best]}

    results = [
        result(True, "алло %HESITATION", (0.1, 0.5), (0.5, 0.9)),
        result(True, "да слушаю", (2.0, 2.3), (2.4, 3.0)),
        result(False, "не конец", (4.0, 4.5), (4.5, 5.0)),
    ]
    labels = [
        {"from": start, "to": start + 0.1, "speaker": speaker, "confidence": 0.5, "final": False}
        for start, speaker in ((0.1, 0), (0.5, 0), (2.0, 1), (2.4, 0))
    ]
    expected = [("0", 100, 900, "алло %HESITATION"), ("1", 2000, 2300, "да"), ("0", 2400, 3000, "слушаю")]
    for value in (
        {"result_index": 0, "results": results, "speaker_labels": labels},
        {"id": "1", "status": "completed", "results": [{"result_index": 0, "results": results, "speaker_labels": labels}]},
        json.dumps({"result_index": 0, "results": results}) + json.dumps({"speaker_labels": labels}),
    ):
        imported, _ = load(value)
        assert imported.format == "ibm-watson"
        assert turns(imported) == expected
        assert spoken(imported)[0] == ("алло", 100, 500, 0.6)
    assert turns(load({"result_index": 0, "results": results[:1]})[0]) == [(None, 100, 900, "алло %HESITATION")]


def yandex_chunk(text: str, start: int, channel: str) -> dict[str, Any]:
    words = [
        {"word": word.lower().strip(",.?"), "startTime": f"{start + n}.100s", "endTime": f"{start + n}.900s", "confidence": 1}
        for n, word in enumerate(text.split())
    ]
    return {"alternatives": [{"text": text, "words": words, "confidence": 1}], "channelTag": channel}


def test_yandex_version_2_has_channels_and_words_in_small_letters():
    chunks = [yandex_chunk("Алло, слушаю.", 0, "1"), yandex_chunk("Да?", 3, "2"), yandex_chunk("Спасибо.", 5, "1")]
    for value in ({"done": True, "response": {"@type": "yandex", "chunks": chunks}}, {"chunks": chunks}):
        imported, report = load(value)
        assert imported.format == "yandex-speechkit"
        assert turns(imported) == [
            ("channel 1", 100, 1900, "Алло, слушаю."),
            ("channel 2", 3100, 3900, "Да?"),
            ("channel 1", 5100, 5900, "Спасибо."),
        ]
        assert spoken(imported) == [("Алло", 100, 900, 1.0), ("слушаю", 1100, 1900, 1.0)]
        assert report.remarks == ()
    imported, _ = load({"response": {"chunks": chunks[::2]}})
    assert [turn.speaker_id for turn in imported.turns] == [None, None]


def test_channels_of_the_same_sound_are_kept_and_told_of():
    text = " ".join(f"слово{n}" for n in range(25))
    chunks = [yandex_chunk(text, 0, "1"), yandex_chunk(text + " ещё", 0, "2")]
    imported, report = load({"response": {"chunks": chunks}})
    assert [turn.speaker_id for turn in imported.turns] == ["channel 1", "channel 2"]
    assert [str(remark.message) for remark in report.remarks] == ["channel 1 and channel 2 hold the same speech. Both are kept."]
    chunks[1] = yandex_chunk(" ".join(f"слово{n + 8}" for n in range(25)), 0, "2")
    assert load({"response": {"chunks": chunks}})[1].remarks == ()


def test_yandex_version_3_takes_the_refined_text_with_the_words_of_the_first():
    def final(text: str, start: int, channel: str, number: int) -> dict[str, Any]:
        words = [
            {"text": word, "startTimeMs": str(start + 500 * n), "endTimeMs": str(start + 500 * n + 400)}
            for n, word in enumerate(text.split())
        ]
        best = {"words": words, "text": text, "startTimeMs": str(start), "endTimeMs": str(start + 2000), "confidence": 1}
        cursors = {"receivedDataMs": "1"} | ({"finalIndex": str(number)} if number else {})
        return {"sessionUuid": {}, "audioCursors": cursors, "final": {"alternatives": [best]}, "channelTag": channel}

    def refined(text: str, channel: str, number: int) -> dict[str, Any]:
        body = {"normalizedText": {"alternatives": [{"text": text}]}} | ({"finalIndex": str(number)} if number else {})
        return {"sessionUuid": {}, "audioCursors": {}, "finalRefinement": body, "channelTag": channel}

    events = [
        {"sessionUuid": {}, "statusCode": {"codeType": "WORKING"}},
        final("мне двадцать пять", 0, "0", 0),
        refined("Мне 25.", "0", 0),
        final("алло", 1000, "1", 0),
        final("слушаю вас", 5000, "0", 1),
        {"sessionUuid": {}, "audioCursors": {}, "eouUpdate": {"timeMs": "9"}, "channelTag": "0"},
        refined("Алло?", "1", 0),
        refined("Слушаю вас.", "0", 1),
    ]
    expected = [
        ("channel 0", 0, 2000, "Мне 25."),
        ("channel 1", 1000, 3000, "Алло?"),
        ("channel 0", 5000, 7000, "Слушаю вас."),
    ]
    lines = "\n".join(json.dumps({"result": event}, ensure_ascii=False) for event in events)
    pretty = "\n".join(json.dumps(event, indent=2) for event in events)
    for value in (lines, pretty, events):
        imported, report = load(value, "call.jsonl")
        assert imported.format == "yandex-speechkit"
        assert turns(imported) == expected
        assert spoken(imported) == [("Мне", 0, 400, None), ("25", 500, 1400, None)]
        assert (report.lines, report.turns) == (3, 3)
    imported, report = load(lines.replace('"text": "алло"', '"text": алло'), "call.jsonl")
    assert (report.turns, report.not_understood) == (3, 1)


def test_voicekit_results_have_their_own_times():
    def result(text: str, channel: int, start: str, end: str) -> dict[str, Any]:
        words = [{"word": text, "start_time": start, "end_time": end, "confidence": 0.5}]
        best = {"transcript": text, "confidence": 0.9, "words": words}
        return {"channel": channel, "start_time": start, "end_time": end, "alternatives": [best]}

    value = {"results": [result("алло", 0, "0.5s", "1s"), result("да", 0, "9s", "9.2s"), result("слушаю", 1, "2s", "3s")]}
    for given in (value, {"state": "DONE", "response": value}):
        imported, _ = load(given)
        assert imported.format == "tinkoff-voicekit"
        assert turns(imported) == [
            ("channel 0", 500, 1000, "алло"),
            ("channel 1", 2000, 3000, "слушаю"),
            ("channel 0", 9000, 9200, "да"),
        ]


def salute(text: str, start: float, speaker: int = -1, channel: int = 0) -> dict[str, Any]:
    words = [
        {"word": word.lower().strip(".,?"), "start": f"{start + n}s", "end": f"{start + n + 0.5}s"}
        for n, word in enumerate(text.split())
    ]
    result = {"text": text.lower(), "normalized_text": text, "start": f"{start}s", "end": f"{start + 3}s", "word_alignments": words}
    return {"results": [result], "eou": True, "channel": channel, "speaker_info": {"speaker_id": speaker}}


def test_salutespeech_channels_and_no_speakers():
    imported, _ = load([salute("Алло, да.", 0), salute("Конец.", 9), salute("Слушаю?", 4, channel=1)])
    assert imported.format == "salutespeech"
    assert turns(imported) == [
        ("channel 0", 0, 3000, "Алло, да."),
        ("channel 1", 4000, 7000, "Слушаю?"),
        ("channel 0", 9000, 12000, "Конец."),
    ]
    assert spoken(imported) == [("Алло", 0, 500, None), ("да", 1000, 1500, None)]
    assert [turn.speaker_id for turn in load([salute("Алло", 0)])[0].turns] == [None]


def test_salutespeech_leaves_out_the_speech_of_all_where_it_repeats_that_of_each():
    each = [salute("Слушаю вас.", 5, speaker=2), salute("Алло, да.", 0, speaker=1)]
    imported, report = load([salute("Алло, да. Слушаю вас.", 0), *each])
    assert [(turn.speaker_id, turn.text) for turn in imported.turns] == [("1", "Алло, да."), ("2", "Слушаю вас.")]
    assert len(report.remarks) == 1
    imported, report = load([salute("Алло", 0), *each])
    assert [turn.speaker_id for turn in imported.turns] == [None, "1", "2"]
    assert report.remarks == ()


def test_vosk_results_one_a_list_or_a_stream():
    def result(text: str, start: float) -> dict[str, Any]:
        words = [{"conf": 0.9, "word": word, "start": start + n, "end": start + n + 0.5} for n, word in enumerate(text.split())]
        return {"result": words, "spk": [0.1, -0.2], "spk_frames": 100, "text": text}

    parts = [result("алло да", 0), {"text": ""}, {"partial": "слу"}, result("слушаю", 4)]
    for value in (parts, "\n".join(json.dumps(part, indent=1, ensure_ascii=False) for part in parts)):
        imported, report = load(value)
        assert imported.format == "vosk"
        assert turns(imported) == [(None, 0, 1500, "алло да"), (None, 4000, 4500, "слушаю")]
        assert spoken(imported) == [("алло", 0, 500, 0.9), ("да", 1000, 1500, 0.9)]
        assert (report.turns, report.blank) == (2, 1)
    best = {"confidence": 250.1, "result": [{"word": "алло", "start": 0, "end": 1}], "text": "алло"}
    assert turns(load({"alternatives": [best, {"text": "ало"}]})[0]) == [(None, 0, 1000, "алло")]


def test_gladia_utterances_and_predictions():
    words = [{"word": " Алло,", "start": 0.1, "end": 0.5, "confidence": 0.9}]
    utterances = [{"text": "Алло, да.", "start": 0.1, "end": 1.0, "speaker": 0, "channel": 0, "confidence": 0.9, "words": words}]
    result = {"metadata": {}, "transcription": {"full_transcript": "Алло, да.", "utterances": utterances}}
    imported, _ = load({"id": "1", "status": "done", "result": result})
    assert imported.format == "gladia"
    assert turns(imported) == [("0", 100, 1000, "Алло, да.")]
    assert spoken(imported) == [("Алло,", 100, 500, 0.9)]
    prediction = {"transcription": "Алло", "time_begin": 0.5, "time_end": 1, "speaker": "speaker_not_activated", "words": []}
    assert turns(load({"prediction": [prediction]})[0]) == [(None, 500, 1000, "Алло")]
    imported, _ = load({"prediction": [{**prediction, "channel": "channel_0"}, {**prediction, "channel": "channel_1"}]})
    assert turns(imported) == [("channel_0", 500, 1000, "Алло"), ("channel_1", 500, 1000, "Алло")]


def test_elevenlabs_words_spaces_and_events():
    def word(text: str, kind: str, start: float, speaker: str = "speaker_0") -> dict[str, Any]:
        return {"text": text, "type": kind, "start": start, "end": start + 0.5, "speaker_id": speaker, "logprob": -0.5}

    words = [
        word("Алло,", "word", 0),
        word(" ", "spacing", 0.5),
        word("(смех)", "audio_event", 1),
        word(" ", "spacing", 1.5),
        word("да", "word", 2),
        word("-да", "word", 2.5),
        word("Слушаю", "word", 4, "speaker_1"),
    ]
    imported, _ = load({"language_code": "ru", "text": "", "words": words})
    assert imported.format == "elevenlabs"
    assert turns(imported) == [("speaker_0", 0, 3000, "Алло, (смех) да-да"), ("speaker_1", 4000, 4500, "Слушаю")]
    assert spoken(imported)[0] == ("Алло,", 0, 500, 0.6065)
    assert spoken(imported)[2][:3] == ("да-да", 2000, 3000)
    channels = [{"channel_index": n, "text": "", "words": [word(f"слово{n}", "word", 5 - n)]} for n in range(2)]
    imported, _ = load({"transcripts": channels})
    assert [(turn.speaker_id, turn.text) for turn in imported.turns] == [("channel 1", "слово1"), ("channel 0", "слово0")]


def test_azure_conversations_have_roles():
    conversation = [
        {"id": "1", "participantId": "Agent_1", "role": "Agent", "text": "Алло.", "offset": 5000000, "duration": 10000000},
        {"id": "2", "participantId": "Customer_1", "role": "Customer", "text": "Да.", "audioTimings": []},
        "?",
    ]
    for value in (
        {"conversationItems": conversation},
        {"conversations": [{"conversationItems": conversation}]},
        {"analysisInput": {"conversations": [{"conversationItems": conversation}]}},
    ):
        imported, report = load(value)
        assert imported.format == "azure-speech"
        assert turns(imported) == [("Agent_1", 500, 1500, "Алло."), ("Customer_1", None, None, "Да.")]
        assert [speaker.role for speaker in imported.speakers] == ["Agent", "Customer"]
        assert report.not_understood == 1


def test_twilio_sentences_of_two_channels():
    words = [{"word": "алло", "start_time": "0.1", "end_time": "0.5"}, {"word": "да", "start_time": None, "end_time": None}]
    sentences = [
        {"media_channel": 2, "start_time": 3.0, "end_time": 4.0, "transcript": "Слушаю.", "words": []},
        {
            "media_channel": 1,
            "start_time": "0.1",
            "end_time": "1.25",
            "transcript": "Алло, да.",
            "confidence": None,
            "words": words,
        },
    ]
    for value in ({"sentences": sentences, "meta": {}}, sentences):
        imported, _ = load(value)
        assert imported.format == "twilio"
        assert turns(imported) == [("channel 1", 100, 1250, "Алло, да."), ("channel 2", 3000, 4000, "Слушаю.")]
        assert spoken(imported) == [("Алло", 100, 500, None)]


def test_openai_segments_with_speakers():
    segment = {"type": "transcript.text.segment", "id": "seg_1", "start": 0.0, "end": 1.5, "speaker": "A", "text": " Алло."}
    other = {**segment, "start": 2.0, "end": 3.25, "speaker": "agent", "text": "Да."}
    stream = [
        {"type": "transcript.text.delta", "delta": "Ал"},
        segment,
        other,
        {"type": "transcript.text.done", "text": "Алло. Да."},
    ]
    for value in (
        {"task": "transcribe", "duration": 4, "text": "Алло. Да.", "segments": [segment, other]},
        "\n".join(map(json.dumps, stream)),
    ):
        imported, _ = load(value)
        assert imported.format == "openai-diarized"
        assert turns(imported) == [("A", 0, 1500, "Алло."), ("agent", 2000, 3250, "Да.")]


@pytest.mark.parametrize(
    "value",
    [
        aws({"items": []}),
        {"results": {"channels": [{"alternatives": [{"transcript": "", "words": []}]}]}},
        {"monologues": [{"speaker": 0, "elements": []}]},
        {"status": "error", "audio_url": "", "text": None, "words": None},
        {"recognizedPhrases": []},
    ],
)
def test_files_without_a_word_are_refused(value):
    with pytest.raises(FormatError, match="holds no words"):
        load(value)


def test_a_damaged_file_is_refused_with_the_place():
    whole = json.dumps(aws({"items": AWS_WORDS}), indent=1)
    with pytest.raises(FormatError, match="damaged JSON: line 5"):
        formats.read(whole[: whole.index('"results"') + 6].encode(), "call.json", format="aws-transcribe")
    with pytest.raises(FormatError, match="is no JSON"):
        formats.read(b"Anna: hello", "call.txt", format="deepgram")
