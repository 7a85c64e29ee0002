"""What the speakers detector finds in calls, turn by turn."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from short_calls import CUT, ENGLISH, LONG, RUSSIAN, SPEAKERS, call, flipped, found, moved, replaced, said_by, ways, with_turns

from annotator.core.commands import review, speakers, turns
from annotator.core.errors import CommandError
from annotator.core.finding import Finding, Fix, Relabel, Span
from annotator.core.i18n import msg
from annotator.core.model import Transcript, Turn
from annotator.detectors import speakers_examine
from annotator.detectors.base import Progress
from annotator.detectors.speakers_examine import REPEATED, SURE_TURN, UNSURE

TWO_IN_ONE = RUSSIAN.strip().replace(
    "\nb нет спасибо у меня есть свой мастер\na тогда", " нет спасибо у меня есть свой мастер\na тогда"
)


def at_edge(findings, *edge):
    return next(f for f in findings if f.edge == edge)


def of_turn(findings, kind, turn_id):
    return [f for f in findings if f.kind == kind and f.turn_ids == (turn_id,)]


@pytest.fixture
def chances(monkeypatch):
    """Return a function that sets what the trees are to say of a line, counted from 0: chances(line, turn=0.8, split=0.1)."""
    judge, told = speakers_examine.judge, []

    def judged(*args):
        result = judge(*args)
        for n, said in told:
            for item, chance in said.items():
                result[item][n] = chance
        return result

    monkeypatch.setattr(speakers_examine, "judge", judged)
    return lambda n, **said: told.append((n, said))


# Correct calls, and such as it cannot tell


@pytest.mark.parametrize("text", [RUSSIAN, ENGLISH, LONG])
def test_a_correct_call_is_left_alone(text):
    assert found(call(text)) == []


def test_more_speakers_and_unknown_languages_are_passed_over():
    three = "\n".join("abc"[n % 3] + row[1:] for n, row in enumerate(RUSSIAN.strip().splitlines()))
    finnish = "a hyvää päivää miten voin auttaa\nb tilasin eilen pesukoneen eikä kukaan ole soittanut\na antaisitteko tilausnumeron"
    for text in (three, finnish, "a 1 2 3\nb ...\na"):
        assert not [f for f in found(call(text), 0) if f.kind != "extra_speaker"]
    assert found(call(three)) == []


def test_a_call_without_turns_or_without_words_is_passed_over():
    empty = call(RUSSIAN)
    assert list(SPEAKERS.find(with_turns(empty, *range(1, 13), hidden=True), min_confidence=0)) == [Progress(0, 0)]
    assert list(SPEAKERS.find(Transcript(empty.header, empty.source), min_confidence=0)) == [Progress(0, 0)]
    assert found(call("a ...\nb ...\na —"), 0) == []


def test_words_of_a_third_person_alone_are_passed_over():
    text = "a ... ... ... ... ... ... ... ... ...\nb — — — — — — —\nc да хорошо"
    assert found(call(text), 0) == []
    assert found(call(text, {"a": "Клиент", "b": "Оператор"}), 0) == []


def test_a_few_words_of_a_third_person_only_end_the_stretch():
    text = CUT + "\nc алло"
    assert (7, 8) in [f.edge for f in found(call(text))]
    assert {f.kind for f in found(call(text), 0) if 13 in f.turn_ids} <= {"extra_speaker"}


# Cut sentences


def test_a_sentence_cut_between_speakers():
    cut = at_edge(found(call(CUT)), 7, 8)
    assert cut.kind == "cut"
    ((turn, words, speaker),) = moved(cut.fix)
    assert (turn, words.split()[0], speaker) == (8, "десяти", "a")
    assert [(8, "десяти до двух", "a")] in map(moved, ways(cut))
    assert {turn for turn, _, _ in moved(cut.alternative)} == {7}
    assert moved(cut.alternative)[0][1].endswith("с")
    facts = [str(fact) for fact in cut.evidence]
    assert "вам удобно завтра с | десяти до двух да" in facts[0]
    assert "preposition “с”" in facts[1]


def test_accepting_a_cut_repairs_the_call():
    transcript = call(CUT)
    cut = at_edge(found(transcript), 7, 8)
    after = transcript.apply(review.accept(transcript, cut))
    words = moved(cut.fix)[0][1]
    assert after.turn(7).text == f"{transcript.turn(7).text} {words}"
    assert after.turn(8).text == transcript.turn(8).text.removeprefix(words).strip()
    other = transcript.apply(review.accept(transcript, cut, alternative=True))
    tail = moved(cut.alternative)[0][1]
    said = {speaker: " ".join(t.text for t in other.visible if t.speaker_id == speaker) for speaker in "ab"}
    assert f"{tail} десяти до двух" in said["b"]
    assert len(said["a"].split()) + len(tail.split()) == sum(len(t.text.split()) for t in transcript.visible if t.speaker_id == "a")


def test_a_number_torn_from_its_noun():
    text = replaced(RUSSIAN, _5="a спасибо ваш заказ будет готов через два", _6="b дня и когда его привезут")
    cut = at_edge(found(call(text)), 5, 6)
    assert {turn for fix in ways(cut) for turn, _, _ in moved(fix)} == {5, 6}
    assert all(said.startswith("дня") if turn == 6 else said.endswith("два") for fix in ways(cut) for turn, said, _ in moved(fix))
    assert any("“два” is torn from its noun “дня”" in str(fact) for fact in cut.evidence)


@pytest.mark.parametrize(
    ("head", "tail", "why"),
    [
        ("вам удобно завтра с", "десяти до двух", "preposition “с”"),
        ("курьер приедет завтра или", "послезавтра", "conjunction “или”"),
        ("мы привезем вам новую", "машину", "“новую” agrees with “машину”"),
    ],
)
def test_what_tears_a_sentence_is_told(head, tail, why):
    text = replaced(RUSSIAN, _7=f"a {head}", _8=f"b {tail} да мне удобно только позвоните за час")
    assert why in " / ".join(map(str, at_edge(found(call(text), 0.5), 7, 8).evidence))


def test_an_english_sentence_cut_between_speakers():
    text = replaced(ENGLISH, _7="a i can see there is a problem with the", _8="b modem yes please can you send a technician")
    cut = at_edge(found(call(text)), 7, 8)
    assert any(turn == 8 and said.startswith("modem") for fix in ways(cut) for turn, said, _ in moved(fix))
    assert any("hardly ends on “the”" in str(fact) for fact in cut.evidence)


@pytest.mark.parametrize("text", [RUSSIAN, CUT, TWO_IN_ONE, ENGLISH, LONG])
def test_places_are_three_at_most_and_all_on_the_side_of_the_fix(text):
    """Of either side what is moved touches the border, and the alternative is on the other side."""
    transcript = call(text)
    for cut in (f for f in found(transcript, 0) if f.kind == "cut"):
        before, after = map(transcript.turn, cut.edge)
        tried = [cut.fix, *cut.places]
        assert len(tried) <= 3
        assert len({str(moved(fix)) for fix in tried}) == len(tried)
        assert len({r.span.turn_id for fix in tried for r in fix.relabels}) == 1
        assert {r.span.turn_id for r in (*cut.fix.relabels, *cut.alternative.relabels)} == set(cut.edge)
        for fix in ways(cut):
            (relabel,) = fix.relabels
            own, other = (before, after) if relabel.span.turn_id == before.id else (after, before)
            assert relabel.speaker_id == other.speaker_id != own.speaker_id
            assert (relabel.span.end == len(own.text)) if own is before else (relabel.span.start == 0)


# Two people in one turn


def test_question_and_answer_in_one_turn():
    transcript = call(TWO_IN_ONE)
    (split,) = of_turn(found(transcript), "two_speakers", 9)
    turn_id, at = split.split
    assert turn_id == 9
    assert transcript.turn(9).text[at:].startswith("нет спасибо")
    assert moved(split.fix) == [(9, "нет спасибо у меня есть свой мастер", "b")]
    assert {r.speaker_id for r in split.alternative.relabels} == {"b"}
    assert split.alternative.relabels[0].span.end == at - 1
    assert len(split.evidence) >= 2
    assert split.edge is None
    after = transcript.apply(review.accept(transcript, split))
    assert [(t.speaker_id, t.text) for t in after.visible] == [(t.speaker_id, t.text) for t in call(RUSSIAN).visible]


def test_where_neither_part_is_likely_the_others_the_turn_is_only_split(chances):
    chances(8, split=0.9, split_head=0.3, split_tail=0.2)
    transcript = call(TWO_IN_ONE)
    (split,) = of_turn(found(transcript), "two_speakers", 9)
    assert split.fix == Fix(msg("Split here, the speaker stays"), split=split.split)
    assert transcript.turn(9).text[split.split[1] :].startswith("нет спасибо")
    (relabel,) = split.alternative.relabels
    assert (relabel.span.turn_id, relabel.speaker_id) == (9, "b")
    after = transcript.apply(review.accept(transcript, split))
    assert [(t.speaker_id, t.text) for t in after.visible][8:10] == [
        ("a", "хорошо курьер вам позвонит нужна ли вам установка"),
        ("a", "нет спасибо у меня есть свой мастер"),
    ]


@pytest.mark.parametrize(("head", "tail", "part"), [(0.9, 0.1, "нет спасибо"), (0.1, 0.9, "установка")])
def test_the_part_that_is_likelier_the_others_is_given_away(chances, head, tail, part):
    chances(8, split=0.9, split_head=head, split_tail=tail)
    (split,) = of_turn(found(call(TWO_IN_ONE)), "two_speakers", 9)
    assert part in next(moved(fix)[0][1] for fix in ways(split) if fix.relabels)


# Turns of the wrong speaker


def test_a_turn_of_the_other_speaker():
    transcript = call(replaced(RUSSIAN, _3="b назовите пожалуйста номер вашего заказа"))
    (wrong,) = of_turn(found(transcript, 0.4), "wrong_speaker", 3)
    assert moved(wrong.fix) == [(3, "назовите пожалуйста номер вашего заказа", "a")]
    facts = " / ".join(map(str, wrong.evidence))
    assert "“назовите” is what an agent says" in facts
    assert "the speaker is wrong in" in facts


@pytest.mark.parametrize(
    ("text", "line", "chance", "confidence"),
    [
        (RUSSIAN, 5, 0.8, UNSURE),
        (RUSSIAN, 5, 0.5, 0.5),
        (RUSSIAN, 5, SURE_TURN, SURE_TURN),
        (RUSSIAN, 5, 0.95, 0.95),
        (said_by(RUSSIAN, "b", [3]), 2, 0.8, 0.8),
    ],
)
def test_only_hard_cues_or_a_high_chance_make_a_turn_the_others(chances, text, line, chance, confidence):
    """`и когда его привезут` has no cue; `назовите ... вашего` has two. Cuts that would move the same words are out of the way."""
    chances(line, turn=chance, edge=0.0)
    chances(line + 1, edge=0.0)
    (wrong,) = of_turn(found(call(text), 0.4), "wrong_speaker", line + 1)
    assert wrong.confidence == confidence
    assert bool(of_turn(found(call(text)), "wrong_speaker", line + 1)) == (confidence >= SPEAKERS.threshold)


def test_cues_for_the_label_are_no_cues_against_it(chances):
    """`назовите` is said by the agent, where it belongs."""
    chances(2, turn=0.8)
    assert of_turn(found(call(RUSSIAN)), "wrong_speaker", 3) == []


def test_a_man_who_speaks_as_a_woman():
    text = """
