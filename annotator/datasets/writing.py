"""Training sets as folders: JSON lines and Parquet, put in their place as a whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.core.errors import FormatError
from annotator.core.i18n import msg
from annotator.datasets.base import Field, Row
from annotator.files import sweep, sync, sync_folder, temporary

if TYPE_CHECKING:
    import pyarrow

JSONL, PARQUET = "jsonl", "parquet"
FORMATS = (JSONL, PARQUET)
MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
MADE_BY = "annotator dataset"
ROW_GROUP = 10_000


def json_lines(rows: Sequence[Row], fields: Sequence[Field]) -> bytes:
    """Return a line a row, all with the same keys in the same order."""
    names = [field.name for field in fields]
    return "".join(json.dumps({name: row[name] for name in names}, ensure_ascii=False) + "\n" for row in rows).encode()


def table(target: Path, rows: Sequence[Row], fields: Sequence[Field]) -> None:
    """Write rows as a file of the format that its suffix names."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.suffix == f".{PARQUET}":
        parquet(rows, fields, target)
    else:
        target.write_bytes(json_lines(rows, fields))


def require_parquet() -> None:
    """Raise FormatError where Parquet cannot be written."""
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise FormatError(msg("Parquet needs the package pyarrow. Install it with pip install pyarrow, or write jsonl.")) from None


def parquet(rows: Sequence[Row], fields: Sequence[Field], target: Path) -> None:
    """Write rows as a Parquet file; the same rows make the same bytes."""
    import pyarrow
    from pyarrow import parquet as files

    schema = pyarrow.schema([pyarrow.field(field.name, _arrow(field.type)) for field in fields])
    made = pyarrow.Table.from_pylist([{field.name: row[field.name] for field in fields} for row in rows], schema=schema)
    files.write_table(made, target, row_group_size=ROW_GROUP, compression="snappy", version="2.6")


def _arrow(kind: Any) -> pyarrow.DataType:
    import pyarrow

    match kind:
        case [inner]:
            return pyarrow.list_(_arrow(inner))
        case dict():
            return pyarrow.struct([pyarrow.field(name, _arrow(inner)) for name, inner in kind.items()])
    known: dict[str, pyarrow.DataType] = {
        "string": pyarrow.string(),
        "int64": pyarrow.int64(),
        "float64": pyarrow.float64(),
        "bool": pyarrow.bool_(),
    }
    return known[kind]


def schema(tables: Mapping[str, Sequence[Field]]) -> bytes:
    """Return what the fields of each table are, as JSON."""
    made = {
        name: [{"name": f.name, "type": _type(f.type), "nullable": f.nullable, "meaning": f.meaning} for f in fields]
        for name, fields in tables.items()
    }
    return as_json({"offsets": "Unicode code points, half open", "tables": made})


def _type(kind: Any) -> Any:
    match kind:
        case [inner]:
            return {"list": _type(inner)}
        case dict():
            return {"struct": {name: _type(inner) for name, inner in kind.items()}}
    return kind


def as_json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


# ---------------------------------------------------------------------- folders


def add(folder: Path, name: str, data: bytes) -> None:
    """Write a file of a training set."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def sum_up(folder: Path) -> None:
    """Write the sums of all files of a training set, as sha256sum checks them."""
    lines = [f"{sha256(path.read_bytes()).hexdigest()}  {name}\n" for name, path in _files(folder) if name != SUMS]
    add(folder, SUMS, "".join(lines).encode())


def _files(folder: Path) -> list[tuple[str, Path]]:
    found = [(path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file() or path.is_symlink()]
    return sorted(found)


@contextmanager
def placed_folder(target: Path, overwrite: bool) -> Iterator[Path]:
    """Yield a folder to fill beside `target`, and put it in its place when that went well; else nothing is left of it.

    Raises FormatError where something is at `target`, unless it is empty, or a training set that is to be written anew.
    """
    refuse(target, overwrite)
    sweep(target.parent)
    made = temporary(target.parent)
    aside = temporary(target.parent)
    try:
        try:
            made.mkdir(mode=0o700)
            yield made
            for _, path in _files(made):
                sync(path)
            if target.exists():
                target.rename(aside)
            try:
                made.rename(target)
            except OSError:
                if aside.exists():
                    aside.rename(target)
                raise
            sync_folder(target.parent)
        except FileNotFoundError:
            raise FormatError(msg("{path}: there is no such folder. Create it.", path=str(target.parent))) from None
        except PermissionError:
            raise FormatError(msg("{path} may not be written. Choose another folder.", path=str(target))) from None
        except OSError as error:
            reason = error.strerror or str(error)
            raise FormatError(
                msg("{path} cannot be written: {reason}. Choose another place.", path=str(target), reason=reason)
            ) from None
    finally:
        for folder in (made, aside):
            with suppress(OSError):
                shutil.rmtree(folder)


def refuse(target: Path, overwrite: bool) -> None:
    """Raise FormatError where a training set may not be put."""
    place = str(target)
    if not os.path.lexists(target):
        return
    if not target.is_dir() or target.is_symlink():
        raise FormatError(msg("{path} is no folder. Choose another name.", path=place))
    there = _files(target)
    if not there and not any(target.iterdir()):
        return
    if not is_ours(target):
        raise FormatError(msg("{path} is not empty. Choose a new or empty folder.", path=place))
    if not overwrite:
        raise FormatError(msg("{path} holds a training set. Choose another folder, or have it written anew.", path=place))
    known = set(_known(target))
    more = [name for name, _ in there if name not in known]
    if more:
        # What was trained on a set is often put beside it.
        raise FormatError(
            msg("{path} holds files that are no part of the training set, such as {name}. Move them.", path=place, name=more[0])
        )


def is_ours(folder: Path) -> bool:
    """Tell whether a folder holds training sets that were built before."""
    try:
        return bool(json.loads((folder / MANIFEST).read_bytes())["made_by"] == MADE_BY)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _known(folder: Path) -> Iterator[str]:
    """Yield the names of the files that were written with a training set."""
    yield SUMS
    with suppress(OSError, UnicodeError):
        for line in (folder / SUMS).read_text(encoding="utf-8").splitlines():
            yield line.partition("  ")[2]
