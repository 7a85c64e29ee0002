"""The card of a training set: what is in it, how it was made, in the form that Hugging Face reads."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from annotator.datasets.base import SPLITS, Field, Recipe

SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
MOST_LABELS = 200


@dataclass(frozen=True)
class TableFacts:
    """What was written of a table: rows and calls per split, labels per split, the file of each split without its suffix, rows
    that are given the same as one of training.
    """

    fields: Sequence[Field]
    rows: Mapping[str, int]
    calls: Mapping[str, int]
    labels: Mapping[str, Mapping[str, int]]
    files: Mapping[str, str]
    common: Mapping[str, int]


def card(recipe: Recipe, tables: Mapping[str, TableFacts], facts: Mapping[str, Any], suffix: str) -> str:
    """Return the card of the files with this suffix; `facts` is what the manifest says of the whole."""
    return "---\n" + "\n".join(_yaml(recipe, tables, facts, suffix)) + "\n---\n\n" + "\n".join(_text(recipe, tables, facts)) + "\n"


def _yaml(recipe: Recipe, tables: Mapping[str, TableFacts], facts: Mapping[str, Any], suffix: str) -> Iterator[str]:
    if facts["languages"]:
        yield "language:"
        yield from (f"- {_quoted(language)}" for language in facts["languages"])
    yield f"license: {_quoted(facts['license'])}"
    yield "task_categories:"
    yield from (f"- {task}" for task in recipe.tasks)
    yield f"pretty_name: {_quoted(recipe.title.text)}"
    rows = sum(sum(table.rows.values()) for table in tables.values())
    yield "size_categories:"
    yield f"- {_size(rows)}"
    yield "tags:"
    yield from (f"- {tag}" for tag in ("call-transcripts", "speech-recognition", "annotator"))
    if not rows:
        return
    yield "configs:"
    filled = {name: table for name, table in tables.items() if table.files}
    for n, (name, table) in enumerate(filled.items()):
        yield f"- config_name: {name}"
        if n == 0:
            yield "  default: true"
        yield "  data_files:"
        for split, path in table.files.items():
            yield f"  - split: {split}"
            yield f"    path: {path}.{suffix}"
    yield "dataset_info:"
    for name, table in filled.items():
        yield f"- config_name: {name}"
        yield "  features:"
        yield from (f"  {line}" for field in table.fields for line in _feature(field.name, field.type))


def _feature(name: str, kind: Any) -> Iterator[str]:
    yield f"- name: {name}"
    yield from (f"  {line}" for line in _described(kind))


def _described(kind: Any) -> Iterator[str]:
    """Yield a type as Hugging Face writes it down."""
    match kind:
        case [str(inner)]:
            yield f"list: {inner}"
        case [dict(inner)]:
            yield "list:"
            for name, own in inner.items():
                yield from _feature(name, own)
        case [inner]:
            yield "list:"
            yield from (f"  {line}" for line in _described(inner))
        case _:
            yield f"dtype: {kind}"


def _size(rows: int) -> str:
    if rows < SIZES[0]:
        return "n<1K"
    names = {1_000: "1K", 10_000: "10K", 100_000: "100K", 1_000_000: "1M", 10_000_000: "10M"}
    for low, high in pairwise(SIZES):
        if rows < high:
            return f"{names[low]}<n<{names[high]}"
    return "n>10M"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _text(recipe: Recipe, tables: Mapping[str, TableFacts], facts: Mapping[str, Any]) -> Iterator[str]:
    yield f"# {recipe.title.text}"
    yield ""
    yield recipe.about
    yield ""
    yield "## Sizes"
    yield ""
    yield "| table | " + " | ".join(f"{split}: rows (calls)" for split in SPLITS) + " |"
    yield "| --- |" + " --- |" * len(SPLITS)
    for name, table in tables.items():
        yield f"| {name} | " + " | ".join(f"{table.rows.get(s, 0)} ({table.calls.get(s, 0)})" for s in SPLITS) + " |"
    yield ""
    for name, table in tables.items():
        yield from _labels(name, table)
    yield "## How it was made"
    yield ""
    yield f"By annotator {facts['app_version']} with the recipe `{recipe.name}` from calls that people corrected."
    yield ""
    yield from (f"* {line}" for line in _made(facts))
    yield ""
    yield "## Splits"
    yield ""
    yield from (f"* {line}" for line in _splits(tables, facts))
    yield ""
    yield "## Personal data"
    yield ""
    yield from (f"* {line}" for line in _personal(facts))
    yield ""
    yield "## Fields"
    yield ""
    yield "All places in texts are counted in Unicode code points, half open: a piece is `text[start:end]` in Python. In UTF-16,"
    yield "as in JavaScript, characters beyond U+FFFF count twice. `schema.json` has the same for programs."
    for name, table in tables.items():
        yield ""
        yield f"### {name}"
        yield ""
        yield "| field | type | may be null | what |"
        yield "| --- | --- | --- | --- |"
        for field in table.fields:
            yield f"| {field.name} | {_short(field.type)} | {'yes' if field.nullable else ''} | {field.meaning} |"
    yield ""
    yield "## Loading"
    yield ""
    yield "```python"
    yield "from datasets import load_dataset"
    for name, table in tables.items():
        if table.files:
            yield f'load_dataset("path/of/this/folder", "{name}")'
    yield "```"
    yield ""
    yield "`SHA256SUMS` is checked by `sha256sum -c SHA256SUMS`. The same project and options make the same bytes."


def _labels(name: str, table: TableFacts) -> Iterator[str]:
    known = sorted({label for own in table.labels.values() for label in own})
    if not known:
        return
    yield f"Labels of `{name}`:"
    yield ""
    yield "| label | " + " | ".join(SPLITS) + " |"
    yield "| --- |" + " --- |" * len(SPLITS)
    for label in known[:MOST_LABELS]:
        shown = " ".join(label.split()).replace("|", "\\|")
        yield f"| {shown} | " + " | ".join(str(table.labels.get(s, {}).get(label, 0)) for s in SPLITS) + " |"
    if len(known) > MOST_LABELS:
        yield ""
        yield f"And {len(known) - MOST_LABELS} more: see `manifest.json`."
    yield ""


def _made(facts: Mapping[str, Any]) -> Iterator[str]:
    yield "All visible turns, reviewed or not." if facts["all_turns"] else "Only turns that a reviewer marked as reviewed."
    yield f"{facts['calls']} calls; {facts['turns']} of their {facts['visible_turns']} turns were used."
    left = facts["open_findings"]
    yield f"{left} findings were open, and were allowed to be." if left else "No finding of these calls was left to decide."
    shape = facts["shape"]
    yield f"Windows of {shape['window']} turns, one every {shape['stride']}; {shape['context']} turns of context."
    for what, count in facts["left_out"].items():
        yield f"Left out: {count} ({what})."


def _splits(tables: Mapping[str, TableFacts], facts: Mapping[str, Any]) -> Iterator[str]:
    shares = ", ".join(f"{name} {share:g}" for name, share in facts["shares"].items())
    yield f"By call, never by turn: {shares}; seed {facts['seed']}. The key of a call is the SHA-256 of its file."
    yield f"Spread evenly: {', '.join(facts['stratify']) or 'nothing'}."
    groups = facts["near_duplicates"]
    alike = f"{100 * facts['likeness']:g} % of their words and more"
    yield f"{len(groups)} groups of calls that are nearly the same ({alike}); each is in one split."
    yield from (f"{', '.join(map(str, group['calls']))} (by `call_id`): {group['split']}" for group in groups[:MOST_LABELS])
    yield "It was checked that no call, no file and no such group is in two splits."
    for name, table in tables.items():
        said = ", ".join(f"{table.common.get(split, 0)} of {split}" for split in SPLITS[1:])
        yield f"Rows of `{name}` that are given word for word what a row of training is given, such as “yes”: {said}."


def _personal(facts: Mapping[str, Any]) -> Iterator[str]:
    if facts["masked"]:
        counts = ", ".join(f"{kind} {count}" for kind, count in facts["masked"].items())
        yield f"Masked in the turns: {counts}. In imported text each character of it is an asterisk, so that places hold."
        yield "What is masked was found by rules; some may have been missed."
        if facts["pseudonyms"]:
            yield "Masks are numbered: within this set the same number stands for the same value."
    else:
        yield "Nothing was masked. Imported text holds also what reviewers have masked in the corrected one."
    who = {"names": "by name", "numbers": "by number", "none": "not at all"}[facts["reviewers"]]
    yield f"Reviewers are told {who}."


def _short(kind: Any) -> str:
    match kind:
        case [inner]:
            return f"list of {_short(inner)}"
        case dict():
            return "{" + ", ".join(f"{name}: {_short(own)}" for name, own in kind.items()) + "}"
    return str(kind)
