"""What words alone tell of who speaks."""

import pytest

from annotator.core.i18n import Message
from annotator.core.model import RoleWord
from annotator.detectors.speakers_cues import LEAST, MAN, MOST, PER_WEIGHT, WOMAN, cues, gendered
from annotator.detectors.speakers_roles import lexicon_of

CALL = """
a добрый день меня зовут анна компания ромашка чем могу помочь
b здравствуйте анна я вчера заказал у вас кресло
a как я могу к вам обращаться
b михаил
a михаил подскажите номер вашего заказа
b я его не записал
a поняла михаил сейчас посмотрю
b да сергей мне говорил что привезут
a я посмотрела ваш заказ он в пути
b спасибо анна я понял
a я рада была помочь михаил хорошего дня
"""
NAMES = """
a иван подскажите адрес
b улица садовая
a иван вы дома
b да дома
"""
SERVICE = """
a чем могу помочь
b мне нужен мастер у меня проблема
a уточните адрес
b сколько стоит вызов
a могу предложить вам завтра
b хорошо
a спасибо за обращение
"""


def turns(text, flipped=()):
    lines = text.strip().splitlines()
    return [(("ab".index(line[0]) + (n in flipped)) % 2, line[2:].split()) for n, line in enumerate(lines)]


def found(text, kind, flipped=()):
    """The cues of a kind as (turn, words, whether they are against the label)."""
    call = turns(text, flipped)
    return [(c.turn, " ".join(call[c.turn][1][c.start : c.end]), c.strength > 0) for c in cues(call) if c.kind == kind]


def against(text, kind, flipped=()):
    return [(turn, words) for turn, words, wrong in found(text, kind, flipped) if wrong]


# --- gender


def test_forms_of_one_gender_speak_for_the_labels_of_a_true_call():
    assert found(CALL, "gender") == [
        (1, "я вчера заказал", False),
        (5, "я его не записал", False),
        (6, "поняла", False),
        (8, "я посмотрела", False),
        (9, "я понял", False),
        (10, "я рада", False),
    ]


@pytest.mark.parametrize(("turn", "words"), [(5, "я его не записал"), (8, "я посмотрела"), (9, "я понял")])
def test_a_form_of_the_other_gender_speaks_against_the_label(turn, words):
    assert against(CALL, "gender", {turn}) == [(turn, words)]


def test_what_is_said_of_a_gender_quotes_the_words_that_clash():
    (cue,) = (c for c in cues(turns(CALL, {9})) if c.kind == "gender" and c.turn == 9)
    assert str(cue.fact) == "“я понял” is said by a man, but elsewhere this speaker says “я посмотрела”"
    (cue,) = (c for c in cues(turns(CALL)) if c.kind == "gender" and c.turn == 9)
    assert str(cue.fact) == "“я понял” is said by a man, and the other speaker says “я посмотрела”"


def test_two_people_of_one_gender_are_not_told_apart():
    assert not found("a я понял\nb я хотел спросить\na я видел\nb я думал\na я нашел\nb я купил", "gender")


def test_one_form_elsewhere_is_too_little():
    assert not found("a я понял\nb хорошо\na я видела", "gender")
    assert against("a я понял\nb хорошо\na я видела\nb да\na я нашел", "gender") == [(2, "я видела")]


def test_forms_in_a_row_are_one_cue():
    text = "a я понял\nb я видела\na я нашел\nb я думала\na я купил я взял я принес"
    assert [turn for turn, _, _ in found(text, "gender")] == [0, 1, 2, 3, 4]


def test_a_turn_of_both_genders_has_a_cue_for_each():
    text = "a я понял\nb я видела\na я нашел\nb я думала\na я купил а я взяла"
    assert found(text, "gender")[-2:] == [(4, "я купил", False), (4, "я взяла", True)]


def test_a_name_tells_the_gender_of_who_bears_it():
    text = "a меня зовут ольга\nb ольга скажите\na говорите\nb олег слушаю\na я понял вас"
    assert against(text, "gender") == [(4, "я понял")]
    (cue,) = (c for c in cues(turns(text)) if c.kind == "gender")
    assert str(cue.fact) == "“я понял” is said by a man, but this speaker is Ольга"


