"""Commands on role words: the project's own words for who serves and who is served in a call."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from annotator.core.change import Change
from annotator.core.errors import CommandError
from annotator.core.i18n import msg
from annotator.core.model import SIDES, USES, RoleWord, RoleWordId, Transcript
from annotator.core.text import clean, phrase

MOST_WORDS = 8
_TOLD = re.compile(
    rf"(?P<words>.*\S.*)=\s*(?P<side>{'|'.join(SIDES)}|none)(:(?P<use>{'|'.join(USES)})(:(?P<weight>[123]))?)?\s*", re.DOTALL
)


def add(transcript: Transcript, text: str, side: str, use: str = "name", weight: int = 2) -> Change:
    """Let words tell a side, or none (""), in all calls of the project, in place of what they told before."""
    word = _checked(text, side, use, weight)
    known = next((w for w in transcript.role_words if (w.text, w.use) == (word.text, word.use)), None)
    word = replace(word, id=known.id if known else max((w.id for w in transcript.role_words), default=0) + 1)
    if word == known:
        raise CommandError(msg("“{phrase}” is on the list already.", phrase=word.text))
    label = msg("Let “{phrase}” tell the side", phrase=word.text) if side else msg("Switch off “{phrase}”", phrase=word.text)
    return Change.of(label, [(known, word)])


def remove(transcript: Transcript, ids: Collection[RoleWordId]) -> Change:
    """Take words off the list; what the program itself knows of them holds again."""
    gone = [w for w in transcript.role_words if w.id in ids]
    return Change.of(msg("Remove {n} role words", n=len(gone)), [(w, None) for w in gone])


def as_role_words(texts: Iterable[str]) -> tuple[RoleWord, ...]:
    """Return the list that texts such as "оператор=agent", "мне бы=client:sign:1" or "гость=none" make, for work without a project.

    Of equal words the last one counts.
    """
    found: dict[tuple[str, str], RoleWord] = {}
    for text in texts:
        told = _TOLD.fullmatch(text)
        if told is None:
            raise CommandError(
                msg(
                    "“{text}” does not say which words tell which side. Write for example {name}, {sign} or {none}.",
                    text=text,
                    name="operator=agent",
                    sign="can I help=agent:sign:3",
                    none="guest=none",
                )
            )
        side = "" if told["side"] == "none" else told["side"]
        word = _checked(told["words"], side, told["use"] or "name", int(told["weight"] or 2))
        found[word.text, word.use] = word
    return tuple(replace(word, id=n) for n, word in enumerate(found.values(), 1))


def _checked(text: str, side: str, use: str, weight: int) -> RoleWord:
    """Return the words as the list has them, with no id yet; raise CommandError where they cannot be there."""
    text = phrase(clean(text).replace("’", "'"))
    if not text or (use == "name" and not any(map(str.isalpha, text))):
        raise CommandError(msg("A phrase has at least one word."))
    if len(text.split()) > MOST_WORDS:
        raise CommandError(msg("A phrase has {n} words at most.", n=MOST_WORDS))
    return RoleWord(0, text, side, use, weight if use == "sign" and side else 2)
