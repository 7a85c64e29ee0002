"""What the speakers detector says of whole calls: swapped roles, flipped labels, one id too many or too few."""

from itertools import product
from math import exp, log

import numpy as np
import pytest
from short_calls import ENGLISH, LONG, RUSSIAN, SPEAKERS, SUPPORT, call, flipped, found, moved, replaced, said_by, with_turns

from annotator.core.commands import review
from annotator.core.model import RoleWord
from annotator.detectors import speakers_calls
from annotator.detectors.speakers_calls import labels_flipped, tempered
from annotator.detectors.speakers_roles import clearly_agent, lexicon_of, signs
from annotator.detectors.speakers_stream import spoken_turns

ONE_VOICE = """
a сегодня я расскажу вам о том как мы ездили летом на
a море сначала мы долго собирали вещи и
a потом поехали на вокзал и сели в
a поезд который шел почти двое суток в
a дороге мы играли в карты и
a смотрели в окно на поля и
a леса которые тянулись до самого
a моря когда мы приехали было уже темно
"""


def of_kind(transcript, kind, least=SPEAKERS.threshold):
    return [f for f in found(transcript, least) if f.kind == kind]


def facts(finding):
    return " / ".join(map(str, finding.evidence))


def alone(text):
    return said_by(text, "a", range(1, 99))


# Swapped roles


@pytest.mark.parametrize("first", ["a", "b"])
def test_swapped_roles_are_told_whoever_speaks_first(first):
    rows = RUSSIAN.strip().splitlines()
    transcript = call("\n".join(rows if first == "a" else rows[1:]), {"a": "Клиент", "b": "Саппорт"})
    (swapped,) = of_kind(transcript, "roles_swapped")
    assert swapped.fix.swap_roles == ("a", "b")
    assert len(swapped.spans) > 2
    assert all(span.current(transcript) for span in swapped.spans)
    assert "speaks as an agent does" in str(swapped.evidence[1])


@pytest.mark.parametrize(
    ("client", "agent"),
    [("Клиент", "Саппорт"), ("Абонент", "Оператор"), ("Покупатель", "Менеджер"), ("Customer", "Agent"), ("client_1", "Support 2")],
)
@pytest.mark.parametrize("text", [RUSSIAN, ENGLISH, SUPPORT])
def test_swapped_roles_are_told_whatever_they_are_called(text, client, agent):
    (swapped,) = of_kind(call(text, {"a": client, "b": agent}), "roles_swapped")
    assert f"{client} speaks as an agent does: " in facts(swapped)
    assert f"{agent} speaks as a client does: " in facts(swapped)
    assert of_kind(call(text, {"a": agent, "b": client}), "roles_swapped", 0) == []


def test_swapped_roles_where_the_second_speaker_serves():
    text = flipped(RUSSIAN, 1)
    (swapped,) = of_kind(call(text, {"a": "Оператор", "b": "Клиент"}), "roles_swapped")
    assert "Клиент speaks as an agent does: " in facts(swapped)
    assert of_kind(call(text, {"a": "Клиент", "b": "Оператор"}), "roles_swapped", 0) == []


def test_swapped_roles_say_how_many_signs_there_are_and_which():
    (swapped,) = of_kind(call(RUSSIAN, {"a": "Клиент", "b": "Оператор"}), "roles_swapped")
    assert str(swapped.evidence[0]).startswith("There are 13 signs that the roles are swapped, and 1 ")
    assert "Клиент speaks as an agent does: вам ×3, чем могу помочь ×1" in facts(swapped)
    assert "Оператор speaks as a client does: мне ×2, нет спасибо ×1" in facts(swapped)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (RUSSIAN, {"a": "Ведущий", "b": "Гость студии"}),
        (RUSSIAN, {"a": "Клиент"}),
        (RUSSIAN, {"a": "Клиент", "b": "Покупатель"}),
        (RUSSIAN, {"a": "Клиент", "b": "Иван"}),
        (RUSSIAN, {}),
    ],
)
def test_unknown_roles_are_left_alone(text, roles):
    assert of_kind(call(text, roles), "roles_swapped", 0) == []


