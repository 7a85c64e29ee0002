"""The duplicate-run detector: words that the recogniser or the diarizer wrote down more than once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import reduce
from typing import Any

from annotator.core.finding import Finding, Fix, Span, finding_key
from annotator.core.i18n import Message, msg
from annotator.core.model import Transcript, Turn
from annotator.detectors.base import Progress
from annotator.detectors.duplicates_align import Stream, stretches
from annotator.detectors.duplicates_examine import FEW, Examined, Found, Options, examine
from annotator.detectors.duplicates_plan import DuplicateRun
from annotator.detectors.duplicates_score import timing
from annotator.detectors.duplicates_silence import phrases

_NATURAL = {1: 120, 2: 17, 3: 4, 4: 1}
"""How often people say so many words (4: or more) twice in a row, per 10,000 words: the mean of five clean corpora."""


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
        "silence": msg("Phrase heard in silence"),
        "disfluency": msg("Disfluency"),
    }
    quiet = frozenset({"disfluency"})
    threshold = 0.67

    def find(
        self,
        transcript: Transcript,
        *,
        min_confidence: float,
        ignore: Collection[Span] = (),
        memory: dict[str, Any] | None = None,
        learned: bytes | None = None,  # noqa: ARG002 there is nothing to learn yet
    ) -> Iterator[Finding | Progress]:
        options = Options(self.threshold, min(min_confidence, self.threshold), transcript.allowed, tuple(ignore))
        allowed = {phrase.text for phrase in transcript.allowed}
        before: Examined | None = memory.get(self.name) if memory is not None else None
        for item in examine(transcript.visible, options, before):
            if isinstance(item, Progress):
                yield item
                continue
            if memory is not None:
                memory[self.name] = item
            for found in item.found:
                finding = self._finding(transcript, found)
                if finding.confidence >= min_confidence and not (allowed and finding.phrase in allowed):
                    yield finding
            for number in item.silent:
                for finding in self._silence(transcript, transcript.visible[number]):
                    if finding.confidence >= min_confidence and not (allowed and finding.phrase in allowed):
                        yield finding

    def _finding(self, transcript: Transcript, found: Found) -> Finding:
        stream, run = found.stream, found.run
        position = transcript.position(stream.turns[stream.turn[min((*run.stays, *run.goes))]].id)
        if found.finding is None or found.position != position:
            found.position = position
            found.finding = self._made(transcript, stream, run, "disfluency" if found.stumble else _kind(stream, run))
        return found.finding

    def _made(self, transcript: Transcript, stream: Stream, run: DuplicateRun, kind: str) -> Finding:
        def spans(ranges: Iterable[range]) -> tuple[Span, ...]:
            return tuple(
                Span.of(transcript, stream.turns[stream.turn[k.start]].id, stream.place(k.start)[0], stream.place(k[-1])[1])
                for k in sorted(ranges, key=lambda k: k.start)
            )

        goes = stretches(run.goes, stream)
        copies = spans([*stretches(run.stays, stream), *goes])
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

    def _silence(self, transcript: Transcript, turn: Turn) -> Iterator[Finding]:
        number = transcript.position(turn.id) + 1
        for found in phrases(turn.text):
            if found.before:
                where = msg("inside turn {turn}", turn=number) if found.after else msg("the end of turn {turn}", turn=number)
            else:
                where = (
                    msg("the start of turn {turn}", turn=number) if found.after else msg("the whole of turn {turn}", turn=number)
                )
            spans = (Span.of(transcript, turn.id, found.start, found.end),)
            yield Finding(
                finding_key(transcript, self.name, " ".join(["silence", *_occurrences(transcript, spans)]), spans),
                self.name,
                "silence",
                found.confidence,
                spans,
                (msg("Recognisers trained on videos write this where nobody speaks"), msg("Where: {places}", places=where)),
                Fix(msg("Drop the phrase"), spans),
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
    if max(map(len, copies)) <= FEW:
        return "carried"
    sizes = [len(copy) for copy in copies]
    if len(copies) > 2:
        return "growth" if sizes == sorted(sizes) and sizes[0] < sizes[-1] else "chain"
    first, second = copies
    at_edge = stream.trail(first[-1]) < FEW and stream.lead(second.start) < FEW
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
        elif exact == len(pair.links):
            yield msg("{exact} of {n} words are the same", exact=exact, n=total)
        else:
            yield msg("{exact} of {n} words are the same, {alike} begin alike", exact=exact, n=total, alike=len(pair.links) - exact)
    places = [_place(transcript, stream, copy) for copy in (run.all_copies if not pair.period else [pair.a, pair.b])]
    yield msg("Where: {places}", places=reduce(lambda before, place: msg("{before}; {place}", before=before, place=place), places))
    if not pair.period and pair.gap > 0:
        yield msg("{n} words lie between the copies", n=pair.gap)
    speakers = {stream.speaker(k) for k in (*run.stays, *run.goes)}
    if None not in speakers:
        yield msg("The same speaker each time") if len(speakers) == 1 else msg("Different speakers")
    time = timing(stream, pair)
    if time > 0:
        yield msg("By the times of the turns nobody could have said this twice")
    elif time < 0:
        yield msg("A long silence lies between them: it may have been said again")
    size = pair.period or len(pair.links)
    rate = _NATURAL[min(size, 4)]
    if size < 4:
        yield msg("In clean speech {n} words come twice in a row about {rate} times in 10,000 words", n=size, rate=rate)
    else:
        yield msg("In clean speech 4 or more words come twice in a row about once in 10,000 words")


def _place(transcript: Transcript, stream: Stream, copy: range) -> Message:
    first, last = (transcript.position(stream.turns[stream.turn[k]].id) + 1 for k in (copy.start, copy[-1]))
    if first != last:
        return msg("turns {first} to {last}", first=first, last=last)
    starts, ends = stream.starts(copy.start), stream.starts(copy.stop)
    if starts and ends:
        return msg("the whole of turn {turn}", turn=first)
    if starts:
        return msg("the start of turn {turn}", turn=first)
    return msg("the end of turn {turn}", turn=first) if ends else msg("inside turn {turn}", turn=first)
