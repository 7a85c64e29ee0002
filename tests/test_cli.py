"""The command line through its real entry point: check, clean, import, export, list, learn."""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from written_calls import corrections, written

from annotator import __main__ as entry
from annotator import cli, paths
from annotator.core import i18n
from annotator.detectors import KINDS, QUIET
from annotator.detectors.base import Progress
from annotator.detectors.learning import Measure, Outcome

RUN = "i would like to know when the red sofa is going to be delivered to my house"
CALL = f"""Support (SPK00): hello this is the furniture shop how can i help you today
Client (SPK01): good morning yes {RUN}
Support (SPK00): {RUN} let me look that up for you one moment please
Client (SPK01): thank you very much i will wait
"""
PLAIN = """Support (SPK00): hello this is the furniture shop how can i help you today
Client (SPK01): good morning my sofa has arrived and i only wanted to say thank you
"""


@pytest.fixture(autouse=True)
def surroundings(tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    yield
    i18n.use(i18n.Catalogue())


@pytest.fixture
def annotator(capsys):
    """Runs the program; returns status, what it printed, and what it said on stderr."""

    def run(*arguments):
        status = entry.main([str(a) for a in arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def put(name: str, content: str | bytes) -> Path:
    path = Path(name)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def words_of(number: int) -> str:
    """Return the text of a turn of CALL."""
    return CALL.splitlines()[number - 1].partition(": ")[2]


def start(*arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-m", "annotator", *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options
    )


# ---------------------------------------------------------------------- check


def test_check_describes_the_file_and_the_exact_words(annotator):
    put("call.txt", CALL)
    status, out, err = annotator("check", "--json", "--detector", "duplicates", "call.txt")
    assert (status, err, out.count("\n")) == (1, "", 1)
    row = json.loads(out)
    findings = row.pop("findings")
    assert row == {
        "file": "call.txt",
        "format": "text",
        "turns": 4,
        "words": sum(len(words_of(n).split()) for n in (1, 2, 3, 4)),
        "speakers": ["SPK00", "SPK01"],
        "start_ms": None,
        "end_ms": None,
    }
    (finding,) = findings
    assert finding["detector"] == "duplicates"
    assert 0.5 < finding["confidence"] <= 1
    assert finding["turn"] == 2
    assert finding["evidence"]
    assert all(isinstance(fact, str) and fact for fact in finding["evidence"])
    assert words_of(2)[finding["start"] : finding["end"]] == RUN
    (gone,) = finding["removes"]
    assert words_of(gone["turn"])[gone["start"] : gone["end"]] == RUN
    assert (finding["relabels"], finding["edge"], finding["split"], finding["roles"]) == ([], None, None, None)


def test_places_are_code_points(annotator):
    put("call.txt", CALL.replace("good morning", "🙂 добрый день"))
    (finding,) = json.loads(annotator("check", "--json", "--detector", "duplicates", "call.txt")[1])["findings"]
    assert words_of(2).replace("good morning", "🙂 добрый день")[finding["start"] : finding["end"]] == RUN


def test_times_are_those_of_the_first_and_last_turn(annotator):
    put("call.txt", "[00:00:01 - 00:00:03] Anna: good morning\n[00:00:04 - 00:01:00] Boris: good morning to you\n" * 2)
    row = json.loads(annotator("check", "--json", "call.txt")[1])
    assert (row["start_ms"], row["end_ms"], row["speakers"]) == (1000, 60_000, ["Anna", "Boris"])


def test_swapped_roles_are_proposed_as_a_mapping(annotator):
    from annotator.core.commands.transcripts import as_transcript
    from annotator.core.finding import Finding, Fix, Span
    from annotator.core.i18n import msg
    from annotator.formats import read

    transcript = as_transcript(read(CALL.encode(), "call.txt")[0])
    fix = Fix(msg("Swap the roles"), swap_roles=("SPK00", "SPK01"))
    finding = Finding("k", "speakers", "roles_swapped", 0.9, (Span.of(transcript, 1, 0, 5),), (msg("Because"),), fix)
    assert cli._finding_as_json(transcript, finding)["roles"] == {"SPK00": "Client", "SPK01": "Support"}


def test_further_places_are_told_where_there_are_some():
    from annotator.core.commands.transcripts import as_transcript
    from annotator.core.finding import Finding, Fix, Relabel, Span
    from annotator.core.i18n import msg
    from annotator.formats import read

    transcript = as_transcript(read(CALL.encode(), "call.txt")[0])
    fixes = [Fix(msg("Give"), relabels=(Relabel(Span.of(transcript, 2, 0, end), "SPK00"),)) for end in (2, 3, 4)]
    finding = Finding("k", "speakers", "cut", 0.9, (Span.of(transcript, 2, 0, 2),), (msg("Why"),), fixes[0])
    assert "places" not in cli._finding_as_json(transcript, finding)
    told = cli._finding_as_json(transcript, dataclasses.replace(finding, places=tuple(fixes[1:])))
    assert told["relabels"] == [{"turn": 2, "start": 0, "end": 2, "speaker": "SPK00"}]
    assert told["places"] == [[{"turn": 2, "start": 0, "end": end, "speaker": "SPK00"}] for end in (3, 4)]


def test_status_tells_whether_something_was_found(annotator):
    put("plain.txt", PLAIN)
    put("call.txt", CALL)
    assert annotator("check", "plain.txt")[0] == 0
    assert annotator("check", "plain.txt", "call.txt")[0] == 1


def test_a_file_that_cannot_be_read_has_its_place_and_the_rest_is_checked(annotator):
    put("call.txt", CALL)
    put("empty.txt", "")
    put("plain.txt", PLAIN)
    status, out, err = annotator("check", "--json", "call.txt", "empty.txt", "missing.txt", "plain.txt")
    rows = [json.loads(line) for line in out.splitlines()]
    assert status == 2
    assert [row["file"] for row in rows] == ["call.txt", "empty.txt", "missing.txt", "plain.txt"]
    assert ["error" in row for row in rows] == [False, True, True, False]
    assert [set(row) for row in rows[1:3]] == [{"file", "error"}] * 2
    assert err == f"annotator: {rows[1]['error']}\nannotator: {rows[2]['error']}\n"


def test_confidence_and_detector_choose_the_findings(annotator):
    put("call.txt", CALL)

    def kinds(*options):
        return [f["detector"] for f in json.loads(annotator("check", "--json", *options, "call.txt")[1])["findings"]]

    assert set(kinds("--detector", "duplicates")) == {"duplicates"}
    assert "duplicates" not in kinds("--detector", "speakers", "--min-confidence", "0")
    assert kinds("--min-confidence", "1") == []
    every = kinds("--min-confidence", "0")
    assert {"duplicates", "speakers"} <= set(every)
    assert len(every) > len(kinds())


def test_the_report_for_people_shows_words_and_reasons(annotator):
    put("call.txt", CALL)
    _, out, _ = annotator("check", "--detector", "duplicates", "call.txt")
    lines = out.splitlines()
    assert lines[0] == "call.txt"
    assert "4 turns" in lines[1]
    assert "2 speakers (SPK00 Support, SPK01 Client)" in lines[1]
    assert "1 finding" in lines[1]
    assert any(f"3 - “{RUN}”" in line for line in lines) != any(f"2 - “{RUN}”" in line for line in lines)
    assert sum(line.strip().startswith("* ") for line in lines) >= 2


def test_the_report_for_people_cannot_command_a_terminal(annotator):
    put("call\x1b[2J.txt", CALL.replace(RUN, f"{RUN} \x9b31m"))
    for _, out, err in (annotator("check", "call\x1b[2J.txt"), annotator("check", "missing\x1b[2J.txt")):
        assert not {"\x1b", "\x9b"} & set(out + err)
    assert json.loads(annotator("check", "--json", "call\x1b[2J.txt")[1])["file"] == "call\x1b[2J.txt"


def test_remarks_of_the_import_are_shown(annotator):
    put("call.txt", "recorded on monday\n" + PLAIN)
    assert "! line 1:" in annotator("check", "call.txt")[1]


def test_the_report_is_in_the_language_asked_for(annotator, tmp_path, monkeypatch):
    folder = tmp_path / "resources" / "i18n"
    folder.mkdir(parents=True)
    message = (
        '<message numerus="yes"><source>{n} turns</source><translation><numerusform>{n} реплика</numerusform>'
        "<numerusform>{n} реплики</numerusform><numerusform>{n} реплик</numerusform></translation></message>"
    )
    (folder / "annotator_ru.ts").write_text(f"<TS><context>{message}</context></TS>", encoding="utf-8")
    (folder / "annotator_en.ts").write_text("<TS/>", encoding="utf-8")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path / "resources")
    put("call.txt", CALL)
    assert "4 реплики" in annotator("--language", "ru", "check", "call.txt")[1]
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    assert "4 реплики" in annotator("check", "call.txt")[1]
    assert "4 turns" in annotator("check", "call.txt", "--language", "en")[1]


def test_progress_is_shown_on_a_terminal_and_gone_before_the_report(annotator, monkeypatch):
    put("call.txt", CALL)
    clock = iter(range(0, 100_000, 3))
    monkeypatch.setattr(cli.time, "monotonic", lambda: next(clock))
    assert annotator("check", "call.txt")[2] == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    _, _, err = annotator("check", "call.txt")
    assert "1 of 1: call.txt" in err
    assert err.rpartition("call.txt")[2].strip("0123456789% ").strip("\r").strip() == ""


# ---------------------------------------------------------------------- bad input

BAD_INPUT = {
    "empty": b"",
    "white space": b" \n\t\r\n",
    "binary": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "archive": b"PK\x03\x04" + bytes(range(256)) * 4,
    "nul bytes": PLAIN.encode().replace(b"help", b"he\x00lp"),
    "invalid utf-8": ("Саппорт (SPK00): добрый день чем могу помочь\n" * 9).encode() + b"\xd0\xff\xfe: \xd0\xb4\n",
    "surrogates in utf-8": PLAIN.encode() + b"Client (SPK01): \xed\xa0\x80\n",
    "surrogates in utf-16": b"\xff\xfe" + PLAIN.encode("utf-16-le") + b"\x00\xd8A\x00",
    "line of 10 MB": b"Client (SPK01): " + b"word " * 2_000_000,
    "no turn": b"minutes of the meeting\nnobody said anything worth keeping\n",
}


@pytest.mark.parametrize("case", BAD_INPUT)
def test_bad_input_is_named_explained_and_left_alone(annotator, case):
    path = put("bad input.txt", BAD_INPUT[case])
    status, out, err = annotator("check", "--json", path)
    row = json.loads(out)
    assert status == 2
    assert row["file"] == "bad input.txt"
    assert "bad input.txt" in row["error"]
    assert row["error"].count(". ") >= 1, "what happened, and what to do"
    assert err == f"annotator: {row['error']}\n"
    assert annotator("clean", path, "-o", "out.txt") == (2, "", err)
    assert annotator("import", "p.annotator", path) == (2, "", err)
    assert path.read_bytes() == BAD_INPUT[case]
    assert [p.name for p in Path().iterdir()] == ["bad input.txt"]


def test_a_folder_and_a_missing_file_are_no_transcripts(annotator):
    Path("calls").mkdir()
    status, out, err = annotator("check", "calls", "missing.txt")
    assert (status, out) == (2, "")
    assert [("calls" in line, "missing.txt" in line) for line in err.splitlines()] == [(True, False), (False, True)]


def test_an_encoding_nobody_knows(annotator):
    put("call.txt", CALL)
    status, _, err = annotator("check", "--encoding", "klingon", "call.txt")
    assert status == 2
    assert "klingon" in err


@pytest.mark.parametrize("count", [1, 10])
def test_any_number_of_speakers_is_read(annotator, count):
    put("call.txt", "".join(f"SPK{n % count:02}: {RUN.split()[n % 9]} {n} {RUN.split()[-n % 7]}\n" for n in range(30)))
    status, out, _ = annotator("check", "--json", "call.txt")
    assert status in (0, 1)
    assert len(json.loads(out)["speakers"]) == count


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "--min-confidence", "1.5", "call.txt"),
        ("check", "--min-confidence", "nan", "call.txt"),
        ("clean", "call.txt"),
        ("export", "p.annotator", "-o", "x", "--transcript", "first"),
        ("check", "--detect", "duplicates", "call.txt"),
    ],
)
def test_arguments_that_make_no_sense(annotator, capsys, arguments):
    put("call.txt", CALL)
    with pytest.raises(SystemExit) as end:
        annotator(*arguments)
    assert end.value.code == 2
    assert "annotator" in capsys.readouterr().err


