"""EXB, the basic transcription of the EXMARaLDA Partitur-Editor ("EXMARaLDA: Understanding the basics of the XML formats").

A chain of events without a gap on a tier of transcription (type "t") is a turn of the tier's speaker, as the score shows it. Tiers
of annotation and description (types "a" and "d") are passed over. How pauses, breaks and noises are written differs between
conventions (HIAT, GAT, cGAT), so the words are taken as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from annotator.core.i18n import msg
from annotator.core.model import Imported
from annotator.formats.base import NO, SURE, File, Format, ImportReport
from annotator.formats.building import Builder
from annotator.formats.markup import local, xml
from annotator.formats.tiers import evened, remark_on_others

_SENTENCE_ENDS = tuple(".?!…")


@dataclass(slots=True)
class _Chain:
    """Events without a gap: places on the time line, and what is said between them."""

    start: int
    end: int
    speaker: str
    texts: list[str]


def sniff(file: File) -> int:
    return SURE if file.root == "basic-transcription" else NO


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read a transcript; events that are at no place of the time line are left out."""
    document = xml(file)
    builder = Builder(file, "exb")
    names = {speaker.get("id", ""): _name(speaker) for speaker in document.iter("speaker")}
    points = list(document.iter("tli"))
    places = {point.get("id", ""): place for place, point in enumerate(points)}
    times = evened([_ms(point.get("time", "")) for point in points])
    chains: list[_Chain] = []
    others: list[str] = []
    lost = 0
    for tier in document.iter("tier"):
        if tier.get("type", "t") != "t":
            others.append(tier.get("display-name", "") or tier.get("id", ""))
            continue
        found, left_out = _chains(tier, places)
        chains += found
        lost += left_out
    for chain in sorted(chains, key=lambda chain: (chain.start, chain.end)):
        name = names.get(chain.speaker, "")
        text = " ".join("".join(chain.texts).split())
        builder.turn(text, chain.speaker, times[chain.start], times[chain.end], name=name if name != chain.speaker else "")
    for _ in range(lost):
        builder.skip(msg("It is at no place of the time line: left out."))
    remark_on_others(builder, others)
    return builder.finish()


def _chains(tier: Element, places: dict[str, int]) -> tuple[list[_Chain], int]:
    """Return what is said on a tier, and how many events with words are at no place of the time line."""
    speaker = tier.get("speaker", "") or tier.get("display-name", "")
    events = []
    lost = 0
    for element in tier:
        if local(element) != "event":
            continue
        text = "".join(element.itertext())
        start, end = (places.get(element.get(name, "")) for name in ("start", "end"))
        if start is None or end is None:
            lost += bool(text.strip())
        else:
            events.append(_Chain(start, end, speaker, [text]))
    chains: list[_Chain] = []
    for event in sorted(events, key=lambda event: event.start):
        if chains and chains[-1].end == event.start:
            # Events bring their own white space, which is at times forgotten after a sentence.
            between = " " if chains[-1].texts[-1][-1:] in _SENTENCE_ENDS and event.texts[0][:1].isalnum() else ""
            chains[-1].texts += between, *event.texts
            chains[-1].end = event.end
        else:
            chains.append(event)
    return chains, lost


def _name(speaker: Element) -> str:
    return next((child.text or "" for child in speaker if local(child) == "abbreviation"), "").strip()


def _ms(seconds: str) -> float | None:
    try:
        return float(seconds) * 1000
    except ValueError:
        return None


EXB = Format("exb", msg("EXMARaLDA basic transcription"), (".exb",), read, sniff=sniff)
