"""The records of a folder."""

import os
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from ecgviewer.io.reader import Reader, all_readers, beginning_of

_FIRST_LINE_BYTES = 4_096
_HEADER_BYTES = 8_000_000


def records_in(folder: Path) -> list[Path]:
    """Return every record under ``folder``, sorted: headers, MAT files without one, and what
    any other reader knows by its name and its beginning.

    Segments and layouts of a multi-segment record are no records by themselves. Links
    to folders are not followed, and folders that may not be read are passed over.
    """
    found: list[Path] = []
    unseen = [folder]
    while unseen:
        parent = unseen.pop()
        names, inner = _contents(parent)
        found += _records_among(parent, names)
        unseen += inner
    return sorted(found)


def records_directly_in(folder: Path) -> list[Path]:
    """Return the records of ``folder`` itself, sorted; nothing below it is searched."""
    names, _ = _contents(folder)
    return sorted(_records_among(folder, names))


def in_counting_order(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return paths as a person counts: record 2 before record 10."""
    return tuple(sorted(paths, key=_counted))


def _counted(path: Path) -> list[list[str | int]]:
    # Split at numbers, words and numbers take turns, so like is compared with like.
    parts = [re.split(r"([0-9]+)", part) for part in path.parts]
    return [[int(word) if at % 2 else word for at, word in enumerate(words)] for words in parts]


def _contents(folder: Path) -> tuple[list[str], list[Path]]:
    """Return the names of a folder's files that may be records, and its folders."""
    names: list[str] = []
    inner: list[Path] = []
    known = suffixes()
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    inner.append(Path(entry.path))
                # Pipes and devices would be waited for.
                elif suffix_of(entry.name) in known and entry.is_file():
                    names.append(entry.name)
    except OSError:
        return [], []
    return names, inner


def _records_among(folder: Path, names: list[str]) -> list[Path]:
    headers = {name[:-4] for name in names if name.endswith(".hea")}
    arrays = [name for name in names if name.lower().endswith(".mat") and name[:-4] not in headers]
    parts: set[str] = set()
    for stem in headers:
        parts |= segments_named_in(folder / f"{stem}.hea")
    others = (folder / name for name in names if suffix_of(name) not in (".hea", ".mat"))
    return [
        *(folder / f"{stem}.hea" for stem in headers - parts),
        *(folder / name for name in arrays),
        *(path for path in others if is_known(path)),
    ]


def suffix_of(name: str) -> str:
    """Return how a file's name ends, in small letters: ".hea", "" without an ending."""
    # For tens of thousands of names: a Path for each would take as long as the listing.
    stem, dot, ending = name.rpartition(".")
    return (dot + ending).lower() if stem else ""


def suffixes() -> Mapping[str, tuple[Reader, ...]]:
    """Return the suffixes of files that may be records, with the readers that have them."""
    return _bysuffix_of(tuple(all_readers()))


@lru_cache(maxsize=1)
def _bysuffix_of(all_of_them: tuple[Reader, ...]) -> Mapping[str, tuple[Reader, ...]]:
    readers = [reader for reader in all_of_them if reader.in_folders]
    endings = {suffix for reader in readers for suffix in reader.suffixes} - {".dat"}
    return {one: tuple(x for x in readers if one in x.suffixes) for one in endings}


def is_known(path: Path) -> bool:
    """Whether a reader knows the file: many a .xml is no ECG."""
    try:
        beginning = beginning_of(path)
    except OSError:
        # It is listed, and opening it tells what is wrong.
        return True
    return any(reader.lists(path, beginning) for reader in suffixes()[suffix_of(path.name)])


def segments_named_in(header: Path) -> set[str]:
    """Return the names of a multi-segment record's parts; none for a record of one segment."""
    try:
        with header.open("rb") as file:
            beginning = file.read(_FIRST_LINE_BYTES)
            if b"/" not in _record_name(beginning):
                return set()
            lines = (beginning + file.read(_HEADER_BYTES)).splitlines()
    except OSError:
        # It is listed, and opening it tells what is wrong.
        return set()
    words = (line.split() for line in lines)
    names = [x[0].decode(errors="replace") for x in words if x and not x[0].startswith(b"#")]
    return set(names[1:]) - {header.stem}


def _record_name(content: bytes) -> bytes:
    """First word of the first line that is no comment: ``name/segments`` or ``name``."""
    for line in content.splitlines():
        words = line.split(maxsplit=1)
        if words and not words[0].startswith(b"#"):
            return words[0]
    return b""
