"""User-visible strings: English in the source, other languages from Qt Linguist files (``resources/i18n/annotator_<language>.ts``).

The command line must not import Qt, and evidence is worded in the core, so the catalogues are read here and not by QTranslator.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from string import Formatter
from typing import Any

LANGUAGES = {"en": "English", "ru": "Русский"}


@dataclass(frozen=True)
class Catalogue:
    """Translations of one language: source text -> its forms (one form, or one per plural class)."""

    language: str = "en"
    forms: Mapping[str, tuple[str, ...]] | None = None

    @classmethod
    def load(cls, language: str, folder: Path) -> Catalogue:
        """Read ``annotator_<language>.ts`` from `folder`."""
        forms: dict[str, tuple[str, ...]] = {}
        for message in ET.parse(folder / f"annotator_{language}.ts").iter("message"):
            source, translation = message.findtext("source", ""), message.find("translation")
            if translation is None:
                continue
            plural = tuple(form.text or "" for form in translation.iter("numerusform"))
            texts = plural or (translation.text or "",)
            if all(texts):
                forms[source] = texts
        return cls(language, forms)

    def get(self, text: str, n: float | None) -> str:
        """Return the translation of `text`, in the plural form for `n`; the text itself where there is none."""
        forms = (self.forms or {}).get(text, (text,))
        return forms[0] if len(forms) == 1 or n is None else forms[min(plural_class(self.language, n), len(forms) - 1)]


def plural_class(language: str, n: float) -> int:
    """Return the index of the plural form in Qt Linguist's order: en (one, other), ru (one, few, many)."""
    count = abs(int(n))
    if language == "ru":
        if count % 10 == 1 and count % 100 != 11:
            return 0
        return 1 if 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14 else 2
    return 0 if count == 1 else 1


_current = Catalogue()


def use(catalogue: Catalogue) -> None:
    """Make `catalogue` the one that all later strings are taken from."""
    global _current
    _current = catalogue


def language() -> str:
    """Return the code of the language in use."""
    return _current.language


def tr(text: str, /, **values: Any) -> str:
    """Return `text` in the language in use with ``{name}`` fields filled in; the value ``n`` chooses the plural form.

    `text` must be a literal: the catalogues are made from the source code.
    """
    translated = _current.get(text, values.get("n"))
    return translated.format(**values) if values else translated


@dataclass(frozen=True, slots=True)
class Message:
    """A string to be translated when it is shown, so that stored and computed texts follow a change of language.

    Written as ``msg("literal {field}", field=...)``. Values are strings, numbers or other messages.
    """

    text: str
    values: tuple[tuple[str, Any], ...] = ()

    def __str__(self) -> str:
        return tr(self.text, **{name: str(v) if isinstance(v, Message) else v for name, v in self.values})

    def to_json(self) -> list[Any]:
        return [self.text, {n: v.to_json() if isinstance(v, Message) else v for n, v in self.values}]

    @classmethod
    def from_json(cls, data: list[Any]) -> Message:
        """Return the message; raise ValueError where it is none of ours: a field of a foreign one could ask for anything."""
        text, values = data
        for _, name, spec, conversion in Formatter().parse(text):
            if name is not None and (spec or conversion or name not in values):
                raise ValueError("no message")
        if not all(isinstance(v, str | int | list) or (isinstance(v, float) and isfinite(v)) for v in values.values()):
            raise ValueError("no message")
        if isinstance(values.get("n", 0), str | list):
            raise ValueError("no message")
        return cls(text, tuple((n, cls.from_json(v) if isinstance(v, list) else v) for n, v in values.items()))


def msg(text: str, /, **values: Any) -> Message:
    """Return a message; `text` must be a literal (see `tr`)."""
    return Message(text, tuple(values.items()))
