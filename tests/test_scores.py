"""Error rates of a text against the right one, by hand, and as others compute them."""

from __future__ import annotations

import random
from collections.abc import Generator
from itertools import permutations
from typing import Any

import jiwer
import pytest
from rapidfuzz.distance import Levenshtein

from annotator import scores
from annotator.core.commands import speakers, turns
from annotator.core.commands.transcripts import as_transcript
from annotator.core.model import Imported, SourceTurn, Speaker, Transcript
from annotator.scores import Words, aligned, character_errors, cheapest, concatenated, distance, errors, matched
from annotator.statistics import by_recogniser, of_call, of_project


def end(work: Generator[None, None, Any]) -> Any:
    while True:
        try:
            next(work)
        except StopIteration as stop:
            return stop.value


def call(*said: tuple[str, str], recogniser: str = "text") -> Transcript:
    made = tuple(SourceTurn(n, speaker, text) for n, (speaker, text) in enumerate(said, 1))
    ids = dict.fromkeys(speaker for speaker, _ in said)
    parties = tuple(Speaker(0, speaker, rank=float(n)) for n, speaker in enumerate(ids))
    return as_transcript(Imported("call.txt", recogniser, "utf-8", b"", parties, made))


def after(transcript: Transcript, *commands) -> Transcript:
    for command, *arguments in commands:
        transcript = transcript.apply(command(transcript, *arguments))
    return transcript


def cpwer(reference: dict[str, str], other: dict[str, str]) -> int:
    words = Words()
    return end(concatenated(*({who: words.of(text) for who, text in side.items()} for side in (reference, other))))


def texts(chance: random.Random, words: int, speakers: int, length: int) -> dict[str, str]:
    vocabulary = [f"w{n}" for n in range(words)]
    return {f"s{n}": " ".join(chance.choices(vocabulary, k=chance.randint(0, length))) for n in range(chance.randint(1, speakers))}


# ---------------------------------------------------------------------- cpWER


def test_words_of_the_wrong_speaker_are_wrong_twice():
    assert cpwer({"A": "раз два три", "B": "четыре"}, {"A": "раз два три", "B": "четыре"}) == 0
    assert cpwer({"A": "раз два три", "B": "четыре"}, {"A": "раз два", "B": "три четыре"}) == 2
    assert cpwer({"A": "раз два", "B": "три"}, {"X": "три", "Y": "раз два"}) == 0  # what they are called makes no difference
    assert cpwer({"A": "раз два"}, {"X": "раз", "Y": "два"}) == 2
    assert cpwer({"A": "раз", "B": "два"}, {"X": "раз два"}) == 2
    assert (cpwer({}, {"X": "раз два"}), cpwer({"A": "раз"}, {}), cpwer({}, {})) == (2, 1, 0)


MEETEVAL = (18, 31, 11, 37, 24, 65, 24, 61, 13, 59, 34, 50)
"""cp_word_error_rate(...).errors of meeteval 0.4.3 on the calls of `oracle_calls`, the first of them."""


def oracle_calls() -> list[tuple[dict[str, str], dict[str, str]]]:
    chance = random.Random(7)
    return [(texts(chance, words, 4, 25), texts(chance, words, 4, 25)) for words in (3, 30) * 25]


def test_cpwer_is_that_of_meeteval():
    assert tuple(cpwer(*sides) for sides in oracle_calls()[: len(MEETEVAL)]) == MEETEVAL


def test_meeteval_says_the_same():
    meeteval = pytest.importorskip("meeteval", reason="the oracle is not installed")
    for reference, other in oracle_calls():
        assert cpwer(reference, other) == meeteval.wer.wer.cp.cp_word_error_rate(reference, other).errors


def test_of_many_speakers_each_counts_as_who_is_called_so():
    many = {f"s{n}": f"w{n}" for n in range(scores.MOST_SPEAKERS + 1)}
    assert cpwer(many, many) == 0
    assert cpwer(many, {**many, "s0": "w1", "s1": "w0"}) == 2
    few = dict(list(many.items())[:-1])
    assert cpwer(few, {**few, "s0": "w1", "s1": "w0"}) == 0


def test_speakers_are_matched_as_cheaply_as_can_be():
    chance = random.Random(1)
    for size in (0, 1, 2, 3, 4, 5) * 20:
        costs = [[chance.randint(-9, 9) for _ in range(size)] for _ in range(size)]
        found = cheapest(costs)
        assert sorted(found) == list(range(size))
        best = min(sum(costs[row][column] for row, column in enumerate(order)) for order in permutations(range(size)))
        assert sum(costs[row][column] for row, column in enumerate(found)) == best


def test_a_long_text_is_compared_in_windows():
    chance = random.Random(3)
    one = [chance.randrange(4000) for _ in range(scores.WHOLE + 3000)]
    other = [word if chance.random() < 0.95 else chance.randrange(4000) for word in one]
    del other[500:700], other[7000:7050]
    found = end(distance(one, other))
    best = Levenshtein.distance(one, other)
    assert best <= found <= 1.01 * best
    assert sum(1 for _ in distance(one, other)) >= 3
    assert end(distance(one, one)) == 0


# ---------------------------------------------------------------------- WER, CER


