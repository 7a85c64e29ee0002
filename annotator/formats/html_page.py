"""A page to read and print (HTML 5): one file, without scripts, and without anything that would be fetched from elsewhere."""

from __future__ import annotations

from html import escape

from annotator.core.i18n import msg
from annotator.core.model import Transcript
from annotator.formats import timecode
from annotator.formats.archives import legal
from annotator.formats.base import ExportOptions, Format, exported, topic_names
from annotator.formats.encoding import encode
from annotator.formats.labels import speaker_labels

_COLOURS = (
    *(("#1f4e9e", "#9cc2ff"), ("#a8480a", "#ffb482"), ("#1b6b4a", "#7ddcb0")),
    *(("#7a2e8e", "#dfa6ee"), ("#8a1538", "#ff9db5"), ("#0f6674", "#7fd6e4")),
)
"""Of the names of speakers, on white and on black: contrast above 4.5:1."""

_STYLE = """:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1rem; font: 1rem/1.5 system-ui, sans-serif; }
body { color: #1c1c1c; background: #fff; }
h1 { font-size: 1.4rem; overflow-wrap: anywhere; }
.turn { margin: 0 0 .75rem; padding-left: 4.5rem; position: relative; overflow-wrap: anywhere; break-inside: avoid; }
.turn time { position: absolute; left: 0; color: #595959; font-size: .8rem; line-height: 1.9; font-variant-numeric: tabular-nums; }
.turn b { margin-right: .4rem; }
.turn span { white-space: pre-line; }
.topic { margin-left: .4rem; padding: 0 .4rem; border: 1px solid #8a8a8a; border-radius: .6rem; color: #595959; font-size: .75rem; }
.turn q { display: block; color: #595959; font-size: .85rem; white-space: pre-line; quotes: none; border-left: 2px solid #8a8a8a;
  padding-left: .5rem; }
"""
_DARK = """  body { color: #e8e8e8; background: #161616; }
  .turn time, .topic, .turn q { color: #b0b0b0; }
"""


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write the turns, each with its time, its speaker in a colour of its own, topics and comment."""
    labels = speaker_labels(transcript, options) if options.speakers else {}
    places = {id_: place for place, id_ in enumerate(labels)}
    colours = [_COLOURS[place % len(_COLOURS)] for place in range(len(places))]
    light = "".join(f".s{place} {{ color: {colour}; }}\n" for place, (colour, _) in enumerate(colours))
    dark = "".join(f"  .s{place} {{ color: {colour}; }}\n" for place, (_, colour) in enumerate(colours))
    name = _text(transcript.header.name)
    written = [
        f'<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{name}</title>\n<style>\n{_STYLE}{light}@media screen and (prefers-color-scheme: dark) {{\n{_DARK}{dark}}}\n"
        f"@media print {{ body {{ max-width: none; padding: 0; }} }}\n</style>\n</head>\n<body>\n<h1>{name}</h1>\n"
    ]
    for number, turn in exported(transcript, options):
        parts = []
        if turn.start_ms is not None:
            parts.append(f"<time>{timecode.write(turn.start_ms, '0:00:00')}</time>")
        if turn.speaker_id in labels:
            parts.append(f'<b class="s{places[turn.speaker_id]}">{_text("".join(labels[turn.speaker_id]))}:</b>')
        parts.append(f"<span>{_text(turn.text)}</span>")
        if options.topics:
            parts += [f'<span class="topic">{_text(topic)}</span>' for topic in topic_names(transcript, turn)]
        if turn.comment:
            parts.append(f"<q>{_text(turn.comment)}</q>")
        written.append(f'<p class="turn" id="t{number}">{" ".join(parts)}</p>\n')
    written.append("</body>\n</html>\n")
    return encode("".join(written), "utf-8")


def _text(text: str) -> str:
    return escape(legal(text))


HTML = Format(
    "html",
    msg("Page to read and print (HTML)"),
    (".html", ".htm"),
    writer=write,
    holds=frozenset({"speakers", "roles", "topics", "only_reviewed"}),
    keeps=frozenset({"speakers", "roles", "times", "topics", "comments"}),
)
