from __future__ import annotations

from datetime import UTC, datetime

import pytest

from annotator.core.history import History, JournalEntry
from annotator.core.i18n import msg


def journal(*moves: tuple[str, int | None]) -> list[JournalEntry]:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return [JournalEntry(seq, kind, ref, at, "me", msg("Change {n}", n=seq)) for seq, (kind, ref) in enumerate(moves, 1)]


def tops(history: History) -> tuple[int | None, int | None]:
    undoable, redoable = history.undoable, history.redoable
    return undoable and undoable.seq, redoable and redoable.seq


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        ([], (None, None)),
        ([("do", None), ("do", None)], (2, None)),
        ([("do", None), ("do", None), ("undo", 2)], (1, 2)),
        ([("do", None), ("do", None), ("undo", 2), ("undo", 1)], (None, 1)),
        ([("do", None), ("do", None), ("undo", 2), ("undo", 1), ("redo", 1)], (1, 2)),
        ([("do", None), ("undo", 1), ("do", None)], (3, None)),
    ],
)
def test_the_journal_tells_what_can_be_undone_and_redone(moves, expected):
    assert tops(History(journal(*moves))) == expected


@pytest.mark.parametrize("moves", [[("undo", 1)], [("do", None), ("undo", 9)], [("do", None), ("redo", 1)]])
def test_a_journal_that_does_not_add_up_is_refused(moves):
    with pytest.raises(ValueError, match="does not follow"):
        History(journal(*moves))
