"""What all subtitle formats share: cues with their times, and the turns, speakers and times of words that are found in them.

What is on the screen is not what is said: captions that roll show a line twice, and names stand before a colon among the words.
Both are known from the whole file only, so that what was really said twice, and what is only a colon, stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from itertools import chain, pairwise
from typing import NamedTuple

from annotator.core.i18n import msg
from annotator.core.model import SpeakerId
from annotator.core.text import words
from annotator.formats.building import Builder, Token
from annotator.formats.lines import UNKNOWN, label_of

CLOCK = r"-?\d{1,4}\s?:\s?\d{1,3}(?:\s?:\s?\d{1,3}){0,2}(?:\s?[.,]\s?\d{1,9})?"
"""Regular expression: a time as subtitles write it; translating machines put spaces into it."""
_CLOCK = re.compile(r"(-?)(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2})(?:[.,:](\d{1,9}))?")
_TAG = re.compile(
    r"<(?:(?P<time>(?:\d{1,4}:)?\d{1,3}:\d{2}[.,]\d{1,3})"
    r"|/?(?:i|b|u|s|em|strong|small|c|font|span|p|ruby|rt|lang)(?:[.\s][^<>]*)?/?"
    r"|/v\s*|v(?P<classes>(?:\.[^\s.<>]+)*)(?P<voice>\s[^<>]*)?)>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s*/?>|\r\n|\r", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});")
_BRACES = re.compile(r"\{\\[^{}]*\}")
INVISIBLE = "".join(character for character in map(chr, range(0x3001)) if character.isspace()) + "\u200b\ufeff"
"""What a line may have at its ends without showing it."""
_LABEL = re.compile(
    r"\s*(?:(?:>{2,3}|[-–—])\s*)?"
    r"(?:\[(?P<boxed>[^\[\]]{1,100})\](?P<colon>\s?:)?"
    r"|(?P<name>(?:\+?[^\W_][^:()\[\]{}<>\"«»“”;!?=*#\\]{0,49}|\?)(?:\([^:()]{1,60}\)\s?){0,2})\s?:)"
    r"\s*"
)
_PARENTHESES = re.compile(r"\s*\([^()]*\)\s*")
_SOUND = re.compile(r"\s*(?:\[[^\[\]]*\]|\([^()]*\)|[♪♫*].*[♪♫*])\s*", re.DOTALL)
_JOINED_MS = 100
"""Captions that roll follow each other without a gap; this is for rounding."""
_MOST_LINES = 20
"""Lines on a screen."""
LONGEST_LABEL = 100
"""Characters of a name before a colon."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cue, without its tags. `tokens` say when its words are spoken, `voice` who speaks, as far as the file does."""

    text: str
    voice: str = ""
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """What is on the screen at a time."""

    start_ms: int | None
    end_ms: int | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Fragment:
    """Part of a cue's text with a voice and a time of its own. Without an end it lasts to the next one that has a time."""

    text: str
    voice: str = ""
    start_ms: int | None = None
    end_ms: int | None = None


# ---------------------------------------------------------------------- what is in a cue


def clock(time: str) -> int | None:
    """Return the milliseconds of ``hh:mm:ss,fff`` or ``mm:ss.fff``; None where it is no time."""
    match = _CLOCK.fullmatch("".join(time.split()))
    if match is None:
        return None
    sign, hours, minutes, seconds, fraction = match.groups()
    ms = (int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)) * 1000 + int((fraction or "").ljust(3, "0")[:3])
    return -ms if sign else ms


def tagged(text: str, start_ms: int | None, end_ms: int | None, braces: bool = False) -> tuple[Line, ...]:
    """Return the lines of a text with tags as in HTML: voices, times of words, and styles, which go; what is no tag stays.

    With `braces` that which players of SRT take out as well goes: ``{\\an8}``.
    """
    text = _BREAK.sub("\n", _BRACES.sub("", text) if braces else text)
    fragments: list[Fragment] = []
    voice, time, at = "", None, 0
    for tag in (*_TAG.finditer(text), None):
        part = unescaped(text[at : tag.start() if tag else len(text)])
        if fragments and (fragments[-1].voice, fragments[-1].start_ms) == (voice, time):
            part = fragments.pop().text + part
        fragments.append(Fragment(part, voice, time))
        if tag:
            at = tag.end()
            if tag["time"]:
                time = clock(tag["time"])
            elif tag["classes"] is not None or tag.group().lower().startswith("</v"):
                voice = " ".join(unescaped(tag["voice"] or (tag["classes"] or "").replace(".", " ")).split())
    return lines_of(fragments, start_ms, end_ms)


