"""SRT and WebVTT as they come: damaged times, voices, names before a colon, captions that roll."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.errors import FormatError
from annotator.core.model import Imported
from annotator.core.spoken import unpack
from annotator.formats.base import ImportReport

Turn = tuple[str | None, str, int | None, int | None]


def read(text: str | bytes, name: str = "call.srt", format: str | None = None) -> tuple[Imported, ImportReport]:
    return formats.read(text if isinstance(text, bytes) else text.encode(), name, format=format)


def turns(text: str | bytes, format: str | None = None) -> list[Turn]:
    return [(turn.speaker_id, turn.text, turn.start_ms, turn.end_ms) for turn in read(text, format=format)[0].turns]


def said(text: str | bytes) -> list[tuple[str | None, str]]:
    return [turn[:2] for turn in turns(text)]


def remarks(text: str) -> list[str]:
    return [str(remark.message) for remark in read(text)[1].remarks]


def srt(*texts: str) -> str:
    return "".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{text}\n\n" for n, text in enumerate(texts, 1))


def vtt(*texts: str) -> str:
    return "WEBVTT\n\n" + "".join(f"00:{n:02}.000 --> 00:{n:02}.900\n{text}\n\n" for n, text in enumerate(texts, 1))


# ---------------------------------------------------------------------- SRT


def test_srt() -> None:
    imported, report = read("1\n00:00:01,000 --> 00:00:02,500\nАлло\n\n2\n00:00:03,000 --> 01:00:00,000\nДа,\nслушаю\n")
    assert imported.format == "srt"
    assert [(turn.text, turn.start_ms, turn.end_ms) for turn in imported.turns] == [
        ("Алло", 1000, 2500),
        ("Да,\nслушаю", 3000, 3_600_000),
    ]
    assert (report.lines, report.turns, report.remarks) == (2, 2, ())


@pytest.mark.parametrize(
    ("times", "start", "end"),
    [
        ("00:00:01.250 --> 00:00:02.500", 1250, 2500),
        ("00:01,250 --> 00:02,500", 1250, 2500),
        ("0:0:1,25 -> 0:0:2,5", 1250, 2500),
        ("00: 00: 01, 250 -> 00: 00: 02, 500", 1250, 2500),
        ("00:00:01:250 --> 00:00:02:500", 1250, 2500),
        ("00:00:01,250-->00:00:02,500  X1:010 X2:710 Y1:400 Y2:460", 1250, 2500),
        ("99:99:99,000 --> 120:00:00,000", 362_439_000, 432_000_000),
        ("٠٠:٠٠:٠١,٢٥٠ --> 00:00:02,500", 1250, 2500),
    ],
)
def test_times_as_they_are_written(times: str, start: int, end: int) -> None:
    assert turns(f"1\n{times}\none\n")[0][2:] == (start, end)


@pytest.mark.parametrize(
    ("times", "start", "end", "words"),
    [
        ("-00:00:06,843 --> 00:00:02,850", None, 2850, "is no time"),
        ("00:00:0x,000 --> 00:00:02,000", None, 2000, "is damaged"),
        ("00:00:01,000 --> 00:0#:02,000", 1000, None, "is damaged"),
        ("00:00:05,000 --> 00:00:02,000", 5000, None, "ends before"),
    ],
)
def test_a_bad_time_is_left_out_with_a_remark_and_the_words_stay(
    times: str, start: int | None, end: int | None, words: str
) -> None:
    text = f"1\n{times}\none\n\n2\n00:00:09,000 --> 00:00:10,000\ntwo\n"
    assert turns(text, "srt")[0] == (None, "one", start, end)
    assert any(words in str(remark.message) for remark in read(text, format="srt")[1].remarks)


def test_numbers_may_be_missing_wrong_or_close() -> None:
    text = (
        "\ufeff00:00:01,000 --> 00:00:02,000\none\n\n7\n00:00:02,000 --> 00:00:03,000\n42\n8\n"
        "00:00:03,000 --> 00:00:04,000\ntwo\n\n9.\n00:00:04,000 --> 00:00:05,000\n\nthree\n\n100\n\nfour"
    )
    assert [text for _, text in said(text)] == ["one", "42", "two", "three\n100\nfour"]


def test_tags_go_and_what_is_none_stays() -> None:
    text = srt('{\\an8}<i>one</i> <font color="#fff">two</font><br/>a < b <unk> AT&T &amp; &lt;i&gt; {x}', "<v Anna>oh</v>")
    assert said(text) == [(None, "one two\na < b <unk> AT&T & <i> {x}"), ("Anna", "oh")]


def test_encodings() -> None:
    text = srt("Здравствуйте, меня зовут Анна", "Добрый день, у меня вопрос по доставке")
    for encoding in ("cp1251", "utf-16", "utf-8-sig", "koi8-r"):
        assert said(text.encode(encoding))[0][1] == "Здравствуйте, меня зовут Анна"


@pytest.mark.parametrize("rest", ["3\n", "3", "3\n00:00:0", "3\n00:00:09,000 --", "00:00:09"])
def test_the_beginning_of_a_cue_at_the_end_is_a_remark(rest: str) -> None:
    imported, report = read(srt("one", "two") + rest)
    assert [turn.text for turn in imported.turns] == ["one", "two"]
    assert (report.lines, report.turns, report.not_understood) == (3, 2, 1)
    assert "breaks off" in str(report.remarks[0].message)


def test_a_last_cue_without_words_is_a_remark() -> None:
    assert "breaks off" in remarks(srt("one", "two") + "3\n00:00:09,000 --> 00:00:10,000")[0]
    assert remarks(srt("one", "", "two", "")) == []


def test_what_stands_before_the_first_time() -> None:
    assert "before the first time" in remarks("Made by someone\n\n" + srt("one", "two", "three"))[0]


def test_no_cues_at_all() -> None:
    with pytest.raises(FormatError, match="No line of times"):
        read("Anna: hello", format="srt")
    with pytest.raises(FormatError, match="holds no words"):
        read(srt("", ""))


@pytest.mark.parametrize(
    "text",
    [
        "[00:01:02] Anna: one\n[00:01:05] Boris: two\n",
        "00:01 Anna: one\n00:02 Boris: two\n",
        "[00:01 --> 00:02] Anna: one\n[00:02 --> 00:03] Boris: two\n",
        "00:00:01.000 --> 00:00:02.000 Anna: one\n00:00:02.000 --> 00:00:03.000 Boris: two\n",
        "00:00:01.000 --> 00:00:02.000 Anna: one\n00:00:02.000 --> 00:00:03.000 Boris: two\n00:00:04.000 --> 00:00:05.000\n",
        "[00:12.30] Anna: one\n[00:13.30] Boris: two\n",
        "[00:12.30]Anna: one\n[00:13.30]Boris: two\n",
        "00:00:01: Anna: one\n00:00:02: Boris: two\nSPK01: three",
        "Anna: go 1 -> 2 --> 3\nBoris: two\n",
        "[1][2] Anna: one\nBoris: two\nBoris: three\n",
    ],
)
def test_plain_transcripts_are_not_claimed(text: str) -> None:
    assert [entry.name for entry in formats.candidates(formats.File(text.encode(), "call.srt"))] == ["text"]


# ---------------------------------------------------------------------- WebVTT


def test_vtt_blocks() -> None:
    text = (
        "WEBVTT - a title\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE one\nline more\n\n"
        "an id\n00:01.000 --> 00:02.000 align:start position:0%\none\n\nNOTE\nleft out\n\n"
        "id-1/12-0\n1:00:02.000 --> 1:00:03.000\ntwo &amp; &lt;3\n"
    )
    imported, report = read(text)
    assert imported.format == "vtt"
    assert turns(text) == [(None, "one", 1000, 2000), (None, "two & <3", 3_602_000, 3_603_000)]
    assert (report.lines, report.remarks) == (2, ())


def test_voices() -> None:
    text = vtt(
        "<v Dr. Chen>one</v> <v.loud Anna &amp; Co>two\nlines</v>",
        "<v Anna &amp; Co>three: words",
        "nobody: four",
        "<v.speaker1>five</v>",
        "<v Anna &amp; Co></v>",
        "<v Support (SPK00)>six</v>",
    )
    assert said(text) == [
        ("Dr. Chen", "one"),
        ("Anna & Co", "two\nlines"),
        ("Anna & Co", "three: words"),
        (None, "nobody: four"),
        ("speaker1", "five"),
        ("SPK00", "six"),
    ]
    assert [speaker.role for speaker in read(text)[0].speakers] == ["", "", "", "Support"]
    assert read(text)[1].blank == 1


def test_voices_and_points_make_it_webvtt_without_a_heading() -> None:
    text = "1\n00:00:00.000 --> 00:00:05.000\n<v.speaker1>one</v>\n"
    assert read(text)[0].format == "vtt"
    assert read(text.replace(".000", ",000"))[0].format == "srt"


# ---------------------------------------------------------------------- names before a colon


def test_zoom_names() -> None:
    text = vtt(
        "Priya Raman: hi",
        "Tom: yes",
        "Priya Raman: so here's the thing: we are late",
        "Smith, John: ok\nand: more",
        "Smith, John: x",
    )
    assert said(text) == [
        ("Priya Raman", "hi"),
        ("Tom", "yes"),
        ("Priya Raman", "so here's the thing: we are late"),
        ("Smith, John", "ok\nand: more"),
        ("Smith, John", "x"),
    ]


def test_several_names_in_a_cue_are_turns_that_share_its_time() -> None:
    assert turns(srt("Анна: алло\nБорис: да\nслушаю", "Борис: кто это\nАнна: я")) == [
        ("Анна", "алло", 1000, 1900),
        ("Борис", "да\nслушаю", 1000, 1900),
        ("Борис", "кто это", 2000, 2900),
        ("Анна", "я", 2000, 2900),
    ]


@pytest.mark.parametrize("name", ["[SPEAKER_00]", "[SPEAKER_00]:", "SPEAKER_00:", "Speaker 1:", ">> SPK1:", "- Агент (SPK1):"])
def test_names_of_diarizers_always_count(name: str) -> None:
    speaker, words = said(srt("one", f"{name} two", "three", "four", "five"))[1]
    assert words == "two"
    assert speaker in ("SPEAKER_00", "Speaker 1", "SPK1")


def test_a_colon_among_the_words_makes_no_speaker() -> None:
    texts = ["Смотрите: вот договор", "Слово за слово", "Итак: начнём", "12:30 у вас", "https://example.org", "Смотрите: ещё раз"]
    assert said(srt(*texts, *["и так далее"] * 10)) == [(None, text) for text in [*texts, *["и так далее"] * 10]]
    assert said(srt("Внимание: алло"))[0] == (None, "Внимание: алло")


def test_dashes_stay_one_turn() -> None:
    assert said(srt("- Алло\n- Да", "[music]")) == [(None, "- Алло\n- Да"), (None, "[music]")]


def test_names_at_changes_hold_until_the_next_one() -> None:
    texts = ["Anna Petrova (Support):\nhello", "how are you", "[music]", "Boris: fine", "thanks"]
    texts += [
        "Anna Petrova: good",
        "x",
        "y",
        "Boris: one",
        "two",
        "Carla Long (Department\nof complaints):",
        "three: four",
        "Boris: z",
        "zz",
    ]
    text = srt(*texts)
    assert [speaker for speaker, _ in said(text)] == [
        *("Anna Petrova", "Anna Petrova", None, "Boris", "Boris", "Anna Petrova", "Anna Petrova", "Anna Petrova", "Boris", "Boris"),
        *("Carla Long (Department of complaints)", "Boris", "Boris"),
    ]
    assert said(text)[10][1] == "three: four"
    assert "7 cues without a name" in remarks(text)[0]


def test_names_that_come_again_at_once_do_not_hold() -> None:
    texts = ["VOICE: one", "two", "VOICE: three", "four", "VOICE: five", "six"]
    assert [speaker for speaker, _ in said(srt(*texts))] == ["VOICE", None, "VOICE", None, "VOICE", None]


# ---------------------------------------------------------------------- captions that roll

ROLLING = """WEBVTT
Kind: captions
Language: ru

