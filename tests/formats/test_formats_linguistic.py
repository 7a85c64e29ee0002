"""EXMARaLDA, Transcriber, CHAT, SALT, noScribe, the Russian National Corpus and Otter: what is read of their files."""

from __future__ import annotations

import pytest

from annotator import formats
from annotator.core.errors import FormatError
from annotator.core.model import Imported
from annotator.core.spoken import unpack
from annotator.formats import candidates
from annotator.formats.base import File, ImportReport
from annotator.formats.markup import declared
from annotator.formats.tag_soup import pieces

Row = tuple[str | None, str, int | None, int | None]


def read(data: str | bytes, name: str = "call") -> tuple[Imported, ImportReport]:
    return formats.read(data if isinstance(data, bytes) else data.encode(), name)


def rows(imported: Imported) -> list[Row]:
    return [(turn.speaker_id, turn.text, turn.start_ms, turn.end_ms) for turn in imported.turns]


def parties(imported: Imported) -> list[tuple[str, str, str]]:
    return [(speaker.id, speaker.name, speaker.role) for speaker in imported.speakers]


def remarks(report: ImportReport) -> list[str]:
    return [str(remark.message) for remark in report.remarks]


# ---------------------------------------------------------------------- EXMARaLDA

EXB = """<?xml version="1.0" encoding="UTF-8"?>
<basic-transcription><head><speakertable>
<speaker id="SPK0"><abbreviation>AN</abbreviation></speaker><speaker id="SPK1"><abbreviation/></speaker>
</speakertable></head><basic-body><common-timeline>
<tli id="T0" time="0.5"/><tli id="T1" time="1.0"/><tli id="T2"/><tli id="T3" time="2.0"/><tli id="T4" time="3.25"/>
</common-timeline>
<tier id="TIE0" speaker="SPK0" category="v" type="t" display-name="AN [v]">
<event start="T0" end="T1">good </event><event start="T1" end="T2">mor</event><event start="T2" end="T3">ning.</event>
<event start="T3" end="T4">Who calls?</event></tier>
<tier id="TIE1" speaker="SPK0" category="en" type="a" display-name="AN [en]"><event start="T0" end="T4">no</event></tier>
<tier id="TIE2" speaker="SPK1" category="v" type="t"><event start="T1" end="T2">hello</event><event start="T3" end="T4">me</event>
<event start="T9" end="T4">lost</event><event start="T4" end="T4"> </event></tier>
<tier id="TIE3" category="nv" type="d" display-name="[nv]"><event start="T0" end="T1">cough</event></tier>
</basic-body></basic-transcription>"""


def test_exmaralda_chains_of_events_are_turns() -> None:
    imported, report = read(EXB)
    assert imported.format == "exb"
    assert rows(imported) == [
        ("SPK0", "good morning. Who calls?", 500, 3250),
        ("SPK1", "hello", 1000, 1500),
        ("SPK1", "me", 2000, 3250),
    ]
    assert parties(imported) == [("SPK0", "AN", ""), ("SPK1", "", "")]
    assert (report.lines, report.turns, report.not_understood) == (4, 3, 1)
    assert remarks(report) == [
        "Passed over, because it holds no turns: AN [en], [nv].",
        "It is at no place of the time line: left out.",
    ]


def test_exmaralda_without_times_keeps_the_order_of_the_time_line() -> None:
    text = EXB.replace(' time="', ' was="')
    assert rows(read(text)[0])[:2] == [("SPK0", "good morning. Who calls?", None, None), ("SPK1", "hello", None, None)]


# ---------------------------------------------------------------------- Transcriber


def trs(turns: str, declared: str = "UTF-8") -> str:
    return (
        f'<?xml version="1.0" encoding="{declared}"?>\n<!DOCTYPE Trans SYSTEM "trans-14.dtd">\n<Trans><Speakers>'
        f'<Speaker id="spk1" name="Анна"/><Speaker id="spk2" name="spk2"/></Speakers>'
        f'<Episode><Section startTime="0" endTime="9">{turns}</Section></Episode></Trans>'
    )