def test_a_detector_or_format_nobody_knows_is_answered_with_those_there_are(annotator):
    put("call.txt", CALL)
    annotator("import", "p.annotator", "call.txt")
    status, _, err = annotator("check", "--detector", "tones", "call.txt")
    assert (status, "duplicates, speakers" in err) == (2, True)
    status, _, err = annotator("export", "p.annotator", "-o", "out", "--format", "pdf")
    assert (status, "text, csv" in err) == (2, True)
    assert not Path("out").exists()


@pytest.mark.parametrize("option", ["--kind", "--without"])
def test_a_kind_nobody_knows_is_answered_with_those_there_are(annotator, option):
    put("call.txt", CALL)
    for arguments in (("check", "call.txt"), ("clean", "call.txt", "-o", "out.txt")):
        status, out, err = annotator(*arguments, option, "stutter")
        assert (status, out, "stutter" in err, "disfluency, email, extra_speaker, growth" in err) == (2, "", True, True)
    assert not Path("out.txt").exists()


def test_kinds_and_allowed_phrases_are_passed_on(annotator, monkeypatch):
    put("call.txt", CALL)
    asked = []

    def analyse(transcript, names, min_confidence, kinds, learned):
        asked.append((list(names), set(kinds), [a.text for a in transcript.allowed]))
        return iter(())

    monkeypatch.setattr("annotator.detectors.analyse", analyse)
    loud = KINDS - QUIET
    for options, *wanted in (
        ((), [], loud, []),
        (("--kind", "loop", "--kind", "disfluency"), [], {"loop", "disfluency"}, []),
        (("--without", "loop", "--without", "cut"), [], loud - {"loop", "cut"}, []),
        (("--kind", "loop", "--kind", "cut", "--without", "cut"), [], {"loop"}, []),
        (("--allow", "Thank you", "--allow", "one moment", "--allow", "thank you!"), [], loud, ["thank you", "one moment"]),
    ):
        assert annotator("check", "call.txt", *options)[0] == 0
        assert asked.pop() == tuple(wanted)
    for options, *wanted in (
        ((), (["duplicates"], loud, [])),
        (("--kind", "cut"), (["speakers"], {"cut"}, [])),
        (("--detector", "duplicates", "--kind", "cut"), (["duplicates"], {"cut"}, [])),
        (
            ("--kind", "cut", "--kind", "loop", "--allow", "a b"),
            *(([d], {"cut", "loop"}, ["a b"]) for d in ("duplicates", "speakers")),
        ),
    ):
        assert annotator("clean", "call.txt", "-o", "out.txt", *options)[0] == 0
        assert asked == wanted
        asked.clear()


