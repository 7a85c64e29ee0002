"""Two projects made one: what reviewers of the same calls have done in files of their own, without losing any of it.

Neither of the two is altered. Numbers of pseudonyms are those of the first one: they cannot be told from the other's.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from annotator.core.change import Step
from annotator.core.errors import CommandError, ReadOnly
from annotator.core.history import JournalEntry
from annotator.core.i18n import msg, tr
from annotator.core.merging import Addition, Numbers, Past, Renumbering
from annotator.core.model import Draft, Entity, Topic, Transcript, TranscriptId
from annotator.core.versions import GOLD, gold_versions, keep_gold_versions, paths_of, same_source
from annotator.detectors import LEARNER
from annotator.project import LONGEST, Project
from annotator.search import rules

DICTIONARY = "dictionary"
"""Setting that holds the project's own words."""


@dataclass
class MergeReport:
    """What has become of the calls of both projects, by name, and of what their calls share.

    `same` is in both, once now; `from_first` and `from_second` are those of which the other project has nothing but the import;
    of `differing` both versions are kept, under these names. `topics_differing` have two definitions, which both are kept.
    """

    first: str
    second: str
    same: list[str] = field(default_factory=list)
    only_first: list[str] = field(default_factory=list)
    only_second: list[str] = field(default_factory=list)
    from_first: list[str] = field(default_factory=list)
    from_second: list[str] = field(default_factory=list)
    differing: list[tuple[str, str]] = field(default_factory=list)
    topics_joined: list[str] = field(default_factory=list)
    topics_added: list[str] = field(default_factory=list)
    topics_differing: list[str] = field(default_factory=list)
    phrases_added: list[str] = field(default_factory=list)
    role_words_added: list[str] = field(default_factory=list)
    role_words_differing: list[str] = field(default_factory=list)
    drafts_added: int = 0
    changes_added: int = 0
    learned: str = ""
    """Whose learned weights are kept: "first", "second", or empty where nobody has learned."""

    def as_row(self) -> dict[str, Any]:
        return asdict(self)

    def lines(self) -> list[str]:
        """Return the report in words, a line a thing."""
        found = [
            tr("{n} calls are the same in both", n=len(self.same)) if self.same else "",
            *(tr("Only {name} has {call}", name=name, call=call) for name, calls in self._only() for call in calls),
            *(tr("Only {name} has worked on {call}", name=name, call=call) for name, calls in self._worked() for call in calls),
            *(tr("They differ, both are kept: {first} and {second}", first=one, second=other) for one, other in self.differing),
            self._listed(tr("Topics added"), self.topics_added),
            self._listed(tr("Topics with two definitions, both kept"), self.topics_differing),
            self._listed(tr("Allowed repeats added"), self.phrases_added),
            self._listed(tr("Role words added"), self.role_words_added),
            self._listed(
                tr("Role words that tell another side; kept as {name} has them", name=self.first), self.role_words_differing
            ),
            tr("{n} drafts added", n=self.drafts_added) if self.drafts_added else "",
            tr("{n} changes added to the history", n=self.changes_added) if self.changes_added else "",
            tr("What was learned is that of {name}", name=getattr(self, self.learned)) if self.learned else "",
        ]
        return [line for line in found if line]

    def _only(self) -> tuple[tuple[str, list[str]], ...]:
        return (self.first, self.only_first), (self.second, self.only_second)

    def _worked(self) -> tuple[tuple[str, list[str]], ...]:
        return (self.first, self.from_first), (self.second, self.from_second)

    @staticmethod
    def _listed(title: str, names: list[str]) -> str:
        return f"{title}: {', '.join(names)}" if names else ""


def merge_file(
    first: Project, other: Path, target: Path, names: tuple[str, str] | None = None, replace: bool = False
) -> MergeReport:
    """Do what `merge` does with a project that is not open here, but may be elsewhere."""
    try:
        second = Project.open(other, read_only=True)
    except ReadOnly:
        second = Project.open(other)  # it is of an older version, and is brought to the newest
    with second:
        return merge(first, second, target, names, replace)


