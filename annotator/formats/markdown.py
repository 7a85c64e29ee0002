"""Markdown (CommonMark), for notes and wikis: one paragraph a turn."""

from __future__ import annotations

import re

from annotator.core.i18n import msg
from annotator.core.model import Transcript
from annotator.formats import timecode
from annotator.formats.base import ExportOptions, Format, exported, topic_names
from annotator.formats.encoding import encode
from annotator.formats.labels import speaker_labels

_MARKS = re.compile(r"[\\`*_\[\]<>#|~&]")
_BEGINNINGS = re.compile(r"^(\s*)(?:([-+=:])|(\d+)([.)]))")
"""What makes a list, a heading or a line at the start of a line."""


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write speakers in bold and times; topics are in italics, comments are quotes. What is said cannot become markup."""
    labels = speaker_labels(transcript, options) if options.speakers else {}
    written = [f"# {_escaped(transcript.header.name)}\n"]
    for _, turn in exported(transcript, options):
        head = []
        if turn.start_ms is not None:
            head.append(timecode.write(turn.start_ms, "0:00:00"))
        if turn.speaker_id in labels:
            head.append(f"**{_escaped(''.join(labels[turn.speaker_id]))}:**")
        topics = f"*\\[{_escaped(', '.join(topic_names(transcript, turn)))}\\]*" if options.topics and turn.topics else ""
        paragraph = " ".join(filter(None, (*head, _escaped(turn.text, breaks=True), topics)))
        written.append(f"{paragraph}\n")
        if turn.comment:
            written.append("\n".join(f"> {_escaped(line)}" for line in turn.comment.splitlines() if line.strip()) + "\n")
    return encode("\n".join(written), "utf-8")


def _escaped(text: str, breaks: bool = False) -> str:
    """Return text that Markdown shows as it is; with `breaks` its lines stay lines, else they become one."""
    lines = [_MARKS.sub(r"\\\g<0>", line.strip()) for line in text.splitlines() if line.strip()]
    lines = [_BEGINNINGS.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", line) for line in lines]
    return ("\\\n" if breaks else " ").join(lines)


MARKDOWN = Format(
    "markdown",
    msg("Markdown, for notes and wikis"),
    (".md",),
    writer=write,
    holds=frozenset({"speakers", "roles", "topics", "only_reviewed"}),
    keeps=frozenset({"speakers", "roles", "times", "topics", "comments"}),
)