@pytest.mark.parametrize("phrase", ["", "?", "word " * 21])
def test_a_phrase_that_cannot_be_allowed(annotator, phrase):
    put("call.txt", CALL)
    status, out, err = annotator("check", "call.txt", "--allow", phrase)
    assert (status, out, "phrase" in err) == (2, "", True)


def test_role_words_are_passed_on(annotator, monkeypatch):
    put("call.txt", CALL)
    asked = []

    def analyse(transcript, *_, **__):
        asked.append([(w.text, w.side, w.use, w.weight) for w in transcript.role_words])
        return iter(())

    monkeypatch.setattr("annotator.detectors.analyse", analyse)
    options = ("--role-word", "Мастер=agent", "--role-word", "can I help=agent:sign:3", "--role-word", "guest=none")
    wanted = [("мастер", "agent", "name", 2), ("can i help", "agent", "sign", 3), ("guest", "", "name", 2)]
    assert annotator("check", "call.txt", *options)[0] == 0
    assert annotator("clean", "call.txt", "-o", "out.txt", *options)[0] == 0
    assert annotator("check", "call.txt")[0] == 0
    assert asked == [wanted, wanted, []]


@pytest.mark.parametrize("text", ["operator", "operator=seller", "=agent", "operator=agent:sign:9"])
def test_role_words_that_tell_no_side_are_answered_with_examples(annotator, text):
    put("call.txt", CALL)
    for arguments in (("check", "call.txt"), ("clean", "call.txt", "-o", "out.txt")):
        status, out, err = annotator(*arguments, "--role-word", text)
        assert (status, out, f"“{text}”" in err, "operator=agent, can I help=agent:sign:3" in err) == (2, "", True, True)
    assert not Path("out.txt").exists()