def test_swapped_roles_as_names():
    (swapped,) = of_kind(call(ENGLISH, names={"a": "Customer", "b": "Support"}), "roles_swapped")
    assert swapped.fix.swap_roles == ("a", "b")


def test_role_words_of_the_project_tell_swapped_roles():
    roles = {"a": "Гость студии", "b": "Мастер"}
    words = [RoleWord(1, "гость студии", "client"), RoleWord(2, "мастер", "agent")]
    assert of_kind(call(SUPPORT, roles), "roles_swapped", 0) == []
    assert len(of_kind(call(SUPPORT, roles, role_words=words), "roles_swapped")) == 1
    turned = [RoleWord(1, "клиент", "agent"), RoleWord(2, "оператор", "client")]
    assert of_kind(call(SUPPORT, {"a": "Клиент", "b": "Оператор"}, role_words=turned), "roles_swapped", 0) == []


def test_it_takes_three_signs():
    text = "a добрый день {}\nb да я слушаю\na {}\nb да это понятно\na {}\nb до свидания"
    roles = {"a": "Клиент", "b": "Оператор"}
    for many in range(4):
        said = [*["чем могу помочь", "оставайтесь на линии", "спасибо за звонок"][:many], "да", "да", "да"][:3]
        assert bool(of_kind(call(text.format(*said), roles), "roles_swapped", 0)) == (many >= 3)


def test_accepting_swapped_roles_leaves_nothing_to_find():
    transcript = call(RUSSIAN, {"a": "Клиент", "b": "Менеджер"})
    (swapped,) = of_kind(transcript, "roles_swapped")
    after = transcript.apply(review.accept(transcript, swapped))
    assert [s.role for s in after.speakers] == ["Менеджер", "Клиент"]
    assert of_kind(after, "roles_swapped", 0) == []


def test_the_key_of_swapped_roles_outlives_an_edit():
    roles = {"a": "Клиент", "b": "Менеджер"}
    (before,) = of_kind(call(RUSSIAN, roles), "roles_swapped")
    (after,) = of_kind(call(replaced(RUSSIAN, _3="a номер заказа"), roles), "roles_swapped")
    assert before.key == after.key


# Flipped labels


def test_labels_that_flip_are_one_finding_that_names_the_first_turn():
    transcript = call(flipped(LONG, 17))
    (flip,) = of_kind(transcript, "labels_flipped")
    assert flip.turn_ids[0] == flip.spans[0].turn_id == 17
    assert flip.spans[0].text == transcript.turn(17).text
    assert str(flip.evidence[0]).startswith("From turn 17 on the labels are the other way round: ")
    assert "a speaks there as the other does elsewhere: " in facts(flip)
    assert "b speaks there as the other does elsewhere: вам ×3" in facts(flip)
    right = {turn.id: turn.speaker_id for turn in call(LONG).visible}
    assert [(turn, speaker) for turn, _, speaker in moved(flip.fix)] == [(n, right[n]) for n in range(17, 29)]
    assert not of_kind(transcript, "wrong_speaker")
    after = transcript.apply(review.accept(transcript, flip))
    assert {turn.id: turn.speaker_id for turn in after.visible} == right


def test_labels_that_flip_and_flip_back():
    (flip,) = of_kind(call(flipped(LONG, 9, 20)), "labels_flipped")
    changed = [turn for turn, _, _ in moved(flip.fix)]
    assert changed == list(range(changed[0], changed[-1] + 1))
    assert abs(changed[0] - 9) <= 1
    assert abs(changed[-1] - 20) <= 1
    assert str(flip.evidence[0]).startswith(f"From turn {changed[0]} to {changed[-1]} the labels are the other way round: ")


def test_labels_that_are_flipped_all_over_are_no_flip():
    assert of_kind(call(flipped(LONG, 1)), "labels_flipped", 0) == []
    assert of_kind(call(LONG), "labels_flipped", 0) == []


