"""Examines a call for mislabelled speakers: turn by turn, block by block, and as a whole."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice, pairwise
from typing import Any, NamedTuple

from annotator.core.finding import Finding, Fix, Relabel, Span, finding_key
from annotator.core.i18n import Message, msg
from annotator.core.model import Speaker, Transcript, TurnId
from annotator.detectors import speakers_calls as calls
from annotator.detectors import speakers_roles as roles
from annotator.detectors.base import Progress
from annotator.detectors.speakers_cues import Cue
from annotator.detectors.speakers_evidence import Reasons
from annotator.detectors.speakers_models import Models, facts, judge
from annotator.detectors.speakers_stream import Spoken, decided, spoken_turns, stretch_of, stretches, talkers

DETECTOR = calls.DETECTOR

BLOCK = 400
CONTEXT = 10
"""Turns are weighed in blocks, so that progress is seen, work can be cancelled and an edit concerns one or two of them; the
context keeps the seams from showing."""

OTHERS = 0.15
"""A third voice may have so large a share of the words (a greeting machine, a colleague); with more it is no talk of two."""

KNOWN = 0.3
"""Russian and English talks have 0.4 to 0.9 of their words in the lexicon, Ukrainian 0.25, most languages hardly any."""
ENOUGH = 3000
"""So many words tell the language."""

HARD = 1.5
"""Cues of this strength together are evidence enough to say of a whole turn that it is the other speaker's."""
SURE_TURN = 0.85
UNSURE = 0.69
"""Without such cues, a turn that is less likely wrong than SURE_TURN is kept under the threshold by this confidence."""

REPEATED = 0.65
"""So often a turn that only repeats others has another label than its neighbour for no reason. The repeat itself is shown by
the detector of duplicates, so this stays under the threshold."""

WORTH = 2.0
"""A part of a turn is given to the other speaker only where so many words more are expected to be right than wrong."""

PLACES = 3
NEGLIGIBLE = 1e-3
NEARLY = 0.5
BESIDE = 3


class Examined(NamedTuple):
    """What was found in a block of turns, and what the border before each tells (see `Block.changes`)."""

    findings: tuple[Finding, ...]
    changes: list[float]


class Move(NamedTuple):
    """Words start..end of line n that may be the other speaker's.

    `gain`: how many words more are right than wrong when they are given to the other; `chance`: that it is exactly these.
    """

    gain: float
    chance: float
    n: int
    start: int
    end: int


def examine(
    transcript: Transcript,
    trained: Models,
    least: float,
    ignore: Collection[Span],
    before: Mapping[Any, Examined],
    seen: dict[Any, Examined],
) -> Iterator[Finding | Progress]:
    """Yield the candidates, of single turns those of confidence `least` or more.

    `ignore` are words that are no speech of their own. Blocks of turns that are as they were `before` are taken from there; all
    go into `seen`.
    """
    said = talkers(transcript)
    people = two_of(said)
    labels = {speaker.id: people.index(speaker) if speaker in people else 0 for speaker, _ in said}
    whole = list(spoken_turns(transcript, labels, ignore))
    if not whole or not known(trained, [spoken.words for spoken in whole]):
        return
    lexicon = roles.lexicon_of(transcript.role_words)
    if len(people) < 2:
        if finding := calls.shared_id(transcript, whole, calls.border_changes(trained.boundary, whole)):
            yield finding
        return
    if len(said) > 2:
        yield from calls.extra_speakers(transcript, people, whole, calls.border_changes(trained.boundary, whole))
        if sum(n for _, n in said[2:]) > OTHERS * sum(n for _, n in said):
            return
    runs = stretches(whole, {speaker.id for speaker in people})
    turns = [spoken for run in runs for spoken in run]
    if not turns:
        return
    if finding := calls.roles_swapped(transcript, people, turns, lexicon):
        yield finding
    if least <= REPEATED:
        yield from _repeated(transcript, people, {spoken.turn.id for spoken in whole})
    changes: list[float] = []
    for run in runs:
        for start in range(0, len(run), BLOCK):
            first = max(0, start - CONTEXT)
            some = run[first : start + BLOCK + CONTEXT]
            reported = range(start - first, min(start - first + BLOCK, len(some)))
            as_it_is = tuple((spoken.turn, spoken.label, spoken.decided, spoken.ignored) for spoken in some)
            key = least, people, transcript.role_words, reported, as_it_is
            examined = before.get(key)
            if examined is None:
                block = Block(transcript, people, some, reported, trained, least)
                examined = Examined(tuple(block.findings()), block.changes())
            seen[key] = examined
            yield from seen[key].findings
            changes += seen[key].changes
            yield Progress(len(changes), len(transcript.visible))
    yield from calls.labels_flipped(transcript, people, turns, lexicon, changes)


