"""Changes of an SQLite file of which all happen or none."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def transaction(file: sqlite3.Connection) -> Iterator[None]:
    """Keep what is changed within, or nothing of it where anything goes wrong."""
    file.execute("BEGIN IMMEDIATE")
    try:
        yield
        file.execute("COMMIT")
    except BaseException:
        if file.in_transaction:
            file.execute("ROLLBACK")
        raise
