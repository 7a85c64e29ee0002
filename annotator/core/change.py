"""A change: what it is called, and each entity before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.errors import CommandError
from annotator.core.i18n import Message, msg

if TYPE_CHECKING:
    from annotator.core.model import Entity, Key


@dataclass(frozen=True, slots=True)
class Step:
    """One entity before and after: `before` None when it is added, `after` None when it is removed."""

    before: Entity | None
    after: Entity | None

    @property
    def entity(self) -> Entity:
        """What the step leaves, or what it removes."""
        entity = self.after if self.after is not None else self.before
        assert entity is not None, "a step has a before or an after"
        return entity


@dataclass(frozen=True, slots=True)
class Change:
    """A label for undo and history, and the steps; each entity stands in one step only."""

    label: Message
    steps: tuple[Step, ...]

    def inverse(self) -> Change:
        """Return the change that undoes this one."""
        return Change(self.label, tuple(Step(step.after, step.before) for step in reversed(self.steps)))

    @classmethod
    def of(cls, label: Message, steps: Iterable[tuple[Entity | None, Entity | None]]) -> Change:
        """Make a change of (before, after) pairs, leaving out those that change nothing; raise CommandError if none is left."""
        kept = tuple(Step(before, after) for before, after in steps if before != after)
        if not kept:
            raise CommandError(msg("There is nothing to change here."))
        return cls(label, kept)

    @classmethod
    def join(cls, label: Message, changes: Iterable[Change]) -> Change:
        """Make one undo step of several changes, each computed on the result of the one before.

        Per entity the first ``before`` and the last ``after`` are kept. Raises CommandError when nothing is left.
        """
        merged: dict[Key, tuple[Entity | None, Entity | None]] = {}
        for change in changes:
            for step in change.steps:
                key = step.entity.key
                first = merged[key][0] if key in merged else step.before
                merged[key] = (first, step.after)
        return cls.of(label, merged.values())
