"""What was done in a call and in a project, in numbers: findings and decisions, words and turns changed, who speaks how much."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from annotator.core.i18n import tr
from annotator.core.model import Decision, SpeakerId, Transcript, TranscriptId, Turn
from annotator.formats.spreadsheet import table
from annotator.scores import Words, aligned, character_errors, concatenated, matched

Kind = tuple[str, str]
"""A detector, and a kind of its findings."""

_PAUSE = 200
"""Turns after which somebody who has other things to do is let in."""


@dataclass(frozen=True, slots=True)
class Decided:
    """Findings of a kind: how many of them were right, and how many are left.

    `accepted` are all that the reviewer repaired, `otherwise` those of them that were repaired in another way than proposed
    first: by the alternative, at another place, or by another speaker ("alternative" and "relabelled"). The suspicion was
    right, so they count for the detector. `left` is None where it is not known what the detectors find now.
    """

    accepted: int = 0
    otherwise: int = 0
    dismissed: int = 0
    left: int | None = None

    @property
    def decided(self) -> int:
        return self.accepted + self.dismissed

    @property
    def found(self) -> int:
        """All findings that are known of."""
        return self.decided + (self.left or 0)

    @property
    def precision(self) -> float | None:
        """The share of the decided findings that were right."""
        return self.accepted / self.decided if self.decided else None

    def __add__(self, other: Decided) -> Decided:
        known = [left for left in (self.left, other.left) if left is not None]
        return Decided(
            self.accepted + other.accepted,
            self.otherwise + other.otherwise,
            self.dismissed + other.dismissed,
            sum(known) if known else None,
        )


@dataclass(frozen=True, slots=True)
class Talk:
    """What a speaker says in visible turns; `ms` is the length of those whose start and end are known, None without any.

    `place` is the speaker's in the order of the call, in a project that by words; -1 where it is unclear who speaks.
    """

    label: str
    turns: int
    words: int
    ms: int | None
    place: int = -1


@dataclass(frozen=True, kw_only=True)
class Statistics:
    """The numbers of some calls. A word is one with a letter or digit; case, ё and marks at its ends make no difference."""

    calls: int
    done: int
    checked: int
    """Calls of which it is known what the detectors find now."""
    turns: int
    """Visible turns, and of them `reviewed`."""
    reviewed: int
    changed: int
    """Turns that differ from the source in any of the ways that follow."""
    text_changed: int
    """Visible turns with another text, were it only a comma."""
    speaker_changed: int
    """Visible turns with another speaker, or that had several."""
    divided: int
    """Imported turns whose words stand in several turns now; moving words over a border makes one too."""
    joined: int
    """Turns with words of several imported turns."""
    hidden: int
    right: int
    """Words of the corrected text that the source has too."""
    replaced: int
    """Words that the source has wrong (substitutions of the recogniser)."""
    removed: int
    """Words that the source has and that are none, those of hidden turns included (insertions of the recogniser)."""
    added: int
    """Words that the source lacks (deletions of the recogniser)."""
    standing: int
    """Imported words behind visible turns, and of them `relabelled` those that another speaker says now."""
    relabelled: int
    characters: int
    """Of the corrected text, in normal form with a space between words; `characters_wrong` of them are others in the source."""
    characters_wrong: int
    speaker_errors: int
    """Words that are wrong, too many or missing when each speaker's are taken one after the other (see scores.concatenated)."""
    opposite: int
    """Words that stand opposite a word of the source, the same or another; `of_others` are another speaker's there."""
    of_others: int
    talk: tuple[Talk, ...]
    kinds: Mapping[Kind, Decided]
    seconds: float
    """Of work, breaks left out."""

    @property
    def findings(self) -> Decided:
        """All kinds together."""
        return sum(self.kinds.values(), Decided(left=0 if self.checked else None))

    @property
    def words(self) -> int:
        """Words of the corrected text."""
        return self.right + self.replaced + self.added

    @property
    def words_changed(self) -> int:
        return self.replaced + self.removed + self.added

    @property
    def wer(self) -> float | None:
        """The word error rate of the source, the corrected text being right; None without words."""
        return self.words_changed / self.words if self.words else None

    @property
    def cer(self) -> float | None:
        """The character error rate of the source."""
        return self.characters_wrong / self.characters if self.characters else None

    @property
    def cpwer(self) -> float | None:
        """The word error rate of the source with words of the wrong speaker as errors (see scores)."""
        return self.speaker_errors / self.words if self.words else None

    @property
    def wder(self) -> float | None:
        """The word diarization error rate of the source (see scores)."""
        return self.of_others / self.opposite if self.opposite else None

    @property
    def speaker_rate(self) -> float | None:
        """The share of words that another speaker says than the source has it."""
        return self.relabelled / self.standing if self.standing else None


