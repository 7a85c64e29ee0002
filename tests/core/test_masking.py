"""A masked transcript has nothing of what was masked in any of its texts, and points at the same places as before."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from annotator import formats
from annotator.core.commands import turns
from annotator.core.commands.transcripts import as_transcript
from annotator.core.masking import Numbers, masked, substituted
from annotator.core.model import Transcript
from annotator.formats.base import ExportOptions

SECRET = re.compile("сезам|ali", re.IGNORECASE)


def find(text: str):
    return [(m.start(), m.end(), "[слово]") for m in SECRET.finditer(text)]


def imported(text: str, name: str = "call.txt", encoding: str = "utf-8") -> Transcript:
    return as_transcript(formats.read(text.encode(encoding), name, encoding)[0])


CALL = """Звонок про сезам
[00:00:01] Ali: открой сезам пожалуйста
[00:00:02] Клиент: хорошо
[00:00:03] Ali: сезам
  и ещё сезам
[00:00:04] Клиент: готово
"""


def test_words_are_put_in_the_places_of_others():
    assert substituted("a bc d", [(2, 4, "XYZ"), (0, 1, "")]) == " XYZ d"
    assert substituted("abcdef", [(1, 4, "X"), (2, 6, "Y")]) == "aX", "what overlaps goes with the first"
    assert substituted("abc", []) == "abc"


def test_nothing_is_left_in_any_text():
    transcript = imported(CALL, "сезам.txt")
    first = transcript.turns[1]
    transcript = transcript.apply(turns.comment(transcript, first.id, "про сезам"))
    named = tuple(replace(s, name="Ali" if s.id == "Ali" else "", role="сезам") for s in transcript.speakers)
    transcript = replace(transcript, speakers=named, header=replace(transcript.header, name="сезам 1"))
    made = masked(transcript, find)
    texts = [made.header.name, made.source.name, made.source.data.decode()]
    texts += [text for turn in made.turns for text in (turn.text, turn.comment, turn.speaker_id or "")]
    texts += [text for turn in made.source.turns for text in (turn.text, turn.speaker_id or "")]
    texts += [text for speaker in made.speakers for text in (speaker.id, speaker.name, speaker.role)]
    assert not any(SECRET.search(text) for text in texts)
    assert made.turns[1].text == "открой [слово] пожалуйста"
    assert made.turns[1].comment == "про [слово]"
    assert made.header.name == "[слово] 1"
    assert SECRET.search(transcript.header.name), "the transcript itself is as it was"
    assert SECRET.search(transcript.turns[1].text)


def test_what_stands_before_the_words_of_a_line_is_masked_too():
    transcript = imported("Сезам открывается (SPK00): раз\nКлиент (SPK01): два\nСезам открывается (SPK00): три\n")
    made = masked(transcript, find)
    assert made.source.data.decode().startswith("***** открывается (SPK00): раз")
    assert formats.write(made, "text", ExportOptions()).decode().startswith("слово открывается (SPK00): раз"), (
        "brackets are no part of a label"
    )


def test_places_in_the_source_stay():
    transcript = imported(CALL)
    transcript = transcript.apply(turns.split(transcript, transcript.turns[1].id, 13))
    made = masked(transcript, find)
    assert [turn.sources for turn in made.turns] == [turn.sources for turn in transcript.turns]
    assert made.source.turns[1].text == "открой ***** пожалуйста"
    assert made.source_text(made.turns[1]) == "открой *****"
    assert [len(turn.text) for turn in made.source.turns] == [len(turn.text) for turn in transcript.source.turns]


def test_speakers_whose_id_is_masked_stay_apart():
    made = masked(
        imported("Ali: раз\nAlia: два\nAli: три\nAlia: четыре\n"), lambda t: [(0, len(t), "[имя]")] if t[:3] == "Ali" else []
    )
    assert [speaker.id for speaker in made.speakers] == ["имя", "имя 2"]
    assert [turn.speaker_id for turn in made.turns] == ["имя", "имя 2"] * 2
    assert [turn.speaker_id for turn in made.source.turns] == ["имя", "имя 2"] * 2


def test_what_is_known_of_a_turn_counts_more_than_its_text():
    transcript = imported("A: сезам\nB: ничего\n")
    made = masked(transcript, find, {transcript.turns[1].id: [(0, 3, "X")], transcript.turns[0].id: []}, {2: [(0, 3, "X")]})
    assert [turn.text for turn in made.turns] == ["сезам", "Xего"]
    assert [turn.text for turn in made.source.turns] == ["*****", "***его"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_text_keeps_the_shape_of_its_source(encoding):
    text = CALL.replace("Ali", "SPK00").replace("Клиент", "SPK01").replace("\n", "\r\n")
    transcript = imported(text, encoding=encoding)
    data = formats.write(masked(transcript, find), "text", ExportOptions())
    assert data.decode(encoding) == text.replace("  и ещё", "и ещё").replace("сезам", "[слово]")
    assert formats.write(masked(transcript, lambda _: []), "text", ExportOptions()) == transcript.source.data


def test_a_source_that_cannot_be_read_again_is_left_out():
    transcript = imported("A: сезам\nB: ничего\n")
    for data in (b"\xff", b"", b"A: \xd1\x81"):
        broken = replace(transcript.source, data=data)
        made = masked(replace(transcript, source=broken), find)
        assert made.source.data == b""
        assert formats.write(made, "text", ExportOptions()).decode() == "A: [слово]\nB: ничего\n"


def test_the_same_value_has_the_same_number():
    number_of = Numbers()
    assert [number_of("phone", "1"), number_of("phone", "2"), number_of("name", "1"), number_of("phone", "1")] == [1, 2, 1, 1]
