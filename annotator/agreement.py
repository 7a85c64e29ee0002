"""How far two versions of a call agree: who says each word, topics, words, and what was decided about findings.

Words of the source are what speakers are compared by, turns of the source what topics are: both versions have these, however
they have divided and joined turns.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Generator, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Any, TypeVar

from annotator.core.model import Transcript, TranscriptId
from annotator.core.text import words
from annotator.core.versions import GOLD, Path, blocks, differences, gold_versions, paths_of, same_source, tellers, voices
from annotator.project import Project
from annotator.scores import Words, aligned, errors

Value = TypeVar("Value", bound=Hashable)
Topics = frozenset[Path]
REPAIRED, DISMISSED = "repaired", "dismissed"
_PAUSE = 200


@dataclass(frozen=True)
class Agreement:
    """Counts of how two versions, or pairs of versions, agree; those of several calls are added up.

    The keys of `speakers`, `topics` and `verdicts` are what the two say of the same word, turn and finding. Topics are those of
    source turns that neither version hides.
    """

    calls: int = 0
    speakers: Counter[tuple[str, str]] = field(default_factory=Counter)
    topics: Counter[tuple[Topics, Topics]] = field(default_factory=Counter)
    verdicts: Counter[tuple[str, str]] = field(default_factory=Counter)
    words: int = 0
    """Words of the first version, and `errors` of the second one against it."""
    errors: int = 0
    blocks: int = 0
    """Places that can be compared, and of them `differing` those on which the versions do not agree."""
    differing: int = 0

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(
            self.calls + other.calls,
            self.speakers + other.speakers,
            self.topics + other.topics,
            self.verdicts + other.verdicts,
            self.words + other.words,
            self.errors + other.errors,
            self.blocks + other.blocks,
            self.differing + other.differing,
        )

    @property
    def speaker_kappa(self) -> float | None:
        return kappa(self.speakers)

    @property
    def topic_alpha(self) -> float | None:
        """Krippendorff's alpha of sets of topics: another set is another value, however near."""
        return alpha(self.topics.elements(), nominal)

    @property
    def topic_alpha_masi(self) -> float | None:
        """The same where sets that have something in common are nearer to each other."""
        return alpha(self.topics.elements(), masi)

    @property
    def verdict_kappa(self) -> float | None:
        return kappa(self.verdicts)

    @property
    def wer(self) -> float | None:
        """The word error rate of the second version, the first one being right."""
        return self.errors / self.words if self.words else None

    def as_row(self) -> dict[str, Any]:
        """Return the numbers by name; None where there is nothing to tell them from."""
        same = [sum(n for (one, other), n in counted.items() if one == other) for counted in self._counted]
        return {
            "calls": self.calls,
            "places": self.blocks,
            "places_differing": self.differing,
            "speaker_words": self.speakers.total(),
            "speaker_words_same": same[0],
            "speaker_kappa": _rounded(self.speaker_kappa),
            "topic_turns": self.topics.total(),
            "topic_turns_same": same[1],
            "topic_alpha": _rounded(self.topic_alpha),
            "topic_alpha_masi": _rounded(self.topic_alpha_masi),
            "words": self.words,
            "word_errors": self.errors,
            "wer": _rounded(self.wer),
            "verdicts": self.verdicts.total(),
            "verdicts_same": same[2],
            "verdict_kappa": _rounded(self.verdict_kappa),
        }

    @property
    def _counted(self) -> tuple[Counter[Any], ...]:
        return self.speakers, self.topics, self.verdicts


def agreement(one: Transcript, other: Transcript) -> Agreement:
    """Return how two versions of a call agree (see core.versions.same_source)."""
    comparing = compare(one, other)
    while True:
        try:
            next(comparing)
        except StopIteration as end:
            compared: Agreement = end.value
            return compared


def compare(one: Transcript, other: Transcript) -> Generator[None, None, Agreement]:
    """Compare two versions as `agreement` does, pausing often, for those who must not be held up."""
    told = tellers(one, other)
    found = blocks(one, other)
    yield
    differing = 0
    for n, block in enumerate(found, 1):
        differing += bool(differences(block.turns[0], block.turns[1], told))
        if n % _PAUSE == 0:
            yield
    speakers = Counter[tuple[str, str]]()
    voices_of = voices(one, other)
    ours = yield from _speakers(one, voices_of[0])
    theirs = yield from _speakers(other, voices_of[1])
    for n, (place, voice) in enumerate(ours.items(), 1):
        if place in theirs:
            speakers[voice, theirs[place]] += 1
        if n % (100 * _PAUSE) == 0:
            yield
    topics = Counter[tuple[Topics, Topics]]()
    of_ours = yield from _topics(one)
    of_theirs = yield from _topics(other)
    for number in of_ours.keys() & of_theirs.keys():
        topics[frozenset(of_ours[number]), frozenset(of_theirs[number])] += 1
    numbers, texts = Words(), list[list[int]]()
    for version in (one, other):
        said: list[int] = []
        for n, turn in enumerate(version.visible, 1):
            said += numbers.of(turn.text)
            if n % _PAUSE == 0:
                yield
        texts.append(said)
    chunks = yield from aligned(texts[0], texts[1], numbers)
    verdicts = Counter(
        (_verdict(decision.verdict), _verdict(other.decisions[key].verdict))
        for key, decision in one.decisions.items()
        if key in other.decisions
    )
    return Agreement(1, speakers, topics, verdicts, len(texts[0]), errors(chunks), len(found), differing)


