"""Signals of many recordings on disk, one after the other, so that training reads fast.

A store only grows. Each run that adds records writes a pair of files of its own: the
samples, and an index that gets a record's line once its samples are safely on disk. What a
killed run leaves is therefore true as far as its index goes, and the next run goes on from
there; two runs at once add the same records twice, which costs nothing but room.
"""

import json
import os
import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

_SAMPLES, _INDEX = ".i16", ".jsonl"
_BYTES = 2
# Records between two points at which the disk is made to keep what it was given.
_BATCH = 64
_PART = re.compile(r"_\d+$")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record's samples lie: (n_leads, n_samples) from the chunk's value ``start``.

    record and stamp: the path, and what its files were like when they were read.
    """

    record: str
    stamp: str
    start: int
    n_leads: int
    n_samples: int
    fingerprint: str
    chunk: str = ""

    @property
    def stop(self) -> int:
        """The value after the last."""
        return self.start + self.n_leads * self.n_samples


def read_index(folder: Path) -> dict[tuple[str, str], Place]:
    """Return all records that the store holds, by path and stamp."""
    found = {}
    for index in sorted(folder.glob(f"*{_INDEX}")):
        samples = index.with_suffix(_SAMPLES)
        n_values = samples.stat().st_size // _BYTES if samples.exists() else 0
        for place in _places(index):
            if place.stop <= n_values:
                found[place.record, place.stamp] = place
    return found


def _places(index: Path) -> Iterator[Place]:
    for line in index.read_text(encoding="utf-8").splitlines(keepends=True):
        try:
            fields = json.loads(line)
        except ValueError:
            return  # the line that a killed run did not finish
        if line.endswith("\n"):
            yield Place(**{**fields, "chunk": index.stem})


def map_chunk(folder: Path, chunk: str) -> NDArray[np.int16]:
    """Return a chunk's values, mapped: (n_values,)."""
    return np.memmap(folder / f"{chunk}{_SAMPLES}", dtype=np.int16, mode="r")


class Writer:
    """Adds records to a store; leaving it keeps what was added so far, also after an error."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        chunk = folder / uuid.uuid4().hex[:12]
        self._samples = chunk.with_suffix(_SAMPLES).open("wb")
        self._index = chunk.with_suffix(_INDEX).open("w", encoding="utf-8", newline="\n")
        self._n_values = 0
        self._waiting: list[Place] = []

    def add(self, record: str, stamp: str, values: NDArray[np.int16], fingerprint: str) -> None:
        """Append (n_leads, n_samples); raises OSError if the disk is full."""
        n_leads, n_samples = values.shape
        self._samples.write(np.ascontiguousarray(values).tobytes())
        place = Place(record, stamp, self._n_values, n_leads, n_samples, fingerprint)
        self._n_values = place.stop
        self._waiting.append(place)
        if len(self._waiting) >= _BATCH:
            self._keep()

    def _keep(self) -> None:
        self._samples.flush()
        os.fsync(self._samples.fileno())
        for place in self._waiting:
            fields = {name: value for name, value in asdict(place).items() if name != "chunk"}
            self._index.write(json.dumps(fields) + "\n")
        self._index.flush()
        os.fsync(self._index.fileno())
        self._waiting.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if not isinstance(error, OSError):
                self._keep()
        finally:
            self._samples.close()
            self._index.close()


def stamps(paths: Sequence[Path]) -> list[str]:
    """Return for each record what its files are like: how many, their bytes, last change.

    The files of 00001_hr.hea are all that are called so but for their ending, and
    00001_hr_1.dat. Absent records have an empty stamp.
    """
    families: dict[Path, dict[str, list[os.stat_result]]] = {}
    found = []
    for path in paths:
        if path.parent not in families:
            families[path.parent] = _families(path.parent)
        files = families[path.parent].get(path.stem, [])
        size, changed = (
            sum(x.st_size for x in files),
            max((x.st_mtime_ns for x in files), default=0),
        )
        found.append(f"{len(files)} {size} {changed}" if files else "")
    return found


def _families(folder: Path) -> dict[str, list[os.stat_result]]:
    families: dict[str, list[os.stat_result]] = {}
    if not folder.is_dir():
        return families
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_file():
                continue
            stem = entry.name.rpartition(".")[0] or entry.name
            for name in {stem, _PART.sub("", stem)}:
                families.setdefault(name, []).append(entry.stat())
    return families