# ---------------------------------------------------------------------- clean


def test_clean_removes_what_is_sure_and_says_so(annotator):
    put("call.txt", CALL)
    status, out, err = annotator("clean", "call.txt", "-o", "out.txt")
    assert (status, out) == (0, "")
    cleaned = Path("out.txt").read_text(encoding="utf-8")
    assert cleaned.count(RUN) == 1
    assert len(cleaned.split()) == len(CALL.split()) - len(RUN.split())
    assert RUN in err
    assert f"1 fixes applied, {len(RUN.split())} words removed, 0 turns hidden" in err.replace("1 fix applied", "1 fixes applied")
    assert Path("call.txt").read_text(encoding="utf-8") == CALL


def test_clean_without_anything_sure_copies(annotator):
    put("call.txt", CALL.encode("utf-16"))
    assert annotator("clean", "call.txt", "-o", "out.txt", "--min-confidence", "1")[0] == 0
    assert Path("out.txt").read_bytes() == CALL.encode("utf-16")


def test_clean_relabels_only_when_asked(annotator):
    cut = PLAIN.replace("to say thank you", "to say thank") + "Support (SPK00): you you are welcome is there anything else\n"
    put("call.txt", cut)
    annotator("clean", "call.txt", "-o", "out.txt", "--min-confidence", "0")
    labels = [line.partition(":")[0] for line in Path("out.txt").read_text(encoding="utf-8").splitlines()]
    assert labels == [line.partition(":")[0] for line in cut.splitlines()]
    annotator("clean", "call.txt", "-o", "moved.txt", "--detector", "speakers", "--min-confidence", "0")
    moved = Path("moved.txt").read_text(encoding="utf-8")
    assert moved != cut
    assert sorted(w for line in moved.splitlines() for w in line.partition(": ")[2].split()) == sorted(
        w for line in cut.splitlines() for w in line.partition(": ")[2].split()
    )