def test_transcriber_turns_and_who_speaks_at_the_same_time() -> None:
    imported, report = read(
        trs(
            '<Turn speaker="spk1" startTime="0" endTime="2.5"><Sync time="0"/>\nдобрый\n<Event desc="rire" type="noise"/>\nдень\n'
            '<Sync time="1.5"/>\nслушаю <Comment desc="unclear"/>вас</Turn>'
            '<Turn startTime="2.5" endTime="3"><Sync time="2.5"/></Turn>'
            '<Turn startTime="3" endTime="4"><Sync time="3"/>музыка<Background time="3" level="off"/></Turn>'
            '<Turn speaker="spk2 spk1" startTime="4" endTime="6"><Sync time="4"/>\n<Who nb="1"/>\nнет\n<Who nb="2"/>\nда\n'
            '<Sync time="5"/>\n<Who nb="2"/>\nда да\n<Who nb="7"/>кто</Turn>'
        )
    )
    assert imported.format == "trs"
    assert rows(imported) == [
        ("spk1", "добрый день слушаю вас", 0, 2500),
        (None, "музыка", 3000, 4000),
        ("spk2", "нет", 4000, 5000),
        ("spk1", "да", 4000, 5000),
        ("spk1", "да да", 5000, 6000),
        (None, "кто", 5000, 6000),
    ]
    assert parties(imported) == [("spk1", "Анна", ""), ("spk2", "", "")]
    assert (report.lines, report.turns, report.blank) == (7, 6, 1)
    assert remarks(report) == [
        "2 noises and events were taken out of the words.",
        "1 comments were taken out of the words.",
    ]


WORDS = '<Turn speaker="spk1" startTime="0" endTime="2"><Sync time="0"/>{}</Turn>'


@pytest.mark.parametrize(
    ("declared", "encoding", "words"),
    [
        ("windows-1251", "cp1251", "добрый день, компания слушает вас внимательно"),
        ("ISO-8859-1", "utf-8", "объявлено одно, а записано другое"),
        ("ISO-8859-1", "cp1251", "объявлено одно, а записано совсем другое, и это видно по буквам"),
        ("koi8-r", "koi8-r", "да"),
        ("no-such", "cp1251", "да"),
        ("UTF-16", "cp1251", "нет"),
        ("no-such", "cp1251", "кодировки такой нет, но текст прочитать всё равно можно"),
    ],
)
def test_transcriber_encodings(declared: str, encoding: str, words: str) -> None:
    imported, _ = read(trs(WORDS.format(words), declared).encode(encoding))
    assert rows(imported) == [("spk1", words, 0, 2000)]


def test_latin_1_is_believed_where_it_cannot_be_told() -> None:
    text = trs(WORDS.format("ça n'a été"), "ISO-8859-1").replace("Анна", "Éva")
    imported, _ = read(text.encode("latin-1"))
    assert rows(imported) == [("spk1", "ça n'a été", 0, 2000)]


# ---------------------------------------------------------------------- CHAT

CHAT = """@UTF8
@Begin
@Languages:\teng
@Participants:\tCHI Ruth_Ann Target_Child, MOT Mother,
\tUNK Unidentified
@ID:\teng|corpus|CHI|||||Target_Child|||
*MOT:\twhat's (.) that &=laughs ? \x15100_1500\x15
%mor:\tpro|what
\tcop|be
*CHI:\t<it's> [//] &-um it's a ba:~ll@f [: ball] [* s] (1.5) goin(g) up +...
\tyeah . \x151500_2000\x15 \x152000_2750\x15
%wor:\tit's \x151500_1600\x15 it's \x151600_1700\x15 a \x151700_1750\x15 ball \x151750_2000\x15
@Comment:\tthe phone rings
*CHI:\t0 . \x152750_3000\x15
*UNK:\txxx Big_Bird &*MOT:mhm +"/.
*MOT:\tyou ⌈want⌉ ↑it↓ ‡ 0is he +//?
@End
"""


def test_chat_words_are_left_and_marks_taken_out() -> None:
    imported, report = read(CHAT)
    assert imported.format == "chat"
    assert rows(imported) == [
        ("MOT", "what's that?", 100, 1500),
        ("CHI", "it's um it's a ball going up… yeah.", 1500, 2750),
        ("UNK", "xxx Big Bird…", None, None),
        ("MOT", "you want it, he?", None, None),
    ]
    assert parties(imported) == [("MOT", "", "Mother"), ("CHI", "Ruth Ann", "Target Child"), ("UNK", "", "Unidentified")]
    assert (report.lines, report.turns, report.blank, report.not_understood) == (5, 4, 1, 0)
    assert sorted(remarks(report)) == [
        "1 words of others inside a turn were taken out.",
        "1 words that nobody said were taken out.",
        "2 marks of pauses were taken out of the words.",
        "2 noises and events were taken out of the words.",
        "3 codes in brackets were taken out of the words.",
    ]


