"""What may import what, and that nothing is forgotten in a registry."""

from __future__ import annotations

import ast
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "annotator"


@dataclass(frozen=True)
class Rule:
    """What a layer may import: parts of ours (a part allows all below it), and third parties."""

    ours: tuple[str, ...]
    others: tuple[str, ...] = ()


LEAVES = ("core", "files", "paths", "settings", "log")
KEEPING = ("storage.backups", "storage.lock", "storage.salvage")
"""What is done with project files that are not open."""
RULES = {
    "core": Rule(("core",)),
    "datasets": Rule(("core", "files", "datasets"), ("pyarrow",)),
    "detectors": Rule(("core", "morphology", "detectors"), ("numpy", "rapidfuzz")),
    "formats": Rule(("core", "files", "formats"), ("defusedxml", "docx", "lxml", "openpyxl")),
    "morphology": Rule((), ("pymorphy3", "pymorphy3_dicts_ru")),
    "search": Rule(("core", "morphology", "search")),
    "storage": Rule(("core", "files", "paths", "processes", "storage"), ("sqlite_utils",)),
    "project": Rule(("core", "storage")),
    "files": Rule(("processes",)),
    "paths": Rule((), ("platformdirs",)),
    "processes": Rule(()),
    "settings": Rule(("core", "files", "paths")),
    "likeness": Rule(("core.text",), ("numpy", "rapidfuzz")),
    "naming": Rule(("core",)),
    "importing": Rule(("core", "formats", "likeness", "log", "project")),
    "log": Rule(("core", "paths")),
    "scores": Rule(("core",), ("jiwer", "rapidfuzz")),
    "statistics": Rule(("core", "formats.spreadsheet", "scores")),
    "agreement": Rule(("core", "project", "scores")),
    "merging": Rule(("core", "detectors", "project", "search.rules")),
    "training": Rule(("core", "project", "detectors", "datasets", "likeness")),
    "cli": Rule(
        (
            *(*LEAVES, *KEEPING, "agreement", "datasets", "detectors", "formats"),
            *("importing", "merging", "naming", "project", "statistics", "training"),
        )
    ),
    "__main__": Rule((*LEAVES, "cli", "gui.app")),
    "gui": Rule(
        (
            *(*LEAVES, "agreement", "datasets", "detectors", "formats", "gui"),
            *("importing", "merging", "naming", "project", "search", "statistics", "training"),
        ),
        ("PySide6",),
    ),
    "__init__": Rule(()),
}
FORBIDDEN_QT = {"QtCharts", "QtDataVisualization", "QtGraphs", "QtNetwork", "QtSql", "QtVirtualKeyboard"}
VAGUE_NAMES = {"utils", "util", "misc", "helpers", "common", "constants"}


def modules(package: Path) -> Iterator[tuple[str, ast.Module]]:
    """Yield the dotted name of every module below the package, and its syntax tree."""
    for file in sorted(package.rglob("*.py")):
        parts = file.relative_to(package).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)
        yield name, _parsed(file.read_text(encoding="utf-8"))


@cache
def _parsed(source: str) -> ast.Module:
    return ast.parse(source)


def imports(package: Path, module: str, tree: ast.Module) -> Iterator[str]:
    """Yield all that is imported anywhere in a module, with full names; what is ours begins with ``annotator``."""
    is_package = (package / Path(*module.split("."))).is_dir()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                here = ["annotator", *module.split(".")]
                above = here[: len(here) - node.level + is_package]
                base = ".".join([*above, *filter(None, [base])])
            for alias in node.names:
                target = package.parent / Path(*base.split("."), alias.name)
                yield f"{base}.{alias.name}" if target.is_dir() or target.with_suffix(".py").is_file() else base


