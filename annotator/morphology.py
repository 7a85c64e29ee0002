"""The morphological dictionary of Russian: what forms words have. One serves all that ask for it: it takes 20 MB."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def analyzer() -> Any:
    """Return the analyzer of pymorphy3, loaded once per process, and only when there is a word to look up."""
    import pymorphy3
    import pymorphy3_dicts_ru

    return pymorphy3.MorphAnalyzer(path=pymorphy3_dicts_ru.get_path(), lang="ru")