def test_chat_lines_below_tell_when_words_are_spoken() -> None:
    imported, _ = read(CHAT)
    turn = imported.turns[1]
    heard = [(turn.text[word.start : word.end], word.start_ms, word.end_ms) for word in unpack(turn.timing)]
    assert heard == [("it's", 1500, 1600), ("it's", 1600, 1700), ("a", 1700, 1750), ("ball", 1750, 2000)]


def test_chat_without_headers_and_with_stray_lines() -> None:
    imported, report = read("*PAR:\tgood day .\n*INV:\tyes ?\n*PAR:\tso it is !\n*INV:\tfine .\nstray\n")
    assert rows(imported) == [
        ("PAR", "good day.", None, None),
        ("INV", "yes?", None, None),
        ("PAR", "so it is!", None, None),
        ("INV", "fine.", None, None),
    ]
    assert (report.lines, report.turns, report.not_understood) == (5, 4, 1)
    assert remarks(report) == ["Neither a turn nor a header: left out."]


def test_chat_old_bullets_and_underlining() -> None:
    text = '@Begin\r\n*A:\tso \x02\x01loud\x02\x02 . \x15%snd:"tape 7"_1200_3400\x15\r\n*B:\t\x15%pic:"x.jpg"\x15 yes .\r\n@End\r\n'
    assert rows(read(text)[0]) == [("A", "so loud.", 1200, 3400), ("B", "yes.", None, None)]


# ---------------------------------------------------------------------- SALT

SALT = """$ Child, Examiner
+ Language: English
+ CA: 5;7
- :00
E What pet/s do you have?
; :03
C (Um I I*) I have two rabbit/s and he/'s {points} big [EU].
C They were *very call/ed[EW] went|go Mum/z Fruit_Loop/s^
= the phone rings
- 1:30
E <And then>
C <No>
- 2:5
C A long one that
goes on here.
C It want/3s he/h's>
- 1:12:50
"""


def test_salt_turns_between_time_lines() -> None:
    imported, report = read(SALT)
    assert imported.format == "salt"
    assert rows(imported) == [
        ("E", "What pets do you have?", 0, None),
        ("C", "Um I I- I have two rabbits and he's big.", None, None),
        ("C", "They were called went Mums Fruit Loops…", None, 90_000),
        ("E", "And then", 90_000, 125_000),
        ("C", "No", 90_000, 125_000),
        ("C", "A long one that goes on here.", 125_000, None),
        ("C", "It wants he's…", None, 4_370_000),
    ]
    assert parties(imported) == [("E", "Examiner", ""), ("C", "Child", "")]
    assert sorted(remarks(report)) == [
        "1 comments were taken out of the words.",
        "1 words that nobody said were taken out.",
        "2 codes in brackets were taken out of the words.",
    ]


def test_salt_with_colons() -> None:
    imported, _ = read("$ Clinician, Patient\nC: Good day.\nP: X X today {nods}.\nP: {nods}.\n")
    assert rows(imported) == [("C", "Good day.", None, None), ("P", "X X today.", None, None)]


# ---------------------------------------------------------------------- noScribe


def anchor(start: int, end: int, who: str, text: str) -> str:
    return f'<a name="ts_{start}_{end}{who}" >{text}</a>'


def noscribe(*paragraphs: str) -> str:
    document = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0//EN" "http://www.w3.org/TR/REC-html40/strict.dtd">\n<html ><head >'
    document += '<title>x</title></head><body ><p style="font-weight: 600" >Беседа: запись</p>'
    return document + "".join(f"<p >{text}</p>" for text in paragraphs) + "</body></html>"


def stamp(clock: str) -> str:
    return f'<span style="color: #78909C" >[{clock}]</span>'


def test_noscribe_paragraphs_are_turns_and_so_is_what_is_said_meanwhile() -> None:
    imported, report = read(
        noscribe(
            anchor(0, 900, "_", "(1 секунда паузы) "),
            anchor(900, 2000, "_S01", f"S01: {stamp('00:00:00')} Добрый день &amp; вечер.")
            + anchor(2000, 2500, "_S01", " (..)")
            + anchor(2600, 3000, "_//S00", " //S00: Угу.")
            + anchor(3000, 3100, "_//S00", " (.)")
            + anchor(3100, 4000, "_S01", "// Я слушаю: вас<br />внимательно."),
            anchor(4000, 5000, "_S01", f"S01: {stamp('00:00:04')} Алло.") + " Ещё.",
        )
    )
    assert imported.format == "noscribe"
    assert rows(imported) == [
        ("S01", "Добрый день & вечер.", 900, 2000),
        ("S00", "Угу.", 2600, 3000),
        ("S01", "Я слушаю: вас внимательно.", 3100, 4000),
        ("S01", "Алло. Ещё.", 4000, 5000),
    ]
    assert (report.lines, report.turns, report.blank) == (5, 4, 1)
    assert remarks(report) == ["3 marks of pauses were taken out of the words."]


