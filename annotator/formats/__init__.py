"""The file formats: which there are, bytes to transcript and back, and files read and replaced safely."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from annotator.core.errors import Ambiguous, FormatError
from annotator.core.i18n import msg
from annotator.core.model import Imported, Transcript
from annotator.files import placed, sweep
from annotator.formats.assemblyai import ASSEMBLYAI
from annotator.formats.autoedit import AUTOEDIT
from annotator.formats.aws_transcribe import AWS_TRANSCRIBE
from annotator.formats.azure_speech import AZURE_SPEECH
from annotator.formats.base import NO, ExportOptions, File, Format, ImportReport
from annotator.formats.bbc_kaldi import BBC_KALDI
from annotator.formats.chat import CHAT
from annotator.formats.csv_table import CSV, TSV
from annotator.formats.ctm import CTM
from annotator.formats.deepgram import DEEPGRAM
from annotator.formats.doccano import DOCCANO
from annotator.formats.docx_document import DOCX
from annotator.formats.eaf import EAF
from annotator.formats.elevenlabs import ELEVENLABS
from annotator.formats.encoding import ENCODINGS as ENCODINGS
from annotator.formats.exmaralda import EXB
from annotator.formats.gecko import GECKO
from annotator.formats.gladia import GLADIA
from annotator.formats.google_stt import GOOGLE_STT
from annotator.formats.html_page import HTML
from annotator.formats.ibm_watson import IBM_WATSON
from annotator.formats.json_call import JSON
from annotator.formats.jsonl import JSONL
from annotator.formats.label_studio import LABEL_STUDIO
from annotator.formats.markdown import MARKDOWN
from annotator.formats.noscribe_html import NOSCRIBE
from annotator.formats.openai_diarized import OPENAI_DIARIZED
from annotator.formats.otter_text import OTTER
from annotator.formats.pairs import PAIRS
from annotator.formats.refuse import refuse_json
from annotator.formats.revai import REVAI
from annotator.formats.rttm import RTTM
from annotator.formats.russian_corpus import RNC
from annotator.formats.salt import SALT
from annotator.formats.salutespeech import SALUTESPEECH
from annotator.formats.seglst import SEGLST
from annotator.formats.segments_json import SEGMENTS
from annotator.formats.speechmatics import SPEECHMATICS
from annotator.formats.srt import SRT
from annotator.formats.stm import STM
from annotator.formats.subtitles import ASS, LRC, MICRODVD, MPL2, SAMI, SBV, TMPLAYER, TTML
from annotator.formats.template import TEMPLATE
from annotator.formats.text import TEXT
from annotator.formats.textgrid import TEXTGRID
from annotator.formats.tinkoff_voicekit import TINKOFF_VOICEKIT
from annotator.formats.transcribee import TRANSCRIBEE
from annotator.formats.transcriber import TRS
from annotator.formats.twilio import TWILIO
from annotator.formats.vosk import VOSK
from annotator.formats.vtt import VTT
from annotator.formats.whisper_json import WHISPER
from annotator.formats.whisperx import WHISPERX
from annotator.formats.xlsx import XLSX
from annotator.formats.yandex_speechkit import YANDEX_SPEECHKIT

FORMATS = (
    *(TEXT, CSV, TSV, XLSX, JSONL, JSON, DOCX, PAIRS),
    *(SRT, VTT, ASS, TTML, SAMI, SBV, MPL2, TMPLAYER, LRC, MICRODVD),
    *(WHISPER, WHISPERX, SEGLST, SEGMENTS, LABEL_STUDIO, DOCCANO, GECKO, AUTOEDIT, BBC_KALDI, TRANSCRIBEE),
    *(AWS_TRANSCRIBE, GOOGLE_STT, AZURE_SPEECH, DEEPGRAM, ASSEMBLYAI, SPEECHMATICS, REVAI, IBM_WATSON),
    *(YANDEX_SPEECHKIT, TINKOFF_VOICEKIT, SALUTESPEECH, VOSK, GLADIA, ELEVENLABS, OPENAI_DIARIZED, TWILIO),
    *(TEXTGRID, EAF, EXB, TRS, CHAT, SALT, RNC, OTTER, NOSCRIBE),
    *(RTTM, CTM, STM),
    *(MARKDOWN, HTML, TEMPLATE),
)

JOINED = (".rttm", ".ctm", ".stm", ".txt")
"""Suffixes of files that complete each other when they have the same name: who speaks when, and what is said."""

LARGEST = 512 * 1024 * 1024
"""Bytes of a file that is read: three times a million turns."""


def by_name(name: str) -> Format:
    """Return the format of this name; raise FormatError where there is none."""
    found = next((entry for entry in FORMATS if entry.name == name), None)
    if found is None:
        known = ", ".join(entry.name for entry in FORMATS)
        raise FormatError(msg("There is no format {name}. There are: {known}.", name=name, known=known))
    return found


def for_path(path: Path) -> Format | None:
    """Return the format that the longest known suffix of a file name proposes, one that is written if there is; else None."""
    name = path.name.lower()
    suffixes = [(suffix, entry) for entry in FORMATS for suffix in entry.suffixes if name.endswith(suffix)]
    return max(suffixes, key=lambda pair: (len(pair[0]), pair[1].writer is not None))[1] if suffixes else None


def candidates(file: File) -> tuple[Format, ...]:
    """Return the formats that claim a file with the same, the greatest, certainty; plain text where none does."""
    claims = [(entry.sniff(file), entry) for entry in FORMATS if entry.sniff is not None]
    best = max((claim for claim, _ in claims), default=NO)
    return tuple(entry for claim, entry in claims if claim == best) if best > NO else (TEXT,)


def read(
    data: bytes,
    name: str,
    encoding: str | None = None,
    format: str | None = None,
    columns: Mapping[str, int] | None = None,
    beside: Mapping[str, bytes] | None = None,
) -> tuple[Imported, ImportReport]:
    """Read the bytes of a file called `name`; `encoding`, `format` and `columns` (of a table) None mean find out.

    Raises FormatError, and its kind Ambiguous where several formats claim the file alike.
    """
    file = File(data, name, encoding, beside or {}, columns)
    chosen = (by_name(format),) if format is not None else candidates(file)
    if len(chosen) > 1:
        titles = ", ".join(f"{entry.title} ({entry.name})" for entry in chosen)
        raise Ambiguous(
            msg("{name} can be read in several formats: {formats}. Say which it is.", name=name, formats=titles),
            tuple(entry.name for entry in chosen),
        )
    reader = chosen[0].reader
    if reader is None:
        known = ", ".join(entry.name for entry in FORMATS if entry.reader)
        raise FormatError(msg("The format {name} can only be written. These can be read: {known}.", name=format, known=known))
    if chosen == (TEXT,) and format is None:
        refuse_json(file.text, name)
    return reader(file)


def read_file(
    path: Path, encoding: str | None = None, format: str | None = None, columns: Mapping[str, int] | None = None
) -> tuple[Imported, ImportReport]:
    """Read a file; the transcript is called as the file is. Raises as `read` does."""
    data = _bytes(path)
    beside = {suffix: _bytes(found) for suffix, found in _beside(path)} if path.suffix.lower() in JOINED else {}
    return read(data, path.name, encoding, format, columns, beside)


def _beside(path: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of the same name that may complete a file, with their suffixes."""
    for suffix in JOINED:
        found = path.with_suffix(suffix)
        if suffix != path.suffix.lower() and found.is_file():
            yield suffix, found


