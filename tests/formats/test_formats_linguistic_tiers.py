"""TextGrid and EAF: what is read of them, what is written, and that both agree with each other and with the libraries of others."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.commands.transcripts import as_transcript
from annotator.core.errors import FormatError
from annotator.core.model import Imported, SourceTurn, Speaker, Transcript
from annotator.core.spoken import SpokenWord, pack, unpack
from annotator.formats import candidates
from annotator.formats.base import ExportOptions, File, ImportReport
from annotator.formats.timing import timed_turns

GOLDEN = Path(__file__).parent / "golden"
Row = tuple[str | None, str, int | None, int | None]


def read(data: str | bytes, name: str = "call.TextGrid") -> tuple[Imported, ImportReport]:
    return formats.read(data if isinstance(data, bytes) else data.encode(), name)


def rows(imported: Imported) -> list[Row]:
    return [(turn.speaker_id, turn.text, turn.start_ms, turn.end_ms) for turn in imported.turns]


def heard(imported: Imported, number: int = 1) -> list[tuple[str, int | None, int | None]]:
    turn = imported.turns[number - 1]
    return [(turn.text[word.start : word.end], word.start_ms, word.end_ms) for word in unpack(turn.timing)]


def remarks(report: ImportReport) -> list[str]:
    return [str(remark.message) for remark in report.remarks]


def call(*turns: Row, words: bool = False, names: dict[str, str] | None = None) -> Transcript:
    """Make a transcript of turns; with `words` those of each share its time evenly."""
    said = []
    for number, (speaker, text, start, end) in enumerate(turns, 1):
        timing = b""
        if words and start is not None and end is not None:
            parts, at, spoken = text.split(), 0, []
            for place, part in enumerate(parts):
                at = text.index(part, at)
                times = (start + (end - start) * n // len(parts) for n in (place, place + 1))
                spoken.append(SpokenWord(at, at + len(part), *times))
                at += len(part)
            timing = pack(spoken)
        said.append(SourceTurn(number, speaker, text, start, end, timing))
    ids = dict.fromkeys(speaker for speaker, *_ in turns if speaker)
    speakers = tuple(Speaker(0, id_, name=(names or {}).get(id_, "")) for id_ in ids)
    return as_transcript(Imported("call.txt", "text", "utf-8", b"", speakers, tuple(said)))


def textgrid(*tiers: str) -> str:
    """Write the long form around tiers."""
    items = "".join(f"    item [{n}]:\n{tier}" for n, tier in enumerate(tiers, 1))
    head = f'File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0 \nxmax = 9 \ntiers? <exists> \nsize = {len(tiers)} \n'
    return head + "item []: \n" + items


def tier(name: str, *intervals: tuple[float, float, str]) -> str:
    made = f'        class = "IntervalTier" \n        name = "{name}" \n        xmin = 0 \n        xmax = 9 \n'
    made += f"        intervals: size = {len(intervals)} \n"
    for n, (start, end, text) in enumerate(intervals, 1):
        made += f"        intervals [{n}]:\n            xmin = {start} \n            xmax = {end} \n"
        made += f'            text = "{text}" \n'
    return made


ANNA = tier("Анна", (0, 1.25, "да это я".replace('"', '""')), (1.25, 3, ""), (3, 4.5, "слушаю вас"))
BORIS = tier("Борис", (0, 1, ""), (1, 3, "кто говорит"), (3, 9, ""))
SHORT = """File type = "ooTextFile"
Object class = "TextGrid"

