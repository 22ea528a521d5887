"""The tables of a review file, and how files of older versions are brought up to date."""

from typing import Final

# "ecgr": SQLite keeps it in the header, so that other files are told apart.
APPLICATION_ID: Final = 0x65636772

# What makes a row the same as one that is there already.
_SAME = {
    "readers": "reader_id = NEW.reader_id OR name = NEW.name",
    "models": "model_id = NEW.model_id"
    " OR (name = NEW.name AND weights_sha256 = NEW.weights_sha256)",
    "steps": "step = NEW.step OR step_id = NEW.step_id",
    "changes": "step = NEW.step AND place = NEW.place",
}
# INSERT OR REPLACE deletes the old row without a trigger for deleting being asked.
_APPEND_ONLY = "".join(
    f"""
CREATE TRIGGER {table}_are_never_updated BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are only ever added'); END;
CREATE TRIGGER {table}_are_never_deleted BEFORE DELETE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are only ever added'); END;
CREATE TRIGGER {table}_are_never_replaced BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})
BEGIN SELECT RAISE(ABORT, '{table} are only ever added'); END;
"""
    for table, same in _SAME.items()
)

_FIRST = f"""
CREATE TABLE readers (
    reader_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE models (
    model_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    weights_sha256 TEXT NOT NULL,
    UNIQUE (name, weights_sha256)
) STRICT;
CREATE TABLE records (
    record_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    rate_hz REAL NOT NULL,
    n_samples INTEGER NOT NULL,
    leads TEXT NOT NULL
) STRICT;
CREATE TABLE steps (
    step INTEGER PRIMARY KEY AUTOINCREMENT,
    step_id TEXT NOT NULL UNIQUE,
    record_id TEXT NOT NULL REFERENCES records,
    reader_id INTEGER NOT NULL REFERENCES readers,
    role TEXT NOT NULL CHECK (role IN ('reader', 'adjudicator')),
    at_utc TEXT NOT NULL,
    model_id INTEGER REFERENCES models,
    hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
    undoes TEXT REFERENCES steps (step_id)
) STRICT;
CREATE INDEX steps_by_record ON steps (record_id);
CREATE TABLE changes (
    step INTEGER NOT NULL REFERENCES steps,
    place INTEGER NOT NULL,
    topic TEXT NOT NULL,
    about TEXT NOT NULL,
    value TEXT,
    PRIMARY KEY (step, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE answers (
    record_id TEXT NOT NULL REFERENCES records,
    model_id INTEGER NOT NULL REFERENCES models,
    at_utc TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (record_id, model_id)
) STRICT, WITHOUT ROWID;
{_APPEND_ONLY}
"""

# What lists of records are filled from; none of it is a review.
_LISTING = """
CREATE TABLE listed (
    path TEXT PRIMARY KEY,
    stamp TEXT NOT NULL,
    record_id TEXT,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE label_files (
    folder TEXT PRIMARY KEY,
    path TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

# MIGRATIONS[n] brings a file from version n to n + 1; an empty file has version 0.
MIGRATIONS: Final[tuple[str, ...]] = (_FIRST, _LISTING)
