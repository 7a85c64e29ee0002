"""Keeps the translations in step with the source: update, check, todo and fill for ``resources/i18n/annotator_<language>.ts``."""

from __future__ import annotations

import argparse
import ast
import json
import string
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "annotator"
FOLDER = ROOT / "resources" / "i18n"
FORMS = {"en": 2, "ru": 3}
"""Plural forms of each language, in Qt Linguist's order."""
OWN_LANGUAGE = "en"
DEFINITION = Path("core", "i18n.py")


class CatalogueError(Exception):
    """The strings in the source or a file of translations are not as they must be; one line a fault."""


@dataclass(frozen=True)
class Entry:
    """A text of the source, its translation (one form, or one per plural class; empty where there is none) and where it stands."""

    source: str
    forms: tuple[str, ...] = ("",)
    where: tuple[str, ...] = ()

    @property
    def plural(self) -> bool:
        return "n" in fields(self.source)

    @property
    def finished(self) -> bool:
        return all(self.forms)


def fields(text: str) -> set[str]:
    """Return the names of the fields of a text; raise ValueError when it is no format string."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def extract(folder: Path = SOURCES) -> dict[str, tuple[str, ...]]:
    """Return all texts given to ``tr`` and ``msg`` under `folder` and where they stand, sorted.

    Raises CatalogueError for a text that is no literal, or whose fields are not those that the call fills in.
    """
    found: dict[str, list[str]] = {}
    faults: list[str] = []
    for file in sorted(folder.rglob("*.py")):
        if file.relative_to(folder) == DEFINITION:
            continue
        for call in _calls(ast.parse(file.read_text(encoding="utf-8"), file)):
            where = f"{file.relative_to(folder.parent).as_posix()}:{call.lineno}"
            text = call.args[0] if call.args else None
            if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
                faults.append(f"{where}: the text must be a literal")
                continue
            if fault := _call_fault(call, text.value):
                faults.append(f"{where}: {fault}")
            found.setdefault(text.value, []).append(where)
    if faults:
        raise CatalogueError("\n".join(faults))
    return {source: tuple(found[source]) for source in sorted(found)}


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ("tr", "msg"):
                yield node


def _call_fault(call: ast.Call, text: str) -> str | None:
    given = {keyword.arg for keyword in call.keywords}
    try:
        wanted = fields(text)
    except ValueError as error:
        return f"{error}"
    if None not in given and given != wanted:
        return f"the text has the fields {sorted(wanted)}, the call fills {sorted(map(str, given))}"
    return None


def path(language: str, folder: Path = FOLDER) -> Path:
    return folder / f"annotator_{language}.ts"


def read(file: Path) -> dict[str, Entry]:
    """Return the entries of a .ts file; none when there is no such file."""
    if not file.exists():
        return {}
    entries = {}
    for message in ET.parse(file).iter("message"):
        translation = message.find("translation")
        forms = () if translation is None else tuple(form.text or "" for form in translation.iter("numerusform"))
        source = message.findtext("source", "")
        entries[source] = Entry(source, forms or ((translation is not None and translation.text) or "",))
    return entries


def write(file: Path, language: str, entries: Mapping[str, Entry]) -> None:
    """Write a .ts file as Qt Linguist does, without line numbers: it differs only where a text differs."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="{OWN_LANGUAGE}">',
        "<context>",
        "    <name>annotator</name>",
    ]
    for source in sorted(entries):
        entry = entries[source]
        state = "" if entry.finished else ' type="unfinished"'
        numerus = ' numerus="yes"' if entry.plural else ""
        lines += [f"    <message{numerus}>", f"        <source>{escape(source)}</source>"]
        if entry.plural:
            forms = [f"            <numerusform>{escape(form)}</numerusform>" for form in entry.forms]
            lines += [f"        <translation{state}>", *forms, "        </translation>"]
        else:
            lines.append(f"        <translation{state}>{escape(entry.forms[0])}</translation>")
        lines.append("    </message>")
    lines += ["</context>", "</TS>", ""]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def updated(language: str, sources: Mapping[str, tuple[str, ...]], old: Mapping[str, Entry]) -> dict[str, Entry]:
    """Return the catalogue of a language for the texts of the source, with the translations that there are."""
    result = {}
    for source, where in sources.items():
        entry = Entry(source, where=where)
        count = FORMS[language] if entry.plural else 1
        kept = old[source].forms if source in old and len(old[source].forms) == count else ("",) * count
        if language == OWN_LANGUAGE:
            kept = (*kept[:-1], source)
        result[source] = replace(entry, forms=kept)
    return result


