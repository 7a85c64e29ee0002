"""Transcripts made of text, and exports of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator import formats
from annotator.core.commands.transcripts import as_transcript
from annotator.core.model import Transcript
from annotator.formats.base import ExportOptions

CALL = """Support (SPK00): good morning how can I help
Client (SPK01): the parcel has not come
Support (SPK00): which parcel
Client (SPK01): which parcel number four
"""


@pytest.fixture
def load() -> Callable[..., Transcript]:
    """Read text or bytes as an import does."""

    def load(content: str | bytes = CALL, name: str = "call.txt") -> Transcript:
        data = content.encode() if isinstance(content, str) else content
        return as_transcript(formats.read(data, name)[0])

    return load


@pytest.fixture
def export() -> Callable[..., str]:
    """Write as text in the shape of the source, or in another format."""

    def export(transcript: Transcript, format: str = "text", **options: object) -> str:
        return formats.write(transcript, format, ExportOptions(**options)).decode("utf-8")

    return export
