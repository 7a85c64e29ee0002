"""Rules: searches with a replacement that are kept under a name, in sets, and carried from project to project as JSON."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from annotator.core.errors import CommandError, FormatError
from annotator.core.i18n import Message, msg
from annotator.core.text import clean
from annotator.search.matching import MODES, Finder, Match, Query

VERSION = 1
MOST_BYTES, MOST_RULES, MOST_SIGNS = 1_000_000, 1000, 20_000
"""Of all sets together, the last in regular expressions: a long one takes seconds to understand, and the window waits for it."""
_HALVES = re.compile("[\ud800-\udfff]")
"""Of surrogate pairs: JSON can name them, and no project can keep them."""
SETTING = "replace_rules"
"""Where a project keeps its sets. They are tools, not work: no part of undo."""


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    query: Query


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules that are run together, in this order."""

    name: str
    rules: tuple[Rule, ...] = ()


def find(finders: Sequence[Finder], text: str) -> Iterator[Match]:
    """Yield what several rules find in one text and would change, in reading order.

    All look at the text as it is. Where two want the same words, the earlier rule has them.
    """
    if len(finders) == 1:
        yield from (match for match in finders[0](text) if match[2] != text[match[0] : match[1]])
        return
    taken: list[Match] = []
    for finder in finders:
        # What a rule would leave as it is belongs to it too.
        taken = sorted([*taken, *(match for match in finder(text) if not _overlaps(taken, match))])
    yield from (match for match in taken if match[2] != text[match[0] : match[1]])


def _overlaps(taken: list[Match], match: Match) -> bool:
    """Tell whether the match shares a character with one of `taken`, which are in reading order and share none."""
    following = bisect_left(taken, match[:1])
    near = taken[max(0, following - 1) : following + 1]
    return any(start < match[1] and match[0] < end for start, end, _ in near)


def with_rule(sets: Sequence[RuleSet], set_name: str, rule: Rule) -> tuple[RuleSet, ...]:
    """Return the sets with one more rule at the end of the set called so, which is made if there is none; raise CommandError."""
    set_name, name = clean(set_name), clean(rule.name)
    if not set_name or not name:
        raise CommandError(msg("A rule and its set need a name."))
    known = next((s for s in sets if s.name == set_name), None)
    if known is None:
        return (*sets, RuleSet(set_name, (replace(rule, name=name),)))
    if any(r.name == name for r in known.rules):
        raise CommandError(msg("The set {set} has a rule called {name} already.", set=set_name, name=name))
    longer = replace(known, rules=(*known.rules, replace(rule, name=name)))
    return tuple(longer if s is known else s for s in sets)


def merged(sets: Sequence[RuleSet], others: Sequence[RuleSet]) -> tuple[RuleSet, ...]:
    """Return the sets with other ones added; one whose name is taken gets a number."""
    found = list(sets)
    for other in others:
        taken = {s.name for s in found}
        names = (other.name, *(f"{other.name} {n}" for n in range(2, len(taken) + 3)))
        found.append(replace(other, name=next(name for name in names if name not in taken)))
    return tuple(found)


def to_json(sets: Sequence[RuleSet]) -> str:
    """Return the sets as they are kept and exported; raise CommandError when they are too many to be read again."""
    rows = [{"name": s.name, "rules": [{"name": rule.name, **_row(rule.query)} for rule in s.rules]} for s in sets]
    text = json.dumps({"annotator_rules": VERSION, "sets": rows}, ensure_ascii=False, indent=1)
    if _too_many(rows) or len(text.encode("utf-8", "replace")) > MOST_BYTES:
        raise CommandError(msg("These rules are too many or too long to be kept. Delete some first."))
    return text


def _too_many(sets: Sequence[Any]) -> bool:
    """Tell whether there is too much in the rows of sets, which need not be any."""
    rules = [rule for row in sets if isinstance(row, dict) and isinstance(row.get("rules"), list) for rule in row["rules"]]
    patterns = (rule.get("find") for rule in rules if isinstance(rule, dict) and rule.get("mode") == "regex")
    signs = sum(len(pattern) for pattern in patterns if isinstance(pattern, str))
    return len(sets) + len(rules) > MOST_RULES or signs > MOST_SIGNS


def _row(query: Query) -> dict[str, object]:
    return {"find": query.text, "replace": query.replacement} | {
        f.name: getattr(query, f.name) for f in fields(query) if f.name not in ("text", "replacement")
    }


def from_json(text: str | bytes) -> tuple[RuleSet, ...]:
    """Read what `to_json` writes; raise FormatError that says what is wrong and where."""
    if len(text) > MOST_BYTES:
        raise FormatError(msg("This file is too big to hold rules."))
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f" ({error.lineno}:{error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        raise FormatError(msg("This is no JSON{where}. Choose a file of rules.", where=where)) from None
    if not isinstance(data, dict) or "annotator_rules" not in data:
        raise FormatError(msg("This file holds no rules: “{field}” is missing.", field="annotator_rules"))
    if data["annotator_rules"] != VERSION:
        raise FormatError(msg("These rules were written by a newer version. Update the program."))
    sets: list[RuleSet] = []
    rows = _list(data, "sets", msg("the file"))
    if _too_many(rows):
        raise FormatError(msg("This file is too big to hold rules."))
    for n, row in enumerate(rows, 1):
        place = msg("set {set}", set=n)
        name = _text(row, "name", place)
        if any(s.name == name for s in sets):
            raise _wrong(place, "name", msg("it is there twice"))
        rules: list[Rule] = []
        for m, rule in enumerate(_list(row, "rules", place), 1):
            rules.append(_rule(rule, msg("set {set}, rule {rule}", set=n, rule=m)))
            if any(r.name == rules[-1].name for r in rules[:-1]):
                raise _wrong(msg("set {set}, rule {rule}", set=n, rule=m), "name", msg("it is there twice"))
        sets.append(RuleSet(name, tuple(rules)))
    return tuple(sets)


def _rule(row: Any, where: Message) -> Rule:
    name, find_, replace_ = _text(row, "name", where), _text(row, "find", where), _text(row, "replace", where, empty=True)
    mode = _text(row, "mode", where)
    if mode not in MODES:
        raise _wrong(where, "mode", msg("“{value}” is none of {known}", value=mode, known=", ".join(MODES)))
    flags = {}
    for flag in ("ignore_case", "fold_yo", "keep_case"):
        flags[flag] = row.get(flag, True)
        if not isinstance(flags[flag], bool):
            raise _wrong(where, flag, msg("it must be true or false"))
    query = Query(find_, replace_, mode, **flags)
    try:
        if mode != "lemma":  # its dictionary takes a while to load, and any word is a lemma
            query.finder()
    except CommandError as error:
        raise _wrong(where, "find", error.message) from None
    return Rule(name, query)


def _list(row: Any, field: str, where: Message) -> list[Any]:
    found = row.get(field) if isinstance(row, dict) else None
    if not isinstance(found, list):
        raise _wrong(where, field, msg("it must be a list"))
    return found


def _text(row: Any, field: str, where: Message, empty: bool = False) -> str:
    found = row.get(field) if isinstance(row, dict) else None
    if not isinstance(found, str) or not (found.strip() or empty):
        raise _wrong(where, field, msg("it must be text"))
    return _HALVES.sub("\ufffd", found)


def _wrong(where: Message, field: str, why: Message) -> FormatError:
    return FormatError(msg("These rules cannot be read: {where}, “{field}”: {why}", where=where, field=field, why=why))
