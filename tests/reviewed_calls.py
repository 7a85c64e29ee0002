"""Reviewed calls to build training sets of: written for it, with a repeat that is accepted, one that is dismissed, and topics."""

from __future__ import annotations

import random
from pathlib import Path

from annotator import formats
from annotator.core.commands import review, topics, transcripts, turns
from annotator.core.finding import Finding
from annotator.core.model import Transcript
from annotator.detectors import analyse
from annotator.project import Project

THINGS = (
    *("sofa lamp table chair mirror carpet shelf desk bed clock vase curtain stove fridge kettle fan river window").split(),
    *("radio camera phone printer tablet cable router battery screen mouse keyboard speaker charger drone forest").split(),
    *("garden kitchen office cellar attic garage hall balcony monday tuesday wednesday thursday friday winter").split(),
    *("paper bottle ticket engine bridge market doctor teacher village island castle museum theatre station").split(),
)


def text(n: int) -> str:
    """Return a call, the n-th, none like another; what the client wants is transcribed twice."""
    chance = random.Random(n)

    def some(count: int) -> str:
        return " ".join(chance.choices(THINGS, k=count))

    run = f"i would like to know when the {some(5)} is going to be delivered"
    return f"""Support (SPK00): hello this is the {some(3)} shop how can i help you today
Client (SPK01): good morning yes {run}
Support (SPK00): {run} let me look up the {some(5)} for you one moment please
Client (SPK01): my {some(6)} came late as well so i would rather have the {some(4)}
Support (SPK00): your order of a {some(6)} is with the {some(4)} at noon
Client (SPK01): thank you very much then i will be in the {some(6)} goodbye
"""


def found(transcript: Transcript, *detectors: str) -> list[Finding]:
    return [f for f in analyse(transcript, detectors) if isinstance(f, Finding) and f.key not in transcript.decisions]


def make(path: Path, count: int = 3, decide: bool = True, more: tuple[str, ...] = ()) -> Path:
    """Make a project of so many calls, all turns of them reviewed, and of `more` ones; by default nothing is left to decide."""
    with Project.create(path) as project:
        for n, content in enumerate([*map(text, range(count)), *more]):
            imported, _ = formats.read(content.encode(), f"call {n}.txt")
            project.apply(transcripts.add(imported, project.new_transcript_id()))
        project.apply(topics.add(project.topics, "Delivery", "#336699"))
        delivery = project.topics[0].id
        for header in project.transcripts():
            if decide:
                for finding in found(project.transcript(header.id), "duplicates"):
                    project.apply(review.accept(project.transcript(header.id), finding))
                for finding in found(project.transcript(header.id)):
                    project.apply(review.dismiss(project.transcript(header.id), finding))
            now = project.transcript(header.id)
            project.apply(topics.tag(now, [turn.id for turn in now.visible if "deliver" in turn.text], delivery))
            now = project.transcript(header.id)
            project.apply(turns.mark_reviewed(now, [turn.id for turn in now.visible]))
    return path
