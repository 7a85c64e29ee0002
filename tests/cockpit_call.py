"""A call of 120 turns as a recogniser and a diarizer might leave it, and what was said in it.

The roles are swapped for the whole call, words are transcribed twice over seven borders of turns (an eighth repeat is meant), one
turn loops, seven turns have the wrong speaker, and in three turns two people speak.
"""

from __future__ import annotations

from typing import Any

from rapidfuzz.distance import Levenshtein

from annotator.core.model import Transcript
from annotator.project import Project

AGENT, CLIENT = "Саппорт", "Клиент"
FAULTY_LABELS = {AGENT: "Клиент (SPK00)", CLIENT: "Саппорт (SPK01)"}
SPEAKER_IDS = {AGENT: "SPK00", CLIENT: "SPK01"}

TWICE = {15: 5, 25: 5, 37: 5, 53: 5, 67: 5, 87: 5, 101: 5}
"""Line (from 1) whose last so many words open the next line once more."""
LOOP = (32, "пароль неверный", 3)
WRONG_SPEAKER = (8, 34, 40, 52, 84, 94, 118)
JOINED = (1, 46, 60)
"""Lines that stand in one turn with the next one."""
TOPICS = {1: "Доставка", 30: "Личный кабинет", 58: "Комплект", 71: "Скидки", 77: "Гарантия"}
"""Line of what was said at which a topic begins."""

_SAID = """
A добрый день служба поддержки интернет магазина меня зовут ольга чем могу помочь
C здравствуйте я заказывала у вас кофемашину и до сих пор ничего не пришло
A подскажите пожалуйста номер вашего заказа
C сейчас посмотрю секунду
A да конечно я подожду
C вот нашла двадцать один сорок семь тридцать два
A спасибо проверяю информацию по заказу в системе
C я его ещё на прошлой неделе оплатила
A вижу оплату она прошла восьмого числа
C ну вот а обещали привезти десятого
A заказ сейчас находится на складе в туле
C почему в туле если я живу в калуге
A отправления в вашу область идут через тульский склад
C понятно и сколько он там ещё будет лежать
A по данным системы машина выедет завтра утром
C то есть послезавтра он будет у меня
A послезавтра курьер с вами свяжется и согласует время
C а можно сделать так чтобы привезли вечером
A могу поставить отметку что вам удобно после восемнадцати часов
C да поставьте пожалуйста потому что днём я на работе
A хорошо отметку поставила курьер её увидит
C а если меня не будет он может оставить у соседки
A может если вы назовёте её имя и номер квартиры
C её зовут марина сергеевна квартира сорок два
A записала марина сергеевна сорок вторая квартира
C только пусть он ей сначала позвонит
A тогда мне нужен её телефон
C телефона я наизусть не помню
A можете прислать его сообщением в чат на сайте
C в чат я как раз не могу зайти
A а что происходит когда вы пытаетесь войти
C он пишет что пароль неверный хотя я его не меняла
A давайте я отправлю вам ссылку для смены пароля
C на почту или на телефон
A на почту которая указана при регистрации
C а там старая почта я ею больше не пользуюсь
A можем её заменить для этого мне нужно вас подтвердить
C что для этого надо сделать
A назовите пожалуйста фамилию и дату рождения
C лаптева четырнадцатое мая восемьдесят девятого года
A благодарю всё верно диктуйте новый адрес почты
C лаптева точка анна собака почта точка ру
A повторю лаптева точка анна собака почта точка ру
C да всё правильно
A письмо со ссылкой уже отправлено проверьте пожалуйста
C пришло открываю
A придумайте пароль не короче восьми знаков
C а цифры обязательно нужны
A хотя бы одна цифра и одна заглавная буква
C так сделала пишет что пароль изменён
A теперь попробуйте войти в личный кабинет
C вошла вижу свои заказы
A отлично там же внизу есть кнопка чата
C нашла спасибо телефон соседки туда напишу
A хорошо оператор чата передаст его курьеру
C у меня ещё вопрос по самой кофемашине
A да слушаю вас
C к ней в комплекте идёт капучинатор или его покупают отдельно
A уточните какая у вас модель
C бариста мини чёрная
A у этой модели капучинатор входит в комплект
C а фильтр для воды тоже есть в коробке
A один фильтр лежит в коробке его хватает на два месяца
C потом где их брать
A фильтры продаются у нас в разделе аксессуары
C почём они примерно
A упаковка из трёх штук стоит девятьсот рублей
C дороговато конечно
A до конца месяца на аксессуары действует скидка двадцать процентов
C о это уже лучше
A промокод называется зерно его вводят в корзине
C зерно русскими буквами
A да русскими буквами одним словом
C записала попробую на выходных
A промокод действует до тридцатого числа включительно
C а на саму машину гарантия какая
A гарантия два года со дня получения
C чек хранить обязательно
A чек есть в личном кабинете бумажный хранить не нужно
C удобно а если сломается куда её везти
A в калуге есть сервисный центр на улице ленина
C это где раньше был телеграф
A точный адрес я пришлю вам сообщением
C и они бесплатно ремонтируют
A по гарантии ремонт бесплатный если нет механических повреждений
C а накипь считается повреждением
A накипь гарантией не покрывается поэтому машину надо чистить
C как часто её чистить
A раз в два месяца на дисплее загорится значок
C чем чистить уксусом можно
A уксус не подойдёт он портит уплотнители
C ясно значит брать специальное средство
A средство тоже есть в разделе аксессуары
C и на него промокод подействует
A подействует он на весь раздел
C тогда возьму сразу и фильтры и средство
A хороший выбор их можно добавить к текущей доставке
C а разве можно добавить в заказ который уже едет
A машина выезжает завтра поэтому до вечера ещё можно
C ой как здорово давайте добавим
A добавляю упаковку фильтров и средство от накипи
C сколько всё вместе выйдет
A со скидкой тысяча сто двадцать рублей
C а оплатить можно курьеру картой
A да у курьера есть терминал
C отлично значит плачу картой при получении
A изменения в заказ внесла вам придёт сообщение
C пришло тысяча сто двадцать всё сходится
A остались ли у вас ещё вопросы
C последний вопрос можно ли вернуть если не понравится
A вернуть можно в течение четырнадцати дней если машина не использовалась
C а если один раз сварила кофе
A тогда только при заводском браке
C поняла буду думать прежде чем включать
A если передумаете просто не вскрывайте упаковку
C договорились спасибо вам большое за помощь
A пожалуйста спасибо что выбрали наш магазин
C вы очень терпеливая
A приятно слышать хорошего вам вечера
C и вам до свидания
A до свидания
C ой подождите а марине сергеевне точно позвонят
A точно отметка в заказе стоит
"""


