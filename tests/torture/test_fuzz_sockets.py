"""The suite is listened to for the network, and that is no matter of form."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

TESTS = """
import contextlib
import socket
from multiprocessing import Pipe

import pytest


def test_a_socket():
    socket.socket().close()


def test_a_name():
    with contextlib.suppress(OSError):
        socket.getaddrinfo("localhost", 80)


@pytest.fixture
def late():
    yield
    with contextlib.suppress(OSError), socket.socket() as made:
        made.connect(("127.0.0.1", 9))


def test_after(late):
    pass


def test_pipes_of_processes():
    for end in Pipe():
        end.close()
    socket.gethostname()
"""


def test_a_test_that_reaches_for_the_network_fails(tmp_path):
    shutil.copy(Path(__file__).parents[1] / "conftest.py", tmp_path)
    (tmp_path / "test_it.py").write_text(TESTS)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:pytest-qt", "--rootdir", str(tmp_path)]
    wide = os.environ | {"COLUMNS": "200"}
    done = subprocess.run(
        [*command, str(tmp_path)], capture_output=True, text=True, cwd=tmp_path, env=wide, timeout=60, check=False
    )
    told = done.stdout
    assert "FAILED test_it.py::test_a_socket - Failed: reached for the network: socket.__new__" in told
    assert "FAILED test_it.py::test_a_name - Failed: reached for the network: socket.getaddrinfo" in told
    assert "ERROR test_it.py::test_after - Failed: reached for the network: socket.__new__, socket.connect" in told
    assert "2 failed, 2 passed, 1 error" in told
