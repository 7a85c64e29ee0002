"""A transcript in which other words stand for some: for exports. The project and its own transcript stay as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.core.model import SourceTurn, Speaker, SpeakerId, Transcript, TurnId

BLOT = "*"
"""Stands for each character in what was imported, where turns and decisions point at places."""

Piece = tuple[int, int, str]
"""Code points start..end (half open) of a text, and what is to stand there."""
Find = Callable[[str], Iterable[Piece]]


def masked(
    transcript: Transcript,
    find: Find,
    turns: Mapping[TurnId, Sequence[Piece]] | None = None,
    sources: Mapping[int, Sequence[Piece]] | None = None,
) -> Transcript:
    """Return the transcript with other words for those that `find` finds in any of its texts.

    `turns` and `sources` (by number) say what is to be masked in turns, where that is known from more than the text of one;
    for what is not in them `find` is asked. What was imported keeps its length, so that places in it hold. A speaker whose id
    is masked gets one that no other speaker has.
    """
    turns, sources = turns or {}, sources or {}
    ids = _ids(transcript, find)

    def text(words: str) -> str:
        return substituted(words, find(words))

    said = []
    for imported in transcript.source.turns:
        pieces = sources.get(imported.number)
        blotted = _blotted(imported.text, find(imported.text) if pieces is None else pieces)
        said.append(replace(imported, speaker_id=ids.get(imported.speaker_id or "", imported.speaker_id), text=blotted))
    now = []
    for turn in transcript.turns:
        known = turns.get(turn.id)
        words = substituted(turn.text, find(turn.text) if known is None else known)
        comment = text(turn.comment) if turn.comment else ""
        speaker_id = ids.get(turn.speaker_id or "", turn.speaker_id)
        if (words, comment, speaker_id) != (turn.text, turn.comment, turn.speaker_id):
            turn = replace(turn, text=words, comment=comment, speaker_id=speaker_id)
        now.append(turn)
    source = transcript.source
    data = _data(transcript, said, find, ids) if source.format == "text" else b""
    return replace(
        transcript,
        header=replace(transcript.header, name=text(transcript.header.name)),
        source=replace(source, name=text(source.name), data=data, turns=tuple(said)),
        speakers=tuple(_speaker(speaker, ids, text) for speaker in transcript.speakers),
        turns=tuple(now),
    )


def substituted(text: str, pieces: Iterable[Piece]) -> str:
    """Return the text with other words in these places; of places that overlap the first counts, and takes in the others."""
    made, at = [], 0
    for start, end, words in sorted(pieces):
        if start >= at:
            made += [text[at:start], words]
        at = max(at, end)
    return "".join([*made, text[at:]])


class Numbers:
    """Counts the values of each kind in the order in which they come up: the same value has the same number."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}
        self._last: Counter[str] = Counter()

    def __call__(self, kind: str, value: str) -> int:
        key = kind, value
        if key not in self._known:
            self._last[kind] += 1
            self._known[key] = self._last[kind]
        return self._known[key]


def _blotted(text: str, pieces: Iterable[Piece]) -> str:
    return substituted(text, ((start, end, _blot(text[start:end])) for start, end, _ in pieces))


def _blot(words: str) -> str:
    """Return marks in place of words, with their line ends: those divide the file."""
    return "".join(c if c in "\r\n" else BLOT for c in words)


def _ids(transcript: Transcript, find: Find) -> dict[SpeakerId, SpeakerId]:
    """Return what becomes of the ids of speakers that hold a hit: diarizers number, but people's files have names there."""
    old = dict.fromkeys([speaker.id for speaker in transcript.speakers])
    old |= dict.fromkeys(turn.speaker_id for turn in transcript.source.turns if turn.speaker_id is not None)
    made: dict[SpeakerId, SpeakerId] = {}
    for speaker_id in old:
        plain = substituted(speaker_id, find(speaker_id)).replace("[", "").replace("]", "")
        if plain != speaker_id:
            number, new = 1, plain
            while new in old or new in made.values():
                number += 1
                new = f"{plain} {number}"
            made[speaker_id] = new
    return made


def _speaker(speaker: Speaker, ids: Mapping[SpeakerId, SpeakerId], text: Callable[[str], str]) -> Speaker:
    return replace(speaker, id=ids.get(speaker.id, speaker.id), name=text(speaker.name), role=text(speaker.role))


def _data(transcript: Transcript, said: Sequence[SourceTurn], find: Find, ids: Mapping[SpeakerId, SpeakerId]) -> bytes:
    """Return the imported file with the turns as they are masked, and what stands between them masked too; b"" where that is not
    possible: a writer then has no shape of lines to follow.
    """
    source = transcript.source
    try:
        text = source.data.decode(source.encoding)
    except (UnicodeError, LookupError):
        return b""
    made, at = [], 0
    for before, after in zip(source.turns, said, strict=True):
        for old, new in zip(before.text.split("\n"), after.text.split("\n"), strict=True):
            place = text.find(old, at)
            if place < 0:
                return b""
            made += [_between(text[at:place], find, ids), new]
            at = place + len(old)
    made.append(_between(text[at:], find, ids))
    return "".join(made).encode(source.encoding, "replace")


def _between(text: str, find: Find, ids: Mapping[SpeakerId, SpeakerId]) -> str:
    for old in sorted(ids, key=len, reverse=True):
        text = text.replace(old, ids[old])
    return _blotted(text, find(text))
