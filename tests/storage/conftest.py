"""Small projects to break."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.change import Change
from annotator.core.commands import allowed, role_words, speakers, topics, transcripts, turns
from annotator.core.i18n import msg
from annotator.core.model import Decision, Imported, SourceSpan, SourceTurn, Speaker, Topic, Transcript
from annotator.storage.store import Store

IMPORTED = Imported(
    "call.txt",
    "text",
    "cp1251",
    bytes(range(256)),
    (Speaker(0, "S0", role="клиент"), Speaker(0, "S1")),
    tuple(SourceTurn(n, f"S{n % 2}", f"слова реплики {n} \0 😀", n * 1000, None) for n in range(1, 41)),
)


@pytest.fixture
def imported() -> Imported:
    return IMPORTED


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "проект 100%.annotator"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Transcript]:
    """Return the bytes of a project with one of everything, and what it holds."""
    path = tmp_path_factory.mktemp("built") / "p.annotator"
    transcript = transcripts.as_transcript(IMPORTED)
    store = Store.create(path)
    change = transcripts.add(IMPORTED, 1)
    store.apply(change, "me")
    decision = Decision(1, "key", "accepted", "duplicates", "loop", 0.875, (SourceSpan(2, 0, 5),), 2.5)
    for make in (
        lambda t: topics.add(t.topics, "Price", "#112233", "what it costs", 3),
        lambda t: topics.tag(t, [1, 2], 1),
        lambda _: Change.of(msg("Add"), [(None, Topic(2, "Discount", "#445566", parent_id=1, keywords=("скидка", "дешевле")))]),
        lambda t: Change.of(msg("Colour"), [(t.speaker("S0"), replace(t.speaker("S0"), colour="#778899"))]),
        lambda t: Change.of(msg("Bookmark"), [(t.turn(5), replace(t.turn(5), bookmarked=True))]),
        lambda t: allowed.allow(t, "чуть чуть ниже"),
        lambda t: role_words.add(t, "мастер", "agent"),
        lambda t: role_words.add(t, "мне бы", "", "sign"),
        lambda t: speakers.pin(t, [2]),
        lambda t: turns.split(t, 3, 6, "S0"),
        lambda t: turns.comment(t, 4, "look"),
        lambda t: speakers.rename(t, "S1", "Anna"),
        lambda _: Change.of(msg("Decide"), [(None, decision)]),
    ):
        change = make(transcript)
        transcript = transcript.apply(change)
        store.apply(change, "me")
    store.set_setting("place", "{}")
    store.close()
    return path.read_bytes(), transcript


@pytest.fixture
def project(built: tuple[bytes, Transcript], path: Path) -> tuple[Path, Transcript]:
    """Return where a closed project with one of everything is, and what it holds."""
    path.write_bytes(built[0])
    return path, built[1]


@pytest.fixture
def others_copy(project: tuple[Path, Transcript]) -> Iterator[Path]:
    """Copy the project to a folder of its own, and be a user without special rights while the test runs."""
    if sys.platform == "win32":
        pytest.skip("files have no such rights on Windows")
    copy = Path(tempfile.mkdtemp()) / "copy.annotator"
    shutil.copy(project[0], copy)
    root = os.geteuid() == 0
    if root:
        for owned in (copy, copy.parent):
            os.chown(owned, 65534, 65534)
        os.seteuid(65534)
    try:
        yield copy
    finally:
        if root:
            os.seteuid(0)
        copy.parent.chmod(0o700)
        shutil.rmtree(copy.parent)
