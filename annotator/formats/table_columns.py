"""What the columns of a table hold: guessed from their titles and from what stands in them, asked for where that is not sure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from annotator.core.errors import FormatError
from annotator.core.i18n import msg
from annotator.formats import timecode
from annotator.formats.building import Builder

FIELDS = {
    "text": msg("What is said"),
    "speaker": msg("Speaker"),
    "role": msg("Role"),
    "start": msg("Start"),
    "end": msg("End"),
    "duration": msg("Duration"),
}
"""What a column can hold for a transcript, by the names that a mapping of columns has."""

SAMPLE = 200
"""Rows that a table is told by."""
MOST_COLUMNS = 256

_TITLES = {
    "text": "text|transcript|transcription|utterance|content|sentence|phrase|message|words|caption|"
    "текст|реплика|реплики|фраза|слова|сообщение|расшифровка|транскрипция|транскрипт|высказывание",
    "speaker": "speaker|speaker id|speaker name|name|who|participant|author|talker|channel|speaker label|"
    "спикер|говорящий|диктор|участник|имя|кто|канал|автор|собеседник",
    "role": "role|speaker role|роль",
    "start": "start|start time|begin|begin time|from|time|timestamp|timecode|time start|in|onset|"
    "начало|время|время начала|таймкод|старт|с|от|начало реплики|тайм код",
    "end": "end|end time|to|stop|finish|time end|out|offset|конец|окончание|время окончания|время конца|по|до|конец реплики",
    "duration": "duration|dur|length|длительность|продолжительность",
    "": "number|no|n|id|index|row|turn|topics|topic|comment|comments|reviewed|confidence|score|language|sentiment|file|call|"
    "номер|№|тема|темы|комментарий|комментарии|проверено|уверенность|язык|файл|звонок|тональность|п п|№ п п",
}
_BY_TITLE = {title: field for field, titles in _TITLES.items() for title in titles.split("|")}
_UNITS = (
    (1, re.compile(r"\b(?:ms|msec|msecs|millis|milliseconds?|мс|миллисекунд\w*)\b")),
    (1000, re.compile(r"\b(?:s|sec|secs|seconds?|сек|секунд\w*)\b")),
)
_FORMAT_HINT = re.compile(r"\b(?:h+:m+:s+|hh|чч|mm:ss|мм:сс)\b.*")
_NOT_IN_TITLES = re.compile(r"[^\w№]+|_")
_NUMBER = re.compile(r"(\d{1,12}(?:[.,]\d{1,9})?)\s*(ms|мс|s|sec|с|сек)?\.?", re.IGNORECASE)
_TIME = re.compile(timecode.TIME)
_BETWEEN = re.compile(r"\s*(?:-->|[-–—]|\.\.+|→)\s*")
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")
_EPOCH = datetime(1970, 1, 1)
_COUNTERS = frozenset(("number", "no", "n", "index", "row", "номер", "№", "п п", "№ п п"))
_MS_A_WORD = 30
"""Whole numbers that go up by more than this with each word are milliseconds; in seconds nobody speaks so slowly."""


class NeedsColumns(FormatError):
    """What the columns of a table hold is not sure, and only its owner knows.

    `layout` is the key under which an answer is remembered, `header` the titles (empty ones where there are none), `rows` the
    first rows below, `guess` the columns that are thought to be known.
    """

    def __init__(self, name: str, layout: str, header: Sequence[str], rows: Sequence[Sequence[str]], guess: Mapping[str, int]):
        super().__init__(
            msg("{name}: it is not clear what the columns hold. Say which one holds the words, e.g. text=3,speaker=2.", name=name)
        )
        self.layout, self.header, self.rows, self.guess = layout, tuple(header), tuple(map(tuple, rows)), dict(guess)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand in a table: numbers of columns, from 0, by the names of FIELDS. `sure` is whether nobody need be asked."""

    places: Mapping[str, int]
    sure: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its titles (empty ones where it has none), the rows below, and what stands between its cells."""

    header: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    delimiter: str

    def columns(self, name: str, chosen: Mapping[str, int] | None) -> Mapping[str, int]:
        """Return the columns of the table in the file `name`: those chosen, else those guessed.

        Raises NeedsColumns where none are chosen and the guess is not sure, or where the choice is empty, to be asked whatever the
        guess; and FormatError where the chosen ones are not there.
        """
        if chosen:
            return checked(name, chosen, len(self.header))
        guessed = guess(self.header, self.rows)
        if chosen is not None or not guessed.sure:
            raise NeedsColumns(name, layout(self.header, self.delimiter), self.header, self.rows[:20], guessed.places)
        return guessed.places


def layout(header: Sequence[str], delimiter: str) -> str:
    """Return the key under which it is remembered what the columns of such a table hold; one without titles has empty ones."""
    return delimiter.join(["", *(" ".join(cell.casefold().split()) for cell in header)])


def title_of(cell: str) -> str | None:
    """Return the field that a title names; empty where it names something that no import takes, None where it is not known."""
    return _BY_TITLE.get(_plain(cell))


def table(rows: Sequence[Sequence[str]], delimiter: str) -> Table:
    """Tell the titles of a table from the rows below; there are none where the first row is one like the others."""
    width = min(MOST_COLUMNS, max(map(len, rows[:SAMPLE]), default=0))
    first = [cell.strip() for cell in rows[0]] if rows else []
    known = sum(title_of(cell) is not None for cell in first if cell)
    timed = any(_milliseconds(cell, 1000) is not None for cell in first)
    below = [[row[place].strip() for row in rows[1:SAMPLE] if place < len(row)] for place in range(len(first))]
    # A title that no row below has again is no value, even if it is the only one that is known.
    named = any(title_of(cell) and cell not in column for cell, column in zip(first, below, strict=True))
    titled = known * 2 >= sum(map(bool, first)) or (all(first) and (named or any(map(_times, below))))
    if any(first) and not timed and titled:
        filled = [len(row) for row in rows[1:SAMPLE] if any(row)]
        if sum(length > len(first) for length in filled) * 2 <= len(filled):
            width = min(MOST_COLUMNS, len(first))
        return Table((*first, *[""] * width)[:width], rows[1:], delimiter)
    return Table(("",) * width, rows, delimiter)


def guess(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns:
    """Say what the columns hold: by their titles, and where these say nothing by what stands in them."""
    rows = rows[:SAMPLE]
    fields = [title_of(cell) if cell else None for cell in header]
    places: dict[str, int] = {}
    for place, field in enumerate(fields):
        if field:
            places.setdefault(field, place)
    left = [place for place, field in enumerate(fields) if field is None]
    cells = {place: [row[place].strip() for row in rows if place < len(row) and row[place].strip()] for place in left}
    left = [place for place in left if cells[place]]
    for place in [place for place in left if _times(cells[place])]:
        left.remove(place)
        wanted = next((field for field in ("start", "end") if field not in places), None)
        if wanted and not _counts(cells[place]):
            places[wanted] = place
    voices = [place for place in left if _names(cells[place])]
    lengths = sorted(((_mean(cells[place]), place) for place in left if place not in voices), reverse=True)
    sure = True
    if "text" not in places and lengths:
        places["text"] = lengths[0][1]
        sure = lengths[0][0] >= 2 and (len(lengths) == 1 or lengths[0][0] >= 3 * lengths[1][0])
    if "speaker" not in places and voices:
        places["speaker"] = voices[0]
        sure = sure and len(voices) == 1
    if not any(fields):
        sure = sure and len(rows) > 1 and ("speaker" in places or "start" in places)
    return Columns(places, sure and "text" in places)


def fill(builder: Builder, table: Table, columns: Mapping[str, int]) -> None:
    """Give the rows of a table to `builder`, a turn each. A row with too many cells has its delimiter in the last of them."""
    header, rows = table.header, table.rows
    words = sum(len(_cell(row, columns.get("text")).split()) for row in rows)
    titles = {field: header[place] if place < len(header) else "" for field, place in columns.items()}
    times = {field: [_cell(row, columns.get(field)) for row in rows] for field in ("start", "end", "duration")}
    unit = next((known for field in times if (known := _unit(titles.get(field, ""), times[field])) is not None), None)
    unit = unit or _likely_unit(times["start"], words)
    begun = [_span(cell, _unit(titles.get("start", ""), ()) or unit) for cell in times["start"]]
    ended = [_milliseconds(cell, _unit(titles.get("end", ""), ()) or unit) for cell in times["end"]]
    lasting = [_milliseconds(cell, _unit(titles.get("duration", ""), ()) or unit) for cell in times["duration"]]
    origin = 0.0
    if any(_DATED.match(cell) for cell in times["start"][:SAMPLE]):
        origin = min((start for start, _ in begun if start is not None), default=0.0)
        builder.remark(msg("Times are dates of a clock: they were counted from the first turn."))
    width = len(header)
    passed_over = [
        cell
        for place, cell in enumerate(header)
        if cell and place not in columns.values() and _plain(cell) not in _COUNTERS and any(_cell(row, place) for row in rows)
    ]
    for row, (start, until), end, length in zip(rows, begun, ended, lasting, strict=True):
        place = columns["text"]
        if not any(cell.strip() for cell in row):
            builder.blank()
            continue
        if place >= len(row):
            builder.skip(msg("The row ends before the column of the words: left out."))
            continue
        text = table.delimiter.join(row[place:]) if len(row) > width == place + 1 else row[place]
        end = until if end is None else end
        if end is None and start is not None and length is not None:
            end = start + length
        start = None if start is None else start - origin
        end = None if end is None else end - origin
        builder.turn(text, _cell(row, columns.get("speaker")), start, end, role=_cell(row, columns.get("role")))
        if len(row) > width and place + 1 != width:
            builder.remark(msg("The row has more cells than there are columns: is a quotation mark missing?"), builder.item)
    if passed_over:
        names = ", ".join(passed_over)
        builder.remark(msg("Not read: {columns}. An import takes words, speakers, roles and times.", columns=names))


def checked(name: str, columns: Mapping[str, int], width: int) -> Mapping[str, int]:
    """Return columns that were chosen; raise FormatError where they are none of the table's."""
    unknown = ", ".join(field for field in columns if field not in FIELDS)
    if unknown:
        known = ", ".join(FIELDS)
        raise FormatError(msg("There is no {columns} in a table. There are: {known}.", columns=unknown, known=known))
    if "text" not in columns:
        raise FormatError(msg("{name}: say which column holds the words, e.g. text=3.", name=name))
    if any(not 0 <= place < width for place in columns.values()):
        raise FormatError(msg("{name} has {n} columns: choose among these.", name=name, n=width))
    return columns


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""


