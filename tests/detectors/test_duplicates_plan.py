"""Alignment of a call with itself, and the choice of the words that go."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.finding import Span
from annotator.core.model import Turn
from annotator.detectors.duplicates_align import GAP, Pair, Stream, align, stretches
from annotator.detectors.duplicates_plan import Scored, plan


def stream(*texts: str, ignore: tuple[Span, ...] = ()) -> Stream:
    return Stream([Turn(1, n, float(n), "AB"[n % 2], text) for n, text in enumerate(texts)], ignore)


def pairs(of: Stream) -> list[Pair]:
    return [item for item in align(of) if isinstance(item, Pair)]


def said(of: Stream, copy: range) -> str:
    return " ".join(of.words[k] for k in copy)


def longest(of: Stream) -> Pair:
    return max(pairs(of), key=lambda pair: len(pair.links))


def test_stream_knows_where_its_words_stand() -> None:
    s = stream("Добрый день, — сказал он", "ещё раз", ignore=(Span(1, 0, 3, "ещё"),))
    assert s.words == ["добрый", "день", "сказал", "он", "раз"]
    assert [s.place(k) for k in (2, 4)] == [(15, 21), (4, 7)]
    assert [s.starts(k) for k in range(6)] == [True, False, False, False, True, True]
    assert (s.lead(2), s.trail(2), s.lead(4), s.trail(4)) == (2, 1, 0, 0)


def test_numbers_that_begin_alike_are_not_the_same() -> None:
    assert pairs(stream("заказы 120501 120502 120503 120504 120505")) == []


def test_words_added_lost_or_misheard_in_a_copy_do_not_break_it() -> None:
    s = stream("мы отправим вам договор на почту завтра до обеда", "мы отправим договор на новую почту завтра к обеда")
    pair = longest(s)
    assert said(s, pair.a) == "мы отправим вам договор на почту завтра до обеда"
    assert said(s, pair.b) == "мы отправим договор на новую почту завтра к обеда"
    assert len(pair.links) == 7
    assert all(s.stems[i] == s.stems[j] for i, j in pair.links)


def test_a_loop_is_one_pair_that_begins_with_a_turn_where_it_can() -> None:
    s = stream("ну тогда завтра позвоните мне завтра", "позвоните мне завтра позвоните мне завтра")
    (pair,) = [p for p in pairs(s) if p.period]
    assert pair.period == 3
    assert s.starts(pair.b.start)
    assert said(s, pair.b) == "позвоните мне завтра позвоните мне завтра"


def test_copies_further_back_than_the_window_are_not_compared() -> None:
    words = [
        "акт",
        "без",
        "вес",
        "год",
        "дом",
        "еда",
        "жар",
        "зуб",
        "иск",
        "йод",
        "кот",
        "лес",
        "мир",
        "нос",
        "обед",
        "пар",
        "рис",
        "сад",
        "тон",
        "ухо",
    ]
    between = [f"{a}{b}" for a in words[:10] for b in words][: GAP + 1]
    assert pairs(stream("прошу прислать новый договор " + " ".join(between) + " прошу прислать новый договор")) == []


def test_stretches_end_at_gaps_and_turn_ends() -> None:
    s = stream("а б в", "г д")
    assert stretches([]) == []
    assert stretches([4, 0, 1, 2, 3]) == [range(0, 5)]
    assert stretches([4, 0, 2, 3], s) == [range(0, 1), range(2, 3), range(3, 5)]


def test_the_copy_that_another_pair_keeps_stays() -> None:
    run = "договор заканчивается первого марта будущего "
    s = stream(run + "года", run + "году", run + "годы")
    first, second, third = (range(n, n + 6) for n in (0, 6, 12))

    def pair(a: range, b: range) -> Pair:
        return Pair(a, b, tuple(zip(a, b, strict=True)))

    scored = [Scored(pair(first, second), 0.99, 0.9), Scored(pair(second, third), 0.9, 0.9), Scored(pair(first, third), 0.8, 0.9)]
    (result,) = plan(s, scored, 0.5)
    assert result.stays == set(second)
    assert result.goes == {*first, *third}
    assert 0.9 <= result.confidence <= 0.99
    assert len(set(result.other_way()) & {*second}) == 6
    apart = plan(s, scored, 0.95)
    assert [sorted(r.goes) for r in apart] == [list(first), list(third)]


@pytest.mark.parametrize(
    ("first", "second", "goes"),
    [
        ("хорошо мастер придёт после обеда", "мастер придёт после обеда и возьмёт счётчик", range(1, 5)),
        ("хорошо мастер придёт после обеда", "мастер придёт после обеда", range(5, 9)),
        ("мастер придёт после обеда в среду", "мастер придёт после обеда и возьмёт счётчик", range(6, 10)),
    ],
)
def test_of_equal_copies_the_one_stays_that_a_turn_goes_on_from(first: str, second: str, goes: range) -> None:
    s = stream(first, second)
    pair = longest(s)
    for later in (0.01, 0.99):
        (result,) = plan(s, [Scored(pair, 0.99, later)], 0.5)
        assert sorted(result.goes) == list(goes)


def test_the_rest_of_a_copy_goes_with_it() -> None:
    said = "воронка партнер который отказался потом"
    s = stream(f"это {said}", f"{said} и еще")
    whole, rest = range(1, 6), range(6, 11)
    scored = [
        Scored(Pair(whole[1:], rest[1:], tuple(zip(whole[1:], rest[1:], strict=True))), 0.99, 0.01),
        Scored(Pair(whole, rest, tuple(zip(whole, rest, strict=True))), 0.7, 0.01),
    ]
    (result,) = plan(s, scored, 0.5)
    assert len(result.goes) == 5


@pytest.mark.parametrize(("before", "goes"), [("и потом", False), ("", True)])
def test_beside_a_copy_what_is_said_again_later_in_a_turn_is_no_copy(before: str, goes: bool) -> None:
    run = "да заявка могла уйти в отдел"
    s = stream(run, run, f"{before} заявка могла уйти в архив потому что")
    start = 12 + len(before.split())

    def pair(a: range, b: range) -> Pair:
        return Pair(a, b, tuple(zip(a, b, strict=True)))

    runs = plan(
        s, [Scored(pair(range(6), range(6, 12)), 0.99, 0.1), Scored(pair(range(7, 11), range(start, start + 4)), 0.9, 0.1)], 0.5
    )
    assert {k for run in runs for k in run.goes} == {*range(6, 12), *(range(start, start + 4) if goes else ())}


def test_a_copy_takes_its_misheard_edges_with_it() -> None:
    s = stream("хорошо приедем завтро после обеда с документам", "приедем завтра после обеда с документами на машину")
    a, b = range(1, 6), range(7, 12)
    (result,) = plan(s, [Scored(Pair(a, b, tuple(zip(a, b, strict=True))), 0.99, 0.9)], 0.5)
    assert said(s, stretches(result.goes)[0]) == "приедем завтро после обеда с документам"


words = st.sampled_from(["да", "нет", "счёт", "договор", "пришёл", "вчера", "оплата", "заявка"])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(words, min_size=1, max_size=14), min_size=1, max_size=6), st.data())
def test_of_every_word_that_goes_one_copy_stays(turns: list[list[str]], data: st.DataObject) -> None:
    s = stream(*map(" ".join, turns))
    chance = st.sampled_from((0.1, 0.5, 0.9))
    scored = [Scored(pair, data.draw(chance), data.draw(chance)) for pair in pairs(s)]
    runs = plan(s, scored, 0.5)
    gone = {k for run in runs for k in run.goes}
    assert sum(len(run.goes) for run in runs) == len(gone)
    left = {stem for k, stem in enumerate(s.stems) if k not in gone}
    for run in runs:
        linked = {k for pair in run.pairs for link in pair.links for k in link}
        assert {s.stems[k] for k in run.goes & linked} <= left
        assert run.stays
        assert run.stays.isdisjoint(run.goes)
        other = run.other_way()
        assert other
        assert {s.stems[k] for k in other & linked} <= {stem for k, stem in enumerate(s.stems) if k not in other}
