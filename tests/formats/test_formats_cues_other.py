"""ASS, TTML, SAMI, SBV, MPL2, TMPlayer, LRC and MicroDVD: what is read of each."""

from __future__ import annotations

import pytest

from annotator import formats
from annotator.core.errors import FormatError
from annotator.core.model import Imported
from annotator.core.spoken import unpack
from annotator.formats.base import ImportReport

Turn = tuple[str | None, str, int | None, int | None]


def read(text: str, format: str | None = None) -> tuple[Imported, ImportReport]:
    return formats.read(text.encode(), "call.txt", format=format)


def turns(text: str, format: str | None = None) -> list[Turn]:
    return [(turn.speaker_id, turn.text, turn.start_ms, turn.end_ms) for turn in read(text, format)[0].turns]


def word_times(text: str) -> list[list[tuple[str, int | None, int | None]]]:
    return [
        [(turn.text[word.start : word.end], word.start_ms, word.end_ms) for word in unpack(turn.timing)]
        for turn in read(text)[0].turns
    ]


def kind(text: str) -> str:
    return read(text)[0].format


ASS = """[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname
Style: Default,Arial

[Events]
Format: Start, End, Layer, Style, Actor, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0:00:03.00,0:00:04.00,0,Default,Boris,0,0,0,,{\\k20}One, {\\k30}two{\\p1}m 0 0 l 5 5{\\p0}
Dialogue: 0:00:01.00,0:00:02.50,0,Default,Anna,0,0,0,,{\\i1}Hello{\\i0}, yes\\Nline\\hmore: a
Comment: 0:00:01.00,0:00:02.50,0,Default,,0,0,0,,no words
Dialogue: 0:00:05.00,0:00:0
Dialogue: what,0:00:06.00,0,Default,,0,0,0,,no time
"""


def test_ass() -> None:
    imported, report = read(ASS)
    assert imported.format == "ass"
    assert turns(ASS) == [("Anna", "Hello, yes\nline more: a", 1000, 2500), ("Boris", "One, two", 3000, 4000)]
    assert word_times(ASS) == [[], [("One,", 3000, 3200), ("two", 3200, 3500)]]
    assert (report.lines, report.turns, report.not_understood) == (4, 2, 2)
    assert "Line 13 " in str(report.remarks[0].message)


def test_ssa_without_names_takes_them_from_the_words() -> None:
    text = "[Script Info]\n\n[Events]\n" + "".join(
        f"Dialogue: Marked=0,0:00:0{n}.00,0:00:0{n}.50,Default,,0,0,0,,{name}: yes, indeed\n"
        for n, name in enumerate(["A", "B", "A"])
    )
    assert [turn[:2] for turn in turns(text)] == [("A", "yes, indeed"), ("B", "yes, indeed"), ("A", "yes, indeed")]


TTML = """<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"
    xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="25" ttp:tickRate="1000">
<head><metadata><ttm:agent xml:id="a1" type="person"><ttm:name type="full">Anna  Petrova</ttm:name></ttm:agent></metadata></head>
<body><div begin="10s">
  <p begin="1s" end="00:00:02.500" ttm:agent="a1"><ttm:desc>no words</ttm:desc>one <span>two</span><br/>
     three</p>
  <p begin="00:00:03:05" dur="500ms"><span ttm:agent="b">four</span> <span ttm:agent="a1">five</span></p>
  <p begin="4000t" end="5000t"><span begin="0s" end="0.4s">six</span> <span begin="0.5s" end="1s">sev</span><span>en</span></p>
  <p begin="6s" end="7s"> </p>
</div></body></tt>
"""


def test_ttml() -> None:
    imported, report = read(TTML)
    assert imported.format == "ttml"
    assert turns(TTML) == [
        ("a1", "one two\nthree", 11_000, 12_500),
        ("b", "four", 13_200, 13_700),
        ("a1", "five", 13_200, 13_700),
        (None, "six seven", 14_000, 15_000),
    ]
    assert [(speaker.id, speaker.name) for speaker in imported.speakers] == [("a1", "Anna Petrova"), ("b", "")]
    assert word_times(TTML)[3][0] == ("six", 14_000, 14_400)
    assert (report.lines, report.blank) == (5, 1)


def test_ttml_whose_times_all_count_from_the_beginning() -> None:
    inside = '<p begin="12s" end="15s">one</p><p begin="15s" end="19s">two</p>'
    text = f'<tt xmlns="http://www.w3.org/ns/ttml"><body><div begin="12s" end="20s">{inside}</div></body></tt>'
    assert [turn[2:] for turn in turns(text)] == [(12_000, 15_000), (15_000, 19_000)]
    assert [turn[2:] for turn in turns(text.replace("12s", "2s").replace("20s", "40s"))] == [(4000, 17_000), (17_000, 21_000)]