def test_noscribe_names_that_were_put_in_the_place_of_ids() -> None:
    imported, _ = read(
        noscribe(
            anchor(0, 900, "_S00", "Анна Петровна: Да."),
            anchor(900, 1000, "_S01", "S01: Нет."),
            anchor(1000, 1500, "_S00", "S00: Да."),
        )
    )
    assert parties(imported) == [("S00", "Анна Петровна", ""), ("S01", "", "")]
    assert [turn.text for turn in imported.turns] == ["Да.", "Нет.", "Да."]


def test_noscribe_of_old_versions_has_no_speakers_in_its_anchors() -> None:
    imported, _ = read(
        noscribe(anchor(0, 900, "", "S00: Да.") + anchor(900, 1000, "", " Так: нет."), anchor(1000, 1100, "", "Итог: всё."))
    )
    assert rows(imported) == [("S00", "Да. Так: нет.", 0, 1000), (None, "Итог: всё.", 1000, 1100)]


# ---------------------------------------------------------------------- the Russian National Corpus

RNC = """<?xml version="1.0" encoding="windows-1251"?>
<html><head><meta title="Беседа" genre="а" genre="б"></head><body>
<a href="https://example.org/v">видео</a>
<speech role="Папа" sex="муж"><se>
<w><ana lex="читать" gr="V"></ana>Читай</w>
<distinct form=чё"><w><ana lex="что" gr="S"></ana>что</w></distinct>, <w>Паш</w>.
</se><se><w>Ну</w></se><span class="note">Говорят одновременно</span></speech>
<a href="https://example.org/v?t=74">видео</a>
<speech role="Сын"><se><w>Ладно</w>!<noindex></noindex></se></speech>
<speech role="" speaker=""><se><w>Кто</w></se></speech>
<a href="https://example.org/v?t=2m5s">конец</a></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1251"])
def test_corpus_of_russian_is_read_though_it_is_not_well_formed(encoding: str) -> None:
    imported, report = read(RNC.encode(encoding), "call.xhtml")
    assert imported.format == "rnc"
    assert rows(imported) == [
        ("Папа", "Читай что, Паш. Ну", None, 74_000),
        ("Сын", "Ладно!", 74_000, None),
        (None, "Кто", None, 125_000),
    ]
    assert remarks(report) == ["1 comments were taken out of the words."]


# ---------------------------------------------------------------------- Otter

OTTER = """Anna Smith  0:05\x20\x20
Good day. At 10:30
it begins.

More of it.

Speaker 2  1:02:03
Yes.

Unknown Speaker  1:02:04

Fine.