def test_an_introduced_word_tells_a_gender_too():
    text = "a меня зовут вера\nb вера скажите\na говорите\nb олег слушаю\na я понял вас"
    assert against(text, "gender") == [(4, "я понял")]


def test_a_name_that_is_called_often_weighs_no_more_than_once():
    text = "a я понял\nb я поняла\na я взял\nb я взяла\na я нашел\nb я нашла\n" + "a олег скажите\nb да\n" * 9
    assert (1, "я поняла", False) in found(text.strip(), "gender")


@pytest.mark.parametrize(
    ("text", "words", "gender"),
    [
        ("вот я понял", "я понял", MAN),
        ("я бы хотела узнать", "я бы хотела", WOMAN),
        ("я вчера в магазине купил", "я вчера в магазине купил", MAN),
        ("а я и сама не знаю", "я и сама", WOMAN),
        ("я согласен", "я согласен", MAN),
        ("я вам должна", "я вам должна", WOMAN),
        ("да согласна", "согласна", WOMAN),
        ("понял вас", "понял", MAN),
        ("здравствуйте хотела бы узнать", "хотела бы", WOMAN),
        ("рада помочь", "рада", WOMAN),
    ],
)
def test_first_person_forms(text, words, gender):
    said = text.split()
    assert [(" ".join(said[i:end]), which) for i, end, which in gendered(said)] == [(words, gender)]


@pytest.mark.parametrize(
    "text",
    [
        "я думаю что он понял",
        "я мама сказала",
        "он понял",
        "он сказал я понял",
        "она говорит что я сама",
        "я не знаю сказала она или нет",
        "я в магазине сказала она",
        "мы поняли",
        "я понимаю",
        "я о нем забуду",
        "понял ты",
        "а она поняла",
        "хотела узнать",
        "я и вы сам",
    ],
)
def test_forms_that_are_not_surely_of_the_first_person(text):
    assert not list(gendered(text.split()))


# --- names


def test_names_speak_for_the_labels_of_a_true_call():
    assert found(CALL, "name") == [
        (0, "меня зовут анна", False),
        (1, "анна", False),
        (3, "михаил", False),
        (4, "михаил", False),
        (6, "михаил", False),
        (9, "анна", False),
    ]


@pytest.mark.parametrize(("turn", "words"), [(0, "меня зовут анна"), (3, "михаил"), (4, "михаил"), (9, "анна")])
def test_nobody_calls_the_own_name_or_gives_that_of_the_other(turn, words):
    assert against(CALL, "name", {turn}) == [(turn, words)]


def test_what_is_said_of_a_name():
    facts = {c.turn: str(c.fact) for c in cues(turns(CALL, {4})) if c.kind == "name" and c.turn == 4}
    assert facts == {4: "“михаил подскажите номер” calls Михаил, but by the other turns this speaker is Михаил"}
    facts = {c.turn: str(c.fact) for c in cues(turns(CALL, {0})) if c.kind == "name" and c.turn == 0}
    assert facts == {
        0: "In “добрый день меня зовут анна компания ромашка” Анна speaks, but by the other turns the other speaker is Анна"
    }


def test_a_name_that_both_call_once_belongs_to_neither():
    assert not found("a иван подскажите адрес\nb иван вы дома\na да", "name")
    assert against(NAMES + "b иван подскажите время", "name") == [(4, "иван")]


@pytest.mark.parametrize(
    "line",
    [
        "спасибо иван",
        "иван здесь видите еще в чем дело",
        "алло иван я перезвоню",
        "подскажите иван иванович когда удобно",
        "тогда до завтра иван",
        "хорошо иван поняла вас",
        "а иван скажите адрес",
        "а иван вы дома",
        "а иван у вас тепло",
        "но все-таки иван петрович какая разница",
    ],
)
def test_calls(line):
    assert (4, True) in [(turn, wrong) for turn, _, wrong in found(f"{NAMES}b {line}", "name")]


@pytest.mark.parametrize(
    "line",
    [
        "позвоните ивану",
        "это иван",
        "здравствуйте иван компания ромашка",
        "да иван вчера мне звонил",
        "иван придет завтра",
        "звонил иван",
        "мой муж иван",
        "вам иван перезвонит",
        "он сказал иван подскажите",
        "петр и иван",
        "мне нужен иван",
        "иван",
    ],
)
def test_names_that_are_not_surely_called(line):
    assert all(turn != 4 for turn, _, _ in found(f"{NAMES}b {line}", "name"))