def detector_classes(tree: ast.Module) -> Iterator[str]:
    """Yield the classes of a module that have a name and find something, but for protocols."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not any(isinstance(base, ast.Name) and base.id == "Protocol" for base in node.bases):
            targets = [t for i in node.body if isinstance(i, ast.Assign) for t in i.targets]
            targets += [i.target for i in node.body if isinstance(i, ast.AnnAssign)]
            names = {t.id for t in targets if isinstance(t, ast.Name)}
            if "name" in names and any(isinstance(i, ast.FunctionDef) and i.name == "find" for i in node.body):
                yield node.name


def format_names(tree: ast.Module) -> Iterator[str]:
    """Yield the names of the formats that a module defines."""
    for node in tree.body:
        call = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Format":
            yield ast.literal_eval(call.args[0])


ENTRIES = {"detectors": detector_classes, "formats": format_names}


def closed(package: Path, registry: str) -> set[str]:
    """Return the modules that hold an entry of the registry: they, and helpers called alike, are closed to all others."""
    own = ((name, tree) for name, tree in modules(package) if name.startswith(f"{registry}."))
    return {name.split(".")[-1] for name, tree in own if any(ENTRIES[registry](tree))}


def violations(package: Path) -> list[str]:
    """Return every import that the rules forbid."""
    found = []
    families = {registry: closed(package, registry) for registry in ENTRIES}
    for module, tree in modules(package):
        layer = module.split(".")[0]
        for name in imports(package, module, tree):
            top, *rest = name.split(".")
            if top == "annotator":
                inner = ".".join(rest) or "__init__"
                allowed = any(f"{inner}.".startswith(f"{part}.") for part in (*RULES[layer].ours, "__init__"))
                if len(rest) > 1 and rest[0] in families and module != rest[0]:
                    family = next((f for f in families[rest[0]] if f"{rest[1]}_".startswith(f"{f}_")), None)
                    own = layer == rest[0] and f"{module.split('.')[1]}_".startswith(f"{family}_")
                    allowed = allowed and (family is None or own)
            else:
                allowed = top in sys.stdlib_module_names or top in RULES[layer].others
            if not allowed:
                found.append(f"{module} imports {name}")
    return found


DETECTOR = "class D:\n    name = 'd'\n    def find(self): ..."


def test_imports_go_one_way():
    assert violations(PACKAGE) == []


def test_every_layer_has_a_rule():
    assert {name.split(".")[0] for name, _ in modules(PACKAGE)} <= set(RULES)


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("core/x.py", "import rapidfuzz"),
        ("core/x.py", "from annotator import paths"),
        ("core/commands/x.py", "from ...storage import store"),
        ("detectors/other.py", "from annotator.storage.store import Store"),
        ("detectors/other.py", "from annotator.detectors import speakers"),
        ("detectors/other.py", "from annotator.detectors.speakers_words import Word"),
        ("detectors/other.py", "def f():\n    import PySide6.QtCore"),
        ("detectors/other.py", "def f():\n    import pymorphy3"),
        ("formats/other.py", "from annotator.project import Project"),
        ("formats/other.py", "from .text import read"),
        ("storage/x.py", "from annotator.formats import read"),
        ("storage/x.py", "import platformdirs"),
        ("project.py", "import sqlite_utils"),
        ("project.py", "from annotator import detectors"),
        ("cli.py", "from annotator.gui import app"),
        ("cli.py", "from PySide6.QtCore import QObject"),
        ("cli.py", "from annotator.formats.text import read"),
        ("settings.py", "from annotator.formats import write_file"),
        ("gui/x.py", "from annotator.storage import store"),
        ("gui/x.py", "from annotator.detectors.duplicates import Duplicates"),
        ("gui/x.py", "from annotator.detectors.duplicates_align import align"),
        ("gui/docks/x.py", "import sqlite3, sqlite_utils"),
    ],
)
def test_a_forbidden_import_is_noticed(tmp_path, file, source):
    package = tmp_path / "annotator"
    sources = {
        "__init__.py": "",
        "detectors/__init__.py": "from annotator.detectors.duplicates import D\nfrom annotator.detectors.speakers import S",
        "detectors/duplicates.py": "import rapidfuzz\nfrom annotator.detectors.duplicates_align import align\n" + DETECTOR,
        "detectors/duplicates_align.py": "",
        "detectors/speakers.py": "from annotator.detectors import base, speakers_words\n" + DETECTOR,
        "detectors/speakers_words.py": "from annotator.morphology import analyzer",
        "morphology.py": "import pymorphy3",
        "detectors/base.py": "from annotator.core.model import Turn",
        "core/model.py": "import dataclasses",
        "formats/__init__.py": "from annotator.formats import text",
        "formats/text.py": "from annotator.formats.encoding import decode\nTEXT = Format('text', ())",
        "formats/encoding.py": "import codecs",
        "storage/store.py": "import sqlite_utils",
        "paths.py": "import platformdirs",
        "project.py": "from annotator.storage.store import Store",
        "gui/app.py": "from PySide6 import QtCore\nfrom annotator.detectors import base, DETECTORS",
        "gui/session.py": "from annotator.formats import encoding, read",
    }
    for name, text in sources.items():
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(text, encoding="utf-8")
    assert violations(package) == []
    (package / file).parent.mkdir(parents=True, exist_ok=True)
    (package / file).write_text(source, encoding="utf-8")
    assert len(violations(package)) == 1


def test_everything_but_the_window_does_without_qt():
    names = [f"annotator.{name}".removesuffix(".__init__") for name, _ in modules(PACKAGE) if name.split(".")[0] != "gui"]
    code = f"""
        import importlib, sys
        sys.modules["PySide6"] = sys.modules["shiboken6"] = None
        for name in {names!r}:
            importlib.import_module(name)
        """
    done = subprocess.run([sys.executable, "-W", "error", "-c", textwrap.dedent(code)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def broad_handlers(tree: ast.Module) -> Iterator[int]:
    """Yield the lines of handlers that swallow any error; one that cleans up and raises again is none."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = {n.id for n in ast.walk(node.type) if isinstance(n, ast.Name)} if node.type else {"BaseException"}
            ends_raising = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
            if caught & {"Exception", "BaseException"} and not ends_raising:
                yield node.lineno


