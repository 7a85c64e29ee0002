from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from annotator.core.change import Step
from annotator.core.commands import transcripts
from annotator.core.i18n import Message, msg
from annotator.core.model import Draft, Imported, SourceTurn, Speaker, Transcript
from annotator.core.redaction import Redaction

LINES = (
    "Клиент Иван: мой номер 8 912 345-67-89 запишите",
    "Саппорт: повторю 89123456789 верно иван",
    "Клиент Иван: да\nиван  петров",
)
IMPORTED = Imported(
    "звонок ивану.txt",
    "text",
    "cp1251",
    "\n".join(LINES).encode("cp1251"),
    (Speaker(0, "Клиент Иван", role="клиент"), Speaker(0, "Саппорт")),
    tuple(SourceTurn(n, speaker, text) for n, (speaker, text) in enumerate((line.split(": ") for line in LINES), 1)),
)
PHONE = {"8 912 345-67-89": "[телефон 1]"}


@pytest.fixture
def transcript() -> Transcript:
    return transcripts.as_transcript(IMPORTED)


def redacted(transcript: Transcript, redaction: Redaction) -> Transcript:
    return Transcript.build(map(redaction.entity, transcript.entities()), ())


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ("8 912 345-67-89", "звоните 89123456789 или +8(912)3456789.", "звоните X или X."),
        ("89123456789", "не 891234567890 и не 189123456789", "не 891234567890 и не 189123456789"),
        ("иван петров", "ИВАН  Петров и иванов", "X и иванов"),
        ("иван", "иван, ивановна, «Иван»", "X, ивановна, «X»"),
        ("a.b@mail.ru", "на a.b@mail.ru пишите, не на aab@mail.ru", "на X пишите, не на aab@mail.ru"),
        ("12", "12 раз, 120 раз", "X раз, 120 раз"),
        (" ", "a b", "a b"),
    ],
)
def test_words_are_found_however_they_are_written(value: str, text: str, expected: str) -> None:
    redaction = Redaction(1, {value: "X"})
    assert redaction.text(text) == expected
    assert len(redaction.blot(text)) == len(text)
    assert (redaction.blot(text) == text) == (expected == text)


def test_the_longer_of_two_values_is_meant() -> None:
    assert Redaction(1, {"иван": "A", "иван петров": "B"}).text("иван петров и иван") == "B и A"


def test_nothing_of_the_words_is_left_anywhere_in_a_transcript(transcript: Transcript) -> None:
    left = redacted(transcript, Redaction(1, PHONE | {"иван": "[имя 1]", "ивану": "[имя 1]"}))
    assert [turn.text for turn in left.turns] == [
        "мой номер [телефон 1] запишите",
        "повторю [телефон 1] верно [имя 1]",
        "да\n[имя 1]  петров",
    ]
    assert [speaker.id for speaker in left.speakers] == ["Клиент [имя 1]", "Саппорт"]
    assert {turn.speaker_id for turn in left.turns} == {"Клиент [имя 1]", "Саппорт"}
    assert left.header.name == left.source.name == "звонок [имя 1].txt"
    whole = repr((left, left.source.turns, left.source.data.decode("cp1251"))).casefold()
    assert "иван" not in whole
    assert "912" not in whole


def test_places_in_the_source_stay_where_they_were(transcript: Transcript) -> None:
    left = redacted(transcript, Redaction(1, PHONE))
    assert left.source.turns[0].text == "мой номер *************** запишите"
    assert [turn.sources for turn in left.turns] == [turn.sources for turn in transcript.turns]
    said = left.source.data.decode("cp1251").split("\n")
    assert said[:2] == ["Клиент Иван: мой номер *************** запишите", "Саппорт: повторю *********** верно иван"]


def test_only_what_comes_from_some_source_turns_is_touched_when_asked(transcript: Transcript) -> None:
    left = redacted(transcript, Redaction(1, {"иван": "[имя]"}, numbers=[2]))
    assert [turn.text for turn in left.turns] == [
        "мой номер 8 912 345-67-89 запишите",
        "повторю 89123456789 верно [имя]",
        "да\nиван  петров",
    ]
    assert left.source.data.decode("cp1251") == "\n".join((LINES[0], LINES[1].replace("иван", "****"), LINES[2]))
    assert left.speakers == transcript.speakers
    assert left.header == transcript.header


def test_bytes_in_which_the_words_cannot_be_found_are_not_kept(transcript: Transcript) -> None:
    source = transcript.source
    for odd in (
        replace(source, format="json"),
        replace(source, encoding="utf-8", data=b"\xff\xfe"),
        replace(source, data=b"other"),
    ):
        assert Redaction(1, {"иван": "[имя]"}, numbers=[2]).entity(odd).data == b""
    # Recognisers write words several times, and escaped: what was in the turns is no evidence of what is in the bytes.
    assert Redaction(1, {"никто": "X"}).entity(replace(source, format="json")) == replace(source, format="json", data=b"")


def test_other_transcripts_are_left_alone(transcript: Transcript) -> None:
    other = Redaction(2, PHONE)
    assert all(other.entity(entity) is entity for entity in transcript.entities())
    draft = Draft(1, 1, "8 912 345-67-89", "", datetime.now(UTC))
    assert other.draft(draft) is draft
    assert Redaction(1, PHONE).draft(draft).text == "[телефон 1]"


def test_states_of_the_history_still_follow_from_each_other(transcript: Transcript) -> None:
    turn = transcript.turns[0]
    later = replace(turn, text="номер 89123456789")
    (step,) = Redaction(1, PHONE).steps([Step(turn, later)])
    assert step.before == Redaction(1, PHONE).entity(turn)
    assert step.after.text == "номер [телефон 1]"


def test_labels_and_settings_are_looked_through() -> None:
    redaction = Redaction(1, {"иван": "X"})
    label = redaction.label(msg("Replace {a} by {b}", a="Иван", b=msg("{c}", c="иван"), n=3))
    assert label == Message("Replace {a} by {b}", (("a", "X"), ("b", Message("{c}", (("c", "X"),))), ("n", 3)))
    assert redaction.json({"filter": ["Иван", 1, None], "иван": True}) == {"filter": ["X", 1, None], "X": True}