0
3
<exists>
2
"IntervalTier"
"A"
0
3
2
0
1.5
"so ""it"" is"
1.5
3
""
"TextTier"
"clicks"
0
3
1
0.5
"click"
"""


# ---------------------------------------------------------------------- TextGrid


def test_each_tier_is_a_speaker_and_turns_are_in_the_order_of_time() -> None:
    imported, report = read(textgrid(BORIS, ANNA))
    expected = [("Анна", "да это я", 0, 1250), ("Борис", "кто говорит", 1000, 3000), ("Анна", "слушаю вас", 3000, 4500)]
    assert (imported.format, rows(imported)) == ("textgrid", expected)
    assert [speaker.id for speaker in imported.speakers] == ["Анна", "Борис"]
    assert (report.lines, report.turns, report.blank, report.not_understood, report.remarks) == (6, 3, 3, 0, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251"])
def test_encodings(encoding: str) -> None:
    imported, _ = read(textgrid(ANNA, BORIS).encode(encoding))
    assert rows(imported)[1] == ("Борис", "кто говорит", 1000, 3000)


def test_latin_1() -> None:
    imported, _ = read(textgrid(tier("Zoë", (0, 1, "déjà vu à l'été, très fâché"))).encode("latin-1"))
    assert rows(imported) == [("Zoë", "déjà vu à l'été, très fâché", 0, 1000)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_short_form_with_doubled_quotes_and_points(line_end: str) -> None:
    imported, report = read(SHORT.replace("\n", line_end))
    assert rows(imported) == [("A", 'so "it" is', 0, 1500)]
    assert remarks(report) == ["Passed over, because it holds no turns: clicks."]


def test_old_short_header_and_comments() -> None:
    text = SHORT.replace('"ooTextFile"\nObject class =', '"ooTextFile short"\n').replace("<exists>", "<exists> ! tiers 7 8 9")
    assert rows(read(text)[0]) == [("A", 'so "it" is', 0, 1500)]


def test_chronological_form() -> None:
    text = """"Praat chronological TextGrid text file"
0 5   ! Time domain.
3   ! Number of tiers.
"IntervalTier" "A" 0 5
"TextTier" "clicks" 0 5
"IntervalTier" "B" 0 5

1 0 2
"one two"

2 0.5
"click"

3 1 3.5
"three"

