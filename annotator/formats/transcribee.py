"""Documents of transcribee: ``children`` that are paragraphs, made of text atoms with ``conf``; atoms bring the spaces between
them along, and a word can be several (documentation of the transcribee document format, versions 1 and 2).
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
    some = items(first(file.json, "children", "paragraphs"))[:5]
    fits = all(at(each, "type") == "paragraph" and isinstance(at(each, "children"), list) for each in some)
    return SURE if some and fits and any(has(atom, "conf") for each in some for atom in objects(at(each, "children"))[:5]) else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    value = value_of(file)
    names = at(value, "speaker_names")
    builder = Builder(file, "transcribee")
    for each in items(first(value, "children", "paragraphs")):
        if not isinstance(each, dict):
            builder.skip(msg("It has no text: left out."))
            continue
        atoms = objects(each.get("children"))
        speaker = text(each.get("speaker"))
        said = "".join(text(atom.get("text")) for atom in atoms)
        starts, ends = ([time for atom in (each, *atoms) if (time := ms(atom.get(key))) is not None] for key in ("start", "end"))
        tokens = [_token(place, atom) for place, atom in enumerate(atoms)]
        builder.turn(said, speaker, min(starts, default=None), max(ends, default=None), tokens, name=text(at(names, speaker)))
    return builder.finish()


def _token(place: int, atom: dict[str, Any]) -> Token:
    piece = text(atom.get("text"))
    times = whole(ms(atom.get("start"))), whole(ms(atom.get("end")))
    return Token(piece, *times, share(atom.get("conf")), place > 0 and not piece[:1].isspace())


TRANSCRIBEE = Format(
    "transcribee",
    msg("transcribee document (JSON)"),
    (".json",),
    reader=read,
    sniff=sniff,
)
