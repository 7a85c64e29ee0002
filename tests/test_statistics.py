"""The numbers of calls, counted by hand."""

from __future__ import annotations

import csv
import io
import json
import random
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import jiwer
import pytest

from annotator import statistics
from annotator.core.change import Change
from annotator.core.commands import review, speakers, turns
from annotator.core.commands.transcripts import as_transcript
from annotator.core.model import Decision, Header, Imported, Source, SourceSpan, SourceTurn, Speaker, Transcript, Turn
from annotator.statistics import Decided, Talk, calls_csv, kinds_csv, of_call, of_project, summary

SAID = (
    "Добрый день, чем могу помочь?",
    "да да у меня не работает",
    "у меня не работает что именно",
    "интернет — со вчера",
)


def call(*said: str, times: bool = False) -> Transcript:
    """A call of A and B in turns; turn n has the id n and lasts n seconds."""
    made = tuple(
        SourceTurn(n, "AB"[(n - 1) % 2], text, n * 10_000 if times else None, n * 11_000 if times else None)
        for n, text in enumerate(said or SAID, 1)
    )
    parties = (Speaker(0, "A", role="Саппорт", rank=1), Speaker(0, "B", rank=2))
    return as_transcript(Imported("call.txt", "text", "utf-8", b"", parties, made))


def changed(transcript: Transcript, *commands) -> Transcript:
    """Return the transcript after commands, each a function and its arguments."""
    for command, *arguments in commands:
        change: Change = command(transcript, *arguments)
        transcript = transcript.apply(change)
    return transcript


def decided(**kinds: tuple[str, ...]) -> dict[str, Decision]:
    made = [(kind, n, verdict) for kind, verdicts in kinds.items() for n, verdict in enumerate(verdicts)]
    return {f"{k}{n}": Decision(0, f"{k}{n}", v, "speakers", k, 0.8) for k, n, v in made}


def words(counted: statistics.Statistics) -> tuple[int, int, int, int]:
    return counted.right, counted.replaced, counted.removed, counted.added


def test_a_call_as_it_was_imported():
    counted = of_call(call(), None, 0.0)
    assert (counted.calls, counted.done, counted.checked, counted.turns, counted.reviewed) == (1, 0, 0, 4, 0)
    assert (counted.changed, counted.text_changed, counted.speaker_changed) == (0, 0, 0)
    assert (counted.divided, counted.joined, counted.hidden) == (0, 0, 0)
    assert words(counted) == (20, 0, 0, 0)  # the dash is no word
    assert (counted.wer, counted.speaker_rate, counted.words_changed) == (0.0, 0.0, 0)
    assert counted.kinds == {}
    assert counted.findings == Decided()
    assert counted.findings.precision is None


def test_words_are_compared_without_case_marks_and_yo():
    counted = of_call(changed(call("все еще, тут"), (turns.set_text, 1, "Всё ещё тут.")), None, 0)
    assert (counted.text_changed, counted.wer) == (1, 0.0)


def test_errors_of_the_source_are_counted_from_the_corrected_text():
    after = changed(call(), (turns.set_text, 2, "да у меня совсем не работают"), (turns.hide, [3]))
    counted = of_call(after, None, 0)
    # Turn 2: one "да" too many, "работает" wrong, "совсем" missing. Turn 3: six words that are none.
    assert words(counted) == (20 - 6 - 2, 1, 1 + 6, 1)
    assert counted.wer == pytest.approx(9 / 14)
    assert counted.words_changed == 9
    assert (counted.text_changed, counted.hidden, counted.changed, counted.turns) == (1, 1, 2, 3)


def test_without_words_there_is_no_rate():
    counted = of_call(changed(call("раз", "два"), (turns.hide, [1, 2])), None, 0)
    assert words(counted) == (0, 0, 2, 0)
    assert (counted.wer, counted.speaker_rate) == (None, None)


def test_words_moved_over_a_border_are_no_errors():
    after = changed(call(), (turns.move_words_to_next, 2, len("да да у меня")))
    counted = of_call(after, None, 0)
    assert counted.wer == 0
    assert (counted.divided, counted.joined, counted.changed) == (1, 1, 2)
    assert (counted.speaker_changed, counted.relabelled, counted.standing) == (1, 2, 20)


def test_words_moved_by_hand_from_one_turn_to_the_next_are_no_errors_either():
    after = changed(call(), (turns.set_text, 2, "да да у меня"), (turns.set_text, 3, "не работает у меня не работает что именно"))
    counted = of_call(after, None, 0)
    assert (counted.wer, counted.text_changed) == (0, 2)


def test_splitting_joining_and_relabelling():
    after = changed(
        call(), (turns.split, 1, len("Добрый день,"), "B"), (turns.merge, [2, 3]), (speakers.relabel, [4], "A"), (turns.hide, [4])
    )
    counted = of_call(after, None, 0)
    assert (counted.divided, counted.joined, counted.hidden) == (1, 1, 1)
    # "чем могу помочь" is B's now, and six words of A are in a turn of B; those of the hidden turn do not stand any more.
    assert (counted.relabelled, counted.standing) == (3 + 6, 17)
    assert counted.speaker_changed == 2
    assert counted.changed == 4


