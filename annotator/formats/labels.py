"""What speakers are called where people read it."""

from __future__ import annotations

from collections import Counter

from annotator.core.model import Speaker, SpeakerId, Transcript
from annotator.formats.base import ExportOptions, speaker_names


def speaker_labels(transcript: Transcript, options: ExportOptions) -> dict[SpeakerId, tuple[str, str]]:
    """Return the name of each speaker, and the role: in brackets behind a name, or instead of one where no other has it."""
    names = speaker_names(transcript)
    roles = Counter(speaker.role for speaker in transcript.speakers)

    def label(speaker: Speaker) -> tuple[str, str]:
        if not options.roles or not speaker.role:
            return names[speaker.id], ""
        if not speaker.name and roles[speaker.role] == 1:
            return "", speaker.role
        return names[speaker.id], f" ({speaker.role})"

    return {speaker.id: label(speaker) for speaker in transcript.speakers}
