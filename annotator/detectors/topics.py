"""Topics that turns may have: their keywords stand there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotator.core.finding import Finding, Fix, Span, finding_key
from annotator.core.i18n import Message, msg
from annotator.core.model import Topic, TopicId, Transcript, Turn, TurnId
from annotator.detectors.base import Progress
from annotator.detectors.keywords import Hit, Rules

NEAR = 3
"""Turns with keywords of a topic that are so near each other are one range, and what is between them belongs to it."""
CONFIDENCES = (0.6, 0.75, 0.85)
"""With one rule that holds, with two, with more. No figure says how often people's rules are right, so none is sure."""
MOST_NUMBERS = 6
STEP = 1000


@dataclass
class _Memory:
    """What was found with this codebook: in each turn, with its text, and in each range (by topic and first turn).

    A range whose facts are the same has the same finding.
    """

    topics: tuple[Topic, ...]
    rules: Rules
    turns: dict[TurnId, tuple[str, tuple[Hit, ...]]] = field(default_factory=dict)
    ranges: dict[tuple[TopicId, TurnId], tuple[object, Finding | None]] = field(default_factory=dict)


class Topics:
    """Suggests the topics whose keyword rules hold in a range of turns that has none of them yet."""

    name = "topics"
    title = msg("Topics")
    kinds: Mapping[str, Message] = {"topic_suggested": msg("Topic suggested")}
    quiet: frozenset[str] = frozenset()
    threshold = CONFIDENCES[0]

    def find(
        self,
        transcript: Transcript,
        *,
        min_confidence: float,
        ignore: Collection[Span] = (),
        memory: dict[str, Any] | None = None,
        learned: bytes | None = None,  # noqa: ARG002 rules are given, not learned
    ) -> Iterator[Finding | Progress]:
        if not any(topic.keywords for topic in transcript.topics):
            return
        before: _Memory | None = memory.get(self.name) if memory is not None else None
        if before is None or before.topics != transcript.topics:
            before = _Memory(transcript.topics, Rules((t.id, rule) for t in transcript.topics for rule in t.keywords))
        now = _Memory(before.topics, before.rules)
        dropped: dict[TurnId, list[Span]] = defaultdict(list)
        for span in ignore:
            dropped[span.turn_id].append(span)
        places: dict[TopicId, dict[int, list[Hit]]] = defaultdict(lambda: defaultdict(list))
        turns = transcript.visible
        for place, turn in enumerate(turns):
            if place % STEP == 0:
                yield Progress(place, len(turns))
            text, hits = before.turns.get(turn.id, ("", ()))
            if text != turn.text:
                hits = now.rules.hits(turn.text)
            now.turns[turn.id] = (turn.text, hits)
            for hit in hits:
                if not any(span.start <= hit.start and hit.end <= span.end for span in dropped.get(turn.id, ())):
                    places[hit.owner][place].append(hit)
        for topic in transcript.topics:
            for stretch in _stretches(sorted(places.get(topic.id, ()))):
                shown = turns[stretch[0] : stretch[-1] + 1]
                ends = [transcript.position(turn.id) for turn in (shown[0], shown[-1])]
                facts = (ends, shown, [places[topic.id][place] for place in stretch])
                made_from, finding = before.ranges.get((topic.id, shown[0].id), (None, None))
                if made_from != facts:
                    finding = self._finding(transcript, topic, stretch, places[topic.id])
                now.ranges[topic.id, shown[0].id] = facts, finding
                if finding is not None and finding.confidence >= min_confidence:
                    yield finding
        if memory is not None:
            memory[self.name] = now

    def _finding(
        self, transcript: Transcript, topic: Topic, places: Sequence[int], hits: Mapping[int, list[Hit]]
    ) -> Finding | None:
        """Return what there is to suggest for the turns from the first to the last of `places`, None where they have the topic.

        What has a broader or a narrower topic has it too. A turn between those with keywords belongs to them unless it has
        another topic. The key is that of all the words, so that tagging some of the turns leaves a decision as it is.
        """
        related = _related(transcript, topic)
        told = set(places)
        wanted: list[tuple[int, Turn]] = []
        for place in range(places[0], places[-1] + 1):
            turn = transcript.visible[place]
            if related.isdisjoint(turn.topics) and (place in told or not turn.topics):
                wanted.append((place, turn))
        lacking = [place for place, _ in wanted if place in told]
        if not lacking:
            return None
        spans = {place: _spans(transcript, transcript.visible[place].id, hits[place]) for place in places}
        whole = tuple(span for place in places for span in spans[place])
        rules: dict[str, list[tuple[int, Hit]]] = defaultdict(list)
        for place in places:
            for hit in hits[place]:
                rules[hit.rule].append((place, hit))
        tags = tuple((turn.id, topic.id) for _, turn in wanted)
        only = tuple((turn.id, topic.id) for place, turn in wanted if place in told)
        name = " / ".join(transcript.topic_paths[topic.id])
        return Finding(
            finding_key(transcript, self.name, f"topic_suggested {topic.id}", whole),
            self.name,
            "topic_suggested",
            CONFIDENCES[min(len(rules), len(CONFIDENCES)) - 1],
            tuple(span for place in lacking for span in spans[place]),
            tuple(_evidence(transcript, rules)),
            Fix(msg("Tag {n} turns with {topic}", n=len(tags), topic=name), tags=tags),
            Fix(msg("Tag only the {n} turns with these words", n=len(only)), tags=only) if len(only) < len(tags) else None,
        )


def _stretches(places: Sequence[int]) -> Iterator[list[int]]:
    """Divide places in order where two neighbours are not near each other."""
    stretch: list[int] = []
    for place in places:
        if stretch and place - stretch[-1] > NEAR:
            yield stretch
            stretch = []
        stretch.append(place)
    if stretch:
        yield stretch


def _related(transcript: Transcript, topic: Topic) -> set[TopicId]:
    """Return the topic, those that it is a part of, and its parts."""
    path = transcript.topic_paths[topic.id]
    return {i for i, other in transcript.topic_paths.items() if other[: len(path)] == path or path[: len(other)] == other}


def _spans(transcript: Transcript, turn_id: TurnId, hits: Sequence[Hit]) -> list[Span]:
    """Return the words of a turn that rules hold on, each once."""
    ranges: list[tuple[int, int]] = []
    for hit in sorted(hits, key=lambda hit: hit.start):
        if ranges and hit.start < ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], hit.end))
        else:
            ranges.append((hit.start, hit.end))
    return [Span.of(transcript, turn_id, start, end) for start, end in ranges]


def _evidence(transcript: Transcript, rules: Mapping[str, Sequence[tuple[int, Hit]]]) -> Iterator[Message]:
    """Say of each rule which words it holds on and where, and what the confidence comes from."""
    for rule, found in rules.items():
        turns = [transcript.visible[place] for place, _ in found]
        words = dict.fromkeys(turn.text[hit.start : hit.end].casefold() for turn, (_, hit) in zip(turns, found, strict=True))
        numbers = list(dict.fromkeys(str(transcript.position(turn.id) + 1) for turn in turns))
        yield msg(
            "Rule “{rule}”: {words} (turns: {turns})",
            rule=rule,
            words=", ".join(f"“{word}”" for word in list(words)[:MOST_NUMBERS]),
            turns=", ".join(numbers[:MOST_NUMBERS]) + (" …" if len(numbers) > MOST_NUMBERS else ""),
        )
    yield msg("The confidence says only how many different rules hold: {count}", count=len(rules))
