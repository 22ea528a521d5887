"""Brings review files of older versions up to date, each with a backup beside it first."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import count
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.review import schema
from ecgviewer.review.sentences import Damaged


def version_of(file: sqlite3.Connection, path: Path) -> int:
    """Return a file's version, 0 for an empty one; nothing is written.

    Raises EcgError for what a newer program made, or another one.
    """
    # In one transaction: another program may be making the file just now.
    file.execute("BEGIN")
    (version,) = file.execute("PRAGMA user_version").fetchone()
    (application,) = file.execute("PRAGMA application_id").fetchone()
    (n_objects,) = file.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    file.execute("COMMIT")
    if application != schema.APPLICATION_ID and (application or version or n_objects):
        told = f"{path.name} is no review file: another program keeps its own data in it"
        raise EcgError(f"{told}. Choose a file that ecgviewer has made.")
    if version > len(schema.MIGRATIONS):
        told = f"{path.name} was made by a newer ecgviewer (version {version} of review files"
        known = f"this one knows up to {len(schema.MIGRATIONS)}"
        raise EcgError(f"{told}, {known}). Install the newer one to open it.")
    return int(version)


def bring_up_to_date(file: sqlite3.Connection, path: Path) -> Path | None:
    """Run the migrations that a file lacks, each whole or not at all.

    Returns the backup of the old version, None where nothing or an empty file was migrated.
    """
    version = version_of(file, path)
    backup = None
    if 0 < version < len(schema.MIGRATIONS):
        backup = free_name(path, f"v{version}-{date.today().isoformat()}")
        back_up(file, backup)
    migrate(file, version, len(schema.MIGRATIONS))
    return backup


def migrate(file: sqlite3.Connection, version: int, wanted: int) -> None:
    """Bring a file from one version to another."""
    for number in range(version, wanted):
        _migrate(file, number)


def _migrate(file: sqlite3.Connection, number: int) -> None:
    # executescript would commit what is begun; so statements go one by one, and the version
    # changes in the transaction that makes it true.
    file.execute("BEGIN IMMEDIATE")
    try:
        (version,) = file.execute("PRAGMA user_version").fetchone()
        # Another window may have done it while this one waited.
        if version == number:
            for statement in _statements(schema.MIGRATIONS[number]):
                file.execute(statement)
            if file.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise Damaged("The review file is damaged: some of its rows point nowhere.")
            file.execute(f"PRAGMA user_version = {number + 1}")
            file.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        file.execute("COMMIT")
    except BaseException:
        if file.in_transaction:
            file.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """Yield a script's statements; those of a trigger hold semicolons of their own."""
    statement = ""
    for piece in script.split(";"):
        statement += piece + ";"
        if sqlite3.complete_statement(statement):
            if statement.strip(" \n;"):
                yield statement
            statement = ""


def back_up(file: sqlite3.Connection, target: Path) -> None:
    """Copy an open file as it stands; a copy that is cut short never bears the name."""
    fresh = target.with_name(f"{target.name}.{os.getpid()}.part")
    fresh.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(fresh)) as copy:
            file.backup(copy)
            # One file that needs nothing beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        synced(fresh)
        fresh.replace(target)
        synced(target.parent)
    finally:
        fresh.unlink(missing_ok=True)


def free_name(path: Path, what: str) -> Path:
    """Return a name beside a review file that is not taken: NAME.what.ecgreview."""
    for number in count(1):
        more = f"-{number}" if number > 1 else ""
        name = path.with_name(f"{path.stem}.{what}{more}{path.suffix}")
        if not name.exists():
            break
    return name


def synced(path: Path) -> None:
    """Wait until the disk has a file, or a folder's list of names where it can be asked for."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