def test_damaged_ttml_is_refused_with_the_place() -> None:
    with pytest.raises(FormatError, match="damaged in line"):
        read(TTML[:-20])


def test_sami() -> None:
    text = """<SAMI><HEAD><STYLE TYPE="text/css"><!-- P {} .RU {Name: Russian;} --></STYLE></HEAD><BODY>
    <SYNC Start=1000><P Class=RU>Алло<br>да &amp; нет<P Class=EN>Hello
    <SYNC Start="2000"><P Class=RU>&nbsp;
    <SYNC Start=3000><P ID=Source Class=RU>Анна:<P Class=RU>Слушаю <i>вас</i>
    <SYNC Start=4000><P Class=RU>Ещё</BODY></SAMI>"""
    assert kind(text) == "sami"
    assert turns(text) == [
        (None, "Алло\nда & нет", 1000, 2000),
        ("Анна", "Слушаю вас", 3000, 4000),
        ("Анна", "Ещё", 4000, None),
    ]
    assert read(text)[1].not_understood == 1


def test_sbv() -> None:
    text = "0:00:00.599,0:00:04.160\n>> ANNA: one\ntwo\n\n0:00:04.160,0:00:06.770\n>> BORIS: three\n"
    assert kind(text) == "sbv"
    assert turns(text) == [("ANNA", "one\ntwo", 599, 4160), ("BORIS", "three", 4160, 6770)]


def test_mpl2() -> None:
    text = "[-5][9]one\n[10][25]/two|/three {y:i}\nbroken\n" + "".join(f"[{n}][]more\n" for n in range(30, 40))
    assert kind(text) == "mpl2"
    assert turns(text)[:3] == [(None, "one", None, 900), (None, "two\nthree", 1000, 2500), (None, "more", 3000, None)]
    assert read(text)[1].not_understood == 1


def test_tmplayer() -> None:
    text = "00:00:01:one|two\n00:00:03:\n00:00:04,1=three\n00:00:04,2=four\n00:00:05=12:30\n"
    assert kind(text) == "tmplayer"
    assert turns(text) == [(None, "one\ntwo", 1000, 3000), (None, "three\nfour", 4000, None), (None, "12:30", 5000, None)]


def test_lrc() -> None:
    text = "[ti:a song]\n[offset:+100]\n[00:05.10][01:00.10]again\n[00:01.10]<00:01.20>one <00:01.60>two\n[00:02.10]\n"
    assert kind(text) == "lrc"
    assert turns(text) == [(None, "one two", 1000, 2000), (None, "again", 5000, None), (None, "again", 60_000, None)]
    assert kind("[00:12.30]one\n[00:13.30]two: three\n[00:14.30]four\n") == "lrc"


def test_microdvd_needs_to_say_how_many_frames_a_second_has() -> None:
    text = "{1}{1}25\n{25}{50}{y:i}one|two\n{75}{}three\n"
    assert kind(text) == "microdvd"
    assert turns(text) == [(None, "one\ntwo", 1000, 2000), (None, "three", 3000, None)]
    with pytest.raises(FormatError, match="counts in frames"):
        read("{25}{50}one\n{75}{90}two\n")


@pytest.mark.parametrize("format", ["ass", "ttml", "sami", "sbv", "mpl2", "tmplayer", "lrc", "microdvd", "srt", "vtt"])
@pytest.mark.parametrize(
    "text", [" ", "Anna: one\nBoris: two", "{1}{1}25", "<tt/>", "<sami>", "[Events]\nFormat: a\nDialogue: b", "[ti:x]"]
)
def test_a_file_of_another_kind_is_refused(format: str, text: str) -> None:
    with pytest.raises(FormatError):
        read(text, format)


def test_every_reader_takes_what_pysubs2_writes() -> None:
    pysubs2 = pytest.importorskip("pysubs2")
    subtitles = pysubs2.SSAFile()
    for n, words in enumerate(["алло, да", "слушаю\\Nвас", "до свидания"], 1):
        subtitles.append(pysubs2.SSAEvent(start=n * 2000, end=n * 2000 + 1000, text=words, name="Анна"))
    for name, theirs in {
        "srt": "srt",
        "vtt": "vtt",
        "ass": "ass",
        "ssa": "ass",
        "ttml": "ttml",
        "mpl2": "mpl2",
        "tmp": "tmplayer",
    }.items():
        imported = read(subtitles.to_string(name))[0]
        assert imported.format == theirs
        assert [turn.text.split() for turn in imported.turns] == [["алло,", "да"], ["слушаю", "вас"], ["до", "свидания"]]
        assert [turn.start_ms for turn in imported.turns] == [2000, 4000, 6000]
    frames = read(subtitles.to_string("microdvd", fps=25))[0]
    assert [(turn.start_ms, turn.end_ms) for turn in frames.turns] == [(2000, 3000), (4000, 5000), (6000, 7000)]