def merge(
    first: Project, second: Project, target: Path, names: tuple[str, str] | None = None, replace: bool = False
) -> MergeReport:
    """Write what both projects have to a new one; return what came of it. On any thread.

    `names` are those of the reviewers, which tell versions of a call; by default who has changed these calls last, or where
    that is one and the same, how the files are called. With `replace` a file that is there is replaced.
    """
    if first.path.samefile(second.path):
        raise CommandError(msg("Both are the same project. Choose another one to merge with."))
    merging = _Merging(first, second, names)
    addition = merging.addition()
    first.save_merged(target, addition, replace)
    return merging.report


def _by_call(drafts: Iterable[Draft]) -> dict[TranscriptId, list[Draft]]:
    found: defaultdict[TranscriptId, list[Draft]] = defaultdict(list)
    for draft in drafts:
        found[draft.transcript_id].append(draft)
    return found


class _Merging:
    def __init__(self, first: Project, second: Project, names: tuple[str, str] | None):
        self._first, self._second = first, second
        self._ours, self._theirs = (project.history(LONGEST)[::-1] for project in (first, second))
        self._drafts_of = [_by_call(project.drafts()) for project in (first, second)]
        self._numbers = Renumbering(
            Numbers(first.new_transcript_id()),
            *(Numbers(max((one.id for one in some), default=0) + 1) for some in (first.topics, first.allowed, first.role_words)),
        )
        self._names = names or self._reviewers()
        self.report = MergeReport(*self._names)
        self._gone: list[Entity] = []
        self._steps: list[Step] = []
        self._renames: list[Step] = []
        self._taken: set[TranscriptId] = set()
        """Transcripts of the second project that come over, in its numbers."""
        self._hosts: dict[TranscriptId, TranscriptId] = {}
        """Which transcript is, or stands for, each of the second project."""

    def addition(self) -> Addition:
        """Work out what the first project takes over."""
        self._add_topics()
        self._add_words()
        self._add_calls()
        own, other = self._first.learned(LEARNER), self._second.learned(LEARNER)
        self.report.learned = "first" if own else "second" if other else ""
        drafts = self._drafts()
        self.report.drafts_added = len(drafts)
        hours = [(self._hosts[i], day, seconds) for i, day, seconds in self._second.hours() if i in self._hosts]
        known = {_told(entry): entry.seq for entry in self._ours}
        seqs = {entry.seq: known[_told(entry)] for entry in self._theirs if _told(entry) in known}
        history = list(self._copied(seqs))
        self.report.changes_added = sum(entry.kind == "do" for entry in history)
        return Addition(
            msg("Merge with {name}", name=self._second.path.name),
            tuple(self._gone),
            tuple(self._steps),
            self._past(history, seqs),
            seqs,
            tuple(drafts),
            tuple(hours),
            self._settings(),
            other if own is None else None,
            tuple(self._renames),
        )

    # ------------------------------------------------------------------ what the calls share

    def _add_topics(self) -> None:
        ours = {path: topic_id for topic_id, path in paths_of(self._first.topics).items()}
        known = {topic.id: topic for topic in self._first.topics}
        theirs = {topic.id: topic for topic in self._second.topics}
        taken = {topic.hotkey for topic in known.values()}
        rank = max((topic.rank for topic in known.values()), default=0.0)
        joined: set[int] = set()
        for topic_id, path in paths_of(self._second.topics).items():
            topic = theirs[topic_id]
            if path in ours and ours[path] not in joined:
                joined.add(ours[path])
                self._numbers.topics[topic_id] = ours[path]
                self._join_topic(known[ours[path]], topic)
                continue
            rank += 1
            hotkey = topic.hotkey if topic.hotkey not in taken else 0
            taken.add(hotkey)
            made = self._numbers.entity(replace(topic, hotkey=hotkey, rank=rank))
            self._steps.append(Step(None, made))
            self.report.topics_added.append(topic.name)

    def _join_topic(self, ours: Topic, theirs: Topic) -> None:
        """Let one topic stand for two of the same name; another definition is kept below."""
        self.report.topics_joined.append(ours.name)
        definition = ours.definition or theirs.definition
        if theirs.definition and theirs.definition not in definition:
            definition = f"{ours.definition}\n\n{self._names[1]}: {theirs.definition}"
            self.report.topics_differing.append(ours.name)
        keywords = dict.fromkeys((*ours.keywords, *theirs.keywords))
        joined = replace(ours, definition=definition, keywords=tuple(keywords))
        if joined != ours:
            self._steps.append(Step(ours, joined))

    def _add_words(self) -> None:
        phrases = {one.text: one for one in self._first.allowed}
        for phrase in self._second.allowed:
            if phrase.text in phrases:
                self._numbers.allowed[phrase.id] = phrases[phrase.text].id
            else:
                self._steps.append(Step(None, self._numbers.entity(phrase)))
                self.report.phrases_added.append(phrase.text)
        words = {(word.text, word.use): word for word in self._first.role_words}
        for word in self._second.role_words:
            known = words.get((word.text, word.use))
            if known is None:
                self._steps.append(Step(None, self._numbers.entity(word)))
                self.report.role_words_added.append(word.text)
                continue
            self._numbers.role_words[word.id] = known.id
            if replace(word, id=known.id) != known:
                self.report.role_words_differing.append(word.text)

    def _settings(self) -> dict[str, str]:
        """Return the settings that are other ones now: rules, words of the project's own, gold versions."""
        found = {}
        sets = [
            rules.from_json(text) if (text := project.setting(rules.SETTING)) else () for project in (self._first, self._second)
        ]
        further = [one for one in sets[1] if one not in sets[0]]
        if further:
            found[rules.SETTING] = rules.to_json(rules.merged(sets[0], further))
        words = [_object(project, DICTIONARY).get("words") for project in (self._first, self._second)]
        ours, theirs = (sorted(map(str, some)) if isinstance(some, list) else [] for some in words)
        if not set(ours).issuperset(theirs):
            found[DICTIONARY] = json.dumps({"words": sorted({*ours, *theirs})}, ensure_ascii=False)
        kept = gold_versions(self._first.setting(GOLD))
        versions = dict(kept)
        for gold, (a, b) in gold_versions(self._second.setting(GOLD)).items():
            if {gold, a, b} <= self._hosts.keys():
                versions.setdefault(self._hosts[gold], (self._hosts[a], self._hosts[b]))
        if versions != kept:
            found[GOLD] = keep_gold_versions(versions)
        return found

    # ------------------------------------------------------------------ calls

    def _add_calls(self) -> None:
        first, second, report = self._first, self._second, self.report
        of: defaultdict[bytes, list[TranscriptId]] = defaultdict(list)
        for transcript_id, digest in sorted(first.imported_digests().items()):
            of[digest].append(transcript_id)
        digests = second.imported_digests()
        names = {header.id: header.name for header in first.transcripts()}
        met: set[TranscriptId] = set()
        renamed: set[TranscriptId] = set()
        for header in second.transcripts():
            theirs = second.read(header.id)
            versions = [own for own in map(first.read, of[digests[header.id]]) if same_source(own, theirs)]
            met.update(own.id for own in versions)
            twin = next((own for own in versions if self._same(own, theirs)), None)
            fresh = next((own for own in versions if own.id not in renamed and self._untouched(0, own)), None)
            if twin is not None:
                self._hosts[theirs.id] = twin.id
                report.same.append(twin.header.name)
            elif versions and self._untouched(1, theirs):
                self._hosts[theirs.id] = versions[0].id
                report.from_first.append(versions[0].header.name)
            elif fresh is not None:
                of[digests[header.id]].remove(fresh.id)
                self._gone += fresh.entities()
                self._take(theirs, fresh.id)
                report.from_second.append(theirs.header.name)
            elif versions:
                name = theirs.header.name
                # Of several versions that is meant which is called so, in copies of one project.
                versions = [own for own in versions if own.header.name == name] or versions
                for own in versions:
                    if own.header.name == name and own.id not in renamed:
                        renamed.add(own.id)
                        names[own.id] = f"{name} ({self._names[0]})"
                        self._renames.append(Step(own.header, replace(own.header, name=names[own.id])))
                called = f"{name} ({self._names[1]})"
                self._take(theirs)
                taken = self._numbers.entity(theirs.header)
                self._renames.append(Step(taken, replace(theirs.header, id=self._hosts[theirs.id], name=called)))
                report.differing += [(names[own.id], called) for own in versions]
            else:
                self._take(theirs)
                report.only_second.append(theirs.header.name)
        report.only_first += [name for transcript_id, name in names.items() if transcript_id not in met]

    def _take(self, theirs: Transcript, transcript_id: TranscriptId | None = None) -> None:
        """Have a transcript come over, under a number of its own or in the place of another one."""
        if transcript_id is not None:
            self._numbers.calls[theirs.id] = transcript_id
        self._taken.add(theirs.id)
        self._hosts[theirs.id] = self._numbers.calls[theirs.id]
        self._steps += [Step(None, self._numbers.entity(entity)) for entity in theirs.entities()]

    def _same(self, ours: Transcript, theirs: Transcript) -> bool:
        """Tell whether there is no difference but in numbers."""
        calls = Numbers(0)
        calls[theirs.id] = ours.id
        numbers = replace(self._numbers, calls=calls)
        drafts = [{(d.turn_id, d.text, d.base) for d in self._drafts_of[n].get(t.id, ())} for n, t in enumerate((ours, theirs))]
        return drafts[0] == drafts[1] and set(ours.entities()) == set(map(numbers.entity, theirs.entities()))

    def _untouched(self, n: int, transcript: Transcript) -> bool:
        """Tell whether a transcript is as it was imported, so that nothing of anybody's work is in it."""
        if transcript.id in self._drafts_of[n] or any(turn.reviewed for turn in transcript.turns):
            return False
        project = (self._first, self._second)[n]
        for entry in project.history(LONGEST, transcript.id)[::-1]:
            if entry.kind == "do":
                made = [step.after for step in project.recorded(entry).steps if step.entity.transcript_id == transcript.id]
                return set(made) == set(transcript.entities())
        return False

    # ------------------------------------------------------------------ how it came about

    def _copied(self, seqs: Mapping[int, int]) -> Iterator[JournalEntry]:
        """Yield the entries that the first project has not, and those about transcripts that come over."""
        touching = {entry.seq for transcript_id in self._taken for entry in self._second.history(LONGEST, transcript_id)}
        yield from (entry for entry in self._theirs if entry.seq not in seqs or entry.seq in touching)

    def _past(self, entries: Iterable[JournalEntry], seqs: Mapping[int, int]) -> Iterator[Past]:
        """Yield entries of the second project's journal in the numbers of the first.

        What they did to a transcript that does not come over, since the first project has the same, is noted under a number
        that is none: the states of the first's own would not follow from each other.
        """
        touched: defaultdict[int, set[TranscriptId]] = defaultdict(set)
        for header in self._second.transcripts():
            for entry in self._second.history(LONGEST, header.id):
                touched[entry.seq].add(header.id)
        for entry in entries:
            concerned = touched[entry.seq] & self._taken if entry.seq in seqs else touched[entry.seq]
            steps = None
            if entry.kind == "do":
                done = self._second.recorded(entry).steps
                known = entry.seq in seqs
                steps = tuple(self._numbers.step(s) for s in done if not known or s.entity.transcript_id in self._taken)
                concerned = concerned | {s.entity.transcript_id for s in done if not known and s.entity.transcript_id is not None}
            yield Past(entry, steps, frozenset(self._numbers.calls[transcript_id] for transcript_id in concerned))

    def _drafts(self) -> list[Draft]:
        return [
            replace(draft, transcript_id=self._hosts[draft.transcript_id])
            for transcript_id in sorted(self._taken)
            for draft in self._drafts_of[1].get(transcript_id, ())
        ]

    def _reviewers(self) -> tuple[str, str]:
        """Return names that tell the two projects."""
        who = [next((entry.who for entry in reversed(journal) if entry.kind == "do"), "") for journal in (self._ours, self._theirs)]
        paths = self._first.path, self._second.path
        stems, folders = [path.stem for path in paths], [path.parent.name for path in paths]
        told = next((pair for pair in (who, stems, folders) if all(pair) and pair[0] != pair[1]), ["1", "2"])
        return told[0], told[1]


def _told(entry: JournalEntry) -> tuple[object, ...]:
    """Return what tells an entry in copies of one project."""
    return entry.kind, entry.at, entry.who, str(entry.label.to_json())


def _object(project: Project, key: str) -> dict[str, Any]:
    """Return the JSON object that a project keeps under a key; empty where there is none."""
    try:
        kept = json.loads(project.setting(key) or "{}")
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}
