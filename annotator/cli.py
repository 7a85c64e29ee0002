"""The command line: what the window does with transcripts and projects, without it."""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import errno
import json
import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator import __version__, settings
from annotator.core.errors import AnnotatorError
from annotator.core.i18n import LANGUAGES, Message, msg, tr

if TYPE_CHECKING:
    from annotator.agreement import Agreement
    from annotator.core.finding import Finding, Fix, Span
    from annotator.core.model import Imported, Transcript
    from annotator.detectors.learning import Outcome
    from annotator.formats.base import Format, ImportReport, Remark
    from annotator.importing import Outcome as Taken
    from annotator.importing import Pile
    from annotator.project import Project
    from annotator.statistics import CallStatistics, Statistics
    from annotator.storage.backups import Backup
    from annotator.storage.salvage import Report
    from annotator.training import Built, Survey, Wanted

# Detectors, formats and the project file take longer to import than `--help` may take: they are imported where they are used.

KEEPING = ("backups", "restore", "salvage", "verify", "copy")
COMMANDS = ("check", "clean", "import", "export", "formats", "list", "learn", "stats", "agreement", "merge", "dataset", *KEEPING)
FOUND, UNREADABLE, OUTPUT_CLOSED = 1, 2, 141
REMARKS_SHOWN = 20
WORDS_SHOWN = 300
"""Characters of a passage that the report for people shows; the report in JSON has the place of every word."""


_CONTROL = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(32), *range(127, 160)) if chr(code) != "\n"}


class UsageError(AnnotatorError):
    """What was asked for cannot be done this way."""


# ---------------------------------------------------------------------- arguments


def parse(arguments: Sequence[str], commands: Sequence[str] = COMMANDS) -> argparse.Namespace:
    """Return the arguments as values, and set the language of all strings.

    Without one of `commands` in front the arguments are files for the window: `command` is "open". Exits as argparse
    does, with status 2, when they make no sense.
    """
    early = argparse.ArgumentParser(prog="annotator", add_help=False, allow_abbrev=False)
    _add_language(early)
    known, rest = early.parse_known_args(list(arguments))
    settings.use_language(known.language or settings.effective_language(settings.load()))
    if rest[:1] and rest[0] not in (*commands, "-h", "--help", "--version"):
        rest = ["open", *rest]
    args = _parser().parse_args(rest or ["open"])
    args.language = known.language
    return args


class _Parser(argparse.ArgumentParser):
    """An argument parser whose help is in the language in use (the reasons of its errors are argparse's own)."""

    def __init__(self, **options: Any):
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_HelpFormatter, **options)
        self._positionals.title, self._optionals.title = tr("Arguments"), tr("Options")
        self.add_argument("-h", "--help", action="help", help=tr("Show this help and exit"))


