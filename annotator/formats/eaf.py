"""EAF, the annotation format of ELAN ("ELAN Annotation Format", schema EAFv3.0 and older ones).

A tier that depends on no other is a speaker, called by its participant or by its name, and each annotation a turn. Of the tiers
that depend on these, those that hold the same words one by one say when the words are spoken; translations, glosses and the like
are passed over. Where the annotations of a tier are only numbers of those of a tier below (the habit of Toolbox and FLEx), the
words are taken from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from annotator.core.i18n import msg
from annotator.core.model import Imported, Transcript
from annotator.formats.base import NO, SURE, ExportOptions, File, Format, ImportReport
from annotator.formats.building import Builder
from annotator.formats.markup import local, xml
from annotator.formats.tiers import (
    UNKNOWN,
    Mark,
    Tier,
    are_words_of,
    evened,
    kind_of,
    remark_on_others,
    speaker_of,
    take,
    tiers_of,
    told_apart,
)

_ROOT = "ANNOTATION_DOCUMENT"
_ASSOCIATED = "Symbolic_Association"
_INCLUDED = "Included_In"
_TURNS, _WORDS = "turns", "words"
_SCHEMA = "http://www.mpi.nl/tools/elan/EAFv3.0.xsd"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_DATE = "1970-01-01T00:00:00Z"
"""Stands for a date that the schema asks for and a transcript does not have: the same call gives the same file."""
_STEREOTYPES = {
    "Time_Subdivision": "Time subdivision of parent annotation's time interval, no time gaps allowed within this interval",
    "Symbolic_Subdivision": "Symbolic subdivision of a parent annotation. Annotations refering to the same parent are ordered",
    "Symbolic_Association": "1-1 association with a parent annotation",
    "Included_In": "Time alignable annotations within the parent annotation's time interval, gaps are allowed",
}
_NUMBERED = re.compile(r"ref(?:@.*)?", re.IGNORECASE)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def sniff(file: File) -> int:
    return SURE if file.root == _ROOT else NO


@dataclass(slots=True)
class _Tier:
    """A tier of the file: its marks with their ids, the tier it depends on and how, and what it says about marks of that one."""

    tier: Tier
    parent: str
    constraint: str
    ids: list[str] = field(default_factory=list)
    about: dict[str, str] = field(default_factory=dict)


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read a transcript; annotations that have no time are left out."""
    document = xml(file)
    builder = Builder(file, "eaf")
    tiers, untimed = _tiers(document)
    rootless = [name for name, found in tiers.items() if found.parent not in tiers]
    top = [name for name in rootless if not tiers[name].constraint] or rootless
    below: dict[str, list[str]] = {}
    for name, found in tiers.items():
        below.setdefault(found.parent, []).append(name)
    used = {written for name in top if (written := _written_below(tiers[name], below.get(name, ()), tiers))}
    turns, spoken, _ = told_apart([tiers[name].tier for name in top])
    for turn_tier in turns:
        for name in _dependent(turn_tier.name, below):
            if kind_of(tiers[name].tier)[0] == "words" or are_words_of(tiers[name].tier, turn_tier):
                spoken.append((tiers[name].tier, [turn_tier]))
                break
    take(builder, turns, spoken)
    for _ in range(untimed):
        builder.skip(msg("A label without a time: left out."))
    used |= {tier.name for tier in (*turns, *(tier for tier, _ in spoken))}
    remark_on_others(builder, [name for name, found in tiers.items() if name not in used and (found.tier.labels or found.about)])
    return builder.finish()


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write a tier a speaker, and one below it with the words where it is known when they were spoken."""
    document = Element(_ROOT, {"AUTHOR": "", "DATE": _DATE, "FORMAT": "3.0", "VERSION": "3.0"})
    document.set("xmlns:xsi", _INSTANCE)
    document.set("xsi:noNamespaceSchemaLocation", _SCHEMA)
    SubElement(document, "HEADER", {"MEDIA_FILE": "", "TIME_UNITS": "milliseconds"})
    order = SubElement(document, "TIME_ORDER")
    count = 0
    for turns, heard in tiers_of(transcript, options):
        for tier, kind, parent in ((turns, _TURNS, None), (heard, _WORDS, turns)):
            if not tier.marks:
                continue
            about = {"LINGUISTIC_TYPE_REF": kind, "TIER_ID": _safe(tier.name)}
            if tier.speaker != UNKNOWN:
                about["PARTICIPANT"] = _safe(tier.speaker)
            if parent is not None:
                about["PARENT_REF"] = _safe(parent.name)
            element = SubElement(document, "TIER", about)
            for mark in tier.marks:
                count += 1
                ends = {}
                for end, ms in ((1, mark.start_ms), (2, mark.end_ms)):
                    ends[f"TIME_SLOT_REF{end}"] = slot = f"ts{2 * count - 2 + end}"
                    SubElement(order, "TIME_SLOT", {"TIME_SLOT_ID": slot, "TIME_VALUE": str(ms)})
                annotation = SubElement(element, "ANNOTATION")
                aligned = SubElement(annotation, "ALIGNABLE_ANNOTATION", {"ANNOTATION_ID": f"a{count}", **ends})
                SubElement(aligned, "ANNOTATION_VALUE").text = _safe(mark.text)
    order[:] = sorted(order, key=lambda slot: int(slot.get("TIME_VALUE", "0")))
    for kind, constraint in ((_TURNS, {}), (_WORDS, {"CONSTRAINTS": _INCLUDED})):
        about = {"GRAPHIC_REFERENCES": "false", "LINGUISTIC_TYPE_ID": kind, "TIME_ALIGNABLE": "true", **constraint}
        SubElement(document, "LINGUISTIC_TYPE", about)
    for stereotype, description in _STEREOTYPES.items():
        SubElement(document, "CONSTRAINT", {"DESCRIPTION": description, "STEREOTYPE": stereotype})
    indent(document, " " * 4)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(document, "unicode")}\n'.encode()


def _tiers(document: Element) -> tuple[dict[str, _Tier], int]:
    """Return the tiers by their names, and how many annotations have words but no time."""
    slots = _slots(document)
    constraints = {
        element.get("LINGUISTIC_TYPE_ID"): element.get("CONSTRAINTS", "") for element in _children(document, "LINGUISTIC_TYPE")
    }
    tiers: dict[str, _Tier] = {}
    untimed = 0
    for element in _children(document, "TIER"):
        name = element.get("TIER_ID", "")
        kind = constraints.get(element.get("LINGUISTIC_TYPE_REF"), "")
        found = tiers[name] = _Tier(Tier(name, element.get("PARTICIPANT", "").strip()), element.get("PARENT_REF", ""), kind)
        marks = []
        for annotation in element.iter():
            text = next((child.text or "" for child in _children(annotation, "ANNOTATION_VALUE")), "")
            if local(annotation) == "REF_ANNOTATION":
                found.about[annotation.get("ANNOTATION_REF", "")] = text
            elif local(annotation) == "ALIGNABLE_ANNOTATION":
                start, end = (slots.get(annotation.get(f"TIME_SLOT_REF{n}", "")) for n in (1, 2))
                if start is not None:
                    marks.append((Mark(start, end, text), annotation.get("ANNOTATION_ID", "")))
                else:
                    untimed += bool(text.strip())
        marks.sort(key=lambda entry: entry[0].start_ms)
        found.tier.marks = [mark for mark, _ in marks]
        found.ids = [id_ for _, id_ in marks]
    for name, found in tiers.items():
        found.tier.speaker = found.tier.speaker or speaker_of(name, tiers)
    return tiers, untimed


def _slots(document: Element) -> dict[str, float | None]:
    """Return the times of the slots; those without one stand between their neighbours, in the order of the file."""
    order = [slot for child in _children(document, "TIME_ORDER") for slot in _children(child, "TIME_SLOT")]
    times = evened([_number(slot.get("TIME_VALUE", "")) for slot in order])
    return {slot.get("TIME_SLOT_ID", ""): time for slot, time in zip(order, times, strict=True)}


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _written_below(found: _Tier, names: Iterable[str], tiers: Mapping[str, _Tier]) -> str:
    """Take the words of a tier of numbers, or without words, from one below it; return the name of that one, if there is any."""
    if found.tier.labels and not _NUMBERED.fullmatch(found.tier.name):
        return ""
    name = next((name for name in names if tiers[name].constraint == _ASSOCIATED and any(tiers[name].about.values())), "")
    if name:
        about = tiers[name].about
        found.tier.marks = [replace(mark, text=about.get(id_, "")) for mark, id_ in zip(found.tier.marks, found.ids, strict=True)]
    return name


def _dependent(name: str, below: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the tiers that depend on a tier, at whatever remove."""
    left, seen = [name], {name}
    while left:
        for other in below.get(left.pop(0), ()):
            if other not in seen:
                seen.add(other)
                left.append(other)
                yield other


def _children(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element if local(child) == name)


def _safe(text: str) -> str:
    """Return the text without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


EAF = Format(
    "eaf",
    msg("EAF for ELAN, a tier a speaker"),
    (".eaf",),
    read,
    write,
    sniff,
    holds=frozenset({"speakers", "only_reviewed"}),
    keeps=frozenset({"speakers", "times", "word_times"}),
)
