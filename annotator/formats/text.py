"""Plain text: turns that begin with a speaker, a time or both, such as ``Role (SPK00): text`` or ``[00:01:02] Name: text``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from annotator.core.i18n import msg
from annotator.core.model import Imported, SourceSpan, SpeakerId, Transcript, Turn
from annotator.formats.base import ExportOptions, File, Format, ImportReport, exported, topic_names
from annotator.formats.encoding import byte_order_mark, canonical, decode, encode
from annotator.formats.lines import LINE, UNKNOWN, Parsed, Piece, label_of, lines_of, parse, understood
from annotator.formats.refuse import refuse_binary

_NOT_IN_LABELS = str.maketrans(":()[]", "     ")


def read(file: File) -> tuple[Imported, ImportReport]:
    """Read a transcript; which shapes of line begin a turn is decided from the whole file, and no line is dropped."""
    refuse_binary(file.data, file.name)
    decoded = file.decoded
    return understood(file, decoded.text, "text", decoded.encoding, decoded.sure)


def write(transcript: Transcript, options: ExportOptions) -> bytes:
    """Write in the shape of the source: what was not changed comes back byte for byte, what was changed looks like its line.

    A source that is no text gives ``Role (ID): text``. A line end inside a turn is written as a space where the text could not be
    read back otherwise.
    """
    source = transcript.source
    encoding, bom, text = "utf-8", b"", ""
    if source.format == "text":
        decoded = decode(source.data, source.name, source.encoding)
        encoding, bom, text = decoded.encoding, decoded.bom, decoded.text
    if options.encoding is not None and canonical(options.encoding) != encoding:
        encoding, bom = options.encoding, byte_order_mark(options.encoding)
    return encode(_Renderer(transcript, options, text).text(), encoding, bom)


# ---------------------------------------------------------------------- writing


_PLAIN = Piece("SPK00: ", "", "\n", None, (0, 5))


@dataclass(frozen=True)
class _Renderer:
    """Writes a transcript in the shape of `source_text`, the text that it was imported from ("" where it was no text)."""

    transcript: Transcript
    options: ExportOptions
    source_text: str

    def text(self) -> str:
        """Return the text.

        Where it would not be read as the same turns, line ends inside of changed turns become spaces, and where that is not
        enough, those of all turns, and names that are no sure labels are put in brackets.
        """
        plain, expected = self._render("")
        if plain == self.source_text or not self.options.speakers or _read_back(plain) == expected:
            return plain
        for folded in ("changed", "all"):
            text, expected = self._render(folded)
            if _read_back(text) == expected:
                return text
        return plain

    @cached_property
    def _parsed(self) -> Parsed:
        """The source taken apart; nothing of it where this version reads it otherwise than the one that imported it."""
        parsed = parse(self.source_text)
        return parsed if parsed.turns == self.transcript.source.turns else parse("")

    @cached_property
    def _model(self) -> Piece:
        """What a turn looks like that has no line of its own to follow."""
        return next((piece for piece in self._parsed.pieces if piece.names_speaker), _PLAIN)

    @cached_property
    def _line_end(self) -> str:
        match = re.search(r"\r\n|\r|\n", self.source_text)
        return match.group() if match else "\n"

    def _render(self, folded: str) -> tuple[str, list[tuple[SpeakerId | None, str]]]:
        """Return the text and the turns to be read from it. `folded`: the turns in which line ends become spaces, if any."""
        options, pieces, source = self.options, self._parsed.pieces, self.transcript.source
        as_it_was = options.speakers and options.roles and folded != "all"
        written, expected = [self._parsed.preamble], []
        for _, turn in exported(self.transcript, options):
            own = pieces[turn.sources[0].number - 1] if pieces and turn.sources else None
            topics = ", ".join(topic_names(self.transcript, turn)) if options.topics else ""
            same_words = own is not None and not topics and self._same_words(turn)
            if own and as_it_was and same_words and self._same_speaker(turn) and self._same_time(turn):
                written.append(own.raw)
                expected.append((turn.speaker_id, source.turns[turn.sources[0].number - 1].text))
                continue
            lines = lines_of(turn.text)
            if topics:
                lines = [*lines[:-1], f"{lines[-1] if lines else ''} [{topics}]".strip()]
            lines = [" ".join(lines)] if folded and lines else lines
            label = self._label(turn, own, not expected, folded)
            piece = self._model if own is None or (label and not own.label and not own.stamp) else own
            times = turn.start_ms, turn.end_ms
            head = piece.head_with(label, *times) if options.speakers else piece.time_with(*times)
            if folded == "all" and not label_of(label).sure:
                head = f"{piece.time_with(*times)}[{label}]: "
            head = re.sub(r"\s*[\r\n]\s*", " ", head) if folded else head
            if lines and head[-1:] in (":", "]", ")") and (not piece.body or lines[0][0] in "/0123456789"):
                head += " "
            if lines and lines[0][0] == ":" and head.rstrip()[-1:] == "]":
                head = head.rstrip() + ": "
            words = own.body if own and same_words and not folded else self._line_end.join(lines)
            tail = pieces[turn.sources[-1].number - 1].tail if own else self._model.tail
            written.append(head + words + tail)
            expected.append((label_of(label).id if label else None, "\n".join(lines)))
        return self._joined(written), expected

    def _joined(self, written: list[str]) -> str:
        """Put the parts together, each but the last with a line end; the last has one if the source ended with one."""
        parts = [part if part[-1:] in ("", "\r", "\n") else part + self._line_end for part in written[:-1]]
        text = "".join([*parts, *written[-1:]])
        return text if self.source_text[-1:] in ("", "\r", "\n") else text.rstrip("\r\n")

    def _same_words(self, turn: Turn) -> bool:
        number = turn.sources[0].number
        text = self.transcript.source_turn(number).text
        return turn.text == text and turn.sources == (SourceSpan(number, 0, len(text)),)

    def _same_speaker(self, turn: Turn) -> bool:
        if turn.speaker_id != self.transcript.source_turn(turn.sources[0].number).speaker_id:
            return False
        speaker = self.transcript.speaker(turn.speaker_id)
        return speaker is None or (not speaker.name and speaker.role == self._parsed.speakers[speaker.id].role)

    def _same_time(self, turn: Turn) -> bool:
        source = self.transcript.source_turn(turn.sources[0].number)
        return (turn.start_ms, turn.end_ms) == (source.start_ms, source.end_ms)

    def _label(self, turn: Turn, own: Piece | None, first: bool, folded: str) -> str:
        """Return what to write for the speaker of the turn; "" where a turn without speaker is read as one without a label."""
        speaker = self.transcript.speaker(turn.speaker_id)
        if speaker is None:
            match = LINE.match(turn.text)
            ambiguous = match is None or match["label"] or match["early"] or folded == "all"
            begins = own is not None and not own.label and (first or (own.stamp and turn.start_ms is not None))
            return "" if begins and not ambiguous else UNKNOWN
        if own and own.label and self.options.roles and self._same_speaker(turn):
            return own.label_text
        shown = " ".join((speaker.name or (speaker.role if self.options.roles else "")).translate(_NOT_IN_LABELS).split())
        shape = own if own and own.names_speaker else self._model
        return f"{shown} ({speaker.id})" if shown and shown != speaker.id and shape.shows_id else shown or speaker.id


def _read_back(text: str) -> list[tuple[SpeakerId | None, str]]:
    return [(turn.speaker_id, turn.text) for turn in parse(text).turns]


TEXT = Format(
    "text",
    msg("Text in the shape of the source"),
    (".txt", ".text"),
    read,
    write,
    holds=frozenset({"speakers", "roles", "topics", "only_reviewed", "encoding"}),
    keeps=frozenset({"speakers", "roles", "times", "topics"}),
)