@pytest.mark.parametrize("line", ["меня зовут иван", "это иван из ромашки", "иван слушаю", "мое имя иван петрович"])
def test_introductions(line):
    assert (4, True) in [(turn, wrong) for turn, _, wrong in found(f"{NAMES}a {line}", "name")]


def test_the_answer_to_who_it_is_gives_the_own_name():
    assert found(f"{NAMES}a как вас зовут\nb иван", "name")[-1] == (5, "иван", False)


def test_a_common_word_is_a_name_where_it_is_introduced():
    assert not found("a вера подскажите\nb да\na вера скажите\nb вера подскажите", "name")
    text = "a меня зовут вера\nb вера подскажите\na да\nb вера скажите\na вера подскажите"
    assert against(text, "name") == [(4, "вера")]


def test_english_names_are_those_that_are_introduced():
    text = "a hello my name is john how can i help\nb hi john\na yes\nb thank you john\na thank you john"
    assert against(text, "name") == [(4, "john")]
    assert not found(text.replace("my name is ", "this is "), "name")
    assert all(turn != 5 for turn, _, _ in found(f"{text}\nb john said it is broken", "name"))


def test_the_patronymic_belongs_to_the_name():
    assert found(f"{NAMES}b спасибо иван петрович", "name")[-1] == (4, "иван петрович", True)


# --- roles


def test_signs_of_the_other_side_speak_against_the_label_by_their_weight():
    said = [c for c in cues(turns(SERVICE + "b чем могу помочь")) if c.kind == "role"]
    assert [(c.turn, c.strength > 0) for c in said if c.strength > 0] == [(7, True)]
    assert said[-1].strength == pytest.approx(3 * PER_WEIGHT)
    assert str(said[-1].fact) == "“чем могу помочь” is what an agent says, but by the other turns this speaker is the client"
    assert {c.turn for c in said} >= {0, 1, 2, 3, 4, 6}


def test_a_client_under_the_label_of_the_agent():
    (cue,) = (c for c in cues(turns(SERVICE + "a у меня проблема")) if c.strength > 0)
    assert str(cue.fact) == "“у меня проблема” is what a client says, but by the other turns this speaker is the agent"


def test_roles_tell_nothing_where_the_sides_are_not_clear():
    assert not found("a чем могу помочь\nb хорошо\na я хочу\nb да", "role")


def test_the_turn_itself_does_not_make_its_speaker_an_agent():
    signs = "чем могу помочь спасибо за обращение спасибо за ожидание как вас зовут могу предложить уточните"
    client = "b у меня вопрос помогите " + "и так далее " * 9
    assert all(turn != 0 for turn, _, _ in found(f"a {signs}\n{client}", "role"))
    assert found(f"a {signs}\n{client}\na чем могу помочь", "role")[-1] == (2, "чем могу помочь", False)


def test_a_habit_of_speech_does_not_make_an_agent():
    assert not found("a вам\nb и так далее\n" * 20, "role")


def test_own_words_of_a_lexicon_count():
    lexicon = lexicon_of((RoleWord(1, "абракадабра", "client", "sign", 9),))
    call = turns(SERVICE + "a абракадабра")
    assert not [c for c in cues(call) if c.turn == 7]
    (cue,) = (c for c in cues(call, lexicon=lexicon) if c.turn == 7)
    assert cue.strength == MOST


# --- all


@pytest.mark.parametrize("text", ["", "a я понял чем могу помочь иван", "a я понял\na я поняла\na да", "a ok\nb 5 5 -"])
def test_little_or_one_person_tells_little(text):
    assert all(cue.strength < LEAST for cue in cues(turns(text)))


def test_cues_are_in_order_and_can_be_stored():
    said = cues(turns(CALL + SERVICE.strip()))
    assert [c[:3] for c in said] == sorted(c[:3] for c in said)
    assert {c.kind for c in said} >= {"gender", "name", "role"}
    assert all(Message.from_json(c.fact.to_json()) == c.fact and abs(c.strength) <= MOST for c in said)