@dataclass(frozen=True, kw_only=True)
class CallStatistics(Statistics):
    id: TranscriptId
    name: str
    recogniser: str
    """The format of what was imported, which is that of who wrote it."""


def of_call(transcript: Transcript, open_findings: Counter[Kind] | None, seconds: float) -> CallStatistics:
    """Count a call; `open_findings` are those that nobody has decided, None where it has not been checked."""
    counting = count_call(transcript, open_findings, seconds)
    while True:
        try:
            next(counting)
        except StopIteration as end:
            counted: CallStatistics = end.value
            return counted


def count_call(
    transcript: Transcript, open_findings: Counter[Kind] | None, seconds: float
) -> Generator[None, None, CallStatistics]:
    """Count a call as `of_call` does, pausing often, for those who must not be held up."""
    pieces = Counter[int]()
    for n, turn in enumerate(transcript.turns, 1):
        if n % _PAUSE == 0:
            yield
        pieces.update({span.number for span in turn.sources})
    marks, words = Counter[str](), Counter[str]()
    talk: dict[SpeakerId | None, Talk] = {}
    run, numbers_of = _Run(), Words()
    said: dict[SpeakerId | None, list[int]] = defaultdict(list)
    shared = Counter[tuple[SpeakerId | None, SpeakerId | None]]()
    for n, turn in enumerate(transcript.turns, 1):
        if n % _PAUSE == 0:
            yield
        source = transcript.source_text(turn)
        numbers = {span.number for span in turn.sources}
        marks["joined"] += len(numbers) > 1
        if turn.hidden:
            words["removed"] += _count(source)
            words["wrong"] += numbers_of.length(numbers_of.of(source))
            marks["changed"] += 1
            continue
        ours = numbers_of.of(turn.text)
        spoken = len(ours)
        said[turn.speaker_id] += ours
        words["characters"] += numbers_of.length(ours)
        talk[turn.speaker_id] = _more(talk.get(turn.speaker_id), transcript, turn, spoken)
        if turn.text == source:
            # What was left as it is stands where it stood: only what lies between such turns is aligned.
            yield from run.count(numbers_of, words, shared)
            run = _Run()
            words["right"] += spoken
        else:
            run.add(ours, turn.speaker_id)
            for span in turn.sources:
                imported = transcript.source_turn(span.number)
                run.add_source(numbers_of.of(imported.text[span.start : span.end]), imported.speaker_id)
        for span in turn.sources:
            imported = transcript.source_turn(span.number)
            whole = turn.text == source and len(turn.sources) == 1
            behind = spoken if whole else _count(imported.text[span.start : span.end])
            words["standing"] += behind
            words["relabelled"] += behind if imported.speaker_id != turn.speaker_id else 0
            if turn.text == source:
                shared[turn.speaker_id, imported.speaker_id] += behind
        differs = (turn.text != source, transcript.source_speakers(turn) not in ((turn.speaker_id,), ()))
        marks["text"] += differs[0]
        marks["speaker"] += differs[1]
        marks["changed"] += any(differs) or len(numbers) != 1 or any(pieces[number] > 1 for number in numbers)
    yield from run.count(numbers_of, words, shared)
    heard: dict[SpeakerId | None, list[int]] = defaultdict(list)
    for n, imported in enumerate(transcript.source.turns, 1):
        if n % _PAUSE == 0:
            yield
        heard[imported.speaker_id] += numbers_of.of(imported.text)
    speaker_errors = yield from concatenated(said, heard)
    opposite = shared.total()
    visible = transcript.visible
    counted = CallStatistics(
        id=transcript.id,
        name=transcript.header.name,
        recogniser=transcript.source.format,
        calls=1,
        done=int(transcript.header.done),
        checked=0,
        turns=len(visible),
        reviewed=sum(turn.reviewed for turn in visible),
        changed=marks["changed"],
        text_changed=marks["text"],
        speaker_changed=marks["speaker"],
        divided=sum(n > 1 for n in pieces.values()),
        joined=marks["joined"],
        hidden=len(transcript.turns) - len(visible),
        right=words["right"],
        replaced=words["replaced"],
        removed=words["removed"],
        added=words["added"],
        standing=words["standing"],
        relabelled=words["relabelled"],
        characters=max(0, words["characters"] - 1),
        characters_wrong=words["wrong"],
        speaker_errors=speaker_errors,
        opposite=opposite,
        of_others=opposite - matched(shared),
        talk=tuple(sorted(talk.values(), key=lambda one: (-one.words, one.label))),
        kinds=_kinds(transcript.decisions.values()),
        seconds=seconds,
    )
    return with_left(counted, open_findings)