class _HelpFormatter(argparse.HelpFormatter):
    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, tr("Usage: ") if prefix is None else prefix)


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", choices=tuple(LANGUAGES), help=tr("Language of the program (default: the system's)"))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="annotator",
        usage=f"annotator [--language {{{','.join(LANGUAGES)}}}] [{tr('PATH')} ...]\n       annotator {{{','.join(COMMANDS)}}} ...",
        description=tr(
            "Correct, tag and export transcripts of two-party calls. Without a command, opens a window with the transcripts or "
            "the project given; a file that is called like a command is given as ./check."
        ),
    )
    _add_language(parser)
    parser.add_argument("--version", action="version", version=f"annotator {__version__}", help=tr("Show the version and exit"))
    verbs = parser.add_subparsers(dest="command", metavar=tr("COMMAND"), title=tr("Commands"), required=True, prog="annotator")

    window = verbs.add_parser("open", prog="annotator")
    window.add_argument("--screenshot", metavar="PNG", help=argparse.SUPPRESS)
    window.add_argument("paths", nargs="*", metavar=tr("PATH"))

    def verb(name: str, run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        added = verbs.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        return added

    check = verb("check", _check, tr("Say what is suspect in transcripts, and why"))
    check.add_argument("files", nargs="+", metavar=tr("FILE"))
    check.add_argument("--json", action="store_true", help=tr("One JSON object a file, one a line"))
    _add_reading(check)
    _add_detection(check, tr("Show findings of at least this confidence, 0 to 1 (default: each detector's own threshold)"))

    clean = verb("clean", _clean, tr("Apply the fixes that are sure and write the repaired transcript"))
    clean.add_argument("file", metavar=tr("FILE"))
    clean.add_argument("-o", "--output", required=True, metavar=tr("OUT"), help=tr("File to write; its suffix chooses the format"))
    _add_detection(clean, tr("Apply fixes of at least this confidence, 0 to 1 (default: 0.9)"))
    _add_masking(clean)

    imports = verb("import", _import, tr("Add transcripts to a project, which is made if it is not there"))
    imports.add_argument("project", metavar=tr("PROJECT"))
    imports.add_argument("files", nargs="+", metavar=tr("FILE_OR_FOLDER"))
    _add_reading(imports)
    imports.add_argument("--skip-similar", action="store_true", help=tr("Leave out calls that are nearly the same as another one"))
    imports.add_argument("--check", action="store_true", help=tr("Check the calls, and count what is found"))
    imports.add_argument("--json", action="store_true", help=tr("One JSON object a file, one a line, and one with the sums"))
    _add_encoding(imports)

    export = verb("export", _export, tr("Write the transcripts of a project as files"))
    export.add_argument("project", metavar=tr("PROJECT"))
    export.add_argument(
        "-o", "--output", required=True, metavar=tr("OUT"), help=tr("A file for one transcript, a folder for several")
    )
    export.add_argument("-F", "--format", metavar=tr("NAME"), help=tr("See annotator formats (default: by the suffix)"))
    export.add_argument("--template", metavar=tr("FILE"), help=tr("A template of your own, which the file is made of"))
    pattern = tr("What files in a folder are called, e.g. {example}", example='"{call}_{date}"').replace("%", "%%")
    export.add_argument("--name-pattern", metavar=tr("PATTERN"), default=None, help=pattern)
    export.add_argument("--transcript", type=int, metavar="ID", help=tr("Only this transcript (see list)"))
    export.add_argument("--overwrite", action="store_true", help=tr("Replace a file that is the transcript as it was imported"))
    export.add_argument("--encoding", metavar=tr("NAME"), help=tr("Encoding of text files (default: as imported)"))
    export.add_argument("--no-speakers", action="store_true", help=tr("Leave the speakers out"))
    export.add_argument("--no-roles", action="store_true", help=tr("Leave the roles of the speakers out"))
    export.add_argument("--topics", action="store_true", help=tr("Include the topics"))
    export.add_argument("--only-reviewed", action="store_true", help=tr("Only turns that are marked as reviewed"))
    _add_masking(export)

    listed = verb("formats", _formats, tr("List the file formats: what is read, what is written, and what that does not hold"))
    listed.add_argument("--json", action="store_true", help=tr("One JSON object a format, one a line"))

    verb("list", _list, tr("List the transcripts of a project")).add_argument("project", metavar=tr("PROJECT"))

    learn = verb("learn", _learn, tr("Have the check of speakers learn from the finished calls of a project"))
    learn.add_argument("project", metavar=tr("PROJECT"))
    instead = learn.add_mutually_exclusive_group()
    instead.add_argument("--show", action="store_true", help=tr("Only show what has been learned before"))
    instead.add_argument(
        "--export", metavar=tr("FILE"), help=tr("Only write what has been learned before to a file, for check --learned")
    )
    instead.add_argument("--reset", action="store_true", help=tr("Only forget what has been learned before"))
    learn.add_argument("--json", action="store_true", help=tr("One JSON object with what was measured"))

    stats = verb("stats", _stats, tr("Count what was found, decided and changed in the calls of a project"))
    stats.add_argument("project", metavar=tr("PROJECT"))
    stats.add_argument("--check", action="store_true", help=tr("Check the calls, to say how many findings are left to decide"))
    written = stats.add_mutually_exclusive_group()
    written.add_argument("--json", action="store_true", help=tr("One JSON object with all numbers"))
    written.add_argument("--csv", metavar=tr("FILE"), help=tr("Write a table for spreadsheets, a row a call"))
    stats.add_argument("--by-kind", action="store_true", help=tr("With --csv: a row per call and kind of findings"))

    agreement = verb("agreement", _agreement, tr("Say how far two versions of calls agree, in a project or in two"))
    agreement.add_argument("project", metavar=tr("PROJECT"))
    agreement.add_argument(
        "others", nargs="*", metavar=tr("OTHER"), help=tr("Two calls (see list), or another project; by default all versions")
    )
    agreement.add_argument("--json", action="store_true", help=tr("One JSON object with all numbers"))

    merge = verb("merge", _merge, tr("Make one project of two, with all that is in both"))
    merge.add_argument("project", metavar=tr("PROJECT"))
    merge.add_argument("other", metavar=tr("OTHER"))
    merge.add_argument("-o", "--output", required=True, metavar=tr("NEW"), help=tr("Project to make"))
    names = tr('Names of the two reviewers, e.g. "Anna,Boris" (default: as in the history)')
    merge.add_argument("--names", metavar=tr("NAMES"), help=names)
    merge.add_argument("--json", action="store_true", help=tr("One JSON object with what was the same and what differs"))

    _add_dataset(verb("dataset", _dataset, tr("Build training sets of the reviewed calls of a project")))

    backups = verb("backups", _backups, tr("List the backups of a project, and what each holds"))
    backups.add_argument("project", metavar=tr("PROJECT"))
    backups.add_argument("--json", action="store_true", help=tr("One JSON object with all backups"))

    restore = verb("restore", _restore, tr("Put a backup in the place of a project; what stands there is kept under another name"))
    restore.add_argument("project", metavar=tr("PROJECT"))
    restore.add_argument("--backup", metavar=tr("NAME"), help=tr("Which one, as listed by backups (default: the last good one)"))

    salvage = verb("salvage", _salvage, tr("Write what can be read of a damaged project into a new one"))
    salvage.add_argument("project", metavar=tr("DAMAGED"))
    salvage.add_argument("-o", "--output", required=True, metavar=tr("NEW"), help=tr("Project to make"))
    salvage.add_argument("--json", action="store_true", help=tr("One JSON object with what was read and what was lost"))

    verify = verb("verify", _verify, tr("Look whether all of a project is as it was written"))
    verify.add_argument("project", metavar=tr("PROJECT"))
    verify.add_argument("--json", action="store_true", help=tr("One JSON object with what is damaged"))

    copy = verb("copy", _copy, tr("Write a compact copy of a project"))
    copy.add_argument("project", metavar=tr("PROJECT"))
    copy.add_argument("-o", "--output", required=True, metavar=tr("NEW"), help=tr("Project to make"))
    copy.add_argument("--without-history", action="store_true", help=tr("Leave out how it came about: changes, drafts, settings"))
    return parser


def _add_dataset(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", metavar=tr("PROJECT"))
    recipes = tr(
        "correction (imported and corrected text), duplicates (tags per word), speakers (in the shape of DiarizationLM), roles, "
        "topics, preferences (accepted and dismissed findings), or all, each into a folder of its own"
    )
    parser.add_argument("recipe", metavar=tr("RECIPE"), help=recipes)
    parser.add_argument("-o", "--output", required=True, metavar=tr("DIR"), help=tr("Folder to make"))
    parser.add_argument("--overwrite", action="store_true", help=tr("Write a training set that is there anew"))
    parser.add_argument("--seed", type=int, default=0, metavar="N", help=tr("Number that the splits depend on (default: 0)"))
    splits = tr("Shares of training, validation and test (default: 80,10,10)")
    parser.add_argument("--splits", type=_shares, default=(80, 10, 10), metavar="A,B,C", help=splits)
    stratify = tr("What is spread evenly over the splits: topic, length, both or none (default: topic,length)")
    parser.add_argument("--stratify", default="topic,length", metavar=tr("NAMES"), help=stratify)
    parser.add_argument("--all-turns", action="store_true", help=tr("Also turns that are not marked as reviewed"))
    parser.add_argument("--with-open-findings", action="store_true", help=tr("Even if findings are left to decide"))
    parser.add_argument("-F", "--format", default="jsonl", metavar=tr("NAMES"), help=tr("jsonl, parquet or both (default: jsonl)"))
    _add_masking(parser)
    reviewers = tr("How reviewers are told: numbers, names or none (default: numbers)")
    parser.add_argument("--reviewers", choices=("numbers", "names", "none"), default="numbers", help=reviewers)
    parser.add_argument("--window", type=_count, default=8, metavar="N", help=tr("Turns of a window (default: 8)"))
    parser.add_argument("--stride", type=_count, default=4, metavar="N", help=tr("Turns from one window to the next (default: 4)"))
    parser.add_argument("--context", type=_natural, default=3, metavar="N", help=tr("Turns before as context (default: 3)"))
    lang = tr("Language for the card, e.g. ru; can be given several times (default: found out)")
    parser.add_argument("--lang", action="append", default=[], metavar=tr("CODE"), help=lang)
    parser.add_argument("--license", default="other", metavar=tr("NAME"), help=tr("Licence for the card (default: other)"))
    parser.add_argument("--json", action="store_true", help=tr("One JSON object with what was written"))


def _add_detection(parser: argparse.ArgumentParser, confidence: str) -> None:
    detectors = tr("Only this: duplicates or speakers; can be given twice")
    parser.add_argument("--detector", action="append", default=[], metavar=tr("NAME"), help=detectors)
    kind = tr("Only this kind, e.g. loop, also one that is not shown otherwise; can be given several times")
    parser.add_argument("--kind", action="append", default=[], metavar=tr("NAME"), help=kind)
    without = tr("All but this kind; can be given several times")
    parser.add_argument("--without", action="append", default=[], metavar=tr("NAME"), help=without)
    parser.add_argument("--min-confidence", type=_confidence, metavar="X", help=confidence)
    phrase = tr("A phrase whose repeats are fine; can be given several times")
    parser.add_argument("--allow", action="append", default=[], metavar=tr("PHRASE"), help=phrase)
    role_word = tr(
        'What a speaker of a side is called, e.g. operator=agent or guest=client, or says, e.g. "can I help=agent:sign"; '
        "operator=none switches a word off; can be given several times"
    )
    parser.add_argument("--role-word", action="append", default=[], metavar=tr("WORDS=SIDE"), help=role_word)
    parser.add_argument("--learned", metavar=tr("FILE"), help=tr("What was learned from finished calls (see learn --export)"))
    _add_encoding(parser)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", metavar=tr("NAME"), help=tr("Format of the files (default: found out; see annotator formats)"))
    columns = tr("What the columns of tables hold, counted from 1, e.g. text=3,speaker=2 (default: found out)")
    parser.add_argument("--columns", metavar=tr("COLUMNS"), help=columns)


def _add_encoding(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--encoding", metavar=tr("NAME"), help=tr("Encoding of the files, e.g. cp1251 (default: found out)"))


def _add_masking(parser: argparse.ArgumentParser) -> None:
    mask = tr("Mask personal data of these kinds, separated by commas, e.g. card,phone; all = all kinds")
    parser.add_argument("--mask", metavar=tr("KINDS"), help=mask)
    pseudonyms = tr("With --mask: number what is masked, the same number for the same value")
    parser.add_argument("--pseudonyms", action="store_true", help=pseudonyms)


def _confidence(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(tr("{text} is not a number from 0 to 1", text=text))
    return value


def _shares(text: str) -> tuple[float, ...]:
    try:
        shares = tuple(float(part) for part in text.split(","))
    except ValueError:
        shares = ()
    if len(shares) != 3 or not all(0 <= share < float("inf") for share in shares) or shares[0] == 0:
        raise argparse.ArgumentTypeError(tr("{text} is not three shares, such as 80,10,10", text=text))
    return shares


def _natural(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 7):
        raise argparse.ArgumentTypeError(tr("{text} is not a number of turns", text=text))
    return int(text)


def _count(text: str) -> int:
    count = _natural(text)
    if count == 0:
        raise argparse.ArgumentTypeError(tr("{text} is not a number of turns", text=text))
    return count


# ---------------------------------------------------------------------- running


def run(args: argparse.Namespace) -> int:
    """Do what the arguments say; return the exit status.

    0, 1 when `check` finds something or nothing is learned, 2 when something failed.
    """
    try:
        status: int = args.run(args)
    except AnnotatorError as error:
        _complain(error)
        return UNREADABLE
    except BrokenPipeError:
        # Nobody reads any more; what is still buffered must not raise again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OUTPUT_CLOSED
    return status


def _print(text: str) -> None:
    _write(_harmless(text))


def _print_json(data: dict[str, Any]) -> None:
    _write(json.dumps(data, ensure_ascii=False))


def _harmless(text: str) -> str:
    """Return the text without characters that a terminal would obey; names and words come from anywhere."""
    return text.translate(_CONTROL)


def _write(text: str) -> None:
    try:
        print(text, flush=True)
    except OSError as error:
        if isinstance(error, BrokenPipeError) or error.errno == errno.EINVAL:  # EINVAL: how Windows says it
            raise BrokenPipeError from error
        sys.stdout = None
        raise UsageError(
            msg("The output cannot be written: {reason}. Make room, or send it elsewhere.", reason=error.strerror)
        ) from error


def _complain(error: AnnotatorError) -> None:
    _say(tr("annotator: {error}", error=error))


def _say(text: str) -> None:
    print(_harmless(text), file=sys.stderr)


class _Progress:
    """A line on stderr about long work: only on a terminal, only after two seconds, gone before anything else is printed."""

    def __init__(self) -> None:
        self._due = time.monotonic() + 2 if sys.stderr.isatty() else float("inf")
        self._shown = False

    def show(self, text: str) -> None:
        if time.monotonic() >= self._due:
            self._due = time.monotonic() + 0.2
            width = shutil.get_terminal_size().columns - 1
            print(f"\r{_harmless(text)[:width]:{width}}", end="\r", file=sys.stderr, flush=True)
            self._shown = True

    def clear(self) -> None:
        if self._shown:
            print(f"\r{' ' * (shutil.get_terminal_size().columns - 1)}", end="\r", file=sys.stderr, flush=True)
            self._shown = False


# ---------------------------------------------------------------------- check


def _check(args: argparse.Namespace) -> int:
    from annotator.core.commands.transcripts import as_transcript
    from annotator.formats import read_file

    _known_detectors(args.detector)
    kinds, shared, learned = _kinds(args), _shared(args), _learned(args)
    columns = _columns(args)
    progress = _Progress()
    status = 0
    for place, name in enumerate(args.files, 1):
        title = tr("{place} of {total}: {name}", place=place, total=len(args.files), name=name)
        progress.show(title)
        try:
            imported, report = read_file(Path(name), args.encoding, args.format, columns)
        except AnnotatorError as error:
            progress.clear()
            _complain(error)
            if args.json:
                _print_json({"file": name, "error": str(error)})
            status = UNREADABLE
            continue
        transcript = dataclasses.replace(as_transcript(imported), **shared)
        found = _findings(transcript, args.detector, kinds, args.min_confidence, learned, progress, title)
        progress.clear()
        if args.json:
            _print_json(_as_json(name, imported, transcript, found))
        else:
            _print("\n".join(_report(name, imported, report, transcript, found)))
        status = max(status, FOUND if found else 0)
    return status


def _known_detectors(names: Collection[str]) -> None:
    from annotator.detectors import DETECTORS

    known = [detector.name for detector in DETECTORS]
    for name in names:
        if name not in known:
            raise UsageError(msg("There is no detector {name}. There are: {known}.", name=name, known=", ".join(known)))


def _kinds(args: argparse.Namespace) -> Collection[str]:
    """Return the kinds of findings that are asked for."""
    from annotator.detectors import KINDS, QUIET

    for name in (*args.kind, *args.without):
        if name not in KINDS:
            known = ", ".join(sorted(KINDS))
            raise UsageError(msg("There is no kind of findings {name}. There are: {known}.", name=name, known=known))
    return (set(args.kind) or KINDS - QUIET).difference(args.without)


def _shared(args: argparse.Namespace) -> dict[str, Any]:
    """Return what all calls of a project would have in common."""
    from annotator.core.commands.allowed import as_allowed
    from annotator.core.commands.role_words import as_role_words

    return {"allowed": as_allowed(args.allow), "role_words": as_role_words(args.role_word)}


def _learned(args: argparse.Namespace) -> Mapping[str, bytes]:
    """Return what detectors have learned before, by their names."""
    from annotator.detectors import LEARNER, usable

    if args.learned is None:
        return {}
    try:
        learned = {LEARNER: Path(args.learned).read_bytes()}
    except OSError as error:
        raise UsageError(msg("{path} cannot be read: {reason}.", path=args.learned, reason=error.strerror or str(error))) from error
    if not usable(learned):
        raise UsageError(msg("{path} is not what annotator learn --export of this version has written.", path=args.learned))
    return learned


def _findings(
    transcript: Transcript,
    detectors: Collection[str],
    kinds: Collection[str],
    min_confidence: float | None,
    learned: Mapping[str, bytes],
    progress: _Progress,
    title: str,
) -> list[Finding]:
    """Return what the detectors find: first what concerns the whole call, then in the order of the turns."""
    from annotator.detectors import WHOLE_CALL, analyse
    from annotator.detectors.base import Progress

    found = []
    for item in analyse(transcript, detectors, min_confidence, kinds, learned=learned):
        if isinstance(item, Progress):
            progress.show(f"{title}  {100 * item.done // max(1, item.total)}%")
        else:
            found.append(item)
    return sorted(
        found, key=lambda f: (f.kind not in WHOLE_CALL, transcript.position(f.spans[0].turn_id), f.spans[0].start, -f.confidence)
    )


def _as_json(name: str, imported: Imported, transcript: Transcript, found: Collection[Finding]) -> dict[str, Any]:
    starts = [turn.start_ms for turn in imported.turns if turn.start_ms is not None]
    ends = [turn.end_ms for turn in imported.turns if turn.end_ms is not None]
    return {
        "file": name,
        "format": imported.format,
        "turns": len(imported.turns),
        "words": _words(imported),
        "speakers": [speaker.id for speaker in imported.speakers],
        "start_ms": min(starts, default=None),
        "end_ms": max(ends, default=None),
        "findings": [_finding_as_json(transcript, finding) for finding in found],
    }


def _finding_as_json(transcript: Transcript, finding: Finding) -> dict[str, Any]:
    def number(turn_id: int) -> int:
        return transcript.position(turn_id) + 1

    def place(span: Span) -> dict[str, Any]:
        return {"turn": number(span.turn_id), "start": span.start, "end": span.end}

    def relabels(fix: Fix) -> list[dict[str, Any]]:
        return [place(relabel.span) | {"speaker": relabel.speaker_id} for relabel in fix.relabels]

    found = {
        "detector": finding.detector,
        "kind": finding.kind,
        **place(finding.spans[0]),
        "confidence": round(finding.confidence, 4),
        "evidence": [str(fact) for fact in finding.evidence],
        "removes": [place(span) for span in finding.fix.removes],
        "relabels": relabels(finding.fix),
        "edge": [number(turn_id) for turn_id in finding.edge] if finding.edge else None,
        "split": {"turn": number(finding.split[0]), "at": finding.split[1]} if finding.split else None,
        "roles": _proposed_roles(transcript, finding),
    }
    if finding.expected_words:
        found["expected_words"] = round(finding.expected_words, 1)
    return found | {"places": [relabels(fix) for fix in finding.places]} if finding.places else found


def _proposed_roles(transcript: Transcript, finding: Finding) -> dict[str, str] | None:
    """Return who would have which role after the fix, None when it does not concern roles."""
    if finding.fix.swap_roles is None:
        return None
    one, other = (transcript.speaker(speaker_id) for speaker_id in finding.fix.swap_roles)
    assert one is not None
    assert other is not None
    return {one.id: other.role or other.label, other.id: one.role or one.label}


def _words(imported: Imported) -> int:
    return sum(len(turn.text.split()) for turn in imported.turns)


def _report(name: str, imported: Imported, report: ImportReport, transcript: Transcript, found: Sequence[Finding]) -> Iterator[str]:
    """Yield the lines of the report for people."""
    yield name
    yield "  " + ", ".join(
        (
            tr("{n} turns", n=len(imported.turns)),
            tr("{n} words", n=_words(imported)),
            _speakers(imported),
            tr("{n} findings", n=len(found)),
        )
    )
    yield from _remarks(report)
    for finding in found:
        yield from _finding(transcript, finding)
    yield ""


def _speakers(imported: Imported) -> str:
    return _names([(s.id, s.role or s.name) for s in imported.speakers])


def _names(speakers: Collection[tuple[str, str]]) -> str:
    """Return how many speakers there are, and who: each by id, and role or name."""
    names = ", ".join(" ".join(filter(None, speaker)) for speaker in speakers)
    return tr("{n} speakers", n=len(speakers)) + (f" ({names})" if names else "")


def _remarks(report: ImportReport) -> Iterator[str]:
    return _remark_lines(report.remarks[:REMARKS_SHOWN], len(report.remarks) - REMARKS_SHOWN)


def _remark_lines(remarks: Collection[Remark], more: int) -> Iterator[str]:
    for remark in remarks:
        if remark.line is None:
            yield f"  ! {remark.message}"
        else:
            yield "  ! " + tr("line {line}: {remark}", line=remark.line, remark=remark.message)
    if more > 0:
        yield "  ! " + tr("and {n} more remarks", n=more)


def _finding(transcript: Transcript, finding: Finding) -> Iterator[str]:
    """Yield what was found, the exact words, what the fix does to them (- goes, > who says it), and why."""
    from annotator.detectors import DETECTORS

    detector = next(d for d in DETECTORS if d.name == finding.detector)
    numbers = [str(transcript.position(turn_id) + 1) for turn_id in finding.turn_ids]
    yield f"  {finding.confidence:.2f} " + tr(
        "{kind}, {turns}: {fix}",
        kind=detector.kinds[finding.kind],
        turns=tr("turns {numbers}", numbers=", ".join(numbers)) if len(numbers) > 1 else tr("turn {number}", number=numbers[0]),
        fix=finding.fix.label,
    )
    marks = dict.fromkeys(finding.spans, (" ", ""))
    marks |= dict.fromkeys(finding.fix.removes, ("-", ""))
    marks |= {relabel.span: (">", f" > {relabel.speaker_id}") for relabel in finding.fix.relabels}
    for span in sorted(marks, key=lambda s: (transcript.position(s.turn_id), s.start)):
        mark, after = marks[span]
        words = " ".join(span.text.split())
        if len(words) > WORDS_SHOWN:
            words = f"{words[: WORDS_SHOWN // 2]} … {words[-WORDS_SHOWN // 2 :]}"
        yield f"    {transcript.position(span.turn_id) + 1:>5} {mark} {tr('“{words}”', words=words)}{after}"
    for speaker_id, role in (_proposed_roles(transcript, finding) or {}).items():
        yield f"          > {speaker_id}: {role}"
    for fact in finding.evidence:
        yield f"        * {fact}"


# ---------------------------------------------------------------------- clean


def _clean(args: argparse.Namespace) -> int:
    from annotator.core.commands import review
    from annotator.core.commands.transcripts import as_transcript
    from annotator.detectors import DETECTORS, SURE
    from annotator.formats import read_file, write, write_file
    from annotator.formats.base import ExportOptions

    _known_detectors(args.detector)
    kinds, shared, learned = _kinds(args), _shared(args), _learned(args)
    masking = _Masking(args)
    source, target = Path(args.file), Path(args.output)
    _refuse_same(source, target)
    file_format = _format(None, target)
    imported, report = read_file(source, args.encoding)
    for line in _remarks(report):
        _say(line)
    transcript = dataclasses.replace(as_transcript(imported), **shared)
    least = SURE if args.min_confidence is None else args.min_confidence
    progress = _Progress()
    applied: list[str] = []
    passed_over = 0
    names = args.detector or [d.name for d in DETECTORS if not d.kinds.keys().isdisjoint(args.kind)]
    # One after the other, duplicates first: what is said twice would mislead the detector of speakers.
    for detector in DETECTORS:
        if detector.name not in (names or ["duplicates"]):
            continue
        found = _findings(transcript, [detector.name], kinds, least, learned, progress, args.file)
        progress.clear()
        if found:
            repaired = transcript.apply(review.accept_all(transcript, found))
            accepted = [finding for finding in found if finding.key in repaired.decisions]
            applied += [line for finding in accepted for line in _finding(transcript, finding)]
            passed_over += len(found) - len(accepted)
            transcript = repaired
    write_file(target, write(masking.masked(transcript), file_format.name, ExportOptions()))
    for line in applied:
        _say(line)
    words = sum(len(turn.text.split()) for turn in transcript.visible)
    summary = (
        tr("{n} fixes applied", n=len(transcript.decisions)),
        tr("{n} words removed", n=_words(imported) - words),
        tr("{n} turns hidden", n=len(transcript.turns) - len(transcript.visible)),
    )
    _say(", ".join(summary))
    masking.tell()
    if passed_over:
        _say(tr("{n} more overlap with them; clean {path} again to see them", n=passed_over, path=target))
    return 0


def _refuse_same(source: Path, target: Path) -> None:
    if target.exists() and source.exists() and target.samefile(source):
        raise UsageError(msg("{path} would be overwritten by its own result. Give another name after -o.", path=str(target)))


def _format(name: str | None, target: Path) -> Format:
    """Return the format called `name`, or else the one that the name of `target` proposes, or else text."""
    from annotator.formats import by_name, for_path

    return by_name(name) if name is not None else for_path(target) or by_name("text")


# ---------------------------------------------------------------------- projects


def _import(args: argparse.Namespace) -> int:
    from annotator.formats import by_name
    from annotator.importing import Importer, Options, gather
    from annotator.project import Project

    if args.format is not None:
        by_name(args.format)  # said once, not for every file
    path = Path(args.project)
    options = Options(args.encoding, args.format, _columns(args), skip_similar=args.skip_similar)
    pile = gather(map(Path, args.files))
    done: list[tuple[Taken, int | None]] = []
    progress = _Progress()
    importer = Importer(Project.open(path) if path.exists() else None, options, lambda: Project.create(path))
    try:
        for place, file in enumerate(pile.files, 1):
            title = tr("{place} of {total}: {name}", place=place, total=len(pile.files), name=str(file))
            progress.show(title)
            taken = importer.take(file)
            found = _count_findings(importer.project, taken, progress, title) if args.check else None
            progress.clear()
            done.append((taken, found))
            if args.json:
                _print_json(_taken_as_json(taken, found))
            else:
                _print_taken(taken, found)
    finally:
        if importer.project is not None:
            importer.project.close()
    if args.json:
        _print_json(_sums_as_json(pile, done))
    elif len(done) != 1 or pile.passed_over:
        _print_sums(pile, done)
    return UNREADABLE if any(taken.state in ("refused", "question") for taken, _ in done) else 0


def _columns(args: argparse.Namespace) -> Mapping[str, int] | None:
    """Return what the columns of tables hold, as --columns says."""
    if args.columns is None:
        return None
    pairs = [entry.partition("=") for entry in args.columns.split(",")]
    try:
        return {name.strip(): int(number) - 1 for name, _, number in pairs}
    except ValueError:
        raise UsageError(msg("“{text}” names no columns. Write for example text=3,speaker=2.", text=args.columns)) from None


def _count_findings(project: Project | None, taken: Taken, progress: _Progress, title: str) -> int | None:
    from annotator.detectors import KINDS, LEARNER, QUIET, usable

    if taken.state != "imported" or taken.transcript_id is None or project is None:
        return None
    learned = project.learned(LEARNER)
    taught = {} if learned is None else usable({LEARNER: learned.data})
    return len(_findings(project.read(taken.transcript_id), (), KINDS - QUIET, None, taught, progress, title))


def _print_taken(taken: Taken, found: int | None) -> None:
    """Say in a line what became of a file, and what is remarkable about it; what was refused is said on stderr."""
    name = str(taken.path)
    if taken.reason is not None:
        _complain(AnnotatorError(taken.reason))
        return
    if taken.state == "there":
        _print(tr("{name}: is there already as transcript {id}", name=name, id=taken.transcript_id))
    elif taken.like is not None and taken.state == "similar":
        _print(tr("{name}: left out, {like}", name=name, like=_like(taken)))
    else:
        parts = [tr("{name}: transcript {id}", name=name, id=taken.transcript_id), _read_turns(taken), _names(taken.speakers)]
        parts += [] if found is None else [tr("{n} findings", n=found)]
        parts += [] if taken.like is None else [_like(taken)]
        _print(", ".join(parts))
    for line in _remark_lines(taken.remarks, taken.more_remarks):
        _print(line)


def _read_turns(taken: Taken) -> str:
    if taken.doubtful == 0:
        return tr("{n} turns", n=taken.turns)
    return tr("{turns} of {n} turns", turns=taken.turns, n=taken.items)


def _like(taken: Taken) -> str:
    assert taken.like is not None
    return tr("{percent} % like transcript {id}", percent=int(100 * taken.like.share), id=taken.like.transcript_id)


def _taken_as_json(taken: Taken, found: int | None) -> dict[str, Any]:
    like = None if taken.like is None else {"transcript": taken.like.transcript_id, "share": round(taken.like.share, 4)}
    return {
        "file": str(taken.path),
        "state": taken.state,
        "format": taken.format or None,
        "transcript": taken.transcript_id,
        "turns": taken.turns,
        "items": taken.items,
        "not_understood": taken.doubtful,
        "speakers": [speaker for speaker, _ in taken.speakers],
        "findings": found,
        "like": like,
        "remarks": [{"at": remark.line, "remark": str(remark.message)} for remark in taken.remarks],
        "more_remarks": taken.more_remarks,
        "error": None if taken.reason is None else str(taken.reason),
        "formats": list(taken.formats),
    }


def _sums_as_json(pile: Pile, done: Sequence[tuple[Taken, int | None]]) -> dict[str, Any]:
    from annotator.importing import STATES, counts

    found = counts(taken for taken, _ in done)
    states = {state: found[state] for state in STATES}
    return {"files": len(done), **states, "like": found["like"], "passed_over": dict(pile.passed_over)}


def _print_sums(pile: Pile, done: Sequence[tuple[Taken, int | None]]) -> None:
    """Print how many files came to what, and those that somebody should look at."""
    from annotator.importing import STATES, counts, told

    found = counts(taken for taken, _ in done)
    if sum(found[state] for state in STATES) > 1:
        titles = (tr("file"), tr("what became of it"), tr("format"), tr("turns"), tr("findings"), tr("like"))
        rows: list[tuple[str, ...]] = [titles]
        for taken, number in done:
            if taken.state == "imported" and not taken.doubtful and taken.like is None:
                continue
            turns = f"{taken.turns} / {taken.items}" if taken.items else "–"
            like = "–" if taken.like is None else f"{taken.like.transcript_id} ({int(100 * taken.like.share)} %)"
            findings = "–" if number is None else str(number)
            rows.append((str(taken.path), str(STATES[taken.state]), taken.format or "–", turns, findings, like))
        if len(rows) > 1:
            _print("")
            _print_table(rows, 0)
    sums = [f"{title}: {found[state]}" for state, title in STATES.items() if found[state]]
    sums += [tr("like another call: {n}", n=found["like"])] if found["like"] else []
    passed = [f"{title} {number}" for title, number in told(pile.passed_over)]
    sums += [tr("passed over: {what}", what=", ".join(passed))] if passed else []
    _print("")
    _print(", ".join(sums) or tr("There are no files to import."))


def _formats(args: argparse.Namespace) -> int:
    from annotator.formats import FORMATS
    from annotator.formats.base import CONTENTS

    def lacks(entry: Format) -> list[str]:
        return [name for name in CONTENTS if entry.writer is not None and name not in entry.keeps]

    if args.json:
        for entry in FORMATS:
            about = {"name": entry.name, "title": str(entry.title), "suffixes": list(entry.suffixes)}
            can = {"read": entry.reader is not None, "written": entry.writer is not None}
            _print_json(about | can | {"options": sorted(entry.holds), "does_not_hold": lacks(entry)})
        return 0
    titles = (tr("name"), tr("read"), tr("written"), tr("suffixes"), tr("format"), tr("a written file does not hold"))
    rows: list[tuple[str, ...]] = [titles]
    for entry in FORMATS:
        known = [tr("yes") if can is not None else tr("no") for can in (entry.reader, entry.writer)]
        missing = ", ".join(str(CONTENTS[name]) for name in lacks(entry))
        rows.append((entry.name, *known, " ".join(entry.suffixes), str(entry.title), missing or "–"))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        _print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    return 0


def _to_read(path: Path) -> Project:
    """Open a project to read it, which may be in use elsewhere; one of an older version is brought to the newest first."""
    from annotator.core.errors import ReadOnly
    from annotator.project import Project

    try:
        return Project.open(path, read_only=True)
    except ReadOnly:
        return Project.open(path)


def _export(args: argparse.Namespace) -> int:
    from annotator import naming
    from annotator.formats import write, write_file
    from annotator.formats.base import ExportOptions, lost
    from annotator.formats.placeholders import suffix_of
    from annotator.project import Project

    target = Path(args.output)
    _refuse_same(Path(args.project), target)
    file_format = _format(args.format if args.template is None else args.format or "template", target)
    pattern = naming.PATTERN if args.name_pattern is None else args.name_pattern
    naming.check_pattern(pattern)
    masking = _Masking(args)
    options = ExportOptions(
        speakers=not args.no_speakers,
        roles=not args.no_roles,
        topics=args.topics,
        only_reviewed=args.only_reviewed,
        encoding=args.encoding,
        template=_template(args),
    )
    for field in dataclasses.fields(options):
        value = getattr(options, field.name)
        heeded = file_format.holds | ({"template"} if file_format.name == "template" else set())
        if value != field.default and field.name not in heeded:
            name = f"--{'' if value else 'no-'}{field.name.replace('_', '-')}"
            _say(tr("{option} has no effect on the format {format}", option=name, format=file_format.name))
    # Numbers that stand for values are kept in the project.
    opened = Project.open if args.pseudonyms else _to_read
    with opened(Path(args.project)) as project:
        headers = project.transcripts()
        if args.transcript is not None:
            headers = tuple(header for header in headers if header.id == args.transcript)
        if not headers:
            raise UsageError(_nothing_to_export(args))
        if len(headers) > 1 and not target.is_dir():
            raise UsageError(
                msg(
                    "{path} is no folder, and there are {n} transcripts. Give a folder after -o, or one of them with --transcript.",
                    path=str(target),
                    n=len(headers),
                )
            )
        suffix = suffix_of(options.template) if options.template else file_format.suffixes[0]
        taken: set[str] = set()
        missing: dict[Message, None] = {}
        for number, header in enumerate(headers, 1):
            transcript = project.read(header.id)
            shown = masking.masked(transcript, project.pseudonym)
            missing |= dict.fromkeys(lost(file_format, transcript, options))
            name = naming.file_name(pattern, shown.header, transcript.source.name, number, suffix, taken)
            out = target / name if target.is_dir() else target
            _refuse_same(Path(args.project), out)
            data = write(shown, file_format.name, options)
            if not args.overwrite:
                _refuse_original(out, transcript.source.data, data)
            write_file(out, data)
            _print(tr("{name}: transcript {id}", name=out, id=header.id))
    masking.tell()
    _tell_lost(file_format, missing)
    return 0


def _template(args: argparse.Namespace) -> str:
    if args.template is None:
        return ""
    try:
        text = Path(args.template).read_text(encoding="utf-8-sig")
        if not text.strip():
            raise ValueError(tr("it is empty"))
        return text
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(msg("{path} cannot be read: {reason}.", path=args.template, reason=reason)) from error


def _tell_lost(file_format: Format, missing: Collection[Message]) -> None:
    """Say what the transcripts have and the written files do not; what was imported is still there, as a file."""
    from annotator.formats.base import CONTENTS

    named = ", ".join(str(title) for title in CONTENTS.values() if title in missing and title != CONTENTS["source"])
    if named:
        _say(tr("The format {format} does not hold: {contents}", format=file_format.name, contents=named))


class _Masking:
    """What --mask and --pseudonyms ask for, and how much was masked."""

    def __init__(self, args: argparse.Namespace):
        from annotator.core.masking import Numbers
        from annotator.detectors import PERSONAL

        names = [] if args.mask is None else [name.strip() for name in args.mask.split(",")]
        for name in names:
            if name not in (*PERSONAL, "all"):
                known = ", ".join((*PERSONAL, "all"))
                raise UsageError(msg("There is no kind of personal data {name}. There are: {known}.", name=name, known=known))
        if args.pseudonyms and not names:
            raise UsageError(msg("--pseudonyms says how to mask: say what with --mask, e.g. --mask all."))
        self._kinds = tuple(PERSONAL) if "all" in names else tuple(kind for kind in PERSONAL if kind in names)
        self._only_reviewed = getattr(args, "only_reviewed", False)
        self._numbered = args.pseudonyms
        self._numbers = Numbers()
        self._counts: Counter[str] = Counter()

    def masked(self, transcript: Transcript, number_of: Callable[[str, str], int] | None = None) -> Transcript:
        """Return what to write; `number_of` numbers the values, where there is a project that knows them."""
        from annotator.detectors import Masker

        if not self._kinds:
            return transcript
        masker = Masker(transcript, self._kinds, (number_of or self._numbers) if self._numbered else None)
        turns = (turn for turn in transcript.visible if turn.reviewed or not self._only_reviewed)
        self._counts.update(hit.kind for _, hit in masker.hits(turns))
        return masker.masked()

    def tell(self) -> None:
        """Say how many places were masked of each kind."""
        if self._kinds:
            counts = ", ".join(f"{kind} {self._counts[kind]}" for kind in self._kinds)
            _say(tr("Masked in the turns: {counts}", counts=counts))


def _nothing_to_export(args: argparse.Namespace) -> Message:
    if args.transcript is None:
        return msg("{path} holds no transcripts. Add some with annotator import.", path=args.project)
    return msg("There is no transcript {id} in {path}. See annotator list.", id=args.transcript, path=args.project)


def _refuse_original(target: Path, original: bytes, data: bytes) -> None:
    """Raise UsageError where the imported file itself stands, or an export that nobody could tell from it."""
    if data != original and target.is_file() and target.stat().st_size == len(original) and target.read_bytes() == original:
        raise UsageError(
            msg(
                "{path} is the transcript as it was imported. Give another name after -o, or --overwrite to replace it.",
                path=str(target),
            )
        )


def _list(args: argparse.Namespace) -> int:
    rows = [(tr("id"), tr("turns"), tr("reviewed"), tr("decisions"), tr("done"), tr("name"))]
    with _to_read(Path(args.project)) as project:
        for header in project.transcripts():
            transcript = project.transcript(header.id)
            rows.append(
                (
                    str(header.id),
                    str(len(transcript.visible)),
                    str(sum(turn.reviewed for turn in transcript.visible)),
                    str(len(transcript.decisions)),
                    tr("yes") if header.done else tr("no"),
                    header.name,
                )
            )
    _print_table(rows, 5)
    return 0


def _print_table(rows: Sequence[Sequence[str]], left: int) -> None:
    """Print rows of equal length in columns: that of words at the left, those of numbers at the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.ljust(width) if n == left else cell.rjust(width) for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        _print("  ".join(cells).rstrip())


# ---------------------------------------------------------------------- learning


def _learn(args: argparse.Namespace) -> int:
    from annotator.detectors import LEARNER, learn
    from annotator.detectors.base import Progress
    from annotator.project import Project

    with Project.open(Path(args.project)) as project:
        if args.export is not None:
            _export_learned(project, Path(args.export))
            return 0
        if args.reset:
            project.forget(LEARNER)
            _print(tr("{path}: nothing is learned any more", path=args.project))
            return 0
        if args.show:
            return _show_learned(args, project)
        calls = [project.transcript(header.id) for header in project.transcripts() if header.done]
        progress = _Progress()
        for item in learn(calls):
            if isinstance(item, Progress):
                progress.show(f"{args.project}  {100 * item.done // max(1, item.total)}%")
                continue
            progress.clear()
            if item.data is not None:
                project.learn(LEARNER, item.data, item.report())
            adopted = {"adopted": item.data is not None, "verdict": str(item.verdict)}
            if args.json:
                _print_json(_outcome_as_json(args.project, item) | adopted)
            else:
                _print_outcome(item, tr("{path}: {n} finished calls", path=args.project, n=len(calls)))
                _print(str(item.verdict))
            return 0 if item.data is not None else FOUND
    raise AssertionError("learning ends with an outcome")


def _export_learned(project: Project, target: Path) -> None:
    from annotator.detectors import LEARNER
    from annotator.formats import write_file

    learned = project.learned(LEARNER)
    if learned is None:
        raise UsageError(msg("{path}: nothing has been learned yet.", path=str(project.path)))
    _refuse_same(project.path, target)
    write_file(target, learned.data)


def _show_learned(args: argparse.Namespace, project: Project) -> int:
    from annotator.detectors import LEARNER
    from annotator.detectors.learning import Outcome

    learned = project.learned(LEARNER)
    if learned is None:
        if args.json:
            _print_json({"project": args.project, "learned": None})
        else:
            _print(tr("{path}: nothing has been learned yet.", path=args.project))
        return FOUND
    try:
        outcome = Outcome.of_report(learned.report)
    except ValueError:
        outcome = Outcome(None, 0, 0, {})
    if args.json:
        _print_json(_outcome_as_json(args.project, outcome) | {"learned": learned.at.isoformat()})
    else:
        at = learned.at.astimezone().strftime("%Y-%m-%d %H:%M")
        _print_outcome(outcome, tr("{path}: learned on {date} from {n} calls", path=args.project, date=at, n=outcome.calls))
    return 0


def _outcome_as_json(project: str, outcome: Outcome) -> dict[str, Any]:
    return {"project": project, **json.loads(outcome.report())}


def _print_outcome(outcome: Outcome, title: str) -> None:
    from annotator.detectors import MEASURED

    _print(f"{title}, {tr('{n} words', n=outcome.words)}")
    if not outcome.measures:
        return
    rows = [("", tr("places"), tr("faults"), tr("log loss"), tr("precision"))]
    for item, measure in outcome.measures.items():
        rows.append(
            (
                f"  {MEASURED.get(item, item)}",
                str(measure.items),
                f"{100 * measure.share:.0f} %",
                f"{measure.loss_before:.3f} -> {measure.loss_after:.3f}",
                f"{measure.precision_before:.3f} -> {measure.precision_after:.3f}" if measure.true else "–",
            )
        )
    _print_table(rows, 0)


# ---------------------------------------------------------------------- statistics


def _stats(args: argparse.Namespace) -> int:
    from annotator import statistics
    from annotator.formats import write_file

    if args.by_kind and args.csv is None:
        raise UsageError(msg("--by-kind says what is written with --csv FILE."))
    with _to_read(Path(args.project)) as project:
        if args.csv is not None:
            _refuse_same(project.path, Path(args.csv))
        calls = _counted(args, project)
    total = statistics.of_project(calls)
    if args.csv is not None:
        write_file(Path(args.csv), statistics.kinds_csv(calls) if args.by_kind else statistics.calls_csv(calls))
    elif args.json:
        _print_json(
            {
                "project": args.project,
                "calls": [_statistics_as_json(call) for call in calls],
                "recognisers": {name: statistics.as_row(own) for name, own in statistics.by_recogniser(calls).items()},
                "total": _statistics_as_json(total),
            }
        )
    else:
        _print_statistics(calls, total)
    return 0


def _counted(args: argparse.Namespace, project: Project) -> list[CallStatistics]:
    """Count the calls one after the other, with what is left to decide if that is asked for."""
    from annotator import statistics
    from annotator.detectors import KINDS, LEARNER, QUIET, usable

    learned = project.learned(LEARNER)
    taught = {} if learned is None else usable({LEARNER: learned.data})
    activity, progress = project.activity(), _Progress()
    calls = []
    for header in project.transcripts():
        progress.show(header.name)
        transcript, left = project.transcript(header.id), None
        if args.check:
            found = _findings(transcript, (), KINDS - QUIET, None, taught, progress, header.name)
            left = Counter((f.detector, f.kind) for f in found if f.key not in transcript.decisions)
        calls.append(statistics.of_call(transcript, left, activity.get(header.id, 0.0)))
    progress.clear()
    return calls


def _statistics_as_json(counted: Statistics) -> dict[str, Any]:
    from annotator import statistics

    return statistics.as_row(counted) | {
        "kinds": statistics.kind_rows(counted),
        "talk": statistics.talk_rows(counted),
    }


def _print_statistics(calls: Sequence[CallStatistics], total: Statistics) -> None:
    from annotator.detectors import DETECTORS
    from annotator.formats import FORMATS
    from annotator.statistics import Decided, by_recogniser, duration, percent, recogniser_title

    def decided(findings: Decided) -> tuple[str, ...]:
        left = "–" if findings.left is None else str(findings.left)
        return str(findings.found), str(findings.accepted), str(findings.dismissed), left, percent(findings.precision)

    def row(number: str, done: str, counted: Statistics, name: str) -> tuple[str, ...]:
        work = (str(counted.changed), str(counted.words_changed), percent(counted.wer, 1), duration(counted.seconds))
        reviewed = f"{counted.reviewed}/{counted.turns}"
        return (number, done, reviewed, *decided(counted.findings), *work, name)

    found = (tr("found"), tr("accepted"), tr("dismissed"), tr("left"), tr("precision"))
    work = (tr("turns changed"), tr("words changed"), tr("WER"), tr("work"))
    rows: list[tuple[str, ...]] = [(tr("id"), tr("done"), tr("reviewed"), *found, *work, tr("name"))]
    rows += [row(str(call.id), tr("yes") if call.done else tr("no"), call, call.name) for call in calls]
    rows.append(row("", f"{total.done}/{total.calls}", total, tr("total")))
    _print_table(rows, len(rows[0]) - 1)
    titles = {(detector.name, kind): str(title) for detector in DETECTORS for kind, title in detector.kinds.items()}
    if total.kinds:
        _print("")
        _print_table([("", *found), *((titles.get(kind, kind[1]), *decided(own)) for kind, own in total.kinds.items())], 0)
    if total.talk:
        words = sum(talk.words for talk in total.talk)
        _print("")
        _print_table(
            [
                (tr("speaker"), tr("turns"), tr("words"), tr("share")),
                *(
                    (talk.label or tr("unclear"), str(talk.turns), str(talk.words), percent(talk.words / words if words else None))
                    for talk in total.talk
                ),
            ],
            0,
        )
    if total.words:
        named = {f.name: str(f.title) for f in FORMATS}
        sources = [(recogniser_title(name, named), own) for name, own in by_recogniser(calls).items()]
        rates: list[tuple[str, ...]] = [(tr("source"), tr("calls"), tr("words"), tr("WER"), tr("CER"), tr("cpWER"), tr("WDER"))]
        for title, own in [*sources, (tr("total"), total)]:
            shares = (percent(rate, 1) for rate in (own.wer, own.cer, own.cpwer, own.wder))
            rates.append((title, str(own.calls), str(own.words), *shares))
        _print("")
        _print_table(rates, 0)


# ---------------------------------------------------------------------- two reviewers


def _agreement(args: argparse.Namespace) -> int:
    from annotator.agreement import Agreement, agreement

    rows: list[tuple[str, str, Agreement]] = []
    with contextlib.ExitStack() as opened:
        progress = _Progress()
        for one, other in _versions(args, opened):
            progress.show(one.header.name)
            rows.append((_version_name(one), _version_name(other), agreement(one, other)))
        progress.clear()
    total = sum((own for _, _, own in rows), Agreement())
    if args.json:
        pairs = [{"first": first, "second": second, **own.as_row()} for first, second, own in rows]
        _print_json({"project": args.project, "others": args.others, "pairs": pairs, "total": total.as_row()})
    elif rows:
        _print_agreement(rows, total)
    else:
        _print(tr("{path}: there are no two versions of a call", path=args.project))
    return 0 if rows else FOUND


def _version_name(version: Transcript) -> str:
    return tr("{id}: {name}", id=version.id, name=version.header.name)


def _versions(args: argparse.Namespace, opened: contextlib.ExitStack) -> Iterator[tuple[Transcript, Transcript]]:
    """Yield pairs of versions: the two calls that are asked for, all of two projects, or all of one but gold ones."""
    from annotator.agreement import versions_between, versions_in
    from annotator.core.versions import same_source

    project = opened.enter_context(_to_read(Path(args.project)))
    match args.others:
        case []:
            pairs = versions_in(project)
        case [other] if not other.isdecimal():
            second = opened.enter_context(_to_read(Path(other)))
            for ours, theirs in versions_between(project, second):
                yield project.read(ours), second.read(theirs)
            return
        case [one, other] if one.isdecimal() and other.isdecimal():
            pairs = [(int(one), int(other))]
        case _:
            raise UsageError(msg("Give one project, a project and the numbers of two of its calls, or two projects."))
    for ours, theirs in pairs:
        first, version = project.read(ours), project.read(theirs)
        if not same_source(first, version):
            raise UsageError(msg("Calls {one} and {other} do not come from the same file.", one=ours, other=theirs))
        yield first, version


def _print_agreement(rows: Sequence[tuple[str, str, Agreement]], total: Agreement) -> None:
    from annotator.statistics import percent

    def figure(value: float | None) -> str:
        return "–" if value is None else f"{value:.3f}"

    def row(own: Agreement, name: str) -> tuple[str, ...]:
        places = f"{own.blocks - own.differing}/{own.blocks}"
        speakers, topics, verdicts = map(figure, (own.speaker_kappa, own.topic_alpha_masi, own.verdict_kappa))
        return places, speakers, topics, verdicts, percent(own.wer, 1), name

    heads = (tr("places"), tr("speakers"), tr("topics"), tr("decisions"), tr("WER"), tr("versions"))
    shown = [row(own, f"{first} | {second}") for first, second, own in rows]
    _print_table([heads, *shown, row(total, tr("total"))], len(heads) - 1)
    _print("")
    _print(
        tr(
            "places: on which the versions agree; speakers: Cohen's kappa of words; topics: Krippendorff's alpha (MASI); "
            "decisions: Cohen's kappa; WER: of the second version, the first one being right"
        )
    )


def _merge(args: argparse.Namespace) -> int:
    from annotator.merging import merge_file

    names = None
    if args.names is not None:
        first, _, second = (part.strip() for part in args.names.partition(","))
        if not first or not second or first == second:
            raise UsageError(msg("--names takes two different names, such as “Anna,Boris”."))
        names = first, second
    for path in (args.project, args.other):
        _refuse_same(Path(path), Path(args.output))
    with _to_read(Path(args.project)) as project:
        report = merge_file(project, Path(args.other), Path(args.output), names)
    if args.json:
        _print_json({"project": args.project, "other": args.other, "output": args.output, **report.as_row()})
    else:
        for line in report.lines():
            _print(line)
    return 0


# ---------------------------------------------------------------------- training sets


def _dataset(args: argparse.Namespace) -> int:
    from annotator import training

    wanted = _wanted(args)
    progress = _Progress()
    with _to_read(Path(args.project)) as project:
        work = training.build(project, wanted, Path(args.output), args.overwrite)
        try:
            while True:
                step = next(work)
                progress.show(f"{args.project}  {100 * step.done // max(1, step.total)}%")
        except StopIteration as end:
            built: tuple[Built, ...] = end.value
        except training.OpenFindings as error:
            progress.clear()
            _complain(error)
            if args.json:
                _print_json({"project": args.project, "error": str(error), "open": _open_as_json(error.survey)})
            else:
                _say_open(error.survey)
            return UNREADABLE
        finally:
            progress.clear()
    _tell_built(args, built)
    return 0


def _wanted(args: argparse.Namespace) -> Wanted:
    from annotator import training
    from annotator.datasets import ALL, RECIPES, by_name
    from annotator.datasets.base import Shape
    from annotator.datasets.writing import FORMATS

    if args.pseudonyms and args.mask is None:
        raise UsageError(msg("--pseudonyms says how to mask: say what with --mask, e.g. --mask all."))
    return training.Wanted(
        recipes=tuple(recipe.name for recipe in RECIPES) if args.recipe == ALL else (by_name(args.recipe).name,),
        seed=args.seed,
        shares=args.splits,
        all_turns=args.all_turns,
        with_open_findings=args.with_open_findings,
        formats=_named("--format", args.format, FORMATS),
        mask=() if args.mask is None else training.kinds_of(args.mask),
        pseudonyms=args.pseudonyms,
        stratify=() if args.stratify == "none" else _named("--stratify", args.stratify, training.STRATIFY),
        reviewers=args.reviewers,
        shape=Shape(args.window, args.stride, args.context),
        languages=tuple(args.lang),
        license=args.license,
    )


def _named(option: str, text: str, known: Sequence[str]) -> tuple[str, ...]:
    names = [name.strip() for name in text.split(",")]
    for name in names:
        if name not in known:
            there = ", ".join(known)
            raise UsageError(msg("{option}: there is no {name}. There are: {known}.", option=option, name=name, known=there))
    return tuple(name for name in known if name in names)


def _open_as_json(survey: Survey) -> list[dict[str, Any]]:
    return [
        {"transcript": call.id, "detector": detector, "kind": kind, "open": count}
        for call in survey.calls
        for (detector, kind), count in call.open.items()
    ]


def _say_open(survey: Survey) -> None:
    for call in survey.calls:
        if call.open:
            kinds = ", ".join(f"{kind} {count}" for (_, kind), count in call.open.items())
            _say(f"  {call.id}  {call.name}: {call.open.total()} ({kinds})")


def _tell_built(args: argparse.Namespace, built: Sequence[Built]) -> None:
    from annotator.datasets.base import SPLITS

    groups = [list(group) for group in built[0].groups]
    if args.json:
        sets = [{"recipe": one.recipe, "folder": str(one.folder), "rows": one.rows} for one in built]
        calls = {name: built[0].calls.get(name, 0) for name in SPLITS}
        _print_json({"project": args.project, "calls": calls, "near_duplicates": groups, "sets": sets})
        return
    rows: list[tuple[str, ...]] = [(tr("recipe"), tr("table"), *SPLITS)]
    rows.append((tr("calls"), "", *(str(built[0].calls.get(name, 0)) for name in SPLITS)))
    for one in built:
        rows += [(one.recipe, table, *(str(own[name]) for name in SPLITS)) for table, own in one.rows.items()]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(w) if n < 2 else cell.rjust(w) for n, (cell, w) in enumerate(zip(row, widths, strict=True)))
        _print("  ".join(cells).rstrip())
    for group in groups:
        _print(tr("Nearly the same, and in one split: {calls}", calls=", ".join(map(str, group))))


# ---------------------------------------------------------------------- keeping


def _backups(args: argparse.Namespace) -> int:
    listed = [(backup, backup.read()) for backup in _known_backups(Path(args.project))]
    if args.json:
        found = [
            {
                "name": backup.path.name,
                "path": str(backup.path),
                "at": backup.at.isoformat(),
                "reason": backup.reason,
                "calls": contents.calls,
                "turns": contents.turns,
                "changes": contents.entries,
                "changed": contents.changed.isoformat() if contents.changed else None,
                "error": str(contents.refusal) if contents.refusal else None,
            }
            for backup, contents in listed
        ]
        _print_json({"project": args.project, "backups": found})
    elif not listed:
        _print(tr("{path}: there are no backups", path=args.project))
    else:
        rows = [(tr("made"), tr("reason"), tr("calls"), tr("turns"), tr("changes"), tr("last change"), tr("name"))]
        for backup, contents in listed:
            held = (str(contents.calls), str(contents.turns), str(contents.entries), _moment(contents.changed))
            known = (tr("cannot be read"), "–", "–", "–") if contents.refusal else held
            rows.append((_moment(backup.at), str(_REASONS.get(backup.reason, backup.reason)), *known, backup.path.name))
        _print_table(rows, 6)
    return 0 if listed else FOUND


def _known_backups(path: Path) -> tuple[Backup, ...]:
    """Return the backups of a project, also of one that cannot be opened."""
    from annotator.project import Project
    from annotator.storage import backups

    try:
        with Project.open(path, read_only=True) as project:
            project_id = project.id
    except AnnotatorError:
        return backups.listed(path)
    return backups.listed(project_id) or backups.listed(path)


def _moment(at: datetime | None) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M") if at else "–"


def _restore(args: argparse.Namespace) -> int:
    from annotator.storage import backups

    target = Path(args.project)
    known = _known_backups(target)
    if args.backup is not None:
        chosen = next((backup for backup in known if backup.path.name == args.backup), None)
    else:
        chosen = next((backup for backup in known if not backup.read().refusal), None)
    if chosen is None:
        raise UsageError(msg("There is no such backup of {path}. See annotator backups.", path=args.project))
    aside = backups.restore(chosen.path, target)
    _print(tr("{path}: the backup of {date} was put back", path=args.project, date=_moment(chosen.at)))
    if aside is not None:
        _print(tr("What stood there is {path} now", path=str(aside)))
    return 0


def _salvage(args: argparse.Namespace) -> int:
    from annotator.storage.salvage import salvage

    report = salvage(Path(args.project), Path(args.output))
    if args.json:
        _print_json({"project": args.project, "output": args.output, "whole": report.whole, **dataclasses.asdict(report)})
    else:
        _print_report(report)
    return 0 if report.whole else FOUND


def _print_report(report: Report) -> None:
    rows = [(tr("id"), tr("turns"), tr("as imported"), tr("intact"), tr("name"))]
    for call in report.calls:
        intact = tr("yes") if call.intact else tr("not known")
        rows.append((str(call.id), str(call.turns), str(call.restored), intact, call.name))
    _print_table(rows, 4)
    lost = {name: count for name, count in report.tables.items() if count.lost or count.pages}
    for name, count in lost.items():
        about = dataclasses.asdict(count)
        _print(tr("{table}: {read} rows read, {lost} lost, {pages} pages damaged", table=name, **about))
    for transcript_id in report.missing:
        _print(tr("Nothing is left of call {id}", id=transcript_id))
    _print(tr("The history of changes was kept") if report.history else tr("The history of changes is lost"))


def _verify(args: argparse.Namespace) -> int:
    from annotator.core.errors import Damaged, Hostile

    damages: list[dict[str, Any]] = []
    try:
        with _to_read(Path(args.project)) as project:
            names = {header.id: header.name for header in project.transcripts()}
            for damage in project.verify():
                damages.append({"transcript": damage.transcript_id, "part": damage.part})
                if not args.json:
                    name = names.get(damage.transcript_id or 0, "")
                    _print(str(_PARTS[damage.part]) if not name else tr("{name}: {part}", name=name, part=_PARTS[damage.part]))
    except (Damaged, Hostile) as error:
        if args.json:
            _print_json({"project": args.project, "damages": damages, "error": str(error)})
        else:
            _complain(error)
        return FOUND
    if args.json:
        _print_json({"project": args.project, "damages": damages, "error": None})
    elif not damages:
        _print(tr("{path}: all is as it was written", path=args.project))
    return FOUND if damages else 0


def _copy(args: argparse.Namespace) -> int:
    _refuse_same(Path(args.project), Path(args.output))
    with _to_read(Path(args.project)) as project:
        project.save_copy(Path(args.output), history=not args.without_history)
    return 0


_REASONS = {"daily": msg("daily"), "migration": msg("new version"), "restore": msg("before restoring")}
_PARTS = {
    "source": msg("the imported file is damaged"),
    "call": msg("turns, speakers or decisions are damaged"),
    "shared": msg("topics, words or history are damaged"),
}
