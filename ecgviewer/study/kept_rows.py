"""What was found out about files, a line each in a table that only grows."""

import csv
from pathlib import Path

_FULL_STOP = "."


class KeptRows:
    """Rows of text by file, so that a stopped command goes on where it was.

    n_values: of each row. A file that changed is a new one.
    """

    def __init__(self, path: Path, n_values: int) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._rows = self._read(n_values)

    def _read(self, n_values: int) -> dict[str, tuple[str, ...]]:
        if not self._path.exists():
            return {}
        with self._path.open(encoding="utf-8", newline="") as file:
            # A command that was killed may have left half a line, which lacks the full stop.
            rows = [row for row in csv.reader(file) if len(row) == n_values + 2]
        return {row[0]: tuple(row[1:-1]) for row in rows if row[-1] == _FULL_STOP}

    def get(self, file: Path) -> tuple[str, ...] | None:
        """Return the row of a file as it is now, None where there is none yet."""
        return self._rows.get(_key(file))

    def keep(self, file: Path, *values: object) -> None:
        """Add a file's row."""
        with self._path.open("a", encoding="utf-8", newline="") as table:
            csv.writer(table, lineterminator="\n").writerow([_key(file), *values, _FULL_STOP])


def _key(file: Path) -> str:
    return f"{file.resolve()}@{file.stat().st_mtime_ns}"
