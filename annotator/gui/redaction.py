"""Redaction: personal data that the reviewer accepts, and words that are marked by hand, become unreadable for good."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from annotator.core.diff import changed_words
from annotator.core.finding import Finding, Replacement, Span
from annotator.core.i18n import msg, tr
from annotator.core.model import Transcript, TranscriptId, Turn
from annotator.core.redaction import Redaction
from annotator.detectors import Masker, analyse
from annotator.gui.dialogs.personal import PersonalDialog, RedactDialog, SelectionDialog
from annotator.gui.dialogs.replace import ReplaceDialog
from annotator.project import LONGEST, Project

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

SETTING = "redaction"
TELLING, WORDS, WORDS_OF_A_NAME = 6, 4, 2
"""So many digits, words, or words of a name are meant wherever they stand; fewer may mean something else elsewhere."""


class Value(NamedTuple):
    """Words to redact, and what is to stand for them. `local`: only where they were found; `whole`: they are all of a turn."""

    span: Span
    text: str
    local: bool
    whole: bool = False


class Pass(NamedTuple):
    """What is redacted at once; see core.redaction.Redaction."""

    values: dict[str, str]
    numbers: frozenset[int] | None


def is_local(kind: str, words: str) -> bool:
    """Tell whether words of a kind of personal data may mean something else elsewhere in the call."""
    digits = sum(map(str.isdigit, words))
    if "@" in words:
        return False
    if digits:
        return digits < TELLING
    return len(words.split()) < (WORDS_OF_A_NAME if kind in ("name", "email") else WORDS)


def values_of(transcript: Transcript, findings: Iterable[Finding], number_of: Callable[[str, str], int] | None) -> list[Value]:
    """Return what findings of personal data are to become, with the number of each value where there is `number_of`."""
    findings = [finding for finding in findings if finding.current(transcript)]
    numbered: dict[tuple[int, int, int], str] = {}
    replaces = [(finding.kind, r) for finding in findings for r in finding.fix.replaces]
    if number_of is not None:
        masker, number_of = Masker(transcript, {kind for kind, _ in replaces}), cache(number_of)
        wanted = {(r.span.turn_id, r.span.start, r.span.end) for _, r in replaces}
        for turn, hit in masker.hits(transcript.turns):
            if (turn.id, hit.start, hit.end) in wanted:
                numbered[turn.id, hit.start, hit.end] = masker.instead(hit, number_of)
    return [
        Value(r.span, numbered.get((r.span.turn_id, r.span.start, r.span.end), r.text), is_local(kind, r.span.text))
        for kind, r in replaces
    ]


def passes_of(transcript: Transcript, values: Iterable[Value], former: Callable[[Turn], Iterable[str]]) -> list[Pass]:
    """Return what is to be redacted, one after the other: what is meant everywhere, and what only in some source turns.

    `former` returns the texts that a turn had before. Where one does not hold the words, as when they were misheard and put
    right, what stood there instead is redacted too; all of it where the words are all of the turn.
    """
    everywhere: dict[str, str] = {}
    there: dict[str, str] = {}
    numbers: set[int] = set()
    hidden = [turn for turn in transcript.turns if turn.hidden]
    for span, text, local, whole in values:
        turn = transcript.turn(span.turn_id)
        one = Redaction(transcript.id, {span.text: text})
        if local and turn.sources:
            there[span.text] = text
            alike = (other for other in hidden if one.text(other.text) != other.text)
            numbers.update(source.number for holder in (turn, *alike) for source in holder.sources)
        else:
            everywhere[span.text] = text
        before = [text for text in former(turn) if one.text(text) == text]
        misheard = before if whole else [words for text in before for words in _lost(text, turn.text)]
        if misheard and turn.sources:
            there |= dict.fromkeys(misheard, text)
            numbers.update(source.number for source in turn.sources)
    return [Pass(known, where) for known, where in ((everywhere, None), (there, frozenset(numbers))) if known]


def _lost(before: str, now: str) -> list[str]:
    """Return the words that stood in a text and stand there no longer."""
    lost = (before[start:end] for start, end in changed_words(before, now)[0])
    return [words for words in lost if Redaction(0, {words: ""}).text(now) == now]


def former_texts(project: Project, transcript: Transcript) -> Callable[[Turn], list[str]]:
    """Return what tells the texts that a turn was imported with, and has had since; on any thread."""
    said: dict[int, dict[str, None]] = {turn.number: {turn.text: None} for turn in transcript.source.turns}
    for entry in project.history(LONGEST, transcript.id):
        for step in project.recorded(entry).steps if entry.kind == "do" else ():
            for turn in (step.before, step.after):
                if isinstance(turn, Turn) and turn.transcript_id == transcript.id:
                    for source in turn.sources:
                        said.setdefault(source.number, {})[turn.text] = None
    return lambda turn: [text for source in turn.sources for text in said[source.number] if text != turn.text]


class Redactor(QObject):
    """Asks, has it done, and has the window forget the words."""

    def __init__(self, window: MainWindow):
        super().__init__(window)
        self._window, self._session = window, window.session
        self._unasked = False
        """Whether the user wants to be asked no more until the program ends."""
        self._session.redact = self.accept

    # ------------------------------------------------------------------ what is redacted

    def accept(self, findings: Sequence[Finding]) -> bool:
        """Redact what findings in the call on screen speak of, and go on to the next one."""
        session = self._session
        if not self._window.table.commit_editor() or session.transcript is None or session.project is None or session.busy:
            return False
        transcript, project = session.transcript, session.project
        replaces = [r for finding in findings if finding.current(transcript) for r in finding.fix.replaces]
        if not replaces or not self._confirmed(replaces):
            return False
        number_of = project.pseudonym if self.numbered else None
        gone = {finding.key for finding in findings}
        following = [f.key for f in _from(session.queue, findings[0]) if f.key not in gone]

        def done() -> None:
            # Words behind those that are gone stand elsewhere now, so the next one may have to be found again.
            session.expect_finding(following[0] if following else "")
            self._tell(len(findings))

        self._begin(project, transcript, lambda: values_of(transcript, findings, number_of), done)
        return True

    def redact_selection(self) -> None:
        """Redact the words that are selected in the open editor, else the turn's, as the user decides."""
        window, session = self._window, self._session
        editor = window.table.editor
        words = editor.textCursor().selectedText().replace("\u2029", "\n").strip() if editor is not None else ""
        if not window.table.commit_editor() or session.turn is None or session.transcript is None or session.project is None:
            return
        project, transcript, turn = session.project, session.transcript, session.turn
        start = turn.text.find(words) if words else 0
        span = Span.of(transcript, turn.id, max(start, 0), max(start, 0) + len(words) if words else len(turn.text))
        if not span.text.strip() or start < 0:
            window.say(tr("There are no words to redact here."))
            return
        dialog = SelectionDialog(span.text, is_local("", span.text), _placeholder(transcript), self.backups, window)
        whole = span.text == turn.text

        def begin() -> None:
            value = Value(span, dialog.placeholder, dialog.local, whole)
            self._begin(project, transcript, lambda: [value], lambda: self._tell(1))

        dialog.accepted.connect(begin)
        window.ask(dialog)

    def review(self) -> None:
        """Show what personal data there is in all calls."""
        if self._window.table.commit_editor():
            dialog = PersonalDialog(self._session, self.redact_calls, self._window)
            self._window.ask(dialog)

    def redact_calls(self, chosen: Collection[TranscriptId], kinds: Collection[str], done: Callable[[], object]) -> bool:
        """Redact the personal data of these kinds in calls, one call after the other; False when it has not begun."""
        session, project = self._session, self._session.project
        if project is None or session.busy or not self._confirmed(()):
            return False
        number_of = project.pseudonym if self.numbered else None
        left = list(chosen)

        def go_on() -> None:
            if not left:
                self._compact(project, partial(self._end, done))
                return
            transcript_id = left.pop(0)
            session.in_background(
                msg("Looking for personal data"),
                lambda: self._personal_passes(project, transcript_id, kinds, number_of),
                lambda passes: self._write(project, transcript_id, passes, go_on),
            )

        go_on()
        return True

    def _end(self, done: Callable[[], object]) -> None:
        done()
        self._tell(0)

    @staticmethod
    def _personal_passes(
        project: Project, transcript_id: TranscriptId, kinds: Collection[str], number_of: Callable[[str, str], int] | None
    ) -> list[Pass]:
        transcript = project.read(transcript_id)
        found = analyse(transcript, ("personal",), kinds=kinds)
        findings = [f for f in found if isinstance(f, Finding) and f.key not in transcript.decisions]
        return passes_of(transcript, values_of(transcript, findings, number_of), former_texts(project, transcript))

    # ------------------------------------------------------------------ asking

    @property
    def numbered(self) -> bool:
        """Whether a number stands with each value, the same for the same value in the whole project."""
        return self._session.remembered(SETTING).get("numbered") is True

    @property
    def backups(self) -> int:
        """How many backups of the project there are."""
        project = self._session.project
        return 0 if project is None else len(project.backups())

    def _confirmed(self, replaces: Sequence[Replacement]) -> bool:
        """Ask whether it is meant, unless the user has said that it is."""
        if self._unasked:
            return True
        agreed: list[bool] = []
        dialog = RedactDialog(replaces, self.numbered, self.backups, self._window)
        dialog.accepted.connect(lambda: agreed.append(self._keep(dialog)))
        self._window.ask(dialog)
        return agreed == [True]

    def _keep(self, dialog: RedactDialog) -> bool:
        """Keep how it is to be done; False when that cannot be written."""
        project, self._unasked = self._session.project, dialog.unasked
        if project is None or dialog.numbered == self.numbered:
            return project is not None
        return self._session.guard(project.set_setting, SETTING, json.dumps({"numbered": dialog.numbered}))

    # ------------------------------------------------------------------ doing it

    def _begin(
        self, project: Project, transcript: Transcript, values: Callable[[], list[Value]], done: Callable[[], object]
    ) -> None:
        def passes() -> list[Pass]:
            return passes_of(transcript, values(), former_texts(project, transcript))

        def write(found: list[Pass]) -> None:
            self._write(project, transcript.id, found, lambda: self._compact(project, done))

        self._session.in_background(msg("Redacting"), passes, write)

    def _write(self, project: Project, transcript_id: TranscriptId, passes: Sequence[Pass], done: Callable[[], object]) -> None:
        """Carry out one pass after the other, and have the window forget the words."""
        if not passes:
            done()
            return
        one, *rest = passes

        def go_on() -> None:
            self._forget(Redaction(transcript_id, one.values))
            self._write(project, transcript_id, rest, done)

        self._session.rewrite(lambda: project.write_redaction(transcript_id, one.values, one.numbers), go_on)

    def _compact(self, project: Project, done: Callable[[], object]) -> None:
        self._session.in_background(msg("Redacting"), project.compact, lambda _: done())

    def _forget(self, redaction: Redaction) -> None:
        """Take the words out of what was typed, also from what its undo remembers."""
        window = self._window
        window.filters.search.setText(redaction.text(window.filters.search.text()))
        for dialog in window.findChildren(ReplaceDialog):
            dialog.reject()
        window.table.dictionary.forget()

    def _tell(self, n: int) -> None:
        """Say that it is done, and what still holds the words."""
        project, window = self._session.project, self._window
        if project is None:
            return
        done = tr("Redacted: the words are gone, from the history too.")
        if n > 1:
            done = tr("{n} values redacted; they are gone, from the history too.", n=n)
        kept = self.backups
        if not kept:
            window.say(done)
            return
        still = tr("{n} backups of this project still hold the words.", n=kept)
        offers = [(tr("Delete the {n} backups", n=kept), self._delete_backups)]
        window.bars.show_error(f"{done} {still}", offers, key="redacted", times=1, kind="info")

    def _delete_backups(self) -> None:
        project, window = self._session.project, self._window
        if project is None:
            return

        def deleted(n: int) -> None:
            window.bars.drop("redacted")
            window.say(tr("{n} backups were deleted.", n=n))

        self._session.in_background(msg("Deleting backups"), project.delete_backups, deleted)


def _from(queue: Sequence[Finding], finding: Finding) -> tuple[Finding, ...]:
    """Return the queue as it goes on from a finding, and then round."""
    place = next((n for n, other in enumerate(queue) if other.key == finding.key), 0)
    return (*queue[place:], *queue[:place])


def _placeholder(transcript: Transcript) -> str:
    russian = any(re.search("[а-яё]", turn.text, re.IGNORECASE) for turn in transcript.turns)
    return "[вымарано]" if russian else "[redacted]"
