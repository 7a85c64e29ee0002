"""Entry points: `annotator` and `python -m annotator` for the console, `annotator-app` for the window alone."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from annotator import cli, log
from annotator.core.i18n import tr


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, or open the window when no command is named; return the exit status."""
    return _start(sys.argv[1:] if argv is None else argv, cli.COMMANDS)


def app(argv: Sequence[str] | None = None) -> int:
    """Open the window with the files given, whatever their names; return the exit status."""
    # A program without a console has no standard streams on Windows.
    sys.stdout = sys.stdout or io.StringIO()
    sys.stderr = sys.stderr or io.StringIO()
    return _start(sys.argv[1:] if argv is None else argv, ())


def _start(arguments: Sequence[str], commands: Sequence[str]) -> int:
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()
    sys.excepthook = log.excepthook
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Lone surrogates stand for bytes of file names; in JSON a backslash escape is what they are written as.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = cli.parse(arguments, commands)
    if args.command in commands:
        return cli.run(args)
    if not screen_available():
        print(tr("There is no screen here, so the window cannot be opened."), file=sys.stderr)
        language = ["--language", args.language] if args.language else []
        return cli.run(cli.parse([*language, "check", "--", *args.paths])) if args.paths else cli.UNREADABLE
    from annotator.gui.app import run

    return run(args.paths, args.screenshot, args.language)


def screen_available() -> bool:
    """Tell whether Qt can open a window; it would abort where it cannot."""
    if sys.platform in ("win32", "darwin"):
        return True
    platforms = [name.partition(":")[0] for name in os.environ.get("QT_QPA_PLATFORM", "").split(";") if name]
    if any(not name.startswith(("xcb", "wayland")) for name in platforms):
        return True
    return _wayland(os.environ.get("WAYLAND_DISPLAY", "")) or _x11(os.environ.get("DISPLAY", ""))


def _wayland(display: str) -> bool:
    return bool(display) and Path(os.environ.get("XDG_RUNTIME_DIR", ""), display).exists()


def _x11(display: str) -> bool:
    host, colon, number = display.partition(".")[0].rpartition(":")
    if host in ("", "unix"):
        return bool(colon) and Path(f"/tmp/.X11-unix/X{number}").exists()
    return True


if __name__ == "__main__":
    sys.exit(main())