def of_project(calls: Iterable[CallStatistics]) -> Statistics:
    """Return the sums; speakers count together where they have the same role (without one: the same name)."""
    calls = list(calls)
    kinds: dict[Kind, Decided] = {}
    talk: dict[str, Talk] = {}
    for call in calls:
        for kind, decided in call.kinds.items():
            kinds[kind] = kinds[kind] + decided if kind in kinds else decided
        for one in call.talk:
            other = talk.get(one.label, Talk(one.label, 0, 0, None))
            known = [ms for ms in (one.ms, other.ms) if ms is not None]
            talk[one.label] = Talk(one.label, one.turns + other.turns, one.words + other.words, sum(known) if known else None)
    added = {
        field.name: sum(getattr(call, field.name) for call in calls)
        for field in fields(Statistics)
        if field.name not in ("talk", "kinds")
    }
    by_words = sorted(talk.values(), key=lambda t: (not t.label, -t.words))
    placed = tuple(replace(one, place=n if one.label else -1) for n, one in enumerate(by_words))
    return Statistics(**added, talk=placed, kinds=dict(sorted(kinds.items())))


def by_recogniser(calls: Iterable[CallStatistics]) -> dict[str, Statistics]:
    """Return the sums of the calls of each recogniser, in the order of their names."""
    of: dict[str, list[CallStatistics]] = defaultdict(list)
    for call in calls:
        of[call.recogniser].append(call)
    return {recogniser: of_project(own) for recogniser, own in sorted(of.items())}


def recogniser_title(recogniser: str, titles: Mapping[str, str]) -> str:
    """Return what a recogniser is called; `titles` are those of the formats, by name."""
    # The title of that one says how it is written.
    return tr("Plain text") if recogniser == "text" else titles.get(recogniser, recogniser)


def with_left(call: CallStatistics, open_findings: Counter[Kind] | None) -> CallStatistics:
    """Return the same call with other findings left: those change while it is checked, and nothing else does."""
    left = open_findings if open_findings is not None else Counter[Kind]()
    decided = {kind: own for kind, own in call.kinds.items() if own.decided or left[kind]}
    known = open_findings is not None
    kinds = {k: replace(decided.get(k, Decided()), left=left[k] if known else None) for k in sorted(decided.keys() | left.keys())}
    return replace(call, checked=int(known), kinds=kinds)


