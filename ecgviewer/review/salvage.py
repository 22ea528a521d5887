"""Takes out of a damaged review file what can still be read, and sets the file aside."""

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from ecgviewer.core.errors import EcgError
from ecgviewer.core.review import Topic
from ecgviewer.review import schema
from ecgviewer.review.migrating import free_name, migrate, synced
from ecgviewer.review.snapshot import copy_of, wal_of

Row = tuple[Any, ...]

# What numbers a table's rows: between two numbers they can be read past a broken page.
_NUMBERED: Final = {
    "readers": "reader_id",
    "models": "model_id",
    "records": "rowid",
    "steps": "step",
    "changes": "step",
}
# Rows without which others could not be kept, as far as nothing is known of them.
_PARENTS: Final = (
    ("reader_id", "INSERT INTO readers VALUES (?1, 'unknown reader ' || ?1)"),
    ("model_id", "INSERT INTO models VALUES (?1, 'unknown model ' || ?1, '')"),
    ("record_id", "INSERT INTO records VALUES (?1, substr(?1, 1, 8), '', 0.0, 0, '[]')"),
)
_MAGIC: Final = b"SQLite format 3\0"
_PAGE_BYTES, _SIZE_AT = 4096, 28
_LARGEST_NUMBER = 1 << 24
# A table of which every page is broken shall not be searched number by number for hours.
_MOST_BROKEN = 10_000


def rescue(path: Path, *, must_hold_something: bool) -> str:
    """Put a fresh file with all that can be read in place of a damaged one; tells so.

    The damaged file is kept beside it under another name. Raises EcgError where nothing can
    be read of what is no database at all, and the file must hold something.
    """
    with tempfile.TemporaryDirectory(prefix="ecgviewer-") as folder:
        copy = copy_of(path, Path(folder))
        fresh = Path(folder) / "fresh"
        n_steps = _salvaged(copy, fresh)
        if must_hold_something and n_steps == 0 and not _is_database(path):
            told = f"{path.name} is no review file, or nothing in it can be read"
            raise EcgError(f"{told}. Choose a file that ecgviewer has made.")
        aside = _put_in_place(fresh, path)
    saved = "1 step" if n_steps == 1 else f"{n_steps} steps"
    return (
        f"{path.name} was damaged: {saved} could be saved into a fresh file;"
        f" the damaged one is kept as {aside.name} in {aside.parent}."
    )


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _put_in_place(fresh: Path, path: Path) -> Path:
    aside = free_name(path, f"damaged-{date.today().isoformat()}")
    shutil.copy2(path, aside)
    if wal_of(path).exists():
        shutil.copy2(wal_of(path), wal_of(aside))
    near = path.with_name(f"{path.name}.part")
    shutil.copyfile(fresh, near)
    synced(aside)
    synced(near)
    # What was written ahead of the damaged file must never be added to the fresh one.
    wal_of(path).unlink(missing_ok=True)
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    near.replace(path)
    synced(path.parent)
    return aside


def _salvaged(copy: Path, fresh: Path) -> int:
    """Write what can be read of a copy into a fresh file; returns how many steps that is."""
    version = _version(copy)
    with closing(sqlite3.connect(fresh, isolation_level=None)) as target:
        migrate(target, 0, version)
        if not _opens(copy):
            _lend_first_page(copy, fresh)
        with ExitStack() as stack:
            source = stack.enter_context(closing(sqlite3.connect(copy)))
            target.execute("BEGIN")
            _copy_all(source, target)
            target.execute("COMMIT")
        (n_steps,) = target.execute("SELECT COUNT(*) FROM steps").fetchone()
    return int(n_steps)


def _version(copy: Path) -> int:
    newest = len(schema.MIGRATIONS)
    try:
        with closing(sqlite3.connect(copy)) as file:
            (version,) = file.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError:
        return newest
    return int(version) if 0 < version <= newest else newest


def _opens(copy: Path) -> bool:
    try:
        with closing(sqlite3.connect(copy)) as file:
            row = file.execute("SELECT 1 FROM sqlite_master WHERE name = 'steps'").fetchone()
    except sqlite3.DatabaseError:
        return False
    return row is not None


