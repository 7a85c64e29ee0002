"""Training sets made of reviewed calls. A recipe is one module here and one entry in RECIPES."""

from __future__ import annotations

from annotator.core.errors import CommandError
from annotator.core.i18n import msg
from annotator.datasets.base import Recipe
from annotator.datasets.correction import CORRECTION
from annotator.datasets.duplicates import DUPLICATES
from annotator.datasets.preferences import PREFERENCES
from annotator.datasets.roles import ROLES
from annotator.datasets.speakers import SPEAKERS
from annotator.datasets.topics import TOPICS

RECIPES: tuple[Recipe, ...] = (CORRECTION, DUPLICATES, SPEAKERS, ROLES, TOPICS, PREFERENCES)

ALL = "all"
"""Stands for all of them."""


def by_name(name: str) -> Recipe:
    """Return the recipe of this name; raise CommandError where there is none."""
    found = next((recipe for recipe in RECIPES if recipe.name == name), None)
    if found is None:
        known = ", ".join((*(recipe.name for recipe in RECIPES), ALL))
        raise CommandError(msg("There is no recipe {name}. There are: {known}.", name=name, known=known))
    return found