def unescaped(text: str) -> str:
    """Return the text with entities as in HTML replaced; an ampersand by itself stays."""
    return _ENTITY.sub(lambda entity: unescape(entity.group()), text)


def lines_of(fragments: Sequence[Fragment], start_ms: int | None, end_ms: int | None) -> tuple[Line, ...]:
    """Return the lines with words; the words of a fragment with a time share it in proportion to their length.

    What stands in a line before the first time in it begins with the cue. A line ends where the voice changes, too.
    """
    lines: list[list[Fragment]] = [[]]
    for fragment in _with_times(fragments, start_ms, end_ms):
        at, time_at = 0, _shares(fragment)
        for number, text in enumerate(fragment.text.split("\n")):
            if number or (lines[-1] and lines[-1][-1].voice != fragment.voice):
                lines.append([])
            lines[-1].append(Fragment(text, fragment.voice, time_at(at), time_at(at + len(text))))
            at += len(text) + 1
    return tuple(line for line in map(_line, lines) if line.text)


def _with_times(fragments: Sequence[Fragment], start_ms: int | None, end_ms: int | None) -> list[Fragment]:
    """Fill in what follows from the others: a beginning before the first time, and all ends."""
    first = next((number for number, fragment in enumerate(fragments) if fragment.start_ms is not None), 0)
    found = list(fragments)
    if first:
        head, line_end, tail = found[first - 1].text.rpartition("\n")
        voice = found[first - 1].voice
        found[first - 1 : first] = [Fragment(head + line_end, voice), Fragment(tail, voice, start_ms)]
    following = end_ms
    for number in range(len(found) - 1, -1, -1):
        fragment = found[number]
        if fragment.start_ms is not None:
            if fragment.end_ms is None:
                found[number] = replace(fragment, end_ms=following)
            following = fragment.start_ms
    return found


def _shares(fragment: Fragment) -> Callable[[int], int | None]:
    """Return what tells the time at a place in the fragment; white space at its ends takes none."""
    start, end = fragment.start_ms, fragment.end_ms
    length = len(fragment.text.strip())
    if start is None or end is None or not length:
        return lambda _: start
    before = len(fragment.text) - len(fragment.text.lstrip())
    return lambda at: start + (end - start) * min(max(at - before, 0), length) // length


def _line(parts: Sequence[Fragment]) -> Line:
    text = "".join(part.text for part in parts)
    voice = parts[0].voice if parts else ""
    tokens = []
    if any(part.start_ms is not None for part in parts):
        timed = [(part, _shares(part)) for part in parts]
        owners = [(owner, at) for owner, part in enumerate(parts) for at in range(len(part.text))]
        for word in words(text):
            (first, start), (last, end) = owners[word.start], owners[word.end - 1]
            if timed[first][0].start_ms is not None:
                end_ms = None if timed[last][0].end_ms is None else timed[last][1](end + 1)
                tokens.append(Token(word.text, timed[first][1](start), end_ms))
    return Line(text.strip(INVISIBLE), voice, tuple(tokens))


# ---------------------------------------------------------------------- what was said


def build(builder: Builder, cues: Sequence[Cue], names: Mapping[str, str] | None = None) -> None:
    """Add the turns that the cues hold: one each, but where several voices or names stand in a cue, whose turns share its time.

    `names` are what voices are called that the lines have by an id.
    """
    shown, rolled = _read_once(cues)
    voiced = any(line.voice for cue in cues for line in cue.lines)
    shown = shown if voiced else [replace(cue, lines=_unwrapped(cue.lines)) for cue in shown]
    labels = _Labels({}, False) if voiced else _labels(shown)
    speaker, waiting, carried, said = "", False, 0, False
    latest: int | None = None
    for cue, left in zip(cues, shown, strict=True):
        if not left.lines:
            # A cue that shows only what was read above is a part of that.
            builder.more("") if cue.lines and said else builder.blank()
            continue
        item, parts = builder.item + 1, _parts(left, labels)
        for part in parts:
            who = part.speaker
            if who is None and part is parts[0] and (waiting or labels.hold) and not _SOUND.fullmatch(part.text):
                who, carried = speaker, carried + bool(speaker)
            if part.named:
                speaker, waiting = who or "", not part.text
            elif part.text:
                waiting = False
            if part.text or len(parts) == 1:
                id_, role = speaker_of(who or "")
                builder.turn(part.text, id_, cue.start_ms, cue.end_ms, part.tokens, role, (names or {}).get(id_, ""))
                said = said or bool(part.text)
        if cue.start_ms is not None:
            if latest is not None and cue.start_ms < latest:
                builder.remark(msg("The time goes backwards here; the order of the file is kept."), item)
            latest = cue.start_ms
    if rolled:
        builder.remark(msg("{n} lines rolled on from one cue to the next: they were read once.", n=rolled))
    if carried:
        builder.remark(msg("{n} cues without a name were given to the speaker who is named above.", n=carried))