def test_clean_writes_the_format_of_the_suffix(annotator):
    put("call.txt", CALL)
    annotator("clean", "call.txt", "-o", "out.jsonl")
    rows = [json.loads(line) for line in Path("out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["speaker"] for row in rows] == ["SPK00", "SPK01", "SPK00", "SPK01"]


def test_clean_never_writes_over_its_input(annotator):
    put("call.txt", CALL)
    Path("link.txt").symlink_to("call.txt")
    for target in ("call.txt", "./call.txt", "link.txt"):
        status, _, err = annotator("clean", "call.txt", "-o", target)
        assert (status, "overwritten" in err) == (2, True)
    assert Path("call.txt").read_text(encoding="utf-8") == CALL


@pytest.mark.parametrize("target", ["missing/out.txt", "folder"])
def test_a_target_that_cannot_be_written(annotator, target):
    put("call.txt", CALL)
    Path("folder").mkdir()
    annotator("import", "p.annotator", "call.txt")
    there = sorted(Path().rglob("*"))
    for command in (("clean", "call.txt", "-o", target), ("export", "p.annotator", "-o", "missing/out.txt")):
        status, out, err = annotator(*command)
        assert (status, out) == (2, "")
        assert Path(command[-1]).name in err
        assert "Traceback" not in err
    assert sorted(Path().rglob("*")) == there


# ---------------------------------------------------------------------- projects


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_an_unchanged_transcript_comes_back_byte_for_byte(annotator, encoding, line_end):
    text = "Саппорт (SPK00): добрый день чем могу помочь\n\nКлиент  (SPK01):здравствуйте не работает телефон\nкоторый мне прислали"
    source = put("call.txt", text.replace("\n", line_end).encode(encoding))
    assert annotator("import", "p.annotator", "call.txt")[0] == 0
    status, out, err = annotator("export", "p.annotator", "-o", "out.txt")
    assert (status, out, err) == (0, "out.txt: transcript 1\n", "")
    assert Path("out.txt").read_bytes() == source.read_bytes()


def test_import_goes_on_after_a_bad_file(annotator):
    put("call.txt", CALL)
    put("bad.txt", b"\x00\x01")
    put("plain.txt", PLAIN)
    status, out, err = annotator("import", "p.annotator", "call.txt", "bad.txt", "plain.txt")
    assert status == 2
    assert out.splitlines()[0].startswith("call.txt: transcript 1, 4 turns, 2 speakers")
    assert out.splitlines()[1].startswith("plain.txt: transcript 2, 2 turns")
    assert err.count("\n") == 1
    assert "bad.txt" in err


def test_a_file_that_is_in_the_project_already_is_not_added_again(annotator):
    put("call.txt", CALL)
    annotator("import", "p.annotator", "call.txt")
    status, out, _ = annotator("import", "p.annotator", "call.txt")
    assert (status, "already" in out) == (0, True)
    assert len(annotator("list", "p.annotator")[1].splitlines()) == 2


def test_list_tells_how_far_the_work_is(annotator):
    from annotator.core.commands import review, turns
    from annotator.project import Project

    put("call.txt", CALL)
    put("plain.txt", PLAIN)
    annotator("import", "p.annotator", "call.txt", "plain.txt")
    with Project.open("p.annotator") as project:
        project.apply(turns.mark_reviewed(project.transcript(1), [1, 2]))
        project.apply(turns.hide(project.transcript(1), [4]))
        project.apply(review.set_done(project.transcript(2), True))
    status, out, _ = annotator("list", "p.annotator")
    assert status == 0
    assert [line.split() for line in out.splitlines()[1:]] == [
        ["1", "3", "2", "0", "no", "call.txt"],
        ["2", "2", "0", "0", "yes", "plain.txt"],
    ]


def test_several_transcripts_are_exported_into_a_folder(annotator):
    Path("a").mkdir()
    Path("b").mkdir()
    put("a/call.txt", CALL)
    put("b/call.txt", PLAIN)
    annotator("import", "p.annotator", "a/call.txt", "b/call.txt")
    status, _, err = annotator("export", "p.annotator", "-o", "out.txt")
    assert (status, "--transcript" in err) == (2, True)
    Path("out").mkdir()
    assert annotator("export", "p.annotator", "-o", "out", "--format", "csv")[0] == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["call (2).csv", "call.csv"]
    assert annotator("export", "p.annotator", "-o", "one.txt", "--transcript", "2")[0] == 0
    assert Path("one.txt").read_text(encoding="utf-8") == PLAIN


def test_export_leaves_out_what_is_not_wanted(annotator):
    put("call.txt", CALL)
    annotator("import", "p.annotator", "call.txt")
    annotator("export", "p.annotator", "-o", "out.txt", "--no-speakers")
    assert Path("out.txt").read_text(encoding="utf-8").splitlines() == [words_of(n) for n in (1, 2, 3, 4)]
    annotator("export", "p.annotator", "-o", "ids.txt", "--no-roles")
    assert Path("ids.txt").read_text(encoding="utf-8").startswith("SPK00: hello")
    annotator("export", "p.annotator", "-o", "none.jsonl", "--only-reviewed")
    assert Path("none.jsonl").read_bytes() == b""
    annotator("export", "p.annotator", "-o", "wide.txt", "--encoding", "utf-16-le")
    assert "hello" in Path("wide.txt").read_bytes().decode("utf-16")
    status, _, err = annotator("export", "p.annotator", "-o", "out.csv", "--encoding", "cp1251", "--topics")
    assert (status, err) == (0, "--encoding has no effect on the format csv\n")


def test_export_never_writes_over_the_project_or_the_imported_file(annotator):
    put("call.txt", CALL)
    annotator("import", "p.annotator", "call.txt")
    project = Path("p.annotator").read_bytes()
    status, _, err = annotator("export", "p.annotator", "-o", "p.annotator", "--format", "text")
    assert (status, "overwritten" in err) == (2, True)
    assert Path("p.annotator").read_bytes() == project
    status, _, err = annotator("export", "p.annotator", "-o", "call.txt", "--no-roles")
    assert (status, "--overwrite" in err) == (2, True)
    assert Path("call.txt").read_text(encoding="utf-8") == CALL
    assert annotator("export", "p.annotator", "-o", "call.txt", "--no-roles", "--overwrite")[0] == 0
    assert Path("call.txt").read_text(encoding="utf-8") != CALL


def test_a_transcript_that_is_not_there(annotator):
    put("call.txt", CALL)
    annotator("import", "p.annotator", "call.txt")
    status, _, err = annotator("export", "p.annotator", "-o", "out.txt", "--transcript", "7")
    assert (status, "7" in err, Path("out.txt").exists()) == (2, True, False)


def newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_text(CALL, encoding="utf-8"),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: path.write_bytes(path.read_bytes()[:4096] + b"\xff" * (path.stat().st_size - 4096)),
        newer,
    ],
    ids=["empty", "a transcript", "cut short", "overwritten", "newer"],
)
def test_what_is_no_sound_project_is_refused_and_left_alone(annotator, spoil):
    put("call.txt", CALL)
    annotator("import", "p.annotator", "call.txt")
    spoil(Path("p.annotator"))
    before = Path("p.annotator").read_bytes()
    for command in (("list", "p.annotator"), ("export", "p.annotator", "-o", "out.txt"), ("import", "p.annotator", "call.txt")):
        status, out, err = annotator(*command)
        assert (status, out, err.count("\n")) == (2, "", 1)
        assert "p.annotator" in err
    assert Path("p.annotator").read_bytes() == before
    assert sorted(path.name for path in Path().iterdir()) == ["call.txt", "p.annotator"]


