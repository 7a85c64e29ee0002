"""Training sets of a project: which calls can be used and what holds them up, what was decided in them, and the sets themselves.

Recipes see single calls; what needs the project, its history or the detectors is done here.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from annotator import __version__, datasets, detectors
from annotator.core.change import Change
from annotator.core.commands import review
from annotator.core.errors import AnnotatorError, Changed, CommandError, InUse, StaleChange
from annotator.core.finding import Finding
from annotator.core.history import JournalEntry
from annotator.core.i18n import msg
from annotator.core.masking import Numbers
from annotator.core.model import Decision, Header, Speaker, Transcript, TranscriptId, Turn, TurnId
from annotator.datasets import card, splits, writing
from annotator.datasets.base import SPLITS, Call, Judged, Recipe, Row, Shape, Stamp, Table, said
from annotator.datasets.preferences import PREFERENCES
from annotator.detectors import LEARNER, PERSONAL, Masker
from annotator.detectors.base import Progress
from annotator.project import LONGEST, Project

Kind = tuple[str, str]
"""A detector, and a kind of its findings."""
STRATIFY = ("topic", "length")
REVIEWERS = ("numbers", "names", "none")
MOST_TURNS = 12
"""Turns of a decision that are shown: some concern a whole call."""
COPIED = 5
"""How often it is tried to copy a project that somebody writes to."""
_FREQUENT = frozenset("the and you to i is it a that of".split())


@dataclass(frozen=True)
class Wanted:
    """What training sets are asked for. `recipes` are names, `shares` those of SPLITS, `mask` kinds of personal data."""

    recipes: tuple[str, ...]
    seed: int = 0
    shares: tuple[float, ...] = (80, 10, 10)
    all_turns: bool = False
    with_open_findings: bool = False
    formats: tuple[str, ...] = (writing.JSONL,)
    mask: tuple[str, ...] = ()
    pseudonyms: bool = False
    stratify: tuple[str, ...] = STRATIFY
    reviewers: str = REVIEWERS[0]
    shape: Shape = field(default_factory=Shape)
    languages: tuple[str, ...] = ()
    license: str = "other"


@dataclass(frozen=True)
class CallSurvey:
    """What of a call can be used: `turns` of its `visible` ones; `open` are its findings that nobody has decided."""

    id: TranscriptId
    name: str
    turns: int
    visible: int
    open: Counter[Kind]


@dataclass(frozen=True)
class Survey:
    """The calls of which something can be used, and which of them are nearly the same."""

    calls: tuple[CallSurvey, ...]
    groups: tuple[tuple[TranscriptId, ...], ...]

    @property
    def turns(self) -> int:
        return sum(call.turns for call in self.calls)

    @property
    def open(self) -> Counter[Kind]:
        return sum((call.open for call in self.calls), Counter[Kind]())


class OpenFindings(AnnotatorError):
    """Findings are left to decide; `survey` says how many in which call."""

    def __init__(self, survey: Survey):
        calls = sum(1 for call in survey.calls if call.open)
        super().__init__(
            msg(
                "{n} findings are left to decide in {calls} calls. Decide them, or have the training set made nevertheless.",
                n=survey.open.total(),
                calls=calls,
            )
        )
        self.survey = survey

    def __reduce__(self) -> tuple[Any, ...]:
        return OpenFindings, (self.survey,)


class NothingToUse(AnnotatorError):
    """No turn can be used."""

    def __init__(self, all_turns: bool):
        if all_turns:
            super().__init__(msg("The project has no turns. Import calls first."))
        else:
            super().__init__(msg("No turn is marked as reviewed. Review calls first, or take all turns."))
        self.all_turns = all_turns

    def __reduce__(self) -> tuple[Any, ...]:
        return NothingToUse, (self.all_turns,)


@dataclass(frozen=True)
class Built:
    """A training set that was written: rows and calls per table and split."""

    recipe: str
    folder: Path
    rows: Mapping[str, Mapping[str, int]]
    calls: Mapping[str, int]
    groups: tuple[tuple[TranscriptId, ...], ...]


@dataclass(frozen=True)
class _Looked:
    """A call with what the detectors find in it, by key."""

    transcript: Transcript
    chosen: frozenset[TurnId]
    found: Mapping[str, Finding]

    def survey(self) -> CallSurvey:
        decided = self.transcript.decisions
        left = Counter((f.detector, f.kind) for f in self.found.values() if f.key not in decided)
        return CallSurvey(
            self.transcript.id,
            self.transcript.header.name,
            len(self.chosen),
            len(self.transcript.visible),
            Counter(dict(sorted(left.items()))),
        )


def survey(project: Project, wanted: Wanted) -> Generator[Progress, None, Survey]:
    """Look at the calls; the value returned says what can be used of them."""
    looked = yield from _look(project, wanted, 1)
    return _survey(looked)


def build(project: Project, wanted: Wanted, target: Path, overwrite: bool = False) -> Generator[Progress, None, tuple[Built, ...]]:
    """Write the training sets into a folder, several into folders of their names in it; the value returned says what was written.

    Raises OpenFindings, NothingToUse, and FormatError where the folder cannot be written. When it ends early, nothing is there.
    """
    recipes = [datasets.by_name(name) for name in wanted.recipes]
    if writing.PARQUET in wanted.formats:
        writing.require_parquet()
    writing.refuse(target, overwrite)
    steps = 2 + len(recipes)
    looked = yield from _look(project, wanted, steps)
    if not looked:
        raise NothingToUse(wanted.all_turns)
    seen = _survey(looked)
    if seen.open and not wanted.with_open_findings:
        raise OpenFindings(seen)
    gathering = _Gathering(project, wanted, any(recipe is PREFERENCES for recipe in recipes))
    calls: list[Call] = []
    for place, one in enumerate(looked):
        yield Progress(len(looked) + place, steps * len(looked))
        calls.append(gathering.call(one))
    parts = splits.split(
        {call.transcript.id: call.key for call in calls},
        {one.transcript.id: _stratum(one, wanted.stratify) for one in looked},
        seen.groups,
        wanted.shares,
        wanted.seed,
    )
    facts = _facts(wanted, looked, seen, parts, gathering)
    built = []
    with writing.placed_folder(target, overwrite) as made:
        for place, recipe in enumerate(recipes):
            folder = made / recipe.name if len(recipes) > 1 else made
            yield Progress((2 + place) * len(looked), steps * len(looked))
            rows = yield from _told(
                _write(folder, recipe, calls, parts, seen.groups, wanted, facts), (2 + place) * len(looked), steps * len(looked)
            )
            final = target / recipe.name if len(recipes) > 1 else target
            built.append(Built(recipe.name, final, rows, Counter(parts.values()), seen.groups))
        if len(recipes) > 1:
            writing.add(made, writing.MANIFEST, writing.as_json({"made_by": writing.MADE_BY, "recipes": list(wanted.recipes)}))
            writing.sum_up(made)
    return tuple(built)


def _told(
    work: Generator[None, None, dict[str, Mapping[str, int]]], done: int, total: int
) -> Generator[Progress, None, dict[str, Mapping[str, int]]]:
    """Say at every pause of the work how far all of it is."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            rows: dict[str, Mapping[str, int]] = end.value
            return rows
        yield Progress(done, total)


