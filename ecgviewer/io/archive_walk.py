"""The records of an archive, one after the other: a list of a million is never made.

What counts as a record is what ``io.folder`` says; only the order is the file system's.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.io.folder import is_known, segments_named_in, suffix_of, suffixes

_HEADER, _ARRAY = ".hea", ".mat"


def walk_records(folder: Path) -> Iterator[Path | EcgError]:
    """Yield every record under ``folder``; where a folder cannot be read, the sentence about it.

    Links to folders are not followed. Memory holds the names of segments alone, of one
    folder at a time and those above it.
    """
    try:
        parts = _segments_in(folder)
        with os.scandir(folder) as entries:
            for entry in entries:
                if not is_text(entry.name):
                    yield from _unnameable(entry)
                elif entry.is_dir(follow_symlinks=False):
                    yield from walk_records(Path(entry.path))
                elif _is_record(entry) and entry.name.removesuffix(_HEADER) not in parts:
                    yield Path(entry.path)
    except OSError as error:
        reason = error.strerror or error
        yield EcgError(f"The folder {folder} cannot be read: {reason}.")


def is_text(name: str) -> bool:
    """Whether a file's name is text: on Linux it may be any bytes, which no table can hold."""
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def _unnameable(entry: "os.DirEntry[str]") -> Iterator[EcgError]:
    """Yield the sentence about a record, or a folder, whose name is none."""
    if entry.is_dir(follow_symlinks=False) or _is_named_like_a_record(entry):
        yield unnameable(entry.path)


def unnameable(path: str) -> EcgError:
    """Return the sentence about a path that cannot be written down."""
    return EcgError(
        f"The name {path!a} is not in UTF-8, so nothing can be noted about it; rename it."
    )


def count_records(folder: Path) -> Iterator[int]:
    """Yield 1 for everything that looks like a record, without opening any.

    Segments are counted too, so that this is an estimate.
    """
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from count_records(Path(entry.path))
                elif suffix_of(entry.name) and _is_named_like_a_record(entry):
                    yield 1
    except OSError:
        # Walking tells of it.
        return


def _is_record(entry: "os.DirEntry[str]") -> bool:
    if not _is_named_like_a_record(entry):
        return False
    return suffix_of(entry.name) in (_HEADER, _ARRAY) or is_known(Path(entry.path))


def _is_named_like_a_record(entry: "os.DirEntry[str]") -> bool:
    """Whether a file's name is that of a record; a MAT file's where it has no header."""
    suffix = suffix_of(entry.name)
    if suffix not in suffixes() or not entry.is_file():
        return False
    header = entry.path[: -len(_ARRAY)] + _HEADER
    return suffix != _ARRAY or not os.path.isfile(header)  # noqa: PTH113 (asked of millions)


def _segments_in(folder: Path) -> set[str]:
    """Return the names of the parts of all multi-segment records of a folder."""
    parts: set[str] = set()
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_HEADER) and entry.is_file():
                parts |= segments_named_in(Path(entry.path))
    return parts
