"""Files of older versions are brought up to date whole or not at all, with a backup beside them."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.review import schema
from ecgviewer.review.store import Access, ReviewStore
from tests.review.made_reviews import a_step, kept_in, steps_in

# A second version as a later program may have it: a column, and a trigger with statements.
SECOND = """
ALTER TABLE records ADD COLUMN ward TEXT NOT NULL DEFAULT '';
CREATE TABLE wards (name TEXT PRIMARY KEY) STRICT;
CREATE TRIGGER wards_are_never_deleted BEFORE DELETE ON wards
BEGIN SELECT RAISE(ABORT, 'wards; are only ever added'); END;
INSERT INTO wards VALUES ('three; and four');
"""


def query(path, sql):
    with closing(sqlite3.connect(path)) as file:
        return file.execute(sql).fetchall()


def add_version(monkeypatch, script):
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, script))
    return len(schema.MIGRATIONS)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "study.ecgreview"


@pytest.mark.parametrize("access", [Access.SHARED, Access.EXCLUSIVE])
def test_an_older_file_is_backed_up_and_brought_up_to_date(path, monkeypatch, access):
    step, old = a_step(), len(schema.MIGRATIONS)
    kept_in(path, step)
    new = add_version(monkeypatch, SECOND)
    store = ReviewStore(path, access)
    backup = path.with_name(f"study.v{old}-{date.today().isoformat()}.ecgreview")
    assert store.notes == (f"{path.name} is of an older version; it is kept as {backup.name}.",)
    assert store.steps() == (step,)
    store.close()
    assert query(path, "PRAGMA user_version") == [(new,)]
    assert query(path, "SELECT * FROM wards") == [("three; and four",)]
    assert query(backup, "PRAGMA user_version") == [(old,)]
    assert query(backup, "SELECT step_id FROM steps") == [(step.step_id,)]


def test_a_second_backup_of_one_day_takes_another_name(path, monkeypatch):
    kept_in(path, a_step())
    old = len(schema.MIGRATIONS)
    taken = path.with_name(f"study.v{old}-{date.today().isoformat()}.ecgreview")
    taken.write_bytes(b"another one")
    add_version(monkeypatch, SECOND)
    ReviewStore(path).close()
    assert taken.read_bytes() == b"another one"
    assert taken.with_name(f"{taken.stem}-2.ecgreview").exists()


def test_a_migration_that_fails_half_way_leaves_the_old_version_whole(path, monkeypatch):
    step, old = a_step(), len(schema.MIGRATIONS)
    kept_in(path, step)
    before = query(path, "SELECT name FROM sqlite_master")
    with monkeypatch.context() as patch:
        add_version(patch, f"{SECOND} INSERT INTO no_such_table VALUES (1);")
        with pytest.raises(sqlite3.OperationalError, match="no_such_table"):
            ReviewStore(path)
    assert query(path, "SELECT name FROM sqlite_master") == before
    assert query(path, "PRAGMA user_version") == [(old,)]
    assert steps_in(path) == (step,)


def test_an_older_file_that_is_only_read_stays_as_it_is(path, monkeypatch):
    step = a_step()
    kept_in(path, step)
    before = path.read_bytes()
    add_version(monkeypatch, SECOND)
    store = ReviewStore(path, Access.READ_ONLY)
    assert store.steps() == (step,)
    store.close()
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_file_of_a_newer_program_is_refused_untouched(path, monkeypatch):
    with monkeypatch.context() as patch:
        add_version(patch, SECOND)
        ReviewStore(path).close()
    before = path.read_bytes()
    for access in Access:
        with pytest.raises(EcgError, match=r"study.ecgreview was made by a newer ecgviewer"):
            ReviewStore(path, access)
    assert path.read_bytes() == before


@pytest.mark.parametrize("mark", ["PRAGMA application_id = 7", "PRAGMA user_version = 1", ""])
def test_a_database_of_another_program_is_refused_untouched(path, mark):
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE songs (name TEXT)")
        file.execute(mark or "SELECT 1")
        file.commit()
    before = path.read_bytes()
    for access in Access:
        with pytest.raises(EcgError, match="is no review file: another program"):
            ReviewStore(path, access)
    assert path.read_bytes() == before
