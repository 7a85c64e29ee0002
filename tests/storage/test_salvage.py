"""What can be read of a damaged or hostile project is in a new one that works, and not a byte of the old one changes."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import sqlite3
import stat
import sys
from pathlib import Path

import pytest
import torture_drill

from annotator.core.commands import turns
from annotator.core.errors import Damaged, InUse, NoSpace, ProjectError, Unsupported
from annotator.core.model import SourceSpan, Transcript
from annotator.project import Project
from annotator.storage import rows, schema
from annotator.storage import salvage as salvage_module
from annotator.storage.lock import Lock
from annotator.storage.pages import Found, Pages
from annotator.storage.salvage import Report, salvage
from annotator.storage.store import Store

PAGE = 4096


def change_file(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA secure_delete = ON")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def without_journal(path: Path) -> None:
    """Have the tables be the only witness."""
    change_file(path, "DELETE FROM journal")


def rescue(path: Path) -> tuple[Report, Path]:
    before, listing = path.read_bytes(), sorted(path.parent.iterdir())
    target = path.with_name("rescued.annotator")
    report = salvage(path, target)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == sorted([*listing, target])
    return report, target


def rescued(path: Path, transcript_id: int = 1) -> tuple[Report, Transcript]:
    report, target = rescue(path)
    store = Store.open(target)
    try:
        assert not list(store.verify())
        return report, store.transcript(transcript_id, store.topics(), store.allowed(), store.role_words())
    finally:
        store.close()


# ---------------------------------------------------------------------- the pages


def as_sqlite_reads(path: Path) -> dict[str, set[tuple[object, ...]]]:
    connection = sqlite3.connect(path)
    found = {}
    for table in salvage_module.TABLES:
        columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table.name})")]
        if columns:
            own = ", ".join(column for column in table.columns if column in columns)
            found[table.name] = set(connection.execute(f"SELECT {own} FROM {table.name}"))
    connection.close()
    return found


def as_pages_read(path: Path) -> dict[str, set[tuple[object, ...]]]:
    with path.open("rb") as file:
        found = Pages(file).tables(salvage_module._shapes(), lambda name: salvage_module._KEYS[name])
    assert all(own.whole for own in found.values())
    return {name: set(own.rows.values()) for name, own in found.items()}


def test_columns_are_known_by_the_order_in_which_they_are_stored():
    known = {shape.name: shape for shape in salvage_module._shapes()}
    for table in salvage_module.TABLES:
        assert tuple(column.name for column in known[table.name].columns) == table.columns


def test_pages_are_read_as_sqlite_reads_them(project):
    assert as_pages_read(project[0]) == as_sqlite_reads(project[0])


@pytest.mark.parametrize("size", [512, 1024, 65536])
def test_rows_of_all_sizes_are_read(tmp_path, size):
    path = tmp_path / "p.annotator"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA page_size = {size}")
    db = salvage_module.Database(connection, execute_plugins=False, recursive_triggers=False)
    schema.migrate(db, 0)
    chance = random.Random(size)
    connection.execute("BEGIN")
    numbers = [0, 1, -1, 127, 128, -128, 32767, -32769, 2**23, -(2**31), 2**40, -(2**47) - 1, 2**63 - 1, -(2**63)]
    for n, number in enumerate(numbers * 20):
        text = "щ😀\0"[n % 3] * chance.choice([0, 1, 50, 300, 480, 2000, 9000])
        row = (number, n, n / 3 if n % 2 else float(n), None if n % 3 else "S", text, n or None, number)
        connection.execute(rows.TURNS.insert, (*row, "[]", "[]", text[:9], 0, 1, 0, 1))
        connection.execute("INSERT INTO sources VALUES (?, '', '', '', ?)", (n - 100, chance.randbytes(chance.randrange(20_000))))
    for n in range(700):
        connection.execute(rows.TURNS.insert, (2, n, 1.5, None, "a" * n, None, None, "[]", "[]", "", 0, 0, 0, 0))
        connection.execute("INSERT INTO sources VALUES (?, '', '', '', ?)", (n + 1000, bytes(n)))
    connection.execute("COMMIT")
    connection.close()
    assert as_pages_read(path) == as_sqlite_reads(path)


def test_names_that_share_pages_for_what_continues_do_not_fill_the_memory(tmp_path):
    path = tmp_path / "p.annotator"
    connection = sqlite3.connect(path, isolation_level=None)
    schema.migrate(salvage_module.Database(connection, execute_plugins=False, recursive_triggers=False), 0)
    big = ((f"d{n}", bytes(4000 if n else 2_000_000)) for n in range(40))
    connection.executemany("INSERT INTO learned VALUES (?, ?, '', '')", big)
    connection.close()
    with path.open("rb") as file:
        pages = Pages(file)
        pages._left = 100
        found = pages.tables(salvage_module._shapes(), lambda _: 1)["learned"]
    assert (len(found.rows), found.lost + found.pages) == (39, 1)


# ---------------------------------------------------------------------- whole, or nearly


def test_of_a_project_that_is_whole_all_is_there_with_its_history(project):
    path, transcript = project
    report, found = rescued(path)
    assert found == transcript
    assert (report.whole, report.history, report.turns, report.missing) == (True, True, 41, ())
    assert [(call.id, call.name, call.turns, call.restored, call.intact) for call in report.calls] == [(1, "call.txt", 41, 0, True)]
    left, kept = torture_drill.content(path), torture_drill.content(path.with_name("rescued.annotator"))
    assert list(map(sorted, map(repr, kept))) == list(map(sorted, map(repr, left)))
    if sys.platform != "win32":
        assert stat.S_IMODE(path.with_name("rescued.annotator").stat().st_mode) == 0o600


def test_what_was_done_before_can_be_undone_after(project):
    _, target = rescue(project[0])
    with Project.open(target) as opened:
        assert opened.undo()
        opened.apply(turns.set_text(opened.transcript(1), 1, "other"))
        while opened.undo():
            pass
        assert opened.transcripts() == ()


@pytest.mark.parametrize("table", ["turns", "speakers", "source_turns", "sources", "transcripts", "decisions", "topics"])
def test_a_whole_journal_tells_what_tables_have_lost(project, table):
    path, transcript = project
    change_file(path, f"DELETE FROM {table}")
    report, found = rescued(path)
    assert found == transcript
    assert report.whole


@pytest.mark.parametrize("number", range(1, schema.version()))
def test_projects_of_older_versions_are_read(path, number):
    connection = sqlite3.connect(path)
    connection.executescript((Path(__file__).parent / "data" / f"version_{number}.sql").read_text("utf-8"))
    connection.close()
    old = path.with_name("old.annotator")
    shutil.copy(path, old)
    report, target = rescue(path)
    assert report.history
    with Project.open(old) as known, Project.open(target) as found:
        assert found.transcript(1) == known.transcript(1)
        assert [entry.at for entry in found.history()] == [entry.at for entry in known.history()]


@pytest.mark.parametrize("number", range(1, schema.version()))
def test_rows_of_older_versions_are_read_without_their_journal(path, number):
    connection = sqlite3.connect(path)
    connection.executescript((Path(__file__).parent / "data" / f"version_{number}.sql").read_text("utf-8"))
    connection.close()
    change_file(path, "UPDATE journal SET label = '7'")
    report, found = rescued(path)
    assert not report.history
    assert [(t.speaker_id, t.text, t.hidden, t.comment) for t in found.turns] == [
        ("S0", "да", False, ""),
        ("S1", "да", True, ""),
        ("S1", "что ж", False, "look"),
    ]


def test_what_a_killed_program_left_half_done_is_taken_back_in_a_copy(project):
    path, transcript = project
    without_journal(path)
    torture_drill.half_done(path, hot=True)
    journal = path.with_name(path.name + "-journal")
    before = journal.read_bytes()
    report, found = rescued(path)
    assert journal.read_bytes() == before
    assert found == transcript
    assert report.calls[0].intact


def test_a_file_that_is_too_damaged_for_its_journal_is_read_as_it_is(project):
    path, transcript = project
    path.with_name(path.name + "-journal").write_bytes(b"nonsense" * 1000)
    data = path.read_bytes()
    path.write_bytes(bytes(100) + data[100:])
    _, found = rescued(path)
    assert found == transcript


def test_what_is_no_history_comes_along(project):
    path, _ = project
    with Project.open(path) as opened:
        project_id = opened.id
        opened.add_activity(1, 12.5)
        opened.learn("speakers", b"\0x", "report")
        opened.set_draft(1, 2, "half a", "half")
        name = opened._store.pseudonym("name", "Анна")
        drafts, learned = opened.drafts(), opened.learned("speakers")
    _, target = rescue(path)
    with Project.open(target) as found:
        assert (found.id, found.setting("place")) == (project_id, "{}")
        assert (found.activity(), found.learned("speakers"), found.drafts()) == ({1: 12.5}, learned, drafts)
        assert found._store.pseudonym("name", "Анна") == name


# ---------------------------------------------------------------------- hostile


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TRIGGER evil AFTER INSERT ON turns BEGIN DELETE FROM journal; END"],
        ["CREATE VIEW evil AS SELECT * FROM turns"],
        ["CREATE TABLE evil (x); "],
        ["CREATE INDEX evil ON turns (lower(text))"],
        ["ALTER TABLE meta ADD COLUMN evil TEXT"],
        ["ALTER TABLE turns ADD COLUMN evil BLOB AS (zeroblob(1000000000))"],
        ["ANALYZE"],
        ["PRAGMA writable_schema = ON", "UPDATE sqlite_schema SET sql = 'CREATE TABLE nonsense (' WHERE name = 'turns'"],
        ["PRAGMA user_version = 0"],
        ["PRAGMA application_id = 0"],
    ],
)
def test_of_a_project_with_things_that_are_not_ours_only_ours_is_taken(project, statements):
    path, transcript = project
    change_file(path, *statements)
    report, found = rescued(path)
    assert found == transcript
    assert report.history


def test_a_view_in_the_place_of_a_table_is_not_looked_at(project):
    path, transcript = project
    change_file(path, "DROP TABLE turns", "CREATE VIEW turns AS SELECT * FROM topics")
    without_journal(path)
    report, found = rescued(path)
    assert (report.tables["turns"].read, report.calls[0].restored) == (0, 40)
    assert [turn.text for turn in found.turns] == [said.text for said in transcript.source.turns]


# ---------------------------------------------------------------------- what does not fit together


def test_without_a_history_that_follows_the_tables_are_taken_and_that_is_said(project):
    path, transcript = project
    change_file(path, "UPDATE journal SET steps = x'00' WHERE seq = 1")
    report, found = rescued(path)
    assert found == transcript
    assert (report.history, report.whole, report.calls[0].intact) == (False, False, True)
    with Project.open(path.with_name("rescued.annotator")) as opened:
        assert opened.undo_label is None
        assert [(entry.kind, str(entry.label)) for entry in opened.history()] == [("purge", "Rescue from a damaged project")]
        opened.apply(turns.set_text(opened.transcript(1), 1, "other"))
        assert opened.undo()


def test_a_history_whose_begin_was_deleted_is_kept_when_it_leads_to_what_is_there(project):
    path, transcript = project
    with Project.open(path) as opened:
        opened.purge()
        opened.apply(turns.set_text(opened.transcript(1), 1, "other"))
        after = opened.transcript(1)
    report, found = rescued(path)
    assert report.history
    assert found == after
    with Project.open(path.with_name("rescued.annotator")) as opened:
        assert opened.undo()
        assert opened.transcript(1) == transcript
        assert opened.undo() is None


def test_a_history_that_leads_elsewhere_is_dropped(project):
    path, _ = project
    with Project.open(path) as opened:
        opened.purge()
        opened.apply(turns.set_text(opened.transcript(1), 1, "other"))
    change_file(path, "UPDATE turns SET text = 'another' WHERE id = 1")
    report, found = rescued(path)
    assert (report.history, report.calls[0].intact) == (False, False)
    assert found.turn(1).text == "another"


def test_a_history_that_lacks_its_end_is_not_believed(project):
    path, transcript = project
    change_file(path, "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)")
    report, found = rescued(path)
    assert not report.history
    assert found == transcript


def test_a_history_of_which_a_page_is_gone_is_not_believed(project):
    path, _ = project
    with path.open("rb") as file:
        found = Pages(file).tables(salvage_module._shapes(), lambda name: salvage_module._KEYS[name])
    found["sqlite_sequence"] = Found()
    assert salvage_module._of_journal(found)
    found["journal"].pages = 1
    with pytest.raises(ValueError, match="not whole"):
        salvage_module._of_journal(found)


def test_speakers_that_are_gone_are_made_anew(project):
    path, transcript = project
    change_file(path, "DELETE FROM speakers WHERE id = 'S1'")
    without_journal(path)
    _, found = rescued(path)
    assert found.turns == transcript.turns
    assert {speaker.id: speaker.name for speaker in found.speakers} == {"S0": "", "S1": ""}


def test_a_call_without_a_head_gets_one(project):
    path, transcript = project
    change_file(path, "DELETE FROM transcripts")
    without_journal(path)
    report, found = rescued(path)
    assert (found.header.name, found.turns, found.source) == ("call.txt", transcript.turns, transcript.source)
    assert report.calls[0].intact, "it is called as the file was, and was before"


def test_what_was_imported_is_put_together_from_the_turns(project):
    path, transcript = project
    with Project.open(path) as opened:
        opened.apply(turns.merge(opened.transcript(1), [6, 7]))
        transcript = opened.transcript(1)
    change_file(path, "DELETE FROM source_turns WHERE number IN (2, 3, 6, 7, 40)", "DELETE FROM sources")
    without_journal(path)
    _, found = rescued(path)
    assert found.turns == transcript.turns
    assert (found.source.data, found.source.encoding) == (b"", "utf-8")
    left = [said for said in found.source.turns if said.number != 7]
    assert left == [said for said in transcript.source.turns if said.number != 7]
    merged = found.source_turn(7)
    assert (merged.text, merged.speaker_id, merged.start_ms) == (transcript.source_turn(7).text, None, None)


def test_turns_that_come_from_nowhere_get_an_imported_turn_of_their_own(project):
    path, _ = project
    change_file(
        path,
        "UPDATE turns SET sources = '[]' WHERE id = 1",
        "UPDATE turns SET sources = '{' WHERE id = 2",
        "UPDATE turns SET sources = '[[1, 5, 2]]' WHERE id = 4",
        "UPDATE turns SET sources = '[[9999999999, 0, 5]]' WHERE id = 5",
        "UPDATE turns SET sources = '[[41, 0, 9999999999]]' WHERE id = 6",
        "UPDATE turns SET sources = '[[7, 3, 999]]' WHERE id = 7",
    )
    without_journal(path)
    _, found = rescued(path)
    assert len(found.source.turns) == 45
    for turn_id in (1, 2, 4, 5, 6):
        assert found.source_text(found.turn(turn_id)) == found.turn(turn_id).text
    assert found.turn(7).sources == (SourceSpan(7, 3, len(found.source_turn(7).text)),)


def test_turns_that_are_gone_are_as_they_were_imported_and_in_their_place(tmp_path):
    path = tmp_path / "p.annotator"
    torture_drill.large(path, calls=1, size=200, history=False)
    data = bytearray(path.read_bytes())
    where = torture_drill.places(bytes(data), 1, 200)
    page = where[1, 100]
    data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    report, found = rescued(path)
    lost = [turn for (_, turn), place in where.items() if place == page]
    assert report.calls[0].restored == len(lost) > 5
    assert report.tables["turns"].pages == 1
    assert [turn.sources[0].number for turn in found.turns] == list(range(1, 201)), "in the order of the call"
    for n, turn in enumerate(found.turns, 1):
        assert turn.text == (torture_drill.said(1, n).upper() if n in lost else torture_drill.said(1, n))
    assert len({turn.id for turn in found.turns}) == 200


def test_topics_stay_on_turns_and_make_sense(project):
    path, _ = project
    change_file(
        path,
        "DELETE FROM topics WHERE id = 1",
        "UPDATE topics SET parent_id = 2, colour = 'red', hotkey = 77, keywords = '{'",
        "UPDATE turns SET topics = '[1, \"x\", -4, 2, 1e3, [2]]' WHERE id = 1",
        "UPDATE turns SET topics = '7' WHERE id = 2",
    )
    without_journal(path)
    _, found = rescued(path)
    assert (found.turn(1).topics, found.turn(2).topics) == (frozenset({1, 2}), frozenset())
    assert [(t.id, t.name, t.colour, t.hotkey, t.parent_id, t.keywords) for t in found.topics] == [
        (2, "Discount", "#808080", 0, None, ()),
        (1, "Rescued topic 1", "#808080", 0, None, ()),
    ]


@pytest.mark.parametrize(
    "values",
    [
        *("removed = '7'", "removed = '[[1]]'", """removed = '[["a", 1, 2]]'""", "removed = '{'"),
        *("verdict = 'sold'", "confidence = 9e999", "seconds = -9e999"),
    ],
)
def test_decisions_that_make_no_sense_are_left_out(project, values):
    path, transcript = project
    columns = "verdict, detector, kind, confidence, removed, seconds"
    change_file(
        path,
        f"INSERT INTO decisions SELECT transcript_id, 'other', {columns} FROM decisions",
        f"UPDATE decisions SET {values} WHERE finding = 'other'",
    )
    without_journal(path)
    _, found = rescued(path)
    assert found.decisions == transcript.decisions


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE meta SET value = '../x' WHERE key IN ('id', 'salt')",
        "DELETE FROM meta",
        "INSERT INTO drafts VALUES (1, 1, '', '', 'x'), (7, 7, '', '', '2026-01-01'), (1, 99, '', '', '2026-01-01')",
        "INSERT INTO activity VALUES (1, 'x', 1), (7, '2026-01-01', 1), (1, '2026-01-01', -1)",
        "INSERT INTO learned VALUES ('x', x'00', '', 'x')",
        "INSERT INTO allowed VALUES (8, CAST(x'ff' AS TEXT))",
        "INSERT INTO transcripts VALUES (-7, 'x', 0)",
        "INSERT INTO turns SELECT 0, id, rank, 'Q', text, 1, 2, '[]', '[]', '', 0, 0, 0, 0 FROM turns",
        "UPDATE topics SET keywords = '[\"\\ud800\"]'",
        "UPDATE turns SET rank = 9e999 WHERE id = 4",
        "UPDATE meta SET value = '\\ud800'",
    ],
)
def test_what_makes_no_sense_is_left_out_and_the_rest_kept(project, statement):
    path, transcript = project
    change_file(path, statement)
    without_journal(path)
    _, found = rescued(path)
    assert [turn.text for turn in found.turns if turn.id != 4] == [turn.text for turn in transcript.turns if turn.id != 4]
    with Project.open(path.with_name("rescued.annotator")) as opened:
        assert len(opened.id) == 32
        assert (opened.drafts(), opened.activity(), opened.learned("x")) == ((), {}, None)
        assert [header.id for header in opened.transcripts()] == [1]


def test_text_with_a_byte_that_is_none_is_kept_but_for_that(project):
    path, _ = project
    change_file(path, "UPDATE turns SET text = CAST(x'd0b4d0b0ff21' AS TEXT) WHERE id = 2")
    without_journal(path)
    _, found = rescued(path)
    assert found.turn(2).text == "да\N{REPLACEMENT CHARACTER}!"


def test_a_call_of_which_nothing_is_left_is_reported(project):
    path, _ = project
    change_file(path, "INSERT INTO digests SELECT 9, source, content FROM digests WHERE transcript_id = 1")
    without_journal(path)
    report, _ = rescue(path)
    assert report.missing == (9,)


# ---------------------------------------------------------------------- refused


@pytest.mark.parametrize("content", [b"", b"A: hello", b"SQLite format 3\0", bytes(50_000), random.Random(1).randbytes(50_000)])
def test_a_file_of_which_nothing_can_be_read_is_a_case_for_a_backup(path, content):
    path.write_bytes(content)
    with pytest.raises(Damaged, match="backup"):
        salvage(path, path.with_name("new"))
    assert [other.name for other in path.parent.iterdir()] == [path.name]


def test_without_the_list_of_tables_rows_are_known_by_what_they_look_like(project):
    path, transcript = project
    data = path.read_bytes()
    path.write_bytes(bytes(PAGE) + data[PAGE:])
    _, found = rescued(path)
    assert found.turns == transcript.turns
    assert found.source == transcript.source


def test_a_project_that_is_open_is_left_alone(project, monkeypatch):
    path, _ = project
    target = path.with_name("new")
    store = Store.open(path, read_only=True)
    with pytest.raises(InUse):
        salvage(path, target)
    store.close()
    with Lock.take(path), pytest.raises(InUse):
        salvage(path, target)
    assert not target.exists()
    salvage(path, target)


def test_what_is_there_is_not_replaced(project):
    path, _ = project
    target = path.with_name("new")
    target.write_text("mine")
    with pytest.raises(ProjectError, match="already exists"):
        salvage(path, target)
    assert target.read_text() == "mine"
    with pytest.raises(ProjectError, match="already exists"):
        salvage(path, path)
    with pytest.raises(ProjectError, match="no such file"):
        salvage(path.with_name("missing"), path.with_name("other"))


def test_a_folder_is_no_project(tmp_path):
    with pytest.raises(Unsupported):
        salvage(tmp_path, tmp_path / "new")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_is_no_project(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Unsupported):
        salvage(tmp_path / "pipe", tmp_path / "new")


def test_a_full_disk_leaves_nothing(project, monkeypatch):
    path, _ = project
    listing = sorted(path.parent.iterdir())

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(salvage_module, "_prove", full)
    with pytest.raises(NoSpace):
        salvage(path, path.with_name("new"))
    assert sorted(path.parent.iterdir()) == listing


def test_damage_of_any_kind_ends_in_a_project_or_a_refusal(project):
    path, _ = project
    original, chance = path.read_bytes(), random.Random(3)
    outcomes = {"rescued": 0, "refused": 0}
    target = path.with_name("new")
    for _ in range(40):
        data = bytearray(original)
        for _ in range(chance.randrange(1, 12)):
            at = chance.randrange(len(data))
            match chance.randrange(3):
                case 0:
                    data[at] ^= 1 << chance.randrange(8)
                case 1:
                    data[at : at + 80] = chance.randbytes(80)
                case 2:
                    page = at // PAGE * PAGE
                    data[page : page + 12] = chance.randbytes(12)
        path.write_bytes(data[: chance.choice([len(data), len(data), chance.randrange(len(data))])])
        try:
            salvage(path, target)
            with Project.open(target) as opened:
                json.dumps([opened.transcript(header.id).header.name for header in opened.transcripts()])
            target.unlink()
            outcomes["rescued"] += 1
        except Damaged:
            outcomes["refused"] += 1
        assert not target.exists()
    assert outcomes["rescued"] > 25


@pytest.mark.parametrize("history", [True, False])
def test_nearly_all_turns_on_pages_that_were_not_touched_are_rescued(tmp_path, history):
    outcome = torture_drill.rescues(tmp_path, 12, 1, history, calls=2, size=120)
    assert (outcome.runs, outcome.broken) == (12, [])
    assert outcome.seen["rescued"] >= 0.95 * outcome.seen["readable turns"] > 1000