00:00:00.160 --> 00:00:02.390 align:start position:0%
{blank}
добрый<00:00:00.480><c> день</c><00:00:00.960><c> слушаю</c>

00:00:02.390 --> 00:00:02.400 align:start position:0%
добрый день слушаю
{blank}

00:00:02.400 --> 00:00:04.230 align:start position:0%
добрый день слушаю
да<00:00:02.880><c> да</c>

00:00:04.230 --> 00:00:04.240 align:start position:0%
да да
{blank}

00:00:04.240 --> 00:00:06.000 align:start position:0%
да да
да<00:00:04.500><c> да</c>

00:00:06.000 --> 00:00:06.010 align:start position:0%
да да
{blank}

""".replace("{blank}", " ")


def test_rolling_captions_are_read_once_with_the_times_of_words() -> None:
    imported, report = read(ROLLING)
    assert [(turn.text, turn.start_ms, turn.end_ms) for turn in imported.turns] == [
        ("добрый день слушаю", 160, 2390),
        ("да да", 2400, 4230),
        ("да да", 4240, 6000),
    ]
    assert [(word.start_ms, word.end_ms) for word in unpack(imported.turns[0].timing)] == [(160, 480), (480, 960), (960, 2390)]
    assert (report.lines, report.turns, report.continued) == (6, 3, 3)
    assert "5 lines rolled on" in str(report.remarks[0].message)


def test_rolling_captions_without_times_of_words() -> None:
    lines = ["a b", "c d", "e f", "g h", "i j"]
    text = srt(*["\n".join(pair) for pair in pairwise(lines)])
    text = text.replace(",900", ",999")
    assert [words for _, words in said(text)] == ["a b\nc d", "e f", "g h", "i j"]


def test_what_is_said_twice_is_not_taken_for_rolling() -> None:
    texts = ["нет", "нет", "нет", "да\nнет", "нет\nвсё", "раз\nдва", "три\nчетыре", "пять\nшесть"]
    assert [words for _, words in said(srt(*texts))] == texts


def test_few_lines_that_come_again_are_not_taken_for_rolling() -> None:
    for texts in (["да\nнет", "нет\nвсё"], ["a\nb", "b\nc", "c\nd", "d\ne", *(f"{n}\nx{n}" for n in range(5))]):
        assert [words for _, words in said(srt(*texts))] == texts


def test_lines_after_a_pause_are_new() -> None:
    text = srt(*["\n".join(pair) for pair in pairwise("abcdef")]).replace("--> 00:00:01,900", "--> 00:00:01,100")
    assert [words for _, words in said(text)] == ["a\nb", "b\nc", "d", "e", "f"]


def test_a_cue_that_was_only_a_name_rolls() -> None:
    text = vtt("Anna:", "Anna:\nhi<00:02.500><c> you</c>", "hi you\nno<00:03.500><c> one</c>").replace("900", "999")
    assert [words for _, words in said(text)] == ["Anna:", "hi you", "no one"]


# ---------------------------------------------------------------------- anything at all

PIECES = st.sampled_from(
    [
        "1\n",
        "00:00:01,000 --> 00:00:02,000\n",
        "00:01.5 -> 00:02\n",
        "-->",
        "\n",
        "\n\n",
        " ",
        "Anna: ",
        "[x]: ",
        "<v A>",
        "</v>",
        "<c>",
        "<00:00:01.500>",
        "да",
        "нет ",
        "&lt;",
        "&#0;",
        "{\\an8}",
        "NOTE ",
        "WEBVTT\n\n",
        "?: ",
        "- ",
        "(",
        "99999:99",
        "\r",
        "\u2028",
        "\x1b",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["srt", "vtt", "sbv"]))
def test_whatever_the_file_the_counts_add_up(text: str, format: str) -> None:
    try:
        imported, report = read(f"1\n00:00:01,000 --> 00:00:02,000\n{text}", format=format)
    except FormatError:
        return
    assert report.turns + report.continued + report.blank + report.not_understood == report.lines
    assert report.turns == len(imported.turns)
