"""What holds for every command."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from annotator.core.change import Change
from annotator.core.commands import allowed, review, role_words, speakers, topics, transcripts, turns
from annotator.core.finding import Finding, Fix, Relabel, Span
from annotator.core.i18n import msg
from annotator.core.model import Decision, Topic, Transcript

TOPICS = (Topic(1, "Price", "#112233", hotkey=1, rank=1.0), Topic(2, "Delivery", "#445566", rank=2.0))


def _finding(t: Transcript) -> Finding:
    again, wrong = Span.of(t, 2, 0, 4), Span.of(t, 3, 0, 4)
    fix = Fix(msg("Repair"), removes=(again,), relabels=(Relabel(wrong, "B"),), swap_roles=("A", "B"))
    return Finding("key", "duplicates", "loop", 0.9, (again, wrong), (msg("Twice"),), fix, Fix(msg("Drop"), removes=(wrong,)))


COMMANDS: dict[str, Callable[[Transcript], Change]] = {
    "set_text": lambda t: turns.set_text(t, 1, "new words"),
    "split": lambda t: turns.split(t, 1, 4, "B"),
    "merge": lambda t: turns.merge(t, [2, 1, 3]),
    "hide": lambda t: turns.hide(t, [1, 2]),
    "restore": lambda t: turns.restore(t, [4]),
    "move_words_to_previous": lambda t: turns.move_words_to_previous(t, 2, 5),
    "move_words_to_next": lambda t: turns.move_words_to_next(t, 1, 5),
    "comment": lambda t: turns.comment(t, 1, "look again"),
    "mark_reviewed": lambda t: turns.mark_reviewed(t, [1, 2]),
    "revert": lambda t: turns.revert(t, 4),
    "relabel": lambda t: speakers.relabel(t, [1, 3], None),
    "rename": lambda t: speakers.rename(t, "A", "Anna"),
    "set_role": lambda t: speakers.set_role(t, "A", "client"),
    "add speaker": lambda t: speakers.add(t, "D", "Dora"),
    "swap": lambda t: speakers.swap(t, "A", "B", speakers.turns_from(t, 2)),
    "set_colour": lambda t: speakers.set_colour(t, "A", "#123456"),
    "move speaker": lambda t: speakers.move(t, "A", 1),
    "remove speaker": lambda t: speakers.remove(t, "C"),
    "merge speakers": lambda t: speakers.merge(t, "B", "A"),
    "pin": lambda t: speakers.pin(t, [1, 3]),
    "unpin": lambda t: speakers.pin(t, [2, 3], False),
    "swap_roles": lambda t: speakers.swap_roles(t, "A", "B"),
    "add topic": lambda t: topics.add(t.topics, "Returns", "#000000", "Goods that come back", 1),
    "update topic": lambda t: topics.update(t.topics, 2, name="Post", hotkey=1),
    "remove topic": lambda t: topics.remove([t], 1),
    "tag": lambda t: topics.tag(t, [1, 2], 2),
    "untag": lambda t: topics.untag(t, [1], 1),
    "toggle": lambda t: topics.toggle(t, [1, 2], 1),
    "tag_from": lambda t: topics.tag_from(t, 2, 2),
    "allow": lambda t: allowed.allow(t, "seven eight"),
    "add role word": lambda t: role_words.add(t, "seven eight", "client", "sign", 3),
    "change role word": lambda t: role_words.add(t, "nine", "client"),
    "switch off role word": lambda t: role_words.add(t, "ten", ""),
    "remove role word": lambda t: role_words.remove(t, [1]),
    "disallow": lambda t: allowed.disallow(t, [1]),
    "accept": lambda t: review.accept(t, _finding(t), seconds=1.5),
    "accept the alternative": lambda t: review.accept(t, _finding(t), alternative=True),
    "accept_all": lambda t: review.accept_all(t, [_finding(t)]),
    "dismiss": lambda t: review.dismiss(t, _finding(t)),
    "allow_repeat": lambda t: review.allow_repeat(t, _finding(t)),
    "relabel_instead": lambda t: review.relabel_instead(t, _finding(t), [3], "C"),
    "set_done": lambda t: review.set_done(t, True),
    "rename transcript": lambda t: transcripts.rename(t, "Monday"),
}


@pytest.fixture
def transcript(call) -> Transcript:
    made = call("A: one two three", "B: four five six", "A: seven eight", "B: nine", topics=TOPICS)
    old = Decision(1, "old", "dismissed", "speakers", "cut", 0.5)
    for change in (
        turns.hide(made, [4]),
        topics.tag(made, [1], 1),
        allowed.allow(made, "nine"),
        role_words.add(made, "nine", "agent"),
        speakers.pin(made, [2]),
        speakers.set_role(made, "B", "support"),
        Change.of(msg("Decide"), [(None, old)]),
    ):
        made = made.apply(change)
    return made


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_a_command_is_undone_and_redone_exactly(transcript, command):
    change = command(transcript)
    after = transcript.apply(change)
    assert after != transcript
    assert after.apply(change.inverse()) == transcript
    assert after.apply(change.inverse()).apply(change) == after


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_a_command_leaves_ranks_in_order_and_every_source_word_in_one_turn(transcript, command, coverage):
    after = transcript.apply(command(transcript))
    ranks = [turn.rank for turn in after.turns]
    assert all(a < b for a, b in pairwise(ranks))
    assert all(turn.text.strip() == turn.text != "" for turn in after.turns)
    assert coverage(after) == coverage(transcript)
