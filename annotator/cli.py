"""The command line: what the window does with transcripts and projects, without it."""

from __future__ import annotations

import argparse
import dataclasses
import errno
import itertools
import json
import os
import re
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
    from annotator.core.finding import Finding, Fix, Span
    from annotator.core.model import Imported, Transcript
    from annotator.detectors.learning import Outcome
    from annotator.formats.base import Format, ImportReport
    from annotator.project import Project
    from annotator.statistics import CallStatistics, Statistics
    from annotator.storage.backups import Backup
    from annotator.storage.salvage import Report

# Detectors, formats and the project file take longer to import than `--help` may take: they are imported where they are used.

KEEPING = ("backups", "restore", "salvage", "verify", "copy")
COMMANDS = ("check", "clean", "import", "export", "list", "learn", "stats", *KEEPING)
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
    _add_detection(check, tr("Show findings of at least this confidence, 0 to 1 (default: each detector's own threshold)"))

    clean = verb("clean", _clean, tr("Apply the fixes that are sure and write the repaired transcript"))
    clean.add_argument("file", metavar=tr("FILE"))
    clean.add_argument("-o", "--output", required=True, metavar=tr("OUT"), help=tr("File to write; its suffix chooses the format"))
    _add_detection(clean, tr("Apply fixes of at least this confidence, 0 to 1 (default: 0.9)"))
    _add_masking(clean)

    imports = verb("import", _import, tr("Add transcripts to a project, which is made if it is not there"))
    imports.add_argument("project", metavar=tr("PROJECT"))
    imports.add_argument("files", nargs="+", metavar=tr("FILE"))
    _add_encoding(imports)

    export = verb("export", _export, tr("Write the transcripts of a project as files"))
    export.add_argument("project", metavar=tr("PROJECT"))
    export.add_argument(
        "-o", "--output", required=True, metavar=tr("OUT"), help=tr("A file for one transcript, a folder for several")
    )
    export.add_argument("-F", "--format", metavar=tr("NAME"), help=tr("text, csv, jsonl, docx or pairs (default: by the suffix)"))
    export.add_argument("--transcript", type=int, metavar="ID", help=tr("Only this transcript (see list)"))
    export.add_argument("--overwrite", action="store_true", help=tr("Replace a file that is the transcript as it was imported"))
    export.add_argument("--encoding", metavar=tr("NAME"), help=tr("Encoding of text files (default: as imported)"))
    export.add_argument("--no-speakers", action="store_true", help=tr("Leave the speakers out"))
    export.add_argument("--no-roles", action="store_true", help=tr("Leave the roles of the speakers out"))
    export.add_argument("--topics", action="store_true", help=tr("Include the topics"))
    export.add_argument("--only-reviewed", action="store_true", help=tr("Only turns that are marked as reviewed"))
    _add_masking(export)

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
    progress = _Progress()
    status = 0
    for place, name in enumerate(args.files, 1):
        title = tr("{place} of {total}: {name}", place=place, total=len(args.files), name=name)
        progress.show(title)
        try:
            imported, report = read_file(Path(name), args.encoding)
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
    names = ", ".join(" ".join(filter(None, (s.id, s.role or s.name))) for s in imported.speakers)
    return tr("{n} speakers", n=len(imported.speakers)) + (f" ({names})" if names else "")


def _remarks(report: ImportReport) -> Iterator[str]:
    for remark in report.remarks[:REMARKS_SHOWN]:
        if remark.line is None:
            yield f"  ! {remark.message}"
        else:
            yield "  ! " + tr("line {line}: {remark}", line=remark.line, remark=remark.message)
    if len(report.remarks) > REMARKS_SHOWN:
        yield "  ! " + tr("and {n} more remarks", n=len(report.remarks) - REMARKS_SHOWN)


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
    from annotator.core.commands import transcripts
    from annotator.formats import read_file
    from annotator.project import Project

    path = Path(args.project)
    project = Project.open(path) if path.exists() else None
    status = 0
    try:
        for name in args.files:
            try:
                imported, report = read_file(Path(name), args.encoding)
            except AnnotatorError as error:
                _complain(error)
                status = UNREADABLE
                continue
            if project is None:
                project = Project.create(path)
            known = _already_there(project, imported)
            if known is not None:
                _print(tr("{name}: is there already as transcript {id}", name=name, id=known))
                continue
            transcript_id = project.new_transcript_id()
            project.apply(transcripts.add(imported, transcript_id))
            _print(
                tr("{name}: transcript {id}", name=name, id=transcript_id)
                + f", {tr('{n} turns', n=len(imported.turns))}, {_speakers(imported)}"
            )
            for line in _remarks(report):
                _print(line)
    finally:
        if project is not None:
            project.close()
    return status


def _already_there(project: Project, imported: Imported) -> int | None:
    """Return the id of the transcript that came from the same bytes under the same name."""
    for header in project.transcripts():
        source = project.transcript(header.id).source
        if source.name == imported.name and source.data == imported.data:
            return header.id
    return None


def _to_read(path: Path) -> Project:
    """Open a project to read it, which may be in use elsewhere; one of an older version is brought to the newest first."""
    from annotator.core.errors import ReadOnly
    from annotator.project import Project

    try:
        return Project.open(path, read_only=True)
    except ReadOnly:
        return Project.open(path)


def _export(args: argparse.Namespace) -> int:
    from annotator.formats import write, write_file
    from annotator.formats.base import ExportOptions
    from annotator.project import Project

    target = Path(args.output)
    _refuse_same(Path(args.project), target)
    file_format = _format(args.format, target)
    masking = _Masking(args)
    options = ExportOptions(
        speakers=not args.no_speakers,
        roles=not args.no_roles,
        topics=args.topics,
        only_reviewed=args.only_reviewed,
        encoding=args.encoding,
    )
    for field in dataclasses.fields(options):
        value = getattr(options, field.name)
        if value != field.default and field.name not in file_format.holds:
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
        taken: set[str] = set()
        for header in headers:
            transcript = project.transcript(header.id)
            shown = masking.masked(transcript, project.pseudonym)
            out = target / _file_name(shown.header.name, file_format, taken) if target.is_dir() else target
            _refuse_same(Path(args.project), out)
            data = write(shown, file_format.name, options)
            if not args.overwrite:
                _refuse_original(out, transcript.source.data, data)
            write_file(out, data)
            _print(tr("{name}: transcript {id}", name=out, id=header.id))
    masking.tell()
    return 0


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


def _file_name(name: str, file_format: Format, taken: set[str]) -> str:
    """Return a file name for a transcript called `name` that every system allows and that is not among `taken`; add it there."""
    from annotator.formats import FORMATS

    suffixes = (suffix for known in FORMATS for suffix in known.suffixes if name.lower().endswith(suffix))
    stem = name[: len(name) - max(map(len, suffixes), default=0)]
    stem = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "_", stem).strip(" .") or "_"
    suffix = file_format.suffixes[0]
    names = itertools.chain([stem], (f"{stem} ({n})" for n in itertools.count(2)))
    found = next(f"{free}{suffix}" for free in names if f"{free}{suffix}".casefold() not in taken)
    taken.add(found.casefold())
    return found


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
            {"project": args.project, "calls": [_statistics_as_json(call) for call in calls], "total": _statistics_as_json(total)}
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
    from annotator.statistics import Decided, duration, percent

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
