"""Rules: how several of them share a text, and what may be read as rules."""

from __future__ import annotations

import json

import pytest

from annotator.core.errors import CommandError, FormatError
from annotator.search.matching import Query
from annotator.search.rules import MOST_BYTES, MOST_RULES, MOST_SIGNS, Rule, RuleSet, find, from_json, merged, to_json, with_rule

RULE = Rule("сапорт", Query("сапорт", "саппорт", "lemma", fold_yo=False))
SETS = (RuleSet("Имена", (RULE, Rule("даты", Query(r"(\d+) мая", r"\1.05", "regex", ignore_case=False)))), RuleSet("Пусто"))


def run(queries, text):
    made, at = "", 0
    for start, end, new in find([q.finder() for q in queries], text):
        made += text[at:start] + new
        at = end
    return made + text[at:]


def test_all_rules_look_at_the_text_as_it_is_and_the_earlier_one_has_the_words():
    assert run([Query("а", "б"), Query("б", "в")], "а б") == "б в"
    assert run([Query("б в", "1"), Query("а б", "2"), Query("г", "3")], "а б в г") == "а 1 3"
    assert run([Query("б", "2"), Query("а б в", "1"), Query("в", "3")], "а б в") == "а 2 3"


def test_what_reads_so_already_is_no_hit_but_belongs_to_its_rule():
    assert list(find([Query("ещё", "ещё").finder()], "ещё еще")) == [(4, 7, "ещё")]
    assert run([Query("ещё раз", "ещё раз"), Query("раз", "два")], "ещё раз раз") == "ещё раз два"


def test_rules_come_back_as_they_were_written():
    assert from_json(to_json(SETS)) == SETS
    assert from_json(to_json(SETS).encode()) == SETS


def test_halves_of_characters_become_ones_that_can_be_kept():
    rule = {"name": "a\ud83d", "find": "\ude00 ", "replace": "😀", "mode": "plain"}
    (found,) = from_json(json.dumps({"annotator_rules": 1, "sets": [{"name": "b\ud83d", "rules": [rule]}]}))
    assert found == RuleSet("b\ufffd", (Rule("a\ufffd", Query("\ufffd ", "😀", "plain")),))


def test_flags_may_be_left_out():
    text = '{"annotator_rules": 1, "sets": [{"name": "a", "rules": [{"name": "b", "find": "c", "replace": "", "mode": "word"}]}]}'
    assert from_json(text) == (RuleSet("a", (Rule("b", Query("c", mode="word")),)),)


def broken(change):
    data = json.loads(to_json(SETS))
    change(data)
    return json.dumps(data)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "no JSON (1:2)"),
        ("[" * 100_000, "no JSON"),
        (b"\xff\xfe\x00", "no JSON"),
        ("[]", "“annotator_rules” is missing"),
        (" " * 5_000_001, "too big"),
        (broken(lambda d: d.update(annotator_rules=2)), "newer version"),
        (broken(lambda d: d.update(sets={})), "the file, “sets”: it must be a list"),
        (broken(lambda d: d["sets"].insert(0, 5)), "set 1, “name”: it must be text"),
        (broken(lambda d: d["sets"][1].update(name="Имена")), "set 2, “name”: it is there twice"),
        (broken(lambda d: d["sets"][0]["rules"][1].update(name="сапорт")), "set 1, rule 2, “name”: it is there twice"),
        (broken(lambda d: d["sets"][0]["rules"][0].pop("replace")), "set 1, rule 1, “replace”: it must be text"),
        (broken(lambda d: d["sets"][0]["rules"][0].update(find=" ")), "set 1, rule 1, “find”: it must be text"),
        (broken(lambda d: d["sets"][0]["rules"][0].update(mode="x")), "“x” is none of plain, word, lemma, regex"),
        (broken(lambda d: d["sets"][0]["rules"][0].update(fold_yo=1)), "“fold_yo”: it must be true or false"),
        (broken(lambda d: d["sets"][0]["rules"][1].update(find="(")), "set 1, rule 2, “find”: This pattern is not understood"),
    ],
)
def test_what_is_no_set_of_rules_is_refused_with_the_place(text, said):
    with pytest.raises(FormatError) as caught:
        from_json(text)
    assert said in str(caught.value)


def test_a_rule_is_added_to_its_set_under_a_name_of_its_own():
    more = with_rule(SETS, " Имена ", Rule(" ещё ", Query("a")))
    assert [r.name for r in more[0].rules] == ["сапорт", "даты", "ещё"]
    assert with_rule(SETS, "Новые", RULE)[2] == RuleSet("Новые", (RULE,))
    with pytest.raises(CommandError, match="already"):
        with_rule(SETS, "Имена", RULE)
    for set_name, name in (("", "a"), ("a", " ")):
        with pytest.raises(CommandError, match="need a name"):
            with_rule(SETS, set_name, Rule(name, Query("a")))


def test_imported_sets_get_numbers_where_their_names_are_taken():
    assert [s.name for s in merged(SETS, [RuleSet("Имена"), RuleSet("Имена"), RuleSet("Б")])] == [
        *("Имена", "Пусто", "Имена 2", "Имена 3", "Б")
    ]


def test_no_more_is_kept_than_can_be_read_again():
    many = RuleSet("Много", tuple(Rule(str(n), Query("а")) for n in range(MOST_RULES - 1)))
    assert from_json(to_json([many])) == (many,)
    long, pattern = Query("я" * MOST_BYTES), Query("(а|б)" * (MOST_SIGNS // 5) + "в", mode="regex")
    for sets in ([many, RuleSet("ещё")], *([RuleSet("длинное", (Rule("а", query),))] for query in (long, pattern))):
        with pytest.raises(CommandError, match="too many or too long"):
            to_json(sets)


def test_a_file_with_a_great_many_sets_is_refused_before_it_is_looked_at():
    slow = {"name": "a", "find": "(а|б)" * 100_000, "replace": "", "mode": "regex"}
    for sets in (
        [{"name": str(n), "rules": []} for n in range(30_000)],
        [{"name": "a", "rules": [[]] * 300_000}],
        [{"name": "a", "rules": [slow]}],
    ):
        with pytest.raises(FormatError, match="too big"):
            from_json(json.dumps({"annotator_rules": 1, "sets": sets}))