def test_a_project_that_is_not_there(annotator):
    status, _, err = annotator("list", "missing.annotator")
    assert (status, "missing.annotator" in err) == (2, True)
    assert not Path("missing.annotator").exists()


# ---------------------------------------------------------------------- learn


BETTER = Outcome(
    b"weights", 2, 1234, {"edge": Measure(200, 56, 0.5012, 0.4431, 0.7123, 0.7456), "turn": Measure(9, 0, 0.7, 0.7, 0, 0)}
)


@pytest.fixture
def project(annotator):
    """A project of two calls, of which the second is finished."""
    from annotator.core.commands import review
    from annotator.project import Project

    put("call.txt", CALL)
    put("plain.txt", PLAIN)
    annotator("import", "p.annotator", "call.txt", "plain.txt")
    with Project.open("p.annotator") as made:
        made.apply(review.set_done(made.transcript(2), True))
    return Path("p.annotator")


@pytest.fixture
def outcomes(monkeypatch):
    """What comes of learning, one after the other; the ids of the calls to learn from take the place of what did."""
    coming: list = []

    def learn(calls):
        yield Progress(0, 1)
        outcome = coming.pop(0)
        coming.append([call.id for call in calls])
        yield outcome

    monkeypatch.setattr("annotator.detectors.learn", learn)
    return coming


