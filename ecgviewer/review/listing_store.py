"""What is known of files that were listed before, so that they need no second reading.

Facts of a file hold while its size and time are those that they were read at; they are no
reviews, so newer ones take their place.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from ecgviewer.core.record import Record
from ecgviewer.review.sentences import in_words

# What annotates the beats of a record stands beside it under this ending.
_REFERENCE_ENDING = ".atr"


@dataclass(frozen=True, slots=True)
class FileSaid:
    """What a record's own files say of it.

    statements: SNOMED CT codes, or words where there is none. words: the same in words.
    marks: the classes of the rhythms and beats that somebody annotated.
    """

    statements: tuple[str, ...] = ()
    words: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A record's file as it was found.

    stamp: see ``stamp_of``; files: the names of those that hold its samples. grade: of
    Grade, None while the signal is not judged. problem: why it cannot be read or judged.
    """

    path: Path
    stamp: str
    files: tuple[str, ...] = ()
    record_id: str | None = None
    said: FileSaid = field(default_factory=FileSaid)
    grade: int | None = None
    grade_words: str = ""
    problem: str = ""

    @property
    def is_current(self) -> bool:
        """Whether its files are those that were read."""
        return self.stamp == stamp_of(self.path, self.files)


def stamp_of(path: Path, files: Iterable[str]) -> str:
    """Return sizes and times of a record's files, "-" for those that are not there."""
    folder = os.path.dirname(path)  # noqa: PTH120 (a list asks for thousands of these)
    bare = os.path.splitext(path)[0]  # noqa: PTH122
    beside = (os.path.join(folder, name) for name in files)  # noqa: PTH118
    return " ".join(map(_stamp, (os.fspath(path), f"{bare}{_REFERENCE_ENDING}", *beside)))


def files_beside(record: Record) -> tuple[str, ...]:
    """Return the names of the files of its samples; of those elsewhere nothing is asked."""
    own = record.path.parent
    return tuple(file.name for file in record.files if file.parent == own and file != record.path)


def _stamp(path: str) -> str:
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return "-"
    return f"{found.st_size}:{found.st_mtime_ns}"


class ListingStore:
    """The part of a review file that knows of files and of tables of labels."""

    def __init__(
        self,
        path: Path,
        file: sqlite3.Connection,
        writing: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._path, self._file, self._writing = path, file, writing

    def keep(self, found: Iterable[ListedFile]) -> None:
        """Keep what was found out about files, in place of what was known before."""
        with self._writing():
            self._file.executemany(
                "INSERT OR REPLACE INTO listed VALUES (?, ?, ?, ?)",
                [(str(one.path), one.stamp, one.record_id, _content(one)) for one in found],
            )

    def below(self, folder: Path) -> Mapping[str, ListedFile]:
        """Return what is known of the files below a folder, by path."""
        above = os.path.join(folder, "")  # noqa: PTH118
        query = "SELECT path, stamp, record_id, content FROM listed WHERE substr(path, 1, ?) = ?"
        with in_words(self._path):
            rows = self._file.execute(query, (len(above), above)).fetchall()
        return {path: _listed(path, *row) for path, *row in rows}

    def keep_label_file(self, folder: Path, path: Path | None) -> None:
        """Remember which table holds the reference labels of a folder; None forgets it."""
        with self._writing():
            self._file.execute("DELETE FROM label_files WHERE folder = ?", (str(folder),))
            if path is not None:
                row = (str(folder), str(path))
                self._file.execute("INSERT INTO label_files VALUES (?, ?)", row)

    def label_file(self, folder: Path) -> Path | None:
        """Return the table of reference labels that was chosen for a folder."""
        query = "SELECT path FROM label_files WHERE folder = ?"
        with in_words(self._path):
            row = self._file.execute(query, (str(folder),)).fetchone()
        return Path(row[0]) if row is not None else None


def _content(found: ListedFile) -> str:
    content = {
        "files": found.files,
        "said": asdict(found.said),
        "grade": found.grade,
        "grade_words": found.grade_words,
        "problem": found.problem,
    }
    return json.dumps(content, ensure_ascii=False)


def _listed(path: str, stamp: str, record_id: str | None, content: str) -> ListedFile:
    known = json.loads(content)
    said = known["said"]
    return ListedFile(
        Path(path),
        stamp,
        tuple(known["files"]),
        record_id,
        FileSaid(tuple(said["statements"]), said["words"], tuple(said["marks"])),
        known["grade"],
        known["grade_words"],
        known["problem"],
    )
