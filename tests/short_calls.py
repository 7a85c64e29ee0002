"""Short calls to look for mislabelled speakers in: each line is the id of the speaker, one letter, and what is said."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from annotator.core.finding import Finding, Fix, Span
from annotator.core.model import Header, RoleWord, Source, SourceSpan, SourceTurn, Speaker, Transcript, Turn
from annotator.detectors.speakers import Speakers

SPEAKERS = Speakers()

RUSSIAN = """
a добрый день служба доставки чем могу помочь
b здравствуйте я вчера заказал у вас стиральную машину и мне до сих пор никто не позвонил
a назовите пожалуйста номер вашего заказа
b сейчас посмотрю сорок пять двенадцать
a спасибо минуточку я проверю да вижу ваш заказ он передан в доставку
b и когда его привезут
a вам удобно завтра с десяти до двух
b да мне удобно только позвоните за час
a хорошо курьер вам позвонит нужна ли вам установка
b нет спасибо у меня есть свой мастер
a тогда все оформлено хорошего дня
b спасибо до свидания
"""

ENGLISH = """
a thank you for calling city internet how can i help you today
b hi my internet has been down since last night and i need it for work
a i'm sorry to hear that can i get your account number please
b sure it's four five six one two
a thank you let me check the line for you
b okay
a i can see there is a problem with the modem would you like me to send a technician
b yes please can he come tomorrow morning
a yes we have a slot between nine and eleven
b yes that works for me
a is there anything else i can help you with
b no that's all thanks for your help
"""

SUPPORT = """
a здравствуйте служба поддержки слушаю вас
b здравствуйте у меня не работает интернет второй день
a назовите пожалуйста номер вашего договора
b сейчас номер договора сорок пять двенадцать
a спасибо минуточку я проверю вашу линию
b хорошо я подожду
a скажите а роутер вы перезагружали
b да я его перезагружал не помогло
a у вас на линии повреждение я оформлю заявку мастеру
b а когда он сможет прийти мне нужен интернет для работы
a вам удобно завтра с десяти до двух
b да мне удобно только пусть позвонит за час
a мастер вам позвонит могу я вам еще чем-нибудь помочь
b нет спасибо это все
a спасибо за обращение всего доброго
b до свидания
"""

LONG = RUSSIAN.strip() + SUPPORT
"""Of 28 turns."""


def call(
    text: str,
    roles: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
    role_words: Sequence[RoleWord] = (),
) -> Transcript:
    """Return the call; turn n has the id n."""
    turns = [(line[0], line[2:]) for line in text.strip().splitlines()]
    ids = sorted({speaker for speaker, _ in turns})
    roles = roles or {}
    source = Source(1, "call", "text", "utf-8", b"", tuple(SourceTurn(n, s, t) for n, (s, t) in enumerate(turns, 1)))
    return Transcript.build(
        [
            Header(1, "call"),
            source,
            *(Speaker(1, s, (names or {}).get(s, ""), roles.get(s, ""), float(n)) for n, s in enumerate(ids)),
            *(Turn(1, n, float(n), s, t, sources=(SourceSpan(n, 0, len(t)),)) for n, (s, t) in enumerate(turns, 1)),
        ],
        role_words=role_words,
    )


def replaced(text: str, **lines: str) -> str:
    """Return the call with line n replaced by the lines given as `_n`."""
    rows = text.strip().splitlines()
    for name, new in lines.items():
        rows[int(name[1:]) - 1] = new
    return "\n".join(rows)


def said_by(text: str, speaker: str, lines: Collection[int]) -> str:
    """Return the call with these lines, counted from 1, said by somebody else."""
    return "\n".join(speaker + row[1:] if n in lines else row for n, row in enumerate(text.strip().splitlines(), 1))


def flipped(text: str, first: int, last: int | None = None) -> str:
    """Return the call of a and b with their labels exchanged in some lines, counted from 1."""
    rows = text.strip().splitlines()
    lines = range(first, (last or len(rows)) + 1)
    return "\n".join("ba"["ab".index(row[0])] + row[1:] if n in lines else row for n, row in enumerate(rows, 1))


def with_turns(transcript: Transcript, *ids: int, **fields: Any) -> Transcript:
    """Return the transcript with fields of these turns changed."""
    turns = [replace(turn, **fields) if turn.id in ids else turn for turn in transcript.turns]
    return Transcript.build([transcript.header, transcript.source, *transcript.speakers, *turns], role_words=transcript.role_words)


def found(
    transcript: Transcript, least: float = SPEAKERS.threshold, ignore: Collection[Span] = (), **options: Any
) -> list[Finding]:
    items = SPEAKERS.find(transcript, min_confidence=least, ignore=ignore, **options)
    return [item for item in items if isinstance(item, Finding)]


def ways(finding: Finding) -> list[Fix]:
    """Return all the repairs that the finding offers."""
    return [fix for fix in (finding.fix, finding.alternative, *finding.places) if fix]


def moved(fix: Fix | None) -> list[tuple[int, str, str]]:
    """Return what a fix gives to whom: turn, words, speaker."""
    return [(r.span.turn_id, r.span.text, r.speaker_id) for r in fix.relabels] if fix else []


CUT = replaced(RUSSIAN, _7="a вам удобно завтра с", _8="b десяти до двух да мне удобно только позвоните за час")
"""A sentence is cut between its turns 7 and 8."""