Transcribed by https://otter.ai
"""
OTTER_ROWS = [
    ("Anna Smith", "Good day. At 10:30 it begins. More of it.", 5000, None),
    ("Speaker 2", "Yes.", 3_723_000, None),
    ("Unknown Speaker", "Fine.", 3_724_000, None),
]


@pytest.mark.parametrize("prefix", ["", "0:00 "])
def test_otter(prefix: str) -> None:
    text = "".join(f"{prefix}{line}" if line.strip() else line for line in OTTER.splitlines(keepends=True))
    imported, report = read(text, "call.txt")
    assert imported.format == "otter"
    assert rows(imported) == OTTER_ROWS
    assert remarks(report) == ["1 turns are of speakers that Otter did not know; they may be several people."]


def test_otter_without_its_last_line_or_names() -> None:
    text = "Lead\n\nA  0:01\nyes\n\n" + "".join(f"B  0:{n}\nno\n\n" for n in range(10, 22)) + "0:31  \nwho\n"
    imported, report = read(text, "call.txt")
    assert imported.format == "otter"
    assert (rows(imported)[0], rows(imported)[-1]) == (("A", "yes", 1000, None), (None, "who", 31_000, None))
    assert (report.lines, report.turns, report.not_understood) == (15, 14, 1)


# ---------------------------------------------------------------------- what is none of them

OURS = {"exb", "trs", "chat", "salt", "noscribe", "rnc", "otter", "textgrid", "eaf"}
PLAIN = [
    "Client (SPK00): good day\nAgent (SPK01): yes\n",
    "[00:01] Анна: да\n[00:02] Борис: нет\n",
    "00:01 Анна: см. в 10:30\n00:05 Борис: до встречи в  11:00\n",
    "Anna: I said * and *** and $ Child, Examiner\nC: no\n",
    "$ 100, please\nAnna: yes\nBoris: no\n",
    "@anna: yes\n@boris: no\n*laughs*: no\n",
    "* Anna: yes\n* Boris: no\n- 0:05\n",
    "Anna  0:05\nyes\n",
    "Встреча  10:30\n\nАнна: да\nБорис: нет\nАнна: ну\n",
    "<html><body><p>Anna: yes</p><a name='top'>ts_1_2</a></body></html>",
    "A:\tyes\nB:\tno\n",
    "*A:\tyes\n*B:\tno\n" + "Anna: one more line\n" * 3,
    "Anna  0:05\nyes\n\nBoris  0:10\nno\n\n" + "One more paragraph.\n\n" * 9,
    "",
]


@pytest.mark.parametrize("text", PLAIN)
def test_other_texts_are_not_claimed(text: str) -> None:
    claims = {
        entry.name for entry in formats.FORMATS if entry.sniff and entry.name in OURS and entry.sniff(File(text.encode(), "x.cha"))
    }
    assert claims == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [(EXB, "exb"), (trs(""), "trs"), (CHAT, "chat"), (SALT, "salt"), (RNC, "rnc"), (OTTER, "otter")],
    ids=lambda v: v[:4],
)
def test_only_one_format_claims_a_file(text: str, name: str) -> None:
    assert [entry.name for entry in candidates(File(text.encode(), "x.txt"))] == [name]


@pytest.mark.parametrize("name", sorted(OURS))
@pytest.mark.parametrize("data", [b"", b"\0\xff\xfe", b"<a>", "что угодно".encode(), b"[1, 2", b"\x89PNG\r\n\x1a\n"])
def test_readers_refuse_what_is_not_theirs(name: str, data: bytes) -> None:
    with pytest.raises(FormatError):
        formats.read(data, "x", format=name)


@pytest.mark.parametrize(
    ("text", "name"),
    [(CHAT, "chat"), (SALT, "salt"), (RNC, "rnc"), (OTTER, "otter"), (noscribe(anchor(0, 9, "_S0", "a")), "noscribe")],
)
def test_half_a_file_is_read_or_refused(text: str, name: str) -> None:
    for end in range(0, len(text), 7):
        try:
            imported, report = formats.read(text[:end].encode(), "x", format=name)
        except FormatError:
            continue
        assert len(imported.turns) == report.turns
        assert report.turns + report.continued + report.blank + report.not_understood == report.lines


# ---------------------------------------------------------------------- HTML as it is found


def test_tags_and_the_text_after_them() -> None:
    text = 'a &lt; <P CLASS="x>y" id=\'1\'>b<!-- <p> > -->c<script>if (a<b) "</p>"</script>d<br/>e < f</P\n><?x y?>g<!doctype>h<1>'
    found = [(tag, after) for tag, _, after in pieces(text)]
    assert [tag for tag, _ in found if tag] == ["p", "script", "/script", "br", "/p"]
    assert "".join(after for _, after in found) == "a < y\" id='1'>bcde < fgh<1>"
    assert [attributes for tag, attributes, _ in pieces('<a href="x&amp;y" NAME=n title=\'t\' name="m">') if tag] == [
        {"href": "x&y", "name": "n", "title": "t"}
    ]


@pytest.mark.parametrize("unclosed", ["<!--", "<a ", "</", "<a b='", "<script>", "<", "&"])
def test_what_is_left_unclosed_takes_no_time(unclosed: str) -> None:
    assert len(list(pieces(unclosed * 30_000))) > 0


def test_a_declared_encoding_is_believed_where_it_can_be_and_nothing_else_tells() -> None:
    data = b'<?xml version="1.0" encoding="%s"?><a>\xe4\xe0</a>'
    assert declared(File(data % b"koi8-r", "x")).text.endswith("<a>ДЮ</a>")
    for encoding in (b"no-such", b"ascii"):
        file = File(data % encoding, "x")
        assert declared(file) is file