def _repeated(transcript: Transcript, people: Sequence[Speaker], speech: Collection[TurnId]) -> Iterator[Finding]:
    """Yield the changes of label beside turns of which no word is speech of its own."""
    ids = {speaker.id: speaker for speaker in people}
    for before, turn in pairwise(transcript.visible):
        lone = [
            each
            for each in (turn, before)
            if each.id not in speech and any(map(str.isalnum, each.text)) and not decided(transcript, each)
        ]
        if not lone or turn.speaker_id == before.speaker_id or not {turn.speaker_id, before.speaker_id} <= ids.keys():
            continue
        spans = tuple(Span.of(transcript, each.id, 0, len(each.text)) for each in (before, turn))
        neighbour = ids[(before if lone[0] is turn else turn).speaker_id or ""]
        fix = Fix(
            msg("Give {n} words to {speaker}", n=len(lone[0].text.split()), speaker=neighbour.label),
            relabels=(Relabel(Span.of(transcript, lone[0].id, 0, len(lone[0].text)), neighbour.id),),
        )
        facts = (msg("The turn only repeats what is said elsewhere"),)
        key = finding_key(transcript, DETECTOR, "cut", spans)
        yield Finding(key, DETECTOR, "cut", REPEATED, spans, facts, fix, edge=(before.id, turn.id))


def two_of(said: Sequence[tuple[Speaker, int]]) -> tuple[Speaker, ...]:
    """Return those who say most, two where there are, in the order of the speakers."""
    return tuple(sorted((speaker for speaker, _ in said[:2]), key=lambda s: (s.rank, s.id)))


def _extents(on: Sequence[float], chance: float) -> Iterator[tuple[float, float]]:
    """Yield for one word, two, three ...: the gain of moving them and the chance that exactly these are wrong (see Move).

    `chance` is that of the first, `on` how likely each next one is wrong if the one before it is.
    """
    gain = 0.0
    for more in (*on, 0.0):
        gain += 2 * chance - 1
        yield gain, chance * (1 - more)
        chance *= more
        if chance < NEGLIGIBLE:
            return


def _best(moves: Sequence[Move]) -> Move:
    """Return of the moves that gain nearly most the likeliest: it ends where somebody may have begun to speak."""
    most = max(move.gain for move in moves)
    return max((move for move in moves if move.gain >= min(most, NEARLY * most)), key=lambda move: move.chance)


def known(trained: Models, said: Sequence[Sequence[str]]) -> bool:
    """Tell whether enough of the words are among those the models know."""
    lexicon = trained.boundary.lexicon
    codes = [lexicon.code(word) for word in islice(chain.from_iterable(said), ENOUGH)]
    return sum(map(lexicon.knows, codes)) > KNOWN * len(codes)


def same(cut: Finding, split: Finding) -> bool:
    """Tell whether the words that the cut moves are those that the split gives away, and the cut is as sure."""
    return cut.fix.relabels == split.fix.relabels and cut.confidence >= split.confidence