def _plain(title: str) -> str:
    folded = _FORMAT_HINT.sub("", title.casefold().replace("ё", "е").replace("_", " "))
    for _, unit in _UNITS:
        folded = unit.sub("", folded) if len(folded.split()) > 1 else folded
    return _NOT_IN_TITLES.sub(" ", folded).strip()


def _mean(cells: Sequence[str]) -> float:
    return sum(len(cell.split()) for cell in cells) / len(cells)


def _names(cells: Sequence[str]) -> bool:
    """Tell whether these are few short names that come again and again."""
    if any(len(cell) > 60 for cell in cells):
        return False
    distinct = len(set(cells))
    return distinct <= max(2, min(20, len(cells) // 2)) and distinct < len(cells) and _mean(cells) <= 4


def _times(cells: Sequence[str]) -> bool:
    """Tell whether these are times that go up, but for a few."""
    if not cells:
        return False
    found = [time for cell in cells if (time := _span(cell, 1000)[0]) is not None]
    return len(found) * 10 >= len(cells) * 9 and sum(b < a for a, b in pairwise(found)) * 5 <= len(found) - 1


def _counts(cells: Sequence[str]) -> bool:
    """Tell whether these are the numbers of rows."""
    numbers = [int(cell) if cell.isdecimal() and len(cell) < 10 else -1 for cell in cells]
    return len(numbers) > 1 and all(b - a == 1 for a, b in pairwise(numbers)) and numbers[0] in (0, 1)


def _unit(title: str, cells: Sequence[str]) -> int | None:
    """Return how many milliseconds a plain number is: by the title of the column, or because it has a fraction."""
    words = title.casefold().replace("_", " ")
    for unit, pattern in _UNITS:
        if pattern.search(words):
            return unit
    fraction = any((match := _NUMBER.fullmatch(cell)) and not match[1].isdecimal() for cell in cells)
    return 1000 if fraction else None


def _likely_unit(cells: Sequence[str], words: int) -> int:
    numbers = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < 13]
    return 1 if numbers and (max(numbers) - min(numbers)) > _MS_A_WORD * max(1, words) else 1000


def _span(cell: str, unit: int) -> tuple[float | None, float | None]:
    """Return the start and, where a cell holds both, the end that it gives."""
    start = _milliseconds(cell, unit)
    if start is None and cell and len(cell) < 80:
        parts = _BETWEEN.split(cell)
        if len(parts) == 2:
            first, last = (_milliseconds(part, unit) for part in parts)
            if first is not None and last is not None:
                return first, last
    return start, None


def _milliseconds(cell: str, unit: int) -> float | None:
    cell = cell.strip().strip("[]()")
    if len(cell) > 40:
        return None
    if _TIME.fullmatch(cell):
        return timecode.parse(cell)
    if match := _NUMBER.fullmatch(cell):
        number = float(match[1].replace(",", "."))
        return number * ({"m": 1, "м": 1}.get(match[2][0].lower(), 1000) if match[2] else unit)
    if _DATED.match(cell):
        try:
            return (datetime.fromisoformat(cell).replace(tzinfo=None) - _EPOCH).total_seconds() * 1000
        except ValueError:
            return None
    return None
