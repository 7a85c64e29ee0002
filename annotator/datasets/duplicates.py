"""Words that were transcribed twice, marked in what was imported: BIO tags per token, and spans per call."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, pairwise

from annotator.core.i18n import msg
from annotator.core.model import SourceSpan, Transcript, Turn
from annotator.core.text import normal, words
from annotator.datasets.base import SPANS, Call, Field, Recipe, Row, Shape, Table

NEAR = 3
"""Turns before and after in which the copy that was kept is looked for."""
FEW = 3
"""Fewer words must stand right beside their copy: further away they may be there by chance."""
SAME = 0.8
"""The share of words that a copy which was misheard has in common with the other."""
BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Repeat:
    """Words of a source turn that were removed because they stand elsewhere; `confidence` None where a reviewer saw it alone."""

    span: SourceSpan
    kind: str
    confidence: float | None


_Token = tuple[int, int, int, str]
"""A word of the source: turn, code points start and end, and the word in normal form."""


def repeats(transcript: Transcript) -> dict[int, list[Repeat]]:
    """Return the words that were removed as repeats, by source turn, in reading order.

    They are what accepted findings of the detector of duplicates have removed; and what a reviewer has cut or hidden by hand, if
    the same words still stand nearby: three and more within three turns, fewer right beside.
    """
    found: dict[int, list[Repeat]] = defaultdict(list)
    kept = {turn.id: [normal(word) for word in turn.text.split()] for turn in transcript.visible}
    decided = [d for d in transcript.decisions.values() if d.detector == "duplicates" and d.verdict != "dismissed"]
    lost = _lost(transcript)
    for decision in sorted(decided, key=lambda d: d.finding):
        for span in decision.removed:
            # What was brought back afterwards is no repeat any more.
            if lost[span.number] * 2 >= len(transcript.source_turn(span.number).text[span.start : span.end].split()):
                found[span.number].append(Repeat(span, decision.kind, round(decision.confidence, 4)))
    by_hand = list(_by_hand(transcript, kept, found))
    for repeat in by_hand:
        found[repeat.span.number].append(repeat)
    return {number: _apart(own) for number, own in found.items()}


def _apart(own: Sequence[Repeat]) -> list[Repeat]:
    """Return repeats in reading order, without those that overlap one before."""
    result: list[Repeat] = []
    for repeat in sorted(own, key=lambda r: (r.span.start, -r.span.end, r.kind)):
        if not result or repeat.span.start >= result[-1].span.end:
            result.append(repeat)
    return result


def _tokens(transcript: Transcript, turn: Turn) -> list[_Token]:
    found = []
    for span in turn.sources:
        for word in words(transcript.source_turn(span.number).text[span.start : span.end]):
            found.append((span.number, span.start + word.start, span.start + word.end, normal(word.text)))
    return found


def _lost(transcript: Transcript) -> Mapping[int, int]:
    """Return how many words of each source turn stand in no visible turn."""
    lost: dict[int, int] = defaultdict(int)
    for turn in transcript.turns:
        tokens = _tokens(transcript, turn)
        if turn.hidden:
            for token in tokens:
                lost[token[0]] += 1
        elif len(tokens) > (now := len(turn.text.split())):
            # Which of two copies was lost cannot be told from the words; how many were can.
            for number in {token[0] for token in tokens}:
                lost[number] += len(tokens) - now
    return lost


def _by_hand(transcript: Transcript, kept: Mapping[int, list[str]], found: Mapping[int, Sequence[Repeat]]) -> Iterator[Repeat]:
    turns = transcript.turns
    for place, turn in enumerate(turns):
        tokens = [
            token
            for token in _tokens(transcript, turn)
            if not any(r.span.start < token[2] and token[1] < r.span.end for r in found.get(token[0], ()))
        ]
        runs: list[tuple[list[_Token], int]]
        if turn.hidden:
            runs = [(tokens, 0)] if tokens else []
        else:
            here = kept[turn.id]
            matcher = SequenceMatcher(None, [token[3] for token in tokens], here, autojunk=False)
            runs = [(tokens[a:b], at) for tag, a, b, at, _ in matcher.get_opcodes() if tag == "delete"]
        near = [own for other in turns[max(0, place - NEAR) : place + NEAR + 1] if (own := kept.get(other.id))]
        before = next((kept[t.id] for t in reversed(turns[:place]) if t.id in kept), []) if runs else []
        after = next((kept[t.id] for t in turns[place + 1 :] if t.id in kept), []) if runs else []
        for run, at in runs:
            said = [token[3] for token in run]
            around = [*before, *kept.get(turn.id, ()), *after]
            beside = len(before) + at
            if _beside(said, around, beside) or (len(said) >= FEW and any(_within(said, other) for other in near)):
                for number, tokens_of in groupby(run, key=lambda token: token[0]):
                    part = list(tokens_of)
                    yield Repeat(SourceSpan(number, part[0][1], part[-1][2]), BY_HAND, None)


def _beside(said: Sequence[str], around: Sequence[str], at: int) -> bool:
    size = len(said)
    return list(said) in (list(around[max(0, at - size) : at]), list(around[at : at + size]))


def _within(said: Sequence[str], other: Sequence[str]) -> bool:
    blocks = SequenceMatcher(None, said, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1) >= SAME * len(said)


# ---------------------------------------------------------------------- rows


def _numbers(call: Call) -> list[tuple[int, list[Turn]]]:
    """Return the source turns that may be used, with the turns that come from them: all of these must be chosen."""
    behind: dict[int, list[Turn]] = defaultdict(list)
    for turn in call.transcript.turns:
        for number in {span.number for span in turn.sources}:
            behind[number].append(turn)
    return [(number, own) for number, own in sorted(behind.items()) if all(map(call.settled, own))]


def turns(call: Call, _shape: Shape) -> Iterator[Row]:
    """Yield a row for every source turn that may be used."""
    known = repeats(call.transcript)
    for number, own in _numbers(call):
        said = call.transcript.source_turn(number)
        tokens = words(said.text)
        marked = known.get(number, [])
        if not tokens:
            continue
        tags = []
        for token in tokens:
            inside = next((r for r in marked if r.span.start < token.end and token.start < r.span.end), None)
            first = inside is not None and inside.span.start >= token.start
            tags.append("O" if inside is None else "B-DUP" if first else "I-DUP")
        yield call.row(
            own,
            [SourceSpan(number, 0, len(said.text))],
            number=number,
            speaker=call.label(said.speaker_id) or None,
            text=said.text,
            tokens=[token.text for token in tokens],
            tags=tags,
            spans=[_span(repeat, 0) for repeat in marked],
        )


def calls(call: Call, _shape: Shape) -> Iterator[Row]:
    """Yield a row for every stretch of source turns that may be used: most often one a call."""
    known, usable = repeats(call.transcript), _numbers(call)
    breaks = [n for n, ((one, _), (other, _)) in enumerate(pairwise(usable), 1) if other != one + 1]
    for begin, end in pairwise([0, *breaks, len(usable)]):
        lines, spans, texts, at = [], [], list[str](), 0
        for number, _ in usable[begin:end]:
            text = " ".join(call.transcript.source_turn(number).text.split("\n"))
            lines.append({"turn": number, "start": at, "end": at + len(text)})
            spans += [_span(repeat, at) for repeat in known.get(number, [])]
            texts.append(text)
            at += len(text) + 1
        if texts:
            own = {turn.id: turn for _, behind in usable[begin:end] for turn in behind}
            pieces = [SourceSpan(number, 0, len(call.transcript.source_turn(number).text)) for number, _ in usable[begin:end]]
            yield call.row(list(own.values()), pieces, text="\n".join(texts), turns=lines, spans=spans)


def _span(repeat: Repeat, at: int) -> dict[str, object]:
    return {
        "start": at + repeat.span.start,
        "end": at + repeat.span.end,
        "label": "DUP",
        "kind": repeat.kind,
        "confidence": repeat.confidence,
    }


def conll(table: str, split: str, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Yield the tags of the turns as a CoNLL file: a token a line, a blank line after a turn, -DOCSTART- before a call."""
    if table == "turns":
        lines = []
        for _, own in groupby(rows, key=lambda row: row["call_id"]):
            lines += ["-DOCSTART- O", ""]
            for row in own:
                lines += [f"{token} {tag}" for token, tag in zip(row["tokens"], row["tags"], strict=True)]
                lines.append("")
        yield f"{split}.conll", "\n".join([*lines, ""])


