"""Work in processes that can be killed, and that find all imported."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from typing import IO

Say = Callable[[object], None]
Work = Callable[[Say], object]


class Child:
    """Work in a process of its own, forked from this one: all is imported there, and no project is open."""

    def __init__(self, work: Work):
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 -- closed when the child has ended
        hear, say = os.pipe()
        sys.stdout.flush()
        self.pid = os.fork()
        if self.pid:
            os.close(say)
            self._hear, self._heard = hear, b""
            return
        status = 1
        try:
            os.close(hear)
            os.dup2(self._errors.fileno(), 1)
            os.dup2(self._errors.fileno(), 2)
            work(lambda line: os.write(say, f"{line}\n".encode()))
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)

    def wait_for(self, beginning: str, times: int = 1) -> None:
        """Wait until it has said so many lines that begin like this."""
        while sum(line.startswith(beginning) for line in self._heard.decode(errors="ignore").splitlines()) < times:
            some = os.read(self._hear, 1 << 16)
            assert some, self.end()
            self._heard += some

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def end(self) -> tuple[list[str], str]:
        """Wait for the end; return the lines that it said and what it complained of."""
        with os.fdopen(self._hear, "rb") as pipe:
            said = (self._heard + pipe.read()).decode().splitlines()
        os.waitpid(self.pid, 0)
        self._errors.seek(0)
        errors = self._errors.read().decode()
        self._errors.close()
        return said, errors


def trouble(errors: str) -> list[str]:
    """Say what is wrong about what a child has complained of."""
    return [f"a traceback: {errors.strip().splitlines()[-1]}"] if "Traceback" in errors else []
