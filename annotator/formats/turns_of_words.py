"""Turns made of words, for files that say who spoke each word, and when, but not where a turn ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from annotator.formats.building import Token

_PAUSE_MS = 1500
_SENTENCE_END = re.compile(r"[.?!…][\"'»”’)\]]{0,2}\s*\Z")


def grouped(words: Iterable[tuple[Token, str | None]]) -> Iterator[tuple[str | None, list[Token]]]:
    """Yield turns, each with its speaker and its words, from words with their speakers.

    Consecutive words of one speaker are a turn. Where no word has a speaker, a turn ends with a sentence, or where nothing is said
    for more than 1.5 s. A mark that is glued to a word stays with it, whoever it is said to belong to.
    """
    words = list(words)
    spoken = any(speaker for _, speaker in words)
    turn: list[Token] = []
    whose: str | None = None
    for token, speaker in words:
        speaker = speaker or None
        if turn and not token.glued and (speaker != whose if spoken else _ends(turn, token)):
            yield whose, turn
            turn = []
        if not turn:
            whose = speaker
        turn.append(token)
    if turn:
        yield whose, turn


def _ends(turn: list[Token], following: Token) -> bool:
    """Tell whether what is said without a known speaker ends before a word."""
    if _SENTENCE_END.search(turn[-1].text[-8:]):
        return True
    end = next((time for token in reversed(turn[-3:]) for time in (token.end_ms, token.start_ms) if time is not None), None)
    return end is not None and following.start_ms is not None and following.start_ms - end > _PAUSE_MS
