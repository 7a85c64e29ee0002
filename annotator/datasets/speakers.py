"""Who said which word, as the diarizer had it and as it is: in the shape that DiarizationLM reads.

The shape is that of the package diarizationlm (Wang et al. 2024, "DiarizationLM: Speaker Diarization Post-Processing with Large
Language Models"): words and speakers joined by spaces, as many of the one as of the other, speakers numbered from 1.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from annotator.core.i18n import msg
from annotator.core.model import SpeakerId
from annotator.datasets.base import Call, Field, Recipe, Row, Shape, Table

_Said = list[tuple[str, SpeakerId | None]]


def stretches(call: Call, _shape: Shape) -> Iterator[Row]:
    """Yield a row for every stretch of chosen turns: most often one a call."""
    transcript = call.transcript
    for part in call.stretches:
        heard: _Said = []
        oracle: list[SpeakerId | None] = []
        for turn in part:
            for span in turn.sources:
                source = transcript.source_turn(span.number)
                own = source.text[span.start : span.end].split()
                heard += [(word, source.speaker_id) for word in own]
                oracle += [turn.speaker_id] * len(own)
        true: _Said = [(word, turn.speaker_id) for turn in part if not turn.hidden for word in turn.text.split()]
        if not heard or not true:
            continue
        speakers = list(dict.fromkeys(speaker for said in (heard, true) for _, speaker in said) | dict.fromkeys(oracle))
        numbers = {speaker: str(n) for n, speaker in enumerate(speakers, 1)}
        yield call.row(
            part,
            utterance_id=f"{call.key[:16]}-{part[0].id}",
            hyp_text=" ".join(word for word, _ in heard),
            hyp_spk=" ".join(numbers[speaker] for _, speaker in heard),
            ref_text=" ".join(word for word, _ in true),
            ref_spk=" ".join(numbers[speaker] for _, speaker in true),
            hyp_spk_oracle=" ".join(numbers[speaker] for speaker in oracle),
            hyp_diarized_text=_diarized(heard, numbers),
            ref_diarized_text=_diarized(true, numbers),
            speakers=[
                {"number": number, "speaker": speaker or "", "label": call.label(speaker)} for speaker, number in numbers.items()
            ],
        )


def _diarized(said: _Said, numbers: dict[SpeakerId | None, str]) -> str:
    return " ".join(
        f"<speaker:{numbers[speaker]}> " + " ".join(word for word, _ in own)
        for speaker, own in groupby(said, key=lambda one: one[1])
    )


SHAPE = (
    "utterance_id",
    "hyp_text",
    "hyp_spk",
    "hyp_diarized_text",
    "ref_text",
    "ref_spk",
    "ref_diarized_text",
)


def utterances(_table: str, split: str, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Yield the rows as the one JSON file that DiarizationLM reads."""
    for row in rows:
        for words, speakers in (("hyp_text", "hyp_spk"), ("ref_text", "ref_spk"), ("hyp_text", "hyp_spk_oracle")):
            assert len(row[words].split()) == len(row[speakers].split()), "a speaker for every word"
    made = {"utterances": [{name: row[name] for name in SHAPE} for row in rows]}
    yield f"{split}.json", json.dumps(made, ensure_ascii=False, indent=1) + "\n"


SPEAKERS = Recipe(
    "speakers",
    msg("Speakers: who said which word (DiarizationLM)"),
    "Words with the speaker of each, as imported (`hyp_…`) and as corrected (`ref_…`), in the fields of DiarizationLM; `files/` "
    "holds the JSON files that it reads. `hyp_spk_oracle` tells who in truth said each imported word. A row is a call, or a "
    "stretch of it that was reviewed. Removed copies are in `hyp_text` and not in `ref_text`.",
    ("text-generation",),
    (
        Table(
            "calls",
            (
                Field("utterance_id", "string", "the call and its first turn"),
                Field("hyp_text", "string", "the imported words, joined by spaces"),
                Field("hyp_spk", "string", "the diarizer's speaker of each of them: numbers joined by spaces"),
                Field("ref_text", "string", "the corrected words"),
                Field("ref_spk", "string", "who says each of them"),
                Field("hyp_spk_oracle", "string", "who says each of the imported words, after correction"),
                Field("hyp_diarized_text", "string", "the imported words with <speaker:n> where the speaker changes"),
                Field("ref_diarized_text", "string", "the corrected words in the same form"),
                Field(
                    "speakers",
                    [{"number": "string", "speaker": "string", "label": "string"}],
                    "who the numbers are: the diarizer's id and what the speaker is called; empty where nobody is known",
                ),
            ),
            stretches,
            "hyp_text",
        ),
    ),
    utterances,
)
