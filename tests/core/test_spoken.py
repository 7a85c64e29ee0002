"""When words were spoken: kept with the source, and found again for what became of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.commands import turns
from annotator.core.commands.transcripts import as_transcript
from annotator.core.model import Imported, SourceTurn, Speaker, Transcript, Turn
from annotator.core.spoken import SpokenWord, pack, sound, span_of, spoken_words, unpack
from annotator.core.text import words


def timed_turn(number: int, speaker_id: str, text: str, from_ms: int) -> SourceTurn:
    """Return a turn whose words take 100 ms each, with confidences of .01, .02, ..."""
    spoken = [
        SpokenWord(word.start, word.end, from_ms + 100 * n, from_ms + 100 * n + 100, (n + 1) / 100)
        for n, word in enumerate(words(text))
    ]
    return SourceTurn(number, speaker_id, text, from_ms, from_ms + 100 * len(spoken), pack(spoken))


@pytest.fixture
def transcript() -> Transcript:
    said = (timed_turn(1, "A", "мой номер один два", 1000), timed_turn(2, "B", "три спасибо", 2000))
    return as_transcript(Imported("call.json", "json", "utf-8", b"", (Speaker(0, "A"), Speaker(0, "B")), said))


def heard(transcript: Transcript, turn: Turn) -> list[tuple[str, int | None, int | None, float | None]]:
    found = spoken_words(transcript, turn)
    return [(turn.text[word.start : word.end], word.start_ms, word.end_ms, word.confidence) for word in found]


def test_words_as_they_were_imported(transcript):
    assert heard(transcript, transcript.turns[1]) == [("три", 2000, 2100, 0.01), ("спасибо", 2100, 2200, 0.02)]


def test_a_split_divides_the_words_and_knows_the_time_of_the_border(transcript):
    after = transcript.apply(turns.split(transcript, 1, len("мой номер "), "B"))
    first, second = after.turns[:2]
    assert [word for word, *_ in heard(after, first)] == ["мой", "номер"]
    assert heard(after, second) == [("один", 1200, 1300, 0.03), ("два", 1300, 1400, 0.04)]
    assert (first.start_ms, first.end_ms, second.start_ms, second.end_ms) == (1000, 1200, 1200, 1400)


@pytest.mark.parametrize("command", [turns.move_words_to_previous, turns.move_words_to_next])
def test_words_that_are_moved_take_their_times_along(transcript, command):
    if command is turns.move_words_to_previous:
        after = transcript.apply(command(transcript, 2, len("три ")))
        assert heard(after, after.turns[0])[-1] == ("три", 2000, 2100, 0.01)
        assert [(t.start_ms, t.end_ms) for t in after.turns] == [(1000, 2100), (2100, 2200)]
    else:
        after = transcript.apply(command(transcript, 1, len("мой номер один ")))
        assert heard(after, after.turns[1])[0] == ("два", 1300, 1400, 0.04)
        assert [(t.start_ms, t.end_ms) for t in after.turns] == [(1000, 1300), (1300, 2200)]


def test_a_merge_has_the_words_of_both(transcript):
    after = transcript.apply(turns.merge(transcript, [1, 2]))
    assert [word for word, *_ in heard(after, after.turns[0])] == ["мой", "номер", "один", "два", "три", "спасибо"]
    assert after.turns[0].end_ms == 2200


def test_case_and_marks_make_no_other_word_and_new_words_share_the_time_of_the_old(transcript):
    after = transcript.apply(turns.set_text(transcript, 1, "Мой номер: двадцать одна ааа, два!"))
    assert heard(after, after.turns[0]) == [
        ("Мой", 1000, 1100, 0.01),
        ("номер:", 1100, 1200, 0.02),
        ("двадцать", 1200, 1250, None),
        ("одна", 1250, 1275, None),
        ("ааа,", 1275, 1300, None),
        ("два!", 1300, 1400, 0.04),
    ]


def test_added_words_have_no_time_and_removed_ones_are_gone(transcript):
    after = transcript.apply(turns.set_text(transcript, 2, "три же"))
    assert heard(after, after.turns[1]) == [("три", 2000, 2100, 0.01), ("же", 2100, 2200, None)]
    after = transcript.apply(turns.set_text(transcript, 2, "да три спасибо"))
    assert [word for word, *_ in heard(after, after.turns[1])] == ["три", "спасибо"]
    after = transcript.apply(turns.set_text(transcript, 2, "три"))
    assert [word for word, *_ in heard(after, after.turns[1])] == ["три"]


def test_words_said_again_and_marks_without_a_time_do_not_mislead():
    said = timed_turn(1, "A", "да — да да", 0)
    heard_words = [word for word in unpack(said.timing) if said.text[word.start : word.end] != "—"]
    plain = replace(said, timing=pack(heard_words))
    transcript = as_transcript(Imported("call.json", "json", "utf-8", b"", (Speaker(0, "A"),), (plain,)))
    assert [start for _, start, _, _ in heard(transcript, transcript.turns[0])] == [0, 200, 300]
    after = transcript.apply(turns.set_text(transcript, 1, "Да — да, да ну"))
    assert heard(after, after.turns[0])[:3] == [("Да", 0, 100, 0.01), ("да,", 200, 300, 0.03), ("да", 300, 400, 0.04)]


def test_a_word_that_the_recogniser_has_in_parts_keeps_the_time_of_all():
    parts = [SpokenWord(0, 2, 0, 100, 0.9), SpokenWord(2, 5, 100, 300, 0.4), SpokenWord(6, 8, 300, 400)]
    source = (SourceTurn(1, "A", "из-за да", 0, 400, pack(parts)),)
    transcript = as_transcript(Imported("call.json", "json", "utf-8", b"", (Speaker(0, "A"),), source))
    after = transcript.apply(turns.set_text(transcript, 1, "Из-за Да нет"))
    assert heard(after, after.turns[0])[:2] == [("Из-за", 0, 300, 0.4), ("Да", 300, 400, None)]


def test_without_times_there_is_nothing_to_tell(transcript):
    plain = tuple(replace(turn, timing=b"") for turn in transcript.source.turns)
    silent = replace(transcript, source=replace(transcript.source, turns=plain))
    assert spoken_words(silent, silent.turns[0]) == []
    after = silent.apply(turns.split(silent, 1, len("мой номер ")))
    assert [(t.start_ms, t.end_ms) for t in after.turns[:2]] == [(1000, None), (None, 1400)]


ms = st.one_of(st.none(), st.integers(0, 2**31 - 1))
spoken = st.builds(
    SpokenWord,
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    ms,
    ms,
    st.one_of(st.none(), st.integers(0, 10_000).map(lambda n: n / 10_000)),
)


@given(st.lists(spoken, max_size=8))
def test_packing_can_be_undone(found):
    assert list(unpack(pack(found))) == found


@pytest.mark.parametrize("odd", [SpokenWord(0, 1, -5, 2**40, 1.5), SpokenWord(0, 1, None, None, float("nan"))])
def test_what_is_no_time_and_no_confidence_is_not_known(odd):
    assert unpack(pack([odd])) == (SpokenWord(0, 1),)


def test_what_is_cut_off_is_noticed():
    timing = pack([SpokenWord(0, 1, 5, 6)])
    assert (sound(timing), sound(timing[:-1])) == (True, False)
    with pytest.raises(ValueError, match="cut off"):
        unpack(timing[:-1])


def test_from_when_to_when():
    assert span_of([SpokenWord(0, 1, None, 5), SpokenWord(2, 3, 4, None)]) == (4, 5)
    assert span_of([]) == (None, None)