def test_a_turn_that_was_never_imported_is_added():
    transcript = call("раз два", "три")
    new = Turn(0, 9, 9.0, "A", "четыре пять", sources=(SourceSpan(2, 0, 0),))
    transcript = Transcript.build([*transcript.entities(), new])
    counted = of_call(transcript, None, 0)
    assert words(counted) == (3, 0, 0, 2)
    assert counted.standing == 3


def test_marks_of_the_reviewer():
    after = changed(call(), (turns.mark_reviewed, [1, 2]), (turns.hide, [2]), (review.set_done, True))
    counted = of_call(after, None, 61.5)
    assert (counted.done, counted.reviewed, counted.turns, counted.seconds) == (1, 1, 3, 61.5)


def test_talk_by_words_and_by_time():
    after = changed(call(times=True), (speakers.relabel, [4], None), (turns.hide, [3]))
    assert of_call(after, None, 0).talk == (Talk("B", 1, 6, 2000, 1), Talk("Саппорт", 1, 5, 1000, 0), Talk("", 1, 3, 4000, -1))
    assert {talk.ms for talk in of_call(call(), None, 0).talk} == {None}
    split = changed(call(times=True), (turns.split, 2, len("да да")))
    assert {t.label: t.ms for t in of_call(split, None, 0).talk} == {"Саппорт": 4000, "B": 4000}  # its parts have no times


def test_a_suspicion_repaired_otherwise_was_right():
    verdicts = {"cut": ("accepted", "alternative", "relabelled", "dismissed"), "loop": ("dismissed",)}
    transcript = replace(call(), decisions=decided(**verdicts))
    counted = of_call(transcript, Counter({("speakers", "cut"): 2, ("duplicates", "edge"): 1}), 0)
    assert counted.kinds == {
        ("duplicates", "edge"): Decided(left=1),
        ("speakers", "cut"): Decided(accepted=3, otherwise=2, dismissed=1, left=2),
        ("speakers", "loop"): Decided(dismissed=1, left=0),
    }
    cut = counted.kinds["speakers", "cut"]
    assert (cut.decided, cut.found, cut.precision) == (4, 6, 0.75)
    assert counted.kinds["speakers", "loop"].precision == 0
    assert counted.kinds["duplicates", "edge"].precision is None
    assert (counted.checked, counted.findings) == (1, Decided(3, 2, 2, 3))
    unchecked = of_call(transcript, None, 0)
    assert (unchecked.checked, unchecked.findings) == (0, Decided(3, 2, 2, None))


def test_a_checked_call_without_findings_has_none_left():
    assert of_call(call(), Counter(), 0).findings.left == 0


def test_what_is_left_is_replaced_alone():
    transcript = replace(call(), decisions=decided(cut=("accepted",)))
    counted = of_call(transcript, Counter({("speakers", "loop"): 2}), 7)
    again = statistics.with_left(counted, Counter({("speakers", "cut"): 1}))
    assert again == of_call(transcript, Counter({("speakers", "cut"): 1}), 7)
    assert statistics.with_left(again, None) == of_call(transcript, None, 7)


def test_a_project_is_the_sum_of_its_calls():
    one = replace(changed(call(), (turns.hide, [3]), (review.set_done, True)), decisions=decided(cut=("accepted",)))
    two = replace(call(times=True), decisions=decided(cut=("dismissed",), loop=("accepted",)))
    total = of_project([of_call(one, Counter({("speakers", "cut"): 1}), 60), of_call(two, None, 30)])
    assert (total.calls, total.done, total.checked, total.turns, total.seconds) == (2, 1, 1, 7, 90)
    assert total.kinds == {("speakers", "cut"): Decided(1, 0, 1, 1), ("speakers", "loop"): Decided(1, 0, 0, None)}
    assert total.findings == Decided(2, 0, 1, 1)
    assert total.wer == pytest.approx(6 / 34)
    assert total.talk == (Talk("B", 4, 18, 6000, 0), Talk("Саппорт", 3, 16, 4000, 1))


def test_an_empty_project():
    total = of_project([])
    assert (total.calls, total.wer, total.talk, total.findings) == (0, None, (), Decided())
    assert list(csv.reader(io.StringIO(calls_csv([]).decode("utf-8-sig"))))[1][1] == "total"


# ---------------------------------------------------------------------- long calls


def long_call(n: int, seed: int = 1, share: float = 1.0) -> Transcript:
    """A call of n turns; `share` of them have one word more, and every word is dropped, or another one, once in twenty times."""
    draw = random.Random(seed)

    def said(k: int) -> str:
        return " ".join(f"w{draw.randrange(3000)}" for _ in range(k))

    def edited(text: str) -> str:
        kept = [word if draw.random() > 0.05 else said(1) for word in text.split() if draw.random() > 0.05]
        return " ".join([*kept, "added"]) if draw.random() < share else text

    source = tuple(SourceTurn(k, "AB"[k % 2], said(20)) for k in range(1, n + 1))
    return Transcript.build(
        [
            Header(0, "long"),
            Source(0, "long", "text", "utf-8", b"", source),
            *(
                Turn(0, s.number, s.number, s.speaker_id, edited(s.text), sources=(SourceSpan(s.number, 0, len(s.text)),))
                for s in source
            ),
        ]
    )


