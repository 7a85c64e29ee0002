"""Mislabelled speakers: sentences cut between speakers, two people in one turn, turns of the wrong person, swapped roles."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from annotator.core.finding import Finding, Fix, Relabel, Span, finding_key
from annotator.core.i18n import Message, msg
from annotator.core.model import Speaker, SpeakerId, Transcript, Turn, TurnId
from annotator.core.text import normal, words
from annotator.detectors import speakers_roles as roles
from annotator.detectors.base import Progress
from annotator.detectors.speakers_boundary import ASKS, NO_MARKS, NONE, STOP, Boundary, from_bytes, mark
from annotator.detectors.speakers_evidence import Stream
from annotator.detectors.speakers_labels import Chain, Line, Posterior
from annotator.detectors.speakers_words import Lexicon

BLOCK = 200
CONTEXT = 10
"""Turns are weighed in blocks, so that progress is seen and work can be cancelled; the context keeps the seams from showing."""

OTHERS = 0.15
"""A third voice may have so large a share of the words (a greeting machine, a colleague); with more it is no talk of two."""

MARKED = 0.02
"""Where fewer words than this have a stop after them, the recogniser does not punctuate, and its few stops mean nothing."""

KNOWN = 0.3
"""Russian and English talks have 0.4 to 0.9 of their words in the lexicon, Ukrainian 0.25, most languages hardly any."""

BESIDE = 3
SIGNS_NAMED = 6

People = tuple[Speaker, Speaker]


@dataclass(frozen=True, slots=True)
class Models:
    boundary: Boundary
    chain: Chain


@cache
def models() -> Models:
    """Return the trained models, loaded once per process."""
    folder = files(__package__)
    data = json.loads(folder.joinpath("speakers.json").read_text(encoding="utf-8"))
    lexicon = Lexicon(data["words"], data["tags"])
    return Models(Boundary(lexicon, from_bytes(folder.joinpath("speakers.bin").read_bytes())), Chain(**data["chain"]))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A turn with the words that count: their places, as they stand, in normal form, and the punctuation after them."""

    turn: Turn
    label: int
    places: list[tuple[int, int]]
    shown: list[str]
    words: list[str]
    marks: list[int]


class Speakers:
    """Finds words that carry the wrong speaker, in calls of two people.

    It is silent where more people talk, and where it does not know the language.
    """

    name = "speakers"
    title = msg("Mislabelled speakers")
    kinds: Mapping[str, Message] = {
        "cut": msg("Cut sentence"),
        "two_speakers": msg("Two people in one turn"),
        "wrong_speaker": msg("Wrong speaker"),
        "roles_swapped": msg("Roles swapped"),
    }
    quiet: frozenset[str] = frozenset()
    threshold = 0.7

    def find(
        self,
        transcript: Transcript,
        *,
        min_confidence: float,
        ignore: Collection[Span] = (),
        memory: dict[str, Any] | None = None,  # noqa: ARG002 - the whole call is weighed anew each time
    ) -> Iterator[Finding | Progress]:
        total = len(transcript.visible)
        people = main_speakers(transcript)
        stretches = list(_stretches(transcript, people, ignore)) if people else []
        if people and _known(stretches):
            swapped = roles_swapped(transcript, people, [spoken for stretch in stretches for spoken in stretch])
            if swapped and swapped.confidence >= min_confidence:
                yield swapped
            done = 0
            for stretch in stretches:
                for start in range(0, len(stretch), BLOCK):
                    block = Block(transcript, people, stretch, start)
                    yield from (finding for finding in block.findings() if finding.confidence >= min_confidence)
                    done += min(BLOCK, len(stretch) - start)
                    yield Progress(done, total)
        yield Progress(total, total)


