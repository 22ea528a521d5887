"""What a folder of converted records holds already: one JSON object a record and line.

An entry says what was converted (the identity of its content), how, and into which files of
which sizes. A program that was killed leaves whole lines and perhaps a broken last one.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final, TextIO

INDEX_NAME: Final = "converted.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """One converted record.

    name: of its files in the folder, without their endings, "ward/0001". record: the identity
    of its content. settings: how it was converted. files: sizes by name. notes: what was lost.
    """

    name: str
    record: str
    settings: str
    files: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def is_whole(self, out: Path) -> bool:
        """Whether all files are there in their full length."""
        return all(_size(out / name) == size for name, size in self.files.items())


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def append(file: TextIO, entry: Entry) -> None:
    """Add an entry to an open index; it is there once this returns."""
    file.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")
    file.flush()


def index_bytes(out: Path) -> int:
    """Return how long a folder's index is, 0 where there is none."""
    return max(_size(out / INDEX_NAME), 0)


def is_cut(out: Path) -> bool:
    """Whether a run that was killed has left the last line of a folder's index unfinished."""
    if not index_bytes(out):
        return False
    with (out / INDEX_NAME).open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"


@lru_cache(maxsize=2)
def entries(out: Path, n_bytes: int) -> Mapping[str, Entry]:
    """Return the entries of an index's first ``n_bytes`` by name, the last of each.

    What a killed program wrote in part is passed over.
    """
    found: dict[str, Entry] = {}
    if not n_bytes:
        return found
    with (out / INDEX_NAME).open("rb") as file:
        lines = file.read(n_bytes).splitlines()
    for line in lines:
        entry = _entry(line)
        if entry is not None:
            found[entry.name] = entry
    return found


def _entry(line: bytes) -> Entry | None:
    try:
        told = json.loads(line)
        sizes = {str(name): int(size) for name, size in told["files"].items()}
        notes = tuple(str(note) for note in told["notes"])
        return Entry(str(told["name"]), str(told["record"]), str(told["settings"]), sizes, notes)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
