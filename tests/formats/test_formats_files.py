"""The registry of formats, and files on disk: read, refused, replaced at once."""

from __future__ import annotations

import dataclasses
import os
import re
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator import formats
from annotator.core.commands import speakers, topics, turns
from annotator.core.errors import FormatError
from annotator.core.i18n import msg
from annotator.core.model import Transcript
from annotator.formats import FORMATS
from annotator.formats.base import CONTENTS, ExportOptions, File, Format

Load = Callable[..., Transcript]

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and pipes of POSIX")
WRITERS = [f for f in FORMATS if f.writer]
READERS = [f for f in FORMATS if f.reader]
TIMED = """[00:01 - 00:02] Support (SPK00): good morning how can I help
[00:02 - 00:04] Client (SPK01): the parcel has not come
[00:05 - 00:06] Support (SPK00): which parcel
[00:06 - 00:09] Client (SPK01): which parcel, number four
"""


# ---------------------------------------------------------------------- what every format keeps to


def test_names_and_suffixes_are_of_one_format_each() -> None:
    names = [f.name for f in FORMATS]
    assert len(names) == len(set(names))
    suffixes = [suffix for f in WRITERS for suffix in f.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix.startswith(".") and suffix == suffix.lower() for f in FORMATS for suffix in f.suffixes)
    assert all(f.reader or f.writer for f in FORMATS)
    assert all(f.suffixes for f in WRITERS), "the first one is that of the written file"
    assert all(f.sniff for f in READERS if f.name != "text"), "plain text is what nobody claims"


@pytest.mark.parametrize("format", WRITERS, ids=lambda f: f.name)
def test_what_is_kept_and_heeded_has_a_name(format: Format) -> None:
    assert format.keeps <= set(CONTENTS)
    assert format.keeps, "a format that keeps nothing of a transcript but its words is a list of words"
    assert format.holds <= {field.name for field in dataclasses.fields(ExportOptions)}


@pytest.mark.parametrize("format", WRITERS, ids=lambda f: f.name)
def test_writers_alter_nothing_and_give_the_same_bytes(format: Format, load: Load) -> None:
    call = load(TIMED)
    again = load(TIMED)
    assert formats.write(call, format.name, ExportOptions()) == formats.write(again, format.name, ExportOptions())
    assert call == again


@pytest.mark.parametrize("format", WRITERS, ids=lambda f: f.name)
def test_writers_heed_what_they_hold_and_nothing_else(format: Format, load: Load) -> None:
    call = load("[00:01 - 00:02] Клиент (SPK00): один\n[00:03 - 00:04] Саппорт (SPK01): два\n")
    call = call.apply(topics.add(call.topics, "цена", "#336699"))
    call = call.apply(topics.tag(call, [1, 2], call.topics[0].id))
    call = call.apply(turns.mark_reviewed(call, [1]))
    plain = formats.write(call, format.name, ExportOptions())
    choices = {"speakers": False, "roles": False, "topics": True, "only_reviewed": True, "encoding": "cp1251"}
    heeded = {name for name, value in choices.items() if formats.write(call, format.name, ExportOptions(**{name: value})) != plain}
    assert heeded == format.holds


@pytest.mark.parametrize("format", WRITERS, ids=lambda f: f.name)
def test_writers_take_calls_without_speakers_and_without_turns(format: Format, load: Load) -> None:
    call = load("[00:01] one\n[00:02] two\n")
    formats.write(call, format.name, ExportOptions())
    call = call.apply(turns.hide(call, [1, 2]))
    formats.write(call, format.name, ExportOptions(topics=True))


@pytest.mark.parametrize("format", READERS, ids=lambda f: f.name)
def test_readers_refuse_what_is_nothing(format: Format) -> None:
    assert format.reader
    for data in (b"", b"\0" * 50, b"\x89PNG\r\n\x1a\n"):
        with pytest.raises(FormatError, match="the name"):
            format.reader(File(data, "the name"))


@pytest.mark.parametrize("format", [f for f in FORMATS if f.reader and f.writer], ids=lambda f: f.name)
def test_round_trip(format: Format, load: Load) -> None:
    call = load(TIMED)
    call = call.apply(speakers.relabel(call, [1, 3], "SPK01"))
    call = call.apply(speakers.relabel(call, [4], "SPK00"))
    call = call.apply(speakers.relabel(call, [2], "SPK00"))
    data = formats.write(call, format.name, ExportOptions())
    imported, report = formats.read(data, "call")
    assert imported.format == format.name
    assert [turn.text for turn in imported.turns] == [turn.text for turn in call.turns]
    assert report.turns == len(call.turns)
    voices = [turn.speaker_id for turn in imported.turns]
    if "speakers" in format.keeps:
        assert [voice is not None and voice == voices[0] for voice in voices] == [True, False, True, False]
    if "times" in format.keeps:
        assert [turn.start_ms for turn in imported.turns] == [turn.start_ms for turn in call.turns]
    again, _ = formats.read(data, "call", format=format.name)
    assert again == imported


def test_formats_by_name_and_by_file_name() -> None:
    assert formats.by_name("csv").name == "csv"
    with pytest.raises(FormatError, match=r"There is no format odt\. There are: text, csv"):
        formats.by_name("odt")
    names = {"a.TXT": "text", "b.jsonl": "jsonl", "b.pairs.jsonl": "pairs", "c.d.docx": "docx", "e": None, "f.odt": None}
    names |= {"g.html": "html", "h.tsv": "tsv", "i.stm": "stm"}
    found = {name: formats.for_path(Path("folder.csv") / name) for name in names}
    assert {name: f and f.name for name, f in found.items()} == names


