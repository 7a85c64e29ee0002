"""Rows of a file in SQLite's format, read page by page without SQLite: nothing that the file holds is ever run.

A page that makes no sense costs the rows on it and no others: pages below it are found again by what their rows look like.
"""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

Row = tuple[Any, ...]

MAGIC = b"SQLite format 3\0"
_USUAL_SIZE = 4096
_INTERIOR_INDEX, _INTERIOR_TABLE, _LEAF_INDEX, _LEAF_TABLE = 2, 5, 10, 13
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""The bytes that integers of a serial type take."""
_PASSES = 8
"""How often pages that continue rows are read at most, on average: a file could name one for any number of rows."""


class Malformed(ValueError):
    """Bytes that are not what they should be."""


@dataclass(frozen=True)
class Column:
    """What may stand in a column: its type, and what it is where a row is from before the column was added."""

    name: str
    type: str
    required: bool
    default: Any = None

    @property
    def optional(self) -> bool:
        return not self.required or self.default is not None


@dataclass(frozen=True)
class Shape:
    """What rows of a table look like. `rowid` says that they have a number of their own, `key` that it is the first column.

    Columns that were added to a table stand at the end; a row from before has fewer.
    """

    name: str
    columns: tuple[Column, ...]
    rowid: bool
    key: bool

    @property
    def least(self) -> int:
        """How many values a row has at least."""
        optional = 0
        while optional < len(self.columns) and self.columns[-1 - optional].optional:
            optional += 1
        return len(self.columns) - optional

    def fit(self, rowid: int | None, values: Row) -> Row:
        """Return the row as SQLite would give it back; raise Malformed where it is none of this table."""
        if not self.least <= len(values) <= len(self.columns) or (rowid is not None) != self.rowid:
            raise Malformed("another number of columns")
        if self.key:
            if values[0] is not None:
                raise Malformed("a key that stands twice")
            values = (rowid, *values[1:])
        fitted = [_fit(column, value) for column, value in zip(self.columns, values, strict=False)]
        return (*fitted, *(column.default for column in self.columns[len(values) :]))


def _fit(column: Column, value: Any) -> Any:
    match column.type, value:
        case _, None if column.optional:
            return column.default if column.required else None
        case "INTEGER", int():
            return value
        case "REAL", int() | float():
            return float(value)
        case "TEXT", str():
            return value
        case "BLOB", bytes():
            return value
    raise Malformed(f"no {column.type}")


@dataclass
class Found:
    """The rows that were found of a table, by their key, and what is missing."""

    rows: dict[Row, Row] = field(default_factory=dict)
    lost: int = 0
    """Rows that are there and cannot be read."""
    pages: int = 0
    """Pages whose rows are gone, unless they were found otherwise."""

    @property
    def whole(self) -> bool:
        return not self.lost and not self.pages


class Pages:
    """A file in SQLite's format."""

    def __init__(self, file: BinaryIO):
        self._file = file
        head = self._at(0, 100)
        size = int.from_bytes(head[16:18]) if len(head) == 100 else 0
        size = 65536 if size == 1 else size
        self.size = size if size >= 512 and not size & (size - 1) else _USUAL_SIZE
        reserved = head[20] if len(head) == 100 else 0
        self._usable = self.size - reserved if self.size - reserved >= 480 else self.size
        self.number = -(-file.seek(0, 2) // self.size)
        self._first_free = int.from_bytes(head[32:36])
        self._left = _PASSES * self.number

    def roots(self) -> dict[str, int]:
        """Return the first page of each table and index, as far as the list of them can be read; a view has none."""
        columns = (Column("type", "TEXT", True), Column("name", "TEXT", True), Column("tbl_name", "TEXT", True))
        shape = Shape("sqlite_schema", (*columns, Column("rootpage", "INTEGER", False), Column("sql", "TEXT", False)), True, False)
        found = Found()
        self._walk(1, shape, found, 2, set())
        return {row[1]: row[3] for row in found.rows.values() if row[3]}

    def tables(self, shapes: Iterable[Shape], keys: Callable[[str], int]) -> dict[str, Found]:
        """Return what can be read of tables; `keys` tells how many columns of a table are its key.

        Where the pages of a table do not hang together, those that hang on nothing are looked through for its rows.
        """
        roots = self.roots()
        claimed: set[int] = set()
        found: dict[str, Found] = {}
        for shape in shapes:
            own = found[shape.name] = Found()
            if shape.name in roots:
                self._walk(roots[shape.name], shape, own, keys(shape.name), claimed)
            else:
                own.pages += 1
        torn = {shape.name: shape for shape in shapes if found[shape.name].pages}
        if torn:
            self._adopt(torn, found, keys, claimed | self._free())
        return found

    def _walk(self, root: int, shape: Shape, found: Found, keys: int, claimed: set[int]) -> None:
        """Collect the rows of the tree that begins at a page, and claim its pages."""
        interior, leaf = (_INTERIOR_TABLE, _LEAF_TABLE) if shape.rowid else (_INTERIOR_INDEX, _LEAF_INDEX)
        left, seen = [root], set[int]()
        while left:
            number = left.pop()
            if number in seen:
                found.pages += 1
                continue
            seen.add(number)
            try:
                page = self._page(number)
                kind, cells, children = self._cells(number, page)
                if kind not in (interior, leaf):
                    raise Malformed("a page of another kind")
                decoded = self._decoded(page, kind, cells)
                fitting = _fitting(decoded, shape)
                if decoded and not fitting:
                    raise Malformed("rows of another table")
            except Malformed:
                found.pages += 1
                continue
            claimed.add(number)
            found.lost += len(decoded) - len(fitting)
            for row in fitting:
                found.rows.setdefault(row[:keys], row)
            left += reversed(children)

    def _decoded(self, page: bytes, kind: int, cells: list[int]) -> list[tuple[int | None, Row] | None]:
        """Return the rows of a page, None for each that cannot be read."""
        decoded: list[tuple[int | None, Row] | None] = []
        for at in [] if kind == _INTERIOR_TABLE else cells:
            try:
                decoded.append(self._row(page, kind, at))
            except Malformed:
                decoded.append(None)
        return decoded

    def _adopt(self, torn: Mapping[str, Shape], found: Mapping[str, Found], keys: Callable[[str], int], taken: set[int]) -> None:
        """Look for rows of torn tables on the pages that belong to none; most of a page has to look like it."""
        for number in range(2, self.number + 1):
            if number in taken:
                continue
            try:
                page = self._page(number)
                kind, cells, _ = self._cells(number, page)
            except Malformed:
                continue
            decoded = self._decoded(page, kind, cells)
            trials = [(name, _fitting(decoded, shape)) for name, shape in torn.items()]
            matches = [(name, own) for name, own in trials if own and 2 * len(own) >= len(decoded)]
            if len(matches) == 1:
                name, own = matches[0]
                found[name].lost += len(decoded) - len(own)
                for row in own:
                    found[name].rows.setdefault(row[: keys(name)], row)

    def _cells(self, number: int, page: bytes) -> tuple[int, list[int], list[int]]:
        """Return what kind of page it is, where its cells begin, and the pages below it."""
        start = 100 if number == 1 else 0
        kind, count = page[start], int.from_bytes(page[start + 3 : start + 5])
        if kind not in (_INTERIOR_INDEX, _INTERIOR_TABLE, _LEAF_INDEX, _LEAF_TABLE):
            raise Malformed("no page of a tree")
        interior = kind in (_INTERIOR_INDEX, _INTERIOR_TABLE)
        first = start + (12 if interior else 8)
        if first + 2 * count > self._usable:
            raise Malformed("more cells than there is room for")
        places = struct.unpack(f">{count}H", page[first : first + 2 * count])
        cells = [at for at in places if first + 2 * count <= at <= self._usable - 4]
        if len(set(cells)) != count:
            if not cells:
                raise Malformed("cells outside of the page")
            cells = list(dict.fromkeys(cells))
        children = [int.from_bytes(page[at : at + 4]) for at in cells] if interior else []
        if interior:
            children.append(int.from_bytes(page[start + 8 : start + 12]))
        return kind, cells, children

    def _row(self, page: bytes, kind: int, at: int) -> tuple[int | None, Row]:
        """Return the number and the values of the row whose cell begins at a place of a page."""
        rowid = None
        if kind == _INTERIOR_INDEX:
            at += 4
        length, at = _varint(page, at)
        if kind == _LEAF_TABLE:
            rowid, at = _varint(page, at)
        return rowid, _values(self._payload(page, at, length, table=kind == _LEAF_TABLE))

    def _payload(self, page: bytes, at: int, length: int, table: bool) -> bytes:
        usable = self._usable
        most = usable - 35 if table else (usable - 12) * 64 // 255 - 23
        local = length
        if length > most:
            least = (usable - 12) * 32 // 255 - 23
            local = least + (length - least) % (usable - 4)
            local = local if local <= most else least
        if not 0 < length <= self.number * self.size or at + local > usable:
            raise Malformed("a row longer than its page")
        if local == length:
            return page[at : at + length]
        parts, left = [page[at : at + local]], length - local
        number = int.from_bytes(page[at + local : at + local + 4])
        while left > 0:
            self._left -= 1
            if self._left < 0:
                raise Malformed("rows that share their pages")
            further = self._page(number)
            parts.append(further[4 : min(usable, 4 + left)])
            left -= usable - 4
            number = int.from_bytes(further[:4])
        return b"".join(parts)

    def _free(self) -> set[int]:
        """Return the pages that are in use for nothing."""
        free: set[int] = set()
        trunk = self._first_free
        while 0 < trunk <= self.number and trunk not in free:
            free.add(trunk)
            page = self._page(trunk)
            count = min(int.from_bytes(page[4:8]), self.size // 4 - 2)
            free.update(struct.unpack(f">{count}I", page[8 : 8 + 4 * count]))
            trunk = int.from_bytes(page[:4])
        return free

    def _page(self, number: int) -> bytes:
        if not 0 < number <= self.number:
            raise Malformed("no such page")
        return self._at((number - 1) * self.size, self.size).ljust(self.size, b"\0")

    def _at(self, place: int, length: int) -> bytes:
        self._file.seek(place)
        return self._file.read(length)


def _fitting(decoded: Iterable[tuple[int | None, Row] | None], shape: Shape) -> list[Row]:
    """Return those of the rows of a page that are of a table."""
    rows = []
    for row in decoded:
        with contextlib.suppress(Malformed):
            if row is not None:
                rows.append(shape.fit(*row))
    return rows


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the number that begins at a place, and where it ends."""
    value = 0
    for n in range(9):
        if at >= len(data):
            raise Malformed("a number that does not end")
        byte = data[at]
        at += 1
        if n == 8:
            value = value << 8 | byte
            break
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return value - (1 << 64) if value >= 1 << 63 else value, at


def _values(data: bytes) -> Row:
    """Return the values of a record. Text that is damaged is kept, with a mark for what cannot be read."""
    end, at = _varint(data, 0)
    if not 0 < end <= len(data):
        raise Malformed("a row without a head")
    types = []
    while at < end:
        kind, at = _varint(data, at)
        types.append(kind)
    values = list(_pieces(data, types, end))
    if at != end:
        raise Malformed("a head that does not end")
    return tuple(values)


def _pieces(data: bytes, types: Iterable[int], at: int) -> Iterator[Any]:
    for kind in types:
        length = _INTEGERS.get(kind, 0) if kind < 7 else 8 if kind == 7 else max(0, kind - 12) // 2
        if kind < 0 or kind in (10, 11) or at + length > len(data):
            raise Malformed("a value that is longer than the row")
        piece = data[at : at + length]
        at += length
        if kind == 0:
            yield None
        elif kind in (8, 9):
            yield kind - 8
        elif kind < 7:
            yield int.from_bytes(piece, signed=True)
        elif kind == 7:
            yield struct.unpack(">d", piece)[0]
        elif kind % 2:
            yield piece.decode("utf-8", errors="replace")
        else:
            yield piece