def versions_in(project: Project) -> list[tuple[TranscriptId, TranscriptId]]:
    """Return which calls of a project are versions of each other, in pairs; gold versions are none."""
    groups = _by_digest(project)
    pairs = [pair for own in groups.values() for pair in combinations(own, 2)]
    return [pair for pair in pairs if same_source(*map(project.read, pair))]


def versions_between(first: Project, second: Project) -> list[tuple[TranscriptId, TranscriptId]]:
    """Return which calls of two projects are versions of each other, in pairs; gold versions are none."""
    ours, theirs = _by_digest(first), _by_digest(second)
    pairs = [pair for digest, own in ours.items() for pair in product(own, theirs.get(digest, ()))]
    return [(one, other) for one, other in pairs if same_source(first.read(one), second.read(other))]


def _by_digest(project: Project) -> dict[bytes, list[TranscriptId]]:
    """Return the calls that were imported from the same bytes, gold versions left out."""
    gold = gold_versions(project.setting(GOLD))
    found: dict[bytes, list[TranscriptId]] = {}
    for transcript_id, digest in sorted(project.imported_digests().items()):
        if transcript_id not in gold:
            found.setdefault(digest, []).append(transcript_id)
    return found


def kappa(pairs: Mapping[tuple[Value, Value], int]) -> float | None:
    """Return Cohen's kappa from how often two said what of the same thing; None where both always said one and the same."""
    total = sum(pairs.values())
    if not total:
        return None
    first, second = Counter[Value](), Counter[Value]()
    for (one, other), count in pairs.items():
        first[one] += count
        second[other] += count
    observed = sum(count for (one, other), count in pairs.items() if one == other) / total
    expected = sum(count * second[value] for value, count in first.items()) / total**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def alpha(units: Iterable[Sequence[Value]], distance: Callable[[Value, Value], float]) -> float | None:
    """Return Krippendorff's alpha; a unit is what each who said something of it said, `distance` how far two values are apart.

    None where there is nothing to tell it from: all said one and the same, or no unit has two values.
    """
    counts = Counter[Value]()
    coincidences = defaultdict[tuple[Value, Value], float](float)
    for values, times in Counter(tuple(unit) for unit in units).items():
        if len(values) < 2:
            continue
        own = Counter(values)
        for value, count in own.items():
            counts[value] += count * times
            for other, others in own.items():
                pairs = count * (others - (value == other))
                coincidences[value, other] += times * pairs / (len(values) - 1)
    total = counts.total()
    observed = sum(count * distance(one, other) for (one, other), count in coincidences.items())
    expected = sum(n * m * distance(one, other) for one, n in counts.items() for other, m in counts.items())
    return None if not expected else 1 - (total - 1) * observed / expected


def nominal(one: Hashable, other: Hashable) -> float:
    """Return the distance of values that are the same or not."""
    return float(one != other)


def masi(one: frozenset[Any], other: frozenset[Any]) -> float:
    """Return the distance of sets, 0 to 1, of Passonneau (2006), Measuring Agreement on Set-Valued Items."""
    if one == other:
        return 0.0
    shared = len(one & other)
    kind = 2 / 3 if one <= other or other <= one else 1 / 3
    return 1 - shared / len(one | other) * kind


def _speakers(version: Transcript, voices_of: Mapping[str | None, str]) -> Generator[None, None, dict[tuple[int, int], str]]:
    """Return who says each imported word that stands in a visible turn, by source turn and place in it."""
    found: dict[tuple[int, int], str] = {}
    for n, turn in enumerate(version.visible, 1):
        voice = voices_of.get(turn.speaker_id, "")
        for span in turn.sources:
            said = version.source_turn(span.number).text[span.start : span.end]
            found.update(((span.number, span.start + word.start), voice) for word in words(said))
        if n % _PAUSE == 0:
            yield
    return found


def _topics(version: Transcript) -> Generator[None, None, dict[int, set[Path]]]:
    """Return the topics of each source turn that has words in a visible turn."""
    paths = paths_of(version.topics)
    found: dict[int, set[Path]] = defaultdict(set)
    for n, turn in enumerate(version.visible, 1):
        for span in turn.sources:
            found[span.number].update(paths[topic_id] for topic_id in turn.topics if topic_id in paths)
        if n % _PAUSE == 0:
            yield
    return found


def _verdict(verdict: str) -> str:
    """Return what was decided, however it was repaired."""
    return DISMISSED if verdict == "dismissed" else REPAIRED


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
