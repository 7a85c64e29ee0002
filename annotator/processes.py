"""Other processes of this machine: whether they are there, and when they began."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _QUERY_LIMITED_INFORMATION, _STILL_ACTIVE, _ACCESS_DENIED = 0x1000, 259, 5

    def start_of(pid: int) -> str | None:
        """Return when the process began, in the system's own terms; None when there is none (any more)."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
        kernel.GetExitCodeProcess.argtypes = (wintypes.HANDLE, wintypes.LPDWORD)
        kernel.GetProcessTimes.argtypes = (wintypes.HANDLE, *(ctypes.POINTER(wintypes.FILETIME),) * 4)
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        process = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, pid)
        if not process:
            # A process of somebody else may not be asked: it is there, and no more is known of it.
            return "" if ctypes.get_last_error() == _ACCESS_DENIED else None
        try:
            code, times = wintypes.DWORD(), [wintypes.FILETIME() for _ in range(4)]
            if kernel.GetExitCodeProcess(process, ctypes.byref(code)) and code.value != _STILL_ACTIVE:
                return None
            known = kernel.GetProcessTimes(process, *map(ctypes.byref, times))
            return str(times[0].dwHighDateTime << 32 | times[0].dwLowDateTime) if known else ""
        finally:
            kernel.CloseHandle(process)

else:

    def start_of(pid: int) -> str | None:
        """Return when the process began, in the system's own terms; None when there is none (any more).

        Empty where the system does not tell cheaply (macOS): a process that has got the number of a dead holder is then taken
        for it, and the user has to decide.
        """
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):
            return None
        except PermissionError:
            pass  # It is there, and somebody else's.
        try:
            # The name of the program stands in brackets and may hold anything, brackets and spaces too.
            fields = Path(f"/proc/{pid}/stat").read_text("utf-8", errors="replace").rpartition(")")[2].split()
            return None if fields[0] in "ZX" else fields[19]
        except (OSError, IndexError):
            return ""