@pytest.mark.parametrize("share", [1.0, 0.5])
def test_alignment_by_windows_finds_what_alignment_of_the_whole_finds(share):
    transcript = long_call(700, share=share)
    whole = jiwer.process_words(" ".join(t.text for t in transcript.turns), " ".join(t.text for t in transcript.source.turns))
    counted = of_call(transcript, None, 0)
    assert counted.replaced + counted.removed + counted.added > 400
    assert words(counted) == (whole.hits, whole.substitutions, whole.insertions, whole.deletions)


def test_work_grows_with_the_length_of_the_call_and_not_faster():
    def steps(n: int) -> int:
        return sum(1 for _ in statistics.count_call(long_call(n), None, 0))

    # A step for every window of 2,000 words, and some for the turns: each does a bounded amount of work.
    assert 9 <= steps(500) < 20
    assert 38 <= steps(2000) < 80


def test_the_corrected_text_may_end_long_before_the_source():
    transcript = changed(long_call(300), *((turns.set_text, n, "w1") for n in range(1, 301)))
    counted = of_call(transcript, None, 0)
    assert counted.right + counted.replaced + counted.added == 300
    assert counted.right + counted.replaced + counted.removed == 300 * 20


# ---------------------------------------------------------------------- what is shown and written


def test_summary_of_a_call():
    after = changed(call(), (turns.set_text, 2, "да у меня не работает"), (turns.hide, [3]))
    after = replace(after, decisions=decided(cut=("accepted", "relabelled", "dismissed")))
    text = summary(of_call(after, Counter({("speakers", "cut"): 1}), 240))
    assert text == "4 findings: 2 accepted, 1 dismissed, 1 left · 2 turns changed · WER 53.8\N{NO-BREAK SPACE}% · 4 min"
    assert summary(of_call(call(), None, 3)) == "0 findings: 0 accepted, 0 dismissed · 0 turns changed · WER 0.0\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize(("seconds", "text"), [(0, "0 min"), (29, "0 min"), (30, "1 min"), (3569, "59 min"), (3570, "1 h 0 min")])
def test_durations(seconds, text):
    assert statistics.duration(seconds) == text


def table(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_table_of_calls():
    one = replace(changed(call(), (turns.hide, [3])), decisions=decided(cut=("accepted", "dismissed")))
    evil = replace(call(), header=Header(7, "=HYPERLINK(1)"))
    rows = table(calls_csv([of_call(one, Counter({("speakers", "cut"): 3}), 61.4), of_call(evil, None, 0)]))
    assert [row["name"] for row in rows] == ["call.txt", "'=HYPERLINK(1)", "total"]
    assert [row["id"] for row in rows] == ["1", "7", ""]
    assert [row["left"] for row in rows] == ["3", "", "3"]
    assert [(row["found"], row["accepted"], row["dismissed"], row["precision"]) for row in rows] == [
        ("5", "1", "1", "0.5"),
        ("0", "0", "0", ""),
        ("5", "1", "1", "0.5"),
    ]
    assert [(row["insertions"], row["wer"], row["hidden"], row["seconds"]) for row in rows] == [
        ("6", "0.4286", "1", "61"),
        ("0", "0.0", "0", "0"),
        ("6", "0.1765", "1", "61"),
    ]


def test_table_of_kinds():
    one = of_call(replace(call(), decisions=decided(cut=("accepted", "alternative"), loop=("dismissed",))), None, 0)
    rows = table(kinds_csv([one, one]))
    assert [(row["name"], row["kind"], row["accepted"], row["accepted_otherwise"], row["left"]) for row in rows] == [
        ("call.txt", "cut", "2", "1", ""),
        ("call.txt", "loop", "0", "0", ""),
        ("call.txt", "cut", "2", "1", ""),
        ("call.txt", "loop", "0", "0", ""),
        ("total", "cut", "4", "2", ""),
        ("total", "loop", "0", "0", ""),
    ]


def test_rows_are_json():
    counted = of_call(call(times=True), Counter(), 5)
    row = json.loads(json.dumps(statistics.as_row(counted)))
    assert (row["id"], row["name"], row["turns"], row["words"], row["precision"]) == (1, "call.txt", 4, 20, None)
    assert statistics.talk_rows(counted) == [
        {"speaker": "Саппорт", "turns": 2, "words": 11, "share_of_words": 0.55, "seconds": 4, "share_of_time": 0.4},
        {"speaker": "B", "turns": 2, "words": 9, "share_of_words": 0.45, "seconds": 6, "share_of_time": 0.6},
    ]


def test_jiwer_is_imported_only_to_compare_words():
    code = "import sys, annotator.statistics; print('jiwer' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"