def said() -> list[tuple[str, str]]:
    """Return (role, text) of each turn as it was said."""
    lines = (line.split(" ", 1) for line in _SAID.strip().split("\n"))
    return [(AGENT if who == "A" else CLIENT, text) for who, text in lines]


def transcript() -> str:
    """Return the faulty transcript."""
    lines = [list(line) for line in said()]
    for number, count in TWICE.items():
        lines[number][1] = " ".join([*lines[number - 1][1].split()[-count:], lines[number][1]])
    number, phrase, times = LOOP
    lines[number - 1][1] = lines[number - 1][1].replace(phrase, " ".join([phrase] * times))
    for number in WRONG_SPEAKER:
        lines[number - 1][0] = CLIENT if lines[number - 1][0] == AGENT else AGENT
    for number in JOINED:
        lines[number - 1][1] += " " + lines[number][1]
    kept = [line for number, line in enumerate(lines) if number not in JOINED]
    return "".join(f"{FAULTY_LABELS[role]}: {text}\n" for role, text in kept)


def turns_of(transcript: Transcript) -> list[tuple[str, str]]:
    """Return (role, text) of each turn that is shown."""
    roles = {speaker.id: speaker.role for speaker in transcript.speakers}
    return [(roles.get(turn.speaker_id, "?"), turn.text) for turn in transcript.visible]


def tokens(turns: list[tuple[str, str]]) -> list[str]:
    """Return each word with who says it, and where turns begin."""
    return [token for role, text in turns for token in (f"| {role}", *(f"{role}: {word}" for word in text.split()))]


def wrong(turns: list[tuple[str, str]]) -> int:
    """Return how far the turns are from what was said."""
    return Levenshtein.distance(tokens(turns), tokens(said()))


def outcome(project: Project) -> dict[str, Any]:
    """Return what a review of the call, the project's first one, has come to."""
    kept = project.transcript(1)
    names = {topic.id: topic.name for topic in project.topics}
    return {
        "turns": turns_of(kept),
        "topics": [[names[topic_id] for topic_id in turn.topics] for turn in kept.visible],
        "roles": {speaker.id: speaker.role for speaker in kept.speakers},
        "reviewed": all(turn.reviewed for turn in kept.visible),
        "done": kept.header.done,
        "source": kept.source.data,
    }


def wanted() -> dict[str, Any]:
    """Return the outcome that a review has to come to."""
    lines = range(1, len(said()) + 1)
    return {
        "turns": said(),
        "topics": [[TOPICS[max(begin for begin in TOPICS if begin <= line)]] for line in lines],
        "roles": {speaker_id: role for role, speaker_id in SPEAKER_IDS.items()},
        "reviewed": True,
        "done": True,
        "source": transcript().encode(),
    }
