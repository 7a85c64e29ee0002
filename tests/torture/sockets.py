"""Nothing reaches for the network: python tests/torture/sockets.py

The session of canary.py (commands, the window, crashes) is run once where there is no network at all (unshare), and once under
strace, where every socket is seen, whoever asks for it. Exits with 1 when one is for the internet.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import canary

INTERNET = re.compile(r"AF_INET6?\b|AF_PACKET|AF_NETLINK")
SESSION = (sys.executable, canary.__file__)
CONTROL = (sys.executable, "-c", "import socket; socket.socket().close()")


def traced(command: Sequence[str]) -> tuple[int, list[str]]:
    """Run a command under strace; return its exit status and the calls about sockets that leave the machine."""
    with tempfile.NamedTemporaryFile() as log:
        options = ("-f", "-qq", "-e", "trace=network", "-e", "signal=none", "-o", log.name)
        done = subprocess.run(["strace", *options, *command], stdout=subprocess.DEVNULL, check=False)
        lines = Path(log.name).read_text(errors="replace").splitlines()
    return done.returncode, [line for line in lines if INTERNET.search(line)]


def main() -> int:
    good = True
    with tempfile.TemporaryDirectory() as name:
        if shutil.which("unshare") and not subprocess.run(["unshare", "-rn", "true"], check=False).returncode:
            (Path(name) / "alone").mkdir()
            status = subprocess.run(["unshare", "-rn", *SESSION, "--keep", f"{name}/alone"], check=False).returncode
            print(f"without a network: the session ended with {status}", flush=True)
            good = good and not status
        else:
            print("without a network: skipped, this system has no unshare")
        if shutil.which("strace"):
            _, control = traced(CONTROL)
            (Path(name) / "traced").mkdir()
            status, seen = traced([*SESSION, "--keep", f"{name}/traced"])
            told = f"under strace: {len(seen)} sockets that leave the machine, the session ended with {status}"
            print(told, *seen[:5], sep="\n  ")
            print(f"under strace, a program that makes one: {len(control)} seen")
            good = good and not seen and not status and bool(control)
        else:
            print("under strace: skipped, there is none")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