# ---------------------------------------------------------------------- calls


def _look(project: Project, wanted: Wanted, steps: int) -> Generator[Progress, None, list[_Looked]]:
    """Read the calls of which turns can be used, and have the detectors look at them."""
    taught = _taught(project)
    headers = project.transcripts()
    looked = []
    for place, header in enumerate(headers):
        yield Progress(place, steps * len(headers))
        transcript = project.read(header.id)
        chosen = frozenset(turn.id for turn in transcript.visible if turn.reviewed or wanted.all_turns)
        if not chosen:
            continue
        found = {}
        for item in detectors.analyse(transcript, learned=taught):
            if isinstance(item, Finding):
                found[item.key] = item
            else:
                yield Progress(place, steps * len(headers))
        looked.append(_Looked(transcript, chosen, found))
    return looked


def _taught(project: Project) -> Mapping[str, bytes]:
    learned = project.learned(LEARNER)
    return {} if learned is None else detectors.usable({LEARNER: learned.data})


def _survey(looked: Sequence[_Looked]) -> Survey:
    return Survey(tuple(one.survey() for one in looked), tuple(_alike([one.transcript for one in looked])))


def _alike(calls: Iterable[Transcript]) -> list[tuple[TranscriptId, ...]]:
    """Return the calls that come from the same file, or are nearly the same as they were imported or as they are, in groups."""
    from annotator.likeness import clusters  # numpy takes longer to import than a window may take to open

    texts: dict[int, list[str]] = {}
    same: dict[str, set[TranscriptId]] = {}
    for call in calls:
        texts[2 * call.id] = [word for turn in call.source.turns for word in turn.text.split()]
        texts[2 * call.id + 1] = [word for turn in call.visible for word in turn.text.split()]
        same.setdefault(_key(call), set()).add(call.id)
    groups: list[set[TranscriptId]] = []
    for own in (*same.values(), *({key // 2 for key in cluster} for cluster in clusters(texts))):
        if len(own) == 1:
            continue
        apart = [group for group in groups if group.isdisjoint(own)]
        groups = [*apart, own.union(*(group for group in groups if not group.isdisjoint(own)))]
    return sorted(tuple(sorted(group)) for group in groups)


def _stratum(one: _Looked, stratify: Sequence[str]) -> tuple[str, ...]:
    """Return what is to be spread evenly of a call: the topic of most of its turns, its length in powers of two."""
    turns = [turn for turn in one.transcript.visible if turn.id in one.chosen]
    paths = one.transcript.topic_paths
    topics = Counter(topic for turn in turns for topic in turn.topics if topic in paths)
    first = min(topics, key=lambda topic: (-topics[topic], paths[topic]), default=None)
    known = {
        "topic": "" if first is None else " / ".join(paths[first]),
        "length": str(sum(len(turn.text.split()) for turn in turns).bit_length()),
    }
    return tuple(known[name] for name in stratify)


def _key(transcript: Transcript) -> str:
    """Return the SHA-256 of the imported file; of its turns, where the bytes were not kept."""
    source = transcript.source
    data = source.data or "\n".join(turn.text for turn in source.turns).encode("utf-8", "replace")
    return sha256(data).hexdigest()


# ---------------------------------------------------------------------- what was decided


@dataclass
class _Past:
    """What the history of a call tells: who decided last about a turn; and of decisions the state before and the change."""

    stamps: dict[TurnId, Stamp] = field(default_factory=dict)
    decisions: dict[str, tuple[Stamp, Transcript, Change]] = field(default_factory=dict)


class _Gathering:
    """Makes calls of what was looked at; counts what is masked and what is left out."""

    def __init__(self, project: Project, wanted: Wanted, judge: bool):
        self._project, self._wanted, self._judge = project, wanted, judge
        self._taught = _taught(project)
        self._numbers = Numbers() if wanted.pseudonyms else None
        everybody = [entry.who for entry in reversed(project.history(LONGEST))]
        self._reviewers = {who: f"reviewer-{n}" for n, who in enumerate(dict.fromkeys(everybody), 1)}
        self.masked: Counter[str] = Counter(dict.fromkeys(wanted.mask, 0))
        self.left_out: Counter[str] = Counter()
        self._states: dict[int, tuple[Transcript, Transcript]] = {}
        """States of the call at work, and as they are masked: many decisions were made in the same."""

    def call(self, looked: _Looked) -> Call:
        transcript = looked.transcript
        self._states.clear()
        past = self._past(transcript)
        shown = self._mask(transcript, looked.chosen)
        lexicon = detectors.lexicon_of(transcript.role_words)
        sides = {s.id: side for s in shown.speakers if (side := detectors.named_side(s.role, s.name, lexicon=lexicon))}
        judged = tuple(self._judged(looked, past)) if self._judge else ()
        return Call(shown, _key(transcript), looked.chosen, past.stamps, sides, judged)

    def _mask(self, transcript: Transcript, counted: Collection[TurnId] = ()) -> Transcript:
        if not self._wanted.mask:
            return transcript
        if id(transcript) in self._states:
            return self._states[id(transcript)][1]
        masker = Masker(transcript, self._wanted.mask, self._numbers)
        self.masked.update(hit.kind for _, hit in masker.hits(turn for turn in transcript.visible if turn.id in counted))
        self._states[id(transcript)] = transcript, masker.masked()
        return self._states[id(transcript)][1]

    def _stamp(self, entry: JournalEntry) -> Stamp:
        known = {"names": entry.who, "numbers": self._reviewers.get(entry.who)}
        return Stamp(known.get(self._wanted.reviewers), entry.at.isoformat(timespec="seconds"))

    def _past(self, transcript: Transcript) -> _Past:
        """Go back through the history of a call, as far as it is there, to its import."""
        past, state = _Past(), transcript
        for entry in self._project.history(LONGEST, transcript.id):
            if entry.kind == "redact":
                continue
            try:
                change = self._own(transcript.id, self._project.recorded(entry))
            except CommandError:
                break
            if any(isinstance(step.entity, Header) and step.before is None for step in change.steps):
                break
            stamp = self._stamp(entry)
            for turn_id in _concerned(change, marks=True):
                past.stamps.setdefault(turn_id, stamp)
            if not self._judge:
                continue
            try:
                state = state.apply(change.inverse())
            except StaleChange:
                break
            for decision in _decisions(change):
                past.decisions.setdefault(decision.finding, (stamp, state, change))
        return past

    @staticmethod
    def _own(transcript_id: TranscriptId, change: Change) -> Change:
        return Change(change.label, tuple(step for step in change.steps if step.entity.transcript_id == transcript_id))

    def _judged(self, looked: _Looked, past: _Past) -> Iterator[Judged]:
        """Yield what was decided about findings, in the order of the decisions' keys."""
        again: dict[tuple[int, bool], Mapping[str, Finding]] = {}
        for key, decision in sorted(looked.transcript.decisions.items()):
            if decision.detector == "personal":
                self.left_out["decisions about personal data: the version without it is no better text"] += 1
            elif key not in past.decisions:
                self.left_out["decisions whose history was deleted"] += 1
            else:
                stamp, before, change = past.decisions[key]
                made = self._versions(looked, decision, before, change, again)
                if made is None:
                    self.left_out["decisions whose finding is not found any more"] += 1
                    continue
                state, fixed = made
                yield from self._shown(looked, decision, stamp, state, fixed)

    def _versions(
        self,
        looked: _Looked,
        decision: Decision,
        before: Transcript,
        change: Change,
        again: dict[tuple[int, bool], Mapping[str, Finding]],
    ) -> tuple[Transcript, Change] | None:
        """Return a state of the call, and the change that the fix makes of it."""
        dismissed = decision.verdict == "dismissed"
        if not dismissed and sum(1 for _ in _decisions(change)) == 1:
            return before, change
        if dismissed and decision.finding in looked.found:
            return _fixed(looked.transcript, looked.found[decision.finding])
        # Several were accepted as one change, or the words have changed since: the detectors look at what was there then.
        for wide in (False, True):
            found = again.get((id(before), wide))
            if found is None:
                found = again[id(before), wide] = self._found(before, looked.transcript.decisions.values() if wide else ())
            if decision.finding in found:
                return _fixed(before, found[decision.finding])
        return None

    def _found(self, transcript: Transcript, decisions: Collection[Decision]) -> Mapping[str, Finding]:
        """Return what the detectors find; with `decisions` also findings that only who asked for them has seen."""
        least = max(0.0, min(d.confidence for d in decisions) - 1e-6) if decisions else None
        kinds = detectors.KINDS if decisions else None
        items = detectors.analyse(transcript, min_confidence=least, kinds=kinds, learned=self._taught)
        return {item.key: item for item in items if isinstance(item, Finding)}

    def _shown(self, looked: _Looked, decision: Decision, stamp: Stamp, before: Transcript, change: Change) -> Iterator[Judged]:
        after = before.apply(change)
        concerned = _concerned(change)
        there = [turn_id for turn_id in concerned if turn_id in looked.transcript and not looked.transcript.turn(turn_id).hidden]
        if not looked.chosen.issuperset(there):
            self.left_out["decisions about turns that are not used"] += 1
            return
        ranks = [state.turn(turn_id).rank for state in (before, after) for turn_id in concerned if turn_id in state]
        first, last = (min(ranks), max(ranks)) if ranks else (float("-inf"), float("inf"))
        topics = decision.detector == "topics"
        old, new = (_lines(self._mask(state), first, last, topics) for state in (before, after))
        if old == new:
            self.left_out["decisions that change nothing that is shown"] += 1
            return
        masked = self._mask(before)
        context = [_line(masked, turn, False) for turn in masked.visible if turn.rank < first]
        within = [turn for turn in before.turns if turn.id in concerned] or list(before.visible[:MOST_TURNS])
        chosen, rejected = (old, new) if decision.verdict == "dismissed" else (new, old)
        yield Judged(
            decision.finding,
            decision.verdict,
            decision.detector,
            decision.kind,
            decision.confidence,
            tuple(context[-self._wanted.shape.context :]),
            chosen,
            rejected,
            tuple(turn.id for turn in within),
            tuple(span for turn in within for span in turn.sources),
            stamp,
        )


def _decisions(change: Change) -> Iterator[Decision]:
    return (step.after for step in change.steps if isinstance(step.after, Decision))


def _concerned(change: Change, marks: bool = False) -> list[TurnId]:
    """Return the turns that a change alters: words, speaker, topics, being hidden; with `marks` also being reviewed."""

    def about(turn: Turn) -> Turn:
        return replace(
            turn, comment="", pinned=False, bookmarked=False, reviewed=turn.reviewed and marks, start_ms=None, end_ms=None
        )

    found = []
    for step in change.steps:
        if isinstance(step.entity, Turn):
            before, after = step.before, step.after
            if not (isinstance(before, Turn) and isinstance(after, Turn) and about(before) == about(after)):
                found.append(step.entity.id)
    return found


def _fixed(transcript: Transcript, finding: Finding) -> tuple[Transcript, Change] | None:
    try:
        change = review.accept(transcript, finding)
    except (StaleChange, CommandError):
        return None
    return transcript, change


def _lines(transcript: Transcript, first: float, last: float, topics: bool) -> str:
    """Return the visible turns between two ranks, a line each."""
    within = [turn for turn in transcript.visible if first <= turn.rank <= last]
    return "\n".join(_line(transcript, turn, topics) for turn in within[:MOST_TURNS])


def _line(transcript: Transcript, turn: Turn, topics: bool) -> str:
    speaker: Speaker | None = transcript.speaker(turn.speaker_id)
    line = said("" if speaker is None else speaker.role or speaker.label, turn.text)
    named = [" / ".join(path) for topic_id, path in transcript.topic_paths.items() if topics and topic_id in turn.topics]
    return f"{line} [{'; '.join(named)}]" if named else line


# ---------------------------------------------------------------------- writing


def _facts(
    wanted: Wanted, looked: Sequence[_Looked], seen: Survey, parts: Mapping[int, str], gathering: _Gathering
) -> dict[str, Any]:
    """Return what the manifest says of all sets that are built together."""
    from annotator.likeness import LEAST

    return {
        "made_by": writing.MADE_BY,
        "app_version": __version__,
        "seed": wanted.seed,
        "shares": dict(zip(SPLITS, wanted.shares, strict=True)),
        "stratify": list(wanted.stratify),
        "split_key": "SHA-256 of the imported file; calls nearly the same share that of the first",
        "likeness": LEAST,
        "near_duplicates": [{"calls": list(group), "split": parts[group[0]]} for group in seen.groups],
        "calls": len(looked),
        "calls_per_split": {name: sum(part == name for part in parts.values()) for name in SPLITS},
        "turns": seen.turns,
        "visible_turns": sum(call.visible for call in seen.calls),
        "all_turns": wanted.all_turns,
        "open_findings": seen.open.total(),
        "open_findings_per_call": [
            {"call_id": call.id, "detector": detector, "kind": kind, "open": count}
            for call in seen.calls
            for (detector, kind), count in call.open.items()
        ],
        "left_out": dict(sorted(gathering.left_out.items())),
        "masked": dict(gathering.masked),
        "pseudonyms": wanted.pseudonyms,
        "reviewers": wanted.reviewers,
        "languages": list(wanted.languages) or _languages([one.transcript for one in looked]),
        "license": wanted.license,
        "offsets": "Unicode code points, half open",
        "shape": {"window": wanted.shape.window, "stride": wanted.shape.stride, "context": wanted.shape.context},
    }


def _languages(calls: Iterable[Transcript]) -> list[str]:
    """Return the language of the calls, of those that can be told for certain: Russian by its letters, English by its words."""
    words = [word.casefold() for call in calls for turn in call.visible for word in turn.text.split()]
    letters = Counter("ru" if "а" <= c <= "я" or c == "ё" else "other" for word in words for c in word if c.isalpha())
    if letters["ru"] > letters["other"]:
        return ["ru"]
    return ["en"] if words and sum(word in _FREQUENT for word in words) > 0.1 * len(words) else []


def _write(
    folder: Path,
    recipe: Recipe,
    calls: Sequence[Call],
    parts: Mapping[TranscriptId, str],
    groups: Collection[Collection[TranscriptId]],
    wanted: Wanted,
    facts: Mapping[str, Any],
) -> Generator[None, None, dict[str, Mapping[str, int]]]:
    """Write a training set, pausing after each call; the value returned are the rows per table and split."""
    described: dict[str, card.TableFacts] = {}
    for table in recipe.tables:
        rows: dict[str, list[Row]] = {name: [] for name in SPLITS}
        for call in calls:
            yield
            rows[parts[call.transcript.id]] += _rows(table, call, parts[call.transcript.id], wanted.shape)
        splits.check(rows, groups)
        place = "data" if table is recipe.tables[0] else f"data/{table.name}"
        there = {name: own for name, own in rows.items() if own}  # loaders refuse empty files
        for name, own in there.items():
            for kind in wanted.formats:
                writing.table(folder / _root(kind, wanted) / f"{place}/{name}.{kind}", own, table.columns)
                yield
            for file_name, text in recipe.files(table.name, name, own) if recipe.files else ():
                writing.add(folder, f"files/{file_name}", text.encode())
        described[table.name] = card.TableFacts(
            table.columns,
            {name: len(own) for name, own in rows.items()},
            {name: len({row["call_id"] for row in own}) for name, own in rows.items()},
            {name: _labels(table, own) for name, own in rows.items()},
            {name: f"{place}/{name}" for name in there},
            splits.common(rows, table.given),
        )
    left_out = facts["left_out"] if recipe is PREFERENCES else {}
    counts = {
        name: {"rows": table.rows, "calls": table.calls, "labels": table.labels, "same_as_in_training": table.common}
        for name, table in described.items()
    }
    own_facts = {"recipe": recipe.name, **facts, "left_out": left_out, "tables": counts}
    writing.add(folder, writing.MANIFEST, writing.as_json(own_facts))
    writing.add(folder, "schema.json", writing.schema({table.name: table.columns for table in recipe.tables}))
    for kind in wanted.formats:
        writing.add(folder / _root(kind, wanted), "README.md", card.card(recipe, described, own_facts, kind).encode())
    writing.sum_up(folder)
    return {name: dict(table.rows) for name, table in described.items()}


def _root(kind: str, wanted: Wanted) -> str:
    """Return where in the folder files of a format are: loaders take all of a folder for the same."""
    return "" if kind == wanted.formats[0] else kind


def _rows(table: Table, call: Call, part: str, shape: Shape) -> Iterator[Row]:
    """Yield the rows of a call, with what is the same for all of them."""
    for n, row in enumerate(table.make(call, shape), 1):
        about = {
            "id": f"{call.transcript.id}-{n}",
            "split": part,
            "call_id": call.transcript.id,
            "call": call.transcript.header.name,
            "source_sha256": call.key,
            "app_version": __version__,
        }
        yield about | row


def _labels(table: Table, rows: Iterable[Row]) -> dict[str, int]:
    if table.labels is None:
        return {}
    return dict(sorted(Counter(label for row in rows for label in table.labels(row)).items()))


# ---------------------------------------------------------------------- beside a window


@dataclass(frozen=True)
class Order:
    """What a process beside a window is to do: look at the calls, or with a `target` write training sets."""

    project: Path
    wanted: Wanted
    target: Path | None = None
    overwrite: bool = False


def serve(connection: Connection) -> None:
    """Carry out the Order that comes from `connection`; send Progress, and last the Survey, what was Built, or an AnnotatorError.

    Whatever else comes from there ends it early; then nothing is left of what was written. It reads a copy: the project may be
    written to meanwhile.
    """
    try:
        order: Order = connection.recv()
        try:
            with tempfile.TemporaryDirectory(prefix="annotator-", ignore_cleanup_errors=True) as folder:
                copy = Path(folder) / order.project.name
                _copy(order.project, copy)
                with Project.open(copy, read_only=True) as project:
                    result = _carry_out(order, project, connection.send, connection.poll)
            connection.send(result)
        except AnnotatorError as error:
            connection.send(error)
    except (EOFError, BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        return


def _copy(path: Path, target: Path) -> None:
    """Copy a project that may be open elsewhere."""
    for _ in range(COPIED):
        try:
            with Project.open(path, read_only=True) as project:
                return project.back_up(target)
        except Changed:
            continue  # it was written to between the opening and the copying
    raise InUse(msg("{path} is being written to all the time. Try again in a moment.", path=str(path)))


def _carry_out(order: Order, project: Project, tell: Callable[[Progress], None], ended: Callable[[], bool]) -> Any:
    wanted = order.wanted
    target = order.target
    work: Generator[Progress, None, Any] = (
        survey(project, wanted) if target is None else build(project, wanted, target, order.overwrite)
    )
    try:
        last = None
        while True:
            item = next(work)
            if ended():
                return None
            if item != last:
                tell(item)
            last = item
    except StopIteration as end:
        return end.value
    finally:
        work.close()


def kinds_of(text: str) -> tuple[str, ...]:
    """Return the kinds of personal data that are named, separated by commas; "all" are all."""
    names = [name.strip() for name in text.split(",")]
    for name in names:
        if name not in (*PERSONAL, "all"):
            known = ", ".join((*PERSONAL, "all"))
            raise CommandError(msg("There is no kind of personal data {name}. There are: {known}.", name=name, known=known))
    return tuple(PERSONAL) if "all" in names else tuple(kind for kind in PERSONAL if kind in names)
