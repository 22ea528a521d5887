"""What SQLite and the system say of a review file, in one sentence for its reader."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ecgviewer.core.errors import EcgError


class Damaged(EcgError):
    """The file is no sound database; what can be read of it may still be saved."""


class InUse(EcgError):
    """Somebody else has the file open; it can be read, but not written."""


class Unreachable(EcgError):
    """The file cannot be read or written any more: its disk is full, or gone."""


_NOT_ALLOWED: Final = (
    "{file} cannot be written: it or its folder {folder} is read-only. Check their permissions,"
    " or open it to read only."
)
_SENTENCES: Final = {
    sqlite3.SQLITE_PERM: _NOT_ALLOWED,
    sqlite3.SQLITE_READONLY: _NOT_ALLOWED,
    sqlite3.SQLITE_BUSY: "{file} is being written by another program. Try again in a moment.",
    sqlite3.SQLITE_LOCKED: "{file} is being written by another program. Try again in a moment.",
    sqlite3.SQLITE_PROTOCOL: "{file} is being written by another program. Try again in a moment.",
    sqlite3.SQLITE_FULL: "The disk that holds {file} is full. Free some space on it.",
    sqlite3.SQLITE_IOERR: (
        "{file} can no longer be read or written: its disk {folder} may be full, or may have been"
        " taken away. Free some space on it, or connect it again."
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "{file} cannot be opened in {folder}. Check that the folder is there and may be written."
    ),
}
_UNREACHABLE: Final = frozenset({sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN})
_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Raise what goes wrong with a review file as an EcgError that names it.

    Errors of this program's own making (a broken rule of the tables, a wrong statement) pass.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        told = _told(error, path)
        if told is None:
            raise
        raise told from error
    except OSError as error:
        reason = error.strerror or str(error)
        told_of = f"{path.name} in {path.parent} cannot be opened or written ({reason})"
        raise EcgError(f"{told_of}. Check the folder, its permissions and its disk.") from error


def primary_code(error: sqlite3.Error) -> int:
    """Return SQLite's main code of an error, 0 for errors of the Python module itself."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _told(error: sqlite3.DatabaseError, path: Path) -> EcgError | None:
    code = primary_code(error)
    if code in _DAMAGED:
        return Damaged(f"{path.name} in {path.parent} is damaged.")
    if code == sqlite3.SQLITE_IOERR and path.exists() and not os.access(path, os.W_OK):
        # Locking a file that may only be read fails so.
        code = sqlite3.SQLITE_READONLY
    sentence = _SENTENCES.get(code)
    if sentence is None:
        return None
    kind = Unreachable if code in _UNREACHABLE else EcgError
    return kind(sentence.format(file=path.name, folder=path.parent))