@pytest.mark.parametrize("fields", [{"reviewed": True}, {"pinned": True}])
def test_a_flip_does_not_reach_across_turns_that_are_decided(fields):
    transcript = call(flipped(LONG, 17))
    for flip in of_kind(with_turns(transcript, 22, **fields), "labels_flipped", 0):
        changed = {turn for turn, _, _ in moved(flip.fix)}
        assert changed <= set(range(17, 22)) or changed <= set(range(23, 29))
    (rest,) = of_kind(with_turns(transcript, *range(1, 19), **fields), "labels_flipped", 0.5)
    assert str(rest.evidence[0]).startswith("From turn 19 on ")


def test_a_flip_counts_turns_as_people_see_them():
    """Hidden turns keep their place in the list."""
    transcript = with_turns(call(flipped(LONG, 17)), 4, hidden=True)
    (flip,) = of_kind(transcript, "labels_flipped")
    assert str(flip.evidence[0]).startswith("From turn 17 on ")
    assert 4 not in {turn for turn, _, _ in moved(flip.fix)}


def test_talks_without_roles_do_not_flip():
    text = "\n".join(f"{'ab'[n % 2]} {said}" for n, said in enumerate(["мы вчера ходили в кино", "а мы сидели дома"] * 10))
    assert of_kind(call(flipped(text, 11)), "labels_flipped", 0) == []
    said = ["мне надо домой", "я хочу спать", "вам виднее", "мне холодно", "у вас есть чай", "ну и погода"]
    mixed = "\n".join(f"{'ab'[n % 2]} {said[(3 * n + n // 3) % 6]}" for n in range(36))
    assert of_kind(call(mixed), "labels_flipped", 0) == []


# An id too many


@pytest.mark.parametrize(
    ("text", "lines"), [(LONG, [20, 22, 24, 26, 28]), (SUPPORT, [6, 8]), (RUSSIAN, [8, 10])], ids=["late", "support", "delivery"]
)
def test_a_second_id_of_one_of_the_two(text, lines):
    transcript = call(said_by(text, "c", lines), names={"a": "Анна", "b": "Борис"})
    (extra,) = of_kind(transcript, "extra_speaker", 0.5)
    assert [(turn, speaker) for turn, _, speaker in moved(extra.fix)] == [(n, "b") for n in lines]
    assert facts(extra).startswith(f"Beside the turns of c {2 * len(lines) - (lines[-1] == 28)} times Анна speaks, 0 times Борис")
    after = transcript.apply(review.accept(transcript, extra))
    assert [t.speaker_id for t in after.visible] == [t.speaker_id for t in call(text).visible]


def test_a_sentence_that_runs_on_under_another_id():
    text = replaced(SUPPORT, _11="a вам удобно завтра с\nc десяти до двух")
    (extra,) = of_kind(call(text), "extra_speaker", 0)
    assert moved(extra.fix) == [(12, "десяти до двух", "a")]
    assert "The sentence runs on: “вам удобно завтра с | десяти до двух”" in facts(extra)


@pytest.mark.parametrize(
    "text",
    [
        "c ваш звонок очень важен для нас дождитесь ответа\n" + LONG,
        SUPPORT.strip().replace(
            "\nb хорошо я подожду",
            "\nb хорошо я подожду\nc алло ты скоро\nb я по телефону говорю\nc обед на столе\na итак вы здесь",
        ),
        LONG + "c всем привет\na привет\nc как дела\nb привет",
    ],
    ids=["machine", "at home", "comes in"],
)
def test_a_third_person_is_left_alone(text):
    assert of_kind(call(text), "extra_speaker") == []


def test_an_id_that_a_person_has_confirmed_is_left_alone():
    transcript = call(said_by(LONG, "c", [20, 22, 24, 26, 28]))
    assert of_kind(with_turns(transcript, 22, reviewed=True), "extra_speaker", 0) == []


# An id too few


