"""Build the program's bundle for this system into dist/ and try it out: ``python packaging/build.py [--archive]``.

Needs the package installed with its ``build`` extra; installs nothing itself.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import PyInstaller.__main__

from annotator import __version__

ROOT = Path(__file__).parents[1]
DIST = ROOT / "dist"
SAMPLE = Path("resources") / "samples" / "support_call_ru.txt"
PNG, ZIP = b"\x89PNG\r\n\x1a\n", b"PK\x03\x04"


def build() -> Path:
    """Run PyInstaller; return the path of the program in the bundle."""
    folders = ["--distpath", str(DIST), "--workpath", str(ROOT / "build")]
    PyInstaller.__main__.run([str(ROOT / "packaging" / "annotator.spec"), *folders, "--noconfirm", "--log-level", "ERROR"])
    if sys.platform == "darwin":
        return DIST / "annotator.app" / "Contents" / "MacOS" / "annotator"
    return DIST / "annotator" / ("annotator.exe" if sys.platform == "win32" else "annotator")


def smoke_test(program: Path) -> None:
    """Check, import, export and show a sample with nothing but the bundle; raise where something is not as it must be."""
    sample = (ROOT / SAMPLE).read_bytes()
    turns = sample.count(b"\n") + 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        call = folder / "звонок.txt"
        call.write_bytes(sample)
        report = json.loads(run(program, folder, "check", "--json", call.name, status=1))
        expect(report["turns"] == turns, report)
        expect({finding["detector"] for finding in report["findings"]} == {"duplicates", "speakers"}, report)
        run(program, folder, "import", "project.annotator", call.name)
        for out in ("out.txt", "out.docx"):
            run(program, folder, "export", "project.annotator", "-o", out, "--transcript", "1")
        expect((folder / "out.txt").read_bytes() == sample, "the exported text differs from the sample")
        expect((folder / "out.docx").read_bytes().startswith(ZIP), "the exported document is no DOCX")
        windowed = program.with_stem("annotator-app") if sys.platform == "win32" else program
        run(windowed, folder, "--screenshot", "window.png", call.name)
        expect((folder / "window.png").read_bytes().startswith(PNG), "no picture of the window")


def expect(condition: bool, otherwise: object) -> None:
    if not condition:
        raise SystemExit(f"smoke test: {otherwise}")


def run(program: Path, folder: Path, *arguments: str, status: int = 0) -> str:
    """Run the bundled program in `folder`, away from this Python and the user's settings; return what it wrote."""
    kept = {name: value for name, value in os.environ.items() if name in ("SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "USERPROFILE")}
    environment = kept | {"HOME": str(folder), "ANNOTATOR_CONFIG_DIR": str(folder / "config"), "QT_QPA_PLATFORM": "offscreen"}
    started = time.perf_counter()
    done = subprocess.run([program, *arguments], cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=120)
    print(f"{time.perf_counter() - started:6.2f} s  annotator {' '.join(arguments)}")
    logs = "".join(path.read_text("utf-8") for path in folder.glob("config/logs/*"))
    expect(done.returncode == status, f"exit status {done.returncode}, not {status}\n{done.stdout}{done.stderr}{logs}")
    return done.stdout


def archive(program: Path) -> Path:
    """Pack the bundle into one file beside it; permissions and links survive."""
    target = DIST / f"annotator-{__version__}-{platform.system().lower()}-{platform.machine().lower()}"
    if sys.platform == "darwin":
        target = target.with_name(f"{target.name}.zip")
        subprocess.run(["ditto", "-c", "-k", "--keepParent", DIST / "annotator.app", target], check=True)
        return target
    kind = "zip" if sys.platform == "win32" else "xztar"
    return Path(shutil.make_archive(str(target), kind, DIST, program.parent.name))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--archive", action="store_true", help="also pack the bundle into one file")
    options = parser.parse_args()
    program = build()
    size = sum(path.stat().st_size for path in program.parent.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{program.parent}: {size / 1e6:.0f} MB")
    smoke_test(program)
    if options.archive:
        print(archive(program))


if __name__ == "__main__":
    main()