1 2 5
""
"""
    assert rows(read(text)[0]) == [("A", "one two", 0, 2000), ("B", "three", 1000, 3500)]


def test_points_are_turns_only_where_there_is_nothing_else() -> None:
    text = SHORT.replace('"so ""it"" is"', '""')
    assert rows(read(text)[0]) == [("clicks", "click", 500, None)]


def test_tiers_of_words_give_times_to_the_words_of_turns() -> None:
    words = tier("Anna - words", (0, 0.5, ""), (0.5, 0.75, "good"), (0.75, 1.5, "day"), (2, 2.5, "who"), (2.5, 3, "calls"))
    phones = tier("Anna - phones", (0.5, 0.6, "g"), (0.6, 0.75, "d"))
    turns = tier("Anna", (0.25, 1.5, "Good day!"), (1.5, 4, "Who calls?"))
    imported, report = read(textgrid(phones, words, turns))
    assert rows(imported) == [("Anna", "Good day!", 250, 1500), ("Anna", "Who calls?", 1500, 4000)]
    assert heard(imported, 1) == [("Good", 500, 750), ("day", 750, 1500)]
    assert heard(imported, 2) == [("Who", 2000, 2500), ("calls", 2500, 3000)]
    assert remarks(report) == ["Passed over, because it holds no turns: Anna - phones."]


def test_tiers_of_words_are_known_by_their_labels_too() -> None:
    turns = tier("Anna", (0, 2, "good day"), (2, 5, "who calls me"))
    labels = tier("w_anna", (0, 1, "good"), (1, 2, "day"), (2, 3, "who"), (3, 4, "calls"), (4, 5, "me"))
    other = tier("Boris", (1, 2, "yes"), (2, 3, "no"), (3, 3.5, "yes"), (4, 5, "no"), (5, 6, "yes"))
    imported, report = read(textgrid(labels, turns, other))
    assert [speaker.id for speaker in imported.speakers] == ["Anna", "Boris"]
    assert heard(imported, 1) == [("good", 0, 1000), ("day", 1000, 2000)]
    assert (len(imported.turns), report.remarks) == (7, ())


def test_words_without_turns_become_turns() -> None:
    anna = tier("Anna - words", (0, 1, "good"), (1, 1.5, "day"), (4, 5, "yes"))
    boris = tier("Boris - words", (1.5, 2, "hello"))
    imported, _ = read(textgrid(anna, boris, tier("Boris - phones", (1.5, 2, "h"))))
    assert rows(imported) == [("Anna", "good day", 0, 1500), ("Boris", "hello", 1500, 2000), ("Anna", "yes", 4000, 5000)]
    assert heard(imported) == [("good", 0, 1000), ("day", 1000, 1500)]


def test_words_of_somebody_without_turns_are_not_lost() -> None:
    imported, _ = read(textgrid(tier("Anna", (0, 1, "good day")), tier("Boris - words", (1, 2, "hello"))))
    assert rows(imported) == [("Anna", "good day", 0, 1000), ("Boris", "hello", 1000, 2000)]


def test_sounds_alone_are_refused() -> None:
    with pytest.raises(FormatError, match="tiers of sounds only: phone"):
        read(textgrid(tier("phone", (0, 1, "AH0"), (1, 2, "B"))))


def test_a_speaker_may_be_called_like_a_tier_of_words() -> None:
    assert rows(read(textgrid(tier("words", (0, 2, "the last of them"))))[0]) == [("words", "the last of them", 0, 2000)]


def test_binary_form_is_refused() -> None:
    with pytest.raises(FormatError, match="binary form"):
        read(b"ooBinaryFile\x08TextGrid" + bytes(range(256)))


def test_a_file_that_is_cut_off_gives_what_is_whole() -> None:
    text = textgrid(tier("A", (0, 1, "one"), (1, 2, "two"), (2, 3, "three")))
    imported, report = read(text[: text.index("three") - 30])
    assert [turn.text for turn in imported.turns] == ["one", "two"]
    assert remarks(report) == ["The file is cut off or damaged: 1 intervals are missing."]


@pytest.mark.parametrize("form", ["long", "short"])
def test_a_missing_quotation_mark_harms_one_label(form: str) -> None:
    text = textgrid(tier("A", (0, 1, "one"), (1, 2, "two"), (2, 3, "three")))
    if form == "short":
        labels = "".join(f'{n}\n{n + 1}\n"{word}"\n' for n, word in enumerate(("one", "two", "three")))
        text = f'File type = "ooTextFile"\n"TextGrid"\n\n0\n3\n<exists>\n1\n"IntervalTier"\n"A"\n0\n3\n3\n{labels}'
    imported, report = read(text.replace('"two"', '"two'))
    assert rows(imported) == [("A", "one", 0, 1000), ("A", "two", 1000, 2000), ("A", "three", 2000, 3000)]
    assert remarks(report) == ["The file is damaged: 1 labels have no closing quotation mark."]


def test_a_label_without_times_is_left_out_and_counted() -> None:
    text = textgrid(tier("A", (0, 1, "one"), (1, 2, "two"), (2, 3, "three"))).replace("            xmin = 1 \n", "")
    imported, report = read(text)
    assert [turn.text for turn in imported.turns] == ["one", "three"]
    assert (report.lines, report.turns, report.not_understood) == (3, 2, 1)
    assert remarks(report) == ["A label without a time: left out."]


@pytest.mark.parametrize("text", ["", "item []:", 'class = "IntervalTier"', "1 2 3"])
def test_no_tiers_at_all_are_refused(text: str) -> None:
    with pytest.raises(FormatError):
        read('File type = "ooTextFile"\nObject class = "TextGrid"\n' + text)


# ---------------------------------------------------------------------- EAF


def eaf(tiers: str, slots: str = "", types: str = "", header: str = "") -> str:
    slots = slots or "".join(f'<TIME_SLOT TIME_SLOT_ID="ts{n}" TIME_VALUE="{n * 500}"/>' for n in range(1, 9))
    types = types or (
        '<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="default-lt" TIME_ALIGNABLE="true"/>'
        '<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="in" CONSTRAINTS="Included_In" TIME_ALIGNABLE="true"/>'
        '<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="with" CONSTRAINTS="Symbolic_Association" TIME_ALIGNABLE="false"/>'
        '<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="sub" CONSTRAINTS="Symbolic_Subdivision" TIME_ALIGNABLE="false"/>'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{header}<ANNOTATION_DOCUMENT AUTHOR="" DATE="2020-01-01T00:00:00Z" FORMAT="3.0" '
        f'VERSION="3.0"><HEADER TIME_UNITS="milliseconds"/><TIME_ORDER>{slots}</TIME_ORDER>{tiers}{types}</ANNOTATION_DOCUMENT>'
    )


def eaf_tier(name: str, *annotations: str, kind: str = "default-lt", more: str = "") -> str:
    inside = "".join(f"<ANNOTATION>{annotation}</ANNOTATION>" for annotation in annotations)
    return f'<TIER LINGUISTIC_TYPE_REF="{kind}" TIER_ID="{name}" {more}>{inside}</TIER>'


def aligned(id_: str, start: int, end: int, text: str) -> str:
    return (
        f'<ALIGNABLE_ANNOTATION ANNOTATION_ID="{id_}" TIME_SLOT_REF1="ts{start}" TIME_SLOT_REF2="ts{end}">'
        f"<ANNOTATION_VALUE>{text}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION>"
    )


def about(id_: str, other: str, text: str) -> str:
    value = f"<ANNOTATION_VALUE>{text}</ANNOTATION_VALUE>"
    return f'<REF_ANNOTATION ANNOTATION_ID="{id_}" ANNOTATION_REF="{other}">{value}</REF_ANNOTATION>'


def test_eaf_tiers_are_speakers_by_participant_or_name() -> None:
    tiers = eaf_tier("B", aligned("a2", 3, 4, "who is it"), more='PARTICIPANT=" Boris "')
    tiers += eaf_tier("A", aligned("a3", 5, 6, "me"), aligned("a1", 1, 2, "good &amp; day"), aligned("a4", 6, 7, " "))
    imported, report = read(eaf(tiers), "call.eaf")
    assert imported.format == "eaf"
    assert rows(imported) == [("A", "good & day", 500, 1000), ("Boris", "who is it", 1500, 2000), ("A", "me", 2500, 3000)]
    assert (report.lines, report.turns, report.blank, report.remarks) == (4, 3, 1, ())


def test_eaf_dependent_tiers_are_no_turns_but_words_have_times() -> None:
    tiers = eaf_tier("A", aligned("a1", 1, 4, "Good day, Boris."))
    tiers += eaf_tier("A-tr", about("a2", "a1", "добрый день"), kind="with", more='PARENT_REF="A"')
    tiers += eaf_tier("A-tok", about("a3", "a1", "Good"), about("a4", "a1", "day"), kind="sub", more='PARENT_REF="A"')
    words = (aligned("a5", 1, 2, "good"), aligned("a6", 2, 3, "day"), aligned("a7", 3, 4, "boris"))
    tiers += eaf_tier("A-w", *words, kind="in", more='PARENT_REF="A"')
    tiers += eaf_tier("A-ph", aligned("a8", 1, 2, "g"), aligned("a9", 2, 3, "d"), kind="in", more='PARENT_REF="A-w"')
    imported, report = read(eaf(tiers), "call.eaf")
    assert rows(imported) == [("A", "Good day, Boris.", 500, 2000)]
    assert heard(imported) == [("Good", 500, 1000), ("day", 1000, 1500), ("Boris", 1500, 2000)]
    assert remarks(report) == ["Passed over, because it holds no turns: A-tr, A-tok, A-ph."]


@pytest.mark.parametrize(("name", "value"), [("ref@A", "A.001"), ("A", "")])
def test_eaf_words_may_be_on_a_tier_below(name: str, value: str) -> None:
    tiers = eaf_tier(name, aligned("a1", 1, 2, value), aligned("a2", 3, 4, value), more='PARTICIPANT="Anna"')
    tiers += eaf_tier("tx@A", about("b1", "a1", "good day"), about("b2", "a2", "who"), kind="with", more=f'PARENT_REF="{name}"')
    tiers += eaf_tier("ft@A", about("c1", "a1", "добрый день"), kind="with", more=f'PARENT_REF="{name}"')
    imported, report = read(eaf(tiers), "call.eaf")
    assert rows(imported) == [("Anna", "good day", 500, 1000), ("Anna", "who", 1500, 2000)]
    assert remarks(report) == ["Passed over, because it holds no turns: ft@A."]


def test_eaf_slots_without_time_stand_between_their_neighbours() -> None:
    values = (' TIME_VALUE="300"', "", "", ' TIME_VALUE="600"', "")
    slots = "".join(f'<TIME_SLOT TIME_SLOT_ID="ts{n}"{value}/>' for n, value in enumerate(values, 1))
    tiers = eaf_tier(
        "A", aligned("a1", 1, 2, "one"), aligned("a2", 2, 3, "two"), aligned("a3", 3, 4, "three"), aligned("a4", 4, 5, "four")
    )
    imported, _ = read(eaf(tiers, slots), "call.eaf")
    assert [(turn.start_ms, turn.end_ms) for turn in imported.turns] == [(300, 400), (400, 500), (500, 600), (600, 600)]


def test_eaf_with_slots_that_are_not_there_and_tiers_in_a_circle() -> None:
    tiers = eaf_tier("A", aligned("a1", 1, 2, "one"), aligned("a2", 77, 2, "two"), aligned("a3", 3, 99, "three"))
    tiers += eaf_tier("X", aligned("a4", 1, 2, "x"), kind="in", more='PARENT_REF="Y"')
    tiers += eaf_tier("Y", about("a5", "a6", "y"), about("a6", "a5", "y"), kind="with", more='PARENT_REF="X"')
    tiers += eaf_tier("Z", aligned("a7", 1, 2, "z"), kind="in", more='PARENT_REF="Z"')
    imported, report = read(eaf(tiers), "call.eaf")
    assert rows(imported) == [("A", "one", 500, 1000), ("A", "three", 1500, None)]
    assert (report.lines, report.not_understood) == (3, 1)
    assert remarks(report) == ["Passed over, because it holds no turns: X, Y, Z.", "A label without a time: left out."]


def test_eaf_with_entities_or_damage_is_refused() -> None:
    entity = '<!DOCTYPE a [<!ENTITY x "y">]>'
    with pytest.raises(FormatError, match="entities"):
        read(eaf(eaf_tier("A", aligned("a1", 1, 2, "&x;")), header=entity), "call.eaf")
    with pytest.raises(FormatError, match="damaged in line"):
        read(eaf(eaf_tier("A", aligned("a1", 1, 2, "one")))[:-40], "call.eaf")


# ---------------------------------------------------------------------- writing

EXAMPLE = call(
    ("SPK0", 'good day "Anna"\nhow are you', 0, 1500),
    ("SPK1", "hello & <goodbye>", 1250, 2750),
    (None, "who is it", 3000, 3500),
    ("SPK0", "fine", 3500, 4000),
    ("SPK0", "over it", 3750, 4250),
    words=True,
    names={"SPK1": "Борис"},
)


@pytest.mark.parametrize(("format", "name"), [("textgrid", "call.TextGrid"), ("eaf", "call.eaf")])
def test_golden(format: str, name: str) -> None:
    assert formats.write(EXAMPLE, format, ExportOptions()) == (GOLDEN / name).read_bytes()


@pytest.mark.parametrize("format", ["textgrid", "eaf"])
def test_what_is_written_is_read_again(format: str) -> None:
    imported, report = read(formats.write(EXAMPLE, format, ExportOptions()))
    assert rows(imported) == [
        ("SPK0", 'good day "Anna"\nhow are you', 0, 1500),
        ("Борис", "hello & <goodbye>", 1250, 2750),
        (None, "who is it", 3000, 3500),
        ("SPK0", "fine", 3500, 4000),
        ("SPK0", "over it", 3750, 4250),
    ]
    assert heard(imported)[:3] == [("good", 0, 250), ("day", 250, 500), ('"Anna"', 500, 750)]
    assert heard(imported, 5) == [("over", 3750, 4000), ("it", 4000, 4250)]
    assert (report.not_understood, report.remarks) == (0, ())


def test_without_speakers_all_is_on_tiers_of_nobody() -> None:
    imported, _ = read(formats.write(EXAMPLE, "textgrid", ExportOptions(speakers=False)))
    assert (len(imported.turns), imported.speakers) == (5, ())


@pytest.mark.parametrize("format", ["textgrid", "eaf"])
def test_a_call_without_times_cannot_be_written(format: str) -> None:
    with pytest.raises(FormatError, match="no times"):
        formats.write(call(("A", "one", None, None)), format, ExportOptions())


def test_praatio_reads_the_textgrid(tmp_path: Path) -> None:
    textgrid = pytest.importorskip("praatio.textgrid", reason="praatio is not installed")
    path = tmp_path / "call.TextGrid"
    path.write_bytes(formats.write(EXAMPLE, "textgrid", ExportOptions()))
    found = textgrid.openTextgrid(str(path), includeEmptyIntervals=True, reportingMode="error")
    expected = ("SPK0", "SPK0 - words", "Борис", "Борис - words", "?", "? - words", "SPK0 [2]", "SPK0 [2] - words")
    assert found.tierNames == expected
    assert [tuple(entry) for entry in found.getTier("Борис").entries] == [
        (0, 1.25, ""),
        (1.25, 2.75, "hello & <goodbye>"),
        (2.75, 4.25, ""),
    ]
    for name in found.tierNames:
        entries = found.getTier(name).entries
        assert (entries[0].start, entries[-1].end) == (0, 4.25)
        assert all(before.end == after.start for before, after in pairwise(entries))


def test_pympi_reads_the_eaf(tmp_path: Path) -> None:
    pympi = pytest.importorskip("pympi", reason="pympi is not installed")
    path = tmp_path / "call.eaf"
    path.write_bytes(formats.write(EXAMPLE, "eaf", ExportOptions()))
    found = pympi.Eaf(str(path))
    assert found.get_annotation_data_for_tier("Борис") == [(1250, 2750, "hello & <goodbye>")]
    assert found.get_parameters_for_tier("Борис - words")["PARENT_REF"] == "Борис"
    assert [word for _, _, word in sorted(found.get_annotation_data_for_tier("SPK0 - words"))][:2] == ["good", "day"]
    kinds = {name: found.get_parameters_for_tier(name)["LINGUISTIC_TYPE_REF"] for name in found.get_tier_names()}
    assert set(kinds.values()) <= set(found.get_linguistic_type_names())


def test_eaf_is_in_the_order_of_the_schema() -> None:
    document = ElementTree.fromstring(formats.write(EXAMPLE, "eaf", ExportOptions()))
    names = list(dict.fromkeys(child.tag for child in document))
    assert names == ["HEADER", "TIME_ORDER", "TIER", "LINGUISTIC_TYPE", "CONSTRAINT"]
    times = [int(slot.get("TIME_VALUE", "")) for slot in document.iter("TIME_SLOT")]
    assert times == sorted(times)
    ids = [element.get("ANNOTATION_ID") for element in document.iter("ALIGNABLE_ANNOTATION")]
    assert len(ids) == len(set(ids))
    assert {slot.get("TIME_SLOT_ID") for slot in document.iter("TIME_SLOT")} == {
        element.get(f"TIME_SLOT_REF{n}") for element in document.iter("ALIGNABLE_ANNOTATION") for n in (1, 2)
    }


def test_eaf_holds_nothing_that_xml_cannot() -> None:
    data = formats.write(call(("A\x01", "one\x00two\ud800", 0, 1)), "eaf", ExportOptions())
    assert rows(read(data)[0]) == [("A\ufffd", "one\ufffdtwo\ufffd", 0, 1)]


# ---------------------------------------------------------------------- there and back

_MORE = st.text(st.sampled_from("аx1\"&<>'.,!?[]-"), max_size=5)
_WORD = st.tuples(st.sampled_from("аБзxY1"), _MORE).map("".join)
"""A mark that stands alone has no time of its own, whatever it is given."""
_TEXT = st.lists(_WORD, min_size=1, max_size=5).map(" ".join)
_TURN = st.tuples(st.sampled_from([None, "SPK0", "Анна", 'B "x" & <y>']), _TEXT, st.integers(0, 9000), st.integers(20, 3000))


@settings(max_examples=40, deadline=None)
@given(st.lists(_TURN, min_size=1, max_size=8), st.booleans(), st.sampled_from(["textgrid", "eaf"]))
def test_import_export_import_is_a_fixed_point(turns, words, format) -> None:
    transcript = call(*((speaker, text, start, start + lasts) for speaker, text, start, lasts in turns), words=words)
    first, _ = read(formats.write(transcript, format, ExportOptions()))
    second, _ = read(formats.write(as_transcript(first), format, ExportOptions()))
    assert sorted(rows(first), key=repr) == sorted(rows(transcript.source), key=repr)
    assert (second.turns, second.speakers) == (first.turns, first.speakers)


# ---------------------------------------------------------------------- times that are not there


def test_times_come_from_words_neighbours_and_what_follows() -> None:
    transcript = call(
        ("A", "x" * 10, None, None),
        ("B", "x" * 30, None, None),
        ("A", "y", 8000, None),
        ("B", "z", 9000, 9500),
        ("A", "w" * 20, None, None),
    )
    found = [(start, end) for _, start, end in timed_turns(transcript, ExportOptions())]
    assert found[2:4] == [(8000, 9000), (9000, 9500)]
    assert found[4] == (9500, 9500 + 20 * 65)
    assert (found[0][0], found[0][1], found[1][1]) == (0, found[1][0], 8000)
    assert found[1][1] - found[1][0] > found[0][1] - found[0][0] > 0


def test_times_of_a_turn_are_those_of_its_words() -> None:
    said = SourceTurn(1, None, "good day", None, None, pack([SpokenWord(0, 4, 700, 900), SpokenWord(5, 8, 900, 1200)]))
    imported = Imported("x", "json", "utf-8", b"", (), (said,))
    assert [(start, end) for _, start, end in timed_turns(as_transcript(imported), ExportOptions())] == [(700, 1200)]


def test_sniffing_is_by_content() -> None:
    assert [found.name for found in candidates(File(SHORT.encode(), "x.txt"))] == ["textgrid"]
    assert [found.name for found in candidates(File(eaf("").encode(), "x.xml"))] == ["eaf"]
    for text in ("Anna: TextGrid\nBoris: ooTextFile is what it says\n", "<html><body>ANNOTATION_DOCUMENT</body></html>"):
        assert not {"textgrid", "eaf"} & {found.name for found in candidates(File(text.encode(), "x.eaf"))}


def test_tiers_of_aligners_are_known() -> None:
    turns = tier("Tokenization", (0, 2, "good day"))
    words = tier("TokensAlign", (0, 1, "good"), (1, 2, "day"))
    others = (tier("PhonAlign", (0, 1, "g")), tier("Phonetization", (0, 2, "g-U-d")), tier("Activity", (0, 2, "speech")))
    imported, report = read(textgrid(turns, *others, words))
    assert rows(imported) == [("Tokenization", "good day", 0, 2000)]
    assert heard(imported) == [("good", 0, 1000), ("day", 1000, 2000)]
    assert remarks(report) == ["Passed over, because it holds no turns: PhonAlign, Phonetization, Activity."]


def test_decimal_commas() -> None:
    assert rows(read(SHORT.replace("1.5", "1,5"))[0]) == [("A", 'so "it" is', 0, 1500)]


def test_turns_that_follow_each_other_are_on_one_tier_and_each_lasts_a_millisecond() -> None:
    transcript = call(("A", "one", 0, 500), ("A", "two", 500, 500), ("A", "three", 501, 900))
    data = formats.write(transcript, "textgrid", ExportOptions())
    assert b"size = 1\nitem" in data
    assert rows(read(data)[0]) == [("A", "one", 0, 500), ("A", "two", 500, 501), ("A", "three", 501, 900)]


@pytest.mark.parametrize("format", ["textgrid", "eaf"])
def test_words_are_kept_inside_their_turns_and_apart_from_each_other(format: str) -> None:
    spoken = [SpokenWord(0, 3, 50, 400), SpokenWord(4, 7, 300, 500), SpokenWord(8, 13, 450, 900), SpokenWord(14, 18, 950, 990)]
    said = SourceTurn(1, "A", "one two three four", 100, 800, pack(spoken))
    transcript = as_transcript(Imported("x", "json", "utf-8", b"", (Speaker(0, "A"),), (said,)))
    imported, _ = read(formats.write(transcript, format, ExportOptions()))
    assert rows(imported) == [("A", "one two three four", 100, 800)]
    assert heard(imported) == [("one", 100, 400), ("two", 400, 500), ("three", 500, 800)]


def test_speakers_of_one_name_are_told_apart_by_their_ids() -> None:
    turns = [(id_, "so", place * 100, place * 100 + 50) for place, id_ in enumerate("abc")]
    imported, _ = read(formats.write(call(*turns, names={"a": "Анна", "b": "Анна", "c": "b"}), "eaf", ExportOptions()))
    assert [speaker.id for speaker in imported.speakers] == ["a", "b", "c"]


def test_labels_may_be_what_tiers_begin_with() -> None:
    labels = tier("A", (0, 1, "IntervalTier"), (1, 2, "TextTier"), (2, 3, "so it is"))
    empty = (
        '        class = "IntervalTier" \n        name = "E" \n        xmin = 0 \n        xmax = 9 \n        intervals: size = 0 \n'
    )
    imported, _ = read(textgrid(empty, labels, empty))
    assert rows(imported) == [("A", "IntervalTier", 0, 1000), ("A", "TextTier", 1000, 2000), ("A", "so it is", 2000, 3000)]


def test_eaf_tier_of_a_dependent_kind_is_passed_over_unless_there_is_nothing_else() -> None:
    topics = eaf_tier("topics", aligned("a2", 1, 4, "price and delivery"), kind="in")
    imported, report = read(eaf(eaf_tier("A", aligned("a1", 1, 2, "good day")) + topics), "call.eaf")
    assert rows(imported) == [("A", "good day", 500, 1000)]
    assert remarks(report) == ["Passed over, because it holds no turns: topics."]
    assert rows(read(eaf(topics), "call.eaf")[0]) == [("topics", "price and delivery", 500, 2000)]