@pytest.mark.parametrize("seed", range(12))
def test_wer_and_cer_are_those_of_jiwer(seed):
    chance = random.Random(seed)
    vocabulary = ["да", "нет", "тариф", "тарифы", "письмо", "письма", "ещё"]
    reference, other = (chance.choices(vocabulary, k=chance.randint(1, 30)) for _ in range(2))
    words = Words()
    ours, theirs = words.of(" ".join(reference)), words.of(" ".join(other))
    chunks = end(aligned(ours, theirs, words))
    plain = [" ".join(text).replace("ё", "е") for text in (reference, other)]
    assert errors(chunks) / len(reference) == pytest.approx(jiwer.wer(*plain))
    # The words are aligned first, so that a few characters more can be wrong; never fewer.
    wrong = end(character_errors(ours, theirs, chunks, words))
    assert wrong >= round(jiwer.cer(*plain) * len(plain[0]))
    assert wrong <= 1.25 * jiwer.cer(*plain) * len(plain[0])


def test_characters_are_counted_with_spaces():
    counted = of_call(after(call(("A", "Тариф: две тысячи")), (turns.set_text, 1, "тарифы, две тысячи")), None, 0)
    assert (counted.characters, counted.characters_wrong) == (len("тарифы две тысячи"), 1)
    assert counted.cer == pytest.approx(jiwer.cer("тарифы две тысячи", "тариф две тысячи"))
    gone = of_call(after(call(("A", "раз два"), ("B", "три")), (turns.hide, [1])), None, 0)
    assert (gone.characters, gone.characters_wrong) == (3, len("раз два "))


def test_a_long_text_is_aligned_in_windows_at_firm_places():
    chance = random.Random(5)
    words = Words()
    ours = words.of(" ".join(f"w{chance.randrange(900)}" for _ in range(3 * scores.WINDOW)))
    theirs = list(ours)
    for place in chance.sample(range(len(theirs)), 200):
        theirs[place] = words.of("другое")[0]
    del theirs[1000:1400], theirs[3000:3200]
    chunks = end(aligned(ours, theirs, words))
    assert errors(chunks) == Levenshtein.distance(ours, theirs)
    places = [0, 0]
    for chunk in chunks:  # without a gap, to the end
        assert [chunk.start, chunk.other_start] == places
        places = [chunk.end, chunk.other_end]
    assert places == [len(ours), len(theirs)]


# ---------------------------------------------------------------------- calls


def test_wder_of_a_relabelled_turn_and_of_wrong_words():
    said = (("A", "раз два три четыре"), ("B", "пять шесть"), ("A", "семь восемь"))
    corrected = after(call(*said), (turns.set_text, 1, "раз два тра четыре"), (speakers.relabel, [3], "B"))
    counted = of_call(corrected, None, 0)
    # Eight words stand opposite a word, one of them another; two are of another speaker.
    assert (counted.opposite, counted.of_others, counted.wder) == (8, 2, 0.25)
    assert counted.speaker_errors == 1 + 2 + 2
    assert counted.cpwer == 5 / 8


def test_swapped_labels_are_no_errors_of_speakers():
    corrected = after(call(("A", "раз два"), ("B", "три")), (speakers.relabel, [1], "B"), (speakers.relabel, [2], "A"))
    counted = of_call(corrected, None, 0)
    assert (counted.wder, counted.cpwer, counted.speaker_rate) == (0, 0, 1)


def test_words_too_many_and_missing_stand_opposite_nothing():
    corrected = after(call(("A", "раз раз два"), ("B", "четыре")), (turns.set_text, 1, "раз два три"), (speakers.relabel, [2], "A"))
    counted = of_call(corrected, None, 0)
    assert (counted.replaced, counted.removed, counted.added) == (0, 1, 1)
    assert (counted.opposite, counted.of_others) == (3, 1)


def test_a_word_moved_over_a_border_is_of_another_speaker():
    counted = of_call(after(call(("A", "раз два"), ("B", "три")), (turns.move_words_to_next, 1, 4)), None, 0)
    assert (counted.wer, counted.opposite, counted.of_others, counted.speaker_errors) == (0, 3, 1, 2)


def test_calls_add_up_by_recogniser_and_in_all():
    one = after(call(("A", "раз два"), ("B", "три"), recogniser="srt"), (speakers.relabel, [2], "A"))
    two = after(call(("A", "раз два"), recogniser="text"), (turns.set_text, 1, "раз три"))
    calls = [of_call(one, None, 0), of_call(two, None, 0), of_call(two, None, 0)]
    per, total = by_recogniser(calls), of_project(calls)
    assert list(per) == ["srt", "text"]
    assert (per["srt"].calls, per["text"].calls, total.calls) == (1, 2, 3)
    assert (per["srt"].wder, per["srt"].cpwer, per["text"].wer, per["text"].wder) == (1 / 3, 2 / 3, 0.5, 0)
    for name in ("words", "characters", "characters_wrong", "speaker_errors", "opposite", "of_others"):
        assert getattr(total, name) == sum(getattr(own, name) for own in per.values()), name
    assert total.cpwer == (2 + 1 + 1) / (3 + 2 + 2)


def test_matching_of_many_speakers():
    assert matched({("A", "X"): 3, ("A", "Y"): 2, ("B", "X"): 4}) == 6
    assert matched({}) == 0
    many = {(f"s{n}", f"s{n}"): 1 for n in range(scores.MOST_SPEAKERS)} | {("z", "s0"): 5}
    assert matched(many) == scores.MOST_SPEAKERS