def summary(call: CallStatistics) -> str:
    """Return the call in one line, for its end."""
    findings = call.findings
    decided = [tr("{n} accepted", n=findings.accepted), tr("{n} dismissed", n=findings.dismissed)]
    if findings.left is not None:
        decided.append(tr("{n} left", n=findings.left))
    parts = [
        tr("{n} findings", n=findings.found) + ": " + ", ".join(decided),
        tr("{n} turns changed", n=call.changed),
    ]
    if call.wer is not None:
        parts.append(tr("WER {rate}", rate=percent(call.wer, 1)))
    if call.seconds >= 30:
        parts.append(duration(call.seconds))
    return " · ".join(parts)


def percent(share: float | None, digits: int = 0) -> str:
    """Return a share as people read it, with a space that does not break; a dash where there is none."""
    return "–" if share is None else f"{100 * share:.{digits}f}\N{NO-BREAK SPACE}%"


def duration(seconds: float) -> str:
    """Return hours and minutes, from the half minute on the next one."""
    minutes = int(seconds / 60 + 0.5)
    if minutes < 60:
        return tr("{minutes} min", minutes=minutes)
    return tr("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)


# ---------------------------------------------------------------------- counting


def _spoken(word: str) -> bool:
    return word.isalnum() or any(map(str.isalnum, word))


def _count(text: str) -> int:
    return sum(map(_spoken, text.split()))


class _Run:
    """Turns that follow each other whose text is not that of the source: their words, and who says each."""

    def __init__(self) -> None:
        self._words: tuple[list[int], list[int]] = [], []
        self._speakers: tuple[list[SpeakerId | None], list[SpeakerId | None]] = [], []

    def add(self, words: list[int], speaker_id: SpeakerId | None, place: int = 0) -> None:
        """Add words of the corrected text."""
        self._words[place].extend(words)
        self._speakers[place].extend([speaker_id] * len(words))

    def add_source(self, words: list[int], speaker_id: SpeakerId | None) -> None:
        """Add words of the source."""
        self.add(words, speaker_id, 1)

    def count(
        self, numbers_of: Words, words: Counter[str], shared: Counter[tuple[SpeakerId | None, SpeakerId | None]]
    ) -> Iterator[None]:
        """Count words that are right, replaced, removed and added, wrong characters, and who says words that stand opposite."""
        if not any(self._words):
            return
        chunks = yield from aligned(*self._words, numbers_of)
        for chunk in chunks:
            mine, other = chunk.end - chunk.start, chunk.other_end - chunk.other_start
            words[_KINDS_OF_CHUNK[chunk.kind]] += max(mine, other)
            if mine and other:
                here = self._speakers[0][chunk.start : chunk.end]
                shared.update(zip(here, self._speakers[1][chunk.other_start : chunk.other_end], strict=True))
        words["wrong"] += yield from character_errors(*self._words, chunks, numbers_of)


_KINDS_OF_CHUNK = {"equal": "right", "substitute": "replaced", "insert": "removed", "delete": "added"}


def _more(talk: Talk | None, transcript: Transcript, turn: Turn, words: int) -> Talk:
    """Return what the turn's speaker has said with this turn."""
    if talk is None:
        speaker = transcript.speaker(turn.speaker_id)
        label = "" if speaker is None else speaker.role or speaker.label
        talk = Talk(label, 0, 0, None, transcript.speaker_place(turn.speaker_id))
    ms = talk.ms
    if turn.start_ms is not None and turn.end_ms is not None:
        ms = (ms or 0) + max(0, turn.end_ms - turn.start_ms)
    return replace(talk, turns=talk.turns + 1, words=talk.words + words, ms=ms)


def _kinds(decisions: Iterable[Decision]) -> dict[Kind, Decided]:
    verdicts: dict[Kind, Counter[str]] = defaultdict(Counter)
    for decision in decisions:
        verdicts[decision.detector, decision.kind][decision.verdict] += 1
    return {
        kind: Decided(own.total() - own["dismissed"], own["alternative"] + own["relabelled"], own["dismissed"])
        for kind, own in verdicts.items()
    }


# ---------------------------------------------------------------------- tables


Row = dict[str, Any]


def as_row(statistics: Statistics) -> Row:
    """Return the numbers by name, for tables and JSON; None what is not known."""
    findings = statistics.findings
    first: Row = {"calls": statistics.calls}
    if isinstance(statistics, CallStatistics):
        first = {"id": statistics.id, "name": statistics.name, "recogniser": statistics.recogniser}
    return first | {
        "done": statistics.done,
        "turns": statistics.turns,
        "reviewed": statistics.reviewed,
        **_findings_row(findings),
        "turns_changed": statistics.changed,
        "text_changed": statistics.text_changed,
        "speaker_changed": statistics.speaker_changed,
        "divided": statistics.divided,
        "joined": statistics.joined,
        "hidden": statistics.hidden,
        "words": statistics.words,
        "words_changed": statistics.words_changed,
        "substitutions": statistics.replaced,
        "deletions": statistics.added,
        "insertions": statistics.removed,
        "wer": _rounded(statistics.wer),
        "characters": statistics.characters,
        "characters_wrong": statistics.characters_wrong,
        "cer": _rounded(statistics.cer),
        "speaker_errors": statistics.speaker_errors,
        "cpwer": _rounded(statistics.cpwer),
        "opposite": statistics.opposite,
        "of_others": statistics.of_others,
        "wder": _rounded(statistics.wder),
        "speaker_words": statistics.relabelled,
        "speaker_rate": _rounded(statistics.speaker_rate),
        "seconds": round(statistics.seconds),
    }


def kind_rows(statistics: Statistics) -> list[Row]:
    """Return one row per kind of findings."""
    return [
        {"detector": detector, "kind": kind, **_findings_row(decided)} for (detector, kind), decided in statistics.kinds.items()
    ]


def talk_rows(statistics: Statistics) -> list[Row]:
    """Return one row per speaker, with shares of words and, where turns have times, of time."""
    words, ms = sum(t.words for t in statistics.talk), sum(t.ms or 0 for t in statistics.talk)
    return [
        {
            "speaker": talk.label,
            "turns": talk.turns,
            "words": talk.words,
            "share_of_words": _rounded(talk.words / words if words else None),
            "seconds": None if talk.ms is None else round(talk.ms / 1000),
            "share_of_time": _rounded(talk.ms / ms if talk.ms is not None and ms else None),
        }
        for talk in statistics.talk
    ]


def calls_csv(calls: Sequence[CallStatistics]) -> bytes:
    """Return a table for spreadsheets: a row a call, and the sums."""
    total = as_row(of_project(calls))
    rows = [as_row(call) for call in calls]
    return _csv([*rows, {"name": "total", **total}], [name for name in ("id", "name", "recogniser", *total) if name != "calls"])


def kinds_csv(calls: Sequence[CallStatistics]) -> bytes:
    """Return a table for spreadsheets: a row per call and kind of findings, and the sums."""
    rows = [{"id": call.id, "name": call.name, **row} for call in calls for row in kind_rows(call)]
    rows += [{"name": "total", **row} for row in kind_rows(of_project(calls))]
    return _csv(rows, ["id", "name", "detector", "kind", *_findings_row(Decided())])


def _findings_row(decided: Decided) -> Row:
    return {
        "found": decided.found,
        "accepted": decided.accepted,
        "accepted_otherwise": decided.otherwise,
        "dismissed": decided.dismissed,
        "left": decided.left,
        "precision": _rounded(decided.precision),
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _csv(rows: Sequence[Row], columns: Sequence[str]) -> bytes:
    return table([columns, *(["" if row.get(column) is None else str(row[column]) for column in columns] for row in rows)])
