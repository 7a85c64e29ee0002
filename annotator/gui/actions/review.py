"""The Review menu: findings, one after the other, and the state of turns and calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from annotator.core.commands import review, turns
from annotator.core.i18n import Message, msg, tr
from annotator.core.model import Transcript, TranscriptId
from annotator.gui import keymap
from annotator.gui.actions.base import Action, Menu, has_call, has_project, has_turn
from annotator.gui.dialogs.accept_all import AcceptAllDialog
from annotator.gui.dialogs.allowed import AllowedDialog
from annotator.gui.dialogs.compare import choose_versions
from annotator.gui.dialogs.confidence import ConfidenceDialog
from annotator.gui.dialogs.learning import LearningDialog
from annotator.gui.dialogs.role_words import RoleWordsDialog
from annotator.statistics import count_call, summary

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


def alternative(window: MainWindow) -> None:
    finding = window.session.finding
    if finding is not None and finding.alternative is None:
        window.say(tr("This finding has no alternative."))
    else:
        window.session.decide(review.accept, alternative=True)


def _place(number: int, text: Message) -> Action:
    """Return the action that puts the border at the finding's place `number`; the fix has the first one."""

    def run(window: MainWindow) -> None:
        finding = window.session.finding
        if finding is not None and len(finding.places) < number - 1:
            window.say(tr("This finding has no such place."))
        else:
            window.session.decide(review.accept, place=number - 1)

    return Action(f"place_{number}", text, run, (f"Alt+{number}",), in_table=True, enabled=has_call)


def accept_all(window: MainWindow) -> None:
    if window.session.finding is not None:
        window.ask(AcceptAllDialog(window.session, window.theme, window.session.finding, window))
    else:
        window.session.step_finding(1)


def allow_repeat(window: MainWindow) -> None:
    finding = window.session.finding
    if finding is not None and finding.detector != "duplicates":
        window.say(tr("Only repeats can be allowed; this finding is none."))
    else:
        window.session.decide(review.allow_repeat)


def allowed_repeats(window: MainWindow) -> None:
    window.ask(AllowedDialog(window.session, window))


def role_words(window: MainWindow) -> None:
    window.ask(RoleWordsDialog(window.session, window))


def learning(window: MainWindow) -> None:
    window.ask(LearningDialog(window.session, window))


def confidence(window: MainWindow) -> None:
    window.ask(ConfidenceDialog(window.session, window.theme, window))


def compare(window: MainWindow) -> None:
    """Compare the call on screen with another version of it."""
    if window.table.commit_editor():
        dialog = choose_versions(window.session, window.theme, window)
        if dialog is not None:
            window.ask(dialog)


def order_queue(window: MainWindow) -> None:
    window.session.order_queue(not window.session.settings.worst_first)


def toggle_reviewed(window: MainWindow) -> None:
    session = window.session
    if session.transcript is not None and session.selected:
        chosen = [session.transcript.turn(turn_id) for turn_id in session.selected]
        session.do(turns.mark_reviewed, session.selected, not all(turn.reviewed for turn in chosen))


def call_done(window: MainWindow) -> None:
    """Mark the call as done with all its turns reviewed and go to the next; with open findings only when asked twice."""
    session = window.session
    transcript = session.transcript
    if transcript is None or not window.table.commit_editor():
        return
    if transcript.header.done:
        session.do(review.set_done, False)
        return
    if session.queue and window.armed_done != transcript.id:
        window.armed_done = transcript.id
        key = keymap.of(session).named("call_done")
        window.say(tr("{n} findings are open. Press {key} again to call it done all the same.", n=len(session.queue), key=key))
        return
    unreviewed = [turn.id for turn in transcript.visible if not turn.reviewed]
    steps = [lambda t: turns.mark_reviewed(t, unreviewed)] if unreviewed else []
    if session.do_all(*steps, lambda t: review.set_done(t, True)):
        sum_up(window, transcript)
        left = [header for header in session.headers() if not header.done and header.id != transcript.id]
        if left:
            later = [header for header in left if header.id > transcript.id]
            session.show_transcript((later or left)[0].id)


def sum_up(window: MainWindow, transcript: Transcript) -> None:
    """Say in one line what was done to a call; a long one is counted little by little."""
    session, project = window.session, window.session.project
    assert project is not None
    others = any(not header.done for header in session.headers() if header.id != transcript.id)
    worked: dict[TranscriptId, float] = {}
    if not session.busy:
        session.guard(lambda: worked.update(project.activity()))
    counting = count_call(transcript, session.open_counts(transcript.id), worked.get(transcript.id, 0.0))
    timer = QTimer(window, interval=0)

    def go_on() -> None:
        try:
            next(counting)
        except StopIteration as end:
            timer.stop()  # it may be due again before it is deleted
            timer.deleteLater()
            last = "" if others else "   " + tr("All calls of this project are done.")
            window.say(f"{transcript.header.name}: {summary(end.value)}{last}")

    timer.timeout.connect(go_on)
    timer.start()


REVIEW = Menu(
    "review",
    msg("Review"),
    (
        Action(
            "next_finding",
            msg("Next finding"),
            lambda w: w.session.step_finding(1),
            ("Right", "F8"),
            in_table=True,
            icon="next",
            enabled=has_call,
        ),
        Action(
            "previous_finding",
            msg("Previous finding"),
            lambda w: w.session.step_finding(-1),
            ("Left", "Shift+F8"),
            in_table=True,
            icon="previous",
            enabled=has_call,
        ),
        None,
        Action(
            "accept",
            msg("Accept the proposed fix"),
            lambda w: w.session.decide(review.accept),
            ("Space",),
            in_table=True,
            icon="accept",
            enabled=has_call,
        ),
        Action("alternative", msg("Accept the alternative"), alternative, ("Shift+Space",), in_table=True, enabled=has_call),
        _place(2, msg("Accept the second place")),
        _place(3, msg("Accept the third place")),
        Action(
            "dismiss",
            msg("Dismiss: fine as it is"),
            lambda w: w.session.decide(review.dismiss),
            ("Backspace",),
            in_table=True,
            icon="dismiss",
            enabled=has_call,
        ),
        Action("accept_all", msg("Accept all like this…"), accept_all, ("Ctrl+Return",), in_table=True, enabled=has_call),
        None,
        Action(
            "allow_repeat", msg("Never report this repeat"), allow_repeat, ("Shift+Backspace",), in_table=True, enabled=has_call
        ),
        Action(
            "worst_first",
            msg("Most wrong words first"),
            order_queue,
            checked=lambda w: w.session.settings.worst_first,
        ),
        Action("allowed_repeats", msg("Allowed repeats…"), allowed_repeats, enabled=has_call),
        Action("role_words", msg("Role words…"), role_words, enabled=has_call),
        Action("personal", msg("Personal data…"), lambda w: w.redactor.review(), enabled=has_project),
        Action("learning", msg("Learning…"), learning, enabled=has_project),
        Action("confidence", msg("What your decisions taught…"), confidence, enabled=has_project),
        None,
        Action("compare", msg("Compare two versions…"), compare, enabled=has_call),
        None,
        Action("reviewed", msg("Turn is reviewed"), toggle_reviewed, ("Ctrl+R",), in_table=True, icon="reviewed", enabled=has_turn),
        Action("call_done", msg("Call is done, next call"), call_done, ("F12",), enabled=has_call),
    ),
)
