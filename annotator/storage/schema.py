"""The tables of a project file, version by version."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from sqlite_utils import Database

APPLICATION_ID = 0x414E4E54


def _version_1(db: Database) -> None:
    for statement in (
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
        "CREATE TABLE transcripts (id INTEGER PRIMARY KEY, name TEXT NOT NULL, done INTEGER NOT NULL) STRICT",
        """CREATE TABLE sources (
            transcript_id INTEGER PRIMARY KEY REFERENCES transcripts (id) DEFERRABLE INITIALLY DEFERRED,
            name TEXT NOT NULL, format TEXT NOT NULL, encoding TEXT NOT NULL, data BLOB NOT NULL
        ) STRICT""",
        """CREATE TABLE source_turns (
            transcript_id INTEGER NOT NULL REFERENCES sources (transcript_id) DEFERRABLE INITIALLY DEFERRED,
            number INTEGER NOT NULL, speaker_id TEXT, text TEXT NOT NULL, start_ms INTEGER, end_ms INTEGER,
            PRIMARY KEY (transcript_id, number)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE speakers (
            transcript_id INTEGER NOT NULL REFERENCES transcripts (id) DEFERRABLE INITIALLY DEFERRED,
            id TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, rank REAL NOT NULL,
            PRIMARY KEY (transcript_id, id)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE turns (
            transcript_id INTEGER NOT NULL REFERENCES transcripts (id) DEFERRABLE INITIALLY DEFERRED,
            id INTEGER NOT NULL, rank REAL NOT NULL, speaker_id TEXT, text TEXT NOT NULL, start_ms INTEGER, end_ms INTEGER,
            topics TEXT NOT NULL, sources TEXT NOT NULL, comment TEXT NOT NULL,
            hidden INTEGER NOT NULL, reviewed INTEGER NOT NULL,
            PRIMARY KEY (transcript_id, id),
            FOREIGN KEY (transcript_id, speaker_id) REFERENCES speakers (transcript_id, id) DEFERRABLE INITIALLY DEFERRED
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE topics (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, colour TEXT NOT NULL, definition TEXT NOT NULL,
            hotkey INTEGER NOT NULL, rank REAL NOT NULL
        ) STRICT""",
        """CREATE TABLE decisions (
            transcript_id INTEGER NOT NULL REFERENCES transcripts (id) DEFERRABLE INITIALLY DEFERRED,
            finding TEXT NOT NULL, verdict TEXT NOT NULL, detector TEXT NOT NULL, kind TEXT NOT NULL,
            confidence REAL NOT NULL, removed TEXT NOT NULL, seconds REAL,
            PRIMARY KEY (transcript_id, finding)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE journal (
            seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, ref INTEGER,
            at TEXT NOT NULL, who TEXT NOT NULL, label TEXT NOT NULL, steps BLOB
        ) STRICT""",
    ):
        db.execute(statement)


def _version_2(db: Database) -> None:
    db.execute("CREATE TABLE allowed (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")


def _version_3(db: Database) -> None:
    for statement in (
        """CREATE TABLE role_words (
            id INTEGER PRIMARY KEY, text TEXT NOT NULL, side TEXT NOT NULL CHECK (side IN ('agent', 'client', '')),
            use TEXT NOT NULL CHECK (use IN ('name', 'sign')), weight INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 3)
        ) STRICT""",
        "ALTER TABLE turns ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0",
        "CREATE TABLE learned (detector TEXT PRIMARY KEY, data BLOB NOT NULL, report TEXT NOT NULL, at TEXT NOT NULL) STRICT",
    ):
        db.execute(statement)


def _version_4(db: Database) -> None:
    for statement in (
        "ALTER TABLE speakers ADD COLUMN colour TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE turns ADD COLUMN bookmarked INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE topics ADD COLUMN parent_id INTEGER REFERENCES topics (id) DEFERRABLE INITIALLY DEFERRED",
        "ALTER TABLE topics ADD COLUMN keywords TEXT NOT NULL DEFAULT '[]'",
        """CREATE TABLE activity (
            transcript_id INTEGER NOT NULL, day TEXT NOT NULL, seconds REAL NOT NULL, PRIMARY KEY (transcript_id, day)
        ) STRICT, WITHOUT ROWID""",
    ):
        db.execute(statement)


def _version_5(db: Database) -> None:
    for statement in (
        """CREATE TABLE drafts (
            transcript_id INTEGER NOT NULL, turn_id INTEGER NOT NULL, text TEXT NOT NULL, base TEXT NOT NULL, at TEXT NOT NULL,
            PRIMARY KEY (transcript_id, turn_id)
        ) STRICT, WITHOUT ROWID""",
        "CREATE TABLE digests (transcript_id INTEGER PRIMARY KEY, source BLOB NOT NULL, content BLOB NOT NULL) STRICT",
        """CREATE TABLE touched (
            transcript_id INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (transcript_id, seq)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE pseudonyms (
            kind TEXT NOT NULL, digest BLOB NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (kind, digest)
        ) STRICT, WITHOUT ROWID""",
    ):
        db.execute(statement)


def _version_6(db: Database) -> None:
    db.execute("ALTER TABLE source_turns ADD COLUMN timing BLOB NOT NULL DEFAULT x''")


MIGRATIONS: tuple[Callable[[Database], None], ...] = (_version_1, _version_2, _version_3, _version_4, _version_5, _version_6)
"""What makes version n + 1 of version n. A released one is never altered: files are compared with what it makes."""


def version() -> int:
    """Return the version that this program writes."""
    return len(MIGRATIONS)


def migrate(db: Database, current: int) -> None:
    """Bring the tables from version `current` (0: none) to the newest; to be called inside a transaction.

    What is computed from the rows (digests, which entries of the journal concern which transcript) is the caller's.
    """
    for migration in MIGRATIONS[current:]:
        migration(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {version()}")


def objects(db: Database) -> set[tuple[str, str, str]]:
    """Return all that the schema holds: type, name and SQL."""
    return {(kind, name, sql or "") for kind, name, sql in db.execute("SELECT type, name, sql FROM sqlite_schema")}


@cache
def expected(number: int) -> frozenset[tuple[str, str, str]]:
    """Return what `objects` must be in a file of version `number`."""
    db = Database(memory=True, execute_plugins=False, recursive_triggers=False)
    try:
        for migration in MIGRATIONS[:number]:
            migration(db)
        return frozenset(objects(db))
    finally:
        db.close()
