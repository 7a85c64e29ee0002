"""JSON of the annotation tool Gecko: ``monologues`` of one speaker, each with its ``terms``, words and punctuation marks
(``schemaVersion`` 2.0, README and samples of Gecko). Without terms a monologue may have its text at once.
"""

from __future__ import annotations

from typing import Any

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.building import Builder, Token
from annotator.formats.json_values import at, first, has, items, ms, objects, share, text, whole
from annotator.formats.recognised import value_of


def sniff(file: File) -> int:
    some = items(at(file.json, "monologues"))[:5]
    return SURE if some and all(has(each, "terms") or (has(each, "speaker") and has(each, "text")) for each in some) else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    builder = Builder(file, "gecko")
    for each in items(at(value_of(file), "monologues")):
        if not isinstance(each, dict):
            builder.skip(msg("It has no text: left out."))
            continue
        speaker = each.get("speaker")
        whose, name = (first(speaker, "id", "name"), at(speaker, "name")) if isinstance(speaker, dict) else (speaker, None)
        said = each.get("text")
        terms = [_term(term) for term in objects(each.get("terms"))]
        builder.turn(
            said if isinstance(said, str) and not any(term.text.strip() for term in terms) else None,
            text(whose),
            ms(each.get("start")),
            ms(each.get("end")),
            terms,
            name=text(name) if name != whose else "",
        )
    return builder.finish()


def _term(term: dict[str, Any]) -> Token:
    glued = text(term.get("type")).upper() == "PUNCTUATION"
    times = whole(ms(term.get("start"))), whole(ms(term.get("end")))
    return Token(text(term.get("text")), *times, share(term.get("confidence")), glued)


GECKO = Format(
    "gecko",
    msg("Gecko JSON"),
    (".json",),
    reader=read,
    sniff=sniff,
)
