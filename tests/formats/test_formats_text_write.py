"""Text in the shape of the source: the same bytes where nothing was changed, the same turns where something was."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.commands import speakers, topics, turns
from annotator.core.commands.transcripts import as_transcript
from annotator.core.errors import CommandError, FormatError
from annotator.core.model import Transcript
from annotator.formats.base import ExportOptions

Load = Callable[..., Transcript]
Export = Callable[..., str]

SURE = ["Support (SPK00): ", "Client  (SPK01) :", "SPK00: ", " SPK01:", "Speaker 2 (00:12):\n", "[SPEAKER_00]: ", "[SPEAKER_01] "]
UNKNOWN = ["?: "]
NAMES = ["Anna: ", "Борис :  ", "- Anna: ", "client: "]
TIMED = ["[00:01:02] Anna: ", "00:01 - Борис: ", "[00:00:01 - 00:00:04] Anna: ", "(00:07.5)\t"]
BOXED = ["[Anna] ", "[Борис]  "]
BARE = ["  ", ""]
WORDS = ["да", "нет: так", "12:30 yes", "http://x", "[noise] so", ":)", "well ", "Anna: no", "ё — «é»", "", "a\u2028b"]
BODIES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


@st.composite
def files(draw: st.DrawFn, heads: list[str]) -> bytes:
    """Files of lines that begin in these ways or continue, with all line ends, blank lines, encodings and marks."""
    ends = st.sampled_from(["\n", "\n", "\n", "\n\n", " \n", "\n \t\n"])
    lines = draw(st.lists(st.tuples(st.sampled_from(heads + UNKNOWN + BARE), BODIES, ends).map("".join), max_size=12))
    text = draw(st.sampled_from(["", "\n", "Call 1\n"])) + "".join(lines)
    text = text.rstrip("\n") if draw(st.booleans()) else text
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1251", "koi8-r", "cp866"]))
    return text.encode(encoding, "ignore")


def transcript_of(data: bytes) -> Transcript | None:
    try:
        return as_transcript(formats.read(data, "call.txt")[0])
    except FormatError:
        return None


@settings(deadline=None)
@given(st.lists(st.sampled_from(SURE + NAMES + TIMED + BOXED), min_size=1, max_size=3).flatmap(files))
def test_what_was_not_changed_comes_back_byte_for_byte(data: bytes) -> None:
    transcript = transcript_of(data)
    if transcript is not None:
        assert formats.write(transcript, "text", ExportOptions()) == data


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n"])
def test_line_ends_encodings_and_marks(encoding: str, end: str, last: str) -> None:
    text = "Саппорт (SPK00): чем помочь\n\nКлиент (SPK01):  у меня не работает интернет \n  второй день\nСаппорт (SPK00): ясно"
    data = (text + last).replace("\n", end).encode(encoding)
    transcript = transcript_of(data)
    assert transcript is not None
    assert len(transcript.turns) == 3
    assert formats.write(transcript, "text", ExportOptions()) == data


# ---------------------------------------------------------------------- changes

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["set_text", "relabel", "unclear", "split", "merge", "hide", "rename", "set_role", "up", "down"]),
        st.integers(0, 11),
        st.integers(0, 30),
        st.sampled_from(["words", "one\ntwo", "Anna: so", "a\nSPK01: b", "12:30", "//", ": x", "[x] y", "[00:05] z", "?: q"]),
    ),
    max_size=8,
)


def changed(transcript: Transcript, step: tuple[str, int, int, str]) -> Transcript:
    """Do one of the things a reviewer does; what cannot be done there is left out."""
    verb, place, at, text = step
    visible = transcript.visible
    if not visible:
        return transcript
    turn = visible[place % len(visible)]
    speaker = transcript.speakers[at % len(transcript.speakers)] if transcript.speakers else None
    try:
        match verb:
            case "set_text":
                change = turns.set_text(transcript, turn.id, text)
            case "relabel" if speaker:
                change = speakers.relabel(transcript, [turn.id], speaker.id)
            case "unclear":
                change = speakers.relabel(transcript, [turn.id], None)
            case "split":
                change = turns.split(transcript, turn.id, at, speaker.id if speaker else None)
            case "merge":
                change = turns.merge(transcript, [t.id for t in visible[place % len(visible) :][:2]])
            case "hide":
                change = turns.hide(transcript, [turn.id])
            case "rename" if speaker:
                change = speakers.rename(transcript, speaker.id, ["Olga", "Пётр", "Guest (VIP), 1: our [old] friend"][place % 3])
            case "set_role" if speaker:
                change = speakers.set_role(transcript, speaker.id, ["Support", "Клиент"][place % 2])
            case "up":
                change = turns.move_words_to_previous(transcript, turn.id, at)
            case _:
                change = turns.move_words_to_next(transcript, turn.id, at)
    except CommandError:
        return transcript
    return transcript.apply(change)


def normal(text: str) -> str:
    return " ".join(text.split())


@settings(deadline=None)
@given(st.sampled_from([SURE, NAMES, TIMED, BOXED]).flatmap(files), STEPS)
def test_changed_turns_are_read_back(data: bytes, steps: list[tuple[str, int, int, str]]) -> None:
    transcript = transcript_of(data)
    if transcript is None:
        return
    for step in steps:
        transcript = changed(transcript, step)
    if not transcript.visible:
        return
    exported = formats.write(transcript, "text", ExportOptions(encoding="utf-8"))
    again = as_transcript(formats.read(exported, "call.txt")[0])
    assert [normal(turn.text) for turn in again.turns] == [normal(turn.text) for turn in transcript.visible]
    for before, after in zip(transcript.visible, again.turns, strict=True):
        speaker, label = transcript.speaker(before.speaker_id), again.speaker(after.speaker_id)
        assert (speaker is None) == (label is None)
        if speaker and label:
            assert label.id in (speaker.id, normal(re.sub(r"[][():]", " ", speaker.label)))


def test_a_changed_turn_looks_like_its_line(load: Load, export: Export) -> None:
    call = load("Support (SPK00): one\r\n\r\nClient (SPK01) :two  \r\n\r\n[SPEAKER_02]:\tthree\r\nSPK00: four")
    call = call.apply(turns.set_text(call, 2, "TWO"))
    call = call.apply(turns.set_text(call, 3, "THREE"))
    call = call.apply(speakers.relabel(call, [4], "SPK01"))
    assert export(call) == ("Support (SPK00): one\r\n\r\nClient (SPK01) :TWO  \r\n\r\n[SPEAKER_02]:\tTHREE\r\nClient (SPK01): four")


def test_continuation_lines_stay_where_only_the_speaker_changes(load: Load, export: Export) -> None:
    call = load("SPK00: one\n    two\n\n  three\nSPK01: four\n")
    call = call.apply(speakers.relabel(call, [1], "SPK01"))
    assert export(call) == "SPK01: one\n    two\n\n  three\nSPK01: four\n"


def test_the_effective_name_is_written_with_the_id(load: Load, export: Export) -> None:
    call = load()
    call = call.apply(speakers.rename(call, "SPK00", "Olga: support"))
    call = call.apply(speakers.set_role(call, "SPK01", "Caller"))
    assert [line.partition(":")[0] for line in export(call).splitlines()] == [
        "Olga support (SPK00)",
        "Caller (SPK01)",
        "Olga support (SPK00)",
        "Caller (SPK01)",
    ]


def test_a_file_of_names_gets_names_alone(load: Load, export: Export) -> None:
    call = load("Anna: one\nBoris: two\n")
    call = call.apply(speakers.rename(call, "Anna", "Olga"))
    assert export(call) == "Olga: one\nBoris: two\n"


def test_the_parts_of_a_split_turn(load: Load, export: Export) -> None:
    call = load("[00:01] Anna: one two\n\n[00:05] Boris: three")
    call = call.apply(turns.split(call, 1, 4, "Boris"))
    assert export(call) == "[00:01] Anna: one\n\nBoris: two\n\n[00:05] Boris: three"


def test_times_of_merged_turns_are_written_as_they_were(load: Load, export: Export) -> None:
    call = load("[00:00:01,5 - 00:00:04,0] Anna: one\n[00:00:05,0 - 00:00:07,25] Boris: two\n")
    call = call.apply(turns.merge(call, [1, 2]))
    assert export(call) == "[00:00:01,5 - 00:00:07,2] Anna: one two\n"


def test_a_time_that_was_changed_is_written(load: Load, export: Export) -> None:
    call = load("[00:01] Anna: one\n[00:05] Boris: two\n[00:07] Anna: three\n[00:09] Boris: four")
    first, second, *others = call.turns
    for start, written in ((65_000, "[01:05] Boris: two"), (None, "Boris: two")):
        moved = replace(call, turns=(first, replace(second, start_ms=start), *others))
        assert export(moved).splitlines()[:3] == ["[00:01] Anna: one", written, "[00:07] Anna: three"]


def test_hidden_turns_are_left_out_and_the_end_stays(load: Load, export: Export) -> None:
    call = load("SPK00: one\nSPK01: two\nSPK00: three")
    call = call.apply(turns.hide(call, [3]))
    assert export(call) == "SPK00: one\nSPK01: two"


def test_a_turn_without_speaker_keeps_its_border(load: Load, export: Export) -> None:
    call = load("SPK00: one\nSPK01: two\n")
    call = call.apply(speakers.relabel(call, [2], None))
    assert export(call) == "SPK00: one\n?: two\n"


def test_a_line_end_that_would_begin_a_turn_becomes_a_space(load: Load, export: Export) -> None:
    call = load("SPK00: one\n and\nSPK01: two\n")
    call = call.apply(turns.set_text(call, 2, "two\nSPK00: three"))
    assert export(call) == "SPK00: one\n and\nSPK01: two SPK00: three\n"
    call = call.apply(turns.set_text(call, 2, "two\nthree"))
    assert export(call) == "SPK00: one\n and\nSPK01: two\nthree\n"


def test_a_name_left_once_is_still_read_as_a_speaker(load: Load, export: Export) -> None:
    call = load("anna: one\nand\nand\nboris: two\nanna: three\nboris: four\n")
    call = call.apply(speakers.relabel(call, [4], "anna"))
    assert [turn.speaker_id for turn in load(export(call)).turns] == ["anna", "boris", "anna", "anna"]


# ---------------------------------------------------------------------- choices


def test_what_to_leave_out(load: Load, export: Export) -> None:
    call = load("[00:01] Support (SPK00): one\n[00:02] Client (SPK01): two\n")
    call = call.apply(turns.mark_reviewed(call, [2]))
    assert export(call, roles=False) == "[00:01] SPK00: one\n[00:02] SPK01: two\n"
    assert export(call, speakers=False) == "[00:01] one\n[00:02] two\n"
    assert export(call, only_reviewed=True) == "[00:02] Client (SPK01): two\n"


def test_topics_stand_after_the_words(load: Load, export: Export) -> None:
    call = load()
    for name in ("price", "delivery"):
        call = call.apply(topics.add(call.topics, name, "#336699"))
        call = call.apply(topics.tag(call, [2], call.topics[-1].id))
    assert export(call, topics=True).splitlines()[:3] == [
        "Support (SPK00): good morning how can I help",
        "Client (SPK01): the parcel has not come [price, delivery]",
        "Support (SPK00): which parcel",
    ]


def test_the_encoding_of_the_source_or_another(load: Load) -> None:
    data = "Саппорт (SPK00): добрый день\r\nКлиент (SPK01): у меня вопрос по договору".encode("cp1251")
    call = load(data)
    assert formats.write(call, "text", ExportOptions(encoding="Windows-1251")) == data
    assert formats.write(call, "text", ExportOptions(encoding="utf-8")) == data.decode("cp1251").encode()
    assert formats.write(call, "text", ExportOptions(encoding="utf-16-le")) == data.decode("cp1251").encode("utf-16")
    call = call.apply(turns.set_text(call, 2, "звоните ☎"))
    with pytest.raises(FormatError, match=r"☎ \(U\+260E\) cannot be written in cp1251.*UTF-8"):
        formats.write(call, "text", ExportOptions())


def test_a_source_that_is_no_text_gives_plain_lines(load: Load, export: Export) -> None:
    call = load("Support (SPK00): one\r\nAnna: two\r\nAnna: three\r\nAnna: four")
    call = replace(call, source=replace(call.source, format="other", data=b"\0\1"))
    call = call.apply(turns.hide(call, [4]))
    assert export(call) == "Support (SPK00): one\nAnna: two\nAnna: three\n"


def test_a_source_that_was_read_otherwise_is_not_trusted(load: Load, export: Export) -> None:
    call = load("SPK00: one\nSPK01: two\n")
    first, second = call.source.turns
    call = replace(call, source=replace(call.source, turns=(first, replace(second, text="two of old"))))
    assert export(call) == "SPK00: one\nSPK01: two\n"
    call = call.apply(turns.set_text(call, 2, "new"))
    assert export(call) == "SPK00: one\nSPK01: new\n"
