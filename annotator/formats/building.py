"""Transcripts put together turn by turn, by readers of files that have no lines to account for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from annotator.core.errors import FormatError
from annotator.core.i18n import Message, msg
from annotator.core.model import Imported, SourceTurn, Speaker, SpeakerId
from annotator.core.spoken import pack, span_of
from annotator.core.text import clean
from annotator.formats.base import File, ImportReport, Remark
from annotator.formats.places import LONGEST_MS, places
from annotator.formats.places import Token as Token
from annotator.formats.refuse import LONGEST_LINE


class Builder:
    """Takes what has a turn each, in the order of the file, and accounts for it."""

    def __init__(self, file: File, format_name: str):
        self._file, self._format = file, format_name
        self._turns: list[SourceTurn] = []
        self._speakers: dict[SpeakerId, Speaker] = {}
        self._remarks: list[Remark] = []
        self._items = self._continued = self._blank = self._not_understood = 0

    @property
    def item(self) -> int:
        """The number of the item that was taken last, from 1: for remarks."""
        return self._items

    def turn(
        self,
        text: str | None,
        speaker: str | None = None,
        start_ms: float | None = None,
        end_ms: float | None = None,
        tokens: Iterable[Token] = (),
        role: str = "",
        name: str = "",
    ) -> None:
        """Add a turn; one without words only counts as blank.

        `speaker` is the id that the file has, None or empty where it has none; `name` and `role` are kept as first seen. Without
        `text` the turn is made of its `tokens`. Times are milliseconds; what is missing is taken from the tokens, and what is no
        time (negative, not finite, end before start) is left out with a remark.
        """
        self._items += 1
        tokens = list(tokens)
        text = _written(tokens) if text is None else clean(text)
        if not text:
            self._blank += 1
            return
        if len(text) > LONGEST_LINE:
            values = {"name": self._file.name, "item": self._items, "limit": LONGEST_LINE}
            raise FormatError(msg("{name}, turn {item}: longer than {limit} characters. Divide it into turns.", **values))
        spoken = places(text, tokens)
        first, last = span_of(spoken)
        start, end = self._ms(start_ms, first), self._ms(end_ms, last)
        if start is not None and end is not None and end < start:
            self.remark(msg("It ends before it begins: the end is left out."), self._items)
            end = None
        self._turns.append(SourceTurn(len(self._turns) + 1, self._speaker(speaker, role, name), text, start, end, pack(spoken)))

    def more(self, text: str, end_ms: float | None = None) -> None:
        """Add words to the turn above: the item is its continuation."""
        self._items += 1
        self._continued += 1
        above = self._turns[-1]
        self._turns[-1] = replace(above, text=f"{above.text} {clean(text)}".strip(), end_ms=self._ms(end_ms, above.end_ms))

    def blank(self) -> None:
        """Count an item that holds no words and is not meant to."""
        self._items += 1
        self._blank += 1

    def skip(self, message: Message, item: int | None = None) -> None:
        """Leave an item out that is not understood, and say why; `item` is its number where it is not the next one."""
        self._items += 1
        self._not_understood += 1
        self.remark(message, item or self._items)

    def remark(self, message: Message, item: int | None = None) -> None:
        """Say something about an item, or about the whole file."""
        self._remarks.append(Remark(item, message))

    def finish(self, in_order_of_time: bool = False) -> tuple[Imported, ImportReport]:
        """Return what was read. Raises FormatError where not one turn was.

        With `in_order_of_time` turns are put in the order in which they begin, where all have a time: for files that go speaker by
        speaker or channel by channel. Speakers are in the order in which they first speak.
        """
        if not self._turns:
            raise FormatError(
                msg("{name} holds no words. Check that the call was transcribed, and export it anew.", name=self._file.name)
            )
        turns = self._turns
        if in_order_of_time and all(turn.start_ms is not None for turn in turns):
            ordered = sorted(turns, key=lambda turn: turn.start_ms or 0)
            turns = [replace(turn, number=number) for number, turn in enumerate(ordered, 1)]
        ids = dict.fromkeys(turn.speaker_id for turn in turns if turn.speaker_id is not None)
        speakers = tuple(replace(self._speakers[id_], rank=float(rank)) for rank, id_ in enumerate(ids, 1))
        encoding, sure, remarks = self._encoding()
        report = ImportReport(
            lines=self._items,
            turns=self._items - self._continued - self._blank - self._not_understood,
            continued=self._continued,
            blank=self._blank,
            not_understood=self._not_understood,
            encoding=encoding,
            encoding_is_sure=sure,
            remarks=(*remarks, *sorted(self._remarks, key=lambda remark: remark.line or 0)),
        )
        return Imported(self._file.name, self._format, encoding, self._file.data, speakers, tuple(turns)), report

    def _encoding(self) -> tuple[str, bool, list[Remark]]:
        """Return the encoding of a text; that of other files is nobody's to choose."""
        if not self._file.text:
            return "utf-8", True, []
        decoded = self._file.decoded
        if decoded.sure:
            return decoded.encoding, True, []
        message = msg("The encoding was guessed: {encoding}. If letters look wrong, choose another one.", encoding=decoded.encoding)
        return decoded.encoding, False, [Remark(None, message)]

    def _speaker(self, speaker: str | None, role: str, name: str) -> SpeakerId | None:
        speaker_id = clean(speaker or "")
        if not speaker_id:
            return None
        known = self._speakers.get(speaker_id, Speaker(0, speaker_id))
        self._speakers[speaker_id] = replace(known, role=known.role or clean(role), name=known.name or clean(name))
        return speaker_id

    def _ms(self, ms: float | None, otherwise: int | None) -> int | None:
        if ms is None:
            return otherwise
        if not 0 <= ms <= LONGEST_MS:  # and no NaN either
            self.remark(msg("{time} is no time: left out.", time=str(ms)), self._items)
            return otherwise
        return round(ms)


def _written(tokens: Iterable[Token]) -> str:
    parts: list[str] = []
    for token in tokens:
        word = clean(token.text)
        if word:
            parts.append(word if token.glued or not parts else f" {word}")
    return "".join(parts)
