"""The duplicate-run detector: words that the recogniser or the diarizer wrote down more than once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import reduce

from annotator.core.finding import Finding, Fix, Span, finding_key
from annotator.core.i18n import Message, msg
from annotator.core.model import Transcript
from annotator.detectors.base import Progress
from annotator.detectors.duplicates_align import Pair, Stream, align, stretches
from annotator.detectors.duplicates_plan import DuplicateRun, Scored, plan
from annotator.detectors.duplicates_score import Scorer, load_weights, probability

_NATURAL = {1: 120, 2: 17, 3: 4, 4: 1}
"""How often people say so many words (4: or more) twice in a row, per 10,000 words: the mean of five clean corpora."""

_CARRIED = 3
"""So many words at most are carried over a boundary; longer copies are overlaps."""

_SHORT_SHOWN = 0.75
"""The confidence from which a run of so few words is shown, unless even less likely ones are asked for."""


class Duplicates:
    """Finds copies of words in neighbouring turns and inside a turn, and proposes which copy goes."""

    name = "duplicates"
    title = msg("Duplicate runs")
    kinds = {
        "overlap": msg("Overlapping turns"),
        "growth": msg("Growing run"),
        "chain": msg("Run over several turns"),
        "repeat": msg("Repeated turn"),
        "carried": msg("Carried words"),
        "phrase": msg("Repeated phrase"),
        "loop": msg("Loop"),
    }
    threshold = 0.62

    def __init__(self) -> None:
        self._artefact, self._later = load_weights()

    def find(self, transcript: Transcript, *, min_confidence: float, ignore: Collection[Span] = ()) -> Iterator[Finding | Progress]:
        stream = Stream(transcript.visible, ignore)
        pairs: list[Pair] = []
        for item in align(stream):
            if isinstance(item, Progress):
                yield item
            else:
                pairs.append(item)
        scorer = Scorer(stream, pairs)
        least = min(min_confidence, self.threshold)
        scored = []
        for n, pair in enumerate(pairs):
            if n % 2000 == 0:
                yield Progress(len(stream.turn_ids), len(stream.turn_ids))
            if scorer.numeric(pair):
                continue
            artefact = probability(self._artefact, scorer.artefact(pair))
            if artefact >= least:
                scored.append(Scored(pair, artefact, probability(self._later, scorer.later(pair))))
        for run in plan(stream, scored, self.threshold):
            if run.confidence >= self._shown(run, min_confidence):
                yield self._finding(transcript, stream, run)

    def _shown(self, run: DuplicateRun, min_confidence: float) -> float:
        """Return the confidence a run needs: a few words that come again are mostly meant."""
        short = not run.loops and max(map(len, run.copies)) <= _CARRIED
        return max(min_confidence, _SHORT_SHOWN) if short and min_confidence >= self.threshold else min_confidence

    def _finding(self, transcript: Transcript, stream: Stream, run: DuplicateRun) -> Finding:
        def spans(ranges: Iterable[range]) -> tuple[Span, ...]:
            return tuple(
                Span.of(transcript, stream.turn_ids[stream.turn[k.start]], stream.places[k.start][0], stream.places[k[-1]][1])
                for k in sorted(ranges, key=lambda k: k.start)
            )

        goes = stretches(run.goes, stream)
        copies = spans([*stretches(run.stays, stream), *goes])
        kind = _kind(stream, run)
        other = run.other_way()
        return Finding(
            finding_key(transcript, self.name, " ".join([kind, *_occurrences(transcript, copies)]), copies),
            self.name,
            kind,
            run.confidence,
            copies,
            tuple(_evidence(transcript, stream, run)),
            Fix(_label(run, run.goes), spans(goes)),
            Fix(_label(run, other), spans(stretches(other, stream))),
        )


def _occurrences(transcript: Transcript, spans: tuple[Span, ...]) -> Iterator[str]:
    """Say per span the how-manieth place of its turn it is that reads so: the same words can be two findings in one turn."""
    for span in spans:
        yield str(transcript.turn(span.turn_id).text.count(span.text, 0, span.start))


def _kind(stream: Stream, run: DuplicateRun) -> str:
    copies = run.all_copies
    if run.loops:
        return "loop"
    if all(stream.starts(copy.start) and stream.starts(copy.stop) for copy in copies):
        return "repeat"
    if stream.turn[copies[0].start] == stream.turn[copies[-1][-1]]:
        return "phrase"
    if max(map(len, copies)) <= _CARRIED:
        return "carried"
    sizes = [len(copy) for copy in copies]
    if len(copies) > 2:
        return "growth" if sizes == sorted(sizes) and sizes[0] < sizes[-1] else "chain"
    first, second = copies
    at_edge = stream.trail(first[-1]) < _CARRIED and stream.lead(second.start) < _CARRIED
    return "overlap" if at_edge and stream.turn[second.start] - stream.turn[first[-1]] == 1 else "chain"


def _label(run: DuplicateRun, goes: set[int]) -> Message:
    copies = run.all_copies
    left = [n for n, copy in enumerate(copies, 1) if 2 * len(goes.intersection(copy)) < len(copy)]
    if len(copies) == 2:
        return msg("Drop the first copy") if left == [2] else msg("Drop the second copy")
    if left == [1]:
        return msg("Keep only the first copy")
    if left == [len(copies)]:
        return msg("Keep only the last copy")
    return msg("Keep only copy {number}", number=left[0]) if len(left) == 1 else msg("Drop the marked copies")


def _evidence(transcript: Transcript, stream: Stream, run: DuplicateRun) -> Iterator[Message]:
    """Say what the strongest pair and the run as a whole consist of."""
    pair = run.pairs[0]
    if pair.period:
        times = 1 + len(pair.b) // pair.period
        yield msg("The same {n} words stand here {times} times without a pause", n=pair.period, times=times)
    else:
        total = max(len(pair.a), len(pair.b))
        exact = sum(stream.words[i] == stream.words[j] for i, j in pair.links)
        if exact == total:
            yield msg("{n} words in a row are the same", n=total)
        else:
            yield msg("{exact} of {n} words are the same, {alike} begin alike", exact=exact, n=total, alike=len(pair.links) - exact)
    places = [_place(transcript, stream, copy) for copy in (run.all_copies if not pair.period else [pair.a, pair.b])]
    yield msg("Where: {places}", places=reduce(lambda before, place: msg("{before}; {place}", before=before, place=place), places))
    if not pair.period and pair.gap > 0:
        yield msg("{n} words lie between the copies", n=pair.gap)
    speakers = {stream.speakers[stream.turn[k]] for k in (*run.stays, *run.goes)}
    if None not in speakers:
        yield msg("The same speaker each time") if len(speakers) == 1 else msg("Different speakers")
    size = pair.period or len(pair.links)
    rate = _NATURAL[min(size, 4)]
    if size < 4:
        yield msg("In clean speech {n} words come twice in a row about {rate} times in 10,000 words", n=size, rate=rate)
    else:
        yield msg("In clean speech 4 or more words come twice in a row about once in 10,000 words")


def _place(transcript: Transcript, stream: Stream, copy: range) -> Message:
    first, last = (transcript.position(stream.turn_ids[stream.turn[k]]) + 1 for k in (copy.start, copy[-1]))
    if first != last:
        return msg("turns {first} to {last}", first=first, last=last)
    starts, ends = stream.starts(copy.start), stream.starts(copy.stop)
    if starts and ends:
        return msg("the whole of turn {turn}", turn=first)
    if starts:
        return msg("the start of turn {turn}", turn=first)
    return msg("the end of turn {turn}", turn=first) if ends else msg("inside turn {turn}", turn=first)