a добрый день меня зовут ольга чем могу помочь
b здравствуйте я вчера заказал стиральную машину и не дождался
a я посмотрела ваш заказ он на складе
b я ждал весь вечер и звонил вам три раза
a извините я поняла проверю еще раз
b я уже устал ждать
b я оформила новую доставку на завтра
b хорошо я согласен
a я записала ваш адрес
b спасибо до свидания
"""
    (wrong,) = of_turn(found(call(text), 0.4), "wrong_speaker", 7)
    assert "“я оформила” is said by a woman, but elsewhere this speaker says" in str(wrong.evidence[0])
    assert moved(wrong.fix) == [(7, "я оформила новую доставку на завтра", "a")]


def test_words_moved_by_a_cut_are_no_second_finding():
    for text in (RUSSIAN, CUT, TWO_IN_ONE, ENGLISH, LONG):
        every = found(call(text), 0)
        cuts = [f for f in every if f.kind == "cut"]
        wrong = {str(moved(f.fix)): f.turn_ids for f in every if f.kind == "wrong_speaker"}
        assert not [f for f in cuts if str(moved(f.fix)) in wrong and set(wrong[str(moved(f.fix))]) <= set(f.edge)]


# What a person has decided


DECIDED = pytest.mark.parametrize(
    "fields", [{"reviewed": True}, {"pinned": True}, {"sources": ()}], ids=["reviewed", "pinned", "typed"]
)


@DECIDED
def test_the_fix_moves_words_of_the_turn_that_is_not_decided(fields):
    transcript = call(CUT)
    for decided, other in ((7, 8), (8, 7)):
        cut = at_edge(found(with_turns(transcript, decided, **fields), 0.5), 7, 8)
        assert {turn for fix in ways(cut) for turn, _, _ in moved(fix)} == {other}
        assert cut.alternative is None
    assert (7, 8) not in [f.edge for f in found(with_turns(transcript, 7, 8, **fields), 0)]


def test_a_speaker_changed_by_the_reviewer_is_decided():
    transcript = call(said_by(CUT, "a", [8]))
    assert (7, 8) not in [f.edge for f in found(transcript, 0)]
    changed = transcript.apply(speakers.relabel(transcript, [8], "b"))
    cut = at_edge(found(changed, 0.5), 7, 8)
    assert {turn for fix in ways(cut) for turn, _, _ in moved(fix)} == {7}


def test_deciding_a_turn_changes_what_is_suspected_beside_it():
    transcript = call(said_by(RUSSIAN, "b", [3]))
    before = {f.key: f.confidence for f in found(transcript, 0) if 3 not in f.turn_ids}
    after = {f.key: f.confidence for f in found(with_turns(transcript, 3, reviewed=True), 0) if 3 not in f.turn_ids}
    beside = {f.key for f in found(transcript, 0) if f.turn_ids in ((2,), (4,))}
    assert any(abs(before[key] - after.get(key, 0.0)) > 0.005 for key in beside & before.keys())


@settings(max_examples=12, deadline=None)
@given(st.sets(st.integers(1, 28)), st.sampled_from(["reviewed", "pinned", "typed"]), st.integers(0, 3))
def test_no_finding_relabels_a_turn_that_is_decided(decided, how, which):
    cut = replaced(LONG, _7="a вам удобно завтра с", _8="b десяти до двух да мне удобно только позвоните за час")
    text = (cut, flipped(LONG, 17), said_by(LONG, "c", [20, 22, 24, 26, 28]), said_by(LONG, "a", range(1, 29)))[which]
    transcript = with_turns(call(text), *decided, **({"sources": ()} if how == "typed" else {how: True}))
    copy = Span.of(transcript, 10, 0, len(transcript.turn(10).text))
    for finding in found(transcript, 0, ignore=[copy]):
        touched = {turn for fix in ways(finding) for turn, _, _ in moved(fix)}
        touched |= {split[0] for split in (finding.split, *(fix.split for fix in ways(finding))) if split}
        assert not touched & decided


# Words that are no speech of their own


def test_hidden_turns_and_words_to_ignore_are_no_speech():
    text = replaced(RUSSIAN, _7="a вам удобно завтра с", _8="b завтра с\nb десяти до двух да мне удобно только позвоните за час")
    transcript = call(text)
    copy = Span.of(transcript, 8, 0, len("завтра с"))
    cut = at_edge(found(transcript, ignore=[copy]), 7, 9)
    assert cut.fix.relabels[0].span.text.startswith("десяти")
    turns = [*transcript.turns[:7], Turn(1, 8, 8.0, "b", "завтра с", hidden=True), *transcript.turns[8:]]
    hidden = Transcript.build([transcript.header, transcript.source, *transcript.speakers, *turns])
    assert [(f.key, f.confidence) for f in found(hidden)] == [(f.key, f.confidence) for f in found(transcript, ignore=[copy])]


def test_a_change_of_label_beside_a_turn_that_only_repeats():
    transcript = call(replaced(RUSSIAN, _6="b ваш заказ\nb и когда его привезут"))
    copy = Span.of(transcript, 6, 0, len("ваш заказ"))
    repeated = at_edge(found(transcript, REPEATED, ignore=[copy]), 5, 6)
    assert (repeated.kind, repeated.confidence) == ("cut", REPEATED)
    assert SPEAKERS.threshold > REPEATED
    assert moved(repeated.fix) == [(6, "ваш заказ", "a")]
    assert [str(fact) for fact in repeated.evidence] == ["The turn only repeats what is said elsewhere"]
    assert [f for f in found(transcript, ignore=[copy]) if 6 in f.turn_ids] == []
    decided = with_turns(transcript, 6, reviewed=True)
    assert [f for f in found(decided, 0, ignore=[copy]) if 6 in f.turn_ids] == []


def test_a_turn_without_words_repeats_nothing():
    text = RUSSIAN.strip().replace("\nb и когда", "\nb ...\nb и когда")
    assert not [f for f in found(call(text), 0) if 6 in f.turn_ids]


# All findings


@pytest.mark.parametrize("text", [RUSSIAN, ENGLISH])
def test_candidates_cover_every_change_of_label_once_and_say_why(text):
    transcript = call(text)
    every = found(transcript, 0)
    assert sorted(f.edge for f in every if f.edge) == [(n, n + 1) for n in range(1, 12)]
    assert len({f.key for f in every}) == len(every)
    assert all(f.kind in SPEAKERS.kinds for f in every)
    assert all(f.evidence and all(str(fact) for fact in f.evidence) for f in every)
    assert all(f.current(transcript) for f in every)
    assert all(0 <= f.confidence <= 1 for f in every)


@pytest.mark.parametrize("text", [RUSSIAN, CUT, TWO_IN_ONE, flipped(LONG, 17)])
def test_a_higher_confidence_asks_for_a_part_of_the_findings(text):
    transcript = call(text)
    every = found(transcript, 0)
    for least in (0.3, REPEATED, 0.7):
        some = found(transcript, least)
        assert [f for f in some if f.confidence < least] == []
        assert {f.key for f in every if f.confidence >= least} <= {f.key for f in some}
        assert {f.key for f in some if f.kind != "wrong_speaker"} <= {f.key for f in every}


def test_the_words_of_a_finding_keep_its_key():
    before = at_edge(found(call(CUT)), 7, 8)
    after = at_edge(found(call(replaced(CUT, _3="a номер заказа"))), 7, 8)
    assert before.key == after.key
    split = call(CUT)
    split = split.apply(turns.split(split, 8, len("десяти до двух да мне удобно ")))
    assert before.key in {f.key for f in found(split, 0)}


def test_long_calls_are_taken_in_blocks_without_seams():
    rows = RUSSIAN.strip().splitlines()
    random.Random(1).shuffle(rows)
    text = "\n".join(rows * 40)
    transcript = call(text)
    items = list(SPEAKERS.find(transcript, min_confidence=0))
    progress = [item for item in items if isinstance(item, Progress)]
    assert len(progress) > 2
    assert progress[-1] == Progress(480, 480)
    edges = [f.edge for f in items if isinstance(f, Finding) and f.edge]
    labels = [row[0] for row in rows * 40]
    assert sorted(edges) == [(n, n + 1) for n in range(1, 480) if labels[n] != labels[n - 1]]
    same = {}
    for f in items:
        if isinstance(f, Finding) and f.edge and 24 < f.edge[0] < 456:
            same.setdefault(f.edge[0] % 12, []).append(f.confidence)
    assert all(max(values) - min(values) < 0.05 for values in same.values())


# A flip of all labels


def test_a_flip_of_labels_stands_for_its_single_turns(monkeypatch):
    transcript = call(RUSSIAN)
    whole = {n: Span.of(transcript, n, 0, len(transcript.turn(n).text)) for n in range(1, 13)}

    def finding(kind, confidence, *ids, speaker=None):
        relabels = tuple(Relabel(whole[n], speaker or "ba"["ab".index(transcript.turn(n).speaker_id)]) for n in ids)
        spans = tuple(whole[n] for n in ids)
        return Finding(
            f"{kind} {ids} {speaker}", "speakers", kind, confidence, spans, (msg("Why"),), Fix(msg("Do"), relabels=relabels)
        )

    def kinds(confidence):
        made = [
            finding("wrong_speaker", 0.9, 3),
            finding("wrong_speaker", 0.95, 9),
            finding("wrong_speaker", 0.9, 10, speaker="c"),
            finding("cut", 0.9, 9),
            finding("labels_flipped", confidence, 8, 9, 10),
        ]
        monkeypatch.setattr(speakers_examine, "examine", lambda *_: iter(made))
        return [(f.kind, f.turn_ids[0]) for f in found(transcript, 0)]

    rest = [("wrong_speaker", 10), ("cut", 9), ("labels_flipped", 8)]
    assert kinds(0.9) == [("wrong_speaker", 3), *rest]
    assert kinds(0.5) == [("wrong_speaker", 3), ("wrong_speaker", 9), *rest]


# Memory


def change_of(transcript, name, turn, at):
    other = transcript.next(turn.id) or turn
    match name:
        case "text":
            return turns.set_text(transcript, turn.id, turn.text + " спасибо")
        case "split":
            spaces = [i for i, letter in enumerate(turn.text) if letter == " "] or [0]
            return turns.split(transcript, turn.id, spaces[at % len(spaces)])
        case "merge":
            return turns.merge(transcript, {turn.id, other.id})
        case "hide":
            return turns.hide(transcript, [turn.id])
        case "review":
            return turns.mark_reviewed(transcript, [turn.id], not turn.reviewed)
        case "relabel":
            return speakers.relabel(transcript, [turn.id], "ab"[at % 2])
        case "swap":
            return speakers.swap(transcript, "a", "b", [turn.id for turn in transcript.visible])
        case _:
            return speakers.rename(transcript, "a", f"Анна {at}")


def edited(transcript, edits):
    """Yield the transcript after each of the edits that can be made."""
    for name, n, at in edits:
        try:
            transcript = transcript.apply(change_of(transcript, name, transcript.visible[n % len(transcript.visible)], at))
        except CommandError:
            continue
        yield transcript


EDITS = st.tuples(
    st.sampled_from(["text", "split", "merge", "hide", "review", "relabel", "swap", "name"]), st.integers(0, 40), st.integers(0, 9)
)


@settings(max_examples=12, deadline=None)
@given(st.lists(EDITS, min_size=1, max_size=4), st.integers(0, 12))
def test_memory_changes_nothing_that_is_found(edits, ignored):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(speakers_examine, "BLOCK", 4)
        patch.setattr(speakers_examine, "CONTEXT", 2)
        memory = {}
        start = call(RUSSIAN)
        for transcript in (start, *edited(start, edits)):
            copies = [Span.of(transcript, t.id, 0, t.text.find(" ")) for t in transcript.visible if t.id == ignored]
            for ignore in ((), copies):
                items = [list(SPEAKERS.find(transcript, min_confidence=0.2, ignore=ignore, memory=m)) for m in (memory, None)]
                assert items[0] == items[1]


def test_marks_to_ignore_are_no_part_of_what_is_remembered():
    text = replaced(RUSSIAN, _1="a добрый день. служба доставки. чем могу помочь?", _7="a вам удобно завтра с. — десяти до двух?")
    transcript = call(text)
    dash = transcript.turn(7).text.index("—")
    memory = {}
    for ignore in ((), [Span.of(transcript, 7, dash, dash + 1)]):
        assert found(transcript, 0, ignore, memory=memory) == found(transcript, 0, ignore)


def test_memory_spares_what_has_not_changed(monkeypatch):
    made = []

    class Counted(speakers_examine.Block):
        def __init__(self, *args):
            made.append(args)
            super().__init__(*args)

    monkeypatch.setattr(speakers_examine, "Block", Counted)
    monkeypatch.setattr(speakers_examine, "BLOCK", 7)
    monkeypatch.setattr(speakers_examine, "CONTEXT", 2)
    transcript, memory = call(LONG), {}
    first = found(transcript, 0, memory=memory)
    assert len(made) == 4
    assert found(transcript, 0, memory=memory) == first
    assert len(made) == 4
    found(transcript.apply(turns.set_text(transcript, 28, "всего доброго")), 0, memory=memory)
    assert len(made) == 5