MARKS = [{"start": "int64", "end": "int64", "label": "string", "kind": "string", "confidence": "float64"}]

DUPLICATES = Recipe(
    "duplicates",
    msg("Duplicate runs: tags per word"),
    "Words that were transcribed twice, marked in the imported text. They are what accepted findings of duplicate runs have "
    "removed; and (kind `by_hand`) what a reviewer cut or hid without a finding, if the same words still stand nearby: three and "
    "more words, four fifths of them the same, within three turns; one or two right beside their copy. `turns` has a row a turn "
    "of the imported file with its tokens (words between white space) and BIO tags; `files/` holds the same as CoNLL. `calls` has "
    "the text of a call, a turn a line, with spans.",
    ("token-classification",),
    (
        Table(
            "turns",
            (
                Field("number", "int64", "the turn of the imported file, from 1"),
                Field("speaker", "string", "who says it in the file; null where there is none", True),
                Field("text", "string", "the imported text"),
                Field("tokens", ["string"], "its words: what stands between white space"),
                Field("tags", ["string"], "a tag a token: B-DUP begins words to remove, I-DUP goes on, O stays"),
                Field("spans", MARKS, "the words to remove as code points start..end (half open) of the text, and why"),
            ),
            turns,
            "text",
            lambda row: row["tags"],
        ),
        Table(
            "calls",
            (
                Field("text", "string", "the imported turns of the call, one a line"),
                Field("turns", SPANS, "where each stands in it"),
                Field("spans", MARKS, "the words to remove as code points start..end (half open) of the text, and why"),
            ),
            calls,
            "text",
            lambda row: (span["kind"] for span in row["spans"]),
        ),
    ),
    conll,
)