def _bytes(path: Path) -> bytes:
    """Return what is in a file. Raises FormatError."""
    place = str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FormatError(msg("{path} is a folder. Choose a file in it.", path=place))
        if not stat.S_ISREG(status.st_mode):
            raise FormatError(msg("{path} is no ordinary file. Save the transcript to a file and choose that.", path=place))
        if status.st_size > LARGEST:
            size, limit = status.st_size // 1024**2, LARGEST // 1024**2
            raise FormatError(msg("{path} has {size} MB, the limit is {limit} MB. Divide it.", path=place, size=size, limit=limit))
        return path.read_bytes()
    except FileNotFoundError:
        raise FormatError(msg("{path} does not exist. Check the name and the folder.", path=place)) from None
    except PermissionError:
        raise FormatError(msg("{path} may not be read. Ask its owner for the right to read it.", path=place)) from None
    except (OSError, ValueError) as error:
        raise FormatError(msg("{path} cannot be read: {reason}. Try a copy of it.", path=place, reason=_reason(error))) from None


def write(transcript: Transcript, format_name: str, options: ExportOptions) -> bytes:
    """Return the bytes of the exported file. Raises FormatError."""
    chosen = by_name(format_name)
    if chosen.writer is None:
        known = ", ".join(entry.name for entry in FORMATS if entry.writer)
        raise FormatError(msg("The format {name} can only be read. These can be written: {known}.", name=chosen.name, known=known))
    return chosen.writer(transcript, options)


def write_file(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file at once: a reader sees the old file or the new one, and a failure leaves the old one.

    A link stays a link, and a file that was there keeps its mode; a new one is for its owner alone. What is no ordinary file (a
    pipe, a terminal) is written to as it is. Raises FormatError.
    """
    place = str(path)
    try:
        mode = path.stat().st_mode if path.exists() else None
        if mode is not None and stat.S_ISDIR(mode):
            raise FormatError(msg("{path} is a folder. Give the name of a file in it.", path=place))
        if mode is not None and not stat.S_ISREG(mode):
            path.write_bytes(data)
        else:
            _replace(Path(os.path.realpath(path)), data, mode)
    except FileNotFoundError:
        raise FormatError(msg("{path}: there is no such folder. Create it.", path=place)) from None
    except PermissionError:
        raise FormatError(msg("{path} may not be written. Close it, or choose another folder.", path=place)) from None
    except (OSError, ValueError) as error:
        reason = _reason(error)
        raise FormatError(msg("{path} cannot be written: {reason}. Choose another place.", path=place, reason=reason)) from None


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    sweep(target.parent)
    with placed(target, replace=True, mode=0o600 if mode is None else stat.S_IMODE(mode)) as made:
        made.write_bytes(data)


def _reason(error: OSError | ValueError) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
