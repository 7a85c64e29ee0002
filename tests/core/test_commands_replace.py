"""Replacing words in one or several calls."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator import formats
from annotator.core.commands import transcripts, turns
from annotator.core.commands.replace import replace_words, replaced
from annotator.core.errors import CommandError, StaleChange
from annotator.core.finding import Replacement, Span
from annotator.project import Project


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.annotator") as made:
        for n, text in enumerate(("A: ну вот сапорт тут\nB: сапорт и сапорт\nA: сапорт\n", "A: это сапорт 🙂 сапорт\n"), 1):
            made.apply(transcripts.add(formats.read(text.encode(), f"{n}.txt")[0], n))
        yield made


def everywhere(transcript, word, new):
    for turn in transcript.visible:
        at = turn.text.find(word)
        while at >= 0:
            yield Replacement(Span.of(transcript, turn.id, at, at + len(word)), new)
            at = turn.text.find(word, at + 1)


def texts(project):
    return [[t.text for t in project.transcript(i).visible] for i in (1, 2)]


def test_several_calls_change_as_one_step_and_undo_restores_them(project):
    before = [project.transcript(i) for i in (1, 2)]
    project.apply(turns.mark_reviewed(before[0], [1]))
    before = [project.transcript(i) for i in (1, 2)]
    change = replace_words(before, {t.id: list(everywhere(t, "сапорт", "саппорт")) for t in before})
    project.apply(change)
    assert texts(project) == [["ну вот саппорт тут", "саппорт и саппорт", "саппорт"], ["это саппорт 🙂 саппорт"]]
    after = project.transcript(1)
    assert [replace(t, text="") for t in after.turns] == [replace(t, text="") for t in before[0].turns], "only texts differ"
    assert str(change.label) == "Replace words in 4 turns"
    project.undo()
    assert [project.transcript(i) for i in (1, 2)] == before
    project.redo()
    assert project.transcript(1) == after


def test_what_nobody_asked_for_stays(project):
    one, two = (project.transcript(i) for i in (1, 2))
    chosen = list(everywhere(one, "сапорт", "X"))[1:2]
    project.apply(replace_words([one, two], {1: chosen}))
    assert texts(project) == [["ну вот сапорт тут", "X и сапорт", "сапорт"], ["это сапорт 🙂 сапорт"]]


def test_a_turn_that_keeps_no_words_is_hidden_with_its_text(project):
    one = project.transcript(1)
    project.apply(replace_words([one], {1: list(everywhere(one, "сапорт", ""))}))
    assert [(t.text, t.hidden) for t in project.transcript(1).turns] == [("ну вот тут", False), ("и", False), ("сапорт", True)]


def test_words_that_have_changed_are_not_touched(project):
    one = project.transcript(1)
    found = list(everywhere(one, "сапорт", "саппорт"))
    project.apply(turns.set_text(one, 1, "совсем другое дело"))
    with pytest.raises(StaleChange):
        replace_words([project.transcript(1)], {1: found})
    project.undo()
    project.apply(turns.hide(project.transcript(1), [3]))
    with pytest.raises(StaleChange):
        replace_words([project.transcript(1)], {1: found})


def test_nothing_to_replace_is_no_change(project):
    one = project.transcript(1)
    for chosen in ([], [Replacement(Span.of(one, 1, 0, 2), "ну")]):
        with pytest.raises(CommandError, match="nothing to change"):
            replace_words([one], {1: chosen})


@pytest.mark.parametrize(
    ("text", "places", "made"),
    [
        ("а б в", [(2, 3, "")], "а в"),
        ("а б", [(2, 3, "")], "а"),
        ("а б", [(0, 1, "")], "б"),
        ("а б в", [(0, 1, ""), (2, 3, "")], "в"),
        ("абв", [(1, 2, "")], "ав"),
        ("а, б", [(0, 1, "")], ", б"),
        ("а  б", [(0, 1, "в")], "в  б"),
        ("🙂 б", [(2, 3, "\ud800")], "🙂 \ufffd"),
        ("абв", [(2, 3, "3"), (0, 1, "11"), (1, 2, "2")], "1123"),
    ],
)
def test_spaces_around_what_goes(text, places, made):
    assert replaced(text, [Replacement(Span(1, a, b, text[a:b]), new) for a, b, new in places]) == made


def test_two_replacements_cannot_have_the_same_words():
    with pytest.raises(CommandError, match="same words"):
        replaced("абв", [Replacement(Span(1, 0, 2, "аб"), "x"), Replacement(Span(1, 1, 3, "бв"), "y")])
