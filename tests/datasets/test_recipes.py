"""What each recipe makes of a call."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator import formats
from annotator.core.commands import topics, turns
from annotator.core.commands.transcripts import as_transcript
from annotator.core.model import Decision, SourceSpan, Transcript
from annotator.datasets import RECIPES, by_name, correction, duplicates, roles, speakers
from annotator.datasets import topics as topics_recipe
from annotator.datasets.base import Call, Shape, Stamp
from annotator.datasets.duplicates import repeats
from annotator.datasets.preferences import decisions

TEXT = """Support (SPK00): hello how can i help you
Client (SPK01): i want to know when my sofa comes
Support (SPK00): when my sofa comes let me look
Client (SPK01): yes yes please thank you
Support (SPK00): it comes on monday
"""
SHAPE = Shape(window=3, stride=2, context=2)


def transcript(text: str = TEXT) -> Transcript:
    return as_transcript(formats.read(text.encode(), "call.txt")[0])


def do(call: Transcript, command, *args, **options) -> Transcript:
    return call.apply(command(call, *args, **options))


def accepted(call: Transcript, number: int, start: int, end: int, text: str) -> Transcript:
    """Return the call after these words of a source turn were removed as a repeat."""
    decision = Decision(
        call.id, f"key {number}-{start}", "accepted", "duplicates", "overlap", 0.97, (SourceSpan(number, start, end),)
    )
    call = do(call, turns.set_text, number, text) if text else do(call, turns.hide, [number])
    return replace(call, decisions={**call.decisions, decision.finding: decision})


def whole(call: Transcript, chosen: set[int] | None = None, **options) -> Call:
    visible = frozenset(turn.id for turn in call.visible)
    return Call(call, "f" * 64, visible if chosen is None else frozenset(chosen), **options)


@pytest.fixture
def repaired() -> Transcript:
    return accepted(transcript(), 3, 0, 18, "let me look")


# ---------------------------------------------------------------------- all


def rows_of_everything(call: Call):
    for recipe in RECIPES:
        for table in recipe.tables:
            for row in table.make(call, SHAPE):
                yield recipe, table, row


def test_rows_have_the_fields_that_are_described(repaired):
    tagged = repaired.apply(topics.add([], "Delivery", "#336699"))
    tagged = do(tagged, topics.tag, [2], tagged.topics[0].id)
    call = whole(tagged, sides={"SPK00": "agent"}, stamps={2: Stamp("anna", "2026-01-02T03:04:05+00:00")})
    seen = set()
    for recipe, table, row in rows_of_everything(call):
        seen.add((recipe.name, table.name))
        given = {"id", "split", "call_id", "call", "source_sha256", "app_version"}
        assert given.isdisjoint(row)
        assert given | set(row) == {field.name for field in table.columns}
        assert all(row[field.name] is not None for field in table.fields if not field.nullable)
        assert row["decided_at"] == ("2026-01-02T03:04:05+00:00" if 2 in row["turn_ids"] else None)
    assert seen == {(r.name, t.name) for r in RECIPES for t in r.tables} - {("preferences", "decisions")}


def test_turns_that_are_not_chosen_are_in_no_row_but_as_context(repaired):
    for recipe, _, row in rows_of_everything(whole(repaired, {1, 2})):
        assert set(row["turn_ids"]) <= {1, 2}, recipe.name
    assert list(rows_of_everything(whole(repaired, set()))) == []


def test_hidden_turns_belong_to_chosen_neighbours(repaired):
    hidden = do(repaired, turns.hide, [3])
    settled = [[turn.id for turn in stretch] for stretch in whole(hidden, {1, 4}).stretches]
    assert settled == [[1], [4]]
    assert [[turn.id for turn in stretch] for stretch in whole(hidden, {2, 4}).stretches] == [[2, 3, 4]]


def test_recipes_are_found_by_name():
    assert [by_name(recipe.name) for recipe in RECIPES] == list(RECIPES)
    with pytest.raises(Exception, match="no recipe nonsense"):
        by_name("nonsense")


# ---------------------------------------------------------------------- correction


def test_pairs_of_turns(repaired):
    rows = list(correction.turns(whole(do(repaired, turns.move_words_to_next, 4, 4)), SHAPE))
    assert [(row["source_text"], row["target_text"], row["changed"]) for row in rows[:4]] == [
        ("hello how can i help you", "hello how can i help you", False),
        ("i want to know when my sofa comes", "i want to know when my sofa comes", False),
        ("when my sofa comes let me look", "let me look", True),
        ("yes", "yes", False),
    ]
    assert rows[4]["source_speaker"] is None, "it has words of both"
    assert rows[4]["target_speaker"] == "Support"
    assert rows[2]["context"] == ["Support: hello how can i help you", "Client: i want to know when my sofa comes"]


def test_windows_show_what_was_removed(repaired):
    hidden = do(repaired, turns.hide, [4])
    rows = list(correction.windows(whole(hidden), SHAPE))
    assert [row["turn_ids"] for row in rows] == [[1, 2, 3, 4], [2, 3, 4, 5]]
    assert rows[1]["source_text"].splitlines() == [
        "Client: i want to know when my sofa comes",
        "Support: when my sofa comes let me look",
        "Client: yes yes please thank you",
        "Support: it comes on monday",
    ]
    assert rows[1]["target_text"].splitlines() == [
        "Client: i want to know when my sofa comes",
        "Support: let me look",
        "Support: it comes on monday",
    ]


def test_windows_do_not_reach_over_turns_that_are_not_chosen(repaired):
    rows = list(correction.windows(whole(repaired, {1, 2, 4, 5}), SHAPE))
    assert [row["turn_ids"] for row in rows] == [[1, 2], [4, 5]]


@pytest.mark.parametrize(("window", "stride", "starts"), [(2, 2, [1, 3, 4]), (5, 1, [1]), (9, 1, [1]), (4, 4, [1, 2])])
def test_every_turn_is_in_a_window(window, stride, starts):
    rows = list(correction.windows(whole(transcript()), Shape(window, stride)))
    assert [row["turn_ids"][0] for row in rows] == starts
    assert {turn for row in rows for turn in row["turn_ids"]} == {1, 2, 3, 4, 5}


# ---------------------------------------------------------------------- duplicates


def marked(call: Transcript) -> list[tuple[int, str, str]]:
    found = repeats(call)
    return [(n, call.source_turn(n).text[r.span.start : r.span.end], r.kind) for n, own in sorted(found.items()) for r in own]


def test_what_an_accepted_finding_removed_is_marked(repaired):
    assert marked(repaired) == [(3, "when my sofa comes", "overlap")]
    row = list(duplicates.turns(whole(repaired), SHAPE))[2]
    assert row["tags"] == ["B-DUP", "I-DUP", "I-DUP", "I-DUP", "O", "O", "O"]
    assert row["spans"] == [{"start": 0, "end": 18, "label": "DUP", "kind": "overlap", "confidence": 0.97}]


def test_words_that_were_brought_back_are_none(repaired):
    assert marked(do(repaired, turns.revert, 3)) == []


def test_what_was_cut_by_hand_is_marked_if_it_stands_nearby():
    assert marked(do(transcript(), turns.set_text, 3, "let me look")) == [(3, "when my sofa comes", "by_hand")]
    assert marked(do(transcript(), turns.set_text, 4, "yes please thank you")) == [(4, "yes", "by_hand")]
    assert marked(do(transcript(), turns.set_text, 2, "want to know when my sofa")) == [], "neither is beside its copy"
    two = transcript(TEXT.replace("it comes on monday", "it comes on monday for my sofa thanks"))
    assert marked(do(two, turns.set_text, 5, "it comes on monday for thanks")) == [], "two words are too few"
    assert marked(do(transcript(), turns.set_text, 4, "yes yes")) == [], "these words stand nowhere else"
    assert marked(do(transcript(), turns.set_text, 5, "it is on monday")) == [], "other words are no cut"
    assert marked(do(transcript(), turns.set_text, 2, "i want to know when sofa comes")) == [], (
        "one word stands elsewhere by chance"
    )


def test_a_hidden_turn_is_marked_if_it_stands_nearby():
    copied = transcript(TEXT + "Client (SPK01): i want know when my sofa comes\nSupport (SPK00): bye\n")
    assert marked(do(copied, turns.hide, [6])) == [], "four turns away"
    near = transcript(TEXT.replace("yes yes please thank you", "i want know when my sofa comes"))
    assert marked(do(near, turns.hide, [4])) == [(4, "i want know when my sofa comes", "by_hand")]
    assert marked(do(near, turns.hide, [5])) == []


def test_a_loop_that_was_accepted_is_not_marked_twice():
    loop = transcript("A: so so so so we go on\nB: yes\n")
    assert marked(accepted(loop, 1, 3, 11, "so we go on")) == [(1, "so so so", "overlap")]


def test_spans_of_a_call_hold_in_its_text(repaired):
    (row,) = duplicates.calls(whole(repaired), SHAPE)
    assert row["text"].splitlines() == [turn.text for turn in repaired.source.turns]
    assert [row["text"][span["start"] : span["end"]] for span in row["spans"]] == ["when my sofa comes"]
    for line in row["turns"]:
        assert row["text"][line["start"] : line["end"]] == repaired.source_turn(line["turn"]).text


def test_places_are_code_points():
    call = accepted(transcript("A: 😀 hello there my friend\nB: 😀😀 hello there my friend well\n"), 2, 3, 24, "😀😀 well")
    (row,) = duplicates.calls(whole(call), SHAPE)
    assert [row["text"][span["start"] : span["end"]] for span in row["spans"]] == ["hello there my friend"]


def test_source_turns_are_used_if_all_of_them_is_reviewed():
    parted = do(transcript(), turns.split, 2, 15)
    part = parted.visible[2].id
    numbers = [row["number"] for row in duplicates.turns(whole(parted, {1, 2, 3, 4, 5}), SHAPE)]
    assert numbers == [1, 3, 4, 5]
    assert [row["number"] for row in duplicates.turns(whole(parted, {1, 2, part}), SHAPE)] == [1, 2]
    assert len(list(duplicates.calls(whole(parted, {1, 2, 3, 4, 5}), SHAPE))) == 2


def test_conll(repaired):
    rows = [{"call_id": 1, **row} for row in duplicates.turns(whole(repaired, {1, 3}), SHAPE)]
    rows += [{**row, "call_id": 2} for row in rows[:1]]
    ((name, text),) = duplicates.conll("turns", "test", rows)
    assert name == "test.conll"
    blocks = text.split("\n\n")
    assert [block.splitlines()[0] for block in blocks if block.strip()] == [
        "-DOCSTART- O",
        "hello O",
        "when B-DUP",
        "-DOCSTART- O",
        "hello O",
    ]
    assert list(duplicates.conll("calls", "test", rows)) == []


# ---------------------------------------------------------------------- speakers, roles, topics


def test_speakers_in_the_shape_of_diarizationlm(repaired):
    moved = do(repaired, turns.move_words_to_next, 4, 4)
    (row,) = speakers.stretches(whole(moved), SHAPE)
    assert row["hyp_spk"] == " ".join("1" * 6 + "2" * 8 + "1" * 7 + "2" * 5 + "1" * 4)
    assert row["ref_text"].split()[14:] == "let me look yes yes please thank you it comes on monday".split()
    assert row["ref_spk"] == " ".join("1" * 6 + "2" * 8 + "1" * 3 + "2" * 1 + "1" * 8)
    assert row["hyp_spk_oracle"] == " ".join("1" * 6 + "2" * 8 + "1" * 7 + "2" * 1 + "1" * 8)
    assert row["ref_diarized_text"].startswith("<speaker:1> hello how can i help you <speaker:2> i want")
    assert row["speakers"] == [
        {"number": "1", "speaker": "SPK00", "label": "Support"},
        {"number": "2", "speaker": "SPK01", "label": "Client"},
    ]
    ((name, text),) = speakers.utterances("calls", "train", [row])
    assert name == "train.json"
    assert '"utterances"' in text
    with pytest.raises(AssertionError):
        list(speakers.utterances("calls", "train", [row | {"ref_spk": "1 2"}]))


def test_roles_are_sides_where_they_are_known():
    rows = list(roles.turns(whole(transcript(), sides={"SPK00": "agent"}), SHAPE))
    assert [row["label"] for row in rows] == ["agent", "Client", "agent", "Client", "agent"]
    assert rows[0]["same_speaker"] is None
    assert rows[1]["same_speaker"] is False
    assert rows[4]["context"] == ["Support: when my sofa comes let me look", "Client: yes yes please thank you"]


def test_topics_and_where_they_change():
    call = transcript()
    call = call.apply(topics.add([], "Delivery", "#336699"))
    call = call.apply(topics.add(call.topics, "Date", "#336699", parent_id=call.topics[0].id))
    for n, topic in ((2, 0), (3, 0), (3, 1), (5, 1)):
        call = do(call, topics.tag, [n], call.topics[topic].id)
    rows = list(topics_recipe.turns(whole(call), SHAPE))
    assert [row["topics"] for row in rows] == [[], ["Delivery"], ["Delivery", "Delivery / Date"], [], ["Delivery / Date"]]
    (row,) = topics_recipe.calls(whole(call), SHAPE)
    assert row["boundaries"] == [0, 1, 1, 1, 1]
    assert list(topics_recipe.turns(whole(transcript()), SHAPE)) == [], "nobody has tagged this call"
    assert list(decisions(whole(call), SHAPE)) == []