def _lend_first_page(copy: Path, fresh: Path) -> None:
    """Give a file whose first page is lost that of a fresh one: the tables begin where its do."""
    page = bytearray(fresh.read_bytes()[:_PAGE_BYTES])
    n_pages = copy.stat().st_size // _PAGE_BYTES
    page[_SIZE_AT : _SIZE_AT + 4] = n_pages.to_bytes(4, "big")
    with copy.open("r+b") as file:
        file.write(page)


def _copy_all(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    tables = target.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    rows = {name: _read(source, target, name) for (name,) in tables.fetchall()}
    changes = [row for row in rows["changes"] if _can_be_read(row)]
    with_changes = {row[0] for row in changes}
    steps = [row for row in rows["steps"] if row[0] in with_changes and _has_time(row)]
    kept, step_ids = {row[0] for row in steps}, {row[1] for row in steps}
    # The last column says which step is taken back; that one may be lost.
    rows["steps"] = [(*row[:-1], row[-1] if row[-1] in step_ids else None) for row in steps]
    rows["changes"] = [row for row in changes if row[0] in kept]
    for name, of_table in rows.items():
        _write(target, name, of_table)
    _add_parents(target)
    target.execute(
        "DELETE FROM answers WHERE record_id NOT IN (SELECT record_id FROM records)"
        " OR model_id NOT IN (SELECT model_id FROM models)"
    )


def _can_be_read(change: Row) -> bool:
    _, _, topic, _, value = change
    try:
        json.loads("null" if value is None else value)
    except (ValueError, TypeError):
        return False
    return topic in set(Topic)


def _has_time(step: Row) -> bool:
    try:
        datetime.fromisoformat(step[5])
    except (ValueError, TypeError):
        return False
    return True


def _write(target: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    for row in rows:
        marks = ", ".join("?" * len(row))
        try:
            target.execute(f"INSERT INTO {table} VALUES ({marks})", row)
        except (sqlite3.IntegrityError, sqlite3.OperationalError):
            # A broken page can hold rows that no table takes.
            continue


def _add_parents(target: sqlite3.Connection) -> None:
    for column, insert in _PARENTS:
        table = f"{column.removesuffix('_id')}s"
        missing = target.execute(
            f"SELECT DISTINCT {column} FROM steps WHERE {column} IS NOT NULL"
            f" AND {column} NOT IN (SELECT {column} FROM {table})"
        )
        for (key,) in missing.fetchall():
            target.execute(insert, (key,))


def _read(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> list[Row]:
    """Return the rows of a table that can be read, each once, in order."""
    columns = ", ".join(row[1] for row in target.execute(f"PRAGMA table_info({table})"))
    query = f"SELECT {columns} FROM {table}"
    number = _NUMBERED.get(table)
    if number is None:
        forward = _until_broken(source, f"{query} ORDER BY 1")
        backward = _until_broken(source, f"{query} ORDER BY 1 DESC")
        return list(dict.fromkeys((*forward, *backward)))
    query = f"{query} WHERE {number} >= ? AND {number} < ?"
    return list(_between(source, query, _last(source, table, number)))


def _until_broken(source: sqlite3.Connection, query: str) -> Iterator[Row]:
    try:
        yield from source.execute(query)
    except sqlite3.DatabaseError:
        return


def _last(source: sqlite3.Connection, table: str, number: str) -> int:
    """Return a number beyond that of every row."""
    for (last,) in _until_broken(source, f"SELECT MAX({number}) FROM {table}"):
        return int(last or 0) + 1
    return _LARGEST_NUMBER


def _between(source: sqlite3.Connection, query: str, stop: int) -> Iterator[Row]:
    """Yield the rows whose numbers are below ``stop``, past those that are broken."""
    spans, n_broken = [(1, stop)], 0
    while spans and n_broken < _MOST_BROKEN:
        start, stop = spans.pop()
        try:
            yield from source.execute(query, (start, stop)).fetchall()
        except sqlite3.DatabaseError:
            n_broken += 1
            middle = (start + stop) // 2
            if start < middle:
                spans += [(middle, stop), (start, middle)]
