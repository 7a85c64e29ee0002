"""Commands on whole transcripts: import, remove, rename."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from annotator.core.change import Change
from annotator.core.errors import CommandError
from annotator.core.i18n import msg
from annotator.core.model import Entity, Header, Imported, Source, SourceSpan, Transcript, TranscriptId, Turn
from annotator.core.text import clean


def add(imported: Imported, transcript_id: TranscriptId) -> Change:
    """Make a transcript of an imported file; its turns have the numbers of the source turns as ids."""
    pairs: list[tuple[Entity | None, Entity | None]] = [(None, e) for e in _entities(imported, transcript_id)]
    return Change.of(msg("Import {name}", name=clean(imported.name)), pairs)


def remove(transcript: Transcript) -> Change:
    """Remove a transcript with all that belongs to it."""
    return Change.of(msg("Remove {name}", name=transcript.header.name), [(e, None) for e in transcript.entities()])


def rename(transcript: Transcript, name: str) -> Change:
    """Set the name of a transcript."""
    name = clean(name)
    if not name:
        raise CommandError(msg("A transcript needs a name."))
    header = transcript.header
    return Change.of(msg("Rename {name}", name=header.name), [(header, replace(header, name=name))])


def as_transcript(imported: Imported, transcript_id: TranscriptId = 1) -> Transcript:
    """Return the transcript that an import would add to a project, for work without a project."""
    return Transcript.build(_entities(imported, transcript_id))


def _entities(imported: Imported, transcript_id: TranscriptId) -> Iterator[Entity]:
    # Names of files are not always text: on Linux they come with lone surrogates then.
    name = clean(imported.name)
    yield Header(transcript_id, name)
    yield Source(transcript_id, name, imported.format, imported.encoding, imported.data, imported.turns)
    for rank, speaker in enumerate(imported.speakers, 1):
        yield replace(speaker, transcript_id=transcript_id, rank=float(rank))
    for turn in imported.turns:
        yield Turn(
            transcript_id,
            turn.number,
            float(turn.number),
            turn.speaker_id,
            turn.text.strip(),
            turn.start_ms,
            turn.end_ms,
            sources=(SourceSpan(turn.number, 0, len(turn.text)),),
        )