def _read_once(cues: Sequence[Cue]) -> tuple[list[Cue], int]:
    """Return the cues without the lines that rolled on from the cue before, and how many these are: none in other files.

    In captions that roll, (nearly) all cues of several lines begin with the last lines of the one before, and go on.
    """
    shared = [_shared(above, cue) if above else 0 for above, cue in zip([None, *cues[:-1]], cues, strict=False)]
    on = [cue for cue, lines in zip(cues, shared, strict=True) if 0 < lines < len(cue.lines)]
    several = sum(len(cue.lines) > 1 for cue in cues)
    spoken = any(line.tokens for cue in on for line in cue.lines)
    if len(on) < (1 if spoken else 3) or len(on) * 2 < several:
        return list(cues), 0
    return [replace(cue, lines=cue.lines[lines:]) for cue, lines in zip(cues, shared, strict=True)], sum(shared)


def _shared(above: Cue, cue: Cue) -> int:
    """Return how many lines at the start of a cue may be the last ones of the cue before; those with times of words are new."""
    if above.end_ms is not None and cue.start_ms is not None and cue.start_ms > above.end_ms + _JOINED_MS:
        return 0
    for lines in range(min(len(above.lines), len(cue.lines), _MOST_LINES), 0, -1):
        same = all(a.text == b.text and not b.tokens for a, b in zip(above.lines[-lines:], cue.lines, strict=False))
        if same:
            return lines
    return 0


def speaker_of(label: str) -> tuple[SpeakerId, str]:
    """Return the id and the role of the speaker whom a file of cues calls so: ``Support (SPK00)`` has both."""
    if label == UNKNOWN:
        return "", ""
    known = label_of(label) if 0 < len(label) <= LONGEST_LABEL else None
    return (known.id or "", known.role) if known and known.sure else (label, "")


class _Part(NamedTuple):
    """Lines of a cue that one speaker says: "" where that is not known, None where the cue does not tell.

    `named` tells that a name among the words says so.
    """

    speaker: str | None
    named: bool
    text: str
    tokens: tuple[Token, ...]


def _parts(cue: Cue, labels: _Labels) -> list[_Part]:
    groups: list[list[_Part]] = []
    for line in cue.lines:
        named = labels.find(line)
        part = named or _Part(line.voice or None, False, line.text, line.tokens)
        if groups and not named and (groups[-1][0].named or groups[-1][0].speaker == part.speaker):
            groups[-1].append(part)
        else:
            groups.append([part])
    return [
        first._replace(
            text="\n".join(part.text for part in (first, *others) if part.text),
            tokens=tuple(chain.from_iterable(part.tokens for part in (first, *others))),
        )
        for first, *others in groups
    ]


# ---------------------------------------------------------------------- names before a colon


class _Candidate(NamedTuple):
    """What may be the name of a speaker at the start of a line; the words begin at `end`. A `sure` one always is."""

    label: str
    end: int
    sure: bool

    @property
    def short(self) -> str:
        """The name without what stands in parentheses after it."""
        return self.label if self.sure else _PARENTHESES.sub(" ", self.label).strip()

    @property
    def like_a_name(self) -> bool:
        parts = self.short.split()
        return len(parts) > 1 and all(part[0].isupper() for part in parts)