def test_a_format_that_goes_one_way(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FormatError, match=r"The format pairs can only be written\. These can be read: text, csv"):
        formats.read(b"SPK00: a", "a", format="pairs")
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, Format("heard", msg("Subtitles"), (".srt",), reader=FORMATS[0].reader)))
    with pytest.raises(FormatError, match=r"The format heard can only be read\. These can be written: text, csv"):
        formats.write(load(), "heard", ExportOptions())


# ---------------------------------------------------------------------- reading files


def test_a_file_is_called_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "звонок 1.txt"
    path.write_bytes("SPK00: да".encode("cp866"))
    imported, _ = formats.read_file(path, "cp866")
    assert (imported.name, imported.turns[0].text) == ("звонок 1.txt", "да")


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FormatError, match=r"gone\.txt does not exist"):
        formats.read_file(tmp_path / "gone.txt")
    with pytest.raises(FormatError, match="is a folder"):
        formats.read_file(tmp_path)
    with pytest.raises(FormatError, match="cannot be read"):
        formats.read_file(Path("a\0b"))
    path = tmp_path / "a.txt"
    path.write_bytes(b"SPK00: a")
    monkeypatch.setattr(formats, "LARGEST", 5)
    with pytest.raises(FormatError, match=r"a\.txt has 0 MB, the limit is 0 MB"):
        formats.read_file(path)


@posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FormatError, match="no ordinary file"):
        formats.read_file(tmp_path / "pipe")


def test_a_file_without_the_right_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"SPK00: a")
    monkeypatch.setattr(Path, "read_bytes", failing(PermissionError(13, "Permission denied")))
    with pytest.raises(FormatError, match="may not be read"):
        formats.read_file(path)
    monkeypatch.setattr(Path, "read_bytes", failing(OSError(5, "Input/output error")))
    with pytest.raises(FormatError, match="cannot be read: Input/output error"):
        formats.read_file(path)


def failing(error: OSError) -> Callable[..., None]:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise error

    return fail


# ---------------------------------------------------------------------- writing files


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    formats.write_file(path, b"one")
    formats.write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("at", ["os.fsync", "pathlib.Path.replace"])
def test_a_failure_leaves_the_old_file(at: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(at, failing(OSError(28, "No space left on device")))
    with pytest.raises(FormatError, match=r"out\.txt cannot be written: No space left on device\."):
        formats.write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_targets_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FormatError, match="is a folder"):
        formats.write_file(tmp_path, b"")
    with pytest.raises(FormatError, match="no such folder"):
        formats.write_file(tmp_path / "gone" / "out.txt", b"")
    with pytest.raises(FormatError, match="cannot be written"):
        formats.write_file(tmp_path / "a\0b", b"")
    monkeypatch.setattr(Path, "replace", failing(PermissionError(13, "Permission denied")))
    with pytest.raises(FormatError, match="may not be written"):
        formats.write_file(tmp_path / "out.txt", b"")


@posix
def test_modes(tmp_path: Path) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    old.write_bytes(b"")
    old.chmod(0o604)
    before = os.umask(0o027)
    try:
        formats.write_file(new, b"a")
        formats.write_file(old, b"b")
    finally:
        os.umask(before)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (new, old)] == [0o600, 0o604]
    assert old.read_bytes() == b"b"


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    real, link = tmp_path / "far" / "real.txt", tmp_path / "link.txt"
    real.write_bytes(b"old")
    link.symlink_to(real)
    formats.write_file(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert list(real.parent.iterdir()) == [real]


@posix
def test_a_device_is_written_to_and_not_replaced() -> None:
    formats.write_file(Path(os.devnull), b"gone")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


# ---------------------------------------------------------------------- what the README says


def test_the_readme_says_what_is_read_and_written() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    lines = readme.partition("\n## Formats\n")[2].partition("\n## ")[0].splitlines()
    said = {}
    for line in lines:
        if line.startswith("| ") and "`" in line:
            titles, read, written = line.strip("|").rsplit("|", 2)
            for name in re.findall(r"`([\w-]+)`", titles):
                said[name] = (read.strip() == "yes", written.strip() == "yes")
    assert said == {entry.name: (entry.reader is not None, entry.writer is not None) for entry in FORMATS}


@pytest.mark.parametrize(("name", "golden"), [("text", "call.txt"), ("pairs", "call.pairs.jsonl")])
def test_golden_files(load: Load, name: str, golden: str) -> None:
    lines = ("[00:01] Саппорт (SPK00): добрый день", "[00:03] Клиент (SPK01): алло алло посылки нет", "[00:07] Саппорт (SPK00): да")
    call = load("".join(f"{line}\n" for line in lines))
    call = call.apply(turns.set_text(call, 2, "Алло, посылки нет."))
    call = call.apply(speakers.relabel(call, [3], "SPK01"))
    call = call.apply(turns.merge(call, [2, 3]))
    call = call.apply(turns.mark_reviewed(call, [2]))
    assert formats.write(call, name, ExportOptions()) == (Path(__file__).parent / "golden" / golden).read_bytes()