def main_speakers(transcript: Transcript) -> People | None:
    """Return the two people of the call in the order of the speakers; None where there are fewer, or where others say much."""
    said: Counter[SpeakerId | None] = Counter()
    for turn in transcript.visible:
        said[turn.speaker_id] += len(turn.text.split())
    main = sorted((s for s in transcript.speakers if said[s.id]), key=lambda s: -said[s.id])[:2]
    if len(main) < 2 or said.total() - sum(said[s.id] for s in main) > OTHERS * said.total():
        return None
    first, second = sorted(main, key=lambda s: (s.rank, s.id))
    return first, second


def _stretches(transcript: Transcript, people: People, ignore: Collection[Span]) -> Iterator[list[Spoken]]:
    """Yield runs of turns of the two people, without the words to ignore; a turn of somebody else ends a run."""
    labels = {speaker.id: label for label, speaker in enumerate(people)}
    ignored: dict[TurnId, list[Span]] = {}
    for span in ignore:
        ignored.setdefault(span.turn_id, []).append(span)
    run: list[Spoken] = []
    for turn in transcript.visible:
        if turn.speaker_id in labels:
            spoken = _spoken(turn, labels[turn.speaker_id], ignored.get(turn.id, ()))
            if spoken.words:
                run.append(spoken)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _spoken(turn: Turn, label: int, ignored: Sequence[Span]) -> Spoken:
    spoken = Spoken(turn, label, [], [], [], [])
    for word in words(turn.text):
        if any(span.start <= word.start < span.end for span in ignored):
            continue
        form = normal(word.text).replace("’", "'")
        if any(c.isalnum() for c in form):
            spoken.places.append((word.start, word.end))
            spoken.shown.append(word.text)
            spoken.words.append(form)
            spoken.marks.append(mark(word.text))
        elif spoken.marks and mark(word.text) != NONE:
            spoken.marks[-1] = mark(word.text)
    return spoken


def _known(stretches: Sequence[Sequence[Spoken]]) -> bool:
    """Tell whether enough of the words are among those the models know."""
    lexicon = models().boundary.lexicon
    codes = [lexicon.code(word) for run in stretches for spoken in run for word in spoken.words]
    return sum(map(lexicon.knows, codes)) > KNOWN * len(codes)


def roles_swapped(transcript: Transcript, people: People, turns: Sequence[Spoken]) -> Finding | None:
    """Return the finding that the roles are swapped, None where the speakers have no roles or speak as their roles do."""
    sides = [roles.named_side(speaker.role, speaker.name) for speaker in people]
    if set(sides) != {roles.AGENT, roles.CLIENT}:
        return None
    said = Counter[int]()
    for spoken in turns:
        said[spoken.label] += len(spoken.words)
    signs = roles.signs((spoken.label, spoken.words) for spoken in turns)
    first_is_agent = roles.chance_agent(signs, said[0] / said.total())
    confidence = 1 - first_is_agent if sides[0] == roles.AGENT else first_is_agent
    against = [sign for sign in signs if sign.side != sides[sign.label]]
    if confidence < 0.5 or not against:
        return None
    others = len(signs) - len(against)
    facts = [msg("There are {n} signs that the roles are swapped, and {others} that they are not", n=len(against), others=others)]
    for label, speaker in enumerate(people):
        uses = Counter(sign.text for sign in against if sign.label == label)
        weights = {sign.text: sign.weight * uses[sign.text] for sign in against}
        most = sorted(uses, key=lambda text: (-weights[text], text))[:SIGNS_NAMED]
        listed = ", ".join(f"{text} ×{uses[text]}" for text in most)
        if most and sides[label] == roles.AGENT:
            facts.append(msg("{speaker} speaks as a client does: {words}", speaker=speaker.label, words=listed))
        elif most:
            facts.append(msg("{speaker} speaks as an agent does: {words}", speaker=speaker.label, words=listed))
    telling = sorted(against, key=lambda sign: (-sign.weight, sign.place))[:SIGNS_NAMED]
    spans = []
    for n, start, end in sorted(sign.place for sign in telling):
        places = turns[n].places
        spans.append(Span.of(transcript, turns[n].turn.id, places[start][0], places[end - 1][1]))
    first, second = people
    fix = Fix(msg("Swap the two roles"), swap_roles=(first.id, second.id))
    key = finding_key(transcript, Speakers.name, "roles_swapped", ())
    return Finding(key, Speakers.name, "roles_swapped", confidence, tuple(spans), tuple(facts), fix)