LAST_RESORTS = ("gui.tasks", "gui.faults", "importing")
"""Where errors of other threads are handed on, where those come to that nobody has caught, and where many files are read."""


def test_no_handler_swallows_bugs():
    places = [f"{name}:{line}" for name, tree in modules(PACKAGE) if name not in LAST_RESORTS for line in broad_handlers(tree)]
    assert places == []


def test_names_say_what_lives_there():
    assert not [name for name, _ in modules(PACKAGE) if name.split(".")[-1] in VAGUE_NAMES]


def test_qt_modules_that_are_not_ours_to_ship_or_not_needed_are_not_imported():
    for name, tree in modules(PACKAGE):
        used = {i.split(".")[1] for i in imports(PACKAGE, name, tree) if i.startswith("PySide6.")}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module == "PySide6":
                used |= {alias.name for alias in node.names}
        assert not used & FORBIDDEN_QT, name


def test_every_detector_is_registered():
    from annotator.detectors import DETECTORS

    written = {(f"annotator.{m}", c) for m, tree in modules(PACKAGE) if m.startswith("detectors.") for c in detector_classes(tree)}
    assert written == {(type(d).__module__, type(d).__name__) for d in DETECTORS}
    assert len({d.name for d in DETECTORS}) == len(DETECTORS)


def test_every_format_is_registered():
    from annotator.formats import FORMATS

    written = [n for m, tree in modules(PACKAGE) if m.startswith("formats.") for n in format_names(tree)]
    assert sorted(written) == sorted(f.name for f in FORMATS)
    assert len(set(written)) == len(written)


@pytest.mark.parametrize(("registry", "entry"), [("gui.docks", "class {name}Dock("), ("gui.actions", " = Menu(")])
def test_every_dock_and_menu_is_in_its_registry(registry, entry):
    folder = PACKAGE / Path(*registry.split("."))
    named = set(imports(PACKAGE, registry, ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))))
    for file in folder.glob("*.py"):
        if entry.format(name=file.stem.capitalize()) in file.read_text(encoding="utf-8"):
            assert f"annotator.{registry}.{file.stem}" in named


def test_pyside_that_loses_none_is_excluded_where_it_aborts():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pyside = [r for r in map(Requirement, project["dependencies"]) if r.name == "PySide6-Essentials"]

    def allows(version: str, python: str) -> bool:
        there = {"python_version": python}
        return all(r.specifier.contains(version) for r in pyside if r.marker is None or r.marker.evaluate(there))

    assert not allows("6.12.0", "3.11")
    assert allows("6.11.3", "3.11")
    assert allows("6.12.0", "3.12")


def test_installed_pyside_survives_calls_that_return_none():
    code = "from PySide6.QtCore import QObject\no = QObject()\nfor n in range(20_000): o.setObjectName('x')\nprint('alive')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "alive")