def faults(language: str, sources: Mapping[str, tuple[str, ...]], catalogue: Mapping[str, Entry]) -> list[str]:
    """Return what is missing, superfluous, unfinished or wrong in a catalogue, one line each."""
    missing = (source for source in sources if source not in catalogue)
    lines = [f"{language}: not in the catalogue: {source!r} ({sources[source][0]})" for source in missing]
    lines += [f"{language}: no longer in the source: {source!r}" for source in catalogue if source not in sources]
    for source, entry in catalogue.items():
        if source in sources and (fault := entry_fault(language, entry)):
            lines.append(f"{language}: {fault}: {source!r} ({sources[source][0]})")
    return lines


def entry_fault(language: str, entry: Entry) -> str | None:
    """Return what is wrong with a translation."""
    if len(entry.forms) != (FORMS[language] if entry.plural else 1):
        return f"{len(entry.forms)} forms"
    if not entry.finished:
        return "unfinished"
    for form in entry.forms:
        try:
            if fields(form) != fields(entry.source):
                return f"other fields in {form!r}"
        except ValueError as error:
            return f"{error} in {form!r}"
    return None


def filled(language: str, catalogue: Mapping[str, Entry], translations: Mapping[str, str | list[str]]) -> dict[str, Entry]:
    """Return the catalogue with these translations; raise CatalogueError, naming every one that does not fit."""
    result, wrong = dict(catalogue), []
    for source, translation in translations.items():
        if source not in catalogue:
            wrong.append(f"{language}: not in the catalogue: {source!r}")
            continue
        forms = (translation,) if isinstance(translation, str) else tuple(translation)
        result[source] = replace(catalogue[source], forms=forms)
        if fault := entry_fault(language, result[source]):
            wrong.append(f"{language}: {fault}: {source!r}")
    if wrong:
        raise CatalogueError("\n".join(wrong))
    return result


def check(sources_folder: Path = SOURCES, folder: Path = FOLDER) -> list[str]:
    """Return the faults of all catalogues."""
    sources = extract(sources_folder)
    return [fault for language in FORMS for fault in faults(language, sources, read(path(language, folder)))]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("update", help="bring the catalogues in step with the source, keeping translations")
    verbs.add_parser("check", help="list what is missing, unfinished or wrong; exit 1 if anything is")
    todo = verbs.add_parser("todo", help="print what is not translated, one JSON object a line")
    fill = verbs.add_parser("fill", help="take translations from a JSON file: text -> translation, or a list of plural forms")
    for verb in (todo, fill):
        verb.add_argument("language", choices=FORMS)
    fill.add_argument("file", type=Path)
    args = parser.parse_args(argv)
    try:
        return _run(args)
    except CatalogueError as error:
        print(error, file=sys.stderr)
        return 1


def _run(args: argparse.Namespace) -> int:
    if args.verb == "check":
        lines = check()
        print("\n".join(lines) or "The catalogues are complete.")
        return 1 if lines else 0
    sources = extract()
    if args.verb == "todo":
        for entry in updated(args.language, sources, read(path(args.language))).values():
            if not entry.finished:
                print(json.dumps({"source": entry.source, "forms": entry.forms, "where": entry.where}, ensure_ascii=False))
        return 0
    for language in FORMS if args.verb == "update" else [args.language]:
        entries = updated(language, sources, read(path(language)))
        if args.verb == "fill":
            entries = filled(language, entries, json.loads(args.file.read_text(encoding="utf-8")))
        write(path(language), language, entries)
        left = sum(not entry.finished for entry in entries.values())
        print(f"{path(language).name}: {len(entries)} texts, {left} unfinished")
    return 0


if __name__ == "__main__":
    sys.exit(main())
