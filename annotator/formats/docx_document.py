"""A document to read and print (DOCX): one paragraph a turn."""

from __future__ import annotations

import io
import re
import zipfile

from annotator.core.i18n import msg
from annotator.core.model import Transcript
from annotator.formats import timecode
from annotator.formats.base import ExportOptions, Format, exported, topic_names

_COLOURS = ("1F4E9E", "A8480A", "1B6B4A", "7A2E8E", "8A1538", "0F6674")
"""Dark enough for white paper (contrast above 4.5:1), and told apart by colour-blind eyes in the order of speakers."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write a title and the turns. The same transcript gives the same bytes; no user, date or folder is written."""
    from docx import Document
    from docx.shared import Pt, RGBColor

    speakers = {speaker.id: (speaker, _COLOURS[n % len(_COLOURS)]) for n, speaker in enumerate(transcript.speakers)}
    document = Document()
    document.add_heading(_legal(transcript.header.name), level=1)
    for _, turn in exported(transcript, options):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(6)
        if turn.start_ms is not None:
            time = paragraph.add_run(f"{timecode.write(turn.start_ms, '0:00:00')}  ")
            time.font.size, time.font.color.rgb = Pt(9), RGBColor.from_string("595959")
        if options.speakers and turn.speaker_id in speakers:
            speaker, colour = speakers[turn.speaker_id]
            shown = speaker.name or (speaker.role if options.roles else "") or speaker.id
            role = f" ({speaker.role})" if options.roles and speaker.name and speaker.role else ""
            label = paragraph.add_run(_legal(f"{shown}{role}: "))
            label.font.bold, label.font.color.rgb = True, RGBColor.from_string(colour)
        paragraph.add_run(_legal(turn.text))
        if options.topics and turn.topics:
            topics = paragraph.add_run(_legal(f"  [{', '.join(topic_names(transcript, turn))}]"))
            topics.font.size, topics.font.color.rgb = Pt(8), RGBColor.from_string("595959")
    properties = document.core_properties
    for dated in properties._element.xpath("dcterms:created | dcterms:modified"):  # the template's own
        properties._element.remove(dated)
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.title = _legal(transcript.header.name)[:255]
    file = io.BytesIO()
    document.save(file)
    return _undated(file.getvalue())


def _legal(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)


def _undated(archive: bytes) -> bytes:
    """Return the ZIP archive with the earliest date there is on every entry."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _EARLIEST), old.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()


DOCX = Format(
    "docx",
    msg("Document to read and print (DOCX)"),
    (".docx",),
    writer=write,
    holds=frozenset({"speakers", "roles", "topics", "only_reviewed"}),
)