@pytest.mark.parametrize("text", [RUSSIAN, SUPPORT, LONG])
def test_two_people_under_one_id(text):
    transcript = call(alone(text))
    (shared,) = found(transcript)
    assert shared.kind == "shared_id"
    given = {turn: speaker for turn, _, speaker in moved(shared.fix)}
    assert set(given.values()) == {"SPK00"}
    assert 0.2 < len(given) / len(transcript.visible) < 0.8
    assert f"of {len(transcript.visible) - 1} borders of turns look as if another person went on" in facts(shared)
    assert "One answers the other under the same name" in facts(shared)
    after = transcript.apply(review.accept(transcript, shared))
    assert [s.id for s in after.speakers] == ["a", "SPK00"]
    assert [t.speaker_id for t in after.visible] == [given.get(t.id, "a") for t in transcript.visible]


def test_the_new_id_is_one_that_is_free():
    speakers = {"a": "", "b": ""}
    transcript = call(alone(RUSSIAN), speakers)
    taken = transcript.speakers[0].__class__(1, "SPK00", rank=2.0)
    entities = [transcript.header, transcript.source, *transcript.speakers, taken, *transcript.turns]
    (shared,) = found(transcript.build(entities))
    assert {speaker for _, _, speaker in moved(shared.fix)} == {"SPK01"}


@pytest.mark.parametrize("text", [ONE_VOICE, "a да\na нет\na хорошо", "a чем могу помочь\na мне нужен интернет\na хорошо"])
def test_one_person_under_one_id(text):
    assert found(call(text), 0) == []


def test_one_id_that_a_person_has_confirmed_is_left_alone():
    assert found(with_turns(call(alone(RUSSIAN)), 5, reviewed=True), 0) == []


# How the evidence is weighed


def test_the_chain_of_flips_is_exact():
    """By all sequences of states of five turns."""
    told, flips = np.array([1.0, -0.5, 0.2, -2.0, 0.7]), [0.0, -3.0, 1.5, -1.0, -4.0]
    weights = {}
    for states in product((0, 1), repeat=5):
        score = sum(-log(1 + exp(-x if state == 0 else x)) for x, state in zip(told, states, strict=True))
        for n in range(1, 5):
            score += -log(1 + exp(-flips[n] if states[n] != states[n - 1] else flips[n]))
        weights[states] = exp(score)
    total = sum(weights.values())
    first = [sum(w for states, w in weights.items() if states[n] == 0) / total for n in range(5)]
    assert speakers_calls._weigh(told, flips) == pytest.approx(first)


def test_tempered_chances_stay_in_order():
    chances = [0.0, 0.1, 0.5, 0.9, 0.999, 1.0]
    made = [tempered(chance) for chance in chances]
    assert made == sorted(made)
    assert made[2] == 0.5
    assert all(abs(after - 0.5) <= abs(before - 0.5) for before, after in zip(chances, made, strict=True))


@pytest.mark.parametrize(("said", "clear"), [(1, False), (4, True)])
def test_a_flip_takes_clear_signs_on_both_sides(said, clear):
    """The words at the border of turns 8 and 9 tell of a flip; signs in fewer turns than these fall in any talk."""
    before = "\n".join(f"a {'вам' if n < said else 'да'}\nb {'мне' if n < said else 'да'}" for n in range(4))
    transcript = call(before + "\n" + flipped(before, 1))
    turns = list(spoken_turns(transcript, {"a": 0, "b": 1}))
    changes = [0.0] * 16
    changes[8] = 9.0
    flips = list(labels_flipped(transcript, transcript.speakers, turns, lexicon_of(), changes))
    assert bool(flips) == clear


def test_signs_that_contradict_each_other_tell_less_than_few_that_agree():
    def told(right, wrong):
        return clearly_agent(signs([(0, ["чем", "могу", "помочь"])]) * right + signs([(1, ["чем", "могу", "помочь"])]) * wrong, 0.5)

    assert told(4, 0) > told(12, 8) > 0.5 > told(8, 12)
    assert told(5, 5) == 0.5
    assert told(0, 4) == pytest.approx(1 - told(4, 0))