def kept(project: Path) -> bytes | None:
    from annotator.project import Project

    with Project.open(project) as opened:
        learned = opened.learned("speakers")
        return learned and learned.data


def test_learn_takes_finished_calls_tells_what_was_measured_and_keeps_what_does_better(annotator, project, outcomes):
    outcomes.append(BETTER)
    status, out, err = annotator("learn", project)
    assert (status, err, outcomes, kept(project)) == (0, "", [[2]], b"weights")
    title, heads, edge, turn, verdict = out.splitlines()
    assert title == "p.annotator: 1 finished call, 1234 words"
    assert heads.split() == ["places", "faults", "log", "loss", "precision"]
    assert edge.split() == ["Cut", "sentence", "200", "28", "%", "0.501", "->", "0.443", "0.712", "->", "0.746"]
    assert turn.split() == ["Wrong", "speaker", "9", "0", "%", "0.700", "->", "0.700", "–"]
    assert verdict == str(BETTER.verdict)


@pytest.mark.parametrize("outcome", [BETTER._replace(data=None), Outcome(None, 1, 20, {})])
def test_what_does_no_better_is_told_and_changes_nothing(annotator, project, outcomes, outcome):
    outcomes[:] = [BETTER, outcome]
    annotator("learn", project)
    outcomes.pop()
    status, out, _ = annotator("learn", project)
    assert (status, kept(project)) == (1, b"weights")
    assert out.endswith(f"{outcome.verdict}\n")
    assert ("Cut sentence" in out) == bool(outcome.measures)


def test_what_was_learned_is_shown_exported_and_forgotten(annotator, project, outcomes):
    assert annotator("learn", project, "--show")[:2] == (1, "p.annotator: nothing has been learned yet.\n")
    assert annotator("learn", project, "--export", "out")[0] == 2
    assert not Path("out").exists()
    outcomes.append(BETTER)
    learned = annotator("learn", project)[1].splitlines()
    status, out, _ = annotator("learn", project, "--show")
    assert status == 0
    assert "from 2 calls, 1234 words" in out
    assert out.splitlines()[1:] == learned[1:-1]
    assert annotator("learn", project, "--export", "out")[:2] == (0, "")
    assert Path("out").read_bytes() == b"weights"
    before = project.read_bytes()
    assert annotator("learn", project, "--export", project)[0] == 2
    assert project.read_bytes() == before
    assert annotator("learn", project, "--reset")[:2] == (0, "p.annotator: nothing is learned any more\n")
    assert kept(project) is None
    assert annotator("learn", project, "--show")[0] == 1


def test_what_was_measured_is_told_as_json(annotator, project, outcomes):
    assert json.loads(annotator("learn", project, "--show", "--json")[1]) == {"project": "p.annotator", "learned": None}
    outcomes.append(BETTER)
    learned = json.loads(annotator("learn", project, "--json")[1])
    assert learned["measures"]["edge"] == BETTER.measures["edge"]._asdict()
    told = {"project": "p.annotator", "calls": 2, "words": 1234, "measures": learned["measures"]}
    assert learned == told | {"adopted": True, "verdict": str(BETTER.verdict)}
    shown = json.loads(annotator("learn", project, "--show", "--json")[1])
    assert shown == told | {"learned": shown["learned"]}
    assert shown["learned"].startswith("20")


