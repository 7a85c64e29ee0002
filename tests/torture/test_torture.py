"""The torture scripts with few runs each, as they are run by hand; `python tests/torture/run.py` runs them in full."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from torture_syscalls import reason_against

FOLDER = Path(__file__).parent
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="nothing can be killed this way on Windows")
SHIM = pytest.mark.skipif(bool(reason_against()), reason=reason_against())


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("kill", marks=POSIX),
        pytest.param("power", marks=SHIM),
        pytest.param("faults", marks=SHIM),
        pytest.param("moved", marks=POSIX),
        "planted",
    ],
)
def test_no_promise_is_broken_and_no_control_goes_unnoticed(name):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, FOLDER / f"{name}.py", "--quick"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