def same(cut: Finding, split: Finding) -> bool:
    """Tell whether the words that the cut moves are those that the split gives away, and the cut is as sure."""
    return cut.fix.relabels == split.fix.relabels and cut.confidence >= split.confidence


class Block:
    """Some turns of a stretch with a few more around them for context: what the models make of them, as findings."""

    def __init__(self, transcript: Transcript, people: People, stretch: Sequence[Spoken], start: int):
        first = max(0, start - CONTEXT)
        self.transcript, self.people = transcript, people
        self.turns = stretch[first : start + BLOCK + CONTEXT]
        self.reported = range(start - first, min(start - first + BLOCK, len(self.turns)))
        self.lines: list[Line] = []
        at = 0
        for spoken in self.turns:
            self.lines.append(Line(at, at + len(spoken.words), spoken.label, len(spoken.turn.text)))
            at += len(spoken.words)
        marks = [m for spoken in self.turns for m in spoken.marks]
        if sum(m in (STOP, ASKS) for m in marks) < MARKED * len(marks):
            marks = [NO_MARKS] * len(marks)
        shown = [word for spoken in self.turns for word in spoken.shown]
        self.stream = Stream(models().boundary, shown, [word for spoken in self.turns for word in spoken.words], marks)
        self.posterior: Posterior = models().chain.run(self.lines, self.stream.gaps)

    def findings(self) -> Iterator[Finding]:
        """Yield every candidate of the reported turns, with its chance to be right; those about the same words are one finding."""
        known = range(len(self.lines))
        first, last = self.reported.start, self.reported.stop
        cuts = {
            n: self._cut(n) for n in range(first, last + 1) if n in known and n and self.lines[n].label != self.lines[n - 1].label
        }
        splits = {n: self._two_speakers(n) for n in range(first - 1, last) if n in known}
        for n in self.reported:
            cut, split, wrong = cuts.get(n), splits[n], self._wrong_speaker(n)
            if cut:
                yield next((replace(cut, split=s.split) for s in (splits[n - 1], split) if s and same(cut, s)), cut)
            beside = [c for c in (cut, cuts.get(n + 1)) if c]
            if split and not any(same(c, split) for c in beside):
                yield split
            if not any(c.fix.relabels == wrong.fix.relabels for c in beside):
                yield wrong

    def _cut(self, n: int) -> Finding:
        """The change of label before line n, as a finding that it is false."""
        before, line = self.lines[n - 1], self.lines[n]
        i = line.start
        _, head_wrong, tail_wrong, _ = self.posterior.pair(i)
        confidence = head_wrong + tail_wrong
        tail = n - 1, self._tail(before, i, tail_wrong / confidence), i, line.label
        head = n, i, self._head(line, i, head_wrong / confidence), before.label
        first, second = (tail, head) if tail_wrong >= head_wrong else (head, tail)
        spans = self._span(n - 1, max(before.start, i - BESIDE), i), self._span(n, i, min(line.end, i + BESIDE))
        evidence = tuple(self.stream.torn(i, before.start, line.end))
        edge = self.turns[n - 1].turn.id, self.turns[n].turn.id
        return self._finding("cut", confidence, spans, evidence, self._fix(*first), self._fix(*second), edge=edge)

    def _two_speakers(self, n: int) -> Finding | None:
        """The likeliest place in line n where the other speaker begins, None in a line of one word."""
        line = self.lines[n]
        if line.end - line.start < 2:
            return None
        pairs = [self.posterior.pair(i) for i in range(line.start + 1, line.end)]
        place = max(range(len(pairs)), key=lambda k: pairs[k][1] + pairs[k][2])
        i = line.start + 1 + place
        _, after_wrong, before_wrong, _ = pairs[place]
        after = after_wrong / (after_wrong + before_wrong)
        head = n, i, self._head(line, i, after), 1 - line.label
        tail = n, self._tail(line, i, 1 - after), i, 1 - line.label
        first, second = (head, tail) if after >= 0.5 else (tail, head)
        around = pairs[max(0, place - 1) : place + 2]
        here = max(sum(pair[1] for pair in around), sum(pair[2] for pair in around))
        anywhere = 1 - sum(self.posterior.stays(line.start, line.end, wrong) for wrong in (False, True))
        spans = (self._span(n, max(line.start, i - BESIDE), min(line.end, i + BESIDE)),)
        split = self.turns[n].turn.id, self.turns[n].places[i - line.start][0]
        evidence = tuple(self.stream.begins(i, line.start, line.end))
        fixes = self._fix(*first), self._fix(*second)
        return self._finding("two_speakers", (here + anywhere) / 2, spans, evidence, *fixes, split=split)

    def _wrong_speaker(self, n: int) -> Finding:
        """Line n as a finding that all of it is the other speaker's."""
        line = self.lines[n]
        confidence = self.posterior.stays(line.start, line.end, True)
        facts = []
        for k, own in ((n, n - 1), (n + 1, n + 1)):
            if 0 <= own < len(self.lines):
                i = self.lines[k].start
                changes = self.lines[own].label != line.label
                _, breaks, mends, _ = self.posterior.pair(i)
                left, following = self.stream.quote(i, self.lines[k - 1].start, self.lines[k].end)
                if changes and breaks + mends > 0.5:
                    facts.append(msg("The sentence runs on: “{left} | {right}”", left=left, right=following))
                elif not changes and breaks + mends > 0.5:
                    facts.append(msg("One answers the other under the same name: “{left} | {right}”", left=left, right=following))
        facts.append(msg("By the turns around it, the speaker is wrong in {percent} of 100 cases", percent=round(100 * confidence)))
        spans = (self._span(n, line.start, line.end),)
        return self._finding("wrong_speaker", confidence, spans, tuple(facts), self._fix(n, line.start, line.end, 1 - line.label))

    def _tail(self, line: Line, i: int, chance: float) -> int:
        """Where the words before i begin to be wrong: as far back as that is likelier than not; `chance` is that of word i-1."""
        for j in range(i - 1, line.start, -1):
            chance *= self.posterior.precedes(j, True, True)
            if chance < 0.5:
                return j
        return line.start

    def _head(self, line: Line, i: int, chance: float) -> int:
        """Where the words from i on end to be wrong: as far on as that is likelier than not; `chance` is that of word i."""
        for j in range(i + 1, line.end):
            chance *= self.posterior.follows(j, True, True)
            if chance < 0.5:
                return j
        return line.end

    def _fix(self, n: int, start: int, end: int, label: int) -> Fix:
        speaker = self.people[label]
        span = self._span(n, start, end)
        return Fix(msg("Give {n} words to {speaker}", n=end - start, speaker=speaker.label), relabels=(Relabel(span, speaker.id),))

    def _span(self, n: int, start: int, end: int) -> Span:
        """Words start..end of line n; where they reach the ends of the turn, all of it there."""
        spoken, line = self.turns[n], self.lines[n]
        at = 0 if start == line.start else spoken.places[start - line.start][0]
        to = len(spoken.turn.text) if end == line.end else spoken.places[end - 1 - line.start][1]
        return Span.of(self.transcript, spoken.turn.id, at, to)

    def _finding(
        self,
        kind: str,
        confidence: float,
        spans: tuple[Span, ...],
        evidence: tuple[Message, ...],
        fix: Fix,
        alternative: Fix | None = None,
        edge: tuple[TurnId, TurnId] | None = None,
        split: tuple[TurnId, int] | None = None,
    ) -> Finding:
        key = finding_key(self.transcript, Speakers.name, kind, spans)
        return Finding(key, Speakers.name, kind, min(1.0, max(0.0, confidence)), spans, evidence, fix, alternative, edge, split)
