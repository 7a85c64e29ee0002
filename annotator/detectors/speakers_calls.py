"""What is wrong with the labels of a whole call: roles that are swapped, labels that flip, more ids than people or fewer."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import exp, log

import numpy as np

from annotator.core.finding import Finding, Fix, Relabel, Span, finding_key
from annotator.core.i18n import Message, msg
from annotator.core.model import Speaker, SpeakerId, Transcript
from annotator.detectors import speakers_roles as roles
from annotator.detectors.speakers_boundary import CHANGE, Boundary, Floats, answer
from annotator.detectors.speakers_cues import PER_WEIGHT
from annotator.detectors.speakers_labels import Posterior
from annotator.detectors.speakers_stream import Spoken, stretch_of

DETECTOR = "speakers"
SIGNS_NAMED = 6
LEAST_SIGNS = 3

RARE = -2.6
"""Log-odds of a change of speaker at any gap: what the boundary model says beyond it is what the words tell."""
MOST = 3.0
"""No border tells more than this, in log-odds."""
AGREED = 0.5
"""Borders of one call are not independent: so much of what each tells is counted."""

FLIPS = 0.004
"""How likely labels flip at a border."""
FLIPPED_TURNS = 3
CLEAR = 2.0
"""Both the flipped turns and the others must speak this clearly, in standard deviations: signs also fall in talks without roles."""

SAME_PERSON, THIRD_PERSON = 0.35, 0.3
"""How likely a third id is each of the two people, and how likely somebody else, before anything is known."""
NEXT_TO_OTHER = 0.9
"""So many of the neighbours of a person's turns are the other's, where two talk."""

TWO_PEOPLE = 0.2
"""How likely a call under one name is a talk of two, before anything is known."""
LEAST_TURNS = 4


def roles_swapped(
    transcript: Transcript, people: Sequence[Speaker], turns: Sequence[Spoken], lexicon: roles.Lexicon
) -> Finding | None:
    """Return the finding that the roles are swapped, None where the speakers have no roles or speak as their roles do."""
    sides = [roles.named_side(speaker.role, speaker.name, lexicon=lexicon) for speaker in people]
    if set(sides) != {roles.AGENT, roles.CLIENT}:
        return None
    said = Counter[int]()
    for spoken in turns:
        said[spoken.label] += len(spoken.words)
    signs = roles.signs(((spoken.label, spoken.words) for spoken in turns), lexicon)
    first_is_agent = roles.clearly_agent(signs, said[0] / said.total())
    confidence = 1 - first_is_agent if sides[0] == roles.AGENT else first_is_agent
    against = [sign for sign in signs if sign.side != sides[sign.label]]
    if confidence < 0.5 or len(against) < LEAST_SIGNS:
        return None
    others = len(signs) - len(against)
    facts = [msg("There are {n} signs that the roles are swapped, and {others} that they are not", n=len(against), others=others)]
    for label, speaker in enumerate(people):
        listed = _listed([sign for sign in against if sign.label == label])
        if listed and sides[label] == roles.AGENT:
            facts.append(msg("{speaker} speaks as a client does: {words}", speaker=speaker.label, words=listed))
        elif listed:
            facts.append(msg("{speaker} speaks as an agent does: {words}", speaker=speaker.label, words=listed))
    telling = sorted(against, key=lambda sign: (-sign.weight, sign.place))[:SIGNS_NAMED]
    first, second = people
    fix = Fix(msg("Swap the two roles"), swap_roles=(first.id, second.id))
    key = finding_key(transcript, DETECTOR, "roles_swapped", ())
    return Finding(key, DETECTOR, "roles_swapped", confidence, _places(transcript, turns, telling), tuple(facts), fix)


def labels_flipped(
    transcript: Transcript, people: Sequence[Speaker], turns: Sequence[Spoken], lexicon: roles.Lexicon, changes: Sequence[float]
) -> Iterator[Finding]:
    """Yield stretches of turns in which each of the two speaks as the other does elsewhere.

    The turns are a chain of two states, which of the labels serves; `changes` are, for the border before each turn, the
    log-odds of a change of speaker by the words (see `border_changes`). What the roles are called does not matter here.
    """
    signs = roles.signs(((spoken.label, spoken.words) for spoken in turns), lexicon)
    places = [sign.place[0] for sign in signs]
    told = np.zeros(len(turns))
    for sign in signs:
        told[sign.place[0]] += PER_WEIGHT * sign.weight * (1 if _first_serves(sign) else -1)
    told = np.clip(told, -MOST, MOST)
    flips = [log(FLIPS)] * len(turns)
    for n in range(1, len(turns)):
        # A flip turns a border of two labels into one within a speaker, and the other way round.
        flips[n] += -changes[n] if turns[n].label != turns[n - 1].label else changes[n]
    first_serves = _weigh(told, flips)
    sizes = [len(spoken.words) for spoken in turns]
    mostly = float(np.average(first_serves, weights=sizes)) >= 0.5
    wrong = 1 - first_serves if mostly else first_serves
    n = 0
    while n < len(turns):
        end = n
        while end < len(turns) and wrong[end] > 0.5 and not turns[end].decided:
            end += 1
        run = turns[n:end]
        if len(run) >= FLIPPED_TURNS and len({spoken.label for spoken in run}) == 2:
            first, last = (bisect_left(places, turn) for turn in (n, end))
            inside, outside = signs[first:last], signs[:first] + signs[last:]
            against = [sign for sign in inside if _first_serves(sign) != mostly]
            clear = min(_clear(inside), _clear(outside))
            if clear >= CLEAR and len({sign.label for sign in against}) == 2:
                yield _flipped(transcript, people, turns, n, end, tempered(float(wrong[n:end].mean())), against)
        n = max(end, n + 1)


def _first_serves(sign: roles.Sign) -> bool:
    """Tell whether by this sign the first of the two serves and the second is served."""
    return (sign.side == roles.AGENT) == (sign.label == 0)


def _clear(signs: Sequence[roles.Sign]) -> float:
    """Return by how many standard deviations the signs differ from such as fall at random."""
    score = sum(sign.weight if _first_serves(sign) else -sign.weight for sign in signs)
    return float(abs(score) / max(1.0, sum(sign.weight**2 for sign in signs) ** 0.5))


def _weigh(told: Floats, flips: Sequence[float]) -> Floats:
    """Return how likely each turn is in the first of two states.

    `told` are the log-odds of the first state by each turn, `flips` those of a change before it.
    """
    first, change = 1 / (1 + np.exp(-told)), 1 / (1 + np.exp(-np.array(flips)))
    moves = np.stack([(1 - change) * first, change * (1 - first), change * first, (1 - change) * (1 - first)], 1)
    return 1 - Posterior(list(map(tuple, moves.tolist())), float(1 - first[0])).wrong


def _flipped(
    transcript: Transcript,
    people: Sequence[Speaker],
    turns: Sequence[Spoken],
    start: int,
    end: int,
    confidence: float,
    against: Sequence[roles.Sign],
) -> Finding:
    run = turns[start:end]
    number = transcript.position(run[0].turn.id) + 1
    if end == len(turns):
        facts = [msg("From turn {first} on the labels are the other way round: {n} signs", n=len(against), first=number)]
    else:
        last = transcript.position(run[-1].turn.id) + 1
        facts = [
            msg(
                "From turn {first} to {last} the labels are the other way round: {n} signs", n=len(against), first=number, last=last
            )
        ]
    for label, speaker in enumerate(people):
        listed = _listed([sign for sign in against if sign.label == label])
        if listed:
            facts.append(msg("{speaker} speaks there as the other does elsewhere: {words}", speaker=speaker.label, words=listed))
    whole = [(spoken, Span.of(transcript, spoken.turn.id, 0, len(spoken.turn.text))) for spoken in run]
    fix = Fix(
        msg("Swap the speakers of {n} turns", n=len(run)),
        relabels=tuple(Relabel(span, people[1 - spoken.label].id) for spoken, span in whole),
    )
    spans = _places(transcript, turns, sorted(against, key=lambda sign: sign.place)[:SIGNS_NAMED])
    # The first turn leads: it is where the labels flip.
    spans = (whole[0][1], *(span for span in spans if span.turn_id != run[0].turn.id))
    key = finding_key(transcript, DETECTOR, "labels_flipped", spans)
    return Finding(key, DETECTOR, "labels_flipped", confidence, spans, tuple(facts), fix)


def telling(change: float) -> float:
    """Return what the words at a border tell of a change of speaker beyond how rare it is, in log-odds."""
    return min(MOST, max(-MOST, change - RARE))


def tempered(chance: float) -> float:
    """Return a chance that counts only part of the evidence, since what tells it is not independent (see AGREED)."""
    odds = (chance / max(1e-9, 1 - chance)) ** AGREED
    return float(odds / (1 + odds))


def border_changes(boundary: Boundary, turns: Sequence[Spoken]) -> list[float]:
    """Return for the border before each turn what its words tell of a change of speaker, in log-odds; 0 before the first."""
    stretch = stretch_of(turns)
    gaps = boundary.gaps([boundary.lexicon.code(word) for word in stretch.words], stretch.marks)
    change = answer(gaps, CHANGE)
    return [0.0, *(telling(float(change[line.start])) for line in stretch.lines[1:])]


def extra_speakers(
    transcript: Transcript, people: Sequence[Speaker], turns: Sequence[Spoken], changes: Sequence[float]
) -> Iterator[Finding]:
    """Yield ids besides those of `people` that seem to be one of them.

    Were it the same person, sentences would run on between the two, and the other would be the one who answers. An id is left
    alone where a person has decided that a turn is its own.
    """
    ids = [spoken.turn.speaker_id or "" for spoken in turns]
    decided = {spoken.turn.speaker_id or "" for spoken in turns if spoken.decided}
    for extra in sorted(set(ids) - {speaker.id for speaker in people} - decided):
        same = [log(SAME_PERSON), log(SAME_PERSON)]
        third = log(THIRD_PERSON)
        beside = Counter[SpeakerId]()
        run_on: list[int] = []
        for n in range(1, len(turns)):
            pair = {ids[n - 1], ids[n]}
            if extra not in pair or len(pair) != 2 or not pair <= {extra, people[0].id, people[1].id}:
                continue
            neighbour = next(iter(pair - {extra}))
            beside[neighbour] += 1
            third += AGREED * log(0.5)
            for k, speaker in enumerate(people):
                if speaker.id == neighbour:
                    same[k] += AGREED * (log(1 - NEXT_TO_OTHER) - changes[n])
                    if changes[n] < 0:
                        run_on.append(n)
                else:
                    same[k] += AGREED * log(NEXT_TO_OTHER)
        if not beside:
            continue
        k = 0 if same[0] > same[1] else 1
        confidence = 1 / (1 + exp(same[1 - k] - same[k]) + exp(third - same[k]))
        if confidence > 0.5:
            yield _extra(transcript, people[k], people[1 - k], extra, turns, ids, beside, confidence, run_on)


def _extra(
    transcript: Transcript,
    person: Speaker,
    other: Speaker,
    extra: SpeakerId,
    turns: Sequence[Spoken],
    ids: Sequence[SpeakerId],
    beside: Mapping[SpeakerId, int],
    confidence: float,
    run_on: Sequence[int],
) -> Finding:
    speaker = transcript.speaker(extra)
    name = speaker.label if speaker else extra
    facts: list[Message] = [
        msg("Beside the turns of {extra} {n} times {other} speaks, {times} times {person}", extra=name, n=beside[other.id],
            other=other.label, times=beside[person.id], person=person.label)
    ]  # fmt: skip
    for n in run_on[:3]:
        if person.id in (ids[n - 1], ids[n]):
            left, right = " ".join(turns[n - 1].shown[-4:]), " ".join(turns[n].shown[:4])
            facts.append(msg("The sentence runs on: “{left} | {right}”", left=left, right=right))
    own = [spoken.turn for spoken, speaker_id in zip(turns, ids, strict=True) if speaker_id == extra]
    spans = tuple(Span.of(transcript, turn.id, 0, len(turn.text)) for turn in own)
    fix = Fix(
        msg("Give {n} turns to {speaker}", n=len(own), speaker=person.label),
        relabels=tuple(Relabel(span, person.id) for span in spans),
    )
    spans = spans[:SIGNS_NAMED]
    key = finding_key(transcript, DETECTOR, "extra_speaker", spans)
    return Finding(key, DETECTOR, "extra_speaker", confidence, spans, tuple(facts), fix)


def shared_id(transcript: Transcript, turns: Sequence[Spoken], changes: Sequence[float]) -> Finding | None:
    """Return the finding that two people speak under the one id of the call, None where it does not look so."""
    if len(turns) < LEAST_TURNS or any(spoken.decided for spoken in turns):
        return None
    score = AGREED * sum(log(0.5 * exp(told) + 0.5) for told in changes[1:])
    confidence = 1 / (1 + (1 - TWO_PEOPLE) / TWO_PEOPLE * exp(-score))
    other = [False]
    for told in changes[1:]:
        other.append(other[-1] != (told > 0))
    if confidence < 0.5 or not any(other):
        return None
    answers = [n for n in range(1, len(turns)) if changes[n] > 0]
    facts = [msg("{n} of {borders} borders of turns look as if another person went on", n=len(answers), borders=len(turns) - 1)]
    for n in sorted(answers, key=lambda n: -changes[n])[:3]:
        left, right = " ".join(turns[n - 1].shown[-4:]), " ".join(turns[n].shown[:4])
        facts.append(msg("One answers the other under the same name: “{left} | {right}”", left=left, right=right))
    taken = {s.id for s in transcript.speakers}
    new = next(f"SPK{k:02}" for k in range(len(taken) + 1) if f"SPK{k:02}" not in taken)
    spans = tuple(
        Span.of(transcript, spoken.turn.id, 0, len(spoken.turn.text))
        for spoken, is_other in zip(turns, other, strict=True)
        if is_other
    )
    fix = Fix(msg("Give {n} turns to {speaker}", n=len(spans), speaker=new), relabels=tuple(Relabel(span, new) for span in spans))
    key = finding_key(transcript, DETECTOR, "shared_id", spans[:SIGNS_NAMED])
    return Finding(key, DETECTOR, "shared_id", confidence, spans[:SIGNS_NAMED], tuple(facts), fix)


def _listed(signs: Sequence[roles.Sign]) -> str:
    """Return the words of the most telling signs, and how often each is said."""
    uses = Counter(sign.text for sign in signs)
    weights = {sign.text: sign.weight * uses[sign.text] for sign in signs}
    return ", ".join(f"{text} ×{uses[text]}" for text in sorted(uses, key=lambda text: (-weights[text], text))[:SIGNS_NAMED])


def _places(transcript: Transcript, turns: Sequence[Spoken], signs: Sequence[roles.Sign]) -> tuple[Span, ...]:
    spans = []
    for n, start, end in sorted(sign.place for sign in signs):
        places = turns[n].places
        spans.append(Span.of(transcript, turns[n].turn.id, places[start][0], places[end - 1][1]))
    return tuple(spans)