class Block:
    """Some turns of a stretch with a few more around them for context: what the models make of them, as findings."""

    def __init__(
        self,
        transcript: Transcript,
        people: tuple[Speaker, ...],
        turns: Sequence[Spoken],
        reported: range,
        trained: Models,
        least: float,
    ):
        self.transcript, self.people, self.turns, self.reported = transcript, people, turns, reported
        stretch = stretch_of(turns)
        self.lines = stretch.lines
        self.facts = facts(trained.boundary, trained.chain, stretch, roles.lexicon_of(transcript.role_words))
        self.cues: dict[int, list[Cue]] = {}
        for cue in self.facts.cues:
            self.cues.setdefault(cue.turn, []).append(cue)
        self.follows, self.precedes = (self.facts.posterior.follows.tolist(), self.facts.posterior.precedes.tolist())
        self.chances = judge(trained.trees, self.facts, least)
        self.least = least
        shown = [word for spoken in turns for word in spoken.shown]
        self.reasons = Reasons(trained.boundary, self.facts, shown, stretch.marks)

    def changes(self) -> list[float]:
        """Return for the border before each reported turn what its words tell of a change of speaker, in log-odds."""
        return [calls.telling(float(self.facts.change[self.lines[n].start])) if n else 0.0 for n in self.reported]

    def findings(self) -> Iterator[Finding]:
        """Yield the candidates of the reported turns that are right with a chance of `least` or more.

        Those about the same words are one finding.
        """
        first, last = self.reported.start, self.reported.stop
        cuts = {n: cut for n in range(first, last + 1) if self.chances["edge"].get(n, -1) >= self.least and (cut := self._cut(n))}
        splits = {
            n: split
            for n in range(first - 1, last)
            if self.chances["split"].get(n, -1) >= self.least and (split := self._two_speakers(n))
        }
        for n in self.reported:
            cut, split, wrong = cuts.get(n), splits.get(n), self._wrong_speaker(n)
            if cut:
                yield next((replace(cut, split=s.split) for s in (splits.get(n - 1), split) if s and same(cut, s)), cut)
            beside = [c for c in (cut, cuts.get(n + 1)) if c]
            if split and not any(same(c, split) for c in beside):
                yield split
            if wrong and not any(c.fix.relabels == wrong.fix.relabels for c in beside):
                yield wrong

    def _cut(self, n: int) -> Finding | None:
        """The change of label before line n, as a finding that it is false; None where both speakers are decided."""
        before, line = self.lines[n - 1], self.lines[n]
        decided_before, decided = self.turns[n - 1].decided, self.turns[n].decided
        if decided_before and decided:
            return None
        i = line.start
        moves = [] if decided_before else self._tails(n - 1, i, 1.0 if decided else self.chances["edge_tail"][n])
        moves += [] if decided else self._heads(n, i, 1.0 if decided_before else self.chances["edge_head"][n])
        best = _best(moves)
        likely = sorted((move for move in moves if move.n == best.n and move != best), key=lambda move: -move.chance)
        others = [move for move in moves if move.n != best.n]
        first, *places = (self._fix(move) for move in (best, *likely[: PLACES - 1]))
        spans = self._span(n - 1, max(before.start, i - BESIDE), i), self._span(n, i, min(line.end, i + BESIDE))
        return Finding(
            finding_key(self.transcript, DETECTOR, "cut", spans),
            DETECTOR,
            "cut",
            self.chances["edge"][n],
            spans,
            (*self.reasons.torn(i, before.start, line.end), *self._told(best)),
            first,
            self._fix(_best(others)) if others else None,
            edge=(self.turns[n - 1].turn.id, self.turns[n].turn.id),
            places=tuple(places),
            expected_words=self._wrong_words(n - 1) + self._wrong_words(n),
        )

    def _two_speakers(self, n: int) -> Finding | None:
        """The likeliest place in line n where the other speaker begins; None where the speaker is decided.

        Where neither part is likely enough to be the other's, the turn is only split, and who speaks is left to the reviewer.
        """
        if self.turns[n].decided:
            return None
        line, i = self.lines[n], self.facts.place(n)
        turn, at = self.turns[n].turn.id, self.turns[n].places[i - line.start][0]
        parts = self._heads(n, i, self.chances["split_head"][n]), self._tails(n, i, self.chances["split_tail"][n])
        second, first = sorted(map(_best, parts))
        fix, alternative = self._fix(first), self._fix(second)
        if first.gain < WORTH:
            fix, alternative = Fix(msg("Split here, the speaker stays"), split=(turn, at)), fix
        spans = (self._span(n, max(line.start, i - BESIDE), min(line.end, i + BESIDE)),)
        return Finding(
            finding_key(self.transcript, DETECTOR, "two_speakers", spans),
            DETECTOR,
            "two_speakers",
            self.chances["split"][n],
            spans,
            (*self.reasons.begins(i, line.start, line.end), *self._told(first)),
            fix,
            alternative,
            split=(turn, at),
            expected_words=self._wrong_words(n),
        )

    def _wrong_speaker(self, n: int) -> Finding | None:
        """Line n as a finding that all of it is the other speaker's; None where that is too unlikely or the speaker is decided."""
        line, confidence = self.lines[n], self.chances["turn"][n]
        if sum(cue.strength for cue in self.cues.get(n, ())) < HARD and confidence < SURE_TURN:
            confidence = min(confidence, UNSURE)
        if self.turns[n].decided or confidence < self.least:
            return None
        whole = Move(0.0, 1.0, n, line.start, line.end)
        told = list(self._told(whole))
        for k, own in ((n, n - 1), (n + 1, n + 1)):
            if 0 <= own < len(self.lines):
                i = self.lines[k].start
                left, following = self.reasons.quote(i, self.lines[k - 1].start, self.lines[k].end)
                if self.facts.false[i] > 0.5 and self.lines[own].label != line.label:
                    told.append(msg("The sentence runs on: “{left} | {right}”", left=left, right=following))
                elif self.facts.false[i] > 0.5:
                    told.append(msg("One answers the other under the same name: “{left} | {right}”", left=left, right=following))
        told.append(msg("By the turns around it, the speaker is wrong in {percent} of 100 cases", percent=round(100 * confidence)))
        spans = (self._span(n, line.start, line.end),)
        key = finding_key(self.transcript, DETECTOR, "wrong_speaker", spans)
        words = self._wrong_words(n)
        return Finding(key, DETECTOR, "wrong_speaker", confidence, spans, tuple(told), self._fix(whole), expected_words=words)

    def _wrong_words(self, n: int) -> float:
        """Return how many words of line n are expected to be the other speaker's."""
        return float(self.facts.posterior.wrong[self.lines[n].start : self.lines[n].end].sum())

    def _told(self, move: Move) -> Iterator[Message]:
        """Yield the cues that the words are the other speaker's."""
        start = self.lines[move.n].start
        for cue in self.cues.get(move.n, ()):
            if cue.strength > 0 and start + cue.end > move.start and start + cue.start < move.end:
                yield cue.fact

    def _tails(self, n: int, i: int, chance: float) -> list[Move]:
        """Return the ways in which the words of line n before i may be wrong; `chance` is that of the last of them."""
        start = self.lines[n].start
        extents = _extents(self.precedes[start + 1 : i][::-1], chance)
        return [Move(gain, exact, n, i - size, i) for size, (gain, exact) in enumerate(extents, 1)]

    def _heads(self, n: int, i: int, chance: float) -> list[Move]:
        """Return the ways in which the words of line n from i on may be wrong; `chance` is that of the first of them."""
        extents = _extents(self.follows[i + 1 : self.lines[n].end], chance)
        return [Move(gain, exact, n, i, i + size) for size, (gain, exact) in enumerate(extents, 1)]

    def _fix(self, move: Move) -> Fix:
        """Give the words to the other speaker."""
        speaker = self.people[1 - self.lines[move.n].label]
        span = self._span(move.n, move.start, move.end)
        label = msg("Give {n} words to {speaker}", n=move.end - move.start, speaker=speaker.label)
        return Fix(label, relabels=(Relabel(span, speaker.id),))

    def _span(self, n: int, start: int, end: int) -> Span:
        """Words start..end of line n; where they reach the ends of the turn, all of it there."""
        spoken, line = self.turns[n], self.lines[n]
        at = 0 if start == line.start else spoken.places[start - line.start][0]
        to = len(spoken.turn.text) if end == line.end else spoken.places[end - 1 - line.start][1]
        return Span.of(self.transcript, spoken.turn.id, at, to)
