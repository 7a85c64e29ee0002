"""Commands on findings: accept, dismiss, think again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace

from annotator.core.change import Change, Step
from annotator.core.commands import allowed, speakers, topics, turns
from annotator.core.commands._sources import behind
from annotator.core.errors import CommandError, StaleChange
from annotator.core.finding import Finding, Fix, Relabel, Replacement, Span
from annotator.core.i18n import msg
from annotator.core.model import Decision, SourceSpan, SpeakerId, Transcript, TurnId
from annotator.core.text import cut


def accept(
    transcript: Transcript, finding: Finding, alternative: bool = False, seconds: float | None = None, place: int = 0
) -> Change:
    """Apply the fix (or the alternative) to the transcript as it is now, and remember the decision, in one change.

    `place` n is the n-th of the finding's further places, 0 the place of its fix. Raises StaleChange when words that the
    finding speaks of no longer stand there.
    """
    ways = (finding.alternative if alternative else finding.fix, *finding.places)
    fix = ways[place] if place < len(ways) else None
    if fix is None:
        raise CommandError(msg("There is no second way to repair this."))
    if not (finding.current(transcript) and fix.current(transcript)):
        raise StaleChange(msg("The words have changed since this was found; nothing was done."))
    removed = tuple(
        source for span in fix.removes for source in behind(transcript, transcript.turn(span.turn_id), span.start, span.end)
    )
    verdict = "alternative" if alternative or place else "accepted"
    decision = Change(fix.label, (_decided(transcript, finding, verdict, removed, seconds),))
    return Change.join(fix.label, [*_repairs(transcript, fix), decision])


def accept_all(transcript: Transcript, findings: Collection[Finding]) -> Change:
    """Accept findings as one change, last words first, passing over those that an earlier repair has made obsolete."""
    current = [f for f in findings if f.current(transcript)]
    changes = []
    ends = {f.key: max(((transcript.position(s.turn_id), s.end) for s in f.spans), default=(-1, 0)) for f in current}
    for finding in sorted(current, key=lambda f: ends[f.key], reverse=True):
        if finding.current(transcript):
            changes.append(accept(transcript, finding))
            transcript = transcript.apply(changes[-1])
    if not changes:
        raise CommandError(msg("None of these findings is current any more."))
    return Change.join(msg("Accept {n} findings", n=len(changes)), changes)


def dismiss(transcript: Transcript, finding: Finding, seconds: float | None = None) -> Change:
    """Remember that this is fine as it is; it is not shown again until its words change."""
    return Change(msg("Dismiss a finding"), (_decided(transcript, finding, "dismissed", (), seconds),))


def allow_repeat(transcript: Transcript, finding: Finding, seconds: float | None = None) -> Change:
    """Dismiss a duplicate run and let its words be repeated from now on, in all calls of the project."""
    changes = [allowed.allow(transcript, finding.phrase), dismiss(transcript, finding, seconds)]
    return Change.join(msg("Never report this repeat"), changes)


def relabel_instead(
    transcript: Transcript,
    finding: Finding,
    turn_ids: Collection[TurnId],
    speaker_id: SpeakerId | None,
    seconds: float | None = None,
) -> Change:
    """Give turns another speaker in answer to a finding that proposed something else, and remember it as decided."""
    relabelled = speakers.relabel(transcript, turn_ids, speaker_id)
    decision = Change(relabelled.label, (_decided(transcript, finding, "relabelled", (), seconds),))
    return Change.join(relabelled.label, [relabelled, decision])


def set_done(transcript: Transcript, done: bool) -> Change:
    """Mark the whole call as done, or as not."""
    label = msg("Mark the call as done") if done else msg("Mark the call as not done")
    return Change.of(label, [(transcript.header, replace(transcript.header, done=done))])


def _decided(
    transcript: Transcript, finding: Finding, verdict: str, removed: tuple[SourceSpan, ...], seconds: float | None
) -> Step:
    decision = Decision(transcript.id, finding.key, verdict, finding.detector, finding.kind, finding.confidence, removed, seconds)
    return Step(transcript.decisions.get(finding.key), decision)


def _repairs(transcript: Transcript, fix: Fix) -> Iterator[Change]:
    """Yield the changes of a fix, each computed on the result of the one before.

    Speakers that are not there yet come first: where all turns carry one id, the second person has none. Words go next
    and the words to relabel are found again in what is left; whole turns are relabelled then, so that the parts, taken
    from the last to the first, see who their neighbours are and leave the places before them alone.
    """
    for speaker_id in dict.fromkeys(r.speaker_id for r in fix.relabels):
        if transcript.speaker(speaker_id) is None:
            change = speakers.add(transcript, speaker_id)
            yield change
            transcript = transcript.apply(change)
    relabels = sorted(fix.relabels, key=lambda r: (transcript.position(r.span.turn_id), r.span.start), reverse=True)
    if fix.removes:
        change, relabels = _remove(transcript, fix.removes, relabels)
        yield change
        transcript = transcript.apply(change)
    for relabel in sorted(relabels, key=lambda r: not _whole(transcript, r.span)):
        for change in _relabel(transcript, relabel):
            yield change
            transcript = transcript.apply(change)
    for change in _replace(transcript, fix.replaces):
        yield change
        transcript = transcript.apply(change)
    for topic_id in dict.fromkeys(topic_id for _, topic_id in fix.tags):
        change = topics.tag(transcript, [turn_id for turn_id, of in fix.tags if of == topic_id], topic_id)
        yield change
        transcript = transcript.apply(change)
    if fix.split:
        yield turns.split(transcript, *fix.split)
    if fix.swap_roles:
        yield speakers.swap_roles(transcript, *fix.swap_roles)


def _remove(transcript: Transcript, spans: Collection[Span], relabels: list[Relabel]) -> tuple[Change, list[Relabel]]:
    """Return the change that removes words, hiding turns that keep none, and the relabels that are left to do after it."""
    ranges: dict[TurnId, list[tuple[int, int]]] = defaultdict(list)
    for span in spans:
        ranges[span.turn_id].append((span.start, span.end))
    pairs = []
    for turn_id, gone in ranges.items():
        turn = transcript.turn(turn_id)
        text = cut(turn.text, gone)
        pairs.append((turn, replace(turn, text=text) if text else replace(turn, hidden=True)))

    def place(turn_id: TurnId, at: int) -> int:
        return len(cut(transcript.turn(turn_id).text[:at], [(s, e) for s, e in ranges[turn_id] if s < at]))

    left = []
    for r in relabels:
        turn_id, start, end = r.span.turn_id, r.span.start, r.span.end
        if turn_id in ranges:
            start, end = place(turn_id, start), place(turn_id, end)
        if start < end:
            left.append(replace(r, span=replace(r.span, start=start, end=end)))
    return Change.of(msg("Remove words"), pairs), left


def _replace(transcript: Transcript, replaces: Collection[Replacement]) -> Iterator[Change]:
    """Yield one change per turn, its last words replaced first, so that the places before them hold."""
    by_turn: dict[TurnId, list[Replacement]] = defaultdict(list)
    for replacement in sorted(replaces, key=lambda r: r.span.start, reverse=True):
        by_turn[replacement.span.turn_id].append(replacement)
    for turn_id, own in by_turn.items():
        text = transcript.turn(turn_id).text
        for replacement in own:
            text = text[: replacement.span.start] + replacement.text + text[replacement.span.end :]
        yield turns.set_text(transcript, turn_id, text)


def _whole(transcript: Transcript, span: Span) -> bool:
    text = transcript.turn(span.turn_id).text
    return not text[: span.start].strip() and not text[span.end :].strip()


def _relabel(transcript: Transcript, relabel: Relabel) -> Iterator[Change]:
    """Yield the changes that give words to a speaker: to a neighbouring turn of that speaker, else as a turn of their own."""
    span, speaker_id = relabel.span, relabel.speaker_id
    turn = transcript.turn(span.turn_id)
    if turn.speaker_id == speaker_id:
        return
    before, after = transcript.previous(turn.id), transcript.next(turn.id)
    head, tail = turn.text[: span.start].strip(), turn.text[span.end :].strip()
    if not head and not tail:
        yield speakers.relabel(transcript, [turn.id], speaker_id)
    elif not head and before and before.speaker_id == speaker_id:
        yield turns.move_words_to_previous(transcript, turn.id, span.end)
    elif not tail and after and after.speaker_id == speaker_id:
        yield turns.move_words_to_next(transcript, turn.id, span.start)
    elif not tail:
        yield turns.split(transcript, turn.id, span.start, speaker_id)
    else:
        change = turns.split(transcript, turn.id, span.end)
        yield change
        transcript = transcript.apply(change)
        if head:
            yield turns.split(transcript, turn.id, span.start, speaker_id)
        else:
            yield speakers.relabel(transcript, [turn.id], speaker_id)