def test_a_report_of_another_version_is_passed_over(annotator, project):
    from annotator.project import Project

    with Project.open(project) as opened:
        opened.learn("speakers", b"weights", "?")
    assert annotator("learn", project, "--show")[0] == 0


def test_what_the_reviewer_corrected_is_found_better_in_other_calls(annotator):
    from annotator.project import Project

    for seed in (*range(8), 99):
        put(f"{seed}.txt", written(seed)[0])
    annotator("import", "p.annotator", *(f"{seed}.txt" for seed in range(8)))
    with Project.open("p.annotator") as project:
        for seed in range(8):
            for change in corrections(project.transcript(seed + 1), seed):
                project.apply(change)
    status, out, _ = annotator("learn", "p.annotator", "--json")
    assert (status, json.loads(out)["adopted"], json.loads(out)["calls"]) == (0, True, 8)
    assert annotator("learn", "p.annotator", "--export", "mine.learned")[0] == 0

    def cuts(*options) -> int:
        """Return how many of the cuts of another call are found."""
        found = json.loads(annotator("check", "99.txt", "--json", "--detector", "speakers", *options)[1])["findings"]
        places = {(part["turn"], part["end"]) for finding in found for part in finding["relabels"] if not part["start"]}
        return len(places.intersection(written(99)[1]))

    assert cuts("--learned", "mine.learned") > cuts()
    put("broken", Path("mine.learned").read_bytes()[:1000])
    assert annotator("check", "99.txt", "--learned", "broken")[0] == 2


def test_what_was_learned_is_used_where_it_is_given(annotator, monkeypatch):
    put("call.txt", CALL)
    put("mine.learned", b"weights")
    put("other", b"?")
    asked = []

    def analyse(*_, learned):
        asked.append(learned)
        return iter(())

    monkeypatch.setattr("annotator.detectors.analyse", analyse)
    monkeypatch.setattr("annotator.detectors.usable", lambda learned: {n: data for n, data in learned.items() if data != b"?"})
    for arguments in (("check", "call.txt"), ("clean", "call.txt", "-o", "out.txt")):
        assert annotator(*arguments, "--learned", "mine.learned")[0] == 0
        assert annotator(*arguments)[0] == 0
        assert asked == [{"speakers": b"weights"}, {}]
        asked.clear()
        for wrong in ("other", "missing", "."):
            status, out, err = annotator(*arguments, "--learned", wrong)
            assert (status, out, wrong in err, asked) == (2, "", True, [])


# ---------------------------------------------------------------------- as a process


def test_output_is_utf8_whatever_the_locale():
    put("call.txt", "Саппорт (SPK00): добрый день чем могу помочь\nКлиент (SPK01): здравствуйте не работает телефон\n")
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    process = start("check", "call.txt", env=os.environ | ascii_only)
    out, err = process.communicate()
    assert (err, process.returncode in (0, 1)) == (b"", True)
    assert "SPK00 Саппорт" in out.decode("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="only there file names are any bytes")
def test_a_file_name_that_is_no_text_is_given_back_as_json():
    odd = os.fsdecode(b"call\xff.txt")
    put(odd, PLAIN)
    process = start("check", "--json", odd)
    out, err = process.communicate()
    assert err == b""
    assert json.loads(out.decode("utf-8"))["file"] == odd


def test_bad_input_leaves_no_traceback():
    for number, content in enumerate(BAD_INPUT.values()):
        put(f"{number}.txt", content)
    process = start("check", *sorted(path.name for path in Path().iterdir()), "missing.txt")
    out, err = process.communicate()
    assert (process.returncode, out) == (2, b"")
    assert len(err.splitlines()) == len(BAD_INPUT) + 1
    assert b"Traceback" not in err


def test_a_reader_that_has_had_enough_is_no_error():
    put("call.txt", CALL)
    process = start("check", "--json", *["call.txt"] * 400)
    process.stdout.readline()
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), err) == (cli.OUTPUT_CLOSED, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="no signals of this kind there")
def test_ctrl_c_ends_quietly():
    put("call.txt", CALL)
    process = start("check", "--json", *["call.txt"] * 4000)
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert (process.returncode, err) == (130, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_an_error():
    put("call.txt", CALL)
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "annotator", "check", "call.txt"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"annotator: The output cannot be written")
    assert done.stderr.count(b"\n") == 1


def test_results_come_one_by_one():
    put("call.txt", CALL)
    process = start("check", "--json", *["call.txt"] * 4000)
    assert json.loads(process.stdout.readline())["file"] == "call.txt"
    assert process.poll() is None, "the rest is still at work"
    process.kill()
    process.communicate()
