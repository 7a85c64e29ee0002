"""A codebook as a file: a table for spreadsheets (CSV), or JSON with the parts of a topic inside it.

What is read may come from people: columns in any order, a semicolon or a tab between cells as spreadsheets write them in
some countries, parents that have no row of their own. An empty cell says nothing about its topic.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.core.errors import FormatError
from annotator.core.i18n import Message, msg
from annotator.core.model import Topic, TopicId, topic_paths, topic_tree
from annotator.core.text import clean
from annotator.formats.encoding import decode as decode_text
from annotator.formats.encoding import encode as encode_text
from annotator.formats.spreadsheet import harmed, table

LARGEST = 1024 * 1024
MOST_TOPICS = 2000
DEEPEST = 12
LONGEST_NAME = 200
LONGEST_TEXT = 20_000
VERSION = 1

_EXCEL = "cp1251"
"""What Excel saves in Russia unless told otherwise; of a short file the letters alone make no encoding certain."""
_COLUMNS = ("topic", "colour", "definition", "hotkey", "keywords")
_TITLES = {
    **{"topic": "topic", "name": "topic", "path": "topic", "тема": "topic", "название": "topic"},
    **{"colour": "colour", "color": "colour", "цвет": "colour"},
    **{"definition": "definition", "description": "definition", "определение": "definition", "описание": "definition"},
    **{"hotkey": "hotkey", "key": "hotkey", "клавиша": "hotkey"},
    **{"keywords": "keywords", "ключевые слова": "keywords"},
}
_COLOUR = re.compile(r"#?[0-9a-fA-F]{6}")
_BETWEEN_NAMES = re.compile(r"(?<=\s)/(?=\s)")
_SLASHES = re.compile(r"//+|(?:^|(?<=\s))/(?!/)|/(?=\s|$)")


def encode_csv(topics: Iterable[Topic]) -> bytes:
    """Return a table for spreadsheets; a row for every topic.

    A topic is called in full there, ``Price / Discount``; a slash that could be taken for the one between names is doubled.
    """
    known = {topic.id: topic for topic in topics}
    rows: list[Sequence[str]] = [_COLUMNS]
    for topic_id, path in topic_paths(known.values()).items():
        topic = known[topic_id]
        full = " / ".join(_SLASHES.sub(lambda slashes: slashes.group() * 2, name) for name in path)
        rows.append((full, topic.colour, topic.definition, str(topic.hotkey or ""), "; ".join(topic.keywords)))
    return table(rows)


def encode_json(topics: Iterable[Topic]) -> bytes:
    """Return ``{"codebook": 1, "topics": [...]}``, the parts of a topic as its ``parts``."""
    top: list[dict[str, Any]] = []
    made: dict[TopicId | None, dict[str, Any]] = {}
    for topic, _ in topic_tree(topics):
        made[topic.id] = {
            "name": topic.name,
            "colour": topic.colour,
            "definition": topic.definition,
            "hotkey": topic.hotkey,
            "keywords": list(topic.keywords),
            "parts": [],
        }
        above = made.get(topic.parent_id)
        (top if above is None else above["parts"]).append(made[topic.id])
    return encode_text(json.dumps({"codebook": VERSION, "topics": top}, ensure_ascii=False, indent=1) + "\n", "utf-8")


def read_file(path: Path) -> tuple[Topic, ...]:
    """Read a codebook. Raises FormatError."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise FormatError(msg("{path} cannot be read: {reason}. Try a copy of it.", path=str(path), reason=reason)) from None
    return decode(data, path.name)


