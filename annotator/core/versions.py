"""Versions of a call: transcripts that come from the same source, and where they agree."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from annotator.core.model import Speaker, SpeakerId, Topic, TopicId, Transcript, TranscriptId, Turn, topic_paths

DIFFERENCES = ("text", "speaker", "topics", "hidden", "borders")
"""In what two versions of a block can differ: words, who says them, their topics, whether turns are hidden, where turns end."""

GOLD = "adjudication"
"""Setting of a project under which it is kept which transcript is the gold version of which two (see `gold_versions`)."""
Voices = Mapping[SpeakerId | None, str]
Path = tuple[str, ...]
Paths = Mapping[TopicId, Path]
Teller = Callable[[Turn], tuple[str, str, frozenset[Path], bool]]


@dataclass(frozen=True, slots=True)
class Block:
    """Source turns first..last, and the turns of each version that come from them and from nothing else, in their order."""

    first: int
    last: int
    turns: tuple[tuple[Turn, ...], ...]


def same_source(one: Transcript, other: Transcript) -> bool:
    """Tell whether two transcripts are versions of the same call: bytes and turns that were imported are the same."""
    return one.source.data == other.source.data and one.source.turns == other.source.turns


def gold_versions(kept: str | None) -> dict[TranscriptId, tuple[TranscriptId, TranscriptId]]:
    """Read what is kept under GOLD: each gold version, and the two that it decides between. Others may have written it."""
    try:
        return {int(gold): (int(a), int(b)) for gold, (a, b) in json.loads(kept or "{}").items()}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}


def keep_gold_versions(known: Mapping[TranscriptId, tuple[TranscriptId, TranscriptId]]) -> str:
    """Return what is kept under GOLD."""
    return json.dumps({str(gold): list(of) for gold, of in known.items()})


def blocks(*versions: Transcript) -> list[Block]:
    """Return the shortest runs of source turns at whose ends turns end in all versions, with the turns that come from them."""
    ends = list(range(1, len(versions[0].source.turns) + 1))
    for version in versions:
        for turn in version.turns:
            first, last = reach(turn)
            ends[first - 1] = max(ends[first - 1], last)
    borders: list[tuple[int, int]] = []
    first = last = 1
    for number, end in enumerate(ends, 1):
        if number > last:
            borders.append((first, last))
            first = last = number
        last = max(last, end)
    if ends:
        borders.append((first, last))
    of = {number: place for place, (first, last) in enumerate(borders) for number in range(first, last + 1)}
    placed: list[tuple[list[Turn], ...]] = [tuple([] for _ in versions) for _ in borders]
    for n, version in enumerate(versions):
        for turn in version.turns:
            placed[of[reach(turn)[0]]][n].append(turn)
    return [Block(*border, tuple(map(tuple, turns))) for border, turns in zip(borders, placed, strict=True)]


def voices(one: Transcript, other: Transcript) -> tuple[Voices, Voices]:
    """Return what tells the speakers of two versions: their roles where both have the same ones, each once, else their ids.

    So a reviewer who has swapped two roles and one who has flipped all labels say the same.
    """
    with_roles = [[speaker for speaker in version.speakers if speaker.role] for version in (one, other)]
    roles = [Counter(map(_role, speakers)) for speakers in with_roles]
    by_role = roles[0] == roles[1] and set(roles[0].values()) == {1}
    by_role = by_role and {s.id for s in with_roles[0]} == {s.id for s in with_roles[1]}

    def told(version: Transcript) -> Voices:
        return {None: "", **{s.id: _role(s) if by_role and s.role else s.id for s in version.speakers}}

    return told(one), told(other)


def paths_of(topics: Iterable[Topic]) -> Paths:
    """Return what tells topics, of different projects too: their names from the top down, in any case."""
    return {topic_id: tuple(name.casefold() for name in path) for topic_id, path in topic_paths(topics).items()}


def differences(one: Sequence[Turn], other: Sequence[Turn], told: tuple[Teller, Teller]) -> frozenset[str]:
    """Return in what two versions of a block differ (see DIFFERENCES); nothing where they agree.

    Where turns end at other places, what else differs is told word by word, and where words differ too, run by run.
    """
    if [told[0](turn) for turn in one] == [told[1](turn) for turn in other]:
        return frozenset()
    texts = [turn.text for turn in one], [turn.text for turn in other]
    words = " ".join(texts[0]).split(), " ".join(texts[1]).split()
    found = {"text"} if words[0] != words[1] else set()
    if len(one) == len(other) and (found or texts[0] == texts[1]):
        columns = [_columns(turns, tell) for turns, tell in zip((one, other), told, strict=True)]
    else:
        found.add("borders")
        columns = [_columns(turns, tell, by_word=True) for turns, tell in zip((one, other), told, strict=True)]
        if "text" in found:
            columns = [[[key for key, _ in groupby(column)] for column in own] for own in columns]
    found.update(name for name, a, b in zip(("speaker", "topics", "hidden"), *columns, strict=True) if a != b)
    # Spaces alone make no other word, but another text.
    return frozenset(found or {"text"})


def tellers(one: Transcript, other: Transcript) -> tuple[Teller, Teller]:
    """Return the functions that say of a turn of each version what they are to agree on."""
    first, second = voices(one, other)
    return _teller(first, paths_of(one.topics)), _teller(second, paths_of(other.topics))


def _teller(voices_of: Voices, paths: Paths) -> Teller:
    def tell(turn: Turn) -> tuple[str, str, frozenset[Path], bool]:
        topics = frozenset(paths[topic_id] for topic_id in turn.topics if topic_id in paths)
        return turn.text, voices_of.get(turn.speaker_id, ""), topics, turn.hidden

    return tell


def reach(turn: Turn) -> tuple[int, int]:
    """Return the first and the last source turn that a turn comes from."""
    numbers = [span.number for span in turn.sources]
    return min(numbers), max(numbers)


def _columns(turns: Sequence[Turn], tell: Teller, by_word: bool = False) -> list[list[Hashable]]:
    """Return speakers, topics and what is hidden, turn by turn or word by word."""
    rows = [row for turn in turns for row in [tell(turn)[1:]] * (len(turn.text.split()) if by_word else 1)]
    return [list(column) for column in zip(*rows, strict=True)] if rows else [[], [], []]


def _role(speaker: Speaker) -> str:
    return speaker.role.casefold()