@dataclass(frozen=True, slots=True)
class _Labels:
    """The names that stand for speakers in a file, and what these are called. `hold`: only where the speaker changes."""

    called: Mapping[str, str]
    hold: bool

    def find(self, line: Line) -> _Part | None:
        """Return the line without the name of a speaker that it begins with; None where it does not."""
        found = _candidate(line.text) if self.called else None
        if found is None or found.label not in self.called:
            return None
        text = line.text[found.end :]
        return _Part(self.called[found.label], True, text, line.tokens[len(line.text[: found.end].split()) :])


def _labels(cues: Sequence[Cue]) -> _Labels:
    """Return the names that the file bears out.

    Those that look like a diarizer's always count. Others do where (nearly) every cue begins with one, or where several of them
    recur by turns; a colon that comes up now and then among the words makes no speaker.
    """
    cues = [cue for cue in cues if cue.lines]
    all_ = [found for cue in cues for line in cue.lines if (found := _candidate(line.text))]
    first = [found for cue in cues if (found := _candidate(cue.lines[0].text))]
    sure = [found for found in all_ if found.sure]
    doubtful = Counter(found.short for found in all_ if not found.sure)
    leading = {found.short for found in first if not found.sure}
    made = len(first) / max(1, len(cues))
    recurring = {name for name in leading if doubtful[name] >= max(2, doubtful.total() // 100)}
    one_each = {found.short for found in first if found.like_a_name}
    accepted: set[str] = set()
    if sure and len(sure) * 2 >= len(first):
        often = 1 if len(first) == len(cues) else max(3, len(sure) // 20)
        accepted = {name for name in leading if doubtful[name] >= often and name[0].isupper()}
    elif len(first) > 1 and made >= 0.8:
        below = {name for name, n in doubtful.items() if n >= max(2, len(first) // 10) and name[0].isupper()}
        accepted = recurring | below | {name for name in leading if not name[0].islower()}
    elif len(first) > 1 and made >= 0.5:
        accepted = recurring | one_each
    elif made >= 0.05:
        recurring = {name for name in recurring if name[0].isupper()}
        order = [found.short for found in all_ if found.short in recurring | one_each]
        capitals = {name for name in recurring if name.isupper() and len(name) > 1}
        accepted = recurring | one_each if len(order) >= 4 and _by_turns(order) else capitals
    kept = [found for found in all_ if found.sure or found.short in accepted]
    alone = {found.label for found in kept}
    called = {found.label: found.short if found.short in alone else found.label for found in kept}
    return _Labels(called, _by_turns([called[found.label] for found in kept]))


def names_speaker(text: str) -> bool:
    """Tell whether a line may begin with the name of a speaker."""
    return _candidate(text) is not None


def _by_turns(order: Sequence[str]) -> bool:
    """Tell whether (nearly) every name is another one than that before: so it is where a name stands only at a change."""
    changes = sum(above != name for above, name in pairwise(order))
    return changes >= 2 and changes >= 0.9 * (len(order) - 1)


def _unwrapped(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Put a name in one line that is too long for one: ``Anna Petrova (Department`` and ``of complaints):``."""
    found: list[Line] = []
    for line in lines:
        if found and line.text.endswith("):") and (whole := f"{found[-1].text} {line.text}") and _candidate(whole):
            found[-1] = Line(whole, "", (*found[-1].tokens, *line.tokens))
        else:
            found.append(line)
    return tuple(found)


def _candidate(text: str) -> _Candidate | None:
    match = _LABEL.match(text)
    if match is None:
        return None
    label = " ".join((match["boxed"] or match["name"]).split())
    sure = label == UNKNOWN or label_of(label).sure
    if match["boxed"]:
        return _Candidate(label, match.end(), True) if label and (sure or match["colon"]) else None
    after = text[match.end("name") :].lstrip()[1:]
    clock_time = label[-1].isdigit() and after[:1].isdigit()
    if not sure and (clock_time or after[:2] == "//" or len(_PARENTHESES.sub(" ", label).split()) > 4):
        return None
    return _Candidate(label, match.end(), sure)


def kept_as_words(text: str) -> str:
    """Return the text with that which `tagged` would take out or replace written as entities; the rest is as it is."""
    text = _ENTITY.sub(lambda entity: f"&amp;{entity.group()[1:]}", text)
    for pattern in (_TAG, _BREAK):
        text = pattern.sub(lambda tag: tag.group().replace("<", "&lt;"), text)
    return _BRACES.sub(lambda braces: f"&#123;{braces.group()[1:]}", text).replace("-->", "--&gt;")