def decode(data: bytes, name: str) -> tuple[Topic, ...]:
    """Return the topics of a file called `name`, with ids and ranks in its order; a colour may be empty. Raises FormatError."""
    if len(data) > LARGEST:
        raise FormatError(msg("{name} is larger than {limit} MB. Is it a codebook?", name=name, limit=LARGEST // 1024**2))
    found = decode_text(data, name)
    if not found.sure and found.encoding != _EXCEL:
        raise FormatError(msg("{name}: the encoding cannot be told. Save it as CSV UTF-8 and import it again.", name=name))
    text = found.text.removeprefix("\ufeff")
    if not text.strip() or "\0" in text:
        raise FormatError(msg("{name} holds no text. Choose a codebook in CSV or JSON.", name=name))
    book = _Book(name)
    if text.lstrip().startswith(("{", "[")):
        _read_json(book, text)
    else:
        _read_csv(book, text)
    if not book.topics:
        raise FormatError(msg("{name} holds no topics.", name=name))
    return tuple(book.topics.values())


class _Book:
    """The topics read so far. `where` is the line or the topic that an error is about."""

    def __init__(self, name: str):
        self.name, self.where = name, ""
        self.topics: dict[TopicId, Topic] = {}
        self._ids: dict[tuple[TopicId | None, str], TopicId] = {}
        self._told: set[TopicId] = set()

    def wrong(self, message: Message) -> FormatError:
        return FormatError(msg("{name}, {where}: {problem}", name=self.name, where=self.where, problem=message))

    def place(self, name: str, parent_id: TopicId | None) -> TopicId:
        """Return the id of the topic, new where there is none of this name under this parent."""
        name = clean(name)
        if not name:
            raise self.wrong(msg("A topic needs a name."))
        if len(name) > LONGEST_NAME:
            raise self.wrong(msg("A name has {limit} characters at most.", limit=LONGEST_NAME))
        topic_id = self._ids.setdefault((parent_id, name.casefold()), len(self.topics) + 1)
        if topic_id not in self.topics:
            if len(self.topics) == MOST_TOPICS:
                raise self.wrong(msg("A codebook has {limit} topics at most.", limit=MOST_TOPICS))
            self.topics[topic_id] = Topic(topic_id, name, "", rank=float(topic_id), parent_id=parent_id)
        return topic_id

    def tell(self, topic_id: TopicId, about: Mapping[str, Any]) -> None:
        """Take what a row or an object says about a topic."""
        if topic_id in self._told:
            raise self.wrong(msg("There is already a topic called {name}.", name=self.topics[topic_id].name))
        self._told.add(topic_id)
        colour, definition, hotkey, keywords = (about.get(column) or "" for column in _COLUMNS[1:])
        keywords = keywords if isinstance(keywords, list) else [keywords]
        if not all(isinstance(text, str) for text in (colour, definition, *keywords)):
            raise self.wrong(msg("Colour, definition and keywords are texts."))
        if max(map(len, (definition, *keywords))) > LONGEST_TEXT:
            raise self.wrong(msg("A text has {limit} characters at most.", limit=LONGEST_TEXT))
        if colour.strip() and not _COLOUR.fullmatch(colour.strip()):
            raise self.wrong(msg("{colour} is no colour. Write it like {example}.", colour=colour[:40], example="#1F6F5C"))
        key = str(hotkey).strip()
        if key and not re.fullmatch("[0-9]", key):
            raise self.wrong(msg("{key} is no key. Write a digit from 1 to 9, or nothing.", key=key[:40]))
        self.topics[topic_id] = replace(
            self.topics[topic_id],
            colour=f"#{colour.strip().lstrip('#')}" if colour.strip() else "",
            definition=clean(definition),
            hotkey=int(key or 0),
            keywords=tuple(rule for text in keywords for piece in re.split(r"[;\r\n]", text) if (rule := clean(piece))),
        )

    def deep(self, depth: int) -> None:
        if depth >= DEEPEST:
            raise self.wrong(msg("Topics are nested {limit} deep at most.", limit=DEEPEST))


def _read_csv(book: _Book, text: str) -> None:
    lines = _rows(book, text)
    header = next(lines, [])
    columns = [_TITLES.get(title.strip().casefold(), "") for title in header]
    book.where = str(msg("line {line}", line=1))
    if columns.count("topic") != 1 or len(set(filter(None, columns))) < len(list(filter(None, columns))):
        titles = ", ".join(_COLUMNS)
        raise book.wrong(msg("The first row names the columns, each once: {titles}. Only the first is needed.", titles=titles))
    for row in lines:
        if not any(cell.strip() for cell in row):
            continue
        cells = {column: harmed(cell) for column, cell in zip(columns, row, strict=False) if column}
        topic_id: TopicId | None = None
        for depth, piece in enumerate(_BETWEEN_NAMES.split(cells.get("topic", ""))):
            book.deep(depth)
            plain = re.sub(r"//+", lambda slashes: "/" * (len(slashes.group()) // 2), piece.strip())
            topic_id = book.place(plain, topic_id)
        assert topic_id is not None, "a split has a piece"
        book.tell(topic_id, cells)


def _rows(book: _Book, text: str) -> Iterator[list[str]]:
    """Yield the rows of a table; `book` says which line is at hand."""
    first = text.split("\n", 1)[0].strip()
    if (told := re.fullmatch(r"sep=(.)", first)) is not None:
        text = text.split("\n", 1)[1] if "\n" in text else ""
        between = told[1]
    else:
        between = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    try:
        for row in reader:
            book.where = str(msg("line {line}", line=reader.line_num + (told is not None)))
            yield row
    except csv.Error as error:
        book.where = str(msg("line {line}", line=reader.line_num + (told is not None)))
        raise book.wrong(msg("This is no row of a table ({reason}). Save it as CSV UTF-8 again.", reason=str(error))) from None


def _read_json(book: _Book, text: str) -> None:
    try:
        read = json.loads(text)
    except json.JSONDecodeError as error:
        book.where = str(msg("line {line}", line=error.lineno))
        raise book.wrong(msg("This is no JSON ({reason}). Export the codebook again.", reason=error.msg)) from None
    except (RecursionError, ValueError):
        book.where = str(msg("line {line}", line=1))
        raise book.wrong(msg("Topics are nested {limit} deep at most.", limit=DEEPEST)) from None
    book.where = str(msg("line {line}", line=1))
    version = read.get("codebook") if isinstance(read, dict) else None
    if version != VERSION or not isinstance(read.get("topics"), list):
        raise book.wrong(msg("This is no codebook of version {version}. Export it again.", version=VERSION))
    left: list[tuple[Any, TopicId | None, int]] = [(entry, None, 0) for entry in reversed(read["topics"])]
    while left:
        entry, parent_id, depth = left.pop()
        if not isinstance(entry, dict) or not isinstance(entry.get("name"), str) or not isinstance(entry.get("parts", []), list):
            raise book.wrong(msg("A topic is an object with a name, and its parts are a list."))
        book.where = str(msg("topic {name}", name=entry["name"][:80]))
        book.deep(depth)
        topic_id = book.place(entry["name"], parent_id)
        book.tell(topic_id, entry)
        left += [(part, topic_id, depth + 1) for part in reversed(entry.get("parts", []))]
