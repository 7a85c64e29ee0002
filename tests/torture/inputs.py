"""Files that people import, made wrong in every way: python tests/torture/inputs.py [--runs N] [--seed S] [--only KIND]

For transcripts, codebooks, rule sets, what was learned, settings and keys: grammar with faults in it, and good files with bytes
changed. Each is read or refused by an AnnotatorError, within 10 s and 1 GB; nothing of a transcript is lost: its bytes are kept
and come back, and every word is in the turns, the speakers or the report. What was read can be kept in a project. Exits with 1
when a case is broken; `--one N --only KIND` does case N alone, in this process.
"""

from __future__ import annotations

import argparse
import codecs
import io
import json
import os
import random
import re
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
import torture_workers
from torture_project import CALL

from annotator import formats, settings
from annotator.core.commands import topics, transcripts
from annotator.core.errors import AnnotatorError
from annotator.core.model import Topic
from annotator.core.spoken import unpack
from annotator.detectors import LEARNER, speakers_learn, usable
from annotator.detectors.speakers_models import models
from annotator.formats import codebook, encoding
from annotator.formats.base import ExportOptions
from annotator.project import Project
from annotator.search import rules
from annotator.search.matching import Query

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
OF_FORMATS = sorted((Path(__file__).parents[1] / "formats" / "samples").iterdir())
"""Small good files, called as the format that they are in."""
ENCODINGS = (
    *("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "cp1251", "koi8-r", "cp866"),
    *("mac-cyrillic", "iso8859-5", "cp1252", "latin-1", "utf-7", "shift-jis", "big5"),
)
ENDS = ("\n", "\n", "\n", "\r\n", "\r", "\n\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x1c", "\n\r", "")
WORD = re.compile(r"[^\W\d_]+")
SAID = (
    *(
        "добрый день",
        "да да",
        "тариф стоит две тысячи",
        "hello there",
        "ё Ё й",
        "e\u0301te\u0301",
        "😀👨\u200d👩\u200d👧",
        "\u202eabc\u202c",
        "a\u200bb",
    ),
    *(
        "10:30 было",
        "http://x.ru/a?b=c",
        "см. стр: 5",
        "он сказал: «нет»",
        "- тире",
        "= 1+1",
        "<b>жир</b>",
        "&amp;",
        "a\0b",
        "\ufeffмарка",
    ),
    *(
        "\x07",
        "\x1b[31m",
        "\ufffd",
        "\ud83d",
        "\u0660\u0661:\u0662\u0660",
        "x" * 300,
        "1" * 400,
        "a:b:c:d",
        "[смех]",
        "(неразборчиво)",
        "…",
        "",
    ),
    *(
        "слово\tслово",
        "слово\xa0слово",
        "слово\x0bслово",
        "слово\u2028слово",
        "слово\x85слово",
        "\u3000",
        "ﬁ ǆ ß İ",
        "नमस्ते",
        "你好",
        "שלום",
    ),
)
LABELS = (
    *(
        "Клиент (SPK00):",
        "Саппорт (SPK01):",
        "SPK00:",
        "SPEAKER_01:",
        "[SPEAKER_00]:",
        "[SPEAKER_01]",
        "Анна:",
        "Анна (A):",
        "?:",
        "Name :",
    ),
    *(
        "Клиент (SPK00) :",
        "клиент(spk00):",
        "Оператор (1):",
        "A (SPK00) (SPK01):",
        "():",
        "(SPK00):",
        "[]:",
        ":",
        "::",
        "Очень длинное имя говорящего:",
    ),
    *(
        "S0:",
        "S 1:",
        "спикер 1:",
        "Спикер_2:",
        "X" * 70 + ":",
        "٣:",
        "А\u0301нна:",
        "- Анна:",
        "| Анна:",
        "Анна\t:",
        "[Анна:",
        "Анна]:",
        "Ann\u200ba:",
        "",
    ),
)
STAMPS = (
    *(
        "",
        "",
        "",
        "[00:00:01]",
        "00:01",
        "(00:01)",
        "[00:01 - 00:02]",
        "00:00:01.500 --> 00:00:02,5",
        "[00:99:99]",
        "[999:59:59.999999]",
    ),
    *("[00:00:05 --> 00:00:01]", "[-1:00]", "[00:01", "00:01]", "[٠٠:٠١]", "[00:00:00.0000001]", "[1:2:3]", "00:01-00:02-00:03"),
)
NUMBERS = (
    "NaN",
    "Infinity",
    "-Infinity",
    "1e400",
    "-1e400",
    "1" * 5000,
    "0",
    "-1",
    "1.5",
    "1e-400",
    "9" * 19,
    "-0",
    "01",
    "+1",
    "0x1",
)


# ---------------------------------------------------------------------- making them


def transcript(chance: random.Random) -> bytes:
    """Return a transcript as a recogniser, an editor or an enemy leaves it."""
    match chance.randrange(250):
        case 0:
            line = "Анна: " + chance.choice(("слово ", "a:", "[", "(", " ", "00:01 ", "\t", "00:01 --> 00:02 a:b ")) * (1 << 20)
            return line[: chance.choice((999_990, 1_000_010, 10 << 20))].encode()
        case 1:
            return "".join(f"{chance.choice(LABELS)} {chance.choice(SAID)}\n" for _ in range(20_000)).encode("utf-8", "replace")
        case 2:
            return ("\n" * 200_000 + "Анна: да\n" + " \r" * 200_000).encode()
        case 3:
            return chance.choice(MAGICS) + chance.randbytes(200)
    ends = [chance.choice(ENDS) for _ in range(chance.choice((1, 1, 2, 4)))]
    labels = [chance.choice(LABELS) for _ in range(chance.choice((2, 2, 3, 8)))]
    stamps = [chance.choice(STAMPS) for _ in range(chance.choice((1, 1, 3)))]
    said = SAID if chance.random() < 0.5 else SAID[:6]
    text = ""
    for _ in range(chance.choice((1, 3, 10, 40))):
        words = " ".join(chance.choice(said) for _ in range(chance.choice((0, 1, 2, 5))))
        between = chance.choice(("", " ", " ", " ", "\t", " - "))
        text += f"{chance.choice(stamps)}{between}{chance.choice(labels)}{between}{words}{chance.choice(ends)}"
    return _encoded(text, chance)


MAGICS = (
    b"%PDF-",
    b"PK\3\4",
    b"{\\rtf",
    b"SQLite format 3\0",
    b"\x89PNG\r\n",
    b"RIFF....WAVE",
    b"\x1f\x8b\x08",
    b"MZ.\0",
    b"\xd0\xcf\x11\xe0",
    b"\0",
)


def _encoded(text: str, chance: random.Random) -> bytes:
    chosen = chance.choice(ENCODINGS)
    data = text.encode(chosen, "surrogatepass" if chosen.startswith("utf-") and chosen != "utf-7" else "ignore")
    if chance.random() < 0.05:
        data = chance.choice((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE)) + data
    return data


def _cells(chance: random.Random) -> str:
    return chance.choice(
        (
            *(
                "Цена",
                "Цена / Скидка",
                "Цена / Скидка / Год",
                "A // B",
                " / ",
                "/",
                "=1+1",
                "'=1",
                "#aabbcc",
                "#zz",
                "1",
                "9",
                "10",
                "-1",
                "٣",
            ),
            *(
                "скидка; дешевле",
                "скидка\nдешевле",
                "…",
                "a" * 300,
                "b" * 30_000,
                "\0",
                "\ud83d",
                "x / " * 20 + "x",
                '"',
                "тема\u2028два",
                "",
                "",
            ),
        )
    )


def table(chance: random.Random) -> bytes:
    """Return a codebook for spreadsheets."""
    between = chance.choice(",,;\t|")
    titles = ["topic", "colour", "definition", "hotkey", "keywords", "тема", "Цвет ", "name", "", "other", "topic"]
    columns = titles[: chance.choice((1, 5))] if chance.random() < 0.7 else chance.sample(titles, chance.randrange(len(titles)))
    end = chance.choice(("\n", "\r\n", "\r"))
    rows = [columns] if chance.random() < 0.95 else []
    for n in range(chance.choice((1, 3, 10, 10, 2100 if chance.random() < 0.02 else 4))):
        row = [_cells(chance) for _ in columns] if chance.random() < 0.3 else [f"Тема {n}", "#AABBCC", "что", str(n % 10), "слово"]
        rows.append(row[: len(columns) + chance.choice((0, 0, 0, -1, 1))])

    def cell(text: str) -> str:
        quoted = any(c in text for c in f'{between}"\r\n') and chance.random() < 0.9
        return '"' + text.replace('"', '""' if chance.random() < 0.9 else '"') + '"' if quoted else text

    text = end.join(between.join(map(cell, row)) for row in rows)
    return _encoded(chance.choice(("", "", "", f"sep={between}\r\n", "sep=,\n", "\ufeff")) + text, chance)


def _value(chance: random.Random, depth: int = 0) -> str:
    """Return JSON of any shape."""
    match chance.randrange(9 if depth < 4 else 6):
        case 0:
            return chance.choice(("null", "true", "false"))
        case 1:
            return chance.choice(NUMBERS)
        case 2 | 3:
            return json.dumps(chance.choice(SAID))
        case 4:
            return chance.choice(
                ('"\\ud83d"', '"\\u0000"', '"\\ud83d\\ude00"', '""', '" "', '"' + "я" * 300 + '"', '"(a+)+$"', '"["')
            )
        case 5:
            return chance.choice(("[]", "{}", "[[]]", '[""]'))
        case 6:
            return f"[{', '.join(_value(chance, depth + 1) for _ in range(chance.randrange(4)))}]"
        case _:
            keys = ("name", "rules", "find", "replace", "mode", "parts", "keywords", "x")
            return (
                "{" + ", ".join(f'"{chance.choice(keys)}": {_value(chance, depth + 1)}' for _ in range(chance.randrange(5))) + "}"
            )


def _object(chance: random.Random, fields: dict[str, str], deep: tuple[str, str] = ("[", "]")) -> bytes:
    """Return a JSON object with faults: fields that are wrong, twice, missing or more than there should be, endless nesting."""
    if chance.random() < 0.02:
        depth = chance.choice((50, 1000, 100_000))
        name = chance.choice(list(fields))
        fields = {**fields, name: deep[0] * depth + deep[1] * chance.choice((depth, 0))}
    items = list(fields.items())
    for _ in range(chance.choice((0, 1, 1, 2, 3))):
        match chance.randrange(4):
            case 0 if items:
                items.pop(chance.randrange(len(items)))
            case 1 if items:
                items.append(chance.choice(items))
            case 2:
                items.append((chance.choice(("x", "", "\\ud800", "__class__")), _value(chance)))
            case _ if items:
                at = chance.randrange(len(items))
                items[at] = (items[at][0], _value(chance))
    text = "{" + ", ".join(f'"{name}": {value}' for name, value in items) + "}"
    if chance.random() < 0.05:
        text = chance.choice(
            (text[:-1], f"{text}, ", f"[{text}]", text.replace('"', "'"), f"{text}{text}", f"/* */ {text}", "", "7", "null")
        )
    return _encoded(text, chance) if chance.random() < 0.3 else text.encode("utf-8", "surrogatepass")


def _topic(chance: random.Random, depth: int) -> str:
    parts = ", ".join(_topic(chance, depth + 1) for _ in range(chance.randrange(3))) if depth < 3 else ""
    fields = {"name": json.dumps(f"Тема {chance.randrange(999)}"), "colour": '"#AABBCC"', "hotkey": "3", "keywords": '["слово"]'}
    if chance.random() < 0.15:
        fields[chance.choice(list(fields))] = _value(chance)
    return "{" + ", ".join(f'"{k}": {v}' for k, v in (*fields.items(), ("parts", f"[{parts}]"))) + "}"


def tree(chance: random.Random) -> bytes:
    """Return a codebook in JSON."""
    found = ", ".join(_topic(chance, 0) for _ in range(chance.randrange(5)))
    return _object(chance, {"codebook": "1", "topics": f"[{found}]"}, ('[{"name": "x", "parts": ', "}]"))


def _rule(chance: random.Random) -> str:
    query = json.dumps(chance.choice(("тариф", "(a+)+$", "[", "(?i)x", "\\1", "a{1,99999}", "(?P<x>.)(?P=x)", "\ud83d", "a\0")))
    fields = {
        "name": json.dumps(f"Правило {chance.randrange(99)}"),
        "find": query,
        "replace": json.dumps(chance.choice(("план", "\\9", "", "\\g<x>"))),
    }
    fields |= {"mode": json.dumps(chance.choice(("plain", "words", "lemma", "regex", "regex", "x"))), "ignore_case": "true"}
    if chance.random() < 0.2:
        fields[chance.choice(list(fields))] = _value(chance)
    return "{" + ", ".join(f'"{k}": {v}' for k, v in fields.items()) + "}"


def rule_sets(chance: random.Random) -> bytes:
    """Return rule sets in JSON."""
    sets = ", ".join(
        f'{{"name": "Набор {n}", "rules": [{", ".join(_rule(chance) for _ in range(chance.randrange(4)))}]}}'
        for n in range(chance.randrange(3))
    )
    return _object(chance, {"annotator_rules": "1", "sets": f"[{sets}]"})


def lessons(chance: random.Random) -> bytes:
    """Return arrays like those that learning leaves."""
    arrays: dict[str, Any] = {}
    good = _lessons()
    with np.load(io.BytesIO(good)) as kept:
        for name in kept.files:
            match chance.randrange(30):
                case 0:
                    pass
                case 1:
                    arrays[name] = np.zeros(
                        chance.choice(((0,), (3,), (2, 2), ())), chance.choice(("u4", "i2", "f8", "S3", "U2", "?", "c16"))
                    )
                case 2:
                    arrays[name] = np.full(kept[name].shape, chance.choice((float("nan"), float("inf"), -1.0, 1e300)))
                case _:
                    arrays[name] = kept[name]
    file = io.BytesIO()
    chance.choice((np.savez, np.savez_compressed))(file, **arrays)
    data = file.getvalue()
    if chance.random() < 0.1:
        data = data.replace(
            chance.choice((b"'shape': (", b"'descr': '")), chance.choice((b"'shape': (9", b"'descr': 'O", b"'shape': (("))
        )
    if chance.random() < 0.02:
        data = _bomb(chance.choice((1 << 33, 1 << 60)))
    return data


def _bomb(size: int) -> bytes:
    """Return arrays that say they are of this size."""
    head = f"{{'descr': '|i1', 'fortran_order': False, 'shape': ({size},), }}".encode().ljust(117) + b"\n"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as arrays:
        for name in (*(f"{name}_places" for name in speakers_learn.TABLES), "base"):
            arrays.writestr(f"{name}.npy", b"\x93NUMPY\x01\x00" + len(head).to_bytes(2, "little") + head + bytes(100))
    return file.getvalue()


def _lessons() -> bytes:
    empty = {name: np.array([], np.uint32) for name in speakers_learn.TABLES}
    added = {name: np.array([], np.int16) for name in speakers_learn.TABLES}
    return speakers_learn._to_bytes(speakers_learn.Lessons(empty, added, dict.fromkeys(speakers_learn.ITEMS, (1.0, 0.0))))


def preferences(chance: random.Random) -> bytes:
    """Return settings as an older or newer version, or a person, leaves them."""
    good = {name: json.dumps(value) for name, value in json.loads(json.dumps(settings.Settings().__dict__)).items()}
    return _object(chance, good | {"recent": '["/x/y.annotator", "\\ud83d"]', "keys": '{"undo": ["Ctrl+Z", "\\ud83d"], "x": 7}'})


def keys(chance: random.Random) -> bytes:
    """Return keys as the dialog exports them."""
    pressed = ("Ctrl+Z", "Ctrl+", "", "Ctrl+Ctrl+Z", "x" * 5000, "\\ud83d", "Ctrl+K, Ctrl+L", "F99", "+", ",", "Ctrl+Я", "\\u0000")
    good = {
        name: json.dumps(chance.sample(pressed, 2)).replace("\\\\", "\\")
        for name in ("edit.undo", "file.open", "text.split", "nothing")
    }
    return _object(chance, good)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return good bytes with some changed."""
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 10))):
        at, length = chance.randrange(len(found) + 1), chance.choice((1, 1, 4, 100))
        match chance.randrange(6):
            case 0 if found:
                found[at % len(found)] ^= 1 << chance.randrange(8)
            case 1:
                found[at : at + length] = chance.randbytes(length)
            case 2:
                del found[at : at + length]
            case 3:
                found[at:at] = chance.choice(
                    (b"\0", b"\xff\xfe", b"\xed\xa0\x80", b'"', b"\\", b"\r", b"\xe2\x80\xa8", b"\x85", b",", b"[" * 50)
                )
            case 4:
                found[at:at] = found[:length]
            case _:
                del found[at:]
    return bytes(found)


ODD: tuple[Any, ...] = (
    *(None, "", [], {}, True, -1, 0, 1e308, float("nan"), float("inf"), 10**30, [[]], [None], [{}], [1, "a"], {"text": None}),
    *("1.5s", "x", "\ud83d", "00:00:01,5", "PT1.5S", {"start": {}}, "a" * 3000),
)
"""What stands in JSON where something else is expected."""


def foreign(chance: random.Random) -> bytes:
    """Return a file of another program in which something is not as it should be."""
    data = chance.choice(_good_files())
    for _ in range(chance.choice((1, 1, 2, 5))):
        data = _changed(data, chance)
    return data


def _changed(data: bytes, chance: random.Random) -> bytes:
    if data.startswith(b"PK"):
        return _packed(data, chance)
    try:
        value = json.loads(data)
    except ValueError:
        lines = data.splitlines(keepends=True)
        place, other = chance.randrange(len(lines) or 1), chance.randrange(len(lines) or 1)
        match chance.randrange(5):
            case 0:
                del lines[place : place + chance.choice((1, 1, 20))]
            case 1:
                lines[place:place] = lines[other : other + 3]
            case 2 if lines:
                lines[place], lines[other] = lines[other], lines[place]
            case 3 if lines:
                lines[place] = re.sub(rb"\d+", lambda _: chance.choice((b"", b"-1", b"9" * 30, b"x", b"0")), lines[place])
            case _:
                return mutated(data, chance)
        return b"".join(lines)
    holder: Any = [value]
    whole, at = holder, 0
    while isinstance(holder[at], dict | list) and holder[at] and chance.random() < 0.85:
        holder = holder[at]
        at = chance.choice(list(holder)) if isinstance(holder, dict) else chance.randrange(len(holder))
    match chance.randrange(4):
        case 0 if holder is not whole:
            del holder[at]
        case 1 if holder is not whole and isinstance(holder, list):
            holder[at:at] = [holder[at]] * chance.choice((1, 3))
        case _:
            holder[at] = chance.choice(ODD)
    return json.dumps(whole[0]).encode()


def _packed(data: bytes, chance: random.Random) -> bytes:
    """Return an archive in which one of the parts is damaged, or which is damaged itself."""
    if chance.random() < 0.2:
        return mutated(data, chance)
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
            chosen = chance.choice(old.namelist() or [""])
            for part in old.namelist():
                new.writestr(part, mutated(old.read(part), chance) if part == chosen else old.read(part))
    except (zipfile.BadZipFile, NotImplementedError, zlib.error, OSError, EOFError, ValueError):
        return mutated(data, chance)
    return packed.getvalue()


# ---------------------------------------------------------------------- reading them


class Broken(Exception):
    """A promise is not kept."""


def _want(kept: bool, what: str) -> None:
    if not kept:
        raise Broken(what)


class Reader:
    """Reads files of all kinds in a folder of its own, and keeps what it reads in a project."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.path = folder / "file"
        os.environ["ANNOTATOR_CONFIG_DIR"] = str(folder / "config")
        settings.path().parent.mkdir(exist_ok=True)
        self.project = Project.create(folder / "kept.annotator")
        self._dialog: Any = None

    def transcript(self, data: bytes, chance: random.Random) -> None:
        self.path.write_bytes(data)
        imported, report = formats.read_file(self.path)
        if imported.format in ("srt", "vtt"):
            return  # lines of nothing but times are what these consist of
        _want(imported.format == "text", f"it is taken for {imported.format}")
        _want(self.path.read_bytes() == data, "the file was altered")
        _want(imported.data == data, "the bytes are not kept")
        _want(report.turns + report.continued + report.blank + report.not_understood == report.lines, "lines are not accounted for")
        text = encoding.decode(data, "file").text
        _want(_missing(text, imported, report) == [], f"words are lost: {_missing(text, imported, report)[:5]}")
        made = transcripts.as_transcript(imported)
        if formats.write(made, "text", ExportOptions()) != data:
            raise Broken("the export of an untouched call differs")
        if len(data) < 20_000 and chance.random() < 0.1:
            self.project.apply(transcripts.add(imported, 1))
            kept = self.project.read(1)
            _want(kept.source.turns == imported.turns and kept.source.data == data, "the project keeps something else")
            self.project.undo()

    def formats(self, data: bytes, chance: random.Random) -> None:
        readers = [entry.name for entry in formats.FORMATS if entry.reader]
        imported, report = formats.read(data, "file", format=None if chance.random() < 0.6 else chance.choice(readers))
        _want(imported.data == data, "the bytes are not kept")
        counted = report.turns + report.continued + report.blank + report.not_understood
        _want(counted == report.lines and min(report.turns, report.blank, report.not_understood) >= 0, "turns do not add up")
        _want([turn.number for turn in imported.turns] == list(range(1, len(imported.turns) + 1)), "turns are not numbered")
        known = {None, *(speaker.id for speaker in imported.speakers)}
        for turn in imported.turns:
            _want(turn.speaker_id in known, "a speaker is not there")
            _want((turn.start_ms or 0) >= 0 and (turn.end_ms or 2**31) >= (turn.start_ms or 0), "a time goes backwards")
            _want(all(word.start < word.end <= len(turn.text) for word in unpack(turn.timing)), "a word is not in its turn")
        if chance.random() < 0.1:
            self.project.apply(transcripts.add(imported, 1))
            _want(self.project.read(1).source.turns == imported.turns, "the project keeps something else")
            self.project.undo()

    def codebook(self, data: bytes, chance: random.Random) -> None:
        self.path.write_bytes(data)
        found = codebook.read_file(self.path)
        change = topics.take_over((), found, ("#112233",))
        made = tuple(step.after for step in change.steps if isinstance(step.after, Topic))
        for written in (codebook.encode_csv(made), codebook.encode_json(made)):
            _want(
                len(written) > codebook.LARGEST or len(codebook.decode(written, "again")) == len(made),
                "the export is read differently",
            )
        if chance.random() < 0.1:
            self.project.apply(change)
            self.project.undo()

    def rules(self, data: bytes, chance: random.Random) -> None:
        found = rules.from_json(data)
        written = rules.to_json(found)
        _want(rules.from_json(written) == found, "the export is read differently")
        self.project.set_setting(rules.SETTING, written)
        _want(self.project.setting(rules.SETTING) == written, "the project keeps something else")

    def learned(self, data: bytes, chance: random.Random) -> None:
        usable({LEARNER: data})

    def settings(self, data: bytes, chance: random.Random) -> None:
        for left in settings.path().parent.iterdir():
            left.unlink()
        settings.path().write_bytes(data)
        found = settings.load()
        settings.save(found)
        _want(settings.load() == found, "the settings are read differently")
        settings.effective_language(found)

    def keys(self, data: bytes, chance: random.Random) -> None:
        from PySide6.QtWidgets import QApplication, QFileDialog

        from annotator.gui.dialogs.keymap import KeymapDialog
        from annotator.gui.session import Session

        if self._dialog is None:
            self._app = QApplication.instance() or QApplication([])
            self._session = Session()
            self._dialog = KeymapDialog(self._session)
        self.path.write_bytes(data)
        QFileDialog.getOpenFileName = lambda *_: (str(self.path), "")  # type: ignore[method-assign]
        self._dialog._on_import()

    def close(self) -> None:
        self.project.close()
        if self._dialog is not None:
            self._session.close()


def _missing(text: str, imported: Any, report: Any) -> list[str]:
    """Return the words of the text that are neither in turns nor in what is told; labels may stand before many turns."""
    told = " ".join(f"{s.id} {s.role} {s.name}" for s in imported.speakers) + " ".join(str(r.message) for r in report.remarks)
    labels = set(WORD.findall(told))
    said = Counter(WORD.findall("\n".join(turn.text for turn in imported.turns)))
    written = Counter(WORD.findall(text))
    return [word for word, n in written.items() if word not in labels and said[word] < n]


@cache
def _good_files() -> list[bytes]:
    call = transcripts.as_transcript(formats.read(CALL.encode(), "call.txt")[0])
    packed = [formats.write(call, name, ExportOptions()) for name in ("docx", "xlsx")]
    return [*(path.read_bytes() for path in OF_FORMATS), *packed * 3]


def _good_tables() -> list[bytes]:
    book = [Topic(1, "Цена", "#112233", "что стоит", 3), Topic(2, "Скидка / год", "#445566", parent_id=1, keywords=("скидка",))]
    return [codebook.encode_csv(book), codebook.encode_json(book), codebook.encode_csv(book).replace(b",", b";")]


def _good_rules() -> bytes:
    made = (
        rules.RuleSet(
            "Набор", (rules.Rule("Правило", Query("(т)ариф", "\\1план", "regex")), rules.Rule("Ещё", Query("да", "нет")))
        ),
    )
    return rules.to_json(made).encode()


Make = Callable[[random.Random], bytes]
KINDS: dict[str, tuple[tuple[Make, ...], Callable[[], list[bytes]]]] = {
    "transcript": (
        (transcript,),
        lambda: [CALL.encode(), CALL.encode("cp1251", "ignore"), *(p.read_bytes() for p in SAMPLES.glob("*.txt"))],
    ),
    "formats": ((foreign,), _good_files),
    "codebook": ((table, tree), _good_tables),
    "rules": ((rule_sets,), lambda: [_good_rules()]),
    "learned": ((lessons,), lambda: [_lessons(), zlib.compress(b"x")]),
    "settings": ((preferences,), lambda: [json.dumps(settings.Settings().__dict__).encode()]),
    "keys": ((keys,), lambda: [b'{"edit.undo": ["Ctrl+Z"], "file.open": []}']),
}


def case(kind: str, number: int, seed: str) -> tuple[str, bytes, random.Random]:
    chance = random.Random(f"{kind} {seed} {number}")
    makers, good = KINDS[kind]
    if chance.random() < 0.7:
        make = chance.choice(makers)
        return make.__name__, make(chance), chance
    return "mutated", mutated(chance.choice(good()), chance), chance


def attempt(reader: Reader, kind: str, data: bytes, chance: random.Random) -> tuple[str, bool]:
    """Read a file; return the outcome and whether it is none that was promised."""
    try:
        getattr(reader, kind)(data, chance)
    except AnnotatorError as error:
        return f"refused ({type(error).__name__})", False
    except Broken as error:
        return str(error), True
    except BaseException as error:
        at = error.__traceback__
        while at is not None and at.tb_next is not None:
            at = at.tb_next
        where = f"{Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at is not None else ""
        return f"uncaught {type(error).__name__} at {where}: {str(error)[:80]}", True
    return "read", False


def cases(kind: str, numbers: range, seed: str, folder: Path) -> Iterator[tuple[str, str, bool]]:
    if kind == "learned":
        models()
    reader = Reader(folder)
    for number in numbers:
        made, data, chance = case(kind, number, seed)
        yield (made, *attempt(reader, kind, data, chance))
    reader.close()


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--only", choices=KINDS)
    parser.add_argument("--one", type=int)
    parser.add_argument("--cases", type=int, nargs=2)
    args = parser.parse_args(argv)
    with torture_workers.folder() as name:
        if args.one is not None:
            made, data, chance = case(args.only, args.one, args.seed)
            print(made, len(data), data[:300])
            getattr(Reader(Path(name)), args.only)(data, chance)
            return 0
        if args.cases is not None:
            done = cases(args.only, range(*args.cases), args.seed, Path(name))
            # Qt maps more than it uses; what it is given here is small.
            torture_workers.serve(range(*args.cases), lambda _: next(done), None if args.only == "keys" else torture_workers.MEMORY)
            next(done, None)
            return 0
    good = True
    for kind in [args.only] if args.only else KINDS:
        found = torture_workers.run(Path(__file__), ("--seed", args.seed, "--only", kind), args.runs)
        good = torture_workers.figures(f"inputs: {kind}", found) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
