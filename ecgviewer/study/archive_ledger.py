"""What is done of an archive: one row a record, in one SQLite file beside the answers.

A record counts as done once its part lies whole in its place; the ledger is told afterwards,
so that a kill between the two leaves a part that nobody knows, never a record without one.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ecgviewer.core.errors import EcgError
from ecgviewer.review.sentences import in_words, primary_code
from ecgviewer.review.transaction import transaction
from ecgviewer.study.archive_order import ChunkDone

LEDGER: Final = "ledger.sqlite"
_VERSION: Final = 1
_TABLES: Final = """
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE models (name TEXT PRIMARY KEY, weights_sha256 TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE parts (
    part INTEGER PRIMARY KEY,
    n_superseded INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE records (
    path TEXT PRIMARY KEY,
    stamp TEXT NOT NULL,
    files TEXT NOT NULL,
    part INTEGER,
    error TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX failed ON records (path) WHERE error <> '';
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a record: see archive_order.Done; part: None where it failed."""

    stamp: str
    files: tuple[str, ...]
    part: int | None
    error: str


class Ledger:
    """One archive's ledger, open in one process alone until that ends, however it ends."""

    def __init__(self, out: Path) -> None:
        self.path = out / LEDGER
        with self._in_words():
            self._file = sqlite3.connect(self.path, timeout=0.5, isolation_level=None)
            # Also so that a drive without shared memory can hold it.
            self._file.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._file.execute("PRAGMA journal_mode = WAL")
            self._file.execute("PRAGMA synchronous = FULL")
            with transaction(self._file):
                self._set_up()

    def close(self) -> None:
        """Let go of the file."""
        with self._in_words():
            self._file.close()

    # What was asked

    def settings(self) -> Mapping[str, Any]:
        """Return what was asked of this archive, empty before the first run."""
        with self._in_words():
            rows = self._file.execute("SELECT name, value FROM settings").fetchall()
        return {name: json.loads(value) for name, value in rows}

    def keep_settings(self, settings: Mapping[str, Any]) -> None:
        """Note what is asked of this archive."""
        rows = [(name, json.dumps(value)) for name, value in settings.items()]
        with self._writing():
            self._file.executemany("INSERT OR REPLACE INTO settings VALUES (?, ?)", rows)

    def models(self) -> Mapping[str, str]:
        """Return whose answers the parts hold: weights' hashes by name."""
        with self._in_words():
            rows = self._file.execute("SELECT name, weights_sha256 FROM models").fetchall()
        return dict(rows)

    # Records

    def entry(self, path: str) -> Entry | None:
        """Return what is known of a record."""
        query = "SELECT stamp, files, part, error FROM records WHERE path = ?"
        with self._in_words():
            row = self._file.execute(query, (path,)).fetchone()
        if row is None:
            return None
        stamp, files, part, error = row
        return Entry(stamp, tuple(json.loads(files)), part, error)

    def keep(self, done: ChunkDone) -> None:
        """Note a part that lies in its place, and that its records are done."""
        part = done.chunk.number if done.n_answers else None
        with self._writing():
            if part is not None:
                self._file.execute("INSERT INTO parts (part) VALUES (?)", (part,))
            self._file.executemany(
                "INSERT OR REPLACE INTO models VALUES (?, ?)", list(done.models.items())
            )
            self._file.executemany(
                "UPDATE parts SET n_superseded = n_superseded + 1"
                " WHERE part = (SELECT part FROM records WHERE path = ?)",
                [(record.path,) for record in done.records],
            )
            self._file.executemany(
                "INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?)",
                [
                    (
                        record.path,
                        record.stamp,
                        json.dumps(record.files),
                        None if record.error else part,
                        record.error,
                    )
                    for record in done.records
                ],
            )

    def failed(self) -> Iterator[tuple[str, str]]:
        """Yield the path and the sentence of every record that cannot be analysed, by path."""
        with self._in_words():
            yield from self._file.execute(
                "SELECT path, error FROM records WHERE error <> '' ORDER BY path"
            )

    def counts(self) -> tuple[int, int]:
        """Return how many records have an answer, and how many cannot have one."""
        with self._in_words():
            (n_all,) = self._file.execute("SELECT COUNT(*) FROM records").fetchone()
            query = "SELECT COUNT(*) FROM records WHERE error <> ''"
            (n_failed,) = self._file.execute(query).fetchone()
        return n_all - n_failed, n_failed

    # Parts

    def next_part(self) -> int:
        """Return a number above those of all parts."""
        with self._in_words():
            (last,) = self._file.execute("SELECT MAX(part) FROM parts").fetchone()
        return 0 if last is None else last + 1

    def has_part(self, number: int) -> bool:
        """Whether a part is known."""
        with self._in_words():
            row = self._file.execute("SELECT 1 FROM parts WHERE part = ?", (number,)).fetchone()
        return row is not None

    def superseded_parts(self) -> tuple[int, ...]:
        """Return the parts that hold answers of records that were analysed anew."""
        query = "SELECT part FROM parts WHERE n_superseded > 0 ORDER BY part"
        with self._in_words():
            return tuple(part for (part,) in self._file.execute(query))

    def parts(self) -> tuple[int, ...]:
        """Return the numbers of all parts."""
        with self._in_words():
            return tuple(n for (n,) in self._file.execute("SELECT part FROM parts ORDER BY part"))

    def keep_rewritten(self, part: int) -> None:
        """Note that a part holds no superseded answer any more."""
        with self._writing():
            self._file.execute("UPDATE parts SET n_superseded = 0 WHERE part = ?", (part,))

    def forget(self, part: int) -> None:
        """Forget a part that is not there any more; its records are to be analysed anew."""
        with self._writing():
            self._file.execute("DELETE FROM parts WHERE part = ?", (part,))
            self._file.execute("DELETE FROM records WHERE part = ?", (part,))

    # The file

    def _set_up(self) -> None:
        (version,) = self._file.execute("PRAGMA user_version").fetchone()
        if version > _VERSION:
            raise EcgError(f"{self.path} was written by a newer version of ecgviewer; update it.")
        if version == 0:
            # Each by itself: executescript would end the transaction.
            for statement in filter(str.strip, _TABLES.split(";")):
                self._file.execute(statement)
            self._file.execute(f"PRAGMA user_version = {_VERSION}")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._in_words(), transaction(self._file):
            yield

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        with in_words(self.path):
            try:
                yield
            except sqlite3.OperationalError as error:
                if primary_code(error) != sqlite3.SQLITE_BUSY:
                    raise
                raise EcgError(
                    f"Another run is writing into {self.path.parent}; let it end, or choose "
                    "another folder."
                ) from error


def failures(rows: Iterable[tuple[str, str]]) -> Iterator[dict[str, str]]:
    """Yield the JSON objects of the file that lists what cannot be analysed."""
    for path, error in rows:
        yield {"record": path, "error": error}
