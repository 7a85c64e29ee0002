"""Words of a call must not get out: what canary.py does with all commands and the window."""

from __future__ import annotations

import sys
import zlib
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import canary


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal with another encoding ends other commands otherwise")
def test_words_of_a_call_are_in_its_project_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", str(tmp_path / "config"))
    assert canary.run(tmp_path, thorough=False) == []


@pytest.mark.parametrize("encoding", canary.ENCODINGS[:4])
def test_words_are_found_in_any_form(tmp_path, encoding):
    word = canary.WORDS[1]
    secret = f"…{word.upper()}…".encode(encoding, "replace")
    path = tmp_path / "file"
    for data in (secret, b"x" * 99 + zlib.compress(secret * 3) + b"x", b"x\x78\x9c" + zlib.compress(secret, 1)):
        path.write_bytes(data)
        assert canary.hits(path, canary.forms()) == [f"{word} in {encoding}"]
    path.write_bytes(repr(word).encode("unicode_escape"))
    assert canary.hits(path, canary.forms()) == [f"{word} as escapes"]
