"""Copies of a review file as it stands, also of one that somebody else is writing."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.review.sentences import primary_code

_TRIES = 5
_WAL_HEADER_BYTES = 32
_CHUNK_BYTES = 1 << 20
_PATIENCE_S = 1.0
# Held by whoever writes alone, or in a folder where SQLite cannot put what it needs to read.
_ASK_THE_SYSTEM = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_NOTADB,
    }
)


def copy_of(path: Path, folder: Path) -> Path:
    """Copy a review file into ``folder``, as it stood at one moment; returns the copy.

    Nothing is written where it lies, and no lock of it is needed.
    """
    copy = folder / path.name
    if not wal_of(path).exists():
        # Nobody has it open. SQLite would leave files beside it that it may not take away.
        _through_the_system(path, copy)
        return copy
    try:
        _through_sqlite(path, copy)
    except sqlite3.DatabaseError as error:
        if primary_code(error) not in _ASK_THE_SYSTEM:
            raise
        _drop(copy)
        _through_the_system(path, copy)
    return copy


def _through_sqlite(path: Path, copy: Path) -> None:
    uri = f"{path.absolute().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(uri, uri=True, timeout=_PATIENCE_S)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        # Copying would wait for ever for a file that somebody holds; a look at it does not.
        source.execute("BEGIN")
        source.execute("SELECT 1 FROM sqlite_master").fetchone()
        source.backup(target)


def _through_the_system(path: Path, copy: Path) -> None:
    """Copy the file and what is written ahead of it, until nothing moved meanwhile.

    The write-ahead log grows at its end while its header stays the same, so a copy of it is
    whole up to its last sum that is right. The file itself must be the same before and after:
    then it is what it was while the log was copied.
    """
    wal, wal_copy = wal_of(path), wal_of(copy)
    for _ in range(_TRIES):
        before = _copied(path, copy)
        began = _wal_header(wal)
        wal_copy.unlink(missing_ok=True)
        if began:
            _copied(wal, wal_copy)
        if _wal_header(wal) == began and _copied(path, None) == before:
            return
    told = f"{path.name} changes faster than it can be read. Try again in a moment."
    raise EcgError(told)


def _copied(path: Path, copy: Path | None) -> bytes:
    """Copy a file, or only read it; returns a hash of what was read."""
    digest = hashlib.sha256()
    target = copy.open("wb") if copy is not None else None
    try:
        with path.open("rb") as source:
            while chunk := source.read(_CHUNK_BYTES):
                digest.update(chunk)
                if target is not None:
                    target.write(chunk)
    finally:
        if target is not None:
            target.close()
    return digest.digest()


def _wal_header(wal: Path) -> bytes:
    try:
        with wal.open("rb") as file:
            return file.read(_WAL_HEADER_BYTES)
    except FileNotFoundError:
        return b""


def wal_of(path: Path) -> Path:
    """Return where SQLite writes ahead of a file."""
    return path.with_name(f"{path.name}-wal")


def _drop(copy: Path) -> None:
    for path in (copy, wal_of(copy), copy.with_name(f"{copy.name}-shm")):
        path.unlink(missing_ok=True)
